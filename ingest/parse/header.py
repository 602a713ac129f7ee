"""Identity of a document: number, type, issuer, place, date, title, signer, recipients, draft, year.

The header may be a two-column table, blocks in order, interleaved lines, a flattened cell, or be
lost. So the fields are found one after the other in a plain view of the first page, the surest
first, and what is found is masked: what remains of the left column is the issuer, what remains
after the type line is the title.

A file that holds an appendix alone ("PHỤ LỤC II ... (Kèm theo Công văn số ...)") is a document of
its own without a number: the number in the note belongs to the document it is attached to, which
is cited, not repeated. Its type is "Phụ lục"; issuer and date are those of the note, because the
appendix was issued with that document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice

from ingest import messages
from ingest.clean.fold import strip_diacritics
from ingest.models import Header, Person, Reading
from ingest.parse import issuer as organ
from ingest.parse.date import DateMatch, find_dates, find_written_dates, parse_date
from ingest.parse.document_type import (
    AFTER_TYPE,
    APPENDIX,
    BEFORE_TYPE,
    decide_type,
    match_type,
    type_code_of_name,
    type_name,
)
from ingest.parse.number import (
    NumberMatch,
    find_numbers,
    is_listed_symbol,
    normalize_number,
    normalize_symbol,
    type_code_of,
)
from ingest.parse.plain import MASK, Plain, ensure_text, is_upper, plain_view, squeeze
from ingest.parse.province import Province, find_province, province_at
from ingest.parse.recipients import RECIPIENTS, read_recipients
from ingest.parse.signer import Signature, read_signer, read_torn_signature
from ingest.parse.site_record import RecordField, read_record
from ingest.parse.stamp import read_stamps
from ingest.parse.title import AUTHORITY, BODY_START, OF_ORGAN, SUBJECT_START, read_subject, read_title

HEAD_LIMIT = 9000
TAIL_LIMIT = 6000
TRIALS = 12  # places looked at for a signature: hostile text repeats them without end

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
_MARKS = re.compile(
    r"(?m)^[\s\x00(]*(?:du thao\b.{0,25}|mat|tuyet mat|toi mat|hoa toc|khan|thuong khan|luu hanh noi bo)[)\s\x00]*$"
)
_DRAFT_MARK = re.compile(
    r"(?m)^[\s\x00(\[]*du\s*thao(?:\s*(?:lan|ngay|\d|[:.)\]]).{0,30})?[)\]\s\x00]*$|^[\s\x00]*\(?du\s*thao\)?\s*$"
)
_DRAFT_NAME = re.compile(r"du[\s_-]*thao|\bdraft\b", re.IGNORECASE)

# The label of the number: at the start of a line, after something masked, or with a colon.
_NUMBER_LABEL = re.compile(
    r"(?P<edge>^|[\x00\n.]|(?<=\s))\s*(?P<said>s[o0ố6])\s*(?P<colon>[:;.]?)[\s\x00]*", re.MULTILINE
)
_BLANK_NUMBER = re.compile(
    r"""
    (?P<dots>[\s.…_\x00]*)(?P<party>[-–]?)/?\s*(?:(?P<year>(?:19|20)\d\d)\s*/\s*)?
    (?P<symbol>[A-ZĂÂĐÊÔƠƯ][A-Za-zĐđĂÂÊÔƠƯ0-9]*(?:\s?[-–&./]\s?[A-ZĂÂĐÊÔƠƯ][A-Za-zĐđĂÂÊÔƠƯ0-9]*){0,5})
    """,
    re.VERBOSE,
)
_NEAR = 1500  # characters within which a letter without a number or an addressee says what it is about
_ADDRESSED = re.compile(r"(?m)^[\s\x00]*kinh\s+gui\b")
_APPENDIX = re.compile(
    r"(?m)^[\s\x00]*(?:phu\s+luc|bieu\s+(?:mau\s+)?so|mau\s+so)\b[ \x00]*(?:so\s+)?[\divxlc]{0,5}[\s\x00.:]*"
)
# A list of its own is one, too, where a note below says what it came with.
_ATTACHED_LIST = re.compile(r"[\s\x00]*(?=(?:danh\s+muc|bang|bieu)\s)")
_ATTACHED_NOTE = r"\(\s*(?:ban\s+hanh\s+)?(?:dinh\s+)?kem\s+theo(?P<note>"
# The closing bracket may be missing; then the note ends with its line.
_ATTACHED = re.compile(
    rf"{_ATTACHED_NOTE}[^)\n]{{5,400}}(?:\n[^)\n]{{3,200}}){{0,3}})\)"
    rf"|{_ATTACHED_NOTE.replace('<note>', '<line>')}[^)\n]{{20,300}})(?=\n)"
)
_LIST_ALONE = re.compile(r"[\s\x00]*(?:danh\s+muc|bang|bieu)[\s\x00]*")


@dataclass(slots=True)
class _Head:
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
        span = self.view.span(start, end)
        if span != (0, 0):
            self.evidence[name] = span


def parse_header(reading: Reading, file_name: str) -> Header:
    """Identity of a document; fields that the document doesn't give stay None.

    `file_name` is only a hint for drafts. `evidence` spans are offsets in `reading.text`.
    """
    text = ensure_text(reading)
    view = plain_view(enumerate(reading.blocks), HEAD_LIMIT)
    record, record_end = read_record(view)
    if record_end:
        view.mask(0, record_end)
    head = _Head(view, start=record_end)
    _mask_mottos(head)
    if appendix := _read_appendix(head, reading):
        return appendix
    heading = _take_heading(head)
    head.body = _find_body(view, head.start)
    _read_number(head)
    _find_type(head)
    _read_date(head)
    if head.type_at is None:
        # A flattened line begins with the date, which is masked by now.
        _find_type(head)
    if head.type_at is None and heading and heading[0] != "CV":  # a letter has no type line
        _put_back(head, heading[0])
    addressed = head.type_at is None and bool(_ADDRESSED.search(view.bare, head.start))
    subject, letter = _read_title(head, reading, addressed)
    header = Header(evidence=head.evidence)
    _fill_number(header, head, reading, record)
    header.type_code = decide_type(head.type_code or head.type_said, header.symbol, letter)
    if header.type_code is None and "type" in record:
        header.type_code = type_code_of_name(record["type"].value)
    header.type = type_name(header.type_code)
    subject = _without_number(subject, header.number) if subject else subject
    header.title = subject or (record["title"].value if "title" in record else None)
    if header.type_code == "VBHN" and head.type_at and header.title:
        # What is consolidated: "LUẬT TỐ CÁO".
        header.title = f"{squeeze(view.text[head.type_at[0] : head.type_at[1]])} {header.title}"
    tail = _read_tail(reading, head, text)
    _fill_date(header, head, reading, record, text)
    if head.doubtful_date and header.issued_on and header.issued_on.count("-") < 2:
        reading.warnings.append(messages.HEADER_DOUBTFUL_DATE.format(written=head.doubtful_date, read=header.issued_on))
    if tail.signature:
        header.signer = tail.signature.person
        head.evidence["signer"] = tail.view.span(tail.signature.start, tail.signature.end)
    elif "signer" in record:
        header.signer = Person(record["signer"].value)
        head.evidence["signer"] = record["signer"].span
    header.recipients = tail.recipients
    if tail.recipients_at:
        head.evidence["recipients"] = tail.recipients_at
    header.place = head.place
    _fill_issuer(header, head, record, text, tail)
    header.draft = _is_draft(head, header, file_name)
    header.year = plan_year(header.title, header.issued_on, header.number)
    return header


def _mask_mottos(head: _Head) -> None:
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


def _find_body(view: Plain, start: int) -> int:
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


def _read_number(head: _Head) -> None:
    """The number in the header: labelled, else alone on its line; a blank one gives its symbol."""
    view = head.view
    limit = head.body
    for label in _NUMBER_LABEL.finditer(view.bare, head.start, limit):
        written = view.text[label.start("said") : label.end("said")]
        own_line = view.text[: label.start("said")].rstrip(" ")[-1:] in ("", "\n", MASK)
        after_capitals = written[0] == "S" and is_upper(_line_before(view, label.start("said")))
        if not (label["colon"] or (own_line and not written.isupper()) or (after_capitals and not written.isupper())):
            continue
        end = label.end()
        typed = _typed_number(view.text[end : end + 80])
        numbers = find_numbers(typed)
        if numbers and numbers[0].start <= 2:
            number = numbers[0]
            head.number = number
            head.symbol = number.symbol
            moved = number.start == 1 and view.text[end] != " "  # the blank between digits stands in front now
            head.number_at = (end if moved else end + number.start, end + number.end)
            head.note("number", *head.number_at)
            _mask_label(head, label.start("said"), head.number_at[1])
            return
        blank = _BLANK_NUMBER.match(view.text, end, min(end + 80, len(view.text)))
        if blank and ("/" in view.text[end : blank.end()] or "-" in blank["symbol"]):
            symbol = normalize_symbol(blank["symbol"])
            if not re.search(r"[-/]", symbol) and type_code_of(symbol) is None and len(symbol) < 2:
                continue
            head.symbol = symbol
            head.blank = True
            head.number_at = (label.start("said"), blank.end())
            head.note("symbol", blank.start("symbol"), blank.end("symbol"))
            _mask_label(head, *head.number_at)
            return
        if label["colon"] and (digits := re.compile(r"(\d{0,6})[\s.…_\x00]*(?=\n|$)").match(view.text, end)):
            # "Số: 12" or "Số:" alone: the symbol is lost.
            head.blank = not digits.group(1)
            head.number_at = (label.start("said"), digits.end())
            if head.blank:
                view.mask(label.start("said"), label.end())
                continue
    for line in view.lines:
        if head.start <= line.start < limit:
            text = view.line_text(line)
            numbers = find_numbers(text)
            if len(numbers) == 1 and len(numbers[0].text) >= len(text.strip(" .,;:()")) and len(text) > 4:
                at = view.text.index(numbers[0].text[0], line.start)
                head.number, head.symbol = numbers[0], numbers[0].symbol
                head.number_at = (at, line.end)
                head.note("number", *head.number_at)
                view.mask(line.start, line.end)
                return


_LABEL_TYPE = re.compile(r"(?:bo\s+luat|luat|nghi\s+quyet|phap\s+lenh|lenh)[ \n]$")


def _mask_label(head: _Head, start: int, end: int) -> None:
    """Mask the number with its label; the type in front ("Luật số: 72/2025/QH15") is noted."""
    view = head.view
    if found := _LABEL_TYPE.search(view.bare[max(0, start - 12) : start]):
        written = found.group().strip()
        begin = start - len(found.group())
        if not view.text[begin : begin + len(written)].isupper():
            head.type_said = type_code_of_name(written)
            start = begin
    view.mask(start, end)


# "18 1/KH-SGDĐT": a blank between the digits; "12/KH-SG DĐT": one, or a line's end, inside the organ's initials.
_PARTED_DIGITS = re.compile(r"(?P<n>\d{1,4}) (?P<rest>\d{1,3})(?=\s?/\s?[A-ZĐ])")
_PARTED_ORGAN = re.compile(r"(?<=[-/])(?P<organ>[A-ZĐ]{1,6})[ \n](?P<rest>[A-ZĐ]{1,6})(?![^\W_])")


def _typed_number(text: str) -> str:
    """A number as it was meant, of the same length: letters that OCR puts for digits, blanks inside it.

    >>> _typed_number("18l/KH-UBND"), _typed_number("18 1/KH-UBND"), _typed_number("12/KH-SG DĐT Sơn La")
    ('181/KH-UBND', ' 181/KH-UBND', '12/KH-SGDĐT  Sơn La')
    >>> _typed_number("12/KH-SYT SƠN LA")
    '12/KH-SYT SƠN LA'
    """
    found = re.match(r"[0-9OolI]{1,6}(?=\s{0,2}[/-])", text)
    if found and any(c.isdigit() for c in found.group()):
        text = found.group().translate(str.maketrans("OolI", "0011")) + text[found.end() :]
    text = _PARTED_DIGITS.sub(r" \g<n>\g<rest>", text, count=1) if _PARTED_DIGITS.match(text) else text
    parted = _PARTED_ORGAN.search(text)
    if parted and not is_listed_symbol(parted["organ"]) and is_listed_symbol(parted["organ"] + parted["rest"]):
        text = f"{text[: parted.start()]}{parted['organ']}{parted['rest']} {text[parted.end() :]}"
    return text


def _line_before(view: Plain, offset: int) -> str:
    line = view.lines[view.line_at(offset)]
    return squeeze(view.text[line.start : offset])


def _find_type(head: _Head) -> None:
    """The type line: a type's name alone on its line, else the capitals that begin a line."""
    view = head.view
    second: tuple[str, int, int] | None = None
    for line in view.lines:
        if line.start < head.start:
            continue
        if line.start >= head.body:
            break
        begin = BEFORE_TYPE.match(view.bare, line.start, line.end)
        offset = begin.end() if begin else line.start
        found = match_type(view.bare, offset, min(len(view.bare), line.end + 40))
        if not found:
            continue
        code, start, end = found
        if code == APPENDIX:
            continue
        written = view.text[start:end]
        rest_end = view.bare.find("\n", end)
        tail = AFTER_TYPE.match(view.bare, end, rest_end if rest_end >= 0 else len(view.bare))
        after = tail.end() if tail else end
        rest = squeeze(view.text[after : rest_end if rest_end >= 0 else len(view.text)])
        if not rest and (is_upper(written) or "\n" not in written):
            if rest_end >= 0 and end < after and not view.text[end:after].strip(" \x00:.*/-"):
                after = end
            _set_type(head, code, start, _type_end(view, end, after))
            return
        if (
            second is None
            and is_upper(written)
            and not (head.number is None and head.symbol is None and is_upper(rest))
        ):
            second = found
    named = type_code_of(head.symbol)
    if second and (named in (None, "VBHN", second[0]) or not is_upper(_line_of(view, second[1]))):
        _set_type(head, *second)


