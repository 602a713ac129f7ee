"""Abbreviations as a document defines them: "cải cách hành chính (CCHC)"."""

from __future__ import annotations

import re
from functools import cache

from ingest.clean.fold import strip_diacritics

_SHORT = r"[A-ZĐ](?:[A-Za-zĐđ&-]{0,14}[A-ZĐ])"
_CALLED = r"(?:(?:sau\ đây|dưới\ đây)\s+)?(?:được\s+)?(?:gọi|viết)\s+(?:chung\s+|tắt\s+)*(?:là)?\s*:?\s*"
# Short forms stand first: the text before them is only looked at where one is found, so the time
# grows with the text alone.
_IN_BRACKETS = re.compile(
    rf"""
    \(\s*
    (?:{_CALLED})?              # "(sau đây gọi tắt là TTHC)", "(viết tắt là: CCHC)" or plain "(CCHC)"
    [“"]?(?P<short>{_SHORT})[”"]?
    \s*\)
    """,
    re.VERBOSE,
)
# "..., sau đây viết tắt là CCHC" without brackets
_IN_LINE = re.compile(rf",?\s(?:sau\ đây|dưới\ đây)\s{_CALLED}[“\"]?(?P<short>{_SHORT})\b", re.VERBOSE)
# "CCHC (cải cách hành chính)"; "- CCHC: Cải cách hành chính" in a list of abbreviations
_REVERSED = re.compile(rf"\b(?P<short>{_SHORT})[ ]?\([ ]?(?P<after>[^()\n]{{4,120}}?)[ ]?\)")
_LISTED = re.compile(
    rf"^[-+• ]{{0,4}}(?P<short>{_SHORT})[ ]?[:=|][ ]?(?P<after>[^\n:|]{{4,120}}?)[ ]?[.;|]?$", re.MULTILINE
)
_LOOK_BACK = 160  # characters
_BREAK = re.compile(r"[\n();:“”\"|.]")
_FILLERS = frozenset(
    ["va", "cua", "cac", "cho", "ve", "theo", "trong", "nha", "voi", "thuoc", "tai", "so", "su", "viec", "la", "cap"]
)


def find_abbreviations(text: str) -> dict[str, str]:
    """`{"CCHC": "cải cách hành chính"}`: short forms with the long form they were defined by.

    A definition counts only where the initials of the words before the bracket give the short
    form, small words ("và", "của") excepted, so "(SIPAS)" after Vietnamese words and "(Đ/c Phúc)"
    define nothing. The first definition of a short form holds.

    >>> find_abbreviations("đẩy mạnh cải cách hành chính (CCHC) tại Ủy ban nhân dân (UBND) cấp xã")
    {'CCHC': 'cải cách hành chính', 'UBND': 'Ủy ban nhân dân'}
    >>> find_abbreviations("thủ tục hành chính (sau đây gọi tắt là TTHC); Sở Giáo dục và Đào tạo (GDĐT)")
    {'TTHC': 'thủ tục hành chính', 'GDĐT': 'Giáo dục và Đào tạo'}
    >>> find_abbreviations("mức độ hài lòng của người dân (SIPAS), đồng chí Giám đốc (GĐ Sở), mục (II)")
    {}
    """
    found: dict[str, str] = {}
    definitions = [
        (match.start(), match["short"], _before(text, match.start()), True)
        for pattern in (_IN_BRACKETS, _IN_LINE)
        for match in pattern.finditer(text)
    ]
    definitions += [
        (match.start(), match["short"], match["after"], False)
        for pattern in (_REVERSED, _LISTED)
        for match in pattern.finditer(text)
    ]
    for _, short, words, ends in sorted(definitions, key=lambda d: d[0]):
        if short in found or set(short) <= set("IVX"):
            continue
        long = _long_form(short, words.split(), ends)
        if long is not None:
            found[short] = long
    return found


def _before(text: str, end: int) -> str:
    """The words before a bracket, back to the nearest mark that parts sentences."""
    piece = text[max(0, end - _LOOK_BACK) : end]
    return _BREAK.split(piece)[-1]


def _long_form(short: str, words: list[str], ends: bool) -> str | None:
    """The words whose initials are the short form: the last ones, or with `ends` false all of them."""
    letters = _initials_wanted(short)
    if len(letters) < 2:
        return None
    if not ends:
        used = _match(letters, words)
        return " ".join(words) if used == len(words) else None
    # From the right: the fewest words that spell the short form.
    for first in range(len(words) - 1, -1, -1):
        tail = words[first:]
        if len(tail) > len(letters) + 5:
            return None
        if _match(letters, tail) == len(tail) and _plain(tail[0]) not in _FILLERS:
            return " ".join(tail).strip(" ,")
    return None


def _initials_wanted(short: str) -> str:
    return "".join(c for c in short if c.isalnum()).upper()


def _match(letters: str, words: list[str]) -> int | None:
    """Number of words when their initials spell `letters`, small words being free to count or not."""

    @cache
    def spell(at: int, word: int) -> bool:
        if word == len(words):
            return at == len(letters)
        parts = [p for p in re.split(r"[-/,]", words[word]) if p]
        if not parts:
            return spell(at, word + 1)
        initials = "".join(p[0] for p in parts).upper()
        for wanted in {initials, initials[0]}:
            if _same(letters[at : at + len(wanted)], wanted) and spell(at + len(wanted), word + 1):
                return True
        return _plain(words[word]) in _FILLERS and 0 < word < len(words) - 1 and spell(at, word + 1)

    return len(words) if len(words) <= 20 and spell(0, 0) else None


def _same(letters: str, initials: str) -> bool:
    """Equal but for marks that the short form leaves out: HDND and HĐND both stand for "hội đồng
    nhân dân", but ĐV never for "dịch vụ"."""
    if len(letters) != len(initials):
        return False
    return all(a == b or (a not in "Đ" and a == strip_diacritics(b)) for a, b in zip(letters, initials, strict=True))


def _plain(word: str) -> str:
    return strip_diacritics(word).lower().strip(" ,")
