"""Bytes of a text file -> str, for the encodings that Vietnamese offices have used."""

from __future__ import annotations

import codecs
import re

from ingest.clean.fold import nfc
from ingest.errors import BinaryFile, LegacyFont
from ingest.read.plausible import plausible_share
from ingest.read.sniff import has_stray_nuls

# Letters that Vietnamese text is full of; a wrong 8-bit decoding has few of them.
_VIETNAMESE = re.compile("[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.I)
# TCVN3 (ABC) and VNI texts read as Latin-1: their commonest syllables ("của", "và", "được", "nhiệm").
_TCVN3 = re.compile("®|cña|vµ|®­îc|nhiÖm|trong viÖc|ViÖt|héi|chñ|tØnh")
_VNI = re.compile("ñöôïc|cuûa|vaø|nhieäm|Vieät|tænh|ñoàng|haønh|chính|UÛy|quyeát")


def decode(data: bytes) -> str:
    """Text in NFC, line ends as "\\n".

    Raises:
        BinaryFile: NUL bytes or other content that is no text.
        LegacyFont: TCVN3 or VNI text, which would be indexed as rubbish.
    """
    text = _decode(data)
    if "\x00" in text:
        raise BinaryFile()
    return nfc(text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", ""))


def _decode(data: bytes) -> str:
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF32_LE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if has_stray_nuls(data):
        data = data.replace(b"\x00", b"")
    if b"\x00" in data[:4096]:
        even, odd = data[0:4096:2].count(0), data[1:4096:2].count(0)
        return data.decode("utf-16-le" if odd > even else "utf-16-be", errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        # One broken character at a cut end is no reason to give up UTF-8.
        if len(data) - error.start <= 3 and error.start > 0:
            return data[: error.start].decode("utf-8")
        lenient = data.decode("utf-8", errors="replace")
        if lenient.count("\ufffd") * 200 < len(lenient):
            return lenient
    legacy = legacy_font(data.decode("latin-1"))
    if legacy:
        raise LegacyFont(encoding=legacy)
    candidates = [data.decode(encoding, errors="replace") for encoding in ("cp1258", "cp1252")]
    return max(candidates, key=lambda text: plausible_share(nfc(text)[:20_000]))


def legacy_font(text: str) -> str | None:
    """ "TCVN3" or "VNI" where text is in an encoding that only its own fonts show rightly.

    >>> legacy_font("Céng hoµ x· héi chñ nghÜa ViÖt Nam, cña tØnh, vµ nhiÖm vô ®­îc giao")
    'TCVN3'
    >>> legacy_font("Căn cứ Quyết định của Ủy ban nhân dân tỉnh") is None
    True
    """
    words = max(1, len(text.split()))
    marks = len(_VIETNAMESE.findall(re.sub("[àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ]", "", text)))
    for name, pattern in (("TCVN3", _TCVN3), ("VNI", _VNI)):
        hits = len(pattern.findall(text))
        if hits >= 3 and hits * 20 > words and hits > marks:
            return name
    return None
