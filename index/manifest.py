"""What a generation of the derived indexes consists of, with the checksum of every file."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

#: Raised whenever analysis, file layout or the text given to the model changes: older generations
#: are then rebuilt from the store.
SCHEMA = 1

MANIFEST = "manifest.json"


class DamagedError(Exception):
    """A file of a generation is missing, of another size, or of other content than was written."""


@dataclass(slots=True)
class FileEntry:
    """Size in bytes and SHA-256 of a file of the generation."""

    size: int
    sha256: str


@dataclass(slots=True)
class Manifest:
    """`segments` are names of lexical segments, in row order; `count` live passages;
    `model_id` None where no vectors were built; `revision` and `store_id` say of which store."""

    revision: int
    store_id: str
    count: int
    segments: list[str]
    model_id: str | None = None
    dimension: int | None = None
    schema: int = SCHEMA
    files: dict[str, FileEntry] = field(default_factory=dict)

    def to_json(self) -> str:
        """The manifest file's content, sealed by its own checksum."""
        values = asdict(self)
        return json.dumps({**values, "seal": _seal(values)}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"

    @classmethod
    def read(cls, folder: Path) -> Manifest:
        """The manifest of a generation's folder; DamagedError where it can't be read."""
        try:
            values = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
            if values.pop("seal") != _seal(values):
                raise ValueError("content changed")
            values["files"] = {name: FileEntry(**entry) for name, entry in values["files"].items()}
            return cls(**values)
        except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
            raise DamagedError(f"{folder.name}/{MANIFEST}: {error}") from error


def _seal(values: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(values, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def checksum(path: Path) -> FileEntry:
    """Size and SHA-256 of a file. About 1.5 GB/s."""
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    return FileEntry(path.stat().st_size, digest)


def verify(folder: Path, manifest: Manifest) -> None:
    """DamagedError where any file is not as it was written."""
    for name, entry in manifest.files.items():
        path = folder / name
        try:
            if path.stat().st_size != entry.size:
                raise DamagedError(f"{folder.name}/{name}: size {path.stat().st_size}, not {entry.size}")
            if checksum(path) != entry:
                raise DamagedError(f"{folder.name}/{name}: content changed")
        except OSError as error:
            raise DamagedError(f"{folder.name}/{name}: {error}") from error
