"""Facts are found by what a question asks about, in any spelling."""

from __future__ import annotations

import numpy as np
import pytest

from index.abbreviate import Abbreviations
from index.find_facts import FactIndex, find, without_question
from ingest.clean.fold import strip_diacritics

TASKS = [
    "Rà soát, đánh giá, đơn giản hóa thủ tục hành chính thuộc phạm vi quản lý",
    "Kiểm soát việc ban hành thủ tục hành chính mới",
    "Tổ chức tập huấn kỹ năng số cho công chức bộ phận một cửa",
    "Rà soát văn bản quy phạm pháp luật do tỉnh ban hành",
    "Khảo sát sự hài lòng của người dân đối với dịch vụ công (SIPAS)",
    "Duy trì hệ thống quản lý chất lượng theo ISO 9001:2015",
    "Thi tuyển chức danh lãnh đạo cấp phòng",
    "Hướng dẫn nộp hồ sơ trực tuyến",
]

QUESTIONS = [
    ("rà soát thủ tục hành chính", 0),
    ("rà soát TTHC", 0),
    ("ra soat tthc", 0),
    ("ai chủ trì rà soát TTHC", 0),
    ("ai chu tri viec ra soat tthc?", 0),
    ("đơn vị nào phối hợp tập huấn kỹ năng số", 2),
    ("bao giờ tập huấn kĩ năng số", 2),
    ("khi nào phải rà soát văn bản quy phạm pháp luật", 3),
    ("rà soát VBQPPL", 3),
    ("chỉ số hài lòng SIPAS", 4),
    ("KHAO SAT HAI LONG", 4),
    ("iso 9001", 5),
    ("thi tuyển lãnh đạo", 6),
    ('"hồ sơ trực tuyến"', 7),
]


@pytest.mark.parametrize(("question", "best"), QUESTIONS)
def test_a_question_finds_its_task_first(question: str, best: int) -> None:
    found = find(TASKS, question, str)
    assert found[0][0] == TASKS[best]
    assert all(0 < score <= 1 for _, score in found)


@pytest.mark.parametrize(("question", "best"), QUESTIONS)
def test_also_without_diacritics(question: str, best: int) -> None:
    assert find(TASKS, strip_diacritics(question), str)[0][0] == TASKS[best]


@pytest.mark.parametrize("question", ["", "   ", "?", "chuyển đổi năng lượng", '"rà soát tập huấn"', "xyz"])
def test_nothing_is_found_for_what_is_not_there(question: str) -> None:
    assert find(TASKS, question, str) == []


def test_half_of_a_phrase_ranks_behind_the_whole_and_a_stray_syllable_is_nothing() -> None:
    found = [text for text, _ in find(TASKS, "rà soát", str)]
    assert set(found) == {TASKS[0], TASKS[3]}  # not "kiểm soát"


def test_a_lesser_field_counts_less() -> None:
    records = [("Báo cáo", "Tập huấn"), ("Tập huấn", "Báo cáo")]
    found = find(records, "tập huấn", lambda record: [(record[0], 1.0), (record[1], 0.8)])
    assert [record for record, _ in found] == [records[1], records[0]]


def test_abbreviations_that_documents_define_are_understood() -> None:
    records = ["Vận hành hệ thống thông tin đất đai", "Vận hành trạm bơm"]
    known = Abbreviations({"HTTTĐĐ": {"hệ thống thông tin đất đai": 2}})
    assert [text for text, _ in find(records, "vận hành HTTTĐĐ", str, known)] == records[:1]


def test_no_records() -> None:
    assert find([], "rà soát", str) == []


@pytest.mark.parametrize("question", [question for question, _ in QUESTIONS])
def test_an_index_made_in_parts_scores_as_one_made_at_once(question: str) -> None:
    whole = FactIndex(TASKS)
    first = FactIndex(TASKS[:3])
    parts = first.extended(TASKS[3:5]).extended([]).extended([*TASKS[5:]])
    assert len(first) == 3
    assert parts.scores(question).tolist() == whole.scores(question).tolist()
    assert first.scores(question).shape == (3,)


def test_only_those_asked_for_may_match_and_the_best_of_them_sets_the_measure() -> None:
    scores = FactIndex(TASKS).scores("rà soát thủ tục hành chính", among=np.array([1, 3]))
    assert np.flatnonzero(scores).tolist() == [1]


@pytest.mark.parametrize(
    ("query", "rest"),
    [
        ("ai chủ trì", "ai chủ trì"),
        ("ai", "ai"),
        ("cơ quan nào được giao chủ trì xây dựng đề án", "xây dựng đề án"),
        ("giao cho ai số hóa hồ sơ", "số hóa hồ sơ"),
        ("số hóa hồ sơ do ai thực hiện", "số hóa hồ sơ"),
        ("thời hạn hoàn thành số hóa hồ sơ", "số hóa hồ sơ"),
        ("Sở Nội vụ phải làm những việc gì", "Sở Nội vụ"),
        ("Sở Nội vụ chủ trì những nhiệm vụ gì", "Sở Nội vụ"),
        ("Sở Nội vụ chủ trì rà soát gì", "Sở Nội vụ chủ trì rà soát gì"),
        ("thay may tinh cho xa", "thay may tinh cho xa"),
        ("tăng mấy bậc chỉ số PCI", "tăng chỉ số PCI"),
        ("hạn gửi báo cáo quý", "gửi báo cáo quý"),
        ("hạn chế trong giải quyết hồ sơ", "hạn chế trong giải quyết hồ sơ"),
        ("thay máy tính hạn đến ngày nào", "thay máy tính"),
        ("quy chế phối hợp", "quy chế phối hợp"),
        ("nhiệm vụ về chuyển đổi số", "chuyển đổi số"),
        ("hải quan", "hải quan"),
        ("đơn vị sự nghiệp nào tự chủ", "đơn vị sự nghiệp nào tự chủ"),
    ],
)
def test_only_the_asking_words_are_left_out(query: str, rest: str) -> None:
    assert without_question(query) == rest
