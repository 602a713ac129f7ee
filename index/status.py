"""Whether documents are in force, as far as the knowledge base says so.

Nothing is looked up elsewhere: a status rests on sentences of stored documents, and each says which. So:

- `replaced`, `repealed`, `amended`: an issued document says so, of itself ("Quyết định này thay thế ...") or of
  another ("Nghị định A sửa đổi, bổ sung Nghị định B"). What only a draft says is no fact; it is kept apart in
  `planned`. Taking away or replacing a part ("bãi bỏ Điều 5") amends. An amended document is in force as amended.
- Nobody changes what is younger than himself, what a higher authority issued, or what another province issued
  (provinces merged in 2025 answer for their predecessors); letters and reports tell of changes but make none.
- `in_force` is never concluded from silence: a base of a few hundred documents doesn't hold every repealing one.
  It needs witnesses: issued documents of at least two different offices that rest on it as their legal basis
  ("Căn cứ ..."), the newest within `FRESH_YEARS` of the newest document in the base, and no younger law of the
  same name, or of the name of one that it amends. It says so as of the newest witness's day. That a document is
  stored and nobody speaks of it leaves it `unknown`.
- `unknown`: everything else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from index.authority import NO_FORCE, is_central, level_of, rank_of
from index.citation_book import CitationBook, Mention, Source, citation_book, remembered
from index.identity import LAW_TYPES, place_of, year_of
from index.resolve import Cited, Citing
from ingest.clean.fold import strip_diacritics
from ingest.extract.law_name import find_laws
from ingest.parse.number import number_key, type_code_of
from ingest.parse.province import successor_of

if TYPE_CHECKING:
    from index.facts import CitationRecord
    from index.store import Store

#: Strongest first.
STATUSES = ("replaced", "repealed", "amended", "in_force", "unknown")
_OF_RELATION = {"replaces": "replaced", "repeals": "repealed", "amends": "amended"}
#: Offices that must rest on a document before it is said to be in force, and how lately.
WITNESSES = 2
FRESH_YEARS = 2
_WITNESSES_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Evidence:
    """Who says what of a document, and where.

    `relation`: amends, replaces, repeals, or basis (a witness that it was in force on `on`). `number`, `title`,
    `on`: of the document that amends, replaces, repeals or rests on it; `document`: its id, where it is stored.
    `said_in`: id of the stored document that says so, `said_by` its number; `start`, `end`: offsets into its text.
    """

    relation: str
    number: str | None
    title: str | None
    on: str | None
    document: str | None
    said_in: str
    said_by: str | None
    page: int
    start: int
    end: int
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Status:
    """One of `STATUSES` with its evidence, the newest first; `planned` is what drafts would do."""

    name: str = "unknown"
    evidence: tuple[Evidence, ...] = ()
    planned: tuple[Evidence, ...] = ()

    @property
    def newer(self) -> Evidence | None:
        """The document that took its place, or changed it last; None where it is not named."""
        named = [one for one in self.evidence if one.relation in _OF_RELATION and one.number]
        return next((one for one in named if _OF_RELATION[one.relation] == self.name), None)


UNKNOWN = Status()


@dataclass(slots=True)
class StatusBook:
    """The statuses of everything that the base holds or cites."""

    citations: CitationBook
    known: dict[str, Status] = field(default_factory=dict)  # identity -> status, unless unknown
    over: set[str] = field(default_factory=set)  # ids of stored documents that were replaced or repealed

    def of(self, identity: str) -> Status:
        """The status of the document with this key (`CitationBook.identity`)."""
        return self.known.get(identity, UNKNOWN)

    def of_document(self, document_id: str) -> Status:
        """The status of a stored document."""
        return self.of(self.citations.documents.get(document_id, ""))

    def is_over(self, document_id: str) -> bool:
        """Whether a stored document was replaced or repealed."""
        return document_id in self.over

    def of_cited(self, cited: Cited, citing: Citing, resolved: str | None = None) -> Status:
        """The status of a document as something names it; `resolved`: its id where it is stored."""
        return self.of(self.citations.identity(cited, citing, resolved))

    def of_citation(self, record: CitationRecord) -> Status:
        """The status of a cited document: of the stored one that it names, else by its own words."""
        return self.of_cited(cited_of(record), citing_of(record), record.resolved)


def cited_of(record: CitationRecord) -> Cited:
    """What a stored citation names."""
    fact = record.fact
    return Cited(fact.number, fact.issued_on, fact.issuer, fact.title, fact.type)


def citing_of(record: CitationRecord) -> Citing:
    """The document of a stored citation, as the one that cites."""
    document = record.document
    return Citing(document.ordinal, document.province, document.issued_on, document.draft)


def status_of(store: Store, document_id: str) -> Status:
    """The status of one stored document."""
    return statuses(store).of_document(document_id)


# --- building ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Claim:
    object: str
    evidence: Evidence


def _build(store: Store) -> StatusBook:
    """The statuses of the store as it is now; made anew only when documents or corrections changed."""
    citations = citation_book(store)
    with store.snapshot() as db:
        said = db.execute(
            "SELECT d.id, s.* FROM statements s JOIN documents d ON d.ordinal = s.document ORDER BY s.document, s.start"
        ).fetchall()
    # number_key in a document -> how it is cited there, for statements, which hold numbers alone
    named: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    witnesses: dict[str, list[Mention]] = defaultdict(list)
    unsaid = {(row["id"], row["object_key"]) for row in said if row["subject_key"] is None}
    partly = {(row["id"], row["subject_key"], row["object_key"]) for row in said if row["relation"] == "amends"}
    claims: list[_Claim] = []
    for mention in citations.mentions:
        source = mention.source
        if mention.number_key:
            named[source.id, mention.number_key].append(mention)
        if mention.relation == "basis" and not source.draft:
            witnesses[mention.identity].append(mention)
        if mention.relation not in _OF_RELATION or (source.id, mention.number_key) in unsaid:
            continue
        own = number_key(source.number) if source.number else None
        relation = "amends" if (source.id, own, mention.number_key) in partly else mention.relation
        if _may_change(source.cited(), source.type_code, mention.cited, source.citing()):
            place = _Place(source, mention.page, mention.start, mention.end)
            claims.append(_Claim(mention.identity, _evidence(relation, source.cited(), source.id, place)))
    for row in said:
        claims += _statement(citations, row, named)
    by_object: dict[str, list[Evidence]] = defaultdict(list)
    for claim in claims:
        if claim.object.startswith("id:") or claim.object.rpartition("|")[2]:  # a number without a year is too many
            by_object[claim.object].append(claim.evidence)
    book = StatusBook(citations)
    newest = max((s.issued_on for s in citations.sources.values() if s.issued_on and not s.draft), default="")
    for identity in {*by_object, *witnesses}:
        status = _judge(by_object.get(identity, []))
        if status.name == "unknown" and (seen := _witnessed(identity, witnesses.get(identity, []), newest, citations)):
            status = Status("in_force", seen, status.planned)
        if status != UNKNOWN:
            book.known[identity] = status
    book.over = {id for id in citations.documents if book.of_document(id).name in ("replaced", "repealed")}
    return book


statuses = remembered(_build)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where something is said."""

    source: Source
    page: int
    start: int
    end: int


