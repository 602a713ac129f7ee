"""Names of a table's columns, the rows of a stacked header joined."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.extract.quantity import bare
from ingest.models import Cell, Table


def read_header(table: Table) -> tuple[list[str], int]:
    """Column names (rows of a stacked header joined) and the first row of data."""
    grid = table.grid()
    top = 1 if table.rows > 2 and _is_title(grid[0], grid[1]) else 0  # "CHỈ TIÊU NĂM 2026" over all columns
    rows = max(top + 1, min(table.header_rows or 1, 3 + top, table.rows))
    while rows < min(3 + top, table.rows - 1) and _continues_header(grid[rows], grid[top]):
        rows += 1
    if rows < table.rows - 1 and _is_count_of_columns(grid[rows]):
        rows += 1
    numbering = [_is_count_of_columns(grid[row]) for row in range(rows)]
    titles = [list(grid[row]) for row in range(rows)]
    for row in range(rows - 2, top - 1, -1):
        if not numbering[row + 1]:
            titles[row] = [grid[row][_named_by(grid[row], titles[row + 1], column)] for column in range(table.columns)]
    names: list[str] = []
    for column in range(table.columns):
        parts: list[str] = []
        for row in range(top, rows):
            cell = titles[row][column]
            if cell is not None and cell.text and cell.text not in parts and not numbering[row]:
                parts.append(cell.text)
        names.append(" ".join(" ".join(parts).split()))
    return names, rows


_NUMBER_COLUMN = re.compile(r"(?:so )?(?:stt|tt)")


def _is_title(row: Sequence[Cell | None], below: Sequence[Cell | None]) -> bool:
    """Whether a row is the title of a table whose columns are named in the row below it."""
    texts = {id(cell): cell.text.strip() for cell in row if cell is not None and cell.text.strip()}
    under = [bare(cell.text).strip() for cell in below if cell is not None and cell.text.strip()]
    return len(texts) == 1 and len(under) >= 3 and any(map(_NUMBER_COLUMN.fullmatch, under[:1]))


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
    after = header[index + 1] if index + 1 < len(header) else None
    if cell.text.strip() == "":  # one of the blanks behind a title
        return any(other is not None and other.text.strip() for other in header[:index])
    if after is not None and after.text.strip() == "":  # a title with a blank beside it
        return True
    return any(
        0 <= i < len(header) and (other := header[i]) is not None and other.text == cell.text
        for i in (index - 1, index + 1)
    )


def _named_by(header: Sequence[Cell | None], below: Sequence[Cell | None], index: int) -> int:
    """The column whose title a blank one shares: the last one to its left that has a title, if it and all between
    have names of their own below: "Chỉ tiêu năm 2026 | | " above "Điểm | Xếp hạng | Nhóm"."""
    for left in range(index, -1, -1):
        cell, under = header[left], below[left]
        if cell is None or (left < index and (under is None or not under.text.strip())):
            return index
        if cell.text.strip():
            return left
        if under is None or not under.text.strip():
            return index
    return index


_YEARS_ONLY = re.compile(r"(?:den |nam |giai doan )*20\d\d(?:\s*[-–]\s*20\d\d)?")
