"""Lines that a page or a hard line break has torn: paragraphs put together again, heads and feet of pages left out."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from ingest.extract.bare_form import bare_form
from ingest.extract.duty_word import begins_work
from ingest.extract.list_line import line_label
from ingest.extract.owner import read_owner
from ingest.extract.unit_list import read_units
from ingest.models import Block, BlockKind

MARGINS = (BlockKind.FOOTNOTE, BlockKind.PAGE_HEADER, BlockKind.PAGE_FOOTER)


def mend(blocks: list[Block], headings: set[int], hard: bool) -> list[Block]:
    """Blocks with the paragraphs joined that a broken line has cut: no end mark, no label below, a full line before.

    `hard`: each line was broken by hand, so that a name may stand in two of them. The joined text keeps the
    offsets of its first part; what a page's head puts between them is left out.
    """
    mended: list[Block] = []
    for block in blocks:
        above = mended[-1] if mended else None
        if (
            above is not None
            and above.table is None
            and block.kind is BlockKind.PARAGRAPH
            and block.table is None
            and block.start not in headings
            and line_label(block.text) is None
            and (_is_torn(above, block) or (hard and _is_broken(above, block)))
        ):
            mended[-1] = replace(above, text=f"{above.text.rstrip()} {block.text.lstrip()}", end=block.end)
        else:
            mended.append(block)
    return mended


def _is_torn(above: Block, block: Block) -> bool:
    """True where a paragraph ends in the middle of a list of units that the next one goes on with."""
    text = above.text.rstrip()
    line = text.rsplit("\n", 1)[-1]
    if len(line) < _FULL_LINE or not text.endswith(",") or above.kind is BlockKind.HEADING:
        return False
    return read_units(block.text) is not None or block.text[:1].islower()


def _is_broken(above: Block, block: Block) -> bool:
    """True for "... doanh nghiệp công nghệ số Việt" and "Nam tại các thị trường chiến lược." below it."""
    before, after = above.text.rstrip(), block.text.strip()
    labelled = line_label(above.text) is not None
    if before.endswith((" -", " –")) and (labelled or above.kind is not BlockKind.HEADING):
        return after[:1].isalnum() and not (
            after.isupper() and " " in after
        )  # "Phòng Thi đua -" and "Khen thưởng thẩm định ..."
    if len(before.rsplit("\n", 1)[-1]) < _FULL_LINE or not (before[-1:].isalpha() or before.endswith(",")):
        return False
    if above.kind is BlockKind.HEADING and not labelled:
        return False
    inside = before.split()[-1][:1].isupper() or _NAMED_TEXT.match(after) is not None
    return (
        inside
        and not begins_work(after)
        and (after.endswith((".", ";")) or len(after.rsplit("\n", 1)[-1]) >= _FULL_LINE)
        and not after.isupper()
        and read_units(after) is None
        and read_owner(after) is None
    )


_NAMED_TEXT = re.compile(
    r"(?:Chỉ thị|Nghị quyết|Nghị định|Luật|Quyết định|Thông tư|Kế hoạch|Chương trình|Đề án|Giấy|Quy chế|Quy định"
    r"|Chính phủ|Thủ tướng|Nhà nước|Đảng|Trung ương|Việt Nam|Nhân dân|Quốc)\s"
)


_FULL_LINE = 60  # characters


def without_digits(text: str) -> str:
    """A short line without numbers and dates: what page heads have in common."""
    return " ".join(re.sub(r"[\d/.-]+", " ", text).split()) if len(text) < _LINE else text


def repeated_lines(blocks: list[Block]) -> frozenset[str]:
    """Lines of page heads and feet that were left in the text: page numbers, and what stands there on several pages."""
    counted = Counter(without_digits(b.text) for b in blocks if b.table is None and len(b.text) < _LINE)
    heads = {text for text, times in counted.items() if times >= _PAGES and _PAGE_HEAD.match(bare_form(text))}
    return frozenset(heads | {"", "Trang", "trang"})


LINE_BREAK = 4  # characters between an item and the line that goes on with it


# Words with which no sentence ends
OPEN_ENDED = re.compile(
    r"(?:\b(?:đề xuất|tham mưu|thành lập|báo cáo|trình|gửi|ban hành|của|và|với|theo|tại|các|những|Luật|Điều"
    r"|khoản \d+|số|về|cho|để|trong|bằng|do|đến|từ)"
    r"|,)\s*$"
)


_LINE = 90  # characters


_PAGES = 2


_PAGE_HEAD = re.compile(r"(?:cong\s+bao|trang|ky\s+boi|van\s+ban|page)\b")
