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

from ingest import messages
from ingest.clean.fold import strip_diacritics
from ingest.models import Header, Person, Reading
from ingest.parse.appendix import read_appendix
from ingest.parse.document_type import decide_type, type_code_of_name, type_name
from ingest.parse.head import ADDRESSED, DRAFT_MARK, Head, find_body, mask_mottos
from ingest.parse.header_date import fill_date, read_date
from ingest.parse.header_issuer import fill_issuer
from ingest.parse.header_number import fill_number, read_number
from ingest.parse.header_tail import read_tail
from ingest.parse.header_title import find_title, without_number
from ingest.parse.header_type import find_type, put_back, take_heading
from ingest.parse.plain import ensure_text, plain_view, squeeze
from ingest.parse.plan_year import plan_year
from ingest.parse.site_record import read_record

HEAD_LIMIT = 9000  # characters of the first page that may hold a header
_DRAFT_NAME = re.compile(r"du[\s_-]*thao|\bdraft\b", re.IGNORECASE)


def parse_header(reading: Reading, file_name: str) -> Header:
    """Identity of a document; fields that the document doesn't give stay None.

    `file_name` is only a hint for drafts. `evidence` spans are offsets in `reading.text`.
    """
    text = ensure_text(reading)
    view = plain_view(enumerate(reading.blocks), HEAD_LIMIT)
    record, record_end = read_record(view)
    if record_end:
        view.mask(0, record_end)
    head = Head(view, start=record_end)
    mask_mottos(head)
    if appendix := read_appendix(head, reading):
        return appendix
    heading = take_heading(head)
    head.body = find_body(view, head.start)
    read_number(head)
    find_type(head)
    read_date(head)
    if head.type_at is None:
        # A flattened line begins with the date, which is masked by now.
        find_type(head)
    if head.type_at is None and heading and heading[0] != "CV":  # a letter has no type line
        put_back(head, heading[0])
    addressed = head.type_at is None and bool(ADDRESSED.search(view.bare, head.start))
    subject, letter = find_title(head, reading, addressed)
    header = Header(evidence=head.evidence)
    fill_number(header, head, reading, record)
    header.type_code = decide_type(head.type_code or head.type_said, header.symbol, letter)
    if header.type_code is None and "type" in record:
        header.type_code = type_code_of_name(record["type"].value)
    header.type = type_name(header.type_code)
    subject = without_number(subject, header.number) if subject else subject
    header.title = subject or (record["title"].value if "title" in record else None)
    if header.type_code == "VBHN" and head.type_at and header.title:
        # What is consolidated: "LUẬT TỐ CÁO".
        header.title = f"{squeeze(view.text[head.type_at[0] : head.type_at[1]])} {header.title}"
    tail = read_tail(reading, head, text)
    fill_date(header, head, reading, record, text)
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
    fill_issuer(header, head, record, text, tail)
    header.draft = _is_draft(head, header, file_name)
    header.year = plan_year(header.title, header.issued_on, header.number)
    return header


def _is_draft(head: Head, header: Header, file_name: str) -> bool:
    """Draft: a mark says so, or the number is blank. The file's name counts only where the header is lost."""
    view = head.view
    stop = head.type_at[0] if head.type_at else min(head.body, len(view.bare))
    if DRAFT_MARK.search(view.bare[head.start : stop]):
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
