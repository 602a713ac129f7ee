"""The header while it is read: a plain view of the first page and what was found in it so far.

What is found is masked, so that the next field can't take it; the mottos and drawn rules go first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.parse.date import DateMatch
from ingest.parse.number import NumberMatch
from ingest.parse.plain import Plain, squeeze
from ingest.parse.province import Province
from ingest.parse.title import BODY_START

# The mottos, each word by its outer letters only: OCR misreads the inner ones ("HQI CHỦ NGHlA").
_MOTTO = re.compile(
    r"""
    (?:(?<=quoc\ hoi\ )nuoc\s+)?c\S{1,3}g\s+h\S{1,2}\s+x\S\s+h\S{1,3}\s+ch\S\s+ngh\S{1,3}\s+v\S{2,4}(?:\s+nam)?
    |d\S{1,2}c\s+l\S{1,2}p\s*[-–—~_.]*\s*t\S\s+d\S\s*[-–—~_.]*\s*h\S{2,4}\s+ph\S{2,4}
    |dang\s+cong\s+san\s+viet\s+nam
    """,
    re.VERBOSE,
)
_LETTERS_OF_MOTTO = ("conghoaxahoichunghiavietnam", "doclaptudohanhphuc", "dangcongsanvietnam")
_RULE = re.compile(r"[-–—_=~*.…]{3,}")
# A site's note inside the text: "LUẬT [Được hướng dẫn bởi Điều 38 ...] ĐẤT ĐAI".
_NOTE = re.compile(r"\[[^\]\n]{20,600}\]")
DRAFT_MARK = re.compile(
    r"(?m)^[\s\x00(\[]*du\s*thao(?:\s*(?:lan|ngay|\d|[:.)\]]).{0,30})?[)\]\s\x00]*$|^[\s\x00]*\(?du\s*thao\)?\s*$"
)
ADDRESSED = re.compile(r"(?m)^[\s\x00]*kinh\s+gui\b")


@dataclass(slots=True)
class Head:
    """What is known while the header is read. Offsets are the view's."""

    view: Plain
    start: int = 0
    body: int = 0
    number: NumberMatch | None = None
    number_at: tuple[int, int] | None = None
    symbol: str | None = None
    blank: bool = False
    type_said: str | None = None  # by the number's label: "Luật số: ..."
    date: DateMatch | None = None
    doubtful_date: str | None = None  # as written, where it can't be a date
    place: str | None = None
    place_at: tuple[int, int] | None = None
    motto: tuple[int, int] | None = None  # from the first word of the mottos to the last
    province: Province | None = None
    type_code: str | None = None
    type_at: tuple[int, int] | None = None
    put_back: bool = False  # the type stands above the header, `type_at` below it
    evidence: dict[str, tuple[int, int]] = field(default_factory=dict)

    def note(self, name: str, start: int, end: int) -> None:
        """Keep where in the document's text a field stands; `start` and `end` are the view's."""
        span = self.view.span(start, end)
        if span != (0, 0):
            self.evidence[name] = span


def mask_mottos(head: Head) -> None:
    """Take the national or Party motto and drawn rules out of play."""
    view = head.view
    for found in _MOTTO.finditer(view.bare, head.start):
        view.mask(*found.span())
        head.motto = (head.motto[0] if head.motto else found.start(), found.end())
    for found in _RULE.finditer(view.text, head.start, min(len(view.text), head.start + 2500)):
        # Dots may be a blank to fill in: "Số: ...../KH", "ngày ..... tháng".
        if set(found.group()) & set("-–—_=~*"):
            view.mask(*found.span())
    for found in _NOTE.finditer(view.text, head.start):
        view.mask(*found.span())
    for line in view.lines[:40]:
        letters = re.sub(r"[^a-z]", "", view.bare[line.start : line.end])
        if any(_similar(letters, motto) for motto in _LETTERS_OF_MOTTO):
            view.mask(line.start, line.end)


def _similar(letters: str, motto: str) -> bool:
    """Whether a line is the motto with some letters misread (by the share of common letter pairs)."""
    if not 0.7 * len(motto) <= len(letters) <= 1.3 * len(motto):
        return False
    pairs = {motto[at : at + 2] for at in range(len(motto) - 1)}
    own = {letters[at : at + 2] for at in range(len(letters) - 1)}
    return len(pairs & own) >= 0.6 * len(pairs)


def find_body(view: Plain, start: int) -> int:
    """Offset of the first line that only a body can begin with; the view's end where there is none."""
    for place, line in enumerate(view.lines):
        if line.start >= start and _is_torn_off(view, place):
            continue
        if line.start >= start and BODY_START.match(view.bare, line.start, line.end):
            return line.start
        # "Căn" alone on a line, "cứ" on the next.
        if line.start >= start and re.match(r"[\s\x00]*(?:can\s+cu|kinh\s+gui)\b", view.bare[line.start :]):
            return line.start
    return len(view.text)


# "Kính gửi:" at the end of the left column, read before the right column with its day.
_ADDRESS_ALONE = re.compile(r"[\s\x00]*kinh\s+gui\s*:?[\s\x00]*")
_PLACE_AND_DAY = re.compile(r"[\s\x00]*[^\W\d_][^,\n]{1,40},\s*ngay\b.{0,30}\bthang\b")


def _is_torn_off(view: Plain, place: int) -> bool:
    line = view.lines[place]
    if not _ADDRESS_ALONE.fullmatch(view.bare, line.start, line.end):
        return False
    return any(_PLACE_AND_DAY.match(view.bare, below.start, below.end) for below in view.lines[place + 1 : place + 4])


def line_before(view: Plain, offset: int) -> str:
    """The words of a line that stand in front of an offset."""
    line = view.lines[view.line_at(offset)]
    return squeeze(view.text[line.start : offset])


def line_of(view: Plain, offset: int) -> str:
    """The line that holds an offset."""
    return view.line_text(view.lines[view.line_at(offset)])
