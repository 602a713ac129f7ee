"""Ranking measures. `ranking` is document ids, best first; `relevant` maps id -> grade (> 0)."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

import numpy as np


def hit_at(ranking: Sequence[str], relevant: Mapping[str, int], k: int) -> float:
    """1 where any relevant document is among the first `k`."""
    return float(any(relevant.get(document, 0) > 0 for document in ranking[:k]))


def recall_at(ranking: Sequence[str], relevant: Mapping[str, int], k: int) -> float:
    """Share of the relevant documents that are among the first `k`."""
    wanted = {document for document, grade in relevant.items() if grade > 0}
    return len(wanted.intersection(ranking[:k])) / len(wanted) if wanted else 0.0


def reciprocal_rank_at(ranking: Sequence[str], relevant: Mapping[str, int], k: int) -> float:
    """1 / rank of the first relevant document, 0 where none is among the first `k`."""
    for rank, document in enumerate(ranking[:k], 1):
        if relevant.get(document, 0) > 0:
            return 1 / rank
    return 0.0


def ndcg_at(ranking: Sequence[str], relevant: Mapping[str, int], k: int) -> float:
    """Normalised discounted cumulative gain with the grade as gain, as trec_eval computes it."""
    gain = sum(max(relevant.get(d, 0), 0) / math.log2(rank + 1) for rank, d in enumerate(ranking[:k], 1))
    grades = sorted((grade for grade in relevant.values() if grade > 0), reverse=True)
    ideal = sum(grade / math.log2(rank + 1) for rank, grade in enumerate(grades[:k], 1))
    return gain / ideal if ideal else 0.0


def percentile(values: Sequence[float], share: float) -> float:
    """Nearest-rank percentile, `share` in 0..1.

    >>> percentile([5.0, 1.0, 3.0], 0.5), percentile([5.0, 1.0, 3.0], 0.95)
    (3.0, 5.0)
    """
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)] if ordered else 0.0


def summarize(
    rankings: Mapping[str, Sequence[str]],
    qrels: Mapping[str, Mapping[str, int]],
    milliseconds: Sequence[float],
) -> dict[str, float]:
    """The contract's figures of one system: means over all judged queries, a missing ranking counts 0."""
    count = max(len(qrels), 1)

    def mean(measure: Callable[[Sequence[str], Mapping[str, int], int], float], k: int) -> float:
        return round(sum(measure(rankings.get(q, ()), judged, k) for q, judged in qrels.items()) / count, 4)

    return {
        "hit@1": mean(hit_at, 1),
        "recall@10": mean(recall_at, 10),
        "recall@100": mean(recall_at, 100),
        "mrr@10": mean(reciprocal_rank_at, 10),
        "ndcg@10": mean(ndcg_at, 10),
        "ms_p50": round(percentile(milliseconds, 0.5), 2),
        "ms_p95": round(percentile(milliseconds, 0.95), 2),
    }


def interval(values: Sequence[float], share: float = 0.95, rounds: int = 2000, seed: int = 1) -> tuple[float, float]:
    """Bootstrap interval of the mean: what `share` of the means of as many questions, drawn anew, lie between.

    >>> interval([1.0] * 20)
    (1.0, 1.0)
    """
    if not values:
        return 0.0, 0.0
    chance = np.random.default_rng(seed)
    table = np.asarray(values, dtype=np.float64)
    means = np.sort(table[chance.integers(0, len(table), (rounds, len(table)))].mean(axis=1))
    outside = (1 - share) / 2
    return round(float(np.quantile(means, outside)), 4), round(float(np.quantile(means, 1 - outside)), 4)


def paired_p(before: Sequence[float], after: Sequence[float], rounds: int = 10_000, seed: int = 1) -> float:
    """Two-sided randomisation test: how often a difference of means at least as large comes about when
    the two results of each question are swapped by chance.

    >>> paired_p([0.0] * 30, [1.0] * 30) < 0.001, paired_p([1.0, 0.0], [1.0, 0.0])
    (True, 1.0)
    """
    differences = np.asarray(after, dtype=np.float64) - np.asarray(before, dtype=np.float64)
    differences = differences[differences != 0]
    if len(differences) == 0:
        return 1.0
    chance = np.random.default_rng(seed)
    signs = chance.choice(np.array([-1.0, 1.0]), (rounds, len(differences)))
    as_far = np.abs(signs @ differences) >= abs(float(differences.sum())) - 1e-9
    return round((int(as_far.sum()) + 1) / (rounds + 1), 4)
