"""A stored document -> what the document page shows: runs of text, one per passage, and tables.

A passage becomes one element with its own anchor, so `#passage` finds and marks it without a
script: a `<div>` of paragraphs, or a `<tbody>` of table rows. A paragraph that holds several
passages is therefore shown in as many pieces, each beginning on a new line.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from index.records import PassageRecord
from ingest.models import Block, BlockKind, Cell, Section, Table

_HIDDEN = (BlockKind.PAGE_HEADER, BlockKind.PAGE_FOOTER)
_LONGEST_HEADING = 250  # characters; beyond, an "Điều" with its whole text is shown as a paragraph
_HEADING_SLACK = 12  # characters a heading line may have beyond its label and heading ("II. " + ":" + footnote mark)


@dataclass(slots=True)
class Piece:
    """Part of a line: plain text, the beginning of a section (`anchor`), or of a page (`page`).

    `marks` are the words to highlight, offsets into `text`.
    """

    text: str = ""
    anchor: str | None = None
    page: int | None = None
    marks: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class Line:
    """A paragraph, list item, heading or footnote, or a piece of one.

    `tag` is the HTML element, `style` its classes.
    """

    tag: str
    style: str
    pieces: list[Piece]
    form: str = "line"


@dataclass(slots=True)
class PageMark:
    """A new page begins here."""

    number: int
    form: str = "page"


@dataclass(slots=True)
class ShownCell:
    """A cell as HTML needs it. `again`: repeats a merged cell that began in an earlier group."""

    text: str
    row_span: int
    column_span: int
    again: bool = False
    page: int | None = None
    marks: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class RowGroup:
    """Rows of one passage: a `<tbody>` (or the `<thead>`, where `header`)."""

    rows: list[list[ShownCell]]
    passage: str | None
    anchor: str | None
    here: bool
    header: bool = False


@dataclass(slots=True)
class ShownTable:
    """A table cut into row groups."""

    groups: list[RowGroup]
    layout: bool
    form: str = "table"


@dataclass(slots=True)
class Run:
    """What is shown in one go: the lines of one passage, or lines of none.

    `anchor` is the passage's id where the run is its first; `here` where the reader asked for it.
    """

    passage: str | None
    anchor: str | None
    here: bool
    items: list[Line | PageMark | ShownTable] = field(default_factory=list)


@dataclass(slots=True)
class OutlineEntry:
    """A line of the outline beside the text."""

    label: str
    heading: str
    anchor: str
    page: int
    children: list[OutlineEntry]


def section_anchor(section: Section) -> str:
    """Fragment of a section; its offset, since labels repeat."""
    return f"muc-{section.start}"


def outline(sections: Sequence[Section]) -> list[OutlineEntry]:
    """The section tree as links."""
    return [
        OutlineEntry(s.label or "", s.heading, section_anchor(s), s.page, outline(s.children))
        for s in sections
        if s.label or s.heading or s.children
    ]


def render(
    blocks: Sequence[Block],
    sections: Sequence[Section],
    passages: Sequence[PassageRecord],
    here: str | None = None,
    marks: Sequence[tuple[int, int]] = (),
) -> list[Run]:
    """Blocks in reading order -> runs. `here` is the passage id to mark, `marks` are spans of the
    document's text to highlight."""
    return _Renderer(sections, passages, here, marks).run(blocks)


