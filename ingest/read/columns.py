"""Two columns typed side by side: the head of a document, recipients and signature.

`pdftotext -layout` and people who type with the space bar or the tab key set the right column by a gap. Line by
line the two would be read as one text: "- UBND xã, phường;      Trần Văn B". So each is read by itself, the
left one first. Nothing else is taken apart: a gap inside a table or a list says something different.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.clean.fold import strip_diacritics
from ingest.models import Block, BlockKind
from ingest.read.label import kind_of

_GAP = re.compile(r"\S(?P<gap> {2,})(?=\S)")
_MOTTO = re.compile(r"(?:cong hoa xa hoi chu nghia|dang cong san viet nam)")
_RECIPIENTS = re.compile(r"\s*\*{0,2}noi nhan\s*:?\**")
_ARCHIVE = re.compile(r"[-–+\s]*luu\b")
_NARROWEST = 2  # columns of blanks that part two texts
_HEAD_LINES, _TAIL_LINES = 14, 32
_BLANK_LINES = 6  # room for a stamp between position and name


@dataclass(slots=True)
class _Band:
    """Lines `first` to `last` (exclusive) with the gap `left`..`right` free in all of them."""

    first: int
    last: int
    left: int
    right: int
    sides: list[tuple[str, str]] = field(default_factory=list)


def part_columns(page: str) -> str:
    """A page's text with the columns of its head and of its signature one below the other.

    >>> print(part_columns("UBND XÃ A        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\\nSố: 1/KH-UBND     Độc lập - Tự do"))
    UBND XÃ A
    Số: 1/KH-UBND
    <BLANKLINE>
    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Độc lập - Tự do
    <BLANKLINE>
    """
    if "  " not in page and "\t" not in page:
        return page
    lines = page.split("\n")
    out: list[str] = []
    at = 0
    while at < len(lines):
        band = _band(lines, at)
        if band is None:
            out.append(lines[at])
            at += 1
            continue
        out += [left for left, _ in band.sides if left]
        out.append("")
        out += [right for _, right in band.sides if right]
        out.append("")
        at = band.last
    return "\n".join(out)


def _band(lines: list[str], at: int) -> _Band | None:
    line = _flat(lines[at])
    bare = strip_diacritics(line).lower()
    motto = _MOTTO.search(bare)
    head = motto is not None and bool(line[: motto.start()].strip())
    if not head and not _RECIPIENTS.match(bare):
        return None
    gaps = [(found.start("gap"), found.end("gap")) for found in _GAP.finditer(line)]
    if head and motto:
        gaps = [gap for gap in gaps if gap[1] == motto.start()]
    if len(gaps) != 1:
        return None
    band = _Band(at, at, *gaps[0])
    blanks = 0
    closed = False
    for index in range(at, min(len(lines), at + (_HEAD_LINES if head else _TAIL_LINES))):
        text = _flat(lines[index])
        if not text.strip():
            blanks += 1
            if blanks > (0 if head else _BLANK_LINES) and index > at:
                break
            continue
        sides = _sides(text, band)
        if sides is None or (closed and not sides[1]):
            break
        blanks = 0
        band.sides.append(sides)
        band.last = index + 1
        if head and re.search(r"\bngay\b.*\bnam\b", strip_diacritics(sides[1]).lower()) and not sides[0]:
            break
        closed = closed or bool(_ARCHIVE.match(strip_diacritics(sides[0]).lower()))
    both = sum(1 for left, right in band.sides if left and right)
    rights = sum(1 for _, right in band.sides if right)
    return band if both >= 1 and rights >= 2 and len(band.sides) >= 2 else None


def _sides(text: str, band: _Band) -> tuple[str, str] | None:
    """The two texts of a line, and the band's gap narrowed to it; None where text crosses the gap."""
    low, high = band.left, band.right
    inside = text[low:high]
    if inside.strip():
        # Text reaches into the gap from one side: what is left of it must still part the columns.
        free = max(re.finditer(r" +|$", inside + " " * max(0, high - low - len(inside))), key=lambda m: len(m.group()))
        low, high = low + free.start(), low + free.end()
    if high - low < _NARROWEST:
        return None
    left, right = text[:low], text[high:]
    if left.strip() and right.strip() and re.search(r"\S {0,1}$", left[-2:]) and not text[low:high].isspace():
        return None
    band.left, band.right = low, high
    return left.strip(), right.strip()


def _flat(line: str) -> str:
    return line.replace("\u00a0", " ").expandtabs(8).rstrip()


# --- paragraphs with tabs -----------------------------------------------------------------------

_DATE = re.compile(r"\bngay\b.*\bnam\b|\bngay\s+\d")
_LONGEST = 120  # characters of a line that belongs to a head or a signature


@dataclass(frozen=True, slots=True)
class Tabbed:
    """A paragraph with a tab in front of or inside its text; `block` is kept so that its identity stays."""

    block: Block
    left: str
    right: str


def tab_sides(raw: str) -> tuple[str, str] | None:
    """What stands before and behind the first tab of a paragraph; None where there is none.

    >>> tab_sides("- Như trên;\\t\\t(Đã ký)"), tab_sides("\\tGIÁM ĐỐC"), tab_sides("Kính gửi:")
    (('- Như trên;', '(Đã ký)'), ('', 'GIÁM ĐỐC'), None)
    """
    left, tab, right = raw.strip(" \n").partition("\t")
    return (" ".join(left.split()), " ".join(right.split())) if tab and right.strip() else None


def part_tabbed(blocks: list[Block], tabs: dict[int, Tabbed]) -> list[Block]:
    """Paragraphs of a Word file with the columns of its head and of its signature one below the other."""
    out: list[Block] = []
    at = 0
    while at < len(blocks):
        lines = _tabbed_band(blocks, tabs, at)
        if not lines:
            out.append(blocks[at])
            at += 1
            continue
        band = blocks[at : at + len(lines)]
        for side in (0, 1):
            for block, line in zip(band, lines, strict=True):
                if text := line[side]:
                    out.append(Block(kind_of(text), text, block.page, bold=block.bold, italic=block.italic))
        at += len(lines)
    return out


def _tabbed_band(blocks: list[Block], tabs: dict[int, Tabbed], at: int) -> list[tuple[str, str]]:
    """(left, right) of the lines of a head or a signature that begins at `at`; none where none begins."""
    first = tabs.get(id(blocks[at]))
    if first is None or not first.left:
        return []
    head = _MOTTO.search(strip_diacritics(first.right).lower()) is not None
    if not head and not _RECIPIENTS.match(strip_diacritics(first.left).lower()):
        return []
    lines: list[tuple[str, str]] = []
    archived = False
    for block in blocks[at : at + (_HEAD_LINES if head else _TAIL_LINES)]:
        tabbed = tabs.get(id(block))
        if block.table is not None or block.kind is BlockKind.FOOTNOTE or len(block.text) > _LONGEST:
            break
        if tabbed is None and (head or archived):
            break
        left, right = (tabbed.left, tabbed.right) if tabbed else (block.text, "")
        lines.append((left, right))
        archived = archived or _ARCHIVE.match(strip_diacritics(left).lower()) is not None
        if head and _DATE.search(strip_diacritics(right).lower()):
            break
    rights = sum(1 for _, right in lines if right)
    return lines if rights >= 2 else []