def _take_heading(head: _Head) -> tuple[str, int, int] | None:
    """A type's name alone above organs and motto, masked: (code, start, end).

    Who makes Markdown out of a document sets "# KẾ HOẠCH" above the whole. The type line that the title
    follows stands below the header, as ever, or the title follows the header without one.
    """
    view = head.view
    lines = [line for line in view.lines if line.start >= head.start and view.line_text(line).strip()]
    if lines and _DRAFT_MARK.fullmatch(view.bare[lines[0].start : lines[0].end].rstrip("\n")):
        del lines[0]
    if not lines or head.motto is None or lines[0].start > head.motto[0]:
        return None
    first, above = lines[0], [line for line in lines[1:] if line.start < head.motto[0]]
    found = match_type(view.bare, first.start, first.end)
    if not found or found[0] == APPENDIX or view.text[found[2] : first.end].strip(" \x00:.*/-"):
        return None
    texts = [view.line_text(line).strip(" |-–_.*" + MASK) for line in above]
    if len(above) > 6 or not all(is_upper(text) or organ.begins_organ(text) for text in texts if text):
        return None  # title or text between
    head.note("type", found[1], found[2])  # until a type line is found
    view.mask(first.start, first.end)
    return found


def _put_back(head: _Head, code: str) -> None:
    """Take the heading for the type, and read on below the header."""
    ends = [head.motto[1] if head.motto else 0, head.number_at[1] if head.number_at else 0]
    if head.date:
        ends.append(head.date.end)
    head.type_code, head.type_at, head.put_back = code, (max(ends), max(ends)), True


