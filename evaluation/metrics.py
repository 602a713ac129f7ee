"""Ranking measures, of whole systems by ir-measures (trec_eval's own code), with what the library lacks: intervals,
a paired test, percentiles, and nDCG of one ranking for the loops of training."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np

# Names of the library -> names of the contract.
_MEASURES = {"Success@1": "hit@1", "R@10": "recall@10", "R@100": "recall@100", "RR@10": "mrr@10", "nDCG@10": "ndcg@10"}


def ndcg_at(ranking: Sequence[str], relevant: Mapping[str, int], k: int) -> float:
    """Normalised discounted cumulative gain with the grade as gain, as trec_eval computes it.

    `ranking` is document ids, best first; `relevant` maps id -> grade (> 0).
    """
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
    import ir_measures

    # Scores that fall with the place: the library sorts by them, and equal ones by the document's id.
    run = {q: {d: -float(place) for place, d in enumerate(ranking)} for q, ranking in rankings.items() if ranking}
    wanted = {q: dict(judged) for q, judged in qrels.items()}
    names = {ir_measures.parse_measure(measure): name for measure, name in _MEASURES.items()}
    measured = ir_measures.calc_aggregate(list(names), wanted, run) if wanted and run else {}
    return {
        **{name: round(float(measured.get(measure, 0.0)), 4) for measure, name in names.items()},
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
