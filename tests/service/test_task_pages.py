"""The register on the command line, over HTTP and as a page."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import openpyxl
import pytest
from fastapi.testclient import TestClient

from index.corrections import correct
from index.facts import read_tasks
from index.store import Store
from ingest import messages
from service import days
from service.app import create_app
from service.cli import main
from service.settings import Settings
from tests.service.task_samples import TASKS, make_task_data
from tests.service.test_pages import Page

TODAY = date(2026, 3, 10)
REVIEW, PUBLISH, TRAIN, CLOSE, ATTACK = (task[0] for task in TASKS)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_task_data(tmp_path_factory.mktemp("nhiem-vu"), TODAY)


@pytest.fixture(scope="module")
def client(data: Path) -> Iterator[TestClient]:
    app = create_app(data, Settings(list_size=3))
    app.state.today = lambda: TODAY
    with TestClient(app, raise_server_exceptions=False) as made:
        yield made


@pytest.fixture
def cchc(data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(days, "today", lambda: TODAY)

    def run(*arguments: object) -> tuple[int, str, str]:
        code = main(["--data", str(data), "tasks", *map(str, arguments)])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


FILTERS = [
    ({}, [REVIEW, CLOSE, PUBLISH, TRAIN, ATTACK]),
    ({"unit": "so noi vu"}, [REVIEW, CLOSE, PUBLISH, TRAIN]),
    ({"unit": "so noi vu", "role": "lead"}, [CLOSE, TRAIN]),
    ({"unit": "SNV", "role": "monitor"}, [PUBLISH]),
    ({"role": "coordinate"}, [REVIEW, CLOSE]),
    ({"due": "soon"}, [REVIEW]),
    ({"due": "past"}, [PUBLISH]),
    ({"due": "undated"}, [TRAIN, ATTACK]),
    ({"due_from": "05/03/2026", "due_to": "2026-03-20"}, [REVIEW, PUBLISH]),
    ({"year": 2026, "sort": "document"}, [task[0] for task in TASKS]),
    ({"year": 2025}, []),
    ({"q": "ai chu tri ra soat tthc"}, [REVIEW]),
    ({"document": "15 kh ubnd", "q": "ra soat"}, [REVIEW]),
    ({"document": "cai cach hanh chinh nam 2026", "due": "soon"}, [REVIEW]),
    ({"q": "DVCTT"}, [PUBLISH]),
    ({"q": '"một cửa"'}, [TRAIN]),
    ({"q": "không có việc này đâu"}, []),
]


@pytest.mark.parametrize(("given", "expected"), FILTERS)
def test_the_same_lists_everywhere(client: TestClient, cchc: Any, given: dict[str, Any], expected: list[str]) -> None:
    over_http = client.get("/api/v1/tasks", params=given)
    assert [task["task"] for task in over_http.json()] == expected
    assert over_http.headers["x-total-count"] == str(len(expected))
    arguments = [
        str(part) for name, value in given.items() if name != "q" for part in (f"--{name.replace('_', '-')}", value)
    ]
    code, out, _ = cchc(*([given["q"]] if "q" in given else []), *arguments, "--json")
    assert code == 0
    assert json.loads(out) == over_http.json()
    page = Page(client.get("/nhiem-vu", params={**given, "size": 100}).text)
    at = [page.text.find(text) for text in expected]
    assert -1 not in at
    assert at == sorted(at)
    assert f"{len(expected)} nhiệm vụ" in page.text


def test_near_duplicates_on_demand_and_by_document(client: TestClient, cchc: Any) -> None:
    assert client.get("/api/v1/tasks?duplicates=true").headers["x-total-count"] == "10"
    draft = next(one for one in client.get("/api/v1/documents").json() if one["draft"])
    assert len(client.get("/api/v1/tasks", params={"document": draft["id"]}).json()) == 5
    assert len(json.loads(cchc("--document", draft["id"], "--json")[1])) == 5
    unknown = client.get("/api/v1/tasks?document=khong-co")
    assert (unknown.status_code, unknown.json()["error"]["code"]) == (404, "not_found")
    assert "khong-co" in unknown.json()["error"]["message"]
    assert client.get("/nhiem-vu?document=khong-co").status_code == 200  # what is typed into the form may be wrong
    assert len(json.loads(cchc("--duplicates", "--json")[1])) == 10
    assert "10 nhiệm vụ" in Page(client.get("/nhiem-vu?duplicates=1").text).text


def test_the_api_pages_through(client: TestClient) -> None:
    first = client.get("/api/v1/tasks?limit=2")
    assert [task["task"] for task in first.json()] == [REVIEW, CLOSE]
    following = first.headers["link"].split(">")[0].strip("<")
    assert [task["task"] for task in client.get(following).json()] == [PUBLISH, TRAIN]
    assert "link" not in client.get("/api/v1/tasks?limit=2&offset=4").headers


@pytest.mark.parametrize(
    "query", ["role=boss", "due=later", "due_from=mai", "due_to=2026-02-30", "year=12", "limit=0", "sort=x"]
)
def test_wrong_parameters_are_named(client: TestClient, query: str) -> None:
    answer = client.get("/api/v1/tasks?" + query)
    assert answer.status_code == 422
    assert query.split("=")[0] in answer.json()["error"]["message"]


@pytest.mark.parametrize(
    "query",
    [
        "role=boss&due=later",
        "due_from=mai",
        "year=12&page=0",
        "page=99&size=x",
        "size=0",
        "q=" + "x" * 20000,
        "q=" + "ra+soat+" * 2000,
        "year=" + "9" * 5000,
    ],
)
def test_a_mistyped_address_still_gives_a_page(client: TestClient, query: str) -> None:
    assert client.get("/nhiem-vu?" + query).status_code == 200


def test_each_row_opens_its_source_at_the_passage(client: TestClient) -> None:
    page = Page(client.get("/nhiem-vu?q=tap+huan").text)
    task = client.get("/api/v1/tasks?q=tap+huan").json()[0]
    start, end = task["evidence"]
    place = f"/van-ban/{task['document']['id']}?doan={task['passage_id']}"
    link = f"{place}&trich={start}-{end}&q=tap+huan#{task['passage_id']}"
    assert link in page.links()
    opened = client.get(link).text
    assert task["passage_id"] in Page(opened).ids()
    text = client.get(f"/api/v1/documents/{task['document']['id']}").json()["text"]
    assert "".join(re.findall(r"<mark>([^<]*)</mark>", opened)) == text[start:end]
    # Offsets of another reading mark nothing.
    for span in ("9000-9010", "5-2", "x", "1-", "9" * 30 + "-1", "%C2%B2-4"):
        assert "<mark>" not in client.get(f"{place}&trich={span}").text
    assert any(link.startswith(f"/sua/nhiem-vu/{task['document']['id']}/{task['key']}?ve=") for link in page.links())
    assert client.get(f"/sua/nhiem-vu/{task['document']['id']}/{task['key']}").status_code == 200


def test_one_click_for_the_next_30_days_keeps_the_other_filters(client: TestClient) -> None:
    page = Page(client.get("/nhiem-vu?unit=so+noi+vu").text)
    assert "/nhiem-vu?unit=so+noi+vu&due=soon" in page.links()
    assert "Đến hạn trong 30 ngày tới (1)" in page.text
    assert "còn 10 ngày" in page.text
    assert "đã qua 5 ngày" in page.text


def test_a_unit_in_a_question_is_offered_as_a_filter(client: TestClient) -> None:
    links = Page(client.get("/nhiem-vu?q=so+noi+vu+tap+huan").text).links()
    assert "/nhiem-vu?q=tap+huan&unit=S%E1%BB%9F+N%E1%BB%99i+v%E1%BB%A5" in links
    assert "việc của đơn vị" not in client.get("/nhiem-vu?q=so+noi+vu&unit=so+noi+vu").text


def test_a_question_about_duties_leads_from_the_search_to_the_register(client: TestClient) -> None:
    def links(query: str) -> list[str]:
        return Page(client.get("/", params={"q": query}).text).links()

    assert "/nhiem-vu?q=ai+chu+tri+ra+soat" in links("ai chu tri ra soat")
    assert not [link for link in links("cai cach hanh chinh") if link.startswith("/nhiem-vu?")]


def test_a_document_links_to_its_tasks(client: TestClient) -> None:
    id = client.get("/api/v1/tasks").json()[0]["document"]["id"]
    assert f"/nhiem-vu?document={id}" in Page(client.get(f"/van-ban/{id}").text).links()
    assert "Chỉ trong văn bản 15/KH-UBND" in " ".join(Page(client.get(f"/nhiem-vu?document={id}").text).text.split())


def test_the_page_has_paging_a_datalist_and_a_json_twin(client: TestClient) -> None:
    page = Page(client.get("/nhiem-vu?page=2").text)
    assert "Trang 2 / 2" in page.text
    assert {"value": "Sở Nội vụ"} in page.all("option")
    twin = next(link for link in page.links() if link.startswith("/api/v1/tasks"))
    assert [task["task"] for task in client.get(twin).json()] == [TRAIN, ATTACK]
    assert page.all("select")
    labels = {label["for"] for label in page.all("label")}
    assert {one["id"] for one in page.all("input") + page.all("select") if one.get("type") != "hidden"} <= labels


def test_nothing_of_a_document_becomes_markup(client: TestClient) -> None:
    html = client.get("/nhiem-vu?unit=<script>alert(1)</script>&q=%22%3E%3Cscript%3E").text
    html += client.get("/nhiem-vu?size=100").text
    assert "<script>alert" not in html


def test_an_empty_list_says_what_to_do(client: TestClient) -> None:
    assert "bỏ lọc thời hạn" in client.get("/nhiem-vu?due=soon&year=2025").text


def test_the_list_as_csv(client: TestClient) -> None:
    answer = client.get("/nhiem-vu/xuat.csv?sort=document")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert 'filename="nhiem-vu-2026-03-10.csv"' in answer.headers["content-disposition"]
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))
    assert [row["Nhiệm vụ"] for row in rows] == [REVIEW, PUBLISH, TRAIN, CLOSE, "'" + ATTACK]
    assert rows[0]["Chủ trì"] == "Sở Tư pháp"
    assert rows[0]["Hạn cuối"] == "2026-03-20"
    assert rows[0]["Thời hạn"] == "Trước ngày 20/03/2026"
    assert rows[0]["Số ký hiệu"] == "15/KH-UBND"
    assert rows[4]["Chủ trì"] == "'@Sở Lạ"
    assert rows[0]["Nguồn"].startswith("http://testserver/van-ban/")
    assert client.get(rows[0]["Nguồn"]).status_code == 200
    assert ";Chủ trì;" in client.get("/nhiem-vu/xuat.csv?sep=;").text


def test_the_filtered_list_as_a_workbook(client: TestClient) -> None:
    answer = client.get("/nhiem-vu/xuat.xlsx?unit=so+noi+vu&role=lead")
    assert answer.headers["content-length"] == str(len(answer.content))
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == [CLOSE, TRAIN]
    assert sheet.auto_filter.ref == "A1:O3"
    assert sheet["O2"].hyperlink.target.startswith("http://testserver/van-ban/")
    assert sheet["L2"].value.date() == date(2026, 1, 12)


def test_corrections_show_on_the_page_and_in_exports(tmp_path: Path) -> None:
    data = make_task_data(tmp_path, TODAY)
    with Store(data / "kho.sqlite3") as store:
        record = next(one for one in read_tasks(store) if one.fact.task == TRAIN)
        correct(store, "task", record.document.id, record.key, {"due_on": "2026-03-15"}, "Lan", "")
    app = create_app(data, Settings())
    app.state.today = lambda: TODAY
    with TestClient(app) as client:
        page = Page(client.get("/nhiem-vu?due=soon&duplicates=1").text)
        assert TRAIN in page.text
        assert "Đã sửa" in page.text
        text = client.get("/nhiem-vu/xuat.csv?due=soon&duplicates=1").content.decode("utf-8-sig")
        rows = {row["Nhiệm vụ"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}
        assert rows[TRAIN]["Hạn cuối"] == "2026-03-15"
        assert rows[TRAIN]["Người dùng đã sửa"]
        assert not rows[REVIEW]["Người dùng đã sửa"]


def test_files_from_the_command_line(cchc: Any, tmp_path: Path) -> None:
    files = tmp_path / "a.csv", tmp_path / "b.xlsx"
    code, out, err = cchc("--csv", files[0], "--xlsx", files[1], "--due", "soon")
    assert (code, out) == (0, "")
    assert "1 dòng" in err
    assert REVIEW in files[0].read_text(encoding="utf-8-sig")
    assert openpyxl.load_workbook(files[1]).active["A2"].value == REVIEW
    code, out, _ = cchc("--csv", files[0], "--json")
    assert len(json.loads(out)) == 5


def test_the_command_line_tells_who_and_when(cchc: Any) -> None:
    code, out, _ = cchc("rà", "soát")
    assert code == 0
    for words in (REVIEW, "Chủ trì: Sở Tư pháp", "Phối hợp: Sở Nội vụ", "20/03/2026", "15/KH-UBND", "1 nhiệm vụ."):
        assert words in out
    assert "Không có nhiệm vụ nào" in cchc("xyz")[1]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--due-from", "mai"], 2, "--due-from"),
        (["--role", "x"], 2, "--role"),
        (["--document", "khong-co"], 1, "khong-co"),
        (["--csv", "/khong-co/thu-muc/a.csv"], 2, "Không có thư mục /khong-co/thu-muc"),
    ],
)
def test_mistakes_on_the_command_line(cchc: Any, arguments: list[str], code: int, words: str) -> None:
    got, _, err = cchc(*arguments)
    assert got == code
    assert words in err


def test_json_has_the_keys_of_the_contract(client: TestClient) -> None:
    task = client.get("/api/v1/tasks?q=ra+soat").json()[0]
    assert list(task)[:12] == [
        "task", "lead", "coordinate", "monitor", "deadline", "due_on", "product", "section_path", "page", "passage_id",
        "evidence", "document",
    ]  # fmt: skip


def test_days_the_wrong_way_round_are_told(cchc: Any) -> None:
    code, out, told = cchc("tasks", "--due-from", "2026-12-31", "--due-to", "2026-01-01", "--json")
    assert (code, out.strip()) == (0, "[]")
    assert messages.FILTER_DAYS_TURNED in told
    assert messages.FILTER_DAYS_TURNED not in cchc("tasks", "--due-from", "2026-01-01", "--json")[2]


@pytest.mark.parametrize(("typed", "meant"), [("Sở Tưpháp", "Sở Tư pháp"), ("van phong tinh", "Văn phòng UBND tỉnh")])
def test_a_unit_that_no_task_names_is_answered_with_those_like_it(
    client: TestClient, cchc: Any, typed: str, meant: str
) -> None:
    page = Page(client.get("/nhiem-vu", params={"unit": typed}).text)
    assert "Có thể là đơn vị:" in page.text
    [link] = [link for link in page.links() if link == "/nhiem-vu?" + urlencode({"unit": meant})]
    assert client.get(link.replace("/nhiem-vu", "/api/v1/tasks")).json()
    assert "Có thể là đơn vị" not in Page(client.get("/nhiem-vu", params={"unit": "Kho bạc"}).text).text
    assert cchc("--unit", typed)[2] == f"Có thể là đơn vị: {meant}.\n"


def test_a_choice_that_is_none_is_answered_with_those_there_are(client: TestClient, cchc: Any) -> None:
    said = client.get("/api/v1/tasks?role=boss").json()["error"]["message"]
    assert said == "Tham số role không hợp lệ: phải là một trong: lead, coordinate, monitor."
    code, _, told = cchc("--due", "mai")
    assert code == 2
    assert "chỉ nhận" in told
    assert all(due in told for due in ("soon", "past", "dated", "undated"))


def test_the_screen_tells_a_day_once(cchc: Any) -> None:
    told = [line.strip() for line in cchc()[1].splitlines() if line.strip().startswith("Thời hạn")]
    assert "Thời hạn: Trước ngày 20/03/2026" in told
    assert "Thời hạn: Quý II" in told
    assert not [line for line in told if " = " in line]
