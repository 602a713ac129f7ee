"""Versions of one document are linked; documents that only share their wording are not."""

from __future__ import annotations

import itertools
import random
from pathlib import Path

import numpy as np
import pytest
from store_samples import make_document, prose

from index import near_duplicate
from index.near_duplicate import HASHES, Identity, bands, compatible, group, leader, link, minhash, shingles, similarity
from index.store import Store
from ingest.models import Document

GOLDEN_SIGNATURE = [17004023, 9165245, 13443013]
GOLDEN_BAND = -1534795934310053069
SHARED = Path(__file__).parents[2].parent / "shared" / "documents" / "lamdong"


def identity(n: int = 1, **fields) -> Identity:
    values = {
        "ordinal": n, "id": f"{n:016x}", "number_key": None, "type_code": "KH", "year": 2026, "issuer": "so noi vu",
        "issued_on": None, "title": "Cải cách hành chính năm 2026", "draft": False, "text_source": "text",
    }  # fmt: skip
    return Identity(**{**values, **fields})


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        # A draft lacks what the final has.
        ({"draft": True}, {"number_key": "12/kh/snv", "issued_on": "2026-01-15"}, True),
        ({"draft": True, "issued_on": "2026-01"}, {"issued_on": "2026-02-15"}, True),
        # Word and PDF of one document.
        ({"number_key": "12/kh/snv"}, {"number_key": "12/kh/snv", "title": None}, True),
        ({"issued_on": "2026-01"}, {"issued_on": "2026-01-15"}, True),
        ({"issuer": "so noi vu"}, {"issuer": "so noi vu tinh lam dong"}, True),
        ({"issuer": None}, {}, True),
        ({"title": "Cải cách hành chính nhà nước năm 2026"}, {}, True),
        ({"title": "CẢI CÁCH HÀNH CHÍNH, NĂM 2026"}, {}, True),
        # The same number, read differently otherwise.
        ({"number_key": "12/kh/snv", "issued_on": "2026-01-15"}, {"number_key": "12/kh/snv", "issued_on": "2026-01-16",
         "title": "Cải cách hành chánh"}, True),
        # Numbers begin anew every year.
        ({"number_key": "12/kh/snv", "issued_on": "2026-01-15", "year": None}, {"number_key": "12/kh/snv",
         "issued_on": "2025-01-15", "year": None}, False),
        # Another number, year, type, office, day.
        ({"number_key": "12/kh/snv"}, {"number_key": "13/kh/snv"}, False),
        ({"year": 2025, "draft": True}, {}, False),
        ({"type_code": "TTr", "draft": True}, {}, False),
        ({"issuer": "so tu phap", "draft": True}, {}, False),
        ({"issued_on": "2026-01-15"}, {"issued_on": "2026-01-16"}, False),
        # Another matter, another period.
        ({"title": "Kiểm soát thủ tục hành chính năm 2026"}, {}, False),
        ({"title": "Sắp xếp xã Tân Hà", "draft": True}, {"title": "Sắp xếp xã Tân Hội"}, False),
        ({"title": "Cải cách hành chính quý I năm 2026"}, {"title": "Cải cách hành chính quý II năm 2026"}, False),
        ({"title": "Cải cách hành chính 6 tháng đầu năm 2026"}, {}, False),
        ({"title": "Cải cách hành chính năm 2026 (bổ sung)"}, {}, False),
        ({"draft": True, "issued_on": "2026-01"}, {"issued_on": "2026-07-01"}, False),
        # OCR misreads a letter.
        ({"title": "Cải cach hanh chlnh năm 2026", "text_source": "ocr"}, {}, True),
        ({"title": "Cải cach hanh chlnh năm 2026"}, {}, False),
    ],
)  # fmt: skip
def test_which_headers_agree(a: dict, b: dict, expected: bool):
    assert compatible(identity(1, **a), identity(2, **b)) is expected
    assert compatible(identity(2, **b), identity(1, **a)) is expected


