"""One file from bytes to Document."""

import hashlib
from pathlib import Path

import pytest

from ingest.errors import ReadError
from ingest.models import Block, BlockKind, Cell, Reading, Table
from ingest.pipeline import page_spans, process

SHARED = Path(__file__).parents[2].parent / "shared" / "documents"

PLAN = """SỞ NỘI VỤ TỈNH HÒA THỊNH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 24/KH-SNV

Hòa Thịnh, ngày 12 tháng 01 năm 2026

KẾ HOẠCH
Kiểm tra cải cách hành chính (CCHC) năm 2026

I. MỤC ĐÍCH, YÊU CẦU

Đánh giá việc thực hiện công tác cải cách hành chính (CCHC) tại các cơ quan, đơn vị.

II. TỔ CHỨC THỰC HIỆN

1. Văn phòng Sở: chủ trì, tổng hợp kết quả kiểm tra.

Nơi nhận:
- Lưu: VT.
"""


def test_process(tmp_path: Path) -> None:
    path = tmp_path / "kế hoạch.txt"
    path.write_text(PLAN, encoding="utf-8")
    document = process(path)
    digest = hashlib.sha256(PLAN.encode()).hexdigest()
    assert (document.id, document.sha256, document.file_name) == (digest[:16], digest, path.name)
    assert document.header.number == "24/KH-SNV"
    assert [s.label for s in document.sections] == ["I.", "II.", None]
    assert document.abbreviations == {"CCHC": "cải cách hành chính"}
    assert all(document.text[p.start : p.end] == p.text for p in document.passages)
    assert [(p.number, p.start, p.end) for p in document.pages] == [(1, 0, len(document.text))]


def test_the_same_bytes_give_the_same_document(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(PLAN, encoding="utf-8")
    first, second = process(tmp_path / "a.txt"), process(tmp_path / "b.txt")
    second.file_name = first.file_name
    assert first == second


def test_a_missing_file_is_a_read_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError):
        process(tmp_path / "không có.txt")


def test_pages_cover_the_text() -> None:
    cells = [Cell(0, 0, "a", page=2, start=10), Cell(1, 0, "b", page=4, start=20)]
    blocks = [
        Block(BlockKind.PARAGRAPH, "0123456", 1, 0, 7, page_breaks=[4]),
        Block(BlockKind.TABLE, "", 2, 10, 30, table=Table(2, 1, cells)),
    ]
    spans = page_spans(Reading("pdf", 5, blocks, text="x" * 30))
    assert [(s.number, s.start, s.end) for s in spans] == [(1, 0, 4), (2, 4, 20), (3, 20, 20), (4, 20, 30), (5, 30, 30)]


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="no shared documents beside the checkout")
@pytest.mark.parametrize("path", sorted((SHARED / "seeds").glob("*.txt")), ids=lambda p: p.name[:3])
def test_real_plans(path: Path) -> None:
    document = process(path)
    body = [p for p in document.passages if not p.furniture]
    assert all(document.text[p.start : p.end] == p.text for p in document.passages)
    assert sum(40 <= len(p.text.split()) <= 220 for p in body) >= 0.9 * len(body)
    assert document.sections[0].kind == "legal_basis"
    assert document.sections[-1].kind == "recipients"
