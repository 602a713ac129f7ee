"""Runs of text in which grammar holds: paragraphs, joined over broken lines and pages, and cells of tables."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.clean.fold import strip_diacritics
from ingest.extract.relation import bare_prefix
from ingest.models import Block, BlockKind, Cell, Document

_CLAUSE = re.compile(r"(?P<semicolon>;)|[.!?…][\"”)]?\s+(?=[^\W\d_a-z]|[\"“])")
_UNFINISHED = re.compile(
    r"(?:[,–-]|(?:^|[\s(])(?:ngày|tháng \d{1,2}|tháng|năm|số|của|và|căn cứ|theo|tại|về))\s*$", re.IGNORECASE
)


@dataclass(slots=True)
class Segment:
    """A run of text in which grammar holds: a paragraph, or a cell of a table. Offsets into `Document.text`."""

    start: int
    end: int
    kind: BlockKind
    block: Block
    cell: Cell | None = None
    clauses: list[tuple[int, bool]] | None = None  # offset where a clause begins, whether after ";"


def segments_of(document: Document) -> list[Segment]:
    """All segments of a document in the order of the text."""
    segments: list[Segment] = []
    for block in document.blocks:
        if block.table is not None:
            segments += [
                Segment(cell.start, cell.end, block.kind, block, cell)
                for cells in block.table.cells_by_row()
                for cell in cells
                if cell.text
            ]
            continue
        if not block.text:
            continue
        last = segments[-1] if segments else None
        if (
            last
            and last.cell is None
            and block.kind in (last.kind, BlockKind.PARAGRAPH)
            and last.kind != BlockKind.HEADING
            and _goes_on(document, last, block)
        ):
            last.end = block.end
            continue
        segments.append(Segment(block.start, block.end, block.kind, block))
    return segments


def _goes_on(document: Document, last: Segment, block: Block) -> bool:
    """A sentence that a page or a line broke: "... số 76/NQ-CP ngày" / "15/7/2021 của Chính phủ"."""
    if block.start - last.end > 2 or block.label:
        return False
    return bool(_UNFINISHED.search(document.text[max(last.start, last.end - 20) : last.end]))


def clauses_of(text: str, segment: Segment) -> list[tuple[int, bool]]:
    """Where the clauses of a segment begin, and whether behind a semicolon. `text`: the whole, repaired text."""
    if segment.clauses is None:
        # Matched against letters without diacritics but with their case: "Đ" and "Ấ" are capitals, too.
        bare = strip_diacritics(text[segment.start : segment.end])
        segment.clauses = [(segment.start, False)]
        segment.clauses += [
            (segment.start + found.end(), found["semicolon"] is not None)
            for found in _CLAUSE.finditer(bare)
            if found.start() > 12 or bare_prefix(bare[: found.end()].lower()).strip()  # no label ("1. ") is a clause
        ]
    return segment.clauses
