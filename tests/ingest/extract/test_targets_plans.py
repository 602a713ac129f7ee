"""Goals read from whole small plans: what a line says for the lines below it, and sentences with several numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.extract.models import Target
from ingest.extract.targets import find_targets
from ingest.pipeline import process

Fact = tuple[str, float, str | None, int | None, str]  # comparator, value, unit, year, indicator


def read(
    folder: Path,
    *lines: str,
    title: str = "Cải cách hành chính năm 2026",
    heading: str = "I. MỤC TIÊU",
    kind: str = "KẾ HOẠCH",
) -> list[Target]:
    path = folder / "plan.md"
    path.write_text("\n\n".join([kind, title, heading, *lines]) + "\n", encoding="utf-8")
    return find_targets(process(path))


def facts(targets: list[Target]) -> list[Fact]:
    return [(t.comparator, t.value, t.unit, t.year, t.indicator) for t in targets]


def years(targets: list[Target]) -> list[object]:
    return [t.period or t.year for t in targets]


SENTENCES: list[tuple[str, list[Fact]]] = [
    (
        "- Nghị quyết đặt ra mục tiêu đến năm 2030 kinh tế tập thể đóng góp 15% GRDP, 5% tổng thu ngân sách.",
        [
            ("=", 15, "%", 2030, "kinh tế tập thể đóng góp (% GRDP)"),
            ("=", 5, "%", 2030, "kinh tế tập thể đóng góp (% tổng thu ngân sách)"),
        ],
    ),
    (
        "- Tỷ trọng trong GRDP của khu vực dịch vụ trên 58%, khu vực công nghiệp khoảng 29%.",
        [
            (">", 58, "%", 2026, "Tỷ trọng trong GRDP của khu vực dịch vụ"),
            ("=", 29, "%", 2026, "Tỷ trọng trong GRDP của khu vực công nghiệp"),
        ],
    ),
    ("- Góp phần kiểm soát lạm phát do Chính phủ đề ra (dưới 4,3%).", [("<", 4.3, "%", 2026, "lạm phát")]),
    (
        "- Quyết tâm hoàn thành các chỉ tiêu đề ra trong năm 2026 như chỉ tiêu tăng trưởng GRDP đạt từ 9% trở lên.",
        [(">=", 9, "%", 2026, "tăng trưởng GRDP")],
    ),
    (
        "- Bổ sung chỉ tiêu về tỷ trọng công nghiệp chế biến đạt 27% GRDP.",
        [("=", 27, "%", 2026, "tỷ trọng công nghiệp chế biến (% GRDP)")],
    ),
    (
        "- Tăng nhanh tỷ lệ lao động qua đào tạo từ 70 đến 74% vào năm 2028.",
        [("=", 70, "%", 2028, "tỷ lệ lao động qua đào tạo")],
    ),
    (
        "- Cán bộ nữ tham gia cấp ủy, phấn đấu đạt tỷ lệ không dưới 28% ở từng cấp.",
        [(">=", 28, "%", 2026, "Cán bộ nữ tham gia cấp ủy: từng cấp")],
    ),
    (
        "- Phấn đấu đến hết năm 2027 có trên 130 xã và 2 huyện đạt chuẩn nông thôn mới.",
        [
            (">", 130, "xã", 2027, "xã đạt chuẩn nông thôn mới"),
            ("=", 2, "huyện", 2027, "huyện đạt chuẩn nông thôn mới"),
        ],
    ),
    ("- Tỷ lệ thôn đạt chuẩn 58,9% (66/112 thôn).", [("=", 58.9, "%", 2026, "Tỷ lệ thôn đạt chuẩn")]),
    (
        "- Nâng chỉ số phục vụ tăng 4 bậc năm 2027, đưa tỉnh vào nhóm 10 tỉnh dẫn đầu về dữ liệu đến năm 2030.",
        [("=", 4, "bậc", 2027, "chỉ số phục vụ"), ("<=", 10, "hạng", 2030, "tỉnh về dữ liệu")],
    ),
    (
        "- Trong lĩnh vực thủ tục hành chính (TTHC), có 35% thủ tục được xử lý toàn trình.",
        [("=", 35, "%", 2026, "thủ tục được xử lý toàn trình")],
    ),
    (
        "- Đặt mục tiêu doanh thu 2.300 tỷ đồng và lợi nhuận trước thuế 210 tỷ đồng.",
        [("=", 2300, "tỷ đồng", 2026, "doanh thu"), ("=", 210, "tỷ đồng", 2026, "lợi nhuận trước thuế")],
    ),
    ("- Thu ngân sách trên địa bàn tăng từ 16% trở lên/năm.", [(">=", 16, "%", 2026, "Thu ngân sách trên địa bàn")]),
    (
        "- Cắt giảm tối thiểu 20% chi phí tuân thủ tại văn bản còn hiệu lực tính đến hết ngày 31 tháng 5 năm 2024.",
        [
            (
                ">=", 20, "%", 2026,
                "chi phí tuân thủ tại văn bản còn hiệu lực tính đến hết ngày 31 tháng 5 năm 2024",
            )
        ],
    ),
    (
        "- Cử 70 giảng viên đi đào tạo, trong đó có 20 tiến sĩ và 50 thạc sĩ.",
        [
            ("=", 70, "giảng viên", 2026, "Cử giảng viên đi đào tạo"),
            ("=", 20, "tiến sĩ", 2026, "Cử giảng viên đi đào tạo: tiến sĩ"),
            ("=", 50, "thạc sĩ", 2026, "Cử giảng viên đi đào tạo: thạc sĩ"),
        ],
    ),
    (
        "- Đến năm 2028, tỉnh thuộc nhóm: 12 địa phương dẫn đầu về dữ liệu mở; 9 địa phương dẫn đầu về chữ ký số.",
        [("<=", 12, "hạng", 2028, "tỉnh về dữ liệu mở"), ("<=", 9, "hạng", 2028, "tỉnh về chữ ký số")],
    ),
    (
        "- Trong quý III năm 2026, hoàn thành cắt giảm 45% thời gian giải quyết, 40% chi phí tuân thủ.",
        [("=", 45, "%", 2026, "thời gian giải quyết"), ("=", 40, "%", 2026, "chi phí tuân thủ")],
    ),
    (
        "- 100% học sinh được học và 60% đạt chứng chỉ Tin học.",
        [("=", 100, "%", 2026, "học sinh được học"), ("=", 60, "%", 2026, "học sinh đạt chứng chỉ Tin học")],
    ),
    (
        "- Để đạt chỉ tiêu trên, năm 2026 phấn đấu đạt tỷ lệ 59%, năm 2027 đạt 63% lao động được đào tạo.",
        [("=", 59, "%", 2026, "lao động được đào tạo"), ("=", 63, "%", 2027, "lao động được đào tạo")],
    ),
    (
        "- Trước 30/6 hoàn thành 45%, đến hết năm đạt 100% kế hoạch kiểm tra.",
        [("=", 45, "%", 2026, "kế hoạch kiểm tra"), ("=", 100, "%", 2026, "kế hoạch kiểm tra")],
    ),
    (
        "- Tổng sản lượng hành khách qua các bến khoảng 27,9 triệu hành khách.",
        [("=", 27.9, "triệu hành khách", 2026, "Tổng sản lượng hành khách qua các bến")],
    ),
    (
        "- Năm 2028, hoàn thiện quy định, góp phần đưa môi trường đầu tư của tỉnh nằm trong nhóm 3 địa phương dẫn đầu.",
        [("<=", 3, "hạng", 2028, "môi trường đầu tư của tỉnh")],
    ),
    (
        "- Tốc độ tăng trưởng của kinh tế tư nhân đạt 10%/năm; đóng góp khoảng 54% GRDP.",
        [
            ("=", 10, "%", 2026, "Tốc độ tăng trưởng của kinh tế tư nhân"),
            ("=", 54, "%", 2026, "kinh tế tư nhân đóng góp (% GRDP)"),
        ],
    ),
    (
        "- Về quy hoạch, đô thị: (13) Tỷ lệ xã đạt chuẩn: 95%.",
        [("=", 95, "%", 2026, "Tỷ lệ xã đạt chuẩn")],
    ),
    (
        "- Phấn đấu đến năm 2027, 40% các xã có sân chơi cho trẻ em, con số này là 45% vào năm 2030.",
        [("=", 40, "%", 2027, "các xã có sân chơi cho trẻ em"), ("=", 45, "%", 2030, "các xã có sân chơi cho trẻ em")],
    ),
    (
        "- Đến năm 2027, 80% xã có trạm đọc; 97% trẻ em học xong tiểu học năm 2028 và đạt 99% vào năm 2030.",
        [
            ("=", 80, "%", 2027, "xã có trạm đọc"),
            ("=", 97, "%", 2028, "trẻ em học xong tiểu học"),
            ("=", 99, "%", 2030, "trẻ em học xong tiểu học"),
        ],
    ),
    (
        "- Giảm tỷ suất trẻ em bị tai nạn xuống 540/100.000 trẻ em vào năm 2027.",
        [("=", 540, "/100.000 trẻ em", 2027, "tỷ suất trẻ em bị tai nạn")],
    ),
    (
        "- Tổng vốn đầu tư trên địa bàn đạt 43,5 nghìn tỷ đồng trở lên.",
        [(">=", 43.5, "nghìn tỷ đồng", 2026, "Tổng vốn đầu tư trên địa bàn")],
    ),
    (
        "- Có thêm 10 xã đạt chuẩn; số xã đạt chuẩn nâng cao tăng thêm 7 xã trở lên.",
        [("=", 10, "xã", 2026, "xã đạt chuẩn"), (">=", 7, "xã", 2026, "số xã đạt chuẩn nâng cao")],
    ),
    (
        "- Tỷ lệ xã đạt chuẩn kiểu mẫu đạt 12% và không còn xã dưới 15 tiêu chí, thu nhập bình quân tăng 1,4 lần.",
        [("=", 12, "%", 2026, "Tỷ lệ xã đạt chuẩn kiểu mẫu"), ("=", 1.4, "lần", 2026, "thu nhập bình quân")],
    ),
    (
        "- Phấn đấu tăng giá trị sản xuất đến năm 2027 bình quân đạt 120 triệu đồng/ha.",
        [("=", 120, "triệu đồng/ha", 2027, "giá trị sản xuất bình quân")],
    ),
    ("- 72 xã đạt 19 tiêu chí nông thôn mới.", [("=", 72, "xã", 2026, "xã đạt 19 tiêu chí nông thôn mới")]),
    (
        "- Hằng năm mỗi đảng bộ kết nạp từ 10 đảng viên trở lên/năm; tức là 90% chi bộ có đảng viên mới.",
        [
            (">=", 10, "đảng viên", 2026, "mỗi đảng bộ kết nạp đảng viên"),
            ("=", 90, "%", 2026, "chi bộ có đảng viên mới"),
        ],
    ),
    (
        "- Tỷ lệ hộ nghèo giảm bình quân 3,1% (theo chuẩn giai đoạn 2021 - 2025), có việc làm cho trên 350 người…",
        [("=", 3.1, "%", 2026, "Tỷ lệ hộ nghèo"), (">", 350, "người", 2026, "có việc làm cho người")],
    ),
    (
        "- Đến năm 2027, đón 36 triệu lượt khách, tạo ra khoảng 6,4 triệu việc làm.",
        [
            ("=", 36, "triệu lượt khách", 2027, "đón lượt khách"),
            ("=", 6.4, "triệu việc làm", 2027, "tạo ra việc làm"),
        ],
    ),
    (
        "- Theo đó, đến năm 2028, 71% người dân có kiến thức đúng. 41% cơ sở có giấy chứng nhận. "
        "Giảm 26% số vụ ngộ độc so với trung bình giai đoạn 2021-2025.",
        [
            ("=", 71, "%", 2028, "người dân có kiến thức đúng"),
            ("=", 41, "%", 2028, "cơ sở có giấy chứng nhận"),
            ("=", 26, "%", 2028, "số vụ ngộ độc"),
        ],
    ),
    (
        "- Phấn đấu đưa giá trị sản xuất đạt 3.562 tỷ đồng. "
        "Thu ngân sách gần 668 tỷ đồng, tăng 20% so với dự toán năm 2025.",
        [
            ("=", 3562, "tỷ đồng", 2026, "giá trị sản xuất"),
            ("=", 668, "tỷ đồng", 2026, "Thu ngân sách"),
            ("=", 20, "%", 2026, "Thu ngân sách"),
        ],
    ),
    (
        "- Chương trình sẽ tập trung vào việc duy trì ổn định tỷ lệ che phủ rừng toàn tỉnh là 43%.",
        [("=", 43, "%", 2026, "tỷ lệ che phủ rừng toàn tỉnh")],
    ),
    (
        "- Duy trì tăng trưởng với một số chỉ tiêu chủ yếu: tổng thu ngân sách đạt 120 tỷ đồng.",
        [("=", 120, "tỷ đồng", 2026, "tổng thu ngân sách")],
    ),
    ("- Cấp trên 500 thẻ căn cước lưu động.", [(">", 500, "thẻ căn cước lưu động", 2026, "Cấp thẻ căn cước lưu động")]),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), SENTENCES)
def test_sentence(tmp_path: Path, line: str, expected: list[Fact]) -> None:
    assert facts(read(tmp_path, line)) == expected


@pytest.mark.parametrize(
    "line",
    [
        "- Năm 2024, kết quả cải cách hành chính khá. Tỷ lệ hồ sơ trực tuyến cấp xã đạt 90,2% và cấp tỉnh đạt 53,7%.",
        "- Tỷ lệ dân cư dùng nước sạch đạt 79% (kế hoạch 79%).",
        "- Năm 2026, xuất khẩu có nhiều khó khăn. Tốc độ tăng trưởng ước đạt 11%.",
    ],
)
def test_what_has_been_reached_is_no_goal(tmp_path: Path, line: str) -> None:
    assert facts(read(tmp_path, line)) == []


def test_a_year_to_come_at_the_head_of_a_sentence_sets_goals_among_tasks(tmp_path: Path) -> None:
    line = "1. Phát triển nông thôn. Đến năm 2030, thu nhập của hộ tăng lên 2,5 lần, số xã đạt chuẩn là 55%."
    assert [(t.value, t.year) for t in read(tmp_path, line, heading="II. NHIỆM VỤ")] == [(2.5, 2030), (55, 2030)]


def test_a_goal_for_a_year_holds_for_the_sentences_behind_it(tmp_path: Path) -> None:
    line = (
        "Về kinh tế số, mục tiêu đến năm 2030 là kinh tế số chiếm 22% GRDP; tỷ trọng trong từng ngành đạt 12%."
        " Trên 80% doanh nghiệp dùng chữ ký số."
    )
    found = read(tmp_path, line)
    assert [t.indicator for t in found] == [
        "kinh tế số (% GRDP)",
        "tỷ trọng trong từng ngành",
        "doanh nghiệp dùng chữ ký số",
    ]
    assert years(found) == [2030, 2030, 2030]


def test_a_programme_that_sets_its_own_goals(tmp_path: Path) -> None:
    line = "Chương trình xây dựng đô thị giai đoạn 2027 - 2030 đặt mục tiêu, phấn đấu có ít nhất 80% phường đạt chuẩn."
    assert years(read(tmp_path, line, title="Xây dựng đô thị")) == [(2027, 2030)]


def test_what_is_striven_for_by_a_year_dates_the_next_sentences(tmp_path: Path) -> None:
    line = "Cả nước phấn đấu đến năm 2029 tỷ lệ xã đạt chuẩn chiếm 50%. Thu nhập người dân tăng ít nhất 1,8 lần."
    assert years(read(tmp_path, line, title="Xây dựng nông thôn")) == [2029, 2029]
    assert years(read(tmp_path, line)) == [2029, 2026]


LISTS: list[tuple[tuple[str, ...], list[object]]] = [
    # items without bullets below a line that sets goals for a time
    (
        (
            "Phấn đấu đến năm 2028 đạt các chỉ tiêu sau:",
            "80% hồ sơ được số hóa.",
            "Tỷ lệ hài lòng đạt 95%.",
        ),
        [2028, 2028],
    ),
    # lists inside a list keep its time
    (
        (
            "Mục tiêu cụ thể đến năm 2028 như sau:",
            "- Về thể chế:",
            "+ 100% văn bản ban hành đúng hạn.",
            "- Về thủ tục hành chính:",
            "+ 98% hồ sơ giải quyết đúng hạn.",
        ),
        [2028, 2028],
    ),
]


@pytest.mark.parametrize(("lines", "expected"), LISTS)
def test_lists_have_the_time_of_the_line_above(tmp_path: Path, lines: tuple[str, ...], expected: list[object]) -> None:
    assert years(read(tmp_path, *lines)) == expected


def test_a_line_of_goals_opens_its_list_in_any_section(tmp_path: Path) -> None:
    lines = ("Mục tiêu đến năm 2028:", "- Có 12 mô hình được nhân rộng.", "- Số bác sĩ trên 1 vạn dân đạt 14 bác sĩ.")
    found = read(tmp_path, *lines, heading="I. NỘI DUNG")
    assert [(t.value, t.year) for t in found] == [(12, 2028), (14, 2028)]
    assert read(tmp_path, *lines[1:], heading="I. NỘI DUNG") == []


@pytest.mark.parametrize(
    ("kind", "title", "year"),
    [
        ("NGHỊ QUYẾT", "Về phát triển kinh tế - xã hội năm 2026", 2026),
        ("THÔNG BÁO", "Về triển khai nhiệm vụ cải cách hành chính năm 2026", 2026),
        ("THÔNG BÁO", "Kết luận hội nghị tổng kết công tác cải cách hành chính năm 2025", None),
        ("NGHỊ QUYẾT", "Phiên họp thường kỳ tháng 4 năm 2026", None),
    ],
)
def test_the_year_of_the_title(tmp_path: Path, kind: str, title: str, year: int | None) -> None:
    found = read(tmp_path, "- Phấn đấu tỷ lệ hồ sơ trực tuyến đạt 85%.", title=title, kind=kind)
    assert years(found) == [year]


def test_an_item_with_a_number_of_its_own_is_no_heading(tmp_path: Path) -> None:
    lines = ("1. Tỷ lệ xã đạt tiêu chuẩn tiếp cận pháp luật: 90%", "2. Kinh phí chi cho chuyển đổi số đạt 2% tổng chi")
    assert [t.value for t in read(tmp_path, *lines)] == [90, 2]


def test_rows_below_a_horizon_in_a_table_of_sentences(tmp_path: Path) -> None:
    rows = [
        ["TT", "Nội dung mục tiêu", "Ghi chú"],
        ["---", "---", "---"],
        ["I", "Đến năm 2027", ""],
        ["1", "Tối thiểu 70% hồ sơ được số hóa", ""],
        ["II", "Phấn đấu đến năm 2030:", ""],
        ["1", "Tối thiểu 90% hồ sơ được số hóa", ""],
    ]
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    assert [(t.value, t.year) for t in read(tmp_path, table)] == [(70, 2027), (90, 2030)]


def test_rows_without_a_number_are_parts_of_the_numbered_row(tmp_path: Path) -> None:
    rows = [
        ["TT", "Chỉ tiêu", "Mục tiêu 2026"],
        ["---", "---", "---"],
        ["1", "Tăng trưởng giá trị xuất khẩu (%)", "12"],
        ["", "Trong đó: Nhóm nông sản", "9"],
        ["", "Nhóm khoáng sản", "4"],
        ["2", "Tỷ lệ hồ sơ đúng hạn (%)", "98"],
    ]
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    assert facts(read(tmp_path, table)) == [
        ("=", 12, "%", 2026, "Tăng trưởng giá trị xuất khẩu"),
        ("=", 9, "%", 2026, "Tăng trưởng giá trị xuất khẩu: Nhóm nông sản"),
        ("=", 4, "%", 2026, "Tăng trưởng giá trị xuất khẩu: Nhóm khoáng sản"),
        ("=", 98, "%", 2026, "Tỷ lệ hồ sơ đúng hạn"),
    ]


TABLES: list[tuple[list[str], list[str], list[float]]] = [
    (
        ["TT", "Nhiệm vụ, chỉ tiêu", "Kết quả cần đạt", "Đơn vị chủ trì"],
        ["1", "Tỷ lệ hồ sơ đúng hạn", "98%", "Sở Nội vụ"],
        [98],
    ),
    (["TT", "Chỉ tiêu", "Yêu cầu", "Đơn vị theo dõi"], ["1", "Tỷ lệ hồ sơ đúng hạn", "≥ 98%", "Văn phòng"], [98]),
    (["TT", "Chỉ tiêu năm 2026", "Cấp tỉnh", "Cấp xã"], ["1", "Tỷ lệ hồ sơ đúng hạn", "98%", "95%"], [98, 95]),
    (["TT", "Chỉ tiêu", "Tỷ lệ (%)"], ["1", "Tỷ lệ hồ sơ đúng hạn", "98"], [98]),
    (["TT", "Nội dung", "Kết quả năm 2025", "Ghi chú"], ["1", "Tỷ lệ hồ sơ đúng hạn", "98%", ""], []),
    (["TT", "Nội dung", "Chỉ tiêu", "Kết quả", "Đánh giá"], ["1", "Hồ sơ đúng hạn", "98%", "99%", "Vượt"], []),
    (["TT", "Nội dung", "Chỉ tiêu", "Sản phẩm"], ["1", "Tỷ lệ hồ sơ đúng hạn", "98%", "Báo cáo"], [98]),
]


@pytest.mark.parametrize(("titles", "row", "values"), TABLES)
def test_columns_of_what_must_be_reached(
    tmp_path: Path, titles: list[str], row: list[str], values: list[float]
) -> None:
    table = "\n".join(f"| {' | '.join(cells)} |" for cells in (titles, ["---"] * len(titles), row))
    assert [t.value for t in read(tmp_path, table)] == values
