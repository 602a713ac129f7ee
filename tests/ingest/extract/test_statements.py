"""Statements on the force of documents: (text, expected) after real patterns, each also damaged."""

from __future__ import annotations

import pytest

from ingest.clean.fold import strip_diacritics
from ingest.extract.statements import find_statements
from ingest.models import Block, BlockKind, Cell, Document, Reading, Table
from ingest.parse.number import number_key
from ingest.pipeline import assemble

HEAD = (
    "UBND TỈNH SƠN LA\nSố: 45/2026/QĐ-UBND\nSơn La, ngày 12 tháng 01 năm 2026\nQUYẾT ĐỊNH\n"
    "Ban hành quy chế tiếp nhận hồ sơ"
)

ROWS: list[tuple[str, list[tuple[str | None, str, str]]]] = [
    (
        "Căn cứ Nghị định số 48/2013/NĐ-CP ngày 14/5/2013 của Chính phủ sửa đổi, bổ sung một số điều của Nghị định"
        " số 63/2010/NĐ-CP ngày 08/6/2010;",
        [("48/2013/NĐ-CP", "amends", "63/2010/NĐ-CP")],
    ),
    (
        "Nghị định số 107/2021/NĐ-CP về sửa đổi, bổ sung một số điều của Nghị định số 61/2018/NĐ-CP được triển khai",
        [("107/2021/NĐ-CP", "amends", "61/2018/NĐ-CP")],
    ),
    (
        "Căn cứ Luật Giá số 39/2019/QH14 được sửa đổi, bổ sung bởi Luật số 64/2020/QH14 và Luật số 57/2024/QH15;",
        [("64/2020/QH14", "amends", "39/2019/QH14"), ("57/2024/QH15", "amends", "39/2019/QH14")],
    ),
    (
        "theo khoản 2 Điều 9 Nghị định số 15/2015/NĐ-CP (được sửa đổi, bổ sung tại khoản 4 Điều 1 Nghị định số"
        " 67/2025/NĐ-CP)",
        [("67/2025/NĐ-CP", "amends", "15/2015/NĐ-CP")],
    ),
    (
        "theo Quyết định số 30/QĐ-UBND ngày 05/01/2022 (được thay thế bởi Quyết định số 88/QĐ-UBND ngày 04/3/2025)",
        [("88/QĐ-UBND", "replaces", "30/QĐ-UBND")],
    ),
    (
        "Quyết định số 88/QĐ-UBND ngày 04/3/2025 của UBND tỉnh (thay thế Quyết định số 30/QĐ-UBND ngày 05/01/2022)",
        [("88/QĐ-UBND", "replaces", "30/QĐ-UBND")],
    ),
    (
        "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ thay thế Nghị định số 110/2004/NĐ-CP về văn thư",
        [("30/2020/NĐ-CP", "replaces", "110/2004/NĐ-CP")],
    ),
    ("Thông tư số 09/2019/TT-BNV đã được thay thế bằng Thông tư số 04/2023/TT-BNV", [
        ("04/2023/TT-BNV", "replaces", "09/2019/TT-BNV")]),
    ("Quyết định số 14/2019/QĐ-UBND (đã hết hiệu lực) còn được dẫn lại", [(None, "repeals", "14/2019/QĐ-UBND")]),
    ("Quyết định số 14/2019/QĐ-UBND ngày 03/5/2019 đã bị bãi bỏ.", [(None, "repeals", "14/2019/QĐ-UBND")]),
    ("Quyết định số 14/2019/QĐ-UBND đã hết hiệu lực một phần.", [(None, "amends", "14/2019/QĐ-UBND")]),
    ("Điều 4 Quyết định số 14/2019/QĐ-UBND đã được bãi bỏ.", [(None, "amends", "14/2019/QĐ-UBND")]),
    (
        "Quyết định số 21/2024/QĐ-UBND ngày 02/7/2024 bãi bỏ Quyết định số 14/2019/QĐ-UBND",
        [("21/2024/QĐ-UBND", "repeals", "14/2019/QĐ-UBND")],
    ),
    (
        "Quyết định số 21/2024/QĐ-UBND ngày 02/7/2024 bãi bỏ Điều 4 của Quyết định số 14/2019/QĐ-UBND",
        [("21/2024/QĐ-UBND", "amends", "14/2019/QĐ-UBND")],
    ),
    (
        "Mẫu số 3 tại Phụ lục II ban hành kèm theo Nghị định số 70/2025/NĐ-CP (thay thế Nghị định số 123/2020/NĐ-CP)",
        [("70/2025/NĐ-CP", "amends", "123/2020/NĐ-CP")],
    ),
    # A note of a web site on another document's end.
    ("hướng dẫn bởi Thông tư 31/2018/TT-BTC có hiệu lực từ 01/01/2019 (VB hết hiệu lực: 15/8/2025)", []),
    # What this document itself does only in part.
    ("Bãi bỏ Điều 5 của Quyết định số 09/2020/QĐ-UBND ngày 06/02/2020.", [
        ("45/2026/QĐ-UBND", "amends", "09/2020/QĐ-UBND")]),
    ("Quyết định này thay thế quy định tại khoản 2 Điều 7 của Quyết định số 09/2020/QĐ-UBND.", [
        ("45/2026/QĐ-UBND", "amends", "09/2020/QĐ-UBND")]),
    (
        "Quyết định số 09/2020/QĐ-UBND ngày 06/02/2020 hết hiệu lực một phần kể từ ngày Quyết định này có hiệu lực.",
        [("45/2026/QĐ-UBND", "amends", "09/2020/QĐ-UBND")],
    ),
    (
        "Quyết định này thay thế Quyết định số 09/2020/QĐ-UBND ngày 06/02/2020, trừ các quy định tại khoản 3 Điều 7.",
        [("45/2026/QĐ-UBND", "amends", "09/2020/QĐ-UBND")],
    ),
    ("Quyết định này thay thế Quyết định số 09/2020/QĐ-UBND, trừ trường hợp quy định tại Điều 9 Quyết định này.", []),
    # Its whole acts are relations of citations.
    ("Quyết định này có hiệu lực từ ngày ký và thay thế Quyết định số 09/2020/QĐ-UBND ngày 06/02/2020.", []),
    ("Bãi bỏ toàn bộ Quyết định số 09/2020/QĐ-UBND ngày 06/02/2020.", []),
    # Nothing is said.
    ("Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08/6/2010; Nghị định số 48/2013/NĐ-CP ngày 14/5/2013;", []),
    ("Thực hiện Nghị định số 48/2013/NĐ-CP, sửa đổi, bổ sung Kế hoạch số 12/KH-UBND như sau", []),
    ("Quyết định số 1291/QĐ-BNV công bố thủ tục hành chính được sửa đổi, bổ sung theo Nghị định số 63/2010/NĐ-CP", []),
    ("khi Quyết định số 14/2019/QĐ-UBND đã hết hiệu lực thì áp dụng văn bản mới", []),
    ("Sở Nội vụ đề nghị Quyết định số 14/2019/QĐ-UBND được thay thế trong năm 2026", []),
    ("Kế hoạch số 12/KH-UBND thay thế dần hồ sơ giấy theo Quyết định số 468/QĐ-TTg", []),
    ("Căn cứ Nghị định số 61/2018/NĐ-CP sửa đổi Quyết định số 30/QĐ-UBND theo thẩm quyền", []),
    ("Quyết định này thay thế Quyết định số 5/QĐ-UBND quy định chi tiết một số điều của Luật Đất đai "
     "và Quyết định số 6/QĐ-UBND", []),
]  # fmt: skip


