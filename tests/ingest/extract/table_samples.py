"""Tables of goals in the genre, in a form from which files are built, with the targets they set.

`rows`: one line to a row, "|" between cells, "<" merges a cell with the one on its left, "^" with the one above.
`wanted`: words of the indicator, joined by "+" | comparator, value (or "low..high") and unit | year or period |
"+" or "-" for what rises or falls.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Sample:
    """A document with one table. `year`: that of its date; `blanks`: whether it says the same with merged cells left
    blank, as Markdown has it."""

    name: str
    kind: str
    title: str
    lead: tuple[str, ...]
    rows: str
    wanted: str
    header_rows: int = 1
    year: int = 2026
    blanks: bool = True


SAMPLES = [
    Sample(
        "done_and_plan",
        "KẾ HOẠCH",
        "Cải cách hành chính nhà nước tỉnh An Phú năm 2026",
        (
            "PHỤ LỤC 1",
            "CHỈ TIÊU CẢI CÁCH HÀNH CHÍNH NĂM 2026",
        ),
        """
STT|Chỉ tiêu|Đơn vị tính|Thực hiện năm 2025|Kế hoạch năm 2026|Cơ quan chủ trì theo dõi
I|Cải cách thể chế||||
1|Tỷ lệ văn bản quy phạm pháp luật ban hành đúng tiến độ|%|96|100|Sở Tư pháp
2|Tỷ lệ văn bản được rà soát theo kế hoạch|%|98,5|100|Sở Tư pháp
II|Cải cách thủ tục hành chính||||
1|Tỷ lệ hồ sơ giải quyết trước hạn và đúng hạn|%|97,2|≥ 98,5|Văn phòng UBND tỉnh
2|Số thủ tục hành chính được cắt giảm thời gian giải quyết|Thủ tục|85|120|Các sở, ban, ngành
""",
        """
văn bản quy phạm pháp luật+đúng tiến độ|= 100 %|2026
văn bản được rà soát|= 100 %|2026
trước hạn và đúng hạn|>= 98.5 %|2026
thủ tục hành chính được cắt giảm thời gian|= 120 Thủ tục|2026
""",
    ),
    Sample(
        "years_below_one_title",
        "KẾ HOẠCH",
        "Chuyển đổi số tỉnh An Phú giai đoạn 2026 - 2030",
        (
            "II. MỤC TIÊU",
            "Các chỉ tiêu chuyển đổi số",
        ),
        """
TT|Chỉ tiêu|Đơn vị tính|Lộ trình thực hiện|<|<|<|<|Cơ quan theo dõi
^|^|^|2026|2027|2028|2029|2030|^
1|Tỷ lệ dịch vụ công trực tuyến toàn trình|%|60|65|70|75|80|Sở KH&CN
2|Tỷ lệ người dân có tài khoản định danh điện tử|%|70|75|80|85|90|Công an tỉnh
3|Số xã có mạng 5G|Xã|12|20|31|40|52|Sở KH&CN
""",
        """
dịch vụ công trực tuyến toàn trình|= 60 %|2026
dịch vụ công trực tuyến toàn trình|= 65 %|2027
dịch vụ công trực tuyến toàn trình|= 70 %|2028
dịch vụ công trực tuyến toàn trình|= 75 %|2029
dịch vụ công trực tuyến toàn trình|= 80 %|2030
tài khoản định danh điện tử|= 70 %|2026
tài khoản định danh điện tử|= 75 %|2027
tài khoản định danh điện tử|= 80 %|2028
tài khoản định danh điện tử|= 85 %|2029
tài khoản định danh điện tử|= 90 %|2030
xã có mạng 5G|= 12 Xã|2026
xã có mạng 5G|= 20 Xã|2027
xã có mạng 5G|= 31 Xã|2028
xã có mạng 5G|= 40 Xã|2029
xã có mạng 5G|= 52 Xã|2030
""",
        header_rows=2,
    ),
    Sample(
        "result_then_goal",
        "KẾ HOẠCH",
        "Nâng cao Chỉ số hài lòng của người dân năm 2025 trên địa bàn huyện Lộc Sơn",
        ("III. CHỈ TIÊU CỤ THỂ",),
        """
TT|Nội dung|Kết quả năm 2024|Chỉ tiêu năm 2025
1|Mức độ hài lòng chung của người dân, tổ chức|84,12%|≥ 90%
2|Mức độ hài lòng về tiếp cận dịch vụ|82,4%|trên 88%
3|Tỷ lệ hồ sơ trễ hạn|3,1%|dưới 1%
4|Thời gian chờ tại Bộ phận Một cửa|32 phút|không quá 15 phút
""",
        """
hài lòng chung|>= 90 %|2025
tiếp cận dịch vụ|> 88 %|2025
hồ sơ trễ hạn|< 1 %|2025
Thời gian chờ+Một cửa|<= 15 phút|2025
""",
        year=2025,
    ),
    Sample(
        "index_points",
        "KẾ HOẠCH",
        "Cải thiện, nâng cao Chỉ số cải cách hành chính (PAR INDEX) năm 2026",
        (
            "PHỤ LỤC",
            "MỤC TIÊU ĐIỂM SỐ CÁC LĨNH VỰC PAR INDEX NĂM 2026",
        ),
        """
STT|Lĩnh vực/Tiêu chí|Điểm tối đa|Điểm đạt năm 2025|Mục tiêu năm 2026 (điểm)|Đơn vị phụ trách
1|Công tác chỉ đạo, điều hành cải cách hành chính|9,5|8,75|9,25|Sở Nội vụ
2|Cải cách thể chế|10|8,9|9,5|Sở Tư pháp
3|Cải cách thủ tục hành chính|13|11,2|12,4|Văn phòng UBND tỉnh
|Tổng điểm|100|87,3|91,5|
""",
        """
chỉ đạo, điều hành|= 9.25 điểm|2026
Cải cách thể chế|= 9.5 điểm|2026
Cải cách thủ tục hành chính|= 12.4 điểm|2026
Tổng điểm|= 91.5 điểm|2026
""",
    ),
    Sample(
        "points_and_rank_in_one_cell",
        "KẾ HOẠCH",
        "Cải thiện các chỉ số về cải cách hành chính tỉnh An Phú giai đoạn 2026 - 2028",
        ("II. MỤC TIÊU",),
        """
TT|Chỉ số|Năm 2025 (điểm/hạng)|Năm 2026 (điểm/hạng)|Năm 2027 (điểm/hạng)
1|PAR INDEX|86,2/21|88,5/18|89/15
2|SIPAS|83,15/30|85/25|87/20
3|PAPI|42,1/28|43/25|44,5/20
""",
        """
PAR INDEX|= 88.5 điểm|2026
PAR INDEX|= 18 hạng|2026
PAR INDEX|= 89 điểm|2027
PAR INDEX|= 15 hạng|2027
SIPAS|= 85 điểm|2026
SIPAS|= 25 hạng|2026
SIPAS|= 87 điểm|2027
SIPAS|= 20 hạng|2027
PAPI|= 43 điểm|2026
PAPI|= 25 hạng|2026
PAPI|= 44.5 điểm|2027
PAPI|= 20 hạng|2027
""",
    ),
    Sample(
        "words_in_cells",
        "KẾ HOẠCH",
        "Thực hiện nhiệm vụ cải cách hành chính năm 2026 của thành phố Hưng Hòa",
        (
            "I. MỤC TIÊU",
            "2. Chỉ tiêu chủ yếu",
        ),
        """
STT|Chỉ tiêu|Mục tiêu năm 2026|Cơ quan tham mưu
1|Chỉ số cải cách hành chính PAR INDEX|Tăng 2 bậc|Sở Nội vụ
2|Chỉ số SIPAS|Nhóm 10 tỉnh dẫn đầu|Sở Nội vụ
3|Chỉ số năng lực cạnh tranh cấp tỉnh (PCI)|Top 15|Sở Tài chính
4|Xây dựng vị trí việc làm|Hoàn thành|Sở Nội vụ
5|Tỷ lệ sở, ngành đạt mức độ chuyển đổi số Tốt|Ít nhất 80%|Sở KH&CN
6|Kiểm tra công tác cải cách hành chính|Tối thiểu 30% số đơn vị|Sở Nội vụ
7|Sáng kiến cải cách hành chính|03 sáng kiến trở lên|Các đơn vị
""",
        """
PAR INDEX|= 2 bậc|2026|+
SIPAS|<= 10 hạng|2026
PCI|<= 15 hạng|2026
sở, ngành đạt mức độ chuyển đổi số|>= 80 %|2026
Kiểm tra công tác cải cách hành chính|>= 30 %|2026
Sáng kiến cải cách hành chính|>= 3 sáng kiến|2026
""",
    ),
    Sample(
        "rows_are_communes",
        "QUYẾT ĐỊNH",
        "Giao chỉ tiêu cung cấp dịch vụ công trực tuyến năm 2026 cho Ủy ban nhân dân cấp xã",
        (
            "PHỤ LỤC",
            "CHỈ TIÊU GIAO NĂM 2026",
        ),
        """
STT|Tên xã, phường|Chỉ tiêu năm 2026|<|<
^|^|Tỷ lệ hồ sơ trực tuyến (%)|Tỷ lệ thanh toán trực tuyến (%)|Tỷ lệ số hóa hồ sơ (%)
1|Phường Tân Lập|85|70|100
2|Xã Hòa Bình|75|60|95
""",
        """
hồ sơ trực tuyến+Tân Lập|= 85 %|2026
thanh toán trực tuyến+Tân Lập|= 70 %|2026
số hóa hồ sơ+Tân Lập|= 100 %|2026
hồ sơ trực tuyến+Hòa Bình|= 75 %|2026
thanh toán trực tuyến+Hòa Bình|= 60 %|2026
số hóa hồ sơ+Hòa Bình|= 95 %|2026
""",
        header_rows=2,
    ),
    Sample(
        "comparison_column",
        "NGHỊ QUYẾT",
        "Về nhiệm vụ phát triển kinh tế - xã hội năm 2026",
        ("BIỂU CHỈ TIÊU KINH TẾ - XÃ HỘI CHỦ YẾU NĂM 2026",),
        """
TT|Chỉ tiêu|Đơn vị tính|Ước TH năm 2025|Kế hoạch năm 2026|So sánh KH 2026/ƯTH 2025 (%)
A|CHỈ TIÊU KINH TẾ||||
1|Tốc độ tăng trưởng GRDP|%|8,05|10,5|
2|GRDP bình quân đầu người|Triệu đồng|82,5|93,2|112,97
3|Tổng sản lượng lương thực có hạt|Tấn|215.000|218.500|101,6
B|CHỈ TIÊU XÃ HỘI||||
4|Tỷ lệ hộ nghèo giảm|%|1,2|1,0|
5|Số bác sĩ/vạn dân|Bác sĩ|10,2|11|107,8
""",
        """
