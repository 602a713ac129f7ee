"""Ways to write a header's fields that are rarer than the usual ones."""

from __future__ import annotations

import pytest

from ingest.clean import clean
from ingest.models import Block, BlockKind, Header, Reading
from ingest.parse.header import parse_header


def header(*lines: str) -> Header:
    blocks = [Block(BlockKind.PARAGRAPH, line) for line in lines]
    return parse_header(clean(Reading("txt", 1, blocks)), "tep.txt")


def report(
    date: str = "Kon Tum, ngày 4 tháng 4 năm 2024",
    title: tuple[str, ...] = ("Về chuyển đổi số",),
    sign: tuple[str, ...] = ("GIÁM ĐỐC", "Phan Thị Mận"),
) -> Header:
    return header(
        "UBND TỈNH KON TUM", "SỞ NGOẠI VỤ", "Số: 51/BC-SNgV", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc", date, "BÁO CÁO", *title,
        "Thực hiện Kế hoạch số 7/KH-UBND ngày 10/01/2024, Sở Ngoại vụ báo cáo như sau:", "I. KẾT QUẢ", "Đã xong.",
        "Nơi nhận:", "- UBND tỉnh;", "- Lưu: VT.", *sign,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("date", "iso", "place"),
    [
        ("Kon Tum, ngày 04/4/2024", "2024-04-04", "Kon Tum"),
        ("Kon Tum, 04.4.2024", "2024-04-04", "Kon Tum"),
        ("Thành phố Huế, ngày 9-12-2024", "2024-12-09", "Thành phố Huế"),
        ("Đăk Hà, ngày 31/02/2024", "2024-02", "Đăk Hà"),
        ("Phường 7, ngày 04 tháng 4 năm 2024", "2024-04-04", "Phường 7"),
        ("Họp tại Kon Tum, ngày 04/4/2024, bàn về chuyển đổi số", None, None),
    ],
)
def test_date_in_figures(date: str, iso: str | None, place: str | None) -> None:
    found = report(date=date)
    assert (found.issued_on, found.place) == (iso, place)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (("Kết quả cải cách hành chính", "9 tháng năm 2024 và nhiệm vụ 3 tháng cuối năm"), 2),
        (("Kết quả cải cách hành chính", "6 tháng đầu năm, phương hướng 6 tháng cuối năm 2024"), 2),
        (("Công tác kiểm soát thủ tục hành chính", "Quý III năm 2024"), 2),
        (("Công tác ngoại vụ", "Năm học 2024 - 2025 trên địa bàn tỉnh"), 2),
        (("Công tác ngoại vụ", "6 tháng đầu năm 2024, Sở đã tiếp 30 đoàn khách."), 1),
        (("Công tác ngoại vụ", "Năm 2024, thực hiện chỉ đạo của UBND tỉnh, Sở đã tiếp 30 đoàn khách"), 1),
    ],
)
def test_title_that_goes_on_with_its_time(title: tuple[str, ...], expected: int) -> None:
    assert report(title=title).title == " ".join(title[:expected])


@pytest.mark.parametrize(
    ("sign", "name", "position"),
    [
        (("T/M ĐẢNG ỦY", "Rơ Châm Hơn"), "Rơ Châm Hơn", "T/M ĐẢNG ỦY"),
        (("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Y Ngọc"), "Y Ngọc", "T/M BAN THƯỜNG VỤ / PHÓ BÍ THƯ"),
        (("Q. GIÁM ĐỐC", "H'Blan Êban"), "H'Blan Êban", "Q. GIÁM ĐỐC"),
        (("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH Y Quý BKrông"), "Y Quý BKrông", "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH"),
        (("K/T CHỦ NHIỆM", "PHÓ CHỦ NHIỆM", "Y’Thanh Niê"), "Y’Thanh Niê", "K/T CHỦ NHIỆM / PHÓ CHỦ NHIỆM"),
    ],
)
def test_signers_of_the_highlands_and_of_the_party(sign: tuple[str, ...], name: str, position: str) -> None:
    signer = report(sign=sign).signer
    assert signer is not None
    assert (signer.name, signer.position) == (name, position)


def test_below_a_type_without_a_title_begins_the_body() -> None:
    found = header(
        "UBND TỈNH KON TUM", "SỞ NGOẠI VỤ", "Số: 4/GGT-SNgV", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Kon Tum, ngày 4 tháng 4 năm 2024", "GIẤY GIỚI THIỆU", "Sở Ngoại vụ trân trọng giới thiệu:",
        "Ông A Lưới, chuyên viên.", "GIÁM ĐỐC", "Phan Thị Mận",
    )  # fmt: skip
    assert (found.type_code, found.title) == ("GGT", None)


def test_whose_conclusion_it_is() -> None:
    found = header(
        "BAN CHẤP HÀNH TRUNG ƯƠNG", "*", "Số 12-KL/TW", "ĐẢNG CỘNG SẢN VIỆT NAM", "Hà Nội, ngày 4 tháng 4 năm 2024",
        "KẾT LUẬN", "CỦA BỘ CHÍNH TRỊ, BAN BÍ THƯ", "về đổi mới lề lối làm việc", "1. Các cấp ủy quán triệt.",
        "T/M BỘ CHÍNH TRỊ", "Lê Minh Quân",
    )  # fmt: skip
    assert (found.issuer, found.title) == ("Bộ Chính trị, Ban Bí thư", "về đổi mới lề lối làm việc")


