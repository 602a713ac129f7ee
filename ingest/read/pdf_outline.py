"""Bookmarks of a PDF (its outline): lines that they name are headings, whatever they look like."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

import pypdfium2 as pdfium

from ingest.clean.fold import key_form, nfc
from ingest.models import Block, BlockKind

_MAX_BOOKMARKS = 2_000
_MAX_DEPTH = 9
_MAX_TITLE = 500


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline. `level` 1 = top; `page` from 1, None where it leads nowhere."""

    title: str
    level: int
    page: int | None


def read_bookmarks(document: pdfium.PdfDocument) -> list[Bookmark]:
    """The outline in order; [] for none or a damaged one. Loops are cut, at most 2,000 entries are read."""
    found: list[Bookmark] = []
    try:
        for entry in islice(document.get_toc(max_depth=_MAX_DEPTH), _MAX_BOOKMARKS):
            title = " ".join(nfc(entry.get_title()).split())[:_MAX_TITLE]
            target = entry.get_dest()
            index = target.get_index() if target is not None else None
            if title:
                found.append(Bookmark(title, entry.level + 1, None if index is None else index + 1))
    except (pdfium.PdfiumError, ValueError, UnicodeError):
        return found
    return found


class NamedLines:
    """Which paragraphs bookmarks name.

    Only a whole paragraph on the bookmark's page counts: converters cut long titles with dots, and bookmarks made by
    hand say other things than the page.
    """

    def __init__(self, bookmarks: list[Bookmark]) -> None:
        self._levels: dict[tuple[int, str], int] = {}
        for bookmark in bookmarks:
            if bookmark.page is not None:
                self._levels.setdefault((bookmark.page, key_form(bookmark.title)), bookmark.level)

    def level(self, text: str, page: int) -> int | None:
        """Level of the bookmark that names this paragraph, 1 = top; None where none does."""
        if not self._levels or len(text) > _MAX_TITLE:
            return None
        return self._levels.get((page, key_form(text)))

    def mark(self, blocks: list[Block]) -> None:
        """Make the named paragraphs headings, in place."""
        for block in blocks:
            if block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
                level = self.level(block.text, block.page)
                if level is not None:
                    block.kind, block.level = BlockKind.HEADING, level
