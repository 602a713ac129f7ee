# ruff: noqa: E501
"""Texts whose paragraphs a crawler removed. Texts of our own after real patterns."""

from __future__ import annotations

import textwrap

import pytest

from ingest.extract.flat_text import unfold
from ingest.extract.tasks import find_tasks
from ingest.models import Block, BlockKind, Document, Reading
from ingest.pipeline import assemble

HEAD = (
    "BỘ GIAO THÔNG VẬN TẢI ------- CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc --------------- "
    "Số: 35/TB-BGTVT Hà Nội, ngày 11 tháng 6 năm 2024 THÔNG BÁO KẾT LUẬN CỦA THỨ TRƯỞNG TẠI CUỘC HỌP VỀ BẢO TRÌ CẦU ĐƯỜNG "
    "Ngày 06 tháng 6 năm 2024, tại trụ sở Bộ, Thứ trưởng đã chủ trì cuộc họp về bảo trì cầu đường. Vụ Tài chính đã có báo cáo đầy đủ, "
    "các đơn vị dự họp đã có nhiều ý kiến về hiện trạng các cầu yếu và nguồn vốn bảo trì. Thứ trưởng kết luận như sau: "
)
TAIL = "Thừa lệnh Bộ trưởng, Văn phòng Bộ thông báo để các đơn vị biết, thực hiện./. Nơi nhận: - Bộ trưởng (để b/c); - Các đơn vị dự họp; - Lưu: VT. CHÁNH VĂN PHÒNG Lê Văn A"


def flat(body: str, width: int = 80, kind: str = "txt") -> Document:
    """The text in lines of `width`, each of them a block (0: one single paragraph)."""
    text = f"{HEAD}{body} {TAIL}"
    lines = textwrap.wrap(text, width) if width else [text]
    blocks = [Block(BlockKind.PARAGRAPH, line) for line in lines]
    return assemble(Reading(kind, 1, blocks), "thong-bao.txt", "0" * 64)


def leads(document: Document) -> list[tuple[list[str], str]]:
    return [(task.lead, task.task.split(" ", 2)[0] + " " + task.task.split(" ", 2)[1]) for task in find_tasks(document)]


ORDERED = (
    "1. Giao Vụ Tài chính tham mưu bố trí kinh phí bảo trì các cầu yếu theo quy định. "
    "2. Giao Cục Đường bộ Việt Nam: - Rà soát hiện trạng các cầu yếu trên quốc lộ; - Lập kế hoạch kiểm định cầu, báo cáo Bộ trước ngày 30/7/2024. "
    "3. Cục Đường sắt Việt Nam a) Chủ trì kiểm tra các đường ngang; b) Báo cáo kết quả kiểm tra trong tháng 8/2024."
)


@pytest.mark.parametrize("width", [0, 40, 64, 80, 110])
@pytest.mark.parametrize("kind", ["txt", "html"])
def test_items_are_read_whatever_the_lines(width: int, kind: str) -> None:
    tasks = find_tasks(flat(ORDERED, width, kind))
    assert [task.lead for task in tasks] == [
        ["Vụ Tài chính"], ["Cục Đường bộ Việt Nam"], ["Cục Đường bộ Việt Nam"],
        ["Cục Đường sắt Việt Nam"], ["Cục Đường sắt Việt Nam"],
    ]  # fmt: skip
    assert [task.deadline for task in tasks] == [None, None, "trước ngày 30/7/2024", None, "trong tháng 8/2024"]
    assert tasks[-1].task == "Báo cáo kết quả kiểm tra trong tháng 8/2024."


def test_offsets_are_those_of_the_text() -> None:
    document = flat(ORDERED)
    for task in find_tasks(document):
        assert " ".join(document.text[task.start : task.end].split()) == task.task


def test_marks_out_of_order_hand_nothing_down() -> None:
    body = (
        "1. Giao Vụ Tài chính: - Rà soát dự toán bảo trì cầu đường. 2. Rà soát hợp đồng bảo trì với các nhà thầu. "
        "2. Kiểm tra thiết bị quan trắc trên các cầu lớn. Giao Cục Đường bộ Việt Nam khẩn trương lập kế hoạch kiểm định các cầu yếu trên quốc lộ."
    )
    assert leads(flat(body)) == [(["Cục Đường bộ Việt Nam"], "Giao Cục")]


def test_what_stands_before_the_items_hands_nothing_down() -> None:
    body = (
        "Bộ yêu cầu các cơ quan, đơn vị thực hiện các nội dung sau: 1. Đối với nhà thầu thi công - Lập kế hoạch chi tiết; - Huy động đủ máy móc. "
        "2. Giao Cục Đường bộ Việt Nam kiểm tra, đôn đốc nhà thầu."
    )
    assert leads(flat(body)) == [(["Cục Đường bộ Việt Nam"], "Giao Cục")]


