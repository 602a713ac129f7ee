"""Word (.docx): read straight from the parts of the package, so that nothing of it is lost.

Auto-numbers are resolved into the text, merged cells kept, tracked changes shown as accepted,
notes placed after the paragraph that refers to them, text boxes after the paragraph that anchors
them. Page numbers are those that Word wrote down when it last laid the document out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from ingest.clean.fold import nfc
from ingest.errors import DamagedFile, NoText
from ingest.models import Block, BlockKind, Cell, Reading, Table
from ingest.read.columns import Tabbed, part_tabbed, tab_sides
from ingest.read.label import has_label, kind_of
from ingest.read.numbering import Numbering, W
from ingest.read.package import Package
from ingest.read.pipe_rows import find_pipe_rows, is_pipe_row, pipe_table
from ingest.read.plausible import plausible_share
from ingest.read.styles import Styles, is_on
from ingest.read.table import count_header_rows, is_layout, tidy
from ingest.read.table_join import join_tables, repeated_header

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_CORE = {
    "{http://purl.org/dc/elements/1.1/}title": "title",
    "{http://purl.org/dc/elements/1.1/}subject": "subject",
    "{http://purl.org/dc/elements/1.1/}creator": "author",
    "{http://purl.org/dc/terms/}created": "created",
    "{http://purl.org/dc/terms/}modified": "modified",
}
_SPACES = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u3000]+")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
_SENTENCE_END = re.compile(r"[.;:!?][\"”’)\]]*$")
# Containers whose children count as their parent's; deleted and moved-away text is in none of them.
_TRANSPARENT = {
    W + name
    for name in ("sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml", "hyperlink", "fldSimple", "dir", "bdo")
}
_CHECKED = {"f052", "f0fe", "f0fc", "2612", "2611"}
_UNCHECKED = {"f0a3", "f0a8", "f06f", "2610"}


def read(path: Path) -> Reading:
    """Reading of a .docx file.

    Raises:
        DamagedFile, EncryptedFile, SuspiciousArchive, NoText: see `ingest.errors`.
    """
    with Package(path) as package:
        return _Reader(package).read()


@dataclass(slots=True)
class _Line:
    """A paragraph while its runs are gathered."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    bold: int = 0  # visible characters set bold
    italic: int = 0
    visible: int = 0
    breaks: list[int] = field(default_factory=list)  # length at which a page began
    first_page: int | None = None
    notes: list[tuple[str, str]] = field(default_factory=list)  # (kind, id)
    boxes: list[etree._Element] = field(default_factory=list)


