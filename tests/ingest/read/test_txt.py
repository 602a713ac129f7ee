from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document as Word

from ingest.errors import LegacyFont, NoText
from ingest.models import BlockKind, Reading
from ingest.read import read_file

SENTENCE = "Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành thực hiện nghiêm túc kế hoạch này."


def read(tmp_path: Path, data: bytes | str) -> Reading:
    path = tmp_path / "a.txt"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return read_file(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_encodings(tmp_path, encoding):
    assert read(tmp_path, SENTENCE.encode(encoding)).text == SENTENCE


def test_windows_1258_with_combining_marks(tmp_path):
    import unicodedata

    # Windows-1258 has the vowels ă â ê ô ơ ư whole and the tone marks as combining characters.
    tones = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
    out = ""
    for letter in SENTENCE:
        parts = unicodedata.normalize("NFD", letter)
        base = unicodedata.normalize("NFC", "".join(c for c in parts if c not in tones))
        out += base + "".join(c for c in parts if c in tones)
    assert read(tmp_path, out.encode("cp1258")).text == SENTENCE


def test_decomposed_letters_are_composed(tmp_path):
    import unicodedata

    assert read(tmp_path, unicodedata.normalize("NFD", SENTENCE)).text == SENTENCE


def test_cut_character_at_the_end(tmp_path):
    assert read(tmp_path, "Kế hoạch năm 2024 thứ nhấ".encode()[:-1]).text.startswith("Kế hoạch năm 2024")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Céng hoµ x· héi chñ nghÜa ViÖt Nam. Quy chÕ cña tØnh vµ nhiÖm vô ®­îc giao cho héi ®ång", "TCVN3"),
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam. Quy cheá cuûa tænh vaø nhieäm vuï ñöôïc giao haønh chính", "VNI"),
    ],
)
def test_legacy_fonts_are_told_apart(tmp_path, text, name):
    with pytest.raises(LegacyFont, match=name):
        read(tmp_path, (text + "\n").encode("latin-1") * 3)
    with pytest.raises(LegacyFont, match=name):  # the same letters saved as Unicode
        read(tmp_path, (text + "\n") * 3)
    word = tmp_path / "a.docx"
    document = Word()
    for _ in range(3):
        document.add_paragraph(text)
    document.save(str(word))
    with pytest.raises(LegacyFont, match=name):
        read_file(word)


def test_form_feeds_are_pages(tmp_path):
    reading = read(tmp_path, "Trang một\n\fTrang hai\n\n\fTrang ba")
    assert [(b.text, b.page) for b in reading.blocks] == [("Trang một", 1), ("Trang hai", 2), ("Trang ba", 3)]
    assert reading.pages == 3


def test_a_line_is_a_paragraph_where_lines_are_long(tmp_path):
    text = "\n".join(f"{n}. {SENTENCE} {SENTENCE}" for n in range(1, 6))
    assert len(read(tmp_path, text).blocks) == 5


def test_wrapped_lines_are_joined(tmp_path):
    text = """KẾ HOẠCH
Cải cách hành chính năm 2024

I. MỤC TIÊU
1. Phấn đấu 100% thủ tục hành chính được công bố, công khai đúng thời
hạn; tối thiểu 80% hồ sơ được tiếp nhận trực tuyến trong giai đoạn 2021
- 2025 theo quy định của pháp luật.
- Rà soát, đơn giản hóa thủ tục hành chính thuộc phạm vi quản lý của
Sở Nội vụ.
Căn cứ Quyết định số 12/QĐ-UBND ngày 03 tháng 01 năm 2024 của Ủy ban nhân
dân tỉnh;
"""
    assert [b.text for b in read(tmp_path, text).blocks] == [
        "KẾ HOẠCH",
        "Cải cách hành chính năm 2024",
        "I. MỤC TIÊU",
        "1. Phấn đấu 100% thủ tục hành chính được công bố, công khai đúng thời hạn; tối thiểu 80% hồ sơ được tiếp nhận "
        "trực tuyến trong giai đoạn 2021 - 2025 theo quy định của pháp luật.",
        "- Rà soát, đơn giản hóa thủ tục hành chính thuộc phạm vi quản lý của Sở Nội vụ.",
        "Căn cứ Quyết định số 12/QĐ-UBND ngày 03 tháng 01 năm 2024 của Ủy ban nhân dân tỉnh;",
    ]


def test_kinds_and_markdown_headings(tmp_path):
    reading = read(
        tmp_path, "# Chương trình\n\nII. NHIỆM VỤ\n\n- Rà soát;\n\nĐiều 3. Hiệu lực\n\nNội dung khác của văn bản."
    )
    assert [(b.kind, b.level) for b in reading.blocks] == [
        (BlockKind.HEADING, 1),
        (BlockKind.HEADING, None),
        (BlockKind.LIST_ITEM, None),
        (BlockKind.HEADING, None),
        (BlockKind.PARAGRAPH, None),
    ]


def test_nothing_but_white_space(tmp_path):
    with pytest.raises(NoText):
        read(tmp_path, " \n\n\t\n")


def test_running_heads_of_a_gazette_part_no_sentence(tmp_path: Path) -> None:
    from ingest.clean import clean

    lines = (
        "6            CÔNG BÁO TỈNH HÀ GIANG/Số 03 + 04/Ngày 02-02-2024\n\nĐiều 2. Hồ sơ\n"
        "Người nộp được hướng dẫn một lần, đầy đủ về thành phần hồ sơ và cách\n\n"
        "             CÔNG BÁO TỈNH HÀ GIANG/Số 03 + 04/Ngày 02-02-2024           7\n\n"
        "nộp trực tuyến.\nCÔNG BÁO/Số 99/Ngày 5-3-2024\nĐiều 3. Lệ phí\nCông báo số 99 đăng mức lệ phí.\n"
    )
    text = clean(read(tmp_path, lines)).text
    assert "hồ sơ và cách nộp trực tuyến." in text
    assert "CÔNG BÁO" not in text
    assert "Công báo số 99 đăng" in text


def test_stray_nul_bytes_are_dropped(tmp_path: Path) -> None:
    data = (SENTENCE * 9).encode()
    assert read(tmp_path, data[:200] + b"\0\0" + data[200:]).text == SENTENCE * 9
