"""Targets in tables.

Two kinds: a table of targets (`target_grid`), whose cells are bare numbers; and any other table,
whose cells are read as text (a task table's "100% hồ sơ được số hóa" in the column of products).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.extract.quantity import bare
from ingest.extract.target_grid import find_layout, has_units, is_grid, read_grid, unit_in
from ingest.extract.target_list import find_stage, introduce
from ingest.extract.target_place import Frame, Mode
from ingest.extract.target_sentence import DIGIT, Found, read_paragraph
from ingest.models import Block, Cell, Table

# Scoring sheets and forms of figures hold no targets.
_SCORING = re.compile(
    r"\b(?:diem|thang diem|diem toi da|diem chuan|tu cham|so luong|muc diem|cach tinh|xep loai|le phi"
    r"|muc thu|muc phi|(?<!tham )(?<!quoc )(?<!danh )(?<!chuyen )gia(?! (?:tri|dinh|tang|suc|cam)\b))\b"
)
# These do not even where a column is named "chỉ tiêu".
_POINTS = re.compile(
    r"\b(?:diem (?:toi da|chuan|tu cham|tham dinh|dat|quy doi)|thang diem|muc diem|tu cham|cach tinh diem)\b"
)
_GOAL = re.compile(r"\b(?:chi tieu|muc tieu|phan dau)\b")
_SKIPPED = re.compile(r"\b(?:thoi gian|thoi han|han hoan thanh|ghi chu|ket qua (?:thuc hien|nam)|hien trang|can cu)\b")
_PAST_YEAR = re.compile(r"\b(?:thuc hien|ket qua|hien trang|uoc|da dat|so lieu)\b.*\b20\d\d\b")

# "Chỉ tiêu | Kết quả | Đánh giá": goals of a time gone by, and how they were met.
_REACHED = re.compile(r"ket qua(?: (?:dat duoc|da dat|dat|thuc hien))?")
_JUDGED = re.compile(r"(?:tu )?(?:danh gia|xep loai)\b|muc do (?:dat|hoan thanh)\b|dat\s*/\s*(?:khong|chua) dat")


def _looks_back(names: list[str]) -> bool:
    """Whether a table says of goals how they were met, and sets none for a year to come.

    >>> _looks_back(["tt", "noi dung", "chi tieu", "ket qua", "danh gia"])
    True
    >>> _looks_back(["tt", "chi tieu", "ket qua"])
    False
    >>> _looks_back(["chi tieu", "ket qua", "danh gia", "ke hoach nam 2026"])
    False
    """
    judged = any(map(_REACHED.fullmatch, names)) and any(map(_JUDGED.match, names))
    return judged and not any(re.search(r"\b20\d\d\b", name) for name in names)


def _header(table: Table) -> tuple[list[str], int]:
    """Column names (rows of a stacked header joined) and the first row of data."""
    grid = table.grid()
    rows = max(1, min(table.header_rows or 1, 3, table.rows))
    while rows < min(3, table.rows - 1) and _continues_header(grid[rows], grid[0]):
        rows += 1
    if rows < table.rows - 1 and _is_count_of_columns(grid[rows]):
        rows += 1
    numbering = [_is_count_of_columns(grid[row]) for row in range(rows)]
    names: list[str] = []
    for column in range(table.columns):
        parts: list[str] = []
        for row in range(rows):
            cell = grid[row][column]
            if row == 0 and rows > 1 and _under_neighbour(grid[0], grid[1], column):
                cell = grid[0][column - 1]
            if cell is not None and cell.text and cell.text not in parts and not numbering[row]:
                parts.append(cell.text)
        names.append(" ".join(" ".join(parts).split()))
    return names, rows


_SHARES = re.compile(r"\d\s*%")
_COLUMN_NUMBER = re.compile(r"[(\[]?(?:\d{1,2}|[A-Ea-e])[)\]]?(?:\s*=[\d\s()+*/:x%-]+)?")


def _is_count_of_columns(row: Sequence[Cell | None]) -> bool:
    """Whether a row only counts the columns: "(1) | (2) | (3)", "A | B | 1 | 2 | 3=2/1"."""
    texts = [cell.text.strip() for cell in row if cell is not None and cell.text.strip()]
    if len(texts) < 3 or not all(_COLUMN_NUMBER.fullmatch(text) for text in texts):
        return False
    digits = [int(match.group()) for text in texts if (match := re.search(r"\d{1,2}", text))]
    return len(digits) >= 2 and digits == list(range(digits[0], digits[0] + len(digits))) and digits[0] <= 2


def _continues_header(row: Sequence[Cell | None], header: Sequence[Cell | None]) -> bool:
    """Whether a row only names columns below a title that several of them share, in words or years."""
    own = [
        (i, cell)
        for i, cell in enumerate(row)
        if cell is not None and cell.text.strip() and cell.text != getattr(header[i], "text", None)
    ]
    return bool(own) and all(
        _shared(header, i) and (not re.search(r"\d", cell.text) or _YEARS_ONLY.fullmatch(bare(cell.text).strip()))
        for i, cell in own
    )


def _shared(header: Sequence[Cell | None], index: int) -> bool:
    """Whether the title above a column spans its neighbour too, as one cell or as the same words again."""
    cell = header[index]
    if cell is None or cell.column_span > 1:
        return cell is not None
    after = header[index + 1] if index + 1 < len(header) else None
    before = header[index - 1] if index else None
    if cell.text.strip() == "" or (after is not None and after.text.strip() == ""):  # a title with a blank beside it
        return (before is not None and before.text.strip() != "") if not cell.text.strip() else True
    return any(
        0 <= i < len(header) and (other := header[i]) is not None and other.text == cell.text
        for i in (index - 1, index + 1)
    )


def _under_neighbour(header: Sequence[Cell | None], below: Sequence[Cell | None], index: int) -> bool:
    """Whether a blank title belongs to the title on its left: "Chỉ tiêu năm 2026 | " above "Điểm | Xếp hạng"."""
    own, left = header[index], header[index - 1] if index else None
    one, other = below[index], below[index - 1] if index else None
    return (
        own is not None
        and not own.text.strip()
        and left is not None
        and bool(left.text.strip())
        and one is not None
        and other is not None
        and bool(one.text.strip() and other.text.strip())
        and one is not other
    )


_YEARS_ONLY = re.compile(r"(?:den |nam |giai doan )*20\d\d(?:\s*[-–]\s*20\d\d)?")


def read_table(block: Block, frame: Frame) -> Iterator[tuple[Found, int, int]]:
    """(found, start, end) for each target of a table; offsets are into the document's text."""
    table = block.table
    if table is None or table.rows < 1:
        return
    titles, first = _header(table)
    names = [bare(title).strip() for title in titles]
    joined = " | ".join(names)
    goal = _GOAL.search(joined) is not None
    if _looks_back(names):
        return
    if _SCORING.search(joined) and not goal:
        return
    if _POINTS.search(joined) and not re.search(r"\b(?:muc tieu|phan dau|ke hoach (?:nam )?20\d\d)\b", joined):
        return
    layout = find_layout(names, titles, frame.mode == Mode.OPEN)
    # "Thực hiện năm 2025 | Kế hoạch năm 2026" beside a column of units: a table of a plan's figures.
    planned = (
        layout is not None
        and (layout.unit is not None or all(unit_in(titles[column.index]) for column in layout.values))
        and re.search(r"\bke hoach\b[^|]*\b20\d\d\b", joined)
    )
    read: set[int] = set()
    if (
        layout is not None
        and (
            frame.mode == Mode.OPEN
            or ((goal or planned) and frame.mode == Mode.CUED)
            # A regulation's criteria: "Tiêu chí | Chỉ tiêu".
            or (
                frame.mode == Mode.STRICT
                and not frame.norm
                and all(_GOAL.search(names[column.index]) for column in layout.values)
                and has_units(table, first, layout)
            )
        )
        and is_grid(table, first, layout)
    ):
        begun: set[int] = set()
        for found, start, end in read_grid(table, first, titles, layout, frame):
            begun.add(start)
            yield found, start, end
        values = {column.index for column in layout.values}
        if not layout.turned and not layout.details:
            for cell in table.cells:  # "Phấn đấu 80% hồ sơ trực tuyến | Tháng 12/2026": the number is in the name
                alone = cell.row >= first and cell.column == layout.indicator and cell.start not in begun
                beside = [c for c in table.cells if c.row == cell.row and c.column in values] if alone else []
                if alone and _SHARES.search(cell.text) and not any(_SHARES.search(c.text) for c in beside):
                    for start, end, found in read_paragraph(cell.text, bare(cell.text), frame):
                        yield found, cell.start + start, cell.start + end
        read = {layout.indicator, *layout.details, *(column.index for column in layout.values)}
        if layout.unit is not None:
            read.add(layout.unit)
    # A first column of indicators makes the table one of targets, whatever its section.
    named = any(re.search(r"\bchi tieu\b", name) for name in names[:3]) and not any(_PAST_YEAR.search(n) for n in names)
    tasks = any(re.search(r"\b(?:nhiem vu|noi dung cong viec|hoat dong)\b", name) for name in names)
    local = replace(
        frame,
        mode=Mode.OPEN if named and frame.mode >= Mode.CUED else frame.mode,
        duty=frame.duty or (tasks and frame.plan),
    )
    skip = {i for i, name in enumerate(names) if _SKIPPED.search(name)}
    task = next(
        (i for i, name in enumerate(names) if re.search(r"\b(?:nhiem vu|noi dung|cong viec|hoat dong)\b", name)), None
    )
    grid = table.grid() if task is not None else []
    below = _frames_below(table, first, local)
    for cell in table.cells:
        if (
            (cell.row < first and table.header_rows)
            or cell.column in skip
            or cell.column in read
            or len(cell.text) < 8
            or not DIGIT.search(cell.text)
        ):
            continue
        for start, end, found in read_paragraph(cell.text, bare(cell.text), below.get(cell.row, local)):
            row = grid[cell.row][task] if task is not None and cell.column != task else None
            unnamed = _PREDICATE.match(found.indicator.lower()) is not None
            if row is not None and row is not cell and (unnamed or len(found.indicator.split()) <= 5):
                # The product "100% trung tâm xã" says too little without its task.
                name = _task_name(row.text)
                if unnamed:  # "được cung cấp: được cung cấp toàn trình"
                    found = replace(found, indicator=found.indicator.rpartition(": ")[2])
                if re.search(r"[^\W\d_]{2}", name):
                    found = replace(found, indicator=f"{name}: {found.indicator}")
            yield found, cell.start + start, cell.start + end


