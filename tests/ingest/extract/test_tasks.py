# ruff: noqa: E501
"""Tasks of every shape, in documents of our own after real patterns."""

from __future__ import annotations

from itertools import pairwise

import pytest

from ingest.clean.fold import strip_diacritics
from ingest.extract.models import Task
from ingest.extract.task_table import column_kind
from ingest.extract.tasks import find_tasks
from ingest.models import Block, BlockKind, Cell, Document, Reading, Table
from ingest.pipeline import assemble


def document(*parts: str | Table) -> Document:
    head = ["ỦY BAN NHÂN DÂN TỈNH A", "Số: 12/KH-UBND", "A, ngày 05 tháng 01 năm 2026", "KẾ HOẠCH", "Cải cách hành chính năm 2026", "I. MỤC ĐÍCH, YÊU CẦU", "Nâng cao hiệu quả cải cách hành chính của tỉnh trong năm 2026."]  # fmt: skip
    blocks = [Block(BlockKind.PARAGRAPH, text) for text in head]
    for part in parts:
        if isinstance(part, Table):
            blocks.append(Block(BlockKind.TABLE, "", table=part))
        else:
            blocks.append(Block(BlockKind.PARAGRAPH, part, bold=True if part.isupper() else None))
    return assemble(Reading("docx", 1, blocks), "ke-hoach.docx", "0" * 64)


def table(*rows: str, merges: dict[tuple[int, int], tuple[int, int]] | None = None, header_rows: int = 1) -> Table:
    """Rows as "a | b"; `merges` gives row and column spans; covered positions hold "^"."""
    split = [[text.strip() for text in row.split("|")] for row in rows]
    cells = [
        Cell(r, c, text, *(merges or {}).get((r, c), (1, 1)))
        for r, row in enumerate(split)
        for c, text in enumerate(row)
        if text != "^"
    ]
    return Table(len(split), max(len(row) for row in split), cells, header_rows=header_rows)


def tasks_of(*parts: str | Table) -> list[Task]:
    made = document(*parts)
    tasks = find_tasks(made)
    for task in tasks:  # evidence holds for every shape
        assert 0 <= task.start < task.end <= len(made.text)
        if not task.from_table:
            assert task.task[:40] in made.text[task.start : task.end]
    return tasks


def brief(task: Task) -> tuple[str, list[str], list[str], str | None]:
    return task.task, task.lead, task.coordinate, task.deadline


COLUMNS = [
    ("STT", "number"), ("TT", "number"), ("Số TT", "number"),
    ("Nhiệm vụ", "task"), ("Nội dung công việc", "task"), ("Nội dung", "task"), ("Tên nhiệm vụ, dự án", "task"),
    ("Hoạt động", "task"), ("Việc", "task"), ("Nhiệm vụ/Hoạt động", "task"),
    ("Sản phẩm", "product"), ("Kết quả đầu ra", "product"), ("Sản phẩm đầu ra", "product"), ("Kết quả", "product"),
    ("Thời gian", "deadline"), ("Thời gian hoàn thành", "deadline"), ("Thời hạn", "deadline"), ("Hạn xong", "deadline"),
    ("Tiến độ thực hiện", "deadline"), ("Hoàn thành", "deadline"), ("Xong trước", "deadline"), ("Tháng", "deadline"),
    ("Lộ trình", "deadline"), ("Thời gian thực hiện, hoàn thành", "deadline"),
    ("Chủ trì", "lead"), ("Cơ quan chủ trì", "lead"), ("Đơn vị thực hiện", "lead"), ("Trách nhiệm", "lead"),
    ("Chủ trì thực hiện", "lead"), ("Người chịu trách nhiệm", "lead"), ("Đơn vị, cá nhân phụ trách", "lead"),
    ("Bộ phận thực hiện", "lead"), ("Làm chính", "lead"), ("Cơ quan, đơn vị chủ trì tham mưu", "lead"), ("Phân công", "lead"),
    ("Phối hợp", "coordinate"), ("Cơ quan phối hợp", "coordinate"), ("Đơn vị phối hợp thực hiện", "coordinate"),
    ("Cùng làm", "coordinate"),
    ("Theo dõi, kiểm tra, đôn đốc", "monitor"), ("Đơn vị theo dõi", "monitor"), ("Lãnh đạo phụ trách", "monitor"),
    ("Đầu mối / phối hợp", "both"), ("Đơn vị chủ trì, phối hợp", "both"),
    ("Ghi chú", "none"), ("Kinh phí thực hiện", "none"), ("Đơn vị tính", "none"), ("Đơn vị được kiểm tra", "none"),
    ("Chủ đề", None),
    ("Thời điểm hoàn thành", "deadline"), ("Dự kiến hoàn thành", "deadline"), ("TG hoàn thành", "deadline"),
    ("Cơ quan soạn thảo", "lead"), ("Cơ quan trình", "lead"), ("Đơn vị triển khai", "lead"),
    ("Đơn vị liên quan", "coordinate"), ("Các cơ quan, đơn vị có liên quan", "coordinate"),
    ("Lãnh đạo Sở phụ trách", "monitor"), ("Tên chương trình, đề án", "task"), ("Điểm chuẩn", "none"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "kind"), COLUMNS)
