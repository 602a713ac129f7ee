"""Tables that say who attends what on which day of a month ("Ngày | Nội dung | Chủ trì | Cơ quan chuẩn bị").

A row holds several meetings with a chair each; read as one task it would pool the chairs and take the bare
day for a deadline. Such a table assigns nothing.
"""

from __future__ import annotations

import re

from ingest.models import Cell

_PART_OF_DAY = re.compile(r"(?:^|[\s;.,)–-])(?:Sáng|Chiều|SÁNG|CHIỀU|Buổi (?:sáng|chiều))\s*:")
_WEEKDAY = re.compile(r"(?:^|\s)(?:Thứ (?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy)|Chủ [Nn]hật|CN|T[2-7])(?=$|[\s,:(])")
_DAY = re.compile(
    r"\s*(?:ngày\s+)?(?:0?[1-9]|[12]\d|3[01])(?:\s*/\s*(?:0?[1-9]|1[0-2])(?:\s*/\s*\d{4})?)?\s*", re.IGNORECASE
)
_LEAST = 3  # rows that show it


def is_calendar(grid: list[list[Cell | None]]) -> bool:
    """True where at least three rows, and half of all, are a day or a weekday with its mornings or afternoons."""
    shown = 0
    for row in grid:
        texts = [cell.text for cell in row if cell is not None]
        if any(_PART_OF_DAY.search(text) for text in texts) and any(
            _DAY.fullmatch(text) or _WEEKDAY.search(text[:40]) for text in texts[:2]
        ):
            shown += 1
    return shown >= _LEAST and 2 * shown >= len(grid) - 1
