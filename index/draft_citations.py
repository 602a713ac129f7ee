"""What a draft cites against what the base knows of it: number, date, issuer, force."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from index.authority import is_central, level_of
from index.citation_book import Mention, Source
from index.draft_mentions import amends, day_text, twice, years
from index.draft_numbers import PREAMBLE
from index.facts import CitationRecord
from index.finding import Finding, finding
from index.identity import LAW_TYPES, law_name_key
from index.resolve import office_key, province_of
from index.status import Evidence, StatusBook, cited_of, citing_of
from ingest.clean.fold import match_form, strip_diacritics
from ingest.extract.cited_issuer import issuer_of_symbol
from ingest.extract.models import Citation
from ingest.models import Document
from ingest.parse.number import number_key

if TYPE_CHECKING:
    from index.store import Store

#: Other documents that must agree on a date before a draft's is doubted.
WITNESSES = 2
#: Words that a title must have to tell one document from all others.
SAME_WORDS = 9
#: Numbers up to this one may be given on the same day of every January.
SERIES = 20
#: Share of the words of two titles that both have, where office, day and kind are the same.
SAME_TITLE = 0.75
#: Between the day of a law and its force, at least, as a rule.
WEEKS = 4
# Who issues under these symbols is the same for everybody.
_FIXED = re.compile(r"^(?:(?:NĐ|NQ)-CP|(?:QĐ|CT|CĐ)-TTg|(?:UBTV)?QH\d+)$")


def check_citations(
    store: Store, book: StatusBook, document: Document, citations: list[CitationRecord], own: set[str]
) -> list[Finding]:
    """Findings on each cited document. `own`: groups of the base that are this draft."""
    found: list[Finding] = []
    for record in citations:
        others = _others(book, record, own)
        dated = list(_date(store, book, document, record, others))
        found += dated
        wrong = list(_issuer(store, book, document, record))
        found += wrong
        force = [*_force(book, document, record, citations), *_newer_law(book, document, record, citations)]
        found += force
        if record.resolved is None and not dated and not force and not wrong:
            found += _unknown(book, document, record, others, own)
    told = [(one.start, one.end) for one in found if one.code == "date_differs"]  # with the right day
    found += (one for one in years(document) if not any(start <= one.start < end for start, end in told))
    found += twice(book, document, citations)
    return found


def _name(record: CitationRecord) -> str:
    """What people call it: laws by their name, too."""
    fact = record.fact
    if fact.number and fact.title and fact.type in LAW_TYPES and fact.title.lower().startswith(fact.type.lower()):
        return f"{fact.title} số {fact.number}"
    return f"{fact.type or ''} {fact.number}".strip() if fact.number else fact.title or fact.text


def _span(record: CitationRecord) -> tuple[int, int]:
    return record.fact.start, record.fact.end


def _number_span(document: Document, record: CitationRecord) -> tuple[int, int]:
    """Where the number itself stands: a law may be named first and numbered later."""
    number = record.fact.number or ""
    if number in document.text[record.fact.start : record.fact.end]:
        return _span(record)
    at = document.text.find(number)
    return (at, at + len(number)) if number and at >= 0 else _span(record)


def _others(book: StatusBook, record: CitationRecord, own: set[str]) -> list[Mention]:
    """One citation of the same document from each other group."""
    identity = book.citations.identity(cited_of(record), citing_of(record), record.resolved)
    groups: dict[str, Mention] = {}
    amending = amends(record.fact)
    for mention in book.citations.by_identity.get(identity, ()):
        if mention.source.group in own:
            continue
        # A law and one that amends it are two, whatever number a draft gives to either.
        if record.fact.type in LAW_TYPES and mention.cited.title and _is_amending(mention.cited.title) != amending:
            continue
        groups.setdefault(mention.source.group, mention)
    return list(groups.values())


_AMENDING = re.compile(r"(?:bo luat |luat |phap lenh )?sua doi\b")


def _is_amending(title: str) -> bool:
    return _AMENDING.match(strip_diacritics(title).lower()) is not None


def _date(
    store: Store, book: StatusBook, document: Document, record: CitationRecord, others: list[Mention]
) -> Iterator[Finding]:
    """The date differs from the cited document's own, or from what others write who name the same document."""
    fact = record.fact
    if not fact.issued_on or len(fact.issued_on) != 10:
        return
    stored = store.document(record.resolved) if record.resolved else None
    if stored is not None and stored.issued_on and len(stored.issued_on) == 10:
        if stored.issued_on != fact.issued_on:
            yield finding(
                document, "error", "date_differs", _span(record), f"/van-ban/{stored.id}", name=_name(record),
                given=day_text(fact.issued_on), known=day_text(stored.issued_on),
                who=f"bản trong kho ({stored.number})",
            )  # fmt: skip
        return
    if known := agreed_day(full_days(others), fact.issued_on):
        yield finding(
            document, "warning", "date_differs", _span(record), name=_name(record), given=day_text(fact.issued_on),
            known=day_text(known[0]), who=f"{known[1]} văn bản khác trong kho",
        )  # fmt: skip
        return
    if others or not fact.number:
        return
    for source in _namesakes(book, record):
        day = source.issued_on or ""
        if len(day) == 10 and day[:4] != fact.issued_on[:4] and day[4:] == fact.issued_on[4:]:
            yield finding(
                document, "error", "date_differs", _span(record), f"/van-ban/{source.id}", name=_name(record),
                given=day_text(fact.issued_on), known=day_text(day), who=f"bản trong kho ({source.number})",
            )  # fmt: skip
            return
    # Nobody knows this number of this year: is another year's meant? Plans of one office have one title every year.
    if not is_central(level_of(fact.number, fact.issuer, fact.type)):
        return
    if _of_january(fact):  # "01/NQ-CP ngày 08/01": every year has one
        return
    same_day: Counter[str] = Counter()
    for mention in book.citations.by_number.get(number_key(fact.number), ()):
        date = mention.cited.issued_on or ""
        alike = date[4:] == fact.issued_on[4:] or _one_title(fact, mention)
        if len(date) == 10 and date[:4] != fact.issued_on[:4] and alike:
            same_day[date] += 1
    if same_day and same_day.most_common(1)[0][1] >= WITNESSES:
        date, count = same_day.most_common(1)[0]
        yield finding(
            document, "warning", "date_differs", _span(record), name=_name(record), given=day_text(fact.issued_on),
            known=day_text(date), who=f"{count} văn bản khác trong kho",
        )  # fmt: skip


