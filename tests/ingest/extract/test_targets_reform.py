"""Goals and tasks of administrative reform: indices, ranks, cuts, parts, clauses behind ";", numbers in names."""

from __future__ import annotations

import pytest

from ingest.clean.fold import strip_diacritics
from ingest.extract.indicator_words import unbulleted
from ingest.extract.quantity import bare
from ingest.extract.target_name import prove_name
from ingest.extract.target_place import Frame, Mode
from ingest.extract.target_sentence import read_paragraph

YEAR = Frame(Mode.OPEN, plan_year=2026, reference=2026, plan=True)
PERIOD = Frame(Mode.OPEN, plan_year=None, reference=2025, period=(2026, 2030), plan=True)
TASK = Frame(Mode.CUED, plan_year=2026, reference=2026, plan=True, duty=True)

# (comparator, value, unit, change, baseline, year, whole name)
Row = tuple[str, float, str | None, str | None, str | None, int | None, str]


def read(text: str, frame: Frame) -> list[Row]:
    rows: list[Row] = []
    for _, _, one in read_paragraph(text, bare(text), frame):
        name = prove_name(unbulleted(one.indicator))
        if name is not None:
            asked = one.quantity
            rows.append((asked.comparator, asked.value, asked.unit, asked.change, one.baseline, one.year, name))
    return rows


