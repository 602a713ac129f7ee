"""goc/: the original files, each under its document's id, so that the source may move or vanish."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path

from index.store import Store

FOLDER = "goc"
_ASIDE = ".part"
_CHUNK_BYTES = 1 << 20


class SourceChangedError(Exception):
    """The file no longer holds the bytes that were read."""


def original_name(document_id: str, path: Path) -> str:
    """Name under goc/: the id with the file's extension (`.bin` for none or an odd one)."""
    suffix = path.suffix.lower()
    plain = suffix[1:].isascii() and suffix[1:].isalnum() and len(suffix) <= 10
    return document_id + (suffix if plain else ".bin")


def original_path(data_dir: Path, name: str) -> Path:
    """Where an original lies."""
    return data_dir / FOLDER / name


def keep_original(data_dir: Path, source: Path, name: str, sha256: str) -> None:
    """Copy a file into goc/, written aside, flushed and renamed: there whole or not at all.

    Raises `SourceChangedError` where the bytes are not those of `sha256`, OSError as met.
    """
    target = original_path(data_dir, name)
    target.parent.mkdir(parents=True, exist_ok=True)
    aside = target.with_name(target.name + _ASIDE)
    digest = hashlib.sha256()
    try:
        with source.open("rb") as reading, aside.open("wb") as writing:
            while chunk := reading.read(_CHUNK_BYTES):
                digest.update(chunk)
                writing.write(chunk)
            if digest.hexdigest() != sha256:
                raise SourceChangedError(source)
            writing.flush()
            os.fsync(writing.fileno())
        os.replace(aside, target)
    except BaseException:
        with suppress(OSError):
            aside.unlink()
        raise


def tidy(store: Store, data_dir: Path) -> set[str]:
    """Delete what an interruption left in goc/; ids of documents whose original is gone.

    Only under the write lock: a copy that another process is making would look like a leftover.
    """
    folder = data_dir / FOLDER
    wanted = store.originals()
    present: set[str] = set()
    if folder.is_dir():
        with os.scandir(folder) as listing:
            present = {entry.name for entry in listing}
    for name in present - wanted.keys():
        if name.endswith(_ASIDE) or _is_ours(name):
            with suppress(OSError):
                (folder / name).unlink()
    return {wanted[name] for name in wanted.keys() - present}


def _is_ours(name: str) -> bool:
    stem = name.partition(".")[0]
    return len(stem) == 16 and not stem.strip("0123456789abcdef")
