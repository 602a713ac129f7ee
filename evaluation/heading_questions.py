"""Questions made from headings and titles: "nguồn vốn nhà ở công nhân" -> "2. Nguồn vốn" of a plan on such homes.

    python -m evaluation.heading_questions --data DIR [--count 150] [--without]

Of every section with a heading of 2 to 4 syllables, the heading and four syllables of the document's
title are asked; right is a passage of that document under that heading. `--without` leaves the step of
`index.heading_answer` out.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Sequence
from pathlib import Path

import index.search
from index.analyze import syllables
from index.diacritics import DiacriticsModel
from index.embed import load_embedder
from index.search import Hit, Searcher
from index.spelling import Speller
from ingest.parse.label import read_label

SEED = 5


def heading_questions(searcher: Searcher, count: int) -> list[tuple[str, str, str]]:
    """`(query, document id, heading)`, at most `count`, the same for the same data folder."""
    passages = list(searcher.store.iterate_passages())
    documents = searcher.store.documents_by_ordinal({passage.document for passage in passages})
    choose = random.Random(SEED)
    made: dict[tuple[str, str], str] = {}
    for passage in passages:
        document = documents[passage.document]
        heading = passage.section_path[-1] if passage.section_path else ""
        label = read_label(heading)
        heading = heading[label.end :] if label else heading
        title = syllables(document.title or "")
        if not 2 <= len(syllables(heading)) <= 4 or len(title) < 5 or (document.id, heading.lower()) in made:
            continue
        start = choose.randrange(2, max(3, len(title) - 3))
        made[document.id, heading.lower()] = " ".join(syllables(heading) + title[start : start + 4])
    questions = [(query, document, heading) for (document, heading), query in made.items()]
    choose.shuffle(questions)
    return questions[:count]


def is_right(hit: Hit, document: str, heading: str) -> bool:
    """A passage of the document, or of its near duplicate, under the heading."""
    ids = {hit.document["id"], *(twin["document"]["id"] for twin in hit.duplicates)}
    return document in ids and bool(hit.section_path) and heading in hit.section_path[-1].lower()


def main(argv: Sequence[str] | None = None) -> int:
    """Print one line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--count", type=int, default=150)
    parser.add_argument("--without", action="store_true")
    arguments = parser.parse_args(argv)
    if arguments.without:
        setattr(index.search, "heading_answers", lambda ranked, words, texts: ranked)  # noqa: B010
    searcher = Searcher(arguments.data, load_model=load_embedder, restore=Speller(DiacriticsModel.load()))
    questions = heading_questions(searcher, arguments.count)
    first = three = 0
    for query, document, heading in questions:
        right = [is_right(hit, document, heading) for hit in searcher.search(query, 3).hits]
        first += right[:1] == [True]
        three += any(right)
    total = max(len(questions), 1)
    print(json.dumps({"questions": len(questions), "first": first / total, "first_three": three / total}))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
