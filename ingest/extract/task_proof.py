"""The proof of a task before it leaves: a unit's name that is one, and evidence that the unit is told to do the work.

Rules that look for tasks find too much in texts of kinds that no rule has seen. What is asked for here is positive:
a field that can't show what it needs is left empty, and a task without a unit that can is left out.
"""

from __future__ import annotations

import re
from functools import cached_property

from ingest.clean.fold import strip_diacritics
from ingest.extract.assignment import Assignment
from ingest.extract.bare_form import bare_form
from ingest.extract.models import Task
from ingest.extract.unit_head import is_organ, starts_unit
from ingest.extract.unit_list import read_units
from ingest.extract.unit_name import unit_key
from ingest.extract.unit_stop import starts_duty
from ingest.models import Document, Section

# --- names ------------------------------------------------------------------------------------

# People and bodies beside the heads of `unit_list`: whoever may be told to do something. Without marks.
_WHO = re.compile(
    r"""
    (?:(?:tat\s+ca\s+(?:cac\s+|nhung\s+|moi\s+)?|(?:moi|cac|nhung|toan\s+the|mot\s+so|tung|quy)\s+)(?!noi\s+dung|nhiem\s+vu|giai\s+phap|chi\s+tieu|van\s+ban|quy\s+dinh|bien\s+phap|dieu\s+kien|linh\s+vuc)\w
      |(?:ong|ba|dong\s+chi|d/c|thay|co)[.:]?\s+\w
      |(?:pho\s+)?(?:truong|chanh|hieu\s+truong|giam\s+doc|chu\s+tich|bi\s+thu|chu\s+nhiem|vien\s+truong|cuc\s+truong|vu\s+truong|tong\s+giam\s+doc|thu\s+truong)\b
      |(?:can\s+bo|cong\s+chuc|vien\s+chuc|nhan\s+vien|chuyen\s+vien|giao\s+vien|gvcn|hoc\s+sinh|sinh\s+vien|ke\s+toan|van\s+thu|cong\s+chung\s+vien|bac\s+si
        |doanh\s+nghiep|hop\s+tac\s+xa|to\s+chuc|ca\s+nhan|thanh\s+vien|dai\s+dien|dai\s+bieu|uy\s+vien|thu\s+ky|thuong\s+truc
        |clb|cau\s+lac\s+bo|thi\s+xa|thanh\s+pho|lien\s+danh|ub|dai\s+ly|benh\s+vien|mat\s+tran|quoc\s+hoi|quan\s+khu|quan\s+doan|bch|bcd|bql
        |chinh\s+phu|tap\s+doan|trung\s+uong|lien\s+bo|co\s+so|thanh\s+nien|phu\s+nu|cuu\s+chien)\b
      |(?:bo|so|ban|nganh|co\s+quan|don\s+vi|dia\s+phuong|phong)\s*,\s
      |so/|bo/|uy\s+ban\b|hdnd\b|hoi\s+dong\b|bi\s+thu\b|tong\b)
    """,
    re.VERBOSE,
)
# Short words that collide without their marks ("tỉnh" and "tình").
_SHORT_WHO = re.compile(
    r"(?:người|chủ|nhà|hộ|bên|ngành|cấp|đồn|hạt|khối|cụm|khoa|tổ|nhóm|đội|lớp|xã|phường|thôn|huyện|quận|tỉnh|hãng"
    r"|trạm|đoàn|nông dân)\b"
)
_MARKLESS_WHO = re.compile(strip_diacritics(_SHORT_WHO.pattern))
# "CSDL", "TTXVN", "VTV": a sign of few letters; never a word written in capitals.
_SIGN = re.compile(r"[A-ZĐ][A-ZĐ&-]{1,8}(?:\s+[A-ZĐ][\w&]*)*")
_THINGS = re.compile(
    r"(?:(?:cac\s+)?co\s+so\s+(?:du\s+lieu|ha\s+tang|vat\s+chat|phap\s+ly)|csdl|tthc|cchc|cntt|cds|vbqppl|dvc|dvctt|kpi|html|cong\s+dich\s+vu|cong\s+tuan|cong\s+du"
    r"|to\s+chuc\s+(?:cuoc|gap\s+go|hop))\b"
)
_PERSON = re.compile(r"(?:[^\W\d_a-z][^\W\d_]*\s+){1,5}[^\W\d_a-z][^\W\d_]*")
# Words with which no name ends. As written, since "để" and "đề" differ; and without marks for text that has none.
_OPEN_END = re.compile(
    r"(?:^|\s)(?:và|các|những|của|với|cho|để|trong|(?<!sở )tại|(?<!kèm )theo|về|từ"
    r"|(?<!điểm )đến|do|là|có|được|(?<!thiết )(?<!trang )bị"
    r"|hoặc|hay|cùng"
    r"|khi|nhằm|như|thì|mà|phó|phải|cần|sẽ|đã|đang|không|tổ chức và|phối hợp|(?<!giao )chủ trì|đề nghị|yêu cầu"
    r"|(?<!ngoại )giao|khả năng|giải pháp|nội dung|phát)$",
    re.IGNORECASE,
)
# What is told of a unit, and so no part of its name.
_FINITE = re.compile(
    r"\b(?:đã|đang|sẽ|chịu sự|có trách nhiệm|chịu trách nhiệm|kính|đề nghị các|yêu cầu các|để từng|phát phóng sự"
    r"|nêu cao|tăng cường|đẩy mạnh)\b"
    r"|\b(?:giải pháp|nội dung sau|nhiệm vụ sau)\b"
)
_POINTS = re.compile(
    r"(?:co\s+quan|don\s+vi|to\s+chuc|bo\s+phan)\s+(?:nay|do|tren|neu\s+tren)$|^(?:\S+\s+){1,3}(?:nay|noi\s+tren)$"
)
_LONGEST = 34  # words of a collective phrase with the clause that says who is meant
_PLAIN_WORDS = 16  # of any other name
_BRACKETS = (("(", ")"), ("“", "”"), ("[", "]"))
_TITLE_WORDS = 5  # a longer name in capitals is a title
# Heads of names proper: written small, with no capital behind, they are common nouns ("quỹ bảo hiểm y tế").
_COMMON = re.compile(
    r"(?:bao\s+hiem|quy|hoi|kho|trung\s+tam|vien|hoc\s+vien|ngan\s+hang|dai|bao|bo|so|vu|cuc|thue|hai\s+quan|thong\s+ke|dai\s+hoc|du\s+an"
    r"|he\s+thong|vuon|bao\s+tang|thu\s+vien|tram|nha\s+may|cong(?:\s+(?:thong\s+tin|dich\s+vu))?(?!\s+(?:an|chuc|chung|doan|ty|dan|nhan|nghiep)))\s"
)
_EVERYONE = re.compile(
    r"(?:cac|nhung|mot\s+so|toan\s+the|moi|tat\s+ca)\s|(?:so|bo|ban)\s*,|(?:bo\s+phan|ban\s+(?:giam|chi|quan)|so/|to\s+chuc)"
)


