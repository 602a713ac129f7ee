"""Tables that say goals year by year inside a cell, beside what was reached."""

from __future__ import annotations

import pytest

from ingest.extract.targets import find_targets
from ingest.models import Block, BlockKind, Cell, Reading, Table
from ingest.pipeline import assemble

HEAD = [
    "UBND TỈNH KON TUM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 12/KH-UBND", "Kon Tum, ngày 05 tháng 01 năm 2026",
    "KẾ HOẠCH", "Chuyển đổi số giai đoạn 2026 - 2030", "I. MỤC TIÊU", "Các chỉ tiêu đến năm 2030:",
]  # fmt: skip
NAMES = ["STT", "Nội dung", "Mục tiêu", "Kết quả đạt được đến năm 2025"]


def found(goal: str, reached: str = "- 97% xã đã có trang thông tin điện tử") -> list[tuple[int | None, float, str]]:
    rows = [NAMES, ["1", "Tỷ lệ văn bản được trao đổi trên môi trường mạng", goal, reached]]
    rows.append(["2", "Tỷ lệ hồ sơ được số hóa", "2030: 100%", "Đã số hóa được 40% hồ sơ"])
    cells = [Cell(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row)]
    table = Table(len(rows), len(NAMES), cells, header_rows=1)
    blocks = [*(Block(BlockKind.PARAGRAPH, line) for line in HEAD), Block(BlockKind.TABLE, "", table=table)]
    document = assemble(Reading("docx", 1, blocks), "ke-hoach.docx", "0" * 64)
    return [(t.year, t.value, t.indicator) for t in find_targets(document)]


@pytest.mark.parametrize(
    ("goal", "years"),
    [
        ("- 2025: 50% văn bản của cấp xã. - 2027: 90% văn bản của cấp xã. - 2030: 100% văn bản", [2027, 2030]),
        ("- Năm 2027: 60% - Năm 2030: 80%", [2027, 2030]),
        ("Năm 2025: 40-50%; năm 2030: 90-95%", [2030]),
    ],
)
def test_each_year_has_its_own_goal(goal: str, years: list[int]) -> None:
    assert [year for year, _, _ in found(goal)] == [*years, 2030]


def test_what_was_reached_beside_a_goal_sets_none() -> None:
    assert {value for _, value, _ in found("2030: 95%")} == {95.0, 100.0}
