"""Who issued a document, and above whom: from the header's left column, the number's symbol or the text."""

from __future__ import annotations

import re

from ingest.clean.fold import strip_diacritics
from ingest.models import Header
from ingest.parse import issuer as organ
from ingest.parse.document_type import type_code_of_name
from ingest.parse.head import ADDRESSED, DRAFT_MARK, Head
from ingest.parse.header_tail import Tail
from ingest.parse.plain import MASK, is_upper
from ingest.parse.province import province_at
from ingest.parse.site_record import RecordField
from ingest.parse.title import AUTHORITY, OF_ORGAN, SUBJECT_START


def _column(head: Head) -> str:
    """What is left of the header's left column: capitals before the type line (or the addressee)."""
    view = head.view
    stop = head.type_at[0] if head.type_at else head.body
    addressed = ADDRESSED.search(view.bare, head.start)
    if addressed:
        stop = min(stop, addressed.start())
    if head.number_at and not head.type_at:
        stop = min(stop, head.number_at[1] + 400)
    capitals: list[str] = []
    mixed: list[str] = []
    for line in view.lines:
        if line.start < head.start or line.start >= stop:
            continue
        # Left column over right column: nothing of the issuer follows the number.
        if head.number_at and line.start > head.number_at[0] and capitals:
            break
        text = view.line_text(line).strip(" |-–_.*")
        bare = strip_diacritics(text).lower()
        # A document without a type line: below the date begins what it is about.
        if head.date and line.start > head.date.end and capitals and SUBJECT_START.match(bare):
            break
        if not any(c.isalpha() for c in text) or DRAFT_MARK.match(bare) or type_code_of_name(text):
            continue
        if is_upper(text):
            capitals.append(text)
        elif organ.begins_organ(text) and len(text) < 120:
            mixed.append(text)
        elif len(text) > 40:
            # Running text in front of the header is a site's or a sender's.
            capitals.clear()
            mixed.clear()
    return "\n".join((capitals or mixed)[-8:])


def fill_issuer(header: Header, head: Head, record: dict[str, RecordField], text: str, tail: Tail) -> None:
    """Issuer, the organ above it and its province, from the surest source that gives one."""
    place = head.province
    view = head.view
    found = organ.from_column(_column(head), place, text)
    source = "column" if found else ""
    if named := _named_below_type(head):
        found, source = organ.from_column(named, None, text) or found, ""
    if found and found.name in organ.STATE_ORGANS:
        # "CHÍNH PHỦ" above a decision "/QĐ-TTg": the number says which of them it was.
        by_number = organ.from_symbol(header.symbol, place, "")
        if by_number and by_number.name in organ.STATE_ORGANS:
            found = by_number
    if found is None:
        found = organ.from_symbol(_without_type(header), place, text)
    if found is None:
        for line in view.lines[view.line_at(head.type_at[1]) if head.type_at else 0 :][:14]:
            written = view.line_text(line)
            if is_upper(written) and AUTHORITY.match(view.bare, line.start, line.end):
                found = organ.from_authority(written, place, text)
                if found:
                    head.note("issuer", line.start, line.end)
                    break
    if found is None and "issuer" in record:
        found = organ.from_name(record["issuer"].value, place, text)
        head.evidence["issuer"] = record["issuer"].span
    if found is None:
        return
    header.issuer, header.issuer_parent, header.province = found.name, found.parent, found.province
    former = _FORMER.get(strip_diacritics(head.place or "").lower())
    if former and head.province:  # issued before the province got its name of today
        today = head.province.full_name
        header.issuer = found.name.replace(today, former)
        header.issuer_parent = found.parent.replace(today, former) if found.parent else None
    if source == "column":
        first, last = _column_span(head)
        if last:
            head.note("issuer", first, last)
    if header.province is None and _is_local(header):
        named = place.name if place else _province_of_body(text)
        header.province = named


_FORMER = {"thua thien hue": "tỉnh Thừa Thiên Huế", "thua thien - hue": "tỉnh Thừa Thiên Huế"}


def _without_type(header: Header) -> str | None:
    """The symbol, with a type in front that can't be taken for an organ: "CT-TLĐ" of a "CHỈ THỊ" is no Cục Thuế's."""
    kind, _, rest = (header.symbol or "").partition("-")
    return f"KH-{rest}" if rest and kind == header.type_code == "CT" else header.symbol


def _named_below_type(head: Head) -> str | None:
    """ "NGHỊ QUYẾT / CỦA BỘ CHÍNH TRỊ / về ...": whose it is, whatever committee stands above."""
    if head.type_at is None:
        return None
    view = head.view
    for line in view.lines[view.line_at(head.type_at[0]) :][:3]:
        start = max(line.start, head.type_at[1])
        if found := OF_ORGAN.fullmatch(view.bare, start, max(start, line.end)):
            return view.text[found.start("organ") : found.end("organ")]
    return None


def _is_local(header: Header) -> bool:
    names = f"{header.issuer}\n{header.issuer_parent or ''}"
    return bool(
        re.search(
            r"(?m)^(?:Sở|Ủy ban nhân dân|Hội đồng nhân dân|Tỉnh ủy|Thành ủy"
            r"|Đảng ủy(?! Chính phủ| Quốc hội| Bộ| các cơ quan| Công an Trung ương| Quân sự))\b",
            names,
        )
    )


_OF_PROVINCE = re.compile(r"\b(?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan|dia ban|cua)\s+(?:tinh|thanh\s+pho)\s+")


def _province_of_body(text: str) -> str | None:
    """The province that a commune's document names most often ("UBND tỉnh Ninh Bình"), if one leads."""
    bare = strip_diacritics(text[:12000]).lower()
    counts: dict[str, int] = {}
    for found in _OF_PROVINCE.finditer(bare):
        if hit := province_at(bare, found.end()):
            counts[hit[0].name] = counts.get(hit[0].name, 0) + 1
    ranked = sorted(counts.items(), key=lambda item: -item[1])
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def _column_span(head: Head) -> tuple[int, int]:
    view = head.view
    stop = head.type_at[0] if head.type_at else head.body
    lines = [
        line
        for line in view.lines
        if head.start <= line.start < stop and is_upper(view.line_text(line)) and len(view.line_text(line)) > 3
    ]
    if not lines:
        return 0, 0
    # A line may begin with the organ and end with something masked.
    return lines[0].start, lines[-1].start + len(
        view.text[lines[-1].start : lines[-1].end].split(MASK)[0].rstrip()
    ) or lines[-1].end
