"""Tables of tasks: which column holds what, by the columns' names in many wordings, and their rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.clean.fold import strip_diacritics
from ingest.clean.letters import LOWER, UPPER
from ingest.extract.calendar_table import is_calendar
from ingest.extract.deadline import due_on
from ingest.extract.unit_head import starts_unit
from ingest.extract.unit_list import all_units, read_units
from ingest.extract.unit_split import split_units
from ingest.extract.unit_stop import starts_duty
from ingest.models import Cell, Table

# Matched against a column's name without marks, in small letters; the first that fits wins.
_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.VERBOSE))
    for name, pattern in (
        ("number", r"^(?:stt|tt|so\s*tt|so\s+thu\s+tu|muc|ma(?:\s+so)?|\#|no\.?)$"),
        (
            "none",
            r"ghi\s+chu|\bbat\s+dau|\bkhoi\s+cong|(?<!thoi\s)diem|kinh\s+phi|ty\s+le|don\s+vi\s+tinh|dvt|can\s+cu|kiem\s+chung|tong\s+so|so\s+lieu|\bnguon\b"
            r"|du\s+toan|duoc\s+(?:kiem|giam|danh)|da\s+thuc\s+hien|ket\s+qua\s+(?:thuc\s+hien\s+)?nam|trang\s+thai"
            r"|so\s+luong|thuc\s+trang|hien\s+trang|tien\s+do\s+(?:hien|den\s+nay|da\b)|bieu\s+mau|doi\s+tuong|dia\s+diem",
        ),
        (
            "both",
            r"(?:chu\s*tri|dau\s+moi|thuc\s+hien|phu\s+trach|lam\s+chinh)\b[^|]{0,25}(?:/|,|va|-|;|&)\s*(?:don\s+vi\s+|co\s+quan\s+)?"
            r"(?:phoi\s*hop|ho\s+tro)",
        ),
        (
            "coordinate",
            r"phoi\s*hop|^(?:(?:cac\s+)?(?:don\s+vi|co\s+quan)\s*,?\s*)+(?:co\s+)?lien\s+quan|cung\s+(?:lam|thuc\s+hien|tham\s+gia)|\bho\s+tro\b|don\s+vi\s+tham\s+gia",
        ),
        (
            "monitor",
            r"theo\s+doi|don\s+doc|giam\s+sat|(?:don\s+vi|co\s+quan)\s+kiem\s+tra|^kiem\s+tra|lanh\s+dao\b.{0,20}\b(?:phu\s+trach|chi\s+dao)",
        ),
        (
            "deadline",
            r"thoi\s+(?:gian|han|diem)|^tg\b|du\s+kien\s+(?:hoan\s+thanh|xong)|tien\s+do|\bhan\b|ky\s+han|lo\s+trinh|^(?:ngay|thang|quy)\b|xong\s+truoc"
            r"|^hoan\s+thanh|ngay\s+hoan\s+thanh|\bmoc\b|^nam\s+(?:thuc\s+hien|hoan\s+thanh)",
        ),
        (
            "lead",
            r"chu\s*tri|(?:don\s+vi|co\s+quan|bo\s+phan|nguoi|phong|to\s+chuc|chuyen\s+vien|can\s+bo|cong\s+chuc|ca\s+nhan|nhan\s+vien|giao\s+vien)\b.{0,40}(?:thuc\s+hien|tham\s+muu|trach\s+nhiem|lam|xu\s+ly|soan\s+thao|trinh|trien\s+khai)"
            r"|trach\s+nhiem|phu\s+trach|lam\s+chinh|dau\s+moi|(?<!noi\sdung\s)(?<!nhiem\svu\s)(?<!cong\sviec\s)(?<!duoc\s)phan\s+cong|^thuc\s+hien$"
            r"|(?:don\s+vi|co\s+quan)\s+duoc\s+(?:giao|phan\s+cong)"
            r"|^(?:(?:cac\s+)?(?:co\s+quan|don\s+vi|phong|ban|bo\s+phan|dia\s+phuong|so|nganh)(?:\s*[,/;&-]\s*|\s+va\s+|\s+|$))+$",
        ),
        ("product", r"san\s+pham|ket\s+qua|dau\s+ra|hinh\s+thuc\s+van\s+ban"),
        ("area", r"^(?:nhom|linh\s+vuc)\b"),
        (
            "task",
            r"nhiem\s+vu|noi\s+dung|cong\s+viec|hoat\s+dong|^viec|ten\s+viec|dau\s+viec|hang\s+muc|du\s+an|^ten\s+(?:chuong|ke\s+hoach|de\s+an|van\s+ban(?:\s+(?:quy\s+dinh|huong\s+dan|can\s+xay|can\s+ban).*)?$|bao\s+cao)",
        ),
        ("way", r"giai\s+phap|bien\s+phap"),
        ("area", r"linh\s+vuc|nhom"),
    )
)
# Tables of the steps of an administrative procedure look like tables of tasks.
_PROCEDURE = re.compile(
    r"\bbuoc\b|trinh\s+tu|cac\s+buoc|thu\s+tu\s+cong\s+viec|thoi\s+gian\s+giai\s+quyet|thu\s+tuc\s+hanh\s+chinh|\btthc\b"
)
_WORKING_TIME = re.compile(r"\d+(?:[.,]\d+)?\s*(?:ngay|gio|phut)\b")
_LONG_TIME = 18  # words of a cell that tells more than a time
_YEAR = re.compile(r"(?:nam\s+)?((?:19|20)\d\d)")
# Columns of a calendar: "Quý I", "T3", "Tháng 10/2026"
_PERIOD = re.compile(r"(?:quy|thang|t)\s*\.?\s*(?:i{1,3}|iv|\d{1,2})(?:\s*[/-]\s*(?:20)?\d\d)?")
_TICK = re.compile(r"[xX×✓✔√vV*+]")
_LABEL = re.compile(r"[\dIVXLA-ZĐa-zđ]{1,5}(?:\.\d{1,2}){0,3}[.)]?")
_BOTH_PARTS = re.compile(
    r"^(?P<lead>.*?)\s*(?:chu\s*tri\s*)?(?:[;,.]\s*)?(?:(?:don\s+vi\s+)?phoi\s*hop(?:\s+(?:voi|cung))?\s*:?|\s/\s)(?P<rest>.*)$"
)


# "Sở A chủ trì; Sở B phối hợp"
_EACH = re.compile(
    r"^(?P<lead>[^;.]+?)\s+chu\s*tri\s*[;,.]\s*(?P<rest>[^.]+?)\s+(?:cung\s+)?phoi\s*hop(?:\s+thuc\s+hien)?[\s.]*$"
)


@dataclass(slots=True)
class Columns:
    """Where a table keeps what: column numbers by field, rows of names, year that the deadline's name gives."""

    fields: dict[str, int]
    header_rows: int
    year: int | None = None
    width: int = 0
    ticked: dict[int, str] = field(default_factory=dict)  # columns "Quý I", "Quý II" ... that are ticked

    def get(self, name: str) -> int | None:
        """Column of a field."""
        return self.fields.get(name)


