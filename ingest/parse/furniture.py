"""What every document of the genre carries and no one searches for: the state header, tables of
contents, recipients, signatures, and the frame that a web site puts around a text."""

from __future__ import annotations

import re
from enum import StrEnum

from ingest.clean.fold import strip_diacritics
from ingest.clean.letters import LOWER, UPPER
from ingest.models import Block, BlockKind
from ingest.parse.label import BIG, DECIMALS, Style, read_label


class Role(StrEnum):
    """What a block is to a reader who looks for content. Only `BODY` and `NOTE` are searched."""

    BODY = "body"
    NOTE = "note"  # footnote
    HEADER = "header"  # issuer, motto, number, place and date, type and title
    CONTENTS = "contents"  # table of contents
    RECIPIENTS = "recipients"
    SIGNATURE = "signature"
    CHROME = "chrome"  # words of a web site around the document


# All patterns run on text without diacritics in lower case, unless said otherwise.
_MOTTO = re.compile(
    r"cong h.{1,3} x.{1,2} h.{1,2}i ch.{1,3} nghia|d.c l.p\s*-\s*t. do\s*-\s*hanh ph"
    r"|dang cong san viet nam\s*(?:$|[|-])"
)
_MOTTO_MENTIONED = re.compile(r"^[-+•] ?\w|[“\"]\s*$")  # a rule of form that quotes it
_NUMBER_LINE = re.compile(r"so\s*:?\s*[\d./]*\s*/\s*[a-z]|so\s*:")
_DATE_LINE = re.compile(r"[^\d]{2,40},\s*ngay\b.{0,25}thang\b.{0,12}nam\b.{0,8}$")
_TYPE_LINE = re.compile(
    r"(?:du thao\s*)?(?:ke hoach|quyet dinh|quyet nghi|nghi quyet|nghi dinh|chi thi"
    r"|thong tu(?: lien tich)?|thong bao|bao cao"
    r"|to trinh|de an|chuong trinh|phuong an|huong dan|quy che|quy dinh|quy trinh|ket luan|cong dien|luat|bo luat"
    r"|phap lenh|lenh|bien ban|hop dong|du an|dieu le|thong cao|giay moi|cong van|danh muc|quy tac"
    r"|chien luoc|bang tieu chi"
    r"|bo tieu chi|bo chi so|noi quy|tuyen bo|ban ghi nho|phieu)(?:\s+(?:lien tich|ket luan))?\s*[*:]*$"
)
_BASIS = re.compile(
    r"(?:can cu|thuc hien|trien khai|theo de nghi|xet|tiep theo|de (?:trien khai|thuc hien|tiep tuc"
    r"|nang cao)|nham|tren co so|"
    r"ngay \d|trong (?:thoi gian|nam|thang|nhung)|thoi gian qua|phuc dap|tra loi|kinh gui|vua qua|qua \b)"
)
_ADDRESSEE = re.compile(r"kinh (?:gui|trinh|chuyen)\s*:?")
_ATTACHED = re.compile(r"\(?\s*(?:kem theo|ban hanh kem theo|dinh kem|phu luc kem theo)\b")
_RECIPIENTS = re.compile(r"(?:^|[|\s*])noi\s*nhan\s*:?(?:$|[\s|*:-])")
_SIGNATURE = re.compile(
    r"(?:(?:tm|kt|tl|tuq|q|qt)\s*\.\s?|(?:pho |quyen )?(?:giam doc|chu tich|bo truong|thu truong|cuc truong|vu truong"
    r"|tong cuc truong|thu tuong|chanh van phong|truong ban|tong giam doc|chi cuc truong|vien truong"
    r"|hieu truong|bi thu"
    r"|chanh an|truong phong|tong thanh tra|tong kiem toan|thong doc|chu nhiem|nguoi (?:ky|lap bieu)))"
)
_SIGN_HERE = re.compile(r"\((?:chu )?ky\b")  # "(Ký, ghi rõ họ tên)" of a form
_NOTE = re.compile(r"\[\d{1,3}\]\s*\w|\((?:\d{1,2}|[a-z])\)\s*\w|ghi chu\b")
_NAME = re.compile(rf"(?:[{UPPER}][{LOWER}]+\.? ){{1,5}}[{UPPER}][{LOWER}]+\.?$")
_CONTENTS = re.compile(r"muc luc\s*:?$")
_LEADER = re.compile(r"(?:\.{4,}|…{2,}|(?:\. ){4,}|_{4,}|\t)\s*\d{1,3}\s*$")
_CHROME = re.compile(
    r"dang tai van ban|ban dich nay thuoc|has the copyright|click vao|van ban lien quan|luoc do"
    r"|thuvienphapluat|thu vien phap luat"
    r"|luatvietnam|tai (?:ve|file|app)|dang nhap|dang ky thanh vien|vui long|chia se|hotline"
    r"|tinh trang hieu luc|ngay cong bao"
    r"|van ban nay chua cap nhat|nhan vao day|javascript|cookie|xem them|ban in|theo doi chung toi"
    r"|\bfacebook\b|\bzalo\b"
)
_FOOTER_FACT = re.compile(r"(?:ban hanh|hieu luc|cap nhat|tinh trang|luot xem|nguon)\s*:")
_FRAME = re.compile(r"[\W_]*$")
_FRONT = 90  # blocks within which a header is looked for
_TITLE_BLOCKS = 8


