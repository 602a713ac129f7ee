from __future__ import annotations

import pytest

from ingest.parse.number import find_numbers, normalize_number, normalize_symbol, number_key, type_code_of


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Kế hoạch số 12/KH-SGDĐT ngày 14/01/2021", ["12/KH-SGDĐT"]),
        ("Công văn số 1368/SNV-CCHC&VTLTC", ["1368/SNV-CCHC&VTLTC"]),
        ("Nghị quyết số 10-NQ/TU, Chỉ thị số 17-CT/TU", ["10-NQ/TU", "17-CT/TU"]),
        ("Quyết định số 56/2026/QĐ-UBND và 76/NQ-CP", ["56/2026/QĐ-UBND", "76/NQ-CP"]),
        ("Nghị quyết số 202/2025/QH15; Thông tư 01/2024/TT-BNV", ["202/2025/QH15", "01/2024/TT-BNV"]),
        ("08/CT-UBND; 1655/NQ-UBTVQH15; 123/2025/QĐ-CTUBND", ["08/CT-UBND", "1655/NQ-UBTVQH15", "123/2025/QĐ-CTUBND"]),
        ("số 118/2025/NĐ-\nCP, số\n35/QĐ- UBND", ["118/2025/NĐ-CP", "35/QĐ-UBND"]),
        ("số 12 /KH-SGDĐT, 9/KH - SGDDT", ["12/KH-SGDĐT", "9/KH-SGDĐT"]),
        ("NGHỊ QUYẾT SỐ 27/CT-TTG NGÀY 15", ["27/CT-TTg"]),
        ("Hướng dẫn 01-HD/BTCTW, 1879-CV/BTGVTW", ["01-HD/BTCTW", "1879-CV/BTGVTW"]),
        ("89/2016/TTLT-BTC-BCT", ["89/2016/TTLT-BTC-BCT"]),
        ("(số12094/BNV-CCHC)", ["12094/BNV-CCHC"]),
        ("kế hoạch số 14/KH-UBND - Sở Nội vụ", ["14/KH-UBND"]),
        ("số 20/QĐ-UBND.", ["20/QĐ-UBND"]),
        ("số 825/SGDDT-VP", ["825/SGDĐT-VP"]),
        (
            "văn bản 01.6/GĐN/KSYB, 03/2026/VLN/CV-TA, 12/YH/KT-TC",
            ["01.6/GĐN/KSYB", "03/2026/VLN/CV-TA", "12/YH/KT-TC"],
        ),
        ("93/CT-05 ngày 18/6/2026; 05/ĐN-Cty", ["93/CT-05", "05/ĐN-Cty"]),
        ("Quyết định số 391/QĐ-Ttg ngày 31/3/2017", ["391/QĐ-TTg"]),
        # not numbers of documents
        ("ngày 14/01/2021, 15 / 12/2025, 16/6/2025", []),
        ("hạng 62/63; 83,1/100; 131/144 đơn vị; 24/7; 1/2 năm", []),
        ("02 lần/năm, 10.000đ/m2, 100 km/h, 3/4 GV, tháng 9/2025", []),
        ("giai đoạn 2021-2025/năm; ISO 9001:2015; Điều 5/Luật", []),
        ("mã TTHC 1.004082.000.00.00.H42", []),
        ("", []),
    ],
)
def test_find_numbers(text: str, numbers: list[str]) -> None:
    assert [match.normalised for match in find_numbers(text)] == numbers


def test_spans_cover_the_number_as_written() -> None:
    text = "theo Kế hoạch số 9 /KH - SGDDT ngày 3/2"
    (match,) = find_numbers(text)
    assert text[match.start : match.end] == match.text == "9 /KH - SGDDT"
    assert match.symbol == "KH-SGDĐT"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Số: 12 /KH - SGDDT", "12/KH-SGDĐT"),
        ("181/kh-sgdđt", "181/KH-SGDĐT"),
        ("so 181 kh sgddt", "181/KH-SGDĐT"),
        ("56/2026/qd-ubnd", "56/2026/QĐ-UBND"),
        ("10-nq/tu", "10-NQ/TU"),
        ("76/nq-cp", "76/NQ-CP"),
        ("23/ct-ttg", "23/CT-TTg"),
        ("202/2025/qh15", "202/2025/QH15"),
        ("l81/KH-SGDĐT", "181/KH-SGDĐT"),
        ("012/CT-UBND", "012/CT-UBND"),
        ("Số:      /KH-SGDĐT", None),
        ("Số: ....../KH", None),
        ("14/01/2021", None),
        ("2025", None),
        ("kế hoạch năm 2025", None),
        ("", None),
    ],
)
def test_normalize_number(text: str, number: str | None) -> None:
    assert normalize_number(text) == number


@pytest.mark.parametrize(
    "group",
    [
        ["181/KH-SGDĐT", "181/KH-SGDDT", "số 181 /KH - SGDDT", "181/kh-sgdđt", "181 kh sgddt", "181/KH-SGD&ĐT"],
        ["08/CT-UBND", "8/CT-UBND", "08/ct-ubnd", "8/CT- UBND"],
        ["35/QĐ-UBND", "35/QD-UBND", "35/QĐ- UBND"],
        ["10-NQ/TU", "10 - NQ/TU", "10-nq/tu"],
    ],
)
def test_one_key_for_spellings_of_one_number(group: list[str]) -> None:
    assert len({number_key(text) for text in group}) == 1
    assert number_key(group[0])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("181/KH-SGDĐT", "18/KH-SGDĐT"),
        ("181/KH-SGDĐT", "181/QĐ-SGDĐT"),
        ("181/KH-SGDĐT", "181/KH-SNV"),
        ("56/2026/QĐ-UBND", "56/2025/QĐ-UBND"),
        ("56/2026/QĐ-UBND", "56/QĐ-UBND"),
    ],
)
def test_different_numbers_have_different_keys(one: str, other: str) -> None:
    assert number_key(one) != number_key(other)


def test_a_symbol_alone_has_no_key() -> None:
    assert number_key("KH-SGDĐT") == number_key("") == ""


@pytest.mark.parametrize(
    ("symbol", "code"),
    [
        ("KH-SGDĐT", "KH"), ("TTr-SNV", "TTr"), ("NQ/TU", "NQ"), ("QĐi/TU", "QyĐ"), ("CT-UBND", "CT"), ("CT-TTg", "CT"),
        ("CT/TW", "CT"), ("CT-CS", "CV"), ("CT-PC", "CV"), ("UBND-NC", "CV"), ("SGDĐT-VP", "CV"), ("BNV-CCHC", "CV"),
        ("VP-HCQT", "CV"), ("CV/TU", "CV"), ("TT-BNV", "TT"), ("TTLT-BTC-BCT", "TTLT"), ("VBHN-VPQH", "VBHN"),
        ("L-CTN", "LCTN"), ("QH15", None), (None, None), ("", None),
    ],
)  # fmt: skip
def test_type_code_of(symbol: str | None, code: str | None) -> None:
    assert type_code_of(symbol) == code


def test_normalize_symbol_keeps_what_it_does_not_know() -> None:
    assert normalize_symbol("QĐ-TTPVHCC") == "QĐ-TTPVHCC"
    assert normalize_symbol("SKHCN-CĐS") == "SKHCN-CĐS"
    assert normalize_symbol("DA-BQL") == "DA-BQL"
