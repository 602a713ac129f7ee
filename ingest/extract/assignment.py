"""Who is told to do something: units that lead, units that coordinate, and where their naming ends."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(slots=True, frozen=True)
class Assignment:
    """Units that lead and coordinate; `end` is where their naming ends; `whole` if the text says no more."""

    lead: tuple[str, ...]
    coordinate: tuple[str, ...]
    end: int
    whole: bool
    ordered: bool  # "Giao ...", "... chủ trì", "... có trách nhiệm": said in so many words
    deadline: str | None = None  # that an opening line sets for all that stands below it
    begins: int | None = None  # where the later sentence begins that holds it
    said_by: str = ""  # the heading or the opening line that names the units for what stands below


def short_names(units: Iterable[str]) -> tuple[str, ...]:
    """Units without what a parenthesis adds.

    >>> short_names(["Văn phòng UBND tỉnh (Trung tâm A)", "Ban An toàn giao thông (ATGT) tỉnh"])
    ('Văn phòng UBND tỉnh', 'Ban An toàn giao thông tỉnh')
    """
    return tuple(_SIGN_INSIDE.sub("", unit).split(" (")[0].rstrip() for unit in units)


_SIGN_INSIDE = re.compile(r"\s*\([A-ZĐ&]{2,10}\)(?=\s\w)")
