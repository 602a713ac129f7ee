"""Reading -> Reading: repairs, page furniture out, broken sentences joined, offsets set."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate

from ingest.clean.join import join_broken
from ingest.clean.page_furniture import page_furniture
from ingest.clean.repair import repair
from ingest.models import Block, Cell, Reading, lay_out


def clean(reading: Reading) -> Reading:
    """A new Reading with repaired blocks laid out and `text` set; the argument stays as it was.

    Page headers, footers and page numbers are left out of the blocks and the text; their distinct
    texts are kept in `info["page_furniture"]`, one a line, because a header sometimes holds the
    only copy of a number. Nothing else is dropped but blocks without a visible character.
    """
    repaired = [_repaired(block) for block in reading.blocks]
    blocks = [block for block in repaired if block.table is not None or block.text]
    dropped = page_furniture(blocks, reading.pages)
    furniture = list(
        dict.fromkeys(blocks[i].text for i in sorted(dropped) if not blocks[i].text.strip("-– ").isdigit())
    )
    kept = join_broken([block for i, block in enumerate(blocks) if i not in dropped])
    info = {key: repair(value) for key, value in reading.info.items()}
    if furniture:
        info["page_furniture"] = "\n".join(furniture)
    stamps = [stamp for stamp in (repair(stamp) for stamp in reading.stamps) if stamp]
    text = lay_out(kept)
    return replace(reading, blocks=kept, text=text, info=info, stamps=stamps)


def _repaired_cell(cell: Cell) -> Cell:
    parts = cell.text.split("\n") if "\n" in cell.text else cell.lines()
    text = repair(" ".join(parts))
    if len(parts) == 1:
        return replace(cell, text=text)
    lines = [line for line in map(repair, parts) if line]
    ends = tuple(accumulate(len(line) + 1 for line in lines))
    # A repair over the end of a line leaves no telling where the next begins.
    return replace(cell, text=text, breaks=ends[:-1] if " ".join(lines) == text else ())


def _repaired(block: Block) -> Block:
    """A copy with repaired text; page breaks stay where they are in the words."""
    if block.table is not None:
        cells = [_repaired_cell(cell) for cell in block.table.cells]
        return replace(block, table=replace(block.table, cells=cells), page_breaks=[])
    pieces: list[str] = []
    start = 0
    for end in [*block.page_breaks, len(block.text)]:
        pieces.append(repair(block.text[start:end]))
        start = end
    breaks: list[int] = []
    text = ""
    for number, piece in enumerate(pieces):
        if text and piece:
            text += " "
        if number:
            breaks.append(len(text))
        text += piece
    if text.isspace() or not any(c.isprintable() and not c.isspace() for c in text):
        text, breaks = "", []
    label = repair(block.label) if block.label is not None else None
    return replace(block, text=text, label=label, page_breaks=breaks, start=0, end=0)
