"""Targets as lists and compared: the register of one store, kept until documents, corrections or choices change."""

from __future__ import annotations

import re
import sqlite3
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from index.abbreviate import Abbreviations
from index.analyze import syllables
from index.facts import FactFilter, TargetRecord, passage_id, read_targets
from index.find_facts import FactIndex, Fields
from index.indicator_choices import read_choices
from index.indicator_cluster import Encode
from index.indicator_form import indicator_form, subject, unit_class
from index.indicator_groups import Group, group
from index.indicator_match import contradicts, likeness
from index.records import document_json
from index.store import Store
from ingest.clean.fold import key_form, match_form, strip_diacritics
from ingest.extract.models import Target
from ingest.lexicons import rows
from ingest.parse.province import find_province, predecessors_of, province_at

#: A group answers a question from this likeness of forms, or where it holds this share of the question's words.
#: One that counts another thing, only with more of them.
LEAST_LIKE, LEAST_WORDS, LEAST_OF_OTHER = 0.75, 0.6, 0.75
_PATH, _DOCUMENT = 0.7, 0.35


@dataclass(frozen=True, slots=True)
class TargetQuestion:
    """What to list. `unit`: of the target ("%"), `issuer`: part of a name, or a province, which stands for those it
    was made of. `year`, `document`, `leaders_only`: see `FactFilter`."""

    text: str = ""
    where: FactFilter = field(default_factory=FactFilter)
    unit: str | None = None
    issuer: str | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A group that answers a question, with how well (0..1)."""

    group: Group
    score: float


class _Kept:
    """Everything derived from one state of the store, each part made when first asked for."""

    def __init__(self, state: tuple[Any, ...], store: Store, encode: Callable[[], Encode | None]) -> None:
        self.state = state
        self.records = read_targets(store)
        self.leaders = [one for one in self.records if _leads(one)]
        self.place = {one.id: n for n, one in enumerate(self.records)}
        self.choices = read_choices(store)
        self.abbreviations = Abbreviations(store.abbreviations())
        self._encode = encode
        self._making = threading.Lock()
        self._words: FactIndex | None = None
        self._compared: _Compared | None = None

    @property
    def words(self) -> FactIndex:
        """The words of all records."""
        with self._making:
            if self._words is None:
                self._words = FactIndex([_fields(one, self.abbreviations) for one in self.records])
            return self._words

    @property
    def compared(self) -> _Compared:
        """The groups of the leading versions."""
        with self._making:
            if self._compared is None:
                groups = group(self.leaders, self._encode(), self.choices)
                groups.sort(key=lambda one: (-len(documents_of(one)), one.name))
                self._compared = _Compared(groups, self.abbreviations)
            return self._compared


class _Compared:
    """Groups, those of most documents first, and what finds them."""

    def __init__(self, groups: list[Group], abbreviations: Abbreviations) -> None:
        self.groups = groups
        self.by_key = {wording.key: one for one in groups for wording in one.wordings}
        self.sizes = [len(documents_of(one)) for one in groups]
        provinces = {name for one in groups for record in one.records if (name := record.document.province)}
        self.provinces = sorted(provinces, key=name_order)
        wordings = [(n, wording) for n, one in enumerate(groups) for wording in one.wordings]
        self.words = FactIndex([_named(wording.text, abbreviations) for _, wording in wordings])
        self.owners = np.array([n for n, _ in wordings], dtype=np.int64)


class TargetRegister:
    """Lists and comparisons of one store. Safe between threads.

    `encode` gives the function that embeds texts (or None: only words count); called when first needed.
    """

    def __init__(self, store: Store, encode: Callable[[], Encode | None] = lambda: None) -> None:
        self._store = store
        self._encode = encode
        self._lock = threading.Lock()
        self._latest: _Kept | None = None

    def _kept(self) -> _Kept:
        with self._store.snapshot() as db:
            state = _state(db)
            with self._lock:
                if self._latest is None or self._latest.state != state:
                    self._latest = _Kept(state, self._store, self._encode)
                return self._latest

    # --- lists ---------------------------------------------------------------------------------

    def find(self, question: TargetQuestion) -> list[TargetRecord]:
        """Targets that are asked for: best fitting first where there are words, else by document and place."""
        kept = self._kept()
        where = question.where
        tests: list[Callable[[TargetRecord], bool]] = []
        if where.document:
            tests.append(lambda one: one.document.id == where.document)
        if where.documents is not None:
            within = frozenset(where.documents)
            tests.append(lambda one: one.document.id in within)
        if where.year is not None:
            tests.append(_for_year(where.year))
        if question.unit:
            wanted = unit_class(question.unit)
            tests.append(lambda one: unit_class(one.fact.unit) == wanted)
        if question.issuer and question.issuer.strip():
            tests.append(issued_by(question.issuer))
        records = kept.leaders if where.leaders_only else kept.records
        records = [one for one in records if all(test(one) for test in tests)]
        if not syllables(question.text) or not records:
            return records
        among = np.array([kept.place[one.id] for one in records], dtype=np.int64)
        scores = kept.words.scores(question.text, kept.abbreviations, among)[among]
        return [records[n] for n in np.argsort(-scores, kind="stable").tolist() if scores[n] > 0]

    # --- comparisons ---------------------------------------------------------------------------

    def groups(self) -> list[Group]:
        """All groups, those of most documents first."""
        return self._kept().compared.groups

    def group(self, key: str) -> Group | None:
        """The group that holds this wording."""
        return self._kept().compared.by_key.get(key)

    def provinces(self) -> list[str]:
        """Provinces whose documents have targets."""
        return self._kept().compared.provinces

    def compare(self, query: str) -> list[Match]:
        """Groups that a question is about, best first; those of more documents before others that fit as well.

        A province that the question names leaves only the targets of its documents, where it has any.
        """
        kept = self._kept()
        known = kept.compared
        asked, places = split_places(query)
        asked = subject(asked)
        if not syllables(asked) or not known.groups:
            return []
        by_wording = known.words.scores(asked, kept.abbreviations)
        by_words = np.zeros(len(known.groups))
        np.maximum.at(by_words, known.owners, by_wording)
        form = indicator_form(asked)
        found = []
        for n, one in enumerate(known.groups):
            if all(contradicts(form, wording.form) for wording in one.wordings):
                continue
            like = max(likeness(form, wording.form) for wording in one.wordings)
            words = float(by_words[n])
            other_thing = form.head and one.form.head and form.head != one.form.head
            if words >= (LEAST_OF_OTHER if other_thing else LEAST_WORDS) or like >= LEAST_LIKE:
                score, size = max(words, like), known.sizes[n]
                # What several documents set is worth comparing: among those that fit in full it comes first.
                order = (-round(score, 1), size < 2, -round(like, 1), -size, -round(words, 2), n)
                found.append((order, Match(_as_asked(one, by_wording[known.owners == n]), score)))
        matches = [match for _, match in sorted(found, key=lambda entry: entry[0])]
        return (places and narrow(matches, of_provinces(places))) or matches


def _as_asked(one: Group, scores: npt.NDArray[np.float64]) -> Group:
    """The group under the wording that fits the question's words best."""
    best = sorted(range(len(one.wordings)), key=lambda n: (-round(float(scores[n]), 1), n))
    return replace(one, wordings=[one.wordings[n] for n in best])


