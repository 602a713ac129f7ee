"""The knowledge base as lines of text that depend on the documents alone.

Two stores with the same lines know the same, whatever the order and the interruptions that made
them: ordinals, revisions, times and attempts are left out. For comparing, not for reading back.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from index.body import dumps
from index.facts import FactFilter, read_citations, read_targets, read_tasks
from index.originals import FOLDER
from index.store import Store

_HISTORY = {"ordinal", "revision"}


def dump(store: Store, data_dir: Path | None = None) -> Iterator[str]:
    """Sorted JSON lines: documents, their passages, files, groups; with `data_dir` also goc/."""
    for record in store.documents(order="id"):
        fields = {name: value for name, value in asdict(record).items() if name not in _HISTORY}
        yield dumps(["document", fields])
        text = store.document_text(record.id) or ""
        yield dumps(["text", record.id, hashlib.sha256(text.encode()).hexdigest()])
        yield dumps(["sections", record.id, [asdict(section) for section in store.sections(record.id)]])
        yield dumps(["pages", record.id, [asdict(page) for page in store.pages(record.id)]])
        yield dumps(["blocks", record.id, [asdict(block) for block in store.blocks(record.id)]])
        for passage in store.document_passages(record.id):
            skipped = {"id", "document"}
            yield dumps(["passage", {n: v for n, v in asdict(passage).items() if n not in skipped}])
        where = FactFilter(document=record.id)
        for kind, read in (("citation", read_citations), ("target", read_targets), ("task", read_tasks)):
            for found in read(store, where):
                yield dumps([kind, record.id, found.key, asdict(found.fact), found.corrected])
    yield dumps(["abbreviations", store.abbreviations()])
    yield dumps(["groups", sorted(store.groups().items())])
    for path, file in sorted(store.file_states().items()):
        yield dumps(["file", path, file.sha256, file.status, file.document_id, file.error_code, file.missing])
    if data_dir is not None:
        for original in sorted((data_dir / FOLDER).glob("*")):
            yield dumps(["original", original.name, hashlib.sha256(original.read_bytes()).hexdigest()])
