from __future__ import annotations

from pathlib import Path

import pytest

from ingest.errors import NoText
from ingest.models import BlockKind, Reading
from ingest.read import read_file


def read(tmp_path: Path, body: str, head: str = "<meta charset=utf-8>", encoding: str = "utf-8") -> Reading:
    path = tmp_path / "a.html"
    path.write_bytes(f"<html><head>{head}</head><body>{body}</body></html>".encode(encoding))
    return read_file(path)


def texts(reading: Reading) -> list[str]:
    return [block.text for block in reading.blocks]


def test_blocks_and_attributes(tmp_path):
    reading = read(
        tmp_path,
        "<h2>KẾ HOẠCH</h2><p align=center>Cải cách <b>hành</b>\n chính</p><p><b>Mục tiêu</b><br>- Một;</p>"
        "<ol type=a start=2><li>Rà soát</li><li>Báo cáo</li></ol><ul><li>Khác</li></ul>rời",
        "<title>Kế hoạch năm 2024</title>",
    )
    assert texts(reading) == [
        "KẾ HOẠCH", "Cải cách hành chính", "Mục tiêu", "- Một;", "b. Rà soát", "c. Báo cáo", "- Khác", "rời",
    ]  # fmt: skip
    assert (reading.blocks[0].kind, reading.blocks[0].level) == (BlockKind.HEADING, 2)
    assert (reading.blocks[1].centered, reading.blocks[1].bold) == (True, False)
    assert reading.info["title"] == "Kế hoạch năm 2024"


def test_page_furniture_is_dropped(tmp_path):
    menu = "<ul>" + "".join(f"<li><a href='#'>Mục {n}</a></li>" for n in range(6)) + "</ul>"
    body = (
        f"<nav>Trang chủ</nav>{menu}<script>x()</script><style>p{{}}</style><p style='display:none'>ẩn</p><p>Thân</p>"
    )
    assert texts(read(tmp_path, body + "<footer>Bản quyền</footer><!-- chú thích -->")) == ["Thân"]


def test_table_spans(tmp_path):
    table = (
        read(
            tmp_path,
            "<table border=1><tr><th rowspan=2>STT</th><th colspan=2>Kết quả</th></tr>"
            "<tr><th>Đơn vị</th><th>Số</th></tr>"
            "<tbody><tr><td>1</td><td>Sở <p>Nội vụ</td><td>98,5%</td></tr></tbody></table>",
        )
        .blocks[0]
        .table
    )
    shapes = {c.text: (c.row, c.column, c.row_span, c.column_span) for c in table.cells}
    assert shapes["STT"] == (0, 0, 2, 1)
    assert shapes["Kết quả"] == (0, 1, 1, 2)
    assert shapes["Số"] == (1, 2, 1, 1)
    assert shapes["Sở Nội vụ"] == (2, 1, 1, 1)
    assert table.header_rows == 2


def test_layout_table(tmp_path):
    body = (
        "<table><tr><td>UBND TỈNH A<br>SỞ NỘI VỤ</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - "
        "Hạnh phúc</td></tr><tr><td>Số: 1/KH-SNV</td><td>A, ngày 1 tháng 2 năm 2024</td></tr></table><p>KẾ HOẠCH</p>"
    )
    assert texts(read(tmp_path, body)) == [
        "UBND TỈNH A", "SỞ NỘI VỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        "Số: 1/KH-SNV", "A, ngày 1 tháng 2 năm 2024", "KẾ HOẠCH",
    ]  # fmt: skip


def test_declared_legacy_charset(tmp_path):
    reading = read(tmp_path, "<p>Công khai</p>", "<meta charset=windows-1258>", "cp1258")
    assert texts(reading) == ["Công khai"]


def test_hostile_html(tmp_path):
    deep = "<div>" * 3000 + "<p>sâu</p>"
    assert read(tmp_path, "<p>Thân</p>" + deep).blocks[0].text == "Thân"
    wide = (
        "<table border=1><tr><td colspan=999999999>STT</td><td rowspan=999999999>b</td></tr><tr><td>1</td></tr></table>"
    )
    assert read(tmp_path, wide).blocks


def test_no_words(tmp_path):
    with pytest.raises(NoText):
        read(tmp_path, "<script>1</script>")


@pytest.mark.parametrize("depth", [190, 260, 900])
@pytest.mark.parametrize("opened", ["<div>", "<font>", "<b><span>"])
def test_tags_that_nobody_closes_hide_no_text(tmp_path, depth, opened):
    lines = ["Kế hoạch số 12/KH-UBND", "Căn cứ Nghị quyết số 76/NQ-CP", "Rà soát thủ tục hành chính"]
    inner = "<br>".join(lines) + "<script>alert(1)</script>Sau mã lệnh<p>Đoạn cuối</p>"
    reading = read(tmp_path, f"<html><body><p>Mở đầu</p>{opened * depth}{inner}</body></html>")
    assert [line for line in ["Mở đầu", *lines, "Sau mã lệnh", "Đoạn cuối"] if line not in reading.text] == []
    assert "alert" not in reading.text
    assert reading.text.count("Đoạn cuối") == reading.text.count("Rà soát") == 1


