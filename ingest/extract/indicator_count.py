"""The name of a count with a subject in front: "Tổ chức 02 hội nghị", "Sản lượng 1.200 tấn"."""

from __future__ import annotations

import re

from ingest.extract.indicator_clause import last_clause
from ingest.extract.indicator_kin import with_base
from ingest.extract.indicator_patterns import AMOUNT, FOR_WHAT, number_of
from ingest.extract.indicator_words import follows_measure, phrase
from ingest.extract.named import Clause, Named
from ingest.extract.quantity import bare, unit_head


def name_count(c: Clause) -> Named | None:
    """The name of a count with a subject."""
    text, folded, quantity, base, verb, subject = c.text, c.folded, c.quantity, c.base, c.verb, c.subject
    left_start, left_end, subject_end = c.left_start, c.left_end, c.subject_end
    right_start, right_limit, right_near = c.right_start, c.right_limit, c.right_near
    per = re.fullmatch(r"(?P<what>.+?)/(?:năm|quý|tháng|tuần|nam|quy|thang|tuan)", quantity.unit or "")
    if quantity.kind == "count" and per and verb is None and len(subject.split()) <= 3 and right_near != quantity.unit:
        # "Tổ chức ít nhất 02 cuộc đối thoại/năm với người dân"
        behind = phrase(text, quantity.end, right_limit)
        return Named(f"{subject} {per.group('what')} {behind}".strip(), left_start, right_limit, "middle", subject)
    if quantity.kind == "count" and not quantity.cued and _SUM_OF.match(folded, left_start):
        noun = bare(" ".join((quantity.unit or "").split()[-2:]))
        if noun in folded[left_start:subject_end]:  # "tổng sản lượng hành khách khoảng 275 triệu hành khách"
            return with_base(Named(subject, left_start, subject_end, "trailing"), base, folded[left_start:subject_end])
    if quantity.kind == "count":
        has = folded[left_start:left_end].rstrip().endswith(" co")
        # What is counted; "" behind a measure ("500 ha").
        noun = " ".join(text[right_start : max(right_start, quantity.unit_start + len(quantity.unit or ""))].split())
        if not has and (
            quantity.base is not None
            or verb in ("dat", "con", "la", "o muc", "len", "xuong", "xuong con", ":")
            or (quantity.cued and not (right_near and right_near.startswith(noun)))
            or (quantity.cued and quantity.comparator in ("<=", "<") and number_of(text, folded, left_start))
            or (quantity.cued and unit_head(quantity.unit or "") in ("ngay", "gio", "phut", "thang"))
            or _RATED.search(bare(quantity.unit or ""))
        ):
            if _TOTAL.fullmatch(folded[left_start:subject_end].strip()):  # "nâng tổng số lên 37 cụm"
                return Named(f"tổng số {quantity.unit}", left_start, quantity.end, "middle")
            return with_base(Named(subject, left_start, subject_end, "trailing"), base, folded[left_start:subject_end])
        right = phrase(text, right_start, right_limit)
        last = last_clause(folded, left_start, subject_end) if len(subject.split()) > 6 else None
        if last is not None and (own := phrase(text, last, subject_end)):
            left_start, subject = last, own  # "Xác định ngành có lợi thế, lựa chọn 05 doanh nghiệp"
        if (
            quantity.kind == "count"
            and len(subject.split()) >= 3
            and (
                bare(right) in _PEOPLE
                or (AMOUNT.match(folded, left_start) is not None and bare(quantity.unit or "").endswith(bare(right)))
            )
            and not FOR_WHAT.search(text, left_start, subject_end)
        ):
            return Named(
                subject, left_start, subject_end, "trailing", subject
            )  # "Đào tạo nghề 1.200 người", "Sản lượng trứng 9 triệu quả"
        preposition = FOR_WHAT.search(text, left_start, subject_end)
        if preposition and noun and not has and not subject.endswith(preposition.group("word")):
            subject = f"{subject} {preposition.group('word')}"
        if not noun and (not right or follows_measure(right)):
            return with_base(
                Named(subject, left_start, subject_end, "trailing", subject), base, folded[left_start:subject_end]
            )
        measure = _WITH_MEASURE.search(folded, left_start, subject_end) if right == noun else None
        if measure:  # "các dự án với tổng công suất bổ sung 2.000 MW": the unit counts nothing
            return Named(subject, left_start, subject_end, "trailing", subject)
        return Named(f"{subject} {right}", left_start, right_limit, "middle", subject)
    return None


_PEOPLE = ("nguoi", "luot nguoi", "luot")
# What a rate is of one of; not "giao dịch chuyển giao/mua bán".
_RATED = re.compile(
    r"/\s?(?:\d|nam\b|quy\b|thang\b|tuan|ngay|gio\b|phut|nguoi|lao dong|dan\b|ho\b|ha\b|m2|m3"
    r"|don vi|xa\b|phuong\b|co quan|luot|lan\b|van\b|nghin|trieu|tre\b|khach|thu tuc|ho so|giao dich|san pham|kw|km|lop"
    r"|khoa|buoi|ca\b|truong|thon|to\b"
    r"|doanh nghiep|hoc sinh|nhan khau|tinh\b|huyen\b|cong chuc|can bo|bo\b|so\b|phong\b|giay|s\b|chien|cong|con\b)"
)
_SUM_OF = re.compile(r"(?:tong|san luong|so luong|so luot|so )")
_WITH_MEASURE = re.compile(
    r"\b(?:voi|co) (?:tong )?(?:cong suat|dien tich|quy mo|chieu dai|san luong|dung tich"
    r"|khoi luong)\b(?: [a-z]+){0,4}$"
)
_TOTAL = re.compile(r"(?:dua |nang |tang )?tong so(?: luong)?")