@dataclass(slots=True)
class TaskRow:
    """A row of a table of tasks, `start` and `end` as offsets into the document."""

    task: str
    lead: list[str] = field(default_factory=list)
    coordinate: list[str] = field(default_factory=list)
    monitor: list[str] = field(default_factory=list)
    deadline: str | None = None
    due_on: str | None = None
    product: str | None = None
    group: tuple[str, ...] = ()
    texts: dict[str, str] = field(default_factory=dict)  # of its cells, by field
    page: int = 1
    start: int = 0
    end: int = 0


def _plain(text: str) -> str:
    return " ".join(strip_diacritics(text).lower().split()).strip(" *_.:")


def column_kind(name: str) -> str | None:
    """What a column of this name holds.

    >>> [column_kind(n) for n in ("Nội dung công việc", "Kết quả đầu ra", "Thời gian hoàn thành", "Cơ quan chủ trì")]
    ['task', 'product', 'deadline', 'lead']
    >>> [column_kind(n) for n in ("Đơn vị phối hợp", "Theo dõi, kiểm tra, đôn đốc", "Đầu mối / phối hợp", "Làm chính")]
    ['coordinate', 'monitor', 'both', 'lead']
    >>> [column_kind(n) for n in ("Đơn vị được kiểm tra", "Kinh phí thực hiện", "Chủ đề")]
    ['none', 'none', None]
    """
    plain = _plain(name)
    if not plain:
        return None
    return next((kind for kind, pattern in _COLUMNS if pattern.search(plain)), None)


