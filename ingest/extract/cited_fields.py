"""Date, issuer and title of each citation of a line, from the words around it."""

from __future__ import annotations

import re

from ingest.clean.fold import strip_diacritics
from ingest.extract.cited_company import company_before
from ingest.extract.cited_date import agrees, date_after
from ingest.extract.cited_issuer import (
    in_own_area,
    is_body_for,
    issuer_after,
    issuer_before,
    issuer_of_symbol,
    joint_issuer_after,
    place_after,
    province_of_line,
)
from ingest.extract.cited_list import complete_issuers, share_dates, share_issuers, share_titles
from ingest.extract.cited_mention import GOVERNMENT_SINCE, OWN_REACH, PEOPLES, Context, Mention, kind_of
from ingest.extract.cited_province import province_of
from ingest.extract.cited_row import date_of_row, takes_effect
from ingest.extract.cited_title import says, title_after
from ingest.extract.cited_words import without_added_words
from ingest.extract.relation import bare_prefix
from ingest.extract.segment import Segment
from ingest.models import Document
from ingest.parse.issuer import organ_of_symbol
from ingest.parse.plain import squeeze
from ingest.parse.province import MERGED_ON, find_province

# "khoản 2 Điều 5 (của)" in front of a document: only that part is cited.
PART_OF = re.compile(r"\b(?:diem|khoan|dieu|muc|chuong|phu\s+luc)\s+(?:[\divx]+|[a-zđ])[a-z]?\W*(?:(?:cua|tai)\s+)?$")
# "khoản 1 Điều 13 Quy chế tuyển sinh ban hành kèm theo": a part of what was attached to it.
_PART_ATTACHED = re.compile(
    r"\b(?:diem|khoan|dieu|muc|chuong|phu\s+luc)\s+(?:[\divx]+|[a-zđ])\b[^;:.]{0,110}\bkem\s+theo\s*$"
)
# "Công ty cổ phần A tại Văn bản số 5/CV-SCT": its symbol is not the department's.
_COMPANY = re.compile(
    r"\b(?:cong\s+ty|doanh\s+nghiep|hop\s+tac\s+xa|tap\s+doan|ho\s+kinh\s+doanh|chi\s+nhanh)\b(?:(?!\bquy\s+dinh|\btheo\b)[^;:]){2,140}\btai\s*$"
)
_AMENDED_IN = re.compile(r"\s*\(?,?\s*(?:(?:da|duoc)\s+)*sua\s+doi[^();.]{0,40}?nam\s+(?P<year>(?:19|20)\d\d)")
_OWN_PREFIX = re.compile(r"(?:(?:can cu|thuc hien|trien khai|theo|xet)(?: (?:cac|vao|noi dung|de nghi))* ?)?$")
# Organs whose symbols nobody else has.
_ONE_ISSUER = ("Chính phủ", "Thủ tướng Chính phủ", "Quốc hội", "Ủy ban Thường vụ Quốc hội")


def give_fields(context: Context, group: list[Mention]) -> None:
    """Gives the mentions of one line, in text order, their dates, issuers and titles."""
    segment = context.segments[group[0].segment]
    headed = province_of_line(context.bare, segment.start, segment.end) if segment.cell is None else None
    for at, mention in enumerate(group):
        if mention.inner:
            continue
        following = at + 1
        while following < len(group) and group[following].head < mention.stop:
            following += 1
        limit = group[following].head if following < len(group) else segment.end
        dated = _give_date(context, segment, mention, limit)
        if mention.number is None:
            changed = _AMENDED_IN.match(context.bare, mention.tail, min(segment.end, mention.tail + 80))
            mention.amended = int(changed["year"]) if changed else None
            continue
        _give_issuer(context, segment, mention, limit if dated else None, headed)
        if mention.title is None:
            _give_title(context, segment, mention)
    share_dates(context, group)
    complete_issuers(context, group)
    share_issuers(context, group)
    share_titles(context, group)
    if segment.cell is not None and len(group) == 1 and group[0].issued_on is None:
        date_of_row(context, segment, group[0])


def _give_date(context: Context, segment: Segment, mention: Mention, limit: int) -> bool:
    """Whether a date follows, be it the document's or not. `limit`: where the next citation begins."""
    law = mention.number is None
    found = date_after(context.text, context.bare, mention.stop, limit, law=law)
    if found and (law or agrees(found[0], mention.year) or "-" in found[0]):
        mention.issued_on, mention.tail = found
        mention.date_source = "after"
    if found and law and takes_effect(context, segment):
        mention.issued_on, mention.tail, mention.date_source = None, mention.stop, ""
    return found is not None


