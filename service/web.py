"""Run the web service: bind first, say the address once it answers."""

from __future__ import annotations

import logging
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import uvicorn

from ingest import messages
from service.app import create_app
from service.settings import Settings
from service.usage import UsageError

_ANYWHERE = ("0.0.0.0", "::", "")


def serve(data: Path, settings: Settings, announce: Callable[[str], None], examples: list[str] | None = None) -> None:
    """Serve until interrupted. `announce` gets the address when the server is ready; `examples` are
    questions to show instead of some chosen from the knowledge base.

    Raises:
        UsageError: the port can't be had.
    """
    logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s", stream=sys.stderr, force=True)
    app = create_app(data, settings, examples)
    with _bind(settings.host, settings.port) as bound:
        port = bound.getsockname()[1]
        host = "127.0.0.1" if settings.host in _ANYWHERE else settings.host
        address = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
        if settings.host in _ANYWHERE:
            print(messages.SERVE_OPEN, file=sys.stderr)
        config = uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,
            server_header=False,
            # The peer's address decides who may upload: never take it from a header.
            proxy_headers=False,
            timeout_graceful_shutdown=5,
        )
        with suppress(KeyboardInterrupt):  # Ctrl+C is how a server is meant to end
            _Server(config, lambda: announce(address)).run(sockets=[bound])


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._ready()


def _bind(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0][0]
        bound = socket.socket(family)
        try:
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            bound.bind((host, port))
        except OSError:
            bound.close()
            raise
    except OSError as error:
        other = port + 1 if port < 65535 else 8000
        raise UsageError(messages.SERVE_PORT_TAKEN.format(port=port, host=host, other=other)) from error
    return bound
