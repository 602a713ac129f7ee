"""Grids with words in them -> tables; tables that go on over a page break -> one table."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.clean.fold import match_form
from ingest.models import Cell, Table
from ingest.read.pdf_lines import join_texts
from ingest.read.pdf_rules import Grid
from ingest.read.pdf_words import Word, rows_of
from ingest.read.table import count_header_rows, is_layout, tidy

_ORDINAL = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*|[IVX]{1,6}|[A-Za-zđĐ])\s*[.)]?")
_POINTS = ("- ", "+ ", "– ")
_SENTENCE_END = re.compile(r"[.;!?…][\"”’)\]]*$")


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


def join_over_pages(parts: list[PageTable]) -> Table:
    """One table from its parts on consecutive pages.

    Repeated header rows are dropped. A row that the page break cut in two (its ordinal cell is
    empty below the break and a text plainly goes on) is put together.
    """
    first = tidy(parts[0].table)
    first.header_rows = count_header_rows(first)
    whole = first
    for part in parts[1:]:
        below = tidy(part.table)
        skip = _repeated_header(whole, below)
        _append(whole, below, skip)
    return whole


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
    return not (names and not _repeated_header(tidy(first), tidy(second)))


def _same_columns(above: list[float], below: list[float]) -> bool:
    return len(above) == len(below) and all(abs(a - b) < 6 for a, b in zip(above, below, strict=True))


def _spread(xs: list[float]) -> list[float]:
    return [xs[0], xs[-1]]


def _row_texts(table: Table, row: int) -> list[str]:
    return [match_form(re.sub(r"\s+", "", cell.text)) for cell in table.row_cells(row)]


def _repeated_header(whole: Table, below: Table) -> int:
    """Rows at the top of `below` that repeat the header of `whole`."""
    rows = 0
    while rows < min(whole.header_rows or count_header_rows(whole), below.rows - 1):
        if _row_texts(whole, rows) != _row_texts(below, rows) or not any(_row_texts(whole, rows)):
            break
        rows += 1
    return rows


def _append(whole: Table, below: Table, skip: int) -> None:
    offset = whole.rows - skip
    if below.columns != whole.columns:
        whole.columns = max(whole.columns, below.columns)
    merged = _cut_row(whole, below, skip)
    if merged:
        offset -= 1
    # Empty cells at the left of the first row below the break belong to the merged cells above it.
    leading = not merged and _has_ordinals(whole, 0) and _blank_lead(below, skip)
    for cell in sorted(below.cells, key=lambda c: (c.row, c.column)):
        if cell.row + cell.row_span <= skip:
            continue
        row = max(cell.row, skip)
        span = cell.row + cell.row_span - row
        if cell.row < skip:
            # No line was drawn between a column name and an empty cell below it.
            cell.text = ""
        if merged and row == skip:
            above = _cell_at(whole, whole.rows - 1, cell.column)
            if above is not None:
                above.text = f"{above.text} {cell.text}".strip()
                above.row_span = max(above.row_span, whole.rows - 1 - above.row + span)
                continue
        elif row == skip and not cell.text and span >= 1:
            above = _cell_at(whole, whole.rows - 1, cell.column)
            if (
                above is not None
                and above.column_span == cell.column_span
                and (above.row_span > 1 or (leading and above.text))
            ):
                # A merged cell that the page break cut: its lower part is empty.
                above.row_span += span
                continue
            leading = False
        elif row == skip:
            leading = False
        whole.cells.append(Cell(row + offset, cell.column, cell.text, span, cell.column_span, cell.page))
    whole.rows = offset + below.rows


def _cell_at(table: Table, row: int, column: int) -> Cell | None:
    return next(
        (
            cell
            for cell in table.cells
            if cell.row <= row < cell.row + cell.row_span and cell.column <= column < cell.column + cell.column_span
        ),
        None,
    )


def _cut_row(whole: Table, below: Table, skip: int) -> bool:
    """True where the first row of `below` is the rest of the last row of `whole`."""
    last = {cell.column: cell for cell in whole.cells if cell.row <= whole.rows - 1 < cell.row + cell.row_span}
    first = {cell.column: cell for cell in below.row_cells(skip)}
    if set(last) != set(first) or len(first) < 2:
        return False
    lead = min(first)
    texts = [(last[column].text, first[column].text) for column in first if first[column].text]
    if not texts:
        return False
    goes_on = any(above and _picks_up(above, text) for above, text in texts)
    if _has_ordinals(whole, lead) and bool(first[lead].text) != bool(last[lead].text):
        # Several texts that all begin anew are a row of their own under a merged ordinal.
        merged = len(texts) > 1 and not first[sorted(first)[1]].text
        return goes_on or not merged
    if first[lead].text or not last[lead].text:
        return False
    return goes_on or any(above and not _SENTENCE_END.search(above) for above, text in texts)


def _picks_up(above: str, text: str) -> bool:
    """True where a text plainly goes on with the one above: in mid-sentence, or with the next point of its list."""
    return text[0].islower() or text[0] in ",.;)" or (text[:2] in _POINTS and any(point in above for point in _POINTS))


def _blank_lead(table: Table, row: int) -> bool:
    cells = table.row_cells(row)
    return bool(cells) and cells[0].column == 0 and not cells[0].text


def _has_ordinals(table: Table, column: int) -> bool:
    """True where nearly every row of data has an ordinal in this column, so that a gap means a cut row."""
    cells = [cell for cell in table.cells if cell.column == column and table.header_rows <= cell.row < table.rows - 1]
    filled = sum(1 for cell in cells if _ORDINAL.fullmatch(cell.text.strip()))
    return len(cells) >= 2 and filled >= 0.9 * len(cells)
