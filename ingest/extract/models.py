"""Facts with their evidence. Offsets are into `Document.text`; pages count from 1."""

from __future__ import annotations

from dataclasses import dataclass, field

#: Raised with every change of rules that should reach documents already stored (`cchc ingest` reads them anew).
FACTS_VERSION = 2


@dataclass(slots=True)
class Citation:
    """A document that the text cites. `number` is normalised; None for a law cited by name.

    `issued_on`: "2021-10-29" | "2023-03" | "2023" | None. `relation`: basis, implements, amends,
    replaces, repeals, attached_to or refers.
    """

    number: str | None
    type: str | None
    issued_on: str | None
    issuer: str | None
    title: str | None
    relation: str
    text: str
    page: int
    start: int
    end: int


@dataclass(slots=True)
class Target:
    """A target (chỉ tiêu). `value_to` is the upper end of a range; `unit` as in the contract ("%")."""

    indicator: str
    comparator: str
    value: float
    value_to: float | None
    unit: str | None
    change: str | None  # "increase" | "decrease"
    baseline: str | None
    year: int | None
    period: tuple[int, int] | None
    maintain_until: int | None
    text: str
    section_path: list[str]
    page: int
    start: int
    end: int
    passage: int | None = None  # ordinal of the passage that holds it


@dataclass(slots=True)
class Task:
    """A task (nhiệm vụ) with who leads, who coordinates, who monitors, by when, and what comes of it."""

    task: str
    lead: list[str] = field(default_factory=list)
    coordinate: list[str] = field(default_factory=list)
    monitor: list[str] = field(default_factory=list)
    deadline: str | None = None  # as written
    due_on: str | None = None  # ISO day, only where the text fixes one
    product: str | None = None
    section_path: list[str] = field(default_factory=list)
    page: int = 1
    start: int = 0
    end: int = 0
    passage: int | None = None
    from_table: bool = False


@dataclass(slots=True)
class Statement:
    """What a document says of the force of others: `subject` (a number; None where it is not said) amends,
    replaces or repeals `object` (a number). Numbers normalised; `relation`: amends, replaces or repeals."""

    subject: str | None
    object: str
    relation: str
    page: int
    start: int
    end: int


@dataclass(slots=True)
class Facts:
    """Everything that was extracted from one document, each kind in the order of the text."""

    citations: list[Citation] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