def test_column_kind(name: str, kind: str | None) -> None:
    assert column_kind(name) == kind
    assert column_kind(name.upper()) == kind
    assert column_kind(strip_diacritics(name)) == kind
    assert column_kind(name.replace(" ", "\n")) == kind


def test_table_with_columns_in_any_order() -> None:
    found = tasks_of(
        "PHỤ LỤC",
        table(
            "TT | Chủ trì | Nhiệm vụ | Hạn xong | Phối hợp | Theo dõi, đôn đốc | Sản phẩm",
            "1 | Sở Nội vụ | Lập kế hoạch kiểm tra công vụ | Trước ngày 31/01/2026 | Sở Tài chính; Thanh tra tỉnh | Văn phòng UBND tỉnh | Kế hoạch",
        ),
    )
    assert [brief(t) for t in found] == [
        ("Lập kế hoạch kiểm tra công vụ", ["Sở Nội vụ"], ["Sở Tài chính", "Thanh tra tỉnh"], "Trước ngày 31/01/2026")
    ]
    assert (found[0].due_on, found[0].product, found[0].monitor) == ("2026-01-31", "Kế hoạch", ["Văn phòng UBND tỉnh"])
    assert found[0].from_table


def test_calendar_whose_columns_are_ticked() -> None:
    found = tasks_of(
        table(
            "TT | Nội dung công việc | Thời gian thực hiện năm 2026 | ^ | ^ | ^ | Đơn vị chủ trì",
            "^ | ^ | Quý I | Quý II | Quý III | Quý IV | ^",
            "1 | Rà soát thủ tục hành chính | x | | x | | Văn phòng Sở",
            "2 | Tổng kết công tác cải cách hành chính | | | | Trước 15/12 | Phòng Tổ chức",
            merges={(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 4), (0, 6): (2, 1)},
            header_rows=2,
        )
    )
    assert [(t.deadline, t.lead) for t in found] == [
        ("Quý I, Quý III", ["Văn phòng Sở"]), ("Trước 15/12", ["Phòng Tổ chức"]),
    ]  # fmt: skip


def test_table_with_merged_cells_and_group_rows() -> None:
    found = tasks_of(
        table(
            "STT | Nhiệm vụ | Sản phẩm | Thời gian | Chủ trì | Phối hợp",
            "I | Cải cách thể chế | | | |",
            "1 | Rà soát văn bản quy phạm pháp luật | Báo cáo | Quý I/2026 | Sở Tư pháp | Các sở, ngành",
            "2 | Cập nhật cơ sở dữ liệu pháp luật | Dữ liệu | Quý II/2026 | ^ | ^",
            "3 | Xây dựng đề án một cửa số | Đề án | Quý II/2026 | Sở Nội vụ | ",
            "^ | ^ | Tờ trình | Quý III/2026 | Văn phòng UBND tỉnh | Sở Nội vụ",
            merges={(2, 4): (2, 1), (2, 5): (2, 1), (4, 0): (2, 1), (4, 1): (2, 1)},
        )
    )
    assert [t.lead for t in found] == [["Sở Tư pháp"], ["Sở Tư pháp"], ["Sở Nội vụ"], ["Văn phòng UBND tỉnh"]]
    assert found[1].coordinate == ["Các sở, ngành"]
    assert found[3].task == found[2].task
    assert found[3].product == "Tờ trình"
    assert all(t.section_path[-1] == "I Cải cách thể chế" for t in found)


