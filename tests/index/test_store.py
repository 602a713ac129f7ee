"""The store: what goes in comes out, all or nothing, old versions are brought up."""

from __future__ import annotations

import errno
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from store_samples import FULL_HEADER, make_document, prose, state

from index import migrate, store_errors
from index.dump import dump
from index.records import KINDS, DocumentFilter, FileState
from index.store import (
    Store,
    StoreError,
    StoreMissingError,
    StoreVersionError,
    document_json,
    path_key,
    section_json,
)
from index.store_errors import StoreBusyError, StoreDamagedError, StoreForbiddenError, StoreFullError
from ingest.parse.number import number_key

CONTRACT_KEYS = [
    "id", "number", "symbol", "type", "type_code", "issuer", "place", "issued_on", "title", "signer", "recipients",
    "draft", "year", "source_path", "source_url", "url", "pages", "sha256", "text_source", "quality",
]  # fmt: skip


@pytest.fixture
def store(tmp_path: Path):
    with Store(tmp_path / "kho.sqlite3") as opened:
        yield opened


def test_everything_of_a_document_comes_back(store: Store):
    document = make_document("Rà soát thủ tục hành chính", **FULL_HEADER)
    ordinal = store.put(document, state("/van-ban/a.txt", document), original=document.id + ".txt")

    record = store.document(document.id)
    assert record is not None
    assert store.document(ordinal) == record
    for name in ("number", "symbol", "type", "type_code", "issuer", "issuer_parent", "place", "province", "issued_on",
                 "title", "signer", "recipients", "draft", "year", "evidence"):  # fmt: skip
        assert getattr(record, name) == getattr(document.header, name), name
    assert (record.file_name, record.format, record.sha256) == ("ke-hoach.txt", "txt", document.sha256)
    assert (record.info, record.stamps, record.warnings) == (document.info, document.stamps, document.warnings)
    assert (record.quality, record.text_source, record.page_count, record.passage_count) == (0.98, "text", 2, 3)
    assert record.source_path == "/van-ban/a.txt"
    assert record.original == document.id + ".txt"

    assert store.document_text(document.id) == document.text
    assert store.sections(document.id) == document.sections
    assert store.pages(document.id) == document.pages
    assert store.blocks(document.id) == document.blocks
    passages = store.document_passages(document.id)
    assert [
        (p.ordinal, p.text, p.start, p.end, p.page, p.kind, p.section_path, p.context, p.furniture) for p in passages
    ] == [
        (p.ordinal, p.text, p.start, p.end, p.page, p.kind.value, p.section_path, p.context, p.furniture)
        for p in document.passages
    ]
    assert store.passages([p.id for p in passages]) == {p.id: p for p in passages}
    assert store.passage(f"{document.id}-1") == passages[1]
    assert store.document_passages(ordinal) == passages


def test_document_json_is_the_contract(store: Store):
    document = make_document("Rà soát", **FULL_HEADER)
    store.put(document, state("/a.txt", document))
    found = document_json(store.documents()[0])
    assert list(found) == CONTRACT_KEYS
    assert found["signer"] == {"name": "Nguyễn Văn A", "position": "GIÁM ĐỐC"}
    assert found["source_url"] == f"/van-ban/{document.id}/goc"
    assert found["url"] == f"/van-ban/{document.id}"
    assert found["pages"] == 2

    bare = make_document("Không có gì")
    store.put(bare)
    empty = store.document(bare.id)
    assert empty is not None
    assert {k for k, v in document_json(empty).items() if v is None} == {
        "number", "symbol", "type", "type_code", "issuer", "place", "issued_on", "title", "signer", "year",
        "source_path",
    }  # fmt: skip


def test_section_json_is_a_tree_with_the_contract_keys():
    tree = section_json(make_document("Rà soát").sections[0])
    assert {"label", "heading", "kind", "page", "children"} <= tree.keys()
    assert tree["children"][0]["heading"] == "Cụ thể"


def test_lookups_of_what_is_not_there(store: Store):
    assert store.document("0" * 16) is None
    assert store.document(7) is None
    assert store.document_text("x") is None
    assert store.sections("x") == store.pages("x") == store.blocks("x") == store.document_passages("x") == []
    assert store.passages([1, 2, 3]) == {}
    for passage_id in ("", "-", "x-", "x-y", "x-²", "x-" + "9" * 40):
        assert store.passage(passage_id) is None
    assert store.remove("x") is False
    assert store.columns().passage.shape == (0,)


