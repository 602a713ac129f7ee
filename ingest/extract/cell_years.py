"""Cells that say their goals year by year: "- Năm 2027: 90% cấp tỉnh; 50% cấp xã. - Năm 2030: 100%"."""

from __future__ import annotations

import re
from itertools import zip_longest

_LABEL = re.compile(r"(?:^\W*|[-–;.]\s*|\s)(?:[Nn]ăm\s+|[Đđ]ến\s+năm\s+)?(?P<year>20[1-5]\d)\s*:\s")


def parts_by_year(text: str) -> list[tuple[int, int, int]]:
    """(year, start, end) of each part of a cell whose parts open with a year; [] for any other text.

    >>> [(year, "- 2027: 50% cấp xã. - Năm 2030: 100%"[a:b]) for year, a, b in parts_by_year(
    ...     "- 2027: 50% cấp xã. - Năm 2030: 100%")]
    [(2027, '50% cấp xã. '), (2030, '100%')]
    >>> parts_by_year("Đạt 80% vào năm 2027: một nửa"), parts_by_year("95%")
    ([], [])
    """
    labels = list(_LABEL.finditer(text)) if ":" in text else []
    if not labels or labels[0].start("year") > 12 or text[: labels[0].start("year")].strip(" -–+*").lower() not in (
        "", "năm", "đến năm",
    ):  # fmt: skip
        return []
    return [
        (int(label["year"]), label.end(), following.start() if following else len(text))
        for label, following in zip_longest(labels, labels[1:])
    ]
