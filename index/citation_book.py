"""All citations of the base at once: who cites what, each cited document under one key."""

from __future__ import annotations

import threading
import weakref
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from index.identity import LAW_TYPES, Identities, law_name_key
from index.resolve import Cited, Citing, candidates, resolve
from ingest.parse.number import number_key

if TYPE_CHECKING:
    from index.store import Store

_Book = TypeVar("_Book")


@dataclass(slots=True)
class Source:
    """A stored document, as far as citations need it. `group`: id of its leader, or its own."""

    ordinal: int
    id: str
    number: str | None
    number_key: str | None
    title: str | None
    type: str | None
    type_code: str | None
    issuer: str | None
    issuer_key: str | None
    province: str | None
    issued_on: str | None
    year: int | None
    draft: bool
    leader: str | None

    @property
    def group(self) -> str:
        """Versions of one document count once."""
        return self.leader or self.id

    def cited(self) -> Cited:
        """The document as a citation would name it."""
        return Cited(self.number, self.issued_on, self.issuer, self.title, self.type, self.number_key)

    def citing(self) -> Citing:
        """The document as one that cites."""
        return Citing(self.ordinal, self.province, self.issued_on, self.draft)


@dataclass(slots=True)
class Mention:
    """One citation. `identity`: key of the cited document; `resolved`: its id, where it is stored."""

    identity: str
    source: Source
    cited: Cited
    number_key: str | None
    relation: str
    page: int
    start: int
    end: int
    resolved: str | None


@dataclass(slots=True)
class CitationBook:
    """Citations by the document that they name, and by the one that makes them."""

    identities: Identities
    sources: dict[str, Source] = field(default_factory=dict)  # by id
    documents: dict[str, str] = field(default_factory=dict)  # id -> identity
    stored: dict[str, str] = field(default_factory=dict)  # identity -> id of the version that stands for it
    numbered: dict[str, list[Source]] = field(default_factory=dict)  # number_key -> stored documents
    mentions: list[Mention] = field(default_factory=list)
    by_identity: dict[str, list[Mention]] = field(default_factory=dict)
    by_source: dict[str, list[Mention]] = field(default_factory=dict)  # id of the citing document
    by_number: dict[str, list[Mention]] = field(default_factory=dict)  # number_key
    by_day: dict[str, list[Mention]] = field(default_factory=dict)  # full date of the cited document
    by_law: dict[str, list[Mention]] = field(default_factory=dict)  # `law_name_key` of a law's name

    def identity(self, cited: Cited, citing: Citing, resolved: str | None = None) -> str:
        """The key of a document as something names it."""
        return self.documents[resolved] if resolved in self.documents else self.identities.of(cited, citing)


def state_of(store: Store) -> tuple[int, ...]:
    """Changes whenever documents or corrections change."""
    with store.snapshot() as db:
        row = db.execute("SELECT COALESCE(MAX(id), 0), COUNT(undone_at) FROM corrections").fetchone()
        return store.revision, int(row[0]), int(row[1])


def remembered(build: Callable[[Store], _Book]) -> Callable[[Store], _Book]:
    """`build` made anew only when the store has changed."""
    held: weakref.WeakKeyDictionary[Store, tuple[tuple[int, ...], _Book]] = weakref.WeakKeyDictionary()
    lock = threading.Lock()

    def current(store: Store) -> _Book:
        state = state_of(store)
        with lock:
            known = held.get(store)
        if known is not None and known[0] == state:
            return known[1]
        book = build(store)
        with lock:
            held[store] = (state, book)
        return book

    current.__doc__ = build.__doc__
    return current


def _build(store: Store) -> CitationBook:
    """The citations of the store as it is now."""
    with store.snapshot() as db:
        sources = {
            row["ordinal"]: Source(**{name: row[name] for name in Source.__slots__})
            for row in db.execute("SELECT * FROM documents")
        }
        rows = db.execute(
            "SELECT document, number, number_key, type, issued_on, issuer, title, relation, page, start, end"
            " FROM citations WHERE hidden = 0 ORDER BY document, ordinal"
        ).fetchall()
        cited = [Cited(row["number"], row["issued_on"], row["issuer"], row["title"], row["type"]) for row in rows]
        known = candidates(db, cited)
    citing = {}
    for ordinal, source in sources.items():
        source.draft = bool(source.draft)
        citing[ordinal] = source.citing()
    identities = Identities((source.cited(), citing[source.ordinal]) for source in sources.values())
    for one, row in zip(cited, rows, strict=True):
        identities.learn(one, citing[row["document"]])
    book = CitationBook(identities, {source.id: source for source in sources.values()})
    _identify(book)
    by_identity, by_source = defaultdict(list), defaultdict(list)
    by_number, by_day, by_law = defaultdict(list), defaultdict(list), defaultdict(list)
    for one, row in zip(cited, rows, strict=True):
        source = sources[row["document"]]
        resolved = resolve(one, citing[source.ordinal], known)
        identity = book.identity(one, citing[source.ordinal], resolved)
        if not identity:
            continue
        mention = Mention(
            identity,
            source,
            one,
            row["number_key"],
            row["relation"],
            row["page"],
            row["start"],
            row["end"],
            resolved or book.stored.get(identity),
        )
        book.mentions.append(mention)
        by_identity[identity].append(mention)
        by_source[source.id].append(mention)
        if mention.number_key:
            by_number[mention.number_key].append(mention)
        if one.issued_on and len(one.issued_on) == 10:
            by_day[one.issued_on].append(mention)
        if one.title and one.type in LAW_TYPES:
            by_law[law_name_key(one.title)].append(mention)
    book.by_identity, book.by_source = dict(by_identity), dict(by_source)
    book.by_number, book.by_day, book.by_law = dict(by_number), dict(by_day), dict(by_law)
    return book


def _identify(book: CitationBook) -> None:
    """Give every stored document its key; versions of one document share the issued leader's."""
    ordered = sorted(book.sources.values(), key=lambda s: (s.draft, s.leader not in (None, s.id), s.id))
    for source in ordered:
        if source.number or (source.type in LAW_TYPES and source.title):
            identity = book.identities.of(source.cited(), source.citing())
            book.documents[source.id] = identity
            book.stored.setdefault(identity, source.id)
        if source.number:
            book.numbered.setdefault(source.number_key or number_key(source.number), []).append(source)
    for source in ordered:
        if source.id not in book.documents:
            book.documents[source.id] = book.documents.get(source.leader or "", f"id:{source.group}")


citation_book = remembered(_build)