def test_a_dash_inside_a_name_parts_nothing() -> None:
    body = (
        "1. Giao Vụ Kế hoạch - Tài chính chủ trì rà soát nguồn vốn bảo trì. 2. Giao Cục Kinh tế - Quản lý đầu tư xây dựng chủ trì kiểm tra định mức. "
        "3. Cục Hàng hải Việt Nam - Theo dõi các bến cảng; - Báo cáo tình hình hằng quý."
    )
    found = leads(flat(body))
    assert [lead for lead, _ in found[:2]] == [["Vụ Kế hoạch - Tài chính"], ["Cục Kinh tế - Quản lý đầu tư xây dựng"]]
    assert found[2:] == [(["Cục Hàng hải Việt Nam"], "Theo dõi"), (["Cục Hàng hải Việt Nam"], "Báo cáo")]


def test_purposes_and_the_closing_formula_are_no_tasks() -> None:
    body = (
        "1. Mục đích - Nâng cao an toàn giao thông; - Giao Vụ Tài chính theo dõi chung nguồn vốn bảo trì của ngành. "
        "2. Giao Vụ Vận tải đôn đốc các đơn vị thực hiện. Bộ yêu cầu Thủ trưởng các cơ quan, đơn vị nghiêm túc triển khai thực hiện./."
    )
    assert leads(flat(body)) == [(["Vụ Vận tải"], "Giao Vụ")]


def test_sections_with_numbers_that_begin_anew() -> None:
    body = (
        "I. CÔNG TÁC BẢO TRÌ 1. Giao Vụ Tài chính bố trí kinh phí bảo trì. 2. Giao Vụ Vận tải theo dõi tải trọng. "
        "II. CÔNG TÁC KHÁC 1. Giao Thanh tra Bộ kiểm tra việc chấp hành. 2. Giao Vụ Pháp chế rà soát các thông tư."
    )
    assert [lead for lead, _ in leads(flat(body))] == [
        ["Vụ Tài chính"],
        ["Vụ Vận tải"],
        ["Thanh tra Bộ"],
        ["Vụ Pháp chế"],
    ]


def test_a_text_with_its_lines_is_left_alone() -> None:
    lines = [HEAD, *(f"{n}. Giao Vụ Tài chính rà soát nội dung thứ {n} của kế hoạch." for n in range(1, 9))]
    blocks = [Block(BlockKind.PARAGRAPH, line) for line in lines]
    document = assemble(Reading("txt", 1, blocks), "thong-bao.txt", "0" * 64)
    assert unfold(document) is None
    assert len(find_tasks(document)) == 8


@pytest.mark.parametrize(
    "heading",
    ["I. MỤC ĐÍCH, YÊU CẦU 1. Nâng cao an toàn giao thông đường bộ. 2. Các cơ quan, đơn vị xây dựng kế hoạch sát thực tế.",
     "I. MỤC ĐÍCH - Nâng cao an toàn giao thông đường bộ; - Sở Y tế tổ chức cấp cứu kịp thời.",
     "I. YÊU CẦU 1. Thủ trưởng các cơ quan, đơn vị đề cao trách nhiệm khi thực hiện. 2. Các sở, ngành lập kế hoạch kịp thời.",
     "I. MỤC TIÊU 1. Các địa phương giảm số vụ tai nạn giao thông. 2. Sở Xây dựng giảm ùn tắc."],
)  # fmt: skip
def test_aims_and_requirements_give_no_tasks(heading: str) -> None:
    body = f"{heading} II. NHIỆM VỤ 1. Giao Vụ Tài chính bố trí kinh phí bảo trì. 2. Giao Vụ Vận tải theo dõi tải trọng xe."
    assert [lead for lead, _ in leads(flat(body))] == [["Vụ Tài chính"], ["Vụ Vận tải"]]


def test_requirements_behind_purposes() -> None:
    body = "1. Mục đích Nâng cao an toàn giao thông. 2. Yêu cầu Các cơ quan, đơn vị xây dựng kế hoạch. 3. Giao Vụ Vận tải theo dõi tải trọng xe."
    assert [lead for lead, _ in leads(flat(body))] == [["Vụ Vận tải"]]


def test_places_are_not_the_places_of_the_heading() -> None:
    body = (
        "1. Các địa phương: a) Khẩn trương giải phóng mặt bằng các dự án. b) Thành phố Đà Nẵng, Huế rà soát các đoạn tuyến ven biển. "
        "2. Giao Vụ Vận tải theo dõi tải trọng xe."
    )
    assert [lead for lead, _ in leads(flat(body))] == [["Các địa phương"], ["Vụ Vận tải"]]


def test_a_long_heading_of_units() -> None:
    units = "Thủ trưởng các sở, ban, ngành tỉnh, các tổ chức chính trị - xã hội, các cơ quan Trung ương đóng trên địa bàn tỉnh, Chủ tịch UBND các huyện, thị xã"
    body = f"1. {units} a) Tiếp tục tuyên truyền Luật Đường bộ. b) Kiểm tra tải trọng xe. 2. Giao Vụ Vận tải theo dõi chung."
    found = leads(flat(body))
    assert [len(lead) for lead, _ in found] == [4, 4, 1]
