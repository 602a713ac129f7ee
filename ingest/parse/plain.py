"""A plain view of a stretch of a reading: one space between words, no mark-up, lines kept, and for
every character its offset in the reading's text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ingest.clean.fold import strip_diacritics
from ingest.models import Block, BlockKind, Reading, lay_out

_SKIPPED = {BlockKind.PAGE_HEADER, BlockKind.PAGE_FOOTER, BlockKind.FOOTNOTE}
_MARKUP = frozenset("*#|`\\")
MASK = "\x00"


@dataclass(slots=True)
class Line:
    """A line of a view. `start`, `end`: offsets in the view; `block`: index of its block."""

    start: int
    end: int
    block: int
    cell: bool = False
    bold: bool | None = None
    centered: bool | None = None


@dataclass(slots=True)
class Plain:
    """`text[i]` stands at `origin[i]` in the reading's text. `bare` is `text` without diacritics, in
    small letters, of the same length. Both may be masked: characters taken out of play become NUL."""

    text: str = ""
    bare: str = ""
    origin: list[int] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the reading's text of `text[start:end]`, outer spaces and masks left out."""
        while start < end and (self.text[start].isspace() or self.text[start] == MASK):
            start += 1
        while end > start and (self.text[end - 1].isspace() or self.text[end - 1] == MASK):
            end -= 1
        if start >= end:
            return (0, 0)
        return self.origin[start], self.origin[end - 1] + 1

    def mask(self, start: int, end: int) -> None:
        """Take a stretch out of play; line breaks stay."""
        hidden = "".join("\n" if c == "\n" else MASK for c in self.text[start:end])
        self.text = self.text[:start] + hidden + self.text[end:]
        self.bare = self.bare[:start] + hidden + self.bare[end:]

    def line_at(self, offset: int) -> int:
        """Index of the line that holds `offset`."""
        for index, line in enumerate(self.lines):
            if offset <= line.end:
                return index
        return max(len(self.lines) - 1, 0)

    def line_text(self, line: Line) -> str:
        """What is left of a line, masks dropped."""
        return squeeze(self.text[line.start : line.end])


def squeeze(text: str) -> str:
    """One space between words; masks count as spaces.

    >>> squeeze("  Số:\\x00\\x00 12 \\n/KH ")
    'Số: 12 /KH'
    """
    return " ".join(text.replace(MASK, " ").split())


def ensure_text(reading: Reading) -> str:
    """The reading's text; a reading that cleaning hasn't seen is laid out first."""
    if not reading.text and reading.blocks:
        reading.text = lay_out(reading.blocks)
    return reading.text


def plain_view(blocks: Iterable[tuple[int, Block]], limit: int) -> Plain:
    """View of blocks (with their indexes) until `limit` characters are reached."""
    view = Plain()
    chars: list[str] = []
    for index, block in blocks:
        if block.kind in _SKIPPED:
            continue
        for text, start, cell in _pieces(block):
            _add_line(view, chars, text, start, Line(0, 0, index, cell, block.bold, block.centered))
        if len(chars) > limit:
            break
    view.text = "".join(chars)
    view.bare = strip_diacritics(view.text.replace("\u0130", "I")).lower()
    return view


def _pieces(block: Block) -> Iterator[tuple[str, int, bool]]:
    if block.table is not None:
        for cell in sorted(block.table.cells, key=lambda c: (c.row, c.column)):
            if cell.text.strip():
                yield cell.text, cell.start, True
        return
    offset = block.start
    for line in block.text.split("\n"):
        yield line, offset, False
        offset += len(line) + 1


def _add_line(view: Plain, chars: list[str], text: str, start: int, line: Line) -> None:
    kept: list[str] = []
    origin: list[int] = []
    for at, char in enumerate(text):
        if char in _MARKUP or char == MASK:
            continue
        if char.isspace() or char in "\u200b\ufeff":
            if not kept or kept[-1] == " ":
                continue
            char = " "
        kept.append(char)
        origin.append(start + at)
    if kept and kept[-1] == " ":
        kept.pop()
        origin.pop()
    if not kept:
        return
    line.start = len(chars)
    chars.extend(kept)
    view.origin.extend(origin)
    line.end = len(chars)
    chars.append("\n")
    view.origin.append(origin[-1] + 1)
    view.lines.append(line)


_WORD = re.compile(r"[^\W\d_]+")


def is_upper(text: str) -> bool:
    """True where (nearly) all words are in capitals.

    >>> is_upper("KẾ HOẠCH NĂM 2026"), is_upper("SỬA ĐỔI QĐ-TTg"), is_upper("Kế hoạch"), is_upper("2026")
    (True, True, False, False)
    """
    words = _WORD.findall(text)
    capital = sum(word.isupper() for word in words)
    return capital > 0 and capital >= 0.75 * len(words)
