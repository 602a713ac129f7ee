"""Marks and snippets: whatever the text and the ranges, nothing is lost, invented or out of place."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from service.show import marked, merge, snippet, terminal

RANGES = st.lists(st.tuples(st.integers(-5, 900), st.integers(-5, 900)), max_size=12)
TEXTS = st.text(st.sampled_from("ab ế\n|<"), max_size=900)


@given(TEXTS, RANGES)
def test_marked_parts_join_to_the_text(text: str, ranges: list[tuple[int, int]]) -> None:
    parts = marked(text, ranges)
    assert "".join(part for part, _ in parts) == text
    wanted = {i for start, end in ranges for i in range(max(start, 0), min(end, len(text)))}
    at, got = 0, set()
    for part, hit in parts:
        got |= set(range(at, at + len(part))) if hit else set()
        at += len(part)
    assert got == wanted


@given(RANGES, st.integers(0, 800))
def test_merged_ranges_are_sorted_disjoint_and_inside(ranges: list[tuple[int, int]], length: int) -> None:
    merged = merge(ranges, length)
    assert all(0 <= start < end <= length for start, end in merged)
    assert all(before[1] < after[0] for before, after in pairwise(merged))


@given(TEXTS, RANGES)
def test_a_snippet_is_a_piece_of_the_text_around_a_mark(text: str, ranges: list[tuple[int, int]]) -> None:
    short = snippet(text, ranges, limit=100)
    if short is None:
        assert len(text) <= 260
        return
    shown = "".join(part for part, _ in short).removeprefix("… ").removesuffix(" …")
    assert shown in text
    assert len(shown) <= 100
    whole = [r for r in merge(ranges, len(text)) if r[1] - r[0] <= 10]
    if whole and len(whole) == len(merge(ranges, len(text))):
        assert any(hit for _, hit in short)


def test_the_snippet_shows_where_most_marks_are() -> None:
    text = "đầu " * 200 + "hồ sơ đúng hạn " + "cuối " * 100
    at = text.index("hồ")
    short = snippet(text, [(0, 3), (at, at + 5), (at + 6, at + 14)])
    assert short is not None
    assert [part for part, hit in short if hit] == ["hồ sơ", "đúng hạn"]


@given(st.text(max_size=50))
def test_no_control_character_reaches_a_terminal(text: str) -> None:
    shown = terminal(text)
    assert len(shown) == len(text)
    assert not [c for c in shown if ord(c) < 32 and c not in "\t\n"]
