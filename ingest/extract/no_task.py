"""Lines that tell nobody to do anything, whoever stands above them."""

from __future__ import annotations

import re

from ingest.extract.bare_form import bare_form
from ingest.extract.deadline import find_deadline
from ingest.extract.no_duty import enacts, heads_procedure, is_closing, is_per_case, tells_nothing
from ingest.extract.speaks_of import is_only_units
from ingest.extract.task_line import Line
from ingest.extract.task_part import Parts

MIN_WORDS = 4
_BLANK = re.compile(r"…\s*…|\.{5,}|…\.{2}|\.{2}…|_{4,}")  # a form to be filled in
_CITES = re.compile(
    r"(?:can\s+cu\s+(?:luat|nghi\s+dinh|nghi\s+quyet|quyet\s+dinh|thong\s+tu)\b.*;|(?:xet|theo)\s+de\s+nghi\s.*|kinh\s+gui\b.*)$",
    re.DOTALL,
)
# "- Thủ tướng, các Phó Thủ tướng;", "VPCP: BTCN, các PCN;", "Lưu: VT, CCHC (3b)": whom a document is sent to
_SENT_TO = re.compile(
    r"(?:luu|vpcp|vptu|vpub|nhu\s+tren|nhu\s+dieu)\s*[:;,]"
    r"|(?:thu\s+tuong|chu\s+tich)(?:\s+(?:chinh\s+phu|nuoc))?\s*[,;]\s*(?:cac\s+)?pho\s+(?:thu\s+tuong|chu\s+tich)[^.,:]{0,40};?$"
)
# "Bộ A có trách nhiệm gì?": the heading of an article of the web
_QUESTION = re.compile(r"\b(?:the nao|ra sao|dung khong|duoc khong|gi|nao|bao nhieu|bao lau|o dau|la ai)\s*\?")
_ORDERS = re.compile(r"(?:de\s+nghi|yeu\s+cau|giao)\s")
_DENIES = re.compile(r"[^,;.]{0,60}\bkhong\s+chiu\s+trach\s+nhiem\b")
_RATE = re.compile(r"(?:muc|so\s+tien)\b[^.;]{0,60}?\d[\d.,]*\s*(?:trieu\s+|nghin\s+)?dong\b")
# "Đối với hồ sơ đơn giản: Không quá 05 ngày làm việc": how long a step takes
_TERM = re.compile(
    r"""
    (?:doi\s+voi|truong\s+hop|thoi\s+(?:gian|han))\s[^:;.]{3,400}:\s*
    (?:(?:thoi\s+(?:gian|han)|thuc\s+hien|giai\s+quyet|trong|la)\s+)*
    (?:(?:khong\s+(?:vuot\s+)?qua|toi\s+da)\s+)?
    (?:\d+|mot|hai|ba|bon|nam|bay|muoi)\s+(?:\([^)]*\)\s+)?(?:ngay|gio|thang|phut)\b
    (?![^;.]*,\s+\w+\s+\w+[^;.]*\b(?:phai|co\s+trach\s+nhiem|chu\s+tri)\b)
    """,
    re.VERBOSE,
)
# "Cơ quan, cá nhân vi phạm thì tùy theo mức độ bị xử lý theo quy định"
_SANCTIONS = re.compile(r"^[^.;:]*\b(?:vi\s+pham|sai\s+pham)\b[^.;]*\bbi\s+(?:xu\s+(?:ly|phat)|ky\s+luat|truy\s+cuu)")

# "Các tổ chức, cá nhân có thể tham khảo hướng dẫn tại ...": an offer
_OFFERS = re.compile(
    r"[^,;:.]{2,80}(?:,[^;:.]{2,60})?\bco\s+the\s+(?:tham\s+khao|lien\s+he|truy\s+cap|tra\s+cuu|lua\s+chon|tai\s+ve)\b"
)
# "Như vậy, theo quy định trên, cơ quan đăng ký có trách nhiệm ...": an explanation
_EXPLAINS = re.compile(r"nhu\s+vay\s*,|theo\s+(?:cac\s+)?quy\s+dinh\s+(?:neu\s+)?tren\s*,")
# "NỘI QUY MẪU áp dụng cho ...", an annex to be filled in by whoever adopts it
_MODEL = re.compile(
    r"(?:phu\s+luc\b[^:]{0,20}:?\s*)?"
    r"(?:(?:noi quy|quy che|dieu le|quy uoc|hop dong) mau|mau (?:noi quy|quy che|quy uoc))\b"
)


def is_no_task(parts: Parts, line: Line, plain: str, below_steps: bool) -> bool:
    """True for a line that tells nobody to do anything, whoever stands above it. `plain`: without marks."""
    body, path = line.body, line.path
    if len(body.split()) < MIN_WORDS or body.endswith(":") or body.isupper() or is_closing(body):
        return True
    if plain.startswith(("(kem theo", "(ban hanh kem", "kem theo ")) or is_only_units(body) or _SENT_TO.match(plain):
        return True
    if (
        (("…" in body or ".." in body or "__" in body) and _BLANK.search(body))
        or _DENIES.match(plain)
        or _CITES.match(plain)
    ):
        return True
    if (_QUESTION.search(plain) and not _ORDERS.match(plain)) or plain.endswith("(hinh tu internet)"):
        return True
    if (parts.rules or parts.normative) and parts.grants_rights(path, plain):
        return True
    if _RATE.match(plain) or _TERM.match(plain) or tells_nothing(body) or body.startswith("["):
        return True
    if _EXPLAINS.match(plain) or ("co the " in plain and _OFFERS.match(plain)):
        return True
    if line.owner is None and (is_per_case(body) or _SANCTIONS.search(plain, 0, 300)):
        return True
    if path and path[0].label is None and _MODEL.match(bare_form(path[0].heading)):
        return True
    if not any(section.label for section in path) and enacts(plain, parts.document.header.type_code):
        return True
    procedure = below_steps or any(heads_procedure(section.heading) for section in path)
    return procedure and not parts.plan and not find_deadline(body)
