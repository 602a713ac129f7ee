"""Citations find the one document that they name, or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.authority import level_of
from index.identity import Identities
from index.resolve import Cited, Citing, candidates, resolve
from index.store import Store
from tests.index.store_samples import make_document

PLACE = {"province": "Sơn La", "issuer": "Ủy ban nhân dân tỉnh Sơn La"}
#: name -> header of a stored document
STORED: dict[str, dict[str, object]] = {
    "plan": {"number": "12/KH-UBND", "issued_on": "2025-02-03", **PLACE},
    "old": {"number": "44/QĐ-UBND", "issued_on": "2020-02-03", **PLACE},
    "yen bai": {"number": "30/KH-UBND", "issued_on": "2024-05-06", "province": "Yên Bái",
                "issuer": "Ủy ban nhân dân tỉnh Yên Bái"},
    "lao cai": {"number": "30/KH-UBND", "issued_on": "2024-03-01", "province": "Lào Cai",
                "issuer": "Ủy ban nhân dân tỉnh Lào Cai"},
    "ward": {"number": "7/KH-UBND", "issued_on": "2025-08-01", "province": "Sơn La",
             "issuer": "Ủy ban nhân dân phường Tô Hiệu"},
    "party": {"number": "10-NQ/TU", "issued_on": "2025-04-05", "province": "Sơn La", "issuer": "Tỉnh ủy Sơn La"},
    "decision": {"number": "21/2024/QĐ-UBND", "issued_on": "2024-06-01", **PLACE},
    "decree": {"number": "63/2010/NĐ-CP", "issued_on": "2010-06-08", "issuer": "Chính phủ"},
    "law 2015": {"number": "77/2015/QH13", "issued_on": "2015-06-19", "issuer": "Quốc hội", "type": "Luật",
                 "title": "Tổ chức chính quyền địa phương"},
    "law 2025": {"number": "72/2025/QH15", "issued_on": "2025-06-16", "issuer": "Quốc hội", "type": "Luật",
                 "title": "LUẬT TỔ CHỨC CHÍNH QUYỀN ĐỊA PHƯƠNG"},
}  # fmt: skip
HERE = Citing(99, "Sơn La", "2025-09-01")
LAW = {"title": "Luật Tổ chức chính quyền địa phương", "type": "Luật"}


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> tuple[Store, dict[str, str]]:
    store = Store(tmp_path_factory.mktemp("kho") / "kho.sqlite3")
    names = {}
    for name, header in STORED.items():
        document = make_document(f"Văn bản {name} một hai ba bốn năm", **header)
        store.put(document)
        names[document.id] = name
    return store, names


@pytest.mark.parametrize(
    ("cited", "citing", "expected"),
    [
        (Cited("12/KH-UBND", "2025-02-03", "Ủy ban nhân dân tỉnh"), HERE, "plan"),
        (Cited("12/KH- UBND", "2025-02-30"), HERE, "plan"),  # a slip in the day
        (Cited("12/KH-UBND"), HERE, "plan"),
        (Cited("12/KH-UBND", "2024-02-03"), HERE, None),  # numbers begin anew every year
        (Cited("12/KH-UBND", None, "Ủy ban nhân dân tỉnh Lào Cai"), HERE, None),
        (Cited("12/KH-UBND", "2025-02-03", "Ủy ban nhân dân tỉnh Sơn La"), Citing(99, "Hà Nội", "2025-09-01"), "plan"),
        (Cited("12/KH-UBND", None), Citing(99, "Sơn La", "2024-09-01"), None),  # younger than who cites it
        (Cited("44/QĐ-UBND"), HERE, None),  # five years ago there was a 44/QĐ-UBND, too
        (Cited("44/QĐ-UBND", "2020"), HERE, "old"),
        # Lào Cai and Yên Bái merged: the day or the name tells which one is meant.
        (Cited("30/KH-UBND", "2024-05-06", "Ủy ban nhân dân tỉnh"), Citing(99, "Lào Cai", "2025-09-01"), "yen bai"),
        (Cited("30/KH-UBND", "2024-03-01", "Ủy ban nhân dân tỉnh"), Citing(99, "Lào Cai", "2025-09-01"), "lao cai"),
        (Cited("30/KH-UBND", None, "Ủy ban nhân dân tỉnh Yên Bái"), Citing(99, "Lào Cai", "2025-09-01"), "yen bai"),
        # A province's number is not its ward's.
        (Cited("7/KH-UBND", None, "Ủy ban nhân dân tỉnh"), HERE, None),
        (Cited("7/KH-UBND", None, "Ủy ban nhân dân phường Tô Hiệu"), HERE, "ward"),
        (Cited("10-NQ/TU", "2025-04-05", "Ban Thường vụ Tỉnh ủy"), HERE, "party"),
        (Cited("10-NQ/TU", "2025", None), Citing(99, "Lai Châu", "2025-09-01"), None),
        # The year left out of a number, with the day for witness.
        (Cited("21/QĐ-UBND", "2024-06-01"), HERE, "decision"),
        (Cited("21/QĐ-UBND", "2024-06-02"), HERE, None),
        (Cited("63/2010/ND-CP", None, "Chính phủ"), HERE, "decree"),
        (Cited("63/2010/NĐ-CP", None, "Chính phủ"), Citing(99, "Hà Nội", "2024-01-01"), "decree"),
        # Laws by name.
        (Cited(None, "2015-06-19", "Quốc hội", **LAW), HERE, "law 2015"),
        (Cited(None, "2025", "Quốc hội", **LAW), HERE, "law 2025"),
        (Cited(None, None, "Quốc hội", **LAW), HERE, "law 2025"),
        (Cited(None, None, "Quốc hội", **LAW), Citing(99, "Sơn La", "2020-01-01"), "law 2015"),
        (Cited(None, "2019-11-22", "Quốc hội", **LAW), HERE, None),
        (Cited(None, None, None, None, None), HERE, None),
    ],
)
def test_a_citation_finds_the_document_it_names(
    stored: tuple[Store, dict[str, str]], cited: Cited, citing: Citing, expected: str | None
) -> None:
    store, names = stored
    with store.snapshot() as db:
        found = resolve(cited, citing, candidates(db, [cited]))
    assert (names[found] if found else None) == expected


def test_versions_of_one_document_are_one(tmp_path: Path) -> None:
    with Store(tmp_path / "kho.sqlite3") as store:
        text = " ".join(f"từ{n}" for n in range(200))
        final = make_document(text, number="5/KH-UBND", issued_on="2025-02-03", **PLACE)
        draft = make_document(text + " thêm", number="5/KH-UBND", issued_on="2025-02-01", draft=True, **PLACE)
        for document in (draft, final):
            store.put(document)
        cited = Cited("5/KH-UBND", "2025")
        with store.snapshot() as db:
            assert resolve(cited, HERE, candidates(db, [cited])) == final.id


@pytest.mark.parametrize(
    ("number", "issuer", "expected"),
    [
        ("57-NQ/TW", None, "party"),
        ("72/2025/QH15", None, "assembly"),
        ("1211/2016/UBTVQH13", None, "assembly"),
        ("45/2020/NĐ-CP", None, "government"),
        ("23/CT-TTg", None, "government"),
        ("5990/VPCP-KSTT", None, "ministry"),
        ("01/2018/TT-VPCP", None, "ministry"),
        ("430/QĐ-BNV", None, "ministry"),
        ("12/NQ-HĐND", None, "province"),
        ("34/2025/QĐ-UBND", None, "province"),
        ("34/KH-UBND", "Ủy ban nhân dân thành phố Hội An", "commune"),
        ("34/KH-UBND", "Ủy ban nhân dân thành phố Đà Nẵng", "province"),
        ("268/BC-STC", None, "department"),
        ("18/KH-SoNNMT", "Sở Nông nghiệp và Môi trường", "department"),
        ("3-QĐ/BCĐ", "Ban Chỉ đạo", "other"),
    ],
)
def test_level(number: str, issuer: str | None, expected: str) -> None:
    assert level_of(number, issuer) == expected


def test_a_law_has_one_identity_by_name_and_by_number() -> None:
    named, numbered = Cited(None, "2025-06-16", **LAW), Cited("72/2025/QH15", None, "Quốc hội", **LAW)
    known = Identities([(numbered, HERE), (Cited(None, "2015", **LAW), HERE)])
    assert known.of(named, HERE) == known.of(numbered, HERE)
    assert known.of(Cited(None, "2015", **LAW), HERE) != known.of(numbered, HERE)
    assert known.law_years(LAW["title"]) == {"2015", "2025"}


def test_a_number_without_a_date_is_that_of_the_only_year_known() -> None:
    known = Identities([(Cited("430/QĐ-BNV", "2024-05-01"), HERE)])
    assert known.of(Cited("430/QĐ-BNV"), HERE) == known.of(Cited("430/QĐ-BNV", "2024-05-01"), HERE)
    known.learn(Cited("430/QĐ-BNV", "2023-05-01"), HERE)
    assert known.of(Cited("430/QĐ-BNV"), HERE) != known.of(Cited("430/QĐ-BNV", "2024-05-01"), HERE)
