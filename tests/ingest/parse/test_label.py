"""Labels: what is one, what only looks like one."""

import pytest

from ingest.parse.label import Style, read_label


@pytest.mark.parametrize(
    ("text", "style", "label", "numbers", "rest"),
    [
        ("I. MỤC ĐÍCH", Style.ROMAN, "I.", (1,), "MỤC ĐÍCH"),
        ("IV/ KINH PHÍ", Style.ROMAN, "IV/", (4,), "KINH PHÍ"),
        ("XII.TỔ CHỨC", Style.ROMAN, "XII.", (12,), "TỔ CHỨC"),
        ("II- QUAN ĐIỂM", Style.ROMAN, "II-", (2,), "QUAN ĐIỂM"),
        ("A. TÌNH HÌNH", Style.UPPER, "A.", (1,), "TÌNH HÌNH"),
        ("1. Mục tiêu", Style.ARABIC, "1.", (1,), "Mục tiêu"),
        ("12.Cải cách", Style.ARABIC, "12.", (12,), "Cải cách"),
        ("1) Rà soát", Style.ARABIC_PAREN, "1)", (1,), "Rà soát"),
        ("1.1. Mục tiêu", Style.DECIMAL_2, "1.1.", (1, 1), "Mục tiêu"),
        ("2.3 Nhiệm vụ", Style.DECIMAL_2, "2.3", (2, 3), "Nhiệm vụ"),
        ("1.2.3. Nội dung", Style.DECIMAL_3, "1.2.3.", (1, 2, 3), "Nội dung"),
        ("II.1. Nội dung", Style.ROMAN_DECIMAL, "II.1.", (2, 1), "Nội dung"),
        ("a) Mục tiêu", Style.LOWER, "a)", (1,), "Mục tiêu"),
        ("đ) Khác", Style.LOWER, "đ)", (5,), "Khác"),
        ("(2) Hồ sơ", Style.PARENTHESES, "(2)", (2,), "Hồ sơ"),
        ("- Rà soát", Style.BULLET, "-", (), "Rà soát"),
        ("Điều 3. Hiệu lực", Style.ARTICLE, "Điều 3.", (3,), "Hiệu lực"),
        ("Dieu 3. Hieu luc", Style.ARTICLE, "Dieu 3.", (3,), "Hieu luc"),
        ("ĐIỀU 10: Trách nhiệm", Style.ARTICLE, "ĐIỀU 10:", (10,), "Trách nhiệm"),
        ("Chương II", Style.CHAPTER, "Chương II", (2,), ""),
        ("Mục 1. QUY ĐỊNH", Style.MUC, "Mục 1.", (1,), "QUY ĐỊNH"),
        ("PHẦN THỨ HAI", Style.PART, "PHẦN THỨ HAI", (2,), ""),
        ("PHỤ LỤC", Style.APPENDIX, "PHỤ LỤC", (), ""),
        ("Phụ lục số 02: Phân công", Style.APPENDIX, "Phụ lục số 02", (2,), "Phân công"),
        ("PHỤ LỤC III", Style.APPENDIX, "PHỤ LỤC III", (3,), ""),
        ("**2. Yêu cầu**", Style.ARABIC, "2.", (2,), "Yêu cầu**"),
    ],
)
def test_labels(text: str, style: Style, label: str, numbers: tuple[int, ...], rest: str) -> None:
    found = read_label(text)
    assert found is not None
    assert (found.style, found.text, found.numbers, text[found.end :]) == (style, label, numbers, rest)


@pytest.mark.parametrize(
    "text",
    [
        "12/KH-SNV ngày 05/3/2024",
        "2025 là năm cuối",
        "1.500 hồ sơ",
        "98,5% hồ sơ",
        "3.5 điểm",
        "01/3/2024 đến nay",
        "Điều 8 Luật Đầu tư quy định",
        "Mục 2 Chương I Nghị định này",
        "Phụ lục kèm theo Kế hoạch này",
        "Chương trình hành động",
        "Phần mềm một cửa",
        "TP. Đà Lạt",
        "UBND tỉnh",
        "",
        "I",
    ],
)
def test_no_labels(text: str) -> None:
    found = read_label(text)
    assert found is None
