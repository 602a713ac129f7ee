"""Which level of authority issued a document, from its number's symbol, its issuer and its type."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.clean.fold import key_form
from ingest.parse.province import province_at

#: Highest first. "province" holds council, committee and Party committee of a province; "commune" everything below.
LEVELS = ("party", "assembly", "government", "ministry", "province", "department", "commune", "other")
#: Types that tell, ask or report; they can't change the force of another document.
NO_FORCE = frozenset({"CV", "BC", "TTr", "TB", "GM", "BB", "VBHN", "PL", "PA", "CTr", "TC", "GT", "HD", "PC", "TLB"})

_LOWER = r"(?:huyen|thi xa|phuong|xa|dac khu|quan|thi tran)"
_COUNCILS = r"(?:uy ban nhan dan|hoi dong nhan dan|ubnd|hdnd)"
# (level, beginnings of the issuer's name without diacritics), tried in this order.
_ISSUERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("commune", (rf"(?:(?:pho )?chu tich )?(?:{_COUNCILS}|dang uy) {_LOWER}\b",)),
    (
        "party",
        (
            r"bo chinh tri|ban bi thu|ban chap hanh trung uong|uy ban kiem tra trung uong|van phong trung uong",
            r"dang uy (?:chinh phu|quoc hoi)|.*\btrung uong dang\b|ban .* trung uong$",
        ),
    ),
    ("assembly", (r"(?:quoc hoi|uy ban thuong vu quoc hoi|chu tich nuoc)\b",)),
    ("government", (r"(?:chinh phu|(?:pho )?thu tuong)\b", r"ban chi dao .*\b(?:chinh phu|trung uong|quoc gia)\b")),
    (
        "ministry",
        (
            r"(?:(?:bo|thu) truong )?bo (?!phan\b|chi huy|doi\b|tu lenh)",
            r"(?:van phong|thanh tra) chinh phu|ngan hang nha nuoc|uy ban dan toc|bao hiem xa hoi viet nam",
            r"(?:toa an|vien kiem sat) nhan dan toi cao|kiem toan nha nuoc|cuc (?:thue|hai quan)$|tong cuc\b",
        ),
    ),
    (
        "province",
        (rf"(?:(?:pho )?chu tich |thuong truc )?{_COUNCILS}(?: (?:tinh|thanh pho|tp)\b|$)", r".*\b(?:tinh|thanh) uy\b"),
    ),
    (
        "department",
        (
            r"(?:giam doc )?so \w|ban quan ly|van phong (?:uy ban|ubnd|hdnd|hoi dong|doan)|(?:thanh tra|cong an) tinh",
            r"trung tam phuc vu hanh chinh cong|ban (?:dan toc|to chuc|noi chinh|tuyen giao|dan van)\b",
        ),
    ),
)
_BY_ISSUER = tuple((level, re.compile(f"^(?:{'|'.join(forms)})")) for level, forms in _ISSUERS)
_CITY = re.compile(rf"^(?:(?:pho )?chu tich )?{_COUNCILS} thanh pho (?=\w)(?!va\b)")
# (level, tokens of a symbol), tried in this order: a ministry's office of the Party body "BTCTU" is no ministry.
_SYMBOLS: tuple[tuple[str, str], ...] = (
    ("party", r"TW|B[A-Z]{2,4}TW|UBKTTW|VPTW"),
    ("assembly", r"QH\d*|UBTVQH\d*|CTN"),
    ("ministry", r"VPCP|TTCP|NHNN|UBDT|TANDTC|VKSNDTC|KTNN|BHXHVN"),
    ("government", r"CP|TTg"),
    ("department", r"BQL\w*|VPUB\w*|TTPVHCC\w*|(?:BTC|BTG|BDV|BTGDV|BNC|VP)TU"),
    ("province", r"(?:CT)?(?:UBND|HĐND|UB|TU|BTVTU|ThU|TgU)"),
    ("commune", r"HU|ĐU|QU|TXU"),
    ("ministry", r"B(?!CĐ|C(?=-|$)|QL|TV|CH|TC[A-Z]|DT|TG|DV|NC|CS|TT)[A-ZĐ&]{1,7}"),
    ("department", r"S(?!L$)[A-ZĐ&]{1,8}"),
)
_BY_SYMBOL = tuple((level, re.compile(rf"(?:^|[-/])(?:{tokens})(?=-|$)")) for level, tokens in _SYMBOLS)
_CIRCULAR = re.compile(r"^(?:TT|TTLT)-")
_LAW_TYPES = ("luật", "bộ luật", "pháp lệnh", "hiến pháp")


@lru_cache(maxsize=8192)
def level_of(number: str | None, issuer: str | None = None, type: str | None = None) -> str:
    """One of `LEVELS`. The issuer tells a commune's "12/KH-UBND" from a province's; else the symbol decides.

    >>> level_of("57-NQ/TW"), level_of("63/2025/QH15"), level_of(None, "Quốc hội", "Luật"), level_of("76/NQ-CP")
    ('party', 'assembly', 'assembly', 'government')
    >>> level_of("430/QĐ-BNV"), level_of("09/2019/TT-BTNMT"), level_of("1234/VPCP-KSTT"), level_of("12-NQ/TU")
    ('ministry', 'ministry', 'ministry', 'province')
    >>> level_of("181/KH-SGDĐT"), level_of("5/KH-UBND"), level_of("5/KH-UBND", "Ủy ban nhân dân phường Đông Hà")
    ('department', 'province', 'commune')
    >>> level_of("12/QĐ-BCĐ", "Ban Chỉ đạo cải cách hành chính của Chính phủ"), level_of("3/BC-XYZ")
    ('government', 'other')
    """
    if type and type.lower() in _LAW_TYPES:
        return "assembly"
    named = key_form(issuer) if issuer else ""
    if named and _BY_ISSUER[0][1].search(named):
        return "commune"
    # "thành phố Hội An" is no province.
    if (city := _CITY.match(named)) and province_at(named, city.end()) is None:
        return "commune"
    if number:
        party = re.match(r"^\d+[a-zđ]?-([A-Za-zĐđ]+/.+)$", number)
        symbol = party[1] if party else re.sub(r"^[^/]*/(?:(?:19|20)\d\d/)?", "", number)
        if _CIRCULAR.match(symbol):
            return "ministry"
        for level, pattern in _BY_SYMBOL:
            if pattern.search(symbol):
                return level
    return next((level for level, pattern in _BY_ISSUER if named and pattern.search(named)), "other")


def rank_of(level: str) -> int:
    """0 for the highest level."""
    return LEVELS.index(level)


def is_central(level: str) -> bool:
    """Whether a level has no province."""
    return rank_of(level) <= rank_of("ministry")
