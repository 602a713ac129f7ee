"""Passages whose heading says what was asked, in a document whose title says the rest.

"đối tượng tuyên truyền" is asked of the section "3. Đối tượng" in a plan "Tuyên truyền cải cách hành chính":
its text need not say "tuyên truyền" once more, so that word counts put it behind sections that do.
Measured: questions made from headings and titles (`evaluation.heading_questions`) first .83 -> .91 of 150 on shared
documents, .80 -> .89 of 120 on corpus/; staff's own questions: gold first three 13 -> 14 of 16, our 65 and the 86 on
corpus/ keep every rank. Tried before and dropped: the heading alone, without what stands above it (gold
.688/.813, corpus/ .872).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.analyze import bare_form, syllables, term_form
from index.features import Candidate
from index.holds import holds
from index.rank import Ranked
from index.terms import Word
from ingest.parse.label import read_label

Forms = tuple[set[str], set[str]]

GAIN = 0.3  # by which such a passage's score grows; scores of 0..1 stay so
LEAST = 2  # syllables that a heading must have: "1. Ngày" says nothing

# Syllables that ask or only join. Matched without marks where the query has none.
_ASKING = frozenset({
    "ai", "gì", "nào", "là", "của", "các", "những", "cho", "về", "và", "với", "theo", "trong", "như", "thế", "bao",
    "nhiêu", "ở", "đâu", "được", "có", "mấy", "thì", "phải", "cần", "ra", "sao", "hỏi", "xin",
})  # fmt: skip
# "thi đua", "báo cáo", "căn cứ" and "máy" begin with what asks once the marks are gone.
_ASKING_BARE = frozenset({
    "ai", "gi", "nao", "la", "cua", "nhung", "cac", "cho", "ve", "va", "voi", "theo", "trong", "nhu", "nhieu", "duoc",
})  # fmt: skip


def heading_answers(
    ranked: list[Ranked], words: Sequence[Word], texts: dict[int, Candidate], gain: float = GAIN
) -> list[Ranked]:
    """Candidates anew, best first; those whose heading answers have `gain` more, by share.

    `texts` by row; a candidate without its texts keeps its place among the rest.
    """
    asked = [word for word in words if not _only_asks(word)]
    if len(asked) < LEAST:
        return ranked
    forms = _forms(asked)
    fitting = {row for row, text in texts.items() if says(text.heading, text.outer, asked, forms)}
    if not fitting:
        return ranked
    moved = [
        candidate if candidate.row in fitting else replace(candidate, score=candidate.score / (1 + gain))
        for candidate in ranked
    ]
    return sorted(moved, key=lambda candidate: -candidate.score)


def says(heading: str, outer: str, asked: Sequence[Word], forms: Forms | None = None) -> bool:
    """Whether a heading holds nothing but words asked for, and with what stands above it all of them.

    >>> asked = [Word(syllable) for syllable in "đối tượng tuyên truyền".split()]
    >>> says("3. Đối tượng", "Kế hoạch tuyên truyền CCHC", asked), says("2. Hình thức", "Kế hoạch tuyên truyền", asked)
    (True, False)
    >>> says("3. Đối tượng", "Kế hoạch thi đua", asked), says("Đối tượng tuyên truyền", "", asked)
    (False, False)
    """
    label = read_label(heading)
    own = [token for token in syllables(heading[label.end :] if label else heading) if term_form(token) not in _ASKING]
    if len(own) < LEAST or not outer:
        return False
    exact, bare = forms or _forms(asked)
    if not all(term_form(token) in exact or bare_form(token) in bare for token in own):
        return False
    around = own + syllables(outer)
    held, held_bare = set(map(term_form, around)), set(map(bare_form, around))
    return all(holds(word, held, held_bare) for word in asked)


def _forms(asked: Sequence[Word]) -> Forms:
    """What the words asked for are compared by: with their marks, and of those typed without any."""
    exact = {term_form(word.syllable) for word in asked if not word.bare}
    exact |= {term_form(alias) for word in asked for alias in word.aliases}
    return exact, {bare_form(word.syllable) for word in asked if word.bare}


def _only_asks(word: Word) -> bool:
    return bare_form(word.syllable) in _ASKING_BARE if word.bare else term_form(word.syllable) in _ASKING
