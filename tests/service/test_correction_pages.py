"""Correcting facts over pages and API: what is shown, who may, what comes back."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from index.facts import FactFilter, read_tasks
from index.store import Store
from ingest import messages
from service import correction_pages
from service.app import create_app
from service.settings import Settings
from tests.service.conftest import PLAN, make_knowledge_base
from tests.service.test_pages import Page


@pytest.fixture
def data(tmp_path: Path) -> Path:
    sources = tmp_path / "nguon"
    sources.mkdir()
    (sources / "ke-hoach.txt").write_text(PLAN, encoding="utf-8")
    return make_knowledge_base(tmp_path / "var", sources)


@pytest.fixture
def client(data: Path) -> TestClient:
    return TestClient(create_app(data, Settings(data=data)), base_url="http://localhost", client=("127.0.0.1", 5000))


def first_task(data: Path) -> tuple[str, str]:
    with Store(data / "kho.sqlite3", read_only=True) as store:
        record = read_tasks(store)[0]
        return record.document.id, record.key


def lead_of(data: Path) -> list[str]:
    with Store(data / "kho.sqlite3", read_only=True) as store:
        return read_tasks(store, FactFilter(hidden=True))[0].fact.lead


def test_a_form_shows_the_fact_beside_the_text_it_was_read_from(client: TestClient, data: Path) -> None:
    document, key = first_task(data)
    page = Page(client.get(f"/sua/nhiem-vu/{document}/{key}?ve=/nhiem-vu").text)
    assert "Văn bản viết" in page.text
    assert {"name": "ve", "type": "hidden", "value": "/nhiem-vu"} in page.all("input")
    assert {field["name"] for field in page.all("textarea")} >= {"lead", "coordinate", "monitor"}
    assert any(link.startswith(f"/van-ban/{document}?doan=") for link in page.links())


def test_saving_a_form_corrects_and_remembers_the_name(client: TestClient, data: Path) -> None:
    document, key = first_task(data)
    read = lead_of(data)
    answer = client.post(
        f"/sua/nhiem-vu/{document}/{key}",
        data={"lead": "Phòng Một\r\nPhòng Hai\r\n", "author": "Nguyễn An", "note": "đọc sai", "ve": "/van-ban"},
        follow_redirects=False,
    )
    assert (answer.status_code, answer.headers["location"]) == (303, "/van-ban")
    assert lead_of(data) == ["Phòng Một", "Phòng Hai"]
    page = Page(client.get("/nhat-ky").text)
    assert "Nguyễn An" in page.text
    assert "đọc sai" in page.text
    [made] = client.get("/api/v1/corrections").json()
    answer = client.post(f"/nhat-ky/hoan-tac/{made['id']}", data={"author": "Bình"}, follow_redirects=False)
    assert answer.headers["location"] == "/nhat-ky"
    assert lead_of(data) == read
    assert "Bình" in client.get("/nhat-ky").text


def test_a_value_that_cannot_be_comes_back_with_what_was_typed(client: TestClient, data: Path) -> None:
    document, key = first_task(data)
    answer = client.post(
        f"/sua/nhiem-vu/{document}/{key}", data={"due_on": "31/02/2026", "product": "Báo cáo <b>", "author": "An"}
    )
    assert answer.status_code == 422
    page = Page(answer.text)
    assert messages.CORRECT_NOT_A_DAY.format(value="31/02/2026") in page.text
    assert [field["value"] for field in page.all("input") if field.get("name") == "product"] == ["Báo cáo <b>"]


def test_what_is_no_fact_can_be_hidden(client: TestClient, data: Path) -> None:
    document, key = first_task(data)
    client.post(f"/sua/nhiem-vu/{document}/{key}", data={"hidden": "1", "lead": "Khác", "author": "An"})
    with Store(data / "kho.sqlite3", read_only=True) as store:
        assert key not in {record.key for record in read_tasks(store)}
    assert lead_of(data) != ["Khác"]
    assert client.get(f"/sua/nhiem-vu/{document}/{key}").status_code == 200  # still there to be undone


def test_a_corrected_number_is_found_by_search(client: TestClient, data: Path) -> None:
    document, _ = first_task(data)
    answer = client.post(
        "/api/v1/corrections",
        json={"kind": "document", "document_id": document, "changes": {"number": "777/KH-SNV"}, "author": "An"},
    )
    assert answer.status_code == 201
    found = client.get("/api/v1/search", params={"q": "777/KH-SNV"}).json()
    assert found["results"][0]["document"]["number"] == "777/KH-SNV"
    assert "Đã sửa" in client.get(f"/van-ban/{document}").text
    [made] = answer.json()["corrections"]
    assert client.delete(f"/api/v1/corrections/{made}", params={"author": "Bình"}).json()["undone_by"] == "Bình"
    assert client.get(f"/api/v1/documents/{document}").json()["number"] == "15/KH-SNV"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/sua/nhiem-vu/{id}/0000", 404),
        ("/sua/nhiem-vu/khong-co/{key}", 404),
        ("/sua/khac/{id}/{key}", 404),
        ("/sua/van-ban/{id}/{key}", 404),
        ("/sua/van-ban/{id}/-", 200),
    ],
)
def test_addresses_of_forms(client: TestClient, data: Path, path: str, status: int) -> None:
    document, key = first_task(data)
    assert client.get(path.format(id=document, key=key)).status_code == status


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"author": "An", "changes": {"task": ""}}, 422),
        ({"author": "", "changes": {"task": "x"}}, 422),
        ({"author": "An", "changes": {"page": 1}}, 422),
        ({"author": "An"}, 422),
        (["no object"], 422),
    ],
)
def test_bodies_that_cannot_be(client: TestClient, data: Path, body: object, status: int) -> None:
    document, key = first_task(data)
    if isinstance(body, dict):
        body = {"kind": "task", "document_id": document, "fact_key": key, **body}
    answer = client.post("/api/v1/corrections", json=body)
    assert answer.status_code == status
    assert answer.json()["error"]["message"]


def test_who_may_correct(data: Path) -> None:
    document, key = first_task(data)
    fields = {"product": "Báo cáo", "author": "An"}
    address = f"/sua/nhiem-vu/{document}/{key}"

    def local(app: FastAPI) -> TestClient:
        return TestClient(app, base_url="http://localhost", client=("127.0.0.1", 5000))

    def remote(app: FastAPI) -> TestClient:
        return TestClient(app, base_url="http://kho.example", client=("10.0.0.9", 5000))

    plain = create_app(data, Settings(data=data))
    coded = create_app(data, Settings(data=data, edit_code="mã bí mật"))
    other_site = {"origin": "http://evil.example", "sec-fetch-site": "cross-site"}
    assert remote(plain).post(address, data=fields).status_code == 403
    assert "CCHC_EDIT_CODE" in remote(plain).get(address).text
    assert local(plain).post(address, data=fields, headers=other_site).status_code == 403
    assert remote(coded).post(address, data=fields).status_code == 403
    assert remote(coded).post(address, data={**fields, "code": "sai"}).status_code == 403
    client = remote(coded)
    assert client.post(address, data={**fields, "code": "mã bí mật"}).status_code == 200
    # The browser remembers the code.
    assert client.post(address, data={**fields, "product": "Khác"}).status_code == 200
    assert client.post(address, data=fields, headers=other_site).status_code == 403


def test_a_body_that_is_too_large_is_refused(client: TestClient, data: Path) -> None:
    document, key = first_task(data)
    answer = client.post(f"/sua/nhiem-vu/{document}/{key}", data={"note": "x" * 70_000, "author": "An"})
    assert answer.status_code == 413


def test_what_was_left_alone_is_not_judged(client: TestClient, data: Path) -> None:
    document, _ = first_task(data)
    with Store(data / "kho.sqlite3") as store, store.write() as db:
        db.execute("UPDATE documents SET issued_on = '2025-01'")
    address = f"/sua/van-ban/{document}/-"
    fields = form_of(client, address)
    assert fields["issued_on"] == "01/2025"
    answer = client.post(address, data={**fields, "number": "18/KH-SNV", "author": "An"})
    assert answer.status_code == 200
    assert [one["field"] for one in client.get("/api/v1/corrections").json()] == ["number"]


def test_the_journal_speaks_vietnamese_and_lets_a_newcomer_undo(client: TestClient, data: Path) -> None:
    document, key = first_task(data)
    for changes in ({"due_on": "2026-12-31"}, {"hidden": True}):
        body = {"kind": "task", "document_id": document, "fact_key": key, "changes": changes, "author": "An"}
        assert client.post("/api/v1/corrections", json=body).status_code == 201
    page = Page(client.get("/nhat-ky").text)  # a browser that has corrected nothing yet
    assert "True" not in page.text
    assert "due_on" not in page.text
    assert document not in page.text  # its number instead
    assert "31/12/2026" in page.text
    names = [field for field in page.all("input") if field.get("name") == "author"]
    assert len(names) == 2
    assert all("required" in field and field.get("aria-label") for field in names)
    client.cookies.set("cchc_ten", "B%C3%ACnh")
    page = Page(client.get("/nhat-ky").text)
    assert {field["type"] for field in page.all("input") if field.get("name") == "author"} == {"hidden"}


def form_of(client: TestClient, address: str) -> dict[str, str]:
    """What a browser would send of a form that nobody touched."""
    return fields_of(Page(client.get(address).text))


def fields_of(page: Page) -> dict[str, str]:
    """Values of a form; a text area holds what the hidden field beside it says."""
    fields = {f["name"] or "": f["value"] or "" for f in page.all("input") if f.get("name")}
    areas = [f["name"] or "" for f in page.all("textarea")]
    return {**fields, **{name: fields["cu-" + name] for name in areas}}


def test_two_people_who_correct_different_fields_keep_both_corrections(client: TestClient, data: Path) -> None:
    document, key = first_task(data)
    address = f"/sua/nhiem-vu/{document}/{key}"
    opened = form_of(client, address)
    assert client.post(address, data={**opened, "lead": "Phòng Một", "author": "An"}).status_code == 200
    assert client.post(address, data={**opened, "product": "Báo cáo", "author": "Bình"}).status_code == 200
    assert lead_of(data) == ["Phòng Một"]
    made = {(one["field"], one["author"]) for one in client.get("/api/v1/corrections").json()}
    assert made == {("lead", "An"), ("product", "Bình")}


def test_who_corrects_what_somebody_else_just_did_is_told_first(client: TestClient, data: Path) -> None:
    document, key = first_task(data)
    address = f"/sua/nhiem-vu/{document}/{key}"
    opened = form_of(client, address)
    client.post(address, data={**opened, "lead": "Phòng Một\r\nPhòng Hai", "deadline": "Quý I", "author": "An"})
    answer = client.post(address, data={**opened, "lead": "Phòng Ba", "author": "Bình"})
    assert answer.status_code == 409
    page = Page(answer.text)
    assert messages.CORRECT_MEANWHILE.format(fields="Chủ trì") in page.text
    assert "Đang dùng: Phòng Một; Phòng Hai" in page.text
    assert "Phòng Ba" in page.text
    assert [f["value"] for f in page.all("input") if f.get("name") == "deadline"] == ["Quý I"]  # not touched by Bình
    assert lead_of(data) == ["Phòng Một", "Phòng Hai"]
    assert client.post(address, data={**fields_of(page), "lead": "Phòng Ba", "author": "Bình"}).status_code == 200
    assert lead_of(data) == ["Phòng Ba"]


@pytest.mark.parametrize(
    ("typed", "field"),
    [({"due_on": "31/02/2026"}, "due_on"), ({"task": " "}, "task"), ({"deadline": "x" * 2001}, "deadline")],
)
def test_a_refusal_names_its_field(client: TestClient, data: Path, typed: dict[str, str], field: str) -> None:
    document, key = first_task(data)
    answer = client.post(f"/sua/nhiem-vu/{document}/{key}", data={**typed, "author": "An"})
    assert answer.status_code == 422
    page = Page(answer.text)
    assert f"{messages.FACT_FIELDS[field]}: " in page.text
    wrong = [f["name"] for f in page.all("input") + page.all("textarea") if f.get("aria-invalid") == "true"]
    assert wrong == [field]


def test_a_wrong_code_or_a_missing_name_keeps_what_was_typed(data: Path) -> None:
    document, key = first_task(data)
    coded = create_app(data, Settings(data=data, edit_code="mã"))
    client = TestClient(coded, base_url="http://kho.example", client=("10.0.0.9", 5000))
    address = f"/sua/nhiem-vu/{document}/{key}"
    for extra, status, said in (
        ({"code": "sai", "author": "An"}, 403, messages.EDIT_CODE_WRONG),
        ({"code": "mã"}, 422, messages.CORRECT_NO_AUTHOR),
    ):
        answer = client.post(address, data={"product": "Báo cáo quý", **extra})
        assert answer.status_code == status
        page = Page(answer.text)
        assert said in page.text
        assert [f["value"] for f in page.all("input") if f.get("name") == "product"] == ["Báo cáo quý"]
        assert "sai" not in [f.get("value") for f in page.all("input")]


def test_types_of_documents_are_offered(client: TestClient, data: Path) -> None:
    document, _ = first_task(data)
    page = Page(client.get(f"/sua/van-ban/{document}/-").text)
    assert "Kế hoạch" in [one["value"] for one in page.all("option")]


def test_a_long_journal_goes_on_over_pages(client: TestClient, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(correction_pages, "_JOURNAL_SIZE", 2)
    document, key = first_task(data)
    for number in range(5):
        body = {
            "kind": "task",
            "document_id": document,
            "fact_key": key,
            "changes": {"product": f"Báo cáo số {number}"},
        }
        assert client.post("/api/v1/corrections", json={**body, "author": "An"}).status_code == 201
    seen = ""
    address: str | None = "/nhat-ky"
    while address:
        page = Page(client.get(address).text)
        seen += page.text
        address = next((link["href"] for link in page.all("a") if link.get("rel") == "next"), None)
    assert all(f"Báo cáo số {number}" in seen for number in range(5))
    assert "Trang 3 / 3" in seen


def test_the_journal_names_what_was_corrected(client: TestClient, data: Path) -> None:
    document, key = first_task(data)
    with Store(data / "kho.sqlite3", read_only=True) as store:
        task = read_tasks(store)[0].fact.task
    body = {"kind": "task", "document_id": document, "fact_key": key, "changes": {"lead": []}, "author": "An"}
    assert client.post("/api/v1/corrections", json=body).status_code == 201
    page = Page(client.get("/nhat-ky").text)
    assert task[:60] in page.text
    assert "để trống" in page.text
    assert "/nhat-ky" in Page(client.get("/quan-tri").text).links()
    assert "/nhat-ky" in Page(client.get("/nhiem-vu").text).links()


def test_a_document_taken_for_a_draft_can_be_called_issued(client: TestClient, data: Path) -> None:
    document, _ = first_task(data)
    address = f"/sua/van-ban/{document}/-"
    assert client.post(address, data={"draft": "true", "author": "An"}).status_code == 200
    assert client.get(f"/api/v1/documents/{document}").json()["draft"] is True
    assert "selected>dự thảo" in client.get(address).text
    assert client.post(address, data={"draft": "false", "author": "An"}).status_code == 200
    assert client.get(f"/api/v1/documents/{document}").json()["draft"] is False
    journal = Page(client.get("/nhat-ky").text).text
    assert "Tình trạng" in journal
    assert "đã ban hành" in journal
    assert "true" not in journal


def test_the_form_says_how_days_are_written(client: TestClient, data: Path) -> None:
    document, key = first_task(data)
    for address, said in (
        (f"/sua/nhiem-vu/{document}/{key}", "Hạn vào ngày (ví dụ 31/01/2026;"),
        (f"/sua/van-ban/{document}/-", "Ngày ban hành (ví dụ 31/01/2026;"),
    ):
        assert said in Page(client.get(address).text).text
