"""Types of documents: the 29 kinds of Decree 30/2020/NĐ-CP, legal instruments, Party documents."""

from __future__ import annotations

import re
from functools import cache

from ingest.clean.fold import nfc, strip_diacritics
from ingest.lexicons import rows
from ingest.parse.number import type_code_of

APPENDIX = "PLC"
LETTER = "CV"


@cache
def _names() -> dict[str, str]:
    return {code: name for code, name, *_ in rows("document_types")}


def type_name(code: str | None) -> str | None:
    """Name of a type code.

    >>> type_name("KH"), type_name("QyĐ"), type_name("?")
    ('Kế hoạch', 'Quy định', None)
    """
    return _names().get(code) if code else None


@cache
def _codes() -> dict[str, str]:
    return {strip_diacritics(name).lower(): code for code, name in _names().items()}


# Type names, longest first ("Thông tư liên tịch" before "Thông tư"), words split anywhere.
@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(_codes(), key=len, reverse=True)
    spaced = "|".join(re.escape(name).replace(r"\ ", r"\s*") for name in names)
    return re.compile(rf"(?:{spaced})(?![^\W\d_])")


# Words that stand in the type line without changing the type: "DỰ THẢO KẾ HOẠCH", "KẾ HOẠCH HÀNH ĐỘNG".
BEFORE_TYPE = re.compile(r"[\s\x00(\[]*(?:du\s*thao\s*(?:\(?lan\s*\d+\)?)?\s*[:.)\]]?[\s\x00]*)?")
AFTER_TYPE = re.compile(r"[ \x00]*(?:hanh dong|lien tich|lien so|lien nganh|tom tat|ket luan|phoi hop)?[\s\x00:.*/-]*")


def match_type(bare: str, start: int, end: int) -> tuple[str, int, int] | None:
    """Type name at `start` of a text without diacritics in small letters: (code, start, end).

    >>> match_type("ke hoach\\nnam 2026", 0, 17), match_type("quyet\\ndinh", 0, 10)
    (('KH', 0, 8), ('QĐ', 0, 10))
    >>> match_type("thong tu lien tich", 0, 18)[0], match_type("ke hoachx", 0, 9)
    ('TTLT', None)
    """
    found = _pattern().match(bare, start, end)
    if not found:
        return None
    return _codes()[_key(found.group())], found.start(), found.end()


@cache
def _joined() -> dict[str, str]:
    return {name.replace(" ", ""): name for name in _codes()}


def _key(written: str) -> str:
    return _joined()["".join(written.split())]


def type_code_of_name(name: str) -> str | None:
    """Code of a type that is given by name, any case, with or without diacritics.

    >>> type_code_of_name("Công văn"), type_code_of_name("KE HOACH"), type_code_of_name("Khác")
    ('CV', 'KH', None)
    """
    return _joined_codes().get("".join(strip_diacritics(nfc(name)).lower().split()))


@cache
def _joined_codes() -> dict[str, str]:
    return {name.replace(" ", ""): code for name, code in _codes().items()}


def decide_type(line: str | None, symbol: str | None, letter: bool) -> str | None:
    """Type code from the type line's code, the symbol and whether it reads like a letter
    ("V/v ...", "Kính gửi" and no type line).

    The type line wins: a symbol's first token may be an organ's ("5615/CT-CS" of Cục Thuế). A
    consolidated text repeats the type of what it consolidates, so there the symbol wins.

    >>> decide_type("KH", "KH-UBND", False), decide_type(None, "CT-CS", True), decide_type(None, "KH-UBND", False)
    ('KH', 'CV', 'KH')
    >>> decide_type(None, "UBND-NC", False), decide_type("NĐ", "VBHN-BNV", False), decide_type(None, None, False)
    ('CV', 'VBHN', None)
    """
    named = type_code_of(symbol)
    if named == "VBHN":
        return named
    if line:
        return line
    if letter and (named in (None, LETTER) or named == "CT"):
        return LETTER
    return named or (LETTER if letter else None)
