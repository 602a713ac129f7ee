"""Counts and durations of requests in Prometheus' text format, by route and status."""

from __future__ import annotations

import threading
import time
from bisect import bisect_left
from collections.abc import Iterable

from starlette.types import ASGIApp, Message, Receive, Scope, Send

BUCKETS = (0.005, 0.01, 0.025, 0.06, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)  # seconds; .06 is the promise for search
CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"


class Metrics:
    """Thread-safe counters. Routes are templates (`/van-ban/{id}`), so their number is bounded."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._requests: dict[tuple[str, str, int], int] = {}
        self._buckets: dict[str, list[int]] = {}
        self._seconds: dict[str, float] = {}

    def observe(self, route: str, method: str, status: int, seconds: float) -> None:
        """Count one request."""
        with self._lock:
            key = (route, method, status)
            self._requests[key] = self._requests.get(key, 0) + 1
            buckets = self._buckets.setdefault(route, [0] * (len(BUCKETS) + 1))
            buckets[bisect_left(BUCKETS, seconds)] += 1
            self._seconds[route] = self._seconds.get(route, 0.0) + seconds

    def text(self, gauges: Iterable[tuple[str, str, float]] = ()) -> str:
        """All series; `gauges` are (name, help, value)."""
        with self._lock:
            requests, seconds = dict(self._requests), dict(self._seconds)
            buckets = {route: list(counts) for route, counts in self._buckets.items()}
        lines = [
            "# HELP cchc_http_requests_total Requests answered.",
            "# TYPE cchc_http_requests_total counter",
        ]
        for (route, method, status), count in sorted(requests.items()):
            labels = f'route="{_label(route)}",method="{_label(method)}",status="{status}"'
            lines.append(f"cchc_http_requests_total{{{labels}}} {count}")
        name = "cchc_http_request_duration_seconds"
        lines += [f"# HELP {name} Time to answer, by route.", f"# TYPE {name} histogram"]
        for route in sorted(buckets):
            total = 0
            for limit, count in zip([*map(str, BUCKETS), "+Inf"], buckets[route], strict=True):
                total += count
                lines.append(f'{name}_bucket{{route="{_label(route)}",le="{limit}"}} {total}')
            lines.append(f'{name}_sum{{route="{_label(route)}"}} {seconds[route]:.6f}')
            lines.append(f'{name}_count{{route="{_label(route)}"}} {total}')
        for gauge, about, value in gauges:
            lines += [f"# HELP {gauge} {about}", f"# TYPE {gauge} gauge", f"{gauge} {value:g}"]
        return "\n".join(lines) + "\n"


def _label(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


_METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH")


class MetricsMiddleware:
    """Times every request until its last byte is sent."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.app, self.metrics = app, metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started, status = time.perf_counter(), 500

        async def watch(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, watch)
        finally:
            route = getattr(scope.get("route"), "path", None) or scope.get("cchc_route") or "other"
            method = scope["method"] if scope["method"] in _METHODS else "other"
            self.metrics.observe(route, method, status, time.perf_counter() - started)
