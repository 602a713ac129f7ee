"""Whether a text, as sets of its syllables, holds a word of a query."""

from __future__ import annotations

from collections.abc import Set

from index.analyze import bare_form, term_form
from index.terms import Word


def holds(word: Word, held: Set[str], held_bare: Set[str]) -> bool:
    """Whether the word or an alias is: `held` in their term form, `held_bare` without marks.

    >>> [holds(word, {"sở"}, {"so"}) for word in (Word("sở"), Word("so", bare=True), Word("so"))]
    [True, True, False]
    """
    found = bare_form(word.syllable) in held_bare if word.bare else term_form(word.syllable) in held
    return found or any(term_form(alias) in held for alias in word.aliases)
