"""What a query was meant to say: keys of a keyboard that was switched off, slips of typing, missing
and wrong diacritics.

Three steps. Words that are no Vietnamese syllables and that the documents don't hold are read as Telex
or VNI (`cari cachs`, `cai3 cach1`) or as a slip (one letter wrong, missing, too many, two swapped), where
the words beside them say which. Then diacritics that were left out are restored (`index.diacritics`). Then
a word with wrong diacritics is mended where the documents never hold what was typed and do hold what was
meant. Codes, numbers, names in capitals and quoted phrases stay as typed. Figures:
evaluation/results/diacritics.md.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from index.abbreviate import Abbreviations
from index.diacritics import UNKNOWN, DiacriticsModel
from index.keyboard import telex, vni
from index.syllable_shape import is_bare_syllable, is_syllable, toneless
from index.terms import lacks_diacritics
from ingest.clean.fold import has_diacritics, match_form, nfc, strip_diacritics

#: How many indexed passages hold one syllable, or two side by side (an upper bound will do).
Known = Callable[[str, str | None], int]

# Nats by which a reading of a word must beat the next one.
SLIP_MARGIN = 3.0
KEYS_MARGIN = 1.0
WRONG_MARGIN = 3.0
# Nats that a change costs: how rarely it is made.
SLIP_COST, SWAP_COST, FIRST_LETTER_COST = 5.0, 4.0, 2.0
WRONG_COST = 5.0
COUNT_WEIGHT = 0.5  # of the logarithm of how often the documents hold what is meant
_MIN_HELD = 2  # a word that a single passage holds may be a misprint there
WRONG_MARK_COST = 2.0
LEFT_OUT_COST = 2.0
# A token that the training texts hold about this often (log-probability) is a word, of whatever language.
_WORD = -11.0
_MAX_CHARACTERS = 300  # a longer query is a pasted text
_MAX_SLIPS = 6  # words; where more are none, the text is no Vietnamese

_TOKEN = re.compile(r"\w+")
_QUOTED = re.compile(r"[\"“„«][^\"“”„»]*[\"”“»]")
_DOUBLED = re.compile(r"aa|ee|oo|dd|w")
# A document number or the like: letters and digits joined by strokes.
_CODE = re.compile(r"\S*\d\S*/\S*|\S*/\S*\d\S*|\S+@\S+|\S+://\S+")


@runtime_checkable
class Counts(Protocol):
    """`Known` that answers for many at once; the documents then decide how diacritics are restored, too."""

    def held(
        self, syllables: Sequence[str], lefts: NDArray[np.int64], rights: NDArray[np.int64]
    ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """See `index.diacritics.Held`."""
        ...


@dataclass(frozen=True, slots=True)
class Reading:
    """`text` is what to search for. `mended` is the same before missing diacritics were put back: what
    was typed, less slips and keys. Both have the same length. `also` maps a syllable of `text` to other
    readings to search besides, where it is unsure which was meant. `bare` are the syllables of `text` to look
    up without diacritics; None: nothing was restored, all unmarked ones of a query that lacks marks."""

    text: str
    mended: str
    also: dict[str, tuple[str, ...]] = field(default_factory=dict)
    bare: frozenset[str] | None = None


class Reader(Protocol):
    """What `index.query.interpret` asks for the meaning of a query."""

    def read(self, text: str, known: Known | None = None, abbreviations: Abbreviations | None = None) -> Reading:
        """See `Speller.read`."""
        ...


class Speller:
    """Reads queries by the diacritics model. Safe to share between threads."""

    def __init__(self, model: DiacriticsModel) -> None:
        self.model = model

    def read(self, text: str, known: Known | None = None, abbreviations: Abbreviations | None = None) -> Reading:
        """The most probable meaning of a query; never raises, whatever the text.

        `known(syllable, None)` and `known(left, right)` say how often the documents hold something;
        without it, what the training texts hold counts alone. `abbreviations` are never touched.
        """
        text = nfc(text)
        held = known.held if isinstance(known, Counts) else None
        if len(text) > _MAX_CHARACTERS:
            restored = self.model.restore(text, held)
            return Reading(restored.text, text) if restored.changed else Reading(text, text)
        mended, also = self._mend(text, known or self._in_training, abbreviations)
        restored = self.model.restore(mended, held)
        meant = self._right_marks(restored.text, known or self._in_training)
        form = match_form(meant)
        others = dict(also)
        for start, more in restored.others.items():
            syllable = _word_at(form, start)
            others[syllable] = tuple(dict.fromkeys((*others.get(syllable, ()), *more)))
        return Reading(meant, mended, others, frozenset(_word_at(form, start) for start in restored.unread))

    def _in_training(self, left: str, right: str | None) -> int:
        if right is not None:
            return int(self.model.has_pair(left, right))
        number = self.model.ids.get(left)
        return _MIN_HELD * int(number is not None and bool(self.model.unigram[number] > _WORD))

    # --- words that are none ------------------------------------------------------------------

    def _mend(
        self, text: str, known: Known, abbreviations: Abbreviations | None
    ) -> tuple[str, dict[str, tuple[str, ...]]]:
        form = match_form(text)
        tokens = list(_TOKEN.finditer(form))
        kept = [match.span() for match in (*_QUOTED.finditer(text), *_CODE.finditer(text))]
        capitals = text.isupper()
        candidates: dict[int, dict[int, float]] = {}
        keyed: set[int] = set()
        unread: list[int] = []  # no words, no keys
        words: list[int] = []  # that may be keys all the same: "coong", "car"
        for position, token in enumerate(tokens):
            written = text[token.start() : token.end()]
            if any(start < token.end() and token.start() < end for start, end in kept):
                continue
            if not self._is_no_word(token.group(), written, capitals, known, abbreviations):
                words.append(position)
                continue
            typed = self._keys(token.group())
            if typed:
                keyed.add(position)
                candidates[position] = typed
            elif not _is_name(written, position, capitals):
                unread.append(position)
        if len(unread) <= _MAX_SLIPS:
            for position in unread:
                slips = self._slips(tokens[position].group(), known)
                if slips:
                    candidates[position] = slips
        for position in words:
            token_form = tokens[position].group()
            if (keyed or _DOUBLED.search(token_form)) and not has_diacritics(token_form):
                typed = self._keys(token_form)
                number = self.model.ids.get(token_form)
                if typed and number is not None and known(token_form, None) < _MIN_HELD:
                    candidates[position] = {**typed, number: 0.0}
        if not candidates:
            return text, {}
        return self._choose(text, [token.group() for token in tokens], tokens, candidates, keyed)

    def _is_no_word(
        self, token: str, written: str, capitals: bool, known: Known, abbreviations: Abbreviations | None
    ) -> bool:
        if len(token) < 2 or token.isdecimal() or (written.isupper() and not capitals) or "_" in token:
            return False
        if not any(char in "aeiouy" for char in strip_diacritics(token)):
            return False  # "sgddt", "lgsp", "cchc"
        if is_bare_syllable(token) and token in self.model.forms:
            return False
        number = self.model.ids.get(token)
        if number is not None and is_syllable(token):
            return False
        if number is not None and (self.model.unigram[number] > _WORD or not token.isalpha()):
            return False
        if abbreviations is not None and abbreviations.long_form(token, written) is not None:
            return False
        return known(token, None) < _MIN_HELD

    def _keys(self, token: str) -> dict[int, float]:
        """Readings of a token as Telex or VNI: id -> cost."""
        meant = telex(token) or vni(token)
        if meant is None:
            return {}
        number = self.model.ids.get(match_form(meant))
        found = {} if number is None else {number: 0.0}
        # A key may have been left out as well: "dduocj" for "dduowcj", "tyr" for "tyr leej".
        rest, tone = toneless(meant)
        for form in self.model.forms.get(strip_diacritics(meant), ()):
            other, other_tone = toneless(self.model.syllables[form])
            if form != number and other_tone == tone and has_diacritics(meant) and _marks(rest) <= _marks(other):
                found[form] = LEFT_OUT_COST
        return found

    def _slips(self, token: str, known: Known) -> dict[int, float]:
        """Syllables that differ from a token by one slip: id -> cost."""
        if not token.isalpha() or len(token) < 3 or len(token) > 8:
            return {}
        bare = strip_diacritics(token)
        typed = _marks(token)
        found: dict[int, float] = {}
        # "xữ", "lổi": the hook and the tilde are taken for each other.
        other_marks = [(bare, WRONG_MARK_COST)] if typed else []
        for near, cost in (*other_marks, *_one_slip(bare)):
            forms = self.model.forms.get(near)
            if not forms or not is_bare_syllable(near):
                continue
            for form in forms:
                syllable = self.model.syllables[form]
                if (
                    (typed <= _marks(syllable) or near == bare)
                    and is_syllable(syllable)
                    and (self.model.unigram[form] > _WORD or known(syllable, None) >= _MIN_HELD)
                ):
                    found[form] = min(cost, found.get(form, cost))
        return found

    def _choose(
        self,
        text: str,
        forms: Sequence[str],
        tokens: Sequence[re.Match[str]],
        candidates: dict[int, dict[int, float]],
        keyed: set[int],
    ) -> tuple[str, dict[str, tuple[str, ...]]]:
        """The readings that the neighbours make certain, written into the text; the best of the others."""
        unaccented = lacks_diacritics([form for n, form in enumerate(forms) if n not in keyed])
        lattice: list[list[int]] = []
        costs: list[list[float]] = []
        for position, form in enumerate(forms):
            if position in candidates:
                lattice.append(list(candidates[position]))
                costs.append(list(candidates[position].values()))
            else:
                own = self.model.candidates(form) if unaccented else []
                lattice.append(own or [self.model.ids.get(form, UNKNOWN)])
                costs.append([0.0] * len(lattice[-1]))
        chosen, best = self.model.decode(lattice, costs)
        pieces = list(text)
        also: dict[str, tuple[str, ...]] = {}
        for position in candidates:
            syllable = self.model.syllables[chosen[position]]
            if syllable == forms[position]:
                continue
            if self._certain(position, chosen, best, lattice, costs, keyed):
                # Where the query has no marks, the word gets none either: restoration sees to all of it.
                bare = unaccented and position not in keyed
                written = strip_diacritics(syllable) if bare else syllable
                start, end = tokens[position].span()
                pieces[start:end] = [_in_capitals(written, text[start:end]), *[""] * (end - start - 1)]
            elif position in keyed or costs[position][lattice[position].index(chosen[position])] > 0:
                also[forms[position]] = (syllable,)
        return "".join(pieces), also

    def _certain(
        self,
        position: int,
        chosen: list[int],
        best: float,
        lattice: list[list[int]],
        costs: list[list[float]],
        keyed: set[int],
    ) -> bool:
        """Whether the neighbours leave no doubt about the reading chosen at a position."""
        syllable = self.model.syllables[chosen[position]]
        before = self.model.syllables[chosen[position - 1]] if position else ""
        after = self.model.syllables[chosen[position + 1]] if position + 1 < len(chosen) else ""
        beside = self.model.has_pair(before, syllable) or self.model.has_pair(syllable, after)
        if position in keyed:
            if len(keyed) > 1 and (beside or costs[position][lattice[position].index(chosen[position])] == 0):
                return True
            margin = KEYS_MARGIN
        else:
            margin = SLIP_MARGIN
        if not beside:
            return False
        bare = strip_diacritics(syllable)
        others = [n for n, form in enumerate(lattice[position]) if strip_diacritics(self.model.syllables[form]) != bare]
        if not others:
            return True
        without = [*lattice]
        without[position] = [lattice[position][n] for n in others]
        cost = [*costs]
        cost[position] = [costs[position][n] for n in others]
        return best - self.model.decode(without, cost)[1] >= margin

    # --- wrong diacritics ---------------------------------------------------------------------

    def _right_marks(self, text: str, known: Known) -> str:
        """Mend syllables whose marks are wrong: no neighbour goes with them, in the documents or in the
        training texts, and both do with other marks."""
        form = match_form(text)
        tokens = list(_TOKEN.finditer(form))
        forms = [token.group() for token in tokens]
        if len(forms) < 2 or lacks_diacritics(forms):
            return text
        quoted = [match.span() for match in _QUOTED.finditer(text)]
        lonely = [True] * (len(forms) + 1)  # pair n is (n - 1, n)
        for n, (left, right) in enumerate(pairwise(forms), 1):
            lonely[n] = not known(left, right)
        wrong: dict[int, dict[int, float]] = {}
        for n, token in enumerate(tokens):
            if not (lonely[n] and lonely[n + 1]) or not has_diacritics(forms[n]) or not is_syllable(forms[n]):
                continue
            if text[token.start()].isupper() and n and not text.isupper():
                continue  # a name
            if any(start < token.end() and token.start() < end for start, end in quoted):
                continue
            others = {
                number: max(WRONG_COST - COUNT_WEIGHT * math.log1p(2 * held), 1.0)
                for number in self.model.forms.get(strip_diacritics(forms[n]), ())
                if self.model.syllables[number] != forms[n] and (held := self._goes(n, number, forms, known))
            }
            if others:
                wrong[n] = {self.model.ids.get(forms[n], UNKNOWN): 0.0, **others}
        if not wrong:
            return text
        lattice = [list(wrong[n]) if n in wrong else [self.model.ids.get(f, UNKNOWN)] for n, f in enumerate(forms)]
        costs = [list(wrong[n].values()) if n in wrong else [0.0] for n in range(len(forms))]
        chosen, best = self.model.decode(lattice, costs)
        pieces = list(text)
        for n in wrong:
            number = chosen[n]
            if number == lattice[n][0] or number <= UNKNOWN:
                continue
            without, cost = [*lattice], [*costs]
            keep = [k for k, other in enumerate(lattice[n]) if other != number]
            without[n], cost[n] = [lattice[n][k] for k in keep], [costs[n][k] for k in keep]
            if best - self.model.decode(without, cost)[1] >= WRONG_MARGIN:
                start, end = tokens[n].span()
                pieces[start:end] = [
                    _in_capitals(self.model.syllables[number], text[start:end]),
                    *[""] * (end - start - 1),
                ]
        return "".join(pieces)

    def _goes(self, position: int, number: int, forms: Sequence[str], known: Known) -> int:
        """How often the documents hold a syllable beside one of its neighbours here, where the training
        texts hold it there, too."""
        syllable = self.model.syllables[number]
        sides: Iterable[tuple[str, str]] = [
            *([(forms[position - 1], syllable)] if position else []),
            *([(syllable, forms[position + 1])] if position + 1 < len(forms) else []),
        ]
        return max((known(*side) for side in sides if self.model.has_pair(*side)), default=0)


def _word_at(form: str, start: int) -> str:
    match = _TOKEN.match(form, start)
    return match.group() if match else ""


def _one_slip(bare: str) -> Iterable[tuple[str, float]]:
    """Spellings one slip away from a word without diacritics, with what the slip costs.

    >>> near = dict(_one_slip("hnah"))
    >>> near["hanh"], near["hah"], near["xnah"]
    (4.0, 5.0, 7.0)
    """
    letters = "abcdeghiklmnopqrstuvxy"
    for n in range(len(bare)):
        first = FIRST_LETTER_COST if n == 0 else 0.0
        if n + 1 < len(bare):
            yield bare[:n] + bare[n + 1] + bare[n] + bare[n + 2 :], SWAP_COST
        yield bare[:n] + bare[n + 1 :], SLIP_COST + first
        for letter in letters:
            yield bare[:n] + letter + bare[n + 1 :], SLIP_COST + first
            yield bare[:n] + letter + bare[n:], SLIP_COST + first
    for letter in letters:
        yield bare + letter, SLIP_COST


def _marks(syllable: str) -> frozenset[str]:
    """The marks that a syllable bears, đ among them.

    >>> len(_marks("được")), len(_marks("duoc"))
    (3, 0)
    """
    decomposed = unicodedata.normalize("NFD", syllable)
    return frozenset(char for char in decomposed if unicodedata.combining(char) or char == "đ")


def _is_name(written: str, position: int, capitals: bool) -> bool:
    return written[:1].isupper() and position > 0 and not capitals


def _in_capitals(syllable: str, typed: str) -> str:
    """In the capitals of what was typed.

    >>> _in_capitals("cải", "Cari"), _in_capitals("cải", "CARI"), _in_capitals("cải", "cari")
    ('Cải', 'CẢI', 'cải')
    """
    if typed.isupper() and len(typed) > 1:
        return syllable.upper()
    return syllable.capitalize() if typed[:1].isupper() else syllable
