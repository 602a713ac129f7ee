# ruff: noqa: E501
"""Units of communes, labels and headings in plans of communes. Texts of our own after real patterns."""

from __future__ import annotations

import pytest

from ingest.extract.assign import read_assignment
from ingest.extract.models import Task
from ingest.extract.no_duty import is_closing
from ingest.extract.owner import read_owner
from ingest.extract.task_label import read_fields
from ingest.extract.tasks import find_tasks
from ingest.extract.unit_list import read_units
from ingest.extract.unit_split import split_units
from ingest.models import Block, BlockKind, Cell, Reading, Table
from ingest.pipeline import assemble


def tasks_of(
    *parts: str, kind: str = "KẾ HOẠCH", sign: str = "KH", title: str = "Giữ gìn trật tự đô thị năm 2026"
) -> list[Task]:
    head = ["ỦY BAN NHÂN DÂN XÃ A", f"Số: 12/{sign}-UBND", "A, ngày 05 tháng 01 năm 2026", kind, title]
    blocks = [Block(BlockKind.PARAGRAPH, text, bold=True if text.isupper() else None) for text in (*head, *parts)]
    return find_tasks(assemble(Reading("docx", 1, blocks), "van-ban.docx", "0" * 64))


# Headings of duties: heading, units.
HEADINGS = [
    ("Giao công chức Văn phòng - Thống kê phụ trách chuyển đổi số", ["công chức Văn phòng - Thống kê phụ trách chuyển đổi số"]),
    ("Giao công chức Văn hóa - Xã hội", ["công chức Văn hóa - Xã hội"]),
    ("Giao Phòng Kinh tế - Hạ tầng", ["Phòng Kinh tế - Hạ tầng"]),
    ("Giao Văn phòng HĐND và UBND", ["Văn phòng HĐND và UBND"]),
    ("Trung tâm Phục vụ hành chính công xã", ["Trung tâm Phục vụ hành chính công xã"]),
    ("Phòng Văn hóa - Xã hội", ["Phòng Văn hóa - Xã hội"]),
    ("Đề nghị UB MTTQ và các đoàn thể xã:", ["UB MTTQ", "các đoàn thể xã"]),
    ("Đề nghị Ủy ban MTTQ Việt Nam phường và các tổ chức chính trị - xã hội", ["Ủy ban MTTQ Việt Nam phường", "các tổ chức chính trị - xã hội"]),
    ("Đối với các thôn, xóm", ["các thôn, xóm"]),
    ("Tổ kiểm tra liên ngành trật tự đô thị:", ["Tổ kiểm tra liên ngành trật tự đô thị"]),
    ("Đội Trật tự đô thị", ["Đội Trật tự đô thị"]),
    ("Tổ giúp việc Ban Chỉ đạo", ["Tổ giúp việc Ban Chỉ đạo"]),
    ("Tổ tuyên truyền lưu động xã", ["Tổ tuyên truyền lưu động xã"]),
    ("Ban Chỉ đạo chuyển đổi số xã", ["Ban Chỉ đạo chuyển đổi số xã"]),
    ("Tổ công tác triển khai Đề án 06 xã", ["Tổ công tác triển khai Đề án 06 xã"]),
    ("Giao công chức Văn phòng phụ trách tổng hợp rà soát danh mục hồ sơ", None),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "units"), HEADINGS)
def test_headings_that_name_units(heading: str, units: list[str] | None) -> None:
    found = read_owner(heading)
    assert (list(found.lead) if found else None) == units


# What a sentence begins with: text, units.
SUBJECTS = [
    ("Các thôn, xóm rà soát hộ nghèo", ("Các thôn, xóm",)),
    ("Các phòng, ban, tổ dân phố, thôn căn cứ chức năng tuần tra", ("Các phòng, ban", "tổ dân phố, thôn")),
    ("Ban Chỉ đạo chuyển đổi số xã chủ trì sơ kết", ("Ban Chỉ đạo chuyển đổi số xã",)),
    ("Tổ kiểm tra liên ngành lập biên bản vi phạm", ("Tổ kiểm tra liên ngành",)),
    ("UBND xã tự kiểm tra việc tiếp dân", ("UBND xã",)),
    ("Tổ công tác triển khai các nhiệm vụ được giao", ("Tổ công tác",)),
    ("UB MTTQ xã vận động nhân dân", ("UB MTTQ xã",)),
]


@pytest.mark.parametrize(("text", "units"), SUBJECTS)
def test_where_names_end(text: str, units: tuple[str, ...]) -> None:
    found = read_units(text)
    assert found is not None
    assert found.units == units


SPLITS = [
    (
        "công chức Tài chính - Kế toán, công chức Tư pháp - Hộ tịch",
        ["công chức Tài chính - Kế toán", "công chức Tư pháp - Hộ tịch"],
    ),
    ("Phòng Văn hóa - Xã hội, Phòng Kinh tế", ["Phòng Văn hóa - Xã hội", "Phòng Kinh tế"]),
    (
        "Văn phòng HĐND và UBND; Trung tâm Phục vụ hành chính công",
        ["Văn phòng HĐND và UBND", "Trung tâm Phục vụ hành chính công"],
    ),
    ("Phòng Kinh tế, Hạ tầng và Đô thị; Công an xã", ["Phòng Kinh tế, Hạ tầng và Đô thị", "Công an xã"]),
    ("Phòng Tư pháp - Phòng Nội vụ", ["Phòng Tư pháp", "Phòng Nội vụ"]),
]


@pytest.mark.parametrize(("text", "units"), SPLITS)
def test_dashes_in_names_of_communes_offices(text: str, units: list[str]) -> None:
    assert split_units(text) == units


