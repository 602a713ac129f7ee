"""Passages: units of meaning of 40 to 220 words, whole sentences or whole table rows.

The cut is the cheapest one: over the units of one top section (a domain), dynamic programming
minimises the sum of three costs. Length: free from 90 to 190 words, rising outside, steep under
40, forbidden over 220 unless one sentence or row alone is longer. Cutting: free before a section,
cheap between paragraphs and items of one level, dear after a colon or inside a paragraph, very
dear between a heading and its text. Crossing: a passage may go over the start of a section only
at a price, so a section that can stand alone does, and one too short joins its nearest kin.
Top sections are never mixed (short articles of a decision excepted), nor are body and furniture.

A passage is never cut inside a sentence, with two exceptions: a preamble "Căn cứ A; căn cứ B; ..." of
over 220 words may be cut at the semicolons between its citations, each a clause with a sense of its
own, and text without any sentence for 400 words at its inner marks (`unit._bounded`).

Measured over 144 real documents, 722,000 words (`python -m evaluation.passage_stats`): 5,111 passages,
median 140 words, 18 shorter than 40 (short top sections and forms), 34 longer than 220 (single
sentences and rows); cleaning, outline and passages take 5 to 10 ms per 1,000 words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from ingest.models import CELL_SEPARATOR, Header, Passage, Reading, Section, SectionKind
from ingest.parse.furniture import Role
from ingest.parse.unit import Shape, Unit, units_of, units_of_text

MIN_WORDS = 40
MAX_WORDS = 220
_COMFORT = (90, 190)  # words: a passage between them costs nothing
_CONTEXT_WORDS = 60
_SENTENCE_WORDS = 8  # a "heading" that is so long and ends with a full stop is a sentence
_ENDS = re.compile(r"\.(?:/\.)?\s*$")
_NEVER = 1e6
_GLUE = 60.0  # cutting between a heading and its text
_FURNITURE_KINDS = {Role.RECIPIENTS: SectionKind.RECIPIENTS, Role.SIGNATURE: SectionKind.RECIPIENTS}


def cut_passages(reading: Reading, sections: list[Section], header: Header) -> list[Passage]:
    """Passages of a laid-out reading, in order; `text == reading.text[start:end]`.

    No two overlap, and every character that is not white space lies in one. Shorter than 40 words
    are only passages whose top section is; longer than 220 only single sentences and table rows.
    """
    passages: list[Passage] = []
    units = units_of(reading, sections)
    position = 0
    for domain in _domains(units):
        for low, high in _cut(domain):
            part = domain[low:high]
            passages.append(_passage(reading, units, position + low, part, len(passages)))
        position += len(domain)
    return passages


def cut_text(text: str) -> list[tuple[int, int]]:
    """Plain text -> half-open offsets of its passages, by the same rules.

    >>> cut_text("Điều 1. Phạm vi\\nLuật này quy định về hộ tịch.")
    [(0, 45)]
    """
    units = units_of_text(text)
    return [(units[low].start, units[high - 1].end) for low, high in _cut(units)]


def _domains(units: list[Unit]) -> Iterator[list[Unit]]:
    """Runs of units that a passage may not leave: body of one top section, furniture of one role."""

    def key(unit: Unit) -> tuple[str, int]:
        if unit.role not in (Role.BODY, Role.NOTE):
            return unit.role.value, 0
        if not unit.path or unit.path[0].kind is SectionKind.LEGAL_BASIS:
            return "body", 0  # the addressee's line, the bases and the words before the outline
        top = unit.path[0]
        if (top.label or "").startswith("Điều") and not top.children:
            return "articles", 0
        return "body", 1 + top.start

    for _, run in groupby(units, key):
        yield list(run)


# --- the cheapest cut --------------------------------------------------------------------------


def _cut(units: list[Unit]) -> list[tuple[int, int]]:
    """Half-open index ranges of the cheapest cut."""
    if not units:
        return []
    cuts = [0.0, *(_cut_cost(a, b) for a, b in pairwise(units))]
    crossings = [0.0, *(_crossing_cost(a, b) for a, b in pairwise(units))]
    best = [0.0] + [float("inf")] * len(units)
    previous = [0] * (len(units) + 1)
    for high in range(1, len(units) + 1):
        words = 0
        crossed = 0.0
        for low in range(high - 1, -1, -1):
            words += units[low].words
            if words > MAX_WORDS and low < high - 1:
                break
            cost = best[low] + cuts[low] + crossed + _length_cost(words)
            if cost < best[high]:
                best[high], previous[high] = cost, low
            crossed += crossings[low]
    ranges: list[tuple[int, int]] = []
    high = len(units)
    while high:
        ranges.append((previous[high], high))
        high = previous[high]
    return ranges[::-1]


def _length_cost(words: int) -> float:
    low, high = _COMFORT
    if words < MIN_WORDS:
        return 9.0 + (MIN_WORDS - words) * 0.25
    if words < low:
        return (low - words) / (low - MIN_WORDS)
    return max(0.0, (words - high) / (MAX_WORDS - high))


def _cut_cost(before: Unit, unit: Unit) -> float:
    """Price of a passage border between two units."""
    if before.shape in (Shape.HEADING, Shape.HEADER_ROW, Shape.GROUP_ROW):
        return _GLUE
    if unit.opens:
        return 3.0 if before.introduces else 0.0
    if before.table != unit.table:
        return 4.0 if before.introduces else 0.3
    if unit.shape is Shape.GROUP_ROW:
        return 0.0
    if unit.shape in (Shape.ROW, Shape.HEADER_ROW):
        return 0.4
    if unit.shape is Shape.SENTENCE:
        return 5.0 if before.introduces else 2.5
    if before.introduces:
        return 6.0
    if unit.shape is Shape.ITEM:
        return 3.0 if unit.depth > before.depth and before.depth else 0.5 if unit.depth == before.depth else 0.4
    if unit.shape is Shape.NOTE:
        return 1.0
    return 0.8


def _crossing_cost(before: Unit, unit: Unit) -> float:
    """Price of having both sides of a section's start in one passage."""
    if unit.shape is Shape.GROUP_ROW:
        return 3.0 if before.shape is Shape.ROW else 0.0
    if not unit.opens and unit.path == before.path:
        return 0.5 if before.table != unit.table else 0.0
    shared = sum(1 for a, b in zip(before.path, unit.path, strict=False) if a is b)
    if shared == len(before.path):  # from a section down into its first child
        return 0.0 if before.shape is Shape.HEADING or before.introduces else 2.0
    price = 3.0 + 1.5 * (len(before.path) - shared - 1) + (0.0 if shared else 1.0)
    return price + (4.0 if before.kind is not unit.kind else 0.0)


