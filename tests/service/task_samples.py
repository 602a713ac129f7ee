"""A knowledge base for the register: a plan whose deadlines lie around a day, and its draft."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from index.build import build
from index.store import Store
from ingest.extract.models import Facts, Task
from ingest.models import Document
from tests.index.store_samples import make_document

#: (task, lead, coordinate, monitor, deadline, days from today, product)
TASKS = [
    ("Rà soát, đơn giản hóa thủ tục hành chính", ["Sở Tư pháp"], ["Sở Nội vụ"], [], "", 10, "Báo cáo"),
    ("Công bố danh mục dịch vụ công trực tuyến", ["Văn phòng UBND tỉnh"], [], ["Sở Nội vụ"], "", -5, None),
    ("Tập huấn kỹ năng số cho công chức một cửa", ["Sở Nội vụ"], [], [], "Quý II", None, "Lớp tập huấn"),
    ("Tổng kết công tác cải cách hành chính", ["Sở Nội vụ"], ["Các sở, ngành"], [], "", 200, None),
    ("=HYPERLINK(\"http://example.com\") <script>alert('x')</script>", ["@Sở Lạ"], [], [], "Thường xuyên", None, None),
]


def plan(today: date, text: str = "Kế hoạch cải cách hành chính của tỉnh Minh Họa", **header: object) -> Document:
    """A document with `TASKS` as its facts."""
    given: dict[str, object] = {
        "number": "15/KH-UBND", "type": "Kế hoạch", "type_code": "KH", "issuer": "Ủy ban nhân dân tỉnh Minh Họa",
        "title": "Cải cách hành chính năm 2026", "issued_on": "2026-01-12", "year": 2026, **header,
    }  # fmt: skip
    document = make_document(text, **given)
    document.facts = Facts(tasks=list(_tasks(today, document.passages[0].start)))
    return document


def _tasks(today: date, first: int) -> Iterator[Task]:
    for n, (text, lead, coordinate, monitor, deadline, left, product) in enumerate(TASKS):
        day = None if left is None else today + timedelta(days=left)
        written = deadline or (f"Trước ngày {day:%d/%m/%Y}" if day else None)
        due_on = day.isoformat() if day else None
        start = first + n
        yield Task(
            text, lead, coordinate, monitor, written, due_on, product, ["I. MỤC TIÊU"], 1, start, start + 9, 0,
            from_table=True,
        )  # fmt: skip


def make_task_data(data: Path, today: date) -> Path:
    """A data folder with the plan, its draft (a near duplicate), and its index."""
    data.mkdir(parents=True, exist_ok=True)
    with Store(data / "kho.sqlite3") as store:
        final, draft = plan(today), plan(today, "Kế hoạch cải cách hành chính của tỉnh Minh Họa, dự thảo", draft=True)
        for document in (final, draft):
            store.put(document)
        with store.write() as db:
            db.execute("UPDATE documents SET leader = ?", (final.id,))
        build(store, data, None)
    return data
