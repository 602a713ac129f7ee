"""Proof that a name of an indicator is well formed: it begins and ends where a phrase does, and names something.

A name that has a plain flaw at an end (a horizon, a connective, a purpose behind it) loses that; one cut inside a
phrase, put together over a border, or that names nothing is no name, and its number no target.
"""

from __future__ import annotations

import re

from ingest.extract.quantity import bare

_LONG = 30  # syllables of a name in front of its number
_LONGEST = 110  # syllables of any name: the longest right one in 200 real documents has 100

# What says when, or how it is meant, and is no part of the name. As written: "là" is not "lá", "tới" not "tôi".
_OPENING = re.compile(
    r"""(?:
      (?:tới|đến|vào|trong|trước)\s(?:hết\s|cuối\s)?(?:năm|giai\ đoạn)\s20\d\d(?:\s?[-–]\s?20\d\d)?
    | năm\s20\d\d(?=,|\s(?:là|có|đạt|tỷ|tỉ|số|mức|tổng)\b)
    | (?:đến|tới)\s(?:19|20)\d\d(?=\s)
    | (?:theo\ đó|như\ vậy|trong\ đó|tuy\ nhiên|mặt\ khác|bên\ cạnh\ đó|đồng\ thời
      |ngoài\ ra|cụ\ thể|đặc\ biệt|do\ đó|vì\ vậy)(?=[\s,])
    | (?:và|nhằm|thì|phải|cần|sẽ|phấn\ đấu|đảm\ bảo|bảo\ đảm|tiếp\ tục\ phấn\ đấu|góp\ phần|hướng\ tới
      |tiến\ tới|quyết\ tâm|nỗ\ lực|(?:phối\ hợp\s)?tham\ mưu(?!\ cho))(?=\s)
    | (?:cả\ nước|toàn\ (?:tỉnh|quốc|ngành|thành\ phố|huyện|xã|hệ\ thống))\s(?:phải\ |sẽ\ |phấn\ đấu\ )?(?:có|đạt)(?=\s)
    | theo\s(?:nghị\squyết|kế\shoạch|đề\sán|quyết\sđịnh|chương\strình)[^,:;]{0,60},
    | (?:(?:có|thực\shiện|hoàn\sthành)\s)?(?:các\s)?(?:chỉ\stiêu|mục\stiêu)\s(?:giai\sđoạn\s)?
      (?:đến|trong)\snăm\s20\d\d(?:\s(?:là|về))?(?=\s)
    | hoàn\sthành\smục\stiêu\s(?=(?:các|toàn\sbộ|tỷ\slệ|tỉ\slệ|số)\s)
    | (?:tầm\snhìn|định\shướng)\s(?:đến|tới)\snăm\s20\d\d\s?[,:]
    | định\shướng(?=\s(?:tổng|tỷ|tỉ|tốc|tăng|số|mức)\s) | \d[\d.,]*\strên\stổng\ssố\s\d[\d.,]*(?=\s)
    | đạt\s(?:mức|tỷ\slệ|tỉ\slệ)(?=\s[^\W\d_])
    | (?:bổ\ssung\s)?(?:chỉ\stiêu|mục\stiêu)(?:\svề)?\s
      (?=(?:tỷ|tỉ|tốc|tăng\strưởng|đóng\sgóp|bình\squân|doanh\sthu|lợi\snhuận|thu\snhập|diện\stích|sản\slượng|kim\sngạch)\s)
    | về\s[^:;()\d]{3,90}:\s*(?:\(\d{1,2}\)\s*)?(?=(?:tỷ|tỉ|tốc|mức|tổng|chỉ|số|giá|quy)\s)
    | \(\d{1,2}\)\s+
    | về\s[^:;()\d]{3,40}:\s*(?:trong\sđó\s?:\s*)?(?=\S+\s\S+\s\S)
    | về\s(?=(?:khối\slượng|sản\slượng|số|tỷ\slệ|tỉ\slệ|tổng|doanh\sthu|kim\sngạch|diện\stích|giá\strị|chỉ\ssố|mức
      |thu|tốc\sđộ|quy\smô|dân\ssố|công\ssuất|thời\sgian)\s)
    | thêm\s(?=(?:tỷ\slệ|tỉ\slệ|số|tổng)\s)
    | đưa\s(?=(?:Việt\sNam|tỉnh|thành\sphố|huyện|xã)\s)
    | kiểm\ssoát\s(?=(?:lạm\sphát|tốc\sđộ|tỷ\slệ|chỉ\ssố)\b)
    | (?:nhanh|mạnh|dần)\s(?=(?:tỷ|tỉ)\s(?:lệ|trọng)\s)
    | đối\svới\s(?=(?:số|tỷ\slệ|tỉ\slệ|mức\sđộ|chỉ\ssố|tổng\ssố)\s)
    | [,;:.\-–*"”]
    )\s*""",
    re.VERBOSE | re.IGNORECASE,
)
# "đối với các đơn vị sự nghiệp, hàng quý có tin, bài": of whom, then what.
_WHOM = re.compile(
    r"""(?:đối\ với|riêng|tại|ở)\ (?P<whom>[^:;()]{3,90}?)\s*
    (?::\s*(?=\S+\ \S)|(?<!,),\s*(?=(?:hằng|hàng|mỗi|tỷ\ lệ|tỉ\ lệ|số\ lượng|mức|tổ\ chức|thực\ hiện|có)\s))""",
    re.VERBOSE | re.IGNORECASE,
)
# "Nghị quyết đặt ra mục tiêu đến năm 2030, ...": whose goal it is.
_SETTING = re.compile(
    r"^(?:[^,;:]{3,90}?\btheo (?:định hướng|mục tiêu)\s+(?=(?:tăng trưởng|tốc độ|tỷ lệ|tỉ lệ)\s)"
    r"|[^,;:]{0,90}?\b(?:đặt ra|đề ra|xác định|đặt|đưa ra)\s(?:các\s)?(?:mục tiêu|chỉ tiêu)"
    r"(?:\s(?:đến|vào|trong)\s(?:hết\s)?năm\s20\d\d)?(?:\s?[,:]|\s(?:là|có|đạt)\b)*\s+)",
    re.IGNORECASE,
)
_HINDMOST = re.compile(
    r"""(?:\s+|,\s*)(?:
      (?:vào|trong|đến|tới|trước)\s(?:hết\s|cuối\s)?năm(?:\s20\d\d)?(?:\strở\sđi)?
    | (?:hằng|hàng|mỗi)\snăm\s(?:đạt|là)|và|nhưng|song|đạt|chiếm|còn|là|từ\snay
    | (?<!trở\s)(?:lên|xuống(?:\scòn)?)|bình\squân\sđạt|đạt\stỷ\slệ
    | trong\s(?:số\s)?đó(?:\scó)?|riêng|cụ\sthể|,?\skhông\sngừng\sđược\s(?:cải\sthiện|nâng\scao)
    | (?:trong\snăm\s)?và\s(?:duy\strì,?\s)?(?:tăng|nâng)\sdần
    | và\stăng\sdần\stheo\syêu\scầu(?:\sphát\striển)?
    | (?:năm\s20\d\d\s)?do\s(?:Chính\sphủ|Quốc\shội|Thủ\stướng|HĐND|UBND|Hội\sđồng|Ủy\sban|tỉnh|bộ)
      [^,;:]{0,40}?(?:đề\sra|đặt\sra|giao)
    )$|[\s,;:.\-–]+$""",
    re.VERBOSE | re.IGNORECASE,
)
# Nothing that ends here has ended, nothing that begins here has begun.
_CUT_END = re.compile(
    r"""(?:^|\s)(?:hoặc|của|cho|với|tại|về|để|nhằm|bởi|các|những|một|mỗi|từng|được|như|gồm|bao\ gồm|khi|mà|phải|sẽ|đã
    |đang|nâng|(?<!bên\ )trong|hay|nếu|so|đạt|trong\ đó|đối\ với|liên\ quan\ đến|đáp\ ứng|nhất\ là
    |(?<!kèm\ )(?<!tiếp\ )theo|(?<![đĐ]ồng\ )(?<![vV]ăn\ )(?<!công\ )(?<!cân\ )bằng|(?<!tự\ )do|(?<![cC]hứng\ )từ
    |(?<![tT]hiết\ )(?<![tT]rang\ )(?<![cC]huẩn\ )bị|(?<!cấp\ )(?<!nêu\ )trên|(?<![nN]hà\ )(?<!chỗ\ )(?<!đất\ )ở
    |(?<![hH]àng\ )không|(?<!chuyên\ )cần|(?<!trực\ )(?<!gián\ )(?<!giao\ )(?<!liên\ )tiếp
    |(?<!đầu\ )vào|(?<!bản\ )(?<!đi,\ )(?<!đi\ )đến
    |(?<!gian\ )tới|(?<!trực\ )(?<!phụ\ )thuộc|(?<!vượt\ )(?<!định\ )(?<!hạn\ )mức|(?<!bên\ )(?<!cấp\ )dưới
    |(?<!sự\ )(?<!thần\ )(?<!độ\ )(?<!lượng\ )(?<!số\ )phục\ vụ)$""",
    re.VERBOSE,  # a capital begins a proper name: "Cao Bằng"
)
_CUT_START = re.compile(
    r"""(?:hoặc|của|với|trên|do|bởi|vì|nếu|khi|mà|cùng|như|bao\ gồm|gồm|đến|tới|vào|xuống|không\ còn|đã|đang|bị|chiếm
    |đạt(?!\ chuẩn)|là|thuộc|kể\ cả|nhất\ là|so\ với|hơn|dưới|và|nhưng|hay|trong\ khi|ngoài|căn\ cứ|sau\ khi|trước\ khi
    |ở|tại|đối\ với|được|đều|định\ kỳ(?=\s\d)
    |thấp\ nhất\ là|cao\ nhất\ là|theo(?!\ dõi)|bằng(?!\ (?:cấp|độc|tốt|khen|sáng))
    |cho(?!\ (?:vay|thuê))|về(?!\ đích)|từ(?!\ (?:chối|điển|thiện))|trong(?!\ nước)|lên(?!\ mạng))(?:\s|$)""",
    re.VERBOSE | re.IGNORECASE,
)
# "Chủ trì, phối hợp với Thanh tra Sở kiểm tra ...": who does it with whom is no part of what is counted.
_TOGETHER = re.compile(
    r"""^(?:chủ\ trì,?\s(?:và\s)?)?phối\ hợp\s(?:chặt\ chẽ\s)?(?:với|cùng)\s.{3,120}?\s
    (?=(?:kiểm\ tra|thanh\ tra|rà\ soát|tổ\ chức|xây\ dựng|triển\ khai|thực\ hiện|ban\ hành|đào\ tạo|tập\ huấn|mở|cấp
    |cắt\ giảm|số\ hóa|hoàn\ thành|cung\ cấp|hỗ\ trợ|bồi\ dưỡng|công\ bố|bố\ trí|biên\ soạn|tuyên\ truyền)\s\S+\s\S)""",
    re.VERBOSE | re.IGNORECASE,
)
_DUTY = re.compile(r"(?:chủ trì|phối hợp|tham mưu|chịu trách nhiệm|có trách nhiệm)\b", re.IGNORECASE)
# A number with its verb inside a name: the name runs over what another number measures.
_CROSSED = re.compile(
    r"\b(?:đạt|tăng|giảm|chiếm|còn|lên|xuống|là)\s(?:(?:hơn|trên|khoảng|tối thiểu|ít nhất|từ|gần|dưới|thêm|đến)\s)*"
    r"\d[\d.,]*+(?!(?:\s?[-–]\s?\d+)?\s?(?:cấp|nhà|tuổi|năm|tháng|loại|điểm cầu|lớp|hạng|sao|tiêu chí|chỉ tiêu)\b)"
)
_SENTENCE = re.compile(
    r"\.\[\d+\]\s*\S|(?<!TP)(?<!\bT)(?<!\bP)(?<!\bQ)(?<!\bSố)(?<=[^\W\d_A-ZĐ]{2})\.\s+[A-ZĐÂÊÔƠƯÁÀÍÚỦ]"
    r"|(?<=[à-ỹ])\.(?=[A-ZĐÂÊÔƠƯÁÀÍÚỦ][^\W\d_])"  # "trình độ quốc tế.Việt Nam"
)
# "lợi nhuận sau thuế 760 tỷ đồng, lần lượt tăng ...": what an amount has answered already.
_ANSWERED = re.compile(
    r"(?<!trên)(?<!dưới)(?<!từ)(?<!hơn)(?<!đến)(?<!quá)(?<!mức)(?<!giá)(?<!trị)(?<!thiểu)(?<!nhất)(?<!vốn)(?<!-)"
    r"\s\d[\d.,]*\s(?:triệu|tỷ|tỉ|nghìn|ngàn)\s(?:đồng|USD|đô la)$"
)
# What only says that something is measured or set.
_EMPTY = (
    r"(?:tỷ lệ|tỉ lệ|tỷ trọng|số|số lượng|mức|mức độ|tổng|tổng số|chỉ số|kế hoạch|chỉ tiêu|mục tiêu|kết quả|giá trị"
    r"|hoàn thành|thực hiện|triển khai|tăng|giảm|nhiệm vụ|yêu cầu|nội dung|tiêu chí|trong đó|năm|thời gian|điểm|hạng"
    r"|phấn đấu|các đơn vị|quy mô|diện tích|khối lượng|tỷ suất|chất lượng|cơ cấu|cả nước|toàn tỉnh|xếp hạng|thứ hạng"
    r"|tốc độ|vị trí|nhóm|lần lượt|tương ứng|bình quân|trung bình|tổng cộng|sản lượng|công suất|doanh thu và|cụ thể"
    r"|(?:chỉ tiêu|kế hoạch|mục tiêu)(?: năm)? (?:đề ra|được giao|giao|đặt ra)"
    # a level or a group alone: of what?
    r"|(?:các )?(?:tuyến|cấp|khối|khu vực|vùng|lớp|bậc|hạng) (?:tỉnh|huyện|xã|sở|bộ|trung ương|đô thị|nông thôn|\\d+)"
    r"|thành thị|nông thôn|đô thị|đồng bằng|miền núi|các (?:sở|xã|phường|huyện)(?:, (?:ban, )?(?:ngành|phường|xã))?)"
)
_NAMES_NOTHING = re.compile(rf"{_EMPTY}|{bare(_EMPTY)}", re.IGNORECASE)
_NOTE = re.compile(r"\s*\[c?\d{1,3}\]")  # the mark of a footnote
# How many that are, or how it was before: "(15/15 phường)", "(năm 2025 mới đạt 40%)".
_TOLD = re.compile(
    r"\s*[(](?:\d[\d.]*\s?/\s?\d[\d.]*(?:\s[^()]*)?|(?:năm 20\d\d|hiện nay|hiện|đến nay|hiện tại)\b[^()]*\d[^()]*)[)]",
    re.IGNORECASE,
)
_SAYS = re.compile(r"\s(?:được|có|đạt|biết|sử dụng|tham gia)\s")
_COUNTING = re.compile(r"(?:số|tổng số|tỷ lệ|tỉ lệ) ", re.IGNORECASE)
_AT = re.compile(r"(?:tại|ở|đối với) (?=\S+ \S)", re.IGNORECASE)
_PART_OF = re.compile(r": (?:đối với|của|ở|tại) (?=\S)", re.IGNORECASE)
_PURPOSE = re.compile(r",?\s+nhằm\s.*$")
# Two clauses, not a name: "đã thống nhất điều chỉnh, nhất là nâng tốc độ".
_CLAUSES = re.compile(
    r"\s\d[\d.,]*\s(?:tạ|tấn|kg|ha|con|triệu|nghìn)(?:/\w+)?,\s"
    r"|[,\]]\s(?:nhưng|tuy nhiên|trong khi|mặc dù|song|do đó|vì vậy|nhất là nâng)\b|^(?:đó|này|ấy)\b"
)
_CONDITION = re.compile(r"\bchỉ áp dụng (?:khi|đối với|với|cho|trong)\b")
_TAIL_BORDER = re.compile(
    r", (?:góp phần|bảo đảm|đảm bảo|đồng thời|qua đó|từ đó|tạo|trong đó|đặc biệt|nhất là|phù hợp|từng bước)\b"
)
_SHARE_OF = re.compile(r" [(]%[^()]*(?:[(][^()]*[)][^()]*)*[)]$")


