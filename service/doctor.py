"""`cchc doctor`: is everything there and sound? Each finding says what to do."""

from __future__ import annotations

import platform
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from index.store import Store, StoreError
from ingest import messages
from service.indexing import embedder_of
from service.knowledge_base import ORIGINALS_NAME, STORE_NAME
from service.settings import Settings
from service.show import count, size
from service.state import index_state
from service.version import version

_LOW_SPACE = 1 << 30  # bytes
GOOD, NOTE, BAD = "good", "note", "bad"


@dataclass(frozen=True, slots=True)
class Finding:
    """`status`: "good", "note" (works, could be better) or "bad" (needs action)."""

    code: str
    status: str
    message: str


def examine(data: Path, settings: Settings) -> Iterator[Finding]:
    """All findings, the environment first."""
    yield Finding("program", GOOD, messages.DOCTOR_PYTHON.format(version=platform.python_version(), program=version()))
    tools = [name for name in ("antiword", "soffice", "libreoffice") if shutil.which(name)]
    if tools:
        yield Finding("doc_tool", GOOD, messages.DOCTOR_DOC_TOOL.format(tools=", ".join(tools)))
    else:
        yield Finding("doc_tool", NOTE, messages.DOCTOR_DOC_TOOL_MISSING)
    yield from _fonts()
    model_id = None
    try:
        embedder = embedder_of(settings)
        model_id = embedder.model_id
        yield Finding("model", GOOD, messages.DOCTOR_MODEL.format(model=model_id, dimension=embedder.dimension))
    except Exception as error:  # whatever a foreign model raises
        yield Finding(
            "model",
            BAD,
            messages.DOCTOR_MODEL_BAD.format(model=settings.model or messages.DOCTOR_OWN_MODEL, detail=error),
        )
    try:
        with Store(data / STORE_NAME, read_only=True) as store:
            yield from _store(store, data)
            yield from _index(store, data, model_id)
    except StoreError as error:
        yield Finding("store", BAD, str(error))


def _fonts() -> Iterator[Finding]:
    if shutil.which("fc-list"):
        listed = subprocess.run(
            ["fc-list", ":lang=vi", "family"], capture_output=True, text=True, timeout=20, check=False
        )
        families = {line.split(",")[0].strip() for line in listed.stdout.splitlines() if line.strip()}
        if families:
            yield Finding("fonts", GOOD, messages.DOCTOR_FONTS.format(count=len(families)))
        else:
            yield Finding("fonts", NOTE, messages.DOCTOR_FONTS_MISSING)


def _store(store: Store, data: Path) -> Iterator[Finding]:
    problems = store.check()
    if problems:
        yield Finding("store", BAD, messages.DOCTOR_STORE_BAD.format(detail=problems[0]))
        return
    stats = store.stats()
    counts = {name: count(getattr(stats, name)) for name in ("documents", "passages", "pages")}
    yield Finding("store", GOOD, messages.DOCTOR_STORE_GOOD.format(**counts))
    records = store.documents()
    gone = [record.id for record in records if not (data / ORIGINALS_NAME / (record.original or "?")).is_file()]
    if gone:
        yield Finding("originals", BAD, messages.DOCTOR_ORIGINALS_GONE.format(count=len(gone)))
    else:
        yield Finding("originals", GOOD, messages.DOCTOR_ORIGINALS_GOOD.format(count=len(records)))
    if stats.failed:
        yield Finding("failed_files", NOTE, messages.DOCTOR_FAILED_FILES.format(count=stats.failed))
    else:
        yield Finding("failed_files", GOOD, messages.DOCTOR_NO_FAILED_FILES)
    if stats.missing:
        yield Finding("missing_files", NOTE, messages.DOCTOR_MISSING_FILES.format(count=stats.missing))
    free = store.free_bytes()
    low = free < _LOW_SPACE
    text = messages.DOCTOR_SPACE_LOW if low else messages.DOCTOR_SPACE
    yield Finding("space", BAD if low else GOOD, text.format(free=size(free)))


def _index(store: Store, data: Path, model_id: str | None) -> Iterator[Finding]:
    state = index_state(data, store)
    if state.code == "unusable":
        yield Finding("index", BAD, messages.DOCTOR_INDEX_BAD.format(detail=state.detail))
    elif state.code == "outdated":
        yield Finding("index", BAD, state.detail)
    elif state.manifest is not None and model_id is not None and state.manifest.model_id != model_id:
        other = messages.DOCTOR_OTHER_MODEL.format(model=state.manifest.model_id or "-")
        yield Finding("index", BAD, other)
    else:
        yield Finding("index", GOOD, state.detail)
