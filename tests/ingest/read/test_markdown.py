from __future__ import annotations

from pathlib import Path

import pytest

from ingest.models import Reading
from ingest.pipeline import assemble
from ingest.read import read_file


def read(tmp_path: Path, text: str) -> Reading:
    path = tmp_path / "a.md"
    path.write_text(text, encoding="utf-8")
    return read_file(path)


def texts(reading: Reading) -> list[str]:
    return [block.text for block in reading.blocks]


HEADER = """|
**ỦY BAN NHÂN
DÂN **
TỈNH BÌNH MINH
-------
|
**CỘNG HÒA XÃ HỘI
CHỦ NGHĨA VIỆT NAM**
Độc lập - Tự do - Hạnh phúc
---------------
|
|
Số:
12/KH-UBND
|
*Bình Minh, ngày
05 tháng 02 năm 2024*
|
"""
PARTED = [
    "ỦY BAN NHÂN DÂN",
    "TỈNH BÌNH MINH",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Số: 12/KH-UBND",
    "Bình Minh, ngày 05 tháng 02 năm 2024",
]


def test_header_of_lone_bars(tmp_path):
    reading = read(tmp_path, HEADER + "\n\n**KẾ HOẠCH**\n\nCải cách hành chính\nnăm 2024\n")
    assert texts(reading) == [*PARTED, "KẾ HOẠCH", "Cải cách hành chính năm 2024"]
    assert [b.bold for b in reading.blocks][:2] == [True, False]
    assert reading.blocks[5].italic


def test_squeezed_header(tmp_path):
    text = (
        "CHÍNH PHỦ------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAMĐộc lập - Tự do - Hạnh phúc--------- |\n"
        "Số: 16/2024/NĐ-CP | Hà Nội, ngày 05 tháng 02 năm 2024 |\n\n**NGHỊ ĐỊNH**\n"
    )
    assert texts(read(tmp_path, text)) == [
        "CHÍNH PHỦ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 16/2024/NĐ-CP",
        "Hà Nội, ngày 05 tháng 02 năm 2024",
        "NGHỊ ĐỊNH",
    ]


def test_recipients_and_signature(tmp_path):
    text = """Kế hoạch này có hiệu lực./.

|
*Nơi nhận:*
- Như trên;
- Các sở, ban,
ngành;
- Lưu: VT.
|
**TM. ỦY BAN NHÂN DÂN**
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Nguyễn Văn Mẫu
|


**PHỤ LỤC**
"""
    assert texts(read(tmp_path, text))[1:] == [
        "Nơi nhận:", "- Như trên;", "- Các sở, ban, ngành;", "- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Văn Mẫu", "PHỤ LỤC",
    ]  # fmt: skip


def bars(*rows: list[str]) -> str:
    """A table of lone bars; an empty cell is written as nothing."""
    lines: list[str] = []
    for row in rows:
        lines.append("|")
        for cell in row:
            lines += [cell, "|"] if cell else ["|"]
    return "\n".join(lines) + "\n\n"


def test_rows_and_empty_cells_are_told_apart(tmp_path):
    rows = [
        ["**STT**", "**Nhiệm vụ**", "**Chủ trì**", "**Ghi chú**"],
        ["**I**", "**CẢI CÁCH THỂ CHẾ**"],
        ["1", "Rà soát văn bản\nquy phạm pháp luật", "Sở Tư pháp", ""],
        ["2", "Theo dõi thi hành", "", "Hằng năm"],
        ["3", "Báo cáo", "Sở Nội vụ", "Quý IV"],
    ]
    block = read(tmp_path, "Phụ lục kèm theo\n\n" + bars(*rows) + "Hết.").blocks[1]
    table = block.table
    assert (table.rows, table.columns, table.header_rows) == (5, 4, 1)
    assert [[c.text for c in table.row_cells(r)] for r in range(1, 5)] == [
        ["I", "CẢI CÁCH THỂ CHẾ"],
        ["1", "Rà soát văn bản quy phạm pháp luật", "Sở Tư pháp", ""],
        ["2", "Theo dõi thi hành", "", "Hằng năm"],
        ["3", "Báo cáo", "Sở Nội vụ", "Quý IV"],
    ]


def test_column_names_in_two_storeys(tmp_path):
    rows = [
        ["TT", "Nội dung", "Kinh phí", "Ghi chú"],
        ["Năm 2024", "Năm 2025"],
        ["1", "Tập huấn", "10", "20", ""],
        ["2", "Kiểm tra", "5", "5", "x"],
    ]
    table = read(tmp_path, bars(*rows)).blocks[0].table
    shapes = {c.text: (c.row, c.column, c.row_span, c.column_span) for c in table.cells if c.row < 2}
    assert shapes == {
        "TT": (0, 0, 2, 1), "Nội dung": (0, 1, 2, 1), "Kinh phí": (0, 2, 1, 2), "Ghi chú": (0, 4, 2, 1),
        "Năm 2024": (1, 2, 1, 1), "Năm 2025": (1, 3, 1, 1),
    }  # fmt: skip
    assert table.header_rows == 2


