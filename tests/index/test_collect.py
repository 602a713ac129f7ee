"""Ingestion is incremental and idempotent; one writer at a time; originals are kept."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from store_samples import Counting, Result, process, prose, read_one

from index import collect as collecting
from index.collect import FileResult, collect, prune, remove
from index.dump import dump
from index.lock import LOCK_NAME, writing
from index.originals import original_name, original_path
from index.progress import Progress
from index.store import Store, StoreBusyError, StoreError
from index.store_errors import StoreFullError
from index.walk import Walk

HOUR_NS = 3_600_000_000_000


class Room:
    """A folder of files beside a data folder."""

    def __init__(self, root: Path) -> None:
        self.folder = root / "văn bản"
        self.data = root / "var"
        self.folder.mkdir()
        self.store = Store(self.data / "kho.sqlite3")
        self.reader = Counting()

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def collect(self, *paths: Path | str, **options) -> list[FileResult]:
        self.reader.read = []
        return collect(self.store, self.data, paths or [self.folder], process=self.reader, **options)

    def statuses(self, *paths: Path | str, **options) -> dict[str, str]:
        return {Path(result.path).name: result.status for result in self.collect(*paths, **options)}

    def texts(self) -> set[str]:
        return {self.store.blocks(record.id)[1].text for record in self.store.documents()}


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = Room(tmp_path)
    yield made
    made.store.close()


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every file look as if it had been written long before it was hashed."""
    monkeypatch.setattr(collecting, "GRANULARITY_NS", -HOUR_NS)


def test_a_second_run_changes_nothing_and_reads_nothing(room: Room, settled: None, monkeypatch: pytest.MonkeyPatch):
    for n in range(5):
        room.write(f"{n}.txt", prose(n))
    room.write("hỏng.txt", "hỏng")
    assert Counter(room.statuses().values()) == {"added": 5, "failed": 1}
    before, revision = list(dump(room.store, room.data)), room.store.revision
    monkeypatch.setattr(collecting, "_hash", lambda found: pytest.fail("hashed"))
    assert Counter(room.statuses().values()) == {"unchanged": 5, "failed": 1}
    assert room.reader.read == []
    assert list(dump(room.store, room.data)) == before
    assert room.store.revision == revision


def test_json_line_is_the_contract(room: Room):
    room.write("a.txt", "số 12/KH-SNV\nnội dung")
    room.write("b.txt", "hỏng")
    first, second = (result.to_json() for result in room.collect())
    keys = ["path", "status", "document_id", "number", "title", "pages", "passages", "error"]
    assert list(first) == list(second) == keys
    identity = room.store.documents()[0].id
    assert first == {
        "path": str(room.folder / "a.txt"), "status": "added", "document_id": identity, "number": "12/KH-SNV",
        "title": "a", "pages": 2, "passages": 3, "error": None,
    }  # fmt: skip
    assert (second["status"], second["document_id"]) == ("failed", None)
    assert "hỏng" in second["error"]
    json.dumps(first)
    (again, _) = (result.to_json() for result in room.collect())
    assert again == {**first, "status": "unchanged"}


def test_a_changed_file_replaces_its_document(room: Room):
    path = room.write("a.txt", "một")
    room.write("b.txt", "hai")
    room.collect()
    old = room.store.file(str(path)).document_id
    path.write_text("một, sửa", encoding="utf-8")
    assert room.statuses() == {"a.txt": "updated", "b.txt": "unchanged"}
    assert room.texts() == {"một, sửa", "hai"}
    assert room.store.document(old) is None
    assert len(list((room.data / "goc").iterdir())) == 2


def test_same_size_and_time_is_no_proof_for_a_fresh_file(room: Room):
    path = room.write("a.txt", "một AAA")
    stat = path.stat()
    room.collect()
    path.write_text("một BBB", encoding="utf-8")
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert path.stat().st_mtime_ns == room.store.file(str(path)).mtime_ns
    assert room.statuses() == {"a.txt": "updated"}
    assert room.texts() == {"một BBB"}


