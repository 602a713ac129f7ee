"""Document -> tasks (nhiệm vụ): who leads, who coordinates, who monitors, by when, what comes of it.

Shapes: rows of tables of tasks; items under labels ("Đơn vị chủ trì:"); items under a unit as heading or
under "Giao X chủ trì, phối hợp với Y:"; sentences that name a unit with a duty. An item that names no unit
and stands under none is no task here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from ingest.clean.fold import strip_diacritics
from ingest.extract.actors import split_actors
from ingest.extract.asked_unit import REQUEST, asked_at_end, asked_of, asks_units, is_rule_for_unit, told_later
from ingest.extract.assign import read_assignment
from ingest.extract.assignment import Assignment
from ingest.extract.bare_form import bare_form
from ingest.extract.coordination import find_coordination, read_partners
from ingest.extract.deadline import deadline_line, due_on, find_deadline
from ingest.extract.document_kind import is_charter, is_regulation, lists_procedures, quotations
from ingest.extract.duty_word import begins_at_once, begins_work, holds_work, names_thing
from ingest.extract.find_assign import find_assignment
from ingest.extract.flat_text import unfold
from ingest.extract.list_line import depth_of, is_deeper, is_field, line_label
from ingest.extract.models import Task
from ingest.extract.no_duty import enacts, heads_procedure, is_closing, is_per_case, states_rule, tells_nothing
from ingest.extract.owner import read_owner
from ingest.extract.section_path import flatten_sections, headings_of, siblings_of
from ingest.extract.speaks_of import begins_noun, is_only_units, is_part, lists_thing, narrowed_to, speaks_of
from ingest.extract.subject import find_subject
from ingest.extract.task_day import day_in_plan, year_of_plan
from ingest.extract.task_label import LabelledField, read_fields
from ingest.extract.task_proof import Evidence, complete_names, names_of
from ingest.extract.task_table import Columns, divide, read_columns, task_rows
from ingest.extract.torn_line import LINE_BREAK, MARGINS, OPEN_ENDED, mend, repeated_lines, without_digits
from ingest.extract.unit_head import is_organ
from ingest.extract.unit_list import all_units, read_units
from ingest.extract.unit_name import unit_key
from ingest.extract.unit_split import split_units
from ingest.extract.unit_stop import starts_duty
from ingest.models import Block, BlockKind, Document, Section, SectionKind
from ingest.parse.furniture import Role, roles
from ingest.parse.label import Label, Style

_CLOSED = {SectionKind.LEGAL_BASIS, SectionKind.RECIPIENTS}
_NO_DUTIES = _CLOSED | {SectionKind.SITUATION, SectionKind.PURPOSE, SectionKind.REQUIREMENT, SectionKind.TARGET}
_ASSIGNING = {SectionKind.TASK, SectionKind.RESPONSIBILITY, SectionKind.FUNDING, SectionKind.SCHEDULE}
_CLOSES = re.compile(r"ch[uủ]\s*tr[iì]", re.IGNORECASE)  # who leads what stands above
# Law makes norms; tasks it gives only where it says whose responsibility what is.
_NORMATIVE = {"NĐ", "TT", "TTLT", "L", "LUẬT", "PL", "BL", "VBHN", "HP"}
# Documents that say throughout who is to do what.
_PLANS = {"KL", "KH", "CT", "CV", "TB", "CĐ", "HD", "CTr", "ĐA", "PA"}
# What was decided at a meeting: who does it may stand in any sentence.
_CONCLUSIONS = {"TB", "KL"}
_MANY = re.compile(
    r"(?:cac|nhung|luc\s+luong|giao\s+vien|can\s+bo|cong\s+chuc|vien\s+chuc|nhan\s+vien|doanh\s+nghiep|to\s+chuc"
    r"|ca\s+nhan|nguoi"
    r"|hoc\s+sinh|phu\s+huynh|chu|ho\s+gia|thanh\s+vien|khoi|hop\s+tac\s+xa|nha\s+(?:truong|thau|dau)|van\s+thu"
    r"|ke\s+toan)\s"
)
# Without a capital these are common nouns: "hình thành trung tâm xúc tiến"
_NOUN = re.compile(r"(?:trung tâm|viện|trường|công ty|ngân hàng|quỹ|hội|tập đoàn|doanh nghiệp|kho|trạm|bệnh viện)\s")
_ANSWERS = re.compile(r"(?:trach\s+nhiem|phan\s+cong|(?:don\s+vi|co\s+quan|bo\s+phan)\s+(?:chu\s+tri|thuc\s+hien))")
_ITEM_WORDS = 10  # a heading of so many words under a unit is a duty
_HEADING_WORDS = 20
_OPENING_WORDS = 60  # of a line without an end mark that opens the deeper items below it
_MIN_WORDS = 4
_LATE_WORDS = 10  # of its own work that a later sentence tells the unit that it names
_PAST_YEARS = 3  # a date so many years before the document is no deadline that it sets
_BLANK = re.compile(r"…\s*…|\.{5,}|…\.{2}|\.{2}…|_{4,}")  # a form to be filled in
_CITES = re.compile(
    r"(?:can\s+cu\s+(?:luat|nghi\s+dinh|nghi\s+quyet|quyet\s+dinh|thong\s+tu)\b.*;|(?:xet|theo)\s+de\s+nghi\s.*|kinh\s+gui\b.*)$",
    re.DOTALL,
)
# "- Thủ tướng, các Phó Thủ tướng;", "VPCP: BTCN, các PCN;", "Lưu: VT, CCHC (3b)": whom a document is sent to
_SENT_TO = re.compile(
    r"(?:luu|vpcp|vptu|vpub|nhu\s+tren|nhu\s+dieu)\s*[:;,]"
    r"|(?:thu\s+tuong|chu\s+tich)(?:\s+(?:chinh\s+phu|nuoc))?\s*[,;]\s*(?:cac\s+)?pho\s+(?:thu\s+tuong|chu\s+tich)[^.,:]{0,40};?$"
)
_DENIES = re.compile(r"[^,;.]{0,60}\bkhong\s+chiu\s+trach\s+nhiem\b")
_GOES_ON = re.compile(r"(?:trường hợp|trong đó|lưu ý|riêng|cụ thể|ngoài ra|\(|ghi chú)", re.IGNORECASE)
_TASK_LABEL = re.compile(r"^\s*(?:nhi[eệ]m v[uụ]|vi[eệ]c)\s+\d{1,2}\s*[.:]\s*", re.IGNORECASE)


@dataclass(slots=True)
class _Item:
    """A candidate for a task."""

    text: str
    start: int
    end: int
    page: int
    path: tuple[Section, ...]
    listed: bool
    owner: Assignment | None
    own: Assignment | None
    heading: bool = False
    rank: int = 0  # how deep its line stands
    named_to: int = 0  # offset in `text` where the naming of `own` ends
    by_when: str | None = None  # a line of its own below the item


@dataclass(slots=True)
class _Group:
    """Items and the labelled fields that follow them."""

    items: list[_Item] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)
    assigned: Assignment | None = None
    waiting: str | None = None  # a label whose value stands in the lines that follow

    @property
    def labelled(self) -> bool:
        return bool(self.fields) or self.assigned is not None


def find_tasks(document: Document) -> list[Task]:
    """Tasks of a document, in reading order; rows that say nothing (torn by a page break) are none."""
    return [task for task in _Finder(document).run() if task.task.strip(" .;:-–")]


class _Finder:
    def __init__(self, document: Document) -> None:
        self.document = document
        written = document.header.issued_on or ""
        self.since = int(written[:4]) if written[:4].isdigit() else None
        self.report = document.header.type_code == "BC"
        self.decides = document.header.type_code in ("QĐ", "NQ")
        self.proposal = document.header.type_code == "TTr"
        self.plan = document.header.type_code in _PLANS
        self.concludes = document.header.type_code in _CONCLUSIONS
        self.siblings = siblings_of(document.sections)
        self.rules = is_regulation(document)
        self.normative = document.header.type_code in _NORMATIVE
        self.charter = is_charter(document)
        issuer = bare_form(document.header.issuer or "")
        self.year = year_of_plan(document)
        self.local_issuer = bool(issuer) and _CENTRAL.match(issuer) is None and "trung uong" not in issuer
        self.quoted = quotations(document.text) if document.header.type_code == "CV" else []
        self.evidence = Evidence(document)
        self.starts, self.paths = flatten_sections(document.sections)
        self.asked: dict[int, bool] = {}
        self.standards: dict[int, bool] = {}
        self.composed: dict[int, bool] = {}
        self.owners: dict[int, Assignment | None] = {}
        self.local: list[tuple[int, Assignment, int]] = []  # rank of the line, owner, its section
        self.parted = self.local  # the same before a paragraph without a label parted a list
        self.below = False  # since a labelled line that names an owner, only paragraphs without a label have come
        self.last: Label | None = None  # of the latest item with a letter or a number
        self.apart = False  # since then, a paragraph without a label has come
        self.group = _Group()
        self.tasks: list[Task] = []
        self.passages = [p.start for p in document.passages]
        self.columns: Columns | None = None  # of the table before, which may go on after a page break
        self.before = 0  # where the text read so far ends
        self.listed_in: set[int] = set()
        self.steps: tuple[int, int] | None = None  # rank and section of "Trình tự, thủ tục ...:" above
        self.loose: list[_Item] = []  # items that no one was told to do yet
        self.flat = False
        self.alone: frozenset[int] = frozenset()  # where lines of a flat text begin that inherit nothing

    def run(self) -> list[Task]:
        blocks = self.document.blocks
        told = roles(blocks)
        own = len(blocks)  # blocks of the document itself, without the procedures attached to it
        if lists_procedures(self.document):
            own = next((n for n, role in enumerate(told) if role in (Role.RECIPIENTS, Role.SIGNATURE)), own)
        repeated = repeated_lines(blocks)
        body = [
            block
            for block, role in zip(blocks[:own], told, strict=False)
            if role is Role.BODY and without_digits(block.text) not in repeated and block.kind not in MARGINS
        ]
        flat = unfold(self.document)
        if flat is not None:
            body, self.alone, self.starts, self.flat = flat.lines, flat.alone, [], True
        elif self.document.format in ("pdf", "txt"):
            body = mend(body, set(self.starts), self.document.format == "txt")
        for index, block in enumerate(body):
            path = self._path(block.start)
            if block.table is not None:
                self._flush()
                self._table(block, path)
            else:
                self._block(block, path, body[index + 1] if index + 1 < len(body) else None)
                self.before = block.end
        self._flush()
        complete_names(self.tasks)
        return sorted(self.tasks, key=lambda task: task.start)

    def day(self, deadline: str | None) -> str | None:
        return day_in_plan(deadline, self.year, self.document.header.issued_on)

    def _kind(self, path: tuple[Section, ...]) -> SectionKind:
        """Kind of the innermost section; "1. Yêu cầu các sở, ban, ngành" asks units, it states no requirement."""
        if not path:
            return SectionKind.OTHER
        section = path[-1]
        if section.kind is SectionKind.APPENDIX and any(_LISTS_TASKS.search(bare_form(s.heading[:200])) for s in path):
            return SectionKind.TASK
        if section.kind is SectionKind.SITUATION and not self.report and _REMEDIES.search(bare_form(section.heading)):
            above = [s.kind for s in path[:-1] if s.kind in _ASSIGNING]
            return above[-1] if above else section.kind
        if section.kind is not SectionKind.REQUIREMENT:
            return section.kind
        if section.start not in self.asked:
            request = REQUEST.match(section.heading)
            told = _TOLD_LAST.search(bare_form(section.heading)) is not None  # "Khi có yêu cầu, Sở A có trách nhiệm"
            asks = request is not None and read_units(section.heading, request.end()) is not None
            self.asked[section.start] = told or asks
        return SectionKind.RESPONSIBILITY if self.asked[section.start] else section.kind

    def _sets_standards(self, path: tuple[Section, ...]) -> bool:
        for section in path:
            if section.start not in self.standards:
                heading = strip_diacritics(section.heading).lower()
                self.standards[section.start] = _STANDARDS.search(heading, 0, 200) is not None
        return any(self.standards[section.start] for section in path)

    def _describes(self, path: tuple[Section, ...]) -> bool:
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

    def _carries_out(self, path: tuple[Section, ...]) -> bool:
        """True in the articles of a charter that say who is to do what with it."""
        return any(_CARRIES_OUT.search(bare_form(section.heading[:200])) is not None for section in path) or not any(
            (section.label or section.heading) for section in path
        )

    def _path(self, offset: int) -> tuple[Section, ...]:
        index = bisect_right(self.starts, offset) - 1
        path = self.paths[index] if index >= 0 else ()
        while path and path[-1].end <= offset:
            path = path[:-1]
        return path

    # --- tables ---------------------------------------------------------------------------------

    def _table(self, block: Block, path: tuple[Section, ...]) -> None:
        table = block.table
        assert table is not None
        if table.layout:
            return
        grid = table.grid()
        columns = read_columns(table, grid)
        start = columns.header_rows if columns is not None else 0
        if (
            columns is None
            and self.columns is not None
            and not table.header_rows
            and table.columns == self.columns.width
        ):
            columns = self.columns
        self.columns = columns
        if columns is None:
            return
        headings = headings_of(path)
        for row in task_rows(table, grid, columns, start):
            lead, coordinate = names_of(row.lead, table=True), names_of(row.coordinate, table=True)
            if not (lead or coordinate or row.deadline or row.product):
                continue
            self._add(
                Task(
                    task=row.task,
                    lead=lead,
                    coordinate=coordinate,
                    monitor=names_of(row.monitor, table=True),
                    deadline=row.deadline,
                    due_on=row.due_on or self.day(row.deadline),
                    product=row.product,
                    section_path=[*headings, *row.group],
                    page=row.page,
                    start=row.start,
                    end=row.end,
                    from_table=True,
                )
            )

    # --- running text ---------------------------------------------------------------------------

    def _block(self, block: Block, path: tuple[Section, ...], following: Block | None) -> None:
        text = block.text
        kind = self._kind(path)
        if kind in _CLOSED or not text.strip():
            self._flush()
            if kind is SectionKind.LEGAL_BASIS and text.rstrip().endswith(":") and (asked := asked_of(text, 0)):
                self.local = [(0, replace(asked, said_by=text.strip()), 0)]  # the line behind "Thực hiện Chỉ thị ...;"
            return
        if self.proposal or (self.normative and not _tells_whose_duty(path)):
            self._flush()
            return
        if block.start in self.alone:
            self._sentence(block)
            return
        opens = bool(path) and path[-1].start == block.start
        label = line_label(text)
        at = label.end if label is not None else len(text) - len(text.lstrip(" *_#"))
        fields = read_fields(text) if len(text) < 6000 else []
        if fields and self._fields(block, path, fields, at):
            return
        body = text[at:].strip(" *_")
        rank = depth_of(label.style if label is not None else None, text)
        if label is not None or opens:
            self._note_steps(body, rank, path)
        if self.group.waiting is not None:
            if units := all_units(body):
                joined = self.group.fields.get(self.group.waiting, "")
                self.group.fields[self.group.waiting] = "; ".join(filter(None, [joined, *units]))
                return
            self.group.waiting = None
        closes = read_assignment(text, at) if self.group.items and not opens and _CLOSES.search(body) else None
        if closes is not None and closes.whole and closes.ordered and not body.endswith(":") and len(body) < 400:
            self.group.assigned = closes
            return
        if label is None and not opens and self._continues(block, body, at):
            return
        if label is None and not opens and self.group.items and (by_when := deadline_line(body)) is not None:
            self.group.items[-1].by_when = by_when
            return
        if self.group.labelled or opens:
            self._flush()
        if self._answers(path, body, at, text):
            return
        if path and not opens and ("iều " in body or "ieu " in body) and _ARTICLE_INSIDE.search(body):
            self.local = []
            self.owners |= {section.start: _NOBODY for section in path}
            return
        if _TO_BE_SIGNED.match(bare_form(body[:40])):  # of a model form: who stands above it signs it
            self.local = []
            self.owners |= {section.start: _NOBODY for section in path}
            return
        if label is not None or opens:
            self.below = False
        if not (self.below and starts_duty(body, 0)):  # "a) Sở Tài chính:", "Chủ trì ..." as a paragraph below it
            self._drop_owners(rank, path, label, body)
        if body.endswith(":") and _no_duties_follow(body):
            if opens:
                self.owners[path[-1].start] = _NOBODY
            else:
                self.local.append((rank, _NOBODY, path[-1].start if path else 0))
            return
        described = bool(path) and self._describes_body(path[-1], path[-1].heading.strip(" *_"))
        described = described or (self.rules and _FORCES.match(bare_form(body[:60])) is not None)
        if (
            opens
            and not described
            and kind not in _NO_DUTIES
            and len(body) < 400
            and not (body.isupper() and label is None)
            and (named := read_owner(body)) is not None
        ):
            self.owners[path[-1].start] = replace(named, said_by=body)
            return
        owner = self._owner(path, block.start if opens else -1)
        if kind in _NO_DUTIES and owner is not None and self._is_handed_into(path[-1], owner):
            owner = None
        if body.isupper() and label is None and not opens:
            return  # a title over several lines: "... TRÁCH NHIỆM CỦA / CÁC CƠ QUAN, ĐƠN VỊ"
        if opens and (heading := path[-1].heading) and body.startswith((heading + ";", heading + ",")):
            self.owners[path[-1].start] = None  # "3. Báo tỉnh; Đài tỉnh tăng thời lượng ...": cut inside a list
        if opens and (heading := path[-1].heading) and self._section_owner(path[-1]) is not None:
            rest = body[len(heading) :].strip(" .:") if body.startswith(heading) else ""
            if len(rest.split()) < _MIN_WORDS:
                return
            cut = at + text[at:].find(heading) + len(heading)
            lead = len(text[cut:]) - len(text[cut:].lstrip(" .:;–-"))
            owner = self._section_owner(path[-1])
            at = cut + lead
            body = text[at:].strip(" *_")
        elif (
            (body.endswith(":") or len(body) < 120 or is_only_units(body))
            and not (opens and described)
            and not (body.isupper() and label is None)
            and kind not in _NO_DUTIES
            and (named := read_owner(body)) is not None
        ):
            if body.endswith(":") or is_deeper(following, rank):
                self.local.append((rank, replace(named, said_by=body), path[-1].start if path else 0))
                self.below = rank > 0
            self._flush()
            return
        if owner is not None and kind not in _NO_DUTIES and self._partners(path, text, at, rank, opens, following):
            return
        if body.endswith(":") and not opens:
            sentence = text.rfind(". ", at) + 2
            alone = read_assignment(text, sentence) if sentence > 2 and _ALONE.match(text, sentence) else None
            own = replace(alone, ordered=True) if alone else find_assignment(text, at, owner is not None)
            if owner is None and (own is None or not own.ordered):
                own = asked_of(text, at) or asked_at_end(text, at) or own
            if own is not None and (own.ordered or kind in _ASSIGNING) and kind not in _NO_DUTIES:
                own = replace(own, deadline=_deadline(text[at:]), said_by=body)
                self.local.append((rank, own, path[-1].start if path else 0))
            elif own is None and owner is not None and kind not in _NO_DUTIES:
                self.local.append((rank, _handed_down(owner, text, at), path[-1].start if path else 0))
            return
        if opens and body.endswith(":") and kind not in _NO_DUTIES:
            asked = asked_of(text, at)
            opening = asked or find_assignment(text, at, owner is not None)
            deadline = _deadline(text[at:])
            # a line that names a unit alone may list things ("cập nhật dữ liệu sau:"), no duties
            told = body.endswith(("trách nhiệm:", "trach nhiem:"))
            if opening is not None and (asked or (opening.ordered and (opening.coordinate or deadline or told))):
                self.owners[path[-1].start] = replace(opening, deadline=deadline, said_by=body)
                return
            if opening is None and owner is not None:
                self.owners[path[-1].start] = _of_another_organ(text, at, body, owner) or _handed_down(owner, text, at)
                return
        if (
            opens
            and (block.kind is BlockKind.HEADING or body.strip(" .:") == path[-1].heading.strip(" .:"))
            and not text.rstrip().endswith(".")
            and self._own(text, at, path, kind, owner is not None) is None
            and (
                path[-1].children
                or owner is None
                or len(body.split()) < _ITEM_WORDS
                or self._introduces(path[-1], following)
            )
        ):
            self.group.items = [self._item(block, path, at, None, None, heading=True)]
            return
        if opens and owner is not None and self._introduces_duties(path[-1], body, following):
            return
        words = len(body.split())
        introduces = (
            words < _OPENING_WORDS
            and not body.endswith((".", ";", ",", "/"))
            and is_deeper(following, rank)
            and not is_field(following)
        )
        if introduces and (words < _HEADING_WORDS or find_assignment(text, at, owner is not None) is None):
            return  # the heading of the items that follow
        if label is not None and any(rank < item.rank for item in self.group.items):
            self._flush()  # what stands below the item before, whose labels those of this one are not
        known = len(self.group.items)
        self._candidate(block, path, at, body, kind, owner, label is not None)
        items = self.group.items
        last = items[-1] if len(items) > known or (items and items[-1].start >= block.start) else None
        if last is None or last.own is None or self.rules or self.normative or self.report:
            return
        if body.endswith(".") and is_deeper(following, rank) and not is_field(following):
            # "Các cơ quan xây dựng kế hoạch. / - Giới thiệu điển hình ..."
            below = replace(last.own, coordinate=(), deadline=None, said_by=body)
            self.local.append((rank, below, path[-1].start if path else 0))

    def _sentence(self, block: Block) -> None:
        """A line of a flat text whose place in it is unknown: only who it orders itself counts."""
        self._flush()
        label = line_label(block.text)
        at = label.end if label is not None else 0
        own = find_assignment(block.text, at)
        if own is None or not own.ordered or own.whole or is_closing(block.text) or tells_nothing(block.text[at:]):
            return
        if bare_form(block.text[at : at + 20]).startswith(("trach nhiem", "nhiem vu")):
            return  # a heading, and perhaps what stands below it
        said = block.text[own.end :].strip()
        closed = block.text.count("(", 0, own.end) == block.text.count(")", 0, own.end)
        if closed and not said.startswith(";") and len(said.split()) >= _MIN_WORDS and begins_work(block.text, own.end):
            self._tell(self._item(block, (), at, None, own))

    def _note_steps(self, body: str, rank: int, path: tuple[Section, ...]) -> None:
        """Keep whether the lines from here on stand below "2. Trình tự, thủ tục ...:"."""
        if self.steps is not None and (rank <= self.steps[0] or self.steps[1] not in {s.start for s in path} | {0}):
            self.steps = None
        if body.endswith(":") and heads_procedure(body):
            self.steps = (rank, path[-1].start if path else 0)

    def _continues(self, block: Block, body: str, at: int) -> bool:
        """Join a line that goes on with the item above, which a broken line or page has cut in two."""
        last = self.group.items[-1] if self.group.items else None
        if last is None or last.heading or self.group.labelled or last.end < self.before - LINE_BREAK:
            return False
        torn = self.document.format in ("pdf", "txt") and OPEN_ENDED.search(last.text) is not None
        if not torn and (not body[:1].islower() or last.text.rstrip().endswith((".", ":", "!", "?", "/"))):
            return False
        last.text = f"{last.text} {body}"
        last.end = block.start + at + len(block.text[at:].rstrip(" *_"))
        return True

    def _introduces(self, section: Section, following: Block | None) -> bool:
        """True where more stands under a heading than the heading itself."""
        return following is not None and following.table is None and following.start < section.end

    def _introduces_duties(self, section: Section, body: str, following: Block | None) -> bool:
        """ "a) Kiện toàn tổ chức bộ máy." and then paragraphs without labels, each with a unit of its own."""
        if following is None or len(body.split()) > _HEADING_WORDS or not self._introduces(section, following):
            return False
        if body.strip(" .:;") != section.heading.strip(" .:;") or line_label(following.text) is not None:
            return False
        named = read_assignment(following.text)
        return named is not None and not named.whole

    def _partners(
        self, path: tuple[Section, ...], text: str, at: int, rank: int, opens: bool, following: Block | None
    ) -> bool:
        """ "1. Sở A / a) Chủ trì, phối hợp với Sở B: / - ...": the items below are done with those units."""
        deeper = text.rstrip(" *_").endswith(":") or is_deeper(following, rank)
        owner = self._owner(path, path[-1].start if opens else -1)
        if owner is None or not deeper or not (partners := read_partners(text, at)):
            return False
        handed = replace(owner, coordinate=partners, deadline=_deadline(text[at:]) or owner.deadline)
        if opens:
            self.owners[path[-1].start] = handed
        else:
            self.local.append((rank, handed, path[-1].start if path else 0))
        self._flush()
        return True

    def _answers(self, path: tuple[Section, ...], body: str, at: int, text: str) -> bool:
        """ "1.2. Giải pháp ... 1.3. Trách nhiệm: Phòng A chủ trì, Phòng B phối hợp": who does what stands above."""
        if len(path) < 2 or not _ANSWERS.match(bare_form(path[-1].heading)):
            return False
        items = [item for item in self.loose if len(item.path) >= 2 and item.path[-2] is path[-2]]
        if not items:
            return False
        units = all_units(body)
        named = Assignment(tuple(units), (), len(body), True, True) if units else read_assignment(text, at)
        if named is None or not named.whole:
            return False
        for item in items:
            item.owner = replace(named, said_by=path[-1].heading + ":")
            self._tell(item)
        self.loose = []
        return True

    def _candidate(
        self, block: Block, path: tuple[Section, ...], at: int, body: str, kind: SectionKind,
        owner: Assignment | None,
        listed: bool,
    ) -> None:  # fmt: skip
        text = block.text
        if len(body.split()) < _MIN_WORDS or body.endswith(":") or body.isupper() or is_closing(body):
            return
        plain = bare_form(body)
        if (
            plain.startswith(("(kem theo", "(ban hanh kem", "kem theo "))
            or is_only_units(body)
            or _SENT_TO.match(plain)
        ):
            return
        if (
            (("…" in body or ".." in body or "__" in body) and _BLANK.search(body))
            or _DENIES.match(plain)
            or _CITES.match(plain)
        ):
            return
        if (self.rules or self.normative) and self._grants_rights(path, plain):
            return
        if _RATE.match(plain) or _TERM.match(plain) or tells_nothing(body) or body.startswith("["):
            return
        if owner is None and (is_per_case(body) or _SANCTIONS.search(plain, 0, 300)):
            return
        if not any(section.label for section in path) and enacts(plain, self.document.header.type_code):
            return
        procedure = self.steps is not None or any(heads_procedure(section.heading) for section in path)
        if procedure and not self.plan and not find_deadline(body):
            return
        if plain.startswith("tren day la") or self._sets_standards(path):
            owner = None
        said = owner.said_by if owner is not None else ""
        opened = said.endswith(":") and _ASKED.search(bare_form(said)) is not None
        if (opened and asks_units(body)) or (
            owner is not None and REQUEST.match(body) and any(_ANY_UNIT.match(bare_form(u)) for u in owner.lead)
        ):
            owner = None  # "Trách nhiệm của các cơ quan ... Đề nghị Mặt trận ..."
        own = self._own(text, at, path, kind, owner is not None)
        if (
            self.flat
            and own is None
            and (
                (read_units(text, at) is not None and not starts_duty(text, at))
                or not (self.plan or (owner is not None and _DUTY_WORD.search(bare_form(owner.said_by))))
            )
        ):
            return  # somebody named whose duty can't be read; what is said of a body in a regulation
        if owner is not None and own is None:
            other, own = find_subject(text, at)
            if not other and (else_ := self._another_unit(text, at, plain, owner)) is not None:
                other, own = else_
            if own is None and _THEN_OTHERS.match(plain) and not other:
                return
            if other and own is None and not speaks_of(plain, owner):
                return  # neither the unit above nor one that can be read
            if own is None:
                owner = narrowed_to(plain, owner)
        if (
            self._describes(path)
            or any(_VIEWS.match(bare_form(s.heading)) for s in path)
            or any(_WHO_COMES.match(bare_form(s.heading)) for s in path)
            or (self.charter and not self._carries_out(path))
        ):
            owner = own = None
        if (
            own is None
            and owner is not None
            and (states_rule(plain) or (_HAS_RIGHT.match(plain) and not starts_duty(body, 0)))
        ):
            return
        if self.local_issuer and (proposed := own or owner) is not None and _CENTRAL.match(bare_form(proposed.lead[0])):
            asked = [body, *(section.heading for section in path[-2:])]
            if any(_PROPOSES.match(bare_form(said[:60])) for said in asked):
                return  # a department's request to a ministry is no order
        if own is None and _PLACES_BEGIN.match(body):
            return  # "Thành phố A, tỉnh B rà soát ..." below "Các địa phương"
        if own is not None and any(start <= block.start < end for start, end in self.quoted):
            own = None
        if own is not None and own.begins is not None and len(text[own.end :].split()) >= _LATE_WORDS:
            at = own.begins  # what stands before it tells why, or what is so
        section = path[-1].start if path else 0
        if not listed and own is None and section in self.listed_in and (_GOES_ON.match(body) or body[0].islower()):
            return
        if listed:
            self.listed_in.add(section)
        items = self.group.items
        if items and items[0].heading:
            items.clear()
        items.append(self._item(block, path, at, owner, own, listed))

    def _grants_rights(self, path: tuple[Section, ...], plain: str) -> bool:
        """Rights: an article headed "Quyền của ..."; in one on rights and duties, "Yêu cầu cơ quan ... cung cấp"."""
        for section in path[-2:]:
            heading = bare_form(section.heading[:120])
            if _RIGHTS.match(heading):
                return _DUTIES_TOO.search(heading) is None or _CLAIMS.match(plain) is not None
        return False

    def _another_unit(self, text: str, at: int, plain: str, owner: Assignment) -> tuple[bool, Assignment | None] | None:
        """Whether an item under a unit begins with another one ("Sở Xây dựng có ý kiến ...") that is not understood."""
        run = read_units(text, at)
        if run is None or not text[at : at + 1].isupper() or starts_duty(text, at) or speaks_of(plain, owner):
            return None
        told = {unit_key(unit) for unit in owner.lead}
        named = {unit_key(unit) for unit in run.units}
        begins = _ORGAN_BEGINS.match(plain) or _UNIT_BEGINS.match(strip_diacritics(text[at : at + 60]))
        return None if named & told or not begins else (True, None)

    def _item(
        self, block: Block, path: tuple[Section, ...], at: int, owner: Assignment | None, own: Assignment | None,
        listed: bool = False, heading: bool = False,
    ) -> _Item:  # fmt: skip
        text = block.text[at:].rstrip(" *_")
        lead = len(text) - len(text.lstrip(" *_+-–•"))
        start = block.start + at + lead
        page = block.page + sum(1 for b in block.page_breaks if block.start + b <= start)
        named_to = max(0, own.end - at - lead) if own is not None else 0
        return _Item(
            text[lead:].rstrip(" *_"),
            start,
            start + len(text) - lead,
            page,
            path,
            listed,
            owner,
            own,
            heading,
            depth_of(label.style, block.text) if (label := line_label(block.text)) is not None else 0,
            named_to,
        )

    def _own(self, text: str, at: int, path: tuple[Section, ...], kind: SectionKind, owned: bool) -> Assignment | None:
        """The assignment that the item itself makes, where its section lets it."""
        if self.rules and any(_DEFINES.match(bare_form(s.heading)) for s in path[-2:]):
            return None
        found = find_assignment(text, at, owned)
        if found is None and not owned and not self.flat and (late := told_later(text, at, self.concludes)) is not None:
            found = late
        if found is None or self._says_of_itself(found, text):
            return None
        if not found.ordered and path and _LISTS_UNITS.match(bare_form(path[-1].heading[:60])):
            return None  # "Trung tâm Hành động khắc phục bom mìn" below "Các đơn vị sự nghiệp thuộc Bộ"
        if self.flat and (". " in text[at : found.end] or not (self.plan or found.ordered)):
            return None  # told in a later sentence of what may be two items
        if self.normative and not found.ordered:
            organ = is_organ(found.lead[0]) or _COMMITTEE.fullmatch(bare_form(found.lead[0])) is not None
            return found if organ and is_rule_for_unit(found, text, at) else None
        if kind in _NO_DUTIES or (self.report and kind not in _ASSIGNING):
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
        if kind in _ASSIGNING or found.ordered or (self.plan and kind is SectionKind.OTHER):
            return found
        if kind is not SectionKind.OTHER:
            return None
        ordered = self.decides and bool(path) and not path[-1].heading and line_label(text) is not None
        if ordered and all(is_organ(unit) for unit in found.lead) and starts_duty(text, found.end):
            return found  # "Điều 2. / 1. Bộ Tư pháp cử người tham gia ..."
        return found if self.rules and is_rule_for_unit(found, text, at) else None

    def _says_of_itself(self, found: Assignment, text: str) -> bool:
        """ "Bộ A sẽ thành lập các đoàn kiểm tra" in a letter of that ministry."""
        if self.document.header.type_code != "CV" or not self.document.header.issuer:
            return False
        own = unit_key(found.lead[0]) == unit_key(self.document.header.issuer)
        return own and _WILL.match(bare_form(text), found.end) is not None

    def _fields(self, block: Block, path: tuple[Section, ...], fields: list[LabelledField], at: int) -> bool:
        """Take a block of labelled fields; False where its label turns out to be an assignment line."""
        text = block.text
        group = self.group
        prefix = text[at : fields[0].label_start].strip(" .;*_")
        if len(prefix.split()) >= 3:
            if len(fields) == 1 and fields[0].name in ("task", "product", "monitor"):
                return False
            self._flush()
            kind = self._kind(path)
            own = self._own(text[: fields[0].label_start].rstrip(" (-–"), at, path, kind, False)
            item = self._item(block, path, at, self._owner(path, -1), own)
            cut = fields[0].label_start - at
            item.text = _TASK_LABEL.sub("", text[at : at + cut].strip(" .;*_(-–"))
            self.group.items = [item]
            self._take(fields)
            return True
        if fields[0].name == "task":
            value = fields[0].value
            if not value or len(value.split()) < 3:
                self._flush()
                self.group.items = []
                return True
            if len(fields) == 1 and (read_owner(value) is not None):
                return False
            self._flush()
            item = self._item(block, path, fields[0].start, self._owner(path, -1), None, True)
            item.text = value
            self.group.items = [item]
            self._take(fields[1:])
            return True
        if not group.items and not group.labelled and not (path and path[-1].heading):
            return False
        if not any(f.name in ("lead", "coordinate", "both", "deadline") or group.items for f in fields):
            return False
        if path and path[-1].start == block.start and not group.items:
            above = path[:-1]
            if not above:
                return False
        self._take(fields)
        return True

    def _take(self, fields: list[LabelledField]) -> None:
        for found in fields:
            if found.value:
                if found.name not in self.group.fields:
                    self.group.fields[found.name] = found.value
                self.group.waiting = None
            elif found.name in ("lead", "coordinate"):
                self.group.waiting = found.name

    def _flush(self) -> None:
        group, self.group = self.group, _Group()
        if group.labelled:
            items = self._above(group.items) or group.items
            for item in items:
                if len(items) >= _MANY_ITEMS and item.own is None and item.listed and lists_thing(item.text):
                    continue  # whom a course is for, on what conditions: below a project's label
                task = self._labelled(item, group)
                if task is not None and (task := self._proved(task, item, labelled=True)) is not None:
                    self._add(task)
            return
        for item in group.items:
            if item.heading:
                continue
            parts = split_actors(item.text, item.own or item.owner, item.named_to)
            if len(parts) > 1:
                for start, end, own in parts:
                    if is_closing(item.text[start:end]) or tells_nothing(item.text[start:end]):
                        continue
                    part = replace(
                        item, text=item.text[start:end].rstrip(), start=item.start + start, end=item.start + end
                    )
                    if own is not None:
                        part.own, part.owner, part.named_to = own, None, max(0, own.end - start)
                    self._tell(part)
            elif not self._tell(item) and item.path and item.path[-1].kind is SectionKind.TASK:
                self.loose.append(item)

    def _above(self, items: list[_Item]) -> list[_Item]:
        """ "1.1. Nội dung ... 1.2. Phân công trách nhiệm: Bộ phận chủ trì: ...": labels for the section before."""
        if len(items) != 1 or not items[0].heading or len(items[0].path) < 2:
            return []
        if not _ANSWERS.match(strip_diacritics(items[0].path[-1].heading).lower()):
            return []
        parent = items[0].path[-2]
        found = [item for item in self.loose if len(item.path) >= 2 and parent in item.path[:-1]]
        self.loose = [item for item in self.loose if item not in found]
        return found

    def _labelled(self, item: _Item, group: _Group) -> Task | None:
        values = group.fields
        lead = _without_duties(split_units(values.get("lead", "")))
        coordinate = split_units(values.get("coordinate", ""))
        if (
            re.search(r"\bchu tri\b", bare_form(values.get("lead", "")))
            and (said := read_assignment(values["lead"])) is not None
        ):
            lead, coordinate = list(said.lead), coordinate or list(said.coordinate)
        if "both" in values and not lead:
            first, second = divide(values["both"])
            lead, coordinate = split_units(first), coordinate or split_units(second)
        told = item.own is not None and item.own.ordered and item.start != group.items[-1].start
        if group.assigned is not None and not lead and not told:
            lead, coordinate = list(group.assigned.lead), coordinate or list(group.assigned.coordinate)
        if not lead and (named := item.own or item.owner) is not None:
            lead, coordinate = list(named.lead), coordinate or list(named.coordinate)
        if not lead:
            return None
        deadline = values.get("deadline")
        if deadline is None and (at := find_deadline(item.text)):
            deadline = item.text[at[0] : at[1]]
        return Task(
            task=item.text, lead=lead, coordinate=coordinate, monitor=split_units(values.get("monitor", "")),
            deadline=deadline, due_on=self.day(deadline), product=values.get("product"),
            section_path=headings_of(item.path), page=item.page, start=item.start, end=item.end,
        )  # fmt: skip

    def _tell(self, item: _Item) -> bool:
        """Add the task of an item if it can be proved; False for an item that tells none."""
        told = _told(item, self.since, self.day)
        if told is None:
            return False
        if (task := self._proved(told, item)) is not None:
            self._add(task)
        return True

    def _proved(self, task: Task, item: _Item, labelled: bool = False) -> Task | None:
        """The task with the fields that can show what they need; None where it can't show whose it is."""
        task.lead, task.coordinate, task.monitor = (
            names_of(task.lead, labelled), names_of(task.coordinate, labelled), names_of(task.monitor, labelled)
        )  # fmt: skip
        if not task.lead:
            return None
        if labelled:
            return task
        if (self.rules or self.normative) and all(_IN_A_PART.match(bare_form(unit)) for unit in task.lead):
            return None  # what anyone in a part does in each case
        if item.own is not None:
            told = item.own.ordered or item.own.coordinate or begins_work(item.text, item.named_to)
            told = told or (
                is_organ(item.own.lead[-1]) and _VERB.match(bare_form(item.text), item.named_to) is not None
            )
            return task if told else None
        if item.owner is None or not self.evidence.hands_down(item.owner, item.path):
            return None
        begins_plain = _PLAIN_START.match(item.text) is not None
        if begins_work(item.text) or (begins_plain and _NAMES_WORK.search(bare_form(item.owner.said_by))):
            return task
        plain = begins_plain and len(item.text.split()) >= _ITEM_WORDS
        if self.evidence.assigns and item.listed and plain and not (names_thing(item.text) or begins_noun(item.text)):
            return task  # a verb that isn't listed
        return task if speaks_of(bare_form(item.text), item.owner) and holds_work(item.text) else None

    def _add(self, task: Task) -> None:
        index = bisect_right(self.passages, task.start) - 1
        if index >= 0:
            passage = self.document.passages[index]
            task.passage = passage.ordinal if passage.start <= task.start < passage.end else None
        self.tasks.append(task)

    # --- owners -----------------------------------------------------------------------------------

    def _section_owner(self, section: Section) -> Assignment | None:
        key = section.start
        if key not in self.owners:
            heading = section.heading.strip(" *_")
            closed = self._kind((section,)) in _NO_DUTIES
            # the letterhead of a model form, the title of an appendix
            closed = closed or (heading.isupper() and not (section.label or "").strip(" .)/")[-2:].isalnum())
            closed = closed or (heading.isupper() and (section.label or "").upper().startswith("PHỤ LỤC"))
            # a chapter of a law or a regulation: "Chương VII. CHÍNH PHỦ"; its articles say whose duty what is
            chapter = (section.label or "").upper().startswith(("CHƯƠNG", "CHUONG"))
            closed = closed or ((self.rules or self.normative) and chapter)
            closed = closed or heading.endswith("…")  # a sentence, cut
            closed = closed or (self.rules and _FORCES.match(bare_form(heading)) is not None)
            closed = closed or self._describes_body(section, heading)
            named = read_owner(heading) if heading and not closed else None
            if named is None and heading and not closed:
                named = self._owner_among_units(section, heading)
            self.owners[key] = replace(named, said_by=heading) if named is not None else None
        return self.owners[key]

    def _describes_body(self, section: Section, heading: str) -> bool:
        """ "Điều 18. Hội đồng kỷ luật công chức" in a regulation: who sits on it, how it decides; no duties."""
        if not (self.rules or self.normative) or not (section.label or "").startswith("Điều"):
            return False
        plain = bare_form(heading)
        if not _BODY.match(plain) and (not self.normative or _DUTY_WORD.search(plain)):
            return False
        above = next((path[:-1] for path in self.paths if path and path[-1] is section), ())
        return not any(_ANSWERS.search(strip_diacritics(parent.heading).lower()) for parent in above)

    def _owner_among_units(self, section: Section, heading: str) -> Assignment | None:
        """ "5. Các chủ rừng" is a unit too where the headings beside it are units."""
        beside = self.siblings.get(section.start, [])
        if request := REQUEST.match(heading):
            heading = heading[request.end() :]
        if _PEOPLE.fullmatch(bare_form(heading)):
            above = next((path[:-1] for path in self.paths if path and path[-1] is section), ())
            if any("trach nhiem" in bare_form(parent.heading[:300]) for parent in above):
                return Assignment((heading.strip(" .:"),), (), len(heading), True, False)
        if starts_duty(heading, 0) or heading.lower().startswith(("tổ chức thực hiện", "to chuc thuc hien")):
            return None
        if not 3 <= len(beside) <= 40 or not _MANY.match(strip_diacritics(heading).lower()) or len(heading) > 160:
            return None
        units = sum(s is not section and read_owner(s.heading.strip(" *_")) is not None for s in beside)
        if 3 * units < 2 * (len(beside) - 1) or read_assignment(heading) is not None:
            return None
        name = heading.split(" (")[0].strip(" .:")
        return Assignment((name,), (), len(heading), True, False)

    def _owner(self, path: tuple[Section, ...], opening: int) -> Assignment | None:
        """Whose duty an item is: the nearest line or heading above it that is a unit."""
        deepest = next(
            (
                (s.start, owner)
                for s in reversed(path)
                if s.start != opening and (owner := self._section_owner(s)) is not None
            ),
            None,
        )
        if self.local and (deepest is None or self.local[-1][2] >= deepest[0]):
            if any(s.start > self.local[-1][2] and s.start != opening and self._is_unread(s) for s in path):
                return None
            return self.local[-1][1] if self.local[-1][1] is not _NOBODY else None
        return deepest[1] if deepest is not None and deepest[1] is not _NOBODY else None

    def _is_handed_into(self, section: Section, owner: Assignment) -> bool:
        """True where an introduction outside a section of purposes or requirements names the unit."""
        return bool(self.local) and self.local[-1][1] is owner and self.local[-1][2] < section.start

    def _is_unread(self, section: Section) -> bool:
        """True for a heading beside headings that are all units: it must be one too, though it can't be read."""
        if not section.heading or self._section_owner(section) is not None:
            return False
        beside = [s for s in self.siblings.get(section.start, []) if s is not section and s.heading]
        return len(beside) >= _ALIKE and all(self._section_owner(s) not in (None, _NOBODY) for s in beside)

    def _drop_owners(self, rank: int, path: tuple[Section, ...], label: Label | None, body: str) -> None:
        live = [owner for owner in self.local if owner[:2] != (0, _NOBODY)]
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
            if label is None and self.local[-1][:2] == (0, _NOBODY):
                break  # things listed in paragraphs without labels
            opener = self.local[-1][1].said_by.endswith(":") and self.local[-1][0] == 0
            if label is None and opener and not body.endswith(":") and begins_at_once(body) and not asks_units(body):
                break  # "Giao Sở A thực hiện các nhiệm vụ sau:" and paragraphs without labels
            self.local.pop()


