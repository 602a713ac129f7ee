"""Blocks, sections and passages -> what the document page shows."""

from __future__ import annotations

from index.records import PassageRecord
from ingest.models import Block, BlockKind, Cell, Section, SectionKind, Table, lay_out
from service.render import Line, PageMark, Run, ShownTable, outline, render


def passage(ordinal: int, text: str, start: int, end: int, furniture: bool = False) -> PassageRecord:
    return PassageRecord(
        ordinal, 1, "d", ordinal, text[start:end], start, end, 1, "other", [], "", furniture
    )  # fmt: skip


def words(run: Run) -> list[str]:
    return ["".join(p.text for p in item.pieces).strip() for item in run.items if isinstance(item, Line)]


def test_a_passage_of_several_paragraphs_is_one_run_with_one_anchor() -> None:
    blocks = [
        Block(BlockKind.PARAGRAPH, "Một."),
        Block(BlockKind.LIST_ITEM, "- Hai."),
        Block(BlockKind.PARAGRAPH, "Ba."),
    ]
    text = lay_out(blocks)
    runs = render(blocks, [], [passage(0, text, 0, blocks[1].end), passage(1, text, blocks[2].start, len(text))], "d-1")
    assert [(run.anchor, run.here, words(run)) for run in runs] == [
        ("d-0", False, ["Một.", "- Hai."]),
        ("d-1", True, ["Ba."]),
    ]


def test_a_paragraph_of_several_passages_is_cut_and_nothing_is_lost() -> None:
    blocks = [Block(BlockKind.PARAGRAPH, "Câu một. Câu hai. Câu ba.")]
    text = lay_out(blocks)
    runs = render(blocks, [], [passage(0, text, 0, 8), passage(1, text, 9, 17)])
    assert [(run.anchor, words(run)) for run in runs] == [
        ("d-0", ["Câu một."]),
        ("d-1", ["Câu hai."]),
        (None, ["Câu ba."]),
    ]
    styles = [item.style for run in runs for item in run.items if isinstance(item, Line)]
    assert styles == ["", "cont", "cont"]


def test_furniture_is_shown_without_anchor() -> None:
    blocks = [Block(BlockKind.PARAGRAPH, "Nơi nhận: như trên.")]
    runs = render(blocks, [], [passage(0, lay_out(blocks), 0, 5, furniture=True)])
    assert [(run.anchor, run.passage) for run in runs] == [(None, None)]


def test_page_headers_are_left_out() -> None:
    blocks = [Block(BlockKind.PAGE_HEADER, "2"), Block(BlockKind.PARAGRAPH, "Nội dung.")]
    lay_out(blocks)
    assert [words(run) for run in render(blocks, [], [])] == [["Nội dung."]]


def test_sections_give_headings_and_anchors_even_inside_a_paragraph() -> None:
    blocks = [
        Block(BlockKind.PARAGRAPH, "I. MỤC ĐÍCH"),
        Block(BlockKind.PARAGRAPH, "Lời dẫn. II. YÊU CẦU Nội dung yêu cầu."),
    ]
    text = lay_out(blocks)
    second = text.index("II.")
    sections = [
        Section("I.", "MỤC ĐÍCH", SectionKind.PURPOSE, 1, 0, second, 1),
        Section("II.", "YÊU CẦU", SectionKind.REQUIREMENT, 1, second, len(text), 1),
    ]
    (run,) = render(blocks, sections, [])
    heading, paragraph = run.items
    assert isinstance(heading, Line)
    assert isinstance(paragraph, Line)
    assert (heading.tag, heading.pieces[0].anchor) == ("h2", "muc-0")
    assert paragraph.tag == "p"
    assert [(p.text, p.anchor) for p in paragraph.pieces] == [
        ("Lời dẫn. ", None),
        ("II. YÊU CẦU Nội dung yêu cầu.", f"muc-{second}"),
    ]
    assert [entry.anchor for entry in outline(sections)] == ["muc-0", f"muc-{second}"]


def test_page_marks_stand_between_and_inside_paragraphs() -> None:
    blocks = [
        Block(BlockKind.PARAGRAPH, "Trang một."),
        Block(BlockKind.PARAGRAPH, "Đầu trang hai, sang trang ba.", page=2, page_breaks=[15]),
        Block(BlockKind.PARAGRAPH, "Vẫn trang ba.", page=3),
    ]
    text = lay_out(blocks)
    runs = render(blocks, [], [passage(0, text, blocks[1].start, blocks[1].end)])
    assert [type(item) for run in runs for item in run.items] == [Line, PageMark, Line, Line]
    inside = runs[1].items[0]
    assert isinstance(inside, Line)
    assert [(p.text, p.page) for p in inside.pieces] == [("Đầu trang hai, ", None), ("", 3), ("sang trang ba.", None)]


