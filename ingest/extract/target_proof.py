"""Whether a sentence demands a number, or reports, rules or merely mentions it."""

from __future__ import annotations

import re

from ingest.extract.quantity import TIME_UNITS, Quantity, bare, unit_head
from ingest.extract.target_place import Frame, Mode

# "phấn đấu" or "mục tiêu" in a text as written, with or without its marks: a quick look before anything else.
GOAL_WRITTEN = re.compile(r"ph[ấa]n\s+[đd][ấa]u|m[ụu]c\s+ti[êe]u", re.IGNORECASE)
GOAL = re.compile(r"\b(?:phan dau|muc tieu|chi tieu|dat muc tieu|no luc dat)\b")
_DUTY = re.compile(
    r"\b(?:phan dau|muc tieu|chi tieu|dam bao|bao dam|toi thieu|it nhat|khong duoi|khong thap hon|phai"
    r"|(?:huong (?:den|toi)|du kien)(?:\s+co)?(?=\s*$)|duy tri|cat giam|nang ty le"
    r"|nang ti le|khong de|yeu cau|tro len|hang nam|moi nam)\b"
)
# "thấp hơn 10% so với chỉ tiêu được giao": a goal that something is measured by.
_MEASURED = re.compile(r"\b(?:so voi|chua dat|thap hon|cao hon)\s+(?:cac\s+)?$")
# What stands in front of a number that reports instead of demanding.
RESULT = re.compile(
    r"""\b(?:tinh\ den|den\ thoi\ diem|den\ nay|luy\ ke|hien\ nay|dang\ o\ muc|hien\ dang
    |(?<!thuc\ )(?<!the\ )hien\ (?:dat|co|la|chi|da|tai)
    |trong\ 0?\d+\ thang\ dau|0?\d+\ thang\ dau\ nam|qua\ (?:kiem\ tra|ra\ soat|theo\ doi|thong\ ke)
    |ghi\ nhan|thoi\ gian\ qua|uoc\ dat|uoc\ thuc\ hien
    |ket\ qua:|cung\ ky|(?<!so\ )(?<!so\ voi\ )nam\ (?:truoc|qua)|(?:giai\ doan|nhiem\ ky)\ qua
    |vua\ qua|thuc\ te\ dat|(?<!chung\ )chi\ dat
    |chua\ dat|bang\ [\d,.]+%\ du\ toan|dang\ co|thang\ 0?\d+/20\d\d\ dat)\b""",
    re.VERBOSE,
)
_DONE = re.compile(r"\b(?:da|duoc biet)\b")
_DONE_VERB = re.compile(r"\bda (?:dat|hoan thanh|tang|giam|co|vuot|thuc hien)\b[^,;]{0,25}$")
_FRACTION = re.compile(
    r"(?!24/7)(?<![\d/.,])(?<!ngay )(?<!truoc )(?<!den )(?<!het )"
    r"\d[\d.]*\s?/\s?(?!10{0,2}\.?000\b)\d[\d.]*(?![\d/]|[.,]\d)"
)
# Conditions, rules of scoring and voting, fees and support: a number there is no target in any section.
RULE = re.compile(
    r"""\b(?:cong\ (?:\d+\ )?diem|khong\ cong|tru\ diem|diem\ toi\ da|hoan\ (?:tra|lai)\ (?:lai\ )?\d+
    |duoc\ tinh\ diem|thang\ diem|cham\ diem
    |(?<!dat\ )(?:duoc|tinh|cham|bi)\ \d+(?:,\d+)?\ diem|bi\ diem\ \d
    |\d+\ diem\b.*\bkhong\ dat|thi\ duoc\ \d|lai\ suat|thue\ suat|muc\ phat(?!\ trien)|phat\ tien|bieu\ quyet
    |so\ phieu(?!\ (?:hen|khao\ sat|danh\ gia|yeu\ cau|tiep))
    |phieu\ (?:bau|thuan|tin\ nhiem|dong\ y)
    |luong\ co\ so|muc\ luong|phu\ cap|le\ phi\ truoc\ ba
    |thanh\ vien\ (?:co\ mat|hoi\ dong|tham\ du)|tong\ so\ thanh\ vien|dai\ bieu\ (?:co\ mat|tham\ du)|von\ dieu\ le
    |(?<!cong\ ty\ )co\ phan|co\ phieu|chung\ khoan|ton\ thuong\ co\ the|kha\ nang\ lao\ dong
    |mat\ suc\ lao\ dong|thuong\ tat
    |pham\ toi|thi\ cu\ them|duoc\ tinh\ (?:them\ )?\d|phai\ nop|gia\ tri\ hop\ dong|hop\ dong\ thue|so\ cau\ hoi
    |dinh\ muc(?:\ phan\ bo)?\ (?:toi\ da|toi\ thieu|khong\ qua|it\ nhat|la|bang)
    |tien\ luong\ (?:tinh|theo|cua|lam)|mat\ do\ xay\ dung|he\ so\ su\ dung\ dat|tang\ cao|chieu\ cao\ tang
    |khoang\ lui|quyen\ so\ huu\ cua|di\ san\ (?:thua\ ke|cua\ nguoi)|tren\ \d[^;:]{0,15}\sden\ duoi\ \d[\d.,]*)\b""",
    re.VERBOSE,
)
# Awards: elsewhere than among goals ("90% gia đình đạt danh hiệu ...") their numbers are conditions.
AWARD = re.compile(r"\b(?:xep loai|khen thuong|bang khen|giay khen|danh hieu)\b")
CONDITION = re.compile(
    r"(?:^[\W\d]*(?:[a-z]\)\s*)?|[(;,:]\s*)(?:doi voi\s+)?(?:cac\s+)?truong hop\b|\btrong truong hop\b"
    r"|\bkhi (?:dat|co|ty le|vuot)\b"
    r"|\bdieu kien (?:thanh lap|cong nhan|xet|tham gia|du thi|tuyen)\b"
    r"|\b(?:don vi|co quan|dia phuong|ca nhan|tap the) (?:dat|co) (?:ty le|ket qua|diem)\b"
)
_SUPPORT = re.compile(
    r"\b(?P<word>ho tro(?: toi da| mot phan)?|muc thu|thu phi|mien phi|giam phi|mien|(?<!kinh )(?<!chi )phi|le phi"
    r"|muc ho tro|muc chi|trich|khau hao|chi phi quan ly|vay|thue|phat(?! sinh| trien| hien| hanh)|boi thuong|tam ung"
    r"|thanh toan toi da|uu dai"
    r"|dong gop|doi ung|bao hiem|(?<!danh )(?<!tri )gia(?! hien hanh| so sanh| tieu dung| tri\b))\b\s*[^.;]{0,40}$"
)
# "hồ sơ có phát sinh phí, lệ phí": what is paid belongs to the indicator.
_FEE_PAID = re.compile(r"\b(?:phat sinh|thanh toan|nop|thu|yeu cau) (?:phi|le phi|thue|nghia vu)\b")
_ACT = re.compile(
    r"\b(?:dat|chiem|hoan thanh|nang|tang|giam|cat giam|thuc hien|trien khai|duoc|co|so hoa|kiem tra"
    r"|huong dan|tuyen truyen|pho bien|quan triet|ket noi|cung cap|ung dung|giai quyet|tiep nhan"
    r"|xu ly|tren|xuong|len|su dung|phu|bo tri)\b"
)


