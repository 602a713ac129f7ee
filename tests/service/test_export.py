"""Exports open in Excel as they were meant: Vietnamese, dates, links, and never a formula."""

from __future__ import annotations

import csv
import io
import os
import re
import threading
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from service import export
from service.export import LARGEST_CELL, Column, Sheet, csv_lines, write_csv, write_xlsx

COLUMNS = [Column("Nhiệm vụ", 60), Column("Hạn", 12), Column("Số"), Column("Nguồn")]
FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "  =1",
    "\u00a0=1",
    "\u200b=1",
    "\ufeff=1",
    "＝1",
    "＋1",
    "－1",
    "＠A",
    "﹦1",
    "﹢1",
    "- Rà soát",
    "=cmd|' /C calc'!A0",
    "\x00=1",
]
HARMLESS = ["Rà soát", "100% = đủ", "Sở A - Sở B", "5-10", "a@b", "'=1", "", "(=1)", "–  gạch", "1=1"]


def read_csv(content: bytes, separator: str = ",") -> list[list[str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=separator))


def as_csv(rows: list[list[Any]], separator: str = ",") -> bytes:
    return b"".join(csv_lines([Column(f"Cột {n}") for n in range(len(rows[0]))], rows, separator))


def as_sheet(rows: list[list[Any]], columns: list[Column] | None = None) -> Any:
    stream = io.BytesIO()
    write_xlsx(stream, [Sheet("Bảng", columns or [Column(f"Cột {n}") for n in range(len(rows[0]))], rows)])
    return openpyxl.load_workbook(io.BytesIO(stream.getvalue())).active


@pytest.mark.parametrize("text", FORMULAS)
@pytest.mark.parametrize("separator", [",", ";"])
def test_nothing_in_a_csv_begins_a_formula(text: str, separator: str) -> None:
    content = as_csv([[text, "x", text]], separator)
    rows = read_csv(content, separator)
    assert len(rows) == 2
    assert rows[1][0].startswith("'")
    assert rows[1][2] == rows[1][0]


@pytest.mark.parametrize("inner", ["Rà soát;=1+1", "Rà soát\n=1", "Rà soát,+A1", "x\t@A", "x;\t-1"])
def test_nor_where_another_separator_would_split_it(inner: str) -> None:
    text = read_csv(as_csv([[inner]]))[1][0]
    for separator in (",", ";", "\t", "\n"):
        for part in text.split(separator)[1:]:
            assert not part.strip(" ").startswith(("=", "+", "@", "-"))


@pytest.mark.parametrize("text", HARMLESS)
def test_other_text_stays_as_it_is(text: str) -> None:
    assert read_csv(as_csv([["a", text]]))[1][1] == text


@pytest.mark.parametrize("text", [*FORMULAS, *filter(None, HARMLESS)])
def test_a_workbook_holds_text_alone(text: str) -> None:
    sheet = as_sheet([["a", text]])
    cell = sheet["B2"]
    assert cell.data_type == "s"
    assert "".join(cell.value.split()) == "".join(text.replace("\x00", "").split())
    if text in FORMULAS:
        assert cell.quotePrefix  # editing the cell makes no formula of it either


def test_a_workbook_has_no_formula_at_all() -> None:
    stream = io.BytesIO()
    write_xlsx(stream, [Sheet("Bảng", [Column("=1")], [[text] for text in FORMULAS])])
    with zipfile.ZipFile(io.BytesIO(stream.getvalue())) as book:
        for name in book.namelist():
            assert b"<f>" not in book.read(name)
            assert b"<f " not in book.read(name)


def test_vietnamese_new_lines_quotes_and_separators_survive_a_csv() -> None:
    text = 'Ủy ban "một cửa"; gồm:\nđặc khu, xã'
    rows = read_csv(as_csv([[text, None, 12, 99.5, date(2026, 1, 31), ("Mở", "http://kho/x?a=1#b")]]))
    assert rows[1] == [text, "", "12", "99.5", "2026-01-31", "http://kho/x?a=1#b"]
    assert read_csv(as_csv([[text, 99.5]], ";"), ";")[1] == [text, "99,5"]


def test_a_workbook_looks_as_excel_users_expect() -> None:
    rows = [["Rà soát\nđơn giản hóa", date(2026, 1, 31), 12.5, ("Mở đúng chỗ", "http://kho/van-ban/a?doan=a-1#a-1")]]
    sheet = as_sheet(rows, COLUMNS)
    assert [cell.value for cell in sheet[1]] == ["Nhiệm vụ", "Hạn", "Số", "Nguồn"]
    assert sheet["A1"].font.b
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:D2"
    assert sheet.column_dimensions["A"].width == 60
    assert sheet.print_title_rows == "$1:$1"
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert sheet["A2"].value == "Rà soát\nđơn giản hóa"
    assert sheet["A2"].alignment.wrap_text
    assert sheet["B2"].value == datetime(2026, 1, 31)
    assert sheet["B2"].number_format == "dd/mm/yyyy"
    assert sheet["C2"].value == 12.5
    assert sheet["D2"].value == "Mở đúng chỗ"
    assert sheet["D2"].hyperlink.target == "http://kho/van-ban/a?doan=a-1#a-1"


