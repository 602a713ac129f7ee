import random
from threading import Thread

import numpy as np
import pytest

from index import syllable_codes
from index.analyze import bare_form, syllables, term_form
from index.syllable_codes import COPULA, SyllableCodes, Units, expand, shared_codes


@pytest.fixture(autouse=True)
def fresh(monkeypatch):
    monkeypatch.setattr(syllable_codes, "_shared", SyllableCodes())


def slow(units: Units, exact, bare, aliases, text: str) -> list[int]:
    """What each syllable means, from the definition."""
    found = []
    for form in map(term_form, syllables(text)):
        if form in exact:
            found.append(exact[form])
        elif bare_form(form) in bare:
            found.append(bare[bare_form(form)])
        elif form in aliases:
            found += aliases[form]
        else:
            found.append(units.digits if form.isdecimal() else units.copula if form == COPULA else -1)
    return found


@pytest.mark.parametrize(
    ("exact", "bare", "aliases"),
    [
        ({"hồ": 0, "sơ": 1}, {}, {}),
        ({"hồ": 0, "là": 1, "2025": 2}, {}, {}),
        ({}, {"ho": 0, "la": 1}, {}),
        ({"cải": 0, "cách": 1, "hành": 2, "chính": 3}, {}, {"cchc": [0, 1, 2, 3]}),
        ({"hồ": 0}, {"so": 1}, {"hs": [0, 1], "sở": [0]}),
    ],
)
def test_units_are_those_of_the_definition(exact, bare, aliases):
    texts = [
        "Hồ sơ, (hồ-sơ) là 05 HS của Sở: 2025; CCHC/TTHC hoặc “cải cách hành chính” — số 7",
        "",
        "ho so la gi? CCHC cchc",
    ]
    units = Units(exact, bare, aliases)
    codes, field = units.of([text.lower().split() for text in texts])
    for number, text in enumerate(texts):
        assert codes[field == number].tolist() == slow(units, exact, bare, aliases, text)


def test_a_second_query_asks_nothing_again(monkeypatch):
    Units({"hồ": 0}, {}, {}).of([["hồ", "sơ"]])
    monkeypatch.setattr(syllable_codes, "syllables", lambda chunk: pytest.fail(chunk))
    assert Units({"sơ": 0}, {}, {}).of([["hồ", "sơ"]])[0].tolist() == [-1, 0]


def test_begins_anew_when_it_has_met_too_much(monkeypatch):
    monkeypatch.setattr(syllable_codes, "MOST_CHUNKS", 3)
    before = shared_codes()
    before.encode([["a", "b", "c", "d"]])
    assert len(shared_codes()) == 0
    assert before.encode([["d", "a"]])[0].tolist() == [3, 0]


def test_threads_agree_on_numbers():
    known = SyllableCodes()
    words = [f"{a}{b}" for a in "bcdghklm" for b in ("a", "ai", "ao", "an/a", "")]
    found: list[list[str]] = []

    def read(seed: int) -> None:
        chunks = random.Random(seed).choices(words, k=3000)
        codes, _ = known.encode([chunks])
        found.append([known.forms[code] for code in codes])
        assert found[-1] == [form for chunk in chunks for form in syllables(chunk)]

    threads = [Thread(target=read, args=(seed,)) for seed in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4
    assert len(set(known.forms)) == len(known.forms)


def test_expand_leaves_places_of_none_out():
    codes, field = np.array([-1, 5, -2], dtype=np.int32), np.array([0, 0, 1], dtype=np.int32)
    codes, field = expand(codes, field, np.array([0, 2]), [(), (6, 6)])
    assert codes.tolist() == [5, 6, 6]
    assert field.tolist() == [0, 1, 1]