# What words that collide with others without their marks must be written as: "cổ phần" is not "có phần".
_PROPER = {
    "chi dat": "chỉ đạt", "qua kiem tra": "qua kiểm tra", "qua ra soat": "qua rà soát",
    "qua theo doi": "qua theo dõi", "nam qua": "năm qua", "nam truoc": "năm trước", "cung ky": "cùng kỳ",
    "dang co": "đang có", "luong co so": "lương cơ sở", "muc luong": "mức lương", "phu cap": "phụ cấp",
    "co phan": "cổ phần", "co phieu": "cổ phiếu", "muc phat": "mức phạt", "so phieu": "số phiếu",
    "ho tro": "hỗ trợ", "mien": "miễn", "phi": "phí", "vay": "vay", "thue": "thuế", "phat": "phạt",
    "gia": "giá", "trich": "trích", "dong gop": "đóng góp", "bao hiem": "đóng bảo hiểm", "tam ung": "tạm ứng",
    "hien da": "hiện đã", "hien la": "hiện là", "hien tai": "hiện tại", "hien chi": "hiện chỉ",
    "hien co": "hiện có",
}  # fmt: skip


def said(match: re.Match[str] | None, text: str, offset: int = 0) -> bool:
    """Whether the text writes what `match` found in its bare form; `offset` of the matched piece in `text`.

    The words are those of group `word`, else of the whole match. Text without marks is taken at its word.
    """
    if match is None:
        return False
    group = "word" if "word" in match.re.groupindex else 0
    piece = text[offset + match.start(group) : offset + match.end(group)].lower()
    proper = _PROPER.get(match.group(group))
    return proper is None or piece == proper or text.isascii()


# "từ 95% trở lên: 2 điểm"
_SCORED = re.compile(r"%[^;:%]{0,25}:\s*\d+(?:,\d+)?\s*diem\b")


def barred(text: str, folded: str, start: int, end: int, award: bool) -> bool:
    """Whether `[start, end)` scores, votes, pays or, where `award` asks for it, honours."""
    if _SCORED.search(folded, start, end):
        return True
    return any(said(m, text) for m in RULE.finditer(folded, start, end) if award or m.group() != "diem toi da") or (
        award and AWARD.search(folded, start, end) is not None and GOAL.search(folded) is None
    )


def written(text: str, start: int, word: str) -> bool:
    """Whether the text writes this very word at `start`; text without diacritics always passes."""
    piece = text[start : start + len(word)].lower()
    return piece == word or bare(piece) == piece


def after_done(text: str, folded: str, start: int, end: int) -> bool:
    """Whether "đã" stands in `[start, end)`."""
    return any(written(text, m.start(), "đã") for m in _DONE.finditer(folded, start, end))


