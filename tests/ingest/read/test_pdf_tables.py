"""Tables of PDF pages: lines that are dots, dashes or thin pictures; rows and cells over page breaks."""

from __future__ import annotations

from itertools import pairwise

import pytest

from ingest.models import Table
from ingest.read import read_file
from ingest.read.pdf import read as read_pdf

XS = (72, 130, 330, 520)
HEAD = ["Tháng", "Nội dung", "Chủ trì"]
WORK = [
    ["9/2026", "Rà soát hồ sơ", "Văn phòng"],
    ["", "Kiểm tra nội bộ", "Thanh tra"],
    ["10/2026", "Sơ kết", "Phòng KSTT"],
]


def dots(x0: float, x1: float, y: float) -> list[str]:
    return [f"{x0 + 2 * n} {y} 0.5 0.5 re f" for n in range(int((x1 - x0) / 2))]


def dashes(x0: float, x1: float, y: float) -> list[str]:
    return [f"0.5 w {x0 + 8 * n} {y} m {x0 + 8 * n + 4} {y} l S" for n in range(int((x1 - x0) / 8))]


def dots_and_dashes(x0: float, x1: float, y: float) -> list[str]:
    long = [f"{x0 + 9 * n} {y} 4 0.5 re f" for n in range(int((x1 - x0) / 9))]
    return long + [f"{x0 + 9 * n + 6} {y} 0.5 0.5 re f" for n in range(int((x1 - x0) / 9))]


def picture(x0: float, x1: float, y: float) -> list[str]:
    return [f"q {x1 - x0} 0 0 0.5 {x0} {y} cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI Q"]


def one_path(x0: float, x1: float, y: float) -> list[str]:
    return [" ".join(f"{x0 + 3 * n} {y} 1 0.5 re" for n in range(int((x1 - x0) / 3))) + " f"]


def tables(path) -> list[Table]:
    return [block.table for block in read_file(path).blocks if block.table]


def rows(table: Table) -> list[list[str]]:
    return [[cell.text if cell else "" for cell in row] for row in table.grid()]


def month_page(page, draw):
    """A month over two rows whose second is parted from the first by a line of another kind."""
    made = page()
    ys = [700, 670, 640, 610, 580]
    for number, y in enumerate(ys):
        if number == 2:
            made.calls.extend(draw(XS[1], XS[-1], y))
        else:
            made.grid(list(XS), [y])
    for x in XS:
        for above, below in pairwise(ys):
            made.rule(x, below, x, above)
    for y, row in zip(ys, [HEAD, *WORK], strict=False):
        for x, text in zip(XS, row, strict=False):
            if text:
                made.text(x + 4, y - 18, text, size=11)
    return made


@pytest.mark.parametrize("draw", [dots, dashes, dots_and_dashes, picture, one_path])
def test_rows_are_parted_by_lines_of_every_kind(make_pdf, page, draw):
    (table,) = tables(make_pdf(month_page(page, draw)))
    assert rows(table) == [HEAD, WORK[0], ["9/2026", *WORK[1][1:]], WORK[2]]


def test_rows_without_a_line_stay_one(make_pdf, page):
    (table,) = tables(make_pdf(month_page(page, lambda x0, x1, y: [])))
    assert table.rows == 3


def test_a_few_dots_are_no_line(make_pdf, page):
    """The corners of cells and marks in the text are dots too."""
    far = lambda x0, x1, y: [f"{x0 + 40 * n} {y} 0.5 0.5 re f" for n in range(10)]  # noqa: E731
    (table,) = tables(make_pdf(month_page(page, far)))
    assert table.rows == 3


NAMES = ["STT", "Nhiệm vụ", "Chủ trì"]


def ruled_page(page, lines: list[list[str]], top: float = 700, xs=XS, open_top: bool = False, open_foot: bool = False):
    """Rows of 40 points; the upper or the lower edge may be left out, as a page break does."""
    made = page()
    ys = [top - 40 * n for n in range(len(lines) + 1)]
    made.grid(list(xs), ys[int(open_top) : len(ys) - int(open_foot)])
    for x in xs:
        made.rule(x, ys[-1], x, ys[0])
    for y, line in zip(ys, lines, strict=False):
        for x, text in zip(xs, line, strict=False):
            for number, part in enumerate(text.split("\n")):
                if part:
                    made.text(x + 4, y - 12 - 12 * number, part, size=10)
    return made


def test_a_row_whose_edge_the_page_break_leaves_open(make_pdf, page):
    first = ruled_page(
        page, [NAMES, ["1", "Rà soát", "Văn phòng"], ["2", "Kiểm tra", "Thanh tra"]], 200, open_foot=True
    )
    second = ruled_page(page, [["3", "Tự đánh giá", "Phòng A"], ["4", "Sơ kết", "Phòng B"]], 780, open_top=True)
    (table,) = tables(make_pdf(first, second))
    assert [row[0] for row in rows(table)] == ["STT", "1", "2", "3", "4"]
    assert rows(table)[3] == ["3", "Tự đánh giá", "Phòng A"]


