"""Targets in tables.

Two kinds: a table of targets (`target_grid`), whose cells are bare numbers; and any other table,
whose cells are read as text (a task table's "100% hồ sơ được số hóa" in the column of products).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.extract.cell_years import parts_by_year
from ingest.extract.quantity import bare
from ingest.extract.target_cell import read_cell
from ingest.extract.target_columns import Column, find_layout, unit_in
from ingest.extract.target_grid import columns_of_words, has_units, is_grid, read_grid
from ingest.extract.target_header import read_header
from ingest.extract.target_list import find_stage, introduce
from ingest.extract.target_place import Frame, Mode
from ingest.extract.target_sentence import DIGIT, Found, read_paragraph
from ingest.models import Block, Table

# Scoring sheets and forms of figures hold no targets.
_SCORING = re.compile(
    r"\b(?:(?<!thoi )(?<!dia )diem|thang diem|diem toi da|diem chuan|tu cham|so luong|muc diem|cach tinh|xep loai"
    r"|le phi"
    r"|muc thu|muc phi|(?<!tham )(?<!quoc )(?<!danh )(?<!chuyen )gia(?! (?:tri|dinh|tang|suc|cam)\b))\b"
)
# These do not even where a column is named "chỉ tiêu".
_POINTS = re.compile(
    r"\b(?:(?<!thoi )(?<!dia )diem (?:toi da|chuan|tu cham|tham dinh|dat|quy doi)|thang diem|muc diem|tu cham"
    r"|cach tinh diem)\b"
)
_GOAL = re.compile(r"\b(?:chi tieu|muc tieu|phan dau)\b")
_IN_BRACKETS = re.compile(r"\([^()|]*\)")  # "Năm 2026 (điểm)": the unit of a goal, no score
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


_SHARES = re.compile(r"\d\s*%")


def _read_by_years(text: str, frame: Frame) -> Iterator[tuple[int, int, Found]]:
    """What `read_paragraph` finds, each part of a text by the year that opens it; years gone by set nothing."""
    parts = parts_by_year(text)
    if not parts:
        yield from read_paragraph(text, bare(text), frame)
    for year, first, stop in parts:
        if frame.reference is not None and year < frame.reference:
            continue
        part = text[first:stop]
        told = replace(frame, year=year, period=None, dated=True)
        for start, end, found in read_paragraph(part, bare(part), told):
            yield first + start, first + end, found


def read_table(block: Block, frame: Frame, unit: str = "") -> Iterator[tuple[Found, int, int]]:
    """(found, start, end) for each target of a table; offsets are into the document's text. `unit`: the one that a
    line above the table gives for all of it."""
    table = block.table
    if table is None or table.rows < 1:
        return
    titles, first = read_header(table)
    names = [bare(title).strip() for title in titles]
    joined = " | ".join(names)
    goal = _GOAL.search(joined) is not None
    if _looks_back(names):
        return
    if not goal and _SCORING.search(_IN_BRACKETS.sub("", joined)):
        return
    if _POINTS.search(joined) and not re.search(r"\b(?:muc tieu|phan dau|ke hoach (?:nam )?20\d\d)\b", joined):
        return
    layout = find_layout(names, titles, frame.mode == Mode.OPEN, columns_of_words(table, first))
    if layout is not None and layout.unit is None:
        layout = replace(layout, given=unit)
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
    if any(_GOAL.search(name) for name in names):  # "Mục tiêu | Kết quả đạt được đến năm 2016"
        skip |= {i for i, name in enumerate(names) if _PAST_YEAR.search(name) and not _GOAL.search(name)}
    task = next(
        (i for i, name in enumerate(names) if re.search(r"\b(?:nhiem vu|noi dung|cong viec|hoat dong)\b", name)), None
    )
    grid = table.grid() if task is not None else []
    below = _frames_below(table, first, local)
    products = (
        {i for i, name in enumerate(names) if _PRODUCT.match(name)}
        if task is not None and local.duty and any(_DUE.search(name) for name in names)
        else set()
    )
    for cell in table.cells:
        if cell.column in products and cell.row >= first and _BARE_SHARE.fullmatch(bare(cell.text)):
            row = grid[cell.row][task] if task is not None else None
            if row is not None and row is not cell and cell.column not in read:  # "Giải quyết hồ sơ đúng hạn | ≥ 95%"
                rate = _BARE_RATE.match(bare(cell.text))
                share = replace(cell, text=cell.text[rate.end() if rate else 0 :])
                for found in read_cell(
                    share, _task_name(row.text), "%", Column(cell.column, None, None, ""), "", local
                ):
                    yield found, min(row.start, cell.start), max(row.end, cell.end)
            continue
        if (
            (cell.row < first and table.header_rows)
            or cell.column in skip
            or cell.column in read
            or len(cell.text) < 8
            or not DIGIT.search(cell.text)
        ):
            continue
        for start, end, found in _read_by_years(cell.text, below.get(cell.row, local)):
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


# A product that is a share and nothing else: "Tỷ lệ ≥ 95%", "Đạt 100%".
_PRODUCT = re.compile(
    r"(?:ket qua|san pham|chi tieu|yeu cau|muc tieu|dau ra)\b(?!.*\b(?:nam 20\d\d|thuc hien|dat duoc)\b)"
)
_DUE = re.compile(r"\b(?:thoi gian|thoi han|tien do|han hoan thanh)\b")
_BARE_RATE = re.compile(r"(?:(?:ty le|ti le|muc)\s*:?\s*)?")
_BARE_SHARE = re.compile(
    _BARE_RATE.pattern
    + r"(?:(?:dat|la|tu|tren|duoi|toi thieu|it nhat|>=|<=|≥|≤|>|<)\s*)*\d{1,3}(?:[.,]\d{1,2})?\s*%(?: tro len)?\s*\.?"
)
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
