"""A small knowledge base and a tiny embedder for the tests of building and searching."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from index.analyze import bare_form, syllables
from index.build import STORE_FILE, build
from index.embed import Embedder
from index.store import Store
from ingest.models import Block, BlockKind, Document, Header, PageSpan, Passage, Section, SectionKind, lay_out


class TinyEmbedder:
    """Counts of bare syllables in 64 buckets; "xe hơi" means "ô tô", so meaning can differ from words."""

    def __init__(self, model_id: str = "tiny-1") -> None:
        self.model_id = model_id
        self.encoded = 0

    @property
    def dimension(self) -> int:
        return 64

    def _encode(self, texts: Sequence[str]) -> np.ndarray:
        rows = np.zeros((len(texts), 64), dtype=np.float32)
        for row, text in enumerate(texts):
            for syllable in syllables(text.lower().replace("xe hơi", "ô tô")):
                rows[row, int(hashlib.md5(bare_form(syllable).encode()).hexdigest(), 16) % 64] += 1
        norms = np.linalg.norm(rows, axis=1, keepdims=True)
        return np.divide(rows, norms, out=rows, where=norms > 0)

    def encode_queries(self, texts: Sequence[str]) -> np.ndarray:
        return self._encode(texts)

    def encode_passages(self, texts: Sequence[str], batch: int = 256) -> np.ndarray:
        self.encoded += len(texts)
        return self._encode(texts)


def tiny() -> Embedder:
    return TinyEmbedder()


def document(
    passages: Sequence[str | tuple[str, SectionKind]],
    *,
    furniture: Sequence[int] = (),
    abbreviations: dict[str, str] | None = None,
    **header: object,
) -> Document:
    """A document of one section with the given passages, one block each."""
    pairs = [p if isinstance(p, tuple) else (p, SectionKind.TASK) for p in passages]
    blocks = [Block(BlockKind.PARAGRAPH, text) for text, _ in pairs]
    text = lay_out(blocks)
    digest = hashlib.sha256(f"{text}{sorted(header.items(), key=str)}".encode()).hexdigest()
    section = Section("II.", "Nhiệm vụ", SectionKind.TASK, 1, 0, len(text), 1)
    return Document(
        id=digest[:16],
        sha256=digest,
        file_name=f"{digest[:6]}.txt",
        format="txt",
        header=Header(**header),  # type: ignore[arg-type]
        text=text,
        pages=[PageSpan(1, 0, len(text))],
        blocks=blocks,
        sections=[section],
        passages=[
            Passage(n, b.text, b.start, b.end, 1, kind, ["II. Nhiệm vụ"], furniture=n in furniture)
            for n, (b, (_, kind)) in enumerate(zip(blocks, pairs, strict=True))
        ],
        abbreviations=abbreviations or {},
        text_source="text",
        quality=1.0,
    )


PLAN = document(
    [
        ("Căn cứ Quyết định số 468/QĐ-TTg về cơ chế một cửa.", SectionKind.LEGAL_BASIS),
        "Công khai xin lỗi khi để xảy ra trễ hẹn trong giải quyết thủ tục hành chính.",
        ("Phấn đấu 80% hồ sơ được nộp trực tuyến toàn trình.", SectionKind.TARGET),
        "Nơi nhận: như trên; lưu văn thư, trễ hẹn.",
    ],
    furniture=[3],
    number="21/KH-SGDĐT",
    symbol="KH-SGDĐT",
    type="Kế hoạch",
    type_code="KH",
    issuer="Sở Giáo dục và Đào tạo tỉnh Hòa Giang",
    title="Kế hoạch cải cách hành chính năm 2024",
    year=2024,
    issued_on="2024-01-15",
)
DECISION = document(
    [
        "Ban hành quy chế tiếp nhận và trả kết quả tại Bộ phận Một cửa của huyện.",
        "Kinh phí mua ô tô do ngân sách bảo đảm.",
    ],
    number="21/QĐ-UBND",
    symbol="QĐ-UBND",
    type="Quyết định",
    type_code="QĐ",
    issuer="Ủy ban nhân dân tỉnh Hòa Giang",
    title="Ban hành quy chế một cửa",
    year=2025,
    issued_on="2025-03-02",
)
LETTER = document(
    ["Đề nghị các phòng gửi báo cáo CCHC trước ngày 20 hằng tháng.", "Kiến nghị xử lý trễ hẹn."],
    number="305/SNV-CCHC",
    symbol="SNV-CCHC",
    type="Công văn",
    type_code="CV",
    issuer="Sở Nội vụ tỉnh Bình Trung",
    title="Báo cáo công tác cải cách hành chính",
    year=2025,
    abbreviations={"QTNB": "quy trình nội bộ"},
)


def make_store(folder: Path, documents: Sequence[Document] = (PLAN, DECISION, LETTER)) -> Store:
    store = Store(folder / STORE_FILE)
    for one in documents:
        store.put(one)
    return store


def make_knowledge_base(
    folder: Path, documents: Sequence[Document] = (PLAN, DECISION, LETTER), embedder: Embedder | None = None
) -> Store:
    store = make_store(folder, documents)
    build(store, folder, embedder)
    return store
