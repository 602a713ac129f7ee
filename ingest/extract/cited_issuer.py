"""Issuer of a cited document, from the words around its number and date, or from its symbol."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ingest.clean.fold import has_diacritics, strip_diacritics
from ingest.clean.letters import LOWER, UPPER
from ingest.extract.cited_title import PLAIN_TITLE, TITLE_WORD, TYPES
from ingest.lexicons import rows
from ingest.parse.issuer import from_column, from_symbol, organ_of_symbol
from ingest.parse.plain import squeeze
from ingest.parse.province import find_province

# "và" in front of another document, its part, or what is no organ any more.
_AND_OTHER = (
    rf"va\s+(?:cac|cua|{TYPES}|theo|nhung|luat|bo\s+luat|dieu|khoan|diem|muc|chuong"
    r"|y\s+kien|thao\s+luan|ket\s+qua|thuc\s+te|de\s+nghi|phu\s+hop|yeu\s+cau|tinh\s+hinh|dieu\s+kien)"
)
# Commas that belong to a name ("Bộ Văn hóa, Thể thao và Du lịch", "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ").
_COMMA = (
    r"(?:(?<=van\shoa),\s(?=(?:the\sthao|thong\stin|xa\shoi)\b)|(?<=kinh\ste),\s(?=ngan\ssach)|(?<=lao\sdong),\s(?=thuong\sbinh)"
    r"|(?<=khoa\shoc),\s(?=cong\snghe)|(?<=bo\struong),\s(?=chu\snhiem|tong)|(?<=thu\stuong),\s(?=bo\struong))"
)
_ISSUER = re.compile(
    rf"""
    [\s,]*(?:\[\d{{1,3}}\]\s*|\([^()]{{3,80}}\)\s*)?(?:cua|do)\s+
    (?P<issuer>(?:[^,;.:()\[\]"“”^|?!\n]|\n(?!\s*[-+\d])|{_COMMA}|\((?:ubnd|hdnd)\)(?=\s+(?:tinh|thanh\s+pho|xa|phuong|huyen))){{2,110}}?)
    (?=\s*(?:[;:)\[\]"“”^|.]|\((?!(?:ubnd|hdnd)\)\s+(?:tinh|thanh\s+pho|xa|phuong|huyen))|(?!{_COMMA}),|$)
      # "bảo vệ" and "tự vệ" are no "về"
      |(?<!\bbao)(?<!\btu)\s+(?:{TITLE_WORD}|{_AND_OTHER}|ngay|bao\s+cao|yeu\s+cau|(?<!theo\s)de\s+nghi
         |du\s+thao\s+(?:{TYPES}|luat)|y\s+kien\s+thao\s+luan)\b
      |\s+[-–+•]\s+(?:{TYPES}|luat|bo\s+luat|phap\s+lenh)\s+(?:so\b|\d|[a-z]+\s)
      |(?<!ban\schi\sdao)\s+\d|\n\s*(?:xet|can\s+cu|theo|thuc\s+hien|quyet\s+(?:dinh|nghi))\b)
    """,
    re.VERBOSE,
)
# Ministries that issue together: "liên Bộ A, Bộ B và Bộ C", "Bộ A, Bộ B".
_JOINT = re.compile(
    r"[\s,]*cua\s+(?P<issuer>(?:lien\s+(?:bo\s*:|bo|nganh)|bo|ngan\s+hang|toa\s+an|vien\s+kiem|thanh\s+tra|uy\s+ban|tong|ban)\s"
    r"(?:(?!\n\s*[-+\d])[^;.:()\[\]\"“”^|\d]){2,240}?)"
    rf"(?=\s*(?:[;:()\[\]\"“”^|.]|$)|\s+(?:{TITLE_WORD}|ngay)\b|,?\s+(?:va\s+)?(?:{TYPES})\s)"
)
_NEXT_MEMBER = re.compile(
    r",(?!\s*(?:the\s+thao|chu\s+nhiem|bo\s+truong|tong|bo\s|ngan\s+hang|toa\s+an|vien|thanh\s+tra|uy\s+ban|ban\s|va\s))"
)
# The head of an office signs, the office issues.
_HEADS = re.compile(
    r"""^
    (?:(?:pho\s+)?(?:chu\s+tich|(?:tong\s+)?giam\s+doc|bo\s+truong|thong\s+doc|(?:tong\s+|chi\s+)?cuc\s+truong
      |truong\s+ban|chanh\s+thanh\s+tra|(?:pho\s+)?chanh(?=\s+van\s+phong)|vien\s+truong|hieu\s+truong)\s*(?:,\s*chu\s+nhiem\s+)?)
    (?=(?:ubnd|uy\s+ban|hdnd|hoi\s+dong|so|bo|van\s+phong|ngan\s+hang|(?:tong\s+|chi\s+)?cuc|ban|thanh\s+tra
      |trung\s+tam|vien)\b)
    """,
    re.VERBOSE,
)
# Words that end a name; as written, because without marks "tại" is "Tài chính" and "khóa" is "Khoa học".
_CUT = re.compile(
    r"\s+(?:hết hiệu|kể từ|đề nghị|yêu cầu|theo|cùng|tại|trong|trên|vào"
    r"|[Kk]h(?:óa|oá)(?=\s+[IVX]|$)|khóa|khoá|thì|đã|đến|để|như|này|được|có|do|(?<!Ngoại )giao(?! thông)"
    r"|(?<![Tt]hiết )bị|gửi|gồm|hỏi|nêu|xác định|xin|trả lời|báo cáo|hiện|còn|vẫn|sẽ|nhưng|chưa|mà|với"
    r"|đồng ý|thống nhất|chấp thuận)\b"
)
_CUT_PLAIN = re.compile(
    r"\s+(?:het hieu|ke tu|de nghi|yeu cau|(?<!van )tai|trong|tren dia ban|khoa|thi|da|den|de|nhu|nay|duoc|co|neu"
    r"|xac dinh|xin|tra loi|nhung|chua|voi|bi(?=\s+(?:bai|huy|thay)|$)|dong y|chap thuan|(?<!uoc )hoi(?=$))\b"
)
_OFFICE = re.compile(r"(?:lien\s+)?(?:bo|so|cuc|ban|uy\s+ban|hoi\s+dong)")
_NO_NAME = re.compile(
    r"(?:lien\s+)?(?:bo|so|cuc|ban|uy\s+ban|hoi\s+dong|co\s+quan|don\s+vi|chinh\s+quyen)|do|minh|no|ho|co\s+quan\s+.*|don\s+vi\s+.*|cap\s+.*"
)
_COMPLETE = re.compile(r"(?:thu tuong )?chinh phu|quoc hoi|uy ban thuong vu quoc hoi")
_LOCAL = re.compile(
    r"(?:(?:ban|van phong|thuong truc|doan|chu tich)(?: [^\W\d_]+){0,5}? )?"
    r"(?:uy ban nhan dan|hoi dong nhan dan) (tinh|thanh pho)$"
)
_KIND_AGAIN = re.compile(rf"\s+(?:nghi\s+dinh|thong\s+tu|nghi\s+quyet|quyet\s+dinh|chi\s+thi)(?=\s+{TITLE_WORD}\b|$)")
_NOUN_AFTER = re.compile(rf"\s+{PLAIN_TITLE}\b")
_PEOPLES = re.compile(r"(?:chu tich )?(?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan)\b")
# Symbols that several organs share: only words tell whose number it is. Resolutions and directives "/TW" are of the
# Central Committee, the Political Bureau or the Secretariat; "BHXH", "KBNN" and "CTK" also of the provinces.
_AMBIGUOUS = frozenset(
    {"TW", "TU", "ĐU", "HU", "VP", "VPUB", "VPUBND", "CT", "TCT", "BQL", "BHXH", "KBNN", "CTK", "BCĐ", "BDT", "TTT"}
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
    """Issuer named after a number and date, in full, and the offset where it ends; "" for "của Bộ", which is no name.

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
    start, stop = _own_words(text, bare, start, stop)
    # "Ban Chỉ đạo về cải cách hành chính ban hành Kế hoạch": the first "về" is the name's.
    if is_body_for(bare[start:stop]) and (field := _FIELD.match(bare, stop, end)):
        stop = field.end()
    name = full_name(text[start:stop], province)
    if name is None and not _OFFICE.fullmatch(bare[start:stop].strip()):
        return None
    return name or "", stop


def joint_issuer_after(text: str, bare: str, at: int, end: int) -> tuple[str, int] | None:
    """Issuers of a joint circular, as written, and the offset where they end.

    >>> text = " của liên Bộ Quốc phòng, Bộ Y tế và Bộ Tài chính hướng dẫn thực hiện"
    >>> joint_issuer_after(text, strip_diacritics(text).lower(), 0, len(text))
    ('liên Bộ Quốc phòng, Bộ Y tế và Bộ Tài chính', 48)
    """
    found = _JOINT.match(bare, at, min(end, at + 260))
    if not found or (_NEXT_MEMBER.search(found["issuer"]) and ":" not in found["issuer"]):
        return None
    start, stop = found.span("issuer")
    return squeeze(text[start:stop]), stop


# "Quyết định 59/2025/QĐ-UBND thành phố Hải Phòng".
_PLACE_AFTER = re.compile(r"\s+(?:tỉnh|thành phố|tinh|thanh pho)(?:\s[^\W\da-zđ_][^\W\d_]*){1,4}")


def place_after(text: str, at: int, end: int, symbol: str) -> tuple[str, int] | None:
    """Issuer whose place stands right behind a number that ends in "UBND" or "HĐND".

    >>> place_after("59/2025/QĐ-UBND thành phố Hải Phòng về thi đua", 15, 46, "QĐ-UBND")
    ('Ủy ban nhân dân thành phố Hải Phòng', 35)
    """
    organ = {"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân"}.get(symbol.rpartition("-")[2])
    found = _PLACE_AFTER.match(text, at, end) if organ else None
    return (f"{organ} {squeeze(found[0])}", found.end()) if found else None


_BODY_FOR = re.compile(
    r"(?:ban\s+chi\s+dao|to\s+cong\s+tac|tieu\s+ban|hoi\s+dong\s+(?!nhan\s+dan)|uy\s+ban\s+quoc\s+gia)"
)
_FIELD = re.compile(
    r"\s+ve\s+(?!viec\b)[^;.:()\d]{4,180}?(?=\s+(?:ve\s+viec|ban\s+hanh|phe\s+duyet|quy\s+dinh|kien\s+toan)\s)"
)


def is_body_for(name: str) -> bool:
    """Whether an organ's bare name goes on with what it is for ("Ban Chỉ đạo về ...").

    >>> is_body_for("ban chi dao trung uong"), is_body_for("so noi vu")
    (True, False)
    """
    return _BODY_FOR.match(name) is not None


_DANGLING = re.compile(r"\s+(?:và|va)\s*$")


def _own_words(text: str, bare: str, start: int, stop: int) -> tuple[int, int]:
    """The part of the words behind "của" that is a name: no sentence behind it, no head of office in front."""
    written = text[start:stop]
    # "Bộ Tài chính và thực tế hoạt động": what follows a listed organ in small letters is not its name.
    for joined in re.finditer(rf"\s+và\s+(?=[{LOWER}])", written):
        front = _plain_name(written[: joined.start()])
        if (front in _organs() or _PEOPLES.match(front)) and _plain_name(written) not in _organs():
            stop = start + joined.start()
            written = text[start:stop]
            break
    # "Chính phủ quản lý, cung cấp", "Chính phủ Ứng dụng công nghệ": a central organ's name is complete.
    if tail := _central_tail().match(strip_diacritics(written).lower()):
        after = tail.end("organ")
        if written[after:].lstrip()[:1].islower() or _COMPLETE.fullmatch(tail["organ"]):
            stop = start + after
            written = text[start:stop]
    # "Bộ Y tế Thông tư hướng dẫn": the kind said a second time begins the title.
    if (kind := _KIND_AGAIN.search(strip_diacritics(written).lower())) and (
        _plain_name(written[: kind.start()]) in _organs()
    ):
        stop = start + kind.start()
        written = text[start:stop]
    # "UBND tỉnh cải cách hành chính năm 2025": a title follows without "về".
    for noun in _NOUN_AFTER.finditer(strip_diacritics(written).lower()):
        front = _plain_name(written[: noun.start()])
        if (front in _organs() or _PEOPLES.match(front)) and not is_body_for(front):
            stop = start + noun.start()
            written = text[start:stop]
            break
    if cut := (_CUT if has_diacritics(written) else _CUT_PLAIN).search(written):
        stop = start + cut.start()
    if head := _HEADS.match(bare[start:stop]):
        start += head.end()
    if dangling := _DANGLING.search(text, start, stop):  # "của Bộ Tài chính và thực hiện cập nhật"
        stop = dangling.start()
    return start, stop


_SHORT = {"UBTVQH": "Ủy ban Thường vụ Quốc hội", "TTg": "Thủ tướng Chính phủ", "VPCP": "Văn phòng Chính phủ"}

# "Bộ TN&MT", "Sở GDĐT".
_ABBREVIATED = re.compile(rf"(?P<head>Bộ|Sở) (?P<rest>[{UPPER}]+(?:&[{UPPER}]+)*)(?<=\w\w)")

_PREMIER = {"Thủ tướng": " Chính phủ", "Thu tuong": " Chinh phu"}


def full_name(written: str, province: str | None) -> str | None:
    """An issuer's name with its abbreviations written out and its province put in; None for a bare "Bộ".

    >>> full_name("UBND tỉnh", "Sơn La"), full_name("HĐND Thành phố", "Hà Nội"), full_name("Bộ", None)
    ('Ủy ban nhân dân tỉnh Sơn La', 'Hội đồng nhân dân thành phố Hà Nội', None)
    >>> full_name("Bộ TN&MT", None), full_name("Sở GDĐT", None), full_name("Bộ XYZ", None)
    ('Bộ Tài nguyên và Môi trường', 'Sở Giáo dục và Đào tạo', 'Bộ XYZ')
    """
    name = re.sub(r"\s+(?:năm|ngày|tháng)$", "", squeeze(written).strip(" -–"))
    name = re.sub(r"\s+\((?:UBND|HĐND)\)(?=\s)", "", name)
    name = re.sub(r"^(?:UBND|Ủy ban nhân dân)[^,;]{0,40}?\strình\s(?=(?:HĐND|Hội đồng nhân dân)\b)", "", name)
    if name not in _SHORT and name.isupper() and (organ := from_column(name, None, "")):
        name = organ.name
    name = f"{name}{_PREMIER[name]}" if name in _PREMIER else _SHORT.get(name, name)
    name = re.sub(r"^UBND\s+(?=Ủy ban|Uỷ ban)", "", name)
    name = re.sub(r"^(Văn phòng |Van phong )?(?:UBND|Ubnd|UNBD)\b", r"\1Ủy ban nhân dân", name)
    name = re.sub(
        r"^(?:Uỷ ban|ỦY BAN NHÂN DÂN|Ủy ban Nhân dân)\b",
        lambda m: "Ủy ban nhân dân" if len(m.group()) > 8 else "Ủy ban",
        name,
    )
    name = re.sub(r"^HĐND\b", "Hội đồng nhân dân", name)
    if short := _ABBREVIATED.fullmatch(name):  # by the symbol that it makes: "BTNMT"
        name = issuer_of_symbol(f"QĐ-{short['head'][0]}{short['rest'].replace('&', '')}") or name
    if province and (local := _LOCAL.match(strip_diacritics(name).lower())):
        known = find_province(province)
        if known and strip_diacritics(known.kind) == local.group(1):
            name = f"{name.rsplit(' ', 2 if local.group(1) == 'thanh pho' else 1)[0]} {known.full_name}"
    if name.startswith(("tỉnh ", "thành phố ", "huyện ", "xã ", "phường ")):  # a place, no organ
        return None
    if not name or name[0].isdigit() or _NO_NAME.fullmatch(strip_diacritics(name).lower()):
        return None
    return name


# Who issued, in front of a verb: "UBND tỉnh đã ban hành các văn bản:".
_BEFORE = re.compile(
    r"(?<![^\W\d_])(?P<issuer>(?:(?:chu\s+tich\s+)?(?:ubnd|uy\s+ban\s+nhan\s+dan|hdnd|hoi\s+dong\s+nhan\s+dan)"
    r"|(?:ban\s+thuong\s+vu\s+)?(?:tinh|thanh)\s+uy)(?:\s+[^,;.:()\d|]{2,40}?)??)"
    r"(?:\s*\([^()]{3,50}\))?\s+(?:da\s+|cung\s+da\s+|vua\s+|kip\s+thoi\s+|tiep\s+tuc\s+|da\s+som\s+)?(?:ban\s+hanh|ky\s+ban\s+hanh|ky|thong\s+qua)"
    r"(?:\s+(?:cac|nhieu|dong\s+bo|mot\s+so|\d{1,2}))?(?:\s+van\s+ban(?:\s+chi\s+dao)?)?(?:\s+(?:sau|nhu|gom))?\s*:?\s*$"
    r"|(?<![^\W\d_])(?P<lister>(?:ubnd|uy\s+ban\s+nhan\s+dan|hdnd|hoi\s+dong\s+nhan\s+dan)(?:\s+[^,;.:()\d|]{2,40}?)??)"
    r"\s+(?:da\s+)?(?:(?:kip\s+thoi|quan\s+tam)\s+)?ban\s+hanh\s+(?:cac|nhieu|mot\s+so)\s+(?:van\s+ban|ke\s+hoach|quyet\s+dinh)"
    r"[^;:.]{0,110}?(?:nhu|gom|sau|cu\s+the)\s*:\s*$"
)
# "được UBND tỉnh phê duyệt ... tại", "theo chỉ đạo của UBND tỉnh tại", "UBND tỉnh đã có".
_PEOPLES_ORGAN = r"(?:chu\s+tich\s+)?(?:ubnd|uy\s+ban\s+nhan\s+dan|hdnd|hoi\s+dong\s+nhan\s+dan)"
_ACTED = re.compile(
    rf"(?<![^\W\d_])(?P<issuer>(?:{_PEOPLES_ORGAN}(?:\s+(?:tinh|thanh\s+pho|huyen|thi\s+xa|quan|xa|phuong|dac\s+khu)"
    r"(?:\s+[^,;.:()\d|]{2,30}?)??)??|bo\s+chinh\s+tri|ban\s+bi\s+thu|ban\s+chap\s+hanh\s+trung\s+uong"
    r"|(?:ban\s+thuong\s+vu\s+)?(?:tinh|thanh)\s+uy))"
    r"\s+(?:(?:da\s+|cung\s+da\s+|vua\s+)?(?:phe\s+duyet|chap\s+thuan|quyet\s+dinh|thanh\s+lap|giao|cong\s+bo|ban\s+hanh|kien\s+toan"
    r"|chi\s+dao|bao\s+cao|thong\s+nhat|cho\s+y\s+kien|co\s+y\s+kien|yeu\s+cau|cong\s+nhan|thong\s+qua)"
    rf"(?=\s)(?:(?!{_PEOPLES_ORGAN}\b|\bcua\s)[^;.:|\d]){{0,140}}?\s)?tai\s+(?:cac\s+)?$"
    r"|(?<![^\W\d_])(?P<owner>"
    rf"{_PEOPLES_ORGAN}(?:\s+(?:tinh|thanh\s+pho)(?:\s+[^,;.:()\d|]{{2,30}}?)??)??|bo\s+chinh\s+tri|ban\s+bi\s+thu"
    r"|ban\s+chap\s+hanh\s+trung\s+uong(?:\s+dang)?)"
    r"\s+(?:(?:da|cung\s+da|vua|da\s+som)\s+)?(?:co|ban\s+hanh)\s+(?:cac\s+)?$"
)
# "Kế hoạch của UBND tỉnh (Kế hoạch số 5/KH-UBND": named in front of a bracket.
_OF_BRACKET = re.compile(
    rf"(?<![^\W\d_])(?:{TYPES})\s+cua\s+(?P<issuer>{_PEOPLES_ORGAN}(?:\s+[^,;.:()\d|]{{2,40}}?)?|(?:tinh|thanh)\s+uy(?:\s+[^,;.:()\d|]{{2,30}}?)?"
    r"|bo\s+chinh\s+tri|ban\s+bi\s+thu)\s*\(\s*(?:tai\s+)?$"
)
_PLACED = re.compile(
    r"(?:Uy ban nhan dan|Hoi dong nhan dan)"
    r"(?:\s(?:tinh|thanh pho|huyen|thi xa|quan|xa|phuong|dac khu)(?:\s[^\W\da-zđ_]\w*)*)?"
    r"|Bo Chinh tri|Ban Bi thu|Ban Chap hanh Trung uong|(?:Ban Thuong vu )?(?:Tinh|Thanh) uy"
)
# "Cục Đăng kiểm Việt Nam đã có Văn bản số 6686/ĐKVN-VAQ": whoever begins the sentence.
_AGENCY = re.compile(
    r"(?:^|[,;:.]\s+|\n\s*)(?P<issuer>(?:cuc|tong\s+cuc|chi\s+cuc|thue\s+(?:tinh|thanh\s+pho)|kho\s+bac|bao\s+hiem)\s[^,;.:()\d|]{3,60}?)"
    r"(?:\s*\([^()]{3,60}\))?\s+(?:da\s+)?(?:co|ban\s+hanh|gui)\s+(?:cac\s+)?$"
)
_ACTS = re.compile(r"\b(?:tham muu|trinh|de nghi|bao cao|chu tri|phoi hop|ubnd|va|da|se|phai|chua)\b")
# Which symbols such an organ's documents have.
_SYMBOL_OF = (
    ("hdnd", "hoi dong nhan dan"),
    ("ubnd", "uy ban nhan dan"),
    ("tu", "tinh uy"),
    ("tu", "thanh uy"),
    ("tw", "bo chinh tri"),
    ("tw", "ban bi thu"),
    ("tw", "ban chap hanh"),
)


# "Tỉnh Bến Tre cũ: Kế hoạch số 5/KH-UBND ...; Quyết định số 6/QĐ-UBND ...": whose documents a line lists.
_LINE_OF = re.compile(
    r"[\s\-+*•]*(?:tren\s+dia\s+ban\s+|doi\s+voi\s+|tai\s+)?(?P<kind>tinh|thanh\s+pho|tp\.?)\s+(?P<name>[^\W\d_]+(?:\s[^\W\d_]+){0,3}?)"
    r"(?:\s+cu|\s*\((?:cu|truoc[^()]{3,40})\)|\s+truoc\s+(?:day|(?:hop\s+nhat|sap\s+nhap)(?:[^:;.]{0,20})))?\s*:"
)


def province_of_line(bare: str, start: int, end: int) -> str | None:
    """Province that a line names in front of the documents it lists.

    >>> text = "- tinh ben tre cu: ke hoach so 5/kh-ubnd"
    >>> province_of_line(text, 0, len(text)), province_of_line("tinh hinh: tot", 0, 14)
    ('Bến Tre', None)
    """
    found = _LINE_OF.match(bare, start, min(end, start + 120))
    if found is None:
        return None
    province = find_province(found["name"])
    return province.name if province and strip_diacritics(province.name).lower() == found["name"] else None


_COMMUNE = re.compile(r"(?:Ủy ban nhân dân|Hội đồng nhân dân) (?P<kind>xã|phường|đặc khu|thị trấn|huyện|quận|thị xã)$")


def in_own_area(name: str, *own: str | None) -> str:
    """ "UBND thị trấn" in a document of a town's committee, with the town's name.

    >>> in_own_area("Ủy ban nhân dân thị trấn", "Phòng Nội vụ", "Ủy ban nhân dân thị trấn Mộc Châu")
    'Ủy ban nhân dân thị trấn Mộc Châu'
    >>> in_own_area("Ủy ban nhân dân xã", "Ủy ban nhân dân tỉnh Sơn La")
    'Ủy ban nhân dân xã'
    """
    bare_kind = _COMMUNE.match(name)
    if bare_kind:
        for issuer in own:
            if found := re.search(rf"nhân dân (?P<area>{bare_kind['kind']} [{UPPER}].*)$", issuer or ""):
                return f"{name.rsplit(' ', len(bare_kind['kind'].split()))[0]} {found['area']}"
    return name


def issuer_before(text: str, bare: str, start: int, at: int, symbol: str, province: str | None) -> str | None:
    """Local issuer named in front of a citation that begins at `at`, if the symbol is such an organ's.

    >>> def before(text, symbol):
    ...     return issuer_before(text, strip_diacritics(text).lower(), 0, len(text), symbol, "Sơn La")
    >>> before("Ngày 3/7/2025, HĐND tỉnh ban hành ", "NQ-HĐND"), before("UBND tỉnh Lào Cai đã ban hành các ", "KH-UBND")
    ('Hội đồng nhân dân tỉnh Sơn La', 'Ủy ban nhân dân tỉnh Lào Cai')
    >>> before("UBND tỉnh ban hành ", "NQ-HĐND"), before("trình UBND tỉnh xem xét ", "QĐ-UBND")
    (None, None)
    >>> before("theo chỉ đạo của UBND tỉnh tại ", "UBND-NC"), before("Bộ Chính trị đã có ", "KL/TW")
    ('Ủy ban nhân dân tỉnh Sơn La', 'Bộ Chính trị')
    >>> before("được UBND tỉnh Yên Bái phê duyệt quy hoạch tại ", "QĐ-UBND"), before("Cục Đường bộ đã có ", "ĐBVN-VT")
    ('Ủy ban nhân dân tỉnh Yên Bái', 'Cục Đường bộ')
    >>> before("Theo đề nghị của Chánh Văn phòng UBND tỉnh Lào Cai tại ", "TTr-VPUB")
    'Văn phòng Ủy ban nhân dân tỉnh Lào Cai'
    """
    start = max(start, at - 230)
    if agency := _AGENCY.search(bare[start:at]):
        own = squeeze(text[start:at][slice(*agency.span("issuer"))])
        return own if own[0].isupper() and not _ACTS.search(strip_diacritics(own).lower()) else None
    if proposer := _proposer(text, bare, start, at, province):
        return proposer
    if bare[max(start, at - 6) : at].rstrip().endswith(("(", "tai")) and (
        bracket := _OF_BRACKET.search(bare, start, at)
    ):
        first, stop = _own_words(text, bare, *bracket.span("issuer"))
        name = full_name(text[first:stop], province)
        return name if name and has_symbol(name, symbol) else None
    found, acted = _BEFORE.search(bare, max(start, at - 190), at), False
    if not found:
        found, acted = _ACTED.search(bare, start, at), True
    if not found:
        return None
    group = "owner" if acted and found["owner"] else "lister" if not acted and found["lister"] else "issuer"
    first, stop = found.span(group)
    first, stop = _own_words(text, bare, first, stop)
    name = full_name(text[first:stop], province)
    if acted and not _PLACED.fullmatch(strip_diacritics(name or "")):
        return None
    return name if name and has_symbol(name, symbol) else None


def has_symbol(name: str, symbol: str) -> bool:
    """Whether documents of this symbol can be this local or Party organ's.

    >>> has_symbol("Ủy ban nhân dân tỉnh Lào Cai", "KH-UBND"), has_symbol("Bộ Chính trị", "CT/TW")
    (True, True)
    >>> has_symbol("Ủy ban nhân dân tỉnh Lào Cai", "NQ-HĐND")
    False
    """
    plain = strip_diacritics(name).lower()
    tokens = re.split(r"[-/]", strip_diacritics(symbol).lower())
    return any(token in tokens and organ in plain for token, organ in _SYMBOL_OF)


# "Theo đề nghị của Chánh Văn phòng UBND tỉnh tại Tờ trình số 5/TTr-VPUB": the symbol is of many organs.
_PROPOSED = re.compile(
    r"\b(?:theo|xet)\s+de\s+nghi\s+cua\s+(?P<issuer>(?:(?:pho\s+)?(?:chanh|chu\s+tich|truong|giam\s+doc|cuc\s+truong)\s+)?"
    r"(?:van\s+phong|ubnd|uy\s+ban\s+nhan\s+dan|so|ban|phong|cuc|chi\s+cuc|thue|kho\s+bac|bao\s+hiem|cong\s+an|thanh\s+tra"
    r"|benh\s+vien|truong|trung\s+tam|vien|hoc\s+vien|dai\s+hoc|hiep\s+hoi|lien\s+minh)\s"
    rf"(?:(?!\s(?:va|tai|cung|ve|theo)\s)(?:[^,;.:()\d|]|{_COMMA})){{3,90}})\s+tai\s+(?:cac\s+)?$"
)


def _proposer(text: str, bare: str, start: int, at: int, province: str | None) -> str | None:
    found = _PROPOSED.search(bare, start, at)
    if not found:
        return None
    name = full_name(text[slice(*_own_words(text, bare, *found.span("issuer")))], province)
    # An office's name goes on behind its head word, and begins with a capital.
    return name if name and name[0].isupper() and " " in name else None


# "TTr-SNNMT.VP": the organ, then its branch.
_BRANCH = re.compile(r"(?<=[A-ZĐ]{2})\.[A-ZĐ][A-ZĐa-z&]{0,7}\d?$")


@lru_cache(maxsize=512)
def issuer_of_symbol(symbol: str) -> str | None:
    """Issuer that a symbol alone tells: a central organ.

    >>> issuer_of_symbol("NĐ-CP"), issuer_of_symbol("QĐ-TTg"), issuer_of_symbol("QH15"), issuer_of_symbol("KH-UBND")
    ('Chính phủ', 'Thủ tướng Chính phủ', 'Quốc hội', None)
    >>> issuer_of_symbol("NQ/TW"), issuer_of_symbol("CTr/TU"), issuer_of_symbol("QĐ-BHXH"), issuer_of_symbol("SNV-VP")
    (None, None, None, 'Sở Nội vụ')
    >>> issuer_of_symbol("TTr-SNV.VP"), issuer_of_symbol("TTr-UBND.VX")
    ('Sở Nội vụ', None)
    >>> issuer_of_symbol("QĐ-BCT"), issuer_of_symbol("NQ/BCT")
    ('Bộ Công Thương', None)
    """
    # "NQ/BCT" is the Political Bureau's way to write, "QĐ-BCT" the Ministry's.
    if organ_of_symbol(symbol) in _AMBIGUOUS or symbol.endswith("/BCT"):
        return None
    issuer = from_symbol(symbol, None, "")
    if issuer is None and (branch := _BRANCH.search(symbol)):
        return issuer_of_symbol(symbol[: branch.start()])
    return issuer.name if issuer else None
