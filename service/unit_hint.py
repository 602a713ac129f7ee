"""Units that somebody may have meant who typed a name that no task carries."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.clean.fold import nfc, strip_diacritics

MOST = 5
_OPTIONAL = ("va",)  # "Sở GDĐT" leaves it out


def units_like(asked: str, units: Iterable[str]) -> list[str]:
    """Units, in the order given, whose name has all words that were typed, or that was typed with some of its words
    as their first letters.

    >>> known = ["Sở Giáo dục và Đào tạo", "Công an tỉnh", "Trung tâm Phục vụ hành chính công", "Sở Y tế"]
    >>> units_like("Sở GD-ĐT", known), units_like("CA tỉnh", known), units_like("trung tam hanh chinh cong", known)
    (['Sở Giáo dục và Đào tạo'], ['Công an tỉnh'], ['Trung tâm Phục vụ hành chính công'])
    >>> units_like("Sở GD và ĐT", known), units_like("sở", known), units_like("thanh tra", known)
    (['Sở Giáo dục và Đào tạo'], ['Sở Giáo dục và Đào tạo', 'Sở Y tế'], [])
    """
    words = _words(asked)
    letters = "".join(words)
    if not letters:
        return []
    found = []
    for unit in units:
        name = _words(unit)
        if set(words) <= set(name) or _shortened(letters, name):
            found.append(unit)
            if len(found) == MOST:
                break
    return found


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", strip_diacritics(nfc(text)).lower())


def _shortened(letters: str, name: list[str]) -> bool:
    """Whether the letters are those of the name, each word whole or its first letter."""
    at = {0}
    for word in name:
        after = {n + len(part) for n in at for part in {word, word[:1]} if letters.startswith(part, n)}
        at = after | (at if word in _OPTIONAL else set())
    return len(letters) in at
