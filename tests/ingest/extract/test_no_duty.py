# ruff: noqa: E501
"""Sentences that name a unit and tell it to do nothing, and parts of documents that hold no tasks. Texts of our own."""

from __future__ import annotations

import pytest

from ingest.clean.fold import strip_diacritics
from ingest.extract.assign import find_assignment
from ingest.extract.document_kind import quotations
from ingest.extract.models import Task
from ingest.extract.no_duty import is_closing, tells_nothing
from ingest.extract.tasks import find_tasks
from ingest.models import Block, BlockKind, Reading
from ingest.pipeline import assemble


def tasks_of(head: list[str], *parts: str) -> list[Task]:
    blocks = [Block(BlockKind.PARAGRAPH, text) for text in (*head, *parts)]
    return find_tasks(assemble(Reading("docx", 1, blocks), "van-ban.docx", "0" * 64))


def decision(*parts: str, title: str = "Ban hành Quy chế quản lý thư điện tử công vụ") -> list[Task]:
    head = ["ỦY BAN NHÂN DÂN TỈNH A", "Số: 12/2026/QĐ-UBND", "A, ngày 05 tháng 01 năm 2026", "QUYẾT ĐỊNH", title, "Căn cứ Luật Tổ chức chính quyền địa phương;", "QUYẾT ĐỊNH:"]  # fmt: skip
    return tasks_of(head, *parts)


def decree(*parts: str) -> list[Task]:
    head = ["CHÍNH PHỦ", "Số: 15/2026/NĐ-CP", "Hà Nội, ngày 05 tháng 01 năm 2026", "NGHỊ ĐỊNH", "Quy định về quản lý công chức", "Căn cứ Luật Tổ chức Chính phủ;"]  # fmt: skip
    return tasks_of(head, *parts)


def letter(*parts: str) -> list[Task]:
    head = ["SỞ NỘI VỤ TỈNH A", "Số: 123/SNV-CCHC", "A, ngày 05 tháng 02 năm 2026", "V/v góp ý dự thảo kế hoạch", "Kính gửi: Sở Y tế."]  # fmt: skip
    return tasks_of(head, *parts)


NOTHING = [
    ("Các nghĩa vụ khác theo quy định của pháp luật.", True),
    ("Thực hiện các quyền và nghĩa vụ khác theo quy định.", True),
    ("Đề nghị Sở Y tế xem xét, tổng hợp./.", True),
    ("Kính đề nghị Văn phòng tỉnh quan tâm, giải quyết.", True),
    ("Chịu trách nhiệm trước pháp luật nếu để xảy ra sai phạm trong sử dụng kinh phí.", True),
    ("Sở Y tế là cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh, thực hiện chức năng quản lý nhà nước về y tế.", True),
    ("Chủ tịch Hội đồng là người đứng đầu cơ quan tuyển dụng;", True),
    ("Hội đồng thẩm định gồm 07 thành viên do Giám đốc Sở quyết định.", True),
    ("Các tổ chức, cá nhân có thành tích xuất sắc trong phòng cháy rừng được khen thưởng theo quy định.", True),
    ("Tập thể, cá nhân thực hiện tốt Quy chế này được xem xét biểu dương, khen thưởng.", True),
    ("Sở Y tế là cơ quan đầu mối tiếp nhận báo cáo của các bệnh viện.", False),
    ("Sở Y tế là cơ quan chuyên môn được giao chủ trì tham mưu triển khai hồ sơ sức khỏe.", False),
    ("Đề nghị Sở Y tế tổng hợp số liệu tiêm chủng gửi Sở Nội vụ trước ngày 15/3.", False),
    ("Thực hiện các nhiệm vụ khác do Giám đốc Sở giao.", False),
    ("Chịu trách nhiệm trước Ủy ban nhân dân tỉnh về tiến độ cập nhật dữ liệu.", False),
    ("Lập hồ sơ đề nghị khen thưởng tập thể, cá nhân có thành tích.", False),
    ("Các cơ quan, đơn vị có trách nhiệm thực hiện tốt quy định, đề nghị khen thưởng cá nhân tiêu biểu.", False),
    ("Xác định cải cách hành chính là nhiệm vụ trọng tâm của năm.", False),
    ("Hội đồng có trách nhiệm thẩm định hồ sơ, gồm hồ sơ của các thành viên mới.", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "nothing"), NOTHING)
def test_what_tells_nothing(text: str, nothing: bool) -> None:
    assert tells_nothing(text) is nothing
    assert tells_nothing(strip_diacritics(text)) is nothing


