"""A unit named in a question, so that it can be offered as a filter."""

from __future__ import annotations

from collections.abc import Iterable

from index.abbreviate import Abbreviations
from index.analyze import bare_form, syllables
from index.find_facts import without_question

_SHORTEST = 2  # syllables: "Hội" or "Sở" alone names no unit


def named_unit(text: str, units: Iterable[str], abbreviations: Abbreviations | None = None) -> tuple[str, str] | None:
    """The longest of `units` that a question names, and the question without it; None where it names none.

    >>> units = ["Sở Nội vụ", "Văn phòng Sở", "Sở Giáo dục và Đào tạo"]
    >>> named_unit("so noi vu phai lam gi", units), named_unit("SGDĐT tập huấn giáo viên", units)
    (('Sở Nội vụ', ''), ('Sở Giáo dục và Đào tạo', 'tập huấn giáo viên'))
    >>> named_unit("Sở Nội vụ chủ trì những nhiệm vụ gì", units), named_unit("rà soát nội vụ", units)
    (('Sở Nội vụ', ''), None)
    """
    written = (abbreviations or Abbreviations()).expand_all(without_question(text)).split()
    bare = [bare_form(syllable) for syllable in written]
    line = f" {' '.join(bare)} "
    best: tuple[int, str, list[str]] = (_SHORTEST - 1, "", [])
    for unit in units:
        name = [bare_form(syllable) for syllable in syllables(unit)]
        if len(name) > best[0] and f" {' '.join(name)} " in line:
            best = (len(name), unit, name)
    size, unit, name = best
    if not unit:
        return None
    at = next(n for n in range(len(bare)) if bare[n : n + size] == name)
    rest = " ".join(written[:at] + written[at + size :])
    return unit, rest