# A unit that has done something: all of its sentence tells.
_UNIT_HAS = re.compile(
    r"""(?:\W|\d+(?:\.\d+)*[.)]|[a-z]\))*(?:[^,;:]{3,40},\ )?(?:toan\ |cac\ )?(?:tinh|thanh\ pho|huyen|xa|phuong|nganh
    |so|ubnd|uy\ ban|dang\ bo|cap\ uy|chinh\ phu|ca\ nuoc|don\ vi|co\ quan|truong|dia\ phuong|hdnd|ban|bo)\b
    [^,;:%]{0,50}?\bda\ [a-z]""",
    re.VERBOSE,
)


def _has_done(text: str, folded: str) -> bool:
    match = _UNIT_HAS.match(folded)
    return match is not None and written(text, match.end() - len("da x"), "đã")


def goal_written(text: str, folded: str, start: int, end: int) -> bool:
    """A word for goal in `[start, end)`; "chi tiêu" (spending) is none."""
    for match in GOAL.finditer(folded, start, end):
        if match.group() != "chi tieu":
            return True
        if written(text, match.start(), "chỉ tiêu") and not _MEASURED.search(
            folded[max(start, match.start() - 40) : match.start()]
        ):
            return True
    return False


_OWNER = re.compile(r"\b(?:doanh nghiep|cong ty|nam giu|so huu|gop|to chuc|co so|du an)\b[^,;]{0,40}$")
_FROM = re.compile(r"tu\s+\d+\s?%(?!\s*tro len)")
_AGAINST_PLAN = re.compile(r"\s*\(\s*(?:ke hoach|kh|chi tieu)(?: giao| nam \d{4}| de ra)*\s*:?\s*(?:la |tren |dat )?\d")
_TOLD_YEAR = re.compile(r"\bnam (?:20\d\d|nay|truoc|qua)\b|\b(?:thang|quy) [\divx]+\b")
_TITLE = re.compile(r"\b(?:de an|chuong trinh|phong trao|du an|ke hoach|chu de|cuoc thi|dot thi dua|mo hinh)\s*:?\s*$")


def _quoted(text: str, folded: str, position: int) -> str:
    """What stands in front of the quotation that `position` lies in; "" outside of one."""
    opened = text.rfind("“", 0, position)
    if opened >= 0:
        return folded[max(0, opened - 30) : opened] if text.find("”", opened, position) < 0 else ""
    if text.count('"', 0, position) % 2:
        opened = text.rfind('"', 0, position)
        return folded[max(0, opened - 30) : opened]
    return ""


