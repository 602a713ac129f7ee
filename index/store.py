"""The system of record: one SQLite file. Every index is derived from it and can be rebuilt.

One writer, many readers (WAL). A `Store` is safe to share between threads: each thread gets a
connection of its own. Writing methods are single transactions: all of it or nothing, whenever
the process dies. `revision` counts the changes; an index remembers (`identity`, `revision`) it
was built from and asks `changes_since`.
"""

from __future__ import annotations

import glob
import json
import shutil
import sqlite3
import threading
import time
import uuid
import weakref
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np

from index import body
from index.body import storable
from index.carry_corrections import carry_over, keep_places
from index.document_filter import conditions
from index.insert import delete_document, insert_document
from index.migrate import latest_version, migrate, schema_version
from index.read_row import document_record, file_record, passage_record
from index.records import (
    KINDS,
    Changes,
    Columns,
    DocumentFacet,
    DocumentFilter,
    DocumentRecord,
    FileRecord,
    FileState,
    PassageRecord,
    Stats,
    document_json,
    section_json,
)
from index.store_errors import StoreBusyError, StoreError, StoreMissingError, StoreVersionError, explained
from ingest.models import Block, Document, PageSpan, Section

__all__ = [
    "Store",
    "StoreBusyError",
    "StoreError",
    "StoreMissingError",
    "StoreVersionError",
    "document_json",
    "section_json",
]

_BUSY_MS = 30_000
_CHUNK = 500  # values per IN (...): far below SQLite's limit on variables

_DOCUMENT = """
SELECT d.*, (SELECT MIN(path) FROM files WHERE document_id = d.id) AS source_path FROM documents d
"""
_PASSAGE = """
SELECT p.id, p.document, d.id AS document_id, p.ordinal, p.text, p.start, p.end, p.page, p.kind,
       p.section_path, p.context, p.furniture
FROM passages p JOIN documents d ON d.ordinal = p.document
"""

_PASSAGE_TEXTS = """
SELECT p.id, d.title, p.section_path, p.context, p.text
FROM passages p JOIN documents d ON d.ordinal = p.document
"""


class _Connection(sqlite3.Connection):
    """A connection that a WeakSet can hold."""

    __slots__ = ("__weakref__",)


