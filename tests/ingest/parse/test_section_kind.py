"""Wordings of headings and the kinds they tell."""

import pytest

from ingest.clean.fold import strip_diacritics
from ingest.models import Section, SectionKind
from ingest.parse.section_kind import names_unit, section_kind

K = SectionKind

WORDINGS = [
    ("MỤC ĐÍCH, YÊU CẦU", K.PURPOSE),
    ("Mục tiêu chung", K.PURPOSE),
    ("Mục tiêu cụ thể", K.TARGET),
    ("CHỈ TIÊU CHỦ YẾU", K.TARGET),
    ("YÊU CẦU", K.REQUIREMENT),
    ("NHIỆM VỤ, GIẢI PHÁP", K.TASK),
    ("NỘI DUNG THỰC HIỆN", K.TASK),
    ("PHẠM VI, ĐỐI TƯỢNG VÀ NỘI DUNG", K.TASK),
    ("PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2026", K.TASK),
    ("Khắc phục tồn tại trong giải quyết hồ sơ", K.TASK),
    ("Tháo gỡ khó khăn, vướng mắc cho doanh nghiệp", K.TASK),
    ("Tạo thuận lợi cho người dân", K.TASK),
    ("Hạn chế thấp nhất hồ sơ trễ hạn", K.OTHER),
    ("Khó khăn, vướng mắc", K.SITUATION),
    ("TỔ CHỨC THỰC HIỆN", K.RESPONSIBILITY),
    ("Phân công thực hiện nhiệm vụ", K.RESPONSIBILITY),
    ("Trách nhiệm của các cơ quan", K.RESPONSIBILITY),
    ("Văn phòng Sở", K.RESPONSIBILITY),
    ("KINH PHÍ THỰC HIỆN", K.FUNDING),
    ("TIẾN ĐỘ THỰC HIỆN", K.SCHEDULE),
    ("THỜI GIAN, ĐỊA ĐIỂM", K.SCHEDULE),
    ("KẾT QUẢ THỰC HIỆN NHIỆM VỤ", K.SITUATION),
    ("Tồn tại, hạn chế và nguyên nhân", K.SITUATION),
    ("THỰC TRẠNG", K.SITUATION),
    ("ĐÁNH GIÁ CHUNG", K.SITUATION),
    ("CĂN CỨ PHÁP LÝ", K.LEGAL_BASIS),
    ("Giải thích từ ngữ", K.OTHER),
    ("CHẾ ĐỘ THÔNG TIN, BÁO CÁO", K.RESPONSIBILITY),
    ("TIÊU CHUẨN, HÌNH THỨC, HỒ SƠ KHEN THƯỞNG", K.OTHER),
    ("Thời gian gửi hồ sơ khen thưởng", K.SCHEDULE),
    ("Phòng, chống tham nhũng", K.OTHER),
    ("NỘI DUNG QUY TRÌNH NỘI BỘ", K.OTHER),
    ("Cách thức, địa chỉ nộp hồ sơ", K.OTHER),
    ("Cách thức thực hiện", K.TASK),
    ("LỊCH PHÁT SÓNG CHUYÊN MỤC", K.SCHEDULE),
    ("Du lịch trình diễn", K.OTHER),
    ("Việc phải làm trong quý I", K.TASK),
]


@pytest.mark.parametrize(("heading", "kind"), WORDINGS)
def test_wordings(heading: str, kind: SectionKind) -> None:
    assert section_kind(None, heading, []) is kind


@pytest.mark.parametrize(("heading", "kind"), [w for w in WORDINGS if w[0] != "Văn phòng Sở"])
def test_wordings_without_diacritics(heading: str, kind: SectionKind) -> None:
    assert section_kind(None, strip_diacritics(heading), []) is kind


def above(heading: str, kind: SectionKind) -> Section:
    return Section("I.", heading, kind, 1, 0, 1, 1)


@pytest.mark.parametrize(
    ("heading", "ancestor", "kind"),
    [
        ("Cải cách thể chế", above("NHIỆM VỤ", K.TASK), K.TASK),
        ("Cải cách thể chế", above("KẾT QUẢ", K.SITUATION), K.SITUATION),
        ("Nhiệm vụ được giao", above("KẾT QUẢ", K.SITUATION), K.SITUATION),
        ("Sở Tài chính", above("TỔ CHỨC THỰC HIỆN", K.RESPONSIBILITY), K.RESPONSIBILITY),
        ("Kinh phí", above("TỔ CHỨC THỰC HIỆN", K.RESPONSIBILITY), K.FUNDING),
        ("Mục tiêu", above("MỤC TIÊU, YÊU CẦU", K.PURPOSE), K.PURPOSE),
        ("Tập thể", above("Đối tượng thi đua", K.OTHER), K.OTHER),
        ("Các sở, ban, ngành", above("Đối tượng áp dụng", K.OTHER), K.OTHER),
        ("Đề xuất nhiệm vụ, giải pháp năm tới", above("KẾT QUẢ", K.SITUATION), K.TASK),
        ("Mục tiêu", above("NHIỆM VỤ", K.TASK), K.TARGET),
        ("Khai quật khảo cổ", above("QUY ĐỊNH", K.OTHER), K.OTHER),  # not "khái quát"
        ("Hướng dẫn lập hồ sơ và hẹn trả kết quả", above("NHIỆM VỤ", K.TASK), K.TASK),
    ],
)
def test_kin(heading: str, ancestor: Section, kind: SectionKind) -> None:
    assert section_kind("1.", heading, [ancestor]) is kind


@pytest.mark.parametrize("label", ["PHỤ LỤC I", "Phụ lục", "Mẫu số 02", "Biểu mẫu 1"])
def test_appendix_by_its_label(label: str) -> None:
    assert section_kind(label, "DANH MỤC NHIỆM VỤ", []) is K.APPENDIX


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", K.SITUATION),
        ("Về tiến độ thực hiện nhiệm vụ được giao", K.SITUATION),
        ("Các sở, ban, ngành", K.SITUATION),
        ("PHƯƠNG HƯỚNG, NHIỆM VỤ QUÝ II", K.TASK),
        ("NHIỆM VỤ TRỌNG TÂM NĂM 2026", K.TASK),
        ("TỔ CHỨC THỰC HIỆN", K.RESPONSIBILITY),
        ("MỘT SỐ KIẾN NGHỊ", K.OTHER),
    ],
)
def test_the_body_of_a_report_is_results_unless_it_says_otherwise(heading: str, kind: SectionKind) -> None:
    assert section_kind("I.", heading, [], report=True) is kind


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("Ban Chỉ đạo cải cách hành chính tỉnh", True),
        ("Giao Phòng Nội vụ", True),
        ("Đoàn Thanh niên", True),
        ("Bộ chỉ số theo dõi", False),
        ("Bộ phận Một cửa", False),
        ("Xã hội số", False),
        ("Hội nhập quốc tế", False),
        ("Đoàn kết nội bộ", False),
        ("Phường thông minh", False),
    ],
)
def test_units_and_what_only_looks_so(heading: str, unit: bool) -> None:
    assert names_unit(heading) is unit
