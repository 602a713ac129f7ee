# ruff: noqa: E501
"""Duties in regulations, directives and resolutions: who is told, who is not. Texts of our own after real patterns."""

from __future__ import annotations

import pytest

from ingest.clean.fold import strip_diacritics
from ingest.extract.bare_form import bare_form
from ingest.extract.coordination import find_coordination, read_partners
from ingest.extract.find_assign import find_assignment
from ingest.extract.models import Task
from ingest.extract.no_duty import enacts, is_closing, is_per_case
from ingest.extract.owner import read_owner
from ingest.extract.task_label import read_fields
from ingest.extract.tasks import find_tasks
from ingest.extract.unit_list import read_units
from ingest.extract.unit_split import split_units
from ingest.models import Block, BlockKind, Reading
from ingest.pipeline import assemble


def tasks_of(*parts: str, title: str = "Ban hành Quy chế quản lý thư điện tử công vụ") -> list[Task]:
    head = ["ỦY BAN NHÂN DÂN TỈNH A", "Số: 12/2026/QĐ-UBND", "A, ngày 05 tháng 01 năm 2026", "QUYẾT ĐỊNH", title, "Căn cứ Luật Tổ chức chính quyền địa phương;", "QUYẾT ĐỊNH:"]  # fmt: skip
    blocks = [Block(BlockKind.PARAGRAPH, text) for text in (*head, *parts)]
    made = assemble(Reading("docx", 1, blocks), "quyet-dinh.docx", "0" * 64)
    return find_tasks(made)


# Headings that say whose duties follow: heading, its owner (None: no owner).
OWNERS = [
    ("Trách nhiệm của Sở Khoa học và Công nghệ", ["Sở Khoa học và Công nghệ"]),
    ("Trách nhiệm, quyền hạn của Sở Tư pháp", ["Sở Tư pháp"]),
    ("Trách nhiệm củaTrung tâm Phục vụ hành chính công tỉnh", ["Trung tâm Phục vụ hành chính công tỉnh"]),
    ("Trách nhiệm các cơ quan, đơn vị", ["các cơ quan, đơn vị"]),
    ("Trách nhiệm của doanh nghiệp viễn thông", ["doanh nghiệp viễn thông"]),
    ("Trách nhiệm của tổ chức, cá nhân khác", ["tổ chức, cá nhân khác"]),
    ("Trách nhiệm của văn thư cơ quan", ["văn thư cơ quan"]),
    ("Trách nhiệm của Sở Nội vụ trong việc quản lý biên chế", ["Sở Nội vụ"]),
    ("Trách nhiệm của cơ quan, tổ chức khi thăm dò khảo cổ", ["cơ quan, tổ chức"]),
    ("Trách nhiệm của Chi nhánh Văn phòng đăng ký đất đai", ["Chi nhánh Văn phòng đăng ký đất đai"]),
    ("Trách nhiệm của cơ quan có chức năng quản lý đất đai cấp xã", ["cơ quan có chức năng quản lý đất đai cấp xã"]),
    ("Trách nhiệm của Hội Công chứng viên, các tổ chức hành nghề công chứng", ["Hội Công chứng viên", "các tổ chức hành nghề công chứng"]),
    ("Thẩm quyền, trách nhiệm của doanh nghiệp", ["doanh nghiệp"]),
    ("Nghĩa vụ và trách nhiệm của chủ đầu tư", ["chủ đầu tư"]),
    ("Nội dung Sở Y tế có trách nhiệm chủ trì", ["Sở Y tế"]),
    ("Nội dung Sở Y tế có trách nhiệm phối hợp", ["Sở Y tế"]),
    ("Các nhiệm vụ do Sở Công Thương chủ trì thực hiện", ["Sở Công Thương"]),
    ("Nhiệm vụ giao Ủy ban nhân dân cấp xã", ["Ủy ban nhân dân cấp xã"]),
    ("Công việc các cơ quan, đơn vị khác có trách nhiệm thực hiện:", ["các cơ quan, đơn vị khác"]),
    ("Các cơ quan, đơn vị liên quan đến hoạt động của bệnh viện:", ["Các cơ quan, đơn vị liên quan đến hoạt động của bệnh viện"]),
    ("Các Sở quản lý ngành, lĩnh vực:", ["Các Sở quản lý ngành, lĩnh vực"]),
    ("Sở Y tế có quyền hạn và trách nhiệm:", ["Sở Y tế"]),
    ("Ủy ban nhân dân cấp xã có các quyền và nghĩa vụ sau:", ["Ủy ban nhân dân cấp xã"]),
    ("Sở Tài chính có các trách nhiệm sau đây:", ["Sở Tài chính"]),
    ("Văn phòng Ủy ban nhân dân tỉnh có nhiệm vụ, quyền hạn sau:", ["Văn phòng Ủy ban nhân dân tỉnh"]),
    ("Sở Tài chính có quyền:", None),
    ("Sở Ngoại vụ có trách nhiệm", ["Sở Ngoại vụ"]),
    ("Quỹ Đầu tư phát triển tỉnh, Sở Tài chính chịu trách nhiệm", ["Quỹ Đầu tư phát triển tỉnh", "Sở Tài chính"]),
    ("Hiệu trưởng các trường trung học phổ thông có trách nhiệm sau đây", ["Hiệu trưởng các trường trung học phổ thông"]),
    ("Sở Ngoại vụ tự chịu trách nhiệm", None),
    ("Sở Ngoại vụ phối hợp và chịu trách nhiệm", None),
    ("Xác định cơ quan có trách nhiệm", None),
    ("UBND các xã, phường có cụm công nghiệp:", ["UBND các xã, phường có cụm công nghiệp"]),
    ("Các đơn vị thuộc tỉnh có trách nhiệm cung cấp số liệu", None),
    ("Sở Tài chính có văn bản giao nhiệm vụ:", None),
    ("Nội dung phối hợp", None),
    ("Nội dung báo cáo của các sở", None),
    ("Nội dung Sở Y tế báo cáo hằng năm", None),
    ("Hoạt động của các cơ quan thực hiện thí điểm", None),
    ("Trách nhiệm thi hành", None),
    ("Trách nhiệm trong công tác bổ nhiệm công chức", None),
    ("Trách nhiệm của Sở Tư pháp hướng dẫn, tổ chức thực hiện, tuyên truyền pháp luật tại địa phương", None),
    ("Nhiệm vụ và quyền hạn", None),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "lead"), OWNERS)
def test_headings_of_responsibility(heading: str, lead: list[str] | None) -> None:
    found = read_owner(heading)
    assert (list(found.lead) if found else None) == lead


@pytest.mark.parametrize(("heading", "lead"), [row for row in OWNERS if row[1] and "củaT" not in row[0]])
def test_headings_of_responsibility_without_marks(heading: str, lead: list[str]) -> None:
    found = read_owner(strip_diacritics(heading))
    assert found is not None
    assert [unit.lower() for unit in found.lead] == [strip_diacritics(unit).lower() for unit in lead]


