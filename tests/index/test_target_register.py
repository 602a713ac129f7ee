"""Lists of targets and comparisons, over plans of three provinces."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.embed import load_embedder
from index.facts import FactFilter
from index.store import Store
from index.targets import TargetQuestion, TargetRegister, cells, compare_json, documents_of, units, year_of
from tests.service.target_samples import make_target_data, plan, target


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_target_data(tmp_path_factory.mktemp("chi-tieu"))


@pytest.fixture
def register(data: Path) -> Iterator[TargetRegister]:
    with Store(data / "kho.sqlite3", read_only=True) as store:
        yield TargetRegister(store, lambda: load_embedder().encode_passages)


LEADERS = FactFilter(leaders_only=True)


def names(register: TargetRegister, question: TargetQuestion) -> list[str]:
    return [record.fact.indicator for record in register.find(question)]


@pytest.mark.parametrize(
    ("question", "count"),
    [
        (TargetQuestion(), 12),
        (TargetQuestion(where=LEADERS), 11),
        (TargetQuestion(where=FactFilter(year=2026, leaders_only=True)), 5),  # one of them for 2024-2026
        (TargetQuestion(unit="phần trăm", where=LEADERS), 10),
        (TargetQuestion(unit="ĐIỂM", where=LEADERS), 1),
        (TargetQuestion(issuer="so noi vu", where=LEADERS), 7),
        (TargetQuestion(issuer="lao cai", where=LEADERS), 3),
        (TargetQuestion(issuer="Hải Phòng", where=LEADERS), 1),  # Hải Dương is part of it since 2025
        (TargetQuestion(issuer="Cà Mau", where=LEADERS), 0),
        (TargetQuestion("khong co chi tieu nay", LEADERS), 0),
    ],
)
def test_filters(register: TargetRegister, question: TargetQuestion, count: int) -> None:
    assert len(register.find(question)) == count


@pytest.mark.parametrize("query", ["đúng hạn", "dung han", "tỷ lệ hồ sơ giải quyết đúng hạn là bao nhiêu?"])
def test_words_find_targets(register: TargetRegister, query: str) -> None:
    assert names(register, TargetQuestion(query, LEADERS))[0] == "Tỷ lệ hồ sơ giải quyết đúng hạn"


@pytest.mark.parametrize(
    ("query", "values"),
    [
        ("tỷ lệ hồ sơ trực tuyến", [70.0, 75.0, 60.0, 80.0]),
        ("ty le ho so truc tuyen toan trinh", [70.0, 75.0, 60.0, 80.0]),
        ("DVCTT", [70.0, 75.0, 60.0, 80.0]),
        ("so sánh tỷ lệ hồ sơ trực tuyến toàn trình năm 2025 giữa các tỉnh", [70.0, 75.0, 60.0, 80.0]),
        ("SIPAS", [90.0, 92.0]),
        ("muc do hai long", [90.0, 92.0]),
    ],
)
def test_a_comparison_begins_with_the_indicator_that_is_meant(
    register: TargetRegister, query: str, values: list[float]
) -> None:
    best = register.compare(query)[0].group
    assert sorted(record.fact.value for record in best.records) == sorted(values)


def test_what_is_no_indicator_compares_nothing(register: TargetRegister) -> None:
    assert not register.compare("")
    assert not register.compare("?!")
    assert not register.compare("thời tiết ngày mai")
    assert not register.compare("tỷ lệ hồ sơ trễ hạn"), "targets for being in time are no answer"


def test_the_contract_of_a_comparison(register: TargetRegister) -> None:
    found = compare_json("hồ sơ trực tuyến", register.compare("hồ sơ trực tuyến"))
    assert found["query"] == "hồ sơ trực tuyến"
    first = found["indicators"][0]
    assert {"indicator", "unit", "cells"} <= first.keys()
    assert [(cell["year"], cell["value"], cell["value_to"], cell["comparator"]) for cell in first["cells"]] == [
        (2025, 75.0, None, "="),
        (2025, 70.0, None, ">="),
        (2026, 60.0, 65.0, "="),  # of 2024-2026: stands at its end
        (2026, 80.0, None, ">="),
    ]
    assert first["cells"][2]["period"] == [2024, 2026]
    for cell in first["cells"]:
        assert cell["url"].startswith(f"/van-ban/{cell['document']['id']}#")
        assert cell["text"]
        assert cell["province"] in ("Sơn La", "Lào Cai", "Hải Dương")


def test_how_long_a_value_holds_is_told_and_not_taken_for_its_year(register: TargetRegister) -> None:
    (cell,) = [c for c in compare_json("", register.compare("SIPAS"))["indicators"][0]["cells"] if c["maintain_until"]]
    assert (cell["year"], cell["maintain_until"]) == (2025, 2027)


def test_a_near_duplicate_appears_once(register: TargetRegister) -> None:
    online = register.compare("hồ sơ trực tuyến toàn trình")[0].group
    assert len(documents_of(online)) == 4


def test_what_a_document_says_twice_is_one_cell_and_new_documents_are_seen(tmp_path: Path) -> None:
    data = make_target_data(tmp_path)
    with Store(data / "kho.sqlite3") as store:
        register = TargetRegister(store, lambda: load_embedder().encode_passages)
        assert not register.compare("xã đạt chuẩn nông thôn mới")
        twice = [target("Xã đạt chuẩn nông thôn mới"), target("Tỷ lệ xã đạt chuẩn nông thôn mới")]
        store.put(plan("Hai lần", [*twice, target("Xã đạt chuẩn nông thôn mới", year=None)]))
        (match,) = register.compare("xã đạt chuẩn nông thôn mới")
        assert len(match.group.records) == 3
        assert [year_of(record.fact) for record in cells(match.group.records)] == [2025, None]


def test_units_as_written_most_first(register: TargetRegister) -> None:
    assert units(register.find(TargetQuestion(where=LEADERS))) == [("%", 10), ("điểm", 1)]


def test_a_province_in_the_question_leaves_only_its_targets(register: TargetRegister) -> None:
    def provinces(query: str) -> list[str]:
        return [record.document.province or "" for record in cells(register.compare(query)[0].group.records)]

    assert provinces("hồ sơ trực tuyến toàn trình của Sơn La và Lào Cai") == ["Sơn La", "Lào Cai", "Sơn La"]
    assert provinces("ho so truc tuyen toan trinh hai phong") == ["Hải Dương"], "it is part of it"
    assert len(provinces("hồ sơ trực tuyến toàn trình của Cà Mau")) == 4, (
        "nothing there: everything rather than nothing"
    )
