"""A draft that somebody sends -> the findings on it. The file is read in a sandboxed process and thrown away."""

from __future__ import annotations

import shutil
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path

from fastapi import FastAPI, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData

from index.draft import DraftReport, check_draft
from index.generation import IndexUnusableError
from ingest import messages
from ingest.models import Document
from ingest.sandbox import Outcome, Reader
from service.errors import ApiError
from service.indexing import reading_limits
from service.knowledge_base import KnowledgeBase, TooBusyError
from service.serving import settings_of
from service.settings import Settings
from service.upload import MULTIPART, limited_form, limited_json, uploaded_file

#: Name of a draft that was pasted.
PASTED = "du-thao.txt"
_FORMS = (MULTIPART, "application/x-www-form-urlencoded")
_WAIT_SECONDS = 60.0
_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class CheckedDraft:
    """A draft as it was read, and what was found."""

    name: str
    document: Document
    report: DraftReport


def reader_of(app: FastAPI) -> Reader:
    """The application's sandbox for drafts, made when first needed."""
    with _lock:
        if not hasattr(app.state, "draft_reader"):
            app.state.draft_reader = Reader(reading_limits(app.state.settings))
        reader: Reader = app.state.draft_reader
        return reader


def close_reader(app: FastAPI) -> None:
    """End the sandbox, if there is one."""
    reader: Reader | None = getattr(app.state, "draft_reader", None)
    if reader is not None:
        reader.close()


async def receive_draft(request: Request) -> CheckedDraft:
    """Check what a form brings: a `file` (multipart), or pasted `text`; a program may send the text as JSON.

    Raises:
        ApiError: neither, too large, unreadable, or too many at once.
    """
    settings = settings_of(request)
    if request.headers.get("content-type", "").lower().startswith("application/json"):
        body = await limited_json(request)
        return await run_in_threadpool(_receive, request.app, settings, body.get("text"), None)
    form = await limited_form(request, settings, _FORMS)
    try:
        return await run_in_threadpool(_receive, request.app, settings, form.get("text"), form)
    finally:
        await form.close()


def _receive(app: FastAPI, settings: Settings, text: object, form: FormData | None) -> CheckedDraft:
    pasted = text.replace("\0", "") if isinstance(text, str) else ""
    with tempfile.TemporaryDirectory(prefix="cchc-du-thao-") as folder:
        if pasted.strip():
            name = PASTED
            path = Path(folder) / name
            path.write_text(pasted.replace("\r\n", "\n"), encoding="utf-8", errors="replace")
        else:
            if form is None or not getattr(form.get("file"), "filename", None):
                raise ApiError(422, "no_draft", messages.DRAFT_EMPTY)
            upload, name = uploaded_file(form, settings)
            path = Path(folder) / name
            with path.open("wb") as target:
                shutil.copyfileobj(upload.file, target)
        outcome = reader_of(app).read(path, _WAIT_SECONDS)
    document = read_or_raise(outcome)
    return CheckedDraft(name, document, check(app.state.knowledge, document))


def read_or_raise(outcome: Outcome | None) -> Document:
    """The document of an outcome.

    Raises:
        ApiError: it could not be read, or in time.
    """
    if outcome is None:
        raise TooBusyError
    if outcome.document is None:
        error = outcome.error
        raise ApiError(422, error.code if error else "unreadable", str(error or ""))
    return outcome.document


def check(knowledge: KnowledgeBase, document: Document) -> DraftReport:
    """Findings; without an index similar plans are found by their titles alone."""
    try:
        knowledge.searcher()
    except IndexUnusableError:
        return check_draft(knowledge.store, document)
    return check_draft(knowledge.store, document, knowledge.search)
