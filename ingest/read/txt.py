"""Plain text: blank lines and form feeds part it, wrapped lines are put together again, tables of tabs or bars are
tables."""

from __future__ import annotations

import re
from pathlib import Path

from ingest.errors import NoText
from ingest.models import Block, BlockKind, Reading, Table
from ingest.read.columns import part_columns
from ingest.read.decode import decode
from ingest.read.label import has_label, kind_of, opens_basis
from ingest.read.pipe_rows import find_pipe_rows, pipe_rows, rows_table
from ingest.read.plausible import plausible_share
from ingest.read.tab_rows import find_tab_rows

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


# The running head of an official gazette, in text without pages between the lines of a sentence.
_GAZETTE = re.compile(
    r"""
    (?: \d{1,4} \s+ )?
    C[ÔO]NG\ B[ÁA]O (?: \s+ (?:TỈNH|THÀNH\ PHỐ|TP\.?) \s+ [^\W\d_]+ (?: [ -]+ [^\W\d_]+ ){0,5} )? \s*
    [/,] \s* Số \s+ [\d\s+&,–-]{1,24} [/,] \s* [Nn]gày \s+ \d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{4}
    (?: \s+ \d{1,4} )? $
    """,
    re.VERBOSE,
)


def _page_blocks(page: str, number: int, width: int | None) -> list[Block]:
    blocks: list[Block] = []
    page, heads = _without_gazette(page)
    blocks += [Block(BlockKind.PAGE_HEADER, head, number) for head in heads]
    lines = part_columns(page).split("\n")
    at = 0
    for first, end, rows in _tables(lines):
        blocks += _paragraphs("\n".join(lines[at:first]), number, width)
        table = rows_table([[_SPACES.sub(" ", cell) for cell in row] for row in rows])
        if isinstance(table, Table):
            blocks.append(Block(BlockKind.TABLE, "", number, table=table))
        else:
            blocks += [_block(text, number) for text in table]
        at = end
    return blocks + _paragraphs("\n".join(lines[at:]), number, width)


def _tables(lines: list[str]) -> list[tuple[int, int, list[list[str]]]]:
    """Tables of tabs or of bars in the lines of a page: (first line, line after the last, rows)."""
    found = find_tab_rows(lines) if any("\t" in line for line in lines) else []
    if sum(line.count("|") for line in lines) > 5:
        bars = [(first, end, pipe_rows(lines[first:end])) for first, end in find_pipe_rows(lines)]
        found += [one for one in bars if all(one[1] <= first or end <= one[0] for first, end, _ in found)]
    return sorted(found)


def _paragraphs(text: str, number: int, width: int | None) -> list[Block]:
    blocks: list[Block] = []
    for paragraph in re.split(r"\n[ \t\u00a0]*\n", text):
        lines = [_SPACES.sub(" ", line).strip() for line in paragraph.split("\n")]
        blocks.extend(_block(text, number) for text in join_wrapped([line for line in lines if line], width))
    return blocks


def _without_gazette(page: str) -> tuple[str, list[str]]:
    """A page's text without running heads of a gazette, and those; the blank lines around one go with it.

    >>> _without_gazette("công khai\\n\\n  CÔNG BÁO TỈNH CAO BẰNG/Số 12 + 13/Ngày 20-01-2026   7\\n\\nthu tại trụ sở")
    ('công khai\\nthu tại trụ sở', ['CÔNG BÁO TỈNH CAO BẰNG/Số 12 + 13/Ngày 20-01-2026 7'])
    """
    if "Số" not in page or not re.search("C[ÔO]NG B[ÁA]O", page):
        return page, []
    kept: list[str] = []
    heads: list[str] = []
    after_head = False
    for line in page.split("\n"):
        text = _SPACES.sub(" ", line).strip()
        if _GAZETTE.match(text):
            heads.append(text)
            while kept and not kept[-1].strip():
                kept.pop()
            after_head = True
        elif text or not after_head:
            kept.append(line)
            after_head = False
    return "\n".join(kept), heads


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
