"""Ingest, remove, rebuild, doctor, backup and restore through the command line, and uploads: each
with the real line of readers, in child processes, and a small embedder of the test's own."""

from __future__ import annotations

import contextlib
import json
import shutil
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from conftest import HEADER, PLAN, make_knowledge_base, write_sources
from fastapi.testclient import TestClient

from index.facts import read_tasks
from index.store import Store
from service import backup, doctor, indexing
from service.app import create_app
from service.cli import main
from service.settings import Settings

OTHER = HEADER.format(number="20", day="ngày 01 tháng 02 năm 2025", title="Kiểm tra công vụ năm 2025") + (
    "I. NỘI DUNG\nKiểm tra đột xuất việc chấp hành kỷ luật, kỷ cương hành chính tại các đơn vị trực thuộc Sở.\n"
)


class LetterEmbedder:
    dimension = 32
    model_id = "letters"

    def encode_queries(self, texts: Sequence[str]) -> np.ndarray[Any, np.dtype[np.float32]]:
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in enumerate(texts):
            for letter in text.lower():
                vectors[row, ord(letter) % self.dimension] += 1
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        return vectors / np.where(lengths == 0, 1, lengths)

    def encode_passages(self, texts: Sequence[str], batch: int = 256) -> np.ndarray[Any, np.dtype[np.float32]]:
        return self.encode_queries(texts)


