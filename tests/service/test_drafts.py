"""Checking a draft: the findings, the command, the API, the page, the legal basis as a file."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from docx import Document as Word
from fastapi.testclient import TestClient

from index.basis_block import block
from index.draft import DraftReport, check_draft
from index.store import Store
from ingest.extract.citations import find_citations
from ingest.pipeline import process
from service.app import create_app
from service.cli import main
from service.indexing import open_searcher
from service.settings import Settings
from tests.service.conftest import make_knowledge_base
from tests.service.draft_samples import DRAFT, EXPECTED, NATION, PROVINCE_PLAN, write_base
from tests.service.test_pages import Page


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_base(tmp_path_factory.mktemp("can-cu"))


@pytest.fixture(scope="module")
def client(data: Path) -> Iterator[TestClient]:
    with TestClient(create_app(data, Settings(data=data)), raise_server_exceptions=False) as made:
        yield made


def report_of(data: Path, text: str, tmp_path: Path, name: str = "du-thao.txt") -> DraftReport:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    searcher = open_searcher(data, Settings(data=data))
    try:
        return check_draft(searcher.store, process(path), searcher.search)
    finally:
        searcher.close()


def codes(report: DraftReport) -> set[tuple[str, str]]:
    return {(one.severity, one.code) for one in report.findings}


def test_each_mistake_is_found_once_at_its_place(data: Path, tmp_path: Path) -> None:
    report = report_of(data, DRAFT, tmp_path)
    grave = [one for one in report.findings if one.severity != "info"]
    assert {(one.severity, one.code) for one in grave} == EXPECTED
    assert len(grave) == len(EXPECTED)
    text = process(tmp_path / "du-thao.txt").text
    places = {one.code: text[one.start : one.end] for one in grave}
    assert "10/2018/NĐ-CP" in places["basis_replaced_too"]
    assert "14 tháng 3 năm 2024" in places["date_differs"]
    assert "468/QĐ-TTg" in places["issuer_differs"]
    assert places["task_without_lead"].startswith("3. Kiểm tra")
    assert places["task_without_deadline"].startswith("4. Khảo sát")
    assert places["section_twice"].startswith("II. TỔ CHỨC")
    assert "90%" in places["target_below"]
    missed = next(one for one in grave if one.code == "basis_common_missing")
    assert "76/NQ-CP" in missed.message
    assert {"number_blank", "date_blank"} <= {one.code for one in report.findings}


def test_a_clean_plan_has_nothing_to_mend(data: Path, tmp_path: Path) -> None:
    clean = (
        DRAFT.replace("10/2018/NĐ-CP ngày 05 tháng 02 năm 2018", "99/2023/NĐ-CP ngày 05 tháng 02 năm 2023")
        .replace("ngày 14 tháng 3 năm 2024", "ngày 04 tháng 3 năm 2024")
        .replace("Căn cứ Thông tư số 08/2022/TT-BNV ngày 16 tháng 5 năm 2022 của Bộ Nội vụ;\n", "", 1)
        .replace("ngày 08 tháng 4 năm 2021", "ngày 08 tháng 4 năm 2020")
        .replace("27 tháng 3 năm 2021 của Chính phủ", "27 tháng 3 năm 2021 của Thủ tướng Chính phủ")
        .replace("Căn cứ Kế", "Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ;\nCăn cứ Kế")
        .replace("tối thiểu 90%", "tối thiểu 96%")
        .replace("3. Kiểm tra cải cách hành chính\n", "3. Kiểm tra cải cách hành chính\nĐơn vị chủ trì: Thanh tra Sở\n")
        .replace("Đơn vị chủ trì: Thanh tra Sở\n\nII.", "Đơn vị chủ trì: Thanh tra Sở\nThời gian: Quý IV/2026\n\nIII.")
    )  # fmt: skip
    report = report_of(data, clean, tmp_path)
    assert {code for severity, code in codes(report) if severity != "info"} == set()


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        # The draft names the new decree alone: the old one is what is wrong with another one.
        ("Căn cứ Nghị định số 20/2024/NĐ-CP ngày 14 tháng 3 năm 2024 của Chính phủ;\n", "", "basis_replaced"),
        ("20/2024/NĐ-CP", "20/2024/ND-CP", "two_spellings"),
        ("20/2024/NĐ-CP", "20/2024/NDCP", "two_spellings"),
        ("II. TỔ CHỨC", "IV. TỔ CHỨC", "section_gap"),
        ("Sở Y tế theo dõi", "Sở Y tế theo dõi", "number_unknown"),
    ],
)
def test_further_findings(data: Path, tmp_path: Path, before: str, after: str, code: str) -> None:
    text = DRAFT.replace(before, after)
    if code == "two_spellings":
        text = DRAFT.replace("1. Văn phòng Sở theo dõi", f"1. Thực hiện Nghị định số {after}, Văn phòng Sở theo dõi")
    assert code in {one.code for one in report_of(data, text, tmp_path).findings}


@pytest.mark.parametrize(
    ("line", "code", "known"),
    [
        # The right day of another year; another number for the same day and title; who can't have issued it.
        ("Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2022 của Chính phủ", "date_differs", "15/07/2021"),
        (
            "Nghị quyết số 67/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương trình tổng thể cải cách hành"
            " chính nhà nước giai đoạn 2021 - 2030",
            "number_differs",
            "76/NQ-CP",
        ),
        ("Thông tư số 08/2022/TT-BNV ngày 17 tháng 5 năm 2022 của Bộ Nội vụ", "date_differs", "16/05/2022"),
        (
            "Kế hoạch số 30/KH-UBND ngày 20 tháng 12 năm 2025 của Ủy ban nhân dân tỉnh Lào Cai",
            "issuer_differs",
            "tỉnh Sơn La",
        ),
        ("Kế hoạch số 3/KH-SNV ngày 06 tháng 01 năm 2026 của Sở Tài chính", "issuer_differs", "Sở Nội vụ"),
        ("Kế hoạch số 3/KH-SNV ngày 06 tháng 01 năm 2025 của Sở Nội vụ", "date_differs", "06/01/2026"),
        ("Kế hoạch số 3/KH-SNV ngày 07 tháng 02 năm 2024 của Sở Nội vụ", "number_unknown", "3/KH-SNV"),
        (
            "Nghị định số 20/2024/NĐ-CP ngày 04 tháng 3 năm 2023 của Chính phủ",
            "date_differs",
            "04/03/2024",
        ),  # told once
        ("Kế hoạch số 31/KH-UBND ngày 20 tháng 12 năm 2025 của Ủy ban nhân dân tỉnh Sơn La", "number_unknown", "31/KH"),
        ("Nghị quyết số 76/NQ-CP của Chính phủ", None, ""),
    ],
)
def test_one_wrong_citation(data: Path, tmp_path: Path, line: str, code: str | None, known: str) -> None:
    text = DRAFT[: DRAFT.index("Căn cứ")] + f"Căn cứ {line};\n\nI. MỤC ĐÍCH\nNâng cao chất lượng.\n"
    ignored = {"basis_common_missing", "number_blank", "date_blank", "number_elsewhere"}
    found = [one for one in report_of(data, text, tmp_path).findings if one.code not in ignored]
    if code is None:
        assert {one.code for one in found} <= {"number_unknown"}
    else:
        assert [one.code for one in found] == [code]
        assert known in found[0].message


@pytest.mark.parametrize("text", ["Một dòng chữ.", "KẾ HOẠCH\nTuyên truyền năm 2026\nI.\n\n", "1. a\n1. b\n| | |"])
def test_a_draft_with_next_to_nothing_in_it(data: Path, tmp_path: Path, text: str) -> None:
    report = report_of(data, text, tmp_path)
    assert {code for _, code in codes(report)} <= {"number_blank", "date_blank"}


def test_what_similar_plans_cite_is_no_finding_where_they_are_few(tmp_path: Path) -> None:
    lone = write_base(tmp_path)
    with Store(lone / "kho.sqlite3") as store:
        plans = [d for d in store.documents() if d.number and "/KH-" in d.number]
        for document in plans[1:]:
            store.remove(document.id)
        path = tmp_path / "du-thao.txt"
        path.write_text(DRAFT, encoding="utf-8")
        report = check_draft(store, process(path))
    assert "basis_common_missing" not in {one.code for one in report.findings}


def test_what_two_plans_cite_is_but_a_hint(tmp_path: Path) -> None:
    few = write_base(tmp_path)
    with Store(few / "kho.sqlite3") as store:
        for document in [d for d in store.documents() if d.number and "/KH-S" in d.number][1:]:
            store.remove(document.id)
        path = tmp_path / "du-thao.txt"
        path.write_text(DRAFT, encoding="utf-8")
        report = check_draft(store, process(path))
    assert {one.severity for one in report.findings if one.code == "basis_common_missing"} == {"info"}


def test_plans_of_other_offices_are_witnesses_without_a_search(data: Path, tmp_path: Path) -> None:
    """The draft's own office and province, named in its title, don't hide other offices' plans of the same kind."""
    path = tmp_path / "du-thao.txt"
    title = "Thực hiện công tác cải cách hành chính ngành Y tế 06 tháng cuối năm 2026 của Sở Y tế tỉnh Sơn La"
    path.write_text(DRAFT.replace("Cải cách hành chính năm 2026 của Sở Y tế", title), encoding="utf-8")
    with Store(data / "kho.sqlite3", read_only=True) as store:
        report = check_draft(store, process(path))
    assert [one.message for one in report.findings if one.code == "basis_common_missing" and "76/NQ-CP" in one.message]


