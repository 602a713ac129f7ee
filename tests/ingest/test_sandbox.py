from __future__ import annotations

import importlib
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from ingest import sandbox
from ingest.errors import NoText
from ingest.sandbox import Limits, process_files

ROOT = Path(__file__).parents[2]
HELPER = '''
"""Stands in for `ingest.pipeline.process`: does what the file's name says."""
import os, signal, sys, time
from ingest.errors import NoText

flood = []

def process(path):
    word = path.name.split(".")[0]
    print("noise on stdout")
    if word == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    if word == "exit":
        os._exit(3)
    if word == "hang":
        time.sleep(60)
    if word == "flood":
        while True:
            flood.append(bytearray(20_000_000))
            time.sleep(0.02)
    if word == "memory":
        raise MemoryError
    if word == "defect":
        raise ZeroDivisionError("sai")
    if word == "deep":
        return process(path)
    if word == "error":
        raise NoText()
    if word == "child":
        import subprocess
        child = subprocess.Popen(["sleep", "300"])
        path.with_suffix(".pid").write_text(str(child.pid))
        time.sleep(60)
    if word == "big":
        return "x" * 5_000_000
    return f"{word} {os.getpid()}"
'''


@pytest.fixture(scope="module")
def helper(tmp_path_factory):
    folder = tmp_path_factory.mktemp("helper")
    (folder / "sandbox_helper.py").write_text(HELPER)
    sys.path.insert(0, str(folder))
    importlib.invalidate_caches()
    yield "sandbox_helper:process"
    sys.path.remove(str(folder))


LIMITS = Limits(read_seconds=3.0, memory_mb=300)  # a busy machine takes its time


def outcomes(paths: list[Path], function: str, **options: object) -> dict[str, sandbox.Outcome]:
    options.setdefault("limits", LIMITS)
    return {outcome.path.name: outcome for outcome in process_files(paths, function=function, **options)}


def test_bad_files_fail_alone(helper, tmp_path):
    names = ["a", "crash", "b", "hang", "c", "flood", "d", "defect", "memory", "error", "exit", "e", "big", "deep"]
    found = outcomes([tmp_path / f"{name}.pdf" for name in names], helper)
    codes = {name.split(".")[0]: found[name].error.code for name in found if found[name].error}
    assert codes == {
        "crash": "crashed", "exit": "crashed", "hang": "too_slow", "flood": "too_much_memory",
        "memory": "too_much_memory", "defect": "defect", "error": "no_text", "deep": "defect",
    }  # fmt: skip
    assert all(found[f"{name}.pdf"].document.startswith(name) for name in "abcde")
    assert len(found["big.pdf"].document) == 5_000_000
    assert "ZeroDivisionError: sai" in str(found["defect.pdf"].error)
    assert isinstance(found["error.pdf"].error, NoText)
    assert "3 giây" in str(found["hang.pdf"].error)


def test_workers_are_kept_and_share_the_work(helper, tmp_path):
    found = outcomes([tmp_path / f"f{n}" for n in range(40)], helper)
    assert len(found) == 40
    workers = Counter(outcome.document.split()[1] for outcome in found.values())
    assert 1 <= len(workers) <= 2
    assert str(os.getpid()) not in workers


def test_what_a_worker_started_ends_with_it(helper, tmp_path):
    found = outcomes([tmp_path / "child.doc"], helper, workers=1)
    assert found["child.doc"].error.code == "too_slow"
    child = int((tmp_path / "child.pid").read_text())
    for _ in range(50):
        if not Path(f"/proc/{child}").exists() or "Z" in Path(f"/proc/{child}/stat").read_text().split()[2]:
            return
        time.sleep(0.05)
    pytest.fail("the worker's child is still running")


def test_stopping_early_ends_the_workers(helper, tmp_path):
    stream = process_files((tmp_path / f"f{n}" for n in range(10_000)), function=helper, limits=LIMITS)
    pid = int(next(stream).document.split()[1])
    stream.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_a_slow_consumer_holds_the_workers_back(helper, tmp_path):
    taken = []

    def paths():
        for n in range(200):
            taken.append(n)
            yield tmp_path / f"f{n}"

    stream = process_files(paths(), function=helper, limits=LIMITS)
    next(stream)
    time.sleep(0.5)
    assert len(taken) < 20
    stream.close()


def test_no_files():
    assert list(process_files([])) == []


def test_workers_that_cannot_start_are_an_error(tmp_path):
    with pytest.raises(RuntimeError):
        outcomes([tmp_path / "a"], "no_such_module:process")


def test_workers_die_with_a_killed_parent(helper, tmp_path):
    if sys.platform != "linux":
        pytest.skip("needs prctl")
    (tmp_path / "hang.pdf").touch()
    script = (
        "import sys; sys.path[:0] = sys.argv[1:3]\n"
        "from pathlib import Path\nfrom ingest.sandbox import process_files\n"
        "if __name__ == '__main__':\n"
        "    print('go', flush=True)\n"
        "    list(process_files([Path(sys.argv[3])], function='sandbox_helper:process'))\n"
    )
    (tmp_path / "parent.py").write_text(script)
    folder = next(p for p in sys.path if (Path(p) / "sandbox_helper.py").exists())
    command = [sys.executable, str(tmp_path / "parent.py"), str(ROOT), folder, str(tmp_path / "hang.pdf")]
    parent = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert parent.stdout.readline() == b"go\n"
    below: list[int] = []
    for _ in range(100):
        below = sandbox._descendants(parent.pid)
        if len(below) >= 2:  # the worker and the resource tracker of multiprocessing
            break
        time.sleep(0.1)
    time.sleep(0.5)
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    parent.stdout.close()
    for _ in range(100):
        if not any(Path(f"/proc/{pid}").exists() for pid in below):
            return
        time.sleep(0.05)
    pytest.fail("a worker outlives its parent")


def test_operator_flood_is_bounded(tmp_path):
    # A small file whose page holds a million empty text objects.
    body = b"BT ET\n" * 1_000_000
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(body), body),
    ]
    data = b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % (n, o) for n, o in enumerate(objects, 1))
    (tmp_path / "flood.pdf").write_bytes(data + b"trailer << /Root 1 0 R /Size 5 >>\n%%EOF")
    start = time.monotonic()
    found = outcomes([tmp_path / "flood.pdf"], "ingest.read:read_file", limits=Limits(read_seconds=3, memory_mb=300))
    assert found["flood.pdf"].error is not None
    assert time.monotonic() - start < 30
