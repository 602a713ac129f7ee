from __future__ import annotations

import re
from pathlib import Path

import pytest

from ingest.clean.fold import strip_diacritics
from ingest.extract.models import Target
from ingest.extract.quantity import bare, find_quantities
from ingest.extract.target_place import Frame, Mode
from ingest.extract.target_sentence import Found, read_sentence
from ingest.extract.targets import find_targets
from ingest.models import Block, BlockKind, Cell, Document, Header, PageSpan, Section, SectionKind, Table, lay_out

OPEN = Frame(Mode.OPEN, plan_year=2026, reference=2026)
CUED = Frame(Mode.CUED, plan_year=2026, reference=2026)
STRICT = Frame(Mode.STRICT, plan_year=None, reference=2026)

# (text, [(comparator, value, value_to, unit, change, year, words of the indicator)]); one-year plan of 2026.
Row = tuple[str, list[tuple[str, float, float | None, str, str | None, int | None, str]]]
ROWS: list[Row] = [
    # words of comparison
    ("- Tối thiểu 98% hồ sơ được giải quyết đúng hạn.", [(">=", 98, None, "%", None, 2026, "hồ sơ được giải quyết")]),
    ("- Ít nhất 85% người nộp hồ sơ được hỏi ý kiến.", [(">=", 85, None, "%", None, 2026, "người nộp hồ sơ")]),
    ("Tỷ lệ hồ sơ đúng hạn đạt từ 97% trở lên.", [(">=", 97, None, "%", None, 2026, "Tỷ lệ hồ sơ đúng hạn")]),
    ("Mức độ hài lòng của người dân đạt trên 90%.", [(">", 90, None, "%", None, 2026, "Mức độ hài lòng")]),
    ("100% văn bản không mật được ký số.", [("=", 100, None, "%", None, 2026, "văn bản không mật được ký số")]),
    ("Tỷ lệ tái sử dụng dữ liệu số hóa đạt từ 35-40%.", [("=", 35, 40, "%", None, 2026, "tái sử dụng dữ liệu")]),
    ("Tỷ lệ hồ sơ trực tuyến đạt từ 60% đến 65%.", [("=", 60, 65, "%", None, 2026, "hồ sơ trực tuyến")]),
    ("Tỷ lệ hồ sơ trễ hạn không quá 2%.", [("<=", 2, None, "%", None, 2026, "hồ sơ trễ hạn")]),
    ("Tỷ lệ hồ sơ trễ hạn dưới 1,5%.", [("<", 1.5, None, "%", None, 2026, "hồ sơ trễ hạn")]),
    ("Tỷ lệ hồ sơ phải bổ sung tối đa 3%.", [("<=", 3, None, "%", None, 2026, "hồ sơ phải bổ sung")]),
    ("Tỷ lệ giải ngân không dưới 95%.", [(">=", 95, None, "%", None, 2026, "giải ngân")]),
    ("Hồ sơ giải quyết trước hạn và đúng hạn đạt 99,5%.", [("=", 99.5, None, "%", None, 2026, "đúng hạn")]),
    ("Chỉ số hài lòng SIPAS đạt ≥ 92,5%.", [(">=", 92.5, None, "%", None, 2026, "SIPAS")]),
    ("Từ trên 70% văn bản đi được ký số.", [(">", 70, None, "%", None, 2026, "văn bản đi được ký số")]),
    ("Tỷ lệ khai thác dữ liệu chiếm khoảng 22%.", [("=", 22, None, "%", None, 2026, "khai thác dữ liệu")]),
    ("Kinh tế số chiếm 45% GRDP của tỉnh.", [("=", 45, None, "%", None, 2026, "GRDP")]),
    ("Tỷ lệ hộ nghèo còn 3,2%.", [("=", 3.2, None, "%", None, 2026, "hộ nghèo")]),
    (
        "Hoàn thành 100% kế hoạch kiểm tra cải cách hành chính.",
        [("=", 100, None, "%", None, 2026, "kế hoạch kiểm tra")],
    ),
    ("Tỷ lệ dân số từ 15 tuổi trở lên có tài khoản đạt 95%.", [("=", 95, None, "%", None, 2026, "từ 15 tuổi trở lên")]),
    ("Số hóa 100% hồ sơ hộ tịch của các xã.", [("=", 100, None, "%", None, 2026, "hồ sơ hộ tịch")]),
    ("1.1. Hồ sơ trực tuyến toàn trình: từ 92% trở lên.", [(">=", 92, None, "%", None, 2026, "Hồ sơ trực tuyến toàn")]),
    ("2.1. Thể chế: 100% văn bản được rà soát đúng hạn.", [("=", 100, None, "%", None, 2026, "văn bản được rà soát")]),
    # counts, points and places
    ("Chỉ số cải cách hành chính đạt từ 87 điểm trở lên.", [(">=", 87, None, "điểm", None, 2026, "Chỉ số cải cách")]),
    ("Chỉ số PAR INDEX tăng 03 bậc so với năm 2025.", [("=", 3, None, "bậc", "increase", 2026, "PAR INDEX")]),
    ("Thứ hạng PCI tăng ít nhất 05 bậc.", [(">=", 5, None, "bậc", "increase", 2026, "Thứ hạng PCI")]),
    ("Chỉ số của Sở thuộc nhóm 05 sở dẫn đầu tỉnh.", [("<=", 5, None, "hạng", None, 2026, "Chỉ số của Sở")]),
    ("PAR INDEX nằm trong nhóm 15 tỉnh, thành phố dẫn đầu.", [("<=", 15, None, "hạng", None, 2026, "PAR INDEX")]),
    ("Chỉ số chuyển đổi số thuộc top 10 cả nước.", [("<=", 10, None, "hạng", None, 2026, "chuyển đổi số")]),
    ("Chỉ số PAPI xếp hạng từ 10 trở lên.", [("<=", 10, None, "hạng", None, 2026, "PAPI")]),
    ("Đối thoại với doanh nghiệp ít nhất 02 lần/năm.", [(">=", 2, None, "lần/năm", None, 2026, "Đối thoại")]),
    (
        "Mỗi đơn vị có ít nhất 01 sáng kiến về cải cách hành chính.",
        [(">=", 1, None, "sáng kiến", None, 2026, "đơn vị có")],
    ),
    ("Cổng dữ liệu mở công bố tối thiểu 150 bộ dữ liệu.", [(">=", 150, None, "bộ dữ liệu", None, 2026, "dữ liệu mở")]),
    ("Phấn đấu tổng tỷ suất sinh đạt 2,1 con/phụ nữ.", [("=", 2.1, None, "con/phụ nữ", None, 2026, "tỷ suất sinh")]),
    (
        "Tỷ số giới tính khi sinh dưới 109 bé trai/100 bé gái.",
        [("<", 109, None, "bé trai/100 bé gái", None, 2026, "giới tính")],
    ),
    ("Thời gian gián đoạn không quá 30 phút/lần.", [("<=", 30, None, "phút/lần", None, 2026, "Thời gian gián đoạn")]),
    ("Công bố tối thiểu 1.200 tập dữ liệu.", [(">=", 1200, None, "tập dữ liệu", None, 2026, "Công bố")]),
    # increase and decrease
    ("Giảm bình quân 15% thời gian họp.", [("=", 15, None, "%", "decrease", 2026, "thời gian họp")]),
    ("Cắt giảm ít nhất 30% chi phí tuân thủ.", [(">=", 30, None, "%", "decrease", 2026, "chi phí tuân thủ")]),
    ("Số cuộc họp trực tiếp giảm 20% so với năm 2025.", [("=", 20, None, "%", "decrease", 2026, "cuộc họp trực tiếp")]),
    ("Giảm số lượng báo cáo giấy ít nhất 30%.", [(">=", 30, None, "%", "decrease", 2026, "số lượng báo cáo giấy")]),
    ("Lượt truy cập tăng 15% so với năm 2025.", [("=", 15, None, "%", "increase", 2026, "Lượt truy cập")]),
    ("Tăng từ 15% lên 20% tỷ lệ chứng thực điện tử.", [("=", 20, None, "%", "increase", 2026, "chứng thực điện tử")]),
    (
        "Giảm từ 23 ca sinh/1.000 phụ nữ xuống còn 18 ca sinh/1.000 phụ nữ.",
        [],  # a change without a subject names nothing
    ),
    ("Số hồ sơ trực tuyến mỗi năm tăng tối thiểu 20%.", [(">=", 20, None, "%", "increase", None, "hồ sơ trực tuyến")]),
    ("Nâng tỷ lệ xử lý văn bản trên mạng lên 90%.", [("=", 90, None, "%", None, 2026, "tỷ lệ xử lý văn bản")]),
    # horizons
    ("Đến năm 2030, tỷ lệ người dân có chữ ký số đạt 80%.", [("=", 80, None, "%", None, 2030, "chữ ký số")]),
    ("Đến hết năm 2027, 100% xã có tổ công nghệ số.", [("=", 100, None, "%", None, 2027, "xã có tổ công nghệ số")]),
    (
        "Năm 2026 tỷ lệ thanh toán trực tuyến đạt tối thiểu 75%, đến năm 2030 đạt 90%.",
        [
            (">=", 75, None, "%", None, 2026, "thanh toán trực tuyến"),
            ("=", 90, None, "%", None, 2030, "thanh toán trực tuyến"),
        ],
    ),
    (
        "Mức độ hài lòng đạt 90% vào năm 2026 và 95% vào năm 2030.",
        [("=", 90, None, "%", None, 2026, "hài lòng"), ("=", 95, None, "%", None, 2030, "hài lòng")],
    ),
    (
        "Tỷ lệ hồ sơ trực tuyến: năm 2026 đạt tối thiểu 50%, năm 2027 đạt tối thiểu 70%.",
        [(">=", 50, None, "%", None, 2026, "hồ sơ trực tuyến"), (">=", 70, None, "%", None, 2027, "hồ sơ trực tuyến")],
    ),
    (
        "Đến năm 2027, tối thiểu 80% hồ sơ được xử lý trực tuyến; đến năm 2030, tỷ lệ này đạt trên 90%.",
        [(">=", 80, None, "%", None, 2027, "hồ sơ được xử lý"), (">", 90, None, "%", None, 2030, "hồ sơ được xử lý")],
    ),
    ("Tỷ lệ giải ngân kế hoạch vốn năm 2026 đạt trên 90%.", [(">", 90, None, "%", None, 2026, "giải ngân kế hoạch")]),
    ("Trước ngày 30/6/2027, hoàn thành 100% việc rà soát.", [("=", 100, None, "%", None, 2027, "việc rà soát")]),
    # several indicators in a sentence
    (
        "Tỷ lệ số hóa hồ sơ của cấp tỉnh đạt 100%, cấp xã đạt tối thiểu 95%.",
        [("=", 100, None, "%", None, 2026, "cấp tỉnh"), (">=", 95, None, "%", None, 2026, "số hóa hồ sơ: cấp xã")],
    ),
    (
        "Số hóa kết quả đạt 100% ở cấp tỉnh, 80% ở cấp xã.",
        [("=", 100, None, "%", None, 2026, "ở cấp tỉnh"), ("=", 80, None, "%", None, 2026, "ở cấp xã")],
    ),
    (
        "90% hồ sơ công việc tại cấp tỉnh, 80% tại cấp huyện được xử lý trên mạng.",
        [("=", 90, None, "%", None, 2026, "hồ sơ công việc"), ("=", 80, None, "%", None, 2026, "hồ sơ công việc")],
    ),
    (
        "Giảm 20% số cuộc họp và 30% báo cáo giấy so với năm 2025.",
        [("=", 20, None, "%", "decrease", 2026, "số cuộc họp"), ("=", 30, None, "%", "decrease", 2026, "báo cáo giấy")],
    ),
    (
        "100% thủ tục được công khai; tỷ lệ hồ sơ trực tuyến đạt 80%.",
        [("=", 100, None, "%", None, 2026, "thủ tục"), ("=", 80, None, "%", None, 2026, "hồ sơ trực tuyến")],
    ),
    (
        "Tối thiểu 98% hồ sơ được giải quyết đúng hạn, riêng cấp tỉnh đạt 99%.",
        [(">=", 98, None, "%", None, 2026, "đúng hạn"), ("=", 99, None, "%", None, 2026, "đúng hạn: cấp tỉnh")],
    ),
    (
        "PAR INDEX đạt từ 89 điểm trở lên, tăng ít nhất 05 bậc, thuộc nhóm 15 địa phương dẫn đầu.",
        [
            (">=", 89, None, "điểm", None, 2026, "PAR INDEX"),
            (">=", 5, None, "bậc", "increase", 2026, "PAR INDEX"),
            ("<=", 15, None, "hạng", None, 2026, "PAR INDEX"),
        ],
    ),
    ("Hồ sơ trực tuyến tăng 10 điểm phần trăm.", [("=", 10, None, "điểm phần trăm", "increase", 2026, "trực tuyến")]),
    (
        "Hồ sơ trực tuyến tăng 10 điểm phần trăm so với năm 2025, phấn đấu từ 45 - 50% tổng số hồ sơ.",
        [
            ("=", 10, None, "điểm phần trăm", "increase", 2026, "Hồ sơ trực tuyến"),
            ("=", 45, 50, "%", None, 2026, "Hồ sơ trực tuyến (% tổng số hồ sơ)"),
        ],
    ),
    ("Cắt giảm từ 15% chi phí tuân thủ trở lên.", [(">=", 15, None, "%", "decrease", 2026, "chi phí tuân thủ")]),
    (
        "Rút ngắn thời gian cấp phép từ 15 ngày xuống còn 10 ngày.",
        [("=", 10, None, "ngày", "decrease", 2026, "cấp phép")],
    ),
    ("Giảm tỷ lệ hộ nghèo từ 5% xuống còn 3%.", [("=", 3, None, "%", "decrease", 2026, "tỷ lệ hộ nghèo")]),
    ("Chỉ số PCI tăng từ 03 - 05 bậc.", [("=", 3, 5, "bậc", "increase", 2026, "PCI")]),
    ("Duy trì tỷ lệ 100% thủ tục được công khai.", [("=", 100, None, "%", None, 2026, "thủ tục được công khai")]),
    ("Mỗi tháng đăng tải ít nhất 02 tin, bài.", [(">=", 2, None, "tin, bài", None, 2026, "đăng tải")]),
    (
        "Tối thiểu 80% hồ sơ được số hóa, trong đó 50% được tái sử dụng.",
        [(">=", 80, None, "%", None, 2026, "hồ sơ"), ("=", 50, None, "%", None, 2026, "hồ sơ được số hóa: được tái")],
    ),
    (
        "50% số đơn vị tự chủ tài chính vào năm 2027, đến năm 2030 đạt 70%.",
        [("=", 50, None, "%", None, 2027, "đơn vị tự chủ"), ("=", 70, None, "%", None, 2030, "đơn vị tự chủ")],
    ),
    ("Tăng cường kiểm tra, bảo đảm 30% đơn vị được kiểm tra.", [("=", 30, None, "%", None, 2026, "đơn vị được kiểm")]),
    ("Giảm tối thiểu 10% thời gian đối với 20% thủ tục.", [(">=", 10, None, "%", "decrease", 2026, "thời gian")]),
    # a count inside what a share measures is no target of its own
    ("70% phụ nữ mang thai được tầm soát ít nhất 4 loại bệnh.", [("=", 70, None, "%", None, 2026, "phụ nữ mang thai")]),
]

