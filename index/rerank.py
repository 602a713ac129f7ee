"""The learnt ranker: the best candidates of the fusion, put into a better order.

A sum of regression trees over `index.features`, evaluated by numpy. It was trained on law questions
(`index.train_ranker`), so of short queries it has only a share of the score; the fused score keeps the rest.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
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
SCHEMA = 1
DEPTH = 50  # candidates that are put in order; 70 gain .0006 of ndcg@10, 40 lose .001, 30 .004
# The ranker learnt from questions in whole sentences: half have more than 17 syllables, one in twenty fewer than 9.
# Its share of the score rises from none for a few key words to all for such questions.
NO_QUESTION, QUESTION = 6, 14
SPAN = 10.0  # between the best and the worst of 100 candidates the ranker sees 7.5 to 11.5

Fetch = Callable[[Sequence[int]], list[Candidate]]  # texts of rows


@dataclass(frozen=True, slots=True)
class Trees:
    """`n` trees in arrays of `n` x nodes, the root first. A leaf is its own child on both sides."""

    feature: npt.NDArray[np.int32]
    threshold: npt.NDArray[np.float32]  # to the left where the value is not above it
    left: npt.NDArray[np.int32]
    right: npt.NDArray[np.int32]
    value: npt.NDArray[np.float32]  # of a leaf
    depth: int  # steps from the root to the farthest leaf

    def predict(self, table: Matrix) -> npt.NDArray[np.float64]:
        """Sum of the trees for every row of `table` (rows x features)."""
        rows, trees = len(table), len(self.feature)
        if not rows or not trees:
            return np.zeros(rows, dtype=np.float64)
        size = self.feature.shape[1]
        # Places in flat arrays, as numpy's own integers: anything else is converted at every step.
        base = (np.arange(trees, dtype=np.intp) * size)[None, :]
        start = (np.arange(rows, dtype=np.intp) * table.shape[1])[:, None]
        flat = np.ascontiguousarray(table).ravel()
        feature, threshold = self.feature.ravel().astype(np.intp), self.threshold.ravel()
        offset = np.repeat(base[0], size)
        children = np.stack([self.right.ravel() + offset, self.left.ravel() + offset], axis=1).ravel()
        at = np.broadcast_to(base, (rows, trees))
        for _ in range(self.depth):
            goes_left = flat.take(start + feature.take(at)) <= threshold.take(at)
            at = children.take(2 * at + goes_left)
        return np.asarray(self.value.ravel().take(at).sum(axis=1, dtype=np.float64), dtype=np.float64)


@dataclass(frozen=True, slots=True)
class Ranker:
    """`hybrid` for candidates with scores of both sides, `lexical` where there is no meaning to compare."""

    hybrid: Trees
    lexical: Trees

    @classmethod
    def load(cls, path: Path = MODEL) -> Ranker:
        """Read a model file. Errors: `ModelError` where it is missing, damaged or for other features."""
        try:
            with np.load(path, allow_pickle=False) as stored:
                arrays = {name: stored[name] for name in stored.files}
            if int(arrays["schema"]) != SCHEMA or tuple(map(str, arrays["names"])) != NAMES:
                raise ValueError("schema")
            return cls(**{side: _trees(arrays, side) for side in ("hybrid", "lexical")})
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile, zlib.error) as error:
            raise ModelError(messages.MODEL_DAMAGED.format(folder=path, detail=error)) from error

    def save(self, path: Path) -> None:
        """Write one `.npz` file."""
        arrays: dict[str, Any] = {"schema": np.array(SCHEMA), "names": np.array(NAMES)}
        for side, trees in (("hybrid", self.hybrid), ("lexical", self.lexical)):
            arrays |= {
                f"{side}.feature": trees.feature.astype(np.uint8),
                f"{side}.threshold": trees.threshold,
                f"{side}.left": trees.left.astype(np.uint8),
                f"{side}.right": trees.right.astype(np.uint8),
                f"{side}.value": trees.value,
                f"{side}.depth": np.array(trees.depth),
            }
        np.savez_compressed(path, **arrays)


def _trees(arrays: dict[str, npt.NDArray[np.generic]], side: str) -> Trees:
    part = {name: arrays[f"{side}.{name}"] for name in ("feature", "threshold", "left", "right", "value")}
    return Trees(
        feature=part["feature"].astype(np.int32),
        threshold=part["threshold"].astype(np.float32),
        left=part["left"].astype(np.int32),
        right=part["right"].astype(np.int32),
        value=part["value"].astype(np.float32),
        depth=int(arrays[f"{side}.depth"]),
    )


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
    """The same candidates with new scores (0..1), best first; beyond `DEPTH` they keep their order.

    See `blend` for the scores; `share` None: what the length of the query says (`share_of`).
    """
    if ranker is None or not words or len(ranked) < 2:
        return ranked
    share = share_of(length_of(words)) if share is None else share
    first, rest = ranked[:DEPTH], ranked[DEPTH:]
    candidates = fetch([candidate.row for candidate in first])  # by what it keeps, others read the texts, too
    if share <= 0:
        return ranked
    table = features(question(words, bm25), first, candidates)
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

    >>> [share_of(n) for n in (1, 6, 8, 14, 100)]
    [0.0, 0.0, 0.25, 1.0, 1.0]
    """
    return min(max((length - NO_QUESTION) / (QUESTION - NO_QUESTION), 0.0), 1.0)


def blend(fused: npt.NDArray[np.float64], values: npt.NDArray[np.float64], share: float) -> npt.NDArray[np.float64]:
    """(1 - share) * fused + share * the ranker's values, the best of which becomes 1, `SPAN` less 0.

    >>> blend(np.array([1.0, 0.5, 0.0]), np.array([-2.0, 2.0, -9.0]), 0.5).tolist()
    [0.8, 0.75, 0.0]
    """
    if len(values) == 0:
        return fused
    stretched = np.clip(1 - (float(values.max()) - values) / SPAN, 0, 1)
    return np.asarray((1 - share) * fused + share * stretched, dtype=np.float64)
