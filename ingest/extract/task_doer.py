"""Whom an item tells: the unit above it, or the one that it names itself."""

from __future__ import annotations

import re

from ingest.clean.fold import strip_diacritics
from ingest.clean.letters import UPPER
from ingest.extract.asked_unit import REQUEST, asks_units, is_rule_for_unit, told_later
from ingest.extract.assignment import Assignment
from ingest.extract.bare_form import bare_form
from ingest.extract.find_assign import find_assignment
from ingest.extract.list_line import line_label
from ingest.extract.no_duty import states_rule
from ingest.extract.speaks_of import narrowed_to, speaks_of
from ingest.extract.subject import find_subject
from ingest.extract.task_line import Line
from ingest.extract.task_owner import NO_DUTIES
from ingest.extract.task_part import ASSIGNING, CENTRAL, DUTY_WORD, Parts
from ingest.extract.unit_head import is_organ
from ingest.extract.unit_list import read_units
from ingest.extract.unit_name import unit_key
from ingest.extract.unit_stop import starts_duty
from ingest.models import Section, SectionKind

_WILL = re.compile(r"\s*(?:se|da|dang|xin|rat\s+mong)\s")
_LISTS_UNITS = re.compile(
    r"(?:cac|danh\s+(?:sach|muc))\s+(?:don\s+vi|to\s+chuc|co\s+quan)\s+(?:su\s+nghiep|truc\s+thuoc|thuoc|hanh\s+chinh)\b"
)
_PLACES_BEGIN = re.compile(rf"(?:Thành phố|Tỉnh|TP\.?|Huyện|Quận|Thị xã|Xã|Phường)\s+[{UPPER}]")
# Who takes part in a meeting or a course, and where
_WHO_COMES = re.compile(
    r"(?:thanh\s+phan(?:\s+(?:tham\s+(?:du|gia)|du|moi|tap\s+huan|doan))?|dia\s+diem|doi\s+tuong\s+tham\s+(?:du|gia))\s*[.:]?$"
)
# What is so, or ought to be, and no one's duty
_VIEWS = re.compile(
    r"(?:quan\s+diem(?!\b.*\b(?:nhiem\s+vu|giai\s+phap)\b)|doi\s+tuong\b(?!.*\b(?:noi\s+dung|hinh\s+thuc|nhiem\s+vu|trach\s+nhiem|giai\s+phap)\b)|su\s+can\s+thiet|thuc\s+trang|qua\s+trinh\s+(?:xay\s+dung|soan\s+thao)|bo\s+cuc)\b"
)
_PROPOSES = re.compile(r"(?:de\s+(?:nghi|xuat)|kien\s+nghi)\b")
_TOLD_OF = re.compile(r"\b(?:da|dang|so\s+\d+\s*/|thong\s+bao|ngay\s+\d|(?:theo|qua|tu)\s+do\b)")
_ORGAN_BEGINS = re.compile(
    r"(?:so|uy\s+ban\s+nhan\s+dan|ubnd|chu\s+tich|cong\s+an|van\s+phong|giam\s+doc|hoi\s+dong|ban\s+chi|dong\s+chi|thu\s+truong"
    r"|thanh\s+tra\s+(?:chinh\s+phu|bo|tinh|so|nha\s+nuoc)|mat\s+tran\s+to\s+quoc|kiem\s+toan\s+nha\s+nuoc"
    r"|nguoi\s+dung\s+dau|vien\s+truong|chanh|chinh\s+phu|thu\s+tuong|quoc\s+hoi|tong\s+cuc"
    r"|(?:cac\s+)?bo(?!\s+(?:phan|may|sung|tri|nhiem|phieu)\b))\s"
)
# "Đối với cụm có chủ đầu tư hạ tầng thì đơn vị kinh doanh thực hiện ...": not the unit above
_THEN_OTHERS = re.compile(
    r"(?:doi\s+voi|truong\s+hop|neu|khi)\b[^.;]*?\bthi\s+(?:(?:cac|nhung)\s+)?"
    r"(?:co\s+quan|don\s+vi|to\s+chuc\s+(?:do|kinh|quan)|doanh\s+nghiep|chu\s+(?:dau|rung)|nha\s+(?:dau|thau)|nguoi|ho\s+gia|ca\s+nhan)\b"
)
_COMMITTEE = re.compile(r"(?:chu\s+tich\s+)?(?:uy\s+ban\s+nhan\s+dan|ubnd)\s+(?:cac\s+)?cap(?:\s+(?:tinh|huyen|xa))?")
_HAS_RIGHT = re.compile(r"[^.;]{0,200}?\bco\s+quyen\b(?!\s+han)")
# Without marks, capitals kept: "Chi cục Hải quan nơi hàng đến: ...", never "Trung tâm dữ liệu" or "Phòng bệnh"
_UNIT_BEGINS = re.compile(
    r"(?:(?:Chi\s+cuc|Cuc|Trung\s+tam|Vien|Phong|Ban|Doi|Tram|Hoi|Kho\s+bac|Truong)\s+[A-Z]|Toa\s+an\s|Vien\s+kiem\s+sat\s)"
)
_ASKED = re.compile(r"\b(?:yeu\s+cau|de\s+nghi|giao)\s")  # an introduction; its items ask others, too
_ANY_UNIT = re.compile(
    r"(?:cac\s+)?(?:co\s+quan|don\s+vi)(?:\s*(?:,|va\b|co\s+quan|don\s+vi|to\s+chuc|dia\s+phuong|lien\s+quan))*$"
)
# Articles that say what the text is about and what its words mean.
_DEFINES = re.compile(
    r"(?:pham\s+vi(?:\s+(?:dieu\s+chinh|ap\s+dung))?|doi\s+tuong\s+(?:ap\s+dung|dieu\s+chinh|huong|duoc)"
    r"|giai\s+thich|tu\s+ngu|dinh\s+nghia"
    r"|quyen\s+(?:cua|loi)|hanh\s+vi\s+bi|cac\s+hanh\s+vi|co\s+cau|to\s+chuc\s+bo\s+may)\b"
)


