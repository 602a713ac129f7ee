import pytest

from index.abbreviate import Abbreviations
from index.intent import NAMES, find_intents, ignored, provinces_meant
from ingest.clean.fold import strip_diacritics

ABBREVIATIONS = Abbreviations()


def read(text: str, **how: object) -> dict[str, str]:
    intents = find_intents(text, abbreviations=ABBREVIATIONS, **how)  # type: ignore[arg-type]
    return {intent.name: intent.value for intent in intents}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("ai chủ trì số hóa hồ sơ", {"kind": "responsibility"}),
        ("đơn vị nào theo dõi chỉ số hài lòng", {"kind": "responsibility"}),
        ("phòng nào tổng hợp báo cáo quý", {"kind": "responsibility"}),
        ("bao nhiêu phần trăm hồ sơ nộp trực tuyến", {"kind": "target"}),
        ("chỉ tiêu thanh toán trực tuyến", {"kind": "target"}),
        ("tỷ lệ hồ sơ đúng hạn phải đạt bao nhiêu", {"kind": "target"}),
        ("kế hoạch dựa trên căn cứ nào", {"kind": "legal_basis"}),
        ("cơ sở pháp lý của việc khảo sát", {"kind": "legal_basis"}),
        ("báo cáo quý gửi khi nào", {"kind": "schedule"}),
        ("hạn nộp báo cáo tự chấm điểm", {"kind": "schedule"}),
        ("kinh phí tuyên truyền lấy từ đâu", {"kind": "funding"}),
        ("mục đích của cuộc thi sáng kiến", {"kind": "purpose"}),
        ("vì sao bị trừ điểm", {"kind": "situation"}),
        ("mẫu phiếu khảo sát", {"kind": "appendix"}),
        ("Văn phòng Sở phải làm những gì", {"kind": "task", "level": "department"}),
        ("kế hoạch cải cách hành chính năm 2026", {"type": "KH", "year": "2026"}),
        ("các quyết định về một cửa", {"type": "QĐ"}),
        ("nghị quyết phí trực tuyến 2022", {"type": "NQ", "year": "2022"}),
        ("thông tư hướng dẫn lập dự toán", {"type": "TT", "kind": "funding"}),
        ("sở nội vụ được giao rà soát gì", {"unit": "Sở Nội vụ"}),
        ("SNV Lâm Đồng", {"unit": "Sở Nội vụ", "province": "Lâm Đồng"}),
        ("đoạn nào nói về sở gdđt Đắk Lắk", {"province": "Đắk Lắk"}),
        ("việc của sở trong quý I", {"level": "department"}),
        ("mục tiêu của tỉnh", {"level": "province", "kind": "target"}),
        ("nhiệm vụ của xã", {"level": "commune", "kind": "task"}),
        ("thành phố Hà Nội thu phí thế nào", {"province": "Hà Nội"}),
    ],
)
def test_what_is_asked_for_is_read(text, meant):
    assert read(text).items() >= meant.items()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("trả kết quả tại nhà", "kind"),
        ("xây dựng kế hoạch hằng năm", "type"),
        ("thẻ hướng dẫn viên", "type"),
        ("ai báo cáo kết quả", "type"),
        ("12/KH-UBND", "type"),
        ("tăng 3 bậc so với năm 2025", "year"),
        ("đến năm 2030 đạt 95%", "year"),
        ("giai đoạn 2021-2025", "year"),
        ("ngày 05/03/2025", "year"),
        ("năm 2024 và năm 2025", "year"),
        ("ISO 9001:2015", "year"),
        ("mã 2025.01", "year"),
        ("giữ nền hòa bình", "province"),
        ("đường Hà Nội ngập nước", "province"),
        ("hạ nấm mốc, an ninh", "province"),
        ("bộ phận một cửa", "level"),
        ("của xã hội", "level"),
        ("chỉ số của sở, ban, ngành", "level"),
        ("chỉ số của sở ngành và xã phường", "level"),
    ],
)
def test_what_only_looks_so_is_not(text, name):
    assert name not in read(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("kinh phí lấy từ đâu", {"kind": "funding"}),
        ("kế hoạch sở nội vụ Lâm Đồng năm 2026", {"type": "KH", "unit": "Sở Nội vụ", "province": "Lâm Đồng"}),
        ("đơn vị nào chủ trì", {"kind": "responsibility"}),
        ("Thừa Thiên Huế", {"province": "Huế"}),
        ("Bà Rịa - Vũng Tàu", {"province": "Bà Rịa - Vũng Tàu"}),
    ],
)
def test_without_diacritics_the_same_is_read(text, meant):
    assert read(text).items() >= meant.items()
    assert read(strip_diacritics(text).lower(), unaccented=True).items() >= meant.items()


def test_a_document_number_is_no_year_or_type():
    text = "quyết định 56/2026/QĐ-UBND nói gì"
    assert read(text, taken=(11, 26)) == {}


def test_what_the_user_took_back_is_not_read():
    text = "kế hoạch năm 2026 của sở nội vụ"
    assert read(text, ignore=("year", "unit", "level")) == {"type": "KH"}
    assert ignored("unit,,year,x") == ("year", "unit")
    assert ignored("") == ()


def test_offsets_show_the_words():
    text = "Kinh phí năm 2026 của Sở Nội vụ ở đâu"
    said = {intent.name: intent.to_json(text)["text"] for intent in find_intents(text)}
    assert said == {"year": "năm 2026", "unit": "Sở Nội vụ", "kind": "Kinh phí"}


def test_any_text_is_taken():
    for text in ("", " ", "năm", "2025" * 400, "năm 2025 " * 300, "\x00", "((((", "kế hoạch " * 200):
        assert all(intent.name in NAMES for intent in find_intents(text))


def test_merged_provinces_are_meant_in_part():
    assert provinces_meant("Phú Thọ") == {"Phú Thọ": 1.0, "Vĩnh Phúc": 0.5, "Hòa Bình": 0.5}
    assert provinces_meant("Hòa Bình") == {"Hòa Bình": 1.0, "Phú Thọ": 0.5}
    assert provinces_meant("Sơn La") == {"Sơn La": 1.0}
    assert provinces_meant("Atlantis") == {}
