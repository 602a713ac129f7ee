import numpy as np
import pytest

from index.vectors import FlatVectors


def unit(rows: int, seed: int = 0) -> np.ndarray:
    vectors = np.random.default_rng(seed).normal(size=(rows, 16)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


@pytest.fixture
def filled():
    index = FlatVectors(16)
    index.add(np.arange(50) * 7, unit(50))
    return index


def exact(vector, ids, vectors, k):
    order = np.argsort(-(vectors @ vector))[:k]
    return [int(ids[i]) for i in order]


def test_search_is_exact(filled):
    query = unit(1, 9)[0]
    ids, scores = filled.search(query, 5)
    assert ids.tolist() == exact(query, np.arange(50) * 7, unit(50), 5)
    assert scores.tolist() == sorted(scores.tolist(), reverse=True)


def test_search_among_allowed_only(filled):
    query = unit(1, 9)[0]
    allowed = np.array([7, 14, 21, 343])
    ids, _ = filled.search(query, 10, allowed)
    assert ids.tolist() == exact(query, allowed, unit(50)[allowed // 7], 4)
    assert filled.search(query, 10, np.empty(0, dtype=np.int64))[0].tolist() == []


def test_remove_and_add_again(filled):
    assert filled.remove(np.array([0, 7, 1])) == 2
    assert filled.count == 48
    assert 0 not in filled.search(unit(50)[0], 48)[0]
    filled.add(np.array([0]), unit(50)[:1])
    assert filled.search(unit(50)[0], 1)[0].tolist() == [0]


def test_saved_index_reads_the_same(filled, tmp_path):
    filled.remove(np.array([14]))
    filled.save(tmp_path / "v.faiss")
    again = FlatVectors.open(tmp_path / "v.faiss")
    assert (again.dimension, again.count) == (16, 49)
    assert sorted(again.ids().tolist()) == sorted(filled.ids().tolist())
    assert again.get(np.array([21])).tolist() == filled.get(np.array([21])).tolist()


def test_empty_index_finds_nothing():
    index = FlatVectors(16)
    assert index.search(unit(1)[0], 5)[0].tolist() == []
    assert index.ids().tolist() == []
    assert index.get(np.empty(0, dtype=np.int64)).shape == (0, 16)


def test_wrong_dimension_is_refused(filled):
    with pytest.raises(ValueError, match="dimension 16"):
        filled.add(np.array([1]), np.ones((1, 8), dtype=np.float32))
