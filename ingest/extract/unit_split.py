"""Lists of units taken apart: "Sở A, Sở B và Công an tỉnh" is three, "UBND các xã, phường, đặc khu" one.

A list is split at ";" and where a part begins with a head word of its own. A comma inside a name ("Sở Văn hóa, Thể
thao và Du lịch") or a collective phrase ("các sở, ban, ngành") has no head word after it, so it never splits.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.clean.fold import strip_diacritics
from ingest.clean.letters import UPPER
from ingest.extract.unit_head import HEAD_PATTERNS, folded, is_complete

_PARENTHESES = re.compile(r"\([^()]*\)")


_NOTE = re.compile(r"\[\d{1,3}\]")  # a footnote's mark


_SPACE = re.compile(r"\s+")


_COLLECTIVE = (
    "sở", "ban", "ngành", "đoàn thể", "cơ quan", "đơn vị", "địa phương", "xã", "phường", "đặc khu", "huyện",
    "quận", "thị xã", "thành phố", "thị trấn", "tổ chức", "doanh nghiệp", "cá nhân", "cấp", "khu", "phòng", "bộ",
    "trường",
    "hội", "chi cục", "trung tâm", "viện", "cao đẳng", "đại học", "hợp tác xã", "tỉnh", "thị", "phòng ban",
    "chủ tịch",
)  # fmt: skip


_COLLECTIVE_FORMS = frozenset(_COLLECTIVE) | frozenset(strip_diacritics(w) for w in _COLLECTIVE)


# Joints that look like two units and are one.
_ONE_NAME = (
    r"báo,?\s*(?:và\s+)?(?:đài\s+)?phát\s*thanh", r"đài\s+phát\s*thanh\s*(?:và|,)\s*truyền\s*hình",
    r"(?:hđnd|hội đồng nhân dân)\s*(?:và|,|-)\s*(?:ubnd|ủy ban nhân dân)",
    r"(?:đbqh|đại biểu quốc hội)[^,;]{0,20}?\s*(?:và|,)\s*(?:hđnd|hội đồng nhân dân)",
    r"ban quản lý[^,;]{0,60}?,\s*khu",
    r"trường\s+(?:cao đẳng|đại học|trung cấp)\s*,\s*(?:cao đẳng|đại học|trung cấp)",
    r"(?:thủ trưởng|lãnh đạo)\s*,\s*người đứng đầu",
    r"cấp\s+(?:ủy|uỷ)(?:\s+đảng)?\s*,\s*chính\s+quyền",
    r"người\s*/\s*đơn vị", r"tỉnh\s*,\s*thành phố", r"thị xã\s*,\s*thành phố",
    r"đảng ủy mặt trận tổ quốc(?:\s+việt nam)?\s*,?\s*(?:và\s+)?các\s+(?:đoàn thể|tổ chức)",
    r"báo\s*chí\s*(?:,|và)\s*(?:xuất\s*bản|truyền\s*thông)",
    r"phòng cháy\s*,?\s*(?:và\s*)?chữa cháy(?:\s*(?:và|,)\s*cứu nạn\s*(?:,|và)\s*cứu hộ)?",
    r"phòng\s*,\s*chống\s+(?:lụt\s*,?\s*bão|thiên tai|tham nhũng(?:\s*,\s*(?:lãng phí|tiêu cực))*|tội phạm|ma túy"
    r"|dịch(?: bệnh)?|cháy)(?:\s+và\s+(?:tìm kiếm\s*,?\s*)?cứu (?:nạn|hộ)(?:\s*,\s*cứu hộ)?)?",
)  # fmt: skip


FIXED_NAMES = {
    True: re.compile("|".join(_ONE_NAME)),
    False: re.compile(strip_diacritics("|".join(_ONE_NAME))),
}


# "các cơ sở Đoàn – Hội – Đội"; never "Tỉnh Đoàn - Hội Nông dân tỉnh"
_DASHED = (
    r"(?:đảng|đoàn|hội|đội|chính quyền)(?:\s+[-–]\s+(?:chính quyền|công đoàn|đoàn thể|đoàn|hội|đội))+(?!\w)"
    r"(?!\s+(?:liên|nông|cựu|chữ|phụ|sinh|đồng|khoa|luật|nhà|người|văn|khuyến|thanh|đặc|lao|quản|cảnh|thuế|kiểm|trưởng))"
)
_DASHED_NAMES = {True: re.compile(_DASHED), False: re.compile(strip_diacritics(_DASHED))}


_JOINT = re.compile(
    r"\s*,\s*(?:và\s+|va\s+|cùng\s+|hoặc\s+)?|\s+(?:và|va|&|cùng(?: với)?|cung(?: voi)?|hoặc|hoac)\s+"
    r"|\s*/\s*|\s+[-–+]\s+"
)


_NO_UNIT = re.compile(r"(?:[-–—./…\s]*|không(?: có)?|khong(?: co)?|nt|n/a)\.?", re.IGNORECASE)


_LEADING = re.compile(r"^(?:[-–—+•*,;:.\s]+|(?:và|va|với|voi|cùng với|cùng)\s+)+", re.IGNORECASE)


_TRAILING = re.compile(r"(?:[\s,;:.…/–—-]+|\s+(?:và|va|đóng))+$")


_AS_ASSIGNED = re.compile(r"(?:theo|như|nhu|căn cứ|can cu)\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def _split(text: str) -> tuple[str, ...]:
    text = _SPACE.sub(" ", _NOTE.sub("", text)).strip()
    if _NO_UNIT.fullmatch(text):
        return ()
    if _AS_ASSIGNED.match(text):
        return (_TRAILING.sub("", text),)
    form, accented = folded(text)
    if len(form) != len(text):  # characters whose lower case is longer
        return (text,)
    masked = _PARENTHESES.sub(lambda m: "\x01" * len(m.group()), form)
    masked = FIXED_NAMES[accented].sub(lambda m: "\x02" * len(m.group()), masked)
    if " - " in masked or " – " in masked:
        masked = _DASHED_NAMES[accented].sub(lambda m: "\x02" * len(m.group()), masked)
    head = HEAD_PATTERNS[accented]
    cuts: list[tuple[int, int]] = [(m.start(), m.end()) for m in re.finditer(r"\s*[;•]\s*", masked)]
    cuts += [
        m.span()
        for m in _NEXT_ORGAN.finditer(text)
        if masked[m.end()] != "\x01" and (text[m.start() - 1] == ")" or is_complete(form[: m.start()]))
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
_NEXT_PART = re.compile(rf"(?<=\b(?:thuộc|trong) (?:Bộ|bộ))\s(?=(?:Vụ|Cục|Thanh tra|Văn phòng|Viện)\s[{UPPER}])")


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


_PROVINCE = re.compile(rf"(?:[Tt]hành phố|[Tt]ỉnh) [{UPPER}]")


_BESIDE_PROVINCE = re.compile(r"\s*(?:thành phố|tỉnh|bộ|ngân hàng nhà nước) (?!.*,)")


_HOLDS_POST = re.compile(
    r"(?:bộ trưởng|bo truong|giám đốc|giam doc|chủ tịch|chu tich|chánh|chanh|thứ trưởng|thu truong) "
)


_POST = re.compile(
    r"(?:phó |pho )?(?:trưởng|truong|chủ tịch|chu tich|chủ nhiệm|chu nhiem|tổ trưởng|to truong|ủy viên|uy vien) "
)


# "Phòng Tổ chức - Thanh tra", "Công chức Văn phòng - Thống kê xã": fields of one unit; "Phòng A - Thanh tra huyện" is
# two.
_OF_ONE_FIELD = re.compile(
    r"(?:các\s|cac\s)?(?:(?P<post>công chức|cong chuc|bộ phận|bo phan|cán bộ|can bo)"
    r"|phòng|phong|ban|trung tâm|trung tam|tổ|to|khoa|khối|khoi|cơ sở|co so)"
    r"(?:\s+[\w&]+){1,3}(?:\s+[-–]\s+\w+(?:\s+\w+)?)?$"
)


_ANOTHER_FIELD = re.compile(
    r"(?:thanh tra|thống kê|thong ke|thư viện|thu vien|bảo tàng|bao tang|quân sự|quan su"
    r"|công an|cong an|kiểm toán|kiem toan|thuế|thue"
    r"|kho quỹ|kho quy|đội|doi|hội|hoi)"
    r"(?P<where>\s+(?:xã|xa|phường|phuong|huyện|huyen|đặc khu|dac khu|nhân dân|nhan dan))?"
    r"\s*(?=$|[,;]|(?:phụ trách|phu trach)\s)"
)


def _goes_on_fields(form: str, opened: int, joint: re.Match[str]) -> bool:
    """True where a dash joins fields of one unit's work."""
    said = form[opened : joint.start()].strip()
    field, other = _OF_ONE_FIELD.match(said), _ANOTHER_FIELD.match(form, joint.end())
    if field is None or other is None or is_complete(said):
        return False
    return other["where"] is None or field["post"] is not None


