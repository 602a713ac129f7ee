"""Several actors in one item, each with its own work: "Sở A rà soát ...; Sở B thẩm định ...".

An item is parted where a sentence behind "." or ";" begins with another unit that is told to do something of
its own. A partner ("Sở A chủ trì; Sở B phối hợp") does not part it.
"""

from __future__ import annotations

import re

from ingest.extract.assign import read_assignment
from ingest.extract.assignment import Assignment
from ingest.extract.bare_form import bare_form
from ingest.extract.no_duty import is_closing, is_per_case, tells_nothing
from ingest.extract.unit_list import read_units
from ingest.extract.unit_name import unit_key

_BOUNDARY = re.compile(r"(?<=[.;])\s+(?=\S)")
_NAMED = re.compile(
    r"""
    (?:so|uy\s+ban|ubnd|chu\s+tich|cong\s+an|bo\s+chi\s+huy|bo(?!\s+phan)|ban|van\s+phong|thanh\s+tra|trung\s+tam|chi\s+cuc|cuc
      |kho\s+bac|bao|dai|kiem\s+lam|giam\s+doc|thu\s+truong|truong\s+ban|ngan\s+hang|thue|vu|vien|phong|luc\s+luong|giao|de\s+nghi|yeu\s+cau
      |(?:cac|nhung)\s+(?:so|bo|ban|co\s+quan|don\s+vi|dia\s+phuong|phong|chu|doanh\s+nghiep|luc\s+luong|truong|hoi))\s
    """,
    re.VERBOSE,
)
_HELPS = re.compile(
    r"[^.;]{0,80}?\bphoi\s+hop\b(?:[\s,]+(?:thuc\s+hien|trien\s+khai|cung|theo|chuc\s+nang|nhiem\s+vu))*\s*[.;]?\s*$"
)
_DECIDES = re.compile(
    r"\s*,?\s*(?:xem\s+xet|quyet\s+dinh|phe\s+duyet|cho\s+y\s+kien|duoc\b|co\s+quyen|khong\b|chiu\s+trach\s+nhiem\s+truoc)"
)
_OWN_WORDS = 5  # that a part says beside its unit


def split_actors(text: str, first: Assignment | None, start: int = 0) -> list[tuple[int, int, Assignment | None]]:
    """Parts of an item as (start, end, who is told); None stands for `first`, who does the first part.

    `start`: where the naming of `first` ends in the text. One part where nobody else is told anything.

    >>> from ingest.extract.assign import read_assignment
    >>> text = "Sở Y tế lập danh sách các cơ sở; Công an tỉnh kiểm tra việc chấp hành quy định."
    >>> parts = split_actors(text, read_assignment(text))
    >>> [(text[a:b], own.lead if own else None) for a, b, own in parts][1]
    ('Công an tỉnh kiểm tra việc chấp hành quy định.', ('Công an tỉnh',))
    """
    found: list[tuple[int, Assignment | None]] = [(0, None)]
    if first is not None and len(text) < _LONGEST:
        bare = bare_form(text)
        told = _keys(first)
        cuts = [cut.end() for cut in _BOUNDARY.finditer(text)]
        for at, end in zip(cuts, [*cuts[1:], len(text)], strict=False):
            if (
                at <= start
                or not text[at].isupper()
                or not _NAMED.match(bare, at)
                or text.count("(", 0, at) > text.count(")", 0, at)
            ):
                continue
            other = read_assignment(text, at)
            if other is None or not _is_told(text, bare, at, end, other):
                continue
            units = _keys(other)
            if not units <= told and not (text[at - 2] == ";" and goes_on_list(text, 0, at)):
                found.append((at, other))
                told = units
    ends = [*(at for at, _ in found[1:]), len(text)]
    return [(at, end, own) for (at, own), end in zip(found, ends, strict=True)]


_LONGEST = 4000  # characters


def _keys(told: Assignment) -> set[str]:
    return {unit_key(unit) for unit in told.lead}


def goes_on_list(text: str, start: int, unit: int) -> bool:
    """True where the unit at `unit`, behind ";", goes on a list: "do các sở; Ủy ban nhân dân xã lập".

    >>> text = "Phối hợp với Chánh Văn phòng tỉnh; Chủ tịch UBND các xã niêm yết danh mục"
    >>> goes_on_list(text, 0, text.index("Chủ"))
    True
    """
    words = [start + word.start() for word in re.finditer(r"\S+", text[start:unit])][-_LIST_WORDS:]
    bare = bare_form(text)
    runs = (read_units(text, word) for word in words if _LISTS.search(bare[max(0, word - 12) : word]))
    return any(run is not None and run.end > unit and len(run.units) > 1 for run in runs)


_LIST_WORDS = 20
# "phối hợp với ...", "do ...", or the start of a clause; never the object of a verb ("lập danh sách các cơ sở; ...")
_LISTS = re.compile(r"(?:^|[.,;:]\s+|\b(?:hop|voi|cung|do|boi|giua|gom|gui|cho)\s+)$")


def _is_told(text: str, bare: str, at: int, end: int, other: Assignment) -> bool:
    run = read_units(text, at)
    if run is not None and (_DECIDES.match(bare, run.end) or _HELPS.fullmatch(bare, run.end, end)):
        return False
    part = text[at:end]
    if is_closing(part) or is_per_case(part) or tells_nothing(part):
        return False
    return len(text[other.end : end].split()) >= _OWN_WORDS
