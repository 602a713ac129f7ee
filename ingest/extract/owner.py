"""Headings and opening lines that name whose duties follow: "Trách nhiệm của Sở A", "Sở B có trách nhiệm:"."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.extract.assignment import Assignment, short_names
from ingest.extract.bare_form import bare_form
from ingest.extract.duty_phrase import ANYONE, COOPERATES, INTRODUCES, LEADS, NAMED_ORGAN, SAYS_WHEN, WITH, WITHIN
from ingest.extract.unit_head import starts_unit
from ingest.extract.unit_list import all_units, read_units
from ingest.extract.unit_split import split_units
from ingest.extract.unit_stop import starts_duty

_OWNER = re.compile(
    r"(?:giao(?:\s+(?:nhiem\s+vu|trach\s+nhiem))?(?:\s+cho)?|doi\s+voi|ve\s+phia|de\s+nghi|yeu\s+cau"
    r"|kien\s+nghi(?:\s+voi)?"
    r"|phan\s+cong(?:\s+nhiem\s+vu)?(?:\s+cho)?)\s*:?\s+"
)


# "Trách nhiệm của doanh nghiệp viễn thông": whoever it names, units or not. Without "của" only units.
_RESPONSIBILITY = re.compile(
    r"""
    (?:(?:(?:tham\s+quyen|quyen\s+han|nghia\s+vu)\s*(?:,|va)\s*)?
       trach\s+nhiem(?:\s*(?:,|va)\s*(?:quyen\s+han|nghia\s+vu|tham\s+quyen|nhiem\s+vu))?|nhiem\s+vu)
    (?:\s+(?:cu\s+the|thuc\s+hien|to\s+chuc\s+thuc\s+hien|phoi\s+hop|quan\s+ly))?
    \s+(?P<of>(?:cua|thuoc\s+ve|doi\s+voi)\s*:?\s*)?
    """,
    re.VERBOSE,
)


# "Nội dung Sở Nội vụ có trách nhiệm chủ trì", "Các nhiệm vụ do Sở A chủ trì, phối hợp với Sở B"
_WORK = re.compile(
    r"""
    (?:(?:cac|nhung)\s+)?(?:noi\s+dung|nhiem\s+vu|cong\s+viec|phan\s+viec|hoat\s+dong)
    (?:\s+(?:cong\s+viec|cong\s+tac|nhiem\s+vu|phoi\s+hop))?
    \s+(?:(?:do|(?P<given>giao(?:\s+cho)?|thuoc\s+trach\s+nhiem(?:\s+cua)?))\s+)?
    """,
    re.VERBOSE,
)


_WORK_IS_DONE = re.compile(
    r"""
    \s*,?\s*(?=[a-z])(?:(?:(?:co|chiu)\s+)?trach\s+nhiem\s*)?
    (?:(?:chu\s+tri|thuc\s+hien|to\s+chuc|trien\s+khai|phoi\s+hop|va\b|,)\s*)*[:.]?\s*$
    """,
    re.VERBOSE,
)


# What the responsibility is about, behind the name: "của Sở Nội vụ trong việc quản lý ..."
_ABOUT = re.compile(
    r"\s*,?\s+(?:trong\s+(?:viec|cong\s+tac|qua\s+trinh|quan\s+ly|hoat\s+dong|thuc\s+hien|to\s+chuc|trien\s+khai"
    r"|phoi\s+hop)"
    r"|khi|ve\s+viec|doi\s+voi\s+(?:viec|cong\s+tac))\b"
)


# "của Chính phủ về quốc tịch", "của Sở Y tế đối với Quỹ ...", but "cơ quan quản lý nhà nước về ..."
_ITS_MATTER = re.compile(
    r"(?<!quan ly)(?<!nha nuoc)(?<!chuyen mon)(?<!trach nhiem)(?<!phu trach)(?<!tham quyen)(?<!hoat dong)(?<!dau moi)"
    r"(?<!chuyen nganh)\s+(?:(?:ve|doi\s+voi)\s|duoc\s+quy\s+dinh\b|nhu\s+sau\b)"
)


_MUST_LEAD = re.compile(rf"\s*(?:(?:co|chiu)\s+trach\s+nhiem\s+)?chu\s+tri\s*,?\s*(?:va\s+)?{WITH}")


# "Sở Nội vụ có quyền hạn và trách nhiệm:"; a right alone ("có quyền:") makes no one do anything.
_HAS_DUTIES = re.compile(
    r"""
    \s*co\s+(?:(?:cac|nhung)\s+)?
    (?=[^:]*\b(?:trach\s+nhiem|nghia\s+vu|nhiem\s+vu)\b)
    (?:(?:trach\s+nhiem|nghia\s+vu|nhiem\s+vu|quyen\s+han|tham\s+quyen|quyen|chuc\s+nang|va|cu\s+the|sau|sau\s+day
         |nhu|chinh|chu\s+yeu)\s*,?\s*)+
    [:.]?\s*$
    """,
    re.VERBOSE,
)


def read_owner(text: str) -> Assignment | None:
    """A heading or opening line that names whose duties follow.

    >>> read_owner("Giao Sở Tư pháp chủ trì, phối hợp với các cơ quan, đơn vị liên quan:").coordinate
    ('các cơ quan, đơn vị liên quan',)
    >>> read_owner("Trách nhiệm của Văn phòng UBND tỉnh").lead, read_owner("Sở Nội vụ có trách nhiệm:").lead
    (('Văn phòng UBND tỉnh',), ('Sở Nội vụ',))
    >>> read_owner("Về cải cách thể chế") is None, read_owner("Sở Nội vụ chủ trì rà soát vị trí việc làm") is None
    (True, True)
    """
    if len(text) > 600:
        return None
    bare = bare_form(text)
    if (told := _TOLD_WITHOUT_MARK.search(bare)) is not None:
        named = read_owner(f"{text[: told.start()]} có trách nhiệm:")
        return replace(named, end=len(text), ordered=True) if named is not None else None
    if (named := _doer(text, bare)) is not None:
        return named
    if (whose := _RESPONSIBILITY.match(bare)) is not None:
        return _responsible(text, bare, whose)
    if text.isupper() and _DECIDES.search(bare):
        return None  # "BAN THƯỜNG VỤ TỈNH ỦY QUYẾT ĐỊNH"
    prefix = _OWNER.match(bare)
    start = prefix.end() if prefix else 0
    if prefix and (units := all_units(text[start:])):
        return Assignment(short_names(units), (), len(text), True, True)
    if prefix and (name := _addressed(text[start:].strip(" .:;*_"))):
        return Assignment((name,), (), len(text), True, True)
    if prefix and (post := _IN_CHARGE.fullmatch(bare, start)) and not _IS_WORK.search(bare, start):
        return Assignment((text[start : post.end("who")].strip(" .:"),), (), len(text), True, True)
    run = read_units(text, start)
    if prefix is None and (called := _called(text, bare)) is not None and (run is None or run.end < called.end - 1):
        return replace(called, end=len(text))
    if run is None:
        return None
    at = run.end
    if prefix is None and _ANNOUNCES.match(bare, at):
        return None
    coordinate: tuple[str, ...] = ()
    ordered = prefix is not None
    if (within := WITHIN.match(bare, at)) and text.rstrip().endswith(":"):
        at = within.end()
    if leads := LEADS.match(bare, at):
        at, ordered = leads.end(), True
        if leads["with"] is not None and (others := read_units(text, leads.end())):
            at, coordinate = others.end, others.units
            if (helps := COOPERATES.match(bare, at)) and (others := read_units(text, helps.end())):
                at, coordinate = others.end, (*coordinate, *others.units)
    elif (helps := COOPERATES.match(bare, at)) and (others := read_units(text, helps.end())):
        at, coordinate = others.end, others.units
    if not (INTRODUCES.match(bare, at) or (prefix is None and _HAS_DUTIES.match(bare, at))):
        concerned = _WHICH_ONES.match(bare, at)
        if start == 0 and (concerned or not starts_duty(text, at)) and (units := all_units(text)):
            return Assignment(short_names(units), (), len(text), True, False)
        return None
    if bare[at:].strip(" .:") and not text.rstrip().endswith(":"):
        return None
    return Assignment(short_names(run.units), short_names(coordinate), len(text), True, ordered)


# "2. Sở Nội vụ có trách nhiệm", "Các phòng chịu trách nhiệm": a heading without the colon that others write
_TOLD_WITHOUT_MARK = re.compile(
    r"(?<!\btu)(?<!\bphai)(?<!\bva)(?<!\bhoac),?\s+(?:co\s+trach\s+nhiem(?:\s+sau(?:\s+day)?)?(?=\s*$)|chiu\s+trach\s+nhiem(?=\s*:?\s*$))"
)


# "... liên quan đến hoạt động của ...", "các xã, phường có cụm công nghiệp"
_WHICH_ONES = re.compile(r"den\s|co\s+(?!trach|quyen|the\b|cac\b|nhung|y\b|ke\b|van\b|hieu|nhiem)")


# "Công ty con chưa chuyển đổi có trách nhiệm:", "Cục Thống kê hải quan thực hiện:"
_CALLED = re.compile(
    r"(?P<who>(?!trong\s|khi\s|neu\s|truong\s+hop\s|can\s+cu\s|sau\s|truoc\s|doi\s+voi\s|tren\s|theo\s)[^.;:]{3,90}?)\s+(?:phai\s+)?"
    r"(?:(?P<must>co\s+trach\s+nhiem)(?:\s+(?:thuc\s+hien|cac|nhung|noi\s+dung|nhiem\s+vu|nhu|sau|day))*|thuc\s+hien)\s*[:.]?\s*$"
)


_CALLED_WORDS = 14


# "Khi có đề nghị của Công an tỉnh, đơn vị quản lý chợ có trách nhiệm:"
_CALLED_BEHIND = re.compile(
    r"(?:ngay\s+)?(?:khi|sau|truoc|trong|can\s+cu|theo|tren\s+co\s+so)\s[^;:]{5,240}[^;:,],\s+"
    r"(?P<who>[^,.;:]{3,90}?)\s+(?:phai\s+)?co\s+trach\s+nhiem(?:\s+(?:thuc\s+hien|cac|nhung|noi\s+dung|nhiem\s+vu|nhu|sau|day))*\s*:\s*$"
)


# "Giao công chức Văn phòng - Thống kê phụ trách chuyển đổi số": whose post it is, no work
_IN_CHARGE = re.compile(
    r"(?P<who>(?:cac\s+)?(?:cong\s+chuc|can\s+bo|vien\s+chuc|bo\s+phan|chuyen\s+vien)\s[^.;:()]{2,60}?\s(?:duoc\s+(?:giao|phan\s+cong)\s+)?"
    r"phu\s+trach\s+(?:cong\s+tac\s+|linh\s+vuc\s+)?(?P<field>[^.;:()]{3,50}))\s*:?\s*"
)
_IS_WORK = re.compile(r"\b(?:chu\s+tri|phoi\s+hop|tham\s+muu|trach\s+nhiem|ra\s+soat|thuc\s+hien|tong\s+hop)\b")


def _addressed(name: str) -> str | None:
    """ "Đề nghị Trung ương Mặt trận Tổ quốc Việt Nam:": a name written large of which no word begins a duty."""
    words = [word.start() for word in re.finditer(r"\S+", name)]
    if not 2 <= len(words) <= _CALLED_WORDS or not name[0].isupper() or name.isupper() or re.search(r"[;:.()]", name):
        return None
    large = sum(name[at].isupper() for at in words)
    return (
        name
        if 2 * large >= len(words) and not any(name[at].islower() and starts_duty(name, at) for at in words)
        else None
    )


def _called(text: str, bare: str) -> Assignment | None:
    """Who is named, in words that are not known, right before "có trách nhiệm:" at the end of a line."""
    if (behind := _CALLED_BEHIND.match(bare)) is not None:
        who = text[slice(*behind.span("who"))]
        named = starts_unit(who) or ANYONE.match(bare, behind.start("who")) is not None
        if named and not starts_duty(who, 0) and not _NO_NAME.search(behind["who"]):
            return Assignment((who,), (), behind.end("who"), True, True)
        return None
    said = _CALLED.match(bare)
    if said is None or not text[0].isupper() or len(said["who"].split()) > _CALLED_WORDS:
        return None
    within = SAYS_WHEN.search(bare, 0, said.end("who"))
    who = text[: within.start() if within else said.end("who")].strip(" ,")
    if starts_duty(who, 0) or _NO_NAME.search(said["who"]) or not (said["must"] or starts_unit(who)):
        return None
    units = split_units(who)
    if any(unit[0].islower() and not ANYONE.match(bare_form(unit) + " ") for unit in units[1:]):
        units = [who]  # "Cục Công nghệ thông tin và thống kê hải quan"
    return Assignment(short_names(units), (), said.end("who"), True, True) if units else None


_NO_NAME = re.compile(
    r"\b(?:la\s+(?:co\s+quan|don\s+vi|nguoi)|phoi\s+hop|chu\s+tri|de|nham|khi|neu|da|dang|viec|nay|theo|quy\s+dinh\s+tai)\b"
)


_DECIDES = re.compile(r"\b(?:quyet\s+dinh|quyet\s+nghi|thong\s+bao|chi\s+thi|ke\s+hoach|nghi\s+quyet)\s*:?\s*$")


# "Chủ tịch UBND tỉnh chỉ đạo như sau:", "UBND tỉnh yêu cầu:" - who speaks, not who does.
_ANNOUNCES = re.compile(
    r"\s*,?\s*(?:(?:co\s+)?(?:y\s+kien|van\s+ban)\s+|thong\s+nhat\s+)?(?:chi\s+dao|yeu\s+cau|de\s+nghi|ket\s+luan"
    r"|quyet\s+dinh|thong\s+bao|ban\s+hanh|giao"
    r"|phan\s+cong|huong\s+dan|y\s+kien|kien\s+nghi|xay\s+dung|trien\s+khai)\b[^.;:]{0,80}?(?:nhu\s+sau|sau\s+day"
    r"|sau)?\s*[:.]?\s*$"
)


def _doer(text: str, bare: str) -> Assignment | None:
    """Who a heading says is to do the work that follows.

    >>> heading = "Nội dung Sở Nội vụ có trách nhiệm chủ trì"
    >>> _doer(heading, bare_form(heading)).lead
    ('Sở Nội vụ',)
    >>> heading = "Nội dung các cơ quan báo cáo"
    >>> _doer(heading, bare_form(heading)) is None
    True
    """
    work = _WORK.match(bare)
    run = read_units(text, work.end()) if work else None
    if run is None:
        return None
    at = run.end
    if (leads := _MUST_LEAD.match(bare, at)) and (others := read_units(text, leads.end())):
        whole = not bare[others.end :].strip(" .:")
        return Assignment(short_names(run.units), short_names(others.units), len(text), True, True) if whole else None
    given = work is not None and work["given"] is not None and not bare[at:].strip(" .:")
    return (
        Assignment(short_names(run.units), (), len(text), True, True)
        if given or _WORK_IS_DONE.match(bare, at)
        else None
    )


def _responsible(text: str, bare: str, whose: re.Match[str]) -> Assignment | None:
    """Whose responsibility a heading says the following is."""
    start = whose.end()
    about = _ABOUT.search(bare, start) or _ITS_MATTER.search(bare, start)
    name = text[start : about.start() if about else len(text)].strip(" .:;*_")
    if not name or len(name) > 300:
        return None
    run = read_units(text, start)
    if run is not None and NAMED_ORGAN.match(bare, start):
        rest = text[run.end : about.start() if about else len(text)]
        told = starts_duty(text, run.end) and not rest.lstrip().startswith((",", "tổ chức", "to chuc"))
        if told and len(rest.split()) > 5:
            return None  # "Trách nhiệm của Sở Tư pháp hướng dẫn, tổ chức thực hiện ...": a duty itself
    units = all_units(name, addressed=True)
    if not units and whose["of"] is not None and len(name.split()) <= 24 and not text.rstrip().endswith(";"):
        units = split_units(name)
    return Assignment(short_names(units), (), len(text), True, True) if units else None
