"""Training texts -> the word pieces of the model: frequent syllables, and pairs of syllables that
belong together."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from index.analyze import syllables
from index.word_pieces import WordPieces, log_probabilities
from ingest.clean.fold import strip_diacritics

Ids = npt.NDArray[np.int32]

# A pair becomes a piece where its syllables attract each other: normalised pointwise mutual
# information at least this. Pairs in common use that are no words ("theo quy") do no harm: with
# only words (.15) nDCG@10 of short runs was 3 points lower than with pairs of any attraction.
MIN_ATTRACTION = 0.05
# A pair without diacritics that real text holds this often ("ban cho") is not taken for bare typing.
MAX_LITERAL = 5
ROUNDS = 3
SAMPLE = 20_000


class SyllableTable:
    """Numbers the syllables of the training texts in the order of their first appearance."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._numbers)

    def ids(self, text: str, most: int) -> Ids:
        """The first `most` syllables."""
        numbers = self._numbers
        return np.array([numbers.setdefault(s, len(numbers)) for s in syllables(text)[:most]], dtype=np.int32)

    def names(self) -> list[str]:
        """Syllables by number."""
        return list(self._numbers)


def choose_pieces(texts: Sequence[Ids], names: Sequence[str], size: int, singles: int, min_count: int) -> WordPieces:
    """At most `singles` syllables, then the pairs that save most, `size` pieces in all.

    Scores are fitted in `ROUNDS` rounds of cutting a sample of the texts and counting again.
    """
    width = len(names)
    joined = np.concatenate([np.append(text, -1) for text in texts]).astype(np.int64)
    counts = np.bincount(joined[joined >= 0], minlength=width)
    kept = np.argsort(-counts, kind="stable")[:singles]
    kept = kept[counts[kept] > 0]
    left, right, pair_counts = _pairs(joined, width)
    attraction, gain = _attraction(left, right, pair_counts, counts)
    single = np.zeros(width, dtype=bool)
    single[kept] = True
    digits = np.array([any(c.isdigit() for c in name) for name in names])
    wanted = (pair_counts >= min_count) & (attraction >= MIN_ATTRACTION)
    wanted &= single[left] & single[right] & ~(digits[left] & digits[right])
    chosen = np.nonzero(wanted)[0]
    chosen = chosen[np.argsort(-gain[chosen], kind="stable")][: max(0, size - 1 - len(kept))]

    pieces: list[tuple[str, ...]] = [()]
    pieces += [(names[i],) for i in kept]
    pieces += [(names[left[i]], names[right[i]]) for i in chosen]
    weights = [0.0, *counts[kept].tolist(), *pair_counts[chosen].tolist()]
    stride = max(1, len(texts) // SAMPLE)
    sample = texts[::stride]
    vocabulary = WordPieces(pieces, log_probabilities(weights))
    for _ in range(ROUNDS):
        seen = np.concatenate([*join_all(vocabulary, names, sample), np.zeros(0, dtype=np.int32)])
        weights = (np.bincount(seen, minlength=len(pieces)) * stride + 0.5).tolist()
        vocabulary = WordPieces(pieces, log_probabilities(weights))
    return vocabulary


def join_all(vocabulary: WordPieces, names: Sequence[str], texts: Sequence[Ids]) -> list[Ids]:
    """Numbered syllables -> ids of pieces, text by text."""
    single = np.array([vocabulary.single(name) for name in names], dtype=np.int32)
    return [np.array(vocabulary.join(single[text].tolist()), dtype=np.int32) for text in texts]


def bare_pieces(
    vocabulary: WordPieces, texts: Sequence[Ids], names: Sequence[str], most: int
) -> dict[tuple[str, ...], list[tuple[int, float]]]:
    """Pieces as typed without diacritics -> the pieces they may stand for, with weights that sum to 1.

    Every syllable, and the most probable pairs, `most` forms in all. Only forms
    that are no pieces themselves; a pair only where real text does not hold it literally.
    """
    known = set(vocabulary.pieces)
    found: dict[tuple[str, ...], list[tuple[int, float]]] = {}
    for i, (piece, score) in enumerate(zip(vocabulary.pieces, vocabulary.scores, strict=True)):
        bare = tuple(strip_diacritics(s) for s in piece)
        if bare != piece and bare not in known:
            found.setdefault(bare, []).append((i, float(np.exp(score))))
    literal = _literal_counts({bare for bare in found if len(bare) == 2}, texts, names)
    singles = {piece[0] for piece in known if len(piece) == 1} | {bare[0] for bare in found if len(bare) == 1}
    forms: dict[tuple[str, ...], list[tuple[int, float]]] = {}
    ranked = sorted(found.items(), key=lambda item: (len(item[0]), -sum(weight for _, weight in item[1])))
    for bare, sources in ranked:
        if len(forms) == most:
            break
        if len(bare) == 2 and (literal.get(bare, 0) >= MAX_LITERAL or not singles.issuperset(bare)):
            continue
        total = sum(weight for _, weight in sources)
        forms[bare] = [(i, weight / total) for i, weight in sources]
    return forms


def _literal_counts(
    wanted: set[tuple[str, ...]], texts: Sequence[Ids], names: Sequence[str]
) -> dict[tuple[str, ...], int]:
    width = len(names)
    joined = np.concatenate([np.append(text, -1) for text in texts]).astype(np.int64)
    left, right, counts = _pairs(joined, width)
    bare = np.array([strip_diacritics(name) == name for name in names])
    both = np.nonzero(bare[left] & bare[right])[0]
    pairs = ((names[left[i]], names[right[i]], int(counts[i])) for i in both)
    return {(a, b): count for a, b, count in pairs if (a, b) in wanted}


def _pairs(
    joined: npt.NDArray[np.int64], width: int
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    first, second = joined[:-1], joined[1:]
    inside = (first >= 0) & (second >= 0)
    keys, counts = np.unique(first[inside] * width + second[inside], return_counts=True)
    return keys // width, keys % width, counts.astype(np.int64)


def _attraction(
    left: npt.NDArray[np.int64],
    right: npt.NDArray[np.int64],
    pair_counts: npt.NDArray[np.int64],
    counts: npt.NDArray[np.int64],
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Normalised pointwise mutual information, and count times mutual information."""
    total = float(counts.sum())
    information = np.log(pair_counts * total / (counts[left].astype(np.float64) * counts[right]))
    surprise = -np.log(pair_counts / total)
    return information / np.maximum(surprise, 1e-9), pair_counts.astype(np.float64) * information
