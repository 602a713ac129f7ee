"""Goals and tasks of administrative reform: indices, ranks, cuts, parts, clauses behind ";", numbers in names."""

from __future__ import annotations

import pytest

from ingest.clean.fold import strip_diacritics
from ingest.extract.indicator_words import unbulleted
from ingest.extract.quantity import bare
from ingest.extract.target_name import prove_name
from ingest.extract.target_place import Frame, Mode
from ingest.extract.target_sentence import read_paragraph
from ingest.extract.targets import find_targets
from ingest.models import Block, BlockKind, Document, Header, PageSpan, Section, SectionKind, lay_out

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
            (">=", 10, "cơ quan, đơn vị", None, None, 2026, "kiểm tra công vụ cơ quan, đơn vị"),
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
    (
        YEAR,
        ("- Hoàn thành trước thời hạn 100% nhiệm vụ được UBND tỉnh giao trong Kế hoạch; không có nhiệm vụ quá hạn."),
        [
            ("=", 100, "%", None, None, 2026, "Hoàn thành trước thời hạn: nhiệm vụ được UBND tỉnh giao trong Kế hoạch"),
        ],
    ),
    (
        YEAR,
        (
            "- 100% thủ tục hành chính khi ban hành mới được đánh giá tác động, công bố, công khai "
            "đúng quy định; 100% phản ánh, kiến nghị được tiếp nhận, xử lý đúng thời hạn, trong đó "
            "ít nhất 95% được trả lời trong 10 ngày."
        ),
        [
            (
                "=",
                100,
                "%",
                None,
                None,
                2026,
                ("thủ tục hành chính khi ban hành mới được đánh giá tác động, công bố, công khai đúng quy định"),
            ),
            ("=", 100, "%", None, None, 2026, "phản ánh, kiến nghị được tiếp nhận, xử lý đúng thời hạn"),
            (
                ">=",
                95,
                "%",
                None,
                None,
                2026,
                "phản ánh, kiến nghị được tiếp nhận, xử lý đúng thời hạn: được trả lời trong 10 ngày",
            ),
        ],
    ),
    (
        YEAR,
        (
            "- Tối thiểu 85% hồ sơ được số hóa thành phần hồ sơ, 90% hồ sơ được số hóa kết quả giải "
            "quyết ngay từ khâu tiếp nhận."
        ),
        [
            (">=", 85, "%", None, None, 2026, "hồ sơ được số hóa thành phần hồ sơ"),
            ("=", 90, "%", None, None, 2026, "hồ sơ được số hóa kết quả giải quyết ngay từ khâu tiếp nhận"),
        ],
    ),
    (
        YEAR,
        (
            "- Số lượng đơn vị sự nghiệp công lập giảm tối thiểu 10% so với năm 2021, số đơn vị tự "
            "chủ tài chính tăng thêm ít nhất 02 đơn vị."
        ),
        [
            (">=", 10, "%", "decrease", "2021", 2026, "Số lượng đơn vị sự nghiệp công lập"),
            (">=", 2, "đơn vị", "increase", None, 2026, "số đơn vị tự chủ tài chính"),
        ],
    ),
    (
        YEAR,
        (
            "- Tinh giản ít nhất 2% biên chế công chức và 2,5% số người làm việc hưởng lương từ ngân "
            "sách so với biên chế được giao năm 2025."
        ),
        [
            (">=", 2, "%", None, None, 2026, "Tinh giản biên chế công chức"),
            ("=", 2.5, "%", None, "2025", 2026, "số người làm việc hưởng lương từ ngân sách"),
        ],
    ),
    (
        YEAR,
        (
            "- Kết quả Chỉ số cải cách hành chính của Sở đạt từ 93 điểm trở lên, xếp trong nhóm 5 "
            "sở, ngành dẫn đầu tỉnh; Chỉ số hài lòng đạt từ 92% trở lên."
        ),
        [
            (">=", 93, "điểm", None, None, 2026, "Kết quả Chỉ số cải cách hành chính của Sở"),
            ("<=", 5, "hạng", None, None, 2026, "Kết quả Chỉ số cải cách hành chính của Sở"),
            (">=", 92, "%", None, None, 2026, "Chỉ số hài lòng"),
        ],
    ),
    (
        YEAR,
        (
            "- PAR INDEX tăng từ 05 bậc trở lên so với năm trước; SIPAS tăng tối thiểu 03 bậc; PAPI "
            "nằm trong nhóm trung bình cao."
        ),
        [
            (">=", 5, "bậc", "increase", "năm trước", 2026, "PAR INDEX"),
            (">=", 3, "bậc", "increase", None, 2026, "SIPAS"),
        ],
    ),
    (
        YEAR,
        ("- Phấn đấu Chỉ số PCI xếp hạng từ 1 đến 15, Chỉ số xanh cấp tỉnh (PGI) xếp hạng từ 20 trở lên."),
        [
            ("=", 1, "hạng", None, None, 2026, "Chỉ số PCI"),
            ("<=", 20, "hạng", None, None, 2026, "Chỉ số xanh cấp tỉnh (PGI)"),
        ],
    ),
    (
        YEAR,
        (
            "- Cắt giảm, đơn giản hóa tối thiểu 30% số ngày giải quyết của ít nhất 50 thủ tục hành "
            "chính thuộc phạm vi quản lý."
        ),
        [
            (
                ">=",
                30,
                "%",
                "decrease",
                None,
                2026,
                ("Cắt giảm, đơn giản hóa số ngày giải quyết của ít nhất 50 thủ tục hành chính thuộc phạm vi quản lý"),
            ),
        ],
    ),
    (
        YEAR,
        (
            "- Rút ngắn thời gian giải quyết thủ tục đầu tư ít nhất 40% so với quy định; thời gian "
            "đăng ký doanh nghiệp không quá 02 ngày làm việc."
        ),
        [
            (">=", 40, "%", "decrease", None, 2026, "thời gian giải quyết thủ tục đầu tư"),
            ("<=", 2, "ngày làm việc", None, None, 2026, "thời gian đăng ký doanh nghiệp"),
        ],
    ),
    (
        YEAR,
        (
            "- Bình quân mỗi cán bộ, công chức tham gia ít nhất 02 khóa bồi dưỡng/năm; 100% lãnh đạo "
            "cấp phòng được bồi dưỡng kỹ năng chuyển đổi số."
        ),
        [
            (">=", 2, "khóa", None, None, 2026, "Bình quân mỗi cán bộ, công chức tham gia khóa bồi dưỡng/năm"),
            ("=", 100, "%", None, None, 2026, "lãnh đạo cấp phòng được bồi dưỡng kỹ năng chuyển đổi số"),
        ],
    ),
    (
        YEAR,
        (
            "- Hằng quý tổ chức tối thiểu 01 cuộc họp giao ban Ban Chỉ đạo; hằng tháng công khai "
            "100% kết quả giải quyết thủ tục hành chính trên Cổng thông tin điện tử."
        ),
        [
            (">=", 1, "cuộc họp giao ban Ban Chỉ đạo", None, None, 2026, "tổ chức cuộc họp giao ban Ban Chỉ đạo"),
            (
                "=",
                100,
                "%",
                None,
                None,
                2026,
                "công khai kết quả giải quyết thủ tục hành chính trên Cổng thông tin điện tử",
            ),
        ],
    ),
    (
        YEAR,
        "- Kiểm tra ít nhất 20 cơ quan, đơn vị, trong đó có 05 sở, ngành và 15 xã, phường.",
        [
            (">=", 20, "cơ quan, đơn vị", None, None, 2026, "Kiểm tra cơ quan, đơn vị"),
            ("=", 5, "sở, ngành", None, None, 2026, "Kiểm tra cơ quan, đơn vị: sở, ngành"),
            ("=", 15, "xã, phường", None, None, 2026, "Kiểm tra cơ quan, đơn vị: xã, phường"),
        ],
    ),
    (
        YEAR,
        "- Mở 10 lớp tập huấn với 800 lượt học viên, trong đó 03 lớp dành cho cấp xã.",
        [
            ("=", 10, "lớp tập huấn", None, None, 2026, "Mở lớp tập huấn"),
            ("=", 800, "lượt học viên", None, None, 2026, "lượt học viên"),
            ("=", 3, "lớp", None, None, 2026, "lớp dành cho cấp xã"),
        ],
    ),
    (
        YEAR,
        (
            "- 100% văn bản đi, đến (trừ văn bản mật) được xử lý trên phần mềm; tỷ lệ văn bản ký số "
            "của lãnh đạo đạt 100%, của cơ quan đạt 100%."
        ),
        [
            ("=", 100, "%", None, None, 2026, "văn bản đi, đến (trừ văn bản mật) được xử lý trên phần mềm"),
            ("=", 100, "%", None, None, 2026, "tỷ lệ văn bản ký số của lãnh đạo"),
            ("=", 100, "%", None, None, 2026, "tỷ lệ văn bản ký số của cơ quan"),
        ],
    ),
    (
        YEAR,
        "- Hồ sơ công việc lập điện tử: cấp tỉnh tối thiểu 90%; cấp xã tối thiểu 75%.",
        [
            (">=", 90, "%", None, None, 2026, "Hồ sơ công việc lập điện tử: cấp tỉnh"),
            (">=", 75, "%", None, None, 2026, "Hồ sơ công việc lập điện tử: cấp xã"),
        ],
    ),
    (
        YEAR,
        "- Tỷ lệ hồ sơ trực tuyến: dịch vụ công một phần đạt 70%, dịch vụ công toàn trình đạt 85%.",
        [
            ("=", 70, "%", None, None, 2026, "Tỷ lệ hồ sơ trực tuyến: dịch vụ công một phần"),
            ("=", 85, "%", None, None, 2026, "Tỷ lệ hồ sơ trực tuyến: dịch vụ công toàn trình"),
        ],
    ),
    (
        YEAR,
        "- Thanh toán trực tuyến đạt tối thiểu 80% tổng số giao dịch thanh toán phí, lệ phí.",
        [
            (">=", 80, "%", None, None, 2026, "Thanh toán trực tuyến (% tổng số giao dịch thanh toán phí, lệ phí)"),
        ],
    ),
    (
        YEAR,
        ("- Đạt tỷ lệ 100% người đứng đầu cơ quan, đơn vị thực hiện đối thoại với người dân ít nhất 02 lần/năm."),
        [
            (
                "=",
                100,
                "%",
                None,
                None,
                2026,
                "người đứng đầu cơ quan, đơn vị thực hiện đối thoại với người dân ít nhất 02 lần/năm",
            ),
        ],
    ),
    (
        YEAR,
        (
            "- Trên 80% người dân trưởng thành có tài khoản định danh điện tử mức độ 2; trên 60% "
            "thường xuyên sử dụng dịch vụ công."
        ),
        [
            (">", 80, "%", None, None, 2026, "người dân trưởng thành có tài khoản định danh điện tử mức độ 2"),
            (">", 60, "%", None, None, 2026, "người dân trưởng thành thường xuyên sử dụng dịch vụ công"),
        ],
    ),
    (
        YEAR,
        "- Từng bước nâng tỷ lệ hài lòng, phấn đấu năm 2026 không thấp hơn 95%.",
        [
            (">=", 95, "%", None, None, 2026, "tỷ lệ hài lòng"),
        ],
    ),
    (
        YEAR,
        (
            "- Phấn đấu không còn hồ sơ trễ hạn; trường hợp bất khả kháng, tỷ lệ trễ hạn không vượt "
            "quá 0,5% tổng số hồ sơ."
        ),
        [
            ("<=", 0.5, "%", None, None, 2026, "tỷ lệ trễ hạn (% tổng số hồ sơ)"),
        ],
    ),
    (
        YEAR,
        (
            "- Tỷ lệ giải quyết hồ sơ đúng hạn của Bộ phận Một cửa cấp xã từ 98% trở lên, của Trung "
            "tâm Phục vụ hành chính công tỉnh từ 99% trở lên."
        ),
        [
            (">=", 98, "%", None, None, 2026, "Tỷ lệ giải quyết hồ sơ đúng hạn của Bộ phận Một cửa cấp xã"),
            (
                ">=",
                99,
                "%",
                None,
                None,
                2026,
                "Tỷ lệ giải quyết hồ sơ đúng hạn của Trung tâm Phục vụ hành chính công tỉnh",
            ),
        ],
    ),
    (
        YEAR,
        "- Mức độ hài lòng về sự phục vụ hành chính: sở, ngành đạt từ 90%; UBND cấp xã đạt từ 88%.",
        [
            (">=", 90, "%", None, None, 2026, "Mức độ hài lòng về sự phục vụ hành chính: sở, ngành"),
            (">=", 88, "%", None, None, 2026, "Mức độ hài lòng về sự phục vụ hành chính: UBND cấp xã"),
        ],
    ),
    (
        YEAR,
        (
            "- Điểm đánh giá trên Cổng Dịch vụ công quốc gia về phục vụ người dân, doanh nghiệp đạt "
            "trên 90 điểm, xếp loại Xuất sắc."
        ),
        [
            (
                ">",
                90,
                "điểm",
                None,
                None,
                2026,
                "Điểm đánh giá trên Cổng Dịch vụ công quốc gia về phục vụ người dân, doanh nghiệp",
            ),
        ],
    ),
    (
        YEAR,
        (
            "- Ít nhất 95% cơ sở dữ liệu chuyên ngành được kết nối với Trục liên thông; tỷ lệ dữ "
            "liệu mở tăng gấp 1,5 lần."
        ),
        [
            (">=", 95, "%", None, None, 2026, "cơ sở dữ liệu chuyên ngành được kết nối với Trục liên thông"),
            ("=", 1.5, "lần", "increase", None, 2026, "tỷ lệ dữ liệu mở"),
        ],
    ),
    (
        YEAR,
        ("- Thí điểm tối thiểu 03 mô hình “Thôn thông minh”, 02 mô hình “Chợ 4.0” và nhân rộng ra ít nhất 50% số xã."),
        [
            (">=", 3, "mô hình", None, None, 2026, "Thí điểm mô hình “Thôn thông minh”"),
            (">=", 2, "mô hình", None, None, 2026, "mô hình “Chợ 4.0”"),
            (">=", 50, "%", None, None, 2026, "nhân rộng ra số xã"),
        ],
    ),
    (
        YEAR,
        (
            "- 100% trường học, cơ sở y tế thực hiện thanh toán không dùng tiền mặt; 80% hộ kinh "
            "doanh tại chợ chấp nhận thanh toán điện tử."
        ),
        [
            ("=", 100, "%", None, None, 2026, "trường học, cơ sở y tế thực hiện thanh toán không dùng tiền mặt"),
            ("=", 80, "%", None, None, 2026, "hộ kinh doanh tại chợ chấp nhận thanh toán điện tử"),
        ],
    ),
    (
        YEAR,
        "- Nhóm 03 địa phương dẫn đầu khu vực về Chỉ số chuyển đổi số.",
        [
            ("<=", 3, "hạng", None, None, 2026, "Chỉ số chuyển đổi số"),
        ],
    ),
    (
        YEAR,
        "- Thứ hạng chuyển đổi số (DTI) của tỉnh: nhóm 20 cả nước.",
        [
            ("<=", 20, "hạng", None, None, 2026, "Thứ hạng chuyển đổi số (DTI) của tỉnh"),
        ],
    ),
    (
        PERIOD,
        ("- Đến năm 2028 có 60% và đến năm 2030 có 80% dịch vụ công thiết yếu được cung cấp theo sự kiện cuộc đời."),
        [
            ("=", 60, "%", None, None, 2028, "dịch vụ công thiết yếu được cung cấp theo sự kiện cuộc đời"),
            ("=", 80, "%", None, None, 2030, "dịch vụ công thiết yếu được cung cấp theo sự kiện cuộc đời"),
        ],
    ),
    (
        PERIOD,
        (
            "- Tỷ lệ hồ sơ cắt giảm thành phần nhờ tái sử dụng dữ liệu: năm 2026 đạt 30%, năm 2028 "
            "đạt 60%, từ năm 2030 đạt 90%."
        ),
        [
            ("=", 30, "%", None, None, 2026, "Tỷ lệ hồ sơ cắt giảm thành phần nhờ tái sử dụng dữ liệu"),
            ("=", 60, "%", None, None, 2028, "Tỷ lệ hồ sơ cắt giảm thành phần nhờ tái sử dụng dữ liệu"),
            ("=", 90, "%", None, None, 2030, "Tỷ lệ hồ sơ cắt giảm thành phần nhờ tái sử dụng dữ liệu"),
        ],
    ),
    (
        PERIOD,
        (
            "- Mỗi năm giảm tối thiểu 10% chi phí tuân thủ thủ tục hành chính; đến hết năm 2030 giảm "
            "50% so với năm 2025."
        ),
        [
            (">=", 10, "%", "decrease", None, None, "chi phí tuân thủ thủ tục hành chính"),
            ("=", 50, "%", "decrease", "2025", 2030, "chi phí tuân thủ thủ tục hành chính"),
        ],
    ),
    (
        PERIOD,
        (
            "- Trong giai đoạn 2026 - 2028, 100% cán bộ, công chức cấp xã được bồi dưỡng; giai đoạn "
            "2029 - 2030, mỗi năm bồi dưỡng lại ít nhất 30%."
        ),
        [
            ("=", 100, "%", None, None, None, "cán bộ, công chức cấp xã được bồi dưỡng"),
            (">=", 30, "%", None, None, None, "bồi dưỡng lại"),
        ],
    ),
    (
        PERIOD,
        (
            "- Duy trì 100% văn bản quy phạm pháp luật được ban hành đúng trình tự; đến năm 2027, "
            "100% văn bản được số hóa."
        ),
        [
            ("=", 100, "%", None, None, None, "văn bản quy phạm pháp luật được ban hành đúng trình tự"),
            ("=", 100, "%", None, None, 2027, "văn bản được số hóa"),
        ],
    ),
    (
        PERIOD,
        "- Kinh tế số chiếm trên 20% GRDP vào năm 2027 và phấn đấu chiếm 30% vào năm 2030.",
        [
            (">", 20, "%", None, None, 2027, "Kinh tế số (% GRDP)"),
            ("=", 30, "%", None, None, 2030, "Kinh tế số (% GRDP)"),
        ],
    ),
    (
        PERIOD,
        (
            "- Hoàn thành chuẩn hóa vị trí việc làm trong năm 2026; từ năm 2027, tuyển dụng ít nhất "
            "20% công chức theo vị trí việc làm."
        ),
        [
            (">=", 20, "%", None, None, 2027, "tuyển dụng công chức theo vị trí việc làm"),
        ],
    ),
    (
        PERIOD,
        ("- Thu hút được ít nhất 200 chuyên gia, trong đó tối thiểu 50 chuyên gia về trí tuệ nhân tạo."),
        [
            (">=", 200, "chuyên gia", None, None, None, "Thu hút chuyên gia"),
            (">=", 50, "chuyên gia", None, None, None, "chuyên gia về trí tuệ nhân tạo"),
        ],
    ),
    (
        PERIOD,
        "- Tỷ lệ cán bộ, công chức có trình độ sau đại học đạt 25%, đại học 70%.",
        [
            ("=", 25, "%", None, None, None, "Tỷ lệ cán bộ, công chức có trình độ sau đại học"),
            ("=", 70, "%", None, None, None, "Tỷ lệ cán bộ, công chức có trình độ đại học"),
        ],
    ),
    (
        PERIOD,
        ("- Tỷ lệ cán bộ nữ tham gia lãnh đạo chủ chốt: cấp tỉnh từ 25% trở lên, cấp xã từ 30% trở lên."),
        [
            (">=", 25, "%", None, None, None, "Tỷ lệ cán bộ nữ tham gia lãnh đạo chủ chốt: cấp tỉnh"),
            (">=", 30, "%", None, None, None, "Tỷ lệ cán bộ nữ tham gia lãnh đạo chủ chốt: cấp xã"),
        ],
    ),
    (
        TASK,
        (
            "Các sở, ngành, địa phương phấn đấu hoàn thành 100% nhiệm vụ, trong đó tối thiểu 60% "
            "nhiệm vụ hoàn thành trước hạn."
        ),
        [
            ("=", 100, "%", None, None, 2026, "hoàn thành nhiệm vụ"),
            (">=", 60, "%", None, None, 2026, "nhiệm vụ hoàn thành trước hạn"),
        ],
    ),
    (
        TASK,
        ("Giao Văn phòng UBND tỉnh theo dõi, đôn đốc, bảo đảm tỷ lệ số hóa hồ sơ đạt 100% trong Quý II/2026."),
        [
            ("=", 100, "%", None, None, 2026, "tỷ lệ số hóa hồ sơ"),
        ],
    ),
    (
        TASK,
        "Thực hiện khảo sát mức độ hài lòng với tối thiểu 1.500 phiếu khảo sát tại 15 xã, phường.",
        [
            (
                ">=",
                1500,
                "phiếu khảo sát",
                None,
                None,
                2026,
                "Thực hiện khảo sát mức độ hài lòng với phiếu khảo sát tại 15 xã, phường",
            ),
        ],
    ),
    (
        TASK,
        (
            "Báo Tuyên Quang, Đài Phát thanh và Truyền hình xây dựng ít nhất 12 chuyên mục cải cách "
            "hành chính trong năm, mỗi chuyên mục không dưới 10 phút."
        ),
        [
            (
                ">=",
                12,
                "chuyên mục cải cách hành chính",
                None,
                None,
                2026,
                "Báo Tuyên Quang, Đài Phát thanh và Truyền hình xây dựng chuyên mục cải cách hành chính",
            ),
        ],
    ),
    (
        TASK,
        (
            "Tiếp tục rà soát, cắt giảm ít nhất 30% thời gian giải quyết đối với các thủ tục có thời "
            "gian giải quyết từ 15 ngày trở lên."
        ),
        [
            (
                ">=",
                30,
                "%",
                "decrease",
                None,
                2026,
                "thời gian giải quyết đối với các thủ tục có thời gian giải quyết từ 15 ngày trở lên",
            ),
        ],
    ),
    (
        TASK,
        (
            "Phòng Cải cách hành chính tham mưu tổ chức 01 cuộc thi trực tuyến, thu hút từ 20.000 "
            "lượt người tham gia trở lên."
        ),
        [
            (">=", 20000, "lượt người", None, None, 2026, "thu hút lượt người tham gia"),
        ],
    ),
    (
        TASK,
        ("Nâng tỷ lệ hồ sơ được tiếp nhận trực tuyến lên ít nhất 80%, giảm tỷ lệ hồ sơ phải bổ sung xuống dưới 3%."),
        [
            (">=", 80, "%", None, None, 2026, "tỷ lệ hồ sơ được tiếp nhận trực tuyến"),
            ("<", 3, "%", "decrease", None, 2026, "tỷ lệ hồ sơ phải bổ sung"),
        ],
    ),
    (
        TASK,
        (
            "Bảo đảm 100% trang thiết bị tại Bộ phận Một cửa được đầu tư đồng bộ trước ngày "
            "30/6/2026; 100% công chức Một cửa được cấp chữ ký số."
        ),
        [
            ("=", 100, "%", None, None, 2026, "trang thiết bị tại Bộ phận Một cửa được đầu tư đồng bộ"),
            ("=", 100, "%", None, None, 2026, "công chức Một cửa được cấp chữ ký số"),
        ],
    ),
    (TASK, "Kết quả năm 2025 đạt 87,5 điểm; năm 2026 phấn đấu đạt trên 90 điểm.", []),
    (
        TASK,
        "UBND các xã, phường bố trí tối thiểu 01% ngân sách chi thường xuyên cho chuyển đổi số.",
        [
            (">=", 1, "%", None, None, 2026, "bố trí ngân sách chi thường xuyên cho chuyển đổi số"),
        ],
    ),
    (
        YEAR,
        ("- Phấn đấu điểm PCI đạt trên 70 điểm, xếp vị trí 8 - 12/34 tỉnh, thành phố, 3/6 tỉnh trong vùng Tây Nguyên."),
        [
            (">", 70, "điểm", None, None, 2026, "điểm PCI"),
            ("=", 8, "hạng", None, None, 2026, "điểm PCI"),
            ("=", 3, "hạng", None, None, 2026, "điểm PCI"),
        ],
    ),
    (
        YEAR,
        "- Chỉ số PAPI xếp 15/34 tỉnh, thành phố cả nước, vị trí 2/6 tỉnh vùng Tây Nguyên.",
        [
            ("=", 15, "hạng", None, None, 2026, "Chỉ số PAPI"),
            ("=", 2, "hạng", None, None, 2026, "Chỉ số PAPI"),
        ],
    ),
    (
        YEAR,
        ("- Giảm tỷ lệ hồ sơ quá hạn từ 3,1% xuống dưới 1%; nâng tỷ lệ nộp hồ sơ trực tuyến từ 52% lên tối thiểu 70%."),
        [
            ("<", 1, "%", "decrease", "3,1%", 2026, "tỷ lệ hồ sơ quá hạn"),
            (">=", 70, "%", "increase", "52%", 2026, "tỷ lệ nộp hồ sơ trực tuyến"),
        ],
    ),
    (
        YEAR,
        "- Tỷ lệ hộ cận nghèo giảm còn 1,2% vào cuối năm.",
        [
            ("=", 1.2, "%", "decrease", None, 2026, "Tỷ lệ hộ cận nghèo"),
        ],
    ),
    (
        YEAR,
        "- Khởi công 05 công trình [1], hoàn thành 12 công trình [2].",
        [
            ("=", 5, "công trình", None, None, 2026, "Khởi công công trình"),
            ("=", 12, "công trình", None, None, 2026, "hoàn thành công trình"),
        ],
    ),
    (
        YEAR,
        "- Lắp đặt mới 40 điểm truy cập wifi công cộng tại các thôn.",
        [
            ("=", 40, "điểm truy cập wifi", None, None, 2026, "Lắp đặt mới điểm truy cập wifi công cộng tại các thôn"),
        ],
    ),
    (
        YEAR,
        "- Huyện đặt mục tiêu 100% văn bản được ký số; hướng đến 85% hộ dân có tài khoản số.",
        [
            ("=", 100, "%", None, None, 2026, "văn bản được ký số"),
            ("=", 85, "%", None, None, 2026, "hộ dân có tài khoản số"),
        ],
    ),
    (
        YEAR,
        "- Về xã hội số, xã hướng đến 90% hộ gia đình có cáp quang.",
        [
            ("=", 90, "%", None, None, 2026, "hộ gia đình có cáp quang"),
        ],
    ),
    (
        YEAR,
        "- Về sản lượng lúa cả năm tăng khoảng 3% so với năm 2025.",
        [
            ("=", 3, "%", "increase", "2025", 2026, "sản lượng lúa"),
        ],
    ),
    (
        YEAR,
        "- Tỷ lệ người dùng nền tảng hỗ trợ tư vấn sức khỏe từ xa trên 30%.",
        [
            (">", 30, "%", None, None, 2026, "Tỷ lệ người dùng nền tảng hỗ trợ tư vấn sức khỏe từ xa"),
        ],
    ),
    (
        YEAR,
        ("Trong năm 2026, xã sẽ tăng cường kiểm tra công vụ. Phấn đấu tối thiểu 60% thôn được kiểm tra."),
        [
            (">=", 60, "%", None, None, 2026, "thôn được kiểm tra"),
        ],
    ),
    (
        PERIOD,
        "- Giai đoạn 2026 - 2028: Mở 12 lớp cho 360 người. Tỷ lệ học viên có việc làm đạt trên 75%.",
        [
            ("=", 12, "lớp", None, None, None, "Mở lớp"),
            ("=", 360, "người", None, None, None, "Mở lớp cho người"),
            (">", 75, "%", None, None, None, "Tỷ lệ học viên có việc làm"),
        ],
    ),
    (
        YEAR,
        "- Mỗi công chức đăng ký 01 việc làm mới vì dân.",
        [
            ("=", 1, "việc làm mới", None, None, 2026, "Mỗi công chức đăng ký việc làm mới vì dân"),
        ],
    ),
    (
        YEAR,
        "- Doanh nghiệp không phải đi lại quá 02 lần khi làm hồ sơ.",
        [
            ("<=", 2, "lần", None, None, 2026, "Doanh nghiệp không phải đi lại"),
        ],
    ),
    (
        YEAR,
        "- Có 90% viên chức trở lên hoàn thành tốt nhiệm vụ.",
        [
            (">=", 90, "%", None, None, 2026, "viên chức hoàn thành tốt nhiệm vụ"),
        ],
    ),
    (
        YEAR,
        "- 100% dịch vụ công mức độ 3, 4 phổ biến được tích hợp.",
        [
            ("=", 100, "%", None, None, 2026, "dịch vụ công mức độ 3, 4 phổ biến được tích hợp"),
        ],
    ),
    (
        PERIOD,
        ("- Đến năm 2027, 100% giao dịch được xác thực điện tử; 40% người dân tham gia được định danh."),
        [
            ("=", 100, "%", None, None, 2027, "giao dịch được xác thực điện tử"),
            ("=", 40, "%", None, None, 2027, "người dân tham gia được định danh"),
        ],
    ),
    (
        YEAR,
        "- Giữ vững Đảng bộ phường và 100% chi bộ xếp loại tốt.",
        [
            ("=", 100, "%", None, None, 2026, "chi bộ xếp loại tốt"),
        ],
    ),
    (
        YEAR,
        "- Thu hút ít nhất 20 quỹ đầu tư tham gia sàn giao dịch công nghệ.",
        [
            (">=", 20, "quỹ đầu tư", None, None, 2026, "Thu hút quỹ đầu tư tham gia sàn giao dịch công nghệ"),
        ],
    ),
    (
        YEAR,
        "- Cấp ít nhất 300 giấy phép xây dựng trực tuyến toàn trình.",
        [
            (">=", 300, "giấy phép xây dựng", None, None, 2026, "Cấp giấy phép xây dựng trực tuyến toàn trình"),
        ],
    ),
    (
        YEAR,
        (
            "- Rút ngắn thời gian các thủ tục, gồm: cấp phép xây dựng không quá 90 ngày (trong đó "
            "thẩm định là 40 ngày và cấp phép là 20 ngày); đăng ký tài sản xuống còn 15 ngày."
        ),
        [
            ("<=", 90, "ngày", None, None, 2026, "cấp phép xây dựng"),
            ("=", 40, "ngày", None, None, 2026, "cấp phép xây dựng: thẩm định"),
            ("=", 20, "ngày", None, None, 2026, "cấp phép xây dựng: cấp phép"),
            ("=", 15, "ngày", "decrease", None, 2026, "đăng ký tài sản"),
        ],
    ),
    (
        YEAR,
        (
            "- Cải thiện các chỉ số thành phần, cụ thể là tiếp cận đất đai thuộc nhóm 20 tỉnh dẫn "
            "đầu; tính minh bạch thuộc nhóm 15 tỉnh dẫn đầu."
        ),
        [
            ("<=", 20, "hạng", None, None, 2026, "tiếp cận đất đai"),
            ("<=", 15, "hạng", None, None, 2026, "tính minh bạch"),
        ],
    ),
    (
        YEAR,
        "- Đến năm 2050: 100% xe buýt dùng năng lượng xanh.",
        [
            ("=", 100, "%", None, None, 2050, "xe buýt dùng năng lượng xanh"),
        ],
    ),
    (
        YEAR,
        "- 100% chi đoàn tổ chức ít nhất 02 đợt sinh hoạt chuyên đề về chuyển đổi số.",
        [
            ("=", 100, "%", None, None, 2026, "chi đoàn tổ chức ít nhất 02 đợt sinh hoạt chuyên đề về chuyển đổi số"),
        ],
    ),
    (
        TASK,
        "Bố trí ít nhất 01 công chức chuyên trách công nghệ thông tin tại mỗi xã.",
        [
            (">=", 1, "công chức", None, None, 2026, "Bố trí công chức chuyên trách công nghệ thông tin tại mỗi xã"),
        ],
    ),
    (
        YEAR,
        "Tối thiểu 01 sản phẩm OCOP đạt 3-4 sao và 01 nhãn hiệu được tiếp nhận đơn hợp lệ.",
        [
            (">=", 1, "sản phẩm OCOP", None, None, 2026, "sản phẩm OCOP đạt 3-4 sao"),
            (">=", 1, "nhãn hiệu", None, None, 2026, "nhãn hiệu được tiếp nhận đơn hợp lệ"),
        ],
    ),
    (
        YEAR,
        '- Xây dựng 02 mô hình dân vận khéo điểm: "Cầu nối số" và "Ngõ sáng".',
        [
            ("=", 2, "mô hình", None, None, 2026, 'Xây dựng mô hình dân vận khéo điểm: "Cầu nối số" và "Ngõ sáng"'),
        ],
    ),
    (
        YEAR,
        "- Phấn đấu mỗi năm kết nạp 2 - 4 đảng viên mới, 100% đảng viên hoàn thành nhiệm vụ.",
        [
            ("=", 2, "đảng viên mới", None, None, 2026, "kết nạp đảng viên mới"),
            ("=", 100, "%", None, None, 2026, "đảng viên hoàn thành nhiệm vụ"),
        ],
    ),
    (
        TASK,
        (
            "100% đảng viên dùng sổ tay điện tử; tuyên truyền hướng dẫn 100% hộ dân cài đặt ứng dụng "
            "phản ánh hiện trường."
        ),
        [
            ("=", 100, "%", None, None, 2026, "đảng viên dùng sổ tay điện tử"),
            ("=", 100, "%", None, None, 2026, "tuyên truyền hướng dẫn hộ dân cài đặt ứng dụng phản ánh hiện trường"),
        ],
    ),
    (
        TASK,
        "Phổ biến, quán triệt quy định về văn hóa công sở đối với 100% cán bộ, công chức.",
        [
            (
                "=",
                100,
                "%",
                None,
                None,
                2026,
                "Phổ biến, quán triệt quy định về văn hóa công sở đối với cán bộ, công chức",
            ),
        ],
    ),
    (
        YEAR,
        ("(16) Tỷ lệ chi bộ hằng năm đạt “Hoàn thành xuất sắc nhiệm vụ”: 15% trở lên/tổng số chi bộ trực thuộc."),
        [
            (
                ">=",
                15,
                "%",
                None,
                None,
                2026,
                "Tỷ lệ chi bộ hằng năm đạt “Hoàn thành xuất sắc nhiệm vụ” (% tổng số chi bộ trực thuộc)",
            ),
        ],
    ),
    (
        YEAR,
        "(3) Tỷ lệ tăng thu ngân sách xã thực hiện so năm trước: 10% trở lên.",
        [
            (">=", 10, "%", None, None, 2026, "Tỷ lệ tăng thu ngân sách xã thực hiện so năm trước"),
        ],
    ),
    (
        YEAR,
        "(6) Tỷ lệ hộ nghèo giảm bình quân/năm: trên 2%.",
        [
            (">", 2, "%", None, None, 2026, "Tỷ lệ hộ nghèo giảm bình quân"),
        ],
    ),
    (
        YEAR,
        ("- Xã đặt mục tiêu giảm tỷ lệ hộ nghèo 0,6%, nâng tỷ lệ dân số tham gia bảo hiểm y tế lên 95%."),
        [
            ("=", 0.6, "%", "decrease", None, 2026, "tỷ lệ hộ nghèo"),
            ("=", 95, "%", None, None, 2026, "tỷ lệ dân số tham gia bảo hiểm y tế"),
        ],
    ),
    (
        PERIOD,
        "- Tiếp tục kiềm chế tai nạn, phấn đấu giảm số vụ cháy mỗi năm từ 5% đến 10%.",
        [
            ("=", 5, "%", "decrease", None, None, "số vụ cháy"),
        ],
    ),
    (
        PERIOD,
        "- Phấn đấu tăng thu nhập bình quân của người dân gấp 2,5 lần so với năm 2020.",
        [
            ("=", 2.5, "lần", "increase", "2020", None, "thu nhập bình quân của người dân"),
        ],
    ),
    (
        YEAR,
        (
            "- Phấn đấu có ít nhất 15 tỉnh, thành phố trực thuộc trung ương hoàn thành kết nối; mỗi "
            "tỉnh có ít nhất 02 xã, phường điểm."
        ),
        [
            (
                ">=",
                15,
                "tỉnh, thành phố trực thuộc trung ương",
                None,
                None,
                2026,
                "tỉnh, thành phố trực thuộc trung ương hoàn thành kết nối",
            ),
            (">=", 2, "xã, phường", None, None, 2026, "mỗi tỉnh có xã, phường điểm"),
        ],
    ),
    (
        YEAR,
        "- Mạng cáp quang phủ đạt 70% hộ dân, 100% trường học.",
        [
            ("=", 70, "%", None, None, 2026, "Mạng cáp quang phủ (% hộ dân)"),
            ("=", 100, "%", None, None, 2026, "Mạng cáp quang phủ (% trường học)"),
        ],
    ),
    (
        PERIOD,
        ("- 40% người lao động trong doanh nghiệp đạt danh hiệu công dân học tập và phải đạt 60% vào năm 2030."),
        [
            ("=", 40, "%", None, None, None, "người lao động trong doanh nghiệp đạt danh hiệu công dân học tập"),
            ("=", 60, "%", None, None, 2030, "người lao động trong doanh nghiệp đạt danh hiệu công dân học tập"),
        ],
    ),
    (
        PERIOD,
        "- 60% cán bộ, công chức đạt chuẩn kỹ năng số và tiến tới là 80% vào năm 2030.",
        [
            ("=", 60, "%", None, None, None, "cán bộ, công chức đạt chuẩn kỹ năng số"),
            ("=", 80, "%", None, None, 2030, "cán bộ, công chức đạt chuẩn kỹ năng số"),
        ],
    ),
    (
        PERIOD,
        "- 30% cán bộ không chuyên trách đạt chuẩn kỹ năng số và lộ trình là 50% đến năm 2030.",
        [
            ("=", 30, "%", None, None, None, "cán bộ không chuyên trách đạt chuẩn kỹ năng số"),
            ("=", 50, "%", None, None, 2030, "cán bộ không chuyên trách đạt chuẩn kỹ năng số"),
        ],
    ),
    (
        YEAR,
        "- Tinh giản 05 biên chế so với năm 2025.",
        [
            ("=", 5, "biên chế", None, "2025", 2026, "Tinh giản biên chế"),
        ],
    ),
    (
        YEAR,
        "- Giảm từ 5% đến 10% so với năm 2025 về số hồ sơ quá hạn, số hồ sơ trả lại.",
        [
            ("=", 5, "%", "decrease", "2025", 2026, "số hồ sơ quá hạn, số hồ sơ trả lại"),
        ],
    ),
    (
        YEAR,
        "- Mỗi tỉnh, thành phố có ít nhất 02 đơn vị cấp huyện đạt chuẩn.",
        [
            (">=", 2, "đơn vị", None, None, 2026, "Mỗi tỉnh, thành phố có đơn vị cấp huyện đạt chuẩn"),
        ],
    ),
    (
        YEAR,
        "- Hoàn tất ít nhất 200 giao dịch chuyển giao/mua bán công nghệ thành công.",
        [
            (
                ">=",
                200,
                "giao dịch chuyển giao/mua bán",
                None,
                None,
                2026,
                "Hoàn tất giao dịch chuyển giao/mua bán công nghệ thành công",
            ),
        ],
    ),
    (
        YEAR,
        "- Đóng góp 5% vào tổng giá trị giao dịch công nghệ của vùng.",
        [
            ("=", 5, "%", None, None, 2026, "Đóng góp vào tổng giá trị giao dịch công nghệ của vùng"),
        ],
    ),
    (
        YEAR,
        "- Thực hiện tối thiểu 300 kết nối thành công giữa cung và cầu công nghệ.",
        [
            (">=", 300, "kết nối", None, None, 2026, "Thực hiện kết nối thành công giữa cung và cầu công nghệ"),
        ],
    ),
    (
        YEAR,
        "- Hạ tầng mạng cáp quang phủ 100% xã, phường và trên 85% hộ gia đình.",
        [
            ("=", 100, "%", None, None, 2026, "Hạ tầng mạng cáp quang phủ xã, phường"),
            (">", 85, "%", None, None, 2026, "Hạ tầng mạng cáp quang phủ hộ gia đình"),
        ],
    ),
    (
        YEAR,
        "- Hướng tới mục tiêu trở thành 1 trong 5 tỉnh đứng đầu toàn quốc về dữ liệu mở.",
        [
            ("<=", 5, "hạng", None, None, 2026, "dữ liệu mở"),
        ],
    ),
    (TASK, "8 tháng đầu năm 2026, Trung tâm tiếp nhận 6.000 hồ sơ. Tỷ lệ đúng hạn đạt 97%.", []),
    (TASK, ("Sau hơn một năm thực hiện Nghị quyết, xã đã vận hành thông suốt; tỷ lệ hồ sơ đúng hạn đạt 97%."), []),
    (
        TASK,
        (
            "Công tác chuyển đổi số đã đạt được nhiều kết quả. 100% thủ tục được cung cấp trực "
            "tuyến. Phấn đấu 100% hồ sơ được số hóa."
        ),
        [
            ("=", 100, "%", None, None, 2026, "hồ sơ được số hóa"),
        ],
    ),
    (
        TASK,
        ("Cơ cấu kinh tế đến năm 2030: công nghiệp khoảng 64%; dịch vụ khoảng 28%; nông nghiệp khoảng 8%."),
        [
            ("=", 64, "%", None, None, 2030, "Cơ cấu kinh tế: công nghiệp"),
            ("=", 28, "%", None, None, 2030, "Cơ cấu kinh tế: dịch vụ"),
            ("=", 8, "%", None, None, 2030, "Cơ cấu kinh tế: nông nghiệp"),
        ],
    ),
    (
        YEAR,
        (
            "a) Phấn đấu Chỉ số cải cách hành chính của tỉnh đạt từ 90% trở lên và nằm trong nhóm 15 "
            "tỉnh, thành phố có kết quả tốt nhất."
        ),
        [
            (">=", 90, "%", None, None, 2026, "Chỉ số cải cách hành chính của tỉnh"),
            ("<=", 15, "hạng", None, None, 2026, "Chỉ số cải cách hành chính của tỉnh"),
        ],
    ),
    (
        YEAR,
        (
            "b) 100% hồ sơ thủ tục hành chính được luân chuyển trong nội bộ giữa các cơ quan có thẩm "
            "quyền giải quyết, hoặc giữa các cơ quan có liên quan được thực hiện bằng phương thức "
            "điện tử."
        ),
        [
            (
                "=",
                100,
                "%",
                None,
                None,
                2026,
                (
                    "hồ sơ thủ tục hành chính được luân chuyển trong nội bộ giữa các cơ quan có thẩm quyền "
                    "giải quyết, hoặc giữa các cơ quan có liên quan được thực hiện bằng phương thức điện tử"
                ),
            ),
        ],
    ),
    (
        YEAR,
        (
            "c) Tối thiểu 80% người dân, doanh nghiệp khi thực hiện thủ tục hành chính không phải "
            "cung cấp lại các thông tin, giấy tờ đã được chấp nhận."
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
                    "người dân, doanh nghiệp khi thực hiện thủ tục hành chính không phải cung cấp lại các "
                    "thông tin, giấy tờ đã được chấp nhận"
                ),
            ),
        ],
    ),
    (
        YEAR,
        (
            "d) Tỷ lệ giao dịch thanh toán trực tuyến trên Cổng Dịch vụ công quốc gia trên tổng số "
            "giao dịch thanh toán của dịch vụ công đạt từ 65% trở lên."
        ),
        [
            (
                ">=",
                65,
                "%",
                None,
                None,
                2026,
                (
                    "Tỷ lệ giao dịch thanh toán trực tuyến trên Cổng Dịch vụ công quốc gia trên tổng số giao "
                    "dịch thanh toán của dịch vụ công"
                ),
            ),
        ],
    ),
    (
        YEAR,
        (
            "đ) 100% cán bộ, công chức cấp xã đạt chuẩn theo quy định; trong đó, 95% có trình độ "
            "chuyên môn từ đại học trở lên."
        ),
        [
            ("=", 100, "%", None, None, 2026, "cán bộ, công chức cấp xã đạt chuẩn theo quy định"),
            (
                "=",
                95,
                "%",
                None,
                None,
                2026,
                "cán bộ, công chức cấp xã đạt chuẩn theo quy định: có trình độ chuyên môn từ đại học trở lên",
            ),
        ],
    ),
    (
        YEAR,
        (
            "e) Giảm chi trực tiếp từ ngân sách nhà nước cho các đơn vị sự nghiệp công lập tối thiểu "
            "10% so với giai đoạn 2021 - 2025."
        ),
        [
            (
                ">=",
                10,
                "%",
                "decrease",
                "2021-2025",
                2026,
                "chi trực tiếp từ ngân sách nhà nước cho các đơn vị sự nghiệp công lập",
            ),
        ],
    ),
    (
        YEAR,
        (
            "- Có ít nhất 20% đơn vị sự nghiệp công lập tự bảo đảm chi thường xuyên, 100% đơn vị sự "
            "nghiệp kinh tế chuyển thành công ty cổ phần."
        ),
        [
            (">=", 20, "%", None, None, 2026, "đơn vị sự nghiệp công lập tự bảo đảm chi thường xuyên"),
            ("=", 100, "%", None, None, 2026, "đơn vị sự nghiệp kinh tế chuyển thành công ty cổ phần"),
        ],
    ),
    (
        YEAR,
        (
            "- Thời gian giải quyết thủ tục thành lập doanh nghiệp rút ngắn còn 02 ngày; cấp phép "
            "xây dựng giảm từ 20 ngày xuống 15 ngày."
        ),
        [
            ("=", 2, "ngày", "decrease", None, 2026, "Thời gian giải quyết thủ tục thành lập doanh nghiệp"),
            ("=", 15, "ngày", "decrease", "20", 2026, "cấp phép xây dựng"),
        ],
    ),
    (
        YEAR,
        "- Chỉ số B1 về mức độ hài lòng tăng từ 0,5 đến 1 điểm phần trăm so với năm trước.",
        [
            ("=", 0.5, "điểm phần trăm", "increase", "năm trước", 2026, "Chỉ số B1 về mức độ hài lòng"),
        ],
    ),
    (
        YEAR,
        (
            "- 90% hồ sơ công việc tại cấp tỉnh và 70% hồ sơ công việc tại cấp xã được xử lý trên "
            "môi trường mạng (trừ hồ sơ mật)."
        ),
        [
            (
                "=",
                90,
                "%",
                None,
                None,
                2026,
                "hồ sơ công việc tại cấp tỉnh được xử lý trên môi trường mạng (trừ hồ sơ mật)",
            ),
            (
                "=",
                70,
                "%",
                None,
                None,
                2026,
                "hồ sơ công việc tại cấp xã được xử lý trên môi trường mạng (trừ hồ sơ mật)",
            ),
        ],
    ),
    (
        YEAR,
        (
            "- Cung cấp 100% dịch vụ công trực tuyến toàn trình đối với các thủ tục đủ điều kiện; tỷ "
            "lệ phát sinh hồ sơ tối thiểu 70%."
        ),
        [
            (
                "=",
                100,
                "%",
                None,
                None,
                2026,
                "Cung cấp dịch vụ công trực tuyến toàn trình đối với các thủ tục đủ điều kiện",
            ),
            (">=", 70, "%", None, None, 2026, "tỷ lệ phát sinh hồ sơ"),
        ],
    ),
    (
        YEAR,
        "- Xếp hạng DTI: duy trì trong tốp 12 cả nước; tăng 03 bậc so với năm 2025.",
        [
            ("<=", 12, "hạng", None, None, 2026, "Xếp hạng DTI"),
            ("=", 3, "bậc", "increase", "2025", 2026, "Xếp hạng DTI"),
        ],
    ),
    (
        YEAR,
        "- Tổ chức ít nhất 04 hội nghị, 10 lớp tập huấn; phát hành 5.000 tờ rơi, 02 phóng sự.",
        [
            (">=", 4, "hội nghị", None, None, 2026, "Tổ chức hội nghị"),
            (">=", 10, "lớp tập huấn", None, None, 2026, "Tổ chức lớp tập huấn"),
            ("=", 5000, "tờ rơi", None, None, 2026, "phát hành tờ rơi"),
            ("=", 2, "phóng sự", None, None, 2026, "phát hành phóng sự"),
        ],
    ),
    (
        YEAR,
        (
            "- Phấn đấu trên 95% tổ chức, cá nhân hài lòng về sự phục vụ của cơ quan hành chính nhà "
            "nước, trong đó mức độ hài lòng về thủ tục đất đai, xây dựng đạt tối thiểu 90%."
        ),
        [
            (">", 95, "%", None, None, 2026, "tổ chức, cá nhân hài lòng về sự phục vụ của cơ quan hành chính nhà nước"),
            (">=", 90, "%", None, None, 2026, "mức độ hài lòng về thủ tục đất đai, xây dựng"),
        ],
    ),
    (
        YEAR,
        "- Không quá 05 hồ sơ trễ hạn/quý đối với mỗi đơn vị; tỷ lệ trễ hạn dưới 0,5%.",
        [
            ("<=", 5, "hồ sơ trễ hạn/quý", None, None, 2026, "hồ sơ trễ hạn/quý đối với mỗi đơn vị"),
            ("<", 0.5, "%", None, None, 2026, "tỷ lệ trễ hạn"),
        ],
    ),
    (
        PERIOD,
        (
            "- Đến năm 2030: tối thiểu 90% thủ tục hành chính nội bộ được số hóa, 100% báo cáo định "
            "kỳ được thực hiện trên hệ thống; giai đoạn 2026 - 2028, mỗi năm số hóa ít nhất 25%."
        ),
        [
            (">=", 90, "%", None, None, 2030, "thủ tục hành chính nội bộ được số hóa"),
            ("=", 100, "%", None, None, 2030, "báo cáo định kỳ được thực hiện trên hệ thống"),
            (">=", 25, "%", None, None, None, "số hóa"),
        ],
    ),
    (
        PERIOD,
        ("- Tỷ trọng kinh tế số trong từng ngành, lĩnh vực đạt tối thiểu 10% (đến năm 2025), 20% (đến năm 2030)."),
        [
            (">=", 10, "%", None, None, 2025, "Tỷ trọng kinh tế số trong từng ngành, lĩnh vực"),
            ("=", 20, "%", None, None, 2030, "Tỷ trọng kinh tế số trong từng ngành, lĩnh vực"),
        ],
    ),
    (
        PERIOD,
        ("- 50% (năm 2026), 75% (năm 2028) và 100% (năm 2030) xã, phường có cán bộ chuyên trách chuyển đổi số."),
        [
            ("=", 50, "%", None, None, 2026, "xã, phường có cán bộ chuyên trách chuyển đổi số"),
            ("=", 75, "%", None, None, 2028, "xã, phường có cán bộ chuyên trách chuyển đổi số"),
            ("=", 100, "%", None, None, 2030, "xã, phường có cán bộ chuyên trách chuyển đổi số"),
        ],
    ),
    (
        PERIOD,
        ("- Tăng trưởng năng suất lao động bình quân 8%/năm; đóng góp của TFP vào tăng trưởng đạt trên 55%."),
        [
            ("=", 8, "%", None, None, None, "Tăng trưởng năng suất lao động"),
            (">", 55, "%", None, None, None, "đóng góp của TFP vào tăng trưởng"),
        ],
    ),
    (
        PERIOD,
        "- Giảm 25% số đầu mối bên trong, 20% số lượng cấp phó so với năm 2025.",
        [
            ("=", 25, "%", "decrease", "2025", None, "số đầu mối bên trong"),
            ("=", 20, "%", "decrease", "2025", None, "số lượng cấp phó"),
        ],
    ),
    (
        TASK,
        "Bảo đảm tối thiểu 15% tổng chi ngân sách khoa học dành cho chuyển đổi số.",
        [
            (">=", 15, "%", None, None, 2026, "tổng chi ngân sách khoa học dành cho chuyển đổi số"),
        ],
    ),
    (
        TASK,
        "Đôn đốc các đơn vị nâng tỷ lệ hồ sơ nộp trực tuyến lên trên 80% trước ngày 30/9/2026.",
        [
            (">", 80, "%", None, None, 2026, "tỷ lệ hồ sơ nộp trực tuyến"),
        ],
    ),
    (
        TASK,
        ("Chỉ đạo 100% doanh nghiệp, hộ kinh doanh thực hiện hóa đơn điện tử, trên 90% hộ kê khai thuế điện tử."),
        [
            ("=", 100, "%", None, None, 2026, "Chỉ đạo doanh nghiệp, hộ kinh doanh thực hiện hóa đơn điện tử"),
            (">", 90, "%", None, None, 2026, "hộ kê khai thuế điện tử"),
        ],
    ),
    (
        TASK,
        ("Mỗi đơn vị cử ít nhất 02 công chức tham gia lớp bồi dưỡng; phấn đấu 100% học viên được cấp chứng chỉ."),
        [
            ("=", 100, "%", None, None, 2026, "học viên được cấp chứng chỉ"),
        ],
    ),
    (
        TASK,
        ("Trong quý I/2026 hoàn thành rà soát 100% thủ tục; trong năm cắt giảm tối thiểu 30% thành phần hồ sơ."),
        [
            ("=", 100, "%", None, None, 2026, "hoàn thành rà soát thủ tục"),
            (">=", 30, "%", "decrease", None, 2026, "thành phần hồ sơ"),
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
    "Kiểm tra ít nhất 20",
    "bất khả kháng",
    "Báo Tuyên Quang",
    "điểm truy cập",
    "quỹ đầu tư",
    "kết nạp 2",
    "trễ hạn/quý",
    "cử ít nhất 02",
)


@pytest.mark.parametrize(("frame", "text", "rows"), [row for row in ROWS if not any(word in row[1] for word in MARKED)])
def test_sentence_without_diacritics(frame: Frame, text: str, rows: list[Row]) -> None:
    assert [row[:2] for row in read(strip_diacritics(text), frame)] == [row[:2] for row in rows]


@pytest.mark.parametrize(("frame", "text", "rows"), ROWS)
def test_sentence_over_a_broken_line(frame: Frame, text: str, rows: list[Row]) -> None:
    middle = text.find(" ", len(text) // 2)
    assert read(text[:middle] + "\n" + text[middle + 1 :], frame) == rows


def goals(texts: list[str]) -> Document:
    """A programme with one section of goals."""
    blocks = [Block(BlockKind.PARAGRAPH, text) for text in texts]
    text = lay_out(blocks)
    sections = [Section(None, "I. MỤC TIÊU", SectionKind.TARGET, 1, 0, len(text), 1)]
    header = Header(type_code="CTr", title="Chương trình chuyển đổi số", year=2025)
    return Document(
        "0" * 16, "0" * 64, "a.txt", "txt", header, text, [PageSpan(1, 0, len(text))], blocks, sections, [], {},
        "text", 1.0,
    )  # fmt: skip


YEARS: list[tuple[list[str], list[tuple[float, int | None]]]] = [
    # paragraphs that tell no time go on with the year of the one before
    (
        [
            "Cụ thể, đến năm 2028, 90% văn bản được ký số; 70% hồ sơ nộp trực tuyến;",
            "Tỷ lệ người dân hài lòng đạt trên 95%;",
            "60% hệ thống thông tin được kết nối.",
            "Đến năm 2030, 100% văn bản được ký số.",
            "Tỷ lệ thanh toán trực tuyến đạt 80%.",
        ],
        [(90, 2028), (70, 2028), (95, 2028), (60, 2028), (100, 2030), (80, 2030)],
    ),
    # items below an item that opens with the year, not those beside it
    (
        [
            "- Đến năm 2028: Phấn đấu 80% xã có tổ công nghệ số.",
            "+ 50% chợ không dùng tiền mặt.",
            "- Tỷ lệ hộ có cáp quang đạt 90%.",
        ],
        [(80, 2028), (50, 2028), (90, None)],
    ),
    # words between end it
    (
        [
            "Đến năm 2028, 90% văn bản được ký số.",
            "Công tác tuyên truyền được đẩy mạnh.",
            "70% thôn có loa thông minh.",
        ],
        [(90, 2028), (70, None)],
    ),
]


@pytest.mark.parametrize(("texts", "rows"), YEARS)
def test_years_over_paragraphs(texts: list[str], rows: list[tuple[float, int | None]]) -> None:
    assert [(one.value, one.year) for one in find_targets(goals(texts))] == rows
