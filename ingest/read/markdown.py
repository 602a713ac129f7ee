"""Markdown exports."""

from __future__ import annotations

import re
from pathlib import Path

from ingest.models import Block, Reading
from ingest.read.decode import decode
from ingest.read.label import kind_of
from ingest.read.plausible import plausible_share


def read(path: Path) -> Reading:
    """Reading of a .md file."""
    blocks: list[Block] = []
    for paragraph in re.split(r"\n\s*\n|\n\|(?=\n)|^\|\n", decode(path.read_bytes())):
        text = re.sub(r"\*+", "", " ".join(paragraph.split()))
        if text.strip(" |"):
            blocks.append(Block(kind_of(text), text.strip()))
    return Reading("md", 1, blocks, quality=plausible_share("\n".join(b.text for b in blocks)))