def _of_january(fact: Citation) -> bool:
    """Whether a number and a day can come again each year: the first resolutions of a year."""
    first = re.match(r"\d+", fact.number or "")
    return (fact.issued_on or "")[5:7] == "01" and first is not None and int(first[0]) <= SERIES


def _namesakes(book: StatusBook, record: CitationRecord) -> list[Source]:
    """Issued documents of the base that carry the number, of the draft's own province or of a central organ."""
    province = record.document.province
    return [
        source
        for source in book.citations.numbered.get(number_key(record.fact.number or ""), ())
        if not source.draft and source.id != record.document.id and source.province in (None, province)
    ]


def _issuer(store: Store, book: StatusBook, document: Document, record: CitationRecord) -> Iterator[Finding]:
    """The issuer that stands beside the citation is not the document's."""
    fact = record.fact
    if not fact.number or not fact.issuer:
        return
    written = office_key(fact.issuer)
    if written not in office_key(fact.text):  # taken from the symbol, or from the end of a list
        return
    fixed = fixed_issuer(fact.number)
    if fixed and level_of(None, fact.issuer) != "other" and not _is_office(written, office_key(fixed)):
        yield finding(document, "error", "issuer_differs", _span(record), name=_name(record), given=fact.issuer,
                      known=fixed)  # fmt: skip
        return
    stored = store.document(record.resolved) if record.resolved else None
    if stored is None and len(fact.issued_on or "") == 10:
        # The very number and day, in the draft's own province, but said to be another office's.
        for source in _namesakes(book, record):
            if source.issued_on == fact.issued_on and source.issuer:
                yield finding(
                    document, "warning", "issuer_differs", _span(record), f"/van-ban/{source.id}", name=_name(record),
                    given=fact.issuer, known=source.issuer,
                )  # fmt: skip
                return
    if stored is None or not stored.issuer:
        return
    if level_of(None, fact.issuer) == "other" or level_of(None, stored.issuer) == "other":
        return
    here, there = province_of(fact.issuer), province_of(stored.issuer)
    if not _within(office_key(stored.issuer), written) or (here and there and here != there):
        yield finding(
            document, "error", "issuer_differs", _span(record), f"/van-ban/{stored.id}", name=_name(record),
            given=fact.issuer, known=stored.issuer,
        )  # fmt: skip


