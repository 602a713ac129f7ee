"""Lists of units: "Sở A, Sở B và Công an tỉnh" is three, "UBND các xã, phường, đặc khu" one.

A list is split at ";" and where a part begins with a head word of its own (Sở, Văn phòng, UBND, các ...). A
comma inside a name ("Sở Văn hóa, Thể thao và Du lịch") or a collective phrase ("các sở, ban, ngành") has no
head word after it, so it never splits. Words are compared as written; in text that has lost all its marks they
are compared without marks (elsewhere "Sở" and "số" would be one word).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ingest.clean.fold import match_form, strip_diacritics
from ingest.lexicons import rows

_PARENTHESES = re.compile(r"\([^()]*\)")
_NOTE = re.compile(r"\[\d{1,3}\]")  # a footnote's mark
_SPACE = re.compile(r"\s+")

# Heads that begin a unit's name when more of the name follows ("Sở Nội vụ", never "Sở, ban, ngành").
_OPEN_HEADS = (
    "lực lượng", "sở", "bộ", "ban", "phòng", "văn phòng", "trung tâm", "chi cục", "cục", "tổng cục", "vụ", "viện",
    "trường", "báo", "đài", "hội", "liên đoàn", "liên minh", "liên hiệp", "mặt trận", "ủy ban", "tòa án",
    "viện kiểm sát", "kho bạc", "bảo hiểm", "ngân hàng", "bưu điện", "công ty", "tổng công ty", "tập đoàn", "tổ",
    "đoàn", "hải quan", "thuế", "thống kê", "bộ chỉ huy", "bộ đội", "hiệp hội", "công đoàn", "kiểm toán",
    "học viện", "đại học", "quỹ", "cơ quan", "hội đồng", "chủ tịch", "phó chủ tịch", "giám đốc", "phó giám đốc",
    "thủ trưởng", "trưởng", "chánh", "lãnh đạo", "người đứng đầu", "bộ trưởng", "công chức", "bộ phận", "đơn vị",
    "cổng thông tin", "cổng", "thành ủy", "tỉnh ủy", "đảng ủy", "huyện ủy", "xí nghiệp", "nhà máy", "bệnh viện",
    "trạm", "thường trực", "kho", "đội", "bí thư", "hợp tác xã", "chính quyền", "nhà xuất bản", "bảo tàng",
    "thư viện", "chi nhánh", "đảng đoàn", "đồng chí", "đ/c", "liên hiệp các hội", "kiểm lâm", "vườn quốc gia",
    "thi hành án", "ban cán sự", "hiệu trưởng", "phó hiệu trưởng", "phó trưởng", "phó chánh", "phó bí thư",
    "phó thủ trưởng", "ban biên tập", "thông tấn xã", "khu quản lý",
)  # fmt: skip
# Heads that may be a whole name by themselves.
_WHOLE_HEADS = (
    "văn phòng", "thanh tra", "công an", "tỉnh đoàn", "thành đoàn", "huyện đoàn", "quân sự", "tỉnh ủy", "thành ủy",
    "ubnd", "hđnd", "ubmttq", "mttq", "ubmttqvn", "vp", "vpub", "vnpt", "viettel", "mobifone", "fpt", "evn", "kbnn",
    "bhxh", "nhnn", "chính phủ", "quốc hội", "trung ương đoàn", "đảng ủy", "địa phương", "stp", "snv", "stc",
    "skhcn", "bộ phận một cửa", "hạt kiểm lâm", "nhà trường",
)  # fmt: skip
# What "các" makes a collective phrase of.
_MANY = (
    "lực lượng", "chủ", "nhà", "tổ chức", "hãng", "bên", "nhà trường", "sở", "bộ", "ban", "cơ quan", "đơn vị",
    "địa phương", "phòng", "trung tâm", "xã", "phường", "huyện", "doanh nghiệp", "trường", "hội", "cấp", "ngành",
    "đoàn thể", "chi cục", "cục", "viện", "ngân hàng", "hợp tác xã", "thành viên", "cá nhân", "tập đoàn", "công ty",
    "đồng chí", "cơ sở", "hiệp hội", "nhà mạng", "chủ đầu tư", "tỉnh", "thành phố", "đoàn", "công chức", "trưởng",
    "lãnh đạo", "bộ phận", "báo", "đài", "ubnd", "ủy ban", "quận", "tổ", "đặc khu", "chủ tịch", "thủ trưởng", "vụ",
    "tổng cục", "tổng công ty", "đảng ủy", "đảng bộ", "chi bộ", "huyện ủy", "thôn", "khu", "đại lý", "đảng đoàn",
    "ban cán sự", "chi nhánh", "bệnh viện", "trạm", "bảo tàng", "liên đoàn", "công đoàn",
)  # fmt: skip
# Words that begin like a unit and are none.
_NO_HEADS = (
    "đoàn thể", "tổ chức", "bộ máy", "bộ chỉ số", "bộ tiêu chí", "bộ thủ tục", "bộ câu hỏi", "ban hành", "báo cáo",
    "báo chí",
    "hội nghị", "hội thảo", "hội nhập", "đoàn kết", "đoàn viên", "vụ việc", "phòng chống", "phòng ngừa",
    "phòng cháy", "phòng thủ", "phòng trừ", "phòng hộ",
    "trường hợp", "kho dữ liệu", "đội ngũ", "quỹ đất", "quỹ đạo", "cục bộ", "viện dẫn", "viện trợ", "ngân hàng đề",
    "đài tưởng", "hội đồng nghiệm thu", "văn phòng điện tử", "văn phòng phẩm", "báo động", "thuế suất",
    "đơn vị tính", "cơ quan nhà nước", "bộ dữ liệu", "cổng dịch vụ", "cổng dữ liệu", "thống kê số",
    "thanh tra đột xuất", "thanh tra trách nhiệm", "thanh tra, kiểm tra", "thanh tra việc", "thanh tra hoạt động",
    "thanh tra đối với", "thanh tra công tác",
    "thống kê tài chính", "kho lưu trữ", "quỹ thời gian",
    "lãnh đạo việc", "lãnh đạo thực hiện", "lãnh đạo công tác", "lãnh đạo tổ chức", "lãnh đạo triển khai",
    "lãnh đạo toàn diện", "các ngành khác",
    "hội viên", "đoàn kiểm tra", "trường học", "thuế, phí", "bộ mặt", "thuế sử dụng", "thuế thu nhập",
    "thuế giá trị", "thuế tiêu thụ", "thuế xuất", "thuế nhập", "thuế đất",
    "thuế tài nguyên", "thuế bảo vệ", "thuế suất",
)  # fmt: skip
_COLLECTIVE = (
    "sở", "ban", "ngành", "đoàn thể", "cơ quan", "đơn vị", "địa phương", "xã", "phường", "đặc khu", "huyện",
    "quận", "thị xã", "thành phố", "thị trấn", "tổ chức", "doanh nghiệp", "cá nhân", "cấp", "khu", "phòng", "bộ",
    "trường",
    "hội", "chi cục", "trung tâm", "viện", "cao đẳng", "đại học", "hợp tác xã", "tỉnh", "thị", "phòng ban",
    "chủ tịch",
)  # fmt: skip

_COLLECTIVE_FORMS = frozenset(_COLLECTIVE) | frozenset(strip_diacritics(w) for w in _COLLECTIVE)


def _alternatives(words: tuple[str, ...]) -> str:
    return "|".join(
        re.escape(match_form(word)).replace("\\ ", r"\s+") for word in sorted(set(words), key=len, reverse=True)
    )


_HEAD = rf"""
    (?!(?:{_alternatives(_NO_HEADS)})(?!\w))
    (?:báo,?\s+(?:và\s+)?(?:đài\s+)?phát\s+thanh
      |(?:{_alternatives(_OPEN_HEADS)})\s+(?!và\b|,)(?=[\w"“(/-])   # a head and more of the name
      |(?:{_alternatives(_WHOLE_HEADS)})(?![\w])                   # a head that may stand alone
      |(?:thủ\s+trưởng|lãnh\s+đạo)(?=,\s+người\s+đứng\s+đầu\s)
      |(?:các|những|một\s+số|toàn\s+thể)\s+(?:{_alternatives(_MANY)})(?!\w)
    )
"""
# Without marks "cổng" and "công", "báo" and "bảo", "vụ" and "vũ" are one word.
_MARKLESS_TRAP = (
    r"(?!(?:cong|vu|kho|dai|thue|to|quy|mat|tinh)\s(?!an\s|ty\s|doan))"
    r"(?!bo\s(?:tri|sung)\b|doi\s(?:voi|moi|chieu|thoai|tuong)\b|vien\s(?:chuc|chu)\b)"
)
_HEAD_PATTERNS = {
    True: re.compile(_HEAD, re.VERBOSE),
    False: re.compile(_MARKLESS_TRAP + strip_diacritics(_HEAD), re.VERBOSE),
}
# Joints that look like two units and are one.
_ONE_NAME = (
    r"báo,?\s*(?:và\s+)?(?:đài\s+)?phát\s*thanh", r"đài\s+phát\s*thanh\s*(?:và|,)\s*truyền\s*hình",
    r"(?:hđnd|hội đồng nhân dân)\s*(?:và|,|-)\s*(?:ubnd|ủy ban nhân dân)",
    r"(?:đbqh|đại biểu quốc hội)[^,;]{0,20}?\s*(?:và|,)\s*(?:hđnd|hội đồng nhân dân)",
    r"ban quản lý[^,;]{0,60}?,\s*khu",
    r"trường\s+(?:cao đẳng|đại học|trung cấp)\s*,\s*(?:cao đẳng|đại học|trung cấp)",
    r"(?:thủ trưởng|lãnh đạo)\s*,\s*người đứng đầu",
    r"người\s*/\s*đơn vị", r"tỉnh\s*,\s*thành phố", r"thị xã\s*,\s*thành phố",
    r"báo\s*chí\s*(?:,|và)\s*(?:xuất\s*bản|truyền\s*thông)",
    r"phòng cháy\s*,?\s*(?:và\s*)?chữa cháy(?:\s*(?:và|,)\s*cứu nạn\s*(?:,|và)\s*cứu hộ)?",
    r"phòng\s*,\s*chống\s+(?:lụt\s*,?\s*bão|thiên tai|tham nhũng(?:\s*,\s*(?:lãng phí|tiêu cực))*|tội phạm|ma túy"
    r"|dịch(?: bệnh)?|cháy)(?:\s+và\s+(?:tìm kiếm\s*,?\s*)?cứu (?:nạn|hộ)(?:\s*,\s*cứu hộ)?)?",
)  # fmt: skip
_ONE_NAME_PATTERNS = {
    True: re.compile("|".join(_ONE_NAME)),
    False: re.compile(strip_diacritics("|".join(_ONE_NAME))),
}
# Only these phrases have commas that no joint is told by.
_PREVENTS = {True: re.compile(r"phòng(?:\s*,\s*chống|\s+cháy)"), False: re.compile(r"phong(?:\s*,\s*chong|\s+chay)")}
_JOINT = re.compile(
    r"\s*,\s*(?:và\s+|va\s+|cùng\s+|hoặc\s+)?|\s+(?:và|va|&|cùng(?: với)?|cung(?: voi)?|hoặc|hoac)\s+"
    r"|\s*/\s*|\s+[-–+]\s+"
)
_NO_UNIT = re.compile(r"(?:[-–—./…\s]*|không(?: có)?|khong(?: co)?|nt|n/a)\.?", re.IGNORECASE)
_LEADING = re.compile(r"^(?:[-–—+•*,;:.\s]+|(?:và|va|với|voi|cùng với|cùng)\s+)+", re.IGNORECASE)
_TRAILING = re.compile(r"(?:[\s,;:.…/–—-]+|\s+(?:và|va|đóng))+$")
_AS_ASSIGNED = re.compile(r"(?:theo|như|nhu|căn cứ|can cu)\b", re.IGNORECASE)


@lru_cache(maxsize=512)
def _form(text: str) -> tuple[str, bool]:
    plain = strip_diacritics(text)
    if plain == text:
        return text.lower(), False
    return (match_form(text) if _MOVES_TONE.search(text) else text.lower()), True


# Where the tone may stand on either of two vowels: only there one form differs from the other.
_MOVES_TONE = re.compile(r"[oO][àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|[uU][ỳýỷỹỵỲÝỶỸỴ]|[\u0300-\u036fİ]")


def starts_unit(text: str) -> bool:
    """True where `text` begins with a head word of a unit's name.

    >>> [starts_unit(t) for t in ("Sở Nội vụ", "UBND các xã", "các đơn vị liên quan", "Cong an tinh")]
    [True, True, True, True]
    >>> [starts_unit(t) for t in ("Thể thao và Du lịch", "ban, ngành", "đặc khu", "số hóa hồ sơ", "So, ban")]
    [False, False, False, False, False]
    """
    form, accented = _form(text)
    return _HEAD_PATTERNS[accented].match(form) is not None


@lru_cache(maxsize=4096)
def _split(text: str) -> tuple[str, ...]:
    text = _SPACE.sub(" ", _NOTE.sub("", text)).strip()
    if _NO_UNIT.fullmatch(text):
        return ()
    if _AS_ASSIGNED.match(text):
        return (_TRAILING.sub("", text),)
    form, accented = _form(text)
    if len(form) != len(text):  # characters whose lower case is longer
        return (text,)
    masked = _PARENTHESES.sub(lambda m: "\x01" * len(m.group()), form)
    masked = _ONE_NAME_PATTERNS[accented].sub(lambda m: "\x02" * len(m.group()), masked)
    head = _HEAD_PATTERNS[accented]
    cuts: list[tuple[int, int]] = [(m.start(), m.end()) for m in re.finditer(r"\s*[;•]\s*", masked)]
    cuts += [
        m.span()
        for m in _NEXT_ORGAN.finditer(text)
        if masked[m.end()] != "\x01" and (text[m.start() - 1] == ")" or _is_complete(form[: m.start()]))
    ]
    cuts += [m.span() for m in _NEXT_PART.finditer(text) if "\x01" not in masked[m.start() - 1]]
    opened = 0  # where the unit begins that the next joint may end
    for joint in _JOINT.finditer(masked):
        opened = max(opened, form.rfind(";", opened, joint.start()) + 1)
        if _parts(text, form, head, joint, opened) and not _inside(text, form, joint):
            cuts.append((joint.start(), joint.end()))
            opened = joint.end()
    cuts.sort()
    units: list[str] = []
    at = 0
    for start, end in [*cuts, (len(text), len(text))]:
        unit = _TRAILING.sub("", _LEADING.sub("", text[at:start])).strip()
        if unit and not _NO_UNIT.fullmatch(unit) and unit not in units:
            units.append(unit)
        at = end
    return tuple(units)


# "Sở Nội vụ Sở Tài chính": lines of a cell that have become one
_NEXT_ORGAN = re.compile(r"\s(?=(?:Sở|Bộ|UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Công an)\s[A-ZĐtxTX])")
# "Các đơn vị thuộc Bộ Vụ Pháp chế": the next line begins behind a kind that names itself
_NEXT_PART = re.compile(r"(?<=\b(?:thuộc|trong) (?:Bộ|bộ))\s(?=(?:Vụ|Cục|Thanh tra|Văn phòng|Viện)\s[A-ZĐÀ-Ỹ])")
_GENERAL = {"cơ quan", "co quan", "đơn vị", "don vi", "địa phương", "dia phuong"}
# A unit of its own, with nothing in it that a further "cơ quan" or "đơn vị" could be part of.
_GENERAL_LIST = re.compile(
    r"(?:cơ quan|co quan|đơn vị|don vi|sở|so),\s*(?:ban|ngành|nganh|cơ quan|co quan|đơn vị|don vi|địa phương"
    r"|dia phuong|tổ chức|to chuc)\b"
)
_NAMES_ONE = re.compile(
    r"\s*(?:sở|so|ủy ban nhân dân|uy ban nhan dan|ubnd|công an|cong an|văn phòng|van phong|bộ|bo|thanh tra"
    r"|trung tâm|trung tam|chi nhánh|chi nhanh)\s"
    r"(?!.*\b(?:các|cac|những|nhung|cơ quan|co quan|đơn vị|don vi|ngành|nganh)\b)"
)
# "các Bộ: Quốc phòng, Công an và UBND tỉnh A": the names after the colon are parts of one phrase.
_LIST_OPENED = re.compile(
    r"(?:bộ trưởng |bo truong |chủ tịch |chu tich |giám đốc |giam doc )?(?:các|cac)\s"
    r"(?:[^:;,]{2,20}|(?:bộ|bo|sở|so), (?:cơ quan|co quan|ngành|nganh)[^:;]{0,15}):\s"
)
_NEXT_IN_LIST = re.compile(
    r"(?:các|cac|những|nhung|ủy ban|uy ban|ubnd|sở|bộ|bo|văn phòng|van phong|tập đoàn|tap doan|ngân hàng|ngan hang"
    r"|chủ tịch|chu tich|giám đốc|giam doc|thủ trưởng|thu truong"
    r"|tổng công ty|tong cong ty|công ty|cong ty)\s"
)


# "Các Tập đoàn VNPT, Viettel", "Các Bộ Nội vụ, Tài chính": the kind once, then names
_KIND_NAMED = re.compile(
    r"(?:(?:bộ trưởng|bo truong) )?(?:các|cac) (?:(?P<ministry>bộ|bo)|tập đoàn|tap doan|doanh nghiệp|doanh nghiep"
    r"|nhà mạng|nha mang|tổng công ty|tong cong ty) (?=\w)"
)
_MINISTRY = re.compile(
    r"(?:công an|cong an)(?! (?:tỉnh|tinh|thành phố|thanh pho|xã|xa|phường|phuong|cấp|cap|các|cac|địa|dia))"
)
_TOLD_BY_NATURE = re.compile(
    r"(?:doanh nghiệp|doanh nghiep|chủ đầu tư|chu dau tu|chủ rừng|chu rung|chủ sở hữu|chu so huu|hợp tác xã|hop tac xa"
    r"|hộ gia đình|ho gia dinh|tổ chức chính trị|to chuc chinh tri)(?!\w)"
)
_BEGINS_NAMED = re.compile(
    r"\s*(?:sở|so|ủy ban nhân dân|uy ban nhan dan|ubnd|công an|cong an|văn phòng|van phong|bộ|bo|thanh tra"
    r"|trung tâm|trung tam|chính quyền|chinh quyen|lực lượng|luc luong)\s"
)
# "cơ quan thuế": as good as a name, never a part of "các cơ quan, đơn vị"
_SPECIFIC = re.compile(
    r"\s*(?:cơ quan|co quan) (?:thuế|thue|công an|cong an|tài chính|tai chinh|thi hành án|thi hanh an|kiểm lâm|kiem lam"
    r"|báo chí|bao chi|truyền thông|truyen thong|quân sự|quan su|bảo hiểm|bao hiem|hải quan|hai quan"
    r"|tòa án|toa an)(?!\w)"
)


_PART_OF = re.compile(
    r"\s*(?:ban qlda|ban quản lý dự án|ban quan ly du an|ban cơ yếu|ban co yeu"
    r"|phòng|phong|khoa|trung tâm|trung tam|viện|vien|vụ|vu|cục|cuc) "
)
_WHOLE_OF = re.compile(
    r"(?:học viện|hoc vien|đại học|dai hoc|trường đại học|truong dai hoc|bộ|bo|sở|so|tổng cục|tong cuc|tập đoàn"
    r"|tap doan|tổng công ty|tong cong ty) "
)


_PROVINCE = re.compile(r"(?:[Tt]hành phố|[Tt]ỉnh) [A-ZĐÀ-Ỹ]")
_BESIDE_PROVINCE = re.compile(r"\s*(?:thành phố|tỉnh|bộ|ngân hàng nhà nước) (?!.*,)")
_HOLDS_POST = re.compile(
    r"(?:bộ trưởng|bo truong|giám đốc|giam doc|chủ tịch|chu tich|chánh|chanh|thứ trưởng|thu truong) "
)
_POST = re.compile(
    r"(?:phó |pho )?(?:trưởng|truong|chủ tịch|chu tich|chủ nhiệm|chu nhiem|tổ trưởng|to truong|ủy viên|uy vien) "
)
_HEAD_AND_SIGN = re.compile(r"(?:Vụ|Phòng|Ban|Cục|Khoa|Sở)\s[A-ZĐ&]{2,10}")
_SIGN_WORDS = 5  # of a name that a list of signs goes on


def _parts(text: str, form: str, head: re.Pattern[str], joint: re.Match[str], opened: int) -> bool:
    """True where a unit of its own begins after the joint."""
    found = head.match(form, joint.end())
    if joint.group().strip(" ,") in ("hoặc", "hoac"):  # never "Chủ tịch hoặc Phó Chủ tịch UBND tỉnh"
        return (
            found is not None
            and text[joint.end()].isupper()
            and _NAMES_ONE.match(form, opened, joint.start()) is not None
        )
    if _GENERAL_LIST.match(form, joint.end()) and _NAMES_ONE.match(form, opened, joint.start()):
        return True
    if _SPECIFIC.match(form, joint.end()):
        return True
    if _TOLD_BY_NATURE.match(form, joint.end()) and _BEGINS_NAMED.match(form, opened, joint.start()):
        return True  # "Sở Xây dựng và doanh nghiệp viễn thông"
    if _PROVINCE.match(text, joint.end()) and _BESIDE_PROVINCE.match(form, opened, joint.start()):
        return True  # "Bộ Tài chính, Thành phố Hồ Chí Minh, thành phố Đà Nẵng"
    if found is None:
        # "STP, SNV": symbols of units in a row
        if joint.group() == "," and not text.startswith(("S", "U"), joint.end()):
            return False  # "Ủy ban KH,CN&MT": a comma without a space inside an abbreviation
        sign = re.match(r"[A-ZĐ&]{3,10}(?![\w])", text[joint.end() :])
        if sign is not None and "&" in sign.group() and _HEAD_AND_SIGN.fullmatch(text, opened, joint.start()):
            return False  # "Vụ KHCN, MT&HTQT"
        # "liên quan đến VLNCN, TCTN": signs of things that a clause names
        short = len(form[opened : joint.start()].split()) <= _SIGN_WORDS
        return sign is not None and short and text[joint.start() - 1].isupper()
    if joint.group().strip() in ("-", "–") and _HOLDS_POST.match(form, opened) and _POST.match(form, joint.end()):
        return False  # "Bộ trưởng Bộ A - Phó Trưởng Ban Chỉ đạo B": one person
    if joint.group().strip() in ("-", "–") and _PART_OF.match(form, opened) and _WHOLE_OF.match(form, joint.end()):
        return False  # "Ban Quản lý dự án ... - Học viện A": whose unit it is
    if (listed := _LIST_OPENED.match(form)) is not None and form.find(";", 0, joint.start()) < 0:
        return joint.start() > listed.end() and _NEXT_IN_LIST.match(form, joint.end()) is not None
    if (kind := _KIND_NAMED.match(form, opened)) is not None and text[kind.end()].isupper():
        if kind["ministry"] is None:
            return _NEXT_IN_LIST.match(form, joint.end()) is not None
        if _MINISTRY.match(form, joint.end()):
            return False  # "Các Bộ Quốc phòng, Công an"
    if text[joint.end()].isupper():
        return True
    word = found.group().strip()
    named = _NAMES_ONE.match(form, opened, joint.start()) or _SPECIFIC.match(form, opened)
    if word in _GENERAL and named:
        return True  # "Sở Y tế, cơ quan thuế": the comma is not inside a collective phrase
    if found.end() < len(text) and text[found.end()].isupper():  # "phòng GDTrH" in a list of them
        return True
    return word not in _COLLECTIVE_FORMS and word not in ("kho", "khoi")


def _inside(text: str, form: str, joint: re.Match[str]) -> bool:
    """True where the joint belongs to a name: "Phòng Tổ chức - Hành chính", "các Sở, Ban ngành"."""
    if joint.group().strip() in ("-", "–", "/") and not re.match(r"[A-ZĐỦÀ-Ỹ]", text[joint.end() : joint.end() + 1]):
        return True
    before = re.search(
        r"(?:các|cac|những|nhung)\s+(?:sở|so|bộ|bo|cơ quan|co quan)$", form[max(0, joint.start() - 24) : joint.start()]
    )
    return before is not None and joint.group().strip().startswith(",")


def split_units(text: str) -> list[str]:
    """Units of a cell or a labelled field, as written, in order, none twice.

    >>> split_units("Sở Nội vụ; Văn phòng UBND tỉnh; UBND các xã, phường, đặc khu.")
    ['Sở Nội vụ', 'Văn phòng UBND tỉnh', 'UBND các xã, phường, đặc khu']
    >>> split_units("Sở Văn hóa, Thể thao và Du lịch, Sở Tài chính và Công an tỉnh")
    ['Sở Văn hóa, Thể thao và Du lịch', 'Sở Tài chính', 'Công an tỉnh']
    >>> split_units("Các sở, ban, ngành, UBND các xã, phường")
    ['Các sở, ban, ngành', 'UBND các xã, phường']
    >>> split_units("Báo và Phát thanh, Truyền hình tỉnh (Phòng Thời sự, Phòng Kỹ thuật)")
    ['Báo và Phát thanh, Truyền hình tỉnh (Phòng Thời sự, Phòng Kỹ thuật)']
    >>> split_units("-"), split_units("")
    ([], [])
    """
    return list(_split(text))


# --- units in a running sentence --------------------------------------------------------------

# Words with which a duty begins: the name of a unit ends before them.
_STOPS = (
    "dựng nhà", "di dời", "sơ tán", "hiện đại hóa", "ký hợp đồng", "ký ban hành", "ký cam kết", "tham vấn", "thu hồi",
    "bàn giao", "mua sắm", "lắp đặt", "cải thiện", "cải tiến", "đồng bộ", "thay thế", "xác nhận", "xác minh",
    "xác thực", "tập hợp", "vinh danh", "biểu dương", "đối thoại", "khuyến cáo", "động viên", "hạn chế", "ngăn chặn",
    "khởi tạo", "phân loại", "phân cấp", "ủy quyền", "phấn đấu", "rút ngắn", "siết chặt", "tham dự", "quản trị",
    "thể chế hóa", "cụ thể hóa", "trả kết quả", "nhập dữ liệu", "kê khai", "lưu trữ", "nhắc nhở", "phản hồi",
    "tiếp thu", "giải trình", "hiệu chỉnh", "đặt hàng", "dành", "chú trọng", "kiên quyết", "quyết liệt",
    "nhanh chóng",
    "bổ nhiệm", "miễn nhiệm", "chủ trì", "chủ động", "phối hợp", "tham mưu", "tham gia", "có trách nhiệm",
    "chịu trách nhiệm", "căn cứ", "theo dõi", "hướng dẫn", "kiểm tra", "kiểm soát", "đôn đốc", "tổng hợp", "báo cáo",
    "xây dựng", "ban hành", "trình", "rà soát", "triển khai", "thực hiện", "tổ chức", "bố trí", "cân đối", "đảm bảo",
    "bảo đảm", "đề xuất", "tiếp tục", "thường xuyên", "định kỳ", "định kì", "khẩn trương", "kịp thời", "tăng cường",
    "đẩy mạnh", "nâng cao", "nghiên cứu", "cung cấp", "cập nhật", "công khai", "công bố", "đăng tải", "tuyên truyền",
    "phổ biến", "quán triệt", "chỉ đạo", "trực tiếp", "vận hành", "giám sát", "đánh giá", "thẩm định", "thẩm tra",
    "hoàn thiện", "hoàn thành", "lập", "gửi", "giúp", "hỗ trợ", "phát động", "vận động", "phát huy", "xử lý",
    "tiếp nhận", "giải quyết", "kiện toàn", "củng cố", "sắp xếp", "đào tạo", "bồi dưỡng", "tập huấn", "khảo sát",
    "nâng cấp", "kết nối", "tích hợp", "chia sẻ", "số hóa", "chuẩn hóa", "đơn giản", "cắt giảm", "hợp nhất", "xóa",
    "thu", "mở", "duy trì", "quan tâm", "ưu tiên", "lồng ghép", "chấp hành", "nghiêm túc", "tập trung", "phân công",
    "phân bổ", "lựa chọn", "bám sát", "tạo điều kiện", "huy động", "ký kết", "phải", "cần", "sẽ", "không",
    "thành lập",
    "xem xét", "phê duyệt", "đề nghị", "yêu cầu", "thông báo", "sử dụng", "khai thác", "ứng dụng", "áp dụng", "mời",
    "cử", "niêm yết", "biên tập", "để", "trong", "tại", "khi", "nhằm", "trước", "sau khi", "vào", "cho", "về", "được",
    "đã", "là", "bằng", "gắn", "như", "nếu", "trường hợp", "định hướng", "phát hiện", "phân tích", "xác định",
    "quy định", "quyết định", "tuân thủ", "đưa", "giao", "lấy", "làm", "thí điểm", "tự", "hằng năm", "hàng năm",
    "hằng tháng", "hàng tháng", "hằng quý", "hàng quý", "hằng tuần", "hàng tuần", "mỗi", "đồng thời", "tích cực",
    "nêu cao", "thì", "nhân rộng", "đổi mới", "kiểm kê", "thống nhất", "cụ thể", "tổng kết", "sơ kết", "kêu gọi",
    "trên cơ sở", "trên tinh thần",
    "đăng ký", "vận dụng", "thiết lập", "trang bị",
    "chuẩn bị", "bổ sung", "sửa đổi", "khắc phục", "chấn chỉnh", "cùng", "luân chuyển", "giới thiệu", "trao đổi",
    "liên hệ", "tính toán", "giảm", "tăng", "đạt", "thanh toán", "hoàn trả", "ghi nhận", "khen thưởng", "theo", "đến",
    "tiến hành", "giải đáp", "trả lời", "xin", "có ý kiến", "có kế hoạch", "có giải pháp", "có văn bản",
    "có phương án",
    "thống kê", "điều chỉnh", "chuyển đổi", "truyền thông", "tạo lập", "dự toán", "nộp", "bãi bỏ", "khuyến khích",
    "thông tin kịp thời", "thông tin cho",
    "thông tin về", "thông tin tình hình", "thông tin liên quan", "nắm",
    "phủ sóng", "lắp", "họp", "chưa", "vẫn", "đang", "bao gồm", "gồm có",
    "là đầu mối",
    "chăm lo", "tháo gỡ", "thông qua", "bầu", "phê chuẩn", "phát phóng sự", "phát sóng",
    "nhận xét", "lãnh đạo", "kiểm thử",
    "kiểm định",
    "vận hành thử", "phân khai",
    "đối chiếu", "nắm bắt", "nắm chắc", "tham khảo", "phản ánh", "kiến nghị",
    "hưởng ứng", "thu thập", "soạn thảo", "dự thảo", "điều tra", "cài đặt", "sao lưu", "chuyển hồ sơ", "chuyển giao",
    "cấp phát", "cấp giấy", "cấp mã", "cấp phép", "cấp tài khoản", "đẩy nhanh", "ngăn ngừa", "bảo trì", "tranh thủ",
    "hợp đồng", "làm việc", "quản lý", "đặt", "trân trọng", "kính", "dự kiến", "ra quyết định", "ra văn bản",
    "xuất bản", "hình thành", "hoàn tất", "gồm", "sớm", "tìm kiếm", "dự trù", "biên soạn", "cam kết", "chú ý",
    "chấm dứt", "chấm điểm", "chỉnh lý", "cảnh báo", "cố gắng", "ghi hình", "gia hạn", "giải ngân", "giải thích",
    "góp ý", "gương mẫu", "hoàn chỉnh", "hạch toán", "hệ thống hóa", "khai báo", "khoanh vùng", "khích lệ",
    "khơi dậy", "khơi thông", "khởi công", "kích hoạt", "kết hợp", "kết thúc", "loại bỏ", "lưu ý", "lắng nghe",
    "nghiêm cấm", "nghiệm thu", "nêu gương", "nạo vét", "nỗ lực", "quyết toán", "rút kinh nghiệm", "soát xét",
    "thúc đẩy", "thăm hỏi", "thắt chặt", "thực thi", "tiết giảm", "triệt để", "triệu tập", "trích xuất",
    "tuyên dương", "tuần tra", "tạm dừng", "tạo thuận lợi", "tận dụng", "tổng rà soát", "từ chối", "từng bước",
    "xuất trình", "xác lập", "xếp loại", "đình chỉ", "đính chính", "đảm nhiệm", "đảm nhận", "đề cao", "đốc thúc",
    "đối soát", "đồng chủ trì", "đồng hành", "đa dạng hóa", "kiểm điểm", "tinh gọn",
    "thừa ủy quyền", "đồng ý", "ký với", "ký văn bản", "ký các",
)  # fmt: skip
# Small words and nouns that a unit's name or a collective phrase is made of.
_NAME_WORDS = (
    "các sở ban ngành đoàn thể cơ quan đơn vị địa phương xã phường đặc khu huyện quận thị tỉnh thành phố trấn cấp "
    "lĩnh vực "
    "nhân dân nhà nước có liên trực thuộc đóng trên bàn trung ương chuyên môn chức năng doanh nghiệp viễn thông "
    "ngân hàng thương mại tổ chính trị hội nghề và của chi nhánh quản lý sự công lập phòng tâm trường đại học cao "
    "đẳng tiểu phổ giáo dục đào tạo báo chí truyền kinh tế quốc an quân đội biên hợp tác bộ phận lãnh đạo thủ "
    "trưởng chủ tịch giám đốc người đứng đầu khác ở ủy mặt trận việt nam thanh niên phụ nữ nông chiến binh lao "
    "động tư pháp cá hộ viện nghiên cứu nghệ số logistics cung trả dịch vụ những một vùng "
)


@dataclass(slots=True, frozen=True)
class UnitRun:
    """Units named one after another in a sentence, `text[start:end]`."""

    units: tuple[str, ...]
    start: int
    end: int


def _stop_pattern(words: tuple[str, ...]) -> str:
    # "có các quyền sau" ends a name, "có liên quan" belongs to it
    # without marks "co" is also the first syllable of "cơ quan" and "cơ sở"
    # "các đơn vị liên quan đầu tư ...": elsewhere "đầu tư" is part of names
    noun = r"liên quan|thẩm quyền|trụ sở|chức năng quản lý|quan(?!\s+hệ)|so(?!\s+lieu)"
    return rf"(?:{_alternatives(words)}|(?<=liên quan )đầu tư|có(?!\s+(?:{noun})\b))(?!\w)"


_STOP_PATTERNS = {
    True: re.compile(_stop_pattern(_STOPS)),
    False: re.compile(strip_diacritics(_stop_pattern(_STOPS))),
}
_NAME_SETS = {
    True: frozenset(_NAME_WORDS.split()),
    False: frozenset(strip_diacritics(_NAME_WORDS).split()),
}
# Stops that are nouns here: "các tổ chức chính trị - xã hội", "quản lý nhà nước", "cơ quan báo chí, truyền thông".
# Each: what must stand before or after the word for it to be a noun.
_INSTITUTE = (
    r"(?:viện|vien|cơ sở|co so|trung tâm|trung tam|(?<!môi )trường|(?<!moi )truong|cơ quan|co quan|đoàn|doan)\s+$"
)
_NOUN_STOPS: tuple[tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(word), re.compile(before), re.compile(after))
    for word, before, after in (
        (
            r"t[ổo] ch[ứu]c",
            r"",
            r"\s*(?:chính trị|chinh tri|xã hội|xa hoi|đoàn thể|doan the|hội(?! nghị| thảo| thi| đàm)|hoi(?! nghi"
            r"| thao| thi| dam)|chi tr|hành nghề|hanh nghe|có liên"
            r"|co lien|liên quan|lien quan|tương|tuong|cung (?:cấp|cap|ứng|ung) (?:dịch|dich)|tín|tin dung|quốc"
            r"|quoc|thành viên|thanh vien|kinh|tôn"
            r"|khác"
            r"|khac|đảng|dang|khoa học|khoa hoc|sự nghiệp|su nghiep|trực thuộc|truc thuoc|hành chính"
            r"|,\s*(?:cá nhân|ca nhan|đơn vị|don vi|doanh))",
        ),
        (r"t[ổo] ch[ứu]c", r"(?:các|cac|những|nhung|của|cua|thuộc|thuoc) $", r""),
        (
            r"truyền thông|truyen thong",
            r"(?:báo chí|bao chi)[,\s]+(?:và |va )?$|(?:cơ quan|co quan|thông tin|thong tin|thông tin,|thong tin,) $",
            r"",
        ),
        (r"đào tạo|dao tao", r"(?:giáo dục|giao duc)(?:,| và| va) $", r""),
        (
            r"thực hiện|thuc hien",
            r"",
            r"\s*(?:công tác|cong tac|chức năng|chuc nang|nhiệm vụ|nhiem vu) quản lý nhà nước(?!\w)",
        ),
        (
            r"nghiên cứu|nghien cuu|đào tạo|dao tao|kiểm tra|kiem tra|giám sát|giam sat|đánh giá",
            _INSTITUTE,
            r"(?!\s*(?:các|cac|những|nhung|một số|mot so|việc|viec|đề xuất|de xuat|chính sách|chinh sach)(?!\w))",
        ),
        (r"bằng|bang", r"(?:đồng|dong) $", r""),
        (
            r"trong",
            r"(?:tỉnh|tinh|thành phố|thanh pho|trung ương|trung uong|địa phương|dia phuong) $",
            r"\s*(?:vùng|vung)(?!\w)",
        ),
        (r"trong", r"", r"\s*(?:nước|nuoc)(?!\w)"),
        (r"tại|tai", r"", r"\s*(?:phụ lục|phu luc)(?: \S+)?\s*:"),
        (
            r"xây dựng|xay dung|thống kê|thong ke|thanh toán",
            r"(?:ngành|nganh|công ty|cong ty|chi cục|dự án đầu tư|du an dau tu|quản lý đầu tư|quan ly dau tu|qlda"
            r"|qlda đầu tư|qlda dau tu) $",
            r"",
        ),
        (
            r"cung cấp|cung cap",
            r"(?:tổ chức|to chuc|doanh nghiệp|doanh nghiep) $",
            r"\s*(?:dịch vụ|dich vu|chữ ký|chu ky)",
        ),
        (
            r"quản lý|quan ly",
            r"(?:ban|cơ quan|co quan|đơn vị|don vi|phòng|phong|cục|cuc|trung tâm|trung tam|bộ phận|bo phan"
            r"|tổ chức|to chuc"
            r"|cán bộ|can bo|người|nguoi|hội đồng|hoi dong|doanh nghiệp|doanh nghiep|năng|nang|tổ|to|viện|vien"
            r"|lãnh đạo|lanh dao"
            r"|chủ thể|chu the|các|cac|chuyên ngành|chuyen nganh|công ty|cong ty|đội|doi|chức năng|chuc nang) $",
            r"",
        ),
        (r"quản lý|quan ly", r"", r"\s*(?:thị trường|thi truong|nhà nước|nha nuoc|nhà ở|nha o|đê|rừng|rung)"),
        (
            r"quản lý|quan ly",
            r"(?:sở|so|bộ|bo|ngành|nganh|chuyên môn|chuyen mon) $",
            r"\s*(?:(?:(?:chuyên|chuyen) )?(?:ngành|nganh)|(?:cơ sở dữ liệu|co so du lieu|csdl))(?!\w)",
        ),
        (r"chỉ đạo|chi dao", r"(?:ban) $", r""),
        (r"quyết định|quyet dinh|quản lý|quan ly", r"(?:thẩm quyền|tham quyen) $", r"\s*(?:của|cua)(?!\w)"),
        (r"tham mưu|tham muu", r"(?:tổng|tong) $", r""),
        (
            r"lãnh đạo|lanh dao",
            r"(?:các|cac|những|nhung|và|va|cấp|cap|của|cua|đồng chí|dong chi|cán bộ|can bo|công chức|cong chuc|người"
            r"|nguoi|,) ?$",
            r"",
        ),
        (r"truyền thông|truyen thong", r"(?:hệ thống|he thong|cơ quan|co quan|doanh nghiệp|doanh nghiep) $", r""),
        (r"đăng ký|dang ky", r"(?:văn phòng|van phong|cơ quan|co quan) $", r""),
        (r"làm|lam", r"(?:việc|viec) $", r""),
        (r"họp|hop", r"(?:cuộc|cuoc|buổi|buoi|tham dự|tham du) $", r""),
        (r"lập|lap", r"(?:công|cong) $", r""),
        (
            r"sử dụng|su dung",
            r"(?:cơ quan|co quan|đơn vị|don vi|tổ chức|to chuc|người|nguoi|doanh nghiệp|doanh nghiep) $",
            r"\s*(?:lao động|lao dong|ngân sách|ngan sach)(?!\w)",
        ),
        (r"về|ve", r"(?:chuyên môn|chuyen mon) $", r""),
        (
            r"xây dựng|xay dung|thống kê|thong ke|đào tạo|dao tao|lưu trữ|luu tru|truyền thông|truyen thong|quản lý"
            r"|quan ly",
            r"(?:chuyên môn về|chuyen mon ve) $",
            r"",
        ),
        (r"cung cấp|cung cap", r"(?:phát triển|phat trien|sản xuất|san xuat) (?:và|va) $", r""),
        (r"thu", r"(?:dịch vụ|dich vu) $", r"\s*gom(?!\w)"),
        (r"giúp|giup", r"(?:trợ|tro) $", r""),
        (r"tổng hợp|tong hop", r"(?:dịch vụ|dich vu) $", r""),
        (r"giao", r"(?:ngoại|ngoai) $", r""),
        (r"giao", r"", r"\s*(?:thông|thong|dịch|dich)(?!\w)"),
        (r"điều tra|dieu tra", r"(?:cơ quan|co quan) $", r""),
        (r"tham mưu|tham muu", r"(?:cơ quan|co quan|đơn vị|don vi) $", r"\s*,\s*(?:giúp việc|giup viec)"),
        (r"giúp|giup", r"(?:tham mưu|tham muu), $", r"\s*(?:việc|viec)"),
        (r"quản lý|quan ly", r"(?:phạm vi|pham vi) $", r"\s*(?:của|cua|nhà nước|nha nuoc)"),
        (
            r"t[ổo] ch[ứu]c",
            r"(?:cơ quan|co quan|đơn vị|don vi)(?:,| và| va) $",
            r"\s*(?:đang|dang|được|duoc|có|co|thuộc|thuoc|trong|không|khong|nêu|neu|quy định|quy dinh|nhận|khi"
            r"|phải|phai|theo quy|nếu|đã|da|chưa|chua|liên quan|lien quan|trực|truc|sử dụng|su dung|hoạt động|hoat dong"
            r"|tham gia)(?!\w)",
        ),
        (
            r"kiểm tra|kiem tra|quyết định|quyet dinh|phê duyệt|phe duyet|cấp phép|cap phep",
            r"(?:thẩm quyền|tham quyen) $",
            r"\s*(?:phối hợp|phoi hop|có trách nhiệm|co trach nhiem|chủ trì|chu tri|thông báo|thong bao"
            r"|báo cáo|bao cao)(?!\w)",
        ),
        (r"dự toán", r"(?:đơn vị|don vi) $", r""),
        (r"trình|trinh", r"(?:công|cong|chương|chuong|quy|quá|qua|giáo|giao|lịch|lich|tiến|tien) $", r""),
        (r"trong", r"", r"\s*(?:và|va) (?:ngoài|ngoai)(?!\w)"),
        (
            r"bảo đảm|bao dam|đảm bảo|dam bao",
            r"(?:đơn vị|don vi|bộ phận|bo phan|trung tâm|trung tam|phòng|phong|ban) $",
            r"\s*(?:chất lượng|chat luong)(?!\w)",
        ),
        (
            r"chủ trì|chu tri",
            r"(?:cơ quan|co quan|đơn vị|don vi|được giao|duoc giao|được phân công|duoc phan cong) $",
            r"\s*(?:soạn thảo|soan thao|thẩm định|tham dinh|xây dựng (?:dự|văn)|xay dung (?:du|van))(?!\w)",
        ),
        (r"soạn thảo|soan thao|thẩm định|tham dinh", r"(?:chủ trì|chu tri) $", r""),
        (
            r"kiểm soát|kiem soat|kiểm toán|kiem toan",
            r"(?:phòng|phong|bộ phận|bo phan|pháp chế,|phap che,|hoặc|hoac) $",
            r"\s*(?:nội bộ|noi bo|hoặc|hoac)(?!\w)",
        ),
        (r"có|co", r"(?:nơi|noi) $", r""),
        (r"tại|tai", r"(?:sở|so) $", r""),
        (r"xuất bản|xuat ban", r"(?:báo chí,|bao chi,|báo chí và|bao chi va|nhà|nha|cơ quan|co quan) $", r""),
        (r"quản lý|quan ly|khai thác|khai thac", r"(?:thành viên|thanh vien|quản lý|quan ly) $", r""),
        (r"quản trị|quan tri", r"(?:hội đồng|hoi dong|văn phòng|van phong) $", r""),
        (r"trực tiếp|truc tiep", r"(?:cấp trên|cap tren) $", r""),
        (
            r"tham dự|tham du",
            r"(?:đơn vị|don vi|địa phương|dia phuong|cơ quan|co quan) $",
            r"\s*(?:cuộc |cuoc |buổi |buoi )?(?:họp|hop|làm việc|lam viec)(?!\w)",
        ),
    )
)
_TOKEN = re.compile(r"[^\s,;:.()\[…]+|[,;:.()\[…]")
# "các Tập đoàn: Bưu chính Viễn thông Việt Nam, ...", "các Bộ: Tài chính, Xây dựng"
_LISTS = re.compile(
    r"(?:các|cac)\s+(?:bộ|bo|sở|so|tập đoàn|tap doan|tỉnh|tinh|tổng công ty|tong cong ty|ngành|nganh|ban"
    r"|xã|xa|phường|phuong|huyện|huyen|phòng|phong)$"
    r"|(?:các|cac)\s+(?:bộ|bo|sở|so),\s+(?:cơ quan|co quan|ngành|nganh)$"
)
_NAMED_ROW = re.compile(r"\s[A-ZĐÀ-Ỹ][^:;.,]{2,40},\s[A-ZĐÀ-Ỹ]")  # "các Bộ: Xây dựng, Công an"
_LISTED = re.compile(r"\s[A-ZĐÀ-Ỹ][^:;.]{2,60}[,\s]")
_UNKNOWN_LIMIT = 5  # small words in a row that no name is known to hold
_SYLLABLES = frozenset(("lập", "lap", "mở", "mo", "thu", "giảm", "giam", "làm", "lam", "lấy", "lay"))
_LONGEST_RUN = 700  # characters
_HEAD_SPAN = 60  # characters that hold any head word


_ANYONE = re.compile(
    r"(?:doanh nghiệp|doanh nghiep|bên|ben|cơ sở|co so|cấp ủy|cap uy|ngành|nganh|đầu mối|dau moi|chủ|chu|nhà|nha"
    r"|hạt|hat|đồn|don|tổ chức"
    r"|to chuc|cơ quan|co quan|đơn vị|don vi|chính quyền|chinh quyen|người|nguoi|cá nhân|ca nhan|hợp tác xã"
    r"|hop tac xa)\s"
)


# First words of all that can begin a unit: most lines are told apart by them.
_FIRST_WORDS = frozenset(
    strip_diacritics(word.split()[0]).lower()
    for word in (*_OPEN_HEADS, *_WHOLE_HEADS, "báo", "các", "những", "một", "toàn", "sở", "cơ", "đơn", "địa",
    "doanh", "bên",
                 "cấp", "ngành", "đầu", "chủ", "nhà", "hạt", "đồn", "tổ", "chính", "người", "cá", "hợp")
)  # fmt: skip


@lru_cache(maxsize=4096)
def _may_begin(word: str) -> bool:
    return strip_diacritics(word).lower().strip(",.;:") in _FIRST_WORDS


def read_units(text: str, start: int = 0, anyone: bool = False) -> UnitRun | None:
    """Units named at `start`, up to the word with which their duty begins; None where none begins there.

    `anyone`: the words before say that somebody is named ("phối hợp với doanh nghiệp viễn thông").

    >>> read_units("Sở Nội vụ chủ trì, phối hợp với Sở Tài chính").units
    ('Sở Nội vụ',)
    >>> read_units("Sở Văn hóa, Thể thao và Du lịch, các sở, ngành, địa phương triển khai tuyên truyền").units
    ('Sở Văn hóa, Thể thao và Du lịch', 'các sở, ngành, địa phương')
    >>> read_units("UBND các xã, phường, đặc khu căn cứ Kế hoạch này").units
    ('UBND các xã, phường, đặc khu',)
    >>> read_units("các cơ quan, đơn vị liên quan rà soát, tổng hợp").units
    ('các cơ quan, đơn vị liên quan',)
    >>> read_units("Thường xuyên rà soát") is None
    True
    """
    while start < len(text) and text[start].isspace():
        start += 1
    if not _may_begin(text[start : start + 12].split(" ", 1)[0]):
        return None
    opening, accented = _form(text[start : start + _HEAD_SPAN])
    named = _HEAD_PATTERNS[accented].match(opening) is not None or _bare_collective(opening)
    if not named and not (anyone and _ANYONE.match(opening)):
        return None
    rest = text[start : start + _LONGEST_RUN]
    form, accented = _form(rest)
    if len(form) != len(rest):
        return None
    end = _name_end(rest, form, accented)
    if end <= 0:
        return None
    units = [unit for unit in split_units(rest[:end]) if not _GENERIC.fullmatch(unit) and len(unit) > 1]
    return UnitRun(tuple(units), start, start + end) if units else None


# A word that names no one: "Cơ quan chủ trì có trách nhiệm ...", "Công ty nộp hồ sơ ...".
_GENERIC_WORDS = (
    "cơ quan", "đơn vị", "bộ phận", "phòng", "công ty", "bộ", "sở", "ban", "trung tâm", "hội", "trường", "ngân hàng",
    "tổ", "đoàn", "chủ tịch", "giám đốc", "công chức", "lãnh đạo", "hội đồng", "các", "những", "lực lượng", "bên",
    "cơ sở",
    "đầu mối",
    "ngành",
    "người", "chủ", "nhà", "doanh nghiệp", "tổ chức", "chính quyền",
)  # fmt: skip
_GENERIC_FORM = _alternatives(_GENERIC_WORDS)
_GENERIC = re.compile(
    rf"(?:{_GENERIC_FORM}|{strip_diacritics(_GENERIC_FORM)}|(?:cơ quan|co quan) hoặc.*)", re.IGNORECASE
)


def starts_duty(text: str, at: int) -> bool:
    """True where the word at `at` is one with which duties begin ("chủ trì", "rà soát")."""
    rest = text[at : at + 40].lstrip(" ,")
    form, accented = _form(rest)
    return _STOP_PATTERNS[accented].match(form) is not None


# "Các cơ quan, tổ chức, đơn vị": everybody, unless a clause behind it says which ones.
_EVERYBODY = re.compile(
    r"(?:(?:cac|nhung|tat\s+ca)\s+)?(?:(?:co\s+quan|don\s+vi|to\s+chuc|ca\s+nhan|co\s+so|doanh\s+nghiep|dia\s+phuong|ho\s+gia\s+dinh)"
    r"(?:\s*,\s*|\s+va\s+|\s+hoac\s+)?)+"
)
_RESTRICTS = re.compile(
    r"\s*(?:duoc\s|nhan\s(?!dien|thuc|xet|rong)|chu\s+tri\s|chu\s+tri$|truc\s+tiep\s|cung\s+(?:cap|ung)\s|su\s+dung\s"
    r"|thuc\s+hien\s+nhiem\s+vu\s|van\s+hanh\s|tham\s+gia\s|phat\s+trien\s)"
)
# "cơ sở cung ứng dịch vụ", "đơn vị phát triển": a name that says what the unit does may go on with more of it
_DOES = re.compile(r"\b(?:cung\s+(?:cap|ung)|phat\s+trien|san\s+xuat|kinh\s+doanh|thu\s+gom|su\s+dung|nhan)\b")
# "các chủ cơ sở thu gom, vận chuyển rác": what they live by is part of their name
_WHOSE_TRADE = re.compile(r"\b(?:co\s+so|doanh\s+nghiep|don\s+vi|to\s+chuc|ho\s+gia\s+dinh|hop\s+tac\s+xa|chu)$")
_TRADE = re.compile(
    r"\s*(?:thu\s+gom|van\s+chuyen|san\s+xuat|kinh\s+doanh|chan\s+nuoi|che\s+bien|cung\s+(?:ung|cap)|khai\s+thac|mua\s+ban"
    r"|xuat\s+khau|nhap\s+khau|nuoi\s+trong|dich\s+vu)\b"
)
# "Ủy ban nhân dân xã và đơn vị, tổ chức thực hiện nhiệm vụ bồi thường ..."
_SINGLE = re.compile(r"(?<!cac )(?<!quan, )\bdon\s+vi$")
_CARRIES_OUT = re.compile(r"\s*,\s*to\s+chuc\s+thuc\s+hien\s+(?:cac\s+)?(?:nhiem\s+vu|du\s+an|cong\s+tac)\b")
# "doanh nghiệp được chỉ định ...": who is meant comes after
_COMMON = re.compile(r"\b(?:doanh\s+nghiep|don\s+vi|co\s+quan|to\s+chuc|ca\s+nhan|co\s+so|nha\s+dau\s+tu)$")
_WHICH_ONE = re.compile(r"\s*(?:(?:duoc|dang|cung\s+cap|su\s+dung|chu\s+quan)\s|tham\s+muu\s*,)")
_HAVING_MEMBERS = re.compile(r"\s*co\s+(?:thanh\s+vien|lien\s+quan\s+den|chuc\s+nang|hoat\s+dong|nhu\s+cau)\b")
_MORE = re.compile(r"\s*(?P<comma>,)\s+(?=[^\W\d])|\s+va\s+(?=[^\W\d])")


def is_everybody(unit: str) -> bool:
    """True for a collective phrase that names no one in particular.

    >>> is_everybody("Các cơ quan, tổ chức, đơn vị"), is_everybody("các cơ quan liên quan"), is_everybody("Sở Nội vụ")
    (True, False, False)
    """
    return _EVERYBODY.fullmatch(strip_diacritics(unit).lower().strip(" ,")) is not None


def restricts(text: str, run: UnitRun) -> bool:
    """True where a clause behind "các cơ quan, đơn vị" says which ones: the name read so far would be too wide."""
    return (
        is_everybody(run.units[-1])
        and _RESTRICTS.match(strip_diacritics(text[run.end : run.end + 60]).lower()) is not None
    )


def is_cut(text: str, run: UnitRun) -> bool:
    """True where the last name surely goes on in a way that can't be read.

    >>> def cut(text): return is_cut(text, read_units(text, anyone=True))
    >>> cut("các cơ quan, đơn vị được giao quản lý tài sản rà soát"), cut("các cơ quan, đơn vị rà soát")
    (True, False)
    >>> cut("cơ sở cung ứng dịch vụ thu gom, vận chuyển chất thải"), cut("cơ sở cung ứng dịch vụ, Sở Y tế")
    (True, False)
    """
    bare = strip_diacritics(text[run.start : run.end + 60]).lower()
    last = bare[: run.end - run.start].rstrip()
    rest = bare[run.end - run.start :]
    if (
        (_COMMON.search(last) and (_WHICH_ONE.match(rest) or _HAVING_MEMBERS.match(rest)))
        or restricts(text, run)
        or (_WHOSE_TRADE.search(last) and _TRADE.match(rest))
        or (_CARRIES_OUT.match(rest) and _SINGLE.search(last))
    ):
        return True
    if _DOES.search(strip_diacritics(run.units[-1]).lower()) is None:
        return False
    more = _MORE.match(strip_diacritics(text).lower(), run.end)
    if more is None or not text[more.end()].islower():
        return False
    return more["comma"] is None or not (starts_duty(text, more.end()) or starts_unit(text[more.end() :]))


def _bare_collective(form: str) -> bool:
    """ "sở, ban, ngành liên quan", "cơ quan, đơn vị" without "các" before them."""
    if re.match(r"(?:bộ|bo), (?:cơ quan|co quan|ngành|nganh|ban) ", form):
        return True
    return re.match(r"(?:sở|so|cơ quan|co quan|đơn vị|don vi|địa phương|dia phuong),? (?=\S)", form) is not None


@lru_cache(maxsize=1)
def _complete() -> re.Pattern[str]:
    """Matches where a name that needs no more words ends: a ministry's, a department's, "... tỉnh"."""
    names = (
        re.findall(r"[a-z]+", strip_diacritics(name).lower()) for _, name, level in rows("organs") if level in _CLOSED
    )
    joined = [r"[\s,–-]+(?:va\s+)?".join(w for w in words if w != "va") for words in names]
    joined += [r"\s+".join(strip_diacritics(row[0]).lower().split()) for row in rows("provinces")]
    return re.compile(rf"(?:^|[\s,;])(?:{'|'.join(sorted(joined, key=len, reverse=True))}|tinh|thanh\s+pho)\s*$")


_CLOSED = {"central", "department"}


def _is_complete(form: str) -> bool:
    return _complete().search(strip_diacritics(form[-80:])) is not None


def is_organ(unit: str) -> bool:
    """True for the whole name of a ministry, a department or an organ "... tỉnh", after which a verb must come.

    >>> is_organ("Sở Văn hóa, Thể thao và Du lịch"), is_organ("Công an tỉnh"), is_organ("các đơn vị")
    (True, True, False)
    """
    return _is_complete(match_form(unit))


def _name_end(text: str, form: str, accented: bool) -> int:
    stops, names, head = _STOP_PATTERNS[accented], _NAME_SETS[accented], _HEAD_PATTERNS[accented]
    end = 0  # end of what surely belongs to the list
    unknown = 0
    depth = 0
    after_capital = False
    joint = ""  # the comma or "và" that lies between `end` and here
    prevents = _PREVENTS[accented].search(form) is not None
    fixed = [m.span() for m in _ONE_NAME_PATTERNS[accented].finditer(form)] if prevents else []
    first = True
    for token in _TOKEN.finditer(text):
        word = token.group()
        at = token.start()
        if word == "(":
            depth += 1
            continue
        if word == ")":
            if depth == 0:
                break
            depth -= 1
            if depth == 0:
                end = token.end()
            continue
        if depth:
            continue
        if (
            word == ":"
            and _LISTS.search(form, 0, at)
            and _LISTED.match(text, at + 1)
            and (stops.match(form, at + 2) is None or _NAMED_ROW.match(text, at + 1))
        ):
            end, unknown, joint = at, 0, ","
            continue
        if word in ",;" and any(start < at < stop for start, stop in fixed):
            continue  # "Ban Chỉ huy Phòng, chống lụt, bão và Tìm kiếm cứu nạn"
        if word in ";:.…[":
            if word == "." and text[at - 1 : at].isupper() and text[at + 1 : at + 2].strip():
                continue  # TP. Đà Lạt
            if word == ";" and head.match(form, at + 1 + (text[at + 1 : at + 2] == " ")):
                end, unknown, joint = at, 0, ","
                continue
            return at if not joint or (joint == "và" and unknown) else end
        if word == ",":
            if unknown > _UNKNOWN_LIMIT or joint:
                return end
            end, unknown, joint = at, 0, ","
            continue
        low = form[at : token.end()]
        noun = False
        inside = any(start < at < end_ for start, end_ in fixed)
        if not first and not inside and (stop := stops.match(form, at)) is not None:
            # mid-sentence only names are written large, and "giúp" in "Trợ giúp" belongs to one
            syllable = stop.group() in _SYLLABLES or (not accented and " " not in stop.group())
            capital = word[0].isupper() or (after_capital and not joint and syllable)
            noun = any(
                kind.fullmatch(stop.group())
                and before.search(form[max(0, at - 24) : at])
                and after.match(form, stop.end())
                for kind, before, after in _NOUN_STOPS
            )
            if stop.group() in ("ban hành", "ban hanh"):
                capital = word.isupper()
            elif capital and " " in stop.group() and text[at + len(word) + 1 : at + len(word) + 2].islower():
                capital = not _is_complete(form[:at])  # "Bộ Tài chính Trên cơ sở ...": a heading and its first line
            if not capital and not noun and not (word[0].isupper() and head.match(form, at)):
                return at if not joint or (joint == "và" and unknown) else end
        either = (
            low in ("hoặc", "hoac")
            and _is_complete(form[: at - 1])
            and head.match(form, at + len(word) + 1) is not None
        )
        if low in ("và", "va", "&", "-", "–") or either:
            end, unknown, joint = (end if joint else at), 0, "và"
            continue
        known = (
            word[0].isupper()
            or noun
            or (after_capital and not joint)  # the second syllable of "Tài chính"
            or low in names
            or any(start < at < stop for start, stop in fixed)
            or (word[0].isdigit() and not unknown)
            or head.match(form, at) is not None
        )
        if joint and not known and joint != "và":
            return end
        if not joint and word[0].islower() and low not in _GOES_ON and _CONCERNED_END.search(form, max(0, at - 12), at):
            return at  # "các Bộ, ngành liên quan hoàn tất ...": a verb, listed or not
        if not known and not unknown and not joint and _is_complete(form[:at]):
            return at  # "Sở Tài chính phân khai ...": a verb that is not listed
        unknown = 0 if known else unknown + 1
        if unknown > _UNKNOWN_LIMIT:
            return end
        if known:
            end, joint = token.end(), ""
        after_capital = word[0].isupper()
        first = False
    else:
        open_end = joint == "," or (joint == "và" and not unknown)
        return len(text.rstrip()) if not open_end and depth == 0 and len(text) < _LONGEST_RUN else end
    return end


# "các cơ quan liên quan" is whole; what may still follow is whose they are or where
_CONCERNED_END = re.compile(r"(?:liên quan|lien quan) $")
_GOES_ON = frozenset(
    (
        "đến", "den", "tới", "toi", "trong", "của", "cua", "thuộc", "thuoc", "trên", "tren", "khác", "khac", "ở", "o",
        "tại", "tai", "và", "va", "cấp", "cap", "trực", "truc", "ngoài", "ngoai", "theo", "đóng", "dong", "về", "ve",
    )
)  # fmt: skip
_FIELD = r"các\s(?:doanh nghiệp|tổ chức|cơ sở|đơn vị|cơ quan)[^.:;]*\s(?:trong lĩnh vực|thuộc lĩnh vực)\s[^.:;]*$"
_NAMED_BY_FIELD = {True: re.compile(_FIELD), False: re.compile(strip_diacritics(_FIELD))}


def _holds_duty(form: str, accented: bool) -> bool:
    return any(_STOP_PATTERNS[accented].match(form, word.start()) for word in re.finditer(r"\w+", form))


# "Các cơ quan, đơn vị liên quan đến hoạt động của doanh nghiệp"
_CONCERNED = re.compile(r"(?:liên quan|lien quan)\s(?:đến|den|tới|toi)\s(?P<what>[^,;:.()]{4,60})$")


# "UBND các xã, phường có cụm công nghiệp": which ones
_HAVING = re.compile(
    r"\s*(?:có|co)\s+(?!trách|trach|quyền|quyen|thể|the|nhiệm|nhiem|các|cac|ý|kế|ke|văn|van|hiệu|hieu|những|nhung)"
    r"(?P<what>\w+(?:\s+\w+){1,4})"
)


def all_units(text: str, addressed: bool = False) -> list[str]:
    """Units of a heading that is nothing but a list of units; [] for any other heading.

    `addressed`: the heading said so itself ("Trách nhiệm của ..."), so that words of a duty inside the name
    don't matter.

    >>> all_units("Sở Khoa học và Công nghệ"), all_units("Các sở, ban, ngành; UBND các xã, phường:")
    (['Sở Khoa học và Công nghệ'], ['Các sở, ban, ngành', 'UBND các xã, phường'])
    >>> all_units("UBND các xã, phường có cụm công nghiệp"), all_units("Sở Nội vụ có văn bản hướng dẫn")
    (['UBND các xã, phường có cụm công nghiệp'], [])
    >>> all_units("Sở Nội vụ chủ trì xây dựng kế hoạch"), all_units("Văn hóa công sở"), all_units("Tổ chức bộ máy")
    ([], [], [])
    >>> all_units("các cơ quan, đơn vị xử lý phản ánh", addressed=True)
    ['các cơ quan, đơn vị xử lý phản ánh']
    """
    text = text.strip(" .:;*_")
    if not text or len(text) > 400:
        return []
    run = read_units(text)
    if run is None or run.start:
        return []
    if text[run.end :].strip(" .:;"):
        form, accented = _form(text)
        plain_name = _NAMED_BY_FIELD[accented].match(form) is not None
        rest = form[run.end :]
        kinds = (
            form.startswith(("các ", "cac ")) and len(rest.split()) <= 6 and not _STOP_PATTERNS[accented].search(rest)
        )
        having = _HAVING.fullmatch(rest)
        if having is not None and not _holds_duty(having["what"], accented):
            return split_units(text)
        concerned = _CONCERNED.search(form, max(0, run.end - 10))
        if concerned is not None and not _holds_duty(concerned["what"], accented):
            return split_units(text)
        return split_units(text) if addressed or plain_name or kinds else []
    return list(run.units)