# Sentences: who leads, who coordinates (None: no one is told anything).
SENTENCES = [
    ("Theo dõi việc vận hành, đề nghị Sở Tài chính bố trí kinh phí cho hệ thống", None, []),
    ("Các cơ quan, đơn vị đề nghị Sở Tài chính bố trí kinh phí nâng cấp hệ thống", None, []),
    ("Theo chức năng được giao, đề nghị Sở Tài chính bố trí kinh phí nâng cấp hệ thống", ["Sở Tài chính"], []),
    ("Các cơ quan, tổ chức, đơn vị sử dụng lao động có trách nhiệm đóng bảo hiểm đầy đủ", ["Các cơ quan, tổ chức, đơn vị sử dụng lao động"], []),
    ("Cơ quan, tổ chức, đơn vị sử dụng lao động báo cáo tình hình sử dụng lao động", ["Cơ quan, tổ chức, đơn vị sử dụng lao động"], []),
    ("Các cơ quan, đơn vị được giao quản lý nghĩa trang có trách nhiệm cập nhật dữ liệu", ["Các cơ quan, đơn vị được giao quản lý nghĩa trang"], []),
    ("Cơ quan, đơn vị được cấp tài khoản thư công vụ phải đổi mật khẩu mặc định", ["Cơ quan, đơn vị được cấp tài khoản thư công vụ"], []),
    ("Các cơ quan, đơn vị nhận văn bản điện tử phải kiểm tra chữ ký số", ["Các cơ quan, đơn vị nhận văn bản điện tử"], []),
    ("Đơn vị, tổ chức thực hiện nhiệm vụ bồi thường có trách nhiệm lập phương án", ["Đơn vị, tổ chức thực hiện nhiệm vụ bồi thường"], []),
    ("Cơ quan chuyên môn về văn hóa cấp tỉnh chủ trì kiểm kê di sản văn hóa", ["Cơ quan chuyên môn về văn hóa cấp tỉnh"], []),
    ("Cơ quan, tổ chức, đơn vị chủ trì quản lý nghĩa trang có trách nhiệm lập hồ sơ", ["Cơ quan, tổ chức, đơn vị chủ trì quản lý nghĩa trang"], []),
    ("Sở Y tế chủ trì, phối hợp với các cơ quan, đơn vị được giao quản lý bệnh xá lập danh sách", ["Sở Y tế"], []),
    ("Sở Y tế chủ trì, phối hợp với Sở Xây dựng và các đơn vị chủ trì đề án lập danh sách", ["Sở Y tế"], ["Sở Xây dựng"]),
    ("Sở Xây dựng phối hợp với các đơn vị cung ứng dịch vụ thu gom, vận chuyển rác lập tuyến đường", ["Sở Xây dựng"], []),
    ("Sở Y tế phối hợp với đơn vị phát triển và cung cấp phần mềm rà soát dữ liệu", ["Sở Y tế"], ["đơn vị phát triển và cung cấp phần mềm"]),
    ("Các cơ quan, đơn vị sử dụng tên tài khoản người dùng để đăng nhập hệ thống", None, []),
    ("Các cơ quan, đơn vị được giao quản lý nghĩa trang rà soát, cập nhật dữ liệu", None, []),
    ("Các cơ quan, đơn vị quy định tại Điều 2 Quy chế này có trách nhiệm bảo đảm hạ tầng", ["Các cơ quan, đơn vị"], []),
    ("Cơ quan, đơn vị trực tiếp quản lý tài sản công có trách nhiệm cập nhật dữ liệu", ["Cơ quan, đơn vị trực tiếp quản lý tài sản công"], []),
    ("Các cơ quan được giao nhiệm vụ theo dõi tại Phụ lục kèm theo Kế hoạch này thường xuyên kiểm tra, đôn đốc", ["Các cơ quan được giao nhiệm vụ theo dõi"], []),
    ("Văn phòng UBND tỉnh được giao quản lý danh bạ, có trách nhiệm cấp tài khoản", ["Văn phòng UBND tỉnh"], []),
    ("Về dữ liệu: Toàn bộ dữ liệu của ba tỉnh (A, B, C) Sở Khoa học và Công nghệ có trách nhiệm chuyển đổi", ["Sở Khoa học và Công nghệ"], []),
    ("Hằng năm, Ủy ban nhân dân Thành phố có trách nhiệm báo cáo kết quả thực hiện", ["Ủy ban nhân dân Thành phố"], []),
    ("Tổ chức hành nghề công chứng, Ủy ban nhân dân cấp xã có trách nhiệm cập nhật giao dịch", ["Tổ chức hành nghề công chứng", "Ủy ban nhân dân cấp xã"], []),
    ("Về nguồn vốn dư (khoảng 1.500 tỷ đồng) chưa giải ngân hết: Ủy ban nhân dân tỉnh B rà soát, giải ngân", ["Ủy ban nhân dân tỉnh B"], []),
    ("Về kho dự trữ: với vai trò là chủ đầu tư, Tập đoàn Dầu khí Việt Nam chủ động làm việc với các bên", ["Tập đoàn Dầu khí Việt Nam"], []),
    ("Đối với các cơ quan Trung ương trên địa bàn, thủ trưởng cơ quan, đơn vị bám sát chỉ đạo của ngành", ["các cơ quan Trung ương trên địa bàn"], []),
    ("Các Bộ: Quốc phòng, Công an chủ động chỉ đạo lực lượng sẵn sàng hỗ trợ địa phương", ["Các Bộ: Quốc phòng, Công an"], []),
    ("đề nghị các Tập đoàn: Bưu chính Viễn thông, Dầu khí tổ chức triển khai phủ sóng", ["các Tập đoàn: Bưu chính Viễn thông, Dầu khí"], []),
    ("Giao Sở Công Thương chủ trì, phối hợp với doanh nghiệp viễn thông và các đơn vị liên quan lập kế hoạch", ["Sở Công Thương"], ["doanh nghiệp viễn thông", "các đơn vị liên quan"]),
    ("Sở Xây dựng có ý kiến hướng dẫn chuyên môn về cấp nhà", ["Sở Xây dựng"], []),
    ("Văn phòng Ban chỉ đạo phòng thủ dân sự quốc gia theo dõi diễn biến mưa lũ", ["Văn phòng Ban chỉ đạo phòng thủ dân sự quốc gia"], []),
    ("Sở Nông nghiệp và Môi trường kiểm tra, xử lý vi phạm", ["Sở Nông nghiệp và Môi trường"], []),
    ("Sở Tài chính quản lý, sử dụng tài khoản quản trị", ["Sở Tài chính"], []),
    ("Trung tâm Phục vụ hành chính công có chức năng tham mưu về thủ tục hành chính", None, []),
    ("Người có trách nhiệm thi hành công vụ", None, []),
    ("Các trường hợp được dừng bán hàng", None, []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "lead", "coordinate"), SENTENCES)
def test_sentences(text: str, lead: list[str] | None, coordinate: list[str]) -> None:
    found = find_assignment(text)
    assert (list(found.lead), list(found.coordinate)) == (lead, coordinate) if found else lead is None


PARTNERS = [
    ("Phối hợp với Văn phòng đăng ký đất đai, Chi nhánh Văn phòng đăng ký đất đai kiểm tra thực địa", ["Văn phòng đăng ký đất đai", "Chi nhánh Văn phòng đăng ký đất đai"]),
    ("Phối hợp với Sở Y tế, cơ quan thuế rà soát", ["Sở Y tế", "cơ quan thuế"]),
    ("Chủ trì, phối hợp với Sở Khoa học và Công nghệ và cơ quan, đơn vị có liên quan hướng dẫn", ["Sở Khoa học và Công nghệ", "cơ quan, đơn vị có liên quan"]),
    ("Tăng cường phối hợp với Sở Nội vụ rà soát biên chế", ["Sở Nội vụ"]),
    ("Vận động người dân, phối hợp tổ chức chính trị - xã hội tại địa phương tuyên truyền", ["tổ chức chính trị - xã hội"]),
    ("Phối hợp với đầu mối xử lý sự cố", []),
    ("Tăng cường phối hợp trong công tác kiểm tra", []),
    ("Ban hành quy chế phối hợp với Công an tỉnh", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "units"), PARTNERS)
def test_partners(text: str, units: list[str]) -> None:
    assert list(find_coordination(text)) == units


CLOSINGS = [
    ("Thủ trưởng các cơ quan có trách nhiệm thực hiện nghiêm túc Quy chế này.", True),
    ("Cục Thuế trả lời để Thuế tỉnh A được biết./.", True),
    ("Sở Giáo dục và Đào tạo đề nghị Thủ trưởng các đơn vị nghiêm túc thực hiện./.", True),
    ("Văn phòng Chính phủ trân trọng thông báo./.", True),
    ("Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị báo cáo Sở Nội vụ.", True),
    ("Trên đây là Kế hoạch của tỉnh, các đơn vị nghiêm túc thực hiện.", True),
    ("Trên đây là Kế hoạch của tỉnh. Đề nghị các đơn vị báo cáo kết quả thực hiện trước ngày 30/11.", False),
    ("Hằng năm, tổ chức đánh giá kết quả thực hiện Nghị quyết ở các cấp. Nếu có khó khăn, vướng mắc, báo cáo Hội đồng nhân dân.", False),
    ("Niêm yết công khai danh sách hộ nghèo để nhân dân được biết, giám sát", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "closing"), CLOSINGS)
def test_closing_formulas(text: str, closing: bool) -> None:
    assert is_closing(text) is closing
    assert is_closing(strip_diacritics(text)) is closing


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("Trong thời hạn 03 ngày làm việc kể từ ngày nhận đủ hồ sơ, Sở Xây dựng thẩm định", True),
        ("trong thời hạn tối đa 45 ngày, kể từ ngày gửi văn bản góp ý", True),
        ("trong thời hạn 60 ngày kể từ ngày Quy chế này được ban hành", False),
        ("trong 30 ngày kể từ ngày ban hành Kế hoạch", False),
    ],
)
def test_steps_of_a_procedure(text: str, case: bool) -> None:
    assert is_per_case(text) is case


