"""Targets of one sentence or paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ingest.extract.horizon import find_horizons
from ingest.extract.indicator import name_indicator
from ingest.extract.indicator_subject import subject_span
from ingest.extract.indicator_words import follows_measure, unshared
from ingest.extract.named import Named, is_half_sentence
from ingest.extract.quantity import Quantity, bare, find_quantities, unit_head
from ingest.extract.target_aside import past_asides, told_aside
from ingest.extract.target_clause import next_clause, right_edge
from ingest.extract.target_members import find_members
from ingest.extract.target_move import direction_of
from ingest.extract.target_nested import SCALE, is_group, outermost
from ingest.extract.target_part import as_part, is_part
from ingest.extract.target_place import Frame, Mode, whose
from ingest.extract.target_proof import EACH, GOAL, MONEY, MORE, RESULT, barred, goal_written, is_target, said, written
from ingest.extract.target_share import (
    deal_to_groups,
    share_changes,
    share_comparison,
    share_fields,
    share_predicates,
    share_rates,
    years_in_turn,
)
from ingest.extract.target_time import times_of
from ingest.extract.target_told import looks_ahead, tells_results
from ingest.parse.sentence import sentence_spans


@dataclass(slots=True, frozen=True)
class Found:
    """A target in one sentence; offsets are into that sentence."""

    quantity: Quantity
    indicator: str
    start: int
    end: int
    year: int | None
    period: tuple[int, int] | None
    maintain_until: int | None
    baseline: str | None


DIGIT = re.compile(r"\d|[oO]\s?%")
# What a sentence without a goal's number lacks: words first, as they are found fastest, then numbers behind words.
_QUICK_WORDS = (
    *("%", "phan tram", "toi thieu", "it nhat", "toi da", "khong duoi", "khong thap hon", "khong qua", "khong vuot"),
    *("tro len", "muc tieu", "phan dau", "giam ", "rut ngan ", "dat t", "moi ", "tung ", "≥", "≤", "<", ">"),
)
_QUICK_NUMBER = re.compile(
    r"\d bac\b|(?:nhom|top|thu|trong|hang|dat|tang|duoi|them) o?\d|\bden nam 20\d\d\b[^.;]{0,60} (?:tren|hon) \d"
)


def _may_hold(folded: str, mode: Mode) -> bool:
    """Whether a text may hold a target at all: a quick look before anything else."""
    if mode == Mode.OPEN:
        return DIGIT.search(folded) is not None
    return any(word in folded for word in _QUICK_WORDS) or _QUICK_NUMBER.search(folded) is not None


def read_sentence(text: str, frame: Frame, folded: str | None = None) -> list[Found]:
    """Targets of one sentence or paragraph line."""
    folded = bare(text) if folded is None else folded
    if frame.mode == Mode.NONE or not _may_hold(folded, frame.mode):
        return []
    if folded.rstrip().endswith("?"):
        return []  # who asks for a goal sets none
    quantities = find_quantities(text, folded)
    if not 0 < len(quantities) <= _MOST:
        return []
    head = RESULT.search(folded, 0, 45)
    if (
        head
        and head.start() <= 20
        and said(head, text)
        and not GOAL.search(folded, head.end())
        and "phai" not in folded
    ):
        return []  # "Đến nay, ...": all of the sentence reports
    colon = folded.find(":", 0, quantities[0].start)
    group = frame.group
    # Among tasks a unit in front of ":" is who does them.
    if colon > 0 and (frame.mode == Mode.OPEN or _FOR.match(folded)):
        group = whose(text[: colon + 1]) or group
    horizons = find_horizons(text, folded)
    inside = [(h.start, h.end) for h in horizons.years if h.strong]
    # In a report the year ahead is that of the section.
    ahead = frame.reference is not None and frame.year == frame.reference + 1
    past = past_asides(folded, horizons, frame.year if ahead else frame.reference)
    past.extend(told_aside(folded, horizons, frame.reference) if "(" in folded else ())
    quantities = [q for q in quantities if not any(start <= q.number < end for start, end in past)]
    horizons.years = [h for h in horizons.years if not any(start <= h.start < end for start, end in past)]
    quantities = [q for q in quantities if not any(s <= q.number < e for s, e in inside)]
    if "nhom" in folded or "top" in folded or " sao" in folded:
        quantities = [q for index, q in enumerate(quantities) if not is_group(folded, quantities, index)]
    found: list[Found] = []
    previous: Named | None = None
    floor = 0
    accepted: list[tuple[Quantity, Named, int]] = []
    unnamed: tuple[Quantity, int] | None = (
        None  # "130 xã và 1 huyện đạt chuẩn": what is said of it stands behind the next
    )
    waiting: list[tuple[Quantity, int]] = []  # "tối thiểu 50% và đến năm 2030 là 80% hồ sơ": named by what follows
    considered = [
        q
        for q in quantities
        if q.kind != "count"
        or q.cued
        or q.change
        or frame.mode == Mode.OPEN
        or GOAL.search(folded)
        or _AND.search(folded, 0, q.start)  # "ít nhất 02 hội nghị và 05 lớp"
        or EACH.search(folded, 0, q.start)
        or MORE.search(folded, 0, q.start)
    ]
    members = find_members(text, folded, quantities) if ":" in folded and len(quantities) > 1 else {}
    if members:
        listed = {*members, *(member.owner for member in members.values())}
        considered = sorted({*considered, *(q for q in quantities if q.start in listed)}, key=lambda q: q.number)
    wholes = {member.owner for member in members.values()}
    considered = outermost(folded, considered)
    for position, quantity in enumerate(considered):
        if quantity.start < floor:
            continue
        clause = max(folded.rfind(";", 0, quantity.start) + 1, 0)
        begin = max(clause, floor)
        if begin == floor and floor > 0:
            begin = next_clause(folded, floor, quantity.start)
        told = EACH.search(folded, begin, quantity.start)
        if told and (opened := folded.rfind("(", begin, told.start())) >= 0:
            begin = opened + 1  # "(mỗi phòng viết 02 tin, bài)" is named by itself
        following = considered[position + 1].start if position + 1 < len(considered) else len(text)
        ceiling = right_edge(folded, quantity.end, following, len(text))
        left_start, left_end = subject_span(text, folded, begin, quantity.start)
        leading = (
            left_end - left_start <= 1 or folded[left_end - 1] == ":" or folded[left_start:left_end].strip() == "co"
        )
        clause_end = folded.find(";", quantity.end)
        upto = clause_end if clause_end >= 0 else len(folded)
        chained = (
            bool(accepted)
            and accepted[-1][0].kind == "count"
            and accepted[-1][0].end == floor
            and (
                _CHAIN.fullmatch(folded, _noun_end(folded, floor, quantity.start), quantity.start) is not None
                # "1,4 triệu tấn (0,6 triệu tấn đường luyện ...)"
                or (
                    quantity.unit == accepted[-1][0].unit
                    and _BESIDE.fullmatch(folded, floor, quantity.start) is not None
                    and frame.mode == Mode.OPEN
                )
                or (folded[floor : quantity.start].strip() in ("(", "(trong do") and quantity.kind == "count")
                # "Xây dựng 15 chuỗi liên kết; 20 cơ sở giết mổ"
                or (
                    frame.mode == Mode.OPEN
                    and quantity.kind == "count"
                    and accepted[-1][1].shape == "middle"
                    and folded[floor : quantity.start].rstrip().endswith(";")
                )
            )
        )
        chained = chained or (
            frame.mode == Mode.OPEN
            and bool(accepted)
            and accepted[-1][0].kind == quantity.kind == "count"
            and _FOR_PEOPLE.fullmatch(folded, accepted[-1][0].end, quantity.start) is not None
            and unit_head(quantity.unit or "") in _PEOPLE
        )
        chained = chained or (bool(accepted) and is_part(folded, floor, quantity, *accepted[-1][:2]))
        member = members.get(quantity.start)
        if member is not None and member.head is None and all(q.start != member.owner for q, _, _ in accepted):
            member = None
        # Of a list of amounts the head says what is set: "Diện tích: lúa 45.000 ha; ngô 12.000 ha".
        chained = chained or (frame.mode == Mode.OPEN and (member is not None or quantity.start in wholes))
        listed_on = member is not None and bool(accepted) and accepted[-1][1].shape == "member"
        chained = chained or listed_on
        ok = is_target(text, folded, quantity, clause, floor, frame, leading, chained, bool(accepted)) and not barred(
            text, folded, clause, upto, frame.mode < Mode.OPEN
        )
        if not ok and quantity.kind == "count":
            continue
        if (
            quantity.kind == "rank"
            and accepted
            and accepted[-1][0].kind != "rank"
            and ";" in folded[floor : quantity.start]
            and _ABOUT.match(folded, quantity.end)
        ):
            previous = None  # "Kinh tế số đạt 50%; thuộc nhóm 20 tỉnh dẫn đầu về đổi mới sáng tạo"
        named = name_indicator(text, folded, quantity, begin, ceiling, previous, frame.base)
        if named is not None and ok and member is None and previous is not None and _overlaps(named, previous, floor):
            ok = False
        if named is not None and member is None and accepted and previous is not None:
            named = as_part(folded, floor, quantity, named, accepted[-1][0], previous)
        if member is not None:
            whole = member.head or next(n.name for q, n, _ in accepted if q.start == member.owner)
            named = Named(f"{unshared(whole)}: {member.name}", member.start, member.end, "member")
        floor = quantity.end
        if (
            named is None
            and ok
            and frame.topic
            and (
                quantity.kind == "rank"
                or unit_head(quantity.unit or "") in SCALE
                or MONEY.match(bare(quantity.unit or "")) is not None
            )
        ):
            named = Named(frame.topic, quantity.start, quantity.start, "inherited")  # "đạt từ 87 điểm, vào nhóm 08 sở"
        if named is None:
            if ok and quantity.kind == "share":
                waiting.append((quantity, begin))
            unnamed = (quantity, begin) if ok and quantity.kind == "count" else None
            continue
        if unnamed is not None and ok and named.shape == "leading" and quantity.kind == "count":
            early, at = unnamed
            predicate = _SAID_OF.search(named.name)
            if predicate and _JOINED.fullmatch(folded, early.end, quantity.start):
                accepted.append((early, replace(named, name=f"{early.unit}{predicate.group()}"), at))
        unnamed = None
        if (
            quantity.kind == "count"
            and accepted
            and named.shape == "leading"
            and accepted[-1][0].unit == quantity.unit
            and (bare(quantity.unit or "").endswith(bare(named.name)) or follows_measure(named.name))
            and folded[accepted[-1][0].end : quantity.number].count(";") == 0
        ):  # "15 tỷ m3 vào năm 2030 và khoảng 20 tỷ m3 vào năm 2045"
            named = replace(accepted[-1][1], shape="inherited")
        previous = named
        if waiting and ok and named.shape == "leading" and _together(folded, waiting[-1][0].end, quantity.start):
            accepted.extend((early, named, at) for early, at in waiting)
            waiting.clear()
        if quantity.change is None:
            quantity = replace(quantity, change=direction_of(text, folded, begin, quantity, named))
        if (
            quantity.change is None
            and quantity.kind == "share"
            and accepted
            and accepted[-1][0].change is not None
            and begin == quantity.start
            and named.shape == "leading"
            and re.search(r"(?:,|\bva)\s*$", folded[: quantity.start])
        ):  # "giảm 20% số cuộc họp và 30% báo cáo giấy"
            quantity = replace(quantity, change=accepted[-1][0].change)
        if (
            chained
            or named.shape == "group"
            or (accepted and quantity.change is not None and quantity.change == accepted[-1][0].change)
        ):
            quantity = share_comparison(folded, accepted[-1][0], quantity) if accepted else quantity
        if is_half_sentence(named, quantity.kind == "rank"):
            measured = _WITH.search(named.name)  # "Đầu tư các trung tâm ... với tổng công suất đạt 50%"
            ok = ok and measured is not None
            named = replace(named, name=named.name[measured.start("what") :]) if measured else named
        if ok and (len(named.name) >= 4 or named.name.isupper()) and re.search(r"[^\W\d_]{2}", named.name):
            accepted.append((quantity, named, begin))
    if waiting and frame.topic:
        accepted.extend((early, Named(frame.topic, early.start, early.start, "inherited"), at) for early, at in waiting)
        accepted.sort(key=lambda one: one[0].start)
    _labelled(text, folded, accepted)
    share_fields(folded, accepted)
    share_rates(folded, accepted)
    share_changes(folded, accepted)
    share_predicates(folded, accepted)
    accepted = deal_to_groups(folded, accepted)
    accepted = _told_apart(folded, accepted)
    stated = years_in_turn(folded, [quantity for quantity, _, _ in accepted])
    for position, (quantity, named, begin) in enumerate(accepted):
        year, period, maintain, baseline = times_of(horizons, quantity, named, begin, accepted, frame, folded)
        if stated:
            year, period = stated[position], None
        explicit = year is not None and frame.reference is not None and year < frame.reference
        if explicit and not goal_written(text, folded, 0, quantity.number):
            continue  # a result of a past year; "năm 2025 đạt 72%; năm 2026 phấn đấu đạt 85%" sets one goal
        comparator = quantity.comparator
        if comparator == "=" and re.search(
            r"\bvuot (?:muc )?(?:muc tieu|chi tieu|ke hoach)[^;.]*\(\s*$", folded[begin : quantity.start]
        ):
            quantity = replace(quantity, comparator=">")
        name = named.name
        if group and named.shape != "group" and not _LEVEL.search(bare(name)) and bare(group) not in bare(name):
            name = re.sub(r"( \(%[^)]*\))?$", lambda share: f": {group}{share.group()}", name, count=1)
        found.append(
            Found(quantity, name[:400], begin, quantity.end, year, period, maintain, quantity.base or baseline)
        )
    return found


_LABEL = re.compile(r"(?:\W|\d+(?:\.\d+)*[.)]|[a-z]\))*(?P<label>[a-z][^:;,()\d%]{2,50}):")
_OF_WHAT = re.compile(
    r"(?:tong )?(?:dien tich|nang suat|san luong|so luong|tong dan|quy mo|gia tri san xuat|cong suat)"
    r"(?: (?:gieo trong|thu hoach|binh quan|nuoi trong|dat|uoc))*"
)


def _labelled(text: str, folded: str, accepted: list[tuple[Quantity, Named, int]]) -> None:
    """Give amounts that don't say of what the label of their line: "Cây lúa: diện tích 250 ha, năng suất 62 tạ/ha"."""
    label = _LABEL.match(folded) if accepted and ":" in folded else None
    if label is None or GOAL.search(label.group("label")) or len(label.group("label").split()) > 6:
        return
    name = " ".join(text[label.start("label") : label.end("label")].split())
    for index, (quantity, named, begin) in enumerate(accepted):
        if named.start >= label.end() and named.shape == "trailing" and _OF_WHAT.fullmatch(bare(named.name)):
            accepted[index] = (quantity, replace(named, name=f"{name}: {named.name}"), begin)


