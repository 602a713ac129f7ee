"""What the command, the API and the page of the register share: the question, and the columns of an export."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from index.facts import FactFilter, TaskRecord, passage_id
from index.records import DocumentRecord, document_json
from index.tasks import TaskQuestion
from ingest import messages
from service import show
from service.addresses import passage_url
from service.export import Column, day


def task_question(
    text: str | None = None,
    *,
    unit: str | None = None,
    role: str | None = None,
    documents: Iterable[DocumentRecord] | None = None,
    year: int | None = None,
    due: str | None = None,
    due_from: str | None = None,
    due_to: str | None = None,
    duplicates: bool = False,
    order: str | None = None,
) -> TaskQuestion:
    """A question of the register. Of near duplicates one version is listed, unless `duplicates` or `documents` are
    asked for (see `index.named_document`)."""
    where = FactFilter(
        documents=None if documents is None else tuple(one.id for one in documents),
        year=year,
        unit=unit or None,
        role=role or None,
        due_from=due_from or None,
        due_to=due_to or None,
        leaders_only=not duplicates and documents is None,
    )
    return TaskQuestion((text or "").strip(), where, due or None, order or None)


def task_url(record: TaskRecord, query: str = "") -> str:
    """Where the task stands: its passage on the document page, else the page."""
    passage = passage_id(record.document, record.fact.passage)
    span = (record.fact.start, record.fact.end)
    return passage_url(record.document.id, passage, query, span) if passage else f"/van-ban/{record.document.id}"


#: Columns of an export, in the order of `task_rows`.
COLUMNS = [
    Column(messages.TASK_COLUMNS["task"], 60),
    Column(messages.TASK_COLUMNS["lead"], 30),
    Column(messages.TASK_COLUMNS["coordinate"], 30),
    Column(messages.TASK_COLUMNS["monitor"], 20),
    Column(messages.TASK_COLUMNS["deadline"], 22),
    Column(messages.TASK_COLUMNS["due_on"], 12),
    Column(messages.TASK_COLUMNS["product"], 30),
    Column(messages.TASK_COLUMNS["section"], 30),
    Column(messages.TASK_COLUMNS["number"], 18),
    Column(messages.TASK_COLUMNS["document"], 40),
    Column(messages.TASK_COLUMNS["issuer"], 26),
    Column(messages.TASK_COLUMNS["issued_on"], 12),
    Column(messages.TASK_COLUMNS["page"], 8),
    Column(messages.TASK_COLUMNS["corrected"], 16),
    Column(messages.TASK_COLUMNS["source"], 16),
]


def task_rows(records: Iterable[TaskRecord], address: str) -> Iterator[list[Any]]:
    """Rows of an export. `address`: of the server, without a slash at its end, for the links."""
    for record in records:
        fact, document = record.fact, document_json(record.document)
        yield [
            fact.task,
            "; ".join(fact.lead),
            "; ".join(fact.coordinate),
            "; ".join(fact.monitor),
            fact.deadline,
            day(fact.due_on),
            fact.product,
            " › ".join(fact.section_path),
            document["number"],
            show.heading(document),
            document["issuer"],
            day(document["issued_on"]),
            fact.page,
            ", ".join(messages.FACT_FIELDS.get(name, name) for name in record.corrected),
            (messages.TASK_SOURCE, address + task_url(record)),
        ]
