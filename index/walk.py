"""Folders -> the files to ingest, in one order on every machine."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from index.store import path_key
from ingest.errors import FileForbidden, FileMissing, ReadError, UnsupportedFormat
from ingest.read import SUFFIXES


@dataclass(slots=True)
class Found:
    """A file to ingest, or one that cannot be (`error`). `shown` is the path as the user gave it."""

    path: Path  # absolute, symbolic links kept
    shown: str
    state: os.stat_result | None = None
    error: ReadError | None = None

    @property
    def key(self) -> str:
        """The path as the store knows it."""
        return path_key(self.path)


@dataclass(slots=True)
class Walk:
    """What the walk saw; complete once `files` is exhausted."""

    roots: list[str] = field(default_factory=list)  # folders looked through (store keys)
    unreadable: list[str] = field(default_factory=list)  # folders inside them that could not be listed
    seen: set[str] = field(default_factory=set)
    _visited: set[tuple[int, int]] = field(default_factory=set)

    def files(self, paths: Iterable[Path], skip: Path | None = None) -> Iterator[Found]:
        """Each file once: folders recursively, entries sorted by name.

        In folders: hidden and temporary files (`.x`, `~$x`), files of other formats, and the data
        folder itself (`skip`) are passed over silently, links that lead back are followed once.
        A file that is named is always reported.
        """
        skipped = _identity(skip)
        for given in paths:
            path = Path(os.path.abspath(given))
            for found in self._one(path, str(given), skipped):
                if found.key not in self.seen:
                    self.seen.add(found.key)
                    yield found

    def _one(self, path: Path, shown: str, skipped: tuple[int, int] | None) -> Iterator[Found]:
        try:
            state = path.stat()
        except PermissionError:
            yield Found(path, shown, error=FileForbidden())
            return
        except (OSError, ValueError):  # ValueError: a NUL in the name
            yield Found(path, shown, error=FileMissing())
            return
        if stat.S_ISDIR(state.st_mode):
            self.roots.append(path_key(path))
            yield from self._folder(path, shown, skipped)
        elif not stat.S_ISREG(state.st_mode):
            yield Found(path, shown, error=FileMissing())
        elif path.suffix and path.suffix.lower() not in SUFFIXES:
            yield Found(path, shown, error=UnsupportedFormat(found=path.suffix))
        else:
            yield Found(path, shown, state)

    def _folder(self, folder: Path, shown: str, skipped: tuple[int, int] | None) -> Iterator[Found]:
        identity = _identity(folder)
        if identity is None or identity == skipped or identity in self._visited:
            return
        self._visited.add(identity)
        try:
            with os.scandir(folder) as listing:
                entries = sorted(listing, key=lambda entry: os.fsencode(entry.name))
        except OSError:
            self.unreadable.append(path_key(folder))
            yield Found(folder, shown, error=FileForbidden())
            return
        for entry in entries:
            if entry.name.startswith((".", "~$")) or entry.name == "__MACOSX":
                continue
            path, name = folder / entry.name, os.path.join(shown, entry.name)
            try:
                if entry.is_dir():
                    yield from self._folder(path, name, skipped)
                elif path.suffix.lower() in SUFFIXES and entry.is_file():
                    yield Found(path, name, entry.stat())
            except PermissionError:
                yield Found(path, name, error=FileForbidden())
            except OSError:
                continue  # went away meanwhile, or a link that leads nowhere


def _identity(path: Path | None) -> tuple[int, int] | None:
    if path is None:
        return None
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_dev, state.st_ino