def fixed_issuer(number: str | None) -> str | None:
    """Who issued a document whose symbol leaves no choice.

    >>> fixed_issuer("76/NQ-CP"), fixed_issuer("72/2025/QH15"), fixed_issuer("12/KH-UBND")
    ('Chính phủ', 'Quốc hội', None)
    """
    symbol = (number or "").rpartition("/")[2]
    return issuer_of_symbol(symbol) if _FIXED.match(symbol) else None


def full_days(mentions: Iterable[Mention]) -> Counter[str]:
    """The days that citations give, where they give one."""
    return Counter(m.cited.issued_on for m in mentions if m.cited.issued_on and len(m.cited.issued_on) == 10)


def agreed_day(days: Counter[str], given: str) -> tuple[str, int] | None:
    """Another day that enough documents give, against few that give this one; and how many."""
    day, count = days.most_common(1)[0] if days else ("", 0)
    return (day, count) if count >= WITNESSES and day != given and days[given] * 3 < count else None


def _is_office(written: str, fixed: str) -> bool:
    """ "Thủ tướng" is the Prime Minister; "Thủ tướng Chính phủ" is not the Government."""
    return written.startswith(fixed) or (written == "thu tuong" and fixed == "thu tuong chinh phu")


def _within(first: str, second: str) -> bool:
    left, right = set(first.split()), set(second.split())
    return left <= right or right <= left


def _force(
    book: StatusBook, document: Document, record: CitationRecord, citations: list[CitationRecord]
) -> Iterator[Finding]:
    """A basis that was replaced, repealed or amended."""
    fact = record.fact
    if fact.relation not in ("basis", "implements"):
        return
    status = book.of_cited(cited_of(record), citing_of(record), record.resolved)
    if status.name not in ("replaced", "repealed", "amended"):
        return
    # A document can't rest on what came after it, and need not know of it.
    written = document.header.issued_on
    telling = [one for one in status.evidence if one.relation != "basis"]
    if written:
        telling = [one for one in telling if not after(one, written)]
        if not telling:
            return
    cited_too = {number_key(other.fact.number) for other in citations if other.fact.number}
    changers = list(dict.fromkeys(one.number for one in telling if one.number))
    if status.name == "amended":
        lacking = [number for number in changers if number_key(number) not in cited_too]
        if not lacking or any(number_key(number) in cited_too for number in changers):
            return
        name = law_name_key(fact.title) if fact.type in LAW_TYPES and fact.title else ""
        titles = [law_name_key(other.fact.title) for other in citations if other.fact.title]
        if name and any(title.startswith("sua doi") and name in title for title in titles):
            return  # "Luật sửa đổi, bổ sung một số điều của ..." is cited by name
        if name and _named_as_amended(document, fact.title or ""):
            return
        by = ", ".join(lacking[:4])
        url = next((f"/van-ban/{one.document}" for one in telling if one.document), None)
        yield finding(document, "info", "basis_amended", _span(record), url, name=_name(record), by=by)
        return
    newer = status.newer
    if newer and newer.number and number_key(newer.number) in cited_too and status.name == "replaced":
        both = "basis_replaced_too"
    else:
        both = f"basis_{status.name}"
    by = newer.number if newer and newer.number else ""
    where = telling[0].said_by or "một văn bản trong kho" if telling else ""
    url = f"/van-ban/{newer.document}" if newer and newer.document else None
    if url is None and telling:
        url = f"/van-ban/{telling[0].said_in}"
    if not by and both == "basis_replaced":
        both = "basis_repealed"
    code = both if by or both == "basis_repealed" else "basis_repealed"
    yield finding(document, "error", code, _span(record), url, name=_name(record), by=by or where,
                  said=where)  # fmt: skip


