"""Targets: the list, the comparison of one indicator with its chart, joining and parting by staff; HTTP twins."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.concurrency import run_in_threadpool

from index.facts import TargetRecord, target_json
from index.indicator_choices import Choice, ChoiceError, merge, read_choices, split, undo
from index.indicator_groups import Group, shown_name
from index.indicator_match import why_apart
from index.lock import writing
from index.records import DocumentRecord, document_json
from index.store import Store
from index.targets import (
    Match,
    TargetRegister,
    cells,
    compare_json,
    documents_of,
    issued_by,
    name_order,
    narrow,
    units,
    year_of,
)
from ingest import messages
from service import show
from service.addresses import query_string
from service.chart import Chart, Point, Series, chart
from service.editing import check_editor, form_fields, may_edit, remember, remembered_author
from service.errors import ApiError
from service.export import Sheet, csv_lines, write_xlsx
from service.filters import left_out, read_year
from service.knowledge_base import STORE_NAME
from service.pages import Paging, respond
from service.serving import knowledge_of, named_documents, settings_of
from service.target_list import (
    COLUMNS,
    COMPARE_COLUMNS,
    by_document,
    by_province,
    compare_rows,
    encoder,
    matrix,
    places_lacking,
    province_text,
    target_question,
    target_rows,
    target_url,
    value_text,
    when_text,
    years_of,
)

router = APIRouter()
api = APIRouter()
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MOST_SERIES = 40  # of a chart; the table has all
_MOST_OTHERS = 60  # other indicators offered beside the one compared
_MOST_TARGETS = 10_000  # of one answer
_MOST_FIELDS = 1000
_WAIT_SECONDS = 30.0


def register(request: Request) -> TargetRegister:
    """The register of this server, made on first use."""
    state = request.app.state
    if not hasattr(state, "targets"):
        state.targets = TargetRegister(knowledge_of(request).store, encoder)
    found: TargetRegister = state.targets
    return found


def _given(request: Request, *names: str) -> dict[str, str]:
    return {name: request.query_params.get(name, "").replace("\0", "").strip()[:500] for name in names}


# --- the list ----------------------------------------------------------------------------------


@router.api_route("/chi-tieu", methods=["GET", "HEAD"])
def targets_page(request: Request) -> HTMLResponse:
    """Targets with filters."""
    settings = settings_of(request)
    given = _given(request, "q", "unit", "issuer", "document", "year")
    documents = named_documents(request, given["document"])
    year = read_year(given["year"])
    found = register(request).find(
        target_question(given["q"], documents=documents, year=year, unit=given["unit"], issuer=given["issuer"])
    )
    everything = register(request).find(target_question())
    values: dict[str, Any] = {**given, "year": year}
    pages = max(-(-len(found) // settings.list_size), 1)
    page = min(max(int(p) if (p := request.query_params.get("page", "1")).isdecimal() and len(p) < 7 else 1, 1), pages)
    first = (page - 1) * settings.list_size
    within = documents[0] if documents is not None and len(documents) == 1 else None
    return respond(
        request,
        "targets.html",
        notices=left_out({"year": given["year"]}),
        values=values,
        rows=[_row(record, given["q"]) for record in found[first : first + settings.list_size]],
        paper=_on_paper(values, within),
        total=len(found),
        all_targets=len(everything),
        filtered=any(values.values()),
        units=units(everything)[:40],
        years=sorted({y for one in everything if (y := year_of(one.fact))}, reverse=True),
        issuers=_issuers(everything),
        within=document_json(within) if within else None,
        paging=Paging(page, pages, "/chi-tieu", values),
        query=query_string(values),
        may_edit=may_edit(request),
        back="/chi-tieu" + query_string(values, page=page if page > 1 else None),
        json_url="/api/v1/targets" + query_string(values),
    )


def _on_paper(values: dict[str, Any], within: DocumentRecord | None) -> str:
    """The filters in words, for a printed list."""
    parts = [
        f"“{values['q']}”" if values["q"] else "",
        show.dated(str(values["year"])) if values["year"] else "",
        f"{messages.FACT_FIELDS['unit'].lower()} {values['unit']}" if values["unit"] else "",
        values["issuer"],
        show.heading(document_json(within)) if within else "",
    ]
    return "; ".join(filter(None, parts))


def _issuers(records: Sequence[TargetRecord]) -> list[str]:
    names = {one.document.issuer for one in records} | {one.document.province for one in records}
    return sorted((name for name in names if name), key=name_order)[:400]


def _row(record: TargetRecord, query: str = "") -> dict[str, Any]:
    fact = record.fact
    return {
        "record": record,
        "indicator": fact.indicator,
        "name": shown_name(fact.indicator),
        "value": value_text(fact),
        "when": when_text(fact),
        "year": year_of(fact),
        "document": document_json(record.document),
        "province": province_text(record.document.province) if record.document.province else "",
        "url": target_url(record, query),
        "page": fact.page,
        "corrected": record.corrected,
        "edit_url": f"/sua/chi-tieu/{record.document.id}/{record.key}",
        "compare": query_string({"q": fact.indicator[:200]}),
    }


@api.get("/api/v1/targets", summary="Chỉ tiêu", tags=["targets"])
def targets(
    request: Request,
    q: Annotated[str, Query(max_length=2000, description="Từ khóa hoặc câu hỏi")] = "",
    document: Annotated[
        str | None, Query(max_length=100, description="Văn bản: mã, số ký hiệu hoặc một phần trích yếu")
    ] = None,
    year: Annotated[int | None, Query(ge=1900, le=2200, description="Năm của chỉ tiêu")] = None,
    unit: Annotated[str | None, Query(max_length=200, description="Đơn vị tính")] = None,
    issuer: Annotated[str | None, Query(max_length=500, description="Một phần tên cơ quan, hoặc một tỉnh")] = None,
    duplicates: Annotated[bool, Query(description="Kể cả bản trùng")] = False,
    limit: Annotated[int, Query(ge=1, le=_MOST_TARGETS)] = _MOST_TARGETS,
    offset: Annotated[int, Query(ge=0, le=2**31 - 1)] = 0,
) -> JSONResponse:
    """An array of targets of the contract; `X-Total-Count` and a `Link: rel="next"` header tell about the rest."""
    question = target_question(
        q[: settings_of(request).max_query_chars], documents=named_documents(request, document), year=year, unit=unit,
        issuer=issuer, duplicates=duplicates,
    )  # fmt: skip
    found = register(request).find(question)
    headers = {"X-Total-Count": str(len(found))}
    if offset + limit < len(found):
        following = request.url.include_query_params(limit=limit, offset=offset + limit)
        headers["Link"] = f'<{following.path}?{following.query}>; rel="next"'
    return JSONResponse([target_json(record) for record in found[offset : offset + limit]], headers=headers)


@router.get("/chi-tieu/xuat.{form}")
def download(request: Request, form: str) -> Response:
    """The list as a file for Excel."""
    given = _given(request, "q", "unit", "issuer", "document", "year")
    documents = named_documents(request, given["document"])
    year = read_year(given["year"])
    question = target_question(given["q"], documents=documents, year=year, unit=given["unit"], issuer=given["issuer"])
    found = register(request).find(question)
    address = str(request.base_url).rstrip("/")
    if form == "csv":
        separator = ";" if request.query_params.get("sep") == ";" else ","
        body = b"".join(csv_lines(COLUMNS, target_rows(found, address), separator))
        return _file(body, "chi-tieu.csv", "text/csv; charset=utf-8")
    if form == "xlsx":
        return _workbook([Sheet(messages.TARGETS_SHEET, COLUMNS, target_rows(found, address))], "chi-tieu.xlsx")
    raise ApiError(404, "not_found", messages.API_NOT_FOUND)


def _workbook(sheets: Sequence[Sheet], name: str) -> Response:
    stream = io.BytesIO()
    write_xlsx(stream, sheets)
    return _file(stream.getvalue(), name, _XLSX)


def _file(body: bytes, name: str, kind: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-cache"}
    return Response(body, media_type=kind, headers=headers)


# --- comparison --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a comparison's address asks for. `by`: "document" or "province"."""

    query: str
    key: str
    issuer: str
    by: str

    @property
    def values(self) -> dict[str, str | None]:
        by = self.by if self.by != "document" else None
        return {"q": self.query, "nhom": self.key, "issuer": self.issuer, "by": by}


