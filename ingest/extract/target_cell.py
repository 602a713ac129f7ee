"""The targets that one cell of values sets: a bare number, a range, points and places, or words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.extract.cell_years import parts_by_year
from ingest.extract.horizon import find_horizons
from ingest.extract.quantity import Quantity, bare, find_quantities, number_value, unit_head
from ingest.extract.target_columns import Column, unit_behind
from ingest.extract.target_place import Frame, Mode
from ingest.extract.target_proof import EARNED, MONEY
from ingest.extract.target_sentence import Found, read_sentence
from ingest.models import Cell

CELL_VALUE = re.compile(
    r"""^\s*(?:(?:dat|la|tu|tren|duoi|(?:lon|nho)?\ ?hon|duy\ tri|toi\ thieu|it\ nhat|toi\ da|khong\ (?:vuot\ )?qua
    |khong\ duoi|khong\ thap\ hon|khoang|xap\ xi|(?:va\ )?vuot|phan\ dau|hoan\ thanh|con|xuong|>=|<=|≥|≤|>|<|=
    |tang|giam)\s*)*
    (?P<low>\d[\d.,]*)(?:\s*%?\s*(?:-|–|—|÷|~|den|toi)\s*(?P<high>\d[\d.,]*))?\s*
    (?P<unit>%|bac|diem|lan(?:/nam)?)?(?:\s+tro\ (?:len|xuong))?\s*\.?\s*$""",
    re.VERBOSE,
)
# Marks of a note, and an aside that sets nothing: "100*", "95 (duy trì)", "90% (tăng 5% so với năm 2025)".
_NOTE = re.compile(r"\s*(?:\*+|[;,]|\((?:\d|\*+)\)|\((?:[^()\d]*|(?:tang|giam)\b[^()]*\bso voi\b[^()]*)\))\s*$")
_SPLIT_SIGN = re.compile(r"^(\s*[<>])\s+(?==)")


def _plain(text: str) -> str:
    """A cell's text without marks of notes and asides.

    >>> _plain("100% (1)"), _plain("> = 90*"), _plain("90% (tăng 5% so với năm 2025)"), _plain("89 (xếp thứ 10)")
    ('100%', '>= 90', '90%', '89 (xếp thứ 10)')
    """
    if text[:1] in "<>" and (parted := _SPLIT_SIGN.match(text)):
        text = parted.group(1) + text[parted.end() :]
    while text[-1:] in "*;,)" and re.search(r"\d", text) and (note := _NOTE.search(bare(text))) and note.start() > 0:
        text = text[: note.start()]
    return text


_MOVES = re.compile(
    r"(?<!\btoc do)(?<!\bnhip do)(?<!\bmuc)(?<=[a-z)])\s+(?P<word>giam|tang)"
    r"(?: (?:binh quan|trung binh|so voi (?:nam truoc|quy dinh|hien nay|cung ky|nam 20\d\d)|hang nam))*$"
)
_MOVED = re.compile(r"(?P<word>cat giam|giam|rut ngan|tang)(?! truong\b| cuong\b)\s+(?=\S+\s+\S)")
_NUMBER_OF = re.compile(
    r"so (?:luong )?((?:\w+ ?){1,3}?)(?= (?:duoc|co|da|thuc hien|tren|cua|cap|du|cung cap|hoan thanh)\b)"
)
_NUMBER_AT = re.compile(r"so (?:luong )?((?:\w+ ?){1,3}?): (?=(?:xa|phuong|so|ban|phong|ubnd)\b)")
_STRANGE = re.compile(r"\b(?:so voi|va tang|va giam)\b")


def holds_value(text: str, unit: str) -> bool:
    """Whether a cell sets a value or several, and says little else; `unit`: that of its column, or ""."""
    text = _plain(text.strip())
    folded = bare(text)
    if CELL_VALUE.match(folded) is not None or _parts(text, unit) or (_GROUP.match(folded) and len(text) <= 40):
        return True
    return len(text) <= 40 and re.search(r"\d", text) is not None and len(find_quantities(text, folded)) > 0


def read_cell(cell: Cell, name: str, unit: str, column: Column, head: str, frame: Frame) -> Iterator[Found]:
    """The targets that one cell of values sets."""
    if not re.search(r"[^\W\d_]{2}", name):
        return
    cell = replace(cell, text=_plain(cell.text.strip()))
    if years := parts_by_year(cell.text):
        for year, start, stop in years:
            if frame.reference is None or year >= frame.reference:
                when = replace(column, year=year, period=None)
                yield from read_cell(replace(cell, text=cell.text[start:stop]), name, unit, when, head, frame)
        return
    if parts := _parts(cell.text, unit):
        for text, its in parts:
            yield from read_cell(replace(cell, text=text), name, its, column, head, frame)
        return
    folded = bare(cell.text)
    match = CELL_VALUE.match(folded)
    own_unit = match.group("unit") if match else None
    ranked = match is None and _RANKED.match(bare(unit)) and all(q.kind != "rank" for q in find_quantities(cell.text))
    if (ranked or (match is None and _GROUP.match(folded))) and (ranks := _ranks(cell.text, folded)):
        for quantity, where in ranks:  # "≤ 3 Đông Nam Á; ≤ 50 thế giới"
            yield from _named(quantity, f"{name}: {where}" if where else name, column, head, cell, frame)
        return
    if match is None or (own_unit and own_unit != "%"):
        if len(cell.text) <= 80:
            own = {
                f.quantity.number: f.indicator for f in read_sentence(cell.text, replace(frame, mode=Mode.OPEN), folded)
            }
            at = 0
            for quantity in find_quantities(cell.text, folded):
                # "89 điểm; xếp thứ 10", "02 sáng kiến", "Top 15"
                if quantity.kind != "count" or unit_head(quantity.unit or "") not in ("thang", "quy", "nam"):
                    # "Đo lường hài lòng | Chỉ số SIPAS đạt 87%"
                    itself = own.get(quantity.number, "")
                    told = _SAID.search(folded, at, quantity.start) is not None and bare(itself) not in bare(name)
                    full = f"{name}: {itself}" if told and itself else name
                    yield from _named(quantity, full, column, head, cell, frame)
                at = quantity.end
        return
    named_unit = unit_behind(name)[1]
    if not unit and _IS_RANK.match(bare(name)):
        unit = "hạng"  # "Xếp hạng PCI | 20 - 25"
    unit = unit or named_unit
    percent = own_unit is not None or unit.startswith("%") or "phan tram" in bare(unit)
    whole = re.fullmatch(r"%\s+(?P<of>\D{2,25})", unit)
    if whole:
        name = f"{name} (% {whole.group('of')})"  # "Quy mô kinh tế số | % GDP"
    behind = match.end("high") if match.group("high") else match.end("low")
    quantities = find_quantities(cell.text if own_unit else f"{cell.text[:behind].rstrip('.,')}%{cell.text[behind:]}")
    if not quantities:
        return
    quantity = quantities[0]
    written = None if percent else (unit or None)
    counted = _NUMBER_OF.match(bare(name)) or _NUMBER_AT.match(bare(name))
    if written is None and counted:
        written = name[counted.start(1) : counted.end(1)].strip()
    if not percent and re.match(r"\s*(?:ty le|ti le|ty trong)", bare(head)) and not unit:
        percent = True
    if percent:
        quantity = replace(quantity, unit="%")
    else:
        low, high = match.group("low").rstrip(".,"), match.group("high")
        quantity = replace(
            quantity,
            kind="count",
            value=number_value(low),
            value_to=number_value(high.rstrip(".,")) if high else None,
            unit=written,
        )
    if MONEY.match(bare(unit).strip() + " ") and not EARNED.search(bare(name)):
        return
    if percent and quantity.value > 1000:
        return
    if quantity.comparator == "=" and quantity.value_to is None:
        # "Thời gian chờ tối đa (phút) | 30"
        said = _BOUND.search(bare(name))
        if said:
            quantity = replace(quantity, comparator="<=" if said.group(1) else ">=")
        elif column.bound:
            quantity = replace(quantity, comparator=column.bound)
    yield from _named(quantity, name, column, head, cell, frame)


# A bound of the value; "đóng góp ít nhất 10% tổng thu" bounds another number.
_BOUND = re.compile(
    r"\b(?:(toi da|khong qua)|(toi thieu|it nhat))\b"
    r"(?!\s*(?:la |tu |tren )?(?:\d|(?:mot|hai|ba|bon|nam|sau|bay|tam|chin)\b))"
)
_SAID = re.compile(r"\b(?:chi so|ty le|ti le|muc do|so luong|diem so)\b\s+[a-z]{2}")
_IS_RANK = re.compile(
    r"(?:(?:thu|xep)\s)?hang\b(?!\s(?:muc|tot|kha|nhat|nhi|nam|thang|quy|tuan|hoa)\b)|vi tri xep hang\b"
)
_RANKED = re.compile(r"(?:thu )?(?:hang|bac)\b|thu tu\b|vi tri\b")
_GROUP = re.compile(r"\s*(?:(?:thuoc|vao|trong) )?(?:nhom|top)\s+\d{1,3}\s*\.?\s*$")
_PLACE_IN = re.compile(
    r"\s*(?:(?:thuoc|vao|trong) )?(?P<sign>≤|>=|≥|<=|<|>|toi da|khong qua|top|nhom)?\s*"
    r"(?P<value>\d{1,3})(?![\d.,/%])\s*(?P<where>[^;\d]{0,40}?)\s*(?:;|$)"
)


_PART = re.compile(
    r"\s*(?:(?:dat|tu|tren|duoi|toi thieu|it nhat|khoang|>=|<=|≥|≤|>|<)\s*)*(?P<value>\d[\d.,]*)\s*(?P<words>[^\d]*)"
)
_RATE_OF = re.compile(r"\s*10*\.?0*\s+(?:dan|nguoi|tre|ca|phu nu|lao dong)\b")  # "12 bác sĩ/10.000 dân"


def _parts(text: str, unit: str) -> list[tuple[str, str]]:
    """The values of a cell that sets several, each with its unit; none, where it sets one.

    >>> _parts("89/15", "điểm/hạng"), _parts("20 lớp/600 nhà cung cấp", ""), _parts("15/18", "Xã")
    ([('89', 'điểm'), ('15', 'hạng')], [('20', 'lớp'), ('600', 'nhà cung cấp')], [('15', 'Xã')])
    >>> _parts("02 lần/năm", ""), _parts("5 bác sĩ/1.000 dân", ""), _parts("89/15", "")
    ([], [], [])
    """
    if "/" not in text or len(text) > 80:
        return []
    pieces = [piece.strip() for piece in text.split("/")]
    found = [_PART.fullmatch(bare(piece)) for piece in pieces]
    if not all(found) or len(pieces) > 3:
        return []
    values = [match.group("value").replace(".", "").rstrip(",") for match in found if match]
    worded = [bool(match.group("words").strip(" .")) for match in found if match]
    units = [_UNIT_OF_PART.get(bare(part).strip(), part.strip()) for part in unit.split("/")]
    if len(units) == len(pieces) > 1 and not any(char.isdigit() for char in unit):
        return [(piece, "" if own else its) for piece, its, own in zip(pieces, units, worded, strict=True)]
    if all(worded) and not any(_RATE_OF.match(bare(piece)) for piece in pieces[1:]):
        ends = [match.end("value") for match in found if match]
        return [(piece[:end], piece[end:].strip(" .")) for piece, end in zip(pieces, ends, strict=True)]
    if len(units) == 1 and units[0] not in ("", "%") and not any(worded) and len(values) == 2:
        whole = all(value.isdigit() for value in values) and int(values[0]) <= int(values[1])
        return [(pieces[0], units[0])] if whole else []
    return []


_UNIT_OF_PART = {"thu hang": "hạng", "xep hang": "hạng", "hang": "hạng", "diem so": "điểm", "diem": "điểm"}


def _ranks(text: str, folded: str) -> list[tuple[Quantity, str]]:
    """Places in several rankings that one cell sets, each with what it is a place among."""
    found: list[tuple[Quantity, str]] = []
    at = 0
    while at < len(folded):
        match = _PLACE_IN.match(folded, at)
        if match is None:
            return []
        comparator = "=" if not match.group("sign") else ">=" if match.group("sign") in (">=", "≥") else "<="
        start, end = match.span("value")
        where = " ".join(text[match.start("where") : match.end("where")].split()).strip(" .,")
        found.append(
            (
                Quantity(
                    "rank",
                    start,
                    start,
                    end,
                    float(match.group("value")),
                    None,
                    "hạng",
                    end,
                    comparator,
                    None,
                    None,
                    True,
                ),
                where,
            )
        )
        at = match.end()
    return found


def _named(quantity: Quantity, name: str, column: Column, head: str, cell: Cell, frame: Frame) -> Iterator[Found]:
    own = next((h.year for h in find_horizons(head, bare(head)).years), None)
    year = column.year
    if year is None and column.period is None:
        year = own or frame.year or frame.plan_year
    if (column.year or (column.period or (0, 0))[1] or 9999) < (frame.reference or 0):
        return
    if column.year is not None and frame.period is not None and column.year < frame.period[0]:
        return  # the year that the period is measured against
    period = column.period or (frame.period if year is None else None)
    if year is None and period is not None and own is not None and period[0] <= own <= period[1]:
        year = own  # "GDP bình quân đầu người đến năm 2030" in a column of the whole period
    label = re.sub(r"\s*\(\s*(?:%|ĐVT[^)]*)\s*\)", "", name)
    label = unit_behind(label)[0].strip()
    own_part = label.rpartition(": ")[2]
    said = _MOVED.match(bare(own_part))
    moved = said if quantity.kind == "share" and quantity.change is None else None
    if said and quantity.change is not None and not _STRANGE.search(bare(own_part)):
        # "Giảm tỷ lệ hộ nghèo | Giảm 1 điểm %"
        label = label[: len(label) - len(own_part)] + own_part[said.end() :]
    fallen = (
        _MOVES.search(bare(own_part)) if moved is None and quantity.kind == "share" and not quantity.change else None
    )
    if fallen:  # "Thời gian chờ giảm | 20%"
        quantity = replace(quantity, change="increase" if fallen.group("word") == "tang" else "decrease")
        label = label[: len(label) - len(own_part)] + own_part[: fallen.start()].rstrip(" ,;-")
    if moved:  # "Giảm số hồ sơ trễ hạn so với năm 2025 | % | 50"
        before = find_horizons(own_part, bare(own_part)).baselines
        quantity = replace(
            quantity,
            change="increase" if moved.group("word") == "tang" else "decrease",
            base=before[0][0] if before else None,
        )
        kept = own_part[moved.end() : before[0][1] if before else None].strip(" ,;-")
        label = label[: len(label) - len(own_part)] + kept
    yield Found(quantity, label, 0, len(cell.text), year, None if year else period, None, quantity.base)