LISTS = [
    ("Sở Y tế, cơ quan thuế", ["Sở Y tế", "cơ quan thuế"]),
    ("các cơ quan, đơn vị, địa phương", ["các cơ quan, đơn vị, địa phương"]),
    ("Ủy ban nhân dân các xã, phường, đơn vị liên quan", ["Ủy ban nhân dân các xã, phường, đơn vị liên quan"]),
    ("các Bộ: Quốc phòng, Công an và Ủy ban nhân dân tỉnh A", ["các Bộ: Quốc phòng, Công an", "Ủy ban nhân dân tỉnh A"]),
    ("cơ quan có chức năng quản lý đất đai cấp xã[3]", ["cơ quan có chức năng quản lý đất đai cấp xã"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "units"), LISTS)
def test_lists(text: str, units: list[str]) -> None:
    assert split_units(text) == units


def test_no_unit_is_a_small_word_alone() -> None:
    assert read_units("Các trường hợp được dừng bán hàng") is None
    assert read_units("Sở Nội vụ kính trình dự thảo").units == ("Sở Nội vụ",)  # type: ignore[union-attr]


def test_heading_is_no_label() -> None:
    assert read_fields("Điều 3. Tổ chức thực hiện:") == []
    assert [f.name for f in read_fields("- Tổ chức thực hiện: Phòng Tổ chức")] == ["lead"]


def test_duties_outside_the_articles_on_responsibility() -> None:
    found = tasks_of(
        "Chương I", "QUY ĐỊNH CHUNG", "Điều 1. Đối tượng áp dụng",
        "1. Các sở, ban, ngành sử dụng hệ thống thư điện tử của tỉnh.",
        "Chương II", "QUẢN LÝ HỆ THỐNG", "Điều 5. Bảo đảm an toàn",
        "1. Các cơ quan, đơn vị phân công cán bộ phụ trách an toàn thông tin và xây dựng kịch bản ứng cứu.",
        "2. Sở Tài chính được quyền khai thác thông tin của các đơn vị trên hệ thống.",
        "3. Ủy ban nhân dân tỉnh quyết định mức chi cho việc vận hành hệ thống hằng năm.",
        "4. Trường hợp không cấp tài khoản, Sở Nội vụ trả lời bằng văn bản và nêu rõ lý do.",
        "5. Sở Nội vụ tổng hợp danh sách công chức được cấp tài khoản trước ngày 31 tháng 01 năm 2026.",
    )  # fmt: skip
    assert [(t.lead, t.due_on) for t in found] == [(["Các cơ quan, đơn vị"], None), (["Sở Nội vụ"], "2026-01-31")]


def test_unit_that_the_heading_names_more_fully() -> None:
    found = tasks_of(
        "Chương III", "TỔ CHỨC THỰC HIỆN", "Điều 18. Trách nhiệm của các cơ quan, đơn vị xử lý phản ánh",
        "1. Các cơ quan xử lý có trách nhiệm cử một lãnh đạo làm đầu mối tiếp nhận phản ánh.",
        "2. Đề nghị Sở Nội vụ cung cấp danh sách cán bộ làm đầu mối của các đơn vị.",
    )  # fmt: skip
    assert [t.lead for t in found] == [["các cơ quan, đơn vị xử lý phản ánh"]] * 2


def test_procedures_and_forms_hold_no_tasks() -> None:
    found = tasks_of(
        "Điều 1. Công bố kèm theo Quyết định này thủ tục hành chính nội bộ.",
        "Điều 2. Văn phòng Ủy ban nhân dân tỉnh có trách nhiệm cập nhật thủ tục hành chính lên Cổng dịch vụ công.",
        "Nơi nhận:", "- Như Điều 2;", "- Lưu: VT.",
        "PHỤ LỤC", "THỦ TỤC HÀNH CHÍNH NỘI BỘ", "1. Công bố dịch hại",
        "a) Sở Nông nghiệp và Môi trường có trách nhiệm lập báo cáo trình Chủ tịch Ủy ban nhân dân tỉnh.",
        title="Về việc công bố thủ tục hành chính nội bộ lĩnh vực trồng trọt",
    )  # fmt: skip
    assert [t.lead for t in found] == [["Văn phòng Ủy ban nhân dân tỉnh"]]
    found = tasks_of(
        "Điều 1. Trách nhiệm của Sở Nội vụ",
        "1. Đến ngày ….. tháng ….. năm ….., tổng hợp số liệu của các đơn vị.",
        "2. Chi nhánh không chịu trách nhiệm về việc chậm hồ sơ của đơn vị khác.",
        "3. Rà soát danh mục vị trí việc làm của các đơn vị sự nghiệp.",
    )
    assert [t.task for t in found] == ["Rà soát danh mục vị trí việc làm của các đơn vị sự nghiệp."]


def test_long_past_dates_are_no_deadlines() -> None:
    found = tasks_of(
        "Điều 1. Trách nhiệm của Ủy ban nhân dân cấp xã",
        "1. Xác nhận hiện trạng đối với thửa đất đã sử dụng trước ngày 01/7/2004.",
        "2. Báo cáo kết quả xác nhận trước ngày 30/6/2026.",
    )
    assert [t.deadline for t in found] == [None, "trước ngày 30/6/2026"]


def letter(*parts: str) -> list[Task]:
    head = ["ỦY BAN NHÂN DÂN TỈNH A", "Số: 123/UBND-NC", "A, ngày 05 tháng 02 năm 2026", "V/v tăng cường kỷ luật hành chính", "Kính gửi: Các sở, ban, ngành."]  # fmt: skip
    blocks = [Block(BlockKind.PARAGRAPH, text) for text in (*head, *parts)]
    return find_tasks(assemble(Reading("docx", 1, blocks), "cong-van.docx", "0" * 64))


def test_who_speaks_is_not_who_does() -> None:
    found = letter(
        "Chủ tịch UBND tỉnh chỉ đạo như sau:",
        "1. Yêu cầu các sở, ban, ngành, UBND các xã, phường",
        "a) Rà soát quy chế làm việc của cơ quan, hoàn thành trước ngày 28/02/2026.",
        "b) Phân công lãnh đạo trực tiếp phụ trách công tác này.",
        "2. Yêu cầu Sở Nội vụ tham mưu kế hoạch kiểm tra công vụ.",
        "3. Sở Tư pháp: Tăng cường kiểm tra văn bản quy phạm pháp luật.",
        "4. Sở Tài chính phân khai kinh phí cho các đơn vị trong tháng 3/2026.",
    )
    assert [t.lead for t in found] == [
        ["các sở, ban, ngành", "UBND các xã, phường"], ["các sở, ban, ngành", "UBND các xã, phường"], ["Sở Nội vụ"], ["Sở Tư pháp"], ["Sở Tài chính"],
    ]  # fmt: skip
    assert [t.deadline for t in found] == ["trước ngày 28/02/2026", None, None, None, "trong tháng 3/2026"]


def test_unit_in_parentheses_behind_the_duty() -> None:
    found = letter(
        "1. Rà soát văn bản quy phạm pháp luật (Sở Tư pháp chủ trì; các sở, ngành phối hợp; hoàn thành trong quý II/2026).",
        "2. Đào tạo kỹ năng số cho công chức cấp xã (chủ trì: Sở Nội vụ; phối hợp: Trường Chính trị tỉnh).",
        "3. Các sở, ban, ngành nâng cấp máy tính cho công chức (thời gian hoàn thành: Quý III/2026).",
    )
    assert [(t.lead, t.coordinate, t.deadline) for t in found] == [
        (["Sở Tư pháp"], ["các sở, ngành"], "trong quý II/2026"),
        (["Sở Nội vụ"], ["Trường Chính trị tỉnh"], None),
        (["Các sở, ban, ngành"], [], "Quý III/2026"),
    ]


def test_conclusions_name_the_unit_in_any_sentence() -> None:
    head = ["ỦY BAN NHÂN DÂN TỈNH A", "VĂN PHÒNG", "Số: 21/TB-VPUBND", "A, ngày 12 tháng 02 năm 2026", "THÔNG BÁO", "Kết luận của Chủ tịch UBND tỉnh tại cuộc họp về cải cách hành chính"]  # fmt: skip
    body = [
        "1. Ghi nhận sự cố gắng của các sở, ngành.",
        "2. Đối với việc sắp xếp trụ sở dôi dư, Sở Tài chính khẩn trương hoàn thiện phương án trong tháng 3/2026.",
        "3. Thống nhất chủ trương xây dựng đề án. Sở Khoa học và Công nghệ hoàn thiện đề án trước ngày 15/3/2026.",
    ]
    blocks = [Block(BlockKind.PARAGRAPH, text) for text in (*head, *body)]
    found = find_tasks(assemble(Reading("docx", 1, blocks), "thong-bao.docx", "0" * 64))
    assert [(t.lead, t.due_on) for t in found] == [
        (["Sở Tài chính"], None),
        (["Sở Khoa học và Công nghệ"], "2026-03-15"),
    ]


def test_articles_of_one_long_sentence_and_lists_that_a_paragraph_parts() -> None:
    found = tasks_of(
        "Điều 2. Giao Sở Nội vụ chủ trì, phối hợp với Trung tâm Phục vụ hành chính công tỉnh và các cơ quan, đơn vị có liên quan xây dựng quy trình điện tử để tiếp nhận hồ sơ trên hệ thống.",
        "Điều 3. Báo cáo",
        "1. Định kỳ hằng quý, Ủy ban nhân dân cấp xã có trách nhiệm:",
        "a) Rà soát, lập danh mục công trình hạ tầng trên địa bàn.",
        "Công trình trong cùng một dự án thì lập một danh mục.",
        "b) Có văn bản đề xuất đầu tư đối với từng công trình, gửi Sở Tài chính.",
        "2. Báo tỉnh; Cổng Thông tin điện tử tỉnh tăng thời lượng tuyên truyền về hạ tầng.",
    )  # fmt: skip
    assert [t.lead for t in found] == [
        ["Sở Nội vụ"],
        ["Ủy ban nhân dân cấp xã"],
        ["Ủy ban nhân dân cấp xã"],
        ["Báo tỉnh", "Cổng Thông tin điện tử tỉnh"],
    ]
    assert found[0].coordinate == ["Trung tâm Phục vụ hành chính công tỉnh", "các cơ quan, đơn vị có liên quan"]


def test_requests_to_others_below_a_heading_for_all() -> None:
    found = tasks_of(
        "Điều 4. Trách nhiệm của các cơ quan, đơn vị",
        "1. Sở Nội vụ",
        "a) Tham mưu Ủy ban nhân dân tỉnh tổ chức đánh giá hằng năm;",
        "2. Trước ngày 15 tháng 11 hằng năm, các cơ quan, đơn vị tự đánh giá, chấm điểm và gửi báo cáo về Sở Nội vụ.",
        "3. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh giám sát việc đánh giá.",
        "4. Riêng Công an tỉnh báo cáo kết quả về Sở Nội vụ hằng tháng.",
        "5. Các đơn vị thuộc tỉnh có trách nhiệm cung cấp số liệu thuộc lĩnh vực phụ trách.",
        title="Ban hành Quy chế phối hợp trong kiểm soát thủ tục hành chính",
    )
    assert [t.lead for t in found] == [
        ["Sở Nội vụ"],
        ["các cơ quan, đơn vị"],
        ["Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"],
        ["Công an tỉnh"],
        ["Các đơn vị thuộc tỉnh"],
    ]


def test_whoever_is_asked_in_the_sentence_before_a_list() -> None:
    head = ["TỈNH ỦY A", "*", "Số: 45-KL/TU", "A, ngày 05 tháng 01 năm 2026", "KẾT LUẬN", "của Ban Thường vụ Tỉnh ủy về công tác chuyển đổi số"]  # fmt: skip
    body = [
        "1. Thời gian qua, công tác chuyển đổi số đã đạt kết quả quan trọng.",
        "2. Để thực hiện thắng lợi các mục tiêu, Ban Thường vụ Tỉnh ủy yêu cầu các cấp ủy, tổ chức đảng tập trung thực hiện tốt các nhiệm vụ sau:",
        "2.1. Quán triệt đầy đủ, sâu sắc Nghị quyết số 57-NQ/TW.",
        "2.2. Đảng đoàn Hội đồng nhân dân tỉnh lãnh đạo việc ban hành nghị quyết chuyên đề.",
    ]
    blocks = [Block(BlockKind.PARAGRAPH, text) for text in (*head, *body)]
    found = find_tasks(assemble(Reading("docx", 1, blocks), "ket-luan.docx", "0" * 64))
    assert [t.lead for t in found] == [["các cấp ủy, tổ chức đảng"], ["Đảng đoàn Hội đồng nhân dân tỉnh"]]


def test_circulars_assign_without_saying_responsible() -> None:
    head = ["BỘ NỘI VỤ", "Số: 03/2026/TT-BNV", "Hà Nội, ngày 05 tháng 01 năm 2026", "THÔNG TƯ", "Quy định chế độ báo cáo thống kê ngành Nội vụ", "Căn cứ Luật Thống kê;"]  # fmt: skip
    body = [
        "Điều 2. Trách nhiệm thi hành",
        "1. Vụ Kế hoạch - Tài chính hướng dẫn, kiểm tra việc thực hiện chế độ báo cáo.",
        "2. Ủy ban nhân dân cấp tỉnh chỉ đạo Sở Nội vụ tổng hợp số liệu toàn tỉnh.",
    ]
    blocks = [Block(BlockKind.PARAGRAPH, text) for text in (*head, *body)]
    found = find_tasks(assemble(Reading("docx", 1, blocks), "thong-tu.docx", "0" * 64))
    assert ["Ủy ban nhân dân cấp tỉnh"] in [t.lead for t in found]


def test_sanctions_are_no_tasks() -> None:
    found = tasks_of(
        "Điều 9. Trách nhiệm thực hiện",
        "1. Sở Nội vụ có trách nhiệm theo dõi, tổng hợp kết quả thực hiện Quy chế.",
        "2. Cơ quan, đơn vị, cá nhân vi phạm Quy chế này thì tùy theo mức độ bị xử lý theo quy định.",
    )
    assert [t.lead for t in found] == [["Sở Nội vụ"]]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Sở Xây dựng và doanh nghiệp viễn thông", ["Sở Xây dựng", "doanh nghiệp viễn thông"]),
        ("Ủy ban nhân dân các xã, phường, chủ rừng", ["Ủy ban nhân dân các xã, phường", "chủ rừng"]),
        ("cơ quan thuế và cơ quan có liên quan", ["cơ quan thuế", "cơ quan có liên quan"]),
        ("Văn phòng đăng ký đất đai và các Chi nhánh", ["Văn phòng đăng ký đất đai", "các Chi nhánh"]),
        ("Các cơ quan, đơn vị, địa phương, doanh nghiệp", ["Các cơ quan, đơn vị, địa phương, doanh nghiệp"]),
        ("các phòng chuyên môn, cơ quan báo chí", ["các phòng chuyên môn", "cơ quan báo chí"]),
    ],
)
def test_units_without_a_proper_name_are_parted(text: str, units: list[str]) -> None:
    assert split_units(text) == units


