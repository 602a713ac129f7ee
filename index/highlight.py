"""Where the words of a query stand in a passage."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from index.analyze import bare_form, syllable_matches, syllable_spans, syllables, term_form
from index.terms import Word
from ingest.clean.fold import strip_diacritics

Span = tuple[int, int]


_ALIAS = -2  # in place of a word's number; next to no word's number


class _Meant(dict[str, tuple[int, ...]]):
    """Syllable of a text -> numbers of the words of the query that it is, `_ALIAS` for an alias of one. Filled as
    syllables are met: most of a text was asked before, in the hits above it."""

    def __init__(self, words: Sequence[Word]) -> None:
        self._words: dict[str, list[int]] = {}
        self._bare: dict[str, list[int]] = {}
        for number, word in enumerate(words):
            forms = self._bare if word.bare else self._words
            forms.setdefault(bare_form(word.syllable) if word.bare else term_form(word.syllable), []).append(number)
            for alias in word.aliases:
                self._words.setdefault(term_form(alias), []).append(_ALIAS)

    def __missing__(self, syllable: str) -> tuple[int, ...]:
        found = self._words.get(term_form(syllable), [])
        if self._bare:
            found = found + self._bare.get(bare_form(syllable), [])
        self[syllable] = tuple(found)
        return self[syllable]


class Marker:
    """The words of a query, made ready to be found in any number of texts.

    A syllable of `common` (bare forms of words that most passages hold) counts only beside its
    neighbour in the query.
    """

    def __init__(self, words: Sequence[Word], common: Collection[str] = ()) -> None:
        self._meant = _Meant(words)
        self._common = {number for number, word in enumerate(words) if bare_form(word.syllable) in common}

    def spans(self, text: str, extra: Sequence[Span] = ()) -> list[Span]:
        """Half-open spans of whole words in NFC `text`, ascending, joined where only spaces part them.

        `extra` are spans to mark besides (a document number, a quoted phrase).
        """
        meant = self._meant
        found: dict[int, tuple[int, ...]] = {}  # by the place of a syllable in the text
        where: dict[int, Span] = {}
        for place, match in enumerate(syllable_matches(text)):
            numbers = meant[match.group()]
            if numbers:
                found[place] = numbers
                where[place] = match.span()
        marked = [where[place] for place in found if self._counts(found, place)]
        if not marked and not extra:
            marked = list(where.values())
        return join_spans(text, [*marked, *extra])

    def _counts(self, found: dict[int, tuple[int, ...]], place: int) -> bool:
        before, after = found.get(place - 1, ()), found.get(place + 1, ())
        return any(number not in self._common or number - 1 in before or number + 1 in after for number in found[place])


def highlights(
    text: str,
    words: Sequence[Word],
    common: Collection[str] = (),
    extra: Sequence[Span] = (),
) -> list[Span]:
    """Where the words stand in one text: `Marker.spans`."""
    return Marker(words, common).spans(text, extra)


def as_meant(words: Sequence[Word], restored: str) -> tuple[Word, ...]:
    """Words typed without diacritics, with those that were restored; () where the two don't agree.

    >>> [word.syllable for word in as_meant((Word("toan", bare=True), Word("trinh", bare=True)), "toàn trình")]
    ['toàn', 'trình']
    >>> as_meant((Word("toan", bare=True),), "trình")
    ()
    """
    meant = syllables(restored)
    if [bare_form(word.syllable) for word in words] != [bare_form(syllable) for syllable in meant]:
        return ()
    return tuple(replace(word, syllable=syllable, bare=False) for word, syllable in zip(words, meant, strict=True))


def join_spans(text: str, spans: Sequence[Span]) -> list[Span]:
    """Sorted spans, those that touch, overlap or are parted by spaces only joined into one.

    >>> join_spans("cải cách hành chính", [(4, 8), (0, 3), (14, 19)])
    [(0, 8), (14, 19)]
    """
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and (start <= joined[-1][1] or not text[joined[-1][1] : start].strip(" \u00a0")):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def phrase_spans(text: str, phrase: str, bare: bool) -> list[Span]:
    """Where all syllables of a quoted phrase stand side by side; `bare`: diacritics don't count.

    >>> phrase_spans("Bộ phận Một cửa liên thông", "mot cua", bare=True)
    [(8, 15)]
    """
    form: Callable[[str], str] = bare_form if bare else term_form
    wanted = [form(syllable) for syllable in syllables(phrase)]
    spans = syllable_spans(text)
    forms = [form(syllable) for syllable, _, _ in spans]
    size = len(wanted)
    return [
        (spans[position][1], spans[position + size - 1][2])
        for position in range(len(forms) - size + 1)
        if size and forms[position : position + size] == wanted
    ]


def phrase_test(phrase: str, bare: bool) -> Callable[[str], bool]:
    """A test whether a text holds a phrase: what `phrase_spans` finds, faster.

    >>> holds = phrase_test("mot cua", bare=True)
    >>> holds("Bộ phận Một cửa"), holds("một cái cửa")
    (True, False)
    """
    tokens = syllables(phrase)
    pattern = re.compile(r"(?<!\w)" + r"\W+".join(map(re.escape, tokens)) + r"(?!\w)")

    def holds(text: str) -> bool:
        lower = text.lower()
        # Other spellings of the same syllables (tone position, 05, kĩ) take the slow way.
        return bool(pattern.search(strip_diacritics(lower) if bare else lower) or phrase_spans(text, phrase, bare))

    return holds


def matched_words(text: str, spans: Sequence[Span], limit: int = 12) -> list[str]:
    """The marked words as the passage writes them, each once, in order.

    >>> matched_words("Một cửa, một cửa điện tử", [(0, 7), (9, 16)])
    ['Một cửa']
    """
    seen: dict[str, str] = {}
    for start, end in spans:
        seen.setdefault(text[start:end].casefold(), text[start:end])
    return list(seen.values())[:limit]
