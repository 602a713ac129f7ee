"""Corrections in a real browser: from the register to the form, marked, told in the journal, undone; two at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from service import days
from tests.service.browsing import CONTRAST, DESKTOP, IN_VIEW, MARKS, NAMELESS, PHONE, open_page, serving
from tests.service.task_samples import TASKS, make_task_data

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = MARKS

TRAIN = TASKS[2][0]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_task_data(tmp_path_factory.mktemp("sua"), days.today())


@pytest.fixture
def own(tmp_path: Path) -> Iterator[str]:
    """A server of a test's own, for what other tests must not see."""
    with serving(make_task_data(tmp_path, days.today())) as found:
        yield found


def open_form(page: Any) -> None:
    page.goto("/nhiem-vu?q=tap+huan")
    page.get_by_role("link", name=f"Sửa nhiệm vụ: {TRAIN}").press("Enter")
    page.wait_for_url("**/sua/nhiem-vu/**")


def units(page: Any) -> str:
    found: str = page.locator(".register tbody .units").first.inner_text()
    return found


def test_corrected_from_the_register_marked_told_and_undone(browser: Any, own: str) -> None:
    for page in open_page(browser, own, DESKTOP):
        correct_and_undo(page)


def correct_and_undo(page: Any) -> None:
    open_form(page)
    page.get_by_label("Chủ trì").fill("Sở Khoa học và Công nghệ\nSở Tài chính")
    page.get_by_label("Hạn vào ngày").fill("31/12/2031")
    page.get_by_label("Tên người sửa").fill("Trần Lan")
    page.get_by_role("button", name="Lưu").press("Enter")
    page.wait_for_url("**/nhiem-vu?q=tap*")  # back where she came from
    assert units(page) == "Chủ trì: Sở Khoa học và Công nghệ; Sở Tài chính"
    assert page.locator(".register .badge", has_text="Đã sửa").count() == 1
    assert "31/12/2031" in page.locator(".register .when").inner_text()
    page.goto("/nhiem-vu?unit=so+khcn&role=lead&due_from=2031-12-01")
    assert page.locator(".register tbody tr").count() == 1  # the filters follow
    page.get_by_role("link", name="nhật ký sửa").click()
    page.wait_for_url("**/nhat-ky")
    row = page.locator("tbody tr", has_text="Chủ trì").first
    for said in ("Trần Lan", TRAIN, "Sở Nội vụ", "Sở Khoa học và Công nghệ"):
        assert said in row.inner_text()
    row.get_by_role("button", name="Hoàn tác").click()
    page.wait_for_load_state()
    assert "Trần Lan đã hoàn tác" in page.locator("tbody tr", has_text="Chủ trì").first.inner_text()
    page.goto("/nhiem-vu?q=tap+huan")
    assert units(page) == "Chủ trì: Sở Nội vụ"
    assert "31/12/2031" in page.locator(".register .when").inner_text()  # that correction stays


def test_two_browsers_that_correct_one_field_meet_each_other(browser: Any, own: str) -> None:
    for one in open_page(browser, own, DESKTOP):
        for other in open_page(browser, own, DESKTOP, refused=(409,)):
            for page, name, unit in ((one, "An", "Phòng Một"), (other, "Bình", "Phòng Hai")):
                open_form(page)
                page.get_by_label("Chủ trì").fill(unit)
                page.get_by_label("Tên người sửa").fill(name)
            one.get_by_role("button", name="Lưu").click()
            one.wait_for_url("**/nhiem-vu?q=tap*")
            other.get_by_role("button", name="Lưu").click()
            other.wait_for_selector("[role=alert]")
            assert "người khác đã đổi: Chủ trì" in other.locator("[role=alert]").inner_text()
            field = other.get_by_label("Chủ trì")
            assert field.input_value() == "Phòng Hai"
            assert field.get_attribute("aria-invalid") == "true"
            now = other.locator("#s-lead-now")
            assert now.inner_text() == "Đang dùng: Phòng Một"
            assert "s-lead-now" in (field.get_attribute("aria-describedby") or "")
            other.get_by_role("button", name="Lưu").click()
            other.wait_for_url("**/nhiem-vu?q=tap*")
            assert units(other) == "Chủ trì: Phòng Hai"


def test_what_is_no_task_is_hidden_on_a_phone_without_a_script_and_brought_back(browser: Any, own: str) -> None:
    for page in open_page(browser, own, PHONE, java_script_enabled=False):
        open_form(page)
        page.get_by_label("Tên người sửa").fill("Lan")
        page.get_by_role("button", name="Đây không phải nhiệm vụ: ẩn đi").click()
        assert page.locator(".register").count() == 0
        page.goto("/nhat-ky")
        page.get_by_role("button", name="Hoàn tác").click()
        page.goto("/nhiem-vu?q=tap+huan")
        assert page.locator(".register tbody tr").count() == 1


def test_a_form_without_a_name_is_not_sent(page: Any) -> None:
    open_form(page)
    page.get_by_label("Sản phẩm").fill("Báo cáo không tên")
    page.get_by_role("button", name="Lưu").click()
    assert page.evaluate("document.activeElement.name") == "author"
    assert "/sua/nhiem-vu/" in page.url
    page.goto("/nhat-ky")
    assert "Báo cáo không tên" not in page.locator("main").inner_text()


def test_the_source_shows_the_words_of_the_task(page: Any) -> None:
    page.goto("/nhiem-vu?q=tap+huan")
    page.get_by_role("link", name="Mở đúng chỗ").click()
    page.wait_for_url("**trich=*")
    mark = page.locator(".passage.here mark").last
    assert mark.evaluate(IN_VIEW)
    behind = "e => getComputedStyle(e).backgroundColor"
    assert mark.evaluate(behind) != page.locator(".passage.here").evaluate(behind)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forms_and_journal_can_be_read_and_named_everywhere(browser: Any, address: str, scheme: str) -> None:
    for size in (DESKTOP, PHONE):
        for page in open_page(browser, address, size, color_scheme=scheme, refused=(422,)):
            open_form(page)
            form = page.url
            page.get_by_label("Tên người sửa").fill("Lan")
            page.get_by_label("Hạn vào ngày").fill("31/02/2026")
            page.get_by_role("button", name="Lưu").click()
            page.wait_for_selector("[role=alert]")
            for path in (None, "/nhat-ky", form):
                if path:
                    page.goto(path)
                assert page.evaluate(CONTRAST) == []
                assert page.evaluate(NAMELESS) == []
                assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            page.get_by_label("Sản phẩm").fill(f"Báo cáo {size['width']}")
            page.get_by_role("button", name="Lưu").click()  # the next journal has rows
            page.goto("/nhat-ky")
            assert page.evaluate(CONTRAST) == []
            assert page.evaluate(NAMELESS) == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
