"""argparse in Vietnamese: one sentence per mistake, exit code 2, help texts with Vietnamese titles."""

from __future__ import annotations

import argparse
import errno
import re
from typing import Any, NoReturn

from ingest import messages
from service.days import read_day


class UsageError(Exception):
    """The command line can't be carried out; the text is one line that says what to do."""


class Formatter(argparse.RawDescriptionHelpFormatter):
    """Help with a Vietnamese "usage:"."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """As argparse, with our own prefix."""
        super().add_usage(usage, actions, groups, messages.CLI_USAGE if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """Raises `UsageError` instead of printing two lines in English and leaving."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("formatter_class", Formatter)
        kwargs.update(add_help=False, allow_abbrev=False)
        super().__init__(*args, **kwargs)
        self._positionals.title = messages.CLI_POSITIONALS
        self._optionals.title = messages.CLI_OPTIONS
        self.add_argument("-h", "--help", action="help", help=messages.CLI_HELP)

    def error(self, message: str) -> NoReturn:
        """One Vietnamese line, with the command that shows the help."""
        raise UsageError(messages.CLI_ADVICE.format(problem=translate(message), command=self.prog))


# What argparse says -> what we say. Patterns follow argparse of Python 3.11 to 3.14.
_SAID = (
    (r"the following arguments are required: (.+)", messages.CLI_REQUIRED),
    (r"unrecognized arguments: (.+)", messages.CLI_UNRECOGNIZED),
    (r"argument (.+?): invalid choice: (.+?) \(choose from (.*)\)", messages.CLI_CHOICE),
    (r"argument (.+?): invalid (?:\w+) value: (.+)", messages.CLI_VALUE),
    (r"argument (.+?): expected (?:one|at least one|\d+) arguments?", messages.CLI_EXPECTED),
    (r"argument (.+?): ignored explicit argument (.+)", messages.CLI_EXPLICIT),
    (r"argument (.+?): not allowed with argument (.+)", messages.CLI_CONFLICT),
    (r"argument (.+?): (.+)", "{0}: {1}"),
)


def translate(message: str) -> str:
    """An English sentence of argparse in Vietnamese; itself where it is none of the known ones.

    >>> translate("argument -k: invalid int value: 'x'")
    "giá trị 'x' của -k không hợp lệ"
    """
    for pattern, said in _SAID:
        match = re.fullmatch(pattern, message, re.DOTALL)
        if match:
            return said.format(*(" ".join(part.split()) for part in match.groups()))
    return message


def os_reason(error: OSError) -> str:
    """Why the operating system refused, in Vietnamese where it is a common reason."""
    name = errno.errorcode.get(error.errno or 0, "")
    return messages.OS_REASONS.get(name) or error.strerror or str(error)


def whole(low: int, high: int) -> Any:
    """argparse type: a whole number from `low` to `high`."""

    def parse(text: str) -> int:
        try:
            value = int(text)
        except ValueError:
            raise argparse.ArgumentTypeError(messages.CLI_WHOLE.format(value=text, low=low, high=high)) from None
        if not low <= value <= high:
            raise argparse.ArgumentTypeError(messages.CLI_WHOLE.format(value=text, low=low, high=high))
        return value

    return parse


def day(text: str) -> str:
    """argparse type: a day, as ISO."""
    found = read_day(text)
    if found is None:
        raise argparse.ArgumentTypeError(messages.CLI_DAY.format(value=text))
    return found
