"""Indicators that are the same however they are worded, and those that only look so, with why they are kept apart."""

from __future__ import annotations

import pytest

from evaluation.indicator_pairs import form_of, read_pairs, score, verdicts
from index.embed import load_embedder
from index.indicator_form import indicator_form, subject
from index.indicator_match import Verdict, judge, likeness
from ingest.clean.fold import strip_diacritics

SAME = [
    ("Tỷ lệ hồ sơ TTHC nộp trực tuyến", "Hồ sơ nộp trực tuyến (% tổng số hồ sơ)"),
    ("Tỷ lệ hồ sơ trực tuyến toàn trình", "hồ sơ được xử lý hoàn toàn trực tuyến"),
    ("Tỷ lệ hồ sơ giải quyết đúng hạn ở cả ba cấp", "Hồ sơ giải quyết trước hạn và đúng hạn của toàn ngành"),
    ("SIPAS", "Mức độ hài lòng của người dân, tổ chức đối với sự phục vụ của cơ quan hành chính nhà nước năm 2026"),
    ("PAR INDEX @hạng", "Thứ hạng chỉ số cải cách hành chính (PAR INDEX) của tỉnh Sơn La giai đoạn 2021 - 2025 @hạng"),
    ("Giải ngân (% kế hoạch vốn đầu tư công)", "Tỷ lệ giải ngân vốn đầu tư công"),
    ("Tái sử dụng dữ liệu số hóa", "Tỷ lệ khai thác, sử dụng lại thông tin, dữ liệu số hóa"),
    ("Cắt giảm chi phí tuân thủ TTHC @%-", "chi phí tuân thủ @%-"),
    ("Văn bản đi được ký số (trừ văn bản mật)", "Tỷ lệ văn bản đi có ký số"),
    ("Nhiệm vụ của Chính phủ hoàn thành đúng tiến độ", "Tỷ lệ nhiệm vụ của Chính phủ hoàn thành đúng hạn"),
    ("Dân số có căn cước điện tử", "Tỷ lệ người dân có căn cước điện tử"),
    ("Trả kết quả giải quyết TTHC bản điện tử", "Kết quả giải quyết TTHC được cấp bản điện tử"),
    ("Thời gian giải quyết hồ sơ TTHC @%-", "Rút ngắn thời gian giải quyết thủ tục hành chính @%-"),
    ("Tỷ lệ bao phủ BHYT toàn dân", "Người dân tham gia bảo hiểm y tế"),
    ("Thứ hạng chỉ số PAPI tăng bậc @bậc+", "Nâng hạng PAPI @bậc+"),
    ("Giải ngân vốn sự nghiệp (% kế hoạch vốn)", "Tỷ lệ giải ngân kế hoạch vốn sự nghiệp"),
    ("Số hóa kết quả còn hiệu lực: cấp xã", "Số hóa kết quả đang còn hiệu lực và có giá trị sử dụng tại cấp xã"),
    ("Hồ sơ công việc ở cấp thành phố trên môi trường mạng", "Hồ sơ công việc cấp tỉnh trên môi trường mạng (trừ mật)"),
    ("Cung cấp dịch vụ công toàn trình (% thủ tục đủ điều kiện)", "Thủ tục đủ điều kiện được cung cấp toàn trình"),
    ("Văn bản không mật được ký số", "Tỷ lệ văn bản được ký số"),
    ("Người trưởng thành có chữ ký số cá nhân", "Dân số trưởng thành có chữ ký số hoặc chữ ký điện tử cá nhân"),
    ("Truy cập băng rộng với tốc độ 01 Gb/s", "Truy cập băng rộng với tốc độ 1Gb/s"),
    ("Lao động qua đào tạo: có chứng chỉ", "Tỷ lệ lao động qua đào tạo có chứng chỉ"),
]
APART = [
    ("Tỷ lệ hồ sơ TTHC giải quyết trực tuyến trên tổng số hồ sơ", "Tỷ lệ thủ tục cung cấp trực tuyến", "việc được đo"),
    ("Tỷ lệ hồ sơ trực tuyến", "Tỷ lệ thủ tục trực tuyến", "tính trên đối tượng khác"),
    ("Hồ sơ trực tuyến toàn trình", "Hồ sơ trực tuyến một phần", "mức độ trực tuyến"),
    ("Hồ sơ trực tuyến toàn trình", "Hồ sơ trực tuyến", "mức độ trực tuyến"),
    ("Hồ sơ trực tuyến cấp tỉnh", "Hồ sơ trực tuyến cấp xã", "khác cấp"),
    ("Hồ sơ trực tuyến cấp xã", "Hồ sơ trực tuyến", "khác cấp"),
    ("Hồ sơ giải quyết đúng hạn", "Hồ sơ giải quyết trước hạn", "tiến độ"),
    ("Hồ sơ nộp trực tuyến", "Hồ sơ giải quyết trực tuyến", "khác bước"),
    ("Hồ sơ nộp trực tuyến", "Hồ sơ thanh toán trực tuyến", "việc được đo"),
    ("PAR INDEX @hạng", "PAR INDEX @điểm", "đơn vị tính"),
    ("PAR INDEX @bậc+", "PAR INDEX @bậc", "chiều"),
    ("Hồ sơ trực tuyến @%+", "Hồ sơ trực tuyến", "chiều"),
    ("Chỉ số CCHC của Sở @hạng", "Chỉ số CCHC của tỉnh @hạng", "phạm vi"),
    ("Trẻ em dưới 5 tuổi được tiêm", "Trẻ em dưới 15 tuổi được tiêm", "con số"),
    ("Mức độ hài lòng của người bệnh nội trú", "Mức độ hài lòng của người bệnh ngoại trú", ""),
    ("Mức độ hài lòng của người dân", "Mức độ hài lòng của doanh nghiệp", "đối tượng"),
    ("Mức độ hài lòng của người dân", "Mức độ hài lòng của người dân về thủ tục hành chính", "phạm vi đánh giá"),
    ("Giao dịch trực tuyến trên tổng số thủ tục có phí", "Giao dịch trực tuyến trên tổng số hồ sơ", "tổng số"),
    ("Kinh tế số", "Kinh tế biển", ""),
    ("Văn bản được ký số cá nhân", "Văn bản được ký số cơ quan", "đối tượng"),
    ("Phát triển thị trường bán lẻ", "Phát triển trường bán công", ""),
    ("Thời gian giải quyết thủ tục @%-", "Chi phí giải quyết thủ tục @%-", ""),
    ("Dân số nông thôn dùng nước sạch", "Hộ nông thôn dùng nước sạch", "đối tượng"),
    ("Doanh nghiệp có chuyển đổi số", "Doanh nghiệp có chuyển đổi", ""),
    ("Xã đạt chuẩn nông thôn mới", "Xã đạt chuẩn nông thôn mới nâng cao", ""),
    ("Tỷ lệ phủ sóng mạng di động 5G trên dân số", "Tỷ lệ phủ sóng mạng di động 4G trên dân số", "con số"),
    ("Sản lượng chè búp tươi @tấn", "Sản lượng cà phê nhân @tấn", ""),
    ("Cơ quan không có vi phạm kỷ luật", "Cơ quan có vi phạm kỷ luật", "chiều"),
    ("Tỷ lệ hồ sơ trực tuyến: Phường Tân Lập", "Tỷ lệ hồ sơ trực tuyến: Xã Hòa Bình", "địa phương"),
    ("Tốc độ tăng doanh thu: Thành phố Huế", "Tốc độ tăng doanh thu: Thành phố Hồ Chí Minh", "địa phương"),
    ("Tỷ lệ hồ sơ trực tuyến: Xã Hòa Bình", "Tỷ lệ hồ sơ trực tuyến", "địa phương"),
    ("Giá trị bán lẻ: cửa hàng tiện lợi", "Giá trị bán lẻ", ""),
    ("Doanh thu và thu nhập khác: doanh thu thuần", "Doanh thu và thu nhập khác", ""),
    ("Hồ sơ trực tuyến (% tại UBND cấp xã)", "Hồ sơ trực tuyến", "khác cấp"),
    ("Chương trình đạt kiểm định lần thứ nhất", "Chương trình đạt kiểm định lần thứ hai", "con số"),
    ("Giá trị hàng hóa xuất đi (trừ dầu khí) @%+", "Giá trị hàng hóa xuất đi @%+", ""),
    ("Lượt khách lưu trú quốc tế @lượt", "Lượt khách lưu trú @lượt", ""),
    ("Nộp ngân sách trước thuế", "Nộp ngân sách sau thuế", ""),
]  # fmt: skip