def read_columns(table: Table, grid: list[list[Cell | None]]) -> Columns | None:
    """Columns of a table of tasks; None for any other table.

    It must have a column of tasks and one of units that lead or coordinate. A header of two levels is read
    from the bottom: "Đơn vị thực hiện" over "Chủ trì" and "Phối hợp".
    """
    if table.layout or table.rows < 2 or table.columns < 2 or is_calendar(grid):
        return None
    rows = table.header_rows or max((c.row_span for c in table.cells if c.row == 0), default=1)
    for count in dict.fromkeys((rows, rows + 1, 1, 2)):
        if 0 < count < table.rows and (found := _columns(table, grid, count)) is not None:
            return found
    return None


def _columns(table: Table, grid: list[list[Cell | None]], count: int) -> Columns | None:
    fields: dict[str, int] = {}
    further: dict[str, list[tuple[int, str]]] = {
        "lead": [],
        "task": [],
        "area": [],
    }  # all columns that may hold it, by name
    ticked: dict[int, str] = {}
    year: int | None = None
    for column in range(table.columns):
        names: list[Cell] = []
        for row in range(count):
            cell = grid[row][column]
            if cell is not None and cell.text.strip() and all(cell is not c for c in names):
                names.append(cell)
        if any(len(c.text.split()) > 16 or _PROCEDURE.search(_plain(c.text)) for c in names):
            return None
        if names and _PERIOD.fullmatch(_plain(names[-1].text)):
            ticked[column] = _clean(names[-1].text)
            continue
        kind = next((k for c in reversed(names) if (k := column_kind(c.text)) is not None), None)
        if kind is None and names:
            kind = column_kind(" ".join(c.text for c in names))
        if kind in further:
            further[str(kind)].append((column, _plain(" ".join(c.text for c in names))))
        if kind in (None, "none") or kind in fields:
            continue
        fields[str(kind)] = column
        if kind == "deadline" and (found := _YEAR.search(_plain(" ".join(c.text for c in names)))):
            year = int(found.group(1))
    if ticked:
        fields.setdefault("deadline", min(ticked))
    _choose(fields, further, grid[count:])
    if "task" not in fields and "way" in fields:
        fields["task"] = fields.pop("way")
    if "task" not in fields and "area" in fields and "product" not in fields:
        return None
    if "task" not in fields or not fields.keys() & {"lead", "coordinate", "both"}:
        return None
    if (at := fields.get("deadline")) is not None:
        times = [_plain(cell.text) for row in grid[count:] if (cell := row[at]) is not None and cell.text.strip()]
        if times and 2 * sum(len(time.split()) > _LONG_TIME for time in times) > len(times):
            del fields["deadline"]  # how far things have come ("Tiến độ"), told at length
            times = []
        if times and 2 * sum(_WORKING_TIME.match(time) is not None for time in times) > len(times):
            return None
        numbers = sum(_BARE_NUMBER.fullmatch(time) is not None for time in times)
        if times and 2 * numbers > len(times) and not _CALENDAR_UNIT.search(name := _name_of(grid, count, at)):
            if _TAKES.search(name):
                return None  # what a piece of work takes
            del fields["deadline"]
    if table.columns == 2 and "both" not in fields and "lead" not in fields:
        return None
    return Columns(fields, count, year, table.columns, ticked if fields.get("deadline") in ticked else {})


