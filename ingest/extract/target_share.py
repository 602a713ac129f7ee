"""What numbers of one sentence share: a comparison, a verb, a field, a list of years or groups that answers them."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.extract.named import Named
from ingest.extract.quantity import Quantity


def share_fields(folded: str, accepted: list[tuple[Quantity, Named, int]]) -> None:
    """Give the first of two ranks the field that the second one names ("nhóm 5 nước ASEAN và nhóm 60 nước về X")."""
    for index in range(len(accepted) - 1):
        (one, named, begin), (other, later, _) = accepted[index : index + 2]
        if (
            one.kind == other.kind == "rank"
            and later.name.startswith(f"{named.name} về ")
            and ";" not in folded[one.end : other.start]
        ):
            accepted[index] = (one, replace(named, name=later.name), begin)


_PREDICATE = re.compile(
    r"\s((?:được|đều|có(?! liên quan)|tổ chức|phối hợp|ký kết|biết"
    r"|sử dụng|ứng dụng|thực hiện|tham gia|hoàn thành|triển khai|kết nối|đạt|không"
    r"|xử lý|nộp|ký số|thanh toán|tiếp nhận)\s.+)$"
)


_GROUP_FIRST = re.compile(r"(?:cấp|tuyến|khối) \w+\s", re.IGNORECASE)
_GROUP_LAST = re.compile(r"\s(?:ở |tại )?(?:cấp|tuyến|khối) \w+$", re.IGNORECASE)
_OWN_VERB = re.compile(
    r"""\s(?:được|đều|có|biết|sử\ dụng|ứng\ dụng|thực\ hiện|tham\ gia|hoàn\ thành|triển\ khai|kết\ nối|đạt|không
    |công\ (?:khai|bố)|ban\ hành|niêm\ yết|giải\ quyết|xử\ lý|số\ hóa|cập\ nhật|đúng|kịp\ thời|bố\ trí|áp\ dụng
    |tự\ (?:bảo\ đảm|chủ|thực\ hiện)|cài\ đặt|đăng\ ký|cam\ kết|tổ\ chức|xây\ dựng|hưởng
    |đánh\ giá|chấp\ hành|nộp|trả)\s""",
    re.VERBOSE,
)


_STRIVES = re.compile(r"\b(?:phan dau|cat giam|tiep tuc|trong (?:so )?do)\b")


def share_predicates(folded: str, accepted: list[tuple[Quantity, Named, int]]) -> None:
    """Complete "90% hồ sơ cấp tỉnh, 80% hồ sơ cấp xã được xử lý trên mạng": the last one's verb is that of all."""
    shared: list[int] = []
    for index in range(len(accepted) - 2, -1, -1):
        (one, named, begin), (other, later, _) = accepted[index : index + 2]
        if not (one.kind == other.kind == "share" and named.shape == later.shape == "leading"):
            continue
        predicate = _PREDICATE.search(later.name)
        if one.change is not None or _STRIVES.search(folded, one.end, other.start):
            continue
        if predicate is None or _OWN_VERB.search(named.name + " ") or ": " in later.name:
            continue
        group = _GROUP_FIRST.match(later.name)
        own = _GROUP_LAST.search(named.name)
        if group and own:  # "95% hồ sơ cấp tỉnh, 85% cấp xã xử lý trên mạng"
            noun = named.name[: own.start()].rstrip()
            accepted[index + 1] = (other, replace(later, name=f"{noun} {later.name}"), accepted[index + 1][2])
        between = folded[one.end : other.start]
        if ";" in between and named.name.split()[:4] != later.name.split()[:4]:
            continue
        if ". " not in between:
            accepted[index] = (one, replace(named, name=f"{named.name} {predicate.group(1)}"), begin)
            shared.append(index)
    if shared:  # what has no verb of its own and doesn't share that one lacks what is said of it
        lacking = {
            index
            for index, (quantity, named, _) in enumerate(accepted[: max(shared)])
            if index not in shared
            and quantity.kind == "share"
            and quantity.change is None
            and named.shape == "leading"
            and not _OWN_VERB.search(named.name + " ")
        }
        if lacking:
            accepted[:] = [one for index, one in enumerate(accepted) if index not in lacking]
            return
    for index in reversed(shared):  # "tối thiểu 55% lớp 5, 65% lớp 9 và 75% lớp 12 biết bơi"
        quantity, named, begin = accepted[index + 1]
        accepted[index + 1] = (share_comparison(folded, accepted[index][0], quantity), named, begin)


def share_comparison(folded: str, before: Quantity, quantity: Quantity) -> Quantity:
    """`quantity` with the comparison of the number whose verb it shares: "giảm ít nhất 30% A và 20% B"."""
    if (
        quantity.comparator == "="
        and before.comparator == ">="
        and before.kind == quantity.kind
        and before.value_to is None
        and quantity.value != 100.0
        and (before.inherits or _LEAST.match(folded, before.start))
        and _BOUND.search(folded, before.end, quantity.start)
    ):
        return replace(quantity, comparator=">=", inherits=True)
    return quantity


_PER_HEAD = re.compile(
    r"\s*(?:trên|/)\s*(?:một|1|10\.?000|1\.?000|100\.?000)\s*"
    r"(?:(?:vạn|nghìn|ngàn|triệu)\s+)?(?:dân|người|trẻ|lao động)\b.*$"
)
_LOWERED = re.compile(r"\b(?:con|xuong(?: con)?|o muc)\s*$")
_TURNED = re.compile(r"\b(?:tang|giam|nang|rut ngan|phan dau)\b")


