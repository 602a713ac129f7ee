"""What a file is, by its content first and its name second."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from ingest.errors import BinaryFile, NotThisFormat, UnsupportedFormat

SUFFIXES = frozenset({".txt", ".md", ".markdown", ".html", ".htm", ".pdf", ".docx", ".doc"})
HEAD_BYTES = 4096  # enough for a magic number, an HTML head, and a PDF header after junk (1,024 by the standard)

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "ảnh PNG"),
    (b"\xff\xd8\xff", "ảnh JPEG"),
    (b"GIF8", "ảnh GIF"),
    (b"II*\x00", "ảnh TIFF"),
    (b"MM\x00*", "ảnh TIFF"),
    (b"BM", "ảnh BMP"),
    (b"Rar!", "tệp nén RAR"),
    (b"7z\xbc\xaf", "tệp nén 7z"),
    (b"\x1f\x8b", "tệp nén gzip"),
    (b"\x7fELF", "chương trình máy tính"),
    (b"MZ", "chương trình máy tính"),
    (b"%!PS", "PostScript"),
)
# An HTML page: a doctype or <html> near the top, or a head element before any text.
_HTML = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|table)\b", re.I | re.S
)
_TEXT_SUFFIX_FORMAT = {".txt": "txt", ".md": "md", ".markdown": "md", ".html": "html", ".htm": "html"}


def sniff(path: Path, head: bytes) -> str:
    """The reader to use: "pdf", "docx", "doc", "rtf", "html", "md" or "txt".

    `head` is the first `HEAD_BYTES` of the file.

    Raises:
        NotThisFormat: the name promises a format, the content is another that no reader can use.
        UnsupportedFormat: neither content nor name is one that a reader knows.
        BinaryFile: a text name over binary content.
    """
    suffix = path.suffix.lower()
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        found = _inside_zip(path)
        if found == "docx":
            return "docx"
        raise _refusal(suffix, found)
    if head.startswith(_OLE):
        if suffix in {".xls", ".ppt", ".msg", ".msi"}:
            raise UnsupportedFormat(found=suffix)
        return "doc"
    if head.startswith(b"{\\rtf"):
        return "rtf"
    for magic, found in _MAGIC:
        if head.startswith(magic) and suffix not in _TEXT_SUFFIX_FORMAT:
            raise _refusal(suffix, found)
    if _HTML.match(head.lstrip(b"\xef\xbb\xbf")):
        if suffix in {".pdf", ".docx"}:
            # What a download leaves when the site answers with an error page.
            raise NotThisFormat(extension=suffix, found="trang web (HTML)")
        return "html"
    if suffix in _TEXT_SUFFIX_FORMAT:
        if is_binary(head):
            raise BinaryFile()
        return _TEXT_SUFFIX_FORMAT[suffix]
    if suffix not in SUFFIXES and suffix != "":
        raise UnsupportedFormat(found=suffix)
    if is_binary(head):
        raise _refusal(suffix, "dữ liệu nhị phân không rõ loại")
    if suffix == ".pdf":
        raise NotThisFormat(extension=suffix, found="văn bản thường")
    return "txt"


def is_binary(head: bytes) -> bool:
    """True where bytes cannot be text: NUL outside UTF-16, or many control characters."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    if b"\x00" in head and not has_stray_nuls(head):
        return not _looks_utf16(head)
    control = sum(byte < 32 and byte not in b"\t\n\r\f\x0b\x1b" for byte in head)
    return control > len(head) * 0.02


def has_stray_nuls(data: bytes) -> bool:
    """A few NUL bytes in what is else text: left by a damaged disk or an old program's padding.

    >>> has_stray_nuls("Kế hoạch năm 2026. ".encode() * 20 + b"\\x00"), has_stray_nuls("Kế hoạch".encode("utf-16-le"))
    (True, False)
    """
    return 0 < data.count(0) * 200 <= len(data)


def _looks_utf16(head: bytes) -> bool:
    """UTF-16 without a byte order mark: line feeds and spaces have a zero high byte, on one side only."""
    even, odd = head[0::2], head[1::2]
    space_le = sum(low in b" \n\r.," and high == 0 for low, high in zip(even, odd, strict=False))
    space_be = sum(low in b" \n\r.," and high == 0 for high, low in zip(even, odd, strict=False))
    return max(space_le, space_be) > len(head) // 40 and min(even.count(0), odd.count(0)) == 0


def _inside_zip(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist()[:5000])
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        # A truncated .docx still begins like one; its reader says that it is damaged.
        return "docx" if path.suffix.lower() == ".docx" else "tệp nén ZIP"
    if "word/document.xml" in names:
        return "docx"
    if "[Content_Types].xml" in names:
        if any(name.startswith("xl/") for name in names):
            return "bảng tính Excel"
        if any(name.startswith("ppt/") for name in names):
            return "trình chiếu PowerPoint"
        return "docx" if path.suffix.lower() == ".docx" else "tệp Office"
    if "content.xml" in names and "mimetype" in names:
        return "tệp OpenDocument"
    return "tệp nén ZIP"


def _refusal(suffix: str, found: str) -> UnsupportedFormat | NotThisFormat:
    if suffix in SUFFIXES:
        return NotThisFormat(extension=suffix, found=found)
    return UnsupportedFormat(found=found)