def test_units_of_an_article_give_way_to_the_unit_of_a_point() -> None:
    found = tasks_of(
        "Điều 5. Trách nhiệm của Sở Tài chính và Sở Nội vụ",
        "1. Sở Tài chính có quyền hạn và trách nhiệm:",
        "a) Kiểm tra việc cập nhật dữ liệu về ngân sách của địa phương.",
        "2. Sở Nội vụ có quyền hạn và trách nhiệm:",
        "a) Theo dõi việc bố trí nhân sự vận hành hệ thống.",
    )
    assert [t.lead for t in found] == [["Sở Tài chính"], ["Sở Nội vụ"]]


def test_an_opening_line_hands_down_partners_and_deadline() -> None:
    found = tasks_of(
        "Điều 7. Trách nhiệm của Sở Khoa học và Công nghệ",
        "1. Chủ trì, phối hợp với các cơ quan có liên quan tham mưu Ủy ban nhân dân tỉnh:",
        "a) Ban hành kế hoạch phát triển hạ tầng số của tỉnh.",
        "2. Trước ngày 30 tháng 6 hằng năm thực hiện các công việc sau:",
        "a) Rà soát danh mục tài khoản không còn sử dụng.",
        "b) Công bố danh sách đầu mối kỹ thuật trước ngày 15/7 hằng năm.",
        "3. Hướng dẫn các đơn vị sử dụng hệ thống thư điện tử.",
    )
    assert [(t.coordinate, t.deadline) for t in found] == [
        (["các cơ quan có liên quan"], None),
        ([], "Trước ngày 30 tháng 6 hằng năm"),
        ([], "trước ngày 15/7 hằng năm"),
        ([], None),
    ]
    assert {t.lead[0] for t in found} == {"Sở Khoa học và Công nghệ"}


def test_an_opening_line_with_its_own_unit_hands_down_partners_and_deadline() -> None:
    found = tasks_of(
        "Điều 9. Tổ chức thực hiện",
        "1. Sở Nội vụ chủ trì, phối hợp với Sở Tài chính tham mưu Ủy ban nhân dân tỉnh trước ngày 30 tháng 6 hằng năm:",
        "a) Ban hành kế hoạch phát triển hạ tầng số của tỉnh.",
        "2. Sở Y tế phối hợp với các đơn vị rà soát danh mục thuốc theo quy định.",
    )
    assert [(t.lead, t.coordinate, t.deadline) for t in found] == [
        (["Sở Nội vụ"], ["Sở Tài chính"], "trước ngày 30 tháng 6 hằng năm"),
        (["Sở Y tế"], ["các đơn vị"], None),
    ]


@pytest.mark.parametrize(
    "term",
    [
        "Đối với hồ sơ đơn giản: Không quá 05 ngày làm việc kể từ ngày nhận đủ hồ sơ.",
        "Đối với hồ sơ phải xác minh: Tối đa 10 (mười) ngày làm việc.",
        "Trường hợp hồ sơ phải lấy ý kiến: 15 ngày kể từ ngày nhận hồ sơ.",
        "Thời gian thẩm định hồ sơ: không vượt quá 03 ngày làm việc.",
    ],
)
def test_how_long_a_step_takes_is_no_task(term: str) -> None:
    found = tasks_of("Điều 7. Trách nhiệm của Sở Y tế", "1. Vận hành hệ thống hồ sơ sức khỏe.", f"2. {term}")
    assert len(found) == 1


@pytest.mark.parametrize(
    ("text", "closes"),
    [
        ("Sở Y tế đề nghị các cơ quan, đơn vị căn cứ hướng dẫn trên để triển khai thực hiện. Trường hợp có khó khăn, vướng mắc, phản ánh về Sở Y tế.", True),
        ("Đề nghị các cơ quan, đơn vị, địa phương quan tâm, chỉ đạo phối hợp thực hiện theo quy định. Trường hợp có vướng mắc, liên hệ Sở Y tế.", True),
        ("Đề nghị các cơ quan, đơn vị gửi danh sách cán bộ đầu mối, hoàn thành trước ngày 15/3 để thực hiện. Trường hợp có vướng mắc, liên hệ Sở Y tế.", False),
        ("Đề nghị các cơ quan, đơn vị rà soát, cập nhật danh mục thuốc vào hệ thống quản lý. Trường hợp có vướng mắc, liên hệ Sở Y tế.", False),
    ],
)  # fmt: skip
def test_request_to_all_before_the_closing_formula(text: str, closes: bool) -> None:
    assert is_closing(text) is closes