def document_of(paragraph: str) -> Document:
    blocks = [Block(BlockKind.PARAGRAPH, line) for line in (*HEAD.split("\n"), paragraph)]
    return assemble(Reading("txt", 1, blocks), "thu.txt", "0" * 64)


def keys(rows: list[tuple[str | None, str, str]]) -> set[tuple[str, str, str]]:
    return {(number_key(subject or ""), relation, number_key(other)) for subject, relation, other in rows}


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_statement_is_read(text: str, expected: list[tuple[str | None, str, str]]) -> None:
    found = find_statements(document_of(text))
    assert keys([(said.subject, said.relation, said.object) for said in found]) == keys(expected)


@pytest.mark.parametrize(("text", "expected"), ROWS)
@pytest.mark.parametrize("damage", ["bare", "broken"])
def test_damaged_text_says_the_same(text: str, expected: list[tuple[str | None, str, str]], damage: str) -> None:
    if damage == "bare":
        text = strip_diacritics(text)
    else:  # lines that end where a page ends
        words = text.split(" ")
        text = "".join(word + ("\n" if n % 9 == 8 else " ") for n, word in enumerate(words)).strip()
    found = find_statements(document_of(text))
    assert keys([(said.subject, said.relation, said.object) for said in found]) == keys(expected)


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        (
            "A. VĂN BẢN HẾT HIỆU LỰC TOÀN BỘ NĂM 2025",
            [("50/2025/QĐ-UBND", "replaces", "14/2019/QĐ-UBND"), ("21/2025/NQ-HĐND", "repeals", "07/2018/NQ-HĐND")],
        ),
        (
            "B. VĂN BẢN HẾT HIỆU LỰC MỘT PHẦN NĂM 2025",
            [("50/2025/QĐ-UBND", "amends", "14/2019/QĐ-UBND"), ("21/2025/NQ-HĐND", "amends", "07/2018/NQ-HĐND")],
        ),
        ("DANH MỤC VĂN BẢN", []),
    ],
)
def test_lists_of_documents_whose_force_ended(caption: str, expected: list[tuple[str | None, str, str]]) -> None:
    rows = [
        ("STT", "Số, ký hiệu", "Tên văn bản", "Lý do hết hiệu lực"),
        ("1", "14/2019/QĐ-UBND", "Quy định về một cửa", "Được thay thế bằng Quyết định số 50/2025/QĐ-UBND"),
        ("2", "07/2018/NQ-HĐND", "Quy định mức chi", "Bị bãi bỏ bởi Nghị quyết số 21/2025/NQ-HĐND"),
    ]
    cells = [Cell(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row)]
    blocks = [Block(BlockKind.PARAGRAPH, line) for line in (*HEAD.split("\n"), caption)]
    blocks.append(Block(BlockKind.TABLE, "", table=Table(3, 4, cells, header_rows=1)))
    found = find_statements(assemble(Reading("docx", 1, blocks), "danh-muc.docx", "0" * 64))
    assert keys([(said.subject, said.relation, said.object) for said in found]) == keys(expected)


def test_evidence_holds_both_numbers() -> None:
    document = document_of(ROWS[0][0])
    (said,) = find_statements(document)
    quoted = document.text[said.start : said.end]
    assert "48/2013/NĐ-CP" in quoted
    assert "63/2010/NĐ-CP" in quoted
