"""Columns of a document's head and of its signature, typed side by side in plain text."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.clean import clean
from ingest.parse.header import parse_header
from ingest.read import read_file
from ingest.read.columns import part_columns

HEAD = """\
  SỞ TƯ PHÁP TỈNH YÊN BÁI              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                                           Độc lập - Tự do - Hạnh phúc
     Số: 87/TB-STP
                                       Yên Bái, ngày 04 tháng 8 năm 2023"""
TAIL = """\
Nơi nhận:                                     KT. GIÁM ĐỐC
- Như trên;                                   PHÓ GIÁM ĐỐC
- Phòng Tư pháp các huyện;

- Trung tâm trợ giúp pháp lý;                 Giàng A Lử
- Lưu: VT, VP."""


def test_columns_are_read_one_after_the_other() -> None:
    assert [line for line in part_columns(HEAD).split("\n") if line] == [
        "SỞ TƯ PHÁP TỈNH YÊN BÁI",
        "Số: 87/TB-STP",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Yên Bái, ngày 04 tháng 8 năm 2023",
    ]
    parted = [line for line in part_columns(TAIL).split("\n") if line]
    assert parted[-3:] == ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Giàng A Lử"]
    assert parted[1:4] == ["- Như trên;", "- Phòng Tư pháp các huyện;", "- Trung tâm trợ giúp pháp lý;"]


@pytest.mark.parametrize(
    "text",
    [
        "STT   Nội dung      Đơn vị\n1     Rà soát       Sở Nội vụ\n2     Công khai     Sở Y tế",
        "Nơi nhận:\n- Như trên;\n- Lưu: VT.",
        "Nơi nhận: Sở Nội vụ, Sở Y tế và các huyện",
        "1. Mục đích ........ 2\n2. Yêu cầu ........ 3",
    ],
)
def test_other_gaps_stay(text: str) -> None:
    assert part_columns(text) == text


def test_nothing_is_lost() -> None:
    for text in (HEAD, TAIL, f"{HEAD}\n\n   THÔNG BÁO\n\nNội dung.\n\n{TAIL}\n\nPHỤ LỤC\n1   a   b"):
        assert sorted(part_columns(text).split()) == sorted(text.split())


def test_header_of_a_file_with_columns(tmp_path: Path) -> None:
    path = tmp_path / "thong-bao.txt"
    path.write_text(f"{HEAD}\n\n        THÔNG BÁO\n  Về lịch tiếp công dân\n\nSở thông báo.\n\n{TAIL}\n", "utf-8")
    header = parse_header(clean(read_file(path)), path.name)
    assert header.signer is not None
    assert (header.signer.name, header.signer.position) == ("Giàng A Lử", "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC")
    assert header.recipients == ["Như trên", "Phòng Tư pháp các huyện", "Trung tâm trợ giúp pháp lý"]
    assert (header.number, header.issued_on) == ("87/TB-STP", "2023-08-04")


def test_columns_set_by_tabs_in_word(tmp_path: Path) -> None:
    from docx import Document as Word

    word = Word()
    for line in (
        "SỞ TƯ PHÁP TỈNH YÊN BÁI\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "\tĐộc lập - Tự do - Hạnh phúc",
        "Số: 88/TB-STP\tYên Bái, ngày 05 tháng 8 năm 2023", "THÔNG BÁO", "Về lịch tiếp công dân",
        "\tĐầu dòng có phím tab như mọi đoạn văn.", "Nơi nhận:\t\tKT. GIÁM ĐỐC", "- Như trên;\t\tPHÓ GIÁM ĐỐC",
        "- Sở Nội vụ;\t\tGiàng A Lử", "- Lưu: VT.", "\tPHỤ LỤC",
    ):  # fmt: skip
        word.add_paragraph(line)
    path = tmp_path / "thong-bao.docx"
    word.save(str(path))
    texts = [block.text for block in read_file(path).blocks]
    assert texts[:5] == [
        "SỞ TƯ PHÁP TỈNH YÊN BÁI", "Số: 88/TB-STP", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        "Yên Bái, ngày 05 tháng 8 năm 2023",
    ]  # fmt: skip
    assert texts[7:12] == [
        "Đầu dòng có phím tab như mọi đoạn văn.",
        "Nơi nhận:",
        "- Như trên;",
        "- Sở Nội vụ;",
        "- Lưu: VT.",
    ]
    assert texts[-1] == "PHỤ LỤC"
    header = parse_header(clean(read_file(path)), path.name)
    assert header.signer is not None
    assert (header.signer.name, header.recipients) == ("Giàng A Lử", ["Như trên", "Sở Nội vụ"])
