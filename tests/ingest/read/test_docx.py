from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from ingest.errors import DamagedFile, EncryptedFile, SuspiciousArchive
from ingest.models import BlockKind
from ingest.read import limits, read_file

BREAK = "<w:br w:type='page'/>"
RENDERED = "<w:lastRenderedPageBreak/>"


def run(text: str, extra: str = "", properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr>{extra}<w:t xml:space='preserve'>{text}</w:t></w:r>"


def level(number: int, text: str, kind: str = "decimal", more: str = "") -> str:
    return (
        f"<w:lvl w:ilvl='{number}'><w:start w:val='1'/><w:numFmt w:val='{kind}'/>{more}"
        f"<w:lvlText w:val='{text}'/></w:lvl>"
    )


def numbering(levels: str, overrides: str = "") -> str:
    return (
        f"<w:ROOT><w:abstractNum w:abstractNumId='5'>{levels}</w:abstractNum>"
        "<w:num w:numId='1'><w:abstractNumId w:val='5'/></w:num>"
        f"<w:num w:numId='2'><w:abstractNumId w:val='5'/>{overrides}</w:num></w:numbering>"
    )


def numbered(level_number: int, list_id: int = 1) -> str:
    return f"<w:numPr><w:ilvl w:val='{level_number}'/><w:numId w:val='{list_id}'/></w:numPr>"


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def table(*rows: list[str], borders: bool = True) -> str:
    side = "single" if borders else "nil"
    lines = f"<w:tblPr><w:tblBorders><w:insideH w:val='{side}'/><w:top w:val='{side}'/></w:tblBorders></w:tblPr>"
    return f"<w:tbl>{lines}{''.join('<w:tr>' + ''.join(row) + '</w:tr>' for row in rows)}</w:tbl>"


def texts(reading, *kinds: BlockKind) -> list[str]:
    return [b.text for b in reading.blocks if not kinds or b.kind in kinds]


def test_numbering_of_all_levels(make_docx, p):
    levels = level(0, "%1.", "upperRoman") + level(1, "%2.") + level(2, "%2.%3.") + level(3, "%4)", "lowerLetter")
    body = "".join(
        p(text, numbered(at))
        for at, text in [
            (0, "Mục tiêu"),
            (1, "Chung"),
            (2, "Một"),
            (2, "Hai"),
            (3, "Ý a"),
            (1, "Cụ thể"),
            (0, "Nhiệm vụ"),
            (1, "Ba"),
        ]
    )
    reading = read_file(make_docx(body, {"numbering.xml": numbering(levels)}))
    assert texts(reading) == [
        "I. Mục tiêu", "1. Chung", "1.1. Một", "1.2. Hai", "a) Ý a", "2. Cụ thể", "II. Nhiệm vụ", "1. Ba",
    ]  # fmt: skip
    assert reading.blocks[2].label == "1.1."


@pytest.mark.parametrize(
    ("more", "expected"),
    [("", "1. Hai"), ("<w:lvlRestart w:val='0'/>", "2. Hai")],
)
def test_level_restart(make_docx, p, more, expected):
    levels = level(0, "%1.", "upperRoman") + level(1, "%2.", more=more)
    body = p("A", numbered(0)) + p("Một", numbered(1)) + p("B", numbered(0)) + p("Hai", numbered(1))
    assert texts(read_file(make_docx(body, {"numbering.xml": numbering(levels)})))[3] == expected


def test_start_override_begins_anew(make_docx, p):
    override = "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride>"
    body = p("a", numbered(0)) + p("b", numbered(0)) + p("c", numbered(0, 2)) + p("d", numbered(0, 2))
    reading = read_file(make_docx(body, {"numbering.xml": numbering(level(0, "%1."), override)}))
    assert texts(reading) == ["1. a", "2. b", "1. c", "2. d"]


@pytest.mark.parametrize(("symbol", "shown"), [("-", "-"), ("\uf0b7", "•"), ("o", "•"), ("+", "+")])
def test_bullets(make_docx, p, symbol, shown):
    reading = read_file(make_docx(p("Rà soát", numbered(0)), {"numbering.xml": numbering(level(0, symbol, "bullet"))}))
    assert texts(reading) == [f"{shown} Rà soát"]
    assert reading.blocks[0].kind is BlockKind.LIST_ITEM


def test_numbering_by_style(make_docx, p):
    styles = (
        "<w:ROOT><w:style w:type='paragraph' w:styleId='Base'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr>"
        "<w:outlineLvl w:val='0'/><w:jc w:val='center'/></w:pPr><w:rPr><w:b/></w:rPr></w:style>"
        "<w:style w:type='paragraph' w:styleId='Muc'><w:basedOn w:val='Base'/></w:style></w:styles>"
    )
    parts = {"numbering.xml": numbering(level(0, "Điều %1.")), "styles.xml": styles}
    reading = read_file(
        make_docx(p("Phạm vi", "<w:pStyle w:val='Muc'/>") + p("Đối tượng", "<w:pStyle w:val='Muc'/>"), parts)
    )
    assert texts(reading) == ["Điều 1. Phạm vi", "Điều 2. Đối tượng"]
    block = reading.blocks[0]
    assert (block.kind, block.level, block.bold, block.centered) == (BlockKind.HEADING, 1, True, True)


def test_unnumbered_by_number_zero(make_docx, p):
    body = p("Không số", numbered(0, 0)) + p("Có số", numbered(0))
    assert texts(read_file(make_docx(body, {"numbering.xml": numbering(level(0, "%1."))}))) == ["Không số", "1. Có số"]


def test_tracked_changes_hidden_text_and_breaks(make_docx):
    body = (
        "<w:p>"
        + run("Tỷ lệ ")
        + "<w:del><w:r><w:delText>70%</w:delText></w:r></w:del>"
        + f"<w:ins>{run('80%')}</w:ins>"
        + run("ẩn", properties="<w:vanish/>")
        + "<w:r><w:noBreakHyphen/></w:r>"
        + run("a\u00adb\u200bc")
        + "</w:p>"
        + "<w:p>"
        + "<w:r><w:br/></w:r>".join(map(run, ("Mở đầu:", "- Một;", "- Hai", "và ba.")))
        + "</w:p>"
    )
    assert texts(read_file(make_docx(body))) == ["Tỷ lệ 80%-abc", "Mở đầu:", "- Một;", "- Hai và ba."]


def test_footnotes_follow_their_paragraph(make_docx, p):
    notes = (
        "<w:ROOT><w:footnote w:id='-1' w:type='separator'><w:p/></w:footnote>"
        "<w:footnote w:id='7'><w:p><w:r><w:footnoteRef/></w:r>"
        + run(" Quyết định số 12/QĐ-UBND.")
        + "</w:p></w:footnote></w:footnotes>"
    )
    body = (
        "<w:p>" + run("Theo quy định") + "<w:r><w:footnoteReference w:id='7'/></w:r>" + run(".") + "</w:p>" + p("Sau")
    )
    reading = read_file(make_docx(body, {"footnotes.xml": notes}))
    assert texts(reading) == ["Theo quy định[1].", "[1] Quyết định số 12/QĐ-UBND.", "Sau"]
    assert reading.blocks[1].kind is BlockKind.FOOTNOTE


def test_headers_once_and_no_page_numbers(make_docx, p):
    parts = {
        "header1.xml": "<w:ROOT>" + p("DỰ THẢO") + "</w:header>",
        "footer1.xml": "<w:ROOT>" + p("2") + "</w:footer>",
    }
    section = (
        "<w:sectPr><w:headerReference w:type='default' r:id='r1'/>"
        "<w:footerReference w:type='default' r:id='r2'/></w:sectPr>"
    )
    reading = read_file(make_docx(p("Thân") + section, parts))
    assert texts(reading, BlockKind.PAGE_HEADER) == ["DỰ THẢO"]
    assert texts(reading, BlockKind.PAGE_FOOTER) == []


def test_pages(make_docx, p):
    body = (
        p("Một")
        + f"<w:p>{run('Hai ')}{run('ba', RENDERED)}</w:p>"
        + f"<w:p><w:r>{BREAK}</w:r></w:p>"
        + f"<w:p>{run('Bốn', RENDERED)}</w:p>"  # the mark of the hard break before it
        + p("Năm", "<w:pageBreakBefore/>")
    )
    reading = read_file(make_docx(body))
    assert [(b.text, b.page, b.page_end) for b in reading.blocks] == [
        ("Một", 1, None), ("Hai ba", 1, 2), ("Bốn", 3, None), ("Năm", 4, None),
    ]  # fmt: skip
    assert reading.blocks[1].page_breaks == [4]
    assert reading.pages == 4


def test_page_marks_in_table_rows(make_docx, p):
    rows = [
        [cell(p("STT")), cell(p("Nhiệm vụ"))],
        [cell(p("1")), cell(f"<w:p>{run('Dài ')}{run('quá trang', RENDERED)}</w:p>")],
        # Word marks the break inside the cell above once more here.
        [cell(f"<w:p>{run('2', RENDERED)}</w:p>"), cell(p("Ngắn"))],
        [cell(f"<w:p>{run('3', RENDERED)}</w:p>"), cell(p("Trang sau"))],
    ]
    reading = read_file(make_docx(table(*rows)))
    found = {c.text: c.page for c in reading.blocks[0].table.cells}
    assert (found["1"], found["2"], found["3"], found["Trang sau"]) == (1, 2, 3, 3)


def test_merged_cells_and_header(make_docx, p):
    rows = [
        [cell(p("STT"), "<w:vMerge w:val='restart'/>"), cell(p("Kết quả"), "<w:gridSpan w:val='2'/>")],
        [cell(p(""), "<w:vMerge/>"), cell(p("Đơn vị")), cell(p("Số liệu"))],
        [cell(p("1")), cell(p("Sở Nội vụ") + p("Sở Tư pháp")), cell(p("98,5%"))],
    ]
    made = read_file(make_docx(table(*rows))).blocks[0].table
    shapes = {c.text: (c.row, c.column, c.row_span, c.column_span) for c in made.cells}
    assert shapes == {
        "STT": (0, 0, 2, 1), "Kết quả": (0, 1, 1, 2), "Đơn vị": (1, 1, 1, 1), "Số liệu": (1, 2, 1, 1),
        "1": (2, 0, 1, 1), "Sở Nội vụ Sở Tư pháp": (2, 1, 1, 1), "98,5%": (2, 2, 1, 1),
    }  # fmt: skip
    assert made.header_rows == 2


def test_numbers_in_an_ordinal_column(make_docx, p):
    rows = [[cell(p("TT")), cell(p("Việc"))]] + [
        [cell(p("", numbered(0))), cell(p(text))] for text in ("Rà soát", "Báo cáo")
    ]
    made = read_file(make_docx(table(*rows), {"numbering.xml": numbering(level(0, "%1."))})).blocks[0].table
    assert [c.text for c in made.cells if c.column == 0] == ["TT", "1.", "2."]


def test_layout_tables_come_out_as_paragraphs(make_docx, p):
    head = [
        [
            cell(p("UBND TỈNH BÌNH MINH") + p("SỞ NỘI VỤ")),
            cell(p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + p("Độc lập - Tự do - Hạnh phúc")),
        ],
        [cell(p("Số: 12/KH-SNV")), cell(p("Bình Minh, ngày 05 tháng 02 năm 2024"))],
    ]
    foot = [[cell(p("Nơi nhận:") + p("- Như trên;")), cell(p("GIÁM ĐỐC") + p("") + p("Nguyễn Văn Mẫu"))]]
    reading = read_file(make_docx(table(*head, borders=False) + p("KẾ HOẠCH") + table(*foot, borders=False)))
    assert texts(reading) == [
        "UBND TỈNH BÌNH MINH", "SỞ NỘI VỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        "Số: 12/KH-SNV", "Bình Minh, ngày 05 tháng 02 năm 2024", "KẾ HOẠCH",
        "Nơi nhận:", "- Như trên;", "GIÁM ĐỐC", "Nguyễn Văn Mẫu",
    ]  # fmt: skip


def test_nested_table_goes_into_its_cell(make_docx, p):
    inner = table([cell(p("a")), cell(p("1"))], [cell(p("b")), cell(p("2"))])
    rows = [[cell(p("STT")), cell(p("Nội dung"))], [cell(p("1")), cell(p("Gồm:") + inner)]]
    made = read_file(make_docx(table(*rows))).blocks[0].table
    assert made.cells[-1].text == "Gồm: a 1; b 2"


def test_text_box_is_read_once_and_kept_as_stamp(make_docx, p):
    box = "<wps:txbx><w:txbxContent>" + p("Đến: 05/02/2024") + "</w:txbxContent></wps:txbx>"
    body = (
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>" + box + "</w:drawing></mc:Choice>"
        "<mc:Fallback><w:pict>" + box + "</w:pict></mc:Fallback></mc:AlternateContent></w:r>" + run("Văn bản")
    )
    body += "</w:p>"
    reading = read_file(make_docx(body))
    assert texts(reading) == ["Văn bản", "Đến: 05/02/2024"]
    assert reading.stamps == ["Đến: 05/02/2024"]


def test_box_that_counts_pages_is_no_stamp(make_docx, p):
    field = "<w:r><w:instrText> PAGE   \\* MERGEFORMAT </w:instrText></w:r>"
    box = "<wps:txbx><w:txbxContent>" + p("5").replace("</w:p>", field + "</w:p>") + "</w:txbxContent></wps:txbx>"
    reading = read_file(
        make_docx("<w:p><w:r><w:drawing>" + box + "</w:drawing></w:r>" + run("Số:   /KH-SGDĐT") + "</w:p>")
    )
    assert reading.stamps == []


# --- broken and hostile files ---


def rewrite(path: Path, changes: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts.update(changes)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


@pytest.mark.parametrize(
    "head",
    [
        b"<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
        b"<!DOCTYPE a [<!ENTITY x 'lol'><!ENTITY y '&x;&x;&x;'>]>",
        b"<!DOCTYPE a>",
    ],
)
def test_dtd_is_refused(make_docx, p, head):
    path = make_docx(p("a"))
    with zipfile.ZipFile(path) as archive:
        body = archive.read("word/document.xml")
    rewrite(path, {"word/document.xml": head + body.replace(b">a<", b">&x;<" if b"ENTITY" in head else b">a<")})
    with pytest.raises(SuspiciousArchive):
        read_file(path)


def test_zip_bomb_is_refused(make_docx, p, monkeypatch):
    monkeypatch.setattr(limits, "_current", limits.Limits(max_archive_mb=1))
    path = rewrite(make_docx(p("a")), {"word/media/image1.png": b"\0" * 2_000_000})
    with pytest.raises(SuspiciousArchive):
        read_file(path)


def test_lying_directory_is_caught(make_docx, p, monkeypatch):
    monkeypatch.setattr(limits, "_current", limits.Limits(max_archive_mb=1))
    path = make_docx(p("a" * 3_000_000))
    data = path.read_bytes()
    at = data.rindex(b"PK\x01\x02", 0, data.index(b"word/document.xml", data.index(b"PK\x01\x02")))
    path.write_bytes(data[: at + 24] + (100).to_bytes(4, "little") + data[at + 28 :])
    with pytest.raises((SuspiciousArchive, DamagedFile)):
        read_file(path)


def test_too_many_entries(make_docx, p):
    path = rewrite(make_docx(p("a")), {f"word/x{n}.xml": b"" for n in range(2_100)})
    with pytest.raises(SuspiciousArchive):
        read_file(path)


@pytest.mark.parametrize("keep", [0.3, 0.7, 0.95])
def test_truncated(make_docx, p, keep):
    path = make_docx(p("Nội dung " * 50))
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * keep)])
    with pytest.raises(DamagedFile):
        read_file(path)


