"""Source -> PDF (digital, or a scan of it), the same bytes on every run with the same libraries.

The fonts are Tinos (Apache-2.0, Times metrics, every Vietnamese letter); Debian and Ubuntu have
them in the package `fonts-croscore`.
"""

from __future__ import annotations

import io
import random
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import numpy as np
import pypdfium2
from PIL import Image, ImageDraw, ImageFilter
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT  # type: ignore[import-untyped]
from reportlab.lib.pagesizes import A4, landscape  # type: ignore[import-untyped]
from reportlab.lib.styles import ParagraphStyle  # type: ignore[import-untyped]
from reportlab.lib.units import mm  # type: ignore[import-untyped]
from reportlab.lib.utils import ImageReader  # type: ignore[import-untyped]
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
from reportlab.pdfbase.ttfonts import TTFont  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]
from reportlab.platypus import (  # type: ignore[import-untyped]
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from evaluation.corpus_source import MARK, Item, Source, grid, is_auto_heading, narrow_columns, runs

# (index of the item, word or table row) -> the page it lies on; only every eighth word is noted
Pages = dict[tuple[int, int], int]

FONTS = Path("/usr/share/fonts/truetype/croscore")
_FACES = {"": "Regular", "-Bold": "Bold", "-Italic": "Italic", "-BoldItalic": "BoldItalic"}


def register_fonts(folder: Path) -> None:
    """Make the four faces of Tinos known to reportlab."""
    for suffix, face in _FACES.items():
        pdfmetrics.registerFont(TTFont(f"Tinos{suffix}", str(folder / f"Tinos-{face}.ttf")))
    pdfmetrics.registerFontFamily(
        "Tinos", normal="Tinos", bold="Tinos-Bold", italic="Tinos-Italic", boldItalic="Tinos-BoldItalic"
    )


def build_pdf(source: Source) -> bytes:
    """The digital PDF of a source."""
    return _Builder(source).build()


def measure_pages(source: Source) -> Pages:
    """On which page the words of every block and the rows of every table lie in the PDF's layout."""
    builder = _Builder(source, pages={})
    builder.build()
    return builder.pages or {}


def build_scan(source: Source, dpi: int = 130, seed: int = 1) -> bytes:
    """A PDF that holds only pictures of the pages: turned a little, grey, noisy, with a stamp."""
    pdf = pypdfium2.PdfDocument(build_pdf(source))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    canvas.setTitle(source.get("number"))
    chance = random.Random(seed)
    for page in pdf:
        picture = page.render(scale=dpi / 72).to_pil().convert("RGB")
        width, height = (float(x) * 1.0 for x in page.get_size())
        canvas.setPageSize((width, height))
        canvas.drawImage(ImageReader(_photograph(picture, chance)), 0, 0, width, height)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _photograph(picture: Image.Image, chance: random.Random) -> io.BytesIO:
    picture = picture.rotate(
        chance.uniform(-0.7, 0.7), resample=Image.Resampling.BICUBIC, expand=False, fillcolor=(250, 249, 245)
    )
    grey = picture.convert("L").filter(ImageFilter.GaussianBlur(0.45))
    noise = np.random.default_rng(chance.randrange(10**6))
    values = np.asarray(grey, dtype=np.float64)
    shade = np.linspace(0, 10 * chance.random(), values.shape[1])[None, :]
    values = values * 0.93 + 10 - shade + noise.normal(0, 5, values.shape)
    paper = Image.fromarray(np.clip(values, 0, 255).astype(np.uint8))
    draw = ImageDraw.Draw(paper)
    for _ in range(25):  # dust
        x, y = chance.randrange(paper.width), chance.randrange(paper.height)
        draw.ellipse((x, y, x + chance.choice((1, 1, 2)), y + 1), fill=120)
    out = io.BytesIO()
    paper.save(out, "JPEG", quality=42, optimize=True)
    out.seek(0)
    return out


class _Head(Flowable):  # type: ignore[misc]
    """The two columns at the top of a document, drawn line by line across both columns, as the
    PDF export of a Word table does.

    `stamp` ("33|26|01": number, day, month) leaves blanks in the text and draws the figures over
    them last on the page, as the signing software of the authorities does.
    """

    def __init__(self, source: Source, width: float) -> None:
        super().__init__()
        self.source, self.width = source, width
        self.left = [(line, "Tinos", 12.5) for line in source.lines("parent")]
        self.left += [(line, "Tinos-Bold", 12.5) for line in source.lines("issuer")]
        self.notes = source.lines("subject")
        self.rows = max(len(self.left), 2)

    def wrap(self, *_: float) -> tuple[float, float]:
        return self.width, (self.rows + 1.9 + len(self.notes)) * 16

    def draw(self) -> None:
        canvas, source = self.canv, self.source
        left, right = self.width * 0.22, self.width * 0.70
        right_lines = [
            ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Tinos-Bold", 12.5),
            ("Độc lập - Tự do - Hạnh phúc", "Tinos-Bold", 13),
        ]
        y = self.wrap()[1] - 14
        for index in range(self.rows):
            for lines, x in ((self.left, left), (right_lines, right)):
                if index < len(lines):
                    text, font, size = lines[index]
                    canvas.setFont(font, size)
                    canvas.drawCentredString(x, y, text)
            y -= 16
        canvas.setLineWidth(0.6)
        canvas.line(left - 35, y + 11, left + 35, y + 11)
        canvas.line(right - 75, self.wrap()[1] - 34, right + 75, self.wrap()[1] - 34)
        y -= 8
        number, date = f"Số: {source.get('number')}", f"{source.get('place')}, {source.get('date')}"
        stamp = source.lines("stamp")
        if stamp:
            digits, _, symbol = source.get("number").partition("/")
            number = f"Số:{' ' * 12}/{symbol}"
            date = date.replace(f"ngày {stamp[1]} tháng {stamp[2]}", f"ngày{' ' * 8}tháng{' ' * 8}")
        canvas.setFont("Tinos", 13)
        canvas.drawCentredString(left, y, number)
        canvas.setFont("Tinos-Italic", 13)
        canvas.drawCentredString(right, y, date)
        if stamp:
            x, base = canvas.absolutePosition(0, y)
            width = pdfmetrics.stringWidth
            start = x + left - width(number, "Tinos", 13) / 2 + width("Số:   ", "Tinos", 13)
            marks = [(start, base, digits)]
            start = x + right - width(date, "Tinos-Italic", 13) / 2
            for figure, before in ((stamp[1], "ngày"), (stamp[2], "tháng")):
                offset = width(date[: date.index(before) + len(before)] + "  ", "Tinos-Italic", 13)
                marks.append((start + offset, base, figure))
            canvas._stamp_marks = marks
        for line in self.notes:
            y -= 15
            canvas.setFont("Tinos", 12)
            canvas.drawCentredString(left, y, line)


class _Note(Flowable):  # type: ignore[misc]
    """Draws nothing; notes the page it comes to lie on."""

    def __init__(self, pages: Pages, key: tuple[int, int]) -> None:
        super().__init__()
        self.pages, self.key = pages, key

    def wrap(self, *_: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        self.pages[self.key] = self.canv.getPageNumber()


class _Builder:
    def __init__(self, source: Source, pages: Pages | None = None) -> None:
        self.source = source
        self.pages = pages
        self.index = 0
        self.size = float(source.get("size", "14"))
        self.portrait_width = A4[0] - 47 * mm
        self.wide = False
        self.keep = True

    def build(self) -> bytes:
        out = io.BytesIO()
        document = BaseDocTemplate(
            out,
            pagesize=A4,
            invariant=1,
            title=" ".join(self.source.lines("title")),
            author="Bộ văn bản minh họa",
            subject=MARK,
        )
        high = Frame(30 * mm, 20 * mm, self.portrait_width, A4[1] - 40 * mm, 0, 0, 0, 0)
        across = landscape(A4)
        wide = Frame(18 * mm, 18 * mm, across[0] - 36 * mm, across[1] - 36 * mm, 0, 0, 0, 0)
        document.addPageTemplates(
            [
                PageTemplate("portrait", [high], onPage=self._furniture, onPageEnd=self._overlay, pagesize=A4),
                PageTemplate("landscape", [wide], onPage=self._furniture, pagesize=across),
            ]
        )
        story: list[Any] = [_Head(self.source, self.portrait_width), Spacer(1, 10), *self._title()]
        following = [*self.source.items[1:], None]
        for index, (item, after) in enumerate(zip(self.source.items, following, strict=True)):
            self.index = index
            # A heading kept with a table would drag the whole table to the next page.
            self.keep = after is None or after.kind != "table"
            story += self._item(item)
        document.build(story)
        return out.getvalue()

    def _noted(self, text: str) -> str:
        """Text as markup, in a measuring run with a note before every eighth word."""
        if self.pages is None:
            return _markup(text)
        if "*" in text or "[^" in text:
            return f'<onDraw name="note_page" label="{self.index}:0"/>{_markup(text)}'
        words = text.split(" ")
        return " ".join(
            f'<onDraw name="note_page" label="{self.index}:{n}"/>{escape(word)}' if n % 8 == 0 else escape(word)
            for n, word in enumerate(words)
        )

    def _note_page(self, canvas: Any, _: str, label: str) -> None:
        index, _, word = label.partition(":")
        if self.pages is not None:
            self.pages[int(index), int(word)] = canvas.getPageNumber()

    def _furniture(self, canvas: Any, document: Any) -> None:
        canvas.setNamedCB("note_page", self._note_page)
        width, height = document.pageTemplate.pagesize
        canvas.saveState()
        if document.page > 1:
            canvas.setFont("Tinos", 12)
            canvas.drawCentredString(width / 2, height - 13 * mm, str(document.page))
            if self.source.get("page_header"):
                canvas.setFont("Tinos-Italic", 9)
                canvas.drawString(30 * mm, height - 13 * mm, self.source.get("page_header"))
        canvas.setFont("Tinos-Italic", 9)
        canvas.drawCentredString(width / 2, 10 * mm, MARK)
        canvas.restoreState()

    def _overlay(self, canvas: Any, document: Any) -> None:
        if document.page == 1 and hasattr(canvas, "_stamp_marks"):
            canvas.saveState()
            canvas.setFont("Tinos", 13)
            canvas.setFillColorRGB(0.1, 0.1, 0.45)
            for x, y, text in canvas._stamp_marks:
                canvas.drawString(x, y, text)
            canvas.restoreState()

    def _style(self, **change: Any) -> Any:
        values: dict[str, Any] = {
            "name": "p",
            "fontName": "Tinos",
            "fontSize": self.size,
            "leading": self.size * 1.28,
            "alignment": TA_JUSTIFY,
            "spaceBefore": 2.5,
            "spaceAfter": 2.5,
        }
        return ParagraphStyle(**(values | change))

    def _title(self) -> list[Any]:
        source, story = self.source, []
        centre = self._style(alignment=TA_CENTER, fontName="Tinos-Bold", fontSize=14, leading=18)
        if source.get("kind"):
            story.append(Paragraph(source.get("kind"), centre))
            story += [Paragraph(line, centre) for line in source.lines("title")]
            story.append(Spacer(1, 6))
        story += [Paragraph(line, centre) for line in source.lines("authority")]
        to = source.lines("to")
        if len(to) == 1:
            story.append(Paragraph(f"Kính gửi: {to[0]}", self._style(alignment=TA_CENTER, fontSize=14)))
        elif to:
            story.append(Paragraph("Kính gửi:", self._style(leftIndent=35 * mm)))
            story += [Paragraph(line, self._style(leftIndent=50 * mm, alignment=TA_LEFT)) for line in to]
        return [*story, Spacer(1, 8)]

    def _item(self, item: Item) -> list[Any]:
        indent = {"firstLineIndent": 10 * mm}
        if item.kind == "table":
            return [self._table(item), Spacer(1, 8)]
        if item.kind == "sign":
            return self._sign()
        if item.kind in ("page", "landscape", "portrait"):
            self.wide = item.kind == "landscape" or (item.kind == "page" and self.wide)
            return [NextPageTemplate("landscape" if self.wide else "portrait"), PageBreak()]
        if item.kind == "centre":
            font = "Tinos-Bold" if item.level == 1 else "Tinos-Italic"
            return [Paragraph(self._noted(item.text), self._style(alignment=TA_CENTER, fontName=font))]
        label = f"{item.label} " if item.label else "- " if item.kind == "bullet" else ""
        font = "Tinos"
        if (item.kind == "heading" and item.level < 3) or is_auto_heading(item):
            font = "Tinos-Bold"
        elif item.kind == "heading":
            font = "Tinos-BoldItalic"
        elif item.kind == "italic":
            font = "Tinos-Italic"
        keep = self.keep and font.startswith("Tinos-Bold")
        form = self._style(fontName=font, keepWithNext=keep, **indent)
        return [Paragraph(label + self._noted(item.text), form)]

    def _table(self, item: Item) -> Any:
        width = landscape(A4)[0] - 36 * mm if self.wide else self.portrait_width
        size = float(self.source.get("table_size", "11"))
        style: list[tuple[Any, ...]] = [
            ("GRID", (0, 0), (-1, -1), 0.5, "black"),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("TOPPADDING", (0, 0), (-1, -1), 2),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
            ("LEFTPADDING", (0, 0), (-1, -1), 3),
            ("RIGHTPADDING", (0, 0), (-1, -1), 3),
        ]
        data: list[list[Any]] = [["" for _ in row] for row in item.rows]
        narrow = narrow_columns(item.rows)
        for row, column, down, across, text in grid(item.rows):
            bold = row == 0 or across > 1
            centred = row == 0 or (narrow[column] and across == 1)
            form = self._style(
                fontSize=size,
                leading=size * 1.2,
                spaceBefore=0,
                spaceAfter=0,
                fontName="Tinos-Bold" if bold else "Tinos",
                alignment=TA_CENTER if centred else TA_LEFT,
            )
            data[row][column] = [Paragraph(_markup(line), form) for line in text.split("<br>")]
            if self.pages is not None and down == 1:
                data[row][column].insert(0, _Note(self.pages, (self.index, row)))
            if down > 1 or across > 1:
                corner = (column + across - 1, row + down - 1)
                style.append(("SPAN", (column, row), corner))
                style.append(("NOSPLIT", (column, row), corner))
        shares = [width * w / sum(item.widths) for w in item.widths]
        return Table(data, shares, repeatRows=1, style=style)

    def _sign(self) -> list[Any]:
        small = self._style(fontSize=11, leading=13, alignment=TA_LEFT, spaceBefore=0, spaceAfter=0)
        head = self._style(fontSize=12, fontName="Tinos-BoldItalic", alignment=TA_LEFT)
        bold = self._style(fontSize=13.5, fontName="Tinos-Bold", alignment=TA_CENTER, spaceBefore=0, spaceAfter=0)
        *positions, name = self.source.lines("sign")
        note = [] if self.pages is None else [_Note(self.pages, (self.index, 0))]
        left = [
            *note,
            Paragraph("Nơi nhận:", head),
            *(Paragraph(line, small) for line in self.source.lines("recipients")),
        ]
        right = [*(Paragraph(line, bold) for line in positions), Spacer(1, 62), Paragraph(name, bold)]
        width = self.portrait_width
        table = Table([[left, right]], [width * 0.48, width * 0.52], style=[("VALIGN", (0, 0), (-1, -1), "TOP")])
        return [Spacer(1, 10), table]


def _markup(text: str) -> str:
    tags = {"bold": "b", "italic": "i"}
    parts = []
    for style, part in runs(text):
        if style == "note":
            parts.append(f"<super>{part}</super>")
        elif style:
            parts.append(f"<{tags[style]}>{escape(part)}</{tags[style]}>")
        else:
            parts.append(escape(part))
    return "".join(parts)
