"""A document as the search for tasks sees it: its kind, and what its parts are for."""

from __future__ import annotations

import re
from bisect import bisect_right

from ingest.clean.fold import strip_diacritics
from ingest.extract.asked_unit import REQUEST
from ingest.extract.bare_form import bare_form
from ingest.extract.document_kind import is_charter, is_regulation, quotations
from ingest.extract.section_path import flatten_sections, siblings_of
from ingest.extract.task_day import day_in_plan, year_of_plan
from ingest.extract.task_proof import Evidence
from ingest.extract.unit_list import read_units
from ingest.models import Document, Section, SectionKind

ASSIGNING = {SectionKind.TASK, SectionKind.RESPONSIBILITY, SectionKind.FUNDING, SectionKind.SCHEDULE}
# Law makes norms; tasks it gives only where it says whose responsibility what is.
_NORMATIVE = {"NĐ", "TT", "TTLT", "L", "LUẬT", "PL", "BL", "VBHN", "HP"}
# Documents that say throughout who is to do what.
_PLANS = {"KL", "KH", "CT", "CV", "TB", "CĐ", "HD", "CTr", "ĐA", "PA"}
# What was decided at a meeting: who does it may stand in any sentence.
_CONCLUSIONS = {"TB", "KL"}
ANSWERS = re.compile(r"(?:trach\s+nhiem|phan\s+cong|(?:don\s+vi|co\s+quan|bo\s+phan)\s+(?:chu\s+tri|thuc\s+hien))")
# What below such a heading is said of units is what they are judged by or paid, no duty of theirs.
_STANDARDS = re.compile(
    r"(?:tieu\s+chi|tieu\s+chuan|dieu\s+kien|doi\s+tuong|hinh\s+thuc)\b.{0,40}\b(?:thi\s+dua|khen\s+thuong|xet\s+tang)"
    r"|^(?:noi\s+dung(?:\s+va|,)?\s+|quy\s+dinh\s+|che\s+do\s+|dinh\s+)?muc\s+(?:chi|ho\s+tro|thuong|thu|phat|phu\s+cap|boi\s+duong)\b"
)
# Of whom an organ is made up; "Cơ cấu lại ngân sách" is work to do.
_COMPOSITION = re.compile(
    r"(?:ve\s+)?(?:co\s+cau\s+(?:to\s+chuc|bo\s+may)|co\s+cau$|to\s+chuc\s+bo\s+may|bo\s+may\s+(?:to\s+chuc|giup\s+viec)"
    r"|to\s+chuc\s+va\s+bien\s+che|bien\s+che(?:\s+(?:cua|cong\s+chuc|va)|$)"
    r"|thanh\s+phan\s+(?:ban|hoi\s+dong|to)\b)"
)
_LEADERS = re.compile(
    r"(?:ban\s+)?lanh\s+dao\s+(?:cua\s+)?(?:so|trung\s+tam|van\s+phong|chi\s+cuc|cuc|ban|vien|truong|phong|quy|hoi)\b"
    r"|nguoi\s+dung\s+dau\b"
)
_COMPOSED_OF = re.compile(
    r"\bla\s+nguoi\s+(?:dung\s+dau|giup)|\bgiup\s+(?:giam\s+doc|truong|chanh|vien\s+truong|cuc\s+truong)"
    r"|\b(?:gom|co)\s+(?:co\s+)?(?:\d+\s+)?(?:giam\s+doc|truong\s+\w+|chanh\s+\w+)\b|\bviec\s+bo\s+nhiem|\bdo\s[^.;]{5,80}\sbo\s+nhiem"
)
# An appendix of tasks: "Phụ lục NHIỆM VỤ CỤ THỂ GIAO CÁC BỘ, CƠ QUAN"
_LISTS_TASKS = re.compile(r"\bnhiem\s+vu\b.*\b(?:giao|phan\s+cong)\b|\bphan\s+cong\s+(?:nhiem\s+vu|thuc\s+hien)\b")
# "Tháo gỡ khó khăn cho doanh nghiệp" among tasks is work
_REMEDIES = re.compile(
    r"\b(?:thao\s+go|khac\s+phuc|giai\s+quyet|xu\s+ly)\b[^.;]*\b(?:kho\s+khan|vuong\s+mac|ton\s+tai|han\s+che)\b"
)
_RIGHTS = re.compile(r"(?:cac\s+)?quyen\b(?!\s+loi)")
_DUTIES_TOO = re.compile(r"\b(?:nghia\s+vu|trach\s+nhiem|nhiem\s+vu)\b")
_CLAIMS = re.compile(r"(?:yeu\s+cau|de\s+nghi|kien\s+nghi|khieu\s+nai|tu\s+choi|duoc|huong|co\s+quyen)\s")
_LEADERS_SPAN = 1500  # characters
_CARRIES_OUT = re.compile(r"\b(?:to\s+chuc\s+thuc\s+hien|thi\s+hanh|trach\s+nhiem|hieu\s+luc)\b|^giao\s")
DUTY_WORD = re.compile(
    r"\b(?:trach\s+nhiem|nhiem\s+vu|nghia\s+vu|chu\s+tri|thuc\s+hien|to\s+chuc|thi\s+hanh|phan\s+cong|bao\s+cao|phoi\s+hop)\b"
)
CENTRAL = re.compile(
    r"(?:(?:cac|van\s+phong)\s+)?(?:bo(?!\s+(?:chi\s+huy|doi|phan|tu\s+lenh|mon)\b)|chinh\s+phu|thu\s+tuong|quoc\s+hoi|uy\s+ban\s+thuong\s+vu"
    r"|trung\s+uong|ban\s+bi\s+thu|tong\s+cuc|cuc|kiem\s+toan\s+nha\s+nuoc|thanh\s+tra\s+chinh\s+phu|lien\s+bo|co\s+quan\s+trung\s+uong)\b"
)
_WHOSE_DUTY = re.compile(
    r"^(?:\w+\s+(?:va|,)\s+)?trach\s+nhiem\b|\btrach\s+nhiem\s+cua\b|\bto\s+chuc\s+thuc\s+hien\b|\bthi\s+hanh\b"
)
# A heading that is the name of a body alone.
_BODY = re.compile(r"hoi\s+dong\s(?!.*\b(?:trach\s+nhiem|nhiem\s+vu|chu\s+tri|thuc\s+hien)\b)")
_TOLD_LAST = re.compile(r"\b(?:co|chiu)\s+trach\s+nhiem\W*$")


