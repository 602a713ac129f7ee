"""Grids with words in them -> tables."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.models import Cell, Table
from ingest.read.pdf_lines import join_texts
from ingest.read.pdf_rules import Grid
from ingest.read.pdf_words import Word, rows_of
from ingest.read.table import count_header_rows, is_layout, tidy
from ingest.read.table_join import repeated_header


@dataclass(slots=True)
class PageTable:
    """A table of one page and where it stands."""

    table: Table
    page: int
    top: float
    bottom: float
    xs: list[float]
    words: int


def page_table(grid: Grid, words: list[Word], page: int) -> tuple[PageTable | None, set[int]]:
    """Table of a grid and the ids of the words that it took; None for a frame around text."""
    taken: set[int] = set()
    boxes: dict[tuple[int, int], int] = {}
    for number, (row, column, height, width) in enumerate(grid.cells):
        for r in range(row, row + height):
            for c in range(column, column + width):
                boxes[r, c] = number
    inside: list[list[Word]] = [[] for _ in grid.cells]
    for word in words:
        middle_x, middle_y = (word.x0 + word.x1) / 2, word.middle
        if not (grid.ys[0] <= middle_y <= grid.ys[-1] and grid.xs[0] <= middle_x <= grid.xs[-1]):
            continue
        number = boxes[_slot(grid.ys, middle_y), _slot(grid.xs, middle_x)]
        inside[number].append(word)
        taken.add(id(word))
    cells = [
        Cell(row, column, cell_text(inside[number]), height, width, page)
        for number, (row, column, height, width) in enumerate(grid.cells)
    ]
    table = Table(grid.rows, grid.columns, cells)
    if not taken or is_layout(table, True) or sum(1 for cell in cells if cell.text) < 2:
        return None, set()
    return PageTable(table, page, grid.ys[0], grid.ys[-1], grid.xs, len(taken)), taken


def cell_text(words: list[Word]) -> str:
    """Words of a cell in reading order."""
    return join_texts([" ".join(word.text for word in sorted(row, key=lambda w: w.x0)) for row in rows_of(words)])


def _slot(edges: list[float], value: float) -> int:
    for index in range(len(edges) - 1):
        if value < edges[index + 1]:
            return index
    return len(edges) - 2


def goes_on(above: PageTable, below: PageTable) -> bool:
    """True where a table at the top of a page continues the one at the foot of the page before."""
    if below.page != above.page + 1:
        return False
    first, second = above.table, below.table
    if first.columns != second.columns and not _same_columns(above.xs, below.xs):
        return False
    width = max(abs(a - b) for a, b in zip(_spread(above.xs), _spread(below.xs), strict=True))
    if width > 12:
        return False
    names = count_header_rows(tidy(second))
    return not (names and not repeated_header(tidy(first), tidy(second)))


def _same_columns(above: list[float], below: list[float]) -> bool:
    return len(above) == len(below) and all(abs(a - b) < 6 for a, b in zip(above, below, strict=True))


def _spread(xs: list[float]) -> list[float]:
    return [xs[0], xs[-1]]