def test_a_picture_in_mid_word_parts_no_syllable(tmp_path):
    body = '<p><b>T<img src="x.gif" align="left">\nỈNH LÂM HÀ</b></p><p>Hình<img src="y.gif"> dưới đây</p>'
    assert texts(read(tmp_path, body)) == ["TỈNH LÂM HÀ", "Hình dưới đây"]


PORTAL = """<div>CỔNG THÔNG TIN ĐIỆN TỬ TỈNH HÀ NAM</div><div>Tìm kiếm</div><h1>Kế hoạch tuyên truyền</h1>
<div>Ngày đăng: 03/3/2023 | Lượt xem: 88 | In trang</div>
<table border=1><tr><td>Số ký hiệu</td><td>14/KH-STP</td></tr><tr><td>Người ký</td><td>Đỗ Thị Lam</td></tr>
<tr><td>Trích yếu</td><td>Tuyên truyền một cửa</td></tr></table>"""
DOCUMENT = """<table><tr><td><p>UBND TỈNH HÀ NAM</p><p>SỞ TƯ PHÁP</p><p>Số: 14/KH-STP</p></td>
<td><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p>Hà Nam, ngày 02 tháng 3 năm 2023</p></td></tr></table>
<p>KẾ HOẠCH</p><p>Tuyên truyền một cửa năm 2023</p><p>1. Biên soạn tài liệu.</p>"""


def test_what_a_portal_says_above_the_document_is_dropped(tmp_path):
    assert texts(read(tmp_path, PORTAL + DOCUMENT))[0] == "UBND TỈNH HÀ NAM"
    plain = "<p>Phiếu trình</p><p>Số: 3/PT</p>" + DOCUMENT
    assert texts(read(tmp_path, plain))[0] == "Phiếu trình"
    assert texts(read(tmp_path, PORTAL + "<p>Điều 1. Ban hành Quy chế.</p>"))[0].startswith("CỔNG")


MENU = """<ul><li>Đăng nhập</li></ul><p>Thứ 2, 06/03/2023 - 08:15</p>
<p>Chào mừng bạn đến với cổng thông tin điện tử xã Mường Khoa</p>
<ol><li>Trang chủ</li><li>Tin tức</li></ol><p>A- A A+ |</p><h1>KẾ HOẠCH TUYÊN TRUYỀN MỘT CỬA</h1>
<p>ke-hoach_mot_cua.pdf</p><p>Đọc bài</p><p>Lưu</p>"""


def test_menus_and_buttons_above_the_document_are_dropped(tmp_path):
    assert texts(read(tmp_path, MENU + DOCUMENT))[0] == "UBND TỈNH HÀ NAM"
    kept = "<p>Chào mừng bạn đến với hội nghị</p><p>1. Tin tức</p><p>Lưu ý</p>"
    assert texts(read(tmp_path, kept + DOCUMENT))[0].startswith("Chào mừng")


BELOW = """<p>- Chia sẻ:</p><p>- In bài viết</p><h3>Tin tức</h3><p>Kế hoạch kiểm tra công vụ năm 2024</p>
<h3>Tin đọc nhiều</h3><p>Sở Tư pháp tổ chức hội nghị</p>"""


def test_what_a_portal_says_below_the_document_is_dropped(tmp_path):
    closed = DOCUMENT + "<p>Trên đây là Kế hoạch của Sở Tư pháp./.</p>"
    assert texts(read(tmp_path, closed + BELOW))[-1].endswith("./.")
    assert texts(read(tmp_path, closed + "<p>Nơi nhận: - Lưu: VT.</p>" + BELOW))[-1].startswith("Nơi nhận")
    # Without the mark of an end, or with less than three lines of a site, everything stays.
    assert texts(read(tmp_path, DOCUMENT + BELOW))[-1].startswith("Sở Tư pháp")
    assert texts(read(tmp_path, closed + "<p>Tin tức</p><p>Phụ lục</p>"))[-1] == "Phụ lục"


def test_a_page_without_the_national_header_begins_at_its_type_line(tmp_path):
    plan = "<p>KẾ HOẠCH</p><p>Tuyên truyền một cửa</p><p>Căn cứ Nghị quyết số 76/NQ-CP;</p><p>1. Biên soạn.</p>"
    assert texts(read(tmp_path, MENU + plan))[0] == "KẾ HOẠCH"
    assert texts(read(tmp_path, "<p>Sở Tư pháp</p>" + plan))[0] == "Sở Tư pháp"


def test_a_record_in_a_table_is_the_header_of_a_page_without_one(tmp_path):
    from ingest.clean import clean
    from ingest.parse.header import parse_header

    record = PORTAL.replace("</table>", "<tr><td>Loại văn bản</td><td>Kế hoạch</td></tr></table>")
    reading = clean(read(tmp_path, record + "<p>Điều 1. Biên soạn tài liệu tuyên truyền về một cửa.</p>"))
    header = parse_header(reading, "a.html")
    assert (header.number, header.type_code, header.title) == ("14/KH-STP", "KH", "Tuyên truyền một cửa")
    assert header.signer is not None
    assert header.signer.name == "Đỗ Thị Lam"