_ALIKE = 2
_MANY_ITEMS = 4  # that one label stands below


def _tells_whose_duty(path: tuple[Section, ...]) -> bool:
    """True in a part of a law that says whose responsibility what is; an article headed otherwise makes norms."""
    if not any(section.kind is SectionKind.RESPONSIBILITY for section in path):
        return False
    article = next((n for n, section in enumerate(path) if (section.label or "").startswith("Điều")), len(path) - 1)
    if any(_DUTY_WORD.search(bare_form(section.heading[:300])) is not None for section in path[article:]):
        return True
    return any(_WHOSE_DUTY.search(bare_form(section.heading[:300])) is not None for section in path[:article])


# Whom a regulation names by the part alone that they have in a case.
_IN_A_PART = re.compile(
    r"""
    (?:(?:cac|nhung)\s+)?
    (?:van\s+thu|nguoi\s+(?!dung\s+dau)|ca\s+nhan|thanh\s+vien\s+(?:hoi\s+dong|doan)|to\s+chuc,\s+ca\s+nhan|lanh\s+dao\s+(?:co\s+quan|don\s+vi)\s+chu\s+tri
      |(?:co\s+quan|don\s+vi|bo\s+phan)(?:,\s+(?:to\s+chuc|don\s+vi|ca\s+nhan))*\s+
       (?:(?:duoc\s+(?:giao|phan\s+cong)\s+)?(?:chu\s+tri|soan\s+thao|tham\s+dinh|tham\s+tra)|de\s+nghi|de\s+xuat|trinh|dang\s+ky)
      )
    """,
    re.VERBOSE,
)
# "Bảo hộ sáng chế ...", never "TT Tỉnh ủy;" or "Báo Nhân dân;"
_PLAIN_START = re.compile(r"[^\W\d_][^\W\dA-ZĐ_]+,?\s[^\W\dA-ZĐÀ-Ỹ_]")
# After a whole name a small word is a verb, listed or not, unless it is one of these.
_VERB = re.compile(
    r"\s*(?!(?:de|nham|cac|nhung|va|voi|cua|thuoc|trong|tai|theo|ve|tu|den|do|la|co|duoc|bi|hoac|khi|nhu|thi|khong|da|dang|so|ngay)\b)[a-z]"
)