tăng trưởng GRDP|= 10.5 %|2026
GRDP bình quân đầu người|= 93.2 Triệu đồng|2026
lương thực có hạt|= 218500 Tấn|2026
hộ nghèo|= 1 %|2026|-
bác sĩ/vạn dân|= 11 Bác sĩ|2026
""",
    ),
    Sample(
        "field_merged_down",
        "KẾ HOẠCH",
        "Triển khai Đề án 06 năm 2026 trên địa bàn xã Bình Minh",
        ("2. Mục tiêu cụ thể",),
        """
STT|Lĩnh vực|Chỉ tiêu|ĐVT|Năm 2026
1|Dịch vụ công|Tỷ lệ hồ sơ nộp trực tuyến toàn trình|%|80
^|^|Tỷ lệ tái sử dụng dữ liệu số hóa|%|60
2|Công dân số|Tỷ lệ kích hoạt định danh mức 2|%|85
^|^|Số tổ công nghệ số cộng đồng được tập huấn|Tổ|14
""",
        """
hồ sơ nộp trực tuyến toàn trình|= 80 %|2026
tái sử dụng dữ liệu số hóa|= 60 %|2026
kích hoạt định danh mức 2|= 85 %|2026
tổ công nghệ số cộng đồng|= 14 Tổ|2026
""",
    ),
    Sample(
        "signs_and_ranges",
        "KẾ HOẠCH",
        "Kiểm soát thủ tục hành chính năm 2026",
        ("I. MỤC TIÊU, CHỈ TIÊU",),
        """
TT|Tên chỉ tiêu|Đơn vị|Chỉ tiêu giao
1|Hồ sơ được số hóa khi tiếp nhận|%|>= 90
2|Phản ánh, kiến nghị được xử lý đúng hạn|%|80 - 85
3|Hồ sơ trả lại nhiều lần|%|≤ 1
4|Thời gian chờ trung bình|Phút|< 15
5|Thủ tục hành chính có phát sinh hồ sơ trực tuyến|%|> 50
6|Mức độ hài lòng của doanh nghiệp|%|từ 92 trở lên
""",
        """
Hồ sơ được số hóa|>= 90 %|2026
Phản ánh, kiến nghị được xử lý|= 80..85 %|2026
Hồ sơ trả lại|<= 1 %|2026
Thời gian chờ|< 15 Phút|2026
phát sinh hồ sơ trực tuyến|> 50 %|2026
hài lòng của doanh nghiệp|>= 92 %|2026
""",
    ),
    Sample(
        "unit_above_the_table",
        "KẾ HOẠCH",
        "Nâng cao Chỉ số SIPAS giai đoạn 2026 - 2028",
        (
            "II. MỤC TIÊU",
            "Bảng chỉ tiêu hài lòng theo từng lĩnh vực",
            "Đơn vị tính: %",
        ),
        """
TT|Lĩnh vực|Mục tiêu năm 2026|Mục tiêu năm 2027|Mục tiêu năm 2028
1|Đất đai|82|85|88
2|Hộ tịch|93|94|95
3|Xây dựng|85|87|90
""",
        """
Đất đai|= 82 %|2026
Đất đai|= 85 %|2027
Đất đai|= 88 %|2028
Hộ tịch|= 93 %|2026
Hộ tịch|= 94 %|2027
Hộ tịch|= 95 %|2028
Xây dựng|= 85 %|2026
Xây dựng|= 87 %|2027
Xây dựng|= 90 %|2028
""",
    ),
    Sample(
        "two_horizons",
        "NGHỊ QUYẾT",
        "Về chuyển đổi số tỉnh An Phú đến năm 2025, định hướng đến năm 2030",
        ("2. Mục tiêu cụ thể",),
        """
TT|Chỉ tiêu|Đến năm 2025|Đến năm 2030
1|Kinh tế số chiếm tỷ trọng trong GRDP|15%|30%
2|Hồ sơ công việc cấp tỉnh được xử lý trên môi trường mạng|90%|100%
3|Hồ sơ công việc cấp xã được xử lý trên môi trường mạng|70%|90%
4|Xếp hạng chỉ số DTI|Nhóm 30|Nhóm 20
5|Doanh nghiệp công nghệ số|100 doanh nghiệp|250 doanh nghiệp
""",
        """
Kinh tế số+GRDP|= 15 %|2025
Kinh tế số+GRDP|= 30 %|2030
Hồ sơ công việc cấp tỉnh|= 90 %|2025
Hồ sơ công việc cấp tỉnh|= 100 %|2030
Hồ sơ công việc cấp xã|= 70 %|2025
Hồ sơ công việc cấp xã|= 90 %|2030
DTI|<= 30 hạng|2025
DTI|<= 20 hạng|2030
Doanh nghiệp công nghệ số|= 100 doanh nghiệp|2025
Doanh nghiệp công nghệ số|= 250 doanh nghiệp|2030
""",
        year=2022,
    ),
    Sample(
        "period_and_its_years",
        "KẾ HOẠCH",
        "Cải cách hành chính tỉnh An Phú giai đoạn 2026 - 2030",
        (
            "PHỤ LỤC",
            "HỆ THỐNG CHỈ TIÊU GIAI ĐOẠN 2026 - 2030",
        ),
        """
TT|Chỉ tiêu|ĐVT|Giai đoạn 2021 - 2025|<|Mục tiêu đến năm 2030|Trong đó|<
^|^|^|Mục tiêu|Ước thực hiện|^|Năm 2026|Năm 2027
1|Tỷ lệ thủ tục hành chính nội bộ được đơn giản hóa|%|20|22,5|50|25|32
2|Tỷ lệ công chức cấp xã đạt chuẩn trình độ|%|95|97,1|100|98|99
3|Tỷ lệ giảm đầu mối đơn vị sự nghiệp|%|10|12|20|12|14
""",
        """
thủ tục hành chính nội bộ|= 50 %|2030
thủ tục hành chính nội bộ|= 25 %|2026
thủ tục hành chính nội bộ|= 32 %|2027
công chức cấp xã đạt chuẩn|= 100 %|2030
công chức cấp xã đạt chuẩn|= 98 %|2026
công chức cấp xã đạt chuẩn|= 99 %|2027
đầu mối đơn vị sự nghiệp|= 20 %|2030
đầu mối đơn vị sự nghiệp|= 12 %|2026
đầu mối đơn vị sự nghiệp|= 14 %|2027
""",
        header_rows=2,
    ),
    Sample(
        "tasks_with_results",
        "KẾ HOẠCH",
        "Cải cách hành chính năm 2026 của Sở Tài chính",
        (
            "PHỤ LỤC",
            "DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026",
        ),
        """
STT|Nhiệm vụ|Kết quả, sản phẩm|Thời gian hoàn thành|Chủ trì|Phối hợp
1|Đơn giản hóa thủ tục hành chính nội bộ|Cắt giảm tối thiểu 30% thời gian giải quyết|Tháng 6/2026|Văn phòng Sở|Các phòng
2|Giải quyết hồ sơ thủ tục hành chính|Tỷ lệ hồ sơ giải quyết đúng hạn đạt trên 98%|Thường xuyên|Các phòng|Văn phòng Sở
3|Tuyên truyền cải cách hành chính|Tối thiểu 24 tin, bài; 02 hội nghị|Năm 2026|Văn phòng Sở|Các phòng
4|Kiểm tra cải cách hành chính|Ít nhất 30% số phòng, đơn vị được kiểm tra|Quý III/2026|Thanh tra Sở|
5|Báo cáo kết quả cải cách hành chính|Báo cáo quý, 6 tháng, năm|Ngày 15/11/2026|Văn phòng Sở|
6|Số hóa kết quả giải quyết còn hiệu lực|100% kết quả được số hóa|31/12/2026|Văn phòng Sở|
""",
        """
thời gian giải quyết|>= 30 %|2026|-
hồ sơ giải quyết đúng hạn|> 98 %|2026
Tuyên truyền cải cách hành chính|>= 24 tin, bài|2026
số phòng, đơn vị được kiểm tra|>= 30 %|2026
kết quả được số hóa|= 100 %|2026
""",
    ),
    Sample(
        "stage_rows",
        "NGHỊ QUYẾT",
        "Về đẩy mạnh cải cách hành chính giai đoạn 2026 - 2035",
        ("II. MỤC TIÊU",),
        """
TT|Chỉ tiêu|Đơn vị tính|Mục tiêu
I|Đến năm 2030||
1|Tỷ lệ hồ sơ trực tuyến trên tổng số hồ sơ|%|90
2|Xếp hạng PAR INDEX|Hạng|≤ 15
II|Tầm nhìn đến năm 2035||
1|Tỷ lệ hồ sơ trực tuyến trên tổng số hồ sơ|%|98
2|Xếp hạng PAR INDEX|Hạng|≤ 10
""",
        """
hồ sơ trực tuyến|= 90 %|2030
PAR INDEX|<= 15 hạng|2030
hồ sơ trực tuyến|= 98 %|2035
PAR INDEX|<= 10 hạng|2035
""",
    ),
    Sample(
        "quarters",
        "KẾ HOẠCH",
        "Nâng cao tỷ lệ hồ sơ trực tuyến năm 2026 của Sở Xây dựng",
        ("2. Chỉ tiêu cụ thể",),
        """
TT|Chỉ tiêu|Đơn vị tính|Cả năm 2026|Quý I|Quý II|Quý III|Quý IV
1|Tỷ lệ hồ sơ nộp trực tuyến|%|90|70|78|85|90
2|Tỷ lệ thanh toán phí, lệ phí trực tuyến|%|80|60|65|72|80
""",
        """
hồ sơ nộp trực tuyến|= 90 %|2026
thanh toán phí, lệ phí|= 80 %|2026
""",
    ),
    Sample(
        "least_in_the_heading",
        "QUYẾT ĐỊNH",
        "Giao chỉ tiêu cải cách hành chính năm 2026",
        (
            "PHỤ LỤC",
            "CHỈ TIÊU GIAO CÁC SỞ, BAN, NGÀNH NĂM 2026",
        ),
        """
STT|Nội dung chỉ tiêu|Mức tối thiểu (%)|Ghi chú
1|Hồ sơ giải quyết đúng hạn và trước hạn|98|
2|Hồ sơ thanh toán trực tuyến|70|Không tính hồ sơ không thu phí
3|Văn bản điện tử được ký số|100|
""",
        """
Hồ sơ giải quyết đúng hạn|>= 98 %|2026
Hồ sơ thanh toán trực tuyến|>= 70 %|2026
Văn bản điện tử được ký số|>= 100 %|2026
""",
    ),
    Sample(
        "marks_only",
        "KẾ HOẠCH",
        "Tuyên truyền cải cách hành chính năm 2026",
        (
            "PHỤ LỤC",
            "CHỈ TIÊU ÁP DỤNG CHO CÁC CẤP",
        ),
        """
