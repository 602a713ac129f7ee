import pytest

from index.confidence import DOUBT, confidence
from index.terms import Word

WORDS = [Word(s) for s in ("công", "khai", "xin", "lỗi", "khi", "trễ", "hẹn")]
ANSWER = "Công khai xin lỗi khi để xảy ra trễ hẹn trong giải quyết thủ tục hành chính."
OTHER = "Kinh phí mua máy tính do ngân sách bảo đảm."


def sure(texts: list[str], cosines: list[float] | None, words: list[Word] = WORDS) -> float:
    return confidence(words, texts, cosines, lambda word: 2.0)


def test_an_answer_is_trusted_and_the_least_bad_is_not():
    assert sure([OTHER, ANSWER], [0.1, 0.6]) > 0.9
    assert sure([OTHER], [0.05]) < DOUBT
    assert sure([ANSWER], None) > 0.9
    assert sure([OTHER], None) < DOUBT


def test_meaning_alone_counts():
    assert sure([OTHER], [0.9]) > sure([OTHER], [0.1])


def test_rare_words_weigh_more():
    words = [Word("xin"), Word("phở")]
    rare = confidence(words, ["xin"], [0.2], lambda word: 9.0 if word.syllable == "phở" else 1.0)
    common = confidence(words, ["xin"], [0.2], lambda word: 9.0 if word.syllable == "xin" else 1.0)
    assert rare < common


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ([Word("xin", bare=True), Word("loi", bare=True)], "xin lỗi"),
        ([Word("cải", aliases=("cchc",), phrase=0), Word("cách", aliases=("cchc",), phrase=0)], "kế hoạch CCHC"),
    ],
)
def test_words_without_diacritics_and_abbreviations_are_found(words, text):
    assert sure([text], [0.3], words) > 0.9


def test_nothing_is_no_answer():
    assert sure([], []) == 0.0
    assert sure([ANSWER], [0.9], []) == 0.0
    assert sure([ANSWER], [0.9], [Word("lỗi")]) > 0.5


@pytest.mark.parametrize(
    "typed", ["a", "0", "00", "2025", "5 6", "15 12 2025", "1 1", "b c", "và", "của các", "là gì", "ở"]
)
def test_letters_digits_and_little_words_alone_ask_for_nothing(typed):
    words = [Word(syllable) for syllable in typed.split()]
    assert sure([typed], [0.9], words) < DOUBT
    assert sure([typed], None, words) < DOUBT


@pytest.mark.parametrize("typed", ["y tế", "phí", "một cửa", "chỉ số", "năm 2025", "a0b", "đề án 06"])
def test_a_word_that_names_something_is_enough(typed):
    assert sure([typed], [0.5], [Word(syllable) for syllable in typed.split()]) > 0.5


def test_a_letter_that_stands_for_a_name_asks():
    assert sure(["tỉnh ủy"], [0.5], [Word("t", aliases=("tỉnh",))]) > 0.5


def test_only_the_first_three_are_looked_at():
    assert sure([OTHER, OTHER, OTHER, ANSWER], [0.0, 0.0, 0.0, 0.9]) == sure([OTHER], [0.0])
