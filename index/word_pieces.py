"""Text -> ids of word pieces: single syllables, and two or three that often stand together.

The vocabulary is stored as a `tokenizer.json` (Unigram model) that the `tokenizers` library, and so
sentence-transformers, reads. `WordPieces` gives the same ids without that library, five times
faster: it works on syllables, not on characters.
"""

from __future__ import annotations

import json
import math
import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from ingest.clean.fold import common_tone

UNKNOWN = 0
FILE_NAME = "tokenizer.json"
# A syllable is written <so> in the vocabulary, a word <hồ><sơ>: no piece matches half a syllable.
OPEN, CLOSE = "<", ">"

_SYLLABLE = re.compile(r"\w+")


class WordPieces:
    """A vocabulary with the logarithm of each piece's probability.

    `pieces[i]` is a tuple of one to three syllables, `pieces[0]` is empty (unknown). The syllables of
    every pair and both pairs of every triple are pieces themselves (else `ValueError`). Of all ways to
    cut a text the most probable is taken; of equally probable ways the one with the longer last piece.
    """

    def __init__(self, pieces: Sequence[tuple[str, ...]], scores: Sequence[float]) -> None:
        if len(pieces) != len(scores) or not pieces or pieces[UNKNOWN] != ():
            raise ValueError("pieces and scores disagree, or the first piece is not the unknown one")
        self.pieces = list(pieces)
        self.scores = list(scores)
        self._single = {piece[0]: i for i, piece in enumerate(pieces) if len(piece) == 1}
        self._width = len(pieces)
        single, width = self._single, self._width
        try:
            self._pair = {
                single[piece[0]] * width + single[piece[1]]: i for i, piece in enumerate(pieces) if len(piece) == 2
            }
            self._triple = {
                self._pair_of(piece[0], piece[1]) * width + self._pair_of(piece[1], piece[2]): i
                for i, piece in enumerate(pieces)
                if len(piece) == 3
            }
        except KeyError as error:
            raise ValueError(f"a part of a piece is no piece: {error}") from error
        # Word as written in lower case -> id: tone marks are moved once per distinct word.
        self._seen: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self.pieces)

    def _pair_of(self, first: str, second: str) -> int:
        return self._pair[self._single[first] * self._width + self._single[second]]

    def encode(self, text: str) -> list[int]:
        """Ids in reading order; syllables outside the vocabulary are left out."""
        return self.join(self._syllable_ids(text))

    def join(self, ids: list[int]) -> list[int]:
        """Ids of single syllables (0 = outside the vocabulary) -> ids of the pieces they form."""
        if len(ids) < 2:
            return [i for i in ids if i]
        width, pair = self._width, self._pair
        pairs = [pair.get(a * width + b, 0) for a, b in pairwise(ids)]
        pieces: list[int] = []
        position, last = 0, len(ids) - 1
        while position <= last:
            if position == last or not pairs[position]:
                if ids[position]:
                    pieces.append(ids[position])
                position += 1
                continue
            end = position + 1
            while end < last and pairs[end]:
                end += 1
            pieces += self._cut(ids[position : end + 1], pairs[position:end])
            position = end + 1
        return pieces

    def _syllable_ids(self, text: str) -> list[int]:
        if not unicodedata.is_normalized("NFC", text):
            text = unicodedata.normalize("NFC", text)
        seen = self._seen
        found = _SYLLABLE.findall(text.replace("\u0130", "I").lower())
        try:
            return [seen[word] for word in found]
        except KeyError:
            if len(seen) > 500_000:  # numbers without end must not fill the memory of a server
                seen.clear()
            for word in found:
                if word not in seen:
                    seen[word] = self._single.get(common_tone(word), UNKNOWN)
            return [seen[word] for word in found]

    def _cut(self, ids: list[int], pairs: list[int]) -> list[int]:
        """Viterbi over a run of syllables in which every two neighbours form a piece."""
        scores = self.scores
        if len(ids) == 2:
            return [pairs[0]] if scores[pairs[0]] >= scores[ids[0]] + scores[ids[1]] else ids
        width, triple = self._width, self._triple
        best = [0.0, scores[ids[0]]]
        last = [ids[0]]
        length = [1]
        for i in range(1, len(ids)):
            piece, size, score = pairs[i - 1], 2, best[i - 1] + scores[pairs[i - 1]]
            if i > 1 and (whole := triple.get(pairs[i - 2] * width + pairs[i - 1])):
                longer = best[i - 2] + scores[whole]
                if longer >= score:
                    piece, size, score = whole, 3, longer
            alone = best[i] + scores[ids[i]]
            if alone > score:
                piece, size, score = ids[i], 1, alone
            best.append(score)
            last.append(piece)
            length.append(size)
        pieces: list[int] = []
        i = len(ids) - 1
        while i >= 0:
            pieces.append(last[i])
            i -= length[i]
        pieces.reverse()
        return pieces

    def single(self, syllable: str) -> int:
        """Id of one syllable in matching form, 0 where it is not in the vocabulary."""
        return self._single.get(syllable, UNKNOWN)

    @classmethod
    def load(cls, folder: Path) -> WordPieces:
        """From `tokenizer.json`. Errors: `OSError`, `ValueError` where the file holds no such vocabulary."""
        with (folder / FILE_NAME).open(encoding="utf-8") as file:
            stored = json.load(file)
        try:
            vocabulary = stored["model"]["vocab"]
            pieces = [tuple(piece[1:-1].split(CLOSE + OPEN)) if i else () for i, (piece, _) in enumerate(vocabulary)]
            return cls(pieces, [score for _, score in vocabulary])
        except (KeyError, TypeError, IndexError) as error:
            raise ValueError(f"{FILE_NAME}: {error!r}") from error

    def save(self, folder: Path) -> None:
        """Write `tokenizer.json`."""
        text = json.dumps(self.tokenizer(), ensure_ascii=False, separators=(",", ":"))
        (folder / FILE_NAME).write_text(text, encoding="utf-8")

    def tokenizer(self) -> dict[str, Any]:
        """The vocabulary in the format of the `tokenizers` library."""
        names = ["<unk>"] + ["".join(f"{OPEN}{s}{CLOSE}" for s in piece) for piece in self.pieces[1:]]
        return {
            "version": "1.0",
            "truncation": None,
            "padding": None,
            "added_tokens": [],
            "normalizer": {"type": "Sequence", "normalizers": _normalizers()},
            "pre_tokenizer": None,
            "post_processor": None,
            "decoder": None,
            "model": {
                "type": "Unigram",
                "unk_id": UNKNOWN,
                "vocab": [[name, score] for name, score in zip(names, self.scores, strict=True)],
                "byte_fallback": False,
            },
        }