class _Reader:
    def __init__(self, package: Package) -> None:
        self.package = package
        main = next((part for kind, part in package.relations("").values() if kind == "officeDocument"), "")
        self.name = main or "word/document.xml"
        root = package.part(self.name)
        if root is None:
            raise DamagedFile(format="Word")
        self.root = root
        self.relations = package.relations(self.name)
        self.styles = Styles(self._related("styles"))
        self.numbering = Numbering(self._related("numbering"))
        self.notes = {kind: self._notes(kind) for kind in ("footnote", "endnote")}
        self.marks: dict[tuple[str, str], str] = {}
        self.page = 1
        self.break_pending = False  # a hard break was counted; the rendered mark that follows is the same break
        self.stamps: list[str] = []
        self.tabs: dict[int, Tabbed] = {}
        self.endnotes: list[Block] = []
        self.depth = 0

    def read(self) -> Reading:
        body = self.root.find(f"{W}body")
        if body is None:
            raise DamagedFile(format="Word")
        blocks = _join_continued(_set_pipe_tables(part_tabbed(self._blocks(body), self.tabs)))
        # Without Word's page marks (LibreOffice writes none) only the number of pages is known.
        pages = self.page if self.page > 1 else self._stored_pages()
        headers = self._margins("header", BlockKind.PAGE_HEADER)
        footers = self._margins("footer", BlockKind.PAGE_FOOTER)
        for block in footers:
            block.page = self.page
        blocks = headers + blocks + self.endnotes + footers
        if not any(block.text.strip() or block.table for block in blocks):
            raise NoText()
        words = "\n".join(
            " ".join(cell.text for cell in block.table.cells) if block.table else block.text for block in blocks
        )
        return Reading(
            "docx",
            pages,
            blocks,
            quality=plausible_share(words),
            info=self._info(),
            stamps=list(dict.fromkeys(self.stamps)),
        )

    # --- parts beside the body ---

    def _related(self, kind: str) -> etree._Element | None:
        name = next((part for found, part in self.relations.values() if found == kind), None)
        return self.package.part(name) if name else None

    def _notes(self, kind: str) -> dict[str, etree._Element]:
        root = self._related(f"{kind}s")
        if root is None:
            return {}
        return {
            element.get(f"{W}id", ""): element
            for element in root.findall(f"{W}{kind}")
            if element.get(f"{W}type", "normal") == "normal"
        }

    def _margins(self, kind: str, block_kind: BlockKind) -> list[Block]:
        """Page headers or footers, each text once; a lone page number is none."""
        blocks: list[Block] = []
        seen: set[str] = set()
        for element in self.root.iter(f"{W}{kind}Reference"):
            _, name = self.relations.get(element.get(f"{_R}id", ""), ("", ""))
            root = self.package.part(name) if name and name not in seen else None
            seen.add(name)
            if root is None:
                continue
            for block in self._blocks(root):
                texts = [cell.text for cell in block.table.cells] if block.table else [block.text]
                for text in texts:
                    text = " ".join(text.split())
                    if re.sub(r"[\W\d_]", "", text) and text not in seen:
                        seen.add(text)
                        blocks.append(Block(block_kind, text))
        return blocks

    def _stored_pages(self) -> int:
        root = self.package.part("docProps/app.xml")
        stored = root.findtext("{*}Pages") if root is not None else None
        return min(max(1, int(stored)), 100_000) if stored and stored.isdecimal() else 1

    def _info(self) -> dict[str, str]:
        root = self.package.part("docProps/core.xml")
        info: dict[str, str] = {}
        for element in root if root is not None else ():
            key, text = _CORE.get(str(element.tag)), (element.text or "").strip()
            if key and text:
                info[key] = text
        return info

    # --- blocks ---

    def _children(self, parent: etree._Element) -> Iterator[etree._Element]:
        """Children, those of transparent containers in their place."""
        for child in parent:
            if child.tag in _TRANSPARENT:
                yield from self._children(child)
            elif child.tag == f"{_MC}AlternateContent":
                chosen = child.find(f"{_MC}Choice")
                if chosen is None:
                    chosen = child.find(f"{_MC}Fallback")
                if chosen is not None:
                    yield from self._children(chosen)
            else:
                yield child

    def _blocks(self, parent: etree._Element) -> list[Block]:
        blocks: list[Block] = []
        self.depth += 1
        if self.depth > 40:
            raise DamagedFile(format="Word")
        for child in self._children(parent):
            if child.tag == f"{W}p":
                blocks.extend(self._paragraph(child))
            elif child.tag == f"{W}tbl":
                blocks.extend(self._table(child))
        self.depth -= 1
        return blocks

    def _new_page(self, line: _Line | None, rendered: bool) -> None:
        if rendered and self.break_pending:
            self.break_pending = False
            return
        self.page += 1
        self.break_pending = not rendered
        if line is not None and line.visible:
            line.breaks.append(line.length)

    def _paragraph(self, element: etree._Element) -> list[Block]:
        properties = element.find(f"{W}pPr")
        style = self.styles.paragraph_style(properties)
        if self.styles.flag(properties, style, "pageBreakBefore") and (self.page > 1 or self.depth > 1):
            self._new_page(None, rendered=False)
        line = _Line()
        self._runs(element, line, style)
        section = properties.find(f"{W}sectPr") if properties is not None else None
        label = self._label(properties, style)
        first_page = line.first_page or self.page
        made = self._lines_to_blocks(line, properties, style, label, first_page)
        for kind, key in line.notes:
            (made if kind == "footnote" else self.endnotes).extend(self._note(kind, key))
        for box in line.boxes:
            inside = self._blocks(box)
            text = "\n".join(block.text for block in inside if block.table is None)
            if text.strip() and not _numbers_pages(box):
                self.stamps.append(text)
            made.extend(inside)
        if section is not None:
            kind_element = section.find(f"{W}type")
            if kind_element is None or kind_element.get(f"{W}val") not in {"continuous", "nextColumn"}:
                self._new_page(None, rendered=False)
        return made

    def _lines_to_blocks(
        self, line: _Line, properties: etree._Element | None, style: str | None, label: str | None, page: int
    ) -> list[Block]:
        raw = "".join(line.parts)
        centered = self.styles.value(properties, style, "jc") == "center"
        level = self.styles.outline_level(properties, style)
        bold = line.visible > 0 and line.bold >= line.visible
        italic = line.visible > 0 and line.italic >= line.visible
        blocks: list[Block] = []
        offset = 0
        for piece, start, breaks in _parted_pieces(raw, line.breaks):
            block_page = page + sum(1 for at in line.breaks if at <= start and at > offset - 1 and start)
            text, cuts = _squeeze(piece, breaks)
            if not text:
                continue
            first = not blocks
            shown = None
            if first and label:
                shown = label
                text = f"{label} {text}"
                cuts = [cut + len(label) + 1 for cut in cuts]
            kind = kind_of(text)
            if level is not None and first:
                kind = BlockKind.HEADING
            elif shown and kind is BlockKind.PARAGRAPH:
                kind = BlockKind.LIST_ITEM
            blocks.append(
                Block(
                    kind,
                    text,
                    block_page,
                    page_end=block_page + len(cuts) if cuts else None,
                    page_breaks=cuts,
                    label=shown,
                    level=level if first else None,
                    bold=bold,
                    italic=italic,
                    centered=centered,
                )
            )
            if not label and (sides := tab_sides(piece)):
                self.tabs[id(blocks[-1])] = Tabbed(blocks[-1], *sides)
        if not blocks and label and self.depth > 1:
            # In a table an empty numbered paragraph shows its number: the STT column.
            blocks.append(Block(BlockKind.LIST_ITEM, label, page, label=label, bold=None, centered=centered))
        return blocks

    def _label(self, properties: etree._Element | None, style: str | None) -> str | None:
        num_id, level = self.styles.numbering(properties, style)
        if num_id is None:
            return None
        if level is None:
            linked = self.numbering.level_of_style(num_id, style) if style else None
            level = linked if linked is not None else 0
        return self.numbering.next_label(num_id, level) or None

    def _note(self, kind: str, key: str) -> list[Block]:
        element = self.notes[kind].get(key)
        mark = self.marks[kind, key]
        if element is None:
            return []
        page, pending = self.page, self.break_pending
        text = " ".join(block.text for block in self._blocks(element)).strip()
        self.page, self.break_pending = page, pending
        return [Block(BlockKind.FOOTNOTE, f"{mark} {text}", page, label=mark)] if text else []

    # --- runs ---

    def _runs(self, parent: etree._Element, line: _Line, style: str | None) -> None:
        for child in self._children(parent):
            if child.tag == f"{W}r":
                self._run(child, line, style)

    def _run(self, run: etree._Element, line: _Line, style: str | None) -> None:
        properties = run.find(f"{W}rPr")
        if self.styles.run_flag(properties, None, "vanish"):
            return
        bold = self.styles.run_flag(properties, style, "b")
        italic = self.styles.run_flag(properties, style, "i")
        upper = self.styles.run_flag(properties, style, "caps")

        def add(text: str) -> None:
            if upper:
                text = text.upper()
            visible = len(text) - text.count(" ")
            if visible:
                self.break_pending = False
                if line.first_page is None:
                    line.first_page = self.page
                line.visible += visible
                line.bold += visible if bold else 0
                line.italic += visible if italic else 0
            line.parts.append(text)
            line.length += len(text)

        for child in self._children(run):
            tag = child.tag
            if tag == f"{W}t":
                add(nfc(child.text or ""))
            elif tag in {f"{W}tab", f"{W}ptab"}:
                add("\t")
            elif tag in {f"{W}br", f"{W}cr"}:
                if child.get(f"{W}type") == "page":
                    self._new_page(line, rendered=False)
                elif child.get(f"{W}type") != "column":
                    add("\n")
            elif tag == f"{W}lastRenderedPageBreak":
                self._new_page(line, rendered=True)
            elif tag == f"{W}noBreakHyphen":
                add("-")
            elif tag == f"{W}sym":
                add(_symbol(child.get(f"{W}char", "")))
            elif tag in {f"{W}footnoteReference", f"{W}endnoteReference"}:
                kind = "footnote" if tag == f"{W}footnoteReference" else "endnote"
                key = child.get(f"{W}id", "")
                if key in self.notes[kind]:
                    add(self._mark(kind, key, child))
                    line.notes.append((kind, key))
            elif tag in {f"{W}drawing", f"{W}pict", f"{W}object"}:
                line.boxes.extend(_outermost_boxes(child))

    def _mark(self, kind: str, key: str, reference: etree._Element) -> str:
        """ "[1]": a mark that doesn't run into the word or the year before it."""
        if (kind, key) not in self.marks:
            number = sum(1 for found, _ in self.marks if found == kind) + 1
            self.marks[kind, key] = f"[{number}]" if kind == "footnote" else f"[c{number}]"
        return self.marks[kind, key]

    # --- tables ---

    def _table(self, element: etree._Element) -> list[Block]:
        properties = element.find(f"{W}tblPr")
        first_page = self.page
        cells: list[Cell] = []
        inside: dict[int, list[Block]] = {}  # id(cell) -> blocks, for layout tables
        notes: list[Block] = []
        open_merges: dict[int, Cell] = {}  # column -> cell still growing downwards
        widest = 0
        row_number = 0
        header_rows = 0
        bold_rows: set[int] = set()
        ruled = self.styles.table_ruled(properties)
        for row in self._children(element):
            if row.tag != f"{W}tr":
                continue
            row_properties = row.find(f"{W}trPr")
            if row_properties is not None and row_properties.find(f"{W}del") is not None:
                continue
            column = _grid_skip(row_properties, "gridBefore")
            row_page, row_pending = self.page, self.break_pending
            end_page = row_page
            bold_cells: list[bool] = []
            if row_properties is not None and is_on(row_properties.find(f"{W}tblHeader")) and header_rows == row_number:
                header_rows += 1
            for cell_element in self._children(row):
                if cell_element.tag != f"{W}tc":
                    continue
                # Cells of a row lie side by side: each counts its page breaks from the row's page.
                self.page, self.break_pending = row_page, row_pending
                first_in_row = column == _grid_skip(row_properties, "gridBefore")
                cell_properties = cell_element.find(f"{W}tcPr")
                span, merge, bordered = _cell_shape(cell_properties)
                ruled = ruled or bordered
                blocks = self._blocks(cell_element)
                begins = blocks[0].page if blocks else row_page
                if first_in_row and begins > row_page:
                    row_page = begins  # the whole row begins on the new page
                # Word marks a break inside a cell again at the start of the cell or row that follows
                # (measured: without this, 6 pages too many in a document of 32).
                row_pending = self.page > begins
                end_page = max(end_page, self.page)
                body = [block for block in blocks if block.kind is not BlockKind.FOOTNOTE]
                notes.extend(block for block in blocks if block.kind is BlockKind.FOOTNOTE)
                if merge == "continue" and column in open_merges:
                    above = open_merges[column]
                    above.row_span = row_number - above.row + 1
                    if body:
                        above.text = f"{above.text}\n{_cell_text(body)}".strip()
                        inside[id(above)].extend(body)
                else:
                    for covered in range(column, column + span):
                        open_merges.pop(covered, None)
                    page = body[0].page if body else row_page
                    cell = Cell(row_number, column, _cell_text(body), 1, span, page)
                    cells.append(cell)
                    inside[id(cell)] = body
                    if merge is not None:
                        open_merges[column] = cell
                    bold_cells.extend(bool(block.bold) for block in body if block.table is None)
                column += span
            self.page, self.break_pending = end_page, end_page > row_page
            if bold_cells and all(bold_cells):
                bold_rows.add(row_number)
            widest = max(widest, column + _grid_skip(row_properties, "gridAfter"))
            row_number += 1
        if not any(cell.text.strip() for cell in cells):
            return notes
        table = Table(row_number, widest, cells, header_rows)
        if is_layout(table, ruled):
            ordered = sorted(cells, key=lambda cell: (cell.row, cell.column))
            return [block for cell in ordered for block in inside[id(cell)]] + notes
        table.header_rows = count_header_rows(table, bold_rows, header_rows)
        table = tidy(table)
        end = self.page if self.page != first_page else None
        start = min(cell.page for cell in table.cells)
        block = Block(BlockKind.TABLE, "", start, page_end=end if end and end != start else None, table=table)
        return [block, *notes]


