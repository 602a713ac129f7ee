"""Quality of target extraction against hand labels.

`python -m evaluation.gold_targets [--split tune|held|all|corpus|quoted|quoted-held|seeds] [--misses]`

A label is found by an extraction whose text holds all its keywords and whose value is the same. It
is right if every scored field agrees too: value, upper value, comparator, unit, change, year, and
the indicator, which must hold at least 60% of the keywords' words. Documents live beside the
checkout in `../shared/documents`; labels of the project's own corpus are read with `--split corpus`,
those of plans that articles quote (`evaluation/gold/quoted`) with `--split quoted` or `quoted-held`.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ingest.clean.fold import strip_diacritics
from ingest.errors import ReadError
from ingest.extract.models import Target
from ingest.extract.targets import find_targets
from ingest.models import Document
from ingest.pipeline import process

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "evaluation" / "gold"
DOCUMENTS = ROOT.parent / "shared" / "documents"
FIELDS = ("comparator", "value_to", "unit", "change", "year", "period", "maintain_until", "baseline", "indicator")
# The goal of the product counts these; the rest is reported beside them.
COUNTED = ("comparator", "value_to", "unit", "year", "indicator")
_STOP = frozenset(
    [
        *("nhom", "dan", "dau", "bac", "hang", "tang", "giam", "diem", "den", "nam"),
        "toi",
        "thieu",
        "it",
        "nhat",
        "dat",
        "tren",
        "duoi",
        "tu",
        "phan",
        "dau",
        "dam",
        "bao",
        "chiem",
        "de",
        "ra",
        "chi",
        "tieu",
    ]
)


def fold(text: str) -> str:
    """Lower case without diacritics, one space between words.

    >>> fold("Tỷ  lệ\\nhồ sơ")
    'ty le ho so'
    """
    return " ".join(strip_diacritics(text).lower().split())


@dataclass
class Score:
    """Counts of one run."""

    labels: int = 0
    found: int = 0
    right: int = 0
    extracted: int = 0
    matched: int = 0
    wrong: list[str] = field(default_factory=list)
    per_field: dict[str, list[int]] = field(default_factory=lambda: {name: [0, 0] for name in FIELDS})

    def report(self) -> dict[str, Any]:
        """Precision, recall and F1 of values and of whole targets; share right per field."""
        precision = self.matched / self.extracted if self.extracted else 1.0
        recall = self.found / self.labels if self.labels else 1.0
        share = self.right / self.found if self.found else 1.0
        full_precision, full_recall = precision * share, self.right / self.labels if self.labels else 1.0
        return {
            "labels": self.labels,
            "extracted": self.extracted,
            "value": {"precision": round(precision, 3), "recall": round(recall, 3), "f1": _f1(precision, recall)},
            "all_fields": {
                "precision": round(full_precision, 3),
                "recall": round(full_recall, 3),
                "f1": _f1(full_precision, full_recall),
            },
            "fields": {
                name: round(good / total, 3) if total else None for name, (good, total) in self.per_field.items()
            },
        }


def _f1(precision: float, recall: float) -> float:
    return round(2 * precision * recall / (precision + recall), 3) if precision + recall else 0.0


def _holds(label: dict[str, Any], target: Target) -> bool:
    if abs(float(label["value"]) - target.value) > 1e-6:
        return False
    text = fold(f"{target.text} {target.indicator}")
    return all(fold(keyword) in text for keyword in label["keywords"])


def _agrees(name: str, label: dict[str, Any], target: Target) -> bool:
    if name == "indicator":
        words = [
            w for k in label["keywords"] for w in re.findall(r"[^\W_]+", fold(k)) if w not in _STOP and not w.isdigit()
        ]
        own = set(re.findall(r"[^\W_]+", fold(f"{target.indicator} {target.unit or ''}")))
        return not words or sum(w in own for w in words) >= 0.6 * len(words)
    if name == "year" and "years" in label:
        return target.year in label["years"]
    wanted, got = label.get(name), getattr(target, name)
    if name == "period":
        return bool((tuple(wanted) if wanted else None) == got)
    if name == "unit" and wanted and got:
        wanted, got = re.sub(r"\s*/\s*", "/", fold(wanted)), re.sub(r"\s*/\s*", "/", fold(got))
        return bool(wanted == got or wanted.startswith(got + " ") or got.startswith(wanted + " "))
    return bool(wanted == got)


def score_document(name: str, labels: list[dict[str, Any]], targets: list[Target], score: Score) -> None:
    """Add one document to `score`. Every further extraction that matches a label is right too."""
    used: set[int] = set()
    for label in labels:
        optional = bool(label.get("optional"))
        unsure = label.get("unsure", [])
        candidates = [(i, t) for i, t in enumerate(targets) if _holds(label, t)]
        scored = [f for f in FIELDS if f not in unsure and (f in label or f == "indicator")]

        def good(target: Target, label: dict[str, Any] = label, scored: list[str] = scored) -> int:
            return sum(_agrees(f, label, target) * (3 if f in COUNTED else 1) for f in scored)

        if candidates:
            best = max(candidates, key=lambda c: (good(c[1]), c[0] not in used))
            used.update(i for i, t in candidates if good(t) == good(best[1]) or _agrees("indicator", label, t))
            if not optional:
                score.labels += 1
                score.found += 1
                bad = [f for f in scored if not _agrees(f, label, best[1])]
                for f in scored:
                    score.per_field[f][1] += 1
                    score.per_field[f][0] += f not in bad
                score.right += not any(f in COUNTED for f in bad)
                for f in bad:
                    score.wrong.append(
                        f"{name}: FIELD {f}: want {label.get(f, label['keywords'])!r}, got {getattr(best[1], f)!r} "
                        f"| {best[1].text[:140]}"
                    )
        elif not optional:
            score.labels += 1
            score.wrong.append(f"{name}: MISS {label['value']} {label['unit']} {label['keywords']}")
    for i, target in enumerate(targets):
        score.extracted += 1
        score.matched += i in used
        if i not in used:
            score.wrong.append(
                f"{name}: EXTRA {target.comparator}{target.value} {target.unit} [{target.indicator[:90]}] "
                f"| {target.text[:200]}"
            )


def labelled(split: str) -> list[tuple[str, Path, list[dict[str, Any]]]]:
    """(name, document, target labels) of a split whose targets are labelled completely."""
    if split == "seeds":
        return seeds()
    if split == "corpus":
        facts = json.loads((ROOT / "evaluation" / "labels" / "corpus-facts.json").read_text(encoding="utf-8"))
        return [(n, ROOT / "corpus" / "documents" / n, e.get("targets", [])) for n, e in facts["documents"].items()]
    result: list[tuple[str, Path, list[dict[str, Any]]]] = []
    for path in sorted(GOLD.glob("*.json")):
        if path.name.startswith("b-") and (GOLD / path.name[2:]).exists():
            continue
        label = json.loads(path.read_text(encoding="utf-8"))
        document = DOCUMENTS / label["file"]
        if label["complete"].get("targets") and split in (label["split"], "all") and document.exists():
            result.append((path.stem, document, label["targets"]))
    return result


def seeds() -> list[tuple[str, Path, list[dict[str, Any]]]]:
    """(name, document, target labels) of the seeds; `years` holds those that are right."""
    source = ROOT.parent / "shared" / "gold" / "seeds.json"
    if not source.exists():
        return []
    result: list[tuple[str, Path, list[dict[str, Any]]]] = []
    for name, labels in json.loads(source.read_text(encoding="utf-8"))["targets"].items():
        named = []
        for one in labels:
            low, high = (one["value"], None) if not isinstance(one["value"], list) else one["value"]
            label = {**{k: one[k] for k in ("keywords", "comparator", "unit")}, "value": low, "value_to": high}
            named.append({**label, "year": None, "years": one.get("years") or [None]})
        result.append((name, DOCUMENTS / "seeds" / name, named))
    return result


def quoted(folder: Path, split: str = "tune") -> list[tuple[str, Path, list[dict[str, Any]]]]:
    """(name, document, target labels) of plans that articles quote and whose label has this split.

    A label names a record of a file in `../shared` and the lines to take; they are laid out in `folder` as
    a plan with a title and a heading of goals, because that is what the article leaves out.
    """
    labels = {
        path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted((GOLD / "quoted").glob("*.json"))
    }
    labels = {name: label for name, label in labels.items() if label["split"] == split}
    wanted: dict[str, dict[str | int, list[str]]] = {}
    for label in labels.values():
        wanted.setdefault(label["file"], {})[label["record"]] = []
    for name, records in wanted.items():
        source = ROOT.parent / "shared" / name
        if not source.exists():
            continue
        with gzip.open(source, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                if number in records:  # pairs have no names
                    record = json.loads(line)
                    records[number] = (record.get("passage") or record["text"]).split("\n")
                elif isinstance(next(iter(records)), str):
                    record = json.loads(line)
                    if record["id"] in records:
                        records[record["id"]] = record["text"].split("\n")
    result: list[tuple[str, Path, list[dict[str, Any]]]] = []
    for stem, label in labels.items():
        first, last = label["lines"]
        text = wanted[label["file"]][label["record"]][first : last + 1]
        if text:
            path = folder / f"{stem}.md"
            head = ["KẾ HOẠCH", "", label["title"], ""] if label["title"] else []
            head += ["I. " + label["heading"], ""] if label["heading"] else []
            if not isinstance(label["record"], str):  # a pair has one line a paragraph
                text = [part for line in text for part in (line, "")]
            path.write_text("\n".join([*head, *text]) + "\n", encoding="utf-8")
            result.append((stem, path, label["targets"]))
    return result


def main() -> int:
    """Print per-field figures as JSON, the misses on demand on standard error."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--split", choices=("tune", "held", "all", "corpus", "quoted", "quoted-held", "seeds"), default="tune"
    )
    parser.add_argument("--misses", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        return _run(
            quoted(Path(folder), "held" if arguments.split.endswith("held") else "tune")
            if arguments.split.startswith("quoted")
            else labelled(arguments.split),
            arguments.misses,
        )


def _run(documents: list[tuple[str, Path, list[dict[str, Any]]]], misses: bool) -> int:
    score = Score()
    seconds = {"process": 0.0, "targets": 0.0}
    for name, path, labels in documents:
        started = time.perf_counter()
        try:
            document: Document = process(path)
        except ReadError:
            continue  # a scan without a text layer
        middle = time.perf_counter()
        targets = find_targets(document)
        seconds["process"] += middle - started
        seconds["targets"] += time.perf_counter() - middle
        score_document(name, labels, targets, score)
    if misses:
        print("\n".join(score.wrong), file=sys.stderr)
    print(json.dumps({**score.report(), "seconds": {k: round(v, 2) for k, v in seconds.items()}}, indent=1))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
