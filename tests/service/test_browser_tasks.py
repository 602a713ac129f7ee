"""The register in a real browser: from a question or one click to the place in the document, and into Excel."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from index.build import build
from index.store import Store
from service import days
from tests.service.browsing import CONTRAST, DESKTOP, IN_VIEW, MARKS, NAMELESS, PHONE, open_page, serving
from tests.service.task_samples import TASKS, make_task_data, plan

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = MARKS

REVIEW, PUBLISH, TRAIN, CLOSE, ATTACK = (task[0] for task in TASKS)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_task_data(tmp_path_factory.mktemp("nhiem-vu"), days.today())


def rows(page: Any) -> list[str]:
    return [text.strip() for text in page.locator(".register tbody .task").all_inner_texts()]


def test_a_question_by_keyboard_then_the_passage(page: Any) -> None:
    page.goto("/nhiem-vu")
    page.keyboard.press("/")
    page.keyboard.type("ai chu tri ra soat tthc")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=ai*")
    assert rows(page) == [REVIEW]
    assert "thủ tục hành chính" in " ".join(page.locator(".register mark").all_inner_texts())
    page.get_by_role("link", name="Mở đúng chỗ").press("Enter")
    page.wait_for_url("**/van-ban/**")
    assert page.locator(".passage.here").evaluate(IN_VIEW)


def test_what_is_due_in_30_days_is_one_click_away(page: Any) -> None:
    page.goto("/nhiem-vu")
    assert rows(page) == [REVIEW, CLOSE, PUBLISH, TRAIN, ATTACK]
    page.get_by_role("link", name="Đến hạn trong 30 ngày tới (1)").click()
    page.wait_for_url("**due=soon*")
    assert rows(page) == [REVIEW]
    assert "còn 10 ngày" in page.locator(".register").inner_text()
    assert page.locator(".chips a[aria-current]").inner_text() == "Đến hạn trong 30 ngày tới (1)"


def test_filters_narrow_the_list_and_its_export(page: Any) -> None:
    page.goto("/nhiem-vu")
    page.fill("#f-unit", "so noi vu")
    page.select_option("#f-role", "lead")
    page.get_by_role("button", name="Lọc").click()
    page.wait_for_url("**unit=so*")
    assert rows(page) == [CLOSE, TRAIN]
    with page.expect_download() as download:
        page.get_by_role("link", name="Tải Excel").click()
    sheet = openpyxl.load_workbook(io.BytesIO(Path(download.value.path()).read_bytes())).active
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == [CLOSE, TRAIN]
    page.get_by_role("link", name="Bỏ lọc", exact=True).click()
    page.wait_for_url("**/nhiem-vu")
    assert len(rows(page)) == 5


def test_all_of_it_without_a_script(browser: Any, address: str) -> None:
    for page in open_page(browser, address, DESKTOP, java_script_enabled=False):
        page.goto("/nhiem-vu")
        page.fill("#f-q", "ra soat")
        page.select_option("#f-due", "soon")
        page.get_by_role("button", name="Tìm").click()
        assert rows(page) == [REVIEW]
        page.get_by_role("link", name="Mở đúng chỗ").click()
        assert page.locator(".passage.here").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_the_contrast_of_wcag_aa(browser: Any, address: str, scheme: str) -> None:
    for page in open_page(browser, address, DESKTOP, color_scheme=scheme):
        for path in ("/nhiem-vu", "/nhiem-vu?q=ra+soat&due=soon", "/nhiem-vu?q=khong+co+dau"):
            page.goto(path)
            assert page.evaluate(CONTRAST) == [], path
            assert page.evaluate(NAMELESS) == [], path


def test_a_narrow_phone_never_scrolls_sideways(browser: Any, address: str) -> None:
    for page in open_page(browser, address, PHONE):
        page.goto("/nhiem-vu")
        widths = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert widths[0] <= widths[1]


def test_on_a_phone_the_filters_unfold_and_each_row_is_a_card(browser: Any, address: str) -> None:
    for page in open_page(browser, address, PHONE):
        page.goto("/nhiem-vu")
        assert not page.locator("#f-unit").is_visible()
        page.get_by_text("Lọc và sắp xếp").click()
        page.fill("#f-unit", "so noi vu")
        page.get_by_role("button", name="Lọc", exact=True).click()
        page.wait_for_url("**unit=so*")
        assert rows(page) == [REVIEW, CLOSE, PUBLISH, TRAIN]
        for cell in page.locator(".register td:visible").all():
            box = cell.bounding_box()
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= PHONE["width"]
        link = page.get_by_role("link", name="Mở đúng chỗ").first
        assert link.bounding_box()["height"] >= 24  # a finger finds it


def test_a_filter_chosen_with_the_mouse_lists_at_once_and_with_the_keyboard_only_when_sent(page: Any) -> None:
    page.goto("/nhiem-vu")
    page.focus("#f-due")
    page.keyboard.press("ArrowDown")  # one step of several
    page.wait_for_timeout(300)
    assert page.url.endswith("/nhiem-vu")
    page.get_by_role("button", name="Lọc", exact=True).press("Enter")
    page.wait_for_url("**due=soon*")
    assert rows(page) == [REVIEW]


def test_what_cannot_be_understood_and_what_is_empty_says_what_to_do(page: Any) -> None:
    page.goto("/nhiem-vu?due_from=31/02/2026&due=soon&q=xyz")
    assert "Bỏ qua “31/02/2026”" in page.locator("[role=alert]").inner_text()
    page.get_by_role("link", name="bỏ lọc thời hạn").click()
    page.wait_for_url(lambda url: "due" not in url)
    page.get_by_role("link", name="xem tất cả").click()
    page.wait_for_url("**/nhiem-vu")
    assert len(rows(page)) == 5
    assert "để trống: văn bản không ghi hoặc máy chưa đọc ra" in page.locator("main").inner_text()
    page.goto("/nhiem-vu?unit=van+phong+tinh")
    page.get_by_role("link", name="Văn phòng UBND tỉnh").click()
    assert rows(page) == [PUBLISH]


def test_on_paper_the_table_stays_a_table_and_the_controls_go(page: Any) -> None:
    page.goto("/nhiem-vu?unit=so+noi+vu")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 700, "height": 1000})  # A4 within its margins
    assert page.locator(".register tr").first.evaluate("e => getComputedStyle(e).display") == "table-row"
    assert not page.locator("form").is_visible()
    assert not page.get_by_role("link", name="Tải Excel").is_visible()
    assert page.locator(".on-paper").inner_text() == "Đơn vị: so noi vu"
    assert page.locator(".summary").inner_text().startswith("4 nhiệm vụ")
    for said in (REVIEW, "Phối hợp:", "15/KH-UBND"):
        assert page.get_by_text(said).first.is_visible(), said
    assert not page.get_by_role("link", name="Sửa").first.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_long_task_is_printed_in_full(browser: Any, tmp_path: Path) -> None:
    words = "Rà soát, cắt giảm và đơn giản hóa thủ tục hành chính nội bộ của các cơ quan chuyên môn " * 8
    document = plan(days.today(), number="99/KH-UBND")
    document.facts.tasks[0].task = words.strip() + " hết"
    with Store(tmp_path / "kho.sqlite3") as store:
        store.put(document)
        build(store, tmp_path, None)
    with serving(tmp_path) as address:
        for page in open_page(browser, address, DESKTOP):
            page.goto("/nhiem-vu?due=soon")
            assert not page.get_by_text("cơ quan chuyên môn hết").first.is_visible()
            page.get_by_text("Xem cả nhiệm vụ").click()
            assert page.locator(".task:visible", has_text="cơ quan chuyên môn hết").count() == 1
            page.emulate_media(media="print")
            assert page.locator(".task:visible").count() == 1
            assert page.locator(".task:visible").inner_text().endswith("cơ quan chuyên môn hết")
