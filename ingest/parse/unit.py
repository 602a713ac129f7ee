"""The units that passages are made of: whole sentences, headings and table rows, in reading order."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from ingest.clean.fold import strip_diacritics
from ingest.models import CELL_SEPARATOR, Block, Cell, Reading, Section, SectionKind, Table
from ingest.parse.furniture import Role, is_upper, plain, roles
from ingest.parse.label import Label, Style, read_label
from ingest.parse.sentence import sentence_spans
from ingest.parse.table_kind import table_kind

Path = tuple[Section, ...]

_RUNAWAY_WORDS = 400
_RUNAWAY_PIECE = 40  # words: pieces of a runaway sentence are at least so long
_INNER_MARK = re.compile(r"(?<=[.;:!?])\s+")
# Where a runaway has no such mark: a list of a thousand names, text without any mark, or without a blank.
_COMMA = re.compile(r"(?<=,)\s+")
_GAP = re.compile(r"\s+")
_GAP_PIECE = 180  # words
_MOST_CHARS = 8000
# A preamble "Căn cứ A; căn cứ B; ..." is a list of citations written as one sentence, and so is a
# note "[2] Chỉ thị số 1/CT-TTg ...; Quyết định số 2/QĐ-TTg ...".
_LONG_PREAMBLE = 220  # words: what is shorter fits into a passage
_TYPES = (
    r"cong van|thong bao|ke hoach|quyet dinh|nghi quyet|nghi dinh|thong tu|chi thi|ket luan|chuong trinh|de an"
    r"|to trinh|luat|bo luat|phap lenh|huong dan"
)
_PREAMBLE = re.compile(
    rf"(?:can cu|thuc hien|theo|xet|trien khai|tiep tuc thuc hien|\[\d{{1,3}}\] ?(?:{_TYPES}) so \d+)\b"
)
_CITATION = re.compile(
    rf"(?<=;)\s+(?=(?:va )?(?:(?:can cu|thuc hien|theo|xet|{_TYPES})\b[^;]{{0,60}}?\b(?:so \d|luat|ngay \d)|so \d+))"
)


# Sections whose tables are asked what they are: an appendix holds tasks, targets, scores and forms.
_OPEN_KINDS = (
    SectionKind.APPENDIX,
    SectionKind.OTHER,
    SectionKind.TASK,
    SectionKind.TARGET,
    SectionKind.RESPONSIBILITY,
)
_PROCEDURE = re.compile(r"quy trinh|thu tuc")  # its steps have an owner and a time, and are no plan


class Shape(IntEnum):
    """What a unit is to its neighbours."""

    HEADING = 0
    PARAGRAPH = 1  # first sentence of a paragraph
    ITEM = 2  # first sentence of a list item
    SENTENCE = 3  # a later sentence of the same block
    ROW = 4
    HEADER_ROW = 5
    GROUP_ROW = 6
    NOTE = 7


@dataclass(slots=True)
class Unit:
    """A piece of text that is never cut, `text[start:end]`.

    `path` are the sections it lies in, outermost first; `opens` says that it starts the last of
    them. `depth` orders list items: "-" before "+", "1." before "a)". `group` are the group rows
    above a table row, `columns` the header of its table, `carried` the cells of rows above that
    are merged down into it, as (start, text). `said` is the kind that a table's columns tell.
    """

    start: int
    end: int
    words: int
    shape: Shape
    page: int = 1
    path: Path = ()
    opens: bool = False
    depth: int = 0
    introduces: bool = False  # ends with a colon: what follows belongs to it
    role: Role = Role.BODY
    group: tuple[str, ...] = ()
    columns: str = ""
    table: int = -1
    carried: tuple[tuple[int, str], ...] = ()
    said: SectionKind | None = None

    @property
    def kind(self) -> SectionKind:
        """What the columns of its table tell, where the section doesn't know better; else its section's kind."""
        kind = self.path[-1].kind if self.path else SectionKind.OTHER
        return self.said if self.said is not None and kind in _OPEN_KINDS else kind


def units_of(reading: Reading, sections: list[Section]) -> list[Unit]:
    """Units of a laid-out reading. Every character of it that is not white space lies in one."""
    finder = _Finder(sections)
    units: list[Unit] = []
    for index, (block, role) in enumerate(zip(reading.blocks, roles(reading.blocks), strict=True)):
        path, opens = finder.at(block.start)
        if block.table is not None:
            made = list(_row_units(block, block.table, index)) if role is Role.BODY else [_whole(block)]
            if any(_PROCEDURE.search(plain(section.heading)) for section in path):
                for unit in made:
                    unit.said = None
        elif role not in (Role.BODY, Role.NOTE):
            made = [_whole(block)]
        else:
            made = _block_units(block, path, opens, reading.text)
        if role is Role.NOTE:
            for unit in made:
                unit.shape = Shape.NOTE
        made = [unit for unit in made if unit.end > unit.start]  # a table without a word has none
        for unit in made:
            unit.path, unit.role = path, role
        if made and opens:
            made[0].opens = True
        units += made
    return units


def units_of_text(text: str) -> list[Unit]:
    """Units of plain text, line by line."""
    units: list[Unit] = []
    start = 0
    for line in text.split("\n"):
        units += _line_units(line, start, read_label(line))
        start += len(line) + 1
    return units


class _Finder:
    """Which sections hold an offset."""

    def __init__(self, sections: list[Section]) -> None:
        found: list[tuple[int, int, Path]] = []

        def visit(nodes: list[Section], above: Path) -> None:
            for node in nodes:
                found.append((node.start, node.end, (*above, node)))
                visit(node.children, (*above, node))

        visit(sections, ())
        found.sort(key=lambda item: (item[0], len(item[2])))
        self._starts = [item[0] for item in found]
        self._found = found

    def at(self, offset: int) -> tuple[Path, bool]:
        """Path of the deepest section that holds the offset, and whether it starts there."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return (), False
        path = self._found[index][2]
        while path and path[-1].end <= offset:
            path = path[:-1]
        return path, bool(path) and path[-1].start == offset


