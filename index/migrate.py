"""Bring a database to the schema of this program: `migrations/NNNN_name.sql` in order.

The version is SQLite's `user_version`. Each migration is one transaction, taken with a write
lock before the version is read, so two processes that open an old store at once do not collide
and a migration that is cut off leaves the version before it.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from importlib import resources

_NAME = re.compile(r"(\d{4})_\w+\.sql")


def migrations() -> list[tuple[int, str]]:
    """(version, SQL) of every migration, ascending."""
    found = []
    for entry in resources.files("index.migrations").iterdir():
        match = _NAME.fullmatch(entry.name)
        if match:
            found.append((int(match.group(1)), entry.read_text(encoding="utf-8")))
    return sorted(found)


def latest_version() -> int:
    """The schema version that this program writes."""
    return migrations()[-1][0]


def schema_version(connection: sqlite3.Connection) -> int:
    """The schema version of an open database; 0 for an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection, scripts: list[tuple[int, str]] | None = None) -> int:
    """Apply what is missing; returns the version reached. The connection must be in autocommit."""
    for version, script in migrations() if scripts is None else scripts:
        if schema_version(connection) >= version:
            continue
        connection.execute("BEGIN IMMEDIATE")
        try:
            if schema_version(connection) < version:
                for statement in statements(script):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {version}")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
    return schema_version(connection)


def statements(script: str) -> Iterator[str]:
    """Single statements of a script (`executescript` would commit behind our back).

    >>> [s.strip() for s in statements("CREATE TABLE a (b); -- c; d\\nINSERT INTO a VALUES (';');")]
    ['CREATE TABLE a (b);', "-- c; d\\nINSERT INTO a VALUES (';');"]
    """
    start = 0
    for position, char in enumerate(script):
        if char == ";" and sqlite3.complete_statement(script[start : position + 1]):
            yield script[start : position + 1]
            start = position + 1
    rest = script[start:]
    if re.sub(r"--[^\n]*", "", rest).strip():
        yield rest
