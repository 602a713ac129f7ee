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


def page_furniture(blocks: list[Block], pages: int) -> set[int]:
    """Positions of blocks that are page headers, footers or page numbers.

    Those that a reader marked, and short texts at the edge of a page that at least half of the
    pages repeat there (numbers aside), or that are the page's own number.

    >>> lines = [Block(BlockKind.PARAGRAPH, t, p) for p in (1, 2, 3) for t in (str(p), f"Nội dung {p} khác nhau " * p)]
    >>> sorted(page_furniture(lines, 3))
    [0, 2, 4]
    """
    found = {i for i, b in enumerate(blocks) if b.kind in (BlockKind.PAGE_HEADER, BlockKind.PAGE_FOOTER)}
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
