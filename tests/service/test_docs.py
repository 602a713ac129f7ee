"""Every command, option, setting, route and message is documented, and used."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from ingest import messages
from service.cli import build_parser
from service.commands import COMMANDS
from service.settings import describe

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"


def parsers(
    parser: argparse.ArgumentParser, name: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], argparse.ArgumentParser]]:
    groups = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    if not groups:
        yield name, parser
    for group in groups:
        helped = {choice.dest: choice.help for choice in group._choices_actions}
        for child, child_parser in group.choices.items():
            assert helped.get(child), f"{child} has no help"
            yield from parsers(child_parser, (*name, child))


ALL = dict(parsers(build_parser()))


def test_every_command_can_be_parsed_and_run() -> None:
    assert {"_".join(name) for name in ALL} == set(COMMANDS)


@pytest.mark.parametrize("name", ALL, ids=" ".join)
def test_every_command_and_option_is_in_the_docs_with_help(name: tuple[str, ...]) -> None:
    text = (DOCS / "cli.md").read_text(encoding="utf-8")
    heading = re.search(rf"^### `cchc {' '.join(name)}\b(.*)`$", text, re.MULTILINE)
    assert heading, f"cchc {' '.join(name)} has no heading in docs/cli.md"
    for action in ALL[name]._actions:
        assert action.help, f"{name}: {action.dest} has no help"
        common = {"-h", "--data", "--json"} & set(action.option_strings)
        shown = action.option_strings[0] if action.option_strings else str(action.metavar)
        assert common or shown in heading.group(1), f"{name}: {shown} is not in its heading"
    assert ALL[name].description


def test_every_setting_is_in_the_docs_as_it_is() -> None:
    text = (DOCS / "settings.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `(CCHC_\w+)` \| (.+?) \|$", text, re.MULTILINE))
    for info in describe():
        assert info.variable in rows, f"{info.variable} is not in docs/settings.md"
        default = f"`{info.default}`" if info.default else "không đặt"
        assert rows[info.variable] == f"{default} | {info.unit} | {info.about}", info.variable
    assert rows.keys() == {info.variable for info in describe()}


def test_every_route_is_in_the_docs(client: TestClient) -> None:
    text = (DOCS / "api.md").read_text(encoding="utf-8")
    for path, methods in client.get("/openapi.json").json()["paths"].items():
        for method in methods:
            assert f"`{method.upper()} {path}`" in text, f"{method.upper()} {path}"
    for page in ("/", "/van-ban", "/van-ban/{id}", "/van-ban/{id}/goc", "/quan-tri"):
        assert f"| `{page}` |" in text


def test_every_message_of_the_service_is_used() -> None:
    rooms = [*(ROOT / "service").rglob("*.py"), *(ROOT / "evaluation").glob("*.py")]  # `cchc evaluate` speaks from both
    code = "\n".join(path.read_text(encoding="utf-8") for path in rooms)
    source = Path(messages.__file__).read_text(encoding="utf-8")
    service = source[source.index("# --- service") :]
    unused = [name for name in re.findall(r"^([A-Z_]+) = ", service, re.MULTILINE) if f"messages.{name}" not in code]
    assert not unused
