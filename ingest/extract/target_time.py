"""The time of one number of a sentence that may name several: year, period, until when it is kept, baseline."""

from __future__ import annotations

import re

from ingest.extract.horizon import Horizons
from ingest.extract.named import Named
from ingest.extract.quantity import Quantity
from ingest.extract.target_place import Frame


def times_of(
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
    if maintain is None and quantity.start == min(starts):  # "Duy trì đến năm 2030 tỷ lệ hồ sơ trễ hạn dưới 1%"
        maintain = next((y for y, start, _ in horizons.maintain if start < quantity.start), None)
    baseline = _baseline(horizons, quantity, upper, folded)
    again = quantity.kind == "share" and any(q.start == upper and n.name == named.name for q, n, _ in accepted)
    year, period = _horizon(horizons, quantity, named, min(starts), upper, folded, again)
    # "mỗi năm mở thêm 20 bộ dữ liệu": no single year, except in the plan of one.
    recurring = _YEARLY.search(folded, begin, quantity.end)
    if recurring and not any(h.strong and h.start >= recurring.start() and h.start < upper for h in horizons.years):
        if quantity.change is not None or frame.plan_year is None:
            period = period or _only_period(horizons) or frame.period
            return (frame.year if period is None and frame.plan_year is None else None), period, maintain, baseline
        return frame.year or frame.plan_year, None, maintain, baseline
    if year is None and period is None and frame.year is None and _THIS_YEAR.search(folded, begin, upper):
        return frame.plan_year or frame.reference, None, maintain, baseline
    if year is None and period is None:
        if frame.year is None and (frame.staged or (frame.plan and frame.plan_year is None)):
            return None, frame.period, maintain, baseline  # the period of a heading, or of a plan's title
        year = frame.year if frame.year is not None else frame.plan_year
    return year, period, maintain, baseline


# "đạt 75% vào cuối năm" of a report of the third quarter
_THIS_YEAR = re.compile(r"\b(?:vao|den|truoc) (?:het |cuoi )nam(?! (?:20|hoc|\d))\b")
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
    before = [(name, start, end) for name, start, end in horizons.baselines if start < quantity.start]
    if not before:
        return None
    name, start, end = before[-1]
    # "A giảm 10% so với năm 2021, số B tăng 02 đơn vị": what stands behind a number is that number's alone.
    own = _NUMBER_BEFORE.search(folded, max(folded.rfind(";", 0, start), 0), start)
    return None if own and not _SAME_AGAIN.fullmatch(folded, end, quantity.start) else name


_NUMBER_BEFORE = re.compile(r"(?<![\d/])(?!20\d\d\b)\d[\d.,]*\s*(?:%|[a-z])[^;]*$")
_SAME_AGAIN = re.compile(r"\s*(?:,|va|,\s*va)\s*(?:(?:cung|deu|dong thoi)\s+)?")


def _horizon(
    horizons: Horizons, quantity: Quantity, named: Named, first: int, upper: int, folded: str, again: bool
) -> tuple[int | None, tuple[int, int] | None]:
    """The year or the period that the sentence gives the number.

    `again`: the next number is another value of the same indicator.
    Where a horizon stands before the first number, each number takes the last one before it,
    otherwise the first one behind it.
    """
    times: list[tuple[int, int, int | None, tuple[int, int] | None]] = []
    strong = any(h.strong for h in horizons.years) or bool(horizons.periods)
    # A year without a preposition counts inside the words of the indicator only ("kế hoạch vốn năm 2026").
    times.extend(
        (h.start, h.end, h.year, None)
        for h in horizons.years
        if h.strong
        or (not strong and named.start - 25 <= h.start and not _AND_YEAR.match(folded, h.end))
        or (h.start >= quantity.end and not folded[quantity.end : h.start].strip())  # "tăng 5 bậc năm 2027"
        # "97% trẻ em học xong tiểu học năm 2025 và đạt 99% vào năm 2030"
        or (quantity.end <= h.start and upper < len(folded) and _AND_MORE.fullmatch(folded, h.end, upper))
    )
    times.extend((start, end, None, (one, other)) for one, other, start, end in horizons.periods)
    if quantity.base is not None:  # "từ 60% năm 2025 lên 80%": that year is the baseline's
        times = [t for t in times if not quantity.start <= t[0] < quantity.number]
    times.sort(key=lambda t: t[0])
    if not times:
        return None, None
    following = [t for t in times if quantity.end <= t[0] < upper]
    if following and upper < len(folded) and _OWN_TIME.fullmatch(folded, following[-1][1], upper):
        # "60% trường học, đến năm 2027 đạt 100%": that year is the next number's
        last = following[-1]
        if re.search(r"[,;]\s*(?:va\s+|phan dau\s+)?$|\bva\s+$", folded[quantity.end : last[0]]):
            times.remove(following.pop())
    preceding = [t for t in times if t[1] <= quantity.start + 1]
    chosen = None
    if times and times[0][0] < first and preceding:
        chosen = _governing(preceding, folded, quantity.start)
        # "Đến năm 2025 đạt 80%, 90% vào năm 2030": a horizon straight behind the number wins.
        if following and following[0][2] is not None and not _break(folded, quantity.end, following[0][0]):
            chosen = following[0]
    elif following:
        # "100% trạm được đầu tư; đến năm 2027 có ...": that horizon opens the next clause.
        if not _NEXT_CLAUSE.search(folded[quantity.end : following[0][0]]):
            chosen = following[0]
    elif preceding:
        # "90% ... vào năm 2027; 100% hồ sơ ...": what the clause before says behind its number is its own affair.
        last = preceding[-1]
        chosen = last
        if ";" in folded[last[1] : quantity.start] and not _CLAUSE_OPENS.search(folded[: last[0]]):
            chosen = last if named.shape == "inherited" else None
    if chosen is None and not following:
        later = [t for t in times if t[0] > quantity.start]
        if later and again and later[0][0] > upper:
            later = []  # "60% ... và tiến tới là 80% vào năm 2030": that year is the second value's alone
        if later and ";" not in folded[quantity.end : later[0][0]]:
            chosen = later[0]
    return (chosen[2], chosen[3]) if chosen else (None, None)


def _governing(
    preceding: list[tuple[int, int, int | None, tuple[int, int] | None]], folded: str, position: int
) -> tuple[int, int, int | None, tuple[int, int] | None]:
    """The last time before a number; across a ";" only one that opens a clause."""
    last = preceding[-1]
    if ";" not in folded[last[1] : position]:
        return last
    opening = [t for t in preceding if _CLAUSE_OPENS.search(folded[: t[0]])]
    return opening[-1] if opening else last


_AND_MORE = re.compile(r"\s*(?:,|va|,\s*va)\s*(?:(?:dat|len|xuong|con|la|tang|phan dau|nang)\s*)*")
_CLAUSE_OPENS = re.compile(r"(?:^|;)(?:\W|\d+[.)]|[a-z]\)|phan dau)*$")
_OWN_TIME = re.compile(r"[\s,:]*(?:(?:phan dau|dat|la|len|phai|tang|se|ty le|ti le|muc)\s*)*")
_NEXT_CLAUSE = re.compile(r";\s*(?:va\s+|phan dau\s+)?$")
_AND_YEAR = re.compile(r"\s*(?:,|va)\s+(?:nam\s+)?20\d\d")


def _break(folded: str, start: int, end: int) -> bool:
    return any(mark in folded[start:end] for mark in (",", ";", ".")) or folded[start:end].endswith(" va ")