def test_broken_xml(make_docx, p):
    with pytest.raises(DamagedFile):
        read_file(rewrite(make_docx(p("a")), {"word/document.xml": b"<w:document><w:body>"}))


def test_names_that_climb_out_are_harmless(make_docx, p):
    path = rewrite(make_docx(p("Thân")), {"../../evil.xml": b"x", "/abs.xml": b"y"})
    assert texts(read_file(path)) == ["Thân"]


def test_external_relations_are_not_followed(make_docx, p):
    links = (
        b"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1' "
        b"Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles' TargetMode='External' "
        b"Target='http://127.0.0.1:9/styles.xml'/></Relationships>"
    )
    assert texts(read_file(rewrite(make_docx(p("Thân")), {"word/_rels/document.xml.rels": links}))) == ["Thân"]


def test_deep_nesting_is_refused(make_docx, p):
    body = p("a")
    for _ in range(60):
        body = table([cell(body), cell(p("x"))])
    with pytest.raises(DamagedFile):
        read_file(make_docx(body))


def test_encrypted_container(tmp_path: Path):
    path = tmp_path / "a.docx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1000 + "EncryptedPackage".encode("utf-16-le"))
    with pytest.raises(EncryptedFile, match="mật khẩu"):
        read_file(path)


def test_encrypted_entries(make_docx, p):
    path = make_docx(p("a"))
    data = bytearray(path.read_bytes())
    start = 0
    while (at := data.find(b"PK\x01\x02", start)) >= 0:
        data[at + 8] |= 1
        start = at + 4
    path.write_bytes(data)
    with pytest.raises((EncryptedFile, DamagedFile)):
        read_file(path)


