"""`cchc evaluate gold` on a small set of labels made here."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from evaluation.gold import GOLD, evaluate_gold
from service.cli import main
from tests.service.conftest import PLAN

LABELS: dict[str, Any] = {
    "file": "ke-hoach.txt",
    "split": "tune",
    "complete": {"citations": True, "targets": True, "tasks": False},
    "citations": [
        {"number": "03/KH-UBND", "issued_on": "2025-01-05", "relation": "basis"},
        {"number": "4/QĐ-BNV", "issued_on": None, "relation": "refers"},
    ],
    "targets": [
        {"keywords": ["đúng hạn"], "value": 95, "unit": "%", "comparator": ">="},
        {"keywords": ["tiếp nhận trực tuyến"], "value": 80, "unit": "%", "comparator": ">="},
        {"keywords": ["thanh toán trực tuyến"], "value": 60, "unit": "%", "comparator": ">="},
    ],
    "tasks": [
        {"keywords": ["khảo sát mức độ hài lòng"], "lead": ["Văn phòng Sở"], "coordinate": ["Phòng khác"]},
    ],
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "ke-hoach.txt").write_text(PLAN, encoding="utf-8")
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "ke-hoach.json").write_text(json.dumps(LABELS), encoding="utf-8")
    held = {**LABELS, "split": "held", "file": "khong-co.txt"}
    (folder / "khac.json").write_text(json.dumps(held), encoding="utf-8")
    return folder


def test_figures_and_misses_per_kind(gold: Path) -> None:
    figures = evaluate_gold(gold.parent, ("tune", "held"), gold)
    tune = figures["splits"]["tune"]
    assert tune["documents"] == 1
    assert tune["citations"]["number"] == {"precision": 1.0, "recall": 0.5, "f1": 0.667}
    assert tune["targets"]["value"]["recall"] == 1.0
    assert tune["targets"]["fields"]["comparator"] == pytest.approx(2 / 3, abs=0.001)  # "trên 60%" is > 60
    assert tune["tasks"]["found"] == 1.0
    assert tune["tasks"]["complete"] == 0.0
    assert tune["tasks"]["fields"]["coordinate"] == 0.0
    text = "\n".join(figures["misses"]["tune"])
    assert "4/QĐ-BNV" in text
    assert "coordinate" in text


def test_a_file_that_is_not_there_is_named_and_does_not_count(gold: Path) -> None:
    held = evaluate_gold(gold.parent, ("held",), gold)["splits"]["held"]
    assert held["unread"] == ["khong-co.txt"]
    assert held["citations"]["number"]["recall"] is None


def test_every_label_names_its_split_and_file() -> None:
    for path in GOLD.glob("*.json"):
        labels = json.loads(path.read_text(encoding="utf-8"))
        assert labels["split"] in ("tune", "held"), path.name
        assert labels["file"], path.name
        assert labels["complete"].keys() >= {"citations", "targets", "tasks"}, path.name


def test_the_command_prints_json_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", "gold", "--split", "corpus", "--json"]) == 0
    corpus = json.loads(capsys.readouterr().out)["splits"]["corpus"]
    assert corpus["citations"]["number_and_date"]["f1"] > 0.9
    assert corpus["targets"]["value"]["recall"] > 0.9
    assert corpus["tasks"]["complete"] > 0.8


def test_a_folder_that_is_not_there_is_wrong_usage(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["evaluate", "gold", "--documents", str(tmp_path / "none")]) == 2
    assert str(tmp_path / "none") in capsys.readouterr().err
