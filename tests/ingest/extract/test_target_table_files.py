"""Tables of goals read from files of each format: headings of two rows, merged cells, units, two numbers in a cell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from table_samples import SAMPLES, Sample

from ingest.clean.fold import strip_diacritics
from ingest.extract.models import Target
from ingest.extract.targets import find_targets
from ingest.pipeline import process

FONT = next(Path("/usr/share/fonts").rglob("DejaVuSans.ttf"), None)
END = "Trên đây là nội dung ban hành kèm theo văn bản này."
Span = tuple[int, int, int, int, str]  # row, column, rows, columns, text


def grid(sample: Sample) -> list[list[str]]:
    return [[cell.strip() for cell in row.split("|")] for row in sample.rows.strip("\n").split("\n")]


def spans(rows: list[list[str]]) -> list[Span]:
    """The cells of a table, each once, with the rows and columns it covers."""
    found: list[Span] = []
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text in ("<", "^"):
                continue
            wide = next((n for n in range(1, len(row) - c) if row[c + n] != "<"), len(row) - c)
            high = next((n for n in range(1, len(rows) - r) if rows[r + n][c] != "^"), len(rows) - r)
            found.append((r, c, high, wide, text))
    return found


def lines(sample: Sample) -> list[str]:
    return [
        *("ỦY BAN NHÂN DÂN TỈNH AN PHÚ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
        *(f"An Phú, ngày 12 tháng 01 năm {sample.year}", sample.kind, sample.title),
        *("Ủy ban nhân dân tỉnh ban hành nội dung như sau:", *sample.lead),
    ]


def make_docx(sample: Sample, path: Path) -> None:
    from docx import Document

    document = Document()
    for line in lines(sample):
        paragraph = document.add_paragraph()
        paragraph.add_run(line).bold = line.isupper() or line in sample.lead
    rows = grid(sample)
    table = document.add_table(len(rows), len(rows[0]))
    for r, c, high, wide, text in spans(rows):
        cell = table.cell(r, c)
        if high > 1 or wide > 1:
            cell = cell.merge(table.cell(r + high - 1, c + wide - 1))
        cell.text = text
    document.add_paragraph(END)
    document.save(str(path))


def make_pdf(sample: Sample, path: Path) -> None:
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

    pdfmetrics.registerFont(TTFont("V", str(FONT)))
    plain, small = ParagraphStyle("p", fontName="V", leading=15), ParagraphStyle("s", fontName="V", fontSize=8.5)
    rows = grid(sample)
    laid: list[list[object]] = [[""] * len(rows[0]) for _ in rows]
    style: list[tuple[object, ...]] = [("GRID", (0, 0), (-1, -1), 0.5, "black")]
    for r, c, high, wide, text in spans(rows):
        laid[r][c] = Paragraph(escape(text), small)
        style.append(("SPAN", (c, r), (c + wide - 1, r + high - 1)))
    widths = [min(max(9, *(len(row[c]) for row in rows)), 28) for c in range(len(rows[0]))]
    table = Table(
        laid,
        colWidths=[500 * width / sum(widths) for width in widths],
        repeatRows=sample.header_rows,
        style=TableStyle(style),
    )
    page = [Paragraph(escape(line), plain) for line in lines(sample)]
    SimpleDocTemplate(str(path), pagesize=A4, leftMargin=50, rightMargin=40).build(
        [*page, table, Paragraph(END, plain)]
    )


def make_md(sample: Sample, path: Path) -> None:
    rows = [["" if text in ("<", "^") else text for text in row] for row in grid(sample)]
    bars = ["| " + " | ".join(row) + " |" for row in rows]
    bars.insert(1, "|" + "---|" * len(rows[0]))
    head = [f"## {line}" if line == sample.lead[0] else line for line in lines(sample)]
    path.write_text("\n\n".join([*head, "\n".join(bars), END]) + "\n", encoding="utf-8")


def make_txt(sample: Sample, path: Path) -> None:
    rows = ["\t".join("" if text in ("<", "^") else text for text in row) for row in grid(sample)]
    path.write_text("\n\n".join([*lines(sample), "\n".join(rows), END]) + "\n", encoding="utf-8")


MAKE = {"docx": make_docx, "pdf": make_pdf, "md": make_md, "txt": make_txt}


def fold(text: str) -> str:
    return strip_diacritics(text).lower()


def fits(target: Target, line: str) -> bool:
    words, amount, time, *moved = line.split("|")
    comparator, value, *unit = amount.split(" ", 2)
    low, _, high = value.partition("..")
    since, _, until = time.partition("-")
    return (
        all(fold(word) in fold(target.indicator) for word in words.split("+"))
        and (target.comparator, target.value, target.value_to)
        == (comparator, float(low), float(high) if high else None)
        and (target.unit or "").lower() == (unit[0].lower() if unit else "")
        and (target.period == (int(since), int(until)) if until else (target.year, target.period) == (int(since), None))
        and target.change == ({"+": "increase", "-": "decrease"}[moved[0]] if moved else None)
    )


@pytest.mark.parametrize("suffix", ["docx", "md", "pdf", "txt"])
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_table_of_goals(sample: Sample, suffix: str, tmp_path: Path) -> None:
    if suffix == "pdf" and FONT is None:
        pytest.skip("no font with Vietnamese letters")
    if suffix in ("md", "txt") and not sample.blanks:
        pytest.skip("a merged cell says more than a blank one")
    if suffix == "txt" and sample.header_rows > 2:
        pytest.skip("names of three rows parted by tabs are not read")
    path = tmp_path / f"a.{suffix}"
    MAKE[suffix](sample, path)
    left = find_targets(process(path))
    wanted = [line for line in sample.wanted.split("\n") if line.strip()]
    for line in wanted:
        match = next((target for target in left if fits(target, line)), None)
        assert match is not None, (line, [(t.indicator, t.comparator, t.value, t.unit, t.year, t.period) for t in left])
        left.remove(match)
    assert [(target.indicator, target.value) for target in left] == []


@pytest.mark.parametrize("damaged", [str.upper, strip_diacritics], ids=["capitals", "unmarked"])
@pytest.mark.parametrize(
    "sample", [one for one in SAMPLES if one.header_rows == 2 and one.blanks], ids=lambda one: one.name
)
def test_headings_in_capitals_or_without_marks_say_the_same(
    sample: Sample, damaged: Callable[[str], str], tmp_path: Path
) -> None:
    head, rest = sample.rows.strip("\n").split("\n")[:2], sample.rows.strip("\n").split("\n")[2:]
    rows = "\n".join([*map(damaged, head), *rest])
    found = []
    for name, one in (("a.md", sample), ("b.md", replace(sample, rows=rows))):
        make_md(one, tmp_path / name)
        targets = find_targets(process(tmp_path / name))
        found.append([(fold(t.indicator), t.value, fold(t.unit or ""), t.year, t.period) for t in targets])
    assert found[0] == found[1]


def test_a_long_table_runs_over_pages(tmp_path: Path) -> None:
    if FONT is None:
        pytest.skip("no font with Vietnamese letters")
    names = [f"Tỷ lệ hộ dân tổ {number} có thùng rác phân loại tại nhà và có hố ủ rác" for number in range(1, 46)]
    rows = ["TT|Chỉ tiêu|ĐVT|TH 2025|KH 2026", *(f"{n}|{name}|%|{20 + n}|{40 + n}" for n, name in enumerate(names, 1))]
    title = "Phát triển kinh tế - xã hội năm 2026 của xã Long Điền"
    lead = ("BIỂU CHỈ TIÊU CHỦ YẾU NĂM 2026",)
    sample = Sample("long", "KẾ HOẠCH", title, lead, "\n".join(rows), "")
    make_pdf(sample, tmp_path / "a.pdf")
    document = process(tmp_path / "a.pdf")
    assert len(document.pages) > 1
    found = find_targets(document)
    assert [(t.indicator, t.value, t.year) for t in found] == [(name, 40 + n, 2026) for n, name in enumerate(names, 1)]
