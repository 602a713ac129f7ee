"""What the extraction of facts adds to the time of ingestion.

    python -m evaluation.facts_speed --documents DIR [--runs 3] [--limit N]

Reads every file in this process, without and with the extraction of facts, writes the document without and with
its facts, and builds the index; prints one JSON object. Times are CPU seconds of this process and its children, since
other work on the machine doesn't change them much; shares are medians over the runs. `share_of_reading` is extraction
by reading, cleaning and parsing; `share_of_ingestion` is extraction and writing of facts by everything else that
`cchc ingest` does. `worst` are the documents with the largest share of reading among those that take 0.1 s or more.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest import mock

from index.build import build
from index.store import Store
from ingest import pipeline
from ingest.errors import ReadError
from ingest.extract import facts
from ingest.extract.models import Facts
from ingest.models import Document
from ingest.read import SUFFIXES

KINDS = ("find_citations", "find_targets", "find_tasks", "find_statements")
_SLOW = 0.1


class Clock:
    """CPU seconds by name."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)

    def call(self, name: str, function: Any, *arguments: Any) -> Any:
        """Call a function and add its time to a name."""
        began = _cpu_seconds()
        try:
            return function(*arguments)
        finally:
            self.spent[name] += _cpu_seconds() - began


def _cpu_seconds() -> float:
    """Of this process, finely, and of its children that have ended."""
    times = os.times()
    return time.process_time() + times.children_user + times.children_system


def _read_all(paths: list[Path], clock: Clock) -> Iterator[tuple[Path, Document, float, float]]:
    """Documents with their facts, and the seconds that reading and extraction took."""
    for path in paths:
        before = dict(clock.spent)
        try:
            with mock.patch.object(pipeline, "extract_facts", return_value=Facts()):
                document = clock.call("read", pipeline.process, path)
        except ReadError:
            continue
        document.facts = clock.call("extract", facts.extract_facts, document)
        yield path, document, _since(clock, before, "read"), _since(clock, before, "extract")


def _since(clock: Clock, before: dict[str, float], name: str) -> float:
    return clock.spent[name] - before.get(name, 0.0)


def _one_run(paths: list[Path]) -> tuple[dict[str, float], list[tuple[str, float, float, int]]]:
    clock = Clock()
    each: list[tuple[str, float, float, int]] = []
    with tempfile.TemporaryDirectory(prefix="facts-speed-") as folder:
        bare, full = Path(folder) / "bare", Path(folder) / "full"
        for data in (bare, full):
            data.mkdir()
        with Store(bare / "kho.sqlite3") as without, Store(full / "kho.sqlite3") as complete:
            for path, document, read, extract in _read_all(paths, clock):
                clock.call("write", without.put, replace(document, facts=Facts()))
                clock.call("write_all", complete.put, document)
                each.append((path.name, read, extract, len(document.pages)))
            clock.call("index", build, complete, full, None)
    return clock.spent, each


def _by_kind(paths: list[Path]) -> dict[str, float]:
    """CPU seconds of each kind of fact, in a run of its own."""
    clock = Clock()
    real = {name: getattr(facts, name) for name in KINDS}

    def timed(name: str) -> Any:
        def find(*arguments: Any) -> Any:
            return clock.call(name, real[name], *arguments)

        find.__name__ = name
        return find

    with mock.patch.multiple(facts, **{name: timed(name) for name in KINDS}):
        for path in paths:
            try:
                pipeline.process(path)
            except ReadError:
                continue
    return {name.removeprefix("find_"): round(clock.spent[name], 2) for name in KINDS}


def measure(folder: Path, runs: int, limit: int | None = None) -> dict[str, Any]:
    """All figures over the readable files of a folder."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix.lower() in SUFFIXES)[:limit]
    by_kind = _by_kind(paths)  # first: it also fills the caches of patterns and lexicons
    spent, each = zip(*(_one_run(paths) for _ in range(runs)), strict=True)
    reading = [run["extract"] / run["read"] for run in spent]
    ingestion = [
        (run["extract"] + max(run["write_all"] - run["write"], 0.0)) / (run["read"] + run["write"] + run["index"])
        for run in spent
    ]
    documents = [
        (name, statistics.median(run[n][1] for run in each), statistics.median(run[n][2] for run in each), pages)
        for n, (name, _, _, pages) in enumerate(each[0])
    ]
    slow = sorted((one for one in documents if one[1] >= _SLOW), key=lambda one: one[2] / one[1], reverse=True)
    pages = sum(one[3] for one in documents)
    return {
        "documents": len(documents),
        "pages": pages,
        "runs": runs,
        "share_of_ingestion": round(statistics.median(ingestion), 3),
        "share_of_reading": round(statistics.median(reading), 3),
        "median_share_of_reading_by_document": round(
            statistics.median(extract / max(read, 1e-3) for _, read, extract, _ in documents), 3
        ),
        "extraction_ms_per_page": round(1000 * statistics.median(run["extract"] for run in spent) / max(pages, 1), 2),
        "cpu_seconds": {name: round(statistics.median(run[name] for run in spent), 2) for name in sorted(spent[0])},
        "by_kind": by_kind,
        "worst": {name: round(extract / read, 2) for name, read, extract, _ in slow[:5]},
    }


def main(argv: list[str] | None = None) -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=Path, required=True)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--limit", type=int, help="only the first N files")
    options = parser.parse_args(argv)
    print(json.dumps(measure(options.documents, options.runs, options.limit), ensure_ascii=False, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
