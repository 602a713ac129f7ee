"""Build `corpus/documents`, `corpus/manifest.json` and the header labels from `corpus/source`.

    python -m evaluation.make_corpus [--fonts DIR] [--check] [NAME...]

Needs python-docx, reportlab, pillow and the Tinos fonts (Debian package `fonts-croscore`).
The same sources, libraries and fonts give the same bytes; `--check` builds in memory and says
which committed files differ.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import corpus
from evaluation.corpus_docx import build_docx
from evaluation.corpus_pdf import FONTS, build_pdf, build_scan, measure_pages, register_fonts
from evaluation.corpus_source import Source, read_source
from evaluation.corpus_text import build_html, build_markdown, build_text

LABELS = Path(__file__).parent / "labels"

_MAKERS: dict[str, tuple[str, Callable[[Source], bytes]]] = {
    "docx": (".docx", lambda source: build_docx(source, measure_pages(source))),
    "pdf": (".pdf", build_pdf),
    "scan": (".pdf", build_scan),
    "txt": (".txt", build_text),
    "md": (".md", build_markdown),
    "html": (".html", build_html),
}
_LABELLED = (
    "number", "symbol", "type_code", "issuer", "issuer_parent", "place", "province", "issued_on", "title",
    "signer", "draft", "year",
)  # fmt: skip


def build(source: Source) -> dict[str, tuple[str, bytes]]:
    """File name -> (format, bytes) of one source."""
    files = {}
    for form in source.get("formats").replace(" ", "").split(","):
        suffix, maker = _MAKERS[form]
        files[source.name + suffix] = (form, maker(source))
    return files


def header_label(source: Source) -> dict[str, Any]:
    """What a header parser must find, from the front matter (`label.*` says what is not literal)."""
    number = source.get("number")
    blank = not number[:1].isdigit()
    *positions, name = source.lines("sign")
    label: dict[str, Any] = {
        "number": None if blank else number.replace(" ", ""),
        "symbol": source.get("label.symbol") or re.sub(r"^[\d\s]*/(?:\d{4}/)?", "", number).replace(" ", ""),
        "type_code": source.get("label.type"),
        "issuer": source.get("label.issuer"),
        "issuer_parent": source.get("label.parent") or None,
        "place": source.get("place"),
        "province": source.get("label.province"),
        "issued_on": source.get("label.date"),
        "title": source.get("label.title") or " ".join(source.lines("title")),
        "signer": {"name": name, "position": positions[-1]},
        "draft": blank,
        "year": int(source.get("label.year")),
    }
    return {key: label[key] for key in _LABELLED}


def sources(names: list[str] | None = None) -> list[Source]:
    """All sources, in the order of their names."""
    found = [read_source(path) for path in sorted(corpus.SOURCE.glob("*.src"))]
    return [s for s in found if not names or s.name in names]


def main(argv: list[str] | None = None) -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="only these sources")
    parser.add_argument("--fonts", type=Path, default=FONTS)
    parser.add_argument("--check", action="store_true", help="write nothing, report differences")
    arguments = parser.parse_args(argv)
    register_fonts(arguments.fonts)
    differing = 0
    manifest: list[dict[str, Any]] = []
    labels: dict[str, Any] = {}
    for source in sources(arguments.names):
        label = header_label(source)
        for name, (form, data) in build(source).items():
            target = corpus.DOCUMENTS / name
            same = target.exists() and target.read_bytes() == data
            if not same:
                differing += 1
                print(f"{name}: {len(data):,} bytes", file=sys.stderr)
                if not arguments.check:
                    target.write_bytes(data)
            labels[name] = label
            manifest.append(
                {
                    "file": name,
                    "sha256": hashlib.sha256(data).hexdigest(),
                    "bytes": len(data),
                    "format": form,
                    "type": source.get("label.type"),
                    "number": label["number"],
                    "issuer": label["issuer"],
                    "date": label["issued_on"],
                    "province": label["province"],
                    "year": label["year"],
                    "shows": source.get("shows"),
                    "source": f"source/{source.name}.src",
                    "provenance": "written by the project",
                    "licence": "MIT",
                }
            )
    if not arguments.check and not arguments.names:
        known = {entry["file"] for entry in manifest}
        for old in corpus.DOCUMENTS.iterdir():
            if old.name not in known:
                old.unlink()
        _write(corpus.MANIFEST, {"documents": manifest})
        _write(LABELS / "corpus-headers.json", labels)
    return 1 if arguments.check and differing else 0


def _write(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
