"""`cchc check`: findings on a draft's legal basis and form."""

from __future__ import annotations

import threading
from argparse import Namespace
from typing import TextIO

from index.draft import check_draft, report_json
from index.finding import Finding
from index.generation import IndexUnusableError
from index.search import Searcher
from ingest import messages
from ingest.sandbox import Outcome, process_files
from service import show
from service.console import DONE, note, open_store, print_json
from service.contract import error_json
from service.indexing import open_searcher, reading_limits
from service.settings import Settings
from service.usage import UsageError

SOME_FAILED = 1


def check(args: Namespace, settings: Settings, out: TextIO) -> int:
    """Read the draft in the sandbox while the index opens; store nothing."""
    if not args.draft.is_file():
        raise UsageError(messages.CLI_FILE_MISSING.format(path=args.draft))
    open_store(settings.data).close()
    outcomes: list[Outcome] = []
    broken: list[Exception] = []

    def read() -> None:
        try:
            outcomes.extend(process_files([args.draft], 1, reading_limits(settings)))
        except Exception as error:  # told by the main thread, in a sentence
            broken.append(error)

    reading = threading.Thread(target=read, name="read-draft")
    reading.start()
    searcher: Searcher | None = None
    try:
        searcher = open_searcher(settings.data, settings)
    except IndexUnusableError as error:
        note(str(error))
    reading.join()
    try:
        if broken:
            raise broken[0]
        document = outcomes[0].document if outcomes else None
        if document is None:
            sentence = str(outcomes[0].error) if outcomes else messages.DRAFT_EMPTY
            if args.json:
                code = outcomes[0].error.code if outcomes and outcomes[0].error else "unreadable"
                print_json(error_json(code, sentence), out)
            note(sentence)
            return SOME_FAILED
        with open_store(settings.data) as store:
            report = check_draft(store, document, searcher.search if searcher else None)
            if args.json:
                print_json(report_json(report), out)
                return DONE
    finally:
        if searcher is not None:
            searcher.close()
    for one in report.findings:
        _print(one, out)
    total = messages.CHECK_TOTAL.format(count=len(report.findings)) if report.findings else messages.CHECK_NONE
    print(total, file=out)
    return DONE


def _print(one: Finding, out: TextIO) -> None:
    lines = [f"{messages.SEVERITIES[one.severity]}: {one.message}"]
    if one.text:
        lines.append(messages.CHECK_WHERE.format(page=one.page, text=one.text[:160]))
    lines.append(one.suggestion)
    print("\n   ".join(show.terminal(line) for line in lines), file=out)
