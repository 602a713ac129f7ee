"""Day and place of issue: "Sơn La, ngày 29 tháng 10 năm 2021", blank, damaged, in figures or stamped."""

from __future__ import annotations

import re

from ingest.clean.fold import strip_diacritics
from ingest.clean.letters import UPPER
from ingest.models import Header, Reading
from ingest.parse.date import DateMatch, find_dates, find_written_dates, parse_date
from ingest.parse.head import Head
from ingest.parse.plain import MASK, is_upper, squeeze
from ingest.parse.province import Province, find_province, province_at
from ingest.parse.site_record import RecordField
from ingest.parse.stamp import read_stamps

_BLANK_DATE = re.compile(
    r"ngay[\s.…_\x00\d]{0,60}thang[\s.…_\x00\d]{0,60}nam[ .…_\x00]{0,60}(?:\d{2,3}[ .…]{0,9})?(?=\n|$)"
)
# "ngày 15 tháng 5 4 năm 2026": somebody typed over it, or a stamp left a stroke; only the year is sure.
_DAMAGED_DATE = re.compile(r"\bngay[ \d]{1,12}thang[ \d]{1,12}nam (?P<year>(?:19|20)\d\d)(?=[\s.]|$)")


def _damaged_date(head: Head, limit: int) -> DateMatch | None:
    found = next((m for m in _DAMAGED_DATE.finditer(head.view.bare, head.start, limit)), None)
    if found is None or _read_place(head, found.start()) is None:
        return None
    return DateMatch(*found.span(), found["year"])


# "Điện Biên, ngày 02/6/2025", "Hà Nội, 12.3.2025": in figures, below the motto or beside the number.
_FIGURES = re.compile(r"\b(?:ngay\s*)?(?=\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}(?!\d))")


def _numeric_dates(head: Head, limit: int) -> list[DateMatch]:
    """A date in figures that stands behind a place alone on its line, as a document's own date does."""
    view = head.view
    for found in _FIGURES.finditer(view.bare, head.start, limit):
        place = _read_place(head, found.start())
        dates = find_dates(view.text[found.end() : found.end() + 16])
        if place is None or not dates or dates[0].start:
            continue
        line = view.lines[view.line_at(found.start())]
        end = found.end() + dates[0].end
        if not view.text[line.start : place[1]].strip(f" {MASK}|") and not view.text[end : line.end].strip(
            f" {MASK}|./"
        ):
            return [DateMatch(found.start(), end, dates[0].iso)]
    return []


def _is_impossible(written: str, date: DateMatch) -> bool:
    """Whether more was written than can be a date: "ngày 31 tháng 02 năm 2026", "ngày 15 tháng 54 năm 2026"."""
    numbers = [part for part in re.findall(r"\d+", written) if len(part) < 4]
    return len(numbers) >= 2 and date.precision != "day"


def read_date(head: Head) -> None:
    """Date and place: "Sơn La, ngày 29 tháng 10 năm 2021", before the type line if there is one."""
    view = head.view
    limit = min(head.body, head.type_at[0]) if head.type_at else head.body
    dates = [d for d in find_written_dates(view.text[:limit]) if d.start >= head.start]
    if not dates and (damaged := _damaged_date(head, limit)):
        dates = [damaged]
    if not dates and head.type_at:
        # Some readers give the right column after the type line; then the place stands before it.
        dates = [
            d
            for d in find_written_dates(view.text[: head.body])
            if d.start > head.type_at[1]
            and _read_place(head, d.start) is not None
            and not is_upper(view.text[d.start : d.end])
        ]
    if not dates:
        dates = _numeric_dates(head, limit)
    if not dates:
        # "Lâm Đồng, ngày   tháng   năm" tells the place alone.
        for found in _BLANK_DATE.finditer(view.bare, head.start, limit):
            if place := _read_place(head, found.start()):
                head.place, begin, end, head.province = place
                head.note("place", begin, end)
                view.mask(begin, found.end())
                break
        return
    chosen = next((d for d in dates if _read_place(head, d.start)), dates[0])
    head.date = chosen
    written = squeeze(view.text[chosen.start : chosen.end])
    head.doubtful_date = written if _is_impossible(written, chosen) else None
    head.note("issued_on", chosen.start, chosen.end)
    start = chosen.start
    if place := _read_place(head, chosen.start):
        head.place, begin, end, head.province = place
        head.note("place", begin, end)
        start = begin
    view.mask(start, chosen.end)


def _read_place(head: Head, before: int) -> tuple[str, int, int, Province | None] | None:
    """Place in front of a date: (display, start, end, province)."""
    view = head.view
    low = max(head.start, before - 60)
    stretch = view.bare[low:before]
    for found in re.finditer(
        r"(?:(?:thanh\s+pho|tp\.?|tinh) |^(?:thanh\s+pho|tp\.?)\s+)?(?=[a-z])", stretch, re.MULTILINE
    ):
        at = found.end()
        if found.start() and (stretch[found.start() - 1].isalnum()):
            continue
        hit = province_at(stretch, at)
        if hit and re.fullmatch(r"[\s,.;:\x00–-]*", stretch[hit[1] :]):
            start, end = low + found.start(), low + hit[1]
            kind = re.match(r"(?:thanh\s+pho|tp)", found.group())
            name = squeeze(view.text[low + at : low + hit[1]])
            written = hit[0].name if strip_diacritics(name).lower() == strip_diacritics(hit[0].name).lower() else name
            return (f"Thành phố {written}" if kind else written), start, end, hit[0]
    named = re.search(
        rf"(?:^|[\n\x00 ])(?P<place>(?:[{UPPER}][\w'’-]*[^\S\n]){{0,4}}"
        rf"[{UPPER}][\w'’-]*(?:[^\S\n]\d{{1,2}})?)\s?,[\s\x00]*$",
        view.text[low:before],
    )
    if not named or is_upper(named["place"]):
        return None
    start, end = low + named.start("place"), low + named.end("place")
    return squeeze(named["place"]), start, end, find_province(named["place"])


# "... thông qua ngày 27 tháng 11 năm 2025": the date of a resolution or law without a date line.
_PASSED = re.compile(r"thong\s+qua\s+(?:vao\s+)?(?=ngay\s)")


def fill_date(header: Header, head: Head, reading: Reading, record: dict[str, RecordField], text: str) -> None:
    """The day of issue: the date line's, a stamp's, the site's, that of the vote, else the year of the number."""
    stamped = read_stamps(reading.stamps)
    header.issued_on = head.date.iso if head.date else None
    if header.issued_on is None or header.issued_on.count("-") < 2:
        for other in (stamped.date, stamped.signed_on if not head.blank or stamped.digits else None):
            if other and other.startswith(header.issued_on or ""):
                header.issued_on = other
                break
    if header.issued_on is None and "date" in record:
        header.issued_on = parse_date(record["date"].value)
        head.evidence["issued_on"] = record["date"].span
    if header.issued_on is None and header.type_code in {"NQ", "L", "BL", "PL", "HP"}:
        bare = strip_diacritics(text).lower()
        for found in _PASSED.finditer(bare):
            dates = find_written_dates(text[found.end() : found.end() + 40])
            if dates and dates[0].start == 0:
                header.issued_on = dates[0].iso
                head.evidence["issued_on"] = (found.end(), found.end() + dates[0].end)
    if header.issued_on is None and head.number and head.number.year:
        header.issued_on = str(head.number.year)
