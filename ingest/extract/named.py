"""The name of what a quantity measures, where it was read, and whether it is a piece of a sentence instead."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.extract.quantity import Quantity, bare


@dataclass(slots=True, frozen=True)
class Named:
    """An indicator and the span of text that it was read from."""

    name: str
    start: int
    end: int
    shape: str  # "leading" | "trailing" | "middle" | "inherited" | "about" | "group" (behind) | "listed" | "member"
    subject: str = ""  # of the middle shape: what precedes the number


@dataclass(slots=True, frozen=True)
class Clause:
    """What stands around a number: its subject `[left_start, subject_end)` in front, what it may measure behind."""

    text: str
    folded: str
    quantity: Quantity
    floor: int
    previous: Named | None
    base: str | None
    left_start: int
    left_end: int
    subject_end: int
    verb: str | None
    subject: str
    lone: str
    right_start: int
    right_limit: int
    near: int  # where the words that belong to the number itself end
    right_near: str


# "Bộ A chủ trì, phối hợp với ... xây dựng phương án ... với": who does what in front of a number names nothing.
_DUTY = re.compile(r"\b(?:chu tri|phoi hop (?:voi|cung)|can cu|tham muu|co trach nhiem)\b")


def is_half_sentence(named: Named, ranked: bool = False) -> bool:
    """Whether what stands in front of a number is a piece of a long sentence instead of a name; the name of what is
    `ranked` ends behind it.

    >>> is_half_sentence(Named("Tỷ lệ đơn vị phối hợp với nhau", 0, 0, "trailing"))
    False
    """
    if named.shape not in ("trailing", "middle"):
        return False
    if len(named.name.split()) > 25 and _DUTY.search(bare(named.name)):
        return True
    # What stands in front of a number is no name where it is so long, unless it says at once what is measured.
    before = named.subject or named.name
    return not ranked and len(before.split()) > 30 and not INDICATOR_HEAD.match(bare(before))


INDICATOR_HEAD = re.compile(r"(?:ty le|ti le|ty trong|ti trong|muc do|chi so|so luong|so |tong|diem|toc do)")
