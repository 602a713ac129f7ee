"""A stored document as the pipeline made it, and its facts read anew after the rules have changed."""

from __future__ import annotations

import json
from collections.abc import Callable

from index.carry_corrections import keep_places
from index.corrections import apply_to_facts
from index.facts import write_facts
from index.store import Store
from ingest.extract.models import FACTS_VERSION
from ingest.models import Document, Header, Passage, SectionKind


def load_document(store: Store, document_id: str) -> Document | None:
    """The document with its header as read, before corrections, and without facts; None where there is none."""
    with store.snapshot() as db:
        record = store.document(document_id)
        if record is None:
            return None
        row = db.execute("SELECT extracted FROM documents WHERE id = ?", (document_id,)).fetchone()
        abbreviations = dict(
            db.execute("SELECT short, long FROM abbreviations WHERE document = ?", (record.ordinal,)).fetchall()
        )
        passages = [
            Passage(
                p.ordinal, p.text, p.start, p.end, p.page, SectionKind(p.kind), p.section_path, p.context, p.furniture
            )
            for p in store.document_passages(document_id)
        ]
        header = Header(
            number=record.number,
            symbol=record.symbol,
            type=record.type,
            type_code=record.type_code,
            issuer=record.issuer,
            issuer_parent=record.issuer_parent,
            place=record.place,
            province=record.province,
            issued_on=record.issued_on,
            title=record.title,
            signer=record.signer,
            recipients=record.recipients,
            draft=record.draft,
            year=record.year,
            evidence=record.evidence,
        )
        for name, value in json.loads(row["extracted"] or "{}").items():
            setattr(header, name, value)
        return Document(
            id=record.id,
            sha256=record.sha256,
            file_name=record.file_name,
            format=record.format,
            header=header,
            text=store.document_text(document_id) or "",
            pages=store.pages(document_id),
            blocks=store.blocks(document_id),
            sections=store.sections(document_id),
            passages=passages,
            abbreviations=abbreviations,
            text_source=record.text_source,
            quality=record.quality,
            info=record.info,
            stamps=record.stamps,
            warnings=record.warnings,
        )


def reindex(store: Store, document_id: str) -> None:
    """Put a document into the store once more, so that corrections of its header reach the index."""
    from ingest.extract.facts import extract_facts

    document = load_document(store, document_id)
    if document is None:
        raise KeyError(document_id)
    document.facts = extract_facts(document)
    store.put(document)


def refresh_facts(store: Store, progress: Callable[[int, int], None] | None = None) -> int:
    """Read the facts of documents anew whose facts older rules made; how many. Safe to interrupt."""
    with store.snapshot() as db:
        stale = [
            row[0]
            for row in db.execute("SELECT id FROM documents WHERE facts_version < ? ORDER BY id", (FACTS_VERSION,))
        ]
    if not stale:
        return 0
    from ingest.extract.facts import extract_facts

    for done, document_id in enumerate(stale, start=1):
        document = load_document(store, document_id)
        if document is not None:
            document.facts = extract_facts(document)
            with store.write() as db:
                row = db.execute("SELECT ordinal FROM documents WHERE id = ?", (document_id,)).fetchone()
                if row is not None:
                    keep_places(db, document)
                    write_facts(db, row["ordinal"], document, FACTS_VERSION)
                    apply_to_facts(db, row["ordinal"], document_id)
        if progress is not None:
            progress(done, len(stale))
    return len(stale)
