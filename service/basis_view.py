"""Legal basis as JSON, shared by the command, the API and the pages."""

from __future__ import annotations

from typing import Any

from index.basis import Grounds, TopicBasis
from index.citation_book import Mention
from index.records import document_json
from index.status import evidence_json
from index.store import Store


def topic_json(store: Store, found: TopicBasis) -> dict[str, Any]:
    """`{"topic", "plans": [{"score", "document"}], "documents": [grounds]}`."""
    plans = []
    for plan in found.plans:
        record = store.document(plan.document)
        if record is not None:
            plans.append({"score": plan.score, "document": document_json(record)})
    return {"topic": found.topic, "plans": plans, "documents": [grounds_json(one) for one in found.documents]}


def grounds_json(one: Grounds) -> dict[str, Any]:
    """A document that others rest on, with who cites it."""
    cited = one.cited
    return {
        "level": one.level,
        "number": cited.number,
        "type": cited.type,
        "issued_on": cited.issued_on,
        "issuer": cited.issuer,
        "title": cited.title,
        "count": one.count,
        "share": one.share,
        "resolved": one.document,
        "url": f"/van-ban/{one.document}" if one.document else None,
        "status": one.status.name,
        "status_by": [evidence_json(evidence) for evidence in one.status.evidence],
        "cited_by": [mention_json(mention) for mention in one.cited_by],
    }


def mention_json(mention: Mention) -> dict[str, Any]:
    """Who cites, and where."""
    source = mention.source
    return {
        "document_id": source.id,
        "number": source.number,
        "title": source.title,
        "issuer": source.issuer,
        "issued_on": source.issued_on,
        "draft": source.draft,
        "relation": mention.relation,
        "page": mention.page,
        "evidence": [mention.start, mention.end],
        "url": f"/van-ban/{source.id}",
    }