LABELS = [
    ("- Bộ phận tham mưu thực hiện: bộ phận Tư pháp - Hộ tịch.", [("lead", "bộ phận Tư pháp - Hộ tịch")]),
    ("- Cơ quan tham mưu: Sở Nội vụ", [("lead", "Sở Nội vụ")]),
    ("- Cơ quan tham mưu, thực hiện: Sở Nội vụ", [("lead", "Sở Nội vụ")]),
    ("- Đơn vị triển khai thực hiện: Phòng Kinh tế", [("lead", "Phòng Kinh tế")]),
    ("- Công chức thực hiện: Tài chính - Kế toán", [("lead", "Tài chính - Kế toán")]),
    ("- Đầu mối: Phòng Kinh tế", [("lead", "Phòng Kinh tế")]),
    ("- Đơn vị đầu mối: Phòng Kinh tế", [("lead", "Phòng Kinh tế")]),
    ("- Cơ quan đầu mối tổng hợp: Phòng Kinh tế", [("lead", "Phòng Kinh tế")]),
    ("- Người thực hiện: Ông A", [("lead", "Ông A")]),
    ("- Phân công: Phòng Nội vụ", [("lead", "Phòng Nội vụ")]),
    ("- Chịu trách nhiệm: Phòng Nội vụ", [("lead", "Phòng Nội vụ")]),
    ("- Giao thực hiện: Phòng Nội vụ", [("lead", "Phòng Nội vụ")]),
    ("- Thực hiện: Văn phòng HĐND và UBND", [("lead", "Văn phòng HĐND và UBND")]),
    ("- Thực hiện: 5/7 chỉ tiêu đã giao", []),
    ("- Thực hiện: rà soát hồ sơ", []),
    ("- Đơn vị thực hiện, phối hợp: Sở A, Sở B", [("both", "Sở A, Sở B")]),
]


@pytest.mark.parametrize(("line", "fields"), LABELS)
def test_labels_of_whoever_does_the_work(line: str, fields: list[tuple[str, str]]) -> None:
    assert [(found.name, found.value) for found in read_fields(line)] == fields


def test_a_unit_of_a_heading_without_a_mark_does_the_paragraph_below() -> None:
    found = tasks_of(
        "II. TỔ CHỨC THỰC HIỆN",
        "1. Giao công chức Văn phòng - Thống kê phụ trách chuyển đổi số",
        "Chủ trì hướng dẫn người dân cài đặt tài khoản, phối hợp với bộ phận Tư pháp niêm yết thủ tục.",
        "2. Bộ phận Tư pháp",
        "Có trách nhiệm tổng hợp khó khăn, vướng mắc trong quá trình thực hiện, báo cáo Chủ tịch UBND xã./.",
    )
    assert [(task.lead, task.coordinate) for task in found] == [
        (["công chức Văn phòng - Thống kê phụ trách chuyển đổi số"], ["bộ phận Tư pháp"]),
        (["Bộ phận Tư pháp"], []),
    ]


def test_settlements_and_teams_as_headings() -> None:
    found = tasks_of(
        "I. MỤC ĐÍCH, YÊU CẦU",
        "Giữ gìn trật tự, vệ sinh trên địa bàn xã.",
        "II. TỔ CHỨC THỰC HIỆN",
        "1. Tổ kiểm tra liên ngành:",
        "Tăng cường kiểm tra, đôn đốc các tổ dân phố giữ vỉa hè thông thoáng.",
        "2. Đối với các thôn, tổ dân phố:",
        "- Tuyên truyền đến từng hộ dân trong tổ dân phố về nếp sống văn minh.",
        "- Vận động nhân dân của tổ dân phố tổng vệ sinh đường ngõ vào sáng thứ bảy.",
        "3. Đề nghị UB MTTQ và các đoàn thể xã:",
        "- Phân công hội viên tự quản các tuyến đường trong khu dân cư.",
    )
    assert [task.lead for task in found] == [
        ["Tổ kiểm tra liên ngành"], ["các thôn", "tổ dân phố"], ["các thôn", "tổ dân phố"], ["UB MTTQ", "các đoàn thể xã"],
    ]  # fmt: skip


def test_a_scheme_that_describes_its_model_gives_no_tasks() -> None:
    described = (
        "I. MÔ HÌNH CỦA SÀN",
        "1. Đối tượng tham gia",
        "- Các tổ chức tư vấn, đánh giá, định giá tài sản trí tuệ.",
        "2. Phương án hợp tác",
        "Các bên chia sẻ lợi nhuận theo thỏa thuận. UBND tỉnh sẽ quyết định phương án đầu tư cụ thể.",
    )
    duties = ("II. TỔ CHỨC THỰC HIỆN", "1. Sở Tài chính thẩm định phương án giá thuê trụ sở, trình UBND tỉnh.")
    found = tasks_of(*described, *duties, kind="ĐỀ ÁN", sign="ĐA", title="Thành lập sàn giao dịch công nghệ")
    assert [task.lead for task in found] == [["Sở Tài chính"]]


def test_who_decides_later_is_told_nothing() -> None:
    assert read_assignment("UBND tỉnh sẽ quyết định phương án đầu tư cụ thể.") is None


# A town of the province is below its committee; the province itself is above whoever asks it.
REQUESTS = [
    ("đề nghị UBND thành phố Mỹ Tho chủ trì, phối hợp với Sở Xây dựng cùng các đơn vị liên quan rà soát quy hoạch", ("UBND thành phố Mỹ Tho",), ("Sở Xây dựng", "các đơn vị liên quan")),
    ("đề nghị UBND thành phố Mỹ Tho xem xét, bố trí kinh phí", None, ()),
    ("đề nghị UBND thành phố Hà Nội chủ trì, phối hợp với Bộ Xây dựng rà soát quy hoạch", None, ()),
    ("đề nghị UBND tỉnh chủ trì họp liên ngành về giá đất", None, ()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "lead", "partners"), REQUESTS)
def test_requests_to_towns_and_to_those_above(
    text: str, lead: tuple[str, ...] | None, partners: tuple[str, ...]
) -> None:
    found = read_assignment(text)
    assert (found.lead if found else None) == lead
    assert (found.coordinate if found else ()) == partners


