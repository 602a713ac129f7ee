"""Where the demo's documents come from and where its knowledge base goes."""

from __future__ import annotations

import importlib.util
import os
import tempfile
from pathlib import Path

from service.settings import Settings


def corpus_folder() -> Path | None:
    """The sample documents of this installation; None where they were not installed."""
    found = importlib.util.find_spec("corpus")
    for home in (found.submodule_search_locations or []) if found else []:
        folder = Path(home) / "documents"
        if folder.is_dir():
            return folder
    return None


def demo_data(settings: Settings) -> Path:
    """The demo's own data folder: outside the checkout, which may be read-only, and never that of
    `CCHC_DATA`. Where the home folder can't be written, the system's temporary folder."""
    try:
        folder = settings.demo_data.expanduser()
        folder.mkdir(parents=True, exist_ok=True)
        if os.access(folder, os.W_OK):
            return folder
    except (OSError, RuntimeError):
        pass
    return Path(tempfile.gettempdir()) / f"cchc-demo-{os.getuid()}"
