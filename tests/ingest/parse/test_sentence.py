"""Sentence ends, and marks that end none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.parse.sentence import sentence_spans


@pytest.mark.parametrize(
    "sentences",
    [
        ["Hoàn thành trong quý I.", "Báo cáo trước ngày 15/3/2026."],
        ["1.1. Mục tiêu.", "Rà soát 100% thủ tục."],
        ["Điều 3. Chánh Văn phòng chịu trách nhiệm thi hành."],
        ["UBND TP. Hòa Thịnh và TX. Bình Sơn phối hợp thực hiện."],
        ["ThS. Lê Văn An, TS. Trần Bình và PGS.TS. Ngô C. Dũng tham dự.", "Hội nghị kết thúc."],
        ["Tỷ lệ đạt 98.5 điểm, tăng 1.2 điểm so với năm 2024.", "Tiếp tục duy trì."],
        ["Công khai tại trụ sở; niêm yết; đăng tải trên Cổng; báo cáo Sở Nội vụ."],
        ["Tuyên truyền qua báo, đài, mạng xã hội, v.v. để người dân biết."],
        ["Chủ đề: “Kỷ cương, đổi mới.”", "Các đơn vị thực hiện nghiêm."],
        ["Thực hiện Kế hoạch số 12/KH-SNV ngày 05/01/2026 của Sở.", "Sở yêu cầu:"],
        ["Có giảm hồ sơ trễ hẹn không?", "Có!", "Cụ thể như sau…"],
        ["Trang thông tin... được cập nhật."],
    ],
)
def test_sentences(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[a:b] for a, b in sentence_spans(text)] == sentences


def test_a_line_ends_a_sentence() -> None:
    text = "  - rà soát;\n\n- công khai \n"
    assert [text[a:b] for a, b in sentence_spans(text)] == ["- rà soát;", "- công khai"]


@given(st.text(alphabet=st.sampled_from("aBđĐ1 .;:!?…\n\t“”()-/") | st.characters(codec="utf-8")))
def test_nothing_visible_is_lost_or_moved(text: str) -> None:
    end = 0
    for start, stop in sentence_spans(text):
        assert start >= end
        assert not text[end:start].strip()
        assert text[start:stop].strip() == text[start:stop] != ""
        end = stop
    assert not text[end:].strip()
