"""How fast a search is at 100,000 passages, in a warm process and from a cold start.

    python -m evaluation.search_speed --corpus F --queries F [--data DIR] [--passages 100000] [--repeat 3]

Fills a knowledge base with passages of the articles in BEIR files (one document per article, so far
as the passages go), then times queries: as typed, without diacritics, quoted, filtered. The data
folder is kept and used again. Prints a line of JSON.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from evaluation.beir import read_jsonl
from evaluation.metrics import percentile
from index.build import STORE_FILE, build
from index.diacritics import DiacriticsModel
from index.embed import Embedder, load_embedder
from index.search import Filters, Searcher
from index.spelling import Speller
from index.store import Store
from ingest.clean.fold import nfc, strip_diacritics
from ingest.models import Block, BlockKind, Document, Header, PageSpan, Passage, SectionKind, lay_out
from ingest.parse.passage import cut_text

_COLD = """
import sys, time
started = time.perf_counter()
from index.search import Searcher
Searcher(sys.argv[1]).search(sys.argv[2])
print((time.perf_counter() - started) * 1000)
"""


def make_documents(corpus: Path, passages: int) -> Iterator[Document]:
    """Documents of the corpus's articles until there are enough passages."""
    made = 0
    for number, entry in enumerate(read_jsonl(corpus)):
        if made >= passages:
            return
        blocks = [Block(BlockKind.PARAGRAPH, nfc(str(entry.get("text") or "")))]
        text = lay_out(blocks)
        spans = cut_text(text)[: passages - made]
        digest = hashlib.sha256(entry["_id"].encode()).hexdigest()
        made += len(spans)
        header = Header(
            number=f"{number}/KH-UBND", type="Kế hoạch", type_code="KH", title=nfc(str(entry.get("title") or "")),
            issuer=f"Sở Nội vụ tỉnh {number % 34}", year=2021 + number % 6,
        )  # fmt: skip
        yield Document(
            id=digest[:16], sha256=digest, file_name=f"{digest[:16]}.txt", format="txt", header=header, text=text,
            pages=[PageSpan(1, 0, len(text))], blocks=blocks, sections=[], abbreviations={}, text_source="text",
            quality=1.0, passages=[
                Passage(n, text[start:end], start, end, 1, SectionKind.TASK, []) for n, (start, end) in enumerate(spans)
            ],
        )  # fmt: skip


def fill(data: Path, corpus: Path, passages: int, embedder: Embedder | None) -> dict[str, Any]:
    """Store and index the documents; what was there is brought up to date."""
    with Store(data / STORE_FILE) as store:
        if store.revision == 0:
            with store.write():
                for document in make_documents(corpus, passages):
                    store.put(document)
        started = time.perf_counter()
        result = build(store, data, embedder)
        return {"passages": result.count, "build_s": round(time.perf_counter() - started, 1)}


def timed(searcher: Searcher, queries: Sequence[str], repeat: int, filters: Filters | None = None) -> dict[str, float]:
    """Milliseconds of a search, over all queries and repetitions."""
    taken: list[float] = []
    for _ in range(repeat):
        for query in queries:
            started = time.perf_counter()
            searcher.search(query, 10, filters)
            taken.append((time.perf_counter() - started) * 1000)
    return {"p50": round(percentile(taken, 0.5), 1), "p95": round(percentile(taken, 0.95), 1), "n": len(taken)}


def main(argv: Sequence[str] | None = None) -> int:
    """Fill, time, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--queries", type=Path, required=True)
    parser.add_argument("--data", type=Path, default=Path("var-speed"))
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--lexical", action="store_true", help="words only")
    arguments = parser.parse_args(argv)
    queries = [str(entry["text"]) for entry in read_jsonl(arguments.queries)][:200]
    figures: dict[str, Any] = fill(
        arguments.data, arguments.corpus, arguments.passages, None if arguments.lexical else load_embedder()
    )
    started = time.perf_counter()
    reader = Speller(DiacriticsModel.load())  # as in the product: every query is read before it is searched
    searcher = Searcher(arguments.data, None if arguments.lexical else load_embedder, reader)
    searcher.warm_up()
    figures["open_ms"] = round((time.perf_counter() - started) * 1000)
    timed(searcher, queries[:20], 1)
    figures["accented"] = timed(searcher, queries, arguments.repeat)
    figures["unaccented"] = timed(searcher, [strip_diacritics(query) for query in queries], arguments.repeat)
    figures["quoted"] = timed(searcher, [f'"{" ".join(q.split()[:2])}" {q}' for q in queries], 1)
    figures["filtered"] = timed(searcher, queries, 1, Filters(year=2024))
    figures["ten_thousand_characters"] = timed(searcher, [(" ".join(queries) * 3)[:10_000]], 5)
    cold = [
        float(subprocess.check_output([sys.executable, "-c", _COLD, str(arguments.data), query]))
        for query in queries[: arguments.repeat]
    ]  # fmt: skip
    figures["cold_ms"] = round(percentile(cold, 0.5))
    print(json.dumps(figures, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