STT|Chỉ tiêu|Cấp tỉnh|Cấp xã
1|Có chuyên mục cải cách hành chính trên cổng thông tin|x|x
2|Tổ chức hội thi tìm hiểu cải cách hành chính|x|
3|Đăng bài trên hệ thống truyền thanh cơ sở||x
""",
        """

""",
    ),
    Sample(
        "how_goals_were_met",
        "KẾ HOẠCH",
        "Cải cách hành chính năm 2026 của huyện Lộc Sơn",
        (
            "PHỤ LỤC 2",
            "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU CẢI CÁCH HÀNH CHÍNH NĂM 2025",
        ),
        """
STT|Chỉ tiêu|Kế hoạch năm 2025|Kết quả thực hiện|Đánh giá
1|Tỷ lệ hồ sơ đúng hạn|≥ 95%|97,8%|Đạt
2|Tỷ lệ hồ sơ trực tuyến|80%|76,5%|Không đạt
3|Số cuộc kiểm tra|05 cuộc|05 cuộc|Đạt
""",
        """

""",
    ),
    Sample(
        "budget",
        "KẾ HOẠCH",
        "Cải cách hành chính năm 2026 của huyện Lộc Sơn",
        (
            "PHỤ LỤC 3",
            "DỰ TOÁN KINH PHÍ THỰC HIỆN NĂM 2026",
        ),
        """
STT|Nội dung|Số lượng|Đơn giá (nghìn đồng)|Kinh phí năm 2026 (nghìn đồng)
1|In tờ rơi tuyên truyền|2.000|5|10.000
2|Tập huấn cải cách hành chính|2|15.000|30.000
""",
        """

""",
    ),
    Sample(
        "satisfaction_by_criterion",
        "KẾ HOẠCH",
        "Nâng cao sự hài lòng của người dân năm 2026",
        ("MỤC TIÊU CẢI THIỆN CÁC CHỈ SỐ HÀI LÒNG",),
        """
TT|Chỉ số thành phần|Năm 2025 (%)|Năm 2026 (%)|Tăng/giảm so với năm 2025 (điểm %)
1|Tiếp cận dịch vụ hành chính công|83,2|87|3,8
2|Thái độ phục vụ của công chức|85,0|89|4,0
3|Kết quả cung ứng dịch vụ|88,4|91|2,6
""",
        """
Tiếp cận dịch vụ hành chính công|= 87 %|2026
Thái độ phục vụ|= 89 %|2026
Kết quả cung ứng dịch vụ|= 91 %|2026
""",
    ),
    Sample(
        "units_by_row",
        "KẾ HOẠCH",
        "Phát triển kinh tế - xã hội 5 năm 2026 - 2030",
        ("II. CÁC CHỈ TIÊU CHỦ YẾU",),
        """
TT|Chỉ tiêu|Đơn vị tính|Ước thực hiện 2025|Mục tiêu 2030
1|Tốc độ tăng trưởng GRDP bình quân|%/năm|7,2|10
2|Thu nhập bình quân đầu người|Triệu đồng/người/năm|55|95
3|Tỷ suất tử vong trẻ em dưới 5 tuổi|‰|12,5|≤ 10
4|Số giường bệnh/10.000 dân|Giường|31|35
5|Tỷ lệ che phủ rừng|%|46,2|≥ 47
6|Tỷ lệ lao động qua đào tạo|%|68|75
|Trong đó: có bằng cấp, chứng chỉ|%|30|38
7|Diện tích nhà ở bình quân|m2 sàn/người|25,1|30
""",
        """
tăng trưởng GRDP bình quân|= 10 %|2030
Thu nhập bình quân đầu người|= 95 Triệu đồng/người/năm|2030
tử vong trẻ em dưới 5 tuổi|<= 10 ‰|2030
giường bệnh/10.000 dân|= 35 Giường|2030
che phủ rừng|>= 47 %|2030
lao động qua đào tạo|= 75 %|2030
lao động qua đào tạo+có bằng cấp, chứng chỉ|= 38 %|2030
nhà ở bình quân|= 30 m2 sàn/người|2030
""",
    ),
    Sample(
        "one_value_for_all_years",
        "KẾ HOẠCH",
        "Cải cách hành chính giai đoạn 2026 - 2028",
        ("2. Chỉ tiêu từng năm",),
        """
TT|Chỉ tiêu|Năm 2026|Năm 2027|Năm 2028
1|Tỷ lệ báo cáo gửi đúng hạn|100%|<|<
2|Tỷ lệ cán bộ được bồi dưỡng kỹ năng số|50%|70%|90%
3|Số sáng kiến cải cách hành chính|Ít nhất 02 sáng kiến/năm|<|<
""",
        """
báo cáo gửi đúng hạn|= 100 %|2026-2028
bồi dưỡng kỹ năng số|= 50 %|2026
bồi dưỡng kỹ năng số|= 70 %|2027
bồi dưỡng kỹ năng số|= 90 %|2028
sáng kiến cải cách hành chính|>= 2 sáng kiến/năm|2026-2028
""",
        blanks=False,
    ),
    Sample(
        "two_counts_in_a_cell",
        "KẾ HOẠCH",
        "Phát triển thương mại điện tử giai đoạn 2026 - 2030",
        ("II. MỤC TIÊU ĐẾN NĂM 2030",),
        """
TT|Nội dung|Đơn vị tính|Mục tiêu đến năm 2030
1|Cơ sở dữ liệu hàng hóa|Thông tin/nhà cung cấp|12000 thông tin/2000 nhà cung cấp
2|Doanh nghiệp có trang thông tin điện tử|%|55
3|Tập huấn kỹ năng bán hàng trực tuyến|Lớp/học viên|20 lớp/600 học viên
""",
        """
Cơ sở dữ liệu hàng hóa|= 12000 thông tin|2030
Cơ sở dữ liệu hàng hóa|= 2000 nhà cung cấp|2030
Doanh nghiệp có trang thông tin điện tử|= 55 %|2030
Tập huấn kỹ năng bán hàng trực tuyến|= 20 lớp|2030
Tập huấn kỹ năng bán hàng trực tuyến|= 600 học viên|2030
""",
    ),
    Sample(
        "who_must_reach_what",
        "KẾ HOẠCH",
        "Triển khai thực hiện chỉ tiêu cải cách hành chính năm 2026",
        ("III. PHÂN CÔNG THỰC HIỆN CHỈ TIÊU",),
        """
STT|Chỉ tiêu năm 2026|Đơn vị chịu trách nhiệm|Đơn vị phối hợp
1|100% văn bản đi được ký số và gửi trên môi trường mạng|Văn phòng Sở|Các phòng
2|Tối thiểu 95% hồ sơ được giải quyết đúng hạn, trong đó 50% hồ sơ trước hạn|Các phòng chuyên môn|Văn phòng Sở
3|Chỉ số hài lòng đạt từ 90% trở lên|Văn phòng Sở|Các phòng
""",
        """
văn bản đi được ký số|= 100 %|2026
hồ sơ được giải quyết đúng hạn|>= 95 %|2026
hồ sơ trước hạn|= 50 %|2026
hài lòng|>= 90 %|2026
""",
    ),
    Sample(
        "department_targets_wide",
        "KẾ HOẠCH",
        "Thực hiện chuyển đổi số năm 2026 của tỉnh An Phú",
        (
            "PHỤ LỤC II",
            "GIAO CHỈ TIÊU CHUYỂN ĐỔI SỐ CHO CÁC ĐỊA PHƯƠNG",
        ),
        """
TT|Địa phương|Người dân có chữ ký số cá nhân (%)|<|Hộ gia đình có cáp quang (%)|<
^|^|Năm 2025|Năm 2026|Năm 2025|Năm 2026
1|Xã Yên Lạc|22|35|70|80
2|Xã Vĩnh Thịnh|18|30|65|75
""",
        """
chữ ký số cá nhân+Yên Lạc|= 35 %|2026
cáp quang+Yên Lạc|= 80 %|2026
chữ ký số cá nhân+Vĩnh Thịnh|= 30 %|2026
cáp quang+Vĩnh Thịnh|= 75 %|2026
""",
        header_rows=2,
    ),
    Sample(
        "report_with_next_year",
        "BÁO CÁO",
        "Kết quả cải cách hành chính năm 2025, phương hướng năm 2026",
        (
            "PHỤ LỤC",
            "TỔNG HỢP CÁC CHỈ TIÊU CẢI CÁCH HÀNH CHÍNH",
        ),
        """
TT|Chỉ tiêu|ĐVT|Kết quả năm 2025|Phấn đấu năm 2026
1|Tỷ lệ hồ sơ trực tuyến toàn trình|%|71,2|80
2|Mức độ hài lòng của người dân|%|88,9|91
3|Số thủ tục hành chính được rà soát|TTHC|45|60
""",
        """
hồ sơ trực tuyến toàn trình|= 80 %|2026
hài lòng của người dân|= 91 %|2026
thủ tục hành chính được rà soát|= 60 TTHC|2026
""",
    ),
    Sample(
        "bands_over_all_columns",
        "QUYẾT ĐỊNH",
        "Phê duyệt Chương trình Chuyển đổi số tỉnh An Phú đến năm 2025, định hướng đến năm 2030",
        (
            "PHỤ LỤC I",
            "KHUNG CHỈ TIÊU CHUYỂN ĐỔI SỐ",
        ),
        """
STT|Mục tiêu|Chỉ tiêu đến năm 2025|Chỉ tiêu đến năm 2030|Cơ quan chủ trì|Cơ quan phối hợp
A. PHÁT TRIỂN CHÍNH QUYỀN SỐ|<|<|<|<|<
1|Dịch vụ công trực tuyến mức độ 4 được cung cấp trên nhiều phương tiện|80%|100%|Sở TT&TT|Các sở
2|Hoạt động kiểm tra của cơ quan quản lý được thực hiện qua môi trường số|50%|70%|Thanh tra tỉnh|Các sở
B. PHÁT TRIỂN XÃ HỘI SỐ|<|<|<|<|<
3|Hộ gia đình được phủ mạng cáp quang|Trên 80%|95%|Sở TT&TT|UBND cấp huyện
4|Người dân trưởng thành có tài khoản thanh toán điện tử|50%|Trên 80%|Ngân hàng Nhà nước|
""",
        """
Dịch vụ công trực tuyến mức độ 4|= 80 %|2025
Dịch vụ công trực tuyến mức độ 4|= 100 %|2030
Hoạt động kiểm tra|= 50 %|2025
Hoạt động kiểm tra|= 70 %|2030
Hộ gia đình+cáp quang|> 80 %|2025
Hộ gia đình+cáp quang|= 95 %|2030
tài khoản thanh toán điện tử|= 50 %|2025
tài khoản thanh toán điện tử|> 80 %|2030
""",
        year=2022,
    ),
    Sample(
        "codes_of_rows",
        "KẾ HOẠCH",
        "Phát triển kinh tế số tỉnh An Phú giai đoạn 2026 - 2030",
        (
            "PHỤ LỤC",
            "BẢNG CHỈ TIÊU GIÁM SÁT",
        ),
        """
