"""The markup of `corpus/source/*.src`: one readable text per sample document.

A file is a front matter of `key: value` lines (a line that begins with a space continues the
value), a line `---`, and a body of blocks separated by blank lines:

    # / ## / ###    heading typed by hand (bold, bold, bold italic)
    @1 / @2 / @3    heading or item numbered by the word processor (`numbering:` gives the formats)
    @-              bullet made by the word processor
    = text          centred bold line; `=~ text` centred italic line
    ~ text          italic paragraph (legal bases)
    [ky]            the block of recipients and signature
    [trang]         page break; [ngang] the same and landscape; [doc] the same and portrait
    [bang w1,w2..]  a table up to [/bang]: rows of `| cell | cell |`, the first is the head;
                    `>` spans the cell before it, `^` the cell above, `<br>` breaks a line
    [^1]            footnote mark; `[^1]: text` its text

`**bold**` and `*italic*` work inside text. Every other block is a justified paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

MARK = "VĂN BẢN MINH HỌA – không có giá trị pháp lý"


@dataclass(slots=True)
class Item:
    """One block of the body. `kind` is one of: heading, auto, bullet, centre, italic, paragraph,
    sign, page, landscape, portrait, table."""

    kind: str
    text: str = ""
    level: int = 0
    label: str = ""  # resolved number of an "auto" item
    rows: list[list[str]] = field(default_factory=list)
    widths: list[float] = field(default_factory=list)


@dataclass(slots=True)
class Source:
    """A parsed source file."""

    name: str
    meta: dict[str, str]
    items: list[Item]
    notes: dict[str, str]

    def get(self, key: str, default: str = "") -> str:
        """A value of the front matter."""
        return self.meta.get(key, default)

    def lines(self, key: str) -> list[str]:
        """A value of the front matter cut at `|`."""
        return [part.strip() for part in self.get(key).split("|")] if self.get(key) else []


_RUN = re.compile(r"\*\*(?P<bold>.+?)\*\*|\*(?P<italic>[^*]+?)\*|\[\^(?P<note>\d+)\]|(?P<text>[^*\[]+|[*\[])")


def runs(text: str) -> Iterator[tuple[str, str]]:
    """Inline markup as (style, text); style is "", "bold", "italic" or "note".

    >>> list(runs("a **b** c[^1]"))
    [('', 'a '), ('bold', 'b'), ('', ' c'), ('note', '1')]
    """
    for match in _RUN.finditer(text):
        style = match.lastgroup or "text"
        yield ("" if style == "text" else style), match.group(style)


def plain(text: str) -> str:
    """Text without inline markup.

    >>> plain("a **b** c[^1]")
    'a b c'
    """
    return "".join(part for style, part in runs(text) if style != "note")


def grid(rows: list[list[str]]) -> list[tuple[int, int, int, int, str]]:
    """Cells of a table as (row, column, row span, column span, text).

    >>> grid([["a", "b"], ["c", ">"], ["d", "e"], ["^", "f"]])
    [(0, 0, 1, 1, 'a'), (0, 1, 1, 1, 'b'), (1, 0, 1, 2, 'c'), (2, 0, 2, 1, 'd'), (2, 1, 1, 1, 'e'), (3, 1, 1, 1, 'f')]
    """
    cells = []
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text in (">", "^"):
                continue
            across = 1
            while c + across < len(row) and row[c + across] == ">":
                across += 1
            down = 1
            while r + down < len(rows) and rows[r + down][c] == "^":
                down += 1
            cells.append((r, c, down, across, text))
    return cells


def narrow_columns(rows: list[list[str]]) -> list[bool]:
    """Which columns hold only short entries (numbers, figures), which are set centred."""
    return [
        all(len(row[column]) < 12 for row in rows[1:] if row[column] not in (">", "^") and ">" not in row)
        for column in range(len(rows[0]))
    ]


def is_auto_heading(item: Item) -> bool:
    """Whether an automatically numbered item is set bold as a heading: long ones are sentences."""
    return item.kind == "auto" and item.level <= 2 and len(item.text) < 90


def _roman(number: int) -> str:
    text = ""
    for value, digits in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while number >= value:
            text += digits
            number -= value
    return text


def numeral(style: str, number: int) -> str:
    """A number in a Word numbering style ("upperRoman", "decimal", "lowerLetter")."""
    if style == "upperRoman":
        return _roman(number)
    if style == "lowerLetter":
        return "abcdefghijklmnopqrstuvwxyz"[number - 1]
    return str(number)


def numbering(meta: dict[str, str]) -> list[tuple[str, str]]:
    """Levels of the automatic numbering, as (style, pattern): `upperRoman %1.; decimal %2.`."""
    text = meta.get("numbering", "upperRoman %1.; decimal %2.; lowerLetter %3)")
    levels = [part.split() for part in text.split(";")]
    return [(style, pattern) for style, pattern in levels]


def read_source(path: Path) -> Source:
    """Parse one source file."""
    text = re.sub(r'"([^"\n]*)"', r"“\1”", path.read_text(encoding="utf-8"))
    head, _, body = text.partition("\n---\n")
    meta: dict[str, str] = {}
    key = ""
    for line in head.splitlines():
        if line.startswith(" "):
            meta[key] += " " + line.strip()
        elif line.strip():
            key, _, value = line.partition(":")
            meta[key] = value.strip()
    items, notes = _read_body(body, numbering(meta))
    return Source(path.stem, meta, items, notes)


def _read_body(body: str, levels: list[tuple[str, str]]) -> tuple[list[Item], dict[str, str]]:
    items: list[Item] = []
    notes: dict[str, str] = {}
    counters = [0] * len(levels)
    table: Item | None = None
    for line in body.splitlines():
        line = line.strip()
        if table is not None:
            if line == "[/bang]":
                table = None
            elif line:
                table.rows.append([cell.strip() for cell in line.strip("|").split("|")])
                if len(table.rows[-1]) != len(table.widths):
                    raise ValueError(f"{len(table.widths)} columns expected: {line}")
            continue
        if not line:
            continue
        if note := re.match(r"\[\^(\d+)\]: (.+)", line):
            notes[note[1]] = note[2]
        elif line.startswith("[bang"):
            table = Item("table", widths=[float(w) for w in line[5:].rstrip("]").split(",")])
            items.append(table)
        elif line in ("[ky]", "[trang]", "[ngang]", "[doc]"):
            kinds = {"[ky]": "sign", "[trang]": "page", "[ngang]": "landscape", "[doc]": "portrait"}
            items.append(Item(kinds[line]))
        elif match := re.match(r"(#{1,3}) (.+)", line):
            items.append(Item("heading", match[2], len(match[1])))
        elif match := re.match(r"@(\d) (.+)", line):
            level = int(match[1])
            counters[level - 1] += 1
            counters[level:] = [0] * (len(counters) - level)
            label = levels[level - 1][1]
            for index, (style, _) in enumerate(levels):
                if f"%{index + 1}" in label:
                    label = label.replace(f"%{index + 1}", numeral(style, counters[index]))
            items.append(Item("auto", match[2], level, label))
        elif line.startswith("@- "):
            items.append(Item("bullet", line[3:]))
        elif line.startswith("=~ "):
            items.append(Item("centre", line[3:], 2))
        elif line.startswith("= "):
            items.append(Item("centre", line[2:], 1))
        elif line.startswith("~ "):
            items.append(Item("italic", line[2:]))
        else:
            items.append(Item("paragraph", line))
    return items, notes
