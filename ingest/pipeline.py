"""The line for one file: bytes -> Document."""

from __future__ import annotations

import hashlib
from pathlib import Path

from ingest.clean import clean
from ingest.extract.facts import extract_facts
from ingest.models import Block, Document, PageSpan, Reading
from ingest.parse.abbreviation import find_abbreviations
from ingest.parse.header import parse_header
from ingest.parse.outline import parse_outline
from ingest.parse.passage import cut_passages
from ingest.read import read_file

ID_LENGTH = 16


def process(path: Path) -> Document:
    """Read, clean and parse one file, and extract its facts.

    Raises a `ReadError` of `ingest.errors` for a file that can't be read; never anything else
    for what a file may hold.
    """
    reading = read_file(path)  # first: it tells a missing or forbidden file in its own words
    return assemble(reading, path.name, hash_file(path))


def assemble(raw: Reading, file_name: str, sha256: str) -> Document:
    """The part of `process` after reading: what a test or another source of readings calls."""
    reading = clean(raw)
    header = parse_header(reading, file_name)
    sections = parse_outline(reading)
    passages = cut_passages(reading, sections, header)
    document = Document(
        id=sha256[:ID_LENGTH],
        sha256=sha256,
        file_name=file_name,
        format=reading.format,
        header=header,
        text=reading.text,
        pages=page_spans(reading),
        blocks=reading.blocks,
        sections=sections,
        passages=passages,
        abbreviations=find_abbreviations(reading.text),
        text_source=reading.text_source,
        quality=reading.quality,
        info=reading.info,
        stamps=reading.stamps,
        warnings=reading.warnings,
    )
    document.facts = extract_facts(document)
    return document


def hash_file(path: Path) -> str:
    """SHA-256 of the file's bytes, hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def page_spans(reading: Reading) -> list[PageSpan]:
    """One span per page, 1..`reading.pages`, in order, covering the text without a gap.

    A page without text of its own (a scan, a page inside a long table cell) has an empty span.
    """
    starts: dict[int, int] = {}
    for block in reading.blocks:
        for page, start in _page_starts(block):
            starts.setdefault(page, start)
    count = max([reading.pages, 1, *starts])
    spans: list[PageSpan] = []
    following = len(reading.text)
    for page in range(count, 0, -1):
        start = min(starts.get(page, following), following) if page > 1 else 0
        spans.append(PageSpan(page, start, following))
        following = start
    spans.reverse()
    return spans


def _page_starts(block: Block) -> list[tuple[int, int]]:
    starts = [(block.page, block.start)]
    if block.table is not None:
        starts += [(cell.page, cell.start) for cell in block.table.cells]
    else:
        starts += [(block.page + n, block.start + at) for n, at in enumerate(block.page_breaks, start=1)]
    return starts
