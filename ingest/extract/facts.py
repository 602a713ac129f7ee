"""Document -> all of its facts."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TypeVar

from ingest import messages
from ingest.extract.citations import find_citations
from ingest.extract.models import Citation, Facts
from ingest.extract.statements import find_statements
from ingest.extract.targets import find_targets
from ingest.extract.tasks import find_tasks
from ingest.models import Document

_log = logging.getLogger(__name__)
_Fact = TypeVar("_Fact")


def extract_facts(document: Document) -> Facts:
    """Citations, targets, tasks and statements on the force of documents; never raises.

    A kind whose rules fail on a text is left empty with a warning on the document: its passages can still be
    found.
    """
    mentions: list[Citation] = []
    citations = _guarded(find_citations, document, mentions)
    return Facts(
        citations=citations,
        targets=_guarded(find_targets, document),
        tasks=_guarded(find_tasks, document),
        statements=_guarded(find_statements, document, mentions),
    )


def _guarded(find: Callable[..., list[_Fact]], document: Document, *more: list[Citation]) -> list[_Fact]:
    try:
        return find(document, *more)
    except Exception:  # a defect of ours on a text never seen: the document itself must not be lost
        _log.exception("%s failed on %s", find.__name__, document.file_name)
        document.warnings.append(messages.EXTRACT_FAILED[find.__name__])
        return []
