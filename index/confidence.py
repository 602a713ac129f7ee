"""How likely it is that the first results answer the query, rather than being the least bad.

A logistic model over three measures of the first three results: the share of the query's words that a
passage (with its headings) holds, weighted by rarity; the share of its pairs of neighbours; the highest cosine.
Fitted to 750 questions on law articles and 157 of staff on two sets of documents, against 75 of
150 questions that none of them answers; the others held out. Figures: evaluation/results/search.md.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import pairwise

from index.analyze import bare_form, syllables, term_form
from index.holds import holds
from index.terms import Word, common_aliases

#: Below, a result says that nothing found really answers.
DOUBT = 0.05
LOOKED_AT = 3  # results

# cover, pairs, cosine, constant; without a model of meaning the cosine is left out.
_WITH_MEANING = (3.09, 7.49, 9.03, -7.69)
_WORDS_ONLY = (3.54, 11.72, 0.0, -6.18)

# What says nothing on its own: a closed class, no noun and no verb of a subject. "Một cửa" and "chỉ số"
# keep a word that names something.
_LITTLE_WORDS = """
    và của các những là có không được cho với để thì mà này đó kia ấy gì nào ai sao thế vậy như cũng đã đang sẽ
    rồi bị bởi do tại từ đến trong trên dưới về theo vì nên nếu hay hoặc một mỗi từng mọi cả rất quá lại vẫn chỉ
    ở ra vào khi lúc bao nhiêu đâu bằng thôi ạ à nhé
"""
_LITTLE = frozenset(map(term_form, _LITTLE_WORDS.split()))

Rarity = Callable[[Word], float]


def confidence(words: Sequence[Word], texts: Sequence[str], cosines: Sequence[float] | None, rarity: Rarity) -> float:
    """0..1 for a query's words and the texts (headings included) of its first results; 0 without any.

    `cosines` of query and passages, None where nothing was searched by meaning. `rarity(word)` is
    the weight of a word, its inverse document frequency. 0 also where the words ask for nothing: single
    letters, digits and little words alone stand in any document ("a" had .995, "%00" 1.0).
    """
    texts = texts[:LOOKED_AT]
    if not texts or not any(map(_asks, words)):
        return 0.0
    weights = [rarity(word) for word in words]
    shares = [_shares(words, weights, text) for text in texts]
    cover, pairs = max(share for share, _ in shares), max(share for _, share in shares)
    a, b, c, constant = _WORDS_ONLY if cosines is None else _WITH_MEANING
    logit = a * cover + b * pairs + c * max((cosines or [0.0])[:LOOKED_AT]) + constant
    return 1 / (1 + math.exp(-logit))


def _asks(word: Word) -> bool:
    """Whether a word names a subject."""
    if word.aliases:
        return True
    syllable = word.syllable
    return len(syllable) > 1 and not syllable.isnumeric() and (word.bare or term_form(syllable) not in _LITTLE)


def _shares(words: Sequence[Word], weights: Sequence[float], text: str) -> tuple[float, float]:
    """Weighted shares of the words and of the pairs of neighbours that a text holds."""
    tokens = syllables(text)
    exact, bare = [term_form(token) for token in tokens], [bare_form(token) for token in tokens]
    held, held_bare = set(exact), set(bare)
    pairs, pairs_bare = set(pairwise(exact)), set(pairwise(bare))

    def beside(left: Word, right: Word) -> bool:
        if any(term_form(alias) in held for alias in common_aliases(left, right)):
            return True
        if left.bare or right.bare:
            return (bare_form(left.syllable), bare_form(right.syllable)) in pairs_bare
        return (term_form(left.syllable), term_form(right.syllable)) in pairs

    total = sum(weights) or 1.0
    cover = sum(weight for word, weight in zip(words, weights, strict=True) if holds(word, held, held_bare)) / total
    weighed = [(weights[n] + weights[n + 1], beside(words[n], words[n + 1])) for n in range(len(words) - 1)]
    of_pairs = sum(weight for weight, _ in weighed)
    return cover, sum(weight for weight, both in weighed if both) / of_pairs if of_pairs else cover
