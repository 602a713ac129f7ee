import math

import pytest

from evaluation.metrics import (
    hit_at,
    interval,
    ndcg_at,
    paired_p,
    percentile,
    recall_at,
    reciprocal_rank_at,
    summarize,
)

RANKING = ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    ("measure", "relevant", "k", "expected"),
    [
        (hit_at, {"a": 1}, 1, 1.0),
        (hit_at, {"b": 1}, 1, 0.0),
        (hit_at, {"b": 0, "c": 1}, 2, 0.0),
        (recall_at, {"b": 1, "z": 1}, 2, 0.5),
        (recall_at, {"a": 1, "d": 2}, 3, 0.5),
        (recall_at, {"z": 1}, 10, 0.0),
        (recall_at, {}, 10, 0.0),
        (reciprocal_rank_at, {"c": 1}, 10, 1 / 3),
        (reciprocal_rank_at, {"c": 1}, 2, 0.0),
        (ndcg_at, {"a": 1}, 10, 1.0),
        (ndcg_at, {"b": 1}, 10, 1 / math.log2(3)),
        (ndcg_at, {"a": 1, "c": 1}, 10, (1 + 1 / 2) / (1 + 1 / math.log2(3))),
        (ndcg_at, {"b": 3, "a": 1}, 10, (1 + 3 / math.log2(3)) / (3 + 1 / math.log2(3))),  # graded
        (ndcg_at, {"d": 1, "z": 1}, 3, 0.0),
        (ndcg_at, {}, 10, 0.0),
    ],
)
def test_by_hand(measure, relevant, k, expected):
    assert measure(RANKING, relevant, k) == pytest.approx(expected)


@pytest.mark.parametrize(("share", "expected"), [(0.5, 5), (0.95, 10), (0.0, 1), (1.0, 10)])
def test_percentile(share, expected):
    assert percentile([float(n) for n in range(10, 0, -1)], share) == expected


def test_summary_counts_a_missing_ranking_as_nothing_found():
    figures = summarize({"q1": ["a"]}, {"q1": {"a": 1}, "q2": {"b": 1}}, [1.0, 3.0])
    assert figures == {
        "hit@1": 0.5, "recall@10": 0.5, "recall@100": 0.5, "mrr@10": 0.5, "ndcg@10": 0.5, "ms_p50": 1.0, "ms_p95": 3.0,
    }  # fmt: skip


def test_interval_narrows_with_more_questions():
    few = interval([0.0, 1.0] * 10)
    many = interval([0.0, 1.0] * 500)
    assert few[0] < many[0] < 0.5 < many[1] < few[1]
    assert interval([]) == (0.0, 0.0)


def test_paired_p_tells_a_steady_gain_from_noise():
    before = [0.5] * 40
    assert paired_p(before, [0.6] * 40) < 0.01
    assert paired_p(before, [0.6, 0.4] * 20) > 0.5
