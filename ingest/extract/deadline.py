"""Deadlines: the phrase in a sentence, and the day that a deadline fixes.

A day is fixed only where the text gives day, month and year of an end: "trước ngày 31/01/2026". A month, a
quarter, a start ("từ ngày 01/7/2025") or a thing that recurs ("ngày 15 hằng tháng") fixes none.
"""

from __future__ import annotations

import re
from datetime import date

from ingest.clean.fold import strip_diacritics

# Patterns are matched against text without marks in small letters: same offsets as the text.
_DAY = r"""
    (?:ngay\s*)?
    (?P<{0}d>\d{{1,2}})(?:\s*(?:[/.]|thang)\s*|(?P<{0}dash>-))(?P<{0}m>\d{{1,2}})   # 31/01, 31 tháng 01, 31-01
    (?:(?P<{0}to>\s*(?:[/.-]|nam)\s*)(?P<{0}y>(?:19|20)\d\d))?                    # /2026, năm 2026, -2026
    (?![\d/])(?!\s*%)
"""
_LIMIT = (
    r"(?:truoc|cham\s+nhat(?:\s+(?:la|vao|den|trong))?|muon\s+nhat(?:\s+la)?|khong\s+(?:qua|(?:muon|cham)\s+hon)"
    r"|den\s+het|het|den|xong|qua)"
)
_HOUR = r"\d{1,2}\s*(?:gio|h)(?:\s*\d\d)?(?:\s*(?:phut\b|['’p]))?"  # 17 giờ 00, 16h30', 11h
_FIXED = re.compile(rf"(?:(?P<limit>{_LIMIT})\s+)?(?:{_HOUR}\s*,?\s+)?{_DAY.format('')}", re.VERBOSE)
_RECURS = re.compile(
    r"(?:hang|moi)\s+(?:nam|thang|quy|tuan|ngay|ky)|dinh\s+ky|/\s*(?:lan|nam|thang|quy)\b|lan/|cua\s+(?:thang|quy|nam)"
)
_START = re.compile(r"(?:\btu|ke\s+tu|bat\s+dau|sau)\s+(?:ngay\s*)?$")
_AND = re.compile(r"(?:\bva|,|;)\s+$")
# Months, not a day of one: "Tháng 3 - 10/2026", "các tháng 3, 6 - 9/2026".
_MONTH_LIST = re.compile(r"thang\s*(?:\d{1,2}\s*(?:,|-|va|den)\s*(?:thang\s+)?)*$")
# A week or a round of a month: "Tuần 2 tháng 11/2026".
_PART = re.compile(r"\b(?:tuan|ky|dot|lan)\s+(?:thu\s+)?$")
# A date that belongs to a cited document: "Quyết định số 1737/QĐ-UBND ngày 17/10/2025".
_CITED = re.compile(r"(?:so\s*)?\d+\s*/?[\d/]*[-/][a-zd][\w&./-]*\s*,?\s*(?:ngay\s*)?$")


def due_on(deadline: str | None, year: int | None = None) -> str | None:
    """The one day that a deadline fixes, ISO, or None. `year` is the year that the column's heading gives.

    >>> [due_on(t) for t in ("trước ngày 31/01/2026", "Chậm nhất là ngày 15 tháng 3 năm 2026", "28/02/2026")]
    ['2026-01-31', '2026-03-15', '2026-02-28']
    >>> [due_on(t) for t in ("Tháng 12/2026", "Quý I/2026", "Từ 01/7/2025", "Trước ngày 31/3 hằng năm", "Trước 15/12")]
    [None, None, None, None, None]
    >>> [due_on(t, year=2026) for t in ("Tháng 3 - 10/2026", "Tháng 4 - 8", "Các tháng 3, 6 - 9/2026", "5-10/2026")]
    [None, None, None, None]
    >>> due_on("trước 30/6/2026 và 31/12/2026"), due_on("31-01-2026")
    (None, '2026-01-31')
    >>> due_on("Tuần 2 tháng 11/2026"), due_on("đợt 1 tháng 12 năm 2026")
    (None, None)
    >>> due_on("Trước 15/12", year=2023), due_on("Theo Quyết định số 1737/QĐ-UBND ngày 17/10/2025")
    ('2023-12-15', None)
    """
    if not deadline:
        return None
    bare = strip_diacritics(deadline).lower()
    if len(bare) != len(deadline) or _RECURS.search(bare):
        return None
    days: set[str] = set()
    limits: set[str] = set()
    undated = False  # a limit without a year
    for found in _FIXED.finditer(bare):
        before = bare[: found.start()]
        if found["limit"] is None and (_MONTH_LIST.search(before) or _PART.search(before)):
            continue
        if found["dash"] and found["to"] != "-":  # "5-10/2026" is May to October
            continue
        if found["limit"] is None and (_CITED.search(before) or _START.search(before)):
            continue
        written = int(found["y"]) if found["y"] else year
        if written is None:
            undated = undated or found["limit"] is not None
            continue
        try:
            day = date(written, int(found["m"]), int(found["d"])).isoformat()
        except ValueError:
            continue
        days.add(day)
        if found["limit"] or ((limits or undated) and _AND.search(before)):
            limits.add(day)
    if undated and limits:
        return None  # "trước ngày 25/6 và ngày 25/12/2026"
    chosen = limits or days
    return chosen.pop() if len(chosen) == 1 else None


