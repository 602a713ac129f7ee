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
from ingest.extract.asked_unit import asked_of
from ingest.extract.assign import read_assignment
from ingest.extract.assignment import Assignment
from ingest.extract.bare_form import bare_form
from ingest.extract.deadline import deadline_line
from ingest.extract.document_kind import lists_procedures
from ingest.extract.duty_word import begins_work
from ingest.extract.find_assign import find_assignment
from ingest.extract.flat_text import unfold
from ingest.extract.list_line import is_field, line_label
from ingest.extract.models import Task
from ingest.extract.no_duty import heads_procedure, is_closing, tells_nothing
from ingest.extract.no_task import MIN_WORDS, is_no_task
from ingest.extract.owner import read_owner
from ingest.extract.section_path import headings_of
from ingest.extract.speaks_of import lists_thing
from ingest.extract.task_doer import find_doer, own_assignment
from ingest.extract.task_item import Group, Item, make_item, says_behind
from ingest.extract.task_label import LabelledField, read_fields
from ingest.extract.task_line import Line, read_line
from ingest.extract.task_opening import (
    asks_before_list,
    breaks_off,
    describes,
    heads_section,
    introduces_list,
    introduces_section,
    names_owner,
    names_partners,
    opens_no_duties,
    owner_above,
)
from ingest.extract.task_owner import CLOSED, Owners
from ingest.extract.task_part import ANSWERS, Parts, tells_whose_duty
from ingest.extract.task_proof import complete_names, names_of
from ingest.extract.task_table import Columns, read_columns, task_rows
from ingest.extract.task_told import ITEM_WORDS, labelled_task, proved, told_task
from ingest.extract.torn_line import LINE_BREAK, MARGINS, OPEN_ENDED, mend, repeated_lines, without_digits
from ingest.extract.unit_list import all_units
from ingest.extract.unit_stop import starts_duty
from ingest.models import Block, BlockKind, Document, Section, SectionKind
from ingest.parse.furniture import Role, roles

_LEGIBLE = 0.8  # of a recognised text: below it words are torn and letters lost
_CLOSES = re.compile(r"ch[uủ]\s*tr[iì]", re.IGNORECASE)  # who leads what stands above
_HEADING_WORDS = 20
_OPENING_WORDS = 60  # of a line without an end mark that opens the deeper items below it
_LATE_WORDS = 10  # of its own work that a later sentence tells the unit that it names
_GOES_ON = re.compile(r"(?:trường hợp|trong đó|lưu ý|riêng|cụ thể|ngoài ra|\(|ghi chú)", re.IGNORECASE)
_TASK_LABEL = re.compile(r"^\s*(?:nhi[eệ]m v[uụ]|vi[eệ]c)\s+\d{1,2}\s*[.:]\s*", re.IGNORECASE)
_MANY_ITEMS = 4  # that one label stands below


def find_tasks(document: Document) -> list[Task]:
    """Tasks of a document, in reading order; rows that say nothing (torn by a page break) are none."""
    if document.text_source != "text" and document.quality < _LEGIBLE:
        return []  # names that can't be read are no one's
    return [task for task in _Finder(document).run() if task.task.strip(" .;:-–")]