def test_find_by_number_whole_and_by_prefix(store: Store):
    for number in ("181/KH-SGDĐT", "1812/KH-SGDĐT", "18/KH-UBND", None):
        store.put(make_document(f"văn bản {number}", number=number))
    found = store.find_by_number(number_key("181/KH-SGDĐT"))
    assert [record.number for record in found] == ["181/KH-SGDĐT"]
    key = number_key("181/KH-SGDĐT")
    prefix = key[: key.index("181") + 4]
    assert [record.number for record in store.find_by_number(prefix, prefix=True)] == ["181/KH-SGDĐT"]
    assert store.find_by_number("") == []


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (None, {"A", "B", "C", "D"}),
        (DocumentFilter(type_code="KH"), {"A", "B"}),
        (DocumentFilter(year=2023), {"B"}),
        (DocumentFilter(issuer="so giao duc"), {"A"}),
        (DocumentFilter(issuer="Uỷ Ban"), {"C"}),
        (DocumentFilter(issuer="ỦY BAN nhân dân"), {"C"}),
        (DocumentFilter(draft=True), {"B"}),
        (DocumentFilter(text="cai cach"), {"A"}),
        (DocumentFilter(text="77/kh"), {"B"}),
        (DocumentFilter(text="100%_"), set()),
        (DocumentFilter(type_code="KH", year=2022, issuer="sở"), {"A"}),
        (DocumentFilter(issuer="sở đào tạo"), {"A"}),  # words, in any order and with others between
        (DocumentFilter(issuer="ban sở"), set()),
        (DocumentFilter(text="cải cách sở giáo dục"), {"A"}),  # title and issuer together
        (DocumentFilter(text="cải cách ủy ban"), set()),
        (DocumentFilter(text="ải"), set()),  # the beginning of a word, not any part
        (DocumentFilter(text="15/QĐ-HĐND"), {"D"}),
        (DocumentFilter(text="số 15 qd hdnd"), {"D"}),
        (DocumentFilter(text="15/qđ"), {"D"}),
        (DocumentFilter(text="QĐ-HĐND"), {"D"}),
        (DocumentFilter(text="5/QĐ"), set()),
        (DocumentFilter(text="98/2023"), {"D"}),
        (DocumentFilter(text="%"), set()),
        (DocumentFilter(text="' OR 1=1 --"), set()),
        (DocumentFilter(text="zz " * 5000), set()),
    ],
)
def test_filters(store: Store, where: DocumentFilter | None, expected: set[str]):
    store.put(
        make_document("A", title="Cải cách hành chính", type_code="KH", year=2022, issuer="Sở Giáo dục và Đào tạo")
    )
    store.put(make_document("B", title="Kiểm soát thủ tục", type_code="KH", year=2023, draft=True, number="77/KH-SNV"))
    store.put(make_document("C", type_code="QĐ", issuer="Ủy ban nhân dân tỉnh"))
    if where is None or where.text:
        store.put(make_document("D", number="15/QĐ-HĐND", title="Thực hiện Nghị quyết số 98/2023/QH15"))
    found = store.documents(where)
    assert {store.blocks(record.id)[1].text for record in found} == expected
    assert store.count_documents(where) == len(expected)


def test_documents_are_paged_newest_first(store: Store):
    for day in ("2021-01-01", None, "2023-05", "2023-05-09"):
        store.put(make_document(f"ngày {day}", issued_on=day))
    dates = [record.issued_on for record in store.documents()]
    assert dates == ["2023-05-09", "2023-05", "2021-01-01", None]
    assert [r.issued_on for r in store.documents(limit=2, offset=1)] == dates[1:3]


def test_columns_agree_with_passages(store: Store):
    ids = [make_document(prose(n), year=2020 + n) for n in range(5)]
    for document in ids:
        store.put(document)
    store.remove(ids[2].id)
    columns = store.columns()
    passages = store.passages(columns.passage.tolist())
    assert len(columns.passage) == 12
    assert np.all(np.diff(columns.passage) > 0)
    for row, passage_id in enumerate(columns.passage.tolist()):
        passage = passages[passage_id]
        assert columns.documents[columns.document[row]].id == passage.document_id
        assert KINDS[columns.kind[row]] == passage.kind
        assert columns.furniture[row] == passage.furniture
    assert [document.year for document in columns.documents] == [2020, 2021, 2023, 2024]


