"""Whether documents are in force, as far as the knowledge base says so.

Nothing is looked up elsewhere: a status rests on sentences of stored documents, and each says which. So:

- `replaced`, `repealed`, `amended`: an issued document says so, of itself ("Quyết định này thay thế ...") or of
  another ("Nghị định A sửa đổi, bổ sung Nghị định B"). What only a draft says is no fact; it is kept apart in
  `planned`. Taking away or replacing a part ("bãi bỏ Điều 5") amends. An amended document is in force as amended.
- Nobody changes what is younger than himself, what a higher authority issued, or what another province issued
  (provinces merged in 2025 answer for their predecessors); letters and reports tell of changes but make none.
- `in_force` is never concluded from silence: a base of a few hundred documents doesn't hold every repealing one.
  It needs witnesses: issued documents of at least two different offices that rest on it as their legal basis
  ("Căn cứ ..."), the newest within `FRESH_YEARS` of the newest document in the base, and no law of the same name
  that is younger. It says so as of the newest witness's day. That a document is stored and nobody speaks of it
  leaves it `unknown`.
- `unknown`: everything else.
"""

from __future__ import annotations

import threading
import weakref
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from index.authority import NO_FORCE, is_central, level_of, rank_of
from index.identity import Identities, place_of, year_of
from index.resolve import Cited, Citing
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
class _Document:
    ordinal: int
    id: str
    number: str | None
    title: str | None
    type: str | None
    type_code: str | None
    issuer: str | None
    issuer_key: str | None
    province: str | None
    issued_on: str | None
    draft: bool
    leader: str | None

    def cited(self) -> Cited:
        return Cited(self.number, self.issued_on, self.issuer, self.title, self.type)

    def citing(self) -> Citing:
        return Citing(self.ordinal, self.province, self.issued_on, self.draft)


@dataclass(slots=True)
class StatusBook:
    """The statuses of everything that the base holds or cites."""

    identities: Identities
    documents: dict[str, str] = field(default_factory=dict)  # id -> identity
    stored: dict[str, str] = field(default_factory=dict)  # identity -> id of the version that stands for it
    known: dict[str, Status] = field(default_factory=dict)  # identity -> status, unless unknown
    over: set[str] = field(default_factory=set)  # ids of stored documents that were replaced or repealed

    def of_document(self, document_id: str) -> Status:
        """The status of a stored document."""
        return self.known.get(self.documents.get(document_id, ""), UNKNOWN)

    def is_over(self, document_id: str) -> bool:
        """Whether a stored document was replaced or repealed."""
        return document_id in self.over

    def of_cited(self, cited: Cited, citing: Citing) -> Status:
        """The status of a document as something names it."""
        return self.known.get(self.identities.of(cited, citing), UNKNOWN)

    def of_citation(self, record: CitationRecord) -> Status:
        """The status of a cited document: of the stored one that it names, else by its own words."""
        if record.resolved:
            return self.of_document(record.resolved)
        return self.of_cited(cited_of(record), citing_of(record))


def cited_of(record: CitationRecord) -> Cited:
    """What a stored citation names."""
    fact = record.fact
    return Cited(fact.number, fact.issued_on, fact.issuer, fact.title, fact.type)


def citing_of(record: CitationRecord) -> Citing:
    """The document of a stored citation, as the one that cites."""
    document = record.document
    return Citing(document.ordinal, document.province, document.issued_on, document.draft)


_books: weakref.WeakKeyDictionary[Store, tuple[tuple[int, ...], StatusBook]] = weakref.WeakKeyDictionary()
_lock = threading.Lock()


def statuses(store: Store) -> StatusBook:
    """The book of the store as it is now; made anew only when documents or corrections changed."""
    with store.snapshot() as db:
        row = db.execute("SELECT COALESCE(MAX(id), 0), COUNT(undone_at) FROM corrections").fetchone()
        state = (store.revision, int(row[0]), int(row[1]))
        with _lock:
            held = _books.get(store)
        if held is not None and held[0] == state:
            return held[1]
        book = _build(store)
    with _lock:
        _books[store] = (state, book)
    return book


def status_of(store: Store, document_id: str) -> Status:
    """The status of one stored document."""
    return statuses(store).of_document(document_id)


# --- building ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Claim:
    object: str
    evidence: Evidence