# "Nội dung Sở A có trách nhiệm chủ trì": what stands below is work, however it is worded
_NAMES_WORK = re.compile(
    r"\b(?:noi\s+dung|nhiem\s+vu|cong\s+viec)\b.*\b(?:chu\s+tri|trach\s+nhiem|thuc\s+hien|phoi\s+hop)\b"
)


def _told(item: _Item, since: int | None = None, day: Callable[[str | None], str | None] = due_on) -> Task | None:
    """A task that its own sentence or the unit above it assigns; no deadline lies before the year `since`."""
    named = item.own or item.owner
    if item.own is not None and item.owner is not None and is_part(item.own, item.owner):
        named = replace(
            item.owner, coordinate=item.own.coordinate
        )  # "Các cơ quan có trách nhiệm ..." under their heading
    if named is None or not named.lead or (named is item.own and _NOUN.match(named.lead[0])):
        return None
    coordinate = list(named.coordinate)
    if not coordinate or item.own is None:
        inner = find_coordination(item.text)
        coordinate = list(inner) or coordinate
    # a later sentence than the one on what is so: "Nghỉ Tết từ ngày ... . Thủ trưởng các đơn vị có trách nhiệm ..."
    later = item.own is not None and not begins_at_once(item.text)
    sentence = item.text.rfind(". ", 0, item.named_to) + 1 if later else 0
    deadline = (
        _deadline(item.text[sentence:])
        or item.by_when
        or (item.owner.deadline if item.owner is not None and item.own is None else None)
    )
    if (
        deadline
        and since
        and (years := re.findall(r"(?:19|20)\d\d", deadline))
        and int(max(years)) < since - _PAST_YEARS
    ):
        deadline = None  # "đã được cấp trước ngày 01/7/2004"
    lead = list(named.lead)
    if (beside := _LEADS_TOO.search(bare_form(item.text))) and (others := read_units(item.text, beside.end())):
        lead += [unit for unit in others.units if unit not in lead]
    return Task(
        task=item.text, lead=lead, coordinate=[u for u in coordinate if u not in lead],
        deadline=deadline, due_on=day(deadline), section_path=headings_of(item.path), page=item.page,
        start=item.start, end=item.end,
    )  # fmt: skip


