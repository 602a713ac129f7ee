"""Tables that go on over a page break -> one table."""

from __future__ import annotations

import re
from collections.abc import Callable

from ingest.clean.fold import match_form
from ingest.models import Cell, Table
from ingest.read.table import count_header_rows, tidy

_ORDINAL = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*|[IVX]{1,6}|[A-Za-zđĐ])\s*[.)]?")
_TELLING_ROWS = 6  # cells of a column that tell whether it is ever left empty
_POINTS = ("- ", "+ ", "– ")
_SENTENCE_END = re.compile(r"[.;!?…][\"”’)\]]*$")


def _spaced(above: Cell, below: Cell) -> str:
    return f"{above.text} {below.text}".strip()


def join_tables(parts: list[Table], joint: Callable[[Cell, Cell], str] = _spaced) -> Table:
    """One table from its parts on consecutive pages.

    Repeated header rows are dropped. A row that the page break cut in two (its ordinal cell is
    empty below the break and a text plainly goes on) is put together; `joint` gives the text of a
    cell and its rest.
    """
    whole = tidy(parts[0])
    whole.header_rows = whole.header_rows or count_header_rows(whole)
    for part in parts[1:]:
        below = tidy(part)
        _append(whole, below, repeated_header(whole, below), joint)
    return whole


def _row_texts(table: Table, row: int) -> list[str]:
    return [match_form(re.sub(r"\s+", "", cell.text)) for cell in table.row_cells(row)]


def repeated_header(whole: Table, below: Table) -> int:
    """Rows at the top of `below` that repeat the header of `whole`."""
    rows = 0
    while rows < min(whole.header_rows or count_header_rows(whole), below.rows - 1):
        if _row_texts(whole, rows) != _row_texts(below, rows) or not any(_row_texts(whole, rows)):
            break
        rows += 1
    return rows


def _append(whole: Table, below: Table, skip: int, joint: Callable[[Cell, Cell], str]) -> None:
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
                above.text = joint(above, cell) if cell.text else above.text
                above.row_span = max(above.row_span, whole.rows - 1 - above.row + span)
                continue
        elif row == skip and not cell.text and span >= 1:
            above = _cell_at(whole, whole.rows - 1, cell.column)
            if (
                above is not None
                and above.column_span == cell.column_span
                and (
                    above.row_span > 1
                    or (above.text and (leading or span > 1 or _always_filled(whole, below, skip, cell.column)))
                )
            ):
                # A merged cell that the page break cut: its lower part is empty.
                above.row_span += span
                continue
            leading = False
        elif row == skip:
            leading = False
        cell.row, cell.row_span = row + offset, span
        whole.cells.append(cell)
    whole.rows = offset + below.rows


def _always_filled(whole: Table, below: Table, skip: int, column: int) -> bool:
    """True where a column names something in every other row, so that the cell below the break can't be empty.

    A lead unit merged over two rows stands above the break alone; a column that some rows leave empty tells nothing.
    """
    cells = [c for c in whole.cells if c.column == column and c.column_span == 1 and c.row >= whole.header_rows]
    cells += [c for c in below.cells if c.column == column and c.column_span == 1 and c.row > skip]
    return len(cells) >= _TELLING_ROWS and all(c.text for c in cells)


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
    alone = [column for column in first if first[column].text] == [1] and not first[lead].text
    if (
        alone
        and not goes_on
        and first[1].text[0].isupper()
        and (_names_groups(whole, 0) or _names_groups(below, skip + 1))
    ):
        return False  # the name of a group, as in other rows of the table
    if _has_ordinals(whole, lead) and bool(first[lead].text) != bool(last[lead].text):
        # Several texts that all begin anew are a row of their own under a merged ordinal.
        anew = len(texts) > 1 and not first[sorted(first)[1]].text
        return goes_on or not anew
    if first[lead].text or not last[lead].text:
        return False
    return goes_on or any(above and not _SENTENCE_END.search(above) for above, text in texts)


def _names_groups(table: Table, first: int) -> bool:
    """True where rows of data from `first` on hold one text only, in the column next to the ordinals."""
    return any(
        [cell.column for cell in cells if cell.text] == [1] and cells[0].column == 0
        for cells in table.cells_by_row()[max(first, table.header_rows) :]
    )


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