def _asked(request: Request) -> _Asked:
    given = _given(request, "q", "nhom", "issuer", "by")
    return _Asked(given["q"], given["nhom"], given["issuer"], "province" if given["by"] == "province" else "document")


def _matches(request: Request, asked: _Asked) -> list[Match]:
    """Indicators that answer, the chosen one first, with only the targets of the issuer or province asked for."""
    known = register(request)
    found = known.compare(asked.query) if asked.query else []
    chosen = known.group(asked.key) if asked.key else None
    if chosen is not None:
        first = [match for match in found if known.group(match.group.key) is chosen] or [Match(chosen, 1.0)]
        found = [*first, *(match for match in found if known.group(match.group.key) is not chosen)]
    return narrow(found, issued_by(asked.issuer)) if asked.issuer else found


@router.api_route("/chi-tieu/so-sanh", methods=["GET", "HEAD"])
def compare_page(request: Request) -> HTMLResponse:
    """One indicator across years, documents and provinces."""
    return _comparison(request, _asked(request))


def _comparison(request: Request, asked: _Asked, trouble: str = "", author: str = "") -> HTMLResponse:
    matches = _matches(request, asked)
    shown = matches[0].group if matches else None
    store = knowledge_of(request).store
    whole = register(request).group(shown.key) if shown else None
    keys = {wording.key for wording in whole.wordings} if whole else set()
    choices = [one for one in read_choices(store) if one.a in keys or one.b in keys] if keys else []
    values = asked.values
    return respond(
        request,
        "compare.html",
        422 if trouble else 200,
        asked=asked,
        values=values,
        trouble=trouble,
        shown=_shown(shown, asked) if shown else None,
        lacking=places_lacking(asked.query, matches),
        group=whole,
        others=[_other(match.group, asked, shown) for match in matches[1 : _MOST_OTHERS + 1]],
        choices=_told(request, choices),
        issuers=register(request).provinces(),
        starters=[] if matches else [_other(one, asked) for one in register(request).groups()[:12]],
        may_edit=may_edit(request),
        needs_code=bool(settings_of(request).edit_code),
        author=author or remembered_author(request),
        query=query_string(values),
        json_url="/api/v1/compare" + query_string({"q": asked.query, "issuer": asked.issuer}) if asked.query else None,
    )  # fmt: skip


