"""What the closing articles of a document make of older ones: our own wordings, the status expected of each."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.facts import FactFilter, read_citations
from index.status import statuses
from index.store import Store
from ingest.models import Block, BlockKind, Reading
from ingest.pipeline import assemble

DECISION = (
    "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\nSố: 45/2026/QĐ-UBND\nSơn La, ngày 12 tháng 01 năm 2026\nQUYẾT ĐỊNH\n"
    "Quy định mức thu phí tham quan trên địa bàn tỉnh Sơn La\nỦY BAN NHÂN DÂN TỈNH SƠN LA\n"
    "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;\nQUYẾT ĐỊNH:\n"
    "Điều 1. Phạm vi điều chỉnh\nQuyết định này quy định mức thu phí tham quan."
)
RESOLUTION = (
    "HỘI ĐỒNG NHÂN DÂN\nTỈNH SƠN LA\nSố: 45/2026/NQ-HĐND\nSơn La, ngày 12 tháng 01 năm 2026\nNGHỊ QUYẾT\n"
    "Quy định mức thu phí tham quan trên địa bàn tỉnh Sơn La\nHỘI ĐỒNG NHÂN DÂN TỈNH SƠN LA\nQUYẾT NGHỊ:\n"
    "Điều 1. Quy định mức thu phí tham quan."
)
PLAN = (
    "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\nSố: 45/KH-UBND\nSơn La, ngày 12 tháng 01 năm 2026\nKẾ HOẠCH\n"
    "Cải cách hành chính năm 2026\nI. MỤC ĐÍCH\nNâng cao chất lượng phục vụ."
)
A = "Quyết định số 9/2020/QĐ-UBND ngày 06 tháng 02 năm 2020 của Ủy ban nhân dân tỉnh"
B = "Quyết định số 10/2021/QĐ-UBND ngày 15 tháng 3 năm 2021 của Ủy ban nhân dân tỉnh"
C = "Quyết định số 11/2022/QĐ-UBND ngày 20 tháng 4 năm 2022 của Ủy ban nhân dân tỉnh"
NUMBERS = {"A": "9/2020/QĐ-UBND", "B": "10/2021/QĐ-UBND", "C": "11/2022/QĐ-UBND"}

# lines parted by "|"; status of those not named: unknown
ROWS: list[tuple[str, dict[str, str]]] = [
    # whole
    (
        f"Điều 3. Hiệu lực thi hành|Quyết định này có hiệu lực từ ngày 22 tháng 01 năm 2026 và thay thế {A} về phí.",
        {"A": "replaced"},
    ),
    (f"Điều 3. Điều khoản thi hành|1. Quyết định này thay thế {A} và {B}.", {"A": "replaced", "B": "replaced"}),
    (f"Điều 2. Bãi bỏ {A} ban hành Quy định mức thu phí.", {"A": "repealed"}),
    (
        f"Điều 2. Bãi bỏ toàn bộ các Quyết định sau:|1. {A} về mức phí.|2. {B} về lệ phí.",
        {"A": "repealed", "B": "repealed"},
    ),
    (f"2. {A} về mức phí hết hiệu lực kể từ ngày Quyết định này có hiệu lực thi hành.", {"A": "repealed"}),
    (f"2. {A} và {B} hết hiệu lực thi hành kể từ ngày 22 tháng 01 năm 2026.", {"A": "repealed", "B": "repealed"}),
    (
        f"2. Kể từ ngày Quyết định này có hiệu lực thi hành, {A} và {B} hết hiệu lực thi hành.",
        {"A": "repealed", "B": "repealed"},
    ),
    (f"Điều 2. Chấm dứt hiệu lực của {A} kể từ ngày 22 tháng 01 năm 2026.", {"A": "repealed"}),
    (f"3. {A} bị bãi bỏ kể từ ngày Quyết định này có hiệu lực.", {"A": "repealed"}),
    (
        f"Điều 3. Quyết định này có hiệu lực kể từ ngày ký, thay thế {A}; bãi bỏ {B}.",
        {"A": "replaced", "B": "repealed"},
    ),
    # through those that amended it: they go with it, but the text says so of the first alone
    (f"Điều 3. Quyết định này thay thế {A} (đã được sửa đổi, bổ sung bởi {B}).", {"A": "replaced", "B": "unknown"}),
    # in part
    (f"Điều 2. Bãi bỏ khoản 2 Điều 5 {A}.", {"A": "amended"}),
    (f"Điều 2. Bãi bỏ một phần {A}.", {"A": "amended"}),
    (f"Điều 2. Bãi bỏ nội dung quy định về mức thu tại {A}.", {"A": "amended"}),
    (
        f"Điều 2. Bãi bỏ Điều 2, Điều 3 và Phụ lục I ban hành kèm theo {A}; bãi bỏ {B}.",
        {"A": "amended", "B": "repealed"},
    ),
    (
        f"Điều 2. Bãi bỏ các văn bản sau đây:|a) {A};|b) {B};|c) Điều 3 {C}.",
        {"A": "repealed", "B": "repealed", "C": "amended"},
    ),
    (f"Điều 3. Quyết định này thay thế {A}, trừ quy định tại khoản 3 Điều 7.", {"A": "amended"}),
    (f"2. {A} hết hiệu lực kể từ ngày Quyết định này có hiệu lực, trừ Điều 5 và Điều 6.", {"A": "amended"}),
    (f"2. {A} hết hiệu lực một phần kể từ ngày Quyết định này có hiệu lực.", {"A": "amended"}),
    (f"Điều 1. Sửa đổi, bổ sung một số điều của Quy định ban hành kèm theo {A}.", {"A": "amended"}),
    (f"Điều 1. Sửa đổi khoản 2 Điều 3; bãi bỏ khoản 4 Điều 6 {A}.", {"A": "amended"}),
    (f"Điều 1. Thay thế Phụ lục II ban hành kèm theo {A} bằng Phụ lục kèm theo Quyết định này.", {"A": "amended"}),
    (f"Điều 1. Thay thế cụm từ “Phòng Nội vụ” bằng cụm từ “Phòng Văn hóa” tại Điều 3 {A}.", {"A": "amended"}),
    (
        f"Điều 1. Sửa đổi Điều 3 {A}.|Điều 2. Các nội dung khác của {A} không thuộc Điều 1 vẫn giữ nguyên hiệu lực.",
        {"A": "amended"},
    ),
    (  # those in transit stay, the decision doesn't
        f"2. {A} hết hiệu lực kể từ ngày Quyết định này có hiệu lực, trừ trường hợp tại Điều 9 Quyết định này.",
        {"A": "repealed"},
    ),
    (f"Điều 2. Bãi bỏ toàn bộ {A}; bãi bỏ một phần {B}.", {"A": "repealed", "B": "amended"}),
    (f"Điều 2. Bãi bỏ các Quyết định: {A}; và khoản 2 Điều 1 {B}.", {"A": "repealed", "B": "amended"}),
    (f"Điều 2. Bãi bỏ {A}, {B} và khoản 2 Điều 1 {C}.", {"A": "repealed", "B": "repealed", "C": "amended"}),
    (f"Điều 2. Quyết định này thay thế các nội dung tương ứng tại {A}.", {"A": "amended"}),
    (f"Điều 2. Thu hồi và hủy bỏ {A}.", {"A": "repealed"}),
    # nothing of the kind
    (f"Điều 2. Dừng thực hiện {A}.", {"A": "unknown"}),
    (f"Điều 3. {A} tiếp tục có hiệu lực thi hành.", {"A": "unknown"}),
    (f"2. Hồ sơ nhận trước ngày Quyết định này có hiệu lực thì thực hiện theo {A}.", {"A": "unknown"}),
    (
        f"1. Mức thu cũ theo {A}.|2. Các quy định trước đây trái với Quyết định này đều bị bãi bỏ.|3. Văn bản dẫn "
        "chiếu tại Quyết định này được sửa đổi, thay thế thì thực hiện theo văn bản mới.",
        {"A": "unknown"},
    ),
    (f"Điều 3. Sở Tài chính tham mưu bãi bỏ {A} trong quý II năm 2026.", {"A": "unknown"}),
]
OLD = "số 9/2020/NQ-HĐND ngày 06/02/2020"
OTHERS: list[tuple[str, str, str, str]] = [
    (RESOLUTION, f"Điều 2. Nghị quyết này thay thế Nghị quyết {OLD} của HĐND tỉnh.", "9/2020/NQ-HĐND", "replaced"),
    (
        RESOLUTION,
        f"2. Khoản 2 Điều 1 Nghị quyết {OLD} hết hiệu lực kể từ ngày Nghị quyết này có hiệu lực.",
        "9/2020/NQ-HĐND",
        "amended",
    ),
    # what it cannot change
    (RESOLUTION, "2. Nghị quyết này thay thế Quyết định số 9/2020/QĐ-TTg ngày 06/02/2020.", "9/2020/QĐ-TTg", "unknown"),
    (PLAN, "Kế hoạch này thay thế Kế hoạch số 9/KH-UBND ngày 06/02/2025 của UBND tỉnh.", "9/KH-UBND", "replaced"),
    (PLAN, "Kế hoạch này thay thế Nghị định số 9/2020/NĐ-CP ngày 06/02/2020.", "9/2020/NĐ-CP", "unknown"),
]


def status_after(folder: Path, head: str, text: str, number: str) -> str:
    blocks = [Block(BlockKind.PARAGRAPH, line) for line in (*head.split("\n"), *text.split("|"))]
    store = Store(folder / "kho.sqlite3")
    store.put(assemble(Reading("txt", 1, blocks), "quyet-dinh.txt", "0" * 64))
    return statuses(store).of_citation(read_citations(store, FactFilter(number=number))[0]).name


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_decisions(tmp_path: Path, text: str, expected: dict[str, str]) -> None:
    found = {}
    for name in expected:
        (tmp_path / name).mkdir()
        found[name] = status_after(tmp_path / name, DECISION, text, NUMBERS[name])
    assert found == expected


@pytest.mark.parametrize(("head", "text", "number", "expected"), OTHERS)
def test_other_documents(tmp_path: Path, head: str, text: str, number: str, expected: str) -> None:
    assert status_after(tmp_path, head, text, number) == expected
