"""What a table of data holds, told by the names of its columns: tasks, targets, or neither.

An appendix holds tables of tasks (Nhiệm vụ, Sản phẩm, Thời gian, Chủ trì), of targets (Chỉ tiêu,
Đơn vị tính, Năm 2026), of scores, of procedures and of results. Only the first two say so in their
columns; where the columns don't, the section decides. All 100 forms of column names in 144 real
documents and the 16 in `corpus/` were read by eye: 11 of tasks and 6 of targets are found, no other is
(one workflow of a procedure looks like tasks and is told by its section, see `unit`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.models import SectionKind
from ingest.parse.furniture import plain

_LEAD = r"(?:cac |ten |nhom |noi dung |danh muc |hang muc )*"
_WORK = re.compile(rf"{_LEAD}(?:nhiem vu|cong viec|dau viec|viec|hoat dong|giai phap|cong tac)\b")
_CONTENT = re.compile(r"noi dung(?: (?:thuc hien|trien khai|thi dua|tuyen truyen|kiem tra))?$")
_TARGET = re.compile(rf"{_LEAD}(?:chi tieu|muc tieu)\b")
_OWNER = re.compile(
    r"\bchu tri|\b(?:don vi|co quan|bo phan|phong|nguoi|chu the|can bo|to chuc) (?:\w+ ){0,2}?"
    r"(?:thuc hien|phu trach|phoi hop|dau moi|tham muu|chiu trach nhiem)|trach nhiem|phan cong|\bphoi hop|phu trach"
    r"|dau moi|theo doi|don doc|lam chinh|cung lam|ai lam"
)
_TIME = re.compile(r"thoi (?:gian|han|diem)|\btien do|\bhoan thanh|lo trinh|\bhan (?:xong|cuoi|nop|chot)|han$|\bxong\b")
_PRODUCT = re.compile(r"san pham|dau ra|ket qua (?:du kien|can dat|phai dat|yeu cau|san pham)")
_VALUE = re.compile(
    r"don vi tinh|\bdvt\b|\bnam (?:20)?\d\d|\bquy (?:[ivx]+|\d)\b|ke hoach|giai doan"
    r"|muc (?:tieu|phan dau|dat)|phan dau"
)
# Results of the past, and what looks like work but lists procedures, files or prices.
_PAST = re.compile(
    r"ket qua (?:thuc hien|dat duoc|thong ke|da|kiem tra|giai quyet|thu|khac)\b|so lieu|tinh (?:trang|hinh)\b"
    r"|muc do|da (?:thuc hien|hoan thanh)|diem (?:tu|tham|dat|chuan)|so voi|ly do"
)
_ELSE = re.compile(r"thu tuc|\btthc|ho so|dinh muc|muc chi|kinh phi giao")


def table_kind(columns: Sequence[str]) -> SectionKind | None:
    """Kind by the names of the columns, None where they don't tell.

    >>> str(table_kind(["STT", "Nhiệm vụ", "Sản phẩm", "Thời gian hoàn thành", "Chủ trì thực hiện"]))
    'task'
    >>> str(table_kind(["TT", "Nội dung", "Trách nhiệm thực hiện", "Thời gian"]))
    'task'
    >>> str(table_kind(["TT", "Chỉ tiêu", "Đơn vị tính", "Năm 2026"]))
    'target'
    >>> table_kind(["STT", "Chỉ tiêu thống kê", "Kết quả thống kê"]), table_kind(["STT", "Nội dung", "Mức chi"])
    (None, None)
    """
    names = [plain(name).strip(" .:") for name in columns]
    if any(_PAST.match(name) or _ELSE.search(name) for name in names):
        return None
    for place, name in enumerate(names):
        others = names[:place] + names[place + 1 :]
        says = sum(any(pattern.search(other) for other in others) for pattern in (_OWNER, _TIME, _PRODUCT))
        if _TARGET.match(name):
            return SectionKind.TARGET if says or any(_VALUE.search(other) for other in others) else None
        if (_WORK.match(name) and says) or (_CONTENT.match(name) and says >= 2):
            return SectionKind.TASK
    return None
