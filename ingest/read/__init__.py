"""Bytes -> Reading, one module per format.

Every reader gives the same form: blocks in reading order with page numbers, tables as cells,
page furniture and footnotes marked by kind.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from ingest.errors import EmptyFile, FileForbidden, FileMissing, FileTooLarge, LegacyFont
from ingest.models import Reading, lay_out
from ingest.read.decode import legacy_font
from ingest.read.limits import Limits, current
from ingest.read.sniff import HEAD_BYTES, SUFFIXES, sniff

__all__ = ["SUFFIXES", "Limits", "read_file"]

_LEGACY_CHARS = 100_000  # enough to tell the encoding of a text

# A reader is imported when its first file comes: lxml, pdfium and pypdf cost start-up time.
_READERS = {
    "txt": "ingest.read.txt",
    "md": "ingest.read.markdown",
    "html": "ingest.read.html",
    "pdf": "ingest.read.pdf",
    "docx": "ingest.read.docx",
    "doc": "ingest.read.doc",
    "rtf": "ingest.read.doc",
}


def read_file(path: Path) -> Reading:
    """Read one file of any supported format; offsets and `text` are set.

    Raises:
        ReadError: one subclass per failure (`ingest.errors`); `str(error)` is advice in Vietnamese.
    """
    limits = current()
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise FileMissing()
        if size == 0:
            raise EmptyFile()
        if size > limits.max_file_mb * 1e6:
            raise FileTooLarge(size_mb=round(size / 1e6, 1), limit_mb=round(limits.max_file_mb))
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
    except PermissionError as error:
        raise FileForbidden() from error
    except OSError as error:
        raise FileMissing() from error
    read: Callable[[Path], Reading] = import_module(_READERS[sniff(path, head)]).read
    reading = read(path)
    reading.text = lay_out(reading.blocks)
    legacy = legacy_font(reading.text[:_LEGACY_CHARS])
    if legacy:
        raise LegacyFont(encoding=legacy)
    return reading
