"""What a word was to be that was typed with the Vietnamese keyboard switched off: Telex, VNI."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from index.syllable_shape import is_syllable

_CIRCUMFLEX, _BREVE, _HORN = "\u0302", "\u0306", "\u031b"
_TELEX_TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_VNI_TONES = {"1": "\u0301", "2": "\u0300", "3": "\u0309", "4": "\u0303", "5": "\u0323"}
_VOWELS = "aeiouy"

# Letters with digits behind or between them: "cai3", "d9u7o7c5", "tie6p1"; no code ("a4", "b12", "q1").
_VNI = re.compile(r"[a-z]{1,6}(?:[1-9][a-z]{0,3}){1,4}")


@lru_cache(maxsize=8192)
def telex(token: str) -> str | None:
    """The syllable that the keys of a token give in Telex, None where they give none.

    Only for tokens that hold such keys: a token that is a syllable as it stands gives None.

    >>> [telex(t) for t in ("cari", "cachs", "hanhf", "thur", "tucj", "dduwowcj", "nuwocs", "nhaan", "hooj")]
    ['cải', 'cách', 'hành', 'thủ', 'tục', 'được', 'nước', 'nhân', 'hộ']
    >>> [telex(t) for t in ("nam", "web", "ubnd", "test", "smart", "express")]
    [None, None, None, 'tét', None, None]
    """
    if not token.isascii() or not token.isalpha() or not 2 <= len(token) <= 10:
        return None
    letters: list[str] = []  # decomposed
    tone = ""
    seen_vowel = False
    for position, key in enumerate(token):
        before = letters[-1] if letters else ""
        if key in _TELEX_TONES and seen_vowel:
            if tone and tone != _TELEX_TONES[key]:
                return None
            tone = _TELEX_TONES[key]
        elif key == "w":
            spot = _last(letters, "uoa")
            if spot is None:
                letters.append("u" + _HORN)
                seen_vowel = True
                continue
            if letters[spot] == "o" and spot and letters[spot - 1] == "u" and position + 1 <= len(token):
                letters[spot - 1] = "u" + _HORN
            letters[spot] += _BREVE if letters[spot] == "a" else _HORN
        elif key == "d" and before == "d":
            letters[-1] = "đ"
        elif key in "aeo" and before == key:
            letters[-1] += _CIRCUMFLEX
        else:
            letters.append(key)
            seen_vowel = seen_vowel or key in _VOWELS
    return _compose(letters, tone, token)


def _last(letters: list[str], kinds: str) -> int | None:
    """Position of the last vowel of `kinds` that bears no mark yet."""
    return next((n for n in range(len(letters) - 1, -1, -1) if letters[n] in kinds), None)


@lru_cache(maxsize=8192)
def vni(token: str) -> str | None:
    """The syllable that the keys of a token give in VNI, None where they give none.

    >>> [vni(t) for t in ("cai3", "cach1", "hanh2", "d9u7o7c5", "tie6p1", "nha6n", "cu3a")]
    ['cải', 'cách', 'hành', 'được', 'tiếp', 'nhân', 'của']
    >>> [vni(t) for t in ("covid19", "q1", "b12", "thcs2", "181", "a4", "mp3")]
    [None, None, None, None, None, None, None]
    """
    if len(token) < 3 or not _VNI.fullmatch(token):
        return None
    letters: list[str] = []
    tone = ""
    for key in token:
        if not key.isdecimal():
            letters.append(key)
        elif key in _VNI_TONES:
            if tone:
                return None
            tone = _VNI_TONES[key]
        elif key == "9":
            if letters[:1] != ["d"]:
                return None
            letters[0] = "đ"
        else:
            kinds, mark = {"6": ("aeo", _CIRCUMFLEX), "7": ("uo", _HORN), "8": ("a", _BREVE)}[key]
            spot = _last(letters, kinds)
            if spot is None:
                return None
            letters[spot] += mark
            if key == "7" and letters[spot][0] == "o" and spot and letters[spot - 1] == "u":
                letters[spot - 1] += _HORN
    return _compose(letters, tone, token)


def _compose(letters: list[str], tone: str, token: str) -> str | None:
    """Letters and a tone as one syllable, the tone where common spelling has it."""
    for spot in range(len(letters) - 1):
        if letters[spot] == "u" + _HORN and letters[spot + 1] == "o":
            letters[spot + 1] += _HORN  # "uwoc": no syllable has ưo
    place = _tone_place(letters)
    if place is None:
        return None
    marked = [*letters]
    marked[place] += tone
    syllable = unicodedata.normalize("NFC", "".join(marked))
    return syllable if syllable != token and is_syllable(syllable) else None


def _tone_place(letters: list[str]) -> int | None:
    vowels = [n for n, letter in enumerate(letters) if letter[0] in _VOWELS]
    head = "".join(letter[0] for letter in letters)
    if len(vowels) > 1 and head.startswith(("qu", "gi")):
        vowels = vowels[1:]
    if not vowels or vowels != list(range(vowels[0], vowels[0] + len(vowels))):
        return None
    special = [n for n in vowels if len(letters[n]) > 1]
    if special:
        return special[-1]
    closed = vowels[-1] < len(letters) - 1
    if len(vowels) == 1:
        return vowels[0]
    return vowels[1] if closed or len(vowels) == 3 else vowels[0]
