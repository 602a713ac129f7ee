"""Shapes of targets that single sentences, lists, headings and tables give; each sentence also damaged."""

from __future__ import annotations

import pytest

from ingest.clean.fold import strip_diacritics
from ingest.extract.indicator_words import unbulleted
from ingest.extract.models import Target
from ingest.extract.quantity import bare
from ingest.extract.target_list import find_stage
from ingest.extract.target_place import Frame, Mode
from ingest.extract.target_sentence import Found, read_paragraph, read_sentence
from ingest.extract.targets import find_targets
from ingest.models import Block, BlockKind, Cell, Document, Header, PageSpan, Section, SectionKind, Table, lay_out

OPEN = Frame(Mode.OPEN, plan_year=2026, reference=2026)
LONG = Frame(Mode.OPEN, plan_year=None, reference=2021, period=(2021, 2030))

# (comparator, value, value_to, unit, change, year, words of the indicator)
Fact = tuple[str, float, float | None, str | None, str | None, int | None, str]

ROWS: list[tuple[str, list[Fact]]] = [
    # years
    (
        "Tỷ lệ hồ sơ nộp trực tuyến: Năm 2026: 60%; năm 2027: 70%; năm 2028: 80%.",
        [
            ("=", 60, None, "%", None, 2026, "Tỷ lệ hồ sơ nộp trực tuyến"),
            ("=", 70, None, "%", None, 2027, "Tỷ lệ hồ sơ nộp trực tuyến"),
            ("=", 80, None, "%", None, 2028, "Tỷ lệ hồ sơ nộp trực tuyến"),
        ],
    ),
    (
        "Tỷ lệ số hóa kết quả qua các năm 2026, 2027 và 2028 lần lượt đạt 60%, 75% và 90%.",
        [
            ("=", 60, None, "%", None, 2026, "Tỷ lệ số hóa kết quả"),
            ("=", 75, None, "%", None, 2027, "Tỷ lệ số hóa kết quả"),
            ("=", 90, None, "%", None, 2028, "Tỷ lệ số hóa kết quả"),
        ],
    ),
    (
        "Đến cuối năm 2026 tối thiểu 50% và đến năm 2030 là 80% hồ sơ lưu trữ được số hóa.",
        [
            (">=", 50, None, "%", None, 2026, "hồ sơ lưu trữ được số hóa"),
            ("=", 80, None, "%", None, 2030, "hồ sơ lưu trữ được số hóa"),
        ],
    ),
    (
        "Đến năm 2030 đạt 100% thôn có tổ công nghệ số, năm 2027 đạt 80%; 90% trường học dạy kỹ năng số.",
        [
            ("=", 100, None, "%", None, 2030, "thôn có tổ công nghệ số"),
            ("=", 80, None, "%", None, 2027, "thôn có tổ công nghệ số"),
            ("=", 90, None, "%", None, 2030, "trường học dạy kỹ năng số"),
        ],
    ),
    (
        "100% trạm y tế có máy tính; đến năm 2028 có ít nhất 02 kỹ thuật viên.",
        [
            ("=", 100, None, "%", None, 2026, "trạm y tế có máy tính"),
            (">=", 2, None, "kỹ thuật viên", None, 2028, "kỹ thuật viên"),
        ],
    ),
    (
        "Tỷ lệ xã đạt chuẩn (theo bộ tiêu chí giai đoạn 2026 - 2030) đạt tối thiểu 15%.",
        [(">=", 15, None, "%", None, 2026, "Tỷ lệ xã đạt chuẩn")],
    ),
    # several indicators and groups
    (
        "Tỷ lệ tiếp nhận trực tuyến, tỷ lệ thanh toán trực tuyến và tỷ lệ trả kết quả điện tử đạt 100%.",
        [("=", 100, None, "%", None, 2026, "tỷ lệ thanh toán trực tuyến")],
    ),
    (
        "Ít nhất 95% hồ sơ được giải quyết đúng hạn (cấp tỉnh 98%, cấp xã 95%).",
        [
            (">=", 95, None, "%", None, 2026, "hồ sơ được giải quyết đúng hạn"),
            ("=", 98, None, "%", None, 2026, "cấp tỉnh"),
            ("=", 95, None, "%", None, 2026, "cấp xã"),
        ],
    ),
    (
        "Tỷ lệ dùng nước sạch ở thành thị đạt 99%, nông thôn đạt 95%.",
        [("=", 99, None, "%", None, 2026, "nước sạch"), ("=", 95, None, "%", None, 2026, "nông thôn")],
    ),
    (
        "Vùng ven biển: tỷ lệ phủ sóng 5G đạt 90%.",
        [("=", 90, None, "%", None, 2026, "Vùng ven biển: tỷ lệ phủ sóng 5G")],
    ),
    (
        "100% xã, phường có tối thiểu 01 điểm truy cập miễn phí.",
        [("=", 100, None, "%", None, 2026, "có tối thiểu 01 điểm truy cập")],
    ),
    (
        "Độ tin cậy và chỉ số an toàn thuộc nhóm 3 tỉnh dẫn đầu.",
        [("<=", 3, None, "hạng", None, 2026, "chỉ số an toàn")],
    ),
    (
        "Tỉnh nằm trong nhóm 5 tỉnh dẫn đầu vùng và nhóm 20 tỉnh dẫn đầu cả nước về chuyển đổi số.",
        [
            ("<=", 5, None, "hạng", None, 2026, "Tỉnh về chuyển đổi số"),
            ("<=", 20, None, "hạng", None, 2026, "Tỉnh về chuyển đổi số"),
        ],
    ),
    (
        "Tối thiểu 55% học sinh lớp 5, 65% học sinh lớp 9 và 75% học sinh lớp 12 biết bơi.",
        [
            (">=", 55, None, "%", None, 2026, "học sinh lớp 5 biết bơi"),
            (">=", 65, None, "%", None, 2026, "học sinh lớp 9 biết bơi"),
            (">=", 75, None, "%", None, 2026, "học sinh lớp 12 biết bơi"),
        ],
    ),
    (
        "Kết quả còn hiệu lực của cấp huyện, cấp xã được số hóa đạt tỷ lệ tương ứng tối thiểu là 70%, 75%.",
        [(">=", 70, None, "%", None, 2026, "cấp huyện"), (">=", 75, None, "%", None, 2026, "cấp xã")],
    ),
    (
        "90% hồ sơ công việc tại cấp tỉnh, 60% hồ sơ công việc tại cấp xã được xử lý trên mạng.",
        [
            ("=", 90, None, "%", None, 2026, "tại cấp tỉnh được xử lý trên mạng"),
            ("=", 60, None, "%", None, 2026, "tại cấp xã được xử lý trên mạng"),
        ],
    ),
    (
        "Mạng cáp quang phủ trên 80% hộ gia đình, 100% xã.",
        [
            (">", 80, None, "%", None, 2026, "phủ hộ gia đình"),
            ("=", 100, None, "%", None, 2026, "phủ xã"),
        ],
    ),
    (
        "Nâng cao tỷ lệ phủ sóng 5G, phấn đấu đạt 50% số trạm hiện có.",
        [("=", 50, None, "%", None, 2026, "tỷ lệ phủ sóng 5G")],
    ),
    (
        "60% trường học có phòng máy, đến năm 2028 đạt 100% và duy trì đến năm 2030.",
        [
            ("=", 60, None, "%", None, 2026, "trường học có phòng máy"),
            ("=", 100, None, "%", None, 2028, "trường học có phòng máy"),
        ],
    ),
    (
        "Tỷ lệ nộp học phí không dùng tiền mặt: khu vực thành thị 95%, khu vực nông thôn trên 70%.",
        [
            ("=", 95, None, "%", None, 2026, "không dùng tiền mặt: khu vực thành thị"),
            (">", 70, None, "%", None, 2026, "không dùng tiền mặt: khu vực nông thôn"),
        ],
    ),
    ("Tỷ lệ dân số có tài khoản điện tử trên 50%.", [(">", 50, None, "%", None, 2026, "tài khoản điện tử")]),
    (
        "Giảm số lần đi lại của người dân xuống còn tối đa 02 lần/hồ sơ.",
        [("<=", 2, None, "lần/hồ sơ", "decrease", 2026, "số lần đi lại")],
    ),
    ("Chỉ số của xã nằm trong tốp 20/124 xã, phường.", [("<=", 20, None, "hạng", None, 2026, "Chỉ số của xã")]),
    (
        "100% văn bản ban hành đúng trình tự; 100% văn bản được rà soát theo quy định.",
        [
            ("=", 100, None, "%", None, 2026, "văn bản ban hành đúng trình tự"),
            ("=", 100, None, "%", None, 2026, "văn bản được rà soát"),
        ],
    ),
    ("Chỉ số SIPAS xếp thứ 10 toàn quốc trở lên.", [("<=", 10, None, "hạng", None, 2026, "Chỉ số SIPAS")]),
    ("Chỉ số PAPI cải thiện ít nhất 02 bậc.", [(">=", 2, None, "bậc", "increase", 2026, "Chỉ số PAPI")]),
    ("PCI đạt 70 điểm.", [("=", 70, None, "điểm", None, 2026, "PCI")]),
    # levels are no comparison
    (
        "70% viên chức được tập huấn, trong đó 30% có trình độ đại học trở lên.",
        [
            ("=", 70, None, "%", None, 2026, "viên chức được tập huấn"),
            ("=", 30, None, "%", None, 2026, "đại học trở lên"),
        ],
    ),
    # counts, rates, indices
    ("Tuổi thọ trung bình đạt 75,5 tuổi.", [("=", 75.5, None, "tuổi", None, 2026, "Tuổi thọ trung bình")]),
    ("Số bác sĩ trên 1 vạn dân đạt khoảng 15 bác sĩ.", [("=", 15, None, "bác sĩ", None, 2026, "Số bác sĩ")]),
    (
        "Có 12 bác sĩ và 30 giường bệnh/1 vạn dân.",
        [
            ("=", 12, None, "bác sĩ/1 vạn dân", None, 2026, "bác sĩ"),
            ("=", 30, None, "giường bệnh/1 vạn dân", None, 2026, "giường"),
        ],
    ),
    ("Chỉ số phát triển con người (HDI) đạt trên 0,8.", [(">", 0.8, None, None, None, 2026, "HDI")]),
    (
        "Thu nhập bình quân đầu người tăng gấp 2 - 3 lần so với năm 2020.",
        [("=", 2, 3, "lần", "increase", 2026, "Thu nhập bình quân")],
    ),
    (
        "GRDP bình quân đầu người đạt 90 triệu đồng.",
        [("=", 90, None, "triệu đồng", None, 2026, "GRDP bình quân đầu người")],
    ),
    (
        "Hỗ trợ, tư vấn chuyển đổi số cho 500 hộ kinh doanh.",
        [("=", 500, None, "hộ kinh doanh", None, 2026, "chuyển đổi số cho hộ kinh doanh")],
    ),
    ("Hướng dẫn 1.200 hộ nộp hồ sơ trực tuyến.", [("=", 1200, None, "hộ", None, 2026, "Hướng dẫn hộ")]),
    ("- 02 mô hình mới được nhân rộng toàn tỉnh.", [("=", 2, None, "mô hình mới", None, 2026, "được nhân rộng")]),
    ("Sản lượng chè: 1,5 triệu tấn.", [("=", 1.5, None, "triệu tấn", None, 2026, "Sản lượng chè")]),
    (
        "Tổ chức ít nhất 02 hội nghị và 05 lớp tập huấn.",
        [(">=", 2, None, "hội nghị", None, 2026, "Tổ chức"), (">=", 5, None, "lớp tập huấn", None, 2026, "lớp")],
    ),
    ("Bồi dưỡng tối thiểu 300 học sinh.", [(">=", 300, None, "học sinh", None, 2026, "học sinh")]),
    ("Mỗi xã có 02 công chức chuyên trách.", [("=", 2, None, "công chức chuyên trách", None, 2026, "Mỗi xã")]),
    # change
    (
        "Rà soát quy trình, giảm giấy tờ, đồng thời cắt giảm ít nhất 30% thời gian giải quyết thủ tục.",
        [(">=", 30, None, "%", "decrease", 2026, "thời gian giải quyết thủ tục")],
    ),
    (
        "Nâng tỷ lệ cán bộ, công chức được tập huấn từ 60% năm 2025 lên 80%.",
        [("=", 80, None, "%", "increase", 2026, "tỷ lệ cán bộ, công chức được tập huấn")],
    ),
    (
        "Tốc độ tăng trưởng bình quân đạt 7%/năm.",
        [("=", 7, None, "%", None, 2026, "Tốc độ tăng trưởng bình quân")],
    ),
    (
        "Giảm tỷ suất tử vong trẻ em xuống còn 15‰.",
        [("=", 15, None, "‰", "decrease", 2026, "tỷ suất tử vong trẻ em")],
    ),
    (
        "Phấn đấu diện tích rừng trồng mới đạt 5.000 ha.",
        [("=", 5000, None, "ha", None, 2026, "diện tích rừng trồng mới")],
    ),
    (
        "Đào tạo 500 lượt người, trong đó nữ chiếm 40%.",
        [("=", 500, None, "lượt người", None, 2026, "Đào tạo"), ("=", 40, None, "%", None, 2026, "lượt người: nữ")],
    ),
    # who strives
    ("Tỉnh phấn đấu thu hút 3 triệu lượt khách.", [("=", 3, None, "triệu lượt khách", None, 2026, "thu hút")]),
    (
        "Đạt mục tiêu tăng trưởng kinh tế cả năm là 8%.",
        [("=", 8, None, "%", None, 2026, "tăng trưởng kinh tế")],
    ),
    # words that look like others without their marks
    (
        "Nâng cao chất lượng cơ sở vật chất, 100% hồ sơ có phản ánh được xử lý.",
        [("=", 100, None, "%", None, 2026, "hồ sơ có phản ánh")],
    ),
    (
        "Số hồ sơ thực hiện tại Trung tâm đạt 95%.",
        [("=", 95, None, "%", None, 2026, "thực hiện tại Trung tâm")],
    ),
    ("Tỷ lệ xã có từ 15 tiêu chí đạt chuẩn đạt 80%.", [("=", 80, None, "%", None, 2026, "tiêu chí")]),
    ("Cân đối, bố trí tối thiểu 2% chi ngân sách cho chuyển đổi số.", [(">=", 2, None, "%", None, 2026, "Cân đối")]),
]