def _named_as_amended(document: Document, title: str) -> bool:
    """Whether the draft names, with whatever number, a law that amends this one."""
    bare = strip_diacritics(document.text[:PREAMBLE]).lower()
    inner = re.escape(strip_diacritics(title).lower().strip())
    return re.search(rf"\bsua doi,? bo sung [^;\n]{{0,200}}\bcua {inner}", " ".join(bare.split(" "))) is not None


def after(one: Evidence, written: str) -> bool:
    """Whether what changed a document came after a draft was written; a year alone may have."""
    on = one.on or _number_year(one.number)
    length = min(len(on), len(written))
    return bool(on) and (on[:length] > written[:length] or (on[:length] == written[:length] and len(on) < len(written)))


def _newer_law(
    book: StatusBook, document: Document, record: CitationRecord, citations: list[CitationRecord]
) -> Iterator[Finding]:
    """A law of which others already cite a younger one of the same name."""
    fact = record.fact
    year = (fact.issued_on or "")[:4] or _number_year(fact.number)
    if fact.type not in LAW_TYPES or not fact.title or not year or fact.relation not in ("basis", "implements"):
        return
    name = law_name_key(fact.title)
    later: dict[str, set[str]] = defaultdict(set)
    for mention in book.citations.by_law.get(name, ()):
        day = mention.cited.issued_on or ""
        if len(day) == 10 and day[:4] > year and _had_time(day, document.header.issued_on):
            later[day].add(mention.source.group)
    days = [day for day, groups in later.items() if len(groups) >= WITNESSES]
    both = any(
        other.fact.title and law_name_key(other.fact.title) == name and (other.fact.issued_on or "")[:4] > year
        for other in citations
    )
    if days and not both:
        day = max(days)
        yield finding(
            document, "warning", "law_newer", _span(record), name=fact.title, year=year, known=day_text(day),
            count=len(later[day]),
        )  # fmt: skip


def _had_time(day: str, written: str | None) -> bool:
    """Whether a law of a day can have been in force when a draft was written: weeks lie between, as a rule.

    >>> _had_time("2025-02-18", "2025-02-18"), _had_time("2025-06-16", "2025-07-20"), _had_time("2025-06-16", None)
    (False, True, True)
    >>> _had_time("2025-02-18", "2025"), _had_time("2024-11-30", "2025")
    (False, True)
    """
    if not written or len(written) < 10:
        return not written or day[: len(written)] < written
    counts = [int(y) * 372 + int(m) * 31 + int(d) for y, m, d in (written.split("-"), day.split("-"))]
    return counts[0] - counts[1] >= WEEKS * 7


def _number_year(number: str | None) -> str:
    found = re.match(r"\d+/((?:19|20)\d\d)/", number or "")
    return found[1] if found else ""


def _unknown(
    book: StatusBook, document: Document, record: CitationRecord, others: list[Mention], own: set[str]
) -> Iterator[Finding]:
    """Not in the base: information, unless the base knows the same document under another number."""
    fact = record.fact
    if not fact.number:
        return
    by_name = fact.type in LAW_TYPES and not amends(fact)
    if fact.title and (by_name or (fact.issued_on and not others)):
        twin = _law_twin(book, record, own) if by_name else _twin(book, record, own)
        if twin is not None:
            yield finding(
                document, "warning", "number_differs", _number_span(document, record), name=_name(record),
                known=twin[0], who=f"{twin[1]} văn bản khác trong kho",
            )  # fmt: skip
            return
        stored = None if by_name else _stored_twin(book, record)
        if stored is not None:
            yield finding(
                document, "warning", "number_differs", _number_span(document, record), f"/van-ban/{stored.id}",
                name=_name(record), known=stored.number, who="bản trong kho",
            )  # fmt: skip
            return
    if fact.relation not in ("basis", "implements"):
        return
    code = "number_elsewhere" if others else "number_unknown"
    yield finding(document, "info", code, _span(record), name=_name(record), count=len(others))


