from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.analyze import syllables
from index.word_pieces import WordPieces, log_probabilities

SINGLES = ["thủ", "tục", "hành", "chính", "hòa", "giải", "ủy", "ban", "quý", "iii", "100", "cchc", "trần", "ở"]
PAIRS = [
    ("thủ", "tục"),
    ("hành", "chính"),
    ("tục", "hành"),
    ("hòa", "giải"),
    ("ủy", "ban"),
    ("chính", "ủy"),
    ("ban", "hành"),
]
TRIPLES = [("thủ", "tục", "hành"), ("ủy", "ban", "hành")]
COUNTS = [0.0, *(100.0 + 7 * i for i in range(len(SINGLES))), *(40.0 + 11 * i for i in range(len(PAIRS))), 5.0, 90.0]


def vocabulary() -> WordPieces:
    return WordPieces([(), *((s,) for s in SINGLES), *PAIRS, *TRIPLES], log_probabilities(COUNTS))


def names(pieces: WordPieces, text: str) -> list[str]:
    return [" ".join(pieces.pieces[i]) for i in pieces.encode(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("chữ lạ", []),
        ("Thủ tục", ["thủ tục"]),
        ("thủ tục hành chính", ["thủ tục", "hành chính"]),  # not "thủ", "tục hành", "chính"
        ("hành-chính", ["hành chính"]),
        ("HOÀ giải, Uỷ ban; quý III", ["hòa giải", "ủy ban", "quý", "iii"]),
        ("thủ lạ tục", ["thủ", "tục"]),  # no pair over an unknown syllable
        ("thủtục cchc_x", []),  # never a part of a syllable
        ("hành chính uỷ ban", ["hành chính", "ủy ban"]),
        ("tu\u0323c ha\u0300nh", ["tục hành"]),  # decomposed
        ("tục hành", ["tục hành"]),
        ("Uỷ ban hành", ["ủy ban hành"]),
        ("thủ tục ủy ban hành chính", ["thủ tục", "ủy ban hành", "chính"]),
        ("đạt 100%", ["100"]),
    ],
)
def test_pieces(text: str, expected: list[str]) -> None:
    assert names(vocabulary(), text) == expected


@pytest.mark.parametrize(
    "text",
    ["thủ tục hành chính ủy ban", "thủ tục ủy ban hành chính", "ủy ban hành chính ủy ban hành", "tục hành chính"],
)
def test_the_most_probable_cut_is_taken(text: str) -> None:
    pieces = vocabulary()

    def best(words: tuple[str, ...]) -> float:
        if not words:
            return 0.0
        cuts = [words[:n] for n in (1, 2, 3) if words[:n] in pieces.pieces and len(words) >= n]
        return max(pieces.scores[pieces.pieces.index(cut)] + best(words[len(cut) :]) for cut in cuts)

    found = sum(pieces.scores[i] for i in pieces.encode(text))
    assert found == pytest.approx(best(tuple(syllables(text))))


def test_saved_and_loaded_the_same(tmp_path: Path) -> None:
    pieces = vocabulary()
    pieces.save(tmp_path)
    loaded = WordPieces.load(tmp_path)
    assert loaded.pieces == pieces.pieces
    assert loaded.scores == pieces.scores


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory):  # type: ignore[no-untyped-def]
    tokenizers = pytest.importorskip("tokenizers")
    folder = tmp_path_factory.mktemp("pieces")
    vocabulary().save(folder)
    return tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json"))


WORDS = st.sampled_from([*SINGLES, "Uỷ", "HOÀ", "hoà", "lạ", "q", "uý", "<", ">", "½", "İ", "_", "x²", "\u0301", "-"])
SPACES = st.sampled_from([" ", "", "\n", ", ", "><", "\u200b"])
TEXTS = st.lists(st.tuples(WORDS, SPACES), max_size=12).map(lambda parts: "".join(a + b for a, b in parts))


@settings(max_examples=300, deadline=None)
@given(text=st.one_of(TEXTS, st.text(max_size=20)))
def test_the_tokenizers_library_gives_the_same_ids(library, text: str) -> None:  # type: ignore[no-untyped-def]
    assert vocabulary().encode(text) == [i for i in library.encode(text).ids if i]


@pytest.mark.parametrize(
    ("pieces", "scores"),
    [
        ([], []),
        ([()], [0.0, 0.0]),
        ([("a",)], [0.0]),  # the first is the unknown one
        ([(), ("a",), ("a", "b")], [0.0] * 3),
        ([(), ("a",), ("b",), ("a", "b"), ("a", "b", "a")], [0.0] * 5),
    ],
)
def test_wrong_vocabulary_is_refused(pieces: list[tuple[str, ...]], scores: list[float]) -> None:
    with pytest.raises(ValueError, match="piece"):
        WordPieces(pieces, scores)
