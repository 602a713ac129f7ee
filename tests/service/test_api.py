"""The HTTP API: the contract's keys, limits, robustness, health, metrics."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from service.app import create_app
from service.settings import Settings

DOCUMENT_KEYS = {
    "id", "number", "symbol", "type", "type_code", "issuer", "place", "issued_on", "title", "signer", "recipients",
    "draft", "year", "source_path", "source_url", "url", "pages", "sha256", "text_source", "quality",
}  # fmt: skip
RESULT_KEYS = {
    "rank", "score", "passage_id", "text", "highlights", "kind", "section_path", "page", "why", "url", "document",
}  # fmt: skip


def test_search_answers_with_the_keys_of_the_contract(client: TestClient) -> None:
    answer = client.get("/api/v1/search", params={"q": "hồ sơ giải quyết đúng hạn", "k": 3}).json()
    assert {"query", "interpreted", "total", "took_ms", "results"} <= answer.keys()
    assert {"text", "restored", "filters", "citation", "required"} <= answer["interpreted"].keys()
    first = answer["results"][0]
    assert first.keys() >= RESULT_KEYS
    assert first["document"].keys() == DOCUMENT_KEYS
    assert first["why"].keys() == {"lexical", "semantic", "matched"}
    assert "95%" in first["text"]
    assert first["url"] == f"/van-ban/{first['document']['id']}#{first['passage_id']}"
    for start, end in first["highlights"]:
        assert first["text"][start:end].strip()


@pytest.mark.parametrize(
    ("params", "number"),
    [
        ({"q": "15/KH-SNV"}, "15/KH-SNV"),
        ({"q": "so 15 kh snv"}, "15/KH-SNV"),
        ({"q": "phieu buu chinh cong ich"}, "15/KH-SNV"),
        ({"q": "nhiệm vụ số hóa", "year": "2026"}, None),
        ({"q": "nhiệm vụ", "year": "1999"}, "nothing"),
        ({"q": "hồ sơ", "issuer": "Bộ Ngoại giao"}, "nothing"),
    ],
)
def test_search_finds_and_filters(client: TestClient, params: dict[str, str], number: str | None) -> None:
    results = client.get("/api/v1/search", params=params).json()["results"]
    assert (results[0]["document"]["number"] if results else "nothing") == number


@pytest.mark.parametrize(
    "query",
    ["", " ", "a", "\x00\x07", "AND (", '"', '"""', "*:*", "'; DROP TABLE documents; --", "<script>", "🙂",
     "x" * 10_000, "một cửa " * 2_000, "ho\u0300a\u0309", "%00%ff", "\u202e", "{{7*7}}", "../../etc/passwd"],
)  # fmt: skip
def test_no_query_breaks_the_search(client: TestClient, query: str) -> None:
    for address in ("/api/v1/search", "/"):
        answer = client.get(address, params={"q": query})
        assert answer.status_code == 200, (address, query[:30])


def test_paging_by_offset_gives_each_result_once(client: TestClient) -> None:
    params = {"q": "nhiệm vụ của các phòng", "k": 50}
    whole = [r["passage_id"] for r in client.get("/api/v1/search", params=params).json()["results"]]
    assert len(whole) > 3
    paged: list[str] = []
    for offset in range(0, len(whole), 2):
        params = {"q": "nhiệm vụ của các phòng", "k": 2, "offset": offset}
        paged += [r["passage_id"] for r in client.get("/api/v1/search", params=params).json()["results"]]
    assert paged == whole


@pytest.mark.parametrize(
    ("params", "word"),
    [
        ({"k": "0"}, "k"),
        ({"k": "51"}, "50"),
        ({"k": "nhiều"}, "số nguyên"),
        ({"offset": "-1"}, "offset"),
        ({"offset": "201"}, "200"),
        ({"year": "12"}, "1900"),
        ({"kind": "nope"}, "kind"),
        ({"k": "9" * 400}, "k"),
    ],
)
def test_a_wrong_parameter_is_named_in_vietnamese(client: TestClient, params: dict[str, str], word: str) -> None:
    answer = client.get("/api/v1/search", params={"q": "hồ sơ", **params})
    assert answer.status_code == 422
    error = answer.json()["error"]
    assert error["code"] == "invalid"
    assert word in error["message"]
    assert "không hợp lệ" in error["message"]


def test_documents_is_an_array_with_paging_headers(client: TestClient) -> None:
    answer = client.get("/api/v1/documents", params={"limit": 2})
    documents = answer.json()
    assert len(documents) == 2
    assert all(document.keys() == DOCUMENT_KEYS for document in documents)
    assert answer.headers["X-Total-Count"] == "3"
    following = re.fullmatch(r'<(.+)>; rel="next"', answer.headers["Link"])
    assert following is not None
    rest = client.get(following.group(1))
    assert len(rest.json()) == 1
    assert "Link" not in rest.headers
    assert {d["id"] for d in documents}.isdisjoint(d["id"] for d in rest.json())


def test_a_document_has_sections_and_text(client: TestClient, ids: dict[str, str]) -> None:
    document = client.get(f"/api/v1/documents/{ids['Kế hoạch 15.txt']}").json()
    assert document.keys() >= DOCUMENT_KEYS | {"sections", "text"}
    assert document["number"] == "15/KH-SNV"
    assert document["issued_on"] == "2025-01-12"
    headings = [section["heading"] for section in document["sections"]]
    assert "CHỈ TIÊU" in headings
    assert all(s.keys() >= {"label", "heading", "kind", "page", "children"} for s in document["sections"])
    assert "bưu chính công ích" in document["text"]


