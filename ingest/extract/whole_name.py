"""Names of units with the clause that says which one, never cut inside it."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.extract.bare_form import bare_form
from ingest.extract.duty_phrase import NAMED_ORGAN, SAYS_WHEN
from ingest.extract.unit_head import is_organ, starts_unit
from ingest.extract.unit_list import UnitRun, read_units
from ingest.extract.unit_scope import is_cut, is_everybody
from ingest.extract.unit_split import split_units

_CLAUSE_WORDS = 13


_CLAUSE_END = re.compile(r"\s(?:tai(?!\s+(?:khoan|san|lieu|chinh|nguyen))|theo(?!\s+doi)|kem)\s")


_SUBJECT_LIMIT = 45  # words of all names before "có trách nhiệm"


_REFERENCE = re.compile(
    r"(?:theo|quy\s+dinh|can\s+cu|neu\s+tai|nhu|noi\s+tai|tai|(?:sau\s+|truoc\s+)?khi|tren\s+co\s+so|dinh\s+ky|hang\s+\w+"
    r"|trong\s+(?:pham\s+vi|qua\s+trinh|thoi\s+(?:gian|han)|truong\s+hop))\b"
)


_GIVEN_TO = re.compile(r"duoc\s+(?:giao|phan\s+cong)\b")


_PLACE = re.compile(
    r"(?<!\bva)\s(?:(?:quy\s+dinh|neu|noi)\s+)?(?:tai|theo)"
    r"\s+(?:(?:khoan|dieu|muc|chuong)\s+[\divx]|diem\s+\w\b|phu\s+luc\b)"  # never "tài khoản"
)


def whole_names(text: str, run: UnitRun) -> tuple[str, ...]:
    """Names without a last one that was cut: "các cơ quan, đơn vị" of "... được giao quản lý tài sản"."""
    if not is_cut(text, run):
        also = _TOGETHER.match(bare_form(text), run.end)
        more = read_units(text, also.end()) if also else None
        return (*run.units, *(unit for unit in more.units if unit not in run.units)) if more else run.units
    tail = _CUT_TAIL.search(run.units[-1])
    kept = run.units[-1][: tail.start()] if tail else ""
    return (
        (*run.units[:-1], kept) if (kept and is_organ(kept)) or NAMED_ORGAN.match(bare_form(kept)) else run.units[:-1]
    )


# "phối hợp với Sở Y tế cùng các đơn vị liên quan rà soát"
_TOGETHER = re.compile(r"\s*cung(?:\s+voi)?\s+(?=(?:cac|nhung)\s)")


# "Ủy ban nhân dân các cấp và đơn vị" of "... và đơn vị, tổ chức thực hiện nhiệm vụ bồi thường"
_CUT_TAIL = re.compile(r"(?:,| và)\s+(?:các\s+)?(?:cơ quan|đơn vị|tổ chức)$")


def is_whole(text: str, bare: str, run: UnitRun) -> bool:
    """True where no clause before "có trách nhiệm" belongs to the last name: an organ, or a comma closes it."""
    if not NAMED_ORGAN.match(bare, run.start):
        return False
    return (
        is_organ(run.units[-1])
        or text[run.end : run.end + 1] == ","
        or not _HEAD_ALONE.search(bare[: run.end].rstrip())
    )


# "người đứng đầu" of "người đứng đầu tổ chức do Chính phủ thành lập"
_HEAD_ALONE = re.compile(r"(?:nguoi\s+dung\s+dau|thu\s+truong|don\s+vi|co\s+quan|to\s+chuc|lien\s+quan)$")


def with_clause(run: UnitRun, text: str, bare: str, clause: re.Match[str]) -> UnitRun | None:
    """The last unit with the clause that says which one: "đơn vị trực tiếp quản lý tài sản"; no references.

    A clause that names further units makes a list of them all. None where a name would be cut.
    """
    start, end = clause.span("clause")
    if _REFERENCE.match(bare, start):
        return run
    for closes in (_PLACE, SAYS_WHEN):
        if place := closes.search(bare, start, end):
            end = place.start()  # "... được giao nhiệm vụ báo cáo tại khoản 1 Điều này"
    subject = text[run.start : end].rstrip(" ,")
    if (
        _GIVEN_TO.match(bare, start)
        and not is_everybody(run.units[-1])
        and len(text[start:end].split()) > _CLAUSE_WORDS
    ):
        return run  # "Đơn vị thoát nước được giao vận hành ..."
    units = split_units(subject)
    if len(units) > 1 and any(is_everybody(unit) for unit in units[:-1]):
        units = [subject]  # what the last one does says of all which ones are meant
    if len(units) > len(run.units) or len(text[start:end].split()) > _CLAUSE_WORDS:
        if len(units) > 1 and len(subject.split()) <= _SUBJECT_LIMIT and all(starts_unit(unit) for unit in units):
            return replace(run, units=tuple(units))
        cut = _CLAUSE_END.search(bare, start, end)
        if cut is None or len(text[start : cut.start()].split()) > _CLAUSE_WORDS:
            return replace(run, units=(subject,)) if len(subject.split()) <= _SUBJECT_LIMIT // 2 else None
        end = cut.start()
    comma = "" if text[run.end : run.end + 1] == "," else " "
    named = f"{run.units[-1]}{comma}{text[run.end if not comma else start : end]}"
    return replace(run, units=(*run.units[:-1], named))
