"""Safe repairs of glyphs and spaces in one piece of text. Nothing here guesses a letter that a
reader of the page would not have seen: tone marks, spelling and case stay as written."""

from __future__ import annotations

import re

from ingest.clean.fold import has_diacritics, nfc
from ingest.read.plausible import is_plausible

# Characters that look like another and stand for it in Vietnamese text, whatever their neighbours.
_GLYPHS: dict[int, str | None] = {
    **dict.fromkeys(range(0x2000, 0x200B), " "),  # en, em, thin, figure spaces
    0x00A0: " ", 0x202F: " ", 0x205F: " ", 0x3000: " ", 0x0009: " ", 0x000B: " ", 0x000C: " ",
    0x0085: "\n", 0x2028: "\n", 0x2029: "\n", 0x000D: "\n",
    # Invisible: soft hyphen, zero-width, direction marks, byte-order mark, replacement of objects.
    0x00AD: None, 0x200B: None, 0x200C: None, 0x200D: None, 0x200E: None, 0x200F: None,
    0x2060: None, 0x2061: None, 0x2062: None, 0x2063: None, 0xFEFF: None, 0xFFFC: None,
    **dict.fromkeys(range(8234, 8239)),
    **dict.fromkeys(range(8294, 8298)),
    **{code: None for code in range(0x20) if code not in (0x09, 0x0A, 0x0B, 0x0C, 0x0D)},
    0x007F: None,
    # Icelandic eth and African d typed or mapped in place of the Vietnamese letter.
    0x00D0: "Đ", 0x0189: "Đ", 0x0256: "đ", 0x00F0: "đ",
    # The letter "oi", which old fonts show as a u with a horn ("nhà nƣớc").
    0x01A2: "Ư", 0x01A3: "ư",
    # Typographic ligatures.
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl",
    # Tone marks of the first Unicode proposal, spacing look-alikes of combining marks.
    0x0340: "\u0300", 0x0341: "\u0301",
    # Minus, non-breaking and figure hyphens are typed for "-"; fullwidth slash and colon.
    0x2010: "-", 0x2011: "-", 0x2012: "-", 0x2212: "-", 0xFF0F: "/", 0xFF1A: ":", 0xFF05: "%",
}  # fmt: skip

# Letters that a legacy font left where Vietnamese has none of the kind: "cǜ" (cũ), "kǶ" (kỳ), "LǷNH" (LĨNH).
# The case of the neighbour tells that the capital Hwair or Wynn is no letter of its own.
_LEGACY = re.compile(r"ǜ|(?<=[a-zđà-ỹ])Ƕ|(?<=[A-ZĐÀ-Ỹ])Ƿ(?=[A-ZĐÀ-Ỹ])")
_LEGACY_LETTERS = {"ǜ": "ũ", "Ƕ": "ỳ", "Ƿ": "Ĩ"}
# Cyrillic letters that look Latin, in a word with Latin letters ("66/NQ-СР" typed with С and Р).
_CYRILLIC = str.maketrans("АВЕКМНОРСТХІаеорсхіу", "ABEKMHOPCTXIaeopcxiy")
_MIXED = re.compile(r"(?<!\S)[^\s\u0400-\u04ff]*[\u0400-\u04ff]\S*")

