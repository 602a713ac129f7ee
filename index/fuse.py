"""Fusion of the two sides: a weighted sum of normalised scores.

On ten Vietnamese retrieval sets such a sum beats reciprocal rank fusion and either side alone
(ViRE, EACL 2026). Weights: evaluation/results/search.md.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]

DEPTH = 100  # candidates of each side

# Weight of the meaning. A few key words are meant literally, a question in full sentences is not:
# staff questions (9 syllables) do best below .2, law questions (15 syllables) at .4.
SHORT_QUERY, SHORT_WEIGHT = 10, 0.15
LONG_QUERY, LONG_WEIGHT = 14, 0.4


def normalise(scores: Scores, best: Scores) -> Scores:
    """Scores of candidates -> 0..1: the highest of `best`, one side's best scores, becomes 1, 0 stays 0; what
    is below 0 is 0.

    A floor at the hundredth best score, which was tried before, takes away what tells a side that knows
    from one that guesses: ndcg@10 of the sum .770 -> .774 without it (750 questions).

    >>> best = np.array([4, 3, 2], dtype=np.float32)
    >>> [float(s) for s in normalise(np.array([4, 3, 1, -1], dtype=np.float32), best)]
    [1.0, 0.75, 0.25, 0.0]
    """
    high = float(best.max(initial=0))
    if high <= 0:
        return np.zeros(len(scores), dtype=np.float32)
    return np.asarray(np.clip(scores / high, 0.0, 1.0), dtype=np.float32)


def semantic_weight(syllables: int) -> float:
    """Weight of the semantic side for a query of so many syllables.

    >>> [round(semantic_weight(n), 2) for n in (1, 10, 12, 14, 100)]
    [0.15, 0.15, 0.28, 0.4, 0.4]
    """
    share = (syllables - SHORT_QUERY) / (LONG_QUERY - SHORT_QUERY)
    return SHORT_WEIGHT + (LONG_WEIGHT - SHORT_WEIGHT) * min(max(share, 0.0), 1.0)


def fuse(lexical: Scores, semantic: Scores, weight: float) -> Scores:
    """Sum of two arrays of normalised scores of the same candidates, `weight` on the second, 0..1."""
    return np.asarray((1 - weight) * lexical + weight * semantic, dtype=np.float32)
