"""Patterns that the names of several kinds of numbers share."""

from __future__ import annotations

import re

SHORT_SUBJECT = re.compile(
    r"(?:(?:o|tai|doi voi|cua|rieng)\s+)?(?:cap|cac|so|tinh|xa|huyen|phuong|co quan|don vi|khoi|uy ban"
    r"|ubnd|khu vuc|trung uong|nganh|linh vuc|dia phuong"
    r"|thanh pho|nong thon|thanh thi|do thi|mien nui|dong bang|vung)\b"
)
FOR_WHAT = re.compile(r"\s(?P<word>cho|tại|đến|về|đối với|với|trong|của|tới)\s*$")
AND_ONLY = re.compile(r"\s*(?:,|\bva\b|,\s*va\b)?\s*")
AMOUNT = re.compile(
    r"(?:tong|san luong|cong suat|dien tich|gia tri|kim ngach|doanh thu|khoi luong|nang suat|thu nhap|von"
    r"|quy mo|so |thoi gian)"
)
SAYS = re.compile(r"\s(?:được|đều|phải) \S")


def number_of(text: str, folded: str, start: int) -> bool:
    """Whether a subject counts things: "Số hồ sơ trễ hạn", not "số hóa"."""
    match = _COUNTED.match(folded, start)
    return match is not None and (text[start : start + 2].lower() in ("số", "so") or match.group() != "so ")


_COUNTED = re.compile(r"(?:so luong|so (?!hoa\b)|tong so|luong )")
