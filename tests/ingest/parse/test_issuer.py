# ruff: noqa: E501
from __future__ import annotations

import pytest

from ingest.lexicons import rows
from ingest.parse.issuer import from_authority, from_column, from_name, from_symbol
from ingest.parse.province import find_province, predecessors_of, successor_of


@pytest.mark.parametrize(
    ("column", "place", "name", "parent", "province"),
    [
        ("UBND TỈNH SƠN LA\nSỞ GIÁO DỤC VÀ ĐÀO TẠO", None, "Sở Giáo dục và Đào tạo tỉnh Sơn La", "Ủy ban nhân dân tỉnh Sơn La", "Sơn La"),
        ("UBND TỈNH LÂM ĐỒNG SỞ NỘI VỤ", None, "Sở Nội vụ tỉnh Lâm Đồng", "Ủy ban nhân dân tỉnh Lâm Đồng", "Lâm Đồng"),
        ("UỶ BAN NHÂN DÂN\nTỈNH BẮC NINH", None, "Ủy ban nhân dân tỉnh Bắc Ninh", None, "Bắc Ninh"),
        ("ỦY BAN NHÂN\nDÂN\nTHÀNH PHỐ HỒ CHÍ\nMINH", None, "Ủy ban nhân dân thành phố Hồ Chí Minh", None, "Hồ Chí Minh"),
        ("UBND TP. ĐÀ NẴNG\nSỞ XÂY DỰNG", None, "Sở Xây dựng thành phố Đà Nẵng", "Ủy ban nhân dân thành phố Đà Nẵng", "Đà Nẵng"),
        ("HỘI ĐỒNG NHÂN DÂN\nTỈNH THANH HOÁ", None, "Hội đồng nhân dân tỉnh Thanh Hóa", None, "Thanh Hóa"),
        ("SỞ TƯ PHÁP", "Yên Bái", "Sở Tư pháp tỉnh Yên Bái", "Ủy ban nhân dân tỉnh Yên Bái", "Yên Bái"),
        ("SỞ TƯ PHÁP HÀ GIANG", None, "Sở Tư pháp tỉnh Hà Giang", "Ủy ban nhân dân tỉnh Hà Giang", "Hà Giang"),
        ("UBND TỈNH AN GIANG\nTHANH TRA TỈNH", None, "Thanh tra tỉnh An Giang", "Ủy ban nhân dân tỉnh An Giang", "An Giang"),
        ("UBND TỈNH AN GIANG\nVĂN PHÒNG", None, "Văn phòng Ủy ban nhân dân tỉnh An Giang", "Ủy ban nhân dân tỉnh An Giang", "An Giang"),
        ("CÔNG AN TỈNH NGHỆ AN", None, "Công an tỉnh Nghệ An", None, "Nghệ An"),
        ("ỦY BAN NHÂN DÂN\nXÃ BÌNH HƯNG", "Cà Mau", "Ủy ban nhân dân xã Bình Hưng", None, "Cà Mau"),
        ("UBND XÃ BÌNH HƯNG\nPHÒNG KINH TẾ", None, "Phòng Kinh tế xã Bình Hưng", "Ủy ban nhân dân xã Bình Hưng", None),
        ("UBND HUYỆN MƯỜNG LA\nPHÒNG NỘI VỤ", "Sơn La", "Phòng Nội vụ huyện Mường La", "Ủy ban nhân dân huyện Mường La", "Sơn La"),
        ("BỘ NÔNG NGHIỆP\nVÀ\nMÔI TRƯỜNG", "Hà Nội", "Bộ Nông nghiệp và Môi trường", None, None),
        ("BỘ TÀI CHÍNH\nCỤC THUẾ", "Hà Nội", "Cục Thuế", "Bộ Tài chính", None),
        ("BỘ TÀI CHÍNH CỤC HẢI QUAN", "Hà Nội", "Cục Hải quan", "Bộ Tài chính", None),
        ("VĂN PHÒNG CHÍNH\nPHỦ", "Hà Nội", "Văn phòng Chính phủ", None, None),
        ("THỦ TƯỚNG\nCHÍNH PHỦ", "Hà Nội", "Thủ tướng Chính phủ", None, None),
        ("CHÍNH PHỦ", "Hà Nội", "Chính phủ", None, None),
        ("QUỐC HỘI", "Hà Nội", "Quốc hội", None, None),
        ("TỈNH ỦY LÂM ĐỒNG", None, "Tỉnh ủy Lâm Đồng", None, "Lâm Đồng"),
        ("THÀNH ỦY HẢI PHÒNG", None, "Thành ủy Hải Phòng", None, "Hải Phòng"),
        ("TỈNH ỦY LAI CHÂU\nBAN TỔ CHỨC", None, "Ban Tổ chức Tỉnh ủy Lai Châu", "Tỉnh ủy Lai Châu", "Lai Châu"),
        # A narrow column breaks names.
        ("UBND TỈNH VĨNH LONG\nSỞ NÔNG NGHIỆP VÀ MÔI\nTRƯỜNG", None, "Sở Nông nghiệp và Môi trường tỉnh Vĩnh Long", "Ủy ban nhân dân tỉnh Vĩnh Long", "Vĩnh Long"),
        ("THÀNH ỦY HẢI\nPHÒNG\nVĂN PHÒNG", None, "Văn phòng Thành ủy Hải Phòng", "Thành ủy Hải Phòng", "Hải Phòng"),
        # Committees of the Party below the Party of their province, or inside an organ.
        ("ĐẢNG BỘ TỈNH LÀO CAI\nĐẢNG ỦY XÃ BẢO HÀ\n*", None, "Đảng ủy xã Bảo Hà", "Đảng bộ tỉnh Lào Cai", "Lào Cai"),
        ("ĐẢNG BỘ TỈNH LÂM ĐỒNG\nĐẢNG ỦY UBND TỈNH", None, "Đảng ủy Ủy ban nhân dân tỉnh Lâm Đồng", "Đảng bộ tỉnh Lâm Đồng", "Lâm Đồng"),
        ("ĐẢNG ỦY UBND TỈNH SƠN LA\nĐẢNG ỦY SỞ NỘI VỤ", None, "Đảng ủy Sở Nội vụ", "Đảng ủy Ủy ban nhân dân tỉnh Sơn La", "Sơn La"),
        ("ĐẢNG ỦY XÃ TÂN HỘI\nỦY BAN KIỂM TRA", None, "Ủy ban Kiểm tra Đảng ủy xã Tân Hội", "Đảng ủy xã Tân Hội", None),
        ("TỈNH ĐOÀN SƠN LA\nBAN CHẤP HÀNH", None, "Ban Chấp hành Tỉnh đoàn Sơn La", "Tỉnh đoàn Sơn La", None),
        ("HỘI ĐỒNG NHÂN DÂN\nTHÀNH PHỐ ĐÀ NẴNG\nBAN PHÁP CHẾ", None, "Ban Pháp chế Hội đồng nhân dân thành phố Đà Nẵng", "Hội đồng nhân dân thành phố Đà Nẵng", "Đà Nẵng"),
        # Two organs in one flattened cell.
        ("SỞ GIÁO DỤC VÀ ĐÀO TẠO CÀ MAU TRƯỜNG THPT ĐẦM DƠI", None, "Trường THPT Đầm Dơi", "Sở Giáo dục và Đào tạo tỉnh Cà Mau", "Cà Mau"),
        ("SỞ NỘI VỤ\nCHI CỤC VĂN THƯ - LƯU TRỮ", None, "Chi cục Văn thư - Lưu trữ", "Sở Nội vụ", None),
        ("BỘ TRƯỞNG\nBỘ Y TẾ", None, "Bộ Y tế", None, None),
        ("BỘ NỘI VỤ - BỘ TÀI CHÍNH", None, "Bộ Nội vụ - Bộ Tài chính", None, None),
        ("ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM\nTỈNH NINH BÌNH\nBAN THƯỜNG TRỰC", None, "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Ninh Bình", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Ninh Bình", "Ninh Bình"),
        ("UBND TP HỒ CHÍ MINH\nBAN QUẢN LÝ ĐƯỜNG SẮT ĐÔ THỊ", None, "Ban Quản lý đường sắt đô thị thành phố Hồ Chí Minh", "Ủy ban nhân dân thành phố Hồ Chí Minh", "Hồ Chí Minh"),
        ("HỘI NÔNG DÂN VIỆT NAM\nBCH HỘI NÔNG DÂN TỈNH TRÀ VINH", None, "Ban Chấp hành Hội Nông dân tỉnh Trà Vinh", "Hội Nông dân Việt Nam", "Trà Vinh"),
        ("SỞ Y TẾ TỈNH BÌNH ĐỊNH\nBỆNH VIỆN ĐA KHOA TỈNH", None, "Bệnh viện đa khoa tỉnh Bình Định", "Sở Y tế tỉnh Bình Định", "Bình Định"),
        ("ĐẢNG ỦY PHƯỜNG 5 VĂN PHÒNG", None, "Văn phòng Đảng ủy phường 5", "Đảng ủy phường 5", None),
        ("CỤC THUẾ THUẾ TỈNH BẮC NINH", None, "Thuế tỉnh Bắc Ninh", "Cục Thuế", "Bắc Ninh"),
        ("BỘ CÔNG AN\nCÔNG AN TỈNH SƠN LA", None, "Công an tỉnh Sơn La", "Bộ Công an", "Sơn La"),
    ],
)  # fmt: skip
def test_from_column(column: str, place: str | None, name: str, parent: str | None, province: str | None) -> None:
    issuer = from_column(column, find_province(place) if place else None, "")
    assert issuer
    assert (issuer.name, issuer.parent, issuer.province) == (name, parent, province)


def test_case_of_a_name_follows_the_body() -> None:
    body = "Theo đó, Trung tâm Xúc tiến Đầu tư và Hỗ trợ doanh nghiệp đề nghị các sở phối hợp."
    issuer = from_column("UBND TỈNH LONG AN\nTRUNG TÂM XÚC TIẾN ĐẦU TƯ VÀ HỖ TRỢ DOANH NGHIỆP", None, body)
    assert issuer
    assert issuer.name == "Trung tâm Xúc tiến Đầu tư và Hỗ trợ doanh nghiệp tỉnh Long An"


@pytest.mark.parametrize(
    ("symbol", "place", "body", "name"),
    [
        ("KH-SGDĐT", "Đắk Lắk", "", "Sở Giáo dục và Đào tạo tỉnh Đắk Lắk"),
        ("SNV-CCHC", "Sóc Trăng", "", "Sở Nội vụ tỉnh Sóc Trăng"),
        ("KH-SVHTTDL", "Kon Tum", "", "Sở Văn hóa, Thể thao và Du lịch tỉnh Kon Tum"),
        ("QĐ-TTg", "Hà Nội", "", "Thủ tướng Chính phủ"),
        ("NQ-UBTVQH15", None, "", "Ủy ban Thường vụ Quốc hội"),
        ("QH15", None, "", "Quốc hội"),
        ("NQ/TU", "Hà Nội", "", "Thành ủy Hà Nội"),
        ("NQ/TU", "Hà Nam", "", "Tỉnh ủy Hà Nam"),
        ("BC-SQHKT", "Hà Nội", "", "Sở Quy hoạch - Kiến trúc thành phố Hà Nội"),
    ],
)
def test_from_symbol(symbol: str, place: str | None, body: str, name: str) -> None:
    issuer = from_symbol(symbol, find_province(place) if place else None, body)
    assert issuer
    assert issuer.name == name


def test_no_guess_without_evidence() -> None:
    assert from_column("BÁO CÁO TỔNG KẾT\nNĂM 2024", None, "") is None
    assert from_symbol("KH-ABCXYZ", find_province("Sơn La"), "") is None
    assert from_symbol("KH-UBND", None, "") is None
    assert from_authority("I. MỤC TIÊU", None, "") is None


def test_site_names() -> None:
    issuer = from_name("Tỉnh Bắc Giang", None, "")
    assert issuer
    assert issuer.name == "Ủy ban nhân dân tỉnh Bắc Giang"


def test_63_provinces_became_34() -> None:
    table = rows("provinces")
    assert len({row[0] for row in table}) == 63
    assert len({row[2] for row in table}) == 34
    assert all(successor_of(row[2]) == row[2] for row in table)
    assert successor_of("Sóc Trăng") == "Cần Thơ"
    assert set(predecessors_of("Hồ Chí Minh")) == {"Hồ Chí Minh", "Bình Dương", "Bà Rịa - Vũng Tàu"}
