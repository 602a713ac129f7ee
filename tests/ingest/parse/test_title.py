# ruff: noqa: E501
from __future__ import annotations

import pytest

from ingest.models import Block, BlockKind, Reading
from ingest.parse.plain import ensure_text, plain_view
from ingest.parse.title import read_subject, read_title


def reading(*texts: str) -> Reading:
    made = Reading("txt", 1, [Block(BlockKind.PARAGRAPH, text) for text in texts])
    ensure_text(made)
    return made


@pytest.mark.parametrize(
    ("after_type", "title"),
    [
        (["Cải cách hành chính năm 2026", "Căn cứ Luật Tổ chức chính quyền địa phương;"], "Cải cách hành chính năm 2026"),
        (["Công tác cải cách hành chính năm 2025 và", "phương hướng năm 2026", "Thực hiện Công văn số 1/BNV-CCHC"],
         "Công tác cải cách hành chính năm 2025 và phương hướng năm 2026"),
        (["Thực hiện Nghị quyết số 57-NQ/TW năm 2025", "Thực hiện Kế hoạch số 5/KH-UBND ngày 3/2/2025, Sở ban hành:"],
         "Thực hiện Nghị quyết số 57-NQ/TW năm 2025"),
        (["QUY ĐỊNH MỨC CHI\nCHO HỘI NGHỊ", "ỦY BAN NHÂN DÂN TỈNH HƯNG YÊN", "Căn cứ Luật"], "QUY ĐỊNH MỨC CHI CHO HỘI NGHỊ"),
        (["** Phát động thi đua **", "(Kèm theo Quyết định số 3/QĐ-UBND)", "I. MỤC ĐÍCH"], "Phát động thi đua"),
        (["Về việc kiện toàn Ban Chỉ đạo", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH", "Căn cứ"], "Về việc kiện toàn Ban Chỉ đạo"),
        (["Kết luận của đồng chí Lê Văn Sáu, Phó Chủ tịch", "Ủy ban nhân dân tỉnh tại cuộc họp về cụm công nghiệp",
          "Ngày 19 tháng 6 năm 2026, Ủy ban nhân dân tỉnh tổ chức cuộc họp."],
         "Kết luận của đồng chí Lê Văn Sáu, Phó Chủ tịch Ủy ban nhân dân tỉnh tại cuộc họp về cụm công nghiệp"),
        (["-----", "Phòng chống dịch", "Ngày 03/02/2025, tại trụ sở đã họp."], "Phòng chống dịch"),
        (["NÂNG CAO CHỈ SỐ PAPI GIAI ĐOẠN\n2026 - 2030", "Triển khai thực hiện Kế hoạch số 4/KH-UBND"],
         "NÂNG CAO CHỈ SỐ PAPI GIAI ĐOẠN 2026 - 2030"),
    ],
)  # fmt: skip
def test_title_after_the_type_line(after_type: list[str], title: str) -> None:
    made = reading("KẾ HOẠCH", *after_type)
    found = read_title(plain_view(enumerate(made.blocks), 9000), len("KẾ HOẠCH"), made)
    assert found
    assert found[0] == title


@pytest.mark.parametrize(
    ("type_line", "after", "title"),
    [
        ("BÁO CÁO THAM LUẬN", ["Công tác quản lý đất đai trên địa bàn tỉnh", "Tỉnh ta có diện tích lớn nhất vùng."],
         "THAM LUẬN Công tác quản lý đất đai trên địa bàn tỉnh"),
        ("BÁO CÁO TỔNG KẾT", ["CÔNG TÁC CẢI CÁCH HÀNH CHÍNH NĂM 2025", "Thực hiện Công văn số 3/SNV-CCHC"],
         "TỔNG KẾT CÔNG TÁC CẢI CÁCH HÀNH CHÍNH NĂM 2025"),
        ("BÁO CÁO NHANH", ["Căn cứ Luật Tổ chức chính quyền địa phương;"], "NHANH"),
        ("BÁO CÁO", ["Kết quả", "Căn cứ Luật Tổ chức chính quyền địa phương;"], "Kết quả"),
    ],
)  # fmt: skip
def test_a_kind_on_the_type_line_leads_to_the_subject(type_line: str, after: list[str], title: str) -> None:
    made = reading(type_line, *after)
    found = read_title(plain_view(enumerate(made.blocks), 9000), len("BÁO CÁO"), made)
    assert found
    assert found[0] == title


def test_no_title_where_the_body_begins_at_once() -> None:
    made = reading("KẾ HOẠCH", "Căn cứ Luật Tổ chức chính quyền địa phương;")
    assert read_title(plain_view(enumerate(made.blocks), 9000), len("KẾ HOẠCH"), made) is None


@pytest.mark.parametrize(
    ("texts", "subject"),
    [
        (["V/v báo cáo kết quả\nrà soát thủ tục", "Kính gửi: Sở Nội vụ"], "báo cáo kết quả rà soát thủ tục"),
        (["V/v: Chính sách thuế", "Kính gửi:"], "Chính sách thuế"),
        (["v/v  trả lời kiến nghị.", "Kính gửi: Ông A"], "trả lời kiến nghị"),
        (["Về việc cấp mã số", "Kính gửi: Công ty B"], "cấp mã số"),
    ],
)
def test_subject_of_a_letter(texts: list[str], subject: str) -> None:
    view = plain_view(enumerate(reading(*texts).blocks), 9000)
    found = read_subject(view, 0, len(view.text))
    assert found
    assert found[0] == subject
