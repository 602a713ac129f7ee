"""Sample documents that the project wrote itself, for the demo, the tests and the evaluation.

`documents/` holds the files to ingest and nothing else; `manifest.json` says for every file what
it is, what it shows and its SHA-256; `source/` holds the texts that `evaluation.make_corpus`
turns into the files. None of them is a real document of the authority it names.
"""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent
DOCUMENTS = FOLDER / "documents"
MANIFEST = FOLDER / "manifest.json"
SOURCE = FOLDER / "source"
