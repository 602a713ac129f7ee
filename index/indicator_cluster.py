"""Bottom-up clustering of wordings with constraints: likeliest first, no contradiction inside a cluster.

Wordings of one form are of one kind; likeness is known between kinds, so that a thousand documents that say the same
in the same words cost no more than one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from index.analyze import bare_form
from index.indicator_form import Indicator
from index.indicator_lexicon import STRICT
from index.indicator_match import judge, lexical

Encode = Callable[[Sequence[str]], npt.NDArray[np.float32]]
#: Least cosine of forms that are looked at, unless their words are equal. Of labelled pairs that are the same and
#: differ in words the least is .71.
LEAST_COSINE = 0.5
_CHUNK = 1024


class Clusters:
    """Sets of nodes 0..n-1. `forms[n]` is a node's form, None where it may be joined by staff only."""

    def __init__(self, forms: Sequence[Indicator | None]) -> None:
        self._of = list(range(len(forms)))
        self._nodes: dict[int, list[int]] = {n: [n] for n in range(len(forms))}
        self._forbidden: dict[int, set[int]] = defaultdict(set)
        self._kind = list(range(len(forms)))
        self._alike: set[tuple[int, int]] = set()
        self._near: set[tuple[int, int]] = set()
        self._by_form: dict[str, list[int]] = defaultdict(list)
        self._forms: dict[str, Indicator] = {}
        for node, form in enumerate(forms):
            if form is not None:
                self._kind[node] = self._by_form[form.key][0] if form.key in self._by_form else node
                self._by_form[form.key].append(node)
                self._forms.setdefault(form.key, form)

    def join_all(self, nodes: Sequence[int]) -> None:
        """Join nodes whatever they say. From then on they count as one kind, like whatever is like any of them."""
        for node in nodes[1:]:
            self._unite(self._of[nodes[0]], self._of[node])
        for node in nodes:
            self._kind[node] = len(self._kind) + min(nodes)

    def forbid(self, a: int, b: int) -> None:
        """Never join two nodes, unless they are joined already."""
        if self._of[a] != self._of[b]:
            self._forbidden[a].add(b)
            self._forbidden[b].add(a)

    def join_alike(self, encode: Encode | None) -> None:
        """Join what measures the same, likeliest first."""
        for nodes in self._by_form.values():
            self._learn(nodes, nodes, self._alike)
        found: list[tuple[float, str, str]] = []
        for a, b, cosine in _near(self._forms, encode):
            verdict = judge(self._forms[a], self._forms[b], cosine)
            if verdict.same:
                found.append((-verdict.score, a, b))
            if verdict.same or verdict.near:
                self._learn(self._by_form[a], self._by_form[b], self._alike if verdict.same else self._near)
        for nodes in self._by_form.values():
            self._join(nodes, nodes)
        for _, a, b in sorted(found):
            self._join(self._by_form[a], self._by_form[b])

    def members(self) -> list[list[int]]:
        """The sets, each ascending, in the order of their first nodes."""
        return sorted((sorted(nodes) for nodes in self._nodes.values()), key=lambda nodes: nodes[0])

    def _learn(self, some: Iterable[int], others: Iterable[int], known: set[tuple[int, int]]) -> None:
        kinds = {self._kind[node] for node in others}
        for kind in {self._kind[node] for node in some}:
            known.update((kind, other) for other in kinds)
            known.update((other, kind) for other in kinds)

    def _join(self, some: Iterable[int], others: Iterable[int]) -> None:
        """Join the sets of nodes where no pair between them is forbidden or apart, and most are alike."""
        rights = list(dict.fromkeys(self._of[node] for node in others))
        for left in dict.fromkeys(self._of[node] for node in some):
            for right in rights:
                if left in self._nodes and right in self._nodes and left != right and self._may(left, right):
                    self._unite(left, right)

    def _may(self, left: int, right: int) -> bool:
        ones, others = self._nodes[left], self._nodes[right]
        if any(not self._forbidden[node].isdisjoint(others) for node in ones if node in self._forbidden):
            return False
        alike = near = 0
        kinds = {self._kind[node] for node in others}
        for kind in {self._kind[node] for node in ones}:
            for other in kinds:
                if kind == other or (kind, other) in self._alike:
                    alike += 1
                elif (kind, other) in self._near:
                    near += 1
                else:
                    return False
        return alike >= near

    def _unite(self, left: int, right: int) -> None:
        if left == right:
            return
        for node in self._nodes[right]:
            self._of[node] = left
        self._nodes[left] += self._nodes.pop(right)


def _near(forms: dict[str, Indicator], encode: Encode | None) -> Iterator[tuple[str, str, float]]:
    """(key, key, cosine) of the pairs of forms that may be the same: no strict facet parts them, and meaning or words
    are alike. Without a model the likeness of words stands for that of meaning."""
    blocks: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for key in sorted(forms):
        form = forms[key]
        blocks[(form.unit, form.change, form.numbers, *(form.get(facet) for facet in STRICT))].append(key)
    for keys in blocks.values():
        if len(keys) < 2:
            continue
        block = [forms[key] for key in keys]
        if encode is None:
            for j in range(len(keys)):
                yield from ((keys[i], keys[j], lexical(block[i], block[j])[0]) for i in range(j))
            continue
        vectors = encode([form.words for form in block])
        for start in range(0, len(keys), _CHUNK):
            cosines = vectors[start : start + _CHUNK] @ vectors.T
            for row, j in zip(*np.nonzero(cosines >= LEAST_COSINE), strict=True):
                i = int(row) + start
                if i < j:
                    yield keys[i], keys[j], float(cosines[row, j])
        by_words: dict[frozenset[str], list[int]] = defaultdict(list)  # "SIPAS" has no meaning for a model
        for j, form in enumerate(block):
            said = frozenset(map(bare_form, form.terms))
            for i in by_words[said]:
                if (cosine := float(vectors[i] @ vectors[j])) < LEAST_COSINE:
                    yield keys[i], keys[j], cosine
            by_words[said].append(j)
