"""Backup and restore: store and originals in one zip with a checksum of every file.

The indexes are left out: they are derived. Written aside and renamed; a backup is checked whole
before the knowledge base in force is touched, and that one is kept beside the restored one.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from index.lock import writing
from index.store import Store
from index.store_errors import StoreError
from ingest import messages
from service.knowledge_base import ORIGINALS_NAME, STORE_NAME

MANIFEST = "manifest.json"
FORMAT = 1
_CHUNK = 1 << 20
_LOGS = (f"{STORE_NAME}-wal", f"{STORE_NAME}-shm")


class BackupError(Exception):
    """The backup can't be written or used; the text is a Vietnamese sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class Restored:
    """`kept`: where the knowledge base that was in force lies now; None where there was none."""

    documents: int
    kept: Path | None


def back_up(data: Path, file: Path) -> int:
    """Write the backup; returns the number of documents. Ingestion waits meanwhile.

    Raises:
        BackupError: the file exists, or its folder does not.
    """
    file = file.absolute()
    if file.exists():
        raise BackupError(messages.BACKUP_EXISTS.format(file=file))
    if not file.parent.is_dir():
        raise BackupError(messages.BACKUP_FOLDER_MISSING.format(folder=file.parent))
    aside = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        with Store(data / STORE_NAME, read_only=True) as store, writing(data, wait_seconds=30):
            documents = store.stats().documents
            with zipfile.ZipFile(aside, "w", zipfile.ZIP_DEFLATED) as archive:
                _fill(archive, store, data, documents)
        with aside.open("rb+") as written:
            os.fsync(written.fileno())
        aside.replace(file)
    finally:
        aside.unlink(missing_ok=True)
    return documents


def _fill(archive: zipfile.ZipFile, store: Store, data: Path, documents: int) -> None:
    sums: dict[str, str] = {}
    with tempfile.TemporaryDirectory(prefix=".sao-luu-", dir=data) as folder:
        copy = Path(folder) / STORE_NAME
        store.backup(copy)
        sums[STORE_NAME] = _pack(archive, copy, STORE_NAME, zipfile.ZIP_DEFLATED)
    originals = data / ORIGINALS_NAME
    for path in sorted(originals.iterdir()) if originals.is_dir() else []:
        if path.is_file() and not path.name.endswith(".part"):
            name = f"{ORIGINALS_NAME}/{path.name}"
            # Most originals are compressed already.
            plain = path.suffix in (".txt", ".md", ".html", ".doc")
            sums[name] = _pack(archive, path, name, zipfile.ZIP_DEFLATED if plain else zipfile.ZIP_STORED)
    about = {
        "format": FORMAT,
        "created": datetime.now(UTC).isoformat(timespec="seconds"),
        "documents": documents,
        "files": sums,
    }
    archive.writestr(MANIFEST, json.dumps(about, ensure_ascii=False, indent=1))


def _pack(archive: zipfile.ZipFile, path: Path, name: str, method: int) -> str:
    info = zipfile.ZipInfo.from_file(path, name)
    info.compress_type = method
    with path.open("rb") as source, archive.open(info, "w", force_zip64=True) as target:
        return _copy(source, target)


def _copy(source: IO[bytes], target: IO[bytes]) -> str:
    digest = hashlib.sha256()
    while chunk := source.read(_CHUNK):
        digest.update(chunk)
        target.write(chunk)
    return digest.hexdigest()


def restore(data: Path, file: Path) -> Restored:
    """Replace the knowledge base by a backup. The index must be built afterwards.

    Raises:
        BackupError: the file is no backup, or damaged; nothing was changed.
    """
    if not file.is_file():
        raise BackupError(messages.CLI_FILE_MISSING.format(path=file))
    data.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=".phuc-hoi-", dir=data))
    try:
        with _unusable(file):
            _unpack(file, aside, shutil.disk_usage(data).free)
            with Store(aside / STORE_NAME) as store:
                problems = store.check()
                if problems:
                    raise ValueError(problems[0])
                missing = [r.id for r in store.documents() if r.original and not _held(aside, r.original)]
                if missing:
                    raise ValueError(f"{ORIGINALS_NAME}: {len(missing)}")
                store.renew_identity()
                documents = store.stats().documents
        with writing(data, wait_seconds=30):
            kept = _swap(data, aside)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return Restored(documents, kept)