def _whole(block: Block) -> Unit:
    return Unit(block.start, block.end, len(block.text.split()), Shape.PARAGRAPH, block.page)


def _block_units(block: Block, path: Path, opens: bool, text: str) -> list[Unit]:
    label = read_label(block.text)
    units = _line_units(block.text, block.start, label)
    for unit in units:
        unit.page = block.page + sum(1 for at in block.page_breaks if block.start + at <= unit.start)
    if units and _is_heading(block, path, opens, label):
        first, last = units[0], units[-1]
        return [Unit(first.start, last.end, sum(u.words for u in units), Shape.HEADING, first.page)]
    return units


def _is_heading(block: Block, path: Path, opens: bool, label: Label | None) -> bool:
    """True where a block is nothing but (a line of) the heading of its section."""
    if not path or (not path[-1].heading and not opens):
        return False
    heading = path[-1].heading
    if opens:
        if path[-1].kind is SectionKind.LEGAL_BASIS and path[-1].label is None:
            return False  # the outline gave the preamble its heading
        rest = block.text[label.end :] if label is not None and path[-1].label is not None else block.text
        rest = rest.strip(" *_.:;")
        return not rest or rest in heading or (heading in rest and len(rest) - len(heading) < 4)
    near = block.start - path[-1].start < len(heading) + 200
    return near and block.text.strip(" *_.:;") in heading and is_upper(block.text)