def _told(request: Request, choices: Sequence[Choice]) -> list[dict[str, Any]]:
    """What staff chose, each step once: the wordings it joined, or parted from others. `lost`: some are no more."""
    steps: dict[tuple[str, str, bool], list[Choice]] = {}
    for one in choices:
        steps.setdefault((one.author, one.created_at, one.same), []).append(one)
    told = []
    for (author, at, same), pairs in steps.items():
        left, right = (list(dict.fromkeys(getattr(one, side) for one in pairs)) for side in ("a", "b"))
        texts = [[_text_of(request, key) for key in keys] for keys in ([*left, *right] if same else left, right)]
        shown = [list(dict.fromkeys(filter(None, one))) for one in texts]
        told.append({
            "id": pairs[0].id, "same": same, "joined": shown[0], "rest": shown[1], "lost": not all(map(all, texts)),
            "author": author, "at": at,
        })  # fmt: skip
    return told


def _text_of(request: Request, key: str) -> str:
    """A wording by its key, "" where it is no more."""
    group = register(request).group(key)
    return next((wording.text for wording in group.wordings if wording.key == key), "") if group else ""


def _other(group: Group, asked: _Asked, shown: Group | None = None) -> dict[str, Any]:
    records = cells(group.records)
    years = [year for year in years_of(records) if year]
    return {
        "key": group.key,
        "name": group.name,
        "documents": len(documents_of(group)),
        "levels": ", ".join(dict.fromkeys(value_text(record.fact) for record in records[:4])),
        "more": len(records) > 4,
        "why": why_apart(shown.form, group.form) if shown else "",
        "years": f"{years[0]}-{years[-1]}" if len(years) > 1 else str(years[0]) if years else "",
        "url": "/chi-tieu/so-sanh" + query_string(asked.values, nhom=group.key, q=asked.query or group.name),
    }