Mã số|Tên chỉ tiêu|Đơn vị|Hiện trạng 2025|Mục tiêu 2026|Mục tiêu 2030
1|Nhóm chỉ tiêu hạ tầng||||
1.1|Tỷ lệ thôn, bản có băng rộng cố định|%|91|94|100
1.2|Số trạm 5G trên 10.000 dân|Trạm|2,1|4|9
2|Nhóm chỉ tiêu doanh nghiệp||||
2.1|Doanh nghiệp nhỏ và vừa sử dụng nền tảng số|%|35|45|80
2.1.1|Trong đó: doanh nghiệp nông nghiệp|%|20|28|60
""",
        """
băng rộng cố định|= 94 %|2026
băng rộng cố định|= 100 %|2030
trạm 5G|= 4 Trạm|2026
trạm 5G|= 9 Trạm|2030
Doanh nghiệp nhỏ và vừa|= 45 %|2026
Doanh nghiệp nhỏ và vừa|= 80 %|2030
doanh nghiệp nông nghiệp|= 28 %|2026
doanh nghiệp nông nghiệp|= 60 %|2030
""",
    ),
    Sample(
        "levels_and_years",
        "KẾ HOẠCH",
        "Nâng cao chất lượng cung cấp dịch vụ công trực tuyến giai đoạn 2026 - 2027",
        ("II. MỤC TIÊU, CHỈ TIÊU",),
        """
STT|Chỉ tiêu (%)|Cấp tỉnh|<|Cấp xã|<
^|^|Năm 2026|Năm 2027|Năm 2026|Năm 2027
1|Tỷ lệ hồ sơ trực tuyến toàn trình|80|90|70|85
2|Tỷ lệ số hóa thành phần hồ sơ|95|100|85|95
""",
        """
hồ sơ trực tuyến toàn trình+Cấp tỉnh|= 80 %|2026
hồ sơ trực tuyến toàn trình+Cấp tỉnh|= 90 %|2027
hồ sơ trực tuyến toàn trình+Cấp xã|= 70 %|2026
hồ sơ trực tuyến toàn trình+Cấp xã|= 85 %|2027
số hóa thành phần hồ sơ+Cấp tỉnh|= 95 %|2026
số hóa thành phần hồ sơ+Cấp tỉnh|= 100 %|2027
số hóa thành phần hồ sơ+Cấp xã|= 85 %|2026
số hóa thành phần hồ sơ+Cấp xã|= 95 %|2027
""",
        header_rows=2,
    ),
    Sample(
        "ranks_of_indices",
        "KẾ HOẠCH",
        "Cải thiện các chỉ số cải cách hành chính năm 2026",
        ("I. MỤC TIÊU",),
        """
TT|Tên chỉ số|Thứ hạng năm 2025|Thứ hạng phấn đấu năm 2026|Đơn vị chủ trì
1|Chỉ số cải cách hành chính (PAR INDEX)|25|≤ 20|Sở Nội vụ
2|Chỉ số hài lòng (SIPAS)|31|25|Sở Nội vụ
3|Chỉ số hiệu quả quản trị và hành chính công (PAPI)|40|Trong 30 tỉnh dẫn đầu|Sở Nội vụ
""",
        """
PAR INDEX|<= 20 hạng|2026
SIPAS|= 25 hạng|2026
PAPI|<= 30 hạng|2026
""",
    ),
    Sample(
        "now_and_goal",
        "KẾ HOẠCH",
        "Thực hiện cải cách hành chính năm 2026 của phường Trung Tâm",
        ("2. Mục tiêu cụ thể",),
        """
STT|Tiêu chí|Hiện trạng|Mục tiêu|Biện pháp
1|Tỷ lệ hồ sơ giải quyết trước hạn|62%|75%|Rút ngắn quy trình nội bộ
2|Tỷ lệ hồ sơ chứng thực điện tử|12%|30%|Tuyên truyền
3|Số lượt công dân phản ánh|15 lượt|Dưới 5 lượt|Tiếp dân đúng lịch
""",
        """
hồ sơ giải quyết trước hạn|= 75 %|2026
chứng thực điện tử|= 30 %|2026
công dân phản ánh|< 5 lượt|2026
""",
    ),
    Sample(
        "plan_of_last_year_too",
        "KẾ HOẠCH",
        "Phát triển kinh tế - xã hội năm 2026 xã Phú Lương",
        ("CÁC CHỈ TIÊU KINH TẾ - XÃ HỘI NĂM 2026",),
        """
TT|Chỉ tiêu|ĐVT|Năm 2025|<|KH năm 2026|Tốc độ tăng trưởng (%)
^|^|^|Kế hoạch|Ước TH|^|^
1|Giá trị sản xuất nông nghiệp|Tỷ đồng|320|326|345|5,8
2|Thu nhập bình quân đầu người|Triệu đồng|61|62,5|68|8,8
3|Tỷ lệ hộ nghèo|%|2,1|1,95|1,5|
4|Số lao động được giải quyết việc làm|Người|250|262|280|6,9
""",
        """
Giá trị sản xuất nông nghiệp|= 345 Tỷ đồng|2026
Thu nhập bình quân đầu người|= 68 Triệu đồng|2026
Tỷ lệ hộ nghèo|= 1.5 %|2026
lao động được giải quyết việc làm|= 280 Người|2026
""",
        header_rows=2,
    ),
    Sample(
        "last_term_and_next",
        "NGHỊ QUYẾT",
        "Về Kế hoạch phát triển kinh tế - xã hội 5 năm 2026 - 2030",
        (
            "PHỤ LỤC",
            "HỆ THỐNG CHỈ TIÊU CHỦ YẾU 5 NĂM 2026 - 2030",
        ),
        """
STT|Chỉ tiêu|Đơn vị tính|Mục tiêu 2021 - 2025|Ước thực hiện 2021 - 2025|Mục tiêu 2026 - 2030
1|Tốc độ tăng GRDP bình quân|%|7,5|7,1|10,5
2|Tỷ lệ đô thị hóa|%|30|29,4|38
3|Tổng vốn đầu tư toàn xã hội|Nghìn tỷ đồng|110|104,3|190
4|Tỷ lệ xã đạt chuẩn nông thôn mới|%|75|77|90
""",
        """
Tốc độ tăng GRDP|= 10.5 %|2026-2030
đô thị hóa|= 38 %|2026-2030
vốn đầu tư toàn xã hội|= 190 Nghìn tỷ đồng|2026-2030
xã đạt chuẩn nông thôn mới|= 90 %|2026-2030
""",
    ),
    Sample(
        "words_around_values",
        "KẾ HOẠCH",
        "Cải cách hành chính năm 2026 của Sở Y tế",
        ("II. CHỈ TIÊU",),
        """
TT|Chỉ tiêu|Mức phấn đấu năm 2026|Phòng phụ trách
1|Văn bản điện tử được ký số|100% (trừ văn bản mật)|Văn phòng
2|Hồ sơ giải quyết đúng hạn|98% trở lên|Các phòng
3|Hồ sơ quá hạn|Không quá 2%|Các phòng
4|Cuộc kiểm tra cải cách hành chính|05 - 07 cuộc|Thanh tra
5|Đối thoại với doanh nghiệp|2 lần/năm|Văn phòng
6|Thời gian giải quyết thủ tục hành chính|Giảm 10% so với năm 2025|Các phòng
7|Thứ hạng chỉ số DDCI của Sở|Tăng 3 bậc so với năm 2025|Văn phòng
8|Cán bộ được bồi dưỡng nghiệp vụ|Duy trì 100%|Phòng TCCB
9|Sáng kiến được công nhận|Từ 02 sáng kiến|Văn phòng
""",
        """
Văn bản điện tử được ký số|= 100 %|2026
Hồ sơ giải quyết đúng hạn|>= 98 %|2026
Hồ sơ quá hạn|<= 2 %|2026
Cuộc kiểm tra|= 5..7 cuộc|2026
Đối thoại với doanh nghiệp|= 2 lần/năm|2026
Thời gian giải quyết|= 10 %|2026|-
DDCI|= 3 bậc|2026|+
Cán bộ được bồi dưỡng|= 100 %|2026
Sáng kiến được công nhận|>= 2 sáng kiến|2026
""",
    ),
    Sample(
        "number_and_share",
        "KẾ HOẠCH",
        "Đào tạo, bồi dưỡng cán bộ, công chức năm 2026",
        ("II. MỤC TIÊU",),
        """
TT|Chỉ tiêu|Năm 2026|<
^|^|Số lượng (người)|Tỷ lệ (%)
1|Công chức được bồi dưỡng kỹ năng số|450|75
2|Lãnh đạo phòng được bồi dưỡng quản lý|120|90
""",
        """
Công chức được bồi dưỡng kỹ năng số|= 450 người|2026
Công chức được bồi dưỡng kỹ năng số|= 75 %|2026
Lãnh đạo phòng|= 120 người|2026
Lãnh đạo phòng|= 90 %|2026
""",
        header_rows=2,
    ),
    Sample(
        "departments_as_rows",
        "QUYẾT ĐỊNH",
        "Giao chỉ tiêu cải cách hành chính năm 2026 cho các sở, ban, ngành",
        (
            "PHỤ LỤC",
            "CHỈ TIÊU GIAO NĂM 2026",
        ),
        """
STT|Đơn vị|Tỷ lệ hồ sơ đúng hạn (%)|Tỷ lệ hồ sơ trực tuyến (%)|Số sáng kiến
1|Sở Nội vụ|99|85|2
2|Sở Tài chính|98|90|1
3|Sở Xây dựng|98|80|-
""",
        """
hồ sơ đúng hạn+Sở Nội vụ|= 99 %|2026
hồ sơ trực tuyến+Sở Nội vụ|= 85 %|2026
sáng kiến+Sở Nội vụ|= 2 sáng kiến|2026
hồ sơ đúng hạn+Sở Tài chính|= 98 %|2026
hồ sơ trực tuyến+Sở Tài chính|= 90 %|2026
sáng kiến+Sở Tài chính|= 1 sáng kiến|2026
hồ sơ đúng hạn+Sở Xây dựng|= 98 %|2026
hồ sơ trực tuyến+Sở Xây dựng|= 80 %|2026
""",
    ),
    Sample(
        "title_inside_the_table",
        "KẾ HOẠCH",
        "Cải cách hành chính năm 2026 xã Tân Tiến",
        ("PHỤ LỤC",),
        """
CHỈ TIÊU CẢI CÁCH HÀNH CHÍNH NĂM 2026|<|<|<
STT|Nội dung|Chỉ tiêu|Bộ phận thực hiện
1|Tỷ lệ hồ sơ đúng hạn|99%|Trung tâm Phục vụ hành chính công
2|Mức độ hài lòng của người dân|95%|Văn phòng
3|Hội nghị đối thoại|02 hội nghị|Văn phòng
""",
        """
