"""Speed and fidelity of PDF reading, beside other libraries.

    python -m evaluation.pdf_speed FOLDER_OR_PDF... [--repeat 3] [--words-from FOLDER]

Prints, for `ingest.read.read_file` (reading order, paragraphs, tables) and for the plain text extraction of each
installed library, pages a second of process time (best of the repeats: other work on the machine only ever slows it)
and, where `--words-from` has a .docx of the same name, how well the words and their order agree with it: twice the
words in common order over the words of both. Files without a text layer are left out. Not a test: figures depend on
the machine.
"""

from __future__ import annotations

import argparse
import difflib
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

from ingest.errors import ReadError
from ingest.models import BlockKind
from ingest.read import read_file

_LEFT_OUT = {BlockKind.PAGE_HEADER, BlockKind.PAGE_FOOTER, BlockKind.FOOTNOTE}


def ours(path: Path) -> str:
    """Body text in reading order."""
    return "\n".join(block.text for block in read_file(path).blocks if block.kind not in _LEFT_OUT)


def pdfium(path: Path) -> str:
    """Plain text by pypdfium2."""
    module = import_module("pypdfium2")
    document = module.PdfDocument(path)
    texts = [document[index].get_textpage().get_text_range() for index in range(len(document))]
    document.close()
    return "\n".join(texts)


def pypdf(path: Path) -> str:
    """Plain text by pypdf."""
    reader = import_module("pypdf").PdfReader(path)
    return "\n".join(page.extract_text() for page in reader.pages)


def pdfplumber(path: Path) -> str:
    """Plain text by pdfplumber."""
    with import_module("pdfplumber").open(path) as document:
        return "\n".join(page.extract_text() or "" for page in document.pages)


def poppler(path: Path) -> str:
    """Plain text by poppler's pdftotext in layout order."""
    done = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True)
    return done.stdout.decode("utf-8", "replace")


def available() -> Iterator[tuple[str, Callable[[Path], str]]]:
    """The readers that this machine has."""
    yield "read_file", ours
    yield "pypdfium2, text only", pdfium
    for name, function in (("pypdf, text only", pypdf), ("pdfplumber, text only", pdfplumber)):
        try:
            import_module(function.__name__)
        except ImportError:
            continue
        yield name, function
    if shutil.which("pdftotext"):
        yield "pdftotext -layout", poppler


def agreement(first: str, second: str) -> float:
    """Words in common order, 0..1."""
    a, b = (re.findall(r"\w+", text.lower()) for text in (first, second))
    if not a or not b:
        return 0.0
    matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
    return 2 * sum(block.size for block in matcher.get_matching_blocks()) / (len(a) + len(b))


def clock() -> float:
    """Processor time of this process and of the programs it waited for."""
    times = os.times()
    return float(times.user + times.system + times.children_user + times.children_system)


def main() -> int:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--words-from", type=Path)
    arguments = parser.parse_args()
    files: list[tuple[Path, int]] = []
    for path in arguments.paths:
        for file in sorted(path.rglob("*.pdf")) if path.is_dir() else [path]:
            try:
                files.append((file, read_file(file).pages))
            except ReadError as error:
                print(f"{file.name}: {error}")
    pages = sum(count for _, count in files)
    oracles: dict[Path, str] = {}
    for file, _ in files:
        word = arguments.words_from / f"{file.stem}.docx" if arguments.words_from else None
        if word is not None and word.exists():
            oracles[file] = ours(word)
    print(f"{len(files)} files, {pages} pages, {len(oracles)} with a .docx to compare")
    for name, function in available():
        best = float("inf")
        for _ in range(arguments.repeat):
            started = clock()
            for file, _ in files:
                function(file)
            best = min(best, clock() - started)
        scores = [agreement(oracle, function(file)) for file, oracle in oracles.items()]
        mean = f"  words in order {sum(scores) / len(scores):.4f}" if scores else ""
        print(f"{name:24s} {pages / best:8.0f} pages/s{mean}", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
