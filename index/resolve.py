"""Citations -> the stored documents that they name.

A number says little alone: numbers begin anew every year and in every province, and one office's "12/KH-UBND" is
not another's. So type and number must agree, the years that both are known, the province (the one that the citation
names, else the citing document's own), and the offices as far as both are named. What may mean two documents means
none: wrong is worse than missing. Versions of one document (near duplicates) are one, and its issued leader stands
for it.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache

from index.authority import is_central, level_of
from ingest.clean.fold import key_form, match_form, strip_diacritics
from ingest.extract.law_name import law_key
from ingest.parse.number import number_key
from ingest.parse.province import predecessors_of, province_at

_CHUNK = 500
_COLUMNS = (
    "ordinal, id, number, number_key, type, type_code, title, issued_on, issuer, issuer_key, province, draft, leader"
)
#: A plan that is cited without a date is of this year or the two before it; laws and decrees are cited for longer.
YEARS_WITHOUT_DATE = 2
_LAWS = ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp")


@dataclass(frozen=True, slots=True)
class Cited:
    """What a citation says of the document it names. `key`: `number_key` of the number, where it is known already."""

    number: str | None
    issued_on: str | None = None
    issuer: str | None = None
    title: str | None = None
    type: str | None = None
    key: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Citing:
    """The document that cites: `ordinal` in the store (-1: it is not stored), province and date."""

    ordinal: int = -1
    province: str | None = None
    issued_on: str | None = None
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Candidates:
    """Stored documents that citations may mean: by number_key, and laws by the key of their names."""

    numbered: dict[str, list[sqlite3.Row]]
    laws: dict[str, list[sqlite3.Row]]


def candidates(db: sqlite3.Connection, cited: Iterable[Cited]) -> Candidates:
    """All stored documents that the citations may mean."""
    wanted: set[str] = set()
    by_name = False
    for one in cited:
        if one.number:
            wanted.update(_keys(one))
        by_name = by_name or one.type in _LAWS
    numbered: dict[str, list[sqlite3.Row]] = {}
    keys = sorted(wanted)
    for start in range(0, len(keys), _CHUNK):
        chunk = keys[start : start + _CHUNK]
        for row in db.execute(
            f"SELECT {_COLUMNS} FROM documents WHERE number_key IN ({','.join('?' * len(chunk))}) ORDER BY draft, id",
            chunk,
        ):
            numbered.setdefault(row["number_key"], []).append(row)
    laws: dict[str, list[sqlite3.Row]] = {}
    if by_name:
        holes = ",".join("?" * len(_LAWS))
        for row in db.execute(
            f"SELECT {_COLUMNS} FROM documents WHERE type IN ({holes}) AND title IS NOT NULL ORDER BY draft, id", _LAWS
        ):
            laws.setdefault(_name_key(row["type"], row["title"]), []).append(row)
    return Candidates(numbered, laws)


def resolve(cited: Cited, citing: Citing, known: Candidates) -> str | None:
    """Id of the document that a citation names, None where none or more than one may be meant."""
    if cited.number:
        rows = [row for key in _keys(cited) for row in known.numbered.get(key, ())]
        level = level_of(cited.number, cited.issuer, cited.type)
        fitting = [row for row in rows if _fits(row, cited, citing, level)]
        if cited.issued_on and len(cited.issued_on) == 10:
            fitting = [row for row in fitting if row["issued_on"] == cited.issued_on] or fitting
        # A number typed without its year, or with one too many, must have the day for witness.
        own = number_key(cited.number)
        fitting = [
            row
            for row in fitting
            if row["number_key"] == own or (cited.issued_on and row["issued_on"] == cited.issued_on)
        ]
    elif cited.title and cited.type in _LAWS:
        fitting = [
            row
            for row in known.laws.get(_name_key(cited.type, cited.title), ())
            if row["ordinal"] != citing.ordinal and _same_time(row, cited, citing, lasting=True)
        ]
        if not cited.issued_on:
            # Without a date the law of this name that was in force then is meant: the newest.
            newest = max((row["issued_on"] or "" for row in fitting), default="")
            fitting = [row for row in fitting if (row["issued_on"] or "") == newest]
    else:
        return None
    return _one(fitting)


def _one(rows: Sequence[sqlite3.Row]) -> str | None:
    issued = [row for row in rows if not row["draft"]] or list(rows)
    if not issued:
        return None
    groups = {row["leader"] or row["id"] for row in issued}
    if len(groups) > 1 and len({_identity(row) for row in issued}) > 1:
        return None
    leading = next((row for row in issued if row["leader"] == row["id"]), issued[0])
    return str(leading["id"])


def _identity(row: sqlite3.Row) -> tuple[str | None, str | None, str]:
    return row["province"], row["issuer_key"], (row["issued_on"] or "")[:4]


def _fits(row: sqlite3.Row, cited: Cited, citing: Citing, level: str) -> bool:
    if row["ordinal"] == citing.ordinal:
        return False
    exact = bool(cited.issued_on) and len(cited.issued_on or "") == 10 and row["issued_on"] == cited.issued_on
    lasting = is_central(level) or bool(re.match(r"^\d+[a-z]?/(?:19|20)\d\d/", cited.number or ""))
    if not exact and not _same_time(row, cited, citing, lasting):
        return False
    if is_central(level):
        return True
    return _same_province(row, cited, citing, exact) and _same_office(row, cited, exact)


def _same_time(row: sqlite3.Row, cited: Cited, citing: Citing, lasting: bool) -> bool:
    stored = row["issued_on"]
    if cited.issued_on:
        return not stored or cited.issued_on[:4] == stored[:4]
    if not stored or not citing.issued_on:
        return True
    years = int(citing.issued_on[:4]) - int(stored[:4])
    return stored[:10] <= citing.issued_on if lasting else 0 <= years <= YEARS_WITHOUT_DATE


def _same_province(row: sqlite3.Row, cited: Cited, citing: Citing, exact: bool) -> bool:
    stored = row["province"]
    named = province_of(cited.issuer)
    if named:
        return not stored or stored == named
    if not stored or not citing.province or stored == citing.province:
        return True
    # "UBND tỉnh" of a merged province may mean what a predecessor issued, if the very day agrees.
    return exact and stored in predecessors_of(citing.province)


def _same_office(row: sqlite3.Row, cited: Cited, exact: bool) -> bool:
    if not cited.issuer or not row["issuer_key"]:
        return True
    left, right = office_key(cited.issuer), office_key(row["issuer_key"])
    words, others = set(left.split()), set(right.split())
    if words <= others or others <= words:
        # "UBND tỉnh" is not the "UBND phường" of the same province.
        return level_of(None, cited.issuer) in (level_of(None, row["issuer"]), "other")
    return exact and SequenceMatcher(None, left, right, autojunk=False).ratio() >= 0.85


def office_key(name: str) -> str:
    """An office without its chief, its area's kind and name.

    >>> office_key("Chủ tịch UBND tỉnh Sơn La"), office_key("Văn phòng UBND tỉnh")
    ('uy ban nhan dan', 'van phong uy ban nhan dan')
    >>> office_key("Sở Tài chính tỉnh Hải Dương")
    'so tai chinh'
    """
    bare = key_form(name)
    bare = re.sub(r"\bubnd\b", "uy ban nhan dan", bare)
    bare = re.sub(r"\bhdnd\b", "hoi dong nhan dan", bare)
    bare = re.sub(r"^(?:pho )?(?:chu tich|giam doc|chanh van phong|ban thuong vu|thuong truc) ", "", bare)
    area = re.search(r" (?:tinh|thanh pho|tp)(?: (?=\w)|$)", bare)
    if area and (area.end() == len(bare) or province_at(bare, area.end())):
        return bare[: area.start()]
    return bare


@lru_cache(maxsize=4096)
def province_of(issuer: str | None) -> str | None:
    """The province that an issuer's name holds.

    >>> province_of("Sở Y tế tỉnh Bến Tre"), province_of("Ủy ban nhân dân tỉnh"), province_of("Tỉnh ủy Lâm Đồng")
    ('Bến Tre', None, 'Lâm Đồng')
    """
    if not issuer:
        return None
    bare = strip_diacritics(match_form(issuer))
    for area in re.finditer(r"\b(?:(?:tinh|thanh) uy|tinh|thanh pho|tp\.?)\s+", bare):
        if found := province_at(bare, area.end()):
            return found[0].name
    return None


def _keys(cited: Cited) -> list[str]:
    """The number's key, and the key with the year put in or left out."""
    key = number_key(cited.number or "")
    first, _, rest = key.partition("/")
    if not key or not rest:
        return [key] if key else []
    if year := re.match(r"((?:19|20)\d\d)/(.+)", rest):
        return [key, f"{first}/{year[2]}"] if "qh" not in year[2] else [key]
    return [key, f"{first}/{cited.issued_on[:4]}/{rest}"] if cited.issued_on else [key]


def _name_key(type: str, title: str) -> str:
    return law_key("", re.sub(rf"(?i)^(?:{type})\s+", "", title.strip()))
