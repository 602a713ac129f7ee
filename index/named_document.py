"""Documents as a person names them: by id, by number in any spelling, or by words of title, number or issuer."""

from __future__ import annotations

from index.records import DocumentFilter, DocumentRecord
from index.store import Store
from ingest.parse.number import number_key


def documents_named(store: Store, text: str) -> list[DocumentRecord]:
    """All that may be meant, newest first; of near duplicates among them the leading version alone.

    An id names its document even where another version leads.
    """
    text = text.strip()
    if not text:
        return []
    with store.snapshot():
        record = store.document(text)
        if record is not None:
            return [record]
        found = store.find_by_number(number_key(text)) or store.documents(DocumentFilter(text=text))
    ids = {one.id for one in found}
    return [one for one in found if one.leader is None or one.leader == one.id or one.leader not in ids]
