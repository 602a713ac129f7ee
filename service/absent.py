"""A number that was asked for and that no document here bears: whoever types one wants to know that first."""

from __future__ import annotations

from index.search import SearchResult
from index.status import statuses
from index.store import Store
from ingest import messages
from ingest.parse.number import number_key
from service import show


def absent_number(store: Store, result: SearchResult) -> str | None:
    """A sentence that says so, and how many documents cite it; None where there is such a document, or no number
    was asked for."""
    number = result.query.citation
    key = number_key(number or "")
    if not key or store.find_by_number(key):
        return None
    citing = {mention.source.group for mention in statuses(store).citations.by_number.get(key, ())}
    cited = messages.SEARCH_NUMBER_CITED.format(count=show.count(len(citing))) if citing else ""
    return messages.SEARCH_NUMBER_ABSENT.format(number=number) + cited
