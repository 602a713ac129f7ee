"""Quantities in running text: comparator, value or range, unit, change.

Everything is found in the *bare* form of a text (lower case, no diacritics, line breaks as spaces),
which has the same length as the text, so that offsets hold in both. That way text typed or
recognised without diacritics needs no second set of patterns; the few words that collide without
their marks (tăng/tầng/tặng, giảm/giám, đạt/đất) are checked in the text as written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.clean.fold import strip_diacritics

_NUMBER = r"(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)"

# Recognised digits in front of a percent sign: "l00%", "8O%", "IOO %".
_OCR_SHARE = re.compile(r"(?<![\w.,])(?=[\dlio.,]{2,6}\s?%)(?:[\dlio]*\d[\dlio.,]*|[li]oo)(?=\s?%)")
_OCR_COUNT = re.compile(
    r"(?<=\bit nhat )o(?=\d\b)|(?<=\btoi thieu )o(?=\d\b)|(?<=\bnhom )o(?=\d\b)|(?<=\btang )o(?=\d\b)"
)
_OCR_ZERO = re.compile(r" o\d")
_OCR_DIGITS = str.maketrans("oli", "011")

_SPACES = str.maketrans("\n\t\u00a0\u2009\u202f", "     ")


def bare(text: str) -> str:
    """NFC text in lower case without diacritics, of the same length; damaged digits mended.

    >>> bare("Đạt\\nl00% hồ sơ")
    'dat 100% ho so'
    """
    folded = strip_diacritics(text.replace("\u0130", "I")).lower().translate(_SPACES).replace("\uff05", "%")
    if "%" in folded:
        folded = _OCR_SHARE.sub(lambda m: m.group().translate(_OCR_DIGITS), folded)
    return _OCR_COUNT.sub("0", folded) if _OCR_ZERO.search(folded) else folded


@dataclass(slots=True, frozen=True)
class Quantity:
    """A number with what is said about it. Offsets are into the text given to `find_quantities`.

    `[start, end)` runs from the first word of change or comparison to the unit or "trở lên";
    `number` is where the digits begin. `kind`: "share" (percent), "rank" (nhóm 15, top 10),
    "index" (no unit), "count" (any other unit). `cued`: a word of comparison stands beside the number.
    """

    kind: str
    start: int
    number: int
    end: int
    value: float
    value_to: float | None
    unit: str | None
    unit_start: int
    comparator: str
    change: str | None
    base: str | None
    cued: bool
    inherits: bool = False  # the comparison is that of the number in front


def number_value(text: str, *, decimal_point: bool = False) -> float:
    """Vietnamese digits to a float: point for thousands, comma for decimals.

    >>> number_value("99,5"), number_value("1.200"), number_value("05"), number_value("99.5")
    (99.5, 1200.0, 5.0, 99.5)
    >>> number_value("99.125", decimal_point=True)
    99.125
    """
    if (not decimal_point or text.count(".") > 1) and re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", text):
        return float(text.replace(".", "").replace(",", "."))
    return float(text.replace(",", "."))


# A share: "80%", "99,5 %", "35-40%", "35% đến 40%", "80 phần trăm".
_SHARE = re.compile(
    rf"""(?<![\w.,/%])
    (?P<low>{_NUMBER})
    (?:\s*%?\s*(?:-|–|—|÷|~|\bden|\btoi)\s*(?:duoi\s+)?(?P<high>{_NUMBER}))?
    \s*(?:%|‰|phan\ tram\b)(?:\s*/\s*nam\b)?
    """,
    re.VERBOSE,
)

# A place in a ranking: "nhóm 15 tỉnh, thành phố dẫn đầu", "top 10", "trong 10 tỉnh đứng đầu".
_RANK = re.compile(
    r"""\b(?:
        (?:(?:thuoc|vao|trong|o)\s+)?(?:nhom\s*:?|trong\ so|trong|top|thuoc)\s+(?P<lead>\d{1,3})\s+
        (?:[^.;:%\d()]{0,60}?\b)?(?:dan\ dau|dung\ dau|hang\ dau|cao\ nhat|tot\ nhat|lon\ nhat|dau\ ca\ nuoc)\b
      | (?<=[;,]\s)(?P<also>\d{1,3})\s+(?:nuoc|quoc\ gia|tinh|dia\ phuong|thanh\ pho|don\ vi|bo|so)\b
        (?:[^.;:%\d()]{0,40}?\b)?(?:dan\ dau|dung\ dau|hang\ dau)\b(?=\s+ve\b)
      | (?:thuoc|vao|trong|o|dat|lot)\s+(?:nhom|top)\s+(?P<group>\d{1,2})\b(?!\s*(?:[%\-–]|/\s*[a-z]))
      | (?<=[:–-]\s)nhom\s+(?P<listed>\d{1,2})\b(?!\s*(?:[%\-–/]))
      | \b(?:tro\ thanh|la|thuoc|vao|nam\ trong)\s+(?:mot|0?1)\s+trong\s+(?:so\s+)?(?P<one>\d{1,2})\s+
        (?:[^.;:%\d()]{0,60}?\b)?(?:dan\ dau|dung\ dau|hang\ dau|cao\ nhat|tot\ nhat)\b
      | \btop\s+(?P<top>\d{1,2})\b(?!\s*(?:%|/\s*[a-z]))
      | \b(?:(?:o\s+)?(?:vi\s+tri|thu\s+hang|hang\s+thu)|xep|dung\s+(?:hang|thu))\s+(?:thu\s+)?
        (?P<of>\d{1,2})(?:\s*[-–]\s*(?P<to>\d{1,2}))?\s*/\s*\d{1,3}\s+
        (?:tinh|thanh\ pho|dia\ phuong|nuoc|quoc\ gia|bo|co\ quan|so|don\ vi)\b
      | (?:(?:xep|dung|o|giu|dat)\s+(?:o\s+)?(?:vi\s+tri\s+|thu\s+hang\s+)|(?:xep|dung)\s+(?:hang\s+|thu\s+)
        (?:hang\s+|thu\s+)?)(?:thu\s+)?(?:tu\s+)?(?P<place>\d{1,2})\b(?:\s*(?:-|–|den)\s*(?P<upto>\d{1,2})\b)?(?:\s*/\s*\d{1,3}\b)?(?!\s*/)
        (?P<up>[^,;.:\d]{0,25}?\s+tro\ len)?
      | (?<=[;,]\s)(?P<next>\d{1,2})\s*/\s*\d{1,3}\s+(?:tinh|thanh\ pho|dia\ phuong|nuoc|quoc\ gia)\b
        (?=[^,;.]*\b(?:vung|khu\ vuc|ca\ nuoc|toan\ quoc)\b)
    )""",
    re.VERBOSE,
)

# One of these stands in every place of a ranking: a quick look, as most sentences name none.
_RANK_WORDS = (
    *("nhom", "top ", "dan dau", "dung dau", "hang dau", "cao nhat", "tot nhat", "lon nhat", "dau ca nuoc", "vi tri"),
    *("thu hang", "xep ", "dung hang", "dung thu", "xep hang", "hang thu"),
)
_RANKS = ("one", "lead", "also", "listed", "group", "top", "place", "of", "next")

# Any other count: a number and the words of its unit.
_COUNT = re.compile(
    rf"""(?<![\w.,/%\-–])(?<!\d:)  # not the year of a standard: "9001:2015"
    (?P<low>{_NUMBER})
    (?:\s*(?:-|–|\bden|\bhoac)\s*(?P<high>{_NUMBER}))?
    (?=\s+[a-z]|(?:cm|km|ha|kg|mw|kwh|m2|m3)\b)
    """,
    re.VERBOSE,
)

# A rate without a noun of its own: "xuống 42/100.000 trẻ đẻ sống".
_PER_THOUSANDS = re.compile(
    rf"(?<![\w.,/%\-–])(?P<low>{_NUMBER})\s?(?P<per>/\s?(?:100\.?000|10\.?000|1\.?000)\b(?![./]\d))"
)

# Words of comparison straight in front of the number. Filler words may stand between.
_FILLER = (
    r"(?:\s+(?:la|dat|bang|co|tu|khoang|muc|ty\ le|ti\ le|len|duoc|them|o|hon|tuong\ ung|lan\ luot"
    r"|binh\ quan(?:\ (?:chung|ca\ nuoc|toan\ (?:quoc|nganh|tinh)))?"
    r"|(?:moi|hang|tung)\ (?:nam|quy|thang)))*"
)
_COMPARATOR = re.compile(
    rf"""(?:^|(?<=[\s(,:]))(?:
        (?P<ge>toi\ thieu|it\ nhat|khong\ duoi|khong\ thap\ hon|khong\ it\ hon|thap\ nhat|dat\ (?:va|hoac)\ vuot)
      | (?P<le>toi\ da|khong\ vuot\ qua|khong\ qua|khong\ cao\ hon|khong\ lon\ hon|nhieu\ nhat)
      | (?P<gt>(?:tu\ )?tren|hon|vuot\ muc|vuot\ qua|vuot|cao\ hon|lon\ hon)
      | (?P<lt>duoi|thap\ hon|it\ hon|nho\ hon)
      | (?P<since>tu)
      | (?P<about>khoang|xap\ xi|gan)
    ){_FILLER}\s+$
    | (?P<sign>>=|≥|<=|≤|>|<)\s*$
    """,
    re.VERBOSE,
)
_SIGNS = {">=": ">=", "≥": ">=", "<=": "<=", "≤": "<=", ">": ">", "<": "<"}

_UP = re.compile(r"\s*(?:[^\d.,;:()%]{0,40}?\s)?(?P<way>tro len|tro xuong)\b")
_UP_AT_ONCE = re.compile(r"\s*tro (?P<way>len|xuong)\b(?:\s*/\s*nam\b)?")
_OR_MORE = re.compile(r"\s+(?:hoac|va)\s+(?:cao|lon|nhieu)\s+hon\b")

_CHANGE = re.compile(
    r"""\b(?P<word>tang|(?:keo\ |lam\ )?giam|cat\ giam|giam\ thieu|rut\ ngan)
    (?:\s+(?:binh\ quan|trung\ binh|gap|them|duoc|di|so\ luong|hang\ nam|moi\ nam|hon|nua|it\ nhat\ la))*\s*$
    """,
    re.VERBOSE,
)
# "tăng từ 15% lên 20%", "giảm từ 23 ca xuống còn 18 ca": the number in front is the baseline.
_FROM_TO = re.compile(
    rf"""\b(?P<word>tang|cat\ giam|giam|nang|rut\ ngan)(?:\s+(?:(?!\b(?:tang|giam|nang)\b)[^\d.;%]){{1,70}}?)?
    (?P<from>\s+tu)\s+(?:muc\s+)?(?P<base>{_NUMBER}\s*%?)(?:[^.;%\d]|/1[.0]+|\bnam\ 20\d\d){{0,40}}?
    \b(?:len|xuong)(?:\s+(?:con|muc|den|toi))*(?P<bound>(?:\s+(?:duoi|tren|hon|toi\ thieu|it\ nhat|khong\ duoi
    |khong\ qua|toi\ da|khoang))+)?\s+$""",
    re.VERBOSE,
)
_BOUNDS = {"duoi": "<", "tren": ">", "hon": ">", "toi thieu": ">=", "it nhat": ">=", "khong duoi": ">=",
           "khong qua": "<=", "toi da": "<="}  # fmt: skip
# "Tỷ lệ hồ sơ trực tuyến từ (mức) 45% lên (mức) 70%": the same without a verb in front.
_FROM_LEVEL = re.compile(
    rf"""\b(?P<from>tu)\s+(?:muc\s+)?(?P<base>{_NUMBER}\s*%)(?:[^.,;%\d]|\bnam\ 20\d\d){{0,25}}?
    \b(?P<word>len|xuong)(?:\s+(?:con|muc|den|toi))*(?P<bound>(?:\s+(?:duoi|tren|hon|toi\ thieu|it\ nhat
    |khong\ duoi|khong\ qua|toi\ da|khoang))+)?\s+$""",
    re.VERBOSE,
)

_DIRECTION = {"tang": "increase", "nang": "increase"}

_NOT_OVER = re.compile(r"\bkhong (?:phai |duoc |de )?(?:[a-z]+ ){1,4}(?P<over>qua)\s+$")
_NEVER = re.compile(r"\bkhong (?:de|con)\b[^,;.:]*$")

# Words that make a number a label, a date or a length of time instead of an amount.
_LABELLED = re.compile(
    r"""(?:\b(?:so|dieu|khoan|(?<!dat\ )(?<!\bo\ )muc|diem|(?<!moi\ )(?<!hang\ )(?:nam|thang|quy)|ngay
    |chuong|phu\ luc|mau
    |(?<!doanh\ )(?<!tong\ )(?<!nguon\ )thu|lan\ thu|iso|cap
    |cap\ do|muc\ do|loai|hang|giai\ doan|phan|bieu|bang|chuong\ trinh|de\ an|nghi\ quyet|quyet\ dinh|trang|phien\ ban
    |tieu\ chuan|tcvn|khu\ vuc|tuan|ca|lop|khoi|nhiem\ ky|dot)\.?|\w\s?[-–/])\s*$""",
    re.VERBOSE,
)

# "dịch vụ công mức độ 3, 4", "các Điều 5, 6 và 7": the last of several labels.
_LABEL_LIST = re.compile(
    r"\b(?:muc do|cap do|loai|hang|cap|dieu|khoan|quy|thang|lop|nhom|muc|phu luc|bieu)\s+\d{1,2}"
    r"(?:\s*(?:,|va|-|–)\s*\d{1,2})*\s*(?:,|\bva|-|–)\s*$"
)

# Labels that count up to a dozen: "cấp 2", "lớp 12", not "cấp 500 giấy phép".
_STEPS = re.compile(r"(?:cap|lop|khoi|loai|hang|ca|dot)\b")
_MOST_STEPS = 12

# "trên 1 vạn dân", "/1.000 trẻ đẻ sống": what a rate is measured against.
_AGAINST = re.compile(r"(?:\btren|/|\bmoi|\bcho|\btinh tren)\s*$")
_AGAINST_UNIT = re.compile(
    r"\s*(?:(?:van|nghin|ngan|trieu)\s+)(?:dan|nguoi|lao dong|phu nu|tre)\b|(?<=1.000|0.000)\s+(?:dan|tre|ca de)\b"
)

_LIFE = re.compile(r"\b(?:tuoi tho|song khoe)\b")

# An index without a unit: "HDI đạt trên 0,8".
_INDEX = re.compile(
    r"(?<![\w.,/%\-–(])(?P<low>\d{1,2},\d{1,4})(?=\s*(?:$|[.;,)]|(?:va|vao|trong|den|dung|xep|tang|tro)\b))"
)
_INDEX_CUE = re.compile(r"\b(?:dat|tren|duoi|tu|toi thieu|len|xuong|muc|la|khoang|duy tri|bang|>=?|<=?)\s*$")
_INDEX_NAME = re.compile(r"\b(?:chi so|he so|hdi|gii|gini|index)\b")

# "cải thiện ít nhất 02 bậc": a move up a ranking.
_CLIMB = re.compile(r"\b(?:cai thien|nang|len|tang)(?:\s+(?:them|hang|duoc|len|tu))*\s*$")

# First words of a unit that is no measure of a target.
TIME_UNITS = frozenset(["ngay", "gio", "phut", "giay", "thang", "nam", "tuan", "quy", "tuoi", "nien", "ngay/nam"])
_SINGLE_UNITS = frozenset(["lan", "diem", "bac", "hang"])
# Words that end a unit, as written: without marks many of them look like units (sáng/sang, sổ/số).
_UNIT_STOPS = frozenset(
    [
        "phục",
        "của",
        "cho",
        "về",
        "trong",
        "tại",
        "được",
        "để",
        "có",
        "do",
        "theo",
        "và",
        "với",
        "chất",
        "cấp",
        "trở",
        "so",
        "từ",
        "đến",
        "vào",
        "mỗi",
        "trên",
        "ở",
        "là",
        "đạt",
        "nhằm",
        "thuộc",
        "sinh",
        "đứng",
        "xếp",
        "nhưng",
        "gồm",
        "vượt",
        "chiếm",
        "tăng",
        "giảm",
        "công",
        "liên",
        "khác",
        "hoặc",
        "bằng",
        "này",
        "như",
        "qua",
        "phải",
        "dưới",
        "đang",
        "chưa",
        "không",
        "hoàn",
        "dân",
        "toàn",
        "đã",
        "sẽ",
        "bảo",
        "đảm",
        "đúng",
        "hàng",
        "các",
        "gần",
        "tuyên",
        "bồi",
        "tiền",
        "áp",
        "hoạt",
        "tham",
        "trước",
        "sau",
        "hằng",
        "thực",
        "trực",
        "tự",
        "xuống",
        "lên",
        "còn",
        "sử",
        "đăng",
        "nộp",
        "biết",
        "hưởng",
        "đi",
        "làm",
        "ngang",
        "dành",
        "vì",
        "nằm",
        "phù",
    ]
)
_BARE_STOPS = frozenset(strip_diacritics(word) for word in _UNIT_STOPS) - {"hang", "so", "chat", "ma", "vi"}
_PER_HEAD = re.compile(
    r"\s*(?:tren|/)\s*(?:mot|1|10\.?000|1\.?000|100)\s+(?:(?:van|nghin|ngan|trieu)\s+)?(?:dan|nguoi|tre|lao dong)\b"
)
# Second syllables of nouns that look like words that end a unit: "ngân hàng", not "hàng năm"; "di tích lịch sử".
_COMPOUND = re.compile(
    r"(?:ngân|khách|mặt|cửa|gian|nhà|đơn|bán) hàng|lịch sử|(?:hóa|hoá|vật|tính|phẩm) chất|chứng từ|văn bằng|trung cấp"
    r"|an toàn|công dân|nhân dân"
    r"|nông dân"
    r"|(?:ngan|khach|mat|cua|gian|nha|don) hang|lich su|hoa chat|nong dan|an toan"
)
_PER = re.compile(r"/(?:nam|quy|thang|tuan|ngay|lan|luot)$")
_PAIR = re.compile(
    r"tin\s*,\s*bai(?:\s+viet)?\b|tinh, thanh pho(?: truc thuoc (?:trung uong|tw))?\b|phuong, xa\b"
    r"|xa, phuong(?:, (?:dac khu|thi tran))?\b|co quan, don vi(?:, dia phuong)?\b|so, (?:ban, )?nganh\b|bo, nganh\b"
    r"|thon, (?:ban|lang|to dan pho)\b|can bo, cong chuc(?:, vien chuc)?\b"
)
_STAFF = re.compile(r"cong (?:chuc|dan|trinh|nhan|doan|cu|ty|vien)\b|sinh vien\b|bao cao\b|cap uy\b")
_PUPIL = re.compile(r"\b(?:hoc|cuu|thi|tuyen|tan|ve)\s+$")
_SLASH = re.compile(
    r"(?<=/lao) dong\b|(?<=/san) pham\b|(?<=/nhan) khau\b|(?<=/doanh) nghiep\b|(?<=/hoc) sinh\b|(?<=/ho) so\b"
    r"|(?<=/thu) tuc\b|(?<=/don) vi\b|(?<=/co) quan\b|(?<=/giao) dich\b"
)
_UNIT_TAIL = re.compile(r"\s*/\s*[a-z]+|\s+phan tram\b|\s?%")
# "triệu", and what is measured instead of counted: nothing that follows belongs to such a unit.
# Not "vạn", "trăm", "ngàn": they look like "văn", "trạm", "ngân".
_MAGNITUDES = r"(?:(?:nghin|trieu|ty|ti)\s+)*"
_MEASURE_UNIT = re.compile(
    rf"{_MAGNITUDES}(?:dong(?! (?:chi|bao)\b)|usd|vnd|do la|tan(?: dau(?: tho)? quy doi)?|kg|ha|hec-?ta|m2|m3|km2?"
    r"|cm|mm|lit|mva|kw|kwh|mw|mwh|gw|gwh|twh|k?toe|mtoe|tbps|gbps|mbps|gb/s|mb/s)(?![a-z\d])"
)
_MAGNITUDE = re.compile(r"(?:(?:nghin|trieu|ty|ti)\s+)+(?=[a-z])")
# Units that further words may describe: those stay, the description goes where it is too long for a unit.
_COUNTED = re.compile(
    rf"""{_MAGNITUDES}(?:ho\ kinh\ doanh|hop\ tac\ xa|ho\ gia\ dinh|doanh\ nghiep|to\ chuc|san\ pham|du\ an|chuyen\ gia
    |co\ so\ du\ lieu|co\ so|trung\ tam|mo\ hinh|don\ vi|nhiem\ vu|chuong\ trinh|tac\ pham|hoi\ nghi|sang\ kien|tau|tram
    |giai\ phap|thu\ tuc|dich\ vu|he\ thong|nen\ tang|chuyen\ muc|phong\ su|can\ bo|cong\ chuc|vien\ chuc|hoc\ sinh
    |nguoi|giao\ vien|lao\ dong|khu\ cong\ nghiep|cum\ cong\ nghiep|mang\ luoi|he\ sinh\ thai|luot\ (?:khach|nguoi)
    |cau\ lac\ bo|ngan\ hang|truong|benh\ vien|thu\ vien|doi|trang\ trai|di\ tich|le\ hoi|nha\ may
    |bo\ du\ lieu|tuyen\ pho|nha\ khoa\ hoc|cong\ trinh|cuoc|lop|buoi|dot|xa|phuong|tinh|mo|chuoi|ho|tin|bai|can\ nha
    |can\ ho)\b""",
    re.VERBOSE,
)
# Points that are places.
_SPOT = re.compile(
    r"diem (?:cau|camera|truy cap|phuc vu|giao dich|buu|ban|du lich|truong|dan cu|tiep nhan|phat|dung|do|thu gom"
    r"|tap ket|ho tro|den|sang|nghen|sat|wifi|van hoa|tham quan|lap dat|trung chuyen)\b"
)
_MOST_WORDS = 10
# What slogans count: "5 rõ", "4 tốt", "3 nhất". As written: "rõ" is not "rổ", "hóa" not "hoa".
_SLOGAN = re.compile(r"(?:sach|ro|tot(?! nghiep)|nhat|xin|luon|biet|chong|hoa|dung)\b(?! luong)")
_SLOGAN_WORDS = frozenset(["sạch", "rõ", "tốt", "nhất", "xin", "luôn", "biết", "chống", "hóa", "hoá", "đúng"])


def _spelled(written: str) -> bool:
    """Whether the first word of a slogan is written with its own marks, or with none at all."""
    return written in _SLOGAN_WORDS or (written.isascii() and written not in ("hoa", "dung", "nhat"))


_UNIT_WORD = re.compile(r"[^\s,.;:()\[\]|\"“”…]+(?:\.\d{3}[^\s,.;:()|…]*)?")


def _unit(text: str, folded: str, at: int) -> tuple[str, int, int] | None:
    """The unit's words that begin at `at`: (as written, start, end)."""
    start = end = -1
    words = 0
    position = at
    plain = text.lower() == folded  # no marks at all
    while words < _MOST_WORDS:
        while position < len(folded) and folded[position] == " ":
            position += 1
        match = _UNIT_WORD.match(folded, position)
        if match is None:
            break
        word = match.group()
        written = text[match.start() : match.end()].lower()
        stop = written in _UNIT_STOPS or (plain and word in _BARE_STOPS)
        stop = stop and not _STAFF.match(folded, match.start())
        stop = stop and not (words and _COMPOUND.fullmatch(_last_words(text, start, match.end())))
        stop = stop and not (not words and folded.startswith("hoat dong", match.start()))
        stop = stop and not (word in ("dan", "nguoi") and words and "/" in folded[start : match.start()])
        stop = stop and not (word == "sinh" and words and _PUPIL.search(folded, start, match.start()))
        stop = stop and not (word == "sinh" and folded.startswith("he sinh thai", start))
        stop = stop and not (word == "lam" and words and folded.endswith(("viec ", "ngay "), start, match.start()))
        stop = stop and not (not words and folded.startswith("lien hiep", match.start()))
        stop = stop and not (word == "cap" and folded.endswith("nha cung ", start, match.start()))
        stop = stop and not (words == 1 and folded.startswith("cong nghe so", match.start()))  # "tổ công nghệ số"
        if not words and _SLOGAN.match(folded, match.start()) and _spelled(written):
            return None  # "5 không, 3 sạch": a slogan
        if not words and folded.startswith("con so", match.start()):
            return None  # "tăng trưởng “2 con số”": a figure of speech
        if words and (stop or not word[0].isalpha() or folded.startswith("to chuc ", match.start())):
            if words > 1 and word == "cong" and folded.endswith((" thi", " thanh"), start, end):
                end = folded.rindex(" ", start, end)  # "02 máy | thi công", "100 kết nối | thành công"
            break
        if not words and (stop or not word[0].isalpha()):
            return None
        if not words:
            start = match.start()
        words += 1
        end = position = match.end()
        head = re.split("[/%]", word, maxsplit=1)[0]
        at_spot = head == "diem" and _SPOT.match(folded, match.start()) is not None
        if words == 1 and head in _SINGLE_UNITS and not written.startswith("bác") and not at_spot:
            # "lần / năm", "điểm"
            spaced = _UNIT_TAIL.match(folded, end)
            if "%" in word:
                end = match.start() + word.index("%") + 1  # "điểm%/năm"
            elif spaced and "/" not in word:
                end = spaced.end()
            if rest := _SLASH.match(folded, end):
                end = rest.end()  # "lần/hồ sơ"
            break
        if words == 1 and (pair := _PAIR.match(folded, match.start())):
            end = pair.end()  # "tin, bài", "tin, bài/tháng"
            if spaced := _UNIT_TAIL.match(folded, end):
                end = spaced.end()
            break
        if _PER.search(word):
            break  # "cuộc đối thoại/năm giữa lãnh đạo và người dân"
        following = folded[end : end + 1]
        if following and following in ",.;:()":
            break
    if words and (measure := _MEASURE_UNIT.match(folded, start)) and measure.end() < end:
        # "5 tấn than sạch", "41 triệu đồng/người": only what the measure is taken of by a stroke goes on
        end = _unit_word_end(folded, measure.end())
        if rest := _SLASH.match(folded, end):
            end = rest.end()  # "triệu đồng/lao động"
        words = 1
    if words > 2 and (words == _MOST_WORDS or re.match(r"\s+(?:va|cong)\b|\s*,\s*[a-z]", folded[end:])):
        counted = _COUNTED.match(folded, start)
        if counted:  # "40 tổ chức khoa học và công nghệ được xếp hạng"
            end = counted.end()
        elif words == _MOST_WORDS or (words > 3 and re.match(r"\s+va\b", folded[end:])):
            end = list(_UNIT_WORD.finditer(folded, start, end))[1].end()
    if words and (rate := _PER_HEAD.match(folded, end)):
        end = rate.end()  # "12 người trên một vạn dân"
    return (text[start:end].replace("\n", " "), start, end) if words else None


def _last_words(text: str, start: int, end: int) -> str:
    """The last two words of `[start, end)` in lower case."""
    return " ".join(text[start:end].lower().split()[-2:])


def _unit_word_end(folded: str, at: int) -> int:
    """Where the word that `at` lies in or behind ends: "đồng/người" at the end of "đồng"."""
    while at < len(folded) and folded[at] not in ' ,.;:()[]|"“”':
        at += 1
    return at


def noun_start(folded: str, start: int) -> int:
    """Where the counted noun of a unit begins that begins at `start`: behind "triệu", and behind a measure
    ("triệu tấn than": "than")."""
    if measure := _MEASURE_UNIT.match(folded, start):
        return _unit_word_end(folded, measure.end())
    magnitude = _MAGNITUDE.match(folded, start)
    return magnitude.end() if magnitude else start


def is_measure(unit: str) -> bool:
    """Whether a unit measures instead of counting.

    >>> [is_measure(unit) for unit in ("triệu tấn", "triệu đồng/người", "triệu doanh nghiệp", "đồng chí")]
    [True, True, False, False]
    """
    match = _MEASURE_UNIT.match(bare(unit))
    return match is not None and " " not in unit[match.end() :]


def unit_head(unit: str) -> str:
    """First word of a unit in bare form.

    >>> unit_head("cuộc đối thoại")
    'cuoc'
    """
    plain = bare(unit).strip()
    head = re.split(r"[\s/%]", plain, maxsplit=1)[0]
    if head == "bac" and unit.strip().lower().startswith("bác"):
        return "bac si"
    if head == "diem" and (spot := _SPOT.match(plain)):
        return spot.group()  # "điểm cầu" is no point of a score
    first = unit.strip()[: len(head)].lower()
    if head in _TIMES and first != _TIMES[head] and not first.isascii():
        return f"{head} ~"  # "quỹ" is no "quý", "giấy" no "giây"
    if head in ("quy", "giay") and (papers := _NO_TIME.match(plain)):
        return papers.group()  # "quy trình", "giấy phép" are no quarters and seconds
    return head


_TIMES = {"quy": "quý", "giay": "giây", "gio": "giờ", "phut": "phút", "thang": "tháng", "nam": "năm", "tuan": "tuần",
          "tuoi": "tuổi", "ngay": "ngày"}  # fmt: skip
_NO_TIME = re.compile(r"quy (?:trinh|che|dinh|hoach|chuan|uoc|mo)\b|giay (?:to|phep|chung|khen|moi|xac|dang|bao)\b")


# Words that without their marks look like others: tầng, giám, nắng; tử, hôn, gắn.
_COLLIDING = {
    "tang": "tăng",
    "giam": "giảm",
    "nang": "nâng",
    "tu": "từ",
    "hon": "hơn",
    "tren": "trên",
    "duoi": "dưới",
    "gan": "gần",
    "len": "lên",
    "xuong": "xuống",
}


def _said(text: str, start: int, word: str) -> bool:
    """Whether the bare `word` at `start` is written as that word and not as one that looks like it."""
    written = text[start : start + len(word)].lower()
    for plain, proper in _COLLIDING.items():
        match = re.search(rf"\b{plain}\b", word)
        if match and written[match.start() : match.end()] not in (plain, proper):
            return False
    return True


def _comparison(text: str, folded: str, number: int, floor: int) -> tuple[str, int, bool, str | None, str | None]:
    """(comparator, start, cued, change, base) of the words in front of the number."""
    comparator, start, cued = "=", number, False
    low = max(floor, number - 70)
    from_to = _FROM_TO.search(folded, max(floor, number - 140), number)
    if from_to and _said(text, from_to.start("word"), from_to.group("word")):
        direction = _DIRECTION.get(from_to.group("word"), "decrease")
        # The words between verb and "từ" are the indicator: "giảm tỷ lệ hộ nghèo từ 5% xuống 3%".
        between = folded[from_to.end("word") : from_to.start("from")].strip()
        start = from_to.start("from") + 1 if between else from_to.start()
        bound = _BOUNDS.get((from_to.group("bound") or "").strip(), "=")
        return bound, start, bound != "=", direction, from_to.group("base").strip()
    level = _FROM_LEVEL.search(folded, low, number)
    if level and _said(text, level.start("from"), "tu") and _said(text, level.start("word"), level.group("word")):
        direction = "increase" if level.group("word") == "len" else "decrease"
        bound = _BOUNDS.get((level.group("bound") or "").strip(), "=")
        return bound, level.start("from"), bound != "=", direction, level.group("base").strip()
    for _ in range(2):  # "tối thiểu trên", "đạt từ trên": the outer word widens, the inner one decides
        match = _COMPARATOR.search(folded[low:start])
        if match is not None and match.group("since") and re.search(r"\bdat\b", match.group()):
            break  # "chi đầu tư đạt 42%" without marks
        if match is None:
            break
        opening = match.start()
        if not _said(text, low + opening, match.group()):
            if not match.group().startswith("tu tren") or not _said(text, low + opening + 3, match.group()[3:]):
                break
            opening += 3  # "tài khoản điện tử trên 50%"
        if not cued or comparator == "=":
            if match.group("ge"):
                comparator = ">="
            elif match.group("le"):
                comparator = "<="
            elif match.group("gt"):
                comparator = ">"
            elif match.group("lt"):
                comparator = "<"
            elif match.group("since"):
                comparator = ">="
            elif match.group("sign"):
                comparator = _SIGNS[match.group("sign")]
        start = low + opening
        cued = cued or not (match.group("about"))
    if not cued and (limit := _NOT_OVER.search(folded, low, start)):
        comparator, start, cued = "<=", limit.start("over"), True  # "không phải đi lại quá 02 lần"
    if comparator in (">", "<") and _NEVER.search(folded, max(floor, start - 90), start):
        comparator = "<=" if comparator == ">" else ">="  # "không để tỷ lệ trễ hạn vượt quá 2%", "... dưới 90%"
    change = None
    moved = _CHANGE.search(folded[low:start])
    if moved and _said(text, low + moved.start("word"), moved.group("word")):
        change = _DIRECTION.get(moved.group("word"), "decrease")
        start = low + moved.start()
        before = _COMPARATOR.search(folded[low:start])
        if before and not cued and not before.group("since"):  # "tối thiểu giảm 20%"
            comparator = ">=" if before.group("ge") else "<=" if before.group("le") else comparator
            start = low + before.start()
            cued = True
    return comparator, start, cued, change, None


def find_quantities(text: str, folded: str | None = None) -> list[Quantity]:
    """Every share, rank and count of `text` in order; no two overlap. What is a target is decided elsewhere.

    >>> [(q.comparator, q.value, q.value_to, q.unit) for q in find_quantities("đạt từ 35-40%, có ít nhất 02 lần/năm")]
    [('=', 35.0, 40.0, '%'), ('>=', 2.0, None, 'lần/năm')]
    >>> [(q.comparator, q.value, q.unit, q.change) for q in find_quantities("tăng 03 bậc, nhóm 05 sở dẫn đầu")]
    [('=', 3.0, 'bậc', 'increase'), ('<=', 5.0, 'hạng', None)]
    """
    folded = bare(text) if folded is None else folded
    found: list[Quantity] = []
    taken: list[tuple[int, int]] = []
    if "%" in folded or "‰" in folded or "phan tram" in folded:
        for match in _SHARE.finditer(folded):
            low, high = match.group("low"), match.group("high")
            number = match.start("low")
            value = number_value(low, decimal_point=True)
            value_to = number_value(high, decimal_point=True) if high else None
            if value_to is not None and value_to <= value:  # "năm 2025 - 80%"
                number, value, value_to = match.start("high"), value_to, None
            sign = "‰" if "‰" in match.group() else "%"
            quantity = _finish("share", text, folded, number, match.end(), value, value_to, sign, match.end(), found)
            # "từ 80% đến dưới 90%" and "tăng từ 15% lên 20%": the baseline is no quantity of its own.
            if quantity.base is not None and found and found[-1].end > quantity.start:
                found.pop()
            found.append(quantity)
            taken.append((match.start(), match.end()))
    for match in _RANK.finditer(folded) if any(word in folded for word in _RANK_WORDS) else ():
        group = next(name for name in _RANKS if match.group(name) is not None)
        exact = group in ("of", "next") or (group == "place" and match.group("up") is None)
        if group == "next" and not (found and found[-1].kind == "rank"):
            continue  # "..., 12/34 tỉnh trong vùng" counts provinces, unless a place stands before it
        number, last = match.start(group), match.group("to") or match.group("upto")
        found.append(
            Quantity("rank", match.start(), number, match.end(), float(match.group(group)),
                     float(last) if last else None, "hạng", match.end(),
                     "=" if exact else "<=", None, None, True)
        )  # fmt: skip
        taken.append((match.start(), match.end()))
    for match in _COUNT.finditer(folded):
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        if match.group("low").endswith(".0"):
            continue  # "công nghệ 4.0" counts nothing
        label = _LABELLED.search(folded, max(0, match.start() - 16), match.start())
        listed = folded.endswith((", ", "va ", "- ", "– "), 0, match.start())
        if listed and _LABEL_LIST.search(folded, max(0, match.start() - 30), match.start()):
            continue
        if label and not (_STEPS.match(label.group()) and number_value(match.group("low")) > _MOST_STEPS):
            continue
        if _AGAINST.search(folded[max(0, match.start() - 10) : match.start()]) and _AGAINST_UNIT.match(
            folded, match.end()
        ):
            continue
        unit = _unit(text, folded, match.end())
        if unit is None or (unit_head(unit[0]) == "tuoi" and not _LIFE.search(folded, 0, match.start())):
            continue
        high = match.group("high")
        value, value_to = number_value(match.group("low")), number_value(high) if high else None
        if value_to is not None and value_to <= value:
            continue
        quantity = _finish("count", text, folded, match.start(), unit[2], value, value_to, unit[0], unit[1], found)
        if quantity.base is not None and found and found[-1].end > quantity.start:
            found = [q for q in found if q.end <= quantity.start or q.start > quantity.end]
        found.append(quantity)
    for match in _PER_THOUSANDS.finditer(folded) if "000" in folded else ():
        of = _unit(text, folded, match.end())
        end = of[2] if of else match.end()
        unit_at = match.start("per")
        value = number_value(match.group("low"))
        found = [q for q in found if not match.start() <= q.number < end]
        found.append(_finish("count", text, folded, match.start(), end, value, None, text[unit_at:end], unit_at, found))
    if _INDEX_NAME.search(folded):
        for match in _INDEX.finditer(folded):
            if _INDEX_CUE.search(folded[max(0, match.start() - 14) : match.start()]):
                value = number_value(match.group("low"))
                found.append(
                    _finish("index", text, folded, match.start(), match.end(), value, None, "", match.end(), found)
                )
    found.sort(key=lambda q: q.number)
    return found


# "95% công chức trở lên hoàn thành ..."
_COUNTED_UP = re.compile(
    r"(?:(?:tong )?so\b.*|(?:so )?(?:can bo|cong chuc|vien chuc|nguoi dan|nguoi|ho so|don vi|co quan|xa|phuong"
    r"|doanh nghiep|thu tuc|van ban|hoc sinh|ho|ho gia dinh|dan so|to chuc|y kien|phieu|dia phuong|nhiem vu)"
    r"(?:,? (?:va )?(?:cong chuc|vien chuc|phuong|don vi|doanh nghiep|to chuc))*)"
)
# "ít nhất từ 4-5 bác sĩ" is a bound all the same
_A_YEAR = re.compile(r"\s*/\s*nam\b")
_LEAST_FROM = re.compile(r"\b(?:toi thieu|it nhat|khong duoi|khong thap hon)\D{0,12}\btu\s+$")


def _finish(
    kind: str, text: str, folded: str, number: int, end: int, value: float, value_to: float | None,
    unit: str, unit_start: int, found: list[Quantity],
) -> Quantity:  # fmt: skip
    comparator, start, cued, change, base = _comparison(text, folded, number, 0)
    up = _UP.match(folded, end) if kind == "share" or unit_head(unit) in ("lan", "diem", "bac") else None
    # "30% có trình độ đại học trở lên": those words end a level, not the number.
    between = folded[end : up.start("way")].strip() if up else ""
    if up and (not between or comparator == ">=" or _COUNTED_UP.fullmatch(between)):
        comparator = ">=" if up.group("way") == "tro len" else "<="
        # The words between number and "trở lên" belong to the indicator.
        if not between:
            yearly = _A_YEAR.match(folded, up.end())
            end = yearly.end() if yearly else up.end()
        if value_to is not None and value_to > value:  # "từ 98% - 100% trở lên": the bound that is asked for
            value, value_to = (value, None) if comparator == ">=" else (value_to, None)
        cued = True
    elif not up and comparator == "=" and (plain := _UP_AT_ONCE.match(folded, end)):
        comparator, end = ">=" if plain.group("way") == "len" else "<=", plain.end()  # "43,5 nghìn tỷ đồng trở lên"
    elif more := _OR_MORE.match(folded, end):
        comparator, end, cued = ">=", more.end(), True
    elif (
        value_to is not None
        and comparator == ">="
        and re.search(r"\btu\s+$", folded[:number])
        and not _LEAST_FROM.search(folded, max(0, number - 40), number)
    ):
        comparator = "="  # "từ 35-40%" is a range, not a lower bound
    if change is None and kind == "count" and unit_head(unit) in ("bac", "hang", "vi"):
        climb = _CLIMB.search(folded[max(0, start - 30) : start])
        if climb:
            change = "increase"
    return Quantity(kind, start, number, end, value, value_to, unit or None, unit_start, comparator, change, base, cued)
