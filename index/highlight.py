"""Where the words of a query stand in a passage."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from index.analyze import bare_form, syllable_spans, syllables, term_form
from index.terms import Word
from ingest.clean.fold import strip_diacritics

Span = tuple[int, int]


def highlights(
    text: str,
    words: Sequence[Word],
    common: Collection[str] = (),
    extra: Sequence[Span] = (),
) -> list[Span]:
    """Half-open spans of whole words in `text`, ascending, joined where only spaces part them.

    A syllable of `common` (bare forms of words that most passages hold) counts only beside its
    neighbour in the query. `extra` are spans to mark besides (a document number, a quoted phrase).
    """
    spans = syllable_spans(text)
    bare = [bare_form(syllable) for syllable, _, _ in spans]
    marked = [False] * len(spans)
    weak = [False] * len(spans)
    wanted = {bare_form(syllable) for word in words for syllable in (word.syllable, *word.aliases)}
    at: dict[str, list[int]] = {}
    for position, form in enumerate(bare):
        if form in wanted:
            at.setdefault(form, []).append(position)

    def occurs(word: Word, position: int) -> bool:
        if not 0 <= position < len(spans):
            return False
        if bare[position] != bare_form(word.syllable):
            return False
        return word.bare or term_form(spans[position][0]) == term_form(word.syllable)

    for index, word in enumerate(words):
        before = words[index - 1] if index else None
        after = words[index + 1] if index + 1 < len(words) else None
        is_common = bare_form(word.syllable) in common
        for position in at.get(bare_form(word.syllable), ()):
            if not occurs(word, position):
                continue
            beside = (before is not None and occurs(before, position - 1)) or (
                after is not None and occurs(after, position + 1)
            )
            if beside or not is_common:
                marked[position] = True
            else:
                weak[position] = True
        for alias in word.aliases:
            for position in at.get(bare_form(alias), ()):
                if term_form(spans[position][0]) == term_form(alias):
                    marked[position] = True
    if not any(marked) and not extra:
        marked = weak
    found = [(start, end) for (_, start, end), hit in zip(spans, marked, strict=True) if hit]
    return join_spans(text, [*found, *extra])


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
