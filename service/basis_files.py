"""The legal basis as a file: DOCX or text, in the form of Decree 30/2020/NĐ-CP."""

from __future__ import annotations

import io
from collections.abc import Iterable

from index.basis_block import block


def basis_txt(lines: Iterable[str]) -> bytes:
    """One line each, with a mark at the beginning that tells Windows it is UTF-8."""
    return ("\ufeff" + "\r\n".join(block(lines)) + "\r\n").encode("utf-8")


def basis_docx(lines: Iterable[str]) -> bytes:
    """Italic, Times New Roman 14, justified, first line indented by 1 cm, 6 pt between lines, margins of the decree."""
    from docx import Document
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn
    from docx.shared import Cm, Mm, Pt

    document = Document()
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.top_margin = page.bottom_margin = page.right_margin = Mm(20)
    page.left_margin = Mm(30)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(14)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("w:eastAsia", "w:cs", "w:hAnsi"):
        fonts.set(qn(kind), "Times New Roman")
    for line in block(lines):
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        shape = paragraph.paragraph_format
        shape.first_line_indent = Cm(1)
        shape.space_before, shape.space_after = Pt(0), Pt(6)
        paragraph.add_run(line).italic = True
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()