_LEADS_TOO = re.compile(r"^[^.;]{0,160}?\bdong\s+chu\s+tri\s+(?:voi|cung(?:\s+voi)?)\s+")


def _deadline(text: str) -> str | None:
    at = find_deadline(text)
    return text[at[0] : at[1]] if at else None


def _handed_down(owner: Assignment, text: str, at: int) -> Assignment:
    """The owner with the partners and the deadline of an opening line, for what stands below it."""
    return replace(
        owner,
        coordinate=find_coordination(text, at) or owner.coordinate,
        deadline=_deadline(text[at:]) or owner.deadline,
    )


def _of_another_organ(text: str, at: int, body: str, owner: Assignment) -> Assignment | None:
    """ "2. Bộ A là cơ quan quản lý Kế hoạch, có trách nhiệm giúp Thủ tướng:" below another ministry's heading.

    Nobody, where such a line can't be understood.
    """
    run = read_units(text, at)
    if run is None or not is_organ(run.units[-1]) or speaks_of(bare_form(body), owner):
        return None
    if "co trach nhiem" not in bare_form(body):
        return _NOBODY
    return Assignment(run.units, (), len(text), True, True, said_by=body)


def _without_duties(units: list[str]) -> list[str]:
    """ "Chủ trì: Sở Nội vụ đôn đốc, hướng dẫn các đơn vị thực hiện": the name alone."""
    found: list[str] = []
    for unit in units:
        run = read_units(unit)
        told = run is not None and (
            (is_organ(run.units[-1]) and starts_duty(unit, run.end)) or _ACTIVELY.match(bare_form(unit), run.end)
        )
        found += run.units if run is not None and told else [unit]
    return found