# No targets in any section of goals.
NOT_OPEN = [
    "Hệ thống quản lý chất lượng theo tiêu chuẩn ISO 9001:2015.",
    "Thực hiện Quyết định số 430/QĐ-BNV ngày 15/4/2026 của Bộ Nội vụ.",
    "Năm 2025 tỷ lệ hồ sơ đúng hạn đạt 97%.",
    "Đến nay đã số hóa 82% hồ sơ.",
    "Báo cáo trước ngày 15 tháng 12 năm 2026.",
    "Dịch vụ công trực tuyến mức độ 4 và hệ thống phục vụ 24/7.",
    "Đơn vị đạt 100% được cộng 05 điểm.",
    "Không có xã nào dưới 80%.",
    "Tính đến ngày 30/11/2025, tỷ lệ giải ngân đạt 51,8%.",
]

# No targets outside sections of goals.
NOT_CUED = [
    "Tỷ lệ hồ sơ đúng hạn là 195.197/196.937 hồ sơ, đạt 99,1%.",
    "Ủy ban nhân dân tỉnh đã hoàn thành 100% kế hoạch đào tạo.",
    "Ngân sách hỗ trợ 50% kinh phí mua sắm thiết bị.",
    "Mức thu lệ phí bằng 50% mức quy định.",
    "Trường hợp đạt dưới 70% thì không được xét.",
    "Nếu tỷ lệ đúng hạn đạt 95% thì được tính 2 điểm.",
    "Xử lý hồ sơ trong thời hạn tối đa 05 ngày làm việc.",
    "Chi đầu tư đạt 42,5% kế hoạch, bằng 89,9% dự toán.",
    "Hội nghị thông qua khi trên 50% thành viên hội đồng biểu quyết tán thành.",
    "Kết quả năm 2025 đạt 90,58%, tăng 5% so với cùng kỳ.",
]


