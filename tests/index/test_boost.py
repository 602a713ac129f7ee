import numpy as np
import pytest

from index.boost import WEIGHTS, boosted, document_gain
from index.intent import find_intents
from index.rank import Ranked
from index.records import KINDS, DocumentFacet


def facet(**values: object) -> DocumentFacet:
    known = {
        "ordinal": 1, "id": "x", "number_key": None, "type_code": None, "year": None, "issuer": None,
        "issuer_key": None, "province": None, "issued_on": None, "draft": False, "leader": None,
    }  # fmt: skip
    return DocumentFacet(**{**known, **values})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("query", "values", "gain"),
    [
        ("kế hoạch tuyên truyền", {"type_code": "KH"}, WEIGHTS["type"]),
        ("kế hoạch tuyên truyền", {"type_code": "QĐ"}, 0),
        ("chỉ số năm 2026", {"year": 2026}, WEIGHTS["year"]),
        ("chỉ số năm 2026", {"year": 2025}, 0),
        ("sở y tế làm gì", {"issuer_key": "so y te tinh lam dong"}, WEIGHTS["unit"]),
        ("sở y tế làm gì", {"issuer_key": None}, 0),
        ("cuộc họp của sở", {"issuer_key": "so tu phap tinh lam dong"}, WEIGHTS["level"]),
        ("cuộc họp của sở", {"issuer_key": "uy ban nhan dan tinh lam dong"}, 0),
        ("phí ở Lâm Đồng", {"province": "Lâm Đồng"}, WEIGHTS["province"]),
        ("phí ở Lâm Đồng", {"province": "Bình Thuận"}, WEIGHTS["province"] / 2),
        ("phí ở Bình Thuận", {"province": "Lâm Đồng"}, WEIGHTS["province"] / 2),
        ("phí ở Bình Thuận", {"province": "Đắk Nông"}, 0),
        ("phí ở Bình Thuận", {"province": None}, 0),
    ],
)
def test_a_document_gains_what_it_meets(query, values, gain):
    assert document_gain(facet(**values), find_intents(query)) == pytest.approx(gain)


def test_boosts_order_near_equals_and_drop_nothing():
    kinds = np.array([KINDS.index("task"), KINDS.index("funding"), KINDS.index("task")], dtype=np.int8)
    ranked = [Ranked(0, 0.9, 0.9, 0.9), Ranked(1, 0.88, 0.8, 0.9), Ranked(2, 0.5, 0.5, 0.5)]
    document = np.zeros(3, dtype=np.int32)
    moved = boosted(ranked, find_intents("kinh phí ở đâu"), [facet()], document, kinds)
    assert [candidate.row for candidate in moved] == [1, 0, 2]
    assert [candidate.row for candidate in boosted(ranked, (), [facet()], document, kinds)] == [0, 1, 2]
    assert boosted([], find_intents("kinh phí"), [], document, kinds) == []


def test_scores_stay_within_one():
    kinds = np.array([KINDS.index("funding")], dtype=np.int8)
    met = facet(type_code="KH", year=2026, issuer_key="so y te tinh lam dong", province="Lâm Đồng")
    intents = find_intents("kế hoạch kinh phí năm 2026 của sở y tế Lâm Đồng")
    (best,) = boosted([Ranked(0, 1.0, 1.0, 1.0)], intents, [met], np.zeros(1, dtype=np.int32), kinds)
    assert best.score == pytest.approx(1.0)
