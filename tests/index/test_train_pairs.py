from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from index.train_pairs import (
    Pair,
    corpus_source,
    pair_source,
    question_source,
    section_pairs,
    text_sources,
    without_common_queries,
)

BODY = "Hồ sơ nộp tại bộ phận một cửa gồm tờ khai, bản sao giấy tờ và các tài liệu kèm theo như sau đây."


def write(path: Path, rows: list[dict[str, str]]) -> Path:
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    if path.suffix == ".gz":
        path.write_bytes(gzip.compress(text.encode()))
    else:
        path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("không có đề mục", []),
        (f"## Hồ sơ gồm gì?\n{BODY}", [("Hồ sơ gồm gì?", BODY)]),
        (f"**Hồ sơ gồm những gì?**\n\n{BODY}", [("Hồ sơ gồm những gì?", BODY)]),
        (f"Điều 5. Thành phần hồ sơ\n{BODY}", [("Thành phần hồ sơ", BODY)]),
        (f"# Cấp bản sao\n\n## Hồ sơ\n{BODY}", [("Cấp bản sao", BODY), ("Hồ sơ", BODY)]),
        (f"# Một\n# Một\n{BODY}\n# Hai\n", [("Một", BODY)]),  # repeated heading once, heading without body never
        ("# Một\n**đậm** trong câu\n# Hai\nhết", [("Một", "đậm  trong câu"), ("Hai", "hết")]),
    ],
)
def test_sections(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(pair.query, " ".join(pair.passage.split())) for pair in section_pairs(text)] == [
        (query, " ".join(passage.split())) for query, passage in expected
    ]


def test_headings_that_name_nothing_are_left_out() -> None:
    pairs = [Pair("Phạm vi điều chỉnh", str(i)) for i in range(3)] + [Pair("PHẠM VI áp dụng", "x")]
    assert [pair.passage for pair in without_common_queries(pairs)] == ["x"]


def test_sources(tmp_path: Path) -> None:
    pairs = write(tmp_path / "hoi-dap.jsonl.gz", [{"query": "hỏi", "passage": BODY}, {"query": "hỏi", "passage": "x"}])
    source = pair_source(pairs)
    assert (source.name, len(source.pairs)) == ("hoi-dap", 1)  # a passage of one word teaches nothing

    corpus = write(
        tmp_path / "corpus.jsonl",
        [
            {"_id": "a", "title": "Thành phần hồ sơ cấp lại", "text": BODY},
            {"_id": "b", "title": "Lệ phí", "text": BODY},
        ],
    )
    assert [pair.query for pair in corpus_source(corpus).pairs] == ["Thành phần hồ sơ cấp lại"]

    queries = write(tmp_path / "q.jsonl", [{"_id": "1", "text": "nộp gì?"}, {"_id": "2", "text": "ở đâu?"}])
    qrels = tmp_path / "qrels.tsv"
    qrels.write_text("query-id\tcorpus-id\tscore\n1\tb\t1\n2\ta\t0\n2\tzzz\t1\n", encoding="utf-8")
    assert question_source(corpus, queries, qrels).pairs == [Pair("nộp gì?", BODY, "Lệ phí")]

    texts = write(
        tmp_path / "t.jsonl", [{"text": f"## Thành phần hồ sơ gồm gì?\n{BODY}\n## Nơi nộp hồ sơ này\n{BODY}"}]
    )
    asking, naming = text_sources(texts)
    assert [pair.query for pair in asking.pairs] == ["Thành phần hồ sơ gồm gì?"]
    assert [pair.query for pair in naming.pairs] == ["Nơi nộp hồ sơ này"]


@pytest.mark.parametrize("line", ["{", "[]"])
def test_a_bad_line_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "p.jsonl"
    path.write_text(f'{{"query": "a", "passage": "b"}}\n{line}\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"p\.jsonl:2"):
        pair_source(path)
