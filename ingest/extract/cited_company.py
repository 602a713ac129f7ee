"""A company whose letter is cited: "Công ty cổ phần A tại Văn bản số 5/GĐN". Its symbol is no department's."""

from __future__ import annotations

import re

from ingest.clean.fold import has_diacritics, strip_diacritics
from ingest.parse.plain import squeeze

REACH = 200  # characters in front of a citation
_HEAD = re.compile(
    r"(?<![^\W\d_])(?:chi\s+nhanh|cong\s+ty|doanh\s+nghiep\s+tu\s+nhan|hop\s+tac\s+xa|htx|tap\s+doan|tong\s+cong\s+ty|ho\s+kinh\s+doanh"
    r"|ngan\s+hang\s+(?:tmcp|thuong\s+mai))\s"
)
# "Công ty A (Hà Nội) đề nghị gia hạn giấy phép tại": from the name to the citation.
_SENDS_FORM = r"""
    (?P<name>(?:[^;:()"“\n]|\n(?!\s*[\n+-])){6,110}?)(?:\s*\([^()]{2,60}\))?\s+
    (?:(?:đã\s+)?(?:có|gửi|ban\s+hành|phát\s+hành)
      |(?:(?:đã\s+)?(?:đề\s+nghị|xin|trình|kiến\s+nghị|báo\s+cáo|cam\s+kết|đề\s+xuất|xác\s+nhận)\s[^;:]{2,110}?\s)?tại)
    \s+(?:các\s+)?$
"""
_SENDS = re.compile(_SENDS_FORM, re.VERBOSE)
_SENDS_PLAIN = re.compile(strip_diacritics(_SENDS_FORM), re.VERBOSE)
# What no company's name holds: a verb, another organ. Without marks "có" is "cổ phần", "đã" is "đá".
_OTHER = re.compile(
    r"\s(?:tại|có|đã|đề nghị|xin|trình|gửi|báo cáo|về|theo|được|cam kết|kiến nghị|thông báo|do|của|cho|là|để|bị)\s"
    r"|,\s(?:Sở|Bộ|UBND|Ủy ban|Công ty|Cục|Chi cục|Ban|Phòng|Thanh tra|Công an|Tổng)\b"
)
_OTHER_PLAIN = re.compile(
    r"\s(?:tai|de nghi|xin|trinh|gui|bao cao|theo|duoc|cam ket|kien nghi|thong bao|cua|cho)\s"
    r"|,\s(?:so|bo|ubnd|uy ban|cong ty|cuc|chi cuc|ban|phong|thanh tra|cong an|tong)\b"
)


def company_before(text: str, bare: str, start: int, at: int) -> str | None:
    """The company that sent what is cited at `at`; None where none is named in front, or its name's end can't be told.

    >>> from ingest.clean.fold import strip_diacritics
    >>> def before(text):
    ...     return company_before(text, strip_diacritics(text).lower(), 0, len(text))
    >>> before("Theo đề nghị của Công ty Cổ phần Khai thác và Chế biến đá An Phú tại ")
    'Công ty Cổ phần Khai thác và Chế biến đá An Phú'
    >>> before("Chi nhánh Công ty TNHH Minh Phát đề nghị gia hạn giấy phép tại "), before("Công ty A, Sở Nội vụ tại ")
    ('Chi nhánh Công ty TNHH Minh Phát', None)
    >>> before("cấp phép cho công ty theo quy định tại ")
    """
    begin = max(start, at - REACH)
    for head in _HEAD.finditer(bare, begin, at):
        if not text[head.start()].isupper():
            continue
        marked = has_diacritics(text[head.start() : at])
        sends = (_SENDS if marked else _SENDS_PLAIN).match(text, head.start(), at)
        name = squeeze(sends["name"]) if sends else ""
        other = _OTHER.search(f"{name} ") if marked else _OTHER_PLAIN.search(f"{name} ".lower())
        if name and len(name.split()) <= 16 and not other:
            return name
    return None
