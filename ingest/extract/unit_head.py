"""The words that a unit's name begins with: "Sở", "Văn phòng", "UBND", "các ...".

Words are compared as written; in text that has lost all its marks they are compared without marks (elsewhere "Sở"
and "số" would be one word).
"""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.clean.fold import match_form, strip_diacritics
from ingest.lexicons import rows

# Heads that begin a unit's name when more of the name follows ("Sở Nội vụ", never "Sở, ban, ngành").
_OPEN_HEADS = (
    "lực lượng", "sở", "bộ", "ban", "phòng", "văn phòng", "trung tâm", "chi cục", "cục", "tổng cục", "vụ", "viện",
    "trường", "báo", "đài", "hội", "liên đoàn", "liên minh", "liên hiệp", "mặt trận", "ủy ban", "tòa án",
    "viện kiểm sát", "kho bạc", "bảo hiểm", "ngân hàng", "bưu điện", "công ty", "tổng công ty", "tập đoàn", "tổ",
    "đoàn", "hải quan", "thuế", "bộ chỉ huy", "bộ đội", "hiệp hội", "công đoàn",
    "tổng kiểm toán",
    "học viện", "đại học", "quỹ", "cơ quan", "hội đồng", "chủ tịch", "phó chủ tịch", "giám đốc", "phó giám đốc",
    "thủ trưởng", "trưởng", "chánh", "lãnh đạo", "người đứng đầu", "bộ trưởng", "công chức", "bộ phận", "đơn vị",
    "cổng thông tin", "cổng", "thành ủy", "tỉnh ủy", "đảng ủy", "huyện ủy", "xí nghiệp", "nhà máy", "bệnh viện",
    "trạm", "thường trực", "kho", "đội", "bí thư", "hợp tác xã", "chính quyền", "nhà xuất bản", "bảo tàng",
    "thư viện", "chi nhánh", "đảng đoàn", "đồng chí", "đ/c", "liên hiệp các hội", "kiểm lâm", "vườn quốc gia",
    "thi hành án", "ban cán sự", "hiệu trưởng", "phó hiệu trưởng", "phó trưởng", "phó chánh", "phó bí thư",
    "phó thủ trưởng", "ban biên tập", "thông tấn xã", "khu quản lý", "ub", "điện lực", "cảng vụ", "câu lạc bộ",
    "chi bộ", "chi hội",
)  # fmt: skip


ONE_SYLLABLE_HEADS = frozenset(
    form for head in (*_OPEN_HEADS, "tổ", "nhóm", "khối") if " " not in head for form in (head, strip_diacritics(head))
)


