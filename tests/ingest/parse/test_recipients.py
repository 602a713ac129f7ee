from __future__ import annotations

import pytest

from ingest.models import Block, BlockKind, Reading
from ingest.parse.plain import ensure_text, plain_view
from ingest.parse.recipients import read_recipients


def recipients(*texts: str) -> list[str]:
    made = Reading("txt", 1, [Block(BlockKind.PARAGRAPH, text) for text in texts])
    ensure_text(made)
    view = plain_view(enumerate(made.blocks), 9000)
    return read_recipients(view, view.bare.index("noi nhan"))[0]


@pytest.mark.parametrize(
    ("texts", "items"),
    [
        (["Nơi nhận:", "- Sở Nội vụ;", "- Ban Giám đốc Sở;", "- Lưu: VT, VP."], ["Sở Nội vụ", "Ban Giám đốc Sở"]),
        (["Nơi nhận: - Như trên; - UBND tỉnh (b/c); - Lưu: VT."], ["Như trên", "UBND tỉnh (b/c)"]),
        (["Nơi nhận:", "- Các Bộ: Tài chính, Nội vụ;", "- Lưu VT."], ["Các Bộ: Tài chính, Nội vụ"]),
        (["Nơi nhận: KT. GIÁM ĐỐC", "- Như trên; PHÓ GIÁM ĐỐC", "- Thanh tra tỉnh;", "- Lưu: VT.", "Trần Văn Bình"],
         ["Như trên", "Thanh tra tỉnh"]),
        (["Nơi nhận:", "- Các cơ quan, tổ chức trung ương đóng tại địa", "phương;", "- Lưu: VT."],
         ["Các cơ quan, tổ chức trung ương đóng tại địa phương"]),
        (["Nơi nhận:", "- Sở Nội vụ.", "GIÁM ĐỐC", "Trần Văn Bình"], ["Sở Nội vụ"]),
    ],
)  # fmt: skip
def test_read_recipients(texts: list[str], items: list[str]) -> None:
    assert recipients(*texts) == items
