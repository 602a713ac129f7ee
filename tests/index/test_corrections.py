"""Corrections stay apart from what was read, come back after every reading, and can be undone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from index.corrections import (
    FIELDS,
    CorrectionError,
    audit_log,
    correct,
    history,
    undo,
    unplaced,
)
from index.facts import FactFilter, read_citations, read_targets, read_tasks
from index.records import FileState
from index.reload import load_document, refresh_facts, reindex
from index.store import Store
from ingest import messages
from ingest.extract.models import Citation, Facts, Target, Task
from ingest.models import Document
from ingest.parse.number import number_key
from tests.index.store_samples import make_document

TEXT = "Văn phòng Sở rà soát thủ tục trước ngày 31/01/2026, tỷ lệ đúng hạn đạt 95% theo Nghị định 63"


def sample(text: str = TEXT, content: bytes | None = None, **header: Any) -> Document:
    document = make_document(text, content=content, **{"number": None, "title": "Kế hoạch", **header})
    start = document.text.index("Văn phòng")
    document.facts = Facts(
        tasks=[Task("Rà soát thủ tục", ["Văn phòng Sở"], due_on="2026-01-31", start=start, end=start + 40)],
        targets=[
            Target(
                "Tỷ lệ đúng hạn", "=", 95.0, None, "%", None, None, None, None, None, "", [], 1, start, start + 60, 0
            )
        ],
        citations=[Citation("63/2010/NĐ-CP", None, None, None, None, "refers", "", 1, start, start + 5)],
    )
    return document


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "kho.sqlite3")


def state(document: Document, path: str = "/a.txt") -> FileState:
    return FileState(path, 1, 1, 1, 1, document.sha256)


def task_key(store: Store) -> str:
    return read_tasks(store)[0].key


def test_a_corrected_task_counts_everywhere_and_is_marked(store: Store) -> None:
    document = sample()
    store.put(document)
    correct(store, "task", document.id, task_key(store), {"lead": ["Sở Nội vụ"], "due_on": "28/02/2026"}, "An")
    [record] = read_tasks(store, FactFilter(unit="so noi vu", due_from="2026-02-01"))
    assert record.fact.lead == ["Sở Nội vụ"]
    assert record.fact.due_on == "2026-02-28"
    assert record.corrected == ["due_on", "lead"]
    assert read_tasks(store, FactFilter(unit="văn phòng sở")) == []


@pytest.mark.parametrize("again", ["put", "refresh", "new content"])
def test_a_correction_survives_reading_again(store: Store, again: str) -> None:
    document = sample()
    store.put(document, state(document))
    correct(store, "target", document.id, read_targets(store)[0].key, {"value": "97,5"}, "An")
    if again == "put":
        store.put(sample(), state(document))
    elif again == "refresh":
        with store.write() as db:
            db.execute("UPDATE documents SET facts_version = 0")
        assert refresh_facts(store) == 1
        # The sample's facts were made by hand: what the rules read from its text is another matter.
        assert [one.field for one in history(store)] == ["value"]
        return
    else:
        document = sample(TEXT + ". Thêm một câu ở cuối.", content=b"another file")
        store.put(document, state(document))
    [record] = read_targets(store)
    assert record.document.id == document.id
    assert (record.fact.value, record.corrected) == (97.5, ["value"])


def test_undoing_gives_back_what_was_read(store: Store) -> None:
    document = sample()
    store.put(document)
    [made] = correct(store, "task", document.id, task_key(store), {"lead": ["Sở Nội vụ"]}, "An")
    undone = undo(store, made, "Bình")
    assert undone.undone_by == "Bình"
    [record] = read_tasks(store, FactFilter(unit="văn phòng sở"))
    assert (record.fact.lead, record.corrected) == (["Văn phòng Sở"], [])
    with pytest.raises(CorrectionError):
        undo(store, made, "Bình")


def test_a_second_correction_of_a_field_takes_the_place_of_the_first(store: Store) -> None:
    document = sample()
    store.put(document)
    key = task_key(store)
    correct(store, "task", document.id, key, {"product": "Báo cáo"}, "An")
    [second] = correct(store, "task", document.id, key, {"product": "Kế hoạch"}, "Bình")
    assert read_tasks(store)[0].fact.product == "Kế hoạch"
    assert [(one.value, one.undone_by) for one in history(store)] == [("Kế hoạch", None), ("Báo cáo", "Bình")]
    undo(store, second, "An")
    assert read_tasks(store)[0].fact.product is None


def test_what_is_no_fact_is_hidden_but_kept(store: Store) -> None:
    document = sample()
    store.put(document)
    [made] = correct(store, "citation", document.id, read_citations(store)[0].key, {"hidden": True}, "An")
    assert read_citations(store) == []
    assert len(read_citations(store, FactFilter(hidden=True))) == 1
    undo(store, made, "An")
    assert len(read_citations(store)) == 1


def test_a_missing_number_can_be_given(store: Store) -> None:
    document = sample()
    store.put(document, state(document))
    correct(store, "document", document.id, "", {"number": "181 /KH - SGDDT", "type": "ke hoach"}, "An")
    [record] = store.find_by_number(number_key("181/KH-SGDĐT"))
    assert (record.number, record.symbol, record.type_code) == ("181/KH-SGDĐT", "KH-SGDĐT", "KH")
    assert store.document_sources(document.id)[0].path == "/a.txt"
    store.put(sample(), state(document))
    assert store.document(document.id).number == "181/KH-SGDĐT"  # type: ignore[union-attr]
    for one in history(store):
        if one.undone_at is None:
            undo(store, one.id, "An")
    assert store.document(document.id).number is None  # type: ignore[union-attr]
    assert load_document(store, document.id).header.type == sample().header.type  # type: ignore[union-attr]


def test_a_corrected_header_reaches_the_index(store: Store) -> None:
    document = sample()
    store.put(document)
    before = store.revision
    correct(store, "document", document.id, "", {"title": "Kế hoạch cải cách hành chính"}, "An")
    assert store.changes_since(before).added
    assert store.changes_since(before).removed


@pytest.mark.parametrize(("new_number", "kept"), [(None, True), ("9/KH-SNV", False)])
def test_a_header_correction_follows_a_new_version_that_is_read_the_same(
    store: Store, new_number: str | None, kept: bool
) -> None:
    document = sample()
    store.put(document, state(document))
    correct(store, "document", document.id, "", {"number": "181/KH-SGDĐT"}, "An")
    newer = sample(content=b"newer", number=new_number)
    store.put(newer, state(newer))
    assert store.document(newer.id).number == ("181/KH-SGDĐT" if kept else new_number)  # type: ignore[union-attr]


def test_a_correction_without_its_place_is_listed(store: Store) -> None:
    document = sample()
    store.put(document, state(document))
    correct(store, "task", document.id, task_key(store), {"product": "Báo cáo"}, "An")
    assert unplaced(store) == []
    changed = sample("Trung tâm công nghệ Văn phòng thay nội dung khác hẳn lần trước và dài hơn nhiều lần", b"changed")
    store.put(changed, state(changed))
    assert [one.document_id for one in unplaced(store)] == [changed.id]  # once, not for the old content, too


def test_corrections_that_went_along_to_a_new_content_are_not_listed_as_lost(store: Store) -> None:
    document = sample()
    store.put(document, state(document))
    correct(store, "task", document.id, task_key(store), {"product": "Báo cáo"}, "An")
    correct(store, "document", document.id, "", {"number": "181/KH-SGDĐT"}, "An")
    newer = sample(TEXT + ". Thêm một câu ở cuối.", content=b"newer")
    store.put(newer, state(newer))
    assert read_tasks(store)[0].fact.product == "Báo cáo"
    assert unplaced(store) == []
    store.remove(newer.id)
    assert {(one.document_id, one.field) for one in unplaced(store)} == {(newer.id, "product"), (newer.id, "number")}


def test_the_log_says_who_did_what(store: Store) -> None:
    document = sample()
    store.put(document)
    [made] = correct(store, "task", document.id, task_key(store), {"product": "Báo cáo"}, "  Nguyễn   An ")
    undo(store, made, "Bình")
    entries = audit_log(store)
    assert [(entry.who, entry.action, entry.detail["after"]) for entry in entries] == [
        ("Bình", "undo", None),
        ("Nguyễn An", "correct", "Báo cáo"),
    ]


def test_what_already_counts_is_no_correction(store: Store) -> None:
    document = sample()
    store.put(document)
    assert correct(store, "task", document.id, task_key(store), {"lead": ["Văn phòng Sở"]}, "An") == []
    assert history(store) == []
    assert audit_log(store) == []


@pytest.mark.parametrize(
    ("kind", "changes"),
    [
        ("task", {"due_on": "31/02/2026"}),
        ("task", {"task": "  "}),
        ("task", {"task": "x" * 2001}),
        ("task", {"page": 3}),
        ("target", {"value": "chín mươi"}),
        ("target", {"comparator": "≈"}),
        ("target", {"year": "26"}),
        ("citation", {"number": "31/01/2026"}),
        ("citation", {"relation": "likes"}),
        ("task", {"hidden": False}),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(store: Store, kind: str, changes: dict[str, Any]) -> None:
    document = sample()
    store.put(document)
    read: Any = {"task": read_tasks, "target": read_targets, "citation": read_citations}[kind]
    [before] = read(store)
    with pytest.raises(CorrectionError, match=r"\w"):
        correct(store, kind, document.id, before.key, changes, "An")
    assert read(store) == [before]


def test_unknown_facts_and_nameless_authors_are_refused(store: Store) -> None:
    document = sample()
    store.put(document)
    for kind, key, author in (
        ("task", "0" * 16, "An"),
        ("task", task_key(store), "  "),
        ("nothing", "", "An"),
        ("document", "x", "An"),
    ):
        with pytest.raises(CorrectionError):
            correct(store, kind, document.id, key, {"title": "x"} if kind == "document" else {"task": "x"}, author)


def test_every_field_that_can_be_corrected_is_a_column(store: Store) -> None:
    tables = {"document": "documents", "task": "tasks", "target": "targets", "citation": "citations"}
    with store.snapshot() as db:
        for kind, fields in FIELDS.items():
            columns = {row["name"] for row in db.execute(f"PRAGMA table_info({tables[kind]})")}
            assert fields.keys() <= columns


def test_a_document_comes_back_as_it_was_put(store: Store) -> None:
    document = sample(number="181/KH-SGDĐT", province="Sơn La", year=2025)
    store.put(document)
    loaded = load_document(store, document.id)
    assert loaded is not None
    document.facts = Facts()
    assert loaded == document
    assert load_document(store, "0" * 16) is None
    with pytest.raises(KeyError):
        reindex(store, "0" * 16)


@pytest.mark.parametrize(
    ("kind", "field", "value", "counted"),
    [
        ("target", "value", float("nan"), None),
        ("target", "value", float("inf"), None),
        ("target", "value", " ", None),
        ("target", "value", 10**400, None),
        ("target", "value", True, None),
        ("target", "value", 88.25, 88.25),
        ("target", "value", 1.234, 1.234),
        ("target", "value", 90, 90.0),
        ("task", "lead", "Sở Nội vụ\nSở Tài chính", ["Sở Nội vụ", "Sở Tài chính"]),
        ("task", "lead", [], []),
        ("task", "lead", None, []),
        ("task", "lead", {"a": 1}, None),
        ("task", "lead", [["Sở Y tế"]], None),
        ("task", "lead", 5, None),
        ("task", "task", "Rà\x00 soát\u202e hồ sơ\x1b", "Rà soát hồ sơ"),
        ("task", "task", "\u200b\u202e", None),
        ("task", "due_on", "3/2026", None),
        ("citation", "issued_on", "3/2010", "2010-03"),
        ("citation", "issued_on", "2010", "2010"),
        ("citation", "issued_on", "13/2010", None),
        ("citation", "issued_on", "30/2/2010", None),
    ],
)
def test_values_of_any_kind(store: Store, kind: str, field: str, value: Any, counted: Any) -> None:
    """`counted` None: refused, and nothing changed."""
    document = sample()
    store.put(document, state(document))
    read: Any = {"task": read_tasks, "target": read_targets, "citation": read_citations}[kind]
    key, was = read(store)[0].key, getattr(read(store)[0].fact, field)
    if counted is None:
        with pytest.raises(CorrectionError):
            correct(store, kind, document.id, key, {field: value}, "Lan")
        assert getattr(read(store)[0].fact, field) == was
    else:
        correct(store, kind, document.id, key, {field: value}, "Lan")
        assert getattr(read(store)[0].fact, field) == counted


def test_a_name_without_a_visible_character_is_none(store: Store) -> None:
    document = sample()
    store.put(document, state(document))
    with pytest.raises(CorrectionError):
        correct(store, "task", document.id, task_key(store), {"task": "Khác"}, "\u200b\x00")


@pytest.mark.parametrize("value", ["", "  ", None])
def test_a_value_left_out_is_called_so(store: Store, value: object) -> None:
    document = sample()
    store.put(document)
    with pytest.raises(CorrectionError) as refused:
        correct(store, "target", document.id, read_targets(store)[0].key, {"value": value}, "An")
    assert str(refused.value) == f"Giá trị: {messages.CORRECT_EMPTY}"
    assert refused.value.field == "value"


def test_what_follows_from_a_corrected_header_comes_with_it_and_goes_with_it(store: Store) -> None:
    document = sample(draft=True, province="Lào Cai", issuer="Sở Nội vụ", year=None, title="Kế hoạch công tác")
    store.put(document)

    def counts() -> tuple[Any, ...]:
        record = store.document(document.id)
        assert record is not None
        return record.number, record.symbol, record.province, record.year, record.draft

    before = counts()
    changes = {"number": "181/KH-SNV", "issuer": "Sở Nội vụ tỉnh Sơn La", "issued_on": "5/3/2026", "draft": "false"}
    made = correct(store, "document", document.id, "", changes, "An")
    assert counts() == ("181/KH-SNV", "KH-SNV", "Sơn La", 2026, False)
    correct(store, "document", document.id, "", {"title": "Cải cách hành chính năm 2027"}, "An")
    assert counts()[3] == 2027
    correct(store, "document", document.id, "", {"year": 2028}, "An")
    assert counts()[3] == 2028  # what staff say of the year itself comes first
    for one in history(store):
        if one.undone_at is None:
            undo(store, one.id, "Bình")
    assert len(made) == 4
    assert counts() == before


@pytest.mark.parametrize("value", ["maybe", None, 1, ""])
def test_a_document_is_a_draft_or_not(store: Store, value: object) -> None:
    document = sample()
    store.put(document)
    with pytest.raises(CorrectionError):
        correct(store, "document", document.id, "", {"draft": value}, "An")