def _type_end(view: Plain, end: int, after: int) -> int:
    # "KẾ HOẠCH HÀNH ĐỘNG" alone: the words after the type belong to the title only if a title follows.
    return end if not view.text[end:after].strip(" \x00:.*/-\n") else after


def _line_of(view: Plain, offset: int) -> str:
    return view.line_text(view.lines[view.line_at(offset)])


def _set_type(head: _Head, code: str, start: int, end: int) -> None:
    head.type_code, head.type_at = code, (start, end)
    head.note("type", start, end)


_BLANK_DATE = re.compile(
    r"ngay[\s.…_\x00\d]{0,60}thang[\s.…_\x00\d]{0,60}nam[ .…_\x00]{0,60}(?:\d{2,3}[ .…]{0,9})?(?=\n|$)"
)


# "ngày 15 tháng 5 4 năm 2026": somebody typed over it, or a stamp left a stroke; only the year is sure.
_DAMAGED_DATE = re.compile(r"\bngay[ \d]{1,12}thang[ \d]{1,12}nam (?P<year>(?:19|20)\d\d)(?=[\s.]|$)")


def _damaged_date(head: _Head, limit: int) -> DateMatch | None:
    found = next((m for m in _DAMAGED_DATE.finditer(head.view.bare, head.start, limit)), None)
    if found is None or _read_place(head, found.start()) is None:
        return None
    return DateMatch(*found.span(), found["year"])


