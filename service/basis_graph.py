"""The drawing of a document's basis: what it rests on at the left, who builds on it at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

SHOWN = 12  # boxes of a side
_WIDTH, _BOX, _HIGH, _GAP, _TOP = 960, 270, 46, 12, 34
_LINE = 36  # characters that fit a box


@dataclass(frozen=True, slots=True)
class Node:
    """A document to draw. `url` None: it isn't in the base. `over`: replaced or repealed."""

    label: str
    title: str
    url: str | None
    over: bool = False
    current: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A node with its place, top left corner."""

    node: Node
    x: float
    y: float
    width: float = _BOX
    height: float = _HIGH

    @property
    def caption(self) -> str:
        """The title, cut to the box."""
        title = self.node.title
        return title if len(title) <= _LINE else title[: _LINE - 1].rstrip() + "…"


@dataclass(slots=True)
class Graph:
    """Boxes and the curves between them (`d` of an SVG path), in a view of `width` x `height`."""

    width: int
    height: int
    boxes: list[Box] = field(default_factory=list)
    curves: list[str] = field(default_factory=list)
    left_more: int = 0  # nodes that are not drawn
    right_more: int = 0


def draw(centre: Node, left: Sequence[Node], right: Sequence[Node]) -> Graph:
    """Lay out three columns; at most `SHOWN` boxes a side."""
    rows = max(min(len(left), SHOWN), min(len(right), SHOWN), 1)
    height = _TOP + rows * (_HIGH + _GAP) + _GAP
    graph = Graph(_WIDTH, height, left_more=max(len(left) - SHOWN, 0), right_more=max(len(right) - SHOWN, 0))
    middle = Box(centre, (_WIDTH - _BOX) / 2, _TOP + (height - _TOP - _HIGH) / 2)
    graph.boxes.append(middle)
    for nodes, x in ((left[:SHOWN], 2.0), (right[:SHOWN], float(_WIDTH - _BOX - 2))):
        offset = (height - _TOP - len(nodes) * (_HIGH + _GAP) + _GAP) / 2
        for row, node in enumerate(nodes):
            box = Box(node, x, _TOP + offset + row * (_HIGH + _GAP))
            graph.boxes.append(box)
            first, second = (box, middle) if x < middle.x else (middle, box)
            start, end = first.x + _BOX, second.x
            bend = (start + end) / 2
            a, b = first.y + _HIGH / 2, second.y + _HIGH / 2
            graph.curves.append(f"M{start:.0f} {a:.0f}C{bend:.0f} {a:.0f} {bend:.0f} {b:.0f} {end:.0f} {b:.0f}")
    return graph
