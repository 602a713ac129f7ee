"""Goals as plans of departments and provinces word them; each sentence also without marks and with broken lines."""

from __future__ import annotations

import pytest

from ingest.clean.fold import strip_diacritics
from ingest.extract.target_place import Frame, Mode
from ingest.extract.target_sentence import read_sentence
from ingest.extract.targets import find_targets
from ingest.models import Block, BlockKind, Cell, Document, Header, PageSpan, Section, SectionKind, Table, lay_out

GOALS = Frame(Mode.OPEN, plan_year=2026, reference=2026, plan=True)
TASKS = Frame(Mode.CUED, plan_year=2026, reference=2026, plan=True, duty=True)

# (comparator, value, unit, change, the indicator)
Fact = tuple[str, float, str | None, str | None, str]

IN_GOALS: list[tuple[str, list[Fact]]] = [
    # places in a ranking
    (
        "- Chỉ số DDCI đạt từ 75 điểm trở lên và xếp hạng từ 12 trở lên trong 40 sở, ngành.",
        [(">=", 75, "điểm", None, "Chỉ số DDCI"), ("<=", 12, "hạng", None, "Chỉ số DDCI")],
    ),
    ("- Chỉ số PGI phấn đấu xếp thứ 9/34 tỉnh, thành phố.", [("=", 9, "hạng", None, "Chỉ số PGI")]),
    ("- Chỉ số DTI giữ vị trí thứ 6 toàn quốc.", [("=", 6, "hạng", None, "Chỉ số DTI")]),
    (
        "- Thuộc nhóm 4 sở dẫn đầu về chỉ số phục vụ doanh nghiệp, nằm trong top 7 về PAPI.",
        [("<=", 4, "hạng", None, "chỉ số phục vụ doanh nghiệp"), ("<=", 7, "hạng", None, "PAPI")],
    ),
    # from a level to a level
    ("- Tỷ lệ ký số cá nhân từ mức 52% lên mức 75%.", [("=", 75, "%", "increase", "Tỷ lệ ký số cá nhân")]),
    ("- Tỷ lệ hồ sơ phải bổ sung từ 9% xuống 4%.", [("=", 4, "%", "decrease", "Tỷ lệ hồ sơ phải bổ sung")]),
    # kept, and at least
    ("- Duy trì 100% quy trình nội bộ được công khai.", [("=", 100, "%", None, "quy trình nội bộ được công khai")]),
    ("- Giữ vững độ che phủ rừng 51,5%.", [("=", 51.5, "%", None, "độ che phủ rừng")]),
    ("- Tỷ lệ nộp phí trực tuyến từ 90% - 95% trở lên.", [(">=", 90, "%", None, "Tỷ lệ nộp phí trực tuyến")]),
    # what a number of things is measured against
    (
        "- Số phiếu hẹn trả muộn không vượt quá 2% tổng số phiếu hẹn.",
        [("<=", 2, "%", None, "Số phiếu hẹn trả muộn (% tổng số phiếu hẹn)")],
    ),
    # groups behind the number, and groups without their head word
    (
        "- Tỷ lệ hồ sơ nộp trực tuyến tối thiểu 72% (cấp tỉnh), 48% (cấp xã).",
        [
            (">=", 72, "%", None, "Tỷ lệ hồ sơ nộp trực tuyến: cấp tỉnh"),
            (">=", 48, "%", None, "Tỷ lệ hồ sơ nộp trực tuyến: cấp xã"),
        ],
    ),
    (
        "- Mức độ hài lòng của người dân đạt trên 94%, trong đó lĩnh vực thuế, hải quan đạt trên 91%, y tế công lập"
        " đạt trên 88%.",
        [
            (">", 94, "%", None, "Mức độ hài lòng của người dân"),
            (">", 91, "%", None, "Mức độ hài lòng của người dân: lĩnh vực thuế, hải quan"),
            (">", 88, "%", None, "Mức độ hài lòng của người dân: y tế công lập"),
        ],
    ),
    (
        "- Tổ chức tối thiểu 06 lớp tập huấn cho 300 lượt công chức, trong đó 02 lớp về chữ ký số.",
        [
            (">=", 6, "lớp tập huấn", None, "Tổ chức lớp tập huấn"),
            ("=", 300, "lượt công chức", None, "lượt công chức"),
            ("=", 2, "lớp", None, "lớp về chữ ký số"),
        ],
    ),
    # what a bracket reports does not cut the name
    (
        "- 95% đơn thư của công dân được tiếp nhận, xử lý và trả lời đúng hạn (hiện nay đạt 81%).",
        [("=", 95, "%", None, "đơn thư của công dân được tiếp nhận, xử lý và trả lời đúng hạn")],
    ),
    ("- Sắp xếp, giảm từ 14 trạm xuống còn 11 trạm.", [("=", 11, "trạm", "decrease", "Sắp xếp")]),
    # how it was in a past year is neither a target nor its time
    (
        "- Tỷ lệ tổ chức hài lòng với sự phục vụ đạt ≥ 93% (năm 2025: 90,4%).",
        [(">=", 93, "%", None, "Tỷ lệ tổ chức hài lòng với sự phục vụ")],
    ),
    (
        "- Chỉ số DDCI: tăng từ 2 đến 4 bậc so với năm 2025 (năm 2025 xếp thứ 17/38).",
        [("=", 2, "bậc", "increase", "Chỉ số DDCI")],
    ),
    (
        "- Rà soát 100% quy trình đã ban hành trước ngày 01/6/2025.",
        [("=", 100, "%", None, "Rà soát quy trình đã ban hành")],
    ),
    # what stands in front of a number that begins with a verb
    (
        "- Văn bản đi: 100% được ký số; văn bản đến: 98% được xử lý trên mạng.",
        [
            ("=", 100, "%", None, "Văn bản đi được ký số"),
            ("=", 98, "%", None, "văn bản đến được xử lý trên mạng"),
        ],
    ),
    (
        "- Trên 75% hồ sơ nộp trực tuyến, trong đó từ 50% trở lên là hồ sơ toàn trình.",
        [
            (">", 75, "%", None, "hồ sơ nộp trực tuyến"),
            (">=", 50, "%", None, "hồ sơ nộp trực tuyến: hồ sơ toàn trình"),
        ],
    ),
    (
        "- Mức độ hoàn thành nhiệm vụ được giao: 100%, trong đó hoàn thành trước hạn 25% trở lên.",
        [
            ("=", 100, "%", None, "Mức độ hoàn thành nhiệm vụ được giao"),
            (">=", 25, "%", None, "Mức độ hoàn thành nhiệm vụ được giao: hoàn thành trước hạn"),
        ],
    ),
    (
        "- Nâng cao Chỉ số PAPI, phấn đấu nằm trong nhóm 8 tỉnh dẫn đầu.",
        [("<=", 8, "hạng", None, "Chỉ số PAPI")],
    ),
    # a number of things that must stay small, a unit per year
    ("- Số vụ tai nạn lao động không quá 12 vụ.", [("<=", 12, "vụ", None, "Số vụ tai nạn lao động")]),
    (
        "- Tổ chức ít nhất 03 buổi đối thoại/năm giữa lãnh đạo phường với hộ kinh doanh.",
        [(">=", 3, "buổi đối thoại/năm", None, "Tổ chức buổi đối thoại giữa lãnh đạo phường với hộ kinh doanh")],
    ),
    # in turn, one inside the other, one behind the other
    (
        "- Tỷ lệ thu phí điện tử trong y tế, giáo dục đạt lần lượt 85%, 90%.",
        [
            ("=", 85, "%", None, "Tỷ lệ thu phí điện tử trong y tế"),
            ("=", 90, "%", None, "Tỷ lệ thu phí điện tử trong giáo dục"),
        ],
    ),
    (
        "- 35% thủ tục cắt giảm được 50% thời gian giải quyết so với quy định.",
        [("=", 35, "%", None, "thủ tục cắt giảm được 50% thời gian giải quyết")],
    ),
    (
        "- Giảm 90% giấy tờ bản sao, giảm 1/4 số cuộc họp.",
        [("=", 90, "%", "decrease", "giấy tờ bản sao")],
    ),
    (
        "- Đảm bảo từ 97% đơn thư trở lên được trả lời đúng hạn.",
        [(">=", 97, "%", None, "đơn thư được trả lời đúng hạn")],
    ),
    # stages before what they measure, groups behind one measure, a rank of another field
    (
        "- Đến năm 2027: 65%; đến năm 2030: 90% công chức dùng thành thạo chữ ký số.",
        [
            ("=", 65, "%", None, "công chức dùng thành thạo chữ ký số"),
            ("=", 90, "%", None, "công chức dùng thành thạo chữ ký số"),
        ],
    ),
    (
        "- Tỷ lệ nhà giáo đạt chuẩn: mầm non 97%, tiểu học 98%, trung học cơ sở 99,5%.",
        [
            ("=", 97, "%", None, "Tỷ lệ nhà giáo đạt chuẩn: mầm non"),
            ("=", 98, "%", None, "Tỷ lệ nhà giáo đạt chuẩn: tiểu học"),
            ("=", 99.5, "%", None, "Tỷ lệ nhà giáo đạt chuẩn: trung học cơ sở"),
        ],
    ),
    (
        "- Kinh tế số chiếm 35% GRDP; thuộc nhóm 12 tỉnh dẫn đầu về đổi mới sáng tạo.",
        [("=", 35, "%", None, "Kinh tế số (% GRDP)"), ("<=", 12, "hạng", None, "đổi mới sáng tạo")],
    ),
    (
        "- Nhân lực nghiên cứu đạt 11 người trên một vạn dân; chỉ số HDI duy trì trên 0,75.",
        [
            ("=", 11, "người trên một vạn dân", None, "Nhân lực nghiên cứu"),
            (">", 0.75, None, None, "chỉ số HDI"),
        ],
    ),
    ("- Trong quý II/2026, 100% phòng hoàn thành kết nối.", [("=", 100, "%", None, "phòng hoàn thành kết nối")]),
    (
        "- 90% hồ sơ công việc cấp tỉnh, 75% cấp xã xử lý trên môi trường số.",
        [
            ("=", 90, "%", None, "hồ sơ công việc cấp tỉnh xử lý trên môi trường số"),
            ("=", 75, "%", None, "hồ sơ công việc cấp xã xử lý trên môi trường số"),
        ],
    ),
    (
        "- Mức độ hài lòng của người bệnh nội trú đạt ≥ 91%, ngoại trú ≥ 89%.",
        [
            (">=", 91, "%", None, "Mức độ hài lòng của người bệnh nội trú"),
            (">=", 89, "%", None, "Mức độ hài lòng: ngoại trú"),
        ],
    ),
    (
        "- Thẩm định hồ sơ dự án trong thời hạn không quá 20 ngày; đúng hạn đạt 96%.",
        [
            ("<=", 20, "ngày", None, "Thẩm định hồ sơ dự án"),
            ("=", 96, "%", None, "Thẩm định hồ sơ dự án: đúng hạn"),
        ],
    ),
    # the year behind the name is the horizon
    ("- Tỷ lệ giải ngân vốn năm 2026 đạt 97%.", [("=", 97, "%", None, "Tỷ lệ giải ngân vốn")]),
]

