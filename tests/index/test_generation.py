import os
import subprocess
import sys
from pathlib import Path

import pytest

from index.generation import CURRENT, IndexUnusableError, current_name, open_generation, write_generation
from index.manifest import MANIFEST, SCHEMA, DamagedError, Manifest, verify


def manifest(revision: int = 1) -> Manifest:
    return Manifest(revision=revision, store_id="s", count=0, segments=[])


def write(folder: Path, revision: int, content: str = "x", previous: str | None = None):
    def fill(target: Path) -> None:
        (target / "a.npy").write_text(content * 100)
        (target / "b.npy").write_text(content)

    return write_generation(folder, manifest(revision), fill, previous)


def revision_of(folder: Path) -> int:
    return open_generation(folder).manifest.revision


def test_newest_generation_is_in_force_and_two_are_kept(tmp_path):
    for revision in (1, 2, 3):
        write(tmp_path, revision)
    assert current_name(tmp_path) == "g000003"
    assert revision_of(tmp_path) == 3
    assert sorted(p.name for p in tmp_path.iterdir()) == [CURRENT, "g000002", "g000003"]


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-2])


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


@pytest.mark.parametrize("damage", [truncate, flip, Path.unlink])
@pytest.mark.parametrize("name", ["a.npy", "b.npy", MANIFEST])
def test_damage_falls_back_on_the_last_good_one(tmp_path, damage, name):
    write(tmp_path, 1)
    write(tmp_path, 2)
    damage(tmp_path / "g000002" / name)
    found = open_generation(tmp_path)
    assert (found.manifest.revision, found.fallback_from) == (1, "g000002")


def test_nothing_usable_says_which_command_to_run(tmp_path):
    with pytest.raises(IndexUnusableError, match="cchc rebuild"):
        open_generation(tmp_path / "none")
    write(tmp_path, 1)
    truncate(tmp_path / "g000001" / "a.npy")
    with pytest.raises(IndexUnusableError, match="cchc rebuild"):
        open_generation(tmp_path)


def test_older_schema_is_not_read(tmp_path):
    write(tmp_path, 1)
    older = Manifest.read(tmp_path / "g000001")
    older.schema = SCHEMA - 1
    (tmp_path / "g000001" / MANIFEST).write_text(older.to_json())
    with pytest.raises(IndexUnusableError):
        open_generation(tmp_path)


@pytest.mark.parametrize("content", ["", "../../etc", "g1", "g999999\n", "\xff"])
def test_bad_pointer_still_finds_a_generation(tmp_path, content):
    write(tmp_path, 1)
    (tmp_path / CURRENT).write_text(content, encoding="latin-1")
    assert revision_of(tmp_path) == 1


def test_known_good_generation_is_kept_instead_of_the_damaged_one(tmp_path):
    write(tmp_path, 1)
    write(tmp_path, 2)
    truncate(tmp_path / "g000002" / "a.npy")
    write(tmp_path, 3, previous=open_generation(tmp_path).name)
    truncate(tmp_path / "g000003" / "a.npy")
    assert revision_of(tmp_path) == 1


def test_failed_writer_leaves_the_old_generation(tmp_path):
    write(tmp_path, 1)

    def fail(target: Path) -> None:
        (target / "a.npy").write_text("half")
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        write_generation(tmp_path, manifest(2), fail)
    assert revision_of(tmp_path) == 1
    write(tmp_path, 3)
    assert not list(tmp_path.glob("new-*"))


# Stops at the n-th call of a function that changes the disk, as a kill would.
_KILLED = """
import os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[3])
sys.path.insert(0, sys.argv[3] + "/tests/index")
from test_generation import write
left = int(sys.argv[2])
def dying(name):
    real = getattr(os, name)
    def call(*arguments, **options):
        global left
        left -= 1
        if left < 0:
            os._exit(9)
        return real(*arguments, **options)
    setattr(os, name, call)
for name in ("fsync", "rename", "replace", "mkdir", "unlink", "rmdir"):
    dying(name)
write(Path(sys.argv[1]), 2)
"""


@pytest.mark.parametrize("steps", [0, 1, 3, 5, 6, 7, 8, 9])
def test_killed_writer_leaves_the_old_or_the_new_generation(tmp_path, steps):
    write(tmp_path, 1)
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", _KILLED, str(tmp_path), str(steps), str(root)], cwd=root, env=os.environ
    )
    assert done.returncode in (0, 9)
    found = open_generation(tmp_path)
    assert found.fallback_from is None
    assert found.manifest.revision in (1, 2)
    write(tmp_path, 3)
    assert revision_of(tmp_path) == 3


def test_verify_names_the_damaged_file(tmp_path):
    generation = write(tmp_path, 1)
    flip(generation.folder / "a.npy")
    with pytest.raises(DamagedError, match=r"a\.npy"):
        verify(generation.folder, Manifest.read(generation.folder))
