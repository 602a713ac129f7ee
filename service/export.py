"""Lists for Excel: CSV and XLSX of any columns and rows, safe to open.

CSV: UTF-8 with a byte order mark, without which Excel garbles Vietnamese; commas (RFC 4180), points in decimals,
ISO dates. Excel splits a double-clicked CSV at the list separator of Windows, which offices set to ',' or ';':
`separator=";"` writes the other kind, with decimal commas. A first line "sep=," is no way out: with it Excel
disregards the byte order mark, and every other program reads it as a row. Whoever wants no such question takes XLSX.

Neutralised: a text that a spreadsheet could take for a formula (= + - @, also full-width, after spaces or invisible
characters, or a leading tab or line break) gets an apostrophe in front, in CSV also where such a text begins after a
line break or a separator inside a field, since Excel may split there. XLSX holds every text as text, marked so that
editing the cell doesn't make a formula of it either.
"""

from __future__ import annotations

import contextlib
import csv
import io
import itertools
import os
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO, Any

LARGEST_CELL = 32_767  # characters, Excel's limit
LARGEST_SHEET = 1_048_576  # rows, Excel's limit, the header among them
_LONGEST_LINK = 2_079  # characters, Excel's limit
_A4 = 9  # Excel's number of the paper
_LONGEST_NAME = 31  # characters of a sheet's name, Excel's limit
_MOST_LINKS = 65_530  # of one sheet, Excel's limit
_TAB_OR_BREAK = "\t\r\n"
# Inside a field: where a program that splits elsewhere would begin a new one. "- " there is a list.
_INNER_FORMULA = re.compile(r"([\n\t;,][^\S\n]*)([=+@＝＋＠]|[-－](?!\s))")
# Not allowed in XML, hence in XLSX: controls but tab, line feed, carriage return; half surrogates; two non-characters.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, and its width in characters (XLSX)."""

    title: str
    width: float = 20


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook. Values are texts, numbers, days (see `day`), None, or links: (shown text, address).

    `name` as people say it: see `sheet_name`.
    """

    name: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Any]]


def day(iso: str | None) -> date | str | None:
    """A contract's date as Excel sorts it; a month or a year alone stays text.

    >>> day("2026-01-31"), day("2023-03"), day(None), day("2026-02-31")
    (datetime.date(2026, 1, 31), '2023-03', None, '2026-02-31')
    """
    if iso and _ISO_DAY.fullmatch(iso):
        try:
            return date.fromisoformat(iso)
        except ValueError:
            return iso
    return iso


def neutral(text: str) -> str:
    """Text that no spreadsheet takes for a formula when it reads a CSV, whatever it splits fields at.

    >>> neutral("=1+1"), neutral("  @SUM(A1)"), neutral("＝1"), neutral("- Rà soát"), neutral("Đạt 95% = đủ")
    ("'=1+1", "'  @SUM(A1)", "'＝1", "'- Rà soát", 'Đạt 95% = đủ')
    >>> neutral("Rà soát; =cmd|' /C calc'!A0"), neutral("Gồm:\\n- Công khai;\\n=1")
    ("Rà soát; '=cmd|' /C calc'!A0", "Gồm:\\n- Công khai;\\n'=1")
    """
    if looks_like_formula(text):
        text = "'" + text
    return _INNER_FORMULA.sub(r"\1'\2", text)


def looks_like_formula(text: str) -> bool:
    """True where a spreadsheet that is typed this text may calculate it.

    >>> [looks_like_formula(t) for t in ("=A1", "\\u200b+1", "\\tx", "−5", "a=1", "")]
    [True, True, True, False, False, False]
    """
    if text[:1].isalnum():
        return False
    first = next((char for char in text if not _invisible(char)), "")
    return bool(text) and (text[0] in _TAB_OR_BREAK or unicodedata.normalize("NFKC", first)[:1] in tuple("=+-@"))


def _invisible(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) in ("Cc", "Cf")


def legal(text: str) -> str:
    """Text without characters that XML can't hold; line ends as line feeds.

    >>> legal("a\\x00b\\r\\nc\\x0bd")
    'ab\\ncd'
    """
    return _ILLEGAL.sub("", text).replace("\r\n", "\n").replace("\r", "\n")


# --- CSV ---------------------------------------------------------------------------------------


def csv_lines(columns: Sequence[Column], rows: Iterable[Sequence[Any]], separator: str = ",") -> Iterator[bytes]:
    """A CSV in pieces of some rows each, for streaming. Values as in `Sheet`; of a link the address is written."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=separator, lineterminator="\r\n")
    buffer.write("\ufeff")
    writer.writerow([neutral(column.title) for column in columns])
    for number, row in enumerate(rows, start=1):
        writer.writerow([_csv_value(value, separator) for value in row])
        if number % 500 == 0:
            yield _drain(buffer)
    yield _drain(buffer)


