"""Tables of targets: years as columns, rows below others, goods, and tables that set none."""

from __future__ import annotations

import pytest

from ingest.extract.targets import find_targets
from ingest.models import Block, BlockKind, Cell, Document, Header, PageSpan, Section, SectionKind, Table, lay_out

Fact = tuple[str, float, str | None, int | tuple[int, int] | None]


def read(
    rows: list[list[str]], header_rows: int = 1, heading: str = "MỤC TIÊU", title: str = "Kế hoạch trồng quế"
) -> list[Fact]:
    """(indicator, value, unit, year or period) of a table below a heading; equal cells in a row are no merged ones."""
    cells = [Cell(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row)]
    table = Block(BlockKind.TABLE, "", table=Table(len(rows), len(rows[0]), cells, header_rows=header_rows))
    blocks = [Block(BlockKind.PARAGRAPH, heading), table]
    text = lay_out(blocks)
    kind = SectionKind.TARGET if heading == "MỤC TIÊU" else SectionKind.OTHER
    document = Document(
        "0" * 16, "0" * 64, "a.txt", "txt", Header(type_code="QĐ", title=title, year=2025), text,
        [PageSpan(1, 0, len(text))], blocks, [Section(None, heading, kind, 1, 0, len(text), 1)], [], {}, "text", 1.0,
    )  # fmt: skip
    found = find_targets(document)
    assert all(document.text[t.start : t.end] == t.text for t in found)
    return [(t.indicator, t.value, t.unit, t.year or t.period) for t in found]


PERIOD = "GIAI ĐOẠN 2026 - 2028"
PLAN = "PHỤ LỤC. ĐỊNH HƯỚNG TRỒNG CÂY GIAI ĐOẠN 2026 - 2028"


def test_each_year_of_a_period_has_its_column() -> None:
    rows = [
        ["TT", "Chỉ tiêu", "ĐVT", "ƯTH năm 2025", PERIOD, PERIOD, PERIOD],
        ["TT", "Chỉ tiêu", "ĐVT", "ƯTH năm 2025", "Năm 2026", "Năm 2027", "Năm 2028"],
        ["1", "Tỷ lệ xã có chợ", "%", "31", "40", "50", "60"],
    ]
    expected = [("Tỷ lệ xã có chợ", v, "%", y) for v, y in ((40, 2026), (50, 2027), (60, 2028))]
    assert read(rows, 2) == expected
    assert read(rows, 2, PLAN) == expected
    # one title for all and one column of the period itself
    rows = [["TT", "Chỉ tiêu", "ĐVT", "Chỉ tiêu giai đoạn 2026-2028"], ["1", "Tỷ lệ xã có chợ", "%", "60"]]
    assert read(rows) == [("Tỷ lệ xã có chợ", 60, "%", (2026, 2028))]


@pytest.mark.parametrize("past", ["TH năm 2024", "TH 2025", "ƯTH 2025", "Ước thực hiện 2025", "Năm 2025", "Hiện trạng"])
def test_the_year_before_the_period_sets_nothing(past: str) -> None:
    rows = [["TT", "Chỉ tiêu", "ĐVT", past, "Năm 2026", "Năm 2027"], ["1", "Tỷ lệ xã có chợ", "%", "31", "40", "50"]]
    assert read(rows, heading=PLAN) == [("Tỷ lệ xã có chợ", 40, "%", 2026), ("Tỷ lệ xã có chợ", 50, "%", 2027)]


def test_rows_without_a_number_belong_to_the_row_above() -> None:
    rows = [
        ["TT", "Chỉ tiêu", "ĐVT", "Năm 2026"],
        ["I", "CÂY LÂU NĂM", "", ""],
        ["1", "Quế", "", ""],
        ["", "Diện tích", "Ha", "1.200"],
        ["", "Sản lượng vỏ khô", "Tấn", "300"],
        ["2", "Hồi", "", ""],
        ["a", "Diện tích", "Ha", "80"],
        ["II", "CHĂN NUÔI", "", ""],
        ["", "Tổng đàn", "Con", "5.000"],
        ["1", "Tỷ lệ hộ nuôi có chuồng kiên cố", "%", "70"],
        ["III", "Độ che phủ rừng", "%", "55"],
        ["", "Diện tích rừng mới", "Ha", "10"],
    ]
    expected = [
        ("Quế: Diện tích", 1200, "Ha", 2026),
        ("Quế: Sản lượng vỏ khô", 300, "Tấn", 2026),
        ("Hồi: Diện tích", 80, "Ha", 2026),
        ("CHĂN NUÔI: Tổng đàn", 5000, "Con", 2026),
        ("Tỷ lệ hộ nuôi có chuồng kiên cố", 70, "%", 2026),
        ("Độ che phủ rừng", 55, "%", 2026),
        ("Diện tích rừng mới", 10, "Ha", 2026),
    ]
    assert read(rows) == expected