def _join_continued(blocks: list[Block]) -> list[Block]:
    """Tables that someone parted by hand and gave the same column names again, as one."""
    joined: list[Block] = []
    for block in blocks:
        above = joined[-1].table if joined else None
        if block.table is not None and above is not None and above.columns == block.table.columns:
            names = repeated_header(above, block.table)
            if names and names == above.header_rows:
                before = joined[-1]
                before.page_end = max(block.page_end or block.page, before.page) if block.page != before.page else None
                before.table = join_tables([above, block.table])
                continue
        joined.append(block)
    return joined


def _set_pipe_tables(blocks: list[Block]) -> list[Block]:
    """Paragraphs that are rows between bars ("| 1 | Rà soát | Sở Nội vụ |") as tables."""
    lines = [block.text if block.table is None and block.kind is not BlockKind.FOOTNOTE else "" for block in blocks]
    if not any(map(is_pipe_row, lines)):
        return blocks
    made: list[Block] = []
    at = 0
    for first, last in find_pipe_rows(lines):
        made.extend(blocks[at:first])
        page, at = blocks[first].page, last
        table = pipe_table(lines[first:last])
        if isinstance(table, Table):
            for cell in table.cells:
                cell.page = page
            end = blocks[last - 1].page_end or blocks[last - 1].page
            made.append(Block(BlockKind.TABLE, "", page, page_end=end if end != page else None, table=table))
        else:
            made.extend(Block(kind_of(text), " ".join(text.split()), page) for text in table)
    return made + blocks[at:]