_QUARTER = r"quy\s+(?:[1-4]|i{1,3}|iv)"
_YEAR = r"(?:\s*(?:/|nam|-|,)\s*(?:19|20)\d\d)"
_OFTEN = r"(?:\s+(?:hang|moi)\s+(?:nam|thang|quy|tuan))"
_NEXT_YEAR = r"(?:\s+(?:cua\s+)?nam\s+(?:lien\s+ke|lien\s+sau|sau|tiep\s+theo|ke\s+tiep)(?:\s+lien\s+ke)?)"
_QUARTER_END = r"(?:cuoi|dau)\s+(?:cua\s+)?quy(?:\s+(?:sau|tiep\s+theo|lien\s+ke|ke\s+tiep))?"
_NEXT_MONTH = (
    rf"(?:\s+(?:cua\s+)?thang\s+(?:{_QUARTER_END}|lien\s+ke|sau|dau|tiep\s+theo|ke\s+tiep)(?!\s+(?:nam|quy|sau)))"
)
_MONTHS = r"thang\s+\d{1,2}(?:(?:\s*(?:,|-|va|den)\s*(?:thang\s+)?\d{1,2})*)"
_WEEKDAY = r"(?:ngay\s+)?thu\s+(?:hai|ba|tu|nam|sau|bay|[2-7])\b"
_WHEN = rf"""
    (?:(?:{_HOUR}\s*,?\s+)?ngay\s+\d{{1,2}}\s*(?:[/.-]|\s*thang\s*)\s*\d{{1,2}}(?:\s*(?:[/.-]|\s*nam\s*)\s*(?:19|20)\d\d)?(?:{_OFTEN}|{_NEXT_YEAR})?
      |ngay\s+\d{{1,2}}(?:{_OFTEN}|{_NEXT_MONTH})
      |{_HOUR}\s*,?\s+{_WEEKDAY}{_OFTEN}?|{_WEEKDAY}{_OFTEN}
      |\d{{1,2}}(?:/\d{{1,2}}/|\.\d{{1,2}}\.|-\d{{1,2}}-)(?:19|20)\d\d
      |\d{{1,2}}\s+thang\s+\d{{1,2}}\s+nam\s+(?:19|20)\d\d
      |\d{{1,2}}/\d{{1,2}}(?:{_OFTEN}|{_NEXT_YEAR})
      |{_MONTHS}{_YEAR}|{_QUARTER}(?:\s*(?:,|-|va|den)\s*{_QUARTER})*{_YEAR}
      |(?:{_QUARTER}|{_MONTHS}){_NEXT_YEAR}|(?:{_QUARTER}|{_MONTHS}){_OFTEN}
      |(?:6|06|sau)\s+thang\s+(?:dau|cuoi)\s+nam\s+(?:19|20)\d\d
      |(?:hoc\s+ky\s+\w+\s+)?nam\s+hoc\s+(?:19|20)\d\d\s*-\s*(?:19|20)\d\d
      |nam\s+(?:19|20)\d\d
    )
"""
# "chậm nhất cuối quý III/2026", "vào cuối năm 2026"
_END_OF = rf"(?:cuoi|dau|giua)\s+(?:{_QUARTER}{_YEAR}|thang\s+\d{{1,2}}{_YEAR}|nam\s+(?:19|20)\d\d)"
# The phrase of a deadline in a sentence, with its preposition. Strong: it says itself that it is an end.
_STRONG = re.compile(
    rf"""(?<!\w)(?:
        (?:(?:den\s+)?truoc|cham\s+nhat(?:\s+(?:la|vao|den|trong|truoc))?|muon\s+nhat(?:\s+(?:la|vao))?|den\s+het
          |khong\s+(?:qua|(?:muon|cham)\s+hon))\s+
        (?:{_WHEN}|{_END_OF})
      | vao\s+ngay\s+\d{{1,2}}{_OFTEN}
      | den\s+(?:ngay|thang)\s+(?<=\s){""}(?:\d{{1,2}}/(?:\d{{1,2}}/)?(?:19|20)\d\d)
      | trong\s+(?:thoi\s+han|vong)\s+\d+\s+ngay(?:\s+lam\s+viec)?\s+ke\s+tu\s+ngay\s+[^,;.]{{2,80}}
    )""",
    re.VERBOSE,
)
_MIDDLE = re.compile(
    rf"""(?<!\w)(?:
        trong\s+(?:{_WHEN})
      | vao\s+{_END_OF}
      | (?:bat\s+dau\s+(?:thuc\s+hien\s+)?)?tu\s+(?:{_WHEN})
    )""",
    re.VERBOSE,
)
# "từ ngày 10 đến ngày 15 tháng 12 hằng năm", "từ ngày 01/3/2026 đến ngày 15/4/2026": days from and to.
_SPAN = re.compile(
    rf"""(?<!\w)tu\s+(?:ngay\s+)?\d{{1,2}}(?:\s*(?:[/.]|\s*thang\s*)\s*\d{{1,2}})?(?:\s*(?:/|\s*nam\s*)\s*(?:19|20)\d\d)?
    \s+den\s+(?:het\s+)?(?:ngay\s+)?\d{{1,2}}
    (?:\s*(?:[/.]|\s*thang\s*)\s*\d{{1,2}}(?:\s*(?:[/.]|\s*nam\s*)\s*(?:19|20)\d\d)?{_OFTEN}?
      |{_OFTEN}|\s+(?:cua\s+)?thang\s+(?:cuoi\s+quy|lien\s+ke|sau|dau))(?![\d/])
    |(?<!\w)tu\s+thang\s+\d{{1,2}}{_YEAR}?\s+den\s+(?:het\s+)?thang\s+\d{{1,2}}{_YEAR}(?!\d)
    """,
    re.VERBOSE,
)
_BY_WHEN = re.compile(
    rf"""\W*(?:thoi\s+(?:gian|han)(?:\s+(?:thuc\s+hien|hoan\s+thanh|bao\s+cao|xong))*|(?:can\s+|phai\s+)?hoan\s+thanh|xong|thuc\s+hien(?:\s+xong)?)\s+(?:xong\s+|la\s+)?
    (?P<when>(?:truoc|trong|cham\s+nhat(?:\s+(?:la|vao))?|den\s+het)\s+(?:{_WHEN})
      |(?:trong|cham\s+nhat|khong\s+qua)\s+(?:thoi\s+han\s+)?\d+\s+(?:ngay|thang)(?:\s+lam\s+viec)?\s+(?:ke\s+)?tu\s+(?:ngay|khi)\s+ban\s+hanh\s+[^.;,]{{4,40}})[\s.;]*""",
    re.VERBOSE,
)
# A limit in so many words wins over a span, whose end ("đến ngày 15/4/2026") is none by itself.
_LIMITED = re.compile(
    rf"(?<!\w)(?:(?:den\s+)?truoc|cham\s+nhat(?:\s+(?:la|vao|den|trong|truoc))?)\s+(?:{_WHEN})", re.VERBOSE
)
# "các tiêu chí từ 5.1 đến 5.8"
_NUMBERS = re.compile(r"tu\s+\d{1,2}\.\d{1,2}\s+den\s+\d{1,2}\.\d{1,2}(?!\s*[./]?\s*\d)(?!\s*nam)")
# "số liệu tính từ ngày 15/12 đến ngày 14/6": what a report is about
_OF_DATA = re.compile(r"\b(?:so\s+lieu|tinh|ky\s+bao\s+cao|phat\s+sinh|hieu\s+luc|thoi\s+ky|nghi|truc)\b[^,;.]{0,30}$")
# A month or quarter alone, where a clause is nothing else: "...; quý II năm 2024."
_ALONE = re.compile(
    rf"""(?:(?<=[;,(])\s*|(?<=\bhoan\sthanh)\s+|(?<=\bthuc\shien)\s+|(?<=\bxong)\s+)
    (?P<at>{_MONTHS}{_YEAR}|{_QUARTER}{_YEAR})\s*(?=[.;,)]|$)
    |^(?P<first>{_MONTHS}{_YEAR}|{_QUARTER}{_YEAR})(?=\s?[,:])   # "Quý I/2027, các đơn vị ..."
    """,
    re.VERBOSE,
)
# "kể từ ngày nhận được đề nghị Sở Tài chính ...": the sentence goes on without a comma.
_ACTOR = re.compile(r"(?<!ngày)(?<!của)(?<!từ)\s(?=(?:Sở|Ủy ban|UBND|Công an|Văn phòng|Chủ tịch|Cơ quan)\s)")
# One of these stands in each phrase that the pattern finds.
_BY_WORDS = (
    (_LIMITED, ("truoc", "cham")),
    (_SPAN, (" den ",)),
    (_STRONG, ("truoc", "nhat", "den", "khong", "trong", "vao ngay")),
    (_MIDDLE, ("trong", "tu", "vao cuoi", "vao dau", "vao giua")),
)
_DONE = re.compile(r"(?:tu|ke\s+tu)\s[^;.]{0,40}\s(?:den\s+nay|da\s)")


