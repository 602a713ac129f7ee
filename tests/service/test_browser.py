"""A real browser over a real server: search from the keyboard, open a result, see the passage."""

from __future__ import annotations

import pytest

from tests.service.browsing import CONTRAST, DESKTOP, IN_VIEW, MARKS, NAMELESS, PHONE, open_page

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = MARKS


def search_by_keyboard(page: playwright.Page, query: str) -> None:
    page.goto("/")
    page.keyboard.type(query)  # the box has the focus
    page.keyboard.press("Enter")
    page.wait_for_url("**/?q=*")


def test_from_a_typed_question_to_the_marked_passage_by_keyboard_alone(page: playwright.Page) -> None:
    search_by_keyboard(page, "khao sat hai long bang phieu buu chinh cong ich")
    first = page.locator(".result").first
    assert "15/KH-SNV" in first.inner_text()
    assert "bưu chính công ích" in " ".join(first.locator("mark").all_inner_texts())
    page.locator("#q").focus()
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.result h2') !== null"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/van-ban/**")
    marked = page.locator(".passage.here")
    assert "bưu chính công ích" in marked.inner_text()
    assert marked.evaluate(IN_VIEW)
    background = "getComputedStyle(document.querySelector('{}')).backgroundColor"
    assert page.evaluate(background.format(".passage.here")) != page.evaluate(background.format(".passage:not(.here)"))


def test_the_address_of_the_contract_marks_the_passage_too(page: playwright.Page, address: str) -> None:
    result = page.request.get("/api/v1/search", params={"q": "phiếu bưu chính công ích"}).json()["results"][0]
    page.goto(result["url"])
    marked = page.locator(f"[id='{result['passage_id']}']")
    assert marked.evaluate("element => element.matches(':target')")
    assert marked.evaluate(IN_VIEW)
    other = page.locator(".passage:not(:target)").first.evaluate("e => getComputedStyle(e).backgroundColor")
    assert marked.evaluate("e => getComputedStyle(e).backgroundColor") != other


def test_everything_works_without_a_script(browser: playwright.Browser, address: str) -> None:
    for page in open_page(browser, address, DESKTOP, java_script_enabled=False):
        page.goto("/")
        page.fill("#q", "phieu buu chinh cong ich")
        page.click("button[type=submit]")
        page.click(".result h2 a >> nth=0")
        assert "bưu chính công ích" in page.locator(".passage.here").inner_text()
        page.click("a[rel=prev]")
        assert page.locator(".passage.here").count() == 1


def test_next_and_previous_passage(page: playwright.Page) -> None:
    search_by_keyboard(page, "phiếu bưu chính công ích")
    page.click(".result h2 a >> nth=0")
    was = page.locator(".passage.here").get_attribute("id")
    page.click("a[rel=prev]")
    page.wait_for_url(lambda url: was not in url)
    assert page.locator(".passage.here").evaluate(IN_VIEW)
    page.click("a[rel=next]")
    page.wait_for_url(f"**{was}")
    assert page.locator(".passage.here").get_attribute("id") == was


def test_slash_reaches_the_search_box_and_typing_it_does_not(page: playwright.Page) -> None:
    page.goto("/?q=hồ sơ")
    page.locator("body").click(position={"x": 5, "y": 5})
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("15/KH")
    assert page.input_value("#q") == "15/KH"
    page.goto("/van-ban")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"


def test_the_first_tab_skips_to_the_content(page: playwright.Page) -> None:
    page.goto("/van-ban")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "noi-dung"


def test_a_narrow_phone_never_scrolls_sideways(browser: playwright.Browser, address: str) -> None:
    for page in open_page(browser, address, PHONE):
        for path in addresses(page):
            page.goto(path)
            widths = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
            assert widths[0] <= widths[1], (path, widths)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_the_contrast_of_wcag_aa(browser: playwright.Browser, address: str, scheme: str) -> None:
    for page in open_page(browser, address, DESKTOP, color_scheme=scheme):
        for path in addresses(page):
            page.goto(path)
            assert page.evaluate(CONTRAST) == [], path
            assert page.evaluate(NAMELESS) == [], path


def addresses(page: playwright.Page) -> list[str]:
    documents = [document["url"] for document in page.request.get("/api/v1/documents").json()]
    result = page.request.get("/api/v1/search", params={"q": "số hóa kết quả lĩnh vực"}).json()["results"][0]
    here = f"{result['document']['url']}?doan={result['passage_id']}"
    return ["/", "/?q=ho+so&year=2025", "/?q=" + "x" * 200, "/van-ban", "/quan-tri", "/khong-co", *documents, here]


def test_on_paper_a_search_tells_its_question_and_a_document_has_no_empty_heads(page: playwright.Page) -> None:
    page.emulate_media(media="print")
    page.goto("/?q=hồ sơ")
    assert page.locator(".on-paper").inner_text() == "Câu hỏi: “hồ sơ”"
    page.goto(page.locator("article a, .result a").first.get_attribute("href") or "")
    assert not page.locator("#tim-trong").is_visible()
    assert page.locator(".passage").first.is_visible()