def _drain(buffer: io.StringIO) -> bytes:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text.encode("utf-8", "replace")


def _csv_value(value: Any, separator: str) -> str:
    if isinstance(value, tuple):  # a link: (shown, address)
        value = value[1] or value[0]
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        text = str(int(value)) if value == int(value) else repr(value)
        return text.replace(".", ",") if separator == ";" else text
    if isinstance(value, int):
        return str(value)
    return neutral(legal(str(value)))


def write_csv(
    target: Path | IO[bytes], columns: Sequence[Column], rows: Iterable[Sequence[Any]], separator: str = ","
) -> int:
    """Write a CSV to a path or a binary stream; returns the number of rows."""
    counted = _Counted(rows)
    with _opened(target) as stream:
        for piece in csv_lines(columns, counted, separator):
            stream.write(piece)
    return counted.number


class _Counted:
    """Rows that remember how many were taken."""

    def __init__(self, rows: Iterable[Sequence[Any]]) -> None:
        self.rows, self.number = rows, 0

    def __iter__(self) -> Iterator[Sequence[Any]]:
        for row in self.rows:
            self.number += 1
            yield row


@contextlib.contextmanager
def _opened(target: Path | IO[bytes]) -> Iterator[IO[bytes]]:
    """A path is written aside and put in place when whole. Links are followed; what is no plain file (`/dev/stdout`,
    a pipe) is written to as it is, never replaced.

    Raises:
        OSError: with the path that was asked for.
    """
    if not isinstance(target, Path):
        yield target
        return
    try:
        if target.exists() and not target.is_file():
            with target.open("wb") as stream:
                yield stream
            return
        place = target.resolve() if target.is_symlink() else target
        aside = place.with_name(f".cchc-{os.getpid()}.moi")  # short: a long name may leave no room for an addition
        try:
            with aside.open("wb") as stream:
                yield stream
            aside.replace(place)
        finally:
            aside.unlink(missing_ok=True)
    except OSError as error:
        error.filename, error.filename2 = str(target), None
        raise


# --- XLSX --------------------------------------------------------------------------------------


