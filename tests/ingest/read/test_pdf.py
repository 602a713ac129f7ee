from __future__ import annotations

from pathlib import Path

import pytest

from ingest.errors import DamagedFile, EncryptedFile, NeedsOcr, TooManyPages, UselessTextLayer
from ingest.models import BlockKind, Reading
from ingest.read import limits, read_file

NEXT = "ban chuyên môn, đơn vị trực thuộc Sở và các tổ chức, cá nhân có liên quan"
LONG = "Thực hiện Kế hoạch cải cách hành chính của Ủy ban nhân dân tỉnh, các phòng"
FULL = 72 + len(LONG) * 6.5  # x at which a full line of 13 pt ends (half an em a letter)


def texts(reading: Reading, *kinds: BlockKind) -> list[str]:
    return [block.text for block in reading.blocks if not kinds or block.kind in kinds]


def body(reading: Reading) -> list[str]:
    return [b.text for b in reading.blocks if b.kind not in {BlockKind.PAGE_HEADER, BlockKind.PAGE_FOOTER}]


def header(page):
    """The two-column head of a document, its lines drawn row by row, columns interleaved."""
    made = page()
    made.text(90, 780, "UBND TỈNH BÌNH MINH").text(300, 780, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True)
    made.text(110, 762, "SỞ NỘI VỤ", bold=True).text(345, 762, "Độc lập - Tự do - Hạnh phúc", bold=True)
    made.text(100, 735, "Số:      /KH-SNV").text(320, 735, "Bình Minh, ngày 05 tháng 02 năm 2024")
    return made


def test_header_columns_are_not_interleaved(make_pdf, page):
    reading = read_file(make_pdf(header(page)))
    assert body(reading) == [
        "UBND TỈNH BÌNH MINH",
        "SỞ NỘI VỤ",
        "Số: /KH-SNV",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Bình Minh, ngày 05 tháng 02 năm 2024",
    ]
    assert [block.bold for block in reading.blocks][:2] == [False, True]


def test_signature_block_is_not_interleaved(make_pdf, page):
    made = page().text(72, 400, LONG).text(72, 382, "ban chuyên môn phối hợp triển khai, báo cáo kết quả đúng hạn./.")
    made.text(72, 340, "Nơi nhận:", bold=True).text(380, 340, "KT. GIÁM ĐỐC", bold=True)
    made.text(72, 322, "- Như trên;").text(375, 322, "PHÓ GIÁM ĐỐC", bold=True)
    made.text(72, 304, "- Lưu: VT, CCHC.").text(365, 240, "Nguyễn Văn Mẫu", bold=True)
    assert body(read_file(make_pdf(made)))[1:] == [
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT, CCHC.",
        "KT. GIÁM ĐỐC",
        "PHÓ GIÁM ĐỐC",
        "Nguyễn Văn Mẫu",
    ]


def test_values_on_the_right_stay_with_their_labels(make_pdf, page):
    made = page().text(72, 700, "- Số hộ tham gia:").text(430, 700, "1.250 hộ")
    made.text(72, 682, "- Tỷ lệ hộ nghèo:").text(452, 682, "< 1,5 %")
    made.text(72, 664, "- Tỷ lệ lao động qua đào tạo:").text(448, 664, "≥ 70 %")
    assert body(read_file(make_pdf(made))) == [
        "- Số hộ tham gia: 1.250 hộ",
        "- Tỷ lệ hộ nghèo: < 1,5 %",
        "- Tỷ lệ lao động qua đào tạo: ≥ 70 %",
    ]


def test_values_of_several_words_above_the_number_of_the_page(make_pdf, page):
    made = page().text(100, 90, "+ Hoàn thành tốt:").text(330, 90, "416 em - Tỷ lệ 47,0 %")
    made.text(100, 72, "+ Hoàn thành:").text(330, 72, "456 em - Tỷ lệ 52,5 %").text(520, 40, "5")
    assert body(read_file(make_pdf(made))) == [
        "+ Hoàn thành tốt: 416 em - Tỷ lệ 47,0 %",
        "+ Hoàn thành: 456 em - Tỷ lệ 52,5 %",
    ]


