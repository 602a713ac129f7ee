"""Issuers of cited documents: (text, number, expected), also without diacritics and over broken lines."""

from __future__ import annotations

import pytest

from ingest.clean.fold import strip_diacritics
from ingest.extract.citations import find_citations
from ingest.models import Block, BlockKind, Reading
from ingest.parse.number import number_key
from ingest.pipeline import assemble

HEAD = (
    "UBND TỈNH SƠN LA\nSỞ NỘI VỤ\nSố: 45/KH-SNV\nSơn La, ngày 12 tháng 01 năm 2026\n"
    "KẾ HOẠCH\nCải cách hành chính năm 2026"
)
PEOPLES = "Ủy ban nhân dân"
COMMITTEE = "Ủy ban nhân dân tỉnh Sơn La"

ROWS: list[tuple[str, str, str | None]] = [
    # named in front, handed down a list, shared by its last member
    ("Ngày 03/7/2025, UBND tỉnh ban hành Kế hoạch số 7/KH-UBND về thi đua.", "7/KH-UBND", COMMITTEE),
    (
        "UBND tỉnh Lào Cai đã ban hành: Kế hoạch số 7/KH-UBND ngày 03/9/2025 về thi đua; Quyết định số 8/QĐ-UBND "
        "ngày 04/9/2025 về khen thưởng.",
        "8/QĐ-UBND",
        "Ủy ban nhân dân tỉnh Lào Cai",
    ),
    (
        "theo Kế hoạch số 7/KH-UBND ngày 03/9/2025 và Kế hoạch số 8/KH-UBND ngày 04/9/2025 của UBND tỉnh",
        "7/KH-UBND",
        COMMITTEE,
    ),
    # between its type's name and its number
    ("Thực hiện Chỉ thị của Chủ tịch UBND tỉnh số 7/CT-UBND ngày 03/3/2026", "7/CT-UBND", COMMITTEE),
    # companies
    (
        "Theo đề nghị của Công ty TNHH Khai thác và Chế biến đá An Phú tại Công văn số 7/CV-AP ngày 03/3/2026",
        "7/CV-AP",
        "Công ty TNHH Khai thác và Chế biến đá An Phú",
    ),
    (
        "Công ty Cổ phần Gỗ Mộc Châu đề nghị gia hạn giấy phép tại Văn bản số 7/GĐN-MC ngày 03/3/2026",
        "7/GĐN-MC",
        "Công ty Cổ phần Gỗ Mộc Châu",
    ),
    ("Cấp phép cho Công ty Gỗ Mộc Châu theo quy định tại Quyết định số 7/QĐ-UBND", "7/QĐ-UBND", None),
    (
        "Xét đề nghị của Bệnh viện Nhi Trung ương tại Công văn số 7/BVNTW ngày 03/3/2024",
        "7/BVNTW",
        "Bệnh viện Nhi Trung ương",
    ),
    # before 1992 "CP" was the Council of Government
    ("theo Quyết định số 169-CP ngày 24/6/1977 về ruộng đất", "169-CP", None),
    ("theo Nghị định số 75-CP ngày 21/10/1996 về ruộng đất", "75-CP", "Chính phủ"),
    (
        "Áp dụng Quyết định số 7/QĐ-UBND ngày 03/3/2024 của UBND tỉnh Hòa Bình trên địa bàn tỉnh Phú Thọ",
        "7/QĐ-UBND",
        "Ủy ban nhân dân tỉnh Hòa Bình",
    ),
    ("theo Quyết định số 7/QĐ-TTg ngày 03/6/2020 của Thủ tướng", "7/QĐ-TTg", "Thủ tướng Chính phủ"),
    ("theo Nghị quyết số 7-NQ/TU ngày 03/3/2025 của Tỉnh ủy Lào Cai xác định định hướng", "7-NQ/TU", "Tỉnh ủy Lào Cai"),
    ("sau khi Ban Chấp hành Trung ương ban hành Kết luận số 7-KL/TW", "7-KL/TW", "Ban Chấp hành Trung ương"),
    ("Tỉnh ủy Lào Cai (trước sắp xếp) đã sớm ban hành Nghị quyết số 7-NQ/TU", "7-NQ/TU", "Tỉnh ủy Lào Cai"),
    # commas of names, verbs behind them
    (
        "theo Quyết định số 7/QĐ-BT ngày 03/3/1994 của Bộ Văn hóa, Thông tin về di tích",
        "7/QĐ-BT",
        "Bộ Văn hóa, Thông tin",
    ),
    ("Quyết định số 7/QĐ-UBND ngày 03/9/2025 của UBND tỉnh bị bãi bỏ", "7/QĐ-UBND", COMMITTEE),
    ("Tỉnh ủy Lào Cai đã ban hành Chỉ thị số 7-CT/TU ngày 03/9/2025", "7-CT/TU", "Tỉnh ủy Lào Cai"),
    ("HĐND tỉnh ban hành Quyết định số 7/QĐ-UBND", "7/QĐ-UBND", None),
    ("đã được UBND tỉnh phê duyệt quy hoạch tại Quyết định số 7/QĐ-UBND", "7/QĐ-UBND", COMMITTEE),
    ("theo chỉ đạo của Chủ tịch UBND tỉnh tại Công văn số 7/UBND-NC", "7/UBND-NC", COMMITTEE),
    ("Sở Y tế trình UBND xã phê duyệt của tỉnh tại Quyết định số 7/QĐ-SYT", "7/QĐ-SYT", "Sở Y tế"),
    ("Bộ Chính trị đã có Kết luận số 7-KL/TW về thi đua", "7-KL/TW", "Bộ Chính trị"),
    ("Cục Đăng kiểm Việt Nam đã có Văn bản số 7/ĐKVN-VAQ", "7/ĐKVN-VAQ", "Cục Đăng kiểm Việt Nam"),
    ("Cục Đăng kiểm đề nghị Sở Xây dựng có Văn bản số 7/ĐKVN-VAQ", "7/ĐKVN-VAQ", None),
    (
        "UBND tỉnh ban hành Kế hoạch số 7/KH-UBND về thi đua; Sở Tài chính trình Kế hoạch số 8/KH-UBND",
        "8/KH-UBND",
        None,
    ),
    ("theo Nghị quyết số 7/NQ-UBTVQH15 của UBTVQH về sắp xếp", "7/NQ-UBTVQH15", "Ủy ban Thường vụ Quốc hội"),
    (
        "theo Quyết định 7/2025/QĐ-UBND thành phố Hải Phòng về thi đua",
        "7/2025/QĐ-UBND",
        f"{PEOPLES} thành phố Hải Phòng",
    ),
    ("theo Kế hoạch số 7/KH-UBND tỉnh Lào Cai", "7/KH-UBND", f"{PEOPLES} tỉnh Lào Cai"),
    ("Theo đề nghị của Chánh Văn phòng UBND tỉnh tại Tờ trình số 7/TTr-VPUB", "7/TTr-VPUB", f"Văn phòng {COMMITTEE}"),
    (
        "Theo đề nghị của Giám đốc Sở Nội vụ và Chánh Văn phòng UBND tỉnh tại Tờ trình số 7/TTr-VPUB",
        "7/TTr-VPUB",
        None,
    ),
    ("Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 7/TTr-SNV.VP", "7/TTr-SNV.VP", "Sở Nội vụ"),
    # where a name ends
    ("Xét Tờ trình số 7/TTr-UBND của UBND tỉnh Sơn La dự thảo nghị quyết về phí", "7/TTr-UBND", COMMITTEE),
    (
        "Báo cáo thẩm tra số 7/BC-BPC của Ban Pháp chế và thảo luận của đại biểu tại kỳ họp",
        "7/BC-BPC",
        "Ban Pháp chế",
    ),
    (
        "Báo cáo thẩm tra số 7/BC-BPC của Ban Pháp chế ý kiến thảo luận của đại biểu tại kỳ họp",
        "7/BC-BPC",
        "Ban Pháp chế",
    ),
    (
        "theo Thông tư số 7/2025/TT-BYT ngày 03/9/2025 của Bộ trưởng Bộ Y tế Thông tư hướng dẫn khám bệnh",
        "7/2025/TT-BYT",
        "Bộ Y tế",
    ),
    ("Căn cứ Báo cáo số 7/BC-BTĐ ngày 3/9/2025 của Ban Thẩm định báo cáo kết quả", "7/BC-BTĐ", "Ban Thẩm định"),
    (
        "theo Kế hoạch số 7-KH/BCĐ57 ngày 19/01/2026 của Ban Chỉ đạo 57 Thành ủy thực hiện Nghị quyết",
        "7-KH/BCĐ57",
        "Ban Chỉ đạo 57 Thành ủy",
    ),
    (
        "theo Văn bản số 7/KSVN-KT ngày 25/02/2025 (Cục Thuế trước sáp nhập) của Cục Khoáng sản Việt Nam về việc nộp",
        "7/KSVN-KT",
        "Cục Khoáng sản Việt Nam",
    ),
    ("- Nghị định số 7/2025/NĐ-CP ngày 03/9/2025 của Chính phủ - Luật Đất đai", "7/2025/NĐ-CP", "Chính phủ"),
    ("theo Nghị định số 7/2025/NĐ-CP của Chính phủ và Khoản 6 Điều 3", "7/2025/NĐ-CP", "Chính phủ"),
    ("theo Nghị định số 7/2025/NĐ-CP do cơ quan chuyên môn thực hiện", "7/2025/NĐ-CP", "Chính phủ"),
    ("theo Nghị định số 7/2025/NĐ-CP của Chính phủ Ứng dụng công nghệ", "7/2025/NĐ-CP", "Chính phủ"),
    ("theo Quyết định số 7/QĐ-BVTV của Cục trưởng Cục Bảo vệ thực vật", "7/QĐ-BVTV", "Cục Bảo vệ thực vật"),
    ("theo Quyết định số 7/QĐ-BNG của Bộ trưởng Bộ Ngoại giao.", "7/QĐ-BNG", "Bộ Ngoại giao"),
    (
        "theo Công văn số 7/AGI-QLDN ngày 3/9/2025 của Thuế tỉnh An Giang hỏi về thuế",
        "7/AGI-QLDN",
        "Thuế tỉnh An Giang",
    ),
    ("theo Thông báo số 7/TB-SNV[2] của Sở Nội vụ[3] về họp", "7/TB-SNV", "Sở Nội vụ"),
    (
        "theo Công văn số 7/VPCP-TH của Văn phòng Chính phủ, Bộ trưởng Bộ Y tế yêu cầu",
        "7/VPCP-TH",
        "Văn phòng Chính phủ",
    ),
    ("theo Thông tư số 7/TT-BGTVT của Bộ trưởng Bộ giao thông vận tải quy định", "7/TT-BGTVT", "Bộ giao thông vận tải"),
    ("Công ty cổ phần Phú Hà tại Văn bản số 7/CV-SCT ngày 02/4/2026", "7/CV-SCT", "Công ty cổ phần Phú Hà"),
    # several
    (
        "theo Thông tư liên tịch số 7/2012/TTLT-BQP-BTC ngày 05/01/2012 của liên Bộ Quốc phòng, Bộ Tài chính hướng dẫn",
        "7/2012/TTLT-BQP-BTC",
        "liên Bộ Quốc phòng, Bộ Tài chính",
    ),
    ("theo Thông tư liên tịch số 7/2012/TTLT-BQP-BTC hướng dẫn", "7/2012/TTLT-BQP-BTC", None),
    (
        "Các Nghị quyết của Hội đồng nhân dân tỉnh sau hết hiệu lực: số 7/NQ-HĐND ngày 3/9/2025 về phí; số 8/NQ-HĐND",
        "8/NQ-HĐND",
        "Hội đồng nhân dân tỉnh Sơn La",
    ),
    (
        "Báo cáo thẩm tra số 7/BC-BPC ngày 3/9/2025 của Ban Pháp chế Hội đồng nhân dân tỉnh",
        "7/BC-BPC",
        "Ban Pháp chế Hội đồng nhân dân tỉnh Sơn La",
    ),
    (
        "theo Nghị quyết số 7/NQ-HĐND của Hội đồng nhân dân tỉnh Bến Tre nhưng chưa xong",
        "7/NQ-HĐND",
        "Hội đồng nhân dân tỉnh Bến Tre",
    ),
    ("theo Chỉ thị số 7-CT/TW ngày 3/9/2025 của Bộ Chính trị với phương châm cụ thể", "7-CT/TW", "Bộ Chính trị"),
    (
        "theo Tờ trình số 7/TTr-UBND ngày 3/9/2025 của Ủy ban nhân dân (UBND) tỉnh Lào Cai",
        "7/TTr-UBND",
        "Ủy ban nhân dân tỉnh Lào Cai",
    ),
    ("Kế hoạch thực hiện Nghị quyết số 7-NQ/TW của tỉnh Tuyên Quang ở đâu?", "7-NQ/TW", None),
    # the line that lists says whose they are
    (
        "- Tỉnh Bến Tre cũ: Kế hoạch số 7/KH-UBND ngày 03/9/2021 về thi đua; Quyết định số 8/QĐ-UBND ngày 04/9/2021",
        "8/QĐ-UBND",
        f"{PEOPLES} tỉnh Bến Tre",
    ),
    (
        "- Tỉnh Bến Tre cũ: Kế hoạch số 7/KH-UBND ngày 03/9/2021 của Ủy ban nhân dân tỉnh về thi đua",
        "7/KH-UBND",
        f"{PEOPLES} tỉnh Bến Tre",
    ),
    ("Tỉnh hình chung: Kế hoạch số 7/KH-STC ngày 03/9/2021 về thi đua", "7/KH-STC", "Sở Tài chính"),
    (
        "UBND tỉnh Lào Cai đã ban hành nhiều văn bản chỉ đạo, điều hành như: Văn bản số 7/UBND-KT ngày 12/7/2025",
        "7/UBND-KT",
        f"{PEOPLES} tỉnh Lào Cai",
    ),
]