_BARE_NUMBER = re.compile(r"\d{1,3}(?:[.,]\d+)?")
_CALENDAR_UNIT = re.compile(r"\b(?:thang|quy(?! (?:trinh|dinh|che|mo))|nam)\b")  # "Tháng": 9 says when
_TAKES = re.compile(r"\b(?:gio|phut|ngay|buoi|hao phi|khoi luong)\b")


def _name_of(grid: list[list[Cell | None]], count: int, column: int) -> str:
    return _plain(" ".join(cell.text for row in grid[:count] if (cell := row[column]) is not None))


# "Cơ quan, đơn vị": whom a table is about; who does the work only beside "Nhiệm vụ được giao"
_WHOM = re.compile(r"(?:(?:cac |co quan|don vi|phong|ban|bo phan|dia phuong|so|nganh|va)[\s,/;&-]*)+")
_ONE_WORD = re.compile(r"(?:don vi|co quan|bo phan)")
_GIVEN = re.compile(
    r"nhiem vu|phan cong|cong viec|trach nhiem|dau viec|noi dung (?:thuc hien|trien khai|can|duoc giao)"
)


def _choose(fields: dict[str, int], further: dict[str, list[tuple[int, str]]], rows: list[list[Cell | None]]) -> None:
    """Settle which of several columns holds the task and who leads; the task's groups go into "above"."""
    tasks = further["task"]
    if not tasks and any(_GIVEN.search(name) for _, name in further["area"]):
        fields["task"] = fields.pop("area")  # "Nhóm nhiệm vụ" alone
    if len(tasks) > 1:
        counts = [
            len({id(c) for row in rows if (c := row[column]) is not None and c.text.strip()}) for column, _ in tasks
        ]
        detail = next((n for n, (_, name) in enumerate(tasks) if n and re.search(r"\b(?:cu the|chi tiet)$", name)), 0)
        best = detail or max(range(len(tasks)), key=lambda n: (counts[n], -n))
        if best and counts[best] > counts[0]:
            fields["above"], fields["task"] = fields["task"], tasks[best][0]
    leads = further["lead"]
    strong = [column for column, name in leads if not _WHOM.fullmatch(name)]
    if not leads or (strong and strong[0] == fields["lead"]):
        return
    if strong:
        fields["lead"] = strong[0]
    elif not _ONE_WORD.fullmatch(leads[0][1]) and not any(_GIVEN.search(name) for _, name in tasks):
        del fields["lead"]  # who is inspected, trained ...


def task_rows(table: Table, grid: list[list[Cell | None]], columns: Columns, start: int = 0) -> Iterator[TaskRow]:
    """Rows of tasks below row `start`; group rows go into `TaskRow.group`.

    A merged cell counts for every row that it covers. A row that goes on with the one above (no number, no
    unit, a text that begins in the middle) is joined to it.
    """
    groups: list[tuple[int, str]] = []
    group_units: list[str] = []
    last: TaskRow | None = None
    seen: set[tuple[int, ...]] = set()
    for number in range(start, table.rows):
        cells = grid[number]
        own = _own(cells, number)
        filled = [c for c in _distinct(cells) if c.text.strip()]
        if not filled:
            continue
        if _numbers_only(filled):
            continue
        if (group := _group_row(table, columns, cells, filled)) is not None:
            if last is not None:
                yield last
                last = None
            rank = _rank(filled[0].text)
            groups = [*(g for g in groups if g[0] < rank), (rank, group)]
            name = _GROUP_LABEL.sub("", group)
            group_units = all_units(name) if "lead" not in columns.fields and "both" not in columns.fields else []
            continue
        key = tuple(id(c) for c in cells)
        if key in seen:
            continue
        seen.add(key)
        row = _read(columns, cells, own or filled)
        if row is None:
            continue
        told_below = _IS_BELOW.fullmatch(_clean(row.texts["deadline"])) is not None
        opens_list = row.task.endswith(":") and not row.deadline and (told_below or not row.lead)
        counts_rows = _ROWS_FOLLOW.search(_plain(row.task)) is not None and not (row.lead or row.coordinate)
        if "lead" in columns.fields and (opens_list or counts_rows):
            groups = [*(g for g in groups if g[0] < _INNER_RANK), (_INNER_RANK, row.task.rstrip(" :"))]
            if last is not None:
                yield last
                last = None
            continue  # "Chuẩn hóa các hệ thống, bao gồm:": its rows follow
        if last is not None and _goes_on(columns, cells, number, row, last):
            _join(last, row, columns)
            continue
        if last is not None:
            yield last
        row.group = tuple(name for _, name in groups)
        if above := _clean(_text(columns, cells, "above")):
            row.group = (*row.group, above)
        if group_units and not row.lead:
            row.lead = list(group_units)
        last = row
    if last is not None:
        yield last