def test_a_touched_file_is_hashed_not_read(room: Room):
    path = room.write("a.txt", "một")
    room.collect()
    os.utime(path, ns=(1, 1))
    revision = room.store.revision
    assert room.statuses() == {"a.txt": "unchanged"}
    assert room.reader.read == []
    assert room.store.revision == revision
    assert room.store.file(str(path)).mtime_ns == 1


def test_exact_duplicates_share_a_document(room: Room):
    for name in ("b.txt", "a.txt", "sub/c.txt"):
        room.write(name, "một")
    results = room.collect()
    assert [(Path(r.path).name, r.status) for r in results] == [
        ("a.txt", "added"), ("b.txt", "duplicate"), ("c.txt", "duplicate"),
    ]  # fmt: skip
    assert len({r.document_id for r in results}) == 1
    assert room.reader.read == ["a.txt"]
    assert room.store.documents()[0].source_path == str(room.folder / "a.txt")
    assert set(room.statuses().values()) == {"unchanged"}

    (room.folder / "a.txt").write_text("hai", encoding="utf-8")
    assert room.statuses()["a.txt"] == "updated"
    assert room.texts() == {"một", "hai"}
    (room.folder / "a.txt").write_text("một", encoding="utf-8")
    assert room.statuses()["a.txt"] == "duplicate"
    assert room.texts() == {"một"}


def test_a_twin_is_tried_where_the_first_fails_under_its_name(room: Room):
    class WrongError(collecting.ReadError):
        code = "wrong_format"
        message = "sai"

    def by_suffix(paths: Iterable[Path]) -> Iterator[Result]:
        for path in paths:
            yield read_one(path) if path.suffix == ".txt" else Result(path, None, WrongError())

    room.write("a.pdf", "một")
    room.write("b.txt", "một")
    results = collect(room.store, room.data, [room.folder], process=by_suffix)
    assert [(Path(r.path).name, r.status) for r in results] == [("a.pdf", "failed"), ("b.txt", "added")]


def test_failed_files_are_tried_again_only_with_reason(room: Room, settled: None, monkeypatch: pytest.MonkeyPatch):
    path = room.write("a.txt", "hỏng")
    room.collect()
    assert [f.path for f in room.store.failed_files()] == [str(path)]
    room.collect()
    assert room.reader.read == []
    room.collect(retry_failed=True)
    assert room.reader.read == ["a.txt"]
    assert room.store.failed_files()[0].attempts == 2
    monkeypatch.setattr(collecting.shutil, "which", lambda tool: "/usr/bin/" + tool if tool == "antiword" else None)
    room.collect()
    assert room.reader.read == ["a.txt"]
    path.write_text("lành", encoding="utf-8")
    assert room.statuses() == {"a.txt": "added"}
    assert room.store.failed_files() == []


def test_a_file_for_which_the_machine_was_too_busy_is_tried_a_few_times(room: Room, settled: None):
    class TooSlow(collecting.ReadError):
        code = "too_slow"
        message = "lâu"

    read: list[str] = []

    def slow(paths: Iterable[Path]) -> Iterator[Result]:
        for path in paths:
            read.append(path.name)
            yield Result(path, None, TooSlow())

    room.write("a.doc", "một")
    for _ in range(5):
        collect(room.store, room.data, [room.folder], process=slow)
    assert read == ["a.doc"] * 3
    assert room.statuses() == {"a.doc": "failed"}


def test_a_file_that_breaks_keeps_its_document_until_it_is_whole_again(room: Room):
    path = room.write("a.txt", "một")
    room.collect()
    path.write_text("hỏng", encoding="utf-8")
    assert room.statuses() == {"a.txt": "failed"}
    assert room.texts() == {"một"}
    path.write_text("hai", encoding="utf-8")
    assert room.statuses() == {"a.txt": "updated"}
    assert room.texts() == {"hai"}


def test_force_reads_everything_again(room: Room, settled: None):
    room.write("a.txt", "một")
    room.write("b.txt", "một")
    room.collect()
    before = list(dump(room.store, room.data))
    assert room.statuses(force=True) == {"a.txt": "updated", "b.txt": "unchanged"}
    assert room.reader.read == ["a.txt"]
    assert list(dump(room.store, room.data)) == before


