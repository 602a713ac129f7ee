"""`cchc evaluate gold`: every kind of fact against the hand labels, per field, with the misses.

Each document is processed once, through the product's pipeline. Splits: `tune` (rules may be tuned on them),
`held` (read for the final figure only: its misses are counted, never shown), `corpus` (our own documents).
Matching follows `evaluation/gold/README.md`.
"""

from __future__ import annotations

import io
import json
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

from evaluation import gold_citations, gold_targets, gold_tasks
from ingest.errors import ReadError
from ingest.models import Document
from ingest.pipeline import process

HERE = Path(__file__).parent
GOLD = HERE / "gold"
CORPUS = HERE.parent / "corpus" / "documents"
CORPUS_LABELS = HERE / "labels" / "corpus-facts.json"
SPLITS = ("tune", "held", "corpus")
TASK_FIELDS = ("lead", "coordinate", "monitor", "deadline", "due_on", "product")


def labels_of(split: str, documents: Path, gold: Path = GOLD) -> Iterator[tuple[str, Path, dict[str, Any]]]:
    """(name, file, labels) of a split. `documents`: the folder that the labels' file names begin in."""
    if split == "corpus":
        for name, facts in json.loads(CORPUS_LABELS.read_text(encoding="utf-8"))["documents"].items():
            named = [
                one | ({"title_kw": [one["title"]]} if one.get("title") and not one["number"] else {})
                for one in facts.get("citations", [])
            ]
            complete = {"citations": True, "targets": True, "tasks": False}
            yield name, CORPUS / name, {"complete": complete, **facts, "citations": named, "named_inside": True}
        return
    seen: set[str] = set()
    # A document that two readers labelled counts once, by the first reader's labels.
    for path in sorted(gold.glob("*.json"), key=lambda p: (p.name.startswith("b-"), p.name)):
        labels = json.loads(path.read_text(encoding="utf-8"))
        if labels["split"] == split and labels["file"] not in seen:
            seen.add(labels["file"])
            yield path.stem, documents / labels["file"], labels


def evaluate_gold(
    documents: Path,
    splits: tuple[str, ...] = SPLITS,
    gold: Path = GOLD,
    progress: Callable[[str], None] | None = None,
) -> dict[str, Any]:
    """{"splits": {split: {"documents", "unread", "citations", "targets", "tasks"}}, "misses": {split: [text]}}.

    A file that isn't there or can't be read is named in `unread`, and its labels don't count.
    """
    result: dict[str, Any] = {"splits": {}, "misses": {}}
    for split in splits:
        scores = _Scores()
        unread: list[str] = []
        count = 0
        for name, path, labels in labels_of(split, documents, gold):
            if progress is not None:
                progress(name)
            try:
                document = process(path)
            except ReadError:
                unread.append(path.name)
                continue
            count += 1
            scores.add(name, document, labels)
        result["splits"][split] = {"documents": count, "unread": unread, **scores.report()}
        misses = scores.misses()
        result["misses"][split] = misses if split != "held" else [f"{len(misses)}"]
    return result


class _Scores:
    """The three evaluators, fed one document at a time."""

    def __init__(self) -> None:
        self.citations: Counter[str] = Counter()
        self.targets = gold_targets.Score()
        self.tasks = gold_tasks.Score()
        self.printed = io.StringIO()

    def add(self, name: str, document: Document, labels: dict[str, Any]) -> None:
        complete, facts = labels.get("complete", {}), document.facts
        if complete.get("citations"):
            with redirect_stdout(self.printed):
                counts = gold_citations.score_document(
                    name, labels.get("citations", []), facts.citations, labels.get("named_inside", False)
                )
            self.citations.update(counts)
        if complete.get("targets"):
            gold_targets.score_document(name, labels.get("targets", []), facts.targets, self.targets)
        if labels.get("tasks") or complete.get("tasks"):
            gold_tasks.score_document(facts.tasks, labels, self.tasks, name)

    def misses(self) -> list[str]:
        return [*self.printed.getvalue().splitlines(), *self.targets.wrong, *self.tasks.misses]

    def report(self) -> dict[str, Any]:
        tasks = self.tasks
        fields = {name: _share(tasks.right[name], tasks.asked[name]) for name in TASK_FIELDS}
        return {
            "citations": {
                "labels": self.citations["labels"],
                **{name.replace(" ", "_"): _scores(self.citations, name) for name in ("number", "number and date")},
                "fields": {
                    name: _share(self.citations[name], self.citations[f"{name} seen"]) for name in ("type", "relation")
                },
            },
            "targets": self.targets.report(),
            "tasks": {
                "labels": tasks.labels,
                "found": _share(tasks.found, tasks.labels),
                "complete": _share(tasks.complete, tasks.labels),
                "precision": _share(tasks.judged - tasks.unlabelled, tasks.judged),
                "table_rows": tasks.rows,
                "table_rows_exact": _share(tasks.rows_right, tasks.rows),
                "fields": fields,
            },
        }


def _share(part: int, whole: int) -> float | None:
    """Rounded to three places; None of nothing."""
    return round(part / whole, 3) if whole else None


def _scores(counts: Counter[str], name: str) -> dict[str, float | None]:
    right, found, labels = counts[name], counts["found"], counts["labels"]
    return {
        "precision": _share(right, found),
        "recall": _share(right, labels),
        "f1": _share(2 * right, found + labels),
    }
