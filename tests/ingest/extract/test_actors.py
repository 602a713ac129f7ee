# ruff: noqa: E501
"""Several actors in one item, partners that belong to another actor. Texts of our own after real patterns."""

from __future__ import annotations

import pytest

from ingest.clean.fold import strip_diacritics
from ingest.extract.actors import split_actors
from ingest.extract.assign import read_assignment
from ingest.extract.coordination import find_coordination

# Text -> who does each part (the first as read from the sentence itself).
PARTS = [
    ("Chủ tịch Ủy ban nhân dân cấp xã chỉ đạo công tác phòng cháy; Ban Chỉ huy cấp xã tham mưu, tổ chức lực lượng canh gác.", ["Chủ tịch Ủy ban nhân dân cấp xã", "Ban Chỉ huy cấp xã"]),
    ("Sở Y tế lập danh sách các cơ sở. Công an tỉnh kiểm tra việc chấp hành; tuần tra ban đêm.", ["Sở Y tế", "Công an tỉnh"]),
    ("Sở Y tế rà soát số liệu; Sở Tài chính có trách nhiệm bố trí kinh phí; Kho bạc Nhà nước thực hiện thanh toán cho các đơn vị.", ["Sở Y tế", "Sở Tài chính", "Kho bạc Nhà nước"]),
    ("Sở Y tế chủ trì; Sở Tài chính phối hợp thực hiện.", ["Sở Y tế"]),
    ("Sở Y tế rà soát số liệu; Sở Y tế báo cáo Ủy ban nhân dân tỉnh kết quả rà soát.", ["Sở Y tế"]),
    ("Sở Y tế trình phương án; Ủy ban nhân dân tỉnh xem xét, quyết định phương án được trình.", ["Sở Y tế"]),
    ("Sở Y tế phối hợp với Chánh Văn phòng tỉnh; Chủ tịch Ủy ban nhân dân các xã niêm yết công khai danh mục.", ["Sở Y tế"]),
    ("Ủy ban nhân dân các xã, phường công bố dữ liệu mở. Ủy ban nhân dân cấp xã chú trọng công bố dữ liệu về đất đai.", ["Ủy ban nhân dân các xã, phường"]),
    ("Sở Y tế tổng hợp (Công an tỉnh lập danh sách. Sở Nội vụ rà soát danh sách của các đơn vị) gửi Bộ Y tế.", ["Sở Y tế"]),
    ("Sở Y tế rà soát phần mềm; đề nghị Sở Tài chính bố trí kinh phí nâng cấp hệ thống.", ["Sở Y tế"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "leads"), PARTS)
def test_parts(text: str, leads: list[str]) -> None:
    first = read_assignment(text)
    assert first is not None
    parts = split_actors(text, first, first.end)
    assert [(own or first).lead[0] for _, _, own in parts] == leads
    assert "".join(text[start:end] for start, end, _ in parts) == text


@pytest.mark.parametrize(("text", "leads"), PARTS[:2])
def test_parts_without_marks(text: str, leads: list[str]) -> None:
    bare = strip_diacritics(text)
    first = read_assignment(bare)
    assert first is not None
    parts = split_actors(bare, first, first.end)
    assert [(own or first).lead[0] for _, _, own in parts] == [strip_diacritics(lead) for lead in leads]


@pytest.mark.parametrize(
    ("text", "partners"),
    [
        ("Chỉ đạo lực lượng Công an chủ trì, phối hợp với cơ quan liên quan điều tra vụ việc.", ("cơ quan liên quan",)),
        ("Gửi Sở Tài chính chủ trì, phối hợp với Sở Nội vụ thẩm định dự toán.", ()),
        ("Giao Phòng Văn hóa chủ trì, phối hợp với Sở Y tế tổ chức lễ hội.", ()),
        ("Về tập huấn, chủ trì, phối hợp với Sở Nội vụ tổ chức các lớp.", ("Sở Nội vụ",)),
        ("Phối hợp với các chủ cơ sở thu gom, vận chuyển rác xác định thời gian.", ()),
        ("Phối hợp với các chủ cơ sở rà soát danh sách.", ("các chủ cơ sở",)),
        ("Phối hợp với cơ sở thực hiện dịch vụ thu gom, vận chuyển rác lựa chọn địa điểm.", ()),
        ("Phối hợp với Ủy ban nhân dân xã và đơn vị, tổ chức thực hiện nhiệm vụ bồi thường trong quá trình thu hồi đất.",
         ("Ủy ban nhân dân xã",)),
    ],
)  # fmt: skip
def test_partners_of_another_and_cut_names(text: str, partners: tuple[str, ...]) -> None:
    assert find_coordination(text) == partners
