"""One direction: ingest <- index <- service; evaluation may use all of them, none of them it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MAY_IMPORT = {
    "ingest": {"ingest"},
    "index": {"index", "ingest"},
    "service": {"service", "index", "ingest", "evaluation", "corpus"},
    "evaluation": {"evaluation", "index", "ingest", "corpus", "service"},
}
ROOMS = set(MAY_IMPORT) | {"corpus"}
# Seconds to import and hundreds of MB: only where a setting asks for such a model.
HEAVY = {"torch", "sentence_transformers", "transformers"}


def imports(path: Path, *, top_level_only: bool = False) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = tree.body if top_level_only else ast.walk(tree)
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            found.add(node.module.split(".")[0])
    return found


@pytest.mark.parametrize("room", sorted(MAY_IMPORT))
def test_a_room_imports_only_the_rooms_below_it(room: str) -> None:
    wrong = {
        str(path.relative_to(ROOT)): imports(path) & ROOMS - MAY_IMPORT[room]
        for path in sorted((ROOT / room).rglob("*.py"))
    }
    assert not {path: rooms for path, rooms in wrong.items() if rooms}


@pytest.mark.parametrize("room", ["ingest", "index", "service"])
def test_no_module_imports_torch_when_it_is_loaded(room: str) -> None:
    # The modules that define and train models are themselves imported only on request.
    allowed = {"ngram_embedding.py", "train_embedding.py"}
    wrong = {
        str(path.relative_to(ROOT)): imports(path, top_level_only=True) & HEAVY
        for path in sorted((ROOT / room).rglob("*.py"))
        if path.name not in allowed
    }
    assert not {path: names for path, names in wrong.items() if names}
