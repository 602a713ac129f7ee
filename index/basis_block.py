"""The legal basis of a draft as Decree 30/2020/NĐ-CP wants it: one line each, by authority, then date."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from index.authority import level_of, rank_of
from index.basis import PREAMBLE, Grounds, named
from index.draft_citations import after, agreed_day, fixed_issuer, full_days
from index.draft_numbers import BasisText
from index.facts import CitationRecord
from index.identity import LAW_TYPES, year_of
from index.resolve import Cited
from index.status import StatusBook, cited_of, citing_of
from index.title_case import in_small_letters
from ingest.clean.letters import UPPER
from ingest.extract.cited_issuer import issuer_of_symbol
from ingest.models import Document


@dataclass(frozen=True, slots=True)
class BasisLine:
    """`text` without "Căn cứ" and without its end. `note`: "" as in the draft, "mended", "newer" (it stands for one
    that was replaced), "common" (similar plans cite it), "kept" (a line that names no document, word for word);
    `chosen`: part of the block unless taken out."""

    text: str
    level: str
    note: str
    chosen: bool
    identity: str

    @property
    def written(self) -> str:
        """With "Căn cứ" in front, unless it has another beginning."""
        return _headed(self.text)


def basis_lines(
    book: StatusBook,
    document: Document,
    citations: Iterable[CitationRecord],
    common: Iterable[Grounds],
    unread: Iterable[BasisText],
    text_of: Callable[[str], str | None] = lambda _: None,
) -> list[BasisLine]:
    """The draft's own basis, mended, and what it misses; at the end the lines that name no document.

    `text_of`: the text of a document of the base, by its id; it knows how a title in capitals is written small.
    """
    written = document.header.issued_on
    made: dict[str, tuple[tuple[object, ...], BasisLine]] = {}

    def add(identity: str, cited: Cited, note: str, chosen: bool, changed: str = "") -> None:
        level = level_of(cited.number, cited.issuer, cited.type)
        text = basis_text(cited)
        line = BasisLine(text and text + changed, level, note, chosen, identity)
        when = cited.issued_on or year_of(cited) or "9999"
        if line.text:
            made.setdefault(identity, ((rank_of(level), _within(level, cited), when, line.text), line))

    for record in citations:
        fact = record.fact
        if fact.relation != "basis" and not (fact.relation == "implements" and fact.start < PREAMBLE):
            continue
        said = cited_of(record)
        identity = book.citations.identity(said, citing_of(record), record.resolved)
        status = book.of(identity)
        known = not written or any(one.relation != "basis" and not after(one, written) for one in status.evidence)
        newer = status.newer if status.name == "replaced" and known else None
        if newer is not None and newer.document and newer.document in book.citations.sources:
            source = book.citations.sources[newer.document]
            taken = book.citations.documents[newer.document]
            add(
                taken,
                _small(named(book.citations.by_identity.get(taken, ()), source), newer.document, text_of),
                "newer",
                True,
            )
            continue
        said = _as_written(document, record, said)
        full = _mended(book, record, said, identity)
        add(
            identity,
            full,
            "mended" if basis_text(full) != basis_text(said) else "",
            status.name != "repealed" or not known,
            _changed_by(document, record),
        )
    for grounds in common:
        add(grounds.identity, grounds.cited, "common", False)
    ordered = [line for _, line in sorted(made.values(), key=lambda pair: pair[0])]
    return [*ordered, *_without_document(unread)]


def _small(cited: Cited, document: str, text_of: Callable[[str], str | None]) -> Cited:
    """With the title as the document's body writes it, where its own heading is in capitals."""
    if cited.title and cited.title.isupper() and (text := text_of(document)):
        return replace(cited, title=_about(in_small_letters(cited.title, text)))
    return cited


# Within a level: who stands above whom, by the symbol of the number.
_ABOVE = {
    "assembly": (re.compile(r"/QH\d"), re.compile(r"UBTVQH")),
    "government": (re.compile(r"-CP$"), re.compile(r"-TTg$")),
    "province": (re.compile(r"/TU$|/ThU$|/TgU$"), re.compile(r"-HĐND$"), re.compile(r"UBND")),
}


def _within(level: str, cited: Cited) -> int:
    """Government before Prime Minister, National Assembly before its committee, council before committee.

    >>> _within("government", Cited("468/QĐ-TTg")) > _within("government", Cited("118/2025/NĐ-CP"))
    True
    >>> _within("assembly", Cited("1678/NQ-UBTVQH15")) > _within("assembly", Cited(None, type="Luật"))
    True
    """
    forms = _ABOVE.get(level, ())
    return next((at for at, form in enumerate(forms) if form.search(cited.number or "")), 0)


