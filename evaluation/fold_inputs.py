"""Inputs of the fold models from which the ranker learns: training files without what a fold holds back.

    python -m evaluation.fold_inputs --folds 3 --out DIR --files F... --questions F

Writes `DIR/<fold>/<name of the file>`: of `--files` without the lines whose document (`doc`, in files of
texts `id`) is in the fold, of `--questions` without those whose `_id` is. A line belongs to the fold
crc32(id) % folds; a line of a file without either to none. `cchc train embedding` on each folder gives the models for
`cchc train ranker --models`.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from evaluation.beir import read_lines
from evaluation.train_ranker import fold_of


def hold_back(path: Path, out: Path, folds: int, *keys: str) -> list[int]:
    """Write a file once per fold without its lines; gives how many lines each keeps."""
    kept = [0] * folds
    with ExitStack() as stack:
        targets = []
        for fold in range(folds):
            (out / str(fold)).mkdir(parents=True, exist_ok=True)
            targets.append(stack.enter_context(gzip.open(out / str(fold) / path.name, "wt", encoding="utf-8")))
        for _, line in read_lines(path):
            entry = json.loads(line)
            name = next((entry[key] for key in keys if entry.get(key) is not None), None)
            own = fold_of(str(name), folds) if name is not None else None
            for fold, target in enumerate(targets):
                if fold != own:
                    target.write(line.rstrip("\n") + "\n")
                    kept[fold] += 1
    return kept


def main(argv: Sequence[str] | None = None) -> int:
    """Write all files, print how many lines each fold keeps."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=3)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--files", type=Path, nargs="*", default=[], help="pairs and texts (.jsonl.gz)")
    parser.add_argument("--questions", type=Path, required=True, help="questions (.jsonl.gz)")
    arguments = parser.parse_args(argv)
    for path in arguments.files:
        print(path.name, *hold_back(path, arguments.out, arguments.folds, "doc", "id"))
    print(arguments.questions.name, *hold_back(arguments.questions, arguments.out, arguments.folds, "_id"))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
