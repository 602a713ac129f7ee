"""A basis that similar plans all cite and a draft misses."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from index.authority import is_central, level_of, rank_of
from index.basis import SCORE_SHARE, Grounds, Search, grounds_of, is_basis
from index.citation_book import Source
from index.facts import CitationRecord
from index.finding import Finding, finding
from index.generation import IndexUnusableError
from index.identity import LAW_TYPES, law_name_key, place_of, year_of
from index.resolve import Citing
from index.status import StatusBook, cited_of, citing_of
from ingest.clean.fold import key_form, strip_diacritics
from ingest.models import Document, SectionKind

if TYPE_CHECKING:
    from index.store import Store

#: Similar plans that must cite it, at least, and their share.
LEAST, SHARE = 3, 0.6
#: Or all of so few.
FEW = 2
#: Plans of so many years around the draft's are asked.
YEARS = 2
DEPTH = 30
#: Plans that are asked, the nearest in time and level first.
PLANS = 25
#: Share of the words of two titles, without whose and when, that both have; and of those that a search finds, too.
SAME_MATTER = 0.75
NEAR_MATTER = 0.7


@dataclass(slots=True)
class CommonBasis:
    """What is missed: findings, and the documents that could be added."""

    findings: list[Finding] = field(default_factory=list)
    grounds: list[Grounds] = field(default_factory=list)


def common_missing(
    store: Store,
    book: StatusBook,
    document: Document,
    citations: list[CitationRecord],
    own: set[str],
    search: Search | None,
) -> CommonBasis:
    """Documents in force that most plans like this one rest on, and this one doesn't name."""
    found = CommonBasis()
    header = document.header
    if not header.title or not header.type:
        return found
    plans = _similar(book, document, own, _found(search, f"{header.type} {header.title}"))
    if len(plans) < FEW:
        return found
    cited = {book.citations.identity(cited_of(one), citing_of(one), one.resolved) for one in citations}
    laws = {law_name_key(one.fact.title) for one in citations if one.fact.title and one.fact.type in LAW_TYPES}
    here = Citing(-1, header.province, header.issued_on, True)
    level = level_of(header.number or f"0/{header.symbol}" if header.symbol else None, header.issuer, header.type)
    written = header.issued_on or (str(header.year) if header.year else "9999")
    for one in grounds_of(book, plans):
        enough = one.count >= LEAST and one.count >= SHARE * len(plans)
        if not enough and not (len(plans) >= FEW and one.count == len(plans)):
            continue
        when = one.cited.issued_on or year_of(one.cited)
        if one.cited.type in LAW_TYPES and law_name_key(one.cited.title or "") in laws:
            continue  # of another year or number, which is told of itself
        if one.identity in cited or one.status.name in ("replaced", "repealed") or not when:
            continue
        if when[: len(written)] > written[: len(when)]:
            continue
        if not is_central(one.level):
            local = place_of(one.cited, one.cited_by[0].source.citing())
            if rank_of(one.level) >= rank_of(level) or not local or local != place_of(one.cited, here):
                continue
        name = " ".join(filter(None, (one.cited.type, one.cited.number))) if one.cited.number else one.cited.title
        url = f"/van-ban/{one.document}" if one.document else f"/van-ban/{one.cited_by[0].source.id}"
        found.grounds.append(one)
        severity = "warning" if one.count >= LEAST else "info"
        found.findings.append(
            finding(
                document, severity, "basis_common_missing", basis_span(document), url, name=name, count=one.count,
                plans=len(plans), title=one.cited.title or "",
            )
        )  # fmt: skip
    return found


def _found(search: Search | None, topic: str) -> set[str]:
    """Documents that a search for the draft's title finds; none where the index is missing or broken."""
    if search is None:
        return set()
    try:
        hits = [(hit.document["id"], hit.score) for hit in search(topic[:300], DEPTH).hits]
    except IndexUnusableError:
        return set()
    best = max((score for _, score in hits), default=0.0)
    return {document for document, score in hits if best > 0 and score >= SCORE_SHARE * best}