def deadline_line(text: str) -> str | None:
    """The phrase of a line that says nothing but by when, of what stands above it.

    >>> deadline_line("Thời hạn chậm nhất 05 ngày làm việc kể từ ngày ban hành Quyết định.")
    'chậm nhất 05 ngày làm việc kể từ ngày ban hành Quyết định'
    >>> deadline_line("Hoàn thành trước ngày 30/6/2026."), deadline_line("Hoàn thành trước ngày 30/6/2026 đề án A")
    ('trước ngày 30/6/2026', None)
    """
    bare = strip_diacritics(text).lower()
    said = _BY_WHEN.fullmatch(bare) if len(bare) == len(text) else None
    return text[slice(*said.span("when"))] if said is not None else None


def find_deadline(text: str) -> tuple[int, int] | None:
    """Where in a sentence its deadline stands, with its preposition; None where it gives none.

    >>> def written(text): return (at := find_deadline(text)) and text[at[0] : at[1]]
    >>> written("báo cáo kết quả về Sở Nội vụ trước ngày 28/02/2026 để tổng hợp")
    'trước ngày 28/02/2026'
    >>> written("công khai chậm nhất vào ngày 05 hằng tháng"), written("hoàn thành trong tháng 02/2026.")
    ('chậm nhất vào ngày 05 hằng tháng', 'trong tháng 02/2026')
    >>> written("Định kỳ hằng tuần trước 16 giờ ngày thứ Sáu, báo cáo kết quả"), written("trước thứ bậc")
    ('Định kỳ hằng tuần trước 16 giờ ngày thứ Sáu', None)
    >>> written("Trung tâm chủ trì; quý II năm 2024."), written("theo Quyết định số 12/QĐ-UBND ngày 01/3/2023")
    ('quý II năm 2024', None)
    """
    bare = strip_diacritics(text).lower()
    if len(bare) != len(text):
        return None
    for pattern, words in _BY_WORDS:
        for found in pattern.finditer(bare) if any(word in bare for word in words) else ():
            if _DONE.match(bare, found.start()) or _CITED.search(bare[: found.start()]):
                continue
            if pattern is not _SPAN and _OF_ANOTHER.search(bare[max(0, found.start() - 80) : found.start()]):
                continue
            if (
                pattern is _MIDDLE
                and bare.startswith("tu", found.start())
                and _BEGINS_ELSE.search(re.split(r"[,;.:(]", bare[: found.start()])[-1])
            ):
                continue
            if pattern is _SPAN and _NUMBERS.match(bare, found.start()):
                continue
            if pattern is _SPAN and _OF_DATA.search(bare[max(0, found.start() - 60) : found.start()]):
                continue
            horizon = bare.startswith("den het nam", found.start())
            begins_name = text[found.end() : found.end() + 2].strip()[:1].isupper()  # "trong quý II năm 2026 Danh mục"
            named = begins_name and bare.startswith("trong", found.start())
            if (pattern is _MIDDLE or horizon) and not (named or _ends_clause(bare, found.start(), found.end())):
                continue
            end = found.end()
            start = found.start()
            if often := _PERIODIC.search(bare, max(0, start - 40), start):
                start = often.start()
            if bare.startswith("trong thoi han", found.start()) or bare.startswith("trong vong", found.start()):
                end = _step_end(text, bare, found.start(), end)
                if end < 0:
                    continue
            elif more := _AND_AGAIN.match(bare, end):
                end = more.end()
            if inner := _ACTOR.search(text, found.start(), end):
                end = inner.start()
            return start, start + len(bare[start:end].rstrip())
    if alone := _ALONE.search(bare):
        return alone.span("at" if alone["at"] is not None else "first")
    return None


