"""`cchc targets` and `cchc compare`."""

from __future__ import annotations

from argparse import Namespace
from typing import TextIO

from index.facts import TargetRecord, target_json
from index.named_document import documents_named
from index.records import document_json
from index.targets import TargetRegister, cells, compare_json, documents_of, issued_by, narrow, year_of
from ingest import messages
from service import show
from service.addresses import server_address
from service.console import DONE, named, note, open_store, print_json, unknown
from service.export import Sheet, write_csv, write_xlsx
from service.settings import Settings
from service.target_list import (
    COLUMNS,
    COMPARE_COLUMNS,
    compare_rows,
    encoder,
    level_text,
    matrix,
    places_lacking,
    target_question,
    target_rows,
    value_text,
    when_text,
)
from service.usage import UsageError


def targets(args: Namespace, settings: Settings, out: TextIO) -> int:
    """Targets of documents: to the screen, as JSON, or into files for Excel."""
    with open_store(settings.data) as store:
        documents = documents_named(store, args.document) if args.document else None
        if documents == []:
            return unknown(args.document, args, out)
        question = target_question(
            " ".join(args.query)[: settings.max_query_chars],
            documents=documents,
            year=args.year,
            unit=args.unit,
            issuer=args.issuer,
            duplicates=args.duplicates,
        )
        found = TargetRegister(store).find(question)
    address = server_address(settings)
    if args.csv:
        write_csv(args.csv, COLUMNS, target_rows(found, address))
    if args.xlsx:
        write_xlsx(args.xlsx, [Sheet(messages.TARGETS_SHEET, COLUMNS, target_rows(found, address))])
    written = [str(path) for path in (args.csv, args.xlsx) if path]
    if args.json:
        print_json([target_json(record) for record in found], out)
    elif not written:
        for number, record in enumerate(found, start=1):
            print(f"{number}. {show.terminal(' '.join(record.fact.indicator.split()))}", file=out)
            print(f"   {_value(record)}\n", file=out)
        total = messages.TARGETS_TOTAL if found else messages.TARGETS_NONE
        print(total.format(count=show.count(len(found))), file=out)
    for path in written:
        note(messages.EXPORT_DONE.format(count=show.count(len(found)), file=path))
    return DONE


def _value(record: TargetRecord) -> str:
    fact = record.fact
    year = year_of(fact)
    dated = f"năm {year}" if year and not fact.period else ""
    corrected = messages.FACT_CORRECTED if record.corrected else ""
    said = ", ".join(filter(None, (value_text(fact), dated, when_text(fact), corrected)))
    return f"{show.terminal(said)}\n   {named(document_json(record.document))}, trang {fact.page}"


def compare(args: Namespace, settings: Settings, out: TextIO) -> int:
    """One indicator across years, documents and provinces."""
    query = " ".join(args.query)[: settings.max_query_chars]
    if not query.strip():
        raise UsageError(messages.COMPARE_NO_QUERY)
    with open_store(settings.data) as store:
        matches = TargetRegister(store, encoder).compare(query)
    if args.issuer:
        matches = narrow(matches, issued_by(args.issuer))
    if lacking := places_lacking(query, matches):
        note(lacking)
    groups = [match.group for match in matches]
    address = server_address(settings)
    if args.xlsx:
        sheets = [Sheet(messages.COMPARE_SHEET, COMPARE_COLUMNS, compare_rows(groups, address))]
        sheets += [Sheet(f"{n}. {group.name}", *matrix(group, address)) for n, group in enumerate(groups[:20], start=1)]
        rows = sum(len(cells(group.records)) for group in groups)
        write_xlsx(args.xlsx, sheets)
        note(messages.EXPORT_DONE.format(count=show.count(rows), file=args.xlsx))
    if args.json:
        print_json(compare_json(query, matches), out)
    elif not groups:
        print(messages.COMPARE_NONE, file=out)
    elif not args.xlsx:
        for number, group in enumerate(groups, start=1):
            size = len(documents_of(group))
            print(
                f"{number}. {show.terminal(group.name)} ({messages.DOCUMENTS_TOTAL.format(count=size)[:-1]})", file=out
            )
            for record in cells(group.records):
                year = year_of(record.fact) or messages.COMPARE_NO_YEAR
                said = level_text(record)
                print(f"   {year}: {show.terminal(said)} - {named(document_json(record.document))}", file=out)
            print("", file=out)
    return DONE
