"""Plain text: blank lines and form feeds part it, wrapped lines are put together again."""

from __future__ import annotations

import re
from pathlib import Path

from ingest.errors import NoText
from ingest.models import Block, BlockKind, Reading
from ingest.read.columns import part_columns
from ingest.read.decode import decode
from ingest.read.label import has_label, kind_of, opens_basis
from ingest.read.plausible import plausible_share

_SPACES = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u3000]+")
_SENTENCE_END = re.compile(r"[.;:!?…][\"”’)\]]*$|/\.?/?\.?$")
_MARKDOWN_HEADING = re.compile(r"(#{1,6})\s+(.+?)\s*#*$")
_PAGE_NUMBER = re.compile(r"(?:-\s*)?\d{1,3}(?:\s*-)?$")


def read(path: Path) -> Reading:
    """Reading of a .txt file.

    Raises:
        BinaryFile, LegacyFont, NoText: see `ingest.errors`.
    """
    text = decode(path.read_bytes())
    blocks: list[Block] = []
    pages = text.split("\f")
    width = wrap_width(text)
    for number, page in enumerate(pages, start=1):
        blocks.extend(_page_blocks(page, number, width))
    if not blocks:
        raise NoText()
    last = max(block.page for block in blocks)
    return Reading("txt", last, blocks, quality=plausible_share("\n".join(b.text for b in blocks)))


def wrap_width(text: str) -> int | None:
    """Column at which the writer's editor wrapped lines; None where a line is a whole paragraph.

    Wrapped text has most of its long lines within a few characters of the widest.
    """
    lengths = sorted(len(line.rstrip()) for line in text.splitlines() if line.strip())
    if len(lengths) < 4:
        return None
    widest = lengths[int(len(lengths) * 0.95)]
    if widest > 130 or widest < 30:
        return None
    near = sum(1 for n in lengths if widest * 0.8 <= n <= widest * 1.1)
    return widest if near >= len(lengths) * 0.3 else None


def _page_blocks(page: str, number: int, width: int | None) -> list[Block]:
    blocks: list[Block] = []
    for paragraph in re.split(r"\n[ \t\u00a0]*\n", part_columns(page)):
        lines = [_SPACES.sub(" ", line).strip() for line in paragraph.split("\n")]
        blocks.extend(_block(text, number) for text in join_wrapped([line for line in lines if line], width))
    return blocks


def join_wrapped(lines: list[str], width: int | None) -> list[str]:
    """Lines of one paragraph run -> paragraphs; without a wrap width every line is one."""
    if width is None:
        return lines
    joined: list[str] = []
    previous = ""
    for line in lines:
        if joined and _continues(previous, line, width):
            joined[-1] += " " + line
        else:
            joined.append(line)
        previous = line
    return joined


def _continues(previous: str, line: str, width: int) -> bool:
    if has_label(line) or opens_basis(line) or _MARKDOWN_HEADING.match(line):
        return False
    if line[0].islower():
        return not _SENTENCE_END.search(previous) or len(previous) > width * 0.7
    if len(previous) + 1 + len(line.split(" ", 1)[0]) <= width * 0.9:
        return False  # the next word would have fitted: the break was meant
    return not (previous.isupper() and not line.isupper())


def _block(text: str, page: int) -> Block:
    heading = _MARKDOWN_HEADING.match(text)
    if heading:
        return Block(BlockKind.HEADING, heading.group(2), page, level=len(heading.group(1)))
    return Block(kind_of(text), text, page)
