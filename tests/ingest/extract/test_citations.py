"""Citations: (text, expected) after real patterns, each also without diacritics, with broken lines, and misread."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from ingest.clean.fold import strip_diacritics
from ingest.extract.citations import find_citations, find_mentions
from ingest.extract.models import Citation
from ingest.models import Block, BlockKind, Cell, Document, Reading, Table
from ingest.parse.number import number_key
from ingest.pipeline import assemble, process

HEAD = (
    "UBND TỈNH SƠN LA\nSỞ NỘI VỤ\nSố: 45/KH-SNV\nSơn La, ngày 12 tháng 01 năm 2026\n"
    "KẾ HOẠCH\nCải cách hành chính năm 2026"
)


# A plan repeals no decision: what changes others stands in one.
DECISION = HEAD.replace("45/KH-SNV", "45/QĐ-UBND").replace("KẾ HOẠCH", "QUYẾT ĐỊNH")
CHANGING = {"amends", "replaces", "repeals"}


def head_for(relations: Iterable[str]) -> str:
    return DECISION if CHANGING.intersection(relations) else HEAD


def document_of(*paragraphs: str, head: str = HEAD) -> Document:
    """A document with one block per paragraph below a header."""
    blocks = [Block(BlockKind.PARAGRAPH, line) for line in head.split("\n") if line]
    blocks += [Block(BlockKind.PARAGRAPH, paragraph) for paragraph in paragraphs]
    return assemble(Reading("txt", 1, blocks), "thu.txt", "0" * 64)


# (text, [(number, date, relation)]); paragraphs parted by "|".
ROWS: list[tuple[str, list[tuple[str, str | None, str]]]] = [
    ("Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ;", [("76/NQ-CP", "2021-07-15", "basis")]),
    ("Căn cứ Nghị quyết số 76/NQ-CP, ngày 15 tháng 7 năm 2021 của Chính phủ;", [("76/NQ-CP", "2021-07-15", "basis")]),
    (
        "Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23/4/2018, Nghị định số 107/2021/NĐ-CP ngày 06/12/2021 của Chính phủ;",
        [("61/2018/NĐ-CP", "2018-04-23", "basis"), ("107/2021/NĐ-CP", "2021-12-06", "basis")],
    ),
    (
        "Thực hiện các Nghị quyết số 71/NQ-CP và 72/NQ-CP ngày 01/4/2025 của Chính phủ",
        [("71/NQ-CP", "2025-04-01", "implements"), ("72/NQ-CP", "2025-04-01", "implements")],
    ),
    (
        "Thực hiện Nghị quyết số 01/NQ-CP và Nghị quyết số 02/NQ-CP ngày 08/01/2025 của Chính phủ",
        [("01/NQ-CP", "2025-01-08", "implements"), ("02/NQ-CP", "2025-01-08", "implements")],
    ),
    # a date with a mark lost or typed twice; one day for two numbers
    ("Căn cứ Nghị định số 15/2025/NĐ-CP ngày 03/3 2025 của Chính phủ;", [("15/2025/NĐ-CP", "2025-03-03", "basis")]),
    ("theo Kế hoạch số 15/KH-UBND ngày 03 3 2025 của UBND tỉnh", [("15/KH-UBND", "2025-03-03", "refers")]),
    ("theo Kế hoạch số 15/KH-UBND ngày 03//3/2025", [("15/KH-UBND", "2025-03-03", "refers")]),
    (
        "Căn cứ Quyết định số 15/QĐ-UBND, số 16/QĐ-UBND cùng ngày 03/3/2025 của UBND tỉnh;",
        [("15/QĐ-UBND", "2025-03-03", "basis"), ("16/QĐ-UBND", "2025-03-03", "basis")],
    ),
    # numbers as before about 1993
    ("theo Quyết định số 457-QĐ ngày 25/3/1991 của Bộ Y tế", [("457-QĐ", "1991-03-25", "refers")]),
    ("Thực hiện Nghị định số 75-CP ngày 21/10/1996 của Chính phủ", [("75-CP", "1996-10-21", "implements")]),
    ("theo Quyết định số 22QĐ/BVHTT ngày 25/4/1998", [("22/QĐ-BVHTT", "1998-04-25", "refers")]),
    # its type stands farther ahead: what it is about, whose it is
    (
        "Thực hiện Quyết định của Thủ tướng Chính phủ số 15/QĐ-TTg ngày 27/3/2021 phê duyệt Đề án đổi mới",
        [("15/QĐ-TTg", "2021-03-27", "implements")],
    ),
    (
        "Thực hiện Nghị quyết phiên họp Chính phủ thường kỳ tháng 5 năm 2025 số 54/NQ-CP ngày 31/5/2025",
        [("54/NQ-CP", "2025-05-31", "implements")],
    ),
    (
        "Thực hiện Kế hoạch cải cách hành chính tỉnh năm 2026 (Kế hoạch số 15/KH-UBND ngày 20/01/2026)",
        [("15/KH-UBND", "2026-01-20", "implements")],
    ),
    (
        "Kết quả thực hiện Kế hoạch cải cách hành chính tỉnh năm 2026 (Kế hoạch số 15/KH-UBND ngày 20/01/2026)",
        [("15/KH-UBND", "2026-01-20", "refers")],
    ),
    # words of a document changed, its force held up, others that stay
    (
        "Điều 1. Thay thế cụm từ “Sở Kế hoạch” bằng cụm từ “Sở Tài chính” tại khoản 2 Điều 5 Quyết định số "
        "15/2024/QĐ-UBND ngày 05/3/2024",
        [("15/2024/QĐ-UBND", "2024-03-05", "amends")],
    ),
    (
        "Điều 1. Ngưng hiệu lực thi hành Quyết định số 15/2024/QĐ-UBND ngày 05/3/2024 của UBND tỉnh.",
        [("15/2024/QĐ-UBND", "2024-03-05", "refers")],
    ),
    (
        "Quyết định này thay thế cho các Quyết định trước đây: số 15/QĐ-UBND ngày 05/3/2019; số 16/QĐ-UBND ngày "
        "06/3/2019.",
        [("15/QĐ-UBND", "2019-03-05", "replaces"), ("16/QĐ-UBND", "2019-03-06", "replaces")],
    ),
    (
        "Quyết định này thay thế Quyết định số 15/QĐ-UBND ngày 05/3/2020; các Quyết định số 16/QĐ-UBND ngày 08/4/2020 "
        "và số 17/QĐ-UBND ngày 09/4/2020 tiếp tục có hiệu lực.",
        [
            ("15/QĐ-UBND", "2020-03-05", "replaces"),
            ("16/QĐ-UBND", "2020-04-08", "refers"),
            ("17/QĐ-UBND", "2020-04-09", "refers"),
        ],
    ),
    (
        "2. Các Quyết định sau đây của Ủy ban nhân dân tỉnh hết hiệu lực kể từ ngày Quyết định này có hiệu lực: a) "
        "Quyết định số 15/2019/QĐ-UBND ngày 12/7/2019 về mức chi; b) Quyết định số 16/2020/QĐ-UBND ngày 9/12/2020.",
        [("15/2019/QĐ-UBND", "2019-07-12", "repeals"), ("16/2020/QĐ-UBND", "2020-12-09", "repeals")],
    ),
    (
        "Thực hiện các văn bản, như: Nghị quyết số 15/NQ-CP ngày 26/3/2025; Công điện số 16/CĐ-TTg ngày 22/5/2025",
        [("15/NQ-CP", "2025-03-26", "implements"), ("16/CĐ-TTg", "2025-05-22", "implements")],
    ),
    (
        "Kết quả thực hiện các văn bản: Nghị quyết số 15/NQ-CP ngày 26/3/2025",
        [("15/NQ-CP", "2025-03-26", "refers")],
    ),
    (
        "Tiếp tục triển khai có hiệu quả Đề án 06, Nghị quyết số 15/NQ-CP ngày 23/7/2025 của Chính phủ",
        [("15/NQ-CP", "2025-07-23", "implements")],
    ),
    (
        "Căn cứ Thông tư số 15/2025/TT-BXD ngày 30/9/2025 sửa đổi, bổ sung một số điều của các Thông tư: số "
        "16/2021/TT-BXD ngày 31/8/2021, số 17/2021/TT-BXD ngày 31/8/2021;",
        [
            ("15/2025/TT-BXD", "2025-09-30", "basis"),
            ("16/2021/TT-BXD", "2021-08-31", "refers"),
            ("17/2021/TT-BXD", "2021-08-31", "refers"),
        ],
    ),
    (
        "Thực hiện các Chỉ thị: các Chỉ thị: Chỉ thị số 15/CT-TTg ngày 15/12/2023; Chỉ thị số 16/CT-BTC ngày 9/1/2024",
        [("15/CT-TTg", "2023-12-15", "implements"), ("16/CT-BTC", "2024-01-09", "implements")],
    ),
    (
        "Tiếp tục triển khai thực hiện đường lối đối ngoại của Đảng, Nghị quyết số 59-NQ/TW của Bộ Chính trị",
        [("59-NQ/TW", None, "implements")],
    ),
    (  # texts that are over are what it is about
        "Sở đã ban hành Công văn số 15/STC-VP ngày 10/01/2019 về việc rà soát văn bản QPPL hết hiệu lực năm 2018.",
        [("15/STC-VP", "2019-01-10", "refers")],
    ),
    (  # the place of its own head
        "+ Công văn số 15/STC-VP Đắk Nông, ngày 26 tháng 4 năm 2019 về việc cử công chức",
        [("15/STC-VP", "2019-04-26", "refers")],
    ),
    (  # what opens the list has no number
        "Căn cứ Điều lệ Đảng; Quy định số 294-QĐ/TW ngày 26/5/2025 của Ban Chấp hành Trung ương;",
        [("294-QĐ/TW", "2025-05-26", "basis")],
    ),
    (  # what titles name is no member of the list
        "Quyết định này thay thế Quyết định số 20/2014/QĐ-UBND ngày 22/12/2014 về kế toán (trừ Điều 3), Quyết định số "
        "75/2015/QĐ-UBND ngày 18/5/2015 sửa đổi Quyết định số 20/2014/QĐ-UBND ngày 22/12/2014 của UBND tỉnh và Quyết "
        "định số 19/2012/QĐ-UBND ngày 15/11/2012 hướng dẫn đơn vị chủ đầu tư.",
        [
            ("20/2014/QĐ-UBND", "2014-12-22", "replaces"),
            ("75/2015/QĐ-UBND", "2015-05-18", "replaces"),
            ("19/2012/QĐ-UBND", "2012-11-15", "replaces"),
        ],
    ),
    (  # a bracket in between, and words between type and number
        "Thực hiện Quyết định số 15/QĐ-SNV ngày 06/3/2026 (gọi tắt là Đoàn) về việc kiểm tra và Kế hoạch kiểm tra số "
        "11/KH-ĐKT ngày 10/3/2026",
        [("15/QĐ-SNV", "2026-03-06", "implements"), ("11/KH-ĐKT", "2026-03-10", "implements")],
    ),
    (
        "Ngày 08/12/2023, Văn phòng Chính phủ có ý kiến tại Văn bản số 96/VPCP-CN",
        [("96/VPCP-CN", "2023-12-08", "refers")],
    ),
    ("theo Luật Đầu tư số Luật số 61/2020/QH14", [("61/2020/QH14", None, "refers")]),
    ("theo Kế hoạch số 20-KH/BCĐ 57 ngày 19/01/2026", [("20-KH/BCĐ57", "2026-01-19", "refers")]),
    (  # different kinds: the date is the second one's alone
        "việc triển khai Nghị quyết số 140/NQ-CP và Chương trình hành động số 06-CTr/TU, ngày 29/8/2025 của Tỉnh ủy",
        [("140/NQ-CP", None, "refers"), ("06-CTr/TU", "2025-08-29", "refers")],
    ),
    (  # different issuers
        "theo Quyết định số 12/QĐ-SNV và Quyết định số 340/QĐ-UBND ngày 03/3/2024",
        [("12/QĐ-SNV", None, "refers"), ("340/QĐ-UBND", "2024-03-03", "refers")],
    ),
    (  # the year in the number contradicts the shared date
        "theo Nghị định số 45/2020/NĐ-CP và Nghị định số 42/2022/NĐ-CP ngày 24/6/2022",
        [("45/2020/NĐ-CP", None, "refers"), ("42/2022/NĐ-CP", "2022-06-24", "refers")],
    ),
    (
        "theo các Công văn số 812, 813 và 901/SNV-CCHC ngày 05/6/2025 của Sở Nội vụ",
        [
            ("812/SNV-CCHC", "2025-06-05", "refers"),
            ("813/SNV-CCHC", "2025-06-05", "refers"),
            ("901/SNV-CCHC", "2025-06-05", "refers"),
        ],
    ),
    (
        "Ngày 03/7/2025, Hội đồng nhân dân tỉnh ban hành Nghị quyết số 03/NQ-HĐND về việc thành lập các sở",
        [("03/NQ-HĐND", "2025-07-03", "refers")],
    ),
    (
        "Ngày 14 tháng 01 năm 2021, Sở Giáo dục và Đào tạo đã ban hành Kế hoạch số 12/KH-SGDĐT",
        [("12/KH-SGDĐT", "2021-01-14", "refers")],
    ),
    (
        "Trước ngày 30/6/2025, các xã báo cáo theo Công văn số 55/SNV-VP",
        [("55/SNV-VP", None, "refers")],
    ),
    (
        "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16 tháng 6 năm 2025;",
        [("72/2025/QH15", "2025-06-16", "basis")],
    ),
    ("Căn cứ Luật số 72/2025/QH15 ngày 16/6/2025 của Quốc hội;", [("72/2025/QH15", "2025-06-16", "basis")]),
    ("theo Nghị quyết 1211/2016/UBTVQH13", [("1211/2016/UBTVQH13", None, "refers")]),
    (
        "Căn cứ Nghị định số 107/2021/NĐ-CP ngày 06/12/2021 sửa đổi, bổ sung một số điều của "
        "Nghị định số 61/2018/NĐ-CP;",
        [("107/2021/NĐ-CP", "2021-12-06", "basis"), ("61/2018/NĐ-CP", None, "refers")],
    ),
    (
        "Căn cứ Nghị định số 10/2022/NĐ-CP về lệ phí trước bạ được sửa đổi, bổ sung bởi Nghị định số 175/2025/NĐ-CP;",
        [("10/2022/NĐ-CP", None, "basis"), ("175/2025/NĐ-CP", None, "refers")],
    ),
    (
        "Căn cứ các Nghị định của Chính phủ: số 63/2010/NĐ-CP ngày 08/6/2010 về kiểm soát thủ tục hành chính; "
        "số 48/2013/NĐ-CP ngày 14/5/2013 và số 92/2017/NĐ-CP ngày 07/8/2017;",
        [
            ("63/2010/NĐ-CP", "2010-06-08", "basis"),
            ("48/2013/NĐ-CP", "2013-05-14", "basis"),
            ("92/2017/NĐ-CP", "2017-08-07", "basis"),
        ],
    ),
    (
        "Căn cứ Kế hoạch số 17/KH-UBND ngày 11/8/2025 của UBND tỉnh về thực hiện Nghị quyết số 71/NQ-CP ngày 01/4/2025 "
        "của Chính phủ và Kế hoạch số 07-KH/TU ngày 25/7/2025 của Tỉnh ủy;",
        [
            ("17/KH-UBND", "2025-08-11", "basis"),
            ("71/NQ-CP", "2025-04-01", "refers"),
            ("07-KH/TU", "2025-07-25", "refers"),
        ],
    ),
    (
        "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 402/TTr-SNV ngày 25/02/2022.",
        [("402/TTr-SNV", "2022-02-25", "refers")],
    ),
    (
        "Xét Tờ trình số 133/TTr-UBND ngày 01 tháng 7 năm 2022 của Ủy ban nhân dân tỉnh;",
        [("133/TTr-UBND", "2022-07-01", "refers")],
    ),
    (
        "Điều 1. Sửa đổi, bổ sung một số nội dung của Kế hoạch số 86/KH-UBND ngày 05/8/2021 của Ủy ban nhân dân tỉnh",
        [("86/KH-UBND", "2021-08-05", "amends")],
    ),
    (
        "1. Sửa đổi khoản 2 Điều 3 của Quy định ban hành kèm theo Quyết định số 15/2023/QĐ-UBND ngày 09/5/2023",
        [("15/2023/QĐ-UBND", "2023-05-09", "amends")],
    ),
    (
        "Bộ Tài chính chưa ban hành Thông tư sửa đổi, bổ sung Thông tư số 44/2022/TT-BTC; các đơn vị chờ hướng dẫn",
        [("44/2022/TT-BTC", None, "refers")],
    ),
    (
        "sớm trình Quốc hội Nghị quyết sửa đổi một số điều Nghị quyết số 70/2025/UBTVQH15 và tổ chức họp",
        [("70/2025/UBTVQH15", None, "refers")],
    ),
    (
        "Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 652/QĐ-UBND ngày 15 tháng 3 năm 2024.",
        [("652/QĐ-UBND", "2024-03-15", "replaces")],
    ),
    (
        "Kế hoạch này thay cho các nội dung giao nhiệm vụ đã ban hành tại Kế hoạch số 215/KH-SGDĐT ngày 09/02/2021.",
        [("215/KH-SGDĐT", "2021-02-09", "replaces")],
    ),
    (
        "Quyết định này có hiệu lực từ ngày 05/12/2025 và bãi bỏ Quyết định số 17/2024/QĐ-UBND ngày 21/8/2024",
        [("17/2024/QĐ-UBND", "2024-08-21", "repeals")],
    ),
    (
        "2. Bãi bỏ các Quyết định sau:|a) Quyết định số 41/2023/QĐ-UBND ngày 11/12/2023 của UBND tỉnh.|"
        "b) Quyết định số 50/2025/QĐ-UBND ngày 20/6/2025 của UBND tỉnh.",
        [("41/2023/QĐ-UBND", "2023-12-11", "repeals"), ("50/2025/QĐ-UBND", "2025-06-20", "repeals")],
    ),
    (
        "Điều 1. Bãi bỏ toàn bộ một số văn bản quy phạm pháp luật của Ủy ban nhân dân tỉnh|"
        "1. Quyết định số 32/2021/QĐ-UBND ngày 07/10/2021 về cấp dự báo cháy rừng.|"
        "2. Quyết định số 41/2019/QĐ-UBND ngày 15/11/2019 về phí.",
        [("32/2021/QĐ-UBND", "2021-10-07", "repeals"), ("41/2019/QĐ-UBND", "2019-11-15", "repeals")],
    ),
    (
        "Thông tư số 39/2015/TT-BTNMT ngày 09/7/2015 hết hiệu lực kể từ ngày Thông tư này có hiệu lực.",
        [("39/2015/TT-BTNMT", "2015-07-09", "repeals")],
    ),
    ("(Kèm theo Quyết định số 2813/QĐ-UBND ngày 20/11/2025)", [("2813/QĐ-UBND", "2025-11-20", "attached_to")]),
    (
        "(Ban hành kèm theo Công văn số 12094 /BNV-CCHC ngày 15 / 12 /2025 của Bộ Nội vụ)",
        [("12094/BNV-CCHC", "2025-12-15", "attached_to")],
    ),
    (
        "rà soát hồ sơ theo Mẫu số 19 (ban hành kèm theo Nghị định số 151/2025/NĐ-CP)",
        [("151/2025/NĐ-CP", None, "refers")],
    ),
    (
        "Thực hiện Công văn số 4625/BNV-CCHC ngày 02/7/2025 của Bộ Nội vụ, Sở Nội vụ báo cáo như sau:",
        [("4625/BNV-CCHC", "2025-07-02", "implements")],
    ),
    (
        "- Tiếp tục triển khai thực hiện tốt Quyết định số 1737/QĐ-UBND ngày 17/10/2025 của Chủ tịch UBND tỉnh",
        [("1737/QĐ-UBND", "2025-10-17", "implements")],
    ),
    (
        "Thực hiện Chỉ thị số 26/CT-TTg ngày 05/9/2016 của Thủ tướng Chính phủ về tăng cường kỷ luật trong các cơ quan "
        "và Chỉ thị số 23/CT-TTg ngày 02/9/2021 của Thủ tướng Chính phủ",
        [("26/CT-TTg", "2016-09-05", "implements"), ("23/CT-TTg", "2021-09-02", "implements")],
    ),
    (
        "Sau 8 năm triển khai thực hiện Nghị quyết số 21-NQ/TW ngày 25/10/2017, công tác dân số có chuyển biến",
        [("21-NQ/TW", "2017-10-25", "refers")],
    ),
    (
        "thực hiện theo quy định tại Nghị định số 77/2025/NĐ-CP ngày 01/4/2025",
        [("77/2025/NĐ-CP", "2025-04-01", "refers")],
    ),
    ("ban hành Kế hoạch số 112/KH-UBND ngày 06/3/2026 về cải thiện chỉ số", [("112/KH-UBND", "2026-03-06", "refers")]),
    ("Nghị quyết số 57/NQ/TW, ngày 22/12/2024 của Bộ Chính trị", [("57-NQ/TW", "2024-12-22", "refers")]),
    ("Nghị quyết số 27/NQ- TW ngày 09/11/2022 của Ban Chấp hành Trung ương", [("27-NQ/TW", "2022-11-09", "refers")]),
    ("Kế hoạch số 180/KH/UBND ngày 15/01/2025 về theo dõi", [("180/KH-UBND", "2025-01-15", "refers")]),
    ("Chỉ thị số 27/CTTg ngày 15/7/2024", [("27/CT-TTg", "2024-07-15", "refers")]),
    (
        "Quyết định số 468/QĐ-TT ngày 27/3/2021 của Thủ tướng Chính phủ",
        [("468/QĐ-TTg", "2021-03-27", "refers")],
    ),
    ("Công văn số 825/SGDDT-VP ngày 18/5/2021", [("825/SGDĐT-VP", "2021-05-18", "refers")]),
    ("Kế hoạch số 92 /KH - SGDDT ngày 12/5/2021", [("92/KH-SGDĐT", "2021-05-12", "refers")]),
    ("Công văn số 1368/SNV-CCHC & VTLTC ngày 27/7/2021", [("1368/SNV-CCHC&VTLTC", "2021-07-27", "refers")]),
    ("Quyết định số 3003/QĐ- UBND, ngày 30/12/2022", [("3003/QĐ-UBND", "2022-12-30", "refers")]),
    ("Nghị định số 03/2025/NĐ-CP này 01/01/2025", [("03/2025/NĐ-CP", "2025-01-01", "refers")]),
    ("Quyết định số 142/QĐ-TTg của Thủ tướng Chính phủ ngày 02/02/2024", [("142/QĐ-TTg", "2024-02-02", "refers")]),
    ("Thông tư số 02/2017/TT-VPCP (ký ngày 31/10/2017)", [("02/2017/TT-VPCP", "2017-10-31", "refers")]),
    ("Kế hoạch số 36/KH-STP tháng 11 năm 2025", [("36/KH-STP", "2025-11", "refers")]),
    ("Quyết định số 766/QĐ-TTg năm 2022", [("766/QĐ-TTg", "2022", "refers")]),
    ("(tại Công văn số 6709/UBND-NC ngày 07/11/205 của UBND tỉnh)", [("6709/UBND-NC", None, "refers")]),
    ("theo Thông báo 552/TB-VPCP ngày 13/10/2025", [("552/TB-VPCP", "2025-10-13", "refers")]),
    ("Quy định số 178-QĐ/TW ngày 27/6/2024 của Bộ Chính trị", [("178-QĐ/TW", "2024-06-27", "refers")]),
    ("theo Quyết định số 56/2026/QĐ-UBND ngày 04/02/2026", [("56/2026/QĐ-UBND", "2026-02-04", "refers")]),
    (  # a mention without its date is the same document
        "Căn cứ Nghị quyết số 57-NQ/TW ngày 22/12/2024 (sau đây gọi tắt là Nghị quyết số 57-NQ/TW);",
        [("57-NQ/TW", "2024-12-22", "basis")],
    ),
    (  # the strongest relation counts
        "Căn cứ Quyết định số 766/QĐ-TTg ngày 23/6/2022;|1. Công khai theo Quyết định số 766/QĐ-TTg.",
        [("766/QĐ-TTg", "2022-06-23", "basis")],
    ),
    (  # one number, two years: two documents
        "Kế hoạch số 12/KH-UBND ngày 05/01/2023 và Kế hoạch số 12/KH-UBND ngày 08/01/2024",
        [("12/KH-UBND", "2023-01-05", "refers"), ("12/KH-UBND", "2024-01-08", "refers")],
    ),
    ("công văn số 481/CCTKV.05-TTKT3 ngày 30/06/2025", [("481/CCTKV.05-TTKT3", "2025-06-30", "refers")]),
    ("triển khai Công văn số 6084/TCT của Tổ công tác", [("6084/TCT", None, "implements")]),
    ("Nghị định số 175/2024/NĐ-CPngày 30 tháng 12 năm 2024", [("175/2024/NĐ-CP", "2024-12-30", "refers")]),
    ("theo Kế hoạch số 45/KH-SNV ngày 20/01/2024 của Sở", [("45/KH-SNV", "2024-01-20", "refers")]),
]

# No citations: the document's own number, standards, telephone numbers, fractions, forms, blank numbers.
NONE = [
    "Mẫu Quyết định số 01/QĐ-HĐ",
    "theo mẫu Bản kê 21/BKTrC/GSQL",
    "Kế hoạch số 45/KH-SNV ngày 12/01/2026 của Sở Nội vụ",
    "(Kèm theo Kế hoạch số 45/KH-SNV ngày 12/01/2026)",
    "hệ thống quản lý chất lượng TCVN ISO 9001:2015, ISO/IEC 27001:2013",
    "điện thoại 0212.3852.077, fax 0212/3852078; đường dây nóng 1900/1022",
    "đạt 83,1/100 điểm, xếp hạng 62/63, 15/12 đơn vị, 24/7, ngày 15/12/2025",
    "tờ khai theo Mẫu số 01/TK-SDDPNN; Biểu số 02/BC-HCC",
    "Kế hoạch số /KH-UBND; Quyết định số ...../QĐ-UBND ngày ... tháng ... năm 2026",
    "Nghị định này; Luật này; Đề án 06; Bộ chỉ số 766; Nghị quyết 57",
    "pháp luật về đất đai; dự thảo Luật Đất đai; trình độ đại học Luật; Hội Luật gia tỉnh",
    "Luật Phòng thủ vũ trụ có hiệu lực từ ngày 01/10/2025",
    "tổng số 1.250/2.300 hồ sơ; 05/HS; Phòng số 12/A; km 12/QL6",
]

LAWS: list[tuple[str, list[tuple[str, str | None, str]]]] = [
    (
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
        [("Luật Tổ chức chính quyền địa phương", "2025-06-16", "basis")],
    ),
    ("Căn cứ Luật Thi đua, khen thưởng ngày 15/6/2022;", [("Luật Thi đua, khen thưởng", "2022-06-15", "basis")]),
    (
        "theo Luật Ngân sách nhà nước và các văn bản hướng dẫn",
        [("Luật Ngân sách nhà nước", None, "refers")],
    ),
    (
        "quy định tại Luật Cán bộ, công chức, Luật Viên chức và quy định khác",
        [("Luật Cán bộ, công chức", None, "refers"), ("Luật Viên chức", None, "refers")],
    ),
    (
        "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Đất đai ngày 22/11/2019;",
        [
            ("Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Đất đai", "2019-11-22", "basis"),
            ("Luật Tổ chức Chính phủ", None, "refers"),
            ("Luật Đất đai", None, "refers"),
        ],
    ),
    ("theo Luật Đất đai ban hành ngày 18/01/2024 và hướng dẫn", [("Luật Đất đai", "2024-01-18", "refers")]),
    ("theo Luật Nhà ở được Quốc hội thông qua ngày 27/11/2023", [("Luật Nhà ở", "2023-11-27", "refers")]),
    ("theo Luật Nhà ở sửa đổi ngày 27/11/2023", [("Luật Nhà ở", None, "refers")]),
    ("theo khoản 3 Điều 172 Luật Đất đai 2024 và hướng dẫn", [("Luật Đất đai", "2024", "refers")]),
    ("Căn cứ Bộ luật Lao động ngày 20 tháng 11 năm 2019;", [("Bộ luật Lao động", "2019-11-20", "basis")]),
    (
        "Căn cứ Luật Tình trạng khẩn cấp ngày 03 tháng 12 năm 2025;",
        [("Luật Tình trạng khẩn cấp", "2025-12-03", "basis")],
    ),
    ("phù hợp với Hiến pháp năm 2013 và pháp luật", [("Hiến pháp", "2013", "refers")]),
    (
        "Luật Phòng, chống nhiễm vi rút ở người (HIV/AIDS) ngày 29/6/2006; Luật An toàn, vệ sinh lao động số 84 "
        "ngày 25 tháng 6 năm 2015; Luật BVMT 2020",
        [
            ("Luật Phòng, chống nhiễm vi rút ở người (HIV/AIDS)", "2006-06-29", "refers"),
            ("Luật An toàn, vệ sinh lao động", "2015-06-25", "refers"),
            ("Luật BVMT", "2020", "refers"),
        ],
    ),
    ("thực hiện đúng các quy định tại Luật Đất đai 2024", [("Luật Đất đai", "2024", "refers")]),
    ("Thực hiện quy định tại Luật Đất đai 2024", [("Luật Đất đai", "2024", "implements")]),
    (
        "Căn cứ Pháp lệnh Ưu đãi người có công với cách mạng ngày 09/12/2020;",
        [("Pháp lệnh Ưu đãi người có công với cách mạng", "2020-12-09", "basis")],
    ),
]


def numbered(document: Document) -> list[tuple[str, str | None, str]]:
    return [(c.number, c.issued_on, c.relation) for c in find_citations(document) if c.number]


def evidence_holds(document: Document) -> bool:
    return all(c.text == document.text[c.start : c.end] and c.text for c in find_citations(document))


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_citations(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    document = document_of(*text.split("|"), head=head_for(row[2] for row in expected))
    assert numbered(document) == expected
    assert evidence_holds(document)


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_without_diacritics(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    document = document_of(*strip_diacritics(text).split("|"), head=head_for(row[2] for row in expected))
    found = [(number_key(number), date, relation) for number, date, relation in numbered(document)]
    assert found == [(number_key(number), date, relation) for number, date, relation in expected]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_broken_lines(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    """A line break for every third blank, none in front of a list label."""

    def broken(paragraph: str) -> str:
        words = paragraph.split(" ")
        return "".join(w + ("\n" if n % 3 == 2 and n > 2 else " ") for n, w in enumerate(words)).strip()

    document = document_of(*map(broken, text.split("|")), head=head_for(row[2] for row in expected))
    assert numbered(document) == expected


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_misread(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    """Đ as the Icelandic letter, a 1 read as l and a 0 as O beside another digit of a number."""
    misread = text.replace("NĐ-", "NÐ-").replace("QĐ-", "QÐ-")
    misread = re.sub(r"(?<=\d)1(?=/[A-ZĐÐ])", "l", misread)
    misread = re.sub(r"(?<= )0(?=\d/\d{4}/)", "O", misread)
    document = document_of(*misread.split("|"), head=head_for(row[2] for row in expected))
    assert numbered(document) == expected


@pytest.mark.parametrize("text", NONE)
def test_no_citations(text: str) -> None:
    assert find_citations(document_of(text)) == []


@pytest.mark.parametrize(("text", "expected"), LAWS)
def test_laws_by_name(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    found = find_citations(document_of(text))
    assert [(c.title, c.issued_on, c.relation) for c in found] == expected
    assert all(c.number is None for c in found)


@pytest.mark.parametrize(("text", "expected"), LAWS)
def test_laws_without_diacritics(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    found = find_citations(document_of(strip_diacritics(text)))
    assert [(strip_diacritics(c.title or ""), c.issued_on) for c in found] == [
        (strip_diacritics(title), date) for title, date, _ in expected
    ]


def only(document: Document) -> Citation:
    (citation,) = find_citations(document)
    return citation


def test_type_issuer_and_title() -> None:
    document = document_of(
        "Căn cứ Chương trình hành động số 06-CTr/TU ngày 29/8/2025 của Ban Thường vụ Tỉnh ủy về xây dựng pháp luật;"
    )
    citation = only(document)
    assert citation.type == "Chương trình"
    assert citation.issuer == "Ban Thường vụ Tỉnh ủy"
    assert citation.title == "về xây dựng pháp luật"


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("theo Quyết định số 340/QĐ-UBND ngày 03/8/2025 của UBND tỉnh về thi đua", "Ủy ban nhân dân tỉnh Sơn La"),
        ("theo Quyết định số 340/QĐ-UBND ngày 03/3/2024 của UBND tỉnh Điện Biên", "Ủy ban nhân dân tỉnh Điện Biên"),
        ("theo Thông tư số 13/2022/TT-BTC của Bộ trưởng Bộ Tài chính hướng dẫn", "Bộ Tài chính"),
        (
            "theo Quyết định số 1/QĐ-BKHCN ngày 02/02/2026 của Bộ Khoa học và Công nghệ tại hội nghị",
            "Bộ Khoa học và Công nghệ",
        ),
        ("theo Thông tư số 2/2025/TT-BDTTG của Bộ Dân tộc và Tôn giáo hướng dẫn", "Bộ Dân tộc và Tôn giáo"),
        ("theo Nghị định số 118/2025/NĐ-CP", "Chính phủ"),
        ("theo Nghị quyết số 202/2025/QH15", "Quốc hội"),
    ],
)
def test_issuers(text: str, issuer: str) -> None:
    assert only(document_of(text)).issuer == issuer


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Nghị quyết số 202/2025/QH15", "Nghị quyết"),
        ("Luật số 72/2025/QH15", "Luật"),
        ("Quy định số 178-QĐ/TW", "Quy định"),
        ("Quyết định số 441-QĐ/TU", "Quyết định"),
        ("Văn bản số 4756/BTP-KTVB", "Công văn"),
        ("Thông báo số 493/TB-UBND", "Thông báo"),
        ("Phương án số 7178/PA-UBND", "Phương án"),
    ],
)
def test_types(text: str, kind: str) -> None:
    assert only(document_of(text)).type == kind


def table_of(rows: list[list[str]]) -> Block:
    cells = [Cell(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row)]
    return Block(BlockKind.TABLE, "", table=Table(len(rows), len(rows[0]), cells, header_rows=1))


def test_table_of_documents() -> None:
    """The date stands in the column of dates, never in that of deadlines."""
    blocks = [Block(BlockKind.PARAGRAPH, line) for line in HEAD.split("\n")]
    blocks.append(
        table_of(
            [
                ["TT", "Số, ký hiệu", "Ngày ban hành", "Trích yếu", "Thời hạn hoàn thành"],
                ["1", "24/QĐ-UBND", "05/01/2026", "Giao chỉ tiêu", "30/6/2026"],
                ["2", "Kế hoạch số 9669/KH-UBND", "24/12/2025", "Cải cách hành chính", "31/12/2026"],
            ]
        )
    )
    document = assemble(Reading("docx", 1, blocks), "bang.docx", "0" * 64)
    assert numbered(document) == [("24/QĐ-UBND", "2026-01-05", "refers"), ("9669/KH-UBND", "2025-12-24", "refers")]


def test_cells_stay_apart() -> None:
    blocks = [Block(BlockKind.PARAGRAPH, line) for line in HEAD.split("\n")]
    blocks.append(table_of([["Nhiệm vụ", "Thời gian"], ["Thực hiện Quyết định số 1441/QĐ-UBND", "30/6/2026"]]))
    document = assemble(Reading("docx", 1, blocks), "bang.docx", "0" * 64)
    found = find_citations(document)
    assert [c.number for c in found] == ["1441/QĐ-UBND"]
    assert "|" not in found[0].text


def test_law_by_name_joins_its_number() -> None:
    document = document_of(
        "Căn cứ Luật Đất đai số 31/2024/QH15 ngày 18/01/2024;",
        "1. Theo Luật Đất đai, các đơn vị rà soát; Luật Đất đai năm 2013.",
    )
    found = [(c.number, c.issued_on) for c in find_citations(document)]
    assert found == [("31/2024/QH15", "2024-01-18"), (None, "2013")]


def test_law_by_name_joins_a_number_first_named_without_it() -> None:
    document = document_of(
        "Luật số 38/2019/QH14 ngày 13/6/2019 đã có hiệu lực.",
        "Theo Luật Quản lý thuế số 38/2019/QH14, các sở thu thuế.",
        "Theo Luật Quản lý thuế, các sở báo cáo; Luật Quản lý thuế năm 2006 thì khác.",
    )
    found = [(c.number, c.issued_on) for c in find_citations(document)]
    assert found == [("38/2019/QH14", "2019-06-13"), (None, "2006")]


def test_mentions_keep_every_place() -> None:
    document = document_of("Căn cứ Quyết định số 766/QĐ-TTg ngày 23/6/2022;", "Theo Quyết định số 766/QĐ-TTg.")
    assert [(m.number, m.issued_on) for m in find_mentions(document)] == [
        ("766/QĐ-TTg", "2022-06-23"),
        ("766/QĐ-TTg", None),
    ]


def test_date_behind_an_abbreviation() -> None:
    """ "của Bộ Giáo dục và Đào tạo (GDĐT) ngày ...": the brackets only abbreviate."""
    citation = only(
        document_of(
            "theo Kế hoạch số 9/KH-BGDĐT của Bộ Giáo dục và Đào tạo (GDĐT) ngày 05 tháng 02 năm 2026 về thi đua;"
        )
    )
    assert (citation.issued_on, citation.title) == ("2026-02-05", "về thi đua")


def test_law_amended_in_an_earlier_year() -> None:
    """A law "(sửa đổi, bổ sung năm 2019)" is not the one of 2025."""
    document = document_of(
        "Căn cứ Luật Cán bộ, công chức (sửa đổi, bổ sung năm 2019);",
        "1. Thực hiện Luật Cán bộ, công chức số 80/2025/QH15.",
    )
    assert [c.number for c in find_citations(document)] == [None, "80/2025/QH15"]


def test_task_to_change_a_document() -> None:
    """A row of a table that says what is to be amended amends nothing."""
    blocks = [Block(BlockKind.PARAGRAPH, line) for line in DECISION.split("\n")]
    blocks.append(Block(BlockKind.PARAGRAPH, "Điều 1. Phân công nhiệm vụ theo bảng sau."))
    blocks.append(table_of([["Nhiệm vụ", "Cơ quan"], ["Sửa đổi Quyết định số 9/QĐ-UBND", "Sở Nội vụ"]]))
    document = assemble(Reading("docx", 1, blocks), "bang.docx", "0" * 64)
    assert [(c.number, c.relation) for c in find_citations(document)] == [("9/QĐ-UBND", "refers")]


def test_constitution_by_its_full_name() -> None:
    full = "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam"
    assert [(c.title, c.issued_on, c.relation) for c in find_citations(document_of(f"Căn cứ {full};"))] == [
        ("Hiến pháp", None, "basis")
    ]
    assert only(document_of(f"Căn cứ {full} năm 2013;")).issued_on == "2013"
    assert find_citations(document_of("phù hợp với Hiến pháp và pháp luật")) == []


def test_sentence_broken_by_a_page() -> None:
    document = document_of("Thực hiện Nghị quyết số 76/NQ-CP ngày", "15/7/2021 của Chính phủ, Sở xây dựng Kế hoạch.")
    assert numbered(document) == [("76/NQ-CP", "2021-07-15", "implements")]


def test_page_of_a_citation() -> None:
    blocks = [Block(BlockKind.PARAGRAPH, line) for line in HEAD.split("\n")]
    blocks.append(Block(BlockKind.PARAGRAPH, "Theo Nghị định số 118/2025/NĐ-CP.", page=2))
    document = assemble(Reading("pdf", 2, blocks), "trang.pdf", "0" * 64)
    assert only(document).page == 2


def test_long_text_without_citations_is_read_in_linear_time() -> None:
    """Patterns that a page of near-misses could send astray; a quadratic one would not end."""
    text = "thực hiện nghiêm túc, đồng bộ, hiệu quả " * 4000 + "số 1/2/3 " * 4000
    assert find_citations(document_of(text)) == []


SHARED = Path(__file__).parents[3].parent / "shared"


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="shared documents absent")
def test_shared_document_has_its_legal_basis() -> None:
    document = process(SHARED / "documents" / "lamdong" / "kh-thi-dua-cchc-2026.docx")
    basis = {(c.number, c.issued_on) for c in find_citations(document) if c.relation == "basis"}
    assert ("76/NQ-CP", "2021-07-15") in basis
    assert ("152/2025/NĐ-CP", "2025-06-14") in basis


AMENDING = "Luật sửa đổi, bổ sung một số điều của "
LIST_OF_LAWS = (
    "Luật Chứng khoán, Luật Kế toán, Luật Kiểm toán độc lập, Luật Ngân sách nhà nước, Luật Quản lý thuế, "
    "Luật Thuế thu nhập cá nhân, Luật Dự trữ quốc gia, Luật Xử lý vi phạm hành chính"
)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Quyết định số 15/QĐ-UBND ngày 03/3/2025 về thi đua, Quyết định số 16/QĐ-UBND", "về thi đua"),
        ("Quyết định số 15/QĐ-UBND ngày 03/3/2025 về thi đua và Nghị định số 9/2024/NĐ-CP", "về thi đua"),
        ("Quyết định số 15/QĐ-UBND ngày 03/3/2025 về thi đua và Luật Đất đai", "về thi đua"),
        ("Quyết định số 15/QĐ-UBND ngày 03/3/2025 về thi đua, số 17/QĐ-UBND ngày 5/3/2025", "về thi đua"),
        (
            "Nghị quyết số 15/NQ-CP ngày 03/3/2025 của Chính phủ về phát triển khu vực và Kế hoạch số 5/KH-UBND",
            "về phát triển khu vực",
        ),
        (
            "Nghị định số 15/2025/NĐ-CP sửa đổi, bổ sung một số điều của Nghị định số 4/2020/NĐ-CP và Nghị định số "
            "5/2021/NĐ-CP;",
            "sửa đổi, bổ sung một số điều của Nghị định số 4/2020/NĐ-CP và Nghị định số 5/2021/NĐ-CP",
        ),
        (
            "Nghị định số 15/2025/NĐ-CP quy định chi tiết một số điều của Luật Đất đai và Luật Nhà ở;",
            "quy định chi tiết một số điều của Luật Đất đai và Luật Nhà ở",
        ),
        (
            "Thông tư số 15/2025/TT-BCA quy định chi tiết Luật Cư trú và Nghị định số 5/2021/NĐ-CP ngày 01/2/2021;",
            "quy định chi tiết Luật Cư trú và Nghị định số 5/2021/NĐ-CP ngày 01/2/2021",
        ),
        ("Kế hoạch số 15/KH-UBND ngày 03/3/2025 cải cách hành chính năm 2025;", "cải cách hành chính năm 2025"),
        ("Kế hoạch số 15/KH-UBND ngày 03/3/2025 của UBND tỉnh kiểm soát thủ tục;", "kiểm soát thủ tục"),
        ("Kết luận số 15-KL/TW ngày 03/3/2025 của Bộ Chính trị khóa XIII về thi đua;", "về thi đua"),
        ("Công văn số 15/SNV-VP ngày 03/3/2025 gửi Sở Tài chính về việc góp ý dự thảo;", "về việc góp ý dự thảo"),
        ("Nghị định số 15/2025/NĐ-CP về lệ phí, được sửa đổi, bổ sung bởi Nghị định số 9/2026/NĐ-CP", "về lệ phí"),
        ("Nghị định số 15/2025/NĐ-CP về lệ phí được sửa đổi một số điều theo Luật số 9/2026/QH15", "về lệ phí"),
        ("Quyết định số 15/QĐ-UBND về văn thư (được sửa đổi tại Quyết định số 9/QĐ-UBND)", "về văn thư"),
        (
            "Quyết định số 15/QĐ-UBND công bố Danh mục thủ tục được sửa đổi theo Nghị định mới của Chính phủ;",
            "công bố Danh mục thủ tục được sửa đổi theo Nghị định mới của Chính phủ",
        ),
        ("Kế hoạch số 15/KH-UBND về thi đua, trong đó giao Sở Nội vụ chủ trì", "về thi đua"),
        ("Kế hoạch số 15/KH-UBND về thi đua, trên tinh thần khẩn trương", "về thi đua"),
        ("Kế hoạch số 15/KH-UBND về thi đua, Phó Thủ tướng Chính phủ có ý kiến như sau", "về thi đua"),
        ("Kế hoạch số 15/KH-UBND về thi đua và bãi bỏ Quyết định số 3/QĐ-UBND", "về thi đua"),
        ("Kế hoạch số 15/KH-UBND về Chỉ số (PAR INDEX) của tỉnh năm 2025;", "về Chỉ số (PAR INDEX) của tỉnh năm 2025"),
        ("(theo Kế hoạch số 15/KH-UBND về Chỉ số hài lòng)", "về Chỉ số hài lòng"),
        ("Công văn số 15/SNV-VP về tỷ lệ (%) công chức đạt chuẩn;", "về tỷ lệ (%) công chức đạt chuẩn"),
        ("Kế hoạch số 15/KH-UBND về đợt “Đoàn kết; sáng tạo” năm 2025; Sở", "về đợt “Đoàn kết; sáng tạo” năm 2025"),
        ("Thông tư số 15/2025/TT-BTC quy định: 1. Hồ sơ gồm đơn đề nghị;", None),
        ("Thông tư số 15/2025/TT-BTC về các trường hợp bổ sung thì: Trừ tờ khai", "về các trường hợp bổ sung"),
        ("Quyết định số 15/QĐ-UBND ngày 03/3/2025 báo cáo kết quả về Sở Nội vụ", None),
    ],
)
def test_titles(text: str, title: str | None) -> None:
    assert find_citations(document_of("Theo " + text))[0].title == title


def test_long_title_is_kept() -> None:
    title = "về việc phê duyệt Đề án " + "nâng cao chất lượng giải quyết hồ sơ cho người dân " * 8
    document = document_of(f"Theo Quyết định số 15/QĐ-UBND ngày 03/3/2025 {title.strip()};")
    assert only(document).title == title.strip()
    endless = "về việc " + "giải quyết hồ sơ cho người dân " * 60
    assert only(document_of(f"Theo Quyết định số 15/QĐ-UBND ngày 03/3/2025 {endless};")).title is None


@pytest.mark.parametrize(
    ("text", "number", "title", "inner"),
    [
        (f"{AMENDING}{LIST_OF_LAWS} số 56/2024/QH15;", "56/2024/QH15", AMENDING + LIST_OF_LAWS, 8),
        (f"{AMENDING}{LIST_OF_LAWS} ngày 29/11/2024;", None, AMENDING + LIST_OF_LAWS, 8),
        (
            f"{AMENDING}Luật Đấu thầu, Luật Đầu tư theo phương thức mới, Luật Hải quan và Luật Giá số 9/2025/QH15",
            "9/2025/QH15",
            f"{AMENDING}Luật Đấu thầu, Luật Đầu tư theo phương thức mới, Luật Hải quan và Luật Giá",
            4,
        ),
        (
            "Luật sửa đổi, bổ sung một số điều của 11 luật có liên quan đến quy hoạch số 28/2018/QH14",
            "28/2018/QH14",
            "Luật sửa đổi, bổ sung một số điều của 11 luật có liên quan đến quy hoạch",
            0,
        ),
        (
            "Luật Quản lý và Đầu tư vốn Nhà nước tại doanh nghiệp số 68/2025/QH15",
            "68/2025/QH15",
            "Luật Quản lý và Đầu tư vốn Nhà nước tại doanh nghiệp",
            0,
        ),
        ("Luật Dự trữ quốc gia ngày 20/11/2012", None, "Luật Dự trữ quốc gia", 0),
        (
            "Luật Người lao động Việt Nam đi làm việc ở nước ngoài theo hợp đồng số 69/2020/QH14",
            "69/2020/QH14",
            "Luật Người lao động Việt Nam đi làm việc ở nước ngoài theo hợp đồng",
            0,
        ),
    ],
)
@pytest.mark.parametrize("plain", [False, True])
def test_amending_and_unlisted_laws(text: str, number: str | None, title: str, inner: int, plain: bool) -> None:
    """One law of the basis; those that its title names are only referred to."""
    text = "Căn cứ " + text
    first, *rest = find_citations(document_of(strip_diacritics(text) if plain else text))
    assert (first.number, first.type, first.relation) == (number, "Luật", "basis")
    assert first.title == (strip_diacritics(title) if plain else title)
    assert [(c.number, c.relation) for c in rest] == [(None, "refers")] * inner


@pytest.mark.parametrize("second", ["Luật Kho lạnh", "Luật kho lạnh", "Luật đê điều"])
def test_law_that_amends_two_inside_a_title(second: str) -> None:
    amending = f"Luật sửa đổi, bổ sung một số điều của Luật Đất đai và {second}"
    named = f"Nghị định số 5/2021/NĐ-CP ngày 01/3/2021 quy định chi tiết Luật Đất đai và {amending}."
    found = find_citations(document_of(f"1. Theo {named}", f"2. Theo {amending} ngày 17/6/2020;"))
    titles = [c.title for c in found if c.title and c.title.startswith("Luật")]
    assert titles == ["Luật Đất đai", amending, second]
    assert [c.issued_on for c in found if c.title == amending] == ["2020-06-17"]


def test_two_laws_stay_two() -> None:
    """A name that neither number nor date closes ends in front of the next law, never behind it."""
    found = find_citations(document_of("Căn cứ Luật Đất đai, Luật Kho lạnh quốc gia, Luật Nhà ở số 27/2023/QH15;"))
    assert [(c.number, c.title) for c in found] == [
        (None, "Luật Đất đai"),
        (None, "Luật Kho lạnh quốc gia"),
        ("27/2023/QH15", "Luật Nhà ở"),
    ]


def test_dates_of_a_column_of_effect_are_no_dates_of_laws() -> None:
    rows = [["Tên luật, ngày có hiệu lực", "Văn bản quy định chi tiết"], ["Luật Đấu thầu 01/7/2014", "Nghị định"]]
    cells = [Cell(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row)]
    blocks = [Block(BlockKind.PARAGRAPH, line) for line in HEAD.split("\n")]
    blocks.append(Block(BlockKind.TABLE, "", table=Table(2, 2, cells, header_rows=1)))
    found = find_citations(assemble(Reading("docx", 1, blocks), "a.docx", "0" * 64))
    assert [(c.title, c.issued_on) for c in found] == [("Luật Đấu thầu", None)]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Căn cứ Pháp lệnh ghép mô ngày 28 tháng 12 năm 2000;", ["Pháp lệnh ghép mô"]),
        ("theo Luật các mỏ lộ thiên, Pháp lệnh Ngoại hối", ["Luật các mỏ lộ thiên", "Pháp lệnh Ngoại hối"]),
        ("CHI TIẾT THI HÀNH CÁC LUẬT ĐƯỢC QUỐC HỘI THÔNG QUA", []),
        ("theo Luật này ngày 28 tháng 12 năm 2000; Luật được thông qua ngày 01/02/2024", []),
        ("tổ chức thực hiện Hiến pháp sửa đổi năm 2013", ["Hiến pháp"]),
    ],
)
def test_laws_in_small_letters(text: str, titles: list[str]) -> None:
    assert [c.title for c in find_citations(document_of(text))] == titles


def test_type_by_the_symbol() -> None:
    found = find_citations(document_of("theo Thông báo kết luận số 165-TB/TW ngày 27/6/2008 của Bộ Chính trị"))
    assert [(c.type, c.text[:9]) for c in found] == [("Thông báo", "Thông báo")]


def test_forms_that_a_decision_shows_are_not_attached_by_it() -> None:
    lines = (
        "Điều 1. Công bố thủ tục hành chính.", "Nơi nhận:", "- Lưu: VT.", "KT. CHỦ TỊCH", "Lò Văn Minh", "PHỤ LỤC II",
        "MẪU QUYẾT ĐỊNH", "(Kèm theo Nghị định số 226/2025/NĐ-CP ngày 15 tháng 8 năm 2025 của Chính phủ)",
    )  # fmt: skip
    found = find_citations(document_of(*lines, head=DECISION))
    assert [(c.number, c.relation) for c in found if c.number == "226/2025/NĐ-CP"] == [("226/2025/NĐ-CP", "refers")]


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        (
            "Quyết định này thay thế Quyết định số 5/QĐ-UBND ngày 01/3/2023 quy định chi tiết Luật Đất đai và "
            "Quyết định số 6/QĐ-UBND ngày 02/3/2023",
            {"5/QĐ-UBND": "replaces", "6/QĐ-UBND": "replaces", None: "refers"},
        ),
        (
            "Căn cứ Thông tư số 5/2023/TT-BTC hướng dẫn Nghị định số 4/2022/NĐ-CP và Thông tư số 6/2023/TT-BTC;",
            {"5/2023/TT-BTC": "basis", "4/2022/NĐ-CP": "refers", "6/2023/TT-BTC": "basis"},
        ),
        (
            "Các Quyết định của UBND tỉnh sau đây hết hiệu lực kể từ ngày Quyết định này có hiệu lực: số 5/QĐ-UBND "
            "ngày 01/3/2023; số 6/QĐ-UBND ngày 02/3/2023",
            {"5/QĐ-UBND": "repeals", "6/QĐ-UBND": "repeals"},
        ),
        (
            "Các quyết định sau hết hiệu lực từ ngày 01/12/2025:|a) Quyết định số 5/QĐ-UBND ngày 01/3/2023 về thuế.",
            {"5/QĐ-UBND": "repeals"},
        ),
        (  # a long title in front of the verb
            "2. Nghị quyết số 5/NQ-HĐND ngày 01/3/2023 của Hội đồng nhân dân tỉnh về phân cấp nguồn thu, nhiệm vụ chi "
            "giữa các cấp ngân sách và tỷ lệ phần trăm phân chia nguồn thu giữa các cấp giai đoạn 2023 - 2025 được sửa "
            "đổi, bổ sung bởi Nghị quyết số 6/NQ-HĐND hết hiệu lực kể từ ngày Nghị quyết này có hiệu lực",
            {"5/NQ-HĐND": "repeals", "6/NQ-HĐND": "repeals"},
        ),
        (
            "gửi hồ sơ theo Quyết định số 5/QĐ-SNV về cấp phép trước ngày hết hiệu lực của giấy phép",
            {"5/QĐ-SNV": "refers"},
        ),
        (  # who changes is the first one
            "Căn cứ Kế hoạch số 5/KH-UBND sửa đổi Kế hoạch số 4/KH-UBND và thay thế Kế hoạch số 3/KH-UBND;",
            {"5/KH-UBND": "basis", "4/KH-UBND": "refers", "3/KH-UBND": "refers"},
        ),
        # a plan changes no decree; a proposal changes nothing; what others did
        ("Sửa đổi, bổ sung Điều 8 của Nghị định số 5/2018/NĐ-CP", {"5/2018/NĐ-CP": "refers"}),
        ("1.2. Kiến nghị thực thi|Sửa đổi Điều 8 của Kế hoạch số 5/KH-UBND", {"5/KH-UBND": "refers"}),
        ("Kế hoạch này được sửa đổi, bổ sung bởi Kế hoạch số 5/KH-UBND", {"5/KH-UBND": "refers"}),
        # the sentence goes on behind "căn cứ"
        (
            "Căn cứ các quy định nêu trên đối với trường hợp thuộc Quyết định số 5/QĐ-UBND thì nộp hồ sơ",
            {"5/QĐ-UBND": "refers"},
        ),
        ("Căn cứ kế hoạch năm, các phòng thực hiện Quyết định số 5/QĐ-UBND", {"5/QĐ-UBND": "implements"}),
        (  # what is repealed are the procedures
            "theo Quyết định số 5/QĐ-SNV về việc công bố thủ tục hành chính bị bãi bỏ lĩnh vực văn thư",
            {"5/QĐ-SNV": "refers"},
        ),
        (  # adverbs; members of a list without numbers
            "Tổ chức thực hiện thắng lợi Nghị quyết số 5/NQ-CP ngày 01/3/2023 về kinh tế; Chiến lược phát triển gia "
            "đình đến năm 2030; Chỉ thị số 6/CT-TTg ngày 02/3/2023 về du lịch",
            {"5/NQ-CP": "implements", "6/CT-TTg": "implements"},
        ),
        (
            "Căn cứ vào quy định này, hiện tại Nghị quyết số 5/NQ-HĐND chỉ áp dụng tại khu vực cũ",
            {"5/NQ-HĐND": "refers"},
        ),
        ("dự án được Phó Thủ tướng chỉ đạo thực hiện tại Công văn số 5/VPCP-KGVX", {"5/VPCP-KGVX": "refers"}),
        (  # a task that is handed out
            "b) Sửa đổi, bổ sung Quyết định số 5/QĐ-UBND ngày 01/3/2023 về tổ chức bộ máy.|- Đơn vị chủ trì: Sở Nội "
            "vụ.|- Thời gian hoàn thành: Năm 2026.|Quyết định này thay thế Quyết định số 6/QĐ-UBND",
            {"5/QĐ-UBND": "refers", "6/QĐ-UBND": "replaces"},
        ),
        (  # subjects of one verb
            "2. Quyết định số 5/QĐ-UBND ngày 01/3/2023 về giá; Quyết định số 6/QĐ-UBND ngày 02/3/2023 về phân cấp "
            "thực hiện nhiệm vụ về giá; Quyết định số 7/QĐ-UBND ngày 03/3/2023 về phí hết hiệu lực kể từ ngày "
            "Quyết định này có hiệu lực",
            {"5/QĐ-UBND": "repeals", "6/QĐ-UBND": "repeals", "7/QĐ-UBND": "repeals"},
        ),
        (
            "Quyết định số 5/QĐ-UBND ngày 01/3/2023 tiếp tục có hiệu lực; Quyết định số 6/QĐ-UBND ngày 02/3/2023 về "
            "phí hết hiệu lực kể từ ngày Quyết định này có hiệu lực",
            {"5/QĐ-UBND": "refers", "6/QĐ-UBND": "repeals"},
        ),
        (  # through what was attached to it
            "Điều chỉnh nhiệm vụ tại Phụ lục danh mục nhiệm vụ thực hiện Nghị quyết số 4-NQ/TW ngày 01/3/2023 của Bộ "
            "Chính trị về thể chế kèm theo Chương trình hành động của tỉnh tại Quyết định số 5/QĐ-UBND như sau",
            {"4-NQ/TW": "implements", "5/QĐ-UBND": "amends"},
        ),
        ("không gồm kinh phí thực hiện Nghị quyết số 5/NQ-HĐND", {"5/NQ-HĐND": "refers"}),
        (  # procedures taken out of what another decision published
            "Quyết định này bãi bỏ 02 thủ tục hành chính lĩnh vực chợ, số thứ tự 3 và 4, tại Phụ lục ban hành kèm theo "
            "Quyết định số 5/QĐ-UBND ngày 01/3/2023 của UBND tỉnh",
            {"5/QĐ-UBND": "repeals"},
        ),
        (
            "Bãi bỏ Danh mục thủ tục hành chính (số thứ tự 1, 2) tại Phụ lục II ban hành kèm theo Quyết định số "
            "5/QĐ-UBND ngày 01/3/2023",
            {"5/QĐ-UBND": "repeals"},
        ),
        (
            "Công bố kèm theo Quyết định này danh mục thủ tục hành chính bị bãi bỏ tại Phụ lục ban hành kèm theo "
            "Quyết định số 5/QĐ-UBND ngày 01/3/2023",
            {"5/QĐ-UBND": "refers"},
        ),
        (  # a colon typed for a semicolon
            "Căn cứ các Nghị định: số 5/2010/NĐ-CP ngày 08/6/2010 về kiểm soát thủ tục hành chính: số 6/2017/NĐ-CP "
            "ngày 07/8/2017 về thủ tục; số 7/2025/NĐ-CP ngày 09/6/2025 về một cửa;",
            {"5/2010/NĐ-CP": "basis", "6/2017/NĐ-CP": "basis", "7/2025/NĐ-CP": "basis"},
        ),
        (  # further ones that changed the same law, behind a semicolon, as those in front of it; then the list goes on
            "Căn cứ Luật Đất đai số 31/2024/QH15 được sửa đổi, bổ sung bởi Luật số 43/2024/QH15, Luật số 47/2024/QH15; "
            "Luật số 93/2025/QH15 và Luật số 95/2025/QH15; Luật Nhà ở số 27/2023/QH15;",
            {
                "31/2024/QH15": "basis",
                "43/2024/QH15": "refers",
                "47/2024/QH15": "refers",
                "93/2025/QH15": "refers",
                "95/2025/QH15": "refers",
                "27/2023/QH15": "basis",
            },
        ),
        (
            "Căn cứ Nghị định số 5/2020/NĐ-CP về thuế được sửa đổi bởi Nghị định số 6/2021/NĐ-CP; Nghị định số "
            "7/2022/NĐ-CP về phí;",
            {"5/2020/NĐ-CP": "basis", "6/2021/NĐ-CP": "refers", "7/2022/NĐ-CP": "basis"},
        ),
        ("các văn bản hướng dẫn thi hành Nghị định số 5/2024/NĐ-CP", {"5/2024/NĐ-CP": "refers"}),
    ],
)
def test_relations(text: str, relations: dict[str | None, str]) -> None:
    found = find_citations(document_of(*text.split("|"), head=head_for(relations.values())))
    assert {c.number: c.relation for c in found} == relations


FORM = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: ....../QĐ-......", "Căn cứ Nghị định số 9/2024/NĐ-CP ngày 5/1/2024;")


@pytest.mark.parametrize(
    ("lines", "relation"),
    [
        (("Mẫu số 05", *FORM), "refers"),
        (("MẪU QUYẾT ĐỊNH THU HỒI ĐẤT", *FORM), "refers"),
        (("Mẫu số 05", "Phụ lục II", *FORM), "basis"),
        (("- Mẫu số 05: Tờ khai;", "Căn cứ Nghị định số 9/2024/NĐ-CP ngày 5/1/2024;"), "basis"),
        (FORM, "basis"),
    ],
)
def test_basis_of_a_form(lines: tuple[str, ...], relation: str) -> None:
    assert only(document_of("Căn cứ kết quả họp;", *lines)).relation == relation


def test_bare_name_is_no_old_law() -> None:
    """A name alone means the law in force; a number of long ago is joined only if it is the document's own basis."""
    old = "Quyết định theo Luật Di sản văn hóa số 28/2001/QH10 hết hiệu lực."
    found = find_citations(document_of(old, "Các đơn vị thực hiện theo Luật Di sản văn hóa."))
    assert [c.number for c in found] == ["28/2001/QH10", None]
    basis = "Căn cứ Luật Di sản văn hóa số 28/2001/QH10;"
    assert only(document_of(basis, "Các đơn vị thực hiện theo Luật Di sản văn hóa.")).number == "28/2001/QH10"


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("theo Nghị quyết số 57-NQ/TW ngày 22/12/2024 về đột phá", None),
        ("theo Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá", "Bộ Chính trị"),
        ("theo Chỉ thị số 5-CT/TU ngày 22/12/2024 về thi đua", None),
        ("theo Công văn số 5/BHXH-CNTT ngày 22/12/2024", None),
        ("theo Công văn số 5/SNV-VP ngày 22/12/2024", "Sở Nội vụ"),
        ("theo Giấy mời số 5/GM-VPUBND ngày 22/12/2024", None),
        ("theo Thông tư số 5/2018/TT-BTC của Bộ trưởng Bộ Tài chính và thực tế hoạt động của Công ty", "Bộ Tài chính"),
        ("theo Nghị định số 5/2018/NĐ-CP của Chính phủ quản lý, cung cấp dịch vụ", "Chính phủ"),
        ("theo Nghị định số 5/2018/NĐ-CP của Chính phủ cơ sở dữ liệu quốc gia", "Chính phủ"),
        (
            "theo Nghị quyết số 5/NQ-HĐND ngày 2/8/2025 của HĐND tỉnh và kinh phí hỗ trợ",
            "Hội đồng nhân dân tỉnh Sơn La",
        ),
        ("và Quyết định số 5/QĐ-BXD của Bộ Xây dựng hết hiệu lực kể từ ngày 1/1/2025", "Bộ Xây dựng"),
        ("nhận văn bản số 5/CV-TKV của Công ty TNHH Tân Kỳ đề nghị hướng dẫn", "Công ty TNHH Tân Kỳ"),
        ("theo Thông tư số 5/2018/TT-NHNN của Ngân hàng Nhà nước Việt Nam về lãi suất", "Ngân hàng Nhà nước Việt Nam"),
        ("theo Thông tư số 5/2018/TT-BGDĐT của Bộ Giáo dục và đào tạo quy định hồ sơ", "Bộ Giáo dục và đào tạo"),
    ],
)
def test_issuer_of_shared_symbols(text: str, issuer: str | None) -> None:
    assert only(document_of("Các đơn vị " + text)).issuer == issuer


