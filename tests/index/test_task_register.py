"""The register lists what is asked for, in order, once each, and sees what changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest

from index import find_facts
from index.facts import FactFilter
from index.store import Store
from index.tasks import TaskQuestion, TaskRegister
from ingest.extract.models import Facts, Task
from tests.index.store_samples import make_document

TODAY = date(2026, 3, 10)


def task(text: str, due_on: str | None = None, lead: str = "Văn phòng Sở", **more: object) -> Task:
    return Task(text, [lead], due_on=due_on, start=1, end=20, **more)  # type: ignore[arg-type]


PLAN = [
    task("Rà soát thủ tục hành chính", "2026-03-20", "Sở Tư pháp", coordinate=["Sở Nội vụ"]),
    task("Công bố thủ tục hành chính", "2026-03-01", "Văn phòng UBND tỉnh"),
    task("Tập huấn công chức bộ phận một cửa", None, "Sở Nội vụ", product="Kế hoạch tập huấn"),
    task("Báo cáo quý I", "2026-03-10", "Sở Nội vụ"),
    task("Tổng kết năm", "2026-12-15", "Sở Nội vụ", monitor=["UBND tỉnh"]),
    task("Sơ kết năm trước", "2025-06-30", "Sở Nội vụ"),
]
OTHER = [task("Rà soát vị trí việc làm", "2026-04-09", "Sở Nội vụ", section_path=["III. CÔNG VỤ"])]


def put(store: Store, text: str, tasks: list[Task], **header: object) -> str:
    document = make_document(text, **header)
    document.facts = Facts(tasks=tasks)
    store.put(document)
    return document.id


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "kho.sqlite3") as made:
        put(made, "Kế hoạch một hai ba bốn năm", PLAN, title="Cải cách hành chính", year=2026, issued_on="2026-01-05")
        put(made, "Kế hoạch sáu bảy tám chín mười", OTHER, title="Công vụ", year=2025, issued_on="2025-01-05")
        yield made


def listed(store: Store, question: TaskQuestion) -> list[str]:
    register = TaskRegister(store)
    return [record.fact.task for record in register.read(register.ids(question, TODAY))]


NEXT_FIRST = [
    "Báo cáo quý I",
    "Rà soát thủ tục hành chính",
    "Rà soát vị trí việc làm",
    "Tổng kết năm",
    "Công bố thủ tục hành chính",
    "Sơ kết năm trước",
    "Tập huấn công chức bộ phận một cửa",
]


def test_the_next_deadline_comes_first_then_the_past_then_no_day(store: Store) -> None:
    assert listed(store, TaskQuestion()) == NEXT_FIRST


def test_by_document_they_come_in_the_order_of_the_text(store: Store) -> None:
    assert listed(store, TaskQuestion(order="document")) == [one.task for one in [*PLAN, *OTHER]]


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        ("soon", NEXT_FIRST[:3]),  # today and the 30th day from today are in
        ("past", NEXT_FIRST[4:6]),
        ("dated", NEXT_FIRST[:6]),
        ("undated", NEXT_FIRST[6:]),
    ],
)
def test_deadlines_relative_to_today(store: Store, due: str, expected: list[str]) -> None:
    assert listed(store, TaskQuestion(due=due)) == expected
    counts = TaskRegister(store).due_counts(TaskQuestion(), TODAY)
    assert counts[due] == len(expected)


def test_a_given_range_narrows_the_relative_one(store: Store) -> None:
    asked = TaskQuestion(where=FactFilter(due_from="2026-03-15", due_to="2026-03-31"), due="soon")
    assert listed(store, asked) == ["Rà soát thủ tục hành chính"]
    assert listed(store, TaskQuestion(where=FactFilter(due_to="2026-02-01"), due="soon")) == []


@pytest.mark.parametrize(
    ("text", "where", "expected"),
    [
        ("ai chu tri ra soat tthc", FactFilter(), ["Rà soát thủ tục hành chính"]),
        ("rà soát", FactFilter(unit="so noi vu", role="lead"), ["Rà soát vị trí việc làm"]),
        ("kế hoạch tập huấn", FactFilter(), ["Tập huấn công chức bộ phận một cửa"]),
        ("công vụ", FactFilter(), ["Rà soát vị trí việc làm"]),  # its section
        ("UBND tỉnh", FactFilter(role="monitor"), ["Tổng kết năm"]),
        ("thủ tục", FactFilter(year=2025), []),
    ],
)
def test_words_and_filters_together(store: Store, text: str, where: FactFilter, expected: list[str]) -> None:
    assert listed(store, TaskQuestion(text, where)) == expected


def test_with_words_the_order_is_theirs_unless_another_is_asked_for(store: Store) -> None:
    found = ["Rà soát thủ tục hành chính", "Công bố thủ tục hành chính"]
    assert listed(store, TaskQuestion("thủ tục hành chính", order="due")) == found
    assert set(listed(store, TaskQuestion("thủ tục hành chính"))) == set(found)
    assert TaskQuestion("x").in_order == "relevance"
    assert TaskQuestion("?").in_order == TaskQuestion(order="relevance").in_order == "due"


def test_one_version_of_near_duplicates_unless_all_are_asked_for(store: Store) -> None:
    id = put(store, "Kế hoạch một hai ba bốn năm, bản dự thảo", PLAN, title="Cải cách hành chính", draft=True)
    with store.write() as db:
        leader = db.execute("SELECT id FROM documents WHERE title = 'Cải cách hành chính' AND draft = 0").fetchone()[0]
        db.execute("UPDATE documents SET leader = ? WHERE title = 'Cải cách hành chính'", (leader,))
    assert len(listed(store, TaskQuestion())) == 13
    assert listed(store, TaskQuestion(where=FactFilter(leaders_only=True))) == NEXT_FIRST
    assert len(listed(store, TaskQuestion(where=FactFilter(document=id)))) == 6
    assert dict(TaskRegister(store).units())["Sở Nội vụ"] == 6


def test_units_are_offered_once_with_their_number_of_tasks(store: Store) -> None:
    put(store, "Công văn của tỉnh khác", [task("Báo cáo", None, "SNV")], province="Lào Cai")
    units = TaskRegister(store).units()
    assert units[0] == ("Sở Nội vụ", 7)
    assert ("Sở Tư pháp", 1) in units
    assert len({name for name, _ in units}) == len(units)


def test_a_register_sees_new_and_removed_documents(store: Store) -> None:
    register = TaskRegister(store)
    asked = TaskQuestion("khảo sát hài lòng")
    assert register.ids(asked, TODAY) == []
    id = put(store, "Kế hoạch khảo sát", [task("Khảo sát mức độ hài lòng", None, "Sở Y tế")])
    assert len(register.ids(asked, TODAY)) == 1
    assert ("Sở Y tế", 1) in register.units()
    store.remove(id)
    assert register.ids(asked, TODAY) == []
    assert ("Sở Y tế", 1) not in register.units()


def test_after_a_change_only_new_words_are_analysed(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def analyze(texts: Sequence[Sequence[str]]) -> object:
        read.extend(text for fields in texts for text in fields)
        return find_facts_analyze(texts)

    find_facts_analyze = find_facts.analyze
    monkeypatch.setattr(find_facts, "analyze", analyze)
    register = TaskRegister(store)
    asked = TaskQuestion("rà soát")
    assert len(register.ids(asked, TODAY)) == 2
    assert "Rà soát vị trí việc làm" in read
    read.clear()
    put(store, "Công văn mới", [task("Rà soát tài sản công", None, "Sở Tài chính")])
    assert len(register.ids(asked, TODAY)) == 3
    assert "Rà soát tài sản công" in read
    assert "Rà soát vị trí việc làm" not in read
    read.clear()
    with store.write() as db:
        db.execute("UPDATE tasks SET task = 'Kiểm kê tài sản công' WHERE task LIKE '%tài sản công'")
        db.execute("INSERT INTO audit (at, who, action, detail) VALUES ('', '', '', '{}')")
    assert len(register.ids(asked, TODAY)) == 2
    assert read == ["Kiểm kê tài sản công"]
    for n in range(30):  # what is gone is forgotten in the end
        store.remove(put(store, f"Công văn {n}", [task(f"Kiểm tra đợt {n}")] * 9))
        assert register.ids(TaskQuestion("kiểm tra đợt"), TODAY) == []
        assert len(register.ids(TaskQuestion("rà soát"), TODAY)) == 2


def test_what_staff_hid_is_not_listed(store: Store) -> None:
    register = TaskRegister(store)
    with store.write() as db:
        db.execute("UPDATE tasks SET hidden = 1 WHERE task LIKE 'Tập huấn%'")
    assert "Tập huấn công chức bộ phận một cửa" not in listed(store, TaskQuestion())
    assert listed(store, TaskQuestion("tập huấn")) == []
    assert register.due_counts(TaskQuestion(), TODAY)["undated"] == 0


def test_an_empty_store(tmp_path: Path) -> None:
    with Store(tmp_path / "kho.sqlite3") as store:
        register = TaskRegister(store)
        assert register.ids(TaskQuestion("rà soát"), TODAY) == []
        assert register.units() == register.years() == []
        assert not register.any()
