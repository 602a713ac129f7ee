"""The register of tasks: filtered by unit, deadline, document and words, in an order, page by page.

Ids are found first and only the tasks of a page are read whole, so a register of 100,000 tasks stays quick.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

import numpy as np

from index.abbreviate import Abbreviations
from index.analyze import syllables
from index.facts import FactFilter, TaskRecord, task_conditions, tasks_by_id
from index.find_facts import FactIndex, Fields
from index.store import Store
from ingest.extract.unit_name import PROVINCE

ORDERS = ("relevance", "due", "document")
#: Ways to ask for a deadline relative to a day.
DUES = ("soon", "past", "dated", "undated")
SOON_DAYS = 30
_CHUNK = 500
_MOST_DEAD = 1.5  # records kept for one that is alive, before all words are read anew

# What is searched of a task, with weights: its own words tell most, its document's title least.
_PRODUCT, _PATH, _UNITS, _DOCUMENT = 0.9, 0.8, 0.9, 0.4


@dataclass(frozen=True, slots=True)
class TaskQuestion:
    """What to list. `text`: words or a question. `due`: one of `DUES`. `order`: one of `ORDERS`, None for the
    best fitting words first where there are words, else the next deadline first."""

    text: str = ""
    where: FactFilter = field(default_factory=FactFilter)
    due: str | None = None
    order: str | None = None

    @property
    def in_order(self) -> str:
        """The order that counts."""
        words = bool(syllables(self.text))
        order = self.order or ("relevance" if words else "due")
        return "due" if order == "relevance" and not words else order


def deadline(where: FactFilter, due: str | None, today: date) -> FactFilter:
    """A filter with a deadline relative to a day added. "soon": from today on for `SOON_DAYS`; "past": before today.

    >>> found = deadline(FactFilter(due_from="2026-01-10"), "soon", date(2026, 1, 1))
    >>> found.due_from, found.due_to
    ('2026-01-10', '2026-01-31')
    """
    first, last = where.due_from, where.due_to
    if due == "soon":
        first = max(filter(None, (first, today.isoformat())))
        last = min(filter(None, (last, (today + timedelta(days=SOON_DAYS)).isoformat())))
    elif due == "past":
        last = min(filter(None, (last, (today - timedelta(days=1)).isoformat())))
    elif due in ("dated", "undated"):
        return replace(where, dated=due == "dated")
    return replace(where, due_from=first, due_to=last)


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of all tasks in a state of the store. `marks`: id -> changes with what is searched of the task;
    `places`: id -> its record in `index`, which also holds some that are gone."""

    state: tuple[Any, ...]
    marks: dict[int, int]
    places: dict[int, int]
    index: FactIndex
    abbreviations: Abbreviations