def issuer_of(text: str, number: str) -> str | None:
    blocks = [Block(BlockKind.PARAGRAPH, line) for line in (*HEAD.split("\n"), text)]
    document = assemble(Reading("txt", 1, blocks), "thu.txt", "0" * 64)
    key = number_key(number)
    return next(c.issuer for c in find_citations(document) if c.number and number_key(c.number) == key)


@pytest.mark.parametrize(("text", "number", "issuer"), ROWS)
def test_issuers(text: str, number: str, issuer: str | None) -> None:
    assert issuer_of(text, number) == issuer


@pytest.mark.parametrize(("text", "number", "issuer"), ROWS)
def test_without_diacritics(text: str, number: str, issuer: str | None) -> None:
    found = issuer_of(strip_diacritics(text), number)
    assert strip_diacritics(found or "").lower() == strip_diacritics(issuer or "").lower()


@pytest.mark.parametrize(("text", "number", "issuer"), ROWS)
def test_broken_lines(text: str, number: str, issuer: str | None) -> None:
    words = text.split(" ")
    broken = "".join(w + ("\n" if n % 4 == 3 else " ") for n, w in enumerate(words)).strip()
    assert issuer_of(broken, number) == issuer


@pytest.mark.parametrize(
    ("day", "issuer"),
    [("15/8/2025", f"{PEOPLES} xã Tân Hội"), ("15/8/2023", f"{PEOPLES} xã")],
)
def test_own_commune(day: str, issuer: str) -> None:
    """ "UBND xã" in a commune's own plan; not before communes were merged, when it may have been another one."""
    lines = (
        "ỦY BAN NHÂN DÂN\nXÃ TÂN HỘI\nSố: 45/KH-UBND\nTân Hội, ngày 12 tháng 01 năm 2026\nKẾ HOẠCH\nCải cách hành chính"
    )
    text = f"theo Quyết định số 7/QĐ-UBND ngày {day} của Ủy ban nhân dân xã"
    blocks = [Block(BlockKind.PARAGRAPH, line) for line in (*lines.split("\n"), text)]
    found = find_citations(assemble(Reading("txt", 1, blocks), "thu.txt", "0" * 64))
    assert [c.issuer for c in found] == [issuer]


