"""A data folder opened for reading by the server: store, searcher, facets, shared by all threads."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from index.query import Filters
from index.records import DocumentRecord
from index.store import Store
from service.examples import example_queries
from service.indexing import open_searcher
from service.settings import Settings

if TYPE_CHECKING:
    from index.search import Searcher, SearchResult

STORE_NAME = "kho.sqlite3"
ORIGINALS_NAME = "goc"
INDEX_NAME = "index"
_WARM_UP = "cai cach hanh chinh"  # without diacritics: opens the model that restores them, too


class TooBusyError(Exception):
    """No search slot became free within `Settings.search_seconds`."""


@dataclass(frozen=True, slots=True)
class Facets:
    """Values to choose from in filters, with how many documents have each.

    `types`: (code, name, count), most frequent first; `years`: newest first; `issuers`: by name.
    """

    types: list[tuple[str, str, int]]
    years: list[tuple[int, int]]
    issuers: list[tuple[str, int]]


class KnowledgeBase:
    """Read access to a data folder. Safe to share between threads; sees what other processes add."""

    def __init__(self, data: Path, settings: Settings, examples: list[str] | None = None) -> None:
        self.data = data
        self._given_examples = examples
        self.settings = settings
        self.store = Store(data / STORE_NAME, read_only=True)
        self._slots = threading.BoundedSemaphore(settings.search_threads)
        self._lock = threading.Lock()
        self._searcher: Searcher | None = None
        self._facets: tuple[int, Facets] | None = None
        self._examples: tuple[int, list[str]] | None = None

    def close(self) -> None:
        """Release files."""
        with self._lock:
            if self._searcher is not None:
                self._searcher.close()
                self._searcher = None
        self.store.close()

    def searcher(self) -> Searcher:
        """The searcher, opened on first use.

        Raises:
            IndexUnusableError: no index can be read; the text says which command to run.
        """
        with self._lock:
            if self._searcher is None:
                self._searcher = open_searcher(self.data, self.settings)
            return self._searcher

    def warm_up(self) -> None:
        """Open index and model, so that the first question is as fast as the next."""
        self.searcher().search(_WARM_UP, 1)

    def search(
        self,
        text: str,
        k: int,
        filters: Filters | None = None,
        offset: int = 0,
        ignore: Collection[str] = (),
        as_typed: bool = False,
    ) -> SearchResult:
        """Search, at most `Settings.search_threads` at a time. `ignore`, `as_typed`: see `Searcher.search`.

        Raises:
            TooBusyError: waited `Settings.search_seconds` for a slot.
        """
        with self._slot():
            return self.searcher().search(text[: self.settings.max_query_chars], k, filters, offset, ignore, as_typed)

    @contextmanager
    def _slot(self) -> Iterator[None]:
        if not self._slots.acquire(timeout=self.settings.search_seconds):
            raise TooBusyError
        try:
            yield
        finally:
            self._slots.release()

    def facets(self) -> Facets:
        """Filter values, read again when the store has changed."""
        revision = self.store.revision
        with self._lock:
            if self._facets is not None and self._facets[0] == revision:
                return self._facets[1]
        with self.store.snapshot() as db:
            types = db.execute(
                """
                SELECT type_code, MIN(type), COUNT(*) FROM documents WHERE type_code IS NOT NULL
                GROUP BY type_code ORDER BY COUNT(*) DESC, type_code
                """
            ).fetchall()
            years = db.execute(
                "SELECT year, COUNT(*) FROM documents WHERE year IS NOT NULL GROUP BY year ORDER BY year DESC"
            ).fetchall()
            issuers = db.execute(
                """
                SELECT MIN(issuer), COUNT(*) FROM documents WHERE issuer IS NOT NULL
                GROUP BY issuer_key ORDER BY issuer_key
                """
            ).fetchall()
        facets = Facets(
            types=[(row[0], row[1] or row[0], row[2]) for row in types],
            years=[(row[0], row[1]) for row in years],
            issuers=[(row[0], row[1]) for row in issuers],
        )
        with self._lock:
            self._facets = (revision, facets)
        return facets

    def examples(self) -> list[str]:
        """Questions to try: those given, else chosen again when the store has changed."""
        if self._given_examples is not None:
            return self._given_examples
        revision = self.store.revision
        with self._lock:
            if self._examples is not None and self._examples[0] == revision:
                return self._examples[1]
        examples = example_queries(self.store)
        with self._lock:
            self._examples = (revision, examples)
        return examples

    def original(self, record: DocumentRecord) -> Path | None:
        """The original file of a document inside the data folder; None where it is gone."""
        if not record.original or Path(record.original).name != record.original:
            return None
        path = self.data / ORIGINALS_NAME / record.original
        return path if path.is_file() else None
