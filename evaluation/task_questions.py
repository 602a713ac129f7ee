"""How well questions of staff find their task in the register.

    python -m evaluation.task_questions [--data DIR]

Reads corpus/ into a store of its own (or takes a data folder that holds it), asks the questions of
labels/task-questions.tsv through `index.tasks`, with and without diacritics, and prints the share whose task is first,
among the first three, among the first ten. A task is right where its document has the number and it holds all the
words of the label.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from corpus import DOCUMENTS
from index.analyze import syllables
from index.collect import collect
from index.facts import FactFilter, TaskRecord
from index.store import Store
from index.tasks import TaskQuestion, TaskRegister
from ingest.clean.fold import strip_diacritics

LABELS = Path(__file__).parent / "labels" / "task-questions.tsv"
_DEEP = 10
_DAY = date(2026, 1, 1)  # orders what no word orders


@dataclass(frozen=True, slots=True)
class Label:
    """A question and what its task is known by."""

    question: str
    number: str
    words: frozenset[str]

    def fits(self, record: TaskRecord) -> bool:
        """Whether a task answers the question."""
        text = " ".join(filter(None, (record.fact.task, record.fact.product)))
        return record.document.number == self.number and self.words <= set(syllables(text))


def labels(path: Path = LABELS) -> list[Label]:
    """Questions of a file: question, number, words, parted by tabs."""
    lines = path.read_text(encoding="utf-8").splitlines()
    parts = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [Label(question, number, frozenset(syllables(words))) for question, number, words in parts]


def measure(store: Store, asked: list[Label]) -> dict[str, Any]:
    """hit@1, hit@3, hit@10 with and without diacritics, and what is missed among the first three."""
    register = TaskRegister(store)
    result: dict[str, Any] = {"questions": len(asked)}
    for name, change in (("as_typed", str), ("without_diacritics", strip_diacritics)):
        ranks = [_rank(register, label, change(label.question)) for label in asked]
        result[name] = {
            f"hit@{k}": round(sum(rank is not None and rank <= k for rank in ranks) / len(ranks), 3) for k in (1, 3, 10)
        }
        result[name]["missed@3"] = [
            f"{label.question} ({rank or '-'})"
            for label, rank in zip(asked, ranks, strict=True)
            if not rank or rank > 3
        ]
    return result


def _rank(register: TaskRegister, label: Label, question: str) -> int | None:
    ids = register.ids(TaskQuestion(question, FactFilter(leaders_only=True)), _DAY)[:_DEEP]
    found = register.read(ids)
    return next((rank for rank, record in enumerate(found, start=1) if label.fits(record)), None)


def main(argv: list[str] | None = None) -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="a data folder that holds the sample documents")
    options = parser.parse_args(argv)
    with tempfile.TemporaryDirectory(prefix="task-questions-") as made:
        data = options.data or Path(made)
        with Store(data / "kho.sqlite3") as store:
            if not options.data:
                collect(store, data, [DOCUMENTS])
            print(json.dumps(measure(store, labels()), ensure_ascii=False, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