# "trước ngày 15 tháng 6 và trước ngày 01 tháng 12"
_AND_AGAIN = re.compile(
    rf"(?:\s+\([^()]{{1,30}}\))?\s+va\s+(?:(?:truoc|cham\s+nhat(?:\s+(?:la|vao))?)\s+|(?=ngay\s)){_WHEN}(?:\s+\([^()]{{1,30}}\))?",
    re.VERBOSE,
)
_STEP = re.compile(r"\s(?:phai|se|can|co\s+trach\s+nhiem|thi(?!\s+hanh))\s")


def _step_end(text: str, bare: str, start: int, end: int) -> int:
    """Where "trong thời hạn 15 ngày kể từ ngày ..." ends: before the duty, or at a mark; -1 if that can't be told."""
    if step := _STEP.search(bare, start, end):
        return step.start()
    if _ACTOR.search(text, start, end) or not bare[end : end + 1].strip() or bare[end] in ",;.:)":
        return end if end == len(bare) or bare[end] in ",;.:)" or _ACTOR.search(text, start, end) else -1
    return -1


_PERIODIC = re.compile(r"\bdinh\s+ky(?:\s+(?:hang|moi)\s+\w+)?\s+$")
# "đất đã sử dụng trước ngày 01/7/2014", "công chức được tuyển dụng trước ngày ...": a day of something else
_OF_ANOTHER = re.compile(
    r"""
    \b(?:
        da\s+(?:\w+\s+){1,4}
      | duoc\s+(?:tuyen\s+dung|cap|giao|ban\s+hanh|phe\s+duyet|thanh\s+lap|xay\s+dung|ky|cong\s+nhan|tiep\s+nhan
          |bo\s+nhiem)\s+
      | (?:phat\s+sinh|xay\s+ra|dien\s+ra|co\s+hieu\s+luc(?:\s+thi\s+hanh)?)\s+(?:ke\s+)?
    )$
    """,
    re.VERBOSE,
)
# "bảo đảm để chính quyền mới chính thức hoạt động từ ngày 01/7/2025": when something else begins
_BEGINS_ELSE = re.compile(
    r"\b(?:de|ma|nham|duoc|da|do|neu|khi|hoat\s+dong|hieu\s+luc|hinh\s+thanh|phat\s+sinh|huong|tinh(?!\s+[a-z]+\s+trien)|sinh)\b"
)


def _ends_clause(bare: str, start: int, end: int) -> bool:
    """ "trong năm 2026" is a deadline at the end of a clause; inside one it only says when something is."""
    if re.match(r"\s*(?:[.;,)]|$|de\s|va\s+nhung\s+nam)", bare[end:]):
        return True
    # "Trong quý I của năm liền kề đánh giá, Sở Nội vụ ..."
    return (
        re.search(r"(?:^|[.;]\s+)$", bare[:start]) is not None and re.match(r"(?:\s+\w+){1,3},", bare[end:]) is not None
    )
