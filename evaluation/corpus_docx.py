"""Source -> Word file in the layout of Decree 30/2020/NĐ-CP, the same bytes on every run."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any
from xml.sax.saxutils import escape

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from lxml import etree

from evaluation.corpus_source import MARK, Item, Source, grid, is_auto_heading, narrow_columns, numbering, runs

_PAGE_MARK = f"<w:lastRenderedPageBreak {nsdecls('w')}/>"
_CENTRE = WD_ALIGN_PARAGRAPH.CENTER
_MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")


def build_docx(source: Source, pages: Mapping[tuple[int, int], int] | None = None) -> bytes:
    """The .docx file of a source.

    `pages` says where words and rows lie (`corpus_pdf.measure_pages`); Word stores the same as
    marks (`lastRenderedPageBreak`), without which nobody can tell the page of a passage.
    """
    return _Builder(source, pages or {}).build()


class _Builder:
    def __init__(self, source: Source, pages: Mapping[tuple[int, int], int]) -> None:
        self.source = source
        self.pages = pages
        self.page = 1
        self.index = 0
        self.size = float(source.get("size", "14"))
        self.document: Any = docx.Document()
        self.notes_used: list[str] = []

    def build(self) -> bytes:
        self._page_setup()
        self._numbering()
        self._header()
        for index, item in enumerate(self.source.items):
            self.index = index
            self._item(item)
        if self.notes_used:
            self._footnotes()
        return self._save()

    # -- page ------------------------------------------------------------------------------------

    def _page_setup(self) -> None:
        style = self.document.styles["Normal"]
        style.font.name = "Times New Roman"
        style.element.rPr.rFonts.set(qn("w:eastAsia"), "Times New Roman")
        style.font.size = Pt(self.size)
        style.paragraph_format.space_after = Pt(0)
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin = section.bottom_margin = Mm(20)
        section.left_margin, section.right_margin = Mm(30), Mm(17)
        section.header_distance = section.footer_distance = Mm(10)
        section.different_first_page_header_footer = True
        number = section.header.paragraphs[0]
        number.alignment = _CENTRE
        for kind in ("begin", None, "end"):
            run = number.add_run()
            run.font.size = Pt(13)
            if kind:
                run._r.append(parse_xml(f'<w:fldChar {nsdecls("w")} w:fldCharType="{kind}"/>'))
            else:
                run._r.append(parse_xml(f'<w:instrText {nsdecls("w")} xml:space="preserve">PAGE</w:instrText>'))
        if self.source.get("page_header"):
            number.insert_paragraph_before().add_run(self.source.get("page_header")).font.size = Pt(9)
        for footer in (section.footer, section.first_page_footer):
            paragraph = footer.paragraphs[0]
            paragraph.alignment = _CENTRE
            run = paragraph.add_run(MARK)
            run.font.size = Pt(9)
            run.italic = True

    def _numbering(self) -> None:
        root = self.document.part.numbering_part.element
        levels = "".join(
            f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:suff w:val="space"/>'
            f'<w:lvlText w:val="{pattern}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="0" w:firstLine="567"/></w:pPr></w:lvl>'
            for i, (style, pattern) in enumerate(numbering(self.source.meta))
        )
        bullet = (
            '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:suff w:val="space"/>'
            '<w:lvlText w:val="-"/><w:lvlJc w:val="left"/>'
            '<w:pPr><w:ind w:left="0" w:firstLine="567"/></w:pPr></w:lvl>'
        )
        for number, body in ((90, levels), (91, bullet)):
            abstract = parse_xml(
                f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">'
                f'<w:multiLevelType w:val="multilevel"/>{body}</w:abstractNum>'
            )
            root.insert(0, abstract)
            root.append(
                parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>')
            )

    def _header(self) -> None:
        source = self.source
        table = self._borderless(2, (66, 100))
        left, right = table.rows[0].cells
        parent = source.lines("parent")
        for line in parent:
            self._line(left, line, bold=False, size=12)
        for line in source.lines("issuer"):
            self._line(left, line, bold=True, size=12)
        self._rule(left, 24)
        self._line(right, _MOTTO[0], bold=True, size=12)
        self._line(right, _MOTTO[1], bold=True, size=13)
        self._rule(right, 20)
        left, right = table.rows[1].cells
        self._line(left, f"Số: {source.get('number')}", size=13)
        for line in source.lines("subject"):
            self._line(left, line, size=12)
        if source.get("note"):
            self._line(left, source.get("note"), bold=True, size=13)
        self._line(right, f"{source.get('place')}, {source.get('date')}", italic=True, size=13.5)
        if source.get("kind"):
            self._centred(source.get("kind"), bold=True, size=14.5, before=14)
            for line in source.lines("title"):
                self._centred(line, bold=True, size=14)
            rule = self.document.add_paragraph()
            self._rule_under(rule, 60)
        if source.get("authority"):
            for line in source.lines("authority"):
                self._centred(line, bold=True, size=14, before=8)
        to = source.lines("to")
        if to:
            if len(to) == 1:
                self._centred(f"Kính gửi: {to[0]}", size=14, before=14)
            else:
                self._indented("Kính gửi:", 40, before=14)
                for line in to:
                    self._indented(line, 55)
        self.document.add_paragraph()

    # -- blocks ----------------------------------------------------------------------------------

    def _item(self, item: Item) -> None:
        if item.kind == "table":
            self._table(item)
        elif item.kind == "sign":
            self._sign()
        elif item.kind in ("page", "landscape", "portrait"):
            self._break(item.kind)
        elif item.kind == "centre":
            paragraph = self._centred("", before=4)
            self._runs(paragraph, item.text, bold=item.level == 1, italic=item.level == 2)
        else:
            self._paragraph(item)

    def _paragraph(self, item: Item) -> None:
        paragraph = self.document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        form = paragraph.paragraph_format
        form.first_line_indent = Mm(10)
        form.space_before = form.space_after = Pt(3)
        form.line_spacing = 1.1
        bold = item.kind == "heading" or is_auto_heading(item)
        italic = item.kind == "italic" or (item.kind == "heading" and item.level == 3)
        if item.kind in ("auto", "bullet"):
            form.first_line_indent = None
            level = item.level - 1 if item.kind == "auto" else 0
            paragraph._p.get_or_add_pPr().append(
                parse_xml(
                    f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/>'
                    f'<w:numId w:val="{90 if item.kind == "auto" else 91}"/></w:numPr>'
                )
            )
        if bold:
            form.keep_with_next = True
        if bold and item.kind == "auto":  # the number takes the form of the paragraph mark
            paragraph._p.get_or_add_pPr().append(parse_xml(f"<w:rPr {nsdecls('w')}><w:b/></w:rPr>"))
        self._runs(paragraph, item.text, bold=bold, italic=italic)

    def _cut(self, text: str) -> Iterator[tuple[str, str]]:
        """The runs of a block of the body, and ("page", "") where a new page begins."""
        words = text.split(" ")
        start = 0
        for word in range(len(words)):
            if self.pages.get((self.index, word), 0) > self.page:
                self.page = self.pages[self.index, word]
                if word:
                    yield from runs(" ".join(words[start:word]) + " ")
                yield "page", ""
                start = word
        yield from runs(" ".join(words[start:]))

    def _turned(self, row: int) -> bool:
        """Whether the table row, or the signature block, begins a page."""
        turned = self.pages.get((self.index, row), 0) > self.page
        self.page = max(self.page, self.pages.get((self.index, row), 0))
        return turned

    def _runs(
        self, paragraph: Any, text: str, bold: bool = False, italic: bool = False, size: float = 0, body: bool = True
    ) -> None:
        for style, part in self._cut(text) if body else runs(text):
            if style == "page":
                paragraph.add_run()._r.append(parse_xml(_PAGE_MARK))
                continue
            if style == "note":
                self.notes_used.append(part)
                paragraph.add_run()._r.append(
                    parse_xml(
                        f'<w:r {nsdecls("w")}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
                        f'<w:footnoteReference w:id="{len(self.notes_used) + 1}"/></w:r>'
                    )
                )
                run = paragraph.runs[-1]
                inner = run._r.find(qn("w:r"))
                run._r.getparent().replace(run._r, inner)
                continue
            run = paragraph.add_run(part)
            run.bold = True if bold or style == "bold" else None
            run.italic = True if italic or style == "italic" else None
            if size:
                run.font.size = Pt(size)

    def _table(self, item: Item) -> None:
        section = self.document.sections[-1]
        width = (section.page_width - section.left_margin - section.right_margin) / Mm(1)
        total = sum(item.widths)
        table = self.document.add_table(len(item.rows), len(item.widths), style="Table Grid")
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        _set_widths(table, [width * share / total for share in item.widths])
        size = float(self.source.get("table_size", "11.5"))
        narrow = narrow_columns(item.rows)
        for row, column, down, across, text in grid(item.rows):
            cell = table.cell(row, column)
            if down > 1 or across > 1:
                cell = cell.merge(table.cell(row + down - 1, column + across - 1))
            for index, line in enumerate(text.split("<br>")):
                paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
                centred = row == 0 or (narrow[column] and across == 1)
                paragraph.alignment = _CENTRE if centred else WD_ALIGN_PARAGRAPH.LEFT
                paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(1.5)
                if column == 0 and index == 0 and self._turned(row):
                    paragraph.add_run()._r.append(parse_xml(_PAGE_MARK))
                self._runs(paragraph, line, bold=row == 0 or across > 1, size=size, body=False)
        repeat = parse_xml(f"<w:tblHeader {nsdecls('w')}/>")
        table.rows[0]._tr.get_or_add_trPr().append(repeat)
        for row in table.rows:
            row._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
        self.document.add_paragraph()

    def _sign(self) -> None:
        table = self._borderless(1, (80, 85))
        table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
        left, right = table.rows[0].cells
        paragraph = self._line(left, "Nơi nhận:", bold=True, italic=True, size=12, align=WD_ALIGN_PARAGRAPH.LEFT)
        paragraph.paragraph_format.space_before = Pt(6)
        if self._turned(0):
            paragraph.runs[0]._r.insert(0, parse_xml(_PAGE_MARK))
        for line in self.source.lines("recipients"):
            self._line(left, line, size=11, align=WD_ALIGN_PARAGRAPH.LEFT)
        *positions, name = self.source.lines("sign")
        for position in positions:
            self._line(right, position, bold=True, size=13.5)
        for _ in range(4):
            self._line(right, "", size=13)
        self._line(right, name, bold=True, size=13.5)

    def _break(self, kind: str) -> None:
        if kind == "page":
            self.document.add_page_break()
            return
        section = self.document.add_section(WD_SECTION.NEW_PAGE)
        section.different_first_page_header_footer = False
        wide = kind == "landscape"
        section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = (Mm(297), Mm(210)) if wide else (Mm(210), Mm(297))
        section.left_margin, section.right_margin = (Mm(18), Mm(18)) if wide else (Mm(30), Mm(17))

    # -- small pieces ----------------------------------------------------------------------------

    def _borderless(self, rows: int, widths: tuple[float, float]) -> Any:
        table = self.document.add_table(rows, 2)
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        _set_widths(table, widths)
        return table

    def _line(
        self, cell: Any, text: str, bold: bool = False, italic: bool = False, size: float = 13, align: Any = _CENTRE
    ) -> Any:
        first = cell.paragraphs[0]
        paragraph = first if not first.runs and len(cell.paragraphs) == 1 and not first.text else cell.add_paragraph()
        paragraph.alignment = align
        run = paragraph.add_run(text)
        run.bold, run.italic = bold or None, italic or None
        run.font.size = Pt(size)
        return paragraph

    def _rule(self, cell: Any, inset: float) -> None:
        """A short line under the name of the authority, as a paragraph border: no text."""
        paragraph = cell.add_paragraph()
        paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm(inset)
        self._rule_under(paragraph, inset)

    def _rule_under(self, paragraph: Any, inset: float) -> None:
        paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm(inset)
        paragraph.paragraph_format.line_spacing = Pt(3)
        paragraph._p.get_or_add_pPr().append(
            parse_xml(f'<w:pBdr {nsdecls("w")}><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>')
        )

    def _centred(self, text: str, bold: bool = False, size: float = 14, before: float = 0) -> Any:
        paragraph = self.document.add_paragraph()
        paragraph.alignment = _CENTRE
        paragraph.paragraph_format.space_before = Pt(before)
        if text:
            run = paragraph.add_run(text)
            run.bold = bold or None
            run.font.size = Pt(size)
        return paragraph

    def _indented(self, text: str, indent: float, before: float = 0) -> None:
        paragraph = self.document.add_paragraph(text)
        paragraph.paragraph_format.left_indent = Mm(indent)
        paragraph.paragraph_format.space_before = Pt(before)

    def _footnotes(self) -> None:
        body = (
            '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
            '<w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
            "</w:footnote>"
        )
        for index, key in enumerate(self.notes_used):
            body += (
                f'<w:footnote w:id="{index + 2}"><w:p><w:pPr><w:jc w:val="both"/></w:pPr>'
                '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
                f'<w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t xml:space="preserve"> '
                f"{escape(self.source.notes[key])}</w:t></w:r></w:p></w:footnote>"
            )
        xml = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes {nsdecls("w")}>{body}</w:footnotes>'
        part = Part(
            PackURI("/word/footnotes.xml"),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
            xml.encode("utf-8"),
            self.document.part.package,
        )
        self.document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)

    def _save(self) -> bytes:
        properties = self.document.core_properties
        properties.title = " ".join(self.source.lines("title") or self.source.lines("subject"))
        properties.author = "Bộ văn bản minh họa"
        properties.comments = MARK
        properties.created = properties.modified = datetime(2026, 1, 1)
        raw = io.BytesIO()
        self.document.save(raw)
        # python-docx stamps the clock into the archive: write it again with one date for all.
        fixed = io.BytesIO()
        with zipfile.ZipFile(raw) as old, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as new:
            for name in sorted(old.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
                if "thumbnail" in name:
                    continue
                data = old.read(name)
                if name == "_rels/.rels":
                    data = _without_thumbnail(data)
                info = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
                info.compress_type = zipfile.ZIP_DEFLATED
                new.writestr(info, data)
        return fixed.getvalue()


def _set_widths(table: Any, widths: Sequence[float]) -> None:
    """Widths in millimetres, in the grid and in every cell: Word heeds one, LibreOffice the other."""
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)


def _without_thumbnail(rels: bytes) -> bytes:
    root: Any = parse_xml(rels)
    for relation in list(root):
        if "thumbnail" in relation.get("Type", ""):
            root.remove(relation)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