def facts(found: list[Found]) -> list[tuple[str, float, float | None, str | None, str | None, int | None]]:
    return [
        (f.quantity.comparator, f.quantity.value, f.quantity.value_to, f.quantity.unit, f.quantity.change, f.year)
        for f in found
    ]


def broken(text: str) -> str:
    """A line break in the middle, where a space was."""
    spaces = [m.start() for m in re.finditer(" ", text)]
    middle = spaces[len(spaces) // 2]
    return text[:middle] + "\n" + text[middle + 1 :]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_forms(text: str, expected: list[tuple[str, float, float | None, str, str | None, int | None, str]]) -> None:
    found = read_sentence(text, OPEN)
    assert facts(found) == [row[:6] for row in expected]
    for one, row in zip(found, expected, strict=True):
        assert row[6].lower() in one.indicator.lower()


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_forms_without_diacritics(
    text: str, expected: list[tuple[str, float, float | None, str, str | None, int | None, str]]
) -> None:
    plain = strip_diacritics(text)
    found = read_sentence(plain, OPEN)
    assert facts(found) == [
        (*row[:3], strip_diacritics(row[3]) if row[3] != "hạng" else "hạng", *row[4:6]) for row in expected
    ]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_forms_over_a_broken_line(
    text: str, expected: list[tuple[str, float, float | None, str, str | None, int | None, str]]
) -> None:
    assert facts(read_sentence(broken(text), OPEN)) == [row[:6] for row in expected]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Tối thiểu 9O% hồ sơ được giải quyết đúng hạn.", 90),
        ("l00% văn bản được ký số.", 100),
        ("IOO% văn bản được ký số.", 100),
        ("Tỷ lệ hồ sơ đúng hạn đạt 99,5 %.", 99.5),
        ("Tỷ lệ hồ sơ đúng hạn đạt tối thiểu 8O %.", 80),
        ("Ít nhất O2 lần/năm đối thoại với doanh nghiệp, phấn đấu hài lòng đạt 90%.", 90),
        ("Tỷ lệ hồ sơ đúng hạn đạt 98 phần trăm.", 98),
    ],
)
def test_digits_that_recognition_confused(text: str, value: float) -> None:
    assert read_sentence(text, OPEN)[-1].quantity.value == value