def own_assignment(
    parts: Parts, text: str, at: int, path: tuple[Section, ...], kind: SectionKind, owned: bool
) -> Assignment | None:
    """The assignment that the item itself makes, where its section lets it."""
    if parts.rules and any(_DEFINES.match(bare_form(s.heading)) for s in path[-2:]):
        return None
    found = find_assignment(text, at, owned)
    if found is None and not owned and not parts.flat and (late := told_later(text, at, parts.concludes)) is not None:
        found = late
    if found is None or _says_of_itself(parts, found, text):
        return None
    if not found.ordered and path and _LISTS_UNITS.match(bare_form(path[-1].heading[:60])):
        return None  # "Trung tâm Hành động khắc phục bom mìn" below "Các đơn vị sự nghiệp thuộc Bộ"
    if parts.flat and (". " in text[at : found.end] or not (parts.plan or found.ordered)):
        return None  # told in a later sentence of what may be two items
    if parts.normative and not found.ordered:
        organ = is_organ(found.lead[0]) or _COMMITTEE.fullmatch(bare_form(found.lead[0])) is not None
        return found if organ and is_rule_for_unit(found, text, at) else None
    if kind in NO_DUTIES or (parts.report and kind not in ASSIGNING):
        plain = bare_form(text)
        given = plain.rfind("giao ", 0, found.end)
        if given > 0 and _TOLD_OF.search(re.split(r"[.;:]\s", plain[:given])[-1]):
            return None  # "UBND tỉnh đã giao Sở A ...": it tells of an order
        return (
            found
            if found.ordered
            and re.search(r"(?<!duoc )\bgiao (?!nhiem vu)|giai phap", plain[:400])
            and not re.search(r"\bda\b", plain[:80])
            else None
        )
    if kind in ASSIGNING or found.ordered or (parts.plan and kind is SectionKind.OTHER):
        if parts.scheme and not (found.ordered or kind in ASSIGNING or parts.carries_out(path)):
            return None  # "Các bên chia sẻ lợi nhuận ...": how a model works
        return found
    if kind is not SectionKind.OTHER:
        return None
    ordered = parts.decides and bool(path) and not path[-1].heading and line_label(text) is not None
    if ordered and all(is_organ(unit) for unit in found.lead) and starts_duty(text, found.end):
        return found  # "Điều 2. / 1. Bộ Tư pháp cử người tham gia ..."
    return found if parts.rules and is_rule_for_unit(found, text, at) else None


