"""Tasks of a draft that name nobody who leads, or no deadline, where their neighbours do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from index.finding import Finding, finding
from ingest.clean.fold import strip_diacritics
from ingest.extract.task_label import read_fields
from ingest.extract.task_table import TaskRow, read_columns, task_rows
from ingest.extract.unit_head import starts_unit
from ingest.models import Document, Section, SectionKind
from ingest.parse.label import Style, read_label

#: Share of the rows of a table, or of the tasks of a list, that must say it before one that doesn't is told.
SHARE = 0.5
LEAST = 2
_SMALL = (Style.ARABIC, Style.ARABIC_PAREN, Style.LOWER)  # labels of tasks, not of parts
FEW = 3
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
            + r"|\bgiao [^.;\n]{3,160} (?:chu tri|thuc hien)"
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
    # A short plan may have no sections above its numbered tasks.
    top = [
        s
        for s in document.sections
        if not s.children and (label := read_label(f"{s.label} x")) and label.style in _SMALL
    ]
    found += _lacking(document, [_Item(one.start, one.end, one.heading) for one in top])
    for section in document.sections:
        found += _labelled(document, section)
        found += _told_in_sentences(document, section)
    places = [(one.code, one.start) for one in found]
    return [one for at, one in enumerate(found) if (one.code, one.start) not in places[:at]]


def _tables(document: Document) -> Iterator[Finding]:
    for block in document.blocks:
        table = block.table
        if table is None:
            continue
        grid = table.grid()
        columns = read_columns(table, grid)
        if columns is None:
            continue
        read = list(task_rows(table, grid, columns, columns.header_rows))
        rows = [
            row
            for row, heads in zip(read, _heads(document, read), strict=True)
            if not heads
            and len(row.task.split()) >= 3
            and any(row.texts.get(name) for name in ("lead", "both", "deadline", "product"))
        ]
        for fields, code in ((("lead", "both"), "task_without_lead"), (("deadline",), "task_without_deadline")):
            if not any(name in columns.fields for name in fields):
                continue
            lacking = [row for row in rows if not any(_says(row.texts.get(name)) for name in fields)]
            if len(rows) >= LEAST and len(rows) - len(lacking) >= SHARE * len(rows):
                for row in lacking:
                    yield finding(document, "warning", code, (row.start, row.end), task=_short(row.task))


def _heads(document: Document, rows: list[TaskRow]) -> list[bool]:
    """Whether each row heads those below it ("IV", or "1" above "a)" or "1.1"): they say who and by when."""
    depths = [_depth(_label(document, row)) for row in rows]
    grouped = any(depth for depth in depths)  # where all are Roman, or have no number, none heads another
    return [
        depth is not None and grouped and (depth == 0 or (below or 0) > depth)
        for depth, below in zip(depths, [*depths[1:], None], strict=False)
    ]


def _label(document: Document, row: TaskRow) -> list[str]:
    """The first words of a row's first cells: its number, and that of the list inside a group ("1 | a) | ...")."""
    cells = document.text[row.start : row.end].split("|")
    return [cell.split()[0].strip("*_") for cell in cells[:2] if cell.split()]


_DEPTHS = (
    re.compile(r"[IVXL]+[.)]?"),
    re.compile(r"\d{1,3}[.)]?"),
    re.compile(r"\d{1,3}(?:\.\d{1,3}){1,3}[.)]?|[a-zđ][.)]|[-+•]"),
)


def _depth(label: list[str]) -> int | None:
    """How deep in an outline a row stands: Roman numbers 0, numbers 1, decimals, letters and dashes 2.

    >>> _depth(["IV."]), _depth(["3", "Rà"]), _depth(["1", "a)"]), _depth(["1.2"]), _depth(["Rà"])
    (0, 1, 2, 2, None)
    """
    depths = [next((d for d, form in enumerate(_DEPTHS) if form.fullmatch(word)), None) for word in label]
    known = [depth for depth in depths if depth is not None]
    return max(known) if known and depths[0] is not None else None


def _says(text: str | None) -> bool:
    return any(c.isalnum() for c in text or "") or "nt" in (text or "") or "″" in (text or "") or '"' in (text or "")


def _short(task: str) -> str:
    words = task.split()
    return " ".join(words[:16]) + ("…" if len(words) > 16 else "")


@dataclass(frozen=True, slots=True)
class _Item:
    """An item of a list; `heading`: "" where it has none of its own."""

    start: int
    end: int
    heading: str


def _numbered(document: Document, section: Section) -> list[_Item]:
    """Items of a section whose long lines are no headings: each from its number on to the next number of that form."""
    if section.children:
        return []
    starts: list[int] = []
    style: Style | None = None
    last = 0
    at = document.text.find("\n", section.start, section.end) + 1
    while 0 < at < section.end:
        end = document.text.find("\n", at, section.end)
        end = section.end if end < 0 else end
        label = read_label(document.text[at:end].strip())
        if label is not None and label.style != Style.BULLET and style in (None, label.style):
            if label.value != last + 1:
                return []  # another list begins, or the numbers are no list's
            style, last = label.style, label.value
            starts.append(at)
        at = end + 1
    return [_Item(a, b, "") for a, b in pairwise([*starts, section.end])]


def _labelled(document: Document, section: Section) -> Iterator[Finding]:
    """Items of a list whose neighbours carry "Chủ trì: ...", "Thời hạn: ..."."""
    leaves = [_Item(child.start, child.end, child.heading) for child in section.children if not child.children]
    yield from _lacking(document, leaves or _numbered(document, section))
    for child in section.children:
        yield from _labelled(document, child)