@pytest.mark.parametrize(
    ("text", "closes"),
    [
        ("Giám đốc các sở, Chủ tịch Ủy ban nhân dân cấp xã có trách nhiệm tổ chức, triển khai thực hiện Quy định này.", True),
        ("Cục Thuế trả lời để Công ty được biết, thực hiện./.", True),
        ("Ủy ban nhân dân tỉnh đề nghị các cơ quan, đơn vị nghiêm túc triển khai thực hiện đầy đủ các nội dung chỉ đạo nêu trên theo thẩm quyền. Trường hợp có khó khăn, vướng mắc, có văn bản gửi Sở Y tế.", True),
        ("Các cơ quan có trách nhiệm tổ chức thi hành Nghị quyết này; sắp xếp, ổn định bộ máy; ổn định đời sống nhân dân.", False),
    ],
)  # fmt: skip
def test_closing_formulas(text: str, closes: bool) -> None:
    assert is_closing(text) is closes
    assert is_closing(strip_diacritics(text)) is closes


@pytest.mark.parametrize(
    "text",
    [
        "Sau khi nghiên cứu, Sở Nội vụ thống nhất với dự thảo kế hoạch do Sở Y tế soạn thảo.",
        "Sở Nội vụ cơ bản thống nhất nội dung dự thảo báo cáo của Sở Y tế.",
        "Cục Thuế ghi nhận vướng mắc của doanh nghiệp và sẽ báo cáo cấp trên.",
        "Sở Nội vụ nhận được Công văn số 12/SYT-TCCB ngày 03/02/2026 của Sở Y tế.",
    ],
)
def test_what_a_sender_says_of_itself(text: str) -> None:
    assert find_assignment(text) is None
    assert find_assignment(strip_diacritics(text)) is None


def test_agreeing_with_another_unit_is_work() -> None:
    found = find_assignment("Sở Nội vụ thống nhất với Sở Tài chính phương án bố trí kinh phí")
    assert found is not None
    assert found.lead == ("Sở Nội vụ",)


CHARTERS = [
    "Quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Sở Y tế",
    "Ban hành Quy định chức năng, nhiệm vụ, quyền hạn của Trung tâm Lưu trữ",
    "Về việc quy định vị trí, chức năng, nhiệm vụ của Chi cục Kiểm lâm",
]


@pytest.mark.parametrize("title", CHARTERS)
def test_functions_of_an_organ_are_no_tasks(title: str) -> None:
    found = decision(
        "Điều 2. Nhiệm vụ, quyền hạn",
        "Trung tâm Lưu trữ có nhiệm vụ, quyền hạn sau:",
        "1. Tổ chức tiếp nhận, bảo quản tài liệu lưu trữ của tỉnh.",
        "2. Phối hợp với các cơ quan liên quan khai thác tài liệu lưu trữ.",
        "Điều 4. Tổ chức thực hiện",
        "Giao Sở Y tế xây dựng Đề án vị trí việc làm của các đơn vị trực thuộc.",
        title=title,
    )
    assert [task.lead for task in found] == [["Sở Y tế"]]


def test_duties_in_a_regulation_on_a_matter_are_tasks() -> None:
    found = decision(
        "Điều 7. Trách nhiệm, quyền hạn của Sở Tư pháp",
        "1. Kiểm tra việc cập nhật dữ liệu công chứng.",
        title="Ban hành Quy chế phối hợp thực hiện chức năng, nhiệm vụ giữa Sở Tư pháp và Công an tỉnh",
    )
    assert [task.lead for task in found] == [["Sở Tư pháp"]]


def test_articles_of_a_law_that_are_not_on_duties() -> None:
    found = decree(
        "Mục 1. THẨM QUYỀN, HỘI ĐỒNG VÀ TRÁCH NHIỆM TUYỂN DỤNG",
        "Điều 7. Cơ quan có thẩm quyền tuyển dụng",
        "1. Cơ quan sử dụng công chức được giao biên chế, kinh phí hoạt động.",
        "Điều 8. Hội đồng tuyển dụng công chức",
        "1. Phó Chủ tịch Hội đồng là đại diện lãnh đạo bộ phận tổ chức cán bộ.",
        "2. Hội đồng tự giải thể sau khi hoàn thành công việc được giao.",
        "Điều 72. Trách nhiệm tổ chức thực hiện",
        "1. Ủy ban nhân dân cấp tỉnh có trách nhiệm bố trí công chức vào vị trí việc làm trước ngày 01 tháng 7 năm 2027.",
    )
    assert [(task.lead, task.due_on) for task in found] == [(["Ủy ban nhân dân cấp tỉnh"], "2027-07-01")]