def test_rows_that_only_open_others_and_lines_of_cells_run_together() -> None:
    found = tasks_of(
        table(
            "STT | Nhiệm vụ | Sản phẩm | Thời gian | Chủ trì | Phối hợp",
            "1 | Chuẩn hóa hệ thống thông tin, bao gồm: | | Theo thời hạn cụ thể sau đây: | Các sở, ngành | Sở Y tế",
            "1.1 | Kiểm kê các phần mềm | Báo cáo | 30/9/2026 | Sở Khoa học và Công nghệ | Đề nghị phối hợp với các Bộ, ngành",
            "1.2 | Lập tổ công nghệ số | Quyết định | 30/9/2026 | UBND các xã triển khai tại địa bàn Sở Nội vụ vận hành | ",
            "1.3 | Chấm bài kiểm tra | Bảng điểm | 30/9/2026 | Trần Thị An Lê Văn Bình | ",
        )
    )
    assert [t.task for t in found] == ["Kiểm kê các phần mềm", "Lập tổ công nghệ số", "Chấm bài kiểm tra"]
    assert [t.lead for t in found[1:]] == [["UBND các xã", "Sở Nội vụ"], ["Trần Thị An", "Lê Văn Bình"]]
    assert found[0].coordinate == ["các Bộ, ngành"]
    assert found[0].section_path[-1] == "Chuẩn hóa hệ thống thông tin, bao gồm"


def test_table_with_two_header_rows() -> None:
    found = tasks_of(
        table(
            "STT | Nội dung | Đơn vị thực hiện | ^ | Thời gian (năm 2026)",
            "^ | ^ | Chủ trì | Phối hợp | ^",
            "(1) | (2) | (3) | (4) | (5)",
            "1 | Công bố danh mục thủ tục | Văn phòng Sở | Các phòng | Trước 15/12",
            merges={(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 2), (0, 4): (2, 1)},
            header_rows=2,
        )
    )
    assert [brief(t) for t in found] == [("Công bố danh mục thủ tục", ["Văn phòng Sở"], ["Các phòng"], "Trước 15/12")]
    assert found[0].due_on == "2026-12-15"


def test_table_over_a_page_break() -> None:
    names = "STT | Nhiệm vụ | Chủ trì | Phối hợp | Thời gian"
    found = tasks_of(
        table(
            names,
            "1 | Xây dựng hệ thống thông tin báo cáo của tỉnh, kết nối | Sở Khoa học và Công nghệ | Sở Nội vụ; | Quý I/2026",
            " | với hệ thống của Chính phủ | | Sở Tài chính | ",
            "2 | Đánh giá chỉ số hài lòng | Sở Nội vụ | | Quý IV/2026",
        ),
        table("3 | Tổng kết chương trình | Sở Tài chính | | Tháng 12/2026", header_rows=0),
    )
    assert [t.task for t in found] == [
        "Xây dựng hệ thống thông tin báo cáo của tỉnh, kết nối với hệ thống của Chính phủ",
        "Đánh giá chỉ số hài lòng",
        "Tổng kết chương trình",
    ]
    assert found[0].coordinate == ["Sở Nội vụ", "Sở Tài chính"]
    assert found[2].lead == ["Sở Tài chính"]


@pytest.mark.parametrize(
    "names",
    [
        "STT | Tiêu chí | Điểm chuẩn | Điểm đạt",
        "STT | Chỉ tiêu | Năm 2024 | Năm 2025",
        "TT | Đơn vị được kiểm tra | Ngày kiểm tra | Trưởng đoàn",
        "STT | Hạng mục | Kinh phí | Nguồn",
        "Bước thực hiện | Nội dung công việc | Trách nhiệm | Thời gian",
        "STT | Tên thủ tục hành chính | Nội dung | Cơ quan thực hiện",
    ],
)
def test_tables_that_hold_no_tasks(names: str) -> None:
    assert tasks_of(table(names, "1 | Sở Nội vụ | 10 | 9", "2 | Sở Y tế | 10 | 8")) == []


def test_one_column_for_lead_and_coordination() -> None:
    found = tasks_of(
        table(
            "TT | Nội dung nhiệm vụ | Đầu mối / phối hợp | Hoàn thành",
            "1 | Hợp nhất quy trình cấp phép | Phòng Hành nghề / Văn phòng Sở | Quý I/2026",
        )
    )
    assert [(t.lead, t.coordinate) for t in found] == [(["Phòng Hành nghề"], ["Văn phòng Sở"])]


