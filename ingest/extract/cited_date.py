"""The date of a cited document: after its number, shared by a list, or in front of it."""

from __future__ import annotations

import re

from ingest.clean.letters import UPPER
from ingest.parse.date import DateMatch, find_dates, iso_date

REACH = 170  # characters after a number within which its date stands

# Between number and date: "ngày", "ký ngày", "được thông qua ngày", "(ngày", "cùng ngày", the typo "này".
_LED = (
    r"[\s,(]*(?:(?:duoc\s+)?(?:quoc\s+hoi\s+)?(?:ky|ban\s+hanh|thong\s+qua|phat\s+hanh|ra|de)\s*,?\s*)?"
    r"(?:vao\s+|cung\s+)?"
)
_DIRECT = re.compile(rf"^{_LED}(?:ngay|nay)?\s*[:,]?\s*$|^\s*;\s*ngay\s*:\s*$")
# "ngày 16/6 2025", "ngày 09 6 2025", "ngày 05//3/2025", "ngày 16 tháng 6/2025": a mark lost, or typed twice.
_SLIPPED = re.compile(
    rf"""
    {_LED}ngay\s*(?P<day>\d{{1,2}})
    (?:\s?[/.-]{{1,2}}\s?|\s+(?:thang\s+)?)(?P<month>\d{{1,2}})
    (?:\s?[/.-]{{1,2}}\s?|\s+(?:nam\s+)?)(?P<year>(?:19|20)\d\d)(?![\d/])
    """,
    re.VERBOSE,
)
# "Công văn số 905/STC-VP Đắk Nông, ngày 26 tháng 4": the place of its own head.
_PLACE = re.compile(rf"\s+[{UPPER}][^\W\d_]*(?:\s[{UPPER}][^\W\d_]*){{0,3}},\s*(?:ngày\s*)?")
# "... của Thủ tướng Chính phủ ngày 02/02/2024".
_AFTER_ISSUER = re.compile(
    r"^[\s,]*(?:ngay\s+)?(?:cua|do)\s+(?P<issuer>[^;.:()\d|]{2,90}?)(?:\s*\([a-z&\s]{2,14}\))?[\s,]*(?:ky\s+|ban\s+hanh\s+|thong\s+qua\s+)?(?P<day>(?:ngay|nay)\s*)?$"
)
_NOT_ISSUER = re.compile(
    r"\b(?:v/v|phe duyet|quy dinh|huong dan|thuc hien|trien khai|sua doi|bo sung|cong bo|ban hanh|va (?:cac|nhung))\b"
)
# Words that say something else with other marks ("tại", "Tài chính"): told apart as written, in small letters.
_NOT_ISSUER_WRITTEN = re.compile(r"\b(?:về|tại|đến|trong|trước|từ|hạn|được|ve|truoc)\b")
_YEAR = re.compile(r"\s*,?\s*(?:\(?\s*)nam\s+((?:19|20)\d\d)(?![\d/])")
# "Luật Đất đai 2024"
_YEAR_OF_LAW = re.compile(r"\s*,?\s*\(?\s*(?:nam\s+)?((?:19|20)\d\d)(?![\d/])")
# "Luật Ngân sách nhà nước số 83 ngày 25 tháng 6 năm 2015": the year's part of the number is missing.
_COUNTED = re.compile(r"\s*,?\s*so\s*:?\s*\d{1,3}(?=\s+ngay\b)")
# Words between a date in front and the document: "Ngày 03/7/2025, HĐND tỉnh ban hành Nghị quyết".
_ISSUED = re.compile(
    r"^[\s,]*[^.;:|\d()]{0,110}?\b(?:ban\s+hanh|ky|thong\s+qua|co|ra)\b(?:\s+(?:cac|ban\s+hanh|y\s+kien\s+tai))?\s*$"
    r"|^\s*,\s*tai\s*$"  # "Ngày 03/7/2025, tại Công văn số 5"
)
_BOUND = re.compile(r"\b(?:truoc|den|den\s+het|tu|ke\s+tu|sau|het|qua|han)\s+(?:ngay\s*)?$")


