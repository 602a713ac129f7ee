import math
import random

import pytest

from evaluation.metrics import (
    interval,
    ndcg_at,
    paired_p,
    percentile,
    summarize,
)

RANKING = ["a", "b", "c", "d"]


# relevant documents -> hit@1, recall@10, mrr@10, ndcg@10 of the ranking a, b, c, d
BY_HAND = [
    ({"a": 1}, (1, 1, 1, 1)),
    ({"b": 1}, (0, 1, 1 / 2, 1 / math.log2(3))),
    ({"b": 0, "c": 1}, (0, 1, 1 / 3, 1 / 2)),
    ({"b": 1, "z": 1}, (0, 1 / 2, 1 / 2, 1 / math.log2(3) / (1 + 1 / math.log2(3)))),
    ({"a": 1, "c": 1}, (1, 1, 1, (1 + 1 / 2) / (1 + 1 / math.log2(3)))),
    ({"b": 3, "a": 1}, (1, 1, 1, (1 + 3 / math.log2(3)) / (3 + 1 / math.log2(3)))),  # graded
    ({"z": 1}, (0, 0, 0, 0)),
]


@pytest.mark.parametrize(("relevant", "expected"), BY_HAND)
def test_by_hand(relevant, expected):
    figures = summarize({"q": RANKING}, {"q": relevant}, [])
    assert tuple(figures.values())[:5] == tuple(
        round(value, 4) for value in (expected[0], expected[1], expected[1], expected[2], expected[3])
    )
    assert ndcg_at(RANKING, relevant, 10) == pytest.approx(expected[3])


def test_only_the_first_ten_count():
    ranking = [f"d{n}" for n in range(1, 121)]
    figures = summarize({"q": ranking}, {"q": {"d10": 1, "d11": 1, "d101": 1}}, [])
    assert (figures["recall@10"], figures["recall@100"], figures["mrr@10"]) == (0.3333, 0.6667, 0.1)
    assert ndcg_at(ranking, {"d11": 1}, 10) == 0


def test_our_ndcg_is_the_library_s():
    chance = random.Random(3)
    for _ in range(50):
        ranking = [f"d{n}" for n in chance.sample(range(40), 20)]
        relevant = {f"d{n}": chance.randint(1, 3) for n in chance.sample(range(40), 5)}
        library = summarize({"q": ranking}, {"q": relevant}, [])["ndcg@10"]
        assert round(ndcg_at(ranking, relevant, 10), 4) == pytest.approx(library, abs=1e-4)


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
