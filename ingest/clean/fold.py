"""Folding for matching. Every function maps one character to one character of NFC text, so that
an offset into the folded text is an offset into the text as written."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Stripping combining marks never folds đ (U+0111): it has no decomposition.
_STROKE = str.maketrans("đĐ", "dD")


def nfc(text: str) -> str:
    """Compose: `\\w+` splits decomposed Vietnamese inside words."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


@lru_cache(maxsize=4096)
def _bare(char: str) -> str:
    decomposed = unicodedata.normalize("NFD", char)
    return decomposed[0].translate(_STROKE) if decomposed else char


class _BareTable(dict[int, str]):
    """`str.translate` table filled on first use of a character."""

    def __missing__(self, key: int) -> str:
        value = _bare(chr(key))
        self[key] = value
        return value


_BARE = _BareTable()
_REMEMBERED = 2048  # texts
_SHORT = 2000  # characters of one that is remembered: 16 MB at most


def strip_diacritics(text: str) -> str:
    """NFC text without tone marks, vowel marks and the stroke of đ; same length.

    >>> strip_diacritics("Đơn vị chủ trì")
    'Don vi chu tri'
    """
    return _stripped(text) if len(text) <= _SHORT else text.translate(_BARE)


@lru_cache(maxsize=_REMEMBERED)
def _stripped(text: str) -> str:
    # Rule after rule looks at the same sentence: two of three are remembered, a tenth of the time of extraction.
    return text.translate(_BARE)


def has_diacritics(text: str) -> bool:
    """True where any letter carries a Vietnamese mark.

    >>> has_diacritics("cai cach"), has_diacritics("cải cach")
    (False, True)
    """
    return strip_diacritics(text) != text


# Modern orthography puts the tone of an open oa, oe, uy on the second vowel (hoà), common typing
# on the first (hòa). Matching uses the common form; text is displayed as written. After "q" the
# u belongs to the consonant (quý stays quý).
_TONE_PAIRS = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
# A set of letters first: the engine looks for those alone, 16 times as fast as ten alternatives with
# IGNORECASE, in a function that every indexed and every shown text goes through.
_TONE = re.compile(
    r"""
    [oOuU] (?<![qQ].)                    # "oà", "uý", not "quý"
    (?: (?<=[oO]) [àáảãạÀÁẢÃẠèéẻẽẹÈÉẺẼẸ]
      | (?<=[uU]) [ỳýỷỹỵỲÝỶỸỴ] )
    (?![^\W\d_])                         # open: no letter follows ("toàn")
    """,
    re.VERBOSE,
)


def _move_tone(match: re.Match[str]) -> str:
    written = match.group()
    moved = _TONE_PAIRS[written.lower()]
    return "".join(m.upper() if w.isupper() else m for m, w in zip(moved, written, strict=True))


def common_tone(text: str) -> str:
    """One tone-mark convention, for matching only; same length.

    >>> common_tone("Uỷ ban, hoà giải, quý III, toàn, thuý, KHOẺ")
    'Ủy ban, hòa giải, quý III, toàn, thúy, KHỎE'
    """
    return _TONE.sub(_move_tone, text)


def match_form(text: str) -> str:
    """NFC, lower case, one tone-mark convention: what is compared, never what is shown.

    Same length as `text` where `text` is NFC.
    """
    # U+0130 is the only character whose lower case is longer than itself.
    return common_tone(nfc(text).replace("\u0130", "I").lower())


def key_form(text: str) -> str:
    """Form under which names, titles and headings are compared: no case, no diacritics, single spaces.

    >>> key_form("Sở Giáo dục  và Đào tạo")
    'so giao duc va dao tao'
    """
    return " ".join(strip_diacritics(match_form(text)).split())
