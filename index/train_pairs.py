"""Training material -> pairs of a query and a passage that answers it.

Files with ready pairs are few; most of what a model can learn from are headings and the text under
them, so long texts are cut into sections and every telling heading becomes a query.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from index.analyze import syllables
from ingest.clean.fold import match_form
from ingest.parse.passage import cut_text

# A heading of fewer syllables ("Lịch sử", "Xem thêm") asks for nothing.
MIN_QUERY = 4
# Below this a body holds too little to be found by.
MIN_PASSAGE = 20
# A heading that stands over more than this many texts ("Phạm vi điều chỉnh") names none of them.
MAX_REPEATS = 2


@dataclass(frozen=True, slots=True)
class Pair:
    """`passage` answers `query`; `head` is what a passage carries in front when it is indexed
    (its title), left out of training where it is the query itself."""

    query: str
    passage: str
    head: str = ""


@dataclass(slots=True)
class Pool:
    """Passages (title, text) beside the pairs of a source, and the number of the document of each.
    `own`, for each pair by its place: the rows of `passages` that answer its query."""

    passages: list[tuple[str, str]]
    documents: npt.NDArray[np.int64]
    own: list[npt.NDArray[np.int64]]


@dataclass(slots=True)
class Source:
    """Pairs of one origin. A training batch is drawn from one source, so that the other passages
    of the batch are of the same kind and hard to tell apart.

    `origins`: a query -> the ids of the documents that it heads, or of the question itself; by these a
    fold model leaves queries out (`index.train_folds`)."""

    name: str
    pairs: list[Pair] = field(default_factory=list)
    pool: Pool | None = None
    origins: dict[str, set[str]] = field(default_factory=dict)

    def note(self, query: str, origin: object) -> None:
        """Remember where a query comes from; None is nowhere."""
        if origin is not None:
            self.origins.setdefault(query, set()).add(str(origin))


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """Objects of a `.jsonl` or `.jsonl.gz` file. Errors: `ValueError` names the file and line."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except json.JSONDecodeError as error:
                raise ValueError(f"{path}:{number}: {error}") from error
            if not isinstance(row, dict):
                raise ValueError(f"{path}:{number}: an object expected")
            yield row


def pair_source(path: Path) -> Source:
    """Lines `{"query", "passage"}`, `doc` (or `id`) names the document; further keys are ignored."""
    source = Source(path.name.split(".")[0])
    for row in read_lines(path):
        pair = Pair(str(row["query"]), str(row["passage"]))
        source.note(pair.query, row.get("doc", row.get("id")))
        if _useful(pair, min_query=1):
            source.pairs.append(pair)
    return source


def corpus_source(path: Path) -> Source:
    """A BEIR corpus: every telling title with the text under it."""
    rows = [(str(row.get("title") or ""), str(row["text"])) for row in read_lines(path)]
    pairs = (Pair(title, text) for title, text in rows)
    return Source("titles", without_common_queries(p for p in pairs if _useful(p)))


def question_source(corpus: Path, queries: Path, qrels: Path) -> Source:
    """BEIR questions with the texts judged relevant, title in front as in the index; the pool is the
    whole corpus, cut into passages as the index cuts it."""
    wanted = [line.split("\t") for line in qrels.read_text(encoding="utf-8").splitlines()[1:] if line]
    judged = [(query, document) for query, document, score in wanted if float(score) > 0]
    questions = {str(row["_id"]): str(row["text"]) for row in read_lines(queries)}
    judged = [(query, document) for query, document in judged if query in questions]
    documents = {document for _, document in judged}
    texts: dict[str, tuple[str, str]] = {}
    places: dict[str, list[int]] = {}
    passages: list[tuple[str, str]] = []
    owners: list[int] = []
    for number, row in enumerate(read_lines(corpus)):
        document, title, text = str(row["_id"]), str(row.get("title") or ""), str(row["text"])
        cut = [(title, text[start:end]) for start, end in cut_text(text)]
        if document in documents:
            texts[document] = title, text
            places[document] = list(range(len(passages), len(passages) + len(cut)))
        passages += cut
        owners += [number] * len(cut)
    judged = [(query, document) for query, document in judged if document in texts]
    answers: dict[str, list[int]] = {}
    for query, document in judged:
        answers.setdefault(query, []).extend(places[document])
    pairs = [Pair(questions[query], texts[document][1], texts[document][0]) for query, document in judged]
    own = [np.array(answers[query], dtype=np.int64) for query, _ in judged]
    source = Source("questions", pairs, Pool(passages, np.array(owners, dtype=np.int64), own))
    for query, _ in judged:
        source.note(questions[query], query)
    return source


