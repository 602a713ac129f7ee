"""The day of a deadline that leaves out its year, in a plan for one year."""

from __future__ import annotations

import re

from ingest.extract.bare_form import bare_form
from ingest.extract.deadline import due_on
from ingest.models import Document


def year_of_plan(document: Document) -> int | None:
    """The one year that a plan is for, where its title says so: "Kế hoạch ... năm 2026"."""
    header = document.header
    if header.type_code not in _FOR_A_YEAR or header.year is None:
        return None
    named = set(re.findall(r"(?:19|20)\d\d", (header.title or "")))
    return header.year if named == {str(header.year)} else None


_FOR_A_YEAR = {"KH", "CTr", "PA"}


_ANOTHER_YEAR = re.compile(r"\b(?:nam|ke)\s+(?:sau|truoc|tiep|lien|ke)\b|\bhoc\b")


_IS_LIMIT = re.compile(r"\b(?:truoc|cham\s+nhat|muon\s+nhat|khong\s+qua|den(?:\s+het)?\s+ngay)\b")


def day_in_plan(deadline: str | None, year: int | None, since: str | None) -> str | None:
    """The day of a deadline; one without a year falls in the plan's own year, never before the plan's date."""
    if (day := due_on(deadline)) is not None or year is None or not deadline:
        return day
    bare = bare_form(deadline)
    if _ANOTHER_YEAR.search(bare) or not _IS_LIMIT.search(bare):
        return None  # the hours of a broadcast in a timetable are no limit
    day = due_on(deadline, year)
    return day if day is not None and (since is None or day >= since) else None