def _list_above(items: list[Item]) -> Assignment | None:
    """The units of a list ("2. Giao Sở A chủ trì, phối hợp ...:") whose items stand above the last item."""
    owner = next((item.owner for item in reversed(items[:-1]) if item.listed), None)
    return owner if owner is not None and owner.said_by.rstrip(" *_").endswith(":") else None


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
        above = () if columns.fields.keys() & {"lead", "both"} else self._leads_table(path)
        for row in task_rows(table, grid, columns, start):
            lead, coordinate = names_of(row.lead or list(above), table=True), names_of(row.coordinate, table=True)
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

    def _leads_table(self, path: tuple[Section, ...]) -> tuple[str, ...]:
        """The units of the heading above a table that has no column for them."""
        owner = self.owners.of_item(path, -1)
        return owner.lead if owner is not None and self.parts.evidence.hands_down(owner, path) else ()

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
        line = read_line(block, path, kind, following)
        fields = read_fields(text) if len(text) < 6000 else []
        if fields and self._fields(line, fields):
            return
        if line.label is not None or line.opens:
            self._note_steps(line)
        if self._goes_on(line):
            return
        if self.group.labelled or line.opens:
            self._flush()
        if self._answers(line):
            return
        owners = self.owners
        if breaks_off(line, owners):
            return
        if line.label is not None or line.opens:
            owners.below = False
        if not (owners.below and starts_duty(line.body, 0)):
            # "a) Sở Tài chính:", "Chủ trì ..." as a paragraph below it
            owners.drop(line.rank, path, line.label, line.body)
        if opens_no_duties(line, owners):
            return
        described = describes(line, self.parts)
        if heads_section(line, owners, described):
            return
        line.owner = owner_above(line, owners)
        if line.is_title and not line.opens:
            return
        if names_owner(line, owners, described) or names_partners(line, owners):
            self._flush()
            return
        if line.body.endswith(":") and not line.opens:
            if (request := asks_before_list(line)) is not None:
                self._flush()
                self._keep(request)
                self._flush()
            introduces_list(line, owners)
            return
        if introduces_section(line, owners):
            return
        if self._is_heading(line):
            self.group.items = [make_item(block, path, line.at, None, None, heading=True)]
            return
        if not self._introduces_items(line):
            self._candidate(line)

    def _goes_on(self, line: Line) -> bool:
        """Take a line that belongs to the items above it."""
        items = self.group.items
        if self.group.waiting is not None:
            if units := all_units(line.body):
                joined = self.group.fields.get(self.group.waiting, "")
                self.group.fields[self.group.waiting] = "; ".join(filter(None, [joined, *units]))
                return True
            self.group.waiting = None
        if items and not line.opens and _CLOSES.search(line.body):
            closes = read_assignment(line.text, line.at)
            whole = closes is not None and closes.whole and closes.ordered
            if whole and not line.body.endswith(":") and len(line.body) < 400:
                self.group.assigned = closes
                return True
        if line.label is not None or line.opens:
            return False
        if self._continues(line):
            return True
        if items and (by_when := deadline_line(line.body)) is not None:
            items[-1].by_when = by_when
            return True
        return False

    def _is_heading(self, line: Line) -> bool:
        """True for a heading that is no duty itself."""
        if not line.opens or line.text.rstrip().endswith("."):
            return False
        section = line.path[-1]
        if line.block.kind is not BlockKind.HEADING and line.body.strip(" .:") != section.heading.strip(" .:"):
            return False
        if own_assignment(self.parts, line.text, line.at, line.path, line.kind, line.owner is not None) is not None:
            return False
        alone = not section.children and line.owner is not None and len(line.body.split()) >= ITEM_WORDS
        return not alone or self._introduces(line)

    def _introduces(self, line: Line) -> bool:
        """True where more stands under a heading than the heading itself."""
        following = line.following
        return following is not None and following.table is None and following.start < line.path[-1].end

    def _introduces_items(self, line: Line) -> bool:
        """True for a line without a colon that is the heading of the items that follow."""
        if line.opens and line.owner is not None and self._introduces_duties(line):
            return True
        words = len(line.body.split())
        if words >= _OPENING_WORDS or line.body.endswith((".", ";", ",", "/")):
            return False
        if not line.heads_deeper or is_field(line.following):
            return False
        return words < _HEADING_WORDS or find_assignment(line.text, line.at, line.owner is not None) is None

    def _introduces_duties(self, line: Line) -> bool:
        """ "a) Kiện toàn tổ chức bộ máy." and then paragraphs without labels, each with a unit of its own."""
        if line.following is None or len(line.body.split()) > _HEADING_WORDS or not self._introduces(line):
            return False
        if (
            line.body.strip(" .:;") != line.path[-1].heading.strip(" .:;")
            or line_label(line.following.text) is not None
        ):
            return False
        named = read_assignment(line.following.text)
        return named is not None and not named.whole

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

    def _note_steps(self, line: Line) -> None:
        """Keep whether the lines from here on stand below "2. Trình tự, thủ tục ...:"."""
        steps = self.steps
        if steps is not None and (line.rank <= steps[0] or steps[1] not in {s.start for s in line.path} | {0}):
            self.steps = None
        if line.body.endswith(":") and heads_procedure(line.body):
            self.steps = (line.rank, line.section)

    def _continues(self, line: Line) -> bool:
        """Join a line that goes on with the item above, which a broken line or page has cut in two."""
        last = self.group.items[-1] if self.group.items else None
        if last is None or last.heading or self.group.labelled or last.end < self.before - LINE_BREAK:
            return False
        torn = self.document.format in ("pdf", "txt") and OPEN_ENDED.search(last.text) is not None
        if not torn and (not line.body[:1].islower() or last.text.rstrip().endswith((".", ":", "!", "?", "/"))):
            return False
        last.text = f"{last.text} {line.body}"
        last.end = line.block.start + line.at + len(line.text[line.at :].rstrip(" *_"))
        return True

    def _answers(self, line: Line) -> bool:
        """ "1.2. Giải pháp ... 1.3. Trách nhiệm: Phòng A chủ trì, Phòng B phối hợp": who does what stands above."""
        path = line.path
        if len(path) < 2 or not ANSWERS.match(bare_form(path[-1].heading)):
            return False
        items = [item for item in self.loose if len(item.path) >= 2 and item.path[-2] is path[-2]]
        if not items:
            return False
        units = all_units(line.body)
        named = (
            Assignment(tuple(units), (), len(line.body), True, True) if units else read_assignment(line.text, line.at)
        )
        if named is None or not named.whole:
            return False
        for item in items:
            item.owner = replace(named, said_by=path[-1].heading + ":")
            self._tell(item)
        self.loose = []
        return True

    def _candidate(self, line: Line) -> None:
        """Keep a line that may tell somebody to do something, and hand on whom it names to what stands below it."""
        if line.label is not None and any(line.rank < item.rank for item in self.group.items):
            self._flush()  # what stands below the item before, whose labels those of this one are not
        known = len(self.group.items)
        self._keep(line)
        items = self.group.items
        last = items[-1] if len(items) > known or (items and items[-1].start >= line.block.start) else None
        if last is None or last.own is None or self.parts.rules or self.parts.normative or self.parts.report:
            return
        if line.body.endswith(".") and line.heads_deeper and not is_field(line.following):
            if line.label is None and (above := _list_above(items)) is not None:
                self.owners.put(line, above)  # a sentence between the items of a list
                return
            # "Các cơ quan xây dựng kế hoạch. / - Giới thiệu điển hình ..."
            self.owners.put(line, replace(last.own, coordinate=(), deadline=None, said_by=line.body))

    def _keep(self, line: Line) -> None:
        text, path, body = line.text, line.path, line.body
        plain = bare_form(body)
        if is_no_task(self.parts, line, plain, self.steps is not None):
            return
        doer = find_doer(self.parts, line, plain)
        if doer is None:
            return
        owner, own = doer
        if own is not None and any(start <= line.block.start < end for start, end in self.parts.quoted):
            own = None
        at = line.at
        if own is not None and own.begins is not None and len(text[own.end :].split()) >= _LATE_WORDS:
            at = own.begins  # what stands before it tells why, or what is so
            if is_closing(text[at:]):
                return
        listed = line.label is not None
        if listed:
            self.listed_in.add(line.section)
        elif own is None and line.section in self.listed_in and (_GOES_ON.match(body) or body[0].islower()):
            return
        items = self.group.items
        if items and items[0].heading:
            items.clear()
        items.append(make_item(line.block, path, at, owner, own, listed))

    def _fields(self, line: Line, fields: list[LabelledField]) -> bool:
        """Take a block of labelled fields; False where its label turns out to be an assignment line."""
        block, path, text, at = line.block, line.path, line.text, line.at
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
                if item is not items[-1] and says_behind(item):
                    self._tell(item)  # the labels are those of the item below
                    continue
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
