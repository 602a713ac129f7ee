"""A document -> rows of the store, and out of it again; inside the caller's transaction."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import Any

from index import body
from index.body import storable
from index.corrections import apply_to_facts, correct_header
from index.document_filter import fold_key
from index.facts import write_facts
from ingest.extract.models import FACTS_VERSION
from ingest.models import Document
from ingest.parse.number import number_key


def delete_document(db: sqlite3.Connection, ordinal: int, revision: int) -> None:
    """Take a document out with all that hangs on it; its passages are noted as removed at `revision`."""
    first, last = db.execute("SELECT MIN(id), MAX(id) FROM passages WHERE document = ?", (ordinal,)).fetchone()
    if first is not None:
        db.execute(
            "INSERT INTO removals SELECT ?, id, ?, ? FROM documents WHERE ordinal = ?",
            (revision, first, last, ordinal),
        )
    # The group loses a member, perhaps its leader: near_duplicate groups the rest anew.
    db.execute(
        """
        UPDATE documents SET leader = NULL WHERE leader IS NOT NULL
            AND leader = (SELECT leader FROM documents WHERE ordinal = ?)
        """,
        (ordinal,),
    )
    db.execute(
        """
        DELETE FROM signatures WHERE document IN
            (SELECT a FROM links WHERE b = :gone UNION SELECT b FROM links WHERE a = :gone)
        """,
        {"gone": ordinal},
    )
    db.execute("DELETE FROM documents WHERE ordinal = ?", (ordinal,))


def insert_document(db: sqlite3.Connection, document: Document, original: str | None, revision: int) -> int:
    """Write a document, its passages and facts with the corrections that are kept for it; gives its ordinal."""
    header = replace(document.header)
    extracted = correct_header(db, document.id, header)
    signer = header.signer
    columns: dict[str, Any] = {
        "id": document.id,
        "sha256": document.sha256,
        "revision": revision,
        "file_name": document.file_name,
        "format": document.format,
        "original": original,
        "number": header.number,
        "number_key": number_key(header.number) if header.number else None,
        "symbol": header.symbol,
        "type": header.type,
        "type_code": header.type_code,
        "issuer": header.issuer,
        "issuer_key": fold_key(header.issuer),
        "issuer_parent": header.issuer_parent,
        "place": header.place,
        "province": header.province,
        "issued_on": header.issued_on,
        "title": header.title,
        "title_key": fold_key(header.title),
        "signer_name": signer.name if signer else None,
        "signer_position": signer.position if signer else None,
        "recipients": body.dumps(header.recipients),
        "draft": int(header.draft),
        "year": header.year,
        "evidence": body.dumps(header.evidence),
        "page_count": max(len(document.pages), 1),
        "passage_count": len(document.passages),
        "text_source": document.text_source,
        "quality": document.quality,
        "warnings": body.dumps(document.warnings),
        "info": body.dumps(document.info),
        "stamps": body.dumps(document.stamps),
        "extracted": body.dumps(extracted) if extracted else None,
    }
    values = [storable(value) if isinstance(value, str) else value for value in columns.values()]
    holes = ", ".join("?" * len(columns))
    ordinal = db.execute(f"INSERT INTO documents ({', '.join(columns)}) VALUES ({holes})", values).lastrowid
    assert ordinal is not None
    db.execute(
        "INSERT INTO bodies VALUES (?, ?, ?, ?, ?)",
        (
            ordinal,
            storable(document.text),
            body.pack_pages(document.pages),
            body.pack_sections(document.sections),
            body.pack_blocks(document),
        ),
    )
    db.executemany(
        """
        INSERT INTO passages (document, ordinal, kind, furniture, page, start, end, section_path, context, text)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (
            (
                ordinal,
                passage.ordinal,
                passage.kind.value,
                int(passage.furniture),
                passage.page,
                passage.start,
                passage.end,
                body.dumps(passage.section_path),
                storable(passage.context),
                storable(passage.text),
            )
            for passage in document.passages
        ),
    )
    db.executemany(
        "INSERT OR IGNORE INTO abbreviations VALUES (?, ?, ?)",
        ((ordinal, storable(short), storable(long)) for short, long in document.abbreviations.items()),
    )
    write_facts(db, ordinal, document, FACTS_VERSION)
    apply_to_facts(db, ordinal, document.id)
    return ordinal
