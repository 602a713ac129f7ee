import numpy as np
import pytest

from index.analyze import analyze
from index.bm25 import Bm25
from index.postings import build_segment, merge_segments
from index.query import interpret
from index.rank import COMPARED, rank
from index.terms import query_terms
from index.within import LARGEST, OUTSIDE, TAKEN, best_documents, look_within, told_apart

# A circular on measuring standards, whose articles say "chuẩn đo lường" again and again, and another text.
CIRCULAR = [
    ("Lập hồ sơ", "Tổ chức giữ chuẩn đo lường quốc gia lập hồ sơ theo mẫu."),
    ("Phê duyệt", "Chuẩn đo lường quốc gia được phê duyệt sau khi so sánh."),
    ("Duy trì", "Chuẩn đo lường quốc gia được duy trì, bảo quản."),
    ("Xử lý", "Trong mười ngày phải có văn bản trả lời."),
]
OTHER = [("Phí", "Mức phí do Bộ Tài chính quy định."), ("Xử lý", "Xử lý vi phạm trong giao thông.")]
DOCUMENT = np.array([0, 0, 0, 0, 1, 1], dtype=np.int32)
ASKED = "xử lý hồ sơ phê duyệt chuẩn đo lường quốc gia"


@pytest.fixture(params=["one segment", "two segments"])
def bm25(request):
    if request.param == "one segment":
        return Bm25([build_segment(analyze(CIRCULAR + OTHER))])
    parts = [build_segment(analyze(passages)) for passages in (CIRCULAR[:2], CIRCULAR[2:] + OTHER)]
    assert len(merge_segments(parts, [np.ones(len(part), dtype=bool) for part in parts])) == len(DOCUMENT)
    return Bm25(parts)


def looked(bm25, document=DOCUMENT, allowed=None, text=ASKED):
    terms = query_terms(interpret(text).words)
    scores = bm25.scores(terms)
    rows = np.flatnonzero(scores > 0)
    allowed = np.ones(len(document), dtype=bool) if allowed is None else allowed
    return look_within(bm25, terms, document, allowed, scores, rows, scores[rows] / scores.max())


def test_what_every_passage_of_a_document_says_tells_none_apart(bm25):
    terms = query_terms(interpret(ASKED).words)
    rows = np.arange(4)
    share = told_apart(bm25, terms, rows, np.zeros(4, dtype=np.int32))
    assert share[3] > share[2]  # "xử lý" stands in one passage of the circular, the standards in three
    assert bm25.scores(terms)[3] < bm25.scores(terms)[2]
    assert (share >= 0).all()
    assert (share <= 1).all()


@pytest.mark.parametrize("text", ["xu ly ho so phe duyet", "xử lý hồ sơ phê duyệt"])
def test_words_typed_without_marks_are_found_as_well(bm25, text):
    share = told_apart(bm25, query_terms(interpret(text).words), np.arange(4), np.zeros(4, dtype=np.int32))
    assert share[3] > share[2] == 0


def test_terms_that_no_passage_holds_count_for_nothing(bm25):
    rows, owner = np.arange(4), np.zeros(4, dtype=np.int32)
    alone, more = (
        told_apart(bm25, query_terms(interpret(text).words), rows, owner) for text in ("xử lý", "xử lý kiểm lâm")
    )
    assert alone.tolist() == more.tolist()
    assert told_apart(bm25, query_terms(interpret("kiểm lâm").words), rows, owner).tolist() == [0, 0, 0, 0]


def test_documents_are_looked_through_best_first(bm25):
    found = looked(bm25)
    assert found.place.tolist() == pytest.approx([1, 1 / np.sqrt(2)])
    inside = found.of(np.array([3, 0, 5]), DOCUMENT[[3, 0, 5]])
    assert inside[0].share == pytest.approx(float(found.share[found.rows == 3][0]))
    assert max(found.behind[:4]) == 0
    assert min(found.behind[:4]) < 0
    assert inside[2].place == pytest.approx(1 / np.sqrt(2))


def test_of_each_document_so_many_are_taken(bm25, monkeypatch):
    monkeypatch.setattr("index.within.TAKEN", (2, 1))
    found = looked(bm25)
    assert sorted(np.bincount(DOCUMENT[found.rows[found.taken]]).tolist()) == [1, 2]


def test_only_what_is_allowed_is_taken(bm25):
    allowed = np.ones(6, dtype=bool)
    allowed[3] = False
    assert 3 not in looked(bm25, allowed=allowed).rows


def test_a_document_without_end_is_left_out(bm25, monkeypatch):
    monkeypatch.setattr("index.within.LARGEST", 3)
    found = looked(bm25)
    assert set(DOCUMENT[found.rows]) == {1}
    assert found.of(np.array([0]), DOCUMENT[[0]])[0].share == OUTSIDE.share
    assert LARGEST >= 1000


def test_nothing_to_look_through(bm25):
    found = looked(bm25, text="kiểm lâm")
    assert len(found.rows) == 0
    assert found.of(np.array([1]), DOCUMENT[[1]]) == [OUTSIDE]
    assert len(best_documents(np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.float32))) == 0


def test_what_stands_within_the_best_document_is_compared(bm25):
    # Twice as many passages as are compared say all the words asked for; the answer says two, in the best document.
    filler = [("Xử lý hồ sơ", "Xử lý hồ sơ phê duyệt chuẩn.")] * (2 * COMPARED)
    passages = CIRCULAR + filler
    document = np.concatenate([np.zeros(4), np.arange(1, len(filler) + 1)]).astype(np.int32)
    index = Bm25([build_segment(analyze(passages))])
    terms = query_terms(interpret("xử lý hồ sơ phê duyệt chuẩn đo lường quốc gia").words)
    ranked = rank(index, None, np.arange(len(passages)), terms, None, depth=COMPARED + 10, document=document)
    assert [candidate.score for candidate in ranked] == sorted((c.score for c in ranked), reverse=True)
    answer = next(candidate for candidate in ranked if candidate.row == 3)
    assert answer.compared
    assert answer.within.share > 0
    assert answer.within.place == 1
    assert sum(candidate.compared for candidate in ranked) <= COMPARED + sum(TAKEN)
    alone = rank(index, None, np.arange(len(passages)), terms, None, depth=COMPARED + 10)
    assert 3 not in [candidate.row for candidate in alone]
    assert [candidate.compared for candidate in alone] == [i < COMPARED for i in range(len(alone))]