def judged(a: str, b: str) -> Verdict:
    forms = [form_of(a), form_of(b)]
    left, right = load_embedder().encode_passages([form.words for form in forms])
    return judge(forms[0], forms[1], float(left @ right))


@pytest.mark.parametrize(("a", "b"), SAME)
def test_other_words_the_same_indicator(a: str, b: str) -> None:
    assert judged(a, b).same
    assert judged(b, a) == judged(a, b)
    assert judged(strip_diacritics(a), strip_diacritics(b)).same, "typed without diacritics"


@pytest.mark.parametrize(("a", "b", "why"), APART)
def test_nearly_the_same_words_another_indicator(a: str, b: str, why: str) -> None:
    verdict = judged(a, b)
    assert not verdict.same
    assert why in verdict.veto
    assert not judged(b, a).same


def test_the_form_knows_no_place_and_no_year() -> None:
    key = indicator_form("Tỷ lệ hồ sơ đúng hạn").key
    for said in ("tỷ lệ hồ sơ đúng hạn năm 2026", "Tỷ lệ hồ sơ đúng hạn trên địa bàn tỉnh Sơn La", "Hồ sơ đúng hạn[3]"):
        assert indicator_form(said).key == key


@pytest.mark.parametrize(
    "said", ["Diện tích", "đúng hạn", "tốc độ tăng trưởng", "ngoại trú", "hoàn thành kế hoạch giao", ""]
)
def test_a_name_that_says_too_little_is_vague(said: str) -> None:
    assert indicator_form(said).vague


