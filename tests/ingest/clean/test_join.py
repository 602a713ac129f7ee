"""Paragraphs cut by pages and margins come together; others stay apart."""

import pytest

from ingest.clean.join import join_broken
from ingest.models import Block, BlockKind

P = BlockKind.PARAGRAPH
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
        (block(LONG), block("Sở Tài chính thực hiện", 1)),  # same page, capital: another paragraph
        (block("Số: 12/KH-SNV"), block("ngày 5", 1)),
        (block(LONG, bold=True), block("thực hiện", 1)),
    ],
)
def test_stays_apart(first: Block, second: Block) -> None:
    assert len(join_broken([first, second])) == 2


def test_open_bracket_is_closed_by_the_next_line() -> None:
    joined = join_broken([block("(Kèm theo Kế hoạch số 5/KH-SNV"), block("của Giám đốc Sở Nội vụ)")])
    assert [b.text for b in joined] == ["(Kèm theo Kế hoạch số 5/KH-SNV của Giám đốc Sở Nội vụ)"]
