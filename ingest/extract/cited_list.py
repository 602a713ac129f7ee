"""What the members of a list of documents share: a date, an issuer, a title."""

from __future__ import annotations

import re
from itertools import pairwise

from ingest.clean.fold import strip_diacritics
from ingest.clean.letters import UPPER
from ingest.extract.cited_date import agrees, date_before
from ingest.extract.cited_issuer import full_name, has_symbol
from ingest.extract.cited_mention import TYPES, Context, Mention
from ingest.extract.cited_province import province_of
from ingest.extract.relation import is_joiner
from ingest.parse.issuer import organ_of_symbol

# The next item of a list of documents begins behind a semicolon or comma.
_NEXT_ITEM = re.compile(r"^[^;.]{0,400}[;,]\s*(?:va\s+)?$")
_AND = re.compile(r"\s*,?\s*va\s+")
# Somebody else acts before it: "...; Sở Nội vụ ban hành".
_SUBJECT = re.compile(r"\b(?:ban hanh|ky|tham muu|trinh|cua|do|ubnd|hdnd|uy ban|hoi dong|so|bo|tinh uy)\b")


def share_dates(context: Context, group: list[Mention]) -> None:
    """ "số A và số B ngày 8/1/2025": one date for members of one issuer and kind."""
    for first, second in zip(reversed(group[:-1]), reversed(group[1:]), strict=True):
        if (
            first.issued_on is None
            and second.issued_on is not None
            and first.number is not None
            and first.symbol == second.symbol
            and first.tail <= second.head
            and agrees(second.issued_on, first.year)
            and is_joiner(between := context.bare[first.tail : second.head])
            and ";" not in between
        ):
            first.issued_on, first.date_source = second.issued_on, "shared"
            first.issuer = second.issuer
    start = context.segments[group[0].segment].start
    before: Mention | None = None
    for mention in group:
        if mention.number is None or mention.inner:
            continue
        if mention.issued_on is None:
            date = date_before(context.text, context.bare, before.tail if before else start, mention.head)
            if date and agrees(date, mention.year):
                mention.issued_on, mention.date_source = date, "before"
            elif (
                before
                and before.date_source == "before"
                and before.symbol == mention.symbol
                and is_joiner(context.bare[before.tail : mention.head])
            ):
                mention.issued_on, mention.date_source = before.issued_on, "before"
        before = mention


# "Thực hiện các Kế hoạch của UBND tỉnh: số 5/KH-UBND ...; số 6/KH-UBND".
_OF_ALL = re.compile(
    rf"(?:cac|nhung|hai|ba|bon|0?[2-9])\s+(?:{TYPES}|van\s+ban(?:\s+chi\s+dao)?)\s+cua\s+(?P<issuer>[^;:.()\d]{{3,70}}?)\s*:\s*(?:{TYPES}\s+|cong\s+van\s+|so\b|\d)"
)
_SENTENCE_END = re.compile(rf"[.!?]\s+(?=[{UPPER}])")
# "Các Nghị quyết của Hội đồng nhân dân Thành phố sau đây hết hiệu lực: số 5/NQ-HĐND ...; số 6/NQ-HĐND".
_LIST_OF = re.compile(
    rf"\W*(?:\w{{1,3}}[.)]\s*)?(?:bai\s+bo\s+)?(?:cac|nhung)\s+(?:{TYPES})\s+(?:sau\s+(?:day\s+)?)?cua\s+"
    r"(?P<issuer>(?:ubnd|uy\s+ban\s+nhan\s+dan|hdnd|hoi\s+dong\s+nhan\s+dan)\s+(?:tinh|thanh\s+pho|huyen|xa|phuong)(?:\s+(?!sau\b|da\b|ve\b)"
    r"[^\W\d_]+){0,4}?)\s*(?::|sau\b|ve\b|da\b|het\b)"
)


def complete_issuers(context: Context, group: list[Mention]) -> None:
    """Issuers whose province only the cited document's date allows to tell; those that the head of a list names."""
    segment = context.segments[group[0].segment]
    listed = _head_of_list(context, segment.start, segment.end)
    for mention in group:
        if mention.number is None or mention.inner:
            continue
        province = province_of(context.document, mention)
        if mention.issuer is not None:
            mention.issuer = full_name(mention.issuer, province) or mention.issuer
        elif listed and listed[1] <= mention.head <= listed[2]:
            name = full_name(context.text[slice(*listed[:2])], province)
            mention.issuer = name if name and has_symbol(name, mention.symbol) else None


