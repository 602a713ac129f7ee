"""Words -> lines -> reading order -> paragraphs, by geometry."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.read.label import has_label, opens_basis
from ingest.read.pdf_words import Word, rows_of

_LETTERS = re.compile(r"[^\W\d_]")
_SENTENCE_END = re.compile(r"[.;:!?…][\"”’)\]]*$")
_OPEN_CODE = re.compile(r"[\dA-ZĐ][-–/]$")
_OPEN_RANGE = re.compile(r"\d\s[-–]$")
_LOOSE_MARK = re.compile(r"(\[\d{1,3}\]) ([.,;:)])")
MIN_GUTTER = 10.0  # points between two columns, over all their lines
MIN_FIRST_GAP = 14.0  # points between the columns on a line that shows both


@dataclass(slots=True)
class Line:
    """Words on one line of one column, left to right."""

    words: list[Word]
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    text: str = ""
    bold: bool = False
    italic: bool = False
    column: int = 0  # 0 = full width; bands of columns count 1, 2, ... down the page

    @property
    def middle(self) -> float:
        """x of the centre."""
        return (self.x0 + self.x1) / 2


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together."""

    lines: list[Line] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The lines as one text."""
        return join_texts([line.text for line in self.lines])


# An address that a line's end broke: "snv-" / "cchc@...", "https://dichvu" / "cong.gov.vn".
_OPEN_ADDRESS = re.compile(r"(?:(?:^|[\s(])[a-z][\w.]*[-._]|@[\w.-]*|https?://\S*|www\.\S*)$", re.ASCII)
_ADDRESS_ENDS = re.compile(r"[\w.-]*(?:@[\w-]+\.\w|(?:\.(?:gov|com|org|edu|net))?\.vn\b)", re.ASCII)


def join_texts(texts: list[str]) -> str:
    """Texts of wrapped lines as one; a line end inside "NĐ-CP" or "12/KH" leaves no space.

    >>> join_texts(["Nghị định số 118/2025/NĐ-", "CP, giai đoạn 2021 -", "2030"])
    'Nghị định số 118/2025/NĐ-CP, giai đoạn 2021 - 2030'
    >>> join_texts(["gửi thư (snv-", "cchc@tinh.gov.vn)", "https://dichvu", "cong.gov.vn"])
    'gửi thư (snv-cchc@tinh.gov.vn) https://dichvucong.gov.vn'
    """
    joined = ""
    for text in texts:
        code = _OPEN_CODE.search(joined[-80:]) and text[:1].isalnum()
        if joined and not code and not (_OPEN_ADDRESS.search(joined[-80:]) and _ADDRESS_ENDS.match(text)):
            joined += " "
        joined += text
    return joined


def make_line(words: list[Word]) -> Line:
    """A line from its words; its size is that of most of its letters."""
    words = sorted(words, key=lambda word: word.x0)
    sizes = sorted(words, key=lambda word: word.size)
    weight = sum(len(word.text) for word in words) / 2
    size = sizes[-1].size
    for word in sizes:
        weight -= len(word.text)
        if weight <= 0:
            size = word.size
            break
    text = words[0].text
    base = max(word.bottom for word in words if word.size >= 0.9 * size)
    for word in words[1:]:
        raised = word.size < 0.8 * size and word.bottom < base - 0.1 * size and word.text.isdigit()
        text += f"[{word.text}]" if raised else f" {word.text}"
    text = _LOOSE_MARK.sub(r"\1\2", text)
    return Line(
        words,
        words[0].x0,
        max(word.x1 for word in words),
        min(word.top for word in words),
        max(word.bottom for word in words),
        size,
        text,
    )


def lines_in_order(words: list[Word]) -> list[Line]:
    """Lines of a page in reading order: down the page, columns of a band one after the other.

    A band is a run of lines that share an empty vertical strip with text on both sides: the
    document header, the signature block, text set in columns.
    """
    rows = [sorted(row, key=lambda word: word.x0) for row in rows_of(words)]
    lines: list[Line] = []
    index = 0
    bands = 0
    while index < len(rows):
        band = _band(rows, index)
        if band is None:
            lines.append(make_line(rows[index]))
            index += 1
            continue
        if _lists_values(rows, index, band):
            lines.extend(make_line(row) for row in rows[index : band.end])
            index = band.end
            continue
        bands += 2
        for side in (0, 1):
            part = [
                word for number in range(index, band.end) for word in rows[number] if band.side(number, word) == side
            ]
            # Rows were made over both columns; in one column baselines may be parted again.
            for row in rows_of(part):
                line = make_line(row)
                line.column = bands - 1 + side
                lines.append(line)
        index = band.end
    return lines


_VALUE = re.compile(r"\W{0,3}(?:(?:trên|dưới|đạt|từ|khoảng)\s)?\d", re.IGNORECASE)
_MOST_WORDS = 8


def _lists_values(rows: list[list[Word]], start: int, band: _Band) -> bool:
    """Whether the right column of a band only gives the values of the labels on the left: "- Số dân:     5 người"."""
    values = 0
    for number in range(start, band.end):
        left = [word.text for word in rows[number] if band.side(number, word) == 0]
        right = [word.text for word in rows[number] if band.side(number, word) == 1]
        if not right or (not left and number == band.end - 1 and " ".join(right).isdigit()):
            continue  # the last one is the number of the page
        if not left or len(right) > _MOST_WORDS or not _VALUE.match(" ".join(right)):
            return False
        values += left[-1].endswith(":") or has_label(" ".join(left))
        if not any(_LETTERS.search(word) for word in left):
            return False
    return values >= 2


@dataclass(slots=True)
class _Band:
    """Rows `[start, end)` in two columns; `whole` are rows that belong to one side as they are."""

    end: int
    gutter: float
    whole: dict[int, int]

    def side(self, row: int, word: Word) -> int:
        return self.whole.get(row, int((word.x0 + word.x1) / 2 > self.gutter))


def _band(rows: list[list[Word]], start: int) -> _Band | None:
    """The band of two columns that begins at row `start`, None where none begins."""
    candidates = [(left.x1, right.x0) for left, right in pairwise(rows[start]) if right.x0 - left.x1 >= MIN_FIRST_GAP]
    best: _Band | None = None
    for first_gap in candidates:
        gap = first_gap
        end = start + 1
        both = 1
        last_both = start
        whole: dict[int, int] = {}
        while end < len(rows):
            if _far_below(rows[end - 1], rows[end]):
                break
            narrowed = _narrow(rows[end], gap)
            if narrowed is None:
                side = _centered_on(rows[end], rows[start:end], (gap[0] + gap[1]) / 2)
                if side is None:
                    break
                whole[end] = side
            else:
                gap = narrowed
                if rows[end][0].x1 <= gap[0] + 1 and rows[end][-1].x0 >= gap[1] - 1:
                    both += 1
                    last_both = end
            end += 1
        middle = (gap[0] + gap[1]) / 2
        band = _Band(end, middle, whole)
        if not _two_texts(rows[start:end], middle, both, first_gap):
            continue
        # Lines on one side only, below the last that has both, stay in the band where the other
        # side goes on too (names under a signature); a band must not swallow the body text.
        band.end = _trim(rows, start, last_both, end, middle)
        if best is None or band.end > best.end:
            best = band
    return best


def _centered_on(row: list[Word], above: list[list[Word]], gutter: float) -> int | None:
    """0 or 1 where a row that reaches over the gutter is centred under the left or right column.

    A long office name may overlap the motto beside it, which stands on other lines.
    """
    if any(right.x0 - left.x1 > 2 * left.size for left, right in pairwise(row)):
        return None
    middle = (row[0].x0 + row[-1].x1) / 2
    for side in (0, 1):
        centers = []
        for other in above:
            part = [word for word in other if ((word.x0 + word.x1) / 2 > gutter) == bool(side)]
            if part:
                centers.append((part[0].x0 + part[-1].x1) / 2)
        if len(centers) >= 2 and all(abs(center - middle) < 5 for center in centers):
            return side
    return None


def _far_below(above: list[Word], row: list[Word]) -> bool:
    """A gap wider than the room left for a signature: a page footer."""
    return min(word.top for word in row) - max(word.bottom for word in above) > 9 * max(word.size for word in row)


def _narrow(row: list[Word], gap: tuple[float, float]) -> tuple[float, float] | None:
    """What a row leaves free of a strip, None where it crosses it."""
    left, right = gap
    for word in row:
        if word.x1 <= left or word.x0 >= right:
            continue
        if word.x0 <= left + 1 and word.x1 >= right - 1:
            return None
        if (word.x0 + word.x1) / 2 < (left + right) / 2:
            left = max(left, word.x1)
        else:
            right = min(right, word.x0)
        if right - left < MIN_GUTTER:
            return None
    return (left, right)


def _two_texts(rows: list[list[Word]], middle: float, both: int, gap: tuple[float, float]) -> bool:
    """Words on both sides, not just labels in front of hanging paragraphs."""
    left = " ".join(w.text for row in rows for w in row if w.x1 <= middle)
    right = " ".join(w.text for row in rows for w in row if w.x0 >= middle)
    if len(_LETTERS.findall(left)) < 4 or len(_LETTERS.findall(right)) < 4:
        return False
    left_lines = [" ".join(w.text for w in row if w.x1 <= middle) for row in rows]
    if all(len(_LETTERS.findall(text)) <= 2 for text in left_lines if text):
        return False
    return both >= 2 or gap[1] - gap[0] >= 40


def _trim(rows: list[list[Word]], start: int, last_both: int, end: int, middle: float) -> int:
    """Where a band ends: after its last two-sided row, and the one-sided rows that plainly belong."""
    stop = last_both + 1
    previous = max(word.bottom for word in rows[last_both])
    left_edge = min(row[0].x0 for row in rows[start : last_both + 1])
    while stop < end:
        row = rows[stop]
        top = min(word.top for word in row)
        height = max(word.size for word in row)
        text = " ".join(word.text for word in row)
        on_left = row[-1].x1 <= middle
        if on_left and top - previous > 1.6 * height:
            break
        if on_left and row[0].x0 > left_edge + 60:
            break
        if not on_left and top - previous > 9 * height:
            break
        if has_label(text) and not text.startswith(("-", "+", "*")):
            break
        previous = max(word.bottom for word in row)
        stop += 1
    return stop


def paragraphs(lines: list[Line], left: float, right: float) -> list[Paragraph]:
    """Join the lines of a page, or of a run of them, to paragraphs.

    `left` and `right` are the margins of the text body.
    """
    joined: list[Paragraph] = []
    pitch = usual_pitch(lines)
    for line in lines:
        previous = joined[-1].lines[-1] if joined else None
        if previous is not None and continues(joined[-1], line, left, right, pitch):
            joined[-1].lines.append(line)
        else:
            joined.append(Paragraph([line]))
    return joined


def usual_pitch(lines: list[Line]) -> float:
    """Usual distance from line to line."""
    steps = sorted(
        after.bottom - before.bottom
        for before, after in pairwise(lines)
        if before.column == after.column and 0 < after.bottom - before.bottom < 4 * before.size
    )
    return steps[len(steps) // 2] if steps else 20.0


def continues(paragraph: Paragraph, line: Line, left: float, right: float, pitch: float) -> bool:
    """True where `line` is the next line of the paragraph."""
    previous = paragraph.lines[-1]
    if line.column != previous.column:
        return False
    if has_label(line.text) or opens_basis(line.text):
        return _label_in_sentence(paragraph, line, left, right)
    step = line.bottom - previous.bottom
    if step <= 0 or step > max(1.9 * line.size, 1.45 * pitch):
        return False
    if abs(line.size - previous.size) > 0.2 * max(line.size, previous.size):
        return False
    if line.column:
        return _continues_in_column(previous, line)
    if is_centered(previous, left, right) and is_centered(line, left, right):
        return _continues_centered(previous, line, left, right)
    if previous.bold and not line.bold and all(is_centered(one, left, right) for one in paragraph.lines):
        return False  # the body below a title that nearly fills the line
    if is_centered(line, left, right) and previous.x1 > right - 3 * line.size and line.bold == previous.bold:
        # The last line of a title whose other lines fill the page.
        return line.text[0].islower() and not _SENTENCE_END.search(previous.text)
    first = paragraph.lines[0]
    hanging = len(paragraph.lines) == 1 and has_label(first.text) and line.x0 <= first.x0 + 40
    if line.x0 > previous.x0 + 0.6 * line.size and not hanging:
        return False  # a first-line indent
    indented = first.x0 > left + line.size
    if len(paragraph.lines) == 1 and indented and abs(line.x0 - first.x0) < 3 and line.text[0].isupper():
        return False  # two first lines, one below the other
    if len(paragraph.lines) >= 2 and abs(line.x0 - previous.x0) > 0.6 * line.size:
        return False
    if line.text[0].islower() and not _SENTENCE_END.search(previous.text):
        return True
    if _OPEN_CODE.search(previous.text) or _OPEN_RANGE.search(previous.text):
        return True
    word = line.words[0]
    room = right - previous.x1
    if room > (word.x1 - word.x0) + 0.6 * line.size:
        return False  # the next word would have fitted
    return not (line.bold and not previous.bold and previous.text.rstrip().endswith((".", ";", ":")))


def _label_in_sentence(paragraph: Paragraph, line: Line, left: float, right: float) -> bool:
    """A wrapped line that begins with "- 2030" or "(3) " by chance.

    In text with first-line indents a labelled paragraph is indented too: a label at the margin
    under a full line without an end is in mid-sentence.
    """
    first, previous = paragraph.lines[0], paragraph.lines[-1]
    word = line.words[0]
    if line.column or right - previous.x1 > (word.x1 - word.x0) + 0.6 * line.size:
        return False
    if re.match(r"[-–]\s?\d{4}\b", line.text):
        return True
    indented = first.x0 > left + line.size and abs(line.x0 - left) < 3
    number = re.match(r"\((\d{1,2})\)", line.text)
    if indented and number and f"({int(number[1]) - 1})" in paragraph.text[4:]:
        return True  # "... đặc biệt là: (1) ...; (2) ...;" / "(3) ...": counted inside the paragraph
    return indented and not _SENTENCE_END.search(previous.text) and not previous.text.endswith("/")


def _continues_in_column(previous: Line, line: Line) -> bool:
    """Narrow columns hold short lines that are wrapped only where a sentence plainly goes on."""
    if previous.bold != line.bold or _SENTENCE_END.search(previous.text):
        return False
    first = line.text[0]
    return (first.islower() or first in "(,") and not previous.text.isupper()


def _continues_centered(previous: Line, line: Line, left: float, right: float) -> bool:
    if previous.bold != line.bold or previous.text.isupper() != line.text.isupper():
        return False
    if _SENTENCE_END.search(previous.text):
        return False
    if line.text[0].islower():
        return True
    return previous.x1 - previous.x0 > 0.6 * (right - left)


def is_centered(line: Line, left: float, right: float) -> bool:
    """Set off from both margins by about the same."""
    before, after = line.x0 - left, right - line.x1
    if line.column:
        return False
    return (
        before > 12
        and after > 12
        and abs(before - after) < max(8.0, 0.12 * (before + after))
        and (before > 45 or after > 45 or abs(before - after) < 4)
    )


def set_fonts(lines: list[Line], font_name: Callable[[int], str]) -> None:
    """Bold and italic of lines, from the fonts of their first and last words."""
    known: dict[int, str] = {}

    def name(word: Word) -> str:
        if word.index not in known:
            known[word.index] = font_name(word.index).lower()
        return known[word.index]

    for line in lines:
        ends = [word for word in (line.words[0], line.words[-1]) if not word.stamp] or [line.words[0]]
        names = [name(word) for word in ends]
        line.bold = all("bold" in n or "black" in n or "heavy" in n for n in names)
        line.italic = all("italic" in n or "oblique" in n for n in names)