def syllables(name: str) -> int:
    """How many words of a name hold a letter.

    >>> syllables("Tỷ lệ hồ sơ (2.1) - đúng hạn")
    6
    """
    return sum(1 for word in name.split() if re.search(r"[^\W\d_]", word))


def prove_name(name: str) -> str | None:
    """The name without what plainly isn't part of it; None where it is no whole name.

    >>> prove_name("tới năm 2026 tỷ lệ bao phủ bảo hiểm y tế")
    'tỷ lệ bao phủ bảo hiểm y tế'
    >>> prove_name("thủ tục số hoặc"), prove_name("là mục tiêu nội bộ"), prove_name("Hồ sơ | 19 | Sở Y tế")
    (None, None, None)
    >>> prove_name("đối với các trường học, hàng quý có tin, bài")
    'các trường học: hàng quý có tin, bài'
    """
    share = _SHARE_OF.search(name)
    of = share.group() if share else ""
    name = name[: len(name) - len(of)] if of else name
    if of and name.lower().startswith("về ") and _COUNTING.match(of[4:]):
        name, of = of[4:-1], ""  # "Về bộ máy: giảm 10% số đơn vị"
    elif of and _COUNTING.match(of[4:]) and _SAYS.search(of) and syllables(name) <= 3:
        name, of = of[4:-1], ""  # "Công vụ: 20% số công chức được bồi dưỡng"
    elif of and _COUNTING.match(of[4:]) and (place := _AT.match(name)):
        name, of = f"{name[place.end() :]}: {of[4:-1]}", ""  # "Tại địa bàn khó khăn: tăng 10% số trường"
    if of and _CUT_END.search(of[:-1]):
        return None
    if of.startswith((" (% với ", " (% so ", " (% gắn với ", " (% nhằm ", " (% để ")):
        of = ""
    name = _PART_OF.sub(": ", name)
    if name.count("“") == name.count("”") + 1 and name.rfind("“") > name.rfind("”") and len(name) > name.rfind("“") + 2:
        name += "”"
    if name.count('"') % 2 and not name.endswith('"') and len(name) > name.rfind('"') + 2:
        name += '"'
    name = _NOTE.sub("", name).rstrip("./ ")
    if "(" in name:
        name = _TOLD.sub("", name)
    before = None
    while before != name:
        before = name
        if not name.isascii():
            name = _OPENING.sub("", name, count=1) if _OPENING.match(name) else name
        name = _TOGETHER.sub("", _SETTING.sub("", name, count=1), count=1)
        if whom := _WHOM.match(name):
            name = f"{whom.group('whom')}: {name[whom.end() :]}"
    name = _PURPOSE.sub("", name) if syllables(name) > 8 else name
    before = None
    while before != name:
        before = name
        name = _HINDMOST.sub("", name)
    if syllables(name) > _LONG and (border := _TAIL_BORDER.search(name)) and syllables(name[: border.start()]) > 8:
        name = name[: border.start()]
    return f"{name}{of}" if _is_whole(name) else None