def test_numbers_in_the_title_of_an_amending_law() -> None:
    """They are those of the laws that it amends; the day behind the last one is its own."""
    title = (
        "Luật sửa đổi, bổ sung một số điều của Luật Đất đai số 31/2024/QH15, Luật Nhà ở số 27/2023/QH15 và Luật Các tổ "
        "chức tín dụng số 32/2024/QH15"
    )
    document = document_of(
        "Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024;", f"Căn cứ {title} ngày 29 tháng 6 năm 2024;"
    )
    found = {c.number or c.title: (c.issued_on, c.relation) for c in find_citations(document)}
    assert found == {
        "31/2024/QH15": ("2024-01-18", "basis"),
        title: ("2024-06-29", "basis"),
        "27/2023/QH15": (None, "refers"),
        "32/2024/QH15": (None, "refers"),
    }


def test_number_of_a_law_is_not_that_of_the_one_that_amends_it() -> None:
    law = "Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15"
    document = document_of(
        f"Căn cứ {law} ngày 19/02/2025;", f"Căn cứ Luật sửa đổi, bổ sung một số điều của {law} ngày 25/6/2025;"
    )
    found = [(c.number, c.issued_on) for c in find_citations(document)]
    assert found == [("64/2025/QH15", "2025-02-19"), (None, "2025-06-25")]