def _line_units(line: str, offset: int, label: Label | None) -> list[Unit]:
    units: list[Unit] = []
    for start, end in _bounded(line, sentence_spans(line)):
        sentence = line[start:end]
        shape = Shape.SENTENCE
        if not units:
            shape = Shape.ITEM if label is not None else Shape.PARAGRAPH
        words = max(len(sentence.split()), len(sentence) // 40)  # what has no blanks is not short
        units.append(Unit(offset + start, offset + end, words, shape, introduces=sentence.endswith(":")))
    depth = _depth(line, label)
    for unit in units:
        unit.depth = depth
    return units


def _bounded(line: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Sentences, two sorts of over-long ones parted.

    A preamble or note of more than `_LONG_PREAMBLE` words is parted at the semicolons between its
    citations, each a clause with a sense of its own. What has more than `_RUNAWAY_WORDS` is parted
    at all its inner marks: no one writes such a sentence, it is a long footnote or text that has
    lost its capitals. What still has is parted at commas, then at blanks.
    """
    for start, end in spans:
        if end - start >= 4 * _LONG_PREAMBLE and len(line[start:end].split()) > _LONG_PREAMBLE:
            bare = strip_diacritics(line[start:end]).lower()
            if _PREAMBLE.match(bare):
                low = start
                for match in _CITATION.finditer(bare):
                    yield low, start + match.start()
                    low = start + match.end()
                start = low
        pieces = _parted(line, start, end, _INNER_MARK)
        pieces = [piece for long in pieces for piece in _parted(line, *long, _COMMA)]
        for low, high in (piece for long in pieces for piece in _parted(line, *long, _GAP)):
            yield from ((at, min(at + _MOST_CHARS, high)) for at in range(low, high, _MOST_CHARS))


def _parted(line: str, start: int, end: int, mark: re.Pattern[str]) -> list[tuple[int, int]]:
    """A piece with too many words cut at some of the marks in it; one that hasn't as it is."""
    if end - start < 4 * _RUNAWAY_WORDS or len(line[start:end].split()) <= _RUNAWAY_WORDS:
        return [(start, end)]
    parts: list[tuple[int, int]] = []
    words, at = 0, start
    for match in mark.finditer(line, start, end):
        words += len(line[at : match.start()].split())
        at = match.start()
        if words >= (_GAP_PIECE if mark is _GAP else _RUNAWAY_PIECE):
            parts.append((start, at))
            words, start, at = 0, match.end(), match.end()
    return [*parts, (start, end)]


_BULLET_DEPTH = {"-": 20, "–": 20, "—": 20, "•": 21, "*": 21, "●": 21, "+": 22, "○": 23, "◦": 23, "▪": 23}


def _depth(line: str, label: Label | None) -> int:
    """How deep in lists a block stands; 0 for a paragraph."""
    if label is None:
        return 0
    if label.style is Style.BULLET:
        return _BULLET_DEPTH.get(label.text[:1], 23)
    return int(label.style)


# --- tables ------------------------------------------------------------------------------------


def _row_units(block: Block, table: Table, index: int) -> Iterator[Unit]:
    headers = 0 if table.layout else _header_rows(table)
    columns = "" if table.layout else _column_names(table, headers)
    said = table_kind(columns.split(CELL_SEPARATOR)) if columns else None
    carried = {} if table.layout else _carried(table)
    groups: list[tuple[int, str]] = []
    for row, cells in enumerate(table.cells_by_row()):
        if not cells:
            continue
        start, end = cells[0].start, cells[-1].end
        words = sum(len(cell.text.split()) for cell in cells) + len(cells) - 1
        filled = [cell for cell in cells if cell.text.strip()]
        shape = Shape.ROW
        if row < headers:
            shape = Shape.HEADER_ROW
        elif not table.layout and _is_group(table, filled, words):
            shape = Shape.GROUP_ROW
            rank, name = _group(filled)
            groups = [*(g for g in groups if g[0] < rank), (rank, name)]
        inside = groups[:-1] if shape is Shape.GROUP_ROW else groups
        page = (filled or cells)[0].page
        yield Unit(
            start,
            end,
            words,
            shape,
            page,
            group=tuple(name for _, name in inside),
            columns=columns,
            table=index,
            carried=tuple(carried.get(row, ())),
            said=said,
        )


def _carried(table: Table) -> dict[int, list[tuple[int, str]]]:
    """For each row the cells that begin above it and reach into it, left to right; texts with a word only."""
    carried: dict[int, list[tuple[int, str]]] = {}
    for cell in sorted(table.cells, key=lambda c: (c.column, c.row)):
        text = cell.text.strip()
        if cell.row_span < 2 or not any(c.isalnum() for c in text) or (len(text) <= 4 and "%" not in text):
            continue  # a running number says nothing
        for row in range(cell.row + 1, min(cell.row + cell.row_span, table.rows)):
            carried.setdefault(row, []).append((cell.start, text))
    return carried


def _header_rows(table: Table) -> int:
    """Rows that name the columns, a row of column numbers "(1) (2) (3)" included."""
    if table.rows < 2:
        return 0
    count = table.header_rows
    if not count and table.columns >= 2:
        first = [plain(cell.text) for cell in table.row_cells(0)]
        named = any(text in ("stt", "tt", "so tt", "so thu tu") for text in first)
        count = 1 if named else 0
        if count:
            count = max((cell.row_span for cell in table.row_cells(0)), default=1)
    while 0 < count < table.rows - 1:
        cells = [cell.text.strip(" ().=") for cell in table.row_cells(count) if cell.text.strip()]
        if not cells or len(cells) < table.columns - 1 or not all(len(c) <= 4 and c[:1].isalnum() for c in cells):
            break
        if not all(c.isdigit() or len(c) == 1 for c in cells):
            break
        count += 1
    return min(count, table.rows - 1)


def _column_names(table: Table, headers: int) -> str:
    """Names of the columns, left to right, those of a two-row header joined ("Chủ trì")."""
    if not headers:
        return ""
    grid = table.grid()
    names: list[str] = []
    for column in range(table.columns):
        parts: list[Cell] = []
        for row in range(headers):
            cell = grid[row][column]
            if cell is not None and cell.text.strip() and cell not in parts and any(c.isalpha() for c in cell.text):
                parts.append(cell)
        name = " ".join(cell.text.strip() for cell in parts)
        if name and name not in names:
            names.append(name)
    return CELL_SEPARATOR.join(names)


def _is_group(table: Table, filled: list[Cell], words: int) -> bool:
    """True for a row that names a group of rows: one text over the columns, perhaps with a label."""
    if table.columns < 3 or not filled or words > 60:
        return False
    if len(filled) == 1:
        cell = filled[0]
        return (
            cell.column_span >= 2
            and any(c.isalpha() for c in cell.text)
            and not cell.text.rstrip().endswith((".", ";"))
        )
    if len(filled) > 2 or not any(c.isalpha() for c in filled[1].text):
        return False
    label, name = filled
    if len(label.text.strip(" .)")) > 4 or name.text.rstrip().endswith((".", ";")):
        return False
    spans = name.column_span >= table.columns - 1 - label.column
    outer = label.text.strip(" .)").isalpha() and label.text.strip(" .)").isupper()
    return spans or outer or is_upper(name.text)


_GROUP_RANKS = {Style.UPPER: 0, Style.ROMAN: 1, Style.ARABIC: 2}


def _group(filled: list[Cell]) -> tuple[int, str]:
    name = " ".join(cell.text.strip() for cell in filled)
    first = filled[0].text.strip(" .)") if len(filled) > 1 else ""
    label = read_label(f"{first}. x" if first else name)
    rank = _GROUP_RANKS.get(label.style, 3) if label is not None else (1 if is_upper(name) else 3)
    if len(filled) > 1 and not name.startswith(f"{first}."):
        name = f"{first}. {filled[1].text.strip()}"
    return rank, name
