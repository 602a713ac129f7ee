# ruff: noqa: E501
"""Sentences that name a unit and tell it to do nothing, and parts of documents that hold no tasks. Texts of our own."""

from __future__ import annotations

import pytest

from ingest.clean.fold import strip_diacritics
from ingest.extract.coordination import find_coordination
from ingest.extract.document_kind import quotations
from ingest.extract.find_assign import find_assignment
from ingest.extract.models import Task
from ingest.extract.no_duty import is_closing, tells_nothing
from ingest.extract.owner import read_owner
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


def report(*parts: str) -> list[Task]:
    head = ["SỞ CÔNG THƯƠNG TỈNH A", "Số: 45/BC-SCT", "A, ngày 05 tháng 6 năm 2026", "BÁO CÁO", "Tình hình phát triển cụm công nghiệp"]  # fmt: skip
    return tasks_of(head, *parts)


def plan(*parts: str) -> list[Task]:
    head = ["ỦY BAN NHÂN DÂN TỈNH A", "Số: 45/KH-UBND", "A, ngày 05 tháng 01 năm 2026", "KẾ HOẠCH", "Chuyển đổi số năm 2026"]  # fmt: skip
    return tasks_of(head, *parts)


def test_what_a_department_proposes_to_a_ministry_is_no_task() -> None:
    found = report(
        "V. KIẾN NGHỊ",
        "1. Đề nghị Bộ Công Thương",
        "- Ban hành Thông tư hướng dẫn thẩm định thiết kế cơ sở.",
        "2. Giao Sở Tài chính chủ trì, phối hợp với các sở rà soát kinh phí hỗ trợ.",
    )
    assert [task.lead for task in found] == [["Sở Tài chính"]]


def test_orders_that_a_report_tells_of_are_no_tasks() -> None:
    found = report(
        "IV. KHÓ KHĂN, VƯỚNG MẮC",
        "1. Việc bồi thường chưa xong: Ủy ban nhân dân tỉnh đã chỉ đạo, giao các sở, ngành xử lý tại Công văn số 12/UBND-KT.",
        "2. Thông báo số 67/TB-VPUBND ngày 15/12/2025, giao Sở Y tế chủ trì hướng dẫn các xã thống nhất phương án.",
        "3. Giải pháp khắc phục: Giao Sở Nội vụ đôn đốc các đơn vị hoàn thành hồ sơ.",
    )
    assert [task.lead for task in found] == [["Sở Nội vụ"]]


def test_who_takes_part_is_no_task() -> None:
    found = plan(
        "I. MỤC ĐÍCH",
        "Nắm tình hình triển khai chương trình tại các trường.",
        "II. THÀNH PHẦN THAM GIA",
        "1. Sở Giáo dục và Đào tạo",
        "- Đại diện lãnh đạo, chuyên viên Phòng Giáo dục Phổ thông phụ trách chương trình.",
        "III. TỔ CHỨC THỰC HIỆN",
        "1. Sở Y tế",
        "- Chuẩn bị tài liệu cho buổi làm việc với đoàn kiểm tra.",
    )
    assert [task.lead for task in found] == [["Sở Y tế"]]


def test_questions_of_an_article_are_no_tasks() -> None:
    found = plan(
        "III. TỔ CHỨC THỰC HIỆN",
        "1. Công an tỉnh",
        "- Công an tỉnh có trách nhiệm triển khai tích hợp giấy tờ thế nào?",
        "- Triển khai tích hợp giấy tờ trên ứng dụng ra sao? (Hình từ Internet)",
        "- Rà soát, xác định các trường hợp được miễn giấy tờ.",
        "2. Đề nghị Sở Y tế xác định khoản chi này thuộc nguồn nào?",
    )
    assert [task.task[:8] for task in found] == ["Rà soát,", "Đề nghị "]


def test_a_heading_above_items_is_no_task() -> None:
    found = plan(
        "II. NHIỆM VỤ",
        "Các sở, ban, ngành cần tổ chức triển khai thực hiện các nhiệm vụ sau đây:",
        "1. Tăng cường đầu tư, hoàn thiện hạ tầng cho khoa học, công nghệ và đổi mới sáng tạo trên địa bàn toàn tỉnh",
        "a) Xây dựng danh mục nền tảng số dùng chung của tỉnh.",
        "b) Rà soát các cơ sở dữ liệu chuyên ngành của tỉnh.",
    )
    assert [task.task[:8] for task in found] == ["Xây dựng", "Rà soát "]


