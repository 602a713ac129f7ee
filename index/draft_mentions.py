"""What a draft says of the documents it cites, against itself: number and date, named twice, spelt in two ways."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from index.draft_numbers import PREAMBLE
from index.facts import CitationRecord
from index.finding import Finding, finding
from index.identity import LAW_TYPES
from index.resolve import Cited, Citing, office_key
from index.status import StatusBook
from ingest.clean.fold import match_form, strip_diacritics
from ingest.extract.citations import find_mentions
from ingest.extract.cited_date import date_after
from ingest.extract.cited_number import find_cited_numbers, repair
from ingest.extract.models import Citation
from ingest.models import Document
from ingest.parse.number import number_key


def years(document: Document) -> Iterator[Finding]:
    """ "Nghị định số 45/2020/NĐ-CP ngày 08/4/2021": the number and its date disagree about the year."""
    text = repair(document.text)
    bare = strip_diacritics(text).replace("\u0130", "I").lower()
    numbers = find_cited_numbers(text, bare)
    seen: set[str] = set()
    for at, number in enumerate(numbers):
        limit = numbers[at + 1].start if at + 1 < len(numbers) else len(text)
        if number.year is None or number.normalised in seen:
            continue
        line = text.find("\n", number.end)
        limit = min(limit, line if line >= 0 else len(text), number.end + 60)
        dated = date_after(text, bare, number.end, limit, law=False)
        if dated and dated[0][:4] != str(number.year) and len(dated[0]) == 10:
            seen.add(number.normalised)
            yield finding(document, "error", "year_differs", (number.start, dated[1]), name=number.normalised,
                          given=day_text(dated[0]), year=number.year)  # fmt: skip


def twice(book: StatusBook, document: Document, citations: list[CitationRecord]) -> Iterator[Finding]:
    """A document that is named twice as a basis, or in two spellings; a law also by name and by number."""
    header = document.header
    here = Citing(-1, header.province, header.issued_on, True)
    laws: dict[str, Citation] = {}
    for fact in (record.fact for record in citations):
        if fact.type in LAW_TYPES and fact.relation == "basis" and fact.start < PREAMBLE:
            named = Cited(fact.number, fact.issued_on, fact.issuer, fact.title, fact.type)
            key = book.citations.identity(named, here)
            if key in laws and amends(laws[key]) == amends(fact) and _begins(document, fact) and not key.endswith("|"):
                yield finding(document, "warning", "cited_twice", (fact.start, fact.end), name=_mention_name(fact))
            laws.setdefault(key, fact)
    by_key: dict[str, list[Citation]] = defaultdict(list)
    mentions = find_mentions(document)
    # A law by name and day is the one that has a number elsewhere.
    numbers = {
        f"{match_form(mention.title)} {mention.issued_on}": number_key(mention.number)
        for mention in mentions
        if mention.number and mention.type in LAW_TYPES and mention.title and mention.issued_on
    }
    for mention in mentions:
        if mention.number:
            by_key[number_key(mention.number)].append(mention)
        elif mention.type in LAW_TYPES and mention.title and mention.issued_on:
            by_day = f"{match_form(mention.title)} {mention.issued_on}"
            by_key[numbers.get(by_day, by_day)].append(mention)
    for mentions in by_key.values():
        basis = [m for m in mentions if m.relation == "basis" and m.start < PREAMBLE and _begins(document, m)]
        alike = [m for m in basis[1:] if amends(m) == amends(basis[0])]
        same = [m for m in alike if _same_date(m, basis[0]) or _same_year(m, basis[0])]
        if same:
            again = same[0]
            yield finding(document, "warning", "cited_twice", (again.start, again.end), name=_mention_name(again))
        spelt: dict[str, Citation] = {}
        for mention in mentions:
            if (
                mention.number
                and not mention.text.isupper()
                and (form := _written(document, mention))
                and _same_date(mention, mentions[0])
            ):
                spelt.setdefault(form, mention)
        if len(spelt) > 1:
            forms = list(spelt)
            other = next((spelt[form] for form in forms if form != spelt[forms[0]].number), spelt[forms[1]])
            yield finding(
                document, "info", "two_spellings", (other.start, other.end), first=forms[0], second=forms[1],
                right=other.number,
            )  # fmt: skip


def amends(mention: Citation) -> bool:
    """Whether what is named amends another, whose number stands last: "Luật sửa đổi, bổ sung một số điều của Luật Đất
    đai số 31/2024/QH15"."""
    return re.match(r"(?:bo luat|luat|phap lenh)\b.{0,30}\bsua doi", strip_diacritics(mention.text).lower()) is not None


def _mention_name(mention: Citation) -> str:
    return f"{mention.type or ''} {mention.number}".strip() if mention.number else mention.title or mention.text


def _begins(document: Document, mention: Citation) -> bool:
    """Whether a line of the legal basis begins with it: "Căn cứ Nghị định số ..."."""
    text = document.text
    start = max(text.rfind("\n", 0, mention.start), text.rfind(";", 0, mention.start)) + 1
    # Lines that the margin broke: "... Chương trình hành động thực hiện" / "Nghị quyết số 57-NQ/TW".
    ended = start == 0 or text[start - 1] == ";" or text[:start].rstrip()[-1:] in ";.:/"
    front = strip_diacritics(document.text[start : mention.start]).lower().strip(" *_-–+\t")
    return front in ("can cu", "can cu vao") or (front == "" and ended)


def _same_date(first: Citation, second: Citation) -> bool:
    one, other = first.issued_on or "", second.issued_on or ""
    return one.startswith(other) or other.startswith(one)


def _same_year(first: Citation, second: Citation) -> bool:
    """One issuer numbers anew each year: with two days of one year, one of the two is mistyped."""
    one, other = first.issued_on or "", second.issued_on or ""
    known = first.issuer and second.issuer and office_key(first.issuer) == office_key(second.issuer)
    return bool(known) and bool(one) and one[:4] == other[:4]


_NUMBER = re.compile(
    r"\d{1,6}[a-zđ]?\s*(?:/\s*(?:19|20)\d\d\s*)?[/–-]\s*[A-ZĐÐa-zđ&]+(?:\s?[-–/&.]\s?[A-ZĐÐa-zđ&\d]+)*"
)


def _written(document: Document, mention: Citation) -> str | None:
    """The number as it stands in the text, without blanks; one dash is as good as another."""
    found = _NUMBER.search(document.text[mention.start : mention.end])
    form = re.sub(r"[–—]", "-", re.sub(r"\s+", "", found[0])) if found else None
    alike = form and mention.number and _letters(form) == _letters(mention.number)
    return form if form and (alike or number_key(form) == number_key(mention.number or "")) else None


def _letters(number: str) -> str:
    """ "170/2025/NDCP" and "170/2025/NĐ-CP" alike."""
    return re.sub(r"[\W_]", "", strip_diacritics(number).lower())


def day_text(iso: str) -> str:
    """ "2025-06-09" as people write it.

    >>> day_text("2025-06-09")
    '09/06/2025'
    """
    return "/".join(reversed(iso.split("-")))
