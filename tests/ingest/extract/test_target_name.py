"""Names of indicators: what is mended, what is none."""

from __future__ import annotations

import pytest

from ingest.extract.target_name import prove_name


@pytest.mark.parametrize(
    "name",
    [
        "Tỷ lệ hồ sơ trực tuyến toàn trình",
        "hồ sơ được giải quyết trước và đúng hạn",
        "SIPAS",
        "PAR Index",
        "Chỉ số PAPI của tỉnh Bình Minh",
        "bác sĩ",
        "Lượng: Xoài",
        "Tỷ lệ xã đạt chuẩn: Đồng bằng",
        "tỷ lệ người từ 65 tuổi trở lên",
        "nhiệm vụ hoàn thành vượt mức",
        "số cuộc họp trực tiếp",
        "theo dõi nhiệm vụ được giao trên môi trường điện tử",
        "văn bản đến",
        "hộ dân có nhà ở",
        "đơn vị có đủ trang thiết bị",
        "Cung cấp dịch vụ công: được cung cấp toàn trình",
        "Tỷ lệ doanh nghiệp đổi mới (% trong tổng số doanh nghiệp)",
        "mức độ hoàn thành kế hoạch (bao gồm: kế hoạch A; kế hoạch B)",
        "người từ 06 tháng đến 36 tháng tuổi được tiêm chủng",
        "hộ kinh doanh có doanh thu trên 1 tỷ đồng dùng hóa đơn điện tử",
        "xã, phường, đặc khu có đường truyền tốc độ 1 Gb/s",
    ],
)
def test_whole_names_stay(name: str) -> None:
    assert prove_name(name) == name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("tới năm 2027 tỷ lệ hồ sơ trực tuyến", "tỷ lệ hồ sơ trực tuyến"),
        ("thu hút lượt khách vào năm", "thu hút lượt khách"),
        ("Theo Nghị quyết, tầm nhìn đến năm 2045, tuổi thọ trung bình", "tuổi thọ trung bình"),
        ("Kế hoạch đặt ra mục tiêu đến năm 2030, số doanh nghiệp nhỏ", "số doanh nghiệp nhỏ"),
        ("phải số hóa hồ sơ còn hiệu lực", "số hóa hồ sơ còn hiệu lực"),
        ("đối với số công bố khoa học", "số công bố khoa học"),
        ("đối với các trường, hàng quý có bài viết", "các trường: hàng quý có bài viết"),
        ("Tại địa bàn đô thị: trẻ em được tiêm chủng", "địa bàn đô thị: trẻ em được tiêm chủng"),
        ("Cấp kết quả điện tử: đối với sở, ngành", "Cấp kết quả điện tử: sở, ngành"),
        (
            "chính sách hỗ trợ khởi nghiệp được đề xuất thành công nhằm tháo gỡ khó khăn",
            "chính sách hỗ trợ khởi nghiệp được đề xuất thành công",
        ),
        ("Chủ trì, phối hợp với Thanh tra Sở kiểm tra công vụ các đơn vị", "kiểm tra công vụ các đơn vị"),
        ("Về bộ máy và công vụ (% số đơn vị sự nghiệp)", "số đơn vị sự nghiệp"),
        ("đạt mức tăng trưởng kinh tế (% với cơ cấu dịch vụ)", "tăng trưởng kinh tế"),
        ("cán bộ ký cam kết “Một chạm", "cán bộ ký cam kết “Một chạm”"),
    ],
)
def test_plain_flaws_are_mended(name: str, expected: str) -> None:
    assert prove_name(name) == expected


@pytest.mark.parametrize(
    "name",
    [
        "thủ tục số hoặc",
        "là mục tiêu nội bộ tham khảo",
        "đối với yêu cầu bắt buộc",
        "chuyển đổi số và tiếp tục nâng (% GDP trong 5 năm tiếp)",
        "Môi trường | 22 | Số bác sĩ | 19 | Bộ Y tế |",
        "trong danh sách chính thức những người ứng cử",
        "Tổng dư nợ đạt hơn 44.960 tỷ đồng và tổng huy động",
        "Bình Minh",
        "Bà Rịa - Vũng Tàu",
        "tỷ lệ",
        "ty le",
        "kế hoạch",
        "hồ sơ trực tuyến; thủ tục nội bộ",
        "Nông dân vào hợp tác xã. Nông dân được giữ đất",
        "số hồ sơ (trong đó có hồ sơ",
        "thời gian hoạt động của cổng, chỉ áp dụng khi được phê duyệt",
        "chủ trì việc rà soát",
        "%",
    ],
)
def test_what_is_no_whole_name_is_left_out(name: str) -> None:
    assert prove_name(name) is None
