"""The form of a text that the patterns of tasks are matched against."""

from __future__ import annotations

from functools import lru_cache

from ingest.clean.fold import strip_diacritics


@lru_cache(maxsize=1024)
def bare_form(text: str) -> str:
    """`text` without marks in small letters, of the same length.

    >>> bare_form("Sở Nội vụ")
    'so noi vu'
    """
    bare = strip_diacritics(text).lower()
    return bare if len(bare) == len(text) else text.lower()
