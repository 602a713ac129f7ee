"""Correcting what was read: a form per fact, the journal of corrections, and their HTTP twins."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import asdict
from functools import cache
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.concurrency import run_in_threadpool

from index import near_duplicate
from index.corrections import (
    FIELDS,
    HIDDEN,
    Correction,
    CorrectionError,
    audit_log,
    carried,
    correct,
    history,
    sizes,
    subjects,
    undo,
    unplaced,
)
from index.facts import (
    CitationRecord,
    FactFilter,
    TargetRecord,
    TaskRecord,
    read_citations,
    read_targets,
    read_tasks,
)
from index.lock import writing
from index.records import DocumentRecord, document_json
from index.store import Store
from ingest import messages
from ingest.lexicons import rows
from service.editing import check_editor, check_form_size, form_fields, may_edit, remember, remembered_author
from service.errors import ApiError
from service.indexing import bring_up_to_date
from service.knowledge_base import STORE_NAME
from service.pages import Paging, page_number, respond
from service.places import place_url
from service.serving import knowledge_of, settings_of
from service.show import date

router = APIRouter()
#: Word in the address -> kind of fact.
KINDS = {"nhiem-vu": "task", "chi-tieu": "target", "can-cu": "citation", "van-ban": "document"}
#: Stands for "no key" in the address of a document's own fields.
NO_KEY = "-"
#: In front of a field's name: what the form showed when it was opened.
_OPENED = "cu-"
_LISTS = ("lead", "coordinate", "monitor")
_MOST_FIELDS = 60
_WAIT_SECONDS = 30.0
_JOURNAL_SIZE = 200

Fact = TaskRecord | TargetRecord | CitationRecord


def edit_url(kind: str, document_id: str, key: str) -> str:
    """Address of the form for a fact; `kind` as in the address.

    >>> edit_url("nhiem-vu", "ab12", "77")
    '/sua/nhiem-vu/ab12/77'
    """
    return f"/sua/{kind}/{document_id}/{key or NO_KEY}"


def _found(store: Store, kind: str, document_id: str, key: str) -> tuple[DocumentRecord, Fact | None]:
    """The document, and the fact unless its own fields are meant.

    Raises:
        ApiError: 404.
    """
    gone = ApiError(404, "not_found", messages.CORRECT_UNKNOWN)
    document = store.document(document_id)
    if document is None or kind not in KINDS:
        raise gone
    if KINDS[kind] == "document":
        if key != NO_KEY:
            raise gone
        return document, None
    where = FactFilter(document=document_id, hidden=True)
    read: Any = {"task": read_tasks, "target": read_targets, "citation": read_citations}[KINDS[kind]]
    for record in read(store, where):
        if record.key == key:
            return document, record
    raise gone


def _shown(value: Any) -> str:
    """A value as a form shows it: lists one a line, decimals with a comma, days as people write them.

    >>> _shown(99.5), _shown(80.0), _shown(["Sở A", "Sở B"]), _shown(None), _shown("2026-01-31")
    ('99,5', '80', 'Sở A\\nSở B', '', '31/01/2026')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "\n".join(value)
    if isinstance(value, float):
        return f"{value:.6f}".rstrip("0").rstrip(".").replace(".", ",")
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", value):
        return date(value)
    return str(value)


def _told(field: str, value: Any) -> str:
    """A value as the journal tells it: choices by their names.

    >>> _told("relation", "amends"), _told("hidden", True), _told("value", 88.5), _told("change", None)
    ('sửa đổi, bổ sung', 'có', '88,5', 'không, là mức đạt')
    >>> _told("draft", False)
    'đã ban hành'
    """
    shown, choices = _shown(value), messages.FACT_CHOICES.get(field, {})
    return messages.YES_NO[value] if isinstance(value, bool) and shown not in choices else choices.get(shown, shown)


@router.api_route("/sua/{kind}/{document_id}/{key}", methods=["GET", "HEAD"])
def edit_page(request: Request, kind: str, document_id: str, key: str) -> HTMLResponse:
    """The form: every field that can be corrected beside the text it was read from."""
    return _form(request, kind, document_id, key)


