"""Errors over HTTP: one JSON shape for the API, one page for people, Vietnamese sentences in both."""

from __future__ import annotations

import logging
import re
import uuid
from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from index.generation import IndexUnusableError
from index.store_errors import StoreError
from ingest import messages
from service.contract import error_json
from service.knowledge_base import TooBusyError

log = logging.getLogger("cchc.service")

_CODES = {
    400: "invalid",
    403: "forbidden",
    404: "not_found",
    405: "method_not_allowed",
    422: "invalid",
    503: "unavailable",
}


class ApiError(Exception):
    """A request that is answered with an error: HTTP status, stable code, Vietnamese sentence."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(message)
        self.status, self.code, self.message = status, code, message


def problem(error: Mapping[str, Any]) -> str:
    """One finding of pydantic as a Vietnamese sentence."""
    kind, context = str(error.get("type", "")), error.get("ctx") or {}
    if kind == "missing":
        text = messages.API_MISSING_PARAMETER
    elif kind.startswith("int_"):
        text = messages.API_NOT_WHOLE_NUMBER
    elif kind.startswith("greater_than"):
        text = messages.API_TOO_SMALL.format(limit=context.get("ge", context.get("gt")))
    elif kind.startswith("less_than"):
        text = messages.API_TOO_LARGE.format(limit=context.get("le", context.get("lt")))
    elif kind == "literal_error" and context.get("expected"):
        allowed = ", ".join(re.findall(r"'([^']*)'", str(context["expected"])))
        text = messages.API_NOT_ONE_OF.format(allowed=allowed)
    else:
        text = messages.API_WRONG_VALUE
    where = error.get("loc") or ("?",)
    return messages.API_BAD_PARAMETER.format(name=where[-1], problem=text)


def install(app: FastAPI) -> None:
    """Answer every error in our own words."""

    def answer(request: Request, status: int, code: str, message: str) -> Response:
        if request.url.path.startswith(("/api/", "/healthz/", "/metrics", "/openapi.json")):
            return JSONResponse(error_json(code, message), status)
        from service.pages import error_page  # pages import this module

        return error_page(request, status, message)

    @app.exception_handler(ApiError)
    def api_error(request: Request, error: ApiError) -> Response:
        return answer(request, error.status, error.code, error.message)

    @app.exception_handler(RequestValidationError)
    def invalid(request: Request, error: RequestValidationError) -> Response:
        return answer(request, 422, "invalid", " ".join(problem(one) for one in error.errors()))

    @app.exception_handler(HTTPException)
    def http_error(request: Request, error: HTTPException) -> Response:
        if error.status_code == 405:
            message = messages.API_METHOD.format(method=request.method)
        else:
            message = messages.API_NOT_FOUND if error.status_code == 404 else messages.API_BAD_REQUEST
        response = answer(request, error.status_code, _CODES.get(error.status_code, "error"), message)
        response.headers.update(error.headers or {})
        return response

    @app.exception_handler(TooBusyError)
    def busy(request: Request, error: TooBusyError) -> Response:
        seconds = f"{request.app.state.settings.search_seconds:g}"
        response = answer(request, 503, "busy", messages.API_TOO_BUSY.format(seconds=seconds))
        response.headers["Retry-After"] = "2"
        return response

    @app.exception_handler(StoreError)
    def store_error(request: Request, error: StoreError) -> Response:
        log.error("%s", error)
        return answer(request, 503, error.code, str(error))

    @app.exception_handler(IndexUnusableError)
    def index_error(request: Request, error: IndexUnusableError) -> Response:
        log.error("%s", error)
        return answer(request, 503, "index_unusable", str(error))

    @app.exception_handler(Exception)
    def unexpected(request: Request, error: Exception) -> Response:
        reference = uuid.uuid4().hex[:8]
        log.error("error %s on %s", reference, request.url.path, exc_info=error)
        return answer(request, 500, "internal", messages.API_FAILED.format(reference=reference))
