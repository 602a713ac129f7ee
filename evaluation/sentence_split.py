"""Sentence splitters compared on sentence ends marked by hand.

    python -m evaluation.sentence_split SHARED_DOCUMENTS

`labels/sentence_ends.json` holds no text: a file under the folder of real documents, the number of
one of its paragraphs (parted by blank lines), and the offsets in that paragraph, white space
single and "*" removed, where a sentence ends. The end of the paragraph itself is not counted.
Half of the paragraphs were drawn at random, half among those with abbreviations, dots of omission,
closing brackets or numbers before a mark; forms to fill in were left out. The same person wrote
the rules and the labels, the labels after the rules.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

from ingest.parse.sentence import sentence_spans

LABELS = Path(__file__).parent / "labels" / "sentence_ends.json"
Splitter = Callable[[str], list[int]]


def paragraphs(folder: Path) -> list[tuple[str, list[int]]]:
    """Labelled paragraphs with the offsets of their inner sentence ends."""
    texts: dict[str, list[str]] = {}
    found: list[tuple[str, list[int]]] = []
    for label in json.loads(LABELS.read_text(encoding="utf-8")):
        name = label["file"].removeprefix("documents/")
        if name not in texts:
            texts[name] = re.split(r"\n\s*\n", (folder / name).read_text(encoding="utf-8"))
        found.append((" ".join(texts[name][label["paragraph"]].replace("*", "").split()), label["ends"]))
    return found


def by_rule(text: str) -> list[int]:
    """Inner sentence ends by our rules."""
    return [end for _, end in sentence_spans(text)][:-1]


def by_underthesea(text: str) -> list[int]:
    """Inner sentence ends by underthesea; its sentences are found again in the text."""
    from underthesea import sent_tokenize

    ends: list[int] = []
    at = 0
    for sentence in sent_tokenize(text):
        for char in "".join(sentence.split()):
            at = text.index(char, at) + 1
        ends.append(at)
    return ends[:-1]


def compare(folder: Path) -> dict[str, dict[str, float]]:
    """Precision, recall, F1 and characters a second of both splitters."""
    marked = paragraphs(folder)
    result: dict[str, dict[str, float]] = {}
    splitters: dict[str, Splitter] = {"rule": by_rule, "underthesea": by_underthesea}
    for name, split in splitters.items():
        split(marked[0][0])
        began = time.perf_counter()
        found = [set(split(text)) for text, _ in marked]
        seconds = time.perf_counter() - began
        right = sum(len(ends & set(gold)) for ends, (_, gold) in zip(found, marked, strict=True))
        said, true = sum(map(len, found)), sum(len(gold) for _, gold in marked)
        precision, recall = right / max(said, 1), right / max(true, 1)
        result[name] = {
            "paragraphs": len(marked),
            "ends": true,
            "precision": round(precision, 4),
            "recall": round(recall, 4),
            "f1": round(2 * precision * recall / max(precision + recall, 1e-9), 4),
            "characters_per_second": round(sum(len(text) for text, _ in marked) / seconds),
        }
    return result


if __name__ == "__main__":
    print(json.dumps(compare(Path(sys.argv[1])), indent=1))
