"""The list of recipients (Nơi nhận)."""

from __future__ import annotations

import re

from ingest.clean.fold import strip_diacritics
from ingest.parse.plain import Plain, squeeze
from ingest.parse.signer import position_pieces, read_name

# "Nơi nhận:" without diacritics in small letters; also "NƠI NHẬN", "Noi nhân".
RECIPIENTS = re.compile(r"(?<![^\W\d_])noi\s+nhan\b\s*:?")
_ITEM = re.compile(r"(?:^|(?<=[;.\s]))\s*[-–+•]\s+(?=\S)")
_ARCHIVE = re.compile(r"[-–+•\s]*luu\b\s*[:;.]?|[-–+•\s]*luu\s+(?:vt|van\s+thu)")
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
        closed = items and text[0].isupper() and items[-1].endswith(".")
        if not marked and (read_name(text) or closed):
            break
        done = False
        parts = [part for part in _ITEM.split(text) if part.strip()]
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
    return [clean for item in items if (clean := clean_recipient(item))], end


def clean_recipient(item: str) -> str:
    """A recipient without bullet and closing mark.

    >>> clean_recipient("- Sở Nội vụ (b/c);"), clean_recipient("–  Như trên ;")
    ('Sở Nội vụ (b/c)', 'Như trên')
    """
    return squeeze(item).strip(" -–+•;.,:/")
