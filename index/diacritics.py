"""Diacritics restoration: "cai cach hanh chinh" -> "cải cách hành chính".

A syllable trigram model with interpolated absolute discounting, decoded by Viterbi over the
accented forms that each typed syllable may stand for (after the syllable-bigram restoration of
Vietnamese legal search, whose authors report 98.45% of syllables right at ~1 ms a query).
A mark that the user typed is kept: a typed syllable with marks stands only for forms that carry
at least those marks, and for itself alone where it is a syllable of its own.

Figures: evaluation/results/diacritics.md.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.syllable_shape import is_bare_syllable, is_syllable
from ingest.clean.fold import has_diacritics, match_form, nfc, strip_diacritics

MODEL = Path(__file__).parent / "models" / "diacritics.npz"
SCHEMA = 1
BOUNDARY = 0  # id of "start or end of a clause"
UNKNOWN = 1  # id of every syllable outside the vocabulary

# Log-probability that each change must gain in a text that has marks already. On 750 questions and
# 600 sentences of documents: half of the marks removed, .9954 and .9952 of the syllables right with
# and without this bar; none removed, .9999 and .9998 untouched with it, .9991 and .9988 without.
CERTAIN_NATS = 4.0

# A longer query is a pasted text, not typed in haste; it costs .2 ms a word.
MAX_QUERY_CHARACTERS = 1000

# Runs of letters, digits included: "468ttg" is one token and never restored.
_TOKEN = re.compile(r"\w+")
# A clause boundary cuts the context: words on both sides are not neighbours.
_BREAK = re.compile(r"[.;:!?()\[\]\"“”\n|]")


@dataclass(frozen=True, slots=True)
class Restored:
    """`text` has the length and the offsets of the typed text; `changed` holds the spans that differ.

    `margin` is the log-probability by which the chosen reading beats the text as typed, per
    changed syllable (natural log; 0 where nothing changed).
    """

    text: str
    changed: list[tuple[int, int]]
    margin: float


class DiacriticsModel:
    """Counts as log-probabilities, looked up by binary search in sorted keys.

    `syllables[i]` is the syllable of id `i`. `bigram_keys` are `id1 << 16 | id2`,
    `trigram_keys` are `bigram_index << 16 | id3`; both ascending.
    """

    def __init__(
        self,
        syllables: list[str],
        unigram: NDArray[np.float32],
        bigram_keys: NDArray[np.uint32],
        bigram: NDArray[np.float32],
        bigram_backoff: NDArray[np.float32],
        trigram_keys: NDArray[np.uint64],
        trigram: NDArray[np.float32],
        trigram_backoff: NDArray[np.float32],
    ) -> None:
        self.syllables = syllables
        self.ids = {syllable: number for number, syllable in enumerate(syllables)}
        self.unigram = unigram
        self.bigram_keys = bigram_keys
        self.bigram = bigram
        self.bigram_backoff = bigram_backoff  # by id1
        self.trigram_keys = trigram_keys
        self.trigram = trigram
        self.trigram_backoff = trigram_backoff  # by index of the bigram
        self.forms: dict[str, list[int]] = {}
        for number, syllable in enumerate(syllables):
            if number > UNKNOWN:
                self.forms.setdefault(strip_diacritics(syllable), []).append(number)

    @classmethod
    def load(cls, path: Path = MODEL) -> DiacriticsModel:
        """Read the file that `train_diacritics` wrote (log-probabilities are stored in 1/16 nats)."""
        with np.load(path, allow_pickle=False) as file:
            if int(file["schema"]) != SCHEMA:
                raise ValueError(f"diacritics model {path.name}: schema {int(file['schema'])}, expected {SCHEMA}")
            step = np.float32(-1 / 16)
            return cls(
                bytes(file["syllables"]).decode("utf-8").split("\n"),
                file["unigram"] * step,
                np.cumsum(file["bigram_gaps"], dtype=np.uint32),
                file["bigram"] * step,
                file["bigram_backoff"] * step,
                np.cumsum(file["trigram_gaps"], dtype=np.uint64),
                file["trigram"] * step,
                file["trigram_backoff"] * step,
            )

    def candidates(self, typed: str) -> list[int]:
        """Ids that a typed syllable (in matching form) may stand for; [] = leave it alone."""
        forms = self.forms.get(strip_diacritics(typed))
        if not forms or any(char.isdigit() for char in typed):
            return []
        if strip_diacritics(typed) == typed:
            return forms if is_bare_syllable(typed) else []  # "sgddt" is a code, no syllable
        if typed in self.ids and is_syllable(typed):
            return [self.ids[typed]]
        # The training texts have misspellings, too: "nguời" may stand for "người".
        own = [self.ids[typed]] if typed in self.ids else []
        return own + [form for form in forms if form not in own and _carries(self.syllables[form], typed)]

    def has_pair(self, left: str, right: str) -> bool:
        """Whether the training texts hold two syllables side by side (often enough to be kept)."""
        first, second = self.ids.get(left), self.ids.get(right)
        if first is None or second is None:
            return False
        key = np.uint32(first << 16 | second)
        place = int(np.searchsorted(self.bigram_keys, key))
        return place < len(self.bigram_keys) and bool(self.bigram_keys[place] == key)

    def _bigram_scores(
        self, left: NDArray[np.int64], right: NDArray[np.int64]
    ) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        """Log P(right | left) and the bigram's index (-1 = unseen), for every pair."""
        keys = (left[:, None] << 16 | right[None, :]).astype(np.uint32)
        place = np.searchsorted(self.bigram_keys, keys)
        place[place == len(self.bigram_keys)] = 0
        seen = self.bigram_keys[place] == keys
        backed = self.bigram_backoff[left][:, None] + self.unigram[right][None, :]
        return np.where(seen, self.bigram[place], backed), np.where(seen, place, -1)

    def _trigram_scores(
        self, bigram_index: NDArray[np.int64], right: NDArray[np.int64], bigram_scores: NDArray[np.float32]
    ) -> NDArray[np.float32]:
        """Log P(right | left pair), shape [left, middle, right]; unseen pairs use the bigram."""
        keys = (bigram_index[:, :, None].astype(np.uint64) << np.uint64(16)) | right.astype(np.uint64)[None, None, :]
        place = np.searchsorted(self.trigram_keys, keys)
        place[place == len(self.trigram_keys)] = 0
        context = bigram_index >= 0
        seen = (self.trigram_keys[place] == keys) & context[:, :, None]
        backoff = np.where(context, self.trigram_backoff[np.maximum(bigram_index, 0)], np.float32(0))
        return np.where(seen, self.trigram[place], backoff[:, :, None] + bigram_scores[None, :, :])

    def decode(self, lattice: list[list[int]], costs: list[list[float]] | None = None) -> tuple[list[int], float]:
        """The most probable path through the candidates of a clause, and its log-probability.

        `costs` are nats to take off for each candidate: how unlikely it is that it was typed so.
        Second-order Viterbi: the state is a pair of neighbouring candidates.
        """
        boundary = np.array([BOUNDARY], dtype=np.int64)
        steps = [boundary, boundary, *(np.array(c, dtype=np.int64) for c in lattice), boundary]
        score = np.zeros((1, 1), dtype=np.float32)  # [left, middle]
        back: list[NDArray[np.int64]] = []
        for position in range(2, len(steps)):
            left, middle, right = steps[position - 2], steps[position - 1], steps[position]
            _, pair = self._bigram_scores(left, middle)
            following, _ = self._bigram_scores(middle, right)
            total = score[:, :, None] + self._trigram_scores(pair, right, following)
            if costs is not None and position < len(steps) - 1:
                total = total - np.array(costs[position - 2], dtype=np.float32)[None, None, :]
            back.append(total.argmax(axis=0))
            score = total.max(axis=0)
        best = int(score[:, 0].argmax())
        path = [0, best]
        for choices in reversed(back[2:]):
            path.append(int(choices[path[-1], path[-2]]))
        path.reverse()
        chosen = [int(steps[n + 2][path[n]]) for n in range(len(lattice))]
        return chosen, float(score.max())

    def restore_query(self, text: str) -> str:
        """What the user most probably meant: a text without marks is restored, one with marks only where
        the model is certain that the marks of some words were left out."""
        if len(text) > MAX_QUERY_CHARACTERS:
            return nfc(text)
        restored = self.restore(text)
        if has_diacritics(text) and restored.margin < CERTAIN_NATS:
            return nfc(text)
        return restored.text

    def restore(self, text: str) -> Restored:
        """Restore each clause; spelling that the model doesn't know stays as typed."""
        text = nfc(text)
        form = match_form(text)
        pieces = list(text)
        changed: list[tuple[int, int]] = []
        gain = 0.0
        start = 0
        for stop in [*(m.start() for m in _BREAK.finditer(form)), len(form)]:
            tokens = list(_TOKEN.finditer(form, start, stop))
            start = stop
            if not tokens:
                continue
            lattice = [self.candidates(token.group()) or [self.ids.get(token.group(), UNKNOWN)] for token in tokens]
            typed = [[self.ids.get(token.group(), UNKNOWN)] for token in tokens]
            if lattice == typed:
                continue
            chosen, best = self.decode(lattice)
            before = len(changed)
            for token, number in zip(tokens, chosen, strict=True):
                syllable = self.syllables[number]
                if number > UNKNOWN and syllable != token.group():
                    pieces[token.start() : token.end()] = _like(syllable, text[token.start() : token.end()])
                    changed.append(token.span())
            if len(changed) > before:
                gain += best - self.decode(typed)[1]
        return Restored("".join(pieces), changed, gain / len(changed) if changed else 0.0)


def _carries(syllable: str, typed: str) -> bool:
    """True where every mark of `typed` stands in `syllable` (đ, ê, ơ ... or the tone).

    >>> _carries("điện", "đien"), _carries("điền", "điên"), _carries("diện", "đien")
    (True, True, False)
    """
    return len(syllable) == len(typed) and all(
        t == s or set(unicodedata.normalize("NFD", t)) <= set(unicodedata.normalize("NFD", s))
        for s, t in zip(syllable, typed, strict=True)
    )


def _like(syllable: str, typed: str) -> str:
    """The restored syllable in the capitals of the typed one."""
    if len(syllable) != len(typed):
        return syllable
    return "".join(s.upper() if t.isupper() else s for s, t in zip(syllable, typed, strict=True))
