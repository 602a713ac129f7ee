"""An empty parameter is none: forms and programs send `year=` for a filter that nobody chose."""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send


class BlankParameters:
    """Takes parameters without a value out of addresses of the API; pages judge theirs themselves."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        if scope["type"] == "http" and scope["path"].startswith("/api/") and scope.get("query_string"):
            scope = {**scope, "query_string": filled(scope["query_string"])}
        await self.app(scope, receive, send)


def filled(query: bytes) -> bytes:
    """A query string without the parameters that have no value.

    >>> filled(b"q=a&year=&kind=&k=3"), filled(b"q=&x")
    (b'q=a&k=3', b'')
    """
    return b"&".join(pair for pair in query.split(b"&") if pair.partition(b"=")[2])
