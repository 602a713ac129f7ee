"""The search: query -> ranked passages, each with the reason why it was found."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np

from index.analyze import bare_form, bare_hash, number_hash, pair_hashes, syllable_hash, syllables
from index.bm25 import Bm25, Term
from index.boost import boosted
from index.build import INDEX_FOLDER, STORE_FILE
from index.cite import mentioned_documents
from index.confidence import DOUBT, LOOKED_AT, confidence
from index.embed import Embedder, load_embedder
from index.features import Candidate
from index.fuse import DEPTH, semantic_weight
from index.generation import IndexUnusableError, current_name
from index.heading_answer import heading_answers
from index.highlight import Marker, Span, as_meant, matched_words, phrase_spans, phrase_test
from index.known import known_to
from index.merged_province import merged_note
from index.outdated import outdated_back
from index.query import Filters, Query, Restore, interpret, type_names
from index.rank import Mask, Ranked, Vector, rank
from index.records import DocumentFacet, DocumentRecord, PassageRecord, document_json
from index.rerank import length_of, load_ranker, rerank
from index.snapshot import Snapshot, open_snapshot
from index.spelling import Reader
from index.status import UNKNOWN, Status, StatusBook, evidence_json, statuses
from index.store import Store
from index.terms import Word, query_terms
from ingest import messages
from ingest.clean.fold import has_diacritics, strip_diacritics
from ingest.parse.number import find_numbers, number_key

REQUIRED_DEPTH = 200  # candidates to look through for quoted words
COMMON_SHARE = 0.1  # a word that more passages than this hold is highlighted only beside its neighbour
SAME_TEXT = 0.7  # share of syllables in common above which passages of near duplicates say the same
LEADER_SHARE = 0.8  # of the best score in a group of near duplicates, with which its leader is shown
PER_DOCUMENT = 3  # passages of one document before its further ones are put back
PUT_BACK = 0.9  # factor on the score for each passage beyond
PINNED_DOCUMENTS = 3  # documents put first for a typed number that several carry
_CHUNK = 32  # passages fetched from the store at a time

__all__ = ["Filters", "Hit", "Query", "SearchResult", "Searcher"]


@dataclass(slots=True)
class Hit:
    """One passage found.

    `highlights` are half-open offsets into `text`. `lexical` and `semantic` are the two parts of the
    score, each 0..1 within this result. `document` is the contract's document object.
    `duplicates` are passages of near-duplicate documents that say the same: `{"passage_id", "url", "document"}`.
    `status`: whether the document is in force, as far as the base says (`index.status`). `note`: a
    sentence on why it was found, for a document of a province that was merged.
    """

    rank: int
    score: float
    passage_id: str
    text: str
    highlights: list[tuple[int, int]]
    kind: str
    section_path: list[str]
    page: int
    lexical: float
    semantic: float
    matched: list[str]
    url: str
    document: dict[str, Any]
    duplicates: list[dict[str, Any]] = field(default_factory=list)
    status: Status = UNKNOWN
    note: str | None = None

    def to_json(self) -> dict[str, Any]:
        """One element of the contract's `results`, plus `duplicates`, `status` and `status_by`."""
        return {
            "rank": self.rank,
            "score": round(self.score, 4),
            "passage_id": self.passage_id,
            "text": self.text,
            "highlights": [[start, end] for start, end in self.highlights],
            "kind": self.kind,
            "section_path": list(self.section_path),
            "page": self.page,
            "why": {
                "lexical": round(self.lexical, 4),
                "semantic": round(self.semantic, 4),
                "matched": list(self.matched),
            },
            "url": self.url,
            "document": self.document,
            "duplicates": self.duplicates,
            "note": self.note,
            "status": self.status.name,
            "status_by": [evidence_json(one) for one in self.status.evidence],
        }


@dataclass(slots=True)
class SearchResult:
    """What a search gives. `total` counts the passages that qualify before `k` and `offset` cut.
    `confidence`: how likely the first results answer, 0..1 (see `index.confidence`)."""

    query: Query
    total: int
    took_ms: float
    hits: list[Hit] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)  # Vietnamese sentences for the user, e.g. a degraded index
    confidence: float = 0.0

    def to_json(self) -> dict[str, Any]:
        """The contract's search result."""
        return {
            "query": self.query.typed,
            "interpreted": self.query.to_json(),
            "total": self.total,
            "took_ms": round(self.took_ms, 1),
            "confidence": round(self.confidence, 4),
            "results": [hit.to_json() for hit in self.hits],
        }


