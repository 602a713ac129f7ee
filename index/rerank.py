"""The learnt ranker: the best candidates of the fusion, put into a better order.

The mean of a few small neural networks over `index.features`, evaluated by numpy. They were trained on law
questions (`index.train_ranker`), so of short queries they have only a share of the score; the fused score keeps
the rest.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from index.bm25 import Bm25
from index.features import NAMES, Candidate, Matrix, features, question
from index.model_errors import ModelError
from index.rank import Ranked
from index.terms import Word
from ingest import messages

MODEL = Path(__file__).parent / "models" / "ranker.npz"
SCHEMA = 2
# The ranker learnt from questions in whole sentences: half have more than 17 syllables, one in twenty fewer than 9.
# Its share of the score rises from none for a few key words to all for such questions. With 6 and 14 law questions
# gain .003 of ndcg@10, staff's own lose 1 to 2 of 151 among the first three.
NO_QUESTION, QUESTION = 8, 15
# Between the best and the worst of the candidates lie about 20. What is this far behind the best gets nothing:
# where the fused score has a part, too, the networks would count for too little otherwise.
SPAN = 12.0
FARTHEST = 5.0  # standard deviations from the mean; what is farther counts as this far

Fetch = Callable[[Sequence[int]], list[Candidate]]  # texts of rows
Array = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Networks:
    """`n` networks of two hidden layers (GELU) over standardised features; `predict` gives their mean.

    Shapes: `mean`, `scale` [features]; `first` [n, features, hidden], `second` [n, hidden, hidden], `last` [n, hidden],
    biases [n, 1, hidden].
    """

    mean: Array
    scale: Array
    first: Array
    first_bias: Array
    second: Array
    second_bias: Array
    last: Array

    def predict(self, table: Matrix) -> npt.NDArray[np.float64]:
        """A value for every row of `table` (rows x features): the higher, the better."""
        hidden = standardised(table, self.mean, self.scale)
        hidden = gelu(hidden @ self.first + self.first_bias)
        hidden = gelu(hidden @ self.second + self.second_bias)
        return np.asarray((hidden @ self.last[:, :, None])[:, :, 0].mean(axis=0, dtype=np.float64), dtype=np.float64)


def standardised(table: Matrix, mean: Array, scale: Array) -> Array:
    """Features in standard deviations from their means."""
    return np.asarray(np.clip((table - mean) / scale, -FARTHEST, FARTHEST), dtype=np.float32)


def gelu(values: Array) -> Array:
    """The activation between the layers, as torch has it with `approximate="tanh"`.

    >>> [round(float(v), 3) for v in gelu(np.array([-1, 0, 1, 5], dtype=np.float32))]
    [-0.159, 0.0, 0.841, 5.0]
    """
    inner = np.float32(0.7978845608) * (values + np.float32(0.044715) * values * values * values)
    return np.asarray(np.float32(0.5) * values * (np.float32(1) + np.tanh(inner)), dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Ranker:
    """`hybrid` for candidates with scores of both sides, `lexical` where there is no meaning to compare."""

    hybrid: Networks
    lexical: Networks

    @classmethod
    def load(cls, path: Path = MODEL) -> Ranker:
        """Read a model file. Errors: `ModelError` where it is missing, damaged or for other features."""
        try:
            with np.load(path, allow_pickle=False) as stored:
                arrays = {name: stored[name] for name in stored.files}
            if int(arrays["schema"]) != SCHEMA or tuple(map(str, arrays["names"])) != NAMES:
                raise ValueError("schema")
            return cls(**{side: _networks(arrays, side) for side in ("hybrid", "lexical")})
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile, zlib.error) as error:
            raise ModelError(messages.MODEL_DAMAGED.format(folder=path, detail=error)) from error

    def save(self, path: Path) -> None:
        """Write one `.npz` file."""
        arrays: dict[str, Any] = {"schema": np.array(SCHEMA), "names": np.array(NAMES)}
        for side, networks in (("hybrid", self.hybrid), ("lexical", self.lexical)):
            arrays |= {f"{side}.{part.name}": getattr(networks, part.name) for part in fields(Networks)}
        np.savez_compressed(path, **arrays)


def _networks(arrays: dict[str, npt.NDArray[Any]], side: str) -> Networks:
    parts = {part.name: arrays[f"{side}.{part.name}"].astype(np.float32) for part in fields(Networks)}
    networks = Networks(**parts)
    if len(networks.mean) != len(NAMES):
        raise ValueError("features")
    return networks


@cache
def load_ranker() -> Ranker | None:
    """The shipped ranker; None where there is none, or none for these features: the fused order stands."""
    try:
        return Ranker.load()
    except ModelError:
        return None


def rerank(
    ranker: Ranker | None,
    bm25: Bm25,
    words: Sequence[Word],
    ranked: list[Ranked],
    fetch: Fetch,
    share: float | None = None,
) -> list[Ranked]:
    """The same candidates with new scores (0..1), best first; those not to be compared come after, in their order.

    See `blend` for the scores; `share` None: what the length of the query says (`share_of`).
    """
    if ranker is None or not words or len(ranked) < 2:
        return ranked
    share = share_of(length_of(words)) if share is None else share
    first = [candidate for candidate in ranked if candidate.compared]
    if share <= 0 or not first:
        return ranked
    rest = [candidate for candidate in ranked if not candidate.compared]
    table = features(question(words, bm25), first, fetch([candidate.row for candidate in first]))
    hybrid = any(candidate.cosine for candidate in first)
    fused = np.array([candidate.score for candidate in first])
    values = (ranker.hybrid if hybrid else ranker.lexical).predict(table)
    scores = blend(fused, values, share).tolist()
    for candidate, score in zip(first, scores, strict=True):
        candidate.score = score
    for candidate in rest:
        candidate.score *= 1 - share
    return sorted(first, key=lambda candidate: -candidate.score) + rest


def length_of(words: Sequence[Word]) -> int:
    """Syllables of a query; an abbreviation, or what it stands for, is one: "CCHC", "cải cách hành chính"."""
    phrases = [word.phrase for word in words if word.phrase >= 0]
    return len(words) - len(phrases) + len(set(phrases))


def share_of(length: float) -> float:
    """Share of the ranker in the score for a query of so many syllables.

    >>> [round(share_of(n), 2) for n in (1, 8, 9, 15, 100)]
    [0.0, 0.0, 0.14, 1.0, 1.0]
    """
    return min(max((length - NO_QUESTION) / (QUESTION - NO_QUESTION), 0.0), 1.0)


def blend(fused: npt.NDArray[np.float64], values: npt.NDArray[np.float64], share: float) -> npt.NDArray[np.float64]:
    """(1 - share) * fused + share * the ranker's values, the best of which becomes 1, `SPAN` less 0.

    >>> blend(np.array([1.0, 0.5, 0.0]), np.array([-1.0, 2.0, -11.0]), 0.5).tolist()
    [0.875, 0.75, 0.0]
    """
    if len(values) == 0:
        return fused
    stretched = np.clip(1 - (float(values.max()) - values) / SPAN, 0, 1)
    return np.asarray((1 - share) * fused + share * stretched, dtype=np.float64)