def test_vanished_files_are_flagged_and_pruned(room: Room):
    paths = [room.write(name, text) for name, text in (("a.txt", "một"), ("b.txt", "một"), ("x/c.txt", "hai"))]
    room.collect()
    paths[0].unlink()
    paths[2].unlink()
    assert room.statuses() == {"b.txt": "unchanged"}
    assert [f.path for f in room.store.missing_files()] == [str(paths[0]), str(paths[2])]
    assert room.texts() == {"một", "hai"}  # ingestion itself removes nothing
    paths[0].write_text("một", encoding="utf-8")  # back before it was pruned
    removed = prune(room.store, room.data)
    assert len(removed) == 1
    assert room.texts() == {"một"}
    assert len(list((room.data / "goc").iterdir())) == 1
    room.collect()
    assert room.store.missing_files() == []


def test_prune_can_be_kept_to_one_folder(room: Room):
    paths = [room.write(name, text) for name, text in (("một/a.txt", "một"), ("hai/b.txt", "hai"))]
    room.collect()
    for path in paths:
        path.unlink()
    room.collect()
    assert len(prune(room.store, room.data, [room.folder / "hai"])) == 1
    assert room.texts() == {"một"}


def test_a_folder_beside_is_not_taken_for_missing(room: Room):
    room.write("một/a.txt", "một")
    room.write("hai/b.txt", "hai")
    room.collect()
    room.collect(room.folder / "một")
    assert room.store.missing_files() == []


def test_remove_takes_the_original_along_and_comes_back_with_the_file(room: Room):
    room.write("a.txt", "một")
    (result,) = room.collect()
    assert remove(room.store, room.data, result.document_id)
    assert not remove(room.store, room.data, result.document_id)
    assert list((room.data / "goc").iterdir()) == []
    assert room.statuses() == {"a.txt": "added"}


def test_originals_survive_their_source(room: Room):
    path = room.write("Kế hoạch số 1.TXT", "một")
    (result,) = room.collect()
    path.unlink()
    record = room.store.document(result.document_id)
    assert record.original == f"{record.id}.txt"
    assert original_path(room.data, record.original).read_text(encoding="utf-8") == "một"


def test_leftovers_are_tidied_and_lost_originals_restored(room: Room, settled: None):
    room.write("a.txt", "một")
    (result,) = room.collect()
    folder = room.data / "goc"
    (folder / "0123456789abcdef.pdf.part").write_text("nửa")
    (folder / "0123456789abcdef.pdf").write_text("mồ côi")
    (folder / "ghi-chu.txt").write_text("của người dùng")
    (folder / f"{result.document_id}.txt").unlink()
    assert room.statuses() == {"a.txt": "unchanged"}
    assert sorted(p.name for p in folder.iterdir()) == sorted([f"{result.document_id}.txt", "ghi-chu.txt"])
    assert room.reader.read == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a.PDF", ".pdf"), ("a", ".bin"), ("a.tệp", ".bin"), ("a.x/../y", ".bin"), ("a." + "b" * 30, ".bin")],
)
def test_original_names_are_plain(name: str, expected: str):
    assert original_name("0" * 16, Path(name)) == "0" * 16 + expected


def test_a_file_written_while_it_is_read(room: Room):
    path = room.write("a.txt", "trước")
    growing = iter(["giữa", "sau"])

    def slow(paths: Iterable[Path]) -> Iterator[Result]:
        for each in paths:
            each.write_text(next(growing, "sau"), encoding="utf-8")
            yield read_one(each)

    (result,) = collect(room.store, room.data, [path], process=slow)
    assert (result.status, result.error_code) == ("failed", "changed")
    assert room.store.count_documents() == 0
    assert room.statuses(path) == {"a.txt": "added"}
    assert room.texts() == {"sau"}


