"""Tables pasted as text: what Word and Excel make of a table on its way through the clipboard, a tab between cells.

The first row names every column; each row below has as many tabs. A cell with lines of its own breaks its row: the
lines belong together until the row has all its tabs.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.read.label import has_label

_FEWEST_COLUMNS = 3  # two texts with a tab between them are a head, a signature, a line of a form
_MOST_COLUMNS = 16
_LONGEST_NAME = 80  # characters of a column's name
_MOST_LINES = 8  # lines that one row may be broken over


def find_tab_rows(lines: Sequence[str]) -> list[tuple[int, int, list[list[str]]]]:
    """(first line, line after the last, rows of cells) of each table in the lines of a text.

    >>> lines = ["II. NHIỆM VỤ", "STT\\tViệc\\tChủ trì", "1\\tRà soát", "văn bản\\tVăn phòng", "2\\tBáo cáo\\t", "Hết."]
    >>> find_tab_rows(lines)
    [(1, 5, [['STT', 'Việc', 'Chủ trì'], ['1', 'Rà soát\\nvăn bản', 'Văn phòng'], ['2', 'Báo cáo', '']])]
    >>> find_tab_rows(["TT\\tTên\\tSố\\t", "\\t\\t2026\\t2027", "1\\tXã\\t5\\t6"])
    [(0, 3, [['TT', 'Tên', 'Số', ''], ['', '', '2026', '2027'], ['1', 'Xã', '5', '6']])]
    >>> find_tab_rows(["\\tCăn cứ Luật;", "Nơi nhận:\\t\\tGIÁM ĐỐC", "- Lưu: VT.\\t\\tLò Văn Cương"])
    []
    """
    found: list[tuple[int, int, list[list[str]]]] = []
    at = 0
    while at < len(lines):
        names = [cell.strip() for cell in lines[at].split("\t")]
        below = [cell.strip() for cell in lines[at + 1].split("\t")] if at + 1 < len(lines) else []
        if not (_names_columns(names) or _names_over_two(names, below)):
            at += 1
            continue
        rows, end = [names], at + 1
        while end < len(lines):
            row = _row(lines, end, len(names))
            if row is None and _is_rest(lines, end, len(names), rows):
                rows[-1][-1] = f"{rows[-1][-1]}\n{lines[end].strip()}".strip()
                end += 1
                continue
            if row is None:
                break
            cells, end = row
            rows.append(cells)
        if len(rows) >= 2:
            found.append((at, end, rows))
            at = end
        else:
            at += 1
    return found


def _names_columns(cells: list[str]) -> bool:
    return _FEWEST_COLUMNS <= len(cells) <= _MOST_COLUMNS and all(0 < len(cell) <= _LONGEST_NAME for cell in cells)


def _names_over_two(cells: list[str], below: list[str]) -> bool:
    """Whether two rows name the columns: "STT | Chỉ tiêu | Lộ trình | | " above " | | 2026 | 2027 | 2028"."""
    if len(cells) != len(below) or not _FEWEST_COLUMNS <= len(cells) <= _MOST_COLUMNS or not cells[0]:
        return False
    blanks = [own for name, own in zip(cells, below, strict=True) if not name]
    both = zip(cells, below, strict=True)
    return (
        sum(map(bool, cells)) >= _FEWEST_COLUMNS
        and bool(blanks)
        and all(blanks)
        and not below[0]
        and all((name or own) and len(name) <= _LONGEST_NAME and len(own) <= _LONGEST_NAME for name, own in both)
    )


def _is_rest(lines: Sequence[str], at: int, columns: int, rows: list[list[str]]) -> bool:
    """Whether a line without a tab between two rows is the rest of the first one's last cell."""
    between = at + 1 < len(lines) and "\t" in lines[at + 1] and _row(lines, at + 1, columns) is not None
    return between and len(rows) > 1 and "\t" not in lines[at] and bool(lines[at].strip())


def _row(lines: Sequence[str], at: int, columns: int) -> tuple[list[str], int] | None:
    """Cells of the row that begins at line `at`, and the line after it; None where none begins."""
    if not lines[at].strip():
        return None
    whole = at + 1 < len(lines) and lines[at + 1].count("\t") == columns - 1
    if lines[at].count("\t") < columns - 1 and whole:
        # A row whose cells are merged: it heads the rows below.
        cells = [cell.strip() for cell in lines[at].split("\t")]
        named = len(cells) > 1 or has_label(cells[0]) or cells[0].isupper()
        return (cells + [""] * (columns - len(cells)), at + 1) if named and any(cells) else None
    if "\t" not in lines[at]:
        return None
    text = ""
    for end in range(at, min(at + _MOST_LINES, len(lines))):
        if not lines[end].strip():
            return None
        text = f"{text}\n{lines[end]}" if text else lines[end]
        tabs = text.count("\t")
        if tabs == columns - 1:
            return [cell.strip() for cell in text.split("\t")], end + 1
        if tabs > columns - 1:
            return None
    return None
