"""Sections of a document as paths from the outermost heading to the innermost one."""

from __future__ import annotations

from ingest.models import Section


def siblings_of(sections: list[Section]) -> dict[int, list[Section]]:
    """The sections beside each section, itself among them, by its start."""
    found = {section.start: sections for section in sections}
    for section in sections:
        found |= siblings_of(section.children)
    return found


def flatten_sections(sections: list[Section]) -> tuple[list[int], list[tuple[Section, ...]]]:
    """Starts of all sections in reading order, and the path to each."""
    found: list[tuple[int, tuple[Section, ...]]] = []

    def visit(nodes: list[Section], above: tuple[Section, ...]) -> None:
        for node in nodes:
            found.append((node.start, (*above, node)))
            visit(node.children, (*above, node))

    visit(sections, ())
    found.sort(key=lambda item: (item[0], len(item[1])))
    return [start for start, _ in found], [path for _, path in found]


def headings_of(path: tuple[Section, ...]) -> list[str]:
    """Labels and headings of a path."""
    return [" ".join(filter(None, (s.label, s.heading))) for s in path if s.label or s.heading]
