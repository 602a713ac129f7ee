"""The pages: what they show, that nothing of a document becomes markup, that no asset is foreign."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from ingest import messages

VOID = {"area", "br", "hr", "img", "input", "link", "meta", "source", "col", "option"}


class Page(HTMLParser):
    """Elements with their attributes, ids, texts by element; complains about tags that don't match."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()
        assert not [tag for tag in self.open if tag not in ("p", "li")], self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        assert self.open, tag
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]

    def links(self) -> list[str]:
        return [attributes["href"] or "" for attributes in self.all("a")]

    def ids(self) -> list[str]:
        return [attributes["id"] or "" for _, attributes in self.elements if "id" in attributes]


@pytest.fixture(scope="module")
def addresses(ids: dict[str, str]) -> list[str]:
    return [
        "/", "/?q=h%E1%BB%93+s%C6%A1", "/?q=zzzz", "/?q=%22script%22&kind=other", "/van-ban", "/van-ban?q=xyz",
        "/quan-tri", "/khong-co", *(f"/van-ban/{i}" for i in ids.values()),
    ]  # fmt: skip


def test_every_page_is_well_formed_vietnamese_and_from_this_host(client: TestClient, addresses: list[str]) -> None:
    for address in addresses:
        answer = client.get(address)
        page = Page(answer.text)
        assert page.all("html") == [{"lang": "vi"}], address
        assert len(page.ids()) == len(set(page.ids())), address
        assert len(page.all("h1")) == 1, address
        assert len(page.all("main")) == 1
        assert page.links()[0] == "#noi-dung"
        assets = [a.get("src") or a.get("href") for tag, a in page.elements if tag in ("script", "link", "img")]
        assert all(asset and asset.startswith("/static/") for asset in assets), address
        assert not [tag for tag, a in page.elements if any(name.startswith("on") or name == "style" for name in a)]
        assert not page.all("style")
        assert all("src" in script for script in page.all("script"))
        labelled = {a["for"] for a in page.all("label")}
        for field in page.all("input") + page.all("select"):
            assert field.get("type") == "hidden" or field["id"] in labelled, (address, field)


def test_headers_forbid_foreign_assets_and_scripts_in_the_page(client: TestClient, addresses: list[str]) -> None:
    for address in [*addresses, "/api/v1/documents", "/healthz/live", "/static/cchc.css"]:
        headers = client.get(address).headers
        assert "default-src 'none'" in headers["content-security-policy"], address
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize(
    "address",
    ["/?q=đoạn mã biểu mẫu", "/van-ban", "/van-ban/{id}", '/?q=<script>alert("q")</script>',
     '/?issuer="><script>alert(1)</script>', "/van-ban?q=<b>x</b>"],
)  # fmt: skip
def test_nothing_of_a_document_or_a_query_becomes_markup(client: TestClient, ids: dict[str, str], address: str) -> None:
    html = client.get(address.format(id=ids["tan-cong.txt"])).text
    page = Page(html)
    assert "<script>alert" not in html
    assert "<img" not in html
    assert "<b>" not in html
    assert all(set(script) == {"src", "defer"} for script in page.all("script"))
    if "đoạn mã" in address:
        assert "<script>alert('thân bài')</script>" in page.text


def test_a_result_shows_number_date_issuer_section_page_and_link(client: TestClient) -> None:
    html = client.get("/", params={"q": "phieu buu chinh cong ich"}).text
    page = Page(html)
    assert "15/KH-SNV" in page.text
    assert "12/01/2025" in page.text
    assert "Sở Nội vụ" in page.text
    assert "III. NHIỆM VỤ" in page.text
    assert re.search(r"<mark>[^<]*bưu chính công ích[^<]*</mark>", html)
    target = next(link for link in page.links() if "?doan=" in link)
    passage = target.partition("#")[2]
    opened = client.get(target.partition("#")[0])
    assert passage in Page(opened.text).ids()
    here = re.search(rf'<div class="passage here" id="{re.escape(passage)}".*?</div>', opened.text, re.DOTALL)
    assert here is not None
    assert re.search(r"<mark>[^<]*bưu chính công ích[^<]*</mark>", here.group())
    assert "<mark>" not in opened.text.replace(here.group(), "")