# "Đảng ủy các bộ, cơ quan ngang bộ, Tòa án nhân dân tối cao": the committees of all of them; one of the organs alone
# stands in another line of command. "Đảng ủy các xã, Công an tỉnh" is two.
_COMMITTEES_OF = re.compile(
    r"(?:đảng ủy|đảng uỷ|dang uy|đảng bộ|dang bo|ban cán sự đảng|ban can su dang|đảng đoàn|dang doan)\s(?:của\s|cua\s)?"
    r"(?:các|cac)\s(?:bộ|bo|sở|so|cơ quan|co quan|ban)(?!\w)"
)


_COMMITTEE = ("đảng", "dang", "ban cán sự", "ban can su")


_STATE_ORGAN = re.compile(
    r"(?:tòa án|toà án|toa an|viện kiểm sát|vien kiem sat|kiểm toán nhà nước|kiem toan nha nuoc|công an|cong an"
    r"|bộ chỉ huy|bo chi huy|bộ tư lệnh|bo tu lenh|văn phòng (?:quốc|chủ)|van phong (?:quoc|chu)"
    r"|ngân hàng nhà nước|ngan hang nha nuoc)(?!\w)"
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
    if (
        form.startswith(_COMMITTEE, opened)
        and _COMMITTEES_OF.match(form, opened)
        and _STATE_ORGAN.match(form, joint.end())
    ):
        return False
    if joint.group().strip() in ("-", "–") and _goes_on_fields(form, opened, joint):
        return False
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
    if joint.group().strip() in ("-", "–", "/") and (text[joint.end() : joint.end() + 1] or " ") not in UPPER:
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