@pytest.mark.parametrize(
    "address",
    ["/api/v1/documents/0000000000000000", "/api/v1/documents/..%2f..%2fetc%2fpasswd", "/api/v1/documents/%00",
     "/api/v1/nope", "/api/v1/search?q=h%E1%BB%93%20s%C6%A1&document=zzz"],
)  # fmt: skip
def test_what_does_not_exist_is_404_in_json(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert answer.json()["error"]["code"] == "not_found"


def test_a_wrong_method_is_405_with_allow(client: TestClient) -> None:
    answer = client.delete("/api/v1/documents")
    assert answer.status_code == 405
    assert answer.json()["error"]["code"] == "method_not_allowed"


def test_health(client: TestClient) -> None:
    assert client.get("/healthz/live").json() == {"status": "ok"}
    ready = client.get("/healthz/ready")
    assert (ready.status_code, ready.json()["index"]) == (200, "ok")


def test_ready_says_what_is_missing(tmp_path: Path, data: Path) -> None:
    (tmp_path / "kho.sqlite3").write_bytes((data / "kho.sqlite3").read_bytes())
    with TestClient(create_app(tmp_path, Settings())) as client:
        assert client.get("/healthz/live").status_code == 200
        ready = client.get("/healthz/ready")
        assert ready.status_code == 503
        assert "cchc rebuild" in ready.json()["error"]["message"]
        assert client.get("/api/v1/search", params={"q": "một cửa"}).json()["error"]["code"] == "index_unusable"
        page = client.get("/", params={"q": "một cửa"})
        assert page.status_code == 503
        assert "cchc rebuild" in page.text
        assert client.get("/van-ban").status_code == 200


def test_metrics_count_requests_by_route(client: TestClient, ids: dict[str, str]) -> None:
    client.get(f"/api/v1/documents/{next(iter(ids.values()))}")
    client.get("/api/v1/documents/unknown-1")
    client.get("/api/v1/documents/unknown-2")
    text = client.get("/metrics").text
    assert re.search(r'requests_total\{route="/api/v1/documents/\{id\}",method="GET",status="200"\} \d+', text)
    assert re.search(r'requests_total\{route="/api/v1/documents/\{id\}",method="GET",status="404"\} \d+', text)
    assert "unknown-1" not in text
    assert "cchc_documents 3" in text
    assert "cchc_failed_files 1" in text
    sums = dict(re.findall(r'_bucket\{route="/api/v1/documents/\{id\}",le="([^"]+)"\} (\d+)', text))
    assert int(sums["+Inf"]) >= 3
    assert [int(value) for value in sums.values()] == sorted(int(value) for value in sums.values())


def test_openapi_lists_every_twin_and_no_docs_page_loads_foreign_scripts(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    assert {
        "/api/v1/search", "/api/v1/documents", "/api/v1/documents/{id}", "/healthz/live", "/healthz/ready", "/metrics",
    } <= paths.keys()  # fmt: skip
    assert client.get("/docs").status_code == 404
    assert client.get("/redoc").status_code == 404


def test_a_defect_is_answered_without_its_details(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr("service.api.document_detail", fail)
    some = client.get("/api/v1/documents").json()[0]["id"]
    answer = client.get(f"/api/v1/documents/{some}")
    assert answer.status_code == 500
    assert answer.json()["error"]["code"] == "internal"
    assert "secret" not in answer.text


def test_a_search_that_finds_no_free_slot_is_told_to_wait(data: Path) -> None:
    app = create_app(data, Settings(search_threads=1, search_seconds=0.1))
    with TestClient(app) as client:
        slots = app.state.knowledge._slots
        slots.acquire()
        try:
            answer = client.get("/api/v1/search", params={"q": "một cửa"})
        finally:
            slots.release()
        assert answer.status_code == 503
        assert answer.headers["Retry-After"]
        assert client.get("/api/v1/search", params={"q": "một cửa"}).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "search?q=hồ+sơ&k=&year=&kind=&type=&issuer=&document=&offset=&ignore=&as_typed=",
        "documents?q=&type=&year=&issuer=&limit=&offset=",
        "tasks?q=&unit=&role=&document=&year=&due=&due_from=&due_to=&duplicates=&sort=&limit=&offset=",
        "targets?q=&document=&year=&unit=&issuer=&duplicates=&limit=&offset=",
        "citations?document=&number=&relation=&limit=&offset=",
        "compare?q=hồ+sơ&issuer=",
        "corrections?document=",
    ],
)
def test_an_empty_parameter_is_none(client: TestClient, path: str) -> None:
    answer = client.get(f"/api/v1/{path}")
    bare = client.get(f"/api/v1/{path.partition('?')[0]}", params={"q": "hồ sơ"} if "hồ" in path else {})
    assert answer.status_code == 200, answer.text
    assert (
        {**answer.json(), "took_ms": 0} == {**bare.json(), "took_ms": 0}
        if isinstance(bare.json(), dict)
        else (answer.json() == bare.json())
    )


def test_health_checks_answer_head(client: TestClient) -> None:
    for path in ("/healthz/live", "/healthz/ready"):
        answer = client.head(path)
        assert (answer.status_code, answer.content) == (200, b"")
