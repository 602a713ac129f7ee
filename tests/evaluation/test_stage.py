from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from evaluation.stage import Made, Plan, Stage, code_digest


class Kitchen:
    """Flour -> dough -> two kinds of bread; notes what is made."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.done: list[str] = []
        self.heat = 200
        self.power = True
        (folder / "flour").write_text("rye")

    def make(self, name: str, source: str) -> Callable[[], None]:
        def run() -> None:
            self.done.append(name)
            if not self.power:
                raise KeyboardInterrupt
            (self.folder / name).write_text(f"{name} of {(self.folder / source).read_text()}")

        return run

    def plan(self, *again: str) -> Plan:
        stamps = self.folder / "stamps.json"
        bread = {"needs": ("dough",), "settings": {"heat": self.heat}, "final": True}
        return Plan(
            [
                Stage(
                    "dough",
                    self.folder / "dough",
                    stamps,
                    self.make("dough", "flour"),
                    inputs=(self.folder / "flour",),
                    partial=self.folder / "kneading",
                ),
                Stage("loaf", self.folder / "loaf", stamps, self.make("loaf", "dough"), **bread),
                Stage("roll", self.folder / "roll", stamps, self.make("roll", "dough"), **bread),
            ],
            again,
        )

    def run(self, *again: str) -> list[Made]:
        self.done.clear()
        return self.plan(*again).run(lambda name, place, of: None)


@pytest.fixture
def kitchen(tmp_path: Path) -> Kitchen:
    kitchen = Kitchen(tmp_path)
    kitchen.run()
    assert kitchen.done == ["dough", "loaf", "roll"]
    return kitchen


def test_nothing_is_done_twice(kitchen: Kitchen) -> None:
    assert [(one.name, one.made) for one in kitchen.run()] == [("loaf", False), ("roll", False)]
    assert kitchen.done == []


def test_what_lies_between_may_be_thrown_away(kitchen: Kitchen) -> None:
    (kitchen.folder / "dough").unlink()
    kitchen.run()
    assert kitchen.done == []
    (kitchen.folder / "roll").write_text("nibbled at")
    kitchen.run()
    assert kitchen.done == ["dough", "roll"]


def test_other_inputs_and_settings_make_again(kitchen: Kitchen) -> None:
    kitchen.heat = 220
    assert [one.same for one in kitchen.run()] == [True, True]
    assert kitchen.done == ["loaf", "roll"]
    (kitchen.folder / "flour").write_text("wheat")
    assert [one.same for one in kitchen.run()] == [False, False, False]
    assert (kitchen.folder / "loaf").read_text() == "loaf of dough of wheat"


def test_again_takes_what_depends_along(kitchen: Kitchen) -> None:
    kitchen.run("roll")
    assert kitchen.done == ["roll"]
    kitchen.run("dough")
    assert kitchen.done == ["dough", "loaf", "roll"]


def test_a_killed_stage_goes_on_only_as_the_same(kitchen: Kitchen) -> None:
    kneading = kitchen.folder / "kneading"

    def interrupt(flour: str) -> None:
        (kitchen.folder / "flour").write_text(flour)
        kitchen.power = False
        with pytest.raises(KeyboardInterrupt):
            kitchen.run()
        kitchen.power = True

    interrupt("oat")
    kneading.mkdir()
    kitchen.run()
    assert kitchen.done == ["dough", "loaf", "roll"]
    assert kneading.exists()  # what was begun with oat was there to go on with
    interrupt("spelt")
    assert not kneading.exists()


def test_damaged_stamps_are_no_stamps(kitchen: Kitchen) -> None:
    (kitchen.folder / "stamps.json").write_text('{"loaf": ')
    kitchen.run()
    assert kitchen.done == ["dough", "loaf", "roll"]


def test_code_is_what_the_machine_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    bodies = (
        'HEAT = 1\n\ndef one():\n    """Says one."""\n    return 1\n\ndef two():\n    return 2\n',
        "# comment\nHEAT = (1)\ndef one():\n    return 1\n\n\ndef two(): return 2\n",
        "HEAT: int = 2\ndef one():\n    return 1\n\ndef two():\n    return 3\n",
    )
    for number, body in enumerate(bodies):
        (tmp_path / f"stage_sample_{number}.py").write_text(body)
    first, same, other = (code_digest(f"stage_sample_{number}") for number in range(3))
    assert first == same != other
    assert code_digest("stage_sample_0:one") == code_digest("stage_sample_2:one")
    assert (
        code_digest("stage_sample_0:HEAT") == code_digest("stage_sample_1:HEAT") != code_digest("stage_sample_2:HEAT")
    )
    with pytest.raises(AttributeError):
        code_digest("stage_sample_0:three")
