"""The whole recipe on a few texts: made, killed, continued, left alone."""

from __future__ import annotations

import gzip
import importlib.util
import json
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from evaluation import train_all as recipe
from evaluation.stage import code_digest
from evaluation.train_all import TrainingError, train_all
from index.train_ranker import Settings, fit
from service.cli import main

sys.path.insert(0, str(Path(__file__).parents[1] / "index"))
from model_samples import TINY, write_pairs

pytest.importorskip("torch")

SHORT = replace(TINY, epochs=1)
FEW = Settings(networks=1, hidden=4, epochs=2)
MODELS = {"embedding", "diacritics", "ranker"}
TOPICS = ["hộ tịch", "đất đai", "lệ phí", "khiếu nại", "thi đua", "biên chế", "đê điều", "kiểm lâm"]
PARTS = ["Thẩm quyền giải quyết về", "Thành phần hồ sơ về", "Thời hạn giải quyết về"]


def write(path: Path, rows: list[dict[str, Any]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.write("\n".join(json.dumps(row, ensure_ascii=False) for row in rows))


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("shared")
    lines = write_pairs(root / "pairs.jsonl", 60).read_text(encoding="utf-8").splitlines()
    pairs = [{**json.loads(line), "doc": f"d{number}"} for number, line in enumerate(lines)]
    for name in ("legal-qa", "official-letters", "wikipedia"):
        write(root / "training" / "pairs" / f"{name}.jsonl.gz", pairs)
    sentence = (
        "Người nộp hồ sơ gửi tờ khai và bản sao giấy tờ về {topic} tới bộ phận một cửa của phường để được giải quyết."
    )
    texts = [
        {"id": topic, "text": f"## Nộp hồ sơ {topic} ở đâu?\n\n{sentence.format(topic=topic) * 2}"} for topic in TOPICS
    ]
    write(root / "training" / "text" / "legal-and-wiki.jsonl.gz", texts)
    articles = [(i, j, f"{part} {topic}") for i, topic in enumerate(TOPICS) for j, part in enumerate(PARTS)]
    bench = root / "bench" / "zalo-phapdien"
    write(
        bench / "corpus.jsonl.gz",
        [
            {
                "_id": f"{i}/2020/qh14_{j}",
                "title": title,
                "text": f"{title} do cơ quan quản lý {TOPICS[i]} quy định. " * 3,
            }
            for i, j, title in articles
        ],
    )
    asked = [{"_id": f"q{i}-{j}", "text": f"{title} được quy định thế nào"} for i, j, title in articles]
    write(bench / "queries.train.jsonl.gz", asked)
    judged = ["query-id\tcorpus-id\tscore", *(f"q{i}-{j}\t{i}/2020/qh14_{j}\t1" for i, j, _ in articles)]
    (bench / "qrels.train.tsv").write_text("\n".join(judged))
    return root


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evaluation.train_ranker.fit", partial(fit, settings=FEW))


@pytest.fixture(scope="module")
def made(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("made") / "models"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("evaluation.train_ranker.fit", partial(fit, settings=FEW))
        stages = train_all(shared, out, parameters=SHORT, log=print)
    assert [one.name for one in stages] == [
        "prepare", "fold-0", "fold-1", "fold-2", "embedding", "diacritics", "ranker",
    ]  # fmt: skip
    assert all(one.made for one in stages)
    return out


def shipped(out: Path) -> dict[str, bytes]:
    paths = [path for path in sorted(out.rglob("*")) if path.is_file() and path != out / "training.json"]
    return {str(path.relative_to(out)): path.read_bytes() for path in paths}


def test_all_that_ships_is_made(made: Path) -> None:
    assert {path.name for path in made.iterdir()} == {
        "cchc-tinh-v1", "diacritics.npz", "ranker.npz", "training.json",
    }  # fmt: skip
    stamps = json.loads((made / "training.json").read_text())
    assert stamps.keys() == MODELS
    assert stamps["ranker"]["figures"]["hybrid"]["reranked"]["ndcg@10"] > 0.5


def test_nothing_is_left_to_do(shared: Path, made: Path) -> None:
    said: list[str] = []
    before = shipped(made)
    stages = train_all(shared, made, parameters=SHORT, log=said.append)
    assert {one.name: one.made for one in stages} == dict.fromkeys(MODELS, False)
    assert len(said) == 1
    assert shipped(made) == before


def test_one_model_alone(shared: Path, made: Path, tmp_path: Path) -> None:
    stages = train_all(shared, tmp_path / "models", parameters=SHORT, only=["embedding"], log=print)
    assert [one.name for one in stages] == ["prepare", "embedding"]
    assert shipped(tmp_path / "models").items() <= shipped(made).items()


def test_killed_and_continued_gives_the_same_files(
    shared: Path, made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, calls = recipe.train_prepared, []

    def dies(*arguments: Any, **named: Any) -> Path:
        calls.append(named["fold"])
        if len(calls) == 2:
            real(*arguments, **named, checkpoint_every=2, stop_after=3)
            raise KeyboardInterrupt
        return real(*arguments, **named)

    monkeypatch.setattr(recipe, "train_prepared", dies)
    with pytest.raises(KeyboardInterrupt):
        train_all(shared, tmp_path / "models", parameters=SHORT, log=print)
    assert (tmp_path / "models.partial" / "fold-1.partial" / "state.safetensors").is_file()
    stages = train_all(shared, tmp_path / "models", parameters=SHORT, log=print)
    assert next(one.name for one in stages) == "fold-1"
    assert calls == [0, 1, 1, 2, None]
    assert shipped(tmp_path / "models") == shipped(made)


def test_a_missing_library_is_said_before_anything_starts(
    shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "threadpoolctl" else real(name))
    assert main(["train", "all", "--shared", str(shared), "--out", str(tmp_path / "models")]) == 2
    assert 'pip install "cchc[train]"' in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_missing_data_are_named(shared: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["train", "all", "--shared", str(tmp_path), "--out", str(tmp_path / "models")]) == 2
    said = capsys.readouterr().err
    assert "legal-qa.jsonl.gz" in said
    assert "--shared" in said


def test_two_at_once_are_refused(shared: Path, tmp_path: Path) -> None:
    with recipe._alone(tmp_path / "models.partial"), pytest.raises(TrainingError, match=r"models\.partial"):
        train_all(shared, tmp_path / "models", parameters=SHORT, log=print)


@pytest.mark.parametrize("name", sorted({*recipe._READING, *recipe._TRAINING, *recipe._COUNTING, *recipe._RANKING}))
def test_the_code_that_shapes_a_stage_exists(name: str) -> None:
    assert code_digest(name)