# No targets, not even in a section of goals.
NOTHING = [
    "Đến nay, tỉnh có 12 mô hình; việc dùng chữ ký số đạt 90%; có 98% văn bản gửi điện tử.",
    "Chi phí thẩm định 385 triệu đồng, tương đương 14.800 USD.",
    "Triển khai đề án “Xây dựng ít nhất 01 triệu căn nhà cho công nhân”.",
    "Doanh nghiệp 100% vốn nhà nước thực hiện công bố thông tin.",
    "Mật độ xây dựng tối đa 40%, tầng cao tối đa 12 tầng.",
    "Người bị suy giảm khả năng lao động từ 61% trở lên được ưu tiên.",
    "Trên 30% thì cứ thêm 5% được tính thêm 0,5 điểm.",
    "Thực hiện 05 nhóm nhiệm vụ tại 02 cấp chính quyền.",
    "Hệ thống truyền dữ liệu với tốc độ 10 Gigabit.",
]


def facts(found: list[Found]) -> list[tuple[str, float, float | None, str | None, str | None, int | None]]:
    """What was read, without the indicator."""
    return [
        (f.quantity.comparator, f.quantity.value, f.quantity.value_to, f.quantity.unit, f.quantity.change, f.year)
        for f in found
    ]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_shapes(text: str, expected: list[Fact]) -> None:
    found = read_sentence(text, OPEN)
    assert facts(found) == [row[:6] for row in expected]
    for one, row in zip(found, expected, strict=True):
        assert row[6].lower() in one.indicator.lower()


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_shapes_over_a_broken_line(text: str, expected: list[Fact]) -> None:
    middle = text.find(" ", len(text) // 2)
    assert facts(read_sentence(text[:middle] + "\n" + text[middle + 1 :], OPEN)) == [row[:6] for row in expected]


# Words that only their marks tell apart.
MARKED = ("bác sĩ", "Nâng tỷ lệ", "chỉ số an toàn", "có phản ánh", "tỷ lệ trả kết quả", "tuổi thọ", "tiêu chí đạt")


@pytest.mark.parametrize(
    ("text", "expected"), [row for row in ROWS if not any(word.lower() in row[0].lower() for word in MARKED)]
)
def test_shapes_without_diacritics(text: str, expected: list[Fact]) -> None:
    found = [row[1] for row in facts(read_sentence(strip_diacritics(text), OPEN))]
    assert found == [row[1] for row in expected]


@pytest.mark.parametrize("text", NOTHING)
def test_no_target_even_among_goals(text: str) -> None:
    assert read_sentence(text, OPEN) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tổng sản phẩm gỗ xuất khẩu phấn đấu đến năm 2030 đạt 800 tấn; tổng giá trị sản phẩm gỗ xuất khẩu dự kiến "
            "đạt trên 2,5 triệu USD, tốc độ tăng bình quân 04 - 06%/năm.",
            [
                ("Tổng sản phẩm gỗ xuất khẩu", 800, None, "tấn"),
                ("tổng giá trị sản phẩm gỗ xuất khẩu", 2.5, None, "triệu USD"),
                ("tổng giá trị sản phẩm gỗ xuất khẩu: tốc độ tăng bình quân", 4, 6, "%"),
            ],
        ),
        (
            "Phấn đấu giá trị sản xuất ngành chè đến năm 2030 đạt 900 tỷ đồng, tăng bình quân hàng năm trong giai đoạn "
            "này đạt 7 - 9%/năm.",
            [
                ("giá trị sản xuất ngành chè", 900, None, "tỷ đồng"),
                ("giá trị sản xuất ngành chè: tăng bình quân hàng năm", 7, 9, "%"),
            ],
        ),
        # what grows or falls stands behind the number, or between the words
        ("Giảm bình quân 10% thời gian giải quyết.", [("thời gian giải quyết", 10, None, "%")]),
        (
            "Tốc độ tăng năng suất lao động bình quân đạt 7%/năm.",
            [("Tốc độ tăng năng suất lao động bình quân", 7, None, "%")],
        ),
        # sums that are spent
        ("Tổng giá trị hợp đồng là 5 tỷ đồng.", []),
        ("Giá trị quyết toán đạt 3 tỷ đồng, kinh phí 900 triệu đồng.", []),
    ],
)
def test_sums_of_trade_and_growth_of_what(text: str, expected: list[tuple[object, ...]]) -> None:
    found = read_sentence(text, OPEN)
    assert [(f.indicator, f.quantity.value, f.quantity.value_to, f.quantity.unit) for f in found] == expected


