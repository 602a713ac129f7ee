"""Small documents for the tests of the store, and a stand-in for the sandbox."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from index.records import FileState
from ingest.errors import DamagedFile, ReadError
from ingest.models import (
    Block,
    BlockKind,
    Cell,
    Document,
    Header,
    PageSpan,
    Passage,
    Person,
    Section,
    SectionKind,
    Table,
    lay_out,
)

PHRASES = (
    "rà soát cập nhật công bố danh mục thủ tục hành chính thuộc phạm vi quản lý của sở công khai kịp thời trên cổng "
    "dịch vụ công bảo đảm tỷ lệ hồ sơ trực tuyến toàn trình tổ chức tập huấn kỹ năng cho công chức bộ phận một cửa "
    "kiểm tra đôn đốc các đơn vị trực thuộc báo cáo kết quả thực hiện hằng quý về văn phòng để tổng hợp"
)
WORDS = PHRASES.split()


def prose(seed: int, count: int = 400) -> str:
    """Vietnamese-looking text, different per seed, the same every time."""
    state = seed * 2654435761 % 2**32
    words = []
    for _ in range(count):
        state = (state * 1664525 + 1013904223) % 2**32
        words.append(WORDS[(state >> 8) % len(WORDS)])
    return " ".join(words)


def make_document(
    text: str, *, file_name: str = "ke-hoach.txt", content: bytes | None = None, **header: object
) -> Document:
    """A document with one heading, `text` as two passages, a table, furniture."""
    sha256 = hashlib.sha256(content if content is not None else text.encode()).hexdigest()
    table = Table(1, 2, [Cell(0, 0, "Nhiệm vụ"), Cell(0, 1, "Văn phòng Sở\nThanh tra Sở")])
    blocks = [
        Block(BlockKind.HEADING, "I. MỤC TIÊU", level=1, bold=True),
        Block(BlockKind.PARAGRAPH, text, page=1, page_breaks=[3]),
        Block(BlockKind.TABLE, "", page=2, table=table),
        Block(BlockKind.PARAGRAPH, "Nơi nhận: như trên", page=2),
    ]
    whole = lay_out(blocks)
    middle = blocks[1].start + len(text) // 2
    spans = [(blocks[1].start, middle, False), (middle, blocks[2].end, False), (blocks[3].start, blocks[3].end, True)]
    section = Section("I.", "MỤC TIÊU", SectionKind.TARGET, 1, 0, blocks[2].end, 1)
    section.children.append(Section("1.", "Cụ thể", SectionKind.TASK, 1, middle, blocks[2].end, 2))
    return Document(
        id=sha256[:16],
        sha256=sha256,
        file_name=file_name,
        format="txt",
        header=Header(**header),  # type: ignore[arg-type]
        text=whole,
        pages=[PageSpan(1, 0, blocks[2].start), PageSpan(2, blocks[2].start, len(whole))],
        blocks=blocks,
        sections=[section],
        passages=[
            Passage(
                n,
                whole[start:end],
                start,
                end,
                1 + furniture,
                SectionKind.RECIPIENTS if furniture else SectionKind.TASK,
                ["I. MỤC TIÊU", "1. Cụ thể"],
                context="Nhiệm vụ | Đơn vị",
                furniture=furniture,
            )
            for n, (start, end, furniture) in enumerate(spans)
        ],
        abbreviations={"CCHC": "cải cách hành chính"},
        text_source="text",
        quality=0.98,
        info={"title": "bản thảo"},
        stamps=["Số: 12"],
        warnings=["trang 2 trống"],
    )


def state(path: str, document: Document) -> FileState:
    return FileState(path, 10, 20, 30, 40, document.sha256)


FULL_HEADER: dict[str, object] = {
    "number": "181/KH-SGDĐT",
    "symbol": "KH-SGDĐT",
    "type": "Kế hoạch",
    "type_code": "KH",
    "issuer": "Sở Giáo dục và Đào tạo tỉnh Sơn La",
    "issuer_parent": "Ủy ban nhân dân tỉnh Sơn La",
    "place": "Sơn La",
    "province": "Sơn La",
    "issued_on": "2021-10-29",
    "title": "Cải cách hành chính năm 2022",
    "signer": Person("Nguyễn Văn A", "GIÁM ĐỐC"),
    "recipients": ["Như trên", "Lưu: VT"],
    "draft": False,
    "year": 2022,
    "evidence": {"number": (0, 5)},
}


@dataclass
class Result:
    path: Path
    document: Document | None
    error: ReadError | None


def read_one(path: Path) -> Result:
    """A file's first line may be "số <number>"; "hỏng" anywhere makes it unreadable."""
    content = path.read_bytes()
    text = content.decode()
    if "hỏng" in text:
        return Result(path, None, DamagedFile(format="txt"))
    header: dict[str, object] = {"title": path.stem, "draft": "dự thảo" in text}
    if text.startswith("số "):
        header["number"] = text.split("\n")[0][3:]
    return Result(path, make_document(text, file_name=path.name, content=content, **header), None)


def process(paths: Iterable[Path]) -> Iterator[Result]:
    for path in paths:
        yield read_one(path)


class Counting:
    """`process` that remembers what it read."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def __call__(self, paths: Iterable[Path]) -> Iterator[Result]:
        for path in paths:
            self.read.append(path.name)
            yield read_one(path)
