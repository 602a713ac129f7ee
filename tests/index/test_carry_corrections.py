"""Corrections follow facts whose words changed a little, and never go over to another fact."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from index.corrections import correct, history, undo, unplaced
from index.facts import FactFilter, read_tasks
from index.records import FileState
from index.reload import refresh_facts
from index.store import Store
from ingest.extract.models import Facts, Task
from ingest.models import Document
from tests.index.store_samples import make_document

REVIEW = "Sở Tư pháp rà soát, đơn giản hóa thủ tục hành chính lĩnh vực hộ tịch trước ngày 30/6/2026"
TRAIN = "Sở Nội vụ tập huấn nghiệp vụ cho công chức làm việc tại Bộ phận Một cửa cấp xã"


def plan(*lines: str, content: bytes | None = None, lead: str = "Sở Tư pháp") -> Document:
    """A document with a task for each line, all of one lead unit."""
    document = make_document("\n".join(lines), content=content, number="15/KH-UBND", title="Kế hoạch")
    tasks = []
    for line in lines:
        start = document.text.index(line)
        tasks.append(Task(line, [lead], start=start, end=start + len(line)))
    document.facts = Facts(tasks=tasks)
    return document


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "kho.sqlite3")


def put(store: Store, document: Document) -> None:
    store.put(document, FileState("/ke-hoach.docx", 1, 1, 1, 1, document.sha256))


def correct_first(store: Store, changes: dict[str, Any]) -> str:
    record = next(one for one in read_tasks(store) if one.fact.task == REVIEW)
    correct(store, "task", record.document.id, record.key, changes, "An")
    return record.key


@pytest.mark.parametrize(
    ("changes", "now", "lead", "follows"),
    [
        # a word more, a typing error mended, other punctuation
        ({"product": "Báo cáo"}, REVIEW.replace("rà soát", "tổ chức rà soát"), "Sở Tư pháp", True),
        ({"product": "Báo cáo"}, REVIEW.replace("đơn giản", "đơn giàn"), "Sở Tư pháp", True),
        ({"lead": "Phòng Hộ tịch"}, REVIEW.replace(",", " và"), "Sở Tư pháp", True),
        ({"hidden": True}, REVIEW.replace("rà soát", "tổ chức rà soát"), "Sở Tư pháp", True),
        # another day, another task, a lead unit that is read in another way now
        ({"product": "Báo cáo"}, REVIEW.replace("30/6/2026", "31/7/2026"), "Sở Tư pháp", False),
        (
            {"product": "Báo cáo"},
            "Sở Y tế kiểm tra việc niêm yết giá dịch vụ khám bệnh, chữa bệnh",
            "Sở Tư pháp",
            False,
        ),
        ({"lead": "Phòng Hộ tịch"}, REVIEW.replace("rà soát", "tổ chức rà soát"), "Sở Nội vụ", False),
    ],
)
@pytest.mark.parametrize("again", ["new content", "same file"])
def test_a_correction_follows_its_task_alone(
    store: Store, changes: dict[str, Any], now: str, lead: str, follows: bool, again: str
) -> None:
    put(store, plan(REVIEW, TRAIN, content=b"1"))
    correct_first(store, changes)
    newer = plan(now, TRAIN, content=b"2" if again == "new content" else b"1", lead=lead)
    put(store, newer)
    corrected = [one for one in read_tasks(store, FactFilter(hidden=True)) if one.corrected]
    assert [one.fact.start for one in corrected] == ([newer.text.index(now)] if follows else [])
    assert len(unplaced(store)) == (not follows)
    if follows:
        [one] = [one for one in history(store) if one.document_id == newer.id]
        undo(store, one.id, "Bình")
        assert not any(one.corrected for one in read_tasks(store, FactFilter(hidden=True)))


def test_a_correction_of_a_line_taken_out_never_goes_to_its_like(store: Store) -> None:
    like = REVIEW.replace("hộ tịch", "đất đai")
    put(store, plan(REVIEW, like, content=b"1"))
    correct_first(store, {"product": "Báo cáo"})
    put(store, plan(like, TRAIN, content=b"2"))  # the like one stood there before
    assert not any(one.corrected for one in read_tasks(store))
    put(store, plan(REVIEW, like, content=b"1"))
    assert [one.fact.task for one in read_tasks(store) if one.corrected] == [REVIEW]
    put(store, plan(REVIEW.replace("hộ tịch", "công chứng"), REVIEW.replace("hộ tịch", "giám định"), content=b"3"))
    assert not any(one.corrected for one in read_tasks(store))  # two new ones are equally like


def test_newer_rules_that_cut_a_task_in_another_way_keep_its_correction(store: Store) -> None:
    line = "Giao Sở Tư pháp chủ trì, phối hợp với Sở Nội vụ rà soát thủ tục hành chính lĩnh vực hộ tịch, chứng thực."
    document = make_document(f"II. TỔ CHỨC THỰC HIỆN\n{line}", number="15/KH-UBND", title="Kế hoạch")
    start = document.text.index(line)
    older = Task(line[:-12], ["Sở Tư pháp"], ["Sở Nội vụ"], start=start, end=start + len(line) - 12)
    document.facts = Facts(tasks=[older])
    put(store, document)
    [record] = read_tasks(store)
    correct(store, "task", document.id, record.key, {"product": "Báo cáo"}, "An")
    with store.write() as db:
        db.execute("UPDATE documents SET facts_version = 0")
    refresh_facts(store)
    [record] = read_tasks(store)
    assert record.fact.end != older.end  # read by the rules of today
    assert (record.fact.product, record.corrected) == ("Báo cáo", ["product"])
    assert unplaced(store) == []
