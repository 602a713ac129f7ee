from __future__ import annotations

import pytest

from ingest.lexicons import rows
from ingest.parse.document_type import decide_type, match_type, type_code_of_name, type_name

DECREE_30 = [
    "NQ", "QĐ", "CT", "QC", "QyĐ", "TC", "TB", "HD", "CTr", "KH",
    "PA", "ĐA", "DA", "BC", "BB", "TTr", "HĐ", "CV", "CĐ", "BGN",
    "BTT", "GUQ", "GM", "GGT", "GNP", "PG", "PC", "PB", "THC",
]  # fmt: skip


def test_all_29_kinds_of_the_decree() -> None:
    assert [code for code, _, family, _ in rows("document_types") if family == "decree30"] == DECREE_30
    assert len(DECREE_30) == 29


@pytest.mark.parametrize("code", [code for code, *_ in rows("document_types")])
def test_every_type_is_found_by_its_name_with_and_without_diacritics(code: str) -> None:
    from ingest.clean.fold import strip_diacritics

    name = type_name(code)
    assert name
    assert type_code_of_name(name) == type_code_of_name(name.upper()) == code
    bare = strip_diacritics(name).lower()
    assert match_type(bare, 0, len(bare)) == (code, 0, len(bare))


@pytest.mark.parametrize(
    ("line", "symbol", "letter", "code"),
    [
        ("KH", "KH-UBND", False, "KH"),
        ("KH", None, False, "KH"),
        (None, "KH-UBND", False, "KH"),
        (None, "CT-CS", True, "CV"),
        (None, "CT-UBND", True, "CV"),
        ("CT", "CT-UBND", False, "CT"),
        (None, "UBND-NC", True, "CV"),
        (None, None, True, "CV"),
        ("NĐ", "VBHN-BNNMT", False, "VBHN"),
        ("L", "QH15", False, "L"),
        ("BC", "KH-UBND", False, "BC"),
        (None, None, False, None),
    ],
)
def test_decide_type(line: str | None, symbol: str | None, letter: bool, code: str | None) -> None:
    assert decide_type(line, symbol, letter) == code