def is_name(unit: str, table: bool = False) -> bool:
    """True for what can be the name of somebody who is told to do something.

    `table`: it stands alone in a cell, whose borders are the name's.

    >>> [is_name(n) for n in ("Sở Nội vụ", "các sở, ban, ngành", "Phó Trưởng phòng", "đơn vị bảo đảm chất lượng")]
    [True, True, True, True]
    >>> [is_name(n) for n in ("CỔNG TUÂN THỦ, DỮ LIỆU VÀ PHƯƠNG PHÁP", "quỹ bảo hiểm y tế", "Sở Nội vụ và", "TCTN")]
    [False, False, False, False]
    >>> is_name("TTXVN", table=True), is_name("Tình trạng/độ sẵn sàng", table=True)
    (True, False)
    """
    name = unit.strip()
    bare = bare_form(name)
    words = name.split()
    if not words or any(name.count(a) != name.count(b) for a, b in _BRACKETS) or name.count('"') % 2:
        return False
    if (
        _POINTS.search(bare)
        or _OPEN_END.search(name)
        or _THINGS.match(bare)
        or (_FINITE.search(name.lower()) and not table)
    ):
        return False
    if bare.startswith(("theo ", "nhu ")):
        return table  # "Theo phân công tại Quyết định số ..."
    if name.isupper() and len(words) >= _TITLE_WORDS and not is_organ(name):
        return False
    low = name.lower()
    headed = starts_unit(name) or is_organ(name) or any(p.match(t) for p, t in ((_WHO, bare), (_SHORT_WHO, low)))
    headed = headed or (low == bare and _MARKLESS_WHO.match(low) is not None)
    if not headed:
        person = 2 <= len(words) <= 5 and _PERSON.fullmatch(name) is not None and not name.isupper()
        return table and (_SIGN.fullmatch(name) is not None or person)
    if name.islower() and not table and _COMMON.match(bare) and not _EVERYONE.match(bare):
        return False
    many = bare.startswith(("cac ", "nhung ", "nguoi ", "to chuc", "co quan", "don vi")) or "," in name
    return len(words) <= (_LONGEST if many or table else _PLAIN_WORDS + 6)


