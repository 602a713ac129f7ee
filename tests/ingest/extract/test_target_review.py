"""What a plan says it has reached, weighs up or lacks sets no target, whatever its headings are called."""

from __future__ import annotations

import pytest

from ingest.extract.targets import find_targets
from ingest.models import Block, BlockKind, Reading
from ingest.pipeline import assemble

GOAL = "- 100% cán bộ, công chức sử dụng thành thạo phần mềm quản lý văn bản."


def indicators(*lines: str) -> list[str]:
    head = [
        "UBND XÃ TÂN HỘI", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 12/KH-UBND",
        "Tân Hội, ngày 05 tháng 01 năm 2026", "KẾ HOẠCH", "Chuyển đổi số giai đoạn 2026 - 2030",
    ]  # fmt: skip
    blocks = [Block(BlockKind.PARAGRAPH, line) for line in [*head, *lines]]
    return [t.indicator for t in find_targets(assemble(Reading("docx", 1, blocks), "ke-hoach.docx", "0" * 64))]


@pytest.mark.parametrize(
    "headings",
    [
        ("I. ĐÁNH GIÁ TÌNH HÌNH THỰC HIỆN KẾ HOẠCH GIAI ĐOẠN 2021 - 2025", "1. Mục tiêu nâng cao chất lượng đội ngũ"),
        ("I. KIỂM ĐIỂM VIỆC THỰC HIỆN NHIỆM VỤ NĂM 2025", "1. Mục tiêu phát triển chính quyền số"),
        ("I. PHÂN TÍCH MÔI TRƯỜNG", "1. Môi trường bên trong", "1.1. Điểm mạnh"),
        ("I. BỐI CẢNH", "1. Thuận lợi"),
        ("I. BỐI CẢNH", "2. Thách thức"),
    ],
)
def test_a_review_sets_none(headings: tuple[str, ...]) -> None:
    goals = ("II. MỤC TIÊU", "1. Mục tiêu cụ thể", "- 90% hồ sơ thủ tục hành chính được tiếp nhận trực tuyến.")
    assert indicators(*headings, GOAL, *goals) == ["hồ sơ thủ tục hành chính được tiếp nhận trực tuyến"]


@pytest.mark.parametrize(
    "headings",
    [
        ("I. MỤC TIÊU", "1. Mục tiêu nâng cao chất lượng đội ngũ"),
        ("I. MỤC TIÊU, CHỈ TIÊU", "1. Tạo thuận lợi cho người dân, doanh nghiệp"),
    ],
)
def test_what_looks_ahead_still_does(headings: tuple[str, ...]) -> None:
    assert indicators(*headings, GOAL) == ["cán bộ, công chức sử dụng thành thạo phần mềm quản lý văn bản"]
