"""Which pairs a fold model leaves out.

The ranker learns from cosines, and cosines of an embedding on questions that it was trained with are too
good. So it learns from fold models: of n, the i-th is trained without the questions whose crc32(id) % n is
i, and without the legal questions and headings of the documents whose crc32(id) % n is i.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from index.train_pairs import Source

# Sources of real questions on legal texts, and of the headings of the same texts. Titles of the corpus
# stay in every fold: search has them too.
FROM_DOCUMENTS = ("legal-qa", "heading-questions", "headings")
JUDGED = "questions"
QUOTED = "quoted"  # questions of the others, with what their answers quote

Masks = npt.NDArray[np.int64]


def fold_of(name: str, folds: int) -> int:
    """The fold of a question or a document by its id.

    >>> fold_of("q1", 3), fold_of("q2", 3)
    (1, 0)
    """
    return zlib.crc32(name.encode()) % folds


def fold_masks(sources: Sequence[Source], folds: int) -> list[Masks]:
    """For each source, pair by pair, a number whose i-th bit says that fold i leaves the pair out.

    A query that heads several documents is left out in the fold of each.
    """
    documents = _bits((source for source in sources if source.name in FROM_DOCUMENTS), folds)
    masks: list[Masks] = []
    for source in sources:
        bits: dict[str, int] = {}
        if source.name == JUDGED:
            bits = _bits([source], folds)
        elif source.name in (*FROM_DOCUMENTS, QUOTED):
            bits = documents
        masks.append(np.array([bits.get(pair.query, 0) for pair in source.pairs], dtype=np.int64))
    return masks


def _bits(sources: Iterable[Source], folds: int) -> dict[str, int]:
    bits: dict[str, int] = {}
    for source in sources:
        for query, origins in source.origins.items():
            for origin in origins:
                bits[query] = bits.get(query, 0) | 1 << fold_of(origin, folds)
    return bits