# "Điện Biên, ngày 02/6/2025", "Hà Nội, 12.3.2025": in figures, below the motto or beside the number.
_FIGURES = re.compile(r"\b(?:ngay\s*)?(?=\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}(?!\d))")


def _numeric_dates(head: _Head, limit: int) -> list[DateMatch]:
    """A date in figures that stands behind a place alone on its line, as a document's own date does."""
    view = head.view
    for found in _FIGURES.finditer(view.bare, head.start, limit):
        place = _read_place(head, found.start())
        dates = find_dates(view.text[found.end() : found.end() + 16])
        if place is None or not dates or dates[0].start:
            continue
        line = view.lines[view.line_at(found.start())]
        end = found.end() + dates[0].end
        if not view.text[line.start : place[1]].strip(f" {MASK}|") and not view.text[end : line.end].strip(
            f" {MASK}|./"
        ):
            return [DateMatch(found.start(), end, dates[0].iso)]
    return []


def _is_impossible(written: str, date: DateMatch) -> bool:
    """Whether more was written than can be a date: "ngày 31 tháng 02 năm 2026", "ngày 15 tháng 54 năm 2026"."""
    numbers = [part for part in re.findall(r"\d+", written) if len(part) < 4]
    return len(numbers) >= 2 and date.precision != "day"


def _read_date(head: _Head) -> None:
    """Date and place: "Sơn La, ngày 29 tháng 10 năm 2021", before the type line if there is one."""
    view = head.view
    limit = min(head.body, head.type_at[0]) if head.type_at else head.body
    dates = [d for d in find_written_dates(view.text[:limit]) if d.start >= head.start]
    if not dates and (damaged := _damaged_date(head, limit)):
        dates = [damaged]
    if not dates and head.type_at:
        # Some readers give the right column after the type line; then the place stands before it.
        dates = [
            d
            for d in find_written_dates(view.text[: head.body])
            if d.start > head.type_at[1]
            and _read_place(head, d.start) is not None
            and not is_upper(view.text[d.start : d.end])
        ]
    if not dates:
        dates = _numeric_dates(head, limit)
    if not dates:
        # "Lâm Đồng, ngày   tháng   năm" tells the place alone.
        for found in _BLANK_DATE.finditer(view.bare, head.start, limit):
            if place := _read_place(head, found.start()):
                head.place, begin, end, head.province = place
                head.note("place", begin, end)
                view.mask(begin, found.end())
                break
        return
    chosen = next((d for d in dates if _read_place(head, d.start)), dates[0])
    head.date = chosen
    written = squeeze(view.text[chosen.start : chosen.end])
    head.doubtful_date = written if _is_impossible(written, chosen) else None
    head.note("issued_on", chosen.start, chosen.end)
    start = chosen.start
    if place := _read_place(head, chosen.start):
        head.place, begin, end, head.province = place
        head.note("place", begin, end)
        start = begin
    view.mask(start, chosen.end)


def _read_place(head: _Head, before: int) -> tuple[str, int, int, Province | None] | None:
    """Place in front of a date: (display, start, end, province)."""
    view = head.view
    low = max(head.start, before - 60)
    stretch = view.bare[low:before]
    for found in re.finditer(
        r"(?:(?:thanh\s+pho|tp\.?|tinh) |^(?:thanh\s+pho|tp\.?)\s+)?(?=[a-z])", stretch, re.MULTILINE
    ):
        at = found.end()
        if found.start() and (stretch[found.start() - 1].isalnum()):
            continue
        hit = province_at(stretch, at)
        if hit and re.fullmatch(r"[\s,.;:\x00–-]*", stretch[hit[1] :]):
            start, end = low + found.start(), low + hit[1]
            kind = re.match(r"(?:thanh\s+pho|tp)", found.group())
            name = squeeze(view.text[low + at : low + hit[1]])
            written = hit[0].name if strip_diacritics(name).lower() == strip_diacritics(hit[0].name).lower() else name
            return (f"Thành phố {written}" if kind else written), start, end, hit[0]
    named = re.search(
        r"(?:^|[\n\x00 ])(?P<place>(?:[A-ZĐÀ-Ỹ][\w'’-]*[^\S\n]){0,4}"
        r"[A-ZĐÀ-Ỹ][\w'’-]*(?:[^\S\n]\d{1,2})?)\s?,[\s\x00]*$",
        view.text[low:before],
    )
    if not named or is_upper(named["place"]):
        return None
    start, end = low + named.start("place"), low + named.end("place")
    return squeeze(named["place"]), start, end, find_province(named["place"])