# --- what a passage says of itself -------------------------------------------------------------


def _passage(reading: Reading, units: list[Unit], first: int, part: list[Unit], ordinal: int) -> Passage:
    start, end = part[0].start, part[-1].end
    furniture = part[0].role not in (Role.BODY, Role.NOTE) or _says_nothing(part, reading.text)
    if furniture:
        kind = _FURNITURE_KINDS.get(part[0].role, SectionKind.OTHER)
        names = [_name(s) for s in part[0].path if s.kind is SectionKind.RECIPIENTS]
        return Passage(ordinal, reading.text[start:end], start, end, part[0].page, kind, names, furniture=True)
    path = _common_path(part)
    kind = _main_kind(part)
    names = [_name(section) for section in path] + list(_common_group(part))
    context = _context(reading.text, units, first, part)
    return Passage(ordinal, reading.text[start:end], start, end, part[0].page, kind, names, context)


def _says_nothing(part: list[Unit], text: str) -> bool:
    """True for a short passage of nothing but headings, or of the dots and blanks of a form."""
    if sum(unit.words for unit in part) >= MIN_WORDS:
        return False
    if all(unit.shape in (Shape.HEADING, Shape.HEADER_ROW, Shape.GROUP_ROW) for unit in part):
        # "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.": an article of one sentence is its own heading.
        return not any(unit.words >= _SENTENCE_WORDS and _ENDS.search(text[unit.start : unit.end]) for unit in part)
    letters = sum(c.isalnum() for unit in part for c in text[unit.start : unit.end])
    return 2 * letters < sum(unit.end - unit.start for unit in part)