@pytest.mark.parametrize("text", NOT_OPEN)
def test_no_target_even_among_goals(text: str) -> None:
    assert read_sentence(text, OPEN) == []
    assert read_sentence(strip_diacritics(text), OPEN) == []


@pytest.mark.parametrize("text", NOT_OPEN + NOT_CUED)
def test_no_target_elsewhere(text: str) -> None:
    assert read_sentence(text, CUED) == []
    assert read_sentence(strip_diacritics(text), CUED) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Tỷ lệ nợ không vượt quá 30% vốn điều lệ.", []),
        ("Diện tích tối thiểu 80% được tính khi lập hồ sơ.", []),
        ("Phấn đấu đến năm 2030 có ít nhất 70% người dân có tài khoản.", [70.0]),
    ],
)
def test_a_regulation_needs_the_word_for_goal(text: str, values: list[float]) -> None:
    assert [f.quantity.value for f in read_sentence(text, STRICT)] == values


def test_a_share_at_the_head_of_an_item_counts_in_plans() -> None:
    text = "- 80% hồ sơ công việc được xử lý trên môi trường mạng."
    assert read_sentence(text, CUED) == []
    [one] = read_sentence(text, Frame(Mode.CUED, 2026, 2026, plan=True))
    assert one.quantity.value == 80
    task = Frame(Mode.CUED, 2026, 2026, plan=True, duty=True)
    [one] = read_sentence("- Tổ chức kiểm tra 30% cơ quan, đơn vị.", task)
    assert (one.quantity.value, one.indicator) == (30, "Tổ chức kiểm tra cơ quan, đơn vị")
    assert read_sentence("Tăng 15% so với cùng kỳ.", Frame(Mode.CUED, 2026, 2026, plan=True)) == []


