"""Addresses of pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from service.settings import Settings

QUERY_KEPT = 200  # characters of a query that go along to the document page


def query_string(values: Mapping[str, Any], **changes: Any) -> str:
    """`?a=1&b=2` of the values that are set, with changes; "" for none.

    >>> query_string({"q": "một cửa", "page": 3, "year": None}, page=None)
    '?q=m%E1%BB%99t+c%E1%BB%ADa'
    """
    merged = {name: value for name, value in {**values, **changes}.items() if value not in (None, "")}
    return "?" + urlencode(merged) if merged else ""


def passage_url(document_id: str, passage_id: str, query: str = "", span: tuple[int, int] | None = None) -> str:
    """The document page with this passage marked, the query's words highlighted in it, neighbours
    offered, and in view. `span`: the words of a fact, offsets into the document's text, highlighted instead.

    >>> passage_url("ab", "ab-3", span=(10, 25))
    '/van-ban/ab?doan=ab-3&trich=10-25#ab-3'
    """
    trich = f"{span[0]}-{span[1]}" if span else None
    values = {"doan": passage_id, "trich": trich, "q": query[:QUERY_KEPT]}
    return f"/van-ban/{document_id}{query_string(values)}#{passage_id}"


def server_address(settings: Settings) -> str:
    """Where this machine's browser finds the server, for links in files that the command line writes.

    >>> server_address(Settings(host="0.0.0.0", port=80)), server_address(Settings(host="::1"))
    ('http://127.0.0.1:80', 'http://[::1]:8000')
    """
    host = {"0.0.0.0": "127.0.0.1", "::": "127.0.0.1", "": "127.0.0.1"}.get(settings.host, settings.host)
    return f"http://{f'[{host}]' if ':' in host else host}:{settings.port}"