def test_parts_have_the_year_of_the_whole() -> None:
    text = "Giá trị hàng hóa xuất khẩu đến năm 2030 đạt 90 triệu USD. Trong đó: Giá trị hàng nông sản đạt 80 triệu USD."
    assert [(t.value, t.year) for t in read(text)] == [(90, 2030), (80, 2030)]


def test_the_first_sentence_of_an_item_dates_the_next() -> None:
    blocks = lines("Mục tiêu", "- Đến năm 2027, 80% xã có mạng. 50% trường học có phòng máy. Đến năm 2029 đạt 60%.")
    targets = find_targets(plan(blocks, "Mục tiêu", SectionKind.TARGET, "Phát triển hạ tầng số"))
    assert [(t.value, t.year) for t in targets] == [(80, 2027), (50, 2027)]


def plan(blocks: list[Block], heading: str, kind: SectionKind, title: str, code: str | None = "KH") -> Document:
    """A document of one section that begins at the first block."""
    text = lay_out(blocks)
    header = Header(type_code=code, title=title, year=2026)
    sections = [Section(None, heading, kind, 1, 0, len(text), 1)]
    return Document(
        "0" * 16, "0" * 64, "a.txt", "txt", header, text, [PageSpan(1, 0, len(text))], blocks, sections, [], {},
        "text", 1.0,
    )  # fmt: skip


