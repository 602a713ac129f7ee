"""What a cell of values sets: bounds in words and signs, ranges, notes behind it; and cells that set nothing."""

from __future__ import annotations

import pytest

from ingest.clean.fold import strip_diacritics
from ingest.extract.target_cell import read_cell
from ingest.extract.target_columns import Column
from ingest.extract.target_place import Frame, Mode
from ingest.models import Cell

FRAME = Frame(Mode.OPEN, 2026, 2026)
CELLS = {
    "= 80 85": ["80 ÷ 85", "80~85", "80 – 85", "80% - 85%", "từ 80 đến 85", "80 tới 85"],
    "= 90": [
        "90",
        "khoảng 90",
        "xấp xỉ 90",
        "=90",
        "= 90",
        "90;",
        "90*",
        "90 (1)",
        "90 (duy trì)",
        "Duy trì 90",
        "còn 90",
    ],
    ">= 90": [
        *("tối thiểu là 90", "Đạt tối thiểu 90", "ít nhất đạt 90", "90 trở lên", "từ 90 trở lên", "không dưới 90"),
        *("không thấp hơn 90", "đạt ≥ 90", "≥90", "> = 90", ">= 90", "đạt và vượt 90", "≥ 90 (trừ hồ sơ mật)"),
    ],
    "> 90": ["trên 90", "lớn hơn 90", ">90", "vượt 90"],
    "<= 90": ["không quá 90", "không vượt quá 90", "tối đa 90", "90 trở xuống", "≤ 90"],
    "< 90": ["dưới 90", "nhỏ hơn 90", "< 90"],
    "": ["Đạt", "-", "x", "Theo quy định", "31/12/2026", "Quý IV", "Tháng 6/2026"],
}


def read(text: str, name: str, unit: str) -> str:
    found = read_cell(Cell(1, 3, text), name, unit, Column(3, 2026, None, ""), name, FRAME)
    values = [(one.quantity.comparator, one.quantity.value, one.quantity.value_to) for one in found]
    return "; ".join(" ".join([sign, *(f"{number:g}" for number in rest if number)]) for sign, *rest in values)


@pytest.mark.parametrize(("wanted", "text"), [(wanted, text) for wanted, texts in CELLS.items() for text in texts])
def test_a_cell_of_values(wanted: str, text: str) -> None:
    assert read(text, "Tỷ lệ hồ sơ trực tuyến", "%") == wanted
    assert read(text.replace("%", ""), "Số mô hình dân vận khéo", "Mô hình") == wanted
    assert read(strip_diacritics(text), "Tỷ lệ hồ sơ trực tuyến", "%") == wanted


def test_what_was_before_sets_nothing_beside_the_value() -> None:
    assert read("90% (tăng 5% so với năm 2025)", "Tỷ lệ hồ sơ trực tuyến", "%") == "= 90"
    assert read("89 điểm (xếp thứ 10)", "Chỉ số PAPI", "") == "= 89; = 10"
