"""A line of a list: its label, how deep it stands, and whether it is a field of what stands above it."""

from __future__ import annotations

from functools import lru_cache

from ingest.extract.task_label import read_fields
from ingest.models import Block
from ingest.parse.label import Label, Style, read_label


@lru_cache(maxsize=4)
def line_label(text: str) -> Label | None:
    """The label of a line; a line is asked for twice, as the one after and as itself."""
    return read_label(text)


def depth_of(style: Style | None, text: str) -> int:
    """How deep a line stands: 0 a paragraph, then by label, bullets last."""
    if style is None:
        return 0
    if style is Style.BULLET:
        return 100 + (1 if text.lstrip()[:1] == "+" else 0)
    return int(style)


def is_deeper(following: Block | None, rank: int) -> bool:
    """True for a line with a label that stands deeper than `rank`."""
    if following is None or following.table is not None:
        return False
    label = line_label(following.text)
    return label is not None and depth_of(label.style, following.text) > rank


def is_field(block: Block | None) -> bool:
    """True for a line that says who does what stands above it, or by when: "- Đơn vị chủ trì: ..."."""
    if block is None or len(block.text) > _FIELD_LINE:
        return False
    fields = read_fields(block.text)
    return bool(fields) and fields[0].name != "task" and fields[0].label_start < _FIELD_BEGINS


_FIELD_LINE, _FIELD_BEGINS = 1500, 8
