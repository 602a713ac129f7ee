"""Readings written as lines, for the tests of outline and passages."""

from hypothesis import strategies as st

from ingest.clean import clean
from ingest.models import Block, BlockKind, Cell, Reading, Table

BODY = "Các phòng, đơn vị thuộc Sở rà soát quy trình và báo cáo kết quả trước ngày 15 hằng tháng."


def reading(text: str) -> Reading:
    """Lines -> blocks; "**" around a line makes it bold, "#" gives it a level, "|" cells a table."""
    blocks: list[Block] = []
    for line in text.strip().split("\n"):
        line = line.strip()
        if not line:
            continue
        if line.startswith("|"):
            rows = [[c.strip() for c in row.split("|")] for row in line.strip("|").split("//")]
            cells = [Cell(r, c, t) for r, row in enumerate(rows) for c, t in enumerate(row)]
            blocks.append(Block(BlockKind.TABLE, "", table=Table(len(rows), len(rows[0]), cells)))
        elif line.startswith("#"):
            level = len(line) - len(line.lstrip("#"))
            blocks.append(Block(BlockKind.HEADING, line.lstrip("# "), level=level))
        else:
            bold = line.startswith("**") and line.endswith("**")
            blocks.append(Block(BlockKind.PARAGRAPH, line.strip("*") if bold else line, bold=bold or None))
    return clean(Reading("md", 1, blocks))


LINE = st.sampled_from(
    [
        "I. MỤC ĐÍCH", "II. NHIỆM VỤ", "III. GIẢI PHÁP", "1. Nội dung", "2. Yêu cầu", "1.1. Chi tiết", "a) Mục tiêu",
        "b) Nhiệm vụ", "A. KẾT QUẢ", "Điều 1. Phạm vi", "Chương I", "PHỤ LỤC I", "Mẫu số 02", "KẾ HOẠCH",
        "(Kèm theo Quyết định)", "Nơi nhận:", "- Lưu: VT.", "KT. GIÁM ĐỐC", "Nguyễn Văn Bình", "TIÊU ĐỀ KHÔNG NHÃN",
        "**Đậm**", "# Markdown", "“Điều 8. Trích", "hết trích.”", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "MỤC LỤC",
        "Căn cứ Luật A;", BODY, "|STT|Việc|Chủ trì//1|Rà soát|Sở A//2|Công khai|Sở B|",
    ]
)  # fmt: skip