def is_target(
    text: str,
    folded: str,
    quantity: Quantity,
    clause: int,
    floor: int,
    frame: Frame,
    leading: bool,
    chained: bool = False,
    follows: bool = False,
) -> bool:
    """Whether the sentence demands this number.

    `clause`: where its clause begins; `floor`: end of the number before it; `chained`: it stands beside
    a count that is demanded ("ít nhất 02 hội nghị và 05 lớp"); `follows`: the sentence has demanded another number.
    """
    left = folded[clause : quantity.start]
    after = folded[quantity.end : quantity.end + 90]
    goal = frame.goal or goal_written(text, folded, 0, quantity.number)
    if quantity.kind == "share" and quantity.value > 100 and quantity.change is None and quantity.value > 1000:
        return False
    # "Chỉ tiêu" names parameters in a regulation: only the other two words are proof there.
    if frame.mode == Mode.STRICT and not re.search(r"\b(?:phan dau|muc tieu)\b", folded[: quantity.number]):
        return False
    # Parenthesis: "(đạt 100%)", "(chiếm 12,5%)" report; "(phấn đấu đạt 100%)" demands.
    opened = folded.rfind("(", clause, quantity.start)
    if opened >= 0 and folded.find(")", opened, quantity.start) < 0:
        inner = folded[opened : quantity.start]
        parts = frame.mode == Mode.OPEN and _PARTS.match(inner) is not None
        demanded = (
            _DUTY.search(inner) is not None
            or parts
            or (goal and unit_head(quantity.unit or "") in ("bac", "hang"))
            or (quantity.kind == "count" and EACH.search(inner) is not None)
        )
        beside = quantity.kind == "count" or not (goal or quantity.cued)
        if not demanded and not chained and (beside or re.match(r"\(\s*(?:tuc\s+)?chiem\b", inner)):
            return False
    if quantity.value == 100.0 and re.match(r"\s*von\b(?!\s+dau tu cong)", after) and _OWNER.search(left):
        return False  # "doanh nghiệp 100% vốn nhà nước"
    if not goal and _AGAINST_PLAN.match(after):
        return False  # "đạt 79% (kế hoạch 79%)"
    if quantity.value == 100.0 and quantity.comparator == ">=" and _FROM.match(folded, quantity.start):
        return False  # "dữ liệu tổng hợp từ 100% cơ sở dữ liệu": what it is taken from
    if re.search(r"(?:×|\bx)\s*$", folded[floor : quantity.start]):
        return False  # "số hồ sơ đúng hạn / tổng số hồ sơ × 100%" is how a rate is reckoned
    if re.fullmatch(r"[\s,(]*tuong duong\s*", folded[floor : quantity.start]):
        return False  # "385 triệu đồng, tương đương 14.800 USD"
    if _TITLE.search(_quoted(text, folded, quantity.number)):
        return False  # đề án "Đầu tư xây dựng ít nhất 01 triệu căn hộ"
    if _NONE_IS.search(left) and (quantity.comparator in ("<", ">") or " nao" in left):
        return False  # "không có xã nào dưới 80%", "không còn đơn vị dưới 65 điểm"
    if (
        quantity.kind != "rank"
        and not goal
        and _FRACTION.search(folded[max(clause, quantity.start - 60) : quantity.start])
    ):
        return False
    # Among goals "(66/112 thôn)" says how many that are.
    if re.match(r"\s*(?:\(\s*\d[\d.]*\s*/|so voi (?:ke hoach|du toan))", after) and not (
        (frame.mode == Mode.OPEN and "(" in after[:3])
        or ((frame.duty or frame.mode == Mode.OPEN) and quantity.comparator in (">=", ">") and "so voi" in after[:9])
        or (frame.mode == Mode.OPEN and quantity.change and re.match(r"\s*so voi (?:ke hoach|du toan) nam 20", after))
    ):
        return False  # "đạt 95% so với kế hoạch" reports; "từ 95% trở lên so với kế hoạch" demands
    own = folded[max(clause, floor) : quantity.start]
    # Among goals "đã" may stand inside what is measured ("hồ sơ đã tiếp nhận").
    done = not leading and after_done(text, folded, max(clause, floor), quantity.start)
    # "Tỷ lệ hồ sơ đã tiếp nhận đạt từ 90% trở lên" demands, whatever has been done in its name.
    named = quantity.cued and quantity.comparator != "=" and _RATE_FIRST.match(own.rpartition(":")[2]) is not None
    if done and ((frame.mode < Mode.OPEN and not (named and frame.duty)) or _DONE_VERB.search(own)):
        return False
    result = next((m for m in RESULT.finditer(left) if said(m, text, clause)), None)
    # "các vấn đề phát hiện qua kiểm tra bảo đảm 100% được xử lý" demands.
    obliged = result and result.group().startswith("qua ") and _OBLIGED.search(left, result.end())
    estimated = (
        result is not None
        and result.group() == "uoc dat"
        and frame.mode == Mode.OPEN
        and (frame.goal or frame.dated)
        and not _TOLD_YEAR.search(folded)
    )  # among goals for a year: "Kinh tế ven biển ước đạt 65% GRDP"
    if result and not obliged and not estimated and not GOAL.search(left, result.end()):
        return False
    if "da " in left and not goal_written(text, folded, 0, quantity.number) and _has_done(text, folded):
        return False  # "Tỉnh đã nghiệm thu 130 đề tài, có trên 50% được ứng dụng"
    if (
        not goal
        and re.match(r"[^,;.]{0,40}\b(?:cung ky|du toan|ke hoach nam truoc)\b", after)
        and (quantity.change is None or frame.mode < Mode.OPEN)
        and not (frame.duty and quantity.cued and quantity.comparator in (">=", ">"))
    ):
        return False
    if CONDITION.search(left) and not goal:
        return False
    if re.search(r"\b(?:neu)\b", left) and any(
        written(text, clause + m.start(), "nếu") for m in re.finditer(r"\bneu\b", left)
    ):
        return False
    support = _SUPPORT.search(own)
    # "hỗ trợ tối thiểu 05 sản phẩm": things are no sums.
    things = quantity.kind == "count" and not MONEY.match(bare(quantity.unit or ""))
    if (
        frame.mode < Mode.OPEN
        and support is not None
        and not (things and support.group("word") in ("ho tro", "gia", "dong gop"))
        and not (
            _RATE_FIRST.match(own) and len(own[: support.start()].split()) > 4
        )  # "Tỷ lệ người dùng nền tảng hỗ trợ ..."
        and said(support, text, max(clause, floor))
        and not re.search(r"\b(?:giam|cat giam)\b", own)
        and not _FEE_PAID.search(own)
    ):
        return False
    if quantity.kind == "count" and follows and frame.mode == Mode.OPEN and _PART_COUNT.search(own):
        return True  # "70 giảng viên, trong đó có 20 tiến sĩ"
    if quantity.kind == "count":
        return _is_count_target(text, folded, quantity, clause, frame, goal, leading, chained)
    if quantity.kind == "index":
        return goal or frame.mode == Mode.OPEN
    if quantity.kind == "rank":
        return (
            goal
            or frame.mode == Mode.OPEN
            or bool(re.search(r"\b(?:dam bao|bao dam|duy tri|nang|cai thien|giu|vao)\b", left))
        )
    if frame.mode == Mode.OPEN:
        return True
    ahead = re.search(r"(?:\b(?:den|vao|trong|het|cuoi)\s+(?:het\s+|cuoi\s+)?|^\W*|[;:,]\s*)nam\s+(20\d\d)\b", folded)
    if ahead and _ACT.search(left):
        if frame.reference is not None and int(ahead.group(1)) > frame.reference:
            return True
        if frame.reference is None and ((frame.plan and frame.duty) or ahead.group().startswith("den")):
            return True
    begun = ahead is not None and leading and follows and ahead.start() < 3 and frame.reference is not None
    if begun and ahead is not None and frame.reference is not None and int(ahead.group(1)) > frame.reference:
        return True  # "Đến năm 2030: 100% ...; 60% học sinh ..."
    if chained and follows and quantity.kind == "share":
        return True  # the next member of a list: "Cơ cấu: công nghiệp 60%; dịch vụ khoảng 30%"
    if goal or (quantity.cued and quantity.comparator in (">=", ">")) or _DUTY.search(left):
        return True
    if leading:
        return frame.duty or frame.plan or quantity.value == 100.0 or quantity.comparator == ">="
    if quantity.change is not None:
        return bool(re.match(r"\s*(?:cac\s+)?(?:thoi gian|chi phi|thu tuc|tttthc|tthc|so|ty le)", after))
    if frame.duty and re.search(r"\b(?:ty le|ti le|muc do)\b.*\bdat\s*$", left):
        return True
    if (frame.plan or follows) and _RATE_FIRST.match(left):
        return True
    if follows and _LATER.fullmatch(left):
        return True
    if frame.duty and frame.plan and _DO.search(left):
        return True
    if frame.duty and frame.plan and quantity.value == 100.0 and re.match(r"\s+[a-z]{2}", after):
        return True
    # "thực hiện số hóa 100% hồ sơ": a whole demanded in the sentence of a task.
    return quantity.value == 100.0 and bool(_ACT.search(folded[max(clause, quantity.start - 40) : quantity.start]))


