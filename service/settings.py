"""Settings: every limit and choice has a name, a unit, a default, and an environment variable.

`Settings.from_environment()` reads `CCHC_*`; docs/settings.md lists the same names (a test compares
the two). A value that can't be used raises `SettingsError` with a sentence that names the variable.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from ingest import messages

PREFIX = "CCHC_"
POOLINGS = ("mean", "cls", "max", "lasttoken")
_DATA = Path("var")
_DEMO_DATA = Path("~/.cache/cchc/demo")


class SettingsError(ValueError):
    """A setting holds a value that can't be used; the text says which and what is allowed."""


def _setting(default: Any, about: str, *, unit: str = "", low: float | None = None, high: float | None = None) -> Any:
    return field(default=default, metadata={"about": about, "unit": unit, "low": low, "high": high})


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set. The environment variable of `port` is `CCHC_PORT`, and so on."""

    data: Path = _setting(_DATA, "Thư mục dữ liệu", unit="đường dẫn")  # noqa: RUF009
    demo_data: Path = _setting(_DEMO_DATA, "Thư mục dữ liệu riêng của `cchc demo`", unit="đường dẫn")  # noqa: RUF009

    host: str = _setting("127.0.0.1", "Địa chỉ mà máy chủ lắng nghe", unit="địa chỉ IP hoặc tên máy")
    port: int = _setting(8000, "Cổng mà máy chủ lắng nghe", unit="số cổng", low=0, high=65535)

    model: str = _setting("", "Mô hình nhúng; để trống là mô hình đi kèm", unit="thư mục hoặc tên mô hình")
    query_prompt: str | None = _setting(
        None, "Lời dẫn đặt trước câu hỏi khi nhúng; không đặt là theo mô hình, đặt rỗng là không có", unit="chuỗi"
    )
    passage_prompt: str | None = _setting(
        None, "Lời dẫn đặt trước đoạn văn khi nhúng; không đặt là theo mô hình, đặt rỗng là không có", unit="chuỗi"
    )
    pooling: str = _setting(
        "", "Cách gộp véc-tơ của mô hình: `mean`, `cls`, `max`, `lasttoken`; để trống là theo mô hình", unit="tên"
    )
    max_length: int = _setting(
        0, "Độ dài tối đa của câu hỏi hoặc đoạn văn khi nhúng; 0 là theo mô hình", unit="token", low=0, high=32768
    )

    workers: int = _setting(2, "Số tiến trình đọc tệp cùng lúc", unit="tiến trình", low=1, high=64)
    read_seconds: float = _setting(120.0, "Thời gian tối đa để đọc một tệp", unit="giây", low=1, high=3600)
    read_memory_mb: float = _setting(1024.0, "Bộ nhớ tối đa để đọc một tệp", unit="MB", low=128, high=65536)
    max_file_mb: float = _setting(200.0, "Dung lượng tối đa của một tệp được đọc", unit="MB", low=0.001, high=10000)
    max_pages: int = _setting(5000, "Số trang tối đa của một tệp được đọc", unit="trang", low=1, high=100000)

    max_results: int = _setting(100, "Số kết quả tối đa của một lần tìm", unit="kết quả", low=1, high=1000)
    max_offset: int = _setting(1000, "Vị trí xa nhất khi sang trang kết quả", unit="kết quả", low=0, high=100000)
    max_query_chars: int = _setting(10000, "Độ dài câu hỏi tối đa; phần thừa bị bỏ", unit="ký tự", low=100, high=100000)
    page_size: int = _setting(10, "Số kết quả trên một trang", unit="kết quả", low=1, high=100)
    list_size: int = _setting(50, "Số văn bản trên một trang danh sách", unit="văn bản", low=1, high=500)
    search_seconds: float = _setting(
        10.0, "Thời gian chờ tối đa của một lần tìm trên máy chủ", unit="giây", low=0.1, high=300
    )
    search_threads: int = _setting(2, "Số lần tìm chạy cùng lúc trên máy chủ", unit="luồng", low=1, high=64)

    max_upload_mb: float = _setting(50.0, "Dung lượng tối đa của một tệp tải lên", unit="MB", low=0.001, high=2000)
    upload_token: str = _setting("", "Mã cho phép tải tệp lên; để trống thì chỉ máy này được tải lên", unit="chuỗi")
    edit_code: str = _setting("", "Mã cho phép sửa dữ liệu trích; để trống thì chỉ máy này được sửa", unit="chuỗi")

    def __post_init__(self) -> None:
        if self.pooling not in ("", *POOLINGS):
            raise SettingsError(
                messages.SETTING_NOT_ONE_OF.format(
                    name=PREFIX + "POOLING", value=self.pooling, allowed=", ".join(POOLINGS)
                )
            )
        for spec in fields(self):
            value = getattr(self, spec.name)
            low, high = spec.metadata["low"], spec.metadata["high"]
            if low is not None and not low <= value <= high:
                raise SettingsError(
                    messages.SETTING_OUT_OF_RANGE.format(
                        name=PREFIX + spec.name.upper(), value=value, low=low, high=high, unit=spec.metadata["unit"]
                    )
                )

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ, **given: Any) -> Settings:
        """Read `CCHC_*`; `given` (command-line options) wins where it is not None.

        Raises:
            SettingsError: a value isn't a number where one is needed, or is out of range.

        >>> Settings.from_environment({"CCHC_PORT": "9000"}, host=None).port
        9000
        >>> Settings.from_environment({"CCHC_PORT": "9000"}, port=9001).port
        9001
        """
        values: dict[str, Any] = {}
        for spec in fields(cls):
            name = PREFIX + spec.name.upper()
            if given.get(spec.name) is not None:
                values[spec.name] = given[spec.name]
            elif spec.default is None:  # a prompt: spaces count, and empty is a choice
                if name in environ:
                    values[spec.name] = environ[name]
            elif environ.get(name, "").strip():
                values[spec.name] = _parse(name, environ[name].strip(), spec.default)
        return cls(**values)


def _parse(name: str, text: str, default: Any) -> Any:
    """Text of the environment -> the type of the default."""
    try:
        return Path(text) if isinstance(default, Path) else type(default)(text)
    except ValueError:
        raise SettingsError(messages.SETTING_NOT_A_NUMBER.format(name=name, value=text)) from None


@dataclass(frozen=True, slots=True)
class SettingInfo:
    """One line of the settings table."""

    name: str
    variable: str
    default: str
    unit: str
    about: str


def describe() -> list[SettingInfo]:
    """All settings, in the order of the docs; `cchc doctor` and the docs test read it."""
    return [
        SettingInfo(
            name=spec.name,
            variable=PREFIX + spec.name.upper(),
            default="" if spec.default is None else str(spec.default),
            unit=spec.metadata["unit"],
            about=spec.metadata["about"],
        )
        for spec in fields(Settings)
    ]