hồ sơ đúng hạn|= 99 %|2026
hài lòng của người dân|= 95 %|2026
Hội nghị đối thoại|= 2 hội nghị|2026
""",
        header_rows=2,
    ),
    Sample(
        "requirement_column",
        "KẾ HOẠCH",
        "Thực hiện Đề án 06 năm 2026",
        (
            "PHỤ LỤC",
            "PHÂN CÔNG NHIỆM VỤ",
        ),
        """
STT|Nội dung công việc|Yêu cầu kết quả đạt được|Thời hạn|Đơn vị chủ trì
1|Làm sạch dữ liệu hộ tịch|100% dữ liệu hộ tịch được đối soát|30/6/2026|Sở Tư pháp
2|Thanh toán tại cơ sở y tế|Tối thiểu 60% lượt thanh toán viện phí không dùng tiền mặt||Sở Y tế
3|Cấp chữ ký số cho công dân|Trên 30% dân số trưởng thành có chữ ký số|31/12/2026|Sở KH&CN
4|Ban hành quy chế|Quyết định của UBND tỉnh|Quý II/2026|Công an tỉnh
""",
        """
dữ liệu hộ tịch|= 100 %|2026
thanh toán viện phí không dùng tiền mặt|>= 60 %|2026
dân số trưởng thành có chữ ký số|> 30 %|2026
""",
    ),
    Sample(
        "figures_of_results",
        "KẾ HOẠCH",
        "Kiểm soát thủ tục hành chính năm 2026",
        (
            "I. KẾT QUẢ NĂM 2025",
            "Số liệu tiếp nhận, giải quyết hồ sơ",
        ),
        """
STT|Lĩnh vực|Tổng số hồ sơ|Đúng hạn|Quá hạn|Tỷ lệ đúng hạn (%)
1|Đất đai|12.500|11.900|600|95,2
2|Hộ tịch|8.300|8.290|10|99,9
""",
        """

""",
    ),
    Sample(
        "given_and_own",
        "KẾ HOẠCH",
        "Cải cách hành chính năm 2026 của xã Hòa An",
        ("II. CHỈ TIÊU PHẤN ĐẤU",),
        """
TT|Chỉ tiêu|ĐVT|Chỉ tiêu tỉnh giao|Chỉ tiêu xã phấn đấu
1|Tỷ lệ hồ sơ trực tuyến|%|80|85
2|Tỷ lệ thanh toán trực tuyến|%|60|70
""",
        """
hồ sơ trực tuyến+tỉnh giao|= 80 %|2026
hồ sơ trực tuyến+phấn đấu|= 85 %|2026
thanh toán trực tuyến+tỉnh giao|= 60 %|2026
thanh toán trực tuyến+phấn đấu|= 70 %|2026
""",
    ),
    Sample(
        "years_as_rows",
        "KẾ HOẠCH",
        "Nâng cao tỷ lệ hồ sơ trực tuyến giai đoạn 2026 - 2028",
        ("III. CHỈ TIÊU TỪNG NĂM",),
        """
Năm|Tỷ lệ hồ sơ trực tuyến (%)|Tỷ lệ thanh toán trực tuyến (%)|Tỷ lệ số hóa hồ sơ (%)
2026|70|60|80
2027|80|70|90
2028|90|80|100
""",
        """
hồ sơ trực tuyến|= 70 %|2026
thanh toán trực tuyến|= 60 %|2026
số hóa hồ sơ|= 80 %|2026
hồ sơ trực tuyến|= 80 %|2027
thanh toán trực tuyến|= 70 %|2027
số hóa hồ sơ|= 90 %|2027
hồ sơ trực tuyến|= 90 %|2028
thanh toán trực tuyến|= 80 %|2028
số hóa hồ sơ|= 100 %|2028
""",
    ),
    Sample(
        "two_periods",
        "CHƯƠNG TRÌNH",
        "Phát triển nguồn nhân lực số tỉnh An Phú giai đoạn 2026 - 2035",
        ("II. MỤC TIÊU CỤ THỂ",),
        """
TT|Chỉ tiêu|Đơn vị tính|Giai đoạn 2026 - 2030|Giai đoạn 2031 - 2035
1|Số nhân lực công nghệ số được đào tạo mới|Người|2.500|4.000
2|Tỷ lệ công chức có chứng chỉ kỹ năng số|%|≥ 80|100
""",
        """
nhân lực công nghệ số|= 2500 Người|2026-2030
nhân lực công nghệ số|= 4000 Người|2031-2035
chứng chỉ kỹ năng số|>= 80 %|2026-2030
chứng chỉ kỹ năng số|= 100 %|2031-2035
""",
    ),
    Sample(
        "share_and_date",
        "KẾ HOẠCH",
        "Triển khai số hóa tài liệu lưu trữ năm 2026",
        ("2. Chỉ tiêu",),
        """
STT|Nội dung|Tỷ lệ hoàn thành (%)|Thời hạn hoàn thành|Đơn vị thực hiện
1|Số hóa hồ sơ công chức|100|30/6/2026|Văn phòng
2|Số hóa tài liệu lưu trữ lịch sử|60|31/12/2026|Phòng Lưu trữ
""",
        """
Số hóa hồ sơ công chức|= 100 %|2026
Số hóa tài liệu lưu trữ|= 60 %|2026
""",
    ),
    Sample(
        "inspections_by_unit",
        "KẾ HOẠCH",
        "Kiểm tra cải cách hành chính năm 2026",
        (
            "PHỤ LỤC",
            "LỊCH KIỂM TRA",
        ),
        """
STT|Đơn vị được kiểm tra|Thời gian|Nội dung kiểm tra|Thành phần
1|Sở Tài chính|Tháng 4/2026|Công tác chỉ đạo, thủ tục hành chính|05 thành viên
2|Xã Bình An|Tháng 5/2026|Bộ phận Một cửa|04 thành viên
""",
        """

""",
    ),
    Sample(
        "scores_of_criteria",
        "QUYẾT ĐỊNH",
        "Ban hành Bộ tiêu chí đánh giá, xếp hạng cải cách hành chính các sở, ban, ngành",
        (
            "PHỤ LỤC",
            "BỘ TIÊU CHÍ CHẤM ĐIỂM",
        ),
        """
STT|Tiêu chí|Điểm tối đa|Điểm tự chấm|Tài liệu kiểm chứng
1|Ban hành kế hoạch cải cách hành chính năm|2||Kế hoạch
2|Tỷ lệ hồ sơ đúng hạn: từ 95% trở lên|3||Báo cáo
3|Tỷ lệ hồ sơ trực tuyến: từ 80% trở lên|4||Báo cáo
""",
        """

""",
    ),
    Sample(
        "units_in_brackets_of_rows",
        "KẾ HOẠCH",
        "Hành động cải thiện chỉ số SIPAS, PAPI năm 2026",
        ("II. MỤC TIÊU",),
        """
TT|Nội dung|Năm 2025|Mục tiêu 2026
1|Chỉ số SIPAS (%)|84,2|≥ 87
2|Điểm chỉ số PAPI (điểm)|42,5|44
3|Thời gian xử lý phản ánh, kiến nghị (ngày)|10|7
4|Tỷ lệ người dân phải đi lại nhiều lần (%)|6,5|< 3
""",
        """
SIPAS|>= 87 %|2026
PAPI|= 44 điểm|2026
phản ánh, kiến nghị|= 7 ngày|2026
đi lại nhiều lần|< 3 %|2026
""",
    ),
    Sample(
        "goals_as_sentences",
        "KẾ HOẠCH",
        "Chuyển đổi số năm 2026 của Sở Nông nghiệp và Môi trường",
        (
            "PHỤ LỤC",
            "DANH MỤC CHỈ TIÊU NĂM 2026",
        ),
        """
STT|Nội dung chỉ tiêu|Đơn vị thực hiện|Thời gian
1|Tối thiểu 80% hồ sơ thủ tục hành chính được xử lý trực tuyến|Văn phòng Sở|Tháng 12/2026
2|100% cán bộ, công chức sử dụng chữ ký số cá nhân|Các đơn vị|Quý II/2026
3|Giảm tối thiểu 20% thời gian họp so với năm 2025|Văn phòng Sở|Năm 2026
4|Có ít nhất 03 mô hình chuyển đổi số nông nghiệp|Các chi cục|Năm 2026
""",
        """
hồ sơ thủ tục hành chính được xử lý trực tuyến|>= 80 %|2026
cán bộ, công chức sử dụng chữ ký số|= 100 %|2026
thời gian họp|>= 20 %|2026|-
mô hình chuyển đổi số|>= 3 mô hình chuyển đổi số nông nghiệp|2026
""",
    ),
    Sample(
        "population_and_goal",
        "KẾ HOẠCH",
        "Phát triển người tham gia bảo hiểm y tế năm 2026",
        (
            "PHỤ LỤC",
            "CHỈ TIÊU GIAO CÁC XÃ, PHƯỜNG NĂM 2026",
        ),
        """
STT|Xã, phường|Dân số (người)|Số người tham gia năm 2025|Chỉ tiêu năm 2026|<
^|^|^|^|Số người|Tỷ lệ bao phủ (%)
1|Phường Tân Lập|25.000|23.100|23.900|95,6
2|Xã Hòa Bình|12.000|10.900|11.300|94,2
""",
        """
Số người+Tân Lập|= 23900 người|2026
bao phủ+Tân Lập|= 95.6 %|2026
Số người+Hòa Bình|= 11300 người|2026
bao phủ+Hòa Bình|= 94.2 %|2026
""",
        header_rows=2,
    ),
    Sample(
        "results_in_a_report",
        "BÁO CÁO",
        "Kết quả thực hiện công tác cải cách hành chính năm 2025",
        (
            "PHỤ LỤC",
            "SỐ LIỆU CẢI CÁCH HÀNH CHÍNH NĂM 2025",
        ),
        """
STT|Chỉ tiêu|Đơn vị tính|Năm 2024|Năm 2025
1|Tỷ lệ hồ sơ đúng hạn|%|96|98
2|Số văn bản được rà soát|Văn bản|120|135
""",
        """

""",
    ),
    Sample(
        "cells_with_lists",
        "KẾ HOẠCH",
        "Cải thiện chỉ số chuyển đổi số (DTI) năm 2026",
        ("II. MỤC TIÊU",),
        """
TT|Trụ cột|Mục tiêu năm 2026|Cơ quan chủ trì
1|Chính quyền số|100% thủ tục hành chính đủ điều kiện được cung cấp trực tuyến; 85% hồ sơ trực tuyến toàn trình|
2|Kinh tế số|Tỷ trọng kinh tế số đạt tối thiểu 20% GRDP; 50% doanh nghiệp sử dụng hợp đồng điện tử|Sở Tài chính
3|Xã hội số|Trên 70% dân số trưởng thành có chữ ký số|Sở KH&CN
""",
        """
