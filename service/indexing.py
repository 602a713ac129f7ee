"""Settings -> reading limits, the embedder, a searcher, an index brought up to date."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from index.model_errors import ModelError
from index.store import Store
from service.settings import Settings

if TYPE_CHECKING:
    from index.build import BuildResult, Progress
    from index.embed import Embedder
    from index.search import Searcher
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
        settings.model or None, query_prompt=settings.query_prompt, passage_prompt=settings.passage_prompt
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


def restorer() -> Callable[[str], str]:
    """Puts diacritics back into a query. Where the model can't be read, the query stays as typed:
    it is then searched without diacritics on both sides."""
    lock = threading.Lock()
    restore: list[Callable[[str], str]] = []

    def load() -> Callable[[str], str]:
        from index.diacritics import DiacriticsModel

        try:
            model = DiacriticsModel.load()
        except (OSError, ValueError, KeyError) as error:
            log.warning("diacritics are not restored: %s", error)
            return lambda text: text
        return model.restore_query

    def lazily(text: str) -> str:
        with lock:
            if not restore:
                restore.append(load())
        return restore[0](text)

    return lazily


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