def test_titles_in_capitals_name_no_one() -> None:
    found = decision(
        "BAN THƯỜNG VỤ TỈNH ỦY A QUYẾT ĐỊNH",
        "Điều 1. Ban hành Khung năng lực số",
        "1. Ban hành kèm theo Quyết định này Khung năng lực số của công chức.",
        "Chương II",
        "NỘI DUNG QUẢN LÝ CỤM CÔNG NGHIỆP VÀ TRÁCH NHIỆM CỦA",
        "CÁC CƠ QUAN, ĐƠN VỊ CÓ LIÊN QUAN",
        "Điều 4. Xây dựng phương án",
        "1. Căn cứ, nội dung, trình tự xây dựng phương án thực hiện theo quy định của Chính phủ.",
        "PHỤ LỤC II. CÁC CƠ QUAN, ĐƠN VỊ TRÌNH PHƯƠNG ÁN GIÁ",
        "(Kèm theo Quyết định số 12/2026/QĐ-UBND ngày 05 tháng 01 năm 2026)",
    )
    assert found == []


def test_another_subject_than_the_unit_of_the_heading() -> None:
    found = decision(
        "Điều 11. Trách nhiệm của các cơ quan, đơn vị",
        "1. Sở Xây dựng có ý kiến về vị trí đấu nối hạ tầng giao thông của cụm công nghiệp.",
        "2. Chủ đầu tư hạ tầng lập dự án đầu tư xây dựng trình thẩm định theo quy định.",
        "3. Doanh nghiệp có số điểm từ 50 trở lên được xem xét giao làm chủ đầu tư.",
        "4. Đồng chí trưởng các ban đánh giá, xếp loại công chức của ban mình.",
        "5. Tổ chức, khuyến khích doanh nghiệp tham gia hội chợ thương mại của tỉnh.",
        "6. Sở Tài chính có quyền yêu cầu chủ đầu tư giải trình phương án giá.",
    )
    assert [(task.lead, task.task[:8]) for task in found] == [
        (["Đồng chí trưởng các ban"], "Đồng chí"),
        (["các cơ quan, đơn vị"], "Tổ chức,"),
    ]


def test_rights_are_no_tasks() -> None:
    found = decision(
        "Điều 18. Quyền và nghĩa vụ của đơn vị thoát nước",
        "1. Đơn vị thoát nước có các quyền sau:",
        "a) Kinh doanh dịch vụ thoát nước theo quy định của pháp luật.",
        "2. Đơn vị thoát nước có các nghĩa vụ sau:",
        "a) Xử lý sự cố, khôi phục việc thoát nước trong thời gian sớm nhất.",
        "Điều 19. Quyền của hộ thoát nước",
        "1. Sở Xây dựng trả lời kiến nghị về dịch vụ thoát nước của các hộ.",
        "Điều 20. Quyền và trách nhiệm của cơ quan cung cấp dữ liệu",
        "1. Yêu cầu các cơ quan, đơn vị sử dụng dữ liệu thông báo tình hình sử dụng dữ liệu.",
    )
    assert [(task.lead, task.task[:5]) for task in found] == [(["Đơn vị thoát nước"], "Xử lý")]


