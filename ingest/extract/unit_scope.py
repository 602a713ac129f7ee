"""Whom a collective phrase names: everybody, or those whom a clause behind it tells."""

from __future__ import annotations

import re

from ingest.clean.fold import strip_diacritics
from ingest.extract.unit_head import starts_unit
from ingest.extract.unit_list import UnitRun
from ingest.extract.unit_stop import starts_duty

# "Các cơ quan, tổ chức, đơn vị": everybody, unless a clause behind it says which ones.
_EVERYBODY = re.compile(
    r"(?:(?:cac|nhung|tat\s+ca)\s+)?(?:(?:co\s+quan|don\s+vi|to\s+chuc|ca\s+nhan|co\s+so|doanh\s+nghiep|dia\s+phuong|ho\s+gia\s+dinh)"
    r"(?:\s*,\s*|\s+va\s+|\s+hoac\s+)?)+"
)


_RESTRICTS = re.compile(
    r"\s*(?:duoc\s|nhan\s(?!dien|thuc|xet|rong)|chu\s+tri\s|chu\s+tri$|truc\s+tiep\s|cung\s+(?:cap|ung)\s|su\s+dung\s"
    r"|thuc\s+hien\s+nhiem\s+vu\s|van\s+hanh\s|tham\s+gia\s|phat\s+trien\s)"
)


# "cơ sở cung ứng dịch vụ", "đơn vị phát triển": a name that says what the unit does may go on with more of it
_DOES = re.compile(r"\b(?:cung\s+(?:cap|ung)|phat\s+trien|san\s+xuat|kinh\s+doanh|thu\s+gom|su\s+dung|nhan)\b")


# "các chủ cơ sở thu gom, vận chuyển rác": what they live by is part of their name
_WHOSE_TRADE = re.compile(r"\b(?:co\s+so|doanh\s+nghiep|don\s+vi|to\s+chuc|ho\s+gia\s+dinh|hop\s+tac\s+xa|chu)$")


_TRADE = re.compile(
    r"\s*(?:thu\s+gom|van\s+chuyen|san\s+xuat|kinh\s+doanh|chan\s+nuoi|che\s+bien|cung\s+(?:ung|cap)|khai\s+thac|mua\s+ban"
    r"|xuat\s+khau|nhap\s+khau|nuoi\s+trong|dich\s+vu)\b"
)


# "Ủy ban nhân dân xã và đơn vị, tổ chức thực hiện nhiệm vụ bồi thường ..."
_SINGLE = re.compile(r"(?<!cac )(?<!quan, )\bdon\s+vi$")


_CARRIES_OUT = re.compile(r"\s*,\s*to\s+chuc\s+thuc\s+hien\s+(?:cac\s+)?(?:nhiem\s+vu|du\s+an|cong\s+tac)\b")


# "doanh nghiệp được chỉ định ...": who is meant comes after
_COMMON = re.compile(r"\b(?:doanh\s+nghiep|don\s+vi|co\s+quan|to\s+chuc|ca\s+nhan|co\s+so|nha\s+dau\s+tu)$")


_WHICH_ONE = re.compile(r"\s*(?:(?:duoc|dang|cung\s+cap|su\s+dung|chu\s+quan)\s|tham\s+muu\s*,)")


_HAVING_MEMBERS = re.compile(r"\s*co\s+(?:thanh\s+vien|lien\s+quan\s+den|chuc\s+nang|hoat\s+dong|nhu\s+cau)\b")


_MORE = re.compile(r"\s*(?P<comma>,)\s+(?=[^\W\d])|\s+va\s+(?=[^\W\d])")


def is_everybody(unit: str) -> bool:
    """True for a collective phrase that names no one in particular.

    >>> is_everybody("Các cơ quan, tổ chức, đơn vị"), is_everybody("các cơ quan liên quan"), is_everybody("Sở Nội vụ")
    (True, False, False)
    """
    return _EVERYBODY.fullmatch(strip_diacritics(unit).lower().strip(" ,")) is not None


def restricts(text: str, run: UnitRun) -> bool:
    """True where a clause behind "các cơ quan, đơn vị" says which ones: the name read so far would be too wide."""
    return (
        is_everybody(run.units[-1])
        and _RESTRICTS.match(strip_diacritics(text[run.end : run.end + 60]).lower()) is not None
    )


def is_cut(text: str, run: UnitRun) -> bool:
    """True where the last name surely goes on in a way that can't be read.

    >>> from ingest.extract.unit_list import read_units
    >>> def cut(text): return is_cut(text, read_units(text, anyone=True))
    >>> cut("các cơ quan, đơn vị được giao quản lý tài sản rà soát"), cut("các cơ quan, đơn vị rà soát")
    (True, False)
    >>> cut("cơ sở cung ứng dịch vụ thu gom, vận chuyển chất thải"), cut("cơ sở cung ứng dịch vụ, Sở Y tế")
    (True, False)
    """
    bare = strip_diacritics(text[run.start : run.end + 60]).lower()
    last = bare[: run.end - run.start].rstrip()
    rest = bare[run.end - run.start :]
    if (
        (_COMMON.search(last) and (_WHICH_ONE.match(rest) or _HAVING_MEMBERS.match(rest)))
        or restricts(text, run)
        or (_WHOSE_TRADE.search(last) and _TRADE.match(rest))
        or (_CARRIES_OUT.match(rest) and _SINGLE.search(last))
    ):
        return True
    if _DOES.search(strip_diacritics(run.units[-1]).lower()) is None:
        return False
    more = _MORE.match(strip_diacritics(text).lower(), run.end)
    if more is None or not text[more.end()].islower():
        return False
    return more["comma"] is None or not (starts_duty(text, more.end()) or starts_unit(text[more.end() :]))
