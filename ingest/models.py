"""The shapes that flow through the program: Reading -> Document.

Offsets are Python string offsets (code points) into `Reading.text` or `Document.text`, half-open
`[start, end)`. Pages count from 1. All text is NFC from `clean` onwards.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import accumulate, pairwise

from ingest.extract.models import Facts

CELL_SEPARATOR = " | "
ROW_SEPARATOR = "\n"
BLOCK_SEPARATOR = "\n"


class BlockKind(StrEnum):
    """What a reader saw. `HEADING` is a candidate only; `parse.outline` decides."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    TABLE = "table"
    FOOTNOTE = "footnote"
    PAGE_HEADER = "page_header"
    PAGE_FOOTER = "page_footer"


class SectionKind(StrEnum):
    """Section kinds of the contract (`sections[].kind`, `results[].kind`)."""

    LEGAL_BASIS = "legal_basis"
    SITUATION = "situation"
    PURPOSE = "purpose"
    REQUIREMENT = "requirement"
    TARGET = "target"
    TASK = "task"
    RESPONSIBILITY = "responsibility"
    SCHEDULE = "schedule"
    FUNDING = "funding"
    APPENDIX = "appendix"
    RECIPIENTS = "recipients"
    OTHER = "other"


@dataclass(slots=True)
class Cell:
    """One cell of a table; a merged cell is present once, at its top left corner.

    `text` stands on one line; a reader may part paragraphs by newlines, which `lay_out` turns into `breaks`.
    """

    row: int
    column: int
    text: str
    row_span: int = 1
    column_span: int = 1
    page: int = 1
    start: int = 0
    end: int = 0
    breaks: tuple[int, ...] = ()  # offsets inside `text` where a further paragraph of the cell begins

    def lines(self) -> list[str]:
        """The paragraphs of the cell.

        >>> Cell(0, 0, "Sở A Sở B", breaks=(5,)).lines(), Cell(0, 0, "").lines()
        (['Sở A', 'Sở B'], [''])
        """
        if not self.breaks:
            return [self.text]
        return [self.text[a:b].strip() for a, b in pairwise((0, *self.breaks, len(self.text)))]


@dataclass(slots=True)
class Table:
    """A table, already joined over page breaks (repeated header rows dropped).

    `layout` marks a table that only arranges text (the two-column document header, the
    signature block) and holds no rows of data.
    """

    rows: int
    columns: int
    cells: list[Cell]
    header_rows: int = 0
    layout: bool = False

    def grid(self) -> list[list[Cell | None]]:
        """`rows` x `columns`; every position covered by a merged cell refers to that cell."""
        grid: list[list[Cell | None]] = [[None] * self.columns for _ in range(self.rows)]
        for cell in self.cells:
            for row in range(cell.row, min(cell.row + cell.row_span, self.rows)):
                for column in range(cell.column, min(cell.column + cell.column_span, self.columns)):
                    grid[row][column] = cell
        return grid

    def cells_by_row(self) -> list[list[Cell]]:
        """For each row the cells that begin in it, left to right; one pass over the table."""
        rows: list[list[Cell]] = [[] for _ in range(self.rows)]
        for cell in self.cells:
            if 0 <= cell.row < self.rows:
                rows[cell.row].append(cell)
        for cells in rows:
            cells.sort(key=lambda c: c.column)
        return rows

    def row_cells(self, row: int) -> list[Cell]:
        """Cells that begin in this row, left to right."""
        return sorted((c for c in self.cells if c.row == row), key=lambda c: c.column)


@dataclass(slots=True)
class Block:
    """A paragraph-sized piece of a document, in reading order.

    `text` holds what a person reads, a resolved Word auto-number included ("1.1. Mục tiêu").
    A table's text is its rows joined by newline, its cells by " | " (see `lay_out`).
    """

    kind: BlockKind
    text: str
    page: int = 1
    start: int = 0
    end: int = 0
    page_end: int | None = None  # last page, where the block runs over a page break
    page_breaks: list[int] = field(default_factory=list)  # offsets inside `text` where a new page starts
    label: str | None = None  # auto-number that the reader resolved and put in front of `text`
    level: int | None = None  # Word outline level or number of Markdown '#', 1 = top
    bold: bool | None = None  # whole block bold; None = the format doesn't say
    italic: bool | None = None
    centered: bool | None = None
    table: Table | None = None


@dataclass(slots=True)
class Reading:
    """What every reader returns, and what cleaning takes and returns.

    `stamps` are texts drawn outside the body (digital-signature stamps, form fields, text
    boxes), which often carry the number and date of a signed PDF.
    `quality` is 0..1, the share of the text that looks like Vietnamese (1.0 for clean text).
    """

    format: str  # "pdf" | "docx" | "doc" | "txt" | "md" | "html"
    pages: int
    blocks: list[Block]
    text: str = ""
    text_source: str = "text"  # "text" | "ocr" | "mixed"
    quality: float = 1.0
    info: dict[str, str] = field(default_factory=dict)  # file's own metadata: title, author, ...
    stamps: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Person:
    """Who signed: name as written, and position ("PHÓ GIÁM ĐỐC")."""

    name: str
    position: str | None = None


