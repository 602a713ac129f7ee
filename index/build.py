"""Store -> lexical and dense index, incremental from the store's revision.

Each run writes one new segment with the passages that came since, marks the ones that went as dead,
merges segments that have become many, brings the vectors up to date and swaps the generation in.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.analyze import analyze
from index.embed import Embedder
from index.generation import IndexUnusableError, open_generation, write_generation, writer_lock
from index.manifest import Manifest
from index.postings import Segment, build_segment, merge_segments
from index.records import DocumentRecord, PassageRecord
from index.store import Store
from index.vectors import FlatVectors
from ingest.parse.number import find_numbers, number_key

INDEX_FOLDER = "index"
STORE_FILE = "kho.sqlite3"
VECTORS = "vectors.faiss"
ALIVE = "alive.npy"

_BATCH = 4096  # passages analysed and embedded in one go
_MERGE_RATIO = 4  # a segment is merged into the one before it unless that is 4 times as large
_DEAD_SHARE = 0.25  # a segment with more dead rows is rewritten

Progress = Callable[[int, int], None]  # (passages done, passages to do)


@dataclass(slots=True)
class BuildResult:
    """`changed` False: the index was up to date and nothing was written."""

    changed: bool
    added: int
    removed: int
    count: int


def passage_fields(document: DocumentRecord | None, passage: PassageRecord) -> list[str]:
    """What of a passage is searched by words: its document's title, where it stands, its context, itself."""
    title = document.title if document else None
    return [title or "", *passage.section_path, passage.context, passage.text]


def embedded_text(document: DocumentRecord | None, passage: PassageRecord) -> str:
    """What of a passage is searched by meaning: a header, then the passage.

    A header in front of each embedded passage cuts misses by a third or more (design notes).
    """
    return text_of(passage_fields(document, passage))


def text_of(fields: Sequence[str]) -> str:
    """Fields of a passage as one text for the model."""
    return "\n".join(part for part in fields if part)


def passage_numbers(text: str) -> list[str]:
    """Keys of the document numbers that a passage names, each a term of its own."""
    return [number_key(match.normalised) for match in find_numbers(text)]


@dataclass(slots=True)
class _Part:
    """A segment in the making: where its arrays come from, and its passage ids."""

    segment: Segment
    passages: npt.NDArray[np.int64]
    alive: npt.NDArray[np.bool_]
    source: tuple[Path, str] | None = None  # unchanged since that generation


@dataclass(slots=True)
class _State:
    parts: list[_Part] = field(default_factory=list)
    revision: int = 0
    vectors: FlatVectors | None = None
    generation: str | None = None  # the one it was read from
    other_model: bool = False  # its vectors are of no use: made anew, the lexical part stays
    damaged: bool = False  # the generation in force was damaged, this is the one before


def build(
    store: Store, data_dir: Path, embedder: Embedder | None = None, progress: Progress | None = None
) -> BuildResult:
    """Bring the indexes of `data_dir` up to date with the store; without an embedder, the lexical one only.

    Starts afresh where there is no usable index or it belongs to another store. Waits for another
    writer. Safe to kill at any moment.
    """
    folder = Path(data_dir) / INDEX_FOLDER
    with writer_lock(folder):
        state = _load(store, folder, embedder)
        return _update(store, folder, state, embedder, progress)


def rebuild(
    store: Store, data_dir: Path, embedder: Embedder | None = None, progress: Progress | None = None
) -> BuildResult:
    """Build the indexes anew from the store; the old generation serves until the swap."""
    folder = Path(data_dir) / INDEX_FOLDER
    with writer_lock(folder):
        return _update(store, folder, None, embedder, progress)


def _load(store: Store, folder: Path, embedder: Embedder | None) -> _State | None:
    try:
        generation = open_generation(folder)
    except IndexUnusableError:
        return None
    manifest = generation.manifest
    if manifest.store_id != store.identity or manifest.revision > store.revision:
        return None
    state = _State(revision=manifest.revision, generation=generation.name, damaged=generation.fallback_from is not None)
    alive = np.load(generation.folder / ALIVE, allow_pickle=False)
    offset = 0
    for name in manifest.segments:
        segment = Segment.open(generation.folder, name)
        passages = np.load(generation.folder / f"{name}.passages.npy", mmap_mode="r", allow_pickle=False)
        part = _Part(segment, passages, alive[offset : offset + len(segment)].copy(), (generation.folder, name))
        state.parts.append(part)
        offset += len(segment)
    if embedder is not None and manifest.model_id == embedder.model_id:
        state.vectors = FlatVectors.open(generation.folder / VECTORS)
    else:
        state.other_model = embedder is not None or manifest.model_id is not None
    return state


