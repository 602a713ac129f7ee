"""How many header fields are read right.

    python -m evaluation.header_accuracy ../shared/documents           # labels/headers-shared.json
    python -m evaluation.header_accuracy --corpus                      # corpus/ against labels/corpus-headers.json
    python -m evaluation.header_accuracy --texts FILE.jsonl.gz         # unlabelled texts that name themselves

The labels of `headers-shared.json` were made by hand: the parser's draft was compared, document by document, with the
head and the signature of the raw file, and numbers and dates with a second, independent reading of the raw text.
`title_words` holds the first three and the last two words of a title: both ends must be right. A document belongs to
the half "a" or "b" by the parity of its checksum. All of them were read while labelling and no half was kept from the
rules, so neither figure is one for unseen documents: `--corpus` and `--texts` come closer to that.

`--texts` needs no labels: many texts begin with a site's own line ("Nghị định 101/2024/NĐ-CP"), which is taken away
before parsing; type and number must come out as that line has them.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ingest.clean import clean
from ingest.clean.fold import match_form
from ingest.errors import ReadError
from ingest.models import Block, BlockKind, Header, Reading
from ingest.parse.document_type import type_code_of_name
from ingest.parse.header import parse_header
from ingest.parse.number import find_numbers, number_key
from ingest.read import read_file

LABELS = Path(__file__).parent / "labels"
CORPUS = Path(__file__).parent.parent / "corpus" / "documents"
FIELDS = ("number", "symbol", "type_code", "date", "issuer", "place", "province", "year", "draft", "signer", "title")


def _fold(value: object) -> str:
    return " ".join(match_form(str(value)).split()).removeprefix("thành phố ")


def check(label: dict[str, Any], header: Header) -> dict[str, bool]:
    """Field -> right or wrong, for the fields that the label gives."""
    title = _fold(header.title or "")
    given = {
        "number": header.number,
        "symbol": header.symbol,
        "type_code": header.type_code,
        "date": header.issued_on,
        "issuer": header.issuer,
        "place": header.place,
        "province": header.province,
        "year": header.year,
        "draft": header.draft,
        "signer": header.signer.name if header.signer else None,
    }
    verdict: dict[str, bool] = {}
    for name, value in given.items():
        if name in label:
            wanted = label[name]
            verdict[name] = (value is None) == (wanted is None) and _fold(value) == _fold(wanted)
    if words := label.get("title_words"):
        verdict["title"] = title.startswith(_fold(words[0])) and title.endswith(_fold(words[1]))
    elif "title" in label:
        verdict["title"] = title == _fold(label["title"] or "")
    return verdict


def _labelled(folder: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    for label in json.loads((LABELS / "headers-shared.json").read_text(encoding="utf-8")):
        yield folder / label["file"], label


def _corpus() -> Iterator[tuple[Path, dict[str, Any]]]:
    for name, label in json.loads((LABELS / "corpus-headers.json").read_text(encoding="utf-8")).items():
        label["date"] = label.pop("issued_on", None)
        if isinstance(label.get("signer"), dict):
            label["signer"] = label["signer"]["name"]
        yield CORPUS / name, label


def measure(pairs: Iterator[tuple[Path, dict[str, Any]]]) -> int:
    """Print accuracy per field and half, with the misses. Returns the number of misses."""
    right: dict[tuple[str, str], int] = defaultdict(int)
    seen: dict[tuple[str, str], int] = defaultdict(int)
    misses: list[str] = []
    unread: list[str] = []
    for path, label in pairs:
        half = "ab"[int(hashlib.sha256(path.read_bytes()).hexdigest(), 16) % 2]
        try:
            header = parse_header(clean(read_file(path)), path.name)
        except (ReadError, ImportError) as error:
            unread.append(f"{path.name}: {error}")
            continue
        for name, verdict in check(label, header).items():
            seen[name, half] += 1
            right[name, half] += verdict
            if not verdict:
                wanted = label.get("title_words") or label.get("title") if name == "title" else label[name]
                given = {"date": header.issued_on, "signer": header.signer}.get(name, getattr(header, name, None))
                misses.append(f"{half} {path.name[:28]:28} {name:9} is {given!r}, should be {wanted!r}")
    for name in FIELDS:
        cells = [f"{right[name, h]}/{seen[name, h]}" for h in "ab"]
        total = sum(seen[name, h] for h in "ab")
        if total:
            print(f"{name:10} {sum(right[name, h] for h in 'ab') / total:6.1%}   a {cells[0]:>8}   b {cells[1]:>8}")
    for half in "ab":
        total = sum(seen[name, half] for name in FIELDS)
        good = sum(right[name, half] for name in FIELDS)
        print(f"half {half}: {good}/{total} = {good / max(total, 1):.2%}")
    print(*misses, sep="\n")
    print(*(f"not read: {line}" for line in unread), sep="\n")
    return len(misses)


_SELF = re.compile(r"(?P<type>[^\W\d_]+(?: [^\W\d_]+){0,3}?) (?:số )?(?=\d{1,6}[/-])")


def measure_texts(path: Path) -> int:
    """Type and number of texts that name themselves in their first line. Returns the number of misses."""
    total = {"type_code": 0, "number": 0}
    right = {"type_code": 0, "number": 0}
    misses: list[str] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["text"][:60000]
            motto = re.search(r"CỘNG\s+H[OÒ]A\s+XÃ", text[:1200])
            own = _SELF.match(text)
            code = type_code_of_name(own["type"]) if own else None
            numbers = find_numbers(text[own.end() - 1 : own.end() + 50]) if own else []
            if not (motto and code and numbers):
                continue
            if numbers[0].start > 1:
                continue
            assert own
            # Cut the site's line: what stands before the first capitals of the header.
            begin = re.compile(r"[A-ZĐÀ-Ỹ]{2,}(?: [A-ZĐÀ-Ỹ]+)+").search(text, own.end() + len(numbers[0].text))
            if not begin or begin.start() > motto.start():
                continue
            blocks = [Block(BlockKind.PARAGRAPH, b) for b in text[begin.start() :].split("\n\n") if b.strip()]
            header = parse_header(clean(Reading("txt", 1, blocks)), "")
            wanted = {"type_code": code, "number": number_key(numbers[0].text)}
            given = {"type_code": header.type_code, "number": number_key(header.number or "")}
            for name in total:
                total[name] += 1
                right[name] += wanted[name] == given[name]
                if wanted[name] != given[name]:
                    misses.append(f"{text[:60]!r} {name} is {given[name]!r}")
    for name in total:
        print(f"{name:10} {right[name]}/{total[name]} = {right[name] / max(total[name], 1):.2%}")
    print(*misses, sep="\n")
    return len(misses)


def main(argv: list[str] | None = None) -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description="Accuracy of header fields")
    parser.add_argument("folder", type=Path, nargs="?", default=Path("../shared/documents"))
    parser.add_argument("--corpus", action="store_true")
    parser.add_argument("--texts", type=Path)
    arguments = parser.parse_args(argv)
    if arguments.texts:
        measure_texts(arguments.texts)
    else:
        measure(_corpus() if arguments.corpus else _labelled(arguments.folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
