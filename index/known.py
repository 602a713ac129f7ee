"""What the documents hold, for telling a word from a slip of typing and one reading from another."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.analyze import pair_hashes, syllable_hash
from index.bm25 import Bm25, Term


class Passages:
    """Counts of the indexed passages that hold a syllable, or two side by side."""

    def __init__(self, bm25: Bm25) -> None:
        self._bm25 = bm25

    def __call__(self, left: str, right: str | None) -> int:
        """Of one syllable, or of one pair."""
        if right is None:
            return self._bm25.frequency_bound(Term((syllable_hash(left),)))
        pair = np.array([[syllable_hash(left)], [syllable_hash(right)]], dtype=np.uint64)
        return self._bm25.frequency_bound(Term((int(pair_hashes(pair[0], pair[1])[0]),)))

    def held(
        self, syllables: Sequence[str], lefts: NDArray[np.int64], rights: NDArray[np.int64]
    ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """See `index.diacritics.Held`: hundreds of counts at once."""
        singles = np.array([syllable_hash(syllable) for syllable in syllables], dtype=np.uint64)
        hashes = np.concatenate([singles, pair_hashes(singles[lefts], singles[rights])])
        counts = np.zeros(len(hashes), dtype=np.int64)
        for segment in self._bm25.segments:
            if len(segment.terms) == 0:
                continue
            place = np.searchsorted(segment.terms, hashes)
            place[place == len(segment.terms)] = 0
            counts += np.where(segment.terms[place] == hashes, segment.starts[place + 1] - segment.starts[place], 0)
        return counts[: len(singles)], counts[len(singles) :]


def known_to(bm25: Bm25) -> Passages:
    """What the passages of an index hold."""
    return Passages(bm25)
