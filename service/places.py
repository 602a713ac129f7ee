"""Where something stands in a stored document -> the address that opens it there."""

from __future__ import annotations

from index.store import Store
from service.addresses import passage_url


def place_url(store: Store, document_id: str, offset: int) -> str:
    """The document page at the passage that holds `offset` of its text; the page alone where none does."""
    with store.snapshot() as db:
        row = db.execute(
            """SELECT p.ordinal FROM passages p JOIN documents d ON d.ordinal = p.document
            WHERE d.id = ? AND p.start <= ? AND p.end > ? AND NOT p.furniture ORDER BY p.start DESC LIMIT 1""",
            (document_id, offset, offset),
        ).fetchone()
    return passage_url(document_id, f"{document_id}-{row[0]}") if row else f"/van-ban/{document_id}"