IN_TASKS: list[tuple[str, list[Fact]]] = [
    (
        "Các vi phạm phát hiện qua kiểm tra bảo đảm 100% được xử lý dứt điểm.",
        [("=", 100, "%", None, "Các vi phạm phát hiện qua kiểm tra được xử lý dứt điểm")],
    ),
    (
        "Đạt tỷ lệ giải ngân từ 96% trở lên so với kế hoạch được giao.",
        [(">=", 96, "%", None, "tỷ lệ giải ngân")],
    ),
    (
        "Tỷ lệ thủ tục đã công bố có phát sinh hồ sơ trực tuyến đạt từ 55% số thủ tục trở lên.",
        [(">=", 55, "%", None, "Tỷ lệ thủ tục đã công bố có phát sinh hồ sơ trực tuyến (% số thủ tục)")],
    ),
    (
        "Đăng tin trên trang của Sở (mỗi phòng viết 03 tin, bài).",
        [("=", 3, "tin, bài", None, "mỗi phòng viết tin, bài")],
    ),
    (
        "Rút ngắn thời gian cấp phép từ 12 ngày xuống còn 7 ngày.",
        [("=", 7, "ngày", "decrease", "thời gian cấp phép")],
    ),
    (
        "Phấn đấu tổng mức bán lẻ (theo giá hiện hành) tăng khoảng 11% trở lên.",
        [(">=", 11, "%", "increase", "tổng mức bán lẻ (theo giá hiện hành)")],
    ),
    (
        "Phấn đấu đón và phục vụ 3 - 4 triệu lượt khách.",
        [("=", 3, "triệu lượt khách", None, "đón và phục vụ lượt khách")],
    ),
    (
        "Từ nay đến hết quý II/2026, số hóa tối thiểu 45% hồ sơ đất đai; đến 31/12/2026 đạt 90%.",
        [(">=", 45, "%", None, "số hóa hồ sơ đất đai"), ("=", 90, "%", None, "số hóa hồ sơ đất đai")],
    ),
    (
        "Tham mưu nâng xếp hạng Chỉ số PAPI năm 2026 tăng 04 bậc so với năm 2025.",
        [("=", 4, "bậc", "increase", "Chỉ số PAPI")],
    ),
    (
        "Tham mưu thu ngân sách vượt 8% so với dự toán tỉnh giao.",
        [(">", 8, "%", None, "thu ngân sách")],
    ),
    (
        "Đối với thủ tục trên 15 ngày, cắt giảm tối thiểu 40% thời gian.",
        [(">=", 40, "%", "decrease", "thủ tục trên 15 ngày: thời gian")],
    ),
    ("Giảm thời gian chờ khám xuống dưới 75 phút.", [("<", 75, "phút", "decrease", "Giảm thời gian chờ khám")]),
    ("Mỗi phòng, đơn vị đăng ký 01 mô hình.", [("=", 1, "mô hình", None, "Mỗi phòng, đơn vị đăng ký mô hình")]),
    ("Mục tiêu: hoàn thành 100% nhiệm vụ, đạt 1,5/1,5 điểm.", [("=", 100, "%", None, "hoàn thành nhiệm vụ")]),
    ("- Các đơn vị trực thuộc: rà soát 100% quy trình.", [("=", 100, "%", None, "rà soát quy trình")]),
    # no targets
    ("Tỷ lệ hồ sơ đúng hạn: từ 95% trở lên được 2 điểm; từ 90% đến dưới 95% được 1 điểm.", []),
    ("Tỷ lệ ký số từ 98% trở lên: 1,5 điểm; dưới 98%: 0 điểm.", []),
    ("Hoàn thành mục tiêu xóa nhóm từ 25 hộ trở lên chưa có điện.", []),
    ("Các cụm phải bảo đảm điều kiện thành lập: mỗi cụm có tối thiểu 04 đơn vị.", []),
    ("Duy trì hệ thống quản lý chất lượng theo TCVN ISO 9001:2015 đối với quy trình của Sở.", []),
    ("- Trường hợp tỷ lệ trễ hạn trên 4% thì bị trừ 3 điểm.", []),
    ("Bố trí tại mỗi cụm 01 xe đến các thôn cách trụ sở trên 30 km.", []),
    ("Vốn giải ngân đạt 71% so với kế hoạch.", []),
]