MORE_NAMES = [
    ("Sở Tài chính, các Sở, ngành quản lý ngành, lĩnh vực, Ủy ban nhân dân cấp xã kiểm tra giá", ["Sở Tài chính", "các Sở, ngành quản lý ngành, lĩnh vực", "Ủy ban nhân dân cấp xã"]),
    ("Giao các sở liên quan và UBND các phường: Yên Bái, Văn Phú tăng cường kiểm tra môi trường", ["các sở liên quan", "UBND các phường: Yên Bái, Văn Phú"]),
    ("Thủ trưởng các cơ quan, đơn vị trên cơ sở hướng dẫn này ban hành quy chế hoạt động", ["Thủ trưởng các cơ quan, đơn vị"]),
    ("Cơ quan có thẩm quyền kiểm tra phối hợp với Sở Y tế khi tiến hành kiểm tra", ["Cơ quan có thẩm quyền kiểm tra"]),
    ("Các cơ quan, tổ chức đang được cung cấp dịch vụ được tiếp tục sử dụng dịch vụ đến hết năm 2026", None),
    ("Tổ chức pháp chế các Tổng cục và tương đương có trách nhiệm giúp Thủ trưởng đơn vị", None),
    ("Đánh giá cấp phó các cơ quan: Văn phòng Tỉnh ủy, các ban xây dựng Đảng Tỉnh ủy", None),
    ("Các trường Trung học phổ thông tại Phụ lục I: Chuẩn bị đầy đủ báo cáo gửi Đoàn kiểm tra", ["Các trường Trung học phổ thông tại Phụ lục I"]),
    ("Sở Y tế kính đề nghị các đơn vị quan tâm hỗ trợ", None),
    ("Các sở, ban, ngành tổng kết mô hình hay trước ngày 15/6/2026", ["Các sở, ban, ngành"]),
    ("Mặt trận Tổ quốc kêu gọi nhân dân hưởng ứng cuộc vận động", ["Mặt trận Tổ quốc"]),
    ("UBND các huyện, quận, thị xã, thành phố rà soát danh sách hộ nghèo", ["UBND các huyện, quận, thị xã, thành phố"]),
    ("Ủy ban nhân dân xã nơi có mỏ khoáng sản có trách nhiệm báo cáo tình hình khai thác", ["Ủy ban nhân dân xã nơi có mỏ khoáng sản"]),
    ("Ủy ban nhân dân xã (nơi có dự án) lập danh sách hộ bị ảnh hưởng", ["Ủy ban nhân dân xã"]),
    ("Thanh tra việc chấp hành pháp luật về đất đai đối với các doanh nghiệp", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "lead"), MORE_NAMES)
def test_more_names(text: str, lead: list[str] | None) -> None:
    found = find_assignment(text)
    assert (list(found.lead) if found else None) == lead


def test_who_oversees_stands_in_a_label_of_its_own() -> None:
    found = plan(
        "III. NHIỆM VỤ TRỌNG TÂM",
        "1. Phát triển cụm công nghiệp",
        "- Rà soát quy hoạch các cụm công nghiệp của tỉnh.",
        "- Đơn vị chủ trì: Phòng Quản lý Công nghiệp.",
        "- Lãnh đạo phụ trách: Phó Giám đốc Nguyễn Văn A.",
    )
    assert [(task.lead, task.monitor) for task in found] == [
        (["Phòng Quản lý Công nghiệp"], ["Phó Giám đốc Nguyễn Văn A"])
    ]