def text_sources(path: Path) -> list[Source]:
    """Long texts `{"text"}` cut into sections: one source of headings that ask, one of headings
    that name."""
    asking, naming = Source("heading-questions"), Source("headings")
    naming.origins = asking.origins
    seen: set[tuple[str, str]] = set()
    for row in read_lines(path):
        for pair in section_pairs(str(row["text"])):
            asking.note(pair.query, row.get("doc", row.get("id")))
            key = (match_form(pair.query), pair.passage[:200])
            if key in seen or not _useful(pair):
                continue
            seen.add(key)
            (asking if pair.query.rstrip().endswith("?") else naming).pairs.append(pair)
    asking.pairs = without_common_queries(asking.pairs, most=4)
    naming.pairs = without_common_queries(naming.pairs)
    return [asking, naming]


_HEADING = re.compile(
    r"""
    ^\W{0,4}?(?:
        \#{1,6}\s+(?P<markdown>\S.*?)              # ## Hồ sơ gồm những gì?
      | \*\*(?P<bold>[^*\n]{12,240})\*\*\s*        # **Hồ sơ gồm những gì?**
      | (?:\*\*)?Điều\s\d+[a-zđ]?\s?[.:]\s*(?P<article>\S.{3,200}?)   # Điều 5. Hồ sơ đề nghị
    )\s*$
    """,
    re.VERBOSE | re.MULTILINE,
)
_MARKS = re.compile(r"[*#|>_]+")


def section_pairs(text: str) -> Iterator[Pair]:
    """Headings of a Markdown-like text with the text up to the next heading.

    A heading with nothing but headings under it takes the first body below it, so that a title
    also leads somewhere.

    >>> text = "# Thủ tục cấp bản sao\\n\\n## Hồ sơ gồm những gì?\\n\\nHồ sơ gồm 01 tờ khai."
    >>> [(pair.query, pair.passage) for pair in section_pairs(text)]
    [('Thủ tục cấp bản sao', 'Hồ sơ gồm 01 tờ khai.'), ('Hồ sơ gồm những gì?', 'Hồ sơ gồm 01 tờ khai.')]
    """
    matches = list(_HEADING.finditer(text))
    waiting: list[str] = []
    ends = [match.start() for match in matches[1:]] + [len(text)]
    for match, end in zip(matches, ends, strict=False):
        heading = match["markdown"] or match["bold"] or match["article"]
        heading = " ".join(_MARKS.sub(" ", heading).split())
        if heading and heading not in waiting:
            waiting.append(heading)
        body = _MARKS.sub(" ", text[match.end() : end]).strip()
        if body:
            for query in waiting[-3:]:
                yield Pair(query, body)
            waiting.clear()


def without_common_queries(pairs: Iterable[Pair], most: int = MAX_REPEATS) -> list[Pair]:
    """Pairs whose query stands over at most `most` passages."""
    kept = list(pairs)
    counts = Counter(match_form(pair.query).strip() for pair in kept)
    return [pair for pair in kept if counts[match_form(pair.query).strip()] <= most]


def _useful(pair: Pair, min_query: int = MIN_QUERY) -> bool:
    return len(syllables(pair.query)) >= min_query and len(syllables(pair.passage[:2000])) >= MIN_PASSAGE