def test_which_group_is_not_guessed(tmp_path):
    rows = [
        ["TT", "Nội dung", "Năm 2025", "Năm 2026"],
        ["Dự toán", "Ước thực hiện"],
        ["1", "Thu", "1", "2", "3"],
        ["2", "Chi", "4", "5", "6"],
    ]
    table = read(tmp_path, bars(*rows)).blocks[0].table
    assert {c.text for c in table.cells if c.row < 2} == {
        "TT",
        "Nội dung",
        "Năm 2025; Năm 2026",
        "Dự toán; Ước thực hiện",
    }


def test_rows_of_a_numbered_table_begin_with_their_ordinals(tmp_path):
    rows = [
        ["**TT**", "**Nội dung**", "**Cấp tỉnh**", "**Cấp xã**", "**Ghi chú**"],
        ["1", "Thuế tài nguyên nước", "", "", ""],
        ["1.1", "Thuế của doanh nghiệp", "", "100", ""],
        ["1.2", "Thuế của hộ kinh doanh", "100", "", ""],
        ["", "- Địa bàn các phường", "70", "30", ""],
        ["2", "Lệ phí trước bạ nhà đất", "", "100", ""],
    ]
    table = read(tmp_path, bars(*rows)).blocks[0].table
    assert [[c.text for c in table.row_cells(r)] for r in range(1, table.rows)] == rows[1:]


@pytest.mark.parametrize("numbers", ["(1)|(2)|(3)", "1|2|3=1+2", "(A)|(B)|(C)", "a|b|c"])
def test_row_of_column_numbers_is_no_data(tmp_path, numbers):
    rows = [["STT", "Nhiệm vụ", "Chủ trì"], numbers.split("|"), ["1", "Rà soát", "Sở Nội vụ"]]
    assert read(tmp_path, bars(*rows)).blocks[0].table.header_rows == 2
    page = "".join(
        f"<tr>{''.join(f'<{tag}>{c}</{tag}>' for c in row)}</tr>"
        for tag, row in zip(("th", "td", "td"), rows, strict=True)
    )
    path = tmp_path / "a.html"
    path.write_text(f"<html><body><table border=1>{page}</table></body></html>", encoding="utf-8")
    assert read_file(path).blocks[0].table.header_rows == 2


def test_column_names_without_a_column_of_ordinals(tmp_path):
    steps = [["Tiếp nhận", "Bộ phận một cửa", "1 ngày"], ["Thẩm định", "Phòng chuyên môn", "3 ngày"]]
    names = ["Nội dung công việc", "Đơn vị thực hiện", "Thời hạn"]
    assert read(tmp_path, bars(names, *steps)).blocks[0].table.header_rows == 1
    assert read(tmp_path, bars(steps[1], *steps)).blocks[0].table.header_rows == 0


def test_pipe_table(tmp_path):
    table = (
        read(tmp_path, "| STT | Việc |\n| --- | :-: |\n| 1 | **Rà** soát<br>thủ tục |\n| 2 | a \\| b |\n")
        .blocks[0]
        .table
    )
    assert [[c.text for c in table.row_cells(r)] for r in range(3)] == [
        ["STT", "Việc"],
        ["1", "Rà soát thủ tục"],
        ["2", "a | b"],
    ]
    assert table.header_rows == 1


def test_pipe_table_among_the_first_lines_of_a_document(tmp_path):
    head = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nĐộc lập - Tự do - Hạnh phúc\n\nKẾ HOẠCH\n\n"
    rows = "| STT | Việc |\n|---|---|\n| I | Chung |\n| 1 | Rà soát |\n| 2 | In ấn |\n"
    tables = [block.table for block in read(tmp_path, head + rows).blocks if block.table]
    assert [table.rows for table in tables] == [4]


def test_wrapped_paragraphs(tmp_path):
    text = """**Điều 1.**** **Công
bố kèm theo Quyết định này

đ) Cơ quan thực hiện: Vụ Tổ chức
- Biên chế thuộc Bộ Nội vụ.

- Rà soát;
- Báo cáo.
"""
    assert texts(read(tmp_path, text)) == [
        "Điều 1. Công bố kèm theo Quyết định này",
        "đ) Cơ quan thực hiện: Vụ Tổ chức - Biên chế thuộc Bộ Nội vụ.",
        "- Rà soát;",
        "- Báo cáo.",
    ]


def test_headings_and_markup(tmp_path):
    reading = read(tmp_path, "## Kế *hoạch*\n\n[Nghị định 30](http://a.vn/x(1)) và `mã` &amp; 5\\*3\n\n***\n")
    assert texts(reading) == ["Kế hoạch", "Nghị định 30 và mã & 5*3"]
    assert reading.blocks[0].level == 2


