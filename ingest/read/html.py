"""HTML: saved web pages, and the HTML that offices pass round under the name .doc."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree
from lxml import html as lxml_html

from ingest.clean.fold import nfc
from ingest.errors import DamagedFile, NoText
from ingest.models import Block, BlockKind, Cell, Reading, Table
from ingest.read.chrome import cut_above, cut_below
from ingest.read.decode import decode
from ingest.read.label import kind_of
from ingest.read.numbering import format_number
from ingest.read.plausible import plausible_share
from ingest.read.syllable import join_split_syllables
from ingest.read.table import count_header_rows, is_layout, tidy

_DROPPED = frozenset({
    "script", "style", "nav", "aside", "footer", "form", "button", "select", "input", "textarea", "noscript",
    "template", "iframe", "object", "svg", "math", "head", "link", "meta", "title", "audio", "video",
    "canvas", "map", "dialog", "menu",
})  # fmt: skip
_BLOCKS = frozenset({
    "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "table", "center",
    "blockquote", "pre", "section", "article", "main", "header", "address", "figure", "figcaption", "hr",
    "body", "html", "fieldset", "details", "summary", "tr", "td", "th",
})  # fmt: skip
_HEADING = re.compile(r"h([1-6])$")
_SPACES = re.compile(r"[\s\u00a0\u200b\ufeff]+")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([A-Za-z0-9_-]+)", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_CENTERED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_MAX_DEPTH = 200
_LIST_TYPES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


@dataclass(slots=True)
class _State:
    """Text gathered since the last block border."""

    blocks: list[Block] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    bold: int = 0
    italic: int = 0
    visible: int = 0
    label: str | None = None


def read(path: Path) -> Reading:
    """Reading of a .html file.

    Raises:
        DamagedFile, BinaryFile, LegacyFont, NoText: see `ingest.errors`.
    """
    return read_html(_decode(path.read_bytes()), "html")


def read_html(text: str, name: str) -> Reading:
    """Reading of a page already decoded; `name` is the format that the reading carries."""
    parser = lxml_html.HTMLParser(
        no_network=True, remove_comments=True, remove_pis=True, huge_tree=True, encoding="utf-8"
    )
    try:
        root = lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise DamagedFile(format="HTML") from error
    state = _State()
    body = root.find("body")
    _walk(body if body is not None else root, state, False, False, False, 0)
    _flush(state, False, None)
    blocks = cut_below(cut_above([block for block in state.blocks if block.text or block.table is not None]))
    if not blocks:
        raise NoText()
    join_split_syllables(blocks)
    title = root.findtext(".//title")
    info = {"title": " ".join(title.split())} if title and title.strip() else {}
    words = "\n".join(" ".join(c.text for c in b.table.cells) if b.table else b.text for b in blocks)
    return Reading(name, 1, blocks, quality=plausible_share(words), info=info)


def _decode(data: bytes) -> str:
    """UTF-8 where it is valid, else the charset that the page declares, else a guess."""
    try:
        return nfc(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        declared = _CHARSET.search(data[:4096])
        if declared and declared.group(1).lower() not in {b"utf-8", b"iso-8859-1", b"us-ascii"}:
            try:
                return nfc(data.decode(declared.group(1).decode("ascii")))
            except (LookupError, UnicodeDecodeError):
                pass
    return decode(data)


def _walk(element: lxml_html.HtmlElement, state: _State, bold: bool, italic: bool, centered: bool, depth: int) -> None:
    tag = element.tag
    if not isinstance(tag, str):
        return
    if depth > _MAX_DEPTH:
        _take_text(element, state, bold, italic)
        return
    tag = tag.lower().rsplit(":", 1)[-1]
    style = element.get("style") or ""
    if (
        tag in _DROPPED
        or element.get("hidden") is not None
        or (style and _HIDDEN.search(style))
        or _is_menu(element, tag)
    ):
        return
    if tag == "br":
        state.parts.append("\n")
        return
    bold = bold or tag in {"b", "strong", "th"} or bool(style and _BOLD.search(style))
    italic = italic or tag in {"i", "em"}
    own_center = tag == "center" or (element.get("align") or "").lower() == "center" or bool(_CENTERED.search(style))
    block = tag in _BLOCKS
    if block:
        _flush(state, centered, None)
        centered = own_center or centered
    if tag == "table":
        _table(element, state, depth)
        return
    if tag == "li":
        state.label = _list_label(element)
    heading = _HEADING.match(tag)
    _add(state, element.text, bold or heading is not None, italic)
    for child in element:
        _walk(child, state, bold or heading is not None, italic, centered, depth + 1)
        _add(state, _tail(child), bold or heading is not None, italic)
    if block:
        _flush(state, centered, int(heading.group(1)) if heading else None)


def _tail(element: lxml_html.HtmlElement) -> str | None:
    """Text behind an element; behind a picture floating in mid-word ("T<img align=left>\\nỈNH") no line ends.

    LibreOffice writes what Word anchors to a letter this way.
    """
    tail: str | None = element.tail
    floats = element.tag == "img" and (element.get("align") or "").lower() in {"left", "right"}
    return tail[1:] if floats and tail and tail[0] == "\n" and not tail[1:2].isspace() else tail


def _add(state: _State, text: str | None, bold: bool, italic: bool) -> None:
    if not text:
        return
    text = _SPACES.sub(" ", text)
    visible = len(text) - text.count(" ")
    state.parts.append(text)
    state.visible += visible
    state.bold += visible if bold else 0
    state.italic += visible if italic else 0


def _flush(state: _State, centered: bool, level: int | None) -> None:
    """Close the block in hand: one block for each of its lines."""
    bold = state.visible > 0 and state.bold >= state.visible
    italic = state.visible > 0 and state.italic >= state.visible
    for line in "".join(state.parts).split("\n"):
        text = " ".join(nfc(line).split())
        if not text:
            continue
        label = state.label
        if label:
            text, state.label = f"{label} {text}", None
        kind = BlockKind.HEADING if level else kind_of(text)
        if label and kind is BlockKind.PARAGRAPH:
            kind = BlockKind.LIST_ITEM
        state.blocks.append(Block(kind, text, label=label, level=level, bold=bold, italic=italic, centered=centered))
    state.parts.clear()
    state.bold = state.italic = state.visible = 0


def _take_text(element: etree._Element, state: _State, bold: bool, italic: bool) -> None:
    """What a subtree says, without its forms: tags that nobody closes nest by the hundred."""
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, one in walk:
        tag = one.tag.lower() if isinstance(one.tag, str) else ""
        if event == "start" and (not tag or tag in _DROPPED):
            walk.skip_subtree()
            continue
        if tag in _BLOCKS:
            _flush(state, False, None)
        elif event == "start" and tag == "br":
            state.parts.append("\n")
        if event == "start":
            _add(state, one.text, bold, italic)
        elif one is not element:
            _add(state, one.tail, bold, italic)


def _list_label(element: etree._Element) -> str | None:
    parent = element.getparent()
    if parent is None or parent.tag not in {"ol", "ul"}:
        return None
    if parent.tag == "ul":
        return "-"
    items = [child for child in parent if child.tag == "li"]
    try:
        start = int(parent.get("start") or 1)
    except ValueError:
        start = 1
    kind = _LIST_TYPES.get(parent.get("type") or "1", "decimal")
    return format_number(start + items.index(element), kind) + "."


def _is_menu(element: lxml_html.HtmlElement, tag: str) -> bool:
    """A list or box that holds nothing but links to other places."""
    if tag not in {"ul", "div", "ol", "header", "section", "td"}:
        return False
    links = element.findall(".//a")
    if len(links) < 4:
        return False
    texts = [" ".join(link.text_content().split()) for link in links]
    whole = len(element.text_content().split())
    linked = sum(len(text.split()) for text in texts)
    return whole > 0 and linked >= 0.9 * whole and all(len(text.split()) <= 12 for text in texts)


def _table(element: etree._Element, state: _State, depth: int) -> None:
    cells: list[Cell] = []
    inside: dict[int, list[Block]] = {}
    taken: set[tuple[int, int]] = set()
    bold_rows: set[int] = set()
    header_rows = row_number = widest = 0
    for row in _rows(element):
        column = 0
        bold_cells: list[bool] = []
        for cell_element in row:
            if cell_element.tag not in {"td", "th"}:
                continue
            while (row_number, column) in taken:
                column += 1
            height, width = _span(cell_element, "rowspan"), _span(cell_element, "colspan")
            part = _State()
            for piece in [cell_element]:
                _cell(piece, part, depth)
            cell = Cell(row_number, column, "\n".join(_flat(block) for block in part.blocks), height, width)
            cells.append(cell)
            inside[id(cell)] = part.blocks
            bold_cells.extend(bool(block.bold) for block in part.blocks if block.table is None)
            taken.update((r, c) for r in range(row_number, row_number + height) for c in range(column, column + width))
            column += width
        widest = max([widest, column, *(c + 1 for r, c in taken if r == row_number)])
        if bold_cells and all(bold_cells):
            bold_rows.add(row_number)
        if row_number == header_rows and len(row) and all(c.tag == "th" for c in row if c.tag in {"td", "th"}):
            header_rows += 1
        row_number += 1
    if not any(cell.text.strip() for cell in cells):
        return
    for cell in cells:
        cell.row_span = min(cell.row_span, row_number - cell.row)
    table = Table(row_number, widest, cells)
    border = element.get("border")
    ruled = None if border is None else border not in {"0", ""}
    if is_layout(table, ruled):
        for cell in sorted(cells, key=lambda c: (c.row, c.column)):
            state.blocks.extend(inside[id(cell)])
        return
    table.header_rows = count_header_rows(table, bold_rows, header_rows)
    state.blocks.append(Block(BlockKind.TABLE, "", table=tidy(table)))


def _cell(element: etree._Element, part: _State, depth: int) -> None:
    bold = element.tag == "th"
    centered = (element.get("align") or "").lower() == "center" or bool(_CENTERED.search(element.get("style") or ""))
    _add(part, element.text, bold, False)
    for child in element:
        _walk(child, part, bold, False, centered, depth + 1)
        _add(part, child.tail, bold, False)
    _flush(part, centered, None)


def _flat(block: Block) -> str:
    if block.table is None:
        return block.text
    rows = (" ".join(c.text for c in block.table.row_cells(r) if c.text) for r in range(block.table.rows))
    return "; ".join(" ".join(row.split()) for row in rows if row.strip())


def _rows(table: etree._Element) -> list[etree._Element]:
    rows: list[etree._Element] = []
    for child in table:
        if child.tag == "tr":
            rows.append(child)
        elif child.tag in {"thead", "tbody", "tfoot"}:
            rows.extend(row for row in child if row.tag == "tr")
    return rows


def _span(element: etree._Element, name: str) -> int:
    try:
        return min(max(1, int(element.get(name) or 1)), 200)
    except ValueError:
        return 1