_ROMAN = re.compile(r"[IVXLC]+[.)]?")


def _frames_below(table: Table, first: int, frame: Frame) -> dict[int, Frame]:
    """The frame of each row below one that only says for when the goals of the next ones are set ("Đến năm 2030",
    "Phấn đấu giai đoạn 2026 - 2030:")."""
    found: dict[int, Frame] = {}
    here: Frame | None = None
    for row, cells in enumerate(table.cells_by_row()):
        words = [c.text for c in cells if re.search(r"[^\W\d_]{2}", c.text) and not _ROMAN.fullmatch(c.text.strip())]
        alone = words[0].strip() if row >= first and len(words) == 1 and "20" in words[0] else ""
        if alone and (begun := find_stage(alone, 0)) is not None:
            here = begun.apply(frame)
        elif alone.endswith(":"):
            here = introduce(alone, bare(alone), frame)
        elif here is not None:
            found[row] = here
    return found


_PREDICATE = re.compile(r"(?:được|đều|duoc|deu) ")
_ASIDE = re.compile(r",?\s+(?:bảo đảm|đảm bảo|đạt|hoàn thành)\s+(?:các\s+)?(?:chỉ tiêu|mục tiêu)\b.*$", re.IGNORECASE)


_BORDER = re.compile(r"[,;.:](?=\s)|\s(?=(?:nhằm|để|trong đó|bảo đảm|đảm bảo|gắn với|góp phần)\s)")


def _task_name(text: str) -> str:
    """What a task is called in front of its product: up to 25 words, without "bảo đảm các chỉ tiêu sau"; a longer one
    up to the last border between phrases, "" where there is none.

    >>> _task_name("- Rà soát thủ tục nội bộ, bảo đảm các chỉ tiêu sau:")
    'Rà soát thủ tục nội bộ'
    """
    words = text.split()
    name = " ".join(words[:25])
    if len(words) > 25:
        borders = [border.start() for border in _BORDER.finditer(name)]
        name = name[: borders[-1]] if borders and len(name[: borders[-1]].split()) >= 4 else ""
    return _ASIDE.sub("", name).strip(" .;:-+")