def _told_apart(folded: str, accepted: list[tuple[Quantity, Named, int]]) -> list[tuple[Quantity, Named, int]]:
    """`accepted` without shares of one name that nothing tells apart: in "80% thư viện huyện và ... ở đồng bằng; 60%
    thư viện huyện ... miền núi" only the last member of each list says which libraries."""
    if not 3 <= len(accepted) <= 12 or "20" in folded:
        return accepted
    values: dict[str, set[float]] = {}
    for quantity, named, _ in accepted:
        if quantity.kind == "share" and quantity.change is None and named.shape == "leading":
            values.setdefault(named.name, set()).add(quantity.value)
    doubtful = {name for name, said in values.items() if len(said) > 1}
    return [one for one in accepted if one[1].shape != "leading" or one[1].name not in doubtful]


def _overlaps(named: Named, previous: Named, floor: int) -> bool:
    """Whether a name begins inside the words behind the number before, which are that one's name."""
    return (
        previous.shape in ("leading", "middle")
        and named.shape in ("trailing", "middle")
        and floor <= named.start < previous.end
    )


_WITH = re.compile(r"\bvới (?P<what>(?:tổng )?(?:công suất|diện tích|giá trị|số vốn|quy mô|sản lượng)\b(?!.*\bvới\b))")
_LEVEL = re.compile(
    r"\b(?:(?:cap|tuyen) (?:tinh|xa|so|huyen|bo|trung uong|co so)|(?:cac|doi voi|cua) (?:so|xa|phuong|huyen)|ubnd)\b"
)
_ABOUT = re.compile(r"[^,;.:()]{0,40}?\sve\s")
_STAGES = re.compile(r"\s*;\s*(?:va )?(?:den|vao|trong|nam)[a-z\d /]*20\d\d\s*(?::|,|la\b|dat\b|\s)*")


