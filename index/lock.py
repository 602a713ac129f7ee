"""One writer at a time per data folder.

The lock is the kernel's (`flock`): it ends with the process that holds it, however that dies, so
a dead holder's lock is taken over without asking. The file's content only says who holds it.
"""

from __future__ import annotations

import fcntl
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from index.store_errors import StoreBusyError, explained
from ingest import messages

LOCK_NAME = "ghi.lock"

_held: set[int] = set()


def _close_in_child() -> None:
    # A forked worker shares the open file and would keep the lock after its parent's death.
    for descriptor in _held:
        os.close(descriptor)
    _held.clear()


os.register_at_fork(after_in_child=_close_in_child)


@contextmanager
def writing(data_dir: Path, *, wait_seconds: float = 0.0) -> Iterator[None]:
    """Hold the folder's write lock; not re-entrant.

    Raises `StoreBusyError`, which names the holder, when another process (or thread) still holds it
    after `wait_seconds`.
    """
    path = data_dir / LOCK_NAME
    with explained(path):
        data_dir.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        _acquire(descriptor, path, wait_seconds)
        _held.add(descriptor)
        try:
            note = {"pid": os.getpid(), "since": datetime.now().astimezone().isoformat(timespec="seconds")}
            os.ftruncate(descriptor, 0)
            os.pwrite(descriptor, json.dumps(note).encode(), 0)
        except OSError:
            pass  # a full disk must not keep `cchc remove` from making room
        yield
    finally:
        _held.discard(descriptor)
        os.close(descriptor)


def _acquire(descriptor: int, path: Path, wait_seconds: float) -> None:
    give_up = time.monotonic() + wait_seconds
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError as error:
            if time.monotonic() >= give_up:
                raise StoreBusyError(path=path, holder=_holder(descriptor)) from error
            time.sleep(0.05)


def _holder(descriptor: int) -> str:
    try:
        note = json.loads(os.pread(descriptor, 500, 0))
        return messages.STORE_HOLDER.format(pid=note["pid"], since=note["since"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""
