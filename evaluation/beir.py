"""Retrieval quality on BEIR files, through the product's own analysis, passages and fusion.

Files are `.jsonl` or `.jsonl.gz` with `_id`, `title`, `text`; judgements are tab-separated
`query-id corpus-id score` with a header line. A document scores what its best passage scores.
Memory holds the indexes and, for the ranker, the passages.
"""

from __future__ import annotations

import gzip
import io
import json
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import IO, Any

import numpy as np
import numpy.typing as npt

from evaluation.metrics import summarize
from index.abbreviate import Abbreviations
from index.analyze import analyze
from index.bm25 import Bm25
from index.build import passage_numbers, text_of
from index.embed import Embedder, load_embedder
from index.features import Candidate
from index.fuse import semantic_weight
from index.known import known_to
from index.postings import Segment, build_segment, merge_segments
from index.query import Query, Restore, interpret
from index.rank import Ranked, rank
from index.rerank import Ranker, length_of, rerank
from index.spelling import Reader
from index.terms import query_terms
from index.vectors import FlatVectors
from ingest.clean.fold import nfc, strip_diacritics
from ingest.parse.passage import cut_text

BATCH = 2048  # documents
DEPTH = 100  # documents ranked per query
PASSAGES = 400  # passages ranked to get them
DIACRITICS = ("all", "half", "none")


class BeirError(ValueError):
    """A file that is no BEIR file; the text names it and the line."""


@dataclass(slots=True)
class BeirIndex:
    """Both indexes of a corpus. `owner[row]` is the position of the row's document in `documents`,
    `fields[row]` its title and text, `group[row]` what it belongs to (`group_of`)."""

    bm25: Bm25
    vectors: FlatVectors | None
    owner: npt.NDArray[np.int32]
    documents: list[str] = field(default_factory=list)
    fields: list[tuple[str, str]] = field(default_factory=list)
    group: npt.NDArray[np.int32] | None = None

    def candidates(self, rows: Sequence[int]) -> list[Candidate]:
        """Texts of rows for the ranker."""
        return [Candidate(*self.fields[row]) for row in rows]


def read_lines(path: Path) -> Iterator[tuple[int, str]]:
    """Numbered lines of a text file or a `.gz` one, empty ones left out."""
    stream: IO[str]
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as stream:
        assert isinstance(stream, io.TextIOBase)
        for number, line in enumerate(stream, 1):
            if line.strip():
                yield number, line


def read_jsonl(path: Path) -> Iterator[dict[str, Any]]:
    """Entries of a `.jsonl` or `.jsonl.gz` file."""
    for number, line in read_lines(path):
        try:
            entry = json.loads(line)
            entry["_id"] = str(entry["_id"])
        except (ValueError, KeyError, TypeError) as error:
            raise BeirError(f"{path}:{number}: {error}") from error
        yield entry


def read_qrels(path: Path) -> dict[str, dict[str, int]]:
    """query id -> {document id: grade}; grades of 0 are left out, and queries with no other."""
    judged: dict[str, dict[str, int]] = {}
    for number, line in read_lines(path):
        parts = line.rstrip("\n").split("\t")
        if number == 1 and parts[-1].strip() == "score":
            continue
        try:
            query, document, grade = parts[0], parts[1], int(float(parts[-1]))
        except (ValueError, IndexError) as error:
            raise BeirError(f"{path}:{number}: {error}") from error
        if grade > 0:
            judged.setdefault(query, {})[document] = grade
    return judged


def weaken(text: str, diacritics: str, seed: str) -> str:
    """The query as typed with all its diacritics, with about half of its words' ("half"), or with none.

    Which words lose theirs depends on `seed` alone.

    >>> weaken("cải cách", "none", "q1")
    'cai cach'
    """
    if diacritics == "all":
        return text
    text = nfc(text)
    if diacritics == "none":
        return strip_diacritics(text)
    chance = random.Random(seed)
    return " ".join(strip_diacritics(word) if chance.random() < 0.5 else word for word in text.split(" "))


def group_of(name: str) -> str:
    """The law that an article's id names; the id itself where it is no number of a law and of an article.

    The product has a law as one document, whose passages support each other.

    >>> group_of("61/2018/nđ-cp_34"), group_of("d_1"), group_of("d7")
    ('61/2018/nđ-cp', 'd_1', 'd7')
    """
    law, _, article = name.rpartition("_")
    return law if article.isdecimal() and "/" in law else name


