"""Stages of a long computation: each is skipped where what it made is still there, made from the same
inputs, settings and code.

A stamp says what a stage made, from what, when, in how many seconds. A stage's key is a checksum of all
that decides its outcome, the keys of the stages that it needs among it. So an intermediate result that was
thrown away is made again only when something that needs it is to be made.
"""

from __future__ import annotations

import ast
import hashlib
import importlib.util
import json
import os
import shutil
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

NOTES = ("README.md",)  # written by people, no part of what a stage makes


@dataclass(frozen=True, slots=True)
class Stage:
    """`run` makes `output`, a file or a folder, and may give figures; killed on the way and called again,
    it goes on, unless `partial` was removed. `code`: modules ("index.bm25"), or definitions in them
    ("index.rank:rarest"). `stamps`: the file where the stage is stamped. `final`: wanted for itself."""

    name: str
    output: Path
    stamps: Path
    run: Callable[[], dict[str, Any] | None]
    inputs: tuple[Path, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)
    code: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    final: bool = False
    partial: Path | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """What became of a stage. `seconds` it took when it was made, `size` in bytes; `same`: what it made has
    the same bytes as what lay there before."""

    name: str
    output: Path
    made: bool
    seconds: float
    size: int
    same: bool
    figures: dict[str, Any] | None = None


class Plan:
    """Which of the stages, given in order, are to be run; `again` are run whatever their stamps say."""

    def __init__(self, stages: Sequence[Stage], again: Iterable[str] = ()) -> None:
        self.stages = list(stages)
        self._digests: dict[Path, str] = {}
        self.keys: dict[str, str] = {}
        for stage in stages:
            self.keys[stage.name] = self._key(stage)
        stale = self._stale(set(again))
        wanted = {stage.name for stage in stages if stage.final and stage.name in stale}
        for stage in reversed(self.stages):
            if stage.name in wanted:
                wanted |= stale.intersection(stage.needs)
        self.due = [stage for stage in stages if stage.name in wanted]

    def _stale(self, again: set[str]) -> set[str]:
        stale: set[str] = set()
        for stage in self.stages:
            if stage.name in again or again.intersection(stage.needs):
                again.add(stage.name)
                stale.add(stage.name)
            elif not self._stamped(stage):
                stale.add(stage.name)
        return stale

    def _key(self, stage: Stage) -> str:
        parts = [
            stage.name,
            json.dumps(stage.settings, sort_keys=True, default=str),
            *(f"{path.name} {self._digest(path)}" for path in stage.inputs),
            *(f"{name} {code_digest(name)}" for name in stage.code),
            *(f"{name} {self.keys[name]}" for name in stage.needs),
        ]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()

    def _digest(self, path: Path) -> str:
        if path not in self._digests:
            self._digests[path] = file_digest(path)
        return self._digests[path]

    def _stamped(self, stage: Stage) -> bool:
        stamp = read_stamps(stage.stamps).get(stage.name)
        if stamp is None or stamp["key"] != self.keys[stage.name]:
            return False
        return bool(stamp["files"] == digests(stage.output))

    def run(self, log: Callable[[str, int, int], None]) -> list[Made]:
        """Run what is due, in order; `log(name, place, of)` before each. Gives every final stage and every
        stage that ran."""
        ran: dict[str, Made] = {}
        for place, stage in enumerate(self.due, 1):
            log(stage.name, place, len(self.due))
            ran[stage.name] = self._run(stage)
        return [ran.get(stage.name) or _kept(stage) for stage in self.stages if stage.name in ran or stage.final]

    def _run(self, stage: Stage) -> Made:
        key = self.keys[stage.name]
        begun = stage.stamps.with_name(f"{stage.name}.begun")
        begun.parent.mkdir(parents=True, exist_ok=True)
        stage.output.parent.mkdir(parents=True, exist_ok=True)
        before, spent = digests(stage.output), 0.0
        if begun.is_file() and begun.read_text().startswith(key):
            spent = float(begun.read_text().split()[1])
        elif stage.partial is not None:
            shutil.rmtree(stage.partial, ignore_errors=True)
        begun.write_text(f"{key} {spent}")
        start = time.monotonic()
        try:
            figures = stage.run()
        finally:
            spent += time.monotonic() - start
            begun.write_text(f"{key} {spent}")
        files = digests(stage.output)
        stamps = read_stamps(stage.stamps)
        stamps[stage.name] = {
            "key": key,
            "files": files,
            "inputs": {path.name: self._digest(path) for path in stage.inputs},
            "settings": dict(stage.settings),
            "made": datetime.now().astimezone().date().isoformat(),
            "seconds": round(spent, 1),
            "figures": figures,
        }
        _write(stage.stamps, stamps)
        begun.unlink()
        return Made(stage.name, stage.output, True, spent, size_of(stage.output), files == before, figures)


def _kept(stage: Stage) -> Made:
    stamp = read_stamps(stage.stamps)[stage.name]
    return Made(stage.name, stage.output, False, stamp["seconds"], size_of(stage.output), True, stamp["figures"])


def read_stamps(path: Path) -> dict[str, Any]:
    """Stamps by the name of the stage; none where the file is missing or damaged."""
    try:
        stamps = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamps if isinstance(stamps, dict) else {}


def _write(path: Path, stamps: Mapping[str, Any]) -> None:
    aside = path.with_name(f"{path.name}.new")
    aside.write_text(json.dumps(stamps, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    os.replace(aside, path)


def digests(output: Path) -> dict[str, str]:
    """Checksums of a file, or of the files of a folder, by their names in it; empty where there is nothing."""
    if output.is_file():
        return {output.name: file_digest(output)}
    paths = sorted(path for path in output.rglob("*") if path.is_file() and path.name not in NOTES)
    return {str(path.relative_to(output)): file_digest(path) for path in paths}


def size_of(output: Path) -> int:
    """Bytes of a file or of all files of a folder."""
    paths = [output] if output.is_file() else [path for path in output.rglob("*") if path.is_file()]
    return sum(path.stat().st_size for path in paths)


def file_digest(path: Path) -> str:
    """SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def code_digest(name: str) -> str:
    """Checksum of what a module says to the machine: comments, docstrings and layout don't count.

    `name`: a module, or `module:definition`. The module is read, not imported.
    """
    module, _, definition = name.partition(":")
    found = importlib.util.find_spec(module)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(module)
    tree = ast.parse(Path(found.origin).read_text(encoding="utf-8"))
    body = [node for node in tree.body if not definition or definition in _defines(node)]
    if not body:
        raise AttributeError(name)
    return hashlib.sha256(repr([_shape(node) for node in body]).encode()).hexdigest()


def _defines(node: ast.stmt) -> list[str]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return [node.name]
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    return [target.id for target in targets if isinstance(target, ast.Name)]


def _shape(node: object) -> object:
    """A syntax tree as nested lists; empty fields are left out, since versions of Python differ in them."""
    if isinstance(node, list):
        return [_shape(part) for part in node if not _is_docstring(part)]
    if not isinstance(node, ast.AST):
        return node
    fields = [(name, _shape(value)) for name, value in ast.iter_fields(node) if value not in (None, [])]
    return [type(node).__name__, *fields]


def _is_docstring(node: object) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
