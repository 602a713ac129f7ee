"""Citations against the hand labels: precision and recall per field, with the misses.

    python -m evaluation.gold_citations                  # the files that rules may be tuned on
    python -m evaluation.gold_citations --split held     # the final figure: run it once
    python -m evaluation.gold_citations --seeds          # ../shared/gold/seeds.json
    python -m evaluation.gold_citations --corpus         # our own corpus/documents

"number" and "number and date" count distinct pairs; a label without a number (a law by name) is paired by the key
words of its title. A label marked `optional` is neither a miss nor, when found, an error. A document that two
readers labelled is scored once. Matching of numbers is by spelling, after normalisation on both sides.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ingest.clean.fold import match_form, strip_diacritics
from ingest.errors import ReadError
from ingest.extract.citations import find_citations
from ingest.extract.models import Citation
from ingest.models import Document
from ingest.parse.number import number_key
from ingest.pipeline import process

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared"
Label = dict[str, Any]


def _plain(text: str) -> str:
    """Words alone: no diacritics, case, commas."""
    bare = strip_diacritics(match_form(text)).lower()
    return " ".join("".join(c if c.isalnum() else " " for c in bare).split())


def gold(split: str) -> Iterator[tuple[Path, list[Label]]]:
    """Files of a split with their labels; one reader's where two labelled a file."""
    seen: set[str] = set()
    for path in sorted((HERE / "gold").glob("*.json"), key=lambda p: (p.name.startswith("b-"), p.name)):
        label = json.loads(path.read_text(encoding="utf-8"))
        if label["split"] != split or label["file"] in seen or not label["complete"]["citations"]:
            continue
        seen.add(label["file"])
        yield SHARED / "documents" / label["file"], label["citations"]


def seeds() -> Iterator[tuple[Path, list[Label]]]:
    """The seeds; their labels call the date `date` and give no relation."""
    data = json.loads((SHARED / "gold" / "seeds.json").read_text(encoding="utf-8"))
    for name, labels in data["citations"].items():
        yield (
            SHARED / "documents" / "seeds" / name,
            [{"number": one["number"], "issued_on": one["date"]} for one in labels],
        )


def corpus() -> Iterator[tuple[Path, list[Label]]]:
    """Our own documents."""
    data = json.loads((HERE / "labels" / "corpus-facts.json").read_text(encoding="utf-8"))
    for name, facts in data["documents"].items():
        labels = [
            one | ({"title_kw": [one["title"]]} if one.get("title") and not one["number"] else {})
            for one in facts.get("citations", [])
        ]
        yield HERE.parent / "corpus" / "documents" / name, labels


def _pairs(labels: list[Label], found: list[Citation]) -> list[tuple[Label | None, Citation | None]]:
    """Labels with the citations that stand for them; what stays alone on either side."""
    left = list(found)
    pairs: list[tuple[Label | None, Citation | None]] = []
    rest: list[Label] = []
    for exact in (True, False):
        for label in labels if exact else rest:
            match = next(
                (c for c in left if _same(label, c) and (not exact or c.issued_on == label["issued_on"])), None
            )
            if match is None:
                if exact:
                    rest.append(label)
                else:
                    pairs.append((label, None))
                continue
            left.remove(match)
            pairs.append((label, match))
    return pairs + [(None, citation) for citation in left]


def _same(label: Label, citation: Citation) -> bool:
    if label["number"]:
        return citation.number is not None and number_key(citation.number) == number_key(label["number"])
    if citation.number is not None:
        return False
    words = _plain(f"{citation.title} {citation.text}")
    keywords = [_plain(word) for word in label["title_kw"]]
    amending = any("sua doi" in word for word in keywords)
    return all(word in words for word in keywords) and (("sua doi" in words) == amending)


def measure(files: Iterator[tuple[Path, list[Label]]], named_inside: bool = False) -> Counter[str]:
    """Counts per field, and the misses printed. `named_inside`: laws named in a law's title aren't labelled."""
    counts: Counter[str] = Counter()
    for path, labels in files:
        try:
            document: Document = process(path)
        except ReadError as error:
            print(f"not read: {path.name}: {error}")
            continue
        counts.update(score_document(path.name, labels, find_citations(document), named_inside))
    return counts


def score_document(name: str, labels: list[Label], found: list[Citation], named_inside: bool = False) -> Counter[str]:
    """Counts of one document, its misses printed."""
    counts: Counter[str] = Counter()
    for label, citation in _pairs(labels, found):
        _count(counts, name, label, citation, named_inside)
    return counts


def _count(counts: Counter[str], name: str, label: Label | None, citation: Citation | None, named_inside: bool) -> None:
    if label is not None and label.get("optional"):
        return
    if label is None:
        assert citation is not None
        if named_inside and citation.number is None:
            return
        counts["found"] += 1
        counts["extra"] += 1
        what = citation.number or citation.title
        print(f"{name[:26]:26} too much  {what} {citation.issued_on} | {citation.text[:70]!r}")
        return
    unsure = label.get("unsure", [])
    counts["labels"] += 1
    if citation is None:
        print(f"{name[:26]:26} missed    {label['number'] or label.get('title_kw')} {label['issued_on']}")
        return
    counts["found"] += 1
    same_number = citation.number == label["number"]
    same_date = citation.issued_on == label["issued_on"] or "issued_on" in unsure
    counts["number"] += same_number
    counts["number and date"] += same_number and same_date
    if not same_number:
        print(f"{name[:26]:26} number    {citation.number}, should be {label['number']}")
    if not same_date:
        print(f"{name[:26]:26} date      {label['number']} {citation.issued_on}, should be {label['issued_on']}")
    for field in ("type", "relation"):
        if field not in label or field in unsure:
            continue
        right = [label[field], *(label.get("also_right", []) if field == "relation" else [])]
        counts[f"{field} seen"] += 1
        counts[field] += getattr(citation, field) in right
        if getattr(citation, field) not in right:
            print(
                f"{name[:26]:26} {field:9} {label['number'] or label.get('title_kw')} is {getattr(citation, field)}, "
                f"should be {label[field]} | {citation.text[:40]!r}"
            )


def report(counts: Counter[str]) -> None:
    """Print precision, recall and F1, and the share of right types and relations among the pairs."""
    for field in ("number", "number and date"):
        precision = counts[field] / max(counts["found"], 1)
        recall = counts[field] / max(counts["labels"], 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        of = f"{counts[field]} of {counts['labels']} labels, {counts['found']} found"
        print(f"{field:16} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({of})")
    for field in ("type", "relation"):
        if counts[f"{field} seen"]:
            print(
                f"{field:16} {counts[field]}/{counts[f'{field} seen']} = {counts[field] / counts[f'{field} seen']:.3f}"
            )


def main(argv: list[str] | None = None) -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description="Precision and recall of citations")
    parser.add_argument("--split", choices=("tune", "held"), default="tune")
    parser.add_argument("--seeds", action="store_true")
    parser.add_argument("--corpus", action="store_true")
    arguments = parser.parse_args(argv)
    files = seeds() if arguments.seeds else corpus() if arguments.corpus else gold(arguments.split)
    report(measure(files, named_inside=arguments.corpus))
    return 0


if __name__ == "__main__":
    sys.exit(main())
