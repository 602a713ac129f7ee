"""Original files: safe types, their own names, conditional requests."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from fastapi import FastAPI, Request
from fastapi.responses import Response
from fastapi.testclient import TestClient

from service import originals


class Record:
    sha256 = "ab" * 32

    def __init__(self, file_format: str, file_name: str) -> None:
        self.format, self.file_name = file_format, file_name


def answer(tmp_path: Path, file_format: str, name: str, content: bytes = b"abc", **headers: str) -> Any:
    path = tmp_path / "original"
    path.write_bytes(content)
    app = FastAPI()

    @app.api_route("/", methods=["GET", "HEAD"])
    def get(request: Request) -> Response:
        return originals.respond(request, Record(file_format, name), path)  # type: ignore[arg-type]

    return TestClient(app).get("/", headers=headers)


@pytest.mark.parametrize(
    ("file_format", "name", "media", "kind"),
    [
        ("pdf", "Kế hoạch.pdf", "application/pdf", "inline"),
        ("txt", "a.txt", "text/plain; charset=utf-8", "inline"),
        ("md", "a.md", "text/plain; charset=utf-8", "inline"),
        ("html", "trang.html", "text/plain; charset=utf-8", "inline"),
        ("docx", "Bảng.docx", originals._DOWNLOAD["docx"], "attachment"),
        ("doc", "cũ.doc", "application/msword", "attachment"),
        ("svg", "x.svg", "application/octet-stream", "attachment"),
    ],
)
def test_type_and_name(tmp_path: Path, file_format: str, name: str, media: str, kind: str) -> None:
    headers = answer(tmp_path, file_format, name).headers
    assert headers["content-type"] == media
    assert headers["content-disposition"].startswith(f"{kind}; filename=")
    assert headers["content-disposition"].endswith(f"filename*=UTF-8''{quote(name)}")
    assert "default-src 'none'" in headers["content-security-policy"]
    assert ("sandbox" in headers["content-security-policy"]) == (file_format != "pdf")


def test_text_that_is_no_utf8_is_not_declared_as_such(tmp_path: Path) -> None:
    assert answer(tmp_path, "txt", "a.txt", "Kế".encode("utf-16")).headers["content-type"] == "application/octet-stream"


@pytest.mark.parametrize(
    ("sent", "status"),
    [(f'"{"ab" * 32}"', 304), (f'"x", W/"{"ab" * 32}"', 304), ("*", 304), ('"other"', 200), ("", 200)],
)
def test_a_browser_that_has_the_file_is_not_sent_it_again(tmp_path: Path, sent: str, status: int) -> None:
    response = answer(tmp_path, "pdf", "a.pdf", **({"If-None-Match": sent} if sent else {}))
    assert response.status_code == status
    assert response.headers["etag"] == f'"{"ab" * 32}"'
    assert response.content == (b"" if status == 304 else b"abc")


def test_part_of_a_file(tmp_path: Path) -> None:
    response = answer(tmp_path, "pdf", "a.pdf", Range="bytes=1-1")
    assert (response.status_code, response.content) == (206, b"b")


def test_the_original_is_what_was_ingested(client: TestClient, ids: dict[str, str], data: Path) -> None:
    document = ids["du-thao.docx"]
    response = client.get(f"/van-ban/{document}/goc")
    assert response.content == (data / "goc" / f"{document}.docx").read_bytes()
    assert response.headers["content-disposition"].startswith("attachment")
