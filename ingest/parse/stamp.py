"""Number and date in stamps: texts that a digital signature or a form field draws over the body."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.parse.date import find_dates
from ingest.parse.number import find_numbers, normalize_number

_LABELLED = re.compile(r"\bs[ốô]\s*[:.]?\s*(\d{1,6}[a-zđ]?)(?!\d|[./-]\d)", re.IGNORECASE)
_ALONE = re.compile(r"\s*(\d{1,6}[a-zđ]?)\s*/?\s*")
# What a signature writes about itself is no date of the document: "Thời gian ký: 22/12/2025 ...".
_SIGNED_AT = re.compile(r"(?:thời gian ký|ngày ký|signing (?:time|date)|date)\s*:?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stamped:
    """What stamps say: a full number, or its digits alone, and dates."""

    number: str | None = None
    digits: str | None = None
    date: str | None = None
    signed_on: str | None = None


def read_stamps(stamps: list[str]) -> Stamped:
    """Number, digits and dates of all stamps.

    >>> read_stamps(["Số: 239/TTr-SNV", "ngày 22 tháng 12 năm 2025"])
    Stamped(number='239/TTr-SNV', digits=None, date='2025-12-22', signed_on=None)
    >>> read_stamps(["666", "Người ký: Sở Nội vụ. Thời gian ký: 22/12/2025 16:05:11 +07:00"])
    Stamped(number=None, digits='666', date=None, signed_on='2025-12-22')
    """
    number = digits = date = signed_on = None
    for stamp in stamps:
        if number is None and len(found := find_numbers(stamp)) == 1:
            number = normalize_number(found[0].text)
        if digits is None:
            labelled = _LABELLED.search(stamp) or _ALONE.fullmatch(stamp)
            if labelled and number is None:
                digits = labelled.group(1)
        for found_date in find_dates(stamp):
            if _SIGNED_AT.search(stamp[: found_date.start]):
                signed_on = signed_on or found_date.iso
            else:
                date = date or found_date.iso
    return Stamped(number, digits, date, signed_on)
