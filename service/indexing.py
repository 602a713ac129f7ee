"""Settings -> reading limits, the embedder, a searcher, an index brought up to date."""

from __future__ import annotations

import logging
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from index.model_errors import ModelError
from index.store import Store
from service.settings import Settings

if TYPE_CHECKING:
    from index.abbreviate import Abbreviations
    from index.build import BuildResult, Progress
    from index.embed import Embedder
    from index.search import Searcher
    from index.spelling import Known, Reading, Speller
    from ingest.read import Limits

log = logging.getLogger("cchc.index")


def reading_limits(settings: Settings) -> Limits:
    """What one file may cost."""
    from ingest.read import Limits

    return Limits(
        max_file_mb=settings.max_file_mb,
        max_pages=settings.max_pages,
        read_seconds=settings.read_seconds,
        memory_mb=settings.read_memory_mb,
    )


def embedder_of(settings: Settings) -> Embedder:
    """The model of the settings; the shipped one loads without torch."""
    from index.embed import load_embedder

    return load_embedder(
        settings.model or None,
        query_prompt=settings.query_prompt,
        passage_prompt=settings.passage_prompt,
        max_length=settings.max_length or None,
        pooling=settings.pooling or None,
    )


def embedder_or_none(settings: Settings) -> Embedder | None:
    """The model of the settings; None, and a warning, where the shipped one can't be loaded.

    Raises:
        ModelError: a model was asked for by `CCHC_MODEL` and can't be loaded.
    """
    try:
        return embedder_of(settings)
    except ModelError as error:
        if settings.model:
            raise
        log.warning("%s", error)
        return None


def open_searcher(data: Path, settings: Settings) -> Searcher:
    """A searcher with the model of the settings and diacritics restoration, both loaded when first needed."""
    from index.search import Searcher

    return Searcher(data, load_model=lambda: embedder_of(settings), restore=restorer())


class LazySpeller:
    """Reads queries (see `index.spelling`); the model is opened when first needed. Where it can't be
    read, the query stays as typed: it is then searched without diacritics on both sides."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._speller: Speller | None = None
        self._failed = False

    def _open(self) -> Speller | None:
        with self._lock:
            if self._speller is None and not self._failed:
                from index.diacritics import DiacriticsModel
                from index.spelling import Speller

                try:
                    self._speller = Speller(DiacriticsModel.load())
                except (OSError, ValueError, KeyError) as error:
                    self._failed = True
                    log.warning("diacritics are not restored: %s", error)
            return self._speller

    def read(self, text: str, known: Known | None = None, abbreviations: Abbreviations | None = None) -> Reading:
        """What a query was meant to say."""
        from index.spelling import Reading

        speller = self._open()
        return speller.read(text, known, abbreviations) if speller else Reading(text, text)


def restorer() -> LazySpeller:
    """The reader of queries with the shipped model."""
    return LazySpeller()


def bring_up_to_date(
    store: Store, data: Path, settings: Settings, *, anew: bool = False, progress: Progress | None = None
) -> BuildResult:
    """Build the index for what the store holds now: only what changed, or everything (`anew`).

    Raises:
        ModelError: the model of `CCHC_MODEL` can't be loaded. Without the shipped one, the index is
            built for search by words, and a warning is logged.
    """
    from index.build import build, rebuild

    return (rebuild if anew else build)(store, data, embedder_or_none(settings), progress)
