"""Rows of the store as the other rooms see them, and the contract's `document` JSON."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from ingest.models import Person, Section, SectionKind

#: Order of section kinds in `Columns.kind`.
KINDS: tuple[str, ...] = tuple(kind.value for kind in SectionKind)


@dataclass(slots=True)
class DocumentRecord:
    """A document without its bulk (text, sections, passages: ask the store for them).

    `ordinal` is the store's integer, never used twice; `id` is the stable id of the contract.
    `source_path` is the first (in sorted order) of the paths that hold the file, None once all
    are gone; `original` is the file's name under goc/. `leader` is the id of the leader of its
    group of near duplicates, None when it has none.
    """

    ordinal: int
    id: str
    sha256: str
    revision: int
    file_name: str
    format: str
    original: str | None
    number: str | None
    number_key: str | None
    symbol: str | None
    type: str | None
    type_code: str | None
    issuer: str | None
    issuer_parent: str | None
    place: str | None
    province: str | None
    issued_on: str | None
    title: str | None
    signer: Person | None
    recipients: list[str]
    draft: bool
    year: int | None
    evidence: dict[str, tuple[int, int]]
    page_count: int
    passage_count: int
    text_source: str
    quality: float
    warnings: list[str]
    info: dict[str, str]
    stamps: list[str]
    leader: str | None
    source_path: str | None
    corrected: list[str] = field(default_factory=list)  # fields of the header that staff corrected


@dataclass(slots=True)
class PassageRecord:
    """A stored passage. `id` is the integer that indexes hold; `passage_id` is the stable one."""

    id: int
    document: int  # DocumentRecord.ordinal
    document_id: str
    ordinal: int  # place in its document
    text: str
    start: int
    end: int
    page: int
    kind: str
    section_path: list[str]
    context: str
    furniture: bool

    @property
    def passage_id(self) -> str:
        """`<document id>-<ordinal>`: the same on every machine for the same file."""
        return f"{self.document_id}-{self.ordinal}"


@dataclass(slots=True)
class FileState:
    """A file at the moment it was hashed. Times in nanoseconds since the epoch."""

    path: str
    size: int
    mtime_ns: int
    ctime_ns: int
    checked_ns: int
    sha256: str


@dataclass(slots=True)
class FileRecord:
    """What became of a file: `status` is "stored" or "failed".

    A failed file keeps the `document_id` of what it held before, so nothing is lost to a file
    that was caught half-written. `missing`: gone from its folder when last looked at.
    """

    path: str
    size: int
    mtime_ns: int
    ctime_ns: int
    checked_ns: int
    sha256: str
    status: str
    document_id: str | None
    error_code: str | None
    error: str | None
    environment: str | None
    attempts: int
    missing: bool


@dataclass(slots=True)
class DocumentFilter:
    """Conditions joined by AND; None asks nothing.

    `issuer` and `text` (title, number, issuer) match as parts of the field, in any case, with or
    without diacritics. `leaders_only` shows one document of each near-duplicate group.
    """

    type_code: str | None = None
    year: int | None = None
    issuer: str | None = None
    province: str | None = None
    draft: bool | None = None
    text: str | None = None
    leaders_only: bool = False


@dataclass(slots=True)
class DocumentFacet:
    """What search filters and ranks by, one per document (see `Columns`)."""

    ordinal: int
    id: str
    number_key: str | None
    type_code: str | None
    year: int | None
    issuer: str | None
    issuer_key: str | None
    province: str | None
    issued_on: str | None
    draft: bool
    leader: str | None


@dataclass(slots=True)
class Columns:
    """All passages as parallel arrays, ascending by id, and the documents they point into.

    passage: int64 [n] `PassageRecord.id`; document: int32 [n] position in `documents` (not the
    ordinal); kind: int8 [n] position in `KINDS`; furniture: bool [n].
    """

    revision: int
    passage: npt.NDArray[np.int64]
    document: npt.NDArray[np.int32]
    kind: npt.NDArray[np.int8]
    furniture: npt.NDArray[np.bool_]
    documents: list[DocumentFacet] = field(default_factory=list)


@dataclass(slots=True)
class Changes:
    """What happened between two revisions.

    `added`: ordinals of documents to index, ascending; `removed`: ranges of passage ids to drop.
    """

    revision: int
    added: list[int]
    removed: list[range]


@dataclass(slots=True)
class Stats:
    """Counts for `cchc doctor`, the administration page and /metrics."""

    revision: int
    documents: int
    drafts: int
    passages: int
    furniture: int
    pages: int
    files: int
    failed: int
    missing: int
    groups: int
    bytes: int


def document_json(record: DocumentRecord) -> dict[str, Any]:
    """The contract's `document`, exactly its keys."""
    signer = record.signer
    return {
        "id": record.id,
        "number": record.number,
        "symbol": record.symbol,
        "type": record.type,
        "type_code": record.type_code,
        "issuer": record.issuer,
        "place": record.place,
        "issued_on": record.issued_on,
        "title": record.title,
        "signer": None if signer is None else {"name": signer.name, "position": signer.position},
        "recipients": list(record.recipients),
        "draft": record.draft,
        "year": record.year,
        "source_path": record.source_path,
        "source_url": f"/van-ban/{record.id}/goc",
        "url": f"/van-ban/{record.id}",
        "pages": record.page_count,
        "sha256": record.sha256,
        "text_source": record.text_source,
        "quality": record.quality,
    }


def section_json(section: Section) -> dict[str, Any]:
    """One node of the contract's `sections` tree: label, heading, kind, page, children.

    `start` and `end` (offsets into the text) come on top: the document page marks by them.
    """
    return {
        "label": section.label,
        "heading": section.heading,
        "kind": section.kind.value,
        "page": section.page,
        "start": section.start,
        "end": section.end,
        "children": [section_json(child) for child in section.children],
    }