def test_which_files_a_folder_offers(room: Room, tmp_path: Path):
    for name in ("b.txt", "a.PDF", "x/c.docx", ".ẩn.txt", "~$b.docx", "y.xlsx", "không đuôi", ".git/d.txt", "ế.md"):
        room.write(name, "x")
    (room.folder / "vòng").symlink_to(room.folder)
    (room.folder / "x" / "cha").symlink_to(room.folder)
    (room.folder / "đứt.txt").symlink_to(tmp_path / "không có")
    (room.folder / "liên kết.txt").symlink_to(room.folder / "b.txt")
    os.mkfifo(room.folder / "ống.txt")
    found = [str(f.path.relative_to(room.folder)) for f in Walk().files([room.folder])]
    assert found == sorted(["b.txt", "a.PDF", "x/c.docx", "ế.md", "liên kết.txt"], key=os.fsencode)


def test_the_data_folder_is_not_ingested_into_itself(tmp_path: Path):
    (tmp_path / "a.txt").write_text("một", encoding="utf-8")
    data = tmp_path / "var"
    with Store(data / "kho.sqlite3") as store:
        for expected in ("added", "unchanged"):
            results = collect(store, data, [tmp_path], process=process)
            assert [r.status for r in results] == [expected]


def test_named_files_are_always_reported(room: Room):
    room.write("a.txt", "một")
    room.write("b.xlsx", "x")
    os.mkfifo(room.folder / "ống.txt")
    names = ["b.xlsx", "không có.txt", "ống.txt", "a.txt", "./a.txt", "\0.txt"]
    results = room.collect(*[os.path.join(room.folder, name) for name in names])
    assert [(r.status, r.error_code) for r in results] == [
        ("failed", "unsupported"), ("failed", "missing"), ("failed", "missing"), ("added", None), ("failed", "missing"),
    ]  # fmt: skip
    assert room.store.failed_files() == []  # a typing slip is no file to remember


def test_unreadable_folders_are_reported_and_not_taken_for_missing(room: Room, monkeypatch: pytest.MonkeyPatch):
    room.write("kín/a.txt", "một")
    room.write("mở/b.txt", "hai")
    room.collect()
    real = os.scandir

    def refusing(path):
        if Path(path).name == "kín":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", refusing)
    assert room.statuses() == {"kín": "failed", "b.txt": "unchanged"}
    assert room.store.missing_files() == []
    assert room.store.failed_files() == []


def test_unreadable_files_are_tried_again(room: Room, settled: None, monkeypatch: pytest.MonkeyPatch):
    path = room.write("a.txt", "một")
    real = collecting._hash

    def refused(found):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(collecting, "_hash", refused)
    (result,) = room.collect()
    assert (result.status, result.error_code) == ("failed", "forbidden")
    assert [f.path for f in room.store.failed_files()] == [str(path)]
    monkeypatch.setattr(collecting, "_hash", real)
    assert room.statuses() == {"a.txt": "added"}


def test_names_that_are_no_utf8(room: Room):
    raw = os.fsencode(room.folder) + b"/v\xe3n.txt"
    with open(raw, "wb") as file:
        file.write(b"mot")
    (result,) = room.collect()
    assert result.status == "added"
    assert room.store.document(result.document_id).source_path.endswith("v\\udce3n.txt")
    assert [r.status for r in room.collect()] == ["unchanged"]


def test_results_stream_while_the_rest_is_read(room: Room):
    seen: list[str] = []
    counts: list[int] = []

    def watching(paths: Iterable[Path]) -> Iterator[Result]:
        for path in paths:
            counts.append(len(seen))
            yield read_one(path)

    for n in range(4):
        room.write(f"{n}.txt", prose(n))
    collect(room.store, room.data, [room.folder], process=watching, on_result=lambda r: seen.append(r.path))
    assert counts == [0, 1, 2, 3]
    assert len(seen) == 4


