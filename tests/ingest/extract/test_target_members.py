"""Lists behind ":" whose head says what is measured, numbers inside a name, and what units share or end with."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ingest.extract.indicator_words import unbulleted
from ingest.extract.quantity import bare, find_quantities
from ingest.extract.target_name import prove_name
from ingest.extract.target_place import Frame, Mode
from ingest.extract.target_sentence import read_paragraph
from ingest.extract.targets import find_targets
from ingest.models import Block, BlockKind, Document, Header, PageSpan, Section, SectionKind, lay_out

OPEN = Frame(Mode.OPEN, plan_year=None, reference=2025, period=(2026, 2030))

# (comparator, value, unit, whole name)
Row = tuple[str, float, str | None, str]


def read(text: str) -> list[Row]:
    found = [one for _, _, one in read_paragraph(text, bare(text), OPEN)]
    return [
        (one.quantity.comparator, one.quantity.value, one.quantity.unit, prove_name(unbulleted(one.indicator)) or "")
        for one in found
    ]


HEADS: list[tuple[str, list[Row]]] = [
    (
        "- Cơ cấu kinh tế năm 2030: công nghiệp, xây dựng 52%; dịch vụ chiếm 35%; nông, lâm nghiệp 13%.",
        [
            ("=", 52, "%", "Cơ cấu kinh tế: công nghiệp, xây dựng"),
            ("=", 35, "%", "Cơ cấu kinh tế: dịch vụ"),
            ("=", 13, "%", "Cơ cấu kinh tế: nông, lâm nghiệp"),
        ],
    ),
    (
        "Tỷ lệ trường đạt chuẩn: mầm non 95%, tiểu học 98%, trung học cơ sở trên 90%.",
        [
            ("=", 95, "%", "Tỷ lệ trường đạt chuẩn: mầm non"),
            ("=", 98, "%", "Tỷ lệ trường đạt chuẩn: tiểu học"),
            (">", 90, "%", "Tỷ lệ trường đạt chuẩn: trung học cơ sở"),
        ],
    ),
    (
        "Tăng trưởng GRDP đạt 9%, trong đó: công nghiệp tăng 12%; dịch vụ tăng 8%.",
        [
            ("=", 9, "%", "Tăng trưởng GRDP"),
            ("=", 12, "%", "Tăng trưởng GRDP: công nghiệp"),
            ("=", 8, "%", "Tăng trưởng GRDP: dịch vụ"),
        ],
    ),
    (
        "+ Diện tích gieo trồng: lúa 4.500 ha; ngô 1.200 ha.",
        [("=", 4500, "ha", "Diện tích gieo trồng: lúa"), ("=", 1200, "ha", "Diện tích gieo trồng: ngô")],
    ),
    (
        "Sản lượng thủy sản 12.000 tấn, trong đó: khai thác 4.000 tấn; nuôi trồng 8.000 tấn.",
        [
            ("=", 12000, "tấn", "Sản lượng thủy sản"),
            ("=", 4000, "tấn", "Sản lượng thủy sản: khai thác"),
            ("=", 8000, "tấn", "Sản lượng thủy sản: nuôi trồng"),
        ],
    ),
    # a head of tasks, or members that are indicators themselves, give nothing over
    (
        "Về kinh tế: tỷ lệ lấp đầy khu công nghiệp đạt 70%; tỷ lệ giải ngân đạt 98%.",
        [("=", 70, "%", "tỷ lệ lấp đầy khu công nghiệp"), ("=", 98, "%", "tỷ lệ giải ngân")],
    ),
    (
        "Cơ cấu kinh tế: tỷ trọng dịch vụ đạt 40%; thu ngân sách tăng 10%.",
        [("=", 40, "%", "tỷ trọng dịch vụ"), ("=", 10, "%", "thu ngân sách")],
    ),
]


@pytest.mark.parametrize(("text", "rows"), HEADS)
def test_members_carry_the_head_of_their_list(text: str, rows: list[Row]) -> None:
    assert read(text) == rows


OTHERS: list[tuple[str, list[Row]]] = [
    # a number inside the name
    (
        "Có 20 trường đại học vào nhóm 500 trường tốt nhất châu Á và từ 2 - 4 trường đại học vào nhóm 500 thế giới.",
        [
            ("=", 20, "trường đại học", "trường đại học vào nhóm 500 trường tốt nhất châu Á"),
            ("=", 2, "trường đại học", "trường đại học vào nhóm 500 thế giới"),
        ],
    ),
    (
        "Tỷ lệ nợ xấu dưới 3%; khoảng 6 ngân hàng thương mại vào nhóm 100 ngân hàng lớn nhất châu Á.",
        [
            ("<", 3, "%", "Tỷ lệ nợ xấu"),
            ("=", 6, "ngân hàng thương mại", "ngân hàng thương mại vào nhóm 100 ngân hàng lớn nhất châu Á"),
        ],
    ),
    # "trở lên"
    (
        "Chỉ số phát triển con người (HDI) đạt từ 0,78 trở lên.",
        [(">=", 0.78, None, "Chỉ số phát triển con người (HDI)")],
    ),
    (
        "Năng suất lao động đạt từ 300 triệu đồng/lao động trở lên.",
        [(">=", 300, "triệu đồng/lao động", "Năng suất lao động")],
    ),
    (
        "Có từ 15 bác sĩ, 40 giường bệnh trên 1 vạn dân trở lên.",
        [
            (">=", 15, "bác sĩ trên 1 vạn dân", "bác sĩ trên 1 vạn dân"),
            (">=", 40, "giường bệnh trên 1 vạn dân", "giường bệnh trên 1 vạn dân"),
        ],
    ),
    # falls
    ("Tỷ lệ hộ nghèo duy trì mức giảm 1 - 1,5 điểm %/năm.", [("=", 1, "điểm %", "Tỷ lệ hộ nghèo")]),
    (
        "Kiềm chế cháy nổ, nhất là cháy rừng, phấn đấu kéo giảm 5% trên cả 3 tiêu chí.",
        [("=", 5, "%", "cháy nổ: 3 tiêu chí")],
    ),
    # places in turn; a share of output
    (
        "Tỷ lệ hộ dùng nước sạch tại nông thôn đạt 85%, thành thị đạt 100%.",
        [
            ("=", 85, "%", "Tỷ lệ hộ dùng nước sạch tại nông thôn"),
            ("=", 100, "%", "Tỷ lệ hộ dùng nước sạch tại thành thị"),
        ],
    ),
    ("Tỷ lệ chi khoa học so với GRDP đạt 2%.", [("=", 2, "%", "Tỷ lệ chi khoa học so với GRDP")]),
    # a label and its value behind a run of blanks
    ("- Tỷ lệ phụ nữ sinh đủ hai con          ≥ 60%", [(">=", 60, "%", "Tỷ lệ phụ nữ sinh đủ hai con")]),
    ("- Quy mô dân số:\t212.300 người", [("=", 212300, "người", "Quy mô dân số")]),
    # amounts at the end of their clauses, and lists of what is built
    (
        "- Sản lượng thịt hơi 18.000 tấn; sản lượng trứng 90 triệu quả; diện tích nuôi thả 400 ha.",
        [
            ("=", 18000, "tấn", "Sản lượng thịt hơi"),
            ("=", 90, "triệu quả", "sản lượng trứng"),
            ("=", 400, "ha", "diện tích nuôi thả"),
        ],
    ),
    (
        "- Xây dựng 6 chuỗi liên kết, 20 trang trại ứng dụng công nghệ cao; 8 cơ sở an toàn dịch bệnh.",
        [
            ("=", 6, "chuỗi", "Xây dựng chuỗi liên kết"),
            ("=", 20, "trang trại", "Xây dựng trang trại ứng dụng công nghệ cao"),
            ("=", 8, "cơ sở an toàn dịch bệnh", "Xây dựng cơ sở an toàn dịch bệnh"),
        ],
    ),
    ("- Đào tạo nghề 900 người.", [("=", 900, "người", "Đào tạo nghề")]),
    ("- Số trang quảng bá 20 trang gồm ảnh và chữ.", []),
    # a label that says of what; a sibling of a rate; stars inside a name; floors and stays
    (
        "- Cây chè: diện tích 1.500 ha, năng suất 82 tạ/ha, sản lượng 12.300 tấn.",
        [
            ("=", 1500, "ha", "Cây chè: diện tích"),
            ("=", 82, "tạ/ha", "Cây chè: năng suất"),
            ("=", 12300, "tấn", "Cây chè: sản lượng"),
        ],
    ),
    (
        "Tỷ lệ hộ nghèo còn 0,6%; hộ cận nghèo 1,2%.",
        [("=", 0.6, "%", "Tỷ lệ hộ nghèo"), ("=", 1.2, "%", "Tỷ lệ hộ cận nghèo")],
    ),
    (
        "Có ít nhất 4 sản phẩm OCOP 5 sao, 25 sản phẩm OCOP 4 sao.",
        [(">=", 4, "sản phẩm OCOP", "sản phẩm OCOP 5 sao"), (">=", 25, "sản phẩm OCOP", "sản phẩm OCOP 4 sao")],
    ),
    (
        "Diện tích nhà ở bình quân: 28 m2/người; thời gian lưu trú bình quân 2,5 ngày.",
        [("=", 28, "m2/người", "Diện tích nhà ở bình quân"), ("=", 2.5, "ngày", "thời gian lưu trú")],
    ),
    (
        "Tỷ lệ cán bộ có trình độ cao đẳng, đại học 45%, trung cấp 30%, sơ cấp 25%.",
        [
            ("=", 45, "%", "Tỷ lệ cán bộ có trình độ cao đẳng, đại học"),
            ("=", 30, "%", "Tỷ lệ cán bộ có trình độ trung cấp"),
            ("=", 25, "%", "Tỷ lệ cán bộ có trình độ sơ cấp"),
        ],
    ),
    (
        "Thành lập mới 12 hợp tác xã, 2 liên hiệp hợp tác xã.",
        [
            ("=", 12, "hợp tác xã", "Thành lập mới hợp tác xã"),
            ("=", 2, "liên hiệp hợp tác xã", "Thành lập mới liên hiệp hợp tác xã"),
        ],
    ),
    ("Công ty A xây 900 căn nhà.", []),
    ("Xóa 35 nhà tạm.", [("=", 35, "nhà tạm", "Xóa nhà tạm")]),
    # a sentence that goes on with the number of the one before
    (
        "Thu nhập bình quân đầu người gấp 1,4 lần so với năm 2025. Đạt trên 7 triệu đồng/tháng.",
        [
            ("=", 1.4, "lần", "Thu nhập bình quân đầu người"),
            (">", 7, "triệu đồng/tháng", "Thu nhập bình quân đầu người"),
        ],
    ),
    (
        "Tỷ lệ phủ sóng 5G đạt 85%. Phấn đấu đạt 95% vào năm 2030.",
        [("=", 85, "%", "Tỷ lệ phủ sóng 5G"), ("=", 95, "%", "Tỷ lệ phủ sóng 5G")],
    ),
    # results told
    ("Huyện đã nghiệm thu 12 đề tài, có trên 60% kết quả được ứng dụng.", []),
    ("Nhiệm kỳ qua, tỷ lệ hộ nghèo giảm 3%.", []),
    ("- 12% định kỳ 1 lần/năm:", [("=", 12, "%", "")]),
]


@pytest.mark.parametrize(("text", "rows"), OTHERS)
def test_numbers_inside_names_bounds_and_rates(text: str, rows: list[Row]) -> None:
    assert read(text) == rows


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("có 3 ngân hàng thương mại lớn", "ngân hàng thương mại lớn"),
        ("tu bổ 12 di tích lịch sử cấp tỉnh", "di tích lịch sử"),
        ("mở 5 cửa hàng tiện lợi", "cửa hàng tiện lợi"),
        ("đào tạo 600 nông dân", "nông dân"),
        ("tập huấn 2 lớp hàng năm", "lớp"),
        ("lập 10 câu lạc bộ văn hóa, nghệ thuật", "câu lạc bộ"),
    ],
)
def test_units_are_whole_nouns(text: str, unit: str) -> None:
    assert find_quantities(text)[0].unit == unit


def test_period_of_a_plan_holds_where_no_other_time_is_told() -> None:
    text = "100% trạm y tế xã có bác sĩ."
    plan = replace(OPEN, plan=True)
    years = [(one.year, one.period) for _, _, one in read_paragraph(text, bare(text), plan)]
    assert years == [(None, (2026, 2030))]
    dated = [one.period for _, _, one in read_paragraph(f"Năm 2027, {text}", bare(f"Năm 2027, {text}"), plan)]
    assert dated == [None]
    elsewhere = [one.period for _, _, one in read_paragraph(text, bare(text), OPEN)]
    assert elsewhere == [None]


def test_what_a_plan_strives_for_is_a_goal_in_any_section() -> None:
    text = "Phấn đấu đón 3 triệu lượt khách, trong đó 400 nghìn lượt khách quốc tế."
    tasks = replace(OPEN, plan=True, mode=Mode.CUED)
    assert [one.quantity.value for _, _, one in read_paragraph(text, bare(text), tasks)] == [3, 400]
    rule = replace(tasks, plan=False)
    assert [one.quantity.value for _, _, one in read_paragraph(text, bare(text), rule)] == [3]


def plan(texts: list[str], heading: str, kind: SectionKind, title: str) -> Document:
    """A plan of one section."""
    blocks = [Block(BlockKind.PARAGRAPH, text) for text in texts]
    text = lay_out(blocks)
    sections = [Section(None, heading, kind, 1, 0, len(text), 1)]
    header = Header(type_code="KH", title=title, year=2026)
    return Document(
        "0" * 16, "0" * 64, "a.txt", "txt", header, text, [PageSpan(1, 0, len(text))], blocks, sections, [], {},
        "text", 1.0,
    )  # fmt: skip


LINES = [
    (
        ["Mục tiêu", "- Tăng trưởng kinh tế đạt 9%, trong đó:", "+ Công nghiệp tăng 12%;", "+ Dịch vụ tăng 8%."],
        ["Tăng trưởng kinh tế", "Tăng trưởng kinh tế: Công nghiệp", "Tăng trưởng kinh tế: Dịch vụ"],
    ),
    (
        ["Mục tiêu", "- Cơ cấu kinh tế:", "+ Công nghiệp 52%;", "+ Dịch vụ 36%."],
        ["Cơ cấu kinh tế: Công nghiệp", "Cơ cấu kinh tế: Dịch vụ"],
    ),
    (["Mục tiêu", "- Nâng tỷ lệ người cao tuổi được khám", "sức khỏe tại trạm y tế đạt 60%."], []),
    (
        ["Mục tiêu", "- Giữ vững an ninh trật tự;", "tỷ lệ điều tra, khám phá án đạt 85%."],
        ["tỷ lệ điều tra, khám phá án"],
    ),
]


@pytest.mark.parametrize(("texts", "names"), LINES)
def test_lines_that_belong_to_the_line_above(texts: list[str], names: list[str]) -> None:
    document = plan(texts, "Mục tiêu", SectionKind.TARGET, "Phát triển kinh tế năm 2026")
    assert [target.indicator for target in find_targets(document)] == names


@pytest.mark.parametrize(
    ("title", "heading", "number"),
    [
        ("Sản xuất vụ Đông Xuân năm 2026", "Nội dung", 1),
        ("Sản xuất vụ Đông Xuân năm 2026", "Giải pháp", 0),
        ("Kiểm tra sản xuất, kinh doanh phân bón năm 2026", "Nội dung", 0),
    ],
)
def test_amounts_of_a_plan_of_production(title: str, heading: str, number: int) -> None:
    document = plan([heading, "- Diện tích ngô: 300 ha."], heading, SectionKind.TASK, title)
    assert len(find_targets(document)) == number