def test_whose_index_is_meant_comes_from_who_says_it() -> None:
    said = "Chỉ số cải cách hành chính"
    assert indicator_form(said, "hạng", None, "sở").get("scope") == {"sở"}
    assert indicator_form("PAR INDEX", "hạng", None, "sở").get("scope") == {"tỉnh"}
    assert not indicator_form("Hồ sơ đúng hạn", "%", None, "sở").get("scope")


def test_a_question_is_answered_by_what_it_leaves_open_but_not_by_its_contrary() -> None:
    asked = indicator_form(subject("so sánh tỷ lệ hồ sơ trực tuyến năm 2025 ở Sơn La?"))
    whole = likeness(asked, indicator_form("Hồ sơ trực tuyến toàn trình"))
    exact = likeness(asked, indicator_form("Tỷ lệ hồ sơ trực tuyến"))
    assert exact > whole > 0
    assert likeness(asked, indicator_form("Thủ tục cung cấp trực tuyến")) == 0
    assert likeness(asked, indicator_form("Hồ sơ đúng hạn")) == 0


def test_labelled_pairs_hardly_ever_merge_wrongly() -> None:
    """Figures: evaluation/results/facts.md, Comparison."""
    pairs = read_pairs()
    assert len(pairs) >= 150
    assert {pair.split for pair in pairs} == {"tune", "held", "fresh", "late", "last", "unseen", "newest"}
    found = score(pairs, verdicts(pairs))
    assert found.precision >= 0.97
    assert found.recall >= 0.8
