"""Training of the ranker: judged candidates -> trees for `index.rerank`.

Needs LightGBM (`pip install cchc[train]`); what it learns is saved as plain arrays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from index.features import NAMES, Matrix
from index.rerank import Trees

# What counts for a candidate never counts against it: keeps the ranker sane on other genres.
_RISING = (
    "fused", "lexical", "semantic", "bm25", "cosine", "lexical_place", "semantic_place",
    "heading_cover", "body_cover", "cover", "heading_pairs", "body_pairs", "pairs", "near_pairs",
    "heading_bm25", "body_bm25", "heading_run", "body_run", "triples", "window",
    "beside_bm25", "beside_cosine", "group_bm25", "group_top", "group_cosine", "group_fused",
    "heading_known", "heading_prefix", "heading_start",
    "telling", "telling_pairs", "telling_heading", "telling_body", "telling_in_group", "telling_heading_in_group",
    "defines", *(name for name in NAMES if name.startswith("less_")),
)  # fmt: skip
_FALLING = ("missing",)
_MEANING = (
    "semantic", "cosine", "semantic_place", "beside_cosine", "group_cosine", "less_cosine", "less_cosine_in_group",
)  # fmt: skip

ROUNDS = 500
SEEDS = (1, 2)  # the mean of two runs is steadier than either
SETTINGS: dict[str, Any] = {
    "objective": "lambdarank",
    "learning_rate": 0.06,
    "num_leaves": 8,
    "max_depth": 5,
    "min_data_in_leaf": 100,
    "min_sum_hessian_in_leaf": 1e-3,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 20.0,
    "lambdarank_truncation_level": 20,
    "max_bin": 63,
    "monotone_constraints_method": "basic",
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
    "verbosity": -1,
}


@dataclass(slots=True)
class Judged:
    """The candidates of one question: features, whether each answers it, its document."""

    table: Matrix
    relevant: npt.NDArray[np.bool_]
    document: npt.NDArray[np.int32]


def fit(
    questions: Sequence[Judged],
    meaning: bool = True,
    rounds: int = ROUNDS,
    seeds: Sequence[int] = SEEDS,
    **settings: Any,
) -> Trees:
    """Trees that put relevant candidates first; `meaning` False: without what embeddings say.

    Of a relevant document its best passage (by the fused score) is to come first; its others are left
    out, since nobody said whether they answer. Questions without a relevant candidate teach nothing.
    """
    import lightgbm

    columns = [i for i, name in enumerate(NAMES) if meaning or name not in _MEANING]
    tables, labels, groups = [], [], []
    for question in questions:
        best, kept = _labels(question)
        if best.any():
            tables.append(question.table[kept][:, columns])
            labels.append(best[kept])
            groups.append(int(kept.sum()))
    names = [NAMES[i] for i in columns]
    constraints = [1 if name in _RISING else -1 if name in _FALLING else 0 for name in names]
    table, label = np.concatenate(tables), np.concatenate(labels).astype(np.int32)
    runs = []
    for seed in seeds:
        data = lightgbm.Dataset(table, label, group=groups)
        booster = lightgbm.train(
            {**SETTINGS, "monotone_constraints": constraints, "seed": seed, **settings}, data, rounds
        )
        runs.append(trees_of(booster.dump_model(), columns))
    return mean_of(runs)


def _labels(question: Judged) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Which candidates are to come first, and which take part."""
    fused = question.table[:, NAMES.index("fused")]
    best = np.zeros(len(fused), dtype=np.bool_)
    for document in np.unique(question.document[question.relevant]):
        of_it = np.flatnonzero(question.document == document)
        best[of_it[np.argmax(fused[of_it])]] = True
    return best, best | ~question.relevant


def mean_of(runs: Sequence[Trees]) -> Trees:
    """Trees whose sum is the mean of what several sets of trees predict."""
    size = max(run.feature.shape[1] for run in runs)

    def joined(name: str) -> npt.NDArray[Any]:
        parts = [getattr(run, name) for run in runs]
        return np.concatenate([np.pad(part, ((0, 0), (0, size - part.shape[1]))) for part in parts])

    return Trees(
        feature=joined("feature"),
        threshold=joined("threshold"),
        left=joined("left"),
        right=joined("right"),
        value=np.asarray(joined("value") / len(runs), dtype=np.float32),
        depth=max(run.depth for run in runs),
    )


def trees_of(model: dict[str, Any], columns: Sequence[int]) -> Trees:
    """LightGBM's dumped model as arrays; its i-th feature is column `columns[i]` of the full table."""
    trees = [_nodes(tree["tree_structure"], columns) for tree in model["tree_info"]]
    size = max(len(nodes) for nodes, _ in trees)
    feature, left, right = (np.zeros((len(trees), size), dtype=np.int32) for _ in range(3))
    threshold, value = (np.zeros((len(trees), size), dtype=np.float32) for _ in range(2))
    for number, (nodes, _) in enumerate(trees):
        for place, (column, bound, low, high, result) in enumerate(nodes):
            feature[number, place], left[number, place], right[number, place] = column, low, high
            threshold[number, place], value[number, place] = _not_above(bound), result
    return Trees(feature, threshold, left, right, value, max(depth for _, depth in trees))


_Node = tuple[int, float, int, int, float]  # feature, threshold, left, right, value


def _nodes(root: dict[str, Any], columns: Sequence[int]) -> tuple[list[_Node], int]:
    """Nodes of a tree, parents first, and its depth."""
    nodes: list[_Node] = []
    depth = 0
    waiting: list[tuple[dict[str, Any], int, int, int]] = [(root, 0, -1, 0)]  # node, steps, parent, side
    while waiting:
        node, steps, parent, side = waiting.pop(0)
        place = len(nodes)
        depth = max(depth, steps)
        if parent >= 0:
            column, bound, low, high, value = nodes[parent]
            nodes[parent] = (column, bound, *((place, high) if side == 0 else (low, place)), value)
        if "leaf_value" in node:
            nodes.append((0, 0.0, place, place, float(node["leaf_value"])))
            continue
        nodes.append((columns[node["split_feature"]], float(node["threshold"]), -1, -1, 0.0))
        waiting.append((node["left_child"], steps + 1, place, 0))
        waiting.append((node["right_child"], steps + 1, place, 1))
    return nodes, depth


def _not_above(bound: float) -> np.float32:
    """The largest float32 that is not above `bound`: comparisons of float32 come out the same."""
    near = np.float32(bound)
    return np.nextafter(near, np.float32(-np.inf)) if float(near) > bound else near
