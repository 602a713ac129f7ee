"""Facts of documents in the store: written with their document, read with it, and their JSON in the contract.

A fact's columns hold what counts now; what staff corrected stays beside it (see `index.corrections`).
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from index.body import dumps, storable
from index.records import DocumentRecord, document_json
from index.resolve import Cited, Citing, candidates, resolve
from ingest.clean.fold import key_form
from ingest.extract.models import Citation, Target, Task
from ingest.extract.unit_name import unit_key, unit_matches
from ingest.models import Document
from ingest.parse.number import number_key

if TYPE_CHECKING:
    from index.store import Store

ROLES = ("lead", "coordinate", "monitor")


Fact = TypeVar("Fact", Citation, Target, Task)


@dataclass(slots=True)
class FactRecord(Generic[Fact]):
    """A fact with its document. `key` names it across readings; `corrected`: fields that staff changed."""

    id: int
    key: str
    fact: Fact
    document: DocumentRecord
    corrected: list[str] = field(default_factory=list)


TargetRecord = FactRecord[Target]
TaskRecord = FactRecord[Task]


@dataclass(slots=True)
class CitationRecord(FactRecord[Citation]):
    """A citation with the document that makes it. `resolved`: id of the cited document, where it is stored."""

    resolved: str | None = None


@dataclass(slots=True)
class FactFilter:
    """Conditions joined by AND; None asks nothing.

    `document`: id; `documents`: any of these ids. `year`: of a target, or (tasks, citations) of the document.
    `unit`: as a person types it, `role` one of `ROLES`; `due_from`, `due_to`: ISO days, inclusive; `dated`: tasks
    with or without a day in `due_on`; `number`: of a cited document, any spelling. `leaders_only`: of a group of near
    duplicates only the leading version. `hidden`: also what staff said is no fact.
    """

    document: str | None = None
    documents: tuple[str, ...] | None = None
    year: int | None = None
    unit: str | None = None
    role: str | None = None
    due_from: str | None = None
    due_to: str | None = None
    dated: bool | None = None
    number: str | None = None
    relation: str | None = None
    leaders_only: bool = False
    hidden: bool = False


# --- writing -----------------------------------------------------------------------------------


def fact_key(kind: str, evidence: str, occurrence: int) -> str:
    """Name of a fact: its kind, its evidence however spaced or accented, and which of those with that evidence.

    >>> one, other = fact_key("task", "Rà soát  TTHC", 0), fact_key("task", "rà soát TTHC", 1)
    >>> one == fact_key("task", "rà soát TTHC", 0), one == other
    (True, False)
    """
    form = key_form(evidence)
    return blake2b(f"{kind}\0{form}\0{occurrence}".encode("utf-8", "replace"), digest_size=8).hexdigest()


def named_facts(document: Document) -> dict[str, list[tuple[str, str]]]:
    """Kind of fact -> (key, evidence) of each fact, in the order of `document.facts`."""
    facts, text, names = document.facts, document.text, _Names()
    evidence = {
        # A citation moves when a stronger mention is found; the document it names is what it is.
        "citation": [one.number or one.title or one.text for one in facts.citations],
        "target": [text[one.start : one.end] for one in facts.targets],
        "task": [text[one.start : one.end] for one in facts.tasks],
    }
    return {kind: [(names.key(kind, words), words) for words in found] for kind, found in evidence.items()}


def write_facts(db: sqlite3.Connection, ordinal: int, document: Document, version: int) -> None:
    """Write the facts of a document inside the transaction that writes it; what it had before goes."""
    for table in ("citations", "targets", "tasks", "statements"):
        db.execute(f"DELETE FROM {table} WHERE document = ?", (ordinal,))
    db.execute("UPDATE documents SET facts_version = ? WHERE ordinal = ?", (version, ordinal))
    facts, header = document.facts, document.header
    keys = {kind: [key for key, _ in named] for kind, named in named_facts(document).items()}
    for position, (key, citation) in enumerate(zip(keys["citation"], facts.citations, strict=True)):
        _insert(db, "citations", ordinal, position, key, citation_columns(citation))
    for position, (key, target) in enumerate(zip(keys["target"], facts.targets, strict=True)):
        _insert(db, "targets", ordinal, position, key, target_columns(target))
    for position, (key, task) in enumerate(zip(keys["task"], facts.tasks, strict=True)):
        row = _insert(db, "tasks", ordinal, position, key, task_columns(task))
        write_units(db, row, task, header.issuer, header.province)
    for said in facts.statements:
        subject = number_key(said.subject) if said.subject else None
        values = (ordinal, subject, number_key(said.object), said.relation, said.page, said.start, said.end)
        db.execute("INSERT INTO statements VALUES (?, ?, ?, ?, ?, ?, ?)", values)


def write_units(db: sqlite3.Connection, row: int, task: Task, issuer: str | None, province: str | None) -> None:
    """The units of a stored task under their keys; what it had before goes."""
    db.execute("DELETE FROM task_units WHERE task = ?", (row,))
    db.executemany(
        "INSERT INTO task_units VALUES (?, ?, ?, ?)",
        [
            (row, role, storable(unit), unit_key(unit, issuer, province))
            for role in ROLES
            for unit in getattr(task, role)
        ],
    )


def citation_columns(fact: Citation) -> dict[str, Any]:
    """A citation as columns of its table."""
    return {
        "number": fact.number,
        "number_key": number_key(fact.number) if fact.number else None,
        "type": fact.type,
        "issued_on": fact.issued_on,
        "issuer": fact.issuer,
        "title": fact.title,
        "title_key": key_form(fact.title) if fact.title else None,
        "relation": fact.relation,
        "text": fact.text,
        "page": fact.page,
        "start": fact.start,
        "end": fact.end,
    }


def target_columns(fact: Target) -> dict[str, Any]:
    """A target as columns of its table."""
    return {
        "indicator": fact.indicator,
        "comparator": fact.comparator,
        "value": fact.value,
        "value_to": fact.value_to,
        "unit": fact.unit,
        "change": fact.change,
        "baseline": fact.baseline,
        "year": fact.year,
        "period_from": fact.period[0] if fact.period else None,
        "period_to": fact.period[1] if fact.period else None,
        "maintain_until": fact.maintain_until,
        "text": fact.text,
        "section_path": dumps(fact.section_path),
        "page": fact.page,
        "start": fact.start,
        "end": fact.end,
        "passage": fact.passage,
    }


def task_columns(fact: Task) -> dict[str, Any]:
    """A task as columns of its table."""
    return {
        "task": fact.task,
        "lead": dumps(fact.lead),
        "coordinate": dumps(fact.coordinate),
        "monitor": dumps(fact.monitor),
        "deadline": fact.deadline,
        "due_on": fact.due_on,
        "product": fact.product,
        "section_path": dumps(fact.section_path),
        "page": fact.page,
        "start": fact.start,
        "end": fact.end,
        "passage": fact.passage,
        "from_table": int(fact.from_table),
    }


def _insert(db: sqlite3.Connection, table: str, ordinal: int, position: int, key: str, columns: dict[str, Any]) -> int:
    row = {"document": ordinal, "ordinal": position, "fact_key": key, **columns}
    values = [storable(value) if isinstance(value, str) else value for value in row.values()]
    made = db.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", values)
    assert made.lastrowid is not None
    return made.lastrowid


class _Names:
    """Gives each fact of a document its key."""

    def __init__(self) -> None:
        self.seen: Counter[str] = Counter()

    def key(self, kind: str, evidence: str) -> str:
        first = fact_key(kind, evidence, 0)
        self.seen[first] += 1
        return first if self.seen[first] == 1 else fact_key(kind, evidence, self.seen[first] - 1)


# --- reading -----------------------------------------------------------------------------------


def read_citations(store: Store, where: FactFilter | None = None) -> list[CitationRecord]:
    """Citations that satisfy the filter, by document (newest first) and place."""
    where = where or FactFilter()
    parts, values = _conditions(where)
    if where.year is not None:
        parts.append("d.year = ?")
        values.append(where.year)
    if where.number:
        parts.append("f.number_key = ?")
        values.append(number_key(where.number))
    if where.relation:
        parts.append("f.relation = ?")
        values.append(where.relation)
    found = list(_facts(store, "citations", parts, values))
    cited = [Cited(row["number"], row["issued_on"], row["issuer"], row["title"], row["type"]) for row, _ in found]
    with store.snapshot() as db:
        known = candidates(db, cited)
    return [
        CitationRecord(
            row["id"],
            row["fact_key"],
            _citation(row),
            document,
            _changed(row),
            resolve(named, Citing(document.ordinal, document.province, document.issued_on, document.draft), known),
        )
        for (row, document), named in zip(found, cited, strict=True)
    ]


def read_targets(store: Store, where: FactFilter | None = None) -> list[TargetRecord]:
    """Targets that satisfy the filter, by document (newest first) and place."""
    where = where or FactFilter()
    parts, values = _conditions(where)
    if where.year is not None:
        parts.append("(f.year = ? OR (f.year IS NULL AND ? BETWEEN f.period_from AND f.period_to))")
        values += [where.year, where.year]
    return [
        TargetRecord(row["id"], row["fact_key"], _target(row), document, _changed(row))
        for row, document in _facts(store, "targets", parts, values)
    ]


def read_tasks(store: Store, where: FactFilter | None = None) -> list[TaskRecord]:
    """Tasks that satisfy the filter, by document (newest first) and place."""
    return _tasks(store, *task_conditions(store, where or FactFilter()))


def tasks_by_id(store: Store, ids: Sequence[int]) -> list[TaskRecord]:
    """Tasks in the order of their ids as given; those that are gone are left out."""
    found = {record.id: record for record in _tasks(store, [f"f.id IN ({', '.join('?' * len(ids))})"], ids)}
    return [found[id] for id in ids if id in found]


def _tasks(store: Store, parts: Sequence[str], values: Sequence[Any]) -> list[TaskRecord]:
    return [
        TaskRecord(row["id"], row["fact_key"], _task(row), document, _changed(row))
        for row, document in _facts(store, "tasks", parts, values)
    ]


def task_conditions(store: Store, where: FactFilter) -> tuple[list[str], list[Any]]:
    """The filter as SQL conditions on `tasks f JOIN documents d`, and their values."""
    parts, values = _conditions(where)
    if where.year is not None:
        parts.append("d.year = ?")
        values.append(where.year)
    for condition, value in (("f.due_on >= ?", where.due_from), ("f.due_on <= ?", where.due_to)):
        if value is not None:
            parts.append(condition)
            values.append(value)
    if where.dated is not None:
        parts.append(f"f.due_on IS {'NOT ' if where.dated else ''}NULL")
    if where.unit or where.role:
        role = "AND u.role = ?" if where.role else ""
        named = ""
        arguments: list[Any] = [where.role] if where.role else []
        if where.unit:
            keys = [key for key in unit_keys(store) if unit_matches(where.unit, key)]
            named = f"AND u.unit_key IN ({', '.join('?' * len(keys))})"
            arguments += keys
        parts.append(f"EXISTS (SELECT 1 FROM task_units u WHERE u.task = f.id {role} {named})")
        values += arguments
    return parts, values


def unit_keys(store: Store) -> list[str]:
    """Keys of all units that tasks name, sorted."""
    with store.snapshot() as db:
        return [row[0] for row in db.execute("SELECT DISTINCT unit_key FROM task_units ORDER BY unit_key")]


def _conditions(where: FactFilter) -> tuple[list[str], list[Any]]:
    parts: list[str] = []
    values: list[Any] = []
    if where.document:
        parts.append("d.id = ?")
        values.append(where.document)
    if where.documents is not None:
        parts.append(f"d.id IN ({', '.join('?' * len(where.documents))})")
        values += where.documents
    if where.leaders_only:
        parts.append("(d.leader IS NULL OR d.leader = d.id)")
    if not where.hidden:
        parts.append("f.hidden = 0")
    return parts, values


def _facts(
    store: Store, table: str, parts: Sequence[str], values: Sequence[Any]
) -> Iterable[tuple[sqlite3.Row, DocumentRecord]]:
    condition = f"WHERE {' AND '.join(parts)}" if parts else ""
    sql = f"""
        SELECT f.* FROM {table} f JOIN documents d ON d.ordinal = f.document {condition}
        ORDER BY d.issued_on IS NULL, d.issued_on DESC, d.year DESC, d.id, f.ordinal"""
    with store.snapshot() as db:
        rows = db.execute(sql, values).fetchall()
        documents = store.documents_by_ordinal({row["document"] for row in rows})
    return [(row, documents[row["document"]]) for row in rows]


def _changed(row: sqlite3.Row) -> list[str]:
    return sorted(json.loads(row["extracted"])) if row["extracted"] else []


def _citation(row: sqlite3.Row) -> Citation:
    return Citation(
        number=row["number"],
        type=row["type"],
        issued_on=row["issued_on"],
        issuer=row["issuer"],
        title=row["title"],
        relation=row["relation"],
        text=row["text"],
        page=row["page"],
        start=row["start"],
        end=row["end"],
    )


def _target(row: sqlite3.Row) -> Target:
    return Target(
        indicator=row["indicator"],
        comparator=row["comparator"],
        value=row["value"],
        value_to=row["value_to"],
        unit=row["unit"],
        change=row["change"],
        baseline=row["baseline"],
        year=row["year"],
        period=None if row["period_from"] is None else (row["period_from"], row["period_to"]),
        maintain_until=row["maintain_until"],
        text=row["text"],
        section_path=json.loads(row["section_path"]),
        page=row["page"],
        start=row["start"],
        end=row["end"],
        passage=row["passage"],
    )


def _task(row: sqlite3.Row) -> Task:
    return Task(
        task=row["task"],
        lead=json.loads(row["lead"]),
        coordinate=json.loads(row["coordinate"]),
        monitor=json.loads(row["monitor"]),
        deadline=row["deadline"],
        due_on=row["due_on"],
        product=row["product"],
        section_path=json.loads(row["section_path"]),
        page=row["page"],
        start=row["start"],
        end=row["end"],
        passage=row["passage"],
        from_table=bool(row["from_table"]),
    )


# --- JSON --------------------------------------------------------------------------------------


def passage_id(document: DocumentRecord, ordinal: int | None) -> str | None:
    """Stable id of the passage that holds a fact."""
    return None if ordinal is None else f"{document.id}-{ordinal}"


def citation_json(record: CitationRecord, status: str = "unknown") -> dict[str, Any]:
    """The contract's citation; `key` and `corrected` come on top."""
    fact = record.fact
    return {
        "number": fact.number,
        "type": fact.type,
        "issued_on": fact.issued_on,
        "issuer": fact.issuer,
        "title": fact.title,
        "relation": fact.relation,
        "text": fact.text,
        "page": fact.page,
        "evidence": [fact.start, fact.end],
        "document": document_json(record.document),
        "resolved": record.resolved,
        "status": status,
        "key": record.key,
        "corrected": list(record.corrected),
    }