def _shown(group: Group, asked: _Asked) -> dict[str, Any]:
    records = cells(group.records)
    rows = by_province(records) if asked.by == "province" else by_document(records)
    years = years_of(records)
    series = _series(rows, asked.by)
    drawn = chart(
        [Series(name, points) for name, points in series if points][:_MOST_SERIES],
        percent=group.form.unit == "%",
        rank=group.form.unit == "hạng",
    )
    place = {one.name: one for one in drawn.series} if drawn else {}
    return {
        "name": group.name,
        "key": group.key,
        "unit": group.records[0].fact.unit,
        "years": years,
        "rows": [
            {
                "document": document_json(one[0].document) if asked.by == "document" else None,
                "province": province_text(one[0].document.province),
                "mark": place.get(_series_name(one[0], asked.by)),
                "cells": [[_row(record) for record in one if year_of(record.fact) == year] for year in years],
            }
            for one in rows
        ],
        "chart": drawn,
        "text": _chart_text(records, drawn),
        "left_out": max(sum(1 for _, points in series if points) - _MOST_SERIES, 0),
        "documents": len({record.document.ordinal for record in records}),
        "total": len(records),
    }


def _series_name(record: TargetRecord, by: str) -> str:
    document = record.document
    province = province_text(document.province)
    if by == "province":
        return province
    number = document.number or show.title(document_json(document))[:40]
    return f"{number}, {province} ({document.id[:4]})"


def _series(rows: Sequence[Sequence[TargetRecord]], by: str) -> list[tuple[str, list[Point]]]:
    found: dict[str, list[Point]] = {}
    for one in rows:
        points = found.setdefault(_series_name(one[0], by), [])
        for record in one:
            fact = record.fact
            year = year_of(fact)
            if year is None:
                continue
            when = when_text(fact)
            label = f"{year}: {value_text(fact)}{f' ({when})' if when else ''}. {_series_name(record, 'document')[:-7]}"
            points.append(
                Point(year, fact.value, fact.value_to, fact.comparator, label, target_url(record), fact.maintain_until)
            )
    return list(found.items())


def _chart_text(records: Sequence[TargetRecord], drawn: Chart | None) -> str:
    dated = [record for record in records if year_of(record.fact) is not None]
    if drawn is None or not dated:
        return ""
    lowest = min(dated, key=lambda record: record.fact.value)
    highest = max(dated, key=lambda record: record.fact.value_to or record.fact.value)
    years = [year for record in dated if (year := year_of(record.fact))]
    return messages.CHART_TEXT.format(
        count=len(dated),
        documents=len({record.document.ordinal for record in dated}),
        first=min(years),
        last=max(years),
        low=value_text(lowest.fact),
        high=value_text(highest.fact),
    )


