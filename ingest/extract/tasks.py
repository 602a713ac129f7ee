"""Document -> tasks (nhiệm vụ): who leads, who coordinates, who monitors, by when, what comes of it.

Shapes: rows of tables of tasks; items under labels ("Đơn vị chủ trì:"); items under a unit as heading or
under "Giao X chủ trì, phối hợp với Y:"; sentences that name a unit with a duty. An item that names no unit
and stands under none is no task here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from ingest.clean.fold import strip_diacritics
from ingest.extract.actors import split_actors
from ingest.extract.asked_unit import asked_at_end, asked_of
from ingest.extract.assign import read_assignment
from ingest.extract.assignment import Assignment
from ingest.extract.bare_form import bare_form
from ingest.extract.coordination import read_partners
from ingest.extract.deadline import deadline_line
from ingest.extract.document_kind import lists_procedures
from ingest.extract.duty_word import begins_work
from ingest.extract.find_assign import find_assignment
from ingest.extract.flat_text import unfold
from ingest.extract.list_line import depth_of, is_deeper, is_field, line_label
from ingest.extract.models import Task
from ingest.extract.no_duty import heads_procedure, is_closing, tells_nothing
from ingest.extract.no_task import MIN_WORDS, is_no_task
from ingest.extract.owner import read_owner
from ingest.extract.section_path import headings_of
from ingest.extract.speaks_of import is_only_units, lists_thing
from ingest.extract.task_doer import find_doer, own_assignment
from ingest.extract.task_item import Group, Item, make_item
from ingest.extract.task_label import LabelledField, read_fields
from ingest.extract.task_owner import CLOSED, FORCES, NO_DUTIES, NOBODY, Owners, of_another_organ
from ingest.extract.task_part import ANSWERS, ASSIGNING, Parts, tells_whose_duty
from ingest.extract.task_proof import complete_names, names_of
from ingest.extract.task_table import Columns, read_columns, task_rows
from ingest.extract.task_told import ITEM_WORDS, deadline_in, handed_down, labelled_task, proved, told_task
from ingest.extract.torn_line import LINE_BREAK, MARGINS, OPEN_ENDED, mend, repeated_lines, without_digits
from ingest.extract.unit_list import all_units
from ingest.extract.unit_stop import starts_duty
from ingest.models import Block, BlockKind, Document, Section, SectionKind
from ingest.parse.furniture import Role, roles

_CLOSES = re.compile(r"ch[uủ]\s*tr[iì]", re.IGNORECASE)  # who leads what stands above
_HEADING_WORDS = 20
_OPENING_WORDS = 60  # of a line without an end mark that opens the deeper items below it
_LATE_WORDS = 10  # of its own work that a later sentence tells the unit that it names
_GOES_ON = re.compile(r"(?:trường hợp|trong đó|lưu ý|riêng|cụ thể|ngoài ra|\(|ghi chú)", re.IGNORECASE)
_TASK_LABEL = re.compile(r"^\s*(?:nhi[eệ]m v[uụ]|vi[eệ]c)\s+\d{1,2}\s*[.:]\s*", re.IGNORECASE)
_MANY_ITEMS = 4  # that one label stands below
_RIGHTS_FOLLOW = re.compile(
    r"^(?![^:]*\b(?:nghia\s+vu|trach\s+nhiem|nhiem\s+vu)\b)[^:]*\b(?:co\s+(?:cac\s+)?|cac\s+)(?:quyen(?:\s+han)?|tham\s+quyen)"
    r"(?:\s+sau(?:\s+day)?)?\s*:$"
)
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
# "... ban hành. Điều 39. Hồ sơ giải quyết": an article begins inside a line
_ARTICLE_INSIDE = re.compile(r"[.;:]\s+(?:Điều|Dieu)\s+\d{1,3}\.\s+[A-ZĐÀ-Ỹ]")
_TO_BE_SIGNED = re.compile(r"\(\s*(?:ky\s*(?:,|ten|va|ghi|dong)|chu\s+ky|dong\s+dau)")
_ALONE = re.compile(r"(?:Riêng|Rieng)\s")  # "... Riêng UBND phường A chỉ đạo các cơ sở giáo dục:"


def _no_duties_follow(line: str) -> bool:
    """True for a line that opens a list of rights or of things."""
    bare = bare_form(line)
    return _RIGHTS_FOLLOW.search(bare) is not None or _THINGS_FOLLOW.search(bare, max(0, len(bare) - 80)) is not None


def find_tasks(document: Document) -> list[Task]:
    """Tasks of a document, in reading order; rows that say nothing (torn by a page break) are none."""
    return [task for task in _Finder(document).run() if task.task.strip(" .;:-–")]


class _Finder:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.parts = Parts(document)
        self.owners = Owners(self.parts)
        self.group = Group()
        self.tasks: list[Task] = []
        self.passages = [p.start for p in document.passages]
        self.columns: Columns | None = None  # of the table before, which may go on after a page break
        self.before = 0  # where the text read so far ends
        self.listed_in: set[int] = set()
        self.steps: tuple[int, int] | None = None  # rank and section of "Trình tự, thủ tục ...:" above
        self.loose: list[Item] = []  # items that no one was told to do yet
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
            body, self.alone, self.parts.starts, self.parts.flat = flat.lines, flat.alone, [], True
        elif self.document.format in ("pdf", "txt"):
            body = mend(body, set(self.parts.starts), self.document.format == "txt")
        for index, block in enumerate(body):
            path = self.parts.path_of(block.start)
            if block.table is not None:
                self._flush()
                self._table(block, path)
            else:
                self._block(block, path, body[index + 1] if index + 1 < len(body) else None)
                self.before = block.end
        self._flush()
        complete_names(self.tasks)
        return sorted(self.tasks, key=lambda task: task.start)

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
                    due_on=row.due_on or self.parts.day(row.deadline),
                    product=row.product,
                    section_path=[*headings, *row.group],
                    page=row.page,
                    start=row.start,
                    end=row.end,
                    from_table=True,
                )
            )

    def _block(self, block: Block, path: tuple[Section, ...], following: Block | None) -> None:
        text = block.text
        kind = self.parts.kind(path)
        if kind in CLOSED or not text.strip():
            self._flush()
            if kind is SectionKind.LEGAL_BASIS and text.rstrip().endswith(":") and (asked := asked_of(text, 0)):
                self.owners.local = [
                    (0, replace(asked, said_by=text.strip()), 0)
                ]  # the line behind "Thực hiện Chỉ thị ...;"
            return
        if self.parts.proposal or (self.parts.normative and not tells_whose_duty(path)):
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
            self.owners.local = []
            self.owners.sections |= {section.start: NOBODY for section in path}
            return
        if _TO_BE_SIGNED.match(bare_form(body[:40])):  # of a model form: who stands above it signs it
            self.owners.local = []
            self.owners.sections |= {section.start: NOBODY for section in path}
            return
        if label is not None or opens:
            self.owners.below = False
        if not (
            self.owners.below and starts_duty(body, 0)
        ):  # "a) Sở Tài chính:", "Chủ trì ..." as a paragraph below it
            self.owners.drop(rank, path, label, body)
        if body.endswith(":") and _no_duties_follow(body):
            if opens:
                self.owners.sections[path[-1].start] = NOBODY
            else:
                self.owners.local.append((rank, NOBODY, path[-1].start if path else 0))
            return
        described = bool(path) and self.parts.describes_body(path[-1], path[-1].heading.strip(" *_"))
        described = described or (self.parts.rules and FORCES.match(bare_form(body[:60])) is not None)
        if (
            opens
            and not described
            and kind not in NO_DUTIES
            and len(body) < 400
            and not (body.isupper() and label is None)
            and (named := read_owner(body)) is not None
        ):
            self.owners.sections[path[-1].start] = replace(named, said_by=body)
            return
        owner = self.owners.of_item(path, block.start if opens else -1)
        if kind in NO_DUTIES and owner is not None and self.owners.is_handed_into(path[-1], owner):
            owner = None
        if body.isupper() and label is None and not opens:
            return  # a title over several lines: "... TRÁCH NHIỆM CỦA / CÁC CƠ QUAN, ĐƠN VỊ"
        if opens and (heading := path[-1].heading) and body.startswith((heading + ";", heading + ",")):
            self.owners.sections[path[-1].start] = (
                None  # "3. Báo tỉnh; Đài tỉnh tăng thời lượng ...": cut inside a list
            )
        if opens and (heading := path[-1].heading) and self.owners.of_section(path[-1]) is not None:
            rest = body[len(heading) :].strip(" .:") if body.startswith(heading) else ""
            if len(rest.split()) < MIN_WORDS:
                return
            cut = at + text[at:].find(heading) + len(heading)
            lead = len(text[cut:]) - len(text[cut:].lstrip(" .:;–-"))
            owner = self.owners.of_section(path[-1])
            at = cut + lead
            body = text[at:].strip(" *_")
        elif (
            (body.endswith(":") or len(body) < 120 or is_only_units(body))
            and not (opens and described)
            and not (body.isupper() and label is None)
            and kind not in NO_DUTIES
            and (named := read_owner(body)) is not None
        ):
            if body.endswith(":") or is_deeper(following, rank):
                self.owners.local.append((rank, replace(named, said_by=body), path[-1].start if path else 0))
                self.owners.below = rank > 0
            self._flush()
            return
        if owner is not None and kind not in NO_DUTIES and self._partners(path, text, at, rank, opens, following):
            return
        if body.endswith(":") and not opens:
            sentence = text.rfind(". ", at) + 2
            alone = read_assignment(text, sentence) if sentence > 2 and _ALONE.match(text, sentence) else None
            own = replace(alone, ordered=True) if alone else find_assignment(text, at, owner is not None)
            if owner is None and (own is None or not own.ordered):
                own = asked_of(text, at) or asked_at_end(text, at) or own
            if own is not None and (own.ordered or kind in ASSIGNING) and kind not in NO_DUTIES:
                own = replace(own, deadline=deadline_in(text[at:]), said_by=body)
                self.owners.local.append((rank, own, path[-1].start if path else 0))
            elif own is None and owner is not None and kind not in NO_DUTIES:
                self.owners.local.append((rank, handed_down(owner, text, at), path[-1].start if path else 0))
            return
        if opens and body.endswith(":") and kind not in NO_DUTIES:
            asked = asked_of(text, at)
            opening = asked or find_assignment(text, at, owner is not None)
            deadline = deadline_in(text[at:])
            # a line that names a unit alone may list things ("cập nhật dữ liệu sau:"), no duties
            told = body.endswith(("trách nhiệm:", "trach nhiem:"))
            if opening is not None and (asked or (opening.ordered and (opening.coordinate or deadline or told))):
                self.owners.sections[path[-1].start] = replace(opening, deadline=deadline, said_by=body)
                return
            if opening is None and owner is not None:
                self.owners.sections[path[-1].start] = of_another_organ(text, at, body, owner) or handed_down(
                    owner, text, at
                )
                return
        if (
            opens
            and (block.kind is BlockKind.HEADING or body.strip(" .:") == path[-1].heading.strip(" .:"))
            and not text.rstrip().endswith(".")
            and own_assignment(self.parts, text, at, path, kind, owner is not None) is None
            and (
                path[-1].children
                or owner is None
                or len(body.split()) < ITEM_WORDS
                or self._introduces(path[-1], following)
            )
        ):
            self.group.items = [make_item(block, path, at, None, None, heading=True)]
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
        if last is None or last.own is None or self.parts.rules or self.parts.normative or self.parts.report:
            return
        if body.endswith(".") and is_deeper(following, rank) and not is_field(following):
            # "Các cơ quan xây dựng kế hoạch. / - Giới thiệu điển hình ..."
            below = replace(last.own, coordinate=(), deadline=None, said_by=body)
            self.owners.local.append((rank, below, path[-1].start if path else 0))

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
        if closed and not said.startswith(";") and len(said.split()) >= MIN_WORDS and begins_work(block.text, own.end):
            self._tell(make_item(block, (), at, None, own))

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
        owner = self.owners.of_item(path, path[-1].start if opens else -1)
        if owner is None or not deeper or not (partners := read_partners(text, at)):
            return False
        handed = replace(owner, coordinate=partners, deadline=deadline_in(text[at:]) or owner.deadline)
        if opens:
            self.owners.sections[path[-1].start] = handed
        else:
            self.owners.local.append((rank, handed, path[-1].start if path else 0))
        self._flush()
        return True

    def _answers(self, path: tuple[Section, ...], body: str, at: int, text: str) -> bool:
        """ "1.2. Giải pháp ... 1.3. Trách nhiệm: Phòng A chủ trì, Phòng B phối hợp": who does what stands above."""
        if len(path) < 2 or not ANSWERS.match(bare_form(path[-1].heading)):
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
        plain = bare_form(body)
        if is_no_task(self.parts, body, plain, path, owner, self.steps is not None):
            return
        doer = find_doer(self.parts, text, at, body, plain, path, kind, owner)
        if doer is None:
            return
        owner, own = doer
        if own is not None and any(start <= block.start < end for start, end in self.parts.quoted):
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
        items.append(make_item(block, path, at, owner, own, listed))

    def _fields(self, block: Block, path: tuple[Section, ...], fields: list[LabelledField], at: int) -> bool:
        """Take a block of labelled fields; False where its label turns out to be an assignment line."""
        text = block.text
        group = self.group
        prefix = text[at : fields[0].label_start].strip(" .;*_")
        if len(prefix.split()) >= 3:
            if len(fields) == 1 and fields[0].name in ("task", "product", "monitor"):
                return False
            self._flush()
            kind = self.parts.kind(path)
            own = own_assignment(self.parts, text[: fields[0].label_start].rstrip(" (-–"), at, path, kind, False)
            item = make_item(block, path, at, self.owners.of_item(path, -1), own)
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
            item = make_item(block, path, fields[0].start, self.owners.of_item(path, -1), None, True)
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
        group, self.group = self.group, Group()
        if group.labelled:
            items = self._above(group.items) or group.items
            for item in items:
                if len(items) >= _MANY_ITEMS and item.own is None and item.listed and lists_thing(item.text):
                    continue  # whom a course is for, on what conditions: below a project's label
                task = labelled_task(self.parts, item, group)
                if task is not None and (task := proved(self.parts, task, item, labelled=True)) is not None:
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

    def _above(self, items: list[Item]) -> list[Item]:
        """ "1.1. Nội dung ... 1.2. Phân công trách nhiệm: Bộ phận chủ trì: ...": labels for the section before."""
        if len(items) != 1 or not items[0].heading or len(items[0].path) < 2:
            return []
        if not ANSWERS.match(strip_diacritics(items[0].path[-1].heading).lower()):
            return []
        parent = items[0].path[-2]
        found = [item for item in self.loose if len(item.path) >= 2 and parent in item.path[:-1]]
        self.loose = [item for item in self.loose if item not in found]
        return found

    def _tell(self, item: Item) -> bool:
        """Add the task of an item if it can be proved; False for an item that tells none."""
        told = told_task(item, self.parts.since, self.parts.day)
        if told is None:
            return False
        if (task := proved(self.parts, told, item)) is not None:
            self._add(task)
        return True

    def _add(self, task: Task) -> None:
        index = bisect_right(self.passages, task.start) - 1
        if index >= 0:
            passage = self.document.passages[index]
            task.passage = passage.ordinal if passage.start <= task.start < passage.end else None
        self.tasks.append(task)
