"""What staff correct: kept apart from what was read, applied again whenever a document is read, undone at will.

A correction names a document, a kind of fact, the fact by its key (`index.facts.fact_key`), a field and the new
value. Active corrections are laid over the extraction when a document is written; the values that were read go
to the row's `extracted` column. Nothing is ever deleted: an undone correction stays with who undid it and when.
"""

from __future__ import annotations

import json
import re
import sqlite3
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from index.body import dumps, storable
from index.facts import write_units
from ingest import messages
from ingest.clean.fold import strip_diacritics
from ingest.extract.models import Task
from ingest.models import Header
from ingest.parse.document_type import type_code_of_name, type_name
from ingest.parse.number import normalize_number, number_key
from ingest.parse.plan_year import plan_year
from ingest.parse.province import province_at

if TYPE_CHECKING:
    from index.store import Store

#: The pseudo-field of a fact that is none.
HIDDEN = "hidden"
MAX_CHARS = 2000
MAX_UNITS = 100


class CorrectionError(ValueError):
    """A value that can't be, an unknown field or fact; the text is a Vietnamese sentence. `field`: which, if one."""

    field: str | None = None


@dataclass(slots=True)
class Correction:
    """One correction. `before` is what counted until then. Times are ISO 8601 in UTC."""

    id: int
    document_id: str
    kind: str
    fact_key: str
    field: str
    value: Any
    before: Any
    author: str
    note: str
    created_at: str
    undone_by: str | None
    undone_at: str | None


@dataclass(slots=True)
class AuditEntry:
    """Who did what, when."""

    id: int
    at: str
    who: str
    action: str
    detail: dict[str, Any]


# --- values ------------------------------------------------------------------------------------


def _text(value: Any) -> str:
    """One line without characters that are not seen: a direction override turns a page, a NUL ends a cell.

    >>> _text(" Sở\\tNội\\x00 vụ\\u202e ")
    'Sở Nội vụ'
    """
    seen = "".join(char for char in str(value or "") if char.isspace() or unicodedata.category(char)[0] != "C")
    text = " ".join(seen.split())
    if not text:
        raise CorrectionError(messages.CORRECT_EMPTY)
    if len(text) > MAX_CHARS:
        raise CorrectionError(messages.CORRECT_TOO_LONG.format(limit=MAX_CHARS))
    return text


def _author(name: str) -> str:
    try:
        return _text(name)[:200]
    except CorrectionError:
        raise CorrectionError(messages.CORRECT_NO_AUTHOR) from None


def _optional(check: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None or (isinstance(value, str) and not value.strip()) else check(value)


def _units(value: Any) -> list[str]:
    """Units, a list of them or one a line.

    >>> _units("Sở Nội vụ\\nSở Tài chính"), _units(["Sở Y tế", " "]), _units(None)
    (['Sở Nội vụ', 'Sở Tài chính'], ['Sở Y tế'], [])
    """
    listed = value.splitlines() if isinstance(value, str) else value or []
    if not isinstance(listed, list) or not all(isinstance(unit, str) for unit in listed):
        raise CorrectionError(messages.CORRECT_WRONG_CHOICE.format(value=str(value)[:40]))
    units = [_text(unit) for unit in listed if unit.strip()]
    if len(units) > MAX_UNITS:
        raise CorrectionError(messages.CORRECT_TOO_LONG.format(limit=MAX_UNITS))
    return units


def _number(value: Any) -> float:
    """A decimal, comma or point.

    >>> _number("1.234,5"), _number("99,5"), _number("0.5"), _number("12.000")
    (1234.5, 99.5, 0.5, 12000.0)
    """
    if value is None or not str(value).strip():
        raise CorrectionError(messages.CORRECT_EMPTY)
    # Of JSON: NaN and numbers with more digits than can be held are no values.
    text = f"{value:.6f}" if isinstance(value, float) else str(value)
    text = text.strip().replace(" ", "").replace("%", "")
    if "," in text:
        text = text.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"\d{1,3}(?:\.\d{3})+", text):
        text = text.replace(".", "")
    if not re.fullmatch(r"-?\d{1,12}(?:\.\d{1,6})?", text):
        raise CorrectionError(messages.CORRECT_NOT_A_NUMBER.format(value=str(value)[:40]))
    return float(text)


def _year(value: Any) -> int:
    text = str(value).strip()
    if not re.fullmatch(r"(?:19|20)\d\d", text):
        raise CorrectionError(messages.CORRECT_NOT_A_YEAR.format(value=text[:40]))
    return int(text)


