"""Issuer and title of a cited document, from the words after its number and date."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ingest.clean.fold import has_diacritics, strip_diacritics
from ingest.lexicons import rows
from ingest.parse.issuer import from_column, from_symbol, organ_of_symbol
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
_CUT = re.compile(
    r"\s+(?:hết hiệu|kể từ|đề nghị|yêu cầu|theo|cùng|tại|trong"
    r"|khóa|khoá|Khóa|thì|đã|đến|để|như|này|được|có|do|giao|gửi|gồm)\b"
)
_CUT_PLAIN = re.compile(r"\s+(?:het hieu|ke tu|de nghi|yeu cau|tai|trong|khoa|thi|da|den|de|nhu|nay|duoc|co)\b")
_LOCAL = re.compile(r"(?:uy ban nhan dan|hoi dong nhan dan) (tinh|thanh pho)$")
# Nouns and aims that begin a title right behind date or issuer ("ngày 5/3/2025 cải cách hành chính năm 2025").
# Verbs that may as well go on with the sentence ("báo cáo", "đề nghị", "rà soát") are none.
_PLAIN_TITLE = (
    r"(?:cai\s+cach|kiem\s+soat\s+thu|nang\s+cao|chuyen\s+doi\s+so|cai\s+thien|doi\s+moi|thi\s+dua|quy\s+che|chan\s+chinh"
    r"|phan\s+cap|phan\s+cong|chuc\s+nang|nhiem\s+vu|mot\s+so|nhung|cac\s+(?:giai|bien|nhiem|chinh)|danh\s+muc|(?:dam\s+bao|bao\s+dam)"
    r"|phong,?\s+chong|khac\s+phuc|tuyen\s+truyen|phat\s+trien|sap\s+xep|xac\s+dinh|thi\s+diem)"
)
_NOUN_AFTER = re.compile(rf"\s+{_PLAIN_TITLE}\b")
_PEOPLES = re.compile(r"(?:chu tich )?(?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan)\b")
# Between issuer and title: "khóa XIII", "gửi Bộ Tài chính" in front of "về việc".
_TITLE = re.compile(
    rf"""
    (?:[\s,]*khoa\s+[ivx]+\b)?
    (?: [\s,:]*(?=[“"]?(?:{_TITLE_WORD}|giao)\b)
      | \s+(?=[“"]?{_PLAIN_TITLE}\b)
      | \s+gui\s+[^,;.:()\d|]{{3,90}}?\s+(?=ve\s+viec\b) )
    """,
    re.VERBOSE,
)
_TITLE_END = re.compile(
    rf"""
    ;|\n\s*\n|\||(?<!\btp)[.](?=\s|$)|[!?](?=\s|$)
    |\(\s*(?:sau\ day|goi\ tat|viet\ tat|trich|kem|gui\ kem|ban\ (?:chup|sao|photo)|ban\ hanh|da\ duoc|duoc)|\[\d
    |(?P<close>\))
    |\s+(?:het|co)\ hieu\ luc|,\s*cu\ the|,?\s+(?:cu\s+the\s+)?nhu\s+sau
    |,\s+(?:trong\s+do|theo\s+do|qua\s+do|tu\s+do|nham|gop\s+phan|dong\s+thoi|ke\s+tu|tren\s+tinh\s+than|tren\s+co\s+so)\b
    # "..., được sửa đổi, bổ sung một số điều bởi Luật": no part of the name
    |(?P<changed>,?\s+(?:da\s+)?duoc\s+(?:sua\s+doi(?:\s*,\s*bo\s+sung)?|bo\s+sung|dieu\s+chinh|thay\s+the)
       (?:,?\s+(?:bo\s+sung|thay\s+the|bai\s+bo))*(?:\s+mot\s+so\s+(?:dieu|noi\s+dung))?\s+(?:boi|bang|theo|tai)\b)
    |(?:,|\s+va)\s+(?:thay\s+the|thay\s+cho|bai\s+bo|huy\s+bo)\s+(?:cac\s+)?(?:{_TYPES}|luat)\s
    |,\s+(?=(?:uy\s+ban|ubnd|so|bo|chu\s+tich|hoi\s+dong|ban|cuc|(?:pho\s+)?thu\s+tuong|chinh\s+phu|hdnd|van\s+phong)\b[^,;.]{{0,60}}
      \b(?:ban\s+hanh|xay\s+dung|yeu\s+cau|de\s+nghi|bao\s+cao|co\s+y\s+kien|quyet\s+dinh|thong\s+bao|to\s+chuc|giao)\b)
    # "... thì: Trừ các chỉ tiêu": a sentence begins
    |(?P<colon>(?:\s+thi)?\s*:(?=\s))
    # "... và các văn bản hướng dẫn thi hành", "... và các quy định khác có liên quan"
    |,?\s+va\s+cac\s+(?:van\s+ban\s+(?:huong\s+dan|lien\s+quan|co\s+lien\s+quan|quy\s+dinh|khac)
       |quy\s+dinh\s+(?:khac|cua\s+phap\s+luat|co\s+lien\s+quan|lien\s+quan))\b
    # the next member of a list of documents
    |(?:,\s*(?:va\s+)?|\s+va\s+|,?\s+cung\s+(?:voi\s+)?)(?:cac\s+|cua\s+)?
     (?:(?P<kind>{_TYPES})(?:\s+(?:hanh\s+dong|phoi\s+hop|lien\s+tich))?\s+(?:so\s*:?\s*)?\d{{1,6}}[a-z]?\s?[/-]
       |(?P<law>luat|bo\s+luat|phap\s+lenh)\s
       |(?P<bare>so)\s+\d{{1,6}}\s?[/-])
    """,
    re.VERBOSE,
)
_ONLY_WORD = re.compile(rf"(?:ve\s+)?(?:{_TITLE_WORD}|viec|giao|quy\s+dinh)(?:\s+(?:ve|viec|cua|cac|ro))*")
# "... về đất đai quy định": the verb of the sentence that cites.
_OWN_VERB = re.compile(r"\s+có\s+quy\s+định(?:\s+rõ)?$")
_VERB_BEFORE_COLON = re.compile(r"(?<!hành)(?<!các)(?<!số)(?<!hiện)\s+quy\s+định(?:\s+rõ)?$")
_LAW_BEFORE = re.compile(r"(?<!phap )(?<![^\W\d_])(?:luat|phap lenh)\s")
_NUMBER_BEFORE = re.compile(r"\d[/-]\w")
MAX_TITLE = 600
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


def title_after(text: str, bare: str, at: int, end: int, kind: str = "") -> str | None:
    """What follows number, date and issuer: the title, to the end of the clause; None beyond 600 characters.

    It ends in front of the next document of a list, but not inside a list that belongs to the title itself. `kind`:
    the cited document's own type, bare ("thong tu"): in "A quy định chi tiết Luật X và Nghị định B" the decree belongs
    to the title if A is no decree.

    >>> def title(text):
    ...     return title_after(text, strip_diacritics(text).lower(), 0, len(text))
    >>> title(" về kiểm soát thủ tục hành chính; Nghị định"), title(", Sở Nội vụ báo cáo")
    ('về kiểm soát thủ tục hành chính', None)
    >>> title(" về thi đua, Quyết định số 12/QĐ-UBND"), title(" về Chỉ số (PAR INDEX) năm 2025)")
    ('về thi đua', 'về Chỉ số (PAR INDEX) năm 2025')
    >>> title(" sửa đổi Nghị định số 61/2018/NĐ-CP và Nghị định số 45/2020/NĐ-CP;")
    'sửa đổi Nghị định số 61/2018/NĐ-CP và Nghị định số 45/2020/NĐ-CP'
    >>> title(" về đất đai (bản chụp gửi kèm)"), title(" về cơ chế tự chủ và các văn bản hướng dẫn thi hành")
    ('về đất đai', 'về cơ chế tự chủ')
    >>> title(" về quản lý thuế quy định: người nộp thuế")
    'về quản lý thuế'
    """
    found = _TITLE.match(bare, at, min(end, at + 140))
    if not found:
        return None
    start = found.end()
    limit = min(end, start + MAX_TITLE + 1)
    stop = limit
    for close in _TITLE_END.finditer(bare, start, limit):
        if _ends_title(text, bare, start, close, kind):
            stop = close.start()
            break
    written = text[start:stop]
    opened = written.rfind("(") if written.count("(") > written.count(")") else -1
    if stop - start > MAX_TITLE and opened < 0:  # no title but a sentence that goes on
        return None
    if opened >= 0:
        written = written[:opened]
    title = squeeze(written).strip(' ,:"“”')
    title = (_VERB_BEFORE_COLON if bare[stop : stop + 1] == ":" else _OWN_VERB).sub("", title).strip(" ,./")
    # A verb without its object is the sentence's: "Thông tư số 5 quy định: ...".
    return title if title and not _ONLY_WORD.fullmatch(strip_diacritics(title).lower()) else None


def _ends_title(text: str, bare: str, start: int, close: re.Match[str], own: str) -> bool:
    before = bare[start : close.start()]
    opened = before.count("(") > before.count(")")
    if close["close"]:
        return not opened
    # "phát động thi đua “Đoàn kết; sáng tạo”": a title's own quotation goes on to its end.
    if (
        close[0] == ";"
        and before.count("“") > before.count("”")
        and 0 < text.find("”", close.end()) - close.end() < 200
    ):
        return False
    if opened and close[0] != "|" and "\n" not in close[0]:
        return False
    if close["changed"]:
        # "danh mục thủ tục hành chính được sửa đổi, bổ sung theo ..." is what a title speaks of.
        return not re.search(r"\b(?:danh muc|thu tuc)\b", before)
    if close["colon"]:
        return len(before) > 20 or (not before.startswith("v") and _ONLY_WORD.fullmatch(before.strip()) is not None)
    if close["kind"]:
        if own and close["kind"] != own and close[0].split()[0] == "va" and _LAW_BEFORE.search(before):
            return False
        return not re.search(
            rf"(?<![^\W\d_]){re.escape(close['kind'])}\s+(?:so\s*:?\s*)?\d{{1,6}}[a-z]?\s?[/-]", before
        )
    if close["law"]:
        # "pháp luật", "và luật sư": only a law's name has a capital.
        return text[close.start("law")].isupper() and not _LAW_BEFORE.search(before)
    if close["bare"]:
        return not _NUMBER_BEFORE.search(before)
    return True
