"""Capital and small letters of Vietnamese, for character classes of regular expressions.

Ranges such as `À-Ỹ` mix capitals and small letters, because Unicode puts "Ạ" and "ạ" side by side: a
pattern that means "begins with a capital" then accepts "ở", too. These two strings hold the letters one
by one. They contain nothing that has a meaning inside `[...]`.

>>> import re
>>> bool(re.match(f"[{UPPER}]", "Ủy ban")), bool(re.match(f"[{UPPER}]", "ủy ban"))
(True, False)
>>> bool(re.match("[À-Ỹ]", "ủy ban"))
True
>>> len(UPPER), len(LOWER)
(93, 93)
"""

from __future__ import annotations

import unicodedata

_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")  # none, grave, acute, tilde, hook, dot
_VOWELS = "aăâeêioôơuưy"

LOWER = "abcdefghijklmnopqrstuvwxyzđ" + "".join(
    letter
    for vowel in _VOWELS
    for tone in _TONES
    if (letter := unicodedata.normalize("NFC", vowel + tone)) not in "aeiouy"
)
"""Small letters: the Latin alphabet, "đ", and the vowels with marks (also f, j, w, z of foreign names)."""

UPPER = LOWER.upper()
"""The same letters as capitals, in the same order."""