_GROUP_LABEL = re.compile(r"^(?:[\dIVXLA-ZĐ.]{1,6}[.)]|[IVX]{1,4}|[A-HĐ]|\d{1,2}(?:\.\d{1,2})*)\s+")
# "Đầu tư nâng cao năng lực ..., gồm 8 dự án sau"
_ROWS_FOLLOW = re.compile(r"\bgom\s+(?:\d+|cac)\s+(?:du\s+an|nhiem\s+vu|noi\s+dung|hoat\s+dong)\b[^.;]{0,20}$")
_INNER_RANK = 8  # below groups with a label


def _own(cells: list[Cell | None], row: int) -> list[Cell]:
    return [c for c in _distinct(cells) if c.row == row and c.text.strip()]


def _distinct(cells: list[Cell | None]) -> list[Cell]:
    found: list[Cell] = []
    for cell in cells:
        if cell is not None and all(cell is not c for c in found):
            found.append(cell)
    return found


def _numbers_only(filled: list[Cell]) -> bool:
    """The row "(1) (2) (3)" under the names."""
    return len(filled) >= 3 and all(len(c.text.strip(" ().=+*")) <= 3 and not c.text.strip().isalpha() for c in filled)


def _text(columns: Columns, cells: list[Cell | None], name: str) -> str:
    column = columns.get(name)
    cell = cells[column] if column is not None and column < len(cells) else None
    if cell is None:
        return ""
    return part_lines(cell.lines()) if cell.breaks and name in _OF_UNITS else cell.text.strip()


_OF_UNITS = ("lead", "coordinate", "both", "monitor")
_LISTED = re.compile(rf"[-–+•]\s?(?=[{UPPER}])")
_MOST_NAMED = 20  # words of a line that only names


def part_lines(lines: list[str]) -> str:
    """Lines of a cell of units as one text, with a border where a line plainly names the next unit.

    >>> part_lines(["Phòng Chuyên môn, Nghiệp vụ", "Phòng Bổ trợ tư pháp"])
    'Phòng Chuyên môn, Nghiệp vụ; Phòng Bổ trợ tư pháp'
    >>> part_lines(["- Hiệu trưởng", "- Tổ trưởng"]), part_lines(["Trung tâm Phục vụ", "hành chính công"])
    ('- Hiệu trưởng; - Tổ trưởng', 'Trung tâm Phục vụ hành chính công')
    >>> part_lines(["Ủy ban nhân dân", "Thành phố Huế"]), part_lines(["Sở Nội vụ chủ trì với", "Sở Tài chính"])
    ('Ủy ban nhân dân Thành phố Huế', 'Sở Nội vụ chủ trì với Sở Tài chính')
    """
    text = lines[0]
    for above, line in pairwise(lines):
        marked = _LISTED.match(line) is not None and _LISTED.match(lines[0]) is not None
        text += "; " if marked or (_only_names(above) and _only_names(line) and not _may_own(above, line)) else " "
        text += line
    return text.strip()


# Names that wait for whose they are: "Văn phòng" / "HĐND và UBND", "Ủy ban nhân dân" / "Thành phố Huế"
_WAITS = re.compile(
    r"(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|van phong|trung tam|ban quan ly|ban chi dao|cong an|thanh tra"
    r"|so|phong|ban|cuc|chi cuc|truong|lanh dao|thu truong|giam doc|chu tich|truong phong)$"
)
_PLACE = re.compile(r"(?:thanh pho|tinh|huyen|xa|phuong|thi xa|dac khu)\b")


