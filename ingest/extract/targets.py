"""Targets (chỉ tiêu): what a document sets for the future, with the evidence.

A number counts as a target only where the document speaks of goals. How much proof a sentence must
give depends on where it stands (`Mode`): under a heading of goals a share is enough; in a task
it needs a word of obligation or "100%" at the head; in a regulation or a report it needs the
word for goal itself. Sections of results, awards and scoring give none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum

from ingest.extract.horizon import Horizons, find_horizons, period_of, plan_year
from ingest.extract.indicator import Named, clean_left, name_indicator, subject_span
from ingest.extract.models import Target
from ingest.extract.quantity import MONEY_UNITS, TIME_UNITS, Quantity, bare, find_quantities, unit_head
from ingest.models import Block, BlockKind, Document, Section, SectionKind
from ingest.parse.sentence import sentence_spans


class Mode(IntEnum):
    """How much a place in a document lets a number count as a target."""

    NONE = 0  # results, awards, scoring, legal basis
    STRICT = 1  # only with the word for goal (phấn đấu, mục tiêu, chỉ tiêu)
    CUED = 2  # with a word of obligation, or "100% ..." at the head
    OPEN = 3  # a section of goals


@dataclass(slots=True, frozen=True)
class Frame:
    """What a place in the document says of every target in it."""

    mode: Mode
    plan_year: int | None  # the plan is for this one year
    reference: int | None  # years before it are past
    year: int | None = None  # from the heading or the line that introduces a list
    period: tuple[int, int] | None = None
    goal: bool = False  # the introducing line speaks of goals
    duty: bool = False  # a section of tasks or responsibilities
    plan: bool = False  # the document is a plan, programme or directive
    base: str | None = None  # subject that the introducing line gives


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


# ---------------------------------------------------------------- where: the mode of a section

_GOAL_HEADING = re.compile(r"\b(?:muc tieu|phan dau)\b|\bchi tieu\b(?! (?:bien che|tuyen))")
_NO_TARGET_HEADING = re.compile(
    r"""\b(?:khen\ thuong|bang\ khen|giay\ khen|danh\ hieu|tieu\ chuan|cham\ diem|thang\ diem|tinh\ diem
    |tieu\ chi\ (?:danh\ gia|cham|thi\ dua|xet)
    |ket\ qua\ (?:thuc\ hien|dat\ duoc|da\ dat)|ket\ qua.*(?:muc\ tieu|chi\ tieu)|ton\ tai,?\ han\ che|thuc\ trang
    |tinh\ hinh\ (?:thuc\ hien|chung)|kinh\ phi|can\ cu
    |cach\ thuc\ xep\ hang|xep\ loai|phuong\ phap\ (?:danh\ gia|tinh)|giai\ thich\ tu\ ngu|danh\ gia\ (?:chung
    |ket\ qua|tinh\ hinh|viec))\b""",
    re.VERBOSE,
)
_FUTURE_HEADING = re.compile(
    r"\b(?:phuong huong|muc tieu|nhiem vu.*(?:nam|quy|thang|thoi gian toi|trong tam)|trong tam"
    r"|thoi gian toi|chi tieu|ke hoach)\b"
)
_NO_TARGET_KINDS = frozenset(
    [SectionKind.SITUATION, SectionKind.LEGAL_BASIS, SectionKind.RECIPIENTS, SectionKind.FUNDING]
)
_PLAN_TITLE = re.compile(
    r"\b(?:ke hoach|chuong trinh|de an|phat dong|phong trao|chien luoc|muc tieu|chi tieu|giao nhiem vu"
    r"|tang cuong|day manh|phuong huong)\b"
)
_RULE_TITLE = re.compile(
    r"\b(?:quy dinh|quy che|dieu le|bang gia|dinh muc|muc (?:thu|gia|chi|ho tro|phan bo)|le phi"
    r"|phan bo ngan sach|bieu phi)\b"
)
_RULE_TYPES = frozenset(["L", "LUẬT", "NĐ", "TT", "TTLT", "PL", "HP", "VBHN", "QC", "QyC", "QyĐ", "PLC"])
_PLAN_TYPES = frozenset(["KH", "CTr", "ĐA", "CT"])
_NORMATIVE_NUMBER = re.compile(r"\d+/20\d\d/")


def _base_mode(document: Document) -> Mode:
    """The most that any section of this document allows outside sections of goals."""
    header = document.header
    title = bare(header.title or "")
    code = header.type_code or ""
    if re.search(r"\bcham diem\b|\bcong bo\b.*\b(?:chi so|xep hang|ket qua)\b", title):
        return Mode.NONE
    if code in _RULE_TYPES or _NORMATIVE_NUMBER.match(header.number or ""):
        return Mode.STRICT
    if code == "BC":
        return Mode.NONE
    if not re.search(r"\bke hoach\b", title) and (
        _RULE_TITLE.search(title) or (code == "QĐ" and not _PLAN_TITLE.search(title))
    ):
        return Mode.STRICT
    return Mode.CUED


def _chain_mode(chain: list[Section], base: Mode, report: bool, law: bool = False) -> Mode:
    """Mode of the place whose sections, root first, are `chain`: the deepest heading that decides wins.

    `law`: a regulation, where even a section of goals sets rules; a decision's goals are goals.
    """
    if base == Mode.NONE and not report:
        return Mode.NONE
    ceiling = Mode.OPEN
    if report:
        # A report sets targets only where it turns to the year ahead.
        if not any(_FUTURE_HEADING.search(bare(s.heading)) and s.kind not in _NO_TARGET_KINDS for s in chain):
            return Mode.NONE
        base = Mode.CUED
    for position, section in enumerate(reversed(chain)):
        heading = bare(section.heading[:160])
        # A chapter may name awards among other things ("Nội dung thi đua, tiêu chí, khen thưởng").
        barred = _NO_TARGET_HEADING.search(heading)
        if barred and (position == 0 or barred.start() <= 20):
            return Mode.NONE
        if _GOAL_HEADING.search(heading) and len(heading) < 120 and position == 0:
            return Mode.STRICT if law else Mode.OPEN
        if section.kind in _NO_TARGET_KINDS:
            return Mode.NONE
        if section.kind == SectionKind.TARGET and ceiling == Mode.OPEN:
            # Above it nothing but awards and results could forbid it.
            if any(_NO_TARGET_HEADING.search(bare(s.heading[:160])) for s in chain[: len(chain) - 1 - position]):
                return Mode.NONE
            return Mode.STRICT if law else Mode.OPEN
        if section.kind != SectionKind.OTHER:
            ceiling = base
    return min(ceiling, base)


# ---------------------------------------------------------------- whether: the proof in a sentence

_GOAL = re.compile(r"\b(?:phan dau|muc tieu|chi tieu|dat muc tieu|no luc dat)\b")
_DUTY = re.compile(
    r"\b(?:phan dau|muc tieu|chi tieu|dam bao|bao dam|toi thieu|it nhat|khong duoi|khong thap hon|phai"
    r"|duy tri|cat giam|nang ty le|nang ti le|yeu cau|tro len|hang nam|moi nam)\b"
)
# What stands in front of a number that reports instead of demanding.
_RESULT = re.compile(
    r"""\b(?:tinh\ den|den\ thoi\ diem|den\ nay|luy\ ke|hien\ nay|hien\ (?:dat|co|la|chi|da|tai)
    |trong\ 0?\d+\ thang\ dau|0?\d+\ thang\ dau\ nam|qua\ (?:kiem\ tra|ra\ soat|theo\ doi|thong\ ke)
    |uoc\ dat|uoc\ thuc\ hien|ket\ qua:|cung\ ky|nam\ (?:truoc|qua)|vua\ qua|thuc\ te\ dat|(?<!chung\ )chi\ dat
    |chua\ dat|bang\ [\d,.]+%\ du\ toan|dang\ co|thang\ 0?\d+/20\d\d\ dat)\b""",
    re.VERBOSE,
)
_DONE = re.compile(r"\b(?:da|duoc biet)\b")
_DONE_VERB = re.compile(r"\bda (?:dat|hoan thanh|tang|giam|co|vuot|thuc hien)\b[^,;]{0,25}$")
_FRACTION = re.compile(r"(?!24/7)(?<![\d/.,])(?<!ngay )\d[\d.]*\s?/\s?\d[\d.]*(?![\d/]|[.,]\d)")
# Conditions, rules of scoring and voting, fees and support: a number there is no target in any section.
_RULE = re.compile(
    r"""\b(?:cong\ (?:\d+\ )?diem|khong\ cong|tru\ diem|diem\ toi\ da|duoc\ tinh\ diem|thang\ diem|cham\ diem
    |\d+\ diem\b.*\bkhong\ dat|thi\ duoc\ \d|lai\ suat|thue\ suat|muc\ phat|phat\ tien|bieu\ quyet|so\ phieu
    |phieu\ (?:bau|thuan|tin\ nhiem|dong\ y)
    |luong\ co\ so|muc\ luong|phu\ cap|le\ phi\ truoc\ ba
    |thanh\ vien\ (?:co\ mat|hoi\ dong|tham\ du)|tong\ so\ thanh\ vien|dai\ bieu\ (?:co\ mat|tham\ du)|von\ dieu\ le
    |co\ phan|co\ phieu|chung\ khoan)\b""",
    re.VERBOSE,
)
# Awards: elsewhere than among goals ("90% gia đình đạt danh hiệu ...") their numbers are conditions.
_AWARD = re.compile(r"\b(?:xep loai|khen thuong|bang khen|giay khen|danh hieu)\b")
_CONDITION = re.compile(
    r"(?:^|[(;,:]\s*)(?:doi voi\s+)?(?:cac\s+)?truong hop\b|\btrong truong hop\b|\bkhi (?:dat|co|ty le"
    r"|vuot)\b|\b(?:don vi|co quan|dia phuong|ca nhan|tap the) (?:dat|co) (?:ty le|ket qua|diem)\b"
)
_SUPPORT = re.compile(
    r"\b(?:ho tro(?: toi da| mot phan)?|muc thu|thu phi|mien phi|giam phi|mien|phi|le phi|muc ho tro"
    r"|muc chi|trich|khau hao|chi phi quan ly|vay|thue|phat|boi thuong|tam ung|thanh toan toi da|uu dai"
    r"|dong gop|doi ung|bao hiem|gia)\b\s*[^.;]{0,40}$"
)
_ACT = re.compile(
    r"\b(?:dat|chiem|hoan thanh|nang|tang|giam|cat giam|thuc hien|trien khai|duoc|co|so hoa|kiem tra"
    r"|ket noi|cung cap|ung dung|giai quyet|tiep nhan|xu ly|tren|xuong|len|su dung|phu|bo tri)\b"
)


def _written(text: str, start: int, word: str) -> bool:
    """Whether the text writes this very word at `start`; text without diacritics always passes."""
    piece = text[start : start + len(word)].lower()
    return piece == word or bare(piece) == piece


def _after_done(text: str, folded: str, start: int, end: int) -> bool:
    return any(_written(text, m.start(), "đã") for m in _DONE.finditer(folded, start, end))


def _goal_written(text: str, folded: str, start: int, end: int) -> bool:
    """A word for goal in `[start, end)`; "chi tiêu" (spending) is none."""
    for match in _GOAL.finditer(folded, start, end):
        if match.group() != "chi tieu" or _written(text, match.start(), "chỉ tiêu"):
            return True
    return False


def _is_target(
    text: str, folded: str, quantity: Quantity, clause: int, floor: int, frame: Frame, leading: bool
) -> bool:
    """Whether the sentence demands this number.

    `clause`: where its clause begins; `floor`: end of the number before it.
    """
    left = folded[clause : quantity.start]
    after = folded[quantity.end : quantity.end + 90]
    goal = frame.goal or _goal_written(text, folded, 0, quantity.number)
    if quantity.kind == "share" and quantity.value > 100 and quantity.change is None and quantity.value > 1000:
        return False
    # "Chỉ tiêu" names parameters in a regulation: only the other two words are proof there.
    if frame.mode == Mode.STRICT and not re.search(r"\b(?:phan dau|muc tieu)\b", folded[: quantity.number]):
        return False
    # Parenthesis: "(đạt 100%)", "(chiếm 12,5%)" report; "(phấn đấu đạt 100%)" demands.
    opened = folded.rfind("(", clause, quantity.start)
    if opened >= 0 and folded.find(")", opened, quantity.start) < 0:
        inner = folded[opened : quantity.start]
        if not _DUTY.search(inner) and not goal and not quantity.cued:
            return False
        if re.search(r"\bchi tieu (?:de ra|duoc giao|giao|nam)|\btruong hop\b|\btheo quy dinh\b", inner):
            return False
    if re.search(r"\bkhong (?:co|con|de)\b[^;]*\bnao\b[^;]*$", left):
        return False  # "không có xã nào dưới 80%"
    if _FRACTION.search(folded[max(clause, quantity.start - 60) : quantity.start]) and not goal:
        return False
    if re.match(r"\s*(?:\(\s*\d[\d.]*\s*/|so voi (?:ke hoach|du toan))", after):
        return False
    own = folded[max(clause, floor) : quantity.start]
    # Among goals "đã" may stand inside what is measured ("hồ sơ đã tiếp nhận").
    done = not leading and _after_done(text, folded, max(clause, floor), quantity.start)
    if done and (frame.mode < Mode.OPEN or _DONE_VERB.search(own)):
        return False
    result = _RESULT.search(left)
    if result and not _GOAL.search(left, result.end()):
        return False
    if (
        not goal
        and re.match(r"[^,;.]{0,40}\b(?:cung ky|du toan|ke hoach nam truoc)\b", after)
        and (quantity.change is None or frame.mode < Mode.OPEN)
    ):
        return False
    if _CONDITION.search(left) and not goal:
        return False
    if re.search(r"\b(?:neu)\b", left) and any(
        _written(text, clause + m.start(), "nếu") for m in re.finditer(r"\bneu\b", left)
    ):
        return False
    if frame.mode < Mode.OPEN and _SUPPORT.search(own) and not re.search(r"\b(?:giam|cat giam)\b", own):
        return False
    if quantity.kind == "count":
        return _is_count_target(text, folded, quantity, clause, frame, goal)
    if quantity.kind == "rank":
        return (
            goal
            or frame.mode == Mode.OPEN
            or bool(re.search(r"\b(?:dam bao|bao dam|duy tri|nang|cai thien|giu|vao)\b", left))
        )
    if frame.mode == Mode.OPEN:
        return (
            goal
            or leading
            or quantity.cued
            or quantity.change is not None
            or bool(_ACT.search(left) or _DUTY.search(left))
            or not after.strip(" .;)")
        )
    ahead = re.search(r"\b(?:den|vao|trong|het|cuoi)\s+(?:het\s+|cuoi\s+)?nam\s+(20\d\d)\b", folded)
    if ahead and frame.reference is not None and int(ahead.group(1)) > frame.reference and _ACT.search(left):
        return True
    if goal or (quantity.cued and quantity.comparator in (">=", ">")) or _DUTY.search(left):
        return True
    if leading:
        return frame.duty or frame.plan or quantity.value == 100.0 or quantity.comparator == ">="
    if quantity.change is not None:
        return bool(re.match(r"\s*(?:cac\s+)?(?:thoi gian|chi phi|thu tuc|tttthc|tthc|so|ty le)", after))
    if frame.duty and re.search(r"\b(?:ty le|ti le|muc do)\b.*\bdat\s*$", left):
        return True
    if frame.duty and frame.plan and _DO.search(left):
        return True
    # "thực hiện số hóa 100% hồ sơ": a whole demanded in the sentence of a task.
    return quantity.value == 100.0 and bool(_ACT.search(folded[max(clause, quantity.start - 40) : quantity.start]))


def _is_count_target(text: str, folded: str, quantity: Quantity, clause: int, frame: Frame, goal: bool) -> bool:
    head = unit_head(quantity.unit or "")
    written_head = re.split(r"[\s/]", (quantity.unit or "").lower(), maxsplit=1)[0]
    if written_head in ("đồng", "triệu", "tỷ", "tỉ", "nghìn", "ngàn", "usd") or (
        head in MONEY_UNITS and bare(written_head) == written_head
    ):
        # Sums are budgets and fees; an income a head is an indicator.
        return (
            frame.mode == Mode.OPEN and re.search(r"/\s?(?:nguoi|lao dong|ha)\b", bare(quantity.unit or "")) is not None
        )
    demanded = quantity.cued and quantity.comparator in (">=", ">")
    if head in TIME_UNITS:
        # Limits of time are rules of procedure, except where a goal is set for them.
        return frame.mode == Mode.OPEN and (quantity.change is not None or quantity.comparator in ("<=", "<"))
    if head == "bac":
        return quantity.change is not None
    if (written_head in ("bản", "bộ") and "dữ liệu" not in (quantity.unit or "")) or written_head in (
        "trang",
        "khoản",
        "điều",
        "m",
        "m2",
        "thành",
        "bên",
        "gb",
        "gb/s",
        "mb/s",
        "chữ",
        "ký",
    ):
        return False
    if written_head in ("người", "cá", "viên", "cán", "công", "đại") and frame.mode < Mode.OPEN:
        return False
    if demanded and not re.match(r"\s*tu\b", folded[quantity.start : quantity.number]):
        return True
    if frame.mode < Mode.OPEN and not goal:
        return False
    if demanded:
        return True
    left = folded[clause : quantity.start]
    reach = re.search(r"\b(?:dat|con|la|duoi|tren|len|xuong con|xuong)\s*$", left)
    if "/" in (quantity.unit or ""):
        return goal or bool(reach) or quantity.cued
    if quantity.cued and quantity.comparator != "=":
        return goal or (frame.mode == Mode.OPEN and head in ("diem", "lan"))
    if head in ("diem",):
        return bool(reach) or quantity.change is not None
    if quantity.change is not None:
        return True
    if not (goal or frame.mode == Mode.OPEN):
        return False
    return re.search(
        r"\b(?:dat|xay dung|thanh lap|hinh thanh|phat trien|to chuc|hoan thanh|dao tao|thu hut)\s*$", left
    ) is not None or (goal and re.search(r"\bco\s*$", left) is not None)


# ---------------------------------------------------------------- one sentence

_DO = re.compile(r"\b(?:kiem tra|so hoa|giai quyet|hoan thanh|ung dung|ket noi|tiep nhan|xu ly|ra soat)\b[^,;]{0,25}$")
_DIGIT = re.compile(r"\d|[oO]\s?%")
_QUICK = re.compile(
    r"\d\s?%|oo\s?%|\do\s?%|\d phan tram|toi thieu|it nhat|toi da|khong (?:duoi|thap hon|qua|vuot)|nhom \d|nhom o\d"
    r"|top \d|thu \d|trong \d|hang \d|\d bac\b|tro len|muc tieu|phan dau|\bdat [\dt]|tang \d|giam |rut ngan "
    r"|duoi \d|≥|≤|[<>]"
)


def read_sentence(text: str, frame: Frame, folded: str | None = None) -> list[Found]:
    """Targets of one sentence or paragraph line."""
    folded = bare(text) if folded is None else folded
    if frame.mode == Mode.NONE or not (_DIGIT if frame.mode == Mode.OPEN else _QUICK).search(folded):
        return []
    quantities = find_quantities(text, folded)
    if not quantities:
        return []
    horizons = find_horizons(text, folded)
    inside = [(h.start, h.end) for h in horizons.years if h.strong]
    quantities = [q for q in quantities if not any(s <= q.number < e for s, e in inside)]
    found: list[Found] = []
    previous: Named | None = None
    floor = 0
    accepted: list[tuple[Quantity, Named, int]] = []
    considered = [
        q
        for q in quantities
        if q.kind != "count" or q.cued or q.change or frame.mode == Mode.OPEN or _GOAL.search(folded)
    ]
    considered = [q for i, q in enumerate(considered) if not _nested(folded, considered, i)]
    for position, quantity in enumerate(considered):
        if quantity.start < floor:
            continue
        clause = max(folded.rfind(";", 0, quantity.start) + 1, 0)
        begin = max(clause, floor)
        if begin == floor and floor > 0:
            begin = _next_clause(folded, floor, quantity.start)
        following = considered[position + 1].start if position + 1 < len(considered) else len(text)
        ceiling = _right_edge(folded, quantity.end, following, len(text))
        left_start, left_end = subject_span(text, folded, begin, quantity.start)
        leading = left_end - left_start <= 1 or folded[left_end - 1] == ":"
        clause_end = folded.find(";", quantity.end)
        upto = clause_end if clause_end >= 0 else len(folded)
        barred = _RULE.search(folded, clause, upto) or (frame.mode < Mode.OPEN and _AWARD.search(folded, clause, upto))
        ok = not barred and _is_target(text, folded, quantity, clause, floor, frame, leading)
        if not ok and quantity.kind == "count":
            continue
        named = name_indicator(text, folded, quantity, begin, ceiling, previous, frame.base)
        floor = quantity.end
        if named is None:
            continue
        previous = named
        if quantity.change is None and quantity.kind != "rank":
            quantity = replace(quantity, change=_moved(text, folded, begin, quantity))
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
        if ok and len(named.name) >= 4 and re.search(r"[^\W\d_]{2}", named.name):
            accepted.append((quantity, named, begin))
    for quantity, named, begin in accepted:
        year, period, maintain, baseline = _times(horizons, quantity, named, begin, accepted, frame, folded)
        explicit = year is not None and frame.reference is not None and year < frame.reference
        if explicit and not _goal_written(text, folded, 0, len(folded)):
            continue  # a result of a past year
        comparator = quantity.comparator
        if comparator == "=" and re.search(
            r"\bvuot (?:muc )?(?:muc tieu|chi tieu|ke hoach)[^;.]*\(\s*$", folded[begin : quantity.start]
        ):
            quantity = replace(quantity, comparator=">")
        found.append(
            Found(quantity, named.name[:400], begin, quantity.end, year, period, maintain, quantity.base or baseline)
        )
    return found


_MOVE = re.compile(r"(?P<word>cat giam|giam|rut ngan|tang)\b(?! cuong)")
_NEW_GOAL = re.compile(r":|[,;]\s*(?:va\s+)?(?:bao dam|dam bao|phan dau|de|trong do)\b")
_MOVE_LEAD = re.compile(
    r"(?:[\s\-+*•:,;(]|\d+(?:\.\d+)*[.)]|[a-z]\)|phan dau|dam bao|bao dam|den (?:het |cuoi )?nam 20\d\d"
    r"|nam 20\d\d|moi nam|hang nam|tiep tuc|va|va giam)*"
)


def _moved(text: str, folded: str, begin: int, quantity: Quantity) -> str | None:
    """The change that the verb at the head of the clause says: "Giảm số cuộc họp ít nhất 20%"."""
    lead = _MOVE_LEAD.match(folded, begin, quantity.start)
    match = _MOVE.match(folded, lead.end() if lead else begin, quantity.start)
    if match is None or _NEW_GOAL.search(folded, match.end(), quantity.start):
        return None
    offset = match.group("word").find("giam")
    if offset >= 0 and not _written(text, match.start("word") + offset, "giảm"):
        return None
    if match.group("word") == "tang" and not _written(text, match.start(), "tăng"):
        return None
    return "increase" if match.group("word") == "tang" else "decrease"


_CLAUSE_MARK = re.compile(r"[,;:)]\s*(?:(?:va|trong do|rieng)\b,?\s*)?|\s(?:va|trong do|con|rieng)\s")
_NEW_SUBJECT = re.compile(
    r"[,;]\s+(?=(?:va\s+)?(?:trong do|ty le|ti le|ty trong|muc do|chi so|tong|so luong|phan dau|dam bao"
    r"|bao dam|rieng|den nam|den het|nam 20|co it nhat|toi thieu|it nhat|\d{2,3}%|tren \d|tu \d|co \d))"
    r"|\.\s+|\s(?:va|con)\s+(?=(?:toi thieu|it nhat|tren|tu|den nam|dat|\d{1,3}(?:,\d+)?\s?%|100%|ty le"
    r"|ti le|muc do))|\s-\s+"
)


def _nested(folded: str, quantities: list[Quantity], index: int) -> bool:
    """Whether a number only says something inside what the number before it measures.

    "70% phụ nữ được tầm soát ít nhất 4 bệnh", "giảm 10% thời gian đối với 20% thủ tục"
    """
    quantity = quantities[index]
    if index == 0:
        return False
    between = folded[quantities[index - 1].end : quantity.start]
    if re.search(r"[,;.:(]", between):
        return False
    if quantity.kind == "share":
        return re.search(r"\b(?:doi voi|cho|trong so|trong tong so)\s*$", between) is not None
    if quantity.kind != "count" or quantities[index - 1].kind != "share":
        return False
    return len(between.split()) > 1 and not re.search(r"\bva\s*$", between)


def _next_clause(folded: str, floor: int, end: int) -> int:
    """Where the clause of the next number begins, after the number that ends at `floor`."""
    if re.search(r"(?:[,;]|\bva|\bcon)\s*$", folded[floor:end]):
        return end
    mark = _NEW_SUBJECT.search(folded, floor, end)
    if mark:
        # Where several subjects begin, the last one is this number's.
        return [m.end() for m in _NEW_SUBJECT.finditer(folded, floor, end)][-1]
    semicolon = folded.rfind(";", floor, end)
    if semicolon >= 0:
        return semicolon + 1
    comma = _CLAUSE_MARK.search(folded, floor, end)
    return comma.end() if comma else floor


def _right_edge(folded: str, end: int, following: int, length: int) -> int:
    """Where the words that belong to a number stop when another number follows."""
    if following >= length:
        semicolon = folded.find(";", end)
        return semicolon if semicolon >= 0 else length
    semicolon = folded.find(";", end, following)
    if semicolon >= 0:
        return semicolon
    mark = _NEW_SUBJECT.search(folded, end, following + 1)
    if mark:
        return mark.start()
    # The words in front of the next number are its subject: the last comma parts them.
    comma = max(folded.rfind(", ", end, following), folded.rfind(" va ", end, following))
    return comma if comma >= 0 else following


def _times(
    horizons: Horizons,
    quantity: Quantity,
    named: Named,
    begin: int,
    accepted: list[tuple[Quantity, Named, int]],
    frame: Frame,
    folded: str,
) -> tuple[int | None, tuple[int, int] | None, int | None, str | None]:
    """(year, period, maintain_until, baseline) of one number of a sentence; its clause begins at `begin`."""
    starts = [q.start for q, _, _ in accepted]
    after = [s for s in starts if s > quantity.start]
    upper = min(after) if after else len(folded)
    maintain = next((y for y, start, _ in horizons.maintain if quantity.start < start < upper), None)
    baseline = _baseline(horizons, quantity, upper, folded)
    year, period = _horizon(horizons, quantity, named, min(starts), upper, folded)
    # "mỗi năm mở thêm 20 bộ dữ liệu": no single year, except in the plan of one.
    recurring = _YEARLY.search(folded, begin, quantity.end)
    if recurring and not any(h.strong and h.start >= recurring.start() and h.start < upper for h in horizons.years):
        if quantity.change is not None or frame.plan_year is None:
            return None, period or (_only_period(horizons) or frame.period), maintain, baseline
        return frame.year or frame.plan_year, None, maintain, baseline
    if year is None and period is None:
        year = frame.year if frame.year is not None else frame.plan_year
    return year, period, maintain, baseline


_YEARLY = re.compile(r"\b(?:moi nam|hang nam)\b")


def _only_period(horizons: Horizons) -> tuple[int, int] | None:
    return (horizons.periods[0][0], horizons.periods[0][1]) if len(horizons.periods) == 1 else None


def _baseline(horizons: Horizons, quantity: Quantity, upper: int, folded: str) -> str | None:
    for name, start, _ in horizons.baselines:
        if quantity.end <= start < upper:
            return name
    if quantity.change is None:
        return None
    # "giảm 20% số cuộc họp và 30% báo cáo giấy so với năm 2024": one baseline for both.
    semicolon = folded.find(";", quantity.end)
    for name, start, _ in horizons.baselines:
        if start >= upper and (semicolon < 0 or start < semicolon):
            return name
    before = [name for name, start, _ in horizons.baselines if start < quantity.start]
    return before[-1] if before else None


def _horizon(
    horizons: Horizons, quantity: Quantity, named: Named, first: int, upper: int, folded: str
) -> tuple[int | None, tuple[int, int] | None]:
    """The year or the period that the sentence gives the number.

    Where a horizon stands before the first number, each number takes the last one before it,
    otherwise the first one behind it.
    """
    times: list[tuple[int, int, int | None, tuple[int, int] | None]] = []
    strong = any(h.strong for h in horizons.years) or bool(horizons.periods)
    # A year without a preposition counts inside the words of the indicator only ("kế hoạch vốn năm 2026").
    times.extend(
        (h.start, h.end, h.year, None)
        for h in horizons.years
        if h.strong or (not strong and named.start - 25 <= h.start and not _AND_YEAR.match(folded, h.end))
    )
    times.extend((start, end, None, (one, other)) for one, other, start, end in horizons.periods)
    times.sort(key=lambda t: t[0])
    if not times:
        return None, None
    preceding = [t for t in times if t[1] <= quantity.start + 1]
    following = [t for t in times if quantity.end <= t[0] < upper]
    chosen = None
    if times[0][0] < first and preceding:
        chosen = preceding[-1]
        # "Đến năm 2025 đạt 80%, 90% vào năm 2030": a horizon straight behind the number wins.
        if following and following[0][2] is not None and not _break(folded, quantity.end, following[0][0]):
            chosen = following[0]
    elif following:
        chosen = following[0]
    elif preceding:
        chosen = preceding[-1]
    else:
        later = [t for t in times if t[0] > quantity.start]
        if later and ";" not in folded[quantity.end : later[0][0]]:
            chosen = later[0]
    return (chosen[2], chosen[3]) if chosen else (None, None)


_AND_YEAR = re.compile(r"\s*(?:,|va)\s+(?:nam\s+)?20\d\d")


def _break(folded: str, start: int, end: int) -> bool:
    return any(mark in folded[start:end] for mark in (",", ";", "."))


# ---------------------------------------------------------------- the document


def find_targets(document: Document) -> list[Target]:
    """All targets of a parsed document, in reading order; `[start, end)` is the sentence (or the
    table cell) that sets the target, as an exact span of `document.text`."""
    from ingest.extract.target_table import read_table  # it uses Frame and Mode from here

    base = _base_mode(document)
    header = document.header
    report = header.type_code == "BC"
    title = bare(header.title or "")
    law = header.type_code in _RULE_TYPES or _NORMATIVE_NUMBER.match(header.number or "") is not None
    law = law or (
        _RULE_TITLE.search(title) is not None and not re.search(r"\b(?:ke hoach|chuong trinh|de an)\b", title)
    )
    year = (
        plan_year(title)
        if not report and (header.type_code in ("KH", "CTr", "ĐA", "PA", "CT", None) or _PLAN_TITLE.search(title))
        else None
    )
    start_frame = Frame(base, year, year or header.year, None, period_of(title), plan=header.type_code in _PLAN_TYPES)
    sections = _Chains(document.sections)
    locate = _Locator(document)
    targets: list[Target] = []
    frames: dict[int, Frame] = {}  # by section
    intro: tuple[Frame, str, int] | None = None  # frame it gives, its bullet, depth of its section chain
    for block in document.blocks:
        if block.kind in (BlockKind.PAGE_HEADER, BlockKind.PAGE_FOOTER, BlockKind.FOOTNOTE):
            continue
        chain = sections.at(block.start)
        where = id(chain[-1]) if chain else 0
        if where not in frames:
            frames[where] = _frame(start_frame, chain, report, law)
        frame = frames[where]
        if block.table is not None:
            if not block.table.layout and frame.mode > Mode.NONE:
                targets.extend(
                    _target(document, locate, found, start, end) for found, start, end in read_table(block, frame)
                )
            intro = None
            continue
        if locate.furniture(block.start):
            continue
        if intro is not None and (intro[2] != where or not _continues(block, intro[1])):
            intro = None
        introduces = block.text.rstrip().endswith(":")
        if not introduces and not _DIGIT.search(block.text):
            continue
        folded = bare(block.text)
        if intro is not None:
            frame = replace(
                frame,
                mode=min(frame.mode, intro[0].mode) if intro[0].mode == Mode.NONE else frame.mode,
                year=intro[0].year or frame.year,
                period=intro[0].period or frame.period,
                goal=intro[0].goal or frame.goal,
                base=intro[0].base,
            )
        if frame.mode > Mode.NONE:
            for start, end, found in _read_block(block.text, folded, frame):
                targets.append(_target(document, locate, found, block.start + start, block.start + end))
        if introduces:
            intro = (_introduce(block.text, folded, frame), _bullet(block.text), where)
    return targets


def _read_block(text: str, folded: str, frame: Frame) -> Iterator[tuple[int, int, Found]]:
    """(start, end, found) for each target of a paragraph: its sentence, or in a long one its clause."""
    if frame.mode == Mode.NONE or not (_DIGIT if frame.mode == Mode.OPEN else _QUICK).search(folded):
        return
    # Line breaks inside a paragraph part no sentence.
    flat = text.replace("\n", " ")
    for start, end in sentence_spans(flat):
        sentence = folded[start:end]
        for found in read_sentence(flat[start:end], frame, sentence):
            first, last = start, end
            if end - start > 450:
                semicolon = sentence.rfind(";", 0, found.quantity.start) + 1
                closing = sentence.find(";", found.quantity.end)
                first = start + min(semicolon, found.start)
                last = start + closing if closing >= 0 else end
                while first < last and text[first] in " \n":
                    first += 1
            yield first, last, found


_BULLET_MARK = re.compile(r"\s*([-+*•–—]|\(?\d{1,2}(?:\.\d+)*[.)]|\(?[a-zđ]{1,2}\))")


def _bullet(text: str) -> str:
    """The kind of bullet a paragraph begins with: "-", "+", "1", "a" or ""."""
    match = _BULLET_MARK.match(text)
    if match is None:
        return ""
    mark = match.group(1)
    return "1" if any(c.isdigit() for c in mark) else mark if len(mark) == 1 and not mark.isalpha() else "a"


def _continues(block: Block, bullet: str) -> bool:
    """Whether a block belongs to the list that a line with this bullet introduced."""
    own = _bullet(block.text)
    return own != "" and own != bullet


def _introduce(text: str, folded: str, frame: Frame) -> Frame:
    """What a line that ends in ":" says of the items below it."""
    horizons = find_horizons(text, folded)
    strong = [h for h in horizons.years if h.strong] or horizons.years
    goal = _goal_written(text, folded, 0, len(folded))
    mode = frame.mode
    if not goal and (
        _RESULT.search(folded)
        or _after_done(text, folded, 0, len(folded))
        or re.search(r"\bket qua (?:thuc hien|dat)", folded)
        or _CONDITION.search(folded)
    ):
        mode = Mode.NONE
    start, end = clean_left(folded, 0, len(folded))
    subject = folded[start:end].strip(" :")
    name = " ".join(text[start:end].split()).strip(" :")
    is_subject = re.match(r"(?:ty le|ti le|ty trong|muc do|chi so)\b", subject) is not None and len(name) < 200
    period = (horizons.periods[-1][0], horizons.periods[-1][1]) if horizons.periods else None
    return replace(
        frame,
        mode=mode,
        goal=goal,
        year=strong[-1].year if strong else frame.year,
        period=period or frame.period,
        base=name if is_subject else None,
    )


_HEADING_YEAR = re.compile(r"\b(?:den|trong|vao|cuoi|het)?\s*nam 20\d\d|\b(?:den|trong) 20\d\d")


def _frame(start: Frame, chain: list[Section], report: bool, law: bool = False) -> Frame:
    mode = (
        _chain_mode(chain, start.mode, report, law) if chain else (Mode.NONE if report else min(start.mode, Mode.CUED))
    )
    year, period = start.year, start.period
    for section in chain:
        if len(section.heading) > 200:
            continue
        heading = bare(section.heading)
        if "20" in heading:
            horizons = find_horizons(section.heading, heading)
            if horizons.periods:
                period, year = (horizons.periods[-1][0], horizons.periods[-1][1]), None
            if horizons.years:
                # "năm 2026 và định hướng đến năm 2030" says two: neither is sure, the first is nearer.
                year = horizons.years[0].year
    kinds = [s.kind for s in chain if s.kind != SectionKind.OTHER]
    duty = bool(kinds) and kinds[-1] in (SectionKind.TASK, SectionKind.RESPONSIBILITY) and not report
    return replace(start, mode=mode, year=year, period=period, duty=duty)


class _Chains:
    """Sections that hold a position, root first."""

    def __init__(self, sections: list[Section]) -> None:
        self._starts: list[int] = []
        self._chains: list[list[Section]] = []

        def visit(section: Section, above: list[Section]) -> None:
            chain = [*above, section]
            self._starts.append(section.start)
            self._chains.append(chain)
            for child in section.children:
                visit(child, chain)

        for section in sections:
            visit(section, [])

    def at(self, position: int) -> list[Section]:
        index = bisect_right(self._starts, position) - 1
        if index < 0:
            return []
        chain = self._chains[index]
        while chain and chain[-1].end <= position:
            chain = chain[:-1]
        return chain


class _Locator:
    """Passage, section path and page of a position."""

    def __init__(self, document: Document) -> None:
        self._passages = sorted(document.passages, key=lambda p: p.start)
        self._starts = [p.start for p in self._passages]
        self._page_at = document.page_at

    def passage(self, position: int) -> int | None:
        index = bisect_right(self._starts, position) - 1
        return index if index >= 0 else None

    def furniture(self, position: int) -> bool:
        index = self.passage(position)
        return index is not None and self._passages[index].furniture and position < self._passages[index].end

    def describe(self, position: int) -> tuple[int | None, list[str], int]:
        index = self.passage(position)
        page = self._page_at(position)
        if index is None:
            return None, [], page
        passage = self._passages[index]
        return passage.ordinal, list(passage.section_path), page


def _target(document: Document, locate: _Locator, found: Found, start: int, end: int) -> Target:
    quantity = found.quantity
    passage, path, page = locate.describe(start)
    return Target(
        indicator=found.indicator,
        comparator=quantity.comparator,
        value=quantity.value,
        value_to=quantity.value_to,
        unit=quantity.unit,
        change=quantity.change,
        baseline=found.baseline,
        year=found.year,
        period=found.period,
        maintain_until=found.maintain_until,
        text=document.text[start:end],
        section_path=path,
        page=page,
        start=start,
        end=end,
        passage=passage,
    )
