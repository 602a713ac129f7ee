"""The layout of a table of targets by the names of its columns: indicators, units, values for years or units."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from ingest.extract.quantity import bare

_INDICATOR = re.compile(r"\b(?:chi tieu|noi dung|muc tieu|ten chi|tieu chi|chi so|nhiem vu|linh vuc|danh muc)\b")
_ROWS = re.compile(
    r"\b(?:don vi|dia phuong|ten xa|xa, phuong|thanh pho|co quan|so, (?:ban, )?nganh)\b"
    r"|^(?:(?:ten|cac|ubnd)\s)*(?:xa|phuong|thi tran|thon|phong|truong|huyen|khu pho)"
    r"(?:[,/]?\s?(?:xa|phuong|thi tran|dac khu|to dan pho|thon|ban|chuyen mon|thanh pho|thi xa|hoc))*$"
)
_UNIT = re.compile(r"\b(?:don vi tinh|dvt|don vi do|d/v tinh)\b|^don vi$|^dv tinh$")
_VALUE = re.compile(r"\b(?:chi tieu|muc tieu|ke hoach|phan dau|gia tri|lo trinh)\b|\b20\d\d\b")
_SET = re.compile(r"\b(?:muc tieu|chi tieu|ke hoach|phan dau|lo trinh)\b")
# "Kết quả cần đạt", "Yêu cầu": a column of goals that doesn't call them so.
TO_REACH = re.compile(
    r"\b(?:(?:can|phai|du kien) dat|muc dat|yeu cau|ket qua (?:phan dau|du kien|mong doi)"
    r"|(?:so|muc) (?:duoc )?giao|cam ket)\b"
)
_SHARE_COLUMN = re.compile(
    r"(?:ty le|ti le|muc)(?: phan dau| dat| can dat| phai dat| toi thieu| it nhat| toi da)*\s*(?:\(\s*%\s*\))?|%"
)
_SHARE_DONE = re.compile(r"(?:ty le|ti le|muc do|muc) hoan thanh\s*(?:\(\s*%\s*\))?")
_WHEN = re.compile(
    r"(?:thoi diem|nam|thoi gian|thoi han|moc)\b.*\b(?:dat|hoan thanh)\b|(?:thoi han|moc thoi gian|hoan thanh)$"
)
_DUE = re.compile(r"\b(?:thoi han|thoi gian|tien do)\b")
_NAMES_GOALS = re.compile(r"^(?:(?:ten|noi dung|cac|nhom) )*(?:chi tieu|chi so|tieu chi|muc tieu)\b(?!.*\b20\d\d\b)")
_LEVELS = re.compile(
    r"(?:doi voi |khoi )?(?:cap (?:tinh|xa|huyen|so|bo)|cac so\b.*|so,? (?:ban,? )?nganh"
    r"|(?:ubnd )?(?:cac )?xa(?:,? phuong.*)?"
    r"|thanh thi|nong thon|do thi|dong bang|mien nui)(?:\s*\([^()]{1,10}\))?"
)
_GOALS = re.compile(r"\b(?:muc tieu|chi tieu|phan dau)\b")
_PAST = re.compile(
    r"\b(?:thuc hien|ket qua|hien trang|uoc|da dat|thuc te|so lieu|thuc trang|so sanh|ghi chu|thoi gian"
    r"|thoi han|(?<!dung )(?<!tre )(?<!qua )(?<!truoc )han|hoan thanh"
    r"|diem|kinh phi|du toan|ngay|chu tri|phoi hop|can cu|van ban|so hieu|stt|tt"
    r"|tai lieu)\b|\bu?th (?:nam )?20\d\d\b"
)
# What the brackets of a title hold is its unit: "Năm 2026 (điểm)".
_BRACKETS = re.compile(r"\([^()]*\)")


def _past(name: str) -> bool:
    """Whether a column holds results, times, sums or who is in charge, by its name without its unit."""
    return _PAST.search(_BRACKETS.sub("", name) if "(" in name else name) is not None


# A column of growth beside those of amounts: "Tốc độ tăng bình quân 2026-2030 (%)".
GROWTH = re.compile(r"(?:toc do|nhip do) tang(?: truong)?(?: binh quan| bq)?\b|tang truong(?: binh quan| bq)?\b")
_PERIOD = re.compile(r"\b(20[1-4]\d)\s*[-–]\s*(20[1-4]\d)\b")


@dataclass(slots=True, frozen=True)
class Column:
    """A column of values: its place in the grid and what its name says of the time."""

    index: int
    year: int | None
    period: tuple[int, int] | None
    label: str  # what tells it from the other columns of values, if that is no year
    unit: str = ""  # the unit in brackets that its title carries
    bound: str | None = None  # ">=" or "<=", where its title bounds the values: "Mức tối thiểu"


@dataclass(slots=True, frozen=True)
class Layout:
    """Where a table of targets keeps what."""

    indicator: int
    details: list[int]  # further columns of words between it and the values ("Tiêu chí | Nội dung tiêu chí")
    unit: int | None
    values: list[Column]
    named: bool = False  # all columns of values are called goals
    above: tuple[int, ...] = ()  # columns before it that say of what: "Cây trồng | Chỉ tiêu"
    when: int | None = None  # the column of the time by which each row's goal is reached
    given: str = ""  # the unit that a line above the table gives
    yearly: bool = False  # the rows are years
    turned: bool = False  # the rows are units, the columns of values name the indicators


def find_layout(names: list[str], titles: list[str], goals: bool = False, words: Collection[int] = ()) -> Layout | None:
    """The layout of a table whose columns have these names (bare form; `titles` as written); None if it is no
    table of targets. `goals`: it stands in a section of goals. `words`: columns that hold words, hardly any numbers."""
    layout = _find_layout(names, titles, goals, words)
    if layout is None:
        return None
    values = [
        replace(c, unit=_unit_of(names[c.index], titles[c.index]), bound=_bound_of(names[c.index]))
        for c in layout.values
    ]
    return replace(layout, values=values)


def _unit_of(name: str, title: str) -> str:
    """The unit that a title says, in brackets or as what it is called: "Thứ hạng năm 2026"."""
    return unit_in(title) or ("hạng" if _RANKS.match(name) else "điểm" if _SCORES.match(name) else "")


_RANKS = re.compile(r"(?:muc tieu |chi tieu )?(?:thu hang|xep hang|vi tri xep hang|hang)\b")
_SCORES = re.compile(r"(?:muc tieu |chi tieu )(?:ve )?(?:diem so|so diem|diem)\b")
_BOUND = re.compile(r"\b(?:(?P<low>toi thieu|it nhat|khong duoi)|toi da|khong qua)\b(?! \d)")


def _bound_of(name: str) -> str | None:
    """What a column's name makes of its numbers.

    >>> _bound_of("muc toi thieu (%)"), _bound_of("chi tieu toi da"), _bound_of("chi tieu nam 2026")
    ('>=', '<=', None)
    """
    match = _BOUND.search(name)
    return None if match is None else ">=" if match.group("low") else "<="


def _find_layout(names: list[str], titles: list[str], goals: bool, words: Collection[int]) -> Layout | None:
    indicator = next(
        (
            i
            for i, name in enumerate(names)
            if i <= 2
            and (_INDICATOR.search(name) or (goals and name == "hang muc"))
            and not re.search(r"\b20\d\d\b", name)
            # not "Xã, phường | Chỉ tiêu lao động được đào tạo (người)"
            and not (i > 0 and _ROWS.search(names[i - 1]) and unit_in(titles[i]))
        ),
        None,
    )
    if (yearly := _find_yearly(names, titles, goals)) is not None:
        return yearly
    if indicator is None:
        return _find_levels(names, titles, goals) or _find_turned(names, titles, goals)
    unit = next((i for i, name in enumerate(names) if _UNIT.search(name) and i != indicator), None)
    values: list[Column] = []
    for i, name in enumerate(names):
        if i in (indicator, unit) or i < indicator or not name:
            continue
        if not TO_REACH.search(name) and (not _VALUE.search(name) or (_past(name) and not _SET.search(name))):
            continue
        year, period = time_of(name)
        growth = GROWTH.match(name)
        values.append(Column(i, year, period, titles[i][: growth.end()].strip() if growth else ""))
    # "Lĩnh vực | Chỉ tiêu | Năm 2026": a column called "Chỉ tiêu" of words names what the others measure
    inner = [
        c.index
        for c in values
        if c.index in words and c.index == indicator + 1 and not c.year and _NAMES_GOALS.search(names[c.index])
    ]
    if inner and len(values) > 1:
        values = [c for c in values if c.index not in inner]
    values = _with_parts(values, names, titles)
    times = [(column.year, column.period) for column in values]
    if len(times) > len(set(times)):  # "Chỉ tiêu: Đồng bằng | Miền núi"
        values = [
            replace(
                column,
                label=column.label
                or _own_part(
                    titles,
                    column.index,
                    [c.index for c in values if (c.year, c.period) == (column.year, column.period)],
                ),
            )
            for column in values
        ]
    if not values and unit is not None:  # "Chỉ tiêu | Đơn vị | Kết quả": what is to come of it
        values = [
            Column(i, None, None, "")
            for i, name in enumerate(names)
            if name in ("ket qua", "ket qua dat duoc") and i > unit
        ]
    if not values:
        levels = _find_levels(names, titles, goals)
        dated = any(_DUE.search(name) for name in names)
        shares = [
            i
            for i, name in enumerate(names)
            if goals and i > indicator and (_SHARE_COLUMN.fullmatch(name) or (dated and _SHARE_DONE.fullmatch(name)))
        ]
        if levels is not None or len(shares) != 1:
            return levels
        values = [Column(shares[0], None, None, "")]
    details = [
        i
        for i in range(indicator + 1, values[0].index)
        if i != unit and _INDICATOR.search(names[i]) and not re.search(r"\b20\d\d\b", names[i]) and not _past(names[i])
    ]
    above = tuple(i for i in range(indicator) if _GOODS.search(names[i]) or _ABOVE.search(names[i]))
    named = all(_GOALS.search(names[column.index]) for column in values)
    details += [i for i in inner if i not in details and i < values[0].index]
    when = next((i for i, name in enumerate(names) if i > indicator and _WHEN.match(name)), None)
    return Layout(indicator, details, unit, values, named, above, when=when)


def _with_parts(values: list[Column], names: list[str], titles: list[str]) -> list[Column]:
    """The columns of values with those behind one that name its parts: "Năm 2026 | Trong đó: Đô thị | Nông thôn"."""
    found: list[Column] = []
    known = {column.index for column in values}
    for column in values:
        found.append(column)
        i = column.index + 1
        while i < len(names) and i not in known and (part := _AMONG.match(names[i])) and not _past(names[i]):
            found.append(replace(column, index=i, label=titles[i][part.end() :].strip()))
            i += 1
    return found


_AMONG = re.compile(r"trong (?:so )?do\s*:?\s+(?=[a-z])(?!(?:quy|thang)\b)")


def _find_levels(names: list[str], titles: list[str], goals: bool = False) -> Layout | None:
    """The layout of a table whose columns of values are named for whom they are: "Chỉ tiêu | Cấp tỉnh | Cấp xã"."""
    said = r"\b(?:chi tieu|muc tieu|noi dung|tieu chi)\b" if goals else r"\b(?:chi tieu|muc tieu)\b"
    head = next((i for i, name in enumerate(names[:3]) if re.search(said, name)), None)
    if head is None:
        return None
    unit = next((i for i, name in enumerate(names) if _UNIT.search(name) and i != head), None)
    rest = [i for i in range(head + 1, len(names)) if i != unit and names[i]]
    levels = [i for i in rest if _LEVELS.fullmatch(names[i])]
    if len(levels) < 2 or levels != rest[: len(levels)]:
        return None
    year, period = time_of(names[head])
    return Layout(head, [], unit, [Column(i, year, period, titles[i]) for i in levels])


def time_of(name: str) -> tuple[int | None, tuple[int, int] | None]:
    """The year, else the period, that a column's name says.

    >>> time_of("giai doan 2026 - 2030 nam 2027"), time_of("chi tieu giai doan 2026-2030")
    ((2027, None), (None, (2026, 2030)))
    """
    years = [int(y) for y in re.findall(r"\b(20[1-4]\d)\b", _PERIOD.sub(" ", name))]
    if years:  # a column of one year below the title of the whole period
        return years[-1], None
    period = _PERIOD.search(name)
    return None, (int(period.group(1)), int(period.group(2))) if period else None


_GOODS = re.compile(r"\b(?:san pham|mat hang|nhom hang|nganh hang|cay trong|vat nuoi|loai cay|loai con)\b")
_ABOVE = re.compile(r"^(?:ten )?(?:nhom|vung|khu vuc|dia ban|nganh|doi tuong|loai hinh|truc|phan)\b")
_COUNTED = re.compile(r"\b(?:ty le|ti le|so|muc do|chi so|toc do|nhip do|(?:thu|xep) hang)\b")
# What a plan of production or trade measures.
_MEASURED = re.compile(r"\b(?:luong|san luong|dien tich|nang suat|gia tri|kim ngach|tong dan)\b")


RATE = re.compile(r"(?:ty le|ti le|muc do|toc do|nhip do)\b")


def _find_turned(names: list[str], titles: list[str], goals: bool = False) -> Layout | None:
    """The layout of a table that gives each unit its goals: "Đơn vị | Tỷ lệ hồ sơ trực tuyến năm 2026 (%)"."""
    rows = next((i for i, name in enumerate(names[:3]) if _ROWS.search(name) and "tinh" not in name.split()), None)
    if rows is None:
        rows = next((i for i, name in enumerate(names[:2]) if _GOODS.search(name)), None)
    others = names[rows + 1 :] if rows is not None else []
    rates = (
        goals
        and all(RATE.match(name) or _NUMBER_OF.match(name) or _past(name) for name in others)
        and (any(map(RATE.match, others)) or not any(map(_NUMBER_OF.match, others)))
    )
    # "Địa phương | Người dân có chữ ký số (%): Năm 2025 | Năm 2026" in a section of goals
    shares = (
        goals
        and rows is not None
        and not rates
        and all(
            (unit_in(titles[i]) == "%" and time_of(names[i])[0]) or _past(names[i]) for i in range(rows + 1, len(names))
        )
    )
    if rows is None or not (rates or shares or any(_SET.search(name) for name in names)):
        return None
    planned = not rates and not shares and not any(_GOALS.search(name) for name in names)
    values: list[Column] = []
    for i, name in enumerate(names[rows + 1 :], rows + 1):
        counted = (_MEASURED if planned else _COUNTED).search(name) or (_GOALS.match(name) and unit_in(titles[i]))
        if not (shares or counted) or (_past(name) and not _SET.search(name)):
            continue
        year, period = time_of(name)
        if planned and ((year is None and period is None) or not unit_in(titles[i])):
            continue
        label = _cut(without_time(titles[i]), _TITLE_KIND).strip()
        values.append(Column(i, year, period, label))
    if any(_SET.search(names[c.index]) for c in values):  # "Dân số | Chỉ tiêu năm 2026: Số người"
        values = [c for c in values if _SET.search(names[c.index])]
    return Layout(rows, [], None, values, named=True, turned=True) if values else None


# Not what is there already: "Số hồ sơ tiếp nhận", "Số lượng hiện có".
_NUMBER_OF = re.compile(
    r"so (?!lieu\b|hieu\b|tt\b|dien thoai\b|quyet dinh\b)(?!.*\b(?:tiep nhan|hien co|phat sinh|da)\b)"
)


def _find_yearly(names: list[str], titles: list[str], goals: bool) -> Layout | None:
    """The layout of a table whose rows are years: "Năm | Tỷ lệ hồ sơ trực tuyến (%) | Số xã đạt chuẩn"."""
    rows = next((i for i, name in enumerate(names[:2]) if _YEARS.fullmatch(name)), None)
    if rows is None or not (goals or any(map(_GOALS.search, names))) or any(map(_UNIT.search, names)):
        return None
    values = [
        Column(i, None, None, _BRACKETS_END.sub("", titles[i]).strip())
        for i, name in enumerate(names)
        if i > rows and (_COUNTED.match(name) or unit_in(titles[i]) == "%") and not _past(name)
    ]
    return Layout(rows, [], None, values, named=True, yearly=True) if values else None


_YEARS = re.compile(r"nam(?: thuc hien| ke hoach)?|moc thoi gian|giai doan|lo trinh")
_BRACKETS_END = re.compile(r"\s*\([^()]{1,20}\)\s*$")


def _own_part(titles: list[str], index: int, others: list[int]) -> str:
    """The words of a column's title that the other columns of values lack, with their noun if they only count.

    >>> _own_part(["Chỉ tiêu: Nhóm 1", "Chỉ tiêu: Nhóm 2", "Chỉ tiêu: Miền núi"], 2, [0, 1, 2])
    'Miền núi'
    >>> _own_part(["Chỉ tiêu: Nhóm 1", "Chỉ tiêu: Nhóm 2"], 1, [0, 1])
    'Nhóm 2'
    """
    if len(others) < 2:
        return ""
    shared = set.intersection(*(set(titles[i].split()) for i in others))
    words = titles[index].split()
    own = [i for i, word in enumerate(words) if word not in shared]
    if own and own[0] > 0 and words[own[0] - 1].capitalize() in ("Cấp", "Khối", "Vùng", "Cap", "Khoi", "Vung"):
        own = [own[0] - 1, *own]  # "Cấp xã"
    elif own and own[0] > 0 and all(_BARE_LABEL.fullmatch(words[i]) for i in own):
        # back to the word with a capital that begins the noun: "Vùng kinh tế 2"
        nouns = [i for i in range(max(0, own[0] - 4), own[0]) if words[i][:1].isupper()]
        own = [*range(nouns[-1] if nouns else own[0] - 1, own[0]), *own]
    label = " ".join(words[i] for i in own)
    return "" if bare(label) in _SAYS_NOTHING else label


_SAYS_NOTHING = frozenset(["trong nam", "trong", "ca nam", "ca", "ke hoach", "kh", "muc tieu", "chi tieu"])
_BARE_LABEL = re.compile(r"[(\[]?(?:\d{1,3}|[IVX]{1,4}|[A-Ea-e])[)\].]?")


# The patterns below are for the bare form of a text, which is as long as the text.
_TITLE_TIME = re.compile(
    r"\s*\([^()]{1,20}\)|\s*\b(?:(?:den|trong)\s)?(?:(?:nam|giai doan)\s)?20\d\d(?:\s*[-–]\s*20\d\d)?\b"
)
_TITLE_KIND = re.compile(
    r"^(?:chi tieu|muc tieu|ke hoach)(?: ve)?\s+(?=[^\W\d])"
    r"|(?:^(?:chi tieu|muc tieu|ke hoach))?\s*\b(?:den )?(?:nam )?20\d\d\b"
)
_IN_BRACKETS = re.compile(
    r"""\(\s*(?:(?:dvt|don\ vi(?:\ tinh)?)\s*:?\s*)?(?P<unit>(?:(?:nghin|ngan|trieu|ty|ti)\s+)*(?:%
    |diem(?:\ so)?\s*/\s*(?:(?:thu|xep)\s)?hang|phut|ngay|gio|lan|diem|ho\ so|thu\ tuc|nguoi|don\ vi|cuoc|lop|bai|tin
    |tuoi|nam|usd|dong|luot(?:\ khach|\ nguoi)?|hang|bac|tan|ta|ha|cay|m2|m3|km2?|kg|lit|mw|ho|xa|con|doanh\ nghiep
    |san\ pham|co\ so|du\ an|mo\ hinh|bac\ si|giuong(?:\ benh)?|truong|van\ ban|sang\ kien|hoi\ nghi|hoc\ vien)
    (?:\s?/\s?[^()\s]{1,12})?)\s*\)""",
    re.VERBOSE,
)


def without_time(title: str) -> str:
    """A title without years, periods and brackets.

    >>> without_time("TỶ LỆ HỒ SƠ NĂM 2026 (%)")
    'TỶ LỆ HỒ SƠ'
    """
    return _cut(title, _TITLE_TIME)


def _cut(text: str, pattern: re.Pattern[str]) -> str:
    kept, at = "", 0
    for match in pattern.finditer(bare(text)):
        kept += text[at : match.start()]
        at = match.end()
    return kept + text[at:]


def unit_behind(name: str) -> tuple[str, str]:
    """(name without the unit in brackets that it ends with, that unit or "").

    >>> unit_behind("Thời gian chờ (phút)"), unit_behind("Thời gian chờ (dự kiến)")
    (('Thời gian chờ', 'phút'), ('Thời gian chờ (dự kiến)', ''))
    """
    if not name.endswith(")"):
        return name, ""
    match = next((one for one in _IN_BRACKETS.finditer(bare(name)) if one.end() == len(name)), None)
    return (name[: match.start()].strip(), name[match.start("unit") : match.end("unit")]) if match else (name, "")


def unit_in(title: str) -> str:
    """The unit in brackets that the title of a column carries, else "".

    >>> unit_in("Mục tiêu (điểm)"), unit_in("Giá trị xuất khẩu (Nghìn USD)"), unit_in("Kế hoạch (giao)")
    ('điểm', 'Nghìn USD', '')
    """
    match = _IN_BRACKETS.search(bare(title)) if "(" in title else None
    return title[match.start("unit") : match.end("unit")] if match else ""
