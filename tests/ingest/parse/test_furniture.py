"""Roles of blocks: what is body, what every document carries."""

from written import BODY, reading

from ingest.parse.furniture import Role, roles


def roles_of(text: str) -> list[str]:
    return [role.value for role in roles(reading(text).blocks)]


HEADER = """UBND TỈNH HÒA THỊNH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: /KH-UBND
Hòa Thịnh, ngày tháng 3 năm 2026
KẾ HOẠCH
Tuyên truyền cải cách hành chính năm 2026"""


def test_header_ends_with_the_title() -> None:
    found = roles_of(f"{HEADER}\nCăn cứ Kế hoạch số 5/KH-UBND ngày 10/01/2026;\nI. MỤC ĐÍCH\n{BODY}")
    assert found == ["header"] * 7 + ["body"] * 3


def test_a_document_without_header_is_all_body() -> None:
    assert roles_of(f"I. MỤC ĐÍCH\n{BODY}\nII. NHIỆM VỤ\n{BODY}") == ["body"] * 4
    assert roles_of(BODY) == ["body"]


def test_words_of_a_web_site_above_and_below() -> None:
    text = f"""Đăng nhập
    Văn bản này thuộc quyền sở hữu của trang
    Lược đồ
    Đăng ký thành viên
    Trang chủ
    {HEADER}
    I. MỤC ĐÍCH
    {BODY}
    Nơi nhận:
    - Lưu: VT.
    GIÁM ĐỐC
    Trần Văn An
    # Văn bản liên quan
    Ban hành: 01/12/2025
    Hiệu lực: Đã biết"""
    found = roles_of(text)
    assert "body" not in found[:12]
    assert found[12:14] == ["body", "body"]
    assert "body" not in found[14:]


def test_closing_ends_where_an_appendix_begins() -> None:
    found = roles_of(
        f"""I. NHIỆM VỤ
        {BODY}
        Nơi nhận:
        - Như trên;
        KT. GIÁM ĐỐC
        PHÓ GIÁM ĐỐC
        Trần Văn An
        PHỤ LỤC
        DANH MỤC NHIỆM VỤ
        {BODY}"""
    )
    assert found == ["body"] * 2 + ["recipients"] * 2 + ["signature"] * 3 + ["body"] * 3


def test_table_of_contents() -> None:
    found = roles_of(f"MỤC LỤC\nI. MỤC ĐÍCH ........ 1\nII. NHIỆM VỤ ........ 3\nI. MỤC ĐÍCH\n{BODY}")
    assert found == ["contents"] * 3 + ["body"] * 2


def test_a_unit_that_heads_its_duties_signs_nothing() -> None:
    found = roles_of(f"III. TỔ CHỨC THỰC HIỆN\n{BODY}\n1. Giám đốc Sở Nội vụ\n{BODY}\n2. Chủ tịch UBND xã\n{BODY}")
    assert found == [Role.BODY.value] * 6


def test_repeated_mottos_come_to_an_end() -> None:
    motto = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert len(roles_of("\n".join(["UBND XÃ AN BÌNH", motto, motto, "A", motto, "UBND XÃ AN BÌNH", motto]))) == 7


def test_content_after_a_signature_comes_back() -> None:
    item = (
        "- Cơ quan chuyên môn lập hồ sơ, tổ chức thẩm định báo cáo và trình cấp có thẩm quyền quyết định theo quy định"
    )
    found = roles_of(
        f"""{BODY}
        Nơi nhận:
        - Như trên;
        GIÁM ĐỐC
        Trần Văn An
        DANH MỤC THỦ TỤC (Ban hành kèm theo Quyết định số 5/QĐ-SNV)
        {item} của pháp luật về đầu tư công và quản lý tài sản.
        {BODY}"""
    )
    assert found == ["body", "recipients", "recipients", "signature", "signature", "body", "body", "body"]


def test_a_sentence_that_names_the_republic_is_no_header() -> None:
    line = "7. Sử dụng chữ ký số chống lại Nhà nước Cộng hòa xã hội chủ nghĩa Việt Nam."
    assert roles_of(f"I. HÀNH VI BỊ CẤM\n{BODY}\n{line}\n{BODY}") == ["body"] * 4


def test_a_rule_that_quotes_the_motto_is_no_header() -> None:
    rule = "- Dòng trên ghi “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”, kiểu chữ đậm, màu vàng;"
    assert roles_of(f"Điều 3. Mẫu thẻ\n{BODY}\n{rule}\n{BODY}") == ["body"] * 4


def test_the_table_of_a_form_is_no_part_of_its_header() -> None:
    found = roles_of(
        f"""Mẫu số 08
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc
        LÝ LỊCH DI TÍCH
        |1|Tên gọi di tích//2|Địa điểm và đường đi đến di tích//3|Phân loại di tích|
        Đắk Lắk, ngày 12 tháng 3 năm 2026
        {BODY}"""
    )
    assert found[1:5] == ["header", "header", "header", "body"]


def test_notes_and_headings_below_a_signature_are_content() -> None:
    found = roles_of(
        """Nơi nhận:
        - Như trên;
        ĐẠI DIỆN CƠ QUAN
        (Ký, ghi rõ họ tên, chức vụ và đóng dấu)
        2. Quyết định đầu tư dự án nhà ở công vụ
        - Trình tự thực hiện:
        Nơi nhận:
        - Như Điều 2;
        CHỦ TỊCH
        [1] Ghi tên đơn vị hành chính cấp xã nơi có đất.
        KT. GIÁM ĐỐC
        Trần Văn Bình
        (1) Địa danh nơi có trụ sở của tổ chức."""
    )
    assert found[4:6] == ["body", "body"]
    assert found[6:] == ["recipients", "recipients", "signature", "body", "signature", "signature", "body"]
