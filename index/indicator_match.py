"""Do two indicators of differently worded documents measure the same? Strict: a wrong merge is worse than a split.

Hard vetoes first (unit, change, what it is a percentage of, contrasting facets, numbers), then the words that only
one of them has, then the likeness of words and of meaning.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from index.analyze import bare_form, term_form
from index.indicator_form import SAYS, Indicator
from index.indicator_lexicon import LENIENT, LIGHT, MODIFIERS, STRICT, WEAK, WEIGHT_OF_WEAK

#: Share of lexical likeness in the score; the rest is the cosine of the embeddings.
LEXICAL = 0.7
#: Least score of the same indicator, and most content syllables that the two don't share.
THRESHOLD = 0.8
BUDGET = 1.0
#: Names that are as alike as this may differ by a little more: a word among many. The unlike ones of the labelled pairs
#: that score so differ by 2 and more.
ALIKE = 0.86
WIDER = 1.5
#: How much less is enough for two wordings that a third one joins.
SLACK = 0.1


@dataclass(frozen=True, slots=True)
class Verdict:
    """`veto`: why the two can't be one, "" where nothing forbids it. `score` 0..1, 0 with a veto. `near`: not the
    same by themselves, but they may stand in one group beside wordings that are the same as both."""

    same: bool
    score: float
    veto: str = ""
    near: bool = False


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
    if a.head and b.head and a.head != b.head:
        return "tính trên đối tượng khác"
    if a.denominator and b.denominator and _apart(a.denominator, b.denominator) > BUDGET:
        return "tính trên tổng số khác"
    return ""


def why_apart(a: Indicator, b: Indicator) -> str:
    """What keeps two indicators apart, for people: a veto, or that their words differ."""
    if a.vague or b.vague:
        return "tên quá ngắn để biết có phải là một"
    return veto(a, b) or "khác từ ngữ"


def _weight(term: str) -> float:
    return LIGHT.get(term) or (SAYS["term"] if "_" in term else 1.0)


@cache
def _weak() -> frozenset[str]:
    return frozenset((*map(term_form, WEAK), *map(bare_form, WEAK)))


@cache
def _modifiers() -> frozenset[str]:
    return frozenset((*map(term_form, MODIFIERS), *map(bare_form, MODIFIERS)))


def _weight_alone(term: str) -> float:
    if term in _weak():
        return WEIGHT_OF_WEAK
    return 2.0 if term in _modifiers() else _weight(term)


def _comparable(a: Indicator, b: Indicator) -> tuple[frozenset[str], frozenset[str]]:
    """Words of two names, both without marks where one was typed so."""
    if a.unmarked == b.unmarked:
        return a.terms, b.terms
    return frozenset(map(bare_form, a.terms)), frozenset(map(bare_form, b.terms))


def _apart(a: frozenset[str], b: frozenset[str]) -> float:
    return max(sum(map(_weight, a - b)), sum(map(_weight, b - a)))


def lexical(a: Indicator, b: Indicator) -> tuple[float, float]:
    """(likeness 0..1, content syllables that only one name has). A share that only one says counts half."""
    terms = _comparable(a, b)
    matched = sum(map(_weight, terms[0] & terms[1]))
    matched += sum(SAYS.get(facet, 0.5) * len(values & b.get(facet)) for facet, values in a.facets.items())
    matched += SAYS["object"] if a.head and a.head == b.head else 0.0
    alone = _alone(a, b, *terms) + _alone(b, a, *reversed(terms))
    total = 2 * matched + alone
    return (2 * matched / total if total else 0.0), alone


def _alone(one: Indicator, other: Indicator, own: frozenset[str], its: frozenset[str]) -> float:
    """Content syllables that one name says and the other doesn't."""
    only = own - its - other.denominator
    alone = sum(map(_weight_alone, only))
    if one.part:  # "Doanh thu: doanh thu thuần" is a part of it
        alone += sum(_weight_alone(term) for term in only & one.part)
    alone += SAYS["object"] if one.head and not other.head else 0.0
    if one.denominator and not other.denominator:
        alone += 0.5 * sum(map(_weight, one.denominator - own - its - {one.head, other.head}))
    return alone


def judge(a: Indicator, b: Indicator, cosine: float) -> Verdict:
    """The verdict on two indicators; `cosine` of the embeddings of their `words`."""
    if reason := veto(a, b):
        return Verdict(False, 0.0, reason)
    like, alone = lexical(a, b)
    if a.key == b.key:
        return Verdict(True, 1.0)
    if not alone:  # only what one leaves unsaid is different
        return Verdict(True, 0.9 + 0.1 * like)
    score = LEXICAL * like + (1 - LEXICAL) * max(cosine, 0.0)
    same = (score >= THRESHOLD and alone <= BUDGET) or (score >= ALIKE and alone <= WIDER)
    return Verdict(same, score, near=not same and score >= THRESHOLD - SLACK and alone <= 2 * BUDGET)


def contradicts(asked: Indicator, other: Indicator) -> bool:
    """Whether a question says what an indicator excludes: late where it says in time."""
    return any(asked.get(f) and other.get(f) and not asked.get(f) & other.get(f) for f in (*STRICT, *LENIENT))


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