def _only_names(line: str) -> bool:
    """True where a line of a cell is the whole name of a unit, or some of them, and nothing else."""
    if not line[:1].isupper() or not 2 <= len(line.split()) <= _MOST_NAMED or not line[-1].isalnum():
        return False
    form = strip_diacritics(line).lower()
    if _WAITS.match(form) or _PLACE.match(form):
        return False
    run = read_units(line)
    return run is not None and run.end >= len(line)


_OWNER = re.compile(
    r"(?:bo|so|ubnd|uy ban|tinh|thanh|dang|dang uy|hdnd|hoi dong|mat tran|ubmttq|tong|cong ty|cong an|quan"
    r"|lien|toa|vien)\b"
)


def _may_own(above: str, line: str) -> bool:
    """True where a line may end the name above it: "Đảng ủy" / "UBND tỉnh", "Vụ Pháp chế" / "Bộ Xây dựng".

    >>> _may_own("Đảng ủy", "UBND tỉnh"), _may_own("Sở Nội vụ", "Sở Tài chính"), _may_own("Sở Nội vụ", "Các phòng")
    (True, False, False)
    """
    same = above.split()[0] == line.split()[0]
    return not same and _OWNER.match(strip_diacritics(line).lower()) is not None


def _ticked(columns: Columns, cells: list[Cell | None]) -> str:
    """The names of the columns that a row ticks; what a cell says itself where it says more than a tick."""
    said: list[str] = []
    for column, name in columns.ticked.items():
        cell = cells[column] if column < len(cells) else None
        text = cell.text.strip() if cell is not None else ""
        if text and (text := name if _TICK.fullmatch(text) else text) not in said:
            said.append(text)
    return ", ".join(said)


def _group_row(table: Table, columns: Columns, cells: list[Cell | None], filled: list[Cell]) -> str | None:
    """The name of a group of rows, None for a row of its own."""
    task_at = columns.fields["task"]
    task_cell = cells[task_at]
    if len(filled) == 1:
        cell = filled[0]
        wide = cell.column_span >= 2 or columns.get("number") is None or cell.column != task_at
        return cell.text.strip() if wide or len(cell.text.split()) <= 40 else None
    others = [c for c in filled if c is not task_cell and _LABEL.fullmatch(c.text.strip()) is None]
    if not others:  # a label and a name, nothing else
        return " ".join(c.text.strip() for c in filled)
    if task_cell is not None and task_cell.column_span >= max(3, table.columns - 2):
        return " ".join(c.text.strip() for c in filled)
    return None


def _rank(text: str) -> int:
    label = text.strip().split()[0].strip(".)") if text.strip() else ""
    if re.fullmatch(r"[A-HĐ]", label) and label not in ("C", "D"):
        return 0
    if re.fullmatch(r"[IVXL]+", label):
        return 1
    if re.fullmatch(r"\d+", label):
        return 2
    return 3 + label.count(".") if label[:1].isdigit() else 1


def _clean(text: str) -> str:
    return " ".join(text.split()).strip(" ;,")


# "30/6/202 6", "15/12/20 26": a narrow column has torn the year
_TORN_YEAR = re.compile(r"(?<=[/.-])(?:2 ?0 ?\d ?\d)(?!\d)(?=\W|$)")


# "UBND phườn g Nam Hải", "tài nguyê n": a narrow column has torn a syllable; no word is made of consonants alone
_TORN_SYLLABLE = re.compile(rf"(?<=[{LOWER}])\s(?=(?:ng|nh|ch|[nghctmp])(?:[\s,;.]|$))")


def _mend_names(text: str) -> str:
    """Names of a cell with their syllables in one piece."""
    return _TORN_SYLLABLE.sub("", text) if " " in text or "\n" in text else text


def _mend_years(text: str) -> str:
    """A deadline of a cell with its years in one piece."""
    return _TORN_YEAR.sub(lambda year: year.group().replace(" ", ""), text) if "20" in text or "2 0" in text else text


_TEXTS = ("task", "lead", "coordinate", "both", "monitor", "deadline", "product")