def test_collecting_difficulties_is_work() -> None:
    assert not is_closing("Có trách nhiệm tổng hợp khó khăn, vướng mắc trong quá trình thực hiện, báo cáo UBND xã./.")
    assert is_closing("Quá trình triển khai thực hiện nếu có khó khăn, vướng mắc, kịp thời báo cáo UBND xã./.")


# What a sentence begins with, and where the name ends: text, units.
NAMES = [
    ("Báo và Phát thanh, Truyền hình Lâm Bình mở chuyên mục về Tết", ("Báo và Phát thanh, Truyền hình Lâm Bình",)),
    ("Chi cục Chăn nuôi và Thú y tiêm phòng cho đàn bò", ("Chi cục Chăn nuôi và Thú y",)),
    ("Đồn Biên phòng Cửa Hội tuần tra, kiểm soát", ("Đồn Biên phòng Cửa Hội",)),
    ("Điện lực huyện di dời đường dây", ("Điện lực huyện",)),
    ("Cảng vụ Hàng hải kiểm soát tàu ra vào", ("Cảng vụ Hàng hải",)),
    ("Các hộ gia đình tự tháo dỡ mái che", ("Các hộ gia đình",)),
    ("Chi bộ các thôn lãnh đạo hội nghị", ("Chi bộ các thôn",)),
    ("Trường Trung học phổ thông Độc lập ra quân", ("Trường Trung học phổ thông Độc lập",)),
]


@pytest.mark.parametrize(("text", "units"), NAMES)
def test_names_before_verbs_of_the_field(text: str, units: tuple[str, ...]) -> None:
    found = read_units(text)
    assert found is not None
    assert found.units == units


FIELDS = [
    ("- Thời hạn trình: tháng 9/2026", [("deadline", "tháng 9/2026")]),
    ("- Thời gian ban hành: quý II/2026", [("deadline", "quý II/2026")]),
    ("- Cùng thực hiện: Sở Y tế", [("coordinate", "Sở Y tế")]),
    ("- Đơn vị cùng tham gia: Sở Y tế", [("coordinate", "Sở Y tế")]),
    ("- Thời hạn gửi báo cáo: Các cơ quan gửi báo cáo trước ngày 15", []),
]


@pytest.mark.parametrize(("line", "fields"), FIELDS)
def test_further_labels(line: str, fields: list[tuple[str, str]]) -> None:
    assert [(found.name, found.value) for found in read_fields(line)] == fields


def test_labels_below_an_item_are_not_those_of_items_that_say_who_behind_them() -> None:
    found = tasks_of(
        "II. NHIỆM VỤ",
        "1. Lập danh mục tuyến đường cần sửa (Phòng Kinh tế chủ trì; các thôn phối hợp; xong trước ngày 30/4/2026).",
        "2. Tổ chức tổng vệ sinh thứ Bảy hằng tuần (Đoàn xã chủ trì, phối hợp với Hội Phụ nữ xã).",
        "3. Tháo dỡ mái che lấn chiếm vỉa hè",
        "- Chủ trì: Đội Trật tự đô thị.",
        "- Thời gian: tháng 5/2026.",
    )
    assert [(task.lead, task.coordinate, task.deadline) for task in found] == [
        (["Phòng Kinh tế"], ["các thôn"], "trước ngày 30/4/2026"),
        (["Đoàn xã"], ["Hội Phụ nữ xã"], None),
        (["Đội Trật tự đô thị"], [], "tháng 5/2026"),
    ]


def test_a_unit_in_a_list_heads_the_paragraph_below() -> None:
    found = tasks_of(
        "I. MỤC ĐÍCH",
        "Xây dựng xã sạch đẹp.",
        "II. PHÂN CÔNG THỰC HIỆN",
        "1. Phòng Kinh tế theo dõi chung.",
        "2. Phòng Văn hóa - Xã hội tăng cường tuyên truyền.",
        "3. Các khu phố",
        "Niêm yết kế hoạch tại nhà văn hóa, xong trước ngày 20/3/2026.",
    )
    assert [task.lead for task in found] == [["Phòng Kinh tế"], ["Phòng Văn hóa - Xã hội"], ["Các khu phố"]]
    assert found[-1].due_on == "2026-03-20"


def test_addressees_of_a_letter_head_nothing() -> None:
    found = tasks_of(
        "Kính gửi:",
        "- Trưởng các thôn;",
        "- Các trường học",
        "Thực hiện quy định về vệ sinh, UBND xã đã ban hành quy chế.",
        kind="",
        sign="UBND",
        title="V/v vệ sinh môi trường",
    )
    assert found == []


def test_a_chapter_in_capitals_leads_nothing() -> None:
    found = tasks_of(
        "Điều 1. Ban hành Quy chế phối hợp.",
        "Chương II. TRÁCH NHIỆM CỦA CÁC CƠ QUAN",
        "Điều 3. Sở Y tế",
        "1. Kiểm tra điều kiện kinh doanh.",
        "Điều 4. Công an tỉnh",
        "1. Bảo đảm an toàn giao thông đường thủy.",
        "Điều 5. Tổ chức, cá nhân kinh doanh",
        "1. Trang bị phao, thuyền cứu sinh.",
        kind="QUYẾT ĐỊNH",
        sign="QĐ",
        title="Ban hành Quy chế phối hợp quản lý bãi tắm",
    )
    assert [task.lead for task in found[:2]] == [["Sở Y tế"], ["Công an tỉnh"]]
    assert all("CÁC CƠ QUAN" not in task.lead for task in found)


TORN_YEARS = [
    ("Trước ngày 30/6/202 6", "Trước ngày 30/6/2026", "2026-06-30"),
    ("Trước 31/10/20 26", "Trước 31/10/2026", "2026-10-31"),
    ("15/8/2 026", "15/8/2026", "2026-08-15"),
    ("Từ 01/3/202 6 đến 15/4/202 6", "Từ 01/3/2026 đến 15/4/2026", "2026-04-15"),
    ("Quý II/2026 - 20 lớp", "Quý II/2026 - 20 lớp", None),
]


