"""POST /api/v1/documents: one file into the knowledge base, through the same line as `cchc ingest`.

Who may: with `CCHC_UPLOAD_TOKEN` set, whoever sends it; without, only programs on this machine that
talk to the server directly. A web page of another site can make a browser on this machine send
requests here, so requests that a browser marks as cross-site, and names other than loopback ones in
Host, are refused.
"""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import json
import re
import shutil
import tempfile
import threading
import unicodedata
from pathlib import Path
from typing import Any

from fastapi import Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.types import Message, Receive

from index.collect import FileResult, collect
from index.store import Store, path_key
from ingest import messages
from ingest.read import SUFFIXES
from service.errors import ApiError
from service.indexing import bring_up_to_date, reading_limits
from service.knowledge_base import STORE_NAME
from service.serving import settings_of
from service.settings import Settings

FOLDER = "tai-len"
MULTIPART = "multipart/form-data"
_FORM_BYTES = 64 * 1024  # boundaries and small fields around the file
_TEXT_BYTES = 4 * 1024 * 1024  # of a text field: a pasted draft
_NAME_BYTES = 150
_WAIT_SECONDS = 30.0  # for another process that is ingesting
_one_at_a_time = threading.Lock()


async def receive_upload(request: Request) -> tuple[int, dict[str, Any]]:
    """(HTTP status, the contract's line for the file). 201 added, 200 already there.

    Raises:
        ApiError: not allowed, too large, of a kind that is not read, or unreadable.
    """
    settings = settings_of(request)
    check_allowed(request, settings)
    form = await limited_form(request, settings)
    try:
        file, name = uploaded_file(form, settings)
        result = await run_in_threadpool(_ingest, request.app.state.data, settings, file, name)
    finally:
        await form.close()
    if result.status == "failed":
        raise ApiError(422, result.error_code or "unreadable", result.error or "")
    return (201 if result.status == "added" else 200), result.to_json()


async def limited_form(request: Request, settings: Settings, kinds: tuple[str, ...] = (MULTIPART,)) -> FormData:
    """A form with one file at most, no larger than an upload may be; to be closed by the caller. `kinds`: content
    types that are taken.

    Raises:
        ApiError: too large, or no such form.
    """
    limit = int(settings.max_upload_mb * 1024 * 1024)
    too_large = ApiError(413, "too_large", messages.API_UPLOAD_TOO_LARGE.format(limit_mb=f"{settings.max_upload_mb:g}"))
    length = request.headers.get("content-length", "")
    if length.isdecimal() and int(length) > limit + _FORM_BYTES:
        raise too_large
    if not request.headers.get("content-type", "").lower().startswith(kinds):
        raise ApiError(422, "no_file", messages.API_UPLOAD_EMPTY)
    limited = Request(request.scope, _limited(request.receive, limit + _FORM_BYTES, too_large))
    try:
        return await limited.form(max_files=1, max_fields=8, max_part_size=_TEXT_BYTES)
    except (MultiPartException, HTTPException):  # the latter within an application
        limit_mb = _TEXT_BYTES // (1024 * 1024)
        raise ApiError(422, "invalid", messages.API_FORM_BAD.format(limit_mb=limit_mb)) from None


async def limited_json(request: Request) -> dict[str, Any]:
    """A JSON object no larger than a pasted text may be; {} where the body is none.

    Raises:
        ApiError: too large.
    """
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > _TEXT_BYTES:
            limit_mb = _TEXT_BYTES // (1024 * 1024)
            raise ApiError(413, "too_large", messages.API_FORM_BAD.format(limit_mb=limit_mb))
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def uploaded_file(form: FormData, settings: Settings) -> tuple[UploadFile, str]:
    """The file of a form and a safe name for it.

    Raises:
        ApiError: there is none, it is too large, or of a kind that is not read.
    """
    limit = int(settings.max_upload_mb * 1024 * 1024)
    file = form.get("file")
    if not isinstance(file, UploadFile) or not file.filename:
        raise ApiError(422, "no_file", messages.API_UPLOAD_EMPTY)
    if (file.size or 0) > limit:
        raise ApiError(413, "too_large", messages.API_UPLOAD_TOO_LARGE.format(limit_mb=f"{settings.max_upload_mb:g}"))
    name = safe_name(file.filename)
    if Path(name).suffix.lower() not in SUFFIXES:
        allowed = " ".join(sorted(SUFFIXES))
        problem = messages.API_UPLOAD_EXTENSION.format(extension=Path(name).suffix or "(trống)", allowed=allowed)
        raise ApiError(415, "unsupported", problem)
    return file, name


