"""The sample documents: complete, unaltered, marked, varied, and read as their labels say."""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from collections import Counter
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

import corpus
from evaluation.corpus_questions import first_right, measure
from evaluation.corpus_source import MARK
from index.search import Hit
from index.walk import Walk
from ingest.clean.fold import match_form
from ingest.errors import ReadError
from ingest.models import Document
from ingest.pipeline import process

LABELS = Path(__file__).parents[1] / "evaluation" / "labels"
ENTRIES: list[dict[str, Any]] = json.loads(corpus.MANIFEST.read_text(encoding="utf-8"))["documents"]
FILES = [entry["file"] for entry in ENTRIES]
FORMATS = {entry["file"]: entry["format"] for entry in ENTRIES}
READABLE = [name for name in FILES if FORMATS[name] != "scan"]
HEADERS: dict[str, dict[str, Any]] = json.loads((LABELS / "corpus-headers.json").read_text(encoding="utf-8"))
QUESTIONS: list[dict[str, Any]] = json.loads((LABELS / "corpus-questions.json").read_text(encoding="utf-8"))[
    "questions"
]

# The same text on purpose: draft and final version, Word and PDF of one plan.
TWINS = {
    frozenset({"nghe-an-sgddt-kh-cchc-2025.docx", "nghe-an-sgddt-kh-cchc-2025-du-thao.docx"}),
    frozenset({"vinh-long-syt-kh-cchc-2026.docx", "vinh-long-syt-kh-cchc-2026.pdf"}),
}


def raw_text(name: str) -> str:
    """All text of a file, footers included, without the project's readers."""
    path = corpus.DOCUMENTS / name
    if FORMATS[name] == "docx":
        with zipfile.ZipFile(path) as archive:
            parts = [
                archive.read(n).decode() for n in archive.namelist() if n.startswith("word/") and n.endswith(".xml")
            ]
        return re.sub(r"<[^>]+>", "", "".join(parts))
    if FORMATS[name] in ("pdf", "scan"):
        pdf = pypdfium2.PdfDocument(path)
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)
    return path.read_text(encoding="utf-8")


@cache
def read(name: str) -> Document:
    return process(corpus.DOCUMENTS / name)


@cache
def words(name: str) -> frozenset[tuple[str, ...]]:
    """Runs of three syllables of the text."""
    syllables = re.findall(r"\w+", match_form(read(name).text))
    return frozenset(zip(syllables, syllables[1:], syllables[2:], strict=False))


def test_manifest_lists_the_folder_and_its_checksums() -> None:
    assert sorted(FILES) == sorted(path.name for path in corpus.DOCUMENTS.iterdir())
    for entry in ENTRIES:
        data = (corpus.DOCUMENTS / entry["file"]).read_bytes()
        assert (len(data), hashlib.sha256(data).hexdigest()) == (entry["bytes"], entry["sha256"]), entry["file"]
        assert (corpus.FOLDER / entry["source"]).is_file()
        assert entry["provenance"] == "written by the project"
        assert entry["shows"]


def test_only_the_documents_are_ingested() -> None:
    found = Walk().files([corpus.FOLDER])
    assert sorted(entry.path.name for entry in found if entry.path.parent.name != "__pycache__") == sorted(FILES)


def test_coverage() -> None:
    formats = Counter(FORMATS.values())
    assert len(FILES) >= 24
    assert len({entry["province"] for entry in ENTRIES}) >= 8
    assert {entry["year"] for entry in ENTRIES} >= set(range(2021, 2027))
    assert {entry["type"] for entry in ENTRIES} >= {"KH", "QĐ", "CT", "CV", "BC"}
    assert formats["scan"] >= 2
    assert all(formats[form] for form in ("docx", "pdf", "txt", "md", "html"))
    assert sum(entry["bytes"] for entry in ENTRIES) < 8_000_000


@pytest.mark.parametrize("name", READABLE)
def test_marked_as_an_illustration(name: str) -> None:
    assert MARK in raw_text(name)


@pytest.mark.parametrize("name", [name for name in FILES if FORMATS[name] == "scan"])
def test_scans_hold_no_text(name: str) -> None:
    assert not raw_text(name).strip()
    with pytest.raises(ReadError):
        read(name)


