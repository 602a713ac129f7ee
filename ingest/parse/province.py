"""Provinces before and after 1 July 2025."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ingest.clean.fold import nfc, strip_diacritics
from ingest.lexicons import rows

MERGED_ON = "2025-07-01"


@dataclass(frozen=True, slots=True)
class Province:
    """A province as it was until 30 June 2025, and the one it is part of since."""

    name: str
    kind: str  # "tỉnh" | "thành phố"
    successor: str
    successor_kind: str

    @property
    def full_name(self) -> str:
        """ "tỉnh Sơn La", "thành phố Hà Nội"."""
        return f"{self.kind} {self.name}"


def _key(name: str) -> str:
    return re.sub(r"[^a-z]", "", strip_diacritics(nfc(name)).lower())


@cache
def _index() -> dict[str, Province]:
    index: dict[str, Province] = {}
    for old, kind, new, new_kind, aliases in rows("provinces"):
        province = Province(old, kind, new, new_kind)
        for form in (old, *filter(None, aliases.split(";"))):
            index[_key(form)] = province
    return index


_KIND = re.compile(r"^(?:tinh|thanh pho|t\s?\.?\s?p\.?)\s*", re.IGNORECASE)


def find_province(name: str) -> Province | None:
    """The province that `name` is, with or without its kind and diacritics.

    >>> find_province("TỈNH SƠN LA").full_name, find_province("TP. Hồ Chí Minh").full_name
    ('tỉnh Sơn La', 'thành phố Hồ Chí Minh')
    >>> find_province("Thừa Thiên - Huế").name, find_province("Thanh Hoá").name, find_province("Đắc Lắc").name
    ('Huế', 'Thanh Hóa', 'Đắk Lắk')
    >>> find_province("Sóc Trăng").successor, find_province("Tân Hội")
    ('Cần Thơ', None)
    """
    bare = strip_diacritics(nfc(name)).strip()
    return _index().get(_key(bare)) or _index().get(_key(_KIND.sub("", bare)))


@cache
def _prefix() -> re.Pattern[str]:
    forms = sorted({_spaced(form) for form in _forms()}, key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(forms)})(?![a-z])")


def _forms() -> list[str]:
    return [form for old, _, _, _, aliases in rows("provinces") for form in (old, *filter(None, aliases.split(";")))]


def _spaced(form: str) -> str:
    words = re.findall(r"[a-z]+", strip_diacritics(form).lower())
    return r"[\s\x00-]*".join(words)


def province_at(bare: str, start: int) -> tuple[Province, int] | None:
    """Province name that begins at `start` of a text without diacritics in small letters, and its end.

    >>> province_at("tinh son la so noi vu", 5)[1], province_at("ba ria - vung tau", 0)[0].name
    (11, 'Bà Rịa - Vũng Tàu')
    """
    found = _prefix().match(bare, start)
    return (_index()[_key(found.group())], found.end()) if found else None


def successor_of(name: str) -> str:
    """The province that a name belongs to since 1 July 2025 (itself where it was not merged).

    >>> successor_of("Bình Thuận"), successor_of("Lâm Đồng"), successor_of("Atlantis")
    ('Lâm Đồng', 'Lâm Đồng', 'Atlantis')
    """
    province = find_province(name)
    return province.successor if province else name


def predecessors_of(name: str) -> list[str]:
    """Provinces that were merged into this one, itself included.

    >>> predecessors_of("Lâm Đồng")
    ['Lâm Đồng', 'Đắk Nông', 'Bình Thuận']
    """
    return [old for old, _, new, *_ in rows("provinces") if new == name]