# Heads that may be a whole name by themselves.
_WHOLE_HEADS = (
    "văn phòng", "thanh tra", "công an", "tỉnh đoàn", "thành đoàn", "huyện đoàn", "quân sự", "tỉnh ủy", "thành ủy",
    "ubnd", "hđnd", "ubmttq", "ub mttq", "mttq", "ubmttqvn", "vp", "vpub", "vnpt", "viettel", "mobifone", "fpt", "evn",
    "kbnn", "đồn biên phòng", "cấp ủy", "cụm trưởng", "khối trưởng",
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
    "ban cán sự", "chi nhánh", "bệnh viện", "trạm", "bảo tàng", "liên đoàn", "công đoàn", "hộ gia đình", "hộ dân",
    "hộ kinh doanh", "hộ chăn nuôi", "chi hội",
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


def any_of(words: tuple[str, ...]) -> str:
    """An expression for one of the words, the longest first."""
    return "|".join(
        re.escape(match_form(word)).replace("\\ ", r"\s+") for word in sorted(set(words), key=len, reverse=True)
    )


# What these organs' names go on with; "thống kê danh mục", "kiểm toán báo cáo" are work.
_ORGAN_OF = (
    "nhà nước", "nội bộ", "khu vực", "chuyên ngành", "viên", "tỉnh", "thành phố", "tp", "cơ sở", "huyện", "quận",
    "thị xã", "xã", "phường", "trung ương", "việt nam", *(row[0] for row in rows("provinces")),
)  # fmt: skip


_HEAD = rf"""
    (?!(?:{any_of(_NO_HEADS)})(?!\w))
    (?:báo,?\s+(?:và\s+)?(?:đài\s+)?phát\s+thanh
      |(?:thống\s+kê|kiểm\s+toán)\s+(?=(?:{any_of(_ORGAN_OF)})(?!\w))
      |(?:{any_of(_OPEN_HEADS)})\s+(?!và\b|,)(?=[\w"“(/-])   # a head and more of the name
      |(?:{any_of(_WHOLE_HEADS)})(?![\w])                   # a head that may stand alone
      |(?:thủ\s+trưởng|lãnh\s+đạo)(?=,\s+người\s+đứng\s+đầu\s)
      |(?:các|những|một\s+số|toàn\s+thể)\s+(?:{any_of(_MANY)})(?!\w)
    )
"""


# Without marks "cổng" and "công", "báo" and "bảo", "vụ" and "vũ" are one word.
_MARKLESS_TRAP = (
    r"(?!(?:cong|vu|kho|dai|thue|to|quy|mat|tinh)\s(?!an\s|ty\s|doan))"
    r"(?!bo\s(?:tri|sung)\b|doi\s(?:voi|moi|chieu|thoai|tuong)\b|vien\s(?:chuc|chu)\b)"
)


HEAD_PATTERNS = {
    True: re.compile(_HEAD, re.VERBOSE),
    False: re.compile(_MARKLESS_TRAP + strip_diacritics(_HEAD), re.VERBOSE),
}


@lru_cache(maxsize=512)
def folded(text: str) -> tuple[str, bool]:
    """The form in which names are compared, and whether the text has its marks."""
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
    form, accented = folded(text)
    return HEAD_PATTERNS[accented].match(form) is not None


# First words of all that can begin a unit: most lines are told apart by them.
_FIRST_WORDS = frozenset(
    strip_diacritics(word.split()[0]).lower()
    for word in (*_OPEN_HEADS, *_WHOLE_HEADS, "báo", "các", "những", "một", "toàn", "sở", "cơ", "đơn", "địa",
    "doanh", "bên",
                 "cấp", "ngành", "đầu", "chủ", "nhà", "hạt", "đồn", "tổ", "chính", "người", "cá", "hợp", "thành")
)  # fmt: skip


@lru_cache(maxsize=4096)
def may_begin(word: str) -> bool:
    """True for the first word of some head: most lines are told apart by it."""
    return strip_diacritics(word).lower().strip(",.;:") in _FIRST_WORDS


@lru_cache(maxsize=1)
def _complete() -> re.Pattern[str]:
    """Matches where a name that needs no more words ends: a ministry's, a department's, "... tỉnh"."""
    names = (
        re.findall(r"[a-z]+", strip_diacritics(name).lower()) for _, name, level in rows("organs") if level in _CLOSED
    )
    joined = [r"[\s,–-]+(?:va\s+)?".join(w for w in words if w != "va") for words in names]
    joined += list(_COMMUNE_OFFICES)
    joined += [r"\s+".join(strip_diacritics(row[0]).lower().split()) for row in rows("provinces")]
    return re.compile(rf"(?:^|[\s,;])(?:{'|'.join(sorted(joined, key=len, reverse=True))}|tinh|thanh\s+pho)\s*$")


_CLOSED = {"central", "department"}


# Offices of communes since July 2025, which have one name everywhere; without marks, as patterns.
_COMMUNE_OFFICES = (
    r"(?:tinh|thanh)\s+doan",
    r"phong\s+van\s+hoa\s*[-–,]?\s*(?:va\s+)?xa\s+hoi(?:\s+(?:xa|phuong|dac\s+khu))?",
    r"phong\s+kinh\s+te\s*,\s*ha\s+tang\s+va\s+do\s+thi(?:\s+(?:xa|phuong|dac\s+khu))?",
    r"phuc\s+vu\s+hanh\s+chinh\s+cong(?:\s+(?:xa|phuong|dac\s+khu))?",
    r"(?:hdnd|hoi\s+dong\s+nhan\s+dan)\s*(?:va|-|,)\s*(?:ubnd|uy\s+ban\s+nhan\s+dan)(?:\s+(?:xa|phuong|dac\s+khu))?",
)


def is_complete(form: str) -> bool:
    """True where a folded text ends with a name that needs no more words."""
    return _complete().search(strip_diacritics(form[-80:])) is not None


def is_organ(unit: str) -> bool:
    """True for the whole name of a ministry, a department or an organ "... tỉnh", after which a verb must come.

    >>> is_organ("Sở Văn hóa, Thể thao và Du lịch"), is_organ("Công an tỉnh"), is_organ("các đơn vị")
    (True, True, False)
    """
    return is_complete(match_form(unit))
