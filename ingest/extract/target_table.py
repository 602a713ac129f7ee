"""Targets in tables.

Two kinds: a table of targets (a column of indicators, columns of years or of "chỉ tiêu", perhaps a
column of units), whose cells are bare numbers; and any other table, whose cells are read as text
(a task table's "100% hồ sơ được số hóa" in the column of products).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.extract.horizon import find_horizons
from ingest.extract.quantity import Quantity, bare, find_quantities, number_value
from ingest.extract.target_place import Frame, Mode
from ingest.extract.target_sentence import DIGIT, Found, read_paragraph
from ingest.models import Block, Cell, Table

_INDICATOR = re.compile(r"\b(?:chi tieu|noi dung|muc tieu|ten chi|tieu chi|chi so|nhiem vu|linh vuc|danh muc)\b")
_UNIT = re.compile(r"\b(?:don vi tinh|dvt|don vi do)\b|^don vi$")
_VALUE = re.compile(r"\b(?:chi tieu|muc tieu|ke hoach|phan dau|gia tri)\b|\b20\d\d\b")
_PAST = re.compile(
    r"\b(?:thuc hien|ket qua|hien trang|uoc|da dat|thuc te|so lieu|thuc trang|so sanh|ghi chu|thoi gian"
    r"|thoi han|han|hoan thanh|diem|kinh phi|du toan|ngay|chu tri|phoi hop|can cu|van ban|so hieu|stt|tt"
    r"|tai lieu)\b"
)
# Scoring sheets and forms of figures hold no targets.
_SCORING = re.compile(
    r"\b(?:diem|thang diem|diem toi da|diem chuan|tu cham|so luong|muc diem|cach tinh|xep loai|le phi"
    r"|muc thu|muc phi|gia)\b"
)
_CELL_VALUE = re.compile(
    r"""^\s*(?:(?:dat|la|tu|tren|duoi|hon|toi\ thieu|it\ nhat|toi\ da|khong\ qua|khong\ duoi|khoang|>=|<=|≥|≤|>|<
    |tang|giam|top|nhom)\s*)*
    (?P<low>\d[\d.,]*)(?:\s*%?\s*(?:-|–|den)\s*(?P<high>\d[\d.,]*))?\s*
    (?P<unit>%|bac|diem|lan(?:/nam)?)?(?:\s+tro\ len)?\s*\.?\s*$""",
    re.VERBOSE,
)


def _header(table: Table) -> tuple[list[str], int]:
    """Column names in bare form (rows of a stacked header joined) and the first row of data."""
    grid = table.grid()
    rows = max(1, min(table.header_rows or 1, 3, table.rows))
    names: list[str] = []
    for column in range(table.columns):
        parts: list[str] = []
        for row in range(rows):
            cell = grid[row][column]
            if cell is not None and cell.text and cell.text not in parts:
                parts.append(cell.text)
        names.append(bare(" ".join(parts)).strip())
    return names, rows


def read_table(block: Block, frame: Frame) -> Iterator[tuple[Found, int, int]]:
    """(found, start, end) for each target of a table; offsets are into the document's text."""
    table = block.table
    if table is None or table.rows < 1:
        return
    names, first = _header(table)
    joined = " | ".join(names)
    columns = _columns(names)
    if _SCORING.search(joined) and not re.search(r"\b(?:muc tieu|chi tieu|phan dau)\b", joined):
        return
    goal = re.search(r"\b(?:chi tieu|muc tieu|phan dau)\b", joined) is not None
    allowed = frame.mode == Mode.OPEN or (goal and frame.mode == Mode.CUED)
    if allowed and columns is not None and _is_target_table(table, first, columns):
        yield from _read_grid(table, first, names, columns, frame)
        read = {columns[0], columns[1], *(column for column, _ in columns[2])}
    else:
        read = set()
    mode = min(frame.mode, Mode.CUED) if frame.mode != Mode.OPEN else Mode.OPEN
    # A first column of indicators makes the table one of targets, whatever its section.
    named = any(re.search(r"\bchi tieu\b", name) for name in names[:3]) and not any(
        _PAST.search(n) and "20" in n for n in names
    )
    local = replace(frame, mode=Mode.OPEN if named and frame.mode >= Mode.CUED else mode)
    skip = {
        i
        for i, name in enumerate(names)
        if re.search(
            r"\b(?:thoi gian|thoi han|han hoan thanh|ghi chu|ket qua (?:thuc hien|nam)|hien trang|can cu)\b", name
        )
    }
    for cell in table.cells:
        if (
            (cell.row < first and table.header_rows)
            or cell.column in skip
            or cell.column in read
            or len(cell.text) < 8
            or not DIGIT.search(cell.text)
        ):
            continue
        for start, end, found in read_paragraph(cell.text, bare(cell.text), local):
            yield found, cell.start + start, cell.start + end


def _columns(names: list[str]) -> tuple[int, int | None, list[tuple[int, int | None]]] | None:
    """(indicator column, unit column, [(value column, its year)]) of a table of targets."""
    indicator = next(
        (
            i
            for i, name in enumerate(names)
            if _INDICATOR.search(name) and not re.search(r"\b20\d\d\b", name) and i <= 2
        ),
        None,
    )
    if indicator is None:
        return None
    unit = next((i for i, name in enumerate(names) if _UNIT.search(name)), None)
    values: list[tuple[int, int | None]] = []
    for i, name in enumerate(names):
        if i in (indicator, unit) or i < indicator or not name or not _VALUE.search(name):
            continue
        if _PAST.search(name) and not re.search(r"\b(?:muc tieu|chi tieu|ke hoach|phan dau)\b", name):
            continue
        years = [int(y) for y in re.findall(r"\b(20[1-4]\d)\b", name)]
        period = re.search(r"20\d\d\s*[-–]\s*20\d\d", name)
        values.append((i, None if not years or period else years[-1]))
    return (indicator, unit, values) if values else None


