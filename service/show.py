"""How values look to a Vietnamese reader: dates, sizes, numbers, passages with their marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from typing import Any

from index.intent import Intent
from ingest import messages
from ingest.lexicons import rows
from ingest.parse.province import predecessors_of, successor_of

SNIPPET_CHARS = 420
_MARGIN = 160
_VIET_NAM = timezone(timedelta(hours=7))


def date(iso: str | None) -> str:
    """A date with the precision it has.

    >>> date("2021-10-29"), date("2023-03"), date("2023"), date(None)
    ('29/10/2021', '03/2023', '2023', '')
    """
    return "/".join(reversed(iso.split("-"))) if iso else ""


def dated(iso: str) -> str:
    """A date within a sentence.

    >>> dated("2021-10-29"), dated("2023-03"), dated("2023")
    ('ngày 29/10/2021', 'tháng 03/2023', 'năm 2023')
    """
    return f"{('năm', 'tháng', 'ngày')[iso.count('-')]} {date(iso)}"


def moment(iso: str) -> str:
    """An instant in UTC as the clock shows it in Viet Nam.

    >>> moment("2026-01-31T18:05:09+00:00")
    '01/02/2026 01:05'
    """
    return datetime.fromisoformat(iso).astimezone(_VIET_NAM).strftime("%d/%m/%Y %H:%M")


def count(number: int) -> str:
    """A whole number with Vietnamese thousands.

    >>> count(1234567)
    '1.234.567'
    """
    return f"{number:,}".replace(",", ".")


def seconds(ms: float) -> str:
    """How long something took, as people say it.

    >>> seconds(48.2), seconds(1), seconds(2300.0)
    ('0,05 giây', '0,01 giây', '2,30 giây')
    """
    return f"{max(ms / 1000, 0.01):.2f} giây".replace(".", ",")


def size(number: int) -> str:
    """Bytes for people.

    >>> size(900), size(1_300_000)
    ('900 B', '1,2 MB')
    """
    value, unit = float(number), "B"
    for unit in ("B", "KB", "MB", "GB", "TB"):
        if value < 1024 or unit == "TB":
            break
        value /= 1024
    return f"{value:.0f} {unit}" if unit == "B" else f"{value:.1f} {unit}".replace(".", ",")


def number(document: dict[str, Any]) -> str:
    """The number, or that there is none yet."""
    return document["number"] or messages.NO_NUMBER


def title(document: dict[str, Any]) -> str:
    """The title, else what stands for it: type, then the file's name."""
    if document["title"]:
        return str(document["title"])
    source = (document["source_path"] or "").replace("\\", "/").rsplit("/", 1)[-1]
    return " ".join(part for part in (document["type"], source) if part) or messages.NO_TITLE


def heading(document: dict[str, Any]) -> str:
    """Type and title as people name a document, without naming the type twice.

    >>> heading({"type": "Kế hoạch", "title": "Cải cách hành chính năm 2025", "source_path": None})
    'Kế hoạch Cải cách hành chính năm 2025'
    """
    kind, text = document["type"] or "", title(document)
    if not document["title"] or not kind or text.lower().startswith(kind.lower()):
        return text
    return f"{kind} {text}"


def marked(text: str, highlights: Sequence[Sequence[int]]) -> list[tuple[str, bool]]:
    """Text cut into (part, marked?), for templates: nothing is ever joined into HTML by hand.

    Ranges may overlap, be unsorted, or reach outside.

    >>> marked("cải cách hành chính", [(4, 8), (0, 3), (2, 5)])
    [('cải cách', True), (' hành chính', False)]
    """
    parts: list[tuple[str, bool]] = []
    at = 0
    for start, end in merge(highlights, len(text)):
        if start > at:
            parts.append((text[at:start], False))
        parts.append((text[start:end], True))
        at = end
    if at < len(text):
        parts.append((text[at:], False))
    return parts


def merge(ranges: Sequence[Sequence[int]], length: int) -> list[tuple[int, int]]:
    """Sorted, disjoint, inside `[0, length)`."""
    merged: list[tuple[int, int]] = []
    for first, last in sorted((max(r[0], 0), min(r[1], length)) for r in ranges):
        if first >= last:
            continue
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged


def snippet(
    text: str, highlights: Sequence[Sequence[int]], limit: int = SNIPPET_CHARS
) -> list[tuple[str, bool]] | None:
    """The part of a long passage with the most marks, as `marked` gives it; None where all fits.

    Cut between words, with an ellipsis on each side that is cut.
    """
    if len(text) <= limit + _MARGIN:
        return None
    ranges = merge(highlights, len(text))
    start = 0
    if ranges:
        gains = [sum(e - s for s, e in ranges if s >= begin and e <= begin + limit) for begin, _ in ranges]
        start = ranges[gains.index(max(gains))][0]
        inside = [e for s, e in ranges if s >= start and e <= start + limit] or [ranges[0][1]]
        start = max(0, start - max(0, limit - (max(inside) - start)) // 2)
    start = max(0, min(start, len(text) - limit))
    end = min(len(text), start + limit)
    if start:
        space = text.find(" ", start, start + 40)
        start = space + 1 if space >= 0 else start
    if end < len(text):
        space = text.rfind(" ", end - 40, end)
        end = space if space >= 0 else end
    inner = [(s - start, e - start) for s, e in ranges if s >= start and e <= end]
    parts = marked(text[start:end], inner)
    return [*([("… ", False)] if start else []), *parts, *([(" …", False)] if end < len(text) else [])]


_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def terminal(text: str) -> str:
    """Text that can't steer a terminal: control characters of a document are shown as spaces."""
    return _CONTROL.sub(" ", text)


def intent(guess: Intent) -> str:
    """What a query was taken to ask for, as a chip says it.

    >>> intent(Intent("kind", "funding", 0, 8)), intent(Intent("province", "Hà Giang", 0, 8))
    ('Hỏi về: Kinh phí', 'Địa phương: Hà Giang (nay thuộc Tuyên Quang)')
    """
    value = guess.value
    if guess.name == "kind":
        value = section_kind(value)
    elif guess.name == "level":
        value = messages.INTENT_LEVELS[value]
    elif guess.name == "type":
        value = next((name for code, name, *_ in rows("document_types") if code == value), value)
    elif guess.name == "province":
        others = [name for name in predecessors_of(value) if name != value]
        if successor_of(value) != value:
            value = messages.INTENT_NOW.format(value=value, successor=successor_of(value))
        elif others:
            value = messages.INTENT_MERGED.format(value=value, others=", ".join(others))
    return messages.INTENT_CHIPS[guess.name].format(value=value)


def section_kind(kind: str) -> str:
    """Vietnamese name of a section kind."""
    return messages.SECTION_KINDS.get(kind, kind)