def test_what_xml_cannot_hold_is_left_out_and_overlong_text_cut() -> None:
    sheet = as_sheet([["a\x00\x0b\x1f\ud800b\ufffe\r\nc", "x" * (LARGEST_CELL + 5), None, ""]])
    assert sheet["A2"].value == "ab\nc"
    assert len(sheet["B2"].value) == LARGEST_CELL
    assert sheet["C2"].value is sheet["D2"].value is None


def test_several_sheets_with_names_that_excel_takes() -> None:
    stream = io.BytesIO()
    total = write_xlsx(
        stream, [Sheet("Chỉ tiêu: 2025/2026 [tỉnh]", [Column("A")], [["x"]]), Sheet("'", [Column("B")], [["y"], ["z"]])]
    )
    book = openpyxl.load_workbook(io.BytesIO(stream.getvalue()))
    assert total == 3
    assert book.sheetnames == ["Chỉ tiêu  2025 2026  tỉnh", "Bảng"]


def test_sheets_of_the_same_name_are_told_apart() -> None:
    stream = io.BytesIO()
    long = "Tỷ lệ hồ sơ trực tuyến toàn trình của tỉnh"
    write_xlsx(stream, [Sheet(long, [Column("A")], []), Sheet(long + " khác", [Column("A")], [])])
    names = openpyxl.load_workbook(io.BytesIO(stream.getvalue())).sheetnames
    assert len({name.lower() for name in names}) == 2
    assert all(len(name) <= 31 for name in names)


def test_files_appear_whole_or_not_at_all(tmp_path: Path) -> None:
    def failing() -> Any:
        yield ["x"]
        raise RuntimeError

    for write, name in ((lambda f, r: write_csv(f, [Column("A")], r), "a.csv"),
                        (lambda f, r: write_xlsx(f, [Sheet("A", [Column("A")], r)]), "a.xlsx")):  # fmt: skip
        target = tmp_path / name
        assert write(target, [["cũ"]]) == 1
        before = target.read_bytes()
        with pytest.raises(RuntimeError):
            write(target, failing())
        assert target.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "a.xlsx"]


def test_a_csv_is_made_while_it_is_sent() -> None:
    taken = 0

    def rows() -> Any:
        nonlocal taken
        for _ in range(5000):
            taken += 1
            yield ["Rà soát"]

    pieces = csv_lines([Column("A")], rows())
    next(pieces)
    assert taken < 1000


# --- places that are no plain file ---------------------------------------------------------------


def test_what_is_no_plain_file_is_written_to_and_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "ong"
    os.mkfifo(pipe)
    taken: list[bytes] = []
    for write in (lambda: write_csv(pipe, COLUMNS, [["a"]]), lambda: write_xlsx(pipe, [Sheet("B", COLUMNS, [["a"]])])):
        reader = threading.Thread(target=lambda: taken.append(pipe.read_bytes()))
        reader.start()
        write()
        reader.join(10)
        assert pipe.is_fifo()
    assert read_csv(taken[0])[1][0] == "a"
    assert openpyxl.load_workbook(io.BytesIO(taken[1])).active["A2"].value == "a"


def test_a_link_keeps_leading_to_the_file_that_is_written(tmp_path: Path) -> None:
    (tmp_path / "sau").mkdir()
    link = tmp_path / "lien-ket.csv"
    link.symlink_to(tmp_path / "sau" / "that.csv")
    write_csv(link, COLUMNS, [["a"]])
    assert link.is_symlink()
    assert read_csv((tmp_path / "sau" / "that.csv").read_bytes())[1][0] == "a"


@pytest.mark.parametrize("name", ["khong-co/x", "thu-muc"])
def test_a_place_that_cannot_be_written_is_named_as_it_was_asked_for(tmp_path: Path, name: str) -> None:
    (tmp_path / "thu-muc").mkdir()
    for write in (write_csv, lambda place, columns, rows: write_xlsx(place, [Sheet("B", columns, rows)])):
        with pytest.raises(OSError, match=re.escape(name)) as caught:
            write(tmp_path / name, COLUMNS, [["a"]])
        assert caught.value.filename == str(tmp_path / name)
    assert os.listdir(tmp_path) == ["thu-muc"]


def test_a_name_as_long_as_names_may_be(tmp_path: Path) -> None:
    write_csv(tmp_path / ("k" * 251 + ".csv"), COLUMNS, [["a"]])
    assert os.listdir(tmp_path) == ["k" * 251 + ".csv"]


def test_where_a_sheet_can_hold_no_more_links_their_addresses_stand(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(export, "_MOST_LINKS", 1)
    rows = [[("Mở", f"http://localhost:8000/van-ban/{n}")] for n in range(3)]
    write_xlsx(tmp_path / "a.xlsx", [Sheet("Nhiệm vụ", [Column("Nguồn")], rows)])
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    cells = [row[0] for row in sheet.iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == ["Mở", *(f"http://localhost:8000/van-ban/{n}" for n in (1, 2))]
    assert [bool(cell.hyperlink) for cell in cells] == [True, False, False]
