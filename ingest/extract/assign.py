"""Who is told to do something, in a running sentence.

"Giao Sở Nội vụ chủ trì, phối hợp với các đơn vị ...", "Sở A chủ trì; Sở B phối hợp; quý II", "Phối hợp với X ...".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ingest.extract.bare_form import bare_form
from ingest.extract.duty_word import begins_at_once
from ingest.extract.no_duty import states
from ingest.extract.unit_head import is_organ, starts_unit
from ingest.extract.unit_list import UnitRun, all_units, read_units
from ingest.extract.unit_scope import is_cut, is_everybody, restricts
from ingest.extract.unit_split import split_units
from ingest.extract.unit_stop import starts_duty

# All patterns are matched against text without marks, in small letters (same offsets).
_ADDRESS = re.compile(
    r"(?:de\s+nghi|giao(?:\s+(?:nhiem\s+vu|trach\s+nhiem))?(?:\s+cho)?|yeu\s+cau"
    r"|phan\s+cong(?:\s+nhiem\s+vu)?(?:\s+cho)?"
    r"|kien\s+nghi(?:\s+voi)?|trach\s+nhiem\s+cua|nhiem\s+vu\s+cua)\s*:?\s+"
)
# A request to those above is a proposal, no order.
_UPWARD = re.compile(
    r"(?:de|kien)\s+nghi(?:\s+voi)?\s+(?:chu\s+tich\s+)?(?:(?:ubnd|uy\s+ban\s+nhan\s+dan|hdnd"
    r"|hoi\s+dong\s+nhan\s+dan)"
    r"\s+(?:tinh|thanh\s+pho|cap\s+tinh)\b|chinh\s+phu|thu\s+tuong|quoc\s+hoi)"
)
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
_NAMED_ORGAN = re.compile(
    r"(?:so|uy\s+ban|ubnd|cong\s+an|van\s+phong|thanh\s+tra|chu\s+tich|bo(?!\s+phan)|chanh|giam\s+doc)\s"
)
_WITH = r"phoi\s+hop(?:\s+chat\s+che)?(?:\s*,\s*thong\s+nhat)?(?:\s+(?:voi|cung(?:\s+voi)?))?\s+"
_LEADS = re.compile(
    rf"\s*(?:[,;–-]\s*)?(?:\([^()]{{0,80}}\)\s*)?(?:la\s+(?:don\s+vi|co\s+quan"
    rf"|dau\s+moi)[^,;:.]{{0,40}}?\s)?(?:chiu\s+trach\s+nhiem\s+)?"
    rf"chu\s+tri(?:\s+(?:va|tham\s+muu))?(?:\s*,\s*lam\s+dau\s+moi)?\s*(?:,\s*)?(?:(?:{_WITH}|cung(?:\s+voi)?\s+)(?P<with>))?"
)
_MUST_LEAD = re.compile(rf"\s*(?:(?:co|chiu)\s+trach\s+nhiem\s+)?chu\s+tri\s*,?\s*(?:va\s+)?{_WITH}")
# "Bộ Nội vụ theo chức năng, nhiệm vụ được giao khẩn trương ..."
_WITHIN = re.compile(
    r"\s*,?\s*(?:theo|can\s+cu|tren\s+co\s+so|trong\s+pham\s+vi)\s*,?\s+(?:cac\s+)?(?:chuc\s+nang|nhiem\s+vu|tham\s+quyen|quyen\s+han)"
    r"(?:[\s,]+(?:chuc\s+nang|nhiem\s+vu|linh\s+vuc|va|tham\s+quyen|quyen\s+han|duoc\s+giao|cua\s+(?:minh|don\s+vi)"
    r"|duoc\s+phan\s+cong|quan\s+ly))*(?:\s+(?:tai|theo|trong)\s+(?:\w+\s+){1,5}?nay\b)?\s*,?"
)
_COOPERATES = re.compile(rf"\s*(?:,\s*)?(?:chu\s+dong\s+|tich\s+cuc\s+|co\s+trach\s+nhiem\s+)?{_WITH}(?P<with>)")
_FIRST_WITH = re.compile(
    rf"(?:co\s+trach\s+nhiem\s+)?(?:chu\s+tri\s*,?\s*(?:va\s+)?)?(?:chu\s+dong\s+|tich\s+cuc\s+)?{_WITH}(?P<with>)"
)
_ANY_WITH = re.compile(
    r"(?<!quy che )(?<!co che )(?<!cong tac )(?<!su )(?<!viec )(?<!chuong trinh )(?<![\w])"
    r"phoi\s+hop(?:\s+chat\s+che)?(?:\s*,\s*(?:cung\s+cap|trao\s+doi|chia\s+se)\s+thong\s+tin(?=\s+voi))?\s+(?P<voi>(?:voi|cung(?:\s+voi)?)\s+)?(?P<with>)"
)
_OTHER_HELPS = re.compile(r"\s*(?:cung\s+)?phoi\s+hop\s*(?=[;,.]|$)")
# "phối hợp các sở", but not "phối hợp kiểm tra"
_PLAIN_PARTNER = re.compile(
    r"(?:to\s+chuc\s+(?:chinh\s+tri|xa\s+hoi)|cac|nhung|chinh\s+quyen|luc\s+luong|dia\s+phuong)\s"
)
# What follows a unit that has been given a duty.
_NO_DUTY = re.compile(
    r"\s*(?:co\s+(?:van\s+ban|cong\s+van|to\s+trinh|thong\s+bao)\s+so|da|dang|hien|chua|vua|duoc|la|bao\s+gom|co\s+(?!trach\s+nhiem|ke\s+hoach|van\s+ban|phuong\s+an"
    r"|giai\s+phap"
    r"|bien\s+phap|y\s+kien\s+(?:huong|gop|tham\s+gia|thong\s+nhat|chi\s+dao))|gom|thuoc|nham"
    r"|trong|tai|khi|theo(?!\s+doi)|cua|ve|vao|tu(?!\s+(?:danh\s+gia|cham|kiem\s+tra|ra\s+soat|bo\s+tri|to\s+chuc|chiu|theo\s+doi|xay\s+dung|cong\s+bo|de\s+xuat|xac\s+dinh|cap\s+nhat))|den|bi|voi|nam|ngay"
    r"|so|thi|khong\s+thuoc)\b"
)
# "Các cơ quan, đơn vị quy định tại Điều 2 Quy chế này có trách nhiệm ...", "... trực tiếp quản lý tài sản phải ..."
_CLAUSE = re.compile(
    r"\s*(?P<clause>(?!da\s|dang\s|chua\s|la\s|khong\s"
    r"|neu\s)[^.;:]{3,160}?)\s*,?\s*(?=(?:phai\s+)?co\s+trach\s+nhiem\s)"
)
_CLAUSE_WORDS = 13
_LISTED_CLAUSE = re.compile(r",[^.;:]{3,120}?\s(?:phai\s+(?!lam\b)|co\s+trach\s+nhiem\s)")
_SECOND_UNIT = re.compile(
    r",\s+(?:cac\s+)?(?:co\s+quan|don\s+vi|uy\s+ban|ubnd|so|van\s+phong|cong\s+an)\s(?!khac\b|lien\s+quan)"
)
# "Các cơ quan, đơn vị nhận văn bản điện tử phải thực hiện ..."
_WHICH = re.compile(r"\s*(?P<clause>[^.;:,]{3,100}?)\s+(?=phai\s+(?!lam\b))")
_ALONE = re.compile(r"rieng\s+(?:doi\s+voi\s+)?(?=\S)")
_FOCAL = re.compile(r"\s*(?:la|lam)\s+(?:(?:co\s+quan|don\s+vi|bo\s+phan)\s+)?(?:dau\s+moi|thuong\s+truc)\b")
# "Cơ quan được giao nhiệm vụ ... thường xuyên kiểm tra": told in the next words
_GIVEN = re.compile(
    r"\s*(?P<clause>duoc\s+(?:giao|phan\s+cong)\b[^.;:]{3,160}?)\s*,?\s+(?=(?:thuong\s+xuyen|chu\s+dong"
    r"|chiu\s+trach|khan\s+truong"
    r"|nghiem\s+tuc|dinh\s+ky|can\s+cu|phai|tap\s+trung)\s)"
)
_CLAUSE_END = re.compile(r"\s(?:tai(?!\s+(?:khoan|san|lieu|chinh|nguyen))|theo(?!\s+doi)|kem)\s")
_SUBJECT_LIMIT = 45  # words of all names before "có trách nhiệm"
_REFERENCE = re.compile(
    r"(?:theo|quy\s+dinh|can\s+cu|neu\s+tai|nhu|noi\s+tai|tai|(?:sau\s+|truoc\s+)?khi|tren\s+co\s+so|dinh\s+ky|hang\s+\w+"
    r"|trong\s+(?:pham\s+vi|qua\s+trinh|thoi\s+(?:gian|han)|truong\s+hop))\b"
)
_GIVEN_TO = re.compile(r"duoc\s+(?:giao|phan\s+cong)\b")
# Where a clause stops saying who: "... được giao quản lý tài sản khi có sự cố"
_WHEN = re.compile(
    r"\s*,?\s(?:(?:sau\s+|truoc\s+)?khi|trong\s+(?:pham\s+vi|qua\s+trinh|truong\s+hop)|theo\s+chuc\s+nang)\s"
)
_PLACE = re.compile(
    r"(?<!\bva)\s(?:(?:quy\s+dinh|neu|noi)\s+)?(?:tai|theo)"
    r"\s+(?:(?:khoan|dieu|muc|chuong)\s+[\divx]|diem\s+\w\b|phu\s+luc\b)"  # never "tài khoản"
)
_PAST = re.compile(r"\b(?:da|dang)\s+(?:\w+\s+){1,3}")
_ONLY_DOING = re.compile(
    r"\s*,?\s*(?:(?:de\s+)?(?:tham\s+muu|to\s+chuc|trien\s+khai|thuc\s+hien|va|,|theo\s+quy\s+dinh"
    r"|noi\s+dung\s+nay|nhiem\s+vu\s+nay)\s*)*[./;]*\s*$"
)
_INTRODUCES = re.compile(
    r"\s*,?\s*(?:(?:co\s+trach\s+nhiem|tham\s+muu|to\s+chuc|trien\s+khai|thuc\s+hien|tap\s+trung|chi\s+dao"
    r"|khan\s+truong|nghiem\s+tuc|chu\s+dong"
    r"|va|,|tot|cac|mot\s+so|nhung|noi\s+dung|nhiem\s+vu|cong\s+viec|giai\s+phap|trong\s+tam|sau|sau\s+day"
    r"|cu\s+the|nhu|theo|duoc\s+giao"
    r"|can)\s*)*[:.]?\s*$"
)
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
_LIST_BEGINS = re.compile(r"\b(?:co\s+quan|don\s+vi|dia\s+phuong|doi\s+tuong|chuc\s+danh|gom|nhu)\s*:\s*$")
_LEAD_IN = re.compile(
    r"(?:[^:;.]{2,110}|(?:ve|doi\s+voi|lien\s+quan)\s(?:[^:;.]|\.(?=\d)|(?<=\d):(?=\d)){2,500}):\s*(?=\S)"
)


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


def _short(units: Iterable[str]) -> tuple[str, ...]:
    """Units without what a parenthesis adds.

    >>> _short(["Văn phòng UBND tỉnh (Trung tâm A)", "Ban An toàn giao thông (ATGT) tỉnh"])
    ('Văn phòng UBND tỉnh', 'Ban An toàn giao thông tỉnh')
    """
    return tuple(_SIGN_INSIDE.sub("", unit).split(" (")[0].rstrip() for unit in units)


_SIGN_INSIDE = re.compile(r"\s*\([A-ZĐ&]{2,10}\)(?=\s\w)")


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
        return Assignment(_short(units), (), len(text), True, True)
    if prefix and (name := _addressed(text[start:].strip(" .:;*_"))):
        return Assignment((name,), (), len(text), True, True)
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
    if (within := _WITHIN.match(bare, at)) and text.rstrip().endswith(":"):
        at = within.end()
    if leads := _LEADS.match(bare, at):
        at, ordered = leads.end(), True
        if leads["with"] is not None and (others := read_units(text, leads.end())):
            at, coordinate = others.end, others.units
            if (helps := _COOPERATES.match(bare, at)) and (others := read_units(text, helps.end())):
                at, coordinate = others.end, (*coordinate, *others.units)
    elif (helps := _COOPERATES.match(bare, at)) and (others := read_units(text, helps.end())):
        at, coordinate = others.end, others.units
    if not (_INTRODUCES.match(bare, at) or (prefix is None and _HAS_DUTIES.match(bare, at))):
        concerned = _WHICH_ONES.match(bare, at)
        if start == 0 and (concerned or not starts_duty(text, at)) and (units := all_units(text)):
            return Assignment(_short(units), (), len(text), True, False)
        return None
    if bare[at:].strip(" .:") and not text.rstrip().endswith(":"):
        return None
    return Assignment(_short(run.units), _short(coordinate), len(text), True, ordered)


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
    said = _CALLED.match(bare)
    if said is None or not text[0].isupper() or len(said["who"].split()) > _CALLED_WORDS:
        return None
    within = _WHEN.search(bare, 0, said.end("who"))
    who = text[: within.start() if within else said.end("who")].strip(" ,")
    if starts_duty(who, 0) or _NO_NAME.search(said["who"]) or not (said["must"] or starts_unit(who)):
        return None
    units = split_units(who)
    if any(unit[0].islower() and not _ANYONE.match(bare_form(unit) + " ") for unit in units[1:]):
        units = [who]  # "Cục Công nghệ thông tin và thống kê hải quan"
    return Assignment(_short(units), (), said.end("who"), True, True) if units else None


_NO_NAME = re.compile(r"\b(?:phoi\s+hop|chu\s+tri|de|nham|khi|neu|da|dang|viec|nay|theo|quy\s+dinh\s+tai)\b")
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
        return Assignment(_short(run.units), _short(others.units), len(text), True, True) if whole else None
    given = work is not None and work["given"] is not None and not bare[at:].strip(" .:")
    return Assignment(_short(run.units), (), len(text), True, True) if given or _WORK_IS_DONE.match(bare, at) else None


def read_partners(text: str, start: int = 0) -> tuple[str, ...]:
    """Units with which the items below a line are to be done, where the line begins with them and ends the same.

    A line that ends with ":" may go on behind the names ("... tham mưu UBND tỉnh:").

    >>> read_partners("Chủ trì, phối hợp với các sở, ngành và Công an tỉnh"), read_partners("Phối hợp với Sở Y tế:")
    (('các sở, ngành', 'Công an tỉnh'), ('Sở Y tế',))
    >>> read_partners("Chủ trì, phối hợp với Sở Y tế rà soát kế hoạch")
    ()
    """
    bare = bare_form(text)
    direct = _FIRST_WITH.match(bare, start)
    if direct is None or (run := read_units(text, direct.end(), anyone=True)) is None:
        return ()
    if not text.rstrip().endswith(":") and not _INTRODUCES.match(bare, run.end):
        return ()
    return _short(_whole_names(text, run))


def _responsible(text: str, bare: str, whose: re.Match[str]) -> Assignment | None:
    """Whose responsibility a heading says the following is."""
    start = whose.end()
    about = _ABOUT.search(bare, start) or _ITS_MATTER.search(bare, start)
    name = text[start : about.start() if about else len(text)].strip(" .:;*_")
    if not name or len(name) > 300:
        return None
    run = read_units(text, start)
    if run is not None and _NAMED_ORGAN.match(bare, start):
        rest = text[run.end : about.start() if about else len(text)]
        told = starts_duty(text, run.end) and not rest.lstrip().startswith((",", "tổ chức", "to chuc"))
        if told and len(rest.split()) > 5:
            return None  # "Trách nhiệm của Sở Tư pháp hướng dẫn, tổ chức thực hiện ...": a duty itself
    units = all_units(name, addressed=True)
    if not units and whose["of"] is not None and len(name.split()) <= 24 and not text.rstrip().endswith(";"):
        units = split_units(name)
    return Assignment(_short(units), (), len(text), True, True) if units else None


def read_assignment(text: str, start: int = 0) -> Assignment | None:
    """Who is told to do what the sentence at `start` says; None where it begins with no unit.

    >>> found = read_assignment("Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính tham mưu UBND tỉnh")
    >>> found.lead, found.coordinate, found.ordered
    (('Sở Nội vụ',), ('Sở Tài chính',), True)
    >>> read_assignment("UBND tỉnh yêu cầu các sở, ban, ngành rà soát").lead
    ('các sở, ban, ngành',)
    >>> read_assignment("Sở Nội vụ đã tham mưu ban hành kế hoạch") is None
    True
    >>> found = read_assignment("Phòng A chủ trì; Phòng B phối hợp; xong trước ngày 30/6/2024")
    >>> found.lead, found.coordinate
    (('Phòng A',), ('Phòng B',))
    """
    bare = bare_form(text)
    at = start
    while at < len(text) and (text[at].isspace() or text[at] in "*_"):
        at += 1
    if alone := _ALONE.match(bare, at):
        at = alone.end()
    address = _ADDRESS.match(bare, at)
    ordered = address is not None
    if address is not None:
        at = address.end()
    run = read_units(text, at)
    if run is None or (address is not None and _UPWARD.match(bare, address.start())):
        return None
    if address is not None and address.group().startswith("kien") and _COMPETENT.match(bare, run.start):
        return None  # "Kiến nghị các cơ quan có thẩm quyền thu hồi giấy phép": whoever asks them does the work
    if _WHERE.search(bare, run.start, run.end) and not _TOLD.match(bare, run.end):
        # "Ủy ban nhân dân xã nơi có đất thu hồi để làm đường chủ trì ...": the name is longer
        longer = _WHERE_GOES_ON.match(bare, run.end)
        if longer is None:
            return None
        whole_name = f"{run.units[-1].rstrip()} {text[run.end : longer.end('more')].strip()}"
        run = replace(run, units=(*run.units[:-1], whole_name), end=longer.end("more"))
    if address is None and (further := re.compile(r"\s*,?\s*").match(bare, run.end)):
        again = _ADDRESS.match(bare, further.end())
        if again and again.group().startswith("de") and is_everybody(run.units[-1]):
            return None  # "Các cơ quan, đơn vị đề nghị Sở Tài chính ...": whoever asks is no one's superior
        beside = again is not None and again.group().startswith("de") and further.group().strip() == ","
        if again and not bare.startswith(("phan cong", "trach", "nhiem"), further.end()):
            inner = read_units(text, again.end())
            if inner is not None:
                if beside and starts_duty(
                    text, inner.end
                ):  # "Các sở, ban, ngành tỉnh, đề nghị Mặt trận ... tuyên truyền"
                    inner = replace(inner, units=(*run.units, *inner.units))
                run, ordered = inner, True
    end = run.end
    coordinate: tuple[str, ...] = ()
    if within := _WITHIN.match(bare, end):
        end, ordered = within.end(), True
    if address is None and restricts(text, run):
        which = _CLAUSE.match(bare, end) or _GIVEN.match(bare, end) or _WHICH.match(bare, end)
        named = _with_clause(run, text, bare, which) if which else run
        if which is None or named is None or is_everybody(named.units[-1]):
            return None
        return Assignment(_short(named.units), (), which.end(), False, True)
    if bare.startswith("cac ", run.start) and (which := _LEADING_ONES.match(bare, end)):
        run = replace(run, units=(*run.units[:-1], f"{run.units[-1]} {text[slice(*which.span('clause'))]}"))
        end, ordered = which.end(), True
    elif leads := _LEADS.match(bare, end):
        end, ordered = leads.end(), True
        if leads["with"] is not None and (others := read_units(text, end, anyone=True)):
            end, coordinate = others.end, _whole_names(text, others)
        elif leads["with"] is None and (more := re.compile(r"\s*[;,.]?\s*").match(bare, end)):
            others = read_units(text, more.end())
            if others is not None and (helps := _OTHER_HELPS.match(bare, others.end)):
                end, coordinate = helps.end(), others.units
    elif helps := _COOPERATES.match(bare, end):
        others = read_units(text, helps.end(), anyone=bare[: helps.end()].endswith("voi "))
        if others is not None:
            end, coordinate = others.end, _whole_names(text, others)
    elif focal := _FOCAL.match(bare, end):
        end, ordered = focal.end(), True
        leads = re.compile(r"\s*,?\s*").match(bare, end)
        leads = _LEADS.match(bare, leads.end()) if leads is not None else None
        if leads is not None and leads["with"] is not None and (others := read_units(text, leads.end(), anyone=True)):
            end, coordinate = others.end, _whole_names(text, others)
    elif clause := _CLAUSE.match(bare, end) or _GIVEN.match(bare, end):
        if _SECOND_UNIT.search(bare, *clause.span("clause")) and not _NAMED_ORGAN.match(bare, run.start):
            return None  # "Các bên hợp tác ..., cơ quan quản lý dữ liệu có trách nhiệm ..."
        if not _is_whole(text, bare, run):
            whole_run = _with_clause(run, text, bare, clause)
            if whole_run is None:
                return None
            run = whole_run
        end, ordered = clause.end(), True
    elif _HEAD_OF_ONE.search(bare, run.start, end) and (which := _MANAGING.match(bare, end)):
        border = next((at for at in _words(bare, which.end()) if _MUST.match(bare, at) or starts_duty(text, at)), None)
        if border is None:
            return None  # what is managed can't be told apart from what is to be done
        whole_name = f"{run.units[-1]} {text[end:border].strip()}"
        run, end = replace(run, units=(*run.units[:-1], whole_name)), border
    elif _NO_DUTY.match(bare, end):
        return None
    elif address is None:
        if states(bare, end) or (_REQUESTS.match(bare, end) and _MUST_LATER.search(bare, end, end + 300)):
            return None  # "Sở Y tế thống nhất với dự thảo", "Cơ quan đề nghị cung cấp hồ sơ phải nêu rõ lý do"
        if _COLLECTIVE.match(bare, run.start) and _LISTED_CLAUSE.match(bare, end):
            return None  # "Các tổ chức, cá nhân thuê, lắp đặt thiết bị phải ...": the name is longer
        following = re.compile(r"\s*,?\s*([a-z]\w*)").match(bare, end)
        if following is None or not (starts_duty(text, following.start(1)) or _must_do(text, run, following.start(1))):
            return None
        if _PAST.match(bare, end) or re.match(r"\s+da\s", bare[end : end + 30]):
            return None
        ordered = bare.startswith(("co trach nhiem", "chiu trach nhiem"), following.start(1)) or ordered
    whole = _ONLY_DOING.match(bare, end) is not None
    return Assignment(_short(run.units), _short(coordinate), end, whole, ordered)


# "Thủ trưởng đơn vị trực tiếp quản lý công chức xem xét ...": which head; "... trực tiếp quản lý, điều hành": work
_HEAD_OF_ONE = re.compile(
    r"(?:^|\W)(?:thu\s+truong|nguoi\s+dung\s+dau|lanh\s+dao)\s+(?:co\s+quan|don\s+vi|bo\s+phan)\s*$"
)
_MANAGING = re.compile(r"\s*truc\s+tiep\s+(?:quan\s+ly|su\s+dung|phu\s+trach)\s+(?=[a-z])")
_MANAGED_WORDS = 6
_MUST = re.compile(r"(?:phai|xem\s+xet)\s")


def _words(bare: str, start: int) -> list[int]:
    """Where the words of one clause behind its first begin, as far as a name may go on."""
    words = list(re.finditer(r"[^\s,.;:()]+", bare[start : start + 80]))
    closed = re.search(r"[,.;:()]", bare[start : start + 80])
    return [start + w.start() for w in words[1:_MANAGED_WORDS] if closed is None or w.start() < closed.start()]


_COMPETENT = re.compile(r"(?:(?:cac|nhung)\s+)?(?:co\s+quan|cap)\s+co\s+tham\s+quyen\b")
# "Các bộ, cơ quan chủ trì các đề án ... có trách nhiệm": which of them
_LEADING_ONES = re.compile(r"\s*(?P<clause>chu\s+tri\s(?!,)[^.;:,]{3,160}?)\s+(?=co\s+trach\s+nhiem\s)")
_WHERE = re.compile(r"\bnoi\s+(?:co|dang|bi|xay\s+ra|dat)\b[^,;()]*$")
_WHERE_GOES_ON = re.compile(r"(?P<more>[^,;.:()]{3,70}?)(?=\s+(?:(?:co|chiu)\s+trach\s+nhiem|chu\s+tri)\b)")
_TOLD = re.compile(r"\s*,?\s*(?:(?:co|chiu)\s+trach\s+nhiem|chu\s+tri|phoi\s+hop|can\s+cu|phai)\b")


def _whole_names(text: str, run: UnitRun) -> tuple[str, ...]:
    """Names without a last one that was cut: "các cơ quan, đơn vị" of "... được giao quản lý tài sản"."""
    if not is_cut(text, run):
        return run.units
    tail = _CUT_TAIL.search(run.units[-1])
    kept = run.units[-1][: tail.start()] if tail else ""
    return (
        (*run.units[:-1], kept) if (kept and is_organ(kept)) or _NAMED_ORGAN.match(bare_form(kept)) else run.units[:-1]
    )


# "Ủy ban nhân dân các cấp và đơn vị" of "... và đơn vị, tổ chức thực hiện nhiệm vụ bồi thường"
_CUT_TAIL = re.compile(r"(?:,| và)\s+(?:các\s+)?(?:cơ quan|đơn vị|tổ chức)$")


def _is_whole(text: str, bare: str, run: UnitRun) -> bool:
    """True where no clause before "có trách nhiệm" belongs to the last name: an organ, or a comma closes it."""
    if not _NAMED_ORGAN.match(bare, run.start):
        return False
    return (
        is_organ(run.units[-1])
        or text[run.end : run.end + 1] == ","
        or not _HEAD_ALONE.search(bare[: run.end].rstrip())
    )


# "người đứng đầu" of "người đứng đầu tổ chức do Chính phủ thành lập"
_HEAD_ALONE = re.compile(r"(?:nguoi\s+dung\s+dau|thu\s+truong|don\s+vi|co\s+quan|to\s+chuc|lien\s+quan)$")


def _must_do(text: str, run: UnitRun, at: int) -> bool:
    """ "Sở Tài chính phân khai ...": after a whole name a small word is a verb, listed or not."""
    follows = at == run.end + (text[run.end : run.end + 1] == " ") and text[at].islower()
    return follows and is_organ(run.units[-1]) and _NO_VERB.match(bare_form(text), at) is None


_NO_VERB = re.compile(
    r"(?:nhan|doi|do|hoac|va|cung|gom|bao\s+gom|voi|cua|co|nay|noi|neu|da|dang|thi|ma|boi|o|tai|thuoc|duoc|bi"
    r"|hien|van|chua|khong|con"
    r"|mot|hai|ba|cac|nhung|nhu|nguyen|cu|moi)\b"
)


def _with_clause(run: UnitRun, text: str, bare: str, clause: re.Match[str]) -> UnitRun | None:
    """The last unit with the clause that says which one: "đơn vị trực tiếp quản lý tài sản"; no references.

    A clause that names further units makes a list of them all. None where a name would be cut.
    """
    start, end = clause.span("clause")
    if _REFERENCE.match(bare, start):
        return run
    for closes in (_PLACE, _WHEN):
        if place := closes.search(bare, start, end):
            end = place.start()  # "... được giao nhiệm vụ báo cáo tại khoản 1 Điều này"
    subject = text[run.start : end].rstrip(" ,")
    if (
        _GIVEN_TO.match(bare, start)
        and not is_everybody(run.units[-1])
        and len(text[start:end].split()) > _CLAUSE_WORDS
    ):
        return run  # "Đơn vị thoát nước được giao vận hành ..."
    units = split_units(subject)
    if len(units) > 1 and any(is_everybody(unit) for unit in units[:-1]):
        units = [subject]  # what the last one does says of all which ones are meant
    if len(units) > len(run.units) or len(text[start:end].split()) > _CLAUSE_WORDS:
        if len(units) > 1 and len(subject.split()) <= _SUBJECT_LIMIT and all(starts_unit(unit) for unit in units):
            return replace(run, units=tuple(units))
        cut = _CLAUSE_END.search(bare, start, end)
        if cut is None or len(text[start : cut.start()].split()) > _CLAUSE_WORDS:
            return replace(run, units=(subject,)) if len(subject.split()) <= _SUBJECT_LIMIT // 2 else None
        end = cut.start()
    comma = "" if text[run.end : run.end + 1] == "," else " "
    named = f"{run.units[-1]}{comma}{text[run.end if not comma else start : end]}"
    return replace(run, units=(*run.units[:-1], named))


_MUST_LATER = re.compile(r"[^.;]*\sphai\s")
# "Căn cứ kế hoạch của tỉnh, các cơ quan, đơn vị xây dựng ...", "Quý I/2027, các sở đánh giá ..."
_ADVERBIAL = re.compile(
    r"(?:can\s+cu|tren\s+co\s+so|dinh\s+ky|quy\s+(?:[1-4]|i)|hang\s|truoc\s|khi\s|sau\s+(?:khi|toi\s+da|\d+\s+ngay)|truong\s+hop|nham\s"
    r"|trong\s(?!(?:thoi\s+gian|nhung\s+nam|cac\s+nam|nam|\w+\s+nam)\s+(?:vua\s+)?qua\b)"
    r"|doi\s+voi|theo\s(?!doi\b)|voi\s+(?:vai\s+tro|tu\s+cach|trach\s+nhiem)|cham\s+nhat|den\s|nam\s|thang\s|vao\s"
    r"|thuc\s+hien\s+(?:ke\s+hoach|chi\s+thi|nghi\s+quyet|cong\s+van|cong\s+dien|quyet\s+dinh|y\s+kien)\s)"
)
_COMMA = re.compile(r"[,;.]\s+")
_TIME = re.compile(r"(?:quy\s+(?:[1-4]|i{1,3}|iv)|nam|thang)\s")


def _comma_free(before: str, after: str) -> bool:
    """False where the comma stands inside a list of units: "gửi về Sở Nội vụ, Sở Tài chính rà soát"."""
    if re.match(r"(?:don vi|dia phuong|co quan|doan the|to chuc|ban|nganh|thu truong|tong cong ty)\b", after):
        return False
    if re.search(r"\b(?:bo|nganh|so|don\s+vi|dia\s+phuong|chinh\s+phu|phong)\s*$", before):
        return False
    if after.startswith("cac ") and re.search(r"\b(?:cho|cua|giua)\s+cac\s+[^,]{3,40}$", before):
        return False  # "bảo đảm an ninh cho các doanh nghiệp, các tổ chức khác, ..."
    return (
        before.startswith("voi vai tro")
        or re.search(r"\b(?:gui|qua|(?<!doi )voi|giua|gom)\s+[^,]{0,40}$", before) is None
    )


_INNER = re.compile(
    r"(?<=, )(?P<asks>de\s+nghi|yeu\s+cau)\s+"
    r"(?=(?:cac\s+(?:so|bo|dia|co\s+quan|don\s+vi)|ubnd|uy\s+ban\s+nhan\s+dan|so\s|bo\s(?!phan|sung)))"
    r"|(?<=[,;:)]\s)giao\s+|(?<=\w\s)giao\s+(?=s[oơ]|v[aă]n\s+ph|c[oô]ng\s+an|ubnd|thanh\s+tra)"
)


_RUN_IN_WORDS = 4


def _run_in(text: str, bare: str, start: int) -> Assignment | None:
    """ "2. Sở Tư pháp: Tăng cường kiểm tra văn bản ...": the unit is a heading in the line of its duty."""
    run = read_units(text, start)
    if run is None or (colon := _COLON.match(bare, run.end)) is None:
        return None
    rest = text[colon.end() :]
    if len(rest.split()) < _RUN_IN_WORDS or not starts_duty(rest, 0):
        return None
    return Assignment(_short(run.units), (), colon.end(), False, False)


def _in_parentheses(text: str, bare: str, start: int) -> Assignment | None:
    """ "Rà soát văn bản (Sở Tư pháp chủ trì; các sở phối hợp; quý II)": who does it stands behind."""
    for opening in _PARENTHESIS.finditer(bare, start):
        found = read_assignment(text, opening.end())
        if found is not None and found.ordered and not re.match(r"co\s+trach\s+nhiem", bare[found.end :]):
            return found
    return None


_COLON = re.compile(r"\s*(?:tai\s+phu\s+luc\s+\w+\s*)?:\s+")
_PARENTHESIS = re.compile(r"\(\s*(?=[^()]{0,120}\bchu\s+tri\b|giao\s)")
_REQUESTS = re.compile(r"\s*(?:phan\s+cong|de\s+nghi|kien\s+nghi|yeu\s+cau)\s")
# "Ông Trần Văn A - Phó Trưởng đoàn: Chủ trì kiểm tra ...": a name of two to five words, written large
_PERSON = re.compile(
    r"(?P<who>(?:Ông|Bà|Đồng chí|Đ/c)[.:]?\s+(?:[^\W\d_a-z]\w*\s+){1,4}[^\W\d_a-z]\w*)"
    r"(?:\s*[-–,]\s*[^:;.]{3,80}|\s*\([^()]{3,80}\))?\s*:\s+(?=\S)"
)


def _person(text: str, bare: str, start: int) -> Assignment | None:
    """A person named with a post before what the person is to do."""
    named = _PERSON.match(text, start)
    if named is None or not all(word[0].isupper() for word in named["who"].split()[1:]):
        return None
    if not (starts_duty(text, named.end()) or _IN_CHARGE.match(bare, named.end())):
        return None
    return Assignment((named["who"].replace(".", ""),), (), named.end(), False, True)


_IN_CHARGE = re.compile(r"(?:phu\s+trach|ky\s|dieu\s+hanh|trinh\s|lap\s)")
_CONDITION = re.compile(r"(?:neu|truong\s+hop|can\s+cu|khi|tuy)\s")
_HEADS_THEM = re.compile(r"(?:thu\s+truong|nguoi\s+dung\s+dau|lanh\s+dao)\s")
_CONCERNING = re.compile(r"doi\s+voi\s+")


def _concerning(text: str, bare: str, start: int) -> Assignment | None:
    """ "Đối với các cơ quan Trung ương, thủ trưởng đơn vị bám sát ...": the units are told in what follows."""
    opening = _CONCERNING.match(bare, start)
    run = read_units(text, opening.end()) if opening else None
    if (
        run is not None
        and len(run.units) > 1
        and _HEADS_THEM.match(bare_form(run.units[-1]))
        and starts_duty(text, run.end)
    ):
        return Assignment(_short(run.units[:-1]), (), run.end, False, False)
    if run is None or (comma := re.compile(r"\s*[,:]\s+").match(bare, run.end)) is None:
        return None
    head = re.compile(r"(?:thu\s+truong|nguoi\s+dung\s+dau|lanh\s+dao)\s[^,;:.]{3,60}?(?:,\s*don\s+vi)?\s").match(
        bare, comma.end()
    )
    if _CONDITION.match(bare, comma.end()):
        return None
    if not starts_duty(text, head.end() if head else comma.end()) or _NO_DUTY.match(bare, comma.end()):
        return None
    return Assignment(_short(run.units), (), comma.end(), False, False)


_OF_THEIRS = re.compile(r"(?:nhiem\s+vu|trach\s+nhiem|quyen\s+han)\s")


def _behind_adverbial(text: str, bare: str, start: int) -> Assignment | None:
    if _ADVERBIAL.match(bare, start) is None:
        return None
    concerned = _CONCERNING.match(bare, start)
    named = read_units(text, concerned.end()) if concerned else None
    listed_to = named.end if named is not None else 0
    for comma in _COMMA.finditer(bare, start, start + 500):
        if comma.group()[0] in ".;":
            break
        if listed_to >= comma.end():
            continue  # "Đối với các cơ quan khối Đảng, các tổ chức chính trị đặt tên ...": a comma of the list
        if _OF_THEIRS.match(bare, comma.end()):
            continue  # "Căn cứ chức năng, nhiệm vụ của Ban Thường vụ, Văn phòng ...": not whose duty is told
        found = read_assignment(text, comma.end())
        if found is None and _TIME.match(bare, start):
            return None  # "Quý I năm 2021, trên cả nước diễn ra nhiều sự kiện, các lực lượng ...": a tale
        if found is not None and _comma_free(bare[start : comma.start()], bare[comma.end() : comma.end() + 16]):
            return found
    return None


def find_assignment(text: str, start: int = 0, owned: bool = False) -> Assignment | None:
    """Like `read_assignment`, also behind a lead-in ("Giải pháp: Giao ...") or inside ("khi có ..., giao Sở ...").

    `owned`: the item stands under a unit, so another one inside it counts only if it is given the duty in so
    many words.

    >>> find_assignment("Giải pháp khắc phục: Giao Sở Tài chính đôn đốc các đơn vị").lead
    ('Sở Tài chính',)
    >>> find_assignment("Khi có kết quả đánh giá, giao Sở Nội vụ chủ trì cùng với các đơn vị phân tích").coordinate
    ('các đơn vị',)
    """
    bare = bare_form(text)
    if owned and _REQUESTS.match(bare, start):
        return None  # the unit above is to ask
    found = read_assignment(text, start) or _run_in(text, bare, start) or _person(text, bare, start)
    if found is not None:
        return found
    if not owned and (found := _concerning(text, bare, start)) is not None:
        return found
    lead_in = _LEAD_IN.match(bare, start)
    if lead_in and _LIST_BEGINS.search(bare, start, lead_in.end()):
        lead_in = None  # "... đối với cấp phó các cơ quan: Văn phòng Tỉnh ủy, ..."
    if lead_in and not (owned and _REQUESTS.match(bare, lead_in.end())):
        remedy = re.search(r"giai phap|nhiem vu|de xuat|kien nghi", bare[start : lead_in.end()]) is not None
        found = read_assignment(text, lead_in.end()) or (
            None if owned else _behind_adverbial(text, bare, lead_in.end())
        )
        if found is not None:
            return replace(found, ordered=found.ordered or remedy)
    if not owned and (found := _behind_adverbial(text, bare, start)) is not None:
        return found
    for inner in _INNER.finditer(bare, start, start + 400):
        if inner["asks"] is not None and (owned or begins_at_once(text[start:]) or read_units(text, start) is not None):
            continue  # what the unit above is to ask of others, or whoever does what stands in front of it
        if not text[inner.end() : inner.end() + 1].isupper() and not bare.startswith("cac ", inner.end()):
            continue
        found = read_assignment(text, inner.start())
        if found is not None and not re.search(r"\bduoc\s*$", bare[: inner.start()]):
            return found
    if owned:
        return None
    return _in_parentheses(text, bare, start) or _responsible_inside(text, bare, start)


_RESPONSIBLE = re.compile(r"\s+(?:phai\s+)?co\s+trach\s+nhiem\s+(?!thi\s+hanh)")
_ANYONE = re.compile(
    r"(?:(?:co\s+quan|don\s+vi),\s+(?:to\s+chuc|don\s+vi|ca\s+nhan)|to\s+chuc|ca\s+nhan|doanh\s+nghiep|nguoi|chu(?!\s+(?:tri|dong)\b)|ho|co\s+so|hop\s+tac\s+xa|nha)\s"
)
# Those that an item under a unit may speak of instead of the unit.
_OTHERS = re.compile(
    r"(?:moi\s+)?(?:(?:cac|nhung)\s+(?:ben|co\s+quan|don\s+vi|to\s+chuc|ca\s+nhan|doanh\s+nghiep|co\s+so|chu)"
    r"|co\s+quan|don\s+vi|to\s+chuc(?:,|\s+(?:va\s+)?ca\s+nhan|\s+hanh\s+nghe|\s+tin\s+dung)|ca\s+nhan|ben\s+\w+|doanh\s+nghiep"
    r"|nguoi|chu\s+(?:dau\s+tu|rung|so\s+huu|the|nha|ho)|co\s+so|ho\s+(?:gia\s+dinh|kinh\s+doanh|dan)|nha\s+thau)[\s,]"
)
# No verb begins so: the item tells of them. "Tổ chức ...", "Cơ sở dữ liệu" may be something else.
_NO_VERB_BEGINS = re.compile(
    r"(?:cac|nhung|moi|co\s+quan|don\s+vi|doanh\s+nghiep|chu\s+(?:dau|rung|so|the|nha|ho)|nguoi|ca\s+nhan|ho\s|nha\s+thau|ben\s"
    r"|to\s+chuc(?:,\s+(?:ca\s+nhan|don\s+vi|doanh\s+nghiep|co\s+quan|ho)|\s+(?:va\s+)?ca\s+nhan|\s+hanh\s+nghe|\s+tin\s+dung))"
)
_OTHERS_MUST = re.compile(r"\s(?:phai\s+(?!lam\b)|(?:phai\s+)?(?:co|chiu)\s+trach\s+nhiem\s+(?!thi\s+hanh))")
_IN_CASE = re.compile(
    r"(?:(?:trong\s+)?truong\s+hop|(?:sau\s+)?khi|neu|doi\s+voi|dinh\s+ky|hang\s+\w+|truoc\s|can\s+cu"
    r"|(?:trong|sau)\s+(?:thoi\s+(?:han|gian)|vong)|sau\s+ngay)\s"
)
# "Trong thời gian 90 ngày kể từ ngày ..., các bộ công bố ...": who begins behind such words is who does it
_SINCE = re.compile(r"(?:trong|sau)\s+(?:thoi\s+(?:han|gian)|vong)\s[^,;.]{3,120}\b(?:ke\s+)?tu\s+(?:ngay|khi)\s")
_SUBJECT_WORDS = 14
_SUBJECT_SPAN = 500  # characters


def find_subject(text: str, start: int = 0) -> tuple[bool, Assignment | None]:
    """Whether an item under a unit speaks of somebody else, and of whom (None: of somebody who can't be read).

    >>> find_subject("Trường hợp phát hiện sự cố, Công an tỉnh có trách nhiệm thông báo")[1].lead
    ('Công an tỉnh',)
    >>> find_subject("Trường hợp chậm, người nộp hồ sơ có trách nhiệm giải trình")
    (True, None)
    >>> find_subject("Khi có sự cố, có trách nhiệm thông báo"), find_subject("Đôn đốc đơn vị có trách nhiệm xử lý")
    ((False, None), (False, None))
    """
    bare = bare_form(text)
    ends = [at for at in (bare.find(". ", start), bare.find("; ", start)) if at >= 0]
    stop = min([*ends, start + _SUBJECT_SPAN, len(bare)])
    if _OTHERS.match(bare, start, stop):
        if _OTHERS_MUST.search(bare, start, stop) is None:
            return _NO_VERB_BEGINS.match(bare, start) is not None, None
        return True, _responsible_inside(text, bare, start)
    if _IN_CASE.match(bare, start) is None:
        return False, None
    said = _RESPONSIBLE.search(bare, start, stop)
    if said is None:
        inside = _SINCE.match(bare, start, stop)
        found = _behind_adverbial(text, bare, start) if inside else None
        named = found is not None and (bare_form(found.lead[0]).startswith("cac ") or is_organ(found.lead[0]))
        return named, found if named else None
    comma = bare.rfind(", ", start, said.start())
    if comma < 0 or bare[said.start() - 1] == ",":
        return False, None
    found = _behind_adverbial(text, bare, start)
    if found is not None and found.ordered:
        return True, found
    phrase = text[comma + 2 : said.start()]
    if len(phrase.split()) > _SUBJECT_WORDS or starts_duty(phrase, 0):
        return False, None
    before = bare.rfind(", ", start, comma)
    listed = before >= 0 and read_units(text, before + 2) is not None
    return True, read_assignment(text, comma + 2) if _NAMED_ORGAN.match(bare, comma + 2) and not listed else None


_THEN = re.compile(r"\bthi\s+$")
_COLLECTIVE = re.compile(
    r"(?:cac\s+)?(?:co\s+quan|don\s+vi|to\s+chuc|doanh\s+nghiep),\s+(?:co\s+quan|don\s+vi|to\s+chuc|ca\s+nhan)\b"
)
_NOT_SUBJECT = re.compile(r"\b(?:cua|giua|voi|gui|den|toi|cho|thuoc|tai|va|do|boi|cung|de|ky\s+hop|dai\s+bieu)\s*$")


def _responsible_inside(text: str, bare: str, start: int) -> Assignment | None:
    """ "Về dữ liệu: toàn bộ hồ sơ ... Sở Khoa học và Công nghệ có trách nhiệm ...": named in the middle."""
    said = _RESPONSIBLE.search(bare, start, start + 600)
    if said is None:
        return None
    ends = (bare.rfind(". ", start, said.start()), bare.rfind("; ", start, said.start()))
    opening = max(start, *(end + 2 for end in ends if end >= 0)) if max(ends) >= 0 else start
    collective = _COLLECTIVE.match(bare, opening) is not None
    if opening == start and (collective or _ANYONE.match(bare, opening)) and said.start() - opening < 160:
        units = split_units(text[opening : said.start()])
        if collective or any(starts_unit(unit) for unit in units):
            return Assignment(_short(units), (), said.end(), False, True)
    elif opening == start and collective:
        return None  # a subject so long is a list, of which the last name alone would be a part
    if _FIRST_WITH.match(bare, opening):
        return None  # "Chủ trì, phối hợp với Sở A, Sở B có trách nhiệm ...": those are partners
    adverbial = (_ADVERBIAL.match(bare, opening) or _IN_CASE.match(bare, opening)) is not None
    for word in re.finditer(r"(?<!\S)(?=\S)", bare[opening : said.start()]):
        at = opening + word.start()
        if not (text[at].isupper() or bare.startswith(("cac ", "co quan", "don vi"), at)):
            continue
        if at > opening and not text[at].isupper() and text[:at].rstrip()[-1:] not in ",;:)":
            continue  # "Tổ chức pháp chế các Tổng cục có trách nhiệm": part of a longer name
        if _NOT_SUBJECT.search(bare, max(start, at - 12), at):
            continue
        run = read_units(text, at)
        if run is not None and run.end >= said.start() and not text[said.start() : run.end].strip():
            if is_everybody(run.units[-1]) and _THEN.search(bare, max(start, at - 6), at):
                continue  # "... của nhiều cơ quan thì cơ quan, đơn vị có trách nhiệm ... là": which one follows
            if adverbial and "," in text[at : run.end] and "," not in text[opening:at]:
                continue  # "Sau kỳ họp Quốc hội, đại biểu Quốc hội ...": the first belongs to the words before
            return Assignment(_short(run.units), (), said.end(), False, True)
    return None


def find_coordination(text: str, start: int = 0, stop: int = 600) -> tuple[str, ...]:
    """Units that an item is to be done with: "Phối hợp với X ...", "...; phối hợp với X".

    >>> find_coordination("Chủ trì, phối hợp với Sở Tài chính rà soát"), find_coordination("Phối hợp Sở Y tế tổ chức")
    (('Sở Tài chính',), ('Sở Y tế',))
    >>> find_coordination("Ban hành quy chế phối hợp với Công an tỉnh"), find_coordination("Phối hợp triển khai")
    ((), ())
    """
    bare = bare_form(text)
    direct = _FIRST_WITH.match(bare, start)
    if direct is not None and (run := read_units(text, direct.end(), anyone=bare[: direct.end()].endswith("voi "))):
        return _short(_whole_names(text, run))
    for found in _ANY_WITH.finditer(bare, start, start + stop):
        plain = _PLAIN_PARTNER.match(bare, found.end()) is not None
        named = plain or text[found.end() : found.end() + 1].isupper()
        if not named and (found["voi"] is None or bare.endswith("tang cuong ", 0, found.start())):
            continue
        if _SOMEONE_LEADS.search(bare, start, found.start()) or _of_another(text, bare, start, found.start()):
            continue  # "chỉ đạo lực lượng Công an chủ trì, phối hợp với ...": a partner of theirs
        if run := read_units(text, found.end(), anyone=plain or found["voi"] is not None):
            return _short(_whole_names(text, run))
        others = bare.endswith("phoi hop co trach nhiem ", start, found.start())
        if found["voi"] is not None and not others and (partner := _partner(text, bare, found.end())):
            return (partner,)
    return ()


def _of_another(text: str, bare: str, start: int, at: int) -> bool:
    """True where a later sentence begins with those who are to help: "... . Cơ quan kiểm dịch phối hợp".

    Also in a clause of its own: "cơ sở dữ liệu do Cục A phối hợp với Vụ B xây dựng".
    """
    for done in _DONE_BY.finditer(bare, max(start, at - 120), at):
        told = read_units(text, done.end()) if text[done.start() : done.start() + 2].lower() == "do" else None
        if (
            told is not None
            and told.end <= at
            and text[told.start].isupper()
            and not _DOES_MORE.search(bare, told.end, at)
        ):
            return True
    begins = max(bare.rfind(". ", start, at), bare.rfind("; ", start, at)) + 2
    if begins <= start + 2 or not text[begins : begins + 1].isupper():
        return False
    run = read_units(text, begins)
    return run is not None and bare[run.end : at].strip(" ,") in ("", "chu dong", "tich cuc", "co trach nhiem")


_DONE_BY = re.compile(r"\bdo\s+")
_DOES_MORE = re.compile(
    r"[,;.:]|\b(?:ban\s+hanh|to\s+chuc|chu\s+tri|trinh|quan\s+ly\s|lam\b|thuc\s+hien|trach\s+nhiem)"
)
_SOMEONE_LEADS = re.compile(
    r"\b(?:giao|yeu\s+cau|de\s+nghi|don\s+doc|huong\s+dan|(?:gui|chuyen|bao\s+cao)(?:\s+(?:ve|cho|den|toi|qua))?)"
    r"\s[^,;.:]{3,80}\schu\s+tri\s*,?\s*(?:va\s+)?$"
)
# Those whom only their part names: "phối hợp với cơ quan chủ trì", "... đơn vị vận hành hệ thống".
_PARTNER = re.compile(
    r"(?:(?P<part>(?:co\s+quan|don\s+vi|to\s+chuc|co\s+so|bo\s+phan|ben|nguoi)(?!\s*,))"
    r"|cap\s+uy|doanh\s+nghiep|to\s+chuc\s*,\s*ca\s+nhan|ho\s+gia\s+dinh|chu\s+rung)(?=[\s,])"
)
_PARTNER_WORDS = 12
_PARTNER_ENDS = re.compile(
    r"[.;:(\n]|\s(?:trong|de|nham|tai|khi|theo|va)\s|,(?!\s*(?:ca\s+nhan|don\s+vi|chinh\s+quyen)\b)"
)


def _partner(text: str, bare: str, start: int) -> str | None:
    """ "cơ quan chủ trì" before "giải quyết ...": a partner without a name, up to the word with which the duty begins.

    >>> _partner("cơ quan chủ trì giải quyết khó khăn", "co quan chu tri giai quyet kho khan", 0)
    'cơ quan chủ trì'
    """
    head = _PARTNER.match(bare, start)
    if head is None:
        return None
    closed = _PARTNER_ENDS.search(bare, head.end())
    stop = closed.start() if closed else len(text)
    words = [head.end() + word.start() for word in re.finditer(r"(?<=\s)\S", bare[head.end() : stop])]
    skip = 0
    if head["part"] and words and starts_duty(text, words[0]):
        skip = 2  # "đơn vị cung cấp dịch vụ ..."
    for at in words[skip:_PARTNER_WORDS]:
        if starts_duty(text, at):
            stop = at
            break
    else:
        if len(words) > _PARTNER_WORDS:
            return None
    name = text[start:stop].strip(" ,")
    if bare_form(name).endswith(("dich vu", "thuc hien")):
        return None  # "cơ sở thực hiện dịch vụ thu gom, vận chuyển rác ...": of what is not told apart from the duty
    return name if len(name.split()) > 2 or head["part"] is None else None
