"""The search: query -> ranked passages, each with the reason why it was found."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from index.query import Filters, Query

__all__ = ["Filters", "Hit", "Query", "SearchResult", "Searcher"]


@dataclass(slots=True)
class Hit:
    """One passage found.

    `highlights` are half-open offsets into `text`. `lexical` and `semantic` are the two parts of the
    score, each 0..1 within this result. `document` is the contract's document object.
    `duplicates` are passages of near-duplicate documents that say the same: `{"passage_id", "url", "document"}`.
    """

    rank: int
    score: float
    passage_id: str
    text: str
    highlights: list[tuple[int, int]]
    kind: str
    section_path: list[str]
    page: int
    lexical: float
    semantic: float
    matched: list[str]
    url: str
    document: dict[str, Any]
    duplicates: list[dict[str, Any]] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        """One element of the contract's `results`, plus `duplicates`."""
        return {
            "rank": self.rank,
            "score": round(self.score, 4),
            "passage_id": self.passage_id,
            "text": self.text,
            "highlights": [[start, end] for start, end in self.highlights],
            "kind": self.kind,
            "section_path": list(self.section_path),
            "page": self.page,
            "why": {
                "lexical": round(self.lexical, 4),
                "semantic": round(self.semantic, 4),
                "matched": list(self.matched),
            },
            "url": self.url,
            "document": self.document,
            "duplicates": self.duplicates,
        }


@dataclass(slots=True)
class SearchResult:
    """What a search gives. `total` counts the passages that qualify before `k` and `offset` cut."""

    query: Query
    total: int
    took_ms: float
    hits: list[Hit] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)  # Vietnamese sentences for the user, e.g. a degraded index

    def to_json(self) -> dict[str, Any]:
        """The contract's search result."""
        return {
            "query": self.query.typed,
            "interpreted": self.query.to_json(),
            "total": self.total,
            "took_ms": round(self.took_ms, 1),
            "results": [hit.to_json() for hit in self.hits],
        }


class Searcher:
    """Opens a data folder for searching; cheap to open, safe to share between threads.

    Raises `index.generation.IndexUnusableError` where no index can be read;
    its text is a Vietnamese sentence with the command to run.
    """

    def __init__(self, data_dir: Path | str) -> None:
        self.data_dir = Path(data_dir)

    def search(self, text: str, k: int = 10, filters: Filters | None = None, offset: int = 0) -> SearchResult:
        """The `k` best passages for `text` from rank `offset + 1` on; never raises for any text."""
        return SearchResult(Query(text, text, filters or Filters()), 0, 0.0)

    def close(self) -> None:
        """Release files; the object must not be used afterwards."""
