"""Days as people of Vietnam type and see them."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone

from ingest import messages

_VIETNAM = timezone(timedelta(hours=7))
_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


def today() -> date:
    """The day in Vietnam, wherever the server's clock stands."""
    return datetime.now(_VIETNAM).date()


def read_day(text: str) -> str | None:
    """A typed day as ISO; None where it is none.

    >>> read_day("31/1/2026"), read_day("2026-01-31"), read_day("31/02/2026"), read_day("mai")
    ('2026-01-31', '2026-01-31', None, None)
    """
    text = text.strip()
    match = _DAY_FIRST.fullmatch(text)
    try:
        if match:
            return date(int(match[3]), int(match[2]), int(match[1])).isoformat()
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return None


def distance(iso: str, day: date) -> str:
    """How far a deadline is from a day, in words; "" for what is no day.

    >>> start = date(2026, 1, 30)
    >>> distance("2026-02-01", start), distance("2026-01-30", start), distance("2026-01-01", start)
    ('còn 2 ngày', 'hôm nay', 'đã qua 29 ngày')
    >>> distance("2024-01-30", start), distance("2026-01", start)
    ('đã qua 2 năm', '')
    """
    try:
        left = (date.fromisoformat(iso) - day).days
    except ValueError:
        return ""
    if left == 0:
        return messages.DAY_TODAY
    number, unit = abs(left), messages.DAY_DAYS
    if number >= 730:
        number, unit = number // 365, messages.DAY_YEARS
    elif number > 60:
        number, unit = number // 30, messages.DAY_MONTHS
    return (messages.DAY_LEFT if left > 0 else messages.DAY_PAST).format(count=number, unit=unit)