def _together(folded: str, start: int, end: int) -> bool:
    """Whether two numbers share what follows the second: "năm 2027: 70%; năm 2030: 95% cán bộ dùng phần mềm"."""
    return ";" not in folded[start:end] or _STAGES.fullmatch(folded, start, end) is not None


_FOR = re.compile(r"(?:\W|\d+(?:\.\d+)*[.)]|[a-z]\))*(?:rieng |doi voi )")


_SAID_OF = re.compile(r"\s(?:được|đạt|có|tham gia|thực hiện|hoàn thành|triển khai|áp dụng)\s.+$")
_JOINED = re.compile(r"\s*(?:,|va|, va)\s*(?:it nhat |toi thieu |tren |khoang )?")
# "đường luyện là 1,5 triệu tấn, đường trắng 500.000 tấn"
_BESIDE = re.compile(r"\s*(?:,|va|,\s*va)(?:\s+[a-z]+){1,6}\s*(?:la\s*|:\s*)?")


_CHAIN = re.compile(r"\s*(?:,|va|,\s*va)\s*")


def _noun_end(folded: str, start: int, end: int) -> int:
    """Where the last comma or "và" in `[start, end)` begins; `end` if the words behind it are no mere connection."""
    cut = max(folded.rfind(",", start, end), folded.rfind(" va ", start, end))
    return cut if cut >= 0 else end


