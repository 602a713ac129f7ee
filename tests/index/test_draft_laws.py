"""Laws in a draft and in the base: a younger one of the same name."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.citation_book import citation_book
from index.draft import check_draft
from index.status import statuses
from index.store import Store
from ingest.pipeline import process

PLAN = """ỦY BAN NHÂN DÂN TỈNH {province_upper}
Số: {number}/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
{province}, ngày {day}

KẾ HOẠCH
Kiểm tra công vụ năm 2025

{basis}

I. MỤC ĐÍCH
Nâng cao kỷ luật, kỷ cương hành chính tại các cơ quan, đơn vị trên địa bàn tỉnh.
"""
OLD = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;"
AMENDING = (
    "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày"
    " 22 tháng 11 năm 2019;"
)
NEW = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;"


def plan(folder: Path, province: str, number: int, day: str, basis: str) -> Path:
    path = folder / f"{number}.txt"
    text = PLAN.format(province=province, province_upper=province.upper(), number=number, day=day, basis=basis)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(tmp_path / "kho.sqlite3")
    for number, province, basis in ((1, "Sơn La", OLD), (2, "Lào Cai", f"{OLD}\n{AMENDING}"), (3, "Sơn La", AMENDING)):
        store.put(process(plan(tmp_path, province, number, "02 tháng 3 năm 2025", basis)))
    return store


def force_of(store: Store, title: str, year: str) -> str:
    book = citation_book(store)
    mention = next(
        m for m in book.mentions if (m.cited.title or "").startswith(title) and (m.cited.issued_on or "")[:4] == year
    )
    return statuses(store).of(mention.identity).name


def test_a_law_is_in_force_until_one_of_its_name_comes(store: Store, tmp_path: Path) -> None:
    assert force_of(store, "Luật Tổ chức", "2015") == "in_force"
    assert force_of(store, "Luật sửa đổi", "2019") == "in_force"
    for number, province in ((4, "Sơn La"), (5, "Lào Cai")):
        store.put(process(plan(tmp_path, province, number, "02 tháng 9 năm 2025", NEW)))
    assert force_of(store, "Luật Tổ chức", "2015") == "unknown"
    assert force_of(store, "Luật sửa đổi", "2019") == "unknown"
    assert force_of(store, "Luật Tổ chức", "2025") == "in_force"


@pytest.mark.parametrize(
    ("basis", "day", "told"),
    [
        (OLD, "10 tháng 10 năm 2025", True),
        (NEW, "10 tháng 10 năm 2025", False),
        (f"{OLD}\n{NEW}", "10 tháng 10 năm 2025", False),
        (OLD, "10 tháng 4 năm 2025", False),  # written before the new law
    ],
)
def test_a_draft_with_the_former_law_is_told(store: Store, tmp_path: Path, basis: str, day: str, told: bool) -> None:
    for number, province in ((4, "Sơn La"), (5, "Lào Cai")):
        store.put(process(plan(tmp_path, province, number, "02 tháng 9 năm 2025", NEW)))
    report = check_draft(store, process(plan(tmp_path, "Lai Châu", 9, day, basis)))
    assert ("law_newer" in {one.code for one in report.findings}) == told
