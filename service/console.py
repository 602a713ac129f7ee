"""How commands speak: results to stdout, notes to stderr, documents by their names."""

from __future__ import annotations

import contextlib
import json
import sys
from argparse import Namespace
from pathlib import Path
from typing import Any, TextIO

from index.store import Store
from index.store_errors import StoreVersionError
from ingest import messages
from service import show
from service.contract import error_json
from service.knowledge_base import STORE_NAME
from service.usage import UsageError

DONE, SOME_FAILED, WRONG = 0, 1, 2


def print_json(value: Any, out: TextIO, *, indent: int | None = 2) -> None:
    """JSON that people can read, Vietnamese as it is."""
    print(json.dumps(value, ensure_ascii=False, indent=indent), file=out)


def note(text: str) -> None:
    """A line for people, beside the result."""
    print(text, file=sys.stderr, flush=True)


def open_store(data: Path, *, write: bool = False) -> Store:
    """An existing store; one of an older program is brought to this program's schema.

    Raises:
        UsageError: there is none; the sentence says how to make one.
    """
    path = data / STORE_NAME
    if not path.is_file():
        raise UsageError(messages.CLI_DATA_MISSING.format(data=data))
    if not write:
        with contextlib.suppress(StoreVersionError):
            return Store(path, read_only=True)
        Store(path).close()
    return Store(path, read_only=not write)


def named(document: dict[str, Any]) -> str:
    """Number and title of a document, safe for a terminal."""
    draft = f" ({messages.DRAFT})" if document["draft"] else ""
    return show.terminal(f"{show.number(document)}{draft} - {show.heading(document)}")


def unknown(document_id: str, args: Namespace, out: TextIO) -> int:
    """Say that there is no such document; the exit code."""
    sentence = messages.DOCUMENT_UNKNOWN.format(id=show.terminal(document_id[:80]))
    if args.json:
        print_json(error_json("not_found", sentence), out)
    note(sentence)
    return SOME_FAILED
