"""Contrastive training of a table of vectors, one row per word piece, whose sum is a text's vector.

Every query of a batch must find its own passage among all passages of the batch, and the other way
round (cross-entropy over scaled cosines). Batches are filled with groups of passages that are like
each other, and questions are shown passages that share their words besides: what tells a right passage
from one that is only similar is learnt from these. Only the rows that a batch touches are read and changed:
sums and gradients are two sparse matrix products, Adam runs on those rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from index.train_negatives import similar_together

if TYPE_CHECKING:
    import torch

    from index.word_pieces import WordPieces

Ids = npt.NDArray[np.int32]

QUERY_PIECES = 36
PASSAGE_PIECES = 126  # about 180 words
SCALE = 20.0
BETAS = (0.9, 0.999)
WARM_UP = 50  # steps
LAST_RATE = 0.05  # of the full learning rate
SMALLEST_BATCH = 2
OWN_SHARE = 0.5
GROUPS = 32  # of similar passages, that fill a batch of full size
# Two passages of a batch this near each other say the same: neither is a wrong answer for the other's query.
SAME_COSINE = 0.92
POOL_BATCH = 256  # pairs of a source with a pool
HARD = 8  # passages of the pool that share words with the query, for every pair
ANY = 512  # passages from anywhere in the pool, for a batch


@dataclass(frozen=True, slots=True)
class Ragged:
    """Rows of different length in one array: row i is `values[offsets[i]:offsets[i + 1]]`."""

    values: Ids
    offsets: npt.NDArray[np.int64]

    @classmethod
    def of(cls, rows: Sequence[Ids]) -> Ragged:
        """From a list of rows."""
        offsets = np.zeros(len(rows) + 1, dtype=np.int64)
        np.cumsum([len(row) for row in rows], out=offsets[1:])
        return cls(np.concatenate([*rows, np.zeros(0, dtype=np.int32)]).astype(np.int32), offsets)

    def __getitem__(self, row: int) -> Ids:
        return self.values[self.offsets[row] : self.offsets[row + 1]]


@dataclass(frozen=True, slots=True)
class EncodedPool:
    """Passages beside the pairs of a source. `hard` and `own` hold, pair by pair, rows of `passages`:
    those that share words with the query and are wrong, and those that are right."""

    passages: Ragged
    hard: Ragged
    own: Ragged


@dataclass(frozen=True, slots=True)
class Encoded:
    """A source in ids. Pairs with the same query key or passage key are no negatives of each other."""

    name: str
    queries: Ragged
    heads: Ragged
    passages: Ragged
    query_keys: npt.NDArray[np.int64]
    passage_keys: npt.NDArray[np.int64]
    pool: EncodedPool | None = None

    def __len__(self) -> int:
        return len(self.query_keys)


@dataclass(slots=True)
class State:
    """All that training changes: the table, Adam's two moments, the number of steps done."""

    table: torch.Tensor
    first: torch.Tensor
    second: torch.Tensor
    step: int = 0


Batch = tuple[int, npt.NDArray[np.int64]]


def batch_size(source: Encoded, batch: int) -> int:
    """Pairs a batch: fewer where a pool adds passages."""
    return min(batch, POOL_BATCH) if source.pool else batch


def count_steps(sources: Sequence[Encoded], repeats: Sequence[int], batch: int) -> int:
    """Batches of an epoch."""
    return sum(
        len(_cut(np.arange(len(source) * repeat), batch_size(source, batch)))
        for source, repeat in zip(sources, repeats, strict=True)
    )


