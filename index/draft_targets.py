"""Targets of a draft that fall short of the plan above it that it cites."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.authority import level_of, rank_of
from index.facts import CitationRecord, FactFilter, TargetRecord, read_targets
from index.finding import Finding, finding
from index.indicator_form import indicator_form
from index.indicator_match import judge
from index.status import StatusBook
from ingest import messages
from ingest.extract.models import Target
from ingest.models import Document

if TYPE_CHECKING:
    from index.store import Store

_AT_LEAST = ("=", ">=", ">")
_AT_MOST = ("<=", "<")
# What can be held to a plan for a larger area: shares, times, how often. Of a count the lower level sets only its part.
_FOR_ALL = re.compile(r"(?:%|‰|phút|giờ|ngày|tháng)\b|[%‰]|.*/", re.IGNORECASE)
_EACH = re.compile(r"\b(?:mỗi|từng)\s", re.IGNORECASE)


def check_targets(store: Store, book: StatusBook, document: Document, citations: list[CitationRecord]) -> list[Finding]:
    """Same indicator, same year or period, and less than the superior plan asks (more, where that sets a limit)."""
    header = document.header
    targets = [target for target in document.facts.targets if target.year is not None or target.period is not None]
    if not targets:
        return []
    own = rank_of(
        level_of(header.number or (f"0/{header.symbol}" if header.symbol else None), header.issuer, header.type)
    )
    found: list[Finding] = []
    superiors = dict.fromkeys(one.resolved for one in citations if one.resolved and one.fact.relation != "refers")
    for superior in superiors:
        assert superior is not None
        source = book.citations.sources.get(superior)
        above = rank_of(level_of(source.number, source.issuer, source.type)) if source is not None else own
        if source is None or above > own:
            continue
        for record in read_targets(store, FactFilter(document=superior)):
            found += [
                finding(
                    document, "error", "target_below", (target.start, target.end), f"/van-ban/{superior}",
                    indicator=target.indicator, given=shown(target), asked=shown(record.fact), when=_when(target),
                    number=source.number or "", page=record.fact.page,
                )
                for target in targets
                if _contradicts(target, record, above == own)
            ]  # fmt: skip
    return found


def _when(target: Target) -> str:
    if target.period is not None and not target.year:
        return messages.DRAFT_IN_PERIOD.format(first=target.period[0], last=target.period[1])
    return messages.DRAFT_IN_YEAR.format(year=target.year)


def _contradicts(target: Target, record: TargetRecord, same_level: bool) -> bool:
    asked = record.fact
    if not (same_level or _FOR_ALL.match(target.unit or "") or _EACH.search(f"{target.indicator} {target.text}")):
        return False
    years = {asked.year} if asked.year else set()
    if asked.year and asked.maintain_until:
        years |= set(range(asked.year, asked.maintain_until + 1))
    if target.year not in years if target.year else target.period != asked.period:
        return False
    if (target.unit or "").lower() != (asked.unit or "").lower() or target.change != asked.change:
        return False
    if target.comparator in _AT_LEAST and asked.comparator in _AT_LEAST:
        lower = (target.value_to or target.value) < asked.value
    elif target.comparator in _AT_MOST and asked.comparator in _AT_MOST:
        lower = target.value > (asked.value_to or asked.value)
    else:
        return False
    if not lower:
        return False
    a = indicator_form(target.indicator, target.unit, target.change)
    b = indicator_form(asked.indicator, asked.unit, asked.change)
    return not a.vague and not b.vague and judge(a, b, 0.0).same


def shown(target: Target) -> str:
    """A value as people write it.

    >>> shown(Target("", ">=", 80.0, None, "%", None, None, 2025, None, None, "", [], 1, 0, 0))
    '≥ 80%'
    """
    sign = {"=": "", ">=": "≥ ", "<=": "≤ ", ">": "> ", "<": "< "}[target.comparator]
    numbers = "-".join(f"{value:g}".replace(".", ",") for value in (target.value, target.value_to) if value is not None)
    unit = target.unit or ""
    return f"{sign}{numbers}{unit if unit == '%' else ' ' + unit if unit else ''}"