def _parted_pieces(raw: str, breaks: list[int]) -> Iterator[tuple[str, int, list[int]]]:
    """`_soft_pieces`, each row between bars that stands on a line of its own as a piece."""
    lines = raw.split("\n")
    tables = find_pipe_rows(lines) if raw.count("|") > 5 and len(lines) > 1 else []
    if not tables:
        yield from _soft_pieces(raw, breaks)
        return
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    at = 0
    for first, last in [*tables, (len(lines), len(lines))]:
        begin, end = starts[at], starts[first] - 1
        if begin < end:
            inside = [cut - begin for cut in breaks if begin < cut < end]
            for piece, start, cuts in _soft_pieces(raw[begin:end], inside):
                yield piece, begin + start, cuts
        for number in range(first, last):
            yield lines[number], starts[number], []
        at = last


def _soft_pieces(raw: str, breaks: list[int]) -> Iterator[tuple[str, int, list[int]]]:
    """Parts of a paragraph at its soft line breaks, where a break plainly parts two paragraphs.

    Gives (text, offset in `raw`, page breaks inside the text).
    """
    pieces: list[tuple[int, int]] = []
    start = 0
    for match in re.finditer("\n", raw):
        before, after = raw[start : match.start()].strip(), raw[match.end() :].lstrip(" \t\n\u00a0")
        if not before or not after:
            continue
        following = after.split("\n", 1)[0]
        if has_label(following) or _SENTENCE_END.search(before) or before.isupper() != following.isupper():
            pieces.append((start, match.start()))
            start = match.end()
    pieces.append((start, len(raw)))
    for begin, end in pieces:
        yield raw[begin:end], begin, [at - begin for at in breaks if begin < at < end]