@pytest.mark.parametrize(("cell", "deadline", "day"), TORN_YEARS)
def test_a_year_that_a_narrow_column_has_torn(cell: str, deadline: str, day: str | None) -> None:
    rows = [("Nhiệm vụ", "Đơn vị chủ trì", "Thời hạn"), ("Rà soát danh mục hồ sơ", "Sở Nội vụ", cell)]
    cells = [Cell(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row)]
    made = assemble(
        Reading("docx", 1, [Block(BlockKind.TABLE, "", table=Table(2, 3, cells, header_rows=1))]), "b.docx", "0" * 64
    )
    (task,) = find_tasks(made)
    assert (task.deadline, task.due_on) == (deadline, day)


COUNTING = [
    ("Thống kê danh mục sản phẩm của cơ quan", None),
    ("Kiểm toán báo cáo tài chính của quỹ", None),
    ("Thống kê tỉnh Lâm Đồng cung cấp số liệu", ("Thống kê tỉnh Lâm Đồng",)),
    ("Thống kê Lâm Đồng cung cấp số liệu", ("Thống kê Lâm Đồng",)),
    ("Kiểm toán nhà nước khu vực V công bố kết quả", ("Kiểm toán nhà nước khu vực V",)),
    ("Kiểm toán viên nhà nước có trách nhiệm giữ bí mật", ("Kiểm toán viên nhà nước",)),
]


@pytest.mark.parametrize(("text", "units"), COUNTING)
def test_counting_is_work_and_who_counts_is_an_organ(text: str, units: tuple[str, ...] | None) -> None:
    found = read_units(text)
    assert (found.units if found else None) == units


CLOSINGS = [
    ("Căn cứ nội dung trên, đề nghị Sở Công Thương, Ban Quản lý Khu kinh tế tỉnh phối hợp với các cơ quan, đơn vị liên quan triển khai thực hiện./.", True),
    ("Sở Xây dựng thông báo cho Công ty cổ phần Hòa Phú được biết và thực hiện./.", True),
    ("Văn phòng UBND tỉnh thông báo Sở Y tế, các đơn vị liên quan biết, thực hiện theo chỉ đạo của Chủ tịch UBND tỉnh./.", True),
    ("Sở Nội vụ trân trọng thông báo và đề nghị các cơ quan, đơn vị phối hợp./.", True),
    ("UBND xã yêu cầu các ban, ngành, các thôn triển khai thực hiện nghiêm túc Kế hoạch này./.", True),
    ("Đề nghị các cơ quan, đơn vị, địa phương quan tâm, phối hợp triển khai thực hiện đạt hiệu quả./.", True),
    ("Sở Nội vụ thông báo lịch thi cho thí sinh trên trang thông tin điện tử trước ngày 15/5/2026./.", False),
    ("Căn cứ nội dung trên, đề nghị Sở Công Thương rà soát quy hoạch, báo cáo trước ngày 20/6/2026./.", False),
    ("UBND các xã thông báo cho người dân biết và thực hiện đăng ký hộ nghèo.", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "closes"), CLOSINGS)
def test_how_letters_close(text: str, closes: bool) -> None:
    assert is_closing(text) is closes


def test_partners_of_whoever_is_ordered_without_a_name() -> None:
    (task,) = tasks_of(
        "Giao Sở Khoa học và Công nghệ chủ trì, phối hợp với đơn vị cung cấp dịch vụ công nghệ thông tin căn cứ quy trình nội bộ, xây dựng quy trình điện tử.",
        kind="THÔNG BÁO",
        sign="TB",
        title="Kết luận cuộc họp về quy trình điện tử",
    )
    assert (task.lead, task.coordinate) == (
        ["Sở Khoa học và Công nghệ"], ["đơn vị cung cấp dịch vụ công nghệ thông tin"],
    )  # fmt: skip


def test_a_scan_that_can_not_be_read_names_nobody() -> None:
    lines = ("ỦY BAN NHÂN DÂN TỈNH A", "Số: 12/TB-UBND", "THÔNG BÁO", "Kết luận cuộc họp về giá", "1. Giao Sở Nội vụ rà soát vị trí việc làm của các cơ quan.")  # fmt: skip
    blocks = [Block(BlockKind.PARAGRAPH, text) for text in lines]
    made = assemble(Reading("pdf", 1, blocks), "a.pdf", "0" * 64)
    made.text_source = "ocr"
    made.quality = 0.6
    assert find_tasks(made) == []
    made.quality = 0.95
    assert len(find_tasks(made)) == 1


# Who is named behind "when" or "why" in the line that opens a list; the unit of the heading is another one.
BEHIND = [
    ("Khi có đề nghị của Công an tỉnh, đơn vị quản lý vận hành chợ có trách nhiệm:", ["đơn vị quản lý vận hành chợ"]),
    ("Sau khi có ý kiến của Sở Xây dựng, chủ đầu tư có trách nhiệm:", ["chủ đầu tư"]),
    ("Khi xảy ra sự cố thì công chức trực có trách nhiệm:", None),
    ("Người được giao cập nhật, tra cứu, khai thác và sử dụng thông tin trong Cơ sở dữ liệu dùng chung của tỉnh có trách nhiệm:", None),
    ("Sở Xây dựng là cơ quan quản lý hệ thống chợ, có trách nhiệm:", ["Sở Xây dựng"]),
]  # fmt: skip


@pytest.mark.parametrize(("opening", "lead"), BEHIND)
def test_another_one_in_the_line_that_opens_a_list(opening: str, lead: list[str] | None) -> None:
    found = tasks_of(
        "Điều 1. Ban hành Quy chế quản lý chợ.",
        "Điều 5. Trách nhiệm của Sở Xây dựng",
        opening,
        "- Rà soát hệ thống điện của chợ và báo cáo kết quả.",
        kind="QUYẾT ĐỊNH",
        sign="QĐ",
        title="Ban hành Quy chế quản lý chợ",
    )
    assert [task.lead for task in found] == ([lead] if lead else [])


