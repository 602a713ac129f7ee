"""Tables that were typed or exported as text, one row to a line between bars: "| 1 | Rà soát | Sở Nội vụ |".

In Word such rows stand in paragraphs of their own or between soft line breaks of one paragraph, in text files on
lines. A row has a bar at both ends and at least two cells; a line of dashes or of bare bars below the names of the
columns is no row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.models import Cell, Table
from ingest.read.table import count_header_rows, is_layout, tidy

_ROW = re.compile(r"\s*\|[^|]*(?:\|[^|]*)+\|\s*$")
_OPEN = re.compile(r"\s*\|[^|]*(?:\|[^|]*)+$")
_RULE = re.compile(r"[\s|:+-]*")
_BAR = re.compile(r"(?<!\\)\|")
_MOST_LINES = 6  # lines that one row may be broken over
_MOST_COLUMNS = 16


def is_pipe_row(line: str) -> bool:
    """Whether a line is a row of such a table, or the rule between its names and its rows.

    >>> is_pipe_row("| 1 | Rà soát | Sở Nội vụ |"), is_pipe_row("|||||"), is_pipe_row("Số: 4 | Huế"), is_pipe_row("|x|")
    (True, True, False, False)
    """
    return _ROW.match(line) is not None


def find_pipe_rows(lines: Sequence[str]) -> list[tuple[int, int]]:
    """[first, last) of each run of lines that is a table of bars: at least two rows with words and as many columns.

    A row broken over several lines (a cell with line breaks) ends with the line that ends in a bar.
    """
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and (after := _row_end(lines, end)) > end:
            end = after
        rows = pipe_rows(lines[at:end])
        if len(rows) >= 2 and len(rows[0]) <= _MOST_COLUMNS and _regular(rows):
            found.append((at, end))
        at = max(end, at + 1)
    return found


def _row_end(lines: Sequence[str], at: int) -> int:
    """The line after the row that begins at line `at`; `at` itself where none begins."""
    if is_pipe_row(lines[at]):
        return at + 1
    if not _OPEN.match(lines[at]):
        return at
    for last in range(at + 1, min(at + _MOST_LINES, len(lines))):
        if lines[last].lstrip().startswith("|"):
            return at
        if lines[last].rstrip().endswith("|"):
            return last + 1
    return at


def pipe_rows(lines: Sequence[str]) -> list[list[str]]:
    """Cells of the rows in lines that are a table of bars."""
    rows: list[list[str]] = []
    open_row = ""
    for line in lines:
        open_row = f"{open_row}\n{line}" if open_row else line
        if not open_row.rstrip().endswith("|"):
            continue
        if not _RULE.fullmatch(open_row):
            row = _BAR.split(open_row.strip().removeprefix("|").removesuffix("|"))
            rows.append([cell.strip().replace("\\|", "|") for cell in row])
        open_row = ""
    return rows


def _regular(rows: list[list[str]]) -> bool:
    """Whether most rows have as many cells as the first."""
    return sum(abs(len(row) - len(rows[0])) <= 1 for row in rows) * 4 >= len(rows) * 3


def pipe_table(lines: Sequence[str]) -> Table | list[str]:
    """The table of rows that `find_pipe_rows` found; the texts of its cells where they only arrange text."""
    return rows_table(pipe_rows(lines))


def rows_table(rows: list[list[str]]) -> Table | list[str]:
    """The table of rows of texts; the texts where they only arrange text."""
    columns = max(len(row) for row in rows)
    cells = [
        Cell(number, column, text)
        for number, row in enumerate(rows)
        for column, text in enumerate(row + [""] * (columns - len(row)))
    ]
    table = Table(len(rows), columns, cells)
    if is_layout(table, None):
        return [cell.text for cell in cells if cell.text]
    table.header_rows = max(1, count_header_rows(table)) if any(cell.text for cell in cells[:columns]) else 0
    return tidy(table)
