from __future__ import annotations

import gzip
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from model_samples import TINY, write_pairs

from index.train_embedding import prepare, train, train_prepared
from index.train_folds import fold_masks, fold_of
from index.train_pairs import Pair, Source, pair_source, text_sources

pytest.importorskip("torch")


def quiet(line: str) -> None:
    pass


def source(name: str, asked: dict[str, set[str]], pairs: list[str]) -> Source:
    return Source(name, [Pair(query, "đáp") for query in pairs], origins=asked)


def test_a_query_is_left_out_where_a_document_or_question_of_it_is() -> None:
    documents = {f"d{i}": fold_of(f"d{i}", 3) for i in range(30)}
    one = next(name for name, fold in documents.items() if fold == 0)
    two = next(name for name, fold in documents.items() if fold == 2)
    sources = [
        source("legal-qa", {"a": {one}, "b": {two}}, ["a", "b", "c", "a"]),
        source("headings", {"b": {one}}, ["b"]),
        source("titles", {"a": {one}}, ["a"]),
        source("questions", {"a": {two}}, ["a"]),
        source("quoted", {}, ["a", "c"]),
    ]
    masks = [mask.tolist() for mask in fold_masks(sources, 3)]
    assert masks == [[1, 5, 0, 1], [5], [0], [4], [1, 0]]


def test_sources_remember_where_queries_come_from(tmp_path: Path) -> None:
    body = "Hồ sơ gồm một tờ khai và bản sao giấy tờ tùy thân của người nộp, gửi qua mạng hoặc nộp tại một cửa. " * 2
    pairs = tmp_path / "legal-qa.jsonl.gz"
    texts = tmp_path / "texts.jsonl"
    with gzip.open(pairs, "wt", encoding="utf-8") as file:
        for number, name in enumerate(("x", "y", None)):
            file.write(json.dumps({"doc": name, "query": f"Câu hỏi số {number // 2}?", "passage": body}) + "\n")
    lines = [{"id": name, "text": f"## Nộp hồ sơ ở nơi nào?\n\n{body}"} for name in ("u", "v")]
    texts.write_text("\n".join(map(json.dumps, lines)))
    assert pair_source(pairs).origins == {"Câu hỏi số 0?": {"x", "y"}}
    asking, naming = text_sources(texts)
    assert len(asking.pairs) == 1  # the second is a copy of the first
    assert asking.origins == naming.origins == {"Nộp hồ sơ ở nơi nào?": {"u", "v"}}


@pytest.fixture
def prepared(tmp_path: Path) -> Path:
    pairs = write_pairs(tmp_path / "legal-qa.jsonl")
    rows = [json.loads(line) for line in pairs.read_text(encoding="utf-8").splitlines()]
    pairs.write_text("\n".join(json.dumps({**row, "doc": f"d{i}"}) for i, row in enumerate(rows)))
    prepare(tmp_path / "prepared", [pairs], parameters=TINY, folds=3, log=quiet)
    return tmp_path / "prepared"


def test_prepared_and_trained_equals_trained_at_once(prepared: Path, tmp_path: Path) -> None:
    train([tmp_path / "legal-qa.jsonl"], tmp_path / "once", parameters=TINY, threads=1, log=quiet)
    train_prepared(prepared, tmp_path / "twice", parameters=TINY, checkpoint_every=5, log=quiet, stop_after=7)
    train_prepared(prepared, tmp_path / "twice", parameters=TINY, checkpoint_every=5, log=quiet)
    for name in ("model.safetensors", "tokenizer.json", "training.json"):
        assert (tmp_path / "once" / name).read_bytes() == (tmp_path / "twice" / name).read_bytes()


def test_a_fold_model_has_not_seen_its_fold(prepared: Path, tmp_path: Path) -> None:
    kept = []
    for fold in range(3):
        out = train_prepared(
            prepared, tmp_path / f"fold-{fold}", parameters=replace(TINY, epochs=1), fold=fold, log=quiet
        )
        kept.append(json.loads((out / "training.json").read_text())["pairs"]["legal-qa"])
    assert kept == [240 - sum(fold_of(f"d{i}", 3) == fold for i in range(240)) for fold in range(3)]
    assert sum(kept) == 480


def test_masks_survive_the_disk(prepared: Path) -> None:
    with np.load(prepared / "data.npz") as arrays:
        masks = arrays["0.masks"]
    assert masks.tolist() == [1 << fold_of(f"d{i}", 3) for i in range(240)]