def plain(text: str) -> str:
    """Text for the patterns here: no diacritics, lower case, Markdown marks gone, single spaces."""
    return " ".join(strip_diacritics(text).lower().replace("*", " ").replace("#", " ").split())


def is_upper(text: str) -> bool:
    """True for text whose letters are all capitals (at least four of them)."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 4 and sum(c.isupper() for c in letters) >= 0.95 * len(letters)


def is_type_line(text: str) -> bool:
    """True for a line that is the name of a document type and no more, in capitals.

    >>> [is_type_line(t) for t in ("KẾ HOẠCH", "**QUYẾT ĐỊNH:**", "Kế hoạch", "KẾ HOẠCH NĂM 2026")]
    [True, True, False, False]
    """
    return len(text) < 40 and is_upper(text) and bool(_TYPE_LINE.match(plain(text)))


def is_attachment_note(text: str) -> bool:
    """True for "(Kèm theo Quyết định số ...)" and its like.

    >>> is_attachment_note("(Ban hành kèm theo Quyết định số 12/QĐ-UBND)"), is_attachment_note("Gửi kèm theo hồ sơ")
    (True, False)
    """
    return bool(_ATTACHED.match(plain(text[:80])))


def is_motto(block: Block) -> bool:
    """True for the state's or the Party's motto, not for a sentence that names the republic.

    >>> is_motto(Block(BlockKind.PARAGRAPH, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
    True
    >>> is_motto(Block(BlockKind.PARAGRAPH, "7. Chống lại Nhà nước Cộng hòa xã hội chủ nghĩa Việt Nam."))
    False
    >>> is_motto(Block(BlockKind.PARAGRAPH, "- Dòng trên ghi “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”, màu đen"))
    False
    """
    if len(block.text) > 390:
        return False
    text = plain(block.text)
    if _MOTTO.match(text):
        return True
    match = _MOTTO.search(text)
    if match is None or _MOTTO_MENTIONED.search(text, 0, match.start()):
        return False
    capitals = " ".join(strip_diacritics(block.text).replace("*", " ").replace("#", " ").split())
    return capitals[match.start() : match.end()].isupper() or block.table is not None


# The blocks asked about last, how long their texts were, and the answer: the outline, the passages and the
# extraction of facts ask about the same list one after another.
_last: tuple[list[Block], int, list[Role]] = ([], 0, [])


def roles(blocks: list[Block]) -> list[Role]:
    """The role of every block, in order; asked again about the same list it answers from memory."""
    global _last
    known, size, answer = _last
    if known is blocks and len(answer) == len(blocks) and size == sum(len(block.text) for block in blocks):
        return answer.copy()
    answer = _roles(blocks)
    _last = (blocks, sum(len(block.text) for block in blocks), answer)
    return answer.copy()


def _roles(blocks: list[Block]) -> list[Role]:
    """The role of every block, in order.

    One pass with a state: header, body, closing (recipients and signature), then body again only
    where something opens one: an appendix, an attached document, a table of data, a long paragraph.
    Wrong is worse than missing: what is not recognised stays `BODY`.
    """
    result = [Role.NOTE if block.kind is BlockKind.FOOTNOTE else Role.BODY for block in blocks]
    texts = [plain(block.text[:400]) for block in blocks]
    position = _mark_front(blocks, texts, result, 0)
    while position < len(blocks):
        if result[position] is not Role.BODY:
            position += 1
        elif _CONTENTS.match(texts[position]):
            position = _mark_contents(blocks, texts, result, position)
        elif _opens_closing(blocks, texts, position):
            position = _mark_closing(blocks, texts, result, position)
        elif is_motto(blocks[position]):
            first = _issuer_above(blocks, result, position)
            position = max(position + 1, _mark_front(blocks, texts, result, first))
        elif _LEADER.search(blocks[position].text[-60:]) and len(blocks[position].text) < 400:
            result[position] = Role.CONTENTS
            position += 1
        elif _FRAME.match(blocks[position].text):
            result[position] = Role.CHROME
            position += 1
        else:
            position += 1
    return result


def _mark_front(blocks: list[Block], texts: list[str], result: list[Role], first: int) -> int:
    """Mark the header that starts at `first`; the position of the first block after it."""
    last_mark = -1  # last block that only a header can hold
    motto = None
    for index in range(first, min(first + _FRONT, len(blocks))):
        text, block = texts[index], blocks[index]
        if result[index] is Role.NOTE:
            continue
        if is_motto(block):
            if motto is not None and index - motto > 6:
                break  # the header of an attached document
            motto = index
            last_mark = index
        elif (_NUMBER_LINE.match(text) and len(text) < 60) or (_DATE_LINE.match(text) and len(text) < 80):
            last_mark = index
        elif (
            _holds_data(block)
            or (motto is None and (_opens_body(block, text) or _long_sentence(block)) and not _CHROME.search(text))
            or (motto is not None and (_opens_body(block, text) or (_long_sentence(block) and last_mark < index - 1)))
        ):
            break
        elif is_type_line(block.text):
            last_mark = index
            break
    if last_mark < 0:
        return first + 1 if first and is_motto(blocks[first]) else first
    end = last_mark + 1
    type_seen = is_type_line(blocks[last_mark].text)
    while end < min(len(blocks), last_mark + 1 + _TITLE_BLOCKS):
        text, block = texts[end], blocks[end]
        if result[end] is Role.NOTE:
            end += 1
            continue
        if is_type_line(block.text) and not type_seen:
            type_seen, last_mark = True, end
            end += 1
            continue
        if _opens_body(block, text) or _holds_data(block):
            break
        number_or_date = (_NUMBER_LINE.match(text) and len(text) < 60) or (_DATE_LINE.match(text) and len(text) < 80)
        title = (type_seen and end == last_mark + 1) or _looks_like_title(block, text)
        if not (title or number_or_date or is_motto(block)):
            break
        end += 1
    for index in range(first, end):
        if result[index] is not Role.NOTE:
            chrome = motto is not None and index < motto - 4 and first == 0
            result[index] = Role.CHROME if chrome else Role.HEADER
    return max(end, first + 1)


def _holds_data(block: Block) -> bool:
    """True for a table that is more than the frame of a header."""
    return block.table is not None and (not block.table.layout or len(block.text.split()) > 120)


def _looks_like_title(block: Block, text: str) -> bool:
    words = len(text.split())
    if text.startswith(("v/v", "ve viec")) or _FRAME.match(block.text):
        return True
    if words > 70 or block.text.rstrip()[-1:] in ".;:" or block.kind is BlockKind.LIST_ITEM:
        return bool(_ATTACHED.match(text)) and words <= 60
    return bool(block.bold or block.centered or is_upper(block.text) or words <= 25 or _ATTACHED.match(text))


def _opens_body(block: Block, text: str) -> bool:
    """True for a block with which the part after the header begins."""
    if _ADDRESSEE.match(text) or (_BASIS.match(text) and not (is_upper(block.text) or block.bold)):
        return True
    label = read_label(block.text)
    if label is None or label.style is Style.BULLET or label.value != 1:
        return False
    return label.style is not Style.UPPER or label.text.endswith(("-", "–"))


def _long_sentence(block: Block) -> bool:
    return block.table is None and len(block.text.split()) >= 30 and not is_upper(block.text)


def _issuer_above(blocks: list[Block], result: list[Role], position: int) -> int:
    """First block of the header whose motto is at `position`: the issuer's lines stand above it."""
    first = position
    while first and position - first < 4:
        above = blocks[first - 1]
        if result[first - 1] is not Role.BODY or above.table is not None or not is_upper(above.text):
            break
        first -= 1
    return first


def _mark_contents(blocks: list[Block], texts: list[str], result: list[Role], position: int) -> int:
    result[position] = Role.CONTENTS
    position += 1
    while position < len(blocks):
        block = blocks[position]
        entry = _LEADER.search(block.text[-60:]) or re.search(r"\s\d{1,3}$", block.text)
        leaders = block.table is not None and re.search(r"\d{1,3}$", block.text)
        if not (entry or leaders or texts[position] in ("trang", "")):
            break
        result[position] = Role.CONTENTS
        position += 1
    return position


def _opens_closing(blocks: list[Block], texts: list[str], position: int) -> bool:
    block, text = blocks[position], texts[position]
    table = block.table
    if table is not None:
        short = len(block.text) < 2500 and (table.layout or table.rows <= 4)
        return short and bool(_RECIPIENTS.search(text) or (table.layout and _SIGNATURE.match(text)))
    if _RECIPIENTS.match(text) or re.match(r"noi nhan\b\s*:?", text):
        return len(text) < 60 or text.startswith(("noi nhan:", "noi nhan :"))
    return _is_signature(block, text) and _closing_follows(blocks, texts, position)


def _is_signature(block: Block, text: str) -> bool:
    return len(text.split()) <= 14 and is_upper(block.text) and bool(_SIGNATURE.match(text))


def _closing_follows(blocks: list[Block], texts: list[str], position: int) -> bool:
    """A capital line with a position signs only where the text before it has ended or a name or
    the recipients follow."""
    before = next((b.text.rstrip() for b in reversed(blocks[max(0, position - 3) : position]) if b.text.strip()), "")
    if before.endswith(("./.", "/.", ".")) or _RECIPIENTS.search(plain(before)):
        return True
    for index in range(position + 1, min(position + 7, len(blocks))):
        if _NAME.match(blocks[index].text.strip()) or _RECIPIENTS.match(texts[index]):
            return True
    return False


def _mark_closing(blocks: list[Block], texts: list[str], result: list[Role], position: int) -> int:
    role = Role.SIGNATURE if _is_signature(blocks[position], texts[position]) else Role.RECIPIENTS
    first = position
    while position < len(blocks):
        if position > first and _resumes(blocks, texts, position, role is Role.SIGNATURE):
            break
        if result[position] is not Role.NOTE:
            if _is_signature(blocks[position], texts[position]) or _SIGN_HERE.match(texts[position]):
                role = Role.SIGNATURE
            elif _RECIPIENTS.match(texts[position]):
                role = Role.RECIPIENTS
            elif _CHROME.search(texts[position]) or _FOOTER_FACT.match(texts[position]):
                role = Role.CHROME
            result[position] = role
        position += 1
    return position


def _resumes(blocks: list[Block], texts: list[str], position: int, signed: bool) -> bool:
    """True where content begins again after a closing; sooner where the signature has been seen."""
    block, text = blocks[position], texts[position]
    words = len(block.text.split())
    if block.table is not None:
        return not block.table.layout and block.table.rows >= 3 and block.table.columns >= 2
    label = read_label(block.text)
    if label is not None:
        if label.style in BIG:
            return True
        if label.style in (Style.ROMAN, Style.ARTICLE, Style.UPPER):
            return (signed or label.value == 1) and len(block.text) > label.end + 3
        if label.style is Style.BULLET:
            # Recipients are short; "+" and long items are lists of content.
            return words >= (25 if signed else 50) or (label.text == "+" and words >= 15)
        if signed and label.style in (Style.ARABIC, *DECIMALS):
            return words >= 4
    if is_motto(block) or (_NOTE.match(text) and words >= 4 and (signed or text[0] == "[")):
        return True  # notes of a Markdown export or of a form stand below the signature
    near = blocks[position + 1 : position + 9]
    if "(" in block.text and is_upper(block.text.split("(")[0]) and _ATTACHED.match(text[text.index("(") :]):
        return True
    if is_upper(block.text) and words >= 2 and not _SIGNATURE.match(text):
        if any(is_attachment_note(b.text) for b in near):
            return True
        if any(b.table is not None and not b.table.layout and b.table.rows >= 3 for b in near[:4]):
            return True
    if is_type_line(block.text):
        return True
    if _CHROME.search(text) or block.level is not None:
        return False
    return words >= 45 and block.text.rstrip()[-1:] in ".;:" and not _FOOTER_FACT.search(text)