def test_a_column_in_front_says_of_what() -> None:
    rows = [
        ["TT", "Cây trồng", "Chỉ tiêu", "Đơn vị tính", "2026", "2027"],
        ["1", "Quế", "Diện tích", "ha", "120", "130"],
        ["1", "Quế", "Sản lượng", "tấn", "15", "16"],
    ]
    assert [fact[0] for fact in read(rows)] == ["Quế: Diện tích"] * 2 + ["Quế: Sản lượng"] * 2
    assert [fact[3] for fact in read(rows)] == [2026, 2027] * 2


def test_a_column_of_growth_is_named_and_counted_in_percent() -> None:
    rows = [
        ["TT", "Chỉ tiêu", "ĐVT", "Năm 2026", "Năm 2027", "Tốc độ tăng bình quân 2026-2027 (%)"],
        ["1", "Sản lượng vỏ quế", "tấn", "150", "165", "10"],
    ]
    assert read(rows) == [
        ("Sản lượng vỏ quế", 150, "tấn", 2026),
        ("Sản lượng vỏ quế", 165, "tấn", 2027),
        ("Sản lượng vỏ quế: Tốc độ tăng bình quân", 10, "%", (2026, 2027)),
    ]


def test_goods_with_what_is_measured_in_the_columns() -> None:
    rows = [
        ["TT", "Mặt hàng", "Kế hoạch 2026", "Kế hoạch 2026", "Kế hoạch 2027", "Kế hoạch 2027"],
        [
            "TT",
            "Mặt hàng",
            "Lượng (Tấn)",
            "Giá trị xuất khẩu (Nghìn USD)",
            "Lượng (Tấn)",
            "Giá trị xuất khẩu (Nghìn USD)",
        ],
        ["", "1", "2", "3", "4", "5"],
        ["1", "Quế", "500", "1.250", "600", "1.500"],
    ]
    expected = [
        ("Lượng: Quế", 500, "Tấn", 2026),
        ("Giá trị xuất khẩu: Quế", 1250, "Nghìn USD", 2026),
        ("Lượng: Quế", 600, "Tấn", 2027),
        ("Giá trị xuất khẩu: Quế", 1500, "Nghìn USD", 2027),
    ]
    assert read(rows, 3, PLAN) == expected
    assert read(rows, 2, PLAN) == expected  # the row that counts the columns was not marked as one of the header


def test_a_row_that_counts_the_columns_names_none() -> None:
    rows = [
        ["STT", "Chỉ tiêu", "ĐVT", "Năm 2026", "Năm 2027"],
        ["(1)", "(2)", "(3)", "(4)", "(5)"],
        ["1", "Tỷ lệ xã có chợ", "%", "40", "50"],
    ]
    assert read(rows) == [("Tỷ lệ xã có chợ", 40, "%", 2026), ("Tỷ lệ xã có chợ", 50, "%", 2027)]


@pytest.mark.parametrize(
    "rows",
    [
        [["TT", "Nội dung", "Kế hoạch vốn năm 2026 (triệu đồng)"], ["1", "Trồng quế", "1.500"]],
        [["TT", "Sản phẩm", "Giá năm 2026 (nghìn đồng)"], ["1", "Vỏ quế", "150"]],
        [["TT", "Sản phẩm", "Sản lượng năm 2024 (tấn)"], ["1", "Vỏ quế", "150"]],
        [["TT", "Nội dung", "Điểm tối đa", "Điểm tự chấm"], ["1", "Kế hoạch năm 2026", "10", "9"]],
        [["TT", "Vật tư", "Định mức (kg/ha)"], ["1", "Phân bón", "120"]],
        [["TT", "Mặt hàng", "Số hộ tham gia", "Ghi chú năm 2026"], ["1", "Quế", "20", ""]],
    ],
)
def test_sums_prices_results_scores_and_norms_are_no_targets(rows: list[list[str]]) -> None:
    assert read(rows, heading=PLAN) == []


def test_a_place_is_no_point() -> None:
    rows = [["TT", "Nội dung", "Địa điểm", "Mục tiêu năm 2026"], ["1", "Mở lớp nghề", "Xã A", "12"]]
    assert read(rows) == [("Mở lớp nghề", 12, None, 2026)]


GROUPS = [
    ["STT", "Nội dung tiêu chí", "Chỉ tiêu", "Chỉ tiêu", "Chỉ tiêu", "Chỉ tiêu"],
    ["STT", "Nội dung tiêu chí", "Nhóm 1", "Nhóm 2", "Nhóm 2", "Nhóm 3"],
]


