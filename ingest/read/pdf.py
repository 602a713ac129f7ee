"""PDF: text and places from pdfium, reading order, paragraphs and tables by geometry.

pypdf serves the values of filled-in forms only (`ingest.read.pdf_forms`).

Measured with `evaluation.pdf_speed` on 15 files, 156 pages (Word, Aspose and LibreOffice output,
half of the pages tables), two busy cores, one process; words in order against the Word originals of 8:

    this reader, tables included      111 pages/s    .9956
    pypdfium2, text only              433            .9684
    pypdf, text only                   23            .9688
    pdfplumber, text only               9            .9238
    pdftotext -layout                 325            .9234

In a report of 35 pages, Word original against signed PDF, all 8 tables come out cell for cell the
same, and 196 of 205 paragraphs; the rest differ by the number and date that only the PDF has.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pypdfium2 as pdfium

from ingest.errors import DamagedFile, EncryptedFile, LegacyFont, NeedsOcr, NoText, TooManyPages, UselessTextLayer
from ingest.messages import READ_PAGES_WITHOUT_TEXT
from ingest.models import Block, BlockKind, Reading, Table
from ingest.read.decode import legacy_font
from ingest.read.label import kind_of
from ingest.read.limits import current
from ingest.read.pdf_forms import PageStamps, form_facts, page_stamps
from ingest.read.pdf_lines import (
    Line,
    Paragraph,
    continues,
    is_centered,
    join_texts,
    lines_in_order,
    paragraphs,
    set_fonts,
    usual_pitch,
)
from ingest.read.pdf_outline import NamedLines, read_bookmarks
from ingest.read.pdf_rules import Drawing, find_grids, page_drawing
from ingest.read.pdf_tables import PageTable, goes_on, join_pages, page_table, take_cut_words
from ingest.read.pdf_words import Frame, Word, character_words, font_name, frame_of, page_words, turned_to_text
from ingest.read.plausible import accented_share, is_foreign, plausible_share

_PAGE_NUMBER = re.compile(r"(?:trang\s+)?[-–]?\s*\d{1,4}\s*(?:[-–]|/\s*\d{1,4})?", re.IGNORECASE)
_NOTE_MARK = re.compile(r"(?:\[?(\d{1,3})\]?|(\*{1,3}))(?=\s|[^\W\d_])")
_MARGIN = 5.0  # points; a table that reaches closer to the right edge of the page goes on behind it
_EDGE = 0.11  # share of the page height in which page headers and footers stand
_USELESS = 0.72  # plausible share below which a text layer is no Vietnamese
_DOUBTFUL = 0.9  # below, one without any marks over a picture is none either: "BO GIAO DVC VA DAO TAO"
_SUSPECT = 0.93  # below which the order of glyphs is checked

Item = Line | PageTable


@dataclass(slots=True)
class _Page:
    number: int
    frame: Frame
    items: list[Item] = field(default_factory=list)
    images: int = 0
    words: int = 0
    stamps: PageStamps = field(default_factory=PageStamps)
    share: float = 1.0
    invisible: bool = False
    left: float = 0.0
    right: float = 0.0
    rules: list[tuple[float, float, float]] = field(default_factory=list)  # (y, x0, x1)
    headers: list[Line] = field(default_factory=list)
    footers: list[Line] = field(default_factory=list)
    notes: list[list[Line]] = field(default_factory=list)

    @property
    def lines(self) -> list[Line]:
        return [item for item in self.items if isinstance(item, Line)]


def read(path: Path) -> Reading:
    """Reading of a .pdf file.

    Raises:
        DamagedFile, EncryptedFile, TooManyPages: the file as a whole.
        NeedsOcr: no page has text. UselessTextLayer: the text is no Vietnamese.
        LegacyFont: the text is in a pre-Unicode encoding.
    """
    document = _open(path)
    try:
        count = len(document)
        limit = current().max_pages
        if count == 0:
            raise DamagedFile(format="PDF")
        if count > limit:
            raise TooManyPages(pages=count, limit=limit)
        pages = [_read_page(document, index) for index in range(count)]
        info = {key.lower(): value for key, value in document.get_metadata_dict(skip_empty=True).items()}
        named = NamedLines(read_bookmarks(document))
        facts = form_facts(document, path, any(page.stamps.filled_in for page in pages))
    finally:
        document.close()
    warnings = _check_text(pages)
    info.update(facts.info)
    stamps = [text for page in pages for text in page.stamps.texts] + facts.values
    _set_margins(pages)
    _take_furniture(pages)
    for page in pages:
        _take_notes(page)
    for page, following in pairwise(pages):
        _take_cut_words(page, following)
    blocks = _blocks(pages, named)
    if not blocks:
        raise NoText()
    named.mark(blocks)
    layered = [page.invisible for page in pages if page.words]
    source = "ocr" if all(layered) else "mixed" if any(layered) else "text"
    total = sum(page.words for page in pages)
    quality = sum(page.share * page.words for page in pages) / total if total else 1.0
    return Reading("pdf", count, blocks, "", source, quality, info, list(dict.fromkeys(stamps)), warnings)


def _open(path: Path) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise EncryptedFile(format="PDF") from error
        raise DamagedFile(format="PDF") from error
    except OSError as error:
        raise DamagedFile(format="PDF") from error


def _read_page(document: pdfium.PdfDocument, index: int) -> _Page:
    try:
        page = document[index]
    except pdfium.PdfiumError:
        return _Page(index + 1, Frame(0, 0, 0, 595, 842))
    text_page = page.get_textpage()
    frame = turned_to_text(frame_of(page), text_page.raw)
    read_page = _Page(index + 1, frame)
    try:
        words = page_words(text_page.raw, frame)
        read_page.stamps = page_stamps(document, index, page, frame, words)
        drawing = page_drawing(page, frame)
        read_page.share = plausible_share(" ".join(word.text for word in words))
        if read_page.share < _SUSPECT and words:
            by_place = character_words(text_page.raw, frame)
            share = plausible_share(" ".join(word.text for word in by_place))
            if share > read_page.share + 0.03:
                words, read_page.share = by_place, share
        read_page.words = len(words)
        read_page.invisible = drawing.invisible_text
        read_page.images = drawing.images
        words = _on_page(words, frame) + read_page.stamps.filling
        _arrange(read_page, words, drawing)
        set_fonts(read_page.lines, lambda at: font_name(text_page.raw, at) if at >= 0 else "")
    finally:
        text_page.close()
        page.close()
    return read_page


def _on_page(words: list[Word], frame: Frame) -> list[Word]:
    return [
        word
        for word in words
        if -5 <= word.x0 <= frame.width + 5 and -5 <= word.middle <= frame.height + 5 and word.size > 0.5
    ]


def _arrange(page: _Page, words: list[Word], drawing: Drawing) -> None:
    """Words -> lines and tables in reading order."""
    tables: list[PageTable] = []
    for grid in find_grids(drawing):
        if grid.xs[-1] > page.frame.width - _MARGIN and words:
            # A table wider than the page: its last column takes the words that the edge of the page cuts.
            grid.xs[-1] = max(grid.xs[-1], max(word.x1 for word in words))
        table, taken = page_table(grid, words, page.number)
        if table is not None:
            tables.append(table)
            words = [word for word in words if id(word) not in taken]
    page.rules = [(rule.position, rule.start, rule.end) for rule in drawing.horizontal]
    start = float("-inf")
    for table in [*tables, None]:
        end = table.top if table is not None else float("inf")
        part = [word for word in words if start <= word.middle < end]
        page.items.extend(lines_in_order(part))
        if table is not None:
            page.items.append(table)
            start = end


def _check_text(pages: list[_Page]) -> list[str]:
    """Refuse a document without usable text, empty its useless pages, say which have none."""
    # A scan often carries a page number or a signature notice as text.
    scanned = [page for page in pages if page.words < 3 and page.images]
    with_text = [page for page in pages if page.words and page not in scanned]
    if not with_text:
        if scanned or any(page.words == 0 for page in pages):
            raise NeedsOcr(pages=len(pages))
        raise NoText()
    useless: list[_Page] = []
    for page in with_text:
        if page.words < 15 or (page.share >= _USELESS and not (page.images and page.share < _DOUBTFUL)):
            continue
        text = _page_text(page)
        if page.share >= _USELESS and accented_share(text) >= 0.1:
            continue  # read over a picture, and with its marks: usable
        legacy = legacy_font(text)
        if legacy:
            raise LegacyFont(encoding=legacy)
        if not is_foreign(text) and accented_share(text) < 0.35:
            useless.append(page)
    if useless and sum(page.words for page in useless) > 0.6 * sum(page.words for page in with_text):
        share = sum(page.share * page.words for page in useless) / sum(page.words for page in useless)
        raise UselessTextLayer(share=round(share * 100), pages=len(pages))
    for page in useless:
        page.items.clear()
        page.words = 0
    missing = sorted(page.number for page in (*scanned, *useless))
    return [READ_PAGES_WITHOUT_TEXT.format(pages=_ranges(missing))] if missing else []


def _page_text(page: _Page) -> str:
    return "\n".join(
        item.text if isinstance(item, Line) else "\n".join(cell.text for cell in item.table.cells)
        for item in page.items
    )


def _ranges(numbers: list[int]) -> str:
    """[1, 2, 3, 7] -> "1-3, 7"."""
    parts: list[list[int]] = []
    for number in numbers:
        if parts and number == parts[-1][-1] + 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    return ", ".join(str(part[0]) if len(part) == 1 else f"{part[0]}-{part[-1]}" for part in parts)


def _set_margins(pages: list[_Page]) -> None:
    """Margins of the text body: of the page where it has enough full lines, else of the document."""
    by_width: dict[int, list[tuple[float, float]]] = {}
    for page in pages:
        full = [line for line in page.lines if line.column == 0]
        wide = [line for line in full if line.x1 - line.x0 > 0.5 * page.frame.width]
        if len(wide) >= 4:
            page.left = min(line.x0 for line in wide)
            rights = sorted(line.x1 for line in wide)
            page.right = rights[int(len(rights) * 0.8)]
            by_width.setdefault(round(page.frame.width / 20), []).append((page.left, page.right))
    for page in pages:
        if page.right:
            continue
        known = by_width.get(round(page.frame.width / 20))
        if known:
            page.left = sorted(left for left, _ in known)[len(known) // 2]
            page.right = sorted(right for _, right in known)[len(known) // 2]
        else:
            lefts = [item.x0 if isinstance(item, Line) else item.xs[0] for item in page.items]
            rights = [item.x1 if isinstance(item, Line) else item.xs[-1] for item in page.items]
            page.left = min(lefts, default=72.0)
            page.right = max(rights, default=page.frame.width - 72.0)
            if not any(isinstance(item, PageTable) for item in page.items):
                page.right = max(page.right, page.frame.width - page.left)


def _take_furniture(pages: list[_Page]) -> None:
    """Set apart page numbers and lines that stand at the same edge of several pages."""

    def form(line: Line) -> str:
        return re.sub(r"\d+", "#", line.text.lower()).strip()

    edges: dict[int, tuple[list[Line], list[Line]]] = {}
    heads: Counter[str] = Counter()
    feet: Counter[str] = Counter()
    for page in pages:
        lines = sorted(page.lines, key=lambda line: line.top)
        top = [line for line in lines[:3] if line.bottom < page.frame.height * _EDGE]
        bottom = [line for line in lines[-3:] if line.top > page.frame.height * (1 - _EDGE)]
        edges[page.number] = top, bottom
        heads.update({form(line) for line in top})
        feet.update({form(line) for line in bottom})
    enough = max(2, min(4, round(len(pages) * 0.3)))
    for page in pages:
        top, bottom = edges[page.number]
        for line in top:
            if _PAGE_NUMBER.fullmatch(line.text) or (heads[form(line)] >= enough and len(pages) > 2):
                page.headers.append(line)
            else:
                break
        for line in reversed(bottom):
            if _PAGE_NUMBER.fullmatch(line.text) or (feet[form(line)] >= enough and len(pages) > 2):
                page.footers.insert(0, line)
            else:
                break
        gone = {id(line) for line in (*page.headers, *page.footers)}
        page.items = [item for item in page.items if id(item) not in gone]


def _take_cut_words(page: _Page, following: _Page) -> None:
    """Words of a row cut by the page break that stand below its table, hidden by the edge, back into their cell."""
    at = next((n for n, item in reversed(list(enumerate(page.items))) if isinstance(item, PageTable)), len(page.items))
    stray = [item.words for item in page.items[at + 1 :] if isinstance(item, Line)]
    if not 0 < len(stray) <= 2 or not following.items:
        return
    above, below = page.items[at], following.items[0]
    if (
        isinstance(above, PageTable)
        and isinstance(below, PageTable)
        and goes_on(above, below)
        and take_cut_words(above, below, [word for words in stray for word in words])
    ):
        del page.items[at + 1 :]


def _take_notes(page: _Page) -> None:
    """Set apart footnotes: small lines at the foot, below a short rule or opened by a raised mark."""
    lines = page.lines
    sizes = Counter(round(line.size * 2) / 2 for line in lines for _ in line.words)
    if not sizes or not isinstance(page.items[-1], Line):
        return
    body = sizes.most_common(1)[0][0]
    wide = [line for line in lines if line.x1 - line.x0 > 0.5 * page.frame.width]
    if wide:
        body = max(body, max(line.size for line in wide) * 0.9)
    tail: list[Line] = []
    for item in reversed(page.items):
        if not isinstance(item, Line) or item.size > 0.9 * body or item.column:
            break
        tail.insert(0, item)
    if not tail:
        return
    separators = [
        y for y, x0, x1 in page.rules if x0 < page.left + 30 and x1 - x0 > 60 and y > page.frame.height * 0.25
    ]
    below = [line for line in tail if any(y - 3 <= line.top for y in separators)]
    if not below:
        # Without a rule, only lines from the first that opens with a small raised number.
        start = next((i for i, line in enumerate(tail) if _opens_note(line)), None)
        below = tail[start:] if start is not None else []
    if not below:
        return
    notes: list[list[Line]] = []
    for line in below:
        if _opens_note(line) or not notes:
            notes.append([line])
        else:
            notes[-1].append(line)
    page.notes = notes
    gone = {id(line) for line in below}
    page.items = [item for item in page.items if id(item) not in gone]


def _opens_note(line: Line) -> bool:
    first = line.words[0]
    if not _NOTE_MARK.match(line.text):
        return False
    return first.size < 0.85 * line.size or first.text.startswith("[") or bool(re.match(r"\d{1,2}[^\W\d_]", first.text))


def _blocks(pages: list[_Page], named: NamedLines) -> list[Block]:
    blocks: list[Block] = []
    open_paragraph: tuple[Paragraph, Block, _Page] | None = None
    open_tables: list[PageTable] = []
    open_table_block: Block | None = None
    open_note: Block | None = None

    def close_table() -> None:
        nonlocal open_table_block
        if open_table_block is not None:
            table = join_pages(open_tables)
            open_table_block.table = table
            last = open_tables[-1].page
            open_table_block.page_end = last if last != open_table_block.page else None
            open_tables.clear()
            open_table_block = None

    for page in pages:
        blocks.extend(_plain(line, BlockKind.PAGE_HEADER, page.number) for line in page.headers)
        at_top = True
        for run in _runs(page.items):
            if isinstance(run, PageTable):
                if at_top and open_table_block is not None and goes_on(open_tables[-1], run):
                    open_tables.append(run)
                else:
                    close_table()
                    open_table_block = Block(BlockKind.TABLE, "", page.number, table=Table(0, 0, []))
                    open_tables.append(run)
                    blocks.append(open_table_block)
                open_paragraph = None
                at_top = False
                continue
            close_table()
            joined = paragraphs(run, page.left, page.right)
            for paragraph in joined:
                heading = named.level(paragraph.text, page.number) is not None
                if (
                    at_top
                    and open_paragraph is not None
                    and not heading
                    and _runs_over(open_paragraph, paragraph, page, run)
                ):
                    before = open_paragraph[1]
                    before.page_breaks.append(len(before.text) + 1)
                    before.text = f"{before.text} {paragraph.text}"
                    before.page_end = page.number
                    open_paragraph = (paragraph, before, page)
                    at_top = False
                    continue
                block = _paragraph_block(paragraph, page)
                blocks.append(block)
                open_paragraph = (paragraph, block, page)
                at_top = False
        for note in page.notes:
            text = join_texts([line.text for line in note])
            mark = _NOTE_MARK.match(text)
            label = f"[{mark.group(1)}]" if mark and mark.group(1) else None
            if mark and label:
                text = f"{label} {text[mark.end() :].lstrip(' ]')}"
            elif open_note is not None and note is page.notes[0] and open_note.page_end in {None, page.number - 1}:
                # A note that the page break cut goes on without a mark.
                open_note.page_breaks.append(len(open_note.text) + 1)
                open_note.text = f"{open_note.text} {text}"
                open_note.page_end = page.number
                continue
            open_note = Block(BlockKind.FOOTNOTE, text, page.number, label=label)
            blocks.append(open_note)
        blocks.extend(_plain(line, BlockKind.PAGE_FOOTER, page.number) for line in page.footers)
    close_table()
    return [block for block in blocks if block.text or block.table is not None]


def _runs(items: list[Item]) -> list[list[Line] | PageTable]:
    """Lines between tables gathered."""
    runs: list[list[Line] | PageTable] = []
    for item in items:
        if isinstance(item, Line):
            if runs and isinstance(runs[-1], list):
                runs[-1].append(item)
            else:
                runs.append([item])
        else:
            runs.append(item)
    return runs


def _runs_over(before: tuple[Paragraph, Block, _Page], paragraph: Paragraph, page: _Page, run: list[Line]) -> bool:
    """True where the first paragraph of a page is the rest of the last of the page before."""
    upper, block, upper_page = before
    last, first = upper.lines[-1], paragraph.lines[0]
    if upper_page.number != page.number - 1 or last.column or first.column or block.centered:
        return False
    if is_centered(first, page.left, page.right):
        return False
    # The same question as inside a page, asked of the two lines as if one stood below the other.
    pitch = usual_pitch(run)
    moved = Line(
        first.words,
        first.x0 - page.left + upper_page.left,
        first.x1 - page.left + upper_page.left,
        last.top + pitch,
        last.bottom + min(pitch, 1.5 * first.size),
        first.size,
        first.text,
        first.bold,
        first.italic,
    )
    return continues(upper, moved, upper_page.left, upper_page.right, pitch)


def _paragraph_block(paragraph: Paragraph, page: _Page) -> Block:
    text = paragraph.text
    lines = paragraph.lines
    centered = all(is_centered(line, page.left, page.right) for line in lines)
    return Block(
        kind_of(text),
        text,
        page.number,
        bold=all(line.bold for line in lines),
        italic=all(line.italic for line in lines),
        centered=centered,
    )


def _plain(line: Line, kind: BlockKind, page: int) -> Block:
    return Block(kind, line.text, page, bold=line.bold, italic=line.italic)
