"""Reading -> Reading: repairs, page furniture out, broken sentences joined, offsets set."""

from __future__ import annotations

from dataclasses import replace

from ingest.clean.repair import repair
from ingest.models import Block, BlockKind, Reading, lay_out

_PAGE_FURNITURE = (BlockKind.PAGE_HEADER, BlockKind.PAGE_FOOTER)


def clean(reading: Reading) -> Reading:
    """A new Reading with repaired blocks laid out and `text` set; the argument stays as it was."""
    blocks = [_repaired(block) for block in reading.blocks if block.kind not in _PAGE_FURNITURE]
    blocks = [block for block in blocks if block.text or block.table is not None]
    text = lay_out(blocks)
    return replace(reading, blocks=blocks, text=text)


def _repaired(block: Block) -> Block:
    if block.table is not None:
        cells = [replace(cell, text=repair(cell.text)) for cell in block.table.cells]
        return replace(block, table=replace(block.table, cells=cells), page_breaks=[])
    pieces: list[str] = []
    start = 0
    for end in [*block.page_breaks, len(block.text)]:
        pieces.append(repair(block.text[start:end]))
        start = end
    breaks: list[int] = []
    text = ""
    for piece in pieces:
        if text and piece:
            text += " "
            breaks.append(len(text))
        text += piece
    return replace(block, text=text, page_breaks=breaks)
