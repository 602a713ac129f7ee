"""The name of a share with a subject in front: "Tỷ lệ hồ sơ đúng hạn đạt 98%", "giảm tỷ lệ nghèo còn 2%"."""

from __future__ import annotations

import re

from ingest.extract.indicator_clause import clause_before, last_clause
from ingest.extract.indicator_kin import (
    OWNER,
    PREDICATE,
    SCHOOLED,
    SCHOOLING,
    in_state,
    of_another,
    replace_tail,
    sibling,
    with_base,
)
from ingest.extract.indicator_patterns import FOR_WHAT, SAYS, SHORT_SUBJECT, number_of
from ingest.extract.indicator_words import phrase
from ingest.extract.named import INDICATOR_HEAD, Clause, Named
from ingest.extract.quantity import bare


def name_share(c: Clause) -> Named | None:
    """The name of a share with a subject."""
    text, folded, quantity, floor, previous, base = c.text, c.folded, c.quantity, c.floor, c.previous, c.base
    left_start, subject_end, verb, subject = c.left_start, c.subject_end, c.verb, c.subject
    right_start, right_limit, near, right_near = c.right_start, c.right_limit, c.near, c.right_near
    if (
        previous is not None
        and len(subject.split()) <= 2
        and re.search(r"\btrong (?:so )?do\b", folded[floor:left_start])
    ):
        # "500 lượt người, trong đó nữ chiếm 40%"
        return Named(f"{re.sub(r' [(]%[^)]*[)]$', '', previous.name)}: {subject}", left_start, subject_end, "trailing")
    if (
        previous is not None
        and subject.lower() in ("đóng góp", "đóng góp vào")
        and (owner := OWNER.search(previous.name))
    ):
        subject = (
            f"{owner.group('who')} {subject.lower()}"  # "Tăng trưởng của kinh tế tư nhân đạt 10%; đóng góp 55% GDP"
        )
    if previous is not None and not right_near and (other_of := of_another(previous, subject)):
        return Named(other_of, left_start, subject_end, "trailing")
    short = (
        SHORT_SUBJECT.match(folded, left_start, subject_end) is not None
        and len(subject.split()) <= 8
        and not subject.lower().startswith("số")
    )
    part = re.search(r"\btrong (?:so )?do\b", folded[floor:left_start]) is not None and len(subject.split()) <= 6
    if previous is not None and PREDICATE.match(subject.lower() + " ") and (verb or (part and not right_near)):
        # "đạt 75%, trong đó có bằng cấp, chứng chỉ đạt 35%"
        return Named(f"{re.sub(r' [(]%[^)]*[)]$', '', previous.name)}: {subject}", left_start, subject_end, "trailing")
    if (
        previous is not None
        and verb
        and not short
        and re.search(r": (?:ở |tại |đối với )?(?:lĩnh vực|khối|khu vực|nhóm|ngành|cấp)\b", previous.name)
        and re.search(r"(?:,|\bva)\s*$", folded[:left_start])
        and len(subject.split()) <= 8
        and not INDICATOR_HEAD.match(folded, left_start)
        and not PREDICATE.match(subject.lower() + " ")
    ):
        return Named(replace_tail(previous.name, subject), left_start, subject_end, "trailing")
    pleased = _CONTENT.match(previous.name.lower()) if previous is not None else None
    if (
        pleased is not None
        and previous is not None
        and not right_near
        and len(subject.split()) <= 5
        and not INDICATOR_HEAD.match(folded, left_start)
        and not PREDICATE.match(subject.lower() + " ")
        and (quantity.cued or verb)
        and re.search(r"(?:[,;]|\bva)\s*$", folded[:left_start])
    ):  # "Mức độ hài lòng của người bệnh nội trú đạt ≥ 92%, ngoại trú ≥ 90%"
        of_whom = re.search(rf"\s(?={re.escape(subject.split()[0].lower())}\s)", previous.name[pleased.end() :].lower())
        head = (
            previous.name[: pleased.end() + of_whom.end()] if of_whom else f"{previous.name[: pleased.end()].rstrip()}:"
        )
        return Named(f"{head.rstrip()} {subject}", left_start, subject_end, "trailing")
    if _TIMED.fullmatch(bare(subject)):
        before = clause_before(text, folded, left_start)
        if before:  # "Thẩm tra quyết toán trong 45 ngày; đúng hạn đạt 97%"
            return Named(f"{before}: {subject}", left_start, subject_end, "trailing")
    paired = _PAIRED.fullmatch(subject.lower())
    if paired and previous is not None and (verb or quantity.cued):
        # "Tỷ lệ người bệnh nội trú hài lòng đạt 95%, ngoại trú 92%"
        other = re.search(rf"\b(?!{paired.group(1)}\b)\w+ {paired.group(2)}\b", previous.name)
        if other:
            name = f"{previous.name[: other.start()]}{subject.lower()}{previous.name[other.end() :]}"
            return Named(name, left_start, subject_end, "trailing")
    schooled = SCHOOLED.search(previous.name) if previous is not None and SCHOOLING.fullmatch(subject) else None
    if schooled and previous is not None and quantity.kind == "share":  # "trình độ đại học 40%, trung cấp 35%"
        return Named(f"{previous.name[: schooled.end('of')]} {subject}", left_start, subject_end, "trailing")
    if previous is not None and not short and (akin := sibling(previous, subject, quantity, folded[floor:left_start])):
        return Named(akin, left_start, subject_end, "trailing")
    if quantity.kind == "share" and previous is not None and (otherwise := in_state(previous, subject)):
        return Named(otherwise, left_start, subject_end, "trailing")
    if short and previous is not None and (verb or not right_near):
        return Named(replace_tail(previous.name, subject), left_start, subject_end, "trailing")
    if (
        quantity.change is not None
        and verb is None
        and quantity.kind == "share"
        and len(right_near.split()) >= 2
        and _CHANGED.match(folded, quantity.start)
        and not INDICATOR_HEAD.match(folded, left_start)
    ):  # "giảm giấy tờ, đồng thời cắt giảm 30% thời gian": the verb begins a clause of its own
        return Named(phrase(text, right_start, right_limit), right_start, right_limit, "leading")
    if (
        verb is None
        and right_near
        and not folded[left_start:subject_end].startswith(("ty le", "ti le", "ty trong", "muc do"))
        and not (_WHOLE.match(right_near.lower()) and number_of(text, folded, left_start))
    ):
        right = phrase(text, right_start, right_limit if quantity.change is None else near)
        if (
            quantity.kind == "share"
            and quantity.change is None
            and len(subject.split()) > 4
            and len(right.split()) >= 4
            and not _EACH_UNIT.fullmatch(bare(subject))
            and not PREDICATE.match(right.lower())
            and (_CLAUSE_BEGUN.search(folded, left_start, quantity.start) or SAYS.search(right))
        ):
            # "Xử lý vấn đề về phân cấp bảo đảm 100% số vấn đề được xử lý": what is demanded has a subject of its own.
            if len(subject.split()) > 15 or not _AT_HEAD.fullmatch(folded, floor, left_start):
                return Named(right, right_start, right_limit, "leading")
            return Named(f"{subject}: {right}", left_start, right_limit, "middle", subject)
        last = last_clause(folded, left_start, subject_end)
        if last is not None and len(subject.split()) > 6:  # the verb of this number is the last of a list
            left_start = last
            subject = phrase(text, left_start, subject_end)
            if folded[left_start:subject_end].strip() in ("", "cung cap", "thuc hien", "dat", "co"):
                return Named(right, right_start, right_limit, "leading")
        if folded[left_start:subject_end].rstrip().endswith(" hoan thanh") and not bare(subject).endswith("hoan thanh"):
            subject = f"{subject} hoàn thành"
        if _OUTPUT.fullmatch(right):  # "Bội chi ngân sách dưới 4,8% GDP"
            return Named(f"{subject} (% {right})", left_start, right_limit, "trailing", subject)
        preposition = FOR_WHAT.search(text, left_start, subject_end)
        if preposition and not subject.endswith(preposition.group("word")):
            subject = f"{subject} {preposition.group('word')}"  # "Cung cấp dịch vụ cho 100% hệ thống"
        # "Mỗi xã, phường tối thiểu 30% hộ kinh doanh được hỗ trợ"
        joint = ":" if _EACH_UNIT.fullmatch(bare(subject)) else ""
        return Named(f"{subject}{joint} {right}", left_start, right_limit, "middle", subject)
    if quantity.change is not None and right_near and verb is None:
        return Named(right_near, right_start, near, "leading")
    named = Named(subject, left_start, subject_end, "trailing")
    named = with_base(named, base, folded[left_start:subject_end])
    if right_near:
        return Named(f"{named.name} (% {right_near})", named.start, near, named.shape)
    return named


