"""Targets -> groups that measure the same, across documents and provinces.

Every wording is a node. Nodes join bottom up, best pair first, and two groups only where no two of their members
contradict each other and most are the same: a chain of half-likenesses joins nothing. What one document sets to two
values for one year are two indicators. Choices of staff come before all that.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from index.analyze import bare_form
from index.authority import level_of
from index.facts import TargetRecord
from index.indicator_choices import Choice
from index.indicator_form import Indicator, indicator_form
from index.indicator_lexicon import STRICT
from index.indicator_match import LEXICAL, THRESHOLD, judge, lexical
from ingest.clean.fold import match_form, strip_diacritics
from ingest.extract.models import Target

Encode = Callable[[Sequence[str]], npt.NDArray[np.float32]]
_CHUNK = 1024
_NOTE = re.compile(r"\[\d{1,3}\]")
_TAIL_YEAR = re.compile(r"[\s,]*(?:trong |đến |của )?năm (?:19|20)\d\d(?: của tỉnh)?$")
_ABBREVIATED = re.compile(r"\b[^\W\d_a-zà-ỹ]{3,}\b")
_NAMING = ("tỷ lệ", "tỉ lệ", "mức độ", "chỉ số", "số ", "tổng ", "tốc độ", "thứ hạng")


@dataclass(slots=True)
class Wording:
    """One way of putting an indicator, with its targets. `key` names it in choices: no document is in it, but of a
    name that says too little, or that its document gives several values, the evidence is."""

    key: str
    text: str
    form: Indicator
    alone: bool = False  # too little is said, or several values for a year: joined by staff only
    records: list[TargetRecord] = field(default_factory=list)

    @property
    def documents(self) -> set[int]:
        """Ordinals of the documents that put it so."""
        return {record.document.ordinal for record in self.records}


@dataclass(slots=True)
class Group:
    """Wordings of one indicator, most used first. `chosen`: staff had a say in it."""

    wordings: list[Wording]
    chosen: bool = False

    @property
    def key(self) -> str:
        """Key of its first wording by key."""
        return min(wording.key for wording in self.wordings)

    @property
    def name(self) -> str:
        """The wording shown for all."""
        return self.wordings[0].text

    @property
    def form(self) -> Indicator:
        """The form of the wording shown."""
        return self.wordings[0].form

    @property
    def records(self) -> list[TargetRecord]:
        """All targets."""
        return [record for wording in self.wordings for record in wording.records]


_LEVELS = {"province": "tỉnh", "department": "sở", "commune": "xã"}


def shown_name(indicator: str) -> str:
    """An indicator as a heading: no year at its end, a capital in front.

    >>> shown_name("tỷ lệ hồ sơ trực tuyến năm 2026 "), shown_name("SIPAS")
    ('Tỷ lệ hồ sơ trực tuyến', 'SIPAS')
    """
    text = _TAIL_YEAR.sub("", " ".join(_NOTE.sub("", indicator).split())).strip(" ,;.:")
    return text[:1].upper() + text[1:]


def _wording_key(record: TargetRecord, form: Indicator, level: str, salt: str) -> str:
    text = " ".join(re.findall(r"\w+|%", strip_diacritics(match_form(shown_name(record.fact.indicator)))))
    said = "\0".join((text, form.unit, form.change, level, salt))
    return blake2b(said.encode("utf-8", "replace"), digest_size=8).hexdigest()


def _slot(fact: Target) -> tuple[object, ...]:
    return fact.year, fact.period, fact.maintain_until if fact.year is None else None


def _value(fact: Target) -> tuple[object, ...]:
    return fact.comparator, fact.value, fact.value_to


def wordings(records: Iterable[TargetRecord]) -> list[Wording]:
    """Targets by their wording."""
    by_document: dict[int, dict[tuple[str, str], list[tuple[TargetRecord, Indicator, str]]]] = {}
    for record in records:
        fact = record.fact
        document = record.document
        level = _LEVELS.get(level_of(document.number, document.issuer, document.type), "")
        form = indicator_form(fact.indicator, fact.unit, fact.change, level)
        if form.get("scope") == indicator_form(fact.indicator, fact.unit, fact.change).get("scope"):
            level = ""  # the name says itself whose index it is
        plain = _wording_key(record, form, level, "")
        by_document.setdefault(record.document.ordinal, {}).setdefault((plain, fact.unit or ""), []).append(
            (record, form, level)
        )
    found: dict[tuple[str, int | None], Wording] = {}  # what stays alone is one document's

    def add(key: str, record: TargetRecord, form: Indicator, alone: bool = True) -> None:
        place = (key, record.document.ordinal if alone else None)
        wording = found.get(place)
        if wording is None:
            wording = found[place] = Wording(key, shown_name(record.fact.indicator), form, alone)
        wording.records.append(record)

    for forms in by_document.values():
        for (plain, _), entries in forms.items():
            values: dict[tuple[object, ...], set[tuple[object, ...]]] = defaultdict(set)
            for record, _, _ in entries:
                values[_slot(record.fact)].add(_value(record.fact))
            ambiguous = any(len(given) > 1 for given in values.values())
            for record, form, level in entries:
                if ambiguous:
                    add(_wording_key(record, form, level, record.key), record, form)
                elif form.vague:
                    add(_wording_key(record, form, level, entries[0][0].key), record, form)
                else:
                    add(plain, record, form, alone=False)
    return list(found.values())


def group(records: Iterable[TargetRecord], encode: Encode | None, choices: Sequence[Choice] = ()) -> list[Group]:
    """Groups in the order of their first target. Without `encode` only words count."""
    nodes = wordings(records)
    together, apart = _chosen(choices)
    clusters = _Clusters(len(nodes))
    touched: set[int] = set()
    held: dict[str, list[int]] = defaultdict(list)  # name of a declared set, or a key alone -> nodes
    for n, wording in enumerate(nodes):
        held[together.get(wording.key, wording.key)].append(n)
    for name in set(together.values()):
        if len(held[name]) > 1:
            clusters.join_all(held[name])
            touched.update(held[name])
    _forbid_conflicts(nodes, clusters)
    for left, right in apart:
        for one in held[left]:
            for other in held[right]:
                clusters.forbid(one, other)
                touched.update((one, other))
    pairs, near = _likeliest(nodes, encode)
    for one, other in pairs:
        clusters.learn(one, other)
    for one, other in near:
        clusters.learn(one, other, near=True)
    for one, other in pairs:
        clusters.join(one, other)
    groups = [
        Group(_most_used(nodes[n] for n in members), any(n in touched for n in members))
        for members in clusters.members()
    ]
    return groups


def _chosen(choices: Sequence[Choice]) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """(key -> name of its set of declared equals, pairs of such names or lone keys that are different).

    The newest choices come first; one that contradicts them has no effect.
    """
    sets: dict[str, set[str]] = {}

    def members(key: str) -> set[str]:
        return sets.setdefault(key, {key})

    apart: list[tuple[str, str]] = []
    for choice in sorted(choices, key=lambda one: -one.id):
        a, b = members(choice.a), members(choice.b)
        opposed = any((x in a and y in b) or (x in b and y in a) for x, y in apart)
        if choice.same and a is not b and not opposed:
            a |= b
            for key in b:
                sets[key] = a
        elif not choice.same and a is not b:
            apart.append((choice.a, choice.b))
    together = {key: min(one) for key, one in sets.items() if len(one) > 1}
    return together, [(together.get(a, a), together.get(b, b)) for a, b in apart]


class _Clusters:
    """Sets of nodes. Nodes that staff joined count as one core."""

    def __init__(self, size: int) -> None:
        self.of = list(range(size))
        self.sets: dict[int, list[int]] = {n: [n] for n in range(size)}
        self.forbidden: dict[int, set[int]] = defaultdict(set)
        self.cores = list(range(size))  # nodes that staff joined are one here
        self.alike: set[tuple[int, int]] = set()
        self.near: set[tuple[int, int]] = set()

    def join_all(self, nodes: Sequence[int]) -> None:
        for node in nodes[1:]:
            self._unite(self.of[nodes[0]], self.of[node])
            self.cores[node] = self.cores[nodes[0]]
        core = min(self.cores[node] for node in nodes)
        for node in nodes:
            self.cores[node] = core

    def forbid(self, a: int, b: int) -> None:
        if self.of[a] != self.of[b]:
            self.forbidden[a].add(b)
            self.forbidden[b].add(a)

    def join(self, a: int, b: int) -> None:
        """Join the sets of two nodes where no pair between them is forbidden or apart, and most are alike."""
        left, right = self.of[a], self.of[b]
        if left == right:
            return
        one, other = self.sets[left], self.sets[right]
        if any(self.forbidden[node] & set(other) for node in one):
            return
        alike = near = 0
        for x in {self.cores[node] for node in one}:
            for y in {self.cores[node] for node in other}:
                pair = (min(x, y), max(x, y))
                if pair in self.alike:
                    alike += 1
                elif pair in self.near:
                    near += 1
                else:
                    return
        if alike >= near:
            self._unite(left, right)

    def learn(self, a: int, b: int, *, near: bool = False) -> None:
        """Two nodes may be in one set; `near`: where others in it are alike."""
        x, y = self.cores[a], self.cores[b]
        (self.near if near else self.alike).add((min(x, y), max(x, y)))

    def _unite(self, left: int, right: int) -> None:
        if left == right:
            return
        for node in self.sets[right]:
            self.of[node] = left
        self.sets[left] += self.sets.pop(right)

    def members(self) -> list[list[int]]:
        return sorted((sorted(one) for one in self.sets.values()), key=lambda one: one[0])


def _forbid_conflicts(nodes: Sequence[Wording], clusters: _Clusters) -> None:
    """One document, one year, two values: two indicators."""
    slots: dict[tuple[object, ...], list[tuple[int, tuple[object, ...]]]] = defaultdict(list)
    for n, wording in enumerate(nodes):
        for record in wording.records:
            fact = record.fact
            slots[record.document.ordinal, wording.form.unit, wording.form.change, *_slot(fact)].append(
                (n, _value(fact))
            )
    for given in slots.values():
        for position, (n, value) in enumerate(given):
            for other, its in given[:position]:
                if other != n and its != value:
                    clusters.forbid(n, other)


def _likeliest(nodes: Sequence[Wording], encode: Encode | None) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """(pairs that are the same, likeliest first; pairs that are nearly so). Only pairs that no strict facet parts are
    looked at."""
    blocks: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for n, wording in enumerate(nodes):
        if not wording.alone:
            blocks[_block(wording.form)].append(n)
    found: list[tuple[float, str, str, int, int]] = []
    near: list[tuple[int, int]] = []
    for members in blocks.values():
        if len(members) < 2:
            continue
        forms = [nodes[n].form for n in members]
        for i, j, cosine in _near(forms, encode):
            verdict = judge(forms[i], forms[j], cosine)
            a, b = members[i], members[j]
            if verdict.same:
                found.append((-verdict.score, nodes[a].key, nodes[b].key, a, b))
            elif verdict.near:
                near.append((a, b))
    return [(a, b) for *_, a, b in sorted(found)], near


def _block(form: Indicator) -> tuple[object, ...]:
    return form.unit, form.change, form.numbers, *(form.get(facet) for facet in STRICT)


def _near(forms: Sequence[Indicator], encode: Encode | None) -> Iterator[tuple[int, int, float]]:
    """(i, j, cosine) for i < j of all pairs that can reach the threshold."""
    if encode is None:
        for j, other in enumerate(forms):
            for i in range(j):
                yield i, j, lexical(forms[i], other)[0]
        return
    words = [frozenset(map(bare_form, form.terms)) for form in forms]
    vectors = encode([form.words for form in forms])
    least = (THRESHOLD - LEXICAL) / (1 - LEXICAL)
    for start in range(0, len(forms), _CHUNK):
        cosines = vectors[start : start + _CHUNK] @ vectors.T
        for row, column in zip(*np.nonzero(cosines >= least), strict=True):
            i, j = int(row) + start, int(column)
            if i < j:
                yield i, j, float(cosines[row, column])
    by_words: dict[frozenset[str], list[int]] = defaultdict(list)  # "SIPAS" has no meaning for a model
    for j, said in enumerate(words):
        for i in by_words[said]:
            if (cosine := float(vectors[i] @ vectors[j])) < least:
                yield i, j, cosine
        by_words[said].append(j)


def _most_used(nodes: Iterable[Wording]) -> list[Wording]:
    """Most documents first, then what reads like an indicator's name, is spelt out, and is short."""

    def place(wording: Wording) -> tuple[object, ...]:
        text = wording.text
        named = text.lower().startswith(_NAMING)
        return -len(wording.documents), not named, bool(_ABBREVIATED.search(text)), len(text), text, wording.key

    return sorted(nodes, key=place)
