"""Issuer of a cited document, from the words around its number and date, or from its symbol."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ingest.clean.fold import has_diacritics, strip_diacritics
from ingest.extract.cited_title import PLAIN_TITLE, TITLE_WORD, TYPES
from ingest.lexicons import rows
from ingest.parse.issuer import from_column, from_symbol, organ_of_symbol
from ingest.parse.plain import squeeze
from ingest.parse.province import find_province

_ISSUER = re.compile(
    rf"""
    [\s,]*(?:cua|do)\s+
    (?P<issuer>(?:[^,;.:()\[\]"“”|\n]|\n(?!\s*[-+\d])|,\s(?=the\ thao|chu\ nhiem|bo\ truong|tong))
      {{2,110}}?)
    (?=\s*(?:[;:()\[\]"“”|.]|,(?!\s(?:the\ thao|chu\ nhiem|bo\ truong|tong))|$)
      |\s+(?:{TITLE_WORD}|va\s+(?:cac|cua|{TYPES}|theo|nhung)
        |ngay)\b)
    """,
    re.VERBOSE,
)
_HEADS = re.compile(
    r"^(?:(?:pho\s+)?(?:chu\s+tich|giam\s+doc|bo\s+truong|thong\s+doc|cuc\s+truong|truong\s+ban|chanh\s+thanh\s+tra|vien\s+truong)"
    r"\s*(?:,\s*chu\s+nhiem\s+)?)(?=(?:ubnd|uy\s+ban|hdnd|hoi\s+dong|so|bo|van\s+phong|ngan\s+hang|cuc|ban|thanh\s+tra|trung\s+tam|vien)\b)"
)
# Words that end a name; as written, because without marks "tại" is "Tài chính" and "khóa" is "Khoa học".
_CUT = re.compile(
    r"\s+(?:hết hiệu|kể từ|đề nghị|yêu cầu|theo|cùng|tại|trong"
    r"|khóa|khoá|Khóa|thì|đã|đến|để|như|này|được|có|do|giao|gửi|gồm)\b"
)
_CUT_PLAIN = re.compile(r"\s+(?:het hieu|ke tu|de nghi|yeu cau|tai|trong|khoa|thi|da|den|de|nhu|nay|duoc|co)\b")
_LOCAL = re.compile(r"(?:uy ban nhan dan|hoi dong nhan dan) (tinh|thanh pho)$")
_NOUN_AFTER = re.compile(rf"\s+{PLAIN_TITLE}\b")
_PEOPLES = re.compile(r"(?:chu tich )?(?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan)\b")
# Symbols that several organs share: only words tell whose number it is. Resolutions and directives "/TW" are of the
# Central Committee, the Political Bureau or the Secretariat; "BHXH", "KBNN" and "CTK" also of the provinces.
_AMBIGUOUS = frozenset(
    {"TW", "TU", "ĐU", "HU", "VP", "VPUB", "CT", "TCT", "BQL", "BHXH", "KBNN", "CTK", "BCĐ", "BDT", "TTT"}
)


@cache
def _organs() -> frozenset[str]:
    return frozenset(_plain_name(name) for _, name, *_ in rows("organs"))


@cache
def _central_tail() -> re.Pattern[str]:
    names = sorted(
        (_plain_name(name) for _, name, level in rows("organs") if level in {"state", "central"}), key=len, reverse=True
    )
    return re.compile(
        rf"(?:bo truong\s+)?(?P<organ>{'|'.join(re.escape(n) for n in names)})\s+"
        r"(?!(?:va|khoa|nuoc|tinh|thanh pho|viet nam)\b)(?=[^\W\d_])"
    )


def _plain_name(name: str) -> str:
    bare = strip_diacritics(squeeze(name)).lower()
    return re.sub(r"^(?:bo truong|giam doc|thu truong|chu tich)\s+(?=bo|so|uy ban)", "", bare)


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
    # "Bộ Tài chính và thực tế hoạt động": what follows a listed organ in small letters is not its name.
    for joined in re.finditer(r"\s+và\s+(?=[a-zđàáảãạăâèéẻẽẹêìíỉĩịòóỏõọôơùúủũụưỳýỷỹỵ])", written):
        front = _plain_name(written[: joined.start()])
        if (front in _organs() or _PEOPLES.match(front)) and _plain_name(written) not in _organs():
            stop = start + joined.start()
            written = text[start:stop]
            break
    # "Chính phủ quản lý, cung cấp", "Chính phủ cơ sở dữ liệu quốc gia": a central organ's name is complete.
    if tail := _central_tail().match(strip_diacritics(written).lower()):
        after = tail.end("organ")
        if written[after:].lstrip()[:1].islower():
            stop = start + after
            written = text[start:stop]
    # "UBND tỉnh cải cách hành chính năm 2025": a title follows without "về".
    for noun in _NOUN_AFTER.finditer(strip_diacritics(written).lower()):
        front = _plain_name(written[: noun.start()])
        if front in _organs() or _PEOPLES.match(front):
            stop = start + noun.start()
            written = text[start:stop]
            break
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
    >>> issuer_of_symbol("NQ/TW"), issuer_of_symbol("CTr/TU"), issuer_of_symbol("QĐ-BHXH"), issuer_of_symbol("SNV-VP")
    (None, None, None, 'Sở Nội vụ')
    >>> issuer_of_symbol("QĐ-BCT"), issuer_of_symbol("NQ/BCT")
    ('Bộ Công Thương', None)
    """
    # "NQ/BCT" is the Political Bureau's way to write, "QĐ-BCT" the Ministry's.
    if organ_of_symbol(symbol) in _AMBIGUOUS or symbol.endswith("/BCT"):
        return None
    issuer = from_symbol(symbol, None, "")
    return issuer.name if issuer else None
