"""Legal basis: the page `/can-cu` and its HTTP twin."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, JSONResponse

from index.authority import LEVELS
from index.basis import Grounds, basis_of_document, basis_of_topic, missing
from index.citation_book import Mention
from index.facts import FactFilter, read_citations
from index.generation import IndexUnusableError
from index.records import DocumentFilter, document_json
from index.status import statuses
from ingest import messages
from service import show
from service.addresses import query_string
from service.basis_graph import Node, draw
from service.basis_view import topic_json
from service.correction_pages import edit_url
from service.errors import ApiError
from service.knowledge_base import KnowledgeBase
from service.pages import Paging, page_number, respond
from service.places import place_url
from service.serving import knowledge_of, settings_of

router = APIRouter()
api = APIRouter()

ADDRESS = "/can-cu"
_MISSING_SHOWN = 40
_CITING_SHOWN = 5
_OFFERED = 12


@api.get("/api/v1/basis", summary="Căn cứ cho một chủ đề", tags=["facts"])
def basis(
    request: Request,
    q: Annotated[str, Query(description="Chủ đề")] = "",
) -> JSONResponse:
    """The documents that plans on a topic cite as their basis, with who cites them."""
    topic = q.strip()[: settings_of(request).max_query_chars]
    if not topic:
        raise ApiError(422, "invalid", messages.BASIS_NO_TOPIC)
    knowledge = knowledge_of(request)
    return JSONResponse(topic_json(knowledge.store, basis_of_topic(knowledge.store, knowledge.search, topic)))


@router.api_route(ADDRESS, methods=["GET", "HEAD"])
def basis_page(request: Request) -> HTMLResponse:
    """For a topic, for a document, or what is missing."""
    knowledge = knowledge_of(request)
    store = knowledge.store
    topic = request.query_params.get("q", "").replace("\0", "").strip()[: settings_of(request).max_query_chars]
    document_id = request.query_params.get("document", "").strip()[:100]
    values: dict[str, Any] = {"q": topic, "document": document_id}
    shown: dict[str, Any] = {"found": None, "around": None, "trouble": None, "offered": []}
    status = 200
    json_url = None
    if document_id:
        record = store.document(document_id)
        if record is None:
            raise ApiError(404, "not_found", messages.API_DOCUMENT_UNKNOWN.format(id=document_id[:80]))
        shown["around"] = _around(request, document_id)
        json_url = "/api/v1/citations" + query_string({"document": document_id})
    elif topic:
        json_url = "/api/v1/basis" + query_string({"q": topic})
        try:
            found = basis_of_topic(store, knowledge.search, topic)
            shown["found"] = found
            shown["levels"] = [
                (messages.LEVELS[level], [_row(knowledge, one) for one in found.documents if one.level == level])
                for level in LEVELS
                if any(one.level == level for one in found.documents)
            ]
            shown["plans"] = [document_json(r) for p in found.plans if (r := store.document(p.document))]
            shown["offered"] = _offered(knowledge, topic) if not found.plans else []
        except IndexUnusableError as error:
            shown["trouble"], status = str(error), 503
    else:
        lacking = missing(store)
        pages = max(-(-len(lacking) // _MISSING_SHOWN), 1)
        page = page_number(request.query_params.get("page"), 1, pages) or 1
        shown["paging"] = Paging(page, pages, ADDRESS, {})
        first = (page - 1) * _MISSING_SHOWN
        shown["lacking"] = [_row(knowledge, one) for one in lacking[first : first + _MISSING_SHOWN]]
        shown["lacking_count"] = len(lacking)
        shown["offered"] = _offered(knowledge, "")
    return respond(request, "basis.html", status, values=values, json_url=json_url, **shown)


def _offered(knowledge: KnowledgeBase, text: str) -> list[dict[str, Any]]:
    """Documents to choose from."""
    found = knowledge.store.documents(DocumentFilter(text=text or None, leaders_only=True), limit=_OFFERED)
    return [document_json(record) for record in found]


def _name(one: Grounds) -> str:
    cited = one.cited
    return " ".join(filter(None, (cited.type, cited.number))) if cited.number else cited.title or cited.type or ""


def _row(knowledge: KnowledgeBase, one: Grounds) -> dict[str, Any]:
    return {
        "name": _name(one),
        "title": one.cited.title if one.cited.number else None,
        "issued_on": one.cited.issued_on,
        "issuer": one.cited.issuer,
        "count": one.count,
        "share": one.share,
        "status": one.status,
        "url": f"/van-ban/{one.document}" if one.document else None,
        "around": f"{ADDRESS}?document={one.document}" if one.document else None,
        "cited_by": [_citing(knowledge, mention) for mention in one.cited_by[:_CITING_SHOWN]],
        "cited_more": max(len(one.cited_by) - _CITING_SHOWN, 0),
    }


def _citing(knowledge: KnowledgeBase, mention: Mention) -> dict[str, Any]:
    source = mention.source
    return {
        "number": source.number or messages.NO_NUMBER,
        "title": source.title or "",
        "issuer": source.issuer,
        "issued_on": source.issued_on,
        "draft": source.draft,
        "relation": messages.RELATIONS[mention.relation],
        "page": mention.page,
        "url": place_url(knowledge.store, source.id, mention.start, mention.end),
    }


def _around(request: Request, document_id: str) -> dict[str, Any]:
    """A document's basis and who builds on it, as rows and as a drawing."""
    knowledge = knowledge_of(request)
    store = knowledge.store
    found = basis_of_document(store, document_id)
    record = store.document(document_id)
    assert record is not None
    document = document_json(record)
    read = {r.fact.start: r for r in read_citations(store, FactFilter(document=document_id))}
    left = [
        Node(_name(one), one.cited.title or one.cited.issuer or "", _address(one), one.status.name in _OVER)
        for one in found.basis
    ]
    right = [
        Node(m.source.number or messages.NO_NUMBER, m.source.title or "", f"{ADDRESS}?document={m.source.id}")
        for m in found.builds_on_it
    ]
    centre = Node(show.number(document), show.heading(document), document["url"], current=True)

    def rows(grounds: list[Grounds]) -> list[dict[str, Any]]:
        made = []
        for one in grounds:
            row = _row(knowledge, one)
            own = next((read[m.start] for m in one.cited_by if m.start in read), None)
            row["relation"] = messages.RELATIONS[one.cited_by[0].relation]
            row["edit"] = edit_url("can-cu", document_id, own.key) if own else None
            row["corrected"] = bool(own and own.corrected)
            row["level"] = messages.LEVELS[one.level]
            made.append(row)
        return made

    return {
        "document": document,
        "graph": draw(centre, left, right),
        "basis": rows(found.basis),
        "others": rows(found.others),
        "builds": [_citing(knowledge, mention) for mention in found.builds_on_it],
        "mentions": [_citing(knowledge, mention) for mention in found.mentions_it],
        "status": statuses(store).of_document(document_id),
        "here": ADDRESS + query_string({"document": document_id}),
    }


_OVER = ("replaced", "repealed")


def _address(one: Grounds) -> str | None:
    return f"{ADDRESS}?document={one.document}" if one.document else None
