"""What a query asks for besides its words: a year, a type of document, a province, a unit, a kind of content.

Intents are guesses. They move passages a little (`index.boost`) and never leave one out, and a user
can take each of them back; restrictions that the user chose are `index.query.Filters`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from index.abbreviate import Abbreviations
from index.analyze import bare_form, syllable_spans, term_form
from ingest.clean.fold import has_diacritics, match_form, strip_diacritics
from ingest.lexicons import rows
from ingest.parse.province import find_province, province_at

#: Names of intents, in the order in which they are shown.
NAMES = ("type", "year", "unit", "level", "province", "kind")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Intent:
    """One thing asked for.

    `name` is one of `NAMES`. `value`: "KH" (a type's code), "2025", "Sở Nội vụ", "department" (see
    `LEVELS`), "Lâm Đồng" (a province as named), "funding" (a section kind of the contract).
    `kinds` are all section kinds that may hold the answer, for `kind` alone. `start`, `end`: the words
    that say so, offsets into `Query.text`.
    """

    name: str
    value: str
    start: int
    end: int
    kinds: tuple[str, ...] = ()

    def to_json(self, text: str) -> dict[str, object]:
        """`{"name", "value", "text"}`; `text` is the query that the offsets count in."""
        return {"name": self.name, "value": self.value, "text": text[self.start : self.end]}


# --- kinds of content ------------------------------------------------------------------------------

# (kinds, most likely first; what people ask in the words that staff use). A query that has lost its
# marks is matched against the patterns without theirs, one that has them is not: "khi nao" is no
# "khí não". The first that matches names the intent.
_ASKS: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        ("legal_basis",),
        r"""
          căn\ cứ\ (?:pháp\ lý|pháp\ luật|vào\ đâu|vào\ (?:văn\ bản|quy\ định)|văn\ bản|nào|gì|theo)
        | cơ\ sở\ pháp\ lý
        | (?:theo|dựa\ (?:vào|trên))\ (?:văn\ bản|quy\ định|nghị\ định|nghị\ quyết|quyết\ định)\ nào
        | văn\ bản\ nào\ (?:(?:được|đã|là)\ )*căn\ cứ
        | ^căn\ cứ\b
        """,
    ),
    (
        ("funding",),
        r"""
          kinh\ phí | nguồn\ (?:tiền|vốn|chi) | (?:tiền|ngân\ sách)\ (?:lấy\ )?(?:ở\ đâu|từ\ đâu|từ\ nguồn)
        | (?:chi|cấp)\ bao\ nhiêu\ tiền | dự\ toán
        """,
    ),
    (
        ("purpose",),
        r"mục\ đích | để\ làm\ gì | nhằm\ (?:mục\ đích|để|làm)\ ?gì? | mục\ tiêu\ (?:chung|tổng\ quát)",
    ),
    (
        ("target", "purpose"),
        r"""
          bao\ nhiêu\ (?:phần\ trăm|%) | mấy\ (?:phần\ trăm|%) | chỉ\ tiêu
        | (?:^|có\ |những\ |các\ |mấy\ |đặt\ ra\ )mục\ tiêu  # "nắm vững mục tiêu" only speaks of them
        | mục\ tiêu\ (?:(?:là|được|đặt\ ra|phấn\ đấu|cụ\ thể)\ )*(?:gì|nào|bao\ nhiêu|mấy|ra\ sao|năm|đến|về)
        | (?:phải\ |cần\ |phấn\ đấu\ )?đạt\ (?:bao\ nhiêu|mấy|tỷ\ lệ|tỉ\ lệ)
        | t[ỷỉ]\ lệ\b.{0,80}\bbao\ nhiêu
        | (?:tăng|giảm)\ (?:bao\ nhiêu|mấy)\ (?:bậc|điểm|phần\ trăm|%)
        """,
    ),
    (
        ("responsibility", "task"),
        r"""
          (?:^|\b)ai\ (?:là\ |sẽ\ |phải\ |có\ )*(?:chủ\ trì|phụ\ trách|thực\ hiện|theo\ dõi|chịu|phối\ hợp|đôn\ đốc
            |tham\ mưu|làm|tổng\ hợp|kiểm\ tra|giám\ sát|báo\ cáo|trách\ nhiệm|rà\ soát|xây\ dựng|được\ giao)
        | (?:đơn\ vị|cơ\ quan|phòng|bộ\ phận|phòng\ ban|tổ\ chức)\ nào
        | giao\ (?:cho\ )?(?:ai|đơn\ vị)
        | chủ\ trì | đầu\ mối | đơn\ vị\ phối\ hợp | trách\ nhiệm\ (?:của|thuộc)
        """,
    ),
    (
        ("schedule", "task", "responsibility"),
        r"""
          khi\ nào | bao\ giờ | lúc\ nào | thời\ hạn | thời\ gian\ (?:nào|hoàn\ thành|thực\ hiện)
        | hạn\ (?:nộp|gửi|báo\ cáo|cuối|hoàn\ thành|chót) | (?:trước\ )?(?:ngày|tháng|quý|năm)\ nào
        | mấy\ (?:ngày|tháng|giờ) | tiến\ độ | lộ\ trình | bao\ lâu
        """,
    ),
    (
        ("situation",),
        r"(?<!trả\ )kết\ quả | tình\ hình | thực\ trạng | hạn\ chế | tồn\ tại | nguyên\ nhân | vì\ sao | tại\ sao",
    ),
    (("requirement",), r"yêu\ cầu | nguyên\ tắc"),
    (("task",), r"nhiệm\ vụ | giải\ pháp | biện\ pháp | (?:phải\ |cần\ )?làm\ (?:những\ )?(?:gì|việc\ gì)"),
    (("appendix",), r"phụ\ lục | biểu\ mẫu | mẫu\ (?:báo\ cáo|phiếu|số|biểu)"),
)


@cache
def _ask_patterns(bare: bool) -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
    def compiled(pattern: str) -> re.Pattern[str]:
        written = strip_diacritics(pattern) if bare else pattern
        return re.compile(rf"(?<!\w)(?:{written})(?!\w)", re.VERBOSE)

    return tuple((kinds, compiled(pattern)) for kinds, pattern in _ASKS)


def _kind(form: str, bare: bool) -> Iterator[Intent]:
    for kinds, pattern in _ask_patterns(bare):
        match = pattern.search(form)
        if match:
            yield Intent("kind", kinds[0], match.start(), match.end(), kinds)
            return


# --- years -----------------------------------------------------------------------------------------

_YEAR = re.compile(
    r"""
    (?<![\w/.,:-])
    (?:(?P<before>so\ voi|den|toi|truoc|tu|het|cuoi|sau|giai\ doan)\ )?  # "đến năm 2030": a horizon, no plan's year
    (?:(?P<said>nam)\ )?
    (?P<year>20[0-4]\d)
    (?![\w/%-]|[.,]\d|\ *-\ *\d)
    """,
    re.VERBOSE,
)


def _year(bare: str) -> Iterator[Intent]:
    """The one year that is named; of several, none can be meant for the document.

    >>> [intent.value for intent in _year("ke hoach cchc nam 2025")]
    ['2025']
    >>> list(_year("tang 3 bac so voi nam 2025")), list(_year("12/kh-ubnd ngay 5/3/2025")), list(_year("2021-2025"))
    ([], [], [])
    """
    found = [match for match in _YEAR.finditer(bare) if not match["before"]]
    if len({match["year"] for match in found}) == 1:
        start = found[0].start("said") if found[0]["said"] else found[0].start("year")
        yield Intent("year", found[0]["year"], start, found[0].end())


# --- types of documents ----------------------------------------------------------------------------

# Only these are asked for by name; "biên bản", "hợp đồng", "quy định" are mostly talked about.
_TYPES = frozenset({"NQ", "QĐ", "CT", "KH", "BC", "TTr", "CV", "TB", "HD", "ĐA", "CTr", "NĐ", "TT"})
_VERBS = frozenset(
    {"BC", "TB", "HD", "CT", "CTr"}
)  # "báo cáo", "hướng dẫn" are verbs, too: asked for where they come first
# Spoken of rather than asked for: "kế hoạch kiểm tra" is one, "theo kế hoạch", "xây dựng kế hoạch" are none.
_TALKED = re.compile(
    r"(?:theo|xay dung|ban hanh|lap|trong|tong hop|gui|nop|viet|dua vao|cua|khac|can cu|thuc hien|sua doi|thay the"
    r"|tham muu|duyet|quy dinh|dien|hop|chuong trinh|de xuat|trinh|che do|gop y|noi dung)$"
)


@cache
def _type_words() -> dict[str, str]:
    return {match_form(name): code for code, name, *_ in rows("document_types") if code in _TYPES}


@cache
def _type_pattern(bare: bool) -> re.Pattern[str]:
    names = "|".join(sorted(_type_words(), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{strip_diacritics(names) if bare else names})(?!\w|\ viên|\ vien)")


def _type(form: str, bare: bool) -> Iterator[Intent]:
    """The type that a query begins with or names before its subject.

    >>> [i.value for i in _type("kế hoạch tuyên truyền cchc", False)], list(_type("ai xây dựng kế hoạch", False))
    (['KH'], [])
    >>> [i.value for i in _type("thông tư hướng dẫn thu phí", False)], list(_type("nơi báo cáo kết quả", False))
    (['TT'], [])
    """
    for match in _type_pattern(bare).finditer(form):
        name = match.group()
        code = next(c for n, c in _type_words().items() if name == (strip_diacritics(n) if bare else n))
        before = strip_diacritics(form[: match.start()]).rstrip()
        if not before or (len(before.split()) <= 2 and code not in _VERBS and not _TALKED.search(before)):
            yield Intent("type", code, match.start(), match.end())
        return


# --- provinces and units ---------------------------------------------------------------------------


# Streets, rivers and the like that bear a province's name, and "nền hòa bình".
_NO_PROVINCE = re.compile(r"(?:duong|pho|song|thuy dien|vi|nen|noi den)\ $(?<!thanh pho\ )")


def _province(form: str, bare: bool) -> Iterator[Intent]:
    """Provinces named, at most two (an old and a new one, or two to compare)."""
    stripped = strip_diacritics(form)
    found = 0
    for match in re.finditer(r"(?<![^\W_])[a-z]", stripped):
        place = province_at(stripped, match.start())
        if place is None or found == 2:
            continue
        province, end = place
        written = " ".join(form[match.start() : end].split())
        if not bare and has_diacritics(written) and written not in _province_forms():
            continue  # "hạ nấm" is no Hà Nam
        if _NO_PROVINCE.search(stripped[: match.start()]):
            continue
        found += 1
        yield Intent("province", province.name, match.start(), end)


@cache
def _province_forms() -> frozenset[str]:
    named = (form for old, _, _, _, also in rows("provinces") for form in (old, *filter(None, also.split(";"))))
    return frozenset(map(match_form, named))


# Whose document is asked for where no unit is named: level -> how issuers of that level begin.
LEVELS: dict[str, tuple[str, ...]] = {
    "department": ("so ",),
    "province": ("uy ban nhan dan tinh", "uy ban nhan dan thanh pho", "hoi dong nhan dan tinh",
                 "hoi dong nhan dan thanh pho"),
    "commune": ("uy ban nhan dan xa", "uy ban nhan dan phuong", "uy ban nhan dan thi tran", "uy ban nhan dan dac khu"),
    "ministry": ("bo ",),
}  # fmt: skip
_LEVEL_ASKS: tuple[tuple[str, str], ...] = (
    ("department", r"(?:của|tại|trong|ở|thuộc|cấp|toàn|các\ phòng\ (?:thuộc|của)|văn\ phòng|giám\ đốc|lãnh\ đạo)\ sở"
     r"(?!,|\ (?:ban|ngành)\b)"),
    ("commune", r"(?:của|tại|ở|cấp)\ (?:xã|phường|đặc\ khu)(?!\ hội)"),
    ("province", r"(?:của|cấp|toàn|ubnd|ủy\ ban\ nhân\ dân|hđnd|hội\ đồng\ nhân\ dân)\ tỉnh"),
    ("ministry", r"(?:của|cấp)\ bộ(?!\ (?:phận|chỉ|máy|môn|tiêu))"),
)  # fmt: skip


@cache
def _level_patterns(bare: bool) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (level, re.compile(rf"(?<!\w)(?:{strip_diacritics(p) if bare else p})(?!\w)", re.VERBOSE))
        for level, p in _LEVEL_ASKS
    )


@cache
def _units() -> dict[str, dict[tuple[str, ...], str]]:
    """First bare syllable -> bare syllables of an organ -> its name."""
    units: dict[str, dict[tuple[str, ...], str]] = {}
    for _, name, level in rows("organs"):
        key = tuple(bare_form(syllable) for syllable, _, _ in syllable_spans(name))
        if len(key) > 1 and level in ("central", "bureau", "department", "local", "state") and name != "Công an":
            units.setdefault(key[0], {})[key] = name
    return units


def _unit(text: str, bare: bool, abbreviations: Abbreviations) -> Iterator[Intent]:
    """Organs named in full or by a known abbreviation, at most two.

    >>> [i.value for i in _unit("kế hoạch của sở nội vụ", False, Abbreviations())]
    ['Sở Nội vụ']
    >>> [i.value for i in _unit("sgddt dak lak", True, Abbreviations())]
    ['Sở Giáo dục và Đào tạo']
    """
    tokens: list[tuple[str, int, int]] = []
    for syllable, start, end in syllable_spans(text):
        long = abbreviations.long_form(syllable, text[start:end])
        tokens += [(part, start, end) for part in long] if long else [(syllable, start, end)]
    position = found = 0
    while position < len(tokens) and found < 2:
        unit, size = _unit_at(tokens, position, bare)
        if unit:
            yield Intent("unit", unit, tokens[position][1], tokens[position + size - 1][2])
            found += 1
        position += max(size, 1)


def _unit_at(tokens: Sequence[tuple[str, int, int]], position: int, bare: bool) -> tuple[str | None, int]:
    best: tuple[str | None, int] = (None, 0)
    for key, name in _units().get(bare_form(tokens[position][0]), {}).items():
        part = [token for token, _, _ in tokens[position : position + len(key)]]
        if len(key) <= best[1] or tuple(map(bare_form, part)) != key:
            continue
        written = [term_form(syllable) for syllable, _, _ in syllable_spans(name)]
        if bare or list(map(term_form, part)) == written:
            best = (name, len(key))
    return best


# --- all -------------------------------------------------------------------------------------------


def find_intents(
    text: str,
    unaccented: bool = False,
    restored: bool = False,
    abbreviations: Abbreviations | None = None,
    taken: Span | None = None,
    ignore: Collection[str] = (),
) -> tuple[Intent, ...]:
    """All intents of a query, in the order of `NAMES`, less those named in `ignore`.

    `unaccented`: the query was typed without diacritics, `restored`: they were put back; names are then
    compared without. `taken` is the span of a document number, inside which
    nothing else is read. Never raises, whatever the text.

    >>> [(i.name, i.value) for i in find_intents("kế hoạch cchc năm 2026 của sở nội vụ lâm đồng")]
    [('type', 'KH'), ('year', '2026'), ('unit', 'Sở Nội vụ'), ('province', 'Lâm Đồng')]
    >>> [(i.name, i.value) for i in find_intents("kinh phi lay tu dau", unaccented=True)]
    [('kind', 'funding')]
    """
    text = text[:_MAX_CHARACTERS]
    form = match_form(text)
    if taken is not None:  # same length, so that offsets stay
        form = form[: taken[0]] + "/" * (taken[1] - taken[0]) + form[taken[1] :]
        text = text[: taken[0]] + "/" * (taken[1] - taken[0]) + text[taken[1] :]
    bare = strip_diacritics(form)
    without = unaccented and not restored
    seen = bare if without else form
    intents = [
        *([] if taken else _type(seen, without)),
        *_year(bare),
        *_unit(text, unaccented, abbreviations or Abbreviations()),
        *_province(form, unaccented),
        *_kind(seen, without),
    ]
    if not any(intent.name == "unit" for intent in intents):
        for level, pattern in _level_patterns(without):
            match = pattern.search(seen)
            if match:
                intents.append(Intent("level", level, match.start(), match.end()))
                break
    intents.sort(key=lambda intent: NAMES.index(intent.name))
    return tuple(intent for intent in intents if intent.name not in ignore)


_MAX_CHARACTERS = 1000  # a longer query is a pasted text: its years and units are many


def ignored(given: str) -> tuple[str, ...]:
    """Names of intents in a parameter, in the order of `NAMES`; whatever is none is left out.

    >>> ignored("kind, year,nonsense")
    ('year', 'kind')
    """
    asked = {part.strip() for part in given.split(",")}
    return tuple(name for name in NAMES if name in asked)


def provinces_meant(name: str) -> dict[str, float]:
    """Provinces whose documents a province's name asks for, with how much: itself wholly, those that
    were merged into it, or the one it was merged into, in part.

    >>> provinces_meant("Lâm Đồng"), provinces_meant("Đắk Nông")
    ({'Lâm Đồng': 1.0, 'Đắk Nông': 0.5, 'Bình Thuận': 0.5}, {'Đắk Nông': 1.0, 'Lâm Đồng': 0.5})
    """
    province = find_province(name)
    if province is None:
        return {}
    meant = {province.name: 1.0}
    for old, _, new, *_ in rows("provinces"):
        if new == province.name and old != province.name:
            meant[old] = 0.5
    if province.successor != province.name:
        meant[province.successor] = 0.5
    return meant
