"""Word auto-numbering: the "I.", "1.1.", "a)" that a person sees and the paragraph text lacks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
# Bullets in Symbol or Wingdings live in the private use area, or are a bare "o" in Courier.
_PRIVATE_BULLET = re.compile(r"[\ue000-\uf8ff]|o$|§|Ø|ü|v$|q$")


@dataclass(slots=True)
class Level:
    """One level of a numbering definition."""

    start: int = 1
    number_format: str = "decimal"
    text: str = ""
    restart: int | None = None  # 0 = never; n = restarts after level n (1-based); None = after any higher level
    legal: bool = False  # all places shown as decimals
    style: str | None = None


@dataclass(slots=True)
class _List:
    """A `w:num`: its counters are those of its abstract definition, its overrides its own."""

    abstract: str
    levels: dict[int, Level]
    start_overrides: dict[int, int] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)


class Numbering:
    """Counts as Word does while paragraphs go by in document order."""

    def __init__(self, root: etree._Element | None) -> None:
        self._lists: dict[str, _List] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._by_style: dict[str, tuple[str, int]] = {}
        if root is None:
            return
        abstracts: dict[str, dict[int, Level]] = {}
        links: dict[str, str] = {}  # abstract id -> style of the list it stands for
        styles: dict[str, str] = {}  # list style -> abstract id that defines it
        for element in root.findall(f"{W}abstractNum"):
            key = element.get(f"{W}abstractNumId", "")
            abstracts[key] = {
                index: level for child in element.findall(f"{W}lvl") for index, level in [_read_level(child)]
            }
            link, style = element.find(f"{W}numStyleLink"), element.find(f"{W}styleLink")
            if link is not None:
                links[key] = link.get(f"{W}val", "")
            if style is not None:
                styles[style.get(f"{W}val", "")] = key
        for element in root.findall(f"{W}num"):
            reference = element.find(f"{W}abstractNumId")
            if reference is None:
                continue
            abstract = reference.get(f"{W}val", "")
            if abstract in links:
                abstract = styles.get(links[abstract], abstract)
            made = _List(abstract, dict(abstracts.get(abstract, {})))
            for override in element.findall(f"{W}lvlOverride"):
                index = _int(override.get(f"{W}ilvl"), 0)
                own = override.find(f"{W}lvl")
                if own is not None:
                    made.levels[index] = _read_level(own)[1]
                start = override.find(f"{W}startOverride")
                if start is not None:
                    made.start_overrides[index] = _int(start.get(f"{W}val"), 1)
            key = element.get(f"{W}numId", "")
            self._lists[key] = made
            for index, level in made.levels.items():
                if level.style:
                    self._by_style.setdefault(level.style, (key, index))

    def level_of_style(self, num_id: str, style: str) -> int | None:
        """Level that a list links to a paragraph style, None where it links none."""
        found = self._lists.get(num_id)
        if found is None:
            return None
        return next((index for index, level in found.levels.items() if level.style == style), None)

    def next_label(self, num_id: str, index: int) -> str | None:
        """Count one paragraph and give its label ("" for a level without text), None for no list.

        A bullet comes out as "-", "+" or "•".
        """
        found = self._lists.get(num_id)
        if found is None or num_id == "0":
            return None
        index = max(0, min(index, LEVELS - 1))
        level = found.levels.get(index)
        if level is None:
            return None
        counters = self._counters.setdefault(found.abstract, [None] * LEVELS)
        if index in found.start_overrides and index not in found.used:
            found.used.add(index)
            counters[index] = None
            level = replace(level, start=found.start_overrides[index])
            found.levels[index] = level
        value = counters[index]
        counters[index] = level.start if value is None else value + 1
        for deeper in range(index + 1, LEVELS):
            below = found.levels.get(deeper)
            if below is None or below.restart is None or (below.restart != 0 and index < below.restart):
                counters[deeper] = None
        for higher in range(index):
            if counters[higher] is None:
                above = found.levels.get(higher)
                counters[higher] = above.start if above else 1
        if level.number_format == "bullet":
            return bullet(level.text)
        if level.number_format == "none":
            return _PLACE.sub("", level.text).strip()

        def shown(match: re.Match[str]) -> str:
            place = int(match.group(1)) - 1
            at = found.levels.get(place, Level())
            number = counters[place] if place < LEVELS else None
            kind = "decimal" if level.legal and place != index else at.number_format
            return format_number(number if number is not None else at.start, kind)

        return _PLACE.sub(shown, level.text).strip()


def bullet(text: str) -> str:
    """A bullet as it can be typed.

    >>> bullet("\uf0b7"), bullet("-"), bullet("+"), bullet("o"), bullet("")
    ('•', '-', '+', '•', '')
    """
    text = text.strip()
    if text in {"–", "—", "−", "\uf02d"}:
        return "-"
    if text == "\uf02b":
        return "+"
    return "•" if _PRIVATE_BULLET.match(text) else text


def format_number(number: int, kind: str) -> str:
    """A counter in one of Word's number formats.

    >>> format_number(4, "upperRoman"), format_number(3, "lowerLetter"), format_number(28, "upperLetter")
    ('IV', 'c', 'BB')
    """
    if kind in {"upperRoman", "lowerRoman"}:
        roman = _roman(number)
        return roman if kind == "upperRoman" else roman.lower()
    if kind in {"upperLetter", "lowerLetter"} and number > 0:
        # Word doubles the letter after z: 27 is "aa", 28 is "bb".
        letter = chr(ord("A") + (number - 1) % 26) * min((number - 1) // 26 + 1, 8)
        return letter if kind == "upperLetter" else letter.lower()
    if kind == "decimalZero":
        return f"{number:02d}"
    if kind == "decimalEnclosedParen":
        return f"({number})"
    if kind == "numberInDash":
        return f"- {number} -"
    return "" if kind == "none" else str(number)


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    out = ""
    for value, digits in (
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
        (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ):  # fmt: skip
        while number >= value:
            out += digits
            number -= value
    return out


def _read_level(element: etree._Element) -> tuple[int, Level]:
    def value(name: str) -> str | None:
        child = element.find(f"{W}{name}")
        return None if child is None else child.get(f"{W}val", "")

    restart = value("lvlRestart")
    legal = element.find(f"{W}isLgl")
    return _int(element.get(f"{W}ilvl"), 0), Level(
        start=_int(value("start"), 1),
        number_format=value("numFmt") or "decimal",
        text=value("lvlText") or "",
        restart=None if restart is None else _int(restart, 0),
        legal=legal is not None and legal.get(f"{W}val", "1") not in {"0", "false"},
        style=value("pStyle"),
    )


def _int(text: str | None, default: int) -> int:
    try:
        return int(text) if text is not None else default
    except ValueError:
        return default
