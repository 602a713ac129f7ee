"""kill -9 during an ingestion, then ingest again: the same knowledge base (a few kills; 50 in evaluation/)."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from store_samples import process, prose

from index import collect as collecting
from index import near_duplicate, originals, store
from index.collect import collect
from index.dump import dump
from index.store import Store

HERE = Path(__file__).parent
DRIVER = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[3])
from index.collect import collect
from index.store import Store
from store_samples import process
data = Path(sys.argv[1])
print("ready", flush=True)
with Store(data / "kho.sqlite3") as store:
    collect(store, data, [sys.argv[2]], process=process)
"""


def fill(folder: Path) -> None:
    folder.mkdir()
    for n in range(60):
        text = prose(n % 50, 300)  # ten exact duplicates
        (folder / f"{n:02}.txt").write_text(f"dự thảo {text}" if n % 3 else text, encoding="utf-8")
        (folder / f"{n:02}-bản cuối.txt").write_text(f"số {n % 50}/KH-SNV\n{text}", encoding="utf-8")
    (folder / "x.txt").write_text("hỏng", encoding="utf-8")


def knowledge(data: Path) -> list[str]:
    with Store(data / "kho.sqlite3") as store:
        assert store.check() == []
        return list(dump(store, data))


def test_killed_processes_leave_nothing_behind(tmp_path: Path):
    folder = tmp_path / "vb"
    fill(folder)
    with Store(tmp_path / "a" / "kho.sqlite3") as store:
        collect(store, tmp_path / "a", [folder], process=process)
    expected = knowledge(tmp_path / "a")
    chance = random.Random(3)
    data = tmp_path / "b"
    struck = 0
    for _ in range(4):
        arguments = [sys.executable, "-c", DRIVER, str(data), str(folder), str(HERE)]
        with subprocess.Popen(arguments, stdout=subprocess.PIPE, cwd=HERE.parents[1]) as running:
            assert running.stdout is not None
            running.stdout.readline()
            try:
                running.wait(chance.uniform(0.02, 0.2))
            except subprocess.TimeoutExpired:
                os.kill(running.pid, signal.SIGKILL)
                struck += 1
    assert struck
    with Store(data / "kho.sqlite3") as store:
        collect(store, data, [folder], process=process)
    assert knowledge(data) == expected


class Stop(BaseException):
    """Stands for the end of the process at a chosen step."""


def stop_at(step: int, monkeypatch: pytest.MonkeyPatch) -> Callable[[], bool]:
    """Raise `Stop` before the n-th step of any kind; tells whether it came to that."""
    state = {"left": step, "reached": False}
    monkeypatch.undo()

    def guarded(function):
        def run(*values, **named):
            state["left"] -= 1
            if state["left"] < 0 and not state["reached"]:
                state["reached"] = True
                raise Stop
            return function(*values, **named)

        return run

    for owner, name in [
        (Store, "put"), (store, "insert_document"), (Store, "_hold"), (store, "delete_document"), (Store, "add_source"),
        (Store, "record_failure"), (Store, "touch"), (Store, "mark_missing"), (collecting, "keep_original"),
        (originals.os, "replace"), (near_duplicate, "_link"), (near_duplicate, "_group"),
    ]:  # fmt: skip
        monkeypatch.setattr(owner, name, guarded(getattr(owner, name)))
    return lambda: state["reached"]


def test_stopped_at_every_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A folder in its second state (changed, new, twin, gone, broken): stop at each step, then finish."""
    folder = tmp_path / "vb"
    folder.mkdir()
    base = prose(1, 300)

    def write(name: str, text: str) -> None:
        (folder / name).write_text(text, encoding="utf-8")

    def first_state() -> None:
        for path in folder.iterdir():
            path.unlink()
        write("a.txt", "dự thảo " + base)
        write("b.txt", prose(2))
        write("c.txt", prose(3))

    def second_state() -> None:
        write("a.txt", "dự thảo " + base + " sửa")
        write("a2.txt", "số 1/KH-SNV\n" + base)
        (folder / "b.txt").unlink()
        write("c2.txt", prose(3))
        write("x.txt", "hỏng")

    def run(data: Path) -> None:
        with Store(data / "kho.sqlite3") as store:
            collect(store, data, [folder], process=process)

    first_state()
    run(tmp_path / "whole")
    second_state()
    run(tmp_path / "whole")
    expected = knowledge(tmp_path / "whole")
    step = 0
    while True:
        data = tmp_path / f"step-{step}"
        monkeypatch.undo()
        first_state()
        run(data)
        second_state()
        reached = stop_at(step, monkeypatch)
        with contextlib.suppress(Stop):
            run(data)
        monkeypatch.undo()
        run(data)
        assert knowledge(data) == expected, f"after step {step}"
        if not reached():
            break
        step += 1
    assert step > 10
