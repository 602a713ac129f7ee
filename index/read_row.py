"""A row of the store -> the record that other rooms see."""

from __future__ import annotations

import json
import sqlite3

from index.records import DocumentRecord, FileRecord, PassageRecord
from ingest.models import Person


def document_record(row: sqlite3.Row) -> DocumentRecord:
    """A row of `documents` (with `source_path`)."""
    signer = Person(row["signer_name"], row["signer_position"]) if row["signer_name"] is not None else None
    return DocumentRecord(
        ordinal=row["ordinal"],
        id=row["id"],
        sha256=row["sha256"],
        revision=row["revision"],
        file_name=row["file_name"],
        format=row["format"],
        original=row["original"],
        number=row["number"],
        number_key=row["number_key"],
        symbol=row["symbol"],
        type=row["type"],
        type_code=row["type_code"],
        issuer=row["issuer"],
        issuer_parent=row["issuer_parent"],
        place=row["place"],
        province=row["province"],
        issued_on=row["issued_on"],
        title=row["title"],
        signer=signer,
        recipients=json.loads(row["recipients"]),
        draft=bool(row["draft"]),
        year=row["year"],
        evidence={name: (span[0], span[1]) for name, span in json.loads(row["evidence"]).items()},
        page_count=row["page_count"],
        passage_count=row["passage_count"],
        text_source=row["text_source"],
        quality=row["quality"],
        warnings=json.loads(row["warnings"]),
        info=json.loads(row["info"]),
        stamps=json.loads(row["stamps"]),
        leader=row["leader"],
        source_path=row["source_path"],
        corrected=sorted(json.loads(row["extracted"])) if row["extracted"] else [],
    )


def passage_record(row: sqlite3.Row) -> PassageRecord:
    """A row of `passages` with `document_id`."""
    return PassageRecord(
        id=row["id"],
        document=row["document"],
        document_id=row["document_id"],
        ordinal=row["ordinal"],
        text=row["text"],
        start=row["start"],
        end=row["end"],
        page=row["page"],
        kind=row["kind"],
        section_path=json.loads(row["section_path"]),
        context=row["context"],
        furniture=bool(row["furniture"]),
    )


def file_record(row: sqlite3.Row) -> FileRecord:
    """A row of `files`."""
    return FileRecord(
        path=row["path"],
        size=row["size"],
        mtime_ns=row["mtime_ns"],
        ctime_ns=row["ctime_ns"],
        checked_ns=row["checked_ns"],
        sha256=row["sha256"],
        status=row["status"],
        document_id=row["document_id"],
        error_code=row["error_code"],
        error=row["error"],
        environment=row["environment"],
        attempts=row["attempts"],
        missing=bool(row["missing"]),
    )
