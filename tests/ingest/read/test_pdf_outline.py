"""Bookmarks of a PDF make headings of the lines that they name."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest

from ingest.models import BlockKind
from ingest.read import read_file

ORDINARY = "Văn phòng Sở tổng hợp kết quả, báo cáo Giám đốc Sở theo quy định."


def with_bookmarks(path: Path, *entries: tuple[str, int]) -> Path:
    """The same PDF with nested bookmarks: (title, page from 0), each a child of the one before."""
    writer = pypdf.PdfWriter(clone_from=path)
    parent = None
    for title, page in entries:
        parent = writer.add_outline_item(title=title, page_number=page, parent=parent)
    out = path.with_name("outline.pdf")
    writer.write(out)
    return out


def headings(path: Path) -> list[tuple[str, int | None]]:
    return [(b.text, b.level) for b in read_file(path).blocks if b.kind is BlockKind.HEADING]


@pytest.fixture
def plain(make_pdf, page) -> Path:
    first = page().text(72, 700, "Nội dung thực hiện của kế hoạch").text(72, 660, ORDINARY)
    second = page().text(72, 700, "Kiểm tra, giám sát").text(72, 660, ORDINARY)
    return make_pdf(first, second)


def test_lines_that_bookmarks_name_are_headings_of_their_level(plain: Path) -> None:
    assert headings(plain) == []
    path = with_bookmarks(plain, ("NỘI DUNG thực hiện của kế hoạch", 0), ("kiểm tra, giám sát", 1))
    assert headings(path) == [("Nội dung thực hiện của kế hoạch", 1), ("Kiểm tra, giám sát", 2)]


@pytest.mark.parametrize("title", ["nội dung thực hiện", "Trang 1", "kiểm tra, giám sát"])
def test_other_bookmarks_change_nothing(plain: Path, title: str) -> None:
    path = with_bookmarks(plain, (title, 0))
    assert headings(path) == []
    assert [b.text for b in read_file(path).blocks] == [b.text for b in read_file(plain).blocks]
