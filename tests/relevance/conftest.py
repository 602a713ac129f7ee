"""The sample documents, ingested once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import corpus
from index.build import STORE_FILE, build
from index.collect import collect
from index.embed import load_embedder
from index.search import Searcher
from index.store import Store
from service.indexing import restorer


@pytest.fixture(scope="session")
def corpus_searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    """A searcher as the service opens it, over the sample documents that need no OCR."""
    data: Path = tmp_path_factory.mktemp("relevance")
    with Store(data / STORE_FILE) as store:
        collect(store, data, [corpus.DOCUMENTS])
        build(store, data, load_embedder())
    searcher = Searcher(data, load_embedder, restore=restorer())
    yield searcher
    searcher.close()
