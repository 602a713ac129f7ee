import unicodedata

import numpy as np
import pytest

from index.analyze import (
    analyze,
    bare_form,
    bare_hash,
    number_hash,
    pair_hashes,
    syllable_hash,
    syllable_spans,
    syllables,
    term_form,
)


def pair(left: str, right: str, form=syllable_hash) -> int:
    hashes = np.array([form(left), form(right)], dtype=np.uint64)
    return int(pair_hashes(hashes[:1], hashes[1:])[0])


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("hoà", "hòa", True),  # tone position
        ("Uỷ", "ủy", True),
        ("05", "5", True),  # leading zero
        ("kỹ", "kĩ", True),
        ("quí", "quý", True),
        ("thuý", "thúi", False),  # uy is a rhyme of its own
        ("cải", "cai", False),
        ("00", "0", True),
    ],
)
def test_spellings_of_one_term(left, right, same):
    assert (syllable_hash(syllables(left)[0]) == syllable_hash(syllables(right)[0])) is same


def test_decomposed_text_gives_the_same_terms():
    text = "Đẩy mạnh cải cách thủ tục hành chính"
    assert syllables(unicodedata.normalize("NFD", text)) == syllables(text)


def test_bare_form_folds_the_stroke():
    assert [bare_form(s) for s in ("đề", "đỗ", "sgdđt")] == ["de", "do", "sgddt"]
    assert bare_hash("đề") == bare_hash("de")


def test_spans_point_into_the_text():
    text = "Giảm 15% thời gian (TTHC)."
    assert [text[start:end].lower() for _, start, end in syllable_spans(text)] == syllables(text)


def test_pairs_keep_order_and_differ_from_syllables():
    assert pair("một", "cửa") != pair("cửa", "một")
    assert pair("một", "một") not in (syllable_hash("một"), 0)
    assert pair("cải", "cách", bare_hash) == pair("cai", "cach", bare_hash)


def test_analyze_counts_what_each_row_holds():
    found = analyze([["Một cửa", "cửa Một"], ["", "..."], ["một"]], [["181/kh/sgddt"], [], []])
    assert found.lengths.tolist() == [4, 0, 1]
    by_row = [set(found.terms[found.rows == row].tolist()) for row in range(3)]
    assert by_row[0] == {
        syllable_hash("một"),
        syllable_hash("cửa"),
        pair("một", "cửa"),
        pair("cửa", "một"),
        number_hash("181/kh/sgddt"),
    }
    # No pair runs over the border of two fields: "cửa | cửa" is none.
    assert pair("cửa", "cửa") not in by_row[0]
    assert by_row[1] == set()
    assert by_row[2] == {syllable_hash("một")}


def test_bare_hashes_run_beside_the_terms():
    found = analyze([["Cải cách"]])
    table = dict(zip(found.terms.tolist(), found.bares.tolist(), strict=True))
    assert table[syllable_hash("cải")] == bare_hash("cai")
    assert table[pair("cải", "cách")] == pair("cai", "cach", bare_hash)


def test_nothing_to_analyze():
    found = analyze([])
    assert len(found.terms) == len(found.rows) == len(found.lengths) == 0


def test_term_form_survives_odd_tokens():
    for token in ("", "²", "٠٥", "_", "y", "ÿ", "\ud800", "x" * 10_000):
        assert isinstance(term_form(token), str)
        assert isinstance(syllable_hash(token), int)
