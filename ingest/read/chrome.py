"""Web-site chrome around a document in a page saved as text: what a reader of the site would skip.

Nothing is cut on the strength of one word: the top is cut only above the national header and only
where lines above it are plainly a site's; the end is cut only from a line that sites write below
a document, and only where further such lines follow.
"""

from __future__ import annotations

import re
import unicodedata

from ingest.models import Block

# Lines that web sites write and documents don't. Matched against a whole line without emphasis.
_SITE_LINE = re.compile(
    r"""
    đang\ tải\ (?:văn\ bản|dữ\ liệu|nội\ dung).*
    | .*(?:thuộc\ quyền\ sở\ hữu\ của|copyright|all\ rights\ reserved|bản\ quyền\ thuộc).*
    | click\ (?:vào|để|trái|phải|chuột).* | double\ click.* | rà\ chuột.*
    | (?:vui\ lòng\ )?đăng\ (?:nhập|ký|xuất)(?:\ .{0,60})? | quên\ mật\ khẩu.* | .*bị\ đăng\ xuất.*
    | trang\ chủ | liên\ hệ | giới\ thiệu | tìm\ kiếm(?:\ nâng\ cao)? | sitemap | rss | menu | home
    | chia\ sẻ(?:\ .{0,20})? | (?:in|tải)\ (?:văn\ bản|trang|về|file).{0,20}
    | gửi\ (?:email|phản\ hồi).* | facebook | zalo | twitter
    | (?:các\ )?(?:nội\ dung\ được\ sửa\ đổi,\ hướng\ dẫn|nội\ dung\ sửa\ đổi,\ hướng\ dẫn)
    | các\ nội\ dung\ của\ vb\ này.*
    | văn\ bản\ (?:liên\ quan|bị\ thay\ thế|thay\ thế|được\ hướng\ dẫn|cùng\ nội\ dung|gốc)(?:\ .{0,30})?
    | (?:văn\ bản\ này\ )?chưa\ (?:cập\ nhật|có)\ nội\ dung\ tiếng\ anh.* | văn\ bản\ này\ chưa\ cập\ nhật.*
    | file\ (?:được\ )?đính\ kèm.* | file\ attached.* | tải\ (?:app|ứng\ dụng).*
    | (?:ban\ hành|hiệu\ lực|tình\ trạng|cập\ nhật)\s*:(?:\ .{0,30})?
    | thuộc\ tính | lược\ đồ | tiếng\ anh\ \|.* | mục\ lục\ văn\ bản | tóm\ tắt
    | nội\ dung\ toàn\ văn | xem\ thêm.{0,40}
    | quý\ (?:khách|thành\ viên).* | .*\[email\ protected\].* | hotline.* | lượt\ (?:xem|truy\ cập|tải).*
    | tin\ (?:đọc|xem|mới|nổi|nóng|hot)(?:\ .{1,12})?
    | tin\ tức(?:\s*[-–&]\s*sự\ kiện)? | (?:đọc|lưu|in|nghe)(?:\ bài(?:\ viết)?)?
    | a[-–]?(?:\ a){1,2}\ ?\+ | cỡ\ chữ.{0,20}
    | chào\ mừng\ .*\b(?:cổng|trang)\ thông\ tin\b.* | \S+\.(?:pdf|docx?|xlsx?|rar|zip)
    | (?:thứ\ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\ nhật|\w+day)\s*,\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?:\s*[-–|].{0,12})?
    | mã\ số\ thuế\s*:? | điện\ thoại\s*:? | e-?mail\s*:? | địa\ chỉ\s*:?
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Lines that open the part below a document.
_END_LINE = re.compile(
    r"""
    văn\ bản\ liên\ quan | tin\ (?:liên\ quan|khác|cùng\ chuyên\ mục) | bài\ viết\ (?:liên\ quan|khác|cùng\ chuyên\ mục)
    | văn\ bản\ này\ chưa\ cập\ nhật.* | chưa\ có\ nội\ dung\ tiếng\ anh.*
    | (?:các\ )?nội\ dung\ sửa\ đổi,\ hướng\ dẫn | file\ (?:được\ )?đính\ kèm.* | bình\ luận | ý\ kiến\ bạn\ đọc
    | lượt\ (?:xem|truy\ cập|tải).* | chia\ sẻ(?:\ .{0,20})?
    """,
    re.VERBOSE | re.IGNORECASE,
)
# The site's caption of the document above its own lines: "Công văn 12/SNV-CCHC năm 2025 về ... do Sở Nội vụ ban hành".
# Below, it says the same with the day: "Công văn 12/SNV-CCHC ngày 05/02/2025 về ...".
_CAPTION = re.compile(
    r"(?P<name>\S.{1,60}?\b\d\S*[/-]\S+)\s+(?:năm\s+\d{4}|ngày\s+\d\d?/\d\d?/\d{4})\s+(?P<subject>\S.{5,})"
)
_SITE_TITLE = re.compile(r".{3,300}\bdo\b.{3,120}\bban hành", re.IGNORECASE)
_MOTTO = re.compile(
    r"cộng\s+h(?:òa|oà)\s+xã\s+hội|đảng\s+cộng\s+sản\s+việt\s+nam|độc\s+lập\s*[-–]\s*tự\s+do", re.IGNORECASE
)
_NUMBERED = re.compile(r"\d{1,2}\.\s+(?=\D)")
_FIELD = re.compile(
    r"(?:số hiệu|loại văn bản|nơi ban hành|người ký|ngày ban hành|ngày hiệu lực|tình trạng|số công báo)\s*:", re.I
)
_SEARCHED = 400  # lines from the top in which the national header is looked for
_CAPTION_LINES = 6  # lines below the document in which its caption is looked for again
_SAME = 40  # characters of a subject that must agree
_NEEDED = 3  # site lines that prove that a page of a web site was saved


def cut_chrome(lines: list[str]) -> list[str]:
    """Lines of the document alone.

    >>> cut_chrome(["|", "**UBND TỈNH A**", "|", "**CỘNG HÒA XÃ HỘI", "CHỦ NGHĨA VIỆT NAM**", "|", "KẾ HOẠCH"])[1]
    '**UBND TỈNH A**'
    """
    bare = [_bare(line) for line in lines]
    start = _start(lines, bare)
    end = _end(bare, start)
    return lines[start:end]


def _bare(line: str) -> str:
    text = unicodedata.normalize("NFC", line)
    return " ".join(re.sub(r"^[\s#>*_-]+|[*_]+", " ", text).split())


def _bare_entry(text: str) -> str:
    """A line as `_bare` gives it without the number of a menu ("1. Trang chủ") and bars at its end."""
    return _NUMBERED.sub("", _bare(text)).strip(" |»:")


def _start(lines: list[str], bare: list[str]) -> int:
    joined = [f"{a} {b}" for a, b in zip(bare, [*bare[1:], ""], strict=True)]
    motto = next(
        (i for i in range(min(len(bare), _SEARCHED)) if bare[i] not in {"", "|"} and _MOTTO.search(joined[i])), None
    )
    if motto is None:
        return 0
    above = [_NUMBERED.sub("", text) for text in bare[:motto] if text]
    marks = sum(1 for text in above if _SITE_LINE.fullmatch(text)) + sum(1 for text in above if _FIELD.match(text))
    if marks < _NEEDED:
        return 0
    # The header's issuer stands in the cell before the motto: two bars up, or the lines above.
    bars = [i for i in range(motto) if lines[i].strip() == "|"]
    if len(bars) >= 2 and motto - bars[-2] < 15:
        return bars[-2]
    start = motto
    while start > 0 and bare[start - 1] and not _SITE_LINE.fullmatch(bare[start - 1]) and motto - start < 6:
        start -= 1
    return start


def _end(bare: list[str], start: int) -> int:
    for index in range(start + 10, len(bare)):
        if not _END_LINE.fullmatch(bare[index]):
            continue
        below = [text for text in bare[index : index + 60] if text]
        marks = sum(1 for text in below if _SITE_LINE.fullmatch(text))
        last = len(below) <= 3 and bare[index].lower().startswith("file")
        if last or marks >= max(_NEEDED, 0.2 * len(below)):
            # The site repeats the document's title above its own lines.
            while index > start and (not bare[index - 1] or _is_caption(bare[index - 1], below)):
                index -= 1
            return index
    return len(bare)


def _is_caption(line: str, below: list[str]) -> bool:
    """True for a line that the site wrote about the document.

    By its wording, or because one of the next lines says it again with another date.

    >>> _is_caption("Công văn 9/SNV-VP năm 2025 về báo cáo", ["x", "Công văn 9/SNV-VP ngày 05/02/2025 về báo cáo"])
    True
    >>> _is_caption("Công văn 9/SNV-VP năm 2025 về báo cáo", ["Công văn 8/SNV-VP ngày 05/02/2025 về báo cáo"])
    False
    """
    if _SITE_TITLE.fullmatch(line):
        return True
    mine = _CAPTION.fullmatch(line)
    if mine is None:
        return False
    for other in below[:_CAPTION_LINES]:
        twin = _CAPTION.fullmatch(other)
        if twin and twin["name"] == mine["name"] and twin["subject"][:_SAME] == mine["subject"][:_SAME]:
            return True
    return False


# --- pages of portals, block by block -----------------------------------------------------------

_RECORD_NAME = re.compile(
    r"(?:số(?: ký)? hiệu|loại văn bản|nơi ban hành|cơ quan ban hành|người ký|ngày (?:ban hành|hiệu lực|đăng)|trích yếu"
    r"|tình trạng|lĩnh vực|lượt (?:xem|tải))\b[^\n]{0,80}",
    re.IGNORECASE,
)
_TOP_BLOCKS = 80  # blocks from the top in which the national header is looked for
_SIGNED = 40  # blocks within which recipients and signature end, and the site goes on
_FOOT = 60  # blocks in which the site's lines are counted
_TYPE_ALONE = re.compile(
    r"KẾ HOẠCH|QUYẾT ĐỊNH|NGHỊ QUYẾT|CHỈ THỊ|THÔNG BÁO|BÁO CÁO|CHƯƠNG TRÌNH|HƯỚNG DẪN"
    r"|THÔNG TƯ|NGHỊ ĐỊNH|TỜ TRÌNH|ĐỀ ÁN|QUY CHẾ"
)
_HEAD_BLOCKS = 6  # lines of the issuer and the number that may stand in front of it


def cut_above(blocks: list[Block]) -> list[Block]:
    """Blocks of a portal's page without what the site says above the document's own header.

    Only above the national header, or above a type line with its legal basis where the site left the header out,
    and only where at least three lines or cells there are plainly a site's.
    """
    first = next((i for i, block in enumerate(blocks[:_TOP_BLOCKS]) if _MOTTO.search(_bare(block.text))), None)
    if first is None:
        first = _type_line(blocks)
    if first is None or sum(map(_marks, blocks[:first])) < _NEEDED:
        return blocks
    start = first
    while start and first - start < _HEAD_BLOCKS and _is_of_head(blocks[start - 1]):
        start -= 1
    return blocks[start:]


def cut_below(blocks: list[Block]) -> list[Block]:
    """Blocks of a portal's page without what the site says below the document's end ("./.").

    The cut is at the first line that is plainly a site's, and only where at least three such lines follow.
    """
    end = max((i for i, block in enumerate(blocks) if block.text.rstrip(' *”"').endswith(("./.", "/."))), default=None)
    if end is None:
        return blocks
    for index in range(end + 1, min(len(blocks), end + _SIGNED)):
        if _marks(blocks[index]):
            below = sum(map(_marks, blocks[index : index + _FOOT]))
            return blocks[:index] if below >= _NEEDED else blocks
    return blocks


def _marks(block: Block) -> int:
    texts = [cell.text for cell in block.table.cells] if block.table else re.split(r"\s[|»]\s", block.text)
    return sum(bool(_SITE_LINE.fullmatch(t) or _RECORD_NAME.fullmatch(t)) for t in map(_bare_entry, texts))


def _type_line(blocks: list[Block]) -> int | None:
    """A type's name in capitals alone on its line, with a legal basis below it."""
    for index, block in enumerate(blocks[:_TOP_BLOCKS]):
        if _TYPE_ALONE.fullmatch(_bare(block.text)) and any(
            _bare(below.text).startswith(("Căn cứ", "Thực hiện")) for below in blocks[index + 1 : index + _HEAD_BLOCKS]
        ):
            return index
    return None


def _is_of_head(block: Block) -> bool:
    """True for a line that stands beside the national header: the issuer in capitals, the number, a rule."""
    text = _bare(block.text)
    if block.table is not None or len(text) > 100 or _SITE_LINE.fullmatch(text) or "THÔNG TIN ĐIỆN TỬ" in text:
        return False
    return text.isupper() or bool(re.match(r"(?:số\s*:|v/v\b|[\W_]*$)", text, re.IGNORECASE))