# "10 lớp tập huấn với 800 lượt học viên"
_FOR_PEOPLE = re.compile(
    r"(?:\s[^,;:.()\d%]{0,60})?\s(?:voi|cho|phuc vu)\s+(?:tren |khoang |hon |it nhat |toi thieu )?"
)
_PEOPLE = frozenset(["luot", "nguoi", "hoc", "can", "cong", "dai"])


_AND = re.compile(r"\bva\s*$")
_HEAD_YEAR = re.compile(
    r"""(?:\W|\d+(?:\.\d+)*[.)]|[a-z]\))*(?:(?:theo\ do|cu\ the|dong\ thoi|ben\ canh\ do|ngoai\ ra)\s*,?\s*|cung\s+)?
    (?:phan\ dau\s+|(?:cac\ )?(?:muc\ tieu|chi\ tieu)\ (?:cu\ the\ )?)?
    (?:(?:den|trong|vao|tu)\s+(?:het\s+|cuoi\s+)?nam\s+(?P<year>20[1-5]\d)\b|nam\s+(?P<own>20[1-5]\d)(?=\s*[,:]))""",
    re.VERBOSE,
)


def opening_year(folded: str) -> int | None:
    """The year that a paragraph opens with: "Cụ thể, đến năm 2025, ..."."""
    match = _HEAD_YEAR.match(folded) or _SET_FOR.search(folded)
    return int(match.group("year") or match.group("own")) if match else None


