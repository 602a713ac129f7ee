"""`cchc targets` and `cchc compare`, their HTTP twins and pages; joining and parting by form."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from fastapi.testclient import TestClient

from index.build import build
from index.corrections import audit_log
from index.indicator_choices import read_choices
from index.store import Store
from ingest.extract.models import Target
from service import chart
from service.app import create_app
from service.cli import main
from service.settings import Settings
from service.target_list import decimal, province_text, value_text, when_text
from tests.service.target_samples import ATTACK, make_target_data, plan, target
from tests.service.test_pages import Page

ONLINE = "Tỷ lệ hồ sơ trực tuyến toàn trình"
LOCAL = ("127.0.0.1", 50000)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_target_data(tmp_path_factory.mktemp("chi-tieu"))


def local_client(data: Path, settings: Settings | None = None) -> TestClient:
    app = create_app(data, settings or Settings())
    return TestClient(app, base_url="http://127.0.0.1:8000", client=LOCAL, raise_server_exceptions=False)


@pytest.fixture(scope="module")
def client(data: Path) -> Iterator[TestClient]:
    with local_client(data) as made:
        yield made


# --- how values read ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("made", "shown", "when"),
    [
        (target("a", ">=", 80.0), "≥ 80%", ""),
        (target("a", "=", 35.0, value_to=40.5), "35-40,5%", ""),
        (target("a", "<=", 10.0, unit="hạng"), "≤ 10 hạng", ""),
        (target("a", "=", 3.0, unit="bậc", change="increase", baseline="2025"), "tăng 3 bậc", "so với 2025"),
        (target("a", ">", 1200.0, unit=None, change="decrease"), "giảm > 1.200", ""),
        (
            target("a", "<", 1.0, period=(2022, 2025), maintain_until=2030),
            "< 1%",
            "giai đoạn 2022-2025, duy trì đến 2030",
        ),
    ],
)
def test_how_a_value_reads(made: Target, shown: str, when: str) -> None:
    assert (value_text(made), when_text(made)) == (shown, when)


def test_provinces_that_are_no_more_are_marked() -> None:
    assert province_text("Hải Dương") == "Hải Dương (nay thuộc Hải Phòng)"
    assert province_text("Sơn La") == "Sơn La"
    assert "(" not in province_text(None)
    assert decimal(1234.5) == "1.234,5"


# --- the chart ---------------------------------------------------------------------------------


def points(*values: tuple[int, float], sign: str = "=") -> chart.Series:
    return chart.Series("a", [chart.Point(year, value, None, sign, f"{year}", "/x") for year, value in values])


def test_a_chart_stays_within_its_frame_and_scale() -> None:
    made = chart.chart([points((2024, 70.0), (2026, 95.0), sign=">="), points((2025, 99.0))], percent=True)
    assert made is not None
    for series in made.series:
        for dot in series.dots:
            assert made.left <= dot.x <= made.right
            assert made.top <= dot.y <= made.bottom
    assert made.ticks[-1][1] == "100"
    assert made.series[0].dots[0].y > made.series[0].dots[1].y, "more is higher"
    assert made.series[0].line
    assert not made.series[1].line
    tick = made.series[0].dots[0].tick
    assert tick is not None
    assert tick[1] < tick[0] < made.series[0].dots[0].y, "at least: the arrow points up"


def test_the_best_rank_is_on_top() -> None:
    made = chart.chart([points((2025, 20.0), (2026, 5.0), sign="<=")], rank=True)
    assert made is not None
    worse, better = made.series[0].dots
    assert better.y < worse.y
    assert better.tick is not None
    assert better.tick[1] < better.y, "no worse than: the arrow points to better ranks"


def test_equal_values_stand_beside_each_other() -> None:
    made = chart.chart([points((2025, 80.0)), points((2025, 80.0))])
    assert made is not None
    assert len({(dot.x, dot.y) for series in made.series for dot in series.dots}) == 2
    assert {(series.colour, series.shape) for series in made.series} == {(0, "circle"), (1, "circle")}


def test_nothing_to_draw() -> None:
    assert chart.chart([]) is None


# --- command line ------------------------------------------------------------------------------


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str]:
    code = main([*argv])
    return code, capsys.readouterr().out


def test_cchc_targets(data: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, out = run(capsys, "targets", "ho so truc tuyen", "--year", "2025", "--data", str(data), "--json")
    assert code == 0
    found = json.loads(out)
    assert {one["indicator"] for one in found} >= {ONLINE, "Tỷ lệ hồ sơ DVCTT toàn trình"}
    assert {"comparator", "value", "value_to", "unit", "change", "baseline", "year", "period", "maintain_until", "text",
            "section_path", "page", "passage_id", "evidence", "document"} <= found[0].keys()  # fmt: skip
    csv, xlsx = tmp_path / "a.csv", tmp_path / "a.xlsx"
    code, out = run(capsys, "targets", "--csv", str(csv), "--xlsx", str(xlsx), "--data", str(data))
    assert (code, out) == (0, "")
    assert "'=HYPERLINK" in csv.read_text(encoding="utf-8-sig")
    sheet = openpyxl.load_workbook(xlsx).active
    rows = list(sheet.iter_rows(min_row=2))
    assert len(rows) == 11
    assert all(cell.data_type != "f" for row in rows for cell in row)
    code, out = run(capsys, "targets", "SIPAS", "--data", str(data))
    assert code == 0
    assert "> 90%, năm 2025, duy trì đến 2027" in out
    assert run(capsys, "targets", "--document", "khong-co", "--data", str(data))[0] == 1
    assert run(capsys, "targets", "--data", str(tmp_path / "trong"))[0] == 2


def test_cchc_compare(data: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, out = run(capsys, "compare", "hồ sơ trực tuyến", "--data", str(data), "--json")
    assert code == 0
    found = json.loads(out)
    assert found["query"] == "hồ sơ trực tuyến"
    assert len(found["indicators"][0]["cells"]) == 4
    xlsx = tmp_path / "so-sanh.xlsx"
    assert run(capsys, "compare", "hồ sơ trực tuyến", "--xlsx", str(xlsx), "--data", str(data))[0] == 0
    book = openpyxl.load_workbook(xlsx)
    first, matrix = book.worksheets[0], book.worksheets[1]
    assert first.max_row > 4
    head = [cell.value for cell in matrix[1]]
    assert {"2025", "2026"} <= set(head)
    values = {cell.value for row in matrix.iter_rows(min_row=2) for cell in row}
    assert {"≥ 70%", "75%", "60-65% (giai đoạn 2024-2026)", "Hải Dương (nay thuộc Hải Phòng)"} <= values
    code, out = run(capsys, "compare", "hồ sơ trực tuyến", "--data", str(data))
    assert "2025: ≥ 70% - 15/KH-SNV" in out
    assert run(capsys, "compare", "thời tiết", "--data", str(data)) == (
        0,
        'Không có chỉ tiêu nào khớp. Hãy thử tên ngắn hơn, ví dụ: cchc compare "hồ sơ trực tuyến"\n',
    )
    code, out = run(capsys, "compare", "hồ sơ trực tuyến", "--issuer", "lao cai", "--json", "--data", str(data))
    assert {cell["province"] for one in json.loads(out)["indicators"] for cell in one["cells"]} == {"Lào Cai"}
    assert run(capsys, "compare", "--data", str(data))[0] == 2


# --- API ---------------------------------------------------------------------------------------


def test_the_api_says_what_the_command_says(client: TestClient, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path, argv in (("targets?q=SIPAS", ("targets", "SIPAS")), ("compare?q=SIPAS", ("compare", "SIPAS"))):
        answer = client.get(f"/api/v1/{path}")
        assert answer.status_code == 200
        assert answer.json() == json.loads(run(capsys, *argv, "--data", str(data), "--json")[1])


def test_the_api_gives_long_lists_in_parts(client: TestClient) -> None:
    answer = client.get("/api/v1/targets?limit=2&unit=%25")
    assert len(answer.json()) == 2
    assert answer.headers["X-Total-Count"] == "10"
    following = re.search("<(.+)>", answer.headers["Link"])
    assert following
    assert client.get(following[1]).json()[0] not in answer.json()
    assert client.get("/api/v1/targets?limit=0").status_code == 422


@pytest.mark.parametrize("path", ["/api/v1/targets", "/chi-tieu", "/chi-tieu/xuat.csv", "/chi-tieu/xuat.xlsx"])
def test_a_document_that_is_none_is_not_an_empty_list(client: TestClient, path: str) -> None:
    answer = client.get(path, params={"document": "khong-co"})
    assert answer.status_code == 404
    assert "khong-co" in answer.text
    assert client.get(path, params={"document": ""}).status_code == 200


def test_a_document_is_named_by_number_too(client: TestClient) -> None:
    every = client.get("/api/v1/targets").json()
    wanted = [one for one in every if one["document"]["number"] == "20/KH-SNV"]
    assert wanted
    assert client.get("/api/v1/targets", params={"document": "so 20 kh snv"}).json() == wanted
    assert client.get("/chi-tieu", params={"document": "20/KH-SNV"}).status_code == 200


@pytest.mark.parametrize("query", ["", "  "])
def test_a_comparison_of_nothing_is_wrong_usage(
    client: TestClient, data: Path, query: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert client.get("/api/v1/compare", params={"q": query}).status_code == 422
    assert main(["--data", str(data), "compare", query]) == 2
    assert "Chưa có tên chỉ tiêu" in capsys.readouterr().err


def test_a_comparison_of_one_province(client: TestClient) -> None:
    found = client.get("/api/v1/compare", params={"q": "hồ sơ trực tuyến", "issuer": "Hải Phòng"}).json()
    assert [cell["province"] for one in found["indicators"] for cell in one["cells"]] == ["Hải Dương"]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("hồ sơ trực tuyến của Bắc Ninh", "Bắc Ninh cho chỉ tiêu này; dưới đây là mức của nơi khác"),
        ("ho so truc tuyen lao cai va bac ninh", "Kho chưa có mức nào của Bắc Ninh cho chỉ tiêu này."),
        ("hồ sơ trực tuyến của Hải Phòng", ""),  # Hải Dương is part of it now
        ("hồ sơ trực tuyến", ""),
        ("thời tiết Bắc Ninh", ""),  # nothing is shown, so nothing of others
    ],
)
def test_a_province_without_values_is_told(
    client: TestClient, data: Path, query: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    page = client.get("/chi-tieu/so-sanh", params={"q": query}).text
    assert main(["--data", str(data), "compare", query]) == 0
    told = capsys.readouterr().err
    if said:
        assert said in page
        assert said in told
    else:
        assert "Kho chưa có mức" not in page + told


# --- pages -------------------------------------------------------------------------------------

ADDRESSES = [
    "/chi-tieu", "/chi-tieu?q=ho+so&year=2025&unit=%25", "/chi-tieu?q=khong+co", "/chi-tieu?year=x&page=99",
    "/chi-tieu/so-sanh", "/chi-tieu/so-sanh?q=SIPAS&by=province", "/chi-tieu/so-sanh?q=thoi+tiet",
    "/chi-tieu/so-sanh?q=ho+so+truc+tuyen&issuer=Lao+Cai", "/chi-tieu/so-sanh?nhom=khong-co",
    "/chi-tieu/so-sanh?q=hyperlink",
]  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
def test_pages_are_sound_and_hold_no_foreign_markup(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    page = Page(answer.text)
    assert len(page.ids()) == len(set(page.ids()))
    assert not [element for element, attributes in page.elements if "style" in attributes]
    assert not [
        attributes for attributes in page.all("script") if not (attributes.get("src") or "").startswith("/static/")
    ]
    labelled = {attributes.get("for") for attributes in page.all("label")}
    for field in (*page.all("input"), *page.all("select")):
        if field.get("type") not in ("hidden", "checkbox"):
            assert field.get("id") in labelled, field


def test_the_list_leads_to_source_comparison_and_correction(client: TestClient) -> None:
    page = Page(client.get("/chi-tieu?q=dung+han").text)
    links = page.links()
    source = next(link for link in links if link.startswith("/van-ban/") and "doan=" in link)
    assert 'class="passage here"' in client.get(source).text.replace("passage here ", "passage here")
    assert client.get(next(link for link in links if link.startswith("/chi-tieu/so-sanh?q="))).status_code == 200
    assert client.get(next(link for link in links if link.startswith("/sua/chi-tieu/"))).status_code == 200
    assert ATTACK in Page(client.get("/chi-tieu").text).text


def test_the_comparison_has_chart_text_and_table(client: TestClient) -> None:
    page = Page(client.get("/chi-tieu/so-sanh?q=ho+so+truc+tuyen+toan+trinh").text)
    (svg,) = [one for one in page.all("svg") if one.get("class") == "chart"]
    assert (svg["aria-labelledby"], svg["aria-describedby"]) == ("chart-title", "chart-text")
    assert {"chart-title", "chart-text"} <= set(page.ids())
    dots = [one for one in page.all("a") if one.get("aria-label", "").startswith(("2025: ", "2026: "))]  # type: ignore[union-attr]
    assert len(dots) == 4
    assert any("≥ 70%" in (dot["aria-label"] or "") for dot in dots)
    assert "4 mức trong 4 văn bản, từ năm 2025 đến 2026; thấp nhất 60-65%" in page.text
    for cell in ("≥ 70%", "75%", "60-65%", "≥ 80%", "Hải Dương (nay thuộc Hải Phòng)", "giai đoạn 2024-2026"):
        assert cell in page.text


def test_what_is_kept_apart_is_said_why(client: TestClient) -> None:
    text = Page(client.get("/chi-tieu/so-sanh?q=ho+so+truc+tuyen+toan+trinh").text).text
    assert re.search(r"Hồ sơ trực tuyến toàn trình: cấp xã\s+≥ 50%; 2026; 1 văn bản. Chưa gộp vì khác cấp", text)


def test_the_list_and_the_comparison_as_files(client: TestClient) -> None:
    answer = client.get("/chi-tieu/xuat.csv?unit=%25")
    assert answer.headers["content-type"].startswith("text/csv")
    assert len(answer.text.splitlines()) == 11
    assert client.get("/chi-tieu/xuat.csv?sep=%3B").text.splitlines()[0].count(";") > 10
    for address in ("/chi-tieu/xuat.xlsx", "/chi-tieu/so-sanh/xuat.xlsx?q=SIPAS"):
        assert openpyxl.load_workbook(io.BytesIO(client.get(address).content)).worksheets
    assert client.get("/chi-tieu/xuat.pdf").status_code == 404


# --- joining and parting -----------------------------------------------------------------------


@pytest.fixture
def own(tmp_path: Path) -> Iterator[tuple[TestClient, Path]]:
    data = make_target_data(tmp_path)
    with local_client(data) as made:
        yield made, data


def sipas(client: TestClient) -> dict[str, object]:
    found: dict[str, object] = client.get("/api/v1/compare?q=SIPAS").json()["indicators"][0]
    return found


def form(client: TestClient, action: str, **fields: object) -> int:
    answer = client.post(f"/chi-tieu/so-sanh/{action}", data=fields, follow_redirects=False)
    return answer.status_code


def test_parting_joining_and_undoing_by_form(own: tuple[TestClient, Path]) -> None:
    client, data = own
    one = sipas(client)
    key, wordings = one["key"], one["wordings"]
    assert isinstance(wordings, list)
    assert len(wordings) == 2
    out = next(w["key"] for w in wordings if "phục vụ" in w["text"])
    assert form(client, "tach", nhom=key, q="SIPAS", chon=[out], author="Lan") == 303
    assert len(sipas(client)["wordings"]) == 1  # type: ignore[arg-type]
    kept = sipas(client)["key"]
    page = client.get(f"/chi-tieu/so-sanh?q=SIPAS&nhom={kept}").text
    assert "có phần do người dùng gộp hoặc tách" in page
    assert 'value="Lan"' in page, "the name is remembered"
    assert form(client, "gop", nhom=kept, q="SIPAS", chon=[out], author="Minh") == 303
    assert len(sipas(client)["wordings"]) == 2  # type: ignore[arg-type]
    with Store(data / "kho.sqlite3", read_only=True) as store:
        (choice,) = read_choices(store)
        assert [(entry.who, entry.action) for entry in audit_log(store)] == [("Minh", "merge"), ("Lan", "split")]
    assert form(client, "hoan-tac", nhom=kept, chon=[str(choice.id)], author="Hoa") == 303
    with Store(data / "kho.sqlite3", read_only=True) as store:
        assert not read_choices(store)
    assert "gộp chỉ tiêu" in client.get("/nhat-ky").text


def test_what_is_no_choice_is_said_above_the_comparison(own: tuple[TestClient, Path]) -> None:
    client, data = own
    key = sipas(client)["key"]
    answer = client.post("/chi-tieu/so-sanh/tach", data={"nhom": key, "q": "SIPAS", "author": "Lan"})
    assert answer.status_code == 422
    assert "Hãy chọn ít nhất một cách viết" in answer.text
    assert form(client, "gop", nhom=key, q="SIPAS", chon=["khong-co"], author="Lan") == 422
    assert form(client, "hoan-tac", nhom=key, chon=["x"], author="Lan") == 422
    assert form(client, "gop", nhom="khong-co", chon=[str(key)], author="Lan") == 422
    assert form(client, "khac", nhom=key, author="Lan") == 404
    assert form(client, "tach", nhom=key, chon=[str(key)], author=" ") == 422
    with Store(data / "kho.sqlite3", read_only=True) as store:
        assert not read_choices(store, undone=True)


def test_other_sites_and_other_machines_change_nothing(own: tuple[TestClient, Path]) -> None:
    client, data = own
    one = sipas(client)
    fields = {"nhom": one["key"], "chon": one["key"], "author": "Lan"}
    answer = client.post("/chi-tieu/so-sanh/tach", data=fields, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403
    answer = client.post("/chi-tieu/so-sanh/tach", data=fields, headers={"Origin": "http://example.com"})
    assert answer.status_code == 403
    answer = client.post("/chi-tieu/so-sanh/tach", data=fields, headers={"X-Forwarded-For": "10.0.0.9"})
    assert answer.status_code == 403
    with TestClient(create_app(data, Settings()), client=("10.0.0.9", 1)) as stranger:
        assert stranger.post("/chi-tieu/so-sanh/tach", data=fields).status_code == 403
        assert '<form method="post"' not in stranger.get("/chi-tieu/so-sanh?q=SIPAS").text
    with local_client(data, Settings(edit_code="ma-sua")) as coded:
        assert coded.post("/chi-tieu/so-sanh/tach", data=fields).status_code == 403
        assert 'type="password"' in coded.get("/chi-tieu/so-sanh?q=SIPAS").text
    with Store(data / "kho.sqlite3", read_only=True) as store:
        assert not read_choices(store, undone=True)


def test_a_correction_is_shown_as_such_in_files_and_on_the_screen(
    own: tuple[TestClient, Path], capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, data = own
    one = next(found for found in client.get("/api/v1/targets?q=SIPAS").json() if found["value"] == 90)
    body = {"kind": "target", "document_id": one["document"]["id"], "fact_key": one["key"], "changes": {"value": "91"}}
    assert client.post("/api/v1/corrections", json={**body, "author": "An"}).status_code == 201
    sheet = openpyxl.load_workbook(io.BytesIO(client.get("/chi-tieu/xuat.xlsx?q=SIPAS").content)).active
    head = [cell.value for cell in sheet[1]]
    rows = [dict(zip(head, [cell.value for cell in row], strict=True)) for row in sheet.iter_rows(min_row=2)]
    assert [row["Người dùng đã sửa"] for row in rows if row["Giá trị"] == 91] == ["Giá trị"]
    assert [row["So sánh"] for row in rows if row["Giá trị"] == 91] == ["trên (>)"]  # no sign that Excel calculates
    assert all(not row["Người dùng đã sửa"] for row in rows if row["Giá trị"] != 91)
    book = openpyxl.load_workbook(io.BytesIO(client.get("/chi-tieu/so-sanh/xuat.xlsx?q=SIPAS").content))
    assert "> 91% (duy trì đến 2027, đã sửa)" in {cell.value for row in book.worksheets[1].iter_rows() for cell in row}
    for command in ("targets", "compare"):
        out = run(capsys, command, "SIPAS", "--data", str(data))[1]
        assert [line for line in out.splitlines() if "đã sửa" in line] == [
            line for line in out.splitlines() if "> 91%" in line
        ]
    monkeypatch.setenv("CCHC_HOST", "0.0.0.0")  # no address that a browser opens
    csv = tmp_path / "a.csv"
    assert run(capsys, "targets", "--csv", str(csv), "--data", str(data))[0] == 0
    assert "http://127.0.0.1:8000/van-ban/" in csv.read_text(encoding="utf-8-sig")


def test_what_is_joined_by_hand_drives_nothing_out(tmp_path: Path) -> None:
    """A document that sets an index and its part: joining the part keeps the index where it was."""
    data = tmp_path / "var"
    data.mkdir()
    header = {"type": "Kế hoạch", "type_code": "KH", "issuer": "Ủy ban nhân dân tỉnh Lào Cai", "province": "Lào Cai"}
    documents = [
        plan("Kế hoạch một", [target("Chỉ số SIPAS", ">", 88.0, year=2024)], number="1/KH-UBND", **header),
        plan("Kế hoạch ba", [target("Chỉ số SIPAS", ">", 89.0, year=2026)], number="3/KH-UBND", **header),
        plan(
            "Kế hoạch hai",
            [
                target("Mức độ hài lòng của người dân, tổ chức đối với sự phục vụ của Sở", ">", 90.0),
                target("SIPAS: lĩnh vực đất đai", ">", 85.0),
            ],
            number="2/KH-UBND", **header,
        ),
    ]  # fmt: skip
    with Store(data / "kho.sqlite3") as store:
        for document in documents:
            store.put(document)
        build(store, data, None)
    with local_client(data) as client:
        one, part = client.get("/api/v1/compare?q=SIPAS").json()["indicators"][:2]
        assert ([cell["value"] for cell in one["cells"]], [cell["value"] for cell in part["cells"]]) == (
            [88, 90, 89],
            [85],
        )
        assert form(client, "gop", nhom=one["key"], q="SIPAS", chon=[part["key"]], author="Lan") == 303
        joined = client.get("/api/v1/compare?q=SIPAS").json()["indicators"]
        assert [sorted(cell["value"] for cell in each["cells"]) for each in joined] == [[85, 88, 89, 90]]
        page = Page(client.get("/chi-tieu/so-sanh?q=SIPAS").text)
        assert page.text.count(": gộp “") == 1  # one step, told once
        [step] = {field["value"] for field in page.all("input") if field.get("name") == "chon"} & {"1", "2", "3"}
        assert form(client, "hoan-tac", nhom=one["key"], chon=[step], author="Minh") == 303
        assert len(client.get("/api/v1/compare?q=SIPAS").json()["indicators"]) == 2
