"""JSON of the contract that the command line and the HTTP API share."""

from __future__ import annotations

from typing import Any

from index.records import DocumentRecord, FileRecord, document_json, section_json
from index.status import evidence_json, status_of
from index.store import Store


def document_detail(store: Store, record: DocumentRecord) -> dict[str, Any]:
    """One document with `sections`, `text`, the other versions of it (`duplicates`), and whether it is in force."""
    status = status_of(store, record.id)
    return {
        **document_json(record),
        "sections": [section_json(section) for section in store.sections(record.id)],
        "text": store.document_text(record.id) or "",
        "duplicates": [document_json(other) for other in store.duplicates(record.id)],
        "status": status.name,
        "status_by": [evidence_json(one) for one in status.evidence],
        "status_planned": [evidence_json(one) for one in status.planned],
    }


def failed_file_json(record: FileRecord) -> dict[str, Any]:
    """A file that could not be read."""
    return {"path": record.path, "code": record.error_code, "error": record.error, "document_id": record.document_id}


def error_json(code: str, message: str) -> dict[str, Any]:
    """How every error looks, on the command line and over HTTP."""
    return {"error": {"code": code, "message": message}}
