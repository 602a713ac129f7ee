"""A draft checked in a real browser: pasted, found, led to its place, its basis taken away."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document as Word

from tests.service.browsing import CONTRAST, DESKTOP, IN_VIEW, MARKS, NAMELESS, PHONE, open_page
from tests.service.draft_samples import DRAFT, write_base

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = MARKS


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_base(tmp_path_factory.mktemp("du-thao"))


def paste(page: playwright.Page) -> None:
    page.goto("/du-thao")
    page.fill("#f-text", DRAFT)
    page.click("main button[type=submit]")
    page.wait_for_selector(".findings")


def test_pasted_draft_shows_findings_that_lead_to_their_place(page: playwright.Page) -> None:
    paste(page)
    finding = page.locator(".finding", has_text="đã bị thay thế bởi 20/2024/NĐ-CP").first
    finding.get_by_role("link", name="Xem chỗ này trong dự thảo").click()
    marked = page.locator("[id^='cho-']:target + mark")
    assert "10/2018/NĐ-CP" in marked.inner_text()
    assert marked.evaluate(IN_VIEW)
    page.locator(".finding a", has_text="Mở văn bản trong kho").first.click()
    page.wait_for_url("**/van-ban/**")


def test_uploaded_draft_and_its_basis_as_word(page: playwright.Page, tmp_path: Path) -> None:
    word = Word()
    for line in DRAFT.splitlines():
        word.add_paragraph(line)
    word.save(str(tmp_path / "du-thao.docx"))
    page.goto("/du-thao")
    page.set_input_files("#f-file", str(tmp_path / "du-thao.docx"))
    page.click("main button[type=submit]")
    page.wait_for_selector(".findings")
    page.locator("label", has_text="76/NQ-CP").locator("input").check()
    with page.expect_download() as taken:
        page.click("button[value=docx]")
    made = Word(str(taken.value.path()))
    lines = [paragraph.text for paragraph in made.paragraphs]
    assert any("76/NQ-CP" in line for line in lines)
    assert lines[-1].endswith(".")
    assert all(line.endswith(";") for line in lines[:-1])


def test_without_a_script_on_a_phone(browser: playwright.Browser, address: str) -> None:
    for page in open_page(browser, address, PHONE, java_script_enabled=False):
        paste(page)
        assert page.locator(".finding").count() > 5
        assert page.locator("mark.error").count() > 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_and_width(browser: playwright.Browser, address: str, scheme: str) -> None:
    for size in (DESKTOP, PHONE):
        for page in open_page(browser, address, size, color_scheme=scheme):
            paste(page)
            assert page.evaluate(CONTRAST) == []
            assert page.evaluate(NAMELESS) == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            plan = page.request.get("/api/v1/documents", params={"q": "30/KH-UBND"}).json()[0]
            for address_of_page in ("/can-cu?q=cai+cach+hanh+chinh+2026", f"/can-cu?document={plan['id']}", "/can-cu"):
                page.goto(address_of_page)
                assert page.evaluate(CONTRAST) == []
                assert page.evaluate(NAMELESS) == []
                assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_drawing_of_a_basis_leads_on(page: playwright.Page) -> None:
    plan = page.request.get("/api/v1/documents", params={"q": "30/KH-UBND"}).json()[0]
    page.goto(f"/can-cu?document={plan['id']}")
    page.locator(".graph a", has_text="3/KH-SNV").click()
    page.wait_for_url("**/can-cu?document=*")
    assert "3/KH-SNV" in page.locator("main").inner_text()


def test_a_printed_basis_says_how_many_cite_each_and_what_an_unknown_force_means(page: playwright.Page) -> None:
    page.goto("/can-cu?q=cai+cach+hanh+chinh+2026")
    page.emulate_media(media="print")
    counts = page.locator(".grounds td[data-label='Ai viện dẫn']").all()
    assert counts
    assert all(cell.locator(":visible").first.inner_text().strip() for cell in counts)
    assert page.get_by_text("Chưa rõ hoặc không ghi").is_visible()
    assert not page.locator("form").first.is_visible()
