"""Syllable accuracy of diacritics restoration on texts that it was not trained on.

    python -m evaluation.diacritics --texts F... [--limit N]

Prints, per removal (all, half, none): the share of syllables right, the share of texts wholly right,
and milliseconds a text. `none` measures harm: texts typed with all their marks.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from pathlib import Path

from index.diacritics import MODEL, DiacriticsModel
from index.train_diacritics import read_texts
from ingest.clean.fold import match_form, strip_diacritics

_TOKEN = re.compile(r"\w+")


def remove_marks(text: str, removal: str, chance: random.Random) -> str:
    """`all`: no marks left; `half`: each syllable loses its marks with probability one half."""
    if removal == "all":
        return strip_diacritics(text)
    if removal == "half":
        return _TOKEN.sub(lambda m: strip_diacritics(m.group()) if chance.random() < 0.5 else m.group(), text)
    return text


def measure(model: DiacriticsModel, texts: list[str], removal: str) -> dict[str, float]:
    """Shares 0..1 over syllables and texts; `ms` is the median per text."""
    chance = random.Random(7)
    right = total = whole = 0
    spent: list[float] = []
    for text in texts:
        truth = match_form(text)
        typed = remove_marks(truth, removal, chance)
        began = time.perf_counter()
        restored = model.restore(typed).text
        spent.append((time.perf_counter() - began) * 1000)
        pairs = list(zip(_TOKEN.findall(truth), _TOKEN.findall(restored), strict=True))
        same = sum(a == b for a, b in pairs)
        right, total, whole = right + same, total + len(pairs), whole + (same == len(pairs))
    spent.sort()
    return {"syllables": right / total, "texts": whole / len(texts), "ms": spent[len(spent) // 2]}


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, nargs="+", required=True)
    parser.add_argument("--model", type=Path, default=MODEL)
    parser.add_argument("--limit", type=int, default=2000)
    given = parser.parse_args()
    model = DiacriticsModel.load(given.model)
    texts = [text[:400] for text in read_texts(given.texts)][: given.limit]
    print(json.dumps({r: measure(model, texts, r) for r in ("all", "half", "none")}, indent=1))


if __name__ == "__main__":
    main()
