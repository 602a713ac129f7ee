"""What the passages around a candidate say to the query: right beside it, and in its whole document.

An article "Nguyên tắc thực hiện" answers a question on lawyers because the circular around it is on
lawyers, though it may never say so itself.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Rows = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float32]

_BEST = 6  # rows of a document that are looked at: the three best, its own and two beside that


class Near(NamedTuple):
    """Scores around a candidate. `beside_*`: the higher one of the passages right before and after it.
    `best_*`: the best of its document (its group, see `surroundings`) but itself and those two;
    `top_bm25` the mean of the three best of them; `mean_bm25` over all of the document's `size` passages.
    """

    beside_bm25: float = 0.0
    beside_cosine: float = 0.0
    best_bm25: float = 0.0
    top_bm25: float = 0.0
    mean_bm25: float = 0.0
    best_cosine: float = 0.0
    size: int = 1
    group: int = -1


NOWHERE = Near()


def surroundings(
    rows: Rows,
    document: Numbers | None,
    group: Numbers | None,
    alive: npt.NDArray[np.bool_],
    scores: Floats,
    cosine_of: Callable[[Rows], Floats] | None,
) -> list[Near]:
    """One `Near` a row. `scores[row]` are the BM25 scores of all rows, `cosine_of` gives the cosines of
    some. `document[row]` numbers the documents, `group[row]` what belongs together beyond that."""
    if document is None or len(rows) == 0:
        return [NOWHERE] * len(rows)
    beside = np.zeros(len(rows), dtype=np.float32)
    beside_cosine = np.zeros(len(rows), dtype=np.float32)
    for step in (-1, 1):
        other = np.clip(rows + step, 0, len(document) - 1)
        kin = np.flatnonzero((document[other] == document[rows]) & alive[other] & (other != rows))
        beside[kin] = np.maximum(beside[kin], scores[other[kin]])
        if cosine_of is not None:
            beside_cosine[kin] = np.maximum(beside_cosine[kin], cosine_of(other[kin]))
    group = document if group is None else group
    groups, place = np.unique(group[rows], return_inverse=True)
    best_rows, sizes, means = _best_of(groups, group, alive, scores)
    table = best_rows[place]  # candidates x _BEST, -1 where a group has fewer
    others = (table >= 0) & (np.abs(table - rows[:, None]) > 1)
    values = np.where(others, scores[table], 0)
    ranked = -np.sort(-values, axis=1)
    cosine = np.zeros(len(rows), dtype=np.float32)
    if cosine_of is not None:
        # Of the group the rows with the best words stand for its meaning: others would have to be read first.
        cosines = np.zeros(best_rows.shape, dtype=np.float32)
        held = best_rows >= 0
        cosines[held] = cosine_of(best_rows[held])
        cosine = np.where(others, cosines[place], 0).max(axis=1)
    columns = (beside, beside_cosine, ranked[:, 0], ranked[:, :3].mean(axis=1), means[place], cosine, sizes[place])
    return [Near(*near) for near in zip(*(c.tolist() for c in (*columns, group[rows])), strict=True)]


def _best_of(
    groups: Numbers, group: Numbers, alive: npt.NDArray[np.bool_], scores: Floats
) -> tuple[Rows, Numbers, Floats]:
    """Of each group its `_BEST` rows (groups x _BEST, padded with -1), the number of its rows, their mean score."""
    number = np.full(int(group.max()) + 1, -1, dtype=np.int32)
    number[groups] = np.arange(len(groups), dtype=np.int32)
    of_row = number[group]
    members = np.flatnonzero((of_row >= 0) & alive)
    of_member = of_row[members]
    order = np.lexsort((-scores[members], of_member))
    members, of_member = members[order], of_member[order]
    sizes = np.bincount(of_member, minlength=len(groups)).astype(np.int32)
    starts = np.cumsum(sizes) - sizes
    wanted = starts[:, None] + np.arange(_BEST)
    best = np.where(np.arange(_BEST) < sizes[:, None], members[np.minimum(wanted, max(len(members) - 1, 0))], -1)
    sums = np.bincount(of_member, weights=scores[members], minlength=len(groups))
    return best, sizes, (sums / np.maximum(sizes, 1)).astype(np.float32)