def test_indexes_follow_by_revision(store: Store):
    first, second = make_document("một"), make_document("hai")
    assert store.revision == 0
    store.put(first)
    built_at = store.revision
    before = {p.id for p in store.iterate_passages(furniture=True)}
    store.put(second)
    changes = store.changes_since(built_at)
    assert [p.document_id for p in store.iterate_passages(since=built_at)] == [second.id] * 2
    assert changes.added == [store.document(second.id).ordinal]
    assert changes.removed == []
    store.remove(first.id)
    changes = store.changes_since(built_at)
    assert {n for gone in changes.removed for n in gone} == before
    assert changes.revision == store.revision
    assert store.changes_since(store.revision).added == []


def test_reading_again_replaces_and_never_reuses_ids(store: Store):
    document = make_document("một")
    store.put(document, state("/a", document), original="x.txt")
    old = [p.id for p in store.document_passages(document.id)]
    document.header.title = "Tiêu đề mới"
    store.put(document)
    new = store.document_passages(document.id)
    assert not set(old) & {p.id for p in new}
    assert [p.passage_id for p in new] == [f"{document.id}-{n}" for n in range(3)]
    record = store.document(document.id)
    assert (record.title, record.source_path, record.original) == ("Tiêu đề mới", "/a", "x.txt")
    assert store.count_documents() == 1
    store.remove(document.id)
    store.put(document)
    assert min(p.id for p in store.document_passages(document.id)) > max(p.id for p in new)


def test_a_path_that_changes_drops_its_document_unless_another_path_holds_it(store: Store):
    old, new, newer = (make_document(text) for text in ("cũ", "mới", "mới nữa"))
    store.put(old, state("/a", old))
    store.add_source(state("/b", old), old.id)
    assert [f.path for f in store.document_sources(old.id)] == ["/a", "/b"]
    store.put(new, state("/a", new))
    assert {r.id for r in store.documents()} == {old.id, new.id}
    assert store.document(old.id).source_path == "/b"
    store.put(newer, state("/b", newer))
    assert {r.id for r in store.documents()} == {new.id, newer.id}
    with pytest.raises(KeyError):
        store.add_source(state("/c", old), old.id)


def test_failures_are_listed_and_lose_nothing(store: Store):
    document = make_document("một")
    store.put(document, state("/a", document))
    broken = FileState("/a", 1, 2, 3, 4, "ff")
    store.record_failure(broken, "damaged", "Tệp bị hỏng.", "env")
    store.record_failure(broken, "damaged", "Tệp bị hỏng.", "env")
    (failed,) = store.failed_files()
    assert (failed.path, failed.error_code, failed.error, failed.attempts) == ("/a", "damaged", "Tệp bị hỏng.", 2)
    assert failed.document_id == document.id
    assert store.document(document.id) is not None
    store.put(document, state("/a", document))
    assert store.failed_files() == []


def test_forgetting_files(store: Store):
    one, two = make_document("một"), make_document("hai")
    store.put(one, state("/v/a", one))
    store.add_source(state("/v/b", one), one.id)
    store.put(two, state("/vx/c", two))
    assert store.files_under("/v") == ["/v/a", "/v/b"]
    store.mark_missing(["/v/a", "/vx/c"])
    assert [f.path for f in store.missing_files()] == ["/v/a", "/vx/c"]
    assert store.forget_files(["/v/a", "/vx/c", "/không có"]) == [two.id]
    assert [r.id for r in store.documents()] == [one.id]


def test_abbreviations_are_counted_over_documents(store: Store):
    for n in range(3):
        document = make_document(f"văn bản {n}")
        if n == 2:
            document.abbreviations = {"CCHC": "cải cách hành chánh", "TTHC": "thủ tục hành chính"}
        store.put(document)
    assert store.abbreviations() == {
        "CCHC": {"cải cách hành chính": 2, "cải cách hành chánh": 1},
        "TTHC": {"thủ tục hành chính": 1},
    }


# --- all or nothing --------------------------------------------------------------------------------


class Failing(sqlite3.Connection):
    """Fails at the n-th statement that writes, before or after doing it."""

    __slots__ = ("__weakref__",)
    countdown = -1
    after = False

    def _maybe(self, sql: str, run):
        if sql.lstrip().split(None, 1)[0] in ("INSERT", "UPDATE", "DELETE", "COMMIT") and Failing.countdown >= 0:
            Failing.countdown -= 1
            if Failing.countdown < 0:
                if Failing.after and not sql.startswith("COMMIT"):
                    run()
                raise sqlite3.OperationalError("database or disk is full")
        return run()

    def execute(self, sql, *values):
        return self._maybe(sql, lambda: super(Failing, self).execute(sql, *values))

    def executemany(self, sql, values):
        return self._maybe(sql, lambda: super(Failing, self).executemany(sql, values))