def _read_title(head: _Head, reading: Reading, addressed: bool) -> tuple[str | None, bool]:
    """Title, and whether the document reads like a letter ("V/v ...", "Kính gửi", no type line)."""
    view = head.view
    for mark in _MARKS.finditer(view.bare, head.start, head.body):
        if not _DRAFT_MARK.match(mark.group()):
            view.mask(*mark.span())
    if head.type_at:
        found = read_title(view, head.type_at[1], reading)
        # Below a type line far above, running text may come at once: "Thực hiện ... như sau:".
        if found and not (head.put_back and view.text[: found[2]].rstrip().endswith(":")):
            head.note("title", found[1], found[2])
            return found[0], False
        return None, False
    low = head.number_at[1] if head.number_at else head.start
    where = _ADDRESSED.search(view.bare, low)
    limit = where.start() if where else head.body
    if not where and not head.number_at:
        limit = min(limit, head.start + _NEAR)  # what a body is about is no title
    subject = read_subject(view, low, limit) or (read_subject(view, head.start, limit) if low > head.start else None)
    if subject:
        title, start, end = subject
        head.note("title", start, end)
        view.mask(start, end)
        return title, True
    if not addressed and head.number_at:
        found = read_title(view, head.number_at[1], reading)
        if found and AUTHORITY.match(strip_diacritics(found[0]).lower()) is None and len(found[0]) > 15:
            head.note("title", found[1], found[2])
            return found[0], False
    if not addressed and not head.number_at and head.date:
        for line in view.lines:
            if line.start < head.date.end or line.start >= head.body:
                continue
            if is_upper(view.line_text(line)) and SUBJECT_START.match(view.bare, line.start, line.end):
                found = read_title(view, line.start, reading)
                if found:
                    head.note("title", found[1], found[2])
                    return found[0], False
                break
    return None, addressed


# "LUẬT SỐ 13/2003/QH11 CỦA QUỐC HỘI ... VỀ ĐẤT ĐAI": number, day and organ are fields of their own.
_ITS_ORGAN = (
    r"(?:\s+của\s+(?:quốc hội|chính phủ|thủ tướng chính phủ|ủy ban thường vụ quốc hội)"
    r"(?:\s+kho[áóa]+\s.{1,12},\s+kỳ họp thứ\s\S+)?)"
)


def _without_number(title: str, number: str | None) -> str:
    """A title without the document's own number at its beginning or end.

    >>> _without_number("SỐ13/2003/QH11 CỦA QUỐC HỘI VỀ ĐẤT ĐAI", "13/2003/QH11")
    'VỀ ĐẤT ĐAI'
    >>> _without_number("SỬA ĐỔI LUẬT HẢI QUAN CỦA QUỐC HỘI SỐ 42/2005/QH11 NGÀY 14 THÁNG 6 NĂM 2005", "42/2005/QH11")
    'SỬA ĐỔI LUẬT HẢI QUAN'
    >>> _without_number("Sửa đổi Nghị định số 9/2020/NĐ-CP", "42/2025/NĐ-CP")
    'Sửa đổi Nghị định số 9/2020/NĐ-CP'
    """
    if not number or number.split("/")[0] not in title:
        return title
    own = rf"(?:số\s*)?{re.escape(number)}(?:\s+ngày\s+[\d/]+(?:\s+tháng\s+\d+\s+năm\s+\d{{4}})?)?"
    short = re.sub(rf"^{own}{_ITS_ORGAN}?\s+(?=\S)|{_ITS_ORGAN}?\s+{own}{_ITS_ORGAN}?$", "", title, flags=re.IGNORECASE)
    return short if len(short) > 5 else title


def _fill_number(header: Header, head: _Head, reading: Reading, record: dict[str, RecordField]) -> None:
    stamped = read_stamps(reading.stamps)
    header.symbol = head.symbol
    if head.number:
        header.number = head.number.normalised
    elif stamped.number:
        header.number = stamped.number
        header.symbol = find_numbers(stamped.number)[0].symbol if find_numbers(stamped.number) else header.symbol
    elif stamped.digits and head.blank and head.symbol:
        joint = "-" if "/" in head.symbol else "/"
        header.number = f"{stamped.digits}{joint}{head.symbol}"
    elif "number" in record and not head.blank:
        header.number = normalize_number(record["number"].value)
        if header.number:
            head.evidence["number"] = record["number"].span
            numbers = find_numbers(header.number)
            header.symbol = numbers[0].symbol if numbers else header.symbol


# "... thông qua ngày 27 tháng 11 năm 2025": the date of a resolution or law without a date line.
_PASSED = re.compile(r"thong\s+qua\s+(?:vao\s+)?(?=ngay\s)")


