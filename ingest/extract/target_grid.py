"""Targets of a table of targets: a column of indicators, columns of years or of "chỉ tiêu", perhaps one of units."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.extract.quantity import bare, find_quantities, number_value
from ingest.extract.target_cell import holds_value, read_cell
from ingest.extract.target_columns import (
    GROWTH,
    RATE,
    TO_REACH,
    Column,
    Layout,
    time_of,
    unit_behind,
    unit_in,
    without_time,
)
from ingest.extract.target_list import find_stage
from ingest.extract.target_place import Frame
from ingest.extract.target_sentence import Found
from ingest.models import Cell, Table

# Who is in charge stands in a column "Đơn vị" too.
_WHO = re.compile(r"\b(?:so|ubnd|phong|ban|van phong|cong an|uy ban|chi cuc|trung tam|bo|cac)\s")


def is_grid(table: Table, first: int, layout: Layout) -> bool:
    """Whether the value columns hold mostly numbers; `first` is the first row of data."""
    wanted = {column.index: column.unit for column in layout.values}
    total = numbers = 0
    for cell in table.cells:
        text = cell.text.strip()
        if cell.row >= first and cell.column in wanted and text and text not in ("-", "x", "X", "…"):
            if layout.unit is not None and len(text.split()) <= 4 and not any(map(str.isdigit, text)):
                continue  # "Tốt", "Khá trở lên": a goal of its own kind beside those of numbers
            total += 1
            numbers += holds_value(text, wanted[cell.column])
    # A column that is named for its goals may hold words for many rows ("Đạt", "theo quy định").
    least = 4 if layout.named else 2
    return total > 0 and numbers * least > total


def columns_of_words(table: Table, first: int) -> frozenset[int]:
    """The columns whose cells hold words, and a number in hardly any that could be a value."""
    filled = [0] * table.columns
    worded = [0] * table.columns
    for cell in table.cells:
        text = cell.text.strip()
        if cell.row >= first and text and cell.column < table.columns:
            filled[cell.column] += 1
            worded[cell.column] += not text[:1].isdigit() and len(text.split()) >= 3 and not _HOLDS_VALUE.search(text)
    return frozenset(i for i in range(table.columns) if filled[i] and worded[i] * 5 >= filled[i] * 4)


_HOLDS_VALUE = re.compile(r"\d\s*%|[≥≤<>]\s*\d")


def has_units(table: Table, first: int, layout: Layout) -> bool:
    """Whether the values say what they count: in a column of units, or themselves ("≥ 90%")."""
    wanted = {column.index for column in layout.values}
    cells = [c.text for c in table.cells if c.row >= first and c.column in wanted and re.search(r"\d", c.text)]
    return layout.unit is not None or sum("%" in text or "≥" in text for text in cells) * 2 > len(cells)


def read_grid(
    table: Table, first: int, titles: list[str], layout: Layout, frame: Frame
) -> Iterator[tuple[Found, int, int]]:
    """(found, start, end) for each value; the evidence runs from the indicator's cell to the value's."""
    grid = table.grid()
    if layout.yearly:
        yield from _read_years(grid, first, layout, frame)
        return
    names = [bare(title).strip() for title in titles]
    group, rank = "", -1  # the last row without values and how deep its number lies; -1: it has none
    parent: tuple[int, str] | None = None  # depth of its number, name of the last indicator proper
    number = next((i for i, name in enumerate(names[: layout.indicator]) if name in ("stt", "tt", "so tt")), None)
    given = layout.given or unit_in(titles[layout.indicator])
    points = _POINTS.search(" ".join(names)) is not None
    criteria = _CRITERION.match(names[layout.indicator]) is not None
    fields = {i for i, name in enumerate(names) if _FIELD.match(name)}
    stage: tuple[int | None, tuple[int, int] | None] | None = None  # "II | Đến năm 2045" for the rows below
    whole: str | None = None  # the last numbered row that measures, for rows below it without a number
    among = False
    awaited = all(n.startswith("ket qua") and not TO_REACH.search(n) for n in (names[c.index] for c in layout.values))
    for row in range(first, table.rows):
        head = grid[row][layout.indicator]
        inner = [c for i in layout.details if (c := grid[row][i]) is not None and c is not head and c.text.strip()]
        if inner:
            head, outer = inner[-1], [*([head] if head is not None else []), *inner[:-1]]
        else:
            outer = []
        if head is None or not head.text.strip():
            continue
        outer = [*(c for i in layout.above if (c := grid[row][i]) is not None and c is not head), *outer]
        cells: list[tuple[Cell, Column]] = []
        for column in layout.values:
            cell = grid[row][column.index]
            if cell is None or cell is head or cell.row != row or not cell.text.strip():
                continue
            if cells and cells[-1][0] is cell:
                cells[-1] = (cell, _over_both(cells[-1][1], column))
            else:
                cells.append((cell, column))
        at = grid[row][layout.when] if layout.when is not None and cells else None
        if at is not None and len(at.text) < 30 and (by := _BY.fullmatch(bare(at.text).strip())):  # "| Năm 2027"
            cells = [
                (cell, column if column.year or column.period else replace(column, year=int(by.group("year"))))
                for cell, column in cells
            ]
        if not cells and (begun := find_stage(head.text, 0)) is not None:
            stage, group, rank, parent = (begun.year, begun.period), "", -1, None
            continue
        if awaited and (stage is None or (stage[0] or 0) < (frame.reference or 0)):
            continue  # results, unless a stage to come is named
        if stage is not None:
            cells = [
                (
                    cell,
                    replace(column, year=stage[0], period=stage[1]) if not (column.year or column.period) else column,
                )
                for cell, column in cells
            ]
        if not cells:
            group = "" if _DIVISION.match(bare(_NUMBERED.sub("", head.text)).strip()) else head.text.strip()
            label = grid[row][number] if number is not None else None
            rank = _rank(label.text if label is not None and label is not head else "")
            named = _MEASURE.match(bare(_NUMBERED.sub("", group)))
            parent = (_depth(label.text if label is not None else ""), group.strip(" :;.")) if named else None
            continue
        unit_cell = grid[row][layout.unit] if layout.unit is not None else None
        # A column "Đơn vị" may say who is in charge, but not in the words of the indicator.
        counted = unit_cell is not None and bare(unit_cell.text).strip() in bare(head.text)
        name = _NUMBERED.sub("", " ".join(head.text.split())).strip(" :;.")
        label = grid[row][number] if number is not None else None
        depth = _depth(label.text if label is not None else "")
        if depth == 0 and _BELOW.match(bare(head.text)):
            depth = 9  # "- Cấp tỉnh" without a number of its own
        inside = _INSIDE.match(bare(name)) if parent is not None and depth > parent[0] else None
        part = _INSIDE.match(bare(name))
        blank = label is not None and label is not head and not label.text.strip()
        among = blank and whole is not None and (part is not None or among)
        if not blank:
            whole = name if cells and _RATED.match(bare(name)) and not _MEASURE.match(bare(name)) else None
        of_whole = ""
        if among and whole is not None and parent is None:
            name = name[part.end() :] if part else name
            if not _RATED.match(bare(name)) and not _MEASURE.match(bare(name)) and len(name.split()) <= 10:
                of_whole = whole  # "Trong đó: nhóm nông sản" below "Tăng trưởng giá trị xuất khẩu (%)"
        elif inside:
            name = name[inside.end() :]  # "Trong đó: toàn trình" below "Tỷ lệ hồ sơ trực tuyến"
        elif group and parent is None and _BELOW.match(bare(head.text)):
            name = f"{group.strip(' :;.')}: {name}"
        if _MEASURE.match(bare(name)):
            parent = (depth, name)
        elif parent is not None and depth > parent[0] and (inside or (len(name.split()) <= 8 and ": " not in name)):
            name = f"{parent[1]}: {name}"  # "1.1 Cấp tỉnh" below "1 Tỷ lệ hồ sơ trực tuyến"
        elif depth <= (parent[0] if parent else 0):
            parent = None
        own = _rank(label.text if label is not None and label is not head else "")
        if 0 <= own <= rank:
            group, rank = "", -1
        elif group and ": " not in name and _completes(group, rank, own, name):
            name = f"{' '.join(group.split()).strip(' :;.')}: {name}"
        for above in reversed(outer):
            words = _NUMBERED.sub("", " ".join(above.text.split()[:25])).strip(" :;.")
            if above.column in fields and _MEASURE.match(bare(name)) and len(name.split()) >= 4:
                continue  # "Dịch vụ công | Tỷ lệ hồ sơ nộp trực tuyến" says what is measured without its field
            if re.search(r"[^\W\d_]{2}", words) and words not in name:
                name = f"{words}: {name}"
        if unit_cell is not None and (kept := _kept_in_unit(unit_cell, name)):
            name = f"{name}: {kept}"
        if of_whole:
            total, shown = unit_behind(of_whole)
            name = f"{total}: {name}{f' ({shown})' if shown else ''}"
        own_unit = ""
        if unit_cell is None and not given and any(map(str.isdigit, name)):
            name, own_unit = _goal_of_row(name, [cell.text for cell, column in cells if not column.unit])
        measured_above = _measured_title(titles, layout) if not _MEASURE.match(bare(name)) and not layout.turned else ""
        for cell, column in cells:
            unit = _unit_of(unit_cell, counted) if unit_cell is not None else ""
            if GROWTH.match(names[column.index]):
                unit = column.unit or "%"  # the row's unit is that of its amounts
            unit = unit or column.unit or given or own_unit or ("điểm" if points else "")
            measured = _LABEL_UNIT.get(bare(column.label).strip(" ()"))
            if measured and (not unit or unit == measured or measured == "hạng"):
                unit, column = measured, replace(column, label="")
            full = f"{name}: {column.label}" if column.label else name
            if frame.topic and (criteria or unit == "điểm") and not layout.turned and not _NAMES_INDEX.search(full):
                full = f"{frame.topic}: {full}"  # "Lĩnh vực: Đất đai" of the index that the title names
            if layout.turned:
                full = f"{column.label or frame.topic or titles[column.index]}: {name}"
            elif measured_above:
                full = f"{measured_above}: {full}"
            for found in read_cell(cell, full, unit, column, head.text, frame):
                yield found, min(head.start, cell.start), max(head.end, cell.end)


_BY = re.compile(
    r"(?:(?:truoc|den|het|trong|cuoi|ngay)\s)*(?:(?:nam|thang|quy)\s)?(?:(?:\d{1,2}|[ivx]{1,3})\s?[/-]\s?){0,2}(?P<year>20[1-4]\d)"
)
_BARE_NUMBER = re.compile(r"\d[\d.]*(?:,\d+)?")


def _goal_of_row(name: str, values: list[str]) -> tuple[str, str]:
    """(name without its number, unit) of a row that says the whole goal whose parts the years set; the name as it is
    and "" for another row.

    >>> _goal_of_row("Thành lập ít nhất 100 doanh nghiệp mới", ["5", "10"])
    ('Thành lập doanh nghiệp mới', 'doanh nghiệp mới')
    >>> _goal_of_row("Tỷ lệ trẻ dưới 5 tuổi được tiêm", ["95", "97"])
    ('Tỷ lệ trẻ dưới 5 tuổi được tiêm', '')
    """
    if not values or not all(_BARE_NUMBER.fullmatch(value.strip()) for value in values):
        return name, ""
    sums = find_quantities(name)
    if len(sums) != 1 or not sums[0].unit or any(number_value(value.strip()) > sums[0].value for value in values):
        return name, ""
    whole = sums[0]
    rest = name[whole.end if whole.kind == "share" else whole.unit_start :].strip()
    unit = sums[0].unit.removesuffix(" thành")  # "kết nối thành | công"
    return " ".join(f"{name[: whole.start]} {rest}".split()), unit


def _read_years(
    grid: list[list[Cell | None]], first: int, layout: Layout, frame: Frame
) -> Iterator[tuple[Found, int, int]]:
    """The same of a table whose rows are years and whose titles name the indicators."""
    for row in range(first, len(grid)):
        head = grid[row][layout.indicator]
        year, period = time_of(bare(head.text)) if head is not None and len(head.text) < 30 else (None, None)
        if head is None or (year is None and period is None):
            continue
        for column in layout.values:
            cell = grid[row][column.index]
            if cell is not None and cell is not head and cell.text.strip():
                when = replace(column, year=year, period=period)
                for found in read_cell(cell, column.label, column.unit, when, column.label, frame):
                    yield found, min(head.start, cell.start), max(head.end, cell.end)


def _measured_title(titles: list[str], layout: Layout) -> str:
    """What the only column of values measures by its title: "Tốc độ tăng bình quân 2026 - 2030 (%)"; else ""."""
    if len(layout.values) != 1:
        return ""
    title = without_time(titles[layout.values[0].index]).strip(" ,:-–")
    return title if RATE.match(bare(title)) and len(title.split()) >= 2 else ""


_LABEL_UNIT = {
    "diem": "điểm", "diem so": "điểm", "xep hang": "hạng", "thu hang": "hạng", "hang": "hạng", "vi tri": "hạng",
    "xep thu": "hạng", "ty le": "%", "ti le": "%",
}  # fmt: skip
_NUMBERED = re.compile(r"^\s*(?:[-+*]|\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+|[a-zđ]\))\s+")


# A row that only says how the rows below are divided.
_DIVISION = re.compile(r"(?:(?:phan |chia )?theo\b|chia ra|trong (?:so )?do|bao gom|gom)")
_BELOW = re.compile(r"\s*[-+]|(?:cap|trong do|cac so)\b")
_INSIDE = re.compile(r"trong (?:so )?do\s*:?\s*(?=[a-z])")
_MEASURE = re.compile(r"(?:ty le|ti le|ty trong|so luong|so |muc do|chi so|thoi gian|tong|diem)\b")


# What measures besides `_MEASURE`, whose rows are parents by their numbers alone.
_RATED = re.compile(
    r"(?:tang truong|toc do|nhip do|ti (?:le|trong)|gia tri|san luong|dien tich|kim ngach|doanh thu|von)\b"
)


def _depth(label: str) -> int:
    """How deep a row's number lies: "1" 1, "1.2" 2, "a" and "-" 9, none 0."""
    label = label.strip().strip(".)")
    if re.fullmatch(r"\d+(?:\.\d+)*", label):
        return label.count(".") + 1
    return 9 if re.fullmatch(r"[a-zđ]|[-+]", label) else 0


