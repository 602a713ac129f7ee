"""A knowledge base for targets: plans of three provinces that word the same indicators differently, and a draft."""

from __future__ import annotations

from pathlib import Path

from index.build import build
from index.store import Store
from ingest.extract.models import Facts, Target
from ingest.models import Document
from tests.index.store_samples import make_document

ATTACK = "=HYPERLINK(\"http://example.com\") <script>alert('x')</script>"


def target(indicator: str, comparator: str = ">=", value: float = 80.0, **given: object) -> Target:
    """A target; fields that are not given as most targets have them."""
    fields: dict[str, object] = {
        "value_to": None, "unit": "%", "change": None, "baseline": None, "year": 2025, "period": None,
        "maintain_until": None, "section_path": ["II. CHỈ TIÊU"], "page": 1, "start": 0, "end": 9, "passage": 0,
    }  # fmt: skip
    fields |= given
    text = f"{indicator} đạt {value:g}"
    return Target(indicator=indicator, comparator=comparator, value=value, text=text, **fields)  # type: ignore[arg-type]


def plan(name: str, targets: list[Target], **header: object) -> Document:
    """A document named after its text, with targets at places of their own."""
    document = make_document(f"{name}: {'; '.join(one.text for one in targets)}.", **header)
    for one in targets:
        one.start = document.text.index(one.text)
        one.end = one.start + len(one.text)
    document.facts = Facts(targets=targets)
    return document


def plans() -> list[Document]:
    """Son La's department in two years, Lao Cai, and Hai Duong, which is no province any more."""
    return [
        plan(
            "Kế hoạch của Sở Nội vụ năm 2025",
            [
                target("Tỷ lệ hồ sơ trực tuyến toàn trình", ">=", 70.0),
                target("Tỷ lệ hồ sơ giải quyết đúng hạn", ">=", 97.5),
                target("Chỉ số SIPAS", ">", 90.0, maintain_until=2027),
                target(ATTACK, ">=", 5.0, unit="điểm"),
            ],
            number="15/KH-SNV", type="Kế hoạch", type_code="KH", issuer="Sở Nội vụ tỉnh Sơn La", province="Sơn La",
            issued_on="2025-01-12", year=2025, title="Cải cách hành chính năm 2025",
        ),
        plan(
            "Kế hoạch của Sở Nội vụ năm 2026",
            [
                target("Hồ sơ được xử lý hoàn toàn trực tuyến", ">=", 80.0, year=2026),
                target("Thủ tục cung cấp trực tuyến toàn trình", "=", 100.0, year=2026),
                target("Mức độ hài lòng của người dân, tổ chức đối với sự phục vụ của Sở", ">", 92.0, year=2026),
            ],
            number="20/KH-SNV", type="Kế hoạch", type_code="KH", issuer="Sở Nội vụ tỉnh Sơn La", province="Sơn La",
            issued_on="2026-01-10", year=2026, title="Cải cách hành chính năm 2026",
        ),
        plan(
            "Kế hoạch của tỉnh Lào Cai",
            [
                target("Hồ sơ trực tuyến toàn trình", "=", 60.0, value_to=65.0, year=None, period=(2024, 2026)),
                target("Hồ sơ trực tuyến toàn trình: cấp xã", ">=", 50.0, year=2026),
                target("Chi phí tuân thủ", ">=", 15.0, change="decrease", year=None),
            ],
            number="31/KH-UBND", type="Kế hoạch", type_code="KH", issuer="Ủy ban nhân dân tỉnh Lào Cai",
            province="Lào Cai", issued_on="2024-02-01", year=2024, title="Cải cách hành chính của tỉnh",
        ),
        plan(
            "Kế hoạch của tỉnh Hải Dương",
            [target("Tỷ lệ hồ sơ DVCTT toàn trình", "=", 75.0, year=2025)],
            number="44/KH-UBND", type="Kế hoạch", type_code="KH", issuer="Ủy ban nhân dân tỉnh Hải Dương",
            province="Hải Dương", issued_on="2025-02-01", year=2025, title="Cải cách hành chính của tỉnh",
        ),
    ]  # fmt: skip


def make_target_data(data: Path) -> Path:
    """A data folder with the plans, a draft of the first one (a near duplicate), and its index."""
    data.mkdir(parents=True, exist_ok=True)
    with Store(data / "kho.sqlite3") as store:
        documents = plans()
        draft = plan("Dự thảo của Sở Nội vụ", [target("Tỷ lệ hồ sơ trực tuyến toàn trình", ">=", 70.0)], draft=True)
        for document in (*documents, draft):
            store.put(document)
        with store.write() as db:
            db.execute(
                "UPDATE documents SET leader = ? WHERE id IN (?, ?)", (documents[0].id, documents[0].id, draft.id)
            )
        build(store, data, None)
    return data
