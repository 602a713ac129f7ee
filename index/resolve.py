"""Citations -> the stored documents that they name."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from ingest.parse.number import number_key

_CHUNK = 500


def documents_by_number(db: sqlite3.Connection, keys: Iterable[str]) -> dict[str, list[sqlite3.Row]]:
    """number_key -> rows (ordinal, id, number_key, issued_on, issuer_key, province, draft) of documents with it."""
    wanted = sorted(set(keys))
    found: dict[str, list[sqlite3.Row]] = {}
    for start in range(0, len(wanted), _CHUNK):
        chunk = wanted[start : start + _CHUNK]
        for row in db.execute(
            f"""SELECT ordinal, id, number_key, issued_on, issuer_key, province, draft FROM documents
            WHERE number_key IN ({",".join("?" * len(chunk))}) ORDER BY draft, id""",
            chunk,
        ):
            found.setdefault(row["number_key"], []).append(row)
    return found


def resolve(
    number: str | None,
    issued_on: str | None,
    citing: int,
    province: str | None,
    candidates: dict[str, Sequence[sqlite3.Row]] | dict[str, list[sqlite3.Row]],
) -> str | None:
    """Id of the document that a citation names, None where none or more than one may be meant.

    Numbers start anew every year and in every province: years that both are known must agree, and of documents
    of several provinces only the citing document's own can be meant (`province`). `citing`: its ordinal.
    """
    if not number:
        return None
    fitting = [
        row
        for row in candidates.get(number_key(number), [])
        if row["ordinal"] != citing
        and (not issued_on or not row["issued_on"] or issued_on[:4] == row["issued_on"][:4])
        and (not province or not row["province"] or province == row["province"])
    ]
    exact = [row for row in fitting if issued_on and row["issued_on"] == issued_on]
    best = exact or fitting
    issued = [row for row in best if not row["draft"]] or best
    if len({(row["province"], row["issuer_key"]) for row in issued}) > 1:
        return None
    return str(issued[0]["id"]) if issued else None