@api.get("/api/v1/compare", summary="So sánh một chỉ tiêu", tags=["targets"])
def compare(
    request: Request,
    q: Annotated[str, Query(max_length=2000, description="Tên chỉ tiêu")] = "",
    issuer: Annotated[str | None, Query(max_length=500, description="Một phần tên cơ quan, hoặc một tỉnh")] = None,
) -> JSONResponse:
    """The comparison of the contract; the indicators that fit best first."""
    query = q[: settings_of(request).max_query_chars]
    if not query.strip():
        raise ApiError(422, "invalid", messages.API_COMPARE_NO_QUERY)
    return JSONResponse(compare_json(query, _matches(request, _Asked(query, "", issuer or "", "document"))))


@router.get("/chi-tieu/so-sanh/xuat.xlsx")
def compare_download(request: Request) -> Response:
    """The comparison as a workbook: all values, then a sheet of documents and years for each indicator."""
    asked = _asked(request)
    groups = [match.group for match in _matches(request, asked)]
    if asked.key:
        groups = groups[:1]
    address = str(request.base_url).rstrip("/")
    sheets = [Sheet(messages.COMPARE_SHEET, COMPARE_COLUMNS, compare_rows(groups, address))]
    sheets += [Sheet(f"{n}. {one.name}", *matrix(one, address)) for n, one in enumerate(groups[:20], start=1)]
    return _workbook(sheets, "so-sanh-chi-tieu.xlsx")


# --- joining and parting -----------------------------------------------------------------------


@router.post("/chi-tieu/so-sanh/{action}")
async def choose(request: Request, action: str) -> Response:
    """Join indicators (`gop`), part wordings (`tach`), take a choice back (`hoan-tac`)."""
    given = await form_fields(request, _MOST_FIELDS)
    one = {name: values[0] for name, values in given.items()}
    author = check_editor(request, one)
    asked = _Asked(one.get("q", "")[:500], one.get("nhom", ""), one.get("issuer", ""), one.get("by", "document"))
    try:
        key = await run_in_threadpool(_apply, request, action, asked.key, given, author)
    except ChoiceError as trouble:
        return await run_in_threadpool(_comparison, request, asked, str(trouble), author)
    answer = RedirectResponse("/chi-tieu/so-sanh" + query_string(asked.values, nhom=key), 303)
    remember(answer, author, one.get("code", ""))
    return answer


def _apply(request: Request, action: str, key: str, given: dict[str, list[str]], author: str) -> str:
    """Carry a form out; the key of the group to show next."""
    groups = register(request)
    group = groups.group(key)
    chosen = given.get("chon", [])
    data = request.app.state.data
    if action not in ("gop", "tach", "hoan-tac"):
        raise ApiError(404, "not_found", messages.API_NOT_FOUND)
    with Store(data / STORE_NAME) as store, writing(data, wait_seconds=_WAIT_SECONDS):
        if action == "hoan-tac":
            number = chosen[0] if chosen and chosen[0].isdecimal() and len(chosen[0]) < 16 else "0"
            undo(store, int(number), author, [group.name] if group else [])
            return key
        if group is None:
            raise ChoiceError(messages.CORRECT_UNKNOWN)
        own = [wording.key for wording in group.wordings]
        if action == "tach":
            parts = {part: wording.text for wording in group.wordings for _, part in wording.parts}
            parts |= {wording.key: wording.text for wording in group.wordings}
            out = [k for k in dict.fromkeys(chosen) if k in parts]
            split(store, out, own, author, [parts[k] for k in out])
            return next((k for k in own if k not in chosen), key)
        others = [found for k in dict.fromkeys(chosen) if (found := groups.group(k)) is not None]
        theirs = [wording.key for other in others if other.key != group.key for wording in other.wordings]
        # All that is in view is declared one, lest what joined by itself falls out where the new one contradicts it.
        sets = [[k] for k in own] + [[k] for k in theirs] if theirs else []
        merge(store, sets, author, [group.name, *(other.name for other in others)])
        return own[0]