NOT_TOLD = [
    "Chủ tịch UBND các xã, phường (gọi chung là cấp xã) quyết định:",
    "Sở Tài chính xem xét, phê duyệt.",
    "Văn phòng công chứng sẽ bị thu hồi quyết định thành lập nếu không hoạt động.",
    "Như vậy, theo quy định trên, Ủy ban nhân dân xã có trách nhiệm tra cứu thông tin.",
]


@pytest.mark.parametrize("line", NOT_TOLD)
def test_powers_and_explanations_are_no_tasks(line: str) -> None:
    assert tasks_of("II. TỔ CHỨC THỰC HIỆN", f"1. {line}") == []


def test_a_unit_that_a_group_row_names_leads_its_rows() -> None:
    rows = [
        ("STT", "Tên đề án, nhiệm vụ", "Cơ quan phối hợp", "Thời hạn trình"),
        ("I", "Vụ Chính sách thương mại", "", ""),
        ("1", "Nghị định về hạn ngạch nhập khẩu", "Vụ Pháp chế", "Tháng 6"),
        ("II", "Cục Xúc tiến thương mại", "", ""),
        ("1", "Đề án hội chợ quốc gia", "Văn phòng Bộ", "31/10/2026"),
    ]
    cells = [Cell(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row)]
    table = Table(len(rows), 4, cells, header_rows=1)
    made = assemble(Reading("docx", 1, [Block(BlockKind.TABLE, "", table=table)]), "b.docx", "0" * 64)
    assert [(task.lead, task.due_on) for task in find_tasks(made)] == [
        (["Vụ Chính sách thương mại"], None), (["Cục Xúc tiến thương mại"], "2026-10-31"),
    ]  # fmt: skip


def test_people_with_their_posts_lead_without_them() -> None:
    found = tasks_of(
        "Điều 1. Phân công nhiệm vụ các thành viên Ban Chỉ đạo",
        "1. Ông Trần Văn A, Chủ tịch UBND xã, Trưởng ban: Chỉ đạo toàn diện hoạt động của Ban Chỉ đạo.",
        "2. Bà Lê Thị B, Phó Chủ tịch UBND xã, Phó Trưởng ban: Thay mặt Trưởng ban điều hành công việc hằng ngày.",
        "3. Trưởng phòng Văn hóa - Xã hội, Ủy viên thường trực: Xây dựng kế hoạch năm của Ban Chỉ đạo.",
        kind="QUYẾT ĐỊNH",
        sign="QĐ",
        title="Phân công nhiệm vụ thành viên Ban Chỉ đạo",
    )
    assert [task.lead for task in found] == [["Ông Trần Văn A"], ["Bà Lê Thị B"], ["Trưởng phòng Văn hóa - Xã hội"]]


RUN_IN = [
    ("UBND các xã có làng nghề: Bố trí quỹ đất xây dựng nhà trưng bày.", ["UBND các xã có làng nghề"], None),
    ("Trung tâm Phục vụ hành chính công bố trí người hướng dẫn nộp hồ sơ.", ["Trung tâm Phục vụ hành chính công"], None),
    ("Trung tâm Phục vụ hành chính công xã công khai danh mục thủ tục.", ["Trung tâm Phục vụ hành chính công xã"], None),
    ("Tháng 4/2026: Trung tâm Chuyển đổi số khảo sát hiện trạng tại 20 cơ quan.", ["Trung tâm Chuyển đổi số"], "Tháng 4/2026"),
    ("Quý I/2027: Sở Nội vụ sơ kết việc thực hiện mô hình.", ["Sở Nội vụ"], "Quý I/2027"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "lead", "deadline"), RUN_IN)
def test_units_and_times_in_front_of_a_colon(line: str, lead: list[str], deadline: str | None) -> None:
    (task,) = tasks_of("II. TỔ CHỨC THỰC HIỆN", f"1. {line}")
    assert (task.lead, task.deadline) == (lead, deadline)


VERBS = [
    "Sở Y tế nắm tình hình dịch bệnh tại các xã.",
    "Văn phòng UBND tỉnh đăng tải danh mục thủ tục.",
    "Sở Xây dựng thí điểm mô hình đô thị xanh.",
    "Sở Tư pháp số hóa hồ sơ hộ tịch.",
    "Sở Tài chính tái cơ cấu các khoản vay.",
    "Sở Nội vụ từ chối hồ sơ không hợp lệ.",
    "Sở Nội vụ sơ kết việc thực hiện mô hình.",
    "Công an tỉnh vẽ bản đồ điểm đen giao thông.",
]
NO_VERBS = [
    "Sở Y tế năm 2025 có 20 người.",
    "Văn phòng UBND tỉnh đang rà soát danh mục.",
    "Sở Xây dựng thì khác.",
    "Sở Tư pháp số 12 đường Lê Lợi.",
    "Sở Tài chính tại Công văn số 12/STC-NS.",
    "Sở Nội vụ từ năm 2020 đến nay.",
    "Sở Nội vụ đã rà soát văn bản.",
    "Sở Nội vụ đối với hồ sơ trễ hạn.",
]


@pytest.mark.parametrize(("text", "told"), [*((t, True) for t in VERBS), *((t, False) for t in NO_VERBS)])
def test_verbs_that_look_like_small_words_without_their_marks(text: str, told: bool) -> None:
    assert (read_assignment(text) is not None) is told


