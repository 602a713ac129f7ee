"""Who may change what the knowledge base says, and under which name.

Until there are accounts: with `CCHC_EDIT_CODE` set, whoever gives it; without, only this machine. Requests that a
browser marks as coming from another site are refused either way. The name is what the person gives; it is
remembered in a cookie and goes into the audit log.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, unquote

from fastapi import Request
from fastapi.responses import Response

from ingest import messages
from service.errors import ApiError
from service.serving import settings_of
from service.upload import check_direct, check_same_site

NAME_COOKIE = "cchc_ten"
CODE_COOKIE = "cchc_ma_sua"
_DAYS = 180
_NAME_CHARS = 100
_FORM_BYTES = 64 * 1024


def remembered_author(request: Request) -> str:
    """The name that this browser gave last, "" for none."""
    return unquote(request.cookies.get(NAME_COOKIE, ""))[:_NAME_CHARS]


def may_edit(request: Request) -> bool:
    """Whether a form is worth showing: this machine, or a code is set that can be given."""
    settings = settings_of(request)
    if settings.edit_code:
        return True
    try:
        check_direct(request, messages.EDIT_LOCAL)
    except ApiError:
        return False
    return True


def check_editor(request: Request, fields: Mapping[str, Any]) -> str:
    """The author of a change, from the form fields `author` and `code`.

    Raises:
        ApiError: 403 another site, not this machine, a wrong code; 422 no name.
    """
    settings = settings_of(request)
    check_same_site(request)
    if settings.edit_code:
        given = str(fields.get("code") or unquote(request.cookies.get(CODE_COOKIE, "")))
        if not hmac.compare_digest(given.encode(), settings.edit_code.encode()):
            raise ApiError(403, "forbidden", messages.EDIT_CODE_WRONG)
    else:
        check_direct(request, messages.EDIT_LOCAL)
    author = " ".join(str(fields.get("author") or "").split())[:_NAME_CHARS]
    if not author:
        raise ApiError(422, "invalid", messages.CORRECT_NO_AUTHOR)
    return author


def remember(response: Response, author: str, code: str = "") -> None:
    """Keep name and code in this browser."""
    for name, value in ((NAME_COOKIE, author), (CODE_COOKIE, code)):
        if value:
            response.set_cookie(name, quote(value), max_age=_DAYS * 86400, httponly=True, samesite="strict")


def check_form_size(request: Request) -> None:
    """Raise `ApiError` 413 for a body larger than a form of ours can be, or of unknown length."""
    length = request.headers.get("content-length", "")
    if not length.isdecimal() or int(length) > _FORM_BYTES:
        raise ApiError(413, "too_large", messages.CORRECT_TOO_LONG.format(limit=_FORM_BYTES))


async def form_fields(request: Request, most: int) -> dict[str, list[str]]:
    """Text fields of a form of at most so many, with all values of each.

    Raises:
        ApiError: 413, see `check_form_size`.
    """
    check_form_size(request)
    form = await request.form(max_files=0, max_fields=most)
    found: dict[str, list[str]] = {}
    for name, value in form.multi_items():
        if isinstance(value, str):
            found.setdefault(name, []).append(value.replace("\0", ""))
    return found