def target_json(record: TargetRecord) -> dict[str, Any]:
    """The contract's target; `key` and `corrected` come on top."""
    fact = record.fact
    return {
        "indicator": fact.indicator,
        "comparator": fact.comparator,
        "value": fact.value,
        "value_to": fact.value_to,
        "unit": fact.unit,
        "change": fact.change,
        "baseline": fact.baseline,
        "year": fact.year,
        "period": list(fact.period) if fact.period else None,
        "maintain_until": fact.maintain_until,
        "text": fact.text,
        "section_path": list(fact.section_path),
        "page": fact.page,
        "passage_id": passage_id(record.document, fact.passage),
        "evidence": [fact.start, fact.end],
        "document": document_json(record.document),
        "key": record.key,
        "corrected": list(record.corrected),
    }


def task_json(record: TaskRecord) -> dict[str, Any]:
    """The contract's task; `key` and `corrected` come on top."""
    fact = record.fact
    return {
        "task": fact.task,
        "lead": list(fact.lead),
        "coordinate": list(fact.coordinate),
        "monitor": list(fact.monitor),
        "deadline": fact.deadline,
        "due_on": fact.due_on,
        "product": fact.product,
        "section_path": list(fact.section_path),
        "page": fact.page,
        "passage_id": passage_id(record.document, fact.passage),
        "evidence": [fact.start, fact.end],
        "document": document_json(record.document),
        "key": record.key,
        "corrected": list(record.corrected),
    }
