"""A line of a document as the search for tasks reads it, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.extract.assignment import Assignment
from ingest.extract.list_line import depth_of, is_deeper, line_label
from ingest.models import Block, Section, SectionKind
from ingest.parse.label import Label


@dataclass(slots=True)
class Line:
    """A line without its label; `at` is where it begins in its block."""

    block: Block
    path: tuple[Section, ...]
    kind: SectionKind
    following: Block | None
    label: Label | None
    opens: bool  # the innermost section
    at: int
    body: str
    rank: int  # how deep it stands
    owner: Assignment | None = None

    @property
    def text(self) -> str:
        """The whole text of its block."""
        return self.block.text

    @property
    def section(self) -> int:
        """Where its innermost section begins."""
        return self.path[-1].start if self.path else 0

    @property
    def is_title(self) -> bool:
        """Capitals alone, without a label: "TRÁCH NHIỆM CỦA / CÁC CƠ QUAN", each on a line."""
        return self.label is None and self.body.isupper()

    @property
    def heads_deeper(self) -> bool:
        """Whether the line that follows stands below it."""
        return is_deeper(self.following, self.rank)

    def begin_at(self, at: int) -> None:
        """Let the line begin later in its block, behind a heading."""
        self.at = at
        self.body = self.text[at:].strip(" *_")


def read_line(block: Block, path: tuple[Section, ...], kind: SectionKind, following: Block | None) -> Line:
    """The line that a block is, the label before it cut off."""
    text = block.text
    label = line_label(text)
    at = label.end if label is not None else len(text) - len(text.lstrip(" *_#"))
    opens = bool(path) and path[-1].start == block.start
    rank = depth_of(label.style if label is not None else None, text)
    return Line(block, path, kind, following, label, opens, at, text[at:].strip(" *_"), rank)
