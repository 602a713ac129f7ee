"""Passages: whole sentences and rows, 40 to 220 words, nothing lost, nothing twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written import LINE, reading

from ingest.clean import clean
from ingest.models import Block, BlockKind, Cell, Header, Passage, Reading, SectionKind, Table
from ingest.parse.outline import parse_outline
from ingest.parse.passage import MAX_WORDS, MIN_WORDS, cut_passages, cut_text
from ingest.parse.sentence import sentence_spans


def passages_of(read: Reading) -> list[Passage]:
    return cut_passages(read, parse_outline(read), Header())


def sentence(words: int, first: str = "Đơn vị") -> str:
    return f"{first} {' '.join(['rà soát'] * ((words - 2) // 2))}."


def words(text: str) -> int:
    return len(text.split())


@given(st.lists(LINE | st.text(max_size=40), max_size=30))
def test_every_visible_character_lies_in_exactly_one_passage(lines: list[str]) -> None:
    read = reading("\n".join(line.replace("\n", " ") for line in lines) or "x")
    end = 0
    for ordinal, passage in enumerate(passages_of(read)):
        assert passage.ordinal == ordinal
        assert passage.start >= end
        assert not read.text[end : passage.start].strip()
        assert passage.text == read.text[passage.start : passage.end] != ""
        end = passage.end
    assert not read.text[end:].strip()


@given(st.lists(st.integers(3, 90), min_size=1, max_size=25))
def test_lengths_and_borders(sizes: list[int]) -> None:
    read = reading("I. NHIỆM VỤ\n" + "\n".join(sentence(size) for size in sizes))
    borders = {end for _, end in sentence_spans(read.text)}
    found = passages_of(read)
    for passage in found:
        assert passage.end in borders
        assert words(passage.text) <= MAX_WORDS
        assert words(passage.text) >= MIN_WORDS or len(found) == 1 or words(read.text) < 2 * MIN_WORDS


def test_a_section_that_can_stand_alone_does_and_a_short_one_joins_its_kin() -> None:
    read = reading(
        f"""I. TỔ CHỨC THỰC HIỆN
        1. Văn phòng Sở
        {sentence(60)}
        2. Thanh tra Sở
        {sentence(60)}
        3. Phòng Kế hoạch
        {sentence(14)}
        4. Phòng Tổ chức
        {sentence(34)}
        II. KINH PHÍ
        {sentence(12)}"""
    )
    found = passages_of(read)
    assert [p.section_path for p in found] == [
        ["I. TỔ CHỨC THỰC HIỆN", "1. Văn phòng Sở"],
        ["I. TỔ CHỨC THỰC HIỆN", "2. Thanh tra Sở"],
        ["I. TỔ CHỨC THỰC HIỆN"],
        ["II. KINH PHÍ"],
    ]
    assert found[0].text.startswith("I. TỔ CHỨC THỰC HIỆN\n1. Văn phòng Sở\n")
    assert found[3].kind is SectionKind.FUNDING


def test_purpose_and_requirement_are_not_mixed() -> None:
    read = reading(f"I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\n{sentence(45)}\n2. Yêu cầu\n{sentence(45)}")
    assert [p.kind for p in passages_of(read)] == [SectionKind.PURPOSE, SectionKind.REQUIREMENT]


def test_a_sentence_too_long_is_left_whole() -> None:
    read = reading(f"I. NHIỆM VỤ\n{sentence(60)}\n{sentence(300, 'Riêng')}\n{sentence(60)}")
    long = [p for p in passages_of(read) if words(p.text) > MAX_WORDS]
    assert [p.text for p in long] == [sentence(300, "Riêng")]


def test_items_stay_with_their_introduction_or_carry_it_as_context() -> None:
    items = "\n".join(f"- {sentence(48, 'Mục')}" for _ in range(8))
    found = passages_of(reading(f"I. NHIỆM VỤ\nCác đơn vị thực hiện những việc sau:\n{items}"))
    assert len(found) > 1
    assert found[0].text.split("\n")[1] == "Các đơn vị thực hiện những việc sau:"
    assert found[0].context == ""
    assert all(p.context == "Các đơn vị thực hiện những việc sau:" for p in found[1:])


def table_reading(rows: int) -> Reading:
    texts = [["STT", "Nhiệm vụ", "Chủ trì"], ["I", "CẢI CÁCH THỂ CHẾ", ""]]
    texts += [[str(n), sentence(38, "Việc"), "Sở Tư pháp"] for n in range(1, rows)]
    texts += [["II", "CẢI CÁCH TÀI CHÍNH", ""], ["1", sentence(70, "Khoản"), "Sở Tài chính"]]
    cells = [Cell(r, c, t, page=1 + r // 6) for r, row in enumerate(texts) for c, t in enumerate(row)]
    table = Block(BlockKind.TABLE, "", table=Table(len(texts), 3, cells, header_rows=1))
    title = [Block(BlockKind.PARAGRAPH, t) for t in ("PHỤ LỤC", "PHÂN CÔNG NHIỆM VỤ")]
    return clean(Reading("docx", 3, [*title, table]))


def test_rows_stay_whole_and_know_their_columns_and_group() -> None:
    read = table_reading(12)
    found = passages_of(read)
    lines = set(read.text.split("\n"))
    assert all(line in lines for p in found for line in p.text.split("\n"))
    assert "STT | Nhiệm vụ | Chủ trì" in found[0].text
    assert found[0].context == ""
    assert all(p.context == "STT | Nhiệm vụ | Chủ trì" for p in found[1:])
    assert found[0].section_path == ["PHỤ LỤC PHÂN CÔNG NHIỆM VỤ", "I. CẢI CÁCH THỂ CHẾ"]
    assert found[-1].section_path == ["PHỤ LỤC PHÂN CÔNG NHIỆM VỤ", "II. CẢI CÁCH TÀI CHÍNH"]
    assert found[-1].page == 3
    assert all(p.kind is SectionKind.TASK and MIN_WORDS <= words(p.text) <= MAX_WORDS for p in found)
    assert parse_outline(read)[0].kind is SectionKind.APPENDIX


def merged_table(pages: bool) -> Reading:
    """Lead unit and deadline of tasks 1 to 6 are one cell; in a PDF the rows lie on several pages."""
    names = ["STT", "Nhiệm vụ", "Chủ trì", "Thời gian"]
    cells = [Cell(0, c, t) for c, t in enumerate(names)]
    cells += [Cell(1, 0, "I"), Cell(1, 1, "Cải cách thể chế", column_span=3)]
    for row in range(2, 9):
        page = 1 + row // 4 if pages else 1
        cells += [Cell(row, 0, str(row - 1), page=page), Cell(row, 1, sentence(60, "Việc"), page=page)]
    cells += [Cell(2, 2, "Sở Tư pháp", row_span=6), Cell(2, 3, "Quý II năm 2026", row_span=6)]
    cells += [Cell(8, 2, "Sở Tài chính"), Cell(8, 3, "Thường xuyên")]
    cells.sort(key=lambda cell: (cell.row, cell.column))
    table = Block(BlockKind.TABLE, "", table=Table(9, 4, cells, header_rows=1))
    title = [Block(BlockKind.PARAGRAPH, t) for t in ("PHỤ LỤC", "PHÂN CÔNG NHIỆM VỤ")]
    return clean(Reading("pdf" if pages else "docx", 3 if pages else 1, [*title, table]))


@pytest.mark.parametrize("pages", [False, True], ids=["docx", "pdf"])
def test_a_cell_merged_down_into_later_rows_is_context_there(pages: bool) -> None:
    found = [p for p in passages_of(merged_table(pages)) if not p.furniture]
    assert len(found) >= 3
    assert all("I. Cải cách thể chế" in p.section_path for p in found)
    assert "Sở Tư pháp" in found[0].text
    assert "Sở Tư pháp" not in found[0].context
    columns = "STT | Nhiệm vụ | Chủ trì | Thời gian"
    inner = [p for p in found[1:] if "7 | " not in p.text]
    assert inner
    assert all(p.context == f"{columns}\nSở Tư pháp | Quý II năm 2026" for p in inner)
    last = found[-1]
    assert "7 | Việc" in last.text
    assert "Sở Tài chính" in last.text
    assert ("Sở Tư pháp" in last.context) == ("6 | " in last.text)


@pytest.mark.parametrize(
    ("columns", "kind"),
    [
        (["STT", "Nhiệm vụ", "Đơn vị thực hiện"], SectionKind.TASK),
        (["TT", "Nội dung công việc", "Sản phẩm", "Tiến độ"], SectionKind.TASK),
        (["TT", "Nội dung công việc", "Kết quả đầu ra", "Cơ quan chủ trì"], SectionKind.TASK),
        (["TT", "Việc", "Làm chính", "Xong trước"], SectionKind.TASK),
        (["TT", "Tên chỉ tiêu", "ĐVT", "Năm 2026", "Năm 2030"], SectionKind.TARGET),
        (["TT", "Chỉ tiêu", "Cơ quan chủ trì"], SectionKind.TARGET),
        (["STT", "Chỉ tiêu thống kê", "Đơn vị tính", "Kết quả thống kê Số liệu"], SectionKind.APPENDIX),
        (["STT", "Nhiệm vụ", "Đơn vị thực hiện", "Kết quả thực hiện"], SectionKind.APPENDIX),
        (["STT", "Tên thủ tục hành chính", "Cơ quan thực hiện", "Thời hạn giải quyết"], SectionKind.APPENDIX),
        (["STT", "Nội dung", "Định mức", "Ghi chú"], SectionKind.APPENDIX),
        (["STT", "Đơn vị", "Điểm chuẩn", "Điểm tự đánh giá"], SectionKind.APPENDIX),
    ],
)
def test_columns_tell_the_kind_of_a_table(columns: list[str], kind: SectionKind) -> None:
    rows = [columns, *[[f"{n}", *(sentence(12, "Việc") for _ in columns[1:])] for n in range(1, 4)]]
    lines = "//".join("|".join(row) for row in rows)
    found = passages_of(reading(f"PHỤ LỤC I\nBẢNG KÈM THEO\n|{lines}|"))
    assert {p.kind for p in found if " | " in p.text} == {kind}


def test_results_named_tasks_stay_results() -> None:
    rows = "//".join(f"{n}|{sentence(30, 'Việc')}|Sở Nội vụ|Quý {n}" for n in range(1, 4))
    found = passages_of(reading(f"I. KẾT QUẢ THỰC HIỆN\n|STT|Nhiệm vụ|Chủ trì|Thời gian//{rows}|"))
    assert {p.kind for p in found} == {SectionKind.SITUATION}


@pytest.mark.parametrize(
    ("opening", "cut"),
    [("Căn cứ các nghị định: số 10/2025/NĐ-CP", True), ("[2] Chỉ thị số 1/CT-TTg", True), ("Sở rà soát", False)],
)
def test_numbers_in_a_row_are_citations_after_a_citing_word_only(opening: str, cut: bool) -> None:
    text = opening + "".join(f"; số {n}/2025/NĐ-CP {sentence(30, 'về')[:-1]}" for n in range(1, 10)) + "."
    found = [p for p in passages_of(reading(f"I. CĂN CỨ PHÁP LÝ\n{text}")) if not p.furniture]
    assert (len(found) > 1) is cut


def test_a_long_sentence_of_duties_is_no_preamble() -> None:
    text = "Thực hiện " + "; thực hiện ".join(sentence(30, "việc")[:-1] for _ in range(9)) + "."
    found = [p for p in passages_of(reading(f"I. NHIỆM VỤ\n{text}")) if not p.furniture]
    assert len(found) == 1


def test_a_long_preamble_is_cut_between_its_citations_only() -> None:
    clause = "quyết định số 12/QĐ-UBND ngày 05/01/2026 về kế hoạch rà soát; các quy định khác của tỉnh"
    text = (
        "Căn cứ " + "; căn cứ ".join(f"{clause} lần {n} " + "và các văn bản " * 5 for n in range(12)) + ", sở ban hành."
    )
    found = [p for p in passages_of(reading(text)) if not p.furniture]
    assert len(found) > 1
    assert all(words(p.text) <= MAX_WORDS for p in found)
    assert all(p.text.lower().startswith("căn cứ") for p in found)
    assert all(p.text.endswith(";") for p in found[:-1])


def test_page_of_a_passage_inside_a_block_over_pages() -> None:
    first, second = sentence(150), sentence(150, "Trang")
    block = Block(BlockKind.PARAGRAPH, f"{first} {second}", 4, page_breaks=[len(first) + 1])
    found = passages_of(clean(Reading("pdf", 5, [block])))
    assert [(p.text, p.page) for p in found] == [(first, 4), (second, 5)]


def test_a_table_without_a_word_makes_no_passage() -> None:
    assert passages_of(reading("|  |")) == []


def test_furniture_is_marked_and_never_mixed_with_the_body() -> None:
    read = reading(
        f"""SỞ NỘI VỤ
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc
        Số: 12/KH-SNV
        KẾ HOẠCH
        Kiểm tra cải cách hành chính năm 2026
        I. MỤC ĐÍCH
        {sentence(60)}
        Nơi nhận:
        - UBND tỉnh;
        - Lưu: VT.
        GIÁM ĐỐC
        Trần Văn An"""
    )
    found = passages_of(read)
    assert [p.furniture for p in found] == [True, False, True, True]
    assert found[1].text.startswith("I. MỤC ĐÍCH")
    assert found[2].kind is SectionKind.RECIPIENTS


@given(st.text() | st.lists(LINE, max_size=20).map("\n".join))
def test_plain_text_is_cut_without_loss(text: str) -> None:
    end = 0
    for start, stop in cut_text(text):
        assert start >= end
        assert not text[end:start].strip()
        assert text[start:stop] == text[start:stop].strip() != ""
        end = stop
    assert not text[end:].strip()


def test_plain_text_lengths() -> None:
    text = "\n".join(f"{n}. {sentence(30, 'Khoản')}" for n in range(1, 30))
    sizes = [words(text[a:b]) for a, b in cut_text(text)]
    assert len(sizes) > 3
    assert all(MIN_WORDS <= size <= MAX_WORDS for size in sizes)
    assert cut_text("") == []


def test_a_runaway_sentence_is_cut_at_its_inner_marks() -> None:
    read = reading("tỉnh đã ban hành " + "kế hoạch số một về rà soát thủ tục của các đơn vị; " * 60 + "hết")
    found = passages_of(read)
    assert len(found) > 3
    assert all(p.text.endswith((";", "hết")) and words(p.text) <= MAX_WORDS for p in found)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("gồm các xã " + ", ".join(f"Minh Họa {n}" for n in range(3000)), ","),  # no mark but commas
        ("nội dung không có dấu câu nào " * 1000, ""),
        ("x" * 300_000, ""),
    ],
    ids=["commas", "blanks", "nothing"],
)
def test_no_passage_is_endless(text: str, ends: str) -> None:
    found = passages_of(reading(text))
    assert len(found) > 3
    assert all(len(p.text) <= 8000 and words(p.text) <= MAX_WORDS for p in found)
    assert all(p.text.endswith(ends) for p in found[:-1])
    assert "".join("".join(p.text for p in found).split()) == "".join(text.split())


def test_articles_of_one_sentence_are_found() -> None:
    """A short decision says all it says in its articles; headings alone say nothing."""
    articles = """Điều 1. Kiện toàn Tổ giúp việc Ban Chỉ đạo gồm 05 thành viên.
    Điều 2. Quyết định này thay thế Quyết định số 8/QĐ-STC ngày 02/3/2021.
    Điều 3. Trưởng các phòng chịu trách nhiệm thi hành Quyết định này./."""
    found = [p for p in passages_of(reading(articles)) if not p.furniture]
    assert [(p.section_path, "05 thành viên" in p.text) for p in found] == [([], True)]
    assert all(p.furniture for p in passages_of(reading("**I. MỤC TIÊU**\n**II. NHIỆM VỤ**\n**III. KINH PHÍ**")))