def _facts(text: str, frame: Frame) -> list[Fact]:
    return [
        (f.quantity.comparator, f.quantity.value, f.quantity.unit, f.quantity.change, f.indicator)
        for f in read_sentence(text, frame)
    ]


@pytest.mark.parametrize(
    ("text", "frame", "expected"),
    [(t, GOALS, e) for t, e in IN_GOALS] + [(t, TASKS, e) for t, e in IN_TASKS],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_sentence(text: str, frame: Frame, expected: list[Fact]) -> None:
    assert _facts(text, frame) == expected


@pytest.mark.parametrize(
    ("text", "frame", "expected"),
    [(t, GOALS, e) for t, e in IN_GOALS] + [(t, TASKS, e) for t, e in IN_TASKS],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_damaged_sentence(text: str, frame: Frame, expected: list[Fact]) -> None:
    plain = strip_diacritics(text)
    found = [(f.quantity.comparator, f.quantity.value, f.quantity.change) for f in read_sentence(plain, frame)]
    assert found == [(c, v, change) for c, v, _, change, _ in expected]
    words = text.split(" ")
    broken = " ".join(words[: len(words) // 2]) + "\n" + " ".join(words[len(words) // 2 :])
    found = [(f.quantity.comparator, f.quantity.value, f.quantity.change) for f in read_sentence(broken, frame)]
    assert found == [(c, v, change) for c, v, _, change, _ in expected]


def _plan(blocks: list[Block], sections: list[tuple[str, SectionKind, int]]) -> Document:
    """A plan whose sections are (heading, kind, depth), each heading a block of its own."""
    text = lay_out(blocks)
    found: list[Section] = []
    for heading, kind, depth in sections:
        section = Section(None, heading, kind, depth, text.index(heading), len(text), 1)
        above = found
        for _ in range(depth - 1):
            above = above[-1].children
        above.append(section)
    header = Header(type_code="KH", title="Cải cách hành chính năm 2026", year=2026)
    return Document(
        "0" * 16, "0" * 64, "a.txt", "txt", header, text, [PageSpan(1, 0, len(text))], blocks, found, [], {},
        "text", 1.0,
    )  # fmt: skip


def test_heading_that_names_what_is_measured_is_no_task() -> None:
    heading = "b) Tỷ lệ hồ sơ công việc xử lý trên mạng:"
    blocks = [Block(BlockKind.PARAGRAPH, t) for t in ("MỤC TIÊU", heading, "- Cấp tỉnh 100%, cấp xã đạt 85%.")]
    document = _plan(blocks, [("MỤC TIÊU", SectionKind.TARGET, 1), (heading, SectionKind.TASK, 2)])
    assert [(t.value, t.indicator.rpartition(": ")[2]) for t in find_targets(document)] == [
        (100, "Cấp tỉnh"),
        (85, "cấp xã"),
    ]


def test_task_on_resources_is_no_budget() -> None:
    heads = ("NHIỆM VỤ", "2. Huy động nguồn lực tài chính", "III. KINH PHÍ")
    text = "Phấn đấu tỷ lệ giải ngân vốn đầu tư công đạt 96%."
    blocks = [Block(BlockKind.PARAGRAPH, t) for t in (heads[0], heads[1], text, heads[2], text)]
    document = _plan(
        blocks,
        [(heads[0], SectionKind.TASK, 1), (heads[1], SectionKind.FUNDING, 2), (heads[2], SectionKind.FUNDING, 1)],
    )
    assert [t.value for t in find_targets(document)] == [96]


def test_row_inside_the_row_above_and_unit_of_one_word() -> None:
    rows = [
        ["TT", "Chỉ tiêu", "Đơn vị tính", "Năm 2026"],
        ["I", "Thủ tục hành chính", "", ""],
        ["1", "Tỷ lệ hồ sơ nộp trực tuyến", "%", "80"],
        ["1.1", "Trong đó: toàn trình", "%", "55"],
        ["2", "Số bộ dữ liệu mở", "bộ", "25"],
    ]
    cells = [Cell(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row)]
    table = Block(BlockKind.TABLE, "", table=Table(len(rows), 4, cells, header_rows=1))
    document = _plan([Block(BlockKind.PARAGRAPH, "MỤC TIÊU"), table], [("MỤC TIÊU", SectionKind.TARGET, 1)])
    assert [(t.indicator, t.value, t.unit) for t in find_targets(document)] == [
        ("Tỷ lệ hồ sơ nộp trực tuyến", 80, "%"),
        ("Tỷ lệ hồ sơ nộp trực tuyến: toàn trình", 55, "%"),
        ("Số bộ dữ liệu mở", 25, "bộ"),
    ]


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (
            ["- Đối với các sở, ngành: Tỷ lệ ký số đạt tối thiểu 90%; tỷ lệ số hóa (trừ hồ sơ mật) đạt 100%."],
            ["Tỷ lệ ký số: các sở, ngành", "tỷ lệ số hóa (trừ hồ sơ mật): các sở, ngành"],
        ),
        (
            ["a) Đối với UBND cấp xã:", "- Tỷ lệ ký số đạt 70%.", "- Kinh tế số chiếm 15% GRDP."],
            ["Tỷ lệ ký số: UBND cấp xã", "Kinh tế số: UBND cấp xã (% GRDP)"],
        ),
        # a unit by its name, and a name that tells the level itself
        (["- Sở Tài chính: Tỷ lệ ký số đạt 90%."], ["Tỷ lệ ký số"]),
        (["- Đối với cấp xã: Tỷ lệ ký số của cấp xã đạt 60%."], ["Tỷ lệ ký số của cấp xã"]),
        # a short subject of its own in a row of goals
        (
            ["- Ký số đạt trên 95%, thanh toán trực tuyến đạt 60%, số hóa 100%."],
            ["Ký số", "thanh toán trực tuyến", "số hóa"],
        ),
    ],
    ids=["sentence", "list", "one unit", "said", "short"],
)
def test_of_whom_it_is_demanded(blocks: list[str], expected: list[str]) -> None:
    document = _plan(
        [Block(BlockKind.PARAGRAPH, t) for t in ("MỤC TIÊU", *blocks)], [("MỤC TIÊU", SectionKind.TARGET, 1)]
    )
    assert [t.indicator for t in find_targets(document)] == expected


def test_past_year_in_the_report_of_the_year_before() -> None:
    text = "- Phấn đấu Chỉ số CCHC của Sở xếp thứ 3 trở lên (năm 2025: thứ 5/16)."
    frame = Frame(Mode.OPEN, plan_year=None, reference=2025, year=2026)
    assert [(f.year, f.quantity.value) for f in read_sentence(text, frame)] == [(2026, 3)]


def test_table_of_rates_below_goals_and_row_that_begins_with_its_direction() -> None:
    def read(rows: list[list[str]]) -> list[tuple[str, float, str | None, str | None]]:
        cells = [Cell(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row)]
        table = Block(BlockKind.TABLE, "", table=Table(len(rows), len(rows[0]), cells, header_rows=1))
        document = _plan([Block(BlockKind.PARAGRAPH, "MỤC TIÊU"), table], [("MỤC TIÊU", SectionKind.TARGET, 1)])
        return [(t.indicator, t.value, t.change, t.baseline) for t in find_targets(document)]

    assert read([["STT", "Tên đơn vị", "Tỷ lệ ký số (%)", "Tỷ lệ số hóa (%)"], ["1", "Sở Y tế", "90", "100"]]) == [
        ("Tỷ lệ ký số: Sở Y tế", 90, None, None),
        ("Tỷ lệ số hóa: Sở Y tế", 100, None, None),
    ]
    rows = [["TT", "Chỉ tiêu", "ĐVT", "Năm 2026"], ["1", "Giảm số giấy tờ phải nộp so với năm 2025", "%", "40"]]
    assert read(rows) == [("số giấy tờ phải nộp", 40, "decrease", "2025")]


def test_appendix_of_goals_by_stages_with_a_column_of_results_to_come() -> None:
    rows = [
        ["TT", "Chỉ tiêu", "Đơn vị", "Kết quả", "Cơ quan chủ trì"],
        ["I", "Đến năm 2030", "", "", ""],
        ["1", "Xếp hạng an toàn thông tin", "Thứ bậc", "≤ 4 Đông Nam Á; ≤ 35 thế giới", "Bộ A"],
        ["2", "Quy mô kinh tế số", "% GRDP", "≥ 28", "Bộ A"],
        ["3", "Tỉ lệ cắt giảm thủ tục nội bộ", "%", "45", "Bộ B"],
        ["4", "Hình thành các Trung tâm dữ liệu vùng", "Trung tâm dữ liệu vùng", "≥ 04", "Bộ B"],
        ["5", "Hạ tầng số", "", "Tiên tiến, hiện đại", "Bộ B"],
        ["II", "Đến năm 2045", "", "", ""],
        ["6", "Quy mô kinh tế số", "% GRDP", "≥ 48", "Bộ A"],
    ]
    expected = [
        ("Xếp hạng an toàn thông tin: Đông Nam Á", "<=", 4, "hạng", 2030),
        ("Xếp hạng an toàn thông tin: thế giới", "<=", 35, "hạng", 2030),
        ("Quy mô kinh tế số (% GRDP)", ">=", 28, "%", 2030),
        ("Tỉ lệ cắt giảm thủ tục nội bộ", "=", 45, "%", 2030),
        ("Hình thành các Trung tâm dữ liệu vùng", ">=", 4, "Trung tâm dữ liệu vùng", 2030),
        ("Quy mô kinh tế số (% GRDP)", ">=", 48, "%", 2045),
    ]

    def read(rows: list[list[str]], code: str) -> list[tuple[str, str, float, str | None, int | None]]:
        cells = [Cell(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row)]
        table = Block(BlockKind.TABLE, "", table=Table(len(rows), 5, cells, header_rows=1))
        title = "DANH MỤC CÁC CHỈ TIÊU CỤ THỂ"
        blocks = [Block(BlockKind.PARAGRAPH, title), table]
        text = lay_out(blocks)
        document = Document(
            "0" * 16, "0" * 64, "a.txt", "txt", Header(type_code=code, title=title, year=2025), text,
            [PageSpan(1, 0, len(text))], blocks, [Section(None, title, SectionKind.APPENDIX, 1, 0, len(text), 1)], [],
            {}, "text", 1.0,
        )  # fmt: skip
        return [(t.indicator, t.comparator, t.value, t.unit, t.year) for t in find_targets(document)]

    assert read(rows, "PLC") == expected
    # a column of results without a stage to come reports
    assert read([rows[0], *rows[2:7]], "PLC") == []
    assert read([rows[0], ["I", "Đến năm 2024", "", "", ""], *rows[2:7]], "PLC") == []


def test_products_of_a_task_table() -> None:
    product = (
        "- 100% chợ dùng mã QR - Mỗi phường có tối thiểu 03 tuyến phố văn minh; - Mở rộng thêm 2.000 hộ dùng hóa đơn"
        " điện tử; - Hỗ trợ đưa tối thiểu 06 sản phẩm lên sàn; - Triển khai tối thiểu 01 bộ công cụ số;"
        " - Tối thiểu 09 hoạt động quảng bá được tổ chức; - Doanh thu trên sàn đạt tối thiểu 300 tỷ đồng;"
        " - Nộp tối thiểu 02 bộ hồ sơ."
    )
    rows = [["STT", "Nhiệm vụ", "Sản phẩm", "Chủ trì"], ["1", "Phát triển kinh tế số ở các chợ", product, "Sở A"]]
    cells = [Cell(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row)]
    table = Block(BlockKind.TABLE, "", table=Table(2, 4, cells, header_rows=1))
    document = _plan([Block(BlockKind.PARAGRAPH, "PHỤ LỤC"), table], [("PHỤ LỤC", SectionKind.APPENDIX, 1)])
    assert [(t.indicator.rpartition(": ")[2], t.value, t.unit) for t in find_targets(document)] == [
        ("chợ dùng mã QR", 100, "%"),
        ("Mỗi phường có tuyến phố văn minh", 3, "tuyến phố văn minh"),
        ("Mở rộng hộ dùng hóa đơn điện tử", 2000, "hộ dùng hóa đơn điện tử"),
        ("Hỗ trợ đưa sản phẩm lên sàn", 6, "sản phẩm"),
        ("Triển khai bộ công cụ số", 1, "bộ công cụ số"),
        ("hoạt động quảng bá được tổ chức", 9, "hoạt động quảng bá"),
        ("Doanh thu trên sàn", 300, "tỷ đồng"),
    ]


def test_total_that_is_raised_to_a_number() -> None:
    text = "- Lập mới 06 cụm công nghiệp, nâng tổng số lên 21 cụm; tuyến Vinh - Hà Tĩnh vận hành 100% công suất."
    assert [(f.quantity.value, f.indicator) for f in read_sentence(text, GOALS)][:2] == [
        (6, "Lập mới cụm công nghiệp"),
        (21, "tổng số cụm"),
    ]


def _rows(rows: list[list[str]]) -> list[tuple[str, str, float, str | None, str | None]]:
    """(indicator, comparator, value, unit, change) of a table below goals."""
    cells = [Cell(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row)]
    table = Block(BlockKind.TABLE, "", table=Table(len(rows), len(rows[0]), cells, header_rows=1))
    document = _plan([Block(BlockKind.PARAGRAPH, "MỤC TIÊU"), table], [("MỤC TIÊU", SectionKind.TARGET, 1)])
    return [(t.indicator, t.comparator, t.value, t.unit, t.change) for t in find_targets(document)]


def test_points_and_places_below_one_title() -> None:
    rows = [
        ["TT", "Chỉ số", "Năm 2025", "Chỉ tiêu năm 2026", "", "Đơn vị"],
        ["", "", "", "Điểm", "Xếp hạng", ""],
        ["1", "PAPI", "42,5", "44", "18", "Sở A"],
        ["2", "PGI", "25", "27", "9", "Sở B"],
    ]
    assert _rows(rows) == [
        ("PAPI", "=", 44, "điểm", None),
        ("PAPI", "=", 18, "hạng", None),
        ("PGI", "=", 27, "điểm", None),
        ("PGI", "=", 9, "hạng", None),
    ]


def test_numbers_in_names_and_names_in_cells() -> None:
    rows = [
        ["STT", "Mục tiêu, chỉ tiêu", "Kế hoạch", "Cơ quan chủ trì"],
        ["1", "Tỷ lệ ký số", "100%", "Sở A"],
        ["2", "Phấn đấu 75% hồ sơ trực tuyến, trong đó 55% toàn trình", "Tháng 12/2026", "Sở A"],
        ["3", "Khảo sát người dân", "Chỉ số SIPAS đạt từ 88% trở lên", "Sở B"],
        ["4", "Thời gian chờ giảm", "25%", "Sở B"],
    ]
    assert sorted(_rows(rows), key=lambda fact: fact[0]) == [
        ("Khảo sát người dân: Chỉ số SIPAS", ">=", 88, "%", None),
        ("Thời gian chờ", "=", 25, "%", "decrease"),
        ("Tỷ lệ ký số", "=", 100, "%", None),
        ("hồ sơ trực tuyến", "=", 75, "%", None),
        ("hồ sơ trực tuyến: toàn trình", "=", 55, "%", None),
    ]


def test_the_formula_of_a_rate_is_no_goal() -> None:
    assert read_sentence("Tỷ lệ đúng hạn = số hồ sơ đúng hạn / tổng số hồ sơ × 100%.", GOALS) == []


def test_to_a_year_is_a_horizon_of_its_own() -> None:
    found = read_sentence("- Tỷ lệ dân số tham gia bảo hiểm y tế tới năm 2027 đạt trên 95,5%.", GOALS)
    assert [(one.quantity.value, one.year) for one in found] == [(95.5, 2027)]
