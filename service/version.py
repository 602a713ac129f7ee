"""Version of the installed program."""

from __future__ import annotations

from importlib import metadata


def version() -> str:
    """As installed; "0" where the package isn't."""
    try:
        return metadata.version("cchc")
    except metadata.PackageNotFoundError:
        return "0"