def test_hanging_bullets_are_no_columns(make_pdf, page):
    made = page()
    for y in (700, 664):
        made.text(72, y, "-").text(100, y, LONG[:60]).text(100, y - 18, "phối hợp thực hiện nhiệm vụ;")
    assert body(read_file(make_pdf(made))) == [f"- {LONG[:60]} phối hợp thực hiện nhiệm vụ;"] * 2


def test_stamp_fills_the_blank_number(make_pdf, page):
    made = header(page).stamp((122, 731, 160, 751), "181")
    reading = read_file(make_pdf(made))
    assert reading.stamps == ["181"]
    assert "Số: 181 /KH-SNV" in texts(reading)
    assert reading.info["signed_at"] == "2024-02-05T10:15:00"


def test_signature_notice_stays_out_of_the_text(make_pdf, page):
    notice = "Ký bởi: Sở Nội vụ. Ngày ký 05/02/2024 10:15:00 +07:00"
    reading = read_file(make_pdf(header(page).stamp((60, 100, 500, 130), notice)))
    assert reading.stamps == [notice]
    assert "Ký bởi" not in reading.text


def test_lines_are_joined_to_paragraphs(make_pdf, page):
    made = page().text(108, 700, LONG[:66])
    made.lines(72, 682, [NEXT, "cùng môn triển khai thực hiện."])
    made.text(108, 640, "1. Mục tiêu", bold=True)
    made.text(108, 622, "a) Rà soát toàn bộ thủ tục hành chính thuộc phạm vi quản lý, trong")
    made.lines(72, 604, ["đó có thủ tục nội bộ giai đoạn 2021 - 2025 và các năm tiếp theo của", "tỉnh."])
    assert body(read_file(make_pdf(made))) == [
        f"{LONG[:66]} {NEXT} cùng môn triển khai thực hiện.",
        "1. Mục tiêu",
        "a) Rà soát toàn bộ thủ tục hành chính thuộc phạm vi quản lý, trong đó có thủ tục nội bộ giai đoạn "
        "2021 - 2025 và các năm tiếp theo của tỉnh.",
    ]


@pytest.mark.parametrize(
    ("end", "start", "joined"),
    [
        ("Nghị định số 118/2025/NĐ-", "CP của Chính phủ", "Nghị định số 118/2025/NĐ-CP của Chính phủ"),
        ("trong giai đoạn 2021 -", "2030 của tỉnh", "trong giai đoạn 2021 - 2030 của tỉnh"),
        ("gửi về hộp thư to-", "congtac@tinh.gov.vn trước", "gửi về hộp thư to-congtac@tinh.gov.vn trước"),
    ],
)
def test_line_end_inside_a_number(make_pdf, page, end, start, joined):
    second = f"{NEXT[: len(LONG) - len(end) - 1]} {end}"
    made = page().lines(72, 718, [LONG, second, start])
    assert body(read_file(make_pdf(made))) == [f"{LONG} {NEXT[: len(LONG) - len(end) - 1]} {joined}"]


def test_page_numbers_and_running_lines_are_furniture(make_pdf, page):
    pages = []
    for number in range(1, 5):
        made = page().text(290, 800, str(number)).text(72, 40, f"Kế hoạch số 12 - bản trình lần {number}")
        pages.append(made.lines(72, 700, [LONG, f"ban của đơn vị thứ {number}."]))
    reading = read_file(make_pdf(*pages))
    assert texts(reading, BlockKind.PAGE_HEADER) == ["1", "2", "3", "4"]
    assert len(texts(reading, BlockKind.PAGE_FOOTER)) == 4
    assert body(reading) == [f"{LONG} ban của đơn vị thứ {n}." for n in range(1, 5)]


def test_paragraph_over_a_page_break(make_pdf, page):
    first = page().lines(72, 700, [LONG, NEXT])
    second = page().text(290, 800, "2").lines(72, 760, ["chịu trách nhiệm thực hiện.", "Kết luận."])
    reading = read_file(make_pdf(first, second))
    whole = body(reading)[0]
    assert whole == f"{LONG} {NEXT} chịu trách nhiệm thực hiện."
    block = next(b for b in reading.blocks if b.text == whole)
    assert (block.page, block.page_end) == (1, 2)
    assert whole[block.page_breaks[0] :] == "chịu trách nhiệm thực hiện."


