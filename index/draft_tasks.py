"""Tasks of a draft that name nobody who leads, or no deadline, where their neighbours do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.finding import Finding, finding
from ingest.clean.fold import strip_diacritics
from ingest.extract.task_label import read_fields
from ingest.extract.task_table import read_columns, task_rows
from ingest.models import Document, Section

#: Share of the rows of a table, or of the tasks of a list, that must say it before one that doesn't is told.
SHARE = 0.5
LEAST = 2
#: Share of a list's items that must say it before one is told that says nothing of the kind.
MOST = 0.75


# After a label: its value, on the line or on the next one, unless that begins with a label of its own.
_VALUE = r":(?:[^\S\n]*\w|\s*\n(?![^\n:]{0,60}:)\s*\w)"
# Words of a task that say who leads or by when, in whatever form.
_SAID = (
    (
        "lead",
        re.compile(
            r"\b(?:chu tri|phu trach|dau moi|chiu trach nhiem)\b[^:\n]{0,30}"
            + _VALUE
            + r"|\bgiao [^.;\n]{3,60} (?:chu tri|thuc hien)"
        ),
    ),
    (
        "deadline",
        re.compile(
            r"\b(?:thoi (?:han|gian)|tien do|lo trinh|han)\b[^:\n]{0,40}" + _VALUE + r"|\b(?:truoc|den) ngay \d"
            r"|\bquy (?:i{1,3}|iv|[1-4])\b|\b(?:trong|thang) (?:thang |nam |quy )?\d"
            r"|\bhang (?:ngay|tuan|thang|quy|nam)\b|\bthuong xuyen\b"
        ),
    ),
)


def check_tasks(document: Document) -> list[Finding]:
    """One finding per task."""
    found = [*_tables(document)]
    for section in document.sections:
        found += _labelled(document, section)
    return found


def _tables(document: Document) -> Iterator[Finding]:
    for block in document.blocks:
        table = block.table
        if table is None:
            continue
        grid = table.grid()
        columns = read_columns(table, grid)
        if columns is None:
            continue
        rows = [
            row
            for row in task_rows(table, grid, columns, columns.header_rows)
            if len(row.task.split()) >= 3
            and any(row.texts.get(name) for name in ("lead", "both", "deadline", "product"))
        ]
        for fields, code in ((("lead", "both"), "task_without_lead"), (("deadline",), "task_without_deadline")):
            if not any(name in columns.fields for name in fields):
                continue
            lacking = [row for row in rows if not any(_says(row.texts.get(name)) for name in fields)]
            if len(rows) >= LEAST and len(rows) - len(lacking) >= SHARE * len(rows):
                for row in lacking:
                    yield finding(document, "warning", code, (row.start, row.end), task=_short(row.task))


def _says(text: str | None) -> bool:
    return any(c.isalnum() for c in text or "") or "nt" in (text or "") or "″" in (text or "") or '"' in (text or "")


def _short(task: str) -> str:
    words = task.split()
    return " ".join(words[:16]) + ("…" if len(words) > 16 else "")


def _labelled(document: Document, section: Section) -> Iterator[Finding]:
    """Items of a list whose neighbours carry "Chủ trì: ...", "Thời hạn: ..."."""
    leaves = [child for child in section.children if not child.children]
    if len(leaves) >= LEAST:
        said = [_fields(document, leaf) for leaf in leaves]
        task_like = [names for names in said if names]
        if len(task_like) >= max(LEAST, SHARE * len(leaves)):
            for names, code in (({"lead", "both"}, "task_without_lead"), ({"deadline"}, "task_without_deadline")):
                having = sum(bool(names & fields) for fields in task_like)
                if having < SHARE * len(leaves):
                    continue
                for leaf, fields in zip(leaves, said, strict=True):
                    told = fields or (
                        having >= MOST * len(leaves) and len(document.text[leaf.start : leaf.end].split()) >= 6
                    )
                    if told and not names & fields and not _fact_says(document, leaf, code):
                        stop = document.text.find("\n", leaf.start, leaf.end)
                        span = (leaf.start, stop if stop > 0 else leaf.end)
                        yield finding(
                            document,
                            "warning",
                            code,
                            span,
                            task=_short(leaf.heading or document.text[span[0] : span[1]]),
                        )
    for child in section.children:
        yield from _labelled(document, child)


def _fields(document: Document, section: Section) -> set[str]:
    """Names of the labelled fields of a section that say something."""
    text = document.text[section.start : section.end]
    fields = [field for line in text.split("\n") for field in read_fields(line) if field.name != "task"]
    names = {field.name for field in fields if any(c.isalnum() for c in field.value)}
    if fields:  # what the sentence or the line below a label says counts, too
        bare = strip_diacritics(text).lower()
        names.update(name for name, pattern in _SAID if pattern.search(bare))
    return names


def _fact_says(document: Document, section: Section, code: str) -> bool:
    """Whether a task read here names it in the sentence."""
    tasks = [task for task in document.facts.tasks if section.start <= task.start < section.end]
    return any(task.lead if code == "task_without_lead" else task.deadline for task in tasks)