ROWS: list[tuple[Frame, str, list[Row]]] = [
    (
        YEAR,
        ("- Chỉ số SIPAS đạt từ 90% trở lên; Chỉ số PAR INDEX nằm trong nhóm 10 tỉnh, thành phố dẫn đầu cả nước."),
        [
            (">=", 90, "%", None, None, 2026, "Chỉ số SIPAS"),
            ("<=", 10, "hạng", None, None, 2026, "Chỉ số PAR INDEX"),
        ],
    ),
    (
        YEAR,
        "- Nâng thứ hạng Chỉ số DTI tăng ít nhất 02 bậc so với năm 2025.",
        [
            (">=", 2, "bậc", "increase", "2025", 2026, "Chỉ số DTI"),
        ],
    ),
    (
        YEAR,
        "- Chỉ số PAPI xếp loại Tốt, thuộc nhóm 15 tỉnh có điểm cao nhất.",
        [
            ("<=", 15, "hạng", None, None, 2026, "Chỉ số PAPI xếp loại Tốt"),
        ],
    ),
    (
        YEAR,
        (
            "- 100% cơ quan, đơn vị xếp loại Tốt trở lên về công tác cải cách hành chính, trong đó "
            "ít nhất 30% số đơn vị xếp loại Xuất sắc."
        ),
        [
            ("=", 100, "%", None, None, 2026, "cơ quan, đơn vị xếp loại Tốt trở lên về công tác cải cách hành chính"),
            (">=", 30, "%", None, None, 2026, "số đơn vị xếp loại Xuất sắc"),
        ],
    ),
    (
        YEAR,
        "- Giảm tỷ lệ hồ sơ trễ hạn ở cấp tỉnh còn dưới 1%, cấp xã dưới 2%.",
        [
            ("<", 1, "%", "decrease", None, 2026, "tỷ lệ hồ sơ trễ hạn ở cấp tỉnh"),
            ("<", 2, "%", "decrease", None, 2026, "tỷ lệ hồ sơ trễ hạn: cấp xã"),
        ],
    ),
    (
        YEAR,
        ("- Cắt giảm ít nhất 30% thời gian giải quyết thủ tục hành chính, 30% chi phí tuân thủ so với năm 2024."),
        [
            (">=", 30, "%", "decrease", "2024", 2026, "thời gian giải quyết thủ tục hành chính"),
            (">=", 30, "%", "decrease", "2024", 2026, "chi phí tuân thủ"),
        ],
    ),
    (
        YEAR,
        "- Mỗi cơ quan, đơn vị có ít nhất 01 sáng kiến về cải cách hành chính được công nhận.",
        [
            (
                ">=",
                1,
                "sáng kiến",
                None,
                None,
                2026,
                "Mỗi cơ quan, đơn vị có sáng kiến về cải cách hành chính được công nhận",
            ),
        ],
    ),
    (
        YEAR,
        ("- Tổ chức tối thiểu 02 cuộc kiểm tra cải cách hành chính tại cơ sở; kiểm tra ít nhất 30% số đơn vị cấp xã."),
        [
            (
                ">=",
                2,
                "cuộc kiểm tra cải cách hành chính",
                None,
                None,
                2026,
                "Tổ chức cuộc kiểm tra cải cách hành chính tại cơ sở",
            ),
            (">=", 30, "%", None, None, 2026, "kiểm tra số đơn vị cấp xã"),
        ],
    ),
    (
        YEAR,
        "- Tổ chức ít nhất 01 hội nghị đối thoại/năm giữa Chủ tịch UBND tỉnh với doanh nghiệp.",
        [
            (
                ">=",
                1,
                "hội nghị đối thoại/năm",
                None,
                None,
                2026,
                "Tổ chức hội nghị đối thoại giữa Chủ tịch UBND tỉnh với doanh nghiệp",
            ),
        ],
    ),
    (
        YEAR,
        ("- Không để xảy ra trường hợp hồ sơ quá hạn không có văn bản xin lỗi; 100% hồ sơ quá hạn có văn bản xin lỗi."),
        [
            ("=", 100, "%", None, None, 2026, "hồ sơ quá hạn có văn bản xin lỗi"),
        ],
    ),
    (
        YEAR,
        ("- Trên 90% hồ sơ thủ tục hành chính được tiếp nhận trực tuyến, trong đó 50% hồ sơ trực tuyến toàn trình."),
        [
            (">", 90, "%", None, None, 2026, "hồ sơ thủ tục hành chính được tiếp nhận trực tuyến"),
            ("=", 50, "%", None, None, 2026, "hồ sơ trực tuyến toàn trình"),
        ],
    ),
    (
        YEAR,
        "- 100% phường, xã (15/15 phường, xã) đạt mức độ 4 về chuyển đổi số.",
        [
            ("=", 100, "%", None, None, 2026, "phường, xã đạt mức độ 4 về chuyển đổi số"),
        ],
    ),
    (
        YEAR,
        "- 80% hội viên đạt danh hiệu “5 tốt”; 90% hộ gia đình đạt tiêu chí 5 không, 3 sạch.",
        [
            ("=", 80, "%", None, None, 2026, "hội viên đạt danh hiệu “5 tốt”"),
            ("=", 90, "%", None, None, 2026, "hộ gia đình đạt tiêu chí 5 không, 3 sạch"),
        ],
    ),
    (
        YEAR,
        "- 100% nhiệm vụ Đề án 06 giao trong năm 2026 hoàn thành đúng tiến độ.",
        [
            ("=", 100, "%", None, None, 2026, "nhiệm vụ Đề án 06 giao trong năm 2026 hoàn thành đúng tiến độ"),
        ],
    ),
    (
        YEAR,
        "- Ứng dụng công nghệ 4.0 trong ít nhất 02 quy trình nội bộ.",
        [
            (">=", 2, "quy trình nội bộ", None, None, 2026, "Ứng dụng công nghệ 4.0 trong quy trình nội bộ"),
        ],
    ),
    (
        YEAR,
        "- Có thêm 02 xã đạt chuẩn nông thôn mới kiểu mẫu 2.0.",
        [
            ("=", 2, "xã", None, None, 2026, "xã đạt chuẩn nông thôn mới kiểu mẫu 2.0"),
        ],
    ),
    (
        PERIOD,
        "- Bình quân mỗi năm giảm ít nhất 1,5% số hộ nghèo.",
        [
            (">=", 1.5, "%", "decrease", None, None, "số hộ nghèo"),
        ],
    ),
    (
        YEAR,
        "- Tỷ lệ hồ sơ nộp trực tuyến tăng từ 65% năm 2025 lên 80% năm 2026.",
        [
            ("=", 80, "%", "increase", "65%", 2026, "Tỷ lệ hồ sơ nộp trực tuyến"),
        ],
    ),
    (
        YEAR,
        "- So với năm 2025, tỷ lệ thanh toán trực tuyến tăng tối thiểu 10%.",
        [
            (">=", 10, "%", "increase", "2025", 2026, "tỷ lệ thanh toán trực tuyến"),
        ],
    ),
    (
        YEAR,
        "- Tăng ít nhất 15% số hồ sơ trực tuyến toàn trình so với năm 2025.",
        [
            (">=", 15, "%", "increase", "2025", 2026, "số hồ sơ trực tuyến toàn trình"),
        ],
    ),
    (
        YEAR,
        "- Số hồ sơ bị trả lại so với năm 2025 giảm 20%.",
        [
            ("=", 20, "%", "decrease", "2025", 2026, "Số hồ sơ bị trả lại"),
        ],
    ),
    (
        YEAR,
        "- Thời gian chờ của người dân đến giao dịch không quá 15 phút/lượt.",
        [
            ("<=", 15, "phút/lượt", None, None, 2026, "Thời gian chờ của người dân đến giao dịch"),
        ],
    ),
    (
        YEAR,
        "- Giảm số lần đi lại của tổ chức, cá nhân xuống còn tối đa 01 lần/hồ sơ.",
        [
            ("<=", 1, "lần/hồ sơ", "decrease", None, 2026, "số lần đi lại của tổ chức, cá nhân"),
        ],
    ),
    (
        YEAR,
        "- Tỷ lệ hồ sơ giải quyết đúng hạn và trước hạn đạt và vượt 98%.",
        [
            (">=", 98, "%", None, None, 2026, "Tỷ lệ hồ sơ giải quyết đúng hạn và trước hạn"),
        ],
    ),
    (
        YEAR,
        "- Phấn đấu 100% cán bộ, công chức được bồi dưỡng kỹ năng số.",
        [
            ("=", 100, "%", None, None, 2026, "cán bộ, công chức được bồi dưỡng kỹ năng số"),
        ],
    ),
    (
        YEAR,
        (
            "- Mức độ hài lòng của người dân đối với dịch vụ y tế công không dưới 85%, dịch vụ giáo "
            "dục công không dưới 90%."
        ),
        [
            (">=", 85, "%", None, None, 2026, "Mức độ hài lòng của người dân đối với dịch vụ y tế công"),
            (">=", 90, "%", None, None, 2026, "Mức độ hài lòng của người dân đối với dịch vụ giáo dục công"),
        ],
    ),
    (
        PERIOD,
        (
            "- Năm 2026: 80% xã hoàn thành số hóa dữ liệu hộ tịch; 60% xã có hệ thống giám sát thông "
            "minh; năm 2027 đạt 100%."
        ),
        [
            ("=", 80, "%", None, None, 2026, "xã hoàn thành số hóa dữ liệu hộ tịch"),
            ("=", 60, "%", None, None, 2026, "xã có hệ thống giám sát thông minh"),
            ("=", 100, "%", None, None, 2027, "xã có hệ thống giám sát thông minh"),
        ],
    ),
    (
        PERIOD,
        ("- Đến năm 2028, 70% cơ quan lập hồ sơ công việc điện tử (năm 2025 mới đạt 40%); 90% văn bản được ký số."),
        [
            ("=", 70, "%", None, None, 2028, "cơ quan lập hồ sơ công việc điện tử"),
            ("=", 90, "%", None, None, 2028, "văn bản được ký số"),
        ],
    ),
    (
        PERIOD,
        (
            "- 90% thủ tục hành chính đủ điều kiện được cung cấp trực tuyến toàn trình vào năm 2027; "
            "100% hồ sơ được số hóa."
        ),
        [
            ("=", 90, "%", None, None, 2027, "thủ tục hành chính đủ điều kiện được cung cấp trực tuyến toàn trình"),
            ("=", 100, "%", None, None, None, "hồ sơ được số hóa"),
        ],
    ),
    (
        YEAR,
        "- Giảm tỷ lệ hộ nghèo còn 2%, hộ cận nghèo còn 3%.",
        [
            ("=", 2, "%", "decrease", None, 2026, "tỷ lệ hộ nghèo"),
            ("=", 3, "%", "decrease", None, 2026, "tỷ lệ hộ cận nghèo"),
        ],
    ),
    (
        YEAR,
        "- Giảm tỷ lệ văn bản ban hành sai thể thức còn 5%, chậm tiến độ còn 3%.",
        [
            ("=", 5, "%", "decrease", None, 2026, "tỷ lệ văn bản ban hành sai thể thức"),
            ("=", 3, "%", "decrease", None, 2026, "tỷ lệ văn bản ban hành chậm tiến độ"),
        ],
    ),
    (
        YEAR,
        "- Sản lượng thủy sản 1.200 tấn, trong đó nuôi trồng 1.000 tấn.",
        [
            ("=", 1200, "tấn", None, None, 2026, "Sản lượng thủy sản"),
            ("=", 1000, "tấn", None, None, 2026, "Sản lượng thủy sản: nuôi trồng"),
        ],
    ),
    (
        YEAR,
        "- Đào tạo, bồi dưỡng 1.500 lượt cán bộ, công chức, trong đó cấp xã 900 lượt.",
        [
            ("=", 1500, "lượt cán bộ", None, None, 2026, "Đào tạo, bồi dưỡng lượt cán bộ, công chức"),
            ("=", 900, "lượt", None, None, 2026, "Đào tạo, bồi dưỡng lượt cán bộ, công chức: cấp xã"),
        ],
    ),
    (
        YEAR,
        ("- 100% các sở, ban, ngành và UBND cấp xã ban hành kế hoạch cải cách hành chính trước ngày 31/01/2026."),
        [
            (
                "=",
                100,
                "%",
                None,
                None,
                2026,
                "các sở, ban, ngành và UBND cấp xã ban hành kế hoạch cải cách hành chính",
            ),
        ],
    ),
    (
        YEAR,
        ("- 100% văn bản (trừ văn bản mật) trao đổi giữa các cơ quan nhà nước dưới dạng điện tử có ký số."),
        [
            (
                "=",
                100,
                "%",
                None,
                None,
                2026,
                "văn bản (trừ văn bản mật) trao đổi giữa các cơ quan nhà nước dưới dạng điện tử có ký số",
            ),
        ],
    ),
    (
        YEAR,
        "- Tối thiểu 20% hồ sơ chứng thực được thực hiện theo hình thức chứng thực điện tử.",
        [
            (">=", 20, "%", None, None, 2026, "hồ sơ chứng thực được thực hiện theo hình thức chứng thực điện tử"),
        ],
    ),
    (
        YEAR,
        (
            "- Tỷ lệ người dân, doanh nghiệp hài lòng khi giải quyết thủ tục hành chính đạt trên "
            "95%, trong đó lĩnh vực đất đai, xây dựng, đầu tư đạt tối thiểu 90%."
        ),
        [
            (
                ">",
                95,
                "%",
                None,
                None,
                2026,
                "Tỷ lệ người dân, doanh nghiệp hài lòng khi giải quyết thủ tục hành chính",
            ),
            (
                ">=",
                90,
                "%",
                None,
                None,
                2026,
                (
                    "Tỷ lệ người dân, doanh nghiệp hài lòng khi giải quyết thủ tục hành chính: lĩnh vực đất "
                    "đai, xây dựng, đầu tư"
                ),
            ),
        ],
    ),
    (
        YEAR,
        "- Giảm tối thiểu 5% số đơn vị sự nghiệp công lập, 2% biên chế hưởng lương từ ngân sách.",
        [
            (">=", 5, "%", "decrease", None, 2026, "số đơn vị sự nghiệp công lập"),
            (">=", 2, "%", "decrease", None, 2026, "biên chế hưởng lương từ ngân sách"),
        ],
    ),
    (
        YEAR,
        "- Có ít nhất 03 mô hình, giải pháp mới về cải cách hành chính được nhân rộng.",
        [
            (">=", 3, "mô hình", None, None, 2026, "mô hình, giải pháp mới về cải cách hành chính được nhân rộng"),
        ],
    ),
    (
        YEAR,
        "- Đăng tải tối thiểu 10 tin, bài/tháng về cải cách hành chính trên Cổng thông tin điện tử.",
        [
            (
                ">=",
                10,
                "tin, bài/tháng",
                None,
                None,
                2026,
                "Đăng tải tin, bài về cải cách hành chính trên Cổng thông tin điện tử",
            ),
        ],
    ),
    (
        YEAR,
        "- Mỗi quý ít nhất 02 chuyên mục phát thanh, truyền hình; mỗi tháng 04 tin, bài.",
        [
            (">=", 2, "chuyên mục", None, None, 2026, "chuyên mục phát thanh, truyền hình"),
            ("=", 4, "tin, bài", None, None, 2026, "tin, bài"),
        ],
    ),
    (
        YEAR,
        "- DDCI: phấn đấu các sở, ngành đạt từ 80 điểm trở lên; không có đơn vị dưới 65 điểm.",
        [
            (">=", 80, "điểm", None, None, 2026, "DDCI: các sở, ngành"),
        ],
    ),
    (
        YEAR,
        ("- Điểm Chỉ số cải cách hành chính đạt trên 92 điểm, tăng 1,5 điểm và tăng 3 bậc so với năm 2025."),
        [
            (">", 92, "điểm", None, None, 2026, "Điểm Chỉ số cải cách hành chính"),
            ("=", 1.5, "điểm", "increase", "2025", 2026, "Điểm Chỉ số cải cách hành chính"),
            ("=", 3, "bậc", "increase", "2025", 2026, "Điểm Chỉ số cải cách hành chính"),
        ],
    ),
    (
        YEAR,
        "- Hoàn thành 100% chỉ tiêu, nhiệm vụ về cải cách hành chính được giao.",
        [
            ("=", 100, "%", None, None, 2026, "Hoàn thành chỉ tiêu, nhiệm vụ về cải cách hành chính được giao"),
        ],
    ),
    (
        YEAR,
        "- Tỷ lệ khai thác, sử dụng lại thông tin, dữ liệu số hóa: tối thiểu 60%.",
        [
            (">=", 60, "%", None, None, 2026, "Tỷ lệ khai thác, sử dụng lại thông tin, dữ liệu số hóa"),
        ],
    ),
    (
        YEAR,
        "- Tỷ lệ cấp kết quả giải quyết thủ tục hành chính điện tử: cấp tỉnh 100%, cấp xã 95%.",
        [
            ("=", 100, "%", None, None, 2026, "Tỷ lệ cấp kết quả giải quyết thủ tục hành chính điện tử: cấp tỉnh"),
            ("=", 95, "%", None, None, 2026, "Tỷ lệ cấp kết quả giải quyết thủ tục hành chính điện tử: cấp xã"),
        ],
    ),
    (
        YEAR,
        "- Số cuộc họp giảm từ 10 - 15%; báo cáo giấy giảm 30% so với năm trước.",
        [
            ("=", 10, "%", "decrease", None, 2026, "Số cuộc họp"),
            ("=", 30, "%", "decrease", "năm trước", 2026, "báo cáo giấy"),
        ],
    ),
    (
        YEAR,
        "- Ít nhất 50% số sở, ngành, 40% số xã, phường có sản phẩm trí tuệ nhân tạo phục vụ quản lý.",
        [
            (">=", 50, "%", None, None, 2026, "số sở, ngành có sản phẩm trí tuệ nhân tạo phục vụ quản lý"),
            (">=", 40, "%", None, None, 2026, "số xã, phường có sản phẩm trí tuệ nhân tạo phục vụ quản lý"),
        ],
    ),
    (
        YEAR,
        "- Từ 85% người dân trở lên biết và sử dụng dịch vụ công trực tuyến.",
        [
            (">=", 85, "%", None, None, 2026, "người dân biết và sử dụng dịch vụ công trực tuyến"),
        ],
    ),
    (YEAR, "- Rút ngắn 1/3 thời gian giải quyết hồ sơ.", []),
    (
        YEAR,
        "- 100% xã, phường đạt tiêu chuẩn “Chính quyền thân thiện, vì Nhân dân phục vụ”.",
        [
            (
                "=",
                100,
                "%",
                None,
                None,
                2026,
                "xã, phường đạt tiêu chuẩn “Chính quyền thân thiện, vì Nhân dân phục vụ”",
            ),
        ],
    ),
    (
        TASK,
        "Sở Nội vụ chủ trì kiểm tra công vụ tối thiểu 10 cơ quan, đơn vị trong năm 2026.",
        [
            (">=", 10, "cơ quan", None, None, 2026, "kiểm tra công vụ cơ quan, đơn vị"),
        ],
    ),
    (
        TASK,
        "Các cơ quan, đơn vị rà soát, đơn giản hóa ít nhất 20% thủ tục hành chính nội bộ.",
        [
            (">=", 20, "%", None, None, 2026, "đơn giản hóa thủ tục hành chính nội bộ"),
        ],
    ),
    (
        TASK,
        ("Bảo đảm 100% hồ sơ được tiếp nhận, giải quyết trên Hệ thống thông tin giải quyết thủ tục hành chính."),
        [
            (
                "=",
                100,
                "%",
                None,
                None,
                2026,
                "hồ sơ được tiếp nhận, giải quyết trên Hệ thống thông tin giải quyết thủ tục hành chính",
            ),
        ],
    ),
    (
        TASK,
        "Mỗi xã, phường thành lập ít nhất 01 tổ công nghệ số cộng đồng ở mỗi thôn, tổ dân phố.",
        [
            (
                ">=",
                1,
                "tổ công nghệ số cộng đồng",
                None,
                None,
                2026,
                "Mỗi xã, phường thành lập tổ công nghệ số cộng đồng ở mỗi thôn, tổ dân phố",
            ),
        ],
    ),
    (
        TASK,
        (
            "Phấn đấu trong năm 2026, 100% thủ tục hành chính liên quan đến doanh nghiệp được thực "
            "hiện trực tuyến, cắt giảm 50% thời gian xử lý."
        ),
        [
            (
                "=",
                100,
                "%",
                None,
                None,
                2026,
                "thủ tục hành chính liên quan đến doanh nghiệp được thực hiện trực tuyến",
            ),
            ("=", 50, "%", "decrease", None, 2026, "thời gian xử lý"),
        ],
    ),
    (
        TASK,
        "Năm 2025, tỷ lệ hồ sơ trực tuyến của tỉnh đạt 72%; năm 2026 phấn đấu đạt 85%.",
        [
            ("=", 85, "%", None, None, 2026, "tỷ lệ hồ sơ trực tuyến của tỉnh"),
        ],
    ),
    (
        TASK,
        (
            "Tổ chức ít nhất 02 lớp bồi dưỡng, tập huấn nghiệp vụ cho 200 lượt công chức làm công "
            "tác cải cách hành chính."
        ),
        [
            (
                ">=",
                2,
                "lớp",
                None,
                None,
                2026,
                ("Tổ chức lớp bồi dưỡng, tập huấn nghiệp vụ cho 200 lượt công chức làm công tác cải cách hành chính"),
            ),
        ],
    ),
    (
        TASK,
        "Kế hoạch kiểm tra phải bảo đảm tối thiểu 30% số cơ quan, đơn vị, địa phương được kiểm tra.",
        [
            (">=", 30, "%", None, None, 2026, "số cơ quan, đơn vị, địa phương được kiểm tra"),
        ],
    ),
    (
        TASK,
        "Đề án 06: hoàn thành cấp 100% căn cước cho công dân từ 14 tuổi trở lên đủ điều kiện.",
        [
            ("=", 100, "%", None, None, 2026, "hoàn thành cấp căn cước cho công dân từ 14 tuổi trở lên đủ điều kiện"),
        ],
    ),
    (
        YEAR,
        "- Giảm ít nhất 10% so với năm 2025 số hồ sơ trễ hạn.",
        [
            (">=", 10, "%", "decrease", "2025", 2026, "số hồ sơ trễ hạn"),
        ],
    ),
    (
        YEAR,
        "- Tỷ lệ hồ sơ trễ hạn dưới 1% (năm 2025 là 2,3%).",
        [
            ("<", 1, "%", None, None, 2026, "Tỷ lệ hồ sơ trễ hạn"),
        ],
    ),
    (
        YEAR,
        "- Giải ngân vốn đầu tư công đạt trên 95% kế hoạch.",
        [
            (">", 95, "%", None, None, 2026, "Giải ngân vốn đầu tư công (% kế hoạch)"),
        ],
    ),
    (
        YEAR,
        "- Duy trì 100% cơ quan, đơn vị áp dụng ISO 9001:2015.",
        [
            ("=", 100, "%", None, None, 2026, "cơ quan, đơn vị áp dụng ISO 9001:2015"),
        ],
    ),
    (
        YEAR,
        (
            "- Tỷ lệ thủ tục hành chính có phát sinh hồ sơ trực tuyến đạt 80% trở lên trên tổng số "
            "thủ tục hành chính cung cấp trực tuyến."
        ),
        [
            (
                ">=",
                80,
                "%",
                None,
                None,
                2026,
                (
                    "Tỷ lệ thủ tục hành chính có phát sinh hồ sơ trực tuyến (% trên tổng số thủ tục hành "
                    "chính cung cấp trực tuyến)"
                ),
            ),
        ],
    ),
]


@pytest.mark.parametrize(("frame", "text", "rows"), ROWS)
def test_sentence(frame: Frame, text: str, rows: list[Row]) -> None:
    assert read(text, frame) == rows


# Words that only their marks tell apart.
MARKED = (
    "trong đó nuôi trồng",
    "mỗi tháng 04",
    "40% số xã, phường",
    "kiểm tra công vụ",
)


@pytest.mark.parametrize(("frame", "text", "rows"), [row for row in ROWS if not any(word in row[1] for word in MARKED)])
def test_sentence_without_diacritics(frame: Frame, text: str, rows: list[Row]) -> None:
    assert [row[:2] for row in read(strip_diacritics(text), frame)] == [row[:2] for row in rows]


@pytest.mark.parametrize(("frame", "text", "rows"), ROWS)
def test_sentence_over_a_broken_line(frame: Frame, text: str, rows: list[Row]) -> None:
    middle = text.find(" ", len(text) // 2)
    assert read(text[:middle] + "\n" + text[middle + 1 :], frame) == rows