def test_name_of_a_law_ends_in_front_of_its_day() -> None:
    document = document_of("Căn cứ Luật Thuế chuyển quyền sử dụng đất ban hành ngày 22 tháng 6 năm 1994;")
    assert only(document).title == "Luật Thuế chuyển quyền sử dụng đất"
    assert find_citations(document_of("theo Điều 162 Luật DN 2014 Hà Nội, ngày 23 tháng 5 năm 2019")) == []


def test_procedures_that_were_changed_change_nothing() -> None:
    document = document_of(
        "Điều 1. Công bố kèm theo Quyết định này 03 thủ tục hành chính được sửa đổi, bổ sung, 02 thủ tục hành chính bị "
        "bãi bỏ tại Quyết định số 15/QĐ-UBND ngày 12/6/2024 của Chủ tịch UBND tỉnh.",
        head=DECISION,
    )
    assert only(document).relation == "refers"


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "theo các Kế hoạch số 15/KH-UBND, 16/KH-UBND và 17/KH-UBND ngày 05/3/2026 của UBND tỉnh về thi đua;",
            ["về thi đua"] * 3,
        ),
        ("theo Công văn số 15/SNV-CCHC và số 17/SNV-CCHC ngày 06/3/2026 về việc báo cáo;", ["về việc báo cáo"] * 2),
        ("theo Kế hoạch số 15/KH-UBND và Kế hoạch số 17/KH-UBND ngày 06/3/2026 về thi đua;", [None, "về thi đua"]),
        (  # one of three doesn't amend
            "Căn cứ Nghị định số 15/2010/NĐ-CP, số 16/2013/NĐ-CP và số 17/2017/NĐ-CP của Chính phủ sửa đổi các Nghị "
            "định về thu phí;",
            [None, None, "sửa đổi các Nghị định về thu phí"],
        ),
        (
            "Căn cứ các Nghị định của Chính phủ: số 15/2010/NĐ-CP về thu phí; số 16/2013/NĐ-CP và số 17/2017/NĐ-CP "
            "sửa đổi các Nghị định về thu phí;",
            ["về thu phí", "sửa đổi các Nghị định về thu phí", "sửa đổi các Nghị định về thu phí"],
        ),
        ("Thực hiện Kế hoạch thi đua của tỉnh số 15/KH-UBND ngày 05/3/2026", [None]),
        (
            "Thực hiện Kế hoạch cải cách hành chính tỉnh năm 2026 số 15/KH-UBND ngày 05/3/2026",
            ["cải cách hành chính tỉnh năm 2026"],
        ),
    ],
)
def test_titles_of_lists(text: str, titles: list[str | None]) -> None:
    assert [citation.title for citation in find_citations(document_of(text))] == titles