class Searcher:
    """Opens a data folder for searching; safe to share between threads.

    `load_model` gives the embedder when the first search by meaning needs it; None searches by
    words only. `restore` reads what was meant by a query that was mistyped (see `index.query`).

    Raises `index.generation.IndexUnusableError` where no index can be read, `index.store.StoreError`
    where there is no store; the text of both is a Vietnamese sentence with the command to run.
    """

    def __init__(
        self,
        data_dir: Path | str,
        load_model: Callable[[], Embedder] | None = load_embedder,
        restore: Restore | Reader | None = None,
    ) -> None:
        self.data_dir = Path(data_dir)
        self.store = Store(self.data_dir / STORE_FILE, read_only=True)
        self._load_model = load_model
        self._embedder: Embedder | None = None
        self._model_trouble: str | None = None
        self._restore = restore
        self._ranker = load_ranker()
        self._lock = threading.Lock()
        self._snapshot = open_snapshot(self.store, self.data_dir, load_model is not None)

    def close(self) -> None:
        """Release files; the object must not be used afterwards."""
        self.store.close()

    def refresh(self) -> None:
        """Take up a new generation or revision, if there is one; searches under way are unaffected."""
        snapshot = self._snapshot
        name = current_name(self.data_dir / INDEX_FOLDER)
        if name == snapshot.name and self.store.revision == snapshot.revision:
            return
        with self._lock:
            if self._snapshot is not snapshot:
                return
            try:
                self._snapshot = open_snapshot(self.store, self.data_dir, self._load_model is not None)
            except IndexUnusableError as trouble:
                # The one in hand still answers, and says that it is old.
                self._snapshot = replace(snapshot, notes=[str(trouble)])

    def warm_up(self) -> None:
        """Load the model now rather than in the first search."""
        self._model(self._snapshot, [])

    def _model(self, snapshot: Snapshot, notes: list[str]) -> Embedder | None:
        """The embedder whose vectors the index holds, None (and a note) where it can't be had."""
        if snapshot.vectors is None or self._load_model is None:
            return None
        with self._lock:
            if self._embedder is None and self._model_trouble is None:
                try:
                    self._embedder = self._load_model()
                except Exception as trouble:  # any library, any failure: words still find
                    self._model_trouble = messages.INDEX_WITHOUT_MODEL.format(detail=trouble)
        if self._embedder is None:
            notes.append(self._model_trouble or "")
            return None
        if self._embedder.model_id != snapshot.model_id:
            wanted = self._embedder.model_id
            notes.append(messages.INDEX_OTHER_MODEL.format(built=snapshot.model_id, wanted=wanted))
            return None
        return self._embedder

    # --- searching -----------------------------------------------------------------------------

    def search(
        self,
        text: str,
        k: int = 10,
        filters: Filters | None = None,
        offset: int = 0,
        ignore: Collection[str] = (),
        as_typed: bool = False,
    ) -> SearchResult:
        """The `k` best passages for `text` from rank `offset + 1` on; never raises for any text.

        `ignore`: names of intents (`index.intent.NAMES`) that shall not count. `as_typed`: nothing is
        restored or mended.
        """
        started = time.perf_counter()
        self.refresh()
        snapshot = self._snapshot
        notes = list(snapshot.notes)
        book = statuses(self.store)
        restore = None if as_typed else self._restore
        query = interpret(text, filters, snapshot.abbreviations, restore, ignore, known_to(snapshot.bm25))
        ranked: list[Ranked] = []
        pinned: list[int] = []
        vector: Vector | None = None
        if query.words:
            allowed = snapshot.mask(query.filters)
            for phrase in query.required:
                allowed = allowed & _phrase_mask(snapshot.bm25, phrase)
            if query.mention is not None:
                pinned = mentioned_documents(snapshot.documents, snapshot.numbers, query.mention, query.text)
            if pinned and query.citation is None:
                record = self.store.document(snapshot.documents[pinned[0]].id)
                query = replace(query, citation=record.number if record else None)
            vector = self._vector(snapshot, query, notes)
            ranked = self._rank(snapshot, query, allowed, vector)
            ranked = boosted(ranked, query.intents, snapshot.documents, snapshot.document, snapshot.kind)
            years = {int(intent.value) for intent in query.intents if intent.name == "year"} | {query.filters.year or 0}
            ranked = outdated_back(ranked, snapshot.documents, snapshot.document, book, years)
            if pinned:
                ranked = _pin(snapshot, query, ranked, pinned, allowed)
        assembly = _Assembly(self.store, snapshot, query, book)
        total, hits = assembly.page(ranked, k, offset)
        sure = 1.0 if assembly.first and (pinned or query.required) else assembly.confidence(vector)
        if hits and sure < DOUBT:
            notes.append(messages.SEARCH_DOUBT)
        return SearchResult(query, total, (time.perf_counter() - started) * 1000, hits, notes, sure)

    def _rank(self, snapshot: Snapshot, query: Query, allowed: Mask, vector: Vector | None) -> list[Ranked]:
        """Candidates of both sides, fused and put in order, best first."""
        terms = query_terms(query.words)
        if query.citation:
            terms.append(Term((number_hash(number_key(query.citation)),)))
        ranked = rank(
            snapshot.bm25,
            snapshot.vectors,
            snapshot.passages,
            terms,
            vector,
            allowed,
            REQUIRED_DEPTH if query.required else DEPTH,
            semantic_weight(length_of(query.words)),
            snapshot.document,
        )

        texts = self._texts(snapshot, [candidate.row for candidate in ranked if candidate.compared])
        ranked = rerank(self._ranker, snapshot.bm25, query.words, ranked, lambda rows: [texts[row] for row in rows])
        return heading_answers(ranked, query.words, texts)

    def _texts(self, snapshot: Snapshot, rows: Sequence[int]) -> dict[int, Candidate]:
        """What is compared of each row, by row."""
        ids = [int(snapshot.passages[row]) for row in rows]
        found = self.store.passage_texts(ids)
        return {row: Candidate(*found.get(id_, ("", "", ""))) for row, id_ in zip(rows, ids, strict=True)}

    def _vector(self, snapshot: Snapshot, query: Query, notes: list[str]) -> Vector | None:
        model = self._model(snapshot, notes)
        if model is None:
            return None
        vector = model.encode_queries([query.meaning])[0]
        return vector if np.any(vector) else None