def _squeeze(text: str, cuts: list[int]) -> tuple[str, list[int]]:
    """One space for each run of white space; offsets of page breaks moved along."""

    def squeezed(part: str) -> str:
        return _SPACES.sub(" ", _UNSEEN.sub("", part).replace("\n", " "))

    whole = squeezed(text).strip()
    moved: list[int] = []
    for cut in cuts:
        at = len(squeezed(text[:cut]).lstrip())
        if 0 < at < len(whole):
            moved.append(at)
    return whole, moved


def _cell_text(blocks: list[Block]) -> str:
    texts: list[str] = []
    for block in blocks:
        if block.table is None:
            texts.append(block.text)
        else:
            rows = (" ".join(c.text for c in block.table.row_cells(r) if c.text) for r in range(block.table.rows))
            texts.append("; ".join(row.strip() for row in rows if row.strip()))
    return "\n".join(texts)


def _cell_shape(properties: etree._Element | None) -> tuple[int, str | None, bool]:
    """(columns spanned, "restart" | "continue" | None, any line drawn)."""
    if properties is None:
        return 1, None, False
    span = properties.find(f"{W}gridSpan")
    merge = properties.find(f"{W}vMerge")
    borders = properties.find(f"{W}tcBorders")
    drawn = borders is not None and any(
        side.get(f"{W}val", "none") not in {"nil", "none"}
        and str(side.tag).rsplit("}", 1)[-1] not in {"tl2br", "tr2bl"}
        for side in borders
    )
    try:
        columns = min(max(1, int(span.get(f"{W}val", "1"))), 200) if span is not None else 1
    except ValueError:
        columns = 1
    return columns, (merge.get(f"{W}val", "continue") if merge is not None else None), drawn