def _says_of_itself(parts: Parts, found: Assignment, text: str) -> bool:
    """ "Bộ A sẽ thành lập các đoàn kiểm tra" in a letter of that ministry."""
    if parts.document.header.type_code != "CV" or not parts.document.header.issuer:
        return False
    said, issuer = unit_key(found.lead[0]), unit_key(parts.document.header.issuer)
    own = said == issuer or (is_organ(found.lead[0]) and issuer.startswith(said + " "))
    return own and _WILL.match(bare_form(text), found.end) is not None


def find_doer(parts: Parts, line: Line, plain: str) -> tuple[Assignment | None, Assignment | None] | None:
    """The unit above that an item is a duty of, and the one that it names itself; None where it is nobody's task.

    `plain` is the line in small letters, without marks.
    """
    text, at, body, path, owner = line.text, line.at, line.body, line.path, line.owner
    if plain.startswith("tren day la") or parts.sets_standards(path):
        owner = None
    said = owner.said_by if owner is not None else ""
    opened = said.endswith(":") and _ASKED.search(bare_form(said)) is not None
    if (opened and asks_units(body)) or (
        owner is not None and REQUEST.match(body) and any(_ANY_UNIT.match(bare_form(u)) for u in owner.lead)
    ):
        owner = None  # "Trách nhiệm của các cơ quan ... Đề nghị Mặt trận ..."
    own = own_assignment(parts, text, at, path, line.kind, owner is not None)
    if (
        parts.flat
        and own is None
        and (
            (read_units(text, at) is not None and not starts_duty(text, at))
            or not (parts.plan or (owner is not None and DUTY_WORD.search(bare_form(owner.said_by))))
        )
    ):
        return None  # somebody named whose duty can't be read; what is said of a body in a regulation
    if owner is not None and own is None:
        other, own = find_subject(text, at)
        if not other and (else_ := _another_unit(text, at, plain, owner)) is not None:
            other, own = else_
        if own is None and _THEN_OTHERS.match(plain) and not other:
            return None
        if other and own is None and not speaks_of(plain, owner):
            return None  # neither the unit above nor one that can be read
        if own is None:
            owner = narrowed_to(plain, owner)
    if (
        parts.describes(path)
        or any(_VIEWS.match(bare_form(s.heading)) for s in path)
        or any(_WHO_COMES.match(bare_form(s.heading)) for s in path)
        or (parts.charter and not parts.carries_out(path))
    ):
        owner = own = None
    if (
        own is None
        and owner is not None
        and (states_rule(plain) or (_HAS_RIGHT.match(plain) and not starts_duty(body, 0)))
    ):
        return None
    if parts.local_issuer and (proposed := own or owner) is not None and CENTRAL.match(bare_form(proposed.lead[0])):
        asked = [body, *(section.heading for section in path[-2:])]
        if any(_PROPOSES.match(bare_form(said[:60])) for said in asked):
            return None  # a department's request to a ministry is no order
    if own is None and _PLACES_BEGIN.match(body):
        return None  # "Thành phố A, tỉnh B rà soát ..." below "Các địa phương"
    return owner, own


def _another_unit(text: str, at: int, plain: str, owner: Assignment) -> tuple[bool, Assignment | None] | None:
    """Whether an item under a unit begins with another one ("Sở Xây dựng có ý kiến ...") that is not understood."""
    run = read_units(text, at)
    if run is None or not text[at : at + 1].isupper() or starts_duty(text, at) or speaks_of(plain, owner):
        return None
    told = {unit_key(unit) for unit in owner.lead}
    named = {unit_key(unit) for unit in run.units}
    begins = _ORGAN_BEGINS.match(plain) or _UNIT_BEGINS.match(strip_diacritics(text[at : at + 60]))
    return None if named & told or not begins else (True, None)
