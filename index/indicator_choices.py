"""Which indicators staff declared the same or different. Rows are only added; undoing marks who undid a row, when.

Indicators go by their keys (`index.indicator_groups`), which rest on wording and unit, so a choice holds for documents
read anew and for those that come later. Where choices contradict each other the newer one wins.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from index.body import storable
from index.corrections import record_action
from ingest import messages

if TYPE_CHECKING:
    from index.store import Store

LARGEST = 400  # pairs that one choice may touch


class ChoiceError(ValueError):
    """A choice that can't be made; the text is a Vietnamese sentence."""


@dataclass(frozen=True, slots=True)
class Choice:
    """`a` and `b` are the same indicator, or are not. Times are ISO 8601 in UTC."""

    id: int
    a: str
    b: str
    same: bool
    author: str
    created_at: str
    undone_by: str | None = None
    undone_at: str | None = None


def read_choices(store: Store, *, undone: bool = False) -> list[Choice]:
    """Choices in force, oldest first; `undone`: also those taken back."""
    condition = "" if undone else "WHERE undone_at IS NULL"
    with store.snapshot() as db:
        return [_choice(row) for row in db.execute(f"SELECT * FROM indicator_choices {condition} ORDER BY id")]


def merge(store: Store, groups: Sequence[Sequence[str]], author: str, names: Sequence[str] = ()) -> list[int]:
    """Declare the indicators of all groups (keys of each) one. Ids of the new rows. `names`: for the log.

    Raises:
        ChoiceError: fewer than two groups, too many, no author.
    """
    filled = [list(dict.fromkeys(group)) for group in groups if group]
    if len(filled) < 2:
        raise ChoiceError(messages.INDICATOR_MERGE_TWO)
    first = filled[0]
    pairs = [(first[0], other[0]) for other in filled[1:]]
    opposed = [(a, b) for n, one in enumerate(filled) for other in filled[:n] for a in one for b in other]
    return _choose(store, pairs, opposed, True, author, names)


def split(
    store: Store, chosen: Sequence[str], rest: Sequence[str], author: str, names: Sequence[str] = ()
) -> list[int]:
    """Declare the chosen indicators different from the rest. Ids of the new rows.

    Raises:
        ChoiceError: nothing chosen, nothing left, too many, no author.
    """
    chosen = list(dict.fromkeys(chosen))
    rest = [key for key in dict.fromkeys(rest) if key not in chosen]
    if not chosen or not rest:
        raise ChoiceError(messages.INDICATOR_SPLIT_SOME)
    pairs = [(a, b) for a in chosen for b in rest]
    return _choose(store, pairs, pairs, False, author, names)


def _choose(
    store: Store,
    pairs: Sequence[tuple[str, str]],
    opposed: Iterable[tuple[str, str]],
    same: bool,
    author: str,
    names: Sequence[str],
) -> list[int]:
    author = " ".join(author.split())[:200]
    if not author:
        raise ChoiceError(messages.CORRECT_NO_AUTHOR)
    if len(pairs) > LARGEST:
        raise ChoiceError(messages.INDICATOR_TOO_MANY.format(limit=LARGEST))
    now = _now()
    made: list[int] = []
    with store.write() as db:
        for a, b in opposed:
            db.execute(
                """UPDATE indicator_choices SET undone_by = ?, undone_at = ? WHERE undone_at IS NULL AND same = ?
                AND ((a_key = ? AND b_key = ?) OR (a_key = ? AND b_key = ?))""",
                (storable(author), now, int(not same), a, b, b, a),
            )
        for a, b in pairs:
            row = db.execute(
                "INSERT INTO indicator_choices (a_key, b_key, same, author, created_at) VALUES (?, ?, ?, ?, ?)",
                (storable(a), storable(b), int(same), storable(author), now),
            )
            assert row.lastrowid is not None
            made.append(row.lastrowid)
        detail = {"a": " | ".join(names)[:1000], "choices": made, "keys": [list(pair) for pair in pairs[:50]]}
        record_action(db, author, "merge" if same else "split", detail, now)
    return made


def undo(store: Store, choice_id: int, author: str, names: Sequence[str] = ()) -> list[Choice]:
    """Take back a choice and those made with it (same author, moment and kind).

    Raises:
        ChoiceError: there is none in force, or no author.
    """
    author = " ".join(author.split())[:200]
    if not author:
        raise ChoiceError(messages.CORRECT_NO_AUTHOR)
    now = _now()
    with store.write() as db:
        row = db.execute("SELECT * FROM indicator_choices WHERE id = ? AND undone_at IS NULL", (choice_id,)).fetchone()
        if row is None:
            raise ChoiceError(messages.CORRECT_NOTHING_TO_UNDO)
        together = (row["author"], row["created_at"], row["same"])
        condition = "author = ? AND created_at = ? AND same = ? AND undone_at IS NULL"
        found = db.execute(f"SELECT * FROM indicator_choices WHERE {condition} ORDER BY id", together).fetchall()
        db.execute(
            f"UPDATE indicator_choices SET undone_by = ?, undone_at = ? WHERE {condition}",
            (storable(author), now, *together),
        )
        detail = {"a": " | ".join(names)[:1000], "choices": [one["id"] for one in found]}
        record_action(db, author, "undo", detail, now)
    return [_choice(one) for one in found]


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _choice(row: sqlite3.Row) -> Choice:
    return Choice(
        id=row["id"],
        a=row["a_key"],
        b=row["b_key"],
        same=bool(row["same"]),
        author=row["author"],
        created_at=row["created_at"],
        undone_by=row["undone_by"],
        undone_at=row["undone_at"],
    )
