"""Old Word files (.doc) and RTF, through LibreOffice or antiword where one is installed.

LibreOffice comes first: converted to .docx, tables keep their merged cells, numbers are
resolved, notes and bold are kept (measured on four plans: same words; 1.7-2.2 s a file).
antiword needs 5 ms a file and gives the same words, but no page, no bold and no merged cells.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import re
import shutil
import signal
import subprocess
import tempfile
from functools import cache
from pathlib import Path

from ingest.errors import EncryptedFile, NoText, NotThisFormat, ReadError, ToolFailed, ToolMissing
from ingest.models import Block, BlockKind, Cell, Reading, Table
from ingest.read import docx
from ingest.read.decode import decode
from ingest.read.label import kind_of
from ingest.read.limits import current
from ingest.read.plausible import plausible_share
from ingest.read.table import count_header_rows, is_layout, tidy

_RTF = b"{\\rtf"
_NOTE = re.compile(r"\[(\d{1,3})\] ")


def read(path: Path) -> Reading:
    """Reading of a .doc or .rtf file.

    Raises:
        ToolMissing: neither LibreOffice nor antiword is installed.
        ToolFailed: they are, and cannot convert the file.
        EncryptedFile, NotThisFormat, NoText: see `ingest.errors`.
    """
    with path.open("rb") as file:
        data = file.read(2_000_000)
    rtf = data.startswith(_RTF)
    if not rtf:
        _check_container(path, data)
    name = "RTF" if rtf else ".doc"
    office, antiword = find_office(), None if rtf else shutil.which("antiword")
    if not office and not antiword:
        raise ToolMissing(format=name, package="libreoffice-writer-nogui")
    reading: Reading | None = None
    if office:
        try:
            reading = _through_office(path, office, ".rtf" if rtf else ".doc")
        except ReadError:
            if not antiword:
                raise
    if reading is None:
        assert antiword is not None
        reading = _through_antiword(path, antiword)
    reading.format = "doc"
    return reading


def find_office() -> str | None:
    """Path of LibreOffice's command, None where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def _check_container(path: Path, data: bytes) -> None:
    """Refuse what the compound file holds instead of a Word document."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise EncryptedFile(format="Word")
    if "WordDocument".encode("utf-16-le") in data:
        return
    for stream, found in (("Workbook", "bảng tính Excel"), ("PowerPoint Document", "trình chiếu PowerPoint")):
        if stream.encode("utf-16-le") in data:
            raise NotThisFormat(extension=path.suffix, found=found)


def _through_office(path: Path, office: str, suffix: str) -> Reading:
    with tempfile.TemporaryDirectory(prefix="cchc-doc-") as folder:
        # A plain name: the original may hold characters that the command line trips over.
        source = Path(folder, f"source{suffix}")
        shutil.copyfile(path, source)
        out = Path(folder, "out")
        command = [
            office, "--headless", "--norestore", "--nolockcheck", "--nodefault",
            f"-env:UserInstallation={_profile().as_uri()}",
            "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(out), str(source),
        ]  # fmt: skip
        _run(command, tool="LibreOffice", name=suffix)
        made = out / "source.docx"
        if not made.exists():
            raise ToolFailed(tool="LibreOffice", format=suffix)
        return docx.read(made)


@cache
def _profile() -> Path:
    """A LibreOffice profile of this process: two running at once must not share one."""
    folder = tempfile.mkdtemp(prefix="cchc-office-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)


def _run(command: list[str], tool: str, name: str) -> bytes:
    seconds = _seconds()
    try:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
        )
    except OSError as error:
        raise ToolFailed(tool=tool, format=name) from error
    try:
        output, _ = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired as error:
        # The command starts further processes; all are in its group.
        with contextlib.suppress(OSError, AttributeError):
            os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.wait()
        raise ToolFailed(tool=tool, format=name) from error
    if process.returncode != 0 and not output:
        raise ToolFailed(tool=tool, format=name)
    return output


def _seconds() -> float:
    """Time for one conversion: less than the file has, so that the message can name the program."""
    return max(10.0, current().read_seconds * 0.8)


def _through_antiword(path: Path, antiword: str) -> Reading:
    text = decode(_run([antiword, "-m", "UTF-8.txt", "-w", "0", str(path)], tool="antiword", name=".doc"))
    blocks: list[Block] = []
    rows: list[list[str]] = []

    def close_table() -> None:
        if rows:
            blocks.extend(_table(rows))
            rows.clear()

    for line in text.replace("\f", "\n").split("\n"):
        stripped = " ".join(line.split())
        if line.startswith("|") and stripped.endswith("|"):
            rows.append([" ".join(cell.split()) for cell in line.strip().strip("|").split("|")])
            continue
        close_table()
        if not stripped or set(stripped) <= {"-", "_", "="}:
            continue
        note = _NOTE.match(stripped)
        if note:
            blocks.append(Block(BlockKind.FOOTNOTE, stripped, label=f"[{note.group(1)}]"))
        else:
            blocks.append(Block(kind_of(stripped), stripped))
    close_table()
    if not blocks:
        raise NoText()
    words = "\n".join(" ".join(c.text for c in b.table.cells) if b.table else b.text for b in blocks)
    return Reading("doc", 1, blocks, quality=plausible_share(words))


def _table(lines: list[list[str]]) -> list[Block]:
    """antiword prints a line for each line of a cell: a line whose first cell is empty goes on with its row."""
    columns = max(len(line) for line in lines)
    lines = [line + [""] * (columns - len(line)) for line in lines]
    rows: list[list[list[str]]] = []
    for line in lines:
        if rows and not line[0] and any(rows[-1][0]):
            for column, text in enumerate(line):
                if text:
                    rows[-1][column].append(text)
        else:
            rows.append([[text] if text else [] for text in line])
    cells = [Cell(row, column, "\n".join(texts)) for row, line in enumerate(rows) for column, texts in enumerate(line)]
    table = Table(len(rows), columns, cells)
    if is_layout(table, None) or (columns <= 2 and len(rows) <= 12 and not count_header_rows(table)):
        # Each line of a column is a paragraph; the columns one after the other.
        return [
            Block(kind_of(line[column]), line[column]) for column in range(columns) for line in lines if line[column]
        ]
    table.header_rows = count_header_rows(table)
    return [Block(BlockKind.TABLE, "", table=tidy(table))]