def _is_target_table(table: Table, first: int, columns: tuple[int, int | None, list[tuple[int, int | None]]]) -> bool:
    """Whether the value columns hold mostly bare numbers."""
    wanted = {column for column, _ in columns[2]}
    total = bare_numbers = 0
    for cell in table.cells:
        if cell.row >= first and cell.column in wanted and cell.text.strip():
            total += 1
            bare_numbers += _CELL_VALUE.match(bare(cell.text)) is not None
    return total > 0 and bare_numbers * 2 > total


def _read_grid(
    table: Table,
    first: int,
    names: list[str],
    columns: tuple[int, int | None, list[tuple[int, int | None]]],
    frame: Frame,
) -> Iterator[tuple[Found, int, int]]:
    indicator_column, unit_column, values = columns
    grid = table.grid()
    group = ""
    for row in range(first, table.rows):
        head = grid[row][indicator_column]
        if head is None or not head.text.strip():
            continue
        cells: list[tuple[Cell, int | None]] = []
        for column, year in values:
            cell = grid[row][column]
            if cell is not None and cell is not head and cell.row == row and cell.text.strip():
                cells.append((cell, year))
        if not cells:
            group = head.text.strip()
            continue
        unit_cell = grid[row][unit_column] if unit_column is not None else None
        name = re.sub(r"^\s*[-+*]\s*", "", " ".join(head.text.split())).strip(" :;.")
        if group and re.match(r"\s*[-+]|(?:cap|trong do|cac so)\b", bare(head.text)):
            name = f"{group.strip(' :;.')}: {name}"
        for cell, year in cells:
            unit = (
                unit_cell.text.strip() if unit_cell is not None else _header_unit(names[cell.column], " ".join(names))
            )
            found = _cell(cell, name, unit, year, head.text, frame)
            if found is not None:
                start, end = min(head.start, cell.start), max(head.end, cell.end)
                yield found, start, end


def _header_unit(name: str, header: str) -> str:
    """The unit that the name of a value column carries: "Mục tiêu (điểm)"."""
    match = re.search(r"\(\s*(%|diem|thu tuc|ho so|lan)\s*\)", name)
    if match is None and re.search(r"\bdiem\b", header):
        return "điểm"
    return (
        {"diem": "điểm", "thu tuc": "thủ tục", "ho so": "hồ sơ", "lan": "lần"}.get(match.group(1), "%") if match else ""
    )


_NUMBER_OF = re.compile(
    r"số (?:lượng )?((?:\w+ ?){1,3}?)(?= (?:được|có|đã|thực hiện|trên|của|cấp|đủ|cung cấp|hoàn thành)\b)", re.IGNORECASE
)


def _cell(cell: Cell, name: str, unit: str, year: int | None, head: str, frame: Frame) -> Found | None:
    """The target that one cell of numbers sets."""
    folded = bare(cell.text)
    match = _CELL_VALUE.match(folded)
    if match is None or not re.search(r"[^\W\d_]{2}", name):
        return None
    own_unit = match.group("unit")
    if own_unit and own_unit != "%":
        counts = [q for q in find_quantities(cell.text) if q.kind != "share"]
        if counts:
            return _named(counts[0], name, year, head, cell, frame)
    percent = (
        own_unit is not None
        or unit.startswith("%")
        or "phan tram" in bare(unit)
        or re.search(r"\(\s*%\s*\)", head) is not None
    )
    probe = cell.text if own_unit else cell.text.rstrip(" .") + "%"
    quantities = find_quantities(probe)
    if not quantities:
        return None
    quantity = quantities[0]
    written = None if percent else (unit or None)
    counted = _NUMBER_OF.match(name)
    if written is None and counted:
        written = counted.group(1).strip()
    if not percent and re.match(r"\s*(?:ty le|ti le|ty trong)", bare(head)) and not unit:
        written, percent = "%", True
    if not percent:
        low = match.group("low").rstrip(".,")
        high = match.group("high")
        quantity = replace(
            quantity, value=number_value(low), value_to=number_value(high.rstrip(".,")) if high else None, unit=written
        )
    else:
        quantity = replace(quantity, unit="%")
    if re.match(r"(?:(?:trieu|ty|nghin|ngan) )?(?:dong|usd|vnd)\b", bare(unit).strip()):
        return None
    if percent and quantity.value > 1000:
        return None
    return _named(quantity, name, year, head, cell, frame)


def _named(quantity: Quantity, name: str, year: int | None, head: str, cell: Cell, frame: Frame) -> Found | None:
    horizons = find_horizons(head, bare(head))
    own = next((h.year for h in horizons.years), None)
    resolved = year or own or frame.year or frame.plan_year
    if year is not None and frame.reference is not None and year < frame.reference:
        return None
    label = re.sub(r"\s*\(\s*(?:%|ĐVT[^)]*)\s*\)", "", name)
    return Found(quantity, label, 0, len(cell.text), resolved, None if resolved else frame.period, None, quantity.base)
