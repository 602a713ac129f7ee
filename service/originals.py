"""The original file of a document over HTTP: safe types, its own name, conditional requests."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from fastapi import Request
from fastapi.responses import FileResponse, Response

from index.records import DocumentRecord

# A browser may show these itself. Everything else is downloaded. HTML is shown as its source:
# a file that somebody ingested must not run as a page of this site.
_INLINE = {"pdf": "application/pdf", "txt": "text/plain", "md": "text/plain", "html": "text/plain"}
_DOWNLOAD = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "doc": "application/msword",
}
# A sandbox would switch off the browser's own PDF viewer.
_POLICY = {"pdf": "default-src 'none'; frame-ancestors 'none'"}
_SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'none'"


def disposition(kind: str, name: str) -> str:
    """Content-Disposition with a Vietnamese file name (RFC 6266) and an ASCII fallback.

    >>> print(disposition("attachment", "kế hoạch 1.docx"))
    attachment; filename="k_ ho_ch 1.docx"; filename*=UTF-8''k%E1%BA%BF%20ho%E1%BA%A1ch%201.docx
    """
    plain = "".join(c if " " <= c < "\x7f" and c not in '"\\%' else "_" for c in name)
    encoded = quote(name.encode("utf-8", "replace"), safe="")
    return f"{kind}; filename=\"{plain}\"; filename*=UTF-8''{encoded}"


def respond(request: Request, record: DocumentRecord, path: Path) -> Response:
    """The file, or 304 where the browser has it. The ETag is the file's SHA-256."""
    etag = f'"{record.sha256}"'
    headers = {
        "ETag": etag,
        "Cache-Control": "private, no-cache",
        "Content-Security-Policy": _POLICY.get(record.format, _SANDBOX),
    }
    wanted = [tag.strip().removeprefix("W/") for tag in request.headers.get("if-none-match", "").split(",")]
    if etag in wanted or "*" in wanted:
        return Response(status_code=304, headers=headers)
    inline = record.format in _INLINE
    headers["Content-Disposition"] = disposition("inline" if inline else "attachment", record.file_name)
    media = _INLINE.get(record.format) or _DOWNLOAD.get(record.format, "application/octet-stream")
    if media == "text/plain":
        media = "text/plain; charset=utf-8" if _is_utf8(path) else "application/octet-stream"
    return FileResponse(path, headers=headers, media_type=media)


def _is_utf8(path: Path) -> bool:
    try:
        path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return False
    return True