def _statement(book: CitationBook, row: Any, named: dict[tuple[str, str], list[Mention]]) -> Iterable[_Claim]:
    source = book.sources[row["id"]]
    place = _Place(source, row["page"], row["start"], row["end"])
    objects = {mention.identity: mention for mention in named[source.id, row["object_key"]]}
    if len(objects) != 1:  # cited with two dates: which of them is meant?
        return
    identity, changed = next(iter(objects.items()))
    if row["subject_key"] is None:
        yield _Claim(identity, _evidence(row["relation"], None, None, place))
        return
    if source.number and row["subject_key"] == number_key(source.number):
        return  # what it does itself is told by its citations
    subjects = {mention.identity: mention for mention in named[source.id, row["subject_key"]]}
    if len(subjects) != 1:
        return
    by, subject = next(iter(subjects.items()))
    if by != identity and _may_change(subject.cited, type_code_of_cited(subject.cited), changed.cited, source.citing()):
        yield _Claim(identity, _evidence(row["relation"], subject.cited, subject.resolved, place))


def type_code_of_cited(cited: Cited) -> str | None:
    """Code of a cited document's type, from its number."""
    if not cited.number:
        return None
    _, _, symbol = cited.number.partition("/")
    return type_code_of(symbol)


def _may_change(subject: Cited, type_code: str | None, changed: Cited, said_in: Citing) -> bool:
    """Whether one document can change the force of another by age, authority and province."""
    if type_code in NO_FORCE and type_code != type_code_of_cited(changed):
        return False
    when, before = (one.issued_on or year_of(one) for one in (subject, changed))
    length = min(len(when), len(before))
    if when[:length] < before[:length]:
        return False
    level = level_of(subject.number, subject.issuer, subject.type)
    other = level_of(changed.number, changed.issuer, changed.type)
    if rank_of(level) > rank_of(other):
        return False
    if is_central(level):
        return True
    here, there = place_of(subject, said_in), place_of(changed, said_in)
    return not here or not there or successor_of(here.split(",")[0]) == successor_of(there.split(",")[0])