def test_a_document_of_the_base_is_no_witness_against_itself(data: Path, tmp_path: Path) -> None:
    with Store(data / "kho.sqlite3", read_only=True) as store:
        document = process(data.parent / "nguon" / "ke-hoach-SNV.txt")
        report = check_draft(store, document)
    assert {code for severity, code in codes(report) if severity != "info"} == set()


# --- legal basis ---------------------------------------------------------------------------------


def test_basis_is_mended_and_ordered_by_authority_then_date(data: Path, tmp_path: Path) -> None:
    lines = report_of(data, DRAFT, tmp_path).lines
    chosen = [line.text for line in lines if line.chosen]
    assert [line.level for line in lines] == sorted(
        (line.level for line in lines), key=["government", "ministry", "province"].index
    )
    assert chosen.count("Nghị định số 20/2024/NĐ-CP ngày 04 tháng 3 năm 2024 của Chính phủ về tiếp nhận hồ sơ") <= 1
    assert not any("10/2018" in text for text in chosen)  # the decree that replaced it stands for it
    assert any(text.startswith("Quyết định số 468/QĐ-TTg ngày 27 tháng 3 năm 2021 của Thủ tướng") for text in chosen)
    common = [line for line in lines if line.note == "common"]
    assert [("76/NQ-CP" in line.text, line.chosen) for line in common] == [(True, False)]
    made = block(chosen)
    assert all(line.startswith("Căn cứ ") and line.endswith(";") for line in made[:-1])
    assert made[-1].endswith(".")


def test_basis_as_files(client: TestClient) -> None:
    lines = ["Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025", "Nghị quyết số 76/NQ-CP của Chính phủ;"]
    answer = client.post("/du-thao/can-cu", data={"line": lines, "format": "docx"})
    assert answer.status_code == 200
    assert "can-cu.docx" in answer.headers["content-disposition"]
    word = Word(io.BytesIO(answer.content))
    assert [p.text for p in word.paragraphs] == block(lines)
    assert all(run.italic for p in word.paragraphs for run in p.runs)
    assert word.styles["Normal"].font.name == "Times New Roman"
    assert word.styles["Normal"].font.size.pt == 14
    text = client.post("/du-thao/can-cu", data={"line": lines, "format": "txt"})
    assert text.content.decode("utf-8-sig").splitlines() == block(lines)
    assert client.post("/du-thao/can-cu", data={"format": "txt"}).status_code == 422


# --- command, API, page ---------------------------------------------------------------------------


FINDING = {"severity", "code", "message", "text", "evidence", "suggestion"}


def check_contract(answer: dict[str, Any]) -> None:
    assert {"findings", "citations", "missing"} <= answer.keys()
    assert all(answer["findings"])
    for one in answer["findings"]:
        assert one.keys() >= FINDING
        assert all(one[key] is not None for key in FINDING)
    assert {one["severity"] for one in answer["findings"]} == {"error", "warning", "info"}
    assert {one["code"] for one in answer["findings"]} >= {code for _, code in EXPECTED}
    numbers = [one["number"] for one in answer["citations"]]
    assert "30/KH-UBND" in numbers
    by_number = {one["number"]: one for one in answer["citations"]}
    assert by_number["10/2018/NĐ-CP"]["status"] == "replaced"
    assert by_number["30/KH-UBND"]["resolved"]
    assert "45/2020/NĐ-CP" in [one["number"] for one in answer["missing"]]
    assert "30/KH-UBND" not in [one["number"] for one in answer["missing"]]


def test_command(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = tmp_path / "ke-hoach.txt"
    draft.write_text(DRAFT, encoding="utf-8")
    assert main(["--data", str(data), "check", str(draft), "--json"]) == 0
    check_contract(json.loads(capsys.readouterr().out))
    with Store(data / "kho.sqlite3", read_only=True) as store:
        assert store.count_documents() == 6  # nothing was stored
    assert main(["--data", str(data), "check", str(tmp_path / "khong-co.docx")]) == 2
    (tmp_path / "hong.docx").write_bytes(b"")
    assert main(["--data", str(data), "check", str(tmp_path / "hong.docx")]) == 1


def test_a_command_whose_reader_breaks_says_so(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("no worker")

    monkeypatch.setattr("service.draft_commands.process_files", broken)
    draft = tmp_path / "ke-hoach.txt"
    draft.write_text(DRAFT, encoding="utf-8")
    assert main(["--data", str(data), "check", str(draft)]) == 2
    said = capsys.readouterr().err
    assert "no worker" in said
    assert "Traceback" not in said


def test_api(client: TestClient) -> None:
    check_contract(client.post("/api/v1/drafts/check", files={"file": ("dự thảo.txt", DRAFT.encode())}).json())
    check_contract(client.post("/api/v1/drafts/check", data={"text": DRAFT}, files={"file": ("", b"")}).json())
    check_contract(client.post("/api/v1/drafts/check", data={"text": DRAFT}).json())
    check_contract(client.post("/api/v1/drafts/check", json={"text": DRAFT}).json())


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b'{"text": 5}', b'{"text": " "}', b"[" * 100_000])
def test_json_without_a_text_is_no_draft(client: TestClient, body: bytes) -> None:
    answer = client.post("/api/v1/drafts/check", content=body, headers={"content-type": "application/json"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "no_draft")


def test_a_pasted_text_has_a_limit(client: TestClient) -> None:
    long = "x" * 5_000_000
    for form in ({"json": {"text": long}}, {"data": {"text": long}, "files": {"file": ("", b"")}}):
        answer = client.post("/api/v1/drafts/check", **form)
        assert (answer.status_code, answer.json()["error"]["code"]) in [(413, "too_large"), (422, "invalid")]
        assert "4 MB" in answer.json()["error"]["message"]


@pytest.mark.parametrize(
    ("files", "status", "code"),
    [
        ({"file": ("anh.exe", b"MZ")}, 415, "unsupported"),
        ({"file": ("rong.txt", b"")}, 422, "empty"),
        ({"khac": ("a.txt", b"abc")}, 422, "no_draft"),
    ],
)
def test_what_is_no_draft_is_said(client: TestClient, files: dict[str, Any], status: int, code: str) -> None:
    answer = client.post("/api/v1/drafts/check", files=files)
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)
    page = client.post("/du-thao", files=files)
    assert page.status_code == status
    assert answer.json()["error"]["message"] in Page(page.text).text