def lines(*texts: str) -> list[Block]:
    """Paragraphs and list items."""
    return [Block(BlockKind.LIST_ITEM if t.startswith(("-", "+")) else BlockKind.PARAGRAPH, t) for t in texts]


def read(*texts: str, title: str = "Phát triển hạ tầng số") -> list[Target]:
    """Targets of lines below a heading of goals."""
    return find_targets(plan(lines("Mục tiêu", *texts), "Mục tiêu", SectionKind.TARGET, title))


@pytest.mark.parametrize(
    ("texts", "times"),
    [
        # the items have another bullet than the line that dates them
        (("- Năm 2026:", "+ 60% xã có mạng.", "- Năm 2027", "+ 80% xã có mạng."), [2026, 2027]),
        # ... the same bullet
        (("- Mục tiêu đến năm 2028:", "- 60% xã có mạng.", "- 80% thôn có mạng."), [2028, 2028]),
        # ... none
        (("(1) Đến năm 2026", "60% xã có mạng.", "(2) Tầm nhìn đến năm 2030", "80% xã có mạng."), [2026, 2030]),
        # a line of its own ends at the next item of its level
        (("- Mục tiêu cụ thể đến năm 2028", "+ 60% xã có mạng.", "- Tỷ lệ thôn có mạng đạt 80%."), [2028, None]),
        (("Giai đoạn 2026 - 2030", "- 60% xã có mạng."), [(2026, 2030)]),
        # a year inside the number of the plan dates nothing
        (
            ("Theo Kế hoạch 18/KH-UBND năm 2025, mục tiêu giai đoạn 2026-2030 như sau:", "- 60% xã có mạng."),
            [(2026, 2030)],
        ),
    ],
)
def test_lines_that_date_what_follows(texts: tuple[str, ...], times: list[object]) -> None:
    assert [t.year or t.period for t in read(*texts)] == times