_ACTIVELY = re.compile(r"\s*(?:chu\s+(?:dong|tri)|truc\s+tiep|tham\s+muu|de\s+xuat)\s")
# "Cơ quan, cá nhân vi phạm thì tùy theo mức độ bị xử lý theo quy định"
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
_FORCES = re.compile(r"luc\s+luong\s+(?:phong|chua|tham\s+gia)\b")  # of whom they are made up
_WILL = re.compile(r"\s*(?:se|da|dang|xin|rat\s+mong)\s")
_LISTS_UNITS = re.compile(
    r"(?:cac|danh\s+(?:sach|muc))\s+(?:don\s+vi|to\s+chuc|co\s+quan)\s+(?:su\s+nghiep|truc\s+thuoc|thuoc|hanh\s+chinh)\b"
)
_PLACES_BEGIN = re.compile(r"(?:Thành phố|Tỉnh|TP\.?|Huyện|Quận|Thị xã|Xã|Phường)\s+[A-ZĐÀ-Ỹ]")
# An appendix of tasks: "Phụ lục NHIỆM VỤ CỤ THỂ GIAO CÁC BỘ, CƠ QUAN"
_LISTS_TASKS = re.compile(r"\bnhiem\s+vu\b.*\b(?:giao|phan\s+cong)\b|\bphan\s+cong\s+(?:nhiem\s+vu|thuc\s+hien)\b")
# "Tháo gỡ khó khăn cho doanh nghiệp" among tasks is work
_REMEDIES = re.compile(
    r"\b(?:thao\s+go|khac\s+phuc|giai\s+quyet|xu\s+ly)\b[^.;]*\b(?:kho\s+khan|vuong\s+mac|ton\s+tai|han\s+che)\b"
)
# Who takes part in a meeting or a course, and where
_RIGHTS = re.compile(r"(?:cac\s+)?quyen\b(?!\s+loi)")
_DUTIES_TOO = re.compile(r"\b(?:nghia\s+vu|trach\s+nhiem|nhiem\s+vu)\b")
_CLAIMS = re.compile(r"(?:yeu\s+cau|de\s+nghi|kien\s+nghi|khieu\s+nai|tu\s+choi|duoc|huong|co\s+quyen)\s")
_RIGHTS_FOLLOW = re.compile(
    r"^(?![^:]*\b(?:nghia\s+vu|trach\s+nhiem|nhiem\s+vu)\b)[^:]*\b(?:co\s+(?:cac\s+)?|cac\s+)(?:quyen(?:\s+han)?|tham\s+quyen)"
    r"(?:\s+sau(?:\s+day)?)?\s*:$"
)
_NOBODY = Assignment((), (), 0, True, False)
# "Quỹ được hình thành từ các nguồn sau:", "Hồ sơ gồm:": things stand below, no work
_THINGS_FOLLOW = re.compile(
    r"""
    \b(?:nguon(?:\s+(?:thu|von|kinh\s+phi))?|loai\s[^:;.,]{2,40}?|tai\s+lieu|ho\s+so|giay\s+to|tieu\s+(?:chi|chuan)|dieu\s+kien
      |truong\s+hop|doi\s+tuong|thong\s+tin|nguyen\s+tac|khoan\s+(?:thu|chi)|thanh\s+phan)
    \s+(?:sau(?:\s+day)?|(?:bao\s+)?gom(?:\s+co)?)\s*:$
    |\b(?:de\s+an|bao\s+cao|phuong\s+an|to\s+trinh|ho\s+so|van\s+ban|don|bien\s+ban)\b[^:;.]{0,60}?\b(?:bao\s+)?gom\s+(?:co\s+)?
     (?:(?:cac|nhung)\s+)?(?:noi\s+dung|thong\s+tin|tai\s+lieu|phan)\b[^:;.]{0,30}:$
    """,
    re.VERBOSE,
)


