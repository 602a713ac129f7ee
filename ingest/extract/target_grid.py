"""Targets of a table of targets: a column of indicators, columns of years or of "chỉ tiêu", perhaps one of units."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.extract.horizon import find_horizons
from ingest.extract.quantity import Quantity, bare, find_quantities, number_value, unit_head
from ingest.extract.target_list import find_stage
from ingest.extract.target_place import Frame, Mode
from ingest.extract.target_proof import EARNED, MONEY
from ingest.extract.target_sentence import Found, read_sentence
from ingest.models import Cell, Table

_INDICATOR = re.compile(r"\b(?:chi tieu|noi dung|muc tieu|ten chi|tieu chi|chi so|nhiem vu|linh vuc|danh muc)\b")
_ROWS = re.compile(r"\b(?:don vi|dia phuong|ten xa|xa, phuong|thanh pho|co quan|so, nganh)\b")
_UNIT = re.compile(r"\b(?:don vi tinh|dvt|don vi do)\b|^don vi$|^dv tinh$")
_VALUE = re.compile(r"\b(?:chi tieu|muc tieu|ke hoach|phan dau|gia tri|lo trinh)\b|\b20\d\d\b")
_SET = re.compile(r"\b(?:muc tieu|chi tieu|ke hoach|phan dau|lo trinh)\b")
# "Kết quả cần đạt", "Yêu cầu": a column of goals that doesn't call them so.
_TO_REACH = re.compile(r"\b(?:(?:can|phai|du kien) dat|muc dat|yeu cau)\b")
_SHARE_COLUMN = re.compile(r"(?:ty le|ti le|muc)(?: phan dau| dat)?\s*(?:\(\s*%\s*\))?|%")
_LEVELS = re.compile(
    r"(?:doi voi |khoi )?(?:cap (?:tinh|xa|huyen|so|bo)|cac so\b.*|so,? (?:ban,? )?nganh"
    r"|(?:ubnd )?(?:cac )?xa(?:,? phuong.*)?"
    r"|thanh thi|nong thon|do thi|dong bang|mien nui)(?:\s*\([^()]{1,10}\))?"
)
_GOALS = re.compile(r"\b(?:muc tieu|chi tieu|phan dau)\b")
_PAST = re.compile(
    r"\b(?:thuc hien|ket qua|hien trang|uoc|da dat|thuc te|so lieu|thuc trang|so sanh|ghi chu|thoi gian"
    r"|thoi han|han|hoan thanh|diem|kinh phi|du toan|ngay|chu tri|phoi hop|can cu|van ban|so hieu|stt|tt"
    r"|tai lieu)\b|\bu?th (?:nam )?20\d\d\b"
)
# A column of growth beside those of amounts: "Tốc độ tăng bình quân 2026-2030 (%)".
_GROWTH = re.compile(r"(?:toc do|nhip do) tang(?: truong)?(?: binh quan| bq)?\b|tang truong(?: binh quan| bq)?\b")
_PERIOD = re.compile(r"\b(20[1-4]\d)\s*[-–]\s*(20[1-4]\d)\b")
# Who is in charge stands in a column "Đơn vị" too.
_WHO = re.compile(r"\b(?:so|ubnd|phong|ban|van phong|cong an|uy ban|chi cuc|trung tam|bo|cac)\s")

_CELL_VALUE = re.compile(
    r"""^\s*(?:(?:dat|la|tu|tren|duoi|hon|toi\ thieu|it\ nhat|toi\ da|khong\ qua|khong\ duoi|khoang|>=|<=|≥|≤|>|<
    |tang|giam)\s*)*
    (?P<low>\d[\d.,]*)(?:\s*%?\s*(?:-|–|den)\s*(?P<high>\d[\d.,]*))?\s*
    (?P<unit>%|bac|diem|lan(?:/nam)?)?(?:\s+tro\ len)?\s*\.?\s*$""",
    re.VERBOSE,
)


@dataclass(slots=True, frozen=True)
class Column:
    """A column of values: its place in the grid and what its name says of the time."""

    index: int
    year: int | None
    period: tuple[int, int] | None
    label: str  # what tells it from the other columns of values, if that is no year


@dataclass(slots=True, frozen=True)
class Layout:
    """Where a table of targets keeps what."""

    indicator: int
    details: list[int]  # further columns of words between it and the values ("Tiêu chí | Nội dung tiêu chí")
    unit: int | None
    values: list[Column]
    named: bool = False  # all columns of values are called goals
    above: tuple[int, ...] = ()  # columns before it that say of what: "Cây trồng | Chỉ tiêu"
    turned: bool = False  # the rows are units, the columns of values name the indicators


def find_layout(names: list[str], titles: list[str], goals: bool = False) -> Layout | None:
    """The layout of a table whose columns have these names (bare form; `titles` as written); None if it is no
    table of targets. `goals`: it stands in a section of goals."""
    indicator = next(
        (
            i
            for i, name in enumerate(names)
            if _INDICATOR.search(name) and not re.search(r"\b20\d\d\b", name) and i <= 2
        ),
        None,
    )
    if indicator is None:
        return _find_levels(names, titles) or _find_turned(names, titles, goals)
    unit = next((i for i, name in enumerate(names) if _UNIT.search(name) and i != indicator), None)
    values: list[Column] = []
    for i, name in enumerate(names):
        if i in (indicator, unit) or i < indicator or not name:
            continue
        if not _TO_REACH.search(name) and (not _VALUE.search(name) or (_PAST.search(name) and not _SET.search(name))):
            continue
        year, period = _time_of(name)
        growth = _GROWTH.match(name)
        values.append(Column(i, year, period, titles[i][: growth.end()].strip() if growth else ""))
    times = [(column.year, column.period) for column in values]
    if len(times) > len(set(times)):  # "Chỉ tiêu: Đồng bằng | Miền núi"
        values = [
            replace(
                column,
                label=column.label
                or _own_part(
                    titles,
                    column.index,
                    [c.index for c in values if (c.year, c.period) == (column.year, column.period)],
                ),
            )
            for column in values
        ]
    if not values and unit is not None:  # "Chỉ tiêu | Đơn vị | Kết quả": what is to come of it
        values = [
            Column(i, None, None, "")
            for i, name in enumerate(names)
            if name in ("ket qua", "ket qua dat duoc") and i > unit
        ]
    if not values:
        levels = _find_levels(names, titles)
        shares = [i for i, name in enumerate(names) if i > indicator and _SHARE_COLUMN.fullmatch(name)] if goals else []
        if levels is not None or len(shares) != 1:
            return levels
        values = [Column(shares[0], None, None, "")]
    details = [
        i
        for i in range(indicator + 1, values[0].index)
        if i != unit
        and _INDICATOR.search(names[i])
        and not re.search(r"\b20\d\d\b", names[i])
        and not _PAST.search(names[i])
    ]
    above = tuple(i for i in range(indicator) if _GOODS.search(names[i]) or _ABOVE.search(names[i]))
    named = all(_GOALS.search(names[column.index]) for column in values)
    return Layout(indicator, details, unit, values, named, above)


def _find_levels(names: list[str], titles: list[str]) -> Layout | None:
    """The layout of a table whose columns of values are named for whom they are: "Chỉ tiêu | Cấp tỉnh | Cấp xã"."""
    head = next((i for i, name in enumerate(names[:3]) if re.search(r"\b(?:chi tieu|muc tieu)\b", name)), None)
    if head is None:
        return None
    unit = next((i for i, name in enumerate(names) if _UNIT.search(name) and i != head), None)
    rest = [i for i in range(head + 1, len(names)) if i != unit and names[i]]
    levels = [i for i in rest if _LEVELS.fullmatch(names[i])]
    if len(levels) < 2 or levels != rest[: len(levels)]:
        return None
    year, period = _time_of(names[head])
    return Layout(head, [], unit, [Column(i, year, period, titles[i]) for i in levels])


def _time_of(name: str) -> tuple[int | None, tuple[int, int] | None]:
    """The year, else the period, that a column's name says.

    >>> _time_of("giai doan 2026 - 2030 nam 2027"), _time_of("chi tieu giai doan 2026-2030")
    ((2027, None), (None, (2026, 2030)))
    """
    years = [int(y) for y in re.findall(r"\b(20[1-4]\d)\b", _PERIOD.sub(" ", name))]
    if years:  # a column of one year below the title of the whole period
        return years[-1], None
    period = _PERIOD.search(name)
    return None, (int(period.group(1)), int(period.group(2))) if period else None


_GOODS = re.compile(r"\b(?:san pham|mat hang|nhom hang|nganh hang|cay trong|vat nuoi|loai cay|loai con)\b")
_ABOVE = re.compile(r"^(?:ten )?(?:nhom|vung|khu vuc|dia ban|nganh|doi tuong|loai hinh|truc|phan)\b")
_COUNTED = re.compile(r"\b(?:ty le|ti le|so|muc do|chi so|toc do|nhip do)\b")
# What a plan of production or trade measures.
_MEASURED = re.compile(r"\b(?:luong|san luong|dien tich|nang suat|gia tri|kim ngach|tong dan)\b")


_RATE = re.compile(r"(?:ty le|ti le|muc do|toc do|nhip do)\b")


def _find_turned(names: list[str], titles: list[str], goals: bool = False) -> Layout | None:
    """The layout of a table that gives each unit its goals: "Đơn vị | Tỷ lệ hồ sơ trực tuyến năm 2026 (%)"."""
    rows = next((i for i, name in enumerate(names[:3]) if _ROWS.search(name) and "tinh" not in name.split()), None)
    if rows is None:
        rows = next((i for i, name in enumerate(names[:2]) if _GOODS.search(name)), None)
    rates = goals and rows is not None and all(_RATE.match(name) or _PAST.search(name) for name in names[rows + 1 :])
    if rows is None or not (rates or any(_SET.search(name) for name in names)):
        return None
    planned = not rates and not any(_GOALS.search(name) for name in names)
    values: list[Column] = []
    for i, name in enumerate(names[rows + 1 :], rows + 1):
        if not (_MEASURED if planned else _COUNTED).search(name) or (_PAST.search(name) and not _SET.search(name)):
            continue
        year, period = _time_of(name)
        if planned and ((year is None and period is None) or not unit_in(titles[i])):
            continue
        label = re.sub(
            r"\s*\([^()]{1,20}\)|^(?:Chỉ tiêu|Mục tiêu|Kế hoạch)(?: về)?\s+(?=\D)|(?:^Kế hoạch)?\s*\b(?:đến )?"
            r"(?:năm )?20\d\d\b",
            "",
            _TITLE_TIME.sub("", titles[i]),
        ).strip()
        values.append(Column(i, year, period, label))
    return Layout(rows, [], None, values, named=True, turned=True) if values else None


def _own_part(titles: list[str], index: int, others: list[int]) -> str:
    """The words of a column's title that the other columns of values lack, with their noun if they only count.

    >>> _own_part(["Chỉ tiêu: Nhóm 1", "Chỉ tiêu: Nhóm 2", "Chỉ tiêu: Miền núi"], 2, [0, 1, 2])
    'Miền núi'
    >>> _own_part(["Chỉ tiêu: Nhóm 1", "Chỉ tiêu: Nhóm 2"], 1, [0, 1])
    'Nhóm 2'
    """
    if len(others) < 2:
        return ""
    shared = set.intersection(*(set(titles[i].split()) for i in others))
    words = titles[index].split()
    own = [i for i, word in enumerate(words) if word not in shared]
    if own and own[0] > 0 and all(_BARE_LABEL.fullmatch(words[i]) for i in own):
        # back to the word with a capital that begins the noun: "Vùng kinh tế 2"
        nouns = [i for i in range(max(0, own[0] - 4), own[0]) if words[i][:1].isupper()]
        own = [*range(nouns[-1] if nouns else own[0] - 1, own[0]), *own]
    return " ".join(words[i] for i in own)


_BARE_LABEL = re.compile(r"[(\[]?(?:\d{1,3}|[IVX]{1,4}|[A-Ea-e])[)\].]?")


def is_grid(table: Table, first: int, layout: Layout) -> bool:
    """Whether the value columns hold mostly numbers; `first` is the first row of data."""
    wanted = {column.index for column in layout.values}
    total = numbers = 0
    for cell in table.cells:
        text = cell.text.strip()
        if cell.row >= first and cell.column in wanted and text and text not in ("-", "x", "X", "…"):
            total += 1
            folded = bare(text)
            numbers += _CELL_VALUE.match(folded) is not None or (
                len(text) <= 40 and re.search(r"\d", text) is not None and len(find_quantities(text, folded)) > 0
            )
    # A column that is named for its goals may hold words for many rows ("Đạt", "theo quy định").
    least = 4 if layout.named else 2
    return total > 0 and numbers * least > total


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
    names = [bare(title).strip() for title in titles]
    group, rank = "", -1  # the last row without values and how deep its number lies; -1: it has none
    parent: tuple[int, str] | None = None  # depth of its number, name of the last indicator proper
    number = next((i for i, name in enumerate(names[: layout.indicator]) if name in ("stt", "tt", "so tt")), None)
    header = " ".join(names)
    stage: tuple[int | None, tuple[int, int] | None] | None = None  # "II | Đến năm 2045" for the rows below
    whole: str | None = None  # the last numbered row that measures, for rows below it without a number
    among = False
    awaited = all(n.startswith("ket qua") and not _TO_REACH.search(n) for n in (names[c.index] for c in layout.values))
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
                # One value over the columns of all regions; columns of the same title are one region.
                cells[-1] = (cell, replace(column, label=column.label if column.label == cells[-1][1].label else ""))
            else:
                cells.append((cell, column))
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
            if re.search(r"[^\W\d_]{2}", words) and words not in name:
                name = f"{words}: {name}"
        if unit_cell is not None and (kept := _kept_in_unit(unit_cell, name)):
            name = f"{name}: {kept}"
        if of_whole:
            shown = _NAME_UNIT.search(of_whole)
            name = f"{_NAME_UNIT.sub('', of_whole).strip()}: {name}{f' {shown.group()}' if shown else ''}"
        measured_above = _measured_title(titles, layout) if not _MEASURE.match(bare(name)) and not layout.turned else ""
        for cell, column in cells:
            unit = _unit_of(unit_cell, counted) if unit_cell is not None else ""
            if _GROWTH.match(names[column.index]):
                unit = unit_in(titles[column.index]) or "%"  # the row's unit is that of its amounts
            unit = unit or _header_unit(titles[column.index], header)
            measured = _LABEL_UNIT.get(bare(column.label).strip(" ()"))
            if measured and (not unit or unit == measured or measured == "hạng"):
                unit, column = measured, replace(column, label="")
            full = f"{name}: {column.label}" if column.label else name
            if layout.turned:
                full = f"{column.label}: {name}"
            elif measured_above:
                full = f"{measured_above}: {full}"
            for found in _cell(cell, full, unit, column, head.text, frame):
                yield found, min(head.start, cell.start), max(head.end, cell.end)


def _measured_title(titles: list[str], layout: Layout) -> str:
    """What the only column of values measures by its title: "Tốc độ tăng bình quân 2026 - 2030 (%)"; else ""."""
    if len(layout.values) != 1:
        return ""
    title = _TITLE_TIME.sub("", titles[layout.values[0].index]).strip(" ,:-–")
    return title if _RATE.match(bare(title)) and len(title.split()) >= 2 else ""


_TITLE_TIME = re.compile(
    r"\s*\([^()]{1,20}\)|\s*\b(?:(?:đến|trong)\s)?(?:(?:năm|giai đoạn)\s)?20\d\d(?:\s*[-–]\s*20\d\d)?\b", re.IGNORECASE
)
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


_IN_TITLE = re.compile(
    r"\(\s*(?:ĐVT\s*:\s*)?((?:(?:nghìn|ngàn|triệu|tỷ)\s+)*(?:%|tấn|tạ|ha|con|cây|m2|m3|lít|USD|đồng|điểm|thủ tục|hồ sơ"
    r"|lần|người|hộ|lượt(?: khách| người)?|sản phẩm|doanh nghiệp|cơ sở|xã|kg|MW|km)(?:/[^()\s]{1,10})?)\s*\)",
    re.IGNORECASE,
)


def unit_in(title: str) -> str:
    """The unit in brackets that the title of a column carries, else "".

    >>> unit_in("Mục tiêu (điểm)"), unit_in("Giá trị xuất khẩu (Nghìn USD)"), unit_in("Kế hoạch (giao)")
    ('điểm', 'Nghìn USD', '')
    """
    match = _IN_TITLE.search(title)
    return match.group(1) if match else ""


def _header_unit(title: str, header: str) -> str:
    """The unit that the title of a value column carries; `header`: all titles in bare form."""
    if unit := unit_in(title):
        return unit
    return "điểm" if re.search(r"(?<!dia )(?<!thoi )(?<!quan )\bdiem\b(?! (?:den|cuoi))", header) else ""


_MOVES = re.compile(
    r"(?<!\btoc do)(?<!\bnhip do)(?<!\bmuc)(?<=[a-z)])\s+(?P<word>giam|tang)"
    r"(?: (?:binh quan|trung binh|so voi (?:nam truoc|quy dinh|hien nay|cung ky|nam 20\d\d)|hang nam))*$"
)
_MOVED = re.compile(r"(?P<word>cat giam|giam|rut ngan|tang)(?! truong\b| cuong\b)\s+(?=\S+\s+\S)")
_NUMBER_OF = re.compile(
    r"số (?:lượng )?((?:\w+ ?){1,3}?)(?= (?:được|có|đã|thực hiện|trên|của|cấp|đủ|cung cấp|hoàn thành)\b)", re.IGNORECASE
)
_STRANGE = re.compile(r"\b(?:so voi|va tang|va giam)\b")
# "Thời gian chờ đợi (phút)": the unit behind the indicator.
_NAME_UNIT = re.compile(
    r"""\(\s*(?:ĐVT\s*:\s*)?(%(?:\s?/\s?năm)?|(?:(?:nghìn|ngàn|triệu|tỷ|tỉ)\s+)*(?:phút|ngày|giờ|lần|điểm|hồ\ sơ
    |thủ\ tục|người|đơn\ vị|cuộc|lớp|bài|tin|tuổi|năm|USD|đồng|lượt(?:\ khách|\ người)?|hạng|bậc|tấn|ha|m2|m3|km|kg|MW
    |hộ|xã|con|doanh\ nghiệp|sản\ phẩm|cơ\ sở|dự\ án|mô\ hình|bác\ sĩ|giường(?:\ bệnh)?|trường|văn\ bản)
    (?:\s?/\s?[^()\s]{1,12})?)\s*\)\s*$""",
    re.VERBOSE | re.IGNORECASE,
)


def _cell(cell: Cell, name: str, unit: str, column: Column, head: str, frame: Frame) -> Iterator[Found]:
    """The targets that one cell of values sets."""
    if not re.search(r"[^\W\d_]{2}", name):
        return
    folded = bare(cell.text)
    match = _CELL_VALUE.match(folded)
    own_unit = match.group("unit") if match else None
    if match is None and _RANKED.match(bare(unit)) and (ranks := _ranks(cell.text, folded)):
        for quantity, where in ranks:  # "≤ 3 Đông Nam Á; ≤ 50 thế giới"
            yield from _named(quantity, f"{name}: {where}" if where else name, column, head, cell, frame)
        return
    if match is None or (own_unit and own_unit != "%"):
        if len(cell.text) <= 80:
            own = {
                f.quantity.number: f.indicator for f in read_sentence(cell.text, replace(frame, mode=Mode.OPEN), folded)
            }
            at = 0
            for quantity in find_quantities(cell.text, folded):
                # "89 điểm; xếp thứ 10", "02 sáng kiến", "Top 15"
                if quantity.kind != "count" or unit_head(quantity.unit or "") not in ("thang", "quy", "nam"):
                    # "Đo lường hài lòng | Chỉ số SIPAS đạt 87%"
                    itself = own.get(quantity.number, "")
                    told = _SAID.search(folded, at, quantity.start) is not None and bare(itself) not in bare(name)
                    full = f"{name}: {itself}" if told and itself else name
                    yield from _named(quantity, full, column, head, cell, frame)
                at = quantity.end
        return
    named_unit = _NAME_UNIT.search(name)
    if not unit and named_unit:
        unit = named_unit.group(1)
    percent = own_unit is not None or unit.startswith("%") or "phan tram" in bare(unit)
    whole = re.fullmatch(r"%\s+(?P<of>\D{2,25})", unit)
    if whole:
        name = f"{name} (% {whole.group('of')})"  # "Quy mô kinh tế số | % GDP"
    quantities = find_quantities(cell.text if own_unit else cell.text.rstrip(" .") + "%")
    if not quantities:
        return
    quantity = quantities[0]
    written = None if percent else (unit or None)
    counted = _NUMBER_OF.match(name)
    if written is None and counted:
        written = counted.group(1).strip()
    if not percent and re.match(r"\s*(?:ty le|ti le|ty trong)", bare(head)) and not unit:
        percent = True
    if percent:
        quantity = replace(quantity, unit="%")
    else:
        low, high = match.group("low").rstrip(".,"), match.group("high")
        quantity = replace(
            quantity,
            kind="count",
            value=number_value(low),
            value_to=number_value(high.rstrip(".,")) if high else None,
            unit=written,
        )
    if MONEY.match(bare(unit).strip() + " ") and not EARNED.search(bare(name)):
        return
    if percent and quantity.value > 1000:
        return
    if quantity.comparator == "=" and quantity.value_to is None:
        # "Thời gian chờ tối đa (phút) | 30"
        said = _BOUND.search(bare(name))
        if said:
            quantity = replace(quantity, comparator="<=" if said.group(1) else ">=")
    yield from _named(quantity, name, column, head, cell, frame)


# A bound of the value; "đóng góp ít nhất 10% tổng thu" bounds another number.
_BOUND = re.compile(
    r"\b(?:(toi da|khong qua)|(toi thieu|it nhat))\b"
    r"(?!\s*(?:la |tu |tren )?(?:\d|(?:mot|hai|ba|bon|nam|sau|bay|tam|chin)\b))"
)
_SAID = re.compile(r"\b(?:chi so|ty le|ti le|muc do|so luong|diem so)\b\s+[a-z]{2}")
_RANKED = re.compile(r"(?:thu )?(?:hang|bac)\b|thu tu\b|vi tri\b")
_PLACE_IN = re.compile(
    r"\s*(?P<sign>≤|>=|≥|<=|<|>|toi da|khong qua|top|nhom)?\s*"
    r"(?P<value>\d{1,3})(?![\d.,/%])\s*(?P<where>[^;\d]{0,40}?)\s*(?:;|$)"
)


def _ranks(text: str, folded: str) -> list[tuple[Quantity, str]]:
    """Places in several rankings that one cell sets, each with what it is a place among."""
    found: list[tuple[Quantity, str]] = []
    at = 0
    while at < len(folded):
        match = _PLACE_IN.match(folded, at)
        if match is None:
            return []
        comparator = "=" if not match.group("sign") else ">=" if match.group("sign") in (">=", "≥") else "<="
        start, end = match.span("value")
        where = " ".join(text[match.start("where") : match.end("where")].split()).strip(" .,")
        found.append(
            (
                Quantity(
                    "rank",
                    start,
                    start,
                    end,
                    float(match.group("value")),
                    None,
                    "hạng",
                    end,
                    comparator,
                    None,
                    None,
                    True,
                ),
                where,
            )
        )
        at = match.end()
    return found


def _named(quantity: Quantity, name: str, column: Column, head: str, cell: Cell, frame: Frame) -> Iterator[Found]:
    own = next((h.year for h in find_horizons(head, bare(head)).years), None)
    year = column.year
    if year is None and column.period is None:
        year = own or frame.year or frame.plan_year
    if column.year is not None and column.year < (frame.reference or 0):
        return
    if column.year is not None and frame.period is not None and column.year < frame.period[0]:
        return  # the year that the period is measured against
    period = column.period or (frame.period if year is None else None)
    if year is None and period is not None and own is not None and period[0] <= own <= period[1]:
        year = own  # "GDP bình quân đầu người đến năm 2030" in a column of the whole period
    label = re.sub(r"\s*\(\s*(?:%|ĐVT[^)]*)\s*\)", "", name)
    label = _NAME_UNIT.sub("", label).strip()
    own_part = label.rpartition(": ")[2]
    said = _MOVED.match(bare(own_part))
    moved = said if quantity.kind == "share" and quantity.change is None else None
    if said and quantity.change is not None and not _STRANGE.search(bare(own_part)):
        # "Giảm tỷ lệ hộ nghèo | Giảm 1 điểm %"
        label = label[: len(label) - len(own_part)] + own_part[said.end() :]
    fallen = (
        _MOVES.search(bare(own_part)) if moved is None and quantity.kind == "share" and not quantity.change else None
    )
    if fallen:  # "Thời gian chờ giảm | 20%"
        quantity = replace(quantity, change="increase" if fallen.group("word") == "tang" else "decrease")
        label = label[: len(label) - len(own_part)] + own_part[: fallen.start()].rstrip(" ,;-")
    if moved:  # "Giảm số hồ sơ trễ hạn so với năm 2025 | % | 50"
        before = find_horizons(own_part, bare(own_part)).baselines
        quantity = replace(
            quantity,
            change="increase" if moved.group("word") == "tang" else "decrease",
            base=before[0][0] if before else None,
        )
        kept = own_part[moved.end() : before[0][1] if before else None].strip(" ,;-")
        label = label[: len(label) - len(own_part)] + kept
    yield Found(quantity, label, 0, len(cell.text), year, None if year else period, None, quantity.base)
