import math
import random

import numpy as np
import pytest

from index.analyze import analyze, bare_hash, syllable_hash
from index.bm25 import B, Bm25, Term, best_rows
from index.postings import build_segment

WORDS = ["cải", "cách", "hành", "chính", "một", "cửa", "hồ", "sơ", "kế", "hoạch", "năm", "tỉnh"]


def random_texts(seed: int, size: int = 60) -> list[str]:
    rng = random.Random(seed)
    return [" ".join(rng.choices(WORDS, weights=range(1, 13), k=rng.randrange(1, 30))) for _ in range(size)]


def segment(texts):
    return build_segment(analyze([[text] for text in texts]))


def terms(query: str) -> list[Term]:
    return [Term((syllable_hash(syllable),)) for syllable in query.split()]


def naive(texts: list[str], query: str, k1: float, b: float) -> list[float]:
    """The formula, straight from its definition."""
    split = [text.split() for text in texts]
    mean = sum(map(len, split)) / len(split)
    scores = []
    for tokens in split:
        total = 0.0
        for word in query.split():
            frequency = sum(word in other for other in split)
            idf = math.log(1 + (len(split) - frequency + 0.5) / (frequency + 0.5))
            count = tokens.count(word)
            total += idf * count * (k1 + 1) / (count + k1 * (1 - b + b * len(tokens) / mean)) if count else 0.0
        scores.append(total)
    return scores


@pytest.mark.parametrize("seed", range(4))
def test_scores_equal_the_definition(seed):
    texts = random_texts(seed)
    scores = Bm25([segment(texts)], k1=0.9, b=0.6).scores(terms("cải hồ tỉnh"))
    assert scores.tolist() == pytest.approx(naive(texts, "cải hồ tỉnh", 0.9, 0.6), rel=1e-5)


def test_scores_rank_like_bm25s():
    bm25s = pytest.importorskip("bm25s")
    texts = random_texts(7, 200)
    oracle = bm25s.BM25(k1=1.2, b=0.75, method="lucene")
    oracle.index([text.split() for text in texts], show_progress=False)
    expected = oracle.get_scores(["một", "cửa", "kế"])
    scores = Bm25([segment(texts)], k1=1.2, b=0.75).scores(terms("một cửa kế")) / 2.2
    assert scores.tolist() == pytest.approx(expected.tolist(), rel=1e-4)


def test_segments_and_dead_rows_score_like_one_fresh_index():
    texts = random_texts(3, 80)
    alive = np.array([index % 3 != 0 for index in range(80)])
    living = [text for text, mark in zip(texts, alive, strict=True) if mark]
    many = Bm25([segment(texts[:10]), segment(texts[10:50]), segment(texts[50:])], alive).scores(terms("cải hồ"))
    one = Bm25([segment(living)]).scores(terms("cải hồ"))
    assert many[alive].tolist() == pytest.approx(one.tolist(), rel=1e-6)
    assert not many[~alive].any()


def test_bare_term_scores_variants_as_one():
    accented = ["cải cách", "cái cách", "cai", "một"]
    plain = ["cai cach", "cai cach", "cai", "mot"]
    found = Bm25([segment(accented)]).scores([Term((), (bare_hash("cai"),))])
    assert found.tolist() == pytest.approx(Bm25([segment(plain)]).scores(terms("cai")).tolist())


def test_variants_in_one_row_are_summed():
    both = Bm25([segment(["cải cái", "x y"])])
    rows, counts = both.postings(Term((), (bare_hash("cai"),)))
    assert (rows.tolist(), counts.tolist()) == ([0], [2.0])


def test_weight_scales_a_term():
    index = Bm25([segment(random_texts(1))])
    (term,) = terms("hồ")
    doubled = index.scores([Term(term.hashes, (), 2.0)])
    assert doubled.tolist() == pytest.approx((2 * index.scores([term])).tolist())


def test_frequency_bound_never_underestimates():
    texts = random_texts(2)
    index = Bm25([segment(texts[:30]), segment(texts[30:])])
    for word in WORDS:
        (term,) = terms(word)
        assert index.frequency_bound(term) >= len(index.postings(term)[0])


def test_empty_index():
    assert Bm25([]).scores(terms("cải")).tolist() == []


def test_live_marks_must_fit():
    with pytest.raises(ValueError, match="live marks"):
        Bm25([segment(["a"])], np.ones(2, dtype=bool))


@pytest.mark.parametrize(
    ("scores", "k", "allowed", "expected"),
    [
        ([0.1, 0.9, 0.5], 2, None, [1, 2]),
        ([0.5, 0.5, 0.5], 2, None, [0, 1]),  # equal scores by row
        ([0.0, 0.0], 2, None, []),
        ([0.1, 0.9, 0.5], 5, [True, False, True], [2, 0]),
        ([0.1, 0.9], 0, None, []),
    ],
)
def test_best_rows(scores, k, allowed, expected):
    mask = None if allowed is None else np.array(allowed)
    assert best_rows(np.array(scores, dtype=np.float32), k, mask).tolist() == expected


@pytest.mark.parametrize("bare", [False, True])
def test_what_frequent_terms_give_is_the_same_when_kept(bare):
    texts = random_texts(11)
    asked = [Term((), (bare_hash("tỉnh"),)) if bare else terms("tỉnh")[0], *terms("năm cải")]
    bm25 = Bm25([segment(texts)])
    first = bm25.scores(asked)
    again = bm25.scores(asked)
    assert bm25._kept
    assert first.tolist() == again.tolist()
    assert first.tolist() == pytest.approx(naive(texts, "tỉnh năm cải", bm25.k1, B), rel=1e-5)


def test_what_is_kept_has_a_bound(monkeypatch):
    texts = random_texts(12)
    bm25 = Bm25([segment(texts)])
    monkeypatch.setattr("index.bm25._KEPT_BYTES", 2 * 4 * len(texts))
    for word in ("tỉnh", "năm", "hoạch"):
        bm25.scores(terms(word))
    assert list(bm25._kept) == [*terms("năm"), *terms("hoạch")]
    bm25.scores(terms("năm"))
    bm25.scores(terms("kế"))
    assert list(bm25._kept) == [*terms("năm"), *terms("kế")]
    monkeypatch.setattr("index.bm25._KEPT_BYTES", 0)
    assert bm25.scores(terms("sơ")).tolist() == pytest.approx(naive(texts, "sơ", bm25.k1, B), rel=1e-5)