def test_plain_zip_named_docx(tmp_path: Path):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", "x")
    path = tmp_path / "a.docx"
    path.write_bytes(buffer.getvalue())
    with pytest.raises(Exception, match="ZIP"):
        read_file(path)


ROWS = [
    "| TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn |",
    "| 1 | Rà soát thủ tục hành chính | Sở Nội vụ | 30/6/2026 |",
    "| 2 | Tập huấn công chức | Sở Khoa học và Công nghệ | Quý III/2026 |",
]
LINE = "</w:t><w:br/><w:t xml:space='preserve'>"


@pytest.mark.parametrize("rule", ["", "|||||", "|---|---|---|---|"])
@pytest.mark.parametrize("soft", [True, False], ids=["soft line breaks", "paragraphs"])
def test_rows_between_bars_are_a_table(make_docx, p, rule, soft):
    rows = [ROWS[0], *([rule] if rule else []), *ROWS[1:]]
    around = ["PHỤ LỤC I", *rows, "Ghi chú: Các đơn vị báo cáo hằng quý."]
    body = p(LINE.join(around)) if soft else "".join(p(row) for row in around)
    reading = read_file(make_docx(body))
    assert [b.text for b in reading.blocks if b.table is None] == [around[0], around[-1]]
    (made,) = [b.table for b in reading.blocks if b.table is not None]
    assert (made.rows, made.columns, made.header_rows) == (3, 4, 1)
    assert [c.text for c in made.row_cells(2)] == [
        "2",
        "Tập huấn công chức",
        "Sở Khoa học và Công nghệ",
        "Quý III/2026",
    ]


