import pytest

from index.features import Candidate
from index.heading_answer import GAIN, heading_answers, says
from index.rank import Ranked
from index.terms import Word


def words(query: str, bare: bool = False) -> list[Word]:
    return [Word(syllable, bare) for syllable in query.split()]


@pytest.mark.parametrize(
    ("query", "heading", "outer", "answers"),
    [
        ("đối tượng tuyên truyền là ai", "3. Đối tượng", "KẾ HOẠCH\nTuyên truyền CCHC", True),
        ("đối tượng tuyên truyền là ai", "1. Đối tượng tuyên truyền", "Kế hoạch tuyên truyền", True),
        ("đối tượng tuyên truyền là ai", "2. Hình thức", "Kế hoạch tuyên truyền", False),  # another heading
        ("đối tượng tuyên truyền là ai", "3. Đối tượng", "Kế hoạch thi đua", False),  # another document
        ("đối tượng tuyên truyền là ai", "3. Đối tượng khảo sát", "Kế hoạch tuyên truyền", False),  # says more
        ("đối tượng tuyên truyền là ai", "Đối tượng tuyên truyền", "", False),  # a title itself
        ("kinh phí", "Kinh phí", "Kế hoạch", True),
        ("kinh phí chuyển đổi số", "IV. KINH PHÍ", "Kế hoạch chuyển đổi số năm 2025", True),
        ("ngày nào họp", "1. Ngày", "Kế hoạch họp", False),  # one syllable says nothing
    ],
)
def test_a_heading_answers_with_what_stands_above_it(query, heading, outer, answers):
    ranked = [Ranked(0, 0.8, 0.8, 0.8), Ranked(1, 0.7, 0.7, 0.7)]
    texts = {0: Candidate("Việc khác", "", outer), 1: Candidate(heading, "", outer)}
    moved = heading_answers(ranked, words(query), texts)
    assert [candidate.row for candidate in moved] == ([1, 0] if answers else [0, 1])


def test_scores_stay_within_one_and_nothing_is_lost():
    ranked = [Ranked(row, 1 - row / 10, 0.5, 0.5) for row in range(5)]
    texts = {3: Candidate("2. Nguồn vốn", "", "Đề án nhà ở")}
    moved = heading_answers(ranked, words("nguồn vốn nhà ở"), texts)
    assert sorted(candidate.row for candidate in moved) == [0, 1, 2, 3, 4]
    assert max(candidate.score for candidate in moved) <= 1
    assert next(c.score for c in moved if c.row == 3) == pytest.approx(0.7)
    assert next(c.score for c in moved if c.row == 0) == pytest.approx(1 / (1 + GAIN))


def test_an_abbreviation_and_a_query_without_marks_hold_too():
    long = [Word(s, aliases=("cchc",), phrase=0) for s in ("cải", "cách", "hành", "chính")]
    assert says("I. CCHC", "Kế hoạch", [*long]) is False  # one syllable of its own
    assert says("1. Mục tiêu CCHC", "Kế hoạch", [*words("mục tiêu"), *long])
    assert says("1. Mục tiêu", "Kế hoạch CCHC năm 2026", [*words("mục tiêu"), *long])
    assert says("1. Mục tiêu", "Kế hoạch tuyên truyền", words("muc tieu tuyen truyen", bare=True))


def test_without_texts_or_words_the_order_stands():
    ranked = [Ranked(0, 0.8, 0.8, 0.8), Ranked(1, 0.7, 0.7, 0.7)]
    assert heading_answers(ranked, words("đối tượng tuyên truyền"), {}) == ranked
    assert heading_answers(ranked, words("là ai"), {1: Candidate("Là ai", "", "x")}) == ranked
    assert heading_answers([], [], {}) == []
