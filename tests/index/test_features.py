import numpy as np
import pytest

from index.analyze import analyze, syllable_hash
from index.bm25 import Bm25, Term
from index.features import NAMES, Candidate, features, question
from index.postings import build_segment
from index.query import interpret
from index.rank import Ranked
from index.surroundings import Near

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


def near(group):
    return Near(group=group)


def compared(bm25, text, passages, groups):
    ranked = [Ranked(row, 0.0, 0.0, 0.0, near=near(group)) for row, group in enumerate(groups)]
    values = features(question(interpret(text).words, bm25), ranked, [Candidate(*p) for p in passages])
    return {name: values[:, i] for i, name in enumerate(NAMES)}


def test_what_all_candidates_say_tells_none_apart(bm25):
    passages = [("Hồ sơ cấp phép", ""), ("Thời hạn cấp phép", ""), ("Lệ phí cấp phép", "")]
    values = compared(bm25, "thời hạn cấp phép", passages, [-1, -1, -1])
    assert values["telling"][1] == pytest.approx(1)
    assert values["telling"][0] < values["cover"][0]
    assert values["telling_heading"].tolist() == pytest.approx(values["telling"].tolist())


def test_candidates_are_compared_with_the_best_of_all_and_of_their_document(bm25):
    passages = [("Hồ sơ", "hồ sơ"), ("Thời hạn hồ sơ", ""), ("Thời hạn cấp phép hồ sơ", "")]
    values = compared(bm25, "thời hạn cấp phép hồ sơ", passages, [4, 4, 5])
    assert values["less_cover"][2] == values["less_cover_in_group"][2] == values["less_cover_in_group"][1] == 0
    assert values["less_cover"][0] < values["less_cover_in_group"][0] < 0
    assert values["telling_in_group"][0] < 0.5
    assert values["telling_in_group"][1:].tolist() == pytest.approx([1, 1])


def test_candidates_of_no_document_are_compared_with_none(bm25):
    values = compared(bm25, "thời hạn hồ sơ", [("Hồ sơ", ""), ("Thời hạn hồ sơ", "")], [-1, -1])
    assert values["less_cover_in_group"].tolist() == [0, 0]
    assert values["telling_in_group"].tolist() == [1, 1]


def test_a_heading_that_asks_the_same(bm25):
    passages = [
        ("Kinh phí cải cách", ""),
        ("Cải cách kinh phí", ""),
        ("Phạm vi cải cách kinh phí của các cơ quan", ""),
        ("", "kinh phí cải cách"),
    ]
    values = table(bm25, "quy định về kinh phí cải cách", passages)
    assert values["heading_prefix"].tolist() == [4, 0, 0, 0]
    assert values["heading_start"].tolist() == [2, 2, 0, 0]
    assert values["heading_known"][:2].tolist() == pytest.approx([1, 1])
    assert 0 < values["heading_known"][2] < 1
    assert values["heading_known"][3] == values["heading_rarest"][3] == values["heading_rarity"][3] == 0


def test_a_common_heading_is_less_rare(bm25):
    values = table(bm25, "trễ hẹn", [("Xin lỗi khi trễ hẹn", ""), ("Điều lạ lùng", "")])
    assert values["heading_rarity"][0] < values["heading_rarity"][1] == values["heading_rarest"][1]


@pytest.mark.parametrize(
    ("text", "body", "length"),
    [
        ("một cửa điện tử là gì", "1. Một cửa điện tử là hệ thống", 4),
        ("khái niệm một cửa điện tử", "Trong đó, một cửa điện tử là hệ thống", 4),
        ("khái niệm một cửa điện tử", "Cán bộ làm một cửa là ai; điện tử.", 2),
        ("một cửa điện tử là gì", "Hệ thống một cửa điện tử", 0),
        ("mot cua dien tu la gi", "1. Một cửa điện tử là hệ thống", 4),
    ],
)
def test_what_a_passage_defines(bm25, text, body, length):
    assert table(bm25, text, [("", body), ("là", "")])["defines"].tolist() == [length, 0]


def test_numbers_of_the_body_are_counted(bm25):
    passages = [("3 cấp", "Sau 15 ngày, 20 hồ sơ của năm 2025"), ("", "hồ sơ")]
    for text in ("hồ sơ năm 2025", "ho so nam 2025"):
        assert table(bm25, text, passages)["digits"].tolist() == pytest.approx([2 / 9, 0])


def test_rarities_of_many_terms_at_once(bm25):
    hashes = np.array([syllable_hash(text) for text in ("lỗi", "đoàn", "lỗi")], dtype=np.uint64)
    expected = [bm25.idf(bm25.frequency_bound(Term((int(value),)))) for value in hashes]
    assert bm25.rarities(hashes).tolist() == pytest.approx(expected)
    assert np.isfinite(Bm25([]).rarities(hashes)).all()