thủ tục hành chính đủ điều kiện|= 100 %|2026
hồ sơ trực tuyến toàn trình|= 85 %|2026
kinh tế số|>= 20 %|2026
doanh nghiệp sử dụng hợp đồng điện tử|= 50 %|2026
dân số trưởng thành có chữ ký số|> 70 %|2026
""",
    ),
    Sample(
        "tasks_share_only",
        "KẾ HOẠCH",
        "Cải cách hành chính năm 2026 của tỉnh An Phú",
        (
            "PHỤ LỤC",
            "PHÂN CÔNG NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026",
        ),
        """
STT|Nội dung nhiệm vụ|Kết quả dự kiến|Thời gian thực hiện|Đơn vị chủ trì
I|Cải cách thủ tục hành chính|||
1|Giải quyết hồ sơ đúng hạn|Tỷ lệ ≥ 95%|Thường xuyên|Các sở, ngành
2|Công khai thủ tục hành chính|Đạt 100%|Thường xuyên|Văn phòng UBND tỉnh
3|Rà soát quy định hành chính|Báo cáo kết quả rà soát|Trước ngày 30/9/2026|Sở Tư pháp
II|Cải cách chế độ công vụ|||
4|Bồi dưỡng kỹ năng số cho cán bộ, công chức|Tối thiểu 80% cán bộ, công chức được bồi dưỡng|Năm 2026|Sở Nội vụ
""",
        """
Giải quyết hồ sơ đúng hạn|>= 95 %|2026
Công khai thủ tục hành chính|= 100 %|2026
cán bộ, công chức được bồi dưỡng|>= 80 %|2026
""",
    ),
    Sample(
        "tasks_product_counts",
        "KẾ HOẠCH",
        "Cải cách hành chính năm 2026 của tỉnh An Phú",
        (
            "PHỤ LỤC",
            "PHÂN CÔNG NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026",
        ),
        """
TT|Nhiệm vụ|Sản phẩm|Thời gian|Chủ trì
1|Tổ chức đối thoại với người dân|Ít nhất 02 hội nghị đối thoại/năm|Tháng 6, tháng 11|UBND cấp xã
2|Xây dựng mô hình chính quyền thân thiện|Mỗi xã có tối thiểu 01 mô hình|Quý III/2026|UBND cấp xã
3|Kiểm tra cải cách hành chính|Kế hoạch; Biên bản; Kết luận kiểm tra|Quý II/2026|Sở Nội vụ
4|Tuyên truyền trên báo chí|Tối thiểu 12 chuyên mục|Hằng tháng|Báo An Phú
""",
        """
hội nghị đối thoại|>= 2 hội nghị đối thoại/năm|2026
mô hình|>= 1 mô hình|2026
chuyên mục|>= 12 chuyên mục|2026
""",
    ),
    Sample(
        "tasks_goal_column",
        "KẾ HOẠCH",
        "Cải cách hành chính năm 2026 của tỉnh An Phú",
        (
            "PHỤ LỤC",
            "PHÂN CÔNG NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026",
        ),
        """
STT|Nhiệm vụ, giải pháp|Chỉ tiêu|Đơn vị chủ trì|Đơn vị phối hợp|Thời hạn
1|Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính|100%|Trung tâm Phục vụ hành chính công|Các sở|31/12/2026
2|Thanh toán trực tuyến nghĩa vụ tài chính về đất đai|≥ 90%|Sở Nông nghiệp và Môi trường|Thuế tỉnh|31/12/2026
3|Ban hành danh mục dịch vụ công trực tuyến|Quyết định|Văn phòng UBND tỉnh|Các sở|Quý I/2026
4|Giảm thời gian chờ của người dân|≤ 15 phút/lượt|Trung tâm Phục vụ hành chính công||Năm 2026
""",
        """
Số hóa hồ sơ, kết quả|= 100 %|2026
Thanh toán trực tuyến nghĩa vụ tài chính|>= 90 %|2026
thời gian chờ của người dân|<= 15 phút/lượt|2026
""",
    ),
    Sample(
        "index_components",
        "KẾ HOẠCH",
        "Nâng cao Chỉ số PAPI tỉnh An Phú năm 2026",
        (
            "II. MỤC TIÊU",
            "2. Mục tiêu cụ thể",
        ),
        """
STT|Chỉ số nội dung|Điểm năm 2025|Mục tiêu năm 2026|<|Cơ quan chủ trì
^|^|^|Điểm số|Thứ hạng|^
1|Tham gia của người dân ở cấp cơ sở|4,8|5,2|≤ 30|Sở Nội vụ
2|Công khai, minh bạch|5,1|5,5|≤ 25|Văn phòng UBND tỉnh
3|Kiểm soát tham nhũng trong khu vực công|6,6|6,9|≤ 20|Thanh tra tỉnh
""",
        """
Tham gia của người dân|= 5.2 điểm|2026
Tham gia của người dân|<= 30 hạng|2026
Công khai, minh bạch|= 5.5 điểm|2026
Công khai, minh bạch|<= 25 hạng|2026
Kiểm soát tham nhũng|= 6.9 điểm|2026
Kiểm soát tham nhũng|<= 20 hạng|2026
""",
        header_rows=2,
    ),
    Sample(
        "plan_and_done_reversed",
        "NGHỊ QUYẾT",
        "Về nhiệm vụ năm 2026",
        ("PHỤ LỤC CHỈ TIÊU NĂM 2026",),
        """
STT|Tên chỉ tiêu|Đơn vị tính|Chỉ tiêu năm 2025|Kết quả thực hiện năm 2025|Chỉ tiêu năm 2026|Ghi chú
1|Tỷ lệ dân số tham gia bảo hiểm y tế|%|94,5|95,1|95,5|
2|Tỷ lệ hộ nghèo đa chiều giảm|%|1,5|1,6|1,2|Chuẩn 2026 - 2030
3|Số xã đạt chuẩn nông thôn mới nâng cao|Xã|3|3|5|Lũy kế
4|Tỷ lệ chất thải rắn sinh hoạt được thu gom|%|92|93|94|
""",
        """
bảo hiểm y tế|= 95.5 %|2026
hộ nghèo đa chiều|= 1.2 %|2026|-
nông thôn mới nâng cao|= 5 Xã|2026
chất thải rắn|= 94 %|2026
""",
    ),
    Sample(
        "number_words_and_ranges",
        "KẾ HOẠCH",
        "Cải cách hành chính giai đoạn 2026 - 2030",
        (
            "II. MỤC TIÊU",
            "1. Mục tiêu đến năm 2030",
        ),
        """
TT|Nội dung mục tiêu|Chỉ tiêu
1|Tinh giản biên chế|5 - 7%
2|Đơn vị sự nghiệp tự chủ tài chính|Tối thiểu 20%
3|Giảm số lượng đơn vị sự nghiệp công lập|10%
4|Mức độ hài lòng của người dân|95% trở lên
5|Xếp hạng chuyển đổi số cấp tỉnh|Nhóm 15 tỉnh, thành phố dẫn đầu
6|Thời gian thông quan|Giảm 30%
7|Cổng dịch vụ công|Hoàn thành nâng cấp
""",
        """
Tinh giản biên chế|= 5..7 %|2030
tự chủ tài chính|>= 20 %|2030
số lượng đơn vị sự nghiệp công lập|= 10 %|2030|-
hài lòng của người dân|>= 95 %|2030
chuyển đổi số cấp tỉnh|<= 15 hạng|2030
Thời gian thông quan|= 30 %|2030|-
""",
    ),
    Sample(
        "unit_in_indicator_title",
        "KẾ HOẠCH",
        "Chuyển đổi số xã Bình An năm 2026",
        ("II. CHỈ TIÊU",),
        """
STT|Chỉ tiêu (đơn vị: %)|Năm 2025|Năm 2026
1|Hộ gia đình có cáp quang|85|92
2|Người dân có tài khoản ngân hàng|78|85
3|Hộ kinh doanh dùng hóa đơn điện tử|40|70
""",
        """
Hộ gia đình có cáp quang|= 92 %|2026
tài khoản ngân hàng|= 85 %|2026
hóa đơn điện tử|= 70 %|2026
""",
    ),
    Sample(
        "three_levels_of_titles",
        "KẾ HOẠCH",
        "Giao chỉ tiêu dịch vụ công trực tuyến giai đoạn 2026 - 2027",
        (
            "PHỤ LỤC",
            "CHỈ TIÊU DỊCH VỤ CÔNG TRỰC TUYẾN GIAI ĐOẠN 2026 - 2027",
        ),
        """
STT|Chỉ tiêu|ĐVT|Mục tiêu giai đoạn 2026 - 2027|<|<|<
^|^|^|Năm 2026|<|Năm 2027|<
^|^|^|Cấp tỉnh|Cấp xã|Cấp tỉnh|Cấp xã
1|Tỷ lệ hồ sơ toàn trình|%|75|65|85|80
2|Tỷ lệ thanh toán trực tuyến|%|60|50|70|65
""",
        """
hồ sơ toàn trình+Cấp tỉnh|= 75 %|2026
hồ sơ toàn trình+Cấp xã|= 65 %|2026
hồ sơ toàn trình+Cấp tỉnh|= 85 %|2027
hồ sơ toàn trình+Cấp xã|= 80 %|2027
thanh toán trực tuyến+Cấp tỉnh|= 60 %|2026
thanh toán trực tuyến+Cấp xã|= 50 %|2026
thanh toán trực tuyến+Cấp tỉnh|= 70 %|2027
thanh toán trực tuyến+Cấp xã|= 65 %|2027
""",
        header_rows=3,
    ),
    Sample(
        "value_with_base",
        "KẾ HOẠCH",
        "Cải thiện môi trường kinh doanh năm 2026",
        ("II. MỤC TIÊU",),
        """
TT|Chỉ tiêu|Kết quả năm 2025|Kế hoạch năm 2026|Đơn vị theo dõi
1|Thời gian đăng ký doanh nghiệp (ngày)|2|1|Sở Tài chính
2|Số doanh nghiệp thành lập mới|320|Tăng 10% so với năm 2025|Sở Tài chính
3|Hạng chỉ số PCI|28|20 - 25|Sở Tài chính
""",
        """
Thời gian đăng ký doanh nghiệp|= 1 ngày|2026
doanh nghiệp thành lập mới|= 10 %|2026|+
PCI|= 20..25 hạng|2026
""",
    ),
    Sample(
        "budget_next_to_goal",
        "KẾ HOẠCH",
        "Đào tạo nghề cho lao động nông thôn năm 2026",
        (
            "PHỤ LỤC",
            "CHỈ TIÊU ĐÀO TẠO NGHỀ NĂM 2026",
        ),
        """
STT|Xã, phường|Chỉ tiêu lao động được đào tạo (người)|Kinh phí (triệu đồng)
1|Xã Bình An|120|240
2|Xã Hòa Bình|80|160
|Tổng cộng|200|400
""",
        """