def _normalizers() -> list[dict[str, Any]]:
    """What `index.analyze.syllables` does, in the words of the `tokenizers` library."""

    def replace(pattern: str, content: str) -> dict[str, Any]:
        return {"type": "Replace", "pattern": {"Regex": pattern}, "content": content}

    tones = [replace(rf"(?<!q){old}(?![\p{{L}}])", new) for old, new in _tone_moves()]
    return [
        {"type": "NFC"},
        replace("\u0130", "I"),
        {"type": "Lowercase"},
        *tones,
        replace(r"[^\p{L}\p{N}_]+", CLOSE + OPEN),
        replace(rf"^(?:{CLOSE}{OPEN})?", OPEN),
        replace(rf"(?:{CLOSE}{OPEN})?$", CLOSE),
    ]


def _tone_moves() -> list[tuple[str, str]]:
    vowels = [a + b for a, tones in (("o", "àáảãạ"), ("o", "èéẻẽẹ"), ("u", "ỳýỷỹỵ")) for b in tones]
    return [(old, new) for old in vowels if (new := common_tone(old)) != old]


def log_probabilities(counts: Sequence[float]) -> list[float]:
    """Scores of a Unigram model; a piece never counted gets half an occurrence."""
    total = sum(counts)
    return [math.log(max(count, 0.5) / total) for count in counts]