def test_heading_whose_lines_were_joined() -> None:
    citation = only(
        document_of(
            "TRIỂN KHAI KẾ HOẠCH SỐ 15-KH/TU NGÀY 18/12/2019 CỦA BAN THƯỜNG VỤ TỈNH ỦY VỀ “ĐỔI MỚI TRONG TÌNH HÌNH "
            "MỚI” ỦY BAN NHÂN DÂN TỈNH KON TUM"
        )
    )
    assert citation.title == "VỀ “ĐỔI MỚI TRONG TÌNH HÌNH MỚI”"


def test_adverb_in_front_of_a_law() -> None:
    citation = only(document_of("thực hiện đồng bộ Luật Hóa chất số 69/2025/QH15 từ ngày 01/01/2026"))
    assert (citation.type, citation.title, citation.relation) == ("Luật", "Luật Hóa chất", "implements")


def test_letters_of_a_name_are_no_copy() -> None:
    citation = only(document_of("Công ty Cổ phần Sông Lô có Văn bản số 15/SL-KT ngày 01/4/2026 xin gia hạn"))
    assert (citation.type, citation.issuer) == (None, "Công ty Cổ phần Sông Lô")


def test_body_that_carries_out() -> None:
    text = "theo Công văn số 5/CV-BCĐ ngày 2/12/2025 của Ban Chỉ đạo thực hiện sắp xếp đơn vị về việc tháo gỡ vướng mắc"
    found = only(document_of("Các đơn vị " + text))
    assert (found.issuer, found.title) == ("Ban Chỉ đạo thực hiện sắp xếp đơn vị", "về việc tháo gỡ vướng mắc")


def test_own_number_with_its_year() -> None:
    own = document_of("Các đơn vị").header
    assert own.number
    assert own.issued_on
    digits, _, symbol = own.number.partition("/")
    assert not find_citations(document_of(f"doc_id: {digits}/{own.issued_on[:4]}/{symbol}"))


def test_law_with_year_and_full_date() -> None:
    found = only(document_of("Căn cứ Luật Giáo dục nghề nghiệp năm 2014 ngày 27 tháng 11 năm 2014;"))
    assert found.issued_on == "2014-11-27"
