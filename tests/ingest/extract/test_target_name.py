"""Names of indicators: what is mended, what is none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ingest.extract.horizon import find_horizons
from ingest.extract.quantity import bare
from ingest.extract.target_list import introduce
from ingest.extract.target_name import prove_name
from ingest.extract.target_place import Frame, Mode
from ingest.extract.target_sentence import read_paragraph
from ingest.extract.targets import find_targets
from ingest.models import Block, BlockKind, Cell, Document, Header, PageSpan, Section, SectionKind, Table, lay_out


@pytest.mark.parametrize(
    "name",
    [
        "Tỷ lệ hồ sơ trực tuyến toàn trình",
        "hồ sơ được giải quyết trước và đúng hạn",
        "SIPAS",
        "PAR Index",
        "Chỉ số PAPI của tỉnh Bình Minh",
        "bác sĩ",
        "Lượng: Xoài",
        "Tỷ lệ xã đạt chuẩn: Đồng bằng",
        "tỷ lệ người từ 65 tuổi trở lên",
        "nhiệm vụ hoàn thành vượt mức",
        "số cuộc họp trực tiếp",
        "theo dõi nhiệm vụ được giao trên môi trường điện tử",
        "văn bản đến",
        "hộ dân có nhà ở",
        "đơn vị có đủ trang thiết bị",
        "Cung cấp dịch vụ công: được cung cấp toàn trình",
        "Tỷ lệ doanh nghiệp đổi mới (% trong tổng số doanh nghiệp)",
        "mức độ hoàn thành kế hoạch (bao gồm: kế hoạch A; kế hoạch B)",
        "người từ 06 tháng đến 36 tháng tuổi được tiêm chủng",
        "hộ kinh doanh có doanh thu trên 1 tỷ đồng dùng hóa đơn điện tử",
        "xã, phường, đặc khu có đường truyền tốc độ 1 Gb/s",
    ],
)
def test_whole_names_stay(name: str) -> None:
    assert prove_name(name) == name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("tới năm 2027 tỷ lệ hồ sơ trực tuyến", "tỷ lệ hồ sơ trực tuyến"),
        ("thu hút lượt khách vào năm", "thu hút lượt khách"),
        ("Theo Nghị quyết, tầm nhìn đến năm 2045, tuổi thọ trung bình", "tuổi thọ trung bình"),
        ("Kế hoạch đặt ra mục tiêu đến năm 2030, số doanh nghiệp nhỏ", "số doanh nghiệp nhỏ"),
        ("phải số hóa hồ sơ còn hiệu lực", "số hóa hồ sơ còn hiệu lực"),
        ("đối với số công bố khoa học", "số công bố khoa học"),
        ("đối với các trường, hàng quý có bài viết", "các trường: hàng quý có bài viết"),
        ("Tại địa bàn đô thị: trẻ em được tiêm chủng", "địa bàn đô thị: trẻ em được tiêm chủng"),
        ("Cấp kết quả điện tử: đối với sở, ngành", "Cấp kết quả điện tử: sở, ngành"),
        (
            "chính sách hỗ trợ khởi nghiệp được đề xuất thành công nhằm tháo gỡ khó khăn",
            "chính sách hỗ trợ khởi nghiệp được đề xuất thành công",
        ),
        ("Chủ trì, phối hợp với Thanh tra Sở kiểm tra công vụ các đơn vị", "kiểm tra công vụ các đơn vị"),
        ("Về bộ máy và công vụ (% số đơn vị sự nghiệp)", "số đơn vị sự nghiệp"),
        ("Tại địa bàn khó khăn (% số trường công lập)", "địa bàn khó khăn: số trường công lập"),
        ("Ở các xã, phường ven biển: rác được thu gom", "các xã, phường ven biển: rác được thu gom"),
        ("đạt mức tăng trưởng kinh tế (% với cơ cấu dịch vụ)", "tăng trưởng kinh tế"),
        ("cán bộ ký cam kết “Một chạm", "cán bộ ký cam kết “Một chạm”"),
        ("hoàn thành mục tiêu các trường kết nối Internet", "các trường kết nối Internet"),
        ("Tỷ lệ hộ có thu nhập trên 10 triệu đồng", "Tỷ lệ hộ có thu nhập trên 10 triệu đồng"),
    ],
)
def test_plain_flaws_are_mended(name: str, expected: str) -> None:
    assert prove_name(name) == expected


@pytest.mark.parametrize(
    "name",
    [
        "thủ tục số hoặc",
        "là mục tiêu nội bộ tham khảo",
        "đối với yêu cầu bắt buộc",
        "chuyển đổi số và tiếp tục nâng (% GDP trong 5 năm tiếp)",
        "Môi trường | 22 | Số bác sĩ | 19 | Bộ Y tế |",
        "trong danh sách chính thức những người ứng cử",
        "Tổng dư nợ đạt hơn 44.960 tỷ đồng và tổng huy động",
        "Bình Minh",
        "Bà Rịa - Vũng Tàu",
        "tỷ lệ",
        "ty le",
        "kế hoạch",
        "hồ sơ trực tuyến; thủ tục nội bộ",
        "Nông dân vào hợp tác xã. Nông dân được giữ đất",
        "số hồ sơ (trong đó có hồ sơ",
        "thời gian hoạt động của cổng, chỉ áp dụng khi được phê duyệt",
        "chủ trì việc rà soát",
        "ở từng cấp",
        "cấp xã",
        "tuyến tỉnh",
        "chỉ tiêu đề ra",
        "lần lượt",
        "một số ngành đạt trình độ quốc tế.Việt Nam về năng lực cạnh tranh số",
        "lợi nhuận sau thuế 760 tỷ đồng",
        "%",
    ],
)
def test_what_is_no_whole_name_is_left_out(name: str) -> None:
    assert prove_name(name) is None


OPEN = Frame(Mode.OPEN, plan_year=2026, reference=2026)
Fact = tuple[str, float, str | None, str]
SENTENCES: list[tuple[str, list[Fact]]] = [
    # a measure is no part of what is measured, and ends the unit
    ("GRDP bình quân đầu người khoảng 4.700 USD.", [("=", 4700, "USD", "GRDP bình quân đầu người")]),
    (
        "Phấn đấu đạt 1 triệu tấn cá biển, 10 triệu tấn than sạch.",
        [("=", 1, "triệu tấn", "cá biển"), ("=", 10, "triệu tấn", "than sạch")],
    ),
    ("Phấn đấu có 2 triệu doanh nghiệp hoạt động.", [("=", 2, "triệu doanh nghiệp", "doanh nghiệp hoạt động")]),
    ("Tối thiểu 02 đồng chí được đào tạo.", [(">=", 2, "đồng chí", "đồng chí được đào tạo")]),
    # a long description is no unit
    (
        "Có từ 40 - 50 tổ chức khoa học và công nghệ được xếp hạng.",
        [("=", 40, "tổ chức", "tổ chức khoa học và công nghệ được xếp hạng")],
    ),
    (
        "Mở rộng thêm 5.000 hộ kinh doanh đăng ký dùng hóa đơn điện tử.",
        [("=", 5000, "hộ kinh doanh", "Mở rộng hộ kinh doanh đăng ký dùng hóa đơn điện tử")],
    ),
    # what stands in brackets begins no name
    (
        "Mức độ hoàn thành kế hoạch năm (bao gồm: kế hoạch A, kế hoạch B) đạt 100%.",
        [("=", 100, "%", "Mức độ hoàn thành kế hoạch năm (bao gồm: kế hoạch A, kế hoạch B)")],
    ),
    # verbs that share their object part nothing
    (
        "Kết quả sửa đổi, bổ sung, thay thế văn bản sau rà soát phải hoàn thành 100% văn bản.",
        [("=", 100, "%", "Kết quả sửa đổi, bổ sung, thay thế văn bản sau rà soát phải hoàn thành văn bản")],
    ),
    # a demand with a subject of its own
    (
        "Công tác tiếp nhận, xử lý phản ánh của người dân được thực hiện đúng quy định, 100% phản ánh được xử lý.",
        [("=", 100, "%", "phản ánh được xử lý")],
    ),
    (
        "Xử lý vấn đề về phân cấp bảo đảm 100% số vấn đề được xử lý.",
        [("=", 100, "%", "Xử lý vấn đề về phân cấp: số vấn đề được xử lý")],
    ),
    # a span of age inside what is measured
    (
        "Phấn đấu 80% trẻ em từ 06 tháng đến 36 tháng tuổi được đến lớp.",
        [("=", 80, "%", "trẻ em từ 06 tháng đến 36 tháng tuổi được đến lớp")],
    ),
    # what the number before measures begins no name of the next
    (
        "Bố trí ít nhất 3% ngân sách cho khoa học, công nghệ, chuyển đổi số và tiếp tục nâng lên 2% GDP.",
        [(">=", 3, "%", "Bố trí ngân sách cho khoa học, công nghệ, chuyển đổi số")],
    ),
    ("Mỗi trạm có ít nhất từ 4-5 bác sĩ.", [(">=", 4, "bác sĩ", "Mỗi trạm có bác sĩ")]),
    ("Mở ít nhất 01 hoặc 02 lớp tập huấn.", [(">=", 1, "lớp tập huấn", "Mở lớp tập huấn")]),
]


SENTENCES += [
    # what begins a name: no law that is cited, the quotation that holds the goal, each that must have something
    (
        "4. Căn cứ quy định của Nhà nước và Khoản 2, Điều 27 của Luật, mỗi công đoàn cơ sở có ít nhất 01 tờ báo.",
        [(">=", 1, "tờ báo", "mỗi công đoàn cơ sở có tờ báo")],
    ),
    (
        "Phát triển các lĩnh vực mới theo mục tiêu “Đến năm 2027, kinh tế số đạt 20% GDP”.",
        [("=", 20, "%", "kinh tế số (% GDP)")],
    ),
    # the word between a verb and a share stays
    (
        "Cung cấp dịch vụ hạ tầng và tài nguyên cho 100% hệ thống thông tin.",
        [("=", 100, "%", "Cung cấp dịch vụ hạ tầng và tài nguyên cho hệ thống thông tin")],
    ),
    # the second count has words of its own
    (
        "Hoàn thành ít nhất 10 cuộc thanh tra hành chính; hoàn thành ít nhất 20 cuộc kiểm tra chuyên ngành về du lịch.",
        [
            (">=", 10, "cuộc thanh tra hành chính", "Hoàn thành cuộc thanh tra hành chính"),
            (">=", 20, "cuộc kiểm tra chuyên ngành", "cuộc kiểm tra chuyên ngành về du lịch"),
        ],
    ),
    ("Thí sinh bỏ thi được hoàn trả 50% lệ phí.", []),
    (
        "Bồi dưỡng 10.000 lượt cán bộ làm công tác một cửa.",
        [("=", 10000, "lượt cán bộ", "Bồi dưỡng lượt cán bộ làm công tác một cửa")],
    ),
]


SENTENCES += [
    # a share of what something is taken from, an inner number of a rate
    ("Kho dữ liệu được tổng hợp từ 100% cơ sở dữ liệu của tỉnh.", []),
    # the verb in front is the direction, the tail no part of the name
    (
        "Bố trí ít nhất 2% ngân sách cho khoa học và tăng dần theo yêu cầu phát triển.",
        [(">=", 2, "%", "Bố trí ngân sách cho khoa học")],
    ),
    (
        "Xây dựng giải pháp tín dụng theo định hướng tăng trưởng tín dụng 12-14%.",
        [("=", 12, "%", "tăng trưởng tín dụng")],
    ),
    # lists whose last member alone says what is done: theirs is its verb, and without it nothing is said
    (
        "80% thư viện cấp tỉnh, 60% thư viện cấp huyện tổ chức lớp học để người dân được tiếp cận tri thức.",
        [
            ("=", 80, "%", "thư viện cấp tỉnh tổ chức lớp học để người dân được tiếp cận tri thức"),
            ("=", 60, "%", "thư viện cấp huyện tổ chức lớp học để người dân được tiếp cận tri thức"),
        ],
    ),
    (
        "80% thư viện tỉnh ở đồng bằng; 60% thư viện tỉnh, 40% thư viện huyện ở miền núi tổ chức lớp học.",
        [
            ("=", 60, "%", "thư viện tỉnh tổ chức lớp học"),
            ("=", 40, "%", "thư viện huyện ở miền núi tổ chức lớp học"),
        ],
    ),
    # lines of a cell
    (
        "- 100% sinh viên được lấy ý kiến - 30% sinh viên phản hồi",
        [("=", 100, "%", "sinh viên được lấy ý kiến"), ("=", 30, "%", "sinh viên phản hồi")],
    ),
    ("Về đánh giá chất lượng: 100% học phần được khảo sát.", [("=", 100, "%", "học phần được khảo sát")]),
    (
        "Đưa được 300 giảng viên đi đào tạo ở nước ngoài.",
        [("=", 300, "giảng viên", "Đưa giảng viên đi đào tạo ở nước ngoài")],
    ),
]


SENTENCES += [
    # what is done, or who has it, goes for both counts
    (
        "Kiểm tra ít nhất 06 phòng chuyên môn và 10 trường tiểu học.",
        [
            (">=", 6, "phòng chuyên môn", "Kiểm tra phòng chuyên môn"),
            (">=", 10, "trường tiểu học", "Kiểm tra trường tiểu học"),
        ],
    ),
    (
        "Mỗi công đoàn cơ sở có ít nhất 01 tờ báo và 02 ấn phẩm địa phương.",
        [
            (">=", 1, "tờ báo", "Mỗi công đoàn cơ sở có tờ báo"),
            (">=", 2, "ấn phẩm địa phương", "Mỗi công đoàn cơ sở có ấn phẩm địa phương"),
        ],
    ),
    (
        "Tỷ lệ người bệnh nội trú hài lòng đạt trên 95%; ngoại trú trên 92%.",
        [(">", 95, "%", "Tỷ lệ người bệnh nội trú hài lòng"), (">", 92, "%", "Tỷ lệ người bệnh ngoại trú hài lòng")],
    ),
    (
        "Công vụ: tối thiểu 20% số công chức cấp xã được bồi dưỡng.",
        [(">=", 20, "%", "số công chức cấp xã được bồi dưỡng")],
    ),
    ("Tối thiểu 60% dịch vụ công có phát sinh hồ sơ[3].", [(">=", 60, "%", "dịch vụ công có phát sinh hồ sơ")]),
]


def test_a_long_introduction_that_cites_strategies_gives_no_year() -> None:
    cited = "; Chiến lược phát triển Văn hóa đến năm 2020, Chiến lược Du lịch đến năm 2020, tầm nhìn đến năm 2030"
    lead = (
        "2. Tổ chức thực hiện các nghị quyết, kế hoạch"
        + cited * 2
        + "; phấn đấu đạt một số chỉ tiêu, mục tiêu cụ thể sau:"
    )
    frame = introduce(lead, bare(lead), replace(OPEN, year=2026))
    assert frame.year == 2026


def test_a_name_that_the_page_cuts_is_none() -> None:
    torn = [
        *_lines("Mục tiêu", "- Có tối thiểu 500 doanh nghiệp cung cấp sản phẩm và dịch vụ công"),
        *_lines("81", "nghệ số."),
    ]
    assert find_targets(_plan(torn)) == []
    whole = _lines("Mục tiêu", "- Có tối thiểu 500 doanh nghiệp cung cấp sản phẩm và dịch vụ công", "Các sở, ngành:")
    assert [t.value for t in find_targets(_plan(whole))] == [500.0]


def test_the_verb_in_front_of_a_name_is_its_direction() -> None:
    text = "- Thực hiện các chỉ tiêu giai đoạn đến năm 2027 giảm việc tiêu hao năng lượng 2,5%/năm."
    (target,) = find_targets(_plan(_lines("Mục tiêu", text)))
    assert (target.indicator, target.change, target.year) == ("tiêu hao năng lượng", "decrease", 2027)


@pytest.mark.parametrize(
    ("heading", "year", "period"),
    [
        ("Thực hiện Kết luận số 210-KL/TW ngày 12 tháng 11 năm 2025 của Ban Chấp hành", None, None),
        ("Giai đoạn 3 (từ năm 2029 đến hết năm 2030)", None, (2029, 2030)),
        ("Trong năm 2026 - 2027", None, (2026, 2027)),
        ("a) Giai đoạn 1 (2026 - 2028)", None, (2026, 2028)),
        (
            "Chiến lược phát triển Du lịch, Gia đình đến năm 2027, tầm nhìn đến năm 2030 do Thủ tướng phê duyệt",
            None,
            None,
        ),
        ("Mục tiêu phát triển du lịch đến năm 2027", 2027, None),
    ],
)
def test_times_of_headings(heading: str, year: int | None, period: tuple[int, int] | None) -> None:
    found = find_horizons(heading, bare(heading))
    assert [h.year for h in found.years] == ([year] if year else [])
    assert [p[:2] for p in found.periods] == ([period] if period else [])


SENTENCES += [
    (
        "90% giảng viên được bồi dưỡng về công tác kiểm định và chuyển đổi số trong đó có 5% giảng"
        " viên có chứng nhận quốc tế.",
        [
            ("=", 90, "%", "giảng viên được bồi dưỡng về công tác kiểm định và chuyển đổi số"),
            ("=", 5, "%", "giảng viên có chứng nhận quốc tế"),
        ],
    ),
    (
        "Phấn đấu điều hành chính sách tiền tệ nhằm góp phần kiểm soát lạm phát (bình quân khoảng 4,5% năm 2026).",
        [("=", 4.5, "%", "lạm phát")],
    ),
    (
        "Giảm tối thiểu bình quân cả nước 10% số lượng đơn vị sự nghiệp công lập.",
        [(">=", 10, "%", "số lượng đơn vị sự nghiệp công lập")],
    ),
    ("Mục tiêu phấn đấu tăng trưởng “2 con số”.", []),
    ("Tổng vốn đầu tư phát triển khoảng 30% GDP.", [("=", 30, "%", "Tổng vốn đầu tư phát triển (% GDP)")]),
    (
        "Phấn đấu tốc độ tăng trưởng cả năm đạt từ 10% trở lên gắn với giữ vững ổn định.",
        [(">=", 10, "%", "tốc độ tăng trưởng")],
    ),
    (
        "Cắt giảm 50% chi phí tuân thủ thủ tục, phấn đấu cắt giảm tối thiểu 30% ngành, nghề kinh doanh có điều kiện.",
        [("=", 50, "%", "chi phí tuân thủ thủ tục"), (">=", 30, "%", "ngành, nghề kinh doanh có điều kiện")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
@pytest.mark.parametrize("broken", [False, True], ids=["one line", "broken line"])
def test_names_and_units_of_sentences(text: str, expected: list[Fact], broken: bool) -> None:
    if broken:
        middle = text.find(" ", len(text) // 2)
        text = f"{text[:middle]}\n{text[middle + 1 :]}"
    found = [f for _, _, f in read_paragraph(text, bare(text), OPEN)]
    facts = [(f.quantity.comparator, f.quantity.value, f.quantity.unit, prove_name(f.indicator)) for f in found]
    assert facts == expected


def test_the_verb_of_the_last_clause_is_its_direction() -> None:
    text = (
        "Phấn đấu bố trí vốn tập trung, không dàn trải, giảm số lượng dự án tối thiểu 30% so với giai đoạn 2021 - 2025."
    )
    ((_, _, found),) = read_paragraph(text, bare(text), OPEN)
    assert (prove_name(found.indicator), found.quantity.change) == ("số lượng dự án", "decrease")


def test_groups_in_turn_before_another_goal() -> None:
    text = (
        "Số hóa hồ sơ của cấp tỉnh, cấp huyện, cấp xã đạt tỷ lệ tối thiểu tương ứng là 40%, 30%, 20%; giai đoạn 2027 -"
        " 2028, mỗi năm tăng tối thiểu 20%."
    )
    found = [
        (f.indicator, f.quantity.comparator, f.quantity.value) for _, _, f in read_paragraph(text, bare(text), OPEN)
    ]
    assert found[:3] == [
        ("Số hóa hồ sơ của cấp tỉnh", ">=", 40),
        ("Số hóa hồ sơ của cấp huyện", ">=", 30),
        ("Số hóa hồ sơ của cấp xã", ">=", 20),
    ]


def test_all_sentences_behind_the_opening_of_goals_are_goals() -> None:
    text = (
        "Các chỉ tiêu chủ yếu là: Phấn đấu tốc độ tăng giá tiêu dùng (CPI) khoảng 7%; kim ngạch tăng 10%."
        " Tỷ lệ hộ nghèo giảm 2%; tạo việc làm cho khoảng 1,6 triệu lao động. Bộ A theo dõi 5 tỉnh."
    )
    strict = replace(OPEN, mode=Mode.STRICT)
    found = [(prove_name(f.indicator), f.quantity.value) for _, _, f in read_paragraph(text, bare(text), strict)]
    assert found == [
        ("tốc độ tăng giá tiêu dùng (CPI)", 7),
        ("kim ngạch", 10),
        ("Tỷ lệ hộ nghèo", 2),
        ("tạo việc làm cho lao động", 1.6),
    ]


def test_a_long_introduction_keeps_the_time_of_its_label() -> None:
    line = (
        "2. Mục tiêu cụ thể giai đoạn 2022 - 2025: Hệ thống bảo đảm chất lượng bên trong được cơ bản hoàn thành ở mọi"
        " trường trong cả nước và được nâng cao; năng lực của đội ngũ làm công tác chuyên môn được tăng cường về"
        " số lượng và chất lượng; điều kiện làm việc được cải thiện, cụ thể:"
    )
    assert introduce(line, bare(line), OPEN).period == (2022, 2025)


@pytest.mark.parametrize(
    "text",
    [
        "(1) Nhóm có doanh thu trên 500 triệu đến dưới 3 tỷ đồng.",
        "50% tài sản vẫn thuộc quyền sở hữu của người vợ.",
        "50% còn lại là di sản thừa kế của người chồng.",
    ],
)
def test_classes_and_shares_of_property_are_no_goals(text: str) -> None:
    assert list(read_paragraph(text, bare(text), OPEN)) == []


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Năng lượng sơ cấp đạt khoảng 150 - 170 triệu tấn dầu quy đổi vào năm 2030.", "triệu tấn dầu quy đổi"),
        ("Phấn đấu xây dựng 01 hệ sinh thái khởi nghiệp.", "hệ sinh thái khởi nghiệp"),
    ],
)
def test_units_of_several_words(text: str, unit: str) -> None:
    assert [f.quantity.unit for _, _, f in read_paragraph(text, bare(text), OPEN)] == [unit]


def test_the_year_of_the_line_that_opens_a_run_of_items() -> None:
    text = "Mục tiêu đến hết năm 2027: - 100% biểu mẫu được cập nhật. - 80% hồ sơ được nộp trực tuyến."
    assert [f.year for _, _, f in read_paragraph(text, bare(text), OPEN)] == [2027, 2027]


def test_a_table_of_goals_by_its_title_its_groups_and_its_only_column() -> None:
    rows = [
        ["TT", "Ngành/Địa phương", "Tốc độ tăng bình quân 2026 - 2030 (%/năm)"],
        ["I", "Theo ngành", ""],
        ["1", "Công nghiệp", "11,8"],
        ["II", "Theo tỉnh", ""],
        ["1", "Cao Bằng", "8,0 - 9,0"],
    ]
    found = find_targets(_plan([*_lines("Mục tiêu tăng trưởng", "Biểu 1. Chỉ tiêu tăng trưởng"), _table(rows)]))
    assert [(t.indicator, t.value, t.value_to, t.unit, t.period) for t in found] == [
        ("Tốc độ tăng bình quân: Công nghiệp", 11.8, None, "%", (2026, 2030)),
        ("Tốc độ tăng bình quân: Cao Bằng", 8.0, 9.0, "%", (2026, 2030)),
    ]


def test_units_behind_names_and_levels_below_rows_of_a_table() -> None:
    rows = [
        ["TT", "Chỉ tiêu", "ĐVT", "Năm 2026"],
        ["I", "Cải cách thủ tục", "", ""],
        ["1", "Tỷ lệ hồ sơ trực tuyến", "%", "75"],
        ["", "- Cấp tỉnh", "%", "85"],
        ["2", "Tuổi thọ trung bình (tuổi)", "", "75,5"],
        ["3", "GRDP bình quân đầu người (triệu đồng)", "", "95"],
        ["4", "Thời gian giải quyết giảm so với quy định", "%", "30"],
    ]
    found = find_targets(_plan([*_lines("Mục tiêu"), _table(rows)]))
    assert [(t.indicator, t.value, t.unit, t.change) for t in found] == [
        ("Tỷ lệ hồ sơ trực tuyến", 75.0, "%", None),
        ("Tỷ lệ hồ sơ trực tuyến: Cấp tỉnh", 85.0, "%", None),
        ("Tuổi thọ trung bình", 75.5, "tuổi", None),
        ("GRDP bình quân đầu người", 95.0, "triệu đồng", None),
        ("Thời gian giải quyết", 30.0, "%", "decrease"),
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bội chi ngân sách dưới 4,8% GDP.", "Bội chi ngân sách (% GDP)"),
        ("Kinh tế tư nhân đóng góp vào tăng trưởng đạt 55% GDP, chiếm 35% tổng thu ngân sách.", None),
        (
            "Hoàn thành triển khai đối với 100% (khoảng 2.700) thôn, tổ dân phố.",
            "Hoàn thành triển khai đối với thôn, tổ dân phố",
        ),
        ("Đến năm 2030 đạt ít nhất 02 mô hình phải không?", ""),
    ],
)
def test_shares_of_an_output_and_asides(text: str, name: str | None) -> None:
    names = [f.indicator for _, _, f in read_paragraph(text, bare(text), OPEN)]
    if name is None:
        assert names[1].endswith("(% tổng thu ngân sách)")
    else:
        assert names == ([name] if name else [])


def _lines(*texts: str) -> list[Block]:
    return [Block(BlockKind.PARAGRAPH, text) for text in texts]


def _table(rows: list[list[str]]) -> Block:
    cells = [Cell(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row)]
    return Block(BlockKind.TABLE, "", table=Table(len(rows), len(rows[0]), cells, header_rows=1))


def _plan(blocks: list[Block]) -> Document:
    text = lay_out(blocks)
    sections = [Section(None, "Mục tiêu", SectionKind.TARGET, 1, 0, len(text), 1)]
    header = Header(type_code="KH", title="Phát triển kinh tế", year=2026)
    return Document(
        "0" * 16, "0" * 64, "a.txt", "txt", header, text, [PageSpan(1, 0, len(text))], blocks, sections, [], {},
        "text", 1.0,
    )  # fmt: skip
