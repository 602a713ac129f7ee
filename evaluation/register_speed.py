"""Speed and memory of the register of tasks at a size.

    python -m evaluation.register_speed --data DIR [--tasks 50000]

Copies the store of a data folder aside, repeats its tasks (each with six further words of other tasks, so that they
differ) until there are as many as asked, and times, in CPU seconds of this process: the list without and with a
question, the first question after a document was added, and both exports. `peak_mb` is the peak of resident memory so
far, in the order of the lines.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import shutil
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from index.facts import FactFilter
from index.store import Store
from index.tasks import TaskQuestion, TaskRegister
from service.export import Sheet, csv_lines, write_xlsx
from service.task_list import COLUMNS, task_rows

_DAY = date(2026, 1, 1)
_REPEATS = 5


def grow(path: Path, tasks: int) -> int:
    """Repeat the tasks of a store; returns how many there are."""
    random.seed(7)
    with sqlite3.connect(path) as db:
        columns = [row[1] for row in db.execute("PRAGMA table_info(tasks)") if row[1] not in ("id", "ordinal")]
        names = ", ".join(columns)
        last, step = db.execute("SELECT MAX(id), MAX(ordinal) + 1 FROM tasks").fetchone()
        words = [word for row in db.execute("SELECT task FROM tasks") for word in row[0].split()]
        count = have = int(db.execute("SELECT COUNT(*) FROM tasks").fetchone()[0])
        round_ = 0
        while have < tasks:
            round_ += 1
            copied = f"SELECT id + ?, ordinal + ?, {names} FROM tasks WHERE id <= ?"
            db.execute(f"INSERT INTO tasks (id, ordinal, {names}) {copied}", (last * round_, step * round_, last))
            db.execute(
                "INSERT INTO task_units SELECT task + ?, role, unit, unit_key FROM task_units WHERE task <= ?",
                (last * round_, last),
            )
            have += count
        more = db.execute("SELECT id FROM tasks WHERE id > ?", (last,)).fetchall()
        db.executemany(
            "UPDATE tasks SET task = task || ' ' || ? WHERE id = ?",
            ((" ".join(random.choices(words, k=6)), row[0]) for row in more),
        )
    return have


def measure(path: Path) -> list[dict[str, Any]]:
    """A line per thing that is timed."""
    lines: list[dict[str, Any]] = []

    def timed(name: str, call: Callable[[], Any], repeats: int = 1) -> None:
        spent = []
        for _ in range(repeats):
            began = time.process_time()
            found = call()
            spent.append(time.process_time() - began)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        lines.append({"what": name, "found": found, "cpu_s": round(statistics.median(spent), 3), "peak_mb": peak})

    with Store(path) as store:
        register = TaskRegister(store)
        asked = TaskQuestion("ai chu tri ra soat tthc")

        def page(question: TaskQuestion) -> int:
            ids = register.ids(question, _DAY)
            register.read(ids[:50])
            register.due_counts(question, _DAY)
            return len(ids)

        def add_document() -> None:
            with store.write() as db:
                store.next_revision(db)
                copied = "document, ordinal + 1000000, fact_key, task || ' mới', lead, coordinate, monitor"
                db.execute(
                    f"""
                    INSERT INTO tasks (document, ordinal, fact_key, task, lead, coordinate, monitor, section_path, page,
                        start, end, from_table)
                    SELECT {copied}, section_path, page, start, end, from_table FROM tasks ORDER BY id LIMIT 20
                    """
                )

        rows = register.ids(TaskQuestion(), _DAY)
        timed("page, no filter", lambda: page(TaskQuestion()), _REPEATS)
        timed("page, unit", lambda: page(TaskQuestion(where=FactFilter(unit="so noi vu"))), _REPEATS)
        timed("CSV of all", lambda: sum(map(len, csv_lines(COLUMNS, task_rows(register.stream(rows), "http://kho")))))
        with tempfile.TemporaryFile() as file:
            sheet = Sheet("Nhiệm vụ", COLUMNS, task_rows(register.stream(rows), "http://kho"))
            timed("XLSX of all", lambda: write_xlsx(file, [sheet]))
        timed("page, first question", lambda: page(asked))
        timed("page, next questions", lambda: page(asked), _REPEATS)
        add_document()
        timed("page, first question after 20 more tasks", lambda: page(asked))
    return lines


def main(argv: list[str] | None = None) -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="a data folder with documents")
    parser.add_argument("--tasks", type=int, default=50_000)
    options = parser.parse_args(argv)
    with tempfile.TemporaryDirectory(prefix="register-speed-") as folder:
        path = Path(shutil.copy(options.data / "kho.sqlite3", folder))
        result = {"tasks": grow(path, options.tasks), "lines": measure(path)}
    print(json.dumps(result, ensure_ascii=False, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