# "Đến năm 2030, thu nhập tăng 2,5 lần ..." in a plan sets a goal in whichever section it stands
_TO_COME = re.compile(r"(?:\W|\d+(?:\.\d+)*[.)]|[a-z]\))*(?:phan dau )?(?:den|vao) (?:het |cuoi )?nam 20")
# "Về chuyển đổi số, mục tiêu cụ thể đến năm 2030 là: ...": for all sentences that follow
_SET_FOR = re.compile(
    r"""(?:^|[,;:.(]\s*|\b(?:dat|dat\ ra|de\ ra|xac\ dinh)\s+)(?:cac\ |mot\ so\ )?(?:muc\ tieu|chi\ tieu)
    (?:\s[a-z]+){0,4}?\s(?:den|trong|vao)\s+(?:het\s+|cuoi\s+)?nam\s+(?P<year>20[1-5]\d)(?P<own>)\b""",
    re.VERBOSE,
)
_STRIVEN_FOR = re.compile(r"\bphan dau (?:den|trong|vao) (?:het |cuoi )?nam (?P<year>20[1-5]\d)(?P<own>)\b")
_COMPARED = re.compile(
    r"\bso voi (?:cuoi |cung ky |trung binh |binh quan )*(?:(?:nam|giai doan) )?20\d\d\b(?:\s*-\s*20\d\d)?"
)
_ANY_YEAR = re.compile(r"\b20[1-5]\d\b")


