"""Numbers in a draft that no document can have: a slip in the number itself, a National Assembly of another time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from index.facts import CitationRecord
from index.finding import Finding, finding
from ingest.clean.fold import strip_diacritics
from ingest.extract.citations import find_mentions
from ingest.models import Document

#: Characters from the beginning within which a draft names its legal basis.
PREAMBLE = 6000
_BASIS_LINE = re.compile(
    r"^[^\w\n]*((?P<basis>can cu)|theo de nghi|xet de nghi|xet)\b[^\n]{8,400}?(?=\s*[;.,]?[^\S\n]*$)", re.MULTILINE
)
_LEADS_IN = re.compile(
    r"\bnhu sau\b|\b(?:ban hanh|xay dung|trien khai|quyet dinh|lap|thuc hien) (?:ke hoach|chuong trinh|quyet dinh)\b|:"
)
# "số 18/20202QĐ-UBND", "số 76 NQ-CP": begins like a number, and no number was read there.
_LIKE_A_NUMBER = re.compile(r"\bso:?\s*(\d[\w./-]*[a-z][\w./&-]*|\d+\s+[a-z]{1,4}-[a-z&-]+)")


# "số ...../QĐ-UBND", "ngày .../.../2026" of a document that is cited
_BLANK = re.compile(r"\bso:?\s*(?:[.…_]{2,}\s*/?|/)\s*[a-z\d]|\bngay\s*[.…_]{2,}|\bngay\s+thang\b")
_CITES = re.compile(r"^[^\w\n]*(?:can cu|thuc hien|theo|trien khai)\b[^\n]*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class BasisText:
    """A line of the legal basis without its end; `basis`: it begins with "Căn cứ"."""

    text: str
    start: int
    end: int
    basis: bool


def check_numbers(
    document: Document, citations: list[CitationRecord], unread: Iterable[BasisText]
) -> Iterator[Finding]:
    """A basis whose number or day is still blank or can't be read, a law of an assembly that didn't sit in its year."""
    yield from _blanks(document)
    for line in unread:
        slip = _LIKE_A_NUMBER.search(strip_diacritics(document.text[line.start : line.end]).lower())
        if slip:
            span = (line.start + slip.start(1), line.start + slip.end(1))
            yield finding(document, "warning", "number_garbled", span, name=document.text[span[0] : span[1]])
    told: set[str] = set()
    for record in citations:
        number = record.fact.number or ""
        found = re.fullmatch(r"\d+[a-z]?/(\d{4})/(?:NQ-|PL-)?(?:UBTV)?QH(\d{1,2})", number)
        if found and number not in told and not sat(int(found[2]), int(found[1])):
            told.add(number)
            first, last = term(int(found[2]))
            yield finding(
                document, "error", "assembly_differs", (record.fact.start, record.fact.end), name=number,
                term=found[2], first=first, last=last, year=found[1],
            )  # fmt: skip


def _blanks(document: Document) -> Iterator[Finding]:
    """Lines of the basis that leave a number or a day of what they cite for later."""
    bare = strip_diacritics(_preamble(document)).replace("\u0130", "I").lower()
    for line in _CITES.finditer(bare):
        if blank := _BLANK.search(line[0]):
            stop = line[0].find(";", blank.end())
            span = (line.start() + blank.start(), line.start() + (stop if stop > 0 else len(line[0])))
            yield finding(document, "warning", "citation_blank", (span[0], min(span[1], span[0] + 80)))


def term(number: int) -> tuple[int, int]:
    """First and last year of a National Assembly from the 11th on; the 13th was the last one cut to end in spring.

    >>> [term(n) for n in (11, 12, 13, 14, 15)]
    [(2002, 2007), (2007, 2011), (2011, 2016), (2016, 2021), (2021, 2026)]
    """
    if number <= 11:
        return 2002 - 5 * (11 - number), 2007 - 5 * (11 - number)
    first = 2007 if number == 12 else 2011 + 5 * (number - 13)
    return first, 2011 if number == 12 else first + 5


def sat(number: int, year: int) -> bool:
    """Whether a National Assembly sat in a year; before the 11th nobody is told.

    >>> sat(14, 2017), sat(12, 2017), sat(15, 2021), sat(14, 2021), sat(14, 2022)
    (True, False, True, True, False)
    """
    first, last = term(number)
    return number < 11 or first <= year <= last


def unread_lines(document: Document) -> list[BasisText]:
    """Lines among the basis in which no document was read, in the order of the text."""
    return [line for line, read in _lines(document) if not read]


def proposing_lines(document: Document) -> list[BasisText]:
    """Lines that say who proposed it, and name his paper: "Theo đề nghị của Giám đốc Sở A tại Tờ trình số 5"."""
    return [line for line, read in _lines(document) if read and not line.basis]


def _lines(document: Document) -> Iterator[tuple[BasisText, bool]]:
    """Lines among the basis, and whether a document was read there."""
    spans = [(mention.start, mention.end) for mention in find_mentions(document)]
    text = _preamble(document)
    for line in _BASIS_LINE.finditer(strip_diacritics(text).replace("\u0130", "I").lower()):
        start, end = line.start(1), line.end()
        if not _LEADS_IN.search(line[0]):
            made = BasisText(" ".join(text[start:end].split()), start, end, bool(line["basis"]))
            yield made, any(a < end and b > start for a, b in spans)


def _preamble(document: Document) -> str:
    first = next((section.start for section in document.sections if section.label), PREAMBLE)
    return document.text[: min(first, PREAMBLE)]