def test_a_line_with_a_subject_is_no_stage() -> None:
    assert find_stage("- Tỷ lệ hồ sơ trực tuyến đến năm 2028:", 0) is None
    assert find_stage("Đến năm 2030 đạt 80%", 0) is None


def test_a_target_without_subject_takes_that_of_its_heading_or_title() -> None:
    text = "Phấn đấu năm 2026 đạt từ 87 điểm trở lên, vào nhóm 08 cơ quan dẫn đầu."
    titled = find_targets(plan(lines(text), "Yêu cầu", SectionKind.REQUIREMENT, "Nâng cao Chỉ số PAR INDEX năm 2026"))
    assert [(t.indicator, t.comparator, t.value) for t in titled] == [
        ("Chỉ số PAR INDEX", ">=", 87),
        ("Chỉ số PAR INDEX", "<=", 8),
    ]
    headed = find_targets(plan(lines("Chỉ số SIPAS", text), "Chỉ số SIPAS", SectionKind.TASK, "Công tác năm 2026"))
    assert {t.indicator for t in headed} == {"Chỉ số SIPAS"}
    assert find_targets(plan(lines(text), "Yêu cầu", SectionKind.REQUIREMENT, "Công tác năm 2026")) == []


def test_a_document_of_no_type_and_outline_needs_the_word_for_goal() -> None:
    rule = "Người dự tuyển phải trả lời đúng tối thiểu 50% câu hỏi."
    assert find_targets(plan(lines(rule), "Quy định", SectionKind.OTHER, "Tuyển sinh", None)) == []
    goal = "Phấn đấu đến năm 2030 có tối thiểu 50% trường đạt chuẩn."
    [target] = find_targets(plan(lines(goal), "Quy định", SectionKind.OTHER, "Tuyển sinh", None))
    assert target.value == 50