def test_page_marks_the_text_and_escapes_it(client: TestClient) -> None:
    page = client.post("/du-thao", data={"text": DRAFT + "\n<script>alert(1)</script>"}, files={"file": ("", b"")})
    assert page.status_code == 200
    assert "<script>alert(1)" not in page.text
    assert "đã bị thay thế bởi 20/2024/NĐ-CP" in page.text
    assert 'id="cho-1"' in page.text
    assert 'id="loi-1"' in page.text


def test_a_large_draft_is_refused(data: Path) -> None:
    with TestClient(create_app(data, Settings(data=data, max_upload_mb=0.01))) as small:
        answer = small.post("/api/v1/drafts/check", files={"file": ("a.txt", b"x" * 200_000)})
    assert (answer.status_code, answer.json()["error"]["code"]) == (413, "too_large")


def test_citations_of_the_samples_are_read(tmp_path: Path) -> None:
    path = tmp_path / "du-thao.txt"
    path.write_text(DRAFT, encoding="utf-8")
    assert len(find_citations(process(path))) == 6


def test_rows_of_a_table_without_a_lead_unit_or_a_deadline(data: Path, tmp_path: Path) -> None:
    word = Word()
    for line in DRAFT[: DRAFT.index("Căn cứ")].splitlines():
        word.add_paragraph(line)
    word.add_paragraph("PHỤ LỤC\nPhân công nhiệm vụ cải cách hành chính năm 2026")
    table = word.add_table(rows=1, cols=5)
    for cell, text in zip(table.rows[0].cells, ("STT", "Nhiệm vụ", "Chủ trì", "Thời gian", "Sản phẩm"), strict=True):
        cell.text = text
    rows = (
        ("1", "Rà soát thủ tục hành chính lĩnh vực y tế", "Văn phòng Sở", "Quý II", "Báo cáo"),
        ("2", "Tập huấn nghiệp vụ bộ phận một cửa", "", "Quý III", "Lớp tập huấn"),
        ("3", "Khảo sát mức độ hài lòng của người dân", "Thanh tra Sở", "", "Báo cáo"),
        ("4", "Tuyên truyền cải cách hành chính năm 2026", "Văn phòng Sở", "Thường xuyên", "Tin, bài"),
    )
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    path = tmp_path / "du-thao.docx"
    word.save(str(path))
    with Store(data / "kho.sqlite3", read_only=True) as store:
        report = check_draft(store, process(path))
    told = {one.code: one.text for one in report.findings if one.code.startswith("task_")}
    assert told.keys() == {"task_without_lead", "task_without_deadline"}
    assert "Tập huấn" in told["task_without_lead"]
    assert "Khảo sát" in told["task_without_deadline"]


@pytest.mark.parametrize(
    ("sections", "code"),
    [
        ("Điều 1. Mục đích\nĐiều 2. Nhiệm vụ\nĐiều 2. Tổ chức thực hiện", "section_twice"),
        ("Điều 1. Mục đích\nĐiều 2. Nhiệm vụ\nĐiều 4. Tổ chức thực hiện", "section_gap"),
        ("I. MỤC ĐÍCH\n1. Chung\n1.1. Một\n1.1. Hai\n1.2. Ba\nII. TỔ CHỨC", "section_twice"),
        ("I. MỤC ĐÍCH\n1. Chung\n1. Riêng\nII. TỔ CHỨC", None),  # a first item twice may be a list begun anew
        ("I. MỤC ĐÍCH\n1. Chung\n2. Riêng\n2. Khác\nII. TỔ CHỨC", "section_twice"),
        ("I. MỤC ĐÍCH\n1. Chung\n2. Riêng\nII. TỔ CHỨC\n1. Một\n2. Hai", None),
        ("I. MỤC ĐÍCH\nI. YÊU CẦU\nII. TỔ CHỨC", "section_twice"),
        ("I. MỤC ĐÍCH\nI. YÊU CẦU\nII. TỔ CHỨC\nI. MỘT\nII. HAI", None),  # numberings that begin anew
        ("I. MỤC ĐÍCH\nII. NHIỆM VỤ\nII. KINH PHÍ\nIV. TỔ CHỨC", "section_twice"),  # one slip, not a gap, too
        ("Mục 1. Chung\nMục 2. Riêng\nChương sau này, Mục 1 THẨM QUYỀN chung\nMục 2. TRÌNH TỰ", None),  # begun anew
        ("I. MỤC ĐÍCH\nII. NHIỆM VỤ\nIII. TỔ CHỨC\nPHỤ LỤC\nI. BẢNG\nII. BIỂU", None),
    ],
)
def test_numbering(data: Path, tmp_path: Path, sections: str, code: str | None) -> None:
    lines = "\n".join(f"{line}\nCác phòng thuộc Sở thực hiện theo kế hoạch này." for line in sections.split("\n"))
    report = report_of(data, DRAFT[: DRAFT.index("Căn cứ")] + "\n" + lines, tmp_path)
    assert {one.code for one in report.findings if one.code.startswith("section_")} == ({code} if code else set())


@pytest.mark.parametrize(
    ("item", "lacking"),
    [
        ("Đơn vị chủ trì:\nThời gian: Quý III/2026", {"task_without_lead"}),
        ("Đơn vị chủ trì: Thanh tra Sở\nThời gian:", {"task_without_deadline"}),
        ("Đơn vị chủ trì: ...\nThời gian: ...", {"task_without_lead", "task_without_deadline"}),
        ("Đơn vị chủ trì:\nThanh tra Sở\nThời gian:\nQuý III/2026", set()),
    ],
)
def test_a_label_without_a_value_names_nobody(data: Path, tmp_path: Path, item: str, lacking: set[str]) -> None:
    tasks = "\n".join(
        f"{n}. Công khai thủ tục hành chính lĩnh vực thứ {n}\nĐơn vị chủ trì: Văn phòng Sở\nThời gian: Quý II/2026"
        for n in range(1, 5)
    )
    text = DRAFT[: DRAFT.index("Căn cứ")] + f"\nI. NHIỆM VỤ\n{tasks}\n5. Kiểm tra việc số hóa hồ sơ\n{item}\n"
    text += "II. TỔ CHỨC THỰC HIỆN\nCác phòng thuộc Sở thực hiện kế hoạch này."
    told = {one.code: one.text for one in report_of(data, text, tmp_path).findings if one.code.startswith("task_")}
    assert told.keys() == lacking
    assert all("Kiểm tra" in text for text in told.values())


