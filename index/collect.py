"""Folders and files -> the store, incrementally.

What a file holds decides, not its name: it is hashed unless size and times say that it cannot
have changed since it was last hashed. Each file is stored in one transaction, so an interrupted
run goes on where it stopped and ends in the same knowledge base.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import cache
from importlib import metadata
from itertools import chain
from pathlib import Path
from typing import Any, Protocol

from index import near_duplicate
from index.lock import writing
from index.originals import SourceChangedError, keep_original, original_name, original_path, tidy
from index.progress import Progress
from index.records import DocumentRecord, FileRecord, FileState
from index.store import Store
from index.store_errors import from_os
from index.walk import Found, Walk
from ingest import messages
from ingest.errors import FileForbidden, FileMissing, ReadError
from ingest.models import Document
from ingest.read import Limits

#: A file written this shortly before it was hashed may change again without a new time: FAT and
#: some network disks keep 2 s. Such a file is hashed anew at the next run.
GRANULARITY_NS = 2_000_000_000

#: Tools that decide whether a file can be read: when one is installed, failed files are tried again.
_TOOLS = ("antiword", "soffice", "libreoffice", "pdftotext", "tesseract")

#: Failures of the moment or of the program itself, tried again at every run.
_MOMENTARY = frozenset({"changed", "defect", "forbidden", "missing"})
#: These may lie at a busy machine as well as at the file: tried again a few times, not for ever.
_BUSY, _ATTEMPTS = frozenset({"crashed", "too_much_memory", "too_slow", "tool_failed"}), 3


class Outcome(Protocol):
    """What `ingest.sandbox.process_files` yields per path."""

    @property
    def path(self) -> Path:
        """As given."""

    @property
    def document(self) -> Document | None:
        """The result, or None."""

    @property
    def error(self) -> ReadError | None:
        """Why there is none."""


Process = Callable[[Iterable[Path]], Iterator[Outcome]]


class FileChanged(ReadError):  # noqa: N818  (named like its kin in ingest.errors)
    """The bytes changed between hashing and reading, twice."""

    code = "changed"
    message = messages.COLLECT_CHANGED


@dataclass(slots=True)
class FileResult:
    """What became of one file. `status`: added, updated, unchanged, duplicate or failed."""

    path: str
    status: str
    document_id: str | None = None
    number: str | None = None
    title: str | None = None
    pages: int | None = None
    passages: int | None = None
    error: str | None = None
    error_code: str | None = None

    def to_json(self) -> dict[str, Any]:
        """The contract's line for a file."""
        line = asdict(self)
        del line["error_code"]
        return line


def collect(
    store: Store,
    data_dir: Path,
    paths: Iterable[Path | str],
    *,
    workers: int = 2,
    limits: Limits | None = None,
    force: bool = False,
    retry_failed: bool = False,
    progress: bool = False,
    on_result: Callable[[FileResult], None] | None = None,
    process: Process | None = None,
    wait_seconds: float = 0.0,
) -> list[FileResult]:
    """Bring the store up to date with files and folders; one result per file, as `on_result` gets it.

    `force` reads every file anew (after an update of the program), `retry_failed` those that
    failed. Failed files are otherwise tried again once their bytes, the installed tools, the
    limits or the program change, and up to three times where the machine may have been too busy.
    Files gone from an ingested folder are flagged
    (`Store.missing_files`), not removed: that is `prune`. `process` replaces the sandbox in tests.

    Raises `StoreBusyError` while another process writes, `StoreError` where the store or goc/ can't
    be written (disk full); what was done until then stays.
    """
    with writing(data_dir, wait_seconds=wait_seconds):
        run = _Run(store, data_dir, process or _sandbox(workers, limits), _environment(limits), on_result)
        run.force, run.retry_failed = force, force or retry_failed
        before = store.revision
        run.lost = tidy(store, data_dir)
        run.collect([Path(path) for path in paths], progress)
        near_duplicate.link(store)
        if store.revision != before:
            tidy(store, data_dir)  # originals of replaced documents
    return run.results


def prune(store: Store, data_dir: Path, under: Iterable[Path | str] | None = None) -> list[str]:
    """Forget the files that are gone, and the documents that no other file holds; their ids.

    `under`: only files at or below these paths.
    """
    roots = None if under is None else [Path(os.path.abspath(path)) for path in under]
    with writing(data_dir):
        gone = [
            file.path
            for file in store.missing_files()
            if not os.path.lexists(file.path)
            and (roots is None or any(Path(file.path).is_relative_to(root) for root in roots))
        ]
        removed = store.forget_files(gone)
        tidy(store, data_dir)
        near_duplicate.link(store)
    return removed


