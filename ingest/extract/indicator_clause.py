"""Clauses in front of a number that say what it measures, and where the last of them begins."""

from __future__ import annotations

import re

from ingest.extract.indicator_subject import clean_left, without_asides
from ingest.extract.indicator_words import phrase
from ingest.extract.named import Named
from ingest.extract.quantity import Quantity

# "phấn đấu kéo giảm 5% trên cả 3 tiêu chí": of what stands in the clause before, or behind.
CRITERIA = re.compile(
    r"\s*(?:(?:tren|o|ve) )?(?:(?:ca|tat ca) )?(?P<which>(?:0?\d|hai|ba|bon) (?:tieu chi|mat|chi so)\b)"
    r"(?: (?:ve|cua) (?P<of>[a-z ]{6,60}))?"
)
_CURBED = re.compile(
    r"\b(?:kiem che|keo giam|giam(?: thieu)?|day lui|han che|phong ngua|kiem soat)\s+"
    r"(?P<what>[^,;:()\d%]{6,60})(?=[,;])"
)


def of_criteria(text: str, folded: str, quantity: Quantity, criteria: re.Match[str]) -> Named | None:
    """What is to fall in all of its measures: "tai nạn giao thông: 3 tiêu chí"."""
    which = phrase(text, criteria.start("which"), criteria.end("which"))
    if criteria.group("of"):
        what, start = phrase(text, criteria.start("of"), criteria.end("of")), criteria.start("of")
    else:
        curbed = list(_CURBED.finditer(folded, 0, quantity.start))
        if not curbed:
            return None
        what, start = phrase(text, curbed[-1].start("what"), curbed[-1].end("what")), curbed[-1].start("what")
    return Named(f"{what}: {which}", start, criteria.end(), "trailing")


def clause_before(text: str, folded: str, position: int) -> str:
    """What the clause before `position` is about: its words up to a limit of time or a number."""
    end = max(folded.rfind(";", 0, position), folded.rfind(",", 0, position))
    if end < 0 or re.search(r"[a-z]{2}", folded[end:position]):
        return ""
    start, _ = clean_left(folded, max(folded.rfind(";", 0, end) + 1, folded.rfind(". ", 0, end) + 1), end)
    stop = re.search(r"\s(?:trong thoi (?:han|gian)|khong qua|toi da|trong vong|\d)", folded[start:end])
    words = phrase(text, start, start + stop.start() if stop else end)
    return words if 2 <= len(words.split()) <= 14 and not re.search(r"\d\s?%", words) else ""


_MEASURE = re.compile(r"\b(?:ty le|ti le|chi so|muc do hai long|ty trong|thu hang)\b")


def measured_before(text: str, folded: str, floor: int, end: int) -> Named | None:
    """The last indicator named in `[floor, end)`, in a clause that gives it no number."""
    earlier = list(_MEASURE.finditer(folded, floor, end))
    if not earlier:
        return None
    at, upto = earlier[-1].start(), folded.find(",", earlier[-1].start(), end)
    if upto < 0 or ";" in folded[at:end]:
        return None
    return Named(phrase(text, at, upto), at, end, "trailing")


_MEMBER = re.compile(r"[,;)]\s+(?:va\s+)?|\bva\s+|(?<!\bvan )\bde\s+(?!xuat\b|an\b|nghi\b|ra\b|cap\b|tai\b)|\bnham\s+")


def last_clause(folded: str, start: int, end: int) -> int | None:
    """Where the last clause of a list of clauses begins; None in a list of verbs or nouns that share what follows
    ("sửa đổi, bổ sung, thay thế văn bản", "cán bộ, công chức")."""
    parts = list(_MEMBER.finditer(without_asides(folded, start, end), start, end))
    if not parts:
        return None
    before = folded[parts[-2].end() if len(parts) > 1 else start : parts[-1].start()]
    shared = (
        len(before.split()) < 4
        and not re.search(r"\d", before)
        and not parts[-1].group().startswith((";", "de ", "nham "))
    )
    begins = parts[-1].group().startswith((";", "de ", "nham ")) or BEGINS.match(folded, parts[-1].end(), end)
    return None if shared or not begins else parts[-1].end()


# What a clause begins with: what is to be done, or with how many.
BEGINS = re.compile(
    r"""(?:phan\ dau|bao\ dam|dam\ bao|cat\ giam|giam|tang|nang|so\ hoa|xay\ dung|hoan\ thanh|hoan\ thien|ban\ hanh
    |to\ chuc|trien\ khai|thuc\ hien|cung\ cap|tiep\ nhan|giai\ quyet|xu\ ly|ket\ noi|tich\ hop|chia\ se|cap\ nhat
    |cong\ khai|cong\ bo|ra\ soat|don\ gian|kiem\ tra|thanh\ tra|bo\ tri|dao\ tao|boi\ duong|tap\ huan|tuyen\ truyen
    |ho\ tro|dau\ tu|thu\ hut|phat\ trien|mo\ rong|dua|duy\ tri|day\ manh|tap\ trung|rut\ ngan|chuyen\ doi|ap\ dung
    |su\ dung|dat|co|yeu\ cau|khong|tham\ muu|chi\ dao|huong\ dan|lap|thanh\ lap|hinh\ thanh|giai\ ngan|thanh\ toan
    |ky\ (?:ket|so|hop)|lua\ chon|gui|dang\ tai|in|phat\ hanh|danh\ gia|tat\ ca|toan\ bo|moi)\b""",
    re.VERBOSE,
)
