"""The Vietnamese pages: server-rendered, usable without a script."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jinja2
from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from index.generation import IndexUnusableError
from index.highlight import highlights
from index.intent import ignored
from index.query import Filters, interpret
from index.records import DocumentFilter, DocumentRecord, PassageRecord, document_json
from index.status import statuses
from ingest import messages
from ingest.models import SectionKind
from service import originals, show
from service.absent import absent_number
from service.addresses import QUERY_KEPT, passage_url, query_string
from service.errors import ApiError
from service.filters import document_type, left_out, read_year, unknown_type
from service.force import force_words
from service.places import place_url
from service.render import outline, render
from service.serving import knowledge_of, settings_of
from service.state import index_state

router = APIRouter()
_HERE = Path(__file__).parent
#: Kinds that can be filtered by: recipients are furniture and never found.
FILTER_KINDS = [(kind.value, messages.SECTION_KINDS[kind.value]) for kind in SectionKind if kind != "recipients"]
_FAILED_SHOWN = 200
_SPAN = re.compile(r"(\d{1,9})-(\d{1,9})", re.ASCII)
#: Bare forms of words that say nothing alone: highlighted only beside another word of the query.
FUNCTION_WORDS = frozenset({
    "ai", "bao", "ben", "boi", "ca", "cac", "cai", "can", "chi", "cho", "co", "con", "cua", "cung", "da", "de", "den",
    "do", "duoc", "duoi", "gi", "hay", "ho", "khi", "khong", "la", "lam", "len", "mot", "nam", "nao", "nay", "nen",
    "neu", "nhieu", "nhu", "nhung", "o", "phai", "qua", "ra", "sau", "se", "so", "tai", "tat", "theo", "thi", "trong",
    "truoc", "tu", "va", "vao", "ve", "vi", "voi",
})  # fmt: skip


def _stamp(name: str) -> str:
    """Content hash, so that a browser takes a changed file at once and keeps an unchanged one."""
    return hashlib.sha256((_HERE / "static" / name).read_bytes()).hexdigest()[:10]


def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "date": show.date,
        "dated": show.dated,
        "moment": show.moment,
        "count": show.count,
        "size": show.size,
        "seconds": show.seconds,
        "kind_name": show.section_kind,
        "chip": show.intent,
        "query": query_string,
    }
    environment.globals |= {
        "heading": show.heading,
        "status_name": force_words,
        "title_of": show.title,
        "number_of": show.number,
        "marked": show.marked,
        "snippet": show.snippet,
        "passage_url": passage_url,
        "stamps": {name: _stamp(name) for name in ("cchc.css", "cchc.js")},
    }
    return environment


def _fact_in(passage: PassageRecord | None, span: str) -> list[tuple[int, int]]:
    """The span "10-25" of a fact, unless it lies elsewhere: the document was read in another way since."""
    found = _SPAN.fullmatch(span)
    if passage is None or found is None:
        return []
    start, end = int(found[1]), int(found[2])
    return [(start, end)] if passage.start <= start < min(end, passage.end) else []


def _words_in(passage: PassageRecord | None, query: str) -> list[tuple[int, int]]:
    """Spans of the document's text where words of the query stand in the passage."""
    if passage is None or not query:
        return []
    found = highlights(passage.text, interpret(query).words, FUNCTION_WORDS)
    return [(passage.start + start, passage.start + end) for start, end in found]


TEMPLATES = _environment()


@dataclass(frozen=True, slots=True)
class Paging:
    """Links to the pages around this one. `address` is the page's path."""

    page: int
    pages: int
    address: str
    values: dict[str, Any]

    def url(self, page: int) -> str:
        """Address of another page of the same list."""
        return self.address + query_string(self.values, page=page if page > 1 else None)


def respond(request: Request, template: str, http_status: int = 200, /, **values: Any) -> HTMLResponse:
    """A page from a template; `path` is the address, for the navigation, `notices` what it couldn't understand."""
    values.setdefault("notices", [])
    html = TEMPLATES.get_template(template).render(path=request.url.path, **values)
    return HTMLResponse(html, http_status, headers={"Cache-Control": "private, no-cache"})


def error_page(request: Request, status: int, message: str) -> HTMLResponse:
    """An error for people."""
    return respond(request, "error.html", status, status=status, message=message)