LABELLED = [
    ("Đơn vị chủ trì: Sở Nội vụ.", "Đơn vị phối hợp: Sở Tài chính, Công an tỉnh.", "Thời gian thực hiện: Thường xuyên."),
    ("- Đơn vị chủ trì tham mưu thực hiện: Sở Nội vụ.", "- Đơn vị phối hợp thực hiện: Sở Tài chính; Công an tỉnh.", "- Thời gian: Thường xuyên."),
    ("Cơ quan chủ trì: Sở Nội vụ", "Cơ quan phối hợp: Sở Tài chính và Công an tỉnh", "Thời gian hoàn thành: Thường xuyên"),
    ("Bộ phận chủ trì: Sở Nội vụ", "Phối hợp: Sở Tài chính, Công an tỉnh", "Tiến độ: Thường xuyên"),
    ("* Chủ trì: Sở Nội vụ;", "* Phối hợp: Sở Tài chính, Công an tỉnh;", "* Thời hạn hoàn thành: Thường xuyên."),
]  # fmt: skip


@pytest.mark.parametrize("lines", LABELLED)
@pytest.mark.parametrize("damaged", [False, True])
def test_labelled_lines_count_for_every_item_above(lines: tuple[str, ...], damaged: bool) -> None:
    items = ["- Rà soát, kiện toàn đội ngũ làm công tác pháp chế.", "- Tuyên truyền, phổ biến pháp luật cho cán bộ."]
    parts = ["II. NHIỆM VỤ", "1. Nâng cao năng lực", *items, *(strip_diacritics(x) if damaged else x for x in lines)]
    found = tasks_of(*parts)
    assert [t.task for t in found] == [item[2:] for item in items]
    units = [["Sở Nội vụ"], ["Sở Tài chính", "Công an tỉnh"], "Thường xuyên"]
    for task in found:
        got = [task.lead, task.coordinate, task.deadline]
        assert [strip_diacritics(str(g)) for g in got] == [strip_diacritics(str(u)) for u in units]


def test_labels_in_the_line_of_the_task() -> None:
    found = tasks_of(
        "II. NHIỆM VỤ",
        "Nhiệm vụ 1. Kết nối một cửa điện tử với dữ liệu dân cư. Chủ trì: Trung tâm Công nghệ thông tin. Phối hợp: Công an tỉnh. Hoàn thành: tháng 6/2022.",
    )
    assert [brief(t) for t in found] == [
        (
            "Kết nối một cửa điện tử với dữ liệu dân cư",
            ["Trung tâm Công nghệ thông tin"],
            ["Công an tỉnh"],
            "tháng 6/2022",
        )
    ]


def test_labels_of_a_section_with_the_order_at_its_end() -> None:
    found = tasks_of(
        "II. NHIỆM VỤ",
        "1. Học bạ số",
        "Triển khai học bạ số cho học sinh tiểu học toàn tỉnh.",
        "Sản phẩm: cơ sở dữ liệu học bạ số.",
        "Thời gian: trước ngày 31/5/2025.",
        "Giao Phòng Khảo thí chủ trì, phối hợp với Văn phòng Sở thực hiện.",
    )
    assert [brief(t) for t in found] == [
        (
            "Triển khai học bạ số cho học sinh tiểu học toàn tỉnh.",
            ["Phòng Khảo thí"],
            ["Văn phòng Sở"],
            "trước ngày 31/5/2025",
        )
    ]
    assert (found[0].product, found[0].due_on) == ("cơ sở dữ liệu học bạ số", "2025-05-31")


OWNERS = [
    ("1. Văn phòng Sở", ["Văn phòng Sở"]),
    ("1. Sở Khoa học và Công nghệ:", ["Sở Khoa học và Công nghệ"]),
    ("1. Trách nhiệm của Sở Nội vụ", ["Sở Nội vụ"]),
    ("1. Các sở, ban, ngành; UBND các xã, phường", ["Các sở, ban, ngành", "UBND các xã, phường"]),
    ("1. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", ["Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"]),
    ("1. Giao Công an tỉnh:", ["Công an tỉnh"]),
    ("1. Văn phòng UBND tỉnh (Trung tâm Phục vụ hành chính công)", ["Văn phòng UBND tỉnh"]),
]


