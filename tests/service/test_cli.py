"""The command line: contract of its output and exit codes, one Vietnamese line for every mistake."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from service.cli import main

DOCUMENT_KEYS = {
    "id",
    "number",
    "symbol",
    "type",
    "type_code",
    "issuer",
    "issued_on",
    "title",
    "draft",
    "year",
    "pages",
}


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = main([str(argument) for argument in arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def run_json(capsys: pytest.CaptureFixture[str], *arguments: object) -> Any:
    code, out, _ = run(capsys, *arguments, "--json")
    assert code == 0
    return json.loads(out)


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in list(os.environ):
        if name.startswith("CCHC_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


# --- mistakes ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], ["Thiếu tên lệnh", "--help"]),
        (["nope"], ["nope", "--help"]),
        (["search"], ["QUERY", "cchc search --help"]),
        (["search", "x", "-k", "0"], ["từ 1 đến"]),
        (["search", "x", "-k", "ba"], ["'ba'", "số nguyên"]),
        (["search", "x", "--year", "25"], ["1900"]),
        (["search", "x", "--kind", "nope"], ["--kind", "nope"]),
        (["search", "x", "--kind"], ["--kind", "cần có giá trị"]),
        (["search", "x", "--nope"], ["--nope"]),
        (["ingest"], ["PATH"]),
        (["evaluate"], ["CÁCH"]),
        (["serve", "--port", "99999"], ["65535"]),
        (["documents"], ["var", "cchc ingest"]),
        (["document", "x"], ["var", "cchc ingest"]),
        (["search", "một cửa", "--data", "khong-co"], ["khong-co", "cchc ingest"]),
        (["--data", "khong-co", "search", "một cửa"], ["khong-co", "cchc ingest"]),
        (["serve", "--data", "khong-co"], ["khong-co", "cchc ingest"]),
        (["remove", "x"], ["cchc ingest"]),
        (["rebuild"], ["cchc ingest"]),
        (["backup", "b.zip"], ["cchc ingest"]),
        (["restore", "b.zip"], ["b.zip"]),
    ],
)  # fmt: skip
def test_a_mistake_is_one_vietnamese_line_and_code_2(
    capsys: pytest.CaptureFixture[str], arguments: list[str], words: list[str]
) -> None:
    code, out, err = run(capsys, *arguments)
    assert code == 2
    assert out == ""
    assert len(err.strip().splitlines()) == 1
    for word in words:
        assert word in err
    assert "error" not in err
    assert "usage" not in err


def test_a_bad_setting_is_one_line_and_code_2(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CCHC_PORT", "abc")
    code, _, err = run(capsys, "documents")
    assert (code, len(err.strip().splitlines())) == (2, 1)
    assert "CCHC_PORT" in err


def test_a_defect_is_one_line_too(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> int:
        raise ZeroDivisionError("x")

    monkeypatch.setitem(__import__("service.commands").commands.COMMANDS, "documents", fail)
    code, _, err = run(capsys, "documents")
    assert (code, len(err.strip().splitlines())) == (2, 1)


def test_help_and_version_leave_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "--help")
    assert code == 0
    assert "Cách dùng" in out
    assert "usage" not in out
    code, out, _ = run(capsys, "--version")
    assert (code, out.split()[0]) == (0, "cchc")


# --- reading a knowledge base --------------------------------------------------------------------


def test_documents_and_document(capsys: pytest.CaptureFixture[str], data: Path) -> None:
    documents = run_json(capsys, "documents", "--data", data)
    assert len(documents) == 3
    assert all(document.keys() >= DOCUMENT_KEYS for document in documents)
    plan = next(document for document in documents if document["number"] == "15/KH-SNV")
    detail = run_json(capsys, "document", plan["id"], "--data", data)
    assert detail.keys() >= DOCUMENT_KEYS | {"sections", "text"}
    assert detail["sections"][0].keys() >= {"label", "heading", "kind", "page", "children"}


def test_people_see_documents_and_the_files_that_failed(capsys: pytest.CaptureFixture[str], data: Path) -> None:
    code, out, _ = run(capsys, "documents", "--data", data)
    assert code == 0
    assert "15/KH-SNV" in out
    assert "chưa có số" in out
    assert "12/01/2025" in out
    assert "hong.pdf" in out


def test_an_unknown_document_is_code_1_and_json_stays_json(capsys: pytest.CaptureFixture[str], data: Path) -> None:
    code, out, err = run(capsys, "document", "nope", "--data", data, "--json")
    assert code == 1
    assert json.loads(out)["error"]["code"] == "not_found"
    assert "nope" in err


@pytest.mark.parametrize("place", ["before", "after", "environment"])
def test_the_data_folder_is_named_before_or_after_the_command_or_in_the_environment(
    capsys: pytest.CaptureFixture[str], data: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    if place == "environment":
        monkeypatch.setenv("CCHC_DATA", str(data))
    before = ["--data", data] if place == "before" else []
    after = ["--data", data] if place == "after" else []
    assert len(run_json(capsys, *before, "documents", *after)) == 3


def test_an_option_wins_over_the_environment(
    capsys: pytest.CaptureFixture[str], data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CCHC_DATA", "khong-co")
    assert len(run_json(capsys, "--data", data, "documents")) == 3


def test_search_gives_the_search_result(capsys: pytest.CaptureFixture[str], data: Path) -> None:
    found = run_json(capsys, "search", "phieu buu chinh cong ich", "-k", 2, "--year", 2025, "--data", data)
    assert {"query", "interpreted", "total", "took_ms", "results"} <= found.keys()
    assert "bưu chính công ích" in found["results"][0]["text"]
    assert found["interpreted"]["filters"] == {"year": 2025}
    code, out, _ = run(capsys, "search", "phiếu", "bưu chính", "--data", data)
    assert code == 0
    assert "15/KH-SNV" in out
    assert "/van-ban/" in out


@pytest.mark.parametrize("query", ["", " ", "\x01", "AND (", "--", '"', "x" * 10_000, "\udcff"])
def test_no_query_breaks_the_search(capsys: pytest.CaptureFixture[str], data: Path, query: str) -> None:
    code, out, _ = run(capsys, "search", "--data", data, "--json", "--", query)
    assert code == 0
    json.loads(out)


def test_control_characters_of_a_document_do_not_reach_the_terminal(
    capsys: pytest.CaptureFixture[str], data: Path
) -> None:
    from service.show import terminal

    assert terminal("a\x1b[31mb\x9b\x07") == "a [31mb  "


def test_search_starts_without_torch_and_says_utf8(data: Path) -> None:
    script = (
        "import sys; from service.cli import main; code = main(sys.argv[1:]);"
        "heavy = {'torch', 'sentence_transformers', 'fastapi', 'underthesea'} & set(sys.modules);"
        "print(heavy, file=sys.stderr) if heavy else None; sys.exit(code or bool(heavy))"
    )
    command = [sys.executable, "-c", script, "search", "hồ sơ đúng hạn", "--data", str(data), "--json"]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    done = subprocess.run(command, capture_output=True, check=False, env=environment)
    assert done.returncode == 0, done.stderr.decode()
    assert "hồ sơ" in done.stdout.decode("utf-8")
    json.loads(done.stdout)


def test_json_stays_alone_on_stdout_whatever_a_library_prints(tmp_path: Path) -> None:
    script = (
        "import os, sys; from service import cli\n"
        "with cli.json_alone(True) as out:\n"
        "    print('noise'); os.system('echo child noise'); os.write(1, b'raw noise'); print('{}', file=out)\n"
        "print('after')"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout.split() == [b"{}", b"after"]
    assert b"raw noise" in done.stderr


def test_a_store_of_a_newer_program_is_refused(capsys: pytest.CaptureFixture[str], data: Path, tmp_path: Path) -> None:
    own = tmp_path / "var"
    shutil.copytree(data, own)
    with sqlite3.connect(own / "kho.sqlite3") as db:
        version = db.execute("PRAGMA user_version").fetchone()[0]
        db.execute(f"PRAGMA user_version = {version + 1}")
    code, _, err = run(capsys, "documents", "--data", own)
    assert (code, len(err.strip().splitlines())) == (2, 1)


@pytest.mark.parametrize("folder", ["tep", "tep/con", "/proc/khong-duoc"])
def test_a_data_folder_that_cannot_be_made_is_explained(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, folder: str
) -> None:
    (tmp_path / "tep").write_text("x")
    code, _, err = run(capsys, "ingest", tmp_path / "tep", "--data", folder)
    assert (code, len(err.strip().splitlines())) == (2, 1)
    assert "Không dùng được thư mục dữ liệu" in err
    assert "directory" not in err


def test_a_number_that_is_not_here_is_said_to_be_absent(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(data), "search", "99/KH-XYZ"]) == 0
    assert "Kho chưa có văn bản số 99/KH-XYZ." in capsys.readouterr().err
    assert main(["--data", str(data), "search", "15/KH-SNV"]) == 0
    assert "Kho chưa có" not in capsys.readouterr().err


def test_a_beir_file_that_cannot_be_read_is_told_in_vietnamese(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "c.jsonl").write_text("không phải JSON\n", encoding="utf-8")
    (tmp_path / "r.tsv").write_text("query-id\tcorpus-id\tscore\nq\td\t1\n", encoding="utf-8")
    files = ["--corpus", str(tmp_path / "c.jsonl"), "--queries", str(tmp_path / "c.jsonl")]
    assert main(["evaluate", "beir", *files, "--qrels", str(tmp_path / "r.tsv")]) == 2
    said = capsys.readouterr().err.strip()
    assert said.startswith("Không đọc được tệp BEIR, tại ")
    assert "c.jsonl:1" in said
    assert "\n" not in said