def remove(store: Store, data_dir: Path, document_id: str) -> bool:
    """Remove a document with its original; False where there is none."""
    with writing(data_dir):
        record = store.document(document_id)
        if record is None or not store.remove(document_id):
            return False
        if record.original is not None:
            with suppress(OSError):
                original_path(data_dir, record.original).unlink()
        near_duplicate.link(store)
    return True


class _Run:
    """One call of `collect`. `_candidates` may be drawn from in a thread of the sandbox's."""

    def __init__(
        self,
        store: Store,
        data_dir: Path,
        process: Process,
        environment: str,
        on_result: Callable[[FileResult], None] | None,
    ) -> None:
        self.store = store
        self.data_dir = data_dir
        self.process = process
        self.environment = environment
        self.on_result = on_result
        self.results: list[FileResult] = []
        self.force = False
        self.retry_failed = False
        self.lost: set[str] = set()  # documents whose original is gone from goc/
        self._emitting = threading.RLock()
        self._bar = Progress(0, shown=False)
        self._reading: dict[Path, tuple[Found, FileState]] = {}
        self._same: dict[str, list[tuple[Found, FileState]]] = {}  # by hash: files that wait for their twin
        self._done: set[str] = set()  # hashes that this run has read (matters to `force`)
        self._again: list[Found] = []
        self._retried: set[Path] = set()

    def collect(self, paths: list[Path], progress: bool) -> None:
        walk = Walk()
        found = list(walk.files(paths, skip=self.data_dir))
        with Progress(len(found), shown=progress) as self._bar:
            while found:
                self._read(self._candidates(found))
                # Twins of a file that failed under its own name, and files that changed meanwhile.
                found, self._again = self._again, []
        self._flag_missing(walk)

    def _read(self, candidates: Iterator[Path]) -> None:
        # Workers are started for the first file that needs them, so a run without changes is cheap.
        first = next(candidates, None)
        if first is None:
            return
        outcomes = self.process(chain([first], candidates))
        try:
            for outcome in outcomes:
                self._settle(outcome)
        finally:  # end the workers before the lock is released, whatever stopped us
            close = getattr(outcomes, "close", None)
            if close is not None:
                close()

    def _candidates(self, files: list[Found]) -> Iterator[Path]:
        """Paths that must be read; everything else is settled on the way."""
        for found in files:
            known = self.store.file(found.key)
            if found.error is not None or found.state is None:
                self._refuse(found, known, found.error or FileMissing())
                continue
            if known is not None and not self._stale(known) and _same_times(known, found.state):
                self._unchanged(found, known, None)
                continue
            try:
                state = _hash(found)
            except PermissionError:
                self._fail(found, _unread_state(found), FileForbidden())
                continue
            except OSError:
                self._fail(found, _unread_state(found), FileMissing())
                continue
            if known is not None and not self._stale(known) and known.sha256 == state.sha256:
                self._unchanged(found, known, state)
                continue
            with self._emitting:
                if state.sha256 in self._same:
                    self._same[state.sha256].append((found, state))
                    continue
                twin = self.store.document_with_content(state.sha256)
                if twin is not None and (not self.force or state.sha256 in self._done):
                    self._duplicate(found, state, twin)
                    continue
                self._same[state.sha256] = []
                self._reading[found.path] = (found, state)
            yield found.path

    def _stale(self, known: FileRecord) -> bool:
        """Must be read whatever its bytes."""
        if self.force:
            return True
        if known.document_id in self.lost:
            return True
        if known.status != "failed":
            return False
        busy = known.error_code in _BUSY and known.attempts < _ATTEMPTS
        return self.retry_failed or busy or known.error_code in _MOMENTARY or known.environment != self.environment

    def _settle(self, outcome: Outcome) -> None:
        # Under the lock to the end, lest a twin that comes meanwhile be read a second time.
        with self._emitting:
            found, state = self._reading.pop(outcome.path)
            twins = self._same.pop(state.sha256)
            document = outcome.document
            if document is None:
                self._fail(found, state, outcome.error or FileMissing())
                self._again += [twin for twin, _ in twins]
            elif (name := self._keep(found, state, document)) is None:
                self._again += [twin for twin, _ in twins]
                if found.path in self._retried:
                    self._fail(found, state, FileChanged())
                else:
                    self._retried.add(found.path)
                    self._again.append(found)
            else:
                self._add(found, state, document, name)
                for twin, twin_state in twins:
                    self._duplicate(twin, twin_state, document.id)

    def _keep(self, found: Found, state: FileState, document: Document) -> str | None:
        """The original's name under goc/; None where the file changed since it was hashed."""
        name = original_name(document.id, found.path)
        if document.sha256 != state.sha256:
            return None
        try:
            keep_original(self.data_dir, found.path, name, document.sha256)
        except (SourceChangedError, FileNotFoundError):
            return None
        except OSError as error:
            raise from_os(error, self.data_dir) from error
        return name

    def _add(self, found: Found, state: FileState, document: Document, original: str) -> None:
        before = self.store.file(found.key)
        self.store.put(document, state, original=original)
        self._done.add(document.sha256)
        status = "updated" if before is not None and before.document_id is not None else "added"
        self._emit(_result(found, status, self.store.document(document.id)))

    def _refuse(self, found: Found, known: FileRecord | None, error: ReadError) -> None:
        """Report what was never opened; only a file that is already known leaves a trace."""
        if known is not None and isinstance(error, FileMissing):
            self.store.mark_missing([known.path])
        elif known is not None:
            self.store.record_failure(_unread_state(found), error.code, str(error), self.environment)
        self._emit(FileResult(found.shown, "failed", error=str(error), error_code=error.code))

    def _unchanged(self, found: Found, known: FileRecord, state: FileState | None) -> None:
        if state is not None:
            self.store.touch(state)
        elif known.missing:
            self.store.mark_missing([known.path], False)
        if known.status == "failed":
            self._emit(FileResult(found.shown, "failed", error=known.error, error_code=known.error_code))
        else:
            self._emit(_result(found, "unchanged", self.store.document(known.document_id or "")))

    def _duplicate(self, found: Found, state: FileState, document_id: str) -> None:
        known = self.store.file(found.key)
        if document_id in self.lost:
            self._restore(found, state, document_id)
        self.store.add_source(state, document_id)
        held = known is not None and known.document_id == document_id
        self._emit(_result(found, "unchanged" if held else "duplicate", self.store.document(document_id)))

    def _restore(self, found: Found, state: FileState, document_id: str) -> None:
        """Copy an original that someone deleted from goc/ once more."""
        record = self.store.document(document_id)
        if record is None or record.original is None:
            return
        try:
            keep_original(self.data_dir, found.path, record.original, state.sha256)
        except (SourceChangedError, FileNotFoundError):
            return
        except OSError as error:
            raise from_os(error, self.data_dir) from error
        self.lost.discard(document_id)

    def _fail(self, found: Found, state: FileState, error: ReadError) -> None:
        self.store.record_failure(state, error.code, str(error), self.environment)
        self._emit(FileResult(found.shown, "failed", error=str(error), error_code=error.code))

    def _emit(self, result: FileResult) -> None:
        with self._emitting:
            self.results.append(result)
            self._bar.step(failed=result.status == "failed")
            if self.on_result is not None:
                self.on_result(result)

    def _flag_missing(self, walk: Walk) -> None:
        gone: list[str] = []
        hidden = tuple(folder + os.sep for folder in walk.unreadable)
        for root in walk.roots:
            if root in walk.unreadable:
                continue
            gone += [p for p in self.store.files_under(root) if p not in walk.seen and not p.startswith(hidden)]
        if gone:
            self.store.mark_missing(gone)