@pytest.mark.parametrize(
    ("again", "twice"),
    [
        ("ngày 26 tháng 02 năm 2020 của Chính phủ", True),  # a mistyped day
        ("ngày 26 tháng 02 năm 2019 của Chính phủ", False),  # another year's
        ("ngày 26 tháng 02 năm 2020 của Bộ Nội vụ", False),  # another office's
    ],
)
def test_one_number_with_two_days_of_a_year_is_one_document(
    data: Path, tmp_path: Path, again: str, twice: bool
) -> None:
    line = "Căn cứ Nghị quyết số 31/NQ-CP ngày 25 tháng 02 năm 2020 của Chính phủ;\n"
    basis = line + f"Căn cứ Nghị quyết số 31/NQ-CP {again};\n"
    at = DRAFT.index("Căn cứ")
    report = report_of(data, DRAFT[:at] + basis + DRAFT[at:], tmp_path)
    told = [one.text for one in report.findings if one.code == "cited_twice" and "31/NQ-CP" in one.text]
    assert bool(told) == twice


def word_with_tasks(path: Path, rows: tuple[tuple[str, ...], ...]) -> None:
    """A plan with a table of tasks."""
    word = Word()
    for line in DRAFT[: DRAFT.index("Căn cứ")].splitlines():
        word.add_paragraph(line)
    table = word.add_table(1, len(rows[0]))
    for cell, text in zip(table.rows[0].cells, ("TT", "Nhiệm vụ", "Chủ trì", "Thời gian", "Sản phẩm"), strict=True):
        cell.text = text
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    word.save(str(path))


@pytest.mark.parametrize(
    ("row", "below", "told"),
    [
        # A group's row in whose last cell something was left behind; a task with parts of its own; one without.
        (("II", "Cải cách thủ tục hành chính lĩnh vực y tế", "", "năm 2027", ""), "3", False),
        (("2", "Rà soát, sửa quy trình nội bộ của Sở", "", "Quý IV", "Quy trình"), "a)", False),
        (("2", "Rà soát, sửa quy trình nội bộ của Sở", "", "Quý IV", "Quy trình"), "2.1", False),
        (("2", "Làm sạch dữ liệu chuyên ngành của toàn Sở", "", "Quý IV", "Dữ liệu"), "3", True),
    ],
)
def test_rows_that_head_others_need_no_lead_unit(
    data: Path, tmp_path: Path, row: tuple[str, ...], below: str, told: bool
) -> None:
    rows = (
        ("1", "Công khai thủ tục hành chính lĩnh vực y tế", "Văn phòng Sở", "Quý II", "Danh mục"),
        row,
        (below, "Tập huấn nghiệp vụ bộ phận một cửa", "Thanh tra Sở", "Quý III", "Lớp học"),
        ("4", "Tuyên truyền cải cách hành chính năm 2026", "Văn phòng Sở", "Thường xuyên", "Tin, bài"),
    )
    path = tmp_path / "du-thao.docx"
    word_with_tasks(path, rows)
    with Store(data / "kho.sqlite3", read_only=True) as store:
        found = [one.text for one in check_draft(store, process(path)).findings if one.code == "task_without_lead"]
    assert [row[1] in text for text in found] == ([True] if told else [])


@pytest.mark.parametrize(
    ("item", "told"),
    [
        ("- Nguyên nhân: Công chức chưa nắm quy trình.\n- Thời gian: Quý II/2026", False),
        ("- Giải pháp: Nâng cấp phần mềm.\n- Thời gian: Đã khắc phục xong trong tháng 6.", False),
        (
            "- Giao phòng có hồ sơ trễ hạn (gồm Phòng Nghiệp vụ, Thanh tra Sở) chủ trì.\n- Thời gian: Quý II",
            False,
        ),
        ("- Rà soát từng hồ sơ.\n- Thời gian: Quý II/2026", True),
    ],
)
def test_shortcomings_that_are_told_are_no_tasks(data: Path, tmp_path: Path, item: str, told: bool) -> None:
    tasks = "\n".join(
        f"{n}. Công khai thủ tục hành chính lĩnh vực thứ {n}\nĐơn vị chủ trì: Văn phòng Sở\nThời gian: Quý II/2026"
        for n in range(1, 5)
    )
    text = DRAFT[: DRAFT.index("Căn cứ")] + f"\nI. NHIỆM VỤ\n{tasks}\n5. Việc trả hồ sơ còn chậm hạn\n{item}\n"
    text += "II. TỔ CHỨC THỰC HIỆN\nCác phòng thuộc Sở thực hiện kế hoạch này."
    found = {one.code for one in report_of(data, text, tmp_path).findings if one.code.startswith("task_")}
    assert found == ({"task_without_lead"} if told else set())


@pytest.mark.parametrize(
    ("head", "places"),
    [
        ("PHỤ LỤC I\nDANH MỤC NHIỆM VỤ\n(Kèm theo Kế hoạch số 9/KH-SYT ngày 05/01/2026 của Sở Y tế)\n", None),
        ("Căn cứ Nghị định số 20/2024/NĐ-CP ngày 04 tháng 3 năm 2024 của Chính phủ;\n", None),  # a piece, pasted
        ("QUYẾT ĐỊNH\nBan hành Quy chế\nĐiều 1. Quy mô dân số: 20.000 người.\n", None),  # the body alone
        (DRAFT[: DRAFT.index("KẾ HOẠCH")], ("Số: /KH-SYT", "ngày tháng 01 năm 2026")),
        (
            "TỈNH ỦY LÀO CAI\n*\nSố     -QĐ/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nLào Cai, ngày    tháng 6 năm 2026\n"
            "QUY ĐỊNH\nvề đánh giá cán bộ\n",
            ("Số -QĐ/TU", "ngày tháng 6 năm 2026"),
        ),
    ],
)
def test_blank_number_and_date(data: Path, tmp_path: Path, head: str, places: tuple[str, str] | None) -> None:
    report = report_of(data, head + "\nCác phòng thuộc Sở thực hiện nội dung này.", tmp_path)
    found = {one.code: one.text for one in report.findings if one.code in ("number_blank", "date_blank")}
    assert found == ({"number_blank": places[0], "date_blank": places[1]} if places else {})


@pytest.mark.parametrize(
    ("line", "code", "place"),
    [
        (
            "Quyết định số 18/20202QĐ-UBND ngày 20/7/2020 của UBND tỉnh Sơn La về quy chế",
            "number_garbled",
            "18/20202QĐ",
        ),
        ("Luật Quy hoạch số 21/2017/QH12 ngày 24 tháng 11 năm 2017", "assembly_differs", "21/2017/QH12"),
        ("Luật Quy hoạch số 21/2017/QH14 ngày 24 tháng 11 năm 2017", None, ""),
        ("Luật Tổ chức chính quyền địa phương số 77/2015/QH13 ngày 19 tháng 6 năm 2015", None, ""),
        ("Quy chế làm việc của Sở Y tế", None, ""),
        ("chức năng, nhiệm vụ và tình hình thực tế của 12 phòng", None, ""),
    ],
)
def test_numbers_that_cannot_be(data: Path, tmp_path: Path, line: str, code: str | None, place: str) -> None:
    text = DRAFT[: DRAFT.index("Căn cứ")] + f"Căn cứ {line};\n\nI. MỤC ĐÍCH\nNâng cao chất lượng.\n"
    found = [
        one for one in report_of(data, text, tmp_path).findings if one.code in ("number_garbled", "assembly_differs")
    ]
    assert [one.code for one in found] == ([code] if code else [])
    assert all(place in one.text for one in found)