def test_people_by_their_posts_in_a_school() -> None:
    found = tasks_of(
        "I. MỤC ĐÍCH",
        "Hình thành thói quen đọc sách.",
        "II. THÀNH PHẦN",
        "Giáo viên, học sinh: tham dự đầy đủ.",
        "III. PHÂN CÔNG NHIỆM VỤ",
        "1. Nhân viên thư viện: Chuẩn bị 500 đầu sách, xong trước ngày 20/10/2026.",
        "2. Tổng phụ trách Đội: Xây dựng kịch bản, dẫn chương trình.",
        "3. Giáo viên chủ nhiệm: Vận động học sinh góp sách.",
        "4. Bộ phận Y tế: Trực sơ cấp cứu tại sân trường.",
        title="Tổ chức Ngày hội đọc sách năm 2026",
    )
    assert [task.lead[0] for task in found] == [
        "Nhân viên thư viện", "Tổng phụ trách Đội", "Giáo viên chủ nhiệm", "Bộ phận Y tế",
    ]  # fmt: skip


def test_quotas_of_awards_are_no_duties() -> None:
    assert (
        tasks_of("II. SỐ LƯỢNG KHEN THƯỞNG", "1. Cơ quan Trung ương trên địa bàn: Xét tối đa 02 tập thể và 04 cá nhân.")
        == []
    )


DUTIES = [
    ("Thanh tra tỉnh không thanh tra, kiểm tra doanh nghiệp quá 01 lần trong năm.", ["Thanh tra tỉnh"]),
    ("Chủ đầu tư dự án có trách nhiệm tổ chức hội nghị nhà chung cư lần đầu.", ["Chủ đầu tư dự án"]),
    ("Ban quản trị nhà chung cư công khai thu, chi kinh phí bảo trì.", ["Ban quản trị nhà chung cư"]),
    ("Các doanh nghiệp vận tải thủy đầu tư phương tiện tiết kiệm nhiên liệu.", ["Các doanh nghiệp vận tải thủy"]),
    (
        "Ban Quản lý dự án đầu tư thiết bị trường học lập kế hoạch mua sắm.",
        ["Ban Quản lý dự án đầu tư thiết bị trường học"],
    ),
]


@pytest.mark.parametrize(("line", "lead"), DUTIES)
def test_further_duties(line: str, lead: list[str]) -> None:
    (task,) = tasks_of("II. TỔ CHỨC THỰC HIỆN", f"1. {line}")
    assert task.lead == lead


def test_what_the_sender_will_do_is_no_task_for_others() -> None:
    head = ["SỞ XÂY DỰNG LÂM BÌNH", "Số: 820/SXD-QLN", "Lâm Bình, ngày 09 tháng 5 năm 2026", "V/v quản lý nhà chung cư", "Kính gửi: UBND các phường."]  # fmt: skip
    lines = ("1. Sở Xây dựng sẽ phối hợp với Công an tỉnh kiểm tra một số nhà chung cư.", "2. Đề nghị UBND các phường rà soát nhà chung cư cũ.")  # fmt: skip
    blocks = [Block(BlockKind.PARAGRAPH, text) for text in (*head, *lines)]
    found = find_tasks(assemble(Reading("docx", 1, blocks), "cv.docx", "0" * 64))
    assert [task.lead for task in found] == [["UBND các phường"]]


def test_a_duty_that_has_run_together_with_the_closing_formula() -> None:
    duty = "Văn phòng Ủy ban nhân dân tỉnh tổng hợp tình hình của các đơn vị, báo cáo trước ngày 21/02/2026."
    formula = "Chỉ thị này có hiệu lực từ ngày ký. Các sở, ban, ngành chịu trách nhiệm thi hành Chỉ thị này./."
    assert not is_closing(f"{duty} {formula}")
    assert is_closing(formula)
    assert is_closing(f"Các sở, ban, ngành nghiêm túc triển khai thực hiện các nội dung nêu trên. {formula}")


def test_a_heading_that_has_run_into_its_first_line() -> None:
    found = read_units("Ủy ban MTTQ Việt Nam xã và các tổ chức chính trị - xã hội Tuyên truyền, vận động hội viên")
    assert found is not None
    assert found.units == ("Ủy ban MTTQ Việt Nam xã", "các tổ chức chính trị - xã hội")
    assert read_units("UBND phường Thống Nhất rà soát hồ sơ").units == ("UBND phường Thống Nhất",)  # type: ignore[union-attr]


def test_names_over_two_lines_of_a_text_broken_by_hand() -> None:
    lines = [
        "ỦY BAN NHÂN DÂN TỈNH A", "Số: 12/KH-UBND", "A, ngày 05 tháng 01 năm 2026", "KẾ HOẠCH", "Thi đua năm 2026",
        "II. TỔ CHỨC THỰC HIỆN",
        "1. Các cơ quan, đơn vị gửi hồ sơ về Sở Nội vụ (qua Phòng Thi đua -",
        "Khen thưởng) trước ngày 31/01/2027.",
        "2. Số hóa tài liệu quý hiếm (Chủ trì: Thư viện Quốc gia Việt",
        "Nam; Phối hợp: thư viện các tỉnh, thành phố; Thời gian: quý II -",
        "IV/2026).",
    ]  # fmt: skip
    blocks = [Block(BlockKind.PARAGRAPH, text, bold=True if text.isupper() else None) for text in lines]
    found = find_tasks(assemble(Reading("txt", 1, blocks), "a.txt", "0" * 64))
    assert [(task.lead, task.deadline) for task in found] == [
        (["Các cơ quan, đơn vị"], "trước ngày 31/01/2027"),
        (["Thư viện Quốc gia Việt Nam"], "quý II - IV/2026"),
    ]


def rows_of(*rows: str) -> list[Task]:
    """Tasks of a table of "a | b | c" rows, the first of them the columns' names; "^" is covered by the cell above."""
    split = [[text.strip() for text in row.split("|")] for row in rows]
    cells: list[Cell] = []
    for r, row in enumerate(split):
        for c, text in enumerate(row):
            span = next((n for n in range(1, len(split)) if r + n >= len(split) or split[r + n][c] != "^"), 1)
            if text != "^":
                cells.append(Cell(r, c, text, span, 1))
    table = Table(len(split), len(split[0]), cells, header_rows=1)
    return find_tasks(assemble(Reading("docx", 1, [Block(BlockKind.TABLE, "", table=table)]), "b.docx", "0" * 64))