def _grid_skip(properties: etree._Element | None, name: str) -> int:
    element = properties.find(f"{W}{name}") if properties is not None else None
    try:
        return min(max(0, int(element.get(f"{W}val", "0"))), 200) if element is not None else 0
    except ValueError:
        return 0


def _outermost_boxes(element: etree._Element) -> list[etree._Element]:
    """Text boxes in a drawing, without those inside another and without fallback copies."""
    boxes: list[etree._Element] = []
    pending = list(reversed(element))
    while pending:
        child = pending.pop()
        if child.tag == f"{W}txbxContent":
            boxes.append(child)
        elif child.tag == f"{_MC}AlternateContent":
            chosen = child.find(f"{_MC}Choice")
            pending.append(chosen if chosen is not None else child[-1])
        else:
            pending.extend(reversed(child))
    return boxes


def _numbers_pages(box: etree._Element) -> bool:
    """Whether a text box counts pages: a lone number in it is no number of the document."""
    codes = [element.text or "" for element in box.iter(f"{W}instrText")]
    codes += [element.get(f"{W}instr") or "" for element in box.iter(f"{W}fldSimple")]
    return any(re.match(r"\s*(?:NUM|SECTION)?PAGES?\b", code) for code in codes)


def _symbol(code: str) -> str:
    code = code.lower()
    if code in _CHECKED:
        return "☑"
    if code in _UNCHECKED:
        return "☐"
    if code in {"f0b7", "f0a7", "f076", "f0d8", "f0fc"}:
        return "•"
    if code == "f02d":
        return "-"
    return ""