_OFFICERS = r"(?:Bộ trưởng, Chủ nhiệm|Bộ trưởng|Chủ nhiệm|Thống đốc|Tổng Thanh tra|Giám đốc|Chủ tịch)"
_HEAD_OF = re.compile(rf"\bcủa ({_OFFICERS}) (?=[{UPPER}])")
_HEADS = re.compile(rf"^{_OFFICERS} ")
_GOES_ON = re.compile(
    r";\s+((?:quy định|hướng dẫn|sửa đổi|bổ sung|bãi bỏ)\b[^;\n/]{5,250}?)[;,.]?[^\S\n]*(?=\n|$)", re.IGNORECASE
)


def _as_written(document: Document, record: CitationRecord, said: Cited) -> Cited:
    """With the head of the office whom the draft names ("của Bộ trưởng Bộ Nội vụ"), and with all of a title that has
    a semicolon in it ("về phân cấp trong lĩnh vực ...; quy định chi tiết ...")."""
    head = _HEAD_OF.search(record.fact.text)
    if head and said.issuer and not said.issuer.startswith(head[1]):
        said = replace(said, issuer=f"{head[1]} {said.issuer}")
    if said.title:
        after = document.text[record.fact.end :].partition("\n")[0]
        at = after.find(said.title)
        rest = _GOES_ON.match(after, at + len(said.title)) if 0 <= at < 5 else None
        if rest:
            said = replace(said, title=f"{said.title}; {rest[1]}")
    return said


_CHANGED_BY = re.compile(
    r"[\s,(]*(?P<by>(?:đã\s+)?được\s+sửa\s+đổi,?\s+bổ\s+sung(?:\s+một\s+số\s+điều)?\s+(?:bởi|theo)\s+[^;()]{8,300}?)[\s.,/)]*$"
)


def _changed_by(document: Document, record: CitationRecord) -> str:
    """ " được sửa đổi, bổ sung bởi Luật số 87/2025/QH15", where the draft says so right behind the document."""
    rest = document.text[record.fact.end :].partition("\n")[0].partition(";")[0]
    title = record.fact.title or ""
    at = rest.find(title) + len(title) if title and 0 <= rest.find(title) < 5 else 0
    found = _CHANGED_BY.match(rest, at)
    return f" {' '.join(found['by'].split())}" if found else ""


def _without_document(unread: Iterable[BasisText]) -> Iterator[BasisLine]:
    """Lines among the basis in which no document was read: "Theo đề nghị của ...", or a number with a slip."""
    for line in sorted(unread, key=lambda one: (not one.basis, one.start)):
        text = line.text.removeprefix("Căn cứ ") if line.basis else line.text
        yield BasisLine(text, "other", "kept", True, f"line|{line.start}")


def _title(titles: Iterable[str | None]) -> str | None:
    """Of how others write a title the most frequent, one without abbreviations if there is any."""
    plain = [title for title in map(_plain, titles) if title]
    full = [title for title in plain if not _SHORT.search(title)] or plain
    return max(sorted(set(full)), key=lambda title: (full.count(title), len(title)), default=None)


_SHORT = re.compile(rf"\b[{UPPER}]{{3,}}\b(?![-/])")


def _mended(book: StatusBook, record: CitationRecord, said: Cited, identity: str) -> Cited:
    """The draft's own words, with what the base knows better."""
    source = book.citations.sources.get(record.resolved or "")
    own = source.cited() if source else Cited(None)
    mentions = book.citations.by_identity.get(identity, ())
    others = named(mentions, None)
    if said.issuer and _SHORT.search(said.issuer):
        said = replace(said, issuer=issuer_of_symbol((said.number or "").rpartition("/")[2]) or said.issuer)
    issuer = own.issuer or fixed_issuer(said.number) or said.issuer or others.issuer
    if said.issuer and issuer and _HEADS.sub("", said.issuer) == issuer:
        issuer = said.issuer  # "Bộ trưởng Bộ Nội vụ" of a circular of the "Bộ Nội vụ"
    day = own.issued_on if own.issued_on and len(own.issued_on) == 10 else said.issued_on
    if not day or len(day) < 10:
        day = others.issued_on or day
    elif not own.issued_on and (agreed := agreed_day(full_days(mentions), day)):
        day = agreed[0]
    return Cited(
        own.number or said.number,
        day,
        issuer,
        said.title or _about(_plain(own.title)) or _title(mention.cited.title for mention in mentions),
        said.type or own.type or others.type,
    )


