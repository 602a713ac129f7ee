"""The indicator (tên chỉ tiêu): the noun phrase that a quantity measures, with what it is a share of.

Three shapes, told apart by what stands between the beginning of the clause and the number once
goals, horizons and labels are taken away:

- leading: nothing. "Tối thiểu 98% hồ sơ được giải quyết đúng hạn" -> what follows.
- trailing: a subject and a verb of reaching. "Tỷ lệ hồ sơ trực tuyến đạt 80%" -> what precedes;
  words behind the number say what it is a share of ("đạt 45% GRDP" -> "... (% GRDP)").
- middle: a verb with its object behind. "cắt giảm tối thiểu 30% thời gian" -> both sides.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.extract.indicator_clause import BEGINS, CRITERIA, clause_before, last_clause, measured_before, of_criteria
from ingest.extract.indicator_kin import (
    GROWTH,
    GROWTH_END,
    OWNER,
    PREDICATE,
    SCHOOLED,
    SCHOOLING,
    grown,
    in_state,
    inherit,
    of_another,
    own_group,
    replace_tail,
    sibling,
    with_base,
)
from ingest.extract.indicator_subject import clean_left, strip_verb, subject_span
from ingest.extract.indicator_words import LEVEL, follows_measure, phrase, placed, unshared
from ingest.extract.named import INDICATOR_HEAD, Named
from ingest.extract.quantity import Quantity, bare, is_measure, noun_start, unit_head

# Verbs that say what is done with an indicator and are no part of it.
_KEEP = re.compile(
    r"(?:(?:duy tri|giu vung|nang cao|nang|tang nhanh|tang manh|tang dan|tang|cai thien|giu|dua"
    r"|tang cuong|nang xep hang|nang thu hang|cai thien thu hang"
    r"|nang bac xep hang)\s+(?:va (?:nang cao|cai thien|duy tri)\s+)?(?=(?:ty le|ti le|ty trong"
    r"|muc do|chi so|thu hang|vi tri|ket qua|diem|so luong|toc do|tong|cong suat|dien tich|san luong|quy mo"
    r"|gia tri|thu nhap|nang suat|doanh thu|kim ngach)\b)"
    r"|(?:tiep tuc )?(?:duy tri|giu vung)(?: va nang cao)?(?: on dinh)?\s+(?=\S+\s+\S))"
)
_MOVE = re.compile(r"(?P<word>giam|cat giam|tang(?! truong\b| cuong\b)|rut ngan|cat giam, don gian hoa)\s+(?=\S+\s+\S)")
# Ends of what a number is a share of, behind the number.
_RIGHT_END = re.compile(
    r"""[;.:()\[\]|]|,(?!\ (?:le\ phi|cong\ chuc|vien\ chuc|doanh\ nghiep|to\ chuc|don\ vi|phuong|dac\ khu
    |kien\ nghi|nganh|dia\ phuong|thi\ tran)\b)|\s[-–—]\s|\s(?:va|den|vao|trong\ nam|trong\ giai|trong\ do|so\ voi
    |giai\ doan|trong\ quy|trong\ thang|tro\ len|tro\ xuong|theo|nham|de|gop\ phan
    |dam\ bao|bao\ dam|phuc\ vu|nam\ 20\d\d|cuoi\ nam|hang\ nam|moi\ nam|phan\ dau|duy\ tri|thong\ qua
    |tren\ dia\ ban|truoc\ ngay)\b""",
    re.VERBOSE,
)
# Where or for whom: says no share of what.
_PLACE = re.compile(
    r"\s*(?:o|tai|doi voi|cua|cho)\s+(?:tung|moi|toan|cap|cac|so|nganh|tinh|xa|huyen|phuong|khoi|linh vuc|dia phuong)\b"
)
_LEADING_END = re.compile(r"[;]|\.\s|\.$")
_NEXT_MOVE = re.compile(r",\s+(?:va\s+)?(?:cat giam|giam|rut ngan|tang(?! cuong)|nang)\b")
_GROUP = re.compile(
    r"(?:(?:o|tai|doi voi|rieng)\s+)?(?:cap|tinh|xa|huyen|phuong|khoi|khu vuc|trung uong|linh vuc|thanh pho"
    r"|nong thon|thanh thi|do thi|mien|dong bang|vung|dia ban|nhom)\b"
)
_SHORT_SUBJECT = re.compile(
    r"(?:(?:o|tai|doi voi|cua|rieng)\s+)?(?:cap|cac|so|tinh|xa|huyen|phuong|co quan|don vi|khoi|uy ban"
    r"|ubnd|khu vuc|trung uong|nganh|linh vuc|dia phuong"
    r"|thanh pho|nong thon|thanh thi|do thi|mien nui|dong bang|vung)\b"
)


def name_indicator(
    text: str,
    folded: str,
    quantity: Quantity,
    floor: int,
    ceiling: int,
    previous: Named | None,
    base: str | None = None,
) -> Named | None:
    """The indicator of `quantity`, with the group that a label in front of it names ("Vùng A: diện tích là 80 ha").

    See `_name` for the arguments.
    """
    named = _name(text, folded, quantity, floor, ceiling, previous, base)
    if named is None:
        return None
    if quantity.comparator == ">=" and " trở lên " in named.name[:60] and not _LEVEL_UP.search(named.name):
        named = replace(named, name=named.name.replace(" trở lên ", " ", 1))  # "từ 98% hồ sơ trở lên được giải quyết"
    whom = _WHOM.match(folded, max(folded.rfind(";", 0, quantity.start) + 1, 0), quantity.start)
    if whom and len(named.name.split()) <= 3 and named.shape == "leading":
        # "Đối với thủ tục trên 20 ngày, cắt giảm 30% thời gian"
        those = " ".join(text[whom.start("whom") : whom.end("whom")].split())
        named = replace(named, name=f"{those}: {named.name}")
    group = _GROUP_BEHIND.match(folded, quantity.end)
    if group and quantity.kind == "share" and not bare(named.name).endswith(group.group("group")):
        name = re.sub(r" [(]%[^)]*[)]$", "", named.name)
        name = own_group(name) if previous is not None and name.startswith(previous.name) else name
        return Named(f"{name}: {text[group.start('group') : group.end('group')]}", named.start, group.end(), "group")
    if (
        previous is not None
        and previous.shape == "listed"
        and named.shape == "trailing"
        and len(named.name.split()) <= 5
        and re.search(r"(?:,|\bva|\bcon)\s*$", folded[floor : named.start] or ",")
        and not INDICATOR_HEAD.match(bare(named.name))
        and ": " not in named.name
    ):
        head = previous.name.rpartition(": ")[0]
        return Named(f"{head}: {named.name}", named.start, named.end, "listed")
    if named.shape == "inherited":
        return named
    colon = folded.rfind(":", floor, min(named.start, quantity.start))
    if colon < 0:
        return named
    start, _ = clean_left(folded, max(folded.rfind(";", floor, colon) + 1, floor), colon)
    if _INDEX_LABEL.fullmatch(folded, start, colon) and folded[start:colon].strip() not in bare(named.name):
        # "DDCI: các sở, ngành đạt từ 80 điểm"
        return replace(named, name=f"{phrase(text, start, colon)}: {named.name}")
    measured = INDICATOR_HEAD.match(folded, start) is not None
    lead = measured and _SHORT_SUBJECT.match(bare(named.name)) is not None
    if (
        measured
        and named.shape == "trailing"
        and len(named.name.split()) <= 4
        and len(folded[start:colon].split()) > 2
        and not INDICATOR_HEAD.match(bare(named.name))
        and not PREDICATE.match(named.name.lower() + " ")
    ):  # "Tỷ lệ giáo viên đạt chuẩn: mầm non 98%, tiểu học 99%"
        return Named(f"{phrase(text, start, colon)}: {named.name}", named.start, named.end, "listed")
    if lead and len(folded[start:colon].split()) <= 25:
        # "Tỷ lệ thanh toán trực tuyến: khu vực thành thị 100%"
        return Named(f"{phrase(text, start, colon)}: {named.name}", named.start, named.end, named.shape)
    if (
        not _GROUP.match(folded, start, colon)
        or folded.startswith("doi voi", start)  # the caller's affair
        or len(folded[start:colon].split()) > 10
        or "," in folded[start:colon]
    ):
        return named
    return Named(f"{phrase(text, start, colon)}: {named.name}", named.start, named.end, named.shape)


_INDEX_LABEL = re.compile(
    r"(?:(?:ve|nang cao|cai thien) )?(?:bo )?(?:chi so )?(?:sipas|par ?-?index|ddci|dti|papi|pci|pgi|pii|ict index)\s*"
)
_LEVEL_UP = re.compile(rf"\b(?:{LEVEL}|học|nghề) trở lên", re.IGNORECASE)
_WHOM = re.compile(r"(?:\W|\d+(?:\.\d+)*[.)]|[a-z]\))*(?:rieng )?doi voi (?P<whom>[^,;:%]{6,90}),")
# "đạt 65% (cấp tỉnh), 55% (cấp xã)"
_GROUP_BEHIND = re.compile(
    r"\s*[(]\s*(?:(?:o|tai|doi voi|rieng)\s+)?(?P<group>(?:cac\s+)?(?:cap|so|xa|huyen|phuong|khoi|khu vuc|linh vuc)\b"
    r"[^().;:%\d]{2,40})[)]"
)


def _name(
    text: str,
    folded: str,
    quantity: Quantity,
    floor: int,
    ceiling: int,
    previous: Named | None,
    base: str | None = None,
) -> Named | None:
    """The indicator of `quantity` within `[floor, ceiling)` of a sentence.

    `previous` is that of the quantity before in the same sentence: a clause without a subject of
    its own ("..., năm 2030 đạt 90%") inherits it. `base` is the line that introduces a list
    ("Tỷ lệ thanh toán trực tuyến:"), put in front of a subject that is no indicator by itself.
    """
    left_start, left_end = subject_span(text, folded, floor, quantity.start)
    keep = _KEEP.match(folded, left_start, left_end)
    if keep:
        left_start = keep.end()
    growth = GROWTH.fullmatch(folded, left_start, quantity.number) if quantity.kind == "share" else None
    if growth and (growth.group("pace") or growth.group("rate")) and GROWTH_END.match(folded, quantity.end):
        return grown(phrase(text, left_start, growth.end("words")), left_start, quantity.end, previous, base)
    if quantity.change is not None and quantity.kind == "share" and (criteria := CRITERIA.match(folded, quantity.end)):
        return of_criteria(text, folded, quantity, criteria)
    subject_end, verb = strip_verb(text, folded, left_start, left_end)
    if (
        quantity.kind == "share"
        or quantity.base is not None
        or unit_head(quantity.unit or "") == "lan"
        or (quantity.unit or "").startswith("/")
    ):
        move = _MOVE.match(folded, left_start, subject_end)
        if (
            move
            and (quantity.change is None or quantity.base is not None or (quantity.unit or "").startswith("/"))
            and "so voi" not in folded[left_start:subject_end]
        ):
            left_start = move.end()
    subject = phrase(text, left_start, subject_end)
    if folded[left_start:subject_end].strip(" ,:(-") in (
        "",
        "co",
        "dat",
        "hoan thanh",
        "thuc hien",
        "de",
        "duoc",
        "cung cap",
        "chi tieu",
        "yeu cau",
        "muc tieu",
        "duy tri",
        "giu vung",
        "nang",
        "cho",
        "vi tri",
        "giu vung vi tri",
        "thu hang",
    ) or bare(subject) in (
        "lo trinh",
        "tien do",
        "muc tieu",
        "huong toi muc tieu",
    ):  # "bảo đảm lộ trình đến trước ngày 30/9 đạt 100% cơ sở ..."
        subject, lone = "", folded[left_start:subject_end].strip()
    else:
        lone = ""
    right_start = noun_start(folded, quantity.unit_start) if quantity.kind == "count" else quantity.end
    after = quantity.end
    torn = quantity.kind == "share" and previous is None and _TORN.search(folded, left_start, quantity.start)
    if torn:
        if not _KEEPS.match(folded, max(folded.rfind(";", 0, left_start) + 1, floor), quantity.start):
            return None  # "các bộ, ngành và 100% đoàn thể": who else?
        left_start, subject, lone = quantity.start, "", ""
    if quantity.kind == "share" and (how_many := _HOW_MANY.match(folded, after, ceiling)):
        right_start = after = how_many.end()  # "100% (khoảng 2.700) thôn, tổ dân phố"
    elif quantity.kind == "share" and (by_year := _BY_YEAR.match(folded, after, ceiling)):
        right_start = after = by_year.end()  # "75% (năm 2028) xã, phường"
    if quantity.change is not None and (since := _SINCE.match(folded, after, ceiling)):
        right_start = after = since.end()  # "Giảm 10% so với năm 2025 số hồ sơ trễ hạn"
    stop = _LEADING_END.search(folded, after, ceiling)
    limit = stop.start() if stop else ceiling
    if quantity.change is not None and (move := _NEXT_MOVE.search(folded, quantity.end, limit)):
        limit = move.start()  # "Giảm 100% giấy tờ thừa, giảm một phần ba số cuộc họp"
    if quantity.kind == "rank":
        about = _ABOUT.match(folded, quantity.end, limit)
        if about and not subject and (previous is None or previous.shape == "about"):
            edge = _FIELD_END.search(folded, about.end(), limit)
            whole_field = len(folded[about.end() : limit].split()) <= 14 and not re.search(
                r"[\d(:]", folded[about.end() : limit]
            )
            near = limit if whole_field else edge.start() if edge else limit  # "về đổi mới sáng tạo, chuyển đổi số"
            return Named(phrase(text, about.end(), near), about.end(), near, "about")
        ranked = Named(subject, left_start, subject_end, "trailing") if subject else inherit(previous)
        if ranked is None:  # "nâng cao Chỉ số PAPI, phấn đấu nằm trong nhóm 10 tỉnh"
            ranked = measured_before(text, folded, floor, quantity.start)
        if ranked is None or about is None:
            return ranked
        # "thuộc nhóm 3 nước dẫn đầu Đông Nam Á về năng lực cạnh tranh số"
        name = re.sub(r" về .*$", "", ranked.name)
        return Named(f"{name} {phrase(text, about.start('about'), limit)}", ranked.start, limit, "trailing")
    single = unit_head(quantity.unit or "") in ("lan", "diem", "bac", "hang")
    if quantity.kind == "count" and single:
        if subject:
            return with_base(Named(subject, left_start, subject_end, "trailing"), base, folded[left_start:subject_end])
        return inherit(previous)
    right_limit = limit
    end = _RIGHT_END.search(folded, after, limit)
    near = end.start() if end else limit
    into = _INTO.match(folded, quantity.end) if quantity.kind == "share" else None
    if into and bare(subject).endswith("dong gop"):  # "Đóng góp 5% vào tổng giá trị giao dịch"
        edge = _RIGHT_END.search(folded, into.end(), limit)
        whole_of = edge.start() if edge else limit
        return Named(f"{subject} vào {phrase(text, into.end(), whole_of)}", left_start, whole_of, "middle", subject)
    right_near = phrase(text, right_start, near)
    place = _PLACE.match(folded, right_start, limit)
    if (
        re.fullmatch(r"(?:ty le|ti le|so|muc|chi so|con so) (?:nay|tren|do)", folded[left_start:subject_end].strip())
        and previous
    ):
        return inherit(previous)
    beyond = phrase(text, quantity.end, near) if quantity.kind == "count" else right_near
    of_all = _OUT_OF.match(folded, quantity.end) is not None  # "...: 15% trở lên/tổng số chi bộ"
    topic = verb == ":" and not of_all and subject and len(beyond.split()) >= 2 and place is None
    if quantity.kind == "count" and is_measure(quantity.unit or "") and _AMOUNT.match(folded, left_start):
        topic = False  # "Tổng công suất của các nhà máy: 105.000 tấn mía ngày"
    whole = right_near.lower().startswith(("tổng", "số "))  # "Hồ sơ trực tuyến: 80% tổng số hồ sơ"
    if topic and (not whole or len(subject.split()) > 12 or _ANNOUNCED.search(folded[left_start:subject_end])):
        if right_near.lower().startswith(("được ", "đều ", "duoc ", "deu ")):  # "Văn bản đi: 100% được ký số"
            return Named(f"{subject} {phrase(text, right_start, right_limit)}", left_start, right_limit, "middle")
        # "Cải cách thể chế: 100% văn bản được rà soát"
        return Named(phrase(text, right_start, right_limit), right_start, right_limit, "leading")
    if place is not None and subject and (verb or quantity.cued):
        # "đạt 100% ở cấp tỉnh, 80% ở cấp huyện"
        return Named(f"{subject}: {placed(text, right_start, right_limit)}", left_start, near, "trailing")
    if place is not None and not subject and previous is not None:
        right = placed(text, right_start, right_limit)
        return Named(replace_tail(previous.name, right), right_start, right_limit, previous.shape)
    if not subject and lone in ("", "dat") and previous is None and "phan dau" in folded[floor : quantity.start]:
        # "nâng cao tỷ lệ phủ sóng 5G, phấn đấu đạt 50% số trạm hiện có"
        earlier = measured_before(text, folded, floor, left_start)
        if earlier is not None:
            return replace(earlier, name=f"{earlier.name} (% {right_near})") if right_near else earlier
    if (
        not subject
        and previous is not None
        and quantity.kind == "share"
        and " (% " in previous.name
        and _AND_ONLY.fullmatch(folded, floor, quantity.start)
        and _SUM.match(right_near.lower())
        and len(right_near.split()) <= 8
    ):  # "đóng góp 15% GRDP, khoảng 5% tổng thu ngân sách"
        return Named(f"{unshared(previous.name)} (% {right_near})", previous.start, previous.end, "inherited")
    if (
        not subject
        and previous is not None
        and quantity.kind == "share"
        and (reached := _REACHED.search(previous.name))
        and _AND_ONLY.fullmatch(folded, floor, quantity.start)
        and len(right_near.split()) <= 6
        and not _SAYS.search(f" {right_near} ")
        and not PREDICATE.search(f"{right_near} ")
        and right_near == phrase(text, right_start, right_limit)
    ):  # "cáp quang phủ đạt 75% hộ gia đình, 100% đơn vị cấp xã"
        return replace(previous, name=f"{previous.name[: reached.start('of')]}(% {right_near})")
    if not subject and previous is None and quantity.kind == "share" and (place is not None or not right_near):
        striving = _STRIVING.search(folded, floor, left_start + 12) if lone in ("", "dat", "dat ty le") else None
        if striving is not None:  # "Cán bộ nữ tham gia cấp ủy, phấn đấu đạt tỷ lệ không dưới 30% ở từng cấp"
            opens, closes = clean_left(folded, floor, striving.start())
            if 2 <= len(folded[opens:closes].split()) <= 20 and not BEGINS.match(folded, opens, closes):
                whom = f": {placed(text, right_start, right_limit)}" if place is not None else ""
                return Named(f"{phrase(text, opens, closes)}{whom}", opens, quantity.end, "trailing")
    if not subject and right_near and quantity.kind == "share" and _SHARE_VERB.search(folded, floor, quantity.start):
        # "đạt 55% GDP, chiếm 35% tổng thu": a share of something by what went before
        if previous is None:
            return None
        return Named(f"{unshared(previous.name)} (% {right_near})", previous.start, previous.end, "inherited")
    if not subject:
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
                    previous.shape == "part" and _AND_ONLY.fullmatch(folded, floor, quantity.start)
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
            and _AND_ONLY.fullmatch(folded, floor, quantity.start) is not None
            and not _SAYS.search(f" {right} ")
            and len(right.split()) <= 6
        )  # "cáp quang phủ 100% xã và trên 80% hộ gia đình"
        if (len(content.split()) < 2 or spread) and previous is not None:
            if right_near and previous.subject:  # "phủ 80% hộ gia đình, 100% xã"
                return replace(previous, name=f"{previous.subject} {right_near}", start=right_start, end=right_limit)
            return inherit(previous)
        things = _THINGS.match(previous.name) if previous is not None and previous.shape == "leading" else None
        joined = _AND_ONLY.fullmatch(folded, floor, quantity.start) or right.startswith("thường xuyên ")
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
            or (quantity.cued and quantity.comparator in ("<=", "<") and _number_of(text, folded, left_start))
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
                or (_AMOUNT.match(folded, left_start) is not None and bare(quantity.unit or "").endswith(bare(right)))
            )
            and not _FOR_WHAT.search(text, left_start, subject_end)
        ):
            return Named(
                subject, left_start, subject_end, "trailing", subject
            )  # "Đào tạo nghề 1.200 người", "Sản lượng trứng 9 triệu quả"
        preposition = _FOR_WHAT.search(text, left_start, subject_end)
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
        _SHORT_SUBJECT.match(folded, left_start, subject_end) is not None
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
        and not (_WHOLE.match(right_near.lower()) and _number_of(text, folded, left_start))
    ):
        right = phrase(text, right_start, right_limit if quantity.change is None else near)
        if (
            quantity.kind == "share"
            and quantity.change is None
            and len(subject.split()) > 4
            and len(right.split()) >= 4
            and not _EACH_UNIT.fullmatch(bare(subject))
            and not PREDICATE.match(right.lower())
            and (_CLAUSE_BEGUN.search(folded, left_start, quantity.start) or _SAYS.search(right))
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
        preposition = _FOR_WHAT.search(text, left_start, subject_end)
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
_STRIVING = re.compile(r",\s*(?=phan dau\b)")
_BY_YEAR = re.compile(r"\s*[(](?:den |vao |trong )?(?:het |cuoi )?nam 20\d\d[)]\s+(?=[a-z]{2})(?!va\b)")
_HOW_MANY = re.compile(
    r"\s*[(](?:khoang |tuong duong |tuc |gan |tren )*\d[\d.,]*(?:/\d[\d.,]*)?(?: [a-z ]{1,20})?[)]\s+(?=[a-z]{2})"
)
_TORN = re.compile(r"\bva\s+$")
# "Duy trì Đảng bộ xã và 100% chi bộ trực thuộc hoàn thành tốt nhiệm vụ"
_KEEPS = re.compile(
    r"(?:\W|\d+(?:\.\d+)*[.)]|[a-z]\))*(?:duy tri|giu vung|bao dam|dam bao|phan dau)\b[^,;:.%\d]{3,60}\bva\s+$"
)
_FOR_WHAT = re.compile(r"\s(?P<word>cho|tại|đến|về|đối với|với|trong|của|tới)\s*$")
_PEOPLE = ("nguoi", "luot nguoi", "luot")
_OUTPUT = re.compile(r"G(?:R)?DP(?: (?:cả nước|của tỉnh|toàn tỉnh))?")
# Words of two syllables of which the second says what they are of: "nội trú" and "ngoại trú", "cấp xã" and "phường xã".
_PAIRED = re.compile(r"(\w+) (trú|thị|tỉnh|huyện|xã|học|viện|lập)")
_DOING = re.compile(
    r"(?:to chuc|kiem tra|thanh tra|xay dung|thanh lap|hinh thanh|dao tao|boi duong|tap huan|thu hut|don|don va phuc vu"
    r"|ban hanh|mo|mo rong|bien soan|in|phat hanh|dang tai|trang bi|lap dat|san xuat|trong|ho tro"
    r"|moi [^,]{3,40} co)(?: moi| them)?"
)
_SINCE = re.compile(
    r"\s*,?\s*so voi (?:cung ky |cuoi |muc )*(?:nam |giai doan )?(?:20\d\d(?:\s*[-–]\s*20\d\d)?|truoc)\s+(?:ve )?"
    r"(?=(?:so|ty le|ti le|tong|thoi gian|chi phi|muc|luong|san luong|doanh thu|kim ngach)\b)"
)
_PER_TIME = re.compile(r"(?:\s*[;,])?\s*(?:va\s+)?(?:dinh ky )?(?:moi|hang) (?:nam|quy|thang|tuan)\s*(?:co\s*)?")
_SPREADS = re.compile(r"\b(?:phu|phu song|bao phu|pho cap)$")
_REACHED = re.compile(r"\b(?:phủ|phủ sóng|bao phủ|phổ cập) (?P<of>[(]% [^()]*[)])$")
_INTO = re.compile(r"\s+vao\s+(?!nam\b)")
# What a rate is of one of; not "giao dịch chuyển giao/mua bán".
_RATED = re.compile(
    r"/\s?(?:\d|nam\b|quy\b|thang\b|tuan|ngay|gio\b|phut|nguoi|lao dong|dan\b|ho\b|ha\b|m2|m3"
    r"|don vi|xa\b|phuong\b|co quan|luot|lan\b|van\b|nghin|trieu|tre\b|khach|thu tuc|ho so|giao dich|san pham|kw|km|lop"
    r"|khoa|buoi|ca\b|truong|thon|to\b"
    r"|doanh nghiep|hoc sinh|nhan khau|tinh\b|huyen\b|cong chuc|can bo|bo\b|so\b|phong\b|giay|s\b|chien|cong|con\b)"
)
_OUT_OF = re.compile(r"\s*/\s*(?:tong )?so\b")
_WITH = re.compile(r"\bvoi\s+$")
_DOES = re.compile(r"(?:hoan thanh|khoi cong|thanh lap|giai the|sap xep|nang cap)$")
_AND_ONLY = re.compile(r"\s*(?:,|\bva\b|,\s*va\b)?\s*")
_SUM = re.compile(
    r"(?:tổng (?:chi|thu|sản|giá|vốn|kim|mức|doanh)|gdp|grdp|doanh thu|kim ngạch|chi ngân sách|thu ngân sách)\b"
)
_SHARE_VERB = re.compile(r"\b(?:chiem|dong gop)\s+(?:(?:ty le|ti le)\s+)?$")
_SUM_OF = re.compile(r"(?:tong|san luong|so luong|so luot|so )")
_AMOUNT = re.compile(
    r"(?:tong|san luong|cong suat|dien tich|gia tri|kim ngach|doanh thu|khoi luong|nang suat|thu nhap|von"
    r"|quy mo|so |thoi gian)"
)
_AT_HEAD = re.compile(r"(?:\W|\d+(?:\.\d+)*[.)]|[a-z]\))*")
_SAYS = re.compile(r"\s(?:được|đều|phải) \S")
_WITH_MEASURE = re.compile(
    r"\b(?:voi|co) (?:tong )?(?:cong suat|dien tich|quy mo|chieu dai|san luong|dung tich"
    r"|khoi luong)\b(?: [a-z]+){0,4}$"
)
_EACH_UNIT = re.compile(
    r"(?:moi|tung)(?:(?:,| va)? (?:xa|phuong|dac khu|thi tran|huyen|tinh|so|nganh|don vi|co quan|dia phuong|phong|thon"
    r"|to dan pho|truong))+"
)
# "... không quá 1% tổng số hồ sơ": what a number of things is compared with.
_WHOLE = re.compile(r"(?:tổng số|tổng|số)\s")


def _number_of(text: str, folded: str, start: int) -> bool:
    """Whether a subject counts things: "Số hồ sơ trễ hạn", not "số hóa"."""
    match = _COUNTED.match(folded, start)
    return match is not None and (text[start : start + 2].lower() in ("số", "so") or match.group() != "so ")


_TOTAL = re.compile(r"(?:dua |nang |tang )?tong so(?: luong)?")
_PART_OF = re.compile(r"\btrong (?:so )?do,?\s+(?:co\s+|it nhat\s+|toi thieu\s+|tren\s+)*$")
_CONTENT = re.compile(r"(?:mức độ|tỷ lệ|tỉ lệ|chỉ số) hài lòng\b")
_TIMED = re.compile(r"(?:dung|truoc|tre|som)(?: va (?:dung|truoc))? (?:han|hen|tien do)")
_COUNTED = re.compile(r"(?:so luong|so (?!hoa\b)|tong so|luong )")
_CHANGED = re.compile(r"(?:it nhat |toi thieu )?(?:cat giam|giam|rut ngan|tang)\b")
_ANNOUNCED = re.compile(
    r"\b(?:muc tieu|chi tieu|nhu sau|cu the|gom|sau day|sau)\s*(?:co ban|chinh|cu the)?\s*$|\bmuc tieu\b"
)
_FIELD_END = re.compile(r"[,;.:(]|\s(?:vao|den|trong|nam) (?:nam |cuoi |het )*20\d\d\b")
_ABOUT = re.compile(r"[^,;.:()]{0,40}?\s(?P<about>ve|trong (?:bang )?xep hang(?: ve)?)\s")
_THINGS = re.compile(r"(?P<what>[^,:;()]{2,60}?)\s(?:được|đều|có|đạt|biết|sử dụng|tham gia|hoàn thành|thực hiện)\s")
