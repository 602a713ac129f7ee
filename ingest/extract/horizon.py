"""The time a target is set for: year, period, "duy trì đến năm", and the baseline it is measured against.

All patterns read the bare form of a text (see `quantity.bare`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_YEAR = r"(?:20[1-5]\d)"

# "và tiếp tục duy trì đến năm 2030"
_MAINTAIN = re.compile(
    rf"\b(?:duy\ tri|giu\ vung|on\ dinh)[^.;%]{{0,40}}?\bden\s+(?:het\s+|cuoi\s+)?(?:nam\s+)?(?P<year>{_YEAR})\b",
    re.VERBOSE,
)

# "so với năm 2025", "so với cùng kỳ năm 2024", "so với năm trước"
_BASELINE = re.compile(
    rf"""\bso\ voi\s+(?:(?:muc|ket\ qua|thoi\ diem)\s+)?(?:cuoi\s+|cung\ ky\s+)?(?:cua\s+)?
    (?:nam\s+(?P<year>{_YEAR})\b | (?P<words>nam\s+(?:truoc|lien\ ke|truoc\ do)|cung\ ky(?:\ nam\ truoc)?)
    | (?P<month>thang\s+\d+/(?P<myear>{_YEAR})))
    """,
    re.VERBOSE,
)
_BASELINE_ANY = re.compile(
    rf"\b(?:so\ voi(?!\s+g(?:r)?dp\b)|nam\ goc|ke\ tu)\s+[^.;,%]{{0,60}}?"
    rf"\b(?P<year>{_YEAR})\b(?:\s*[-–—]\s*(?P<last>{_YEAR})\b)?",
    re.VERBOSE,
)

# Years inside the name or date of another document say nothing of the target.
_CITED = re.compile(
    rf"""(?:(?<!\btruoc\ )(?<!\bden\ )(?<!\bnhat\ )\bngay\s+\d{{1,2}}\s*(?:/|thang|-)\s*\d{{1,2}}
        \s*(?:/|nam|-)\s*{_YEAR}\s*(?:,\s*)?(?:cua|ve|,|\)|so)
      | \b(?:so|nghi\ dinh|thong\ tu|luat)\s+\d+/{_YEAR}/?
      | \b\d+[/-][a-z][a-z&/-]*,?\s+(?:ngay\s+\d{{1,2}}\s*(?:/|thang|-)\s*\d{{1,2}}\s*(?:/|,?\s*nam|-)\s*{_YEAR}
        |ngay\s+\d[\d/]+|nam\s+{_YEAR})
      | \b(?:chuong\ trinh|de\ an|ke\ hoach|chien\ luoc|quy\ hoach)\b[^.;:%\d]{{0,120}}?\bden\s+nam\s+{_YEAR}
        (?:,?\s*(?:va\s+)?(?:tam\ nhin|dinh\ huong)(?:\ den|\ toi)?\s+(?:nam\s+)?{_YEAR})?
        (?=\s*,?\s*(?:do|duoc|da\ duoc|cua\ (?:thu\ tuong|chinh\ phu|bo|ubnd|uy\ ban|tinh)|ban\ hanh)\b)
      | \b(?:chuong\ trinh|de\ an|ke\ hoach|chien\ luoc|bo\ tieu\ chi|chuan\ ngheo|(?<=theo\ )(?:tieu\ )?chuan
        |quy\ hoach)\b[^.;,:%\d]{{0,90}}?
        \b(?:giai\ doan|thoi\ ky)\s+{_YEAR}\s*[-–—]\s*{_YEAR}(?!\s*(?:dat|de\ ra|dat\ ra)\s+(?:cac\ )?(?:muc|chi)\ tieu)
      | \b\d+/{_YEAR}/[a-z]
      | \b(?:nghi\ quyet|quyet\ dinh|thong\ tu|nghi\ dinh|chi\ thi|luat
      |cong\ van)\b(?:(?!\b(?:muc\ tieu|chi\ tieu|phan\ dau|dat\ ra|de\ ra)\b)[^.;,%]){{0,80}}?
        \bnam\s+{_YEAR}\b(?!\s*(?:dat|,|la))
      | \bhieu\ luc\b[^.;,%]{{0,30}}\b(?:den|truoc|tu)\b[^.;,%]{{0,40}}?{_YEAR}
    )""",
    re.VERBOSE,
)

_PERIOD = re.compile(
    (
        # "Giai đoạn 1 (2026 - 2028)"
        rf"\b(?:(?:giai\ doan(?:\s+(?:\d|[ivx]{{1,4}})\s*[:(,])?|thoi\ ky|nhiem\ ky|tu\ nam|trong\ cac\ nam"
        rf"|cac\ nam)\s*(?:tu\s+)?(?:nam\s+)?(?P<first>{_YEAR})\s*(?:-|–|—|den(?:\ het|\ cuoi)?(?:\ nam)?"
        rf"|toi)\s*(?:nam\s+)?(?P<last>{_YEAR})"
        rf"|(?:trong\s+)?nam\s+(?P<one>{_YEAR})\s*[-–—]\s*(?P<other>{_YEAR}))\b"
    ),
    re.VERBOSE,
)

# A horizon that says so itself: "đến (hết/cuối) năm 2030", "trong năm 2026", "trước ngày 30/6/2026",
# "quý I/2026", "đến 2030".
_STRONG = re.compile(
    rf"""\b(?:
        (?:den|toi|vao|trong|tinh\ den|tu)\s+(?:truoc\s+)?(?:het\s+|cuoi\s+|dau\s+|khoang\s+)?(?:nam\s+)?
        (?P<a>{_YEAR})\b
      | (?:het|cuoi|ket\ thuc)\s+nam\s+(?P<b>{_YEAR})\b
      | (?:truoc|den|cham\ nhat|trong|het)\s+(?:het\s+|cuoi\s+|la\s+)*(?:ngay\s+)?(?:\d{{1,2}}\s*[/-]\s*)?(?:(?:thang
      |quy)\s+)?(?:\d{{1,2}}|[ivx]+)\s*(?:/|-|nam)\s*(?:nam\s+)?(?P<c>{_YEAR})\b
      | quy\s+(?:\d|[ivx]+)\s*(?:/|nam)\s*(?P<d>{_YEAR})\b
    )""",
    re.VERBOSE,
)
_WEAK = re.compile(rf"\bnam\s+(?P<year>{_YEAR})\b", re.VERBOSE)

_CLAUSE_HEAD = re.compile(r"(?:^|[,;:(%.)]|^\s*[-+*]|\bphan dau|\btrong)\s*$")
_CLAUSE_TAIL = re.compile(
    r"\s*(?:,\s*)?(?:trong do |voi muc tieu )?(?:phan dau|dat|la|:|toi thieu|it nhat|co it nhat|tren \d|\d)"
)

_RECURRING = re.compile(r"\b(?:moi nam|hang nam|binh quan (?:hang |moi )?nam|tung nam)\b|(?:%|lan|diem)\s*/\s*nam\b")


@dataclass(slots=True, frozen=True)
class Horizon:
    """One year that the text names as time of a target; `strong` where a preposition says so."""

    year: int
    start: int
    end: int
    strong: bool


@dataclass(slots=True)
class Horizons:
    """All that a sentence says of time."""

    years: list[Horizon] = field(default_factory=list)
    periods: list[tuple[int, int, int, int]] = field(default_factory=list)  # first, last, start, end
    maintain: list[tuple[int, int, int]] = field(default_factory=list)  # year, start, end
    baselines: list[tuple[str, int, int]] = field(default_factory=list)  # "2025" | "cùng kỳ", start, end
    recurring: bool = False


def find_horizons(text: str, folded: str) -> Horizons:
    """Years, periods and baselines of one sentence.

    >>> from ingest.extract.quantity import bare
    >>> t = "Năm 2025 đạt 80%, đến năm 2030 đạt 90%, tăng 5% so với năm 2024, duy trì đến năm 2035"
    >>> h = find_horizons(t, bare(t))
    >>> [(y.year, y.strong) for y in h.years], h.baselines[0][0], h.maintain[0][0]
    ([(2025, True), (2030, True)], '2024', 2035)
    """
    result = Horizons(recurring=bool(_RECURRING.search(folded)))
    if "20" not in folded and "so voi" not in folded:
        return result
    taken: list[tuple[int, int]] = []
    for match in _MAINTAIN.finditer(folded):
        result.maintain.append((int(match.group("year")), match.start(), match.end()))
        taken.append((match.start(), match.end()))
    for match in _BASELINE.finditer(folded):
        words = match.group("words")
        name = (
            (match.group("year") or match.group("myear") or "")
            if not words
            else text[match.start("words") : match.end("words")]
        )
        result.baselines.append((" ".join(name.split()), match.start(), match.end()))
        taken.append((match.start(), match.end()))
    for match in _BASELINE_ANY.finditer(folded):
        if not _inside(match.start(), taken):
            last = match.group("last")
            name = f"{match.group('year')}-{last}" if last else match.group("year")
            result.baselines.append((name, match.start(), match.end()))
            taken.append((match.start(), match.end()))
    taken.extend((match.start(), match.end()) for match in _CITED.finditer(folded))
    for match in _PERIOD.finditer(folded):
        if not _inside(match.start(), taken):
            result.periods.append((*_span(match), match.start(), match.end()))
            taken.append((match.start(), match.end()))
    for match in _STRONG.finditer(folded):
        year = match.group("a") or match.group("b") or match.group("c") or match.group("d")
        if not _inside(match.end() - 1, taken):
            result.years.append(Horizon(int(year), match.start(), match.end(), True))
            taken.append((match.start(), match.end()))
    for match in _WEAK.finditer(folded):
        if not _inside(match.end() - 1, taken):
            # At the head of a clause, straight behind the number or in front of the verb it is the target's own.
            own = _CLAUSE_HEAD.search(folded[max(0, match.start() - 40) : match.start()]) or _CLAUSE_TAIL.match(
                folded, match.end()
            )
            result.years.append(Horizon(int(match.group("year")), match.start(), match.end(), own is not None))
    result.years.sort(key=lambda horizon: horizon.start)
    return result


def _inside(position: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in spans)


def plan_year(title: str) -> int | None:
    """The one year a title says the plan is for; None for a plan of several years or of none.

    `title` in bare form.

    >>> plan_year("cai cach hanh chinh nam 2026 tinh lam dong")
    2026
    >>> plan_year("phat trien kinh te so giai doan 2026 - 2030")
    >>> plan_year("thuc hien chi thi so 27/ct-ttg ngay 15 thang 8 nam 2024")
    """
    if (
        _PERIOD.search(title)
        or re.search(rf"\bden\s+nam\s+{_YEAR}", title)
        or re.search(rf"\b{_YEAR}\s*[-–]\s*{_YEAR}\b", title)
    ):
        return None
    cleaned = _CITED.sub(" ", title)
    cleaned = re.sub(rf"\bngay\s+\d+\s+thang\s+\d+\s+nam\s+{_YEAR}", " ", cleaned)
    cleaned = re.sub(rf"\d{{1,2}}/\d{{1,2}}/{_YEAR}", " ", cleaned)
    years = {int(year) for year in re.findall(rf"\b(?:nam|/)\s*({_YEAR})\b", cleaned)}
    return years.pop() if len(years) == 1 else None


def period_of(folded: str) -> tuple[int, int] | None:
    """The first period a text names.

    >>> period_of("giai doan 2026 - 2030")
    (2026, 2030)
    """
    match = _PERIOD.search(folded)
    return _span(match) if match else None


def _span(match: re.Match[str]) -> tuple[int, int]:
    return int(match.group("first") or match.group("one")), int(match.group("last") or match.group("other"))
