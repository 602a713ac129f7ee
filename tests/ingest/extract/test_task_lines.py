"""Units that stand on lines of their own in a cell."""

from __future__ import annotations

import pytest

from ingest.extract.tasks import find_tasks
from ingest.models import Block, BlockKind, Cell, Reading, Table
from ingest.pipeline import assemble

NAMES = ["TT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian"]


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        ("Phòng Chuyên môn, Nghiệp vụ\nPhòng Bổ trợ tư pháp", ["Phòng Chuyên môn, Nghiệp vụ", "Phòng Bổ trợ tư pháp"]),
        ("- Hiệu trưởng\n- Chủ tịch, các Phó Chủ tịch", ["Hiệu trưởng", "Chủ tịch, các Phó Chủ tịch"]),
        ("Thanh tra tỉnh\nCác sở, ban, ngành", ["Thanh tra tỉnh", "Các sở, ban, ngành"]),
        ("Đảng ủy\nUBND tỉnh", ["Đảng ủy UBND tỉnh"]),
        ("Vụ Pháp chế\nBộ Xây dựng", ["Vụ Pháp chế Bộ Xây dựng"]),
        ("Trung tâm Phục vụ\nHành chính công", ["Trung tâm Phục vụ Hành chính công"]),
        ("Ủy ban nhân dân\nThành phố Huế", ["Ủy ban nhân dân Thành phố Huế"]),
    ],
)
def test_lines_of_a_cell_of_units(cell: str, units: list[str]) -> None:
    rows = [NAMES, ["1", "Rà soát quy trình, thủ tục hành chính nội bộ", "Văn phòng Sở", cell, "Quý I/2026"]]
    rows.append(["2", "Xây dựng báo cáo kết quả cải cách hành chính", cell, "", "Quý II/2026"])
    cells = [Cell(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row)]
    blocks = [
        Block(BlockKind.PARAGRAPH, "PHỤ LỤC"),
        Block(BlockKind.TABLE, "", table=Table(len(rows), len(NAMES), cells, header_rows=1)),
    ]
    first, second = find_tasks(assemble(Reading("docx", 1, blocks), "ke-hoach.docx", "0" * 64))
    assert (first.coordinate, second.lead) == (units, units)
