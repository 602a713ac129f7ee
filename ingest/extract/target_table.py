"""Targets in tables.

Two kinds: a table of targets (`target_grid`), whose cells are bare numbers; and any other table,
whose cells are read as text (a task table's "100% hồ sơ được số hóa" in the column of products).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.extract.quantity import bare
from ingest.extract.target_grid import find_layout, has_units, is_grid, read_grid, unit_in
from ingest.extract.target_place import Frame, Mode
from ingest.extract.target_sentence import DIGIT, Found, read_paragraph
from ingest.models import Block, Cell, Table

# Scoring sheets and forms of figures hold no targets.
_SCORING = re.compile(
    r"\b(?:diem|thang diem|diem toi da|diem chuan|tu cham|so luong|muc diem|cach tinh|xep loai|le phi"
    r"|muc thu|muc phi|(?<!tham )(?<!quoc )(?<!danh )(?<!chuyen )gia(?! (?:tri|dinh|tang|suc|cam)\b))\b"
)
# These do not even where a column is named "chỉ tiêu".
_POINTS = re.compile(
    r"\b(?:diem (?:toi da|chuan|tu cham|tham dinh|dat|quy doi)|thang diem|muc diem|tu cham|cach tinh diem)\b"
)
_GOAL = re.compile(r"\b(?:chi tieu|muc tieu|phan dau)\b")
_SKIPPED = re.compile(r"\b(?:thoi gian|thoi han|han hoan thanh|ghi chu|ket qua (?:thuc hien|nam)|hien trang|can cu)\b")
_PAST_YEAR = re.compile(r"\b(?:thuc hien|ket qua|hien trang|uoc|da dat|so lieu)\b.*\b20\d\d\b")


def _header(table: Table) -> tuple[list[str], int]:
    """Column names (rows of a stacked header joined) and the first row of data."""
    grid = table.grid()
    rows = max(1, min(table.header_rows or 1, 3, table.rows))
    while rows < min(3, table.rows - 1) and _continues_header(grid[rows], grid[0]):
        rows += 1
    if rows < table.rows - 1 and _is_count_of_columns(grid[rows]):
        rows += 1
    numbering = [_is_count_of_columns(grid[row]) for row in range(rows)]
    names: list[str] = []
    for column in range(table.columns):
        parts: list[str] = []
        for row in range(rows):
            cell = grid[row][column]
            if cell is not None and cell.text and cell.text not in parts and not numbering[row]:
                parts.append(cell.text)
        names.append(" ".join(" ".join(parts).split()))
    return names, rows


_COLUMN_NUMBER = re.compile(r"[(\[]?(?:\d{1,2}|[A-Ea-e])[)\]]?(?:\s*=[\d\s()+*/:x%-]+)?")


def _is_count_of_columns(row: Sequence[Cell | None]) -> bool:
    """Whether a row only counts the columns: "(1) | (2) | (3)", "A | B | 1 | 2 | 3=2/1"."""
    texts = [cell.text.strip() for cell in row if cell is not None and cell.text.strip()]
    if len(texts) < 3 or not all(_COLUMN_NUMBER.fullmatch(text) for text in texts):
        return False
    digits = [int(match.group()) for text in texts if (match := re.search(r"\d{1,2}", text))]
    return len(digits) >= 2 and digits == list(range(digits[0], digits[0] + len(digits))) and digits[0] <= 2


def _continues_header(row: Sequence[Cell | None], header: Sequence[Cell | None]) -> bool:
    """Whether a row only names columns below a title that several of them share, in words or years."""
    own = [
        (i, cell)
        for i, cell in enumerate(row)
        if cell is not None and cell.text.strip() and cell.text != getattr(header[i], "text", None)
    ]
    return bool(own) and all(
        _shared(header, i) and (not re.search(r"\d", cell.text) or _YEARS_ONLY.fullmatch(bare(cell.text).strip()))
        for i, cell in own
    )


def _shared(header: Sequence[Cell | None], index: int) -> bool:
    """Whether the title above a column spans its neighbour too, as one cell or as the same words again."""
    cell = header[index]
    if cell is None or cell.column_span > 1:
        return cell is not None
    return any(
        0 <= i < len(header) and (other := header[i]) is not None and other.text == cell.text
        for i in (index - 1, index + 1)
    )


_YEARS_ONLY = re.compile(r"(?:den |nam |giai doan )*20\d\d(?:\s*[-–]\s*20\d\d)?")


def read_table(block: Block, frame: Frame) -> Iterator[tuple[Found, int, int]]:
    """(found, start, end) for each target of a table; offsets are into the document's text."""
    table = block.table
    if table is None or table.rows < 1:
        return
    titles, first = _header(table)
    names = [bare(title).strip() for title in titles]
    joined = " | ".join(names)
    goal = _GOAL.search(joined) is not None
    if _SCORING.search(joined) and not goal:
        return
    if _POINTS.search(joined) and not re.search(r"\b(?:muc tieu|phan dau|ke hoach (?:nam )?20\d\d)\b", joined):
        return
    layout = find_layout(names, titles, frame.mode == Mode.OPEN)
    # "Thực hiện năm 2025 | Kế hoạch năm 2026" beside a column of units: a table of a plan's figures.
    planned = (
        layout is not None
        and (layout.unit is not None or all(unit_in(titles[column.index]) for column in layout.values))
        and re.search(r"\bke hoach\b[^|]*\b20\d\d\b", joined)
    )
    read: set[int] = set()
    if (
        layout is not None
        and (
            frame.mode == Mode.OPEN
            or ((goal or planned) and frame.mode == Mode.CUED)
            # A regulation's criteria: "Tiêu chí | Chỉ tiêu".
            or (
                frame.mode == Mode.STRICT
                and all(_GOAL.search(names[column.index]) for column in layout.values)
                and has_units(table, first, layout)
            )
        )
        and is_grid(table, first, layout)
    ):
        yield from read_grid(table, first, titles, layout, frame)
        read = {layout.indicator, *layout.details, *(column.index for column in layout.values)}
        if layout.unit is not None:
            read.add(layout.unit)
    # A first column of indicators makes the table one of targets, whatever its section.
    named = any(re.search(r"\bchi tieu\b", name) for name in names[:3]) and not any(_PAST_YEAR.search(n) for n in names)
    tasks = any(re.search(r"\b(?:nhiem vu|noi dung cong viec|hoat dong)\b", name) for name in names)
    local = replace(
        frame,
        mode=Mode.OPEN if named and frame.mode >= Mode.CUED else frame.mode,
        duty=frame.duty or (tasks and frame.plan),
    )
    skip = {i for i, name in enumerate(names) if _SKIPPED.search(name)}
    task = next(
        (i for i, name in enumerate(names) if re.search(r"\b(?:nhiem vu|noi dung|cong viec|hoat dong)\b", name)), None
    )
    grid = table.grid() if task is not None else []
    for cell in table.cells:
        if (
            (cell.row < first and table.header_rows)
            or cell.column in skip
            or cell.column in read
            or len(cell.text) < 8
            or not DIGIT.search(cell.text)
        ):
            continue
        for start, end, found in read_paragraph(cell.text, bare(cell.text), local):
            row = grid[cell.row][task] if task is not None and cell.column != task else None
            if row is not None and row is not cell and len(found.indicator.split()) <= 5:
                # The product "100% trung tâm xã" says too little without its task.
                name = " ".join(row.text.split()[:25]).strip(" .;:-+")
                if re.search(r"[^\W\d_]{2}", name):
                    found = replace(found, indicator=f"{name}: {found.indicator}")
            yield found, cell.start + start, cell.start + end