def _head_of_list(context: Context, start: int, end: int) -> tuple[int, int, int] | None:
    """Where the issuer stands that the head of a list names, and where the list's sentence ends."""
    bare = context.bare
    near = min(end, start + 200)
    found = _LIST_OF.match(bare, start, near)
    if found is None and ":" in bare[start:near]:
        found = _OF_ALL.search(bare, start, near)
    if found is None:
        return None
    over = _SENTENCE_END.search(context.text, found.end(), end) if found.re is _OF_ALL else None
    return (*found.span("issuer"), over.start() if over else end)


def share_issuers(context: Context, group: list[Mention]) -> None:
    """ "số A ngày ... và số B ngày ... của UBND tỉnh", "UBND tỉnh đã ban hành: A; B": one issuer of one list."""
    for first, second in zip(reversed(group[:-1]), reversed(group[1:]), strict=True):
        alike = first.symbol == second.symbol or organ_of_symbol(first.symbol) == organ_of_symbol(second.symbol)
        if first.issuer is None and second.named and alike and first.number and first.tail <= second.head:
            between = context.bare[first.tail : second.head]
            if is_joiner(between.replace(")", "")) and ";" not in between:  # "A (ngày 5/3), B (ngày 6/3) của UBND"
                first.issuer = second.issuer
    for first, second in pairwise(group):
        of_one = organ_of_symbol(first.symbol) == organ_of_symbol(second.symbol)
        if second.issuer is None and first.issuer and of_one and first.tail <= second.head:
            between = context.bare[first.tail : second.head]
            # "A về cải cách và B": nothing but "và" behind the first one's title.
            if first.tail < first.title_end <= second.head and _AND.fullmatch(
                context.bare, first.title_end, second.head
            ):
                second.issuer = first.issuer
            # Joined by a semicolon behind the first one's title, or by nothing but a joiner.
            if (is_joiner(between) or _NEXT_ITEM.search(between)) and not _SUBJECT.search(between):
                second.issuer = first.issuer


_PLURAL = re.compile(
    rf"(?<![^\W\d_])(?:cac|hai|ba|bon|0?[2-9])\s+(?:{TYPES})(?:\s+cua\s+[^;:,.]{{3,60}})?\s*:?\s*(?:so\s*:?\s*)?$"
)
# "Căn cứ các Nghị định của Chính phủ: số A ...; số B và số C sửa đổi": a clause of such a list.
_PLURAL_BEFORE = re.compile(
    rf"(?<![^\W\d_])(?:cac|hai|ba|bon|0?[2-9])\s+(?:{TYPES})\b[^;]{{0,60}}:[^:]*;\s*(?:va\s+)?(?:so\s*:?\s*)?$"
)
_CHANGING_TITLE = re.compile(r"(?:ve\s+(?:viec\s+)?)?(?:sua\s+doi|bo\s+sung|thay\s+the|bai\s+bo)\b")


def share_titles(context: Context, group: list[Mention]) -> None:
    """ "các Kế hoạch số 5/KH-UBND và số 6/KH-UBND về cải cách": one title of several, where no type is named again.

    What amends is said of all members only where they are two under a plural: "các Nghị định số 63 và số 92 sửa đổi".
    """
    bare = context.bare
    listed = [m for m in group if m.number is not None and not m.inner]
    for at in range(len(listed) - 1, 0, -1):
        last = listed[at]
        if not last.title or listed[at - 1].title:
            continue
        first = at
        while first and _one_of_list(bare, listed[first - 1], listed[first]):
            first -= 1
        members = listed[first:at]
        if not members or not re.search(r"\bva\s*(?:so\s*:?\s*)?$", bare[members[-1].tail : last.at]):
            continue
        begin = context.segments[last.segment].start
        front = bare[max(begin, members[0].at - 900) : members[0].at]
        plural = _PLURAL.search(front[-110:]) is not None or _PLURAL_BEFORE.search(front) is not None
        changing = _CHANGING_TITLE.match(strip_diacritics(last.title).lower()) is not None
        if (len(members) == 1 and (plural or not changing)) or (plural and not changing):
            for member in members:
                member.title, member.title_end = last.title, member.tail


def _one_of_list(bare: str, first: Mention, second: Mention) -> bool:
    """Whether two numbers stand in one list without a type's name between them."""
    if first.title or first.symbol != second.symbol or first.tail > second.head:
        return False
    between = bare[first.tail : second.at]
    return ";" not in between and "\n" not in between.strip() and is_joiner(re.sub(r"\bso\s*:?\s*$", "", between))
