"""What the application holds for every request: the knowledge base and the settings."""

from __future__ import annotations

from fastapi import Request

from index.named_document import documents_named
from index.records import DocumentRecord
from ingest import messages
from service.errors import ApiError
from service.knowledge_base import KnowledgeBase
from service.settings import Settings


def knowledge_of(request: Request) -> KnowledgeBase:
    """The knowledge base that is served."""
    knowledge: KnowledgeBase = request.app.state.knowledge
    return knowledge


def named_documents(request: Request, text: str | None) -> list[DocumentRecord] | None:
    """The documents that a parameter names, by id, number in any spelling or words of the title; None without one.

    Raises:
        ApiError: 404 it names none; an empty list would say that there is nothing in them.
    """
    if not text or not text.strip():
        return None
    found = documents_named(knowledge_of(request).store, text)
    if not found:
        raise ApiError(404, "not_found", messages.API_DOCUMENT_UNNAMED.format(text=text.strip()[:80]))
    return found


def settings_of(request: Request) -> Settings:
    """The settings of the server."""
    settings: Settings = request.app.state.settings
    return settings
