"""HTTP twins of the commands: the same JSON under /api/v1, health checks, metrics."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse, PlainTextResponse, Response

from index.generation import IndexUnusableError
from index.intent import ignored
from index.query import Filters
from index.records import DocumentFilter, document_json
from index.store_errors import StoreError
from ingest import messages
from service import metrics
from service.contract import document_detail, error_json
from service.errors import ApiError
from service.filters import document_type, unknown_type
from service.serving import knowledge_of, settings_of
from service.state import index_state
from service.upload import receive_upload

router = APIRouter()

Kind = Literal[
    "legal_basis", "situation", "purpose", "requirement", "target", "task", "responsibility", "schedule", "funding",
    "appendix", "recipients", "other",
]  # fmt: skip
Year = Annotated[int | None, Query(ge=1900, le=2200, description="Năm của văn bản")]
Text = Annotated[str | None, Query(max_length=500)]
LARGEST = 2**31 - 1


def _check_type(text: str | None) -> None:
    """Refuse a type that there is none of: an empty list would say that the base holds nothing of it."""
    if problem := unknown_type(text):
        raise ApiError(422, "invalid", problem)


@router.get("/api/v1/search", summary="Tìm đoạn văn", tags=["search"])
def search(
    request: Request,
    q: Annotated[str, Query(description="Câu hỏi hoặc số ký hiệu")] = "",
    k: Annotated[int, Query(ge=1, le=LARGEST, description="Số kết quả")] = 10,
    kind: Annotated[Kind | None, Query(description="Loại nội dung")] = None,
    year: Year = None,
    type: Annotated[str | None, Query(max_length=200, description="Loại văn bản: mã hoặc tên")] = None,
    issuer: Annotated[str | None, Query(max_length=500, description="Một phần tên cơ quan")] = None,
    document: Annotated[str | None, Query(max_length=100, description="Chỉ tìm trong văn bản có mã này")] = None,
    offset: Annotated[int, Query(ge=0, le=LARGEST, description="Bỏ qua bao nhiêu kết quả")] = 0,
    ignore: Annotated[str, Query(max_length=200, description="Ý đoán không dùng: year,type,unit…")] = "",
    as_typed: Annotated[bool, Query(description="Tìm đúng như đã gõ, không thêm dấu, không sửa lỗi gõ")] = False,
) -> JSONResponse:
    """The search result of the contract."""
    settings = settings_of(request)
    limits = {"k": (k, settings.max_results), "offset": (offset, settings.max_offset)}
    for name, (value, limit) in limits.items():
        if value > limit:
            problem = messages.API_TOO_LARGE.format(limit=limit)
            raise ApiError(422, "invalid", messages.API_BAD_PARAMETER.format(name=name, problem=problem))
    if document and knowledge_of(request).store.document(document) is None:
        raise ApiError(404, "not_found", messages.API_DOCUMENT_UNKNOWN.format(id=document[:80]))
    _check_type(type)
    filters = Filters(kind=kind, year=year, type=type or None, issuer=issuer or None, document=document or None)
    return JSONResponse(knowledge_of(request).search(q, k, filters, offset, ignored(ignore), as_typed).to_json())


@router.get("/api/v1/documents", summary="Danh sách văn bản", tags=["documents"])
def documents(
    request: Request,
    q: Annotated[str | None, Query(max_length=500, description="Một phần trích yếu, số hoặc cơ quan")] = None,
    type: Annotated[str | None, Query(max_length=200, description="Loại văn bản: mã hoặc tên")] = None,
    year: Year = None,
    issuer: Text = None,
    limit: Annotated[int, Query(ge=1, le=1000)] = 1000,
    offset: Annotated[int, Query(ge=0, le=LARGEST)] = 0,
) -> JSONResponse:
    """An array of documents; `X-Total-Count` and a `Link: rel="next"` header tell about the rest."""
    _check_type(type)
    where = DocumentFilter(
        type_code=document_type(type) if type else None, year=year, issuer=issuer or None, text=q or None
    )
    store = knowledge_of(request).store
    with store.snapshot():
        total = store.count_documents(where)
        found = store.documents(where, limit=limit, offset=offset)
    headers = {"X-Total-Count": str(total)}
    if offset + len(found) < total:
        following = request.url.include_query_params(limit=limit, offset=offset + limit)
        headers["Link"] = f'<{following.path}?{following.query}>; rel="next"'
    return JSONResponse([document_json(record) for record in found], headers=headers)


@router.get("/api/v1/documents/{id}", summary="Một văn bản", tags=["documents"])
def document(request: Request, id: str) -> JSONResponse:
    """One document with its section tree and text."""
    store = knowledge_of(request).store
    with store.snapshot():
        record = store.document(id)
        if record is None:
            raise ApiError(404, "not_found", messages.API_DOCUMENT_UNKNOWN.format(id=id))
        return JSONResponse(document_detail(store, record))


@router.post("/api/v1/documents", summary="Tải một tệp lên", tags=["documents"], status_code=201)
async def upload(request: Request) -> JSONResponse:
    """Ingest one file sent as multipart field `file`; see docs/api.md for who may."""
    status, body = await receive_upload(request)
    return JSONResponse(body, status)


@router.head("/healthz/live", include_in_schema=False)
@router.get("/healthz/live", summary="Tiến trình còn sống", tags=["health"])
def live() -> dict[str, str]:
    """Always 200 while the process answers."""
    return {"status": "ok"}


@router.head("/healthz/ready", include_in_schema=False)
@router.get("/healthz/ready", summary="Sẵn sàng tìm kiếm", tags=["health"])
def ready(request: Request) -> Response:
    """200 where store and index can be read, else 503 with the reason."""
    knowledge = knowledge_of(request)
    try:
        revision = knowledge.store.revision
        knowledge.searcher()
    except (StoreError, IndexUnusableError) as error:
        return JSONResponse(error_json("not_ready", f"{messages.API_NOT_READY} {error}"), 503)
    index = index_state(knowledge.data, knowledge.store, verify=False)
    body: dict[str, Any] = {"status": "ok", "revision": revision, "index": index.code}
    return JSONResponse(body)


@router.get("/metrics", summary="Số đo dạng Prometheus", tags=["health"])
def prometheus(request: Request) -> PlainTextResponse:
    """Requests, durations, and the size of the knowledge base."""
    stats = knowledge_of(request).store.stats()
    gauges = [
        ("cchc_documents", "Documents in the store.", stats.documents),
        ("cchc_passages", "Passages in the store.", stats.passages),
        ("cchc_failed_files", "Files that could not be read.", stats.failed),
        ("cchc_store_bytes", "Size of the store.", stats.bytes),
    ]
    return PlainTextResponse(request.app.state.metrics.text(gauges), media_type=metrics.CONTENT_TYPE)