def page_number(text: str | None, low: int, high: int) -> int | None:
    """A whole number within bounds, else None: a page never fails over a mistyped address."""
    if text and text.isascii() and text.isdecimal() and len(text) <= 9:
        return min(max(int(text), low), high)
    return None


def _given(request: Request, *names: str) -> dict[str, str]:
    """Text parameters, trimmed, without control characters that no form sends."""
    return {name: request.query_params.get(name, "").replace("\0", "").strip()[:500] for name in names}


# --- search ------------------------------------------------------------------------------------


@router.api_route("/", methods=["GET", "HEAD"])
def search_page(request: Request) -> HTMLResponse:
    """Search box, filters, results."""
    knowledge, settings = knowledge_of(request), settings_of(request)
    typed = request.query_params.get("q", "")[: settings.max_query_chars]
    given = _given(request, "type", "issuer", "kind", "document", "year")
    kinds = [name for name, _ in FILTER_KINDS]
    kind = given["kind"] if given["kind"] in kinds else None
    year = read_year(given["year"])
    notices = left_out({"year": given["year"], "kind": given["kind"]}, {"kind": kinds})
    notices += filter(None, [unknown_type(given["type"])])
    filters = Filters(
        kind=kind,
        year=year,
        type=document_type(given["type"]) or given["type"] or None,
        issuer=given["issuer"] or None,
        document=given["document"] or None,
    )
    last = settings.max_offset // settings.page_size + 1
    page = page_number(request.query_params.get("page"), 1, last) or 1
    without = ignored(request.query_params.get("ignore", ""))
    as_typed = request.query_params.get("as_typed") == "1"
    values = {"q": typed.strip(), **filters.to_json(), "ignore": ",".join(without), "as_typed": int(as_typed) or None}
    result, trouble = None, None
    if typed.strip():
        try:
            result = knowledge.search(
                typed, settings.page_size, filters, (page - 1) * settings.page_size, without, as_typed
            )
            if result.total and not result.hits and page > 1:  # an address beyond the last page: the last one
                page = min(-(-result.total // settings.page_size), last)
                result = knowledge.search(
                    typed, settings.page_size, filters, (page - 1) * settings.page_size, without, as_typed
                )
        except IndexUnusableError as error:
            trouble = str(error)
    pages = min(-(-result.total // settings.page_size), last) if result else 0
    api = "/api/v1/search" + query_string(
        values, k=settings.page_size, offset=(page - 1) * settings.page_size if page > 1 else None
    )
    within = knowledge.store.document(given["document"]) if given["document"] else None
    if given["document"] and within is None:
        notices.append(messages.API_DOCUMENT_UNKNOWN.format(id=given["document"][:80]))
    return respond(
        request,
        "search.html",
        503 if trouble else 200,
        notices=notices,
        q=typed.strip(),
        values=values,
        without=without,
        as_typed=as_typed,
        filters=filters,
        facets=knowledge.facets(),
        kinds=FILTER_KINDS,
        result=result,
        trouble=trouble,
        absent=absent_number(knowledge.store, result) if result else None,
        within=document_json(within) if within else None,
        examples=knowledge.examples() if result is None or not result.hits else [],
        documents=knowledge.store.count_documents(),
        paging=Paging(page, pages, "/", values),
        first=(page - 1) * settings.page_size + 1,
        json_url=api if result else None,
    )


# --- documents ---------------------------------------------------------------------------------


@router.api_route("/van-ban", methods=["GET", "HEAD"])
def documents_page(request: Request) -> HTMLResponse:
    """The list of documents with filters, and the files that could not be read."""
    knowledge, settings = knowledge_of(request), settings_of(request)
    given = _given(request, "q", "type", "issuer", "sort", "year")
    year = read_year(given["year"])
    code = document_type(given["type"]) or given["type"]
    notices = [*left_out({"year": given["year"]}), *filter(None, [unknown_type(given["type"])])]
    order = given["sort"] if given["sort"] in ("newest", "title") else "newest"
    where = DocumentFilter(type_code=code or None, year=year, issuer=given["issuer"] or None, text=given["q"] or None)
    values: dict[str, Any] = {
        "q": given["q"], "type": code, "year": year, "issuer": given["issuer"],
        "sort": order if order != "newest" else None,
    }  # fmt: skip
    store = knowledge.store
    with store.snapshot():
        total = store.count_documents(where)
        pages = max(-(-total // settings.list_size), 1)
        page = page_number(request.query_params.get("page"), 1, pages) or 1
        records = store.documents(where, limit=settings.list_size, offset=(page - 1) * settings.list_size, order=order)
        failed = store.failed_files()
    filtered = any((given["q"], given["type"], given["issuer"], year))
    return respond(
        request,
        "documents.html",
        notices=notices,
        values=values,
        order=order,
        facets=knowledge.facets(),
        documents=[document_json(record) for record in records],
        over=statuses(store).over,
        total=total,
        filtered=filtered,
        failed=[] if filtered or page > 1 else failed[:_FAILED_SHOWN],
        failed_count=len(failed),
        paging=Paging(page, pages, "/van-ban", values),
        json_url="/api/v1/documents"
        + query_string(
            {name: value for name, value in values.items() if name != "sort"},
            limit=settings.list_size,
            offset=(page - 1) * settings.list_size or None,
        ),
    )


def _record(request: Request, document_id: str) -> DocumentRecord:
    record = knowledge_of(request).store.document(document_id)
    if record is None:
        raise ApiError(404, "not_found", messages.API_DOCUMENT_UNKNOWN.format(id=document_id[:80]))
    return record


@router.api_route("/van-ban/{id}", methods=["GET", "HEAD"])
def document_page(request: Request, id: str) -> Response:
    """Outline beside the text, the passage asked for marked (`?doan=`, or the fragment alone)."""
    knowledge = knowledge_of(request)
    store = knowledge.store
    with store.snapshot():
        record = _record(request, id)
        sections = store.sections(id)
        passages = [passage for passage in store.document_passages(id) if not passage.furniture]
        blocks = store.blocks(id)
        duplicates = store.duplicates(id)
        sources = store.document_sources(id)
    wanted = request.query_params.get("doan", "")
    place = next((n for n, passage in enumerate(passages) if passage.passage_id == wanted), None)
    here = passages[place] if place is not None else None
    query = request.query_params.get("q", "").strip()[:QUERY_KEPT]
    marks = _fact_in(here, request.query_params.get("trich", "")) or _words_in(here, query)
    status = statuses(store).of_document(record.id)
    return respond(
        request,
        "document.html",
        query=query,
        document=document_json(record),
        record=record,
        runs=render(blocks, sections, passages, here.passage_id if here else None, marks),
        outline=outline(sections),
        here=here,
        lost=bool(wanted) and here is None,
        before=_neighbour(passages, place, -1),
        after=_neighbour(passages, place, +1),
        duplicates=[document_json(other) for other in duplicates],
        sources=sources,
        has_original=knowledge.original(record) is not None,
        status=status,
        told=[(one, place_url(store, one.said_in, one.start, one.end)) for one in (*status.evidence, *status.planned)],
        json_url=f"/api/v1/documents/{record.id}",
    )


def _neighbour(passages: list[PassageRecord], place: int | None, step: int) -> PassageRecord | None:
    if place is None or not 0 <= place + step < len(passages):
        return None
    return passages[place + step]


@router.api_route("/van-ban/{id}/goc", methods=["GET", "HEAD"])
def original(request: Request, id: str) -> Response:
    """The original file."""
    record = _record(request, id)
    path = knowledge_of(request).original(record)
    if path is None:
        raise ApiError(404, "original_gone", messages.API_ORIGINAL_GONE)
    return originals.respond(request, record, path)


# --- upkeep ------------------------------------------------------------------------------------


@router.api_route("/quan-tri", methods=["GET", "HEAD"])
def admin_page(request: Request) -> HTMLResponse:
    """Counts, state of the index, files in trouble."""
    knowledge = knowledge_of(request)
    store = knowledge.store
    with store.snapshot():
        stats, failed, missing = store.stats(), store.failed_files(), store.missing_files()
    return respond(
        request,
        "admin.html",
        stats=stats,
        failed=failed[:_FAILED_SHOWN],
        failed_count=len(failed),
        missing=missing[:_FAILED_SHOWN],
        missing_count=len(missing),
        index=index_state(knowledge.data, store, verify=False),
        free=store.free_bytes(),
        data=str(knowledge.data),
        facets=knowledge.facets(),
        json_url="/healthz/ready",
    )


@router.get("/favicon.ico")
def favicon() -> Response:
    """Browsers ask for it; the icon is an SVG file of ours."""
    return RedirectResponse("/static/cchc.svg", 308)
