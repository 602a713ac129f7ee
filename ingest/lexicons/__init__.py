"""Word lists shipped as data: document types, organs, provinces. Tab-separated, `#` comments."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Rows of `<name>.tsv`, each padded to the width of its header; the header row is dropped.

    >>> rows("document_types")[0][:2]
    ('NQ', 'Nghị quyết')
    """
    text = resources.files("ingest.lexicons").joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    lines = [line.rstrip("\n") for line in text.split("\n") if line.strip() and not line.startswith("#")]
    width = len(lines[0].split("\t"))
    table = (tuple(line.split("\t")) for line in lines[1:])
    return tuple(row + ("",) * (width - len(row)) for row in table)
