"""The demo: where it keeps its data, and that its questions find what they promise."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import in_process
from fastapi.testclient import TestClient

from index.build import build
from index.collect import collect
from index.store import Store
from ingest import messages
from service.app import create_app
from service.demo import corpus_folder, demo_data
from service.settings import Settings

ANSWERS = ["nghe-an-sgddt-kh-cchc-2021.docx", "vinh-long-syt-kh-cchc-2026.docx", "vinh-long-syt-kh-cchc-2026.docx"]


def test_each_question_of_the_demo_finds_its_document(tmp_path: Path) -> None:
    corpus = corpus_folder()
    assert corpus is not None
    others = ["nam-dinh-ubnd-kh-cchc-giai-doan-2021-2025.docx", "quang-nam-ubnd-qd-dvctt-2024.txt"]
    with Store(tmp_path / "kho.sqlite3") as store:
        collect(store, tmp_path, [corpus / name for name in {*ANSWERS, *others}], process=in_process)
        build(store, tmp_path, None)
    with TestClient(create_app(tmp_path, Settings(), messages.DEMO_QUERIES)) as client:
        home = client.get("/").text
        for query, expected in zip(messages.DEMO_QUERIES, ANSWERS, strict=True):
            results = client.get("/api/v1/search", params={"q": query}).json()["results"]
            assert results[0]["document"]["source_path"].endswith(expected), query
            assert query in home


def test_the_demo_writes_neither_into_the_checkout_nor_into_the_users_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("CCHC_DATA", str(tmp_path / "kho"))
    assert demo_data(Settings.from_environment()) == tmp_path / ".cache/cchc/demo"


def test_a_home_that_cannot_be_written_sends_the_demo_to_the_temporary_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "home").write_text("a file, not a folder")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert demo_data(Settings()).parent == tmp_path