@pytest.mark.parametrize(("heading", "lead"), OWNERS)
def test_unit_as_heading_of_its_duties(heading: str, lead: list[str]) -> None:
    found = tasks_of(
        "III. TỔ CHỨC THỰC HIỆN",
        heading,
        "a) Theo dõi, đôn đốc việc thực hiện Kế hoạch; báo cáo trước ngày 15/12/2026.",
        "b) Phối hợp với Sở Tài chính bố trí kinh phí thực hiện.",
        "2. Sở Xây dựng",
        "Chủ trì rà soát quy hoạch xây dựng trên địa bàn.",
    )
    assert [t.lead for t in found] == [lead, lead, ["Sở Xây dựng"]]
    assert (found[0].deadline, found[0].due_on) == ("trước ngày 15/12/2026", "2026-12-15")
    assert found[1].coordinate == ["Sở Tài chính"]


def test_order_that_opens_a_list() -> None:
    found = tasks_of(
        "II. NHIỆM VỤ",
        "1. Về cải cách thể chế",
        "Giao Sở Tư pháp chủ trì, phối hợp với các cơ quan, đơn vị liên quan:",
        "a) Rà soát toàn bộ văn bản quy phạm pháp luật của tỉnh.",
        "b) Tham mưu bãi bỏ văn bản không còn phù hợp.",
        "2. Về tổ chức bộ máy",
        "Giao Sở Nội vụ:",
        "a) Sắp xếp các trung tâm trực thuộc sở.",
    )
    assert [(t.lead, t.coordinate) for t in found] == [
        (["Sở Tư pháp"], ["các cơ quan, đơn vị liên quan"]),
        (["Sở Tư pháp"], ["các cơ quan, đơn vị liên quan"]),
        (["Sở Nội vụ"], []),
    ]


SENTENCES = [
    ("Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính tham mưu UBND tỉnh sắp xếp bộ máy trước ngày 31/3/2026.", ["Sở Nội vụ"], ["Sở Tài chính"], "trước ngày 31/3/2026"),
    ("1. Sở Tài chính chủ trì, phối hợp với các sở, ngành bố trí kinh phí thực hiện Kế hoạch.", ["Sở Tài chính"], ["các sở, ngành"], None),
    ("2. Các sở, ban, ngành kiện toàn đội ngũ làm công tác pháp chế.", ["Các sở, ban, ngành"], [], None),
    ("a) Cắt giảm thời gian thẩm định giá. Phòng Quản lý giá chủ trì; Văn phòng phối hợp; quý II năm 2024.", ["Phòng Quản lý giá"], ["Văn phòng"], "quý II năm 2024"),
    ("Giao Sở Tư pháp theo dõi, đôn đốc các cơ quan, đơn vị thực hiện Kế hoạch này.", ["Sở Tư pháp"], [], None),
    ("a) Thực hiện chi trả: Sau khi mở tài khoản, UBND các xã phối hợp với Bưu điện tỉnh ký hợp đồng.", ["UBND các xã"], ["Bưu điện tỉnh"], None),
    ("UBND tỉnh yêu cầu UBND các xã, phường niêm yết công khai thủ tục hành chính.", ["UBND các xã, phường"], [], None),
    ("Căn cứ Kế hoạch này, các cơ quan, đơn vị xây dựng kế hoạch của mình trong Quý I/2026.", ["các cơ quan, đơn vị"], [], "trong Quý I/2026"),
    ("Bộ Nội vụ theo chức năng, nhiệm vụ được giao khẩn trương xử lý kiến nghị của tỉnh.", ["Bộ Nội vụ"], [], None),
    ("Khi có kết quả đánh giá, giao Sở Nội vụ chủ trì cùng với các đơn vị phân tích nguyên nhân.", ["Sở Nội vụ"], ["các đơn vị"], None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "lead", "coordinate", "deadline"), SENTENCES)
def test_sentences_that_assign(text: str, lead: list[str], coordinate: list[str], deadline: str | None) -> None:
    found = tasks_of("III. TỔ CHỨC THỰC HIỆN", text)
    assert [(t.lead, t.coordinate, t.deadline) for t in found] == [(lead, coordinate, deadline)]