_CLAUSE_BEGUN = re.compile(r"(?:,|\b(?:bao dam|dam bao|phan dau))\s*$")
_OUTPUT = re.compile(r"G(?:R)?DP(?: (?:cả nước|của tỉnh|toàn tỉnh))?")
# Words of two syllables of which the second says what they are of: "nội trú" and "ngoại trú", "cấp xã" and "phường xã".
_PAIRED = re.compile(r"(\w+) (trú|thị|tỉnh|huyện|xã|học|viện|lập)")
_AT_HEAD = re.compile(r"(?:\W|\d+(?:\.\d+)*[.)]|[a-z]\))*")
_EACH_UNIT = re.compile(
    r"(?:moi|tung)(?:(?:,| va)? (?:xa|phuong|dac khu|thi tran|huyen|tinh|so|nganh|don vi|co quan|dia phuong|phong|thon"
    r"|to dan pho|truong))+"
)
# "... không quá 1% tổng số hồ sơ": what a number of things is compared with.
_WHOLE = re.compile(r"(?:tổng số|tổng|số)\s")
_CONTENT = re.compile(r"(?:mức độ|tỷ lệ|tỉ lệ|chỉ số) hài lòng\b")
_TIMED = re.compile(r"(?:dung|truoc|tre|som)(?: va (?:dung|truoc))? (?:han|hen|tien do)")
_CHANGED = re.compile(r"(?:it nhat |toi thieu )?(?:cat giam|giam|rut ngan|tang)\b")
