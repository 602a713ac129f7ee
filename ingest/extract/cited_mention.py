"""The shapes that the steps of reading citations share: one place where a document is cited, and the one that cites."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from ingest.clean.fold import strip_diacritics
from ingest.extract.basis_place import BasisPlace
from ingest.extract.segment import Segment
from ingest.lexicons import rows
from ingest.models import Cell, Document
from ingest.parse.document_type import type_name
from ingest.parse.number import type_code_of

TYPES = "|".join(
    sorted(
        (
            strip_diacritics(name).lower().replace(" ", r"\s+")
            for _, name, family, _ in rows("document_types")
            if family != "annex"
        ),
        key=len,
        reverse=True,
    )
)
#: Characters in front of a citation that can be a prefix of its own line, labels and blanks included: a line may list
#: documents by the thousand.
OWN_REACH = 300
GOVERNMENT_SINCE = "1992"  # before, the Government was the Council of Government, or of Ministers


@dataclass(slots=True)
class Mention:
    """One place where a document is cited. Offsets are into the citing document's text."""

    head: int  # where the citation begins: its type's name
    at: int  # where number or name begin
    stop: int  # where number or name end
    tail: int  # where date and issuer end
    number: str | None
    key: str
    law_key: str | None
    type: str | None
    symbol: str
    year: int | None = None
    issued_on: str | None = None
    date_source: str = ""  # "after" | "shared" | "before" | "row"
    issuer: str | None = None
    title: str | None = None
    title_end: int = 0
    titled: bool = False  # named in the title of another one
    relation: str = "refers"
    inner: bool = False
    segment: int = 0
    named: bool = False  # the text names the issuer
    amended: int | None = None  # a law by name: the year in which it was amended, where the text says so
    shared_end: bool = False  # its end is said behind the last one of its list
    changing: bool = False  # named as what changed another one: "được sửa đổi, bổ sung bởi"
    between: tuple[int, int] | None = None  # words between its type's name and "số"
    about: bool = False  # those words say what it is about
    based: bool = False  # named as somebody's legal basis: the document's, or that of what it publishes


@dataclass(slots=True)
class Context:
    """The citing document, read once for all its citations."""

    document: Document
    text: str  # repaired; same offsets as the document's
    bare: str
    segments: list[Segment]
    starts: list[int]
    leads: dict[int, str | None] = field(default_factory=dict)
    rows: dict[int, list[list[Cell]]] = field(default_factory=dict)  # offset of a table's block -> cells by row
    direct: set[int] = field(default_factory=set)  # segments that begin with a citation
    basis_place: BasisPlace | None = None
    title: str = ""  # the document's own, bare


def kind_of(mention: Mention) -> str:
    """Its type, without diacritics in small letters; empty if neither text nor symbol tell it."""
    return _bare_kind(mention.type, mention.symbol)


@lru_cache(maxsize=1024)
def _bare_kind(kind: str | None, symbol: str) -> str:
    return strip_diacritics(kind or type_name(type_code_of(symbol)) or "").lower()


PEOPLES = {"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân"}


def stands_in_title(context: Context, segment: Segment) -> bool:
    """Whether a line holds the citing document's own title, or a part of it."""
    span = context.document.header.evidence.get("title")
    return bool(span and segment.start < span[1] and span[0] < segment.end)
