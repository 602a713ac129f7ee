"""What lists share, and slips of typing: (text, [(number, day, issuer, title)]), each also spoiled."""

from __future__ import annotations

import pytest

from ingest.extract.citations import find_citations
from ingest.parse.number import number_key
from tests.ingest.extract.damage import DAMAGES
from tests.ingest.extract.test_cited_relation import document_of

PEOPLES = "Ủy ban nhân dân tỉnh Sơn La"
D, DAY = "ngày 05/3/2026", "2026-03-05"
ROWS: list[tuple[str, list[tuple[str | None, str | None, str | None, str | None]]]] = [
    (
        f"Thực hiện các Kế hoạch của UBND tỉnh: số 15/KH-UBND {D} về cây xanh; số 16/KH-UBND {D} giải quyết điểm nghẽn "
        f"về vỉa hè; số 17/KH-UBND {D}",
        [
            ("15/KH-UBND", DAY, PEOPLES, "về cây xanh"),
            ("16/KH-UBND", DAY, PEOPLES, "giải quyết điểm nghẽn về vỉa hè"),
            ("17/KH-UBND", DAY, PEOPLES, None),
        ],
    ),
    (
        f"Căn cứ các Nghị quyết của Hội đồng nhân dân tỉnh: số 15/NQ-HĐND {D}, số 16/NQ-HĐND {D};",
        [
            ("15/NQ-HĐND", DAY, "Hội đồng nhân dân tỉnh Sơn La", None),
            ("16/NQ-HĐND", DAY, "Hội đồng nhân dân tỉnh Sơn La", None),
        ],
    ),
    (  # the head's organ has no such symbol; the sentence is over
        f"Thực hiện các văn bản của UBND tỉnh: Nghị quyết số 15/NQ-HĐND {D}. Phường ban hành Kế hoạch số 16/KH-UBND",
        [("15/NQ-HĐND", DAY, None, None), ("16/KH-UBND", None, None, None)],
    ),
    (  # what a plan is for
        f"Sở đã ban hành Kế hoạch số 15/KH-SCT {D} tổ chức thực hiện Tháng hành động vì trẻ em; trong đó nêu rõ",
        [("15/KH-SCT", DAY, "Sở Công Thương", "tổ chức thực hiện Tháng hành động vì trẻ em")],
    ),
    (f"Theo Kế hoạch số 15/KH-SCT {D} tổ chức tốt việc tiếp dân", [("15/KH-SCT", DAY, "Sở Công Thương", None)]),
    # where a title ends
    (
        f"theo Nghị quyết số 15/NQ-CP {D} về cơ chế riêng, đặc biệt là khung pháp lý do Luật mới mang lại",
        [("15/NQ-CP", DAY, "Chính phủ", "về cơ chế riêng")],
    ),
    (
        f"theo Kế hoạch số 15/KH-SCT {D} về đào tạo năm 2026 nhằm nâng cao chất lượng phục vụ",
        [("15/KH-SCT", DAY, "Sở Công Thương", "về đào tạo năm 2026")],
    ),
    (
        f"theo Kế hoạch số 15/KH-SCT {D} về các giải pháp nhằm nâng cao chất lượng gắn với chuyển đổi số",
        [("15/KH-SCT", DAY, "Sở Công Thương", "về các giải pháp nhằm nâng cao chất lượng gắn với chuyển đổi số")],
    ),
    (
        f"theo Nghị quyết số 15-NQ/TU {D} của Ban Chấp hành Đảng bộ tỉnh và phù hợp tình hình thực tiễn.",
        [("15-NQ/TU", DAY, "Ban Chấp hành Đảng bộ tỉnh", None)],
    ),
    (
        f"ban hành Kết luận số 15/KL-SCT {D} về việc thanh tra (theo Quyết định số 16/QĐ-SCT {D})",
        [("15/KL-SCT", DAY, "Sở Công Thương", "về việc thanh tra"), ("16/QĐ-SCT", DAY, "Sở Công Thương", None)],
    ),
    (
        f"áp dụng Nghị định số 15/2026/NĐ-CP {D} ban hành Biểu thuế và khoản 4 Điều 1 Kế hoạch này, trừ hồ sơ cũ",
        [("15/2026/NĐ-CP", DAY, "Chính phủ", "ban hành Biểu thuế")],
    ),
    (
        f"theo Quyết định số 15/QĐ-NHNN {D} của Ngân hàng Nhà nước (quy định mức lãi suất cơ bản là 9%/năm)",
        [("15/QĐ-NHNN", DAY, "Ngân hàng Nhà nước", None)],
    ),
    # abbreviated ministries and departments
    (f"theo Thông báo số 15/TB-XYZ {D} của Bộ TN&MT", [("15/TB-XYZ", DAY, "Bộ Tài nguyên và Môi trường", None)]),
    (f"theo Thông báo số 15/TB-XYZ {D} của Sở GDĐT", [("15/TB-XYZ", DAY, "Sở Giáo dục và Đào tạo", None)]),
    (
        f"theo Công văn số 15/TCT-CS {D} của Bộ Tài chính và thực hiện việc cập nhật như sau:",
        [("15/TCT-CS", DAY, "Bộ Tài chính", None)],
    ),
    (
        f"theo mẫu của Thông tư số 15/2026/TT-BTC {D} hướng dẫn kê khai có xác nhận của xã",
        [("15/2026/TT-BTC", DAY, "Bộ Tài chính", "hướng dẫn kê khai")],
    ),
    (
        f"Trên cơ sở Quyết định số 15/QĐ-UBND {D} của UBND tỉnh giao chỉ tiêu biên chế, các phòng triển khai ngay",
        [("15/QĐ-UBND", DAY, PEOPLES, "giao chỉ tiêu biên chế")],
    ),
    (
        f"đưa các mục tiêu của Kế hoạch số 15/KH-UBND {D} của UBND tỉnh vào chương trình năm 2026",
        [("15/KH-UBND", DAY, PEOPLES, None)],
    ),
    (
        f"UBND tỉnh đã ban hành 02 văn bản: Kế hoạch số 15/KH-UBND {D}, Công văn số 16/UBND-VP {D} về niêm yết",
        [("15/KH-UBND", DAY, PEOPLES, None), ("16/UBND-VP", DAY, PEOPLES, "về niêm yết")],
    ),
    (
        "theo Kế hoạch 15/KH-UBND (ngày 5/3/2026), Kế hoạch 16/KH-UBND (ngày 5/3/2026) của UBND tỉnh",
        [("15/KH-UBND", DAY, PEOPLES, None), ("16/KH-UBND", DAY, PEOPLES, None)],
    ),
    (
        f"Thực hiện Nghị quyết 15, 16/NQ-CP {D} của Chính phủ",
        [("15/NQ-CP", DAY, "Chính phủ", None), ("16/NQ-CP", DAY, "Chính phủ", None)],
    ),
    (f"Triển khai Kế hoạch của UBND tỉnh (Kế hoạch số 15/KH-UBND {D})", [("15/KH-UBND", DAY, PEOPLES, None)]),
    (
        f"Thực hiện Kế hoạch số 15/KH-UBND {D} của UBND tỉnh về phong trào “Một cửa thân thiện”, Sở phát động",
        [("15/KH-UBND", DAY, PEOPLES, "về phong trào “Một cửa thân thiện”")],
    ),
    (
        f"theo Thông báo số 15/TB-VPUB {D} của Văn phòng UBND tỉnh thông báo kết luận của Phó Chủ tịch",
        [
            (
                "15/TB-VPUB",
                DAY,
                "Văn phòng Ủy ban nhân dân tỉnh Sơn La",
                "thông báo kết luận của Phó Chủ tịch",
            )
        ],
    ),
    (
        f"Công văn số 15/BCA-VP {D} gửi UBND các tỉnh, thành phố về việc báo cáo (trong đó nêu rõ vướng mắc)",
        [("15/BCA-VP", DAY, "Bộ Công an", "về việc báo cáo")],
    ),
    (
        f"theo Kế hoạch số 15/KH-BCĐ {D} của Ban Chỉ đạo chuyển đổi số tỉnh;",
        [("15/KH-BCĐ", DAY, "Ban Chỉ đạo chuyển đổi số tỉnh", None)],
    ),
    (
        f"theo Nghị quyết số 15-NQ/ĐU {D} của Đảng bộ xã Chiềng Sơn khóa I, nhiệm kỳ 2025 - 2030 về chuyển đổi số;",
        [("15-NQ/ĐU", DAY, "Đảng bộ xã Chiềng Sơn", "về chuyển đổi số")],
    ),
    (
        f"theo Thông báo số 15/TB-SCT {D} về kết luận tại phiên họp đầu năm, yêu cầu các phòng báo cáo",
        [("15/TB-SCT", DAY, "Sở Công Thương", "về kết luận tại phiên họp đầu năm")],
    ),
    (
        f"theo Kế hoạch số 15/KH-UBND {D} của UBND tỉnh phát động phong trào thi đua hè;",
        [("15/KH-UBND", DAY, PEOPLES, "phát động phong trào thi đua hè")],
    ),
    (
        f"theo Văn bản số 15/STC-NS {D} của Sở Tài chính hướng dẫn lập dự toán, phòng Tài vụ đã tổng hợp",
        [("15/STC-NS", DAY, "Sở Tài chính", "hướng dẫn lập dự toán")],
    ),
    (  # one organ's list of several kinds
        f"theo Chương trình số 15-CTr/TU {D}, Kế hoạch số 16-KH/TU {D} của Ban Thường vụ Tỉnh ủy",
        [("15-CTr/TU", DAY, "Ban Thường vụ Tỉnh ủy", None), ("16-KH/TU", DAY, "Ban Thường vụ Tỉnh ủy", None)],
    ),
    (  # one who acts, two documents
        f"UBND tỉnh đã ban hành Kế hoạch số 15/KH-UBND {D} về cải cách năm 2026 và Kế hoạch số 16/KH-UBND {D} về "
        "thủ tục năm 2026 để chỉ đạo thực hiện",
        [("15/KH-UBND", DAY, PEOPLES, "về cải cách năm 2026"), ("16/KH-UBND", DAY, PEOPLES, "về thủ tục năm 2026")],
    ),
    (  # no member of the list, but named in a title
        f"Kết luận số 15-KL/TW {D} của Bộ Chính trị về tiếp tục thực hiện Chỉ thị số 16-CT/TW về học tập",
        [
            ("15-KL/TW", DAY, "Bộ Chính trị", "về tiếp tục thực hiện Chỉ thị số 16-CT/TW về học tập"),
            ("16-CT/TW", None, None, "về học tập"),
        ],
    ),
    (
        f"Trên cơ sở chỉ đạo của Tỉnh ủy tại Nghị quyết số 15-NQ/TU {D};",
        [("15-NQ/TU", DAY, "Tỉnh ủy", None)],
    ),
    (
        f"Việc thực hiện Chỉ thị số 15/CT-UBND {D} của UBND tỉnh về kỷ cương được các đơn vị quan tâm",
        [("15/CT-UBND", DAY, PEOPLES, "về kỷ cương")],
    ),
    (
        f"theo Kế hoạch số 15/KH-UBND {D} của UBND xã Tân Yên (sau khi sắp xếp) về rà soát hồ sơ;",
        [("15/KH-UBND", DAY, "Ủy ban nhân dân xã Tân Yên", "về rà soát hồ sơ")],
    ),
    (
        f"theo Công văn số 15/BTP-KSTT {D} của Bộ Tư pháp (Cục Kiểm soát thủ tục) về việc công bố thủ tục;",
        [("15/BTP-KSTT", DAY, "Bộ Tư pháp", "về việc công bố thủ tục")],
    ),
    (
        f"theo Kết luận số 15-KL/TW {D} Hội nghị Trung ương 7 khóa XI về hệ thống chính trị (gọi chung là Kết luận)",
        [("15-KL/TW", DAY, None, "về hệ thống chính trị")],
    ),
    (  # not the law of all, which has the same beginning
        "Căn cứ Luật Ban hành văn bản quy phạm pháp luật của Hội đồng nhân dân, Ủy ban nhân dân ngày 03/12/2004;",
        [
            (
                None,
                "2004-12-03",
                "Quốc hội",
                "Luật Ban hành văn bản quy phạm pháp luật của Hội đồng nhân dân, Ủy ban nhân dân",
            )
        ],
    ),
    # days
    ("Công văn số: 15/UBND-TH; ngày: 05/3/2026 của UBND tỉnh", [("15/UBND-TH", DAY, PEOPLES, None)]),
    (f"{D.capitalize()}, tại Công văn số 15/SCT-VP, Sở nêu", [("15/SCT-VP", DAY, "Sở Công Thương", None)]),
    (
        f"theo Thông tư số 15/2026/TT-BTC ngày của Bộ Tài chính {D} hướng dẫn chi tiết",
        [("15/2026/TT-BTC", DAY, "Bộ Tài chính", "hướng dẫn chi tiết")],
    ),
    # numbers and names mistyped
    (f"theo Quyết định số 15/QĐ UBND {D} của UNBD tỉnh", [("15/QĐ-UBND", DAY, PEOPLES, None)]),
    (f"theo Kế hoạch số 1 5/KH-SCT {D}", [("15/KH-SCT", DAY, "Sở Công Thương", None)]),
    (
        "Quyết định số 15/2004/QĐ-UB ngày 05/3/2004 của UBND tỉnh|theo Quyết định số 15/2004/QĐ-UBND ngày 05/3/2004",
        [("15/2004/QĐ-UB", "2004-03-05", PEOPLES, None)],
    ),
    (
        "Quyết định số 15/QĐ-UB ngày 05/3/2004|theo Quyết định số 15/QĐ-UBND ngày 06/4/2009",
        [("15/QĐ-UB", "2004-03-05", None, None), ("15/QĐ-UBND", "2009-04-06", None, None)],
    ),
    # the constitution by its bare name, as a basis
    (
        "Căn cứ Hiến pháp và Luật Giáo dục số 43/2019/QH14;",
        [(None, None, "Quốc hội", "Hiến pháp"), ("43/2019/QH14", None, "Quốc hội", "Luật Giáo dục")],
    ),
    ("theo Hiến pháp và pháp luật", []),
]


@pytest.mark.parametrize("damage", ["as typed", "broken lines", "misread"])
@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_lists_and_slips(
    text: str, expected: list[tuple[str | None, str | None, str | None, str | None]], damage: str
) -> None:
    spoiled = "|".join(map(DAMAGES[damage], text.split("|")))
    found = find_citations(document_of(spoiled))
    assert [(c.number, c.issued_on, c.issuer, c.title) for c in found] == expected


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_numbers_and_days_without_diacritics(
    text: str, expected: list[tuple[str | None, str | None, str | None, str | None]]
) -> None:
    found = find_citations(document_of("|".join(map(DAMAGES["without diacritics"], text.split("|")))))
    keys = [(c.number and number_key(c.number), c.issued_on) for c in found]
    assert keys == [(number and number_key(number), day) for number, day, *_ in expected]
