"""Is the index of a data folder usable and up to date? For `doctor`, /healthz/ready, /quan-tri."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from index.generation import IndexUnusableError, current_name, open_generation
from index.manifest import DamagedError, Manifest
from index.store import Store
from ingest import messages
from service.knowledge_base import INDEX_NAME


@dataclass(frozen=True, slots=True)
class IndexState:
    """`code`: "ok", "outdated" (usable, the store has moved on) or "unusable"; `detail` in Vietnamese."""

    code: str
    detail: str
    manifest: Manifest | None = None
    generation: str | None = None


def index_state(data: Path, store: Store, *, verify: bool = True) -> IndexState:
    """State of the index. `verify` reads every file of it (about 1.5 GB/s): not for every request."""
    folder = data / INDEX_NAME
    fallback = None
    try:
        if verify:
            generation = open_generation(folder)
            name, manifest, fallback = generation.name, generation.manifest, generation.fallback_from
        else:
            name = current_name(folder) or ""
            if not name:
                return IndexState("unusable", messages.INDEX_MISSING)
            manifest = Manifest.read(folder / name)
    except (IndexUnusableError, DamagedError) as error:
        return IndexState("unusable", str(error))
    if fallback:
        return IndexState("outdated", messages.INDEX_FALLBACK, manifest, name)
    if manifest.store_id != store.identity:
        return IndexState("outdated", messages.INDEX_OTHER_STORE, manifest, name)
    if manifest.revision != store.revision:
        return IndexState("outdated", messages.DOCTOR_INDEX_OLD, manifest, name)
    return IndexState("ok", messages.DOCTOR_INDEX_GOOD, manifest, name)
