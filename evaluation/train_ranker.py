"""BEIR questions -> judged candidates -> the ranker that ships, cross-validated on the way.

The shipped embedding was trained on the questions themselves, so its cosines on them are too good.
The ranker learns from models that have not seen a question: of n fold models, the i-th was trained
without the questions whose crc32(id) % n is i.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from evaluation.beir import BeirIndex, index_corpus, rank_beir, read_jsonl, read_qrels
from evaluation.metrics import interval, ndcg_at, paired_p, summarize
from index.embed import Embedder, load_embedder
from index.features import NAMES, features, question
from index.fuse import DEPTH
from index.rerank import Ranker, blend, share_of
from index.train_folds import fold_of
from index.train_ranker import Judged, fit

FOLDS = 4  # of the cross-validation


def judge(index: BeirIndex, embedder: Embedder | None, text: str, relevant: set[str], system: str) -> Judged:
    """The candidates of one question as the product sees them; `system` "hybrid" or "lexical"."""
    query, ranked = rank_beir(index, embedder, text, system, depth=DEPTH)
    ranked = [candidate for candidate in ranked if candidate.compared]
    rows = [candidate.row for candidate in ranked]
    table = features(question(query.words, index.bm25), ranked, index.candidates(rows))
    owner = index.owner[rows]
    return Judged(table, np.array([index.documents[i] in relevant for i in owner], dtype=np.bool_), owner)


@dataclass(slots=True)
class Collected:
    """Judged candidates by query id, with and without meaning, and which documents answer."""

    hybrid: dict[str, Judged] = field(default_factory=dict)
    lexical: dict[str, Judged] = field(default_factory=dict)
    answers: dict[str, dict[str, int]] = field(default_factory=dict)
    documents: list[str] = field(default_factory=list)


def collect(
    corpus: Path, queries: Path, qrels: Path, models: Sequence[Path | None], progress: Callable[[str], None] = print
) -> Collected:
    """Candidates of every question, found with the model that has not seen it (None: the shipped one)."""
    judged = read_qrels(qrels)
    found = Collected(answers=judged)
    asked = {entry["_id"]: str(entry.get("text") or "") for entry in read_jsonl(queries) if entry["_id"] in judged}
    for fold, model in enumerate(models):
        embedder = load_embedder(model)
        index = index_corpus(corpus, embedder)
        found.documents = index.documents
        for query_id, text in asked.items():
            if fold_of(query_id, len(models)) == fold:
                relevant = set(judged[query_id])
                found.hybrid[query_id] = judge(index, embedder, text, relevant, "hybrid")
                found.lexical[query_id] = judge(index, None, text, relevant, "lexical")
        progress(f"{model}: {len(found.hybrid)} / {len(asked)}")
    return found


def ranking_of(judged: Judged, scores: npt.NDArray[np.float64], documents: Sequence[str]) -> list[str]:
    """Documents in the order of their best candidates."""
    order = np.argsort(-scores, kind="stable")
    return [documents[i] for i in dict.fromkeys(judged.document[order].tolist())]


def cross_validate(examples: dict[str, Judged], found: Collected, meaning: bool) -> dict[str, dict[str, float]]:
    """Figures of the fused and the reranked order, on questions that the ranker has not seen, with the
    95% interval of ndcg@10 and the probability that the difference is chance."""
    part = {query_id: fold_of(f"{query_id} part", FOLDS) for query_id in examples}
    rankings: dict[str, dict[str, list[str]]] = {"fused": {}, "reranked": {}}
    for number in range(FOLDS):
        networks = fit([judged for query_id, judged in examples.items() if part[query_id] != number], meaning)
        for query_id, judged in examples.items():
            if part[query_id] == number:
                fused = judged.table[:, 0].astype(np.float64)
                rankings["fused"][query_id] = ranking_of(judged, fused, found.documents)
                length = float(judged.table[:1, NAMES.index("query_length")].sum())
                scores = blend(fused, networks.predict(judged.table), share_of(length))
                rankings["reranked"][query_id] = ranking_of(judged, scores, found.documents)
    answers = {query_id: found.answers[query_id] for query_id in examples}
    figures = {name: summarize(ranking, answers, []) for name, ranking in rankings.items()}
    gains = {name: [ndcg_at(ranking[q], answers[q], 10) for q in answers] for name, ranking in rankings.items()}
    for name, values in gains.items():
        figures[name]["ndcg_low"], figures[name]["ndcg_high"] = interval(values)
    figures["reranked"]["p"] = paired_p(gains["fused"], gains["reranked"])
    return figures


def train(
    corpus: Path, queries: Path, qrels: Path, models: Sequence[Path], out: Path, progress: Callable[[str], None] = print
) -> dict[str, Any]:
    """Train and write the ranker; gives the figures of the cross-validation."""
    found = collect(corpus, queries, qrels, models, progress)
    figures = {
        "hybrid": cross_validate(found.hybrid, found, True),
        "lexical": cross_validate(found.lexical, found, False),
    }
    ranker = Ranker(fit(list(found.hybrid.values())), fit(list(found.lexical.values()), meaning=False))
    out.parent.mkdir(parents=True, exist_ok=True)
    ranker.save(out)
    return figures
