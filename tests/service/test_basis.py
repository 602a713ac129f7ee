"""Legal basis and citations: command, API and page over a small base."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from index.basis import basis_of_document, basis_of_topic, missing
from index.store import Store
from service import basis_pages
from service.app import create_app
from service.basis_graph import SHOWN, Node, draw
from service.cli import main
from service.indexing import open_searcher
from service.settings import Settings
from tests.service.draft_samples import write_base
from tests.service.test_pages import Page

TOPIC = "ke hoach cai cach hanh chinh 2026"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_base(tmp_path_factory.mktemp("can-cu"))


@pytest.fixture(scope="module")
def client(data: Path) -> Iterator[TestClient]:
    with TestClient(create_app(data, Settings(data=data)), raise_server_exceptions=False) as made:
        yield made


@pytest.fixture(scope="module")
def ids(client: TestClient) -> dict[str, str]:
    return {one["number"]: one["id"] for one in client.get("/api/v1/documents").json()}


def rows(answer: dict[str, Any]) -> list[tuple[str, str, int]]:
    return [(one["level"], one["number"], one["count"]) for one in answer["documents"]]


EXPECTED = [
    ("government", "20/2024/NĐ-CP", 3),
    ("government", "76/NQ-CP", 4),
    ("ministry", "08/2022/TT-BNV", 3),
    ("province", "30/KH-UBND", 3),
]


def test_basis_of_a_topic_goes_level_by_level_newest_first(data: Path) -> None:
    searcher = open_searcher(data, Settings(data=data))
    found = basis_of_topic(searcher.store, searcher.search, TOPIC)
    searcher.close()
    assert [(one.level, one.cited.number, one.count) for one in found.documents] == EXPECTED
    assert len(found.plans) == 4
    assert found.documents[0].document is not None
    assert found.documents[1].document is None


def test_both_directions_of_a_document(data: Path, ids: dict[str, str]) -> None:
    with Store(data / "kho.sqlite3", read_only=True) as store:
        around = basis_of_document(store, ids["30/KH-UBND"])
        assert [one.cited.number for one in around.basis] == ["76/NQ-CP"]
        assert {mention.source.number for mention in around.builds_on_it} == {"3/KH-SNV", "5/KH-STC", "9/KH-STP"}
        old = basis_of_document(store, ids["10/2018/NĐ-CP"])
        assert [mention.source.number for mention in old.mentions_it] == ["20/2024/NĐ-CP"]
        lacking = missing(store)
        assert [(one.cited.number, one.count) for one in lacking] == [("76/NQ-CP", 4), ("08/2022/TT-BNV", 3)]


def test_command_and_api_say_the_same(data: Path, client: TestClient, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(data), "basis", *TOPIC.split(), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert rows(said) == EXPECTED
    assert said["documents"][0]["cited_by"][0].keys() >= {"document_id", "number", "page", "evidence", "url"}
    assert client.get("/api/v1/basis", params={"q": TOPIC}).json() == said
    assert client.get("/api/v1/basis").status_code == 422
    assert main(["--data", str(data), "basis", TOPIC]) == 0
    assert "76/NQ-CP" in capsys.readouterr().out


def test_citations_of_a_document_and_of_a_number(
    data: Path, client: TestClient, ids: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(data), "citations", "--document", ids["3/KH-SNV"], "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert [one["number"] for one in said] == ["76/NQ-CP", "20/2024/NĐ-CP", "08/2022/TT-BNV", "30/KH-UBND"]
    assert [bool(one["resolved"]) for one in said] == [False, True, False, True]
    assert client.get("/api/v1/citations", params={"document": ids["3/KH-SNV"]}).json() == said
    assert client.get("/api/v1/citations", params={"document": "3 kh snv"}).json() == said
    # Of a number, typed anyhow.
    who = client.get("/api/v1/citations", params={"number": "10 2018 nd cp"}).json()
    assert [(one["document"]["number"], one["relation"], one["status"]) for one in who] == [
        ("20/2024/NĐ-CP", "replaces", "replaced")
    ]
    assert who[0]["status_by"][0]["number"] == "20/2024/NĐ-CP"
    page = client.get("/api/v1/citations", params={"limit": 2})
    assert len(page.json()) == 2
    assert "offset=2" in page.headers["link"]
    assert client.get("/api/v1/citations", params={"document": "khong-co"}).status_code == 404
    assert main(["--data", str(data), "citations", "--document", "khong-co"]) == 1


def test_a_law_is_called_by_its_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    base = write_base(tmp_path)
    (tmp_path / "moi").mkdir()
    plan = (
        "SỞ Y TẾ\nSố: 8/KH-SYT\nKẾ HOẠCH\nTiếp dân\nCăn cứ Luật Tiếp công dân ngày 25/11/2013;\nI. MỤC ĐÍCH\nTốt hơn.\n"
    )
    (tmp_path / "moi" / "a.txt").write_text(plan, encoding="utf-8")
    assert main(["--data", str(base), "ingest", str(tmp_path / "moi")]) == 0
    capsys.readouterr()
    assert main(["--data", str(base), "citations", "--document", "8/KH-SYT"]) == 0
    assert "  Luật Tiếp công dân | 25/11/2013" in capsys.readouterr().out


def test_status_is_on_hits_and_on_the_document(client: TestClient, ids: dict[str, str]) -> None:
    hits = client.get("/api/v1/search", params={"q": "tiếp nhận hồ sơ bộ phận một cửa"}).json()["results"]
    statuses = {hit["document"]["number"]: hit["status"] for hit in hits}
    assert statuses["10/2018/NĐ-CP"] == "replaced"
    assert statuses["20/2024/NĐ-CP"] == "in_force"
    page = client.get(f"/van-ban/{ids['10/2018/NĐ-CP']}").text
    assert "Đã bị thay thế" in page
    assert f'href="/van-ban/{ids["20/2024/NĐ-CP"]}"' in page
    assert client.get(f"/api/v1/documents/{ids['10/2018/NĐ-CP']}").json()["status"] == "replaced"


def test_pages(client: TestClient, ids: dict[str, str]) -> None:
    lacking = client.get("/can-cu")
    assert "76/NQ-CP" in Page(lacking.text).text
    topic = Page(client.get("/can-cu", params={"q": TOPIC}).text)
    assert "Chính phủ, Thủ tướng Chính phủ" in topic.text
    around = client.get("/can-cu", params={"document": ids["30/KH-UBND"]})
    page = Page(around.text)
    links = {attributes.get("href") for tag, attributes in page.elements if tag == "a"}
    assert f"/can-cu?document={ids['3/KH-SNV']}" in links  # in the drawing
    assert any(link and link.startswith(f"/sua/can-cu/{ids['30/KH-UBND']}/") for link in links)
    assert "<svg" in around.text
    assert client.get("/can-cu", params={"document": "khong-co"}).status_code == 404
    assert client.get("/can-cu", params={"q": "<script>"}).status_code == 200


def test_a_drawing_holds_so_many_boxes_and_says_what_it_leaves_out() -> None:
    nodes = [Node(str(n), "", None) for n in range(SHOWN + 3)]
    graph = draw(Node("giữa", "", "/"), nodes, nodes[:2])
    assert (graph.left_more, graph.right_more) == (3, 0)
    assert len(graph.boxes) == 1 + SHOWN + 2
    assert all(box.x >= 0 and box.x + box.width <= graph.width for box in graph.boxes)
    assert all(box.y >= 0 and box.y + box.height <= graph.height for box in graph.boxes)
    columns: dict[float, list[float]] = {}
    for box in graph.boxes:
        columns.setdefault(box.x, []).append(box.y)
    for tops in columns.values():  # no box covers another
        assert all(below - above >= 46 for above, below in zip(sorted(tops), sorted(tops)[1:], strict=False))


def test_all_that_is_missing_is_listed_page_by_page(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(basis_pages, "_MISSING_SHOWN", 1)
    first = Page(client.get("/can-cu").text)
    assert "76/NQ-CP" in first.text
    assert "08/2022/TT-BNV" not in first.text
    [following] = [link["href"] for link in first.all("a") if link.get("rel") == "next"]
    assert following == "/can-cu?page=2"
    assert "08/2022/TT-BNV" in Page(client.get("/can-cu?page=2").text).text
    assert client.get("/can-cu?page=abc").status_code == 200


@pytest.mark.parametrize("address", ["/can-cu", "/can-cu?q=cai+cach+hanh+chinh", "/?q=ho+so", "/can-cu?document={id}"])
def test_pages_say_what_an_unknown_force_means(client: TestClient, ids: dict[str, str], address: str) -> None:
    page = Page(client.get(address.format(id=ids["30/KH-UBND"])).text)
    assert "Chưa rõ hoặc không ghi: kho chưa có văn bản nào nói tới" in page.text


def test_the_force_of_every_document_is_told(client: TestClient, ids: dict[str, str]) -> None:
    told = {number: Page(client.get(f"/van-ban/{id}").text).text for number, id in ids.items()}
    assert all("Hiệu lực" in text for text in told.values())
    assert "Đã bị thay thế" in told["10/2018/NĐ-CP"]
    known = {one["number"] for one in client.get("/api/v1/citations").json() if one["status"] != "unknown"}
    unknown = [text for number, text in told.items() if number not in known]
    assert unknown
    assert all("Chưa rõ: các văn bản trong kho không nói gì" in text for text in unknown)