# "- 100% chợ không dùng tiền mặt - Mỗi xã có 05 tuyến phố": lines of a cell that were joined.
_ITEM = re.compile(r"\s[-+]\s(?=[A-ZĐÂÊÔƠƯĂÁÀÍÚỦ])|(?<=[^\W\d_])[;.]?\s[-+]\s(?=\d{1,3}\s?%\s[^\W\d_])")
_LOWER_WORD = re.compile(r"(?:^|[\s(])([^\s]+)$")


def _items(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Sentences, those of a list that lost its line breaks cut before each "- " and a capital.

    Not between names: "Lào Cai - Hà Nội".
    """
    listed = text.lstrip()[:2] in ("- ", "+ ")
    for start, end in spans:
        at = start
        for match in _ITEM.finditer(text, start, end) if listed else ():
            before = _LOWER_WORD.search(text, max(at, match.start() - 40), match.start())
            name = before is None or (before.group(1)[0].isupper() and not before.group(1).isupper())
            if not name and re.search(r"\w", text[at : match.start()]):
                yield at, match.start()
                at = match.start() + 1
        yield at, end


# What is read at a time: every rule looks back over its sentence, so the time grows with the square of it. The longest
# sentence with a number in 200 real documents has 949 characters, the fullest one 12 quantities.
_LONGEST = 3000
_MOST = 40
_NUMBERS = re.compile(r"\d[\d.,]*")


def _bounded(folded: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """`spans`, those too long or too full of numbers for a sentence in runs of their clauses; a clause that is too
    long is cut between words."""
    for start, end in spans:
        if end - start <= _LONGEST and len(_NUMBERS.findall(folded, start, end)) <= _MOST:
            yield start, end
            continue
        first = at = start
        count = 0
        while at < end:
            stop = folded.find(";", at, min(end, at + _LONGEST)) + 1
            if stop == 0:
                stop = end if end - at <= _LONGEST else folded.rfind(" ", at + 1, at + _LONGEST) + 1 or at + _LONGEST
            numbers = len(_NUMBERS.findall(folded, at, stop))
            if first < at and (count + numbers > _MOST or stop - first > _LONGEST):
                yield first, at
                first, count = at, 0
            count += numbers
            at = stop
        yield first, end


_STRIVES = re.compile(r"(?:\W|\d+(?:\.\d+)*[.)]|[a-z]\))*phan dau\b")
_GOES_ON = re.compile(r"\W*(?:phan dau |va )?dat (?:(?:tren|khoang|it nhat|toi thieu|tu|muc|hon|duoi) )*\d")
_GOALS_BELOW = re.compile(
    r"(?:(?:theo|tai) [^.;:%\d]{3,60},\s*)?\W*(?:(?:mot so|cac|nhung) )?(?:chi tieu|muc tieu)"
    r"(?: (?:cu the|chu yeu|chinh|de ra|nhu sau|la|gom|can dat|phan dau))*\s*:"
)
_JOINS_GOALS = re.compile(r"\W*(?:ty le|ti le|ty trong|toc do|so luong|so(?! lieu)|tong|muc|thu nhap)\b")


_HEAD_PERIOD = re.compile(
    r"(?:\W|\d+(?:\.\d+)*[.)]|[a-z]\))*(?:trong )?giai doan (?P<first>20[1-5]\d)\s*[-–]\s*(?P<last>20[1-5]\d)\s*[,:]"
)
_WILL = re.compile(r"(?:(?:^|, )(?:trong )?nam 20[1-5]\d,[^.;]*?\bse\b|\bse\b[^.;]*\btrong nam 20[1-5]\d)")


def _year_ahead(text: str, folded: str, reference: int | None) -> int | None:
    """The one year in which a sentence says that something will be done."""
    will = _WILL.search(folded)
    if will is None or not any(written(text, m.start(), "sẽ") for m in re.finditer(r"\bse\b", folded)):
        return None
    years = {int(year) for year in _ANY_YEAR.findall(folded)}
    year = years.pop() if len(years) == 1 else None
    return year if year is not None and (reference is None or year >= reference) else None


# Marks of footnotes: "19 dự án [1], hoàn thành 50 dự án [2]".
_NOTES = re.compile(r"\[c?\d{1,3}\]")


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def read_paragraph(text: str, folded: str, frame: Frame) -> Iterator[tuple[int, int, Found]]:
    """(start, end, found) for each target of a paragraph: its sentence, or in a long one its clause."""
    if frame.mode == Mode.NONE or not _may_hold(folded, frame.mode):
        return
    # Line breaks inside a paragraph part no sentence.
    flat = text.replace("\n", " ")
    if "[" in text and _NOTES.search(folded):
        flat = _NOTES.sub(_blank, flat)
        folded = _NOTES.sub(_blank, folded)
    above: int | None = None  # "... năm 2030 đạt 400 ha. Trong đó: ...": the parts have the year of the whole
    opening: int | None = None  # "Đến năm 2030, ... . 50% xã ...": the first sentence's horizon holds on
    staged: tuple[int, int] | None = None  # "- Giai đoạn 2026 - 2030: ... . Tỷ lệ ...": the same for stages
    reported = False  # "6 tháng đầu năm, ... . Tỷ lệ đúng hạn đạt 97%.": a sentence before tells results
    told = ""  # the last indicator of the sentence before
    aimed: int | None = None  # "Năm 2025, xã sẽ ... . Phấn đấu 60% ...": the year of what will be done
    goals = _GOALS_BELOW.match(folded)  # "Các chỉ tiêu chủ yếu là: ... . Tỷ lệ ...": all of its sentences are goals
    for start, end in _bounded(folded, _items(flat, sentence_spans(flat))):
        sentence = folded[start:end]
        local = frame
        if goals is not None and start > 0 and _JOINS_GOALS.match(sentence):
            local = replace(frame, goal=True, mode=Mode.OPEN)
        if frame.mode < Mode.OPEN or not frame.plan:
            if tells_results(flat[start:end], sentence):
                reported = True
            elif reported and looks_ahead(sentence):
                reported = False
            if reported:
                continue
        if stage := _HEAD_PERIOD.match(sentence):
            staged = (int(stage.group("first")), int(stage.group("last")))
        elif staged is not None and "20" not in sentence:
            local = replace(local, year=None, period=staged, staged=True)
        else:
            staged = None
        head = _HEAD_YEAR.match(sentence) or _SET_FOR.search(sentence)
        if head is None and frame.year is None and frame.plan_year is None:
            head = _STRIVEN_FOR.search(sentence)
        if head:
            opening = int(head.group("year") or head.group("own"))
            to_come = frame.reference is None or opening > frame.reference
            if frame.plan and frame.mode == Mode.CUED and to_come and _TO_COME.match(sentence):
                local = replace(local, goal=True, mode=Mode.OPEN)
        elif "20" in sentence and _ANY_YEAR.search(_COMPARED.sub(" ", sentence)):
            opening = None
        elif opening is not None and (frame.reference is None or opening >= frame.reference):
            local = replace(local, year=opening, dated=False)
        elif opening is not None and not GOAL.search(sentence):
            continue  # "Năm 2024 kết quả ... . Tỷ lệ ... đạt 90%": still told of the year that is over
        elif above is not None and sentence.lstrip(" -+").startswith("trong do"):
            local = replace(local, year=above)
        if frame.plan and frame.mode == Mode.CUED and _STRIVES.match(sentence):
            local = replace(local, goal=True, mode=Mode.OPEN)  # "Phấn đấu đón 8 triệu lượt khách, trong đó ..."
        if aimed is not None and local.year is None and local.plan_year is None and _STRIVES.match(sentence):
            if not _ANY_YEAR.search(sentence):
                local = replace(local, year=aimed)
        elif "20" in sentence:
            aimed = _year_ahead(flat[start:end], sentence, frame.reference)
        if told and _GOES_ON.match(sentence):
            local = replace(local, topic=told)  # "Thu nhập ... gấp 1,5 lần. Đạt trên 8 triệu đồng/tháng."
        above = None
        told = ""
        for found in read_sentence(flat[start:end], local, sentence):
            above = found.year if above is None or above == found.year else above
            told = found.indicator
            first, last = start, end
            if end - start > 450:
                semicolon = sentence.rfind(";", 0, found.quantity.start) + 1
                closing = sentence.find(";", found.quantity.end)
                first = start + min(semicolon, found.start)
                last = start + closing if closing >= 0 else end
                while first < last and text[first] in " \n":
                    first += 1
            yield first, last, found