def _name(section: Section) -> str:
    return " ".join(filter(None, (section.label, section.heading)))


def _common_path(part: list[Unit]) -> tuple[Section, ...]:
    """Deepest section that holds the passage, the headings above its text left aside.

    A short introduction that the parent has before its first child doesn't lift the path.
    """
    content = [unit for unit in part if unit.shape is not Shape.HEADING] or part
    deepest = max((unit.path for unit in content), key=len)
    if all(unit.path == deepest[: len(unit.path)] for unit in content):
        own = sum(unit.words for unit in content if unit.path == deepest)
        if 2 * own >= sum(unit.words for unit in content):
            return deepest
    shared = content[0].path
    for unit in content[1:]:
        size = sum(1 for a, b in zip(shared, unit.path, strict=False) if a is b)
        shared = shared[:size]
    return shared


def _main_kind(part: list[Unit]) -> SectionKind:
    words: dict[SectionKind, int] = {}
    for unit in part:
        if unit.shape is not Shape.HEADING or len(part) == 1:
            words[unit.kind] = words.get(unit.kind, 0) + unit.words
    return max(words, key=lambda kind: words[kind]) if words else part[-1].kind


def _common_group(part: list[Unit]) -> tuple[str, ...]:
    rows = [unit for unit in part if unit.shape is Shape.ROW]
    if not rows or len(rows) < sum(1 for u in part if u.shape in (Shape.PARAGRAPH, Shape.ITEM, Shape.SENTENCE)):
        return ()
    shared = rows[0].group
    for unit in rows[1:]:
        shared = shared[: sum(1 for a, b in zip(shared, unit.group, strict=False) if a == b)]
    return shared


def _clip(text: str) -> str:
    words = text.split()
    return text if len(words) <= _CONTEXT_WORDS else " ".join(words[:_CONTEXT_WORDS]) + "…"


def _context(text: str, units: list[Unit], first: int, part: list[Unit]) -> str:
    """What the passage needs and doesn't contain: its table's columns, the cells above it that are
    merged down into its rows (one lead unit for five tasks), the words that introduce its list."""
    found: list[str] = []
    rows = [unit for unit in part if unit.shape is Shape.ROW and unit.columns]
    if rows and all(unit.shape is not Shape.HEADER_ROW for unit in part):
        found.append(rows[0].columns)
    merged = dict(cell for unit in part for cell in unit.carried if cell[0] < part[0].start)
    if merged:
        found.append(CELL_SEPARATOR.join(dict.fromkeys(_clip(cell) for cell in merged.values())))
    depth = part[0].depth
    if part[0].shape is Shape.ITEM or (part[0].shape is Shape.SENTENCE and depth):
        wanted = depth
        for unit in reversed(units[max(0, first - 40) : first]):
            if unit.path[:1] != part[0].path[:1] or unit.role is not part[0].role or unit.shape is Shape.HEADING:
                break
            outer = unit.depth < wanted or (unit.depth == 0 and wanted == 0)
            if part[0].shape is Shape.SENTENCE and unit.end > part[0].start:
                continue
            if outer and unit.shape in (Shape.PARAGRAPH, Shape.ITEM, Shape.SENTENCE):
                if unit.introduces and unit.words <= _CONTEXT_WORDS:
                    found.insert(0, text[unit.start : unit.end])
                wanted = unit.depth
                if not wanted:
                    break
    return "\n".join(found)
