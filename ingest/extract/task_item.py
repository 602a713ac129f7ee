"""Candidates for tasks, and the labelled fields that follow them."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.extract.assignment import Assignment
from ingest.extract.list_line import depth_of, line_label
from ingest.models import Block, Section


@dataclass(slots=True)
class Item:
    """A candidate for a task."""

    text: str
    start: int
    end: int
    page: int
    path: tuple[Section, ...]
    listed: bool
    owner: Assignment | None
    own: Assignment | None
    heading: bool = False
    rank: int = 0  # how deep its line stands
    named_to: int = 0  # offset in `text` where the naming of `own` ends
    by_when: str | None = None  # a line of its own below the item


@dataclass(slots=True)
class Group:
    """Items and the labelled fields that follow them."""

    items: list[Item] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)
    assigned: Assignment | None = None
    waiting: str | None = None  # a label whose value stands in the lines that follow

    @property
    def labelled(self) -> bool:
        """Whether labelled fields or an assignment of their own stand among the items."""
        return bool(self.fields) or self.assigned is not None


def says_behind(item: Item) -> bool:
    """True for an item that says in brackets at its end who is to do it: "... (Phòng A chủ trì; quý II)."."""
    opened = item.text.rfind("(")
    told = item.own is not None and item.own.ordered and 0 < opened < item.named_to
    return told and item.text.rstrip(" .;/").endswith(")")


def make_item(
    block: Block, path: tuple[Section, ...], at: int, owner: Assignment | None, own: Assignment | None,
    listed: bool = False, heading: bool = False,
) -> Item:  # fmt: skip
    """The candidate that the text of `block` from offset `at` on is."""
    text = block.text[at:].rstrip(" *_")
    lead = len(text) - len(text.lstrip(" *_+-–•"))
    start = block.start + at + lead
    page = block.page + sum(1 for b in block.page_breaks if block.start + b <= start)
    named_to = max(0, own.end - at - lead) if own is not None else 0
    return Item(
        text[lead:].rstrip(" *_"),
        start,
        start + len(text) - lead,
        page,
        path,
        listed,
        owner,
        own,
        heading,
        depth_of(label.style, block.text) if (label := line_label(block.text)) is not None else 0,
        named_to,
    )
