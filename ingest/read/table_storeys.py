"""Column names in two storeys, from formats that don't say which columns a name stands over.

    STT | Nội dung | Kinh phí | Ghi chú            ->  STT | Nội dung | Kinh phí  (2 columns)  | Ghi chú
    Năm 2026 | Năm 2027                                               | Năm 2026 | Năm 2027    |

Of n columns, a upper and b lower names make a + b - n groups, each with two lower names or more.
Which upper names are the groups follows from counting alone where the others can't be one; else
from the words: "Giai đoạn 2026 - 2030" stands over years within it, "Cơ quan thực hiện" over
"Chủ trì" and "Phối hợp". Where words don't settle it either, all upper names that could be meant, and
all lower names, stand over all columns in question, because a value under the wrong name is worse
than one under several.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, islice, pairwise

from ingest.clean.fold import match_form
from ingest.models import Cell, Table

_MOST = 4_000  # ways of dividing the names that are looked at
# Names that stand over one column, unless the names below prove otherwise.
_SINGLE = re.compile(
    r"""
    (?: s(?:ố)?\s* )? t\s*/?\s*t | stt | số\ thứ\ tự | ghi\ chú | chú\ thích | đơn\ vị(?:\ tính)? | đvt | nội\ dung
    | tên.* | chỉ\ tiêu | danh\ mục | địa\ phương | họ\ và\ tên | khoản\ mục | sản\ phẩm | nhiệm\ vụ | ngày\ sinh
    | chức\ vụ
    | (?:tỉnh|huyện|xã|thành\ phố|phường)\b .*
    """,
    re.VERBOSE,
)
# (every lower name, the name of their group)
_PAIRS = [
    (re.compile(lower), re.compile(upper))
    for lower, upper in (
        (
            r"(?:(?:cơ quan|đơn vị|cấp|phòng|bộ phận|lãnh đạo)\s+)?"
            r"(?:chủ trì|phối hợp|theo dõi|đôn đốc|thực hiện|tham mưu).*",
            r"(?!.*(?:chủ trì|phối hợp|theo dõi|đôn đốc))"
            r"(?:cơ quan|đơn vị|phân công|trách nhiệm|tổ chức thực hiện|bộ phận|cấp)\b.*",
        ),
        (r"nam|nữ", r"(?:ngày|năm|ngày, tháng, năm)\b.*\bsinh|năm sinh|ngày sinh|giới tính"),
        (r"(?:toàn trình|một phần|dvc.*|còn lại)", r".*\btrực tuyến.*"),
        (r"(?:phí|lệ phí|mức phí|mức lệ phí)", r"(?:mức thu|phí|lệ phí)\b.*"),
        (
            r"(?:ngày|giờ|tháng|quý|tuần|bắt đầu|kết thúc|thời (?:gian|điểm) (?:bắt đầu|kết thúc))\b.*",
            r"(?:thời gian|thời hạn|tiến độ|lộ trình)\b.*",
        ),
        (
            r"(?:ngân sách|nguồn|vốn|ns|nstw|nsđp|nsnn|trung ương|địa phương|xã hội hóa|xhh)\b.*"
            r"|tổng (?:số|cộng|vốn)\b.*",
            r"(?:kinh phí|nguồn (?:vốn|kinh phí)|vốn|ngân sách|nhu cầu (?:vốn|kinh phí)|tổng mức)\b.*",
        ),
    )
]
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*(?:[-–—]|đến(?:\s+năm)?)\s*((?:19|20)\d\d)(?!\d)")
_ESTIMATE = re.compile(r"(?:ước|đánh giá)\s+(?:tình hình\s+)?(?:thực hiện|th)\b.*|uth\b.*")
_PRESENT = re.compile(r".*\bhiện hành\b.*")
_BARE_YEAR = re.compile(r"năm\s*(?:19|20)\d\d")
_NUMBER = re.compile(r"[\d.,%\s()+-]*\d[\d.,%\s()+-]*")
_ORDINAL = re.compile(r"(?:[ivx]{1,5}|[a-eđ]|\d{1,3}(?:\.\d{1,2})*)[.)]?")


def put_under_groups(table: Table, lengths: list[int]) -> bool:
    """Give the names in the first two rows of a table the columns that they stand over.

    `lengths` are the numbers of cells that the rows were written with. True where the two rows
    were two storeys of names; the table stays as it was otherwise.
    """
    if len(lengths) < 2 or lengths[0] >= table.columns or table.rows < 3:
        return False
    upper, lower = table.row_cells(0), [cell for cell in table.row_cells(1) if cell.text]
    groups = len(upper) + len(lower) - table.columns
    if not all(cell.text for cell in upper) or not 0 < groups <= len(upper) or len(lower) < 2 * groups:
        return False
    above, below = [_form(cell) for cell in upper], [_form(cell) for cell in lower]
    if _ORDINAL.fullmatch(below[0]) or any(_NUMBER.fullmatch(text) and not _YEAR.fullmatch(text) for text in below):
        return False  # a row of values
    places = _divide(above, below, groups)
    if places is not None:
        _spread(table, upper, lower, dict(places))
        return True
    able = [number for number, name in enumerate(above) if not _SINGLE.fullmatch(name)]
    if len(able) < groups:
        return False
    _gather(table, upper, lower, able[0], able[-1])
    return True


def _form(cell: Cell) -> str:
    return " ".join(match_form(cell.text).split()).strip(" :.*")


def _divide(above: list[str], below: list[str], groups: int) -> list[tuple[int, int]] | None:
    """Which upper names are groups, each with the number of lower names under it; None where that isn't certain.

    >>> _divide(["tt", "chỉ tiêu", "ước năm 2025", "giai đoạn 2026 - 2027"], ["năm 2026", "năm 2027"], 1)
    [(3, 2)]
    >>> _divide(["tt", "năm 2025", "năm 2026"], ["dự toán", "ước thực hiện"], 1) is None
    True
    >>> _divide(["tt", "năm 2025", "dự kiến 03 năm"], ["dự toán", "ước", "năm 2026", "năm 2027", "năm 2028"], 2)
    [(1, 2), (2, 3)]
    """
    possible: list[tuple[int, list[tuple[int, int]]]] = []
    ways = list(islice(_ways(len(above), len(below), groups), _MOST + 1))
    if len(ways) > _MOST:
        return None
    for way in ways:
        known = start = 0
        for number, width in way:
            verdict = _fits(above, number, below[start : start + width])
            start += width
            if verdict is None:
                known = -1
                break
            known += verdict
        if known >= 0:
            possible.append((known, way))
    if not possible:
        return None
    # Equal groups are the rule; unequal ones count where years rule the equal ones out.
    equal = [(known, way) for known, way in possible if len({width for _, width in way}) == 1]
    possible = equal or possible
    if len(possible) == 1:
        return possible[0][1]
    proven = [way for known, way in possible if known == groups]
    return proven[0] if len(proven) == 1 else None


def _ways(above: int, below: int, groups: int) -> Iterator[list[tuple[int, int]]]:
    for chosen in combinations(range(above), groups):
        for cuts in combinations(range(1, below), groups - 1):
            edges = [0, *cuts, below]
            widths = [after - before for before, after in pairwise(edges)]
            if min(widths) >= 2:
                yield list(zip(chosen, widths, strict=True))


def _fits(above: list[str], number: int, names: list[str]) -> bool | None:
    """True: the words prove that the upper name stands over these; False: it may; None: it can't."""
    group = above[number]
    own = {int(year) for year in _YEAR.findall(group)}
    years = [int(year) for name in names for year in _YEAR.findall(name)]
    span = _YEARS.search(group)
    if span:
        first, last = int(span[1]), int(span[2])
        if any(not first <= year <= last for year in years):
            return None
        if len(years) == len(names) and last > first:
            return True
    elif own and any(year not in own for year in years):
        return None
    if any(upper.fullmatch(group) and all(lower.fullmatch(name) for name in names) for lower, upper in _PAIRS):
        return True
    if any(_ESTIMATE.fullmatch(name) for name in names):
        # Only the year under way has an estimate beside its plan.
        present = [at for at, name in enumerate(above) if _PRESENT.fullmatch(name)]
        bare = [at for at, name in enumerate(above) if _BARE_YEAR.fullmatch(name)]
        if (present or bare) == [number]:
            return True
    return None if _SINGLE.fullmatch(group) else False


def _spread(table: Table, upper: list[Cell], lower: list[Cell], widths: dict[int, int]) -> None:
    made: list[Cell] = []
    column = 0
    beneath = iter(lower)
    for number, cell in enumerate(upper):
        width = widths.get(number)
        if width is None:
            made.append(Cell(0, column, cell.text, 2, 1))
            column += 1
            continue
        made.append(Cell(0, column, cell.text, 1, width))
        made.extend(Cell(1, column + place, next(beneath).text) for place in range(width))
        column += width
    table.cells[:] = made + [cell for cell in table.cells if cell.row > 1]


def _gather(table: Table, upper: list[Cell], lower: list[Cell], first: int, last: int) -> None:
    width = table.columns - (len(upper) - (last - first + 1))
    made: list[Cell] = []
    column = 0
    for number, cell in enumerate(upper):
        if number == first:
            made.append(Cell(0, column, "; ".join(c.text for c in upper[first : last + 1]), 1, width))
            made.append(Cell(1, column, "; ".join(c.text for c in lower), 1, width))
            column += width
        elif not first < number <= last:
            made.append(Cell(0, column, cell.text, 2, 1))
            column += 1
    table.cells[:] = made + [cell for cell in table.cells if cell.row > 1]
