"""Dates as documents write them, with the precision that they give."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass

from ingest.clean.fold import nfc, strip_diacritics

EARLIEST, LATEST = 1945, 2100

# A blank stands for a day or month to be written by hand: nothing, dots, an ellipsis, a line.
# Bounded, so that a page of dots costs no more than its length.
_BLANK = r"[\s.…_\x00]{0,60}"

# Matched against the text without diacritics in small letters (same offsets): OCR and typing lose
# marks first. Examples: "ngày 29 tháng 10 năm 2021", "ngày   tháng 3 năm 2023",
# "ngày ... tháng ... năm 2026", "ngày 18 tháng 11năm 2025", "ngày 16\nthang 11 nam 2025".
_WORDED = re.compile(
    rf"""
    \bngay{_BLANK}(?P<day>\d{{1,2}})?{_BLANK}
    thang{_BLANK}(?P<month>\d{{1,2}})?{_BLANK}
    nam{_BLANK}(?P<year>(?:19|20)\s?\d\s?\d(?!\d))
    """,
    re.VERBOSE,
)
# "tháng 7 năm 2022" alone.
_MONTH = re.compile(r"\bthang\s*(?P<month>\d{1,2})\s*(?:nam|/)\s*(?P<year>(?:19|20)\d\d)(?!\d)")
# "15/12/2025", "15 / 12/2025", "14-01-2021", "1.3.2023".
_NUMERIC = re.compile(
    r"""
    (?<![\d/.,-])
    (?P<day>\d{1,2})\s?(?P<joint>[/.-])\s?(?P<month>\d{1,2})\s?(?P=joint)\s?(?P<year>\d{4})
    (?![\d/]|[.,]\d|-\d)
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A date in a text. `iso` is as precise as the text: "2021-10-29", "2023-03", "2026"."""

    start: int
    end: int
    iso: str

    @property
    def precision(self) -> str:
        """ "day", "month" or "year"."""
        return ("year", "month", "day")[self.iso.count("-")]


def iso_date(day: int | None, month: int | None, year: int) -> str | None:
    """ISO form; what can't be is dropped: an impossible day leaves the month.

    >>> iso_date(29, 10, 2021), iso_date(None, 3, 2023), iso_date(31, 2, 2023), iso_date(5, 13, 2023)
    ('2021-10-29', '2023-03', '2023-02', '2023')
    >>> iso_date(1, 1, 2926)
    """
    if not EARLIEST <= year <= LATEST:
        return None
    if month is None or not 1 <= month <= 12:
        return f"{year}"
    if day is None or not 1 <= day <= monthrange(year, month)[1]:
        return f"{year}-{month:02}"
    return f"{year}-{month:02}-{day:02}"


def _match(found: re.Match[str]) -> DateMatch | None:
    groups = found.groupdict()
    day, month = (int(groups[part]) if groups.get(part) else None for part in ("day", "month"))
    iso = iso_date(day, month, int("".join(groups["year"].split())))
    return DateMatch(found.start(), found.end(), iso) if iso else None


def find_written_dates(text: str) -> list[DateMatch]:
    """Dates in words ("ngày ... tháng ... năm ..."), the form of a document's own date.

    >>> [d.iso for d in find_written_dates("Sơn La, ngày 29 tháng 10 năm 2021")]
    ['2021-10-29']
    >>> [d.iso for d in find_written_dates("ngày   tháng 3 năm 2023; ngày ... tháng ... năm 2026")]
    ['2023-03', '2026']
    >>> [d.iso for d in find_written_dates("Hà Nội, ngay 18\\ntháng 11năm 2025 .")]
    ['2025-11-18']
    """
    bare = strip_diacritics(text).lower()
    return [date for found in _WORDED.finditer(bare) if (date := _match(found))]


def find_dates(text: str) -> list[DateMatch]:
    """All dates, left to right, none inside another.

    >>> [d.iso for d in find_dates("số 345/QĐ-UBND, ngày 01/3/2023; tháng 7 năm 2022; ngày15 / 12/2025")]
    ['2023-03-01', '2022-07', '2025-12-15']
    >>> find_dates("điểm 83,1/100, hạng 62/63, ISO 9001:2015, 1.2.3, từ 2021-2025")
    []
    """
    bare = strip_diacritics(nfc(text)).lower()
    dates: list[DateMatch] = []
    taken: list[tuple[int, int]] = []
    for pattern in (_WORDED, _NUMERIC, _MONTH):
        for found in pattern.finditer(bare):
            if any(found.start() < end and start < found.end() for start, end in taken):
                continue
            if date := _match(found):
                dates.append(date)
                taken.append(found.span())
    return sorted(dates, key=lambda date: date.start)


def parse_date(text: str) -> str | None:
    """The first date of `text` in ISO form, None where there is none.

    >>> parse_date("ngày 29 tháng 10 năm 2021"), parse_date("năm 2025 ."), parse_date("31/02/2023")
    ('2021-10-29', '2025', '2023-02')
    >>> parse_date("ngày 1 tháng 1 năm 2926"), parse_date("12/KH-SGDĐT")
    (None, None)
    """
    if dates := find_dates(text):
        return dates[0].iso
    year = re.search(r"\bnam\s*((?:19|20)\d\d)(?!\d)", strip_diacritics(nfc(text)).lower())
    return iso_date(None, None, int(year.group(1))) if year else None
