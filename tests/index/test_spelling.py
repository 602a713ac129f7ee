"""Queries as they are typed in haste: keys of Telex and VNI, slips, wrong and missing diacritics."""

from __future__ import annotations

import pytest

from index.abbreviate import Abbreviations
from index.diacritics import DiacriticsModel
from index.keyboard import telex, vni
from index.query import interpret
from index.spelling import Speller
from index.syllable_shape import is_bare_syllable, is_syllable
from index.terms import Word, query_terms
from ingest.clean.fold import has_diacritics, strip_diacritics

ABBREVIATIONS = Abbreviations({"VNEID": {"định danh điện tử": 2}})


@pytest.fixture(scope="module")
def speller() -> Speller:
    return Speller(DiacriticsModel.load())


def read(speller: Speller, text: str) -> str:
    return speller.read(text, None, ABBREVIATIONS).text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("cari cachs hanhf chinhs", "cải cách hành chính"),
        ("cai3 cach1 hanh2 chinh1", "cải cách hành chính"),
        ("thur tucj hanhf chinhs", "thủ tục hành chính"),
        ("tyr leej hoof sow ddungs hanj", "tỷ lệ hồ sơ đúng hạn"),
        ("tie6p1 nha6n5 ho62 so7", "tiếp nhận hồ sơ"),
        ("dichj vuj coong truwcj tuyeens", "dịch vụ công trực tuyến"),
        ("cari cách hành chính", "cải cách hành chính"),
        ("thủ tujc hành chính", "thủ tục hành chính"),
        ("chuyển đổi so61", "chuyển đổi số"),
        ("Thur tucj hành chính", "Thủ tục hành chính"),
        ("cải cáh hành chính", "cải cách hành chính"),
        ("cải cách hnàh chính", "cải cách hành chính"),
        ("cai cah hanh chinh", "cải cách hành chính"),
        ("dich vu cogn truc tuyen", "dịch vụ công trực tuyến"),
        ("nghành giáo dục", "ngành giáo dục"),
        ("trưc tuyến toàn trình", "trực tuyến toàn trình"),
        ("nguời dân", "người dân"),
        ("kế hoạhc 181/KH", "kế hoạch 181/KH"),
        ("thũ tục hành chính", "thủ tục hành chính"),
        ("sữa đổi bổ sung", "sửa đổi bổ sung"),
        ("công khai xin lổi", "công khai xin lỗi"),
        ("phòng chống tham nhủng", "phòng chống tham nhũng"),
        ("cải cach hành chinh", "cải cách hành chính"),
    ],
)
def test_what_was_mistyped_is_mended(speller, typed, meant):
    assert read(speller, typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "cải cách hành chính nhà nước",
        "kế hoạch 181/KH-SGDDT",
        "SGDDT",
        "sở LĐTBXH, UBND tỉnh",
        "email của VNeID",
        "robot, web, test nhanh covid19",
        "covid19 thcs2 mp3",
        "quý1 năm 2025",
        "Grab bike và Zalo pay",
        "phường Ea Kar",
        "hồ sơ qua http://vidu.vn/cachs và thuwr@vidu.vn",
        'cụm từ "cari cachs" trong ngoặc',
        "xử phạt, phấn đấu, bình xét, tối thiểu",
        "ý kiến, y tế, quy trình, gìn giữ, giếng khoan, quốc tế",
    ],
)
def test_words_codes_numbers_and_names_stay(speller, text):
    assert read(speller, text) == text


def test_what_the_documents_hold_is_no_slip(speller):
    assert speller.read("cải cáh hành chính").text == "cải cách hành chính"
    held = {"cải", "cáh", "hành", "chính", "cách"}
    kept = speller.read("cải cáh hành chính", lambda left, right: 3 * (right is None and left in held))
    assert kept.mended == "cải cáh hành chính"


def test_wrong_marks_are_mended_where_the_documents_hold_the_other(speller):
    pairs = {("cải", "cách"), ("cách", "hành"), ("hành", "chính")}
    known = lambda left, right: 40 * (right is None or (left, right) in pairs)  # noqa: E731
    assert speller.read("cái cách hành chính", known).text == "cải cách hành chính"
    assert speller.read("cái cách hành chính", lambda left, right: 40).text == "cái cách hành chính"


