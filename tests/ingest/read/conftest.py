"""Makers of small files for the readers' tests. Everything is written here; no font file is needed."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pytest

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@dataclass
class Page:
    """Drawing calls of a PDF page, origin at the bottom left, in points."""

    width: float = 595
    height: float = 842
    rotate: int = 0
    calls: list[str] = field(default_factory=list)
    stamps: list[tuple[tuple[float, float, float, float], str]] = field(default_factory=list)

    def text(self, x: float, y: float, text: str, size: float = 13, bold: bool = False) -> Page:
        font = "F2" if bold else "F1"
        code = text.encode("utf-16-be").hex().upper()
        self.calls.append(f"BT /{font} {size} Tf 1 0 0 1 {x} {y} Tm <{code}> Tj ET")
        return self

    def lines(self, x: float, y: float, texts: list[str], pitch: float = 18, **options: object) -> Page:
        for number, text in enumerate(texts):
            self.text(x, y - number * pitch, text, **options)
        return self

    def scrambled(self, x: float, y: float, text: str, size: float = 13) -> Page:
        """One text object that draws the plain letters first and the accented ones after them."""
        places = [n for n, c in enumerate(text) if c.isascii() and c != " "]
        places += [n for n, c in enumerate(text) if not c.isascii()]
        at = 0
        parts = []
        for place in places:
            parts.append(f"{-(place - at) * 500} <{text[place].encode('utf-16-be').hex()}>")
            at = place + 1
        self.calls.append(f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm [{' '.join(parts)}] TJ ET")
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> Page:
        self.calls.append(f"0.5 w {x0} {y0} m {x1} {y1} l S")
        return self

    def grid(self, xs: list[float], ys: list[float]) -> Page:
        """A full grid: every edge of every cell drawn by itself, as Word does."""
        for y in ys:
            for x0, x1 in pairwise(xs):
                self.calls.append(f"{x0} {y} {x1 - x0} 0.5 re f")
        for x in xs:
            for y1, y0 in pairwise(ys):
                self.calls.append(f"{x} {y0} 0.5 {y1 - y0} re f")
        return self

    def picture(self) -> Page:
        self.calls.append(f"q {self.width} 0 0 {self.height} 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI Q")
        return self

    def stamp(self, box: tuple[float, float, float, float], text: str) -> Page:
        """A signature field with an appearance that shows `text`."""
        self.stamps.append((box, text))
        return self


def pdf_bytes(pages: list[Page], to_unicode: bool = True) -> bytes:
    """A PDF whose glyph codes are UTF-16 code units, half an em wide each."""
    ranges = [f"<{high:02X}00> <{high:02X}FF> <{high:02X}00>" for high in range(256)]
    blocks = [ranges[start : start + 100] for start in range(0, 256, 100)]
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        + "".join(f"{len(block)} beginbfrange\n{chr(10).join(block)}\nendbfrange\n" for block in blocks)
        + "endcmap end end"
    )
    objects: list[bytes] = []

    def add(body: str | bytes) -> int:
        objects.append(body.encode("latin-1") if isinstance(body, str) else body)
        return len(objects)

    def stream(data: bytes, extra: str = "") -> bytes:
        return f"<< /Length {len(data)} {extra} >>\nstream\n".encode() + data + b"\nendstream"

    catalog, tree = add(""), add("")
    unicode_map = add(stream(cmap.encode()))
    fonts = []
    for name in ("Mau", "Mau,Bold"):
        descriptor = add(
            f"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /Ascent 800 /Descent -200 /CapHeight 700 >>"
        )
        descendant = add(
            f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /FontDescriptor {descriptor} 0 R /DW 500 "
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /CIDToGIDMap /Identity >>"
        )
        link = f"/ToUnicode {unicode_map} 0 R" if to_unicode else ""
        fonts.append(
            add(
                f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H "
                f"/DescendantFonts [{descendant} 0 R] {link} >>"
            )
        )
    resources = f"<< /Font << /F1 {fonts[0]} 0 R /F2 {fonts[1]} 0 R >> >>"
    kids, fields = [], []
    for page in pages:
        content = add(stream("\n".join(page.calls).encode("latin-1")))
        annotations = []
        for (x0, y0, x1, y1), text in page.stamps:
            code = text.encode("utf-16-be").hex()
            look = add(
                stream(
                    f"BT /F1 13 Tf 1 0 0 1 2 4 Tm <{code}> Tj ET".encode(),
                    f"/Type /XObject /Subtype /Form /BBox [0 0 {x1 - x0} {y1 - y0}] /Resources {resources}",
                )
            )
            annotations.append(
                add(
                    f"<< /Type /Annot /Subtype /Widget /FT /Sig /T (S{len(fields)}) /Rect [{x0} {y0} {x1} {y1}] /F 4 "
                    f"/AP << /N {look} 0 R >> /V << /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached "
                    "/M (D:20240205101500+07'00') /Contents <00> /ByteRange [0 1 2 3] >> >>"
                )
            )
            fields.append(annotations[-1])
        links = " ".join(f"{number} 0 R" for number in annotations)
        kids.append(
            add(
                f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {page.width} {page.height}] /Rotate {page.rotate} "
                f"/Resources {resources} /Contents {content} 0 R /Annots [{links}] >>"
            )
        )
    form = f"/AcroForm << /Fields [{' '.join(f'{n} 0 R' for n in fields)}] /SigFlags 3 >>" if fields else ""
    objects[catalog - 1] = f"<< /Type /Catalog /Pages {tree} 0 R {form} >>".encode()
    objects[tree - 1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{n} 0 R' for n in kids)}] >>".encode()
    out = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{offset:010d} 00000 n \n".encode() for offset in offsets)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root {catalog} 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


@pytest.fixture
def make_pdf(tmp_path: Path):
    def make(*pages: Page, name: str = "a.pdf", **options: bool) -> Path:
        path = tmp_path / name
        path.write_bytes(pdf_bytes(list(pages), **options))
        return path

    return make


@pytest.fixture
def page():
    return Page


def paragraph(text: str, properties: str = "", run: str = "") -> str:
    """A Word paragraph; `text` may hold run-level XML in "<...>" of its own."""
    inner = text if text.startswith("<w:") else f"<w:r><w:rPr>{run}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def docx_bytes(body: str, parts: dict[str, str] | None = None) -> bytes:
    """A minimal .docx: the body's XML and further parts by their name under word/ ("numbering.xml")."""
    import io

    space = (
        f"xmlns:w='{W}' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships' "
        "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' "
        "xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'"
    )
    parts = parts or {}
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    links = "".join(
        f"<Relationship Id='r{n}' Type='{base}/{name.split('.')[0].rstrip('0123456789')}' Target='{name}'/>"
        for n, name in enumerate(parts, start=1)
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
            "<Default Extension='xml' ContentType='application/xml'/></Types>",
        )
        archive.writestr(
            "_rels/.rels",
            f"<Relationships xmlns='{package}'>"
            f"<Relationship Id='r1' Type='{base}/officeDocument' Target='word/document.xml'/></Relationships>",
        )
        archive.writestr("word/_rels/document.xml.rels", f"<Relationships xmlns='{package}'>{links}</Relationships>")
        archive.writestr("word/document.xml", f"<w:document {space}><w:body>{body}</w:body></w:document>")
        for name, text in parts.items():
            archive.writestr(
                f"word/{name}", text.replace("<w:ROOT", f"<w:{name.split('.')[0].rstrip('0123456789')} {space}")
            )
    return buffer.getvalue()


@pytest.fixture
def make_docx(tmp_path: Path):
    def make(body: str, parts: dict[str, str] | None = None, name: str = "a.docx") -> Path:
        path = tmp_path / name
        path.write_bytes(docx_bytes(body, parts))
        return path

    return make


@pytest.fixture
def p():
    return paragraph
