"""Addresses of pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

QUERY_KEPT = 200  # characters of a query that go along to the document page


def query_string(values: Mapping[str, Any], **changes: Any) -> str:
    """`?a=1&b=2` of the values that are set, with changes; "" for none.

    >>> query_string({"q": "một cửa", "page": 3, "year": None}, page=None)
    '?q=m%E1%BB%99t+c%E1%BB%ADa'
    """
    merged = {name: value for name, value in {**values, **changes}.items() if value not in (None, "")}
    return "?" + urlencode(merged) if merged else ""


def passage_url(document_id: str, passage_id: str, query: str = "") -> str:
    """The document page with this passage marked, the query's words highlighted in it, neighbours
    offered, and in view."""
    return f"/van-ban/{document_id}{query_string({'doan': passage_id, 'q': query[:QUERY_KEPT]})}#{passage_id}"