@dataclass(slots=True)
class Header:
    """Identity of a document. `evidence[field]` is where in `Document.text` the field was read."""

    number: str | None = None  # normalised: "181/KH-SGDĐT"; None while the number is blank
    symbol: str | None = None  # "KH-SGDĐT", present even when the number is blank
    type: str | None = None  # "Kế hoạch"
    type_code: str | None = None  # "KH"
    issuer: str | None = None  # full: "Sở Giáo dục và Đào tạo tỉnh Sơn La"
    issuer_parent: str | None = None  # "Ủy ban nhân dân tỉnh Sơn La"
    place: str | None = None
    province: str | None = None
    issued_on: str | None = None  # "2021-10-29" | "2023-03" | "2023"
    title: str | None = None
    signer: Person | None = None
    recipients: list[str] = field(default_factory=list)
    draft: bool = False
    year: int | None = None  # the year the plan is for, else the year of issue
    evidence: dict[str, tuple[int, int]] = field(default_factory=dict)


@dataclass(slots=True)
class Section:
    """A node of the outline. `end` covers its children."""

    label: str | None  # "II.", "1.1.", "a)", "Điều 3.", "PHỤ LỤC 1"
    heading: str  # without the label; may be ""
    kind: SectionKind
    page: int
    start: int
    end: int
    level: int
    children: list[Section] = field(default_factory=list)

    def walk(self) -> Iterator[Section]:
        """This section and all below it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(slots=True)
class Passage:
    """A unit of meaning: whole sentences or whole table rows; `text` is `Document.text[start:end]`.

    `section_path` holds "label heading" strings from the root. `context` is what a passage needs
    to be understood alone and does not contain itself (column names of its table, the sentence
    that introduces its list); it is indexed, not displayed as the passage.
    `furniture` passages (recipients, signatures, tables of contents) are stored, never returned.
    """

    ordinal: int
    text: str
    start: int
    end: int
    page: int
    kind: SectionKind
    section_path: list[str]
    context: str = ""
    furniture: bool = False


@dataclass(slots=True)
class PageSpan:
    """Where a page begins and ends in `Document.text`."""

    number: int
    start: int
    end: int


@dataclass(slots=True)
class Document:
    """The result of ingestion, all that later layers know of a file.

    `id` is the first 16 hex digits of `sha256` of the file's bytes: the same file has the same
    id on every machine and after every interruption.
    """

    id: str
    sha256: str
    file_name: str
    format: str
    header: Header
    text: str
    pages: list[PageSpan]
    blocks: list[Block]
    sections: list[Section]
    passages: list[Passage]
    abbreviations: dict[str, str]  # "CCHC" -> "cải cách hành chính", as the document defines them
    text_source: str
    quality: float
    info: dict[str, str] = field(default_factory=dict)
    stamps: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    facts: Facts = field(default_factory=Facts)

    def page_at(self, offset: int) -> int:
        """Number of the page that holds the character at `offset`; 1 where there are no pages."""
        index = bisect_right(self.pages, offset, key=lambda page: page.start) - 1
        return self.pages[max(index, 0)].number if self.pages else 1


def lay_out(blocks: list[Block]) -> str:
    """Join blocks into one text and set every block's and cell's offsets in place.

    A table block's `text` is rebuilt from its cells, so it always agrees with them.

    >>> cells = [Cell(0, 0, "STT"), Cell(0, 1, "Nhiệm vụ"), Cell(1, 0, "1"), Cell(1, 1, "Rà soát")]
    >>> blocks = [Block(BlockKind.PARAGRAPH, "Mở đầu"), Block(BlockKind.TABLE, "", table=Table(2, 2, cells))]
    >>> text = lay_out(blocks)
    >>> text
    'Mở đầu\\nSTT | Nhiệm vụ\\n1 | Rà soát'
    >>> text[cells[3].start : cells[3].end]
    'Rà soát'
    """
    parts: list[str] = []
    offset = 0
    for index, block in enumerate(blocks):
        if index:
            parts.append(BLOCK_SEPARATOR)
            offset += len(BLOCK_SEPARATOR)
        if block.table is not None:
            block.text = _lay_out_table(block.table, offset)
        block.start, block.end = offset, offset + len(block.text)
        parts.append(block.text)
        offset = block.end
    return "".join(parts)


def _set_on_one_line(cell: Cell) -> None:
    lines = cell.text.split("\n")
    ends = list(accumulate(len(line) + 1 for line in lines))
    cell.text = " ".join(lines)
    cell.breaks = tuple(end for end in ends[:-1] if cell.text[:end].strip() and cell.text[end:].strip())


def _lay_out_table(table: Table, offset: int) -> str:
    lines: list[str] = []
    for cells in table.cells_by_row():
        if not cells:
            continue
        if lines:
            offset += len(ROW_SEPARATOR)
        texts: list[str] = []
        for position, cell in enumerate(cells):
            if "\n" in cell.text:
                _set_on_one_line(cell)
            if position:
                offset += len(CELL_SEPARATOR)
            cell.start, cell.end = offset, offset + len(cell.text)
            offset = cell.end
            texts.append(cell.text)
        lines.append(CELL_SEPARATOR.join(texts))
    return ROW_SEPARATOR.join(lines)
