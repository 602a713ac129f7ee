"""What every reader asks of a table: is it data or only arrangement, and which rows are its header?"""

from __future__ import annotations

import re
from itertools import pairwise

from ingest.clean.fold import match_form
from ingest.models import Cell, Table

MOTTO = re.compile(r"cộng\s*hòa\s*xã\s*hội\s*chủ\s*nghĩa|độc\s*lập\s*[-–]\s*tự\s*do|đảng\s+cộng\s+sản\s+việt\s+nam")
RECIPIENTS = re.compile(r"(?:^|\n|\|)\s*nơi\s+nhận\s*(?::|$|\n)")
_SIGNATURE = re.compile(
    r"(?:^|\n|\|)\s*(?:(?:kt|tm|tl|tuq|q)\s*\.\s|(?:phó\s+)?(?:giám\s+đốc|chủ\s+tịch|chánh\s+văn\s+phòng|bộ\s+trưởng|bí\s+thư))"
)
ORDINAL_COLUMN = re.compile(r"(?:s(?:ố)?\s*)?t\s*/?\s*t|stt|số\s+tt|số\s+thứ\s+tự|#|no\.?")
# How names of columns begin, where no column of ordinals gives the header away.
_COLUMN_NAME = re.compile(
    r"""
    (?: tên | nội\ dung | nhiệm\ vụ | công\ việc | chỉ\ tiêu | tiêu\ chí | đơn\ vị | cơ\ quan | bộ\ phận | trách\ nhiệm
      | phân\ công
      | người | chủ\ trì | phối\ hợp | thời\ (?:gian|hạn|điểm) | tiến\ độ | sản\ phẩm | kết\ quả | biểu\ mẫu
      | hồ\ sơ | ghi\ chú | căn\ cứ | kinh\ phí | số\ lượng | trình\ tự | các\ bước | lĩnh\ vực | địa\ điểm
      | họ\ và\ tên | chức\ vụ | mã\ (?:số|tthc)
    )\b
    """,
    re.VERBOSE,
)
_COUNT_CELL = re.compile(r"\(?\s*(?:\d{1,2}|[a-z])\s*\)?|[\d\s=+*/x:()\-]{3,}")
_FIRST_ORDINAL = re.compile(r"(?:\d{1,3}|[ivx]{1,5}|[a-eđ])\s*[.)]?")


def is_layout(table: Table, ruled: bool | None) -> bool:
    """True for a table that only arranges text: the document header, the signature block, a frame.

    `ruled` says whether any line is drawn; None where the format doesn't say.
    """
    filled = [cell for cell in table.cells if cell.text.strip()]
    if len(filled) <= 1 and ruled is not True:
        return True
    if table.rows == 1 and table.columns == 1:
        return True
    texts = [match_form(cell.text) for cell in filled]
    if any(ORDINAL_COLUMN.fullmatch(text.strip()) for text in texts):
        return False
    joined = "\n".join(texts)
    few_columns = len({cell.column for cell in filled}) <= 3
    if few_columns and table.rows <= 6 and MOTTO.search(joined):
        return True
    if few_columns and table.rows <= 4 and RECIPIENTS.search(joined):
        return True
    if ruled is False:
        if table.rows <= 2 and few_columns:
            return True
        return few_columns and table.rows <= 4 and bool(_SIGNATURE.search(joined))
    return False


def count_header_rows(table: Table, bold_rows: set[int] | None = None, marked: int = 0) -> int:
    """How many rows at the top name the columns; 0 where none plainly does.

    The header is the first row, as far down as its merged cells reach, and a row of column
    numbers "(1) (2) (3)" below it: it is no data, so every reader counts it in, though it names
    nothing. `bold_rows` are rows whose text is all bold, `marked` the number of rows at the top
    that the format itself calls header.

    >>> cells = [Cell(0, 0, "STT"), Cell(0, 1, "Nhiệm vụ"), Cell(1, 0, "(1)"), Cell(1, 1, "(2)"), Cell(2, 0, "1")]
    >>> count_header_rows(Table(4, 2, cells + [Cell(2, 1, "Rà soát thủ tục")]))
    2
    """
    end = max(_last_name(table, bold_rows), marked if marked < table.rows else 0)
    return end + 1 if 0 < end < table.rows - 1 and _is_count_row(table, end) else end


