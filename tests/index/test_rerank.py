import itertools

import numpy as np
import pytest

from index.analyze import analyze
from index.bm25 import Bm25
from index.features import NAMES, Candidate
from index.model_errors import ModelError
from index.postings import build_segment
from index.query import interpret
from index.rank import Ranked
from index.rerank import Networks, Ranker, length_of, load_ranker, rerank

PASSAGES = [("Mục", "xin lỗi công dân"), ("Mục", "công khai xin lỗi khi trễ hẹn"), ("Mục", "kinh phí")]


def step(name: str, bound: float, low: float, high: float) -> Networks:
    """Gives `high` where a feature is above `bound`, `low` where it isn't."""
    mean, scale = np.zeros((2, len(NAMES)), dtype=np.float32)
    scale += 1
    place = NAMES.index(name)
    mean[place], scale[place] = bound, 1e-6  # clipped to +-5
    first = np.zeros((1, len(NAMES), 2), dtype=np.float32)
    first[0, place] = 2, -2  # 10 for the hidden unit of its side, 0 for the other
    bias = np.zeros((1, 1, 2), dtype=np.float32)
    second = np.eye(2, dtype=np.float32)[None]
    return Networks(mean, scale, first, bias, second, bias, np.array([[high / 10, low / 10]], dtype=np.float32))


@pytest.fixture
def ranker():
    return Ranker(step("body_cover", 0.9, -9, 9), step("body_cover", 0.9, 9, -9))


@pytest.fixture
def bm25():
    return Bm25([build_segment(analyze(PASSAGES))])


def fetch(rows):
    return [Candidate(*PASSAGES[row]) for row in rows]


def candidates(cosine: float) -> list[Ranked]:
    scores = (0.9, 0.8, 0.1)
    return [Ranked(row, score, score, 0.0, cosine=cosine, compared=True) for row, score in enumerate(scores)]


def test_the_ranker_moves_candidates(ranker, bm25):
    words = interpret("công khai xin lỗi, công khai xin lỗi khi trễ hẹn").words
    found = rerank(ranker, bm25, words, candidates(0.5), fetch, share=0.5)
    assert [candidate.row for candidate in found] == [1, 0, 2]
    assert [candidate.score for candidate in found] == pytest.approx([0.9, 0.45, 0.05])
    assert found[0].lexical == 0.8


def test_without_meaning_the_networks_for_words_decide(ranker, bm25):
    words = interpret("công khai xin lỗi, công khai xin lỗi khi trễ hẹn").words
    assert [c.row for c in rerank(ranker, bm25, words, candidates(0.0), fetch, share=0.5)] == [0, 2, 1]


def test_a_few_words_are_no_question(ranker, bm25):
    for text in ("trễ hẹn", "công khai xin lỗi khi trễ"):
        found = rerank(ranker, bm25, interpret(text).words, candidates(0.5), fetch)
        assert [(c.row, c.score) for c in found] == [(c.row, c.score) for c in candidates(0.5)]


def test_a_whole_question_is_the_rankers_alone(ranker, bm25):
    words = interpret("khi trễ hẹn trả kết quả thì cơ quan nào phải công khai xin lỗi công dân").words
    # No passage covers nine tenths of it: the networks find all equal, whatever the fusion said.
    assert [c.score for c in rerank(ranker, bm25, words, candidates(0.5), fetch)] == [1.0, 1.0, 1.0]


def test_an_abbreviation_and_its_long_form_make_a_query_equally_long():
    short, long = (interpret(f"kinh phí {name} năm nay").words for name in ("CCHC", "cải cách hành chính"))
    assert length_of(short) == length_of(long) == 5


def test_candidates_that_are_not_compared_stay_behind(ranker, bm25):
    words = interpret("cơ quan nào công khai xin lỗi khi trễ hẹn").words
    ranked = [Ranked(i % 3, 1 - i / 200, 0.0, 0.0, compared=i < 20 or i == 30) for i in range(40)]
    others = [candidate for candidate in ranked if not candidate.compared]
    found = rerank(ranker, bm25, words, ranked, fetch)
    assert len(found) == 40
    assert all(candidate.compared for candidate in found[:21])
    assert found[21:] == others
    assert all(a.score >= b.score for a, b in itertools.pairwise(found))


def test_nothing_to_put_in_order(ranker, bm25):
    assert rerank(ranker, bm25, (), candidates(0.5), fetch) == candidates(0.5)
    assert rerank(None, bm25, interpret("xin lỗi").words, candidates(0.5), fetch) == candidates(0.5)
    assert rerank(ranker, bm25, interpret("xin lỗi").words, [], fetch) == []


def test_saved_and_read_again(ranker, tmp_path):
    ranker.save(tmp_path / "r.npz")
    again = Ranker.load(tmp_path / "r.npz")
    chance = np.random.default_rng(0)
    table = chance.random((50, len(NAMES)), dtype=np.float32)
    assert again.hybrid.predict(table).tolist() == ranker.hybrid.predict(table).tolist()
    assert again.lexical.predict(table).tolist() == ranker.lexical.predict(table).tolist()


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x03\x04broken"])
def test_a_damaged_file_is_said_so(tmp_path, content):
    (tmp_path / "r.npz").write_bytes(content)
    with pytest.raises(ModelError):
        Ranker.load(tmp_path / "r.npz")


def test_a_ranker_for_other_features_is_refused(ranker, tmp_path, monkeypatch):
    ranker.save(tmp_path / "r.npz")
    monkeypatch.setattr("index.rerank.NAMES", ("other",))
    with pytest.raises(ModelError):
        Ranker.load(tmp_path / "r.npz")


def test_the_shipped_ranker_fits_the_features():
    shipped = load_ranker()
    assert shipped is not None
    assert shipped.hybrid.first.shape[1] == shipped.lexical.first.shape[1] == len(NAMES)
    assert (Ranker.load.__defaults__[0]).stat().st_size < 2_000_000
