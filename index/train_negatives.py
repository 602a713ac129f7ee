"""Passages that a model must learn to tell from the right one: those that share a question's words,
and, within a batch, those that are like each other."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from index.analyze import analyze, syllables
from index.bm25 import Bm25, best_rows
from index.postings import build_segment, merge_segments
from index.rank import rarest
from index.terms import Word, query_terms

Rows = npt.NDArray[np.int64]

# Of the passages found for a question the first two wrong ones are left out: too often they answer
# it as well and were only never judged.
FIRST, LAST = 2, 60
_ANALYSED = 4096  # passages at a time


def lexical_index(passages: Sequence[tuple[str, str]]) -> Bm25:
    """Passages (title, text) by their words."""
    segments = [
        build_segment(analyze([list(fields) for fields in passages[start : start + _ANALYSED]]))
        for start in range(0, len(passages), _ANALYSED)
    ]
    return Bm25([merge_segments(segments, [np.ones(len(segment), dtype=np.bool_) for segment in segments])])


def lexical_negatives(questions: Sequence[str], own: Sequence[Rows], bm25: Bm25, last: int = LAST) -> list[Rows]:
    """For each question the rows that share most of its words without answering it, best first.
    `own[i]` are the rows that answer question i."""
    found: list[Rows] = []
    for question, answers in zip(questions, own, strict=True):
        terms = query_terms([Word(syllable) for syllable in syllables(question)])
        rows = best_rows(bm25.scores(rarest(terms, bm25)), last + len(answers), bm25.alive)
        found.append(rows[~np.isin(rows, answers)][FIRST:last].astype(np.int64))
    return found


def similar_together(vectors: npt.NDArray[np.float32], rows: Rows, size: int, rng: np.random.Generator) -> Rows:
    """`rows` in a new order: in groups of about `size` whose vectors (of length 1, one for every row
    of the source) are near each other. Groups form around rows drawn at random and come in random order."""
    chosen = vectors[rows]
    centres = chosen[rng.choice(len(rows), max(1, len(rows) // size), replace=False)].T
    nearest = np.concatenate([(chosen[i : i + 4096] @ centres).argmax(axis=1) for i in range(0, len(rows), 4096)])
    order = np.lexsort((rng.random(len(rows)), nearest))
    groups = [order[i : i + size] for i in range(0, len(order), size)]
    return np.asarray(rows[np.concatenate([groups[i] for i in rng.permutation(len(groups))])], dtype=np.int64)
