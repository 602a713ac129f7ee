from dataclasses import replace

import numpy as np
import pytest

from index.features import NAMES
from index.train_ranker import Judged, Settings, fit

pytest.importorskip("torch")
FEW = Settings(networks=2, hidden=8, epochs=15)


def judged(chance, size=30):
    """The answer is the one candidate that covers all of the query, not the one with the highest fused score."""
    table = chance.random((size, len(NAMES)), dtype=np.float32)
    relevant = np.zeros(size, dtype=bool)
    relevant[chance.integers(size)] = True
    table[relevant, NAMES.index("body_cover")] += 1
    return Judged(table, relevant, np.arange(size, dtype=np.int32))


def test_learns_what_matters():
    chance = np.random.default_rng(1)
    networks = fit([judged(chance, 20 + i % 11) for i in range(150)], settings=replace(FEW, epochs=60, rate=0.01))
    unseen = [judged(chance) for _ in range(40)]
    right = sum(bool(q.relevant[np.argmax(networks.predict(q.table))]) for q in unseen)
    assert right >= 30


def test_the_arrays_predict_what_torch_would():
    import torch

    chance = np.random.default_rng(2)
    networks = fit([judged(chance) for _ in range(20)], settings=Settings(networks=3, hidden=6, epochs=1))
    table = chance.random((12, len(NAMES)), dtype=np.float32)
    values = torch.from_numpy(np.clip((table - networks.mean) / networks.scale, -5, 5))
    expected = []
    for i in range(3):
        hidden = values
        for weight, bias in ((networks.first, networks.first_bias), (networks.second, networks.second_bias)):
            hidden = torch.nn.functional.gelu(
                hidden @ torch.from_numpy(weight[i]) + torch.from_numpy(bias[i]), approximate="tanh"
            )
        expected.append((hidden @ torch.from_numpy(networks.last[i])).numpy())
    assert networks.predict(table) == pytest.approx(np.mean(expected, axis=0), abs=1e-5)


def test_the_same_questions_give_the_same_networks():
    chance = np.random.default_rng(6)
    questions = [judged(chance) for _ in range(30)]
    one, two = (fit(questions, settings=FEW) for _ in range(2))
    table = questions[0].table
    assert one.predict(table).tolist() == two.predict(table).tolist()
    other = fit(questions, settings=Settings(networks=2, hidden=8, epochs=15, seed=1))
    assert one.predict(table).tolist() != other.predict(table).tolist()


def test_without_meaning_no_network_looks_at_it():
    chance = np.random.default_rng(3)
    networks = fit([judged(chance) for _ in range(30)], meaning=False, settings=FEW)
    table = chance.random((20, len(NAMES)), dtype=np.float32)
    before = networks.predict(table)
    for name in NAMES:
        if "cosine" in name or "semantic" in name:
            table[:, NAMES.index(name)] += 1
    assert networks.predict(table).tolist() == before.tolist()


def test_other_passages_of_an_answer_take_no_part():
    """They are neither wrong nor right: what only they have must not be learnt either way."""
    chance = np.random.default_rng(4)
    place = NAMES.index("digits")
    questions = []
    for _ in range(60):
        question = judged(chance)
        question.table[:, place] = 0
        first = int(np.argmax(question.relevant))
        question.table[first, NAMES.index("fused")] = 2
        second = (first + 1) % len(question.relevant)
        question.document[second] = question.document[first]
        question.relevant[second] = True
        question.table[second, place] = 1
        questions.append(question)
    networks = fit(questions, settings=FEW)
    assert networks.mean[place] == 0


def test_questions_without_an_answer_teach_nothing():
    empty = Judged(np.full((5, len(NAMES)), 9, np.float32), np.zeros(5, bool), np.arange(5, dtype=np.int32))
    chance = np.random.default_rng(5)
    questions = [judged(chance) for _ in range(20)]
    networks = fit([empty, *questions], settings=FEW)
    assert networks.mean.tolist() == fit(questions, settings=FEW).mean.tolist()
    with pytest.raises(ValueError, match="answer"):
        fit([empty], settings=FEW)
