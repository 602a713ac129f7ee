from __future__ import annotations

from pathlib import Path

import pytest

from ingest.errors import (
    BinaryFile,
    EmptyFile,
    FileMissing,
    FileTooLarge,
    NotThisFormat,
    ReadError,
    UnsupportedFormat,
)
from ingest.read import limits, read_file

HTML = b"<!DOCTYPE html>\n<html><body><h1>404 - Not found</h1></body></html>"


def put(tmp_path: Path, name: str, data: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("name", "data", "error", "words"),
    [
        ("a.pdf", b"", EmptyFile, "0 byte"),
        ("a.pdf", HTML, NotThisFormat, "HTML"),
        ("a.docx", HTML, NotThisFormat, "HTML"),
        ("a.pdf", b"PK\x03\x04 something", NotThisFormat, "ZIP"),
        ("a.pdf", b"\x89PNG\r\n\x1a\n" + b"\0" * 50, NotThisFormat, "PNG"),
        ("a.pdf", "Kế hoạch cải cách".encode(), NotThisFormat, "văn bản"),
        ("a.txt", b"abc\x00def\x00\x01" * 20, BinaryFile, "nhị phân"),
        ("a.xlsx", b"whatever", UnsupportedFormat, ".xlsx"),
        ("a.json", b"[]", UnsupportedFormat, ".json"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le") * 2, NotThisFormat, "Excel"),
    ],
)
def test_refused_with_advice(tmp_path, name, data, error, words):
    with pytest.raises(error, match=words) as caught:
        read_file(put(tmp_path, name, data))
    assert isinstance(caught.value, ReadError)
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.doc", HTML, "html"),  # offices save pages as .doc
        ("a.txt", "Kế hoạch".encode(), "txt"),
        ("a.md", "# Kế hoạch".encode(), "md"),
        ("plain", "Kế hoạch".encode(), "txt"),
    ],
)
def test_read_as_what_it_is(tmp_path, name, data, expected):
    assert read_file(put(tmp_path, name, data)).format == expected


def test_docx_named_pdf_and_doc(make_docx, p):
    for name in ("a.pdf", "a.doc"):
        assert read_file(make_docx(p("Thân"), name=name)).format == "docx"


def test_pdf_named_docx_and_behind_junk(make_pdf, page, tmp_path):
    path = make_pdf(page().text(72, 700, "Kế hoạch"), name="a.docx")
    assert read_file(path).format == "pdf"
    assert read_file(put(tmp_path, "b.pdf", b"\r\n\r\n" + path.read_bytes())).text == "Kế hoạch"


def test_missing_and_folder(tmp_path):
    for path in (tmp_path / "none.pdf", tmp_path):
        with pytest.raises(FileMissing):
            read_file(path)


def test_too_large(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "_current", limits.Limits(max_file_mb=0.001))
    with pytest.raises(FileTooLarge, match="MB"):
        read_file(put(tmp_path, "a.txt", b"a" * 2000))
