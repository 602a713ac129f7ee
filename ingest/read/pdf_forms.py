"""What lies over the pages of a PDF: signature stamps, form fields, signature data.

A digitally signed PDF often carries its number and day only in the appearance of a signature
field laid over the blank "Số:     /KH-UBND".
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, field
from pathlib import Path

import pypdf
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from ingest.clean.fold import nfc
from ingest.read.pdf_words import Frame, Word, page_words, rows_of

_SHOWN = {pdfium_c.FPDF_ANNOT_WIDGET, pdfium_c.FPDF_ANNOT_STAMP, pdfium_c.FPDF_ANNOT_FREETEXT}
# Short stamps that fill a blank of the page: a number, a symbol, a day.
_FILLS_BLANK = re.compile(r"[\dA-ZĐƠƯĂÂÊÔ][\dA-ZĐƠƯĂÂÊÔa-z/.\-–& ]{0,24}")
_MAX_ANNOTATIONS = 500  # per page
_MAX_FIELD = 2_000  # characters of one form value


@dataclass(slots=True)
class FormFacts:
    """Values of form fields, and what the signatures say about themselves."""

    values: list[str] = field(default_factory=list)
    info: dict[str, str] = field(default_factory=dict)


def page_stamps(
    document: pdfium.PdfDocument, index: int, page: pdfium.PdfPage, frame: Frame
) -> tuple[list[Word], list[str]]:
    """(words that belong into the page's text, texts of all stamps) of one page.

    pdfium draws the annotations into a copy of the page content, of which only the words that
    the page itself lacks are taken.
    """
    count = pdfium_c.FPDFPage_GetAnnotCount(page.raw)
    boxes: list[tuple[float, float, float, float]] = []
    rectangle = pdfium_c.FS_RECTF()
    for number in range(min(count, _MAX_ANNOTATIONS)):
        annotation = pdfium_c.FPDFPage_GetAnnot(page.raw, number)
        if not annotation:
            continue
        if pdfium_c.FPDFAnnot_GetSubtype(annotation) in _SHOWN and pdfium_c.FPDFAnnot_GetRect(annotation, rectangle):
            box = frame.box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
            if box[2] - box[0] > 2 and box[3] - box[1] > 2:
                boxes.append(box)
        pdfium_c.FPDFPage_CloseAnnot(annotation)
    if not boxes:
        return [], []
    words = _words_with_annotations(document, index, frame)
    own = {_key(word) for word in _own_words(page, frame)}
    new = [word for word in words if _key(word) not in own]
    filling: list[Word] = []
    texts: list[str] = []
    for box in boxes:
        inside = [
            w for w in new if box[0] - 2 <= (w.x0 + w.x1) / 2 <= box[2] + 2 and box[1] - 2 <= w.middle <= box[3] + 2
        ]
        text = "\n".join(
            " ".join(word.text for word in sorted(row, key=lambda w: w.x0)) for row in rows_of(inside)
        ).strip()
        if not text:
            continue
        texts.append(text)
        if _FILLS_BLANK.fullmatch(text):
            for word in inside:
                word.stamp, word.index = True, -1
                filling.append(word)
        taken = {id(word) for word in inside}
        new = [word for word in new if id(word) not in taken]
    return filling, texts


def _own_words(page: pdfium.PdfPage, frame: Frame) -> list[Word]:
    text_page = page.get_textpage()
    try:
        return page_words(text_page.raw, frame)
    finally:
        text_page.close()


def _words_with_annotations(document: pdfium.PdfDocument, index: int, frame: Frame) -> list[Word]:
    copy = pdfium.PdfDocument.new()
    try:
        copy.import_pages(document, [index])
        page = copy[0]
        if pdfium_c.FPDFPage_Flatten(page.raw, pdfium_c.FLAT_NORMALDISPLAY) == pdfium_c.FLATTEN_FAIL:
            return []
        page.close()
        # Only a page loaded anew shows what was drawn into it.
        page = copy[0]
        text_page = page.get_textpage()
        words = page_words(text_page.raw, frame)
        text_page.close()
        page.close()
        return words
    except pdfium.PdfiumError:
        return []
    finally:
        copy.close()


def _key(word: Word) -> tuple[str, int, int]:
    return word.text, round(word.x0), round(word.middle)


def form_facts(path: Path) -> FormFacts:
    """Form values and signature data by pypdf; empty where it cannot read the file."""
    facts = FormFacts()
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(path)
        fields = reader.get_fields() or {}
    except Exception:  # pypdf raises many kinds on broken files; the text is read without it
        return facts
    signed: list[tuple[str, str]] = []
    for item in fields.values():
        try:
            value = item.get("/V")
            if item.get("/FT") == "/Sig" and value is not None:
                signature = value.get_object()
                signed.append((_date(str(signature.get("/M", ""))), nfc(str(signature.get("/Name", "") or ""))))
            elif item.get("/FT") == "/Tx" and isinstance(value, str) and value.strip():
                facts.values.append(nfc(value.strip())[:_MAX_FIELD])
        except Exception:
            continue
    if signed:
        signed.sort()
        facts.info["signatures"] = str(len(signed))
        if signed[-1][0]:
            facts.info["signed_at"] = signed[-1][0]
        names = list(dict.fromkeys(name for _, name in signed if name))
        if names:
            facts.info["signed_by"] = "; ".join(names)
    return facts


def _date(text: str) -> str:
    """ "D:20251222185727+07'00'" -> "2025-12-22T18:57:27"."""
    match = re.match(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)", text)
    return "{}-{}-{}T{}:{}:{}".format(*match.groups()) if match else ""
