"""The register of tasks: the page, its exports, and its HTTP twin."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import IO, Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response, StreamingResponse

from index.abbreviate import Abbreviations
from index.facts import ROLES, TaskRecord, task_json
from index.find_facts import query_words
from index.highlight import highlights
from index.named_document import documents_named
from index.named_unit import named_unit
from index.records import DocumentRecord, document_json
from index.tasks import DUES, ORDERS, TaskQuestion, TaskRegister
from ingest import messages
from service import days, show
from service.addresses import query_string
from service.correction_pages import edit_url
from service.errors import ApiError
from service.export import Sheet, csv_lines, write_xlsx
from service.filters import left_out, read_year
from service.knowledge_base import TooBusyError
from service.pages import FUNCTION_WORDS, Paging, respond
from service.serving import knowledge_of, settings_of
from service.settings import Settings
from service.task_list import COLUMNS, task_question, task_rows, task_url
from service.unit_hint import units_like

router = APIRouter()
api = APIRouter()

ADDRESS = "/nhiem-vu"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LARGEST = 2**31 - 1
_LIMIT = 1000  # tasks of one answer of the API
_PRINTED = 500  # tasks of one page at most
_UNITS_OFFERED = 400
_DOCUMENTS_OFFERED = 300
_IN_MEMORY = 8 * 1024 * 1024  # bytes of a workbook before it goes to a file
_PIECE = 256 * 1024
# A large workbook keeps a core busy for half a minute.
_WORKBOOKS = threading.BoundedSemaphore(1)


def _register(request: Request) -> TaskRegister:
    """One per application, since it keeps the words of all tasks."""
    state = request.app.state
    if not hasattr(state, "task_register"):
        state.task_register = TaskRegister(knowledge_of(request).store)
    register: TaskRegister = state.task_register
    return register


def _today(request: Request) -> date:
    """The day; tests put another clock into `app.state.today`."""
    clock = getattr(request.app.state, "today", days.today)
    today: date = clock()
    return today


# --- API ---------------------------------------------------------------------------------------


def _day(name: str, text: str | None) -> str | None:
    """A day of a request as ISO.

    Raises:
        ApiError: 422 it is none.
    """
    if not text:
        return None
    found = days.read_day(text)
    if found is None:
        problem = messages.API_NO_DAY
        raise ApiError(422, "invalid", messages.API_BAD_PARAMETER.format(name=name, problem=problem))
    return found


@api.get("/api/v1/tasks", summary="Nhiệm vụ", tags=["tasks"])
def tasks(
    request: Request,
    q: Annotated[str, Query(description="Từ khóa hoặc câu hỏi")] = "",
    unit: Annotated[str | None, Query(max_length=500, description="Đơn vị")] = None,
    role: Annotated[Literal["lead", "coordinate", "monitor"] | None, Query(description="Vai trò của đơn vị")] = None,
    document: Annotated[
        str | None, Query(max_length=500, description="Mã, số ký hiệu hoặc một phần trích yếu của văn bản")
    ] = None,
    year: Annotated[int | None, Query(ge=1900, le=2200, description="Năm của văn bản")] = None,
    due: Annotated[Literal["soon", "past", "dated", "undated"] | None, Query(description="Thời hạn")] = None,
    due_from: Annotated[str | None, Query(max_length=20, description="Hạn từ ngày")] = None,
    due_to: Annotated[str | None, Query(max_length=20, description="Hạn đến hết ngày")] = None,
    duplicates: Annotated[bool, Query(description="Kể cả các bản trùng của một văn bản")] = False,
    sort: Annotated[Literal["relevance", "due", "document"] | None, Query(description="Thứ tự")] = None,
    limit: Annotated[int, Query(ge=1, le=10 * _LIMIT)] = _LIMIT,
    offset: Annotated[int, Query(ge=0, le=LARGEST)] = 0,
) -> JSONResponse:
    """An array of tasks; `X-Total-Count` and a `Link: rel="next"` header tell about the rest."""
    documents = documents_named(knowledge_of(request).store, document) if document and document.strip() else None
    if document and documents == []:
        raise ApiError(404, "not_found", messages.API_DOCUMENT_UNNAMED.format(text=document.strip()[:80]))
    question = task_question(
        q[: settings_of(request).max_query_chars],
        unit=unit,
        role=role,
        documents=documents,
        year=year,
        due=due,
        due_from=_day("due_from", due_from),
        due_to=_day("due_to", due_to),
        duplicates=duplicates,
        order=sort,
    )
    register = _register(request)
    ids = register.ids(question, _today(request))
    shown = register.read(ids[offset : offset + limit])
    headers = {"X-Total-Count": str(len(ids))}
    if offset + limit < len(ids):
        following = request.url.include_query_params(limit=limit, offset=offset + limit)
        headers["Link"] = f'<{following.path}?{following.query}>; rel="next"'
    return JSONResponse([task_json(record) for record in shown], headers=headers)


# --- page --------------------------------------------------------------------------------------


def _asked(request: Request) -> tuple[TaskQuestion, dict[str, Any], list[str]]:
    """What an address of the page asks for, its values for forms and links, and what of it can't be understood."""
    given = {name: value.replace("\0", "").strip()[:500] for name, value in request.query_params.items()}
    choices = {"role": ROLES, "due": DUES}
    notices = left_out({name: given.get(name, "") for name in ("year", "due_from", "due_to", *choices)}, choices)
    values: dict[str, Any] = {
        "q": given.get("q", "")[: settings_of(request).max_query_chars],
        "unit": given.get("unit", ""),
        "role": _one_of(given.get("role"), ROLES),
        "document": given.get("document", ""),
        "year": read_year(given.get("year", "")),
        "due": _one_of(given.get("due"), DUES),
        "due_from": days.read_day(given.get("due_from", "")),
        "due_to": days.read_day(given.get("due_to", "")),
        "sort": _one_of(given.get("sort"), ORDERS),
        "duplicates": "1" if given.get("duplicates") else None,
    }
    documents = documents_named(knowledge_of(request).store, values["document"]) if values["document"] else None
    if documents == []:
        notices.append(messages.API_DOCUMENT_UNNAMED.format(text=values["document"][:80]))
    question = task_question(
        values["q"],
        unit=values["unit"],
        role=values["role"],
        documents=documents,
        year=values["year"],
        due=values["due"],
        due_from=values["due_from"],
        due_to=values["due_to"],
        duplicates=bool(values["duplicates"]),
        order=values["sort"],
    )
    return question, values, notices


