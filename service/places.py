"""Where something stands in a stored document -> the address that opens it there."""

from __future__ import annotations

from index.store import Store
from service.addresses import passage_url


def place_url(store: Store, document_id: str, start: int, end: int | None = None) -> str:
    """The document page at the passage that holds `start` of its text, the words up to `end` highlighted; the page
    alone where no passage does."""
    with store.snapshot() as db:
        row = db.execute(
            """SELECT p.ordinal FROM passages p JOIN documents d ON d.ordinal = p.document
            WHERE d.id = ? AND p.start <= ? AND p.end > ? AND NOT p.furniture ORDER BY p.start DESC LIMIT 1""",
            (document_id, start, start),
        ).fetchone()
    span = (start, end) if end is not None else None
    return passage_url(document_id, f"{document_id}-{row[0]}", span=span) if row else f"/van-ban/{document_id}"