def _day(value: Any) -> str:
    """A day as ISO text, typed as 31/01/2026 or 2026-01-31.

    >>> _day("1/2/2026"), _day("2026-02-01")
    ('2026-02-01', '2026-02-01')
    """
    text = str(value).strip()
    typed = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", text)
    iso = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text)
    try:
        if typed:
            return date(int(typed[3]), int(typed[2]), int(typed[1])).isoformat()
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3])).isoformat()
    except ValueError:
        pass
    raise CorrectionError(messages.CORRECT_NOT_A_DAY.format(value=text[:40]))


def _date(value: Any) -> str:
    """A day, or a month or year alone where the document says no more.

    >>> _date("31/1/2026"), _date("3/2026"), _date("2026-03"), _date("2026")
    ('2026-01-31', '2026-03', '2026-03', '2026')
    """
    text = str(value).strip()
    month = re.fullmatch(r"(?P<m>\d{1,2})[/.-](?P<y>\d{4})|(?P<y2>\d{4})-(?P<m2>\d{2})", text)
    if month and 1 <= int(month["m"] or month["m2"]) <= 12:
        return f"{_year(month['y'] or month['y2'])}-{int(month['m'] or month['m2']):02d}"
    return str(_year(text)) if re.fullmatch(r"\d{4}", text) else _day(text)


def _document_number(value: Any) -> str:
    text = _text(value)
    found = normalize_number(text)
    if not found or not re.match(r"\d", found):
        raise CorrectionError(messages.CORRECT_NOT_A_DOCUMENT_NUMBER.format(value=text[:40]))
    return found


def _one_of(*allowed: str) -> Callable[[Any], Any]:
    def check(value: Any) -> str:
        if value not in allowed:
            raise CorrectionError(messages.CORRECT_WRONG_CHOICE.format(value=str(value)[:40]))
        return str(value)

    return check


def _type(value: Any) -> str:
    text = _text(value)
    code = type_code_of_name(text) or (text if type_name(text) else None)
    if code is None:
        raise CorrectionError(messages.CORRECT_WRONG_CHOICE.format(value=text[:40]))
    return type_name(code) or text


def _flag(value: Any) -> bool:
    """Whether it is so, as JSON or as a form says it.

    >>> _flag(True), _flag("false")
    (True, False)
    """
    if isinstance(value, bool):
        return value
    if value not in ("true", "false"):
        raise CorrectionError(messages.CORRECT_WRONG_CHOICE.format(value=str(value)[:40]))
    return bool(value == "true")


def _hidden(value: Any) -> bool:
    if value is not True:
        raise CorrectionError(messages.CORRECT_WRONG_CHOICE.format(value=str(value)[:40]))
    return True


#: What can be corrected, and how a given value is checked and brought into form.
FIELDS: dict[str, dict[str, Callable[[Any], Any]]] = {
    "document": {
        "number": _optional(_document_number),
        "type": _type,
        "issuer": _text,
        "issued_on": _optional(_date),
        "title": _text,
        "year": _optional(_year),
        "draft": _flag,
    },
    "task": {
        "task": _text,
        "lead": _units,
        "coordinate": _units,
        "monitor": _units,
        "deadline": _optional(_text),
        "due_on": _optional(_day),
        "product": _optional(_text),
        HIDDEN: _hidden,
    },
    "target": {
        "indicator": _text,
        "comparator": _one_of("=", ">=", "<=", ">", "<"),
        "value": _number,
        "value_to": _optional(_number),
        "unit": _optional(_text),
        "change": _optional(_one_of("increase", "decrease")),
        "baseline": _optional(_text),
        "year": _optional(_year),
        "maintain_until": _optional(_year),
        HIDDEN: _hidden,
    },
    "citation": {
        "number": _optional(_document_number),
        "type": _optional(_type),
        "issued_on": _optional(_date),
        "issuer": _optional(_text),
        "title": _optional(_text),
        "relation": _one_of("basis", "implements", "amends", "replaces", "repeals", "attached_to", "refers"),
        HIDDEN: _hidden,
    },
}
#: Where facts of each kind are stored.
TABLES = {"task": "tasks", "target": "targets", "citation": "citations"}
_SUBJECTS = {"task": "f.task", "target": "f.indicator", "citation": "COALESCE(f.number, f.title)"}
_LISTS = frozenset({"lead", "coordinate", "monitor"})