_UPWARDS = re.compile(r"(?:\s[a-z]+){0,4}\s+tro len\b")
_STAFFED = re.compile(r"\b(?:bo tri|tuyen dung|thu hut|dao tao|boi duong|ket nap)\s*$")
_PER_TIME = re.compile(r"(?:^\W*|[;,:]\s*)(?:dinh ky )?(?:moi|hang) (?:nam|quy|thang|tuan)\s*(?:co\s*)?$")
_NONE_IS = re.compile(r"\bkhong (?:co|con|de)\b(?:[^;]*\bnao\b[^;]*|[^,;:%\d]{2,60})$")
_OBLIGED = re.compile(r"\b(?:bao dam|dam bao|phai|toi thieu|it nhat)\b")
# "(mỗi phòng viết 02 tin, bài)": what each is told to do.
EACH = re.compile(
    r"""\b(?:moi|tung)\ (?:phong|don\ vi|so|nganh|co\ quan|xa|phuong|dia\ phuong|ca\ nhan|cong\ chuc|can\ bo|to|doan
    |chi\ doan|chi\ bo|truong|ban|trung\ tam|chi\ cuc|linh\ vuc)\b[^;:.()\d]{0,60}\b(?:viet|gui|dang|dang\ tai|co
    |to\ chuc|thuc\ hien|xay\ dung|de\ xuat|dang\ ky|ra\ soat|cat\ giam|don\ gian\ hoa|kiem\ tra)\s*$""",
    re.VERBOSE,
)
# "(cấp tỉnh 98%, cấp xã 95%)"
_PARTS = re.compile(
    r"\(\s*(?:(?:trong do|rieng|doi voi|o|tai)\s+)*(?:cap|linh vuc|xa|tinh|huyen|so|nganh|do thi|nong thon|vung"
    r"|thanh thi|(?:den |vao |trong )?nam 20\d\d)\b"
)
MONEY = re.compile(r"(?:(?:nghin|ngan|trieu|ty|ti)\s+)*(?:dong(?! (?:chi|bao)\b)|usd|vnd|do la)\b")
EARNED = re.compile(
    r"\b(?:binh quan dau nguoi|thu nhap (?:binh quan|tu)|grdp|gdp|kim ngach|tong muc ban le|doanh thu|thu ngan sach"
    r"|tong san pham|doanh so|tong gia tri(?! (?:hop dong|goi thau|du toan|quyet toan))"
    r"|gia tri xuat,? (?:va )?nhap khau|tong von dau tu(?! (?:cua |cac |cho )?(?:du an|cong trinh|xay dung|de an|goi))"
    r"|von dau tu (?:xa hoi|tren dia ban)"
    r"|gia tri (?:hang|san pham|san xuat|san luong|xuat khau|nhap khau|tang them|gia tang|mua ban|giao dich|thuong mai"
    r"|tham gia xuat khau)|tong thu|von dau tu (?:thu hut|dang ky|phat trien|toan xa hoi)|thu hut von)\b"
)
# Who is told what to do is not named: "Xóa 25 nhà tạm, xây 10 nhà ...", but "Công ty A xây 900 căn nhà" is news.
_BUILD = re.compile(
    r"(?:^(?:\W|\d+(?:\.\d+)*[.)]|[a-z]\))*|[,;:]\s*|\bhang nam )(?:xoa|xay|lay|tu bo|trung tu)(?: moi| duoc)?\s*$"
)
_FLOOR = re.compile(r"\bdien tich (?:nha o|san|cay xanh|dat)\b")
_ONLY_REACHES = re.compile(r"\W*(?:phan dau )?dat\s*")
_RAISED = re.compile(r"\b(?:nang|tang|dua)\b[^;:]*\blen(?: (?:tren|hon|khoang|it nhat|dat))*\s*$")
_MAKE = re.compile(
    r"""\b(?:dat(?:\ muc)?|xay\ dung|thanh\ lap|hinh\ thanh|phat\ trien|to\ chuc|hoan\ thanh|dao\ tao|thu\ hut
    |tuyen\ dung|bo\ sung|mo|mo\ them|viec\ lam\ cho|cong\ nhan|cap|trong|nang\ cap|bo\ tri|dau\ tu|ban\ hanh
    |dua|cu|trien\ khai|thi\ diem
    |ho\ tro|boi\ duong|tap\ huan|bien\ soan|san\ xuat|dang\ tai|cong\ bo|lap\ dat|so\ hoa
    |tinh\ gian|lap(?=\ moi)|trong\ moi|ket\ nap|kiem\ tra|huong\ dan|don|phuc\ vu)(?:\ duoc|\ moi|\ them)*\s*$""",
    re.VERBOSE,
)
# "Hỗ trợ, tư vấn cho 500 doanh nghiệp": an item that begins with what is to be done, to so many.
_FOR = re.compile(
    r"""\b(?:ho\ tro|tu\ van|huong\ dan|tuyen\ truyen|dao\ tao|boi\ duong|tap\ huan|kien\ thuc|ky\ nang|tro\ giup
    |kham|ap\ dung|cung\ cap|giai\ quyet|viec\ lam|chuyen\ doi\ so)\b[^;:]{0,160}\bcho\s*$""",
    re.VERBOSE,
)
_ACTION = re.compile(
    r"""(?:\W|[a-z]\)|\d+(?:\.\d+)*[.)])*(?:phan\ dau\s+)?
    (?:xay\ dung|thanh\ lap|hinh\ thanh|phat\ trien|to\ chuc|hoan\ thanh|dao\ tao|thu\ hut|tuyen\ dung|ho\ tro
    |tu\ van|huong\ dan|nang\ cap|cai\ tao|ket\ noi|trien\ khai|thuc\ hien|kiem\ tra|mo|ban\ hanh|bien\ soan|in
    |phat\ hanh|dang\ tai|san\ xuat|lap\ dat|trang\ bi|bo\ tri|cong\ nhan|thi\ diem|cat\ giam|giam|tang|tham\ gia
    |xuat\ khau\ lao\ dong|(?:tuyen\ chon\ (?:va\ )?)?goi|du\ nang\ luc|nhap\ khau|giai\ quyet
    |xoa|xay|tu\ bo|trung\ tu|tao|cung\ cap|cap|so\ hoa|tich\ hop|cong\ bo|ra\ soat|boi\ duong
    |tap\ huan|duy\ tri|nhan\ rong|chuyen\ doi|khoi\ cong|trong|ket\ nap|gioi\ thieu|xuc\ tien)\b[^;:.(]*$""",
    re.VERBOSE,
)
_NEAR = 300  # characters
_STATED = re.compile(r"[a-z]{2}[^:;]*(?::|\bla|\bkhoang|\bbang|\bbinh quan|\blen|\bxuong|\bcon)\s+$")
# Words in front of a number that only tells how many there are.
_INSIDE = re.compile(
    r"\b(?:cua|tai|theo|gom|cac|voi|giua|tren|o|thuoc|la|khong qua|ca|moi|tung|den|trong so|doi voi|toc do)\s*$"
)
_LISTED = frozenset(
    [
        *(
            "nhiem",
            "noi",
            "giai",
            "nhom",
            "linh",
            "nganh",
            "cap",
            "khau",
            "tru",
            "yeu",
            "buoc",
            "mat",
            "nguyen",
            "dieu",
        ),
        *(
            "khoan",
            "muc",
            "diem",
            "chuong",
            "phan",
            "loai",
            "hinh",
            "phuong",
            "thoi",
            "gigabit",
            "gbps",
            "mbps",
            "megabit",
        ),
    ]
)
_INDICATOR = re.compile(
    r"""\W*(?:[a-z]\)\s*|\d+(?:\.\d+)*[.)]\s*)?(?:ty\ le|ti\ le|ty\ trong|so|tong|tuoi\ tho|chi\ so|muc|muc\ do
    |toc\ do|diem|nang\ suat|san\ luong|dien\ tich|cong\ suat|quy\ mo|gia\ tri|do)\b""",
    re.VERBOSE,
)
_NUMBER_OF = re.compile(r"(?:\W|[a-z]\)|\d+(?:\.\d+)*[.)])*(?:so (?!hoa\b)|so luong|tong so)")
_HAVE = re.compile(r"\W*(?:(?:den|trong|vao)?\s*(?:het |cuoi )?nam 20\d\d\s*,?\s*)?co\s*(?:them\s*)?")


