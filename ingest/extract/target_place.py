"""Where a document lets a number count as a target, and what the place says of its time."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import lru_cache

from ingest.extract.horizon import find_horizons, period_of, plan_year
from ingest.extract.quantity import bare
from ingest.models import Document, Section, SectionKind


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
    topic: str | None = None  # indicator that the heading or the title names, for sentences that name none
    group: str | None = None  # of whom the heading or the introducing line speaks: "UBND các xã, phường"
    norm: bool = False  # a set of criteria by which something is recognised: its columns "Chỉ tiêu" set conditions
    dated: bool = False  # the year is that of a line above, not of the sentence before
    staged: bool = False  # the period is that of a heading or an introducing line, not of the title


_GOAL_HEADING = re.compile(r"\b(?:muc tieu|phan dau|tam nhin (?:den|nam))\b|\bchi tieu\b(?! (?:bien che|tuyen))")
_NO_TARGET_HEADING = re.compile(
    r"""\b(?:khen\ thuong|bang\ khen|giay\ khen|danh\ hieu|tieu\ chuan|cham\ diem|thang\ diem|tinh\ diem
    |tieu\ chi\ (?:danh\ gia|cham|thi\ dua|xet)
    |ket\ qua\ (?:thuc\ hien|dat\ duoc|da\ dat)|ket\ qua.*(?:muc\ tieu|chi\ tieu)|ton\ tai,?\ han\ che|thuc\ trang
    |tinh\ hinh\ (?:thuc\ hien|chung)|kinh\ phi|^\W*(?:[\w.]{1,5}[.)]?\s)?can\ cu
    |cach\ thuc\ xep\ hang|xep\ loai|phuong\ phap\ (?:danh\ gia|tinh)|giai\ thich\ tu\ ngu|danh\ gia\ (?:chung
    |ket\ qua|tinh\ hinh|viec))\b
    |^\W*(?:[\w.]{1,8}[.)]\s*)?(?:diem\ (?:manh|yeu)|thuan\ loi|kho\ khan|thach\ thuc|moi\ truong\ ben)\b""",
    re.VERBOSE,
)
_FUTURE_HEADING = re.compile(
    r"\b(?:phuong huong|muc tieu|nhiem vu.*(?:nam|quy|thang|thoi gian toi|trong tam)|trong tam"
    r"|thoi gian toi|chi tieu|ke hoach)\b"
)
# "II. Đánh giá tình hình thực hiện kế hoạch giai đoạn 2021 - 2025", without what comes next
_REVIEWS = re.compile(
    r"\W*(?:[\w.]{1,8}[.)]\s*)?(?:danh gia|kiem diem|khai quat|so ket|tong ket|nhin lai)\b"
    r"(?!.*\b(?:muc tieu\b(?! giai doan| nam)|phuong huong|nhiem vu (?:nam|trong tam|thoi gian toi)|giai phap)\b)"
)
# An item with a label of its own is a section whose heading is the demand itself: "1. Tỷ lệ xã đạt tiêu chuẩn: 80%".
_ITEM_HEADING = re.compile(
    r"\d\s?%|\b(?:toi thieu|it nhat|khong qua|toi da|khoang|dat|tren|duoi|tang|giam|nhom|top|co)\s+\d|\d+ bac\b"
)
_GOALS_ONLY = re.compile(
    r"\W*(?:[ivx]+[.)]|\d+(?:\.\d+)*[.)]?|[a-z][.)])?\s*(?:cac |mot so |he thong |nhung )?(?:muc tieu|chi tieu)\b"
    r"(?!.*\b(?:nhiem vu|giai phap|bien che|tuyen|ket qua|noi dung)\b)"
)
_NO_TARGET_KINDS = frozenset(
    [SectionKind.SITUATION, SectionKind.LEGAL_BASIS, SectionKind.RECIPIENTS, SectionKind.FUNDING]
)
_PLAN_TITLE = re.compile(
    r"\b(?:ke hoach|chuong trinh|de an|phat dong|phong trao|chien luoc|muc tieu|chi tieu|giao nhiem vu"
    r"|tang cuong|day manh|phuong huong)\b"
)
_PLANNED = re.compile(
    r"\b(?:ke hoach|chuong trinh|de an|chien luoc)\b(?!.*\bnghi quyet so\b)|\b(?:giao|muc tieu,?) chi tieu\b"
    r"|\bphat trien kinh te\b"
)
# What a title of any type says is done in its year; and what tells of a year that is over.
_YEAR_OF_WORK = re.compile(
    r"\b(?:phat trien|trien khai|thuc hien|nhiem vu|cong tac|nang cao|cai thien|cai cach|xay dung|nang hang)\b"
)
_LOOKS_BACK = re.compile(r"\b(?:tong ket|so ket|ket qua|danh gia|kiem diem|rut kinh nghiem|cong bo|phien hop)\b")
_RULE_TITLE = re.compile(
    r"\b(?:quy dinh|quy che|dieu le|bang gia|dinh muc|muc (?:thu|gia|chi|ho tro|phan bo)|le phi"
    r"|phan bo ngan sach|bieu phi)\b"
)
_RULE_TYPES = frozenset(["L", "LUẬT", "NĐ", "TT", "TTLT", "PL", "HP", "VBHN", "QC", "QyC", "QyĐ", "PLC"])
_PLAN_TYPES = frozenset(["KH", "CTr", "ĐA", "CT"])
_PLAN_KINDS = frozenset([SectionKind.TARGET, SectionKind.RESPONSIBILITY])
_NORMATIVE_NUMBER = re.compile(r"\d+/20\d\d/")


# A text without a type that tells what is striven for.
_AIMS = re.compile(r"\b(?:phan dau|dat muc tieu|muc tieu)\b")


def _plans(title: str) -> bool:
    """Whether a title (bare form) is that of a plan, even of one that a council resolves."""
    return _PLANNED.search(title) is not None and _RULE_TITLE.search(title) is None


def _goals_alone(code: str, title: str) -> bool:
    """Whether a file is an appendix of goals: "Phụ lục. Danh mục các chỉ tiêu cụ thể"."""
    return code == "PLC" and _GOAL_HEADING.search(title) is not None and _RULE_TITLE.search(title) is None


def _base_mode(document: Document) -> Mode:
    """The most that any section of this document allows outside sections of goals."""
    header = document.header
    title = bare(header.title or "")
    code = header.type_code or ""
    if re.search(r"\bcham diem\b|\bcong bo\b.*\b(?:chi so|xep hang|ket qua)\b", title):
        return Mode.NONE
    if _goals_alone(code, title):
        return Mode.CUED
    if code in _RULE_TYPES or (_NORMATIVE_NUMBER.match(header.number or "") and not _plans(title)):
        return Mode.STRICT
    if code == "BC":
        return Mode.NONE
    if not re.search(r"\bke hoach\b", title) and (
        _RULE_TITLE.search(title) or (code == "QĐ" and not _PLAN_TITLE.search(title))
    ):
        return Mode.STRICT
    if not code and not _PLAN_TITLE.search(title) and not any(s.kind in _PLAN_KINDS for s in document.sections):
        return Mode.STRICT  # neither its type nor its outline says that it plans anything
    return Mode.CUED


_bare = lru_cache(maxsize=4096)(bare)  # a heading is looked at for each of the sections below it


# A heading that names what is measured is none of tasks: "b) Tỷ lệ hồ sơ công việc được xử lý trên mạng:".
_MEASURE_HEADING = re.compile(r"\W*(?:[a-z]\)|\d+(?:\.\d+)*[.)]?)?\s*(?:ty le|ti le|ty trong|chi so|muc do|so luong)\b")


def _chain_mode(chain: list[Section], base: Mode, report: bool, law: bool = False) -> Mode:
    """Mode of the place whose sections, root first, are `chain`: the deepest heading that decides wins.

    `law`: a regulation, where even a section of goals sets rules; a decision's goals are goals.
    """
    if base == Mode.NONE and not report:
        return Mode.NONE
    chain = _above_items(chain)
    ceiling = Mode.OPEN
    if report:
        # A report sets targets only where it turns to the year ahead.
        if not any(_FUTURE_HEADING.search(_bare(s.heading)) and s.kind not in _NO_TARGET_KINDS for s in chain):
            return Mode.NONE
        base = Mode.CUED
    if any(s.kind == SectionKind.SITUATION and _REVIEWS.match(_bare(s.heading)[:160]) for s in chain):
        return Mode.NONE  # "1.2. Mục tiêu nâng cao chất lượng" below it says what was reached
    ahead = False  # a section below looks forward, whatever its chapter tells besides
    for position, section in enumerate(reversed(chain)):
        heading = _bare(section.heading)[:160]
        # A chapter may name awards among other things ("Nội dung thi đua, tiêu chí, khen thưởng").
        barred = _NO_TARGET_HEADING.search(heading)
        if barred and (barred.start() <= 20 or (position == 0 and len(heading) <= _RUN_IN)):
            return Mode.NONE
        if (
            _GOAL_HEADING.search(heading)
            and len(heading) < 120
            and (position == 0 or (ceiling == Mode.OPEN and _GOALS_ONLY.match(heading)))
        ):
            return Mode.STRICT if law else Mode.OPEN
        if section.kind in _NO_TARGET_KINDS:
            if section.kind == SectionKind.FUNDING and position == 0 and any(s.kind == SectionKind.TASK for s in chain):
                ceiling = base  # "2.2. Tập trung nguồn lực ..." among the tasks
                continue
            if section.kind == SectionKind.SITUATION and ahead and _FUTURE_HEADING.search(heading):
                continue  # "II. Tình hình tháng 4; phương hướng, nhiệm vụ tháng 5"
            return Mode.NONE
        ahead = ahead or (section.kind == SectionKind.TASK and _FUTURE_HEADING.search(heading) is not None)
        if section.kind == SectionKind.TARGET and ceiling == Mode.OPEN:
            # Above it nothing but awards and results could forbid it.
            if any(_NO_TARGET_HEADING.search(_bare(s.heading)[:160]) for s in chain[: len(chain) - 1 - position]):
                return Mode.NONE
            return Mode.STRICT if law else Mode.OPEN
        if section.kind != SectionKind.OTHER and not _MEASURE_HEADING.match(heading):
            ceiling = base
    return min(ceiling, base)


_RUN_IN = 100  # characters; a longer heading is a sentence, which may speak of means and standards besides


def _above_items(chain: list[Section]) -> list[Section]:
    """`chain` without the sections at its end that are items of a list: their heading is the demand itself."""
    while chain:
        heading = _bare(chain[-1].heading)[:160]
        barred = _NO_TARGET_HEADING.search(heading)
        goals = len(chain) > 1 and _GOALS_ONLY.match(_bare(chain[-2].heading)[:160]) is not None
        if not _ITEM_HEADING.search(heading) or (barred and barred.start() <= 20 and not goals):
            break
        chain = chain[:-1]
    return chain


_TOPIC = re.compile(
    r"\b(?:chi so|ty le|ti le|muc do hai long|thu hang|par index|sipas|papi|pci|ddci|dti|pgi)\b.*?"
    r"(?=\s+(?:nam|giai doan|thoi ky|trong|den)\s+(?:nam\s+)?20\d\d|\s*[:;.]|\s*$)"
)


def _topic(written: str, folded: str, anywhere: bool = False) -> str | None:
    """The indicator that a heading or, `anywhere` in it, a title names.

    >>> _topic("2. Chỉ số SIPAS năm 2026", "2. chi so sipas nam 2026")
    'Chỉ số SIPAS'
    """
    match = _TOPIC.search(folded)
    if match is None or (not anywhere and re.search(r"[a-z]{2}", folded[: match.start()])):
        return None
    name = " ".join(written[match.start() : match.end()].split()).strip(" -–,")
    return name if 3 <= len(name) <= 160 and not re.search(r"\d\s?%", name) else None


# "Đối với các sở, ngành:", "2. Đối với UBND cấp xã", "a) Cấp tỉnh:": of whom what follows is demanded.
_WHOSE = re.compile(
    r"(?:\W|\d+(?:\.\d+)*[.)]|[a-zđ]\)|[ivx]+\.)*(?:(?:riêng|đối với|tại|ở)\s+)*(?P<whose>[^:;.%\d]{4,90}?)\s*(?::|$)"
)
_WHOSE_WORDS = frozenset(
    re.findall(
        r"\w+",
        """các sở ban ngành ubnd cấp tỉnh xã huyện phường đặc khu thị trấn thành phố cơ quan đơn vị
        địa phương chuyên môn thuộc trực khối vực đô nông thôn và trên bàn sự nghiệp công lập hành chính bộ đoàn thể
        trung ương""",
    )
)


def whose(text: str) -> str | None:
    """Of whom a heading or the opening of a line speaks, if it names kinds of units or a level and nothing else.

    >>> whose("2. Đối với UBND các xã, phường:")
    'UBND các xã, phường'
    >>> whose("Cấp tỉnh phấn đấu:"), whose("Sở Tài chính:"), whose("Xã hội số")
    (None, None, None)
    """
    match = _WHOSE.match(text.lower())
    words = re.findall(r"\w+", re.sub(r"(?:ủy|uỷ) ban nhân dân", "ubnd", match.group("whose"))) if match else []
    if match is None or not 2 <= len(words) <= 14 or any(word not in _WHOSE_WORDS for word in words):
        return None
    return " ".join(text[match.start("whose") : match.end("whose")].split()).strip(" ,-–")


# "được công nhận đạt chuẩn khi đáp ứng các tiêu chí sau", with or without marks
_RECOGNISED = re.compile(
    r"c[ôo]ng nh[ậa]n\b[^.;\n]{0,120}\b[đd][ạa]t (?:chu[ẩa]n|(?:c[áa]c |b[ộo] )?ti[êe]u ch[íi])", re.IGNORECASE
)
_STRIVES = re.compile(r"\bph[ấa]n [đd][ấa]u\b", re.IGNORECASE)


def _sets_conditions(document: Document, title: str) -> bool:
    """Whether a document is a set of criteria for recognition and speaks of no goal of its own; a plan never is."""
    return (
        "tieu chi" in title
        and document.header.type_code not in _PLAN_TYPES
        and re.search(r"\bke hoach\b", title) is None
        and _RECOGNISED.search(document.text) is not None
        and _STRIVES.search(document.text) is None
    )


_PRODUCTION = re.compile(
    r"(?:^|\bke hoach )\W*(?:to chuc )?(?:san xuat|gieo trong)\b(?! (?:kinh doanh|thu ))"
    r"|\bsan xuat (?:nong nghiep|trong trot|vu|chan nuoi|lam nghiep|thuy san)\b.*\b(?:vu|nam)\b"
)


# Sections of a plan of production that say how, and by whom.
_MEANS = re.compile(r"\b(?:giai phap|nhiem vu|to chuc thuc hien|phan cong|trach nhiem|kinh phi|bien phap)\b")


class Places:
    """What each section of a document says of the targets in it."""

    def __init__(self, document: Document) -> None:
        header = document.header
        title = bare(header.title or "")
        self._report = header.type_code == "BC"
        self._law = not _goals_alone(header.type_code or "", title) and (
            header.type_code in _RULE_TYPES
            or (_NORMATIVE_NUMBER.match(header.number or "") is not None and not _plans(title))
            or (_RULE_TITLE.search(title) is not None and not re.search(r"\b(?:ke hoach|chuong trinh|de an)\b", title))
        )
        planned = (
            header.type_code in ("KH", "CTr", "ĐA", "PA", "CT", None)
            or _PLAN_TITLE.search(title) is not None
            or (_YEAR_OF_WORK.search(title) is not None and not self._law)
        )
        year = plan_year(title) if planned and not self._report and not _LOOKS_BACK.search(title) else None
        norm = _sets_conditions(document, title)
        base = _base_mode(document)
        self._start = Frame(
            min(base, Mode.STRICT) if norm else base,
            year,
            year or header.year,
            None,
            period_of(title),
            plan=header.type_code in _PLAN_TYPES
            or (not self._law and not self._report and _plans(title))
            or (not header.type_code and _AIMS.search(title) is not None),
            topic=_topic(header.title or "", title, anywhere=True),
            norm=norm,
        )
        # A plan of production has no heading of goals: its amounts are the plan.
        self._produces = header.type_code == "KH" and _PRODUCTION.search(title) is not None
        self._chains = _Chains(document.sections)
        self._frames: dict[int, Frame] = {}  # by section

    def at(self, position: int) -> tuple[Frame, int]:
        """The frame of a position and a key of its section."""
        chain = self._chains.at(position)
        key = id(chain[-1]) if chain else 0
        frame = self._frames.get(key)
        if frame is None:
            frame = _section_frame(self._start, chain, self._report, self._law)
            if self._produces and frame.mode == Mode.CUED and not any(_MEANS.search(_bare(s.heading)) for s in chain):
                frame = replace(frame, mode=Mode.OPEN)
            self._frames[key] = frame
        return frame, key


@lru_cache(maxsize=4096)  # a heading is looked at for each of the sections below it
def _heading_says(heading: str) -> tuple[str | None, str | None, int | None, tuple[int, int] | None]:
    """(indicator, of whom, year, period) that a heading names."""
    folded = _bare(heading)
    year: int | None = None
    period: tuple[int, int] | None = None
    if "20" in folded:
        horizons = find_horizons(heading, folded)
        if horizons.periods:
            period = (horizons.periods[-1][0], horizons.periods[-1][1])
        if horizons.years:
            # "năm 2026 và định hướng đến năm 2030" says two: neither is sure, the first is nearer.
            year = horizons.years[0].year
    return _topic(heading, folded), whose(heading), year, period


def _section_frame(start: Frame, chain: list[Section], report: bool, law: bool = False) -> Frame:
    group: str | None = None
    mode = (
        _chain_mode(chain, start.mode, report, law) if chain else (Mode.NONE if report else min(start.mode, Mode.CUED))
    )
    year, period, staged, topic = start.year, start.period, False, start.topic
    for section in chain:
        if len(section.heading) > 200:
            continue
        own_topic, own_group, own_year, own_period = _heading_says(section.heading)
        topic, group = own_topic or topic, own_group or group
        if own_period is not None:
            period, year, staged = own_period, None, True
        year = own_year or year
    kinds = [s.kind for s in chain if s.kind != SectionKind.OTHER and not _MEASURE_HEADING.match(_bare(s.heading))]
    duty = bool(kinds) and kinds[-1] in (SectionKind.TASK, SectionKind.RESPONSIBILITY) and not report
    if duty:
        group = None  # a unit as heading of its duties
    return replace(start, mode=mode, year=year, period=period, duty=duty, staged=staged, topic=topic, group=group)


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