# Which column holds what: the rows, and of each task what, whose and by when.
TABLES = [
    (
        ("TT | Cơ quan, đơn vị | Nhiệm vụ được giao | Thời hạn hoàn thành",
         "1 | Sở Khoa học và Công nghệ | Xây dựng danh mục dữ liệu | 30/4/2026", "^ | ^ | Tổ chức 04 lớp tập huấn | Quý III/2026",
         "2 | Công an tỉnh | Thẩm định an ninh mạng | Thường xuyên"),
        [("Xây dựng danh mục dữ liệu", ["Sở Khoa học và Công nghệ"], [], "30/4/2026"),
         ("Tổ chức 04 lớp tập huấn", ["Sở Khoa học và Công nghệ"], [], "Quý III/2026"),
         ("Thẩm định an ninh mạng", ["Công an tỉnh"], [], "Thường xuyên")],
    ),
    (
        ("TT | Phòng, đơn vị | Nội dung phân công | Thời hạn", "1 | Bệnh viện Đa khoa tỉnh | Bố trí hội trường thi | 25/4/2026"),
        [("Bố trí hội trường thi", ["Bệnh viện Đa khoa tỉnh"], [], "25/4/2026")],
    ),
    (  # who is inspected leads nothing
        ("TT | Cơ quan, đơn vị | Nội dung kiểm tra | Thời gian", "1 | Sở Y tế | Công tác tuyển dụng | Tháng 5/2026"),
        [],
    ),
    (
        ("TT | Đơn vị | Nhiệm vụ | Chủ trì", "1 | Xã A | Sửa cầu treo | Phòng Kinh tế"),
        [("Sửa cầu treo", ["Phòng Kinh tế"], [], None)],
    ),
    (
        ("STT | Nhóm nhiệm vụ | Nhiệm vụ cụ thể | Chủ trì | Phối hợp",
         "1 | Thể chế | Rà soát quy định | Sở Tư pháp | Sở Nội vụ", "2 | ^ | Ban hành tiêu chí | Sở Xây dựng | Sở Tài chính"),
        [("Rà soát quy định", ["Sở Tư pháp"], ["Sở Nội vụ"], None), ("Ban hành tiêu chí", ["Sở Xây dựng"], ["Sở Tài chính"], None)],
    ),
    (
        ("TT | Nhiệm vụ | Nội dung công việc | Chủ trì", "1 | Cải cách thể chế | Rà soát văn bản | Sở Tư pháp",
         "^ | ^ | Kiểm tra văn bản | Sở Nội vụ"),
        [("Rà soát văn bản", ["Sở Tư pháp"], [], None), ("Kiểm tra văn bản", ["Sở Nội vụ"], [], None)],
    ),
    (
        ("TT | Nội dung công việc | Chuyên viên thực hiện | Thời gian", "1 | Lập lịch tiếp công dân | Nguyễn Văn Hải | 05/4/2026"),
        [("Lập lịch tiếp công dân", ["Nguyễn Văn Hải"], [], "05/4/2026")],
    ),
    (
        ("TT | Hoạt động | Trách nhiệm thực hiện | Thời gian",
         "1 | Tập huấn hòa giải | Sở Tư pháp chủ trì; Sở Văn hóa, Thể thao và Du lịch phối hợp | Tháng 5/2026"),
        [("Tập huấn hòa giải", ["Sở Tư pháp"], ["Sở Văn hóa, Thể thao và Du lịch"], "Tháng 5/2026")],
    ),
    (
        ("TT | Nhiệm vụ | Chủ trì | Phối hợp", "1 | Di dời cơ sở tái chế | UBND phườn g Nam Hải | Sở Công Thươn g, Công an tỉnh"),
        [("Di dời cơ sở tái chế", ["UBND phường Nam Hải"], ["Sở Công Thương", "Công an tỉnh"], None)],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "tasks"), TABLES)
def test_columns_of_tables(rows: tuple[str, ...], tasks: list[tuple[str, list[str], list[str], str | None]]) -> None:
    assert [(task.task, task.lead, task.coordinate, task.deadline) for task in rows_of(*rows)] == tasks


def test_what_a_merged_column_says_of_its_rows_is_their_group() -> None:
    found = rows_of(
        "TT | Nhiệm vụ | Nội dung công việc | Chủ trì", "1 | Thể chế | Rà soát | Sở A", "^ | ^ | Kiểm tra | Sở B"
    )
    assert [task.section_path[-1] for task in found] == ["Thể chế", "Thể chế"]


def test_a_unit_as_heading_leads_the_rows_of_a_table_without_a_column_for_it() -> None:
    head = ["ỦY BAN NHÂN DÂN XÃ A", "Số: 12/KH-UBND", "A, ngày 05 tháng 01 năm 2026", "KẾ HOẠCH", "Kiểm soát thủ tục năm 2026", "I. MỤC ĐÍCH", "Nâng cao chất lượng.", "II. NHIỆM VỤ", "1. Văn phòng HĐND và UBND"]  # fmt: skip
    blocks = [Block(BlockKind.PARAGRAPH, text, bold=True if text.isupper() else None) for text in head]
    rows = [("TT", "Nội dung công việc", "Đơn vị phối hợp"), ("1", "Niêm yết thủ tục sửa đổi", "Các phòng")]
    cells = [Cell(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row)]
    blocks.append(Block(BlockKind.TABLE, "", table=Table(2, 3, cells, header_rows=1)))
    (task,) = find_tasks(assemble(Reading("docx", 1, blocks), "b.docx", "0" * 64))
    assert (task.lead, task.coordinate) == (["Văn phòng HĐND và UBND"], ["Các phòng"])