# --- correcting --------------------------------------------------------------------------------


def correct(
    store: Store,
    kind: str,
    document_id: str,
    fact_key: str,
    changes: Mapping[str, Any],
    author: str,
    note: str = "",
) -> list[int]:
    """Correct fields of one fact (or of a document's header, `fact_key` ""); ids of the corrections made.

    Fields whose value is what already counts are passed over. A document whose header changed has to be indexed
    anew: `index.build.build`.

    Raises:
        CorrectionError: unknown fact or field, a value that can't be, no author.
    """
    author = _author(author)
    if kind not in FIELDS:
        raise CorrectionError(messages.CORRECT_UNKNOWN)
    checked = {}
    for name, value in changes.items():
        if name not in FIELDS[kind]:
            raise CorrectionError(messages.CORRECT_FIELD_UNKNOWN.format(field=name[:40]))
        checked[name] = _checked(kind, name, value)
    made: list[int] = []
    now = _now()
    with store.write() as db:
        counting = _counting(db, kind, document_id, fact_key)
        for name, value in checked.items():
            before = counting[name]
            if before == value:
                continue
            # The latest correction of a field alone is active.
            db.execute(
                """UPDATE corrections SET undone_by = ?, undone_at = ? WHERE document_id = ? AND kind = ?
                AND fact_key = ? AND field = ? AND undone_at IS NULL""",
                (author, now, document_id, kind, fact_key, name),
            )
            row = db.execute(
                """INSERT INTO corrections (document_id, kind, fact_key, field, value, before, author, note, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                (document_id, kind, fact_key, name, dumps(value), dumps(before), storable(author),
                 storable(note[:MAX_CHARS]), now),
            )  # fmt: skip
            assert row.lastrowid is not None
            made.append(row.lastrowid)
            _log(db, author, "correct", document_id, kind, fact_key, name, before, value, now)
        if made:
            _lay_over(store, db, kind, document_id)
    return made


def _checked(kind: str, name: str, value: Any) -> Any:
    """A value in form; a refusal says which field it is about."""
    try:
        return FIELDS[kind][name](value)
    except CorrectionError as refused:
        told = CorrectionError(messages.CORRECT_IN_FIELD.format(field=messages.FACT_FIELDS[name], problem=refused))
        told.field = name
        raise told from refused


def undo(store: Store, correction_id: int, author: str) -> Correction:
    """Take a correction back: what was read counts again.

    Raises:
        CorrectionError: there is none, or it was undone already.
    """
    author = _author(author)
    now = _now()
    with store.write() as db:
        row = db.execute("SELECT * FROM corrections WHERE id = ?", (correction_id,)).fetchone()
        if row is None or row["undone_at"] is not None:
            raise CorrectionError(messages.CORRECT_NOTHING_TO_UNDO)
        db.execute(
            "UPDATE corrections SET undone_by = ?, undone_at = ? WHERE id = ?", (storable(author), now, correction_id)
        )
        value, before = json.loads(row["value"]), json.loads(row["before"])
        _log(db, author, "undo", row["document_id"], row["kind"], row["fact_key"], row["field"], value, before, now)
        _lay_over(store, db, row["kind"], row["document_id"])
        return _correction(db.execute("SELECT * FROM corrections WHERE id = ?", (correction_id,)).fetchone())


def _lay_over(store: Store, db: sqlite3.Connection, kind: str, document_id: str) -> None:
    row = db.execute("SELECT ordinal FROM documents WHERE id = ?", (document_id,)).fetchone()
    if row is None:
        return
    if kind == "document":
        from index.reload import reindex  # it uses this module

        reindex(store, document_id)
    else:
        apply_to_facts(db, row["ordinal"], document_id)


def _counting(db: sqlite3.Connection, kind: str, document_id: str, fact_key: str) -> dict[str, Any]:
    """What counts now for every field that can be corrected."""
    if kind == "document":
        row = db.execute("SELECT * FROM documents WHERE id = ?", (document_id,)).fetchone()
    else:
        row = db.execute(
            f"""SELECT f.* FROM {TABLES[kind]} f JOIN documents d ON d.ordinal = f.document
            WHERE d.id = ? AND f.fact_key = ?""",
            (document_id, fact_key),
        ).fetchone()
    if row is None or (kind == "document" and fact_key):
        raise CorrectionError(messages.CORRECT_UNKNOWN)
    return {name: stored_value(name, row[name]) for name in FIELDS[kind]}


def stored_value(name: str, stored: Any) -> Any:
    """What a column holds, as `FIELDS` gives it."""
    if name in _LISTS:
        return json.loads(stored)
    return bool(stored) if name in (HIDDEN, "draft") else stored


# --- laying corrections over what was read -----------------------------------------------------


def correct_header(db: sqlite3.Connection, document_id: str, header: Header) -> dict[str, Any]:
    """Lay active corrections over a header, in place; the values that were read, by field.

    What follows from a corrected field comes with it: the symbol of a number, the province of an issuer, the year.
    """
    read: dict[str, Any] = {}
    for row in active(db, document_id, "document"):
        name, value = row["field"], json.loads(row["value"])
        read[name] = getattr(header, name)
        setattr(header, name, value)
        if name == "number" and value:
            read["symbol"] = header.symbol
            header.symbol = value.partition("/")[2] or header.symbol
        if name == "type":
            read["type_code"] = header.type_code
            header.type_code = type_code_of_name(value)
    if "issuer" in read and (province := _province_in(header.issuer)) not in (None, header.province):
        read["province"], header.province = header.province, province
    if "year" not in read and {"title", "issued_on", "number"} & read.keys():
        year = plan_year(header.title, header.issued_on, header.number)
        if year not in (None, header.year):
            read["year"], header.year = header.year, year
    return read


def _province_in(issuer: str | None) -> str | None:
    """The province that an issuer's name says.

    >>> _province_in("Sở Nội vụ tỉnh Sơn La"), _province_in("Bộ Nội vụ")
    ('Sơn La', None)
    """
    bare = strip_diacritics(issuer or "").lower()
    found = [hit for word in re.finditer(r"(?<![a-z])[a-z]", bare) if (hit := province_at(bare, word.start()))]
    return found[-1][0].name if found else None


def apply_to_facts(db: sqlite3.Connection, ordinal: int, document_id: str) -> None:
    """Lay active corrections over the facts of a document, from what was read; those undone disappear."""
    for kind, table in TABLES.items():
        for row in db.execute(
            f"SELECT * FROM {table} WHERE document = ? AND extracted IS NOT NULL", (ordinal,)
        ).fetchall():
            _set(db, kind, row, json.loads(row["extracted"]), None)
        changes: dict[str, dict[str, Any]] = {}
        for row in active(db, document_id, kind):
            changes.setdefault(row["fact_key"], {})[row["field"]] = json.loads(row["value"])
        for key, fields in changes.items():
            row = db.execute(f"SELECT * FROM {table} WHERE document = ? AND fact_key = ?", (ordinal, key)).fetchone()
            if row is not None:
                _set(db, kind, row, fields, {name: stored_value(name, row[name]) for name in fields})


def _set(
    db: sqlite3.Connection, kind: str, row: sqlite3.Row, fields: Mapping[str, Any], extracted: dict[str, Any] | None
) -> None:
    columns = {name: dumps(value) if name in _LISTS else value for name, value in fields.items()}
    if kind == "citation" and "number" in fields:
        columns["number_key"] = number_key(fields["number"]) if fields["number"] else None
    columns["extracted"] = None if extracted is None else dumps(extracted)
    names = ", ".join(f"{name} = ?" for name in columns)
    db.execute(f"UPDATE {TABLES[kind]} SET {names} WHERE id = ?", (*columns.values(), row["id"]))
    if kind == "task" and _LISTS & fields.keys():
        units = {name: fields.get(name, json.loads(row[name])) for name in _LISTS}
        where = db.execute("SELECT issuer, province FROM documents WHERE ordinal = ?", (row["document"],)).fetchone()
        write_units(db, row["id"], Task("", **units), where["issuer"], where["province"])


def read_values(extracted: str | None) -> dict[str, Any]:
    """The values that were read, of a row's column `extracted`."""
    found: dict[str, Any] = json.loads(extracted) if extracted else {}
    return found


def active(db: sqlite3.Connection, document_id: str, kind: str | None) -> list[sqlite3.Row]:
    """Corrections of a document that count; `kind` None: of any kind."""
    condition, values = ("AND kind = ?", (document_id, kind)) if kind else ("", (document_id,))
    return db.execute(
        f"SELECT * FROM corrections WHERE document_id = ? AND undone_at IS NULL {condition} ORDER BY id", values
    ).fetchall()


# --- reading -----------------------------------------------------------------------------------


def history(store: Store, document_id: str | None = None, limit: int = 500, offset: int = 0) -> list[Correction]:
    """Corrections, newest first, those undone included."""
    condition, values = ("WHERE document_id = ?", (document_id,)) if document_id else ("", ())
    with store.snapshot() as db:
        rows = db.execute(
            f"SELECT * FROM corrections {condition} ORDER BY id DESC LIMIT ? OFFSET ?", (*values, limit, offset)
        )
        return [_correction(row) for row in rows]


def sizes(store: Store) -> tuple[int, int]:
    """How many corrections there are, and lines of the audit log."""
    with store.snapshot() as db:
        row = db.execute("SELECT (SELECT COUNT(*) FROM corrections), (SELECT COUNT(*) FROM audit)").fetchone()
        return int(row[0]), int(row[1])


def unplaced(store: Store) -> list[Correction]:
    """Active corrections whose fact is not found any more (the file changed at that place, or is gone)."""
    lost = []
    with store.snapshot() as db:
        followed = carried(db)
        for row in db.execute("SELECT * FROM corrections WHERE undone_at IS NULL ORDER BY id"):
            if row["id"] in followed:
                continue
            found = db.execute("SELECT ordinal FROM documents WHERE id = ?", (row["document_id"],)).fetchone()
            if found is not None and row["kind"] != "document":
                found = db.execute(
                    f"SELECT 1 FROM {TABLES[row['kind']]} WHERE document = ? AND fact_key = ?",
                    (found["ordinal"], row["fact_key"]),
                ).fetchone()
            if found is None:
                lost.append(_correction(row))
    return lost


def subjects(db: sqlite3.Connection, found: Iterable[Correction]) -> dict[int, str]:
    """Id of a correction -> what it is about: the task, the indicator, the cited document as they count now; facts
    that are no more, and documents' own fields, are left out."""
    told: dict[int, str] = {}
    for one in found:
        if one.kind in _SUBJECTS:
            row = db.execute(
                f"""SELECT {_SUBJECTS[one.kind]} FROM {TABLES[one.kind]} f JOIN documents d ON d.ordinal = f.document
                WHERE d.id = ? AND f.fact_key = ?""",
                (one.document_id, one.fact_key),
            ).fetchone()
            if row is not None and row[0]:
                told[one.id] = row[0]
    return told


def carried(db: sqlite3.Connection) -> set[int]:
    """Ids of corrections of contents that are gone, each of which lives on as that of the file's newer content."""
    return {
        row[0]
        for row in db.execute(
            """
            SELECT old.id FROM corrections old JOIN corrections new ON new.id > old.id AND new.kind = old.kind
                AND new.field = old.field AND new.value = old.value AND new.author = old.author
                AND new.created_at = old.created_at AND new.document_id <> old.document_id
            WHERE NOT EXISTS (SELECT 1 FROM documents d WHERE d.id = old.document_id)
            """
        )
    }


def audit_log(store: Store, limit: int = 500, offset: int = 0) -> list[AuditEntry]:
    """Who did what, newest first."""
    with store.snapshot() as db:
        rows = db.execute("SELECT * FROM audit ORDER BY id DESC LIMIT ? OFFSET ?", (limit, offset))
        return [AuditEntry(row["id"], row["at"], row["who"], row["action"], json.loads(row["detail"])) for row in rows]


def record_action(db: sqlite3.Connection, who: str, action: str, detail: Mapping[str, Any], at: str = "") -> None:
    """Add a line to the audit log, inside the transaction of what it records."""
    db.execute(
        "INSERT INTO audit (at, who, action, detail) VALUES (?, ?, ?, ?)",
        (at or _now(), storable(who), action, dumps(detail)),
    )


def _log(
    db: sqlite3.Connection, who: str, action: str, document_id: str, kind: str, key: str, name: str,
    before: Any, after: Any, at: str,
) -> None:  # fmt: skip
    detail = {"document": document_id, "kind": kind, "key": key, "field": name, "before": before, "after": after}
    record_action(db, who, action, detail, at)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _correction(row: sqlite3.Row) -> Correction:
    return Correction(
        id=row["id"],
        document_id=row["document_id"],
        kind=row["kind"],
        fact_key=row["fact_key"],
        field=row["field"],
        value=json.loads(row["value"]),
        before=json.loads(row["before"]),
        author=row["author"],
        note=row["note"],
        created_at=row["created_at"],
        undone_by=row["undone_by"],
        undone_at=row["undone_at"],
    )