def index_corpus(path: Path, embedder: Embedder | None, progress: Callable[[int], None] | None = None) -> BeirIndex:
    """Cut, analyse and embed a corpus."""
    segments: list[Segment] = []
    owner: list[int] = []
    documents: list[str] = []
    kept: list[tuple[str, str]] = []
    vectors = FlatVectors(embedder.dimension) if embedder is not None else None
    entries = read_jsonl(path)
    while batch := list(islice(entries, BATCH)):
        fields: list[tuple[str, str]] = []
        for entry in batch:
            title, text = nfc(str(entry.get("title") or "")), nfc(str(entry.get("text") or ""))
            for start, end in cut_text(text) or [(0, 0)]:
                fields.append((title, text[start:end]))
                owner.append(len(documents))
            documents.append(entry["_id"])
        kept += fields
        segments.append(build_segment(analyze(fields, [passage_numbers(parts[-1]) for parts in fields])))
        if embedder is not None and vectors is not None:
            ids = np.arange(len(owner) - len(fields), len(owner), dtype=np.int64)
            vectors.add(ids, embedder.encode_passages([text_of(parts) for parts in fields]))
        if progress is not None:
            progress(len(documents))
    merged = merge_segments(segments, [np.ones(len(s), dtype=np.bool_) for s in segments]) if segments else None
    numbers: dict[str, int] = {}
    of_document = np.array([numbers.setdefault(group_of(name), len(numbers)) for name in documents], dtype=np.int32)
    group = of_document[owner] if owner else of_document
    return BeirIndex(Bm25([merged] if merged else []), vectors, np.array(owner, dtype=np.int32), documents, kept, group)


def rank_beir(
    index: BeirIndex,
    embedder: Embedder | None,
    text: str,
    system: str,
    restore: Restore | Reader | None = None,
    depth: int = PASSAGES,
) -> tuple[Query, list[Ranked]]:
    """The query as understood and the candidates in the order of the fusion."""
    query = interpret(text, abbreviations=_ABBREVIATIONS, restore=restore, known=known_to(index.bm25))
    vector = None
    if system != "lexical" and embedder is not None:
        vector = embedder.encode_queries([query.meaning])[0]
    terms = [] if system == "semantic" else query_terms(query.words)
    passages = np.arange(len(index.owner), dtype=np.int64)
    weight = semantic_weight(length_of(query.words))
    ranked = rank(
        index.bm25,
        index.vectors,
        passages,
        terms,
        vector,
        depth=depth,
        weight=weight,
        document=index.owner,
        group=index.group,
    )
    return query, ranked


def search_beir(
    index: BeirIndex,
    embedder: Embedder | None,
    text: str,
    system: str,
    restore: Restore | Reader | None = None,
    ranker: Ranker | None = None,
) -> list[str]:
    """Document ids for a query, best first. `system`: "lexical", "semantic" (never reranked) or "hybrid"."""
    query, ranked = rank_beir(index, embedder, text, system, restore)
    if system != "semantic":
        ranked = rerank(ranker, index.bm25, query.words, ranked, index.candidates)
    owners = dict.fromkeys(int(index.owner[candidate.row]) for candidate in ranked)
    return [index.documents[owner] for owner in islice(owners, DEPTH)]


_ABBREVIATIONS = Abbreviations()


def evaluate_beir(
    corpus: Path,
    queries: Path,
    qrels: Path,
    diacritics: str = "all",
    load_model: Callable[[], Embedder] | None = load_embedder,
    restore: Restore | Reader | None = None,
    progress: Callable[[int], None] | None = None,
    ranker: Ranker | None = None,
) -> dict[str, Any]:
    """Figures of the contract for each system; without a model, for the lexical one alone.

    `progress` is called with the number of documents indexed; `ranker` None leaves the order of the
    fusion. Raises BeirError for malformed files, OSError for missing ones, ValueError for an unknown `diacritics`.
    """
    if diacritics not in DIACRITICS:
        raise ValueError(f"diacritics {diacritics!r}, not one of {', '.join(DIACRITICS)}")
    judged = read_qrels(qrels)
    asked = {entry["_id"]: str(entry.get("text") or "") for entry in read_jsonl(queries)}
    embedder = load_model() if load_model is not None else None
    index = index_corpus(corpus, embedder, progress)
    systems: dict[str, dict[str, float]] = {}
    for system in ("lexical", "semantic", "hybrid") if embedder is not None else ("lexical",):
        rankings: dict[str, list[str]] = {}
        milliseconds: list[float] = []
        for query_id in judged:
            if query_id not in asked:
                continue
            text = weaken(asked[query_id], diacritics, query_id)
            started = time.perf_counter()
            rankings[query_id] = search_beir(index, embedder, text, system, restore, ranker)
            milliseconds.append((time.perf_counter() - started) * 1000)
        systems[system] = summarize(rankings, judged, milliseconds)
    return {"systems": systems, "queries": len(judged), "documents": len(index.documents)}
