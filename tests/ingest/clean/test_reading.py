"""Cleaning a whole reading: offsets hold for any text, page furniture leaves the text."""

from hypothesis import given
from hypothesis import strategies as st

from ingest.clean import clean
from ingest.models import Block, BlockKind, Cell, Reading, Table, lay_out

KINDS = st.sampled_from([BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING, BlockKind.FOOTNOTE])
TEXT = st.text(st.characters(codec="utf-8"), max_size=60) | st.sampled_from(
    [
        "I. MỤC ĐÍCH",
        "1. Nội dung",
        "- Rà soát hồ sơ;",
        "nối tiếp câu trước",
        "Sở Nội vụ  chủ trì , phối hợp",
        "(kèm theo",
    ]
)


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    text = draw(TEXT)
    breaks = sorted(draw(st.lists(st.integers(0, len(text)), max_size=2)))
    return Block(draw(KINDS), text, draw(st.integers(1, 4)), page_breaks=breaks)


@given(st.lists(blocks(), max_size=12))
def test_offsets_hold_for_any_text(given_blocks: list[Block]) -> None:
    reading = Reading("txt", 4, given_blocks)
    cleaned = clean(reading)
    for block in cleaned.blocks:
        assert cleaned.text[block.start : block.end] == block.text
        assert block.text.strip()
        assert all(0 <= at <= len(block.text) for at in block.page_breaks)
    assert "\n".join(b.text for b in cleaned.blocks) == cleaned.text
    again = clean(cleaned)
    assert len(again.text) <= len(cleaned.text)


def test_table_cells_are_repaired_and_keep_their_places() -> None:
    table = Table(1, 2, [Cell(0, 0, "Sở\u00a0Nội\nvụ"), Cell(0, 1, "Quý  I")])
    cleaned = clean(Reading("docx", 1, [Block(BlockKind.TABLE, "", table=table)]))
    assert cleaned.text == "Sở Nội vụ | Quý I"
    assert cleaned.blocks[0].table is not None
    assert [cleaned.text[c.start : c.end] for c in cleaned.blocks[0].table.cells] == ["Sở Nội vụ", "Quý I"]
    assert table.cells[0].text == "Sở\u00a0Nội\nvụ"  # the argument stays as it was


def test_lines_of_a_cell_are_known_on_its_one_line() -> None:
    def cleaned(text: str, laid_out: bool) -> list[str]:
        table = Table(1, 2, [Cell(0, 0, "1"), Cell(0, 1, text)])
        reading = Reading("docx", 1, [Block(BlockKind.TABLE, "", table=table)])
        if laid_out:  # as `read_file` gives it
            reading.text = lay_out(reading.blocks)
        first = clean(reading)
        again = clean(first).blocks[0].table
        assert again is not None
        assert "\n" not in first.text
        return again.cells[1].lines()

    for laid_out in (False, True):
        assert cleaned("Sở\u00a0Nội  vụ\n\nSở Tài chính ,\nCông an tỉnh", laid_out) == [
            "Sở Nội vụ",
            "Sở Tài chính,",
            "Công an tỉnh",
        ]
        assert cleaned("Sở Nội vụ", laid_out) == ["Sở Nội vụ"]
        assert cleaned("\n", laid_out) == [""]


def test_page_furniture_leaves_the_text_but_is_kept_as_a_fact() -> None:
    lines = []
    for page in range(1, 5):
        lines.append(Block(BlockKind.PARAGRAPH, "Kế hoạch CCHC tỉnh Hòa Thịnh", page))
        lines.append(Block(BlockKind.PARAGRAPH, f"Nội dung số {page} của trang này khác hẳn." * page, page))
        lines.append(Block(BlockKind.PARAGRAPH, f"Trang {page}", page))
    lines.append(Block(BlockKind.PAGE_FOOTER, "Lưu hành nội bộ", 4))
    cleaned = clean(Reading("pdf", 4, lines))
    assert [b.page for b in cleaned.blocks] == [1, 2, 3, 4]
    assert "Hòa Thịnh" not in cleaned.text
    assert cleaned.info["page_furniture"].split("\n")[0] == "Kế hoạch CCHC tỉnh Hòa Thịnh"


def test_a_number_inside_the_page_is_no_page_number() -> None:
    lines = [
        Block(BlockKind.PARAGRAPH, t, p) for p in (1, 2) for t in ("Đầu trang.", "a", "2", "b", f"Cuối trang {p}.")
    ]
    cleaned = clean(Reading("pdf", 2, lines))
    assert [b.text for b in cleaned.blocks if b.page == 2] == ["Đầu trang.", "a", "2", "b", "Cuối trang 2."]
