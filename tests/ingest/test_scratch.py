"""Temporary files go away with the worker that made them, whichever way it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from ingest import scratch
from ingest.sandbox import Limits, process_files
from ingest.scratch import PREFIX, Scratch, sweep

ROOT = Path(__file__).parents[2]
HELPER = '''
"""Stands in for `ingest.pipeline.process`: leaves temporary files, and ends as the file's name says."""
import os, subprocess, tempfile, time

def process(path):
    tempfile.mkdtemp(prefix="cchc-office-")
    subprocess.run(["sh", "-c", 'touch "$TMPDIR/by-a-program"'], check=True)
    path.with_suffix(".where").write_text(tempfile.gettempdir())
    if path.name.startswith("hang"):
        time.sleep(60)
    if path.name.startswith("exit"):
        os._exit(3)
    return "done"
'''


@pytest.fixture
def temp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for temporary files of our own."""
    folder = tmp_path / "temp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_a_worker_leaves_nothing_behind(temp: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "scratch_helper.py").write_text(HELPER)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}{os.pathsep}{ROOT}")
    files = [tmp_path / name for name in ("well.txt", "hang.txt", "exit.txt")]
    outcomes = list(process_files(files, 1, Limits(read_seconds=1.0), "scratch_helper:process"))
    assert len(outcomes) == len(files)
    used = {Path(file.with_suffix(".where").read_text()) for file in files}
    assert all(folder.parent == temp and folder.name.startswith(PREFIX) for folder in used)
    assert list(temp.iterdir()) == []


def test_what_a_killed_parent_left_is_swept(temp: Path) -> None:
    code = (
        "import sys, tempfile, time; tempfile.tempdir = sys.argv[1]; from ingest.scratch import Scratch; "
        "print(Scratch().path, flush=True); time.sleep(60)"
    )
    # The object must live as long as the process: its file holds the lock.
    code = code.replace("print(Scratch().path", "mine = Scratch(); print(mine.path")
    with subprocess.Popen(
        [sys.executable, "-c", code, str(temp)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as owner:
        assert owner.stdout is not None
        left = Path(owner.stdout.readline().strip())
        assert left.exists()
        assert sweep() == 0  # its owner lives
        owner.send_signal(signal.SIGKILL)
    assert sweep() == 1
    assert not left.exists()


def test_own_folder_stays_until_it_is_closed(temp: Path) -> None:
    mine = Scratch()
    (mine.path / "file").write_text("x")
    assert sweep() == 0
    mine.close()
    mine.close()
    assert list(temp.iterdir()) == []


def test_only_old_folders_without_an_owner_are_swept(temp: Path) -> None:
    new, old, recent, ancient = (temp / n for n in (f"{PREFIX}a", f"{PREFIX}b", "cchc-office-c", "cchc-office-d"))
    for folder in (new, old, recent, ancient):
        folder.mkdir()
    past = time.time() - 2 * scratch._DAY
    os.utime(old, (past, past))
    os.utime(ancient, (past, past))
    assert sweep() == 2
    assert sorted(temp.iterdir()) == sorted([new, recent])
