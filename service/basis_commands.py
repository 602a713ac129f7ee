"""`cchc basis`: what plans on a topic rest on."""

from __future__ import annotations

from argparse import Namespace
from typing import TextIO

from index.basis import Grounds, basis_of_topic
from ingest import messages
from service import show
from service.basis_view import topic_json
from service.console import DONE, note, open_store, print_json
from service.indexing import open_searcher
from service.settings import Settings
from service.usage import UsageError


def basis(args: Namespace, settings: Settings, out: TextIO) -> int:
    """Level by level, newest first, with who cites it."""
    topic = " ".join(args.topic).encode("utf-8", "replace").decode().strip()[: settings.max_query_chars]
    if not topic:
        raise UsageError(messages.BASIS_NO_TOPIC)
    open_store(settings.data).close()
    searcher = open_searcher(settings.data, settings)
    try:
        found = basis_of_topic(searcher.store, searcher.search, topic)
        for remark in found.notes:
            note(remark)
        if args.json:
            print_json(topic_json(searcher.store, found), out)
            return DONE
    finally:
        searcher.close()
    if not found.plans:
        print(messages.BASIS_NONE, file=out)
        return DONE
    level = None
    for one in found.documents:
        if one.level != level:
            level = one.level
            print(messages.LEVELS[level], file=out)
        print(f"  {_line(one)}", file=out)
    total = messages.BASIS_TOTAL.format(plans=len(found.plans), count=len(found.documents))
    print(total, file=out)
    return DONE


def _line(one: Grounds) -> str:
    cited = one.cited
    where = messages.CITATION_HELD.format(id=one.document) if one.document else messages.CITATION_MISSING
    parts = [
        " ".join(filter(None, (cited.type, cited.number))) if cited.number else cited.title or "",
        show.date(cited.issued_on),
        cited.issuer or "",
        cited.title if cited.number and cited.title else "",
        messages.BASIS_COUNT.format(count=one.count),
        where,
        messages.STATUSES[one.status.name] if one.status.name != "unknown" else "",
    ]
    return show.terminal(" | ".join(part for part in parts if part))
