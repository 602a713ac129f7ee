"""Tasks against the hand labels: precision and recall per field, with the misses.

`python -m evaluation.gold_tasks [--split tune|held] [--misses]` reads `evaluation/gold` and the shared
documents beside the checkout; `--corpus` reads `evaluation/labels/corpus-facts.json` and `corpus/documents`,
`--seeds` the labels of the three seeds, which shorten names.
Matching follows `evaluation/gold/README.md`.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ingest.clean.fold import match_form, strip_diacritics
from ingest.errors import ReadError
from ingest.extract.models import Task
from ingest.extract.tasks import find_tasks
from ingest.models import Document
from ingest.pipeline import process

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "evaluation" / "gold"
SHARED = ROOT.parent / "shared" / "documents"

_SAME = (
    (r"ủy ban nhân dân", "ubnd"), (r"khoa học và công nghệ|kh&cn|khcn", "khcn"),
    (r"giáo dục và đào tạo|gd&đt|gdđt", "gdđt"),
    (r"hội đồng nhân dân", "hđnd"), (r"\b(?:lãnh đạo|thủ trưởng|giám đốc|chủ tịch|bộ trưởng|trưởng)\s+", ""),
    (r"\s*(?:có )?liên quan\b", ""), (r"[,;./]|\bvà\b", " "),
)  # fmt: skip


def fold_units(units: list[str]) -> str:
    """Units as one folded string, without separators."""
    text = match_form("; ".join(units))
    for pattern, same in _SAME:
        text = re.sub(pattern, same, text)
    return " ".join(strip_diacritics(text).split())


def fold_text(text: str | None) -> str:
    """Folded, white space and final marks dropped."""
    return " ".join(match_form(text or "").split()).strip(" .;,")


@dataclass
class Score:
    """Counts over documents: labels, labels found, right fields, facts without a label."""

    labels: int = 0
    found: int = 0
    complete: int = 0
    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    facts: int = 0
    unlabelled: int = 0
    judged: int = 0
    rows: int = 0
    rows_right: int = 0
    misses: list[str] = field(default_factory=list)


def _holds(task: Task, keywords: list[str]) -> bool:
    text = match_form(" ".join([task.task, task.product or "", *task.section_path[-2:]]))
    text += " " + match_form("; ".join([*task.lead, *task.coordinate, task.deadline or ""]))
    squeezed = " ".join(text.split())
    return all(" ".join(match_form(k).split()) in squeezed for k in keywords)


def _wrong_shortened(task: Task, label: dict[str, Any]) -> list[str]:
    """Like `wrong_fields` for labels that shorten: each named unit and the deadline must be part of what was found.

    A field that the label leaves empty must be empty.
    """
    wrong = []
    for name in ("lead", "coordinate"):
        found, said = fold_units(getattr(task, name)), [fold_units([unit]) for unit in label.get(name) or []]
        if not all(unit in found for unit in said) or bool(said) != bool(found):
            wrong.append(name)
    deadline, said_when = fold_text(task.deadline), fold_text(label.get("deadline"))
    if said_when not in deadline or bool(said_when) != bool(deadline):
        wrong.append("deadline")
    if label.get("product") and match_form(label["product"]) not in match_form(" ".join((task.product or "").split())):
        wrong.append("product")
    return wrong


def wrong_fields(task: Task, label: dict[str, Any]) -> list[str]:
    """Fields of a label that the task gets wrong; those marked `unsure` never count."""
    if label.get("shortened"):
        return _wrong_shortened(task, label)
    unsure = label.get("unsure") or []
    wrong = [
        name
        for name in ("lead", "coordinate", "monitor")
        if name not in unsure and fold_units(getattr(task, name)) != fold_units(label.get(name) or [])
    ]
    if "deadline" not in unsure and fold_text(task.deadline) != fold_text(label.get("deadline")):
        wrong.append("deadline")
    if "due_on" not in unsure and label.get("due_on") and task.due_on != label["due_on"]:
        wrong.append("due_on")
    product = match_form(" ".join((task.product or "").split()))
    keywords = label.get("product_kw") or ([label["product"]] if label.get("product") else [])
    if "product" not in unsure and not all(match_form(k) in product for k in keywords):
        wrong.append("product")
    return wrong


def score_document(tasks: list[Task], data: dict[str, Any], score: Score, name: str) -> None:
    """Add one document's labels to the score."""
    labels: list[dict[str, Any]] = data.get("tasks", [])
    used: set[int] = set()
    for label in sorted(labels, key=lambda item: bool(item.get("optional"))):
        candidates = [n for n, t in enumerate(tasks) if _holds(t, label["keywords"])]
        if label.get("optional"):
            used.update(candidates)
            continue
        score.labels += 1
        row = bool(label.get("from_table"))
        score.rows += row
        free = [n for n in candidates if n not in used] or candidates
        if row:
            free = [n for n in free if tasks[n].from_table] or free
        if not free:
            score.misses.append(f"{name}: missing {label['keywords']} lead={label['lead']}")
            continue
        best = min(free, key=lambda n: len(wrong_fields(tasks[n], label)))
        used.update(candidates if not row else [best])
        used.add(best)
        score.found += 1
        wrong = wrong_fields(tasks[best], label)
        for part in ("lead", "coordinate", "monitor", "deadline", "due_on", "product"):
            score.asked[part] += 1
            score.right[part] += part not in wrong
        if wrong:
            task = tasks[best]
            score.misses.append(
                f"{name}: {wrong} {label['keywords']}\n"
                f"    label {[label.get(w if w != 'product' else 'product_kw') for w in wrong]}\n"
                f"    found {[getattr(task, w) for w in wrong]}"
            )
        score.complete += not wrong
        score.rows_right += row and not wrong
    complete = data.get("complete", {})
    score.facts += len(tasks)
    if complete.get("tasks") or complete.get("assigned_tasks"):
        score.judged += len(tasks)
        for n, task in enumerate(tasks):
            if n not in used:
                score.unlabelled += 1
                score.misses.append(f"{name}: no label: {task.lead} | {task.task[:110]}")