def _plain(title: str | None) -> str | None:
    """A title in capitals can't be written small: nobody knows its names any more."""
    return None if title is None or title.isupper() else title


def basis_text(cited: Cited) -> str:
    """ "Nghị định số 118/2025/NĐ-CP ngày 09 tháng 6 năm 2025 của Chính phủ về ...".

    Laws and ordinances go by name and date, without number and issuer. Days below 10 and the months 1 and 2 have a
    nought in front.

    >>> basis_text(Cited("118/2025/NĐ-CP", "2025-06-09", "Chính phủ", "về cơ chế một cửa", "Nghị định"))
    'Nghị định số 118/2025/NĐ-CP ngày 09 tháng 6 năm 2025 của Chính phủ về cơ chế một cửa'
    >>> basis_text(Cited("63/2025/QH15", "2025-02-18", "Quốc hội", "Luật Tổ chức Chính phủ", "Luật"))
    'Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025'
    >>> basis_text(Cited("55/TB-UBND", "2026-01", "Ủy ban nhân dân tỉnh Sơn La", None, "Thông báo"))
    'Thông báo số 55/TB-UBND tháng 01 năm 2026 của Ủy ban nhân dân tỉnh Sơn La'
    >>> basis_text(Cited("63/2025/QH15", "2025", "Quốc hội", "Luật Tổ chức Chính phủ", "Luật"))
    'Luật Tổ chức Chính phủ số 63/2025/QH15'
    """
    if cited.type in LAW_TYPES and cited.title:
        head = cited.title if cited.title.lower().startswith(cited.type.lower()) else f"{cited.type} {cited.title}"
        if cited.number and len(cited.issued_on or "") < 10:
            return f"{head} số {cited.number}"
        return f"{head}{_date(cited.issued_on)}"
    if not cited.number:
        return ""
    parts = [f"{cited.type} số {cited.number}" if cited.type else f"Văn bản số {cited.number}"]
    text = parts[0] + _date(cited.issued_on)
    if cited.issuer:
        text += f" của {cited.issuer}"
    if cited.title and not cited.title.isupper():
        text += f" {cited.title[0].lower() + cited.title[1:] if _is_word(cited.title) else cited.title}"
    return " ".join(text.split()).rstrip(" ;.,")


def _about(title: str | None) -> str | None:
    """A document's own title as one cites it.

    >>> _about("Cải cách hành chính năm 2026"), _about("Phê duyệt Đề án"), _about("PAR INDEX năm 2026")
    ('về cải cách hành chính năm 2026', 'Phê duyệt Đề án', 'về PAR INDEX năm 2026')
    """
    if not title or _is_word(title):
        return title
    first = title.split()[0]
    return f"về {title[0].lower() + title[1:] if first[1:].islower() else title}"


def _is_word(title: str) -> bool:
    """A title that begins with an ordinary verb or preposition."""
    return title.split()[0].lower() in (
        "về", "ban", "phê", "quy", "hướng", "sửa", "bổ", "điều", "thực", "triển", "công", "kiểm", "tăng", "đẩy",
    )  # fmt: skip


def _date(iso: str | None) -> str:
    if not iso:
        return ""
    parts = iso.split("-")
    if len(parts) < 3:  # "ngày     tháng 01 năm 2026" of a draft
        return f" tháng {_month(parts[1])} năm {parts[0]}" if len(parts) == 2 else f" năm {parts[0]}"
    year, month, day = parts
    return f" ngày {day} tháng {_month(month)} năm {year}"


def _month(month: str) -> str:
    return month if int(month) < 3 else str(int(month))


def block(lines: Iterable[str]) -> list[str]:
    """Lines of the legal basis with "Căn cứ" in front; each ends with ";", the last one with ".".

    >>> block(["Luật A", "Nghị định B;", "Theo đề nghị của Chánh Văn phòng Sở,"])
    ['Căn cứ Luật A;', 'Căn cứ Nghị định B;', 'Theo đề nghị của Chánh Văn phòng Sở.']
    """
    texts = [" ".join(line.split()).rstrip(" ;.,") for line in lines]
    texts = [_headed(text) for text in texts if text]
    return [f"{text}{'.' if at == len(texts) - 1 else ';'}" for at, text in enumerate(texts)]


_HAS_HEAD = re.compile(r"(?:Căn cứ|Theo đề nghị|Xét) ")


def _headed(text: str) -> str:
    return text if _HAS_HEAD.match(text) else f"Căn cứ {text}"