# Parts of a regulation -> the leads of its tasks in order
PARTS: list[tuple[list[str], list[list[str]]]] = [
    (  # a subject of its own, central or told in a given time
        [
            "Điều 5. Trách nhiệm của Sở Y tế",
            "1. Tổng hợp danh mục thiết bị y tế của các bệnh viện trên địa bàn.",
            "2. Trong thời hạn 03 ngày kể từ ngày nhận danh mục, Cơ quan đăng ký kinh doanh có trách nhiệm thông báo cho doanh nghiệp.",
            "3. Bộ trưởng Bộ Y tế phê chuẩn mẫu hồ sơ quản lý thiết bị của các bệnh viện.",
        ],
        [["Sở Y tế"], ["Bộ trưởng Bộ Y tế"]],
    ),
    (  # things stand below, no work
        [
            "Điều 6. Trách nhiệm của Sở Tài chính",
            "1. Quản lý quỹ được hình thành từ các nguồn sau:",
            "a) Ngân sách tỉnh cấp hằng năm theo dự toán được duyệt;",
            "b) Tiền thu từ hoạt động dịch vụ của các đơn vị;",
            "2. Thực hiện các nhiệm vụ sau:",
            "a) Lập dự toán kinh phí của các đơn vị trực thuộc;",
            "3. Lưu giữ các loại hồ sơ sau đây:",
            "a) Hợp đồng, biên bản nghiệm thu có chữ ký các bên;",
        ],
        [["Sở Tài chính"]],
    ),
    (  # powers, liability, what has been lost
        [
            "Điều 9. Trách nhiệm của các cơ quan",
            "1. Sở Y tế và các bệnh viện công lập có trách nhiệm.",
            "2. Sở Nội vụ có thẩm quyền sau đây:",
            "a) Phê duyệt vị trí việc làm của đơn vị sự nghiệp;",
            "3. Giám đốc Sở Y tế chịu trách nhiệm liên đới nếu để cấp dưới vi phạm, bị xử lý kỷ luật theo quy định.",
        ],
        [],
    ),
    (  # what the responsibility is about is no part of the name
        [
            "Điều 9. Trách nhiệm của Chính phủ về quốc tịch",
            "1. Chỉ đạo công tác phổ biến pháp luật về quốc tịch.",
            "Điều 10. Trách nhiệm của Nhà nước và xã hội đối với người cao tuổi",
            "1. Chăm sóc sức khỏe người cao tuổi tại nơi cư trú.",
            "Điều 11. Trách nhiệm của Sở Y tế được quy định như sau:",
            "1. Tổng hợp danh mục thiết bị y tế của các bệnh viện.",
            "Điều 12. Trách nhiệm của các cơ quan quản lý về nhà ở",
            "1. Tuyên truyền người dân chấp hành quy định về chung cư.",
        ],
        [["Chính phủ"], ["Nhà nước và xã hội"], ["Sở Y tế"], ["các cơ quan quản lý về nhà ở"]],
    ),
    (  # one of several units that stand above
        [
            "Điều 13. Trách nhiệm của Sở Tư pháp, Ủy ban nhân dân cấp xã",
            "1. Bố trí kinh phí bảo đảm cho công tác hòa giải ở cơ sở.",
            "2. Sở Tư pháp có trách nhiệm tập huấn nghiệp vụ cho hòa giải viên.",
        ],
        [["Sở Tư pháp", "Ủy ban nhân dân cấp xã"], ["Sở Tư pháp"]],
    ),
    (  # partners before "có trách nhiệm", a long place, what is done for another's sake
        [
            "Điều 14. Quản lý thuốc",
            "1. Chủ trì phối hợp với Sở Y tế, Sở Tài chính có trách nhiệm lập dự toán mua thuốc.",
            "2. Ủy ban nhân dân cấp xã nơi có đất thu hồi để xây dựng kho thuốc chủ trì kiểm đếm tài sản trên đất.",
            "3. Giới thiệu người để Hội đồng nhân dân tỉnh có trách nhiệm trình bầu theo quy định.",
            "4. Sau ngày bế mạc kỳ họp Quốc hội, đại biểu Quốc hội có trách nhiệm báo cáo cử tri.",
            "5. [Ghi tên cơ quan] có trách nhiệm cập nhật dữ liệu thuốc của đơn vị mình.",
        ],
        [["Ủy ban nhân dân cấp xã nơi có đất thu hồi để xây dựng kho thuốc"]],
    ),
    (  # rules, rights and repeals below a unit; another unit before its own colon
        [
            "Điều 16. Trách nhiệm của Sở Tài chính",
            "1. Việc thanh toán kinh phí thực hiện theo quy định của Luật Ngân sách nhà nước.",
            "2. Thời gian kiểm tra tối đa là 05 ngày làm việc.",
            "3. Chi cục Thuế nơi nhận hồ sơ: công chức nhận và trả kết quả trong ngày.",
            "4. Người nộp thuế có quyền khiếu nại kết quả kiểm tra theo quy định.",
            "5. Bãi bỏ Quyết định số 15/2020/QĐ-UBND ngày 12/5/2020 của Ủy ban nhân dân tỉnh.",
            "6. Hướng dẫn để người nộp thuế biết mình có quyền khiếu nại.",
        ],
        [["Sở Tài chính"]],
    ),
    (  # a name of words that are not known, right before "có trách nhiệm:"
        [
            "Điều 17. Trách nhiệm của các đơn vị trong doanh nghiệp",
            "1. Công ty con chưa chuyển đổi có trách nhiệm:",
            "a) Kiểm kê tài sản, lao động hiện có của công ty.",
            "2. Cục Công nghệ thông tin và thống kê hải quan thực hiện:",
            "a) Vận hành cơ sở dữ liệu về phân loại hàng hóa.",
        ],
        [["Công ty con chưa chuyển đổi"], ["Cục Công nghệ thông tin và thống kê hải quan"]],
    ),
    (  # things listed in paragraphs without labels; the next letter goes on with the unit
        [
            "Điều 18. Trách nhiệm của các bên",
            "1. Công ty nhà nước có trách nhiệm:",
            "a) Lập Đề án chuyển đổi của công ty gửi Sở Tài chính.",
            "Đề án chuyển đổi bao gồm các nội dung sau:",
            "Căn cứ pháp lý, mục tiêu, sự cần thiết chuyển đổi doanh nghiệp;",
            "Mô hình tổ chức quản lý doanh nghiệp;",
            "b) Hoàn thiện hồ sơ đăng ký chuyển đổi doanh nghiệp.",
        ],
        [["Công ty nhà nước"], ["Công ty nhà nước"]],
    ),
    (  # a paragraph that gives the work of one letter to another unit; the list then goes on with its own
        [
            "Điều 20. Trách nhiệm của Ủy ban nhân dân cấp xã",
            "1. Lập danh sách hộ kinh doanh trên địa bàn xã.",
            "2. Quản lý cụm công nghiệp:",
            "Ủy ban nhân dân cấp xã giao phòng Kinh tế thực hiện các nhiệm vụ cụ thể sau:",
            "- Rà soát diện tích đất chưa cho thuê trong cụm.",
            "3. Bố trí lực lượng bảo vệ trật tự trong cụm công nghiệp.",
        ],
        [["Ủy ban nhân dân cấp xã"], ["phòng Kinh tế"], ["Ủy ban nhân dân cấp xã"]],
    ),
    (  # people below the units, a name that is not known behind "Đề nghị"
        [
            "Điều 21. Trách nhiệm của các cơ quan, đơn vị",
            "1. Đề nghị Câu lạc bộ Doanh nhân Sông Lam:",
            "a) Vận động hội viên dùng dịch vụ công trực tuyến.",
            "2. Cán bộ, công chức",
            "a) Bảo vệ mật khẩu tài khoản thư điện tử công vụ.",
        ],
        [["Câu lạc bộ Doanh nhân Sông Lam"], ["Cán bộ, công chức"]],
    ),
    (  # an article that begins inside a line
        [
            "Điều 19. Trách nhiệm của Sở Y tế",
            "1. Tổng hợp danh mục thiết bị y tế của các bệnh viện trên địa bàn.",
            "Quy chế này do Sở Y tế soạn thảo. Điều 20. Hồ sơ thiết bị",
            "1. Biên bản bàn giao thiết bị giữa nhà cung cấp và bệnh viện.",
        ],
        [["Sở Y tế"]],
    ),
    (  # whom it is sent to
        [
            "Điều 15. Trách nhiệm của Sở Y tế",
            "1. Tổng hợp danh mục thiết bị y tế của các bệnh viện trên địa bàn.",
            "- Thủ tướng, các Phó Thủ tướng Chính phủ;",
            "- VPCP: BTCN, các Phó Chủ nhiệm, Trợ lý Thủ tướng;",
            "- Lưu: VT, NN, các phòng chuyên môn (2b).",
        ],
        [["Sở Y tế"]],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("parts", "leads"), PARTS)
def test_leads_of_a_regulation(parts: list[str], leads: list[list[str]]) -> None:
    assert [task.lead for task in decision(*parts)] == leads
    bare = [[strip_diacritics(unit) for unit in lead] for lead in leads]
    assert [task.lead for task in decision(*map(strip_diacritics, parts))] == bare


def test_chapters_of_a_law_name_no_one() -> None:
    found = decree(
        "Chương IV\nTHANH TRA CÔNG VỤ",
        "Điều 20. Trách nhiệm báo cáo về công tác thanh tra",
        "1. Nội dung báo cáo thực hiện theo mẫu ban hành kèm theo Nghị định này.",
        "2. Bộ Nội vụ tổng hợp báo cáo về công tác thanh tra của các bộ, ngành, địa phương.",
        "Điều 21. Trách nhiệm thi hành",
        "1. Bộ trưởng Bộ Nội vụ tổ chức thi hành Nghị định này.",
        "2. Bộ trưởng Bộ Nội vụ hướng dẫn, kiểm tra việc tổ chức thực hiện Nghị định này.",
    )
    assert [(task.lead, task.task[:20]) for task in found] == [
        (["Bộ Nội vụ"], "Bộ Nội vụ tổng hợp b"),
        (["Bộ trưởng Bộ Nội vụ"], "Bộ trưởng Bộ Nội vụ "),
    ]


def test_partners_of_those_who_made_a_thing() -> None:
    text = "Chi trả trợ cấp trên cơ sở dữ liệu do Cục Cảnh sát giao thông phối hợp với Vụ Tài chính xây dựng"
    assert find_coordination(text) == ()
    assert find_coordination("Chi trả trợ cấp, phối hợp với Vụ Tài chính xây dựng dữ liệu") == ("Vụ Tài chính",)
    assert tells_nothing("Doanh nghiệp công nghệ số là lực lượng tiên phong trong phát triển nền tảng.")


def test_long_lists_of_addressees_are_read_in_linear_time() -> None:
    found = decision("Điều 9. Trách nhiệm của Sở Y tế", "- " + "Các phó chủ tịch nước, " * 80 + "như trên;")
    assert len(found) < 2  # and it comes back at all
    assert decision("Điều 9. Trách nhiệm của Sở Y tế", "- Chủ tịch, các Phó Chủ tịch UBND tỉnh;") == []


SPEAKERS = [  # who asks others, without saying here whom: neither a lead nor anyone's whose duties follow
    "Ban Thường vụ Huyện ủy yêu cầu tiếp tục thực hiện các nghị quyết đã ban hành... và tập trung các giải pháp dưới đây:",
    "UBND huyện yêu cầu tập trung thực hiện các nhiệm vụ sau:",
    "UBND huyện yêu cầu rà soát, cập nhật danh mục thủ tục hành chính.",
    "Nhằm giữ vững kết quả đã đạt được, Ban Thường vụ Huyện ủy yêu cầu không để việc trễ hạn kéo dài.",
    "Thường trực Huyện ủy thống nhất triển khai các nội dung sau đây:",
    "Sở Tư pháp đề nghị quan tâm phối hợp thực hiện các nội dung sau:",
    "Hội đồng nhân dân huyện quyết nghị thông qua danh mục dự án.",
    "Chủ tịch UBND xã kêu gọi tích cực hưởng ứng phong trào.",
    "Chủ tịch UBND xã yêu cầu:",
    "Sở Xây dựng kiến nghị UBND tỉnh xem xét, chỉ đạo một số nội dung sau:",  # a proposal to those above
    "Hội đồng nhân dân huyện quyết định phân bổ ngân sách năm 2027 như sau:",
]


@pytest.mark.parametrize("text", SPEAKERS)
def test_who_asks_without_saying_whom_leads_nothing(text: str) -> None:
    assert find_assignment(text) is None
    assert find_assignment(strip_diacritics(text)) is None
    assert read_owner(text) is None


def test_who_asks_hands_nothing_down() -> None:
    opening = "Ban Thường vụ Huyện ủy yêu cầu tiếp tục thực hiện đồng bộ các nhiệm vụ, giải pháp dưới đây:"
    items = ("- Rà soát quy trình nội bộ giải quyết hồ sơ.", "- Tăng cường kiểm tra công vụ tại cơ sở.")
    assert plan("II. NHIỆM VỤ, GIẢI PHÁP", opening, *items) == []
    asked = plan("II. NHIỆM VỤ, GIẢI PHÁP", opening.replace("tiếp tục", "các phòng, ban tiếp tục"), *items)
    assert [task.lead for task in asked] == [["các phòng, ban"]] * 2


def test_work_that_sounds_like_a_demand() -> None:
    for text in ("Sở Y tế thống nhất quản lý kho thuốc dự phòng.", "Sở Y tế đề nghị khen thưởng các tập thể."):
        assert (found := find_assignment(text)) is not None
        assert found.lead == ("Sở Y tế",)


@pytest.mark.parametrize(
    ("text", "closes"),
    [
        ("Sở Xây dựng đề nghị các sở; UBND xã, phường triển khai thực hiện theo đúng quy định. Nếu có vướng mắc, phản ánh về Sở.", True),
        ("Sở Xây dựng đề nghị các sở; UBND xã, phường báo cáo việc triển khai thực hiện. Nếu có vướng mắc, phản ánh về Sở.", False),
    ],
)  # fmt: skip
def test_a_list_of_units_in_a_closing_request(text: str, closes: bool) -> None:
    assert is_closing(text) is closes


def test_members_of_a_council_are_told() -> None:
    found = plan(
        "IV. TỔ CHỨC THỰC HIỆN", "1. Thành viên Ban Chỉ đạo huyện sắp xếp lịch công tác để dự đủ các phiên họp."
    )
    assert [task.lead for task in found] == [["Thành viên Ban Chỉ đạo huyện"]]
    board = find_assignment("Chủ tịch và thành viên Hội đồng thành viên có trách nhiệm báo cáo")
    assert board is not None
    assert len(board.lead) == 1


def test_an_order_told_behind_a_plan_cited_among_results() -> None:
    told = "- Kế hoạch số 15/KH-SXD ngày 02/02/2026 về kiểm tra công vụ. Theo đó, giao Văn phòng Sở chủ trì theo dõi."
    assert report("I. KẾT QUẢ THỰC HIỆN", "Sở đã ban hành các văn bản sau:", told) == []
