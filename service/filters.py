"""Filters as people and programs write them: what they mean, and what of them can't be understood.

A page never fails over a mistyped address, but it never leaves a filter out without a word either: a list
that looks filtered and isn't misleads.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache

from ingest import messages
from ingest.clean.fold import nfc, strip_diacritics
from ingest.lexicons import rows
from service import days

FIRST_YEAR, LAST_YEAR = 1900, 2200
_SHOWN = 40  # characters of a value in a sentence


@cache
def _types() -> dict[str, str]:
    """Names and codes of types as they may be written -> the code; exact spellings before those without marks."""
    exact: dict[str, str] = {}
    bare: dict[str, str] = {}
    for code, name, _, also in rows("document_types"):
        for written in (code, name, *filter(None, also.split(";"))):
            exact.setdefault(written.lower(), code)
            bare.setdefault(_bare(written), code)
    return {**bare, **exact}


def _bare(text: str) -> str:
    return " ".join(strip_diacritics(nfc(text)).lower().split())


def document_type(text: str) -> str | None:
    """Code of the type that a filter names, by code or name, with or without diacritics; None for no type.

    >>> [document_type(text) for text in ("KH", "kế hoạch", "QUYET DINH", "qd", "ĐA", "da", "Công văn", "ZZ", "")]
    ['KH', 'KH', 'QĐ', 'QĐ', 'ĐA', 'DA', 'CV', None, None]
    """
    written = " ".join(nfc(text).split())
    return _types().get(written.lower()) or _types().get(_bare(written))


def read_year(text: str) -> int | None:
    """A year that documents can have, None for anything else.

    >>> read_year("2026"), read_year("26"), read_year("năm 2026"), read_year("20266")
    (2026, None, None, None)
    """
    if text.isascii() and text.isdecimal() and len(text) == 4 and FIRST_YEAR <= int(text) <= LAST_YEAR:
        return int(text)
    return None


def left_out(given: Mapping[str, str], choices: Mapping[str, Collection[str]] | None = None) -> list[str]:
    """Sentences about the filters of a page's address that can't be understood and are left out.

    `given`: parameter -> value as written; `choices`: the values that a parameter may have.

    >>> left_out({"year": "2026", "due_from": "31/12/2026", "role": ""}, {"role": ("lead",)})
    []
    >>> left_out({"due_from": "abc"})
    ['Bỏ qua “abc” ở ô Hạn từ ngày: phải là ngày như 31/01/2026.']
    """
    found: list[str] = []
    for name, value in given.items():
        if not value:
            continue
        problem = None
        if name == "year" and read_year(value) is None:
            problem = messages.FILTER_NO_YEAR
        elif name in ("due_from", "due_to") and days.read_day(value) is None:
            problem = messages.FILTER_NO_DAY
        elif choices and name in choices and value not in choices[name]:
            problem = messages.FILTER_NO_CHOICE
        if problem:
            label = messages.FILTER_LABELS[name]
            found.append(messages.FILTER_LEFT_OUT.format(value=value[:_SHOWN], label=label, problem=problem))
    first, last = (days.read_day(given.get(name, "")) for name in ("due_from", "due_to"))
    if first and last and first > last:
        found.append(messages.FILTER_DAYS_TURNED)
    return found


def unknown_type(text: str | None) -> str | None:
    """A sentence where a filter names no type of document; the list is empty then."""
    if not text or document_type(text):
        return None
    return messages.FILTER_NO_TYPE.format(value=text[:_SHOWN])