def test_words_that_look_alike_without_marks() -> None:
    # tầng, giám and tử are no tăng, giảm and từ
    assert [q.change for q in find_quantities("hạ tầng 80% và giám 20%")] == [None, None]
    assert find_quantities("điện tử đạt 95%")[0].comparator == "="
    assert find_quantities("kết hôn đạt 90%")[0].comparator == "="


def test_maintenance_and_baseline() -> None:
    [one] = read_sentence("Tỷ lệ hồ sơ trực tuyến đạt 80% trong năm 2026 và tiếp tục duy trì đến năm 2030.", OPEN)
    assert (one.year, one.maintain_until) == (2026, 2030)
    [one] = read_sentence("Duy trì đến năm 2030 tỷ lệ hồ sơ trễ hạn dưới 1%.", OPEN)
    assert (one.quantity.value, one.maintain_until) == (1, 2030)
    [one] = read_sentence("Chỉ số PAR INDEX tăng 03 bậc so với năm 2025.", OPEN)
    assert one.baseline == "2025"
    [one] = read_sentence("Tỷ suất sinh ở vị thành niên giảm từ 23 ca sinh xuống còn 18 ca sinh.", OPEN)
    assert (one.baseline, one.quantity.value, one.quantity.change) == ("23", 18, "decrease")


