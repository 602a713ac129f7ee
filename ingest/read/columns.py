"""Two columns typed side by side in plain text: the head of a document, recipients and signature.

`pdftotext -layout` and people who type with the space bar set the right column by a gap. Line by line
the two would be read as one text: "- UBND xã, phường;      Trần Văn B". So each is read by itself, the
left one first. Nothing else is taken apart: a gap inside a table or a list says something different.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.clean.fold import strip_diacritics

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
