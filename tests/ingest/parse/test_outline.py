"""Section trees of damaged outlines. Documents are written here, one block a line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written import BODY, LINE, reading

from ingest.models import Section, SectionKind
from ingest.parse.outline import parse_outline


def tree(sections: list[Section]) -> list[object]:
    """Labels (headings where there is none), children in lists behind their parent."""
    result: list[object] = []
    for section in sections:
        result.append(section.label or section.heading)
        if section.children:
            result.append(tree(section.children))
    return result


CASES = {
    "levels that the format gives": (
        f"""# Mục tiêu
        ## Mục tiêu chung
        {BODY}
        ## Chỉ tiêu
        {BODY}
        # Nhiệm vụ
        {BODY}""",
        ["Mục tiêu", ["Mục tiêu chung", "Chỉ tiêu"], "Nhiệm vụ"],
    ),
    "a Party document: letters and dashes": (
        f"""A- TÌNH HÌNH VÀ NGUYÊN NHÂN
        I- Tình hình
        1- Kết quả
        {BODY}
        2- Hạn chế
        {BODY}
        B- QUAN ĐIỂM
        {BODY}
        C - TỔ CHỨC THỰC HIỆN
        {BODY}""",
        ["A-", ["I-", ["1-", "2-"]], "B-", "C -"],
    ),
    "a heading in capitals broken at its comma, numbers on lines of their own": (
        f"""I. MỤC TIÊU,
        YÊU CẦU CHUNG
        1.
        Mục tiêu
        {BODY}
        2.
        Yêu cầu
        {BODY}
        II.
        NHIỆM VỤ
        {BODY}""",
        ["I.", ["1.", "2."], "II."],
    ),
    "two sections III and a restart of the inner numbers": (
        f"""I. MỤC ĐÍCH
        1. Mục đích
        {BODY}
        2. Yêu cầu
        {BODY}
        II. NHIỆM VỤ
        1. Cải cách thể chế
        {BODY}
        III. GIẢI PHÁP
        {BODY}
        III. TỔ CHỨC THỰC HIỆN
        1. Văn phòng Sở
        {BODY}
        2. Thanh tra Sở
        {BODY}""",
        ["I.", ["1.", "2."], "II.", ["1."], "III.", "III.", ["1.", "2."]],
    ),
    "letters that introduce text are sections, letters that are sentences are items": (
        f"""I. NHIỆM VỤ
        1. Cải cách thể chế
        a) Mục tiêu
        {BODY}
        b) Nhiệm vụ
        {BODY}
        2. Cải cách thủ tục hành chính
        a) Công khai đầy đủ thủ tục hành chính tại nơi tiếp nhận hồ sơ.
        b) Giải quyết hồ sơ đúng hạn, xin lỗi người dân khi trễ hẹn.""",
        ["I.", ["1.", ["a)", "b)"], "2."]],
    ),
    "decimal labels go under their prefix, also where it is missing": (
        f"""II. NỘI DUNG
        1. Chỉ số thành phần
        1.1. Nội dung
        {BODY}
        1.2. Phân công
        {BODY}
        3.1. Nội dung khác
        {BODY}
        III. KINH PHÍ
        {BODY}""",
        ["II.", ["1.", ["1.1.", "1.2."], "3.1."], "III."],
    ),
    "markdown levels don't override labels": (
        f"""## I. MỤC TIÊU
        {BODY}
        # 1. Mục tiêu chung
        {BODY}
        ### 2. Mục tiêu cụ thể
        {BODY}
        # II. NHIỆM VỤ
        {BODY}""",
        ["I.", ["1.", "2."], "II."],
    ),
    "bold headings without a label": (
        f"""I. NHIỆM VỤ
        **Về công tác tuyên truyền**
        {BODY}
        **Về công tác kiểm tra**
        {BODY}
        II. TỔ CHỨC THỰC HIỆN
        {BODY}""",
        ["I.", ["Về công tác tuyên truyền", "Về công tác kiểm tra"], "II."],
    ),
    "parts, chapters and articles": (
        f"""Chương I
        QUY ĐỊNH CHUNG
        Điều 1. Phạm vi điều chỉnh
        {BODY}
        Điều 2. Đối tượng áp dụng
        1. Cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh.
        2. Ủy ban nhân dân xã, phường.
        Chương II
        TỔ CHỨC THỰC HIỆN
        Điều 3. Trách nhiệm của Sở Nội vụ
        {BODY}""",
        ["Chương I", ["Điều 1.", "Điều 2."], "Chương II", ["Điều 3."]],
    ),
    "a decision, its recipients, the plan attached to it, an appendix": (
        f"""QUYẾT ĐỊNH:
        Điều 1. Ban hành kèm theo Quyết định này Kế hoạch cải cách hành chính năm 2026.
        Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
        Nơi nhận:
        - Như Điều 2;
        - Lưu: VT.
        KT. CHỦ TỊCH
        Trần Văn An
        KẾ HOẠCH
        Cải cách hành chính năm 2026
        (Kèm theo Quyết định số 15/QĐ-UBND ngày 10/01/2026)
        I. MỤC ĐÍCH
        {BODY}
        II. NHIỆM VỤ
        {BODY}
        PHỤ LỤC I
        DANH MỤC NHIỆM VỤ
        |STT|Nhiệm vụ|Chủ trì//1|Rà soát thủ tục|Sở Nội vụ//2|Công khai|Sở Tư pháp|""",
        [
            "Điều 1.",
            "Điều 2.",
            "Nơi nhận",
            "KẾ HOẠCH Cải cách hành chính năm 2026",
            ["I.", "II.", "PHỤ LỤC I"],
        ],
    ),
    "legal bases make a section, quoted articles none": (
        f"""Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025;
        Căn cứ Kế hoạch số 5/KH-UBND ngày 10/01/2026 của UBND tỉnh;
        Sở Nội vụ xây dựng kế hoạch như sau:
        I. QUY ĐỊNH
        Tại Nghị định có nêu:
        “Điều 8. Trách nhiệm
        1. Cơ quan nhà nước công khai thủ tục.”
        {BODY}
        II. KIẾN NGHỊ
        {BODY}""",
        ["Căn cứ", "I.", "II."],
    ),
    "numbers in sentences are no labels": (
        f"""I. KẾT QUẢ
        {BODY}
        12/KH-SNV là kế hoạch đã ban hành trong năm.
        98.5 điểm là kết quả năm 2025 của tỉnh.
        Điều 8 Luật Cán bộ, công chức được phổ biến rộng rãi.
        II. TỒN TẠI
        {BODY}""",
        ["I.", "II."],
    ),
    "capital letters above or inside roman numbers, told by what follows": (
        f"""A. KẾT QUẢ
        I. CÔNG TÁC CHỈ ĐẠO
        {BODY}
        II. KẾT QUẢ CỤ THỂ
        {BODY}
        B. PHƯƠNG HƯỚNG
        I. MỤC TIÊU
        {BODY}""",
        ["A.", ["I.", "II."], "B.", ["I."]],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_trees(text: str, expected: list[object]) -> None:
    assert tree(parse_outline(reading(text))) == expected


@pytest.mark.parametrize(
    ("line", "label", "heading"),
    [
        ("1. Mục tiêu: Nâng cao chỉ số cải cách hành chính của tỉnh trong năm tới.", "1.", "Mục tiêu"),
        ("1. Mục đích", "1.", "Mục đích"),
        ("1. Chỉ số “Cải cách thể chế”:", "1.", "Chỉ số “Cải cách thể chế”"),
        ("1. Văn phòng Sở: Chủ trì theo dõi, đôn đốc thực hiện kế hoạch này.", "1.", "Văn phòng Sở"),
    ],
)
def test_heading_is_parted_from_label_and_running_text(line: str, label: str, heading: str) -> None:
    sections = parse_outline(reading(f"I. NỘI DUNG\n{line}\n{BODY}\n2. Yêu cầu\n{BODY}"))
    first = sections[0].children[0]
    assert (first.label, first.heading) == (label, heading)


def test_heading_over_two_lines() -> None:
    sections = parse_outline(reading(f"I. NHIỆM VỤ, GIẢI PHÁP NÂNG CAO\nCHỈ SỐ CẢI CÁCH HÀNH CHÍNH\n{BODY}"))
    assert sections[0].heading == "NHIỆM VỤ, GIẢI PHÁP NÂNG CAO CHỈ SỐ CẢI CÁCH HÀNH CHÍNH"


LONG = "1. Đề nghị Mặt trận Tổ quốc Việt Nam tỉnh, Hội Cựu chiến binh,"


@pytest.mark.parametrize(
    ("second", "heading"),
    [
        ("**Hội Nông dân và các tổ chức thành viên**", f"{LONG[3:]} Hội Nông dân và các tổ chức thành viên"),
        ("Hội Nông dân và các tổ chức thành viên", LONG[3:-1]),  # not bold: its text
        ("**a) Nội dung**", LONG[3:-1]),
    ],
)
def test_a_bold_heading_that_the_margin_broke(second: str, heading: str) -> None:
    sections = parse_outline(reading(f"I. TỔ CHỨC THỰC HIỆN\n**{LONG}**\n{second}\n{BODY}\n**2. Sở Nội vụ**\n{BODY}"))
    assert [s.heading.rstrip(",") for s in sections[0].children] == [heading.rstrip(","), "Sở Nội vụ"]


def test_the_title_of_an_attached_plan_may_open_like_a_citation() -> None:
    closing = "Nơi nhận:\n- Như Điều 3;\nKT. CHỦ TỊCH\nTrần Văn Bình"
    plan = "KẾ HOẠCH\nTRIỂN KHAI THI HÀNH LUẬT LƯU TRỮ\n(Kèm theo Quyết định số 5/QĐ-UBND)"
    sections = parse_outline(reading(f"Điều 1. Ban hành kế hoạch.\n{closing}\n{plan}\nI. MỤC ĐÍCH\n{BODY}"))
    assert sections[-1].heading == "KẾ HOẠCH TRIỂN KHAI THI HÀNH LUẬT LƯU TRỮ"
    assert [s.heading for s in sections[-1].children] == ["MỤC ĐÍCH"]


@pytest.mark.parametrize(
    ("above", "kind"),
    [("NỘI DUNG THỰC HIỆN", SectionKind.RESPONSIBILITY), ("NHIỆM VỤ TRỌNG TÂM", SectionKind.TASK)],
)
def test_units_that_head_their_duties(above: str, kind: SectionKind) -> None:
    (top,) = parse_outline(reading(f"II. {above}\n1. Sở Y tế\n{BODY}\n2. Công an tỉnh\n{BODY}"))
    assert [s.kind for s in top.children] == [kind, kind]


def test_a_report_tells_results() -> None:
    header = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n{}\nCải cách hành chính năm 2025"
    body = f"I. CÔNG TÁC CHỈ ĐẠO\n{BODY}\nII. TIẾN ĐỘ THỰC HIỆN NHIỆM VỤ\n{BODY}\nIII. PHƯƠNG HƯỚNG NĂM 2026\n{BODY}"
    kinds = [s.kind for s in parse_outline(reading(header.format("BÁO CÁO") + "\n" + body))]
    assert kinds == [SectionKind.SITUATION, SectionKind.SITUATION, SectionKind.TASK]
    kinds = [s.kind for s in parse_outline(reading(header.format("KẾ HOẠCH") + "\n" + body))]
    assert kinds[1] is SectionKind.SCHEDULE


def test_kinds_and_places() -> None:
    read = reading(f"I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\n{BODY}\n2. Yêu cầu\n{BODY}\nII. KINH PHÍ\n{BODY}")
    first, second = parse_outline(read)
    assert [s.kind for s in first.children] == [SectionKind.PURPOSE, SectionKind.REQUIREMENT]
    assert second.kind is SectionKind.FUNDING
    assert read.text[second.start :].startswith("II. KINH PHÍ")
    assert read.text[first.children[1].start : first.children[1].end].startswith("2. Yêu cầu")
    assert first.end <= second.start
    assert second.end == len(read.text)


@given(st.lists(LINE | st.text(max_size=20), max_size=25))
def test_any_order_of_lines_gives_nested_sections(lines: list[str]) -> None:
    read = reading("\n".join(line.replace("\n", " ") for line in lines) or "x")
    check(parse_outline(read), 0, len(read.text), 1)


def check(sections: list[Section], low: int, high: int, level: int) -> None:
    for section in sections:
        assert low <= section.start < section.end <= high
        assert section.level == level
        check(section.children, section.start, section.end, level + 1)
        low = section.end


def test_a_hostile_sequence_of_labels_does_not_nest_without_end() -> None:
    lines = ["1. Nội dung"] * 1500 + ["2. Tiếp theo", BODY] + ["I. MỤC", "A. PHẦN", "a) Ý"] * 300
    read = reading("\n".join(lines))
    check(parse_outline(read), 0, len(read.text), 1)
