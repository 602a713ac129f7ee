"""A filter of documents -> SQL."""

from __future__ import annotations

import re
from typing import Any

from index.records import DocumentFilter
from ingest.clean.fold import key_form
from ingest.parse.number import number_key

_MOST_WORDS = 30  # of a filter's text


def fold_key(text: str | None) -> str | None:
    """Form under which titles and issuers are compared: no case, no diacritics, single spaces.

    >>> fold_key("Sở Giáo dục  và Đào tạo")
    'so giao duc va dao tao'
    """
    return None if text is None else key_form(text)


def conditions(where: DocumentFilter | None) -> tuple[str, list[Any]]:
    """The WHERE clause over `documents d` ("" for none) and its values."""
    parts: list[str] = []
    values: list[Any] = []
    if where is None:
        return "", values
    for column, value in (("type_code", where.type_code), ("year", where.year), ("province", where.province)):
        if value is not None:
            parts.append(f"d.{column} = ?")
            values.append(value)
    if where.draft is not None:
        parts.append("d.draft = ?")
        values.append(int(where.draft))
    if where.issuer:
        _hold_words("d.issuer_key", where.issuer, parts, values)
    if where.text:
        _hold_text(where.text, parts, values)
    if where.leaders_only:
        parts.append("(d.leader IS NULL OR d.leader = d.id)")
    return ("WHERE " + " AND ".join(parts) if parts else ""), values


def _hold_words(column: str, text: str, parts: list[str], values: list[Any]) -> None:
    """Every word of the text begins a word of the column: "sở nội vụ lào cai" is "Sở Nội vụ tỉnh Lào Cai"."""
    for word in (fold_key(text) or "").split()[:_MOST_WORDS]:
        parts.append(f"instr(' ' || {column}, ?)")
        values.append(f" {word}")


def _hold_text(text: str, parts: list[str], values: list[Any]) -> None:
    """Title and issuer hold the words, or the title holds them as they stand, or the number begins with them."""
    words: list[str] = []
    _hold_words("COALESCE(d.title_key, '') || ' ' || COALESCE(d.issuer_key, '')", text, words, values)
    ways = [" AND ".join(words) or "0", "instr(' ' || d.title_key, ?)"]
    values.append(f" {fold_key(text)}")
    tokens = re.findall(r"[a-z0-9]+", fold_key(text) or "")
    key = number_key(text) or "/".join(tokens)
    if key:
        ways.append("instr('/' || d.number_key, ?)")
        values.append(f"/{key}")
    parts.append(f"({' OR '.join(ways)})")
