"""Issuer and title of a cited document, from the words after its number and date."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.clean.fold import has_diacritics, strip_diacritics
from ingest.lexicons import rows
from ingest.parse.issuer import from_column, from_symbol
from ingest.parse.plain import squeeze
from ingest.parse.province import find_province

_TYPES = "|".join(
    sorted(
        (strip_diacritics(name).lower().replace(" ", r"\s+") for _, name, *_ in rows("document_types")),
        key=len,
        reverse=True,
    )
)
# Verbs and prepositions that begin a title.
_TITLE_WORD = (
    r"(?:ve|v/v|ban\s+hanh|phe\s+duyet|quy\s+dinh|huong\s+dan|sua\s+doi|bo\s+sung|dieu\s+chinh|thuc\s+hien|trien\s+khai"
    r"|cong\s+bo|thong\s+qua|thanh\s+lap|cho\s+phep|tach|doi\s+ten|giai\s+the|uy\s+quyen|quyet\s+dinh|tang\s+cuong|day\s+manh|bai\s+bo|thay\s+the|tiep\s+tuc|ket\s+luan|kien\s+toan)"
)
_ISSUER = re.compile(
    rf"""
    [\s,]*(?:cua|do)\s+
    (?P<issuer>(?:[^,;.:()\[\]"“”|\n]|\n(?!\s*[-+\d])|,\s(?=the\ thao|chu\ nhiem|bo\ truong|tong))
      {{2,110}}?)
    (?=\s*(?:[;:()\[\]"“”|.]|,(?!\s(?:the\ thao|chu\ nhiem|bo\ truong|tong))|$)
      |\s+(?:{_TITLE_WORD}|va\s+(?:cac|cua|{_TYPES}|theo|nhung)
        |ngay)\b)
    """,
    re.VERBOSE,
)
_HEADS = re.compile(
    r"^(?:(?:pho\s+)?(?:chu\s+tich|giam\s+doc|bo\s+truong|thong\s+doc|cuc\s+truong|truong\s+ban|chanh\s+thanh\s+tra|vien\s+truong)"
    r"\s*(?:,\s*chu\s+nhiem\s+)?)(?=(?:ubnd|uy\s+ban|hdnd|hoi\s+dong|so|bo|van\s+phong|ngan\s+hang|cuc|ban|thanh\s+tra|trung\s+tam|vien)\b)"
)
# Words that end a name; as written, because without marks "tại" is "Tài chính" and "khóa" is "Khoa học".
_CUT = re.compile(r"\s+(?:tại|trong|khóa|khoá|Khóa|thì|đã|đến|để|như|này|được|có|do|giao|gửi|gồm)\b")
_CUT_PLAIN = re.compile(r"\s+(?:tai|trong|khoa|thi|da|den|de|nhu|nay|duoc|co)\b")
_LOCAL = re.compile(r"(?:uy ban nhan dan|hoi dong nhan dan) (tinh|thanh pho)$")
_TITLE = re.compile(rf"[\s,:]*(?=[“\"]?(?:{_TITLE_WORD}|giao)\b)")
_TITLE_END = re.compile(
    r"""
    ;|\n\s*\n|\||[.!?](?=\s|$)|\(\s*(?:sau\ day|goi\ tat|viet\ tat|trich|kem|ban\ hanh)|\[\d|\)
    |\s+(?:het|co)\ hieu\ luc|,\s*cu\ the|,?\s+(?:cu\s+the\s+)?nhu\s+sau
    |,\s+(?=(?:uy\s+ban|ubnd|so|bo|chu\s+tich|hoi\s+dong|ban)\b[^,;.]{0,60}\b(?:ban\s+hanh|xay\s+dung|yeu\s+cau|de\s+nghi|bao\s+cao)\b)
    """,
    re.VERBOSE,
)
MAX_TITLE = 300


def issuer_after(text: str, bare: str, at: int, end: int, province: str | None) -> tuple[str, int] | None:
    """Issuer named after a number and date, in full, and the offset where it ends.

    `province`: the citing document's, for "UBND tỉnh" without a name.

    >>> def after(text, province=None):
    ...     return issuer_after(text, strip_diacritics(text).lower(), 0, len(text), province)
    >>> after(" của UBND tỉnh về cải cách hành chính", "Sơn La"), after(" của Bộ trưởng Bộ Y tế;")
    (('Ủy ban nhân dân tỉnh Sơn La', 14), ('Bộ Y tế', 22))
    >>> after(" của Thủ tướng Chính phủ phê duyệt Đề án"), after(" của Bộ Văn hóa, Thể thao và Du lịch hướng dẫn")
    (('Thủ tướng Chính phủ', 24), ('Bộ Văn hóa, Thể thao và Du lịch', 36))
    >>> after(" về công tác của UBND tỉnh")
    """
    found = _ISSUER.match(bare, at, min(end, at + 140))
    if not found:
        return None
    start, stop = found.span("issuer")
    written = text[start:stop]
    if cut := (_CUT if has_diacritics(written) else _CUT_PLAIN).search(written):
        stop = start + cut.start()
    if head := _HEADS.match(bare[start:stop]):
        start += head.end()
    name = squeeze(text[start:stop])
    if name.isupper() and (organ := from_column(name, None, "")):
        name = organ.name
    name = re.sub(r"^(?:UBND|Ubnd)\b", "Ủy ban nhân dân", name)
    name = re.sub(
        r"^(?:Uỷ ban|ỦY BAN NHÂN DÂN|Ủy ban Nhân dân)\b",
        lambda m: "Ủy ban nhân dân" if len(m.group()) > 8 else "Ủy ban",
        name,
    )
    name = re.sub(r"^HĐND\b", "Hội đồng nhân dân", name)
    if province and (local := _LOCAL.match(strip_diacritics(name).lower())):
        known = find_province(province)
        if known and strip_diacritics(known.kind) == local.group(1):
            name = f"{name.rsplit(' ', 2 if local.group(1) == 'thanh pho' else 1)[0]} {known.full_name}"
    return (name, stop) if name and not name[0].isdigit() else None


@lru_cache(maxsize=512)
def issuer_of_symbol(symbol: str) -> str | None:
    """Issuer that a symbol alone tells: a central organ.

    >>> issuer_of_symbol("NĐ-CP"), issuer_of_symbol("QĐ-TTg"), issuer_of_symbol("QH15"), issuer_of_symbol("KH-UBND")
    ('Chính phủ', 'Thủ tướng Chính phủ', 'Quốc hội', None)
    """
    issuer = from_symbol(symbol, None, "")
    return issuer.name if issuer else None


def title_after(text: str, bare: str, at: int, end: int) -> str | None:
    """What follows number, date and issuer: the title, to the end of the clause; at most 300 characters.

    >>> def title(text):
    ...     return title_after(text, strip_diacritics(text).lower(), 0, len(text))
    >>> title(" về kiểm soát thủ tục hành chính; Nghị định"), title(", Sở Nội vụ báo cáo")
    ('về kiểm soát thủ tục hành chính', None)
    """
    found = _TITLE.match(bare, at, min(end, at + 20))
    if not found:
        return None
    limit = min(end, found.end() + MAX_TITLE + 1)
    close = _TITLE_END.search(bare, found.end(), limit)
    stop = close.start() if close else limit
    if stop - found.end() > MAX_TITLE:
        return None
    return squeeze(text[found.end() : stop]).strip(' ,:"“”') or None
