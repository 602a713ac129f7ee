"""Whether an item under a unit speaks of somebody else, and of whom."""

from __future__ import annotations

import re

from ingest.extract.assign import read_assignment
from ingest.extract.assignment import Assignment
from ingest.extract.bare_form import bare_form
from ingest.extract.duty_phrase import NAMED_ORGAN
from ingest.extract.find_assign import IN_CASE, RESPONSIBLE, behind_adverbial, responsible_inside
from ingest.extract.unit_head import is_organ
from ingest.extract.unit_list import read_units
from ingest.extract.unit_stop import starts_duty

# Those that an item under a unit may speak of instead of the unit.
_OTHERS = re.compile(
    r"(?:moi\s+)?(?:(?:cac|nhung)\s+(?:ben|co\s+quan|don\s+vi|to\s+chuc|ca\s+nhan|doanh\s+nghiep|co\s+so|chu)"
    r"|co\s+quan|don\s+vi|to\s+chuc(?:,|\s+(?:va\s+)?ca\s+nhan|\s+hanh\s+nghe|\s+tin\s+dung)|ca\s+nhan|ben\s+\w+|doanh\s+nghiep"
    r"|nguoi|chu\s+(?:dau\s+tu|rung|so\s+huu|the|nha|ho)|co\s+so|ho\s+(?:gia\s+dinh|kinh\s+doanh|dan)|nha\s+thau)[\s,]"
)


# No verb begins so: the item tells of them. "Tổ chức ...", "Cơ sở dữ liệu" may be something else.
_NO_VERB_BEGINS = re.compile(
    r"(?:cac|nhung|moi|co\s+quan|don\s+vi|doanh\s+nghiep|chu\s+(?:dau|rung|so|the|nha|ho)|nguoi|ca\s+nhan|ho\s|nha\s+thau|ben\s"
    r"|to\s+chuc(?:,\s+(?:ca\s+nhan|don\s+vi|doanh\s+nghiep|co\s+quan|ho)|\s+(?:va\s+)?ca\s+nhan|\s+hanh\s+nghe|\s+tin\s+dung))"
)


_OTHERS_MUST = re.compile(r"\s(?:phai\s+(?!lam\b)|(?:phai\s+)?(?:co|chiu)\s+trach\s+nhiem\s+(?!thi\s+hanh))")


# "Trong thời gian 90 ngày kể từ ngày ..., các bộ công bố ...": who begins behind such words is who does it
_SINCE = re.compile(r"(?:trong|sau)\s+(?:thoi\s+(?:han|gian)|vong)\s[^,;.]{3,120}\b(?:ke\s+)?tu\s+(?:ngay|khi)\s")


_SUBJECT_WORDS = 14


_SUBJECT_SPAN = 500  # characters


def find_subject(text: str, start: int = 0) -> tuple[bool, Assignment | None]:
    """Whether an item under a unit speaks of somebody else, and of whom (None: of somebody who can't be read).

    >>> find_subject("Trường hợp phát hiện sự cố, Công an tỉnh có trách nhiệm thông báo")[1].lead
    ('Công an tỉnh',)
    >>> find_subject("Trường hợp chậm, người nộp hồ sơ có trách nhiệm giải trình")
    (True, None)
    >>> find_subject("Khi có sự cố, có trách nhiệm thông báo"), find_subject("Đôn đốc đơn vị có trách nhiệm xử lý")
    ((False, None), (False, None))
    """
    bare = bare_form(text)
    ends = [at for at in (bare.find(". ", start), bare.find("; ", start)) if at >= 0]
    stop = min([*ends, start + _SUBJECT_SPAN, len(bare)])
    if _OTHERS.match(bare, start, stop):
        if _OTHERS_MUST.search(bare, start, stop) is None:
            return _NO_VERB_BEGINS.match(bare, start) is not None, None
        return True, responsible_inside(text, bare, start)
    if IN_CASE.match(bare, start) is None:
        return False, None
    said = RESPONSIBLE.search(bare, start, stop)
    if said is None:
        inside = _SINCE.match(bare, start, stop)
        found = behind_adverbial(text, bare, start) if inside else None
        named = found is not None and (bare_form(found.lead[0]).startswith("cac ") or is_organ(found.lead[0]))
        return named, found if named else None
    comma = bare.rfind(", ", start, said.start())
    if comma < 0 or bare[said.start() - 1] == ",":
        return False, None
    found = behind_adverbial(text, bare, start)
    if found is not None and found.ordered:
        return True, found
    phrase = text[comma + 2 : said.start()]
    if len(phrase.split()) > _SUBJECT_WORDS or starts_duty(phrase, 0):
        return False, None
    before = bare.rfind(", ", start, comma)
    listed = before >= 0 and read_units(text, before + 2) is not None
    return True, read_assignment(text, comma + 2) if NAMED_ORGAN.match(bare, comma + 2) and not listed else None