def test_period_of_a_target_for_each_year() -> None:
    frame = Frame(Mode.OPEN, None, 2025, None, (2026, 2030))
    [one] = read_sentence("Phấn đấu mỗi năm phát triển từ 05 bộ dữ liệu mở.", frame)
    assert (one.year, one.period, one.quantity.comparator) == (None, (2026, 2030), ">=")
    [one] = read_sentence("Trong giai đoạn 2026 - 2030 phấn đấu có ít nhất 10% công chức là luật gia.", OPEN)
    assert (one.year, one.period) == (None, (2026, 2030))


def test_bare_keeps_length() -> None:
    text = "Đạt\nl00% HỒ SƠ\u00a0(İ)"
    assert len(bare(text)) == len(text)


# ---------------------------------------------------------------- whole documents


def document(
    blocks: list[Block], headings: dict[str, SectionKind], title: str = "Cải cách hành chính năm 2026", code: str = "KH"
) -> Document:
    """A document whose sections begin at the blocks that `headings` names and run to the next one."""
    text = lay_out(blocks)
    starts = [(b.start, b.text, headings[b.text]) for b in blocks if b.text in headings]
    ends = [s for s, _, _ in starts[1:]] + [len(text)]
    sections = [
        Section(None, name, kind, 1, start, end, 1) for (start, name, kind), end in zip(starts, ends, strict=True)
    ]
    header = Header(type_code=code, title=title, year=2026)
    return Document(
        "0" * 16, "0" * 64, "a.txt", "txt", header, text, [PageSpan(1, 0, len(text))], blocks, sections, [], {},
        "text", 1.0,
    )  # fmt: skip


