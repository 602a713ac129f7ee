"""Grids with words in them -> tables."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.models import Cell, Table
from ingest.read.label import has_label
from ingest.read.pdf_lines import join_texts
from ingest.read.pdf_rules import Grid
from ingest.read.pdf_words import Word, rows_of
from ingest.read.table import count_header_rows, is_layout, tidy
from ingest.read.table_join import join_tables, repeated_header

_PADDING = 8.0  # points; the most that is left free between the edge of a cell and its text
_CUT_WORDS = 4
_SPACE = 0.25  # of the font size
_MARK = re.compile(r"[-–—+*•●▪]\s?(?=[^\W\d_])")
_OPEN_END = re.compile(r"(?:[,(/–-]|\b(?:và|hoặc|của|các|số|tại|theo|cho|từ|đến))$", re.IGNORECASE)
_FULL_STOP = re.compile(r"[.;:!?…][\"”’)\]]*$")


@dataclass(slots=True)
class CellLine:
    """A line of a cell."""

    text: str
    x0: float
    x1: float
    first: float  # width of its first word
    size: float
    bottom: float


@dataclass(slots=True)
class CellEnds:
    """First and last line of a cell, and the edges of the text in its column."""

    first: CellLine
    last: CellLine
    left: float
    right: float


@dataclass(slots=True)
class PageTable:
    """A table of one page and where it stands."""

    table: Table
    page: int
    top: float
    bottom: float
    xs: list[float]
    words: int
    lines: dict[int, CellEnds] = field(default_factory=dict)  # by id(cell)


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
    lines = [cell_lines(part) for part in inside]
    texts = [""] * len(lines)
    edges: dict[tuple[int, int], tuple[float, float]] = {}
    for number, (_, column, _, width) in enumerate(grid.cells):
        if lines[number]:
            known = edges.get((column, width))
            if known is None:
                known = (grid.xs[column] + _PADDING, grid.xs[column + width] - _PADDING)
            edges[column, width] = (
                min(known[0], min(line.x0 for line in lines[number])),
                max(known[1], max(line.x1 for line in lines[number])),
            )
    for number, (_, column, _, width) in enumerate(grid.cells):
        if lines[number]:
            texts[number] = cell_text(lines[number], *edges[column, width])
    cells = [
        Cell(row, column, texts[number], height, width, page)
        for number, (row, column, height, width) in enumerate(grid.cells)
    ]
    table = Table(grid.rows, grid.columns, cells)
    if not taken or is_layout(table, True) or sum(1 for cell in cells if cell.text) < 2:
        return None, set()
    ends = {
        id(cells[number]): CellEnds(lines[number][0], lines[number][-1], *edges[column, width])
        for number, (_, column, _, width) in enumerate(grid.cells)
        if lines[number]
    }
    return PageTable(table, page, grid.ys[0], grid.ys[-1], grid.xs, len(taken), ends), taken


def join_pages(parts: list[PageTable]) -> Table:
    """One table from its parts on consecutive pages; a cell that a page break cuts keeps its lines as on one page."""
    ends = {key: value for part in parts for key, value in part.lines.items()}

    def joint(above: Cell, below: Cell) -> str:
        upper, lower = ends.get(id(above)), ends.get(id(below))
        if upper is None or lower is None:
            return above.text or below.text
        ends[id(above)] = CellEnds(upper.first, lower.last, lower.left, lower.right)
        if begins_anew(upper.last, lower.first, upper.left, upper.right):
            return f"{above.text}\n{below.text}"
        return join_texts([above.text, below.text])

    return join_tables([part.table for part in parts], joint)


def cell_lines(words: list[Word]) -> list[CellLine]:
    """Words of a cell in reading order."""
    lines: list[CellLine] = []
    for row in rows_of(words):
        row.sort(key=lambda word: word.x0)
        first = row[0]
        lines.append(
            CellLine(
                " ".join(word.text for word in row),
                first.x0,
                max(word.x1 for word in row),
                first.x1 - first.x0,
                first.size,
                first.bottom,
            )
        )
    return lines


def cell_text(lines: list[CellLine], left: float, right: float) -> str:
    """Lines of a cell as text, a paragraph a line; `left` and `right` are the edges of its column's text."""
    if len(lines) == 1:
        return lines[0].text
    paragraphs = [[lines[0].text]]
    for above, line in pairwise(lines):
        if begins_anew(above, line, left, right):
            paragraphs.append([])
        paragraphs[-1].append(line.text)
    return "\n".join(join_texts(paragraph) for paragraph in paragraphs)


def begins_anew(above: CellLine, line: CellLine, left: float, right: float) -> bool:
    """True where `line` plainly begins a paragraph in its cell, or another name of a list.

    That its first word would have fitted on the line above tells it; a mark of a list does, too.
    """
    text = line.text
    marked = _MARK.match(text)
    if not (marked or text[0].isalnum()) or (text[0].islower() and not has_label(text)):
        return False
    if marked and (text[marked.end()].isupper() or _FULL_STOP.search(above.text)):
        return True
    if _OPEN_END.search(above.text):
        return False
    room = right - above.x1
    if above.x0 - left > 3 and abs((above.x0 - left) - room) < 4:
        room *= 2  # centred
    return room > line.first + _SPACE * line.size + 1


def _slot(edges: list[float], value: float) -> int:
    return bisect_right(edges, value, 1, len(edges) - 1) - 1


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
    return not (names and not repeated_header(tidy(first), tidy(second))) or _is_rest(second)


def _is_rest(table: Table) -> bool:
    """True where the first row is the rest of a row, not names of columns: no ordinal, and a text in mid-sentence."""
    cells = table.row_cells(0)
    return bool(cells) and not cells[0].text and any(cell.text[:1].islower() for cell in cells)


def take_cut_words(above: PageTable, below: PageTable, words: list[Word]) -> bool:
    """Put a few words from under a table into the cell of its last row that plainly goes on behind them.

    Word hides what a page break cuts off a row that may not be broken, but leaves it in the file.
    """
    if len(words) > _CUT_WORDS or above.table.columns != len(above.xs) - 1:
        return False
    slots = {_slot(above.xs, x) for word in words for x in (word.x0, word.x1)}
    if len(slots) > 1 or words[0].x0 < above.xs[0] or words[0].top - above.bottom > 4 * words[0].size:
        return False
    column = slots.pop()
    first = {cell.column: cell for cell in below.table.row_cells(repeated_header(above.table, below.table))}
    rest = first.get(column)
    cut = next(
        (c for c in above.table.cells if c.column == column and c.row + c.row_span == above.table.rows and c.text), None
    )
    if cut is None or rest is None or not rest.text[:1].islower() or 0 not in first or first[0].text:
        return False
    cut.text = join_texts([cut.text, " ".join(word.text for word in words)])
    return True


def _same_columns(above: list[float], below: list[float]) -> bool:
    return len(above) == len(below) and all(abs(a - b) < 6 for a, b in zip(above, below, strict=True))


def _spread(xs: list[float]) -> list[float]:
    return [xs[0], xs[-1]]