# --- evidence that the unit of a heading is told to do what follows -------------------------------

_TOLD = (
    r"(?:(?:co|chiu)\s+trach\s+nhiem|chu\s+tri|phoi\s+hop|lam\s+dau\s+moi"
    r"|la\s+(?:co\s+quan|don\s+vi)\s+(?:dau\s+moi|thuong\s+truc|chu\s+tri))\b"
)
_TELLS = (
    r"(?:giao|phoi\s+hop(?:\s+chat\s+che)?\s+(?:voi|cung)|de\s+nghi|yeu\s+cau"
    r"|trach\s+nhiem\s+cua|gui(?:\s+ve)?|qua|nhiem\s+vu\s+cua|phan\s+cong)(?:\s+cac)?\s+"
)
# A section in which units are told what to do.
_DUTIES = re.compile(
    r"\b(?:to\s+chuc\s+thuc\s+hien|to\s+chuc\s+trien\s+khai|trien\s+khai\s+thuc\s+hien|phan\s+cong|trach\s+nhiem|nhiem\s+vu|thi\s+hanh"
    r"|thuc\s+hien\b|giai\s+phap|bien\s+phap|cong\s+viec|phoi\s+hop|noi\s+dung|chi\s+dao|y\s+kien)\b"
)
_SAYS = re.compile(
    r"^\W*(?:giao|de\s+nghi|yeu\s+cau|doi\s+voi|ve\s+phia|trach\s+nhiem|nhiem\s+vu|phan\s+cong|kien\s+nghi)\b|\b(?:co|chiu)\s+trach\s+nhiem\b|\bchu\s+tri\b"
    r"|\bthuc\s+hien\b|\bphoi\s+hop\b|\bco\s+nhiem\s+vu\b|\bnhiem\s+vu\s*:|\byeu\s+cau\b|\bgiao\b|:\s*$"
)


_CONCERNS = re.compile(r"\W*(?:[\divx]+[.)]+\s*)*[-.)\s]*(?:doi\s+voi|ve\s+phia)\b")
_CARRY_OUT = re.compile(
    r"\b(?:to\s+chuc\s+thuc\s+hien|to\s+chuc\s+trien\s+khai|phan\s+cong|trach\s+nhiem|thi\s+hanh)\b"
)


def names_of(units: list[str], table: bool = False) -> list[str]:
    """The units of a field that are names; in a cell without what it tells them."""
    found = (_without_clause(unit) if table else _AND_WORK.sub("", _WHAT_IT_IS.sub("", unit)) for unit in units)
    named = dict.fromkeys(unit for unit in found if is_name(unit, table))
    return [unit for n, unit in enumerate(named) if not n or not _WHAT_ELSE.match(unit)]


