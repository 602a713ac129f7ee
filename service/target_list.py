"""What commands, API and pages of targets share: the question, how a value reads, the columns of exports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from index.embed import load_embedder
from index.facts import FactFilter, TargetRecord, passage_id
from index.indicator_cluster import Encode
from index.indicator_groups import Group
from index.model_errors import ModelError
from index.records import DocumentRecord, document_json
from index.targets import Match, TargetQuestion, cells, name_order, of_provinces, split_places, year_of
from ingest import messages
from ingest.extract.models import Target
from ingest.parse.province import successor_of
from service import show
from service.addresses import passage_url
from service.export import Column, day

_SIGNS = {">=": "≥ ", "<=": "≤ ", ">": "> ", "<": "< ", "=": ""}


@lru_cache(maxsize=1)
def encoder() -> Encode | None:
    """The shipped model, by which wordings are compared whatever model the search uses; None where it is damaged."""
    try:
        return load_embedder().encode_passages
    except ModelError:
        return None


def places_lacking(query: str, matches: Sequence[Match]) -> str:
    """What to say where a comparison names provinces of which no document sets such a target; "" where none lacks."""
    places = split_places(query)[1] if matches else []
    records = [record for match in matches for record in match.group.records]
    lacking = [place for place in places if not any(map(of_provinces([place]), records))]
    if not lacking:
        return ""
    said = messages.COMPARE_OTHER_PLACES if len(lacking) == len(places) else messages.COMPARE_NO_PLACE
    return said.format(places=", ".join(lacking))


def target_question(
    text: str | None = None,
    *,
    documents: Iterable[DocumentRecord] | None = None,
    year: int | None = None,
    unit: str | None = None,
    issuer: str | None = None,
    duplicates: bool = False,
) -> TargetQuestion:
    """A question of the list. Of near duplicates one version is listed, unless `duplicates` or certain documents are
    asked for."""
    ids = None if documents is None else tuple(one.id for one in documents)
    where = FactFilter(documents=ids, year=year, leaders_only=not (duplicates or ids))
    return TargetQuestion((text or "").strip(), where, unit or None, issuer or None)


def target_url(record: TargetRecord, query: str = "") -> str:
    """Where the target stands: its passage on the document page, else the page."""
    passage = passage_id(record.document, record.fact.passage)
    span = (record.fact.start, record.fact.end)
    return passage_url(record.document.id, passage, query, span) if passage else f"/van-ban/{record.document.id}"


def decimal(value: float) -> str:
    """A number as people write it.

    >>> decimal(80.0), decimal(98.5), decimal(26120.0), decimal(0.05)
    ('80', '98,5', '26.120', '0,05')
    """
    text = f"{value:,.4f}".rstrip("0").rstrip(".")
    return text.translate(str.maketrans(",.", ".,"))


def value_text(fact: Target) -> str:
    """A target's value with its sign, range and unit.

    >>> made = Target("a", ">=", 80.0, None, "%", None, None, 2025, None, None, "", [], 1, 0, 0)
    >>> value_text(made)
    '≥ 80%'
    """
    to = f"-{decimal(fact.value_to)}" if fact.value_to is not None else ""
    unit = "" if not fact.unit else "%" if fact.unit == "%" else f" {fact.unit}"
    change = f"{messages.TARGET_CHANGES[fact.change]} " if fact.change in messages.TARGET_CHANGES else ""
    return f"{change}{_SIGNS.get(fact.comparator, '')}{decimal(fact.value)}{to}{unit}"


def when_text(fact: Target) -> str:
    """What is said of time besides the year: period, how long to maintain, compared with what."""
    parts = []
    if fact.period:
        parts.append(messages.TARGET_PERIOD.format(first=fact.period[0], last=fact.period[1]))
    if fact.maintain_until:
        parts.append(messages.TARGET_MAINTAIN.format(year=fact.maintain_until))
    if fact.baseline:
        parts.append(messages.TARGET_SINCE.format(baseline=fact.baseline))
    return ", ".join(parts)


def province_text(province: str | None) -> str:
    """A province; one that was merged with what it belongs to now."""
    if not province:
        return messages.COMPARE_NO_PROVINCE
    successor = successor_of(province)
    if successor == province:
        return province
    return messages.COMPARE_OLD_PROVINCE.format(province=province, successor=successor)


_NAMES = messages.TARGET_COLUMNS
#: Columns of an export, in the order of `target_rows`.
COLUMNS = [
    Column(_NAMES["indicator"], 60),
    Column(_NAMES["shown"], 16),
    Column(_NAMES["comparator"], 16),
    Column(_NAMES["value"], 10),
    Column(_NAMES["value_to"], 10),
    Column(_NAMES["unit"], 12),
    Column(_NAMES["change"], 8),
    Column(_NAMES["baseline"], 10),
    Column(_NAMES["year"], 8),
    Column(_NAMES["period"], 12),
    Column(_NAMES["maintain_until"], 12),
    Column(_NAMES["text"], 60),
    Column(_NAMES["section"], 30),
    Column(_NAMES["province"], 20),
    Column(_NAMES["number"], 18),
    Column(_NAMES["document"], 40),
    Column(_NAMES["issuer"], 26),
    Column(_NAMES["issued_on"], 12),
    Column(_NAMES["page"], 8),
    Column(_NAMES["corrected"], 16),
    Column(_NAMES["source"], 16),
]
COMPARE_COLUMNS = [Column(messages.COMPARE_GROUP, 50), *COLUMNS]


def target_rows(records: Iterable[TargetRecord], address: str) -> Iterator[list[Any]]:
    """Rows of an export. `address`: of the server, without a slash at its end, for the links."""
    for record in records:
        fact, document = record.fact, document_json(record.document)
        yield [
            fact.indicator,
            value_text(fact),
            messages.FACT_CHOICES["comparator"].get(fact.comparator, fact.comparator),
            fact.value,
            fact.value_to,
            fact.unit,
            messages.TARGET_CHANGES.get(fact.change or "", ""),
            fact.baseline,
            fact.year,
            f"{fact.period[0]}-{fact.period[1]}" if fact.period else None,
            fact.maintain_until,
            fact.text,
            " › ".join(fact.section_path),
            province_text(record.document.province) if record.document.province else None,
            document["number"],
            show.heading(document),
            document["issuer"],
            day(document["issued_on"]),
            fact.page,
            ", ".join(messages.FACT_FIELDS.get(name, name) for name in record.corrected),
            (messages.TARGET_SOURCE, address + target_url(record)),
        ]


def compare_rows(groups: Sequence[Group], address: str) -> Iterator[list[Any]]:
    """Rows of a comparison's export: every value of every indicator, with the name that it goes by."""
    for group in groups:
        for row in target_rows(cells(group.records), address):
            yield [group.name, *row]