def test_a_request_in_a_later_clause_makes_no_task() -> None:
    text = "1. Cung cấp thông tin về chứng chỉ hành nghề cho cơ quan có yêu cầu; đề nghị Sở Y tế rà soát số liệu."
    assert tasks_of("Điều 2. Nội dung thông tin", text) == []


# Items under "Trách nhiệm của Sở Khoa học và Công nghệ": who is told (None: no task).
SUBJECTS = [
    ("Trường hợp phát hiện sự cố, Công an tỉnh có trách nhiệm thông báo đến các cơ quan liên quan.", "Công an tỉnh"),
    ("Trường hợp đơn vị chậm gửi báo cáo, Sở Nội vụ có trách nhiệm nhắc nhở bằng văn bản.", "Sở Nội vụ"),
    ("Trường hợp chậm trả kết quả, người tiếp nhận hồ sơ có trách nhiệm giải trình với người dân.", None),
    ("Khi phát hiện sự cố, có trách nhiệm thông báo ngay cho các cơ quan liên quan.", "Sở Khoa học và Công nghệ"),
    ("Khi cải tạo, nâng cấp đường truyền, có trách nhiệm thông báo trước cho người dùng.", "Sở Khoa học và Công nghệ"),
    ("Các cơ quan, đơn vị nhận văn bản điện tử phải xác thực chữ ký số theo quy định.", "Các cơ quan, đơn vị nhận văn bản điện tử"),
    ("Các tổ chức, cá nhân thuê, lắp đặt, dùng chung thiết bị phải tuân thủ quy định về an toàn.", None),
    ("Các bên hợp tác trao đổi dữ liệu, cơ quan quản lý dữ liệu có trách nhiệm cung cấp tài khoản.", "cơ quan quản lý dữ liệu"),
    ("Theo dõi việc vận hành, đề nghị Sở Tài chính bố trí kinh phí cho hệ thống.", "Sở Khoa học và Công nghệ"),
    ("Tổng hợp nhu cầu kinh phí: đề nghị Sở Tài chính bố trí kinh phí hằng năm.", "Sở Khoa học và Công nghệ"),
    ("Rà soát phần mềm hằng năm; đề nghị Sở Tài chính bố trí kinh phí nâng cấp.", "Sở Khoa học và Công nghệ"),
    ("Khi có sự cố, đề nghị Công an tỉnh điều tra nguyên nhân theo quy định.", "Sở Khoa học và Công nghệ"),
    ("Đôn đốc các đơn vị có trách nhiệm xử lý sự cố theo quy định.", "Sở Khoa học và Công nghệ"),
    ("Tổ chức tập huấn cho cán bộ có trách nhiệm vận hành hệ thống.", "Sở Khoa học và Công nghệ"),
]  # fmt: skip


@pytest.mark.parametrize(("item", "lead"), SUBJECTS)
def test_subject_of_an_item_comes_before_the_heading(item: str, lead: str | None) -> None:
    found = tasks_of(
        "Điều 7. Trách nhiệm của Sở Khoa học và Công nghệ", "1. Vận hành hệ thống thư của tỉnh.", f"2. {item}"
    )
    assert [task.lead for task in found[1:]] == ([[lead]] if lead else [])


@pytest.mark.parametrize(("item", "lead"), [row for row in SUBJECTS if row[1] and "Các" not in row[0]])
def test_subject_of_an_item_without_marks(item: str, lead: str) -> None:
    assert lead is not None
    heading = strip_diacritics("Điều 7. Trách nhiệm của Sở Khoa học và Công nghệ")
    found = tasks_of(heading, "1. Van hanh he thong thu cua tinh.", f"2. {strip_diacritics(item)}")
    assert [task.lead for task in found[1:]] == [[strip_diacritics(lead)]]


@pytest.mark.parametrize(
    ("text", "partners"),
    [
        ("Phối hợp với cơ quan chủ trì giải quyết vướng mắc.", ("cơ quan chủ trì",)),
        ("Phối hợp với đơn vị vận hành hệ thống xử lý sự cố.", ("đơn vị vận hành hệ thống",)),
        ("Phối hợp chặt chẽ với cấp ủy, chính quyền các cấp, phát huy sức mạnh.", ("cấp ủy, chính quyền các cấp",)),
        ("Phối hợp với tổ chức, cá nhân liên quan xử lý.", ("tổ chức, cá nhân liên quan",)),
        ("Các cơ quan phối hợp có trách nhiệm phối hợp với cơ quan chủ trì thực hiện.", ()),
        ("Phối hợp với tinh thần trách nhiệm cao.", ()),
    ],
)
def test_partners_named_by_their_part(text: str, partners: tuple[str, ...]) -> None:
    assert find_coordination(text) == partners


def test_work_that_a_heading_gives_to_a_unit() -> None:
    found = tasks_of(
        "Điều 5. Nội dung phối hợp chung",
        "1. Xây dựng kế hoạch quản lý lễ hội trên địa bàn tỉnh hằng năm.",
        "Điều 6. Nội dung Sở Y tế có trách nhiệm chủ trì",
        "1. Thẩm định điều kiện an toàn thực phẩm tại các lễ hội.",
        "2. Giải quyết các vấn đề cụ thể về y tế dự phòng theo thẩm quyền.",
        "Điều 7. Nội dung Công an tỉnh chủ trì, phối hợp với Sở Xây dựng",
        "Phân luồng giao thông quanh nơi tổ chức lễ hội.",
    )
    assert [(t.lead, t.coordinate) for t in found] == [
        (["Sở Y tế"], []),
        (["Sở Y tế"], []),
        (["Công an tỉnh"], ["Sở Xây dựng"]),
    ]


def test_partners_that_an_opening_line_names_for_its_items() -> None:
    found = letter(
        "II. TỔ CHỨC THỰC HIỆN",
        "1. Sở Công Thương",
        "a) Chủ trì, phối hợp với các sở, ngành và Ủy ban nhân dân các xã, phường",
        "- Tổ chức hội chợ giới thiệu hàng nông sản của tỉnh.",
        "- Phối hợp với Sở Tài chính hướng dẫn doanh nghiệp vay vốn ưu đãi.",
        "b) Tổng hợp kết quả thực hiện kế hoạch của toàn tỉnh.",
        "2. Sở Khoa học và Công nghệ",
        "Chủ trì, phối hợp với các đơn vị có liên quan tham mưu Ủy ban nhân dân tỉnh:",
        "a) Xây dựng nhãn hiệu cho sản phẩm chủ lực của tỉnh.",
        "b) Bảo hộ sáng chế của các doanh nghiệp trong tỉnh.",
    )
    assert [(t.lead, t.coordinate) for t in found] == [
        (["Sở Công Thương"], ["các sở, ngành", "Ủy ban nhân dân các xã, phường"]),
        (["Sở Công Thương"], ["Sở Tài chính"]),
        (["Sở Công Thương"], []),
        (["Sở Khoa học và Công nghệ"], ["các đơn vị có liên quan"]),
        (["Sở Khoa học và Công nghệ"], ["các đơn vị có liên quan"]),
    ]


def test_paragraphs_below_a_lettered_unit() -> None:
    found = tasks_of(
        "Điều 8. Tổng hợp giá thị trường",
        "1. Phân công nhiệm vụ báo cáo:",
        "a) Sở Tài chính:",
        "Tổng hợp báo cáo giá thị trường của tỉnh hằng quý.",
        "Phân tích, dự báo giá thị trường khi có yêu cầu.",
        "b) Thống kê tỉnh A: Cung cấp chỉ số giá tiêu dùng của địa phương.",
        "Trường hợp khác thực hiện theo quy định của pháp luật.",
    )
    assert [t.lead for t in found] == [["Sở Tài chính"], ["Sở Tài chính"], ["Thống kê tỉnh A"]]


def test_departments_that_manage_a_field() -> None:
    found = tasks_of(
        "Điều 6. Hiệp thương giá",
        "1. Sở quản lý ngành, lĩnh vực chủ trì hiệp thương giá đối với hàng hóa thuộc phạm vi quản lý.",
        "2. Các cơ quan chuyên môn quản lý ngành, lĩnh vực cấp tỉnh và Ủy ban nhân dân các xã: Phối hợp với Sở Tài chính rà soát giá.",
        "3. Các cơ quan được giao nhiệm vụ báo cáo tại khoản 1 Điều này định kỳ gửi kết quả về Sở Tài chính.",
    )  # fmt: skip
    assert [t.lead for t in found] == [
        ["Sở quản lý ngành, lĩnh vực"],
        ["Các cơ quan chuyên môn quản lý ngành, lĩnh vực cấp tỉnh", "Ủy ban nhân dân các xã"],
        ["Các cơ quan được giao nhiệm vụ báo cáo"],
    ]


