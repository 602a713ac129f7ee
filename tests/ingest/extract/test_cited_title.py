"""Titles of cited documents: (text, expected) after real patterns, also without diacritics and over broken lines."""

from __future__ import annotations

import pytest

from ingest.clean.fold import strip_diacritics
from ingest.extract.citations import find_mentions
from ingest.models import Block, BlockKind, Document, Reading
from ingest.parse.number import number_key
from ingest.pipeline import assemble

A = "Quyết định số 15/QĐ-UBND ngày 03/3/2025 của UBND tỉnh"
N = "Nghị định số 15/2025/NĐ-CP ngày 03/3/2025 của Chính phủ"

ROWS: list[tuple[str, str | None]] = [
    # what changed the document ends its title, with or without "được"
    (f"Căn cứ {N} quy định về thu phí sửa đổi, bổ sung bởi Nghị định số 9/2026/NĐ-CP;", "quy định về thu phí"),
    (f"Căn cứ {N} về thu phí (sửa đổi, bổ sung bởi Nghị định số 9/2026/NĐ-CP);", "về thu phí"),
    (f"Căn cứ {N} sửa đổi, bổ sung một số điều bởi Nghị định số 9/2026/NĐ-CP;", None),
    # "quản lý" begins one only behind the Government's name in a basis line
    (f"Căn cứ {N} quản lý, khai thác chợ và trung tâm thương mại;", "quản lý, khai thác chợ và trung tâm thương mại"),
    (f"các sở theo {N} quản lý chặt chẽ việc thu phí chợ; Sở Nội vụ", None),
    # the kind said twice, a session, a draft handed in
    (f"Căn cứ {N} Nghị định quy định về thu phí;", "quy định về thu phí"),
    (
        "Căn cứ Thông tư số 15/2025/TT-BYT ngày 03/3/2025 của Bộ trưởng Bộ Y tế Thông tư hướng dẫn khám bệnh;",
        "hướng dẫn khám bệnh",
    ),
    (
        "Căn cứ Nghị quyết số 15/2025/QH15 ngày 03/3/2025 của Quốc hội Kỳ họp thứ 9, Quốc hội khóa XV;",
        "Kỳ họp thứ 9, Quốc hội khóa XV",
    ),
    (
        "Xét Tờ trình số 15/TTr-UBND ngày 03/3/2025 của UBND tỉnh dự thảo Nghị quyết quy định mức thu phí chợ;",
        "dự thảo Nghị quyết quy định mức thu phí chợ",
    ),
    # what stands between issuer and title
    (f"theo {A}[1] về thi đua;", "về thi đua"),
    (f"theo {A} Hà Giang (nay là tỉnh Tuyên Quang) về thi đua;", "về thi đua"),
    (f"theo {A} (được sửa đổi tại Quyết định số 9/QĐ-UBND) về thi đua;", "về thi đua"),
    (f"theo {A} Bến Tre (trước hợp nhất, sáp nhập) về thi đua;", "về thi đua"),
    (f"người hưởng chế độ theo {A} nhưng chưa hoàn thành thời gian cam kết", None),
    (f"theo {A} những giải pháp cải thiện chỉ số;", "những giải pháp cải thiện chỉ số"),
    (f"theo {A} (cũ) quy định bảng giá đất;", "quy định bảng giá đất"),
    (f"theo {N} (Quy định về kiểm soát thủ tục), các sở rà soát", "Quy định về kiểm soát thủ tục"),
    # what the sentence adds
    (f"theo {A} về thi đua để làm cơ sở cho các đơn vị triển khai", "về thi đua"),
    (f"theo {A} về thi đua và các mục tiêu đề ra của Nghị quyết số 5-NQ/TU về phát triển", "về thi đua"),
    (f"theo {A} phê duyệt giá nước tại các phụ lục kèm theo Quyết định này.", "phê duyệt giá nước"),
    (f"theo {A} quy định giá nước kể từ ngày Quyết định này có hiệu lực", "quy định giá nước"),
    (f"Căn cứ {A} về thi đua, Xét đề nghị của Vụ trưởng Vụ Pháp chế, QUYẾT ĐỊNH", "về thi đua"),
    (f"Mẫu đơn kèm theo {A} (Ban hành kèm theo Quyết định số 3/QĐ-BNV)", None),
    (f"Điều 1. Kéo dài thời gian thực hiện {A} về hỗ trợ học phí đến hết ngày 31/12/2026.", "về hỗ trợ học phí"),
    (f"theo {A} công bố chỉ số năm 2024, tỉnh Sơn La xếp thứ 12", "công bố chỉ số năm 2024"),
    (f"theo {A} Bắc Ninh (trước sắp xếp) quy định phân cấp", "quy định phân cấp"),
    (f"theo {A} ban hành kèm Phụ lục 5 Thông tư số 3/2015/TT-BTC", None),
    (f"đã ban hành {A} về thi đua, Văn bản số 16/SNV-TĐ ngày 5/3/2025 về khen thưởng", "về thi đua"),
    (f"tiếp tục triển khai {A} về hội nhập và các kết luận, chỉ thị của Bộ Chính trị", "về hội nhập"),
    (f"các sở thực hiện {A} về chăm sóc sức khỏe gắn với tình hình thực tiễn của tỉnh", "về chăm sóc sức khỏe"),
    (f"đã ban hành {A} về cải cách hành chính năm 2025 với 21 hoạt động cụ thể", "về cải cách hành chính năm 2025"),
    (f"theo {A} về phân công nhiệm vụ (hiện đang xây dựng dự thảo thay thế)", "về phân công nhiệm vụ"),
    (f"theo {A} về phê duyệt danh mục (theo đề nghị của Sở Nội vụ tại Tờ trình số 3)", "về phê duyệt danh mục"),
    (
        f"có {A} về việc rà soát văn bản QPPL hết hiệu lực năm 2024.",
        "về việc rà soát văn bản QPPL hết hiệu lực năm 2024",
    ),
    (f"theo {A} xác định định hướng phát triển", None),
    # the title goes on
    (f"theo {A} về việc sửa đổi, bổ sung Quyết định số 9/QĐ-UBND;", "về việc sửa đổi, bổ sung Quyết định số 9/QĐ-UBND"),
    (f"theo {A} về thu phí, bộ máy và quản lý nhà nước;", "về thu phí, bộ máy và quản lý nhà nước"),
    # the title ends
    (f'theo "{A} về thi đua". Các sở thực hiện', "về thi đua"),
    (f"- {A} về thi đua - Quyết định số 16/QĐ-UBND ngày 5/3/2025 - Luật Đất đai", "về thi đua"),
    (f"theo {A} về thi đua, ngày 5/5/2025 Sở Nội vụ báo cáo", "về thi đua"),
    (f"theo {A} về thi đua do Chủ tịch UBND tỉnh ban hành", "về thi đua"),
    (
        "theo Thông tư số 15/2025/TT-BTC ngày 3/3/2025 sửa đổi Thông tư số 9/2024/TT-BTC, Thông tư số 16/2025/TT-BTC "
        "ngày 5/3/2025 hướng dẫn kế toán;",
        "sửa đổi Thông tư số 9/2024/TT-BTC",
    ),
    (f"theo {A} về thi đua đồng thời ghi cụ thể quy trình", "về thi đua"),
    (f"Căn cứ {A} về thi đua, thực hiện Kế hoạch số 9/KH-UBND ngày 2/3/2025;", "về thi đua"),
    (f"theo {A} về thi đua và các Quyết định thành lập cụm", "về thi đua"),
    (f"theo {A} về công nhận phường là đô thị loại II do Thủ tướng ban hành", "về công nhận phường là đô thị loại II"),
    (f"theo {A} về thi đua,… Sau sáp nhập, các sở báo cáo", "về thi đua"),
    (f"theo {A} về thi đua, Sở Nội vụ hướng dẫn các phòng xác định mức chi", "về thi đua"),
    (f"theo {A} về thi đua và các văn bản chỉ đạo của Trung ương, UBND tỉnh ban hành", "về thi đua"),
    (f"theo {A} về thi đua hoặc các quy định hiện hành", "về thi đua"),
    (f"theo {A} phê duyệt Đề án “Bản đồ số”;", "phê duyệt Đề án “Bản đồ số”"),
    (f"theo {A} về thi đua và Kế hoạch kiểm tra số 9/KH-ĐKT ngày 5/3/2025", "về thi đua"),
    (f"gửi đơn theo mẫu của {N} quy định về phòng xét nghiệm kèm theo hồ sơ đến Sở", "quy định về phòng xét nghiệm"),
    (f"theo {N}, quy định về đấu giá, kính đề nghị Bộ bổ sung hồ sơ", "quy định về đấu giá"),
    (
        "theo Nghị quyết số 15-NQ/TW ngày 22/12/2024 của Bộ Chính trị về chuyển đổi số trên địa bàn tỉnh Lào Cai;",
        "về chuyển đổi số",
    ),
    (f"theo {A} về chuyển đổi số trên địa bàn tỉnh Lào Cai;", "về chuyển đổi số trên địa bàn tỉnh Lào Cai"),
    (
        f"theo {A} về công bố thủ tục quy định tại Nghị định số 9/2018/NĐ-CP và các nội dung của thủ tục đã công bố",
        "về công bố thủ tục quy định tại Nghị định số 9/2018/NĐ-CP",
    ),
    (
        f"theo {N} quy định chi tiết Luật Thuế giá trị gia tăng, Điều 1 Nghị định số 9/2014/NĐ-CP ngày 01/10/2014",
        "quy định chi tiết Luật Thuế giá trị gia tăng",
    ),
    (
        f"theo {A} sửa đổi Quyết định số 9/QĐ-UBND ngày 3/3/2014 và Quyết định số 8/QĐ-UBND ngày 5/3/2012 về thi đua",
        "sửa đổi Quyết định số 9/QĐ-UBND ngày 3/3/2014",
    ),
    # a semicolon, in a line of its own
    (f"Căn cứ {N} về phân cấp; phân định thẩm quyền của xã;", "về phân cấp; phân định thẩm quyền của xã"),
    (f"Căn cứ {N} về phân cấp; đồng thời rà soát hồ sơ;", "về phân cấp"),
    (f"Các sở thực hiện {N} về phân cấp; phân định thẩm quyền của xã;", "về phân cấp"),
    (
        f"Căn cứ {N} về phân cấp trong thi đua; quy định chi tiết một số điều của Luật Thi đua, khen thưởng;",
        "về phân cấp trong thi đua; quy định chi tiết một số điều của Luật Thi đua, khen thưởng",
    ),
    # what the citing sentence adds
    (f"theo {N} về phiên họp tháng 3 (hoặc theo yêu cầu của Bộ Tư pháp)", "về phiên họp tháng 3"),
    (f"theo {N} về hóa đơn (Nghị định số 15/2025/NĐ-CP), để chuẩn bị báo cáo", "về hóa đơn"),
    (
        f"theo {A} về phát triển công nghiệp giai đoạn 2026-2030 và Đề án số 08 ban hành kèm theo; kế hoạch",
        "về phát triển công nghiệp giai đoạn 2026-2030",
    ),
    (
        f"theo {A} về việc siết chặt quản lý, đồng thời xử lý khai thác trái phép;",
        "về việc siết chặt quản lý, đồng thời xử lý khai thác trái phép",
    ),
    (
        f"theo {A} về kiểm tra bến bãi trên địa bàn các xã: Văn Phú, Giới Phiên;",
        "về kiểm tra bến bãi trên địa bàn các xã: Văn Phú, Giới Phiên",
    ),
    (
        f"Căn cứ {A} về chức năng của các tổ chức thuộc Sở Nội vụ, Phòng Thi đua, Khen thưởng thống nhất phân công",
        "về chức năng của các tổ chức thuộc Sở Nội vụ",
    ),
    (f"{N} quy định cá nhân được miễn lệ phí khi nộp hồ sơ.", None),
    ("theo Công văn số 15/SNV-VP hướng dẫn để thống nhất nhận thức.", None),
    (f"theo {N} về dự toán năm 2014 (Nghị định số 15), Thống đốc Ngân hàng Nhà nước yêu cầu", "về dự toán năm 2014"),
    (f"theo {N} về tổ chức phi chính phủ, tham mưu, đề xuất Chính phủ sửa đổi", "về tổ chức phi chính phủ"),
    (
        "Căn cứ Quyết định số 15/QĐ-ĐHNN ngày 06/11/2023 của Trường Đại học Ngoại ngữ, Đại học Quốc gia Hà Nội về việc "
        "ban hành định dạng bài thi;",
        "về việc ban hành định dạng bài thi",
    ),
    # the organ's name has a "về" of its own
    (
        "theo Kế hoạch số 15/KH-BCĐ ngày 3/3/2025 của Ban Chỉ đạo về an toàn thực phẩm về việc kiểm tra liên ngành;",
        "về việc kiểm tra liên ngành",
    ),
    ("theo Kế hoạch số 15/KH-BCĐ ngày 3/3/2025 của Ban Chỉ đạo về an toàn thực phẩm;", None),
    (f"theo {N} về kế toán (Có hiệu lực thi hành từ ngày 1/1/2026)", "về kế toán"),
    (f'xem "{A} về đặt tên đường" (PDF) ngày 9', "về đặt tên đường"),
    (f"{N} về kế toán (nghị định có hiệu lực từ ngày 1/1/2026).", "về kế toán"),
    (f'theo {A} "về chuẩn mực đạo đức" ở các cấp', "về chuẩn mực đạo đức"),
    (f"theo {N} về thủ tục hải quan được sửa đổi, bổ sung tại Nghị định số 67/2020/NĐ-CP.", "về thủ tục hải quan"),
    # no title
    ("Căn cứ Điều 1 Quyết định 15/QĐ-TTg năm 2024 về địa điểm thực hiện của dự án như sau", None),
    ("Theo Kế hoạch 15/KH-UBND quy định về kinh phí thực hiện và khen thưởng như sau", None),
    ("theo Nghị định số 15/2025/NĐ-CP, quy định khác của pháp luật có liên quan", None),
    ("khoản 1 Điều 13 Quy chế tuyển sinh ban hành kèm theo Thông tư 15/2024/TT-BGDĐT quy định về môn thi", None),
    ("theo Công văn số 15/SNV-VP bảo đảm kết nối dữ liệu của tỉnh", None),
    (f"theo {A} giao Sở Nội vụ chủ trì rà soát;", None),
    ("theo Quyết định số 15/QĐ-UBND, Quyết định số 16/QĐ-UBND ngày 03/3/2025 về thi đua;", None),
    (f"theo khoản 2 Điều 5 {N} quy định người nộp hồ sơ được chọn nơi nộp;", None),
    (f"theo điểm a khoản 2 Điều 5 {N} sửa đổi, bổ sung khoản 3 Điều 4 của Quy chế;", None),
    ("theo khoản 2 Điều 5 Nghị định số 15/2025/NĐ-CP quy định mức thu phí;", None),
    (f"{N} quy định cụ thể thời hạn giải quyết hồ sơ.", None),
]


