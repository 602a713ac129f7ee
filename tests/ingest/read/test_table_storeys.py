"""Which lower column names stand under which upper ones."""

import pytest

from ingest.models import Cell, Table
from ingest.read.table_storeys import put_under_groups


def table(upper: list[str], lower: list[str], columns: int) -> Table:
    cells = [Cell(row, column, text) for row, names in enumerate((upper, lower)) for column, text in enumerate(names)]
    return Table(4, columns, cells)


@pytest.mark.parametrize(
    ("upper", "lower", "columns", "under"),
    [
        # A span of years takes the years within it, a single year doesn't.
        (["TT", "Chỉ tiêu", "ƯTH năm 2025", "GIAI ĐOẠN 2026 - 2027"], ["Năm 2026", "Năm 2027"], 5,
         {"GIAI ĐOẠN 2026 - 2027": (3, 2)}),
        (["STT", "Nhiệm vụ", "Cơ quan thực hiện", "Thời gian"], ["Chủ trì", "Phối hợp"], 5,
         {"Cơ quan thực hiện": (2, 2)}),
        (["TT", "Họ và tên", "Ngày sinh", "Đơn vị công tác"], ["Nam", "Nữ"], 5, {"Ngày sinh": (2, 2)}),
        (["Mã", "Thời gian giải quyết", "Mức thu", "Hình thức"], ["Ngày làm việc", "Giờ làm việc", "Phí", "Lệ phí"], 6,
         {"Thời gian giải quyết": (1, 2), "Mức thu": (3, 2)}),
        # Years rule the equal division out.
        (["STT", "Nội dung", "Năm 2025", "Dự kiến 03 năm"], ["Dự toán", "Ước thực hiện", "2026", "2027", "2028"], 7,
         {"Năm 2025": (2, 2), "Dự kiến 03 năm": (4, 3)}),
        (["STT", "Nội dung", "Năm hiện hành 2025", "Năm 2026"], ["Kế hoạch", "Ước thực hiện"], 5,
         {"Năm hiện hành 2025": (2, 2)}),
        # One name alone can be the group.
        (["STT", "Tỉnh, thành phố", "Diện tích"], ["Lúa", "Màu"], 4, {"Diện tích": (2, 2)}),
    ],
)  # fmt: skip
def test_groups(upper: list[str], lower: list[str], columns: int, under: dict[str, tuple[int, int]]) -> None:
    made = table(upper, lower, columns)
    assert put_under_groups(made, [len(upper), len(lower)])
    found = {c.text: (c.column, c.column_span) for c in made.cells if c.row == 0 and c.column_span > 1}
    assert found == under
    assert [c.text for c in made.cells if c.row == 1] == lower
    assert all(c.row_span == 2 for c in made.cells if c.row == 0 and c.column_span == 1)
    assert sum(c.column_span for c in made.cells if c.row == 0) == columns


def test_names_that_fit_two_groups_stand_over_both() -> None:
    made = table(["TT", "Nội dung", "Năm 2025", "Năm 2026"], ["Dự toán", "Ước thực hiện"], 5)
    assert put_under_groups(made, [4, 2])
    assert [(c.text, c.column_span) for c in made.cells if c.column == 2] == [
        ("Năm 2025; Năm 2026", 3), ("Dự toán; Ước thực hiện", 3),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "lower",
    [["1", "Rà soát thủ tục"], ["12,5", "30%"], ["II", "Cải cách thể chế"], ["Sở Nội vụ"]],
)
def test_a_row_of_values_is_no_storey(lower: list[str]) -> None:
    made = table(["Nhiệm vụ", "Kinh phí", "Sản phẩm"], lower, 4)
    before = [(c.row, c.column, c.text) for c in made.cells]
    assert not put_under_groups(made, [3, len(lower)])
    assert [(c.row, c.column, c.text) for c in made.cells] == before
