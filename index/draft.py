"""A draft checked against the base: its legal basis, its form, its tasks, its targets. Nothing is stored.

Precision goes first: a finding is made only where the base, or the draft itself, says what is wrong; a number that the
base doesn't know is told as information, never as an error.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from index.basis_block import BasisLine, basis_lines
from index.draft_basis import common_missing
from index.draft_citations import check_citations
from index.draft_form import check_form
from index.draft_numbers import check_numbers, proposing_lines, unread_lines
from index.draft_targets import check_targets
from index.draft_tasks import check_tasks
from index.facts import CitationRecord, citation_json
from index.finding import SEVERITIES, Finding, finding_json
from index.records import DocumentRecord
from index.resolve import Cited, Citing, candidates, resolve
from index.status import StatusBook, citing_of, evidence_json, statuses
from ingest.models import Document

if TYPE_CHECKING:
    from index.basis import Search
    from index.store import Store


@dataclass(slots=True)
class DraftReport:
    """What was found. `citations`: of the draft, in the order of its text; `missing`: those the base doesn't hold;
    `lines`: its legal basis as it should read, and what could be added."""

    record: DocumentRecord
    findings: list[Finding] = field(default_factory=list)
    citations: list[CitationRecord] = field(default_factory=list)
    missing: list[CitationRecord] = field(default_factory=list)
    lines: list[BasisLine] = field(default_factory=list)
    book: StatusBook | None = None


def check_draft(store: Store, document: Document, search: Search | None = None) -> DraftReport:
    """Findings on a draft, the gravest first within the order of the text. `search` finds similar plans; without it
    only titles are compared."""
    record = record_of(document)
    book = statuses(store)
    citations = _citations(store, document, record)
    report = DraftReport(record, citations=citations, book=book)
    report.missing = [one for one in citations if one.resolved is None]
    own = own_groups(book, document)
    report.findings += check_citations(store, book, document, citations, own)
    common = common_missing(store, book, document, citations, own, search)
    report.findings += common.findings
    unread = unread_lines(document)
    told = [one.start for one in report.findings if one.code in ("year_differs", "date_differs", "number_differs")]
    report.findings += (
        one
        for one in check_numbers(document, citations, unread)
        if not any(one.start <= start < one.end for start in told)  # one slip, told once
    )
    report.findings += check_form(document)
    report.findings += check_tasks(document)
    report.findings += check_targets(store, book, document, _as_meant(citations, report.findings))
    report.findings.sort(key=lambda one: (one.start, SEVERITIES.index(one.severity), one.code))
    report.lines = basis_lines(
        book, document, citations, common.grounds, [*unread, *proposing_lines(document)], store.document_text
    )
    return report


def _as_meant(citations: list[CitationRecord], findings: list[Finding]) -> list[CitationRecord]:
    """The citations with the documents of the base that those with a slip in number or day seem to mean."""
    meant = {
        one.start: one.url.removeprefix("/van-ban/")
        for one in findings
        if one.code in ("date_differs", "number_differs") and one.url
    }
    return [
        replace(record, resolved=next((id for at, id in meant.items() if fact.start <= at < fact.end), None))
        if record.resolved is None
        else record
        for record in citations
        for fact in (record.fact,)
    ]


def own_groups(book: StatusBook, document: Document) -> set[str]:
    """Groups of the base that are the draft itself, or another version of it: they are no witnesses."""
    header = document.header
    groups = set()
    for source in book.citations.sources.values():
        same_number = bool(header.number) and source.number == header.number and source.issuer == header.issuer
        same_title = (
            bool(header.title)
            and (source.title or "").casefold() == (header.title or "").casefold()
            and source.issuer == header.issuer
            and source.year == header.year
        )
        if source.id == document.id or same_number or same_title:
            groups.add(source.group)
    return groups


def _citations(store: Store, document: Document, record: DocumentRecord) -> list[CitationRecord]:
    facts = document.facts.citations
    cited = [Cited(fact.number, fact.issued_on, fact.issuer, fact.title, fact.type) for fact in facts]
    with store.snapshot() as db:
        known = candidates(db, cited)
        row = db.execute("SELECT ordinal FROM documents WHERE id = ?", (document.id,)).fetchone()
    citing = Citing(row["ordinal"] if row else -1, record.province, record.issued_on, True)
    return [
        CitationRecord(0, f"{position}", fact, record, resolved=resolve(one, citing, known))
        for position, (fact, one) in enumerate(zip(facts, cited, strict=True))
    ]


def record_of(document: Document) -> DocumentRecord:
    """A document that is not stored, as the contract's JSON wants it."""
    header = document.header
    return DocumentRecord(
        ordinal=-1,
        id=document.id,
        sha256=document.sha256,
        revision=0,
        file_name=document.file_name,
        format=document.format,
        original=None,
        number=header.number,
        number_key=None,
        symbol=header.symbol,
        type=header.type,
        type_code=header.type_code,
        issuer=header.issuer,
        issuer_parent=header.issuer_parent,
        place=header.place,
        province=header.province,
        issued_on=header.issued_on,
        title=header.title,
        signer=header.signer,
        recipients=list(header.recipients),
        draft=header.draft,
        year=header.year,
        evidence=dict(header.evidence),
        page_count=len(document.pages),
        passage_count=len(document.passages),
        text_source=document.text_source,
        quality=document.quality,
        warnings=list(document.warnings),
        info={},
        stamps=[],
        leader=None,
        source_path=None,
    )


def report_json(report: DraftReport) -> dict[str, Any]:
    """The contract's check, with `basis`, the lines of the legal basis as they should read."""

    def cited(record: CitationRecord) -> dict[str, Any]:
        status = report.book.of_cited(
            Cited(record.fact.number, record.fact.issued_on, record.fact.issuer, record.fact.title, record.fact.type),
            citing_of(record),
            record.resolved,
        ) if report.book else None  # fmt: skip
        made = citation_json(record, status.name if status else "unknown")
        return {**made, "status_by": [evidence_json(one) for one in status.evidence] if status else []}

    return {
        "findings": [finding_json(one) for one in report.findings],
        "citations": [cited(record) for record in report.citations],
        "missing": [cited(record) for record in report.missing],
        "basis": [
            {"text": line.text, "level": line.level, "kept": line.chosen, "note": line.note} for line in report.lines
        ],
    }
