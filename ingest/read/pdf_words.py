"""Words of a PDF page with their places, from pdfium.

pdfium is asked for the text of the page once and for the boxes of the first and last letter of
each word, not of every letter: a call through ctypes costs about a microsecond.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from dataclasses import dataclass

import pypdfium2.raw as pdfium_c

from ingest.clean.fold import nfc

_WORD = re.compile(r"[^\s\x00]+")
_RAISED_END = re.compile(r"\d{1,3}(?=[\].,;:)”\"]*$)")
ASCENT = 0.78  # share of the font size above the base line
MAX_CHARACTERS = 200_000  # per page; a page of a real document holds 2,000 to 12,000


@dataclass(slots=True)
class Word:
    """A run without spaces. Coordinates in points, origin at the top left of the upright page."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    index: int  # of its first character in the text page
    stamp: bool = False  # drawn by an annotation, not by the page

    @property
    def middle(self) -> float:
        """y of the centre."""
        return (self.top + self.bottom) / 2

    @property
    def size(self) -> float:
        """Height in points: the font size."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Frame:
    """Turns page coordinates (origin bottom left, unrotated) into reading coordinates."""

    rotation: int  # quarter turns clockwise
    left: float
    bottom: float
    width: float  # of the upright page
    height: float

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """(x0, top, x1, bottom) with y growing downwards."""
        left, right, bottom, top = left - self.left, right - self.left, bottom - self.bottom, top - self.bottom
        if self.rotation == 1:
            return bottom, left, top, right
        if self.rotation == 2:
            return self.width - right, bottom, self.width - left, top
        if self.rotation == 3:
            return self.width - top, self.height - right, self.width - bottom, self.height - left
        return left, self.height - top, right, self.height - bottom


def frame_of(page: object) -> Frame:
    """Frame of a loaded pdfium page."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    raw = getattr(page, "raw", page)
    width, height = pdfium_c.FPDF_GetPageWidthF(raw), pdfium_c.FPDF_GetPageHeightF(raw)
    found = pdfium_c.FPDFPage_GetCropBox(raw, left, bottom, right, top) or pdfium_c.FPDFPage_GetMediaBox(
        raw, left, bottom, right, top
    )
    origin = (left.value, bottom.value) if found else (0.0, 0.0)
    return Frame(pdfium_c.FPDFPage_GetRotation(raw), origin[0], origin[1], width, height)


_SAMPLE = 60  # letters of a page whose direction is asked for
_MOST = 0.8  # of them must run the same way


