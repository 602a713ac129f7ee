"""Asides that say how things were or are, and set no time."""

from __future__ import annotations

import re

from ingest.extract.horizon import Horizons

_DONE_BY = re.compile(r"\bda [a-z ]{2,30}$")


def past_asides(folded: str, horizons: Horizons, reference: int | None) -> list[tuple[int, int]]:
    """Where past years only say how things were: "(năm 2025: 93,2%)", "văn bản đã ban hành trước năm 2025"."""
    found: list[tuple[int, int]] = []
    for horizon in horizons.years:
        if reference is None or horizon.year >= reference:
            continue
        opened = folded.rfind("(", 0, horizon.start)
        closed = folded.find(")", opened)
        if opened >= 0 and closed > horizon.start and re.search(r"\d", folded[:opened]):
            found.append((opened, closed))
        elif _DONE_BY.search(folded[max(0, horizon.start - 40) : horizon.start]):
            found.append((horizon.start, horizon.end))
    return found


# "(năm 2025 mới đạt 40%)", "(năm 2025: 40%)" in a document of 2025
_SO_FAR = re.compile(
    r"[(]\s*(?:ket qua |thuc hien |hien trang )?(?:den )?(?:het |cuoi )?nam (?P<year>20[1-5]\d)\s*"
    r"(?P<told>(?:moi |chi |da |uoc |hien |thuc hien )+)?(?:dat|la|co|:|uoc|khoang)[^()]*[)]"
)


def told_aside(folded: str, horizons: Horizons, reference: int | None) -> list[tuple[int, int]]:
    """Brackets that say how things are, in a sentence that sets a goal for a later year."""
    found: list[tuple[int, int]] = []
    for match in _SO_FAR.finditer(folded):
        year = int(match.group("year"))
        later = any(h.year > year for h in horizons.years if not match.start() <= h.start < match.end())
        if later and (match.group("told") or year == reference) and re.search(r"\d", folded[: match.start()]):
            found.append((match.start(), match.end()))
    return found
