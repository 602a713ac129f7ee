"""Sentence boundaries."""

from __future__ import annotations

import re

_END = re.compile(r"(?<=[.!?;:])\s+(?=[A-ZĐÀ-Ỹ\-+•“\"(])|\n+")


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Half-open offsets of the sentences of `text`, without surrounding white space."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in [*_END.finditer(text), None]:
        end = match.start() if match else len(text)
        piece = text[start:end]
        left, right = len(piece) - len(piece.lstrip()), len(piece.rstrip())
        if right > left:
            spans.append((start + left, start + right))
        start = match.end() if match else end
    return spans