def _leads(record: TargetRecord) -> bool:
    return record.document.leader in (None, record.document.id)


def _for_year(year: int) -> Callable[[TargetRecord], bool]:
    """Targets for a year, or without one for a period that holds it."""

    def holds(record: TargetRecord) -> bool:
        fact = record.fact
        return (
            fact.year == year
            if fact.year is not None
            else bool(fact.period and fact.period[0] <= year <= fact.period[1])
        )

    return holds


def documents_of(one: Group) -> set[int]:
    """Ordinals of the documents of a group."""
    return {record.document.ordinal for record in one.records}


_BEFORE_PLACE = re.compile(
    r"(?:^|\s+|,\s*)(?:(?:của|cua|ở|o|tại|tai|tỉnh|tinh|thành phố|thanh pho|tp\.?|và|va|với|voi)\s+)*$"
)


def split_places(query: str) -> tuple[str, list[str]]:
    """(a question without the provinces that it names, those provinces as they are listed).

    >>> split_places("so sánh SIPAS của Sơn La và tỉnh Lào Cai"), split_places("ho so truc tuyen ha noi")
    (('so sánh SIPAS', ['Sơn La', 'Lào Cai']), ('ho so truc tuyen', ['Hà Nội']))
    >>> split_places("báo cáo năm định kỳ")
    ('báo cáo năm định kỳ', [])
    """
    form = match_form(query)
    bare = strip_diacritics(form)
    found: dict[str, None] = {}
    kept: list[str] = []
    at = 0
    for match in re.finditer(r"(?<![^\W_])[a-z]", bare):
        hit = province_at(bare, match.start()) if match.start() >= at else None
        if hit and (bare == form or form[match.start() : hit[1]] in _province_names()):
            found[hit[0].name] = None
            kept.append(_BEFORE_PLACE.sub("", query[at : match.start()]))
            at = hit[1]
    return " ".join("".join([*kept, query[at:]]).split()), list(found)


@cache
def _province_names() -> frozenset[str]:
    return frozenset(match_form(form) for old, _, _, _, also in rows("provinces") for form in (old, *also.split(";")))


def of_provinces(names: Sequence[str]) -> Callable[[TargetRecord], bool]:
    """Whether a target's document is of one of the provinces, or of one that it was made of."""
    wanted = {old for name in names for old in (name, *predecessors_of(name))}
    return lambda record: record.document.province in wanted


def issued_by(asked: str) -> Callable[[TargetRecord], bool]:
    """Whether a target's document is of an issuer, or of a province or one that it was made of."""
    province = find_province(asked)
    names = set(predecessors_of(province.name)) | {province.name} if province else set()
    wanted = key_form(asked)

    def holds(record: TargetRecord) -> bool:
        document = record.document
        if names:
            return document.province in names
        named = f"{document.issuer or ''} {document.province or ''}"
        return wanted in key_form(named)

    return holds