def test_basis_keeps_the_words_of_the_draft(data: Path, tmp_path: Path) -> None:
    basis = (
        "Căn cứ Quyết định số 05/2015/QĐ-TTg ngày 20 tháng 01 năm 2015 của Thủ tướng Chính phủ về họp;\n"
        "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ về phân cấp trong lĩnh vực thi đua;"
        " quy định chi tiết một số điều của Luật Thi đua, khen thưởng;\n"
        "Căn cứ Thông tư số 12/2022/TT-BYT ngày 01 tháng 11 năm 2022 của Bộ trưởng Bộ Y tế quy định mã hồ sơ;\n"
        "Căn cứ Quy chế làm việc của Sở Y tế;\n"
        "Theo đề nghị của Chánh Văn phòng Sở.\n"
        "Sở Y tế ban hành kế hoạch như sau:\n"
    )
    text = DRAFT[: DRAFT.index("Căn cứ")] + basis + "\nI. MỤC ĐÍCH\nNâng cao chất lượng.\n"
    lines = block(line.text for line in report_of(data, text, tmp_path).lines if line.chosen)
    assert lines == [
        "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ về phân cấp trong lĩnh vực thi đua;"
        " quy định chi tiết một số điều của Luật Thi đua, khen thưởng;",
        "Căn cứ Quyết định số 05/2015/QĐ-TTg ngày 20 tháng 01 năm 2015 của Thủ tướng Chính phủ về họp;",
        "Căn cứ Thông tư số 12/2022/TT-BYT ngày 01 tháng 11 năm 2022 của Bộ trưởng Bộ Y tế quy định mã hồ sơ;",
        "Căn cứ Quy chế làm việc của Sở Y tế;",
        "Theo đề nghị của Chánh Văn phòng Sở.",
    ]


def test_basis_names_ministries_in_full_and_laws_without_a_day_by_number(data: Path, tmp_path: Path) -> None:
    basis = (
        "Căn cứ Luật Quy hoạch số 21/2017/QH14;\n"
        "Căn cứ Công văn số 1849/BGDĐT-GDPT ngày 10 tháng 4 năm 2026 của Bộ GDĐT về việc khảo sát;\n"
    )
    text = DRAFT[: DRAFT.index("Căn cứ")] + basis + "\nI. MỤC ĐÍCH\nNâng cao chất lượng.\n"
    assert [line.text for line in report_of(data, text, tmp_path).lines if line.chosen] == [
        "Luật Quy hoạch số 21/2017/QH14",
        "Công văn số 1849/BGDĐT-GDPT ngày 10 tháng 4 năm 2026 của Bộ Giáo dục và Đào tạo về việc khảo sát",
    ]


def test_basis_keeps_what_changed_a_law_and_who_proposed(data: Path, tmp_path: Path) -> None:
    basis = (
        "Căn cứ Luật Quy hoạch số 21/2017/QH14 được sửa đổi, bổ sung bởi Luật số 43/2024/QH15;\n"
        "Căn cứ Nghị định số 78/2025/NĐ-CP ngày 01 tháng 4 năm 2025 của Chính phủ quy định chi tiết một số điều đã "
        "được sửa đổi, bổ sung bởi Nghị định số 187/2025/NĐ-CP;\n"
        "Theo đề nghị của Chánh Văn phòng Sở tại Tờ trình số 12/TTr-VP ngày 08 tháng 01 năm 2026.\n"
    )
    text = DRAFT[: DRAFT.index("Căn cứ")] + basis + "\nI. MỤC ĐÍCH\nNâng cao chất lượng.\n"
    report = report_of(data, text, tmp_path)
    assert [line.text for line in report.lines if line.chosen] == [
        "Luật Quy hoạch số 21/2017/QH14 được sửa đổi, bổ sung bởi Luật số 43/2024/QH15",
        "Nghị định số 78/2025/NĐ-CP ngày 01 tháng 4 năm 2025 của Chính phủ quy định chi tiết một số điều đã "
        "được sửa đổi, bổ sung bởi Nghị định số 187/2025/NĐ-CP",
        "Theo đề nghị của Chánh Văn phòng Sở tại Tờ trình số 12/TTr-VP ngày 08 tháng 01 năm 2026",
    ]
    assert "number_garbled" not in {one.code for one in report.findings}


def test_a_title_taken_from_the_base_is_joined_on(data: Path, tmp_path: Path) -> None:
    basis = "Căn cứ Kế hoạch số 30/KH-UBND ngày 20 tháng 12 năm 2025 của Ủy ban nhân dân tỉnh Sơn La;"
    report = report_of(data, DRAFT[: DRAFT.index("Căn cứ")] + basis + "\nI. MỤC ĐÍCH\nNâng cao chất lượng.\n", tmp_path)
    line = next(line for line in report.lines if line.chosen)
    assert line.text.endswith("tỉnh Sơn La về cải cách hành chính tỉnh Sơn La năm 2026")


def test_a_title_in_capitals_is_written_as_in_the_body(tmp_path: Path) -> None:
    """What took a document's place is named in full, though its heading is in capitals."""
    base = write_base(tmp_path)
    newer = (
        "CHÍNH PHỦ\nSố: 30/2025/NĐ-CP\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHà Nội, ngày 04 tháng 3 năm 2025\n\n"
        "NGHỊ ĐỊNH\nQUY ĐỊNH VỀ TIẾP NHẬN HỒ SƠ TẠI SỞ NỘI VỤ VÀ XÃ\n\nĐiều 1. Phạm vi điều chỉnh\n"
        "Nghị định này quy định về tiếp nhận hồ sơ tại Sở Nội vụ và xã.\nĐiều 2. Hiệu lực thi hành\n"
        "Nghị định này có hiệu lực từ ngày ký và thay thế Nghị định số 20/2024/NĐ-CP ngày 04/3/2024 của Chính phủ.\n"
    )
    (tmp_path / "moi").mkdir()
    (tmp_path / "moi" / "nghi-dinh.txt").write_text(newer, encoding="utf-8")
    assert main(["--data", str(base), "ingest", str(tmp_path / "moi")]) == 0
    text = DRAFT[: DRAFT.index("Căn cứ")] + (
        "Căn cứ Nghị định số 20/2024/NĐ-CP ngày 04 tháng 3 năm 2024 của Chính phủ;\n\nI. MỤC ĐÍCH\n"
    )
    lines = [one.written for one in report_of(base, text, tmp_path).lines if one.note == "newer"]
    assert lines == [
        "Căn cứ Nghị định số 30/2025/NĐ-CP ngày 04 tháng 3 năm 2025 của Chính phủ quy định về tiếp nhận hồ sơ tại Sở "
        "Nội vụ và xã"
    ]


def test_what_came_after_an_issued_document_stays_in_its_basis(data: Path, tmp_path: Path) -> None:
    plan = DRAFT.replace("ngày     tháng 01 năm 2026", "ngày 10 tháng 01 năm 2020").replace(
        "năm 2026 của Sở", "năm 2020 của Sở"
    )
    lines = [line.text for line in report_of(data, plan, tmp_path).lines if line.chosen]
    assert any("10/2018/NĐ-CP" in line for line in lines)


