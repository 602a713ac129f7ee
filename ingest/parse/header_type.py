"""The type line of a document: a type's name alone on its line, else the capitals that begin a line."""

from __future__ import annotations

import re

from ingest.parse import issuer as organ
from ingest.parse.document_type import AFTER_TYPE, APPENDIX, BEFORE_TYPE, match_type
from ingest.parse.head import DRAFT_MARK, Head, line_of
from ingest.parse.number import type_code_of
from ingest.parse.plain import MASK, Plain, is_upper, squeeze


def find_type(head: Head) -> None:
    """The type line: a type's name alone on its line, else the capitals that begin a line."""
    view = head.view
    second: tuple[str, int, int] | None = None
    for line in view.lines:
        if line.start < head.start:
            continue
        if line.start >= head.body:
            break
        begin = BEFORE_TYPE.match(view.bare, line.start, line.end)
        offset = begin.end() if begin else line.start
        found = match_type(view.bare, offset, min(len(view.bare), line.end + 40))
        if not found:
            continue
        code, start, end = found
        if code == APPENDIX:
            continue
        written = view.text[start:end]
        rest_end = view.bare.find("\n", end)
        tail = AFTER_TYPE.match(view.bare, end, rest_end if rest_end >= 0 else len(view.bare))
        after = tail.end() if tail else end
        rest = squeeze(view.text[after : rest_end if rest_end >= 0 else len(view.text)])
        if not rest and (is_upper(written) or "\n" not in written):
            if rest_end >= 0 and end < after and not view.text[end:after].strip(" \x00:.*/-"):
                after = end
            _set_type(head, code, start, _type_end(view, end, after))
            return
        if (
            second is None
            and is_upper(written)
            and not (head.number is None and head.symbol is None and is_upper(rest) and not _is_below_date(head, start))
        ):
            second = found
    named = type_code_of(head.symbol)
    if second and (named in (None, "VBHN", second[0]) or not is_upper(line_of(view, second[1]))):
        _set_type(head, *second)


_ORGAN_GOES_ON = re.compile(r"(?:so|bo|ban|phong|cuc|vu|tong cuc|nganh|vien|truong)[\s\x00]*$")


def _is_below_date(head: Head, start: int) -> bool:
    """Whether a line stands below day and place and continues no organ ("SỞ" / "KẾ HOẠCH VÀ ĐẦU TƯ")."""
    if head.date is None or start < head.date.end:
        return False
    return _ORGAN_GOES_ON.search(head.view.bare, max(0, start - 40), start) is None


def take_heading(head: Head) -> tuple[str, int, int] | None:
    """A type's name alone above organs and motto, masked: (code, start, end).

    Who makes Markdown out of a document sets "# KẾ HOẠCH" above the whole. The type line that the title
    follows stands below the header, as ever, or the title follows the header without one.
    """
    view = head.view
    lines = [line for line in view.lines if line.start >= head.start and view.line_text(line).strip()]
    if lines and DRAFT_MARK.fullmatch(view.bare[lines[0].start : lines[0].end].rstrip("\n")):
        del lines[0]
    if not lines or head.motto is None or lines[0].start > head.motto[0]:
        return None
    first, above = lines[0], [line for line in lines[1:] if line.start < head.motto[0]]
    found = match_type(view.bare, first.start, first.end)
    if not found or found[0] == APPENDIX or view.text[found[2] : first.end].strip(" \x00:.*/-"):
        return None
    texts = [view.line_text(line).strip(" |-–_.*" + MASK) for line in above]
    if len(above) > 6 or not all(is_upper(text) or organ.begins_organ(text) for text in texts if text):
        return None  # title or text between
    head.note("type", found[1], found[2])  # until a type line is found
    view.mask(first.start, first.end)
    return found


def put_back(head: Head, code: str) -> None:
    """Take the heading for the type, and read on below the header."""
    ends = [head.motto[1] if head.motto else 0, head.number_at[1] if head.number_at else 0]
    if head.date:
        ends.append(head.date.end)
    head.type_code, head.type_at, head.put_back = code, (max(ends), max(ends)), True


def _type_end(view: Plain, end: int, after: int) -> int:
    # "KẾ HOẠCH HÀNH ĐỘNG" alone: the words after the type belong to the title only if a title follows.
    return end if not view.text[end:after].strip(" \x00:.*/-\n") else after


def _set_type(head: Head, code: str, start: int, end: int) -> None:
    head.type_code, head.type_at = code, (start, end)
    head.note("type", start, end)