def spanned(rows: list[list[str]], spans: dict[tuple[int, int], int], text_title: str, tail: str = "") -> Document:
    """A regulation with a table whose cells at `spans` (row, column) run over so many columns."""
    cells = []
    for r, row in enumerate(rows):
        covered = -1
        for c, text in enumerate(row):
            if c > covered:
                width = spans.get((r, c), 1)
                cells.append(Cell(r, c, text, column_span=width))
                covered = c + width - 1
    table = Block(BlockKind.TABLE, "", table=Table(len(rows), len(rows[0]), cells, header_rows=2))
    blocks = [Block(BlockKind.PARAGRAPH, text_title), Block(BlockKind.PARAGRAPH, tail or "Bảng kèm theo."), table]
    text = lay_out(blocks)
    header = Header(type_code="QĐ", number="9/2025/QĐ-UBND", title=text_title, year=2025)
    return Document(
        "0" * 16, "0" * 64, "a.txt", "txt", header, text, [PageSpan(1, 0, len(text))], blocks, [], [], {}, "text", 1.0,
    )  # fmt: skip


def test_groups_that_are_only_numbered_keep_their_noun_and_a_cell_over_one_group_its_name() -> None:
    row = ["1", "Tỷ lệ quỹ góp ít nhất 10% tổng thu", "20%", "30%", "30%", "60%"]
    found = find_targets(spanned([*GROUPS, row], {(0, 2): 4, (1, 3): 2, (2, 3): 2}, "Bộ tiêu chí thư viện xã"))
    assert [(t.indicator.rpartition(": ")[2], t.value, t.comparator) for t in found] == [
        ("Nhóm 1", 20, "="),
        ("Nhóm 2", 30, "="),
        ("Nhóm 3", 60, "="),
    ]
    row = ["1", "Tỷ lệ thôn có tủ sách", "100%", "100%", "100%", "100%"]
    found = find_targets(spanned([*GROUPS, row], {(0, 2): 4, (1, 3): 2, (2, 2): 4}, "Bộ tiêu chí thư viện xã"))
    assert [(t.indicator, t.value) for t in found] == [("Tỷ lệ thôn có tủ sách", 100)]


@pytest.mark.parametrize(
    ("tail", "count"),
    [
        ("Xã được công nhận đạt chuẩn thư viện khi đáp ứng các tiêu chí sau.", 0),
        ("Xã được công nhận đạt chuẩn khi đáp ứng các tiêu chí; phấn đấu đến năm 2030 các xã đạt như sau.", 3),
        ("Bảng kèm theo.", 3),
    ],
)
def test_conditions_for_recognition_are_no_targets(tail: str, count: int) -> None:
    row = ["1", "Tỷ lệ thôn có tủ sách", "50%", "60%", "60%", "90%"]
    document = spanned([*GROUPS, row], {(0, 2): 4, (1, 3): 2, (2, 3): 2}, "Bộ tiêu chí thư viện xã", tail)
    assert len(find_targets(document)) == count


def test_a_product_that_names_nothing_is_named_by_its_task() -> None:
    task = "Đơn giản thủ tục cho hộ kinh doanh, bảo đảm các chỉ tiêu tại cột sản phẩm"
    rows = [
        ["STT", "Nhiệm vụ", "Sản phẩm", "Chủ trì"],
        ["1", task, "100% được cung cấp trực tuyến; 80% được cung cấp trực tuyến toàn trình", "Sở Tài chính"],
        ["2", "Lập mô hình thôn số", "Hoàn thành tại 100% thôn", "Sở Nội vụ"],
    ]
    assert [(name, value) for name, value, _, _ in read(rows)] == [
        ("Đơn giản thủ tục cho hộ kinh doanh: được cung cấp trực tuyến", 100),
        ("Đơn giản thủ tục cho hộ kinh doanh: được cung cấp trực tuyến toàn trình", 80),
        ("Lập mô hình thôn số: Hoàn thành tại thôn", 100),
    ]


def test_a_column_of_units_may_name_the_index() -> None:
    rows = [
        ["TT", "Mục tiêu", "Đơn vị tính", "Năm 2030"],
        ["1", "Con người phát triển", "Chỉ số sống vui khỏe", "> 0,7"],
    ]
    assert [(name, value) for name, value, _, _ in read(rows)] == [("Con người phát triển: Chỉ số sống vui khỏe", 0.7)]


