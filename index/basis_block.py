"""The legal basis of a draft as Decree 30/2020/NĐ-CP wants it: one line each, by authority, then date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from index.authority import level_of, rank_of
from index.basis import PREAMBLE, Grounds, named
from index.draft_citations import agreed_day, fixed_issuer, full_days
from index.facts import CitationRecord
from index.identity import LAW_TYPES, year_of
from index.resolve import Cited
from index.status import StatusBook, cited_of, citing_of


@dataclass(frozen=True, slots=True)
class BasisLine:
    """`text` without "Căn cứ" and without its end. `note`: "" as in the draft, "mended", "newer" (it stands for one
    that was replaced), "common" (similar plans cite it); `chosen`: part of the block unless taken out."""

    text: str
    level: str
    note: str
    chosen: bool
    identity: str


def basis_lines(book: StatusBook, citations: Iterable[CitationRecord], common: Iterable[Grounds]) -> list[BasisLine]:
    """The draft's own basis, mended, and what it misses."""
    made: dict[str, tuple[tuple[object, ...], BasisLine]] = {}

    def add(identity: str, cited: Cited, note: str, chosen: bool) -> None:
        level = level_of(cited.number, cited.issuer, cited.type)
        line = BasisLine(basis_text(cited), level, note, chosen, identity)
        when = cited.issued_on or year_of(cited) or "9999"
        if line.text:
            made.setdefault(identity, ((rank_of(level), when, line.text), line))

    for record in citations:
        fact = record.fact
        if fact.relation != "basis" and not (fact.relation == "implements" and fact.start < PREAMBLE):
            continue
        said = cited_of(record)
        identity = book.citations.identity(said, citing_of(record), record.resolved)
        status = book.of(identity)
        newer = status.newer if status.name == "replaced" else None
        if newer is not None and newer.document and newer.document in book.citations.sources:
            source = book.citations.sources[newer.document]
            taken = book.citations.documents[newer.document]
            add(taken, named(book.citations.by_identity.get(taken, ()), source), "newer", True)
            continue
        full = _mended(book, record, identity)
        add(identity, full, "mended" if basis_text(full) != basis_text(said) else "", status.name != "repealed")
    for grounds in common:
        add(grounds.identity, grounds.cited, "common", False)
    return [line for _, line in sorted(made.values(), key=lambda pair: pair[0])]


def _mended(book: StatusBook, record: CitationRecord, identity: str) -> Cited:
    """The draft's own words, with what the base knows better."""
    said = cited_of(record)
    source = book.citations.sources.get(record.resolved or "")
    own = source.cited() if source else Cited(None)
    mentions = book.citations.by_identity.get(identity, ())
    others = named(mentions, None)
    day = own.issued_on if own.issued_on and len(own.issued_on) == 10 else said.issued_on
    if not day or len(day) < 10:
        day = others.issued_on or day
    elif not own.issued_on and (agreed := agreed_day(full_days(mentions), day)):
        day = agreed[0]
    return Cited(
        own.number or said.number,
        day,
        own.issuer or fixed_issuer(said.number) or said.issuer or others.issuer,
        said.title or _plain(own.title) or _plain(others.title),
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
    >>> basis_text(Cited("72/2025/QH15", "2025-02-19", "Quốc hội", "Luật Tổ chức Chính phủ", "Luật"))
    'Luật Tổ chức Chính phủ ngày 19 tháng 02 năm 2025'
    """
    if cited.type in LAW_TYPES and cited.title:
        head = cited.title if cited.title.lower().startswith(cited.type.lower()) else f"{cited.type} {cited.title}"
        return (
            f"{head}{_date(cited.issued_on)}"
            if cited.issued_on
            else f"{head} số {cited.number}"
            if cited.number
            else head
        )
    if not cited.number:
        return ""
    parts = [f"{cited.type} số {cited.number}" if cited.type else f"Văn bản số {cited.number}"]
    text = parts[0] + _date(cited.issued_on)
    if cited.issuer:
        text += f" của {cited.issuer}"
    if cited.title and not cited.title.isupper():
        text += f" {cited.title[0].lower() + cited.title[1:] if _is_word(cited.title) else cited.title}"
    return " ".join(text.split()).rstrip(" ;.,")


def _is_word(title: str) -> bool:
    """A title that begins with an ordinary verb or preposition."""
    return title.split()[0].lower() in (
        "về", "ban", "phê", "quy", "hướng", "sửa", "bổ", "điều", "thực", "triển", "công", "kiểm", "tăng", "đẩy",
    )  # fmt: skip


def _date(iso: str | None) -> str:
    if not iso:
        return ""
    parts = iso.split("-")
    if len(parts) < 3:
        return f" năm {parts[0]}"
    year, month, day = parts
    return f" ngày {day} tháng {month if int(month) < 3 else int(month)} năm {year}"


def block(lines: Iterable[str]) -> list[str]:
    """Lines of the legal basis with "Căn cứ" in front; each ends with ";", the last one with ".".

    >>> block(["Luật A", "Nghị định B;"])
    ['Căn cứ Luật A;', 'Căn cứ Nghị định B.']
    """
    texts = [" ".join(line.split()).rstrip(" ;.,") for line in lines]
    texts = [text if text.startswith("Căn cứ ") else f"Căn cứ {text}" for text in texts if text]
    return [f"{text}{'.' if at == len(texts) - 1 else ';'}" for at, text in enumerate(texts)]
