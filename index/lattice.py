"""The best path and the chance of every candidate in a lattice of second order.

A clause of n words has n lists of candidates. `steps[t][l, m, r]` is the probability of candidate `r` of word
`t` behind candidate `m` of the word before and `l` of the one before that; two boundaries stand before the
first word, and the last of the n + 1 steps leads to a boundary. `weights[t]` says how likely each candidate of
word `t` is to be typed as it was.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_LEAST = 1e-300


def best_path(steps: Sequence[Floats], weights: Sequence[Floats]) -> tuple[list[int], float]:
    """Viterbi: the place of the chosen candidate for each word, and the logarithm of the path's probability.

    >>> first, second, last = np.array([[[0.4, 0.6]]]), np.array([[[0.9, 0.1], [0.5, 0.5]]]), np.ones((2, 2, 1))
    >>> best_path([first, second, last], [np.ones(2), np.ones(2)])[0]
    [0, 0]
    """
    score = np.zeros((1, 1))
    back = []
    for position, step in enumerate(steps):
        if position < len(weights):
            step = step * weights[position]
        total = score[:, :, None] + np.log(np.maximum(step, _LEAST))
        back.append(total.argmax(axis=0))
        score = total.max(axis=0)
    best = int(score[:, 0].argmax())
    path = [0, best]
    for choices in reversed(back[2:]):
        path.append(int(choices[path[-1], path[-2]]))
    path.reverse()
    return path[: len(weights)], float(score.max())


def chances(steps: Sequence[Floats], weights: Sequence[Floats]) -> tuple[Floats, list[Floats]]:
    """Forward and backward sums for several sets of weights at once.

    `weights[t]` is `[sets, candidates]`. Gives the logarithm of each set's total, and for every word the chance
    of each candidate, `[sets, candidates]`.

    >>> first, last = np.array([[[0.3, 0.1]]]), np.ones((1, 2, 1))
    >>> total, (chance,) = chances([first, last], [np.array([[1.0, 1.0], [1.0, 0.0]])])
    >>> np.exp(total).round(2).tolist(), chance.round(2).tolist()
    ([0.4, 0.3], [[0.75, 0.25], [1.0, 0.0]])
    """
    sets = len(weights[0]) if weights else 1
    state = np.ones((1, sets, 1))  # [middle, set, left]
    total = np.zeros(sets)
    forward = []
    for position, step in enumerate(steps):
        state = np.matmul(state, step.transpose(1, 0, 2))  # [middle, set, right]
        if position < len(weights):
            state *= weights[position][None, :, :]
        scale = np.maximum(state.sum(axis=(0, 2)), _LEAST)
        total += np.log(scale)
        state = state / scale[None, :, None]
        forward.append(state)
        state = state.transpose(2, 1, 0)
    found: list[Floats] = []
    after = np.ones((len(steps[-1][0]), sets, 1))  # [middle, set, right]
    for position in range(len(steps) - 1, 0, -1):
        if position < len(weights):
            after = after * weights[position][None, :, :]
        # [left, middle, right] x [middle, set, right] -> [middle, set, left]
        before = np.matmul(after, steps[position].transpose(1, 2, 0))
        both = forward[position - 1] * before.transpose(2, 1, 0)  # of the two words before this one
        chance = both.sum(axis=0)
        found.append(chance / np.maximum(chance.sum(axis=1, keepdims=True), _LEAST))
        before /= np.maximum(before.sum(axis=(0, 2)), _LEAST)[None, :, None]
        after = before.transpose(2, 1, 0)
    found.reverse()
    return total, found
