"""How long the check of a draft takes: from the file to the findings, in the server's warm sandbox.

    python -m evaluation.draft_speed --data DIR DRAFT... [--times 5]

Prints JSON: for each draft its pages, and median seconds of reading (in the child process, with the wait for it) and
of checking.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from pathlib import Path

from index.draft import check_draft
from ingest.sandbox import Reader
from service.indexing import open_searcher, reading_limits
from service.settings import Settings


def measure(data: Path, drafts: list[Path], times: int) -> list[dict[str, object]]:
    """One row per draft. The first run of all, which starts the worker and opens the index, is not counted."""
    settings = Settings.from_environment(data=data)
    searcher = open_searcher(data, settings)
    reader = Reader(reading_limits(settings))
    rows: list[dict[str, object]] = []
    try:
        for draft in drafts:
            reading, checking, findings, pages, characters = [], [], 0, 0, 0
            for _ in range(times + 1):
                started = time.perf_counter()
                outcome = reader.read(draft)
                read = time.perf_counter()
                if outcome is None or outcome.document is None:
                    raise SystemExit(f"{draft.name}: {outcome.error if outcome else 'busy'}")
                report = check_draft(searcher.store, outcome.document, searcher.search)
                reading.append(read - started)
                checking.append(time.perf_counter() - read)
                findings, pages = len(report.findings), len(outcome.document.pages)
                characters = len(outcome.document.text)
            rows.append({
                "draft": draft.name,
                "pages": pages,
                "characters": characters,
                "findings": findings,
                "read_s": round(statistics.median(reading[1:]), 3),
                "check_s": round(statistics.median(checking[1:]), 3),
                "total_s": round(statistics.median(r + c for r, c in zip(reading[1:], checking[1:], strict=True)), 3),
                "slowest_s": round(max(r + c for r, c in zip(reading[1:], checking[1:], strict=True)), 3),
            })  # fmt: skip
    finally:
        reader.close()
        searcher.close()
    return rows


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("drafts", type=Path, nargs="+")
    parser.add_argument("--times", type=int, default=5)
    args = parser.parse_args()
    print(json.dumps(measure(args.data, args.drafts, args.times), ensure_ascii=False, indent=2))


if __name__ == "__main__":
    main()