def _lacking(document: Document, leaves: list[_Item]) -> Iterator[Finding]:
    """Items without a lead unit, or a deadline, that most of the others carry."""
    if len(leaves) >= LEAST:
        said = [_fields(document, leaf) for leaf in leaves]
        task_like = [names for names in said if names]
        if len(task_like) >= max(LEAST, SHARE * len(leaves)):
            for names, code in (({"lead", "both"}, "task_without_lead"), ({"deadline"}, "task_without_deadline")):
                having = sum(bool(names & fields) for fields in task_like)
                if having < SHARE * len(leaves):
                    continue
                for leaf, fields in zip(leaves, said, strict=True):
                    heading = re.sub(r"^\W+", "", leaf.heading or document.text[leaf.start : leaf.start + 80])
                    if _tells_what_was(document, leaf) or (code == "task_without_lead" and starts_unit(heading)):
                        continue  # "- Bộ Nội vụ": whose duties follow
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


def _told_in_sentences(document: Document, section: Section) -> Iterator[Finding]:
    """Items of a list of tasks that say neither who nor when, where nearly all others do: "... Văn phòng chủ trì;
    xong trước ngày 31/3/2026"."""
    items = _items(document, section) if section.kind == SectionKind.TASK else []
    if len(items) >= FEW:
        tasks = document.facts.tasks
        for name, code, named in (
            ("lead", "task_without_lead", _UNIT_OR_PERSON), ("deadline", "task_without_deadline", _TIME)
        ):  # fmt: skip
            lacking = [
                (start, end)
                for start, end in items
                if not any(start <= task.start < end and getattr(task, name) for task in tasks)
            ]
            if len(items) - len(lacking) < max(FEW, MOST * len(items)):
                continue
            for start, end in lacking:
                text = document.text[start:end]
                bare = strip_diacritics(text).lower()
                said = any(form.search(bare) for form in (named, _WAS, _NO_TASK))
                if len(text.split()) >= 5 and not said and not starts_unit(re.sub(r"^\W+", "", text[:80])):
                    stop = text.find("\n")
                    span = (start, start + stop if stop > 0 else end)
                    task = _short(document.text[span[0] : span[1]])
                    yield finding(document, "warning", code, span, task=task)
    for child in section.children:
        yield from _told_in_sentences(document, child)


def _items(document: Document, section: Section) -> list[tuple[int, int]]:
    """Spans of the items of a section: its leaves, or its lines where each is numbered in one way."""
    if section.children:
        leaves = [child for child in section.children if not child.children]
        return [(leaf.start, leaf.end) for leaf in leaves]
    items: list[tuple[int, int]] = []
    styles: set[Style | None] = set()
    start = document.text.find("\n", section.start, section.end) + 1
    while 0 < start < section.end:
        end = document.text.find("\n", start, section.end)
        end = section.end if end < 0 else end
        if line := document.text[start:end].strip():
            label = read_label(line)
            styles.add(label.style if label else None)
            items.append((start, end))
        start = end + 1
    return items if len(styles) == 1 and None not in styles else []


# What makes it doubtful that nobody, or no time, is named.
_UNIT_OR_PERSON = re.compile(
    r"\b(?:so|phong|ban|van phong|chi cuc|trung tam|thanh tra|cong an|truong|ubnd|uy ban|don vi|co quan|bo phan"
    r"|tap doan|tong cong ty|giam doc|chu tich|chanh|cong chuc|can bo|lanh dao|giao|chu tri|phu trach|thuc hien)\b"
)
_TIME = re.compile(r"\d{4}|\b(?:quy|thang|tuan|ngay|nam|dinh ky|thuong xuyen|lien tuc|truoc|sau khi|thoi|han|theo)\b")


_NO_TASK = re.compile(r"^\W*(?:\w{1,5}[.)]\s*)?[^.;\n]{0,40}:|\b(?:kinh phi|ghi chu|trieu dong|ty dong)\b")


# Shortcomings that were found, and what became of them: the cause is told, or that it is done.
_WAS = re.compile(
    r"^\W*(?:nguyen nhan|ton tai|han che|thuc trang)\b[^\n:]{0,40}:|\bda (?:khac phuc|hoan thanh|thuc hien) xong\b",
    re.MULTILINE,
)


def _tells_what_was(document: Document, section: _Item) -> bool:
    """Whether a section tells a shortcoming rather than a task; the measures against it stand inside."""
    return _WAS.search(strip_diacritics(document.text[section.start : section.end]).lower()) is not None


def _fields(document: Document, section: _Item) -> set[str]:
    """Names of the labelled fields of an item that say something."""
    text = document.text[section.start : section.end]
    fields = [field for line in text.split("\n") for field in read_fields(line) if field.name != "task"]
    names = {field.name for field in fields if any(c.isalnum() for c in field.value)}
    if fields:  # what the sentence or the line below a label says counts, too
        bare = strip_diacritics(text).lower()
        names.update(name for name, pattern in _SAID if pattern.search(bare))
    return names


def _fact_says(document: Document, section: _Item, code: str) -> bool:
    """Whether a task read here names it in the sentence."""
    tasks = [task for task in document.facts.tasks if section.start <= task.start < section.end]
    return any(task.lead if code == "task_without_lead" else task.deadline for task in tasks)
