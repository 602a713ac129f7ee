import pytest

from index.abbreviate import Abbreviations
from index.analyze import syllable_hash
from index.query import MAX_CHARACTERS, Filters, find_mention, interpret, quoted_phrases, tidy
from index.terms import query_terms

ABBREVIATIONS = Abbreviations({"QTNB": {"quy trình nội bộ": 3}, "KT": {"kinh tế": 1, "kiểm tra": 1, "kỹ thuật": 1}})


def syllables_of(text: str) -> list[str]:
    return [word.syllable for word in interpret(text, abbreviations=ABBREVIATIONS).words]


@pytest.mark.parametrize(
    ("text", "number", "parts", "complete"),
    [
        ("181/KH-SGDĐT", "181", ("kh", "sgddt"), "181/KH-SGDĐT"),
        ("số 181 /KH - SGDDT", "181", ("kh", "sgddt"), "181/KH-SGDĐT"),
        ("so 181 kh sgddt", "181", ("kh", "sgddt"), "181/KH-SGDĐT"),
        ("kh 181 sgddt son la", "181", ("kh", "sgddt"), "181/KH-SGDĐT"),
        ("kế hoạch 181", "181", ("kh",), None),
        ("nội dung kế hoạch số 181 là gì", "181", ("kh",), None),
        ("quyết định 468 ttg", "468", ("qd", "ttg"), "468/QĐ-TTg"),
        ("quyet dinh so 468/qd-ttg ve mot cua", "468", ("qd", "ttg"), "468/QĐ-TTg"),
        ("cơ chế một cửa Quyết định 468/QĐ-TTg", "468", ("qd", "ttg"), "468/QĐ-TTg"),
        ("nghị định 30/2020", "30", ("nd", "2020"), None),
        ("nghị định 30/2020/NĐ-CP về văn thư", "30", ("2020", "nd", "cp"), "30/2020/NĐ-CP"),
        ("nghị quyết 10-NQ/TU", "10", ("nq", "tu"), "10-NQ/TU"),
        ("nghị quyết 10-nq/tu", "10", ("nq", "tu"), "10-NQ/TU"),
        ("chỉ thị 17-ct/tu", "17", ("ct", "tu"), "17-CT/TU"),
        ("17 ct tu", "17", ("ct", "tu"), "17-CT/TU"),
        ("nghị quyết số 10 tu", "10", ("nq", "tu"), "10-NQ/TU"),
        ("kết luận 23 tw", "23", ("kl", "tw"), "23-KL/TW"),
        ("27 cv btgvtw", "27", ("cv", "btgvtw"), "27-CV/BTGVTW"),
        ("17/ct-tu", "17", ("ct", "tu"), "17/CT-TU"),
        ("181KH-SGDĐT", "181", ("kh", "sgddt"), "181/KH-SGDĐT"),
        ("nội dung kế hoạch số 181kh-sgddt", "181", ("kh", "sgddt"), "181/KH-SGDĐT"),
        ("468qđ/ttg", "468", ("qd", "ttg"), "468/QĐ-TTg"),
        ("10nq tu", "10", ("nq", "tu"), "10-NQ/TU"),
        ("công văn số 1368", "1368", ("cv",), None),
        ("thông tư 01/2021", "1", ("tt", "2021"), None),
        ("181", "181", (), None),
        ("số 181", "181", (), None),
        ("kế hoạch số 2025", "2025", ("kh",), None),
    ],
)
def test_document_numbers_are_recognised(text, number, parts, complete):
    mention = find_mention(text)
    assert mention is not None
    assert (mention.number, mention.parts, mention.complete) == (number, parts, complete)


@pytest.mark.parametrize(
    "text",
    [
        "kế hoạch 5 năm",
        "kế hoạch 2025",
        "kế hoạch cải cách hành chính năm 2025",
        "báo cáo 6 tháng đầu năm",
        "100% hồ sơ",
        "tỷ lệ 98,5%",
        "ISO 9001",
        "mỗi phòng viết 05 tin bài",
        "đã có 181 hồ sơ",
        "gói 100tb-hộ",
        "5kh phòng",
        "181kh",
        "nộp trước ngày 15/12/2025",
        "",
    ],
)
def test_other_numbers_are_none(text):
    assert find_mention(text) is None


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ('"một cửa" liên thông', ["một cửa"]),
        ("“một cửa” và „liên thông”", ["một cửa", "liên thông"]),
        ('"một cửa', []),
        ('một cửa"', []),
        ('"" " " "?"', []),
        ('"a" "a"', ["a"]),
    ],
)
def test_quoted_phrases(text, phrases):
    assert quoted_phrases(text) == phrases
    assert interpret(text).required == phrases


def test_abbreviation_is_searched_as_its_long_form():
    assert syllables_of("kế hoạch CCHC") == ["kế", "hoạch", "cải", "cách", "hành", "chính"]
    assert syllables_of("qtnb") == ["quy", "trình", "nội", "bộ"]
    words = interpret("cải cách hành chính", abbreviations=ABBREVIATIONS).words
    assert all("cchc" in word.aliases for word in words)


