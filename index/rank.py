"""Both sides of the search, fused: the ranking that the product and its evaluation share."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.bm25 import Bm25, Term, best_rows
from index.fuse import DEPTH, LONG_WEIGHT, fuse, normalise
from index.vectors import VectorIndex

Rows = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
Vector = npt.NDArray[np.float32]

MAX_TERMS = 64  # of a longer query, the rarest terms are scored
MIN_COSINE = 0.2  # below, a passage is no match in meaning


@dataclass(slots=True)
class Ranked:
    """A candidate: its row and what it scored, each 0..1."""

    row: int
    score: float
    lexical: float
    semantic: float


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
) -> list[Ranked]:
    """Candidates, best first: the `depth` best of each side, each scored on both.

    `passages[row]` are the ids of `vectors`, ascending; `vector` None ranks by words alone, no
    `terms` by meaning alone. `allowed` None: every live row.
    """
    scores = bm25.scores(rarest(terms, bm25))
    lexical_rows = best_rows(scores, depth, bm25.alive if allowed is None else allowed)
    if vector is None or vectors is None:
        lexical = normalise(scores[lexical_rows], scores[lexical_rows])
        return [Ranked(int(r), float(s), float(s), 0.0) for r, s in zip(lexical_rows, lexical, strict=True)]
    everything = allowed is None or bool(np.array_equal(allowed, bm25.alive))
    ids, cosines = vectors.search(vector, depth, None if everything else passages[allowed])
    near = cosines >= MIN_COSINE
    semantic_rows, cosines = rows_of(passages, ids[near]), cosines[near]
    rows = np.union1d(lexical_rows, semantic_rows)
    if len(rows) == 0:
        return []
    lexical = normalise(scores[rows], scores[lexical_rows])
    semantic = normalise(vectors.get(passages[rows]) @ vector, cosines)
    fused = fuse(lexical, semantic, weight) if terms else semantic
    order = np.lexsort((rows, -scores[rows], -fused))
    return [Ranked(int(rows[i]), float(fused[i]), float(lexical[i]), float(semantic[i])) for i in order]
