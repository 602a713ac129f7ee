"""Staff questions over the sample documents, through the product's own search.

    python -m evaluation.corpus_questions [--with PATH...] [--words-only] [--json] [--misses]

`--with` adds other folders as distractors. A question is answered at rank r where the hit at r is
a passage of an expected document (or of its near duplicate) that holds all the expected strings;
a question without strings asks for a document. Questions about scans are left out unless the scan
was read (OCR installed).
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import corpus
from index.build import STORE_FILE, build
from index.collect import collect
from index.embed import load_embedder
from index.search import Hit, Searcher
from index.store import Store
from ingest.clean.fold import match_form
from service.indexing import restorer

LABELS = Path(__file__).parent / "labels" / "corpus-questions.json"
DEPTH = 10

Search = Callable[[str], list[Hit]]


def load_questions(path: Path = LABELS) -> list[dict[str, Any]]:
    """`{"id","query","category","answers":[{"document","must_contain":[]}],"needs_ocr"?}` each."""
    questions: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["questions"]
    return questions


def answers(hit: Hit, question: dict[str, Any]) -> bool:
    """Whether the hit is a right passage for the question."""
    documents = [hit.document, *(twin["document"] for twin in hit.duplicates)]
    files = {Path(document["source_path"]).name for document in documents if document.get("source_path")}
    text = _squeeze(" ".join([*hit.section_path, hit.text]))
    return any(
        answer["document"] in files and all(_squeeze(part) in text for part in answer["must_contain"])
        for answer in question["answers"]
    )


def first_right(hits: list[Hit], question: dict[str, Any]) -> int | None:
    """Rank (from 1) of the first right passage."""
    return next((rank for rank, hit in enumerate(hits, 1) if answers(hit, question)), None)


def measure(search: Search, questions: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Shares of questions answered first and among the first three, and mean reciprocal rank at 10."""
    ranks = [(question, first_right(search(question["query"]), question)) for question in questions]
    categories = sorted({question["category"] for question, _ in ranks})
    return {
        **_summary([rank for _, rank in ranks]),
        "by_category": {c: _summary([rank for q, rank in ranks if q["category"] == c]) for c in categories},
        "misses": [{"id": q["id"], "query": q["query"], "rank": rank} for q, rank in ranks if rank is None or rank > 1],
    }


def _summary(ranks: list[int | None]) -> dict[str, Any]:
    count = len(ranks) or 1
    return {
        "questions": len(ranks),
        "hit@1": round(sum(rank == 1 for rank in ranks) / count, 3),
        "hit@3": round(sum(rank is not None and rank <= 3 for rank in ranks) / count, 3),
        "mrr@10": round(sum(1 / rank for rank in ranks if rank) / count, 3),
    }


def _squeeze(text: str) -> str:
    return " ".join(match_form(text).split())


def main(argv: list[str] | None = None) -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--with", dest="others", nargs="*", type=Path, default=[], help="folders of distractors")
    parser.add_argument("--words-only", action="store_true", help="no search by meaning")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--misses", action="store_true", help="print the questions not answered first")
    arguments = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        with Store(data / STORE_FILE) as store:
            results = collect(store, data, [corpus.DOCUMENTS, *arguments.others])
            build(store, data, None if arguments.words_only else load_embedder())
        unread = {Path(result.path).name for result in results if result.status == "failed"}
        questions = [q for q in load_questions() if not all(answer["document"] in unread for answer in q["answers"])]
        searcher = Searcher(data, None if arguments.words_only else load_embedder, restore=restorer())
        report = measure(lambda text: searcher.search(text, DEPTH).hits, questions)
        searcher.close()
    if not arguments.misses:
        del report["misses"]
    if arguments.json:
        print(json.dumps(report, ensure_ascii=False, indent=1))
    else:
        _print(report)
    return 0


def _print(report: dict[str, Any]) -> None:
    rows = [("all", report), *report["by_category"].items()]
    for name, row in rows:
        print(f"{name:<14}{row['questions']:>4}  hit@1 {row['hit@1']:.3f}  hit@3 {row['hit@3']:.3f}")
    for miss in report.get("misses", []):
        print(f"{miss['id']} rank {miss['rank']}: {miss['query']}")


if __name__ == "__main__":
    sys.exit(main())
