# ruff: noqa: E501
"""What a task must prove before it leaves: names, evidence for a heading's unit, work that begins. Texts of our own."""

from __future__ import annotations

import pytest

from ingest.clean.fold import strip_diacritics
from ingest.extract.duty_word import begins_work, names_thing
from ingest.extract.models import Task
from ingest.extract.no_duty import is_closing, tells_nothing
from ingest.extract.task_proof import is_name
from ingest.extract.tasks import find_tasks
from ingest.models import Block, BlockKind, Reading
from ingest.pipeline import assemble

Found = list[tuple[list[str], str]]


def tasks_of(head: list[str], *parts: str, form: str = "docx") -> list[Task]:
    blocks = [Block(BlockKind.PARAGRAPH, text) for text in (*head, *parts)]
    return find_tasks(assemble(Reading(form, 1, blocks), f"van-ban.{form}", "0" * 64))


PLAN = ["ỦY BAN NHÂN DÂN TỈNH A", "Số: 12/KH-UBND", "A, ngày 05 tháng 01 năm 2026", "KẾ HOẠCH", "Cải cách hành chính năm 2026"]  # fmt: skip
LETTER = ["ỦY BAN NHÂN DÂN TỈNH A", "Số: 12/UBND-KT", "A, ngày 05 tháng 01 năm 2026", "V/v tăng cường quản lý chợ", "Kính gửi: Các sở, ban, ngành."]  # fmt: skip
RULES = ["TRƯỜNG ĐẠI HỌC A", "Số: 12/QĐ-ĐHA", "A, ngày 05 tháng 01 năm 2026", "QUYẾT ĐỊNH", "Ban hành Quy định đánh giá tài sản", "Căn cứ Luật Giáo dục đại học;", "QUYẾT ĐỊNH:"]  # fmt: skip

NAMES = [
    ("Sở Nội vụ", True),
    ("UBND các xã, phường, đặc khu", True),
    ("các cơ quan, đơn vị được giao chủ trì", True),
    ("Phó Trưởng phòng", True),
    ("cơ quan chủ trì soạn thảo", True),
    ("đơn vị bảo đảm chất lượng", True),
    ("Đơn vị pháp chế, kiểm soát hoặc kiểm toán nội bộ", True),
    ("Ban Quản lý dự án đầu tư xây dựng công trình giao thông tỉnh", True),
    ("Ông Trần Văn An", True),
    ("Kiểm lâm sở tại", True),
    ("Phòng Quản trị thiết bị", True),
    ("Bộ Ngoại giao", True),
    ("tổ công nghệ số cộng đồng", True),
    ("CỔNG TUÂN THỦ, DỮ LIỆU VÀ PHƯƠNG PHÁP CHẤM ĐIỂM", False),
    ("Chủ tịch UBND tỉnh các giải pháp", False),
    ("quỹ bảo hiểm y tế", False),
    ("bảo hiểm y tế và khả năng", False),
    ("Sở Nội vụ và", False),
    ("Sở Nội vụ (Phòng Cải cách", False),
    ("cơ quan này", False),
    ("Cổng dịch vụ công quốc gia", False),
    ("UBND phường thông tin để", False),
]


@pytest.mark.parametrize(("name", "good"), NAMES)
def test_names(name: str, good: bool) -> None:
    assert is_name(name) is good


@pytest.mark.parametrize(
    ("name", "good"),
    [("TTXVN", True), ("Trần Thị An", True), ("Theo phân công tại Quyết định số 12/QĐ-UBND", True), ("Bộ, ngành, địa phương", True),
     ("Tình trạng/độ sẵn sàng", False), ("nghiệp và phát triển nông thôn", False), ("CSDL chuyên ngành", False)],
)  # fmt: skip
def test_names_in_cells(name: str, good: bool) -> None:
    assert is_name(name, table=True) is good