def check_allowed(request: Request, settings: Settings) -> None:
    """Raise `ApiError` 401 or 403 unless this request may upload."""
    if settings.upload_token:
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        sent = given.strip().encode("latin-1", "replace")  # as it came: header values are bytes
        if scheme.lower() != "bearer" or not hmac.compare_digest(sent, settings.upload_token.encode()):
            raise ApiError(401, "unauthorized", messages.API_UPLOAD_TOKEN)
        return
    check_same_site(request)
    check_direct(request, messages.API_UPLOAD_LOCAL)


def check_same_site(request: Request) -> None:
    """Raise `ApiError` 403 for a request that a browser sends on behalf of another site."""
    if request.headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
        raise ApiError(403, "cross_site", messages.API_UPLOAD_CROSS_SITE)
    origin = request.headers.get("origin")
    if origin is not None and origin.partition("://")[2] != request.headers.get("host"):
        raise ApiError(403, "cross_site", messages.API_UPLOAD_CROSS_SITE)


def check_direct(request: Request, problem: str) -> None:
    """Raise `ApiError` 403 with this sentence unless the request comes straight from this machine."""
    forwarded = any(name in request.headers for name in ("forwarded", "x-forwarded-for", "x-real-ip"))
    peer = request.client.host if request.client else ""
    if forwarded or not _loopback(peer) or not _loopback(request.url.hostname or ""):
        raise ApiError(403, "forbidden", problem)


def _loopback(host: str) -> bool:
    """Judged by the text alone: no name is looked up.

    >>> [_loopback(h) for h in ("127.0.0.1", "::1", "localhost", "kho.example", "10.0.0.1")]
    [True, True, True, False, False]
    """
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def safe_name(name: str) -> str:
    r"""The last part of a path of any system, without characters that file systems or shells mind.

    >>> safe_name("../../C:\\vb\\Kế hoạch: số <1>.docx")
    'Kế hoạch_ số _1_.docx'
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    last = re.sub(r'[\x00-\x1f\x7f<>:"|?*]', "_", last).strip(". ")
    stem, suffix = Path(last).stem, Path(last).suffix
    stem = stem.encode("utf-8", "replace")[: _NAME_BYTES - len(suffix.encode())].decode("utf-8", "ignore").strip()
    return (stem or "tep") + suffix


def _limited(receive: Receive, limit: int, error: ApiError) -> Receive:
    """`receive` that raises once more than `limit` bytes of body have come."""
    seen = 0

    async def limited() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > limit:
            raise error
        return message

    return limited


def _ingest(data: Path, settings: Settings, file: UploadFile, name: str) -> FileResult:
    """Keep the file under the data folder, collect it, bring the index up to date.

    A file that can't be read, or that the knowledge base already has, leaves nothing behind.
    """
    with _one_at_a_time:
        folder = data / FOLDER
        folder.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=".nhan-", dir=folder))
        try:
            digest = hashlib.sha256()
            with (aside / name).open("wb") as target:
                while chunk := file.file.read(1 << 20):
                    digest.update(chunk)
                    target.write(chunk)
            home = folder / digest.hexdigest()[:16]
            new = not (home / name).exists()
            home.mkdir(exist_ok=True)
            (aside / name).replace(home / name)
        finally:
            shutil.rmtree(aside, ignore_errors=True)
        with Store(data / STORE_NAME) as store:
            (result,) = collect(
                store,
                data,
                [home / name],
                workers=1,
                limits=reading_limits(settings),
                retry_failed=True,
                wait_seconds=_WAIT_SECONDS,
            )
            if new and result.status not in ("added", "updated"):
                store.forget_files([path_key((home / name).absolute())])
                (home / name).unlink(missing_ok=True)
                if not any(home.iterdir()):
                    home.rmdir()
            if result.status in ("added", "updated"):
                bring_up_to_date(store, data, settings)
        result.path = name
        return result