def _give_issuer(
    context: Context, segment: Segment, mention: Mention, dated_until: int | None, headed: str | None
) -> None:
    """The issuer stands before or after the date; a list may name it behind the last number.

    `dated_until`: where the next citation begins, if a date follows this one; `headed`: province that the line names.
    """
    text, bare = context.text, context.bare
    province = headed or province_of(context.document, mention)
    joint = "TTLT" in mention.symbol or "NQLT" in mention.symbol
    organ = joint_issuer_after(text, bare, mention.tail, segment.end) if joint else None
    organ = organ or issuer_after(text, bare, mention.tail, segment.end, province)
    if organ is None and dated_until is not None:
        organ = issuer_after(text, bare, mention.stop, dated_until, province)
    organ = organ or place_after(text, mention.tail, segment.end, mention.symbol)
    fixed = None if joint else issuer_of_symbol(mention.symbol)  # a joint one has several
    if mention.symbol == "CP" and (mention.issued_on or "") < GOVERNMENT_SINCE:
        fixed = None  # "169-CP": then of the Council of Government
    # A decree is the Government's: what follows "do" behind it is another's act.
    if organ and not (fixed in _ONE_ISSUER and organ[0][:1].islower()):
        mention.issuer = organ[0] or fixed
        mention.named = bool(organ[0])
        mention.tail = max(mention.tail, organ[1])
    elif not _COMPANY.search(bare, max(segment.start, mention.head - 160), mention.head):
        mention.issuer = fixed
    else:
        mention.issuer = None
    if mention.issuer is None and (company := company_before(text, bare, segment.start, mention.head)):
        mention.issuer, mention.named = company, True
    if mention.issuer is None and mention.between:
        organ = issuer_after(text, bare, *mention.between, province)
        mention.issuer = organ[0] or None if organ else None
        mention.named = mention.issuer is not None
    if mention.issuer is None:
        mention.issuer = issuer_before(text, bare, segment.start, mention.head, mention.symbol, province)
        mention.named = mention.issuer is not None
    if headed and mention.issuer is None and (organ_name := PEOPLES.get(organ_of_symbol(mention.symbol) or "")):
        of_province = find_province(headed)
        mention.issuer = f"{organ_name} {of_province.full_name}" if of_province else None
    if mention.issuer and _same_time(context.document, mention):
        header = context.document.header
        mention.issuer = in_own_area(mention.issuer, header.issuer, header.issuer_parent)


_OF_A_YEAR = re.compile(r"^(?!.*\bcủa\b)(?:\S+\s+){4,}(?:năm|giai đoạn)\s20\d\d(?:\s?[-–]\s?20\d\d)?$")
# "Ban Chỉ đạo thực hiện sắp xếp đơn vị hành chính về việc tháo gỡ vướng mắc": the first part is the organ's name.
_BODY_TO_CARRY_OUT = re.compile(r"(?P<what>(?:thực hiện|triển khai)\s.{10,150}?)\s(?P<title>về việc\s.+)")


def _give_title(context: Context, segment: Segment, mention: Mention) -> None:
    text, bare = context.text, context.bare
    front = bare[segment.start : mention.head] if mention.head - segment.start <= OWN_REACH else None
    own_line = front is not None and _OWN_PREFIX.match(bare_prefix(front)) is not None
    named = title_after(text, bare, mention.tail, segment.end, kind_of(mention), own_line, context.title)
    title, ends = named or (None, 0)
    of_part = (
        PART_OF.search(bare, max(segment.start, mention.head - 40), mention.head) is not None
        or _PART_ATTACHED.search(bare, max(segment.start, mention.head - 160), mention.head) is not None
    )
    body = mention.issuer is not None and is_body_for(strip_diacritics(mention.issuer).lower())
    if body and title and title.lower().startswith(("về ", "ve ")) and title[3:7].lower() not in ("việc", "viec"):
        title = None  # "Ban Chỉ đạo về ...": as much the organ's name
    elif body and title and (parts := _BODY_TO_CARRY_OUT.fullmatch(title)):
        mention.issuer, title = f"{mention.issuer} {parts['what']}", parts["title"]
    if title and not says(strip_diacritics(title).lower(), of_part, _bare_number(mention), kind_of(mention)):
        mention.title, mention.title_end = without_added_words(context, mention, title, segment.start), ends
    elif not title and mention.about and mention.between:
        words = squeeze(text[slice(*mention.between)])
        mention.title = words if _OF_A_YEAR.search(words) else None


def _bare_number(mention: Mention) -> bool:
    """Whether nothing but a year parts number and words: "Quyết định 482/QĐ-TTg năm 2024 về địa điểm"."""
    only_year = mention.issued_on is not None and len(mention.issued_on) == 4 and not mention.named
    return mention.tail == mention.stop or only_year


def _same_time(document: Document, mention: Mention) -> bool:
    """Whether both documents are of the time before, or after, communes and provinces were merged."""
    own, cited = document.header.issued_on, mention.issued_on
    return own is not None and cited is not None and (own >= MERGED_ON[:7]) == (cited >= MERGED_ON[:7])
