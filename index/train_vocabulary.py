"""Training texts -> the word pieces of the model: frequent syllables, and pairs and triples of
syllables that often stand together."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from index.analyze import syllables
from index.word_pieces import WordPieces, log_probabilities
from ingest.clean.fold import strip_diacritics

Ids = npt.NDArray[np.int32]

# Frequent phrases that are no words ("theo quy") are worth having: with pairs of high mutual
# information only, and no triples, nDCG@10 of a short run was .596, with these .626.
TRIPLE_SHARE = 0.18
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
    """At most `singles` syllables, then the pairs and triples that save most, `size` pieces in all.

    What a phrase saves is its count times the mutual information of its parts. Scores are fitted in
    `ROUNDS` rounds of cutting a sample of the texts and counting again.
    """
    width = len(names)
    joined = np.concatenate([np.append(text, -1) for text in texts]).astype(np.int64)
    counts = np.bincount(joined[joined >= 0], minlength=width)
    total = float(counts.sum())
    kept = np.argsort(-counts, kind="stable")[:singles]
    kept = kept[counts[kept] > 0]
    triples_wanted = int(size * TRIPLE_SHARE)
    single = np.zeros(width, dtype=bool)
    single[kept] = True
    left, right, pair_counts = _pairs(joined, width)
    pair_gain = _gain(pair_counts, counts[left], counts[right], total)
    pair_gain[(pair_counts < min_count) | ~single[left] | ~single[right]] = 0
    chosen = _best(pair_gain, max(0, size - 1 - len(kept) - triples_wanted))
    chosen = np.sort(chosen)  # so that their keys ascend
    pair_keys, chosen_counts = left[chosen] * width + right[chosen], pair_counts[chosen]
    first, third, triple_counts = _triples(joined, width, pair_keys)
    triple_gain = _gain(triple_counts, chosen_counts[first], counts[third], total)
    triple_gain[triple_counts < min_count] = 0
    longer = _best(triple_gain, triples_wanted)

    pieces: list[tuple[str, ...]] = [()]
    pieces += [(names[i],) for i in kept]
    pairs = [(names[left[i]], names[right[i]]) for i in chosen]
    pieces += pairs
    pieces += [(*pairs[first[i]], names[third[i]]) for i in longer]
    weights = [0.0, *counts[kept].tolist(), *chosen_counts.tolist(), *triple_counts[longer].tolist()]
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

    Every syllable, and the most probable pairs, `most` forms in all; no triples. Only forms
    that are no pieces themselves; a pair only where real text does not hold it literally.
    """
    known = set(vocabulary.pieces)
    found: dict[tuple[str, ...], list[tuple[int, float]]] = {}
    for i, (piece, score) in enumerate(zip(vocabulary.pieces, vocabulary.scores, strict=True)):
        bare = tuple(strip_diacritics(s) for s in piece)
        if len(bare) < 3 and bare != piece and bare not in known:
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


def _triples(
    joined: npt.NDArray[np.int64], width: int, pair_keys: npt.NDArray[np.int64]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Triples whose two pairs are both among the ascending `pair_keys`: (place of the first pair
    there, third syllable, count)."""
    none = np.zeros(0, dtype=np.int64)
    if not len(pair_keys) or len(joined) < 3:
        return none, none, none
    inside = (joined[:-1] >= 0) & (joined[1:] >= 0)
    keys = np.where(inside, joined[:-1] * width + joined[1:], -1)
    places = np.minimum(np.searchsorted(pair_keys, keys), len(pair_keys) - 1)
    found = pair_keys[places] == keys
    both = np.nonzero(found[:-1] & found[1:])[0]
    codes, counts = np.unique(places[both] * width + joined[both + 2], return_counts=True)
    return codes // width, codes % width, counts.astype(np.int64)


def _gain(
    counts: npt.NDArray[np.int64], first: npt.NDArray[np.int64], second: npt.NDArray[np.int64], total: float
) -> npt.NDArray[np.float64]:
    """Count times mutual information; positive where the parts attract each other."""
    whole = counts.astype(np.float64)
    gain: npt.NDArray[np.float64] = whole * np.log(whole * total / (first.astype(np.float64) * second))
    return gain


def _best(gain: npt.NDArray[np.float64], most: int) -> npt.NDArray[np.int64]:
    order = np.argsort(-gain, kind="stable")[:most]
    return order[gain[order] > 0]
