"""The section tree."""

from __future__ import annotations

import re

from ingest.models import Reading, Section
from ingest.parse.section_kind import section_kind

_TOP = re.compile(r"(?P<label>[IVX]{1,5}\.|Điều \d+\.|PHỤ LỤC(?: [IVX\d]+)?)\s*(?P<heading>.*)")


def parse_outline(reading: Reading) -> list[Section]:
    """Top sections of a laid-out reading, in order."""
    sections: list[Section] = []
    for block in reading.blocks:
        match = _TOP.match(block.text)
        if match and len(block.text) < 200:
            if sections:
                sections[-1].end = block.start
            label, heading = match["label"], match["heading"]
            kind = section_kind(label, heading, [])
            sections.append(Section(label, heading, kind, block.page, block.start, len(reading.text), 1))
    return sections
