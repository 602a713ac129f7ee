"""One key per cited document, however it is cited: by number with or without its date, or a law by its name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from index.authority import is_central, level_of
from index.resolve import Cited, Citing, office_key, province_of
from ingest.extract.law_name import law_key
from ingest.parse.number import number_key

LAW_TYPES = ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp")
_SERIAL = re.compile(r"^\d+")
_YEAR_INSIDE = re.compile(r"^[^/]*/((?:19|20)\d\d)/")


class Identities:
    """Gives citations their keys. What it was built from says which years a number without a date can mean, and
    which number a law's name has; more than one possibility leaves the citation a key of its own."""

    def __init__(self, known: Iterable[tuple[Cited, Citing]] = ()) -> None:
        self._years: dict[tuple[str, str], set[str]] = {}
        self._laws: dict[str, dict[str, set[str]]] = {}  # name -> year -> numbers
        self._days: dict[tuple[str, str], Counter[str]] = {}  # (name, day) -> numbers
        for cited, citing in known:
            self.learn(cited, citing)

    def learn(self, cited: Cited, citing: Citing) -> None:
        """Take up what a citation, or a stored document, tells."""
        year = _possible_year(cited, citing)
        if cited.number and year:
            self._years.setdefault((_key(cited), place_of(cited, citing)), set()).add(year)
        if cited.type in LAW_TYPES and cited.title and year:
            numbers = self._laws.setdefault(law_name_key(cited.title), {}).setdefault(year, set())
            if cited.number:
                numbers.add(_key(cited))
                if cited.issued_on and len(cited.issued_on) == 10:
                    day = (law_name_key(cited.title), cited.issued_on)
                    self._days.setdefault(day, Counter())[_key(cited)] += 1

    def of(self, cited: Cited, citing: Citing) -> str:
        """The key; "" for a citation that names nothing.

        >>> base = Identities([(Cited("83/2015/QH13", None, "Quốc hội", "Luật Ngân sách nhà nước", "Luật"), Citing())])
        >>> base.of(Cited(None, "2015-06-25", None, "Luật Ngân sách nhà nước", "Luật"), Citing())
        '83/2015/qh13||2015'
        >>> base.of(Cited("12/KH-UBND", "2024-02-01"), Citing(province="Sơn La"))
        '12/kh/ubnd|Sơn La|2024'

        A day behind the citing document's own is a slip, and tells no year:

        >>> base = Identities([(Cited("46/BNV-VP", "2025-07-02"), Citing(issued_on="2025-12-22"))])
        >>> base.of(Cited("46/BNV-VP", "2026-07-02"), Citing(issued_on="2025-12-22"))
        '46/bnv/vp||2025'
        """
        year = _possible_year(cited, citing)
        if cited.number:
            key, place = _key(cited), place_of(cited, citing)
            if not year:
                years = self._years.get((key, place), set())
                year = next(iter(years)) if len(years) == 1 else ""
            return f"{key}|{place}|{year}"
        if not cited.title:
            return ""
        name = law_name_key(cited.title)
        by_year = self._laws.get(name, {})
        if not year and len(by_year) == 1:
            year = next(iter(by_year))
        # Two laws of one name in one year: the day tells which.
        numbers = _plain(self._days.get((name, cited.issued_on or ""))) or by_year.get(year, set())
        if len(numbers) == 1:
            return f"{next(iter(numbers))}||{year}"
        return f"{name}||{year}"

    def law_years(self, title: str) -> set[str]:
        """Years of the laws of this name that are known."""
        return set(self._laws.get(law_name_key(title), {}))


def _plain(counts: Counter[str] | None) -> set[str]:
    """The number that is meant; one that is written half as often is a slip."""
    ranked = counts.most_common(2) if counts else []
    if len(ranked) == 2 and ranked[0][1] < 2 * ranked[1][1]:
        return set()
    return {ranked[0][0]} if ranked else set()


def law_name_key(title: str) -> str:
    """A law's name without its kind.

    >>> law_name_key("Luật Tổ chức Chính phủ") == law_name_key("LUẬT TỔ CHỨC CHÍNH PHỦ")
    True
    """
    return law_key("", re.sub(r"(?i)^(?:bộ luật|luật|pháp lệnh|bo luat|luat|phap lenh)\s+", "", title.strip()))


def _key(cited: Cited) -> str:
    return cited.key if cited.key is not None else number_key(cited.number or "")


def place_of(cited: Cited, citing: Citing) -> str:
    """Where a cited document counts its numbers: its province, "" for a central organ."""
    # The serial number tells nothing of the level, and without it the levels of a whole register are a few.
    level = level_of(_SERIAL.sub("0", cited.number or "") or None, cited.issuer, cited.type)
    if is_central(level):
        return ""
    place = province_of(cited.issuer) or citing.province or ""
    return f"{place}, {office_key(cited.issuer or '')}" if level == "commune" else place


def _possible_year(cited: Cited, citing: Citing) -> str:
    """The year that a citation gives; "" where its day is later than that of the document that cites it."""
    day, own = cited.issued_on or "", citing.issued_on or ""
    later = len(day) == 10 and own != "" and day[: len(own)] > own
    slip = later and cited.number and not _YEAR_INSIDE.match(cited.number)
    return "" if slip else year_of(cited)


def year_of(cited: Cited) -> str:
    """The year in a number, else that of its date; "" where neither is known."""
    inside = _YEAR_INSIDE.match(cited.number or "")
    return inside[1] if inside else (cited.issued_on or "")[:4]