# "Bộ A - cơ quan thường trực Hội đồng ...": what else the unit is
_WHAT_IT_IS = re.compile(
    r"\s+[-–]\s+(?:cơ quan|đơn vị)\s+(?:thường trực|chủ trì|đầu mối|chủ quản)\b.*$"
    r"|(?<=\w)\s+[-–]\s+(?:Phó\s+)?(?:Trưởng|Chủ tịch|Chủ nhiệm|Tổ trưởng|Ủy viên)\s+"
    r"(?:Thường trực\s+)?(?:Ban|Hội đồng|Tổ|Ủy ban|Đoàn)\b.*$"
    r"|(?<=\w),\s+(?:(?:Phó\s+)?Trưởng\s+(?:ban|đoàn|tiểu ban)|Tổ\s+(?:trưởng|phó)|[ỦU][yỷ]\s+viên|Thành viên|Thư ký)"
    r"(?:\s+(?:thường trực|Thường trực|Ban Chỉ đạo.*|Hội đồng.*|Tổ\s.*))?$",
    re.DOTALL,
)
# "Sở A, cơ quan thường trực Ban Chỉ huy ...": the same unit once more
_WHAT_ELSE = re.compile(r"(?:cơ quan|đơn vị) thường trực\s", re.IGNORECASE)
# "phối hợp các cơ quan liên quan và các nhiệm vụ khác được quy định": the second is work, no partner
_AND_WORK = re.compile(r"\s+và\s+(?:(?:các|những)\s+)?(?:nhiệm vụ|nội dung|công việc)\b.*$", re.DOTALL)


def _without_clause(unit: str) -> str:
    """The name alone, where a cell goes on with what its unit does.

    >>> _without_clause("Các bệnh viện trực thuộc chủ động đề xuất lập dự án"), _without_clause("Cục Quản lý giám sát")
    ('Các bệnh viện trực thuộc', 'Cục Quản lý giám sát')
    """
    run = read_units(unit)
    if run is None or run.start or run.end >= len(unit) or not starts_duty(unit, run.end):
        return unit
    rest = unit[run.end :].strip()
    name = unit[: run.end].strip(" ,;:")
    return name if is_organ(name) or _CLEARLY_TOLD.match(bare_form(rest)) else unit


# One verb may be part of a name ("Cục Quản lý giám sát bảo hiểm"); these tell of work.
_CLEARLY_TOLD = re.compile(
    r"(?:chu\s+dong|chu\s+tri|thuc\s+hien\s+doi|xay\s+dung\s+(?:phuong\s+an|ke\s+hoach|de\s+an|noi\s+dung)|(?:co|chiu)\s+trach\s+nhiem|tham\s+muu|khan\s+truong|phoi\s+hop|tong\s+hop\s+chung)\b"
    r"|(?:xay\s+dung\s*,?\s+)?to\s+chuc\s+(?:hoi\s+nghi|trien\s+khai|tap\s+huan|thuc\s+hien|pho\s+bien|hoi\s+thao)\b"
)


def complete_names(tasks: list[Task]) -> None:
    """Lengthen names that a sentence seems to end, where a cell or a label of the document gives them whole.

    "phối hợp với Vụ Các vấn đề chung về xây dựng pháp luật": a name with "về" in it, known from "Đơn vị chủ trì: ...".
    """
    whole = {
        unit
        for task in tasks
        for unit in (*task.lead, *task.coordinate, *task.monitor)
        if len(unit.split()) <= _PLAIN_WORDS and not unit.lower().startswith(("các ", "những "))
    }
    for task in tasks:
        if task.from_table:
            continue
        for names in (task.lead, task.coordinate):
            for n, unit in enumerate(names):
                at = task.task.find(unit + " ")
                longer = [name for name in whole if name.startswith(unit + " ") and task.task.startswith(name, at)]
                if at >= 0 and longer:
                    names[n] = max(longer, key=len)