def titles(text: str) -> dict[str, str | None]:
    document: Document = assemble(Reading("txt", 1, [Block(BlockKind.PARAGRAPH, text)]), "thu.txt", "0" * 64)
    return {number_key(m.number): m.title for m in reversed(find_mentions(document)) if m.number}


def first(text: str) -> str | None:
    return next(title for key, title in titles(text).items() if key.startswith("15/"))


@pytest.mark.parametrize(("text", "title"), ROWS)
def test_titles(text: str, title: str | None) -> None:
    assert first(text) == title


def test_sentence_behind_a_title() -> None:
    """ "thì" and "vẫn" belong to the sentence; told apart by their marks."""
    assert first(f"theo {A} về thi đua thì các phòng báo cáo") == "về thi đua"
    assert first(f"thực hiện {A} phê duyệt Bộ chỉ số vẫn còn tồn tại") == "phê duyệt Bộ chỉ số"
    assert first(f"thực hiện {A} về thi đua, các cơ quan, đơn vị trong tỉnh đã xây dựng kế hoạch") == "về thi đua"
    assert first(f"theo {A} về thi đua, để tổ chức thực hiện kịp thời") == "về thi đua"


def test_own_title_tells_that_a_title_goes_on() -> None:
    head = (
        "UBND TỈNH SƠN LA\nSố: 45/KH-UBND\nSơn La, ngày 12 tháng 01 năm 2026\nKẾ HOẠCH\n"
        "TỔ CHỨC ĐỢT THI ĐUA CHÀO MỪNG ĐẠI HỘI; TĂNG TỐC, BỨT PHÁ, HOÀN THÀNH CÁC MỤC TIÊU"
    )
    text = f"Thực hiện {A} về thi đua chào mừng Đại hội; tăng tốc, bứt phá, hoàn thành các mục tiêu của tỉnh."
    blocks = [Block(BlockKind.PARAGRAPH, line) for line in (*head.split("\n"), text)]
    found = find_mentions(assemble(Reading("txt", 1, blocks), "thu.txt", "0" * 64))
    assert found[0].title == "về thi đua chào mừng Đại hội; tăng tốc, bứt phá, hoàn thành các mục tiêu của tỉnh"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"theo tinh thần {N} về cán bộ cấp xã, theo hướng: bố trí đủ biên chế", "về cán bộ cấp xã"),
        (f"Sửa đổi {N} về cho vay lại theo hướng giảm tỷ lệ vay lại.", "về cho vay lại"),
        (
            f"thực hiện {N} về cơ cấu lại nông nghiệp theo hướng bền vững.",
            "về cơ cấu lại nông nghiệp theo hướng bền vững",
        ),
        (f"Công văn này theo {N} về bảo lãnh đối với các dự án có nêu: “Miễn thuế”", "về bảo lãnh đối với các dự án"),
        (
            f"thực hiện {N} về “Đẩy mạnh tuyên truyền trong tình hình mới”, Tổng Liên đoàn yêu cầu các cấp",
            "về “Đẩy mạnh tuyên truyền trong tình hình mới”",
        ),
        (f"tại khoản 4 Điều 3 {N} quy định về đào tạo, có quy định: 1. Xây dựng", "quy định về đào tạo"),
        (f"Sửa đổi {N} quy định cơ cấu của Bộ để bổ sung Trung tâm dữ liệu.", "quy định cơ cấu của Bộ"),
        (f"theo {N} về bãi bỏ văn bản do Bộ trưởng ban hành.", "về bãi bỏ văn bản do Bộ trưởng ban hành"),
        (
            f"theo {N} về tự kiểm tra văn bản do Chính phủ, Thủ tướng Chính phủ ban hành.",
            "về tự kiểm tra văn bản do Chính phủ, Thủ tướng Chính phủ ban hành",
        ),
        (
            f"theo {N} về kết luận của Phó Thủ tướng, Trưởng Ban Chỉ đạo tại hội nghị triển khai công tác.",
            "về kết luận của Phó Thủ tướng, Trưởng Ban Chỉ đạo tại hội nghị triển khai công tác",
        ),
        (f"theo {N} quy định về phí phòng cháy giao Bộ Tài chính quy định", "quy định về phí phòng cháy"),
        (f"theo {N} về phát triển nhà ở và các văn bản hướng dẫn thi hành.", "về phát triển nhà ở"),
        (f"theo {N} về thành lập các sở và trình Thủ tướng Chính phủ ban hành Quyết định.", "về thành lập các sở"),
        (f"theo {N} về làm sạch dữ liệu trên tinh thần nơi nào xong dùng ngay.", "về làm sạch dữ liệu"),
        (f"theo {N} về viện trợ trong đó nghiên cứu quy định phân cấp.", "về viện trợ"),
        (f"theo {A} về đơn giản hóa thủ tục năm 2025, đảm bảo cắt giảm 30%.", "về đơn giản hóa thủ tục năm 2025"),
        (f"theo {N} về chuyển đổi số, đảm bảo đồng bộ các nhiệm vụ.", "về chuyển đổi số"),
        (f"theo {A} về công bố thủ tục mới đã cụ thể hóa quy định trên.", "về công bố thủ tục mới"),
        (f"theo {A} về công bố thủ tục mới, được bổ sung.", "về công bố thủ tục mới, được bổ sung"),
        (f"theo {N} về bình ổn giá, bảo đảm trật tự dịp Tết.", "về bình ổn giá, bảo đảm trật tự dịp Tết"),
        (f"theo {A} về kiểm tra văn bản, hoàn thành công tác kiểm tra trước ngày 20/12/2025.", "về kiểm tra văn bản"),
        (f"theo {A} về khoáng sản và Văn bản số 4643/VPCP-CN về quản lý.", "về khoáng sản"),
        (f"**Nhiệm vụ theo {N} về kế toán?** Căn cứ", "về kế toán"),
        (f"**Toàn văn {N} về kế toán**", "về kế toán"),
        (
            f"theo {N} về xử lý vi phạm xảy ra trước khi Luật Đất đai năm 2024 có hiệu lực và tháo gỡ khó khăn;",
            "về xử lý vi phạm xảy ra trước khi Luật Đất đai năm 2024 có hiệu lực và tháo gỡ khó khăn",
        ),
        (f"tổng kết {N} về phân cấp, đề xuất nội dung phân cấp cho giai đoạn tiếp theo.", "về phân cấp"),
        (f"theo {N} về sắp xếp tỉnh, từ ngày 12/6/2025, nước ta có 34 tỉnh.", "về sắp xếp tỉnh"),
        (f"theo {N} về giảm thuế và các Phụ lục ban hành kèm theo.", "về giảm thuế"),
        (f"theo {N} về cụm công nghiệp, sau khi nghiên cứu và tổng hợp, Văn phòng", "về cụm công nghiệp"),
        (f"theo {N} về định hướng địa chất và Chiến lược địa chất của Thủ tướng Chính phủ;", "về định hướng địa chất"),
        (f"theo {A} về thi hành Luật Giá và văn bản hướng dẫn.", "về thi hành Luật Giá và văn bản hướng dẫn"),
        (
            f"{N} quy định về điểm của giấy phép quy định cụ thể mức phạt đối với người lái",
            "quy định về điểm của giấy phép",
        ),
        (
            "thực hiện Nghị quyết số 15/2026/QH16 của Quốc hội về phát triển văn hóa trên địa bàn xã.",
            "về phát triển văn hóa",
        ),
        (
            "Kết quả Chỉ thị số 15/CT-TTg ngày 29/9/2020 của Thủ tướng Chính phủ về tăng cường quản lý năm 2025.",
            "về tăng cường quản lý",
        ),
        (
            "Chỉ thị số 15/CT-TTg ngày 29/9/2020 của Thủ tướng Chính phủ về phát triển nhà ở đến năm 2025.",
            "về phát triển nhà ở đến năm 2025",
        ),
        (
            f"các sở thực hiện {A} về phổ biến pháp luật; hòa giải ở cơ sở trên địa bàn tỉnh năm 2025; Kế hoạch mới",
            "về phổ biến pháp luật; hòa giải ở cơ sở trên địa bàn tỉnh năm 2025",
        ),
        (f"các sở thực hiện {A} về thi đua năm 2025; hòa giải ở cơ sở trên địa bàn tỉnh;", "về thi đua năm 2025"),
        (f"các sở thực hiện {A} về thi đua; kinh phí hỗ trợ trên địa bàn tỉnh năm 2025;", "về thi đua"),
    ],
)
def test_what_only_marks_or_capitals_tell(text: str, title: str) -> None:
    assert first(text) == title


@pytest.mark.parametrize(("text", "title"), ROWS)
def test_without_diacritics(text: str, title: str | None) -> None:
    found = first(strip_diacritics(text))
    assert found == (strip_diacritics(title) if title else None)


@pytest.mark.parametrize(("text", "title"), ROWS)
def test_broken_lines(text: str, title: str | None) -> None:
    words = text.split(" ")
    broken = "".join(w + ("\n" if n % 4 == 3 else " ") for n, w in enumerate(words)).strip()
    assert first(broken) == title
