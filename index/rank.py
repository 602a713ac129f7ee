"""Both sides of the search, fused: the ranking that the product and its evaluation share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.bm25 import Bm25, Term, best_rows
from index.fuse import DEPTH, LONG_WEIGHT, fuse, normalise
from index.surroundings import NOWHERE, Near, surroundings
from index.vectors import VectorIndex

Rows = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
Vector = npt.NDArray[np.float32]

MAX_TERMS = 64  # of a longer query, the rarest terms are scored
MIN_COSINE = 0.2  # below, a passage is no match in meaning


@dataclass(slots=True)
class Ranked:
    """A candidate: its row and what it scored, each 0..1.

    `bm25` and `cosine` are the scores before they were normalised; `near` is what the ranker knows of
    the passages around it.
    """

    row: int
    score: float
    lexical: float
    semantic: float
    bm25: float = 0.0
    cosine: float = 0.0
    near: Near = NOWHERE


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
    """Candidates, best first: the `depth` best of each side, each scored on both.

    `passages[row]` are the ids of `vectors`, ascending; `vector` None ranks by words alone, no
    `terms` by meaning alone. `allowed` None: every live row.
    """
    scores = bm25.scores(rarest(terms, bm25))
    lexical_rows = best_rows(scores, depth, bm25.alive if allowed is None else allowed)
    if vector is None or vectors is None:
        lexical = normalise(scores[lexical_rows], scores[lexical_rows])
        near = surroundings(lexical_rows, document, group, bm25.alive, scores, None)
        columns = (lexical, lexical, np.zeros_like(lexical), scores[lexical_rows], np.zeros_like(lexical))
        return _candidates(lexical_rows, columns, near)
    everything = allowed is None or bool(np.array_equal(allowed, bm25.alive))
    ids, best = vectors.search(vector, depth, None if everything else passages[allowed])
    alike = best >= MIN_COSINE
    semantic_rows, best = rows_of(passages, ids[alike]), best[alike]
    rows = np.union1d(lexical_rows, semantic_rows)
    if len(rows) == 0:
        return []
    index, query = vectors, vector

    def cosine_of(wanted: Rows) -> Vector:
        return np.asarray(index.get(passages[wanted]) @ query, dtype=np.float32)

    cosines = cosine_of(rows)
    lexical = normalise(scores[rows], scores[lexical_rows])
    semantic = normalise(cosines, best)
    fused = fuse(lexical, semantic, weight) if terms else semantic
    order = np.lexsort((rows, -scores[rows], -fused))
    rows = rows[order]
    near = surroundings(rows, document, group, bm25.alive, scores, cosine_of)
    return _candidates(rows, (fused[order], lexical[order], semantic[order], scores[rows], cosines[order]), near)


def _candidates(rows: Rows, columns: Sequence[Vector], near: Sequence[Near]) -> list[Ranked]:
    values = zip(rows.tolist(), *(column.tolist() for column in columns), near, strict=True)
    return [Ranked(*value) for value in values]
