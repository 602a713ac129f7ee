"""A tiny trained model: each topic has question words and answer words that never meet in one text,
so only training can bring them together."""

from __future__ import annotations

import json
import random
from pathlib import Path

from index.train_embedding import Parameters

TOPICS = [
    ("giấy khai sinh ở đâu", "đăng ký hộ tịch cho trẻ em tại phường"),
    ("mở cửa hàng cần gì", "thủ tục thành lập hộ kinh doanh cá thể"),
    ("nộp đơn qua mạng", "dịch vụ công trực tuyến toàn trình"),
    ("chấm điểm cán bộ", "đánh giá xếp loại công chức hằng năm"),
    ("sửa lại mái nhà", "cấp phép xây dựng công trình riêng lẻ"),
    ("thưởng cuối năm", "thi đua khen thưởng tập thể lao động"),
]
FILLER = ["theo", "quy", "định", "của", "cơ", "quan", "có", "thẩm", "quyền", "và", "các", "văn", "bản", "liên", "quan"]
TINY = Parameters(
    vocabulary=300, syllables=150, min_count=3, bare_forms=100, dimension=24, epochs=6, batch=24, rate=0.05
)


def write_pairs(path: Path, count: int = 240) -> Path:
    """Pairs of the topics, shuffled and padded, the same on every call."""
    rng = random.Random(5)
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            query, answer = TOPICS[number % len(TOPICS)]
            words = answer.split() + rng.sample(FILLER, 8)
            extra = f"{query} {rng.choice(FILLER)} {number}"
            passage = " ".join([*words, *rng.choices(FILLER, k=8)])
            file.write(json.dumps({"query": extra, "passage": passage}, ensure_ascii=False) + "\n")
    return path
