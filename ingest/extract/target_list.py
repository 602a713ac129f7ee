"""What a line that introduces a list says of the items below it."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.extract.horizon import find_horizons
from ingest.extract.indicator import clean_left
from ingest.extract.target_place import Frame, Mode
from ingest.extract.target_proof import CONDITION, RESULT, after_done, goal_written

_BULLET_MARK = re.compile(r"\s*([-+*•–—]|\(?\d{1,2}(?:\.\d+)*[.)]|\(?[a-zđ]{1,2}\))")


def bullet_of(text: str) -> str:
    """The kind of bullet a paragraph begins with: "-", "+", "1", "a" or ""."""
    match = _BULLET_MARK.match(text)
    if match is None:
        return ""
    mark = match.group(1)
    return "1" if any(c.isdigit() for c in mark) else mark if len(mark) == 1 and not mark.isalpha() else "a"


def continues(text: str, bullet: str) -> bool:
    """Whether a block belongs to the list that a line with this bullet introduced."""
    own = bullet_of(text)
    return own != "" and own != bullet


def introduce(text: str, folded: str, frame: Frame) -> Frame:
    """What a line that ends in ":" says of the items below it."""
    horizons = find_horizons(text, folded)
    strong = [h for h in horizons.years if h.strong] or horizons.years
    goal = goal_written(text, folded, 0, len(folded))
    mode = frame.mode
    if not goal and (
        RESULT.search(folded)
        or after_done(text, folded, 0, len(folded))
        or re.search(r"\bket qua (?:thuc hien|dat)", folded)
        or CONDITION.search(folded)
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
