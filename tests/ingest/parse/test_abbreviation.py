"""Definitions of abbreviations, and brackets that define nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.parse.abbreviation import find_abbreviations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("công tác cải cách hành chính (CCHC) của tỉnh", {"CCHC": "cải cách hành chính"}),
        ("Ủy ban nhân dân (viết tắt là UBND)", {"UBND": "Ủy ban nhân dân"}),
        ("thủ tục hành chính (sau đây gọi tắt là: TTHC)", {"TTHC": "thủ tục hành chính"}),
        ("Quy phạm pháp luật (sau đây viết tắt là “QPPL”)", {"QPPL": "Quy phạm pháp luật"}),
        ("cán bộ, công chức, viên chức (CBCCVC)", {"CBCCVC": "cán bộ, công chức, viên chức"}),
        ("Sở Giáo dục và Đào tạo (Sở GDĐT); Giáo dục và Đào tạo (GDĐT)", {"GDĐT": "Giáo dục và Đào tạo"}),
        ("đơn vị sự nghiệp công lập (ĐVSNCL)", {"ĐVSNCL": "đơn vị sự nghiệp công lập"}),
        ("doanh nghiệp nhỏ và vừa (DNNVV)", {"DNNVV": "doanh nghiệp nhỏ và vừa"}),
        ("dịch vụ công trực tuyến, sau đây viết tắt là DVCTT, được", {"DVCTT": "dịch vụ công trực tuyến"}),
        (
            "- CNTT: Công nghệ thông tin;\n- HĐND: Hội đồng nhân dân.",
            {"CNTT": "Công nghệ thông tin", "HĐND": "Hội đồng nhân dân"},
        ),
        ("CSDL (cơ sở dữ liệu) quốc gia", {"CSDL": "cơ sở dữ liệu"}),
        ("hội đồng nhân dân (HDND)", {"HDND": "hội đồng nhân dân"}),
        # nothing is defined
        ("mức độ hài lòng của người dân (SIPAS)", {}),
        ("nhiệm vụ tại mục này (IV)", {}),
        ("Phó Chủ tịch (Đ/c An)", {}),
        ("dịch vụ (ĐV)", {}),  # Đ is not D
        ("rà soát thủ tục (CCHC)", {}),
        ("(UBND)", {}),
        ("", {}),
    ],
)
def test_definitions(text: str, expected: dict[str, str]) -> None:
    assert find_abbreviations(text) == expected


def test_first_definition_holds() -> None:
    assert find_abbreviations("công bằng (CB) và cán bộ (CB)") == {"CB": "công bằng"}


@given(st.text(alphabet="abĐA CH()\n,.:-", max_size=300))
def test_any_text_is_read(text: str) -> None:
    for short, long in find_abbreviations(text).items():
        assert short in text
        assert long.split()[0] in text