def years_of(records: Sequence[TargetRecord]) -> list[int | None]:
    """Years of the columns of a comparison, ascending; None last where a value has no year."""
    years = {year_of(record.fact) for record in records}
    return [*sorted(year for year in years if year is not None), *([None] if None in years else [])]


def matrix(group: Group, address: str) -> tuple[list[Column], list[list[Any]]]:
    """An indicator as a sheet: documents down, years across."""
    records = cells(group.records)
    years = years_of(records)
    columns = [
        Column(_NAMES["province"], 22),
        Column(_NAMES["issuer"], 30),
        Column(_NAMES["number"], 18),
        Column(_NAMES["document"], 40),
        *(Column(str(year) if year else messages.COMPARE_NO_YEAR, 16) for year in years),
        Column(_NAMES["source"], 16),
    ]
    rows: list[list[Any]] = []
    for one in by_document(records):
        document = document_json(one[0].document)
        values = ["\n".join(level_text(r) for r in one if year_of(r.fact) == year) or None for year in years]
        rows.append([
            province_text(one[0].document.province),
            document["issuer"],
            document["number"],
            show.heading(document),
            *values,
            (messages.TARGET_SOURCE, address + target_url(one[0])),
        ])  # fmt: skip
    return columns, rows


def level_text(record: TargetRecord) -> str:
    """A value, and in brackets what is said of time besides the year, and whether staff corrected it."""
    said = ", ".join(filter(None, (when_text(record.fact), messages.FACT_CORRECTED if record.corrected else "")))
    return f"{value_text(record.fact)} ({said})" if said else value_text(record.fact)


def by_document(records: Sequence[TargetRecord]) -> list[list[TargetRecord]]:
    """Records of each document, documents by province and day."""
    found: dict[int, list[TargetRecord]] = {}
    for record in records:
        found.setdefault(record.document.ordinal, []).append(record)
    return sorted(found.values(), key=lambda one: _place(one[0]))


def by_province(records: Sequence[TargetRecord]) -> list[list[TargetRecord]]:
    """Records of each province, those without one last; within it by day of the document."""
    found: dict[str, list[TargetRecord]] = {}
    for record in sorted(records, key=_place):
        found.setdefault(record.document.province or "", []).append(record)
    return list(found.values())


def _place(record: TargetRecord) -> tuple[Any, ...]:
    document = record.document
    return document.province is None, name_order(document.province or ""), document.issued_on or "", document.id