def _evidence(relation: str, by: Cited | None, by_id: str | None, place: _Place) -> Evidence:
    return Evidence(
        relation=relation,
        number=by.number if by else None,
        title=by.title if by else None,
        on=by.issued_on if by else None,
        document=by_id,
        said_in=place.source.id,
        said_by=place.source.number,
        page=place.page,
        start=place.start,
        end=place.end,
        draft=place.source.draft,
    )


def _judge(evidence: list[Evidence]) -> Status:
    # The document itself is a better witness than one that tells of it.
    evidence = sorted(evidence, key=lambda one: (one.document == one.said_in, one.on or "", one.said_in), reverse=True)
    facts, planned = _once(e for e in evidence if not e.draft), _once(e for e in evidence if e.draft)
    names = {_OF_RELATION[one.relation] for one in facts}
    name = next((status for status in STATUSES if status in names), "unknown")
    facts.sort(key=lambda one: (_OF_RELATION[one.relation] == name, one.on or ""), reverse=True)
    return Status(name, tuple(facts), tuple(planned))


def _once(evidence: Iterable[Evidence]) -> list[Evidence]:
    """The first of those that tell of one act."""
    unique: dict[tuple[str, str], Evidence] = {}
    for one in evidence:
        unique.setdefault((one.relation, number_key(one.number) if one.number else ""), one)
    if len(unique) > 1:  # "đã hết hiệu lực" adds nothing to who ended it
        unique = {key: one for key, one in unique.items() if key[1]} or unique
    return list(unique.values())


def _witnessed(identity: str, found: list[Mention], newest: str, book: CitationBook) -> tuple[Evidence, ...]:
    """The newest documents that rest on this one, if they are enough to say that it is in force."""
    year = identity.rpartition("|")[2]
    dated = [one for one in found if one.source.issued_on and (not year or one.source.issued_on[:4] >= year)]
    if not year or not dated or len({one.source.issuer_key for one in dated} - {None}) < WITNESSES:
        return ()
    titles = {one.cited.title for one in found if one.cited.title and one.cited.type in LAW_TYPES}
    # A law ends with the next one of its name, an amending law with those of the laws that it amends.
    names = [law.title for title in titles for law in find_laws(title, strip_diacritics(title).lower())]
    if any(later > year for name in (*titles, *names) for later in book.identities.law_years(name)):
        return ()
    dated.sort(key=lambda one: (one.source.issued_on or "", one.source.id), reverse=True)
    if int(newest[:4] or 0) - int((dated[0].source.issued_on or "0")[:4]) > FRESH_YEARS:
        return ()
    return tuple(
        _evidence("basis", one.source.cited(), one.source.id, _Place(one.source, one.page, one.start, one.end))
        for one in dated[:_WITNESSES_SHOWN]
    )


# --- JSON --------------------------------------------------------------------------------------


def evidence_json(one: Evidence) -> dict[str, Any]:
    """Who says so, and where; `url` leads to the document that made the change, where it is stored."""
    return {
        "relation": one.relation,
        "number": one.number,
        "title": one.title,
        "issued_on": one.on,
        "document_id": one.document,
        "url": f"/van-ban/{one.document}" if one.document else None,
        "said_in": one.said_in,
        "said_by": one.said_by,
        "page": one.page,
        "evidence": [one.start, one.end],
        "draft": one.draft,
    }


def status_json(status: Status) -> dict[str, Any]:
    """`{"name", "by": [...], "planned": [...]}`; `planned` is what drafts would do."""
    return {
        "name": status.name,
        "by": [evidence_json(one) for one in status.evidence],
        "planned": [evidence_json(one) for one in status.planned],
    }
