"""What a line that introduces a list says of the items below it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingest.extract.horizon import find_horizons
from ingest.extract.indicator_subject import clean_left
from ingest.extract.quantity import bare
from ingest.extract.target_place import Frame, Mode, whose
from ingest.extract.target_proof import CONDITION, RESULT, after_done, goal_written, said

_BULLET_MARK = re.compile(r"\s*([-+*•–—]|\(?\d{1,2}(?:\.\d+)*[.)]|\(?[a-zđ]{1,2}\))")


def bullet_of(text: str) -> str:
    """The kind of bullet a paragraph begins with: "-", "+", "1", "a" or ""."""
    match = _BULLET_MARK.match(text)
    if match is None:
        return ""
    mark = match.group(1)
    return "1" if any(c.isdigit() for c in mark) else mark if len(mark) == 1 and not mark.isalpha() else "a"


@dataclass(slots=True)
class Introduced:
    """What a line that ends in ":" says of the items below it, and how far they reach."""

    frame: Frame
    bullet: str
    section: int
    timed: bool  # it sets goals for a time of its own: paragraphs without bullets may be its items, too
    flat: bool | None = None  # the items have no bullets; None before the first item

    def holds(self, text: str, section: int, silent: bool) -> bool:
        """Whether the line `text` is one of the items; `silent`: it has no number."""
        own = bullet_of(text)
        if section != self.section:
            return False
        if own not in ("", self.bullet):
            self.flat = self.flat or False
            return not self.flat
        if own or not self.timed or silent or self.flat is False:
            return False
        self.flat = True
        return True


_LONG = 250  # characters


def introduce(text: str, folded: str, frame: Frame) -> Frame:
    """What a line that ends in ":" says of the items below it."""
    # A long introduction names what it rests on; its own time stands in its last clause.
    last = folded.rfind(";") + 1 if len(text) > _LONG else 0
    horizons = find_horizons(text[last:], folded[last:])
    label = folded.find(":", 0, _LONG // 2)
    if last and label > 0 and not (horizons.years or horizons.periods):
        horizons = find_horizons(text[:label], folded[:label])  # "Mục tiêu giai đoạn 2022 - 2025: ...; ..., cụ thể:"
    strong = [h for h in horizons.years if h.strong] or ([] if horizons.periods else horizons.years)
    goal = goal_written(text, folded, 0, len(folded))
    mode = frame.mode
    if not goal and (
        said(RESULT.search(folded), text)
        or after_done(text, folded, 0, len(folded))
        or re.search(r"\bket qua (?:thuc hien|dat)", folded)
        or CONDITION.search(folded)
    ):
        mode = Mode.NONE
    start, end = clean_left(folded, 0, len(folded))
    subject = folded[start:end].strip(" :")
    name = " ".join(text[start:end].split()).strip(" :")
    # A line with a number of its own ("... đạt 78%, trong đó:") is named by that.
    valued = re.search(r"\d", re.sub(r"20\d\d", "", name)) is not None
    is_subject = _MEASURED.match(subject) is not None and len(name) < 200 and not valued
    period = (horizons.periods[-1][0], horizons.periods[-1][1]) if horizons.periods else None
    if mode == Mode.CUED and goal and len(text) < 160 and _GOALS_LISTED.match(folded):
        mode = Mode.OPEN
    return replace(
        frame,
        mode=mode,
        goal=goal,
        year=strong[-1].year if strong else None if period else frame.year,
        period=period or frame.period,
        staged=frame.staged or period is not None,
        base=name if is_subject else None,
        group=(whose(text) if frame.mode == Mode.OPEN else None) or frame.group,
    )


_MEASURED = re.compile(
    r"""(?:ty\ le|ti\ le|ty\ trong|ti\ trong|muc\ do|chi\ so|co\ cau\ (?:kinh\ te|lao\ dong|nganh|cay|von|thu|gia)
    |toc\ do\ tang|san\ luong|dien\ tich|nang\ suat|tong\ dan|kim\ ngach)\b""",
    re.VERBOSE,
)


# "Một số chỉ tiêu cụ thể:", "Phấn đấu hoàn thành các mục tiêu sau:": a list of goals, whatever section it stands in.
_GOALS_LISTED = re.compile(
    r"""(?:\W|\d+(?:\.\d+)*[.)]|[a-z]\))*(?:
      (?:cac|mot\ so|nhung|he\ thong)?\s*(?:muc\ tieu|chi\ tieu)\b
    | [^:]*\b(?:phan\ dau|dat|hoan\ thanh|thuc\ hien)\b[^:]*\b(?:cac|mot\ so|nhung)\ (?:muc\ tieu|chi\ tieu)\b[^:]*\bsau
    )(?![^:]*\b(?:bien\ che|tuyen|kiem\ tra|nhiem\ vu|giai\ phap|cham|ket\ qua)\b)""",
    re.VERBOSE,
)

# Words of a line that says nothing but for when the goals below it are set.
_STAGE_WORDS = frozenset(
    re.findall(
        r"\w+",
        """muc tieu chi cu the tong quat chung den nam tam nhin dinh huong phan dau giai doan thoi ky ve cac mot so
        chu yeu het cuoi trong va tiep theo la gom nhu sau dat duoc co ban chinh doi voi toi vao nhung nhiem vu""",
    )
)


@dataclass(slots=True)
class Stage:
    """The horizon that a line of its own ("- Năm 2026:", "Mục tiêu đến năm 2030") gives the lines below it."""

    year: int | None
    period: tuple[int, int] | None
    goal: bool
    bullet: str
    section: int
    flat: bool | None = None  # the items have the bullet of the line itself; None before the first item

    def holds(self, text: str, section: int) -> bool:
        """Whether the line `text` still stands under this one."""
        if section != self.section:
            return False
        same = self.bullet != "" and bullet_of(text) == self.bullet
        if self.flat is None:
            self.flat = same
        return self.flat or not same

    def apply(self, frame: Frame) -> Frame:
        """`frame` with this horizon, open where the line itself speaks of goals ("Mục tiêu đến năm 2030:")."""
        if self.goal and frame.mode == Mode.CUED:
            frame = replace(frame, mode=Mode.OPEN)
        if self.year is not None:
            return replace(frame, year=self.year, goal=self.goal or frame.goal, dated=True)
        return replace(frame, year=None, period=self.period, staged=True, goal=self.goal or frame.goal)


def find_stage(text: str, section: int) -> Stage | None:
    """The stage that a line begins, if it is such a line.

    >>> find_stage("- Mục tiêu cụ thể đến năm 2030:", 0).year, find_stage("Giai đoạn 2026 - 2030", 0).period
    (2030, (2026, 2030))
    >>> find_stage("- Tỷ lệ hồ sơ trực tuyến đến năm 2030:", 0)
    """
    if len(text) > 110 or "20" not in text or "%" in text:
        return None
    folded = bare(text)
    mark = _BULLET_MARK.match(text)
    words = re.findall(r"[a-z]+", folded[mark.end() if mark else 0 :])
    if any(word not in _STAGE_WORDS for word in words):
        return None
    horizons = find_horizons(text, folded)
    goal = goal_written(text, folded, 0, len(folded))
    if horizons.periods and not any(h.strong for h in horizons.years):
        return Stage(None, (horizons.periods[0][0], horizons.periods[0][1]), goal, bullet_of(text), section)
    if horizons.years:
        return Stage(horizons.years[0].year, None, goal, bullet_of(text), section)
    return None
