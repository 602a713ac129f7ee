"""How many mistyped queries are read rightly, and how many well typed ones are changed.

    python -m evaluation.spelling --texts F... [--limit N] [--index DIR] [--show N]

Prints a line of JSON per way of typing: `as typed` (harm: every change is an error), Telex or VNI keys in
every word or in one, one slip of a letter (with and without diacritics), one wrong tone. `--index`: a data
folder whose passages tell a word from a slip, as in the product; without it the training texts alone do.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

from evaluation.metrics import percentile
from index.abbreviate import Abbreviations
from index.build import INDEX_FOLDER
from index.diacritics import MODEL, DiacriticsModel
from index.generation import open_generation
from index.known import known_to
from index.postings import Segment
from index.spelling import Known, Speller
from index.syllable_shape import TONES, toneless
from index.train_diacritics import read_texts
from ingest.clean.fold import match_form, nfc, strip_diacritics

Typing = Callable[[str, random.Random], str]

_WORD = re.compile(r"[^\W\d_]+")
_TELEX_TONES = dict(zip(TONES, "fsxrj", strict=True))
_VNI_TONES = dict(zip(TONES, "21435", strict=True))
_TELEX_MARKS = {"\u0306": "w", "\u031b": "w"}
_VNI_MARKS = {"\u0302": "6", "\u0306": "8", "\u031b": "7"}
_LETTERS = "abcdeghiklmnopqrstuvxy"


def telex_keys(word: str) -> str:
    """The keys of a word in Telex.

    >>> telex_keys("được"), telex_keys("hồ"), telex_keys("nam")
    ('dduwocj', 'hoof', 'nam')
    """
    return _keys(word, "dd", lambda base, mark: base + _TELEX_MARKS.get(mark, base), _TELEX_TONES).replace(
        "uwow", "uwo"
    )


def vni_keys(word: str) -> str:
    """The keys of a word in VNI.

    >>> vni_keys("được"), vni_keys("hồ")
    ('d9u7o7c5', 'ho62')
    """
    return _keys(word, "d9", lambda base, mark: base + _VNI_MARKS[mark], _VNI_TONES)


def _keys(word: str, stroke: str, marked: Callable[[str, str], str], tones: dict[str, str]) -> str:
    rest, tone = toneless(word)
    keys = ""
    for char in rest:
        parts = unicodedata.normalize("NFD", char)
        keys += stroke if char == "đ" else parts if len(parts) == 1 else marked(parts[0], parts[1])
    return keys + tones.get(tone, "")


def slip(word: str, chance: random.Random) -> str:
    """One letter wrong, missing, too many, or two swapped; never the first; words of four letters and more."""
    if len(word) < 4:
        return word
    at = chance.randrange(1, len(word) - 1)
    match chance.choice(("missing", "more", "swapped", "wrong")):
        case "missing":
            return word[:at] + word[at + 1 :]
        case "more":
            return word[:at] + chance.choice(_LETTERS) + word[at:]
        case "swapped":
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        case _:
            return word[:at] + chance.choice(_LETTERS) + word[at + 1 :]


def wrong_tone(word: str, chance: random.Random) -> str:
    """Another tone than the right one, where there is one."""
    _, tone = toneless(word)
    if not tone:
        return word
    decomposed = unicodedata.normalize("NFD", word)
    at = decomposed.index(tone)
    decomposed = decomposed[:at] + decomposed[at + 1 :]
    while at < len(decomposed) and unicodedata.combining(decomposed[at]):
        at += 1
    other = chance.choice([mark for mark in TONES if mark != tone])
    return nfc(nfc(decomposed[:at]) + other + decomposed[at:])


def every(change: Callable[[str], str]) -> Typing:
    """Every word in small letters."""
    return lambda text, _: _WORD.sub(lambda m: change(m.group()) if m.group().islower() else m.group(), text)


def one(change: Callable[[str, random.Random], str]) -> Typing:
    """One word in small letters that the change changes, drawn by chance."""

    def typed(text: str, chance: random.Random) -> str:
        words = [word for word in _WORD.finditer(text) if word.group().islower()]
        chance.shuffle(words)
        for word in words:
            changed = change(word.group(), chance)
            if changed != word.group():
                return text[: word.start()] + changed + text[word.end() :]
        return text

    return typed


WAYS: dict[str, Typing] = {
    "as typed": lambda text, _: text,
    "telex, every word": every(telex_keys),
    "telex, one word": one(lambda word, _: telex_keys(word)),
    "vni, every word": every(vni_keys),
    "one slip": one(slip),
    "one slip, no diacritics": lambda text, chance: one(slip)(strip_diacritics(text), chance),
    "one wrong tone": one(wrong_tone),
}


def measure(
    speller: Speller, texts: Sequence[str], typing: Typing, known: Known | None = None
) -> tuple[dict[str, float], list[tuple[str, str]]]:
    """Shares 0..1 of syllables and of whole texts right before (`typed`) and after; what is wrong still."""
    chance = random.Random(7)
    abbreviations = Abbreviations()
    right = before = total = whole = 0
    spent: list[float] = []
    wrong: list[tuple[str, str]] = []
    for text in texts:
        typed = typing(text, chance)
        began = time.perf_counter()
        read = speller.read(typed, known, abbreviations).text
        spent.append((time.perf_counter() - began) * 1000)
        truth = _words(text)
        right += _same(truth, _words(read))
        before += _same(truth, _words(typed))
        total += len(truth)
        whole += truth == _words(read)
        if truth != _words(read):
            wrong.append((typed, read))
    figures = {
        "typed": round(before / total, 4),
        "syllables": round(right / total, 4),
        "texts": round(whole / len(texts), 4),
        "ms_p50": round(percentile(spent, 0.5), 2),
        "ms_p95": round(percentile(spent, 0.95), 2),
    }
    return figures, wrong


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", match_form(text))


def _same(truth: list[str], read: list[str]) -> int:
    return sum(a == b for a, b in zip(truth, read, strict=True)) if len(truth) == len(read) else 0


def known_from(data: Path) -> Known:
    """What the passages of a data folder hold."""
    from index.bm25 import Bm25

    generation = open_generation(data / INDEX_FOLDER)
    return known_to(Bm25([Segment.open(generation.folder, name) for name in generation.manifest.segments]))


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, nargs="+", required=True)
    parser.add_argument("--model", type=Path, default=MODEL)
    parser.add_argument("--index", type=Path)
    parser.add_argument("--limit", type=int, default=2000)
    parser.add_argument("--show", type=int, default=0, help="errors to print for each way")
    given = parser.parse_args()
    speller = Speller(DiacriticsModel.load(given.model))
    known = known_from(given.index) if given.index else None
    texts = [nfc(text[:400]) for text in read_texts(given.texts)][: given.limit]
    for way, typing in WAYS.items():
        figures, wrong = measure(speller, texts, typing, known)
        print(json.dumps({"typing": way, **figures}))
        for typed, read in wrong[: given.show]:
            print(f"  {typed}\n  {read}\n")


if __name__ == "__main__":
    main()
