"""The name of a number whose clause has no subject of its own: what follows it, or the name before."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.extract.indicator_kin import PREDICATE, inherit
from ingest.extract.indicator_patterns import AND_ONLY, SAYS
from ingest.extract.indicator_words import phrase, unshared
from ingest.extract.named import Clause, Named
from ingest.extract.quantity import bare


def name_without_subject(c: Clause) -> Named | None:
    """The name of a number whose clause has no subject of its own: what follows it, or the name before."""
    text, folded, quantity, floor, previous, base = c.text, c.folded, c.quantity, c.floor, c.previous, c.base
    left_start, subject_end, verb, lone = c.left_start, c.subject_end, c.verb, c.lone
    right_start, right_limit, right_near = c.right_start, c.right_limit, c.right_near
    right = phrase(text, right_start, right_limit)
    content = re.sub(
        r"\b(?:tro len|nam 20\d\d|vao|den|trong|nam|cuoi|het|va|20\d\d|so voi|hang|moi|/)\b",
        " ",
        folded[right_start:right_limit],
    )
    if (
        "dat" in (lone, verb)
        and previous is not None
        and right_near
        and " ".join(right_near.split()[:2]) in previous.name
    ):
        return inherit(previous)  # "đạt 60% kế hoạch; cả năm đạt 100% kế hoạch vốn"
    if quantity.kind == "share" and not right_near:
        return inherit(previous) or (Named(base, left_start, quantity.end, "inherited") if base else None)
    if quantity.kind == "count" and previous is not None:
        aside = lone == "cho" or _WITH.search(folded, floor, quantity.start) is not None
        if aside and len(right.split()) == 1 and previous.shape == "middle":
            return Named(
                f"{previous.name} cho {right}", previous.start, right_limit, "middle"
            )  # "12 lớp cho 360 người"
        if aside and len(right.split()) >= 2:  # "05 lớp cho 300 lượt công chức"
            return Named(right, right_start, right_limit, "leading")
        if right and _PER_TIME.fullmatch(folded, floor, quantity.start):
            return Named(right, right_start, right_limit, "leading")  # "...; mỗi tháng 04 tin, bài"
        described = len(right.split()) >= 4
        if lone in ("hoan thanh", "thuc hien") and described and folded[:floor].rstrip().endswith(";"):
            return Named(right, right_start, right_limit, "leading")  # "...; hoàn thành ít nhất 120 cuộc kiểm tra"
        if right and len(right.split()) <= 3 and previous.shape in ("middle", "leading", "part"):
            all_of = previous.name.rpartition(": ")[0] if previous.shape == "part" else previous.name
            if _PART_OF.search(folded, floor, quantity.start) or (
                previous.shape == "part" and AND_ONLY.fullmatch(folded, floor, quantity.start)
            ):  # "70 giảng viên, trong đó có 20 tiến sĩ và 50 thạc sĩ"
                return Named(f"{all_of}: {right}", right_start, right_limit, "part")
        done = _DOES.search(lone)
        if right and done and not bare(previous.name).startswith(done.group()):
            verb_start = left_start + folded[left_start:subject_end].rfind(done.group())
            verb = phrase(text, verb_start, verb_start + len(done.group()))
            return Named(
                f"{verb} {right}", verb_start, right_limit, "middle", verb
            )  # "khởi công 5, hoàn thành 9 dự án"
        # "có 10 bác sĩ và 30 giường bệnh/1 vạn dân" names itself; "đến năm 2045 đạt 280 tấn" what went before.
        if lone != "co" and folded[floor : quantity.start].strip(" ,;") not in ("", "va"):
            inside = re.search(r"\btrong (?:so )?do\b", folded[floor : quantity.start])
            if inside and len(right.split()) >= 3:
                return Named(right, right_start, right_limit, "leading")
            return inherit(previous)
        if right and _DOING.fullmatch(bare(previous.subject)) and previous.shape == "middle":
            # "Kiểm tra ít nhất 06 phòng và 10 trường": what is done with both
            return Named(f"{previous.subject} {right}", right_start, right_limit, "middle", previous.subject)
        return Named(right, right_start, right_limit, "leading") if right else None
    spread = (
        previous is not None
        and quantity.kind == "share"
        and _SPREADS.search(bare(previous.subject)) is not None
        and AND_ONLY.fullmatch(folded, floor, quantity.start) is not None
        and not SAYS.search(f" {right} ")
        and len(right.split()) <= 6
    )  # "cáp quang phủ 100% xã và trên 80% hộ gia đình"
    if (len(content.split()) < 2 or spread) and previous is not None:
        if right_near and previous.subject:  # "phủ 80% hộ gia đình, 100% xã"
            return replace(previous, name=f"{previous.subject} {right_near}", start=right_start, end=right_limit)
        return inherit(previous)
    things = _THINGS.match(previous.name) if previous is not None and previous.shape == "leading" else None
    joined = AND_ONLY.fullmatch(folded, floor, quantity.start) or right.startswith("thường xuyên ")
    if things and PREDICATE.match(right.lower()) and joined:
        # "100% học sinh được học và 60% đạt chứng chỉ": of the same things
        return Named(f"{things.group('what')} {right}", right_start, right_limit, "leading")
    if previous is not None and PREDICATE.match(right.lower()):
        # "..., trong đó 50% được tái sử dụng"
        return Named(
            f"{re.sub(r' [(]%[^)]*[)]$', '', previous.name)}: {re.sub(r'^(?:là|la) ', '', right)}",
            right_start,
            right_limit,
            "leading",
        )
    if right.lower().startswith("tổng số") and previous is not None and previous.shape != "leading":
        return Named(f"{previous.name} (% {right_near})", previous.start, previous.end, "inherited")
    if previous is not None and len(right.split()) <= 3 and _PART_OF.search(folded, floor, quantity.start):
        # "80% hồ sơ trực tuyến, trong đó 60% toàn trình"
        return Named(f"{unshared(previous.name)}: {right}", right_start, right_limit, "leading")
    if lone in ("hoan thanh", "thuc hien", "cung cap"):
        right = phrase(text, left_start, subject_end) + " " + right
    return Named(right, right_start, right_limit, "leading") if len(content.split()) >= 2 else None


_DOING = re.compile(
    r"(?:to chuc|kiem tra|thanh tra|xay dung|thanh lap|hinh thanh|dao tao|boi duong|tap huan|thu hut|don|don va phuc vu"
    r"|ban hanh|mo|mo rong|bien soan|in|phat hanh|dang tai|trang bi|lap dat|san xuat|trong|ho tro"
    r"|moi [^,]{3,40} co)(?: moi| them)?"
)
_PER_TIME = re.compile(r"(?:\s*[;,])?\s*(?:va\s+)?(?:dinh ky )?(?:moi|hang) (?:nam|quy|thang|tuan)\s*(?:co\s*)?")
_SPREADS = re.compile(r"\b(?:phu|phu song|bao phu|pho cap)$")
_WITH = re.compile(r"\bvoi\s+$")
_DOES = re.compile(r"(?:hoan thanh|khoi cong|thanh lap|giai the|sap xep|nang cap)$")
_PART_OF = re.compile(r"\btrong (?:so )?do,?\s+(?:co\s+|it nhat\s+|toi thieu\s+|tren\s+)*$")
_THINGS = re.compile(r"(?P<what>[^,:;()]{2,60}?)\s(?:được|đều|có|đạt|biết|sử dụng|tham gia|hoàn thành|thực hiện)\s")