@pytest.mark.parametrize(
    ("text", "partners"),
    [
        ("Chủ trì, phối hợp với các sở, ngành và Công an tỉnh", ("các sở, ngành", "Công an tỉnh")),
        ("Phối hợp với các đơn vị có liên quan thực hiện:", ("các đơn vị có liên quan",)),
        ("Chủ trì, phối hợp với Sở Tài chính tham mưu Ủy ban nhân dân tỉnh:", ("Sở Tài chính",)),
        ("Chủ trì, phối hợp với Sở Tài chính rà soát dự toán", ()),
        ("Chủ trì tổ chức thực hiện:", ()),
        ("Tổ chức phối hợp với Sở Tài chính:", ()),
    ],
)
def test_partners_for_what_follows(text: str, partners: tuple[str, ...]) -> None:
    assert read_partners(text) == partners


@pytest.mark.parametrize(
    ("text", "partners"),
    [
        ("Theo dõi tiến độ, phối hợp thường xuyên, chặt chẽ với cơ quan thẩm tra, các cơ quan liên quan hoàn thiện hồ sơ",
         ("cơ quan thẩm tra", "các cơ quan liên quan")),
        ("Phối hợp kịp thời và hiệu quả với Sở Y tế xử lý ổ dịch", ("Sở Y tế",)),
        ("Phối hợp kịp thời xử lý ổ dịch", ()),
        ("Phối hợp đồng bộ, hiệu quả giữa các lực lượng", ()),
    ],
)  # fmt: skip
def test_how_units_work_together(text: str, partners: tuple[str, ...]) -> None:
    assert find_coordination(text) == partners


@pytest.mark.parametrize(
    "text",
    [
        "Các đơn vị trong lĩnh vực tư vấn xây dựng chấp hành quy định về năng lực",  # where its name ends can't be told
        "Các cơ quan trong lĩnh vực được giao tăng trưởng khá",
    ],
)
def test_fields_that_can_not_be_told_from_work(text: str) -> None:
    assert find_assignment(text) is None


def test_requests_in_front_of_the_sentence_that_opens_a_list() -> None:
    found = letter(
        "Đề nghị các sở, ban, ngành phối hợp với Sở Công Thương tuyên truyền về an toàn điện. Riêng Sở Xây dựng thực hiện các nội dung sau:",
        "- Kiểm tra công trình gần đường dây điện.",
        "Đề nghị Công an tỉnh xử lý nghiêm vi phạm hành lang lưới điện. Yêu cầu các chủ công trình nghiên cứu các văn bản sau:",
        "- Nghị định số 62/2025/NĐ-CP ngày 04 tháng 3 năm 2025 của Chính phủ về bảo vệ công trình điện lực.",
    )  # fmt: skip
    assert [(t.lead, t.coordinate, t.task[:30]) for t in found] == [
        (["các sở, ban, ngành"], ["Sở Công Thương"], "Đề nghị các sở, ban, ngành phố"),
        (["Sở Xây dựng"], [], "Kiểm tra công trình gần đường "),
        (["Công an tỉnh"], [], "Đề nghị Công an tỉnh xử lý ngh"),
        (["các chủ công trình"], [], "Yêu cầu các chủ công trình ngh"),
    ]


STANDARDS = [
    ("II. TIÊU CHÍ THI ĐUA VÀ HÌNH THỨC KHEN THƯỞNG", "1. Đối với các sở, ban, ngành", "a) Hoàn thành 100% nhiệm vụ được giao; không để hồ sơ quá hạn."),
    ("III. Mức chi hỗ trợ hội thi", "1. Ban Tổ chức", "a) Mức 400.000 đồng/người/buổi đối với Trưởng ban."),
    ("2. Định mức chi bồi dưỡng", "Ban Giám khảo", "- Mức 300.000 đồng/người/buổi."),
]  # fmt: skip


@pytest.mark.parametrize("lines", STANDARDS)
def test_what_units_are_judged_by_or_paid_is_no_task(lines: tuple[str, ...]) -> None:
    assert tasks_of(*lines, title="Phát động phong trào thi đua năm 2026") == []


COMPOSITIONS = [
    ("Điều 4. Cơ cấu tổ chức", "1. Lãnh đạo Sở gồm Giám đốc và các Phó Giám đốc;", "2. Các phòng chuyên môn", "a) Giúp Giám đốc thực hiện nhiệm vụ quản lý nhà nước về ngành."),
    ("Điều 4. Lãnh đạo Trung tâm", "1. Giám đốc Trung tâm là người đứng đầu, điều hành mọi hoạt động của đơn vị.", "2. Phó Giám đốc giúp Giám đốc phụ trách một số lĩnh vực công tác."),
    ("Điều 3. Sở Nội vụ", "1. Tổ chức bộ máy", "a) Giám đốc Sở chịu trách nhiệm trước Ủy ban nhân dân tỉnh về mọi mặt công tác.", "b) Các phòng chuyên môn giúp Giám đốc thực hiện nhiệm vụ quản lý nhà nước."),
    ("Điều 6. Sở Tài chính", "1. Biên chế", "a) Biên chế công chức của Sở do cấp có thẩm quyền giao hằng năm theo vị trí việc làm."),
]  # fmt: skip


@pytest.mark.parametrize("lines", COMPOSITIONS)
def test_of_whom_an_organ_is_made_up_is_no_task(lines: tuple[str, ...]) -> None:
    assert tasks_of(*lines, title="Ban hành Quy định chức năng, nhiệm vụ của Sở Nội vụ") == []


def test_duties_of_heads_of_organs_are_tasks() -> None:
    found = tasks_of(
        "Điều 4. Lãnh đạo các cơ quan, đơn vị", "1. Chỉ đạo việc cập nhật dữ liệu của đơn vị mình quản lý."
    )
    assert [task.lead for task in found] == [["Lãnh đạo các cơ quan, đơn vị"]]


def test_work_on_emulation_is_a_task() -> None:
    found = tasks_of(
        "Điều 5. Trách nhiệm tổ chức thực hiện",
        "1. Sở Nội vụ chủ trì, phối hợp với các cơ quan liên quan xây dựng tiêu chí thi đua, trình Ủy ban nhân dân tỉnh.",
    )
    assert [task.lead for task in found] == [["Sở Nội vụ"]]


def test_an_article_on_a_council_describes_it() -> None:
    lines = (
        "1. Hội đồng họp khi có đủ 03 thành viên trở lên.",
        "2. Hội đồng tự giải thể sau khi hoàn thành việc được giao.",
    )
    assert tasks_of("Điều 18. Hội đồng kỷ luật công chức", *lines) == []
    found = tasks_of(
        "Chương III. TRÁCH NHIỆM CỦA CÁC CƠ QUAN",
        "Điều 18. Hội đồng nhân dân cấp xã",
        "1. Giám sát việc thi hành Quy chế này trên địa bàn xã.",
    )
    assert [task.lead for task in found] == [["Hội đồng nhân dân cấp xã"]]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Ủy ban KH,CN&MT", ["Ủy ban KH,CN&MT"]),
        ("STP,SNV", ["STP", "SNV"]),
        ("Ban QLDA Đầu tư xây dựng chuyên ngành - Học viện B", ["Ban QLDA Đầu tư xây dựng chuyên ngành - Học viện B"]),
        ("Sở Nội vụ - Sở Tài chính", ["Sở Nội vụ", "Sở Tài chính"]),
        ("Các đơn vị thuộc Bộ Vụ Pháp chế", ["Các đơn vị thuộc Bộ", "Vụ Pháp chế"]),
        ("các Sở: Tài chính, Xây dựng, Công ty TNHH A", ["các Sở: Tài chính, Xây dựng", "Công ty TNHH A"]),
    ],
)
def test_names_with_commas_and_dashes(text: str, units: list[str]) -> None:
    assert split_units(text) == units


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("các đơn vị liên quan đầu tư lưới điện", ("các đơn vị liên quan",)),
        ("Ban Quản lý dự án đầu tư xây dựng số 1 lập hồ sơ", ("Ban Quản lý dự án đầu tư xây dựng số 1",)),
        ("UBND các xã, phường nêu cao trách nhiệm", ("UBND các xã, phường",)),
    ],
)
def test_names_end_before_the_duty(text: str, units: tuple[str, ...]) -> None:
    run = read_units(text)
    assert run is not None
    assert run.units == units


@pytest.mark.parametrize(
    "line",
    [
        "Các địa phương đạt 3/6 tiêu chí trọng điểm: hệ số 3,0.",
        "Bà Trần Thị An - Phó Chủ tịch Hội Nông dân tỉnh;",
        "Ông Lê Văn Bình - Chuyên viên Phòng Hành chính; số điện thoại: 0123.456.789.",
        "Thành phần mời dự: đại diện lãnh đạo các sở, ngành; lãnh đạo xã được giám sát.",
        "Bộ tiêu chí đánh giá xã đạt chuẩn về chuyển đổi số (Phụ lục I)",
        "Phát triển hạ tầng số tại các khu công nghiệp là nhiệm vụ quan trọng.",
        "Sở Công Thương thông báo cho các đơn vị được biết và thực hiện./.",
    ],
)
def test_scores_members_and_titles_are_no_tasks(line: str) -> None:
    duty = "- Tổ chức giám sát việc thực hiện tại các xã, phường;"
    found = tasks_of("Điều 1. Trách nhiệm của Sở Nội vụ", duty, f"- {line}")
    assert [task.task for task in found] == [duty[2:]]


