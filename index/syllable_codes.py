"""Syllables of texts as numbers, the same for all queries of a process.

What stands between two spaces (a chunk) is taken apart once; the next text that has it costs a look-up. A
query then says with one array what each number means to it (`Units.of_form`), instead of being asked for every
chunk of every candidate.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from threading import Lock

import numpy as np
import numpy.typing as npt

from index.analyze import bare_form, syllables, term_form

Codes = npt.NDArray[np.int32]

MOST_CHUNKS = 150_000  # some 20 MB; of a hundred thousand passages of law a tenth of the chunks make nearly all text
COPULA = term_form("là")


class SyllableCodes(dict[str, int]):
    """Chunk -> number of the one syllable in it, or -1 - k: it holds those of `several[k]` (none or more than one).

    Filled as chunks are met; safe to share between threads, which see numbers only grow.

    >>> codes = SyllableCodes()
    >>> [codes[chunk] for chunk in ("(sở", "sở,", "24/2020/nđ-cp", "-")]
    [0, 0, -1, -2]
    >>> [[codes.forms[number] for number in numbers] for numbers in codes.several]
    [['24', '2020', 'nđ', 'cp'], []]
    """

    def __init__(self) -> None:
        self.forms: list[str] = []
        self.several: list[tuple[int, ...]] = []
        self.number: dict[str, int] = {}
        self.by_bare: dict[str, list[int]] = {}
        self._decimals: list[int] = []
        self._decimal_array = np.zeros(0, dtype=np.int64)
        self._lock = Lock()

    def __missing__(self, chunk: str) -> int:
        forms = [term_form(syllable) for syllable in syllables(chunk)]
        with self._lock:
            numbers = [self._number(form) for form in forms]
            if len(numbers) == 1:
                code = numbers[0]
            else:
                self.several.append(tuple(numbers))
                code = -len(self.several)
            self[chunk] = code
        return code

    def _number(self, form: str) -> int:
        known = self.number.get(form)
        if known is not None:
            return known
        number = len(self.forms)
        self.forms.append(form)
        self.by_bare.setdefault(bare_form(form), []).append(number)
        if form.isdecimal():
            self._decimals.append(number)
        self.number[form] = number
        return number

    def decimals(self) -> npt.NDArray[np.int64]:
        """Numbers of the syllables that are numbers, ascending."""
        if len(self._decimal_array) < len(self._decimals):
            self._decimal_array = np.array(self._decimals, dtype=np.int64)
        return self._decimal_array

    def encode(self, chunks: Sequence[Sequence[str]]) -> tuple[Codes, Codes]:
        """Numbers of all syllables of several fields, each given as its chunks, and the field of each."""
        lengths = np.fromiter(map(len, chunks), dtype=np.int64, count=len(chunks))
        codes = np.fromiter(
            map(self.__getitem__, chain.from_iterable(chunks)), dtype=np.int32, count=int(lengths.sum())
        )
        field = np.repeat(np.arange(len(chunks), dtype=np.int32), lengths)
        at = np.flatnonzero(codes < 0)
        return expand(codes, field, at, [self.several[-1 - code] for code in codes[at].tolist()])


_shared = SyllableCodes()


def shared_codes() -> SyllableCodes:
    """The numbering of this process; begun anew when it has met too much."""
    global _shared
    if len(_shared) > MOST_CHUNKS:
        _shared = SyllableCodes()  # whoever still uses the old one keeps it
    return _shared


class Units:
    """What syllables mean to a query whose distinct syllables are its units.

    `exact`, `bare` and `aliases` map a syllable, one without its diacritics and an abbreviation to units. A number
    that the query has not is `digits`, "là" is `copula` (unless the query has it), anything else -1.
    """

    def __init__(self, exact: Mapping[str, int], bare: Mapping[str, int], aliases: Mapping[str, Sequence[int]]) -> None:
        self._exact, self._bare, self._aliases = exact, bare, aliases
        self.digits = len(exact) + len(bare)
        self.copula = exact.get(COPULA, bare.get(bare_form(COPULA), self.digits + 1))
        self._first_alias = self.digits + 2

    def of(self, chunks: Sequence[Sequence[str]]) -> tuple[Codes, Codes]:
        """Units of all syllables of several fields, and the field of each. An alias counts as all it stands for."""
        known = shared_codes()
        numbers, field = known.encode(chunks)
        codes = self.of_form(known)[numbers]
        if self._aliases:
            at = np.flatnonzero(codes >= self._first_alias)
            meant = list(self._aliases.values())
            codes, field = expand(codes, field, at, [meant[code - self._first_alias] for code in codes[at].tolist()])
        return codes, field

    def of_form(self, known: SyllableCodes) -> Codes:
        """By the number of a syllable; from `digits + 2` on: the places of aliases. What is set later wins."""
        units = np.full(len(known.forms), -1, dtype=np.int32)
        decimals = known.decimals()
        units[decimals[: np.searchsorted(decimals, len(units))]] = self.digits
        self._put(units, known, {COPULA: self.copula})
        self._put(units, known, {form: self._first_alias + place for place, form in enumerate(self._aliases)})
        for form, unit in self._bare.items():
            for number in known.by_bare.get(form, ()):
                if number < len(units):
                    units[number] = unit
        self._put(units, known, self._exact)
        return units

    @staticmethod
    def _put(units: Codes, known: SyllableCodes, meant: Mapping[str, int]) -> None:
        for form, unit in meant.items():
            number = known.number.get(form, len(units))
            if number < len(units):
                units[number] = unit


def expand(codes: Codes, field: Codes, at: npt.NDArray[np.int64], by: Iterable[Sequence[int]]) -> tuple[Codes, Codes]:
    """The codes at the places `at` replaced by those of `by`, none or more for each.

    >>> codes, field = np.array([1, -1, 2], dtype=np.int32), np.array([0, 0, 1], dtype=np.int32)
    >>> [part.tolist() for part in expand(codes, field, np.array([1]), [(7, 8)])]
    [[1, 7, 8, 2], [0, 0, 0, 1]]
    """
    if len(at) == 0:
        return codes, field
    parts = list(by)
    own = np.fromiter(map(len, parts), dtype=np.int64, count=len(parts))
    size = np.ones(len(codes), dtype=np.int64)
    size[at] = own
    start = (np.cumsum(size) - size)[at]
    codes, field = np.repeat(codes, size), np.repeat(field, size)
    within = np.arange(int(own.sum())) - np.repeat(np.cumsum(own) - own, own)
    codes[np.repeat(start, own) + within] = np.fromiter(
        chain.from_iterable(parts), dtype=np.int32, count=int(own.sum())
    )
    return codes, field