@pytest.mark.parametrize("after", [False, True])
def test_put_is_undone_wherever_it_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: bool):
    monkeypatch.setattr("index.store._Connection", Failing)
    monkeypatch.setattr(Failing, "after", after)
    old, new = make_document("cũ", number="1/KH-SNV"), make_document("mới", **FULL_HEADER)
    steps = 0
    with Store(tmp_path / "kho.sqlite3") as store:
        store.put(old, state("/a", old))
        before, revision = list(dump(store)), store.revision
        while True:
            Failing.countdown = steps
            try:
                store.put(new, state("/a", new))
            except StoreError:
                steps += 1
            else:
                break
            finally:
                Failing.countdown = -1
            assert list(dump(store)) == before
            assert store.revision == revision
            assert store.check() == []
        assert steps >= 9  # every statement of put was a place to fail
        assert [record.id for record in store.documents()] == [new.id]
        assert store.check() == []


def test_write_nests_into_the_outer_transaction(store: Store):
    def put_and_fail() -> None:
        with store.write():
            store.put(make_document("một"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        put_and_fail()
    assert store.count_documents() == 0
    assert store.revision == 0


def test_a_write_inside_a_snapshot_is_refused_not_lost(store: Store):
    with store.snapshot(), pytest.raises(RuntimeError, match="snapshot"):
        store.put(make_document("một"))
    store.put(make_document("hai"))
    assert store.count_documents() == 1


def test_writing_while_passages_are_iterated(store: Store):
    store.put(make_document("một"))
    passages = store.iterate_passages()
    first = next(passages)
    store.put(make_document("hai"))
    assert first.ordinal == 0
    passages.close()
    assert store.count_documents() == 2


def test_full_disk_says_so(tmp_path: Path):
    with Store(tmp_path / "kho.sqlite3") as store:
        store.put(make_document("một"))
        before = list(dump(store))
        pages = store._connection().execute("PRAGMA page_count").fetchone()[0]
        store._connection().execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StoreFullError, match="đầy"):
            store.put(make_document(prose(1, 20_000)))
        assert list(dump(store)) == before


@pytest.mark.parametrize(
    ("number", "kind"), [(errno.ENOSPC, StoreFullError), (errno.EACCES, StoreForbiddenError), (errno.EIO, StoreError)]
)
def test_errors_of_the_system_are_explained(number: int, kind: type[StoreError]):
    with pytest.raises(kind), store_errors.explained(Path("kho")):
        raise OSError(number, "x")


# --- opening ---------------------------------------------------------------------------------------


def test_opening_what_is_not_there_or_no_store(tmp_path: Path):
    with pytest.raises(StoreMissingError, match="cchc ingest"):
        Store(tmp_path / "kho.sqlite3", read_only=True)
    (tmp_path / "rac.sqlite3").write_bytes(b"no database at all, but long enough to be read as one" * 40)
    with pytest.raises(StoreDamagedError):
        Store(tmp_path / "rac.sqlite3")


def test_a_newer_store_is_refused(tmp_path: Path):
    Store(tmp_path / "kho.sqlite3").close()
    with sqlite3.connect(tmp_path / "kho.sqlite3") as db:
        db.execute(f"PRAGMA user_version = {migrate.latest_version() + 1}")
    with pytest.raises(StoreVersionError):
        Store(tmp_path / "kho.sqlite3")


def test_read_only_sees_changes_and_makes_none(tmp_path: Path):
    with Store(tmp_path / "kho.sqlite3") as writer, Store(tmp_path / "kho.sqlite3", read_only=True) as reader:
        document = make_document("một")
        writer.put(document)
        assert reader.document(document.id) is not None
        with pytest.raises(StoreError):
            reader.put(make_document("hai"))
        with reader.snapshot():
            assert reader.count_documents() == 1
            writer.put(make_document("ba"))
            assert reader.count_documents() == 1
        assert reader.count_documents() == 2


@pytest.mark.parametrize("name", ["Kế hoạch CCHC năm 2026", "a?b#c%20d", "x" * 100])
def test_unicode_and_odd_folders(tmp_path: Path, name: str):
    with Store(tmp_path / name / "kho.sqlite3") as store:
        store.put(make_document("một"))
    with Store(tmp_path / name / "kho.sqlite3", read_only=True) as store:
        assert store.count_documents() == 1
    assert [p.name for p in (tmp_path / name).iterdir() if not p.name.startswith("kho.sqlite3")] == []


def test_text_that_no_database_takes(store: Store):
    document = make_document("trước\ud800sau\0 hết", content=b"", title="\udcff", file_name="\udce1.txt")
    document.info = {"author": "\ud83d"}
    store.put(document, FileState(path_key("/v/\udce1.txt"), 1, 1, 1, 1, document.sha256))
    text = store.document_text(document.id)
    assert text is not None
    assert len(text) == len(document.text)
    assert "trước?sau\0 hết" in text
    assert store.document_passages(document.id)[1].end <= len(text)


# --- migrations ------------------------------------------------------------------------------------


def test_an_older_store_is_brought_up_in_place(tmp_path: Path):
    path = tmp_path / "kho.sqlite3"
    with Store(path) as store:
        document = make_document("một", **FULL_HEADER)
        store.put(document, state("/a", document))
        before = list(dump(store))
    later = [
        *migrate.migrations(),
        (9001, "CREATE TABLE notes (id INTEGER PRIMARY KEY);\nUPDATE documents SET title = 'x';"),
    ]
    with sqlite3.connect(path, isolation_level=None) as db:
        assert migrate.migrate(db, later) == 9001
        assert migrate.migrate(db, later) == 9001
        assert db.execute("SELECT title FROM documents").fetchone() == ("x",)
        db.execute(f"PRAGMA user_version = {migrate.latest_version()}")
        db.execute("UPDATE documents SET title = ?", (FULL_HEADER["title"],))
    with Store(path) as store:
        assert list(dump(store)) == before


def test_a_failing_migration_changes_nothing(tmp_path: Path):
    db = sqlite3.connect(tmp_path / "kho.sqlite3", isolation_level=None)
    broken = [
        (1, "CREATE TABLE a (b); INSERT INTO a VALUES (1);"),
        (2, "DELETE FROM a; INSERT INTO nowhere VALUES (1);"),
    ]
    with pytest.raises(sqlite3.OperationalError):
        migrate.migrate(db, broken)
    assert migrate.schema_version(db) == 1
    assert db.execute("SELECT b FROM a").fetchall() == [(1,)]
    assert not db.in_transaction


def test_migrations_are_numbered_without_gaps():
    assert [version for version, _ in migrate.migrations()] == list(range(1, migrate.latest_version() + 1))


def test_many_open_a_new_store_at_once(tmp_path: Path):
    errors: list[BaseException] = []

    def open_and_close() -> None:
        try:
            Store(tmp_path / "kho.sqlite3").close()
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=open_and_close) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []


def test_a_new_store_waits_for_another_that_is_being_made(tmp_path: Path):
    path = tmp_path / "kho.sqlite3"
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")  # of a file without a write-ahead log: SQLite refuses others at once
    later = threading.Timer(0.1, lambda: other.execute("COMMIT"))
    later.start()
    try:
        Store(path).close()
    finally:
        later.join()
        other.close()


def test_a_new_store_does_not_wait_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("index.store._BUSY_MS", 50)
    with closing(sqlite3.connect(tmp_path / "kho.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusyError):
            Store(tmp_path / "kho.sqlite3")


# --- threads ---------------------------------------------------------------------------------------


def test_readers_beside_a_writer(store: Store):
    documents = [make_document(prose(n, 50), number=f"{n}/KH-SNV") for n in range(30)]
    errors: list[BaseException] = []
    finished = threading.Event()

    def read() -> None:
        try:
            while not finished.is_set():
                for record in store.documents(limit=5):
                    passages = store.document_passages(record.id)
                    # The document may be gone by now, but is never half there.
                    assert len(passages) in (0, 3)
                columns = store.columns()
                assert len(columns.passage) == 3 * len(columns.documents)
        except BaseException as error:
            errors.append(error)

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for document in documents:
        store.put(document)
    for document in documents[::3]:
        store.remove(document.id)
    finished.set()
    for reader in readers:
        reader.join()
    assert errors == []
    assert store.count_documents() == 20


def test_backup_is_a_whole_store(store: Store, tmp_path: Path):
    document = make_document("một")
    store.put(document, state("/a", document))
    store.backup(tmp_path / "sao-luu.sqlite3")
    with Store(tmp_path / "sao-luu.sqlite3", read_only=True) as copy:
        assert list(dump(copy)) == list(dump(store))
        assert copy.check() == []


def test_stats(store: Store):
    store.put(make_document("một", draft=True))
    stats = store.stats()
    assert (stats.documents, stats.drafts, stats.passages, stats.furniture, stats.pages) == (1, 1, 3, 1, 2)
