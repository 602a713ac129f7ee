"""Paragraphs cut by pages and margins come together; others stay apart."""

import pytest

from ingest.clean.join import join_broken
from ingest.models import Block, BlockKind

P = BlockKind.PARAGRAPH
WHOLE = "Các phòng chuyên môn thuộc Sở chủ động rà soát quy trình giải quyết hồ sơ trên địa bàn"
LONG = "Các phòng chuyên môn thuộc Sở chủ động rà soát quy trình giải quyết hồ sơ và phối hợp với"


def block(text: str, page: int = 1, kind: BlockKind = P, **more: object) -> Block:
    return Block(kind, text, page, **more)  # type: ignore[arg-type]


def test_sentence_over_a_page_break_is_one_block_that_remembers_the_break() -> None:
    joined = join_broken([block(LONG, 1), block("Văn phòng Sở trong quý I.", 2)])
    assert len(joined) == 1
    whole = joined[0]
    assert whole.text == f"{LONG} Văn phòng Sở trong quý I."
    assert (whole.page, whole.page_end) == (1, 2)
    assert [whole.text[at:] for at in whole.page_breaks] == ["Văn phòng Sở trong quý I."]


def test_footnotes_at_the_foot_do_not_stand_between() -> None:
    note = block("1 Quyết định số 10/QĐ-UBND.", 1, BlockKind.FOOTNOTE)
    joined = join_broken([block(LONG, 1), note, block("văn phòng.", 2)])
    assert [b.text for b in joined] == [f"{LONG} văn phòng.", note.text]


def test_three_pages_give_two_breaks() -> None:
    joined = join_broken([block(LONG, 1), block(LONG.lower(), 2), block("hết.", 3)])
    assert len(joined) == 1
    assert joined[0].page_end == 3
    assert len(joined[0].page_breaks) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (block(LONG + "."), block("tiếp theo", 2)),  # the sentence has ended
        (block(LONG), block("a) Nội dung tiếp", 2)),  # a label
        (block(LONG), block("- gạch đầu dòng", 2)),
        (block("II. NHIỆM VỤ TRỌNG TÂM CỦA NGÀNH TRONG NĂM 2026 VÀ GIẢI PHÁP"), block("rà soát", 2)),
        (block(WHOLE), block("Sở Tài chính thực hiện", 1)),  # same page, capital: another paragraph
        (block("Số: 12/KH-SNV"), block("ngày 5", 1)),
        (block(WHOLE, bold=True), block("thực hiện", 1)),
        (block("1. Văn phòng Sở", kind=BlockKind.HEADING), block("Tài chính, kế toán, văn thư", 1)),
        (block("Biểu mẫu ban hành kèm theo"), block("Sở Nội vụ", 1)),
        (block("Phát triển công dân số"), block("Mỗi công dân có một tài khoản", 1)),
        (block("Tên cơ quan hiện tại"), block("Tên đơn vị", 1)),
        (block("Quyết định về việc phê duyệt danh mục của"), block("Căn cứ Luật Cán bộ, công chức", 1)),
        (block("Công khai kết quả giải quyết thủ tục của"), block("1. Sở Nội vụ", 1)),
        (block("Kế hoạch kiểm tra năm 2024 của", level=1), block("Sở Nội vụ", 1)),
    ],
)
def test_stays_apart(first: Block, second: Block) -> None:
    assert len(join_broken([first, second])) == 2


def test_open_bracket_is_closed_by_the_next_line() -> None:
    joined = join_broken([block("(Kèm theo Kế hoạch số 5/KH-SNV"), block("của Giám đốc Sở Nội vụ)")])
    assert [b.text for b in joined] == ["(Kèm theo Kế hoạch số 5/KH-SNV của Giám đốc Sở Nội vụ)"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("theo Nghị quyết số 5/2024/NQ-HĐND ngày 29 tháng", "4 năm 2024 của Hội đồng nhân dân"),
        ("Bình Minh, ngày", "05 tháng 02 năm 2024"),
        ("Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm", "2024;"),
        ("Theo đề nghị của Giám đốc Sở", "Nội vụ tại Tờ trình số 9/TTr-SNV"),
        ("Sở", "Tư pháp đề nghị các đơn vị thực hiện."),
        ("Chủ tịch Ủy ban nhân dân", "Thành phố có ý kiến như sau:"),
        ("Đề nghị Thuế thành phố Hải", "Phòng báo cáo."),
        ("Kính gửi: Thuế tỉnh Hà", "Tĩnh."),
        ("Căn cứ quy định tại khoản 4 Điều 29", "Luật Hải quan về khai hải quan"),
        ("Cơ quan đề nghị có văn bản gửi theo", "Mẫu số 02 tại Phụ lục kèm theo Nghị định này."),
        ("Ban hành kèm theo Quyết định của Ủy ban nhân dân thành", "phố Hải Phòng về quy chế"),
    ],
)
def test_a_line_that_cannot_end_there_goes_on(first: str, second: str) -> None:
    joined = join_broken([block(first, bold=True), block(second, bold=False)])
    assert [b.text for b in joined] == [f"{first} {second}"]


def test_a_numbered_sentence_that_looked_like_a_heading_is_whole_again() -> None:
    first = block("1. Theo dõi, đôn đốc các cơ quan, đơn vị kịp thời xử lý phản", kind=BlockKind.HEADING)
    (whole,) = join_broken([first, block("ánh kiến nghị của doanh nghiệp và người dân.")])
    assert whole.text.endswith("xử lý phản ánh kiến nghị của doanh nghiệp và người dân.")
    assert whole.kind is BlockKind.LIST_ITEM


def test_no_paragraph_grows_without_end() -> None:
    assert len(join_broken([block("Sở Nội vụ và " * 1_600 + "các"), block("sở, ngành")])) == 2
    assert len(join_broken([block("Sở Nội vụ và " * 1_000 + "các"), block("sở, ngành")])) == 1
