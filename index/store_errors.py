"""What can go wrong with the store, each with a Vietnamese sentence that says what to do."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ingest import messages


class StoreError(Exception):
    """The store cannot be read or written. `str(error)` is for the user, `code` for programs."""

    code = "store"
    message = messages.STORE_FAILED

    def __init__(self, **values: object) -> None:
        super().__init__(self.message.format(**values))
        self.values = values


class StoreMissingError(StoreError):
    """There is no store in this data folder."""

    code = "no_store"
    message = messages.STORE_MISSING


class StoreVersionError(StoreError):
    """Written by a newer program, or read-only and in need of a migration."""

    code = "store_version"
    message = messages.STORE_VERSION


class StoreBusyError(StoreError):
    """Another process is writing (see `index.lock`)."""

    code = "store_busy"
    message = messages.STORE_BUSY


class StoreFullError(StoreError):
    """No room left on the disk."""

    code = "disk_full"
    message = messages.STORE_DISK_FULL


class StoreForbiddenError(StoreError):
    """The operating system or the mode of opening refuses to write."""

    code = "store_forbidden"
    message = messages.STORE_FORBIDDEN


class StoreDamagedError(StoreError):
    """The file is no SQLite database or a damaged one."""

    code = "store_damaged"
    message = messages.STORE_DAMAGED


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn errors of SQLite and of the operating system into `StoreError`.

    `sqlite3.IntegrityError` and its kin that show a defect of ours stay as they are.
    """
    try:
        yield
    except sqlite3.OperationalError as error:
        raise _from_sqlite(error, path) from error
    except sqlite3.DatabaseError as error:
        if type(error) is sqlite3.DatabaseError:
            raise StoreDamagedError(path=path, detail=error) from error
        raise
    except OSError as error:
        raise from_os(error, path) from error


def _from_sqlite(error: sqlite3.OperationalError, path: Path) -> StoreError:
    name = getattr(error, "sqlite_errorname", "") or ""
    kinds: tuple[tuple[str, type[StoreError]], ...] = (
        ("SQLITE_FULL", StoreFullError),
        ("SQLITE_BUSY", StoreBusyError),
        ("SQLITE_READONLY", StoreForbiddenError),
        ("SQLITE_CANTOPEN", StoreForbiddenError),
        ("SQLITE_PERM", StoreForbiddenError),
        ("SQLITE_CORRUPT", StoreDamagedError),
        ("SQLITE_NOTADB", StoreDamagedError),
    )
    for prefix, kind in kinds:
        if name.startswith(prefix):
            return kind(path=path, detail=error, holder="")
    return StoreError(path=path, detail=error)


def from_os(error: OSError, path: Path) -> StoreError:
    """The same for an error of the operating system."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return StoreFullError(path=path, detail=error)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return StoreForbiddenError(path=path, detail=error)
    return StoreError(path=path, detail=error)
