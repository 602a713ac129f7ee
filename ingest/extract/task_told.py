"""The task of an item that somebody is told to do, and the proof of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from ingest.clean.letters import LOWER, UPPER
from ingest.extract.assign import read_assignment
from ingest.extract.assignment import Assignment
from ingest.extract.bare_form import bare_form
from ingest.extract.coordination import find_coordination
from ingest.extract.deadline import due_on, find_deadline
from ingest.extract.duty_word import begins_at_once, begins_work, holds_work, names_thing
from ingest.extract.models import Task
from ingest.extract.section_path import headings_of
from ingest.extract.speaks_of import begins_noun, is_part, speaks_of
from ingest.extract.task_item import Group, Item
from ingest.extract.task_part import Parts
from ingest.extract.task_proof import names_of
from ingest.extract.task_table import divide
from ingest.extract.unit_head import is_organ
from ingest.extract.unit_list import read_units
from ingest.extract.unit_split import split_units
from ingest.extract.unit_stop import starts_duty

# Without a capital these are common nouns: "hình thành trung tâm xúc tiến"
_NOUN = re.compile(r"(?:trung tâm|viện|trường|công ty|ngân hàng|quỹ|hội|tập đoàn|doanh nghiệp|kho|trạm|bệnh viện)\s")
ITEM_WORDS = 10  # a heading of so many words under a unit is a duty
_PAST_YEARS = 3  # a date so many years before the document is no deadline that it sets
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
_PLAIN_START = re.compile(rf"[{UPPER}{LOWER}][{LOWER}]+,?\s[{LOWER}]")
# After a whole name a small word is a verb, listed or not, unless it is one of these.
_VERB = re.compile(
    r"\s*(?!(?:de|nham|cac|nhung|va|voi|cua|thuoc|trong|tai|theo|ve|tu|den|do|la|co|duoc|bi|hoac|khi|nhu|thi|khong|da|dang|so|ngay)\b)[a-z]"
)
# "Nội dung Sở A có trách nhiệm chủ trì": what stands below is work, however it is worded
_NAMES_WORK = re.compile(
    r"\b(?:noi\s+dung|nhiem\s+vu|cong\s+viec)\b.*\b(?:chu\s+tri|trach\s+nhiem|thuc\s+hien|phoi\s+hop)\b"
)
# "Chủ tịch UBND các xã (gọi chung là cấp xã) quyết định": a power, and of what stands below
_ONLY_DECIDES = re.compile(r"\s*(?:\([^()]*\)\s*)?,?\s*(?:xem\s+xet\s*,\s*)?(?:quyet\s+dinh|phe\s+duyet)[\s.:;]*")
_LEADS_TOO = re.compile(r"^[^.;]{0,160}?\bdong\s+chu\s+tri\s+(?:voi|cung(?:\s+voi)?)\s+")
_ACTIVELY = re.compile(r"\s*(?:chu\s+(?:dong|tri)|truc\s+tiep|tham\s+muu|de\s+xuat)\s")


def told_task(item: Item, since: int | None = None, day: Callable[[str | None], str | None] = due_on) -> Task | None:
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
        deadline_in(item.text[sentence:])
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
        deadline=deadline, due_on=None if _recurs(item.text, deadline) else day(deadline),
        section_path=headings_of(item.path), page=item.page,
        start=item.start, end=item.end,
    )  # fmt: skip


# "định kỳ hằng năm (trước ngày 10/12) báo cáo ...": no day of one year
_EACH_TIME = re.compile(r"\b(?:(?:hang|moi)\s+(?:nam|quy|thang|tuan)|dinh\s+ky)\b[^.;]{0,30}$")


def _recurs(text: str, deadline: str | None) -> bool:
    """True where what stands before a deadline without a year says that it comes each year."""
    if deadline is None or re.search(r"(?:19|20)\d\d", deadline) or (at := text.find(deadline)) < 0:
        return False
    return _EACH_TIME.search(bare_form(text[:at])[-70:]) is not None


def deadline_in(text: str) -> str | None:
    """The deadline that `text` states, in its own words; None where it states none."""
    at = find_deadline(text)
    return text[at[0] : at[1]] if at else None


def handed_down(owner: Assignment, text: str, at: int) -> Assignment:
    """The owner with the partners and the deadline of an opening line, for what stands below it."""
    return replace(
        owner,
        coordinate=find_coordination(text, at) or owner.coordinate,
        deadline=deadline_in(text[at:]) or owner.deadline,
    )


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


def labelled_task(parts: Parts, item: Item, group: Group) -> Task | None:
    """The task of an item with the labels that follow it; None where they and it name nobody."""
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
        deadline=deadline, due_on=parts.day(deadline), product=values.get("product"),
        section_path=headings_of(item.path), page=item.page, start=item.start, end=item.end,
    )  # fmt: skip


def proved(parts: Parts, task: Task, item: Item, labelled: bool = False) -> Task | None:
    """The task with the fields that can show what they need; None where it can't show whose it is."""
    task.lead, task.coordinate, task.monitor = (
        names_of(task.lead, labelled), names_of(task.coordinate, labelled), names_of(task.monitor, labelled)
    )  # fmt: skip
    if not task.lead:
        return None
    if labelled:
        return task
    if (parts.rules or parts.normative) and all(_IN_A_PART.match(bare_form(unit)) for unit in task.lead):
        return None  # what anyone in a part does in each case
    if item.own is not None and _ONLY_DECIDES.fullmatch(bare_form(item.text), item.named_to):
        return None
    if item.own is not None:
        told = item.own.ordered or item.own.coordinate or begins_work(item.text, item.named_to)
        told = told or (is_organ(item.own.lead[-1]) and _VERB.match(bare_form(item.text), item.named_to) is not None)
        return task if told else None
    if item.owner is None or not parts.evidence.hands_down(item.owner, item.path):
        return None
    begins_plain = _PLAIN_START.match(item.text) is not None
    if begins_work(item.text) or (begins_plain and _NAMES_WORK.search(bare_form(item.owner.said_by))):
        return task
    plain = begins_plain and len(item.text.split()) >= ITEM_WORDS
    if parts.evidence.assigns and item.listed and plain and not (names_thing(item.text) or begins_noun(item.text)):
        return task  # a verb that isn't listed
    return task if speaks_of(bare_form(item.text), item.owner) and holds_work(item.text) else None
