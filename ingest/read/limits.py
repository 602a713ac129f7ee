"""How much of a file the readers are willing to take in. Every limit is a named setting with a unit."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits for one file.

    The first four are kept by the readers themselves, the last two by `ingest.sandbox`, which
    ends the process that breaks them.
    """

    max_file_mb: float = 200.0  # bytes on disk
    max_pages: int = 5_000  # PDF pages
    max_archive_entries: int = 2_000  # files inside a .docx
    max_archive_mb: float = 300.0  # a .docx unpacked
    read_seconds: float = 120.0  # wall clock, from open to finished document
    memory_mb: float = 640.0  # resident memory of the process that reads


_current = Limits()


def current() -> Limits:
    """The limits in force in this process."""
    return _current


def use(limits: Limits) -> None:
    """Put other limits in force in this process (`ingest.sandbox` does so in its workers)."""
    global _current
    _current = limits
