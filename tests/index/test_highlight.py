import pytest

from index.abbreviate import Abbreviations
from index.analyze import syllable_spans
from index.highlight import as_meant, highlights, join_spans, matched_words, phrase_spans
from index.query import interpret
from index.terms import Word


def marked(text: str, query: str, common=()) -> list[str]:
    words = interpret(query, abbreviations=Abbreviations()).words
    return [text[start:end] for start, end in highlights(text, words, common)]


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("trễ hẹn", "Xin lỗi khi trễ hẹn, trễ giờ.", ["trễ hẹn", "trễ"]),
        ("tre hen", "Xin lỗi khi Trễ Hẹn.", ["Trễ Hẹn"]),  # typed without diacritics
        ("trễ hẹn", "tre hen", []),  # typed with diacritics: exact
        ("hòa giải", "Tổ hoà giải ở cơ sở", ["hoà giải"]),  # tone position
        ("CCHC", "công tác cải cách hành chính", ["cải cách hành chính"]),  # long form
        ("cải cách hành chính", "công tác CCHC", ["CCHC"]),  # and back
        ("5 tin bài", "viết 05 tin, bài", ["05 tin", "bài"]),  # leading zero
        ("cải", "cảit cải", ["cải"]),  # whole words
    ],
)
def test_highlights(query, text, expected):
    assert marked(text, query) == expected


def test_common_words_count_beside_their_neighbour_only():
    text = "văn bản của Sở và bản đồ của tỉnh"
    assert marked(text, "văn bản của", common={"cua", "ban"}) == ["văn bản của"]
    # Where nothing else matches, a common word is better than nothing.
    assert marked("bản đồ của tỉnh", "của", common={"cua"}) == ["của"]


def test_highlights_are_whole_syllables():
    text = "Đẩy mạnh “một cửa”, một cửa liên thông (MCLT)."
    words = interpret("một cửa liên thông", abbreviations=Abbreviations()).words
    edges = {edge for _, start, end in syllable_spans(text) for edge in (start, end)}
    spans = highlights(text, words)
    assert spans
    assert all(start in edges and end in edges for start, end in spans)
    assert spans == sorted(spans)


def test_join_spans_leaves_punctuation_out():
    assert join_spans("một, hai ba", [(0, 3), (5, 8), (9, 11)]) == [(0, 3), (5, 11)]


@pytest.mark.parametrize(
    ("phrase", "bare", "expected"),
    [
        ("một cửa", False, ["Một cửa"]),
        ("mot cua", True, ["Một cửa"]),
        ("mot cua", False, []),
        ("cửa một", False, []),
        ("", True, []),
    ],
)
def test_phrase_spans(phrase, bare, expected):
    text = "Bộ phận Một cửa liên thông"
    assert [text[start:end] for start, end in phrase_spans(text, phrase, bare)] == expected


def test_matched_words_are_listed_once():
    text = "Hồ sơ, hồ sơ, HỒ SƠ điện tử"
    assert matched_words(text, [(0, 5), (7, 12), (14, 19), (20, 27)]) == ["Hồ sơ", "điện tử"]


def test_words_as_meant_mark_nothing_that_only_looks_alike():
    typed = tuple(Word(syllable, bare=True) for syllable in ("toan", "trinh"))
    text = "thanh toán toàn trình"
    assert [text[a:b] for a, b in highlights(text, typed)] == ["toán toàn trình"]
    assert [text[a:b] for a, b in highlights(text, as_meant(typed, "toàn trình"))] == ["toàn trình"]
