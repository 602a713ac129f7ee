"""A small knowledge base written by the tests themselves: three readable files, an attack, a broken file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from docx import Document as Word
from fastapi.testclient import TestClient

from index.build import build
from index.collect import collect
from index.store import Store
from ingest.errors import ReadError
from ingest.models import Document
from ingest.pipeline import process
from service.app import create_app
from service.settings import Settings
from tests.service.browsing import ARGUMENTS, CHROMIUM, DESKTOP, open_page, serving

HEADER = """ỦY BAN NHÂN DÂN TỈNH MINH HỌA
SỞ NỘI VỤ
Số: {number}/KH-SNV

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Minh Họa, {day}

KẾ HOẠCH
{title}

"""

PLAN = (
    HEADER.format(number="15", day="ngày 12 tháng 01 năm 2025", title="Cải cách hành chính năm 2025 của Sở Nội vụ")
    + """Căn cứ Kế hoạch số 03/KH-UBND ngày 05/01/2025 của Ủy ban nhân dân tỉnh về cải cách hành chính năm 2025, \
Sở Nội vụ ban hành kế hoạch thực hiện như sau:

I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
Nâng cao chất lượng phục vụ người dân và doanh nghiệp tại bộ phận một cửa của Sở, bảo đảm công khai, minh bạch.
2. Yêu cầu
Các phòng xác định rõ nhiệm vụ, sản phẩm và thời gian hoàn thành; người đứng đầu chịu trách nhiệm về kết quả.

II. CHỈ TIÊU
1. Tối thiểu 95% hồ sơ thủ tục hành chính được giải quyết đúng hạn hoặc trước hạn trong năm.
2. Từ 80% trở lên hồ sơ được tiếp nhận trực tuyến toàn trình, thanh toán trực tuyến đạt trên 60%.

III. NHIỆM VỤ
"""
    + "\n".join(
        f"{n}. Nhiệm vụ thường xuyên thứ {n}: các phòng chuyên môn rà soát công việc được giao, báo cáo tiến độ về Văn "
        "phòng Sở trước ngày 20 hằng tháng, kèm khó khăn và kiến nghị để lãnh đạo Sở xem xét, giải quyết kịp thời."
        for n in range(1, 25)
    )
    + """
25. Văn phòng Sở chủ trì khảo sát mức độ hài lòng của tổ chức, công dân bằng phiếu bưu chính công ích mỗi quý.

IV. TỔ CHỨC THỰC HIỆN
Giao Văn phòng Sở theo dõi, đôn đốc và tổng hợp báo cáo Giám đốc Sở.

Nơi nhận:
- Ban Giám đốc;
- Lưu: VT.

GIÁM ĐỐC
Nguyễn Văn Minh Họa
"""
)

ATTACK = HEADER.format(
    number="16", day="ngày 13 tháng 01 năm 2025", title="Phòng ngừa <script>alert('tiêu đề')</script> & \"nháy kép\""
) + (
    "I. NỘI DUNG\nBiểu mẫu điện tử không được chứa đoạn mã <script>alert('thân bài')</script> hoặc "
    "<img src=x onerror=alert(1)> trong lời nhắc gửi người dân tra cứu hồ sơ.\n"
)


@dataclass(frozen=True, slots=True)
class Outcome:
    path: Path
    document: Document | None = None
    error: ReadError | None = None


def in_process(paths: Iterable[Path]) -> Iterator[Outcome]:
    """What the sandbox does, without its child processes."""
    for path in paths:
        try:
            yield Outcome(path, process(path))
        except ReadError as error:
            yield Outcome(path, error=error)


def write_sources(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "Kế hoạch 15.txt").write_text(PLAN, encoding="utf-8")
    (folder / "tan-cong.txt").write_text(ATTACK, encoding="utf-8")
    (folder / "hong.pdf").write_bytes(b"")
    word = Word()
    for line in HEADER.format(number="", day="ngày   tháng 3 năm 2026", title="Chuyển đổi số năm 2026").splitlines():
        word.add_paragraph(line)
    word.add_paragraph("PHỤ LỤC")
    word.add_paragraph("Bảng phân công nhiệm vụ chuyển đổi số năm 2026")
    table = word.add_table(rows=1, cols=5)
    for cell, text in zip(table.rows[0].cells, ("STT", "Nhiệm vụ", "Sản phẩm", "Thời gian", "Chủ trì"), strict=True):
        cell.text = text
    for n in range(1, 31):
        row = table.add_row().cells
        row[0].text, row[1].text = str(n), f"Số hóa kết quả giải quyết thủ tục hành chính lĩnh vực thứ {n}"
        row[2].text, row[3].text, row[4].text = f"Kho dữ liệu số {n}", "Quý II/2026", "Phòng Cải cách hành chính"
    group = table.add_row().cells
    group[0].merge(group[4]).text = "Nhóm nhiệm vụ tuyên truyền"
    word.save(str(folder / "du-thao.docx"))
    return folder


def make_knowledge_base(data: Path, sources: Path) -> Path:
    data.mkdir(parents=True, exist_ok=True)
    with Store(data / "kho.sqlite3") as store:
        collect(store, data, [sources], process=in_process)
        build(store, data, None)
    return data


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that tests must not change."""
    home = tmp_path_factory.mktemp("kho")
    return make_knowledge_base(home / "var", write_sources(home / "nguon"))


@pytest.fixture(scope="session")
def client(data: Path) -> Iterator[TestClient]:
    with TestClient(create_app(data, Settings(max_results=50, max_offset=200)), raise_server_exceptions=False) as made:
        yield made


@pytest.fixture(scope="session")
def ids(client: TestClient) -> dict[str, str]:
    """File name -> document id."""
    return {
        document["source_path"].rsplit("/", 1)[-1]: document["id"]
        for document in client.get("/api/v1/documents").json()
    }


# --- browser -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def address(data: Path) -> Iterator[str]:
    """Of a server over `data`."""
    with serving(data) as found:
        yield found


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        launched = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Any]:
    """A desktop page."""
    yield from open_page(browser, address, DESKTOP)