def date_after(text: str, bare: str, at: int, end: int, law: bool = False) -> tuple[str, int] | None:
    """ISO date and the offset where it ends, of a number or name that ends at `at`; None if none follows.

    `law`: a law's name, behind which a year may stand alone.

    >>> def after(text):
    ...     from ingest.clean.fold import strip_diacritics
    ...     return date_after(text, strip_diacritics(text).lower(), 0, len(text))
    >>> after(" ngày 23/4/2018 của Chính phủ"), after(", ngày 15 tháng\\n7 năm 2021"), after(" (ký ngày 01/3/2023)")
    (('2018-04-23', 15), ('2021-07-15', 26), ('2023-03-01', 19))
    >>> after(" của Thủ tướng Chính phủ ngày 02/02/2024"), after(" năm 2023 của UBND tỉnh"), after(" tháng 3 năm 2023")
    (('2024-02-02', 40), ('2023', 9), ('2023-03', 17))
    >>> after(" về kế hoạch hoàn thành trước ngày 30/6/2025"), after(" của UBND tỉnh về họp ngày 30/6/2025")
    (None, None)
    >>> after(" ngày 16/6 2025"), after(" ngày 09 6 2025;"), after(", cùng ngày 05//3/2025"), after(" ngày 5 2000 bộ")
    (('2025-06-16', 15), ('2025-06-09', 15), ('2025-03-05', 22), None)
    """
    end = min(end, at + REACH)
    if law and (counted := _COUNTED.match(bare, at, end)):
        at = counted.end()
    slipped = _SLIPPED.match(bare, at, end)
    if slipped and (iso := iso_date(*(int(slipped[part]) for part in ("day", "month", "year")))) and len(iso) == 10:
        return iso, slipped.end()
    for date in find_dates(text[at:end])[:1]:
        gap = bare[at : at + date.start]
        if _DIRECT.match(gap):
            # ", tháng 12/2025" is when something happens, "tháng 3 năm 2023" the number's month.
            if date.precision == "day" or bare.startswith("ngay", at + date.start) or not gap.strip():
                return date.iso, at + date.end
            return None
        if date.precision == "day" and _PLACE.fullmatch(text, at, at + date.start):
            return date.iso, at + date.end
        found = _AFTER_ISSUER.match(gap)
        worded = bare.startswith("ngay", at + date.start)
        if (
            found
            and (found["day"] or worded)
            and not _elsewhere(text[at:][slice(*found.span("issuer"))], found["issuer"])
        ):
            return date.iso, at + date.end
    if year := (_YEAR_OF_LAW if law else _YEAR).match(bare, at, end):
        # "năm 2014 ngày 27 tháng 11 năm 2014"
        full = date_after(text, bare, year.end(), end)
        return full if full and len(full[0]) == 10 and full[0][:4] == year[1] else (year[1], year.end())
    return None


def _elsewhere(written: str, bare: str) -> bool:
    """Whether words after "của" are more than an issuer, so that the date is another one's."""
    return bool(_NOT_ISSUER.search(bare) or _NOT_ISSUER_WRITTEN.search(written))


def date_before(text: str, bare: str, start: int, at: int) -> str | None:
    """ISO day in front of a citation that begins at `at`, within a clause that begins at `start`.

    >>> def before(text):
    ...     from ingest.clean.fold import strip_diacritics
    ...     return date_before(text, strip_diacritics(text).lower(), 0, len(text))
    >>> before("Ngày 03/7/2025, Hội đồng nhân dân tỉnh ban hành "), before("ngày 14 tháng 01 năm 2021 Sở đã ban hành ")
    ('2025-07-03', '2021-01-14')
    >>> before("Ngày 03/7/2025, tại "), before("Ngày 03/7/2025, tại cuộc họp, ")
    ('2025-07-03', None)
    >>> before("Trước ngày 03/7/2025, UBND tỉnh ban hành "), before("Ngày 03/7/2025 họp; UBND tỉnh ban hành ")
    (None, None)
    """
    start = max(start, at - 150)
    dates: list[DateMatch] = find_dates(text[start:at])
    if not dates or dates[-1].precision != "day":
        return None
    date = dates[-1]
    first = start + date.start
    worded = bare.startswith("ngay", first)
    front = bare[max(start, first - 14) : first]
    if not worded and not re.search(r"\bngay\s*$", front):
        return None
    if _BOUND.search(front) or not _ISSUED.match(bare[start + date.end : at]):
        return None
    return date.iso


def agrees(iso: str, year: int | None) -> bool:
    """Whether a date can be that of a number with `year` inside ("118/2025/NĐ-CP")."""
    return year is None or iso.startswith(str(year))