@pytest.mark.parametrize(
    ("item", "lacking"),
    [
        ("Tuyên truyền cải cách hành chính trên loa truyền thanh.", {"task_without_lead", "task_without_deadline"}),
        ("Tuyên truyền cải cách hành chính trên loa truyền thanh trong tháng 5.", {"task_without_lead"}),
        ("Văn phòng Sở chủ trì tuyên truyền trên loa truyền thanh.", {"task_without_deadline"}),
        ("Các phòng thuộc Sở tự kiểm tra, báo cáo định kỳ hằng quý.", set()),
        ("Kinh phí: 20 triệu đồng.", set()),
    ],
)
def test_items_that_say_nothing_where_all_others_do(data: Path, tmp_path: Path, item: str, lacking: set[str]) -> None:
    tasks = (
        "1. Rà soát thủ tục hành chính. Văn phòng Sở chủ trì; các phòng phối hợp; hoàn thành trước ngày 31/3/2026.",
        "2. Số hóa hồ sơ khám bệnh. Phòng Nghiệp vụ y chủ trì; xong trong quý II/2026.",
        f"3. {item}",
        "4. Khảo sát sự hài lòng của người bệnh. Thanh tra Sở chủ trì; quý IV/2026.",
        "5. Đánh giá kết quả một cửa. Văn phòng Sở chủ trì; hoàn thành trước ngày 15/12/2026.",
    )
    text = DRAFT[: DRAFT.index("Căn cứ")] + "\nI. NHIỆM VỤ\n" + "\n".join(tasks)
    text += "\nII. TỔ CHỨC THỰC HIỆN\nCác phòng thuộc Sở thực hiện kế hoạch này."
    found = [one for one in report_of(data, text, tmp_path).findings if one.code.startswith("task_")]
    assert {one.code for one in found} == lacking
    assert all(one.text.startswith("3. ") for one in found)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Đất đai số 31/2024/QH15, Luật Nhà ở số 27/2023/QH15;",
            False,
        ),
        ("Căn cứ Luật Đất đai số 31/2024/QH15;", True),
    ],
)
def test_a_law_and_one_that_amends_it_are_two(data: Path, tmp_path: Path, line: str, told: bool) -> None:
    text = DRAFT[: DRAFT.index("Căn cứ")] + f"Căn cứ Luật Đất đai số 31/2024/QH15;\n{line}\n\nI. MỤC ĐÍCH\nNâng cao.\n"
    assert ("cited_twice" in {one.code for one in report_of(data, text, tmp_path).findings}) == told


def test_a_law_of_another_number_than_others_write(tmp_path: Path) -> None:
    base = write_base(tmp_path)
    sources = tmp_path / "luat"
    sources.mkdir()
    for office, number in (("Sở Y tế", 31), ("Sở Công Thương", 32), ("Sở Xây dựng", 33)):
        text = (
            DRAFT[: DRAFT.index("Căn cứ")]
            .replace("Số:       /KH-SYT", f"Số: {number}/KH-SYT")
            .replace("Sở Y tế", office)
        )
        text += "Căn cứ Luật Đất đai số 31/2024/QH15;\n\nI. MỤC ĐÍCH\nNâng cao chất lượng.\n"
        (sources / f"{number}.txt").write_text(text, encoding="utf-8")
    assert main(["--data", str(base), "ingest", str(sources)]) == 0
    for given, told in (("13/2024/QH15", ["number_differs"]), ("31/2024/QH15", []), ("45/2013/QH13", [])):
        text = DRAFT[: DRAFT.index("Căn cứ")] + f"Căn cứ Luật Đất đai số {given};\n\nI. MỤC ĐÍCH\nNâng cao.\n"
        found = [one for one in report_of(base, text, tmp_path).findings if one.code == "number_differs"]
        assert [one.code for one in found] == told
        assert all("31/2024/QH15" in one.message for one in found)


@pytest.mark.parametrize(
    ("line", "known"),
    [
        ("Kế hoạch số 03/KH-UBND ngày 20 tháng 12 năm 2025 của Ủy ban nhân dân tỉnh Sơn La", "30/KH-UBND"),
        ("Kế hoạch số 03/KH-UBND ngày 20 tháng 12 năm 2025 của Ủy ban nhân dân tỉnh", "30/KH-UBND"),
        ("Kế hoạch số 03/KH-UBND ngày 20 tháng 12 năm 2025 của Ủy ban nhân dân tỉnh Lào Cai", None),
        ("Kế hoạch số 03/KH-UBND ngày 19 tháng 12 năm 2025 của Ủy ban nhân dân tỉnh Sơn La", None),
        ("Quyết định số 03/QĐ-UBND ngày 20 tháng 12 năm 2025 của Ủy ban nhân dân tỉnh Sơn La", None),
    ],
)
def test_a_number_mistyped_of_a_document_of_the_base(data: Path, tmp_path: Path, line: str, known: str | None) -> None:
    text = (
        DRAFT[: DRAFT.index("Căn cứ")] + f"Căn cứ {line} về cải cách hành chính tỉnh Sơn La năm 2026;\n\nI. MỤC ĐÍCH\n"
    )
    found = [one for one in report_of(data, text, tmp_path).findings if one.code == "number_differs"]
    assert [(known or "-") in one.message for one in found] == ([True] if known else [])


@pytest.mark.parametrize(
    ("second", "told"),
    [
        ("Luật Đất đai số 31/2024/QH15 ngày 18 tháng 01 năm 2024", True),
        ("Luật Đất đai số 45/2013/QH13 ngày 29 tháng 11 năm 2013", False),
    ],
)
def test_a_law_by_its_day_and_by_its_number(data: Path, tmp_path: Path, second: str, told: bool) -> None:
    text = DRAFT[: DRAFT.index("Căn cứ")]
    text += f"Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024;\nCăn cứ {second};\n\nI. MỤC ĐÍCH\nNâng cao.\n"
    assert ("cited_twice" in {one.code for one in report_of(data, text, tmp_path).findings}) == told


def test_an_amending_law_under_the_number_of_the_law_itself(tmp_path: Path) -> None:
    """No day of the law is held against it; its own number is told."""
    base = write_base(tmp_path)
    sources = tmp_path / "luat"
    sources.mkdir()
    law = "Luật Đất đai số 31/2024/QH15 ngày 18/01/2024"
    amending = "Luật sửa đổi, bổ sung một số điều của Luật Đất đai"
    for n in (31, 32, 33):
        text = DRAFT[: DRAFT.index("Căn cứ")].replace("Số:       /KH-SYT", f"Số: {n}/KH-SYT")
        text = text.replace("Cải cách hành chính", f"Đất đai lần {n}")
        text += f"Căn cứ {law};\nCăn cứ {amending} số 43/2024/QH15 ngày 29/6/2024;\n\nI. MỤC ĐÍCH\n"
        (sources / f"{n}.txt").write_text(text, encoding="utf-8")
    assert main(["--data", str(base), "ingest", str(sources)]) == 0
    text = DRAFT[: DRAFT.index("Căn cứ")] + f"Căn cứ {amending} số 31/2024/QH15 ngày 29/6/2024;\n\nI. MỤC ĐÍCH\n"
    found = {one.code: one.message for one in report_of(base, text, tmp_path).findings}
    assert "date_differs" not in found
    assert "43/2024/QH15" in found["number_differs"]


