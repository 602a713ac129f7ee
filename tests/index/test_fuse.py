import numpy as np
import pytest

from index.fuse import fuse, normalise


def array(*values: float) -> np.ndarray:
    return np.array(values, dtype=np.float32)


@pytest.mark.parametrize(
    ("scores", "best", "expected"),
    [
        ([5, 3, 1], [5, 3, 1], [1, 0.6, 0.2]),
        ([5, 0], [5, 3, 1], [1, 0]),
        ([0.5, -0.5], [1, 0.5], [0.5, 0]),  # a cosine may be below 0
        ([2, 2], [2, 2], [1, 1]),  # all alike
        ([0, 0], [], [0, 0]),  # a side that found nothing
        ([], [], []),
    ],
)
def test_normalise(scores, best, expected):
    assert normalise(array(*scores), array(*best)).tolist() == pytest.approx(expected)


def test_fuse_weighs_the_sides():
    assert fuse(array(1, 0), array(0, 1), 0.4).tolist() == pytest.approx([0.6, 0.4])