# Wingdings and Symbol bullets live at U+F000 + the byte; arrows and ticks are bullets here too.
_PRIVATE_BULLET = re.compile(r"[\uf020-\uf0ff\ue000-\uefff]+")
_SPACES = re.compile(r" {2,}")
_SPACE_AT_LINE_EDGE = re.compile(r" *\n *")
_LINES = re.compile(r"\n{2,}")
# A space before a closing mark that no Vietnamese writes: "tỉnh ," but not "1 .5" or " ./." or " ...".
_SPACE_BEFORE_MARK = re.compile(r"(?<=[^\W\d_]) (?=[,;:!?](?: |\n|$))|(?<=[^\W\d_]) (?=\.(?:\n|$))")
# A lost space: "Căn cứNghị định". Two whole syllables, the first in small letters with a mark, which no name of a
# product has ("eOffice", "iPhone", "VNeID"); 12 in 190 real documents, none split wrongly.
_WORD = re.compile(r"(?<!\w)[^\W\d_]{4,14}(?!\w)")
_LATIN = [chr(code) for code in (*range(0xC0, 0x180), 0x01A0, 0x01A1, 0x01AF, 0x01B0, *range(0x1EA0, 0x1EFA))]
_SMALL = "a-z" + "".join(letter for letter in _LATIN if letter.islower())
_CAPITAL = "A-Z" + "".join(letter for letter in _LATIN if letter.isupper())
_SMALL_THEN_CAPITAL = re.compile(f"[{_SMALL}][{_CAPITAL}][{_SMALL}]")
_SPACE_IN_BRACKET = re.compile(r"(?<=[(\[“]) (?=\w)|(?<=\w) (?=[)\]”])")
_ASCII = re.compile(r"[\x20-\x7e\n]*\Z")


def repair(text: str) -> str:
    """Text in NFC with safe glyph and space repairs; lines stay lines.

    >>> repair("Sở\\u00a0Nội  vụ , \\u00d0ăk Lăk\\u200b ( CCHC )")
    'Sở Nội vụ, Đăk Lăk (CCHC)'
    >>> repair("\\uf0b7 Rà soát \\ufb01le")
    '• Rà soát file'
    >>> repair("Căn cứNghị định của Sở, nhà n\u01a3ớc"), repair("phần mềm iOffice, VNeID, SởKH")
    ('Căn cứ Nghị định của Sở, nhà nước', 'phần mềm iOffice, VNeID, SởKH')
    >>> repair("cǜ, định kǶ, LǷNH VỰC, 66/NQ-\u0421\u0420, \u041c\u043e\u0441\u043a\u0432\u0430")
    'cũ, định kỳ, LĨNH VỰC, 66/NQ-CP, Москва'
    """
    if not (text.isascii() and _ASCII.match(text)):
        text = nfc(text.replace("\r\n", "\n").translate(_GLYPHS))
        text = _PRIVATE_BULLET.sub(_bullet, text)
        text = _LEGACY.sub(lambda match: _LEGACY_LETTERS[match.group()], text)
        text = _MIXED.sub(_latin, text)
    else:
        text = text.replace("\r\n", "\n")
    if not text.isascii() and _SMALL_THEN_CAPITAL.search(text):
        text = _WORD.sub(_unstuck, text)
    text = _SPACES.sub(" ", text)
    text = _SPACE_AT_LINE_EDGE.sub("\n", text)
    text = _LINES.sub("\n", text)
    text = _SPACE_BEFORE_MARK.sub("", text)
    text = _SPACE_IN_BRACKET.sub("", text)
    return text.strip()


def _latin(match: re.Match[str]) -> str:
    """A word with Latin letters, all in Latin where each of its Cyrillic letters has a Latin look-alike."""
    word = match.group()
    changed = word.translate(_CYRILLIC)
    mixed = any(c.isalpha() and c < "\u0250" for c in word)
    return changed if mixed and not any("\u0400" <= c <= "\u04ff" for c in changed) else word


def _unstuck(match: re.Match[str]) -> str:
    word = match.group()
    at = next((i for i in range(1, len(word)) if word[i].isupper() and word[i - 1].islower()), 0)
    left, right = word[:at], word[at:]
    whole = len(right) > 1 and right[1:].islower() and is_plausible(left) and is_plausible(right)
    return f"{left} {right}" if at and whole and has_diacritics(left) else word


def _bullet(match: re.Match[str]) -> str:
    """A bullet at the start of a line, nothing where the glyph is a decoration inside it."""
    before = match.string[: match.start()]
    return "•" if not before.strip() or before.rstrip(" ").endswith("\n") else " "