@pytest.mark.parametrize(("number", "day", "told"), [("01/NQ-CP", "08/01", False), ("71/NQ-CP", "01/4", True)])
def test_first_resolutions_of_a_year(tmp_path: Path, number: str, day: str, told: bool) -> None:
    """Number and day come again each January; elsewhere another year is a slip."""
    base = write_base(tmp_path)
    sources = tmp_path / "nghi-quyet"
    sources.mkdir()
    for n in (31, 32, 33):
        text = DRAFT[: DRAFT.index("Căn cứ")].replace("Số:       /KH-SYT", f"Số: {n}/KH-SYT")
        text = text.replace("Cải cách hành chính", f"Đất đai lần {n}")
        (sources / f"{n}.txt").write_text(text + f"Căn cứ Nghị quyết số {number} ngày {day}/2025;\n", encoding="utf-8")
    assert main(["--data", str(base), "ingest", str(sources)]) == 0
    text = (
        DRAFT[: DRAFT.index("Căn cứ")] + f"Căn cứ Nghị quyết số {number} ngày {day}/2026;\n\nI. MỤC ĐÍCH\nNâng cao.\n"
    )
    assert ("date_differs" in {one.code for one in report_of(base, text, tmp_path).findings}) == told


def test_a_line_broken_in_front_of_a_document_begins_no_basis(data: Path, tmp_path: Path) -> None:
    cited = "Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị"
    text = DRAFT[: DRAFT.index("Căn cứ")] + f"Căn cứ {cited};\n"
    text += "Căn cứ Nghị quyết số 71/NQ-CP ngày 01/4/2025 của Chính phủ sửa đổi Chương trình hành động thực hiện\n"
    text += f"{cited};\n"
    text += "\nI. MỤC ĐÍCH\nNâng cao.\n"
    assert "cited_twice" not in {one.code for one in report_of(data, text, tmp_path).findings}


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("1.1. Chấp hành giờ làm.\n1.2. Công khai hồ sơ.\n1.2. Xin lỗi người dân.", ["1.2. Xin lỗi người dân."]),
        ("1.1. Chấp hành giờ làm.\n1.1. Xin lỗi người dân.", ["1.1. Xin lỗi người dân."]),
        ("a) Chấp hành giờ làm.\nb) Công khai hồ sơ.\nb) Xin lỗi người dân.", ["b) Xin lỗi người dân."]),
        ("a) Chấp hành giờ làm.\nb) Công khai hồ sơ.\nc) Xin lỗi người dân.", []),
        ("e) Chấp hành giờ làm.\nf) Công khai hồ sơ.\ng) Xin lỗi người dân.", []),  # with the letter "f", or without
    ],
)
def test_items_of_a_list_numbered_twice(data: Path, tmp_path: Path, lines: str, told: list[str]) -> None:
    text = (
        DRAFT[: DRAFT.index("Căn cứ")] + f"I. YÊU CẦU\n1. Các sở, ban, ngành\n{lines}\n2. Sở Nội vụ\nBáo cáo kết quả.\n"
    )
    found = [one for one in report_of(data, text, tmp_path).findings if one.code == "section_twice"]
    assert [one.text for one in found] == told


def test_items_of_a_letter_numbered_twice(data: Path, tmp_path: Path) -> None:
    text = (
        "SỞ Y TẾ\nSố: 15/SYT-VP\nSơn La, ngày 05 tháng 3 năm 2026\nV/v rà soát hồ sơ\nKính gửi: Các bệnh viện.\n"
        "Sở Y tế đề nghị:\n1. Các bệnh viện báo cáo trước ngày 15/6/2026.\n2. Trung tâm Y tế rà soát hồ sơ quá hạn.\n"
        "2. Phòng khám thống kê hồ sơ.\nĐề nghị các đơn vị thực hiện./.\n"
    )
    found = [one for one in report_of(data, text, tmp_path).findings if one.code == "section_twice"]
    assert [one.text for one in found] == ["2. Phòng khám thống kê hồ sơ."]


@pytest.mark.parametrize("slip", ["30/KH-UBND ngày 20 tháng 12 năm 2024", "03/KH-UBND ngày 20 tháng 12 năm 2025"])
def test_targets_are_held_to_the_plan_that_is_meant(data: Path, tmp_path: Path, slip: str) -> None:
    """A slip in the number or day of the superior plan hides no target that falls short of it."""
    text = (
        DRAFT[: DRAFT.index("Căn cứ")]
        + f"Căn cứ Kế hoạch số {slip} của Ủy ban nhân dân tỉnh Sơn La về cải cách hành chính tỉnh Sơn La năm 2026;\n\n"
        "I. CHỈ TIÊU\n1. Năm 2026, tối thiểu 90% hồ sơ thủ tục hành chính được giải quyết đúng hạn.\n"
    )
    assert "target_below" in {one.code for one in report_of(data, text, tmp_path).findings}


def test_a_number_told_right_is_no_second_slip(tmp_path: Path) -> None:
    """The assembly of a mistyped law number isn't told beside the number that others give."""
    base = write_base(tmp_path)
    sources = tmp_path / "luat"
    sources.mkdir()
    for number in (31, 32, 33):
        text = DRAFT[: DRAFT.index("Căn cứ")].replace("Số:       /KH-SYT", f"Số: {number}/KH-SYT")
        text = (
            text.replace("Cải cách hành chính", f"Đất đai lần {number}")
            + "Căn cứ Luật Đất đai số 31/2024/QH15;\n\nI. MỤC ĐÍCH\n"
        )
        (sources / f"{number}.txt").write_text(text, encoding="utf-8")
    assert main(["--data", str(base), "ingest", str(sources)]) == 0
    text = DRAFT[: DRAFT.index("Căn cứ")] + "Căn cứ Luật Đất đai số 31/2024/QH13;\n\nI. MỤC ĐÍCH\nNâng cao.\n"
    told = [
        one.code
        for one in report_of(base, text, tmp_path).findings
        if one.code in ("number_differs", "assembly_differs")
    ]
    assert told == ["number_differs"]


def test_the_duties_of_a_unit_need_no_further_lead(data: Path, tmp_path: Path) -> None:
    tasks = "\n".join(f"{n}. Công khai thủ tục thứ {n}\nChủ trì: Văn phòng Sở\nThời gian: Quý II" for n in range(1, 5))
    text = (
        DRAFT[: DRAFT.index("Căn cứ")]
        + f"\nI. NHIỆM VỤ\n{tasks}\n5. Phòng Nghiệp vụ y\nBáo cáo kết quả.\nThời gian: Quý II\n"
    )
    text += "II. TỔ CHỨC THỰC HIỆN\nCác phòng thuộc Sở thực hiện kế hoạch này."
    assert "task_without_lead" not in {one.code for one in report_of(data, text, tmp_path).findings}


ASKED = """I. CHỈ TIÊU NĂM 2026
1. Tỷ lệ hồ sơ trực tuyến toàn trình đạt từ 80% trở lên.
2. Tỷ lệ hồ sơ trễ hạn không quá 1%.
3. Mỗi đơn vị có ít nhất 02 sáng kiến cải cách hành chính.
4. Giảm tối thiểu 20% thời gian giải quyết thủ tục hành chính so với quy định.
5. Thời gian chờ tại Bộ phận Một cửa tối đa 15 phút.
6. Thành lập 200 doanh nghiệp công nghệ số.
7. Tối thiểu 95% hồ sơ thủ tục hành chính được giải quyết đúng hạn.
8. Giai đoạn 2026 - 2030, tối thiểu 80% cán bộ, công chức được bồi dưỡng kỹ năng số.
"""
OFFICE = "ỦY BAN NHÂN DÂN TỈNH SƠN LA\nSỞ Y TẾ\nSố:       /KH-SYT"
PROVINCE = "ỦY BAN NHÂN DÂN TỈNH SƠN LA\nSố:       /KH-UBND"


