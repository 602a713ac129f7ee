"""Tables that the clipboard turned into text with tabs, and tables of bars in text files."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.models import Table
from ingest.read import read_file
from ingest.read.tab_rows import find_tab_rows

NAMES = "TT\tNội dung\tĐơn vị chủ trì\tThời hạn"


def tables(tmp_path: Path, text: str) -> list[Table]:
    path = tmp_path / "dan.txt"
    path.write_text(text, "utf-8")
    return [block.table for block in read_file(path).blocks if block.table is not None]


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        ([NAMES, "1\tSoát lỗi\tVăn phòng\tQuý I"], [["1", "Soát lỗi", "Văn phòng", "Quý I"]]),
        # a cell with lines of its own, an empty cell, the rest of a last cell
        (
            [NAMES, "1\tSoát", "lỗi\tVăn phòng\tQuý I", "hoặc quý II", "2\tIn", "ấn\t\tQuý II"],
            [["1", "Soát\nlỗi", "Văn phòng", "Quý I\nhoặc quý II"], ["2", "In\nấn", "", "Quý II"]],
        ),
        # rows that head others, their cells merged
        (
            [NAMES, "I\tTHỂ CHẾ", "1\tSoát lỗi\tVăn phòng\tQuý I", "II. THỦ TỤC", "2\tIn\tVăn thư\tQuý II"],
            [
                ["I", "THỂ CHẾ", "", ""],
                ["1", "Soát lỗi", "Văn phòng", "Quý I"],
                ["II. THỦ TỤC", "", "", ""],
                ["2", "In", "Văn thư", "Quý II"],
            ],
        ),
    ],
)
def test_rows(lines: list[str], rows: list[list[str]]) -> None:
    (first, end, found) = find_tab_rows(["II. PHÂN CÔNG", *lines, "III. KINH PHÍ"])[0]
    assert (first, end) == (1, len(lines) + 1)
    assert found == [NAMES.split("\t"), *rows]


@pytest.mark.parametrize(
    "lines",
    [
        ["\tCăn cứ Luật A;", "\tCăn cứ Luật B;"],
        ["Nơi nhận:\t\tGIÁM ĐỐC", "- Lưu: VT.\t\tLò Văn Cương"],
        ["UBND XÃ A\tCỘNG HÒA", "Số: 1\tĐộc lập"],
        [NAMES, "", "1. Mục đích"],
    ],
)
def test_no_rows(lines: list[str]) -> None:
    assert find_tab_rows(lines) == []


def test_text_files_have_tables(tmp_path: Path) -> None:
    rows = ["1\tSoát lỗi\tVăn phòng\tQuý I", "2\tIn\tVăn thư\tQuý II"]
    by_tabs = tables(tmp_path, "\n".join(["Phân công như sau:", NAMES, *rows, "Hết."]))
    bars = [f"| {' | '.join(row.split(chr(9)))} |" for row in (NAMES, *rows)]
    by_bars = tables(tmp_path, "\n".join(["Phân công như sau:", *bars, "Hết."]))
    assert len(by_tabs) == len(by_bars) == 1
    texts = [[[cell.text for cell in t.row_cells(r)] for r in range(t.rows)] for t in (by_tabs[0], by_bars[0])]
    assert texts[0] == texts[1] == [row.split("\t") for row in (NAMES, *rows)]
    assert by_tabs[0].header_rows == 1