def test_minhash_estimates_jaccard():
    words = prose(1, 3000).split()
    for share in (0.2, 0.5, 0.9):
        cut = int(len(words) * share)
        a, b = shingles(" ".join(words)), shingles(" ".join(words[:cut] + prose(2, len(words) - cut).split()))
        true = len(np.intersect1d(a, b)) / len(np.union1d(a, b))
        assert abs(similarity(minhash(a), minhash(b)) - true) < 0.15


def test_signatures_are_the_same_everywhere():
    signature = minhash(shingles(prose(1)))
    assert signature.dtype == np.uint32
    assert signature.shape == (HASHES,)
    assert [int(value) for value in signature[:3]] == GOLDEN_SIGNATURE
    assert bands(signature)[0] == GOLDEN_BAND
    assert all(-(2**63) <= value < 2**63 for value in bands(signature))


def test_shingles_ignore_marks_case_and_punctuation():
    assert np.array_equal(shingles("1. Rà soát 12 thủ tục"), shingles("1 RA SOÁT, 12 thu tuc"))
    assert not np.array_equal(shingles("Rà soát 12 thủ tục"), shingles("Rà soát 13 thủ tục"))
    assert len(shingles("hai từ")) == 0


def versions() -> list[Document]:
    """Two plans, each as draft, final and a third form; one alone; one too short."""
    words = prose(5, 600).split()
    edited = " ".join(words[:500] + prose(6, 100).split())
    other = prose(7, 600)
    plan = {"title": "Cải cách hành chính năm 2026", "type_code": "KH", "issuer": "Sở Nội vụ", "year": 2026}
    last_year = {**plan, "title": "Cải cách hành chính năm 2025", "year": 2025}
    return [
        make_document(" ".join(words), draft=True, **plan),
        make_document(edited, number="12/KH-SNV", issued_on="2026-01-15", **plan),
        make_document(edited + " hết", number="12/KH-SNV", issued_on="2026-01-15", **plan),
        make_document(" ".join(words) + " và", draft=True, **last_year),
        make_document(" ".join(words) + " hoặc", number="9/KH-SNV", **last_year),
        make_document(other, **plan),
        make_document("ngắn"),
        make_document("ngắn thôi"),
    ]


def grouped(store: Store) -> dict[str, list[str]]:
    """Groups as lists of texts' last words."""
    return {leader: sorted(members) for leader, members in store.groups().items()}


def test_groups_do_not_depend_on_the_order_of_arrival(tmp_path: Path):
    documents = versions()
    expected = None
    orders = [list(range(8)), list(range(7, -1, -1)), random.Random(1).sample(range(8), 8)]
    for run, order in enumerate(orders):
        with Store(tmp_path / f"{run}.sqlite3") as store:
            for position, index in enumerate(order):
                store.put(documents[index])
                if run != 1 or position % 3 == 2:  # one by one, and in batches
                    link(store)
            link(store)
            expected = expected or grouped(store)
            assert grouped(store) == expected
            assert link(store) == 0
    first = {documents[n].id for n in (0, 1, 2)}
    second = {documents[n].id for n in (3, 4)}
    assert expected is not None
    assert {frozenset(members) for members in expected.values()} == {frozenset(first), frozenset(second)}
    assert min(documents[1].id, documents[2].id) in expected
    assert documents[4].id in expected


def test_groups_follow_removals(tmp_path: Path):
    documents = versions()
    with Store(tmp_path / "kho.sqlite3") as store:
        for document in documents:
            store.put(document)
        link(store)
        lead = store.document(documents[0].id).leader
        assert next(record.id for record in store.duplicates(documents[0].id)) == lead
        store.remove(lead)
        link(store)
        rest = {documents[n].id for n in (0, 1, 2)} - {lead}
        new = store.document(documents[0].id).leader
        assert new in rest - {documents[0].id}
        assert set(store.groups()[new]) == rest
        store.remove(new)
        link(store)
        assert store.document(documents[0].id).leader is None
        assert store.check() == []