lao động được đào tạo+Bình An|= 120 người|2026
lao động được đào tạo+Hòa Bình|= 80 người|2026
lao động được đào tạo+Tổng cộng|= 200 người|2026
""",
    ),
    Sample(
        "quality_words",
        "KẾ HOẠCH",
        "Phát triển dịch vụ công năm 2026",
        ("II. CHỈ TIÊU",),
        """
TT|Chỉ tiêu|ĐVT|Kế hoạch 2026
1|Xếp loại chuyển đổi số cấp xã|Loại|Tốt
2|Tỷ lệ thôn có nhà văn hóa|%|100
3|Chính quyền số|Mức|Khá trở lên
4|Số tổ công nghệ số|Tổ|Duy trì 12
5|Cổng thông tin điện tử hoạt động|%|Đạt 100
""",
        """
thôn có nhà văn hóa|= 100 %|2026
tổ công nghệ số|= 12 Tổ|2026
Cổng thông tin điện tử|= 100 %|2026
""",
    ),
    Sample(
        "whole_goal_in_the_row",
        "KẾ HOẠCH",
        "Phát triển doanh nghiệp công nghệ số giai đoạn 2026 - 2028",
        (
            "II. MỤC TIÊU",
            "Phân kỳ mục tiêu",
        ),
        """
TT|Mục tiêu|Năm 2026|Năm 2027|Năm 2028
1|Thành lập ít nhất 60 doanh nghiệp công nghệ số|10|20|30
2|Hỗ trợ 500 hộ kinh doanh lên sàn thương mại điện tử|100|150|250
3|Tỷ lệ thôn có internet|90%|95%|100%
""",
        """
Thành lập doanh nghiệp công nghệ số|= 10 doanh nghiệp|2026
Thành lập doanh nghiệp công nghệ số|= 20 doanh nghiệp|2027
Thành lập doanh nghiệp công nghệ số|= 30 doanh nghiệp|2028
Hỗ trợ hộ kinh doanh lên sàn|= 100 hộ kinh doanh|2026
Hỗ trợ hộ kinh doanh lên sàn|= 150 hộ kinh doanh|2027
Hỗ trợ hộ kinh doanh lên sàn|= 250 hộ kinh doanh|2028
thôn có internet|= 90 %|2026
thôn có internet|= 95 %|2027
thôn có internet|= 100 %|2028
""",
    ),
    Sample(
        "procedures",
        "KẾ HOẠCH",
        "Cải cách hành chính năm 2026 của tỉnh An Phú",
        (
            "PHỤ LỤC",
            "DANH MỤC THỦ TỤC HÀNH CHÍNH RÀ SOÁT NĂM 2026",
        ),
        """
STT|Tên thủ tục hành chính|Lĩnh vực|Thời hạn giải quyết (ngày)|Đơn vị rà soát|Thời gian
1|Cấp giấy phép xây dựng|Xây dựng|20|Sở Xây dựng|Quý II/2026
2|Đăng ký kinh doanh|Doanh nghiệp|3|Sở Tài chính|Quý II/2026
""",
        """

""",
    ),
    Sample(
        "funding",
        "KẾ HOẠCH",
        "Cải cách hành chính năm 2026 của tỉnh An Phú",
        (
            "IV. KINH PHÍ THỰC HIỆN",
            "Đơn vị tính: Triệu đồng",
        ),
        """
STT|Nội dung|Năm 2026|Năm 2027|Năm 2028|Tổng cộng
1|Tập huấn cải cách hành chính|100|120|130|350
2|Tuyên truyền|50|60|70|180
""",
        """

""",
    ),
    Sample(
        "funding_in_goals",
        "KẾ HOẠCH",
        "Cải cách hành chính năm 2026 của tỉnh An Phú",
        (
            "II. MỤC TIÊU",
            "Nhu cầu kinh phí (Đơn vị tính: Triệu đồng)",
        ),
        """
STT|Nội dung|Kinh phí năm 2026|Kinh phí năm 2027
1|Nâng cấp cổng dịch vụ công|1.000|1.200
2|Số hóa hồ sơ|500|600
""",
        """

""",
    ),
    Sample(
        "staff",
        "QUYẾT ĐỊNH",
        "Giao chỉ tiêu biên chế công chức năm 2026",
        (
            "PHỤ LỤC",
            "CHỈ TIÊU BIÊN CHẾ NĂM 2026",
        ),
        """
STT|Cơ quan, đơn vị|Biên chế giao năm 2025|Biên chế giao năm 2026|Tăng, giảm
1|Sở Nội vụ|65|62|-3
2|Sở Tài chính|80|78|-2
""",
        """

""",
    ),
    Sample(
        "two_past_years",
        "KẾ HOẠCH",
        "Cải cách hành chính năm 2026 của tỉnh An Phú",
        (
            "I. SỰ CẦN THIẾT",
            "Kết quả hai năm gần đây",
        ),
        """
STT|Chỉ tiêu|ĐVT|Năm 2024|Năm 2025
1|Tỷ lệ hồ sơ đúng hạn|%|96|97
2|Tỷ lệ hồ sơ trực tuyến|%|60|70
""",
        """

""",
    ),
    Sample(
        "two_past_years_in_goals",
        "KẾ HOẠCH",
        "Cải cách hành chính năm 2026 của tỉnh An Phú",
        (
            "II. MỤC TIÊU",
            "Kết quả hai năm 2024 - 2025 làm căn cứ xây dựng mục tiêu",
        ),
        """
STT|Chỉ tiêu|ĐVT|Năm 2024|Năm 2025
1|Tỷ lệ hồ sơ đúng hạn|%|96|97
2|Tỷ lệ hồ sơ trực tuyến|%|60|70
""",
        """

""",
    ),
    Sample(
        "scores_in_plan",
        "KẾ HOẠCH",
        "Nâng cao chỉ số PAR INDEX năm 2026",
        (
            "PHỤ LỤC",
            "KẾT QUẢ CHẤM ĐIỂM NĂM 2025",
        ),
        """
STT|Tiêu chí|Điểm tối đa|Điểm tự đánh giá|Điểm thẩm định|Chênh lệch
1|Chỉ đạo điều hành|9,5|9|8,5|-0,5
2|Cải cách thể chế|10|9,5|9|-0,5
""",
        """

""",
    ),
    Sample(
        "reward",
        "KẾ HOẠCH",
        "Cải cách hành chính năm 2026 của tỉnh An Phú",
        ("V. KHEN THƯỞNG",),
        """
STT|Hình thức|Tiêu chuẩn|Mức thưởng (nghìn đồng)
1|Bằng khen tập thể|Hoàn thành trên 95% nhiệm vụ|2.000
2|Bằng khen cá nhân|Có ít nhất 01 sáng kiến|1.000
""",
        """

""",
    ),
    Sample(
        "schedule",
        "KẾ HOẠCH",
        "Cải cách hành chính năm 2026 của tỉnh An Phú",
        (
            "PHỤ LỤC",
            "TIẾN ĐỘ THỰC HIỆN",
        ),
        """
STT|Nội dung|Thời gian bắt đầu|Thời gian kết thúc|Sản phẩm
1|Khảo sát hiện trạng|15/01/2026|28/02/2026|Báo cáo khảo sát
2|Xây dựng phần mềm|01/3/2026|30/6/2026|Phần mềm phiên bản 1.0
""",
        """

""",
    ),
    Sample(
        "equipment",
        "KẾ HOẠCH",
        "Cải cách hành chính năm 2026 của tỉnh An Phú",
        (
            "PHỤ LỤC",
            "DANH MỤC THIẾT BỊ",
        ),
        """
STT|Tên thiết bị|Đơn vị tính|Số lượng|Yêu cầu kỹ thuật
1|Máy tính để bàn|Bộ|20|RAM tối thiểu 16GB
2|Máy quét|Cái|10|Tốc độ từ 40 trang/phút trở lên
""",
        """

""",
    ),
    Sample(
        "legal",
        "KẾ HOẠCH",
        "Cải cách hành chính năm 2026 của tỉnh An Phú",
        (
            "PHỤ LỤC",
            "DANH MỤC VĂN BẢN",
        ),
        """
STT|Số, ký hiệu|Ngày ban hành|Trích yếu
1|12/KH-UBND|15/01/2026|Kế hoạch cải cách hành chính năm 2026
2|76/NQ-CP|15/7/2021|Chương trình tổng thể cải cách hành chính giai đoạn 2021 - 2030
""",
        """

""",
    ),
    Sample(
        "survey_results",
        "KẾ HOẠCH",
        "Cải cách hành chính năm 2026 của tỉnh An Phú",
        (
            "PHỤ LỤC",
            "KẾT QUẢ KHẢO SÁT NĂM 2025",
        ),
        """
STT|Đơn vị|Số phiếu phát ra|Số phiếu thu về|Tỷ lệ hài lòng (%)
1|Xã A|100|98|92,5
2|Xã B|100|95|90,1
""",
        """

""",
    ),
    Sample(
        "status_of_tasks",
        "BÁO CÁO",
        "Tiến độ thực hiện kế hoạch năm 2026",
        (
            "PHỤ LỤC",
            "TIẾN ĐỘ NHIỆM VỤ",
        ),
        """
STT|Nhiệm vụ|Kết quả|Tỷ lệ hoàn thành (%)|Thời hạn
1|Số hóa hồ sơ|Đang thực hiện|60|31/12/2026
2|Tập huấn|Hoàn thành|100|30/6/2026
""",
        """

""",
    ),
    Sample(
        "disbursed",
        "KẾ HOẠCH",
        "Cải cách hành chính năm 2026 của tỉnh An Phú",
        (
            "II. MỤC TIÊU",
            "Tình hình giải ngân đến ngày 31/12/2025",
        ),
        """
STT|Chương trình|Kế hoạch vốn năm 2025 (triệu đồng)|Giải ngân (triệu đồng)|Tỷ lệ (%)
1|Nông thôn mới|1.200|1.100|91,7
2|Giảm nghèo|800|760|95
""",
        """

""",
    ),
    Sample(
        "done_share",
        "KẾ HOẠCH",
        "Cải cách hành chính năm 2026 của tỉnh An Phú",
        (
            "PHỤ LỤC",
            "TÌNH HÌNH THỰC HIỆN NHIỆM VỤ NĂM 2025",
        ),
        """
STT|Nhiệm vụ|Kết quả thực hiện|Thời hạn|Đơn vị
1|Giải quyết hồ sơ đúng hạn|97%|Năm 2025|Các sở
2|Công khai thủ tục|Đạt 100%|Năm 2025|Văn phòng
""",
        """

""",
    ),
    Sample(
        "units_population",
        "KẾ HOẠCH",
        "Cải cách hành chính năm 2026 của tỉnh An Phú",
        (
            "II. PHẠM VI, ĐỐI TƯỢNG",
            "Thông tin các xã",
        ),
        """
