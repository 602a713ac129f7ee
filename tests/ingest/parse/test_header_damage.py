# ruff: noqa: E501
"""Headers with something missing, typed over or run together: every field right, or empty."""

from __future__ import annotations

import pytest

from ingest import messages
from ingest.clean.fold import strip_diacritics
from ingest.models import Header, Reading
from ingest.parse.header import parse_header
from tests.ingest.parse.written import reading

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
BODY = "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;\nI. MỤC ĐÍCH\n1. Rà soát quy trình nội bộ của các phòng."


def read(text: str) -> tuple[Header, Reading]:
    made = reading(text.replace("{MOTTO}", MOTTO).replace("{BODY}", BODY))
    return parse_header(made, "van-ban.docx"), made


CASES = [
    # the number says which organ of the state it was
    ("CHÍNH PHỦ\n{MOTTO}\nSố: 31/2025/QĐ-TTg\nHà Nội, ngày 02 tháng 9 năm 2025\nQUYẾT ĐỊNH\nVề bưu chính công ích\n{BODY}",
     {"issuer": "Thủ tướng Chính phủ", "number": "31/2025/QĐ-TTg", "title": "Về bưu chính công ích"}),
    ("CHÍNH PHỦ\n{MOTTO}\nSố: 31/2025/NĐ-CP\nHà Nội, ngày 02 tháng 9 năm 2025\nNGHỊ ĐỊNH\nVề bưu chính công ích\n{BODY}",
     {"issuer": "Chính phủ"}),
    # whose resolution it is stands below the type line
    ("BAN CHẤP HÀNH TRUNG ƯƠNG\nĐẢNG CỘNG SẢN VIỆT NAM\nSố 71-NQ/TW\nHà Nội, ngày 22 tháng 8 năm 2025\nNGHỊ QUYẾT\nCỦA BỘ CHÍNH TRỊ\nvề đột phá phát triển giáo dục và đào tạo\n{BODY}",
     {"issuer": "Bộ Chính trị", "title": "về đột phá phát triển giáo dục và đào tạo"}),
    # no type line: the column ends where the subject begins
    ("SỞ NỘI VỤ\n{MOTTO}\nPHÒNG CẢI CÁCH HÀNH CHÍNH\nSơn La, ngày 04 tháng 5 năm 2021\nPHÂN CÔNG NHIỆM VỤ\nCÁC THÀNH VIÊN CỦA PHÒNG\n{BODY}",
     {"issuer": "Phòng Cải cách hành chính", "title": "PHÂN CÔNG NHIỆM VỤ CÁC THÀNH VIÊN CỦA PHÒNG", "number": None}),
    # initials for the organ above
    ("SỞ GDĐT TỈNH SƠN LA\nTRƯỜNG THPT MƯỜNG BÚ\n{MOTTO}\nSố: 8/KH-THPTMB\nSơn La, ngày 04 tháng 5 năm 2026\nKẾ HOẠCH\nCải cách hành chính năm 2026\n{BODY}",
     {"issuer_parent": "Sở Giáo dục và Đào tạo tỉnh Sơn La", "issuer": "Trường THPT Mường Bú"}),
    # a faculty of a school has no province in its name
    ("TRƯỜNG ĐẠI HỌC KỸ THUẬT VIỆT- ĐỨC\nKHOA KHOA HỌC MÁY TÍNH\nSố: 46/KH-KHMT\n{MOTTO}\nĐà Nẵng, ngày 16 tháng 5 năm 2023\nKẾ HOẠCH\nTriển khai thực tập\n{BODY}",
     {"issuer": "Khoa Khoa học máy tính", "issuer_parent": "Trường Đại học Kỹ thuật Việt - Đức"}),
    # the office runs on to the committee
    ("ĐẢNG ỦY CHÍNH PHỦ VĂN PHÒNG\n*\nSố 402-CV/VPĐU\nV/v xin ý kiến dự thảo báo cáo\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 25 tháng 5 năm 2025\nKính gửi: Các đồng chí Ủy viên",
     {"issuer": "Văn phòng Đảng ủy Chính phủ", "issuer_parent": "Đảng ủy Chính phủ", "province": None}),
    # a subject beside which a stamp left strokes
    ("SỞ Y TẾ\nSố: 482/SYT-VP\nV/v đào tạo trực tuyến về dịch vụ công\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM 7\n:4\nĐộc lập - Tự do - Hạnh phúc\n10\n)_\nHà Nội, ngày 23 tháng 7 năm 2025 uc\nhD in\nui (B uc\nKính gửi: Các đơn vị trực thuộc.",
     {"title": "đào tạo trực tuyến về dịch vụ công", "issued_on": "2025-07-23"}),
    # a title that goes on with brackets
    ("UBND TỈNH SƠN LA\nSỞ NỘI VỤ\nSố: 9/QĐ-SNV\n{MOTTO}\nSơn La, ngày 05 tháng 02 năm 2026\nQUYẾT ĐỊNH\nBan hành Bộ tiêu chí đánh giá hiệu quả hoạt động\n(OKR/KPI) đối với các phòng của Sở\n{BODY}",
     {"title": "Ban hành Bộ tiêu chí đánh giá hiệu quả hoạt động (OKR/KPI) đối với các phòng của Sở"}),
    ("UBND TỈNH SƠN LA\nSỞ NỘI VỤ\nSố: 9/KH-SNV\n{MOTTO}\nSơn La, ngày 05 tháng 02 năm 2026\nKẾ HOẠCH\nCải cách hành chính năm 2026(*)\n{BODY}",
     {"title": "Cải cách hành chính năm 2026"}),
    # a list alone, below its organ, its note not closed
    ("BỘ XÂY DỰNG\nDANH MỤC\nTiêu chuẩn dùng chung cho đường sắt\n(Kèm theo Quyết định số 358/QĐ-BXD ngày 26 tháng 12 năm 2025 của Bộ trưởng Bộ Xây dựng\n|STT|Tên//1|Tiêu chuẩn ray|",
     {"type": "Phụ lục", "number": None, "issuer": "Bộ Xây dựng", "issued_on": "2025-12-26", "title": "DANH MỤC Tiêu chuẩn dùng chung cho đường sắt"}),
    ("TỔNG LIÊN ĐOÀN LAO ĐỘNG\nVIỆT NAM\nSố: 01/CT-TLĐ\n{MOTTO}\nHà Nội, ngày 06 tháng 1 năm 2014\nCHỈ THỊ\nCỦA ĐOÀN CHỦ TỊCH TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM\nvề “Nâng cao chất lượng báo chí”\n{BODY}",
     {"issuer": "Tổng Liên đoàn Lao động Việt Nam", "title": "về “Nâng cao chất lượng báo chí”"}),
    # a province's name of former days, and an office that stands for the body above it
    ("BAN CHỈ HUY PCTT VÀ TKCN\nTỈNH THỪA THIÊN HUẾ\nVĂN PHÒNG THƯỜNG TRỰC\nSố: 254/TB-PCTT\n{MOTTO}\nThừa Thiên Huế, ngày 06 tháng 9 năm 2022\nTHÔNG BÁO\nỨng phó với mưa to\n{BODY}",
     {"issuer": "Văn phòng thường trực Ban chỉ huy PCTT và TKCN tỉnh Thừa Thiên Huế"}),
    ("SỞ NỘI VỤ\nSố: 25/KH-SNV\n{MOTTO}\nThừa Thiên Huế, ngày 06 tháng 9 năm 2022\nKẾ HOẠCH\nCải cách hành chính năm 2023\n{BODY}",
     {"issuer": "Sở Nội vụ tỉnh Thừa Thiên Huế", "issuer_parent": "Ủy ban nhân dân tỉnh Thừa Thiên Huế"}),
    # words that without marks would want an object; a title about a draft; a heading with a dash
    ("CHÍNH PHỦ\nSố: 116/NQ-CP\n{MOTTO}\nHà Nội, ngày 29 tháng 4 năm 2026\nNGHỊ QUYẾT\nVề Kế hoạch ứng phó, khắc phục hậu quả thiên tai\nCHÍNH PHỦ\n{BODY}",
     {"title": "Về Kế hoạch ứng phó, khắc phục hậu quả thiên tai"}),
    ("UBND TỈNH SƠN LA\nSỞ NỘI VỤ\nSố: 61/TTr-SNV\n{MOTTO}\nSơn La, ngày 29 tháng 4 năm 2026\nTỜ TRÌNH\nDự thảo Nghị quyết của Hội đồng nhân dân tỉnh quy định chính sách hỗ trợ đào tạo\n{BODY}",
     {"title": "Dự thảo Nghị quyết của Hội đồng nhân dân tỉnh quy định chính sách hỗ trợ đào tạo"}),
    ("BAN CHẤP HÀNH TRUNG ƯƠNG\nSố: 18-NQ/TW\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 25 tháng 10 năm 2017\nNGHỊ QUYẾT\nMỘT SỐ VẤN ĐỀ VỀ TIẾP TỤC ĐỔI MỚI TỔ CHỨC BỘ MÁY\nI- TÌNH HÌNH VÀ NGUYÊN NHÂN\nThời gian qua, các cấp ủy đã lãnh đạo.",
     {"title": "MỘT SỐ VẤN ĐỀ VỀ TIẾP TỤC ĐỔI MỚI TỔ CHỨC BỘ MÁY"}),
    # the number in the title, too
    ("QUỐC HỘI\n{MOTTO}\nSố: 13/2003/QH11\nHà Nội, ngày 26 tháng 11 năm 2003\nLUẬT\nSỐ 13/2003/QH11 CỦA QUỐC HỘI VỀ ĐẤT ĐAI\n{BODY}",
     {"number": "13/2003/QH11", "title": "VỀ ĐẤT ĐAI"}),
    # blanks inside the number
    ("UBND TỈNH SƠN LA\nSỞ NỘI VỤ\nSố: 18 1/KH-SNV\n{MOTTO}\nSơn La, ngày 05 tháng 02 năm 2026\nKẾ HOẠCH\nCải cách hành chính năm 2026\n{BODY}",
     {"number": "181/KH-SNV"}),
    ("UBND TỈNH SƠN LA\nSỞ GIÁO DỤC VÀ ĐÀO TẠO\nSố: 181/KH-SG\nDĐT\n{MOTTO}\nSơn La, ngày 05 tháng 02 năm 2026\nKẾ HOẠCH\nCải cách hành chính năm 2026\n{BODY}",
     {"number": "181/KH-SGDĐT"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_fields(text: str, expected: dict[str, object]) -> None:
    header, _ = read(text)
    assert {name: getattr(header, name) for name in expected} == expected


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_number_and_date_survive_lost_diacritics(text: str, expected: dict[str, object]) -> None:
    header, _ = read(strip_diacritics(text.replace("{MOTTO}", MOTTO).replace("{BODY}", BODY)))
    if "issued_on" in expected:
        assert header.issued_on == expected["issued_on"]
    if expected.get("number"):
        assert strip_diacritics(header.number or "") == strip_diacritics(str(expected["number"]))


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("ngày 15 tháng 54 năm 2026", "2026"),
        ("ngày 15 tháng 5 4 năm 2026", "2026"),
        ("ngày 31 tháng 02 năm 2026", "2026-02"),
    ],
)
def test_a_date_that_cannot_be_keeps_its_safe_part_and_says_so(written: str, date: str) -> None:
    header, made = read(f"UBND TỈNH SƠN LA\nSỞ NỘI VỤ\nSố: 9/KH-SNV\n{MOTTO}\nSơn La, {written}\nKẾ HOẠCH\nCải cách hành chính\n{BODY}")  # fmt: skip
    assert (header.issued_on, header.place) == (date, "Sơn La")
    assert made.warnings == [messages.HEADER_DOUBTFUL_DATE.format(written=written, read=date)]


def test_a_blank_date_is_no_doubtful_one() -> None:
    header, made = read(f"UBND TỈNH SƠN LA\nSỞ NỘI VỤ\nSố: /KH-SNV\n{MOTTO}\nSơn La, ngày tháng 3 năm 2026\nKẾ HOẠCH\nCải cách hành chính\n{BODY}")  # fmt: skip
    assert (header.issued_on, made.warnings) == ("2026-03", [])


@pytest.mark.parametrize(
    ("lines", "position"),
    [
        ("TM. ĐOÀN CHỦ TỊCH\nCHỦ TỊCH", "TM. ĐOÀN CHỦ TỊCH / CHỦ TỊCH"),
        ("K/T HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG", "K/T HIỆU TRƯỞNG / PHÓ HIỆU TRƯỞNG"),
    ],
)
def test_positions(lines: str, position: str) -> None:
    header, _ = read(
        f"SỞ NỘI VỤ\nSố: 9/BC-HĐ\n{MOTTO}\nSơn La, ngày 05 tháng 02 năm 2026\nBÁO CÁO\nKết quả xét thăng hạng\n{BODY}\n"
        f"Nơi nhận:\n- Như trên;\n- Lưu: VT.\n{lines}\nLò Văn Minh"
    )
    assert header.signer is not None
    assert (header.signer.name, header.signer.position) == ("Lò Văn Minh", position)


@pytest.mark.parametrize(
    ("listed", "recipients"),
    [
        ("- Như Điều 3;\n- Cơ quan trung ương của các tổ chức chính trị - xã hội;\n- Cục Kiểm soát TTHC - VPCP;",
         ["Như Điều 3", "Cơ quan trung ương của các tổ chức chính trị - xã hội", "Cục Kiểm soát TTHC - VPCP"]),
        ("- Như trên;- UBND tỉnh;- Sở Lao động - Thương binh và Xã hội;",
         ["Như trên", "UBND tỉnh", "Sở Lao động - Thương binh và Xã hội"]),
        ("- Như trên - UBND tỉnh - Lưu: VT", ["Như trên", "UBND tỉnh"]),
        ("- Các Ban;\nĐồng kính gửi:\n- Bộ Nội vụ;", ["Các Ban", "Bộ Nội vụ"]),
        ("• Đoàn ĐBQH, • CVP, các PCVP", ["Đoàn ĐBQH", "CVP, các PCVP"]),
    ],
)  # fmt: skip
def test_recipients(listed: str, recipients: list[str]) -> None:
    header, _ = read(
        f"SỞ NỘI VỤ\nSố: 9/BC-SNV\n{MOTTO}\nSơn La, ngày 05 tháng 02 năm 2026\nBÁO CÁO\nKết quả năm 2025\n{BODY}\n"
        f"Nơi nhận:\n{listed}\n- Lưu: VT.\nGIÁM ĐỐC\nLò Văn Minh"
    )
    assert header.recipients == recipients


def test_a_position_that_goes_on_is_nobodys_name() -> None:
    header, _ = read(
        f"SỞ NỘI VỤ\nSố: 9/BC-HĐ\n{MOTTO}\nSơn La, ngày 05 tháng 02 năm 2026\nBÁO CÁO\nKết quả xét thăng hạng\n{BODY}\n"
        "Nơi nhận:\n- Lưu: VT.\nTM. HỘI ĐỒNG\nCHỦ TỊCH\nGIÁM ĐỐC SỞ GIÁO DỤC VÀ\nĐÀO TẠO\nLò Văn Minh"
    )
    assert header.signer is not None
    assert (header.signer.name, header.signer.position) == (
        "Lò Văn Minh",
        "TM. HỘI ĐỒNG / CHỦ TỊCH / GIÁM ĐỐC SỞ GIÁO DỤC VÀ ĐÀO TẠO",
    )