class Parts:
    """A document as the search for tasks sees it: its kind, and what its parts are for."""

    def __init__(self, document: Document) -> None:
        self.document = document
        written = document.header.issued_on or ""
        self.since = int(written[:4]) if written[:4].isdigit() else None
        self.report = document.header.type_code == "BC"
        self.decides = document.header.type_code in ("QĐ", "NQ")
        self.proposal = document.header.type_code == "TTr"
        self.plan = document.header.type_code in _PLANS
        self.scheme = document.header.type_code == "ĐA"
        self.concludes = document.header.type_code in _CONCLUSIONS
        self.siblings = siblings_of(document.sections)
        self.rules = is_regulation(document)
        self.normative = document.header.type_code in _NORMATIVE
        self.charter = is_charter(document)
        issuer = bare_form(document.header.issuer or "")
        self.year = year_of_plan(document)
        self.local_issuer = bool(issuer) and CENTRAL.match(issuer) is None and "trung uong" not in issuer
        self.quoted = quotations(document.text) if document.header.type_code == "CV" else []
        self.evidence = Evidence(document)
        self.starts, self.paths = flatten_sections(document.sections)
        self.asked: dict[int, bool] = {}
        self.standards: dict[int, bool] = {}
        self.composed: dict[int, bool] = {}
        self.flat = False

    def day(self, deadline: str | None) -> str | None:
        """The day of a deadline; in a plan for one year one without a year falls in that year."""
        return day_in_plan(deadline, self.year, self.document.header.issued_on)

    def kind(self, path: tuple[Section, ...]) -> SectionKind:
        """Kind of the innermost section; "1. Yêu cầu các sở, ban, ngành" asks units, it states no requirement."""
        if not path:
            return SectionKind.OTHER
        section = path[-1]
        if section.kind is SectionKind.APPENDIX and any(_LISTS_TASKS.search(bare_form(s.heading[:200])) for s in path):
            return SectionKind.TASK
        if section.kind is SectionKind.SITUATION and not self.report and _REMEDIES.search(bare_form(section.heading)):
            above = [s.kind for s in path[:-1] if s.kind in ASSIGNING]
            return above[-1] if above else section.kind
        if section.kind is not SectionKind.REQUIREMENT:
            return section.kind
        if section.start not in self.asked:
            request = REQUEST.match(section.heading)
            told = _TOLD_LAST.search(bare_form(section.heading)) is not None  # "Khi có yêu cầu, Sở A có trách nhiệm"
            asks = request is not None and read_units(section.heading, request.end()) is not None
            self.asked[section.start] = told or asks
        return SectionKind.RESPONSIBILITY if self.asked[section.start] else section.kind

    def sets_standards(self, path: tuple[Section, ...]) -> bool:
        """True below a heading on what is judged or paid."""
        for section in path:
            if section.start not in self.standards:
                heading = strip_diacritics(section.heading).lower()
                self.standards[section.start] = _STANDARDS.search(heading, 0, 200) is not None
        return any(self.standards[section.start] for section in path)

    def describes(self, path: tuple[Section, ...]) -> bool:
        """True under "Cơ cấu tổ chức", "Lãnh đạo Sở": of whom an organ is made up, and who appoints them."""
        if self.plan:
            return False
        for section in path:
            if section.start not in self.composed:
                heading = bare_form(section.heading[:200])
                leaders = _LEADERS.match(heading) is not None
                body = self.document.text[section.start : min(section.end, section.start + _LEADERS_SPAN)]
                self.composed[section.start] = _COMPOSITION.match(heading) is not None or (
                    leaders and _COMPOSED_OF.search(bare_form(body), len(heading)) is not None
                )
        return any(self.composed[section.start] for section in path)

    def carries_out(self, path: tuple[Section, ...]) -> bool:
        """True in the articles of a charter that say who is to do what with it."""
        return any(_CARRIES_OUT.search(bare_form(section.heading[:200])) is not None for section in path) or not any(
            (section.label or section.heading) for section in path
        )

    def path_of(self, offset: int) -> tuple[Section, ...]:
        """The sections around an offset, from the outermost."""
        index = bisect_right(self.starts, offset) - 1
        path = self.paths[index] if index >= 0 else ()
        while path and path[-1].end <= offset:
            path = path[:-1]
        return path

    def grants_rights(self, path: tuple[Section, ...], plain: str) -> bool:
        """Rights: an article headed "Quyền của ..."; in one on rights and duties, "Yêu cầu cơ quan ... cung cấp"."""
        for section in path[-2:]:
            heading = bare_form(section.heading[:120])
            if _RIGHTS.match(heading):
                return _DUTIES_TOO.search(heading) is None or _CLAIMS.match(plain) is not None
        return False

    def describes_body(self, section: Section, heading: str) -> bool:
        """ "Điều 18. Hội đồng kỷ luật công chức" in a regulation: who sits on it, how it decides; no duties."""
        if not (self.rules or self.normative) or not (section.label or "").startswith("Điều"):
            return False
        plain = bare_form(heading)
        if not _BODY.match(plain) and (not self.normative or DUTY_WORD.search(plain)):
            return False
        above = next((path[:-1] for path in self.paths if path and path[-1] is section), ())
        return not any(ANSWERS.search(strip_diacritics(parent.heading).lower()) for parent in above)


def tells_whose_duty(path: tuple[Section, ...]) -> bool:
    """True in a part of a law that says whose responsibility what is; an article headed otherwise makes norms."""
    if not any(section.kind is SectionKind.RESPONSIBILITY for section in path):
        return False
    article = next((n for n, section in enumerate(path) if (section.label or "").startswith("Điều")), len(path) - 1)
    if any(DUTY_WORD.search(bare_form(section.heading[:300])) is not None for section in path[article:]):
        return True
    return any(_WHOSE_DUTY.search(bare_form(section.heading[:300])) is not None for section in path[:article])
