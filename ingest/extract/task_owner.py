"""Whose duty an item is: the units of the headings and of the lines above it."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.clean.fold import strip_diacritics
from ingest.extract.asked_unit import REQUEST, asks_units
from ingest.extract.assign import read_assignment
from ingest.extract.assignment import Assignment
from ingest.extract.bare_form import bare_form
from ingest.extract.duty_word import begins_at_once
from ingest.extract.owner import read_owner
from ingest.extract.speaks_of import speaks_of
from ingest.extract.task_line import Line
from ingest.extract.task_part import Parts
from ingest.extract.unit_head import is_organ
from ingest.extract.unit_list import read_units
from ingest.extract.unit_stop import starts_duty
from ingest.models import Section, SectionKind
from ingest.parse.label import Label, Style

CLOSED = {SectionKind.LEGAL_BASIS, SectionKind.RECIPIENTS}
NO_DUTIES = CLOSED | {SectionKind.SITUATION, SectionKind.PURPOSE, SectionKind.REQUIREMENT, SectionKind.TARGET}
_MANY = re.compile(
    r"(?:to\s+chuc\s*,|(?:cac|nhung|luc\s+luong|giao\s+vien|can\s+bo|cong\s+chuc|vien\s+chuc|nhan\s+vien|doanh\s+nghiep|to\s+chuc"
    r"|ca\s+nhan|nguoi"
    r"|hoc\s+sinh|phu\s+huynh|chu|ho\s+gia|thanh\s+vien|khoi|hop\s+tac\s+xa|nha\s+(?:truong|thau|dau)|van\s+thu"
    r"|ke\s+toan))\s"
)
# "Tổ chức, cá nhân kinh doanh ...": no work, though "tổ chức" begins some
_ANYBODY = re.compile(r"to\s+chuc\s*,\s*(?:ca\s+nhan|ho\s+gia|doanh\s+nghiep|don\s+vi)")
_ALIKE = 2
FORCES = re.compile(r"luc\s+luong\s+(?:phong|chua|tham\s+gia)\b")  # of whom they are made up
# "2. Cán bộ, công chức" below "Trách nhiệm của các cơ quan, đơn vị"
_PEOPLE = re.compile(
    r"(?:(?:moi\s+|cac\s+)?(?:can\s+bo|cong\s+chuc|vien\s+chuc|nguoi\s+lao\s+dong|nhan\s+vien|chuyen\s+vien|nguoi\s+dan|ca\s+nhan|to\s+chuc)"
    r"(?:\s*,\s*|\s+va\s+|(?=[\s.:]*$)))+[\s.:]*"
)
NOBODY = Assignment((), (), 0, True, False)


def heads_articles(section: Section) -> bool:
    """True for "Chương II. TRÁCH NHIỆM CỦA CÁC CƠ QUAN", whose articles say whose duty what is."""
    label = (section.label or "").upper()
    return bool(section.children) and label.startswith(("CHƯƠNG", "CHUONG")) and section.heading.isupper()


class Owners:
    """Whose duty an item is: the units of the headings and of the lines above it."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.sections: dict[int, Assignment | None] = {}
        self.local: list[tuple[int, Assignment, int]] = []  # rank of the line, owner, its section
        self.parted = self.local  # the same before a paragraph without a label parted a list
        self.below = False  # since a labelled line that names an owner, only paragraphs without a label have come
        self.last: Label | None = None  # of the latest item with a letter or a number
        self.apart = False  # since then, a paragraph without a label has come

    def of_section(self, section: Section) -> Assignment | None:
        """The unit that a section's heading names."""
        key = section.start
        if key not in self.sections:
            heading = section.heading.strip(" *_")
            closed = self.parts.kind((section,)) in NO_DUTIES
            # the letterhead of a model form, the title of an appendix
            closed = closed or (heading.isupper() and not (section.label or "").strip(" .)/")[-2:].isalnum())
            closed = closed or (heading.isupper() and (section.label or "").upper().startswith("PHỤ LỤC"))
            # a chapter of a law or a regulation: "Chương VII. CHÍNH PHỦ"; its articles say whose duty what is
            chapter = (section.label or "").upper().startswith(("CHƯƠNG", "CHUONG"))
            closed = closed or ((self.parts.rules or self.parts.normative) and chapter) or heads_articles(section)
            closed = closed or heading.endswith("…")  # a sentence, cut
            closed = closed or (self.parts.rules and FORCES.match(bare_form(heading)) is not None)
            closed = closed or self.parts.describes_body(section, heading)
            named = read_owner(heading) if heading and not closed else None
            if named is None and heading and not closed:
                named = self._among_units(section, heading)
            self.sections[key] = replace(named, said_by=heading) if named is not None else None
        return self.sections[key]

    def _among_units(self, section: Section, heading: str) -> Assignment | None:
        """ "5. Các chủ rừng" is a unit too where the headings beside it are units."""
        beside = self.parts.siblings.get(section.start, [])
        if request := REQUEST.match(heading):
            heading = heading[request.end() :]
        if _PEOPLE.fullmatch(bare_form(heading)):
            above = next((path[:-1] for path in self.parts.paths if path and path[-1] is section), ())
            if any("trach nhiem" in bare_form(parent.heading[:300]) for parent in above):
                return Assignment((heading.strip(" .:"),), (), len(heading), True, False)
        work = starts_duty(heading, 0) and not _ANYBODY.match(bare_form(heading))
        if work or heading.lower().startswith(("tổ chức thực hiện", "to chuc thuc hien")):
            return None
        if not 3 <= len(beside) <= 40 or not _MANY.match(strip_diacritics(heading).lower()) or len(heading) > 160:
            return None
        units = sum(s is not section and read_owner(s.heading.strip(" *_")) is not None for s in beside)
        if 3 * units < 2 * (len(beside) - 1) or read_assignment(heading) is not None:
            return None
        name = heading.split(" (")[0].strip(" .:")
        return Assignment((name,), (), len(heading), True, False)

    def of_item(self, path: tuple[Section, ...], opening: int) -> Assignment | None:
        """Whose duty an item is: the nearest line or heading above it that is a unit."""
        deepest = next(
            (
                (s.start, owner)
                for s in reversed(path)
                if s.start != opening and (owner := self.of_section(s)) is not None
            ),
            None,
        )
        if self.local and (deepest is None or self.local[-1][2] >= deepest[0]):
            if any(s.start > self.local[-1][2] and s.start != opening and self._is_unread(s) for s in path):
                return None
            return self.local[-1][1] if self.local[-1][1] is not NOBODY else None
        return deepest[1] if deepest is not None and deepest[1] is not NOBODY else None

    def is_handed_into(self, section: Section, owner: Assignment) -> bool:
        """True where an introduction outside a section of purposes or requirements names the unit."""
        return bool(self.local) and self.local[-1][1] is owner and self.local[-1][2] < section.start

    def _is_unread(self, section: Section) -> bool:
        """True for a heading beside headings that are all units: it must be one too, though it can't be read."""
        if not section.heading or self.of_section(section) is not None:
            return False
        beside = [s for s in self.parts.siblings.get(section.start, []) if s is not section and s.heading]
        return len(beside) >= _ALIKE and all(self.of_section(s) not in (None, NOBODY) for s in beside)

    def put(self, line: Line, owner: Assignment) -> None:
        """Let the lines below a line be the duty of `owner`."""
        self.local.append((line.rank, owner, line.section))

    def drop(self, rank: int, path: tuple[Section, ...], label: Label | None, body: str) -> None:
        """Forget the owners that a new line no longer stands below."""
        live = [owner for owner in self.local if owner[:2] != (0, NOBODY)]
        if label is None:
            self.parted = self.parted if self.last is not None and not live else live
            self.apart = True
        elif label.style is not Style.BULLET:
            last = self.last
            inserted = not live or (self.apart and live[-1][0] == 0)  # "UBND xã giao phòng A: - ...", and then "5. ..."
            if last is not None and inserted and last.style is label.style and label.value == last.value + 1:
                self.local = list(self.parted)  # "a) ...", a paragraph of its own, "b) ..."
            self.last = label
            self.parted = []
            self.apart = False
        inside = {s.start for s in path} | {0}
        self.local = [o for o in self.local if o[2] in inside]
        while self.local and self.local[-1][0] >= rank:
            if label is None and self.local[-1][:2] == (0, NOBODY):
                break  # things listed in paragraphs without labels
            opener = self.local[-1][1].said_by.endswith(":") and self.local[-1][0] == 0
            if label is None and opener and not body.endswith(":") and begins_at_once(body) and not asks_units(body):
                break  # "Giao Sở A thực hiện các nhiệm vụ sau:" and paragraphs without labels
            self.local.pop()


def of_another_organ(text: str, at: int, body: str, owner: Assignment) -> Assignment | None:
    """ "2. Bộ A là cơ quan quản lý Kế hoạch, có trách nhiệm giúp Thủ tướng:" below another ministry's heading.

    Nobody, where such a line can't be understood.
    """
    run = read_units(text, at)
    if run is None or not is_organ(run.units[-1]) or speaks_of(bare_form(body), owner):
        return None
    if "co trach nhiem" not in bare_form(body):
        return NOBODY
    return Assignment(run.units, (), len(text), True, True, said_by=body)
