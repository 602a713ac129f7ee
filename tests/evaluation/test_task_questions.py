"""The labels of the questions about tasks can be read, and the ranks are counted as they are."""

from __future__ import annotations

from pathlib import Path

from evaluation.task_questions import labels, measure
from index.store import Store
from ingest.extract.models import Facts, Task
from tests.index.store_samples import make_document


def test_labels_have_a_question_a_number_and_few_words() -> None:
    asked = labels()
    assert len(asked) >= 50
    for label in asked:
        assert label.question
        assert "/" in label.number
        assert 1 <= len(label.words) <= 8
    assert len({label.question for label in asked}) == len(asked)


def test_ranks_are_counted(tmp_path: Path) -> None:
    file = tmp_path / "q.tsv"
    file.write_text(
        "# note\nai rà soát thủ tục\t1/KH-UBND\tRà soát\nai tập huấn\t1/KH-UBND\ttập huấn\nai ký\t1/KH-UBND\tký số\n",
        encoding="utf-8",
    )
    document = make_document("Kế hoạch một hai ba bốn năm", number="1/KH-UBND")
    document.facts = Facts(tasks=[Task("Rà soát thủ tục", start=1, end=9), Task("Tập huấn", start=2, end=9)])
    with Store(tmp_path / "kho.sqlite3") as store:
        store.put(document)
        result = measure(store, labels(file))
    assert result["as_typed"]["hit@1"] == result["without_diacritics"]["hit@3"] == 0.667
    assert result["as_typed"]["missed@3"] == ["ai ký (-)"]
