"""`cchc citations`: which documents are cited, where, and whether they are in force."""

from __future__ import annotations

from argparse import Namespace
from typing import TextIO

from index.facts import CitationRecord, FactFilter, read_citations
from index.named_document import documents_named
from index.records import document_json
from index.status import Status, statuses
from ingest import messages
from service import show
from service.console import DONE, named, open_store, print_json, unknown
from service.force import cited_json
from service.settings import Settings


def citations(args: Namespace, settings: Settings, out: TextIO) -> int:
    """The documents that one document cites, that cite a number, or all citations."""
    with open_store(settings.data) as store:
        documents = documents_named(store, args.document) if args.document else None
        if documents == []:
            return unknown(args.document, args, out)
        ids = None if documents is None else tuple(one.id for one in documents)
        records = read_citations(store, FactFilter(documents=ids, number=args.number))
        book = statuses(store)
        found = [(record, book.of_citation(record)) for record in records]
    if args.json:
        print_json([cited_json(record, status) for record, status in found], out)
        return DONE
    last = None
    for record, status in found:
        if record.document.id != last:
            last = record.document.id
            print(named(document_json(record.document)), file=out)
        print(f"  {_line(record, status)}", file=out)
    print(messages.CITATIONS_TOTAL.format(count=show.count(len(found))), file=out)
    return DONE


def _line(record: CitationRecord, status: Status) -> str:
    fact = record.fact
    where = messages.CITATION_HELD.format(id=record.resolved) if record.resolved else messages.CITATION_MISSING
    parts = [
        f"{fact.type or ''} {fact.number}".strip() if fact.number else fact.title or fact.type or "",
        show.date(fact.issued_on),
        fact.issuer or "",
        messages.RELATIONS[fact.relation],
        messages.PAGE.format(page=fact.page),
        where,
        messages.STATUSES[status.name] if status.name != "unknown" else "",
    ]
    return show.terminal(" | ".join(part for part in parts if part))
