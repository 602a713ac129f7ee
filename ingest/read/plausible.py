"""Does a text look like Vietnamese? Syllables have a fixed shape, so a pattern can tell."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.clean.fold import has_diacritics, nfc, strip_diacritics

# Onset + rhyme, written without tone and vowel marks. "đ" folds to "d".
_SYLLABLE = re.compile(
    r"""
    (?: ngh | ng | nh | gh | gi | kh | ph | th | tr | ch | qu | [bcdghklmnprstvx] )?
    (?: (?: oai | oay | oeo | uay | uya | uyu | yeu | ieu | uoi | uou | uye | uoa
          | ai | ao | au | ay | eo | eu | ia | iu | oa | oe | oi | oo | ua | ue | ui | uo | uu | uy | ya | ye | ie | ea
          | [aeiouy] )
        (?: ch | nh | ng | [cmnpt] )? )
    """,
    re.VERBOSE,
)
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=65536)
def is_plausible(word: str) -> bool:
    """True for a word shaped like a Vietnamese syllable, or a short abbreviation in capitals.

    >>> [is_plausible(w) for w in ("CỘNG", "nghiệp", "quyền", "CCHC", "giải")]
    [True, True, True, True, True]
    >>> [is_plausible(w) for w in ("ceNG", "HoA", "ugr", "cuu", "nghdn")]
    [False, False, False, True, False]
    """
    # Capitals inside a word ("cQng", "HoA") are the mark of bad OCR.
    if not (word.isupper() or word[1:].islower()):
        return False
    if _SYLLABLE.fullmatch(strip_diacritics(nfc(word).lower())):
        return True
    return word.isupper() and 2 <= len(word) <= 5


def plausible_share(text: str) -> float:
    """Share of words that look Vietnamese, 0..1; 1.0 for a text without words.

    Single letters say nothing and are left out. Measured: issued documents .90-.99; the useless
    layers of two scans .3-.6; scrambled glyph order .5.
    """
    words = [word for word in _WORD.findall(text) if len(word) > 1]
    if not words:
        return 1.0
    return sum(map(is_plausible, words)) / len(words)


def accented_share(text: str) -> float:
    """Share of words that carry a Vietnamese mark, 0..1.

    Measured: .6-.8 in issued documents, still .4 in lists of place names and codes; under .2 in
    useless text layers.
    """
    words = [word for word in _WORD.findall(text) if len(word) > 1]
    return sum(map(has_diacritics, map(nfc, words))) / len(words) if words else 0.0


_FOREIGN = re.compile(r"\b(?:the|of|and|to|in|for|is|with|de|la|et|les|des)\b", re.IGNORECASE)


def is_foreign(text: str) -> bool:
    """True for running text in English or French: not Vietnamese, but no damage either.

    >>> is_foreign("The Law on Investment and the decrees that guide it in the provinces"), is_foreign("ceNG HoA xA")
    (True, False)
    """
    words = len(_WORD.findall(text))
    return words > 0 and len(_FOREIGN.findall(text)) > 0.12 * words
