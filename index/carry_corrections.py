"""Corrections that follow their facts when a document is read anew, or its file has a new content.

A fact is found again by its key, that is by its evidence word for word. Where a few words of the evidence changed, a
correction follows to the one new fact that is nearly the same: same numbers, same reading of the corrected field,
and no fact of the former reading. Whatever is left is listed by `corrections.unplaced`: a correction laid over another
fact would be worse than one that is lost and told.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from index.corrections import FIELDS, HIDDEN, TABLES, active, read_values, stored_value
from index.facts import named_facts
from ingest.clean.fold import key_form
from ingest.models import Document

#: Share of the words that have to be the same, in their order; and by how much the next best fact must be less like.
LEAST_LIKE, LEAD = 0.75, 0.05
_FOLLOWING = ("task", "target")  # a citation is the document that it names: another number is another document


@dataclass(frozen=True, slots=True)
class _Fact:
    words: list[str]
    read: dict[str, Any]  # by field, before corrections

    @property
    def numbers(self) -> Counter[str]:
        return Counter(word for word in self.words if any(char.isdigit() for char in word))


def carry_over(db: sqlite3.Connection, old_id: str, document: Document) -> int:
    """Corrections of a file's former content also for its new one (before that is written): how many.

    A field of the header is carried where the new content reads it as the old one did; whether a correction of a
    fact fits shows when it is laid over.
    """
    old = db.execute("SELECT * FROM documents WHERE id = ?", (old_id,)).fetchone()
    read = {} if old is None else {**{name: old[name] for name in FIELDS["document"]}, **read_values(old["extracted"])}
    rows = active(db, old_id, None)
    keys = _new_keys(db, old_id, document, rows)
    moved = 0
    for row in rows:
        if row["kind"] == "document" and read.get(row["field"]) != getattr(document.header, row["field"]):
            continue
        key = keys.get(row["id"], row["fact_key"])
        known = db.execute(
            "SELECT 1 FROM corrections WHERE document_id = ? AND kind = ? AND fact_key = ? AND field = ?",
            (document.id, row["kind"], key, row["field"]),
        ).fetchone()
        if known is None:
            db.execute(
                """INSERT INTO corrections (document_id, kind, fact_key, field, value, before, author, note, created_at)
                SELECT ?, kind, ?, field, value, before, author, note, created_at FROM corrections WHERE id = ?""",
                (document.id, key, row["id"]),
            )
            moved += 1
    return moved


def keep_places(db: sqlite3.Connection, document: Document) -> int:
    """Let corrections of a stored document follow to facts that are read a little differently now; how many.
    Called inside the transaction that writes the document anew, before its former facts go."""
    rows = active(db, document.id, None)
    keys = _new_keys(db, document.id, document, rows) if rows else {}
    for number, key in keys.items():
        db.execute("UPDATE corrections SET fact_key = ? WHERE id = ?", (key, number))
    return len(keys)


def _new_keys(
    db: sqlite3.Connection, old_id: str, document: Document, corrections: list[sqlite3.Row]
) -> dict[int, str]:
    """Id of a correction whose fact lost its key -> key of the fact that it became."""
    found: dict[int, str] = {}
    for kind in _FOLLOWING:
        mine = [row for row in corrections if row["kind"] == kind]
        if not mine:
            continue
        old, new = _stored(db, old_id, kind), _read(document, kind)
        fresh = {key: fact for key, fact in new.items() if key not in old}
        gone = {row["fact_key"] for row in mine} & (old.keys() - new.keys())
        became = {key: _like(old[key], fresh) for key in gone}
        taken = Counter(became.values())
        for row in mine:
            key = became.get(row["fact_key"])
            if key is None or taken[key] > 1:
                continue
            name = row["field"]
            if name == HIDDEN or old[row["fact_key"]].read[name] == fresh[key].read[name]:
                found[row["id"]] = key
    return found


def _stored(db: sqlite3.Connection, document_id: str, kind: str) -> dict[str, _Fact]:
    rows = db.execute(
        f"""SELECT f.*, b.text AS whole FROM {TABLES[kind]} f JOIN documents d ON d.ordinal = f.document
        JOIN bodies b ON b.document = d.ordinal WHERE d.id = ?""",
        (document_id,),
    )
    return {
        row["fact_key"]: _Fact(
            key_form(row["whole"][row["start"] : row["end"]]).split(),
            {name: stored_value(name, row[name]) for name in FIELDS[kind]} | read_values(row["extracted"]),
        )
        for row in rows
    }


def _read(document: Document, kind: str) -> dict[str, _Fact]:
    facts: Any = {"task": document.facts.tasks, "target": document.facts.targets}[kind]
    return {
        key: _Fact(key_form(evidence).split(), {name: getattr(fact, name) for name in FIELDS[kind] if name != HIDDEN})
        for (key, evidence), fact in zip(named_facts(document)[kind], facts, strict=True)
    }


def _like(fact: _Fact, others: dict[str, _Fact]) -> str | None:
    """Key of the one fact that is nearly the same."""
    numbers = fact.numbers
    likeness = sorted(
        (
            (SequenceMatcher(None, fact.words, other.words, autojunk=False).ratio(), key)
            for key, other in others.items()
            if other.numbers == numbers
        ),
        reverse=True,
    )
    if not likeness or likeness[0][0] < LEAST_LIKE:
        return None
    return likeness[0][1] if len(likeness) == 1 or likeness[0][0] - likeness[1][0] >= LEAD else None