RECURRING = [
    ("Các sở định kỳ hằng năm (trước ngày 10/12) báo cáo Ủy ban nhân dân tỉnh kết quả.", None),
    ("Các sở gửi báo cáo kết quả về Sở Nội vụ trước ngày 10/12.", "2026-12-10"),
    ("Các sở định kỳ hằng quý rà soát; gửi báo cáo kết quả năm trước ngày 10/12/2026.", "2026-12-10"),
]


@pytest.mark.parametrize(("line", "day"), RECURRING)
def test_a_day_of_each_year_is_no_day_of_the_plan(line: str, day: str | None) -> None:
    (task,) = tasks_of("II. CHẾ ĐỘ BÁO CÁO", f"1. {line}")
    assert task.due_on == day


ENDS = [
    ("Phòng Văn hóa - Xã hội trao quà cho hộ nghèo", ("Phòng Văn hóa - Xã hội",)),
    ("Văn phòng HĐND và UBND phường lên lịch trực Tết", ("Văn phòng HĐND và UBND phường",)),
    ("các địa phương cắt tỉa cây xanh", ("các địa phương",)),
    ("UBND các xã, phường dọn dẹp vệ sinh", ("UBND các xã, phường",)),
    ("Ban Văn hóa - Xã hội HĐND tỉnh giám sát", ("Ban Văn hóa - Xã hội HĐND tỉnh",)),
    ("cơ quan thường trực Ban Chỉ huy Phòng thủ dân sự tỉnh", ("cơ quan thường trực Ban Chỉ huy Phòng thủ dân sự tỉnh",)),
    ("Chi hội nông dân vận động hội viên", ("Chi hội nông dân",)),
    ("Trung tâm Dịch vụ đấu giá tài sản tổ chức", ("Trung tâm Dịch vụ đấu giá tài sản",)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "units"), ENDS)
def test_names_that_need_no_more_words(text: str, units: tuple[str, ...]) -> None:
    found = read_units(text)
    assert found is not None
    assert found.units == units


def test_what_else_a_unit_is_makes_no_second_unit() -> None:
    (task,) = tasks_of(
        "II. TỔ CHỨC THỰC HIỆN",
        "1. Giao Sở Nông nghiệp và Môi trường, cơ quan thường trực Ban Chỉ huy Phòng thủ dân sự tỉnh, trực ban 24/24 giờ.",
    )
    assert task.lead == ["Sở Nông nghiệp và Môi trường"]


SHORT_NAMES = [
    "Sở Nội vụ", "Công an tỉnh", "UBND xã Tân Hòa", "Các sở, ban, ngành", "các cơ quan, đơn vị", "Phòng Văn hóa - Xã hội",
    "Văn phòng HĐND và UBND", "Trường Đại học Tây Bắc", "Kho bạc Nhà nước khu vực V", "Trạm Y tế xã", "Tỉnh đoàn", "Đảng ủy xã",
]  # fmt: skip
LONG_VERBS = [
    "bảo dưỡng",
    "chỉnh trang",
    "diễn tập",
    "huấn luyện",
    "thu gom",
    "tháo dỡ",
    "hòa giải",
    "giải phóng",
    "trùng tu",
]


@pytest.mark.parametrize("name", SHORT_NAMES)
def test_names_end_before_verbs_of_two_syllables(name: str) -> None:
    found = [read_units(f"{name} {verb} các công trình trên địa bàn.") for verb in LONG_VERBS]
    assert [" ".join(run.units) if run else None for run in found] == [name] * len(LONG_VERBS)


VERBS_INSIDE = [
    "Ban chỉ huy các xã", "Trung tâm điều hành thông minh", "Bộ đội Biên phòng tỉnh", "Sở Khoa học và Công nghệ",
    "Ban QLDA đầu tư xây dựng", "Trung tâm Dịch vụ đấu giá tài sản", "Chi cục Bảo vệ thực vật", "Tổ hòa giải thôn",
    "Trung tâm GDNN giáo dục thường xuyên",
]  # fmt: skip


@pytest.mark.parametrize("name", VERBS_INSIDE)
def test_names_that_hold_verbs(name: str) -> None:
    found = read_units(f"{name} báo cáo kết quả.")
    assert found is not None
    assert found.units == (name,)


SAID = [
    ("UBND các xã Thượng Lâm, Hạ Lâm giải phóng mặt bằng tuyến đường.", ["UBND các xã Thượng Lâm, Hạ Lâm"], []),
    ("Công ty Cổ phần Cấp nước Sơn Bình đấu nối đường ống cho hộ nghèo.", ["Công ty Cổ phần Cấp nước Sơn Bình"], []),
    (
        "Ủy ban MTTQ và các đoàn thể phường gặp gỡ, động viên thanh niên nhập ngũ.",
        ["Ủy ban MTTQ", "các đoàn thể phường"],
        [],
    ),
    ("Sở Xây dựng chủ trì, cùng Sở Y tế kiểm tra chất lượng nước.", ["Sở Xây dựng"], ["Sở Y tế"]),
    ("Cấp ủy, chính quyền các cấp quán triệt sâu sắc Luật Nghĩa vụ quân sự.", ["Cấp ủy, chính quyền các cấp"], []),
]


@pytest.mark.parametrize(("line", "lead", "partners"), SAID)
def test_what_units_are_told_in_verbs_of_two_syllables(line: str, lead: list[str], partners: list[str]) -> None:
    (task,) = tasks_of("II. TỔ CHỨC THỰC HIỆN", f"1. {line}")
    assert ("; ".join(task.lead), task.coordinate) == ("; ".join(lead), partners)


def test_partners_behind_together() -> None:
    found = tasks_of("I. MỤC ĐÍCH", "Bảo đảm nước sạch.", "II. TỔ CHỨC THỰC HIỆN", "1. Sở Xây dựng:", "- Chủ trì, cùng Sở Y tế, Công an tỉnh kiểm tra chất lượng nước.")  # fmt: skip
    assert [(task.lead, task.coordinate) for task in found] == [(["Sở Xây dựng"], ["Sở Y tế", "Công an tỉnh"])]
