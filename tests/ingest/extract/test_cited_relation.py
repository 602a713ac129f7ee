"""What a document does with those it cites: (text, relations by number), each also spoiled as scans and typing do."""

from __future__ import annotations

import pytest

from ingest.extract.citations import find_citations
from ingest.models import Block, BlockKind, Document, Reading
from ingest.parse.number import number_key
from ingest.pipeline import assemble
from tests.ingest.extract.damage import DAMAGES

HEAD = (
    "UBND TỈNH SƠN LA\nSỞ NỘI VỤ\nSố: 45/KH-SNV\nSơn La, ngày 12 tháng 01 năm 2026\nKẾ HOẠCH\nKiểm tra công vụ năm 2026"
)


def document_of(text: str) -> Document:
    lines = [*HEAD.split("\n"), "Kính gửi: Các phòng.", *text.split("|")]
    return assemble(Reading("txt", 1, [Block(BlockKind.PARAGRAPH, line) for line in lines]), "thu.txt", "0" * 64)


D = "ngày 05/3/2025"
ROWS: list[tuple[str, dict[str, str]]] = [
    # through a part of it
    (
        f"Nhằm thực hiện nghiêm túc quy định tại Khoản 3 Điều 10 Nghị định số 15/2020/NĐ-CP {D} của Chính phủ và Công "
        f"văn số 16/UBND-NC {D} của UBND tỉnh",
        {"15/2020/NĐ-CP": "implements", "16/UBND-NC": "implements"},
    ),
    (f"Tổ chức thực hiện các quy định tại Chương II Quyết định số 15/QĐ-UBND {D}", {"15/QĐ-UBND": "implements"}),
    (f"Thực hiện quy định tại điểm b, khoản 2 Điều 7 Quyết định số 15/QĐ-UBND {D}", {"15/QĐ-UBND": "implements"}),
    (f"Thực hiện các nhiệm vụ được giao tại Mục II Quyết định số 15/QĐ-UBND {D}", {"15/QĐ-UBND": "implements"}),
    (f"Để thực hiện các mục tiêu đã đề ra trong Nghị quyết số 15/NQ-HĐND {D}", {"15/NQ-HĐND": "implements"}),
    (f"thực hiện đúng quy định tại khoản 2 Điều 7 Quyết định số 15/QĐ-UBND {D}", {"15/QĐ-UBND": "refers"}),
    (f"hồ sơ thực hiện theo quy định tại Điều 7 Quyết định số 15/QĐ-UBND {D}", {"15/QĐ-UBND": "refers"}),
    (f"Thực hiện thẩm quyền quy định tại Nghị quyết số 15/NQ-HĐND {D}", {"15/NQ-HĐND": "refers"}),
    (f"Thực hiện Điều 12 Nghị định số 15/2025/NĐ-CP {D}", {"15/2025/NĐ-CP": "implements"}),
    (f"thực hiện theo Điều 12 Nghị định số 15/2025/NĐ-CP {D}", {"15/2025/NĐ-CP": "refers"}),
    # lists of whose documents
    (
        f"Thực hiện các Kế hoạch của UBND tỉnh: số 15/KH-UBND {D} về cây xanh; số 16/KH-UBND {D} về vỉa hè; số "
        f"17/KH-UBND {D} về thoát nước",
        {"15/KH-UBND": "implements", "16/KH-UBND": "implements", "17/KH-UBND": "implements"},
    ),
    (
        f"Triển khai thực hiện các Thông báo của Tỉnh ủy: số 15-TB/TU {D}, số 16-TB/TU {D}",
        {"15-TB/TU": "implements", "16-TB/TU": "implements"},
    ),
    (
        f"Kết quả thực hiện các Kế hoạch của UBND tỉnh: số 15/KH-UBND {D}; số 16/KH-UBND {D}",
        {"15/KH-UBND": "refers", "16/KH-UBND": "refers"},
    ),
    # reports are made
    (
        f"Phòng đã thực hiện các báo cáo: 15/SNV-VP {D} về biên chế; 16/SNV-VP {D} về hợp đồng",
        {"15/SNV-VP": "refers", "16/SNV-VP": "refers"},
    ),
    (f"Thực hiện các báo cáo:|- Báo cáo số 15/BC-SNV {D} về biên chế;", {"15/BC-SNV": "refers"}),
    (f"Thực hiện các văn bản:|- Kế hoạch số 15/KH-UBND {D} về biên chế;", {"15/KH-UBND": "implements"}),
    # a heading of the one who carries it out; others' results
    (f"2. Tình hình thực hiện Chỉ thị số 15/CT-UBND {D}", {"15/CT-UBND": "implements"}),
    (f"theo dõi tình hình thực hiện Chỉ thị số 15/CT-UBND {D}", {"15/CT-UBND": "refers"}),
    # said of a law by a plan, which changes none
    ("Luật này thay thế Luật Hải quan số 15/2001/QH10 năm 2001", {"15/2001/QH10": "refers"}),
    # a note of who ended something else
    (
        "[Mẫu này bị bãi bỏ bởi Điều 3 Kế hoạch 15/KH-UBND có hiệu lực từ ngày 01/7/2025] Mẫu này bị bãi bỏ",
        {"15/KH-UBND": "refers"},
    ),
    # "giao" is no verb of the sentence here
    (f"Căn cứ chức năng, nhiệm vụ được giao tại Quyết định số 15/QĐ-UBND {D};", {"15/QĐ-UBND": "basis"}),
    (f"Tạm dừng thực hiện Kế hoạch số 15/KH-UBND {D}", {"15/KH-UBND": "refers"}),
    (  # a part of the next member of the list
        f"Căn cứ Nghị định số 15/2020/NĐ-CP {D} và khoản 2 Điều 5 Nghị định số 16/2020/NĐ-CP {D};",
        {"15/2020/NĐ-CP": "basis", "16/2020/NĐ-CP": "basis"},
    ),
    # behind a member without its symbol
    (f"Thực hiện Nghị định 118 và Kế hoạch số 15/KH-UBND {D}", {"15/KH-UBND": "implements"}),
    # the subject of a letter
    (f"V/v triển khai thực hiện Nghị quyết số 15/NQ-CP {D}", {"15/NQ-CP": "implements"}),
    (f"báo cáo việc triển khai thực hiện Nghị quyết số 15/NQ-CP {D}", {"15/NQ-CP": "refers"}),
    (  # a list that a bracket breaks
        f"Căn cứ Nghị định số 15/2020/NĐ-CP (được sửa đổi tại Nghị định số 16/2024/NĐ-CP {D}), Thông tư số "
        f"17/2025/TT-BNV {D};",
        {"15/2020/NĐ-CP": "basis", "16/2024/NĐ-CP": "refers", "17/2025/TT-BNV": "basis"},
    ),
    # its spirit, its aim
    (f"Thực hiện tinh thần Nghị quyết số 15-NQ/TW {D}", {"15-NQ/TW": "implements"}),
    (f"sắp xếp bộ máy theo tinh thần Nghị quyết số 15-NQ/TW {D}", {"15-NQ/TW": "refers"}),
    (
        f"Thực hiện Kế hoạch số 15/KH-UBND {D} về rà soát thủ tục, nhằm triển khai Quyết định số 16/QĐ-UBND {D}",
        {"15/KH-UBND": "implements", "16/QĐ-UBND": "implements"},
    ),
]


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize(("text", "relations"), ROWS)
def test_relations(text: str, relations: dict[str, str], damage: str) -> None:
    spoiled = "|".join(map(DAMAGES[damage], text.split("|")))
    found = {number_key(c.number): c.relation for c in find_citations(document_of(spoiled)) if c.number}
    assert found == {number_key(number): relation for number, relation in relations.items()}