def turned_to_text(frame: Frame, text_page: object) -> Frame:
    """The frame in which the page's text runs from left to right.

    A page may be bound sideways: printed across the paper without saying so, or turned by hand. Where most of its
    letters run in another direction than the page says, theirs is taken.
    """
    count = pdfium_c.FPDFText_CountChars(text_page)
    if count <= 0:
        return frame
    angles = (pdfium_c.FPDFText_GetCharAngle(text_page, index) for index in range(0, count, max(1, count // _SAMPLE)))
    turns = Counter((-round(angle / (math.pi / 2))) % 4 for angle in angles if angle >= 0)
    if not turns:
        return frame
    rotation, votes = turns.most_common(1)[0]
    if rotation == frame.rotation or votes < _MOST * turns.total():
        return frame
    sideways = (rotation - frame.rotation) % 2 == 1
    width, height = (frame.height, frame.width) if sideways else (frame.width, frame.height)
    return Frame(rotation, frame.left, frame.bottom, width, height)


class _Letters:
    """Asks pdfium about single characters; one set of buffers for a whole page."""

    def __init__(self, text_page: object, frame: Frame) -> None:
        self.page = text_page
        self.frame = frame
        self.rectangle = pdfium_c.FS_RECTF()
        self.matrix = pdfium_c.FS_MATRIX()
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.upright = frame.rotation == 0
        self.left, self.up = frame.left, frame.height + frame.bottom

    def size(self, index: int) -> float:
        """Height of the font as it is shown, in points."""
        nominal = float(pdfium_c.FPDFText_GetFontSize(self.page, index))
        if pdfium_c.FPDFText_GetMatrix(self.page, index, self.matrix):
            nominal *= math.hypot(self.matrix.c, self.matrix.d)
        return nominal

    def box(self, index: int) -> tuple[float, float, float, float] | None:
        """(x0, top, x1, bottom), top and bottom reckoned from the base line and the font size.

        pdfium's own character boxes differ in height from glyph to glyph with some producers.
        """
        rectangle = self.rectangle
        if not pdfium_c.FPDFText_GetLooseCharBox(self.page, index, rectangle):
            return None
        size = self.size(index)
        if self.upright and 0 < size <= 400 and pdfium_c.FPDFText_GetCharOrigin(self.page, index, self.x, self.y):
            base = self.up - self.y.value
            top = base - ASCENT * size
            return rectangle.left - self.left, top, rectangle.right - self.left, top + size
        x0, top, x1, bottom = self.frame.box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
        if size <= 0 or size > 400 or not pdfium_c.FPDFText_GetCharOrigin(self.page, index, self.x, self.y):
            return x0, top, x1, bottom
        px, py = self.x.value, self.y.value
        base = self.frame.box(px, py, px, py)[1]
        return x0, base - ASCENT * size, x1, base + (1 - ASCENT) * size

    def right(self, index: int) -> tuple[float, float]:
        """(x1, middle) of a character."""
        rectangle = self.rectangle
        pdfium_c.FPDFText_GetLooseCharBox(self.page, index, rectangle)
        if self.upright:
            return rectangle.right - self.left, self.up - (rectangle.top + rectangle.bottom) / 2
        _, top, x1, bottom = self.frame.box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
        return x1, (top + bottom) / 2


def page_words(text_page: object, frame: Frame) -> list[Word]:
    """Words in content order; text NFC, raised numbers marked "[1]"."""
    count = pdfium_c.FPDFText_CountChars(text_page)
    if count <= 0 or count > MAX_CHARACTERS:
        return []
    text = _text(text_page, count)
    letters = _Letters(text_page, frame)
    words: list[Word] = []
    for match in _WORD.finditer(text):
        first, last = match.start(), match.end() - 1
        box = letters.box(first)
        if box is None:
            continue
        x0, top, x1, bottom = box
        shown = match.group()
        if last > first:
            x1_last, middle_last = letters.right(last)
            if abs(middle_last - (top + bottom) / 2) > (bottom - top):
                # One "word" over two lines: pdfium saw no space at the line end.
                words.extend(_split_over_lines(letters, shown, first))
                continue
            if x1_last < x0:
                x0 = letters.right(last)[0] - (bottom - top) * 0.5
            x1 = max(x1, x1_last)
            if _RAISED_END.search(shown):
                shown = _mark_raised(letters, shown, first, bottom - top)
        words.append(Word(shown, x0, x1, top, bottom, first))
    for word in words:
        word.text = _clean(word.text)
    return [word for word in words if word.text]


def character_words(text_page: object, frame: Frame) -> list[Word]:
    """Words put together from single letters by their places alone.

    For fonts without Vietnamese glyphs: the producer draws the missing letters from another font
    in a run of its own, and the content order is scrambled.
    """
    count = pdfium_c.FPDFText_CountChars(text_page)
    if count <= 0 or count > MAX_CHARACTERS:
        return []
    text = _text(text_page, count)
    boxes = _Letters(text_page, frame)
    letters: list[Word] = []
    for index, letter in enumerate(text):
        box = None if letter.isspace() or letter == "\x00" else boxes.box(index)
        if box is not None:
            letters.append(Word(letter, box[0], box[2], box[1], box[3], index))
    words: list[Word] = []
    for line in rows_of(letters):
        line.sort(key=lambda glyph: glyph.x0)
        current: Word | None = None
        for glyph in line:
            if current is not None and glyph.x0 - current.x1 < 0.17 * max(glyph.size, current.size):
                current.text += glyph.text
                current.x1 = max(current.x1, glyph.x1)
            else:
                current = Word(glyph.text, glyph.x0, glyph.x1, glyph.top, glyph.bottom, glyph.index)
                words.append(current)
    for word in words:
        word.text = _clean(word.text)
    return words


def rows_of(words: list[Word]) -> list[list[Word]]:
    """Words that stand on one line, lines from top to bottom (words in a line unsorted)."""
    rows: list[list[Word]] = []
    middle = size = 0.0
    for word in sorted(words, key=lambda w: w.middle):
        # Half a line: a raised note mark is taken in, the next line of tight text is not.
        if rows and word.middle - middle <= 0.42 * max(size, word.size):
            rows[-1].append(word)
            if word.size > size:
                middle, size = word.middle, word.size
        else:
            rows.append([word])
            middle, size = word.middle, word.size
    return rows


def font_name(text_page: object, index: int) -> str:
    """Name of the font of one character."""
    buffer = ctypes.create_string_buffer(96)
    flags = ctypes.c_int()
    pdfium_c.FPDFText_GetFontInfo(text_page, index, buffer, 96, flags)
    return buffer.value.decode("utf-8", "replace")


def _text(text_page: object, count: int) -> str:
    """One string character for each of pdfium's characters."""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium_c.FPDFText_GetText(text_page, 0, count, buffer)
    text = bytes(buffer)[: max(0, written - 1) * 2].decode("utf-16-le", "replace")
    if len(text) != count:
        # Characters without Unicode value or beyond the basic plane: ask for each.
        get = pdfium_c.FPDFText_GetUnicode
        codes = (get(text_page, index) for index in range(count))
        text = "".join(chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " " for code in codes)
    return text


def _clean(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    # pdfium marks a hyphen at a line end by U+FFFE or U+0002.
    text = text.replace("\ufffe", "-").replace("\u00ad", "").replace("\u0002", "-")
    if not text.isprintable():
        text = "".join(c for c in text if c.isprintable() or "\ue000" <= c <= "\uf8ff")
    return nfc(text)


def _mark_raised(letters: _Letters, shown: str, first: int, size: float) -> str:
    """A footnote mark glued to its word ("chính1") set apart ("chính[1]"): a smaller font tells it."""
    match = _RAISED_END.search(shown)
    if match is None or match.start() == 0:
        return shown
    start = match.end()
    while start > match.start() and letters.size(first + start - 1) < 0.8 * size:
        start -= 1
    if start == match.end() or start == 0:
        return shown
    return f"{shown[:start]}[{shown[start : match.end()]}]{shown[match.end() :]}"


def _split_over_lines(letters: _Letters, shown: str, first: int) -> list[Word]:
    words: list[Word] = []
    for offset, letter in enumerate(shown):
        box = letters.box(first + offset)
        if box is None:
            continue
        x0, top, x1, bottom = box
        if words and abs(words[-1].middle - (top + bottom) / 2) < 0.5 * (bottom - top):
            words[-1].text += letter
            words[-1].x1 = max(words[-1].x1, x1)
        else:
            words.append(Word(letter, x0, x1, top, bottom, first + offset))
    return words
