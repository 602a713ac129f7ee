"""Word styles: what a paragraph or run inherits through `basedOn`."""

from __future__ import annotations

import re

from lxml import etree

from ingest.read.numbering import W

_HEADING = re.compile(r"heading ([1-9])$", re.IGNORECASE)
_OFF = {"0", "false", "off", "none"}


def is_on(element: etree._Element | None) -> bool:
    """Value of a Word on/off property: present and not switched off."""
    return element is not None and element.get(f"{W}val", "1") not in _OFF


class Styles:
    """Style properties by id, inheritance resolved; ids that don't exist inherit nothing."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        self._default: dict[str, str] = {}
        self._chains: dict[str, list[etree._Element]] = {}
        self._flags: dict[tuple[str, str], bool | None] = {}
        for element in root.findall(f"{W}style") if root is not None else ():
            key = element.get(f"{W}styleId", "")
            self._styles[key] = element
            if element.get(f"{W}default") in {"1", "true"}:
                self._default[element.get(f"{W}type", "paragraph")] = key

    def _chain(self, key: str | None) -> list[etree._Element]:
        """A style and its ancestors, nearest first."""
        if key is None:
            return []
        if key not in self._chains:
            chain: list[etree._Element] = []
            seen: set[str] = set()
            current: str | None = key
            while current in self._styles and current not in seen:
                seen.add(current)
                chain.append(self._styles[current])
                based = self._styles[current].find(f"{W}basedOn")
                current = based.get(f"{W}val") if based is not None else None
            self._chains[key] = chain
        return self._chains[key]

    def paragraph_style(self, properties: etree._Element | None) -> str | None:
        """Style id of a paragraph, the default style where it names none."""
        element = properties.find(f"{W}pStyle") if properties is not None else None
        return element.get(f"{W}val") if element is not None else self._default.get("paragraph")

    def _property(self, properties: etree._Element | None, style: str | None, name: str) -> etree._Element | None:
        if properties is not None:
            own = properties.find(f"{W}{name}")
            if own is not None:
                return own
        for element in self._chain(style):
            found = element.find(f"{W}pPr/{W}{name}")
            if found is not None:
                return found
        return None

    def value(self, properties: etree._Element | None, style: str | None, name: str) -> str | None:
        """`w:val` of a paragraph property, inherited."""
        found = self._property(properties, style, name)
        return found.get(f"{W}val") if found is not None else None

    def flag(self, properties: etree._Element | None, style: str | None, name: str) -> bool:
        """An on/off paragraph property, inherited."""
        return is_on(self._property(properties, style, name))

    def run_flag(self, properties: etree._Element | None, style: str | None, name: str) -> bool:
        """An on/off run property: the run's own, its character style's, its paragraph style's."""
        if properties is not None:
            own = properties.find(f"{W}{name}")
            if own is not None:
                return is_on(own)
            character = properties.find(f"{W}rStyle")
            if character is not None:
                inherited = self._style_flag(character.get(f"{W}val", ""), name)
                if inherited is not None:
                    return inherited
        return bool(self._style_flag(style, name)) if style else False

    def _style_flag(self, style: str, name: str) -> bool | None:
        if (style, name) not in self._flags:
            found = next(
                (f for f in (element.find(f"{W}rPr/{W}{name}") for element in self._chain(style)) if f is not None),
                None,
            )
            self._flags[style, name] = None if found is None else is_on(found)
        return self._flags[style, name]

    def outline_level(self, properties: etree._Element | None, style: str | None) -> int | None:
        """Outline level, 1 = top; None for body text."""
        text = self.value(properties, style, "outlineLvl")
        if text is not None and text.isdigit():
            return int(text) + 1 if int(text) < 9 else None
        for element in self._chain(style):
            name = element.find(f"{W}name")
            match = _HEADING.match(name.get(f"{W}val", "")) if name is not None else None
            if match:
                return int(match.group(1))
        return None

    def numbering(self, properties: etree._Element | None, style: str | None) -> tuple[str | None, int | None]:
        """(list id, level) of a paragraph; list id None for an unnumbered one, "0" never comes out."""
        num_id: str | None = None
        level: int | None = None
        sources = [properties] if properties is not None else []
        sources += [found for element in self._chain(style) if (found := element.find(f"{W}pPr")) is not None]
        for source in sources:
            element = source.find(f"{W}numPr")
            if element is None:
                continue
            own_id, own_level = element.find(f"{W}numId"), element.find(f"{W}ilvl")
            if level is None and own_level is not None and (own_level.get(f"{W}val") or "").isdigit():
                level = int(own_level.get(f"{W}val") or 0)
            if own_id is not None:
                num_id = own_id.get(f"{W}val")
                break
        return (None, None) if num_id in {None, "0"} else (num_id, level)

    def table_ruled(self, properties: etree._Element | None) -> bool:
        """True where a table or its style draws lines."""
        if properties is None:
            return False
        own = properties.find(f"{W}tblBorders")
        if own is not None:
            return _draws(own)
        style = properties.find(f"{W}tblStyle")
        for element in self._chain(style.get(f"{W}val") if style is not None else self._default.get("table")):
            borders = element.find(f"{W}tblPr/{W}tblBorders")
            if borders is not None:
                return _draws(borders)
        return False


def _draws(borders: etree._Element) -> bool:
    return any(side.get(f"{W}val", "none") not in {"nil", "none"} for side in borders)
