"""The year that a document is about, which is often not the year of its issue."""

from __future__ import annotations

import re

from ingest.clean.fold import strip_diacritics

# Years that are no plan year: dates, legal references, horizons, periods.
_NO_YEAR = re.compile(
    r"""
    ngay\s*[\d\s.…]*thang\s*[\d\s.…]*nam\s*\d{4} | \d{1,2}[/.-]\d{1,2}[/.-]\d{4}
    |(?:giai\s+doan|thoi\s+ky|nhiem\s+ky|nam\s+hoc|tam\s+nhin|dinh\s+huong|huong\s+toi|den\s+(?:het\s+)?nam|tu\s+nam|truoc\s+nam|nhung\s+nam)
      \s*(?:den\s+)?(?:nam\s+)?\d{4}(?:\s*[-–]\s*(?:nam\s+)?\d{4})?
    |(?:nam\s+)?\d{4}\s*[-–]\s*(?:nam\s+)?\d{4} | \d+/\d{4}/[a-z]\S* | luat\s[^,;]{0,60}\snam\s\d{4}
    """,
    re.VERBOSE,
)
_YEAR = re.compile(r"\bnam\s*((?:19|20)\d\d)(?!\d)|(?<=[a-z\d]/)((?:19|20)\d\d)(?![\d/])")
# "Chỉ số CCHC 2025" at a title's end, where it is no law's or decision's.
_LAST_YEAR = re.compile(r"(?<=[a-z)”] )(20\d\d)[\s.”)]*$")
_OTHERS_YEAR = re.compile(r"\b(?:luat|nghi dinh|nghi quyet|thong tu|quyet dinh|chi thi|iso|(?<!chi )so)\b")


def plan_year(title: str | None, issued_on: str | None, number: str | None = None) -> int | None:
    """The year that the title is about ("năm 2026"), else the year of issue.

    >>> plan_year("Cải cách hành chính nhà nước năm 2026 tỉnh Lâm Đồng", "2025-12", None)
    2026
    >>> plan_year("Nâng cao năng lực cán bộ giai đoạn 2026 - 2030", "2025-11-20", None)
    2025
    >>> plan_year("Công tác CCHC năm 2025 và phương hướng năm 2026", "2025-12-19", None)
    2025
    >>> plan_year("Sửa đổi Nghị quyết số 09/2022/NQ-HĐND ngày 14 tháng 7 năm 2022", "2025-11-18", None)
    2025
    >>> plan_year("Công bố Chỉ số CCHC 2025", "2026-03-01"), plan_year("Thi hành Luật Đất đai 2024", "2025-01-01")
    (2025, 2025)
    >>> plan_year("Kết quả Đề án 06 tháng 9/2025", None), plan_year(None, None, "56/2026/QĐ-UBND")
    (2025, 2026)
    """
    if title:
        bare = _NO_YEAR.sub(" ", strip_diacritics(title).lower())
        if found := _YEAR.search(bare):
            return int(found.group(1) or found.group(2))
        if (found := _LAST_YEAR.search(bare)) and not _OTHERS_YEAR.search(bare):
            return int(found.group(1))
    if issued_on:
        return int(issued_on[:4])
    inside = re.search(r"/((?:19|20)\d\d)/", number or "")
    return int(inside.group(1)) if inside else None