def test_an_unsure_reading_is_searched_besides(speller):
    reading = speller.read("thur")
    assert reading.text == "thur"
    assert reading.also == {"thur": ("thủ",)}
    query = interpret("thur", restore=speller)
    assert query.also == ("thủ",)
    assert query.words[0].aliases == ("thủ",)
    assert not query.restored


def test_a_query_says_that_it_was_mended(speller):
    query = interpret("cari cachs 181/KH-SGDDT", restore=speller)
    assert (query.text, query.restored, query.unaccented) == ("cải cách 181/KH-SGDDT", True, False)
    assert query.mention is not None
    assert query.mention.number == "181"
    plain = interpret("cari cachs", restore=None)
    assert (plain.text, plain.restored) == ("cari cachs", False)


def test_slips_in_a_query_without_marks_are_mended_and_restored(speller):
    query = interpret("cai cah hanh chinh", restore=speller)
    assert query.unaccented
    assert [word.syllable for word in query.words] == ["cải", "cách", "hành", "chính"]
    assert query.text == "cải cách hành chính"


def test_what_was_restored_is_searched_as_restored(speller):
    query = interpret("ke hoach cai cach xqwerty", restore=speller)
    assert [(word.syllable, word.bare) for word in query.words][-2:] == [("cách", False), ("xqwerty", True)]
    assert [word.bare for word in interpret("thuoc", restore=speller).words] == [True]
    unread = interpret("ke hoach cai cach", restore=lambda text: text)
    assert all(word.bare for word in unread.words)


def test_two_unsure_neighbours_are_searched_in_every_reading():
    words = [Word("bị", aliases=("bí",)), Word("mất", aliases=("mật",))]
    pair = query_terms(words)[-1]
    assert len(pair.hashes) == 4
    assert query_terms([Word("bí"), Word("mật")])[-1].hashes[0] in pair.hashes


@pytest.mark.parametrize("text", ["", " ", "\x00", "đđđđ", "aaaa" * 90, "s" * 299, "wwww ffff " * 20, "ß𝒳 ca\u0301ch"])
def test_any_text_is_taken(speller, text):
    reading = speller.read(text)
    assert len(reading.text) == len(reading.mended)


@pytest.mark.parametrize(
    ("keys", "syllable"),
    [
        ("dduwowngf", "đường"), ("nguowif", "người"), ("quys", "quý"), ("giuwx", "giữ"), ("hoaf", "hòa"),
        ("DDuwowcj".lower(), "được"), ("thuyr", "thủy"), ("khoer", "khỏe"), ("quoocs", "quốc"), ("truwowngf", "trường"),
        ("nam", None), ("xyz", None), ("sdf", None), ("123", None), ("cachsf", None),
    ],
)  # fmt: skip
def test_telex(keys, syllable):
    assert telex(keys) == syllable


@pytest.mark.parametrize(
    ("keys", "syllable"),
    [
        ("d9u7o7ng2", "đường"),
        ("ngu7o7i2", "người"),
        ("quy1", "quý"),
        ("gi4", "gĩ"),
        ("abc", None),
        ("12", None),
        ("x9", None),
    ],
)
def test_vni(keys, syllable):
    assert vni(keys) == syllable


@pytest.mark.parametrize(
    ("text", "possible"),
    [("nghiêng", True), ("ghế", True), ("quyết", True), ("khuya", True), ("yêu", True), ("giỏi", True), ("đ", False),
     ("ngế", False), ("cế", False), ("kà", False), ("quôn", False), ("catch", False), ("cat", False), ("đạp", True)],
)  # fmt: skip
def test_shapes_of_syllables(text, possible):
    assert is_syllable(text) is possible


def test_every_common_syllable_of_the_model_is_possible():
    model = DiacriticsModel.load()
    common = [s for s, weight in zip(model.syllables, model.unigram, strict=True) if weight > -8 and s.isalpha()]
    marked = [s for s in common if has_diacritics(s)]
    assert len(marked) > 400
    assert [s for s in marked if not is_syllable(s)] == []
    assert [s for s in marked if not is_bare_syllable(strip_diacritics(s))] == []
