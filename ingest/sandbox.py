"""Reads files in child processes with limits on time and memory: a bad file fails alone.

A parser that meets a hostile or broken file may hang, crash or eat all memory inside C code,
where no exception helps. So each file is processed in a worker process that the parent can kill.
Workers are kept for many files (starting one costs about a second) and replaced when they break.
"""

from __future__ import annotations

import contextlib
import ctypes
import logging
import multiprocessing
import os
import pickle
import queue
import signal
import sys
import tempfile
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path

from ingest.errors import ReadError, TookTooLong, TooMuchMemory, UnexpectedFailure, WorkerCrashed
from ingest.models import Document
from ingest.read.limits import Limits, use
from ingest.scratch import Scratch, sweep

__all__ = ["Limits", "Outcome", "Reader", "process_files"]

_log = logging.getLogger(__name__)
_PROCESS = "ingest.pipeline:process"
_TICK = 0.05  # seconds between looks at the clock and at the memory of busy workers
_START_SECONDS = 60.0  # a worker's start, imports included, is not charged to a file
_FILES_PER_WORKER = 500  # then a fresh one, in case a library leaks
_PDEATHSIG = 1


@dataclass(slots=True)
class Outcome:
    """What became of one file: a document or an error, never both."""

    path: Path
    document: Document | None = None
    error: ReadError | None = None
    seconds: float = 0.0


def process_files(
    paths: Iterable[Path], workers: int = 2, limits: Limits | None = None, function: str = _PROCESS
) -> Iterator[Outcome]:
    """Process files in parallel; outcomes come as they are done, in no fixed order.

    `function` names what is run in the worker, as "module:name": it takes a `Path` and returns a
    picklable result. Closing the iterator ends the workers.

    >>> list(process_files([]))
    []
    """
    todo = iter(paths)
    try:
        first = next(todo)
    except StopIteration:
        return
    pool = _Pool(_chain(first, todo), max(1, workers), limits or Limits(), function)
    thread = threading.Thread(target=pool.run, name="sandbox", daemon=True)
    thread.start()
    try:
        while True:
            item = pool.finished.get()
            if item is None:
                break
            yield item if isinstance(item, Outcome) else _load(item)
            pool.taken.set()
    finally:
        pool.stopping.set()
        pool.taken.set()
        thread.join()
    if pool.failure is not None:
        raise pool.failure


class Reader:
    """Reads single files, one after the other, in a worker that stays warm between them: starting one costs a second.

    Safe to share between threads. The worker starts with the first file, has the same limits as every other, and
    is replaced when it breaks.
    """

    def __init__(self, limits: Limits | None = None, function: str = _PROCESS) -> None:
        self.limits = limits
        self.function = function
        self._lock = threading.Lock()
        self._paths: queue.SimpleQueue[Path | None] | None = None
        self._outcomes: Iterator[Outcome] = iter(())

    def read(self, path: Path, wait_seconds: float = 60.0) -> Outcome | None:
        """What became of the file; None where other files kept the worker busy for so long."""
        if not self._lock.acquire(timeout=wait_seconds):
            return None
        try:
            if self._paths is None:
                paths: queue.SimpleQueue[Path | None] = queue.SimpleQueue()
                self._paths = paths
                self._outcomes = process_files(iter(paths.get, None), 1, self.limits, self.function)
            self._paths.put(path)
            try:
                return next(self._outcomes)
            except (StopIteration, RuntimeError) as error:
                self._paths = None
                return Outcome(path, error=UnexpectedFailure(detail=type(error).__name__))
        finally:
            self._lock.release()

    def warm_up(self) -> None:
        """Start the worker in the background, unless it runs."""
        if self._paths is None:
            threading.Thread(target=self.read, args=(Path(os.devnull),), name="warm-reader", daemon=True).start()

    def close(self) -> None:
        """End the worker."""
        with self._lock:
            if self._paths is not None:
                self._paths.put(None)
                for _ in self._outcomes:
                    pass
                self._paths = None


def _chain(first: Path, rest: Iterator[Path]) -> Iterator[Path]:
    yield first
    yield from rest


@dataclass(slots=True)
class _Raw:
    """An answer not yet unpickled: the parent does that when the consumer asks for it."""

    path: Path
    data: bytes
    seconds: float