def path_key(path: Path | str) -> str:
    r"""A path as the store's key; bytes of a name that is no UTF-8 become `\udcNN`."""
    return str(path).encode("utf-8", "backslashreplace").decode()


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Turn the write-ahead log on, waiting for whoever makes the same new store at this moment.

    SQLite answers SQLITE_BUSY at once, whatever the busy timeout, where another connection writes
    to a file that has no log yet: waiting might be a deadlock. It isn't here, as nothing is held.
    """
    latest = time.monotonic() + _BUSY_MS / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() >= latest:
                raise
            time.sleep(0.02)


class Store:
    """The knowledge base in one file.

    `read_only` opens an existing store without being able to change it (servers). Raises
    `StoreMissingError` where there is none to read, `StoreVersionError` where it was written by a
    newer program (or, read-only, still needs a migration), `StoreError` for everything else that
    SQLite refuses; each says in Vietnamese what to do.
    """

    def __init__(self, path: Path | str, *, read_only: bool = False) -> None:
        self.path = Path(path).absolute()
        self.read_only = read_only
        self._local = threading.local()
        self._open: weakref.WeakSet[_Connection] = weakref.WeakSet()
        self._lock = threading.Lock()
        self._closed = False
        if read_only and not self.path.exists():
            raise StoreMissingError(path=self.path)
        with explained(self.path):
            if not read_only:
                self.path.parent.mkdir(parents=True, exist_ok=True)
            connection = self._connection()
            version = schema_version(connection)
            if version > latest_version() or (read_only and version < latest_version()):
                self.close()
                raise StoreVersionError(path=self.path, found=version, expected=latest_version())
            if not read_only:
                _write_ahead(connection)
                migrate(connection)
                connection.execute("INSERT OR IGNORE INTO meta VALUES ('identity', ?)", (uuid.uuid4().hex,))
                connection.execute("INSERT OR IGNORE INTO meta VALUES ('revision', '0')")

    # --- connections ---------------------------------------------------------------------------

    def _connection(self) -> sqlite3.Connection:
        if self._closed:
            raise StoreError(path=self.path, detail="closed")
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            opened = sqlite3.connect(
                self.path.as_uri() + ("?mode=ro" if self.read_only else "?mode=rwc"),
                uri=True,
                timeout=_BUSY_MS / 1000,
                isolation_level=None,
                check_same_thread=False,
                factory=_Connection,
            )
            opened.row_factory = sqlite3.Row
            opened.execute("PRAGMA foreign_keys = ON")
            opened.execute("PRAGMA synchronous = NORMAL")
            opened.execute("PRAGMA temp_store = MEMORY")
            if self.read_only:
                opened.execute("PRAGMA query_only = ON")
            with self._lock:
                self._open.add(opened)
            self._local.connection = connection = opened
        return connection

    def close(self) -> None:
        """Close the connections of all threads."""
        self._closed = True
        with self._lock:
            for connection in list(self._open):
                connection.close()
        self._local = threading.local()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """Everything read inside sees one revision, whatever a writer does meanwhile."""
        connection = self._connection()
        if connection.in_transaction:
            yield connection
            return
        with explained(self.path):
            connection.execute("BEGIN")
            try:
                connection.execute("SELECT 1 FROM meta").fetchone()
                yield connection
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """One transaction: committed at the end, undone by any exception. Nests into the outer one.

        Raises RuntimeError inside a `snapshot()` of the same thread, which would undo it at its end.
        """
        connection = self._connection()
        if connection.in_transaction:
            if not getattr(self._local, "writing", False):
                raise RuntimeError("write inside a snapshot")
            yield connection
            return
        with explained(self.path):
            connection.execute("BEGIN IMMEDIATE")
            self._local.writing = True
            try:
                yield connection
                connection.execute("COMMIT")
            finally:
                self._local.writing = False
                if connection.in_transaction:
                    connection.execute("ROLLBACK")

    def _rows(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> list[sqlite3.Row]:
        with explained(self.path):
            return self._connection().execute(sql, values).fetchall()

    def _value(self, sql: str, values: Sequence[Any] = ()) -> Any:
        rows = self._rows(sql, values)
        return rows[0][0] if rows else None

    # --- revisions -----------------------------------------------------------------------------

    @property
    def revision(self) -> int:
        """Counts the changes to documents; 0 for an empty store."""
        return int(self._value("SELECT value FROM meta WHERE key = 'revision'"))

    @property
    def identity(self) -> str:
        """Which history `revision` counts: changes when a backup is restored."""
        return str(self._value("SELECT value FROM meta WHERE key = 'identity'"))

    def renew_identity(self) -> None:
        """Make every derived index outdated (after a restore)."""
        with self.write() as db:
            db.execute("UPDATE meta SET value = ? WHERE key = 'identity'", (uuid.uuid4().hex,))

    def next_revision(self, db: sqlite3.Connection) -> int:
        """Inside `write()`: count one change and return the new revision."""
        db.execute("UPDATE meta SET value = value + 1 WHERE key = 'revision'")
        return int(db.execute("SELECT value FROM meta WHERE key = 'revision'").fetchone()[0])

    def changes_since(self, revision: int) -> Changes:
        """Documents to index and passages to drop, for an index built at `revision`.

        A document added and removed since then shows up only in `removed`.
        """
        with self.snapshot():
            added = self._rows("SELECT ordinal FROM documents WHERE revision > ? ORDER BY ordinal", (revision,))
            gone = self._rows(
                "SELECT first_passage, last_passage FROM removals WHERE revision > ? ORDER BY first_passage",
                (revision,),
            )
            return Changes(self.revision, [row[0] for row in added], [range(row[0], row[1] + 1) for row in gone])

    # --- writing -------------------------------------------------------------------------------

    def put(self, document: Document, source: FileState | None = None, *, original: str | None = None) -> int:
        """Store a document and everything of it in one transaction; returns its ordinal.

        `source` is the file it was read from: where that path held another document until now,
        the other one goes in the same transaction unless a second path still holds it. A document
        with the same id is replaced (new ordinal, new passage ids, same stable ids). `original` is
        the file's name under goc/.
        """
        with self.write() as db:
            revision = self.next_revision(db)
            known = db.execute("SELECT ordinal, original FROM documents WHERE id = ?", (document.id,)).fetchone()
            if source is not None:
                self._carry_corrections(db, source.path, document)
            if known is not None:
                keep_places(db, document)
                original = original or known["original"]
                delete_document(db, known["ordinal"], revision)
            ordinal = insert_document(db, document, original, revision)
            if source is not None:
                self._hold(db, source, document.id, revision)
        return ordinal

    def _carry_corrections(self, db: sqlite3.Connection, path: str, document: Document) -> None:
        before = db.execute("SELECT document_id FROM files WHERE path = ?", (path,)).fetchone()
        if before is not None and before[0] not in (None, document.id):
            carry_over(db, before[0], document)

    def add_source(self, source: FileState, document_id: str) -> None:
        """Another path that holds the bytes of a stored document."""
        with self.write() as db:
            if db.execute("SELECT 1 FROM documents WHERE id = ?", (document_id,)).fetchone() is None:
                raise KeyError(document_id)
            self._hold(db, source, document_id, None)

    def record_failure(self, source: FileState, code: str, message: str, environment: str = "") -> None:
        """Remember that this file could not be read. A document it held before stays."""
        with self.write() as db:
            db.execute(
                """
                INSERT INTO files (path, size, mtime_ns, ctime_ns, checked_ns, sha256, status, error_code, error,
                                   environment)
                VALUES (?, ?, ?, ?, ?, ?, 'failed', ?, ?, ?)
                ON CONFLICT (path) DO UPDATE SET
                    size = excluded.size, mtime_ns = excluded.mtime_ns, ctime_ns = excluded.ctime_ns,
                    checked_ns = excluded.checked_ns, sha256 = excluded.sha256, status = 'failed',
                    error_code = excluded.error_code, error = excluded.error, environment = excluded.environment,
                    attempts = CASE WHEN status = 'failed' THEN attempts + 1 ELSE 1 END, missing = 0
                """,
                (*_state_values(source), code, storable(message), environment),
            )

    def touch(self, source: FileState) -> None:
        """The file was looked at again and holds what it held (no new revision)."""
        with self.write() as db:
            db.execute(
                "UPDATE files SET size = ?, mtime_ns = ?, ctime_ns = ?, checked_ns = ?, missing = 0 WHERE path = ?",
                (source.size, source.mtime_ns, source.ctime_ns, source.checked_ns, source.path),
            )

    def mark_missing(self, paths: Iterable[str], missing: bool = True) -> None:
        """Flag files as gone from their folder (or as back)."""
        with self.write() as db:
            db.executemany("UPDATE files SET missing = ? WHERE path = ?", [(int(missing), path) for path in paths])

    def forget_files(self, paths: Iterable[str]) -> list[str]:
        """Drop files from the record, and the documents that no other path holds; their ids."""
        removed: list[str] = []
        with self.write() as db:
            for path in paths:
                row = db.execute("SELECT document_id FROM files WHERE path = ?", (path,)).fetchone()
                db.execute("DELETE FROM files WHERE path = ?", (path,))
                if row is not None and row[0] is not None and self._drop_unheld(db, row[0], None):
                    removed.append(row[0])
        return removed

    def remove(self, document_id: str) -> bool:
        """Remove a document and the record of its files; False where there is none.

        A file that is still in an ingested folder comes back with the next ingestion.
        """
        with self.write() as db:
            row = db.execute("SELECT ordinal FROM documents WHERE id = ?", (document_id,)).fetchone()
            if row is None:
                return False
            db.execute("DELETE FROM files WHERE document_id = ?", (document_id,))
            delete_document(db, row[0], self.next_revision(db))
        return True

    def _hold(self, db: sqlite3.Connection, source: FileState, document_id: str, revision: int | None) -> None:
        before = db.execute("SELECT document_id FROM files WHERE path = ?", (source.path,)).fetchone()
        db.execute(
            """
            INSERT INTO files (path, size, mtime_ns, ctime_ns, checked_ns, sha256, status, document_id)
            VALUES (?, ?, ?, ?, ?, ?, 'stored', ?)
            ON CONFLICT (path) DO UPDATE SET
                size = excluded.size, mtime_ns = excluded.mtime_ns, ctime_ns = excluded.ctime_ns,
                checked_ns = excluded.checked_ns, sha256 = excluded.sha256, status = 'stored',
                document_id = excluded.document_id, error_code = NULL, error = NULL, environment = NULL,
                attempts = 1, missing = 0
            """,
            (*_state_values(source), document_id),
        )
        if before is not None and before[0] not in (None, document_id):
            self._drop_unheld(db, before[0], revision)

    def _drop_unheld(self, db: sqlite3.Connection, document_id: str, revision: int | None) -> bool:
        if db.execute("SELECT 1 FROM files WHERE document_id = ? LIMIT 1", (document_id,)).fetchone():
            return False
        row = db.execute("SELECT ordinal FROM documents WHERE id = ?", (document_id,)).fetchone()
        if row is None:
            return False
        delete_document(db, row[0], self.next_revision(db) if revision is None else revision)
        return True

    # --- documents -----------------------------------------------------------------------------

    def document(self, key: str | int) -> DocumentRecord | None:
        """A document by its id (str) or ordinal (int)."""
        column = "ordinal" if isinstance(key, int) else "id"
        rows = self._rows(f"{_DOCUMENT} WHERE d.{column} = ?", (key,))
        return document_record(rows[0]) if rows else None

    def documents_by_ordinal(self, ordinals: Iterable[int]) -> dict[int, DocumentRecord]:
        """Those of the given documents that exist."""
        found: dict[int, DocumentRecord] = {}
        for chunk in _chunks(ordinals):
            for row in self._rows(f"{_DOCUMENT} WHERE d.ordinal IN ({_holes(chunk)})", chunk):
                found[row["ordinal"]] = document_record(row)
        return found

    def documents(
        self, where: DocumentFilter | None = None, *, limit: int | None = None, offset: int = 0, order: str = "newest"
    ) -> list[DocumentRecord]:
        """Documents that satisfy the filter. `order`: "newest" (date of issue, undated last), "title", "id"."""
        orders = {
            "newest": "d.issued_on IS NULL, d.issued_on DESC, d.year DESC, d.id",
            "title": "d.title_key IS NULL, d.title_key, d.id",
            "id": "d.id",
        }
        condition, values = conditions(where)
        rows = self._rows(
            f"{_DOCUMENT} {condition} ORDER BY {orders[order]} LIMIT ? OFFSET ?",
            (*values, -1 if limit is None else limit, offset),
        )
        return [document_record(row) for row in rows]

    def count_documents(self, where: DocumentFilter | None = None) -> int:
        """How many documents satisfy the filter."""
        condition, values = conditions(where)
        return int(self._value(f"SELECT COUNT(*) FROM documents d {condition}", values))

    def find_by_number(self, key: str, *, prefix: bool = False) -> list[DocumentRecord]:
        """Documents with this number; `key` as `ingest.parse.number.number_key` gives it.

        With `prefix`, those whose key begins with it ("181/" for "kế hoạch 181"). Issued before
        draft, newest first.
        """
        if not key:
            return []
        if prefix:
            condition, values = "d.number_key >= ? AND d.number_key < ?", (key, key + "\U0010ffff")
        else:
            condition, values = "d.number_key = ?", (key,)  # type: ignore[assignment]
        rows = self._rows(f"{_DOCUMENT} WHERE {condition} ORDER BY d.draft, d.issued_on DESC, d.id", values)
        return [document_record(row) for row in rows]

    def document_text(self, document_id: str) -> str | None:
        """The whole text, which all offsets refer to."""
        text: str | None = self._body(document_id, "text")
        return text

    def sections(self, document_id: str) -> list[Section]:
        """The section tree; [] for an unknown document."""
        stored = self._body(document_id, "sections")
        return body.unpack_sections(stored) if stored else []

    def pages(self, document_id: str) -> list[PageSpan]:
        """Where each page begins and ends in the text."""
        stored = self._body(document_id, "pages")
        return body.unpack_pages(stored) if stored else []

    def blocks(self, document_id: str) -> list[Block]:
        """Paragraphs, list items and tables as read, for display and for extraction."""
        text = self._body(document_id, "text")
        return body.unpack_blocks(self._body(document_id, "blocks"), text) if text is not None else []

    def _body(self, document_id: str, column: str) -> Any:
        return self._value(
            f"SELECT b.{column} FROM bodies b JOIN documents d ON d.ordinal = b.document WHERE d.id = ?",
            (document_id,),
        )

    def duplicates(self, document_id: str) -> list[DocumentRecord]:
        """The other documents of its near-duplicate group, the leader first."""
        rows = self._rows(
            f"""{_DOCUMENT} WHERE d.leader = (SELECT leader FROM documents WHERE id = ?) AND d.id <> ?
            ORDER BY d.id <> d.leader, d.draft, d.issued_on DESC, d.id""",
            (document_id, document_id),
        )
        return [document_record(row) for row in rows]

    def groups(self) -> dict[str, list[str]]:
        """Near-duplicate groups: leader's id -> ids of all members, sorted, leader first."""
        groups: dict[str, list[str]] = {}
        for row in self._rows("SELECT id, leader FROM documents WHERE leader IS NOT NULL ORDER BY id <> leader, id"):
            groups.setdefault(row["leader"], []).append(row["id"])
        return groups

    # --- passages ------------------------------------------------------------------------------

    def passages(self, ids: Iterable[int]) -> dict[int, PassageRecord]:
        """Those of the given passages (integer ids) that exist."""
        found: dict[int, PassageRecord] = {}
        for chunk in _chunks(ids):
            for row in self._rows(f"{_PASSAGE} WHERE p.id IN ({_holes(chunk)})", chunk):
                found[row["id"]] = passage_record(row)
        return found

    def passage_texts(self, ids: Iterable[int]) -> dict[int, tuple[str, str, str]]:
        """Of the given passages the heading right above, what they say (context and text), and the headings
        farther up with the document's title."""
        found: dict[int, tuple[str, str, str]] = {}
        for chunk in _chunks(ids):
            for row in self._rows(f"{_PASSAGE_TEXTS} WHERE p.id IN ({_holes(chunk)})", chunk):
                headings = [row["title"] or "", *json.loads(row["section_path"])]
                body = f"{row['context']}\n{row['text']}" if row["context"] else row["text"]
                found[row["id"]] = (headings[-1], body, "\n".join(headings[:-1]))
        return found

    def passage(self, passage_id: str) -> PassageRecord | None:
        """A passage by its stable id, `<document id>-<ordinal>`."""
        document_id, _, ordinal = passage_id.rpartition("-")
        if not (ordinal.isascii() and ordinal.isdecimal() and len(ordinal) < 12):
            return None
        rows = self._rows(f"{_PASSAGE} WHERE d.id = ? AND p.ordinal = ?", (document_id, int(ordinal)))
        return passage_record(rows[0]) if rows else None

    def document_passages(self, document: str | int) -> list[PassageRecord]:
        """All passages of a document (id or ordinal), in order."""
        column = "p.document" if isinstance(document, int) else "d.id"
        rows = self._rows(f"{_PASSAGE} WHERE {column} = ? ORDER BY p.ordinal", (document,))
        return [passage_record(row) for row in rows]

    def iterate_passages(self, since: int = 0, *, furniture: bool = False) -> Iterator[PassageRecord]:
        """Passages of documents added after revision `since`, ascending by id, streamed.

        Furniture is left out unless asked for.
        """
        with explained(self.path):
            # One statement sees one state of the store, however long the caller takes.
            cursor = self._connection().execute(
                f"{_PASSAGE} WHERE d.revision > ? AND p.furniture <= ? ORDER BY p.id", (since, int(furniture))
            )
            with closing(cursor):
                for row in cursor:
                    yield passage_record(row)

    def columns(self) -> Columns:
        """Filter columns of all passages as arrays (see `Columns`)."""
        with self.snapshot() as db:
            documents = [
                DocumentFacet(
                    ordinal=row["ordinal"],
                    id=row["id"],
                    number_key=row["number_key"],
                    type_code=row["type_code"],
                    year=row["year"],
                    issuer=row["issuer"],
                    issuer_key=row["issuer_key"],
                    province=row["province"],
                    issued_on=row["issued_on"],
                    draft=bool(row["draft"]),
                    leader=row["leader"],
                )
                for row in db.execute("SELECT * FROM documents ORDER BY ordinal")
            ]
            cursor = db.cursor()
            cursor.row_factory = None
            cursor.execute("SELECT id, document, kind, furniture FROM passages INDEXED BY passages_columns ORDER BY id")
            kind_code = {kind: code for code, kind in enumerate(KINDS)}
            parts = []
            while rows := cursor.fetchmany(50_000):
                parts.append(np.array([(i, d, kind_code[k], f) for i, d, k, f in rows], dtype=np.int64))
            table = np.concatenate(parts) if parts else np.empty((0, 4), dtype=np.int64)
            ordinals = np.array([document.ordinal for document in documents], dtype=np.int64)
            return Columns(
                revision=self.revision,
                passage=np.ascontiguousarray(table[:, 0]),
                document=np.searchsorted(ordinals, table[:, 1]).astype(np.int32),
                kind=table[:, 2].astype(np.int8),
                furniture=table[:, 3].astype(np.bool_),
                documents=documents,
            )

    # --- abbreviations -------------------------------------------------------------------------

    def abbreviations(self) -> dict[str, dict[str, int]]:
        """short -> {long: number of documents that define it so}."""
        found: dict[str, dict[str, int]] = {}
        for short, long, count in self._rows(
            "SELECT short, long, COUNT(*) FROM abbreviations GROUP BY short, long ORDER BY short, COUNT(*) DESC, long"
        ):
            found.setdefault(short, {})[long] = count
        return found

    # --- files ---------------------------------------------------------------------------------

    def file(self, path: str) -> FileRecord | None:
        """What became of one file."""
        rows = self._rows("SELECT * FROM files WHERE path = ?", (path,))
        return file_record(rows[0]) if rows else None

    def file_states(self) -> dict[str, FileRecord]:
        """All files, by path."""
        return {row["path"]: file_record(row) for row in self._rows("SELECT * FROM files")}

    def files_under(self, folder: str) -> list[str]:
        """Paths of recorded files inside a folder, sorted."""
        prefix = folder.rstrip("/") + "/"
        rows = self._rows(
            "SELECT path FROM files WHERE path >= ? AND path < ? ORDER BY path", (prefix, prefix[:-1] + "0")
        )
        return [row[0] for row in rows]

    def failed_files(self) -> list[FileRecord]:
        """Files that could not be read, by path."""
        return [file_record(row) for row in self._rows("SELECT * FROM files WHERE status = 'failed' ORDER BY path")]

    def missing_files(self) -> list[FileRecord]:
        """Files gone from their folder, by path."""
        return [file_record(row) for row in self._rows("SELECT * FROM files WHERE missing = 1 ORDER BY path")]

    def document_sources(self, document_id: str) -> list[FileRecord]:
        """The paths that hold a document (exact duplicates), sorted."""
        return [
            file_record(row)
            for row in self._rows("SELECT * FROM files WHERE document_id = ? ORDER BY path", (document_id,))
        ]

    def document_with_content(self, sha256: str) -> str | None:
        """Id of the stored document with these bytes."""
        found: str | None = self._value("SELECT id FROM documents WHERE id = ? AND sha256 = ?", (sha256[:16], sha256))
        return found

    def originals(self) -> dict[str, str]:
        """Names under goc/ that documents refer to -> their ids."""
        rows = self._rows("SELECT original, id FROM documents WHERE original IS NOT NULL")
        return {row[0]: row[1] for row in rows}

    # --- upkeep --------------------------------------------------------------------------------

    def stats(self) -> Stats:
        """Counts."""
        with self.snapshot():
            return Stats(
                revision=self.revision,
                documents=self._value("SELECT COUNT(*) FROM documents"),
                drafts=self._value("SELECT COUNT(*) FROM documents WHERE draft"),
                passages=self._value("SELECT COUNT(*) FROM passages"),
                furniture=self._value("SELECT COUNT(*) FROM passages WHERE furniture"),
                pages=self._value("SELECT COALESCE(SUM(page_count), 0) FROM documents"),
                files=self._value("SELECT COUNT(*) FROM files"),
                failed=self._value("SELECT COUNT(*) FROM files WHERE status = 'failed'"),
                missing=self._value("SELECT COUNT(*) FROM files WHERE missing"),
                groups=self._value("SELECT COUNT(DISTINCT leader) FROM documents"),
                bytes=sum(part.stat().st_size for part in self.path.parent.glob(glob.escape(self.path.name) + "*")),
            )

    def check(self) -> list[str]:
        """What SQLite finds wrong with the file (English, for `cchc doctor`); [] when sound."""
        problems = [row[0] for row in self._rows("PRAGMA quick_check")]
        problems = [] if problems == ["ok"] else problems
        problems += [f"foreign key: {row[0]} row {row[1]}" for row in self._rows("PRAGMA foreign_key_check")]
        return problems

    def backup(self, target: Path) -> None:
        """A consistent copy while others read and write."""
        with explained(target), closing(sqlite3.connect(target)) as copy:
            self._connection().backup(copy)

    def free_bytes(self) -> int:
        """Room left on the disk that holds the store."""
        return shutil.disk_usage(self.path.parent).free


def _state_values(source: FileState) -> tuple[str, int, int, int, int, str]:
    return source.path, source.size, source.mtime_ns, source.ctime_ns, source.checked_ns, source.sha256


def _holes(values: Sequence[Any]) -> str:
    return ",".join("?" * len(values))


def _chunks(values: Iterable[int]) -> Iterator[list[int]]:
    numbers = [int(value) for value in values]
    for start in range(0, len(numbers), _CHUNK):
        yield numbers[start : start + _CHUNK]
