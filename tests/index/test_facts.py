"""Facts go into the store with their document and come back as they were."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import pytest

from index.facts import (
    FactFilter,
    citation_json,
    read_citations,
    read_targets,
    read_tasks,
    target_json,
    task_json,
)
from index.store import Store
from ingest.extract.models import Citation, Facts, Statement, Target, Task
from ingest.models import Document
from tests.index.store_samples import make_document

TASK_KEYS = [
    "task",
    "lead",
    "coordinate",
    "monitor",
    "deadline",
    "due_on",
    "product",
    "section_path",
    "page",
    "passage_id",
    "evidence",
    "document",
]
TARGET_KEYS = [
    "indicator",
    "comparator",
    "value",
    "value_to",
    "unit",
    "change",
    "baseline",
    "year",
    "period",
    "maintain_until",
    "text",
    "section_path",
    "page",
    "passage_id",
    "evidence",
    "document",
]
CITATION_KEYS = [
    "number",
    "type",
    "issued_on",
    "issuer",
    "title",
    "relation",
    "text",
    "page",
    "evidence",
    "document",
    "resolved",
    "status",
]


def target(value: float, year: int | None = None, period: tuple[int, int] | None = None, start: int = 5) -> Target:
    return Target(
        "Tỷ lệ hồ sơ đúng hạn", ">=", value, None, "%", None, None, year, period, None, "", [], 1, start, 30, 0
    )


def with_facts(text: str, facts: Facts, **header: object) -> Document:
    document = make_document(text, **header)
    document.facts = facts
    return document


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "kho.sqlite3")


TASKS = [
    Task("Rà soát thủ tục", ["Văn phòng Sở"], ["Sở Nội vụ"],
         deadline="trước 31/01/2026", due_on="2026-01-31", start=1, end=40),
    Task("Tập huấn", ["Sở Nội vụ"], start=1, end=40, product="Kế hoạch", from_table=True, passage=1),
]  # fmt: skip


def test_facts_come_back_as_they_went_in(store: Store) -> None:
    facts = Facts(
        [Citation("63/2010/NĐ-CP", "Nghị định", "2010-06-08", "Chính phủ", None, "basis", "Căn cứ", 1, 3, 9)],
        [target(95, 2026), target(99.5, None, (2026, 2030))],
        TASKS,
        [Statement("48/2013/NĐ-CP", "63/2010/NĐ-CP", "amends", 1, 3, 9)],
    )
    store.put(with_facts("Nội dung một hai ba bốn năm sáu bảy tám chín mười", facts))
    assert [asdict(record.fact) for record in read_tasks(store)] == [asdict(task) for task in TASKS]
    assert [record.fact for record in read_targets(store)] == facts.targets
    assert [record.fact for record in read_citations(store)] == facts.citations


def test_equal_evidence_gives_different_keys_that_stay_when_read_again(store: Store) -> None:
    document = with_facts(
        "Một hai ba bốn năm sáu bảy tám chín mười", Facts(tasks=TASKS, targets=[target(1), target(2)])
    )
    store.put(document)
    keys = [record.key for record in [*read_tasks(store), *read_targets(store)]]
    assert len(set(keys)) == 4
    store.put(document)
    assert [record.key for record in [*read_tasks(store), *read_targets(store)]] == keys


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (FactFilter(unit="so noi vu"), ["Rà soát thủ tục", "Tập huấn"]),
        (FactFilter(unit="Sở Nội vụ", role="lead"), ["Tập huấn"]),
        (FactFilter(role="monitor"), []),
        (FactFilter(due_from="2026-01-01", due_to="2026-01-31"), ["Rà soát thủ tục"]),
        (FactFilter(due_from="2026-02-01"), []),
        (FactFilter(unit="cơ quan không có"), []),
        (FactFilter(year=2026), ["Rà soát thủ tục", "Tập huấn"]),
        (FactFilter(year=2025), []),
    ],
)
def test_tasks_are_filtered(store: Store, where: FactFilter, expected: list[str]) -> None:
    store.put(with_facts("Một hai ba bốn năm sáu bảy tám chín mười", Facts(tasks=TASKS), year=2026))
    assert [record.fact.task for record in read_tasks(store, where)] == expected


def test_targets_of_a_year_are_those_of_periods_around_it_too(store: Store) -> None:
    facts = Facts(targets=[target(1, 2025), target(2, 2026), target(3, None, (2024, 2026)), target(4)])
    store.put(with_facts("Một hai ba bốn năm sáu bảy tám chín mười", facts))
    assert [record.fact.value for record in read_targets(store, FactFilter(year=2026))] == [2, 3]


def cite(number: str, issued_on: str | None = None) -> Facts:
    return Facts([Citation(number, None, issued_on, None, None, "basis", "", 1, 0, 5)])


@pytest.mark.parametrize(
    ("issued_on", "province", "found"),
    [
        (None, "Sơn La", True),
        ("2025-02-03", "Sơn La", True),
        ("2025", "Sơn La", True),
        ("2025-03-03", "Sơn La", True),  # same year: a slip, which the check of drafts reports
        ("2024-02-03", "Sơn La", False),
        ("2025-02-03", "Lào Cai", False),
        ("2025-02-03", None, True),
    ],
)
def test_a_citation_finds_its_document(store: Store, issued_on: str | None, province: str | None, found: bool) -> None:
    cited = make_document(
        "Kế hoạch được viện dẫn một hai ba bốn", number="12/KH-UBND", issued_on="2025-02-03", province="Sơn La"
    )
    store.put(cited)
    citing = with_facts("Kế hoạch viện dẫn năm sáu bảy tám", cite("12/KH-UBND", issued_on), province=province)
    store.put(citing)
    [record] = read_citations(store, FactFilter(document=citing.id))
    assert record.resolved == (cited.id if found else None)


def test_a_number_of_two_provinces_is_left_open(store: Store) -> None:
    for province in ("Sơn La", "Lào Cai"):
        store.put(make_document(f"Kế hoạch của tỉnh {province}", number="12/KH-UBND", province=province))
    store.put(with_facts("Kế hoạch viện dẫn năm sáu bảy tám", cite("12/KH-UBND")))
    assert read_citations(store, FactFilter(number="12 /KH- UBND"))[0].resolved is None


def test_removing_a_document_removes_its_facts(store: Store) -> None:
    facts = Facts(tasks=TASKS, targets=[target(1)], citations=cite("1/KH-UBND").citations)
    document = with_facts("Một hai ba bốn năm sáu bảy", facts)
    store.put(document)
    store.remove(document.id)
    with store.snapshot() as db:
        for table in ("tasks", "task_units", "targets", "citations", "statements"):
            assert db.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0] == 0


def test_json_has_the_keys_of_the_contract(store: Store) -> None:
    facts = Facts(tasks=TASKS, targets=[target(1, None, (2024, 2025))], citations=cite("1/KH-UBND").citations)
    document = with_facts("Một hai ba bốn năm sáu bảy", facts)
    store.put(document)
    task, found, cited = (
        task_json(read_tasks(store)[1]),
        target_json(read_targets(store)[0]),
        citation_json(read_citations(store)[0], "amended"),
    )
    assert list(task)[: len(TASK_KEYS)] == TASK_KEYS
    assert task["passage_id"] == f"{document.id}-1"
    assert list(found)[: len(TARGET_KEYS)] == TARGET_KEYS
    assert found["period"] == [2024, 2025]
    assert list(cited)[: len(CITATION_KEYS)] == CITATION_KEYS
    assert cited["status"] == "amended"