def plan_epoch(
    sources: Sequence[Encoded],
    repeats: Sequence[int],
    batch: int,
    seed: int,
    epoch: int,
    vectors: Sequence[npt.NDArray[np.float32] | None] | None = None,
) -> list[Batch]:
    """(source, rows) of every batch of an epoch; the same for the same arguments.

    `vectors` of the passages of a source (of length 1) bring similar ones together into batches.
    """
    rng = np.random.default_rng([seed, 1, epoch])
    plan: list[Batch] = []
    for number, (source, repeat) in enumerate(zip(sources, repeats, strict=True)):
        near = vectors[number] if vectors else None
        orders = [rng.permutation(len(source)) for _ in range(repeat)]
        if near is not None and batch > GROUPS:
            orders = [similar_together(near, order, batch // GROUPS, rng) for order in orders]
        plan += [(number, rows) for rows in _cut(np.concatenate(orders), batch_size(source, batch))]
    return [plan[i] for i in rng.permutation(len(plan))]


def _cut(rows: npt.NDArray[np.int64], size: int) -> list[npt.NDArray[np.int64]]:
    batches = [rows[i : i + size] for i in range(0, len(rows), size)]
    return [rows for rows in batches if len(rows) >= SMALLEST_BATCH]


def passage_vectors(source: Encoded, table: torch.Tensor) -> npt.NDArray[np.float32]:
    """Vectors of the passages of a source by `table`, of length 1."""
    from scipy.sparse import csr_matrix

    ids, offsets = source.passages.values, source.passages.offsets
    counts = csr_matrix((np.ones(len(ids), dtype=np.float32), ids, offsets), shape=(len(source), len(table)))
    sums: npt.NDArray[np.float32] = counts @ table.numpy()
    return np.asarray(sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9), dtype=np.float32)


def initial_state(
    vocabulary: WordPieces, document_frequencies: npt.NDArray[np.int64], documents: int, dimension: int, seed: int
) -> State:
    """Random directions, as long as the piece is telling: length = inverse document frequency.

    A phrase begins as the sum of its syllables and half a direction of its own, so that a rare one
    is near what its syllables mean.
    """
    import torch

    generator = torch.Generator().manual_seed(seed)
    frequency = np.maximum(document_frequencies, 10)
    lengths = torch.from_numpy(np.log(np.maximum(documents, 20) / frequency).clip(0.05).astype(np.float32))
    table = torch.randn(len(frequency), dimension, generator=generator) * (lengths[:, None] / dimension**0.5)
    table[0] = 0
    own = table.clone()
    for size in (2, 3):
        phrases = [
            (i, *map(vocabulary.single, piece)) for i, piece in enumerate(vocabulary.pieces) if len(piece) == size
        ]
        if phrases:
            whole, *parts = torch.tensor(phrases).T
            table[whole] = table[whole] * OWN_SHARE + torch.stack([own[part] for part in parts]).sum(0)
    return State(table, torch.zeros_like(table), torch.zeros_like(table))


def train_step(
    state: State, source: Encoded, rows: npt.NDArray[np.int64], total: int, *, rate: float, seed: int
) -> float:
    """One batch of a run of `total` steps; changes `state` in place, gives the loss.

    `rate` is the highest learning rate.
    """
    import torch

    rng = np.random.default_rng([seed, 2, state.step])
    others = _others(source.pool, rows, rng) if source.pool else np.zeros(0, dtype=np.int64)
    touched, sums, back = _matrices(source, rows, others, len(state.table), rng)
    index = torch.from_numpy(touched)
    vectors = state.table[index]
    texts = (sums @ vectors).requires_grad_(True)
    loss = _loss(texts, source, rows, others)
    loss.backward()  # type: ignore[no-untyped-call]
    assert texts.grad is not None
    gradient = back @ texts.grad
    state.step += 1
    share = min(1.0, state.step / WARM_UP) * max(LAST_RATE, 1 - state.step / total)
    _adam(state, index, vectors, gradient, rate * share)
    return float(loss.item())


def _others(pool: EncodedPool, rows: npt.NDArray[np.int64], rng: np.random.Generator) -> npt.NDArray[np.int64]:
    """Rows of the pool that a batch is shown besides its own passages."""
    hard = [rng.choice(pool.hard[row], min(HARD, len(pool.hard[row])), replace=False) for row in rows]
    size = len(pool.passages.offsets) - 1
    return np.unique(np.concatenate([*hard, rng.integers(0, size, min(ANY, size))])).astype(np.int64)


def _loss(
    texts: torch.Tensor, source: Encoded, rows: npt.NDArray[np.int64], others: npt.NDArray[np.int64]
) -> torch.Tensor:
    """`texts`: queries, passages, then `others`, which are wrong answers for the queries alone."""
    import torch
    from torch.nn.functional import cross_entropy, normalize

    size = len(rows)
    unit = normalize(texts, dim=1)
    passages = unit[size : 2 * size]
    cosines = unit[:size] @ unit[size:].T * SCALE
    query_keys, passage_keys = torch.from_numpy(source.query_keys[rows]), torch.from_numpy(source.passage_keys[rows])
    same = (query_keys[:, None] == query_keys) | (passage_keys[:, None] == passage_keys)
    same |= passages.detach() @ passages.detach().T > SAME_COSINE
    among = cosines[:, :size].masked_fill(same.fill_diagonal_(False), -1e4)
    every = among
    if source.pool is not None:
        right = np.stack([np.isin(others, source.pool.own[row]) for row in rows])
        every = torch.cat([among, cosines[:, size:].masked_fill(torch.from_numpy(right), -1e4)], dim=1)
    target = torch.arange(size)
    return (cross_entropy(every, target) + cross_entropy(among.T, target)) / 2


def _adam(state: State, index: torch.Tensor, vectors: torch.Tensor, gradient: torch.Tensor, rate: float) -> None:
    """Adam on the touched rows alone; rows left out keep their moments."""
    first = state.first[index].mul_(BETAS[0]).add_(gradient, alpha=1 - BETAS[0])
    second = state.second[index].mul_(BETAS[1]).addcmul_(gradient, gradient, value=1 - BETAS[1])
    state.first[index], state.second[index] = first, second
    scale = (second / (1 - BETAS[1] ** state.step)).sqrt_().add_(1e-8)
    state.table[index] = vectors - first / (1 - BETAS[0] ** state.step) / scale * rate


def _matrices(
    source: Encoded, rows: npt.NDArray[np.int64], others: npt.NDArray[np.int64], width: int, rng: np.random.Generator
) -> tuple[npt.NDArray[np.int64], torch.Tensor, torch.Tensor]:
    """Touched ids, the counts of these in queries, passages and `others`, and the transpose of the counts."""
    from scipy.sparse import csr_matrix

    size = len(rows)
    parts = [
        _window(source.queries, rows, QUERY_PIECES, None),
        _window(source.heads, rows, QUERY_PIECES, None),
        _window(source.passages, rows, PASSAGE_PIECES, rng),
    ]
    shifts = [0, size, size]
    if source.pool is not None:
        parts.append(_window(source.pool.passages, others, PASSAGE_PIECES, rng))
        shifts.append(2 * size)
    owners = np.concatenate([part[0] + shift for part, shift in zip(parts, shifts, strict=True)])
    ids = np.concatenate([part[1] for part in parts])
    mask = np.zeros(width, dtype=bool)
    mask[ids] = True
    touched = np.nonzero(mask)[0]
    place = np.cumsum(mask) - 1
    counts = csr_matrix(
        (np.ones(len(ids), dtype=np.float32), (owners, place[ids])), shape=(2 * size + len(others), len(touched))
    )
    return touched, _to_torch(counts), _to_torch(counts.T.tocsr())


def _to_torch(matrix: object) -> torch.Tensor:
    import warnings

    import torch

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # "Sparse CSR tensor support is in beta state"
        return torch.sparse_csr_tensor(
            torch.from_numpy(matrix.indptr.astype(np.int64)),  # type: ignore[attr-defined]
            torch.from_numpy(matrix.indices.astype(np.int64)),  # type: ignore[attr-defined]
            torch.from_numpy(matrix.data),  # type: ignore[attr-defined]
            size=matrix.shape,  # type: ignore[attr-defined]
        )


def _window(
    table: Ragged, rows: npt.NDArray[np.int64], most: int, rng: np.random.Generator | None
) -> tuple[npt.NDArray[np.int64], Ids]:
    """(owner, id) of up to `most` ids a row: the first ones, or where `rng` is given half of the
    longer rows from anywhere, because a passage may lie anywhere in its document."""
    starts = table.offsets[rows]
    lengths = table.offsets[rows + 1] - starts
    if rng is not None:
        choice, spot = rng.random(len(rows)), rng.random(len(rows))
        slack = np.maximum(lengths - most, 0)
        starts = starts + np.where(choice > 0.5, (spot * (slack + 1)).astype(np.int64), 0)
    lengths = np.minimum(lengths, most)
    owners = np.repeat(np.arange(len(rows)), lengths)
    places = np.arange(int(lengths.sum())) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    return owners, table.values[places + np.repeat(starts, lengths)]
