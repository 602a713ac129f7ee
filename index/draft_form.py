"""The form of a draft: numbering of its sections, number and date that are still blank."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from index.finding import Finding, finding
from ingest.clean.fold import strip_diacritics
from ingest.models import Block, BlockKind, Document, Section
from ingest.parse.document_type import APPENDIX
from ingest.parse.furniture import is_attachment_note, is_type_line
from ingest.parse.label import DECIMALS, Label, Style, read_label

_COUNTED = (
    Style.CHAPTER,
    Style.MUC,
    Style.ARTICLE,
    Style.UPPER,
    Style.ROMAN,
    Style.ARABIC,
    Style.DECIMAL_2,
    Style.DECIMAL_3,
    Style.LOWER,
)
_MOST_SKIPPED = 3  # numbers; beyond, the outline was misread
_NUMBER_LINE = re.compile(r"(?<!\w)so\s*:[ .…_]*(?:/[^\n|]{0,40})?|(?<![^\n])so[ .…_]*[-/][^\n|]{1,40}")
_DATE_LINE = re.compile(r"ngay[ .…_\d/]{0,14}thang[ .…_\d/]{0,14}nam[ .…_\d]{0,8}")
_MOTTO = re.compile(r"doc lap\W{1,5}tu do|dang cong san viet nam")
_HEAD = 3000


def check_form(document: Document) -> list[Finding]:
    """Sections numbered twice, gaps in numbering, blank number and date."""
    # A second "II." goes on with nothing else only where the Roman numbering begins once in the whole text.
    labels = [read_label(f"{s.label} x") for root in document.sections for s in root.walk() if s.label]
    begun = sum(label is not None and label.style == Style.ROMAN and label.value == 1 for label in labels)
    found = [*_siblings(document, document.sections, begun <= 1), *_items_twice(document)]
    if begun == 2:
        found += _first_twice(document)
    return [*sorted(found, key=lambda one: one.start), *_blanks(document)]


def _items_twice(document: Document) -> Iterator[Finding]:
    """Items that stand as lines in a section without parts: "1.1. ...", "1.2. ...", "1.2. ..."; or in none at all, as
    in a letter."""
    starts = [block.start for block in document.blocks]
    for root in document.sections:
        for section in root.walk():
            if not section.children:
                inside = document.blocks[bisect_right(starts, section.start) : bisect_left(starts, section.end)]
                yield from _twice(document, inside)
    first = min((root.start for root in document.sections), default=len(document.text))
    yield from _twice(document, document.blocks[: bisect_left(starts, first)])


def _twice(document: Document, blocks: Sequence[Block]) -> Iterator[Finding]:
    last: list[tuple[Block, Label]] = []  # since the numbering began
    for block in blocks:
        label = read_label(block.text) if block.table is None and block.kind is not BlockKind.FOOTNOTE else None
        if label is None or not label.numbers or label.style not in _COUNTED:
            continue
        before = last[-1][1] if last else None
        # "f)" and "g)" are one number, as lists count with or without the letter "f".
        if before and (before.style, before.numbers, before.text) == (label.style, label.numbers, label.text):
            counted = len(last) > 1 and last[-2][1].value == label.value - 1
            first = label.value == 1 and label.style in DECIMALS  # two "2.1." below one "2."
            if first or (label.value > 1 and counted and last[-2][1].style == label.style):
                other = " ".join(last[-1][0].text.split())
                yield finding(
                    document, "warning", "section_twice", (block.start, min(block.end, block.start + 200)),
                    label=label.text.strip(" ."), other=other[:80] + ("…" if len(other) > 80 else ""),
                )  # fmt: skip
        last.append((block, label))


def _siblings(document: Document, sections: list[Section], once: bool) -> Iterator[Finding]:
    last: tuple[Section, Label] | None = None
    begun: Counter[Style] = Counter()  # how often a numbering began anew
    slipped = False
    for section in sections:
        label = read_label(f"{section.label} x") if section.label else None
        if label is None or not label.numbers or label.style not in _COUNTED:
            last = None if label is None else last
        else:
            begun[label.style] += label.value == 1
            single = begun[label.style] <= 1 and (once or label.style != Style.ROMAN)
            if last and last[1].style == label.style and last[1].numbers[:-1] == label.numbers[:-1]:
                one = _step(document, last, (section, label), single)
                # "I, II, II, IV": one slip, not two.
                if one is not None and not (slipped and one.code == "section_gap" and label.value == last[1].value + 2):
                    yield one
                slipped = one is not None and one.code == "section_twice"
            last = (section, label)
        yield from _siblings(document, section.children, once)


def _first_twice(document: Document) -> Iterator[Finding]:
    """ "I. MỤC ĐÍCH", "I. YÊU CẦU", "II. NHIỆM VỤ": the first part's number stands again on the next one.

    Only where no other numbering begins in the text, and nothing attached begins between the two.
    """
    for first, again, then in zip(document.sections, document.sections[1:], document.sections[2:], strict=False):
        labels = [read_label(f"{s.label} x") if s.label else None for s in (first, again, then)]
        if [(label.style, label.value) for label in labels if label is not None] != [
            (Style.ROMAN, 1), (Style.ROMAN, 1), (Style.ROMAN, 2),
        ]:  # fmt: skip
            continue
        between = document.text[first.start : again.start].split("\n")
        if any(is_type_line(line.strip()) or is_attachment_note(line.strip()) for line in between):
            continue
        line = document.text.find("\n", again.start, again.end)
        span = (again.start, min(line if line > 0 else again.end, again.start + 200))
        yield finding(document, "warning", "section_twice", span, label="I", other=_heading(first))


def _step(document: Document, last: tuple[Section, Label], this: tuple[Section, Label], single: bool) -> Finding | None:
    """From one section to the next; `single`: the numbering began once, so a second "II." goes on with nothing else."""
    if any(re.search(r"\d[a-zđ]\b", strip_diacritics(s.label or "")) for s in (last[0], this[0])):
        return None  # "Điều 7a", put between two by an amendment
    before, now = last[1].value, this[1].value
    section = this[0]
    first_line = document.text.find("\n", section.start, section.end)
    span = (section.start, min(first_line if first_line > 0 else section.end, section.start + 200))
    label = (section.label or "").strip(" .")
    # A first item twice is a list begun anew, but "1.1." under one "1." is not.
    if before == now and ((now > 1 and single) or this[1].style in DECIMALS):
        if this[1].style not in DECIMALS and _begins_anew(document, last[0], this):
            return None  # a chapter between them was missed
        return finding(document, "warning", "section_twice", span, label=label, other=_heading(last[0]))
    if before + 1 < now <= before + 1 + _MOST_SKIPPED and _gap_counts(this[1].style, now):
        if _stands_between(document, last[0], this):
            return None  # the outline missed it, the author didn't
        return finding(document, "info", "section_gap", span, label=label, last=(last[0].label or "").strip(" ."))
    return None


def _gap_counts(style: Style, now: int) -> bool:
    """Letters after "d" are counted in two ways (with and without "đ")."""
    return style != Style.LOWER or now <= 4


def _stands_between(document: Document, last: Section, this: tuple[Section, Label]) -> bool:
    """Whether the number that was skipped stands somewhere in the text in front of the section."""
    section, label = this
    return _written_between(document, last, section, label, label.value - 1)


def _begins_anew(document: Document, last: Section, this: tuple[Section, Label]) -> bool:
    """Whether a first number of this kind stands between two that are alike."""
    return _written_between(document, last, this[0], this[1], 1)


def _written_between(document: Document, last: Section, section: Section, label: Label, number: int) -> bool:
    written = {Style.ROMAN: _roman(number), Style.UPPER: chr(64 + number), Style.LOWER: "abcd"[number - 1 : number]}
    wanted = written.get(label.style, str(number))
    head = re.match(r"\s*(\D*?)(?:\d+\.)*\w{1,5}[.)]?\s*$", section.label or "")
    front = re.escape(head[1].strip()) + r"\s*" if head and head[1].strip() else ""
    outer = "".join(rf"{value}\." for value in label.numbers[:-1])
    pattern = (
        rf"(?<![\w.]){front}{outer}{wanted}(?:\s?[.):](?!\d)|\b(?=\s*\[|\s+[A-ZĐ]{{2}}))"
        if front
        else (rf"(?<![\w.]){outer}{wanted}\s?[.):]")
    )
    return re.search(pattern, document.text[last.start : section.start]) is not None


def _roman(number: int) -> str:
    """A small number in Roman digits.

    >>> _roman(4), _roman(9), _roman(14)
    ('IV', 'IX', 'XIV')
    """
    digits = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    text = ""
    for value, digit in digits:
        while number >= value:
            text, number = text + digit, number - value
    return text


def _heading(section: Section) -> str:
    heading = " ".join(section.heading.split())
    return heading[:80] + ("…" if len(heading) > 80 else "")


def _blanks(document: Document) -> Iterator[Finding]:
    """A number or a day that is still to come. An attachment has neither of its own, nor has a piece of a text."""
    header = document.header
    bare = strip_diacritics(document.text[:_HEAD]).replace("\u0130", "I").lower()
    number = next((line for line in _NUMBER_LINE.finditer(bare) if document.text[line.start()] == "S"), None)
    if header.type_code == APPENDIX or not (number or _MOTTO.search(bare)):
        return
    unread = number is not None and re.match(r"\s*\d", bare[number.end() :])
    if not header.number and not unread and header.type_code != "HP":
        yield finding(document, "info", "number_blank", number.span() if number else (0, 0))
    if not header.issued_on or len(header.issued_on) < 10:
        lines = list(_DATE_LINE.finditer(bare))
        line = next((line for line in lines if len(re.findall(r"\d+", line[0])) < 3), None)
        if line is None:  # more than a date, by a slip: "ngày 15 tháng 5 4 năm 2026"
            line = next((line for line in lines if len(re.findall(r"\d+", line[0])) > 3), None)
        yield finding(document, "info", "date_blank", line.span() if line else (0, 0))
