import random

import numpy as np
import pytest

from index.analyze import analyze, bare_hash, syllable_hash
from index.postings import Segment, build_segment, merge_segments

TEXTS = ["cải cách hành chính", "cải tiến cải tiến", "", "hành chính công", "cai nghiện", "cải"]


def segment(texts) -> Segment:
    return build_segment(analyze([[text] for text in texts]))


def rows_and_counts(found: Segment, syllable: str) -> dict[int, int]:
    positions = found.find(syllable_hash(syllable))
    return {int(r): int(c) for p in positions for r, c in zip(*found.postings(p), strict=True)}


def same(left: Segment, right: Segment) -> bool:
    return all(
        np.array_equal(getattr(left, name), getattr(right, name))
        for name in ("terms", "starts", "rows", "counts", "bares", "lengths")
    )


def test_postings_hold_rows_and_counts():
    found = segment(TEXTS)
    assert rows_and_counts(found, "cải") == {0: 1, 1: 2, 5: 1}
    assert rows_and_counts(found, "không") == {}
    assert found.lengths.tolist() == [4, 4, 0, 3, 2, 1]


def test_bare_lookup_finds_all_accented_variants():
    found = segment(TEXTS)
    terms = {int(found.terms[p]) for p in found.find_bare(bare_hash("cai"))}
    assert terms == {syllable_hash("cải"), syllable_hash("cai")}
    assert found.find_bare(bare_hash("khong")) == []


def test_counts_stop_at_255():
    assert rows_and_counts(segment(["hồ " * 400]), "hồ") == {0: 255}


def test_saved_segment_reads_the_same(tmp_path):
    found = segment(TEXTS)
    found.save(tmp_path, "s000")
    assert same(Segment.open(tmp_path, "s000"), found)


@pytest.mark.parametrize("seed", range(5))
def test_merging_equals_building_at_once(seed):
    rng = random.Random(seed)
    words = ["cải", "cai", "cách", "một", "cửa", "hồ", "sơ", "05"]
    texts = [" ".join(rng.choices(words, k=rng.randrange(8))) for _ in range(40)]
    cut = sorted(rng.sample(range(1, 40), 2))
    parts = [texts[: cut[0]], texts[cut[0] : cut[1]], texts[cut[1] :]]
    alive = [np.array([rng.random() < 0.7 for _ in part]) for part in parts]
    merged = merge_segments([segment(part) for part in parts], alive)
    living = [
        text for part, marks in zip(parts, alive, strict=True) for text, mark in zip(part, marks, strict=True) if mark
    ]
    assert same(merged, segment(living))


def test_merging_nothing_alive():
    merged = merge_segments([segment(TEXTS)], [np.zeros(len(TEXTS), dtype=bool)])
    assert len(merged) == 0
    assert len(merged.terms) == 0