WORK = [
    ("Rà soát, đơn giản hóa thủ tục hành chính", True),
    ("Kịp thời biểu dương tập thể có cách làm hay", True),
    ("Căn cứ kế hoạch này, xây dựng kế hoạch của đơn vị", True),
    ("Trong tháng 3, hoàn thành việc cắm mốc", True),
    ("Đối với hồ sơ quá hạn: gửi thư xin lỗi", True),
    ("Là cơ quan tham mưu của Ban Chỉ đạo; tổng hợp báo cáo hằng quý", True),
    ("Không để phát sinh hồ sơ quá hạn", True),
    ("Từng bước thay thế thiết bị cũ", True),
    ("Điều kiện về phòng cháy, chữa cháy", False),
    ("Kết quả rà soát được gửi về Sở", False),
    ("Mỗi chỉ tiêu có một hồ sơ định nghĩa", False),
    ("Việc chấm điểm được thực hiện theo công thức", False),
    ("Tỷ lệ hài lòng đạt trên 90%", False),
    ("Là cơ quan tham mưu của Ban Chỉ đạo", False),
    ("Hồ sơ về nguồn vốn, hợp đồng", False),
]


@pytest.mark.parametrize(("text", "works"), WORK)
def test_work_begins(text: str, works: bool) -> None:
    assert begins_work(text) is works
    assert begins_work(strip_diacritics(text)) is works or not works  # without marks more words may be verbs


@pytest.mark.parametrize("text", [text for text, works in WORK if not works and not text.startswith("Là ")])
def test_things_are_told_from_verbs_that_are_not_listed(text: str) -> None:
    assert names_thing(text)
    assert not names_thing("Bảo hộ nhãn hiệu của làng nghề")


CLOSINGS = [
    ("Căn cứ ý kiến chỉ đạo trên, các cơ quan, đơn vị liên quan nghiêm túc triển khai thực hiện./.", True),
    (
        "Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các xã, phường chịu trách nhiệm tổ chức triển khai thực hiện nghiêm túc các nội dung nêu trên; trong quá trình thực hiện nếu phát sinh khó khăn, vướng mắc, kịp thời báo cáo Sở Xây dựng để tổng hợp./.",
        True,
    ),
    ("Yêu cầu Giám đốc các sở, ban, ngành triển khai thực hiện nghiêm túc Chỉ thị này./.", True),
    (
        "Thủ trưởng các đơn vị chịu trách nhiệm quán triệt, tổ chức thực hiện nghiêm túc quy trình này. Quá trình thực hiện nếu có vướng mắc, đề nghị các đơn vị phản ánh về Phòng A.",
        True,
    ),
    ("Giao Sở Nội vụ theo dõi, đôn đốc việc thực hiện Kế hoạch này./.", False),
    ("Các sở, ngành căn cứ nhiệm vụ được giao đề xuất bố trí kinh phí trong dự toán hằng năm./.", False),
    ("Tỷ lệ thủ tục có phát sinh hồ sơ trực tuyến đạt từ 50% trở lên.", False),
    ("Giải quyết vướng mắc của doanh nghiệp trong cụm công nghiệp.", False),
]


@pytest.mark.parametrize(("text", "closes"), CLOSINGS)
def test_closings(text: str, closes: bool) -> None:
    assert is_closing(text) is closes
    assert is_closing(strip_diacritics(text)) is closes


def test_liability_and_contacts_tell_nothing() -> None:
    assert tells_nothing(
        "Chủ tịch UBND các xã chịu trách nhiệm toàn diện trước Chủ tịch UBND tỉnh nếu để xảy ra vi phạm."
    )
    assert tells_nothing("Đầu mối phối hợp: đồng chí Trần Văn An, Văn phòng Sở, điện thoại: 0912345678.")
    assert not tells_nothing("Gửi tin bài về Sở Nội vụ (qua email: abc@example.vn) để đăng tải.")


