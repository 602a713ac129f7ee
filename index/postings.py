"""Immutable lexical segments: which rows hold a term, how often.

A segment is a set of arrays that are memory-mapped when opened. Rows are numbered from 0 inside a
segment. Segments are concatenated, not re-analysed, when they are merged.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.analyze import Hashes, Occurrences

_MAX_FREQUENCY = 255


@dataclass(slots=True)
class Segment:
    """Postings of `len(lengths)` rows and `len(terms)` distinct terms.

    The rows of term `i`, ascending, are `rows[starts[i]:starts[i + 1]]`, their counts the same slice of
    `counts` (at most 255). `terms` is sorted. `bares` holds the bare hash of every term, sorted, and
    `bare_terms[j]` says which term `bares[j]` belongs to.
    """

    terms: Hashes
    starts: npt.NDArray[np.int64]
    rows: npt.NDArray[np.int32]
    counts: npt.NDArray[np.uint8]
    bares: Hashes
    bare_terms: npt.NDArray[np.int32]
    lengths: npt.NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.lengths)

    def find(self, term: int) -> list[int]:
        """Positions of a term in `terms`: none or one."""
        position = int(np.searchsorted(self.terms, np.uint64(term)))
        return [position] if position < len(self.terms) and int(self.terms[position]) == term else []

    def find_bare(self, bare: int) -> list[int]:
        """Positions of all terms that are `bare` without their diacritics."""
        first = int(np.searchsorted(self.bares, np.uint64(bare), side="left"))
        last = int(np.searchsorted(self.bares, np.uint64(bare), side="right"))
        return [int(position) for position in self.bare_terms[first:last]]

    def postings(self, position: int) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.uint8]]:
        """Rows and counts of the term at a position of `terms`."""
        start, end = int(self.starts[position]), int(self.starts[position + 1])
        return self.rows[start:end], self.counts[start:end]

    def save(self, folder: Path, name: str) -> list[Path]:
        """Write one `.npy` file per array; gives their paths."""
        paths = []
        for field in fields(self):
            path = folder / f"{name}.{field.name}.npy"
            np.save(path, getattr(self, field.name), allow_pickle=False)
            paths.append(path)
        return paths

    @classmethod
    def open(cls, folder: Path, name: str) -> Segment:
        """Memory-map a saved segment."""
        arrays = {
            # A plain view: indexing an np.memmap costs several times as much.
            field.name: np.load(folder / f"{name}.{field.name}.npy", mmap_mode="r", allow_pickle=False).view(np.ndarray)
            for field in fields(cls)
        }
        return cls(**arrays)


def _shadow(bares: Hashes) -> tuple[Hashes, npt.NDArray[np.int32]]:
    order = np.argsort(bares, kind="stable").astype(np.int32)
    return bares[order], order


def build_segment(occurrences: Occurrences) -> Segment:
    """Sort the occurrences of a batch into a segment."""
    terms, first, term_of = np.unique(occurrences.terms, return_index=True, return_inverse=True)
    keys = (term_of.astype(np.uint64) << np.uint64(32)) | occurrences.rows.astype(np.uint64)
    keys, counts = np.unique(keys, return_counts=True)
    owner = (keys >> np.uint64(32)).astype(np.int64)
    starts = np.zeros(len(terms) + 1, dtype=np.int64)
    np.cumsum(np.bincount(owner, minlength=len(terms)), out=starts[1:])
    bares, bare_terms = _shadow(occurrences.bares[first])
    return Segment(
        terms=terms,
        starts=starts,
        rows=(keys & np.uint64(0xFFFFFFFF)).astype(np.int32),
        counts=np.minimum(counts, _MAX_FREQUENCY).astype(np.uint8),
        bares=bares,
        bare_terms=bare_terms,
        lengths=occurrences.lengths,
    )


def merge_segments(segments: Sequence[Segment], alive: Sequence[npt.NDArray[np.bool_]]) -> Segment:
    """One segment with the live rows of several, in their order; dead rows and unused terms are dropped."""
    kept_rows: list[npt.NDArray[np.int32]] = []
    kept_counts: list[npt.NDArray[np.uint8]] = []
    kept_sizes: list[npt.NDArray[np.int64]] = []
    offset = 0
    for segment, living in zip(segments, alive, strict=True):
        renumbered = (np.cumsum(living) - 1 + offset).astype(np.int32)
        offset += int(living.sum())
        keep = living[segment.rows]
        kept_rows.append(renumbered[segment.rows[keep]])
        kept_counts.append(segment.counts[keep])
        before = np.zeros(len(keep) + 1, dtype=np.int64)
        np.cumsum(keep, out=before[1:])
        kept_sizes.append(np.diff(before[segment.starts]))

    terms = np.unique(np.concatenate([s.terms[size > 0] for s, size in zip(segments, kept_sizes, strict=True)]))
    bares = np.zeros(len(terms), dtype=np.uint64)
    sizes = np.zeros(len(terms), dtype=np.int64)
    places: list[npt.NDArray[np.int64]] = []  # for each segment: number in `terms` of each kept term
    for segment, size in zip(segments, kept_sizes, strict=True):
        place = np.searchsorted(terms, segment.terms[size > 0])
        places.append(place)
        sizes[place] += size[size > 0]
        bare_of = np.empty(len(segment.terms), dtype=np.uint64)
        bare_of[segment.bare_terms] = segment.bares
        bares[place] = bare_of[size > 0]
    starts = np.zeros(len(terms) + 1, dtype=np.int64)
    np.cumsum(sizes, out=starts[1:])

    rows = np.empty(int(starts[-1]), dtype=np.int32)
    counts = np.empty(int(starts[-1]), dtype=np.uint8)
    filled = starts[:-1].copy()
    for place, size, segment_rows, segment_counts in zip(places, kept_sizes, kept_rows, kept_counts, strict=True):
        size = size[size > 0]
        begin = np.zeros(len(size), dtype=np.int64)
        np.cumsum(size[:-1], out=begin[1:])
        target = np.repeat(filled[place] - begin, size) + np.arange(len(segment_rows))
        rows[target] = segment_rows
        counts[target] = segment_counts
        filled[place] += size
    sorted_bares, bare_terms = _shadow(bares)
    lengths = np.concatenate([s.lengths[a] for s, a in zip(segments, alive, strict=True)]).astype(np.int32)
    return Segment(terms, starts, rows, counts, sorted_bares, bare_terms, lengths)