def _form(
    request: Request,
    kind: str,
    document_id: str,
    key: str,
    trouble: str = "",
    given: dict[str, str] | None = None,
    *,
    wrong: Collection[str] = (),
    status: int = 422,
) -> HTMLResponse:
    """`trouble`: what to say above the form, `wrong`: the fields it is about; `given`: what was typed."""
    store = knowledge_of(request).store
    with store.snapshot():
        document, fact = _found(store, kind, document_id, key)
        text = store.document_text(document_id) or ""
        past = [one for one in history(store, document_id) if _same(one, kind, key)]
        source = place_url(store, document_id, fact.fact.start, fact.fact.end) if fact else f"/van-ban/{document_id}"
    holder: Any = document if fact is None else fact.fact
    fields = [
        {
            "name": name,
            "label": messages.FACT_FIELDS[name],
            "value": _shown(getattr(holder, name)) if (typed := _typed(given, name)) is None else typed,
            "shown": _shown(getattr(holder, name)),
            "hint": messages.FACT_HINTS.get(name, ""),
            "lines": name in _LISTS,
            "choices": messages.FACT_CHOICES.get(name),
            "offered": _types() if name == "type" else [],
            "wrong": name in wrong,
        }
        for name in FIELDS[KINDS[kind]]
        if name != HIDDEN
    ]
    return respond(
        request,
        "correct.html",
        status if trouble else 200,
        kind=kind,
        kind_label=messages.FACT_KINDS[KINDS[kind]],
        document=document_json(document),
        fields=fields,
        evidence=" ".join(text[fact.fact.start : fact.fact.end].split())[:1500] if fact else None,
        can_hide=fact is not None,
        source=source,
        past=[_journal_line(one) for one in past],
        may_edit=may_edit(request),
        needs_code=bool(settings_of(request).edit_code),
        author=(given or {}).get("author") or remembered_author(request),
        note=(given or {}).get("note", ""),
        trouble=trouble,
        back=_local(request.query_params.get("ve", "") or (given or {}).get("ve", "")),
    )


def _typed(given: dict[str, str] | None, name: str) -> str | None:
    """What was typed into a field; None where it was left as the form showed it, so that it shows what counts now."""
    if given is None or name not in given or given[name].splitlines() == given.get(_OPENED + name, "\0").splitlines():
        return None
    return given[name]


def _same(one: Correction, kind: str, key: str) -> bool:
    return one.kind == KINDS[kind] and one.fact_key == ("" if key == NO_KEY else key)


def _local(address: str) -> str:
    """An address on this server, "" for any other.

    >>> _local("/nhiem-vu?unit=a"), _local("//elsewhere.example"), _local("https://elsewhere.example"), _local("/\\\\x")
    ('/nhiem-vu?unit=a', '', '', '')
    """
    return address if address.startswith("/") and not address.startswith(("//", "/\\")) else ""


@router.post("/sua/{kind}/{document_id}/{key}")
async def edit(request: Request, kind: str, document_id: str, key: str) -> Response:
    """Apply a form. What can't be is shown above the form, with everything as it was typed."""
    given = await _fields(request)
    kind_of_fact = KINDS.get(kind)
    if kind_of_fact is None:
        raise ApiError(404, "not_found", messages.CORRECT_UNKNOWN)
    try:
        author = check_editor(request, given)
    except ApiError as refused:
        if refused.message not in (messages.EDIT_CODE_WRONG, messages.CORRECT_NO_AUTHOR):
            raise
        return _form(request, kind, document_id, key, refused.message, given, status=refused.status)
    changes, meanwhile = _changes(knowledge_of(request).store, kind, document_id, key, given)
    if meanwhile:
        names = ", ".join(messages.FACT_FIELDS[name] for name in meanwhile)
        trouble = messages.CORRECT_MEANWHILE.format(fields=names)
        return _form(request, kind, document_id, key, trouble, given, wrong=meanwhile, status=409)
    fact_key = "" if key == NO_KEY else key
    try:
        await run_in_threadpool(_apply, request, kind_of_fact, document_id, fact_key, changes, author, given)
    except CorrectionError as refusal:
        wrong = [refusal.field] if refusal.field else []
        return _form(request, kind, document_id, key, str(refusal), given, wrong=wrong)
    answer = RedirectResponse(_local(given.get("ve", "")) or edit_url(kind, document_id, key), 303)
    remember(answer, author, given.get("code", ""))
    return answer


def _changes(
    store: Store, kind: str, document_id: str, key: str, given: dict[str, str]
) -> tuple[dict[str, Any], list[str]]:
    """(fields of a form that differ from what it showed: what was left alone is not judged; those among them that
    somebody else has given another value since the form was opened)."""
    if given.get(HIDDEN):
        return {HIDDEN: True}, []
    document, fact = _found(store, kind, document_id, key)
    holder: Any = document if fact is None else fact.fact
    changes: dict[str, Any] = {}
    meanwhile: list[str] = []
    for name in FIELDS[KINDS[kind]]:
        if name != HIDDEN and name in given:
            lines = given[name].splitlines()
            counts = _shown(getattr(holder, name)).splitlines()
            shown = given.get(_OPENED + name, "\n".join(counts)).splitlines()
            if lines not in (shown, counts):
                changes[name] = lines if name in _LISTS else given[name]
                if shown != counts:
                    meanwhile.append(name)
    return changes, meanwhile


@cache
def _types() -> list[str]:
    """Names of the types of documents, for a field to choose from."""
    return [name for _, name, *_ in rows("document_types")]


def _apply(
    request: Request, kind: str, document_id: str, key: str, changes: dict[str, Any], author: str, given: dict[str, Any]
) -> list[int]:
    data, settings = request.app.state.data, settings_of(request)
    with Store(data / STORE_NAME) as store:
        with writing(data, wait_seconds=_WAIT_SECONDS):
            made = correct(store, kind, document_id, key, changes, author, str(given.get("note") or ""))
            if made and kind == "document":
                near_duplicate.link(store)
        if made and kind == "document":
            bring_up_to_date(store, data, settings)
    return made


