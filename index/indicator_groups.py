"""Targets -> groups that measure the same, across documents and provinces.

Every wording is a node of `index.indicator_cluster`: a chain of half-likenesses joins nothing. What one document sets
to two values for one year are two indicators. Choices of staff come before all that.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

from index.authority import level_of
from index.facts import TargetRecord
from index.indicator_choices import Choice
from index.indicator_cluster import Clusters, Encode
from index.indicator_form import Indicator, indicator_form
from index.records import DocumentRecord
from ingest.clean.fold import match_form, strip_diacritics
from ingest.extract.models import Target

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
    parts: list[tuple[DocumentRecord, str]] = field(default_factory=list)  # each document, key of its part alone

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


def wordings(records: Iterable[TargetRecord], chosen: Collection[str] = ()) -> list[Wording]:
    """Targets by their wording. `chosen`: keys in choices; one of a document's part makes that a wording of its own."""
    by_document: dict[int, dict[tuple[str, str], list[tuple[TargetRecord, Indicator, str]]]] = {}
    for record in records:
        fact = record.fact
        document = record.document
        level = _LEVELS.get(level_of(document.number, document.issuer, document.type), "")
        form = indicator_form(fact.indicator, fact.unit, fact.change)
        told = indicator_form(fact.indicator, fact.unit, fact.change, level) if level and form.may_need_level else form
        if told.get("scope") == form.get("scope"):
            level = ""  # the name says itself whose index it is, or needn't
        form = told
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
            first, form, level = entries[0]
            part = _wording_key(first, form, level, first.key)
            for record, form, level in entries:
                if ambiguous:
                    add(_wording_key(record, form, level, record.key), record, form)
                elif form.vague or part in chosen:
                    add(part, record, form)
                else:
                    add(plain, record, form, alone=False)
            if (kept := found.get((plain, None))) and kept.records[-1].document is first.document:
                kept.parts.append((first.document, part))
    return list(found.values())


def group(records: Iterable[TargetRecord], encode: Encode | None, choices: Sequence[Choice] = ()) -> list[Group]:
    """Groups in the order of their first target. Without `encode` only words count."""
    nodes = wordings(records, {key for choice in choices for key in (choice.a, choice.b)})
    together, apart = _chosen(choices)
    clusters = Clusters([None if wording.alone else wording.form for wording in nodes])
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
    clusters.join_alike(encode)
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


def _forbid_conflicts(nodes: Sequence[Wording], clusters: Clusters) -> None:
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


def _most_used(nodes: Iterable[Wording]) -> list[Wording]:
    """Most documents first, then what reads like an indicator's name, is spelt out, and is short."""

    def place(wording: Wording) -> tuple[object, ...]:
        text = wording.text
        named = text.lower().startswith(_NAMING)
        return -len(wording.documents), not named, bool(_ABBREVIATED.search(text)), len(text), text, wording.key

    return sorted(nodes, key=place)