def test_footnote_and_its_mark(make_pdf, page):
    made = page().lines(72, 700, [LONG, NEXT])
    made.text(72, 664, "chuyên môn thực hiện Nghị quyết").text(72 + 31 * 6.5, 669, "1", size=8)
    made.rule(72, 120, 216, 120)
    made.text(72, 104, "1", size=6).text(77, 102, "Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ.", size=10)
    reading = read_file(make_pdf(made))
    assert texts(reading)[0].endswith("Nghị quyết[1]")
    assert texts(reading, BlockKind.FOOTNOTE) == ["[1] Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ."]


def table_page(page, rows: list[list[str]], top: float = 700, xs=(72, 110, 330, 520)):
    made = page()
    ys = [top - 40 * n for n in range(len(rows) + 1)]
    made.grid(list(xs), ys)
    for number, row in enumerate(rows):
        for x, cell in zip(xs, row, strict=False):
            for line, text in enumerate(cell.split("\n")):
                if text:
                    made.text(x + 4, ys[number] - 15 - 15 * line, text, size=11)
    return made


HEAD = ["STT", "Nhiệm vụ", "Chủ trì"]


def test_ruled_table(make_pdf, page):
    rows = [HEAD, ["1", "Rà soát thủ tục\nhành chính nội bộ", "Văn phòng Sở"], ["2", "Báo cáo", "Phòng CCHC"]]
    made = table_page(page, rows).text(72, 740, "PHỤ LỤC", bold=True).text(72, 500, "Ghi chú dưới bảng.")
    reading = read_file(make_pdf(made))
    assert [b.kind for b in reading.blocks] == [BlockKind.HEADING, BlockKind.TABLE, BlockKind.PARAGRAPH]
    table = reading.blocks[1].table
    assert (table.rows, table.columns, table.header_rows) == (3, 3, 1)
    assert [cell.text for cell in table.row_cells(1)] == ["1", "Rà soát thủ tục hành chính nội bộ", "Văn phòng Sở"]
    cell = table.row_cells(2)[2]
    assert reading.text[cell.start : cell.end] == "Phòng CCHC"


def test_merged_cells(make_pdf, page):
    made = page()
    xs, ys = [72, 110, 330, 520], [700, 660, 620, 580]
    made.rule(72, 700, 520, 700).rule(72, 580, 520, 580).rule(72, 580, 72, 700).rule(520, 580, 520, 700)
    made.rule(110, 580, 110, 700)  # the first column is one cell over two rows, then one
    made.rule(110, 660, 520, 660).rule(72, 620, 520, 620)
    made.rule(330, 580, 330, 660)  # the first row spans the other two columns
    made.text(76, 660, "TT", 11).text(200, 680, "Kết quả", 11).text(114, 640, "Đơn vị", 11).text(
        334, 640, "Số liệu", 11
    )
    made.text(76, 600, "1", 11).text(114, 600, "Sở Nội vụ", 11).text(334, 600, "98,5%", 11)
    table = read_file(make_pdf(made)).blocks[0].table
    shapes = {cell.text: (cell.row, cell.column, cell.row_span, cell.column_span) for cell in table.cells}
    assert shapes["TT"] == (0, 0, 2, 1)
    assert shapes["Kết quả"] == (0, 1, 1, 2)
    assert shapes["98,5%"] == (2, 2, 1, 1)
    assert table.header_rows == 2
    assert len(xs) == table.columns + 1
    assert len(ys) == table.rows + 1


def test_table_over_pages(make_pdf, page):
    first = table_page(page, [HEAD, ["1", "Rà soát", "Văn phòng"], ["2", "Xây dựng, ban hành", "Phòng CCHC"]], 200)
    second = table_page(page, [HEAD, ["", "kế hoạch năm", ""], ["3", "Sơ kết", "Văn phòng"]], 780).text(290, 815, "2")
    reading = read_file(make_pdf(first, second))
    tables = [b for b in reading.blocks if b.table]
    assert len(tables) == 1
    table = tables[0].table
    assert [[c.text for c in table.row_cells(r)] for r in range(table.rows)] == [
        HEAD,
        ["1", "Rà soát", "Văn phòng"],
        ["2", "Xây dựng, ban hành kế hoạch năm", "Phòng CCHC"],
        ["3", "Sơ kết", "Văn phòng"],
    ]
    assert (tables[0].page, tables[0].page_end) == (1, 2)
    assert table.row_cells(3)[0].page == 2


