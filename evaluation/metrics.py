"""Ranking measures. `ranking` is document ids, best first; `relevant` maps id -> grade (> 0)."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence


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
