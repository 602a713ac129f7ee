"""The reader that keeps its worker between files."""

from __future__ import annotations

import os
from pathlib import Path

from ingest.sandbox import Limits, Reader


def which(path: Path) -> int:
    """Runs in the worker: its process, or its end."""
    if "chet" in path.name:
        os._exit(3)
    return os.getpid()


def test_one_worker_reads_file_after_file_and_is_replaced_when_it_dies(tmp_path: Path) -> None:
    reader = Reader(Limits(read_seconds=20), f"{__name__}:which")
    try:
        first = reader.read(tmp_path / "a.txt")
        second = reader.read(tmp_path / "b.txt")
        assert first is not None
        assert second is not None
        assert first.document == second.document != os.getpid()
        dead = reader.read(tmp_path / "chet.txt")
        assert dead is not None
        assert dead.error is not None
        after = reader.read(tmp_path / "c.txt")
        assert after is not None
        assert after.document not in (None, first.document)
    finally:
        reader.close()
    again = reader.read(tmp_path / "d.txt")  # closed, it starts anew
    assert again is not None
    assert again.document is not None
    reader.close()


def test_who_waits_too_long_is_told(tmp_path: Path) -> None:
    reader = Reader(function=f"{__name__}:which")
    with reader._lock:
        assert reader.read(tmp_path / "a.txt", wait_seconds=0.01) is None