def _fill_date(header: Header, head: _Head, reading: Reading, record: dict[str, RecordField], text: str) -> None:
    stamped = read_stamps(reading.stamps)
    header.issued_on = head.date.iso if head.date else None
    if header.issued_on is None or header.issued_on.count("-") < 2:
        for other in (stamped.date, stamped.signed_on if not head.blank or stamped.digits else None):
            if other and other.startswith(header.issued_on or ""):
                header.issued_on = other
                break
    if header.issued_on is None and "date" in record:
        header.issued_on = parse_date(record["date"].value)
        head.evidence["issued_on"] = record["date"].span
    if header.issued_on is None and header.type_code in {"NQ", "L", "BL", "PL", "HP"}:
        bare = strip_diacritics(text).lower()
        for found in _PASSED.finditer(bare):
            dates = find_written_dates(text[found.end() : found.end() + 40])
            if dates and dates[0].start == 0:
                header.issued_on = dates[0].iso
                head.evidence["issued_on"] = (found.end(), found.end() + dates[0].end)
    if header.issued_on is None and head.number and head.number.year:
        header.issued_on = str(head.number.year)


@dataclass(slots=True)
class _Tail:
    view: Plain
    signature: Signature | None = None
    recipients: list[str] = field(default_factory=list)
    recipients_at: tuple[int, int] | None = None


def _read_tail(reading: Reading, head: _Head, text: str) -> _Tail:
    """Recipients and signature: the first list of recipients, the signature beside it.

    What a document attaches (a regulation, appendices) comes after its own signature.
    """
    bare = strip_diacritics(text).lower()
    head_end = (
        head.view.origin[min(head.type_at[1] if head.type_at else head.start, len(head.view.origin) - 1)]
        if head.view.origin
        else 0
    )
    for found in islice(RECIPIENTS.finditer(bare, head_end), TRIALS):
        if (
            not re.search(r"(?:^|[\n|]|\s\s|\*)\W*$", text[max(0, found.start() - 12) : found.start()])
            and ":" not in found.group()
        ):
            continue
        tail = _Tail(_view_around(reading, found.start()))
        where = next(
            (m for m in RECIPIENTS.finditer(tail.view.bare) if tail.view.origin[m.start()] >= found.start() - 2), None
        )
        if where is None:
            continue
        tail.recipients, end = read_recipients(tail.view, where.start())
        if tail.recipients:
            tail.recipients_at = tail.view.span(where.start(), end)
        tail.signature = (
            read_torn_signature(tail.view, where.start(), end)
            or read_signer(tail.view, where.start(), len(tail.view.text))
            or read_signer(tail.view, max(0, where.start() - 600), where.start())
        )
        return tail
    # No list of recipients: the first "KT. ...", else whatever signs the end of the text.
    for found in islice(_ON_BEHALF.finditer(text, head_end), TRIALS):
        tail = _Tail(_view_around(reading, found.start()))
        tail.signature = read_signer(tail.view, 0, len(tail.view.text))
        if tail.signature:
            return tail
    tail = _Tail(_view_around(reading, max(head_end, len(text) - 2500)))
    tail.signature = read_signer(tail.view, 0, len(tail.view.text))
    return tail


_ON_BEHALF = re.compile(r"\b(?:TM|KT|TL|TUQ)\s?\.\s?[A-ZĐÀ-Ỹ]{2,}")


def _view_around(reading: Reading, offset: int) -> Plain:
    since = max(0, offset - 900)
    blocks = ((i, block) for i, block in enumerate(reading.blocks) if block.end >= since)
    return plain_view(blocks, TAIL_LIMIT + 900, since)


def _column(head: _Head) -> str:
    """What is left of the header's left column: capitals before the type line (or the addressee)."""
    view = head.view
    stop = head.type_at[0] if head.type_at else head.body
    addressed = _ADDRESSED.search(view.bare, head.start)
    if addressed:
        stop = min(stop, addressed.start())
    if head.number_at and not head.type_at:
        stop = min(stop, head.number_at[1] + 400)
    capitals: list[str] = []
    mixed: list[str] = []
    for line in view.lines:
        if line.start < head.start or line.start >= stop:
            continue
        # Left column over right column: nothing of the issuer follows the number.
        if head.number_at and line.start > head.number_at[0] and capitals:
            break
        text = view.line_text(line).strip(" |-–_.*")
        bare = strip_diacritics(text).lower()
        # A document without a type line: below the date begins what it is about.
        if head.date and line.start > head.date.end and capitals and SUBJECT_START.match(bare):
            break
        if not any(c.isalpha() for c in text) or _DRAFT_MARK.match(bare) or type_code_of_name(text):
            continue
        if is_upper(text):
            capitals.append(text)
        elif organ.begins_organ(text) and len(text) < 120:
            mixed.append(text)
        elif len(text) > 40:
            # Running text in front of the header is a site's or a sender's.
            capitals.clear()
            mixed.clear()
    return "\n".join((capitals or mixed)[-8:])


