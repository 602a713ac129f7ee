# ruff: noqa: RUF005
"""The header in every layout that readers produce, clean and damaged."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from ingest.clean import clean
from ingest.clean.fold import strip_diacritics
from ingest.models import Block, BlockKind, Cell, Header, Reading, Table
from ingest.parse.header import parse_header
from ingest.parse.plan_year import plan_year

MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")


@dataclass(frozen=True)
class Sample:
    """A document in its parts, and what its header is."""

    organs: tuple[str, ...]
    number: str
    date: str
    type_line: str | None
    title: tuple[str, ...]
    body: tuple[str, ...]
    recipients: tuple[str, ...]
    positions: tuple[str, ...]
    name: str
    expected: dict[str, object]


PLAN = Sample(
    ("UBND TỈNH SƠN LA", "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG"),
    "Số: 47/KH-SNNMT",
    "Sơn La, ngày 05 tháng 02 năm 2026",
    "KẾ HOẠCH",
    ("Rà soát, đơn giản hóa quy trình nội bộ của Sở", "và các đơn vị trực thuộc năm 2026"),
    (
        "Căn cứ Kế hoạch số 12/KH-UBND ngày 10/01/2026 của Ủy ban nhân dân tỉnh;",
        "Sở Nông nghiệp và Môi trường ban hành Kế hoạch như sau:",
        "I. MỤC TIÊU",
        "Đến hết quý III, 100% quy trình được rà soát.",
    ),
    ("- UBND tỉnh (b/c);", "- Sở Nội vụ;", "- Lưu: VT, VP."),
    ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    "Lò Văn Minh",
    {
        "number": "47/KH-SNNMT",
        "symbol": "KH-SNNMT",
        "type_code": "KH",
        "issuer": "Sở Nông nghiệp và Môi trường tỉnh Sơn La",
        "issuer_parent": "Ủy ban nhân dân tỉnh Sơn La",
        "place": "Sơn La",
        "province": "Sơn La",
        "issued_on": "2026-02-05",
        "title": "Rà soát, đơn giản hóa quy trình nội bộ của Sở và các đơn vị trực thuộc năm 2026",
        "signer": "Lò Văn Minh",
        "recipients": ["UBND tỉnh (b/c)", "Sở Nội vụ"],
        "draft": False,
        "year": 2026,
    },
)
LETTER = Sample(
    ("UBND THÀNH PHỐ HUẾ", "SỞ NỘI VỤ"),
    "Số: 815/SNV-CCHC&VTLT",
    "Huế, ngày 17 tháng 3 năm 2025",
    None,
    ("V/v gửi số liệu chấm điểm", "chỉ số hài lòng quý I"),
    ("Kính gửi: Các sở, ban, ngành thành phố", "Để kịp tổng hợp, Sở Nội vụ đề nghị gửi số liệu trước ngày 25/3/2025."),
    ("- Như trên;", "- Lưu: VT, CCHC&VTLT."),
    ("GIÁM ĐỐC",),
    "Trần Thị Hoài Thương",
    {
        "number": "815/SNV-CCHC&VTLT",
        "type_code": "CV",
        "issuer": "Sở Nội vụ thành phố Huế",
        "issuer_parent": "Ủy ban nhân dân thành phố Huế",
        "place": "Huế",
        "issued_on": "2025-03-17",
        "title": "gửi số liệu chấm điểm chỉ số hài lòng quý I",
        "signer": "Trần Thị Hoài Thương",
        "recipients": ["Như trên"],
        "draft": False,
        "year": 2025,
    },
)
DECISION = Sample(
    ("ỦY BAN NHÂN DÂN", "TỈNH CÀ MAU"),
    "Số: 09/2025/QĐ-UBND",
    "Cà Mau, ngày 02 tháng 12 năm 2025",
    "QUYẾT ĐỊNH",
    ("Về việc ban hành Quy chế tiếp công dân tại", "Trung tâm Phục vụ hành chính công"),
    (
        "ỦY BAN NHÂN DÂN TỈNH CÀ MAU",
        "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;",
        "QUYẾT ĐỊNH:",
        "Điều 1. Ban hành Quy chế kèm theo Quyết định này.",
    ),
    ("- Như Điều 3;", "- Bộ Tư pháp;", "- Lưu: VT."),
    ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    "Phạm Quốc Việt",
    {
        "number": "09/2025/QĐ-UBND",
        "type_code": "QĐ",
        "issuer": "Ủy ban nhân dân tỉnh Cà Mau",
        "issuer_parent": None,
        "issued_on": "2025-12-02",
        "title": "Về việc ban hành Quy chế tiếp công dân tại Trung tâm Phục vụ hành chính công",
        "signer": "Phạm Quốc Việt",
        "draft": False,
        "year": 2025,
    },
)
PARTY = Sample(
    ("TỈNH ỦY ĐỒNG THÁP",),
    "Số 21-CT/TU",
    "Đồng Tháp, ngày 11 tháng 9 năm 2023",
    "CHỈ THỊ",
    ("Về tăng cường lãnh đạo công tác cải cách hành chính",),
    ("Thời gian qua, công tác cải cách hành chính có nhiều tiến bộ.", "1. Các cấp ủy quán triệt Chỉ thị này."),
    ("- Ban Bí thư Trung ương Đảng;", "- Lưu Văn phòng Tỉnh ủy."),
    ("T/M BAN THƯỜNG VỤ", "BÍ THƯ"),
    "Lê Hữu Phước",
    {
        "number": "21-CT/TU",
        "symbol": "CT/TU",
        "type_code": "CT",
        "issuer": "Tỉnh ủy Đồng Tháp",
        "province": "Đồng Tháp",
        "issued_on": "2023-09-11",
        "title": "Về tăng cường lãnh đạo công tác cải cách hành chính",
        "signer": "Lê Hữu Phước",
        "draft": False,
    },
)
BUREAU_LETTER = Sample(
    ("BỘ TÀI CHÍNH", "CỤC THUẾ"),
    "Số: 3012/CT-PC",
    "Hà Nội, ngày 08 tháng 8 năm 2025",
    None,
    ("V/v hoàn thuế nộp thừa",),
    ("Kính gửi: Thuế tỉnh An Giang", "Cục Thuế nhận được công văn số 77/AGI-NV ngày 01/8/2025."),
    ("- Như trên;", "- Lưu: VT, PC."),
    ("TL. CỤC TRƯỞNG", "TRƯỞNG BAN PHÁP CHẾ"),
    "Nguyễn Đình Khôi",
    {
        "number": "3012/CT-PC",
        "type_code": "CV",
        "issuer": "Cục Thuế",
        "issuer_parent": "Bộ Tài chính",
        "province": None,
        "issued_on": "2025-08-08",
        "title": "hoàn thuế nộp thừa",
        "signer": "Nguyễn Đình Khôi",
    },
)
BLANK = Sample(
    ("UBND TỈNH BẾN TRE", "SỞ TƯ PHÁP"),
    "Số:        /BC-STP",
    "Bến Tre, ngày      tháng 6 năm 2024",
    "BÁO CÁO",
    ("Công tác cải cách hành chính 6 tháng đầu năm 2024",),
    ("Thực hiện Công văn số 310/SNV-CCHC ngày 20/5/2024, Sở Tư pháp báo cáo như sau:", "1. Kết quả"),
    ("- Sở Nội vụ;", "- Lưu: VT."),
    ("GIÁM ĐỐC",),
    "Bùi Thanh Tùng",
    {
        "number": None,
        "symbol": "BC-STP",
        "type_code": "BC",
        "issuer": "Sở Tư pháp tỉnh Bến Tre",
        "issued_on": "2024-06",
        "title": "Công tác cải cách hành chính 6 tháng đầu năm 2024",
        "signer": "Bùi Thanh Tùng",
        "draft": True,
        "year": 2024,
    },
)
SAMPLES = {
    "plan": PLAN,
    "letter": LETTER,
    "decision": DECISION,
    "party": PARTY,
    "bureau letter": BUREAU_LETTER,
    "blank": BLANK,
}


def _motto(sample: Sample) -> tuple[str, ...]:
    return ("ĐẢNG CỘNG SẢN VIỆT NAM",) if sample is PARTY else MOTTO


def _tail(sample: Sample) -> list[str]:
    return ["Nơi nhận:", *sample.recipients, *sample.positions, sample.name]


def _paragraphs(texts: list[str]) -> list[Block]:
    return [Block(BlockKind.PARAGRAPH, text) for text in texts]


def _layout(rows: list[list[str]]) -> Block:
    cells = [Cell(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row)]
    return Block(BlockKind.TABLE, "", table=Table(len(rows), 2, cells, layout=True))


def as_word(sample: Sample) -> list[Block]:
    """A borderless table on top, one at the end."""
    under = [sample.number] if sample.type_line else [sample.number + "\n" + "\n".join(sample.title)]
    head = _layout([["\n".join(sample.organs), "\n".join(_motto(sample))], [under[0], sample.date]])
    middle = [sample.type_line, *sample.title] if sample.type_line else []
    tail = _layout([["\n".join(["Nơi nhận:", *sample.recipients]), "\n".join([*sample.positions, "", sample.name])]])
    return [head, *_paragraphs([text for text in middle if text]), *_paragraphs(list(sample.body)), tail]


def as_one_cell(sample: Sample) -> list[Block]:
    """All of the left column in one cell, all of the right one in another."""
    left = [*sample.organs, sample.number, *([] if sample.type_line else sample.title)]
    head = _layout([["\n".join(left), "\n".join([*_motto(sample), sample.date])]])
    middle = [sample.type_line, *sample.title] if sample.type_line else []
    return [head, *_paragraphs([*[text for text in middle if text], *sample.body, *_tail(sample)])]


def as_lines(sample: Sample) -> list[Block]:
    """Left column first, then the right one, a paragraph a line."""
    left = [*sample.organs, sample.number, *([] if sample.type_line else sample.title)]
    middle = [sample.type_line, *sample.title] if sample.type_line else []
    return _paragraphs([*left, *_motto(sample), sample.date, *[t for t in middle if t], *sample.body, *_tail(sample)])


def as_interleaved(sample: Sample) -> list[Block]:
    """Columns run together line by line, as content streams give them."""
    left = [*sample.organs, sample.number, *([] if sample.type_line else sample.title)]
    right = [*_motto(sample), sample.date]
    height = max(len(left), len(right))
    left += [""] * (height - len(left))
    # The date stands beside the number, not above it.
    right = (
        [""] * (height - len(right)) + right
        if len(sample.organs) + 1 > len(right)
        else right + [""] * (height - len(right))
    )
    lines = [f"{a} {b}".strip() for a, b in zip(left, right, strict=True)]
    middle = [sample.type_line, *sample.title] if sample.type_line else []
    tail_left = ["Nơi nhận:", *sample.recipients]
    tail_right = [*sample.positions] + [""] * (len(tail_left) - len(sample.positions))
    tail = [f"{a} {b}".strip() for a, b in zip(tail_left, tail_right, strict=True)]
    return _paragraphs([*lines, *[t for t in middle if t], *sample.body, *tail, sample.name])


def as_markdown(sample: Sample) -> list[Block]:
    """A web site's export: pipes, stars, lines broken inside words' groups."""
    organs = "\n".join(f"**{organ}**".replace("NHÂN DÂN", "NHÂN\nDÂN") for organ in sample.organs)
    under = sample.number if sample.type_line else f"{sample.number}\n*{' '.join(sample.title)}*"
    date = sample.date.replace("tháng", "\ntháng")
    head = f"|\n{organs}\n-------\n|\n**{_motto(sample)[0]}**\n---------------\n|\n|\n{under}\n|\n*{date}*\n|"
    middle = [f"**{sample.type_line}**", "\n".join(sample.title)] if sample.type_line else []
    tail = "|\n*Nơi nhận:*\n" + "\n".join(sample.recipients) + "\n|\n"
    tail += "\n".join(f"**{position}**" for position in sample.positions) + f"\n{sample.name}\n|"
    return _paragraphs([head, *middle, *[f"*{text}*" for text in sample.body], tail])


def as_run_together(sample: Sample) -> list[Block]:
    """Everything up to the body in one paragraph, the signature in another."""
    left = [*sample.organs, "-------", *_motto(sample), "---------", sample.number]
    left += [] if sample.type_line else list(sample.title)
    middle = [sample.type_line, *sample.title] if sample.type_line else []
    head = " ".join([*left, sample.date, *[t for t in middle if t], *sample.body])
    tail = [" ".join(["Nơi nhận:", *sample.recipients]), " ".join([*sample.positions, sample.name])]
    return _paragraphs([head, *tail])


LAYOUTS = {
    "word": as_word,
    "one cell": as_one_cell,
    "lines": as_lines,
    "interleaved": as_interleaved,
    "markdown": as_markdown,
    "run together": as_run_together,
}


def parse(blocks: list[Block], name: str = "tep.docx", stamps: list[str] | None = None) -> tuple[Header, str]:
    reading = clean(Reading("docx", 1, blocks, stamps=stamps or []))
    return parse_header(reading, name), reading.text


def fields(header: Header) -> dict[str, object]:
    found = {name: getattr(header, name) for name in PLAN.expected}
    found["signer"] = header.signer.name if header.signer else None
    return found


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", SAMPLES)
def test_every_layout_gives_the_same_header(name: str, layout: str) -> None:
    sample = SAMPLES[name]
    header, _ = parse(LAYOUTS[layout](sample))
    found = fields(header)
    assert {key: found[key] for key in sample.expected} == sample.expected


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("layout", ["word", "lines", "markdown"])
def test_evidence_is_where_the_field_was_read(name: str, layout: str) -> None:
    header, text = parse(LAYOUTS[layout](SAMPLES[name]))
    for field, (start, end) in header.evidence.items():
        assert 0 <= start < end <= len(text), field
    if header.number:
        start, end = header.evidence["number"]
        assert text[start:end].split("/")[0].split("-")[0].strip().lstrip("0") in header.number
    start, end = header.evidence["signer"]
    assert header.signer
    assert header.signer.name in " ".join(text[start:end].replace("*", "").split())
    start, end = header.evidence["issued_on"]
    assert (header.issued_on or "")[:4] in text[start:end]


@pytest.mark.parametrize("layout", ["word", "lines", "interleaved"])
@pytest.mark.parametrize("name", ["plan", "decision", "letter"])
def test_without_diacritics_the_identity_survives(name: str, layout: str) -> None:
    sample = SAMPLES[name]
    blocks = LAYOUTS[layout](sample)
    for block in blocks:
        block.text = strip_diacritics(block.text)
        for cell in block.table.cells if block.table else []:
            cell.text = strip_diacritics(cell.text)
    header, _ = parse(blocks)
    assert strip_diacritics(header.number or "") == strip_diacritics(str(sample.expected["number"]))
    assert header.type_code == sample.expected["type_code"]
    assert header.issued_on == sample.expected["issued_on"]
    assert header.issuer == sample.expected["issuer"]
    assert header.title == strip_diacritics(str(sample.expected["title"]))


def test_misread_motto_is_no_issuer() -> None:
    header, _ = parse(
        _paragraphs(
            ["UBND TỈNH SƠN LA", "SỞ NỘI VỤ", "CỌNG HOÀ XÃ HQI CHỦ NGHlA VIỆT NAM", "Độc lập - Tư do - Hạnh phúe"]
            + [
                "Số: l5/KH-SNV",
                "Sơn La, ngày 3 tháng 4 năm 2024",
                "KẾ HOẠCH",
                "Kiểm tra công vụ năm 2024",
                "I. MỤC ĐÍCH",
            ]
        )
    )
    assert (header.number, header.issuer) == ("15/KH-SNV", "Sở Nội vụ tỉnh Sơn La")


def test_issuer_of_a_lost_header_comes_from_symbol_place_and_body() -> None:
    header, _ = parse(
        _paragraphs(
            ["Số: 61/KH-SVHTT", "Lào Cai, ngày 9 tháng 5 năm 2022", "KẾ HOẠCH", "Số hóa hồ sơ di sản năm 2022"]
            + ["Sở Văn hóa và Thể thao xây dựng Kế hoạch như sau:", "I. MỤC ĐÍCH"]
        )
    )
    assert header.issuer == "Sở Văn hóa và Thể thao tỉnh Lào Cai"
    assert header.issuer_parent == "Ủy ban nhân dân tỉnh Lào Cai"


def test_commune_with_the_province_of_its_body() -> None:
    header, _ = parse(
        _paragraphs(
            [
                "ỦY BAN NHÂN DÂN",
                "XÃ TÂN HỘI",
                *MOTTO,
                "Số: 18/KH-UBND",
                "Tân Hội, ngày 20 tháng 01 năm 2026",
                "KẾ HOẠCH",
            ]
            + [
                "Cải cách hành chính năm 2026",
                "Thực hiện Kế hoạch số 99/KH-UBND của UBND tỉnh Tây Ninh;",
                "I. MỤC TIÊU",
            ]
        )
    )
    assert (header.issuer, header.place, header.province) == ("Ủy ban nhân dân xã Tân Hội", "Tân Hội", "Tây Ninh")


@pytest.mark.parametrize(
    ("stamps", "number", "date", "draft"),
    [
        (["Số: 74/BC-STP", "ngày 28 tháng 6 năm 2024"], "74/BC-STP", "2024-06-28", False),
        (["74", "28"], "74/BC-STP", "2024-06", False),
        (["Ký bởi: Sở Tư pháp", "Thời gian ký: 28/06/2024 10:11:12"], None, "2024-06", True),
        ([], None, "2024-06", True),
    ],
)
def test_stamps_fill_the_blanks(stamps: list[str], number: str | None, date: str, draft: bool) -> None:
    header, _ = parse(as_lines(BLANK), stamps=stamps)
    assert (header.number, header.issued_on, header.draft) == (number, date, draft)


def test_number_of_the_title_is_not_the_documents() -> None:
    header, _ = parse(
        _paragraphs(
            ["KẾ HOẠCH", "Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 về chuyển đổi số năm 2025"]
            + ["Căn cứ Quyết định số 12/QĐ-UBND ngày 03/01/2025;", "I. MỤC TIÊU"]
        )
    )
    assert (header.number, header.type_code, header.year) == (None, "KH", 2025)


def test_appendix_alone_has_no_number_of_its_own() -> None:
    header, _ = parse(
        _paragraphs(
            ["PHỤ LỤC II", "DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026"]
            + [
                "(Kèm theo Quyết định số 310/QĐ-UBND ngày 14/02/2026 của Ủy ban nhân dân tỉnh Gia Lai)",
                "1. Rà soát thủ tục",
            ]
        )
    )
    assert (header.number, header.type, header.draft) == (None, "Phụ lục", False)
    assert header.title == "DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026"
    assert (header.issuer, header.issued_on) == ("Ủy ban nhân dân tỉnh Gia Lai", "2026-02-14")


def test_web_record_fills_what_the_text_lost() -> None:
    record = ["Số hiệu:", "88/SGDĐT-VP", "Loại văn bản:", "Công văn", "Nơi ban hành:", "Thành phố Hà Nội"]
    record += ["Người ký:", "Vũ Thu Hà", "Ngày ban hành:", "12/05/2025", "Tình trạng:", "Đã biết"]
    header, _ = parse(_paragraphs([*record, "Kính gửi: Các trường trung học", "Đề nghị các trường báo cáo."]))
    assert (header.number, header.type_code, header.issued_on) == ("88/SGDĐT-VP", "CV", "2025-05-12")
    assert header.signer
    assert header.signer.name == "Vũ Thu Hà"


@pytest.mark.parametrize(
    ("mark", "name", "draft"),
    [("DỰ THẢO", "a.docx", True), ("(Dự thảo lần 2)", "a.docx", True), ("", "du-thao-ke-hoach.docx", False)],
)
def test_draft_mark_beats_number_and_number_beats_file_name(mark: str, name: str, draft: bool) -> None:
    header, _ = parse([*_paragraphs([mark] if mark else []), *as_lines(PLAN)], name)
    assert header.number == "47/KH-SNNMT"
    assert header.draft is draft


@pytest.mark.parametrize(
    ("title", "issued", "year"),
    [
        ("Chuyển đổi số năm 2026, định hướng đến năm 2030", "2025-12-30", 2026),
        ("Phát triển chính quyền số giai đoạn 2021-2025", "2021-03-02", 2021),
        ("Tài chính - ngân sách 03 năm 2026 - 2028", "2025-11-24", 2025),
        ("Kết quả thực hiện Đề án 06 tháng 9/2025", "2025-10-01", 2025),
        ("Quy chế làm việc", "2024", 2024),
        ("Quy chế làm việc", None, None),
    ],
)
def test_plan_year(title: str, issued: str | None, year: int | None) -> None:
    assert plan_year(title, issued) == year


@pytest.mark.parametrize(
    "texts", [[], [""], ["\x00\x01"], ["Số:"], ["|" * 500], ["Số: /" * 300], ["ngày " * 900], ["A" * 20000]]
)
def test_nothing_to_read_gives_an_empty_header(texts: list[str]) -> None:
    header, _ = parse(_paragraphs(texts))
    assert header.number is None
    assert header.issued_on is None


@pytest.mark.shared
def test_shared_headers_sample() -> None:
    """Every ninth labelled document; `evaluation.header_accuracy` measures them all."""
    from evaluation.header_accuracy import LABELS, check
    from ingest.read import read_file

    folder = Path(__file__).parents[3].parent / "shared" / "documents"
    if not folder.is_dir():
        pytest.skip("no shared documents")
    labels = json.loads((LABELS / "headers-shared.json").read_text(encoding="utf-8"))
    verdicts: list[bool] = []
    for label in [label for label in labels if label["file"].endswith((".md", ".txt"))][::9]:
        path = folder / label["file"]
        verdicts += check(label, parse_header(clean(read_file(path)), path.name)).values()
    assert len(verdicts) > 100
    assert sum(verdicts) >= 0.97 * len(verdicts)


@pytest.mark.parametrize(
    "unit", ["ngày ", "ngày" + " " * 400, "KT. ", "Nơi nhận: ", "UBND TỈNH ", "1/KH-", "Số:.......", "kèm theo (", "[a"]
)
def test_endless_repetition_is_read(unit: str) -> None:
    """Hostile text costs no more than its length; a pattern that backtracks would hang here."""
    text = (unit * 20000)[:60000]
    header, _ = parse(_paragraphs([text]))
    assert header.title is None or len(header.title) < 2000


def test_words_run_together_by_a_bad_text_layer() -> None:
    header, _ = parse(
        _paragraphs(["ỦY BAN NHÂN DÂN", "THÀNHPHỐ HUẾ", *MOTTO, "Số:5/KH-UBND", "KẾ HOẠCH", "Chuyển đổi số năm 2026"])
    )
    assert (header.number, header.issuer) == ("5/KH-UBND", "Ủy ban nhân dân thành phố Huế")


def test_a_list_without_a_cover_is_an_appendix_and_what_its_cells_are_about_no_title() -> None:
    made, _ = parse(
        _paragraphs(
            ["DANH MỤC", "THỦ TỤC HÀNH CHÍNH LIÊN QUAN ĐẾN LĨNH VỰC ĐẤT ĐAI NĂM 2021"]
            + ["(Ban hành kèm theo Công văn số 43/STP-KSTT ngày 9/4/2021 của Sở Tư pháp tỉnh Cao Bằng)"]
            + ["1 | Nghị định về việc thu hồi đất của hộ gia đình | Còn hiệu lực"] * 3
        )
    )
    assert (made.number, made.type, made.issued_on) == (None, "Phụ lục", "2021-04-09")
    assert made.title == "DANH MỤC THỦ TỤC HÀNH CHÍNH LIÊN QUAN ĐẾN LĨNH VỰC ĐẤT ĐAI NĂM 2021"


def test_what_a_text_says_far_down_is_no_title() -> None:
    made, _ = parse(_paragraphs(["Đoạn văn không có phần đầu."] * 80 + ["Bàn về việc thu hồi đất."]))
    assert (made.type, made.title) == (None, None)


HEADED = [Block(BlockKind.HEADING, "KẾ HOẠCH", level=1)]


@pytest.mark.parametrize("above", [HEADED, [Block(BlockKind.PARAGRAPH, "DỰ THẢO"), *HEADED]])
@pytest.mark.parametrize("again", [True, False], ids=["type line", "none"])
@pytest.mark.parametrize("layout", ["word", "one cell", "interleaved", "markdown"])
def test_a_type_as_heading_above_the_header(layout: str, again: bool, above: list[Block]) -> None:
    below = [block for block in LAYOUTS[layout](PLAN) if again or "KẾ HOẠCH" not in block.text]
    header, text = parse([*above, *below], "tep.md")
    assert fields(header) == {**PLAN.expected, "draft": len(above) > 1}
    start, end = header.evidence["type"]
    assert text[start:end] == "KẾ HOẠCH"


def test_a_letter_headed_as_one_keeps_its_subject() -> None:
    head = [
        "CÔNG VĂN",
        "SỞ NỘI VỤ",
        *MOTTO,
        "Số: 12/SNV-CCHC",
        "V/v đôn đốc báo cáo cải cách hành chính",
        "Sơn La, ngày 14 tháng 01 năm 2025",
        "Kính gửi: Các phòng chuyên môn.",
    ]
    header, _ = parse(_paragraphs(head))
    assert (header.type_code, header.number) == ("CV", "12/SNV-CCHC")
    assert header.title is not None
    assert "đôn đốc báo cáo cải cách hành chính" in header.title


def test_running_text_below_a_headed_header_is_no_title() -> None:
    head = ["KẾ HOẠCH", "SỞ Y TẾ", *MOTTO, "Số: 45/KH-SYT", "Lào Cai, ngày 05 tháng 02 năm 2025"]
    header, _ = parse(_paragraphs([*head, "Thực hiện Kế hoạch của tỉnh, Sở Y tế ban hành kế hoạch như sau:"]))
    assert (header.type_code, header.title) == ("KH", None)
