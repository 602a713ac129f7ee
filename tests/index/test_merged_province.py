"""Old and new names of provinces: what a search for one finds of the other, and what it says then."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from search_samples import document, make_knowledge_base

from index.merged_province import merged_note, split_province
from index.search import Filters, Searcher
from ingest.models import Document, SectionKind


def plan(number: int, province: str, text: str) -> Document:
    return document(
        [(text, SectionKind.TASK)],
        number=f"{number}/KH-SNV",
        symbol="KH-SNV",
        type="Kế hoạch",
        type_code="KH",
        issuer=f"Sở Nội vụ tỉnh {province}",
        province=province,
        title="Kế hoạch khảo sát mức độ hài lòng",
        year=2025,
    )


PLANS = (
    plan(1, "Lâm Đồng", "Khảo sát người dân bằng phiếu tại bộ phận một cửa."),
    plan(2, "Đắk Nông", "Khảo sát người dân bằng phiếu tại nhà văn hóa thôn."),
    plan(3, "Bình Thuận", "Khảo sát ngư dân bằng phiếu tại cảng cá."),
    plan(4, "Sơn La", "Khảo sát người dân bằng phiếu tại chợ phiên."),
)


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    folder: Path = tmp_path_factory.mktemp("provinces")
    make_knowledge_base(folder, PLANS).close()
    opened = Searcher(folder, load_model=None)
    yield opened
    opened.close()


def provinces(searcher: Searcher, query: str, filters: Filters | None = None) -> list[str]:
    hits = searcher.search(query, filters=filters).hits
    return [hit.document["issuer"].removeprefix("Sở Nội vụ tỉnh ") for hit in hits]


def test_the_province_comes_first_then_those_merged_with_it(searcher):
    assert provinces(searcher, "khảo sát bằng phiếu ở Lâm Đồng")[0] == "Lâm Đồng"
    assert set(provinces(searcher, "khảo sát bằng phiếu ở Lâm Đồng")[1:3]) == {"Đắk Nông", "Bình Thuận"}
    assert provinces(searcher, "khảo sát bằng phiếu ở Đắk Nông")[:2] == ["Đắk Nông", "Lâm Đồng"]


def test_a_hit_of_a_merged_province_says_so(searcher):
    hits = {hit.document["id"]: hit.note for hit in searcher.search("khảo sát ở lam dong").hits}
    assert "Đắk Nông, nhập vào Lâm Đồng" in (hits[PLANS[1].id] or "")
    assert hits[PLANS[0].id] is hits[PLANS[3].id] is None
    assert all(hit.to_json()["note"] is None for hit in searcher.search("khảo sát").hits)
    assert all(hit.note is None for hit in searcher.search("khảo sát ở Lâm Đồng", ignore=("province",)).hits)


@pytest.mark.parametrize(
    ("issuer", "found"),
    [
        ("Lâm Đồng", {"Lâm Đồng", "Đắk Nông", "Bình Thuận"}),
        ("so noi vu tinh lam dong", {"Lâm Đồng", "Đắk Nông", "Bình Thuận"}),
        ("SNV Đắk Nông", {"Đắk Nông"}),
        ("Sơn La", {"Sơn La"}),
        ("Sở Y tế Lâm Đồng", set()),
        ("Sở Nội vụ", {"Lâm Đồng", "Đắk Nông", "Bình Thuận", "Sơn La"}),
    ],
)
def test_a_filter_by_issuer_takes_a_province_with_those_merged_into_it(searcher, issuer, found):
    assert set(provinces(searcher, "khảo sát", Filters(issuer=issuer))) == found


def test_names_inside_an_issuer():
    assert split_province("UBND thành phố Cần Thơ")[0] == "ubnd"
    assert split_province("") == ("", ())
    assert merged_note((), "Đắk Nông") is None
