"""What is a document's own legal basis, and what is the basis of something else that it holds."""

from __future__ import annotations

import pytest

from ingest.clean.fold import strip_diacritics
from ingest.extract.citations import find_citations
from ingest.models import Block, BlockKind, Document, Reading
from ingest.pipeline import assemble

DECREE = "Nghị định số 9/2024/NĐ-CP ngày 05/01/2024 của Chính phủ"
OWN = f"Căn cứ {DECREE};"
LETTER = (
    "SỞ NỘI VỤ",
    "Số: 45/SNV-CCHC",
    "V/v hướng dẫn rà soát",
    "Sơn La, ngày 12 tháng 01 năm 2026",
    "Kính gửi: Các sở;",
)
PLAN = ("SỞ NỘI VỤ", "Số: 45/KH-SNV", "Sơn La, ngày 12 tháng 01 năm 2026", "KẾ HOẠCH", "Cải cách hành chính năm 2026")
DECISION = ("SỞ NỘI VỤ", "Số: 45/QĐ-SNV", "Sơn La, ngày 12 tháng 01 năm 2026", "QUYẾT ĐỊNH", "Về việc công bố thủ tục")
REPORT = (*DECISION[:1], "Số: 45/BC-SNV", DECISION[2], "BÁO CÁO", "Kết quả cải cách hành chính năm 2025")
FILL = "Các đơn vị tổ chức công khai đầy đủ danh mục tại trụ sở và trên trang thông tin. " * 6


def relation(head: tuple[str, ...], *lines: str) -> str:
    blocks = [Block(BlockKind.PARAGRAPH, line) for line in (*head, *lines)]
    document: Document = assemble(Reading("txt", 1, blocks), "thu.txt", "0" * 64)
    return next(c.relation for c in find_citations(document) if c.number == "9/2024/NĐ-CP")


ROWS: list[tuple[tuple[str, ...], tuple[str, ...], str]] = [
    (DECISION, (OWN, "QUYẾT ĐỊNH:", "Điều 1. Công bố danh mục thủ tục."), "basis"),
    (DECISION, ("QUYẾT ĐỊNH:", "Điều 1. Công bố danh mục thủ tục.", OWN), "refers"),
    (DECISION, ("Điều 1. Công bố danh mục.", "PHỤ LỤC", "11. Căn cứ pháp lý của TTHC:", f"- {DECREE}."), "refers"),
    (PLAN, (OWN, "I. MỤC ĐÍCH", "1. Mục đích: nâng cao chất lượng."), "basis"),
    (PLAN, ("I. CĂN CỨ PHÁP LÝ", f"- {DECREE};", "II. MỤC ĐÍCH", "1. Nâng cao chất lượng."), "basis"),
    (PLAN, ("I. MỤC ĐÍCH", "1. Nâng cao chất lượng.", f"Căn cứ {DECREE}, các phòng rà soát hồ sơ."), "refers"),
    (REPORT, (OWN, "Sở Nội vụ báo cáo như sau:", "I. KẾT QUẢ"), "basis"),
    (REPORT, ("I. KẾT QUẢ", f"1. Năm 2020, căn cứ {DECREE}, Sở đã lập danh mục."), "refers"),
    (LETTER, (f"Về việc này, căn cứ {DECREE}, Sở Nội vụ có ý kiến như sau:",), "basis"),
    (LETTER, ("1. Về hồ sơ", f"- Căn cứ {DECREE}, trường hợp trên được giải quyết."), "basis"),
    (PLAN, (FILL, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", FILL * 4, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", OWN), "refers"),
    (
        LETTER,
        (
            "1. Trình tự thực hiện: nộp hồ sơ.",
            "2. Cách thức thực hiện: trực tiếp.",
            "3. Căn cứ pháp lý của thủ tục hành chính:",
            f"- {DECREE}.",
        ),
        "refers",
    ),
]


@pytest.mark.parametrize(("head", "lines", "expected"), ROWS)
def test_own_basis(head: tuple[str, ...], lines: tuple[str, ...], expected: str) -> None:
    assert relation(head, *lines) == expected


@pytest.mark.parametrize(("head", "lines", "expected"), ROWS)
def test_own_basis_without_diacritics(head: tuple[str, ...], lines: tuple[str, ...], expected: str) -> None:
    """The header keeps its marks: its type decides what is read."""
    bare = tuple(strip_diacritics(line).replace("ND-CP", "NĐ-CP") for line in lines)
    assert relation(head, *bare) == expected
