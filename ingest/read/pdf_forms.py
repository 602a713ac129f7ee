"""What lies over the pages of a PDF: signature stamps, form fields, signature data.

A digitally signed PDF often carries its number and day only in the appearance of a signature
field laid over the blank "Số:     /KH-UBND".
"""

from __future__ import annotations

import ctypes
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


@dataclass(slots=True)
class PageStamps:
    """What annotations show on a page."""

    filling: list[Word] = field(default_factory=list)  # words that belong into the page's text
    texts: list[str] = field(default_factory=list)
    filled_in: bool = False  # a text or choice field holds a value


def page_stamps(
    document: pdfium.PdfDocument, index: int, page: pdfium.PdfPage, frame: Frame, words: list[Word]
) -> PageStamps:
    """Stamps and filled-in fields of one page; `words` are those of the page itself.

    pdfium draws the annotations into a copy of the page content, of which only the words that
    the page itself lacks are taken.
    """
    stamps = PageStamps()
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
            if not stamps.filled_in and _string(annotation, b"FT") in {"Tx", "Ch"}:
                stamps.filled_in = bool(_string(annotation, b"V").strip())
        pdfium_c.FPDFPage_CloseAnnot(annotation)
    if not boxes:
        return stamps
    own = {_key(word) for word in words}
    new = [word for word in _words_with_annotations(document, index, frame) if _key(word) not in own]
    for box in boxes:
        inside = [
            w for w in new if box[0] - 2 <= (w.x0 + w.x1) / 2 <= box[2] + 2 and box[1] - 2 <= w.middle <= box[3] + 2
        ]
        text = "\n".join(
            " ".join(word.text for word in sorted(row, key=lambda w: w.x0)) for row in rows_of(inside)
        ).strip()
        if not text:
            continue
        stamps.texts.append(text)
        if _FILLS_BLANK.fullmatch(text):
            for word in inside:
                word.stamp, word.index = True, -1
                stamps.filling.append(word)
        taken = {id(word) for word in inside}
        new = [word for word in new if id(word) not in taken]
    return stamps


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


def form_facts(document: pdfium.PdfDocument, path: Path, filled_in: bool) -> FormFacts:
    """Signature times by pdfium, values of fields by pypdf where there are any but signatures.

    pypdf spends .3-.5 s on a file with four signatures, parsing their certificates, so it is
    asked only about forms that someone filled in (`PageStamps.filled_in`).
    """
    facts = FormFacts()
    if pdfium_c.FPDF_GetFormType(document.raw) <= 0:
        return facts
    signatures = max(0, pdfium_c.FPDF_GetSignatureCount(document.raw))
    if signatures:
        times = sorted(filter(None, (_signed_at(document, index) for index in range(min(signatures, 100)))))
        facts.info["signatures"] = str(signatures)
        if times:
            facts.info["signed_at"] = times[-1]
    if filled_in:
        facts.values.extend(_field_values(path))
    return facts


def _signed_at(document: pdfium.PdfDocument, index: int) -> str:
    signature = pdfium_c.FPDF_GetSignatureObject(document.raw, index)
    buffer = ctypes.create_string_buffer(64)
    if not signature or not pdfium_c.FPDFSignatureObj_GetTime(signature, buffer, 64):
        return ""
    return _date(buffer.value.decode("ascii", "replace"))


def _string(annotation: object, key: bytes) -> str:
    size = pdfium_c.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if size <= 2 or size > 20_000:
        return ""
    buffer = (ctypes.c_ushort * (size // 2))()
    pdfium_c.FPDFAnnot_GetStringValue(annotation, key, buffer, size)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\x00")


def _field_values(path: Path) -> list[str]:
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    values: list[str] = []
    try:
        fields = pypdf.PdfReader(path).get_fields() or {}
        for item in fields.values():
            value = item.get("/V")
            if item.get("/FT") in {"/Tx", "/Ch"} and isinstance(value, str) and value.strip():
                values.append(nfc(value.strip())[:_MAX_FIELD])
    except Exception:  # pypdf raises many kinds on broken files; the text is read without it
        return values
    return values


def _date(text: str) -> str:
    """ "D:20251222185727+07'00'" -> "2025-12-22T18:57:27"."""
    match = re.match(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)", text)
    return "{}-{}-{}T{}:{}:{}".format(*match.groups()) if match else ""