def _twin(book: StatusBook, record: CitationRecord, own: set[str]) -> tuple[str, int] | None:
    """A number that others give for a document of the same kind, day and title."""
    fact = record.fact
    suffix = (fact.number or "").partition("/")[2] or (fact.number or "").partition("-")[2]
    groups: dict[str, set[str]] = defaultdict(set)
    for mention in book.citations.by_day.get(fact.issued_on or "", ()):
        number = mention.cited.number or ""
        if (
            mention.source.group not in own
            and (number.partition("/")[2] or number.partition("-")[2]) == suffix
            and number_key(number) != number_key(fact.number or "")
            and _one_title(fact, mention)
        ):
            groups[number].add(mention.source.group)
    if len(groups) != 1:
        return None
    number, sources = next(iter(groups.items()))
    return (number, len(sources)) if len(sources) >= WITNESSES else None


def _stored_twin(book: StatusBook, record: CitationRecord) -> Source | None:
    """The one document of the base of the same office, day, kind and title under another number: "241/KH-UBND" for
    "214/KH-UBND"."""
    fact = record.fact
    here, words = cited_of(record), _words(fact.title)
    if len(fact.issued_on or "") < 10 or len(words) < 4 or not fact.issuer:
        return None
    symbol = _symbol_of(fact.number)
    found = [
        source
        for source in book.citations.sources.values()
        if not source.draft
        and source.issued_on == fact.issued_on
        and source.number
        and _symbol_of(source.number) == symbol
        and number_key(source.number) != number_key(here.number or "")
        and source.issuer
        and office_key(source.issuer) == office_key(fact.issuer)
        and province_of(source.issuer) == province_of(fact.issuer)
        and len(words & _words(source.title)) >= SAME_TITLE * len(words | _words(source.title))
    ]
    groups = {source.group for source in found}
    return found[0] if len(groups) == 1 else None


def _symbol_of(number: str | None) -> str:
    return number_key(number or "").partition("/")[2]


def _law_twin(book: StatusBook, record: CitationRecord, own: set[str]) -> tuple[str, int] | None:
    """The number that others give to the law of this name and year."""
    fact = record.fact
    year = _number_year(fact.number)
    groups: dict[str, set[str]] = defaultdict(set)
    for mention in book.citations.by_law.get(law_name_key(fact.title or ""), ()) if year else ():
        number = mention.cited.number or ""
        if mention.source.group not in own and _number_year(number) == year:
            groups[number].add(mention.source.group)
    ranked = sorted(((len(sources), number) for number, sources in groups.items()), reverse=True)
    if not ranked or number_key(fact.number or "") in {number_key(number) for number in groups}:
        return None
    (count, number), second = ranked[0], ranked[1][0] if len(ranked) > 1 else 0  # others mistype, too
    return (number, count) if count >= max(WITNESSES, 3 * second) else None


def _one_title(fact: Citation, mention: Mention) -> bool:
    """Whether two titles are the same, word by word, and long enough to be of one document alone: decrees of one
    day begin alike ("quy định về phân quyền, phân cấp trong lĩnh vực ...")."""
    words = _words(fact.title)
    return words == _words(mention.cited.title) and (len(words) >= SAME_WORDS or fact.type in LAW_TYPES)


def _words(title: str | None) -> set[str]:
    return set(re.findall(r"\w+", strip_diacritics(match_form(title)))) - {"ve", "viec"} if title else set()