def _fill_issuer(header: Header, head: _Head, record: dict[str, RecordField], text: str, tail: _Tail) -> None:
    place = head.province
    view = head.view
    found = organ.from_column(_column(head), place, text)
    source = "column" if found else ""
    if named := _named_below_type(head):
        found, source = organ.from_column(named, None, text) or found, ""
    if found and found.name in organ.STATE_ORGANS:
        # "CHÍNH PHỦ" above a decision "/QĐ-TTg": the number says which of them it was.
        by_number = organ.from_symbol(header.symbol, place, "")
        if by_number and by_number.name in organ.STATE_ORGANS:
            found = by_number
    if found is None:
        found = organ.from_symbol(_without_type(header), place, text)
    if found is None:
        for line in view.lines[view.line_at(head.type_at[1]) if head.type_at else 0 :][:14]:
            written = view.line_text(line)
            if is_upper(written) and AUTHORITY.match(view.bare, line.start, line.end):
                found = organ.from_authority(written, place, text)
                if found:
                    head.note("issuer", line.start, line.end)
                    break
    if found is None and "issuer" in record:
        found = organ.from_name(record["issuer"].value, place, text)
        head.evidence["issuer"] = record["issuer"].span
    if found is None:
        return
    header.issuer, header.issuer_parent, header.province = found.name, found.parent, found.province
    former = _FORMER.get(strip_diacritics(head.place or "").lower())
    if former and head.province:  # issued before the province got its name of today
        today = head.province.full_name
        header.issuer = found.name.replace(today, former)
        header.issuer_parent = found.parent.replace(today, former) if found.parent else None
    if source == "column":
        first, last = _column_span(head)
        if last:
            head.note("issuer", first, last)
    if header.province is None and _is_local(header):
        named = place.name if place else _province_of_body(text)
        header.province = named


_FORMER = {"thua thien hue": "tỉnh Thừa Thiên Huế", "thua thien - hue": "tỉnh Thừa Thiên Huế"}


def _without_type(header: Header) -> str | None:
    """The symbol, with a type in front that can't be taken for an organ: "CT-TLĐ" of a "CHỈ THỊ" is no Cục Thuế's."""
    kind, _, rest = (header.symbol or "").partition("-")
    return f"KH-{rest}" if rest and kind == header.type_code == "CT" else header.symbol


def _named_below_type(head: _Head) -> str | None:
    """ "NGHỊ QUYẾT / CỦA BỘ CHÍNH TRỊ / về ...": whose it is, whatever committee stands above."""
    if head.type_at is None:
        return None
    view = head.view
    for line in view.lines[view.line_at(head.type_at[0]) :][:3]:
        start = max(line.start, head.type_at[1])
        if found := OF_ORGAN.fullmatch(view.bare, start, max(start, line.end)):
            return view.text[found.start("organ") : found.end("organ")]
    return None


def _is_local(header: Header) -> bool:
    names = f"{header.issuer}\n{header.issuer_parent or ''}"
    return bool(
        re.search(
            r"(?m)^(?:Sở|Ủy ban nhân dân|Hội đồng nhân dân|Tỉnh ủy|Thành ủy"
            r"|Đảng ủy(?! Chính phủ| Quốc hội| Bộ| các cơ quan| Công an Trung ương| Quân sự))\b",
            names,
        )
    )


_OF_PROVINCE = re.compile(r"\b(?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan|dia ban|cua)\s+(?:tinh|thanh\s+pho)\s+")


def _province_of_body(text: str) -> str | None:
    """The province that a commune's document names most often ("UBND tỉnh Ninh Bình"), if one leads."""
    bare = strip_diacritics(text[:12000]).lower()
    counts: dict[str, int] = {}
    for found in _OF_PROVINCE.finditer(bare):
        if hit := province_at(bare, found.end()):
            counts[hit[0].name] = counts.get(hit[0].name, 0) + 1
    ranked = sorted(counts.items(), key=lambda item: -item[1])
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def _column_span(head: _Head) -> tuple[int, int]:
    view = head.view
    stop = head.type_at[0] if head.type_at else head.body
    lines = [
        line
        for line in view.lines
        if head.start <= line.start < stop and is_upper(view.line_text(line)) and len(view.line_text(line)) > 3
    ]
    if not lines:
        return 0, 0
    # A line may begin with the organ and end with something masked.
    return lines[0].start, lines[-1].start + len(
        view.text[lines[-1].start : lines[-1].end].split(MASK)[0].rstrip()
    ) or lines[-1].end


def _is_draft(head: _Head, header: Header, file_name: str) -> bool:
    """Draft: a mark says so, or the number is blank. The file's name counts only where the header is lost."""
    view = head.view
    stop = head.type_at[0] if head.type_at else min(head.body, len(view.bare))
    if _DRAFT_MARK.search(view.bare[head.start : stop]):
        return True
    if head.type_at:
        line = view.lines[view.line_at(head.type_at[0])]
        if re.match(r"[\s\x00(]*du\s*thao", view.bare[line.start : head.type_at[1]]):
            return True
    if header.number:
        return False
    if head.blank:
        return True
    return bool(_DRAFT_NAME.search(strip_diacritics(file_name)))


# Years that are no plan year: dates, legal references, horizons, periods.
_NO_YEAR = re.compile(
    r"""
    ngay\s*[\d\s.…]*thang\s*[\d\s.…]*nam\s*\d{4} | \d{1,2}[/.-]\d{1,2}[/.-]\d{4}
    |(?:giai\s+doan|thoi\s+ky|nhiem\s+ky|nam\s+hoc|tam\s+nhin|dinh\s+huong|huong\s+toi|den\s+(?:het\s+)?nam|tu\s+nam|truoc\s+nam|nhung\s+nam)
      \s*(?:den\s+)?(?:nam\s+)?\d{4}(?:\s*[-–]\s*(?:nam\s+)?\d{4})?
    |(?:nam\s+)?\d{4}\s*[-–]\s*(?:nam\s+)?\d{4} | \d+/\d{4}/[a-z]\S* | luat\s[^,;]{0,60}\snam\s\d{4}
    """,
    re.VERBOSE,
)
_YEAR = re.compile(r"\bnam\s*((?:19|20)\d\d)(?!\d)|(?<=[a-z\d]/)((?:19|20)\d\d)(?![\d/])")