def test_people_named_with_their_posts() -> None:
    found = tasks_of(
        "Điều 1. Phân công nhiệm vụ",
        "1. Ông Trần Văn An - Phó Trưởng đoàn: Chủ trì kiểm tra hồ sơ pháp lý của các cơ sở.",
        "2. Bà Lê Thị Bình - Thành viên: Kế toán trưởng của Văn phòng Sở.",
    )
    assert [task.lead for task in found] == [["Ông Trần Văn An"]]
    owner = read_owner("Phó Hiệu trưởng Lê Minh Trí")
    assert owner is not None
    assert owner.lead == ("Phó Hiệu trưởng Lê Minh Trí",)


def test_who_signs_a_form_has_no_duties() -> None:
    assert not tasks_of("Thủ trưởng đơn vị", "(Ký tên, đóng dấu)", "Ghi cụ thể cấp độ an toàn của cơ sở xin cấp giấy")


def test_lead_as_a_verb_and_a_subject_behind_a_span_of_time() -> None:
    found = tasks_of(
        "Điều 1. Trách nhiệm của Đảng ủy Sở Y tế, các đơn vị, địa phương",
        "1. Lãnh đạo việc tổ chức thực hiện đề án chuyển đổi số trong toàn ngành.",
        "2. Trong thời gian 90 ngày kể từ ngày Quyết định này có hiệu lực, các bệnh viện công bố danh mục dịch vụ.",
    )
    assert [task.lead[0] for task in found] == ["Đảng ủy Sở Y tế", "các bệnh viện"]


def test_addressees_at_the_end_of_a_long_introduction() -> None:
    told = "Việc chấp hành quy định về giá còn những tồn tại, hạn chế cần khắc phục trong thời gian tới. " * 8
    asks = "Trên cơ sở đó, Thủ tướng Chính phủ yêu cầu các Bộ trưởng, Chủ tịch Ủy ban nhân dân các tỉnh tập trung triển khai thực hiện các nhiệm vụ sau:"
    head = ["THỦ TƯỚNG CHÍNH PHỦ", "Số: 15/CT-TTg", "Hà Nội, ngày 30 tháng 5 năm 2025", "CHỈ THỊ", "Về việc chấp hành quy định về giá"]  # fmt: skip
    lines = [*head, told + asks, "1. Rà soát, xử lý các văn bản về giá không còn phù hợp.", "2. Tăng cường kiểm tra việc chấp hành pháp luật về giá."]  # fmt: skip
    blocks = [Block(BlockKind.PARAGRAPH, text) for text in lines]
    found = find_tasks(assemble(Reading("docx", 1, blocks), "chi-thi.docx", "0" * 64))
    assert [task.lead for task in found] == [["các Bộ trưởng", "Chủ tịch Ủy ban nhân dân các tỉnh"]] * 2


@pytest.mark.parametrize(
    ("title", "deadline", "day"),
    [
        ("Cải cách hành chính năm 2026", "trước ngày 05/12", "2026-12-05"),
        ("Cải cách hành chính giai đoạn 2026 - 2030", "trước ngày 05/12", None),
        ("Cải cách hành chính năm 2026", "trước ngày 15/01 năm sau", None),
        ("Cải cách hành chính năm 2026", "trước ngày 15/12 hằng năm", None),
        ("Cải cách hành chính năm 2026", "trước ngày 02/01", None),  # before the plan was issued
    ],
)
def test_a_day_falls_in_the_year_of_a_plan(title: str, deadline: str, day: str | None) -> None:
    head = ["SỞ NỘI VỤ", "Số: 12/KH-SNV", "A, ngày 05 tháng 01 năm 2026", "KẾ HOẠCH", title]
    lines = [*head, "II. TỔ CHỨC THỰC HIỆN", "1. Văn phòng Sở", f"- Tổng hợp kết quả thực hiện, báo cáo Giám đốc Sở {deadline}."]  # fmt: skip
    blocks = [Block(BlockKind.PARAGRAPH, text) for text in lines]
    found = find_tasks(assemble(Reading("docx", 1, blocks), "ke-hoach.docx", "0" * 64))
    assert [task.due_on for task in found] == [day]


@pytest.mark.parametrize("mark", ["", ":"])
@pytest.mark.parametrize("says", ["có trách nhiệm", "chịu trách nhiệm"])
def test_a_heading_hands_its_unit_down_without_a_colon(says: str, mark: str) -> None:
    found = tasks_of(
        "Điều 7. Phân công quản lý kho lưu trữ",
        f"1. Trung tâm Lưu trữ lịch sử tỉnh {says}{mark}",
        "a) Bảo quản hồ sơ, tài liệu trong kho theo đúng tiêu chuẩn;",
        "b) Phối hợp với Công an tỉnh kiểm tra an toàn phòng cháy của kho.",
        f"2. Các phòng chuyên môn thuộc Sở Nội vụ {says}{mark}",
        "a) Giao nộp hồ sơ đến hạn vào kho lưu trữ;",
    )
    assert [(task.lead, task.coordinate) for task in found] == [
        (["Trung tâm Lưu trữ lịch sử tỉnh"], []),
        (["Trung tâm Lưu trữ lịch sử tỉnh"], ["Công an tỉnh"]),
        (["Các phòng chuyên môn thuộc Sở Nội vụ"], []),
    ]


def test_a_torn_closing_formula_hands_nobody_down() -> None:
    assert not tasks_of(
        "Điều 3. Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Nội vụ chịu trách nhiệm",
        "thi hành Quyết định này./.",
    )


@pytest.mark.parametrize(
    ("text", "type_code", "enacting"),
    [
        ("Hội đồng nhân dân tỉnh A ban hành Nghị quyết quy định mức hỗ trợ người trồng rừng.", "NQ", True),
        ("Theo đề nghị của Giám đốc Sở Nội vụ; Ủy ban nhân dân tỉnh ban hành Quyết định về tuần tra rừng.", "QĐ", True),
        ("Ủy ban nhân dân tỉnh ban hành Quyết định về tuần tra rừng.", "KH", False),
        ("Ủy ban nhân dân tỉnh ban hành Quyết định về tuần tra rừng trước ngày 15/9/2026.", "QĐ", False),
        ("Sở Nội vụ trình Hội đồng nhân dân tỉnh ban hành Nghị quyết về biên chế.", "NQ", False),
    ],
)
def test_who_makes_a_text_is_not_told_to_make_it(text: str, type_code: str, enacting: bool) -> None:
    assert enacts(bare_form(text), type_code) is enacting


@pytest.mark.parametrize("deadline", ["", " trước ngày 10/3 hằng năm"])
def test_steps_of_a_procedure_are_no_tasks_unless_they_have_a_day(deadline: str) -> None:
    found = tasks_of(
        "Điều 6. Cấp lại giấy ra vào kho",
        "1. Giấy bị mất thì được cấp lại.",
        "2. Trình tự, thủ tục cấp lại giấy:",
        f"a) Văn phòng Sở Nội vụ kiểm tra đơn, lập danh sách trình Giám đốc Sở{deadline};",
        "3. Văn phòng Sở Nội vụ có trách nhiệm thu hồi giấy hết hạn của các đơn vị.",
        "Điều 7. Kiểm tra",
        "1. Thanh tra tỉnh chủ trì kiểm tra việc ra vào kho của các đơn vị.",
    )
    assert len(found) == (3 if deadline else 2)
    assert [task.lead for task in found[-2:]] == [["Văn phòng Sở Nội vụ"], ["Thanh tra tỉnh"]]


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("Thủ trưởng đơn vị trực tiếp quản lý nhân viên rà soát hồ sơ và đề xuất khen thưởng", ["Thủ trưởng đơn vị trực tiếp quản lý nhân viên"]),
        ("Người đứng đầu cơ quan trực tiếp sử dụng xe công phải kiểm tra nhật trình", ["Người đứng đầu cơ quan trực tiếp sử dụng xe công"]),
        ("Thủ trưởng đơn vị trực tiếp quản lý kho vật chứng.", None),
        ("Thủ trưởng đơn vị trực tiếp quản lý, điều hành công việc của kho", ["Thủ trưởng đơn vị"]),
        ("Thủ trưởng đơn vị rà soát hồ sơ và đề xuất khen thưởng", ["Thủ trưởng đơn vị"]),
    ],
)  # fmt: skip
def test_which_head_it_is(text: str, lead: list[str] | None) -> None:
    found = find_assignment(text)
    assert (list(found.lead) if found else None) == lead


def test_partners_of_whoever_gets_a_report_are_not_those_of_its_sender() -> None:
    assert find_coordination("Báo cáo số thu gửi Sở Tài chính chủ trì, phối hợp với Thuế tỉnh đối chiếu") == ()
    assert find_coordination("Gửi báo cáo số thu; phối hợp với Thuế tỉnh đối chiếu") == ("Thuế tỉnh",)


