"""Passages, outline and section kinds over a folder of real documents.

    python -m evaluation.passage_stats SHARED_DOCUMENTS

Counts are over passages that are not furniture. `kinds` compares the kind of 425 sections of 121
documents with labels made by hand (`labels/section_kinds.json`: file, label and the first words
of the heading, kind); `tune` was looked at while the wordings were written, `held_out` drawn after,
`fresh` labelled before the program's kinds of them were seen.
A labelled section that the outline doesn't find counts as wrong. `ms_per_1000_words` is the time of
cleaning, outline and passages together, without reading and header.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from pathlib import Path

from ingest.clean import clean
from ingest.errors import ReadError
from ingest.models import Header, Section
from ingest.parse.outline import parse_outline
from ingest.parse.passage import MAX_WORDS, MIN_WORDS, cut_passages
from ingest.read import SUFFIXES, read_file

LABELS = Path(__file__).parent / "labels" / "section_kinds.json"
_HEADING_WORDS = 5


def _first_words(section: Section) -> tuple[str | None, str]:
    return section.label, " ".join(section.heading.split()[:_HEADING_WORDS])


def measure(folder: Path) -> dict[str, object]:
    """Figures over every readable document under `folder`."""
    labels = json.loads(LABELS.read_text(encoding="utf-8"))
    wanted = {(row["file"], row["label"], row["heading"]): row for row in labels}
    counts: Counter[str] = Counter()
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    confused: Counter[str] = Counter()
    found: set[tuple[str, str | None, str]] = set()
    sizes: list[int] = []
    seconds = 0.0
    for path in sorted(p for p in folder.rglob("*") if p.suffix.lower() in SUFFIXES):
        try:
            raw = read_file(path)
        except ReadError:
            counts["unreadable"] += 1
            continue
        began = time.perf_counter()
        reading = clean(raw)
        sections = parse_outline(reading)
        passages = cut_passages(reading, sections, Header())
        seconds += time.perf_counter() - began
        counts["documents"] += 1
        counts["words"] += len(reading.text.split())
        counts["sections"] += sum(1 for top in sections for _ in top.walk())
        counts["furniture"] += sum(p.furniture for p in passages)
        sizes += [len(p.text.split()) for p in passages if not p.furniture]
        for section in (s for top in sections for s in top.walk()):
            key = (str(path.relative_to(folder)), *_first_words(section))
            row = wanted.get(key)
            if row is not None and key not in found:
                found.add(key)
                hit = section.kind.value == row["kind"]
                right[row["split"]] += hit
                if not hit:
                    confused[f"{row['kind']} read as {section.kind.value}"] += 1
    for row in labels:
        asked[row["split"]] += 1
    sizes.sort()
    return {
        **counts,
        "passages": len(sizes),
        "shorter_than_40": sum(size < MIN_WORDS for size in sizes),
        "longer_than_220": sum(size > MAX_WORDS for size in sizes),
        "words_quantiles": {q: sizes[int(len(sizes) * q)] for q in (0.05, 0.25, 0.5, 0.75, 0.95)},
        "ms_per_1000_words": round(1e6 * seconds / max(counts["words"], 1), 1),
        "kinds": {split: [right[split], asked[split], round(right[split] / asked[split], 3)] for split in asked},
        "kinds_not_found": len(labels) - len(found),
        "confused": dict(confused.most_common(12)),
    }


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1])), ensure_ascii=False, indent=1))