def table(rows: list[list[str]], header_rows: int = 1) -> Block:
    """A table block without merged cells."""
    cells = [Cell(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row)]
    return Block(BlockKind.TABLE, "", table=Table(len(rows), len(rows[0]), cells, header_rows=header_rows))


def read_rows(rows: list[list[str]], header_rows: int = 1, code: str = "KH") -> list[tuple[object, ...]]:
    """(indicator, comparator, value, value_to, unit, year or period) of a table among goals."""
    blocks = [*lines("Mục tiêu"), table(rows, header_rows)]
    targets = find_targets(plan(blocks, "Mục tiêu", SectionKind.TARGET, "Cải cách hành chính", code))
    return [(t.indicator, t.comparator, t.value, t.value_to, t.unit, t.year or t.period) for t in targets]


def test_table_with_a_stacked_header_of_years() -> None:
    rows = [
        ["TT", "Chỉ tiêu", "Lộ trình thực hiện", "Lộ trình thực hiện", "Cơ quan chủ trì"],
        ["TT", "Chỉ tiêu", "2026", "2027-2030", "Cơ quan chủ trì"],
        ["1", "Tỷ lệ xã có mạng 5G (%)", "50", "100", "Sở A"],
        ["2", "Thứ hạng PAR INDEX", "Top 15", "Top 10", "Sở B"],
    ]
    assert read_rows(rows, 2) == [
        ("Tỷ lệ xã có mạng 5G", "=", 50, None, "%", 2026),
        ("Tỷ lệ xã có mạng 5G", "=", 100, None, "%", (2027, 2030)),
        ("Thứ hạng PAR INDEX", "<=", 15, None, "hạng", 2026),
        ("Thứ hạng PAR INDEX", "<=", 10, None, "hạng", (2027, 2030)),
    ]