@pytest.mark.parametrize("typed", ["cari cachs hanhf chinhs", "cai3 cach1 hanh2 chinh1", "cải cáh hành chính"])
def test_a_mended_query_is_shown_with_a_way_back(client: TestClient, typed: str) -> None:
    page = Page(client.get("/", params={"q": typed, "type": "KH"}).text)
    assert "Hiển thị kết quả cho cải cách hành chính" in page.text
    back = next(link for link in page.links() if "as_typed=1" in link)
    assert "type=KH" in back
    literal = Page(client.get(back).text)
    assert "Đang tìm đúng như đã gõ" in literal.text
    assert "Hiển thị kết quả cho" not in literal.text
    assert any("as_typed" not in link and "q=" in link for link in literal.links()), "and back again"
    api = client.get("/api/v1/search", params={"q": typed, "as_typed": "1"}).json()["interpreted"]
    assert (api["text"], api["restored"]) == (typed, False)
    opened = next(link for link in page.links() if "?doan=" in link)
    assert "<mark>" in client.get(opened.partition("#")[0]).text


def test_another_reading_of_a_word_is_named(client: TestClient) -> None:
    page = Page(client.get("/", params={"q": "thur"}).text)
    assert "Tìm cả: thủ" in page.text


def test_what_a_query_was_taken_to_ask_can_be_taken_back(client: TestClient) -> None:
    page = Page(client.get("/", params={"q": "kinh phí năm 2025", "type": "KH"}).text)
    chips = {a.get("aria-label"): a.get("href") or "" for a in page.all("a") if "ignore=" in (a.get("href") or "")}
    assert set(chips) == {"Không ưu tiên: Năm: 2025", "Không ưu tiên: Hỏi về: Kinh phí"}
    without = client.get(chips["Không ưu tiên: Năm: 2025"])
    page = Page(without.text)
    assert "Năm: 2025" not in page.text
    assert "Hỏi về: Kinh phí" in page.text
    assert any("ignore=" not in link and "type=KH" in link for link in page.links()), "a way back"
    api = client.get("/api/v1/search", params={"q": "kinh phí năm 2025", "ignore": "kind"}).json()
    assert api["interpreted"]["intents"] == [{"name": "year", "value": "2025", "text": "năm 2025"}]
    assert api["interpreted"]["filters"] == {}


def test_a_document_without_number_says_so(client: TestClient, ids: dict[str, str]) -> None:
    for address in ("/van-ban", f"/van-ban/{ids['du-thao.docx']}", "/?q=số hóa kết quả"):
        assert "chưa có số" in Page(client.get(address).text).text


def test_a_table_is_a_table_with_its_passages_as_row_groups(client: TestClient, ids: dict[str, str]) -> None:
    html = client.get(f"/van-ban/{ids['du-thao.docx']}").text
    page = Page(html)
    assert html.count("<tr>") >= 31
    assert [a for a in page.all("tbody") if (a.get("id") or "").startswith(ids["du-thao.docx"])]
    assert any(a.get("colspan") == "5" for a in page.all("td"))


def test_the_outline_leads_into_the_text(client: TestClient, ids: dict[str, str]) -> None:
    page = Page(client.get(f"/van-ban/{ids['Kế hoạch 15.txt']}").text)
    anchors = [link[1:] for link in page.links() if link.startswith("#muc-")]
    assert len(anchors) > 5
    assert set(anchors) <= set(page.ids())


def test_every_passage_has_an_anchor(client: TestClient, ids: dict[str, str]) -> None:
    for document_id in ids.values():
        store = client.app.state.knowledge.store  # type: ignore[attr-defined]
        wanted = {p.passage_id for p in store.document_passages(document_id) if not p.furniture}
        assert wanted
        assert wanted <= set(Page(client.get(f"/van-ban/{document_id}").text).ids())


def test_neighbours_lead_from_passage_to_passage(client: TestClient, ids: dict[str, str]) -> None:
    document = ids["Kế hoạch 15.txt"]
    store = client.app.state.knowledge.store  # type: ignore[attr-defined]
    passages = [p.passage_id for p in store.document_passages(document) if not p.furniture]
    walked = [passages[0]]
    while True:
        html = client.get(f"/van-ban/{document}", params={"doan": walked[-1]}).text
        following = re.search(r'rel="next" href="[^"]*\?doan=([^"#]+)#', html)
        if following is None:
            break
        walked.append(following.group(1))
    assert walked == passages


def test_a_passage_that_is_gone_is_explained(client: TestClient, ids: dict[str, str]) -> None:
    answer = client.get(f"/van-ban/{ids['Kế hoạch 15.txt']}", params={"doan": "gone-99"})
    assert answer.status_code == 200
    assert "không còn trong bản hiện tại" in answer.text