def test_a_sandbox_that_draws_paths_in_another_thread(room: Room):
    for n in range(30):
        room.write(f"{n:02}.txt", prose(n // 2))

    def ahead(paths: Iterable[Path]) -> Iterator[Result]:
        drawn: list[Path] = []
        thread = threading.Thread(target=lambda: drawn.extend(paths))
        thread.start()
        taken = 0
        while thread.is_alive() or taken < len(drawn):
            if taken < len(drawn):
                yield read_one(drawn[taken])
                taken += 1

    results = collect(room.store, room.data, [room.folder], process=ahead)
    assert Counter(r.status for r in results) == {"added": 15, "duplicate": 15}
    assert room.store.count_documents() == 15


# --- one writer, full disks ------------------------------------------------------------------------


def test_a_second_writer_is_told_who_holds_the_lock(room: Room):
    room.write("a.txt", "một")
    with writing(room.data), pytest.raises(StoreBusyError, match=str(os.getpid())):
        room.collect()
    assert room.statuses() == {"a.txt": "added"}


def test_waiting_for_the_lock(room: Room):
    released = threading.Event()
    holding = threading.Event()

    def hold() -> None:
        with writing(room.data):
            holding.set()
            released.wait(5)

    thread = threading.Thread(target=hold)
    thread.start()
    holding.wait(5)
    threading.Timer(0.1, released.set).start()
    with writing(room.data, wait_seconds=5):
        pass
    thread.join()


def test_a_dead_holders_lock_is_taken_over_even_from_its_orphans(room: Room):
    script = (
        "import os, sys, time; from pathlib import Path; from index.lock import writing\n"
        "with writing(Path(sys.argv[1])):\n"
        "    child = os.fork()\n"
        "    if child == 0:\n"
        "        time.sleep(60)\n"
        "    print(child, flush=True)\n"
        "    os.kill(os.getpid(), 9)\n"
    )
    with subprocess.Popen([sys.executable, "-c", script, str(room.data)], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        orphan = int(holder.stdout.readline())
    try:
        assert (room.data / LOCK_NAME).exists()
        with writing(room.data, wait_seconds=10):  # the orphan lives on for a minute
            pass
    finally:
        os.kill(orphan, signal.SIGKILL)


def test_a_full_disk_stops_cleanly_and_the_next_run_goes_on(room: Room, monkeypatch: pytest.MonkeyPatch):
    for n in range(6):
        room.write(f"{n}.txt", prose(n))
    calls = iter(range(100))
    real = os.replace

    def full(source, target):
        if next(calls) == 3:
            raise OSError(28, "No space left on device")
        real(source, target)

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(StoreFullError, match="đầy"):
        room.collect()
    assert room.store.count_documents() == 3
    assert len(list((room.data / "goc").iterdir())) == 3
    monkeypatch.undo()
    assert Counter(room.statuses().values()) == {"unchanged": 3, "added": 3}


def test_an_unwritable_data_folder_is_explained(tmp_path: Path):
    (tmp_path / "var").write_text("a file where the folder should be")
    with pytest.raises(StoreError):
        Store(tmp_path / "var" / "kho.sqlite3")


def test_progress_is_text_where_there_is_no_terminal(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("index.progress._LINE_SECONDS", 0.0)
    stream = io.StringIO()
    with Progress(2, stream=stream) as progress:
        progress.step()
        progress.step(failed=True)
    assert stream.getvalue().splitlines()[-1] == "Nạp văn bản: 2/2 tệp, lỗi 1"
    assert stream.getvalue().count("2/2") == 1
    quiet = io.StringIO()
    with Progress(1, shown=False, stream=quiet) as progress:
        progress.step()
    assert quiet.getvalue() == ""


def test_progress_in_a_log_ends_with_the_full_count(monkeypatch: pytest.MonkeyPatch):
    stream, short = io.StringIO(), io.StringIO()
    with Progress(3, stream=stream) as progress:
        monkeypatch.setattr("index.progress._LINE_SECONDS", 1e9)
        progress._next_line = 0.0
        for _ in range(3):
            progress.step()
    assert stream.getvalue().splitlines() == ["Nạp văn bản: 1/3 tệp, lỗi 0", "Nạp văn bản: 3/3 tệp, lỗi 0"]
    with Progress(1, stream=short) as progress:
        progress.step()
    assert short.getvalue() == ""  # done before a line was due
