"""Tables with days or working times that assign nothing."""

from __future__ import annotations

import pytest

from ingest.extract.calendar_table import is_calendar
from ingest.extract.models import Task
from ingest.extract.tasks import find_tasks
from ingest.models import Block, BlockKind, Cell, Reading, Table
from ingest.pipeline import assemble

CALENDAR = [
    ["Ngày", "Nội dung công việc", "Chủ trì", "Cơ quan chuẩn bị"],
    ["3", "Sáng: - Giao ban; - Họp Ban Tổ chức. Chiều: Họp Hội đồng", "Chủ tịch", "Văn phòng"],
    ["4", "Sáng: - Tiếp công dân", "Đ/c Lan - PCT", "Thanh tra tỉnh"],
    ["5 Thứ Bảy", "Chiều: - Kiểm tra giải phóng mặt bằng", "Đ/c Hà - PCT", "Sở Xây dựng"],
]
PLAN = [
    ["TT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời gian"],
    ["1", "Tổ chức hội nghị. Sáng: khai mạc", "Sở Nội vụ", "Tháng 3"],
    ["2", "Rà soát quy trình nội bộ", "Văn phòng Sở", "Tháng 4"],
    ["3", "Kiểm tra công vụ", "Thanh tra Sở", "Tháng 5"],
]


def tasks(rows: list[list[str]]) -> list[Task]:
    cells = [Cell(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row)]
    table = Table(len(rows), len(rows[0]), cells, header_rows=1)
    blocks = [Block(BlockKind.PARAGRAPH, "PHỤ LỤC"), Block(BlockKind.TABLE, "", table=table)]
    return find_tasks(assemble(Reading("docx", 1, blocks), "chuong-trinh.docx", "0" * 64))


def grid(rows: list[list[str]]) -> list[list[Cell | None]]:
    return [[Cell(r, c, text) for c, text in enumerate(row)] for r, row in enumerate(rows)]


def test_a_calendar_of_meetings_assigns_nothing() -> None:
    assert is_calendar(grid(CALENDAR))
    assert tasks(CALENDAR) == []


def test_a_plan_is_no_calendar() -> None:
    assert not is_calendar(grid(PLAN))
    assert not is_calendar(grid(CALENDAR[:3]))  # two days are no month
    assert [task.lead for task in tasks(PLAN)] == [["Sở Nội vụ"], ["Văn phòng Sở"], ["Thanh tra Sở"]]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Thời gian (giờ)", []),
        ("Quy trình, thời gian hao phí", []),
        ("Thời gian thực hiện", [None] * 3),
        ("Tháng thực hiện", ["3", "4", "5"]),
    ],
)
def test_bare_numbers_are_working_times_unless_months(name: str, expected: list[str | None]) -> None:
    rows = [[*PLAN[0][:3], name], *([*row[:3], row[3].split()[1]] for row in PLAN[1:])]
    assert [task.deadline for task in tasks(rows)] == expected