STT|Xã|Dân số (người)|Diện tích (km2)|Tỷ lệ hộ nghèo (%)
1|Xã A|12.000|45|3,2
2|Xã B|9.500|38|4,1
""",
        """

""",
    ),
    Sample(
        "year_in_a_column",
        "KẾ HOẠCH",
        "Cải cách hành chính giai đoạn 2026 - 2030 của tỉnh An Phú",
        (
            "II. MỤC TIÊU",
            "2. Mục tiêu cụ thể",
        ),
        """
STT|Chỉ tiêu|Mức hiện tại|Mức cần đạt|Thời điểm đạt
1|Tỷ lệ hồ sơ trực tuyến toàn trình|60%|80%|Năm 2027
2|Tỷ lệ dữ liệu hộ tịch được số hóa|75%|100%|Năm 2026
3|Mức độ hài lòng của doanh nghiệp|85%|Trên 92%|Đến năm 2030
""",
        """
hồ sơ trực tuyến toàn trình|= 80 %|2027
dữ liệu hộ tịch|= 100 %|2026
hài lòng của doanh nghiệp|> 92 %|2030
""",
    ),
    Sample(
        "base_year_marked",
        "KẾ HOẠCH",
        "Cải cách hành chính giai đoạn 2026 - 2030 của tỉnh An Phú",
        ("II. MỤC TIÊU",),
        """
STT|Chỉ tiêu|Đơn vị|2025 (năm cơ sở)|2028|2030
1|Tỷ lệ cơ quan dùng nền tảng số dùng chung|%|40|80|100
2|Số cơ sở dữ liệu dùng chung|CSDL|6|15|25
""",
        """
nền tảng số dùng chung|= 80 %|2028
nền tảng số dùng chung|= 100 %|2030
cơ sở dữ liệu dùng chung|= 15 CSDL|2028
cơ sở dữ liệu dùng chung|= 25 CSDL|2030
""",
    ),
    Sample(
        "goal_then_indicator",
        "KẾ HOẠCH",
        "Cải cách hành chính giai đoạn 2026 - 2030 của tỉnh An Phú",
        ("II. MỤC TIÊU",),
        """
STT|Mục tiêu|Chỉ tiêu đo lường|Năm 2026|Năm 2030
1|Hiện đại hóa hành chính|Tỷ lệ văn bản điện tử|95%|100%
^|^|Tỷ lệ họp trực tuyến|30%|50%
2|Nâng cao chất lượng phục vụ|Mức độ hài lòng|88%|95%
""",
        """
văn bản điện tử|= 95 %|2026
văn bản điện tử|= 100 %|2030
họp trực tuyến|= 30 %|2026
họp trực tuyến|= 50 %|2030
hài lòng|= 88 %|2026
hài lòng|= 95 %|2030
""",
    ),
    Sample(
        "levels_without_the_word",
        "KẾ HOẠCH",
        "Cải cách hành chính năm 2026 của sở Tư pháp",
        (
            "II. MỤC TIÊU",
            "2. Mục tiêu cụ thể theo từng cấp",
        ),
        """
TT|Nội dung|Cấp tỉnh|Cấp xã
1|Tỷ lệ hồ sơ trực tuyến toàn trình|85%|70%
2|Tỷ lệ thanh toán trực tuyến|70%|60%
""",
        """
hồ sơ trực tuyến toàn trình+Cấp tỉnh|= 85 %|2026
hồ sơ trực tuyến toàn trình+Cấp xã|= 70 %|2026
thanh toán trực tuyến+Cấp tỉnh|= 70 %|2026
thanh toán trực tuyến+Cấp xã|= 60 %|2026
""",
    ),
    Sample(
        "ddci",
        "KẾ HOẠCH",
        "Nâng cao Chỉ số DDCI năm 2026",
        (
            "PHỤ LỤC",
            "MỤC TIÊU CHỈ SỐ DDCI NĂM 2026",
        ),
        """
STT|Sở, ban, ngành|Điểm số năm 2025|Mục tiêu điểm số năm 2026|Mục tiêu xếp hạng năm 2026
1|Sở Xây dựng|72,5|78|≤ 5
2|Sở Tài chính|80,1|83|≤ 3
""",
        """
DDCI+Sở Xây dựng|= 78 điểm|2026
DDCI+Sở Xây dựng|<= 5 hạng|2026
DDCI+Sở Tài chính|= 83 điểm|2026
DDCI+Sở Tài chính|<= 3 hạng|2026
""",
    ),
    Sample(
        "registered_goals",
        "KẾ HOẠCH",
        "Phát động thi đua cải cách hành chính năm 2026",
        (
            "PHỤ LỤC",
            "BẢNG ĐĂNG KÝ CHỈ TIÊU THI ĐUA NĂM 2026",
        ),
        """
STT|Nội dung thi đua|Chỉ tiêu đăng ký|Ghi chú
1|Hồ sơ giải quyết trước hạn|Trên 60%|
2|Sáng kiến cải tiến quy trình|02 sáng kiến|
3|Ngày không hẹn|Tối thiểu 01 ngày/tuần|
4|Không có hồ sơ trễ hạn|100%|
""",
        """
Hồ sơ giải quyết trước hạn|> 60 %|2026
Sáng kiến cải tiến quy trình|= 2 sáng kiến|2026
Ngày không hẹn|>= 1 ngày/tuần|2026
hồ sơ trễ hạn|= 100 %|2026
""",
    ),
    Sample(
        "cumulative",
        "KẾ HOẠCH",
        "Số hóa hồ sơ giai đoạn 2026 - 2027",
        ("II. CHỈ TIÊU",),
        """
TT|Chỉ tiêu|ĐVT|Năm 2026|<|Năm 2027|<
^|^|^|Trong năm|Lũy kế|Trong năm|Lũy kế
1|Hồ sơ được số hóa|Hồ sơ|12.000|30.000|15.000|45.000
""",
        """
Hồ sơ được số hóa|= 12000 Hồ sơ|2026
Hồ sơ được số hóa+Lũy kế|= 30000 Hồ sơ|2026
Hồ sơ được số hóa|= 15000 Hồ sơ|2027
Hồ sơ được số hóa+Lũy kế|= 45000 Hồ sơ|2027
""",
        header_rows=2,
    ),
    Sample(
        "done_level",
        "KẾ HOẠCH",
        "Cải cách hành chính năm 2026 của sở Tư pháp",
        ("III. CHỈ TIÊU THỰC HIỆN",),
        """
STT|Mục tiêu cụ thể|Mức độ hoàn thành|Thời gian
1|Giải quyết hồ sơ đúng hạn|≥ 99%|Thường xuyên
2|Số hóa sổ hộ tịch|Đạt 100%|Quý IV/2026
3|Giảm thời gian cấp phiếu lý lịch tư pháp|Từ 20% trở lên|Năm 2026
""",
        """
Giải quyết hồ sơ đúng hạn|>= 99 %|2026
Số hóa sổ hộ tịch|= 100 %|2026
thời gian cấp phiếu lý lịch tư pháp|>= 20 %|2026|-
""",
    ),
    Sample(
        "share_of_count",
        "KẾ HOẠCH",
        "Xây dựng xã đạt chuẩn chuyển đổi số năm 2026",
        (
            "PHỤ LỤC",
            "CHỈ TIÊU NĂM 2026",
        ),
        """
TT|Chỉ tiêu|ĐVT|Kế hoạch năm 2026|Trong đó|<
^|^|^|^|Khu vực đô thị|Khu vực nông thôn
1|Tỷ lệ hộ có internet cáp quang|%|85|95|80
2|Tỷ lệ người dân có chữ ký số|%|40|50|35
""",
        """
internet cáp quang|= 85 %|2026
internet cáp quang+đô thị|= 95 %|2026
internet cáp quang+nông thôn|= 80 %|2026
chữ ký số|= 40 %|2026
chữ ký số+đô thị|= 50 %|2026
chữ ký số+nông thôn|= 35 %|2026
""",
        header_rows=2,
    ),
    Sample(
        "expected_result_column",
        "KẾ HOẠCH",
        "Cải cách hành chính năm 2026 của sở Tư pháp",
        ("III. NHIỆM VỤ TRỌNG TÂM",),
        """
STT|Nhiệm vụ|Kết quả đầu ra|Chỉ số đánh giá|Hoàn thành
1|Nâng cao chất lượng dịch vụ công|Dịch vụ công toàn trình|Tối thiểu 85% hồ sơ toàn trình|12/2026
2|Đào tạo kỹ năng số|Lớp tập huấn|03 lớp, 150 học viên|9/2026
3|Rà soát thủ tục|Phương án đơn giản hóa|Cắt giảm ít nhất 20% thành phần hồ sơ|6/2026
""",
        """
hồ sơ toàn trình|>= 85 %|2026
thành phần hồ sơ|>= 20 %|2026|-
""",
    ),
    Sample(
        "two_tables_years_short",
        "NGHỊ QUYẾT",
        "Về phát triển kinh tế - xã hội 5 năm 2026 - 2030",
        (
            "PHỤ LỤC",
            "CÁC CHỈ TIÊU CHỦ YẾU",
        ),
        """
TT|Chỉ tiêu|Đơn vị tính|TH 2025|KH 2026|KH 2027|KH 2028|KH 2029|KH 2030|BQ 5 năm 2026-2030
1|Tốc độ tăng GRDP|%|7,8|9|9,5|10|10,5|11|10
2|Tổng thu ngân sách|Tỷ đồng|4.200|4.600|5.100|5.600|6.200|6.900|
""",
        """
tăng GRDP|= 9 %|2026
tăng GRDP|= 9.5 %|2027
tăng GRDP|= 10 %|2028
tăng GRDP|= 10.5 %|2029
tăng GRDP|= 11 %|2030
tăng GRDP|= 10 %|2026-2030
thu ngân sách|= 4600 Tỷ đồng|2026
thu ngân sách|= 5100 Tỷ đồng|2027
thu ngân sách|= 5600 Tỷ đồng|2028
thu ngân sách|= 6200 Tỷ đồng|2029
thu ngân sách|= 6900 Tỷ đồng|2030
""",
    ),
    Sample(
        "answers_yes_no",
        "KẾ HOẠCH",
        "Cải cách hành chính năm 2026 của sở Tư pháp",
        ("II. CHỈ TIÊU",),
        """
TT|Tiêu chí|Yêu cầu|Đơn vị phụ trách
1|Công khai thủ tục hành chính|Có|Văn phòng
2|Tỷ lệ hồ sơ số hóa|≥ 95%|Các phòng
3|Số lần đối thoại|02 lần|Văn phòng
4|Tỷ lệ phản hồi kiến nghị|100%|Văn phòng
""",
        """
hồ sơ số hóa|>= 95 %|2026
đối thoại|= 2 lần|2026
phản hồi kiến nghị|= 100 %|2026
""",
    ),
]
