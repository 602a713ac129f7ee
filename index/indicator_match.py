"""Do two indicators of differently worded documents measure the same? Strict: a wrong merge is worse than a split.

Hard vetoes first (unit, change, what it is a percentage of, contrasting facets, numbers), then the words that only
one of them has, then the likeness of words and of meaning.
"""

from __future__ import annotations

from dataclasses import dataclass

from index.indicator_form import SAYS, Indicator
from index.indicator_lexicon import LENIENT, STRICT

#: Share of lexical likeness in the score; the rest is the cosine of the embeddings.
LEXICAL = 0.7
#: Least score of the same indicator, and most content syllables that only one name may have.
THRESHOLD = 0.8
BUDGET = 1.0


@dataclass(frozen=True, slots=True)
class Verdict:
    """`veto`: why the two can't be one, "" where nothing forbids it. `score` 0..1, 0 with a veto."""

    same: bool
    score: float
    veto: str = ""


def veto(a: Indicator, b: Indicator) -> str:
    """Why two indicators can't be the same whatever their words, or ""."""
    if a.unit != b.unit:
        return f"khác đơn vị tính ({a.unit or 'không có'}, {b.unit or 'không có'})"
    if a.change != b.change:
        return "khác chiều (mức đạt, tăng, giảm)"
    if a.numbers != b.numbers:
        return "khác con số trong tên"
    for facet, reason in STRICT.items():
        if a.get(facet) != b.get(facet):
            return reason
    for facet, reason in LENIENT.items():
        if a.get(facet) and b.get(facet) and not a.get(facet) & b.get(facet):
            return reason
    if not _same_people(a.get("population"), b.get("population")):
        return "khác đối tượng được hỏi"
    if a.head and b.head and a.head != b.head:
        return "tính trên đối tượng khác"
    if a.denominator and b.denominator and _apart(a.denominator, b.denominator) > BUDGET:
        return "tính trên tổng số khác"
    return ""


def _same_people(a: frozenset[str], b: frozenset[str]) -> bool:
    """Who was asked may be left unsaid only where it is everybody."""
    return a == b or (not a and "dân" in b) or (not b and "dân" in a)


def _weight(term: str) -> float:
    return SAYS["term"] if "_" in term else 1.0


def _apart(a: frozenset[str], b: frozenset[str]) -> float:
    return max(sum(map(_weight, a - b)), sum(map(_weight, b - a)))


def lexical(a: Indicator, b: Indicator) -> tuple[float, float]:
    """(likeness 0..1, content syllables of the name that has more alone). A share that only one says counts half."""
    both = {t: _weight(t) for t in a.terms & b.terms}
    matched = sum(both.values()) + sum(SAYS.get(f, 0.5) * len(v & b.get(f)) for f, v in a.facets.items())
    matched += SAYS["object"] if a.head and a.head == b.head else 0.0
    alone = [sum(map(_weight, one.terms - other.terms - other.denominator)) for one, other in ((a, b), (b, a))]
    for n, (one, other) in enumerate(((a, b), (b, a))):
        alone[n] += SAYS["object"] if one.head and not other.head else 0.0
        if one.denominator and not other.denominator:
            alone[n] += 0.5 * sum(map(_weight, one.denominator - one.terms - other.terms - {one.head, other.head}))
    total = 2 * matched + sum(alone)
    return (2 * matched / total if total else 0.0), max(alone)


def judge(a: Indicator, b: Indicator, cosine: float) -> Verdict:
    """The verdict on two indicators; `cosine` of the embeddings of their `words`."""
    if reason := veto(a, b):
        return Verdict(False, 0.0, reason)
    if a.key == b.key:
        return Verdict(True, 1.0)
    like, alone = lexical(a, b)
    score = LEXICAL * like + (1 - LEXICAL) * max(cosine, 0.0)
    return Verdict(score >= THRESHOLD and alone <= BUDGET, score)


def likeness(asked: Indicator, other: Indicator) -> float:
    """How much a question's indicator is another one, 0..1, whatever their units and directions.

    What the question leaves unsaid is not held against an indicator, what contradicts it is.
    """
    for facet in (*STRICT, *LENIENT):
        if asked.get(facet) and not asked.get(facet) <= other.get(facet):
            return 0.0
    if (asked.head and other.head and asked.head != other.head) or not asked.numbers <= other.numbers:
        return 0.0
    like, _ = lexical(asked, other)
    more = sum(SAYS.get(facet, 0.5) * len(other.get(facet) - asked.get(facet)) for facet in other.facets)
    return like / (1.0 + 0.2 * more)
