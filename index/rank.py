"""Both sides of the search, fused: the ranking that the product and its evaluation share."""

from __future__ import annotations

import os
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from index.bm25 import Bm25, Term, best_rows
from index.fuse import DEPTH, LONG_WEIGHT, fuse, normalise
from index.surroundings import NOWHERE, Near, surroundings
from index.vectors import VectorIndex
from index.within import OUTSIDE, Looked, Within, look_within

Rows = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
Vector = npt.NDArray[np.float32]

MAX_TERMS = 64  # of a longer query, the rarest terms are scored
MIN_COSINE = 0.2  # below, a passage is no match in meaning
COMPARED = 40  # candidates that the ranker compares by their fused score, beside those from within documents


@dataclass(slots=True)
class Ranked:
    """A candidate: its row and what it scored, each 0..1.

    `bm25` and `cosine` are the scores before they were normalised; `near` and `within` are what the ranker knows of
    the passages around it and of its document; `compared`: it is one of those the ranker puts in order.
    """

    row: int
    score: float
    lexical: float
    semantic: float
    bm25: float = 0.0
    cosine: float = 0.0
    near: Near = NOWHERE
    within: Within = OUTSIDE
    compared: bool = False


_beside: ThreadPoolExecutor


def _start_threads() -> None:
    global _beside
    _beside = ThreadPoolExecutor(max_workers=4, thread_name_prefix="vectors")


# The nearest vectors are found on another core while words are counted on this one. A forked process has none of
# its parent's threads.
_start_threads()
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_start_threads)


def rarest(terms: list[Term], bm25: Bm25) -> list[Term]:
    """At most `MAX_TERMS`, the rarest: a query of thousands of words costs what one of 64 does."""
    if len(terms) <= MAX_TERMS:
        return terms
    frequency = [bm25.frequency_bound(term) for term in terms]
    order = sorted((i for i in range(len(terms)) if frequency[i]), key=frequency.__getitem__)
    return [terms[i] for i in order[:MAX_TERMS]]


def rows_of(passages: Rows, ids: Rows) -> Rows:
    """Positions in `passages` (ascending ids) of those `ids` that it holds, in the order of `ids`."""
    if len(passages) == 0:
        return np.empty(0, dtype=np.int64)
    place = np.minimum(np.searchsorted(passages, ids), len(passages) - 1)
    return np.asarray(place[passages[place] == ids], dtype=np.int64)


def rank(
    bm25: Bm25,
    vectors: VectorIndex | None,
    passages: Rows,
    terms: list[Term],
    vector: Vector | None,
    allowed: Mask | None = None,
    depth: int = DEPTH,
    weight: float = LONG_WEIGHT,
    document: npt.NDArray[np.int32] | None = None,
    group: npt.NDArray[np.int32] | None = None,
) -> list[Ranked]:
    """Candidates, best first: the `depth` best of each side, and what the best documents hold besides
    (`index.within`), each scored on both sides.

    `passages[row]` are the ids of `vectors`, ascending; `vector` None ranks by words alone, no
    `terms` by meaning alone. `allowed` None: every live row. `document[row]` numbers the documents, `group[row]`
    what belongs together beyond that; None: the same.
    """
    terms = rarest(terms, bm25)
    allowed = bm25.alive if allowed is None else allowed
    group = document if group is None else group
    alike_ids: Future[tuple[Rows, Vector]] | None = None
    if vector is not None and vectors is not None:
        everything = bool(np.array_equal(allowed, bm25.alive))
        alike_ids = _beside.submit(vectors.search, vector, depth, None if everything else passages[allowed])
    scores = bm25.scores(terms)
    rows = lexical_rows = best_rows(scores, depth, allowed)
    sides = _Sides(scores, scores[lexical_rows], weight if terms else 1.0)
    if vector is not None and vectors is not None and alike_ids is not None:
        ids, best = alike_ids.result()
        alike = best >= MIN_COSINE
        rows = np.union1d(lexical_rows, rows_of(passages, ids[alike]))
        sides.meaning, sides.best_cosines = _Meaning(vectors, passages, vector), best[alike]
    if len(rows) == 0:
        return []
    columns = sides.of(rows)
    looked: Looked | None = None
    if group is not None:
        looked = look_within(bm25, terms, group, allowed, scores, rows, columns[0])
        more = np.setdiff1d(looked.rows[looked.taken], rows, assume_unique=True)
        if len(more):
            columns = tuple(np.concatenate(pair) for pair in zip(columns, sides.of(more), strict=True))
            rows = np.concatenate([rows, more])
    fused, _, _, by_words, _ = columns
    order = np.lexsort((rows, -by_words, -fused))
    rows = rows[order]
    found = [Ranked(*v) for v in zip(rows.tolist(), *(column[order].tolist() for column in columns), strict=True)]
    compared = np.arange(len(rows)) < COMPARED
    if looked is not None:
        compared |= np.isin(rows, looked.rows[looked.taken], assume_unique=True)
    rows = rows[compared]
    near = surroundings(rows, document, group, bm25.alive, scores, sides.meaning)
    within = [OUTSIDE] * len(rows) if looked is None or group is None else looked.of(rows, group[rows])
    for place, beside, inside in zip(np.flatnonzero(compared).tolist(), near, within, strict=True):
        found[place].near, found[place].within, found[place].compared = beside, inside, True
    return found


@dataclass(frozen=True, slots=True)
class _Meaning:
    """Cosines of rows to the query."""

    vectors: VectorIndex
    passages: Rows
    vector: Vector

    def __call__(self, rows: Rows) -> Vector:
        return np.asarray(self.vectors.get(self.passages[rows]) @ self.vector, dtype=np.float32)


@dataclass(slots=True)
class _Sides:
    """What makes the scores of a candidate. `weight`: of the meaning, where there is one."""

    scores: Vector
    best_scores: Vector
    weight: float
    meaning: _Meaning | None = None
    best_cosines: Vector = field(default_factory=lambda: np.zeros(0, dtype=np.float32))

    def of(self, rows: Rows) -> tuple[Vector, ...]:
        """Fused, lexical and semantic scores, 0..1, then BM25 scores and cosines."""
        lexical = normalise(self.scores[rows], self.best_scores)
        if self.meaning is None:
            return lexical, lexical, np.zeros_like(lexical), self.scores[rows], np.zeros_like(lexical)
        cosines = self.meaning(rows)
        semantic = normalise(cosines, self.best_cosines)
        return fuse(lexical, semantic, self.weight), lexical, semantic, self.scores[rows], cosines
