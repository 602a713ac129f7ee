import numpy as np
import pytest

from index.analyze import analyze
from index.bm25 import Bm25
from index.features import NAMES, Candidate, features, question
from index.postings import build_segment
from index.query import interpret
from index.rank import Ranked

PASSAGES = [
    ("Xin lỗi khi trễ hẹn", "Cơ quan công khai xin lỗi khi trễ hẹn trả kết quả giải quyết hồ sơ."),
    ("Kinh phí", "Sở Tài chính bố trí kinh phí cải cách hành chính năm 2025."),
    ("Trễ giờ", "Hồ sơ của công dân bị trễ. Ai có lỗi thì phải xin phép giải trình."),
    ("", ""),
]


@pytest.fixture
def bm25():
    return Bm25([build_segment(analyze(PASSAGES))])


def table(bm25, text, passages=PASSAGES):
    ranked = [Ranked(row, 0.0, 0.0, 0.0) for row in range(len(passages))]
    values = features(question(interpret(text).words, bm25), ranked, [Candidate(*p) for p in passages])
    assert values.shape == (len(passages), len(NAMES))
    assert np.isfinite(values).all()
    return {name: values[:, i] for i, name in enumerate(NAMES)}


def test_a_passage_that_says_it_all_reaches_one(bm25):
    values = table(bm25, "xin lỗi khi trễ hẹn")
    for name in ("heading_cover", "body_cover", "cover", "heading_pairs", "pairs", "near_pairs", "triples", "body_run"):
        assert values[name][0] == pytest.approx(1), name
    assert values["missing"][0] == 0
    assert values["heading_share"][0] == 1


def test_scattered_words_count_less_than_the_phrase(bm25):
    values = table(bm25, "xin lỗi khi trễ hẹn")
    assert values["body_run"][2] < values["body_run"][0]
    assert 0 < values["body_cover"][2] < 1
    assert values["body_pairs"][2] == 0
    assert values["missing"][2] == pytest.approx(1)  # "hẹn" is as rare as any


def test_an_empty_passage_has_nothing(bm25):
    values = table(bm25, "xin lỗi")
    assert values["cover"][3] == values["body_bm25"][3] == values["window"][3] == values["body_run"][3] == 0
    assert values["missing"][3] == 1


def test_queries_without_diacritics_are_compared_without(bm25):
    values = table(bm25, "xin loi khi tre hen")
    assert values["cover"][0] == pytest.approx(1)
    assert values["triples"][0] == pytest.approx(1)


def test_an_abbreviation_stands_for_its_long_form(bm25):
    long = ("", "Bố trí kinh phí cải cách hành chính")
    short = ("", "Bố trí kinh phí CCHC")
    values = table(bm25, "kinh phí CCHC", [long, short])
    assert values["body_cover"].tolist() == pytest.approx([1, 1])
    assert values["body_pairs"].tolist() == pytest.approx([1, 1])


def test_the_window_says_where_the_best_part_stands(bm25):
    filler = "một hai ba bốn năm sáu bảy tám " * 12
    values = table(bm25, "công khai xin lỗi", [("", "Công khai xin lỗi " + filler), ("", filler + "công khai xin lỗi")])
    assert values["window"].tolist() == pytest.approx([1, 1])
    assert values["window_place"][0] < 0.2 < 0.6 < values["window_place"][1]


@pytest.mark.parametrize("text", ["", "?", "a", "a a a a", "là gì", "x " * 300])
def test_odd_queries(bm25, text):
    table(bm25, text)


def test_long_passages_are_cut(bm25):
    table(bm25, "xin lỗi", [("xin lỗi", "xin lỗi " * 5000)])


def test_what_is_asked(bm25):
    assert table(bm25, "khuyến nông là gì")["defined"][0] == 1
    assert table(bm25, "có bao nhiêu hồ sơ")["counting"][0] == 1
    assert table(bm25, "hồ sơ")["counting"][0] == table(bm25, "hồ sơ")["defined"][0] == 0
