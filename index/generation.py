"""File sets of the derived indexes: written aside, swapped, checked, the last good one kept.

`index/` of the data folder holds one folder per generation (`g000007/`) and the file `CURRENT` with
the name of the one to read. A generation is complete before its folder gets its name, and `CURRENT`
is replaced by a rename, so a process killed at any moment leaves the old or the new generation in
force, never a mixture. Files of a generation are never changed; unchanged ones are copied, not
linked, so damage to one generation leaves the one before it whole.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from index.manifest import MANIFEST, SCHEMA, DamagedError, Manifest, checksum, verify
from ingest import messages

CURRENT = "CURRENT"
_NAME = re.compile(r"g(\d{6,})")
_ATTEMPTS = 5


class IndexUnusableError(Exception):
    """No generation can be read; the text is a Vietnamese sentence that says which command to run."""


@dataclass(slots=True)
class Generation:
    """A verified generation. `fallback_from` names the damaged one that it stands in for."""

    folder: Path
    manifest: Manifest
    fallback_from: str | None = None

    @property
    def name(self) -> str:
        """Folder name, "g000007"."""
        return self.folder.name


def current_name(index_folder: Path) -> str | None:
    """What `CURRENT` says, None where there is none: cheap, for noticing a swap."""
    try:
        name = (index_folder / CURRENT).read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return name if _NAME.fullmatch(name) else None


def _names(index_folder: Path) -> list[str]:
    """Generations on disk, newest first."""
    try:
        names = [entry.name for entry in os.scandir(index_folder) if _NAME.fullmatch(entry.name)]
    except OSError:
        return []
    return sorted(names, key=lambda name: int(name[1:]), reverse=True)


def open_generation(index_folder: Path) -> Generation:
    """The generation in force, or the newest intact one where that is damaged.

    Every file is checked against its SHA-256. Raises IndexUnusableError where nothing is usable.
    """
    troubles: list[str] = []
    for _ in range(_ATTEMPTS):  # a writer may prune what was current when we began
        current = current_name(index_folder)
        names = _names(index_folder)
        order = ([current] if current else []) + [name for name in names if name != current]
        if not order:
            raise IndexUnusableError(messages.INDEX_MISSING)
        troubles.clear()
        for name in order:
            folder = index_folder / name
            try:
                manifest = Manifest.read(folder)
                if manifest.schema != SCHEMA:
                    raise DamagedError(f"{name}: schema {manifest.schema}, not {SCHEMA}")
                verify(folder, manifest)
            except DamagedError as trouble:
                troubles.append(str(trouble))
                continue
            return Generation(folder, manifest, current if current and name != current else None)
        if current_name(index_folder) == current:
            break
    raise IndexUnusableError(messages.INDEX_DAMAGED.format(detail="; ".join(troubles[:3])))


@contextmanager
def writer_lock(index_folder: Path) -> Iterator[None]:
    """One writer at a time; a second one waits. The lock goes with its process."""
    index_folder.mkdir(parents=True, exist_ok=True)
    with (index_folder / ".lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            yield
        finally:
            fcntl.flock(lock, fcntl.LOCK_UN)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_generation(
    index_folder: Path, manifest: Manifest, write: Callable[[Path], None], previous: str | None = None
) -> Generation:
    """Let `write` fill a folder, then make it the generation in force. Call under `writer_lock`.

    `manifest.files` is filled here from what `write` left in the folder. `previous`, known to be
    intact, is kept to fall back on; without it, the one that was in force.
    """
    clear_leftovers(index_folder)
    names = _names(index_folder)
    number = int(names[0][1:]) + 1 if names else 1
    aside = index_folder / f"new-{os.getpid()}"
    aside.mkdir(parents=True)
    write(aside)
    manifest.files = {}
    for path in sorted(aside.iterdir()):
        _sync(path)
        manifest.files[path.name] = checksum(path)
    (aside / MANIFEST).write_text(manifest.to_json(), encoding="utf-8")
    _sync(aside / MANIFEST)
    _sync(aside)
    folder = index_folder / f"g{number:06d}"
    previous = previous or current_name(index_folder)
    aside.rename(folder)
    _sync(index_folder)
    pointer = index_folder / f"{CURRENT}.new"
    pointer.write_text(folder.name + "\n", encoding="ascii")
    _sync(pointer)
    pointer.replace(index_folder / CURRENT)
    _sync(index_folder)
    _prune(index_folder, keep={folder.name, previous or ""})
    return Generation(folder, manifest)


def clear_leftovers(index_folder: Path) -> None:
    """Remove what a killed writer left half-written. Call under `writer_lock`."""
    for path in index_folder.glob("new-*"):
        shutil.rmtree(path, ignore_errors=True)
    (index_folder / f"{CURRENT}.new").unlink(missing_ok=True)


def _prune(index_folder: Path, keep: set[str]) -> None:
    for name in _names(index_folder):
        if name not in keep:
            shutil.rmtree(index_folder / name, ignore_errors=True)