def _build(store: Store) -> StatusBook:
    with store.snapshot() as db:
        documents = {
            row["ordinal"]: _Document(
                row["ordinal"],
                row["id"],
                row["number"],
                row["title"],
                row["type"],
                row["type_code"],
                row["issuer"],
                row["issuer_key"],
                row["province"],
                row["issued_on"],
                bool(row["draft"]),
                row["leader"],
            )
            for row in db.execute("SELECT * FROM documents")
        }
        cursor = db.execute(
            "SELECT document, number, number_key, type, issued_on, issuer, title, relation, page, start, end"
            " FROM citations WHERE hidden = 0"
        )
        rows = cursor.fetchall()
        said = db.execute("SELECT * FROM statements").fetchall()
    cited = [Cited(row["number"], row["issued_on"], row["issuer"], row["title"], row["type"]) for row in rows]
    citing = {ordinal: document.citing() for ordinal, document in documents.items()}
    identities = Identities((document.cited(), document.citing()) for document in documents.values())
    for one, row in zip(cited, rows, strict=True):
        identities.learn(one, citing[row["document"]])
    book = StatusBook(identities)
    for document in sorted(documents.values(), key=lambda d: (d.draft, d.leader not in (None, d.id), d.id)):
        if document.number:
            identity = identities.of(document.cited(), document.citing())
            book.documents[document.id] = identity
            book.stored.setdefault(identity, document.id)
    # Versions of one document share its status, a draft without a number, too.
    for document in documents.values():
        if not document.number and document.leader and document.leader in book.documents:
            book.documents[document.id] = book.documents[document.leader]
    claims: list[_Claim] = []
    witnesses: dict[str, list[tuple[_Document, Any]]] = defaultdict(list)
    # number_key in a document -> how it is cited there, for statements, which hold numbers alone
    named: dict[tuple[int, str], list[Cited]] = defaultdict(list)
    unsaid = {(row["document"], row["object_key"]) for row in said if row["subject_key"] is None}
    partly = {(row["document"], row["subject_key"], row["object_key"]) for row in said if row["relation"] == "amends"}
    for one, row in zip(cited, rows, strict=True):
        document = documents[row["document"]]
        if row["number_key"]:
            named[row["document"], row["number_key"]].append(one)
        if row["relation"] == "basis" and not document.draft:
            witnesses[identities.of(one, document.citing())].append((document, row))
        if row["relation"] not in _OF_RELATION or (row["document"], row["number_key"]) in unsaid:
            continue
        own = number_key(document.number) if document.number else None
        relation = "amends" if (row["document"], own, row["number_key"]) in partly else row["relation"]
        identity = identities.of(one, document.citing())
        if _may_change(document.cited(), document.citing(), document.type_code, one, document.citing()):
            evidence = _evidence(relation, document.cited(), document.id, document, row)
            claims.append(_Claim(identity, evidence))
    for row in said:
        document = documents[row["document"]]
        claims += _statement(book, document, row, named)
    newest = max((d.issued_on for d in documents.values() if d.issued_on and not d.draft), default="")
    by_object: dict[str, list[Evidence]] = defaultdict(list)
    for claim in claims:
        if claim.object and claim.object.rpartition("|")[2]:
            by_object[claim.object].append(claim.evidence)
    for identity in {*by_object, *witnesses}:
        status = _judge(by_object.get(identity, []))
        if status.name == "unknown":
            seen = _witnessed(identity, witnesses.get(identity, []), newest, identities)
            if seen:
                status = Status("in_force", seen, status.planned)
        if status != UNKNOWN:
            book.known[identity] = status
    book.over = {id for id in book.documents if book.of_document(id).name in ("replaced", "repealed")}
    return book


def _statement(
    book: StatusBook, document: _Document, row: Any, named: dict[tuple[int, str], list[Cited]]
) -> Iterable[_Claim]:
    objects = {book.identities.of(c, document.citing()): c for c in named[document.ordinal, row["object_key"]]}
    if len(objects) != 1:  # cited with two dates: which of them is meant?
        return
    identity, changed = next(iter(objects.items()))
    if row["subject_key"] is None:
        evidence = _evidence(row["relation"], None, None, document, row)
        yield _Claim(identity, evidence)
        return
    if document.number and row["subject_key"] == number_key(document.number):
        return  # what it does itself is told by its citations
    subjects = {book.identities.of(c, document.citing()): c for c in named[document.ordinal, row["subject_key"]]}
    if len(subjects) != 1:
        return
    by, subject = next(iter(subjects.items()))
    if by != identity and _may_change(
        subject, document.citing(), type_code_of_cited(subject), changed, document.citing()
    ):
        yield _Claim(identity, _evidence(row["relation"], subject, book.stored.get(by), document, row))


def type_code_of_cited(cited: Cited) -> str | None:
    """Code of a cited document's type, from its number."""
    if not cited.number:
        return None
    _, _, symbol = cited.number.partition("/")
    return type_code_of(symbol)


def _may_change(subject: Cited, subject_in: Citing, type_code: str | None, changed: Cited, changed_in: Citing) -> bool:
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
    here, there = place_of(subject, subject_in), place_of(changed, changed_in)
    return not here or not there or successor_of(here.split(",")[0]) == successor_of(there.split(",")[0])


def _evidence(relation: str, by: Cited | None, by_id: str | None, said_in: _Document, row: Any) -> Evidence:
    return Evidence(
        relation=relation,
        number=by.number if by else None,
        title=by.title if by else None,
        on=by.issued_on if by else None,
        document=by_id,
        said_in=said_in.id,
        said_by=said_in.number,
        page=row["page"],
        start=row["start"],
        end=row["end"],
        draft=said_in.draft,
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


def _witnessed(
    identity: str,
    found: list[tuple[_Document, Any]],
    newest: str,
    identities: Identities,
) -> tuple[Evidence, ...]:
    """The newest documents that rest on this one, if they are enough to say that it is in force."""
    year = identity.rpartition("|")[2]
    dated = [(d, row) for d, row in found if d.issued_on and (not year or d.issued_on[:4] >= year)]
    if not year or not dated or len({d.issuer_key for d, _ in dated if d.issuer_key}) < WITNESSES:
        return ()
    titles = {row["title"] for _, row in found if row["title"] and row["type"] in ("Luật", "Bộ luật", "Pháp lệnh")}
    if any(later > year for title in titles for later in identities.law_years(title)):
        return ()
    dated.sort(key=lambda pair: (pair[0].issued_on or "", pair[0].id), reverse=True)
    if int(newest[:4] or 0) - int((dated[0][0].issued_on or "0")[:4]) > FRESH_YEARS:
        return ()
    return tuple(
        _evidence("basis", document.cited(), document.id, document, row) for document, row in dated[:_WITNESSES_SHOWN]
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
