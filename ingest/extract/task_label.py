"""Labelled fields of a task: "Đơn vị chủ trì: ...", "Sản phẩm: ...", on lines of their own or in one line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest

from ingest.clean.fold import strip_diacritics
from ingest.extract.unit_head import starts_unit

_WHO = (
    r"(?:(?:cac\s+)?(?:don\s+vi|co\s+quan|bo\s+phan|phong|to\s+chuc|dau\s+moi|nguoi|ca\s+nhan|cong\s+chuc"
    r"|trach\s+nhiem)[\s,/&]*)"
)
_MANY_WHO = rf"(?:{_WHO}{{1,3}}(?:va\s+)?{_WHO}?)"
_DOES = r"(?:thuc\s+hien|tham\s+muu|to\s+chuc\s+thuc\s+hien|trien\s+khai(?:\s+thuc\s+hien)?)"
_DOING = r"(?:\s*,?\s*(?:va\s+)?(?:tham\s+muu|thuc\s+hien|trien\s+khai|to\s+chuc|chinh|giai\s+quyet|nhiem\s+vu|cac))*"

# Matched against text without marks, in small letters. Examples: "Đơn vị chủ trì tham mưu thực hiện:",
# "Bộ phận chủ trì:", "Chủ trì:", "Phân công thực hiện:", "Thời gian hoàn thành:", "Sản phẩm đầu ra:".
_LABELS = rf"""
    (?P<both>(?:{_MANY_WHO}?chu\s+tri|{_MANY_WHO}thuc\s+hien)\s*(?:/|,|va|-)\s*(?:don\s+vi\s+|co\s+quan\s+)?phoi\s+hop{_DOING})
  | (?P<lead>
        {_MANY_WHO}?(?:duoc\s+)?(?:giao\s+)?(?:chu\s+tri|chiu\s+trach\s+nhiem(?:\s+chinh)?|phu\s+trach){_DOING}
      | {_MANY_WHO}{_DOES}(?:(?:\s*[,/]\s*|\s+va\s+|\s+){_DOES}){{0,2}}(?:\s+chinh)?
      | phan\s+cong(?:\s+(?:thuc\s+hien|nhiem\s+vu))? | trach\s+nhiem(?:\s+thuc\s+hien)?
      | (?:(?:don\s+vi|co\s+quan|bo\s+phan)\s+(?:la\s+)?)?dau\s+moi(?:\s+(?:thuc\s+hien|tham\s+muu|tong\s+hop))?
      | (?P<bare>thuc\s+hien)
      | giao\s+(?:chu\s+tri|thuc\s+hien))
  | (?P<coordinate>{_MANY_WHO}?(?:cung\s+)?phoi\s+hop{_DOING} | {_MANY_WHO}?cung\s+(?:thuc\s+hien|lam|tham\s+gia))
  | (?P<monitor>lanh\s+dao\s+(?:\w+\s+){{0,2}}(?:phu\s+trach|chi\s+dao|theo\s+doi)
      | {_MANY_WHO}?(?:theo\s+doi|don\s+doc|giam\s+sat|kiem\s+tra)
        (?:\s*,?\s*(?:va\s+)?(?:theo\s+doi|don\s+doc|giam\s+sat|kiem\s+tra|thuc\s+hien))*)
  | (?P<deadline>(?:thoi\s+(?:gian|han|diem)|tien\s+do|han|lo\s+trinh|ngay|moc\s+thoi\s+gian)
        (?:\s+(?:thuc\s+hien|hoan\s+thanh|du\s+kien|trien\s+khai|xong|to\s+chuc|bao\s+cao|va|bat\s+dau|ket\s+thuc|cuoi|trinh|ban\s+hanh))*
      | hoan\s+thanh(?:\s+truoc)?)
  | (?P<product>(?:san\s+pham|ket\s+qua|dau\s+ra)
        (?:\s*,?\s*(?:/|va|dau\s+ra|du\s+kien|dat\s+duoc|hoan\s+thanh|thuc\s+hien|cu\s+the|can\s+dat|san\s+pham|ket\s+qua))*)
  | (?P<task>(?:nhiem\s+vu|noi\s+dung|cong\s+viec)
        (?:\s+(?:cong\s+viec|thuc\s+hien|nhiem\s+vu|chinh|cu\s+the|trien\s+khai))*(?:\s+\d{{1,2}})?)