def test_two_headings_on_one_line_are_parted(tmp_path):
    text = "**B. PHƯƠNG ÁN CẮT GIẢM I. Lưu đồ\nquy trình**\n\n**II. NHIỆM VỤ GIAI ĐOẠN I. Cụ thể như sau**\n\nHết."
    assert texts(read(tmp_path, text)) == [
        "B. PHƯƠNG ÁN CẮT GIẢM",
        "I. Lưu đồ quy trình",
        "II. NHIỆM VỤ GIAI ĐOẠN I. Cụ thể như sau",
        "Hết.",
    ]


def test_bar_after_the_last_cell_of_a_flattened_row_ends_the_paragraph(tmp_path):
    text = "Báo cáo./.\n\n- Như trên; - Lưu: VT. |\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Văn Mẫu |\n"
    found = texts(read(tmp_path, text))
    assert found[1] == "- Như trên; - Lưu: VT."
    assert found[-1].endswith("Nguyễn Văn Mẫu")


def test_syllable_broken_by_a_space(tmp_path):
    text = "Đánh giá khách quan, công tâm.\n\nViệc đánh giá cần khách q uan; điểm c ở trên và vấn đ ề khác.\n"
    assert texts(read(tmp_path, text))[1] == "Việc đánh giá cần khách quan; điểm c ở trên và vấn đ ề khác."


def test_a_cell_joins_its_lines_by_spaces(tmp_path):
    rows = [
        ["STT", "Thủ tục", "Cơ quan"],
        ["1", "Xác nhận chia sẻ lợi ích\n(mã 1.004082)", "Sở Tư pháp"],
        ["2", "x", "y"],
    ]
    document = assemble(read(tmp_path, bars(*rows)), "a.md", "0" * 64)
    assert "Xác nhận chia sẻ lợi ích (mã 1.004082)" in document.text


CHROME_TOP = """|
|
Nội dung thuộc quyền sở hữu của trang thông tin
All rights reserved
Click vào để xem chi tiết.
Đang tải văn bản...
|
**Số hiệu:**
|
12/KH-UBND
|
"""
CHROME_END = """Kế hoạch 12/KH-UBND năm 2024 do Ủy ban nhân dân tỉnh Bình Minh ban hành
Văn bản này chưa cập nhật nội dung Tiếng Anh
## Văn bản liên quan
Ban hành:
25/11/2025
Hiệu lực: Đã biết
Cập nhật:
26/11/2025
Đăng nhập
"""
LETTER = """**Kính gửi:** Các sở, ban, ngành.
Thực hiện kế hoạch cải cách hành chính năm 2024, đề nghị các đơn vị báo cáo
kết quả trước ngày 15 tháng 12 năm 2024.
Trân trọng./.
|
Nơi nhận:
- Như trên.
|
CHỦ TỊCH
Nguyễn Văn Mẫu
|
"""


def test_site_chrome_is_cut(tmp_path):
    found = texts(read(tmp_path, CHROME_TOP + HEADER + LETTER + CHROME_END))
    assert found == [
        *PARTED, "Kính gửi: Các sở, ban, ngành.",
        "Thực hiện kế hoạch cải cách hành chính năm 2024, đề nghị các đơn vị báo cáo kết quả trước ngày 15 tháng 12 "
        "năm 2024.",
        "Trân trọng./.", "Nơi nhận:", "- Như trên.", "CHỦ TỊCH", "Nguyễn Văn Mẫu",
    ]  # fmt: skip


@pytest.mark.parametrize("tail", ["", " Sở Nội vụ ban hành", " ..."])
def test_caption_of_the_site_is_cut_by_its_twin(tmp_path, tail):
    caption = f"Công văn 12/SNV-CCHC năm 2024 về cải cách hành chính{tail}\n"
    end = CHROME_END.split("\n", 1)[1].replace("## ", caption.replace("năm 2024", "ngày 05/02/2024") + "## ")
    found = texts(read(tmp_path, CHROME_TOP + HEADER + LETTER + caption + end))
    assert found[-1] == "Nguyễn Văn Mẫu"
    kept = texts(read(tmp_path, HEADER + LETTER + caption))
    assert kept[-1] == caption.strip()


@pytest.mark.parametrize(
    "line", ["Liên hệ", "Cập nhật: 01/2024", "Đăng nhập vào hệ thống bằng tài khoản định danh", "Văn bản liên quan"]
)
def test_a_document_that_speaks_of_such_things_is_left_whole(tmp_path, line):
    text = HEADER + "\n\nKẾ HOẠCH\n\n" + "Nội dung của kế hoạch.\n\n" * 10 + line + "\n\nTổ chức thực hiện.\n"
    found = texts(read(tmp_path, text))
    assert line in found
    assert found[-1] == "Tổ chức thực hiện."
