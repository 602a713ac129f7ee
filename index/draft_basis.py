"""A basis that similar plans all cite and a draft misses."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from index.authority import is_central, level_of, rank_of
from index.basis import Grounds, Plan, Search, grounds_of, similar_plans
from index.facts import CitationRecord
from index.finding import Finding, finding
from index.generation import IndexUnusableError
from index.identity import place_of, year_of
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
#: Share of the words of two titles, without whose and when, that both have.
SAME_MATTER = 0.75


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
    topic = f"{header.type} {header.title}"
    hits: list[tuple[str, float]] = []
    if search is not None:
        try:
            hits = [(hit.document["id"], hit.score) for hit in search(topic[:300], DEPTH).hits]
        except IndexUnusableError:
            hits = []
    plans = [plan for plan in similar_plans(book.citations, hits, topic) if _alike(book, plan, document, own)]
    if len(plans) < FEW:
        return found
    cited = {book.citations.identity(cited_of(one), citing_of(one), one.resolved) for one in citations}
    here = Citing(-1, header.province, header.issued_on, True)
    level = level_of(header.number or f"0/{header.symbol}" if header.symbol else None, header.issuer, header.type)
    written = header.issued_on or (str(header.year) if header.year else "9999")
    for one in grounds_of(book, [plan.document for plan in plans]):
        enough = one.count >= LEAST and one.count >= SHARE * len(plans)
        if not enough and not (len(plans) >= FEW and one.count == len(plans)):
            continue
        when = one.cited.issued_on or year_of(one.cited)
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
        found.findings.append(
            finding(
                document, "warning", "basis_common_missing", basis_span(document), url, name=name, count=one.count,
                plans=len(plans), title=one.cited.title or "",
            )
        )  # fmt: skip
    return found


def _alike(book: StatusBook, plan: Plan, document: Document, own: set[str]) -> bool:
    """Another plan of the same kind, about the same matter by its title, and about the same time."""
    source = book.citations.sources[plan.document]
    header = document.header
    if source.group in own or source.type_code != header.type_code:
        return False
    matter, other = _matter(header.title), _matter(source.title)
    if not matter or not other or len(matter & other) < SAME_MATTER * len(matter | other):
        return False
    return not (source.year and header.year) or abs(source.year - header.year) <= YEARS


_WHOSE = re.compile(r"\b(?:cua|tren dia ban|tai|thuoc|tinh|thanh pho|xa|phuong)\b.*")
_WHEN = re.compile(r"\b(?:(?:nam|quy|giai doan|den nam|thang) )*(?:20\d\d|[iv]+)\b|\b(?:nam|giai doan)\b")


def _matter(title: str | None) -> set[str]:
    """Words of a title that say what it is about, not whose plan it is or for when.

    >>> sorted(_matter("Cải cách hành chính năm 2026 của Sở Y tế tỉnh Sơn La"))
    ['cach', 'cai', 'chinh', 'hanh']
    """
    bare = key_form(title) if title else ""
    bare = re.sub(r"^(?:ve viec |ve |ban hanh )*(?:ke hoach |quyet dinh )?(?:thuc hien )?(?:cong tac )?", "", bare)
    return set(re.findall(r"[a-z]+", _WHEN.sub(" ", _WHOSE.sub("", bare)))) - {"ve", "va", "nha", "nuoc", "cong", "tac"}


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
