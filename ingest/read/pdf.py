"""PDF: text by pdfium."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium

from ingest.errors import DamagedFile, EncryptedFile, NeedsOcr
from ingest.models import Block, Reading
from ingest.read.label import kind_of
from ingest.read.plausible import plausible_share


def read(path: Path) -> Reading:
    """Reading of a .pdf file."""
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise EncryptedFile(format="PDF") from error
        raise DamagedFile(format="PDF") from error
    blocks: list[Block] = []
    for number in range(len(document)):
        text = document[number].get_textpage().get_text_range()
        for line in text.replace("\r\n", "\n").split("\n"):
            if line.strip():
                blocks.append(Block(kind_of(line.strip()), line.strip(), number + 1))
    if not blocks:
        raise NeedsOcr(pages=len(document))
    return Reading("pdf", len(document), blocks, quality=plausible_share("\n".join(b.text for b in blocks)))
