"""The title of a document, whichever way its kind gives it: below the type line, "V/v ..." or as a heading."""

from __future__ import annotations

import re

from ingest.clean.fold import strip_diacritics
from ingest.models import Reading
from ingest.parse.head import ADDRESSED, DRAFT_MARK, Head
from ingest.parse.plain import is_upper
from ingest.parse.title import AUTHORITY, SUBJECT_START, read_subject, read_title

_MARKS = re.compile(
    r"(?m)^[\s\x00(]*(?:du thao\b.{0,25}|mat|tuyet mat|toi mat|hoa toc|khan|thuong khan|luu hanh noi bo)[)\s\x00]*$"
)
_NEAR = 1500  # characters within which a letter without a number or an addressee says what it is about


def find_title(head: Head, reading: Reading, addressed: bool) -> tuple[str | None, bool]:
    """Title, and whether the document reads like a letter ("V/v ...", "Kính gửi", no type line)."""
    view = head.view
    for mark in _MARKS.finditer(view.bare, head.start, head.body):
        if not DRAFT_MARK.match(mark.group()):
            view.mask(*mark.span())
    if head.type_at:
        found = read_title(view, head.type_at[1], reading)
        # Below a type line far above, running text may come at once: "Thực hiện ... như sau:".
        if found and not (head.put_back and view.text[: found[2]].rstrip().endswith(":")):
            head.note("title", found[1], found[2])
            return found[0], False
        return None, False
    low = head.number_at[1] if head.number_at else head.start
    where = ADDRESSED.search(view.bare, low)
    limit = where.start() if where else head.body
    if not where and not head.number_at:
        limit = min(limit, head.start + _NEAR)  # what a body is about is no title
    subject = read_subject(view, low, limit) or (read_subject(view, head.start, limit) if low > head.start else None)
    if subject:
        title, start, end = subject
        head.note("title", start, end)
        view.mask(start, end)
        return title, True
    if not addressed and head.number_at:
        found = read_title(view, head.number_at[1], reading)
        if found and AUTHORITY.match(strip_diacritics(found[0]).lower()) is None and len(found[0]) > 15:
            head.note("title", found[1], found[2])
            return found[0], False
    if not addressed and not head.number_at and head.date:
        for line in view.lines:
            if line.start < head.date.end or line.start >= head.body:
                continue
            if is_upper(view.line_text(line)) and SUBJECT_START.match(view.bare, line.start, line.end):
                found = read_title(view, line.start, reading)
                if found:
                    head.note("title", found[1], found[2])
                    return found[0], False
                break
    return None, addressed


# "LUẬT SỐ 13/2003/QH11 CỦA QUỐC HỘI ... VỀ ĐẤT ĐAI": number, day and organ are fields of their own.
_ITS_ORGAN = (
    r"(?:\s+của\s+(?:quốc hội|chính phủ|thủ tướng chính phủ|ủy ban thường vụ quốc hội)"
    r"(?:\s+kho[áóa]+\s.{1,12},\s+kỳ họp thứ\s\S+)?)"
)


def without_number(title: str, number: str | None) -> str:
    """A title without the document's own number at its beginning or end.

    >>> without_number("SỐ13/2003/QH11 CỦA QUỐC HỘI VỀ ĐẤT ĐAI", "13/2003/QH11")
    'VỀ ĐẤT ĐAI'
    >>> without_number("SỬA ĐỔI LUẬT HẢI QUAN CỦA QUỐC HỘI SỐ 42/2005/QH11 NGÀY 14 THÁNG 6 NĂM 2005", "42/2005/QH11")
    'SỬA ĐỔI LUẬT HẢI QUAN'
    >>> without_number("Sửa đổi Nghị định số 9/2020/NĐ-CP", "42/2025/NĐ-CP")
    'Sửa đổi Nghị định số 9/2020/NĐ-CP'
    """
    if not number or number.split("/")[0] not in title:
        return title
    own = rf"(?:số\s*)?{re.escape(number)}(?:\s+ngày\s+[\d/]+(?:\s+tháng\s+\d+\s+năm\s+\d{{4}})?)?"
    short = re.sub(rf"^{own}{_ITS_ORGAN}?\s+(?=\S)|{_ITS_ORGAN}?\s+{own}{_ITS_ORGAN}?$", "", title, flags=re.IGNORECASE)
    return short if len(short) > 5 else title