def _rank(label: str) -> int:
    """How deep a row's number lies: "I" and "A" 0, "1" 1, "1.2" 2, "a" and "-" 9, none -1."""
    label = label.strip().strip(".)(")
    if re.fullmatch(r"[IVX]+|[A-Z]", label):
        return 0
    return _depth(label) or -1


def _completes(group: str, rank: int, own: int, name: str) -> bool:
    """Whether the row without values `group` says of what the row `name` is: "1 Cà phê" of "Diện tích".

    `rank` and `own` tell how deep the numbers of the two lie. What stands below a roman number is most often
    named in full, and the group only a field of work.
    """
    words, above = len(name.split()), len(group.split())
    if rank < 0 or above > 12:
        return False
    if own < 0:
        return words <= 8 if rank > 0 else words <= 3 and above <= 6
    return words <= 8 if rank > 0 else words <= 2 and above <= 4


def _unit_of(cell: Cell, counted: bool) -> str:
    text = " ".join(cell.text.split())
    who = " " in text and _WHO.match(bare(text)) and not text.lower().startswith("số ") and not counted
    return "" if len(text) > 30 or who else text


def _kept_in_unit(cell: Cell, name: str) -> str:
    """What is measured, where the column of units says that instead: "Chỉ số phát triển con người (HDI)"."""
    text = " ".join(cell.text.split())
    index = len(text) <= 80 and len(text.split()) >= 3 and re.match(r"(?:chi so|ty le|ti le|muc do)\b", bare(text))
    return text if index and bare(text) not in bare(name) else ""


_POINTS = re.compile(r"(?<!dia )(?<!thoi )(?<!quan )\bdiem\b(?! (?:den|cuoi|%|phan tram))")
_CRITERION = re.compile(r"(?:linh vuc|tieu chi|(?:chi so|tieu chi) thanh phan)\b(?!.*\bchi tieu\b)")
_NAMES_INDEX = re.compile(
    r"\b(?:chỉ số|tỷ lệ|tỉ lệ|mức độ|điểm số|số lượng|thời gian|xếp hạng|thứ hạng)\b|^số |\d\s?%|\b(?-i:[A-Z]{3})",
    re.IGNORECASE,
)
_FIELD = re.compile(r"(?:nhom )?(?:linh vuc|truc)\b")


def _over_both(left: Column, right: Column) -> Column:
    """The column of one value over two: all regions, the years from the first to the last."""
    # Columns of the same title are one region.
    label = right.label if right.label == left.label else ""
    since = left.year or (left.period[0] if left.period else None)
    if since is not None and right.year is not None and since < right.year:
        return replace(right, year=None, period=(since, right.year), label=label)
    return replace(right, label=label)
