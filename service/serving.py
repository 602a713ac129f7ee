"""What the application holds for every request: the knowledge base and the settings."""

from __future__ import annotations

from fastapi import Request

from service.knowledge_base import KnowledgeBase
from service.settings import Settings


def knowledge_of(request: Request) -> KnowledgeBase:
    """The knowledge base that is served."""
    knowledge: KnowledgeBase = request.app.state.knowledge
    return knowledge


def settings_of(request: Request) -> Settings:
    """The settings of the server."""
    settings: Settings = request.app.state.settings
    return settings
