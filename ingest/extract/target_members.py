"""Members of a list behind ":": what its head measures is measured of each
("Cơ cấu kinh tế: công nghiệp 54%; dịch vụ 36%").

The head is a word of measure in front of the colon, or an indicator with a number of its own ("Tăng trưởng 10,5%,
trong đó: công nghiệp 12%; dịch vụ 9%").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.extract.indicator_subject import clean_left, strip_verb
from ingest.extract.indicator_words import phrase
from ingest.extract.quantity import Quantity

_HEAD = re.compile(
    r"""(?:dong\ gop\ vao\ |chuyen\ dich\ |nang\ |duy\ tri\ )?(?:co\ cau|ty\ le|ti\ le|ty\ trong|ti\ trong|muc\ do|muc
    |chi\ so|toc\ do|nhip\ do|tang\ truong|nang\ suat|san\ luong|dien\ tich|gia\ tri|kim\ ngach|so\ luong|tong|quy\ mo
    |cong\ suat|doanh\ thu|thu\ nhap|so\ (?!hoa\b|nganh\b|so\b)|luong|dan\ (?:gia|vat)|dan\b(?=\ *$))""",
    re.VERBOSE,
)
# "10,5%/năm, trong đó:": the number in front of the colon is that of the whole.
_WHOLE = re.compile(
    r"[\s,;.(]*(?:(?:trong (?:so )?do|gom|bao gom|cu the|chia ra|gom co)(?: la)?)?[\s,]*:", re.IGNORECASE
)
_GROUP = re.compile(
    r"(?:(?:o|tai|doi voi|rieng|cac|cua) )*(?:cap (?:tinh|xa|huyen|so|bo)|tuyen|ubnd|so,? (?:ban|nganh)|khu vuc|cac xa"
    r"|khoi (?:so|xa|tinh|dang)|do thi|nong thon|thanh thi|mien nui|dong bang|xa, phuong|huyen|thanh pho|tinh\b)"
)
# What is no thing that is measured: goals, times, of whom, what is to be done.
_NO_HEAD = re.compile(
    r"\b(?:muc tieu|chi tieu|phan dau|nhu sau|cu the|nam 20|giai doan|doi voi|ve cong tac|nhiem vu|gom|sau day)\b"
    r"|\btrong do\b|\d"
)
# What a member begins with is no goal, horizon or indicator of its own.
_NO_MEMBER = re.compile(
    r"""(?:ty\ le|ti\ le|ty\ trong|ti\ trong|muc\ do|chi\ so|so\ luong|so\ (?:ho|luot|lan|vu|nguoi|doanh)|tong|diem\b
    |toc\ do|phan\ dau|dat|den|vao|trong|tu|nam|moi|hang|duoc|deu|khong|co|la|giam|tang|nang|dam\ bao|bao\ dam|duy\ tri
    |toi\ thieu|it\ nhat|xay\ dung|thuc\ hien|hoan\ thanh|phat\ trien|to\ chuc|gia\ tri|san\ luong|dien\ tich|nang\ suat
    |kim\ ngach|thu\ nhap|doanh\ thu|quy\ mo|so\ voi|binh\ quan|cung\ cap|giai\ quyet|thu\ hut|ket\ nap)\b""",
    re.VERBOSE,
)
_OWN = re.compile(r"co\ (?=[a-z])", re.VERBOSE)
_SEPARATED = re.compile(r"\s*(?:[,;]|\bva\b|[,;]\s*va\b)\s*(?:(?:con|rieng|va)\s+)?")
_MOST_WORDS = 14


@dataclass(slots=True, frozen=True)
class Member:
    """One number of a list behind a head; `start` and `end` are those of its own words in the sentence."""

    head: str | None  # None: the indicator of the number `owner`
    owner: int  # where the number of the whole starts; -1 without one
    name: str
    start: int
    end: int


def find_members(text: str, folded: str, quantities: list[Quantity]) -> dict[int, Member]:
    """The members of the lists of a sentence, by where their quantity starts.

    >>> from ingest.extract.quantity import bare, find_quantities
    >>> t = "Cơ cấu kinh tế: công nghiệp 54%; dịch vụ chiếm 36%"
    >>> [(m.head, m.name) for m in find_members(t, bare(t), find_quantities(t)).values()]
    [('Cơ cấu kinh tế', 'công nghiệp'), ('Cơ cấu kinh tế', 'dịch vụ')]
    """
    found: dict[int, Member] = {}
    colon = folded.find(":")
    while colon >= 0:
        below = [q for q in quantities if q.number > colon]
        if len(below) < 2:
            break
        upto = folded.find(":", colon + 1)
        before = [q for q in quantities if q.number < colon]
        head = _head(text, folded, colon, before) or _any_head(text, folded, colon, before)
        if head is not None:
            listed = _listed(text, folded, colon, upto if upto >= 0 else len(folded), below, head[1] >= 0)
            if len(listed) >= 2 and (head[2] or all(_GROUP.match(folded, first) for _, _, first, _ in listed)):
                for start, name, first, end in listed:
                    found[start] = Member(head[0], head[1], name, first, end)
        colon = upto
    return found


def _head(text: str, folded: str, colon: int, before: list[Quantity]) -> tuple[str | None, int, bool] | None:
    """(name, -1), or (None, start of the quantity of the whole) of the words in front of a colon, True."""
    if before and _WHOLE.fullmatch(folded, before[-1].end, colon + 1):
        return None, before[-1].start, True
    begin = max(folded.rfind(";", 0, colon), folded.rfind(". ", 0, colon)) + 1
    if before and before[-1].number >= begin:
        return None
    start, end = clean_left(folded, begin, colon)
    name = phrase(text, start, end)
    if _HEAD.match(folded, start, end) is None or not 1 < len(name.split()) <= 25:
        return None
    return name, -1, True


def _any_head(text: str, folded: str, colon: int, before: list[Quantity]) -> tuple[str, int, bool] | None:
    """(name, -1, False) of a noun phrase before a colon: a head for groups ("Hồ sơ điện tử: cấp tỉnh 90%; ...")."""
    begin = max(folded.rfind(";", 0, colon), folded.rfind(". ", 0, colon)) + 1
    if before and before[-1].number >= begin:
        return None
    start, end = clean_left(folded, begin, colon)
    name = phrase(text, start, end)
    if not 1 < len(name.split()) <= 20 or _NO_HEAD.search(folded, start, end):
        return None
    return name, -1, False


def _listed(
    text: str, folded: str, colon: int, upto: int, below: list[Quantity], owned: bool
) -> list[tuple[int, str, int, int]]:
    """(start of the quantity, name, start and end of the name) of each member until one that is none."""
    listed: list[tuple[int, str, int, int]] = []
    at = colon + 1
    for quantity in below:
        if quantity.start >= upto or quantity.kind not in ("share", "count"):
            break
        first = at
        if listed:
            mark = _SEPARATED.match(folded, at, quantity.start)
            if mark is None:
                break
            first = mark.end()
        while first < quantity.start and folded[first] in " (-":
            first += 1
        end, _ = strip_verb(text, folded, first, quantity.start)
        words = folded[first:end].split()
        if not 1 <= len(words) <= _MOST_WORDS or not re.search(r"[a-z]{2}", folded[first:end]):
            break
        if re.search(r"[\d%:;.]", folded[first:end]):
            break
        if _NO_MEMBER.match(folded, first, end) and not (owned and _OWN.match(folded, first, end)):
            break
        listed.append((quantity.start, phrase(text, first, end), first, end))
        at = quantity.end
    return listed