# "Chỉ số CCHC 2025" at a title's end, where it is no law's or decision's.
_LAST_YEAR = re.compile(r"(?<=[a-z)”] )(20\d\d)[\s.”)]*$")
_OTHERS_YEAR = re.compile(r"\b(?:luat|nghi dinh|nghi quyet|thong tu|quyet dinh|chi thi|iso|(?<!chi )so)\b")


def plan_year(title: str | None, issued_on: str | None, number: str | None = None) -> int | None:
    """The year that the title is about ("năm 2026"), else the year of issue.

    >>> plan_year("Cải cách hành chính nhà nước năm 2026 tỉnh Lâm Đồng", "2025-12", None)
    2026
    >>> plan_year("Nâng cao năng lực cán bộ giai đoạn 2026 - 2030", "2025-11-20", None)
    2025
    >>> plan_year("Công tác CCHC năm 2025 và phương hướng năm 2026", "2025-12-19", None)
    2025
    >>> plan_year("Sửa đổi Nghị quyết số 09/2022/NQ-HĐND ngày 14 tháng 7 năm 2022", "2025-11-18", None)
    2025
    >>> plan_year("Công bố Chỉ số CCHC 2025", "2026-03-01"), plan_year("Thi hành Luật Đất đai 2024", "2025-01-01")
    (2025, 2025)
    >>> plan_year("Kết quả Đề án 06 tháng 9/2025", None), plan_year(None, None, "56/2026/QĐ-UBND")
    (2025, 2026)
    """
    if title:
        bare = _NO_YEAR.sub(" ", strip_diacritics(title).lower())
        if found := _YEAR.search(bare):
            return int(found.group(1) or found.group(2))
        if (found := _LAST_YEAR.search(bare)) and not _OTHERS_YEAR.search(bare):
            return int(found.group(1))
    if issued_on:
        return int(issued_on[:4])
    inside = re.search(r"/((?:19|20)\d\d)/", number or "")
    return int(inside.group(1)) if inside else None


def _below_organs(view: Plain, low: int) -> int:
    """Where a list begins below the organs alone that publish it."""
    for line in view.lines[:4]:
        if line.start < low:
            continue
        text = view.line_text(line)
        if not (is_upper(text) and organ.begins_organ(text)):
            return line.start
    return low


def _read_appendix(head: _Head, reading: Reading) -> Header | None:
    """The header of a file that holds an appendix alone, None for any other file."""
    view = head.view
    low = head.start
    label = _APPENDIX.search(view.bare, low, min(len(view.bare), low + 600))
    listed = _ATTACHED_LIST.match(view.bare, _below_organs(view, low))
    if listed and is_upper(_line_of(view, listed.end())) and _ATTACHED.search(view.bare, low, low + 600):
        label = listed
    if not label:
        return None
    before = view.bare[low : label.start()]
    if re.search(r"\bso\s*:|\bcan\s+cu\b|\bkinh\s+gui\b|\bnoi\s+nhan\b", before) or MASK in view.text[
        low : label.start()
    ].strip("\n"):
        return None
    if any(
        match_type(view.bare, line.start, line.end) and is_upper(view.line_text(line))
        for line in view.lines
        if low <= line.start < label.start()
    ):
        return None
    if len(before.split()) > 14:
        return None
    header = Header(type=type_name(APPENDIX), type_code=APPENDIX, evidence=head.evidence)
    head.note("type", *label.span())
    first = view.lines[view.line_at(label.end())]
    alone = label is listed and _LIST_ALONE.fullmatch(view.bare, first.start, first.end)
    found = read_title(view, first.end if alone else label.end(), reading)
    end = label.end()
    if found:
        header.title, start, end, _ = found
        if alone:  # "DANH MỤC" / "Sách giáo khoa ..."
            header.title = f"{view.line_text(first)} {header.title}"
            start = first.start
        head.note("title", start, end)
    else:
        header.title = squeeze(view.text[label.start() : label.end()]).strip(" .:") or None
    province = None
    note = _ATTACHED.search(view.bare, label.start(), min(len(view.bare), end + 700))
    if note:
        start, stop = note.span("note" if note["note"] else "line")
        words = view.text[start:stop]
        numbers, dates = find_numbers(words), find_dates(words)
        if dates:
            header.issued_on = dates[0].iso
            head.note("issued_on", start + dates[0].start, start + dates[0].end)
        if by := re.search(r"\bcủa\s+(?P<name>[^;]+)$", words, re.IGNORECASE):
            issuer = organ.from_authority(by["name"], None, reading.text) or organ.from_name(
                by["name"], None, reading.text
            )
            if issuer:
                header.issuer, header.issuer_parent, province = issuer.name, issuer.parent, issuer.province
                head.note("issuer", start + by.start("name"), start + by.end("name"))
        if header.issuer is None and numbers:
            issuer = organ.from_symbol(numbers[0].symbol, None, reading.text)
            if issuer:
                header.issuer, header.issuer_parent, province = issuer.name, issuer.parent, issuer.province
    if header.issuer is None and before.strip():
        issuer = organ.from_column(view.text[low : label.start()], None, reading.text)
        if issuer:
            header.issuer, header.issuer_parent, province = issuer.name, issuer.parent, issuer.province
    header.province = province
    header.year = plan_year(header.title, header.issued_on, None)
    return header