def test_the_last_column_of_a_table_wider_than_the_page(make_pdf, page):
    made = page()
    ys = [700, 660, 620]
    for y in ys:
        made.rule(72, y, 592, y)
    for x in (72, 130, 400):
        made.rule(x, 620, x, 700)
    for y, line in zip(
        ys, [NAMES, ["1", "Rà soát hồ sơ", "Văn phòng Sở chủ trì, phối hợp với các đơn vị"]], strict=False
    ):
        for x, text in zip((76, 134, 404), line, strict=True):
            made.text(x, y - 15, text, size=10)
    (table,) = tables(make_pdf(made))
    assert rows(table)[1][2].startswith("Văn phòng Sở chủ trì, phối hợp với các")


def test_underlined_words_beside_a_table_close_nothing(make_pdf, page):
    made = ruled_page(page, [NAMES, ["1", "Rà soát", "Văn phòng"]]).rule(72, 600, 200, 600)
    (table,) = tables(make_pdf(made.text(74, 605, "Ghi chú", size=10)))
    assert table.rows == 2


def test_the_name_of_a_group_below_a_page_break_is_a_row_of_its_own(make_pdf, page):
    first = [
        NAMES,
        ["", "Công khai, minh bạch", ""],
        ["1", "Rà soát", "Văn phòng"],
        ["2", "Số người đã nộp lại", "Thanh tra"],
    ]
    second = [["", "Trách nhiệm nêu gương", ""], ["3", "Sơ kết", "Văn phòng"]]
    (table,) = tables(make_pdf(ruled_page(page, first, 220), ruled_page(page, second, 780)))
    assert [row[1] for row in rows(table)][3:] == ["Số người đã nộp lại", "Trách nhiệm nêu gương", "Sơ kết"]


def raw_rows(path) -> list[list[str]]:
    """Cells with the lines that the reader parts; later steps set a row on one line."""
    (table,) = [block.table for block in read_pdf(path).blocks if block.table]
    return rows(table)


@pytest.mark.parametrize(
    ("lines", "cell"),
    [
        (["Văn phòng Sở", "Thanh tra Sở"], "Văn phòng Sở\nThanh tra Sở"),
        (
            ["Sở Giáo dục và Đào tạo tỉnh chủ trì,", "Sở Nội vụ phối hợp"],
            "Sở Giáo dục và Đào tạo tỉnh chủ trì, Sở Nội vụ phối hợp",
        ),
        (["Trung tâm Phục vụ hành chính công", "Thành phố"], "Trung tâm Phục vụ hành chính công Thành phố"),
        (["- Hiệu trưởng", "- Tổ trưởng"], "- Hiệu trưởng\n- Tổ trưởng"),
        (["Rà soát quy trình;", "- công khai kết quả."], "Rà soát quy trình;\n- công khai kết quả."),
        (["giai đoạn 2026", "- 2030"], "giai đoạn 2026 - 2030"),
        (["Báo cáo của", "Sở Nội vụ"], "Báo cáo của Sở Nội vụ"),
        (["Báo cáo", "kết quả"], "Báo cáo kết quả"),
        (["Nghị định số 118/2025/NĐ-", "CP"], "Nghị định số 118/2025/NĐ-CP"),
    ],
)
def test_lines_of_a_cell(make_pdf, page, lines, cell):
    made = ruled_page(page, [NAMES, ["1", "Rà soát", "\n".join(lines)]])
    assert raw_rows(make_pdf(made))[1][2] == cell


def test_lines_of_a_cell_over_a_page_break(make_pdf, page):
    """The same as on one page: a name that would have fitted on the line above begins a line of its own."""
    first = [NAMES, ["1", "Rà soát", "Thanh tra"], ["2", "Điện tử hóa mẫu đơn, tờ khai, kết quả", "Phòng Chuyên môn"]]
    second = [["", "giải quyết thủ tục", "Phòng Bổ trợ tư pháp"], ["3", "Sơ kết", "Văn phòng"]]
    found = raw_rows(make_pdf(ruled_page(page, first, 220), ruled_page(page, second, 780)))
    assert found[2] == [
        "2",
        "Điện tử hóa mẫu đơn, tờ khai, kết quả giải quyết thủ tục",
        "Phòng Chuyên môn\nPhòng Bổ trợ tư pháp",
    ]


@pytest.mark.parametrize(
    ("stray", "x", "task"),
    [("30%", 134, "Tăng tỷ lệ số hóa 30% mỗi năm"), ("Ghi chú", 134, None), ("(Còn nữa)", 300, None)],
)
def test_words_that_a_page_break_cut_off_their_row(make_pdf, page, stray, x, task):
    first = ruled_page(page, [NAMES, ["1", "Rà soát", "Thanh tra"], ["2", "Tăng tỷ lệ số hóa", "Văn phòng"]], 260)
    rest = "mỗi năm" if stray == "30%" else "Mỗi năm"
    second = ruled_page(page, [["", rest, ""], ["3", "Sơ kết", "Văn phòng"]], 780)
    blocks = read_file(make_pdf(first.text(x, 125, stray, size=10), second)).blocks
    assert any(block.text == stray for block in blocks) == (task is None)
    if task:
        assert rows(blocks[0].table)[2] == ["2", task, "Văn phòng"]