@pytest.mark.parametrize(
    "text",
    [
        "Sở Nội vụ đã tham mưu UBND tỉnh ban hành Kế hoạch số 15/KH-UBND.",
        "Chánh Văn phòng, Giám đốc các sở chịu trách nhiệm thi hành Quyết định này./.",
        "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị phản ánh về Sở Nội vụ.",
        "Nâng cao chất lượng phục vụ người dân, doanh nghiệp.",
        "Bộ chỉ số phục vụ người dân được công khai hằng tháng.",
        "Cơ quan chủ trì có trách nhiệm chuẩn bị hồ sơ cuộc họp.",
        "Trong thời hạn 03 ngày làm việc kể từ ngày nhận đủ hồ sơ, UBND cấp xã kiểm tra hồ sơ.",
        "Quyết định này có hiệu lực thi hành kể từ ngày ký.",
        "Đề nghị Chủ tịch UBND tỉnh quyết định thành lập đoàn kiểm tra.",
        "Văn phòng UBND tỉnh thông báo để các sở, ngành biết, thực hiện.",
        "Trên đây là kế hoạch của tỉnh, các đơn vị nghiêm túc thực hiện.",
    ],
)
def test_sentences_that_assign_nothing(text: str) -> None:
    assert tasks_of("III. TỔ CHỨC THỰC HIỆN", text) == []


def test_purposes_and_situation_hold_no_tasks() -> None:
    assert (
        tasks_of("I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "- Các sở, ngành nâng cao trách nhiệm của người đứng đầu.")
        == []
    )


def test_tasks_come_in_reading_order_with_passages() -> None:
    found = tasks_of("III. TỔ CHỨC THỰC HIỆN", "1. Sở Nội vụ", "- Theo dõi việc thực hiện Kế hoạch.", "2. Sở Y tế", "- Mở rộng khám chữa bệnh từ xa.")  # fmt: skip
    assert all(a.start < b.start for a, b in pairwise(found))
    assert all(t.passage is not None for t in found)


@pytest.mark.parametrize(
    "answer",
    [["- Bộ phận chủ trì: Văn phòng Sở.", "- Phối hợp: Các phòng."], ["Văn phòng Sở chủ trì, Các phòng phối hợp."]],
)
def test_a_section_of_its_own_says_who_answers(answer: list[str]) -> None:
    found = tasks_of(
        "II. NHIỆM VỤ VÀ GIẢI PHÁP",
        "1. Chỉ số chỉ đạo điều hành",
        "1.1. Nội dung",
        "- Thực hiện nghiêm túc chế độ báo cáo định kỳ.",
        "- Tổ chức khảo sát mức độ hài lòng của người dân.",
        "1.2. Phân công trách nhiệm",
        *answer,
        "2. Chỉ số tài chính công",
        "2.1. Nội dung",
        "- Giải ngân vốn đầu tư công đúng tiến độ được giao.",
        "2.2. Phân công trách nhiệm",
        "- Bộ phận chủ trì: Phòng Kế hoạch.",
    )
    assert [(t.lead, t.coordinate) for t in found] == [
        (["Văn phòng Sở"], ["Các phòng"]),
        (["Văn phòng Sở"], ["Các phòng"]),
        (["Phòng Kế hoạch"], []),
    ]


def test_decrees_give_tasks_only_where_they_name_a_responsibility() -> None:
    made = document("Điều 5. Hồ sơ", "1. Sở Nội vụ tiếp nhận hồ sơ, kiểm tra tính hợp lệ của hồ sơ.")
    made.header.type_code = "NĐ"
    assert find_tasks(made) == []


def test_headings_beside_units_are_units() -> None:
    found = tasks_of(
        "III. TỔ CHỨC THỰC HIỆN",
        "1. Sở Nông nghiệp và Môi trường",
        "- Tăng cường kiểm tra công tác bảo vệ rừng.",
        "2. Sở Tài chính",
        "- Bố trí kinh phí bảo vệ rừng hằng năm.",
        "3. Các chủ rừng trên địa bàn (ban quản lý, công ty)",
        "- Xây dựng phương án chữa cháy rừng của mình.",
    )
    assert [t.lead for t in found] == [
        ["Sở Nông nghiệp và Môi trường"],
        ["Sở Tài chính"],
        ["Các chủ rừng trên địa bàn"],
    ]
