"""HTTP twin of `cchc citations`."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse

from index.facts import FactFilter, read_citations
from index.status import statuses
from service.force import cited_json
from service.serving import knowledge_of, named_documents

router = APIRouter()
Relation = Literal["basis", "implements", "amends", "replaces", "repeals", "attached_to", "refers"]
MOST = 10_000


@router.get("/api/v1/citations", summary="Viện dẫn", tags=["facts"])
def citations(
    request: Request,
    document: Annotated[
        str | None, Query(max_length=100, description="Văn bản có viện dẫn: mã, số ký hiệu hoặc một phần trích yếu")
    ] = None,
    number: Annotated[str | None, Query(max_length=200, description="Số ký hiệu được viện dẫn")] = None,
    relation: Annotated[Relation | None, Query(description="Quan hệ")] = None,
    limit: Annotated[int, Query(ge=1, le=MOST)] = MOST,
    offset: Annotated[int, Query(ge=0, le=2**31 - 1)] = 0,
) -> JSONResponse:
    """An array of citations; `X-Total-Count` and a `Link: rel="next"` header tell about the rest."""
    knowledge = knowledge_of(request)
    store = knowledge.store
    documents = named_documents(request, document)
    ids = None if documents is None else tuple(one.id for one in documents)
    records = read_citations(store, FactFilter(documents=ids, number=number or None, relation=relation))
    book = statuses(store)
    headers = {"X-Total-Count": str(len(records))}
    if offset + limit < len(records):
        following = request.url.include_query_params(limit=limit, offset=offset + limit)
        headers["Link"] = f'<{following.path}?{following.query}>; rel="next"'
    shown = records[offset : offset + limit]
    return JSONResponse([cited_json(record, book.of_citation(record)) for record in shown], headers=headers)
