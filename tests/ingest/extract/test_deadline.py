# ruff: noqa: E501
"""Deadlines: the day that they fix, and the phrase in a sentence. Texts of our own after real patterns."""

from __future__ import annotations

import pytest

from ingest.clean.fold import strip_diacritics
from ingest.extract.deadline import due_on, find_deadline

DAYS = [
    ("trước ngày 31/01/2026", "2026-01-31"),
    ("Trước 31/8/2026", "2026-08-31"),
    ("trước ngày 31 tháng 12 năm 2025", "2025-12-31"),
    ("Chậm nhất là ngày 15/3/2026", "2026-03-15"),
    ("chậm nhất ngày 05.4.2026", "2026-04-05"),
    ("Đến ngày 31/01/2027", "2027-01-31"),
    ("hoàn thành trước ngày 20-12-2025", "2025-12-20"),
    ("28/02/2026", "2026-02-28"),
    ("Ban hành kế hoạch chậm nhất là ngày 15/01/2026 và tổ chức thực hiện", "2026-01-15"),
    ("Từ ngày 01/3/2026 đến ngày 15/4/2026", "2026-04-15"),
    ("trước ngày 10/10/2022 - Ngày Chuyển đổi số quốc gia", "2022-10-10"),
    ("từ ngày 10 đến ngày 15 tháng 12", None),
    ("Tháng 12/2026", None),
    ("trong tháng 02/2026", None),
    ("Quý I/2026", None),
    ("Năm 2026", None),
    ("Trong năm 2026", None),
    ("2026 - 2027", None),
    ("Thường xuyên", None),
    ("Hằng năm", None),
    ("Trước ngày 31/3 hằng năm", None),
    ("Trước 20/8 hằng năm", None),
    ("trước ngày 05 của tháng đầu quý sau", None),
    ("Trước ngày 05 của tháng liền kề", None),
    ("trước ngày 15 hằng tháng", None),
    ("Từ 01/7/2025", None),
    ("Từ ngày 01/4/2024", None),
    ("Theo Quyết định số 1737/QĐ-UBND ngày 17/10/2025 của Chủ tịch UBND tỉnh", None),
    ("06 tháng/lần", None),
    ("trước ngày 31/02/2026", None),
    ("trước ngày 15/3/2026; báo cáo trước ngày 20/12/2026", None),
    ("", None),
    ("Trước 17h00 ngày 15/7/2026", "2026-07-15"),
    ("trước 16 giờ 30 ngày 12/5/2026", "2026-05-12"),
    ("không muộn hơn ngày 30/4/2026", "2026-04-30"),
    ("trước 30.6.2026", "2026-06-30"),
    ("Trước ngày 15 tháng cuối quý", None),
    ("Chậm nhất 20/12/2026", "2026-12-20"),
    ("Ngay sau khi Nghị quyết được ban hành", None),
    ("kể từ ngày ký", None),
    ("Sau ngày 01/7/2026", None),
    ("Trước 01/2026", None),
    ("Tháng 1-6/2026", None),
    ("08/11 - 10/11/2026", "2026-11-10"),
    ("trước ngày 25/6 và ngày 25/12/2026", None),
    ("trước ngày 15/6 và trước ngày 15/12/2026", None),
    ("Trước ngày 25/6/2026 đối với báo cáo 6 tháng; trước 25/12/2026 đối với báo cáo năm", None),
    ("Trước ngày 05/12/2026 (báo cáo năm)", "2026-12-05"),
]
PHRASES = [
    ("gửi Sở Nội vụ trước ngày 28/02/2026 để tổng hợp", "trước ngày 28/02/2026"),
    ("hoàn thành trước ngày 30/11/2023.", "trước ngày 30/11/2023"),
    ("xong trong tháng 12/2025. Định kỳ báo cáo", "trong tháng 12/2025"),
    ("công khai chậm nhất vào ngày 05 hằng tháng", "chậm nhất vào ngày 05 hằng tháng"),
    ("báo cáo trước ngày 15/11 hằng năm", "trước ngày 15/11 hằng năm"),
    ("Lập dự toán chi của quỹ: trước 20/8 hằng năm.", "trước 20/8 hằng năm"),
    ("quyết toán chậm nhất 28/02 năm sau.", "chậm nhất 28/02 năm sau"),
    ("gửi biên bản đối chiếu trước ngày 05 của tháng đầu quý sau.", "trước ngày 05 của tháng đầu quý sau"),
    ("tổng hợp số dư trước ngày 12 tháng đầu của quý tiếp theo để báo cáo", "trước ngày 12 tháng đầu của quý tiếp theo"),
    ("rà soát các điểm trước 3/4 số hộ của thôn", None),
    ("báo cáo trước ngày 25 tháng cuối quý", "trước ngày 25 tháng cuối quý"),
    ("xây dựng kế hoạch trong Quý I/2026 để tổ chức thực hiện", "trong Quý I/2026"),
    ("Quý I/2027, các đơn vị đánh giá kết quả", "Quý I/2027"),
    ("Trung tâm chủ trì; quý II năm 2024.", "quý II năm 2024"),
    ("trình UBND tỉnh chậm nhất là ngày 15 tháng 3 năm 2026", "chậm nhất là ngày 15 tháng 3 năm 2026"),
    ("tổ chức thanh tra, bắt đầu thực hiện từ tháng 01/2026.", "bắt đầu thực hiện từ tháng 01/2026"),
    ("trong thời hạn 60 ngày kể từ ngày ký ban hành", "trong thời hạn 60 ngày kể từ ngày ký ban hành"),
    ("gửi báo cáo từ ngày 10 đến ngày 15 tháng 12 hằng năm về Sở Nội vụ", "từ ngày 10 đến ngày 15 tháng 12 hằng năm"),
    ("tổ chức hội thi từ ngày 10 đến ngày 15 tháng 12.", "từ ngày 10 đến ngày 15 tháng 12"),
    ("gửi báo cáo từ ngày 20 đến ngày 25 hằng tháng.", "từ ngày 20 đến ngày 25 hằng tháng"),
    ("lấy ý kiến từ ngày 01/3/2026 đến ngày 15/4/2026.", "từ ngày 01/3/2026 đến ngày 15/4/2026"),
    ("quyết toán kinh phí trong quý I của năm liền kề.", "trong quý I của năm liền kề"),
    ("công khai kết quả trong quý I năm sau để theo dõi", "trong quý I năm sau"),
    ("báo cáo kết quả trước tháng 01 của năm liền kề.", "trước tháng 01 của năm liền kề"),
    ("rà soát danh mục trong quý IV hằng năm.", "trong quý IV hằng năm"),
    ("số liệu tính từ ngày 15/12/2025 đến ngày 14/6/2026, gửi trước ngày 20/6/2026", "trước ngày 20/6/2026"),
    ("tổng hợp hồ sơ phát sinh từ ngày 01/3 đến ngày 15/4 hằng năm", None),
    ("báo cáo Ủy ban nhân dân tỉnh trước ngày 31 tháng 01 của năm tiếp theo.", "trước ngày 31 tháng 01 của năm tiếp theo"),
    ("gửi báo cáo trước ngày 05 của tháng tiếp theo.", "trước ngày 05 của tháng tiếp theo"),
    ("ban hành danh sách định kỳ trước ngày 15 tháng 02 hằng năm", "định kỳ trước ngày 15 tháng 02 hằng năm"),
    ("rà soát, định kỳ hằng quý trước ngày 25 tháng cuối quý báo cáo", "định kỳ hằng quý trước ngày 25 tháng cuối quý"),
    ("Trong quý I của năm liền kề đánh giá, Sở Nội vụ công bố kết quả", "Trong quý I của năm liền kề"),
    ("tham mưu tổ chức chấm điểm từ năm 2026.", "từ năm 2026"),
    ("chuẩn bị để chính quyền mới chính thức hoạt động từ ngày 01/7/2025.", None),
    ("rà soát các văn bản có hiệu lực từ ngày 01/7/2025.", None),
    ("xử lý công chức được tuyển dụng trước ngày 01/7/2027", None),
    ("xử lý các vụ việc phát sinh trong năm 2025.", None),
    ("xác nhận thửa đất đã sử dụng ổn định trước ngày 01/7/2014", None),
    ("gửi trước ngày 01 của tháng tiếp theo sau tháng báo cáo", None),
    ("gửi báo cáo trước ngày 15 tháng 6 và trước ngày 15 tháng 12 hằng năm.", "trước ngày 15 tháng 6 và trước ngày 15 tháng 12 hằng năm"),
    ("trong thời hạn 15 ngày kể từ ngày công bố phải hoàn thành việc cập nhật quy trình", "trong thời hạn 15 ngày kể từ ngày công bố"),
    ("trong thời hạn 60 ngày kể từ ngày Quyết định có hiệu lực thi hành.", "trong thời hạn 60 ngày kể từ ngày Quyết định có hiệu lực thi hành"),
    ("chi trả mức từ 10 đến 15 triệu đồng", None),
    ("kiểm tra tình hình sử dụng chữ ký số", None),
    ("theo Quyết định số 12/QĐ-UBND ngày 01/3/2023 của UBND tỉnh", None),
    ("giai đoạn 2021 - 2025", None),
    ("kế hoạch năm 2026 của tỉnh", None),
    ("đến hết năm 2024 giảm ít nhất 40% số nợ", None),
    ("Ban hành văn bản hướng dẫn trong thời hạn 10 ngày làm việc kể từ ngày ký.", "trong thời hạn 10 ngày làm việc kể từ ngày ký"),
    ("Gửi về Sở Nội vụ trước 16h00 ngày 12/5/2026 để tổng hợp.", "trước 16h00 ngày 12/5/2026"),
    ("Gửi số liệu trước 11h30' ngày 03/4/2026.", "trước 11h30' ngày 03/4/2026"),
    ("Báo cáo chậm nhất trước ngày 10/7/2026.", "chậm nhất trước ngày 10/7/2026"),
    ("Hoàn thành đến trước ngày 01/10/2026.", "đến trước ngày 01/10/2026"),
    ("Thực hiện xong chậm nhất cuối quý III/2026.", "chậm nhất cuối quý III/2026"),
    ("Hoàn thành vào cuối năm 2026.", "vào cuối năm 2026"),
    ("đạt mức bình quân của vùng vào cuối năm 2025 và các năm sau", None),
    ("Hoàn thành trước cuối tháng 8/2026.", "trước cuối tháng 8/2026"),
    ("Báo cáo vào ngày 25 hằng tháng.", "vào ngày 25 hằng tháng"),
    ("Tổ chức kiểm tra từ tháng 3/2026 đến tháng 10/2026.", "từ tháng 3/2026 đến tháng 10/2026"),
    ("Tham mưu UBND tỉnh ban hành trước 30.6.2026.", "trước 30.6.2026"),
    ("Hoàn thành việc bàn giao không muộn hơn ngày 30/4/2026.", "không muộn hơn ngày 30/4/2026"),
    ("Báo cáo tiến độ trước ngày 25/6 và ngày 25/12/2026.", "trước ngày 25/6 và ngày 25/12/2026"),
    ("Báo cáo kết quả trước ngày 14/6 (6 tháng) và trước ngày 14/12 (năm).", "trước ngày 14/6 (6 tháng) và trước ngày 14/12 (năm)"),
    ("Cập nhật dữ liệu hằng tháng, công khai ngay sau khi được phê duyệt.", None),
    ("Chi trả trước Tết Nguyên đán năm 2026 cho người lao động", None),
    ("báo cáo trong thời hạn 05 ngày kể từ khi nhận được ý kiến của các sở, ngành.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DAYS)
def test_due_on(text: str, expected: str | None) -> None:
    assert due_on(text) == expected


@pytest.mark.parametrize(("text", "expected"), DAYS)
def test_due_on_without_marks_and_in_broken_lines(text: str, expected: str | None) -> None:
    assert due_on(strip_diacritics(text)) == expected
    assert due_on(text.replace(" ", "\n")) == expected


def test_due_on_takes_the_year_of_the_column() -> None:
    assert due_on("Trước 15/12", year=2023) == "2023-12-15"
    assert due_on("Trước 15/12") is None


@pytest.mark.parametrize(("text", "expected"), PHRASES)
def test_find_deadline(text: str, expected: str | None) -> None:
    at = find_deadline(text)
    assert (text[at[0] : at[1]] if at else None) == expected


@pytest.mark.parametrize(("text", "expected"), PHRASES)
def test_find_deadline_without_marks(text: str, expected: str | None) -> None:
    bare = strip_diacritics(text)
    at = find_deadline(bare)
    assert (bare[at[0] : at[1]] if at else None) == (strip_diacritics(expected) if expected else None)
