"""`cchc tasks`: the register of tasks on the command line."""

from __future__ import annotations

from argparse import Namespace
from typing import TextIO

from index.facts import TaskRecord, task_json
from index.named_document import documents_named
from index.records import document_json
from index.tasks import TaskRegister
from ingest import messages
from service import days, show
from service.addresses import server_address
from service.console import DONE, named, note, open_store, print_json, unknown
from service.export import Sheet, write_csv, write_xlsx
from service.filters import left_out
from service.settings import Settings
from service.task_list import COLUMNS, task_question, task_rows
from service.unit_hint import units_like


def tasks(args: Namespace, settings: Settings, out: TextIO) -> int:
    """Who does what by when; to the screen, as JSON, or into files for Excel."""
    for remark in left_out({"due_from": args.due_from or "", "due_to": args.due_to or ""}):
        note(remark)
    with open_store(settings.data) as store:
        documents = documents_named(store, args.document) if args.document else None
        if documents == []:
            return unknown(args.document, args, out)
        question = task_question(
            " ".join(args.query)[: settings.max_query_chars],
            unit=args.unit,
            role=args.role,
            documents=documents,
            year=args.year,
            due=args.due,
            due_from=args.due_from,
            due_to=args.due_to,
            duplicates=args.duplicates,
            order=args.sort,
        )
        register = TaskRegister(store)
        ids = register.ids(question, days.today())
        address = server_address(settings)
        if args.csv:
            write_csv(args.csv, COLUMNS, task_rows(register.stream(ids), address))
        if args.xlsx:
            write_xlsx(args.xlsx, [Sheet(messages.TASKS_SHEET, COLUMNS, task_rows(register.stream(ids), address))])
        written = [str(path) for path in (args.csv, args.xlsx) if path]
        if args.json:
            print_json([task_json(record) for record in register.stream(ids)], out)
        elif not written:
            for number, record in enumerate(register.stream(ids), start=1):
                _print_task(number, record, out)
            total = messages.TASKS_TOTAL if ids else messages.TASKS_NONE
            print(total.format(count=show.count(len(ids))), file=out)
        if args.unit and not ids and (like := units_like(args.unit, (unit for unit, _ in register.units()))):
            note(messages.TASK_UNITS_LIKE.format(units="; ".join(like)))
    for path in written:
        note(messages.EXPORT_DONE.format(count=show.count(len(ids)), file=path))
    return DONE


def _print_task(number: int, record: TaskRecord, out: TextIO) -> None:
    fact = record.fact
    units = [
        f"{messages.TASK_COLUMNS[role]}: {', '.join(found)}"
        for role, found in (("lead", fact.lead), ("coordinate", fact.coordinate), ("monitor", fact.monitor))
        if found
    ]
    day = show.date(fact.due_on)
    when = f"{fact.deadline} ({day})" if fact.deadline and day and day not in fact.deadline else fact.deadline or day
    lines = [
        f"{number}. {' '.join(fact.task.split())}",
        *units,
        f"{messages.TASK_COLUMNS['deadline']}: {when}" if when else "",
        f"{messages.TASK_COLUMNS['product']}: {fact.product}" if fact.product else "",
        f"{named(document_json(record.document))}, trang {fact.page}"
        + (f" ({messages.FACT_CORRECTED})" if record.corrected else ""),
    ]
    print("\n   ".join(show.terminal(line) for line in lines if line), file=out)
    print("", file=out)