def _undo(request: Request, correction_id: int, author: str) -> Correction:
    data, settings = request.app.state.data, settings_of(request)
    with Store(data / STORE_NAME) as store:
        with writing(data, wait_seconds=_WAIT_SECONDS):
            undone = undo(store, correction_id, author)
            if undone.kind == "document":
                near_duplicate.link(store)
        if undone.kind == "document":
            bring_up_to_date(store, data, settings)
    return undone


async def _fields(request: Request) -> dict[str, str]:
    return {name: values[-1] for name, values in (await form_fields(request, _MOST_FIELDS)).items()}


@router.post("/nhat-ky/hoan-tac/{correction_id}")
async def undo_page(request: Request, correction_id: int) -> Response:
    """Undo one correction."""
    given = await _fields(request)
    author = check_editor(request, given)
    try:
        await run_in_threadpool(_undo, request, correction_id, author)
    except CorrectionError as trouble:
        raise ApiError(422, "invalid", str(trouble)) from trouble
    answer = RedirectResponse(_local(given.get("ve", "")) or "/nhat-ky", 303)
    remember(answer, author, given.get("code", ""))
    return answer


@router.api_route("/nhat-ky", methods=["GET", "HEAD"])
def journal_page(request: Request) -> HTMLResponse:
    """Corrections, those that have lost their place, and who did what."""
    store = knowledge_of(request).store
    with store.snapshot() as db:
        pages = max(-(-max(sizes(store)) // _JOURNAL_SIZE), 1)
        page = page_number(request.query_params.get("page"), 1, pages) or 1
        first = (page - 1) * _JOURNAL_SIZE
        followed = carried(db)
        past = [one for one in history(store, limit=_JOURNAL_SIZE, offset=first) if one.id not in followed]
        lost, log = unplaced(store) if page == 1 else [], audit_log(store, _JOURNAL_SIZE, first)
        about = subjects(db, past)
        ids = {one.document_id for one in [*past, *lost]} | {str(entry.detail.get("document")) for entry in log}
        documents = {id: store.document(id) for id in ids}
    named = {id: document_json(record) for id, record in documents.items() if record is not None}
    return respond(
        request,
        "journal.html",
        past=[_journal_line(one, about.get(one.id, "")) for one in past],
        lost=[_journal_line(one) for one in lost],
        log=[asdict(entry) for entry in log],
        actions=messages.AUDIT_ACTIONS,
        paging=Paging(page, pages, "/nhat-ky", {}),
        fields=messages.FACT_FIELDS,
        documents=named,
        may_edit=may_edit(request),
        needs_code=bool(settings_of(request).edit_code),
        author=remembered_author(request),
        json_url="/api/v1/corrections",
    )


def _journal_line(one: Correction, about: str = "") -> dict[str, Any]:
    address = {kind: word for word, kind in KINDS.items()}[one.kind]
    return {
        **asdict(one),
        "kind_label": messages.FACT_KINDS[one.kind],
        "field_label": messages.FACT_FIELDS[one.field],
        "about": about,
        "value_text": _told(one.field, one.value),
        "before_text": _told(one.field, one.before),
        "url": edit_url(address, one.document_id, one.fact_key),
    }


# --- HTTP twins --------------------------------------------------------------------------------

api = APIRouter()


@api.get("/api/v1/corrections", summary="Các lần sửa", tags=["corrections"])
def corrections(request: Request, document: str | None = None) -> JSONResponse:
    """Corrections, newest first: id, document_id, kind, fact_key, field, value, before, author, note, times."""
    return JSONResponse([asdict(one) for one in history(knowledge_of(request).store, document)])


@api.post("/api/v1/corrections", summary="Sửa nội dung trích", tags=["corrections"])
async def post_correction(request: Request) -> JSONResponse:
    """Body: {"kind", "document_id", "fact_key", "changes": {field: value}, "author", "note", "code"}."""
    check_form_size(request)
    try:
        body = await request.json()
    except ValueError:
        body = None
    if not isinstance(body, dict) or not isinstance(body.get("changes"), dict):
        raise ApiError(422, "invalid", messages.CORRECT_BODY)
    author = check_editor(request, body)
    kind, document_id, key = (str(body.get(name) or "") for name in ("kind", "document_id", "fact_key"))
    try:
        made = await run_in_threadpool(_apply, request, kind, document_id, key, body["changes"], author, body)
    except CorrectionError as trouble:
        raise ApiError(422, "invalid", str(trouble)) from trouble
    return JSONResponse({"corrections": made}, 201 if made else 200)


@api.delete("/api/v1/corrections/{correction_id}", summary="Hoàn tác một lần sửa", tags=["corrections"])
async def delete_correction(request: Request, correction_id: int, author: str = "", code: str = "") -> JSONResponse:
    """Undo; the correction stays in the journal."""
    who = check_editor(request, {"author": author, "code": code})
    try:
        undone = await run_in_threadpool(_undo, request, correction_id, who)
    except CorrectionError as trouble:
        raise ApiError(422, "invalid", str(trouble)) from trouble
    return JSONResponse(asdict(undone))
