from __future__ import annotations

import filecmp
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from model_samples import TINY, TOPICS, write_pairs

from index.embed import load_embedder
from index.model_errors import ModelError
from index.train_contrast import Encoded, Ragged, plan_epoch
from index.train_embedding import train

pytest.importorskip("torch")


def quiet(line: str) -> None:
    pass


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pairs(tmp_path_factory.mktemp("pairs") / "pairs.jsonl")


@pytest.fixture(scope="module")
def model(pairs: Path) -> Path:
    return train([pairs], pairs.parent / "model", parameters=TINY, threads=1, log=quiet)


def hits(folder: Path) -> int:
    embedder = load_embedder(folder)
    queries = embedder.encode_queries([query for query, _ in TOPICS])
    passages = embedder.encode_passages([answer for _, answer in TOPICS])
    return int(((queries @ passages.T).argmax(axis=1) == np.arange(len(TOPICS))).sum())


def test_questions_find_answers_that_share_no_word(model: Path, pairs: Path, tmp_path: Path) -> None:
    untrained = train([pairs], tmp_path / "m", parameters=replace(TINY, epochs=0), threads=1, log=quiet)
    assert hits(model) == len(TOPICS)
    assert hits(untrained) < len(TOPICS)


def test_queries_without_diacritics_find_too(model: Path) -> None:
    embedder = load_embedder(model)
    vectors = embedder.encode_queries(["đăng ký hộ tịch", "dang ky ho tich", "thi đua khen thưởng"])
    assert vectors[0] @ vectors[1] > 0.9 > vectors[0] @ vectors[2]


@pytest.mark.parametrize("stop", [1, 7, 20])
def test_killed_and_continued_equals_undisturbed(model: Path, pairs: Path, tmp_path: Path, stop: int) -> None:
    out = tmp_path / "model"

    def call(stop_after: int | None) -> Path:
        return train([pairs], out, parameters=TINY, checkpoint_every=5, threads=1, log=quiet, stop_after=stop_after)

    assert call(stop) != out
    assert not out.exists()
    assert call(None) == out
    for name in ("model.safetensors", "tokenizer.json", "training.json"):
        assert filecmp.cmp(out / name, model / name, shallow=False), name
    assert [path.name for path in tmp_path.iterdir()] == ["model"]


def test_other_parameters_do_not_continue_a_run(pairs: Path, tmp_path: Path) -> None:
    out = tmp_path / "model"
    train([pairs], out, parameters=TINY, threads=1, log=quiet, stop_after=1)
    with pytest.raises(ModelError, match=r"model\.partial"):
        train([pairs], out, parameters=replace(TINY, seed=1), threads=1, log=quiet)


def test_bad_inputs_are_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="khong-co"):
        train([tmp_path / "khong-co.jsonl"], tmp_path / "m", threads=1, log=quiet)
    empty = tmp_path / "rong.jsonl"
    empty.write_text("")
    with pytest.raises(ModelError, match="--pairs"):
        train([empty], tmp_path / "m", threads=1, log=quiet)
    assert not (tmp_path / "m").exists()


def test_a_model_is_replaced_only_when_the_new_one_is_done(pairs: Path, tmp_path: Path) -> None:
    out = tmp_path / "model"
    short = replace(TINY, epochs=1)
    train([pairs], out, parameters=short, threads=1, log=quiet)
    (out / "README.md").write_text("card")
    before = load_embedder(out).model_id
    train([pairs], out, parameters=TINY, threads=1, log=quiet, stop_after=3)
    assert load_embedder(out).model_id == before
    train([pairs], out, parameters=TINY, threads=1, log=quiet)
    assert load_embedder(out).model_id != before
    assert (out / "README.md").read_text() == "card"


def test_a_batch_is_of_one_source_and_every_pair_is_seen() -> None:
    def source(name: str, size: int) -> Encoded:
        empty = Ragged.of([np.zeros(0, dtype=np.int32)] * size)
        return Encoded(name, empty, empty, empty, np.arange(size), np.arange(size))

    plan = plan_epoch([source("a", 10), source("b", 5)], [1, 2], batch=4, seed=0, epoch=0)
    rows = [(number, int(row)) for number, batch in plan for row in batch]
    assert sorted(rows) == sorted([(0, i) for i in range(10)] + [(1, i) for i in range(5)] * 2)
    assert (
        plan_epoch([source("a", 10)], [1], 4, 0, 0)[0][1].tolist()
        != plan_epoch([source("a", 10)], [1], 4, 0, 1)[0][1].tolist()
    )
