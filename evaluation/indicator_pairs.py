"""How well differently worded indicators are recognised: `python -m evaluation.indicator_pairs [--misses --data DIR]`.

Labels: evaluation/labels/indicator-pairs.tsv, our own wordings after real patterns. Judged as the product judges two
wordings of two documents. Held pairs are counted only; their misses are not printed.

`--data`: a knowledge base; any two differently worded indicators of one of its documents are taken for different
(a document hardly says one target twice), so those called the same are likely wrong merges.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from index.embed import load_embedder
from index.facts import read_targets
from index.indicator_form import Indicator, indicator_form
from index.indicator_groups import shown_name
from index.indicator_match import Verdict, judge
from index.store import Store

LABELS = Path(__file__).parent / "labels" / "indicator-pairs.tsv"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two indicators as labelled."""

    split: str
    same: bool
    a: str
    b: str


@dataclass(frozen=True, slots=True)
class Score:
    """Of the pairs called the same: how many are (precision); of the same ones: how many are called so (recall)."""

    right: int
    wrong: int
    missed: int
    pairs: int

    @property
    def precision(self) -> float:
        """1.0 where nothing was called the same."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """1.0 where no pair is the same."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


def read_pairs(path: Path = LABELS) -> list[Pair]:
    """The labelled pairs."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            split, same, a, b = line.split("\t")
            found.append(Pair(split, same == "1", a, b))
    return found


def form_of(labelled: str) -> Indicator:
    """The form of a labelled indicator: "name @unit" with + or - for increase or decrease.

    >>> form_of("Biên chế @%-").change, form_of("PAR INDEX @hạng").unit, form_of("SIPAS").unit
    ('decrease', 'hạng', '%')
    """
    name, _, unit = labelled.partition(" @")
    change = {"+": "increase", "-": "decrease"}.get(unit[-1:])
    return indicator_form(name, (unit.rstrip("+-") if change else unit) or "%", change)


def verdicts(pairs: Sequence[Pair]) -> list[Verdict]:
    """What the product says of each pair."""
    sides = [(form_of(pair.a), form_of(pair.b)) for pair in pairs]
    encode = load_embedder().encode_passages
    left, right = (encode([side[n].words for side in sides]) for n in (0, 1))
    found = []
    for (a, b), cosine in zip(sides, (left * right).sum(axis=1), strict=True):
        verdict = judge(a, b, float(cosine))
        found.append(Verdict(False, 0.0, "nói quá ít") if a.vague or b.vague else verdict)
    return found


def score(pairs: Sequence[Pair], said: Sequence[Verdict]) -> Score:
    """Counts over pairs."""
    both = list(zip(pairs, said, strict=True))
    return Score(
        right=sum(1 for pair, verdict in both if pair.same and verdict.same),
        wrong=sum(1 for pair, verdict in both if not pair.same and verdict.same),
        missed=sum(1 for pair, verdict in both if pair.same and not verdict.same),
        pairs=len(both),
    )


def within_documents(data: Path) -> tuple[int, list[tuple[str, str]]]:
    """(pairs of differently worded indicators of the same document, those of them called the same)."""
    with Store(data / "kho.sqlite3", read_only=True) as store:
        records = read_targets(store)
    by_document: dict[str, dict[tuple[str, str | None, str | None], Indicator]] = {}
    for record in records:
        fact = record.fact
        said = (shown_name(fact.indicator).lower(), fact.unit, fact.change)
        by_document.setdefault(record.document.id, {})[said] = indicator_form(*said)
    encode = load_embedder().encode_passages
    pairs, merged = 0, set()
    for forms in by_document.values():
        vectors = encode([form.words for form in forms.values()])
        for (i, (a, one)), (j, (b, other)) in combinations(enumerate(forms.items()), 2):
            pairs += 1
            if not (one.vague or other.vague) and judge(one, other, float(vectors[i] @ vectors[j])).same:
                merged.add((a[0], b[0]))
    return pairs, sorted(merged)


def main() -> None:
    """Print precision and recall of each split, and on demand the misses of those that may be looked at."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="print the misses of all but the held pairs")
    parser.add_argument("--data", type=Path, metavar="DIR", help="a knowledge base to look for wrong merges in")
    args = parser.parse_args()
    pairs = read_pairs()
    said = verdicts(pairs)
    for split in ("tune", "held", "fresh", "late", "last", "unseen", "newest"):
        chosen = [(pair, verdict) for pair, verdict in zip(pairs, said, strict=True) if pair.split == split]
        found = score([pair for pair, _ in chosen], [verdict for _, verdict in chosen])
        same = found.right + found.missed
        print(
            f"{split}: {found.pairs} pairs, {same} the same: precision {found.precision:.3f} "
            f"({found.wrong} wrong merges), recall {found.recall:.3f} ({found.missed} missed)"
        )
        if args.misses and split != "held":
            for pair, verdict in chosen:
                if pair.same != verdict.same:
                    kind = "missed" if pair.same else "WRONG "
                    print(f"  {kind} {verdict.score:.2f} {verdict.veto} | {pair.a} | {pair.b}")
    if args.data:
        count, merged = within_documents(args.data)
        print(f"{args.data.name}: {count} pairs within a document, {len(merged)} called the same")
        for a, b in merged:
            print(f"  {a} | {b}")


if __name__ == "__main__":
    main()