def test_failed_files_are_listed_with_their_reason(client: TestClient) -> None:
    for address in ("/van-ban", "/quan-tri"):
        text = Page(client.get(address).text).text
        assert "hong.pdf" in text
        assert messages.READ_EMPTY in text


@pytest.mark.parametrize(
    ("query", "expected"),
    [("q=chuyen+doi+so", 1), ("type=KH", 3), ("year=2026", 1), ("issuer=so+noi+vu", 3), ("q=%3Cscript", 1),
     ("year=abc", 3), ("page=99", 3), ("sort=title", 3), ("sort=nope", 3)],
)  # fmt: skip
def test_the_list_filters_and_never_fails(client: TestClient, query: str, expected: int) -> None:
    answer = client.get(f"/van-ban?{query}")
    assert answer.status_code == 200
    assert f"<strong>{expected}</strong> văn bản" in answer.text


def test_no_result_gives_help_and_examples_that_find_something(client: TestClient) -> None:
    html = client.get("/", params={"q": "zzzzqqqq"}).text
    assert "Cách tìm rộng hơn" in html
    examples = client.app.state.knowledge.examples()  # type: ignore[attr-defined]
    assert examples
    for example in examples:
        assert client.get("/api/v1/search", params={"q": example}).json()["total"] > 0, example


@pytest.mark.parametrize(
    "bad",
    ["/van-ban/0000000000000000", "/van-ban/..%2f..%2fkho.sqlite3", "/van-ban/x/goc", "/van-ban/%2e%2e/goc",
     "/static/../settings.py", "/static/%2e%2e/settings.py"],
)  # fmt: skip
def test_an_unknown_page_is_a_friendly_404(client: TestClient, bad: str) -> None:
    answer = client.get(bad)
    assert answer.status_code == 404
    assert "SettingsError" not in answer.text
    assert "Không tìm thấy" in answer.text


def test_each_page_links_to_its_json_twin(client: TestClient, ids: dict[str, str]) -> None:
    for address in ("/?q=một cửa&year=2025", "/van-ban", f"/van-ban/{ids['tan-cong.txt']}", "/quan-tri"):
        links = Page(client.get(address).text).links()
        twin = next(link for link in links if link.startswith(("/api/", "/healthz")))
        assert client.get(twin).headers["content-type"].startswith("application/json")


def test_head_is_answered_like_get_without_a_body(client: TestClient, ids: dict[str, str]) -> None:
    for address in ("/", "/van-ban", f"/van-ban/{ids['tan-cong.txt']}", f"/van-ban/{ids['tan-cong.txt']}/goc"):
        head, get = client.head(address), client.get(address)
        assert (head.status_code, head.content) == (200, b"")
        assert head.headers["content-type"] == get.headers["content-type"]


def test_filters_stay_in_the_form_and_can_be_dropped(client: TestClient) -> None:
    page = Page(client.get("/", params={"q": "hồ sơ", "year": 2025, "kind": "target"}).text)
    chosen = [a["value"] for a in page.all("option") if "selected" in a]
    assert {"2025", "target"} <= set(chosen)
    assert f"/?q={quote('hồ')}+{quote('sơ')}&kind=target" in page.links()


def test_a_number_that_is_not_here_is_said_to_be_absent(client: TestClient) -> None:
    said = "Kho chưa có văn bản số 03/KH-UBND. 1 văn bản trong kho viện dẫn số này."
    assert said in Page(client.get("/", params={"q": "kế hoạch số 03/KH-UBND"}).text).text
    assert "Kho chưa có văn bản số 99/KH-XYZ." in Page(client.get("/", params={"q": "99/KH-XYZ"}).text).text
    for here in ("15/KH-SNV", "so 15 kh snv", "hồ sơ đúng hạn"):
        assert "Kho chưa có" not in Page(client.get("/", params={"q": here}).text).text


def test_beyond_the_last_page_is_the_last_page(client: TestClient) -> None:
    pages = client.get("/", params={"q": "nhiệm vụ thường xuyên"}).text
    assert 'rel="next"' in pages
    last = Page(client.get("/", params={"q": "nhiệm vụ thường xuyên", "page": 20}).text)
    assert ", trang " in last.text
    assert any("doan=" in link for link in last.links())


def test_every_result_says_whether_it_is_in_force(client: TestClient) -> None:
    params = {"q": "bộ phận một cửa"}
    known = {hit["status"] for hit in client.get("/api/v1/search", params=params).json()["results"]}
    assert known == {"unknown"}
    page = Page(client.get("/", params=params).text)
    assert page.text.count("chưa rõ hiệu lực") == len(page.all("article"))
