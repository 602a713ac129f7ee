"""A status needs somebody who says so, and who may."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.facts import FactFilter, read_citations
from index.outdated import FACTOR, outdated_back
from index.rank import Ranked
from index.status import StatusBook, status_json, statuses
from index.store import Store
from ingest.extract.models import Citation, Facts, Statement
from ingest.models import Document
from tests.index.store_samples import make_document

TINH = "Ủy ban nhân dân tỉnh Sơn La"
OLD: dict[str, object] = {
    "number": "9/2020/QĐ-UBND", "type_code": "QĐ", "issued_on": "2020-02-06", "issuer": TINH, "province": "Sơn La",
}  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "kho.sqlite3")


def document(
    number: str | None,
    issued_on: str,
    *facts: Citation | Statement,
    province: str | None = "Sơn La",
    issuer: str = TINH,
    **header: object,
) -> Document:
    made = make_document(f"Nội dung của {number} {issued_on} {province} {issuer} một hai ba", number=number,
                         issued_on=issued_on, province=province, issuer=issuer, **header)  # fmt: skip
    made.facts = Facts(
        citations=[fact for fact in facts if isinstance(fact, Citation)],
        statements=[fact for fact in facts if isinstance(fact, Statement)],
    )
    return made


def cites(number: str, relation: str = "refers", issued_on: str | None = None, issuer: str | None = None) -> Citation:
    return Citation(number, None, issued_on, issuer, None, relation, number, 1, 0, 5)


def says(subject: str | None, relation: str, changed: str) -> Statement:
    return Statement(subject, changed, relation, 1, 0, 5)


def book_with(store: Store, *documents: Document) -> tuple[StatusBook, str]:
    old = make_document("Quyết định cũ một hai ba bốn", **OLD)
    for made in (old, *documents):
        store.put(made)
    return statuses(store), old.id


@pytest.mark.parametrize(
    ("facts", "header", "expected"),
    [
        ([cites("9/2020/QĐ-UBND", "replaces")], {}, "replaced"),
        ([cites("9/2020/QĐ-UBND", "repeals")], {}, "repealed"),
        ([cites("9/2020/QĐ-UBND", "amends")], {}, "amended"),
        ([cites("9/2020/QĐ-UBND", "basis")], {}, "unknown"),
        # A part that is repealed amends.
        ([cites("9/2020/QĐ-UBND", "repeals"), says("45/2025/QĐ-UBND", "amends", "9/2020/QĐ-UBND")], {}, "amended"),
        # Others tell.
        ([cites("9/2020/QĐ-UBND"), cites("8/2024/QĐ-UBND"), says("8/2024/QĐ-UBND", "replaces", "9/2020/QĐ-UBND")],
         {"number": "77/BC-SNV"}, "replaced"),
        ([cites("9/2020/QĐ-UBND"), says(None, "repeals", "9/2020/QĐ-UBND")], {"number": "77/BC-SNV"}, "repealed"),
        # Who may not: a draft, a letter, a lower authority, another province, an older document.
        ([cites("9/2020/QĐ-UBND", "replaces")], {"draft": True}, "unknown"),
        ([cites("9/2020/QĐ-UBND", "replaces")], {"number": "45/UBND-NC", "type_code": "CV"}, "unknown"),
        ([cites("9/2020/QĐ-UBND", "replaces")], {"number": "45/QĐ-SNV", "issuer": "Sở Nội vụ tỉnh Sơn La"}, "unknown"),
        ([cites("9/2020/QĐ-UBND", "replaces")], {"province": "Hà Nội",
                                                   "issuer": "Ủy ban nhân dân thành phố Hà Nội"}, "unknown"),
        ([cites("9/2020/QĐ-UBND", "replaces", "2020-02-06")], {"issued_on": "2019-05-01"}, "unknown"),
        ([cites("9/2020/QĐ-UBND"), cites("8/2019/QĐ-UBND", issued_on="2019-01-01"),
          says("8/2019/QĐ-UBND", "replaces", "9/2020/QĐ-UBND")], {"number": "77/BC-SNV"}, "unknown"),
    ],
)  # fmt: skip
def test_status(store: Store, facts: list[Citation | Statement], header: dict[str, object], expected: str) -> None:
    values: dict[str, object] = {"number": "45/2025/QĐ-UBND", "issued_on": "2025-03-04", "type_code": "QĐ", **header}
    number, issued_on = str(values.pop("number")), str(values.pop("issued_on"))
    book, old = book_with(store, document(number, issued_on, *facts, **values))  # type: ignore[arg-type]
    assert book.of_document(old).name == expected
    assert book.is_over(old) == (expected in ("replaced", "repealed"))


def test_a_draft_is_kept_apart_and_says_what_it_plans(store: Store) -> None:
    made = document(None, "2025-03-04", cites("9/2020/QĐ-UBND", "replaces"), draft=True)
    book, old = book_with(store, made)
    status = book.of_document(old)
    assert (status.name, status.evidence) == ("unknown", ())
    assert [one.said_in for one in status.planned] == [made.id]


def test_evidence_leads_to_who_says_it_and_to_the_newer_document(store: Store) -> None:
    newer = document("45/2025/QĐ-UBND", "2025-03-04", cites("9/2020/QĐ-UBND", "replaces"), type_code="QĐ")
    report = document(
        "7/BC-SNV", "2025-05-06", cites("9/2020/QĐ-UBND"), cites("45/2025/QĐ-UBND"),
        says("45/2025/QĐ-UBND", "replaces", "9/2020/QĐ-UBND"), type_code="BC",
    )  # fmt: skip
    book, old = book_with(store, newer, report)
    status = book.of_document(old)
    assert status.newer is not None
    assert (status.newer.document, status.newer.said_in) == (newer.id, newer.id)
    assert [one["url"] for one in status_json(status)["by"]] == [f"/van-ban/{newer.id}"]


def test_in_force_needs_two_offices_that_rest_on_it_lately(store: Store) -> None:
    decree = "63/2010/NĐ-CP"
    hanoi = {"province": "Hà Nội", "issuer": "Ủy ban nhân dân thành phố Hà Nội"}
    one = document("1/KH-UBND", "2025-01-05", cites(decree, "basis"))
    book, _ = book_with(store, one)
    record = read_citations(store, FactFilter(number=decree))[0]
    assert book.of_citation(record).name == "unknown"
    store.put(document("2/KH-UBND", "2025-02-05", cites(decree, "basis"), **hanoi))  # type: ignore[arg-type]
    assert statuses(store).of_citation(record).name == "in_force"
    # Four years on nobody rests on it any more.
    store.put(document("3/KH-UBND", "2029-02-05", cites("1/2028/NĐ-CP", "basis")))
    assert statuses(store).of_citation(record).name == "unknown"


def test_silence_says_nothing(store: Store) -> None:
    book, old = book_with(store)
    assert book.of_document(old).name == "unknown"


def test_the_book_is_made_anew_when_documents_change(store: Store) -> None:
    book, old = book_with(store)
    assert statuses(store) is book
    store.put(document("45/2025/QĐ-UBND", "2025-03-04", cites("9/2020/QĐ-UBND", "replaces"), type_code="QĐ"))
    assert statuses(store).of_document(old).name == "replaced"


def test_outdated_passages_go_behind_equal_ones(store: Store) -> None:
    newer = document("45/2025/QĐ-UBND", "2025-03-04", cites("9/2020/QĐ-UBND", "replaces"), type_code="QĐ")
    book, old = book_with(store, newer)
    facets = store.columns().documents
    places = {facet.id: position for position, facet in enumerate(facets)}
    ranked = [Ranked(0, 1.0, 1.0, 0.0), Ranked(1, 0.99, 1.0, 0.0), Ranked(2, FACTOR / 2, 0.1, 0.0)]
    of_row = np.array([places[old], places[newer.id], places[newer.id]], dtype=np.int32)
    assert [one.row for one in outdated_back(ranked, facets, of_row, book)] == [1, 0, 2]
    # Who asks for its year wants it.
    facets[places[old]].year = 2020
    assert [one.row for one in outdated_back(ranked, facets, of_row, book, {2020})] == [0, 1, 2]
