"""What a search reads: one generation of the indexes beside one revision of the store."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.abbreviate import Abbreviations
from index.bm25 import Bm25
from index.build import ALIVE, INDEX_FOLDER, VECTORS
from index.document_filter import fold_key
from index.generation import IndexUnusableError, open_generation
from index.merged_province import split_province
from index.postings import Segment
from index.query import Filters, type_names
from index.records import KINDS, DocumentFacet
from index.store import Store
from index.vectors import FlatVectors, VectorIndex
from ingest import messages
from ingest.clean.fold import strip_diacritics

Rows = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]


@dataclass(slots=True)
class Snapshot:
    """Never changed once made, so searches under way are unaffected by a swap.

    Rows are those of `bm25`. `passages[row]` is the passage's id, `documents[document[row]]` its
    document, `KINDS[kind[row]]` its kind; `searchable` leaves out what is removed or furniture.
    `numbers` maps the first part of a number's key to positions in `documents`.
    """

    name: str
    revision: int
    bm25: Bm25
    passages: Rows
    document: npt.NDArray[np.int32]
    kind: npt.NDArray[np.int8]
    searchable: Mask
    documents: list[DocumentFacet]
    numbers: dict[str, list[int]]
    vectors: VectorIndex | None
    abbreviations: Abbreviations
    model_id: str | None
    notes: list[str]

    def mask(self, filters: Filters) -> Mask:
        """Rows that may be found under the filters."""
        mask = self.searchable
        if filters.kind:
            mask = mask & (self.kind == (KINDS.index(filters.kind) if filters.kind in KINDS else -1))
        if filters.year is None and not (filters.type or filters.issuer or filters.document):
            return mask
        wanted = np.array([self._qualifies(facet, filters) for facet in self.documents], dtype=np.bool_)
        return mask & wanted[self.document] if len(wanted) else np.zeros_like(mask)

    def _qualifies(self, facet: DocumentFacet, filters: Filters) -> bool:
        if filters.document and facet.id != filters.document:
            return False
        if filters.year is not None and facet.year != filters.year:
            return False
        if filters.type:
            wanted = type_names().get(fold_key(filters.type) or "", (fold_key(filters.type) or ""))
            if strip_diacritics(facet.type_code or "").lower() != wanted:
                return False
        if filters.issuer:
            known = set((facet.issuer_key or "").split())
            long = fold_key(self.abbreviations.expand_all(filters.issuer)) or ""
            if all(part in known for part in long.replace(",", " ").split()):
                return True
            # A province's name stands for those that were merged into it, too.
            rest, provinces = split_province(long)
            return facet.province in provinces and all(part in known for part in rest.replace(",", " ").split())
        return True


def open_snapshot(store: Store, data_dir: Path, with_vectors: bool) -> Snapshot:
    """Open the generation in force; raises IndexUnusableError where none fits the store."""
    generation = open_generation(data_dir / INDEX_FOLDER)
    manifest = generation.manifest
    if manifest.store_id != store.identity:
        raise IndexUnusableError(messages.INDEX_OTHER_STORE)
    notes = [messages.INDEX_FALLBACK] if generation.fallback_from else []
    folder = generation.folder
    ids = [np.load(folder / f"{name}.passages.npy", allow_pickle=False) for name in manifest.segments]
    passages: Rows = np.concatenate(ids) if ids else np.empty(0, dtype=np.int64)
    bm25 = Bm25([Segment.open(folder, name) for name in manifest.segments], np.load(folder / ALIVE, allow_pickle=False))
    columns = store.columns()
    document = np.zeros(len(passages), dtype=np.int32)
    kind = np.zeros(len(passages), dtype=np.int8)
    searchable = np.zeros(len(passages), dtype=np.bool_)
    if len(columns.passage):
        place = np.minimum(np.searchsorted(columns.passage, passages), len(columns.passage) - 1)
        document, kind = columns.document[place], columns.kind[place]
        searchable = bm25.alive & (columns.passage[place] == passages) & ~columns.furniture[place]
    numbers: dict[str, list[int]] = {}
    for position, facet in enumerate(columns.documents):
        if facet.number_key:
            numbers.setdefault(facet.number_key.split("/")[0], []).append(position)
    vectors = None
    if with_vectors and manifest.model_id is not None:
        vectors = FlatVectors.open(folder / VECTORS)
    elif with_vectors:
        notes.append(messages.INDEX_WITHOUT_VECTORS)
    return Snapshot(
        name=generation.name,
        revision=columns.revision,
        bm25=bm25,
        passages=passages,
        document=document,
        kind=kind,
        searchable=searchable,
        documents=columns.documents,
        numbers=numbers,
        vectors=vectors,
        abbreviations=Abbreviations(store.abbreviations()),
        model_id=manifest.model_id,
        notes=notes,
    )