def test_a_row_between_bars_broken_over_lines(make_docx, p):
    body = p(LINE.join([ROWS[0], "| 1 | Rà soát thủ tục", "- Cấp tỉnh", "- Cấp xã | Sở Nội vụ | 30/6/2026 |", ROWS[2]]))
    (made,) = [b.table for b in read_file(make_docx(body)).blocks if b.table is not None]
    assert made.rows == 3
    assert [c.text for c in made.row_cells(1)][1:3] == ["Rà soát thủ tục - Cấp tỉnh - Cấp xã", "Sở Nội vụ"]


@pytest.mark.parametrize(
    "lines",
    [
        [ROWS[0]],  # one row makes no table
        ["Số: 41/NQ-UBND | Bình Minh, ngày 05 tháng 02 năm 2024", "UBND TỈNH | SỞ NỘI VỤ"],
        ["| a | b |", "| một | hai | ba | bốn | năm |", "| x | y | z | t | u | v | w |", "| chỉ | có |"],
    ],
)
def test_bars_that_make_no_table(make_docx, p, lines):
    reading = read_file(make_docx(p("KẾ HOẠCH") + "".join(map(p, lines))))
    assert not any(b.table for b in reading.blocks)
    assert texts(reading) == ["KẾ HOẠCH", *lines]
