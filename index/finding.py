"""One thing to look at in a draft."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ingest import messages
from ingest.models import Document

#: Gravest first.
SEVERITIES = ("error", "warning", "info")


@dataclass(slots=True)
class Finding:
    """`start`, `end`: offsets into the draft's text, `text` what stands there. `url`: the document of the base that
    shows it, if any."""

    severity: str
    code: str
    message: str
    text: str
    start: int
    end: int
    suggestion: str
    page: int = 1
    url: str | None = None


def finding(
    document: Document, severity: str, code: str, span: tuple[int, int], url: str | None = None, **values: object
) -> Finding:
    """A finding of a code of `messages.FINDINGS`, worded."""
    message, suggestion = messages.FINDINGS[code]
    start, end = span
    return Finding(
        severity,
        code,
        message.format(**values),
        " ".join(document.text[start:end].split())[:300],
        start,
        end,
        " ".join(suggestion.format(**values).split()).replace(" .", "."),
        document.page_at(start),
        url,
    )


def finding_json(one: Finding) -> dict[str, Any]:
    """The contract's finding, with `page` and `url`."""
    return {
        "severity": one.severity,
        "code": one.code,
        "message": one.message,
        "text": one.text,
        "evidence": [one.start, one.end],
        "suggestion": one.suggestion,
        "page": one.page,
        "url": one.url,
    }