def test_table_of_results_and_goals_gives_the_goals() -> None:
    rows = [
        ["TT", "Chỉ số", "Kết quả năm 2025", "Mục tiêu năm 2026", "Đơn vị"],
        ["1", "PAR INDEX", "87,5 điểm; xếp thứ 12", "89 điểm; xếp thứ 10", "Sở Nội vụ"],
        ["2", "Thời gian chờ tối đa (phút)", "40", "30", "Các xã"],
        ["3", "Số sáng kiến", "1", "02 sáng kiến", "Các phòng"],
    ]
    assert read_rows(rows) == [
        ("PAR INDEX", "=", 89, None, "điểm", 2026),
        ("PAR INDEX", "=", 10, None, "hạng", 2026),
        ("Thời gian chờ tối đa", "<=", 30, None, "phút", 2026),
        ("Số sáng kiến", "=", 2, None, "sáng kiến", 2026),
    ]


def test_table_with_columns_by_region_names_the_region() -> None:
    rows = [
        ["Tiêu chí", "Đơn vị tính", "Chỉ tiêu miền núi", "Chỉ tiêu đồng bằng"],
        ["Tỷ lệ hộ dùng nước sạch", "%", "≥ 85", "≥ 95"],
    ]
    assert read_rows(rows) == [
        ("Tỷ lệ hộ dùng nước sạch: miền núi", ">=", 85, None, "%", None),
        ("Tỷ lệ hộ dùng nước sạch: đồng bằng", ">=", 95, None, "%", None),
    ]


def test_criteria_of_two_columns_and_a_second_header_row() -> None:
    rows = [
        ["TT", "Tên tiêu chí", "Nội dung tiêu chí", "Chỉ tiêu", "Chỉ tiêu"],
        ["TT", "Tên tiêu chí", "Nội dung tiêu chí", "Vùng núi", "Đồng bằng"],
        ["1", "Giao thông", "1.1. Tỷ lệ đường xã được bảo trì", "≥ 90%", "100%"],
        ["1", "Giao thông", "1.2. Có biển báo", "Đạt", "Đạt"],
        ["2", "Hộ nghèo", "Tỷ lệ nghèo đa chiều", "≤ 5%", "≤ 3%"],
    ]
    expected = [
        ("Giao thông: Tỷ lệ đường xã được bảo trì: Vùng núi", ">=", 90),
        ("Giao thông: Tỷ lệ đường xã được bảo trì: Đồng bằng", "=", 100),
        ("Hộ nghèo: Tỷ lệ nghèo đa chiều: Vùng núi", "<=", 5),
        ("Hộ nghèo: Tỷ lệ nghèo đa chiều: Đồng bằng", "<=", 3),
    ]
    assert [fact[:3] for fact in read_rows(rows)] == expected
    blocks = [*lines("Điều 1"), table(rows)]
    decision = plan(blocks, "Điều 1", SectionKind.OTHER, "Ban hành Bộ tiêu chí nông thôn mới", "QĐ")
    assert [(t.indicator, t.comparator, t.value) for t in find_targets(decision)] == expected


def test_rows_below_an_indicator_belong_to_it() -> None:
    rows = [
        ["STT", "Chỉ tiêu", "ĐVT", "Năm 2026"],
        ["1", "Tỷ lệ hồ sơ trực tuyến", "%", "70"],
        ["1.1", "Cấp sở", "%", "80"],
        ["a", "Lĩnh vực đất đai", "%", "50"],
        ["2", "Tỷ lệ hài lòng của người dân", "", ""],
        ["2.1", "Khu vực nông thôn", "%", "90"],
        ["3", "Kinh tế số", "%", "20"],
    ]
    assert [fact[0] for fact in read_rows(rows)] == [
        "Tỷ lệ hồ sơ trực tuyến",
        "Tỷ lệ hồ sơ trực tuyến: Cấp sở",
        "Tỷ lệ hồ sơ trực tuyến: Lĩnh vực đất đai",
        "Tỷ lệ hài lòng của người dân: Khu vực nông thôn",
        "Kinh tế số",
    ]


def test_table_that_gives_each_unit_its_goals() -> None:
    rows = [
        ["STT", "Đơn vị", "Chỉ tiêu tỷ lệ hồ sơ trực tuyến năm 2026 (%)", "Ghi chú"],
        ["1", "Sở Nội vụ", "80", ""],
        ["2", "UBND các xã", "60", ""],
    ]
    assert read_rows(rows) == [
        ("tỷ lệ hồ sơ trực tuyến: Sở Nội vụ", "=", 80, None, "%", 2026),
        ("tỷ lệ hồ sơ trực tuyến: UBND các xã", "=", 60, None, "%", 2026),
    ]


