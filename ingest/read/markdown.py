"""Markdown, above all as web pages are exported to it: wrapped lines, emphasis, tables of lone bars.

In these exports a table is written one cell to a paragraph, with a line "|" before, between and
after the cells; an empty cell and the border between two rows look alike (two bars).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from ingest.errors import NoText
from ingest.models import Block, BlockKind, Cell, Reading, Table
from ingest.read.chrome import cut_chrome
from ingest.read.decode import decode
from ingest.read.label import BULLET, has_label, kind_of, opens_basis
from ingest.read.plausible import plausible_share
from ingest.read.syllable import join_split_syllables
from ingest.read.table import MOTTO, ORDINAL_COLUMN, RECIPIENTS, count_header_rows, is_layout, tidy
from ingest.read.table_storeys import put_under_groups

_HEADING = re.compile(r"\s{0,3}(#{1,6})(?:\s+|$)(.*?)\s*#*\s*$")
_RULE = re.compile(r"\s*(?:\*\s*|\*{2})?(?:-{3,}|_{3,}|\*{3,}|={3,})(?:\*{2})?\s*$")
_LINK = re.compile(r"!?\[([^\[\]\n]*)\]\((?:[^()\s]|\([^()\n]{0,200}\)){0,2000}(?:\s+\"[^\"\n]*\")?\)")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~-])")
_PIPE_ROW = re.compile(r"\s*\|.*\|\s*$")
_PIPE_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_CELL_END = re.compile(r"(?<=\S)\s+\|\s*$")  # the bar after the last cell of a row that was flattened into text
_FENCE = re.compile(r"\s*(?:```|~~~)")
_SENTENCE_END = re.compile(r"[.;:!?…][\"”’)\]*]*\s*$|/\.?/?\.?\s*$")
_HTML_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_HTML_TAG = re.compile(r"</?(?:b|i|u|em|strong|sup|sub|span|div|p|font|center|a)(?:\s[^<>]*)?>", re.IGNORECASE)
_HEADER_LINES = 12  # first lines, in which a squeezed document header is looked for
_SQUEEZED = re.compile(r"^\s*[-_]{3,}\s*\||\w.*\||\|.*\w|\w[*\s]*[-_]{5,}|NAM\*{0,2}Độc lập")
_ORDINAL = re.compile(r"(?:[IVX]{1,5}|[A-ZĐ]|\d{1,3}(?:\.\d{1,2})*)[.)]?")
_LONG_CELL = 2_500  # characters; a "cell" longer than this is the text after a table
_MAX_COLUMNS = 16


class _Gap:
    """What stands between two bars: the lines of a cell, or nothing."""

    __slots__ = ("blanks_before", "empty", "lines", "ordinal")

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.blanks_before = _blanks(lines)  # empty lines right after the bar
        self.empty = self.blanks_before == len(lines)
        # "I", "3", "A": what the first cell of a row holds.
        self.ordinal = sum(map(len, lines)) < 16 and bool(_ORDINAL.fullmatch(_plain(" ".join(lines))))


@dataclass(slots=True)
class _Text:
    """Lines outside any table."""

    lines: list[str] = field(default_factory=list)


def read(path: Path) -> Reading:
    """Reading of a .md file.

    Raises:
        BinaryFile, LegacyFont, NoText: see `ingest.errors`.
    """
    lines = _part_header(cut_chrome(decode(path.read_bytes()).replace("\f", "\n").split("\n")))
    blocks: list[Block] = []
    for part in _parts(lines):
        blocks.extend(_text_blocks(part.lines) if isinstance(part, _Text) else part)
    blocks = [block for block in blocks if block.table is not None or block.text]
    if not blocks:
        raise NoText()
    join_split_syllables(blocks)
    words = "\n".join(" ".join(c.text for c in b.table.cells) if b.table else b.text for b in blocks)
    return Reading("md", 1, blocks, quality=plausible_share(words))


def _part_header(lines: list[str]) -> list[str]:
    """A document header squeezed into lines ("CHÍNH PHỦ------- | CỘNG HÒA ... NAMĐộc lập") laid open."""
    top = [number for number, line in enumerate(lines) if line.strip()][:_HEADER_LINES]
    if not top or not MOTTO.search(_folded(" ".join(lines[number] for number in top))):
        return lines
    squeezed = [number for number in top if _SQUEEZED.search(lines[number]) and not _in_pipe_table(lines, number)]
    parted: list[str] = []
    for number, line in enumerate(lines):
        if number in squeezed:
            for piece in re.split(r"\s*\|\s*|[-_]{5,}|(?<=NAM)\*{0,2}(?=Độc lập)", line):
                parted.extend((piece, ""))
        else:
            parted.append(line)
    return parted


def _in_pipe_table(lines: list[str], number: int) -> bool:
    """Whether a line is a row of a table of bars, its header or the rule below that."""
    while number > 0 and _PIPE_ROW.match(lines[number]) and _PIPE_ROW.match(lines[number - 1]):
        number -= 1
    rule = next((n for n in (number, number + 1) if n < len(lines) and _PIPE_RULE.match(lines[n])), None)
    return rule is not None and rule > 0 and bool(_PIPE_ROW.match(lines[rule - 1]))


def _parts(lines: list[str]) -> list[_Text | list[Block]]:
    parts: list[_Text | list[Block]] = []
    text = _Text()
    index = 0
    while index < len(lines):
        line = lines[index]
        if line.strip() == "|":
            made, index = _bar_table(lines, index)
        elif _PIPE_ROW.match(line) and index + 1 < len(lines) and _PIPE_RULE.match(lines[index + 1]):
            made, index = _pipe_table(lines, index)
        else:
            text.lines.append(line)
            index += 1
            continue
        if text.lines:
            parts.append(text)
            text = _Text()
        parts.append(made)
    if text.lines:
        parts.append(text)
    return parts


# --- tables ----------------------------------------------------------------------------------------


def _pipe_table(lines: list[str], start: int) -> tuple[list[Block], int]:
    """A table with each row on one line and a rule under the header."""
    end = start
    rows: list[list[str]] = []
    while end < len(lines) and lines[end].strip() and ("|" in lines[end]):
        if not (end == start + 1 and _PIPE_RULE.match(lines[end])):
            row = re.split(r"(?<!\\)\|", lines[end].strip().removeprefix("|").removesuffix("|"))
            rows.append([_plain(_HTML_BREAK.sub("\n", cell)) for cell in row])
        end += 1
    columns = max(len(row) for row in rows)
    cells = [
        Cell(number, column, text.strip())
        for number, row in enumerate(rows)
        for column, text in enumerate(row + [""] * (columns - len(row)))
    ]
    table = Table(len(rows), columns, cells)
    if is_layout(table, None):
        return [block for cell in cells for block in _cell_blocks(cell.text.split("\n"))], end
    table.header_rows = max(1, count_header_rows(table)) if any(cell.text for cell in cells[:columns]) else 0
    return [Block(BlockKind.TABLE, "", table=tidy(table))], end


def _bar_table(lines: list[str], start: int) -> tuple[list[Block], int]:
    """A table of lone bars that begins at line `start`; gives its blocks and the line after it."""
    bars = [start]
    gaps: list[_Gap] = []
    current: list[str] = []
    size = 0
    for index in range(start + 1, len(lines)):
        if lines[index].strip() == "|":
            gap = _Gap(current)
            gaps.append(gap)
            bars.append(index)
            if len(gaps) > 1 and gap.blanks_before:
                break  # the table has ended before this gap
            current, size = [], 0
        else:
            current.append(lines[index])
            size += len(lines[index])
            if size > 20_000:
                break
    count = _extent(gaps)
    if count == 0:
        return [], start + 1
    used = gaps[:count]
    while len(used) > 1 and used[0].empty and _is_header(used):
        used = used[1:]
    rows = _rows(used)
    return _blocks_of(rows), bars[count] + 1


def _blanks(lines: list[str]) -> int:
    count = 0
    for line in lines:
        if line.strip():
            break
        count += 1
    return count


def _extent(gaps: list[_Gap]) -> int:
    """How many gaps belong to the table that the first bar opens."""
    first_text = next((number for number, gap in enumerate(gaps) if not gap.empty), None)
    if first_text is None:
        return min(len(gaps), 1) if gaps and gaps[0].blanks_before < 2 else 0
    if _is_header(gaps[first_text:]):
        return _header_extent(gaps, first_text)
    if RECIPIENTS.search(_folded("\n".join(gaps[first_text].lines))):
        return min(len(gaps), first_text + 2)
    end = 0
    for number, gap in enumerate(gaps):
        if number and gap.blanks_before:
            break  # a cell's text follows its bar at once
        if sum(map(len, gap.lines)) > _LONG_CELL:
            break
        end = number + 1
    return end


def _is_header(gaps: list[_Gap]) -> bool:
    return MOTTO.search(_folded(" ".join("\n".join(gap.lines) for gap in gaps[:4]))) is not None


def _header_extent(gaps: list[_Gap], first: int) -> int:
    """The document header: the row of issuer and motto, and the row of number and date if it follows."""
    end = first
    while end < len(gaps) and not gaps[end].empty and end < first + 3:
        end += 1
        if MOTTO.search(_folded("\n".join(gaps[end - 1].lines))):
            break
    columns = end - first
    if end < len(gaps) and gaps[end].empty and gaps[end].blanks_before < 2:
        after = end + 1
        row = gaps[after : after + columns]
        if len(row) == columns and all(sum(map(len, gap.lines)) < 600 for gap in row) and row[0].blanks_before < 2:
            return after + columns
    return end


def _folded(text: str) -> str:
    return " ".join(_plain(text).lower().split()).replace("hoà", "hòa")


def _rows(gaps: list[_Gap]) -> list[list[_Gap]]:
    """Tell the borders between rows from empty cells: the most regular reading wins.

    Every empty gap is either. For each number of columns the cheapest cut into rows is found by
    dynamic programming: a row of the right length costs nothing, a shorter one (merged cells)
    little, a longer one much.
    """
    best: tuple[float, list[list[_Gap]]] | None = None
    # Column names are seldom empty: the first run of texts is the likeliest row.
    named = next((number for number, gap in enumerate(gaps) if gap.empty), len(gaps))
    opening = _openings(gaps)
    for columns in range(1, _MAX_COLUMNS + 1):
        cost, rows = _cut(gaps, columns, opening)
        cost += 1.5 * abs(columns - named)
        if best is None or cost < best[0] - 1e-9:
            best = cost, rows
    return best[1] if best else []


def _openings(gaps: list[_Gap]) -> set[int]:
    """Where a table whose first column is one of ordinals shows an ordinal and then words: a row begins there."""
    if not ORDINAL_COLUMN.fullmatch(_folded("\n".join(gaps[0].lines))):
        return set()
    return {
        number
        for number, gap in enumerate(gaps[:-1])
        if gap.ordinal and len(re.findall(r"[^\W\d_]", "".join(gaps[number + 1].lines))) >= 8
    }


def _cut(gaps: list[_Gap], columns: int, opening: set[int]) -> tuple[float, list[list[_Gap]]]:
    count = len(gaps)
    infinite = float("inf")
    cost = [infinite] * (count + 2)
    cost[0] = 0.0
    came: list[int] = [0] * (count + 2)
    # cost[i]: gaps before i are cut into whole rows, and the border before i is paid for.
    for start in range(count):
        if cost[start] == infinite:
            continue
        empties = texts = seconds = openings = 0
        for end in range(start + 1, min(count, start + columns + 4) + 1):
            # An ordinal after an empty cell, in a row that began with one: two rows, most likely.
            if end - 1 > start and gaps[end - 2].empty:
                seconds += gaps[end - 1].ordinal
                openings += end - 1 in opening
            if gaps[end - 1].empty:
                empties += 1
            else:
                texts += 1
            closes = end == count or gaps[end].empty
            if not closes:
                continue
            length = end - start
            price = 0.25 * empties + (3.0 if texts == 0 else 0.0) + (1.5 * seconds if gaps[start].ordinal else 0.0)
            price += 2.0 * openings if not gaps[start].ordinal else 0.0
            if length < columns:
                price += 1.0 + 0.1 * (columns - length)
            elif length > columns:
                price += 4.0 * (length - columns)
            following = min(end + 1, count + 1)
            if cost[start] + price < cost[following]:
                cost[following], came[following] = cost[start] + price, start
    final = count + 1 if cost[count + 1] < infinite else count
    if cost[final] == infinite:
        return infinite, []
    rows: list[list[_Gap]] = []
    position = final
    while position > 0:
        start = came[position]
        rows.append(gaps[start : position - 1])
        position = start
    rows.reverse()
    return cost[final], rows


def _blocks_of(rows: list[list[_Gap]]) -> list[Block]:
    columns = max((len(row) for row in rows), default=0)
    if columns == 0:
        return []
    cells: list[Cell] = []
    sources: list[list[str]] = []
    bold_rows: set[int] = set()
    for number, row in enumerate(rows):
        column = 0
        for place, gap in enumerate(row):
            # A short row has merged cells; which, the export doesn't say: a group title, mostly.
            span = columns - column - (len(row) - place - 1) if place == len(row) - 1 and len(row) < columns else 1
            texts = [block.text for block in _cell_blocks(gap.lines)]
            cells.append(Cell(number, column, "\n".join(texts), 1, span))
            sources.append(gap.lines)
            column += span
        filled = [gap for gap in row if not gap.empty]
        if filled and all(_is_bold("\n".join(gap.lines)) for gap in filled):
            bold_rows.add(number)
    table = Table(len(rows), columns, cells)
    put_under_groups(table, [len(row) for row in rows[:2]])
    if columns == 1 or len(rows) == 1 or is_layout(table, None):
        return [block for lines in sources for block in _cell_blocks(lines)]
    table.header_rows = count_header_rows(table, bold_rows)
    return [Block(BlockKind.TABLE, "", table=tidy(table))]


def _cell_blocks(lines: list[str]) -> list[Block]:
    return _text_blocks(lines, cell=True)


# --- text ------------------------------------------------------------------------------------------


def _text_blocks(lines: list[str], cell: bool = False) -> list[Block]:
    blocks: list[Block] = []
    lengths = [len(_plain(line)) if line.strip() else 0 for line in lines]
    filled = sum(1 for length in lengths if length)
    # Exports part paragraphs by empty lines, or not at all: then the breaks must be guessed.
    spaced = not cell and filled > 0 and lengths.count(0) >= 0.15 * filled
    paragraph: list[str] = []

    def close() -> None:
        if paragraph:
            block = _block(paragraph)
            if block is not None:
                blocks.extend(_two_headings(block))
            paragraph.clear()

    for number, line in enumerate(lines):
        if not line.strip() or _RULE.match(line) or _FENCE.match(line):
            close()
            continue
        ends_cell = not cell and _CELL_END.search(line) is not None
        if ends_cell:
            line = _CELL_END.sub("", line)
        if _HEADING.match(line):
            close()
            paragraph.append(line)
            close()
            continue
        if paragraph:
            # Lines are wrapped at the width of their neighbours.
            width = max(lengths[max(0, number - 4) : number + 5])
            if not _continues(paragraph, line, width, spaced, cell):
                close()
        paragraph.append(line)
        if ends_cell:
            close()
    close()
    return blocks


def _continues(paragraph: list[str], line: str, width: int, spaced: bool, cell: bool) -> bool:
    """True where `line` is the wrapped rest of the paragraph."""
    if _open_emphasis("\n".join(paragraph)):
        return True  # emphasis that is still open goes on
    previous, text = _plain(paragraph[-1]), _plain(line)
    if not text or not previous:
        return True
    if paragraph[-1].endswith("\\"):
        return False
    ended = _SENTENCE_END.search(previous) is not None
    if re.search(r"\b(?:Số|số)\s*:?$", previous):
        return True
    full = len(previous) + 1 + len(text.split(" ", 1)[0]) > 0.85 * width
    if has_label(text):
        # "Vụ Tổ chức" / "- Biên chế": a dash in mid-sentence at the start of a wrapped line.
        return not ended and bool(BULLET.match(text)) and (spaced or (full and not cell and width > 40))
    if opens_basis(text) and ended:
        return False
    if text[0].islower() or text[0] in ",.;:)%":
        return True
    if cell:
        if previous.isupper() or text.isupper():
            # One word in capitals is the wrapped half of a name ("BỘ" / "TÀI CHÍNH").
            lone = (" " not in previous and len(paragraph) == 1) or " " not in text
            return previous.isupper() and text.isupper() and (lone or _dangles(previous))
        if not ended and BULLET.match(previous):
            return True
        return not ended and full and len(previous) > 25
    if spaced:
        # Only a break inside a heading is meant: capitals, then the text.
        return not (previous.isupper() and not text.isupper() and len(text) > 3 and not full)
    if previous.isupper() != text.isupper() and len(text) > 3 and len(previous) > 3:
        return False
    if ended:
        return full and not previous.endswith(("./.", ":"))
    # Nothing ended and the line is not short: in these exports the width varies by a third.
    return text[0].isdigit() or len(previous) > 0.7 * width


_DANGLING = re.compile(r"(?:VÀ|CỦA|VỀ|THUỘC|CÁC|CHO|TRONG|THEO|-|–|,)$")


def _dangles(text: str) -> bool:
    """A line that cannot end there ("BỘ NÔNG NGHIỆP VÀ")."""
    return bool(_DANGLING.search(text))


def _open_emphasis(text: str) -> bool:
    text = _ESCAPE.sub("", text)
    if text.count("**") % 2:
        return True
    single = re.sub(r"\*\*", "", text)
    # A lone star may be a bullet.
    return len(re.findall(r"\*", re.sub(r"(?m)^\s*\*\s", "", single))) % 2 == 1


def _block(lines: list[str]) -> Block | None:
    raw = "\n".join(lines)
    heading = _HEADING.match(raw) if len(lines) == 1 else None
    level = None
    if heading:
        raw, level = heading.group(2), len(heading.group(1))
    text = _plain(raw)
    if not text or not re.search(r"\w", text):
        return None
    kind = BlockKind.HEADING if level else kind_of(text)
    return Block(kind, text, level=level, bold=_is_bold(raw), italic=_is_italic(raw))


# "B. PHƯƠNG ÁN I. Lưu đồ": a title in capitals, then the first label of a lower order with a title in small letters.
_TWO_HEADINGS = re.compile(
    r"(?P<first>(?:[A-ZĐ]|[IVX]+)\.\s+(?:[^\W\d_]{2,}[,\s]+){2,}?)(?P<second>(?:I|1|a)[.)]\s+(?P<word>[^\W\d_]+)\s.*)"
)
# Words that such a label belongs to: "NHIỆM VỤ GIAI ĐOẠN I. ...", "CÁC NỘI DUNG TẠI PHỤ LỤC I. ..."
_NUMBERED_WORD = re.compile(
    r"\b(?:PHẦN|MỤC|CHƯƠNG|LOẠI|NHÓM|CẤP|HẠNG|KHU|VỰC|QUÝ|KỲ|ĐỢT|ĐIỀU|KHOẢN|ĐIỂM|BẢNG|SỐ|LỤC|ĐOẠN|VÀ|CỦA|TẠI|THEO|THÁNG|BẬC"
    r"|VÙNG|MẪU|TẬP|QUYỂN|BIỂU|DỰ ÁN|TIÊU|LỚP|ĐỘ|MỨC|VÒNG)\W*$"
)


def _two_headings(block: Block) -> list[Block]:
    """A bold line that holds a heading and the first heading under it, as two blocks.

    In 119 exported documents one line is of this form; it holds two headings.
    """
    found = _TWO_HEADINGS.fullmatch(block.text) if block.bold and block.level is None else None
    if found is None or not found["first"].isupper() or found["word"].isupper():
        return [block]
    if _NUMBERED_WORD.search(found["first"]):
        return [block]
    parts = (found["first"].strip(), found["second"])
    return [replace(block, kind=kind_of(text), text=text) for text in parts]


def _is_bold(raw: str) -> bool:
    """True where every letter stands between double stars."""
    raw = raw.replace("***", "**")
    outside = re.sub(r"\*\*.*?(?:\*\*|$)", "", raw, flags=re.DOTALL)
    return "**" in raw and not re.search(r"\w", outside)


def _is_italic(raw: str) -> bool:
    bare = raw.replace("***", "*").replace("**", "")
    outside = re.sub(r"\*.*?(?:\*|$)", "", bare, flags=re.DOTALL)
    return "*" in bare and not re.search(r"\w", outside)


def _plain(raw: str) -> str:
    """Text without markup.

    >>> _plain("**Điều 1. **Ban\\nhành *kèm theo* [Quyết định](http://a.b/c(1))")
    'Điều 1. Ban hành kèm theo Quyết định'
    >>> _plain("[![Tải về](http://a.b/i.png)](http://a.b/c.pdf) [x] (y)")
    'Tải về [x] (y)'
    """
    text = _LINK.sub(r"\1", _LINK.sub(r"\1", raw))  # twice: an image may be what a link shows
    text = _HTML_TAG.sub("", _HTML_BREAK.sub("\n", text))
    escaped: list[str] = []

    def keep(match: re.Match[str]) -> str:
        escaped.append(match.group(1))
        return f"\x00{len(escaped) - 1}\x00"

    text = _ESCAPE.sub(keep, text)
    text = re.sub(r"(?m)^(\s*)\*\s+(?=[^\s*][^*\n]*$)", r"\1• ", text) if "*" in text else text
    text = re.sub(r"\*+|(?<!\w)_{1,2}(?=\w)|(?<=\w)_{1,2}(?!\w)|~~|`", "", text)
    text = re.sub(r"\x00(\d+)\x00", lambda match: escaped[int(match.group(1))], text)
    text = re.sub(r"&nbsp;|\u00a0", " ", text).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return " ".join(text.split())