def lines(*texts: str) -> list[Block]:
    return [Block(BlockKind.LIST_ITEM if t.startswith(("-", "+")) else BlockKind.PARAGRAPH, t) for t in texts]


def values(targets: list[Target]) -> list[float]:
    return [t.value for t in targets]


def test_evidence_is_an_exact_span() -> None:
    doc = document(
        lines("Mục tiêu", "- 100% hồ sơ được số hóa. Tỷ lệ hồ sơ trực tuyến đạt 80%.", "- Tỷ lệ đúng hạn đạt 98%."),
        {"Mục tiêu": SectionKind.TARGET},
    )
    targets = find_targets(doc)
    assert values(targets) == [100, 80, 98]
    for target in targets:
        assert doc.text[target.start : target.end] == target.text
    assert targets[1].text == "Tỷ lệ hồ sơ trực tuyến đạt 80%."
    assert {t.year for t in targets} == {2026}


def test_sections_of_results_awards_and_reports_give_none() -> None:
    item = "- Tỷ lệ hồ sơ trực tuyến đạt 80%."
    for heading, kind in (
        ("Đánh giá tình hình", SectionKind.SITUATION),
        ("Tiêu chuẩn khen thưởng", SectionKind.TASK),
        ("Kết quả thực hiện mục tiêu", SectionKind.OTHER),
        ("Kinh phí", SectionKind.FUNDING),
    ):
        assert find_targets(document(lines(heading, item), {heading: kind})) == []
    report = document(lines("Kết quả", item), {"Kết quả": SectionKind.OTHER}, "Công tác năm 2026", "BC")
    assert find_targets(report) == []


def test_a_report_sets_targets_for_the_year_ahead_only() -> None:
    doc = document(
        lines("Kết quả", "- Tỷ lệ đúng hạn đạt 97%.", "Phương hướng năm 2027", "- Phấn đấu tỷ lệ đúng hạn đạt 98%."),
        {"Kết quả": SectionKind.SITUATION, "Phương hướng năm 2027": SectionKind.TASK},
        "Kết quả năm 2026 và phương hướng, nhiệm vụ năm 2027",
        "BC",
    )
    [target] = find_targets(doc)
    assert (target.value, target.year) == (98, 2027)


def test_no_year_where_the_plan_is_for_several() -> None:
    doc = document(
        lines("Mục tiêu", "- 100% xã có cán bộ pháp chế."),
        {"Mục tiêu": SectionKind.TARGET},
        "Nâng cao năng lực giai đoạn 2026 - 2030",
    )
    assert [t.year for t in find_targets(doc)] == [None]
    dated = document(
        lines("Mục tiêu đến năm 2030", "- 100% xã có cán bộ pháp chế."),
        {"Mục tiêu đến năm 2030": SectionKind.TARGET},
        "Nâng cao năng lực giai đoạn 2026 - 2030",
    )
    assert [t.year for t in find_targets(dated)] == [2030]


