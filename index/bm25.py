"""BM25 over lexical segments, exact: statistics are those of the live rows of all segments.

score(row) = sum over terms of weight * idf * tf * (k1 + 1) / (tf + k1 * (1 - b + b * length / mean length)),
idf = ln(1 + (n - df + .5) / (df + .5)). A term may stand for several hashes (an abbreviation and its
long form, all accented variants of an unaccented syllable); tf and df are then those of their union.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.postings import Segment

# Chosen on the train questions of zalo-phapdien, see evaluation/results/search.md.
K1 = 0.6
B = 0.65
_REMEMBERED = 10_000  # terms
_DENSE = 16  # a union of variants that may hold more than a 16th of the rows is summed over all rows
_KEPT_SHARE = 32  # what a term that more than a 32nd of the rows hold gives to each row is kept ...
_KEPT_BYTES = 32 << 20  # ... up to so much memory: "của", "quy định", "là gì" come in most questions


@dataclass(frozen=True, slots=True)
class Term:
    """One unit of a query: found under any of `hashes`, or of `bares` (terms without diacritics)."""

    hashes: tuple[int, ...] = ()
    bares: tuple[int, ...] = ()
    weight: float = 1.0


class Bm25:
    """Scores rows; global row = row in its segment + the number of rows of the segments before it."""

    def __init__(
        self,
        segments: Sequence[Segment],
        alive: npt.NDArray[np.bool_] | None = None,
        k1: float = K1,
        b: float = B,
    ) -> None:
        self.segments = list(segments)
        self.offsets = np.cumsum([0, *(len(segment) for segment in self.segments)])
        self.rows = int(self.offsets[-1])
        self.all_alive = alive is None or bool(alive.all())
        self.alive = np.ones(self.rows, dtype=np.bool_) if alive is None else alive
        if len(self.alive) != self.rows:
            raise ValueError(f"{len(self.alive)} live marks for {self.rows} rows")
        self.k1 = k1
        self._bounds: dict[Term, int] = {}  # asked several times for each word of a query
        self._kept: dict[Term, npt.NDArray[np.float32]] = {}  # least lately asked first
        lengths = (
            np.concatenate([segment.lengths for segment in self.segments])
            if self.segments
            else np.empty(0, dtype=np.int32)
        )
        self.live_rows = int(self.alive.sum())
        mean = float(lengths[self.alive].mean()) if self.live_rows else 1.0
        self.norms = (k1 * (1 - b + b * lengths / max(mean, 1e-9))).astype(np.float32)

    def postings(self, term: Term) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
        """Global rows (ascending, live ones) and counts of a term."""
        rows_parts: list[npt.NDArray[np.int64]] = []
        count_parts: list[npt.NDArray[np.float32]] = []
        for segment, offset in zip(self.segments, self.offsets, strict=False):
            found = [segment.postings(position) for position in self._positions(segment, term)]
            if not found:
                continue
            rows = np.concatenate([rows for rows, _ in found]).astype(np.int64)
            counts = np.concatenate([counts for _, counts in found]).astype(np.float32)
            if len(found) > 1:
                rows, counts = _sum_by_row(rows, counts, len(segment))
            rows_parts.append(rows + int(offset))
            count_parts.append(counts)
        if not rows_parts:
            return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float32)
        rows, counts = np.concatenate(rows_parts), np.concatenate(count_parts)
        if not self.all_alive:
            living = self.alive[rows]
            rows, counts = rows[living], counts[living]
        return rows, counts

    def frequency_bound(self, term: Term) -> int:
        """An upper bound of the number of rows with a term, without reading postings."""
        known = self._bounds.get(term)
        if known is not None:
            return known
        total = 0
        for segment in self.segments:
            positions = self._positions(segment, term)
            total += sum(int(segment.starts[p + 1] - segment.starts[p]) for p in positions)
        if len(self._bounds) >= _REMEMBERED:
            self._bounds.clear()
        self._bounds[term] = total
        return total

    def idf(self, frequency: int) -> float:
        """Weight of a term that `frequency` live rows hold."""
        return float(np.log1p((self.live_rows - frequency + 0.5) / (frequency + 0.5)))

    def rarities(self, hashes: npt.NDArray[np.uint64]) -> npt.NDArray[np.float32]:
        """Inverse document frequencies of many terms at once (dead rows count as holding them)."""
        total = np.zeros(len(hashes), dtype=np.int64)
        unique, place = np.unique(hashes, return_inverse=True)
        for segment in self.segments:
            at = np.minimum(np.searchsorted(segment.terms, unique), max(len(segment.terms) - 1, 0))
            if len(segment.terms):
                size = segment.starts[at + 1] - segment.starts[at]
                total += np.where(segment.terms[at] == unique, size, 0)[place]
        total = np.minimum(total, self.live_rows)
        return np.log1p((self.live_rows - total + 0.5) / (total + 0.5)).astype(np.float32)

    def scores(self, terms: Sequence[Term]) -> npt.NDArray[np.float32]:
        """Score of every row, float32 `[rows]`; 0 where no term occurs."""
        scores = np.zeros(self.rows, dtype=np.float32)
        for term in terms:
            if self.frequency_bound(term) * _KEPT_SHARE > self.rows:
                scores += self._given(term)
                continue
            rows, counts = self.postings(term)
            if len(rows):
                scores[rows] += self._points(term, rows, counts)
        return scores

    def _points(
        self, term: Term, rows: npt.NDArray[np.int64], counts: npt.NDArray[np.float32]
    ) -> npt.NDArray[np.float32]:
        factor = np.float32(term.weight * self.idf(len(rows)) * (self.k1 + 1))
        return np.asarray(factor * counts / (counts + self.norms[rows]), dtype=np.float32)

    def _given(self, term: Term) -> npt.NDArray[np.float32]:
        """What a frequent term gives to every row. Not to be changed: it may be kept for the next query."""
        given = self._kept.pop(term, None)
        if given is None:
            given = np.zeros(self.rows, dtype=np.float32)
            if term.bares and self.frequency_bound(term) * _DENSE > self.rows:
                self._add_dense(given, term)
            else:
                rows, counts = self.postings(term)
                if len(rows):
                    given[rows] = self._points(term, rows, counts)
        if given.nbytes <= _KEPT_BYTES:
            self._kept[term] = given
            # Another thread may be at the same: the bound is kept to within what the threads hold.
            while len(self._kept) * given.nbytes > _KEPT_BYTES:
                try:
                    self._kept.pop(next(iter(self._kept)), None)
                except (StopIteration, RuntimeError):
                    break
        return given

    def _add_dense(self, scores: npt.NDArray[np.float32], term: Term) -> None:
        """What `scores` does with one term, over all rows at once: faster where many variants hold many rows."""
        totals = np.zeros(self.rows, dtype=np.float32)
        for segment, offset in zip(self.segments, self.offsets, strict=False):
            part = totals[int(offset) : int(offset) + len(segment)]
            for position in self._positions(segment, term):
                rows, counts = segment.postings(position)
                part[rows] += counts  # a row occurs once in the postings of a term
        if not self.all_alive:
            totals *= self.alive
        factor = np.float32(term.weight * self.idf(int(np.count_nonzero(totals))) * (self.k1 + 1))
        scores += factor * totals / (totals + self.norms)

    @staticmethod
    def _positions(segment: Segment, term: Term) -> list[int]:
        positions = {p for h in term.hashes for p in segment.find(h)}
        positions.update(p for h in term.bares for p in segment.find_bare(h))
        return sorted(positions)


def _sum_by_row(
    rows: npt.NDArray[np.int64], counts: npt.NDArray[np.float32], size: int
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
    if len(rows) * 8 > size:
        totals = np.bincount(rows, weights=counts, minlength=size)
        unique = np.flatnonzero(totals)
        return unique, totals[unique].astype(np.float32)
    unique, inverse = np.unique(rows, return_inverse=True)
    return unique, np.bincount(inverse, weights=counts).astype(np.float32)


def best_rows(
    scores: npt.NDArray[np.float32], k: int, allowed: npt.NDArray[np.bool_] | None = None
) -> npt.NDArray[np.int64]:
    """Rows with the `k` highest positive scores, best first; equal scores by row."""
    if allowed is not None:
        scores = np.where(allowed, scores, 0)
    candidates = np.flatnonzero(scores > 0)
    if len(candidates) > k > 0:
        threshold = np.partition(scores[candidates], len(candidates) - k)[len(candidates) - k]
        candidates = candidates[scores[candidates] >= threshold]
    order = np.lexsort((candidates, -scores[candidates]))
    return candidates[order[:k]]