def _read(columns: Columns, cells: list[Cell | None], own: list[Cell]) -> TaskRow | None:
    row = TaskRow(
        task="",
        texts={name: _text(columns, cells, name) for name in _TEXTS}
        | ({"deadline": _ticked(columns, cells)} if columns.ticked else {}),
        page=own[0].page,
        start=min(c.start for c in own),
        end=max(c.end for c in own),
    )
    _fill(row, columns)
    if not any(c.isalpha() for c in row.task) and not (row.product or row.lead):
        return None
    return row


def _fill(row: TaskRow, columns: Columns) -> None:
    """Set the fields from the texts of the cells."""
    texts = row.texts
    lead, coordinate = _mend_names(texts["lead"]), _mend_names(texts["coordinate"])
    if "both" in columns.fields:
        lead, coordinate = _divide(_mend_names(texts["both"]), lead, coordinate)
    elif not coordinate and "coordinate" not in columns.fields:
        lead, coordinate = _divide(lead, "", "", words_only=True)
    lead, named = _LEADS.subn("", lead)
    row.task = _clean(texts["task"])
    coordinate = _ASKS_HELP.sub("", coordinate)
    row.lead, row.coordinate, row.monitor = (
        _units(lead),
        split_units(coordinate),
        split_units(_mend_names(texts["monitor"])),
    )
    if named:  # "Chủ trì: Sở A; Sở B hướng dẫn": who only helps
        row.lead = [unit for unit in row.lead if not _helps(unit)] or row.lead[:1]
    deadline, product = _mend_years(_clean(texts["deadline"])), _clean(texts["product"])
    row.deadline = deadline if any(c.isalnum() for c in deadline) and not _IS_BELOW.fullmatch(deadline) else None
    row.due_on = due_on(row.deadline, columns.year)
    row.product = product if any(c.isalnum() for c in product) else None


# "Theo thời hạn cụ thể sau đây:": the rows below a group's row have their own
_IS_BELOW = re.compile(
    r"(?:theo\s+)?(?:từng\s+)?(?:các\s+)?(?:mốc\s+)?(?:thời\s+(?:hạn|gian)|tiến độ)"
    r"(?:\s+cụ thể)?\s+(?:sau đây|sau|dưới đây|như sau)\s*:?",
    re.IGNORECASE,
)
_ASKS_HELP = re.compile(r"^\s*(?:đề nghị\s+)?phối hợp với\s+", re.IGNORECASE)
_NEXT_LINE = re.compile(rf"(?<![-–])\s+(?=(?:Sở|Bộ|UBND|Ủy ban nhân dân|Công an|Văn phòng)\s+[{UPPER}])")


_SURNAMES = frozenset(
    (
        "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ", "ngô", "dương",
        "lý", "đinh", "đoàn", "lâm", "trịnh", "mai", "đào", "vương", "lương", "cao", "hà", "phùng", "tạ",
        "triệu", "quách", "tô",
    )
)  # fmt: skip


def _people(text: str) -> list[str]:
    """Names of people in lines that have become one; [] where it is not sure to be several.

    >>> _people("Trần Thị An Lê Văn Bình Nguyễn Thị Hoa"), _people("Trần Thị Lê An"), _people("Sở Nội vụ")
    (['Trần Thị An', 'Lê Văn Bình', 'Nguyễn Thị Hoa'], [], [])
    """
    words = text.split()
    if len(words) < 6 or not all(word.isalpha() and word.istitle() for word in words):
        return []
    starts = [n for n, word in enumerate(words) if word.lower() in _SURNAMES]
    ends = [*starts[1:], len(words)]
    if not starts or starts[0] or any(not 3 <= end - at <= 4 for at, end in zip(starts, ends, strict=True)):
        return []
    return [" ".join(words[at:end]) for at, end in zip(starts, ends, strict=True)]