@pytest.mark.parametrize("text", ["văn bản quy phạm pháp luật", "văn bản QPPL", "VBQPPL", "van ban quy pham phap luat"])
def test_an_abbreviation_inside_a_longer_one_counts_too(text):
    words = interpret(text, abbreviations=Abbreviations()).words
    shorts = [set(word.aliases) for word in words]
    assert shorts == [{"vbqppl"}] * 2 + [{"vbqppl", "qppl"}] * 4
    assert len({word.phrase for word in words}) == 1
    pairs = query_terms(words)[-5:]
    assert syllable_hash("vbqppl") in {*pairs[1].hashes, *pairs[1].bares}  # "bản quy" is said by VBQPPL, not by QPPL
    assert syllable_hash("qppl") not in {*pairs[1].hashes, *pairs[1].bares}
    assert syllable_hash("qppl") in {*pairs[2].hashes, *pairs[2].bares}


def test_a_long_form_does_not_cut_a_typed_abbreviation():
    learnt = {"dmtt": {"đổi mới thủ tục": 3}}
    words = interpret("đổi mới TTHC", abbreviations=Abbreviations(learnt)).words
    assert [word.phrase for word in words] == [-1, -1, 0, 0, 0, 0]
    assert all("tthc" in word.aliases and "dmtt" not in word.aliases for word in words[2:])


@pytest.mark.parametrize(("short", "long"), [("gddt", "giáo dục và đào tạo"), ("hdnd", "hội đồng nhân dân")])
def test_abbreviation_without_stroke(short, long):
    assert " ".join(syllables_of(short)) == long


@pytest.mark.parametrize("text", ["ca trực", "an toàn", "KT"])
def test_what_is_no_abbreviation(text):
    """Words that are syllables, and an abbreviation that documents define in three ways."""
    assert " ".join(syllables_of(text)) == text.lower()


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("xin loi nguoi dan", [True] * 4),
        ("xin lỗi người dân", [False] * 4),
        ("thu tuc hành chinh", [True, True, False, True]),  # half accented
        ("đối tượng là ai", [False] * 4),
        ("năm 2025", [False, False]),
    ],
)
def test_which_words_are_looked_up_without_diacritics(text, bare):
    assert [word.bare for word in interpret(text).words] == bare


def test_text_is_tidied():
    decomposed = "ca\u0309i ca\u0301ch"
    assert tidy(f"\x00{decomposed}\u200b \t\n hành\x07chính") == "cải cách hành chính"


@pytest.mark.parametrize(
    "text",
    ["", " ", "\x00\x01",
     "a", '"', "“", "AND (", "x' OR 1=1 --", "<script>alert(1)</script>", "🙂🙂", "\ud800", "%", "/",
     "số /", "181/", "((((", "a" * 20_000, "một cửa " * 2_000, "1/" * 5_000, '"' * 3_001, "181/KH-" * 1_500],
)  # fmt: skip
def test_nothing_breaks_it(text):
    query = interpret(text, abbreviations=ABBREVIATIONS)
    assert len(query.text) <= MAX_CHARACTERS
    assert query.typed == text
    assert query.to_json()["restored"] is False


def test_restoring_is_a_hook():
    query = interpret("cai cach", restore=lambda text: "cải cách")
    assert (query.text, query.restored, query.meaning) == ("cải cách", True, "cải cách")
    assert not interpret("cải cách", restore=lambda text: text).restored


def test_a_query_with_some_diacritics_is_searched_as_restored():
    query = interpret("cải cach hành chinh", restore=lambda text: "cải cách hành chính")
    assert query.restored
    assert not query.unaccented
    assert [word.syllable for word in query.words] == ["cải", "cách", "hành", "chính"]


def test_filters_show_only_what_is_set():
    assert Filters().to_json() == {}
    assert Filters(type="KH", year=2024, issuer="").to_json() == {"year": 2024, "type": "KH"}


def test_what_a_filter_decides_is_not_guessed():
    text = "kế hoạch của Sở Nội vụ Lâm Đồng năm 2026"
    assert {intent.name for intent in interpret(text).intents} == {"type", "unit", "province", "year"}
    assert {intent.name for intent in interpret(text, Filters(year=2025, type="KH")).intents} == {"unit", "province"}
    assert {intent.name for intent in interpret(text, Filters(issuer="snv"), ignore=("year",)).intents} == {"type"}


@pytest.mark.parametrize(
    ("typed", "text", "citation"),
    [
        ("ＣＣＨＣ", "CCHC", None),
        ("１８１/KH-SGDĐT", "181/KH-SGDĐT", "181/KH-SGDĐT"),
        ("１８１／ＫＨ－ＳＧＤĐＴ", "181/KH-SGDĐT", "181/KH-SGDĐT"),
        ("181/KH\u2011SGDĐT", "181/KH-SGDĐT", "181/KH-SGDĐT"),
        ("𝐜ả𝐢 𝐜á𝐜𝐡", "cải cách", None),
        ("diện tích 5 m²", "diện tích 5 m²", None),
    ],
)
def test_other_shapes_of_letters_and_digits_are_folded(typed, text, citation):
    query = interpret(typed)
    assert (query.typed, query.text, query.citation, query.restored) == (typed, text, citation, False)


def test_full_width_quotation_marks_quote():
    assert interpret("xử lý ＂một cửa＂").required == ["một cửa"]