def _update(
    store: Store, folder: Path, state: _State | None, embedder: Embedder | None, progress: Progress | None
) -> BuildResult:
    if state is not None and store.revision == state.revision and not (state.damaged or state.other_model):
        return BuildResult(False, 0, 0, sum(int(part.alive.sum()) for part in state.parts))
    state = state or _State()
    changes = store.changes_since(state.revision)
    # What a writer adds while we read belongs to the next run: `added` is fixed by the snapshot above.
    removed = _remove(state, changes.removed)
    total = sum(record.passage_count for record in store.documents_by_ordinal(changes.added).values())
    done = 0
    vectors = state.vectors
    if embedder is not None and vectors is None:
        vectors = FlatVectors(embedder.dimension)
        for batch in _known_batches(store, state):
            _embed(embedder, vectors, *batch)
    new_parts: list[_Part] = []
    added = 0
    for records, documents in _new_batches(store, changes.added):
        occurrences = analyze(
            [passage_fields(documents.get(r.document), r) for r in records],
            [passage_numbers(record.text) for record in records],
        )
        ids = np.array([record.id for record in records], dtype=np.int64)
        new_parts.append(_Part(build_segment(occurrences), ids, np.ones(len(ids), dtype=np.bool_)))
        if embedder is not None and vectors is not None:
            _embed(embedder, vectors, records, documents)
        added += len(records)
        done += len(records)
        if progress is not None:
            progress(done, max(total, done))
    if new_parts:
        state.parts.append(_merge(new_parts) if len(new_parts) > 1 else new_parts[0])
    parts = _compact(state.parts)
    count = sum(int(part.alive.sum()) for part in parts)
    manifest = Manifest(
        revision=changes.revision,
        store_id=store.identity,
        count=count,
        segments=[f"s{number:03d}" for number in range(len(parts))],
        model_id=embedder.model_id if embedder is not None else None,
        dimension=embedder.dimension if embedder is not None else None,
    )

    def write(target_folder: Path) -> None:
        for name, part in zip(manifest.segments, parts, strict=True):
            if part.source is None:
                part.segment.save(target_folder, name)
                np.save(target_folder / f"{name}.passages.npy", part.passages, allow_pickle=False)
            else:
                source_folder, source_name = part.source
                for path in source_folder.glob(f"{source_name}.*.npy"):
                    shutil.copyfile(path, target_folder / (name + path.name[len(source_name) :]))
        alive = [part.alive for part in parts]
        np.save(target_folder / ALIVE, np.concatenate(alive) if alive else np.empty(0, dtype=np.bool_))
        if vectors is not None:
            vectors.save(target_folder / VECTORS)

    write_generation(folder, manifest, write, previous=state.generation)
    return BuildResult(True, added, removed, count)


def _remove(state: _State, ranges: Sequence[range]) -> int:
    """Mark the passages of ranges of ids dead. Ids ascend inside every part."""
    removed = 0
    for part in state.parts:
        gone = np.zeros(len(part.passages), dtype=np.bool_)
        for ids in ranges:
            first, last = np.searchsorted(part.passages, [ids.start, ids.stop])
            gone[first:last] = True
        gone &= part.alive
        if gone.any():
            part.alive = part.alive & ~gone
            removed += int(gone.sum())
            if state.vectors is not None:
                state.vectors.remove(np.asarray(part.passages)[gone])
    return removed


def _new_batches(
    store: Store, ordinals: Sequence[int]
) -> Iterator[tuple[list[PassageRecord], dict[int, DocumentRecord]]]:
    """Passages of documents in the order of their ids, in batches; furniture is left out."""
    remaining = iter(ordinals)
    records: list[PassageRecord] = []
    documents: dict[int, DocumentRecord] = {}
    while some := list(islice(remaining, 64)):
        documents.update(store.documents_by_ordinal(some))
        for ordinal in some:
            records += [record for record in store.document_passages(ordinal) if not record.furniture]
            if len(records) >= _BATCH:
                yield sorted(records, key=lambda record: record.id), documents
                records = []
        if not records:
            documents = {}
    if records:
        yield sorted(records, key=lambda record: record.id), documents


def _known_batches(store: Store, state: _State) -> Iterator[tuple[list[PassageRecord], dict[int, DocumentRecord]]]:
    """Passages that the index already holds, for a model that has not seen them."""
    for part in state.parts:
        ids = np.asarray(part.passages)[part.alive]
        for start in range(0, len(ids), _BATCH):
            found = store.passages(int(i) for i in ids[start : start + _BATCH])
            records = [found[i] for i in sorted(found)]
            yield records, store.documents_by_ordinal({record.document for record in records})


def _embed(
    embedder: Embedder,
    vectors: FlatVectors,
    records: Sequence[PassageRecord],
    documents: dict[int, DocumentRecord],
) -> None:
    if records:
        texts = [embedded_text(documents.get(record.document), record) for record in records]
        vectors.add(np.array([record.id for record in records], dtype=np.int64), embedder.encode_passages(texts))


def _merge(parts: Sequence[_Part]) -> _Part:
    alive = [part.alive for part in parts]
    passages = np.concatenate([np.asarray(part.passages)[living] for part, living in zip(parts, alive, strict=True)])
    return _Part(
        merge_segments([part.segment for part in parts], alive), passages, np.ones(len(passages), dtype=np.bool_)
    )


def _compact(parts: Sequence[_Part]) -> list[_Part]:
    """Merge neighbours until each segment is `_MERGE_RATIO` times the next; ids stay in order."""
    kept: list[_Part] = []
    for part in parts:
        living = int(part.alive.sum())
        if living == 0:
            continue
        if living < (1 - _DEAD_SHARE) * len(part.alive):
            part = _merge([part])
        kept.append(part)
    while len(kept) > 1 and len(kept[-2].passages) < _MERGE_RATIO * len(kept[-1].passages):
        kept[-2:] = [_merge(kept[-2:])]
    return kept
