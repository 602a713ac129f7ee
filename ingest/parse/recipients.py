"""The list of recipients (Nơi nhận)."""

from __future__ import annotations

import re

from ingest.clean.fold import strip_diacritics
from ingest.parse.plain import Plain, squeeze
from ingest.parse.signer import position_pieces, read_name, trailing_name

# "Nơi nhận:" without diacritics in small letters; also "NƠI NHẬN", "Noi nhân".
RECIPIENTS = re.compile(r"(?<![^\W\d_])noi\s+nhan\b\s*:?")
# A dash begins an item at the beginning and behind a mark; in a list without marks in front of what only items begin
# with. It is inside names, too: "các tổ chức chính trị - xã hội", "Lao động - Thương binh", "Cục KSTTHC - VPCP".
_STARTS = (
    r"(?:Như|Các|UBND|HĐND|UBMTTQ|Ủy|Uỷ|Sở|Bộ|Ban|Văn phòng|VP[A-ZĐ]*|Thường trực|TT|Tỉnh|Thành|Đảng|Đoàn|Công an|Báo"
    r"|Công báo|Cổng|Trang|Chủ tịch|CT|PCT|C?VP|PCVP|Lãnh đạo|LĐ|Lưu|Cục|Chi cục|Vụ|Phòng|Trung tâm|Thanh tra|Tòa|Toà"
    r"|Viện|Kho bạc|Kiểm toán|Đài|Hội|Mặt trận|Đ/c|Đồng chí|Bí thư|Giám đốc|Phó|Thủ tướng|Chính phủ|Quốc hội|Tổng|Liên"
    r"|Trường|Học viện|Bảo hiểm|Ngân hàng|Đại biểu|Website)\b"
)
_MARKED = r"(?:^|(?<=[;.:,])|(?<=[;.:,]\s)|(?<=\s))\s*•\s*(?=\S)|(?:^|(?<=[;.:,])|(?<=[;.:,]\s))\s*[-–+]\s+(?=\S)"
_ITEM = re.compile(_MARKED)
# A list that closes no item with a mark.
_UNMARKED_ITEM = re.compile(rf"{_MARKED}|\s[-–+]\s+(?={_STARTS})")
_NO_RECIPIENT = re.compile(r"(?:dong\s+)?kinh\s+(?:gui|bao)$")
_ARCHIVE = re.compile(r"[-–+•\s]*luu\b\s*[:;.]?|[-–+•\s]*luu\s+(?:vt|van\s+thu)")
_COMMA_LIST = re.compile(r"(?P<items>Như [^;]{3,300}?),\s*Lưu\b[^;]{0,60}")
MOST = 80


def read_recipients(view: Plain, start: int) -> tuple[list[str], int]:
    """Recipients after "Nơi nhận:" at `start`, and where the list ends in the view.

    The archive line ("Lưu: VT, ...") closes the list and is no recipient. Text of the signature
    that shares lines with the list is left out.
    """
    items: list[str] = []
    end = start
    for line in view.lines[view.line_at(start) :]:
        begin = max(line.start, start)
        if begin >= line.end:
            continue
        text = view.text[begin : line.end]
        for _, a, b in position_pieces(view, line):
            if a >= begin:
                text = text.replace(view.text[a:b], " ")
        if head := RECIPIENTS.match(strip_diacritics(text).lower().lstrip()):
            text = text.lstrip()[head.end() :]
        text = squeeze(text)
        if not text:
            end = line.end
            continue
        marked = text[0] in "-–+•"
        if marked and (name := trailing_name(text)) and text[: -len(name)].rstrip().endswith(";"):
            text = text[: -len(name)].rstrip()  # of the signature beside the list
        closed = items and text[0].isupper() and items[-1].endswith(".")
        if not marked and (read_name(text) or closed):
            break
        done = False
        if not marked and ";" not in text and (listed := _COMMA_LIST.fullmatch(text)):
            # "Nơi nhận: Như trên, Sở Nội vụ, Lưu: VT." in one line
            return [clean for item in listed["items"].split(",") if (clean := clean_recipient(item))], line.end
        closing = ";" in text or any(";" in item for item in items)
        parts = [part for part in (_ITEM if closing else _UNMARKED_ITEM).split(text) if part.strip()]
        for at, part in enumerate(parts):
            if _ARCHIVE.match(strip_diacritics(part).lower()):
                done = True
                break
            if at == 0 and not marked and items and not items[-1].endswith(";"):
                items[-1] = f"{items[-1]} {part.strip()}"
            else:
                items.append(part.strip())
        end = line.end
        if done or len(items) >= MOST:
            break
    recipients = [clean for item in items if (clean := clean_recipient(item))]
    return [one for one in recipients if not _NO_RECIPIENT.match(strip_diacritics(one).lower())], end


def clean_recipient(item: str) -> str:
    """A recipient without bullet and closing mark.

    >>> clean_recipient("- Sở Nội vụ (b/c);"), clean_recipient("–  Như trên ;")
    ('Sở Nội vụ (b/c)', 'Như trên')
    """
    return squeeze(item).strip(" -–+•;.,:/")