def _units(text: str) -> list[str]:
    """Units of a cell, without what it tells each: "UBND các xã triển khai tại địa bàn Sở A vận hành hệ thống".

    >>> _units("UBND các xã triển khai tại địa bàn Sở Khoa học và Công nghệ vận hành hệ thống")
    ['UBND các xã', 'Sở Khoa học và Công nghệ']
    >>> _units("Sở Nội vụ; Công an tỉnh"), _units("UBND các xã; Sở Tài chính theo dõi")
    (['Sở Nội vụ', 'Công an tỉnh'], ['UBND các xã', 'Sở Tài chính theo dõi'])
    """
    units: list[str] = []
    for unit in split_units(text):
        if people := _people(unit):
            units += people
            continue
        run = read_units(unit)
        following = _NEXT_LINE.search(unit, run.end) if run is not None and starts_duty(unit, run.end) else None
        if run is None or following is None:
            units.append(unit)
            continue
        parts = [unit[: following.start()], *_NEXT_LINE.split(unit[following.end() :])]
        named = [read_units(part) for part in parts]
        units += [name for found in named if found is not None for name in found.units]
    return units


_LEADS = re.compile(r"^\s*(?:-\s*)?(?:(?:đơn vị|cơ quan)\s+)?chủ trì\s*:\s*", re.IGNORECASE)


def _helps(unit: str) -> bool:
    run = read_units(unit)
    return run is not None and run.end < len(unit) and starts_duty(unit, run.end)


def divide(text: str) -> tuple[str, str]:
    """Who leads and who coordinates, where one cell or label names both.

    >>> divide("Sở A / Sở B"), divide("Sở A chủ trì; Sở B phối hợp"), divide("Sở A; Sở B")
    (('Sở A', 'Sở B'), ('Sở A', 'Sở B'), ('Sở A', 'Sở B'))
    """
    first, second = _divide(text, "", "")
    if not second and ";" in first:
        first, _, second = first.partition(";")
    first = re.sub(r"(?i)\s*,?\s*chủ trì\s*$", "", first.strip())
    return first, re.sub(r"(?i)\s+phối hợp\s*$", "", second.strip())


def _divide(text: str, lead: str, coordinate: str, words_only: bool = False) -> tuple[str, str]:
    """ "A / B" or "A chủ trì; phối hợp: B" in one cell."""
    bare = strip_diacritics(text).lower()
    if (each := _EACH.match(bare)) is not None and len(bare) == len(text):
        return text[slice(*each.span("lead"))], text[slice(*each.span("rest"))]
    found = _BOTH_PARTS.match(bare) if len(bare) == len(text) else None
    if found is None or (words_only and "phoi" not in bare):
        return text or lead, coordinate
    first, second = text[: found.end("lead")], text[found.start("rest") :]
    first = re.sub(r"(?i)^\s*(?:-\s*)?(?:(?:đơn vị|cơ quan)\s+)?chủ trì\s*:\s*|\s*,?\s*chủ trì\s*[;,.]?\s*$", "", first)
    second = re.sub(r"(?i)\s+phối hợp\s*[;,.]?\s*$", "", second)
    return first or lead, second or coordinate


def _goes_on(columns: Columns, cells: list[Cell | None], number: int, row: TaskRow, last: TaskRow) -> bool:
    """True where a page break cut the row above in two."""
    at = columns.get("number")
    label = cells[at] if at is not None else None
    if at is None or (label is not None and (label.text.strip() or label.row != number)):
        return False
    task_cell = cells[columns.fields["task"]]
    if task_cell is None or task_cell.row != number:
        return False
    if row.lead and last.lead and (not row.task or row.texts["lead"][0].isupper()):
        return False  # another product of the same task
    return not row.task or (row.task[0].islower() and not last.task.endswith((".", ";")))


def _join(last: TaskRow, row: TaskRow, columns: Columns) -> None:
    for name in ("lead", "coordinate", "monitor"):
        if row.texts[name] and last.texts[name] and row.texts[name][0].isupper() and starts_unit(row.texts[name]):
            last.texts[name] += ";"
    last.texts = {name: f"{last.texts[name]} {row.texts[name]}".strip() for name in _TEXTS}
    last.end = max(last.end, row.end)
    _fill(last, columns)
