"""Whom an introduction asks, and who is told to do something in a later sentence or in a rule."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.clean.fold import strip_diacritics
from ingest.clean.letters import UPPER
from ingest.extract.actors import goes_on_list
from ingest.extract.assign import read_assignment
from ingest.extract.assignment import Assignment
from ingest.extract.bare_form import bare_form
from ingest.extract.unit_head import is_organ
from ingest.extract.unit_list import read_units


def asks_units(body: str) -> bool:
    """ "Đề nghị Liên đoàn Lao động tỉnh: ..." is asked of them, not of a unit above."""
    asks = REQUEST.match(body)
    return asks is not None and read_units(body, asks.end()) is not None


_ASKS = re.compile(
    r"\s(?:yeu cau|de nghi|giao|chi dao)\s+"
    r"(?=(?:cac|thu truong|bo truong|giam doc|chu tich|so|ubnd|uy ban|van phong|ban(?! hanh)|cong an|(?:tong )?cuc|vu"
    r"|bo(?! sung| tri))\s)"
)


def asked_of(text: str, at: int) -> Assignment | None:
    """ "Để khắc phục ..., Chủ tịch UBND tỉnh yêu cầu các sở, ban, ngành thực hiện tốt các nhiệm vụ sau:"."""
    bare = strip_diacritics(text).lower()
    if len(bare) != len(text) or len(text) - at > 600:
        return None
    asks = list(_ASKS.finditer(bare, at))
    named = (read_assignment(text, found.start()) for found in reversed(asks))
    return next((one for one in named if one is not None), None)


def asked_at_end(text: str, at: int) -> Assignment | None:
    """Whom the last sentence of a long introduction asks: "Thủ tướng Chính phủ yêu cầu các Bộ trưởng ... sau:"."""
    last = max(text.rfind(". ", at, len(text) - 1), text.rfind("\n", at, len(text) - 1))
    return asked_of(text, last + 2) if last > at and _TASKS_FOLLOW.search(bare_form(text)[-60:]) else None


_TASKS_FOLLOW = re.compile(r"\b(?:nhiem\s+vu|noi\s+dung|cong\s+viec|giai\s+phap|yeu\s+cau)\b[^:;.]*:$")


# "Sở Tài chính chịu trách nhiệm về nội dung giải trình.": who answers for what is said, no work
_LIABLE = re.compile(
    r"\s*chiu\s+trach\s+nhiem\s+(?:truoc\s[^.;]{3,60}?\s)?ve\s+(?:noi\s+dung|tinh|so\s+lieu|ket\s+qua|quyet\s+dinh)\b"
)


REQUEST = re.compile(r"(?:yêu cầu|yeu cau|đề nghị|de nghi)\s", re.IGNORECASE)


_CONNECTS = re.compile(r"(?:vì vậy|do đó|do vậy|vì thế|theo đó|đồng thời|bên cạnh đó|ngoài ra)\s*,\s*", re.IGNORECASE)


_SENTENCE = re.compile(rf"(?<=[.;])\s+(?=[{UPPER}])")


_ORGAN = re.compile(
    r"(?:so|uy\s+ban|ubnd|chu\s+tich\s+(?:uy\s+ban|ubnd)|cong\s+an|bo\s+chi\s+huy|ban\s+(?:chi\s+huy|quan\s+ly"
    r"|chi\s+dao|to\s+chuc)"
    r"|van\s+phong|thanh\s+tra|trung\s+tam|chi\s+cuc|kho\s+bac|bao|dai|mat\s+tran|(?:cac|nhung)\s|giam\s+doc\s+so"
    r"|thu\s+truong"
    r"|thong\s+ke|thue\s|hai\s+quan|bao\s+hiem\s+xa\s+hoi|ngan\s+hang\s+nha\s+nuoc|toa\s+an|vien\s+kiem\s+sat"
    r"|dong\s+chi\s+\w+|chanh\s+\w+|bo(?!\s+phan)\s+\w+|tong\s+cuc|luc\s+luong\s+\w+|co\s+quan\s+\w+|co\s+quan,\s+(?:don\s+vi|to\s+chuc)|hoi\s+dong"
    r"|truong\s+ban)\b",
    re.IGNORECASE,
)


_RIGHT = re.compile(r"\b(?:duoc\s+quyen|co\s+quyen|la\s+(?:cac|co\s+quan|to\s+chuc|don\s+vi|nguoi|can\s+cu))\b")


# Power is no duty, and what happens to a case is none either.
_POWER = re.compile(
    r"\s*,?\s*(?:xem\s+xet\s*,?\s*)?(?:quyet\s+dinh|quy\s+dinh|phan\s+cap|uy\s+quyen|thuc\s+hien\s+quyen"
    r"|phe\s+duyet|bo\s+nhiem|cong\s+nhan"
    r"|duoc|co\s+quyen|thong\s+nhat\s+quan\s+ly|khong|ban\s+hanh\s+quyet\s+dinh|giao\b)"
)


_RULE_WORDS = 5


_CASE = re.compile(r"(?:truong\s+hop|trong\s+(?:thoi\s+)?(?:han|gian|vong)|neu\s|vi\s+du|khi\s)")


def is_rule_for_unit(found: Assignment, text: str, at: int) -> bool:
    """True where a regulation tells an organ, not just anyone, to do something of its own."""
    bare = strip_diacritics(text).lower()
    if (
        len(bare) != len(text)
        or _CASE.match(bare, at)
        or _POWER.match(bare, found.end)
        or _RIGHT.search(bare, at, found.end + 90)
    ):
        return False
    if len(text[found.end :].split()) < _RULE_WORDS or "tham quyen" in bare[at : found.end]:
        return False
    return all(_ORGAN.match(strip_diacritics(unit)) is not None for unit in found.lead[:1])


def told_later(text: str, at: int, concludes: bool = False) -> Assignment | None:
    """An assignment in a later sentence: "Rà soát nghị quyết. Phòng A chủ trì; Phòng B phối hợp"."""
    for found in _SENTENCE.finditer(text, at, at + 2000):
        if text[found.start() - 1] == ";" and REQUEST.match(text, found.end()):
            continue  # "Cung cấp thông tin ...; đề nghị Sở A ...": part of what someone else is to do
        joined = _CONNECTS.match(text, found.end())
        named = read_assignment(text, joined.end() if joined else found.end())
        if named is not None and _LIABLE.match(bare_form(text), named.end):
            continue
        if named is not None and text[found.start() - 1] == ";" and goes_on_list(text, at, found.end()):
            continue
        if named is not None and (named.ordered or named.coordinate or (concludes and is_organ(named.lead[0]))):
            return replace(named, begins=found.end())
    return None