def _held(folder: Path, name: str) -> bool:
    return (folder / ORIGINALS_NAME / name).is_file()


@contextmanager
def _unusable(file: Path) -> Iterator[None]:
    try:
        yield
    except zipfile.BadZipFile as error:
        raise BackupError(messages.RESTORE_BAD.format(file=file, detail=messages.RESTORE_NOT_WHOLE)) from error
    except (ValueError, KeyError, StoreError, EOFError, NotImplementedError, RuntimeError) as error:
        raise BackupError(messages.RESTORE_BAD.format(file=file, detail=error)) from error


def _unpack(file: Path, aside: Path, free: int) -> None:
    """Every file of the manifest, and no other, each with the checksum it says."""
    with zipfile.ZipFile(file) as archive:
        about: dict[str, Any] = json.loads(archive.read(MANIFEST))
        if about.get("format") != FORMAT or STORE_NAME not in about["files"]:
            raise ValueError(MANIFEST)
        sums: dict[str, str] = about["files"]
        if sum(archive.getinfo(name).file_size for name in sums) > free:
            raise BackupError(messages.STORE_DISK_FULL.format(path=aside.parent))
        (aside / ORIGINALS_NAME).mkdir()
        for name, expected in sums.items():
            folder, _, last = name.rpartition("/")
            if folder not in ("", ORIGINALS_NAME) or last in ("", ".", "..") or "\\" in last:
                raise ValueError(name)
            if not folder and last != STORE_NAME:
                raise ValueError(name)
            with archive.open(name) as source, (aside / name).open("wb") as target:
                if _copy(source, target) != expected:
                    raise ValueError(name)
                target.flush()
                os.fsync(target.fileno())


def _swap(data: Path, aside: Path) -> Path | None:
    """The restored files in, the former ones into a folder of their own.

    At every moment the data folder holds one whole knowledge base: originals are named by their
    content, so the restored ones join the former ones first (the next ingestion clears those that
    are not needed), and the store is replaced by a rename.
    """
    kept = _keep(data)
    (data / ORIGINALS_NAME).mkdir(exist_ok=True)
    for path in (aside / ORIGINALS_NAME).iterdir():
        path.replace(data / ORIGINALS_NAME / path.name)
    for name in _LOGS:  # a log of the former store would be applied to the restored one
        (data / name).unlink(missing_ok=True)
    (aside / STORE_NAME).replace(data / STORE_NAME)
    return kept


def _keep(data: Path) -> Path | None:
    """Copy of the knowledge base in force, originals as links where the disk has them."""
    store = data / STORE_NAME
    if not store.exists():
        return None
    kept = data / f"truoc-phuc-hoi-{datetime.now():%Y%m%d-%H%M%S-%f}"
    (kept / ORIGINALS_NAME).mkdir(parents=True)
    try:
        with closing(sqlite3.connect(store)) as former, closing(sqlite3.connect(kept / STORE_NAME)) as copy:
            former.backup(copy)
            former.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.DatabaseError:  # damaged: perhaps the reason for restoring; keep it as it is
        for name in (STORE_NAME, *_LOGS):
            if (data / name).exists():
                shutil.copyfile(data / name, kept / name)
    originals = data / ORIGINALS_NAME
    for path in originals.iterdir() if originals.is_dir() else []:
        try:
            os.link(path, kept / ORIGINALS_NAME / path.name)
        except OSError:
            shutil.copyfile(path, kept / ORIGINALS_NAME / path.name)
    return kept
