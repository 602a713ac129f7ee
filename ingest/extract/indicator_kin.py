"""Names that take over from the name before, or from the line that introduces a list."""

from __future__ import annotations

import re

from ingest.extract.named import INDICATOR_HEAD, Named
from ingest.extract.quantity import Quantity, bare


def own_group(name: str) -> str:
    """A name without the group that a sibling's bracket gave it."""
    head, colon, tail = name.rpartition(": ")
    return (
        head if colon and re.match(r"(?:cac )?(?:cap|so|xa|huyen|phuong|khoi|khu vuc|linh vuc)\b", bare(tail)) else name
    )


# "tốc độ tăng bình quân 5 - 6%/năm": a rate of growth that does not say of what.
GROWTH = re.compile(
    r"""(?P<words>(?P<pace>(?:toc\ do|nhip\ do|muc)\ )?(?:tang|giam)(?:\ truong)?
      (?P<rate>(?:\ binh\ quan|\ trung\ binh)?(?:\ (?:hang|moi)\ nam)?))
    (?:\ (?:trong\ )?(?:ca\ )?(?:giai\ doan|thoi\ ky)\ (?:nay|20\d\d\s*[-–]\s*20\d\d))?
    (?:\ (?:dat|la|khoang|tren|tu|o\ muc|hon|duoi|it\ nhat|toi\ thieu))*\s*""",
    re.VERBOSE,
)
GROWTH_END = re.compile(
    r"\s*(?:$|[;.,()]|(?:so voi|trong|giai doan|thoi ky|moi nam|hang nam|den nam|va|tro len|nam 20\d\d)\b)"
)


def grown(words: str, start: int, end: int, previous: Named | None, base: str | None) -> Named:
    """The growth of what the clause before measures: "Tổng giá trị xuất khẩu: tốc độ tăng bình quân"."""
    above = re.sub(r" [(]%[^)]*[)]$", "", previous.name) if previous is not None else base or ""
    above = re.sub(r": (?:tốc độ|nhịp độ|mức)? ?(?:tăng|giảm)\b.*$", "", above)
    return Named(f"{above}: {words}" if above else words, start, end, "trailing")


PREDICATE = re.compile(
    r"(?:là|được|đủ|có|thường xuyên|phát sinh|đạt|sử dụng|thực hiện|hoàn thành|đã|duoc|co|phat sinh|dat|su dung)\s"
)


def sibling(previous: Named, subject: str, quantity: Quantity, between: str) -> str | None:
    """The name of a number that measures the like of the one before: "Tỷ lệ hộ nghèo 2%; hộ cận nghèo 3%"."""
    words = subject.split()
    if quantity.kind != "share" or previous.shape not in ("trailing", "sibling") or not 2 <= len(words) <= 5:
        return None
    if _RATE.match(previous.name.lower()) is None or INDICATOR_HEAD.match(bare(subject)) or not _NEXT.search(between):
        return None
    if PREDICATE.match(f"{subject.lower()} ") or ": " in previous.name:
        return None
    at = re.search(rf"\s(?={re.escape(words[0].lower())}\s)", previous.name.lower()[5:])
    return f"{previous.name[: at.start() + 5]} {subject}" if at else None


_PREPOSITION = re.compile(r"(?:của|đối với|tại|về)(?=\s\S+\s\S)", re.IGNORECASE)


def of_another(previous: Named, subject: str) -> str | None:
    """The name of the same measure of someone else: "tỷ lệ hồ sơ đúng hạn của cấp xã 98%, của Trung tâm 99%"."""
    begins = _PREPOSITION.match(subject)
    if begins is None or previous.shape not in ("trailing", "sibling"):
        return None
    name = re.sub(r" [(]%[^)]*[)]$", "", previous.name)
    at = name.lower().rfind(f" {begins.group().lower()} ")
    return f"{name[:at]} {subject}" if at > 8 else None


