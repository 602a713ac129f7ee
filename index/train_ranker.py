"""Training of the ranker: judged candidates -> networks for `index.rerank`.

Needs torch; what it learns is saved as plain arrays. Trees (LightGBM, lambdarank, monotone) were here before:
ndcg@10 .848 against .857 on the same candidates, cross-validated; the mean of both .857.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.features import NAMES, Matrix
from index.rerank import Networks, standardised

_MEANING = (
    "semantic", "cosine", "semantic_place", "beside_cosine", "group_cosine", "less_cosine", "less_cosine_in_group",
)  # fmt: skip
_LEAST_SPREAD = 1e-3  # a feature that hardly varies would be blown up


@dataclass(frozen=True, slots=True)
class Settings:
    """How the networks are trained. 24 or 48 hidden units, 20 epochs or half the dropout change ndcg@10 by at most
    .003; 60 epochs lose .008."""

    networks: int = 8  # their mean is steadier than one
    hidden: int = 32
    dropout: float = 0.3
    epochs: int = 30
    rate: float = 0.003  # at most; it rises first and falls to nothing
    decay: float = 0.01
    batch: int = 32  # questions
    seed: int = 0


@dataclass(slots=True)
class Judged:
    """The candidates of one question: features, whether each answers it, its document."""

    table: Matrix
    relevant: npt.NDArray[np.bool_]
    document: npt.NDArray[np.int32]


def fit(questions: Sequence[Judged], meaning: bool = True, settings: Settings | None = None) -> Networks:
    """Networks that put relevant candidates first; `meaning` False: without what embeddings say.

    Of a relevant document its best passage (by the fused score) is to come first; its others are left
    out, since nobody said whether they answer. Questions without a relevant candidate teach nothing. The same
    questions and settings give the same bytes on one processor.
    """
    import torch

    settings = settings or Settings()
    used = np.array([meaning or name not in _MEANING for name in NAMES])
    tables, best = [], []
    for question in questions:
        first, kept = _labels(question)
        if first.any():
            tables.append(np.where(used, question.table[kept], 0).astype(np.float32))
            best.append(first[kept])
    if not tables:
        raise ValueError("no question has an answer among its candidates")
    everything = np.concatenate(tables)
    mean, scale = everything.mean(axis=0), everything.std(axis=0) + np.float32(_LEAST_SPREAD)
    size = max(map(len, tables))
    shown = np.zeros((len(tables), size, len(NAMES)), dtype=np.float32)
    wanted, there = np.zeros((2, len(tables), size), dtype=np.bool_)
    for at, (table, first) in enumerate(zip(tables, best, strict=True)):
        shown[at, : len(table)] = standardised(table, mean, scale)
        wanted[at, : len(table)], there[at, : len(table)] = first, True
    threads = torch.get_num_threads()
    torch.set_num_threads(1)  # sums of several threads come out differently
    try:
        weights = _descend(shown, wanted, there, settings)
    finally:
        torch.set_num_threads(threads)
    weights[0][:, ~used] = 0
    return Networks(mean, scale, *weights)


def _descend(
    shown: Matrix, wanted: npt.NDArray[np.bool_], there: npt.NDArray[np.bool_], settings: Settings
) -> list[npt.NDArray[np.float32]]:
    """Weights of all networks, trained side by side: each with questions in an order of its own, to give what
    answers the highest share of a softmax over the question's candidates."""
    import torch

    chance = torch.Generator().manual_seed(settings.seed)

    def uniform(*shape: int, fan: int) -> torch.Tensor:
        values: torch.Tensor = (torch.rand(*shape, generator=chance) * 2 - 1) / fan**0.5
        return values.requires_grad_()

    n, hidden, features = settings.networks, settings.hidden, shown.shape[-1]
    weights = [
        uniform(n, features, hidden, fan=features),
        uniform(n, 1, hidden, fan=features),
        uniform(n, hidden, hidden, fan=hidden),
        uniform(n, 1, hidden, fan=hidden),
        uniform(n, hidden, fan=hidden),
    ]

    def drop(values: torch.Tensor) -> torch.Tensor:
        kept = torch.rand(values.shape, generator=chance) >= settings.dropout
        thinned: torch.Tensor = values * kept / (1 - settings.dropout)
        return thinned

    def layer(values: torch.Tensor, weight: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
        active: torch.Tensor = torch.nn.functional.gelu(values @ weight + bias, approximate="tanh")
        return drop(active)

    inputs, answers, real = torch.from_numpy(shown), torch.from_numpy(wanted), torch.from_numpy(there)
    optimizer = torch.optim.AdamW(weights, lr=settings.rate, weight_decay=settings.decay)
    batches = -(-len(shown) // settings.batch)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, settings.rate, total_steps=settings.epochs * batches)
    for _ in range(settings.epochs):
        orders = torch.stack([torch.randperm(len(shown), generator=chance) for _ in range(n)])
        for start in range(0, len(shown), settings.batch):
            batch = orders[:, start : start + settings.batch]  # networks x questions
            values = inputs[batch].flatten(1, 2)
            values = layer(layer(values, weights[0], weights[1]), weights[2], weights[3])
            scores = (values @ weights[4][:, :, None]).reshape(*batch.shape, -1)
            shares = torch.log_softmax(scores.masked_fill(~real[batch], -1e9), dim=-1)
            right = answers[batch]
            loss = -(shares * right).sum() / right.sum() * n  # each network learns as if alone
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
            schedule.step()
    return [weight.detach().numpy() for weight in weights]


def _labels(question: Judged) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Which candidates are to come first, and which take part."""
    fused = question.table[:, NAMES.index("fused")]
    best = np.zeros(len(fused), dtype=np.bool_)
    for document in np.unique(question.document[question.relevant]):
        of_it = np.flatnonzero(question.document == document)
        best[of_it[np.argmax(fused[of_it])]] = True
    return best, best | ~question.relevant
