"""What the documents hold, for telling a word from a slip of typing."""

from __future__ import annotations

import numpy as np

from index.analyze import pair_hashes, syllable_hash
from index.bm25 import Bm25, Term
from index.spelling import Known


def known_to(bm25: Bm25) -> Known:
    """Counts of the indexed passages that hold a syllable, or two side by side."""

    def known(left: str, right: str | None) -> int:
        if right is None:
            return bm25.frequency_bound(Term((syllable_hash(left),)))
        pair = np.array([[syllable_hash(left)], [syllable_hash(right)]], dtype=np.uint64)
        return bm25.frequency_bound(Term((int(pair_hashes(pair[0], pair[1])[0]),)))

    return known