def _phrase_mask(bm25: Bm25, phrase: str) -> Mask:
    """Rows that hold every pair of neighbours of a quoted phrase: those that can contain it."""
    tokens = syllables(phrase)
    bare = not has_diacritics(phrase)
    hashes = [bare_hash(token) if bare else syllable_hash(token) for token in tokens]
    if len(hashes) > 1:
        table = np.array(hashes, dtype=np.uint64)
        hashes = [int(pair) for pair in pair_hashes(table[:-1], table[1:])]
    mask = np.ones(bm25.rows, dtype=np.bool_)
    for value in hashes:
        rows, _ = bm25.postings(Term((), (value,)) if bare else Term((value,)))
        held = np.zeros(bm25.rows, dtype=np.bool_)
        held[rows] = True
        mask &= held
    return mask


def _rest(query: Query, facet: DocumentFacet) -> tuple[Word, ...]:
    """Words of a query that say more than which document is meant: not its number, type, issuer, year."""
    if query.mention is None:
        return query.words
    known = {*(facet.issuer_key or "").split(), str(facet.year), "so", *(facet.number_key or "").split("/")}
    for name, code in type_names().items():
        if code in (strip_diacritics(facet.type_code or "").lower(), *query.mention.parts):
            known.update(name.split())
    known = {bare_form(syllable) for syllable in known}
    return tuple(word for word in query.words if bare_form(word.syllable) not in known)


def _pin(snapshot: Snapshot, query: Query, ranked: list[Ranked], pinned: Sequence[int], allowed: Mask) -> list[Ranked]:
    """Put each document that was asked for by number first, with its best passage for the other words,
    or its first where there are none."""
    first: list[Ranked] = []
    for position in pinned[:PINNED_DOCUMENTS]:
        rows = np.flatnonzero(allowed & (snapshot.document == position))
        if len(rows) == 0:
            continue
        scores = snapshot.bm25.scores(query_terms(_rest(query, snapshot.documents[position])))[rows]
        row = int(rows[int(np.argmax(scores))])  # the first of equals
        known = next((candidate for candidate in ranked if candidate.row == row), Ranked(row, 0.0, 0.0, 0.0))
        first.append(replace(known, score=known.score + 1))
    rows_first = {candidate.row for candidate in first}
    return first + [candidate for candidate in ranked if candidate.row not in rows_first]