# "Tỷ lệ học sinh giỏi 20%, khá 45%": what the same things are found to be.
_STATE = (
    r"(?:(?:đúng|trễ|quá|trước|chậm|sớm) (?:hạn|thời hạn|tiến độ)|xuất sắc|giỏi|khá|tốt|trung bình|yếu, kém|yếu kém|yếu"
    r"|kém|sai (?:thể thức|sót|quy định)|hoàn thành tốt nhiệm vụ|hoàn thành xuất sắc nhiệm vụ|không hoàn thành nhiệm vụ"
    r"|hoàn thành nhiệm vụ)"
)
_STATED = re.compile(rf"{_STATE}\b(?: \w+){{0,2}}", re.IGNORECASE)
_IN_STATE = re.compile(rf"\s(?:loại )?(?P<state>{_STATE}(?: (?:và |, )?{_STATE})*)$")


def in_state(previous: Named, subject: str) -> str | None:
    """The name of a number that says how many of the things of the one before are found otherwise."""
    if previous.shape not in ("trailing", "sibling") or _STATED.fullmatch(subject) is None:
        return None
    at = _IN_STATE.search(previous.name)
    return f"{previous.name[: at.start('state')]}{subject.lower()}" if at and at.start() > 6 else None


_SCHOOL = r"(?:trên |sau )?(?:đại học|cao đẳng|trung cấp|sơ cấp|thạc sĩ|tiến sĩ)(?: trở lên)?"
SCHOOLING = re.compile(rf"{_SCHOOL}(?:(?:, | và ){_SCHOOL})*", re.IGNORECASE)
SCHOOLED = re.compile(rf"(?P<of>\b(?:trình độ|bằng)) {_SCHOOL}(?:(?:, | và ){_SCHOOL})*$", re.IGNORECASE)
_RATE = re.compile(r"(?:tỷ|tỉ|ty|ti) (?:lệ|trọng|le|trong) ")
_NEXT = re.compile(r"^\s*$|[,;]\s*$|\bva\s*$")


def inherit(previous: Named | None) -> Named | None:
    """The name before, for a number whose clause names nothing."""
    if previous is None:
        return None
    return Named(previous.name, previous.start, previous.end, "inherited")


def with_base(named: Named, base: str | None, folded_subject: str) -> Named:
    """Complete a subject such as "Cấp tỉnh" with the line that introduces its list."""
    if base and not INDICATOR_HEAD.match(folded_subject.strip()) and len(named.name.split()) <= 10:
        return Named(f"{base}: {named.name}", named.start, named.end, named.shape)
    return named


_TAIL = re.compile(
    r",?\s+(?:của |ở |tại |đối với )?(?:cấp (?:tỉnh|xã|huyện|sở|bộ|trung ương)|các sở|sở, ngành|các cơ quan)[^()]*$",
    re.IGNORECASE,
)
OWNER = re.compile(r"\scủa (?P<who>[^():,]{3,60})$")
_SETTLED = re.compile(
    r"\s(?P<where>(?:khu vực |vùng )?(?:nông thôn|thành thị|đô thị|miền núi|đồng bằng|thành phố))$", re.IGNORECASE
)
_KIND = re.compile(r"(?:khu vực|vùng|khối|tuyến|nhóm|lĩnh vực|ngành)\b")


def replace_tail(name: str, subject: str) -> str:
    """ "... của cấp tỉnh" and "cấp xã" -> "... cấp xã"; a name without such a tail gets the subject appended."""
    name = re.sub(r"\s*\(%[^)]*\)$", "", name)
    if (place := _SETTLED.search(name)) and _SETTLED.fullmatch(f" {subject}"):
        return f"{name[: place.start('where')]}{subject}"  # "... tại nông thôn", then "thành thị"
    kind = _KIND.match(subject.lower())
    if kind and (own := re.search(rf"\s(?P<of>(?:của|ở|tại|đối với)\s)?{kind.group()}\s[^():]*$", name, re.IGNORECASE)):
        # "... của khu vực dịch vụ", then "khu vực công nghiệp"
        return f"{name[: own.start()]} {own.group('of') or ''}{subject}"
    bare_name = _TAIL.sub("", name)
    if not bare_name or bare_name == name:
        head, _, rest = name.rpartition(": ")
        bare_name = head or rest
    return f"{bare_name.strip(' :')}: {subject}"