def _similar(book: StatusBook, document: Document, own: set[str], found: set[str]) -> list[str]:
    """Plans like the draft that name a legal basis: ids, one version of each, the nearest first.

    All stored titles are compared: a search ranks by the names of office and province, too, and would find the same
    office's other plans instead of other offices' plans of the same kind.
    """
    header = document.header
    level = level_of(header.number or (f"0/{header.symbol}" if header.symbol else None), header.issuer, header.type)
    versions: dict[str, Source] = {}
    citations = book.citations
    for source in sorted(citations.sources.values(), key=lambda s: (s.draft, s.id != s.group, s.id)):
        if _alike(source, document, own, found) and any(map(is_basis, citations.by_source.get(source.id, ()))):
            versions.setdefault(source.group, source)

    def distance(source: Source) -> tuple[bool, int, str]:
        years = abs((source.year or 0) - (header.year or 0)) if source.year and header.year else YEARS
        return level_of(source.number, source.issuer, source.type) != level, years, source.id

    return [source.id for source in sorted(versions.values(), key=distance)[:PLANS]]


def _alike(source: Source, document: Document, own: set[str], found: set[str]) -> bool:
    """Another plan of the same kind, about the same matter by its title, and about the same time."""
    header = document.header
    if source.group in own or source.type_code != header.type_code:
        return False
    if source.year and header.year and abs(source.year - header.year) > YEARS:
        return False
    matter, other = _matter(header.title), _matter(source.title)
    share = len(matter & other) / len(matter | other) if matter and other else 0.0
    return share >= (NEAR_MATTER if source.id in found else SAME_MATTER)


_AMENDS = re.compile(r"(?:ve viec |ve )?(?:sua doi|bo sung|bai bo|thay the|dinh chinh)\b")
_WHOSE = re.compile(r"\b(?:cua|tren dia ban|tai|thuoc|tinh|thanh pho|xa|phuong|nganh|don vi|co quan)\b.*")
_WHEN = re.compile(
    r"\b\d{1,2} thang (?:dau|cuoi)?\b|\b(?:(?:nam|quy|giai doan|den nam|thang|cuoi|dau) )*(?:20\d\d|[iv]+)\b"
    r"|\b(?:nam|giai doan)\b"
)


@lru_cache(maxsize=20_000)
def _matter(title: str | None) -> frozenset[str]:
    """Words of a title that say what it is about, not whose plan it is or for when.

    >>> sorted(_matter("Cải cách hành chính năm 2026 của Sở Y tế tỉnh Sơn La"))
    ['cach', 'cai', 'chinh', 'hanh']
    >>> sorted(_matter("Thực hiện công tác cải cách hành chính 06 tháng cuối năm 2025 ngành Y tế"))
    ['cach', 'cai', 'chinh', 'hanh']
    """
    bare = key_form(title) if title else ""
    if _AMENDS.match(bare):
        return frozenset()  # what it amends is its matter, and that has another title
    bare = re.sub(r"^(?:ve viec |ve |ban hanh )*(?:ke hoach |quyet dinh )?(?:thuc hien )?(?:cong tac )?", "", bare)
    words = re.findall(r"[a-z]+", _WHEN.sub(" ", _WHOSE.sub("", bare)))
    return frozenset(words) - {"ve", "va", "nha", "nuoc", "cong", "tac"}


def basis_span(document: Document) -> tuple[int, int]:
    """Where a draft names its basis: the first line that does, else its title."""
    section = next((s for s in document.sections if s.kind == SectionKind.LEGAL_BASIS), None)
    bare = strip_diacritics(document.text[:8000]).lower()
    line = re.search(r"^[^\w\n]*(can cu)\b", bare, re.MULTILINE)
    if line:
        return line.span(1)
    if section is not None:
        return section.start, min(section.end, section.start + 200)
    return document.header.evidence.get("title", (0, 0))
