"""Legal basis: what plans on a topic rest on, what one document rests on and who builds on it, what is missing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from index.analyze import bare_form, syllables
from index.authority import level_of, rank_of
from index.citation_book import CitationBook, Mention, Source
from index.identity import year_of
from index.query import type_names
from index.resolve import Cited
from index.status import Status, StatusBook, statuses
from ingest.clean.fold import key_form, strip_diacritics

if TYPE_CHECKING:
    from index.search import SearchResult
    from index.store import Store

#: Passages of a search that are looked at, and documents on the topic that are asked what they rest on.
DEPTH = 60
PLANS = 25
#: Share of the best document's score, and share of the topic's words in a title, from which on a document is similar.
SCORE_SHARE = 0.5
TITLE_SHARE = 0.75
#: What is left of the score of a document of another type, or year, than the topic asks for.
OTHER_TYPE = 0.7
OTHER_YEAR = 0.85
#: Characters from the beginning within which "Thực hiện Kế hoạch số ..." is a legal basis.
PREAMBLE = 4000


class Search(Protocol):
    """`Searcher.search`, as far as it is needed here."""

    def __call__(self, text: str, k: int) -> SearchResult:
        """The `k` best passages for `text`."""
        ...


@dataclass(frozen=True, slots=True)
class Plan:
    """A document on the topic. `score` 0..1."""

    document: str
    score: float


@dataclass(slots=True)
class Grounds:
    """A document that others rest on. `level`: one of `authority.LEVELS`; `count`: documents that cite it, versions
    of one counted once; `share`: of the plans asked; `document`: its id, where it is stored."""

    identity: str
    cited: Cited
    level: str
    count: int
    share: float
    cited_by: list[Mention]
    document: str | None
    status: Status


@dataclass(slots=True)
class TopicBasis:
    """What plans on a topic rest on: level by level, newest first. `topic` is as understood."""

    topic: str
    plans: list[Plan] = field(default_factory=list)
    documents: list[Grounds] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def basis_of_topic(store: Store, search: Search, topic: str, plans: int = PLANS) -> TopicBasis:
    """The documents that plans on a topic cite as their basis, with who cites them."""
    book = statuses(store)
    result = search(topic, DEPTH)
    found = TopicBasis(result.query.text or topic, notes=list(result.notes))
    citations = book.citations
    similar = similar_plans(citations, [(hit.document["id"], hit.score) for hit in result.hits], found.topic)
    asked = [plan for plan in similar if any(is_basis(m) for m in citations.by_source.get(plan.document, ()))]
    found.plans = asked[:plans]
    found.documents = grounds_of(book, [plan.document for plan in found.plans])
    return found


def is_basis(mention: Mention) -> bool:
    """Whether a document rests on what it cites: "Căn cứ ...", or "Thực hiện Kế hoạch số ..." in its preamble."""
    return mention.relation == "basis" or (mention.relation == "implements" and mention.start < PREAMBLE)


def similar_plans(book: CitationBook, hits: list[tuple[str, float]], topic: str) -> list[Plan]:
    """Documents on the topic, best first, one of each group of versions, issued before draft."""
    best = max((score for _, score in hits), default=0.0)
    wanted = _Topic.read(topic)
    scores: dict[str, float] = {}

    def count(source: Source, score: float) -> None:
        scores[source.group] = max(scores.get(source.group, 0.0), score * wanted.likeness(source))

    for document, score in hits:
        source = book.sources.get(document)
        if source and best > 0 and score >= SCORE_SHARE * best:
            count(source, score / best)
    for source in book.sources.values():
        share = wanted.share_in(source.title)
        if share >= TITLE_SHARE:
            count(source, share)
    versions: dict[str, Source] = {}
    for source in sorted(book.sources.values(), key=lambda s: (s.draft, s.id != s.group, s.id)):
        if source.group in scores and any(is_basis(m) for m in book.by_source.get(source.id, ())):
            versions.setdefault(source.group, source)
    ranked = sorted(versions.values(), key=lambda s: (-scores[s.group], -(s.year or 0), s.id))
    return [Plan(source.id, round(scores[source.group], 4)) for source in ranked]


@dataclass(frozen=True, slots=True)
class _Topic:
    """A topic's own words, and the type and year that it asks for."""

    words: frozenset[str]
    type_code: str | None
    years: frozenset[str]

    @staticmethod
    def read(text: str) -> _Topic:
        folded = key_form(text)
        code = None
        for name, of_name in sorted(type_names().items(), key=lambda pair: -len(pair[0])):
            if len(name) > 4 and re.search(rf"\b{re.escape(name)}\b", folded):
                folded, code = re.sub(rf"\b{re.escape(name)}\b", " ", folded), of_name
                break
        years = frozenset(re.findall(r"\b20\d\d\b", folded))
        words = (bare_form(word) for word in syllables(re.sub(r"\b(?:nam )?20\d\d\b", " ", folded)))
        return _Topic(frozenset(words), code, years)

    def share_in(self, title: str | None) -> float:
        """Share of the words that a title has; 0 for a topic of one word, which titles have by chance."""
        if not title or len(self.words) < 2:
            return 0.0
        found = {bare_form(word) for word in syllables(strip_diacritics(title))}
        return len(self.words & found) / len(self.words)

    def likeness(self, source: Source) -> float:
        """What a document's type and year leave of its score."""
        code = strip_diacritics(source.type_code or "").lower()
        factor = 1.0
        if (self.type_code and code != self.type_code) or (not self.type_code and code in ("cv", "gm")):
            factor *= OTHER_TYPE
        if self.years and str(source.year) not in self.years:
            factor *= OTHER_YEAR
        return factor


