"""What kind of text a document is for the search of tasks: some kinds give none, or only in some of their parts."""

from __future__ import annotations

import re

from ingest.clean.fold import strip_diacritics
from ingest.models import Document

# Decisions and resolutions that bring a regulation (quy chế, quy định) with them.
_RULES = {"QĐ", "NQ", "QC", "QyĐ"}
# Titles of decisions that list procedures or steps, whose sentences say how a case runs.
_PUBLISHES = re.compile(
    r"(?:cong\s+bo|danh\s+muc|phe\s+duyet|ban\s+hanh)\b.{0,80}\b(?:thu\s+tuc\s+hanh\s+chinh|tthc"
    r"|quy\s+trinh\s+(?:noi\s+bo|dien\s+tu|giai\s+quyet))"
)
_MENDS = re.compile(
    r"don\s+gian\s+hoa|cat\s+giam|kiem\s+soat|quy\s+che|quy\s+dinh|ke\s+hoach|ra\s+soat|cai\s+cach|tai\s+cau\s+truc"
)
_PROCEDURES = re.compile(r"thu\s+tuc\s+hanh\s+chinh|quy\s+trinh|danh\s+muc|don\s+gia|bang\s+gia|phan\s+cap|uy\s+quyen")


def lists_procedures(document: Document) -> bool:
    """A decision that publishes procedures: what is attached to it are steps, forms and model letters."""
    header = document.header
    title = strip_diacritics(header.title or "").lower()
    return header.type_code == "QĐ" and _PUBLISHES.search(title) is not None and _MENDS.search(title) is None


def is_regulation(document: Document) -> bool:
    """A decision or a local resolution that tells organs what to do."""
    header = document.header
    if header.type_code not in _RULES:
        return False
    title = strip_diacritics(header.title or "").lower()
    return _PROCEDURES.search(title) is None or re.search(r"\bquy\s+che\b", title) is not None


# "Quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Sở Tư pháp"
_CHARTER = re.compile(
    r"""
    (?:(?:ve\s+viec|ban\s+hanh|quy\s+dinh|quy\s+che|dieu\s+le|sua\s+doi|bo\s+sung|mot\s+so\s+dieu|cua|kem\s+theo|ve)[\s,:]+)*
    (?:vi\s+tri[\s,]+)?(?:va\s+)?chuc\s+nang(?:\s*,|\s+va)\s*(?:nhiem\s+vu|quyen\s+han)
    """,
    re.VERBOSE,
)
_STRUCTURE = re.compile(r"\b(?:co\s+cau|bo\s+may)\s+to\s+chuc\s+(?:va\s+hoat\s+dong\s+)?cua\b")


def is_charter(document: Document) -> bool:
    """A regulation on the functions, duties, powers and make-up of one organ: what it is there for, no task given it.

    Its articles on carrying it out ("Tổ chức thực hiện") may hold tasks.
    """
    title = " ".join(strip_diacritics(document.header.title or "").lower().split())
    return _CHARTER.match(title) is not None or _STRUCTURE.search(title) is not None


# A letter quotes law behind a colon: "Điều 82 Thông tư ... quy định: “...”"
_QUOTED = re.compile(r":\s*[\"“](?P<quoted>.{80,8000}?)[\"”]\s*[.;,]?\s*(?:\n|$)", re.DOTALL)


def quotations(text: str) -> list[tuple[int, int]]:
    """Spans of a letter that quote other texts at length, from behind the colon to the closing mark at a line's end.

    >>> text = "Điều 5 quy định: “Cơ quan thuế xây dựng mức kinh phí phù hợp với từng địa bàn, trình cấp trên xem xét.”"
    >>> [text[start:end].split()[0] for start, end in quotations(text)]
    ['Cơ']
    """
    return [match.span("quoted") for match in _QUOTED.finditer(text)]
