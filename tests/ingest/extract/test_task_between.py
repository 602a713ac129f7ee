"""Sentences between the items of a list, and lists that assign nothing."""

from __future__ import annotations

from ingest.extract.models import Task
from ingest.extract.tasks import find_tasks
from ingest.models import Block, BlockKind, Reading
from ingest.pipeline import assemble


def tasks(*lines: str) -> list[Task]:
    head = ["UBND TỈNH KON TUM", "Số: 51/UBND-NC", "Kon Tum, ngày 4 tháng 4 năm 2026", "Kính gửi: Các sở, ban, ngành."]
    blocks = [Block(BlockKind.PARAGRAPH, line) for line in [*head, *lines]]
    return find_tasks(assemble(Reading("docx", 1, blocks), "cong-van.docx", "0" * 64))


def test_a_sentence_between_items_takes_none_of_those_that_follow() -> None:
    found = tasks(
        "2. Giao Sở Nội vụ chủ trì, phối hợp với các sở, ban, ngành triển khai các nhiệm vụ sau:",
        "- Tiếp tục đẩy mạnh tuyên truyền về dịch vụ công trực tuyến.",
        "Qua tuyên truyền, người dân nâng cao ý thức sử dụng dịch vụ công.",
        "Giao Thanh tra tỉnh làm đầu mối cung cấp thông tin về kết quả kiểm tra cho báo chí.",
        "- Rà soát, chấn chỉnh việc tiếp nhận hồ sơ tại Bộ phận Một cửa.",
    )
    leads = {task.task[:12]: task.lead for task in found}
    assert leads["Tiếp tục đẩy"] == leads["Rà soát, chấ"] == ["Sở Nội vụ"]
    assert leads["Giao Thanh t"] == ["Thanh tra tỉnh"]


def test_a_sentence_of_its_own_hands_down_what_stands_below() -> None:
    found = tasks(
        "1. Đẩy mạnh tuyên truyền dịch vụ công.",
        "Các cơ quan, đơn vị xây dựng kế hoạch truyền thông năm 2026.",
        "- Giới thiệu điển hình tiên tiến về cải cách hành chính trên trang thông tin.",
    )
    assert found[-1].lead == ["Các cơ quan, đơn vị"]


def test_whom_to_ask_and_offers_are_no_tasks() -> None:
    asked = tasks(
        "5. Nếu có vướng mắc, đề nghị các tổ chức, cá nhân liên hệ tới các địa chỉ sau để được hướng dẫn:",
        "- Tổng đài phục vụ hành chính công tỉnh (số điện thoại: 0260.3888.111).",
        "- Bộ phận Một cửa của Sở Nội vụ: Bà Lê Thị Na, số điện thoại: 0260.3888.112.",
    )
    assert asked == []
    assert tasks("4. Các tổ chức, cá nhân có thể tham khảo hướng dẫn đăng ký dịch vụ công tại địa chỉ sau.") == []
    assert tasks("4. Các cơ quan, đơn vị tham khảo hướng dẫn, tổ chức đăng ký dịch vụ công trước ngày 15/4/2026.")
