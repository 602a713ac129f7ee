from __future__ import annotations

import filecmp
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from model_samples import TINY, TOPICS, write_pairs

from index.embed import load_embedder
from index.model_errors import ModelError
from index.train_contrast import Encoded, Ragged, count_steps, plan_epoch
from index.train_embedding import train
from index.train_negatives import lexical_index, lexical_negatives, similar_together
from index.train_pairs import Pair, Pool, Source
from index.train_quotes import quoted_source

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


@pytest.fixture(scope="module")
def questions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Path]:
    folder = tmp_path_factory.mktemp("beir")
    words = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"]
    padding = " ".join(f"{word} điều khoản" for word in words)
    corpus = [
        {
            "_id": f"{i}-{j}",
            "title": f"Tiêu đề về {words[i]} nhóm {j}",
            "text": f"{words[i]} nhóm {j} {padding} {padding}",
        }
        for i in range(10)
        for j in range(3)
    ]
    asked = [{"_id": f"q{i}", "text": f"{words[i]} nhóm 1 là gì"} for i in range(10)]
    for name, rows in (("corpus", corpus), ("queries", asked)):
        lines = [json.dumps(row, ensure_ascii=False) for row in rows]
        (folder / f"{name}.jsonl").write_text("\n".join(lines), encoding="utf-8")
    judged = ["query-id\tcorpus-id\tscore", *(f"q{i}\t{i}-1\t1" for i in range(10))]
    (folder / "qrels.tsv").write_text("\n".join(judged), encoding="utf-8")
    return folder / "corpus.jsonl", folder / "queries.jsonl", folder / "qrels.tsv"


def test_a_run_with_questions_continues_too(pairs: Path, questions: tuple[Path, Path, Path], tmp_path: Path) -> None:
    corpus, *asked = questions

    def call(name: str, stop_after: int | None) -> Path:
        return train(
            [pairs],
            tmp_path / name,
            corpus=corpus,
            questions=(asked[0], asked[1]),
            parameters=replace(TINY, epochs=1),
            checkpoint_every=2,
            threads=1,
            log=quiet,
            stop_after=stop_after,
        )

    whole = call("a", None)
    call("b", 9)
    assert filecmp.cmp(call("b", None) / "model.safetensors", whole / "model.safetensors", shallow=False)
    assert json.loads((whole / "training.json").read_text())["pairs"]["questions"] == 10


def test_hard_negatives_share_words_and_are_not_right() -> None:
    passages = [("", f"hồ sơ trễ hạn loại {i}") for i in range(6)] + [("", "thi đua khen thưởng")]
    questions = ["hồ sơ trễ hạn loại 3", "khen thưởng"]
    found = lexical_negatives(questions, [np.array([3]), np.array([6])], lexical_index(passages))
    assert len(found[0]) == 3  # of five, the first two left out
    assert set(found[0].tolist()) <= {0, 1, 2, 4, 5}
    assert len(found[1]) == 0


def test_answers_that_quote_lead_to_the_corpus() -> None:
    article = "Cơ quan tiếp nhận hồ sơ kiểm tra tính đầy đủ của giấy tờ rồi chuyển cho bộ phận chuyên môn xem xét " * 3
    other = "Người đứng đầu chịu trách nhiệm về kết quả cải cách của đơn vị mình trước cấp trên theo phân công " * 3
    words = [f"từ{i}" for i in range(60)]
    long = " ".join(words)
    pool = Pool([("A", long), ("B", article), ("B", other)], np.array([0, 1, 1]), [])
    asking = Source(
        "qa",
        [
            Pair("Quy định ở đâu?", f"Theo Điều 5 thì: {long}. Như vậy là rõ."),
            Pair("Quy định ở đâu?", f"Theo Điều 5 thì: {long}. Như vậy là rõ."),
            Pair("Không hỏi", long),
            Pair("Chỉ một phần?", " ".join(words[:28])),
        ],
    )
    judged = Source("questions", [Pair("Đã có?", long)], pool)
    found = quoted_source([asking, judged], pool)
    assert [(pair.query, pair.head) for pair in found.pairs] == [("Quy định ở đâu?", "A")]
    assert found.pool is not None
    assert [own.tolist() for own in found.pool.own] == [[0]]
    assert quoted_source([asking], Pool([], np.zeros(0, dtype=np.int64), [])).pairs == []


def test_similar_passages_come_together() -> None:
    vectors = np.repeat(np.eye(8, dtype=np.float32), 4, axis=0)  # eight kinds, four of each
    rows = np.random.default_rng(0).permutation(32)
    order = similar_together(vectors, rows, 4, np.random.default_rng(1))
    assert sorted(order.tolist()) == list(range(32))
    alike = (order[1:] // 4 == order[:-1] // 4).mean()
    assert alike > 0.4  # .1 by chance


def test_a_batch_is_of_one_source_and_every_pair_is_seen() -> None:
    def source(name: str, size: int) -> Encoded:
        empty = Ragged.of([np.zeros(0, dtype=np.int32)] * size)
        return Encoded(name, empty, empty, empty, np.arange(size), np.arange(size))

    plan = plan_epoch([source("a", 10), source("b", 5)], [1, 2], batch=4, seed=0, epoch=0)
    rows = [(number, int(row)) for number, batch in plan for row in batch]
    assert sorted(rows) == sorted([(0, i) for i in range(10)] + [(1, i) for i in range(5)] * 2)
    assert len(plan) == count_steps([source("a", 10), source("b", 5)], [1, 2], batch=4)
    assert (
        plan_epoch([source("a", 10)], [1], 4, 0, 0)[0][1].tolist()
        != plan_epoch([source("a", 10)], [1], 4, 0, 1)[0][1].tolist()
    )