def grounds_of(book: StatusBook, documents: Iterable[str]) -> list[Grounds]:
    """What these documents rest on: level by level, newest first."""
    groups: dict[str, dict[str, Mention]] = {}
    asked = list(dict.fromkeys(documents))
    for document in asked:
        for mention in book.citations.by_source.get(document, ()):
            if is_basis(mention) and mention.resolved != document:
                groups.setdefault(mention.identity, {}).setdefault(mention.source.group, mention)
    found = [_grounds(book, identity, list(by.values()), len(asked)) for identity, by in groups.items()]
    found.sort(key=lambda g: (rank_of(g.level), *_newest_first(g), -g.count, g.identity))
    return found


def _newest_first(grounds: Grounds) -> tuple[int, ...]:
    date = grounds.cited.issued_on or year_of(grounds.cited) or "0"
    parts = [int(part) for part in date.split("-")]
    return tuple(-part for part in [*parts, 0, 0][:3])


def _grounds(book: StatusBook, identity: str, mentions: list[Mention], asked: int) -> Grounds:
    stored = next((m.resolved for m in mentions if m.resolved), None) or book.citations.stored.get(identity)
    cited = named(book.citations.by_identity.get(identity, mentions), book.citations.sources.get(stored or ""))
    return Grounds(
        identity,
        cited,
        level_of(cited.number, cited.issuer, cited.type),
        len(mentions),
        round(len(mentions) / asked, 4) if asked else 0.0,
        sorted(mentions, key=lambda m: (m.source.issued_on or "", m.source.id), reverse=True),
        stored,
        book.of(identity),
    )


def named(mentions: Iterable[Mention], source: Source | None = None) -> Cited:
    """How a document is best named: as it names itself, else by what most of those that cite it say."""
    mentions = list(mentions)

    def most(read: Callable[[Cited], str | None]) -> str | None:
        counts = Counter(value for m in mentions if (value := read(m.cited)))
        # Of equally frequent ones the longer says more ("2021-10-29" than "2021").
        return max(counts, key=lambda value: (counts[value], len(value), value)) if counts else None

    dates = [m.cited.issued_on for m in mentions if m.cited.issued_on and len(m.cited.issued_on) == 10]
    day = Counter(dates).most_common(1)[0][0] if dates else most(lambda c: c.issued_on)
    said = Cited(
        most(lambda c: c.number), day, most(lambda c: c.issuer), most(lambda c: c.title), most(lambda c: c.type)
    )
    if source is None:
        return said
    own = source.cited()
    return Cited(
        own.number or said.number,
        own.issued_on or said.issued_on,
        own.issuer or said.issuer,
        own.title or said.title,
        own.type or said.type,
    )


@dataclass(slots=True)
class DocumentBasis:
    """What a document rests on and cites else, and who rests on or cites it."""

    basis: list[Grounds]
    others: list[Grounds]
    builds_on_it: list[Mention]
    mentions_it: list[Mention]


def basis_of_document(store: Store, document_id: str) -> DocumentBasis:
    """Both directions for one stored document; versions of one document count once."""
    book = statuses(store)
    citations = book.citations
    source = citations.sources[document_id]
    groups: dict[str, list[Mention]] = {}
    for mention in citations.by_source.get(document_id, ()):
        groups.setdefault(mention.identity, []).append(mention)
    basis: list[Grounds] = []
    others: list[Grounds] = []
    for identity, mentions in groups.items():
        grounds = _grounds(book, identity, mentions, 1)
        (basis if any(map(is_basis, mentions)) else others).append(grounds)
    for found in (basis, others):
        found.sort(key=lambda g: (rank_of(g.level), *_newest_first(g), g.identity))
    builds: dict[str, Mention] = {}
    mentions_it: dict[str, Mention] = {}
    for mention in citations.by_identity.get(citations.documents[document_id], ()):
        if mention.source.group != source.group:
            (builds if is_basis(mention) else mentions_it).setdefault(mention.source.group, mention)
    for group in builds:
        mentions_it.pop(group, None)
    newest = [
        sorted(found.values(), key=lambda m: (m.source.issued_on or "", m.source.id), reverse=True)
        for found in (builds, mentions_it)
    ]
    return DocumentBasis(basis, others, newest[0], newest[1])


def missing(store: Store, limit: int | None = None) -> list[Grounds]:
    """Cited documents that the base doesn't hold, most cited first."""
    book = statuses(store)
    groups: dict[str, dict[str, Mention]] = {}
    for mention in book.citations.mentions:
        if mention.resolved is None:
            known = groups.setdefault(mention.identity, {})
            if mention.source.group not in known or is_basis(mention):
                known[mention.source.group] = mention
    ordered = sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return [_grounds(book, identity, list(by.values()), 0) for identity, by in ordered[:limit]]