def test_an_interrupted_run_is_finished_by_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    documents = versions()
    with Store(tmp_path / "a.sqlite3") as whole, Store(tmp_path / "b.sqlite3") as cut:
        for document in documents:
            whole.put(document)
            cut.put(document)
        link(whole)
        real = near_duplicate._group
        calls = itertools.count()

        def failing(*values):
            if next(calls) % 2 == 0:
                raise KeyboardInterrupt
            real(*values)

        monkeypatch.setattr(near_duplicate, "_group", failing)
        for _ in range(20):
            try:
                link(cut)
            except KeyboardInterrupt:
                continue
            break
        assert grouped(cut) == grouped(whole)
        assert cut.groups()


def test_a_draft_cannot_weld_two_finals():
    draft = identity(1, draft=True)
    finals = [identity(n, number_key=f"{n}/kh/snv") for n in (12, 13)]
    everyone = {i.ordinal: i for i in (draft, *finals)}
    leaders = group(everyone, {(1, 12): 0.8, (1, 13): 0.9})
    assert leaders == {1: finals[1].id, 13: finals[1].id, 12: None}


@pytest.mark.parametrize("count", [near_duplicate.VERSIONS, near_duplicate.VERSIONS + 1, 30])
def test_a_form_filled_in_many_times_is_no_group(tmp_path: Path, count: int):
    """Whatever the order of arrival; versions of another document beside it stay together."""
    form = prose(9, 300)
    filled = [make_document(f"{form} {n}", title="Giấy mời họp", draft=True) for n in range(count)]
    plan = versions()[:3]
    outcomes = []
    for run in range(2):
        documents = filled + plan
        random.Random(run).shuffle(documents)
        with Store(tmp_path / f"{run}.sqlite3") as store:
            for position, document in enumerate(documents):
                store.put(document)
                if position % 7 == 0:
                    link(store)
            link(store)
            outcomes.append(grouped(store))
            links = store._value("SELECT COUNT(*) FROM links")
            assert links <= near_duplicate.VERSIONS * (count + 3)
    assert outcomes[0] == outcomes[1]
    sizes = sorted(len(members) for members in outcomes[0].values())
    assert sizes == ([3, count] if count <= near_duplicate.VERSIONS else [3])


@pytest.mark.parametrize(
    "best",
    [
        {"draft": False},
        {"number_key": "12/kh/snv"},
        {"issued_on": "2026-05-02"},
        {"text_source": "text"},
    ],
)
def test_who_leads(best: dict):
    plain = {"draft": "draft" in best, "issued_on": "2026-05-01", "text_source": "ocr"}
    members = [identity(1, **plain), identity(2, **{**plain, **best}), identity(3, **plain)]
    for order in itertools.permutations(members):
        assert leader(order).ordinal == 2


LABELLED = [  # by hand: which files of the folder are versions of one document
    {"bc-cchc-2025.docx", "bc-cchc-2025.pdf"},
    {"du-thao-kh-cchc-2026.docx", "kh-cchc-2026.docx"},
    {"du-thao-kh-thi-dua-cchc-2026.doc", "kh-thi-dua-cchc-2026.docx"},
    {"du-thao-kh-tuyen-truyen-cchc-2026.docx", "kh-tuyen-truyen-cchc-2026.docx"},
    {"ttr-kh-cchc-2026.doc", "ttr-kh-cchc-2026.pdf"},
    {"ttr-kh-kiem-tra-2026.doc", "ttr-kh-kiem-tra-2026.pdf"},
]


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="no shared documents")
def test_labelled_pairs_of_a_real_folder(tmp_path: Path):
    from index.collect import collect

    with Store(tmp_path / "kho.sqlite3") as store:
        # Every format but .pdf, and the labelled .pdf: the long reports and tables would take half a minute.
        labelled = {name for pair in LABELLED for name in pair}
        files = [p for p in sorted(SHARED.iterdir()) if p.suffix != ".pdf" or p.name in labelled]
        collect(store, tmp_path, [p for p in files if p.name != "bc-cchc-2025.pdf"])
        names = {record.id: Path(record.source_path or "").name for record in store.documents()}
        found = [{names[member] for member in members} for members in store.groups().values()]
        readable = [pair for pair in LABELLED if pair <= set(names.values())]
    assert [pair for pair in found if pair not in LABELLED] == []
    assert [pair for pair in readable if pair not in found] == []
