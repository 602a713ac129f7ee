import gzip
import json
import sys
from functools import partial
from pathlib import Path

import pytest

from evaluation.train_ranker import collect, cross_validate, train
from index.features import NAMES
from index.rerank import Ranker
from index.train_folds import fold_of
from index.train_ranker import Settings, fit

sys.path.insert(0, str(Path(__file__).parents[1] / "index"))
from search_samples import TinyEmbedder

pytest.importorskip("torch")

SHORT = Settings(networks=2, hidden=8, epochs=20)

TOPICS = [
    "hộ tịch",
    "đất đai",
    "lệ phí",
    "khiếu nại",
    "thi đua",
    "biên chế",
    "đê điều",
    "kiểm lâm",
    "báo chí",
    "dạy nghề",
]
PARTS = ["thẩm quyền", "hồ sơ", "thời hạn", "trách nhiệm"]


@pytest.fixture
def files(tmp_path, monkeypatch):
    monkeypatch.setattr("evaluation.train_ranker.load_embedder", lambda model: TinyEmbedder())
    monkeypatch.setattr("evaluation.train_ranker.fit", partial(fit, settings=SHORT))
    with gzip.open(tmp_path / "corpus.jsonl.gz", "wt", encoding="utf-8") as stream:
        for number, topic in enumerate(TOPICS):
            for article, part in enumerate(PARTS):
                entry = {
                    "_id": f"{number}/2020/qh14_{article}",
                    "title": part.capitalize(),
                    "text": f"Quy định về {part} trong lĩnh vực {topic} do cơ quan quản lý {topic} ban hành.",
                }
                stream.write(json.dumps(entry) + "\n")
    queries, lines = [], ["query-id\tcorpus-id\tscore"]
    for number, topic in enumerate(TOPICS):
        for article, part in enumerate(PARTS):
            queries.append(
                json.dumps({"_id": f"q{number}-{article}", "text": f"{part} về {topic} được quy định thế nào"})
            )
            lines.append(f"q{number}-{article}\t{number}/2020/qh14_{article}\t1")
    (tmp_path / "queries.jsonl").write_text("\n".join(queries))
    (tmp_path / "qrels.tsv").write_text("\n".join(lines))
    return tmp_path / "corpus.jsonl.gz", tmp_path / "queries.jsonl", tmp_path / "qrels.tsv"


def test_questions_are_judged_by_the_model_that_has_not_seen_them(files):
    found = collect(*files, [None, None], progress=lambda text: None)
    assert sorted(found.hybrid) == sorted(found.lexical) == sorted(found.answers)
    judged = found.hybrid["q3-1"]
    assert {found.documents[i] for i in judged.document[judged.relevant]} == {"3/2020/qh14_1"}
    assert {fold_of(query_id, 2) for query_id in found.hybrid} == {0, 1}


def test_trains_a_ranker_that_can_be_read(files, tmp_path):
    figures = train(*files, [None], tmp_path / "out" / "ranker.npz", progress=lambda text: None)
    ranker = Ranker.load(tmp_path / "out" / "ranker.npz")
    assert ranker.hybrid.first.shape == ranker.lexical.first.shape == (2, len(NAMES), 8)
    for system in ("hybrid", "lexical"):
        assert figures[system]["reranked"]["recall@10"] == 1
        assert figures[system]["fused"]["ndcg_low"] <= figures[system]["fused"]["ndcg@10"]
        assert 0 < figures[system]["reranked"]["p"] <= 1


def test_each_question_is_judged_by_networks_that_have_not_seen_it(files, monkeypatch):
    found = collect(*files, [None], progress=lambda text: None)
    seen = []

    def counted(questions, meaning):
        seen.append(len(questions))
        return fit(questions, meaning, SHORT)

    monkeypatch.setattr("evaluation.train_ranker.fit", counted)
    cross_validate(found.hybrid, found, True)
    assert sum(len(found.hybrid) - n for n in seen) == len(found.hybrid)