def table_block() -> tuple[Block, list[Cell]]:
    cells = [
        Cell(0, 0, "STT"), Cell(0, 1, "Việc"),
        Cell(1, 0, "Nhóm A", row_span=3), Cell(1, 1, "Việc 1"), Cell(2, 1, "Việc 2"), Cell(3, 1, "Việc 3", page=2),
        Cell(4, 0, "Tổng", column_span=2),
    ]  # fmt: skip
    return Block(BlockKind.TABLE, "", table=Table(5, 2, cells, header_rows=1)), cells


def test_a_merged_cell_is_written_again_where_its_passage_ends() -> None:
    block, cells = table_block()
    text = lay_out([block])
    passages = [passage(0, text, 0, cells[4].end), passage(1, text, cells[5].start, len(text))]
    (run,) = render([block], [], passages, "d-1")
    (table,) = run.items
    assert isinstance(table, ShownTable)
    assert [(g.header, g.anchor, g.here) for g in table.groups] == [
        (True, None, False),
        (False, "d-0", False),
        (False, "d-1", True),
    ]
    first, second = table.groups[1].rows, table.groups[2].rows
    assert [(c.text, c.row_span, c.again) for c in first[0]] == [("Nhóm A", 2, False), ("Việc 1", 1, False)]
    assert [(c.text, c.row_span, c.again, c.page) for c in second[0]] == [
        ("Nhóm A", 1, True, None),
        ("Việc 3", 1, False, 2),
    ]
    assert [(c.text, c.column_span) for c in second[1]] == [("Tổng", 2)]


def test_every_group_of_a_table_is_rectangular() -> None:
    block, cells = table_block()
    text = lay_out([block])
    for cut in (cells[3].end, cells[4].end, cells[5].end):
        (run,) = render([block], [], [passage(0, text, 0, cut), passage(1, text, cut + 1, len(text))])
        table = run.items[0]
        assert isinstance(table, ShownTable)
        for group in table.groups:
            taken = [0] * len(group.rows)
            for place, row in enumerate(group.rows):
                for cell in row:
                    assert place + cell.row_span <= len(group.rows)
                    for below in range(cell.row_span):
                        taken[place + below] += cell.column_span
            assert set(taken) == {2}


def test_a_header_that_is_a_passage_of_its_own_keeps_its_anchor() -> None:
    block, cells = table_block()
    text = lay_out([block])
    passages = [passage(0, text, 0, cells[1].end), passage(1, text, cells[2].start, len(text))]
    (run,) = render([block], [], passages)
    table = run.items[0]
    assert isinstance(table, ShownTable)
    assert [group.anchor for group in table.groups] == ["d-0", "d-1"]


def test_a_row_without_text_does_not_split_its_passage() -> None:
    cells = [Cell(0, 0, "Việc 1"), Cell(1, 0, ""), Cell(2, 0, "Việc 2")]
    block = Block(BlockKind.TABLE, "", table=Table(3, 1, cells))
    text = lay_out([block])
    (run,) = render([block], [], [passage(0, text, 0, len(text))])
    table = run.items[0]
    assert isinstance(table, ShownTable)
    assert [(group.anchor, len(group.rows)) for group in table.groups] == [("d-0", 3)]


def test_highlights_are_counted_from_each_piece_and_cell() -> None:
    block, cells = table_block()
    blocks = [Block(BlockKind.PARAGRAPH, "Câu một. Câu hai."), block]
    text = lay_out(blocks)
    at = cells[4].start
    marks = [(4, 12), (at, at + 4)]
    runs = render(blocks, [], [passage(0, text, 0, 8)], marks=marks)
    lines = [item for run in runs for item in run.items if isinstance(item, Line)]
    assert [line.pieces[0].marks for line in lines] == [[(4, 8)], [(0, 4)]]
    assert "".join(piece.text for line in lines for piece in line.pieces) == "Câu một. Câu hai."
    shown = [c for run in runs for item in run.items if isinstance(item, ShownTable) for g in item.groups
             for row in g.rows for c in row if c.marks]  # fmt: skip
    assert [(c.text, c.marks) for c in shown] == [("Việc 2", [(0, 4)])]
