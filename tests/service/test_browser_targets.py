"""The comparison in a real browser: from the list to the chart, a dot to its source, parting and joining wordings."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.service.browsing import CONTRAST, DESKTOP, IN_VIEW, MARKS, NAMELESS, PHONE, open_page, serving
from tests.service.target_samples import make_target_data

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = MARKS

ONLINE = "/chi-tieu/so-sanh?q=ho+so+truc+tuyen+toan+trinh"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_target_data(tmp_path_factory.mktemp("chi-tieu"))


@pytest.fixture
def own(browser: Any, tmp_path: Path) -> Iterator[Any]:
    """A page over a knowledge base that may be changed."""
    with serving(make_target_data(tmp_path)) as address:
        yield from open_page(browser, address, DESKTOP)


def shown_values(page: Any) -> list[str]:
    return [text.strip() for text in page.locator("table.compare td strong").all_inner_texts()]


def test_from_the_list_to_the_comparison_to_the_source_by_keyboard(page: Any) -> None:
    page.goto("/chi-tieu")
    page.fill("#f-q", "ho so truc tuyen toan trinh")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=ho*")
    page.get_by_role("link", name="So sánh: Tỷ lệ hồ sơ trực tuyến toàn trình").press("Enter")
    page.wait_for_url("**/chi-tieu/so-sanh**")
    assert page.locator("h2").first.inner_text() == "Tỷ lệ hồ sơ trực tuyến toàn trình"
    assert sorted(shown_values(page)) == ["60-65%", "75%", "≥ 70%", "≥ 80%"]
    dots = page.locator("svg.chart a")
    assert dots.count() == 4
    label = dots.first.get_attribute("aria-label")
    dots.first.focus()
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == label, "reached by Tab"
    page.keyboard.press("Enter")
    page.wait_for_url("**/van-ban/**")
    assert page.locator(".passage.here").first.evaluate(IN_VIEW)


def test_the_chart_is_drawn_where_it_can_be_seen(page: Any) -> None:
    page.goto(ONLINE)
    chart = page.locator("svg.chart")
    box = chart.bounding_box()
    assert box["width"] > 500
    assert box["height"] > 200
    for n in range(4):
        dot = page.locator("svg.chart .series a").nth(n).bounding_box()
        assert box["x"] <= dot["x"] <= box["x"] + box["width"]
        assert box["y"] <= dot["y"] <= box["y"] + box["height"]
    colours = page.locator("svg.chart .series").evaluate_all("all => all.map(e => getComputedStyle(e).color)")
    assert len(set(colours)) == 4
    assert page.get_by_role("group", name="Biểu đồ: Tỷ lệ hồ sơ trực tuyến toàn trình").count() == 1


def test_one_line_for_a_province_when_drawn_by_province(page: Any) -> None:
    page.goto(ONLINE)
    assert page.locator("svg.chart polyline").count() == 0
    page.select_option("#f-by", "province")
    page.get_by_role("button", name="So sánh").click()
    page.wait_for_url("**by=province*")
    assert page.locator("svg.chart .series").count() == 3
    assert page.locator("svg.chart polyline").count() == 1  # Sơn La in 2025 and 2026
    heads = page.locator("table.compare tbody th").all_inner_texts()
    assert [head.strip() for head in heads] == ["Hải Dương (nay thuộc Hải Phòng)", "Lào Cai", "Sơn La"]


def test_parting_a_wording_is_remembered_and_joining_takes_it_back(own: Any) -> None:
    own.goto(ONLINE)
    own.get_by_role("checkbox", name="Hồ sơ được xử lý hoàn toàn trực tuyến").check()
    own.fill("#t-author", "Trần Lan")
    own.get_by_role("button", name="Tách ra").click()
    own.wait_for_url("**nhom=*")
    assert sorted(shown_values(own)) == ["60-65%", "75%", "≥ 70%"]
    own.goto(ONLINE)
    assert sorted(shown_values(own)) == ["60-65%", "75%", "≥ 70%"]
    assert own.locator("#g-author").input_value() == "Trần Lan"
    own.get_by_role("checkbox", name="Gộp: Hồ sơ được xử lý hoàn toàn trực tuyến").check()
    own.get_by_role("button", name="Gộp vào chỉ tiêu đang xem").click()
    own.wait_for_url("**nhom=*")
    assert sorted(shown_values(own)) == ["60-65%", "75%", "≥ 70%", "≥ 80%"]
    assert "Trần Lan" in own.locator(".choices").inner_text()
    own.get_by_role("button", name="Hoàn tác").click()
    own.wait_for_load_state()
    assert own.locator(".choices").count() == 0
    own.goto("/nhat-ky")
    assert "tách chỉ tiêu" in own.locator("main").inner_text()


def test_all_of_it_without_a_script_and_into_excel(browser: Any, address: str) -> None:
    for page in open_page(browser, address, DESKTOP, java_script_enabled=False):
        page.goto("/chi-tieu/so-sanh")
        page.fill("#f-q", "sipas")
        page.get_by_role("button", name="So sánh").click()
        assert shown_values(page) == ["> 90%", "> 92%"]
        with page.expect_download() as download:
            page.get_by_role("link", name="Tải Excel").click()
        book = openpyxl.load_workbook(io.BytesIO(Path(download.value.path()).read_bytes()))
        assert "> 90% (duy trì đến 2027)" in {cell.value for row in book.worksheets[1].iter_rows() for cell in row}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_the_contrast_of_wcag_aa(browser: Any, address: str, scheme: str) -> None:
    for page in open_page(browser, address, DESKTOP, color_scheme=scheme):
        for path in ("/chi-tieu", ONLINE, "/chi-tieu/so-sanh", "/chi-tieu/so-sanh?q=thoi+tiet"):
            page.goto(path)
            assert page.evaluate(CONTRAST) == [], path
            assert page.evaluate(NAMELESS) == [], path


def test_a_narrow_phone_never_scrolls_sideways(browser: Any, address: str) -> None:
    for page in open_page(browser, address, PHONE):
        for path in ("/chi-tieu", ONLINE, "/chi-tieu/so-sanh"):
            page.goto(path)
            widths = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
            assert widths[0] <= widths[1], path


def test_a_phone_lists_the_values_of_each_document_with_their_years(browser: Any, address: str) -> None:
    for page in open_page(browser, address, PHONE):
        page.goto(ONLINE)
        table = page.locator("table.compare")
        for cell in table.locator("td:visible").all():
            assert cell.inner_text().strip()  # years without a value take no room
            box = cell.bounding_box()
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= PHONE["width"]
        assert "Kéo ngang" in page.locator(".chart-box").inner_text()


def test_on_paper_chart_and_table_stay_and_the_controls_go(page: Any) -> None:
    page.goto(ONLINE)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 700, "height": 1000})  # A4 within its margins
    assert page.locator("svg.chart").bounding_box()["width"] <= 700
    assert page.locator("table.compare").is_visible()
    for said in ("Sở Nội vụ tỉnh Sơn La", "Hải Dương (nay thuộc Hải Phòng)", "giai đoạn 2024-2026"):
        assert page.locator("table.compare").get_by_text(said).first.is_visible(), said
    assert not page.locator("#cach-viet").is_visible()
    for form in page.locator("form").all():
        assert not form.is_visible()
    assert not page.locator("table.compare .edit").first.is_visible()


def test_a_printed_list_tells_its_filters_and_leaves_out_what_is_clicked(page: Any) -> None:
    page.goto("/chi-tieu?q=sipas&year=2025")
    page.emulate_media(media="print")
    assert page.locator(".on-paper").inner_text() == "“sipas”; năm 2025"
    assert page.locator(".summary").inner_text().startswith("1 chỉ tiêu")
    heads = page.locator("th:visible").all_inner_texts()
    assert [head.strip() for head in heads] == ["Chỉ tiêu", "Mức", "Năm", "Văn bản"]
    assert page.get_by_text("hãy đối chiếu bản gốc").first.is_visible()
    assert not page.get_by_text("Tải về").is_visible()
