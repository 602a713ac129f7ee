"""Questions whose answers quote a passage of the corpus, word for word.

Answers of lawyers quote the article that they rest on. Where that article stands in the corpus, the
question and the article are as good a pair as one that people judged.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from index.train_pairs import Pair, Pool, Source
from index.train_vocabulary import SyllableTable

SHINGLE = 6  # syllables in a row
LEAST = 25  # shingles of the passage in the answer
SHARE = 0.5  # of the passage's shingles
COMMON = 20  # a shingle in more passages than these is no sign of a quotation
ANSWER_SYLLABLES = 400

_Hashes = npt.NDArray[np.uint64]
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_SPREAD = np.uint64(0xC2B2AE3D27D4EB4F)


def quoted_source(sources: Iterable[Source], pool: Pool) -> Source:
    """Pairs of a question of `sources` and the passage of the pool that its answer quotes most of.

    Sources with a pool are left out: their pairs lead to the corpus as it is.
    """
    table = SyllableTable()
    shingles = [_shingles(table, f"{title}\n{text}") for title, text in pool.passages]
    sizes = np.array([len(found) for found in shingles], dtype=np.int64)
    joined = np.concatenate([*shingles, np.zeros(0, dtype=np.uint64)])
    order = np.argsort(joined, kind="stable")
    owners = np.repeat(np.arange(len(sizes)), sizes)[order]
    keys, starts, counts = np.unique(joined[order], return_index=True, return_counts=True)
    found = Source("quoted", pool=Pool(pool.passages, pool.documents, []))
    assert found.pool is not None
    seen: set[tuple[str, int]] = set()
    asking = (pair for source in sources if not source.pool for pair in source.pairs)
    for pair in (pair for pair in asking if len(keys) and pair.query.rstrip().endswith("?")):
        asked = _shingles(table, pair.passage[: 12 * ANSWER_SYLLABLES])
        places = np.minimum(np.searchsorted(keys, asked), len(keys) - 1)
        places = places[(keys[places] == asked) & (counts[places] <= COMMON)]
        if len(places) < LEAST:
            continue
        rows, shared = np.unique(_spread(owners, starts[places], counts[places]), return_counts=True)
        best = int(np.argmax(shared))
        row = int(rows[best])
        if shared[best] < LEAST or shared[best] < SHARE * sizes[row]:
            continue
        if (pair.query, row) in seen:
            continue
        seen.add((pair.query, row))
        title, text = pool.passages[row]
        found.pairs.append(Pair(pair.query, text, title))
        found.pool.own.append(np.nonzero(pool.documents == pool.documents[row])[0])
    return found


def _shingles(table: SyllableTable, text: str) -> _Hashes:
    numbers = table.ids(text, len(text)).astype(np.uint64) + np.uint64(1)
    if len(numbers) < SHINGLE:
        return np.zeros(0, dtype=np.uint64)
    size = len(numbers) - SHINGLE + 1
    hashes = np.zeros(size, dtype=np.uint64)
    with np.errstate(over="ignore"):
        for shift in range(SHINGLE):
            hashes = (hashes * _FACTOR) ^ (numbers[shift : shift + size] * _SPREAD)
            hashes ^= hashes >> np.uint64(29)
    return np.unique(hashes)


def _spread(
    owners: npt.NDArray[np.int64], starts: Sequence[int] | npt.NDArray[np.int64], counts: npt.NDArray[np.int64]
) -> npt.NDArray[np.int64]:
    return np.concatenate([owners[start : start + count] for start, count in zip(starts, counts, strict=True)])