class _Renderer:
    def __init__(
        self,
        sections: Sequence[Section],
        passages: Sequence[PassageRecord],
        here: str | None,
        marks: Sequence[tuple[int, int]],
    ) -> None:
        self.marks = marks
        self.sections = sorted((s for root in sections for s in root.walk()), key=lambda s: s.start)
        self.section_starts = [s.start for s in self.sections]
        self.passages = sorted((p for p in passages if not p.furniture), key=lambda p: p.start)
        self.passage_starts = [p.start for p in self.passages]
        self.here = here
        self.seen: set[str] = set()
        self.page = 1
        self.runs: list[Run] = []

    def run(self, blocks: Sequence[Block]) -> list[Run]:
        for block in blocks:
            if block.kind in _HIDDEN:
                continue
            if block.table is not None:
                self._add_table(block, block.table)
            elif block.text.strip():
                self._add_text(block)
        return self.runs

    # --- where things are -------------------------------------------------------------------

    def _passage_at(self, offset: int) -> PassageRecord | None:
        position = bisect_right(self.passage_starts, offset) - 1
        if position < 0:
            return None
        passage = self.passages[position]
        return passage if offset < passage.end else None

    def _sections_between(self, start: int, end: int) -> list[Section]:
        first = bisect_right(self.section_starts, start - 1)
        return self.sections[first : bisect_right(self.section_starts, end - 1)]

    def _marks(self, start: int, end: int) -> list[tuple[int, int]]:
        """Highlights inside `[start, end)`, counted from `start`."""
        return [(max(a, start) - start, min(b, end) - start) for a, b in self.marks if a < end and b > start]

    def _claim(self, passage: PassageRecord | None) -> str | None:
        """The passage's id, the first time it is asked for: an anchor must be unique."""
        if passage is None or passage.passage_id in self.seen:
            return None
        self.seen.add(passage.passage_id)
        return passage.passage_id

    def _open_run(self, passage: PassageRecord | None) -> Run:
        name = passage.passage_id if passage else None
        if not self.runs or self.runs[-1].passage != name:
            self.runs.append(Run(name, self._claim(passage), name is not None and name == self.here))
        return self.runs[-1]

    # --- paragraphs -------------------------------------------------------------------------

    def _add_text(self, block: Block) -> None:
        if block.page > self.page:
            self.page = block.page
            # Outside the passage unless it goes on over the page.
            passage = self._passage_at(block.start)
            going_on = passage is not None and bool(self.runs) and self.runs[-1].passage == passage.passage_id
            self._open_run(passage if going_on else None).items.append(PageMark(self.page))
        breaks = {block.start + at: block.page + n for n, at in enumerate(block.page_breaks, start=1)}
        for number, (start, end) in enumerate(self._fragments(block)):
            pieces = list(self._pieces(block, start, end, breaks))
            if not any(piece.text.strip() for piece in pieces):
                continue
            tag, style = self._dress(block, start, end)
            if number:
                tag, style = "p", f"{style} cont".strip()
            self._open_run(self._passage_at(self._first_word(block, start, end))).items.append(Line(tag, style, pieces))

    @staticmethod
    def _first_word(block: Block, start: int, end: int) -> int:
        text = block.text[start - block.start : end - block.start]
        return start + len(text) - len(text.lstrip())

    def _fragments(self, block: Block) -> list[tuple[int, int]]:
        """The block cut where a passage begins or ends inside it."""
        cuts = {block.start, block.end}
        position = max(bisect_right(self.passage_starts, block.start) - 1, 0)
        for passage in self.passages[position:]:
            if passage.start >= block.end:
                break
            cuts.update(at for at in (passage.start, passage.end) if block.start < at < block.end)
        ordered = sorted(cuts)
        spans = pairwise(ordered)
        return [(a, b) for a, b in spans if block.text[a - block.start : b - block.start].strip()]

    def _pieces(self, block: Block, start: int, end: int, breaks: dict[int, int]) -> Iterator[Piece]:
        anchors = {section.start: section_anchor(section) for section in self._sections_between(start, end)}
        marks = sorted({start, *anchors, *(at for at in breaks if start <= at < end)})
        for a, b in zip(marks, [*marks[1:], end], strict=True):
            if a in breaks and breaks[a] > self.page:
                self.page = breaks[a]
                yield Piece(page=breaks[a])
            text = block.text[a - block.start : b - block.start]
            yield Piece(text, anchors.get(a), marks=self._marks(a, b))

    def _dress(self, block: Block, start: int, end: int) -> tuple[str, str]:
        """Element and classes of a fragment."""
        centre = " centre" if block.centered else ""
        for section in self._sections_between(start, end):
            named = len(section.label or "") + len(section.heading)
            if section.start - start <= 2 and len(block.text.strip()) <= min(named + _HEADING_SLACK, _LONGEST_HEADING):
                return f"h{min(max(section.level, 1) + 1, 6)}", centre.strip()
        if block.kind is BlockKind.FOOTNOTE:
            return "p", "note"
        style = "list" if block.kind is BlockKind.LIST_ITEM else ""
        if block.bold or block.kind is BlockKind.HEADING:
            style += " bold"
        if block.italic:
            style += " italic"
        return "p", (style + centre).strip()

    # --- tables -----------------------------------------------------------------------------

    def _add_table(self, block: Block, table: Table) -> None:
        if not table.cells:
            return
        if block.page > self.page:
            self.page = block.page
            self._open_run(None).items.append(PageMark(self.page))
        owners: list[PassageRecord | None] = []
        for row in range(table.rows):
            # A row without text of its own (all merged, or blank) goes with the one above.
            empty = not any(cell.text.strip() for cell in table.row_cells(row))
            owners.append(owners[-1] if empty and owners else self._owner(table, row))
        spans = _groups(owners, table.header_rows)
        grid = table.grid()
        later = {owner.passage_id for first, _ in spans if first >= table.header_rows and (owner := owners[first])}
        groups: list[RowGroup] = []
        for first, end in spans:
            owner, header = owners[first], first < table.header_rows
            # The rows below a header carry the anchor, unless the header is all there is.
            anchor = None if header and owner and owner.passage_id in later else self._claim(owner)
            rows = [self._show_row(grid, row, first, end) for row in range(first, end)]
            if any(rows):
                name = owner.passage_id if owner else None
                groups.append(RowGroup(rows, name, anchor, name is not None and name == self.here, header))
        self._open_run(None).items.append(ShownTable(groups, table.layout))

    def _owner(self, table: Table, row: int) -> PassageRecord | None:
        for cell in table.row_cells(row):
            if cell.text.strip():
                return self._passage_at(cell.start)
        return None

    def _show_row(self, grid: list[list[Cell | None]], row: int, first: int, end: int) -> list[ShownCell]:
        """Cells to write in this row. A `rowspan` may not leave its group: a merged cell that began
        in an earlier group is written again at the top of this one."""
        shown: list[ShownCell] = []
        column = 0
        while column < len(grid[row]):
            cell = grid[row][column]
            if cell is None:
                shown.append(ShownCell("", 1, 1))
                column += 1
                continue
            width = 1
            while column + width < len(grid[row]) and grid[row][column + width] is cell:
                width += 1
            if row == max(cell.row, first):
                page = None
                if cell.page > self.page:
                    self.page = page = cell.page
                height = min(cell.row + max(cell.row_span, 1), end) - row
                again = cell.row < first
                marks = [] if again else self._marks(cell.start, cell.end)
                shown.append(ShownCell(cell.text, max(height, 1), width, again, page, marks))
            column += width
        return shown


def _groups(owners: Sequence[PassageRecord | None], header_rows: int) -> list[tuple[int, int]]:
    """Row ranges `[first, end)`: the header, then rows of one passage each."""
    spans: list[tuple[int, int]] = []
    if header_rows:
        spans.append((0, min(header_rows, len(owners))))
    first = header_rows
    for row in range(header_rows, len(owners)):
        if row + 1 == len(owners) or owners[row + 1] is not owners[row]:
            spans.append((first, row + 1))
            first = row + 1
    return spans