@pytest.fixture(autouse=True)
def small_embedder(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (indexing, doctor):
        monkeypatch.setattr(module, "embedder_of", lambda settings: LetterEmbedder())


@pytest.fixture(scope="module")
def ingested(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Folder of sources and data folder, made once; tests copy the data folder to change it."""
    home = tmp_path_factory.mktemp("upkeep")
    sources = home / "nguon"
    sources.mkdir()
    (sources / "a.txt").write_text(PLAN, encoding="utf-8")
    (sources / "b.txt").write_text(OTHER, encoding="utf-8")
    (sources / "rong.txt").write_bytes(b"")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(indexing, "embedder_of", lambda settings: LetterEmbedder())
        assert main(["ingest", str(sources), "--data", str(home / "var"), "--json"]) == 1
    return sources, home / "var"


@pytest.fixture
def own(ingested: tuple[Path, Path], tmp_path: Path) -> Path:
    shutil.copytree(ingested[1], tmp_path / "var")
    return tmp_path / "var"


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str]:
    code = main([str(argument) for argument in arguments])
    return code, capsys.readouterr().out


def documents(capsys: pytest.CaptureFixture[str], data: Path) -> list[dict[str, Any]]:
    code, out = run(capsys, "documents", "--data", data, "--json")
    assert code == 0
    found: list[dict[str, Any]] = json.loads(out)
    return found


def first_number(capsys: pytest.CaptureFixture[str], data: Path, query: str) -> str | None:
    _, out = run(capsys, "search", query, "--data", data, "--json")
    results = json.loads(out)["results"]
    return results[0]["document"]["number"] if results else None


def test_ingest_gives_a_json_line_per_file_and_code_1_for_a_bad_one(
    capsys: pytest.CaptureFixture[str], ingested: tuple[Path, Path], own: Path
) -> None:
    code, out = run(capsys, "ingest", ingested[0], "--data", own, "--json")
    lines = [json.loads(line) for line in out.splitlines()]
    assert code == 1
    assert {Path(line["path"]).name: line["status"] for line in lines} == {
        "a.txt": "unchanged",
        "b.txt": "unchanged",
        "rong.txt": "failed",
    }
    assert all(
        line.keys() == {"path", "status", "document_id", "number", "title", "pages", "passages", "error"}
        for line in lines
    )
    assert first_number(capsys, own, "kỷ luật kỷ cương") == "20/KH-SNV"


def test_an_index_left_behind_the_store_is_completed_by_the_next_ingest(
    capsys: pytest.CaptureFixture[str], ingested: tuple[Path, Path], own: Path
) -> None:
    shutil.rmtree(own / "index")
    assert main(["search", "kỷ luật", "--data", str(own)]) == 2
    main(["ingest", str(ingested[0]), "--data", str(own)])
    capsys.readouterr()
    assert first_number(capsys, own, "kỷ luật kỷ cương") == "20/KH-SNV"


def test_remove_takes_a_document_out_of_the_results(capsys: pytest.CaptureFixture[str], own: Path) -> None:
    one = next(d for d in documents(capsys, own) if d["number"] == "20/KH-SNV")
    assert run(capsys, "remove", one["id"], "--data", own)[0] == 0
    assert [d["number"] for d in documents(capsys, own)] == ["15/KH-SNV"]
    assert first_number(capsys, own, "kỷ luật kỷ cương") != "20/KH-SNV"
    assert not list((own / "goc").glob(one["id"] + "*"))
    assert run(capsys, "remove", one["id"], "--data", own)[0] == 1


def test_rebuild_repairs_a_damaged_index_and_doctor_sees_both(capsys: pytest.CaptureFixture[str], own: Path) -> None:
    assert run(capsys, "doctor", "--data", own)[0] == 0
    for path in (own / "index").rglob("*.npy"):
        path.write_bytes(b"damaged")
    code, out = run(capsys, "doctor", "--data", own, "--json")
    assert code == 1
    findings = {check["code"]: check["status"] for check in json.loads(out)["checks"]}
    assert findings["index"] == "bad"
    assert findings["store"] == "good"
    assert findings["failed_files"] == "note"
    assert run(capsys, "rebuild", "--data", own)[0] == 0
    assert run(capsys, "doctor", "--data", own)[0] == 0


def test_doctor_misses_an_original_and_a_store(capsys: pytest.CaptureFixture[str], own: Path, tmp_path: Path) -> None:
    next((own / "goc").iterdir()).unlink()
    code, out = run(capsys, "doctor", "--data", own, "--json")
    assert code == 1
    assert {c["code"]: c["status"] for c in json.loads(out)["checks"]}["originals"] == "bad"
    assert run(capsys, "doctor", "--data", tmp_path / "nothing")[0] == 2


# --- backup and restore ------------------------------------------------------------------------


def test_a_restored_backup_is_the_same_knowledge_base(
    capsys: pytest.CaptureFixture[str], own: Path, tmp_path: Path
) -> None:
    file = tmp_path / "sao luu.zip"
    assert run(capsys, "backup", file, "--data", own)[0] == 0
    before = documents(capsys, own)
    run(capsys, "remove", before[0]["id"], "--data", own)
    code, out = run(capsys, "restore", file, "--data", own, "--json")
    assert code == 0
    kept = Path(json.loads(out)["kept"])
    assert documents(capsys, own) == before
    assert first_number(capsys, own, "kỷ luật kỷ cương") == "20/KH-SNV"
    assert (kept / "kho.sqlite3").is_file()
    assert run(capsys, "doctor", "--data", own)[0] == 0
    assert not [path.name for path in own.iterdir() if path.name.startswith(".")]
    # Also onto a machine that has nothing yet.
    assert run(capsys, "restore", file, "--data", tmp_path / "moi")[0] == 0
    assert documents(capsys, tmp_path / "moi") == before


def test_a_damaged_store_is_restored_and_kept_as_it_was(
    capsys: pytest.CaptureFixture[str], own: Path, tmp_path: Path
) -> None:
    backup.back_up(own, tmp_path / "b.zip")
    before = documents(capsys, own)
    (own / "kho.sqlite3").write_bytes(b"no database any more " * 500)
    code, out = run(capsys, "restore", tmp_path / "b.zip", "--data", own, "--json")
    assert code == 0
    assert documents(capsys, own) == before
    assert (Path(json.loads(out)["kept"]) / "kho.sqlite3").read_bytes().startswith(b"no database")


@pytest.mark.parametrize("step", range(4))
def test_a_restore_that_is_cut_off_leaves_one_whole_knowledge_base(
    capsys: pytest.CaptureFixture[str], own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    backup.back_up(own, tmp_path / "b.zip")
    gone = documents(capsys, own)[0]
    run(capsys, "remove", gone["id"], "--data", own)
    real, calls = Path.replace, 0

    def cut(self: Path, target: Path) -> Path:
        nonlocal calls
        calls += 1
        if calls > step:
            raise KeyboardInterrupt
        return real(self, target)

    monkeypatch.setattr(Path, "replace", cut)
    with contextlib.suppress(KeyboardInterrupt):
        backup.restore(own, tmp_path / "b.zip")
    monkeypatch.undo()
    with Store(own / "kho.sqlite3") as store:
        assert store.check() == []
        held = {record.original for record in store.documents()}
        assert len(held) == (2 if step == 3 else 1)
        assert held <= {path.name for path in (own / "goc").iterdir()}


def test_a_backup_never_overwrites(capsys: pytest.CaptureFixture[str], own: Path, tmp_path: Path) -> None:
    file = tmp_path / "co.zip"
    file.write_bytes(b"mine")
    assert run(capsys, "backup", file, "--data", own)[0] == 2
    assert file.read_bytes() == b"mine"
    assert run(capsys, "backup", tmp_path / "no" / "b.zip", "--data", own)[0] == 2


def _without_manifest(file: Path) -> None:
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("kho.sqlite3", b"x")


def _changed_byte(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 0xFF
    file.write_bytes(bytes(content))


def _cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-200])


def _escaping_name(file: Path) -> None:
    with zipfile.ZipFile(file) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    about = json.loads(contents.pop("manifest.json"))
    about["files"]["goc/../../ngoai.txt"] = about["files"]["kho.sqlite3"]
    contents["goc/../../ngoai.txt"] = contents["kho.sqlite3"]
    contents["manifest.json"] = json.dumps(about).encode()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in contents.items():
            archive.writestr(name, content)


def _original_missing(file: Path) -> None:
    with zipfile.ZipFile(file) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    about = json.loads(contents.pop("manifest.json"))
    gone = next(name for name in about["files"] if name.startswith("goc/"))
    del about["files"][gone], contents[gone]
    contents["manifest.json"] = json.dumps(about).encode()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in contents.items():
            archive.writestr(name, content)


@pytest.mark.parametrize("damage", [_without_manifest, _changed_byte, _cut, _escaping_name, _original_missing])
def test_a_bad_backup_changes_nothing(
    capsys: pytest.CaptureFixture[str], own: Path, tmp_path: Path, damage: Any
) -> None:
    file = tmp_path / "b.zip"
    backup.back_up(own, file)
    damage(file)
    before = documents(capsys, own)
    assert run(capsys, "restore", file, "--data", own)[0] == 2
    assert documents(capsys, own) == before
    assert not [path.name for path in own.iterdir() if path.name.startswith((".phuc", "truoc"))]
    assert not (tmp_path / "ngoai.txt").exists()


# --- uploads -----------------------------------------------------------------------------------

NEW = HEADER.format(number="31", day="ngày 10 tháng 3 năm 2025", title="Sáng kiến cải cách năm 2025") + (
    "I. NỘI DUNG\nMỗi phòng đăng ký ít nhất một sáng kiến rút ngắn thời gian giải quyết hồ sơ của người dân.\n"
)


def server(data: Path, **settings: Any) -> TestClient:
    app = create_app(data, Settings(**settings))
    return TestClient(app, base_url="http://127.0.0.1:8000", client=("127.0.0.1", 5000))


def send(client: TestClient, name: str, content: bytes, **headers: str) -> Any:
    return client.post("/api/v1/documents", files={"file": (name, content)}, headers=headers)


def test_an_uploaded_file_is_found_at_once_and_only_once(own: Path) -> None:
    with server(own) as client:
        assert client.get("/api/v1/search", params={"q": "sáng kiến rút ngắn"}).status_code == 200
        answer = send(client, "../../Sáng kiến.txt", NEW.encode())
        assert answer.status_code == 201, answer.text
        line = answer.json()
        assert (line["status"], line["number"], line["path"]) == ("added", "31/KH-SNV", "Sáng kiến.txt")
        first = client.get("/api/v1/search", params={"q": "sáng kiến rút ngắn"}).json()["results"][0]
        assert first["document"]["id"] == line["document_id"]
        assert client.get(f"/van-ban/{line['document_id']}/goc").content == NEW.encode()
        again = send(client, "Sáng kiến.txt", NEW.encode())
        assert (again.status_code, again.json()["status"]) == (200, "unchanged")
        twin = send(client, "tên khác.txt", NEW.encode())
        assert (twin.status_code, twin.json()["status"]) == (200, "duplicate")
    assert len(list((own / "tai-len").rglob("*.txt"))) == 1


@pytest.mark.parametrize(
    ("name", "content", "status", "code"),
    [
        ("a.exe", b"MZ", 415, "unsupported"),
        ("khong-duoi", b"abc", 415, "unsupported"),
        ("rong.txt", b"", 422, "empty"),
        ("lon.txt", b"x" * 60_000, 413, "too_large"),
        ("rat-lon.txt", b"x" * 600_000, 413, "too_large"),
    ],
)
def test_a_refused_upload_leaves_nothing_behind(own: Path, name: str, content: bytes, status: int, code: str) -> None:
    with server(own, max_upload_mb=0.05) as client:
        answer = send(client, name, content)
        assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)
        assert "cchc_failed_files 1" in client.get("/metrics").text  # the one of the fixture
    assert not list((own / "tai-len").rglob("*"))


def test_a_body_that_lies_about_its_length_is_cut_off(own: Path) -> None:
    def endless() -> Iterator[bytes]:
        yield b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
        for _ in range(100):
            yield b"x" * 10_000

    with server(own, max_upload_mb=0.05) as client:
        headers = {"content-type": "multipart/form-data; boundary=b"}
        answer = client.post("/api/v1/documents", content=endless(), headers=headers)
    assert (answer.status_code, answer.json()["error"]["code"]) == (413, "too_large")


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 201),
        ({"Origin": "http://127.0.0.1:8000", "Sec-Fetch-Site": "same-origin"}, 201),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Host": "evil.example"}, 403),
        ({"X-Forwarded-For": "10.0.0.9"}, 403),
    ],
)
def test_without_a_token_only_this_machine_may_upload(own: Path, headers: dict[str, str], status: int) -> None:
    with server(own) as client:
        assert send(client, "a.txt", NEW.encode(), **headers).status_code == status


def test_another_machine_may_not_upload_without_a_token(own: Path) -> None:
    app = create_app(own, Settings())
    with TestClient(app, base_url="http://kho.local", client=("10.0.0.9", 5000)) as client:
        answer = send(client, "a.txt", NEW.encode())
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "forbidden")


@pytest.mark.parametrize(
    ("header", "status"), [("Bearer bí-mật-1", 201), ("bearer  bí-mật-1", 201), ("Bearer x", 401), ("", 401)]
)
def test_with_a_token_whoever_has_it_may_upload(own: Path, header: str, status: int) -> None:
    app = create_app(own, Settings(upload_token="bí-mật-1"))
    with TestClient(app, base_url="http://kho.local", client=("10.0.0.9", 5000)) as client:
        answer = client.post(
            "/api/v1/documents",
            files={"file": ("a.txt", NEW.encode())},
            headers={"Authorization": header.encode("utf-8")} if header else {},  # type: ignore[dict-item]
        )
    assert answer.status_code == status


@pytest.mark.parametrize("body", [{"data": {"file": "text"}}, {"content": b"x"}, {"files": {"other": ("a.txt", b"x")}}])
def test_a_request_without_a_file_is_told_how(own: Path, body: dict[str, Any]) -> None:
    with server(own) as client:
        answer = client.post("/api/v1/documents", **body)
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "no_file")


@pytest.mark.parametrize(
    "body",
    [
        {"files": [("file", ("a.txt", b"x")), ("file", ("b.txt", b"x"))]},
        {"content": b"xx", "headers": {"content-type": "multipart/form-data"}},
        {"content": b"xx", "headers": {"content-type": "multipart/form-data; boundary=b"}},
    ],
)
def test_a_form_that_cannot_be_read_is_told_what_is_taken(own: Path, body: dict[str, Any]) -> None:
    with server(own) as client:
        answer = client.post("/api/v1/documents", **body)
    error = answer.json()["error"]
    assert (answer.status_code, error["code"]) in [(422, "invalid"), (422, "no_file")]
    assert "tệp" in error["message"]
    assert "địa chỉ" not in error["message"]


def test_a_running_server_sees_what_the_command_line_adds_and_removes(own: Path, tmp_path: Path) -> None:
    (tmp_path / "moi.txt").write_text(NEW, encoding="utf-8")
    with server(own) as client:

        def numbers() -> list[str | None]:
            results = client.get("/api/v1/search", params={"q": "sáng kiến rút ngắn thời gian"}).json()["results"]
            return [result["document"]["number"] for result in results]

        assert "31/KH-SNV" not in numbers()
        assert "Sáng kiến" not in client.get("/van-ban").text
        assert main(["ingest", str(tmp_path / "moi.txt"), "--data", str(own)]) == 0
        assert numbers()[0] == "31/KH-SNV"
        assert "Sáng kiến" in client.get("/van-ban").text
        one = next(d for d in client.get("/api/v1/documents").json() if d["number"] == "31/KH-SNV")
        assert main(["remove", one["id"], "--data", str(own)]) == 0
        assert "31/KH-SNV" not in numbers()
        assert client.get(one["url"]).status_code == 404


def test_an_empty_folder_gives_an_empty_knowledge_base_that_can_be_searched(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "trong").mkdir()
    assert run(capsys, "ingest", tmp_path / "trong", "--data", tmp_path / "var")[0] == 0
    code, out = run(capsys, "search", "một cửa", "--data", tmp_path / "var", "--json")
    assert (code, json.loads(out)["results"]) == (0, [])
    with server(tmp_path / "var") as client:
        for address in ("/", "/?q=x", "/van-ban", "/quan-tri"):
            assert client.get(address).status_code == 200
        assert "Kho chưa có văn bản" in client.get("/").text


def test_rebuild_reads_the_facts_of_older_documents_anew(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = make_knowledge_base(tmp_path / "var", write_sources(tmp_path / "nguon"))
    with Store(data / "kho.sqlite3") as store:
        before = [record.fact for record in read_tasks(store)]
        with store.write() as db:
            db.execute("DELETE FROM tasks")
            db.execute("UPDATE documents SET facts_version = 0")
    assert before
    assert main(["--data", str(data), "rebuild"]) == 0
    assert "3 văn bản" in capsys.readouterr().err
    with Store(data / "kho.sqlite3", read_only=True) as store:
        assert [record.fact for record in read_tasks(store)] == before
