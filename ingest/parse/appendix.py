"""The header of a file that holds an appendix alone: what it came with gives its issuer and day.

The number in the note "(Kèm theo Công văn số ...)" belongs to the document it is attached to, which is
cited, not repeated.
"""

from __future__ import annotations

import re

from ingest.models import Header, Reading
from ingest.parse import issuer as organ
from ingest.parse.date import find_dates
from ingest.parse.document_type import APPENDIX, match_type, type_name
from ingest.parse.head import Head, line_of
from ingest.parse.number import find_numbers
from ingest.parse.plain import MASK, Plain, is_upper, squeeze
from ingest.parse.plan_year import plan_year
from ingest.parse.title import read_title

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


def _below_organs(view: Plain, low: int) -> int:
    """Where a list begins below the organs alone that publish it."""
    for line in view.lines[:4]:
        if line.start < low:
            continue
        text = view.line_text(line)
        if not (is_upper(text) and organ.begins_organ(text)):
            return line.start
    return low


def read_appendix(head: Head, reading: Reading) -> Header | None:
    """The header of a file that holds an appendix alone, None for any other file."""
    view = head.view
    low = head.start
    label = _APPENDIX.search(view.bare, low, min(len(view.bare), low + 600))
    listed = _ATTACHED_LIST.match(view.bare, _below_organs(view, low))
    if listed and is_upper(line_of(view, listed.end())) and _ATTACHED.search(view.bare, low, low + 600):
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
