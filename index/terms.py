"""Words of a query -> the `Term`s that the lexical index scores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from index.analyze import bare_hash, pair_hashes, syllable_hash
from index.bm25 import Term
from ingest.clean.fold import has_diacritics

# Of the syllables of ordinary Vietnamese text three quarters carry a mark. Below this share a query
# was typed with some marks left out, and its unmarked syllables are looked up unaccented.
MARKED_SHARE = 0.5

PAIR_WEIGHT = 0.8  # of a pair of syllables beside 1 of a syllable


@dataclass(frozen=True, slots=True)
class Word:
    """A syllable of the query. `aliases` are syllables that stand for the same thing: an abbreviation
    for every syllable of its long form. `bare`: look it up without diacritics. `phrase` groups the
    syllables of one alias (-1: none)."""

    syllable: str
    bare: bool = False
    aliases: tuple[str, ...] = ()
    phrase: int = -1


def lacks_diacritics(syllables: Sequence[str]) -> bool:
    """True where unmarked syllables of a query must be expected to have lost their marks.

    >>> lacks_diacritics("xin loi nguoi dan khi tre hen".split())
    True
    >>> lacks_diacritics("đối tượng tuyên truyền là ai".split())
    False
    """
    letters = [syllable for syllable in syllables if syllable.isalpha()]
    marked = sum(map(has_diacritics, letters))
    return marked < MARKED_SHARE * len(letters)


def _hash(word: Word) -> int:
    return bare_hash(word.syllable) if word.bare else syllable_hash(word.syllable)


def _pair(left: int, right: int) -> int:
    return int(pair_hashes(np.array([left], dtype=np.uint64), np.array([right], dtype=np.uint64))[0])


def common_aliases(left: Word, right: Word) -> tuple[str, ...]:
    """Aliases that stand for both of two neighbours at once.

    >>> common_aliases(Word("bản", aliases=("vbqppl",), phrase=0), Word("quy", aliases=("vbqppl", "qppl"), phrase=0))
    ('vbqppl',)
    """
    if left.phrase < 0 or left.phrase != right.phrase:
        return ()
    return tuple(alias for alias in left.aliases if alias in right.aliases)


def query_terms(words: Sequence[Word], pair_weight: float = PAIR_WEIGHT) -> list[Term]:
    """One term per distinct syllable and per distinct adjacent pair.

    A pair with a bare member is looked up bare as a whole.
    """
    terms: dict[Term, None] = {}
    for word in words:
        aliases = tuple(syllable_hash(alias) for alias in word.aliases)
        if word.bare:
            terms[Term(aliases, (_hash(word),))] = None
        else:
            terms[Term((_hash(word), *aliases))] = None
    for left, right in pairwise(words):
        bare = left.bare or right.bare
        key = bare_hash if bare else syllable_hash
        pairs = [_pair(key(left.syllable), key(right.syllable))]
        # What stands for both is neither's neighbour; at the border of a phrase its alias may be one.
        both = common_aliases(left, right)
        whole = tuple(syllable_hash(alias) for alias in both)
        before = [alias for alias in left.aliases if alias not in both]
        after = [alias for alias in right.aliases if alias not in both]
        pairs += [_pair(key(alias), key(right.syllable)) for alias in before]
        pairs += [_pair(key(left.syllable), key(alias)) for alias in after]
        if left.phrase < 0 and right.phrase < 0:
            pairs += [_pair(key(a), key(b)) for a in before for b in after]
        if bare:
            terms[Term(whole, tuple(pairs), pair_weight)] = None
        else:
            terms[Term((*pairs, *whole), (), pair_weight)] = None
    return list(terms)
