"""Repairs change glyphs and spaces, never words."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.clean.repair import repair


@pytest.mark.parametrize(
    ("damaged", "repaired"),
    [
        ("Sở\u00a0Nội\u202fvụ", "Sở Nội vụ"),
        ("cải\u00adcách\u200b hành\ufeff chính", "cảicách hành chính"),
        ("\u00d0ắk Lắk, \u00f0ơn vị", "Đắk Lắk, đơn vị"),
        ("tỉnh , huyện ; xã .", "tỉnh, huyện; xã."),
        ("giai đoạn 2021 - 2025 ; tiếp theo", "giai đoạn 2021 - 2025 ; tiếp theo"),  # only after letters
        ("( CCHC )", "(CCHC)"),
        ("\uf0b7 Rà soát", "• Rà soát"),
        ("hoàn thành \uf0e0 báo cáo", "hoàn thành báo cáo"),
        ("bảo\u0309 đảm", "bảỏ đảm"),
        ("Uỷ ban, hoà giải", "Uỷ ban, hoà giải"),  # tone marks stay as written
        ("ﬁle ﬂy", "file fly"),
        ("dòng một\r\n\r\n dòng hai ", "dòng một\ndòng hai"),
        ("cuối./.", "cuối./."),
    ],
)
def test_repair(damaged: str, repaired: str) -> None:
    assert repair(damaged) == repaired


@given(st.text())
def test_repair_is_stable_and_composed(text: str) -> None:
    once = repair(text)
    assert repair(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert once == once.strip()
    assert "  " not in once