def test_a_merged_cell_goes_on_below_the_page_break(make_pdf, page):
    """A unit that leads two tasks, one on each side of the break, stands above it alone."""
    rows = [[str(n), f"Việc {n}", f"Phòng {n}", "Sở A" if n % 2 else ""] for n in range(1, 9)]
    names = ["STT", "Nhiệm vụ", "Chủ trì", "Phối hợp"]
    xs = (72, 110, 280, 420, 530)
    first = table_page(page, [names, *rows[:5]], 300, xs)
    second = table_page(page, [names, ["6", "Việc 6", "", ""], *rows[6:]], 780, xs)
    table = next(b.table for b in read_file(make_pdf(first, second)).blocks if b.table)
    grid = table.grid()
    assert [cell.text for cell in grid[6]] == ["6", "Việc 6", "Phòng 5", ""]  # rows leave the last column empty
    assert [cell.text for cell in grid[7]] == ["7", "Việc 7", "Phòng 7", "Sở A"]


def test_a_count_inside_a_paragraph_opens_none(make_pdf, page):
    made = page().text(108, 700, LONG[:66])
    made.lines(72, 682, [f"{NEXT[:52]} như sau: (1) Rà soát;", f"(2) {NEXT[:68]};", "(3) Báo cáo kết quả."])
    assert len(body(read_file(make_pdf(made)))) == 1


def test_another_table_is_not_joined(make_pdf, page):
    first = table_page(page, [HEAD, ["1", "Rà soát", "Văn phòng"]], 200)
    second = table_page(page, [["STT", "Đơn vị", "Điểm"], ["1", "Sở Nội vụ", "9,5"]], 780)
    assert len([b for b in read_file(make_pdf(first, second)).blocks if b.table]) == 2


def test_underlines_and_frames_are_no_tables(make_pdf, page):
    made = header(page).rule(320, 755, 470, 755).rule(100, 755, 160, 755)
    made.grid([60, 200], [120, 90]).text(70, 100, "DỰ THẢO")
    reading = read_file(make_pdf(made))
    assert not any(block.table for block in reading.blocks)
    assert "DỰ THẢO" in texts(reading)


def test_rotated_page(make_pdf, page):
    # Text that runs upwards on a page shown turned by a quarter.
    made = page(rotate=90)
    for number, text in enumerate(["PHỤ LỤC", "Danh mục nhiệm vụ năm 2024"]):
        code = text.encode("utf-16-be").hex()
        made.calls.append(f"BT /F1 13 Tf 0 1 -1 0 {100 + 20 * number} 100 Tm <{code}> Tj ET")
    assert texts(read_file(make_pdf(made))) == ["PHỤ LỤC", "Danh mục nhiệm vụ năm 2024"]


def test_scrambled_glyph_order(make_pdf, page):
    sentences = ["nhiệm vụ trọng tâm của ngành", "giải quyết hồ sơ đúng hạn cho", "người dân và doanh nghiệp ở tỉnh"]
    made = page()
    for number, sentence in enumerate(sentences):
        made.scrambled(72, 700 - 18 * number, sentence)
    assert " ".join(texts(read_file(make_pdf(made)))) == " ".join(sentences)


def test_layer_of_invisible_text_is_ocr(make_pdf, page):
    made = page().picture()
    made.calls.append("3 Tr")
    made.lines(72, 700, [LONG, NEXT])
    assert read_file(make_pdf(made)).text_source == "ocr"
    assert read_file(make_pdf(made, page().lines(72, 700, [LONG, NEXT]))).text_source == "mixed"


def test_page_without_text_is_noted(make_pdf, page):
    reading = read_file(make_pdf(header(page), page().picture()))
    assert reading.pages == 2
    assert "2" in reading.warnings[0]
    assert "OCR" in reading.warnings[0]


def test_blank_page_is_nothing_to_note(make_pdf, page):
    assert read_file(make_pdf(header(page), page())).warnings == []


def test_scan_needs_ocr(make_pdf, page):
    with pytest.raises(NeedsOcr, match="OCR"):
        read_file(make_pdf(page().picture(), page().picture()))


def test_useless_text_layer(make_pdf, page):
    rubbish = "ceNG HoA xA ugr cuu NcHi,r vlET NAru DQc lflp - Tg do - Hanh phric qurdn lli nhdn ddn tinh vi6c"
    with pytest.raises(UselessTextLayer, match="OCR"):
        read_file(make_pdf(page().picture().lines(40, 700, [rubbish[:50], rubbish[50:], rubbish[:50]])))