def test_texts_differ_from_each_other() -> None:
    for first, second in combinations(READABLE, 2):
        a, b = words(first), words(second)
        alike = len(a & b) / len(a | b)
        if frozenset({first, second}) in TWINS:
            assert alike > 0.7, (first, second, alike)
        else:
            assert alike < 0.15, (first, second, alike)


@pytest.mark.parametrize("name", READABLE)
def test_header_is_read_as_labelled(name: str) -> None:
    header = read(name).header
    label = HEADERS[name]
    for key in (
        "number",
        "symbol",
        "type_code",
        "issuer",
        "issuer_parent",
        "place",
        "province",
        "issued_on",
        "draft",
        "year",
    ):
        assert getattr(header, key) == label[key], key
    assert match_form(" ".join((header.title or "").split())).rstrip(".") == match_form(label["title"])
    assert header.signer is not None
    assert header.signer.name == label["signer"]["name"]
    # The label holds the signer's own office, what comes last in "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC";
    # "Q." before it marks an acting one.
    assert (header.signer.position or "").endswith(label["signer"]["position"].removeprefix("Q. "))


def test_questions_are_well_formed_and_answerable() -> None:
    assert len(QUESTIONS) >= 60
    assert len({q["id"] for q in QUESTIONS}) == len({q["query"] for q in QUESTIONS}) == len(QUESTIONS)
    assert {a["document"] for q in QUESTIONS for a in q["answers"]} == set(FILES)
    assert sum(q["query"].isascii() for q in QUESTIONS) >= len(QUESTIONS) / 3
    for question in QUESTIONS:
        for answer in question["answers"]:
            if FORMATS[answer["document"]] == "scan":
                continue
            passages = [
                match_form(" ".join([*p.section_path, p.text]))
                for p in read(answer["document"]).passages
                if not p.furniture
            ]
            wanted = [match_form(part) for part in answer["must_contain"]]
            assert any(all(part in " ".join(text.split()) for part in wanted) for text in passages), (question, answer)


def test_facts_occur_in_the_text() -> None:
    facts = json.loads((LABELS / "corpus-facts.json").read_text(encoding="utf-8"))["documents"]
    assert set(facts) == set(FILES)
    for kind, least in (("citations", 20), ("targets", 10), ("tasks", 10)):
        assert sum(bool(facts[name].get(kind)) for name in FILES) >= least
    for name in READABLE:
        text = " ".join(match_form(read(name).text).split())
        for fact in [*facts[name].get("targets", []), *facts[name].get("tasks", [])]:
            for part in fact["keywords"]:
                assert match_form(part) in text, (name, part)
        for citation in facts[name]["citations"]:
            # "SGDDT" is typed for "SGDĐT" in one of them.
            written = match_form(citation["number"] or citation["title"])
            assert written in text or written.replace("sgdđt", "sgddt") in text, (name, citation)
        for task in facts[name].get("tasks", []):
            for unit in (*task["lead"], *task["coordinate"], *task["monitor"]):
                assert match_form(unit) in text, (name, unit)


def hit(file: str, text: str, *twins: str) -> Hit:
    documents = [{"document": {"source_path": f"/kho/{name}"}} for name in twins]
    return Hit(1, 1.0, "p", text, [], "task", ["II. NHIỆM VỤ"], 1, 1.0, 0.0, [], "", {"source_path": file}, documents)


def test_a_question_is_answered_by_the_right_passage_of_the_right_document() -> None:
    question = {
        "id": "q",
        "query": "x",
        "category": "c",
        "answers": [{"document": "a.pdf", "must_contain": ["Sở Nội vụ", "nhiệm vụ"]}],
    }
    right = hit("a.pdf", "Giao Sở\nNội vụ chủ trì")
    wrong_text, wrong_file = hit("a.pdf", "Giao Sở Y tế"), hit("b.pdf", right.text)
    assert first_right([wrong_text, wrong_file, right], question) == 3
    assert first_right([wrong_text, wrong_file], question) is None
    assert first_right([hit("b.pdf", right.text, "a.pdf")], question) == 1
    report = measure(lambda _: [wrong_text, right], [question])
    assert (report["hit@1"], report["hit@3"], report["mrr@10"]) == (0.0, 1.0, 0.5)
