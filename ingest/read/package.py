"""The zip container of a .docx, opened with suspicion: it may come from anywhere."""

from __future__ import annotations

import posixpath
import zipfile
from pathlib import Path
from types import TracebackType

from lxml import etree

from ingest.errors import DamagedFile, EncryptedFile, SuspiciousArchive
from ingest.read.limits import current

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MEGABYTE = 1_000_000


class Package:
    """Parts of an Office Open XML file by name.

    Guards: number of entries, unpacked size (declared and actual), no DTD or entities in any
    part, no external relationship is ever followed. Part names are looked up in the archive,
    never on disk.
    """

    def __init__(self, path: Path) -> None:
        limits = current()
        try:
            self._archive = zipfile.ZipFile(path)
            entries = self._archive.infolist()
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise DamagedFile(format="Word") from error
        if len(entries) > limits.max_archive_entries:
            raise SuspiciousArchive(format="Word", reason=f"{len(entries)} mục bên trong")
        self._budget = int(limits.max_archive_mb * _MEGABYTE)
        if sum(entry.file_size for entry in entries) > self._budget:
            raise SuspiciousArchive(format="Word", reason="giải nén ra quá lớn")
        if any(entry.flag_bits & 0x1 for entry in entries):
            raise EncryptedFile(format="Word")
        self._names = {entry.filename.replace("\\", "/").lstrip("/"): entry for entry in entries}

    def __enter__(self) -> Package:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._archive.close()

    def part(self, name: str) -> etree._Element | None:
        """Root element of a part, None where the package has no such part.

        Raises:
            DamagedFile: broken compression or XML.
            SuspiciousArchive: a DTD, or more bytes than the directory promised.
        """
        entry = self._names.get(name)
        if entry is None:
            return None
        try:
            with self._archive.open(entry) as stream:
                data = stream.read(self._budget + 1)
        except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
            raise DamagedFile(format="Word") from error
        except Exception as error:  # zlib.error and lzma errors have no common base
            raise DamagedFile(format="Word") from error
        self._budget -= len(data)
        if self._budget < 0:
            raise SuspiciousArchive(format="Word", reason="giải nén ra quá lớn")
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data[:4096]:
                raise SuspiciousArchive(format="Word", reason="khai báo DTD") from error
            raise DamagedFile(format="Word") from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise SuspiciousArchive(format="Word", reason="khai báo DTD")
        return root

    def relations(self, name: str) -> dict[str, tuple[str, str]]:
        """Relationship id -> (kind, part name) of a part; external targets are left out."""
        folder, file = posixpath.split(name)
        root = self.part(posixpath.join(folder, "_rels", file + ".rels"))
        found: dict[str, tuple[str, str]] = {}
        if root is None:
            return found
        for relation in root.iter(_RELATIONSHIP):
            if relation.get("TargetMode") == "External":
                continue
            target = relation.get("Target", "")
            full = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found[relation.get("Id", "")] = (relation.get("Type", "").rsplit("/", 1)[-1], full)
        return found
