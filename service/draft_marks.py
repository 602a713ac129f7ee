"""A draft's text with the places of its findings marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from index.finding import SEVERITIES, Finding


@dataclass(slots=True)
class MarkedPiece:
    """A stretch of text. `severity` of the gravest finding on it, None for plain text; `numbers` of the findings on
    it, `anchors` of those that begin here."""

    text: str
    severity: str | None = None
    numbers: list[int] = field(default_factory=list)
    anchors: list[int] = field(default_factory=list)


def marked_lines(text: str, findings: Sequence[Finding]) -> list[list[MarkedPiece]]:
    """Lines of the text, cut where a finding begins or ends; findings are numbered from 1 in their order.

    >>> one = Finding("error", "x", "", "", 2, 4, "")
    >>> [[(p.text, p.numbers) for p in line] for line in marked_lines("abcdef", [one])]
    [[('ab', []), ('cd', [1]), ('ef', [])]]
    """
    spans = [(max(one.start, 0), min(one.end, len(text)), number) for number, one in enumerate(findings, start=1)]
    spans = [span for span in spans if span[0] < span[1]]
    starts = sorted(spans)
    cuts = sorted({0, len(text), *(s for s, _, _ in spans), *(e for _, e, _ in spans)})
    lines: list[list[MarkedPiece]] = [[]]
    active: list[tuple[int, int, int]] = []
    position = 0
    for begin, end in pairwise(cuts):
        active = [span for span in active if span[1] > begin]
        new = []
        while position < len(starts) and starts[position][0] <= begin:
            active.append(starts[position])
            new.append(starts[position][2])
            position += 1
        numbers = [number for _, _, number in active]
        severity = min((findings[number - 1].severity for number in numbers), key=SEVERITIES.index, default=None)
        for at, part in enumerate(text[begin:end].split("\n")):
            if at:
                lines.append([])
            if part or (new and not at):
                lines[-1].append(MarkedPiece(part, severity, list(numbers), new if not at else []))
    return [line for line in lines if line]
