"""Checking a draft: the page `/du-thao`, its files, and the HTTP twin."""

from __future__ import annotations

from collections import Counter
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response

from index.draft import report_json
from index.finding import SEVERITIES, Finding
from index.records import document_json
from ingest import messages
from ingest.read import SUFFIXES
from service.basis_files import basis_docx, basis_txt
from service.draft_marks import marked_lines
from service.drafts import PASTED, CheckedDraft, reader_of, receive_draft
from service.errors import ApiError
from service.pages import respond
from service.settings import Settings

router = APIRouter()
api = APIRouter()

ADDRESS = "/du-thao"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
#: Told together below the others: there are many, and each says only what the base lacks.
QUIET = ("number_unknown", "number_elsewhere")
_LINES_MOST = 200
_LINE_CHARS = 600
_FORM_BYTES = 512 * 1024


@api.post("/api/v1/drafts/check", summary="Soát một dự thảo", tags=["facts"])
async def check(request: Request) -> JSONResponse:
    """Findings on a draft sent as multipart field `file` or `text`; nothing is stored."""
    return JSONResponse(report_json((await receive_draft(request)).report))


@router.api_route(ADDRESS, methods=["GET", "HEAD"])
def draft_page(request: Request) -> HTMLResponse:
    """The form; whoever opens it will send a draft soon."""
    reader_of(request.app).warm_up()
    return _page(request)


@router.post(ADDRESS)
async def check_page(request: Request) -> HTMLResponse:
    """The draft with its findings; what can't be read is said above the form."""
    try:
        checked = await receive_draft(request)
    except ApiError as error:
        return _page(request, trouble=error.message, status=error.status)
    return _page(request, checked)


def _page(
    request: Request, checked: CheckedDraft | None = None, trouble: str | None = None, status: int = 200
) -> HTMLResponse:
    settings: Settings = request.app.state.settings
    values: dict[str, Any] = {"result": None}
    if checked is not None:
        report = checked.report
        loud = [one for one in report.findings if one.code not in QUIET]
        loud.sort(key=lambda one: SEVERITIES.index(one.severity))
        quiet = [one for one in report.findings if one.code in QUIET]
        ordered = [*loud, *quiet]
        numbered = list(enumerate(ordered, start=1))
        values["result"] = {
            "name": checked.name if checked.name != PASTED else "",
            "document": document_json(report.record),
            "loud": [_shown(number, one) for number, one in numbered[: len(loud)]],
            "quiet": [_shown(number, one) for number, one in numbered[len(loud) :]],
            "counts": _counts(loud),
            "citations": len(report.citations),
            "missing": len(report.missing),
            "lines": report.lines,
            "text": marked_lines(checked.document.text, ordered),
            "pages": len(checked.document.pages),
        }
    return respond(
        request,
        "draft.html",
        status,
        trouble=trouble,
        accepted=",".join(sorted(SUFFIXES)),
        limit_mb=f"{settings.max_upload_mb:g}",
        severities=messages.SEVERITIES,
        json_url=None,
        **values,
    )


def _counts(findings: list[Finding]) -> list[tuple[str, int]]:
    counts = Counter(one.severity for one in findings)
    return [(severity, counts[severity]) for severity in SEVERITIES if counts[severity]]


def _shown(number: int, one: Finding) -> dict[str, Any]:
    return {
        "number": number,
        "severity": one.severity,
        "label": messages.SEVERITIES[one.severity],
        "message": one.message,
        "suggestion": one.suggestion,
        "text": one.text,
        "page": one.page,
        "url": one.url,
        "placed": one.end > one.start,
    }


@router.post(f"{ADDRESS}/can-cu")
async def basis_file(request: Request) -> Response:
    """The chosen lines of the legal basis as DOCX, or as text with `format=txt`."""
    length = request.headers.get("content-length", "")
    if not length.isdecimal() or int(length) > _FORM_BYTES:
        raise ApiError(413, "too_large", messages.DRAFT_LINES_TOO_MANY)
    form = await request.form(max_files=0, max_fields=_LINES_MOST + 5)
    lines = [line[:_LINE_CHARS] for line in form.getlist("line") if isinstance(line, str) and line.strip()]
    if not lines:
        raise ApiError(422, "no_lines", messages.DRAFT_NO_LINES)
    text = form.get("format") == "txt"
    name = "can-cu.txt" if text else "can-cu.docx"
    return Response(
        basis_txt(lines) if text else basis_docx(lines),
        media_type="text/plain; charset=utf-8" if text else DOCX,
        headers={"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"},
    )
