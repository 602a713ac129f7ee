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

from ingest.extract.indicator_clause import BEGINS, CRITERIA, measured_before, of_criteria
from ingest.extract.indicator_count import name_count
from ingest.extract.indicator_kin import (
    GROWTH,
    GROWTH_END,
    PREDICATE,
    grown,
    inherit,
    own_group,
    replace_tail,
    with_base,
)
from ingest.extract.indicator_patterns import AMOUNT, AND_ONLY, SAYS, SHORT_SUBJECT
from ingest.extract.indicator_share import name_share
from ingest.extract.indicator_subject import clean_left, strip_verb, subject_span
from ingest.extract.indicator_unnamed import name_without_subject
from ingest.extract.indicator_words import LEVEL, phrase, placed, unshared
from ingest.extract.named import INDICATOR_HEAD, Clause, Named
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
    lead = measured and SHORT_SUBJECT.match(bare(named.name)) is not None
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
    if quantity.kind == "count" and is_measure(quantity.unit or "") and AMOUNT.match(folded, left_start):
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
        and AND_ONLY.fullmatch(folded, floor, quantity.start)
        and _SUM.match(right_near.lower())
        and len(right_near.split()) <= 8
    ):  # "đóng góp 15% GRDP, khoảng 5% tổng thu ngân sách"
        return Named(f"{unshared(previous.name)} (% {right_near})", previous.start, previous.end, "inherited")
    if (
        not subject
        and previous is not None
        and quantity.kind == "share"
        and (reached := _REACHED.search(previous.name))
        and AND_ONLY.fullmatch(folded, floor, quantity.start)
        and len(right_near.split()) <= 6
        and not SAYS.search(f" {right_near} ")
        and not PREDICATE.search(f"{right_near} ")
        and right_near == phrase(text, right_start, right_limit)
    ):  # "cáp quang phủ đạt 70% hộ dân, 100% trường học"
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
    clause = Clause(
        text, folded, quantity, floor, previous, base, left_start, left_end, subject_end, verb, subject, lone,
        right_start, right_limit, near, right_near,
    )  # fmt: skip
    if not subject:
        return name_without_subject(clause)
    return (name_count(clause) if quantity.kind == "count" else None) or name_share(clause)


_STRIVING = re.compile(r",\s*(?=phan dau\b)")
_BY_YEAR = re.compile(r"\s*[(](?:den |vao |trong )?(?:het |cuoi )?nam 20\d\d[)]\s+(?=[a-z]{2})(?!va\b)")
_HOW_MANY = re.compile(
    r"\s*[(](?:khoang |tuong duong |tuc |gan |tren )*\d[\d.,]*(?:/\d[\d.,]*)?(?: [a-z ]{1,20})?[)]\s+(?=[a-z]{2})"
)
_TORN = re.compile(r"\bva\s+$")
# "Giữ vững Đảng bộ phường và 100% chi bộ xếp loại tốt"
_KEEPS = re.compile(
    r"(?:\W|\d+(?:\.\d+)*[.)]|[a-z]\))*(?:duy tri|giu vung|bao dam|dam bao|phan dau)\b[^,;:.%\d]{3,60}\bva\s+$"
)
_SINCE = re.compile(
    r"\s*,?\s*so voi (?:cung ky |cuoi |muc )*(?:nam |giai doan )?(?:20\d\d(?:\s*[-–]\s*20\d\d)?|truoc)\s+(?:ve )?"
    r"(?=(?:so|ty le|ti le|tong|thoi gian|chi phi|muc|luong|san luong|doanh thu|kim ngach)\b)"
)
_REACHED = re.compile(r"\b(?:phủ|phủ sóng|bao phủ|phổ cập) (?P<of>[(]% [^()]*[)])$")
_INTO = re.compile(r"\s+vao\s+(?!nam\b)")
_OUT_OF = re.compile(r"\s*/\s*(?:tong )?so\b")
_SUM = re.compile(
    r"(?:tổng (?:chi|thu|sản|giá|vốn|kim|mức|doanh)|gdp|grdp|doanh thu|kim ngạch|chi ngân sách|thu ngân sách)\b"
)
_SHARE_VERB = re.compile(r"\b(?:chiem|dong gop)\s+(?:(?:ty le|ti le)\s+)?$")
_ANNOUNCED = re.compile(
    r"\b(?:muc tieu|chi tieu|nhu sau|cu the|gom|sau day|sau)\s*(?:co ban|chinh|cu the)?\s*$|\bmuc tieu\b"
)
_FIELD_END = re.compile(r"[,;.:(]|\s(?:vao|den|trong|nam) (?:nam |cuoi |het )*20\d\d\b")
_ABOUT = re.compile(r"[^,;.:()]{0,40}?\s(?P<about>ve|trong (?:bang )?xep hang(?: ve)?)\s")