class TaskRegister:
    """Lists of tasks of one store. Keeps the words of all tasks until the store changes. Safe between threads."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._words: _Words | None = None
        self._units: tuple[Any, list[tuple[str, int]]] | None = None

    def ids(self, question: TaskQuestion, today: date, *, in_order: bool = True) -> list[int]:
        """Ids of all tasks that are asked for, in order unless that doesn't matter."""
        where = deadline(question.where, question.due, today)
        with self._store.snapshot() as db:
            parts, values = task_conditions(self._store, where)
            condition = f"WHERE {' AND '.join(parts)}" if parts else ""
            order, arguments = _ordering(question.in_order, today) if in_order else ("", [])
            rows = db.execute(
                f"SELECT f.id FROM tasks f JOIN documents d ON d.ordinal = f.document {condition} {order}",
                [*values, *arguments],
            )
            found = [int(row[0]) for row in rows]
            if not syllables(question.text) or not found:
                return found
            return self._matching(db, question, found)

    def _matching(self, db: sqlite3.Connection, question: TaskQuestion, ids: Sequence[int]) -> list[int]:
        words = self._indexed(db)
        among = np.array([words.places[id] for id in ids], dtype=np.int64)
        scores = words.index.scores(question.text, words.abbreviations, among)[among]
        by_score = question.in_order == "relevance"
        order = np.argsort(-scores, kind="stable") if by_score else np.arange(len(ids))
        return [ids[n] for n in order.tolist() if scores[n] > 0]

    def _indexed(self, db: sqlite3.Connection) -> _Words:
        """The words of all tasks; of those that are new or corrected only, where most were known."""
        state = _state(db)
        with self._lock:
            known = self._words
            if known is not None and known.state == state:
                return known
            rows = db.execute(
                """
                SELECT f.id, f.task, f.product, f.section_path, f.lead, f.coordinate, f.monitor,
                    d.type, d.number, d.title, d.issuer, d.year
                FROM tasks f JOIN documents d ON d.ordinal = f.document ORDER BY f.id
                """
            ).fetchall()
            marks = {row["id"]: hash(tuple(row)) for row in rows}
            kept: dict[int, int] = {}
            index = FactIndex(())
            if known is not None:
                kept = {id: place for id, place in known.places.items() if marks.get(id) == known.marks[id]}
                index = known.index
            fresh = [row for row in rows if row["id"] not in kept]
            if len(index) + len(fresh) > _MOST_DEAD * len(rows):
                kept, index, fresh = {}, FactIndex(()), rows
            places = kept | {row["id"]: place for place, row in enumerate(fresh, start=len(index))}
            index = index.extended([_fields(row) for row in fresh])
            self._words = _Words(state, marks, places, index, Abbreviations(self._store.abbreviations()))
            return self._words

    def read(self, ids: Sequence[int]) -> list[TaskRecord]:
        """These tasks whole, in this order."""
        return list(self.stream(ids))

    def stream(self, ids: Sequence[int]) -> Iterator[TaskRecord]:
        """These tasks whole, read some at a time."""
        for start in range(0, len(ids), _CHUNK):
            yield from tasks_by_id(self._store, ids[start : start + _CHUNK])

    def any(self) -> bool:
        """Whether there is any task at all."""
        with self._store.snapshot() as db:
            return db.execute("SELECT 1 FROM tasks WHERE hidden = 0 LIMIT 1").fetchone() is not None

    def due_counts(self, question: TaskQuestion, today: date) -> dict[str, int]:
        """How many of the tasks asked for each of `DUES` would leave."""
        with self._store.snapshot() as db:
            asked = set(self.ids(question, today, in_order=False))
            dated = {row[0]: row[1] for row in db.execute("SELECT id, due_on FROM tasks WHERE due_on IS NOT NULL")}
        days = [day for id, day in dated.items() if id in asked]
        soon, now = (today + timedelta(days=SOON_DAYS)).isoformat(), today.isoformat()
        return {
            "soon": sum(now <= day <= soon for day in days),
            "past": sum(day < now for day in days),
            "dated": len(days),
            "undated": len(asked) - len(days),
        }

    def units(self) -> list[tuple[str, int]]:
        """Units as most often written, with the number of tasks that name them, most first."""
        with self._store.snapshot() as db:
            state = _state(db)
            with self._lock:
                if self._units is not None and self._units[0] == state:
                    return self._units[1]
            rows = db.execute(
                """
                SELECT u.unit_key, u.unit, COUNT(DISTINCT u.task) FROM task_units u
                JOIN tasks f ON f.id = u.task JOIN documents d ON d.ordinal = f.document
                WHERE f.hidden = 0 AND (d.leader IS NULL OR d.leader = d.id)
                GROUP BY u.unit_key, u.unit
                """
            ).fetchall()
        units = _named(rows)
        with self._lock:
            self._units = (state, units)
        return units

    def documents(self) -> list[tuple[str, str, int]]:
        """Documents with tasks as (number, title, number of tasks), newest first; those without a number left out."""
        with self._store.snapshot() as db:
            rows = db.execute(
                """
                SELECT d.number, COALESCE(d.title, ''), COUNT(*) FROM tasks f JOIN documents d ON d.ordinal = f.document
                WHERE d.number IS NOT NULL AND f.hidden = 0 AND (d.leader IS NULL OR d.leader = d.id)
                GROUP BY d.ordinal ORDER BY d.issued_on IS NULL, d.issued_on DESC, d.id
                """
            )
            return [(row[0], row[1], row[2]) for row in rows]

    def years(self) -> list[tuple[int, int]]:
        """Years of documents with tasks, newest first, with the number of tasks."""
        with self._store.snapshot() as db:
            rows = db.execute(
                """
                SELECT d.year, COUNT(*) FROM tasks f JOIN documents d ON d.ordinal = f.document
                WHERE d.year IS NOT NULL AND f.hidden = 0 AND (d.leader IS NULL OR d.leader = d.id)
                GROUP BY d.year ORDER BY d.year DESC
                """
            )
            return [(row[0], row[1]) for row in rows]


def _state(db: sqlite3.Connection) -> tuple[Any, ...]:
    """Changes whenever documents or what staff corrected in them do."""
    return tuple(
        db.execute(
            """
            SELECT (SELECT value FROM meta WHERE key = 'identity'), (SELECT value FROM meta WHERE key = 'revision'),
                (SELECT MAX(id) FROM audit), (SELECT COUNT(*) FROM tasks), (SELECT MAX(id) FROM tasks)
            """
        ).fetchone()
    )


def _ordering(order: str, today: date) -> tuple[str, list[Any]]:
    """The next deadline first, then what is past (latest first), then what has no day; or by document and place."""
    by_document = "d.issued_on IS NULL, d.issued_on DESC, d.year DESC, d.id, f.ordinal"
    if order != "due":
        return f"ORDER BY {by_document}", []
    return (
        f"""
        ORDER BY CASE WHEN f.due_on >= ? THEN 0 WHEN f.due_on IS NOT NULL THEN 1 ELSE 2 END,
            CASE WHEN f.due_on >= ? THEN f.due_on END, f.due_on DESC, {by_document}""",
        [today.isoformat(), today.isoformat()],
    )


def _fields(row: sqlite3.Row) -> Fields:
    units = [unit for role in ("lead", "coordinate", "monitor") for unit in json.loads(row[role])]
    named = " ".join(
        str(part) for part in (row["type"], row["number"], row["title"], row["issuer"], row["year"]) if part
    )
    return [
        (row["task"], 1.0),
        (row["product"] or "", _PRODUCT),
        (" / ".join(json.loads(row["section_path"])), _PATH),
        ("; ".join(units), _UNITS),
        (named, _DOCUMENT),
    ]


def _named(rows: Sequence[sqlite3.Row]) -> list[tuple[str, int]]:
    """Spellings of each key joined under the most frequent one; equal names of several provinces joined too."""
    spellings: dict[str, Counter[str]] = {}
    for key, unit, count in rows:
        spellings.setdefault(key.partition(PROVINCE)[0], Counter())[unit] += count
    names: Counter[str] = Counter()
    for found in spellings.values():
        best = min(found, key=lambda unit: (-found[unit], len(unit), unit))
        names[best[:1].upper() + best[1:]] += sum(found.values())
    return sorted(names.items(), key=lambda item: (-item[1], item[0]))
