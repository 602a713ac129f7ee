from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ingest.errors import ToolFailed, ToolMissing
from ingest.models import BlockKind
from ingest.read import doc, read_file

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PRINTED = """
|UBND TỈNH BÌNH MINH      |CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM   |
|SỞ NỘI VỤ                |Độc lập - Tự do - Hạnh phúc          |

TỜ TRÌNH

      1. Thực hiện Quyết định[1] của tỉnh.

|STT |Nhiệm vụ        |Chủ trì    |
|1   |Rà soát thủ tục |Văn phòng  |
|    |nội bộ          |           |
|2   |Báo cáo         |Phòng CCHC |

-----------------------
[1] Quyết định số 12/QĐ-UBND.
"""


@pytest.fixture
def word_file(tmp_path: Path) -> Path:
    path = tmp_path / "a.doc"
    path.write_bytes(OLE + "WordDocument".encode("utf-16-le") + b"\0" * 2000)
    return path


def program(tmp_path: Path, script: str) -> str:
    path = tmp_path / "program"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return str(path)


def test_names_the_package_to_install(word_file, monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(ToolMissing, match=r"libreoffice-writer-nogui.*\.docx"):
        read_file(word_file)


def test_antiword_output(word_file, tmp_path, monkeypatch):
    printed = tmp_path / "printed"
    printed.write_text(PRINTED, encoding="utf-8")
    antiword = program(tmp_path, f"cat {printed}")
    monkeypatch.setattr(shutil, "which", lambda name: antiword if name == "antiword" else None)
    reading = read_file(word_file)
    assert [b.text for b in reading.blocks if not b.table] == [
        "UBND TỈNH BÌNH MINH", "SỞ NỘI VỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        "TỜ TRÌNH", "1. Thực hiện Quyết định[1] của tỉnh.", "[1] Quyết định số 12/QĐ-UBND.",
    ]  # fmt: skip
    assert reading.blocks[-1].kind is BlockKind.FOOTNOTE
    table = next(b.table for b in reading.blocks if b.table)
    assert [[c.text for c in table.row_cells(r)] for r in range(3)] == [
        ["STT", "Nhiệm vụ", "Chủ trì"], ["1", "Rà soát thủ tục nội bộ", "Văn phòng"], ["2", "Báo cáo", "Phòng CCHC"],
    ]  # fmt: skip


@pytest.mark.parametrize("script", ["exit 3", "sleep 60"])
def test_a_failing_program(word_file, tmp_path, monkeypatch, script):
    office = program(tmp_path, script)
    monkeypatch.setattr(shutil, "which", lambda name: office if name == "soffice" else None)
    monkeypatch.setattr(doc, "_seconds", lambda: 0.3)
    with pytest.raises(ToolFailed, match="LibreOffice"):
        read_file(word_file)
