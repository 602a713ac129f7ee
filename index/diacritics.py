"""Diacritics restoration: "cai cach hanh chinh" -> "cải cách hành chính".

A syllable trigram model with interpolated absolute discounting, decoded by Viterbi over the
accented forms that each typed syllable may stand for (after the syllable-bigram restoration of
Vietnamese legal search, whose authors report 98.45% of syllables right at ~1 ms a query).
A mark that the user typed is kept: a typed syllable with marks stands only for forms that carry
at least those marks, and for itself alone where it is a syllable of its own.

Three things beside the training texts decide. What the indexed passages hold: a pair of syllables is the
likelier, the more of the passages with the first hold the second behind it. How many marks were
typed: a text with marks was typed either with all of them, or without those of some words, and a word
that stands without its own is evidence for the latter, every word with its own against it. And
what a word may be besides, where it is unsure, is given with its chance, so that both can be searched.

Figures: evaluation/results/diacritics.md.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.lattice import best_path, chances
from index.syllable_shape import is_bare_name, is_bare_syllable, is_syllable
from ingest.clean.fold import has_diacritics, match_form, nfc, strip_diacritics

MODEL = Path(__file__).parent / "models" / "diacritics.npz"
SCHEMA = 1
BOUNDARY = 0  # id of "start or end of a clause"
UNKNOWN = 1  # id of every syllable outside the vocabulary

# How texts with marks are typed: the share of the words whose marks were left out, and how likely that is.
# The first: with all of them.
HABITS = ((1e-9, 0.97), (0.15, 0.01), (0.5, 0.02))
_WITHOUT = ((1.0, 1.0),)  # how texts without any are typed

# Other readings of a syllable: at least so likely, at most so many.
OTHER_CHANCE = 0.1
OTHERS = 2

# What the passages hold weighs this much beside the training texts, half of it for a syllable in so many passages.
HELD_SHARE = 0.1
HELD_HALF = 10.0

# Where the passages never hold the chosen readings of two neighbours side by side, but other readings in so many
# passages, those are searched besides: "bí mật" for "bi mat" where no passage has "bị mất".
HELD_INSTEAD = 2

_REMEMBERED = 20_000  # spellings

# A longer query is a pasted text, not typed in haste; it costs .2 ms a word.
MAX_QUERY_CHARACTERS = 1000

# Runs of letters, digits included: "468ttg" is one token and never restored.
_TOKEN = re.compile(r"\w+")
# A clause boundary cuts the context: words on both sides are not neighbours.
_BREAK = re.compile(r"[.;:!?()\[\]\"“”\n|]")


#: `held(syllables, lefts, rights)`: how many indexed passages hold each syllable, and how many each pair of them;
#: `lefts` and `rights` are places in `syllables`.
Held = Callable[[Sequence[str], NDArray[np.int64], NDArray[np.int64]], tuple[NDArray[np.int64], NDArray[np.int64]]]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Restored:
    """`text` has the length and the offsets of the typed text; `changed` holds the spans that differ.

    `others` maps the start of a syllable to what else it may be, likeliest first; `unread` are the starts
    of words without marks that may lack some, but that the model does not know.
    """

    text: str
    changed: list[tuple[int, int]] = field(default_factory=list)
    others: dict[int, tuple[str, ...]] = field(default_factory=dict)
    unread: frozenset[int] = frozenset()


# How a reading was typed.
_AS_IT_IS, _LEFT_OUT, _HAS_NONE = 0, 1, 2

# How many passages hold each candidate of a word; how many hold it beside each of the next word's.
_Beside = tuple[Floats, Floats]


@dataclass(frozen=True, slots=True)
class _Clause:
    """Words of a text without a break among them, and what each may be: ids of syllables, and how each was typed."""

    tokens: list[re.Match[str]]
    lattice: list[NDArray[np.int64]]
    kinds: list[NDArray[np.int64]]


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The place of the reading of each word of a clause, the chance of each candidate, and what the passages hold."""

    path: list[int]
    chance: list[Floats]
    counts: list[_Beside]


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
        self._known_meanings: dict[str, tuple[NDArray[np.int64], NDArray[np.int64]]] = {}
        for number, syllable in enumerate(syllables):
            # A misspelling in the training texts is nothing to restore.
            if number > UNKNOWN and (not has_diacritics(syllable) or is_syllable(syllable) or _is_name(syllable)):
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
            # "sgddt" is a code, no syllable.
            return forms if is_bare_syllable(typed) or is_bare_name(typed) else []
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
        scores = np.repeat(bigram_scores[None, :, :], len(bigram_index), axis=0)
        context = bigram_index >= 0
        pairs = bigram_index[context]
        if len(pairs) and len(self.trigram_keys):
            keys = (pairs[:, None].astype(np.uint64) << np.uint64(16)) | right.astype(np.uint64)[None, :]
            place = np.searchsorted(self.trigram_keys, keys)
            place[place == len(self.trigram_keys)] = 0
            backed = self.trigram_backoff[pairs][:, None] + scores[context]
            scores[context] = np.where(self.trigram_keys[place] == keys, self.trigram[place], backed)
        return scores

    def _steps(self, lattice: Sequence[NDArray[np.int64]], counts: Sequence[_Beside] = ()) -> list[Floats]:
        """Probabilities of all candidates of a clause, as `index.lattice` takes them."""
        boundary = np.array([BOUNDARY], dtype=np.int64)
        following, pair = self._bigram_scores(boundary, boundary)
        steps = []
        for position, (middle, right) in enumerate(pairwise([boundary, *lattice, boundary])):
            before = pair
            following, pair = self._bigram_scores(middle, right)
            step = np.exp(self._trigram_scores(before, right, following).astype(np.float64))
            if 0 < position <= len(counts):
                alone, beside = counts[position - 1]
                share = HELD_SHARE * alone / (alone + HELD_HALF)
                step = step * (1 - share)[None, :, None]
                step += (beside * (share / np.maximum(alone, 1))[:, None])[None, :, :]
            steps.append(step)
        return steps

    def _counts(self, lattice: Sequence[NDArray[np.int64]], held: Held) -> list[_Beside]:
        """What the passages hold of every two neighbouring words of a clause, asked for at once."""
        if len(lattice) < 2:
            return []
        first = np.cumsum([0, *map(len, lattice)])
        words = [np.arange(start, end) for start, end in pairwise(first)]
        lefts = np.concatenate([np.repeat(before, len(after)) for before, after in pairwise(words)])
        rights = np.concatenate([np.tile(after, len(before)) for before, after in pairwise(words)])
        names = [self.syllables[number] for numbers in lattice for number in numbers]
        singles, pairs = (counts.astype(np.float64) for counts in held(names, lefts, rights))
        found = []
        for before, after in pairwise(words):
            size = len(before) * len(after)
            found.append((singles[before], pairs[:size].reshape(len(before), len(after))))
            pairs = pairs[size:]
        return found

    def decode(self, lattice: list[list[int]], costs: list[list[float]] | None = None) -> tuple[list[int], float]:
        """The most probable path through the candidates of a clause, and its log-probability.

        `costs` are nats to take off for each candidate: how unlikely it is that it was typed so.
        """
        weights = [np.exp(-np.array(cost)) for cost in costs] if costs else [np.ones(len(c)) for c in lattice]
        path, score = best_path(self._steps([np.array(c, dtype=np.int64) for c in lattice]), weights)
        return [lattice[n][place] for n, place in enumerate(path)], score

    def restore(self, text: str, held: Held | None = None) -> Restored:
        """What was most probably meant. A text without marks gets them wherever a reading has some; one with
        marks keeps them, and its other words get some where that is likelier than that none was left out.

        Spelling that the model doesn't know and texts of more than `MAX_QUERY_CHARACTERS` stay as typed.
        """
        text = nfc(text)
        if len(text) > MAX_QUERY_CHARACTERS:
            return Restored(text)
        form = match_form(text)
        clauses = self._clauses(form)
        marked = has_diacritics(form)
        chosen: list[_Chosen] = []
        left_out = not marked
        if any(_LEFT_OUT in kinds for clause in clauses for kinds in clause.kinds):
            chosen, left_out = self._choose(clauses, marked, held)
        pieces = list(text)
        result = Restored(text)
        for clause, found in zip(clauses, chosen, strict=False):
            for n, (token, place) in enumerate(zip(clause.tokens, found.path, strict=True)):
                numbers = clause.lattice[n]
                syllable = self.syllables[numbers[place]]
                if numbers[place] > UNKNOWN and syllable != token.group():
                    pieces[token.start() : token.end()] = _like(syllable, text[token.start() : token.end()])
                    result.changed.append(token.span())
                others = _others(found, n, left_out)
                if others:
                    result.others[token.start()] = tuple(self.syllables[numbers[other]] for other in others)
        tokens = [token for clause in clauses for token in clause.tokens]
        unread = [token.start() for token in tokens if left_out and self._is_unread(token.group(), len(tokens) == 1)]
        return Restored("".join(pieces), result.changed, result.others, frozenset(unread))

    def _is_unread(self, typed: str, alone: bool) -> bool:
        """Whether nothing tells which marks a word lacks: the model does not know it, or nothing stands beside it."""
        return typed.isalpha() and not has_diacritics(typed) and (alone or not self.candidates(typed))

    def _clauses(self, form: str) -> list[_Clause]:
        """The clauses of a text in matching form."""
        clauses = []
        start = 0
        for stop in [*(m.start() for m in _BREAK.finditer(form)), len(form)]:
            tokens = list(_TOKEN.finditer(form, start, stop))
            start = stop
            if tokens:
                lattice, kinds = zip(*(self._meanings(token.group()) for token in tokens), strict=True)
                clauses.append(_Clause(tokens, list(lattice), list(kinds)))
        return clauses

    def _meanings(self, typed: str) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Ids that a typed syllable may stand for, itself failing others, and how each was typed."""
        known = self._known_meanings.get(typed)
        if known is None:
            numbers = self.candidates(typed) or [self.ids.get(typed, UNKNOWN)]
            kinds = [_kind(self.syllables[number], typed) for number in numbers]
            known = np.array(numbers, dtype=np.int64), np.array(kinds, dtype=np.int64)
            if len(self._known_meanings) >= _REMEMBERED:
                self._known_meanings.clear()
            self._known_meanings[typed] = known
        return known

    def _choose(self, clauses: Sequence[_Clause], marked: bool, held: Held | None) -> tuple[list[_Chosen], bool]:
        """The readings of all words, by the likeliest habit of typing; whether it leaves marks out."""
        habits = HABITS if marked else _WITHOUT
        # By habit and by how a reading was typed.
        typing = np.array([[1 - share if marked else 1.0, share, 1.0] for share, _ in habits])
        counts = [self._counts(clause.lattice, held) if held else [] for clause in clauses]
        steps = [self._steps(clause.lattice, own) for clause, own in zip(clauses, counts, strict=True)]
        weights = [[typing[:, kinds] for kinds in clause.kinds] for clause in clauses]
        summed = [chances(step, weight) for step, weight in zip(steps, weights, strict=True)]
        likely = np.sum([total for total, _ in summed], axis=0) + [math.log(prior) for _, prior in habits]
        habit = int(likely.argmax())
        share = np.exp(likely - likely[habit])
        share /= share.sum()
        chosen = []
        for step, weight, (_, chance), own in zip(steps, weights, summed, counts, strict=True):
            path, _ = best_path(step, [of_habit[habit] for of_habit in weight])
            chosen.append(_Chosen(path, [share @ of_word for of_word in chance], own))
        return chosen, habit > 0 or not marked


def _others(chosen: _Chosen, n: int, left_out: bool) -> list[int]:
    """What else word `n` may be: likely readings, and those that the passages hold beside a reading of a neighbour
    where they never hold the chosen readings side by side."""
    chance, place = chosen.chance[n], chosen.path[n]
    found = [int(other) for other in np.argsort(-chance)[: OTHERS + 1] if chance[other] >= OTHER_CHANCE][: OTHERS + 1]
    for left in (n - 1, n) if left_out else ():
        if 0 <= left < len(chosen.counts):
            beside = chosen.counts[left][1]
            if beside[chosen.path[left], chosen.path[left + 1]] == 0 and beside.max() >= HELD_INSTEAD:
                found.append(divmod(int(beside.argmax()), beside.shape[1])[n - left])
    return [other for other in dict.fromkeys(found) if other != place]


def _kind(syllable: str, typed: str) -> int:
    """How a reading was typed: with its marks, without some of them; or it has none.

    >>> _kind("cải", "cải"), _kind("cải", "cai"), _kind("cai", "cai")
    (0, 1, 2)
    """
    if not has_diacritics(syllable):
        return _HAS_NONE
    return _AS_IT_IS if syllable == typed else _LEFT_OUT


def _is_name(syllable: str) -> bool:
    """Shaped like a syllable of a name ("đắk") where the spelling without marks is no Vietnamese syllable."""
    bare = strip_diacritics(syllable)
    return is_bare_name(bare) and not is_bare_syllable(bare)


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
