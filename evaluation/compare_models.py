"""Embedding models compared on the owner's own questions, through the whole search over the owner's documents.

    cchc evaluate models --questions cau-hoi.tsv --model ./mo-hinh-khac

A line of the questions file is a question, the number or file name of the right document, and the words that its
right passage holds, if that matters: "ai ký thư xin lỗi<TAB>181/KH-SGDĐT<TAB>Xin lỗi; Giám đốc". Each model's index
is built in a folder of its own that goes away afterwards; the one in use is not touched. The figures are of
what a user sees: both sides fused, reranked, grouped.
"""

from __future__ import annotations

import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.metrics import interval, paired_p, percentile
from evaluation.staff_questions import folded
from index.build import STORE_FILE, rebuild
from index.embed import Embedder
from index.model_errors import ModelError
from index.query import Restore
from index.search import Hit, Searcher
from index.spelling import Reader
from index.store import Store
from ingest import messages
from ingest.parse.number import number_key

DEPTH = 10  # hits that are looked at


class QuestionsError(ValueError):
    """A questions file that can't be used; the text is a Vietnamese sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, the number or file name of its document, words of its passage (none: any passage is right)."""

    query: str
    document: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contestant:
    """A way of searching: its name for people and how its model is loaded; None searches by words alone."""

    name: str
    load: Callable[[], Embedder] | None


def read_asked(path: Path) -> list[Asked]:
    """Questions of a tab-separated file; empty lines and lines that begin with "#" are left out.

    Errors: `QuestionsError`.
    """
    asked = []
    for number, line in enumerate(path.read_text(encoding="utf-8-sig", errors="replace").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        parts = [part.strip() for part in line.split("\t")]
        if len(parts) < 2 or not parts[0] or not parts[1]:
            raise QuestionsError(messages.EVALUATE_MODELS_BAD.format(path=path, line=number))
        words = tuple(word.strip() for part in parts[2:] for word in part.split(";") if word.strip())
        asked.append(Asked(parts[0], parts[1], words))
    if not asked:
        raise QuestionsError(messages.EVALUATE_MODELS_EMPTY.format(path=path))
    return asked


def is_right(hit: Hit, asked: Asked) -> bool:
    """Whether a hit is of the document asked for (or of its near-duplicate) and holds the words."""
    documents = [hit.document, *(twin["document"] for twin in hit.duplicates)]
    text = folded(hit.text)
    return any(_is(document, asked.document) for document in documents) and all(
        folded(word) in text for word in asked.words
    )


def not_held(store: Store, asked: Iterable[Asked]) -> list[str]:
    """Documents asked for that the store doesn't hold, each once."""
    held = [{"number": record.number, "source_path": record.source_path} for record in store.documents()]
    names = dict.fromkeys(one.document for one in asked)
    return [name for name in names if not any(_is(document, name) for document in held)]


def compare_models(
    data: Path,
    asked: Sequence[Asked],
    contestants: Sequence[Contestant],
    restore: Restore | Reader | None = None,
    progress: Callable[[str], None] = lambda name: None,
) -> list[dict[str, Any]]:
    """One row a contestant, in their order, best passage first:

    `model`, `hit@1`, `hit@3`, `hit@10`, `mrr@10`, `low` and `high` (95% bootstrap interval of mrr@10), `p` (paired
    randomisation test of mrr@10 against the first contestant with a model; None for that one), `index_s`, `ms_p50` a
    question. A model that can't be loaded has `model` and `error` alone.
    """
    rows: list[dict[str, Any]] = []
    first: list[float] | None = None
    for contestant in contestants:
        progress(contestant.name)
        try:
            ranks, index_s, ms = _ranks(data, asked, contestant, restore)
        except ModelError as error:
            rows.append({"model": contestant.name, "error": str(error)})
            continue
        gains = [1 / rank if rank else 0.0 for rank in ranks]
        low, high = interval(gains)
        rows.append(
            {
                "model": contestant.name,
                **{f"hit@{k}": round(statistics.mean(bool(r and r <= k) for r in ranks), 4) for k in (1, 3, DEPTH)},
                "mrr@10": round(statistics.mean(gains), 4),
                "low": low,
                "high": high,
                "p": None if first is None else paired_p(first, gains),
                "index_s": round(index_s, 1),
                "ms_p50": round(percentile(ms, 0.5), 1),
            }
        )
        if first is None and contestant.load is not None:
            first = gains
    return rows


def _is(document: dict[str, Any], name: str) -> bool:
    number = document.get("number")
    if number and number_key(number) == number_key(name):
        return True
    return Path(str(document.get("source_path"))).name == Path(name).name


def _ranks(
    data: Path, asked: Sequence[Asked], contestant: Contestant, restore: Restore | Reader | None
) -> tuple[list[int | None], float, list[float]]:
    """Rank of each question's first right hit, seconds of indexing, milliseconds of each question."""
    embedder = contestant.load() if contestant.load else None
    with tempfile.TemporaryDirectory(prefix="cchc-so-mo-hinh-") as folder:
        _link(data / STORE_FILE, Path(folder) / STORE_FILE)
        started = time.perf_counter()
        store = Store(Path(folder) / STORE_FILE, read_only=True)
        try:
            rebuild(store, Path(folder), embedder)
        finally:
            store.close()
        index_s = time.perf_counter() - started
        searcher = Searcher(folder, (lambda: embedder) if embedder is not None else None, restore)
        try:
            searcher.warm_up()
            ranks: list[int | None] = []
            ms: list[float] = []
            for one in asked:
                began = time.perf_counter()
                hits = searcher.search(one.query, DEPTH).hits
                ms.append((time.perf_counter() - began) * 1000)
                ranks.append(next((hit.rank for hit in hits if is_right(hit, one)), None))
        finally:
            searcher.close()
    return ranks, index_s, ms


def _link(source: Path, target: Path) -> None:
    """The store under another folder's name, without a copy where the system allows it."""
    try:
        os.symlink(source.resolve(), target)
    except OSError:
        shutil.copyfile(source, target)
