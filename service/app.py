"""The web service: `create_app(data)` gives the ASGI application with pages, API and health checks."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.staticfiles import StaticFiles

from index.generation import IndexUnusableError
from ingest import messages
from service import (
    api,
    basis_pages,
    citation_api,
    correction_pages,
    draft_pages,
    drafts,
    errors,
    pages,
    target_pages,
    task_pages,
)
from service.blank import BlankParameters
from service.headers import SecurityHeaders
from service.knowledge_base import KnowledgeBase
from service.metrics import Metrics, MetricsMiddleware
from service.settings import Settings
from service.version import version

STATIC = Path(__file__).parent / "static"


def create_app(data: Path, settings: Settings | None = None, examples: list[str] | None = None) -> FastAPI:
    """The application over a data folder. `examples`: see `service.web.serve`.

    Raises:
        StoreError: the folder holds no store, or one that can't be read.
    """
    settings = settings or Settings.from_environment()
    knowledge = KnowledgeBase(Path(data), settings, examples)

    @asynccontextmanager
    async def lifespan(served: FastAPI) -> AsyncIterator[None]:
        # Open the index before the first question. An unusable one doesn't keep the lists from
        # being served; searching then says what to do.
        with suppress(IndexUnusableError):
            await run_in_threadpool(knowledge.warm_up)
        yield
        drafts.close_reader(served)
        knowledge.close()

    app = FastAPI(
        title=messages.CLI_ABOUT.rstrip("."),
        version=version(),
        docs_url=None,  # these two load scripts from another host
        redoc_url=None,
        lifespan=lifespan,
    )
    app.state.knowledge, app.state.settings, app.state.data = knowledge, settings, Path(data)
    app.state.metrics = Metrics()
    errors.install(app)
    app.include_router(api.router)
    app.include_router(citation_api.router)
    app.include_router(basis_pages.router, include_in_schema=False)
    app.include_router(basis_pages.api)
    app.include_router(draft_pages.router, include_in_schema=False)
    app.include_router(draft_pages.api)
    app.include_router(pages.router, include_in_schema=False)
    app.include_router(correction_pages.router, include_in_schema=False)
    app.include_router(correction_pages.api)
    app.include_router(task_pages.router, include_in_schema=False)
    app.include_router(task_pages.api)
    app.include_router(target_pages.router, include_in_schema=False)
    app.include_router(target_pages.api)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.add_middleware(BlankParameters)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(MetricsMiddleware, metrics=app.state.metrics)
    return app
