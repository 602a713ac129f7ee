"""Folders for temporary files that don't outlive who uses them, however that one ends.

A worker that reads files is killed when it breaks, and at the end, too; nothing that it registered for its exit runs.
So the parent makes the folder and removes it. If the parent is killed as well, the next one does: the folder holds a
file that its owner keeps locked, and the system gives up the lock of the dead.
"""

from __future__ import annotations

import contextlib
import shutil
import tempfile
import time
from pathlib import Path
from typing import IO

try:
    import fcntl
except ImportError:  # no such locks on this system: what a killed parent leaves stays
    fcntl = None  # type: ignore[assignment]

PREFIX = "cchc-scratch-"
_LOCK = "owner"
# What versions before this one left behind, without an owner.
_ORPHANS = ("cchc-office-*", "cchc-doc-*")
_DAY = 24 * 3600.0
_NEW = 600.0  # seconds in which a folder may still be without its owner's lock


class Scratch:
    """A folder of our own. `close` removes it with all that is in it."""

    def __init__(self) -> None:
        self.path = Path(tempfile.mkdtemp(prefix=PREFIX))
        self._lock: IO[bytes] | None = (self.path / _LOCK).open("wb")
        if fcntl is not None:
            with contextlib.suppress(OSError):
                fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def close(self) -> None:
        """Remove the folder; what still writes into it was killed and may need a moment to be gone."""
        if self._lock is None:
            return
        for _ in range(5):
            shutil.rmtree(self.path, ignore_errors=True)
            if not self.path.exists():
                break
            time.sleep(0.05)
        self._lock.close()
        self._lock = None


def sweep() -> int:
    """Remove the folders whose owners are dead; how many there were. Never raises."""
    removed = 0
    with contextlib.suppress(OSError):
        for path in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
            if _is_abandoned(path):
                shutil.rmtree(path, ignore_errors=True)
                removed += 1
        for pattern in _ORPHANS:
            for path in Path(tempfile.gettempdir()).glob(pattern):
                if _age(path) > _DAY:
                    shutil.rmtree(path, ignore_errors=True)
                    removed += 1
    return removed


def _is_abandoned(path: Path) -> bool:
    if fcntl is None or path.is_symlink():
        return False
    try:
        with (path / _LOCK).open("rb") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
    except FileNotFoundError:  # just being made, or half removed
        return _age(path) > _NEW
    except OSError:  # held by a living owner, or somebody else's
        return False


def _age(path: Path) -> float:
    try:
        return time.time() - path.lstat().st_mtime
    except OSError:
        return 0.0
