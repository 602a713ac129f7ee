"""kill -9 at random moments of an ingestion; the knowledge base must come out as if undisturbed.

    python -m evaluation.interruption --documents DIR [--kills 50] [--seed 1]

A copy of DIR is ingested twice from the same start: a knowledge base of an older state of the
folder (files missing, files changed, exact duplicates), so that adding, replacing and recognising
duplicates are all interrupted. One ingestion runs undisturbed. In every trial others are killed
with SIGKILL, each at a random moment of its life, until one gets through. Then store, originals
and index are compared by what they hold (`index.dump`, passages and vectors of the index by stable
id, results of searches), not by the bytes of the files. Prints one JSON object; exit code 1 on any
difference.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from index.dump import dump
from index.store import Store

_COMMAND = "import sys; from service.cli import main; sys.exit(main(sys.argv[1:]))"
_TEXT = {".md", ".txt"}


def older_state(documents: Path, target: Path) -> None:
    """The folder as it may have been before: every 4th file missing, every 3rd text file different."""
    for number, path in enumerate(sorted(p for p in documents.rglob("*") if p.is_file())):
        if number % 4 == 3:
            continue
        copy = target / path.relative_to(documents)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
        if number % 3 == 0 and path.suffix in _TEXT:
            with copy.open("a", encoding="utf-8") as file:
                file.write("\nBản trước khi sửa.\n")


def newer_state(documents: Path, target: Path) -> None:
    """The folder as it is, with exact duplicates of every 10th file."""
    files = sorted(p for p in documents.rglob("*") if p.is_file())
    for number, path in enumerate(files):
        copy = target / path.relative_to(documents)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
        if number % 10 == 0:
            shutil.copyfile(path, copy.with_name(f"ban-sao-{copy.name}"))


def command(data: Path, folder: Path) -> list[str]:
    """The program as a user runs it."""
    return [sys.executable, "-c", _COMMAND, "ingest", str(folder), "--data", str(data), "--json"]


def ingest(data: Path, folder: Path) -> float:
    """Run to the end; seconds. Some files of the folder may fail (exit code 1)."""
    began = time.monotonic()
    done = subprocess.run(command(data, folder), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr.decode(errors="replace")[-2000:])
    return time.monotonic() - began


def killed(data: Path, folder: Path, after: float) -> bool:
    """Run and kill after so many seconds; False if it was done before that."""
    with subprocess.Popen(command(data, folder), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            os.kill(process.pid, signal.SIGKILL)
            return True
    return False


def knowledge(data: Path) -> list[str]:
    """All that a knowledge base holds, as lines to compare."""
    with Store(data / "kho.sqlite3", read_only=True) as store:
        problems = [f"store: {problem}" for problem in store.check()]
        return [*problems, *dump(store, data), *_index_lines(store, data)]


def _index_lines(store: Store, data: Path) -> Iterator[str]:
    """Passages, vectors and search results of the index in force, by stable ids."""
    from index.build import ALIVE, VECTORS
    from index.generation import open_generation
    from index.search import Searcher
    from index.vectors import FlatVectors

    generation = open_generation(data / "index")
    manifest = generation.manifest
    yield f"index up to date: {manifest.store_id == store.identity and manifest.revision == store.revision}"
    yield f"index fell back: {generation.fallback_from is not None}"
    parts = [np.load(generation.folder / f"{name}.passages.npy") for name in manifest.segments]
    ids = np.concatenate(parts) if parts else np.empty(0, dtype=np.int64)
    ids = np.sort(ids[np.load(generation.folder / ALIVE)])
    stable = {number: record.passage_id for number, record in store.passages(ids.tolist()).items()}
    yield from sorted(f"indexed {stable.get(int(number), 'unknown')}" for number in ids)
    if manifest.model_id is not None:
        vectors = FlatVectors.open(generation.folder / VECTORS)
        hashes = (hashlib.sha256(vector.tobytes()).hexdigest() for vector in vectors.get(ids))
        yield from sorted(f"vector {stable.get(int(n))} {digest}" for n, digest in zip(ids, hashes, strict=True))
    by_name = sorted((name, number) for number, name in stable.items())
    chosen = [number for _, number in by_name[:: max(1, len(by_name) // 20)]]
    searcher = Searcher(data)
    try:
        for record in (store.passages([number])[number] for number in chosen):
            query = " ".join(record.text.split()[:8])
            hits = searcher.search(query, k=10).hits
            # Equal scores come in the order of ids, which tell the order of arrival.
            found = sorted((round(-hit.score, 3), hit.passage_id) for hit in hits)
            yield json.dumps(["search", query, [score for score, _ in found]], ensure_ascii=False)
    finally:
        searcher.close()


def measure(documents: Path, kills: int, seed: int, work: Path) -> dict[str, Any]:
    """Trials until so many kills have struck; see the module."""
    chance = random.Random(seed)
    folder, start, data = work / "van-ban", work / "dau", work / "kho"
    older_state(documents, folder)
    ingest(start, folder)
    shutil.rmtree(folder)
    newer_state(documents, folder)
    shutil.copytree(start, data)
    whole = ingest(data, folder)
    expected = knowledge(data)
    span = whole  # in which a run is killed
    struck, trials, different = 0, 0, []
    while struck < kills:
        shutil.rmtree(data)
        shutil.copytree(start, data)
        trials += 1
        first = True
        while struck < kills:
            began = time.monotonic()
            if not killed(data, folder, chance.uniform(0, span)):
                if first:  # the machine has become faster
                    span = time.monotonic() - began
                break
            struck, first = struck + 1, False
        ingest(data, folder)
        found = knowledge(data)
        if found != expected:
            lines = [f"- {line[:300]}" for line in sorted(set(expected) - set(found))[:5]]
            lines += [f"+ {line[:300]}" for line in sorted(set(found) - set(expected))[:5]]
            different.append({"trial": trials, "lines": lines})
            print("\n".join(lines), file=sys.stderr)
        print(f"trial {trials}: {struck} kills, {'different' if found != expected else 'equal'}", file=sys.stderr)
    return {
        "kills": struck,
        "trials": trials,
        "different": different,
        "lines_compared": len(expected),
        "undisturbed_seconds": round(whole, 1),
    }


def main(argv: list[str] | None = None) -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=Path, required=True)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(argv)
    with tempfile.TemporaryDirectory(prefix="interruption-") as work:
        result = measure(options.documents, options.kills, options.seed, Path(work))
    print(json.dumps(result, ensure_ascii=False, indent=2))
    return 1 if result["different"] else 0


if __name__ == "__main__":
    sys.exit(main())
