"""Numbers that only say something inside what another one measures, or into which group so many come."""

from __future__ import annotations

import re

from ingest.extract.indicator_clause import BEGINS
from ingest.extract.quantity import Quantity, bare, unit_head

SCALE = frozenset(["diem", "bac", "hang", "vi"])


_RATE = re.compile(r"(?:^|[;:.,(]|\bva)\W*(?:[a-z]\)\s*|\d+[.)]\s*)?(?:ty le|ti le|so luong|so|muc do)\b[^,;:.()%]*$")


def _inside(folded: str, quantities: list[Quantity], index: int) -> bool:
    """Whether a count stands inside the subject of the share that follows: "Tỷ lệ xã có từ 15 tiêu chí đạt 80%"."""
    if index + 1 >= len(quantities) or quantities[index].kind != "count":
        return False
    quantity, following = quantities[index], quantities[index + 1]
    between = folded[quantity.end : following.start]
    return (
        following.kind == "share"
        and re.search(r"[,;:.()]", between) is None
        and re.search(r"\b(?:dat|chiem|la|len|con)(?: (?:ty|ti) le)?\s*$", between) is not None
        and _RATE.search(folded[: quantity.start]) is not None
    )


_RATED = re.compile(r"(?: [a-z]+){0,4} (?:(?:tu|dat chuan|hang) )?")


_INTO_GROUP = re.compile(r"\b(?:vao|thuoc|trong) (?:nhom|top|danh sach)\s*(?:\d{1,3})?\s*$")


def is_group(folded: str, quantities: list[Quantity], index: int) -> bool:
    """Whether a number says into which group so many things come: "50 công ty vào nhóm 500 công ty lớn nhất"."""
    quantity, before = quantities[index], quantities[index - 1]
    if index == 0 or before.kind != "count" or unit_head(before.unit or "") in SCALE:
        return False
    if unit_head(quantity.unit or "") == "sao":  # "30 sản phẩm OCOP 4 sao"
        return _RATED.fullmatch(folded, before.end, quantity.number) is not None
    return (
        re.search(r"[,;.:(]", folded[before.end : quantity.number]) is None
        and _INTO_GROUP.search(folded, before.end, quantity.number) is not None
    )


_EACH = re.compile(
    r"[^,;]\s+(?:deu |phai )?(?:co|su dung|bo tri|dang ky|tham gia|thuc hien|to chuc|xay dung|cung cap|ban hanh"
    r"|hoan thanh|dang tai|trien khai)\s*$"
)


def outermost(folded: str, quantities: list[Quantity]) -> list[Quantity]:
    """`quantities` without those that stand inside what another one measures."""
    kept: list[Quantity] = []
    within = False  # the one before stood inside: so does the end of its span, "trẻ em từ 06 tháng đến 36 tháng tuổi"
    for index, quantity in enumerate(quantities):
        spanned = (
            within
            and quantity.kind == "count"
            and not quantity.cued
            and re.fullmatch(r"\s*(?:den|toi|-|–)(?: duoi)?\s*", folded[quantities[index - 1].end : quantity.start])
        )
        within = bool(spanned) or _nested(folded, quantities, index)
        if not within and not _inside(folded, quantities, index):
            kept.append(quantity)
    return kept


def _nested(folded: str, quantities: list[Quantity], index: int) -> bool:
    """Whether a number only says something inside what the number before it measures.

    "70% phụ nữ được tầm soát ít nhất 4 bệnh", "giảm 10% thời gian đối với 20% thủ tục"
    """
    quantity = quantities[index]
    if index == 0:
        return False
    between = folded[quantities[index - 1].end : quantity.start]
    # "100% xã, phường có tối thiểu 1 trạm"
    whole = quantities[index - 1].kind == "share" and quantity.kind == "count" and _EACH.search(between)
    if whole and re.search(r"\btrong do\b", between):
        return False
    inside = bool(whole)
    if quantities[index - 1].kind == "share" and _OFTEN.match(bare(quantity.unit or "")):
        # "100% người đứng đầu cơ quan, đơn vị đối thoại với người dân 02 lần/năm"
        inside = inside or BEGINS.match(between.rpartition(", ")[2]) is None
    if re.search(r"[;.:(]" if inside else r"[,;.:(]", between):
        return False
    if quantity.kind == "share" and quantities[index - 1].kind == "share" and quantity.change is not None:
        # "30% thủ tục cắt giảm được 50% thời gian"
        words = between.split()
        if quantities[index - 1].change is None and 1 <= len(words) <= 4 and "va" not in words:
            return True
    if quantity.kind == "share":
        return re.search(r"\b(?:doi voi|cho|trong so|trong tong so)\s*$", between) is not None
    if quantities[index - 1].kind == quantity.kind == "count" and unit_head(quantity.unit or "") in ("tieu", "chi"):
        # "72 xã đạt 19 tiêu chí": how many of what each of them has
        first = quantities[index - 1].start
        return _REACHES.search(between) is not None and _AT_HEAD.fullmatch(folded, 0, first) is not None
    if quantity.kind != "count" or quantities[index - 1].kind != "share":
        return False
    return len(between.split()) > 1 and not re.search(r"\bva\s*$", between)


_OFTEN = re.compile(r"lan\s?/\s?(?:nam|quy|thang|tuan|ngay)\b")


_REACHES = re.compile(r"\bdat\s*$")


_AT_HEAD = re.compile(r"(?:\W|\d+(?:\.\d+)*[.)]|[a-z]\)|co |phan dau |den nam 20\d\d)*")
