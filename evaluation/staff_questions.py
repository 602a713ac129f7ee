"""Questions of staff on the shared real documents: is the right passage first, in the first three?

    python -m evaluation.staff_questions --data DIR [--labels F...] [--lexical] [--show]

`DIR` is a data folder into which the documents were ingested. A hit is right where its document is
the file asked for and its text holds all words of the label; upper and lower case, line breaks and
tone-mark position don't count. Three forms of labels are read: `evaluation/labels/staff-shared.json`
(`questions`: `query`, `file`, `words`), `evaluation/labels/corpus-questions.json` (`query`, `answers`)
and the `queries` of the shared gold file.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.diacritics import DiacriticsModel
from index.embed import load_embedder
from index.search import Hit, Searcher
from index.spelling import Speller
from ingest.clean.fold import match_form

LABELS = Path(__file__).parent / "labels" / "staff-shared.json"
DEPTH = 10


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and what a right passage looks like: `(file, words)`, any of them."""

    query: str
    answers: tuple[tuple[str, tuple[str, ...]], ...]


def read_questions(path: Path) -> list[Question]:
    """Questions of a label file, in either form."""
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    questions = []
    for entry in content.get("questions") or content["queries"]:
        answers = entry.get("answers") or [entry]
        questions.append(Question(entry["query"], tuple(_answer(answer) for answer in answers)))
    return [question for question in questions if any(words for _, words in question.answers)]


def _answer(entry: dict[str, Any]) -> tuple[str, tuple[str, ...]]:
    file = entry.get("file") or entry.get("doc") or entry.get("document") or ""
    return file, tuple(entry.get("words") or entry.get("must_contain") or ())


def folded(text: str) -> str:
    """Form in which words of a label are looked for."""
    return " ".join(match_form(text).split())


def is_right(hit: Hit, question: Question) -> bool:
    """The passage of the right file with all the words."""
    names = {Path(str(hit.document.get("source_path"))).name}
    # The same text in a near-duplicate file (draft and final) is shown as one hit.
    names |= {Path(str(twin["document"].get("source_path"))).name for twin in hit.duplicates}
    text = folded(hit.text)
    return any(file in names and all(folded(word) in text for word in words) for file, words in question.answers)


def rank_of(hits: Sequence[Hit], question: Question) -> int | None:
    """Rank of the first right hit, from 1."""
    return next((hit.rank for hit in hits if is_right(hit, question)), None)


def measure(searcher: Searcher, questions: Sequence[Question]) -> tuple[dict[str, float], list[int | None]]:
    """Shares of questions with a right passage first, in the first three and ten; the ranks."""
    ranks = [rank_of(searcher.search(question.query, DEPTH).hits, question) for question in questions]
    count = max(len(questions), 1)

    def share(k: int) -> float:
        return round(sum(rank is not None and rank <= k for rank in ranks) / count, 4)

    return {"questions": len(questions), "first": share(1), "first_three": share(3), "first_ten": share(10)}, ranks


def main(argv: Sequence[str] | None = None) -> int:
    """Print a line of JSON per label file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--labels", type=Path, nargs="+", default=[LABELS])
    parser.add_argument("--lexical", action="store_true", help="words only")
    parser.add_argument("--show", action="store_true", help="the rank of each question")
    arguments = parser.parse_args(argv)
    model = DiacriticsModel.load()
    searcher = Searcher(
        arguments.data,
        load_model=None if arguments.lexical else load_embedder,
        restore=Speller(model),
    )
    for path in arguments.labels:
        questions = read_questions(path)
        figures, ranks = measure(searcher, questions)
        if arguments.show:
            for question, rank in zip(questions, ranks, strict=True):
                print(f"{rank or '-':>3}  {question.query}  [{question.answers[0][0]}]")
        print(json.dumps({"labels": path.name, **figures}, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