def share_changes(folded: str, accepted: list[tuple[Quantity, Named, int]]) -> None:
    """Give a number the direction of the verb whose list it stands in ("giảm hộ nghèo còn 2%, hộ cận nghèo 3%")."""
    for index in range(1, len(accepted)):
        (one, named, _), (other, later, begin) = accepted[index - 1 : index + 1]
        if one.change is None or other.change is not None or one.kind != other.kind or one.kind == "rank":
            continue
        between = folded[one.end : other.start]
        if ";" in between or ". " in between or _TURNED.search(between):
            continue
        akin = later.shape == "inherited" or named.name.split()[:2] == later.name.split()[:2]
        if akin or (one.change == "decrease" and _LOWERED.search(between)):
            accepted[index] = (replace(other, change=one.change), later, begin)


_BESIDE = re.compile(r"\s*(?:,|\bva|,\s*va)\s*(?:co\s+)?")


def share_rates(folded: str, accepted: list[tuple[Quantity, Named, int]]) -> None:
    """Give numbers of a row what the last one is measured against ("19 bác sĩ, 50 giường bệnh trên 1 vạn dân")."""
    for index in range(len(accepted) - 2, -1, -1):
        (one, named, begin), (other, _, _) = accepted[index : index + 2]
        rate = _PER_HEAD.search(other.unit or "")
        if rate is None or one.kind != "count" or other.kind != "count" or one.unit is None or "/" in one.unit:
            continue
        if _PER_HEAD.search(one.unit) or not _BESIDE.fullmatch(folded, one.end, other.start):
            continue
        upper = one.comparator == "=" and other.comparator == ">=" and _UPWARDS.search(folded, other.number, other.end)
        one = replace(one, unit=f"{one.unit}{rate.group()}", comparator=">=" if upper else one.comparator)
        name = named.name if _PER_HEAD.search(named.name) else f"{named.name}{rate.group()}"
        accepted[index] = (one, replace(named, name=name), begin)


_UPWARDS = re.compile(r"\btro len\b")
_LEAST = re.compile(r"(?:(?:tang|giam|cat giam|rut ngan)\s+)?(?:toi thieu|it nhat|khong duoi|khong thap hon)\b")
_BOUND = re.compile(r"(?:,|\bva)\s*$")
_GROUPS = re.compile(
    r"\b(?P<all>(cấp|khối|vùng|nhóm|lớp) [^,]{1,25}?(?:(?:, | và |, và )\2 [^,]{1,25}?)+)(?= đạt| là|$)", re.IGNORECASE
)
# "trong giáo dục, y tế"
_FIELDS = re.compile(r"\b(?:trong|với) (?P<all>[^,]{2,25}(?:(?:, | và |, và )[^,]{2,25})+)$")


def deal_to_groups(folded: str, accepted: list[tuple[Quantity, Named, int]]) -> list[tuple[Quantity, Named, int]]:
    """Deal numbers out to the groups that they answer ("cấp huyện, cấp xã đạt tương ứng tối thiểu 70%, 80%")."""
    if len(accepted) < 2 or not _IN_TURN.search(folded):
        return accepted
    first = accepted[0][1]
    groups = _GROUPS.search(re.sub(r" (?:đạt )?(?:tỷ lệ|tỉ lệ)$", "", first.name))
    others = next((i for i, (_, named, _) in enumerate(accepted) if named.name != first.name), len(accepted))
    accepted, rest = accepted[:others], accepted[others:]
    groups = groups or _FIELDS.search(re.sub(r"(?: đạt)?(?: tỷ lệ| tỉ lệ)?$", "", first.name))
    if groups is None:
        return accepted + rest
    members = [part.strip() for part in re.split(r", và |, | và ", groups.group("all"))]
    last = len(members)
    if last < len(accepted) and ";" in folded[accepted[last - 1][0].end : accepted[last][0].start]:
        accepted, rest = accepted[:last], accepted[last:] + rest
    if last != len(accepted):
        return accepted + rest
    result: list[tuple[Quantity, Named, int]] = []
    for member, (quantity, named, begin) in zip(members, accepted, strict=True):
        if quantity.comparator == "=":
            quantity = replace(quantity, comparator=accepted[0][0].comparator)
        name = f"{first.name[: groups.start('all')].rstrip()} {member}"
        result.append((quantity, replace(named, name=name), begin))
    return result + rest


_IN_TURN = re.compile(r"\b(?:lan luot|tuong ung)\b")
_YEARS = re.compile(r"\bnam\s+(20[1-5]\d(?:(?:\s*,\s*|\s*;\s*|\s+va\s+)(?:nam\s+)?20[1-5]\d)+)")


def years_in_turn(folded: str, quantities: list[Quantity]) -> list[int]:
    """The years of quantities that a list of years answers ("năm 2026, 2027 lần lượt đạt 60%, 70%")."""
    if len(quantities) < 2 or not _IN_TURN.search(folded):
        return []
    listed = _YEARS.search(folded)
    years = [int(year) for year in re.findall(r"20\d\d", listed.group(1))] if listed else []
    return years if len(years) == len(quantities) else []
