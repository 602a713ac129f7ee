"""Diacritics restoration: a model trained here on a few sentences, and the shipped one."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.diacritics import MODEL, DiacriticsModel, Restored
from index.train_diacritics import Settings, train
from ingest.clean.fold import strip_diacritics


@pytest.fixture(scope="module")
def shipped() -> DiacriticsModel:
    return DiacriticsModel.load()


SENTENCES = [
    "Văn phòng Sở chủ trì rà soát thủ tục hành chính.",
    "Các phòng chuyên môn phối hợp với Văn phòng Sở.",
    "Công bố thủ tục hành chính trên cổng thông tin.",
    "Ban hành kế hoạch cải cách hành chính năm 2026.",
    "Bản đồ hành chính của tỉnh.",
]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> DiacriticsModel:
    folder = tmp_path_factory.mktemp("diacritics")
    (folder / "text.txt").write_text("\n".join(SENTENCES * 20), encoding="utf-8")
    (folder / "bare.txt").write_text("van phong so chu tri ra soat thu tuc " * 500, encoding="utf-8")
    train(
        [folder / "text.txt", folder / "bare.txt"],
        folder / "model.npz",
        Settings(min_syllable=1, min_bigram=1, min_trigram=1),
        log=lambda line: None,
    )
    return DiacriticsModel.load(folder / "model.npz")


@pytest.mark.parametrize("sentence", SENTENCES)
def test_training_sentences_come_back(small: DiacriticsModel, sentence: str) -> None:
    assert small.restore(strip_diacritics(sentence)).text == sentence


def test_unaccented_training_text_teaches_nothing(small: DiacriticsModel) -> None:
    assert small.restore("thu tuc").text == "thủ tục"


def test_probabilities_of_all_successors_sum_to_one(small: DiacriticsModel) -> None:
    every = np.arange(len(small.syllables))
    for word in ("hành", "thủ"):
        scores, _ = small._bigram_scores(np.array([small.ids[word]]), every)
        # Stored in steps of 1/16 nat, so the sum is off by at most half a step.
        assert math.isclose(float(np.exp(scores.astype(np.float64)).sum()), 1.0, abs_tol=0.04)


def test_marks_that_were_typed_stay(small: DiacriticsModel) -> None:
    assert small.restore("bản hanh").text.startswith("bản ")
    assert small.restore("ban hanh").text == "ban hành"


def test_numbers_codes_and_unknown_words_stay(small: DiacriticsModel) -> None:
    text = "so 181/KH-SGDDT xyz 468ttg"
    restored = small.restore(text)
    assert "181/KH-SGDDT xyz 468ttg" in restored.text
    assert restored.text[:2] == "sở"


def test_spans_and_capitals(small: DiacriticsModel) -> None:
    restored = small.restore("  Thu tuc, HANH CHINH")
    assert restored.text == "  Thủ tục, HÀNH CHÍNH"
    assert restored.changed == [(2, 5), (6, 9), (11, 15), (16, 21)]


@pytest.mark.parametrize("text", ["", " ", "\x00", "🙂", "a" * 10_000, "AND (", '"'])
def test_any_text_passes(small: DiacriticsModel, text: str) -> None:
    assert len(small.restore(text).text) == len(text)


def test_the_shipped_model_restores_the_genre_and_leaves_accented_text_alone() -> None:
    model = DiacriticsModel.load()
    accented = [
        "kế hoạch cải cách hành chính năm 2025 của Sở Nội vụ",
        "tỷ lệ hồ sơ thủ tục hành chính giải quyết đúng hạn",
        "đơn vị nào chủ trì rà soát văn bản quy phạm pháp luật",
        "chỉ số hài lòng của người dân và tổ chức",
    ]
    for text in accented:
        assert model.restore(strip_diacritics(text)).text == text
        assert model.restore(text).text == text
    assert MODEL.stat().st_size <= 12_000_000


def test_wrong_schema_is_refused(tmp_path: Path) -> None:
    np.savez(tmp_path / "old.npz", schema=np.array(0))
    with pytest.raises(ValueError, match="schema 0"):
        DiacriticsModel.load(tmp_path / "old.npz")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ke hoach cai cach hanh chinh", "kế hoạch cải cách hành chính"),
        ("kế hoạch cai cach hành chính", "kế hoạch cải cách hành chính"),
        ("ban hành kế hoạch ban đầu của Ban Chỉ đạo", "ban hành kế hoạch ban đầu của Ban Chỉ đạo"),
        ("181/KH-SGDĐT của sở", "181/KH-SGDĐT của sở"),
    ],
)
def test_a_query_is_restored_only_where_that_is_certain(shipped: DiacriticsModel, typed: str, meant: str) -> None:
    assert shipped.restore(typed).text == meant


def test_a_pasted_text_is_left_alone(shipped: DiacriticsModel) -> None:
    assert shipped.restore("cai cach " * 200) == Restored("cai cach " * 200)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tinh dak lak va bac kan", "tỉnh đắk lắk và bắc kạn"),
        ("huyen quynh luu tinh nghe an", "huyện quỳnh lưu tỉnh nghệ an"),
        ("kế hoạch của tỉnh Dak Nong", "kế hoạch của tỉnh Đắk Nông"),
        ("may tinh led", "máy tính led"),
    ],
)
def test_names_that_are_no_vietnamese_syllables(shipped: DiacriticsModel, typed: str, meant: str) -> None:
    assert shipped.restore(typed).text == meant


class Passages:
    """What some passages hold: counts by syllable and by pair."""

    def __init__(self, counts: dict[tuple[str, ...], int]) -> None:
        self.counts = counts

    def held(
        self, syllables: Sequence[str], lefts: NDArray[np.int64], rights: NDArray[np.int64]
    ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        pairs = [(syllables[left], syllables[right]) for left, right in zip(lefts, rights, strict=True)]
        return (
            np.array([self.counts.get((syllable,), 0) for syllable in syllables]),
            np.array([self.counts.get(pair, 0) for pair in pairs]),
        )


def test_what_the_passages_hold_decides_between_readings(small: DiacriticsModel) -> None:
    assert small.restore("ban hanh").text == "ban hành"
    passages = Passages({("bản",): 400, ("bản", "hành"): 400, ("ban",): 400, ("hành",): 400})
    assert small.restore("ban hanh", passages.held).text == "bản hành"
    # The marks that were typed stay all the same.
    assert small.restore("ban hành", passages.held).text == "ban hành"


def test_readings_that_the_passages_hold_instead_are_given_besides(shipped: DiacriticsModel) -> None:
    plain = shipped.restore("nguoi benh bi mat")
    assert plain.text == "người bệnh bị mất"
    assert "bí" not in plain.others.get(11, ())
    held = shipped.restore("nguoi benh bi mat", Passages({("bí",): 3, ("mật",): 3, ("bí", "mật"): 3}).held)
    assert (held.text, held.others[11], held.others[14]) == ("người bệnh bị mất", ("bí",), ("mật",))
    # Nothing speaks against the chosen reading where the passages hold it, too.
    both = Passages({("bí", "mật"): 3, ("bị", "mất"): 1, ("bệnh", "bị"): 1})
    assert 11 not in shipped.restore("nguoi benh bi mat", both.held).others


def test_an_unsure_reading_comes_with_the_other(shipped: DiacriticsModel) -> None:
    assert shipped.restore("gia").others
    assert shipped.restore("cai cach hanh chinh").others == {}


def test_words_that_the_model_does_not_know_are_named(shipped: DiacriticsModel) -> None:
    assert shipped.restore("ke hoach xqwerty").unread == {9}
    assert shipped.restore("kế hoạch xqwerty").unread == frozenset()
    assert shipped.restore("thuoc").unread == {0}  # nothing beside it


def test_the_more_marks_were_typed_the_less_one_word_is_changed(shipped: DiacriticsModel) -> None:
    assert shipped.restore("huong dan thủ tục").text == "hướng dẫn thủ tục"
    typed = "tham vấn ý kiến của tổ chức và người dân về dự thảo nghị quyết"
    assert shipped.restore(typed).text == typed