def _result(found: Found, status: str, record: DocumentRecord | None) -> FileResult:
    if record is None:
        return FileResult(found.shown, status)
    return FileResult(
        found.shown, status, record.id, record.number, record.title, record.page_count, record.passage_count
    )


def _same_times(known: FileRecord, state: os.stat_result) -> bool:
    if (known.size, known.mtime_ns, known.ctime_ns) != (state.st_size, state.st_mtime_ns, state.st_ctime_ns):
        return False
    return max(known.mtime_ns, known.ctime_ns) + GRANULARITY_NS < known.checked_ns


def _hash(found: Found) -> FileState:
    # The clock and the file's times are read before its bytes: a change meanwhile shows next time.
    checked = time.time_ns()
    state = found.path.stat()
    with found.path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return FileState(found.key, state.st_size, state.st_mtime_ns, state.st_ctime_ns, checked, digest)


def _unread_state(found: Found) -> FileState:
    state = found.state
    if state is None:
        return FileState(found.key, 0, 0, 0, 0, "")
    return FileState(found.key, state.st_size, state.st_mtime_ns, state.st_ctime_ns, 0, "")


def _environment(limits: Limits | None) -> str:
    """What decides, besides its bytes, whether a file can be read."""
    tools = ",".join(tool for tool in _TOOLS if shutil.which(tool))
    return f"{_program_version()};{tools};{'' if limits is None else sorted(asdict(limits).items())}"


@cache
def _program_version() -> str:
    try:
        return metadata.version("cchc")
    except metadata.PackageNotFoundError:
        return "0"


def _sandbox(workers: int, limits: Limits | None) -> Process:
    def process(paths: Iterable[Path]) -> Iterator[Outcome]:
        from ingest.sandbox import process_files

        if limits is None:
            return iter(process_files(paths, workers=workers))
        return iter(process_files(paths, workers=workers, limits=limits))

    return process