# Public bodies and who heads them: such a heading can only say whose duties follow.
_PUBLIC = re.compile(
    r"(?:(?:cac|nhung)\s+)?(?:so|bo(?!\s+(?:phan|chi|tieu))|ubnd|uy\s+ban|cong\s+an|van\s+phong|chi\s+cuc|cuc|vu|thanh\s+tra|lanh\s+dao|thu\s+truong"
    r"|giam\s+doc|chu\s+tich|chanh|truong\s+(?:phong|ban)|co\s+quan|don\s+vi|phong\s+(?!chong|ngua|chay)|mat\s+tran|tinh\s+doan"
    r"|kho\s+bac|bo\s+chi\s+huy)\b"
)
_SETTLEMENT = re.compile(
    r"(?:truong\s+)?(?:cac\s+)?(?:thon|xom|ap|ban|buon|lang|khu\s+(?:pho|dan\s+cu)|to\s+dan\s+pho|xa|phuong)(?:\s*,|\s*$|\s)"
)
# Documents that say throughout who is to do what.
_ASSIGN = frozenset({"KL", "KH", "CT", "CV", "TB", "CĐ", "HD", "CTr", "ĐA", "PA"})


class Evidence:
    """What a document says elsewhere of the units that it names."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.assigns = document.header.type_code in _ASSIGN
        self._told: dict[str, bool] = {}

    @cached_property
    def _bare(self) -> str:
        return " ".join(strip_diacritics(self.document.text).lower().split())

    @cached_property
    def _known(self) -> frozenset[str]:
        header = self.document.header
        named = [header.issuer, header.issuer_parent, *header.recipients]
        return frozenset(unit_key(name) for name in named if name)

    def is_known(self, unit: str) -> bool:
        """True for an organ of the list, the issuer, those above it, and whom the document is sent to."""
        return is_organ(unit) or unit_key(unit) in self._known

    def is_told(self, unit: str) -> bool:
        """True where the document says in so many words that the unit is to do something, anywhere."""
        name = " ".join(bare_form(unit).strip(" .:").split())
        if name not in self._told:
            said = re.escape(name)
            self._told[name] = (
                re.search(rf"\b{said},?\s+{_TOLD}", self._bare) is not None
                or re.search(rf"\b{_TELLS}{said}\b", self._bare) is not None
            )
        return self._told[name]

    def _is_matter(self, owner: Assignment, path: tuple[Section, ...]) -> bool:
        """True where "Đối với X" says what is to become of X, and not what X is to do.

        Its items name X again as what they work on, or nothing around them tells units what to do.
        """
        if all(is_organ(unit) for unit in owner.lead) or any(self.is_told(unit) for unit in owner.lead):
            return False
        if all(_SETTLEMENT.match(bare_form(unit)) for unit in owner.lead) and any(
            _CARRY_OUT.search(bare_form(s.heading[:200])) for s in path if s.heading
        ):
            return False  # "Đối với các thôn, tổ dân phố" below "Tổ chức thực hiện"
        section = next((s for s in reversed(path) if s.heading and s.heading in owner.said_by), None)
        body = bare_form(self.document.text[section.start : section.end]) if section is not None else ""
        for unit in owner.lead:
            name = bare_form(unit).removeprefix("cac ")
            if len(name.split()) > 1 and len(re.findall(rf"\w\s+{re.escape(name)}\b", body)) > 1:
                return True
        headings = [bare_form(s.heading[:200]) for s in path if s.heading]
        return not self.assigns and not any(_CARRY_OUT.search(heading) for heading in headings)

    def hands_down(self, owner: Assignment, path: tuple[Section, ...]) -> bool:
        """True where the unit of a heading or an opening line is proved to do what stands below it."""
        said = bare_form(owner.said_by[:300])
        shouted = owner.said_by.isupper() and len(owner.said_by.split()) >= _TITLE_WORDS
        if _CONCERNS.match(said) and self._is_matter(owner, path):
            return False
        if _SAYS.search(said) and not shouted:
            return True
        if any(self.is_known(unit) or self.is_told(unit) for unit in owner.lead):
            return True
        if shouted:
            return False
        if all(_PUBLIC.match(bare_form(unit)) for unit in owner.lead):
            return True
        return self.assigns or any(
            _DUTIES.search(bare_form(section.heading[:200])) is not None for section in path if section.heading
        )
