"""Puts passages of documents that are no longer in force a little back."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from index.rank import Ranked
from index.records import DocumentFacet
from index.status import StatusBook

#: Factor on the score of a passage of a replaced or repealed document: behind an equal one that is in force, and
#: still before what only touches the question.
FACTOR = 0.9


def outdated_back(
    ranked: Sequence[Ranked],
    documents: Sequence[DocumentFacet],
    document: npt.NDArray[np.int32],
    book: StatusBook,
    years: Collection[int] = (),
) -> list[Ranked]:
    """Candidates, best first again. `document[row]` is a position in `documents`. Documents of `years`, which were
    asked for, stay where they are: who asks for 2021 wants what was in force then."""
    if not book.over:
        return list(ranked)
    over = {position for position, facet in enumerate(documents) if book.is_over(facet.id) and facet.year not in years}
    moved = [replace(one, score=one.score * FACTOR) if int(document[one.row]) in over else one for one in ranked]
    moved.sort(key=lambda one: -one.score)
    return moved