# (head, parts, leads with the first words of each task)
DOCUMENTS: list[tuple[list[str], list[str], Found]] = [
    (  # a chapter in capitals is no unit
        RULES,
        ["Chương II\nCỔNG TUÂN THỦ, DỮ LIỆU, NGƯỠNG VÀ PHƯƠNG PHÁP ĐÁNH GIÁ", "Điều 6. Cổng tuân thủ bắt buộc", "1. Xem xét hồ sơ về nguồn vốn và quyền sử dụng tài sản.", "2. Rà soát điều kiện về quy hoạch, xây dựng của công trình."],
        [],
    ),
    (  # units under "các đơn vị" that are named before a colon, whole
        RULES,
        ["Điều 9. Trách nhiệm của các đơn vị", "1. Phòng Kế hoạch - Tài chính: xác nhận nguồn vốn của từng tài sản.", "2. Đơn vị bảo đảm chất lượng: rà soát phương pháp khảo sát.", "3. Đơn vị pháp chế, kiểm soát hoặc kiểm toán nội bộ: kiểm tra việc tuân thủ quy định."],
        [(["Phòng Kế hoạch - Tài chính"], "Phòng Kế hoạch"), (["Đơn vị bảo đảm chất lượng"], "Đơn vị bảo"), (["Đơn vị pháp chế, kiểm soát hoặc kiểm toán nội bộ"], "Đơn vị pháp")],
    ),
    (  # contents, forms and results below a unit are not its work
        PLAN,
        ["III. TỔ CHỨC THỰC HIỆN", "1. Sở Tư pháp", "a) Làm đầu mối tổng hợp kết quả rà soát của các đơn vị.", "b) Kết quả rà soát được tổng hợp trong báo cáo năm.", "c) Nội dung tuyên truyền gồm: tình hình, kết quả, mô hình hay."],
        [(["Sở Tư pháp"], "Làm đầu mối")],
    ),
    (  # a heading without an end mark above deeper items is no task of its own
        PLAN,
        ["II. NHIỆM VỤ", "Để đạt mục tiêu trên, Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành thực hiện các nhiệm vụ sau:", "1. Tập trung sửa đổi, bổ sung và hoàn thiện hệ thống chính sách về bảo hiểm y tế đáp ứng mục tiêu bao phủ bảo hiểm y tế toàn dân trên địa bàn tỉnh", "- Xây dựng lộ trình hỗ trợ mức đóng cho hộ cận nghèo.", "- Rà soát văn bản về bảo hiểm y tế không còn phù hợp."],
        [(["các sở, ban, ngành"], "Xây dựng lộ"), (["các sở, ban, ngành"], "Rà soát văn")],
    ),
    (  # ... but it is one where labels follow
        PLAN,
        ["II. NHIỆM VỤ", "1. Công tác thể chế", "a) Rà soát, hệ thống hóa văn bản quy phạm pháp luật do Hội đồng nhân dân, Ủy ban nhân dân tỉnh ban hành còn hiệu lực đến hết năm", "- Đơn vị chủ trì: Sở Tư pháp.", "- Đơn vị phối hợp: Văn phòng Ủy ban nhân dân tỉnh.", "- Thời gian thực hiện: Quý I/2026."],
        [(["Sở Tư pháp"], "Rà soát, hệ")],
    ),
    (  # who asks is not who does
        LETTER,
        ["Căn cứ chức năng, nhiệm vụ của Ban Thường vụ, Văn phòng Đảng ủy kính đề nghị các đồng chí Ủy viên cho ý kiến đối với dự thảo báo cáo nêu trên."],
        [],
    ),
    (  # a letter already sent is no duty
        LETTER,
        ["Sở Công Thương có văn bản số 45/SCT-TM ngày 12 tháng 12 năm 2025 gửi Ủy ban nhân dân tỉnh đề nghị cho ý kiến về quy hoạch chợ."],
        [],
    ),
    (  # the unit of "Định kỳ ..., X có trách nhiệm:"
        RULES,
        ["Điều 9. Kiểm tra tài sản", "1. Định kỳ hằng năm và khi có yêu cầu, Phòng Tài chính có trách nhiệm:", "a) Tổ chức đoàn kiểm tra việc sử dụng tài sản của các khoa.", "b) Báo cáo Hiệu trưởng kết quả kiểm tra."],
        [(["Phòng Tài chính"], "Tổ chức đoàn"), (["Phòng Tài chính"], "Báo cáo Hiệu")],
    ),
    (  # a unit named with an item that closes with a full stop does what the bullets below say
        PLAN,
        ["IV. TỔ CHỨC THỰC HIỆN", "1. Các cơ quan, đơn vị, địa phương xây dựng kế hoạch thi đua của đơn vị mình.", "- Giới thiệu điển hình tiên tiến để tuyên truyền trên cổng thông tin.", "- Báo cáo kết quả đợt thi đua về Sở Nội vụ khi tổng kết."],
        [(["Các cơ quan, đơn vị, địa phương"], "Các cơ quan"), (["Các cơ quan, đơn vị, địa phương"], "Giới thiệu"), (["Các cơ quan, đơn vị, địa phương"], "Báo cáo kết")],
    ),
    (  # paragraphs without labels below an opening line
        PLAN,
        ["III. NHIỆM VỤ", "1. Các sở, ban, ngành", "Giao Sở Tư pháp thực hiện các nhiệm vụ sau:", "Rà soát toàn bộ văn bản quy phạm pháp luật của tỉnh.", "Kịp thời tham mưu bãi bỏ văn bản không còn phù hợp."],
        [(["Sở Tư pháp"], "Rà soát toàn"), (["Sở Tư pháp"], "Kịp thời tham")],
    ),
    (  # what goes on elsewhere is told of somebody else
        RULES,
        ["Điều 9. Trách nhiệm của Phòng Quản trị", "1. Đối với khu nhà cho thuê thì đơn vị kinh doanh dịch vụ thực hiện việc trông giữ xe.", "2. Bố trí lối đi cho người khuyết tật tại các khu nhà."],
        [(["Phòng Quản trị"], "Bố trí lối")],
    ),
    (  # a heading whose duties are told below it, each with a unit of its own
        LETTER,
        ["Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành thực hiện các nhiệm vụ sau:", "1. Về quản lý chợ", "a) Triển khai công tác tuyên truyền về chợ.", "Sở Công Thương có trách nhiệm xây dựng tài liệu tuyên truyền.", "Sở Tài chính hướng dẫn việc thu phí chợ."],
        [(["Sở Công Thương"], "Sở Công"), (["Sở Tài chính"], "Sở Tài")],
    ),
    (  # what an introduction asks of others is not handed down below a unit of its own
        LETTER,
        ["I. Các cơ quan báo chí, xuất bản của tỉnh:", "1. Thông tin kịp thời về hoạt động của các chợ.", "II. Công đoàn cấp trên trực tiếp cơ sở và công đoàn cơ sở:", "1. Cung cấp thông tin cho các cơ quan báo chí, xuất bản của tỉnh để tuyên truyền.", "2. Phối hợp với các cơ quan báo chí, xuất bản của tỉnh tổ chức hội thi."],
        [(["Các cơ quan báo chí, xuất bản của tỉnh"], "Thông tin"), (["Công đoàn cấp trên trực tiếp cơ sở", "công đoàn cơ sở"], "Cung cấp"), (["Công đoàn cấp trên trực tiếp cơ sở", "công đoàn cơ sở"], "Phối hợp")],
    ),
    (  # labels of the next item are not those of the items below the one before
        PLAN,
        ["II. NHIỆM VỤ", "1. Công tác tuyên truyền", "1.1. Văn phòng Sở có trách nhiệm cập nhật kịp thời văn bản mới trên trang thông tin.", "2. Biên soạn bản tin pháp luật của ngành hằng quý", "Phòng Pháp chế chủ trì, phối hợp với Thanh tra Sở thực hiện.", "Thời gian thực hiện: Quý II/2026."],
        [(["Văn phòng Sở"], "Văn phòng"), (["Phòng Pháp chế"], "Biên soạn")],
    ),
    (  # what was so is no duty, and the appeal of a sender is none either
        LETTER,
        ["Trong thời gian qua, công tác quản lý chợ đã được các cấp, các ngành quan tâm triển khai và đạt kết quả.", "Ủy ban nhân dân tỉnh kêu gọi toàn thể cán bộ, công chức phát huy truyền thống, hoàn thành nhiệm vụ năm 2026."],
        [],
    ),
    (  # what is asked of others in a paragraph below an opening line is theirs; a text's number is no work
        PLAN,
        ["III. TỔ CHỨC THỰC HIỆN", "Giao Sở Nội vụ:", "- Theo dõi, đôn đốc việc thực hiện Kế hoạch này.", "Đề nghị Liên đoàn Lao động tỉnh: Chỉ đạo các cấp công đoàn chăm lo đời sống người lao động.", "Quyết định số 416/QĐ-TTg và chính sách, pháp luật có liên quan về quan hệ lao động."],
        [(["Sở Nội vụ"], "Theo dõi"), (["Liên đoàn Lao động tỉnh"], "Đề nghị")],
    ),
    (  # purposes and requirements are none, though an introduction names units
        LETTER,
        ["Chủ tịch Ủy ban nhân dân tỉnh yêu cầu Thủ trưởng các sở, ban, ngành thực hiện tốt một số nội dung sau đây:", "I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "- Nâng cao ý thức trách nhiệm của công chức trong công việc.", "II. CÁC NỘI DUNG CÔNG VIỆC", "1. Công khai quy trình tuyển dụng, bổ nhiệm công chức."],
        [(["Thủ trưởng các sở, ban, ngành"], "Công khai quy")],
    ),
    (  # who fails gets nothing; to propose something to others is no order to them
        PLAN,
        ["III. TỔ CHỨC THỰC HIỆN", "1. Sở Nội vụ", "- Tổ chức các lớp bồi dưỡng theo Kế hoạch này.", "- Kiến nghị các cơ quan có thẩm quyền thu hồi giấy phép của các cơ sở tái phạm.", "- Các đơn vị không thực hiện đúng quy định về việc mở lớp sẽ không được thanh toán kinh phí."],
        [(["Sở Nội vụ"], "Tổ chức các"), (["Sở Nội vụ"], "Kiến nghị các")],
    ),
    (  # behind "liên quan" a name has ended; which provinces belongs to it
        PLAN,
        ["III. TỔ CHỨC THỰC HIỆN", "1. Bộ Khoa học và Công nghệ chủ trì, phối hợp với các bộ, ngành liên quan hoàn tất việc chuyển đổi.", "2. Ủy ban nhân dân các tỉnh vùng Tây Nguyên thành lập ban chỉ đạo của tỉnh.", "3. Các bộ, cơ quan chủ trì các đề án quy mô quốc gia có trách nhiệm xây dựng kế hoạch hằng năm."],
        [(["Bộ Khoa học và Công nghệ"], "Bộ Khoa"), (["Ủy ban nhân dân các tỉnh vùng Tây Nguyên"], "Ủy ban"), (["Các bộ, cơ quan chủ trì các đề án quy mô quốc gia"], "Các bộ")],
    ),
    (  # the whole name of a company
        LETTER,
        ["1. Công ty TNHH một thành viên quản lý khai thác công trình thủy lợi tỉnh phối hợp với các địa phương có phương án vận hành các cống."],
        [(["Công ty TNHH một thành viên quản lý khai thác công trình thủy lợi tỉnh"], "Công ty")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("head", "parts", "expected"), DOCUMENTS)
def test_documents(head: list[str], parts: list[str], expected: Found) -> None:
    found = [(task.lead, task.task) for task in tasks_of(head, *parts)]
    assert [lead for lead, _ in found] == [lead for lead, _ in expected]
    assert all(text.startswith(begins) for (_, text), (_, begins) in zip(found, expected, strict=True))


@pytest.mark.parametrize(("head", "parts", "expected"), DOCUMENTS)
def test_documents_without_marks(head: list[str], parts: list[str], expected: Found) -> None:
    found = [task.lead for task in tasks_of(head, *map(strip_diacritics, parts))]
    assert found == [[strip_diacritics(unit) for unit in lead] for lead, _ in expected]


def test_lines_torn_in_two_are_one_task() -> None:
    found = tasks_of(
        LETTER,
        "1. Ban Quản lý chợ tỉnh",
        "- Hằng năm đánh giá tình hình kinh doanh tại chợ và tham mưu, đề xuất",
        "Chủ tịch Ủy ban nhân dân tỉnh các giải pháp quản lý chợ.",
        "- Rà soát, sắp xếp lại các điểm kinh doanh trong chợ;",
        "hoàn thành trước ngày 10 tháng 6 năm 2026.",
        form="pdf",
    )
    assert [(task.lead, task.due_on) for task in found] == [
        (["Ban Quản lý chợ tỉnh"], None),
        (["Ban Quản lý chợ tỉnh"], "2026-06-10"),
    ]
    assert found[0].task.endswith("các giải pháp quản lý chợ.")


def test_names_that_a_sentence_cuts_are_completed_from_labels() -> None:
    found = tasks_of(
        PLAN,
        "II. NHIỆM VỤ",
        "1. Rà soát dự thảo nghị định về hòa giải ở cơ sở.",
        "- Đơn vị chủ trì: Vụ Các vấn đề chung về xây dựng pháp luật.",
        "III. TỔ CHỨC THỰC HIỆN",
        "1. Văn phòng Bộ",
        "- Phối hợp với Vụ Các vấn đề chung về xây dựng pháp luật triển khai Kế hoạch này.",
    )
    assert found[-1].coordinate == ["Vụ Các vấn đề chung về xây dựng pháp luật"]


def test_page_heads_do_not_end_a_unit_s_list() -> None:
    found = tasks_of(
        PLAN,
        "II. NHIỆM VỤ",
        "Ủy ban nhân dân tỉnh giao Sở Y tế thực hiện các nhiệm vụ sau:",
        "- Xây dựng đề án về phòng bệnh tại cộng đồng.",
        "CÔNG BÁO/Số 286/Ngày 27-05-2026",
        "91",
        "- Tăng cường giám sát dịch bệnh mùa hè.",
        "CÔNG BÁO/Số 286/Ngày 27-05-2026",
        "92",
        "- Báo cáo kết quả trước ngày 30/11/2026.",
    )
    assert [task.lead for task in found] == [["Sở Y tế"]] * 3


def test_signs_of_things_do_not_part_a_name() -> None:
    found = tasks_of(
        LETTER,
        "6. Trách nhiệm của các tổ chức, doanh nghiệp hoạt động trong lĩnh vực có liên quan đến VLNCN, TCTN",
        "- Tuyên truyền về phòng cháy, chữa cháy cho người lao động.",
    )
    lead = "các tổ chức, doanh nghiệp hoạt động trong lĩnh vực có liên quan đến VLNCN, TCTN"
    assert [task.lead for task in found] == [[lead]]


RESOLUTION = ["TỈNH ỦY A", "Số: 12-NQ/TU", "A, ngày 05 tháng 01 năm 2026", "NGHỊ QUYẾT", "Về đổi mới, sắp xếp tổ chức bộ máy"]  # fmt: skip
PROPOSAL = ["ỦY BAN NHÂN DÂN TỈNH A", "Số: 12/TTr-UBND", "A, ngày 05 tháng 01 năm 2026", "TỜ TRÌNH", "Về việc ban hành Nghị quyết về phí chợ"]  # fmt: skip


def test_what_is_to_become_of_a_unit_is_no_duty_of_it() -> None:
    parts = [
        "III. NHIỆM VỤ, GIẢI PHÁP",
        "1. Đối với chính quyền địa phương",
        "- Hoàn thiện thể chế xây dựng chính quyền địa phương theo hướng tinh gọn.",
        "- Rà soát tổ chức bộ máy của chính quyền địa phương ở các cấp.",
    ]
    assert tasks_of(RESOLUTION, *parts) == []
    told = tasks_of(LETTER, "1. Đối với Sở Nội vụ", "- Rà soát tổ chức bộ máy của các cơ quan.")
    assert [task.lead for task in told] == [["Sở Nội vụ"]]


def test_a_proposal_tells_no_one_to_do_anything() -> None:
    parts = [
        "III. QUÁ TRÌNH XÂY DỰNG DỰ THẢO",
        "Ủy ban nhân dân tỉnh giao Sở Công Thương tham mưu xây dựng Nghị quyết. Theo đó, Sở đã lấy ý kiến các ngành.",
    ]
    assert tasks_of(PROPOSAL, *parts) == []


def test_a_name_over_two_lines_of_text_broken_by_hand() -> None:
    found = tasks_of(
        LETTER,
        "1. Sở Khoa học và Công nghệ",
        "a) Thực hiện chức năng điều phối các đại diện khoa học trong lĩnh vực công nghệ số Việt",
        "Nam tại các thị trường chiến lược.",
        form="txt",
    )
    assert [task.task[-40:] for task in found] == ["số Việt Nam tại các thị trường chiến lược."[-40:]]


def test_whom_a_list_of_units_over_two_lines_names() -> None:
    found = tasks_of(
        LETTER,
        "II. NHIỆM VỤ",
        "Nhằm quản lý tốt hoạt động của các chợ trên địa bàn, trong thời gian tới, các sở, ban, ngành,",
        "Ủy ban nhân dân các xã, phường cần tổ chức triển khai thực hiện các nhiệm vụ sau đây:",
        "1. Tăng cường kiểm tra việc niêm yết giá tại chợ.",
        form="txt",
    )
    assert [task.lead for task in found] == [["các sở, ban, ngành", "Ủy ban nhân dân các xã, phường"]]
