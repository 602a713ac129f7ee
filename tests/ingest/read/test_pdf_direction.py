"""Pages whose text runs across the paper, or which somebody turned."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest

from ingest.read import read_file

LINES = [
    "Các phòng rà soát thủ tục hành chính thuộc lĩnh vực phụ trách trong tháng",
    "và gửi kết quả về Văn phòng Sở trước ngày mười lăm để tổng hợp.",
]


def _turned(path: Path, content: int, page: int) -> Path:
    """`path` with its content turned anticlockwise and its page clockwise by so many quarters."""
    writer = pypdf.PdfWriter()
    for source in pypdf.PdfReader(path).pages:
        width, height = float(source.mediabox.width), float(source.mediabox.height)
        moves = [(0.0, 0.0), (height, 0.0), (width, height), (0.0, width)]
        size = (height, width) if content % 2 else (width, height)
        sheet = pypdf.PageObject.create_blank_page(width=size[0], height=size[1])
        turn = pypdf.Transformation().rotate(90 * content).translate(*moves[content])
        sheet.merge_transformed_page(source, turn)
        writer.add_page(sheet)
        writer.pages[-1].rotate(90 * page)
    found = path.with_name("quay.pdf")
    writer.write(found)
    return found


@pytest.mark.parametrize(("content", "paper"), [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (2, 0), (3, 0), (3, 2)])
def test_text_is_read_along_its_own_direction(make_pdf, page, content: int, paper: int) -> None:
    made = page()
    made.text(72, 760, LINES[0]).text(72, 742, LINES[1])
    reading = read_file(_turned(make_pdf(made), content, paper))
    assert reading.text == " ".join(LINES)
