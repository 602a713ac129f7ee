"""A small base of decrees and plans, and a draft with known mistakes; all written for the tests."""

from __future__ import annotations

from pathlib import Path

from tests.service.conftest import make_knowledge_base

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"

OLD_DECREE = f"""CHÍNH PHỦ
Số: 10/2018/NĐ-CP
{NATION}
Hà Nội, ngày 05 tháng 02 năm 2018

NGHỊ ĐỊNH
Về tiếp nhận hồ sơ tại bộ phận một cửa

Điều 1. Phạm vi điều chỉnh
Nghị định này quy định việc tiếp nhận, giải quyết, trả kết quả hồ sơ tại bộ phận một cửa của cơ quan hành chính.
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực thi hành kể từ ngày ký.
"""

NEW_DECREE = f"""CHÍNH PHỦ
Số: 20/2024/NĐ-CP
{NATION}
Hà Nội, ngày 04 tháng 3 năm 2024

NGHỊ ĐỊNH
Về tiếp nhận hồ sơ không phụ thuộc địa giới hành chính

Điều 1. Phạm vi điều chỉnh
Nghị định này quy định việc tiếp nhận hồ sơ ở bất kỳ bộ phận một cửa nào trong tỉnh.
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực thi hành kể từ ngày ký và thay thế Nghị định số 10/2018/NĐ-CP ngày 05 tháng 02 năm 2018 \
của Chính phủ.
"""

PROVINCE_PLAN = f"""ỦY BAN NHÂN DÂN TỈNH SƠN LA
Số: 30/KH-UBND
{NATION}
Sơn La, ngày 20 tháng 12 năm 2025

KẾ HOẠCH
Cải cách hành chính tỉnh Sơn La năm 2026

Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương trình tổng thể cải cách hành \
chính nhà nước giai đoạn 2021 - 2030;

I. CHỈ TIÊU
1. Năm 2026, tối thiểu 95% hồ sơ thủ tục hành chính được giải quyết đúng hạn.
II. TỔ CHỨC THỰC HIỆN
Giao Sở Nội vụ theo dõi, đôn đốc.
"""

DEPARTMENT_PLAN = (
    """ỦY BAN NHÂN DÂN TỈNH SƠN LA
{office_upper}
Số: {number}/KH-{symbol}
"""
    + NATION
    + """
Sơn La, ngày {day} tháng 01 năm 2026

KẾ HOẠCH
Cải cách hành chính năm 2026 của {office}

Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương trình tổng thể cải cách hành \
chính nhà nước giai đoạn 2021 - 2030;
Căn cứ Nghị định số 20/2024/NĐ-CP ngày 04 tháng 3 năm 2024 của Chính phủ về tiếp nhận hồ sơ;
Căn cứ Thông tư số 08/2022/TT-BNV ngày 16 tháng 5 năm 2022 của Bộ Nội vụ;
Căn cứ Kế hoạch số 30/KH-UBND ngày 20 tháng 12 năm 2025 của Ủy ban nhân dân tỉnh Sơn La;

I. MỤC ĐÍCH
Nâng cao chất lượng phục vụ người dân, doanh nghiệp tại {office}.
II. TỔ CHỨC THỰC HIỆN
Các phòng thuộc {office} thực hiện kế hoạch này.
"""
)
OFFICES = (("Sở Nội vụ", "SNV", 3, "06"), ("Sở Tài chính", "STC", 5, "08"), ("Sở Tư pháp", "STP", 9, "12"))

DRAFT = f"""ỦY BAN NHÂN DÂN TỈNH SƠN LA
SỞ Y TẾ
Số:       /KH-SYT
{NATION}
Sơn La, ngày     tháng 01 năm 2026

KẾ HOẠCH
Cải cách hành chính năm 2026 của Sở Y tế

Căn cứ Nghị định số 10/2018/NĐ-CP ngày 05 tháng 02 năm 2018 của Chính phủ về tiếp nhận hồ sơ tại bộ phận một cửa;
Căn cứ Nghị định số 20/2024/NĐ-CP ngày 14 tháng 3 năm 2024 của Chính phủ;
Căn cứ Thông tư số 08/2022/TT-BNV ngày 16 tháng 5 năm 2022 của Bộ Nội vụ;
Căn cứ Thông tư số 08/2022/TT-BNV ngày 16 tháng 5 năm 2022 của Bộ Nội vụ;
Căn cứ Nghị định số 45/2020/NĐ-CP ngày 08 tháng 4 năm 2021 của Chính phủ;
Căn cứ Quyết định số 468/QĐ-TTg ngày 27 tháng 3 năm 2021 của Chính phủ;
Căn cứ Kế hoạch số 30/KH-UBND ngày 20 tháng 12 năm 2025 của Ủy ban nhân dân tỉnh Sơn La;

I. CHỈ TIÊU
1. Năm 2026, tối thiểu 90% hồ sơ thủ tục hành chính được giải quyết đúng hạn.

II. NHIỆM VỤ
1. Rà soát thủ tục hành chính ngành y tế
Đơn vị chủ trì: Văn phòng Sở
Thời gian: Quý II/2026
2. Tập huấn nghiệp vụ một cửa
Đơn vị chủ trì: Phòng Tổ chức cán bộ
Thời gian: Quý III/2026
3. Kiểm tra cải cách hành chính
Thời gian: Quý III/2026
4. Khảo sát mức độ hài lòng
Đơn vị chủ trì: Thanh tra Sở

II. TỔ CHỨC THỰC HIỆN
1. Văn phòng Sở theo dõi, đôn đốc.

Nơi nhận:
- Lưu: VT.
GIÁM ĐỐC
"""

#: (severity, code) that the draft above must give, and no others of these severities.
EXPECTED = {
    ("error", "basis_replaced_too"),
    ("error", "date_differs"),
    ("warning", "cited_twice"),
    ("error", "year_differs"),
    ("error", "issuer_differs"),
    ("warning", "basis_common_missing"),
    ("warning", "task_without_lead"),
    ("warning", "task_without_deadline"),
    ("warning", "section_twice"),
    ("error", "target_below"),
}


def write_base(folder: Path) -> Path:
    """A data folder with everything but the draft."""
    sources = folder / "nguon"
    sources.mkdir(parents=True)
    (sources / "nghi-dinh-cu.txt").write_text(OLD_DECREE, encoding="utf-8")
    (sources / "nghi-dinh-moi.txt").write_text(NEW_DECREE, encoding="utf-8")
    (sources / "ke-hoach-tinh.txt").write_text(PROVINCE_PLAN, encoding="utf-8")
    for office, symbol, number, day in OFFICES:
        text = DEPARTMENT_PLAN.format(office=office, office_upper=office.upper(), symbol=symbol, number=number, day=day)
        (sources / f"ke-hoach-{symbol}.txt").write_text(text, encoding="utf-8")
    return make_knowledge_base(folder / "var", sources)
