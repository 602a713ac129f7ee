import gzip
import json
import sys
from pathlib import Path

import pytest

from evaluation.beir import BeirError, evaluate_beir, read_qrels, weaken
from ingest.clean.fold import strip_diacritics

sys.path.insert(0, str(Path(__file__).parents[1] / "index"))
from search_samples import TinyEmbedder

DOCUMENTS = [
    ("d1", "Trả kết quả", "Cơ quan công khai xin lỗi khi trễ hẹn trả kết quả giải quyết hồ sơ."),
    ("d2", "Lệ phí", "Mức thu lệ phí do Hội đồng nhân dân tỉnh quyết định."),
    ("d3", "Phương tiện", "Ô tô được kiểm định theo chu kỳ."),
    ("d4", "", ""),
]
QUERIES = [
    ("q1", "xin lỗi khi trễ hẹn"),
    ("q2", "ai quyết định lệ phí"),
    ("q3", "xe hơi"),
    ("q4", "không có câu trả lời được đánh giá"),
]
QRELS = "query-id\tcorpus-id\tscore\nq1\td1\t1\nq2\td2\t1\nq3\td3\t1\nq3\td1\t0\n"


@pytest.fixture
def files(tmp_path):
    with gzip.open(tmp_path / "corpus.jsonl.gz", "wt", encoding="utf-8") as stream:
        for name, title, text in DOCUMENTS:
            stream.write(json.dumps({"_id": name, "title": title, "text": text}) + "\n")
    lines = "".join(json.dumps({"_id": name, "text": text}) + "\n" for name, text in QUERIES)
    (tmp_path / "queries.jsonl").write_text(lines, encoding="utf-8")
    (tmp_path / "qrels.tsv").write_text(QRELS)
    return tmp_path / "corpus.jsonl.gz", tmp_path / "queries.jsonl", tmp_path / "qrels.tsv"


def test_figures_of_all_systems(files):
    result = evaluate_beir(*files, load_model=TinyEmbedder)
    assert (result["queries"], result["documents"]) == (3, 4)
    assert list(result["systems"]) == ["lexical", "semantic", "hybrid"]
    assert result["systems"]["lexical"]["hit@1"] == pytest.approx(2 / 3, abs=1e-4)  # q3 shares no word
    assert result["systems"]["semantic"]["recall@10"] == 1.0
    assert result["systems"]["hybrid"]["recall@10"] == 1.0
    assert set(result["systems"]["hybrid"]) == {
        "hit@1", "recall@10", "recall@100", "mrr@10", "ndcg@10", "ms_p50", "ms_p95",
    }  # fmt: skip


@pytest.mark.parametrize("diacritics", ["half", "none"])
def test_queries_without_diacritics_find_the_same(files, diacritics):
    result = evaluate_beir(*files, diacritics=diacritics, load_model=None)
    assert list(result["systems"]) == ["lexical"]
    assert result["systems"]["lexical"]["hit@1"] == pytest.approx(2 / 3, abs=1e-4)


def test_half_takes_some_words_and_always_the_same():
    text = "được đề nghị những người ở tỉnh khác đến nộp hồ sơ"
    half = weaken(text, "half", "q7")
    assert half == weaken(text, "half", "q7")
    assert strip_diacritics(half) == strip_diacritics(text)
    assert half not in (text, strip_diacritics(text))


@pytest.mark.parametrize("line", ["no json", '{"text": "no id"}', "[1]"])
def test_malformed_line_is_named(files, line):
    files[1].write_text(line + "\n")
    with pytest.raises(BeirError, match=r"queries\.jsonl:1"):
        evaluate_beir(*files, load_model=None)


def test_malformed_judgement_is_named(files):
    files[2].write_text("query-id\tcorpus-id\tscore\nq1\td1\tmany\n")
    with pytest.raises(BeirError, match=r"qrels\.tsv:2"):
        read_qrels(files[2])


def test_unknown_diacritics(files):
    with pytest.raises(ValueError, match="some"):
        evaluate_beir(*files, diacritics="some", load_model=None)