def test_scoring_sheet_gives_none_unless_it_sets_goals() -> None:
    sheet = [["Nội dung tiêu chí", "Chỉ tiêu đánh giá", "Điểm chuẩn"], ["Hồ sơ đúng hạn", "≥ 95%", "10"]]
    assert read_rows(sheet) == []
    goals = [["Tiêu chí", "Điểm tối đa", "Mục tiêu năm 2026"], ["Chỉ đạo, điều hành", "8,5", "8,0"]]
    assert read_rows(goals) == [("Chỉ đạo, điều hành", "=", 8, None, "điểm", 2026)]


def test_short_product_is_named_after_its_task() -> None:
    rows = [["STT", "Nhiệm vụ", "Sản phẩm", "Chủ trì"], ["1", "Phủ sóng 5G", "100% trung tâm xã", "Sở A"]]
    doc = plan([*lines("Nhiệm vụ"), table(rows)], "Nhiệm vụ", SectionKind.TASK, "Chuyển đổi số năm 2026")
    [target] = find_targets(doc)
    assert (target.indicator, target.value) == ("Phủ sóng 5G: trung tâm xã", 100)


@pytest.mark.parametrize(
    "sentence",
    [
        "Trên cơ sở mục tiêu, chỉ tiêu, nhiệm vụ của Chương trình, Sở Tài chính chủ trì, phối hợp với các sở,"
        " ngành liên quan xây dựng phương án phân bổ vốn sự nghiệp cho các xã với mức không quá 15% tổng kinh phí",
        "Phân bổ vốn theo mục tiêu với định mức tối đa 15% tổng kinh phí của Chương trình",
    ],
)
def test_half_a_sentence_on_who_allots_what_names_nothing(sentence: str) -> None:
    assert read_sentence(sentence, OPEN) == []


def test_many_clauses_in_one_line_are_read_one_after_the_other() -> None:
    clauses = [f"{n % 90 + 1}% hộ ở thôn số liền kề có nước sạch" for n in range(200)]
    line = "Đến năm 2026: " + "; ".join(clauses)
    assert [f.quantity.value for _, _, f in read_paragraph(line, bare(line), OPEN)] == [n % 90 + 1 for n in range(200)]
    # numbers without clauses are no sentence
    line = "Đến năm 2026 đạt " + "95% " * 3000
    assert list(read_paragraph(line, bare(line), OPEN)) == []


def test_bullets_are_no_part_of_a_name() -> None:
    assert unbulleted("- Số lớp: + Cấp xã") == "Số lớp: Cấp xã"
    assert unbulleted("Tuyến Hà Nội - Hải Phòng") == "Tuyến Hà Nội - Hải Phòng"


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "Vận hành các nhà máy với tổng công suất bổ sung 2.100 MW, nâng tổng công suất toàn tỉnh lên 4.300 MW",
            ["Vận hành các nhà máy với tổng công suất bổ sung", "tổng công suất toàn tỉnh"],
        ),
        ("Xây dựng nền công nghiệp xanh, góp phần đạt chỉ số sản xuất 12%/năm", ["chỉ số sản xuất"]),
        ("Phấn đấu trung bình mỗi năm tổ chức từ 05 phiên chợ trở lên", ["tổ chức phiên chợ"]),
        ("Mỗi xã, phường tối thiểu 30% hộ kinh doanh được hỗ trợ", ["Mỗi xã, phường: hộ kinh doanh được hỗ trợ"]),
        ("Phấn đấu bố trí tỷ lệ cán bộ trẻ, hướng tới tối thiểu đạt 25%", ["bố trí tỷ lệ cán bộ trẻ"]),
        (
            "Bảo đảm lộ trình đến trước ngày 30/9/2026 đạt 100% các trạm y tế dùng bệnh án điện tử",
            ["các trạm y tế dùng bệnh án điện tử"],
        ),
    ],
)
def test_what_is_said_of_the_way_is_no_part_of_the_name(sentence: str, names: list[str]) -> None:
    assert [f.indicator for f in read_sentence(sentence, OPEN)] == names