def test_a_picture_under_text_without_marks_is_emptied_where_the_text_is_doubtful(make_pdf, page):
    bad = "BO GIAO DVC VA DAO VItT doc 14p ttr do hanh pinic thir citing hqc than queoc ngay thang QUYET DINH ban hanh"
    bare = "Cac don vi thuoc So thuc hien tot cong tac cai cach hanh chinh va gui bao cao ve Van phong So truoc thang"
    good = [LONG, NEXT, LONG, NEXT]
    reading = read_file(
        make_pdf(page().picture().lines(40, 700, [bad[:52], bad[52:]] * 2), page().lines(72, 700, good))
    )
    assert "GIAO DVC" not in reading.text
    assert "1" in reading.warnings[0]
    kept = read_file(make_pdf(page().picture().lines(40, 700, [bare[:52], bare[52:]] * 2), page().lines(72, 700, good)))
    assert "cai cach hanh chinh" in kept.text
    assert kept.warnings == []


def test_place_names_and_codes_are_no_rubbish(make_pdf, page):
    names = ["UBND xã Krông Nô", "UBND xã Đạ Huoai", "UBND xã Đắk Wil", "UBND xã D'Ran", "UBND xã Tà Đùng"]
    reading = read_file(make_pdf(page().lines(72, 700, names * 4)))
    assert reading.warnings == []
    assert reading.text.count("Krông") == 4


def test_english_text_is_kept(make_pdf, page):
    lines = [
        "The plan of the province and the list of tasks for the year",
        "is sent to the units in the area of the city",
    ]
    assert "province" in read_file(make_pdf(page().lines(72, 700, lines * 3))).text


@pytest.mark.parametrize("keep", [0.2, 0.5])
def test_truncated_file_is_damaged_or_read(make_pdf, page, keep):
    path = make_pdf(header(page))
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * keep)])
    with pytest.raises((DamagedFile, NeedsOcr)):
        read_file(path)


def test_header_and_end_only(tmp_path: Path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.4\n%%EOF\n")
    with pytest.raises(DamagedFile):
        read_file(path)


@pytest.mark.parametrize(("user", "opens"), [("", True), ("matkhau", False)])
def test_passwords(make_pdf, page, user, opens):
    import pypdf

    path = make_pdf(page().text(72, 700, "Kế hoạch cải cách hành chính"))
    writer = pypdf.PdfWriter(clone_from=path)
    writer.encrypt(user_password=user, owner_password="chu", algorithm="RC4-128")
    writer.write(path)
    if opens:  # only printing or copying is restricted
        assert read_file(path).text == "Kế hoạch cải cách hành chính"
    else:
        with pytest.raises(EncryptedFile, match="mật khẩu"):
            read_file(path)


def test_too_many_pages(make_pdf, page, monkeypatch):
    monkeypatch.setattr(limits, "_current", limits.Limits(max_pages=2))
    with pytest.raises(TooManyPages, match="3 trang"):
        read_file(make_pdf(page(), page(), page()))


def test_vast_page_box(make_pdf, page):
    made = page(width=14_000, height=14_000).text(72, 13_900, "Quyết định ban hành kế hoạch")
    assert texts(read_file(make_pdf(made))) == ["Quyết định ban hành kế hoạch"]


SHARED = Path(__file__).parents[3].parent / "shared" / "documents" / "lamdong"


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="no shared documents")
def test_word_and_pdf_of_one_report_read_alike():
    word, pdf = (read_file(SHARED / f"bc-cchc-2025.{kind}") for kind in ("docx", "pdf"))

    def cells(reading: Reading) -> list[set[tuple[object, ...]]]:
        tables = [block.table for block in reading.blocks if block.table]
        return [{(c.row, c.column, c.row_span, c.column_span, c.text) for c in table.cells} for table in tables]

    assert cells(word) == cells(pdf)
    assert (word.pages, pdf.pages) == (35, 35)
    paragraphs = [{b.text for b in r.blocks if b.kind in BODY and not b.table} for r in (word, pdf)]
    assert len(paragraphs[0] & paragraphs[1]) > 0.9 * len(paragraphs[0])


BODY = {BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM}
