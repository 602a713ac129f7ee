"""Diacritics restoration: a model trained here on a few sentences, and the shipped one."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest

from index.diacritics import MODEL, DiacriticsModel
from index.train_diacritics import Settings, train
from ingest.clean.fold import strip_diacritics

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
    assert restored.margin > 0


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
def test_a_query_is_restored_only_where_that_is_certain(typed: str, meant: str) -> None:
    assert DiacriticsModel.load().restore_query(typed) == meant


def test_a_pasted_text_is_left_alone() -> None:
    assert DiacriticsModel.load().restore_query("cai cach " * 200) == "cai cach " * 200