def _is_count_target(
    text: str, folded: str, quantity: Quantity, clause: int, frame: Frame, goal: bool, leading: bool, chained: bool
) -> bool:
    head = unit_head(quantity.unit or "")
    written_head = re.split(r"[\s/]", (quantity.unit or "").lower(), maxsplit=1)[0]
    left = folded[clause : quantity.start]
    if MONEY.match(bare(quantity.unit or "")):
        # Sums are budgets and fees; an income a head or a turnover is an indicator.
        if goal and EARNED.search(left) and _RAISED.search(left):
            return True  # "phấn đấu nâng giá trị sản phẩm chè lên 25.000 tỷ đồng"
        asked = frame.plan and frame.duty and quantity.cued and quantity.comparator in (">=", ">")
        return (frame.mode == Mode.OPEN or (asked and "doanh" in left)) and (
            re.search(r"/\s?(?:nguoi|lao dong|ha|khach|luot khach)\b", bare(quantity.unit or "")) is not None
            or EARNED.search(left) is not None
            or (
                frame.topic is not None
                and _ONLY_REACHES.fullmatch(left) is not None
                and EARNED.search(bare(frame.topic)) is not None
            )
        )
    demanded = quantity.cued and quantity.comparator in (">=", ">")
    among = _AMONG.search(left)
    if among and not quantity.cued and written(text, clause + among.start(), among.group().strip()):
        return False  # "xếp hạng 20 trong 34 tỉnh", "trong tổng số 15 sở"
    if head in TIME_UNITS:
        # Limits of time are rules of procedure, except where a goal is set for them.
        if quantity.base is not None and quantity.change == "decrease" and frame.duty and frame.plan:
            return True  # "từ 15 ngày xuống còn 10 ngày"
        lowered = re.search(r"\b(?:giam|rut ngan)\b[^,;:]*\bxuong(?: con)?\s*$", left)
        if lowered and frame.duty and frame.plan and quantity.comparator in ("<", "<="):
            return True  # "Giảm thời gian chờ xuống dưới 90 phút"
        return frame.mode == Mode.OPEN and (
            chained
            or quantity.change is not None
            or quantity.comparator in ("<=", "<")
            or re.search(r"\b(?:tuoi tho|song khoe|so nam|luu tru)\b|\b(?:dat|xuong con|xuong|con)\s*$", left)
            is not None
        )
    if head in ("bac", "hang", "vi"):
        return quantity.change is not None
    if re.search(r"\bnhom\s*$", left):
        return False  # "nhóm từ 30 hộ trở lên": which ones
    if head in ("km", "m") and re.search(r"\bcach\b", left):
        return False  # "đến các xã cách trung tâm huyện trên 40 km"
    if written_head == "trang" and re.match(r"trang (?:trại|thiết|bị)\b", (quantity.unit or "").lower()):
        written_head = ""
    if written_head == "điều" and re.match(r"điều dưỡng\b", (quantity.unit or "").lower()):
        written_head = ""
    if written_head in (
        "bản",
        "trang",
        "khoản",
        "điều",
        "m",
        *(("m2",) if _FLOOR.search(left) is None else ()),
        "thành",
        "bên",
        "gb",
        "gb/s",
        "mb/s",
        "chữ",
        "ký",
    ):
        return False
    if _SETS.fullmatch((quantity.unit or "").lower()):
        return False  # "01 bộ hồ sơ", "02 bộ, ngành"
    staffed = demanded and frame.duty and frame.plan and _STAFFED.search(left) is not None
    if written_head in ("người", "cá", "viên", "cán", "công", "đại") and frame.mode < Mode.OPEN and not staffed:
        return False
    if demanded and not re.match(r"\s*tu\b", folded[quantity.start : quantity.number]):
        return True
    if demanded and frame.duty and frame.plan and _UPWARDS.match(folded, quantity.end):
        return True  # "thu hút từ 20.000 lượt người tham gia trở lên"
    if chained:
        return True
    if frame.mode == Mode.OPEN and head != "lan" and EACH.search(left):
        return True  # "Mỗi công chức đăng ký 01 việc làm mới"
    if frame.duty and frame.plan and head != "lan" and (EACH.search(left) or MORE.search(left)):
        return True
    if frame.mode < Mode.OPEN and not goal:
        return False
    if demanded:
        return True
    if head == "lan" and re.search(r"\bgap\s*$", left):
        return True
    last = max(left.rfind(","), left.rfind(":")) + 1  # "Cây lúa: diện tích 2.500 ha, năng suất"
    amount = _AMOUNT.match(left, last)
    of_things = amount is not None and (amount.group("so") is None or written(text, clause + amount.start("so"), "số"))
    if (
        frame.mode == Mode.OPEN
        and of_things
        and quantity.base is None
        and not _INSIDE.search(left)
        and _ENDS.match(folded, quantity.end)
    ):
        return True  # "Sản lượng thịt 18.000 tấn; sản lượng sữa 5.000 tấn"
    reach = re.search(r"\b(?:ty le|dat|con|la|duoi|tren|len|xuong con|xuong|bang|gap)\s*$", left)
    if "/" in (quantity.unit or ""):
        stated = (
            quantity.base is None
            and _STATED.search(folded[max(clause, quantity.number - _NEAR) : quantity.number]) is not None
        )
        return goal or bool(reach) or quantity.cued or stated
    if quantity.cued and quantity.comparator != "=":
        return goal or (frame.mode == Mode.OPEN and (head in ("diem", "lan") or _NUMBER_OF.match(left) is not None))
    if (goal or frame.mode == Mode.OPEN) and _INTO_GROUP.match(folded, quantity.end):
        return True
    if frame.mode == Mode.OPEN and _PER_TIME.search(left):
        return True  # "mỗi tháng 04 tin, bài"
    if head in ("diem",):
        return bool(reach) or quantity.change is not None
    if quantity.change is not None:
        return True
    if not (goal or frame.mode == Mode.OPEN):
        return False
    if _MAKE.search(left):
        return True
    if re.search(r"\bco\s*$", left) and (goal or re.search(r"\b(?:moi|binh quan)\b", left)):
        return True
    if head not in _LISTED and re.search(r"\bphan dau\b[^,;:.()\d]{0,70}$", left) and not _INSIDE.search(left):
        return True
    if frame.mode < Mode.OPEN:
        return False
    if head not in _LISTED and (
        _FOR.search(left) or _BUILD.search(left) or (_ACTION.match(left) and not _INSIDE.search(left))
    ):
        return True
    # "Sản lượng đường: 1,5 triệu tấn", "diện tích là 300 ha"
    if (
        head not in _LISTED
        and quantity.base is None
        and _STATED.search(folded[max(clause, quantity.number - _NEAR) : quantity.number])
    ):
        return True
    # Among goals: "Tuổi thọ trung bình khoảng 75 tuổi", "có 10 bác sĩ/vạn dân", "40 xã được công nhận".
    after = folded[quantity.end : quantity.end + 200]
    return (
        (_INDICATOR.match(left) is not None and re.match(r"khoang\b", folded[quantity.start :]) is not None)
        or _HAVE.fullmatch(left) is not None
        or (leading and re.search(r"^[^;.]*?\b(?:duoc|dat)\b", after) is not None)
    )


