import numpy as np
import pytest

from index.features import NAMES
from index.train_ranker import Judged, fit, mean_of, trees_of

lightgbm = pytest.importorskip("lightgbm")
SMALL = {"min_data_in_leaf": 5, "lambda_l2": 1.0, "bagging_fraction": 1.0, "feature_fraction": 1.0}


def judged(chance, size=30):
    """The answer is the candidate with the highest coverage of the body, not the highest fused score."""
    table = chance.random((size, len(NAMES)), dtype=np.float32)
    relevant = np.zeros(size, dtype=bool)
    relevant[np.argmax(table[:, NAMES.index("body_cover")])] = True
    return Judged(table, relevant, np.arange(size, dtype=np.int32))


def test_learns_what_matters():
    chance = np.random.default_rng(1)
    trees = fit([judged(chance) for _ in range(80)], rounds=60, **SMALL)
    unseen = [judged(chance) for _ in range(40)]
    right = sum(bool(q.relevant[np.argmax(trees.predict(q.table))]) for q in unseen)
    assert right >= 30


def test_arrays_give_the_predictions_of_the_library():
    chance = np.random.default_rng(2)
    table = chance.random((400, 6), dtype=np.float32)
    target = table[:, 0] * table[:, 1] + (table[:, 2] > 0.5)
    booster = lightgbm.train(
        {"objective": "regression", "num_leaves": 12, "max_depth": 5, "verbosity": -1, "num_threads": 1},
        lightgbm.Dataset(table, target), 25,
    )  # fmt: skip
    columns = [3, 4, 5, 6, 7, 8]
    wide = np.zeros((400, len(NAMES)), dtype=np.float32)
    wide[:, columns] = table
    assert trees_of(booster.dump_model(), columns).predict(wide) == pytest.approx(booster.predict(table), abs=1e-5)


def test_several_runs_predict_their_mean():
    chance = np.random.default_rng(6)
    questions = [judged(chance) for _ in range(30)]
    one, two = (fit(questions, rounds=rounds, seeds=(seed,), **SMALL) for seed, rounds in ((1, 5), (2, 9)))
    table = questions[0].table
    expected = (one.predict(table) + two.predict(table)) / 2
    assert mean_of([one, two]).predict(table) == pytest.approx(expected, abs=1e-6)


def test_without_meaning_no_tree_looks_at_it():
    chance = np.random.default_rng(3)
    trees = fit([judged(chance) for _ in range(30)], meaning=False, rounds=10, **SMALL)
    split = trees.left != np.arange(trees.left.shape[1])
    used = {NAMES[i] for i in np.unique(trees.feature[split])}
    assert not {name for name in used if "cosine" in name or "semantic" in name}


def test_other_passages_of_an_answer_take_no_part():
    chance = np.random.default_rng(4)
    questions = []
    for _ in range(30):
        question = judged(chance)
        # The answer's second passage has no coverage at all; as a negative or a positive it would mislead.
        question.document[1] = question.document[int(np.argmax(question.relevant))]
        question.relevant[1] = True
        questions.append(question)
    fit(questions, rounds=5, **SMALL)


def test_the_library_is_told_nothing_where_no_candidate_answers():
    empty = Judged(np.zeros((5, len(NAMES)), np.float32), np.zeros(5, bool), np.arange(5, dtype=np.int32))
    chance = np.random.default_rng(5)
    assert fit([empty] + [judged(chance) for _ in range(20)], rounds=3, **SMALL).depth >= 1