def test_criteria_of_a_programme_are_conditions_too_but_a_plan_for_them_is_none() -> None:
    row = ["1", "Tỷ lệ thôn có tủ sách", "50%", "60%", "60%", "90%"]
    spans = {(0, 2): 4, (1, 3): 2, (2, 3): 2}
    tail = "Xã được công nhận đạt chuẩn khi đáp ứng các tiêu chí sau, mỗi thôn tối thiểu 80% hộ đọc sách."
    document = spanned([*GROUPS, row], spans, "Bộ tiêu chí thư viện thuộc Chương trình văn hóa đọc", tail)
    document.header.number = "9/QĐ-UBND"
    assert find_targets(document) == []
    document = spanned([*GROUPS, row], spans, "Thực hiện Bộ tiêu chí thư viện xã năm 2026", tail)
    document.header.number, document.header.type_code = "9/KH-UBND", "KH"
    assert {50.0, 60.0, 90.0} <= {t.value for t in find_targets(document)}


TITLES = """
Kế hoạch 2026; KH 2026; Chỉ tiêu 2026; Mục tiêu 2026; Năm 2026; 2026; Phấn đấu 2026; Dự kiến 2026; Số giao
Mức giao; Cam kết; Giá trị mục tiêu; Mức phấn đấu; Giao năm 2026; Đăng ký năm 2026; Mục tiêu đề ra; Mức yêu cầu
Kết quả phấn đấu; Kết quả dự kiến; Kết quả mong đợi; Tỷ lệ phấn đấu; Tỷ lệ (%); Mục tiêu đến hết năm 2026
"""
PAST = """
Thực hiện 2025; TH 2025; ƯTH 2025; Kết quả 2025; Hiện trạng 2025; 2025; Số liệu 2025; Đã thực hiện; Kế hoạch 2025
Chỉ tiêu 2025; Cùng kỳ năm trước; So với cùng kỳ (%); Tăng/giảm; So sánh (%); KH 2026 so với TH 2025 (%); 2026/2025 (%)
Tốc độ tăng 2026/2025 (%); Chênh lệch; Lũy kế đến 2025; Ước thực hiện 2026; Kết quả 2026; Điểm 2025; Trọng số
Mục tiêu giai đoạn 2021 - 2025; TH giai đoạn 2021-2025; Xếp hạng 2025; Kinh phí 2026; Ước cả năm 2025
"""


def listed(text: str) -> list[str]:
    return [title.strip() for line in text.strip().split("\n") for title in line.split(";")]


@pytest.mark.parametrize("title", listed(TITLES))
def test_what_columns_of_goals_are_called(title: str) -> None:
    rows = [["TT", "Chỉ tiêu", title], ["1", "Tỷ lệ xã có chợ", "80%"], ["2", "Tỷ lệ hộ trồng quế", "≥ 92%"]]
    assert [fact[:3] for fact in read(rows, title="Kế hoạch năm 2026")] == [
        ("Tỷ lệ xã có chợ", 80, "%"),
        ("Tỷ lệ hộ trồng quế", 92, "%"),
    ]


@pytest.mark.parametrize("title", listed(PAST))
def test_what_columns_beside_the_goals_are_called(title: str) -> None:
    rows = [["TT", "Chỉ tiêu", "ĐVT", title, "Kế hoạch năm 2026"], ["1", "Tỷ lệ xã có chợ", "%", "71", "80"]]
    assert read(rows, title="Kế hoạch năm 2026") == [("Tỷ lệ xã có chợ", 80, "%", 2026)]


UNITS = """
Tên đơn vị; Đơn vị; Địa phương; Xã/phường; Xã, phường, thị trấn; Tên xã, phường; Huyện, thành phố; Sở, ban, ngành
Phòng, ban; Phòng chuyên môn; Tên trường; Thôn, tổ dân phố; UBND xã; Các đơn vị
"""


@pytest.mark.parametrize("title", listed(UNITS))
def test_what_columns_of_units_are_called(title: str) -> None:
    rows = [["TT", title, "Tỷ lệ có chợ (%)", "Tỷ lệ có trạm (%)"], ["1", "Tân Lập", "71", "80"]]
    assert read(rows, title="Kế hoạch năm 2026") == [
        ("Tỷ lệ có chợ: Tân Lập", 71, "%", 2026),
        ("Tỷ lệ có trạm: Tân Lập", 80, "%", 2026),
    ]


@pytest.mark.parametrize("title", ["Trường hợp", "Phòng ngừa", "Xã hội", "Ban hành"])
def test_words_that_begin_like_units(title: str) -> None:
    rows = [["TT", title, "Tỷ lệ có chợ (%)"], ["1", "Tân Lập", "71"]]
    assert read(rows, title="Kế hoạch năm 2026") == []