def test_law_that_a_letter_quotes_is_no_task() -> None:
    found = letter(
        "Tại khoản 2 Điều 82 Thông tư số 80/2021/TT-BTC quy định:",
        "“2. Mức kinh phí được xác định theo hợp đồng.",
        "Cơ quan Thuế xây dựng mức kinh phí ủy nhiệm thu phù hợp với từng địa bàn, trình cấp có thẩm quyền.”",
        "Đề nghị Sở Y tế rà soát mức thu phí của các bệnh viện trước ngày 15/3/2026.",
    )
    assert [task.lead for task in found] == [["Sở Y tế"]]


def test_names_in_quotation_marks_are_no_quotations() -> None:
    assert quotations("Phát động phong trào: “Dạy tốt”.\nSở Y tế lập kế hoạch.") == []


# Names before "có trách nhiệm": the whole name, or a list of them all.
NAMES = [
    ("Bộ phận phụ trách về phòng cháy, chữa cháy của chợ có trách nhiệm kiểm tra, đôn đốc", ["Bộ phận phụ trách về phòng cháy, chữa cháy của chợ"]),
    ("Lực lượng kiểm lâm, dân quân tự vệ, lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở có trách nhiệm canh gác", ["Lực lượng kiểm lâm, dân quân tự vệ", "lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở"]),
    ("Các cơ quan, đơn vị, tổ chức, hộ gia đình, lực lượng vũ trang đóng trong rừng hoặc kinh doanh ven rừng phải có trách nhiệm canh gác", ["Các cơ quan, đơn vị, tổ chức, hộ gia đình, lực lượng vũ trang đóng trong rừng hoặc kinh doanh ven rừng"]),
    ("Bộ trưởng, Thủ trưởng cơ quan ngang Bộ, người đứng đầu tổ chức do Chính phủ thành lập mà không phải là đơn vị sự nghiệp công lập, Chủ tịch Ủy ban nhân dân tỉnh có trách nhiệm chỉ đạo", ["Bộ trưởng", "Thủ trưởng cơ quan ngang Bộ", "người đứng đầu tổ chức do Chính phủ thành lập mà không phải là đơn vị sự nghiệp công lập", "Chủ tịch Ủy ban nhân dân tỉnh"]),
    ("Các sở, ban, ngành có liên quan trong phạm vi, quyền hạn, nhiệm vụ của mình có trách nhiệm phối hợp với Sở Y tế", ["Các sở, ban, ngành có liên quan"]),
    ("Các cơ quan thông tin, tuyên truyền và báo chí của tỉnh có trách nhiệm giới thiệu gương điển hình", ["Các cơ quan thông tin, tuyên truyền và báo chí của tỉnh"]),
    ("Đơn vị thoát nước được giao vận hành, bảo trì, bảo vệ các công trình thoát nước thuộc hệ thống thoát nước của tỉnh có trách nhiệm kiểm tra", ["Đơn vị thoát nước"]),
    ("Các cơ quan, đơn vị khi nhận được phản ánh của người dân có trách nhiệm trả lời", ["Các cơ quan, đơn vị"]),
    ("Sau tối đa 05 ngày kể từ khi có quyết định, các cơ quan chuyên môn cấp tỉnh; Ủy ban nhân dân xã có trách nhiệm cập nhật dữ liệu", ["các cơ quan chuyên môn cấp tỉnh", "Ủy ban nhân dân xã"]),
    ("Các cơ quan quản lý có thẩm quyền khác đề nghị cung cấp hồ sơ phải nêu rõ lý do", None),
    ("Đối với các cơ quan thuộc khối Đảng, các tổ chức chính trị trực thuộc tỉnh đặt tên theo thỏa thuận", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "lead"), NAMES)
def test_whole_names(text: str, lead: list[str] | None) -> None:
    found = find_assignment(text)
    assert (list(found.lead) if found else None) == lead


@pytest.mark.parametrize(("text", "lead"), [row for row in NAMES if row[1] is None or len(row[1]) == 1])
def test_whole_names_without_marks(text: str, lead: list[str] | None) -> None:
    found = find_assignment(strip_diacritics(text))
    if lead is None:
        assert found is None
    elif found is not None:  # a name that is not understood without marks is left out, never cut
        assert [unit.lower() for unit in found.lead] == [strip_diacritics(unit).lower() for unit in lead]