def _no_duties_follow(line: str) -> bool:
    """True for a line that opens a list of rights or of things."""
    bare = bare_form(line)
    return _RIGHTS_FOLLOW.search(bare) is not None or _THINGS_FOLLOW.search(bare, max(0, len(bare) - 80)) is not None


_WHO_COMES = re.compile(
    r"(?:thanh\s+phan(?:\s+(?:tham\s+(?:du|gia)|du|moi|tap\s+huan|doan))?|dia\s+diem|doi\s+tuong\s+tham\s+(?:du|gia))\s*[.:]?$"
)
# What is so, or ought to be, and no one's duty
_VIEWS = re.compile(
    r"(?:quan\s+diem|doi\s+tuong\s+ap\s+dung|su\s+can\s+thiet|thuc\s+trang|qua\s+trinh\s+(?:xay\s+dung|soan\s+thao)|bo\s+cuc)\b"
)
_LEADERS_SPAN = 1500  # characters
_CARRIES_OUT = re.compile(r"\b(?:to\s+chuc\s+thuc\s+hien|thi\s+hanh|trach\s+nhiem|hieu\s+luc)\b|^giao\s")
_RATE = re.compile(r"(?:muc|so\s+tien)\b[^.;]{0,60}?\d[\d.,]*\s*(?:trieu\s+|nghin\s+)?dong\b")
# "Đối với hồ sơ đơn giản: Không quá 05 ngày làm việc": how long a step takes
_TERM = re.compile(
    r"""
    (?:doi\s+voi|truong\s+hop|thoi\s+(?:gian|han))\s[^:;.]{3,400}:\s*
    (?:(?:thoi\s+(?:gian|han)|thuc\s+hien|giai\s+quyet|trong|la)\s+)*
    (?:(?:khong\s+(?:vuot\s+)?qua|toi\s+da)\s+)?
    (?:\d+|mot|hai|ba|bon|nam|bay|muoi)\s+(?:\([^)]*\)\s+)?(?:ngay|gio|thang|phut)\b
    (?![^;.]*,\s+\w+\s+\w+[^;.]*\b(?:phai|co\s+trach\s+nhiem|chu\s+tri)\b)
    """,
    re.VERBOSE,
)
# A heading that is the name of a body alone.
_DUTY_WORD = re.compile(
    r"\b(?:trach\s+nhiem|nhiem\s+vu|nghia\s+vu|chu\s+tri|thuc\s+hien|to\s+chuc|thi\s+hanh|phan\s+cong|bao\s+cao|phoi\s+hop)\b"
)
_CENTRAL = re.compile(
    r"(?:(?:cac|van\s+phong)\s+)?(?:bo(?!\s+(?:chi\s+huy|doi|phan|tu\s+lenh|mon)\b)|chinh\s+phu|thu\s+tuong|quoc\s+hoi|uy\s+ban\s+thuong\s+vu"
    r"|trung\s+uong|ban\s+bi\s+thu|tong\s+cuc|cuc|kiem\s+toan\s+nha\s+nuoc|thanh\s+tra\s+chinh\s+phu|lien\s+bo|co\s+quan\s+trung\s+uong)\b"
)
_PROPOSES = re.compile(r"(?:de\s+(?:nghi|xuat)|kien\s+nghi)\b")
_TOLD_OF = re.compile(r"\b(?:da|dang|so\s+\d+\s*/|thong\s+bao|ngay\s+\d)")
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
# "... ban hành. Điều 39. Hồ sơ giải quyết": an article begins inside a line
_ARTICLE_INSIDE = re.compile(r"[.;:]\s+(?:Điều|Dieu)\s+\d{1,3}\.\s+[A-ZĐÀ-Ỹ]")
# Without marks, capitals kept: "Chi cục Hải quan nơi hàng đến: ...", never "Trung tâm dữ liệu" or "Phòng bệnh"
_UNIT_BEGINS = re.compile(
    r"(?:(?:Chi\s+cuc|Cuc|Trung\s+tam|Vien|Phong|Ban|Doi|Tram|Hoi|Kho\s+bac|Truong)\s+[A-Z]|Toa\s+an\s|Vien\s+kiem\s+sat\s)"
)
# "2. Cán bộ, công chức" below "Trách nhiệm của các cơ quan, đơn vị"
_PEOPLE = re.compile(
    r"(?:(?:moi\s+|cac\s+)?(?:can\s+bo|cong\s+chuc|vien\s+chuc|nguoi\s+lao\s+dong|nhan\s+vien|chuyen\s+vien|nguoi\s+dan|ca\s+nhan|to\s+chuc)"
    r"(?:\s*,\s*|\s+va\s+|(?=[\s.:]*$)))+[\s.:]*"
)
_WHOSE_DUTY = re.compile(
    r"^(?:\w+\s+(?:va|,)\s+)?trach\s+nhiem\b|\btrach\s+nhiem\s+cua\b|\bto\s+chuc\s+thuc\s+hien\b|\bthi\s+hanh\b"
)
_BODY = re.compile(r"hoi\s+dong\s(?!.*\b(?:trach\s+nhiem|nhiem\s+vu|chu\s+tri|thuc\s+hien)\b)")
_SANCTIONS = re.compile(r"^[^.;:]*\b(?:vi\s+pham|sai\s+pham)\b[^.;]*\bbi\s+(?:xu\s+(?:ly|phat)|ky\s+luat|truy\s+cuu)")
_TO_BE_SIGNED = re.compile(r"\(\s*(?:ky\s*(?:,|ten|va|ghi|dong)|chu\s+ky|dong\s+dau)")