def _load(raw: _Raw) -> Outcome:
    try:
        kind, value = pickle.loads(raw.data)
    except Exception as error:
        return Outcome(raw.path, error=UnexpectedFailure(detail=type(error).__name__), seconds=raw.seconds)
    if kind == "document":
        return Outcome(raw.path, document=value, seconds=raw.seconds)
    return Outcome(raw.path, error=value, seconds=raw.seconds)


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection
    started: float
    scratch: Scratch  # the worker's temporary files
    ready: bool = False
    path: Path | None = None
    since: float = 0.0
    served: int = 0


class _Pool:
    """Hands out files and watches the workers; runs in a thread of its own, which alone touches them."""

    def __init__(self, paths: Iterator[Path], size: int, limits: Limits, function: str) -> None:
        self.paths = paths
        self.size = size
        self.limits = limits
        self.function = function
        self.retry: deque[Path] = deque()
        self.retried: set[Path] = set()
        self.workers: list[_Worker] = []
        self.finished: queue.SimpleQueue[Outcome | _Raw | None] = queue.SimpleQueue()
        self.taken = threading.Event()
        self.stopping = threading.Event()
        self.exhausted = False
        self.failure: Exception | None = None
        self.starts_failed = 0
        self.context = multiprocessing.get_context("spawn")

    def run(self) -> None:
        try:
            sweep()
            while not self.stopping.is_set():
                self._hand_out()
                if not any(worker.path for worker in self.workers) and self.exhausted and not self.retry:
                    break
                self._watch()
        except Exception as error:
            self.failure = error
        finally:
            for worker in self.workers:
                _end(worker)
            self.finished.put(None)

    def _hand_out(self) -> None:
        # A consumer that is slow to store must not make finished documents pile up.
        backlog = self.finished.qsize()
        while backlog < 2 * self.size:
            worker = next((w for w in self.workers if w.path is None and w.served < _FILES_PER_WORKER), None)
            if worker is None:
                tired = next((w for w in self.workers if w.path is None), None)
                if tired is not None:
                    self._discard(tired)
                if len(self.workers) >= self.size:
                    return
            path = self._next()
            if path is None:
                return
            if worker is None:
                worker = self._start()
            worker.path, worker.since = path, time.monotonic()
            with contextlib.suppress(OSError):  # a dead worker is found by _watch
                worker.pipe.send_bytes(os.fsencode(path))

    def _next(self) -> Path | None:
        if self.retry:
            return self.retry.popleft()
        path = next(self.paths, None)
        if path is None:
            self.exhausted = True
        return path

    def _start(self) -> _Worker:
        ours, theirs = self.context.Pipe()
        scratch = Scratch()
        process = self.context.Process(
            target=_work, args=(theirs, self.function, self.limits, scratch.path), name="reader", daemon=True
        )
        try:
            process.start()
        except BaseException:
            scratch.close()
            raise
        theirs.close()
        worker = _Worker(process, ours, time.monotonic(), scratch)
        self.workers.append(worker)
        return worker

    def _watch(self) -> None:
        busy = [worker for worker in self.workers if worker.path is not None]
        if not busy:
            self.taken.wait(_TICK)
            self.taken.clear()
            return
        wait([worker.pipe for worker in busy], timeout=_TICK)
        for worker in busy:
            if worker.pipe.poll():
                self._receive(worker)
            elif not worker.process.is_alive():
                self._died(worker)
            else:
                self._check(worker)

    def _receive(self, worker: _Worker) -> None:
        try:
            data = worker.pipe.recv_bytes()
        except (EOFError, OSError):
            self._died(worker)
            return
        if data == b"ready":
            worker.ready, worker.since = True, time.monotonic()
            self.starts_failed = 0
            return
        assert worker.path is not None
        self.finished.put(_Raw(worker.path, data, time.monotonic() - worker.since))
        worker.path = None
        worker.served += 1

    def _check(self, worker: _Worker) -> None:
        now = time.monotonic()
        if not worker.ready:
            if now - worker.started > _START_SECONDS:
                self._died(worker)
            return
        if now - worker.since > self.limits.read_seconds:
            self._fail(worker, TookTooLong(seconds=round(self.limits.read_seconds)))
        elif (memory := resident_mb(worker.process.pid)) is not None and memory > self.limits.memory_mb:
            self._fail_or_retry(worker, TooMuchMemory(limit_mb=round(self.limits.memory_mb)))

    def _died(self, worker: _Worker) -> None:
        if not worker.ready:
            self.starts_failed += 1
            if self.starts_failed > 2 * self.size:
                raise RuntimeError("worker processes do not start")
            path = worker.path
            self._discard(worker)
            if path is not None:
                self.retry.append(path)
            return
        _log.warning("worker died on %s, exit code %s", worker.path, worker.process.exitcode)
        self._fail_or_retry(worker, WorkerCrashed())

    def _fail_or_retry(self, worker: _Worker, error: ReadError) -> None:
        """A file that broke a used worker gets one more chance in a fresh one."""
        path = worker.path
        if path is not None and worker.served and path not in self.retried:
            self.retried.add(path)
            self._discard(worker)
            self.retry.append(path)
            return
        self._fail(worker, error)

    def _fail(self, worker: _Worker, error: ReadError) -> None:
        assert worker.path is not None
        self.finished.put(Outcome(worker.path, error=error, seconds=time.monotonic() - worker.since))
        worker.path = None
        self._discard(worker)

    def _discard(self, worker: _Worker) -> None:
        self.workers.remove(worker)
        _end(worker)