def _last_name(table: Table, bold_rows: set[int] | None) -> int:
    """The row after the last one with names."""
    if table.rows < 2:
        return 0
    start = 0
    # Rows above the column names that hold one title across the table.
    while start < table.rows - 2 and _is_banner(table, start):
        start += 1
    first = [cell for cell in table.row_cells(start) if cell.text.strip()]
    if not first or len(first) < 2:
        return 0
    texts = [match_form(cell.text).strip() for cell in first]
    tall = any(cell.row_span > 1 for cell in first)
    wide = any(1 < cell.column_span < table.columns for cell in first)
    # A group of columns beside a name two rows tall is drawn for nothing but column names.
    names_columns = any(ORDINAL_COLUMN.fullmatch(text) for text in texts) or (tall and wide)
    if not names_columns:
        if bold_rows is not None and start in bold_rows and not all(row in bold_rows for row in range(table.rows)):
            names_columns = True
        else:
            lead = texts[0]
            names_columns = _are_names(table, texts) or (
                not _FIRST_ORDINAL.fullmatch(lead)
                and all(len(text) <= 80 and not text.endswith((".", ";")) for text in texts)
                and len(first) >= max(2, table.columns - 1)
                and _is_ordinal_below(table, start + 1)
            )
    if not names_columns:
        return 0
    end = start + max(cell.row_span for cell in table.row_cells(start))
    if wide and end == start + 1 and _splits_group(table, start):
        end += 1
    return min(end, table.rows - 1)


def _are_names(table: Table, texts: list[str]) -> bool:
    """True where a full row of short texts reads like nothing but names of columns."""
    known = sum(1 for text in texts if _COLUMN_NAME.match(text))
    return (
        len(texts) == table.columns >= 3
        and table.rows >= 3
        and known >= max(3, len(texts) - 1)
        and len(set(texts)) == len(texts)
        and all(len(text) <= 60 and not text.endswith((".", ";", ":", ",")) for text in texts)
    )


def _splits_group(table: Table, row: int) -> bool:
    """True where the next row only names the columns under a group, its other cells left empty."""
    below = {cell.column: cell.text.strip() for cell in table.row_cells(row + 1)}
    for cell in table.row_cells(row):
        under = [below.get(column, "") for column in range(cell.column, cell.column + cell.column_span)]
        if cell.column_span > 1 and not all(under):
            return False
        if cell.column_span == 1 and under[0]:
            return False
    return True


def _is_banner(table: Table, row: int) -> bool:
    cells = table.row_cells(row)
    return len(cells) == 1 and cells[0].column_span == table.columns and table.columns > 1


def _is_ordinal_below(table: Table, row: int) -> bool:
    cells = table.row_cells(row)
    return bool(cells) and cells[0].column == 0 and bool(_FIRST_ORDINAL.fullmatch(match_form(cells[0].text).strip()))


def _is_count_row(table: Table, row: int) -> bool:
    """A row such as "1 | 2 | 3=1+2", "(1) | (2) | (3)", "A | B | 1 | 2" or "(a) | (b) | (c)"."""
    texts = [match_form(cell.text).strip() for cell in table.row_cells(row) if cell.text.strip()]
    if len(texts) < max(2, table.columns // 2) or not all(_COUNT_CELL.fullmatch(text) for text in texts):
        return False
    letters = "".join(text.strip("() ") for text in texts)
    if len(letters) == len(texts) >= 3 and letters.isalpha():
        return letters.startswith(("ab", "aă")) and all(a < b or (a, b) == ("đ", "e") for a, b in pairwise(letters))
    numbers = [re.sub(r"\D.*", "", text.strip("() ")) for text in texts]
    digits = [int(number) for number in numbers if number]
    return len(digits) >= 2 and digits == sorted(set(digits)) and digits[0] <= 2


def tidy(table: Table) -> Table:
    """Drop rows and columns that no cell begins in, and rows without any text."""
    filled_rows = {
        row for cell in table.cells if cell.text.strip() for row in range(cell.row, cell.row + cell.row_span)
    }
    keep_rows = [row for row in range(table.rows) if row in filled_rows]
    starts = {cell.column for cell in table.cells}
    keep_columns = [column for column in range(table.columns) if column in starts]
    row_at = {row: index for index, row in enumerate(keep_rows)}
    column_at = {column: index for index, column in enumerate(keep_columns)}
    cells: list[Cell] = []
    for cell in table.cells:
        rows = [row_at[row] for row in range(cell.row, cell.row + cell.row_span) if row in row_at]
        columns = [column_at[c] for c in range(cell.column, cell.column + cell.column_span) if c in column_at]
        if not rows or not columns:
            continue
        cell.row, cell.row_span = rows[0], len(rows)
        cell.column, cell.column_span = columns[0], len(columns)
        cells.append(cell)
    dropped = sum(1 for row in range(table.header_rows) if row not in row_at)
    return Table(len(keep_rows), len(keep_columns), cells, max(0, table.header_rows - dropped), table.layout)