_ASKED = re.compile(r"\b(?:yeu\s+cau|de\s+nghi|giao)\s")  # an introduction; its items ask others, too
_ALONE = re.compile(r"(?:Riêng|Rieng)\s")  # "... Riêng UBND phường A chỉ đạo các cơ sở giáo dục:"
_ANY_UNIT = re.compile(
    r"(?:cac\s+)?(?:co\s+quan|don\s+vi)(?:\s*(?:,|va\b|co\s+quan|don\s+vi|to\s+chuc|dia\s+phuong|lien\s+quan))*$"
)
_TOLD_LAST = re.compile(r"\b(?:co|chiu)\s+trach\s+nhiem\W*$")


# Articles that say what the text is about and what its words mean.
_DEFINES = re.compile(
    r"(?:pham\s+vi(?:\s+(?:dieu\s+chinh|ap\s+dung))?|doi\s+tuong\s+(?:ap\s+dung|dieu\s+chinh|huong|duoc)"
    r"|giai\s+thich|tu\s+ngu|dinh\s+nghia"
    r"|quyen\s+(?:cua|loi)|hanh\s+vi\s+bi|cac\s+hanh\s+vi|co\s+cau|to\s+chuc\s+bo\s+may)\b"
)
_REWARD = re.compile(
    r"\b(?:duoc|bi)\s+(?:xem\s+xet\s*,?\s*)?(?:khen\s+thuong|bieu\s+duong|xu\s+ly|xu\s+phat|ky\s+luat)"
)
