"""Passages: units of meaning of 40 to 220 words."""

from __future__ import annotations

import itertools

from ingest.models import Header, Passage, Reading, Section, SectionKind
from ingest.parse.sentence import sentence_spans

TARGET_WORDS = 140
MIN_WORDS = 40
MAX_WORDS = 220


def cut_passages(reading: Reading, sections: list[Section], header: Header) -> list[Passage]:
    """Passages of a laid-out reading, in order; `text == reading.text[start:end]`."""
    passages: list[Passage] = []
    tops = [(s.start, s.end, s) for s in sections]
    bounds = sorted({0, len(reading.text), *(s for s, _, _ in tops), *(e for _, e, _ in tops)})
    for low, high in itertools.pairwise(bounds):
        owner = next((s for a, b, s in tops if a <= low < b), None)
        for start, end in cut_text(reading.text[low:high]):
            start, end = start + low, end + low
            page = next((b.page for b in reversed(reading.blocks) if b.start <= start), 1)
            path = [" ".join(filter(None, (owner.label, owner.heading)))] if owner else []
            kind = owner.kind if owner else SectionKind.OTHER
            passages.append(Passage(len(passages), reading.text[start:end], start, end, page, kind, path))
    return passages


def cut_text(text: str) -> list[tuple[int, int]]:
    """Plain text -> half-open offsets of its passages."""
    spans: list[tuple[int, int]] = []
    words = 0
    for start, end in sentence_spans(text):
        count = len(text[start:end].split())
        if spans and words + count <= TARGET_WORDS:
            spans[-1] = (spans[-1][0], end)
            words += count
        else:
            spans.append((start, end))
            words = count
    return spans
