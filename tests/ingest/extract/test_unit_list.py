"""Lists of units: splitting, and where a name ends in a sentence. Texts of our own after real patterns."""

from __future__ import annotations

import pytest

from ingest.clean.fold import strip_diacritics
from ingest.extract.unit_list import all_units, read_units
from ingest.extract.unit_split import split_units

LISTS = [
    ("Sở Nội vụ", ["Sở Nội vụ"]),
    ("Sở Nội vụ.", ["Sở Nội vụ"]),
    ("Sở Nội vụ, Sở Tài chính", ["Sở Nội vụ", "Sở Tài chính"]),
    ("Sở Nội vụ và Sở Tài chính", ["Sở Nội vụ", "Sở Tài chính"]),
    ("Sở Tư pháp; Công an tỉnh; UBND cấp xã", ["Sở Tư pháp", "Công an tỉnh", "UBND cấp xã"]),
    ("UBND các xã, phường, đặc khu", ["UBND các xã, phường, đặc khu"]),
    ("Ủy ban nhân dân các xã, phường", ["Ủy ban nhân dân các xã, phường"]),
    ("Các sở, ban, ngành", ["Các sở, ban, ngành"]),
    ("Các sở, ban, ngành, đoàn thể, địa phương", ["Các sở, ban, ngành, đoàn thể, địa phương"]),
    ("Các sở, ban, ngành; UBND các xã, phường", ["Các sở, ban, ngành", "UBND các xã, phường"]),
    ("Các sở, ngành, UBND cấp xã", ["Các sở, ngành", "UBND cấp xã"]),
    ("Các Sở, Ban, Ngành và UBND các xã", ["Các Sở, Ban, Ngành", "UBND các xã"]),
    ("Các cơ quan, đơn vị, địa phương", ["Các cơ quan, đơn vị, địa phương"]),
    ("Sở Văn hóa, Thể thao và Du lịch", ["Sở Văn hóa, Thể thao và Du lịch"]),
    ("Sở Lao động - Thương binh và Xã hội", ["Sở Lao động - Thương binh và Xã hội"]),
    (
        "Sở Nông nghiệp và Môi trường, Sở Khoa học và Công nghệ",
        ["Sở Nông nghiệp và Môi trường", "Sở Khoa học và Công nghệ"],
    ),
    ("Báo và Phát thanh, Truyền hình tỉnh", ["Báo và Phát thanh, Truyền hình tỉnh"]),
    ("Đài Phát thanh và Truyền hình, Báo Sơn La", ["Đài Phát thanh và Truyền hình", "Báo Sơn La"]),
    ("Văn phòng HĐND và UBND phường", ["Văn phòng HĐND và UBND phường"]),
    ("Phòng Kinh tế, Hạ tầng và Đô thị", ["Phòng Kinh tế, Hạ tầng và Đô thị"]),
    (
        "Phòng Giáo dục Trung học, Phòng Kế hoạch - Tài chính",
        ["Phòng Giáo dục Trung học", "Phòng Kế hoạch - Tài chính"],
    ),
    ("phòng GDĐT các huyện, thành phố, thị xã", ["phòng GDĐT các huyện, thành phố, thị xã"]),
    (
        "Văn phòng UBND tỉnh (Trung tâm Phục vụ hành chính công, Phòng Nội chính); Sở Nội vụ",
        ["Văn phòng UBND tỉnh (Trung tâm Phục vụ hành chính công, Phòng Nội chính)", "Sở Nội vụ"],
    ),
    ("Theo phân công tại Quyết định số 12/QĐ-UBND", ["Theo phân công tại Quyết định số 12/QĐ-UBND"]),
    ("Công an tỉnh, Tòa án nhân dân tỉnh", ["Công an tỉnh", "Tòa án nhân dân tỉnh"]),
    ("Tỉnh đoàn, Hội Liên hiệp Phụ nữ tỉnh", ["Tỉnh đoàn", "Hội Liên hiệp Phụ nữ tỉnh"]),
    ("Các phòng, trung tâm", ["Các phòng, trung tâm"]),
    ("Trưởng Công an phường", ["Trưởng Công an phường"]),
    ("STC, SNV", ["STC", "SNV"]),
    ("- Sở Y tế - Sở Xây dựng", ["Sở Y tế", "Sở Xây dựng"]),
    ("Ban Quản lý các khu công nghiệp, khu kinh tế", ["Ban Quản lý các khu công nghiệp, khu kinh tế"]),
    ("Kho bạc Nhà nước khu vực; các chủ đầu tư", ["Kho bạc Nhà nước khu vực", "các chủ đầu tư"]),
    ("Các chi đoàn, cơ sở Đoàn – Hội – Đội trực thuộc", ["Các chi đoàn, cơ sở Đoàn – Hội – Đội trực thuộc"]),
    ("Các cơ sở Đoàn - Hội - Đội; Hội đồng Đội xã", ["Các cơ sở Đoàn - Hội - Đội", "Hội đồng Đội xã"]),
    ("Tỉnh Đoàn - Hội Nông dân tỉnh", ["Tỉnh Đoàn", "Hội Nông dân tỉnh"]),
    ("Phòng Tổ chức - Thanh tra, Phòng Đào tạo", ["Phòng Tổ chức - Thanh tra", "Phòng Đào tạo"]),
    ("Phòng Nội vụ - Thanh tra huyện", ["Phòng Nội vụ", "Thanh tra huyện"]),
    ("Công chức Văn phòng - Thống kê xã", ["Công chức Văn phòng - Thống kê xã"]),
    (
        "Đảng ủy các sở, ban, ngành, Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh, đảng ủy các xã",
        ["Đảng ủy các sở, ban, ngành, Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh", "đảng ủy các xã"],
    ),
    ("Đảng ủy các xã, phường, Công an tỉnh", ["Đảng ủy các xã, phường", "Công an tỉnh"]),
    (
        "Đảng ủy Mặt trận Tổ quốc, các đoàn thể tỉnh, Ban Tổ chức Tỉnh ủy",
        ["Đảng ủy Mặt trận Tổ quốc, các đoàn thể tỉnh", "Ban Tổ chức Tỉnh ủy"],
    ),
    ("", []),
    ("-", []),
    ("Không", []),
]
DAMAGED = [  # without marks: the same number of units
    ("Sở Nội vụ, Sở Tài chính", 2),
    ("Sở Tư pháp; Công an tỉnh; UBND cấp xã", 3),
    ("Các sở, ban, ngành; UBND các xã, phường", 2),
    ("UBND các xã, phường, đặc khu", 1),
    ("Sở Văn hóa, Thể thao và Du lịch", 1),
    ("Văn phòng UBND tỉnh, Sở Khoa học và Công nghệ", 2),
]
RUNS = [
    ("Sở Nội vụ chủ trì rà soát", ["Sở Nội vụ"], "chủ trì"),
    ("Sở Tài chính trình HĐND tỉnh", ["Sở Tài chính"], "trình"),
    ("Sở Y tế tổ chức tập huấn", ["Sở Y tế"], "tổ chức"),
    ("Sở Khoa học và Công nghệ, Công an tỉnh tham mưu", ["Sở Khoa học và Công nghệ", "Công an tỉnh"], "tham mưu"),
    ("các cơ quan, đơn vị liên quan tổng hợp", ["các cơ quan, đơn vị liên quan"], "tổng hợp"),
    ("các đơn vị có liên quan tổ chức kiểm tra", ["các đơn vị có liên quan"], "tổ chức"),
    ("các tổ chức chính trị - xã hội vận động", ["các tổ chức chính trị - xã hội"], "vận động"),
    ("Phòng Quản lý giá và công sản chủ trì", ["Phòng Quản lý giá và công sản"], "chủ trì"),
    ("Phòng Đất đai và đo đạc bản đồ rà soát", ["Phòng Đất đai và đo đạc bản đồ"], "rà soát"),
    ("UBND các xã, phường căn cứ Kế hoạch này", ["UBND các xã, phường"], "căn cứ"),
    ("các cơ quan báo chí, truyền thông xây dựng", ["các cơ quan báo chí, truyền thông"], "xây dựng"),
    (
        "Sở Văn hóa, Thể thao và Du lịch, các sở, ngành, địa phương triển khai",
        ["Sở Văn hóa, Thể thao và Du lịch", "các sở, ngành, địa phương"],
        "triển khai",
    ),
    ("Thủ trưởng các sở, ban, ngành chịu trách nhiệm", ["Thủ trưởng các sở, ban, ngành"], "chịu"),
    ("Hội đồng thẩm định giá đất cụ thể tổ chức họp", ["Hội đồng thẩm định giá đất cụ thể"], "tổ chức"),
    ("Ủy ban nhân dân tỉnh Khánh Hòa làm cơ quan chủ quản", ["Ủy ban nhân dân tỉnh Khánh Hòa"], "làm"),
    (
        "Thủ trưởng cơ quan ngang bộ, Tổng Kiểm toán nhà nước chỉ đạo",
        ["Thủ trưởng cơ quan ngang bộ", "Tổng Kiểm toán nhà nước"],
        "chỉ đạo",
    ),
]
NO_RUNS = [
    "Thường xuyên rà soát",
    "số hóa hồ sơ",
    "Tổ chức bộ máy",
    "Bộ chỉ số phục vụ",
    "ban hành kế hoạch",
    "Hội nghị",
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_split_units(text: str, expected: list[str]) -> None:
    assert split_units(text) == expected


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_split_units_in_broken_lines(text: str, expected: list[str]) -> None:
    assert split_units(text.replace(" ", "\n", 1) if "- " not in text[:2] else text) == expected


@pytest.mark.parametrize(("text", "count"), DAMAGED)
def test_split_units_without_marks(text: str, count: int) -> None:
    assert len(split_units(strip_diacritics(text))) == count


@pytest.mark.parametrize(("text", "units", "rest"), RUNS)
def test_read_units_ends_before_the_duty(text: str, units: list[str], rest: str) -> None:
    run = read_units(text)
    assert run is not None
    assert list(run.units) == units
    assert text[run.end :].lstrip().startswith(rest)


@pytest.mark.parametrize("text", NO_RUNS)
def test_no_unit_begins(text: str) -> None:
    assert read_units(text) is None


@pytest.mark.parametrize("text", ["Các chỉ tiêu chủ yếu", "Tổ chức thực hiện", "Nhiệm vụ", "Bộ máy hành chính"])
def test_headings_that_are_no_units(text: str) -> None:
    assert all_units(text) == []


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Sở Nội vụ Sở Tài chính", ["Sở Nội vụ", "Sở Tài chính"]),
        ("Công an tỉnh UBND xã", ["Công an tỉnh", "UBND xã"]),
        ("Văn phòng Sở Tài chính", ["Văn phòng Sở Tài chính"]),
        ("Giám đốc Sở Nội vụ", ["Giám đốc Sở Nội vụ"]),
        ("Cục Tin học và Thống kê Tài chính", ["Cục Tin học và Thống kê Tài chính"]),
        ("Trường Cao đẳng, Đại học trực thuộc tỉnh", ["Trường Cao đẳng, Đại học trực thuộc tỉnh"]),
        ("Sở Y tế, các bệnh viện trực thuộc", ["Sở Y tế", "các bệnh viện trực thuộc"]),
        ("Các Bộ Quốc phòng, Công an và UBND tỉnh", ["Các Bộ Quốc phòng, Công an", "UBND tỉnh"]),
        ("Các Bộ Nội vụ, Công an tỉnh", ["Các Bộ Nội vụ", "Công an tỉnh"]),
        ("Sở Y tế, các Tập đoàn VNPT, Viettel", ["Sở Y tế", "các Tập đoàn VNPT, Viettel"]),
    ],
)
def test_lines_of_a_cell_and_names_with_a_head_inside(text: str, units: list[str]) -> None:
    assert split_units(text) == units