@pytest.fixture(scope="module")
def superior(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A base that holds one plan of the province with several goals."""
    folder = tmp_path_factory.mktemp("cap-tren")
    sources = folder / "nguon"
    sources.mkdir()
    text = (
        PROVINCE_PLAN[: PROVINCE_PLAN.index("I. CHỈ TIÊU")]
        + ASKED
        + "II. TỔ CHỨC THỰC HIỆN\nGiao Sở Nội vụ theo dõi.\n"
    )
    (sources / "ke-hoach.txt").write_text(text, encoding="utf-8")
    return make_knowledge_base(folder / "var", sources)


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        ("Năm 2026, tỷ lệ hồ sơ trực tuyến toàn trình đạt 80%.", 0),
        ("Năm 2026, trên 85% hồ sơ trực tuyến toàn trình.", 0),
        ("Năm 2026, tỷ lệ hồ sơ trực tuyến toàn trình đạt 70%.", 1),
        ("Năm 2026, tỷ lệ hồ sơ trực tuyến toàn trình đạt 65 - 75%.", 1),
        ("Năm 2026, tỷ lệ hồ sơ trực tuyến toàn trình đạt 75 - 85%.", 0),
        ("Năm 2025, tỷ lệ hồ sơ trực tuyến toàn trình đạt 70%.", 0),
        ("Năm 2026, tỷ lệ hồ sơ trực tuyến toàn trình tăng 10% so với năm 2025.", 0),
        ("Năm 2026, tỷ lệ hồ sơ trực tuyến một phần đạt 60%.", 0),
        ("Năm 2026, tỷ lệ hồ sơ trễ hạn dưới 3%.", 1),
        ("Năm 2026, tỷ lệ hồ sơ trễ hạn dưới 0,5%.", 0),
        ("Năm 2026, mỗi đơn vị có ít nhất 01 sáng kiến cải cách hành chính.", 1),
        ("Năm 2026, có ít nhất 80% sáng kiến cải cách hành chính được áp dụng.", 0),
        ("Năm 2026, giảm tối thiểu 10% thời gian giải quyết thủ tục hành chính so với quy định.", 1),
        ("Năm 2026, cắt giảm 30% thời gian giải quyết thủ tục hành chính so với quy định.", 0),
        ("Năm 2026, thời gian chờ tại Bộ phận Một cửa tối đa 30 phút.", 1),
        ("Năm 2026, tối thiểu 90% hồ sơ thủ tục hành chính lĩnh vực đất đai được giải quyết đúng hạn.", 0),
        ("Năm 2026, tối thiểu 50% hồ sơ thủ tục hành chính được giải quyết trước hạn.", 0),
        ("Giai đoạn 2026 - 2030, tối thiểu 60% cán bộ, công chức được bồi dưỡng kỹ năng số.", 1),
        ("Giai đoạn 2026 - 2030, 100% cán bộ, công chức được bồi dưỡng kỹ năng số.", 0),
    ],
)
def test_targets_below_those_of_the_plan_above(superior: Path, tmp_path: Path, goal: str, told: int) -> None:
    assert _below(superior, tmp_path, OFFICE, goal) == told


@pytest.mark.parametrize(("issuer", "told"), [(OFFICE, 0), (PROVINCE, 1)])
def test_a_department_sets_only_its_part_of_a_count(superior: Path, tmp_path: Path, issuer: str, told: int) -> None:
    assert _below(superior, tmp_path, issuer, "Năm 2026, thành lập 20 doanh nghiệp công nghệ số.") == told


def _below(data: Path, tmp_path: Path, issuer: str, goal: str) -> int:
    text = (
        f"{issuer}\n{NATION}\nSơn La, ngày     tháng 01 năm 2026\n\nKẾ HOẠCH\nCải cách hành chính của Sở Y tế\n\n"
        "Căn cứ Kế hoạch số 30/KH-UBND ngày 20 tháng 12 năm 2025 của Ủy ban nhân dân tỉnh Sơn La;\n\n"
        f"I. CHỈ TIÊU\n1. {goal}\nII. TỔ CHỨC THỰC HIỆN\nVăn phòng Sở theo dõi, đôn đốc.\n"
    )
    return [one.code for one in report_of(data, text, tmp_path).findings].count("target_below")


LONG = (
    "Rà soát, đơn giản hóa thủ tục hành chính lĩnh vực thứ {n}, bảo đảm cắt giảm thời gian giải quyết, công khai trên "
    "Cổng dịch vụ công và niêm yết tại Bộ phận Một cửa để người dân, doanh nghiệp giám sát theo quy định của pháp luật "
    "và báo cáo kết quả về Văn phòng Sở để tổng hợp chung toàn ngành."
)


SHORT = "Rà soát thủ tục hành chính nội bộ lĩnh vực thứ {n} của các phòng và đơn vị sự nghiệp thuộc Sở."


@pytest.mark.parametrize(
    ("heading", "task", "tail"),
    [
        ("I. MỤC ĐÍCH\nNâng cao chất lượng.\nII. NHIỆM VỤ", LONG, "III. KINH PHÍ\nNgân sách bảo đảm theo quy định."),
        ("", SHORT, ""),
    ],
)
@pytest.mark.parametrize(
    ("fields", "lacking"),
    [
        ("Đơn vị phối hợp: các xã, phường", {"task_without_lead", "task_without_deadline"}),
        ("Đơn vị chủ trì: Thanh tra Sở", {"task_without_deadline"}),
        ("Đơn vị chủ trì: Thanh tra Sở\nThời gian hoàn thành: trước ngày 30/6/2026", set()),
    ],
)
def test_tasks_that_are_no_headings_or_have_none_above_are_looked_at_too(
    data: Path, tmp_path: Path, heading: str, task: str, tail: str, fields: str, lacking: set[str]
) -> None:
    full = "Đơn vị chủ trì: Văn phòng Sở\nThời gian hoàn thành: trước ngày 31/3/2026"
    tasks = "\n".join(f"{n}. {task.format(n=n)}\n{fields if n == 3 else full}" for n in range(1, 7))
    text = DRAFT[: DRAFT.index("Căn cứ")] + f"\n{heading}\n{tasks}\n{tail}"
    told = {one.code: one.text for one in report_of(data, text, tmp_path).findings if one.code.startswith("task_")}
    assert told.keys() == lacking
    assert all("lĩnh vực thứ 3" in text for text in told.values())


def test_parts_of_a_plan_are_no_tasks_that_lack_something(data: Path, tmp_path: Path) -> None:
    part = "1. Việc thứ {n}\nĐơn vị chủ trì: Văn phòng Sở\nThời gian: Quý II/2026\n"
    text = DRAFT[: DRAFT.index("Căn cứ")] + "\n".join(
        (
            "\nI. RÀ SOÁT\n" + part.format(n=1),
            "II. TẬP HUẤN\n" + part.format(n=2),
            "III. KIỂM TRA\n" + part.format(n=3),
            "IV. KINH PHÍ\nKinh phí thực hiện do ngân sách bảo đảm theo phân cấp hiện hành.",
        )
    )
    assert not [one for one in report_of(data, text, tmp_path).findings if one.code.startswith("task_")]
