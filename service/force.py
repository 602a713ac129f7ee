"""Whether a document is in force, as JSON and in words."""

from __future__ import annotations

from typing import Any

from index.facts import CitationRecord, citation_json
from index.status import Status, evidence_json
from ingest import messages


def cited_json(record: CitationRecord, status: Status) -> dict[str, Any]:
    """The contract's citation with `status_by`, who says so."""
    return {**citation_json(record, status.name), "status_by": [evidence_json(one) for one in status.evidence]}


def force_words(status: Status) -> str:
    """A status in words; "" where nothing is known.

    >>> force_words(Status("repealed")), force_words(Status())
    ('Đã bị bãi bỏ', '')
    """
    return messages.STATUSES[status.name] if status.name != "unknown" else ""