def test_line_that_introduces_a_list() -> None:
    doc = document(
        lines(
            "Mục tiêu",
            "- Tỷ lệ thanh toán trực tuyến đến năm 2028:",
            "+ Cấp tỉnh: 90%",
            "+ Cấp xã: tối thiểu 80%",
            "- Tỷ lệ đúng hạn đạt 98%.",
        ),
        {"Mục tiêu": SectionKind.TARGET},
    )
    first, second, third = find_targets(doc)
    assert (first.value, first.year, first.indicator.startswith("Tỷ lệ thanh toán trực tuyến")) == (90, 2028, True)
    assert (second.value, second.comparator, second.year) == (80, ">=", 2028)
    assert (third.year, third.indicator) == (2026, "Tỷ lệ đúng hạn")


def grid(rows: list[list[str]]) -> Block:
    cells = [Cell(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row)]
    return Block(BlockKind.TABLE, "", table=Table(len(rows), len(rows[0]), cells, header_rows=1))


def test_table_of_targets_by_year() -> None:
    table = grid(
        [
            ["STT", "Chỉ tiêu", "Đơn vị tính", "Thực hiện năm 2025", "Năm 2026", "Năm 2027"],
            ["1", "Tỷ lệ hồ sơ trực tuyến", "%", "62,5", "75", "80 - 85"],
            ["2", "Số mô hình mới", "mô hình", "4", "≥ 6", "10"],
            ["3", "Thứ hạng PAR INDEX", "", "12", "Tăng ít nhất 02 bậc", ""],
        ]
    )
    doc = document([*lines("Mục tiêu"), table], {"Mục tiêu": SectionKind.TARGET})
    targets = find_targets(doc)
    assert [(t.indicator, t.comparator, t.value, t.value_to, t.unit, t.year) for t in targets] == [
        ("Tỷ lệ hồ sơ trực tuyến", "=", 75, None, "%", 2026),
        ("Tỷ lệ hồ sơ trực tuyến", "=", 80, 85, "%", 2027),
        ("Số mô hình mới", ">=", 6, None, "mô hình", 2026),
        ("Số mô hình mới", "=", 10, None, "mô hình", 2027),
        ("Thứ hạng PAR INDEX", ">=", 2, None, "bậc", 2026),
    ]
    assert all(doc.text[t.start : t.end] == t.text for t in targets)


def test_table_of_tasks_gives_the_targets_among_its_products() -> None:
    table = grid(
        [
            ["STT", "Nhiệm vụ", "Sản phẩm", "Thời gian", "Chủ trì"],
            ["1", "Rà soát thủ tục", "100% thủ tục được công khai", "Tháng 6/2026", "Văn phòng Sở"],
            ["2", "Họp giao ban", "Báo cáo", "Trước ngày 15/12/2026", "Sở Nội vụ"],
        ]
    )
    doc = document([*lines("Nhiệm vụ"), table], {"Nhiệm vụ": SectionKind.TASK})
    [target] = find_targets(doc)
    assert (target.value, target.text) == (100, "100% thủ tục được công khai")


@pytest.mark.parametrize(
    "rows",
    [
        [["Tiêu chí", "Điểm tối đa", "Điểm tự chấm"], ["Đạt từ 90% trở lên", "5", "4"], ["Dưới 90%", "2", "0"]],
        [["Nội dung", "Mức thu năm 2026"], ["Cấp lại giấy phép", "50.000"]],
        [["Nội dung", "Đơn vị tính", "Năm 2026"], ["Chi thường xuyên", "triệu đồng", "1.200"]],
    ],
)
def test_tables_of_scores_fees_and_budgets_give_none(rows: list[list[str]]) -> None:
    doc = document([*lines("Mục tiêu"), grid(rows)], {"Mục tiêu": SectionKind.TARGET})
    assert find_targets(doc) == []


SHARED = Path(__file__).parents[3].parent / "shared" / "documents" / "lamdong" / "bc-cchc-2025.pdf"


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="shared documents are not beside the checkout")
def test_a_report_full_of_percentages_sets_no_target() -> None:
    from ingest.pipeline import process

    assert find_targets(process(SHARED)) == []