# "60 doanh nghiệp vào nhóm 500 doanh nghiệp lớn nhất"
_INTO_GROUP = re.compile(r"[^,;.:\d]{0,60}\b(?:vao|thuoc|nam trong) (?:nhom|top|danh sach) \d")
# What an amount is of, with the number straight behind it at the end of its clause.
_AMOUNT = re.compile(
    r"""(?:\W|[a-z]\)|\d+(?:\.\d+)*[.)])*(?:va\s+)?(?:tong\ (?:so|dan|dien\ tich|san\ luong|luong)|san\ luong|dien\ tich
    |nang\ suat|cong\ suat|quy\ mo|dan\ so|(?P<so>so)\ (?!hoa\b)[a-z]
    |luong\ khach|khach\ (?:quoc|noi)|mat\ do)[^,;:()%]*$""",
    re.VERBOSE,
)
_ENDS = re.compile(r"\s*(?:$|[;,.]|trong do\b)")
_PART_COUNT = re.compile(r"\btrong (?:so )?do,?\s+(?:co\s+)?(?:it nhat |toi thieu |tren |khoang )*$")
# "..., đến 31/12/2026 đạt": the next stage of what went before.
_LATER = re.compile(
    r"[\s,]*(?:va )?(?:den|truoc|vao|trong) (?:(?:het|cuoi|ngay|thang|quy|nam)\s+)*[\d/ivx]+(?: nam 20\d\d)?\s+dat\s+"
)
# "Mở rộng thêm 5.000 hộ kinh doanh"
MORE = re.compile(r"\b(?:co|mo rong|phat trien|thanh lap|thu hut|bo sung|hinh thanh|ket nap|cong nhan) them\s*$")
_SETS = re.compile(r"bộ|bộ (?:hồ sơ|giấy tờ|chứng từ|đơn|tài liệu|ngành).*")
_AMONG = re.compile(r"\b(?:trong(?: tong)?(?: so)?|tren tong so)\s*$")
_RATE_FIRST = re.compile(r"(?:\W|\d+(?:\.\d+)*[.)]|[a-z]\))*(?:ty le|ti le|muc do hai long|chi so hai long)\b")
_DO = re.compile(
    r"\b(?:thu hut|boi duong|dao tao|tap huan|kiem tra|so hoa|giai quyet|hoan thanh|ung dung|ket noi|tiep nhan|xu ly"
    r"|ra soat)\b[^,;]{0,25}$"
)
