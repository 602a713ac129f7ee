"""Whether a document can amend, replace or repeal another one at all.

A letter, report or plan changes no decree, a minister's decision no circular, a province's no decision of the Prime
Minister. Where a text says so ("Kiến nghị: sửa đổi Điều 8 Nghị định ..."), it proposes.
"""

from __future__ import annotations

#: Documents without force of law: they change only each other.
WITHOUT_FORCE = frozenset(
    {"CV", "BC", "TB", "TTr", "KH", "CTr", "PA", "ĐA", "DA", "HD", "GM", "CĐ", "BB", "PC", "PG", "TC", "THC", "CT"}
)
_LAWS = frozenset({"HP", "L", "BL", "PL"})
# What documents of a kind can't change; the organ in the symbol tells decisions and resolutions apart.
_ABOVE = {
    "NĐ": _LAWS,
    "TT": _LAWS | {"NĐ", "QĐ-TTg", "NQ-CP"},
    "TTLT": _LAWS | {"NĐ", "QĐ-TTg", "NQ-CP"},
    "QĐ-TTg": _LAWS | {"NĐ", "NQ-CP"},
    "QĐ": _LAWS | {"NĐ", "TT", "TTLT", "QĐ-TTg", "NQ-CP", "NQ-HĐND"},
    "NQ-HĐND": _LAWS | {"NĐ", "TT", "TTLT", "QĐ-TTg", "NQ-CP"},
}
_ORGANS = ("TTg", "HĐND", "CP")


def can_change(own_code: str | None, own_symbol: str | None, code: str | None, symbol: str) -> bool:
    """Whether a document of type `own_code` can change one of type `code`; True where a type isn't known.

    Symbols as in the numbers ("QĐ-UBND"); `own_symbol` None where the document has none yet.

    >>> can_change("CV", "SNV-VP", "NĐ", "NĐ-CP"), can_change("KH", "KH-UBND", "KH", "KH-UBND")
    (False, True)
    >>> can_change("QĐ", "QĐ-UBND", "TT", "TT-BNV"), can_change("QĐ", "QĐ-TTg", "QĐ", "QĐ-TTg")
    (False, True)
    >>> can_change("NQ", "QH15", "L", "QH14"), can_change(None, None, "NĐ", "NĐ-CP")
    (True, True)
    >>> can_change("QĐ", None, "QĐ", "QĐ-TTg"), can_change("QĐ", None, "NĐ", "NĐ-CP")
    (True, False)
    """
    if own_code is None or code is None:
        return True
    if own_code in WITHOUT_FORCE:
        return code in WITHOUT_FORCE
    if not own_symbol and own_code in ("QĐ", "NQ"):  # whose it is shows in the symbol alone
        return own_code == "NQ" or code not in _ABOVE["QĐ-TTg"]
    above = _ABOVE.get(_kind(own_code, own_symbol or ""), _ABOVE.get(own_code, frozenset()))
    return code not in above and _kind(code, symbol) not in above


def _kind(code: str, symbol: str) -> str:
    organ = symbol.rpartition("-")[2]
    return f"{code}-{organ}" if organ in _ORGANS else code
