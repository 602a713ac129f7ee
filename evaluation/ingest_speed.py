"""How fast a folder is ingested, how fast it is looked at again, and in how much memory.

    python -m evaluation.ingest_speed --documents DIR [--workers 2] [--runs 3] [--pdf-only]

Ingests into a fresh store, then again without any change, `runs` times; prints medians as one JSON
object. Digital pages are the pages of documents whose text was in the file (`text_source` "text");
`pdf_pages_per_second` counts PDF pages alone when `--pdf-only` leaves the other files out. Memory
is the peak of the resident memory of the process and all its children together, sampled every
50 ms. The index is not built: `index.build` is measured on its own. `pages_per_second_if_alone` is
pages by CPU time times workers: what a machine with nothing else to do would reach at best.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path
from typing import Any

from index.collect import collect
from index.store import Store
from ingest.read import SUFFIXES

_PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")


class PeakMemory:
    """Samples the resident memory of this process and its descendants (Linux)."""

    def __init__(self) -> None:
        self.peak_mb = 0.0
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> PeakMemory:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stop.wait(0.05):
            total = sum(_resident_mb(pid) for pid in [os.getpid(), *_descendants(os.getpid())])
            self.peak_mb = max(self.peak_mb, total)


def _cpu_seconds() -> float:
    """Of this process and of its children that have ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _descendants(root: int) -> list[int]:
    parents: dict[int, int] = {}
    for name in os.listdir("/proc"):
        if name.isdecimal():
            try:
                stat = Path(f"/proc/{name}/stat").read_text()
            except OSError:
                continue
            parents[int(name)] = int(stat.rpartition(")")[2].split()[1])
    found: list[int] = []
    queue = [root]
    while queue:
        current = queue.pop()
        children = [pid for pid, parent in parents.items() if parent == current]
        found += children
        queue += children
    return found


def _resident_mb(pid: int) -> float:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE_BYTES / 1e6
    except OSError:
        return 0.0


def measure(documents: Path, workers: int, runs: int, pdf_only: bool) -> dict[str, Any]:
    """One fresh store per run."""
    paths: list[Path] = [documents]
    if pdf_only:
        paths = sorted(path for path in documents.rglob("*") if path.suffix.lower() == ".pdf")
    first, second, peaks, cpu = [], [], [], []
    for _ in range(runs):
        with (
            tempfile.TemporaryDirectory(prefix="ingest-speed-") as data,
            PeakMemory() as memory,
            Store(Path(data) / "kho.sqlite3") as store,
        ):
            busy = _cpu_seconds()
            began = time.perf_counter()
            results = collect(store, Path(data), paths, workers=workers)
            first.append(time.perf_counter() - began)
            cpu.append(_cpu_seconds() - busy)
            revision = store.revision
            began = time.perf_counter()
            again = collect(store, Path(data), paths, workers=workers)
            second.append(time.perf_counter() - began)
            changed = store.revision != revision
            digital = sum(record.page_count for record in store.documents() if record.text_source == "text")
            stats = store.stats()
        peaks.append(memory.peak_mb)
    seconds = statistics.median(first)
    size = sum(p.stat().st_size for path in paths for p in _files(path))
    result = {
        "files": len(results),
        "statuses": dict(Counter(result.status for result in results)),
        "failures": sorted({(Path(r.path).name, r.error_code) for r in results if r.status == "failed"}),
        "second_run": dict(Counter(result.status for result in again)),
        "second_run_changed_anything": changed,
        "megabytes": round(size / 1e6, 1),
        "documents": stats.documents,
        "digital_pages": digital,
        "passages": stats.passages,
        "store_bytes_per_passage": round(stats.bytes / max(1, stats.passages)),
        "seconds": round(seconds, 2),
        "pages_per_second": round(digital / seconds, 1),
        "cpu_seconds": round(statistics.median(cpu), 2),
        "pages_per_second_if_alone": round(digital * workers / statistics.median(cpu), 1),
        "second_run_seconds": round(statistics.median(second), 3),
        "second_run_share": round(statistics.median(b / a for a, b in zip(first, second, strict=True)), 4),
        "peak_memory_mb": round(max(peaks)),
        "workers": workers,
        "runs": runs,
    }
    if pdf_only:
        result["pdf_pages_per_second"] = result["pages_per_second"]
    return result


def _files(path: Path) -> list[Path]:
    found = path.rglob("*") if path.is_dir() else [path]
    return [p for p in found if p.is_file() and p.suffix.lower() in SUFFIXES]


def main(argv: list[str] | None = None) -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=Path, required=True)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--pdf-only", action="store_true")
    options = parser.parse_args(argv)
    result = measure(options.documents, options.workers, options.runs, options.pdf_only)
    print(json.dumps(result, ensure_ascii=False, indent=2))
    return 1 if result["second_run_changed_anything"] else 0


if __name__ == "__main__":
    sys.exit(main())