def _state(db: sqlite3.Connection) -> tuple[Any, ...]:
    """Changes whenever documents, or what staff corrected or chose, do."""
    return tuple(
        db.execute(
            """
            SELECT (SELECT value FROM meta WHERE key = 'identity'), (SELECT value FROM meta WHERE key = 'revision'),
                (SELECT MAX(id) FROM audit), (SELECT COUNT(*) FROM targets), (SELECT MAX(id) FROM targets),
                (SELECT COUNT(leader) || ' ' || COUNT(DISTINCT leader) FROM documents)
            """
        ).fetchone()
    )


def _named(indicator: str, abbreviations: Abbreviations) -> list[tuple[str, float]]:
    """A name as written, and spelt out: whoever asks for "trực tuyến" means "DVCTT", too."""
    return [(text, 1.0) for text in dict.fromkeys((indicator, abbreviations.expand(indicator)))]


def _fields(record: TargetRecord, abbreviations: Abbreviations) -> Fields:
    document = record.document
    parts = (document.type, document.number, document.title, document.issuer, document.year)
    return [
        *_named(record.fact.indicator, abbreviations),
        (record.fact.text, 0.8),
        (" / ".join(record.fact.section_path), _PATH),
        (" ".join(str(part) for part in parts if part), _DOCUMENT),
    ]


# --- cells -------------------------------------------------------------------------------------


def year_of(fact: Target) -> int | None:
    """The year a value stands at in a comparison: its own, else the last of its period."""
    return fact.year if fact.year is not None else fact.period[1] if fact.period else None


def cells(records: Sequence[TargetRecord]) -> list[TargetRecord]:
    """Targets by year, province and document; what a document says twice, once."""
    seen: set[tuple[object, ...]] = set()
    kept: list[TargetRecord] = []
    for record in sorted(records, key=_order):
        fact = record.fact
        said = (
            record.document.ordinal, fact.year, fact.period, fact.maintain_until, fact.comparator, fact.value,
            fact.value_to,
        )  # fmt: skip
        if said not in seen:
            seen.add(said)
            kept.append(record)
    return kept


def name_order(name: str) -> str:
    """What a name is sorted by: Đà Nẵng stands beside Đồng Nai, not behind Yên Bái."""
    return strip_diacritics(match_form(name))


def _order(record: TargetRecord) -> tuple[Any, ...]:
    year, document = year_of(record.fact), record.document
    return (
        year is None,
        year or 0,
        name_order(document.province or ""),
        document.issued_on or "",
        document.id,
        record.fact.start,
    )


def compare_json(query: str, matches: Sequence[Match]) -> dict[str, Any]:
    """The contract's comparison; see docs/api.md for what comes on top."""
    return {"query": query, "indicators": [group_json(match.group) for match in matches]}


def group_json(one: Group) -> dict[str, Any]:
    """One indicator with its cells."""
    first = one.records[0].fact
    return {
        "indicator": one.name,
        "unit": first.unit,
        "change": first.change,
        "key": one.key,
        "wordings": [{"key": wording.key, "text": wording.text} for wording in one.wordings],
        "cells": [cell_json(record) for record in cells(one.records)],
    }


def cell_json(record: TargetRecord) -> dict[str, Any]:
    """One value of an indicator."""
    fact, document = record.fact, record.document
    passage = passage_id(document, fact.passage)
    return {
        "year": year_of(fact),
        "value": fact.value,
        "value_to": fact.value_to,
        "comparator": fact.comparator,
        "text": fact.text,
        "document": document_json(document),
        "url": f"/van-ban/{document.id}" + (f"#{passage}" if passage else ""),
        "period": list(fact.period) if fact.period else None,
        "maintain_until": fact.maintain_until,
        "change": fact.change,
        "baseline": fact.baseline,
        "indicator": fact.indicator,
        "province": document.province,
        "key": record.key,
        "corrected": list(record.corrected),
    }


def narrowed(one: Group, keep: Callable[[TargetRecord], bool]) -> Group:
    """A group with only some of its targets."""
    wordings = [replace(w, records=[record for record in w.records if keep(record)]) for w in one.wordings]
    return replace(one, wordings=[w for w in wordings if w.records])


def narrow(matches: Sequence[Match], keep: Callable[[TargetRecord], bool]) -> list[Match]:
    """Matches with only some of their targets; those that have none left go."""
    found = (Match(narrowed(match.group, keep), match.score) for match in matches)
    return [match for match in found if match.group.wordings]


def units(records: Sequence[TargetRecord]) -> list[tuple[str, int]]:
    """Units as most often written, with the number of targets, most first."""
    spelt: dict[str, Counter[str]] = {}
    for record in records:
        if record.fact.unit:
            spelt.setdefault(unit_class(record.fact.unit), Counter())[record.fact.unit] += 1
    best = [(min(found, key=lambda u: (-found[u], u)), sum(found.values())) for found in spelt.values()]
    return sorted(best, key=lambda item: (-item[1], item[0]))
