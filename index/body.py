"""The bulk of a document as stored: pages, section tree and blocks to and from JSON.

Texts of blocks and cells are slices of the document's text and are stored as offsets only.
"""

from __future__ import annotations

import json
import zlib
from typing import Any

from ingest.models import Block, BlockKind, Cell, Document, PageSpan, Section, SectionKind, Table


def storable(text: str) -> str:
    """The text with lone surrogates (which no UTF-8 file holds) replaced, one character each.

    >>> storable("đ\\ud800")
    'đ?'
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode()
    return text


def dumps(value: Any) -> str:
    """Compact JSON, Vietnamese kept readable."""
    return storable(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def pack_pages(pages: list[PageSpan]) -> str:
    """Pages as JSON."""
    return dumps([[page.number, page.start, page.end] for page in pages])


def unpack_pages(stored: str) -> list[PageSpan]:
    """Inverse of `pack_pages`."""
    return [PageSpan(*page) for page in json.loads(stored)]


def pack_sections(sections: list[Section]) -> str:
    """A section tree as JSON."""
    return dumps([_section_out(section) for section in sections])


def unpack_sections(stored: str) -> list[Section]:
    """Inverse of `pack_sections`."""
    return [_section_in(section) for section in json.loads(stored)]


def _section_out(section: Section) -> list[Any]:
    return [
        section.label,
        section.heading,
        section.kind.value,
        section.page,
        section.start,
        section.end,
        section.level,
        [_section_out(child) for child in section.children],
    ]


def _section_in(stored: list[Any]) -> Section:
    label, heading, kind, page, start, end, level, children = stored
    return Section(label, heading, SectionKind(kind), page, start, end, level, [_section_in(c) for c in children])


_BLOCK_FIELDS = ("page", "page_end", "page_breaks", "label", "level", "bold", "italic", "centered")


def pack_blocks(document: Document) -> bytes:
    """Blocks with their tables, compressed (about a tenth of the text's size)."""
    return zlib.compress(dumps([_block_out(block, document.text) for block in document.blocks]).encode(), 6)


def unpack_blocks(stored: bytes, text: str) -> list[Block]:
    """Inverse of `pack_blocks`; `text` is the document's."""
    return [_block_in(block, text) for block in json.loads(zlib.decompress(stored))]


def _block_out(block: Block, text: str) -> dict[str, Any]:
    out: dict[str, Any] = {"k": block.kind.value, "s": block.start, "e": block.end}
    if text[block.start : block.end] != block.text:
        out["t"] = block.text
    for name in _BLOCK_FIELDS:
        value = getattr(block, name)
        if value not in (None, []):
            out[name] = value
    if block.table is not None:
        table = block.table
        out["table"] = {
            "size": [table.rows, table.columns, table.header_rows, int(table.layout)],
            "cells": [_cell_out(cell, text) for cell in table.cells],
        }
    return out


def _cell_out(cell: Cell, text: str) -> list[Any]:
    out: list[Any] = [cell.row, cell.column, cell.row_span, cell.column_span, cell.page, cell.start, cell.end]
    if text[cell.start : cell.end] != cell.text:
        out.append(cell.text)
    if cell.breaks:
        out.append(list(cell.breaks))
    return out


def _block_in(stored: dict[str, Any], text: str) -> Block:
    start, end = stored["s"], stored["e"]
    block = Block(BlockKind(stored["k"]), stored.get("t", text[start:end]), start=start, end=end)
    for name in _BLOCK_FIELDS:
        if name in stored:
            setattr(block, name, stored[name])
    if "table" in stored:
        rows, columns, header_rows, layout = stored["table"]["size"]
        cells = []
        for row, column, row_span, column_span, page, first, last, *own in stored["table"]["cells"]:
            breaks = tuple(own.pop()) if own and isinstance(own[-1], list) else ()
            cell_text = own[0] if own else text[first:last]
            cells.append(Cell(row, column, cell_text, row_span, column_span, page, first, last, breaks))
        block.table = Table(rows, columns, cells, header_rows, bool(layout))
    return block