def test_city_merged_with_provinces() -> None:
    """ "UBND Thành phố" before July 2025, and with the date in front of the number, is the city's."""
    lines = (
        "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HỒ CHÍ MINH\nSố: 45/KH-UBND\nThành phố Hồ Chí Minh, ngày 12 tháng 01 năm 2026\n"
        "KẾ HOẠCH\nCải cách hành chính"
    )
    for text in (
        "Ngày 28 tháng 10 năm 2025, Chủ tịch Ủy ban nhân dân Thành phố đã ban hành Công văn số 7/UBND-VX",
        "theo Quyết định số 7/QĐ-UBND ngày 03/3/2024 của UBND Thành phố",
    ):
        blocks = [Block(BlockKind.PARAGRAPH, line) for line in (*lines.split("\n"), text)]
        found = find_citations(assemble(Reading("txt", 1, blocks), "thu.txt", "0" * 64))
        assert next(strip_diacritics(c.issuer or "") for c in found).endswith("Uy ban nhan dan thanh pho Ho Chi Minh")


def test_province_that_was_not_merged() -> None:
    """ "UBND tỉnh" before July 2025 is the same province's where it was not merged."""
    text = "theo Quyết định số 7/QĐ-UBND ngày 03/3/2024 của UBND tỉnh"
    assert issuer_of(text, "7/QĐ-UBND") == COMMITTEE
