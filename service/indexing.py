"""Settings -> reading limits, the embedder, an index brought up to date."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from index.store import Store
from service.settings import Settings

if TYPE_CHECKING:
    from index.build import BuildResult, Progress
    from index.embed import Embedder
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


def bring_up_to_date(
    store: Store, data: Path, settings: Settings, *, anew: bool = False, progress: Progress | None = None
) -> BuildResult:
    """Build the index for what the store holds now: only what changed, or everything (`anew`)."""
    from index.build import build, rebuild

    return (rebuild if anew else build)(store, data, embedder_of(settings), progress)
