"""Questions to try, taken from what the knowledge base holds: nothing is worse than an example that
finds nothing."""

from __future__ import annotations

import re
from collections import Counter

from index.records import DocumentFilter
from index.store import Store
from ingest.clean.fold import match_form, strip_diacritics
from ingest.models import SectionKind

_DOCUMENTS = 40
_KINDS = (SectionKind.TARGET, SectionKind.TASK, SectionKind.SCHEDULE)  # of duties, headings are names of units
_WORDS = range(4, 11)
_PLAIN = re.compile(r"[\w ]+")
#: How headings that tell of work begin; others are mostly names of units, poor as questions.
_WORK = (
    "cải cách", "cải thiện", "chuyển đổi", "chỉ tiêu", "duy trì", "đẩy mạnh", "đổi mới", "hoàn thiện", "khắc phục",
    "kiểm soát", "kiểm tra", "nâng cao", "nhiệm vụ", "rà soát", "tăng cường", "thực hiện", "triển khai", "tuyên truyền",
    "tỷ lệ", "xây dựng",
)  # fmt: skip


def example_queries(store: Store, count: int = 4) -> list[str]:
    """Up to `count`: headings that several documents share, one of them without diacritics, and a
    document number. The same store gives the same list."""
    recent = store.documents(DocumentFilter(leaders_only=True), limit=_DOCUMENTS)
    headings: Counter[str] = Counter()
    for record in recent:
        found: set[str] = set()
        for root in store.sections(record.id):
            for section in root.walk():
                heading = match_form(section.heading).strip(" .:;")
                if section.kind in _KINDS and len(heading.split()) in _WORDS and _PLAIN.fullmatch(heading):
                    found.add(heading)
        headings.update(found)
    chosen: list[str] = []
    for heading, _ in sorted(headings.items(), key=lambda item: (not item[0].startswith(_WORK), -item[1], item[0])):
        words = set(heading.split())
        # Headings of plans resemble each other: take those that share less than half their words.
        if all(len(words & set(other.split())) * 2 < len(words) for other in chosen):
            chosen.append(heading)
        if len(chosen) >= count - 1:
            break
    queries = [strip_diacritics(heading) if place == 1 else heading for place, heading in enumerate(chosen)]
    number = next((record.number for record in recent if record.number), None)
    if number:
        queries.append(number)
    if not queries:
        queries = [record.title for record in recent if record.title][:count]
    return queries[:count]
