"""Settings from the environment: types, bounds, what is said about a bad value."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.settings import Settings, SettingsError, describe


def test_defaults_hold_without_an_environment() -> None:
    settings = Settings.from_environment({})
    assert settings == Settings()
    assert settings.data == Path("var")
    assert settings.host == "127.0.0.1"


def test_every_setting_can_be_set_by_its_variable() -> None:
    for info in describe():
        text = "33" if isinstance(getattr(Settings(), info.name), (int, float)) else "văn bản"
        text = "300" if info.name in ("max_query_chars", "read_memory_mb") else text
        text = "cls" if info.name == "pooling" else text
        changed = Settings.from_environment({info.variable: text})
        assert str(getattr(changed, info.name)).removesuffix(".0") == text, info.name
        assert changed != Settings()


@pytest.mark.parametrize("value", ["abc", "1.5", "0x10", "²"])
def test_a_port_that_is_no_number_is_named(value: str) -> None:
    with pytest.raises(SettingsError, match="CCHC_PORT"):
        Settings.from_environment({"CCHC_PORT": value})


@pytest.mark.parametrize("variables", [{"CCHC_PORT": "70000"}, {"CCHC_WORKERS": "0"}, {"CCHC_SEARCH_SECONDS": "nan"}])
def test_out_of_range_is_refused_with_the_range(variables: dict[str, str]) -> None:
    with pytest.raises(SettingsError, match="đến"):
        Settings.from_environment(variables)


def test_blank_is_not_set_but_an_empty_prompt_is_a_choice() -> None:
    settings = Settings.from_environment(
        {"CCHC_PORT": " ", "CCHC_QUERY_PROMPT": "", "CCHC_PASSAGE_PROMPT": "passage: "}
    )
    assert settings.port == 8000
    assert settings.query_prompt == ""
    assert settings.passage_prompt == "passage: "
    assert Settings.from_environment({}).query_prompt is None