def test_other_work_is_no_partner() -> None:
    found = tasks_of("Điều 9. Trách nhiệm của Sở Y tế", "1. Kiểm tra kho thuốc, phối hợp các cơ quan liên quan và các nhiệm vụ khác được giao.")  # fmt: skip
    assert [task.coordinate for task in found] == [["các cơ quan liên quan"]]
    named = read_units("Chi nhánh Ngân hàng Phát triển và cơ quan liên quan rà soát")
    assert named is not None
    assert named.units == ("Chi nhánh Ngân hàng Phát triển", "cơ quan liên quan")


# Sentence, its lead, its partners.
FURTHER = [
    ("Sở Y tế hoặc Sở Văn hóa và Thể thao chủ trì thẩm định hồ sơ của các câu lạc bộ", ("Sở Y tế", "Sở Văn hóa và Thể thao"), ()),
    ("Chủ tịch hoặc Phó Chủ tịch Ủy ban nhân dân tỉnh chủ trì họp giao ban hằng tháng", ("Chủ tịch hoặc Phó Chủ tịch Ủy ban nhân dân tỉnh",), ()),
    ("Giao Vụ Thị trường trong nước chủ trì, phối hợp với Cục Hóa chất sớm hoàn thành báo cáo", ("Vụ Thị trường trong nước",), ("Cục Hóa chất",)),
    ("Giao Vụ KHCN, MT&HTQT tham mưu văn bản trả lời", ("Vụ KHCN, MT&HTQT",), ()),
    ("Thủ trưởng, người đứng đầu các bộ, ngành chịu trách nhiệm chỉ đạo rà soát các dự án", ("Thủ trưởng, người đứng đầu các bộ, ngành",), ()),
    ("Các Sở, ban, ngành thuộc tỉnh theo chức năng, nhiệm vụ, lĩnh vực được giao chủ động tuyên truyền", ("Các Sở, ban, ngành thuộc tỉnh",), ()),
    ("Ủy ban nhân dân cấp xã nơi có đất thu hồi để làm chợ chủ trì bồi thường", ("Ủy ban nhân dân cấp xã nơi có đất thu hồi để làm chợ",), ()),
    ("Kinh phí: Ngoài kinh phí đã cấp, đề nghị UBND các huyện, thị xã bố trí bổ sung ngân sách địa phương", ("UBND các huyện, thị xã",), ()),
    ("Đối với cụm A và cụm B, giao UBND phường Hoa Lư tìm kiếm nhà đầu tư", ("UBND phường Hoa Lư",), ()),
    ("Giao Ban Chỉ huy Phòng, chống lụt, bão và Tìm kiếm cứu nạn thành phố chủ trì trực ban", ("Ban Chỉ huy Phòng, chống lụt, bão và Tìm kiếm cứu nạn thành phố",), ()),
    ("Sở A chủ trì, phối hợp với lực lượng Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ kiểm tra kho hàng", ("Sở A",), ("lực lượng Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ",)),
    ("Bộ, cơ quan ngang Bộ, cơ quan thuộc Chính phủ có trách nhiệm báo cáo", ("Bộ, cơ quan ngang Bộ, cơ quan thuộc Chính phủ",), ()),
    ("Ngân hàng Nhà nước Việt Nam ký với đối tác văn bản tiếp nhận dự án", ("Ngân hàng Nhà nước Việt Nam",), ()),
    ("Bộ trưởng các Bộ: Xây dựng, Công an, Y tế và Chủ tịch Ủy ban nhân dân các tỉnh chỉ đạo kiểm tra", ("Bộ trưởng các Bộ: Xây dựng, Công an, Y tế", "Chủ tịch Ủy ban nhân dân các tỉnh"), ()),
    ("Sở A chủ trì, phối hợp với các cơ quan thông tin truyền thông tuyên truyền", ("Sở A",), ("các cơ quan thông tin truyền thông",)),
    ("Ban An toàn giao thông (ATGT) tỉnh chủ trì kiểm tra", ("Ban An toàn giao thông tỉnh",), ()),
    ("Các sở, ban, ngành tỉnh, đề nghị Hội Nông dân tỉnh tuyên truyền Luật Đường bộ", ("Các sở, ban, ngành tỉnh", "Hội Nông dân tỉnh"), ()),
    ("Yêu cầu các cơ quan, đơn vị tham dự cuộc họp căn cứ chức năng gửi báo cáo", ("các cơ quan, đơn vị tham dự cuộc họp",), ()),
    ("Liên đoàn Bóng đá tỉnh, các hội, hiệp hội trong lĩnh vực thể thao và du lịch chỉ đạo các câu lạc bộ hưởng ứng", ("Liên đoàn Bóng đá tỉnh", "các hội, hiệp hội trong lĩnh vực thể thao và du lịch"), ()),
    ("Các doanh nghiệp hoạt động trong ngành dệt may tăng cường đào tạo lao động", ("Các doanh nghiệp hoạt động trong ngành dệt may",), ()),
    ("Yêu cầu các cơ sở kinh doanh thuộc lĩnh vực, địa bàn quản lý chủ động niêm yết giá", ("các cơ sở kinh doanh thuộc lĩnh vực, địa bàn quản lý",), ()),
    ("Sở Y tế phối hợp chặt chẽ, hiệu quả với Công an tỉnh kiểm tra nhà thuốc", ("Sở Y tế",), ("Công an tỉnh",)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "lead", "coordinate"), FURTHER)
def test_further_sentences(text: str, lead: tuple[str, ...], coordinate: tuple[str, ...]) -> None:
    found = find_assignment(text)
    assert found is not None
    assert (found.lead, found.coordinate) == (lead, coordinate)


def test_a_line_of_its_own_says_by_when() -> None:
    tasks = tasks_of("Điều 2. Tổ chức thực hiện", "1. Giao Sở Nội vụ chủ trì rà soát quy chế văn thư của tỉnh.", "Hoàn thành trước ngày 30/6/2026.", "2. Giao Sở Tài chính bố trí kinh phí thực hiện.")  # fmt: skip
    assert [(t.lead, t.deadline, t.due_on) for t in tasks] == [
        (["Sở Nội vụ"], "trước ngày 30/6/2026", "2026-06-30"),
        (["Sở Tài chính"], None, None),
    ]


def test_a_second_post_is_no_second_unit() -> None:
    tasks = tasks_of("Điều 2. Tổ chức thực hiện", "1. Giao Giám đốc Sở Nội vụ - Phó Trưởng Ban Chỉ đạo cải cách hành chính chủ trì xây dựng kế hoạch kiểm tra.", "2. Sở Tư pháp - cơ quan thường trực Hội đồng phổ biến pháp luật chủ trì tập huấn.")  # fmt: skip
    assert [t.lead for t in tasks] == [["Giám đốc Sở Nội vụ"], ["Sở Tư pháp"]]


NO_ASSIGNMENTS = [
    "Đối với việc bảo đảm an ninh cho các doanh nghiệp, các tổ chức khác, sử dụng vốn tự có của doanh nghiệp",
    "Quý I năm 2026, trên cả nước diễn ra nhiều sự kiện lớn, các lực lượng chức năng bảo đảm trật tự",
    "Căn cứ quy định nêu trên, Tổng cục Thuế đồng ý với ý kiến của Cục Thuế tỉnh",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_ASSIGNMENTS)
def test_sentences_that_tell_nobody(text: str) -> None:
    assert find_assignment(text) is None


def test_forces_are_no_owners_and_lists_of_units_no_tasks() -> None:
    tasks = tasks_of(
        "Điều 5. Tổ chức chữa cháy", "1. Lực lượng phòng cháy, chữa cháy rừng cấp xã", "a) Khi xảy ra cháy rừng, Ban Chỉ huy cấp xã có trách nhiệm điều động lực lượng của xã.",
        "Điều 6. Các đơn vị sự nghiệp thuộc Sở", "1. Trung tâm Hành động khắc phục hậu quả thiên tai tỉnh.",
        "Điều 7. Sở Y tế", "1. Sở Y tế là cơ quan thường trực của Hội đồng. Hội đồng có Tổ Thư ký giúp việc.",
    )  # fmt: skip
    assert [t.lead for t in tasks] == [["Ban Chỉ huy cấp xã"]]


@pytest.mark.parametrize(
    ("annex", "found"),
    [("NỘI QUY MẪU ÁP DỤNG CHO NHÀ VĂN HÓA THÔN", 0), ("QUY CHẾ HOẠT ĐỘNG CỦA NHÀ VĂN HÓA THÔN", 1)],
)
def test_a_model_for_others_sets_no_tasks(annex: str, found: int) -> None:
    tasks = tasks_of(
        "Điều 1. Ban hành kèm theo Quyết định này văn bản về nhà văn hóa thôn.",
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Trần Văn An",
        annex,
        "(Ban hành kèm theo Quyết định số 12/2026/QĐ-UBND)",
        "Điều 4. An toàn phòng cháy",
        "Bộ phận quản lý nhà văn hóa có trách nhiệm kiểm tra thiết bị chữa cháy hằng tháng và báo cáo trưởng thôn.",
    )
    assert len(tasks) == found