def _one_of(value: str | None, allowed: tuple[str, ...]) -> str | None:
    return value if value in allowed else None


def _whole(text: str | None, largest: int) -> int | None:
    if text and text.isascii() and text.isdecimal() and len(text) <= 9:
        return min(max(int(text), 1), largest)
    return None


@router.api_route(ADDRESS, methods=["GET", "HEAD"])
def tasks_page(request: Request) -> HTMLResponse:
    """The register with its filters."""
    question, values, notices = _asked(request)
    knowledge, register, today = knowledge_of(request), _register(request), _today(request)
    size = _whole(request.query_params.get("size"), _PRINTED) or settings_of(request).list_size
    with knowledge.store.snapshot():
        ids = register.ids(question, today)
        pages = max(-(-len(ids) // size), 1)
        page = _whole(request.query_params.get("page"), pages) or 1
        records = register.read(ids[(page - 1) * size : page * size])
        within = knowledge.store.document(values["document"]) if values["document"] else None
        anything = bool(ids) or register.any()
        known = register.units()
    size_value = size if size != settings_of(request).list_size else None
    listed = {**values, "size": size_value}
    abbreviations = Abbreviations()
    words = query_words(question.text, abbreviations) if question.text else []
    return respond(
        request,
        "tasks.html",
        notices=notices,
        values=values,
        meant=_meant(register, question, abbreviations),
        order=question.in_order,
        rows=[_row(record, words, values["q"], today) for record in records],
        total=len(ids),
        anything=anything,
        filtered=any(value for name, value in values.items() if name not in ("sort", "duplicates")),
        within=document_json(within) if within else None,
        chips=_chips(register, question, today),
        units=known[:_UNITS_OFFERED],
        like=units_like(values["unit"], (unit for unit, _ in known)) if values["unit"] and not ids else [],
        years=register.years(),
        documents=register.documents()[:_DOCUMENTS_OFFERED],
        roles=messages.TASK_ROLES,
        dues=messages.TASK_DUES,
        dues_short=messages.TASK_DUES_SHORT,
        orders=messages.TASK_ORDERS,
        columns=messages.TASK_COLUMNS,
        paging=Paging(page, pages, ADDRESS, listed),
        printed=_PRINTED,
        size=size,
        first=(page - 1) * size + 1,
        paper=_on_paper(values, within),
        here=ADDRESS + query_string(listed, page=page if page > 1 else None),
        json_url="/api/v1/tasks" + query_string(values, limit=size, offset=(page - 1) * size or None),
    )


def _on_paper(values: dict[str, Any], within: DocumentRecord | None) -> str:
    """The filters in words, for a printed list."""
    role = messages.TASK_ROLES.get(values["role"] or "")
    parts = [
        f"“{values['q']}”" if values["q"] else "",
        f"{role or messages.TASK_UNIT}: {values['unit'] or messages.TASK_ANY_UNIT}" if values["unit"] or role else "",
        messages.TASK_DUES.get(values["due"] or "", ""),
        messages.TASK_DUE_FROM.format(day=show.date(values["due_from"])) if values["due_from"] else "",
        messages.TASK_DUE_TO.format(day=show.date(values["due_to"])) if values["due_to"] else "",
        show.dated(str(values["year"])) if values["year"] else "",
        show.heading(document_json(within)) if within else "",
    ]
    return "; ".join(filter(None, parts))


def _meant(register: TaskRegister, question: TaskQuestion, abbreviations: Abbreviations) -> tuple[str, str] | None:
    """A unit that the words name, to filter by instead, and the other words."""
    if not question.text or question.where.unit:
        return None
    return named_unit(question.text, (unit for unit, _ in register.units()), abbreviations)


def _row(record: TaskRecord, words: list[Any], query: str, today: date) -> dict[str, Any]:
    fact = record.fact
    marks = highlights(fact.task, words, FUNCTION_WORDS) if words else []
    return {
        "fact": fact,
        "document": document_json(record.document),
        "url": task_url(record, query),
        "edit": edit_url("nhiem-vu", record.document.id, record.key),
        "parts": show.marked(fact.task, marks),
        "short": show.snippet(fact.task, marks),
        "left": days.distance(fact.due_on, today) if fact.due_on else "",
        "past": bool(fact.due_on and fact.due_on < today.isoformat()),
        "corrected": record.corrected,
    }


def _chips(register: TaskRegister, question: TaskQuestion, today: date) -> list[tuple[str | None, int]]:
    """How many tasks each way to ask for a deadline would list, the other filters as they are."""
    asked = replace(question, where=replace(question.where, due_from=None, due_to=None), due=None)
    counts = register.due_counts(asked, today)
    return [(None, sum(counts[name] for name in ("dated", "undated"))), *((due, counts[due]) for due in DUES)]


# --- export ------------------------------------------------------------------------------------


def _base(request: Request) -> str:
    return str(request.base_url).rstrip("/")


def _attachment(request: Request, extension: str) -> dict[str, str]:
    name = f"nhiem-vu-{_today(request).isoformat()}.{extension}"
    return {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}


@router.get(ADDRESS + "/xuat.csv")
def export_csv(request: Request) -> Response:
    """The filtered list as CSV; `?sep=;` for semicolons."""
    question, _, _ = _asked(request)
    register = _register(request)
    ids = register.ids(question, _today(request))
    separator = ";" if request.query_params.get("sep") in (";", "semicolon") else ","
    pieces = csv_lines(COLUMNS, task_rows(register.stream(ids), _base(request)), separator)
    return StreamingResponse(pieces, media_type="text/csv; charset=utf-8", headers=_attachment(request, "csv"))


@router.get(ADDRESS + "/xuat.xlsx")
def export_xlsx(request: Request) -> Response:
    """The filtered list as a workbook."""
    question, _, _ = _asked(request)
    register = _register(request)
    ids = register.ids(question, _today(request))
    # Read by the answer below, which closes it.
    book: IO[bytes] = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115
    with _workbook_slot(settings_of(request)):
        rows = task_rows(register.stream(ids), _base(request))
        write_xlsx(book, [Sheet(messages.TASKS_SHEET, COLUMNS, rows)])
    headers = {**_attachment(request, "xlsx"), "Content-Length": str(book.tell())}
    return StreamingResponse(_pieces(book), media_type=XLSX, headers=headers)


@contextmanager
def _workbook_slot(settings: Settings) -> Iterator[None]:
    if not _WORKBOOKS.acquire(timeout=settings.search_seconds):
        raise TooBusyError
    try:
        yield
    finally:
        _WORKBOOKS.release()


def _pieces(stream: IO[bytes]) -> Iterator[bytes]:
    with stream:
        stream.seek(0)
        while piece := stream.read(_PIECE):
            yield piece
