"""Page headers, footers and numbers that a reader left among the text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from ingest.models import Block, BlockKind

_EDGE_BLOCKS = 2  # blocks from the top and from the bottom of a page that are looked at
_MIN_PAGES = 3
_MIN_BLOCKS = 2
_SHARE = 0.5  # of the pages must carry the text at the same edge
_MAX_CHARS = 160
_PAGE_NUMBER = re.compile(r"(?:trang|page)?\s*[-–]?\s*(\d{1,4})\s*(?:[/-]\s*\d{1,4})?\s*[-–]?\s*$", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
# The running head of the official gazette, wherever it stands: in text without pages it tears sentences.
_GAZETTE = re.compile(
    r"(?:\d{1,4}\s+)?C[ÔO]NG\s+B[ÁA]O\s*/\s*Số\s+[\d\s+&,-]{1,24}/\s*Ngày\s+\d{1,2}[-/.]\d{1,2}[-/.]\d{4}(?:\s+\d{1,4})?$"
)
_NUMBER_ALONE = re.compile(r"\d{1,4}$")


def page_furniture(blocks: list[Block], pages: int) -> set[int]:
    """Positions of blocks that are page headers, footers or page numbers.

    Those that a reader marked, and short texts at the edge of a page that at least half of the
    pages repeat there (numbers aside), or that are the page's own number.

    >>> lines = [Block(BlockKind.PARAGRAPH, t, p) for p in (1, 2, 3) for t in (str(p), f"Nội dung {p} khác nhau " * p)]
    >>> sorted(page_furniture(lines, 3))
    [0, 2, 4]
    """
    found = {i for i, b in enumerate(blocks) if b.kind in (BlockKind.PAGE_HEADER, BlockKind.PAGE_FOOTER)}
    found |= _gazette_heads(blocks)
    if pages < 2:
        return found
    by_page: dict[int, list[int]] = defaultdict(list)
    for index, block in enumerate(blocks):
        if index not in found and block.page_end in (None, block.page):
            by_page[block.page].append(index)
    edges: dict[int, tuple[str, str]] = {}
    for own in by_page.values():
        if len(own) < _MIN_BLOCKS:
            continue  # a page of one block (a slide, a big table) has nothing to spare
        for side, near in (("top", own[:_EDGE_BLOCKS]), ("bottom", own[-_EDGE_BLOCKS:])):
            for index in near:
                block = blocks[index]
                if block.table is None and len(block.text) <= _MAX_CHARS:
                    edges.setdefault(index, (side, _DIGITS.sub("0", " ".join(block.text.split()))))
    counts = Counter((key, blocks[index].page) for index, key in edges.items())
    pages_of = Counter(key for key, _ in counts)
    for index, key in edges.items():
        block = blocks[index]
        number = _PAGE_NUMBER.match(block.text.strip())
        if number and int(number[1]) in (block.page, block.page - 1, block.page + 1):
            found.add(index)
        elif number and pages_of[key] >= max(_MIN_PAGES, _SHARE * len(by_page)):
            found.add(index)  # numbered from another start
        elif not number and pages_of[key] >= max(_MIN_PAGES, _SHARE * len(by_page)):
            found.add(index)
    return found


def _gazette_heads(blocks: list[Block]) -> set[int]:
    """Running heads of the gazette, each with the page number beside it.

    >>> lines = ("về hội nhập quốc", "CÔNG BÁO/Số 302 + 303/Ngày 02-06-2026", "46", "tế trong tình hình mới", "7")
    >>> sorted(_gazette_heads([Block(BlockKind.PARAGRAPH, line, 1) for line in lines]))
    [1, 2]
    """
    found: set[int] = set()
    for index, block in enumerate(blocks):
        if block.table is not None or not _GAZETTE.match(block.text.strip()):
            continue
        found.add(index)
        if block.text.strip()[-1:].isdigit() and re.search(r"\d{4}\s+\d+$|^\d", block.text.strip()):
            continue  # its number stands in the same line
        for beside in (index + 1, index - 1):
            if 0 <= beside < len(blocks) and _NUMBER_ALONE.match(blocks[beside].text.strip()):
                found.add(beside)
                break
    return found
