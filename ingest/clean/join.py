"""Paragraphs that a page break or a line break cut in two are put together again."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.clean.unfinished import is_unfinished
from ingest.models import Block, BlockKind
from ingest.read.label import BULLET, has_label, kind_of, opens_basis

# A numbered line that was cut short looks like a heading.
_JOINABLE = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING)
# "theo" / "Mẫu số 01 tại Phụ lục kèm theo ...": named in a sentence, no title.
_NAMED_IN_SENTENCE = re.compile(
    r"(?:Mẫu số|Phụ lục|Chương|Mục|Phần)\s+[\dIVXLC]+[a-zđ]?\s+(?:tại|của|ban hành|kèm|và|này|thuộc)\b"
)
_PLACE_AND_DATE = re.compile(r"[^,.;]{2,30},\s*ngày\b")
_ENDED = re.compile(r"[.;:!?…][”\"’»)\]]*$|[:;]$|/\.?$")
_HYPHENATED = re.compile(r"[^\W\d_]-$")
_LONGEST = 20_000  # characters: no paragraph grows further, so that joining takes linear time
_SHORT_LINE = 45  # characters: a line of a form or a title, not one that the margin broke


def join_broken(blocks: list[Block]) -> list[Block]:
    """Blocks with every paragraph whole; `page_breaks` and `page_end` say where pages change.

    Two neighbours are one paragraph where the first ends no sentence and the second goes on in
    lower case, or, over a page break, with a word, digit or bracket that opens no label, or where
    the words of the first can't end a phrase (`is_unfinished`). Footnotes at the foot of the page
    don't stand between. Styled headings and lines in capitals are never joined.
    """
    joined: list[Block] = []
    for block in blocks:
        at = _continued(joined, block)
        if at is None:
            joined.append(block)
        else:
            joined[at] = _together(joined[at], block)
    return joined


def _continued(joined: list[Block], block: Block) -> int | None:
    """Position of the block that `block` continues."""
    if block.table is not None or not block.text:
        return None
    if joined and _is_its_label(joined[-1], block):
        return len(joined) - 1
    named = block.kind is BlockKind.HEADING and block.level is None and _NAMED_IN_SENTENCE.match(block.text)
    if not (block.kind is BlockKind.PARAGRAPH or named):
        return None
    at = len(joined) - 1
    while at >= 0 and joined[at].kind is BlockKind.FOOTNOTE and at > len(joined) - 12:
        at -= 1
    if at < 0:
        return None
    before = joined[at]
    over_page = _last_page(before) < block.page
    if at < len(joined) - 1 and not over_page:
        return None
    if not _may_continue(before, block, over_page):
        return None
    return at


# A number that the export put on a line of its own: "1." / "Cải cách thể chế", "Điều 4." / "Hiệu lực".
_LABEL_ALONE = re.compile(
    r"(?:(?:\d{1,2}\.){1,4}|\d{1,2}(?:\.\d{1,2}){1,3}|[IVX]{1,5}[.)]|\d{1,2}\)|[a-zđ][.)]|[A-H]\.|Điều\s+\d{1,3}[.:]?)$"
)


def _is_its_label(before: Block, block: Block) -> bool:
    """Whether `before` is a label alone and `block` what it numbers."""
    return (
        _LABEL_ALONE.match(before.text) is not None
        and before.kind in _JOINABLE
        and block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)
        and before.table is None
        and before.level is None
        and block.level is None
        and _last_page(before) == block.page
        and block.text[0].isalpha()
        and not has_label(block.text)
        and not _PLACE_AND_DATE.match(block.text)
    )


def _may_continue(before: Block, block: Block, over_page: bool) -> bool:
    if before.kind not in _JOINABLE or before.table is not None or not before.text or before.level is not None:
        return False
    if len(before.text) > _LONGEST or _ENDED.search(before.text[-40:]) or before.text.isupper() or block.text.isupper():
        return False
    if bool(before.centered) != bool(block.centered):
        return False
    if has_label(block.text):
        return bool(_NAMED_IN_SENTENCE.match(block.text)) and is_unfinished(before.text, block.text)
    if is_unfinished(before.text, block.text):
        return not opens_basis(block.text) and not _PLACE_AND_DATE.match(block.text)
    if bool(before.bold) != bool(block.bold):
        return False
    first = block.text[0]
    open_bracket = before.text.count("(") > before.text.count(")")
    if first.islower() or first in ",;)%" or open_bracket:
        return len(before.text) >= _SHORT_LINE or open_bracket or over_page
    if not over_page or len(before.text) < _SHORT_LINE:
        return False
    if has_label(before.text) and not BULLET.match(before.text) and len(before.text) < 2 * _SHORT_LINE:
        return False  # a heading at the foot of the page
    return len(before.text.split()) >= 12


def _last_page(block: Block) -> int:
    return block.page_end or block.page + len(block.page_breaks)


def _together(before: Block, block: Block) -> Block:
    # A compound broken at its hyphen ("kinh tế-" / "xã hội") gets no space.
    gap = "" if _HYPHENATED.search(before.text[-4:]) and block.text[0].islower() else " "
    shift = len(before.text) + len(gap)
    breaks = list(before.page_breaks)
    pages = block.page - _last_page(before)
    breaks += [shift] * max(pages, 0)
    breaks += [shift + at for at in block.page_breaks]
    end = max(_last_page(before), _last_page(block))
    text = before.text + gap + block.text
    if _LABEL_ALONE.match(before.text):  # the looks are those of the words, not of their number
        before = replace(before, kind=BlockKind.HEADING, bold=block.bold, centered=block.centered)
    return replace(
        before,
        kind=kind_of(text) if before.kind is BlockKind.HEADING else before.kind,
        text=text,
        page_breaks=breaks,
        page_end=end if end != before.page else before.page_end,
    )