class _Assembly:
    """Candidates -> hits: fetched from the store, checked, grouped, spread over documents, marked."""

    def __init__(self, store: Store, snapshot: Snapshot, query: Query, book: StatusBook) -> None:
        self.store = store
        self.book = book
        self.snapshot = snapshot
        self.query = query
        self.number = number_key(query.citation) if query.citation else ""
        limit = COMMON_SHARE * max(snapshot.bm25.live_rows, 1)
        self.common = {
            bare_form(word.syllable)
            for word in query.words
            if snapshot.bm25.frequency_bound(Term((), (bare_hash(word.syllable),))) > limit
        }
        meant = as_meant(query.words, query.text) if query.unaccented and query.restored else ()
        self.meant = Marker(meant, self.common) if meant else None
        self.asked = Marker(query.words, self.common)
        self.tests = [phrase_test(phrase, not has_diacritics(phrase)) for phrase in query.required]
        self.documents: dict[int, DocumentRecord] = {}
        self.json: dict[int, dict[str, Any]] = {}
        self.first: list[tuple[Ranked, PassageRecord]] = []  # the best, whatever page is asked for

    def page(self, ranked: list[Ranked], k: int, offset: int) -> tuple[int, list[Hit]]:
        """Total and the hits of one page."""
        candidates = self._spread(ranked)
        if self.query.required:
            candidates = self._with_required(candidates)
        wanted = max(offset, 0) + max(k, 0)
        groups: list[list[tuple[Ranked, PassageRecord]]] = []
        looked = 0
        while looked < len(candidates) and len(groups) < wanted:
            self._group(groups, candidates[looked : looked + _CHUNK])
            looked += _CHUNK
        self.first = [group[0] for group in groups[:LOOKED_AT]]
        hits = [self._hit(rank, groups[rank - 1]) for rank in range(offset + 1, min(wanted, len(groups)) + 1)]
        # Of the rest only passages of near duplicates may say the same as another: every page tells the same total.
        alike = [candidate for candidate in candidates[looked:] if self._has_twin(candidate)]
        alone = max(len(candidates) - looked, 0) - len(alike)
        self._group(groups, alike)
        return len(groups) + alone, hits

    def _group(self, groups: list[list[tuple[Ranked, PassageRecord]]], candidates: Sequence[Ranked]) -> None:
        """Put candidates to those that say the same in a near-duplicate document, or behind all others."""
        for candidate, passage in self._fetch(candidates):
            if passage is None:
                continue
            group = self._same_text(groups, passage)
            if group is None:
                groups.append([(candidate, passage)])
            else:
                group.append((candidate, passage))

    def _has_twin(self, candidate: Ranked) -> bool:
        return self.snapshot.documents[int(self.snapshot.document[candidate.row])].leader is not None

    def confidence(self, vector: Vector | None) -> float:
        """How likely the first results answer; after `page`. `vector`: the query's, None for words only."""
        snapshot = self.snapshot
        cosines = None
        if vector is not None and snapshot.vectors is not None and self.first:
            ids = np.array([passage.id for _, passage in self.first], dtype=np.int64)
            cosines = [float(cosine) for cosine in snapshot.vectors.get(ids) @ vector]
        texts = [
            "\n".join([self.documents[passage.document].title or "", *passage.section_path, passage.text])
            for _, passage in self.first
        ]

        def rarity(word: Word) -> float:
            key = Term((), (bare_hash(word.syllable),)) if word.bare else Term((syllable_hash(word.syllable),))
            return snapshot.bm25.idf(min(snapshot.bm25.frequency_bound(key), snapshot.bm25.live_rows))

        return confidence(self.query.words, texts, cosines, rarity)

    def _spread(self, ranked: list[Ranked]) -> list[Ranked]:
        """Put back the fourth and further passages of a document, unless only that one was asked for."""
        if self.query.filters.document:
            return ranked
        seen: dict[int, int] = {}
        spread = []
        for candidate in ranked:
            document = int(self.snapshot.document[candidate.row])
            seen[document] = seen.get(document, 0) + 1
            beyond = max(seen[document] - PER_DOCUMENT, 0)
            spread.append(replace(candidate, score=candidate.score * PUT_BACK**beyond) if beyond else candidate)
        return sorted(spread, key=lambda candidate: -candidate.score)

    def _fetch(self, chunk: Sequence[Ranked]) -> list[tuple[Ranked, PassageRecord | None]]:
        """Candidates with their passages; None for one that the store no longer holds."""
        found = self.store.passages(int(self.snapshot.passages[candidate.row]) for candidate in chunk)
        missing = {passage.document for passage in found.values()} - self.documents.keys()
        self.documents.update(self.store.documents_by_ordinal(missing))
        result: list[tuple[Ranked, PassageRecord | None]] = []
        for candidate in chunk:
            passage = found.get(int(self.snapshot.passages[candidate.row]))
            known = passage is not None and passage.document in self.documents
            result.append((candidate, passage if known else None))
        return result

    def _with_required(self, candidates: list[Ranked]) -> list[Ranked]:
        """Those whose text holds every quoted phrase; failing that, whose title or headings do."""
        inside: list[Ranked] = []
        outside: list[tuple[Ranked, PassageRecord]] = []
        for start in range(0, len(candidates), REQUIRED_DEPTH):
            chunk = candidates[start : start + REQUIRED_DEPTH]
            found = self.store.passages(int(self.snapshot.passages[candidate.row]) for candidate in chunk)
            for candidate in chunk:
                passage = found.get(int(self.snapshot.passages[candidate.row]))
                if passage is not None and self._holds([passage.text]):
                    inside.append(candidate)
                elif passage is not None:
                    outside.append((candidate, passage))
        if inside:
            return inside
        titles = self.store.documents_by_ordinal({passage.document for _, passage in outside})
        return [
            candidate
            for candidate, passage in outside
            if passage.document in titles
            and self._holds(
                [passage.text, passage.context, titles[passage.document].title or "", *passage.section_path]
            )
        ]

    def _holds(self, texts: Sequence[str]) -> bool:
        return all(any(test(text) for text in texts) for test in self.tests)

    def _same_text(
        self, groups: list[list[tuple[Ranked, PassageRecord]]], passage: PassageRecord
    ) -> list[tuple[Ranked, PassageRecord]] | None:
        """The hit of a near-duplicate document that says the same as this passage."""
        leader = self.documents[passage.document].leader
        if leader is None:
            return None
        mine = set(syllables(passage.text))
        for group in groups:
            other = group[0][1]
            if other.document == passage.document or self.documents[other.document].leader != leader:
                continue
            theirs = set(syllables(other.text))
            if len(mine & theirs) >= SAME_TEXT * len(mine | theirs):
                return group
        return None

    def _hit(self, rank: int, group: Sequence[tuple[Ranked, PassageRecord]]) -> Hit:
        score = group[0][0].score
        # The leader's passage stands for the group, unless a draft says more of what was asked.
        shown = group[0]
        for member in group:
            leads = self.documents[member[1].document].leader == member[1].document_id
            if leads and member[0].score >= LEADER_SHARE * score:
                shown = member
        candidate, passage = shown
        spans = self._marks(passage.text)
        return Hit(
            rank=rank,
            score=score,
            passage_id=passage.passage_id,
            text=passage.text,
            highlights=spans,
            kind=passage.kind,
            section_path=passage.section_path,
            page=passage.page,
            lexical=candidate.lexical,
            semantic=candidate.semantic,
            matched=matched_words(passage.text, spans),
            url=_url(passage),
            document=self._document(passage.document),
            duplicates=[
                {"passage_id": p.passage_id, "url": _url(p), "document": self._document(p.document)}
                for _, p in group
                if p is not passage
            ],
            status=self.book.of_document(passage.document_id),
            note=merged_note(self.query.intents, self.documents[passage.document].province),
        )

    def _marks(self, text: str) -> list[Span]:
        extra = [
            span for phrase in self.query.required for span in phrase_spans(text, phrase, not has_diacritics(phrase))
        ]
        if self.number:
            extra += [(m.start, m.end) for m in find_numbers(text) if number_key(m.normalised) == self.number]
        # What was meant is marked ("toàn trình"), not what only looks like it without diacritics
        # ("toán"); where the passage holds none of it, the restoration may be wrong.
        meant = self.meant.spans(text, extra) if self.meant else []
        return meant or self.asked.spans(text, extra)

    def _document(self, ordinal: int) -> dict[str, Any]:
        if ordinal not in self.json:
            self.json[ordinal] = document_json(self.documents[ordinal])
        return self.json[ordinal]


def _url(passage: PassageRecord) -> str:
    return f"/van-ban/{passage.document_id}#{passage.passage_id}"