def _is_whole(name: str) -> bool:
    if (
        len(re.findall(r"[^\W\d_]", name)) < 3
        or syllables(name) > _LONGEST
        or "|" in name
        or "\n" in name
        or name.count("(") != name.count(")")
        or name.count("“") != name.count("”")
        or name.count('"') % 2
    ):
        return False
    outside = re.sub(r"[(][^()]*[)]", "", name).strip()
    if ";" in outside or _SENTENCE.search(outside) or _CROSSED.search(outside) or _CONDITION.search(outside):
        return False
    if _ANSWERED.search(outside):
        return False
    if _NAMES_NOTHING.fullmatch(name):
        return False
    cut = _is_cut(outside)
    if cut or _CUT_START.match(name) or _CUT_START.match(name.rpartition(": ")[2] + " "):
        predicate = name.rpartition(": ")[2].lower().startswith(("được ", "đều ", "đạt "))
        if cut or _CUT_START.match(name) or not predicate:
            return False
    if re.search(r"\sViệt$|, đảng$", outside):
        return False  # "Việt | Nam", "đảng | viên": torn by a line break
    if _CLAUSES.search(outside) or re.match(r"\d[\d.,]*\s?\S+\s?/\s?\d", outside):
        return False
    return not _only_proper(outside) and not _DUTY.match(name)


# Without marks "chuyển đổi số", "tiến độ", "nuôi trồng" end as "so", "do", "trong" do.
_LIKE_OTHERS = re.compile(r"\s(?:so|do|trong|hay|dat|duoi|bang|can|tu)$")


def _is_cut(name: str) -> bool:
    """Whether a name ends in the middle of a phrase."""
    return _CUT_END.search(name) is not None and not (name.isascii() and _LIKE_OTHERS.search(name) is not None)


_HEADED = re.compile(
    r"\b(?:chi so|ty le|ti le|so|muc|tong|diem|hang|index|sipas|papi|pci|ddci|dti|gdp|grdp|hdi|gii|san luong|khu|cum)\b"
)


def _only_proper(name: str) -> bool:
    """Whether a name is that of a place or an organ alone: "Quảng Nam", "Bà Rịa - Vũng Tàu"; letters that stand for an
    index are none ("SIPAS", "PAR Index")."""
    words = [word.strip("().,:") for word in name.split() if re.search(r"[^\W\d_]", word)]
    return (
        len(words) >= 2
        and ": " not in name
        and not any(word.isupper() for word in words)
        and all(word[:1].isupper() for word in words)
        and _HEADED.search(bare(name)) is None
    )
