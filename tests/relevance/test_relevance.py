"""Relevance of the search over the sample documents, case by case (see `cases`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import corpus
from index.build import STORE_FILE, build
from index.collect import collect
from index.confidence import DOUBT
from index.embed import load_embedder
from index.search import Hit, Searcher
from index.store import Store
from ingest import messages
from ingest.clean.fold import match_form
from service.indexing import restorer
from tests.relevance.cases import CASES, Case, Place


@pytest.fixture(scope="module")
def corpus_searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    """A searcher as the service opens it, over the sample documents that need no OCR."""
    data: Path = tmp_path_factory.mktemp("relevance")
    with Store(data / STORE_FILE) as store:
        collect(store, data, [corpus.DOCUMENTS])
        build(store, data, load_embedder())
    searcher = Searcher(data, load_embedder, restore=restorer())
    yield searcher
    searcher.close()


def _squeeze(text: str) -> str:
    return " ".join(match_form(text).split())


def _at(hit: Hit, place: Place) -> bool:
    """Whether a hit, or the same text in a near duplicate, is at a place."""
    documents = [hit.document, *(twin["document"] for twin in hit.duplicates)]
    names = {Path(document["source_path"]).name for document in documents}
    text = _squeeze(" ".join([*hit.section_path, hit.text]))
    named = not place.file or any(name.startswith(part) for name in names for part in place.file.split("|"))
    return named and all(_squeeze(word) in text for word in place.words)


def _shown(hits: list[Hit]) -> str:
    return "\n".join(f"{hit.rank} {hit.passage_id} {hit.document['number']} {hit.text[:90]!r}" for hit in hits)


def _check(case: Case, searcher: Searcher) -> None:
    result = searcher.search(case.query, max(case.within, 3))
    hits = result.hits
    if case.kind in ("doubt", "sure"):
        assert (messages.SEARCH_DOUBT in result.notes) is (case.kind == "doubt" and bool(hits)), result.confidence
        assert (result.confidence < DOUBT) is (case.kind == "doubt"), result.confidence
        return
    near = hits[: case.within]
    if case.kind == "same":
        other = searcher.search(case.other, case.within).hits
        assert near, "nothing found"
        assert [hit.passage_id for hit in near] == [hit.passage_id for hit in other], _shown([*near, *other])
        return
    assert case.place is not None
    there = [hit.rank for hit in near if _at(hit, case.place)]
    if case.kind in ("first", "must"):
        assert there, _shown(hits)
    elif case.kind == "never":
        assert not there, _shown(near)
    else:
        assert case.kind == "order"
        assert case.worse is not None
        worse = [hit.rank for hit in near if _at(hit, case.worse)]
        assert there, _shown(hits)
        assert not worse or there[0] < worse[0], _shown(near)


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            case,
            id=f"{case.group}-{number}-{case.kind}",
            marks=[pytest.mark.xfail(reason=case.fails)] if case.fails else [],
        )
        for number, case in enumerate(CASES, 1)
    ],
)
def test_relevance(case: Case, corpus_searcher: Searcher) -> None:
    _check(case, corpus_searcher)


def test_there_are_cases_enough_and_few_that_fail() -> None:
    assert len(CASES) >= 150
    assert min(Counter(case.group for case in CASES).values()) >= 10
    assert sum(bool(case.fails) for case in CASES) <= len(CASES) // 20
    assert len({(case.group, case.kind, case.query, case.other, case.place) for case in CASES}) == len(CASES)