LIST = ["Nơi nhận:", "- Như trên;", "- Sở Nội vụ;", "- Lưu: VT."]


@pytest.mark.parametrize(
    "tail",
    [
        ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", *LIST, "Phan Văn Bảo"],  # the right column first, its name last
        [*LIST, "Phan Văn Bảo", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"],  # upside down
        ["Nơi nhận:", "- Như trên;", "KT. GIÁM ĐỐC", "- Sở Nội vụ;", "PHÓ GIÁM ĐỐC", "- Lưu: VT.", "Phan Văn Bảo"],
        ["Nơi nhận: Như trên, Sở Nội vụ, Lưu: VT.", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Thượng tá Phan Văn Bảo"],
        [*LIST, "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Phan Văn", "Bảo"],
    ],
)
def test_torn_signatures(tail: list[str]) -> None:
    found = header(
        "UBND TỈNH KON TUM", "SỞ NGOẠI VỤ", "Số: 51/BC-SNgV", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Kon Tum, ngày 4 tháng 4 năm 2024", "BÁO CÁO", "Về chuyển đổi số", "I. KẾT QUẢ", "Đã làm xong./.", *tail,
    )  # fmt: skip
    assert found.recipients == ["Như trên", "Sở Nội vụ"]
    assert found.signer is not None
    assert (found.signer.name, found.signer.position) == ("Phan Văn Bảo", "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC")


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        (("THÀNH PHỐ HẢI PHÒNG", "Kiến Thụy, ngày 7 tháng 1 năm 2026"), "Kiến Thụy"),
        (("Độc lập - Tự do - Hạnh phúc", "Ea Súp, ngày 7 tháng 1 năm 2026"), "Ea Súp"),
    ],
)
def test_a_place_is_one_line(lines: tuple[str, ...], place: str) -> None:
    found = header("HỘI NÔNG DÂN", "BAN CHẤP HÀNH XÃ", *lines, "KẾ HOẠCH", "Trồng cây đầu xuân", "I. MỤC ĐÍCH")
    assert (found.place, found.issued_on) == (place, "2026-01-07")


@pytest.mark.parametrize(
    "cover", ["GIA LAI, 8/2025", "THÁNG 8 - 2025", "LƯU HÀNH NỘI BỘ", "MỤC LỤC", "Gia Lai, tháng 8/2025"]
)
def test_a_title_ends_above_what_a_cover_adds(cover: str) -> None:
    title = "XÂY DỰNG KHO DỮ LIỆU SỐ TỈNH GIA LAI"
    found = header("ỦY BAN NHÂN DÂN TỈNH GIA LAI", "ĐỀ ÁN", title, cover, "MỞ ĐẦU 6", "I. SỰ CẦN THIẾT 7")
    assert found.title == title


def test_a_month_that_is_the_reports_stays_in_its_title() -> None:
    assert report(title=("CÔNG TÁC NGOẠI VỤ", "THÁNG 8 NĂM 2024")).title == "CÔNG TÁC NGOẠI VỤ THÁNG 8 NĂM 2024"


def test_the_day_stands_behind_an_addressee_torn_off() -> None:
    found = header(
        "ỦY BAN NHÂN DÂN", "PHƯỜNG 3", "Số: 97/UBND-VX", "V/v rà soát hộ nghèo", "Kính gửi:",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Phường 3, ngày 13 tháng 3 năm 2025",
        "- Các trường học;", "- Trưởng các khu phố.",
        "Thực hiện Công văn số 18/UBND-VX ngày 10/3/2025, đề nghị rà soát.",
    )  # fmt: skip
    assert (found.issued_on, found.place, found.year) == ("2025-03-13", "Phường 3", 2025)


def test_a_column_heading_below_the_signature_is_nobody() -> None:
    found = report(sign=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Biểu số 1", "Tiến độ"))
    assert found.signer is None or found.signer.name != "Tiến độ"


def test_type_in_capitals_with_its_title_below_the_date() -> None:
    motto = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
    date = "Kon Tum, ngày 4 tháng 4 năm 2024"
    found = header(
        "UBND TỈNH KON TUM", "VĂN PHÒNG", *motto, date, "CHƯƠNG TRÌNH CÔNG TÁC THÁNG 4 NĂM 2024", "1. Rà soát quy chế."
    )
    assert (found.type_code, found.title) == ("CTr", "CÔNG TÁC THÁNG 4 NĂM 2024")
    assert found.issuer == "Văn phòng Ủy ban nhân dân tỉnh Kon Tum"
    # An organ's name that is read after the right column is no type.
    torn = header(*motto, date, "UBND TỈNH KON TUM", "SỞ", "KẾ HOẠCH VÀ ĐẦU TƯ", "1. Rà soát quy chế.")
    assert torn.type_code is None
