"""Where the clause of a number begins and where the words that belong to it stop."""

from __future__ import annotations

import re

_CLOSED = re.compile(r"[(][^()]*[)]")


_THIS_NUMBER = re.compile(r"[,;]\s*(?:va\s+)?(?=(?:con so|ty le|ti le|chi so|muc) (?:nay|tren|do)\b)")


_CLAUSE_MARK = re.compile(r"[,;:)]\s*(?:(?:va|trong do|rieng)\b,?\s*)?|\s(?:va|trong do|con|rieng)\s")


_NEW_SUBJECT = re.compile(
    r"[,;]\s+(?=(?:va\s+)?(?:trong do|ty le|ti le|ty trong|muc do|chi so|tong|so luong|phan dau|dam bao"
    r"|bao dam|rieng|den nam|den het|nam 20|co it nhat|toi thieu|it nhat|\d{2,3}%|tren \d|tu \d|co \d))"
    r"|\.\s+|(?:\sva|[,;]\s*con)\s+(?=(?:toi thieu|it nhat|tren|tu|den nam|dat|\d{1,3}(?:,\d+)?\s?%|100%|ty le"
    r"|ti le|muc do))|\s(?=trong (?:so )?do\s+(?:co\s+)?(?:(?:it nhat|toi thieu|tren|khoang)\s+)?\d)|\s-\s+"
    r"(?=ty le|ti le|so |tong|\d|phan dau|toi thieu|it nhat|dam bao|bao dam|muc do|chi so|tren \d)"
)


# "còn" behind words reaches the number ("hộ cận nghèo còn 3%"), elsewhere it joins two clauses.
_JUST_BEFORE = re.compile(r"(?:[,;]|\bva|[,;]\s*con|^[^,;]*\bcon)\s*$")


# "60% cán bộ, công chức đạt chuẩn và tiến tới là 80%": the same again, later
_GOES_FURTHER = re.compile(
    r"(?:[,;]|\bva)\s+(?:(?:phai|se|can)\s+)?(?:tien toi|huong toi|lo trinh|phan dau)\s+"
    r"(?:dat|la|len|len den|nang len)?\s*$"
    r"|\bva\s+(?:phai|se|can)\s+(?:dat|len)\s*$"
)


def next_clause(folded: str, floor: int, end: int) -> int:
    """Where the clause of the next number begins, after the number that ends at `floor`."""
    if _JUST_BEFORE.search(folded[floor:end]) or _GOES_FURTHER.search(folded, floor, end):
        return end
    opened = folded.rfind("(", floor, end)
    if opened >= 0 and folded.find(")", opened, end) < 0:
        return opened + 1  # "đúng hạn (cấp tỉnh 98%, ...)"
    if opened >= 0:  # "2,1% (theo chuẩn giai đoạn 2021 - 2025), ...": no clause begins inside brackets
        shut = _CLOSED.sub(lambda aside: f"({'~' * (len(aside.group()) - 2)})", folded[floor:end])
        folded = f"{folded[:floor]}{shut}{folded[end:]}"
    again = _THIS_NUMBER.search(folded, floor, end)
    if again:
        return again.end()  # "40% xã, phường có sân chơi, con số này là 45% vào năm 2030"
    mark = _NEW_SUBJECT.search(folded, floor, end)
    if mark:
        # Where several subjects begin, the last one is this number's.
        return [m.end() for m in _NEW_SUBJECT.finditer(folded, floor, end)][-1]
    semicolon = folded.rfind(";", floor, end)
    if semicolon >= 0:
        return semicolon + 1
    comma = _CLAUSE_MARK.search(folded, floor, end)
    return comma.end() if comma else floor


def right_edge(folded: str, end: int, following: int, length: int) -> int:
    """Where the words that belong to a number stop when another number follows."""
    if following >= length:
        semicolon = folded.find(";", end)
        return semicolon if semicolon >= 0 else length
    semicolon = folded.find(";", end, following)
    if semicolon >= 0:
        return semicolon
    opened = folded.rfind("(", end, following)
    if opened >= 0 and folded.find(")", opened, following) < 0 and not _NEW_SUBJECT.search(folded, end, opened):
        return opened  # "được trả lời đúng hạn và công khai (hiện nay đạt 92%)"
    mark = _NEW_SUBJECT.search(folded, end, following + 1)
    if mark:
        return mark.start()
    # The words in front of the next number are its subject: the last comma parts them.
    comma = max(folded.rfind(", ", end, following), folded.rfind(" va ", end, following))
    return comma if comma >= 0 else following
