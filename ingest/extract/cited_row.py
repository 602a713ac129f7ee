"""A table of documents: what the other cells of a row, or the heading of its column, say of one."""

from __future__ import annotations

import re

from ingest.clean.fold import strip_diacritics
from ingest.extract.cited_date import agrees
from ingest.extract.cited_mention import Context, Mention
from ingest.extract.segment import Segment
from ingest.parse.date import parse_date

# A cell that holds nothing but a date.
_DATE_CELL = re.compile(
    r"^\s*(?:ngay\s*)?\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}\s*$|^\s*ngay\s+\d{1,2}\s+thang\s+\d{1,2}\s+nam\s+\d{4}\s*$"
)
_DEADLINE = re.compile(r"thoi gian|thoi han|hoan thanh|den ngay|hieu luc|het han|tiep nhan|tra ket qua")


def date_of_row(context: Context, segment: Segment, mention: Mention) -> None:
    """A table of documents: number in one cell, date in another one of the row."""
    table, cell = segment.block.table, segment.cell
    if table is None or cell is None:
        return
    rest = context.bare[cell.start : mention.head] + context.bare[mention.stop : cell.end]
    if len(rest.strip(" .,;:()-+")) > 12:
        return
    rows = context.rows.get(segment.block.start)
    if rows is None:
        rows = context.rows[segment.block.start] = table.cells_by_row()
    heads = {c.column: strip_diacritics(c.text).lower() for row in rows[: max(1, table.header_rows)] for c in row}
    dates = [
        (abs(other.column - cell.column), other)
        for other in rows[cell.row]
        if other is not cell and _DATE_CELL.match(context.bare[other.start : other.end])
    ]
    dates = [pair for pair in dates if not _DEADLINE.search(heads.get(pair[1].column, ""))]
    if len(dates) > 1:
        dates = [pair for pair in dates if re.search(r"ban hanh|ky", heads.get(pair[1].column, ""))] or [
            pair for pair in dates if pair[0] == 1
        ]
    if len(dates) != 1:
        return
    other = dates[0][1]
    iso = parse_date(context.text[other.start : other.end])
    if iso and agrees(iso, mention.year):
        mention.issued_on, mention.date_source = iso, "row"


def takes_effect(context: Context, segment: Segment) -> bool:
    """Whether the dates of a cell's column are those from which laws are in force."""
    table, cell = segment.block.table, segment.cell
    if table is None or cell is None:
        return False
    rows = context.rows.get(segment.block.start)
    if rows is None:
        rows = context.rows[segment.block.start] = table.cells_by_row()
    heads = [one.text for row in rows[: max(1, table.header_rows)] for one in row if one.column == cell.column]
    return any("hieu luc" in strip_diacritics(text).lower() for text in heads)