def _end(worker: _Worker) -> None:
    """Kill a worker and what it started (a LibreOffice that converts a .doc), and remove its temporary files."""
    pid = worker.process.pid
    if worker.process.is_alive() and pid is not None:
        below = _descendants(pid)
        worker.process.kill()
        for child in below:
            with contextlib.suppress(OSError, AttributeError):
                os.kill(child, signal.SIGKILL)
    worker.process.join(5)
    worker.pipe.close()
    with contextlib.suppress(ValueError):
        worker.process.close()
    worker.scratch.close()


def _descendants(pid: int) -> list[int]:
    """Processes below one in the tree, none where the system has no /proc."""
    parents: dict[int, list[int]] = {}
    try:
        names = [name for name in os.listdir("/proc") if name.isdigit()]
    except OSError:
        return []
    for name in names:
        with contextlib.suppress(OSError, IndexError, ValueError), open(f"/proc/{name}/stat", "rb") as file:
            # The name in parentheses may hold spaces; the parent's id is the second field after it.
            parent = int(file.read().rsplit(b")", 1)[1].split()[1])
            parents.setdefault(parent, []).append(int(name))
    found: list[int] = []
    pending = [pid]
    while pending:
        for child in parents.get(pending.pop(), []):
            found.append(child)
            pending.append(child)
    return found


def resident_mb(pid: int | None) -> float | None:
    """Resident memory of a process in MB; None where the system doesn't tell (no /proc)."""
    try:
        with open(f"/proc/{pid}/statm", "rb") as file:
            return int(file.read().split()[1]) * _PAGE / 1e6
    except (OSError, IndexError, ValueError):
        return None


_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


# --- in the worker ---------------------------------------------------------------------------------


def _work(pipe: Connection, function: str, limits: Limits, scratch: Path) -> None:
    _settle(limits)
    # Here and in the programs that it starts.
    os.environ["TMPDIR"] = tempfile.tempdir = str(scratch)
    module, name = function.split(":")
    process = getattr(import_module(module), name)
    use(limits)
    pipe.send_bytes(b"ready")
    while True:
        try:
            path = Path(os.fsdecode(pipe.recv_bytes()))
        except (EOFError, OSError):
            return  # the parent is gone
        try:
            answer: tuple[str, object] = ("document", process(path))
        except ReadError as error:
            answer = ("error", error)
        except MemoryError:
            answer = ("error", TooMuchMemory(limit_mb=round(limits.memory_mb)))
        except RecursionError:
            answer = ("error", UnexpectedFailure(detail="RecursionError"))
        except Exception as error:
            _log.exception("defect while processing %s", path)
            answer = ("error", UnexpectedFailure(detail=f"{type(error).__name__}: {error}"[:200]))
        try:
            data = pickle.dumps(answer, pickle.HIGHEST_PROTOCOL)
        except Exception as error:
            data = pickle.dumps(("error", UnexpectedFailure(detail=f"{type(error).__name__}: {error}"[:200])))
        try:
            pipe.send_bytes(data)
        except OSError:
            return


def _settle(limits: Limits) -> None:
    """Make the process a good child: dies with its parent, silent on stdout."""
    with contextlib.suppress(ValueError, AttributeError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None, use_errno=True).prctl(_PDEATHSIG, signal.SIGKILL)
    with contextlib.suppress(OSError):
        # stdout belongs to the parent's answer (`--json`); libraries that print must not reach it.
        os.dup2(2, 1)
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        # A flood faster than the parent's look at the resident memory ends in MemoryError.
        most = int((4 * limits.memory_mb + 4_000) * 1e6)
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