def write_xlsx(target: Path | IO[bytes], sheets: Sequence[Sheet]) -> int:
    """Write a workbook to a path or a binary stream; returns the number of rows of all sheets.

    Header row bold, frozen and repeated on paper, with filters; long texts wrapped; days as dates; printed on A4,
    landscape, all columns on one page; no formulas. Rows are streamed
    through a temporary file: with 50,000 rows of 13 columns, links among them, the process peaks at 173 MB.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    total = 0
    with _opened(target) as stream:  # before the rows are gathered: a place that can't be written to is told at once
        for sheet in sheets:
            page = book.create_sheet(sheet_name(sheet.name, book.sheetnames))
            try:
                total += _write_sheet(page, sheet)
            except BaseException:
                with contextlib.suppress(Exception):  # its temporary file
                    page.close()
                    page._writer.cleanup()
                raise
        with tempfile.TemporaryFile() as whole:  # a zip goes back to what it has written, which a pipe can't
            book.save(whole)
            whole.seek(0)
            shutil.copyfileobj(whole, stream)
    return total


def _write_sheet(page: Any, sheet: Sheet) -> int:
    from openpyxl.utils import get_column_letter

    page.freeze_panes = "A2"
    page.print_title_rows = "1:1"
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", _A4
    page.page_setup.fitToHeight, page.sheet_properties.pageSetUpPr.fitToPage = 0, True
    for number, column in enumerate(sheet.columns, start=1):
        page.column_dimensions[get_column_letter(number)].width = column.width
    styles = _Styles(page)
    page.append([styles.text(column.title, styles.head) for column in sheet.columns])
    links = written = 0
    for row in itertools.islice(sheet.rows, LARGEST_SHEET - 1):
        cells = []
        for value in row:
            shown, address = value if isinstance(value, tuple) else (value, None)
            if address and links >= _MOST_LINKS:
                shown = address  # no more links in this sheet: what can be copied into a browser
            cell = styles.cell(shown)
            if address and len(address) <= _LONGEST_LINK and links < _MOST_LINKS:
                cell = styles.text(str(shown), styles.link)
                cell.hyperlink = legal(address)
                cell._value, cell._style = legal(str(shown))[:LARGEST_CELL], styles.link
                links += 1
            cells.append(cell)
        page.append(cells)
        written += 1
    page.auto_filter.ref = f"A1:{get_column_letter(max(len(sheet.columns), 1))}{written + 1}"
    return written


class _Styles:
    """Cells with the few styles of a sheet, each made once: openpyxl looks a style up anew for every cell it gets."""

    def __init__(self, page: Any) -> None:
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Alignment, Font, PatternFill

        def make() -> Any:
            return WriteOnlyCell(page)

        self._make = make

        align: Any = Alignment
        wrapped = align(vertical="top", wrap_text=True)

        def style(**properties: Any) -> Any:
            made = make()
            made.alignment = wrapped
            for name, value in properties.items():
                setattr(made, name, value)
            return made._style

        self.plain = style()
        self.harmful = style(quotePrefix=True)
        self.day = style(number_format="dd/mm/yyyy")
        self.link = style(font=Font(color="0B4A8F", underline="single"))
        self.head = style(font=Font(bold=True), fill=PatternFill("solid", fgColor="E9EEF5"))

    def cell(self, value: Any) -> Any:
        """A cell for a value of any kind; None for an empty one."""
        if value is None or value == "":
            return None
        if isinstance(value, str):
            return self.text(value, self.harmful if looks_like_formula(value) else self.plain)
        made = self._make()
        made.value = value
        made._style = self.day if isinstance(value, date) else self.plain
        return made

    def text(self, text: str, style: Any) -> Any:
        """A cell with text, never taken for a formula or an error code."""
        made = self._make()
        made._value, made.data_type, made._style = legal(text)[:LARGEST_CELL], "s", style
        return made


_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


def sheet_name(name: str, taken: Sequence[str] = ()) -> str:
    """A name that Excel takes for a sheet, other than those that are taken.

    >>> sheet_name("Nhiệm vụ: [Sở/ngành]"), sheet_name("'"), sheet_name("Chỉ tiêu", ["CHỈ TIÊU"])
    ('Nhiệm vụ   Sở ngành', 'Bảng', 'Chỉ tiêu (2)')
    """
    base = _NOT_IN_NAMES.sub(" ", legal(name)).strip(" '")[:_LONGEST_NAME].rstrip(" '") or "Bảng"
    used = {one.lower() for one in taken}
    found, number = base, 1
    while found.lower() in used:
        number += 1
        ending = f" ({number})"
        found = base[: _LONGEST_NAME - len(ending)] + ending
    return found
