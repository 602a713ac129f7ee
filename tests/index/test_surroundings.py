import numpy as np
import pytest

from index.surroundings import NOWHERE, surroundings

DOCUMENT = np.array([0, 0, 0, 1, 1, 1, 1, 1, 1, 2], dtype=np.int32)
SCORES = np.array([1, 5, 2, 9, 4, 3, 8, 7, 6, 2], dtype=np.float32)
ALL = np.ones(10, dtype=bool)


def near(row, alive=ALL, group=None, cosine_of=None):
    return surroundings(np.array([row]), DOCUMENT, group, alive, SCORES, cosine_of)[0]


@pytest.mark.parametrize(
    ("row", "beside", "best", "size"),
    [
        (0, 5, 2, 3),  # the one right behind is beside it, the best of the rest is 2
        (2, 5, 1, 3),  # row 3 belongs to another document
        (4, 9, 8, 6),
        (9, 0, 0, 1),  # alone in its document
    ],
)
def test_scores_around_a_passage(row, beside, best, size):
    found = near(row)
    assert (found.beside_bm25, found.best_bm25, found.size) == (beside, best, size)


def test_means():
    found = near(4)  # others: 8, 7, 6 (9 and 3 stand beside it)
    assert found.top_bm25 == pytest.approx(7)
    assert found.mean_bm25 == pytest.approx(37 / 6)


def test_dead_rows_say_nothing():
    alive = ALL.copy()
    alive[3] = alive[6] = False
    found = near(4, alive)
    assert (found.beside_bm25, found.best_bm25, found.size) == (3, 7, 4)


def test_groups_reach_beyond_documents():
    found = near(9, group=np.zeros(10, dtype=np.int32))
    assert (found.beside_bm25, found.best_bm25, found.size, found.group) == (0, 9, 10, 0)


def test_cosines_are_asked_for_living_rows_only():
    asked = []

    def cosine_of(rows):
        asked.extend(rows.tolist())
        return rows / 10

    alive = ALL.copy()
    alive[5] = False
    found = near(4, alive, cosine_of=cosine_of)
    assert 5 not in asked
    assert found.beside_cosine == pytest.approx(0.3)
    assert found.best_cosine == pytest.approx(0.8)


def test_without_documents_there_is_nothing_around():
    assert surroundings(np.array([1, 2]), None, None, ALL, SCORES, None) == [NOWHERE, NOWHERE]
    assert surroundings(np.empty(0, dtype=np.int64), DOCUMENT, None, ALL, SCORES, None) == []
