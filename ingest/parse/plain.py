"""A plain view of a stretch of a reading: one space between words, no mark-up, lines kept, and for
every character its offset in the reading's text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ingest.clean.fold import strip_diacritics
from ingest.clean.letters import UPPER
from ingest.models import Block, BlockKind, Reading, lay_out

_SKIPPED = {BlockKind.PAGE_HEADER, BlockKind.PAGE_FOOTER, BlockKind.FOOTNOTE}
_MARKUP = frozenset("*#`\\")
# What separates columns and lines in tables of plain text formats.
_SEPARATOR = re.compile(r"<br\s*/?>|\|", re.IGNORECASE)
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


def plain_view(blocks: Iterable[tuple[int, Block]], limit: int, since: int = 0) -> Plain:
    """View of blocks (with their indexes) from offset `since` on, about `limit` characters long."""
    view = Plain()
    chars: list[str] = []
    for index, block in blocks:
        if block.kind in _SKIPPED:
            continue
        if block.end < since and block.end > 0:
            continue
        for text, start, cell in _pieces(block):
            if start + len(text) < since:
                continue
            cut = max(0, since - start)
            text = text[cut : cut + limit + 1]
            _add_line(view, chars, text, start + cut, Line(0, 0, index, cell, block.bold, block.centered))
            if len(chars) > limit:
                break
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
    if "|" in text or "<" in text:
        text = _SEPARATOR.sub(lambda found: "\x01" * len(found.group()), text)
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
    if not any(char not in "\x01 " for char in kept):
        return
    written = "".join(kept)
    cuts = {found.start() for found in _BREAKS.finditer(written)} | set(_case_breaks(written))
    cuts |= {at for at, char in enumerate(kept) if char == "\x01"}
    edges = [-1, *sorted(cuts), len(kept)]
    base = len(chars)
    for cut in cuts:
        kept[cut] = "\n"
    chars.extend(kept)
    view.origin.extend(origin)
    chars.append("\n")
    view.origin.append(origin[-1] + 1)
    for before, after in pairwise(edges):
        if after > before + 1:
            view.lines.append(replace(line, start=base + before + 1, end=base + after))


# Readers and exports run a page's lines together. Where a new line must have begun, the space in
# front becomes a line break again (same length, so offsets hold).
_BREAKS = re.compile(
    rf"""
    [ ](?=
      Căn\ cứ\ [A-ZĐ] | CĂN\ CỨ\ | Kính\ gửi | Nơi\ nhận\s?: | V/v[ :] | Số\s?:\s | (?:QUYẾT\ ĐỊNH|QUYẾT\ NGHỊ)\s?:
      | Điều\ 1[.:]\s | CỘNG\ H[OÒ] | Độc\ lập\ ?[-–—] | \([Kk]èm\ theo | \((?:Ban|BAN)\ (?:hành|HÀNH)\ [Kk]èm
      | (?:Tiếp\ tục\ t|Triển\ khai\ t|T)hực\ hiện\ (?:Kế|Quyết|Nghị|Chỉ|Công|Thông|Chương|Luật)\ ?\w*\ (?:số|ngày)
      | (?:TM|KT|TL|TUQ)\s?\.\s?[{UPPER}]
    )
    | (?<=[^\W\d_])[ ](?=(?:Thời\ gian\ qua|Trong\ (?:thời\ gian|những\ năm|năm)|Những\ năm\ qua|Hiện\ nay|Nhằm|Để)\b)
    """,
    re.VERBOSE,
)
_INITIAL = re.compile(r"[YHK]['’]?")  # a name of the highlands begins with it
_TOKEN = re.compile(r"\S+")
_ON_BEHALF = re.compile(r"(?:^|\s)(?:[KT]/[MTL]\.?|Q\.)$")  # "K/T HIỆU TRƯỞNG", "Q. GIÁM ĐỐC"


def _case_breaks(text: str) -> list[int]:
    """Offsets of spaces between a run of capitals (three words or more, or a type's two) and other text.

    >>> _case_breaks("KẾ HOẠCH Cải cách hành chính")
    [8]
    >>> _case_breaks("năm 2025 QUYẾT ĐỊNH Về việc"), _case_breaks("Chỉ số PAR INDEX của tỉnh")
    ([8, 19], [])
    """
    kinds: list[tuple[str, int, int]] = []
    for word in _TOKEN.finditer(text):
        letters = [c for c in word.group() if c.isalpha()]
        if len(letters) < 2 or any(c.isdigit() or c in "-/&" for c in word.group()):
            kind = "?"
        else:
            kind = "U" if all(c.isupper() for c in letters) else "l"
        kinds.append((kind, word.start(), word.end()))
    breaks: list[int] = []
    at = 0
    while at < len(kinds):
        if kinds[at][0] != "U":
            at += 1
            continue
        end = at
        while end < len(kinds) and kinds[end][0] != "l":
            end += 1
        last = max(i for i in range(at, end) if kinds[i][0] == "U")
        run = [text[a:b] for k, a, b in kinds[at : last + 1] if k == "U"]
        vietnamese = sum(strip_diacritics(word) != word for word in run)
        if vietnamese >= 2 and len(run) >= 2:
            front = text[: kinds[at][1]].rstrip()
            if at and not front.endswith(("“", '"', "(")) and not _ON_BEHALF.search(front):
                breaks.append(kinds[at][1] - 1)
            if end < len(kinds):
                following = text[kinds[last + 1][1] : kinds[last + 1][2]] if last + 1 < len(kinds) else ""
                name = kinds[last + 1][0] == "l" or _INITIAL.fullmatch(following)  # "PHÓ CHỦ TỊCH Y Quang"
                breaks.append(kinds[last][2] if name else kinds[end][1] - 1)
        at = end
    return breaks


_WORD = re.compile(r"[^\W\d_]+")


def is_upper(text: str) -> bool:
    """True where (nearly) all words are in capitals.

    >>> is_upper("KẾ HOẠCH NĂM 2026"), is_upper("SỬA ĐỔI QĐ-TTg"), is_upper("Kế hoạch"), is_upper("2026")
    (True, True, False, False)
    """
    words = _WORD.findall(text)
    capital = sum(word.isupper() for word in words)
    return bool(0 < capital >= 0.75 * len(words))
