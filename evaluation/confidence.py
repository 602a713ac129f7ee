"""How well a result knows that nothing found really answers: questions that no document answers against
questions whose answer is among the first three.

    python -m evaluation.confidence --data DIR [--labels F...] [--out-of-scope F] [--show X]

Prints a line of JSON: the area under the ROC curve, and for several bars the share of good answers that
are doubted and the share of out-of-scope questions that are. `held_out`: the half of the out-of-scope
questions that the model in `index.confidence` was not fitted to.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections.abc import Sequence
from pathlib import Path

from evaluation.staff_questions import LABELS, rank_of, read_questions
from index.confidence import DOUBT
from index.diacritics import DiacriticsModel
from index.search import Searcher
from index.spelling import Speller

OUT_OF_SCOPE = Path(__file__).parent / "labels" / "out-of-scope.json"
BARS = (0.02, DOUBT, 0.1, 0.2)


def out_of_scope(path: Path = OUT_OF_SCOPE) -> list[str]:
    """Questions that no administrative document answers."""
    return [entry["query"] for entry in json.loads(path.read_text(encoding="utf-8"))["questions"]]


def is_held_out(query: str) -> bool:
    """The half that nothing was fitted to."""
    return zlib.crc32(query.encode("utf-8")) % 2 == 0


def area(good: Sequence[float], bad: Sequence[float]) -> float:
    """Area under the ROC curve: how often a good answer is trusted more than a bad one.

    >>> area([0.9, 0.5], [0.1, 0.5])
    0.875
    """
    pairs = [(g > b) + 0.5 * (g == b) for g in good for b in bad]
    return sum(pairs) / len(pairs) if pairs else 0.0


def main(argv: Sequence[str] | None = None) -> int:
    """Print the figures of a data folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--labels", type=Path, nargs="+", default=[LABELS])
    parser.add_argument("--out-of-scope", type=Path, default=OUT_OF_SCOPE)
    parser.add_argument("--show", type=float, help="print good answers trusted less than this")
    given = parser.parse_args(argv)
    searcher = Searcher(given.data, restore=Speller(DiacriticsModel.load()))
    good: list[float] = []
    for question in (question for path in given.labels for question in read_questions(path)):
        result = searcher.search(question.query)
        rank = rank_of(result.hits, question)
        if rank is not None and rank <= 3:
            good.append(result.confidence)
            if given.show is not None and result.confidence < given.show:
                print(f"{result.confidence:.3f}  {question.query}")
    bad = {query: searcher.search(query).confidence for query in out_of_scope(given.out_of_scope)}
    held_out = [sure for query, sure in bad.items() if is_held_out(query)]
    searcher.close()
    figures = {
        "good": len(good),
        "out_of_scope": len(bad),
        "auc": round(area(good, list(bad.values())), 4),
        "auc_held_out": round(area(good, held_out), 4),
        "doubted": {
            str(bar): {
                "good": round(_below(good, bar), 4),
                "out_of_scope": round(_below(list(bad.values()), bar), 3),
                "held_out": round(_below(held_out, bar), 3),
            }
            for bar in BARS
        },
    }
    print(json.dumps(figures))
    return 0


def _below(values: Sequence[float], bar: float) -> float:
    return sum(value < bar for value in values) / max(len(values), 1)


if __name__ == "__main__":
    raise SystemExit(main())