"""
_LABEL = re.compile(
    rf"""
    (?P<lead_in>                       # the start of the line, "- ", "b) ", or the end of a sentence
       ^[\s*_#>]*(?:(?:[-–—+•*○●]|\(?[a-z\d]{{1,2}}[.)]|\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}\.?)[\s*_]*)?
      |(?<=[.;(])\s*[*_]*|(?<=\s)[-–•+]\s*)
    (?:{_LABELS})
    \s*(?:\([^()]{{1,60}}\)\s*)?[*_]*\s*[:：][*_]*\s*
    """,
    re.VERBOSE,
)
# A further label that is none of ours: "UBND cấp xã. Cơ quan hướng dẫn: Sở Tài chính"
_OTHER_LABEL = re.compile(r"[.;]\s+(?=(?:Cơ quan|Đơn vị|Bộ phận|Người|Nguồn|Kinh phí|Ghi chú)\b[^:.;]{0,30}:\s)")
# "Điều 3. Tổ chức thực hiện:" is the heading of what follows, no label.
_HEADING = re.compile(r"(?:to\s+chuc|trach\s+nhiem|nhiem\s+vu)\s+(?:to\s+chuc\s+)?thuc\s+hien\b")
FIELDS = ("both", "lead", "coordinate", "monitor", "deadline", "product", "task")


@dataclass(slots=True, frozen=True)
class LabelledField:
    """A field (one of `FIELDS`) and its value `text[start:end]`; the label begins at `label_start`."""

    name: str
    value: str
    label_start: int
    start: int
    end: int


def read_fields(text: str) -> list[LabelledField]:
    """Labelled fields of a block, left to right; the first one need not begin the block.

    >>> [(f.name, f.value) for f in read_fields("- Đơn vị chủ trì tham mưu thực hiện: Sở Nội vụ.")]
    [('lead', 'Sở Nội vụ')]
    >>> [(f.name, f.value) for f in read_fields("Xây dựng đề án. Chủ trì: Sở A. Phối hợp: Sở B. Hoàn thành: quý II.")]
    [('lead', 'Sở A'), ('coordinate', 'Sở B'), ('deadline', 'quý II')]
    >>> [(f.name, f.value) for f in read_fields("c) Thoi gian thuc hien: thang 6/2022")]
    [('deadline', 'thang 6/2022')]
    >>> read_fields("Sở Nội vụ chủ trì, phối hợp với các đơn vị: rà soát")
    []
    """
    if ":" not in text and "：" not in text:
        return []
    bare = strip_diacritics(text).lower()
    if len(bare) != len(text):
        return []
    matches = list(_LABEL.finditer(bare))
    fields: list[LabelledField] = []
    for match, following in zip_longest(matches, matches[1:]):
        end = following.start() if following is not None else len(text)
        start = match.end()
        value = text[start:end].strip(" ;,*_")
        if other := _OTHER_LABEL.search(value):
            value = value[: other.start()]
        if value.endswith((")", ").")) and value.count(")") > value.count("("):
            value = value.rstrip(").")
        if value.endswith(".") and not value.endswith(".."):
            value = value[:-1]
        name = next(field for field in FIELDS if match[field] is not None)
        if not value and _HEADING.match(bare, match.end("lead_in")):
            continue
        if match["bare"] is not None and not starts_unit(value):
            continue  # "Thực hiện: 5/7 chỉ tiêu"
        fields.append(LabelledField(name, value.strip(" ./"), match.end("lead_in"), start, end))
    return fields
