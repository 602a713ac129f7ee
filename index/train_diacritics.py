"""Training of the diacritics model (`cchc train diacritics --text F... --out F`).

Counts syllable unigrams, bigrams and trigrams of accented text, drops the rare ones, and writes
interpolated log-probabilities in steps of 1/16 nat, discounted by three amounts (Chen and Goodman 1999). Texts without
diacritics are skipped: they would teach that "cai cach" is a spelling.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.diacritics import BOUNDARY, SCHEMA, UNKNOWN
from ingest.clean.fold import match_form, strip_diacritics

_CLAUSE = re.compile(r"[.,;:!?()\[\]\"“”\n|/]+")
_TOKEN = re.compile(r"\w+")
_TEXT_FIELDS = ("text", "query", "passage", "title")
_MARKED_SHARE = 0.25  # of a text's syllables; running Vietnamese has about .7
_BATCH = 4_000_000  # ids per counting batch: about 200 MB


@dataclass(frozen=True, slots=True)
class Settings:
    """Cut-offs that decide the size of the file; counts are over the whole training text."""

    syllables: int = 20_000
    min_syllable: int = 5
    min_bigram: int = 2
    min_trigram: int = 3


def read_texts(paths: Iterable[Path]) -> Iterator[str]:
    """Texts of `.txt`, `.jsonl` and `.jsonl.gz` files (fields text, query, passage, title)."""
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
            if ".jsonl" not in path.name:
                yield lines.read()
                continue
            for line in lines:
                record = json.loads(line)
                for name in _TEXT_FIELDS:
                    if record.get(name):
                        yield str(record[name])


def _clauses(text: str) -> Iterator[list[str]]:
    form = match_form(text)
    sample = form[:4000]
    tokens = _TOKEN.findall(sample)
    bare = _TOKEN.findall(strip_diacritics(sample))
    marked = sum(a != b for a, b in zip(tokens, bare, strict=False))
    if marked < _MARKED_SHARE * len(tokens):
        return
    for clause in _CLAUSE.split(form):
        found = _TOKEN.findall(clause)
        if found:
            yield found


class _Counts:
    """Sparse counts of 64-bit keys, merged batch by batch."""

    def __init__(self) -> None:
        self.keys = np.empty(0, dtype=np.uint64)
        self.counts = np.empty(0, dtype=np.int64)

    def add(self, keys: NDArray[np.uint64]) -> None:
        new, counts = np.unique(keys, return_counts=True)
        keys = np.concatenate([self.keys, new])
        self.keys, places = np.unique(keys, return_inverse=True)
        self.counts = np.bincount(places, np.concatenate([self.counts, counts])).astype(np.int64)

    def prune(self, least: int) -> None:
        keep = self.counts >= least
        self.keys, self.counts = self.keys[keep], self.counts[keep]


def train(
    paths: list[Path], out: Path, settings: Settings | None = None, log: Callable[[str], None] | None = None
) -> None:
    """Two passes over the text: vocabulary, then n-grams. Written aside and renamed."""
    settings = settings or Settings()
    log = log or (lambda line: print(line, file=sys.stderr))
    frequency: Counter[str] = Counter()
    for number, text in enumerate(read_texts(paths)):
        for clause in _clauses(text):
            frequency.update(clause)
        if number % 20_000 == 0:
            log(f"vocabulary: {number} texts, {len(frequency)} syllables")
    kept = [s for s, n in frequency.most_common() if n >= settings.min_syllable and s.isalpha() and len(s) <= 7]
    syllables = ["\x00", "\x01", *kept[: settings.syllables]]
    ids = {syllable: number for number, syllable in enumerate(syllables)}
    bigrams, trigrams = _Counts(), _Counts()
    buffer: list[int] = []

    def count() -> None:
        sequence = np.array(buffer, dtype=np.uint64)
        buffer.clear()
        shift = np.uint64(16)
        pairs = sequence[:-1] << shift | sequence[1:]
        # Two boundaries stand between clauses, so no n-gram reaches from one into another with words on both sides.
        bigrams.add(pairs)
        trigrams.add(pairs[:-1] << shift | sequence[2:])

    for number, text in enumerate(read_texts(paths)):
        for clause in _clauses(text):
            buffer += [BOUNDARY, BOUNDARY, *(ids.get(syllable, UNKNOWN) for syllable in clause)]
        if len(buffer) >= _BATCH:
            buffer += [BOUNDARY, BOUNDARY]
            count()
            log(f"n-grams: {number} texts, {len(bigrams.keys)} bigrams, {len(trigrams.keys)} trigrams")
    buffer += [BOUNDARY, BOUNDARY]
    count()
    _write(out, syllables, bigrams, trigrams, settings)
    log(f"wrote {out.name}: {out.stat().st_size / 1e6:.1f} MB, {len(syllables)} syllables")


def _discounts(counts: NDArray[np.int64]) -> NDArray[np.float64]:
    """What to take off each count so that unseen n-grams get their share: one amount for n-grams seen once,
    one for twice, one for more, from how many were seen once to four times (Chen and Goodman 1999).

    >>> _discounts(np.repeat([1, 2, 3, 4, 9], [40, 20, 10, 6, 3]))[[0, 40, 60, 78]].round(2).tolist()
    [0.5, 1.25, 1.8, 1.8]
    >>> _discounts(np.array([5, 1])).tolist()
    [0.75, 0.75]
    """
    seen = [int((counts == times).sum()) for times in (1, 2, 3, 4)]
    if 0 in seen:
        return np.full(len(counts), 0.75)
    y = seen[0] / (seen[0] + 2 * seen[1])
    amounts = [n - (n + 1) * y * seen[n] / seen[n - 1] for n in (1, 2, 3)]
    amounts = [min(max(amount, 0.3), n - 0.3) for n, amount in enumerate(amounts, 1)]
    return np.asarray(np.array(amounts)[np.minimum(counts, 3) - 1], dtype=np.float64)


def _log_steps(values: NDArray[np.floating]) -> NDArray[np.uint8]:
    steps = np.round(-np.log(np.maximum(values, 1e-12)) * 16)
    return np.asarray(np.clip(steps, 0, 255), dtype=np.uint8)


def _write(
    out: Path,
    syllables: list[str],
    bigrams: _Counts,
    trigrams: _Counts,
    settings: Settings,
) -> None:
    size, low = len(syllables), np.uint64(0xFFFF)
    shift = np.uint64(16)
    # Totals are taken before pruning, so that pruned mass flows to the lower order.
    left = (bigrams.keys >> shift).astype(np.int64)
    left_total = np.bincount(left, bigrams.counts, size)
    # The lowest order is a continuation count (in how many contexts), the heart of Kneser-Ney:
    # "minh" follows many words, "hùng" few.
    contexts = np.bincount((bigrams.keys & low).astype(np.int64), minlength=size) + 0.5
    unigram = contexts / contexts.sum()
    discount = _discounts(bigrams.counts)[bigrams.counts >= settings.min_bigram]
    bigrams.prune(settings.min_bigram)
    left = (bigrams.keys >> shift).astype(np.int64)
    right = (bigrams.keys & low).astype(np.int64)
    mass = np.maximum(left_total, 1.0)
    used = np.bincount(left, bigrams.counts - discount, size)
    left_backoff = np.clip(1 - used / mass, 1e-6, 1.0)
    bigram = (bigrams.counts - discount) / mass[left] + left_backoff[left] * unigram[right]

    context = trigrams.keys >> shift
    place = np.searchsorted(bigrams.keys, context)
    place[place == len(bigrams.keys)] = 0
    known = bigrams.keys[place] == context
    keep = known & (trigrams.counts >= settings.min_trigram)
    # A trigram whose words were pairs of a clause boundary says nothing.
    discount = _discounts(trigrams.counts)[keep]
    place, last, counts = place[keep], (trigrams.keys[keep] & low).astype(np.int64), trigrams.counts[keep]
    pair_mass = bigrams.counts.astype(np.float64)
    pair_used = np.bincount(place, counts - discount, len(bigrams.keys))
    pair_backoff = np.clip(1 - pair_used / pair_mass, 1e-6, 1.0)
    middle_last = (bigrams.keys[place] & low) << shift | last.astype(np.uint64)
    lower = np.searchsorted(bigrams.keys, middle_last)
    lower[lower == len(bigrams.keys)] = 0
    middle = (middle_last >> shift).astype(np.int64)
    lower_p = np.where(bigrams.keys[lower] == middle_last, bigram[lower], left_backoff[middle] * unigram[last])
    trigram = (counts - discount) / pair_mass[place] + pair_backoff[place] * lower_p
    trigram_keys = place.astype(np.uint64) << shift | last.astype(np.uint64)

    aside = out.with_suffix(".part")
    with aside.open("wb") as file:
        np.savez_compressed(
            file,
            schema=np.array(SCHEMA),
            syllables=np.frombuffer("\n".join(syllables).encode("utf-8"), dtype=np.uint8),
            unigram=_log_steps(unigram),
            bigram_gaps=np.diff(bigrams.keys, prepend=np.uint64(0)).astype(np.uint32),
            bigram=_log_steps(bigram),
            bigram_backoff=_log_steps(left_backoff),
            trigram_gaps=np.diff(trigram_keys, prepend=np.uint64(0)),
            trigram=_log_steps(trigram),
            trigram_backoff=_log_steps(pair_backoff),
        )
        file.flush()
        os.fsync(file.fileno())
    os.replace(aside, out)
