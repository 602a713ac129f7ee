import random

import pytest

from evaluation.spelling import WAYS, measure, slip, telex_keys, vni_keys, wrong_tone
from index.diacritics import DiacriticsModel
from index.keyboard import telex, vni
from index.spelling import Speller
from index.syllable_shape import is_syllable, toneless

_LIST = "cải cách thủ tục hành chính người được trường quyết nghiệp giữ quốc tiếng thuế khuyến điều ước mười"
WORDS = _LIST.split()


@pytest.mark.parametrize("word", WORDS)
def test_keys_typed_are_read_back(word):
    assert telex(telex_keys(word)) == word
    assert vni(vni_keys(word)) == word


@pytest.mark.parametrize("word", WORDS)
def test_a_wrong_tone_is_another_tone_of_the_same_syllable(word):
    wrong = wrong_tone(word, random.Random(1))
    assert wrong != word or not toneless(word)[1]
    assert toneless(wrong)[0] == toneless(word)[0]
    assert len(wrong) == len(word)


def test_a_slip_keeps_short_words():
    chance = random.Random(1)
    assert slip("ai", chance) == "ai"
    assert all(abs(len(slip("chính", chance)) - 5) <= 1 for _ in range(50))
    assert is_syllable("chính")


def test_figures_count_words():
    speller = Speller(DiacriticsModel.load())
    texts = ["cải cách hành chính", "thủ tục hành chính nhà nước"]
    clean, wrong = measure(speller, texts, WAYS["as typed"])
    assert (clean["typed"], clean["syllables"], clean["texts"], wrong) == (1.0, 1.0, 1.0, [])
    keys, _ = measure(speller, texts, WAYS["telex, every word"])
    assert keys["typed"] < 0.5
    assert keys["texts"] == 1.0