def _document(path: Path) -> Document | None:
    try:
        return process(path)
    except ReadError as error:
        print(f"{path.name}: {error}")
        return None


def main(argv: list[str] | None = None) -> int:
    """Print the figures; with `--misses` every miss."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--split", default="tune", choices=["tune", "held"])
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--corpus", action="store_true")
    parser.add_argument("--seeds", action="store_true")
    parser.add_argument("--only", default="")
    args = parser.parse_args(argv)
    score = Score()
    seconds, pages = 0.0, 0
    labels = _corpus_labels() if args.corpus else _seed_labels() if args.seeds else _gold_labels(args.split)
    for name, path, data in labels:
        if args.only not in name:
            continue
        document = _document(path)
        if document is None:
            continue
        began = time.perf_counter()
        tasks = find_tasks(document)
        seconds += time.perf_counter() - began
        pages += len(document.pages)
        score_document(tasks, data, score, name)
    report(score, args.misses)
    print(f"{1000 * seconds / max(pages, 1):.2f} ms a page, {pages} pages")
    return 0


def _gold_labels(split: str) -> list[tuple[str, Path, dict[str, Any]]]:
    found: list[tuple[str, Path, dict[str, Any]]] = []
    names = {p.name for p in GOLD.glob("*.json")}
    for path in sorted(GOLD.glob("*.json")):
        if path.name.startswith("b-") and path.name[2:] in names:
            continue  # labelled twice: one counts
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["split"] == split:
            found.append((path.stem, SHARED / data["file"], data))
    return found


def _corpus_labels() -> list[tuple[str, Path, dict[str, Any]]]:
    data = json.loads((ROOT / "evaluation" / "labels" / "corpus-facts.json").read_text(encoding="utf-8"))
    return [(name, ROOT / "corpus" / "documents" / name, labels) for name, labels in data["documents"].items()]


def _seed_labels() -> list[tuple[str, Path, dict[str, Any]]]:
    data = json.loads((SHARED.parent / "gold" / "seeds.json").read_text(encoding="utf-8"))
    # the seeds' labels shorten names: "Các phòng chuyên môn" for "Các phòng chuyên môn, đơn vị trực thuộc Sở"
    return [
        (name, SHARED / "seeds" / name, {"tasks": [{**task, "shortened": True} for task in tasks]})
        for name, tasks in data["tasks"].items()
    ]


def report(score: Score, misses: bool) -> None:
    """Print a score."""
    if misses:
        print("\n".join(score.misses))

    def share(part: int, whole: int) -> str:
        return f"{part}/{whole} = {part / whole:.3f}" if whole else "-"

    print(f"labels found {share(score.found, score.labels)}; complete {share(score.complete, score.labels)}")
    for part in ("lead", "coordinate", "monitor", "deadline", "due_on", "product"):
        print(f"  {part}: {share(score.right[part], score.asked[part])}")
    print(f"table rows exact {share(score.rows_right, score.rows)}")
    right = score.judged - score.unlabelled
    print(f"facts {score.facts}; with a label {share(right, score.judged)} (in documents labelled in full)")


if __name__ == "__main__":
    raise SystemExit(main())
