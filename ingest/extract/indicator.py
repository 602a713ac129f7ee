"""The indicator (tên chỉ tiêu): the noun phrase that a quantity measures, with what it is a share of.

Three shapes, told apart by what stands between the beginning of the clause and the number once
goals, horizons and labels are taken away:

- leading: nothing. "Tối thiểu 98% hồ sơ được giải quyết đúng hạn" -> what follows.
- trailing: a subject and a verb of reaching. "Tỷ lệ hồ sơ trực tuyến đạt 80%" -> what precedes;
  words behind the number say what it is a share of ("đạt 45% GRDP" -> "... (% GRDP)").
- middle: a verb with its object behind. "cắt giảm tối thiểu 30% thời gian" -> both sides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingest.clean.fold import strip_diacritics
from ingest.extract.quantity import Quantity, bare, is_measure, noun_start, unit_head

# Bullets and labels in front of an item: "-", "+", "1.", "1.2.", "a)", "(3)".
_BULLET = re.compile(
    r"(?:\s*(?:[-+*•–—▪➢]+|\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)](?!\d)|\d{1,2}(?:\.\d{1,2}){1,3}(?=\s)"
    r"|\(?[a-z]{1,2}\)|[a-z]\.|[ivx]{1,4}\.)(?=\s|$|\d|[a-z]))+\s*"
)

# What is said of the goal, the time or the connection with the clause in front, not of the indicator.
_LEAD = re.compile(
    r"""(?:
        phan\ dau|no\ luc(?:\ cao\ nhat)?|quyet\ tam|dam\ bao|bao\ dam|dat\ (?:muc\ tieu|chi\ tieu)
      |(?:voi\ )?(?:cac\ )?(?:muc\ tieu|chi\ tieu)(?=\ *(?::|la\b|den\b|trong\b|vao\b|nam\b|phan\ dau|dat\b|cu\ the|,))
      | dat(?=\ (?:tang\ truong|ty\ le|ti\ le|doanh\ thu|kim\ ngach|toc\ do))
      | nguyen\ tac|yeu\ cau(?=\s*:)|cu\ the(?:\ la|\ nhu\ sau)?
      |trong\ (?:so\ )?do|rieng|dong\ thoi|ngoai\ ra|qua\ do|tu\ do
      | de\ (?:dat|thuc\ hien|hoan\ thanh)\ (?:duoc\ )?(?:cac\ )?(?:chi\ tieu|muc\ tieu)
        (?:\ (?:tren|nay|do|neu\ tren))?(?=\s*,)
      | tuc(?:\ la)?(?=\ \S)
      | khong\ con\ [^,;:]{3,60}(?=,)
      | (?:trong|ve|o|tai)\ (?:linh\ vuc|cong\ tac|hoat\ dong|noi\ bo|khu\ vuc|nganh)\ [^,;:%\d()]{3,90}
        (?=,\s*(?:co|phan\ dau|bao\ dam|dam\ bao|dat|hoan\ thanh|duy\ tri)\b|,\s*$)
      |va|voi|nham|thi\ dua|phai|tham\ muu(?!\ cho)
      |de(?!\ (?:an|xuat|nghi|cap|ra|tai|cuong|dieu)\b)
      |can(?!\ (?:doi|bang|nhac|cuoc|cu|bo|su|ho|nha|thiep|can|tho|tin)\b)
      |co(?=\ (?:toi|it|tu|tren|khoang|\d|duoi|hon))
      | (?:(?:trong\ )?giai\ doan\ )?(?:den|vao|trong|tu|tinh\ den)\ (?:het\ |cuoi\ |khoang\ |truoc\ )?
        (?:nam\ )?20\d\d(?:\ tro\ di)?
      | (?:trong\ |den\ het\ )?nam\ 20\d\d|20\d\d(?=\s*:)
      | (?:trong\ )?giai\ doan\ 20\d\d\s*[-–—]\s*20\d\d|(?:trong\ )?(?:cac\ )?nam\ 20\d\d\s*[-–—]\s*20\d\d
      | (?:tu\ |trong\ )?(?:truoc\ ngay|den\ ngay|quy|thang)\ [\d/ivx-]+(?:\ nam\ 20\d\d)?
      | (?:tu\ nay\ )?(?:den|truoc)\ (?:het\ )?(?:ngay\ )?\d{1,2}/\d{1,2}(?!/)
      | (?:tu\ nay\ )?(?:den|truoc)\ (?:het\ |cuoi\ )?(?:quy\ [ivx\d]+\s?/|thang\ \d+\s?/
        |\d{1,2}/\d{1,2}/|\d{1,2}/)20\d\d
      | (?:trong\ )?nam\ hoc\ 20\d\d\s*[-–]\s*20\d\d
      | (?:trung\ binh\ )?(?:hang|moi)\ nam|binh\ quan\ (?:hang\ |moi\ )?nam|trong\ nam|ca\ nam|den\ (?:het|cuoi)\ nam
      | tiep\ tuc
      | cung(?=\ (?:den|vao|trong)\ nam\ 20)
      | (?:(?:chuong\ trinh|ke\ hoach|de\ an)\ )?(?:se\ )?tap\ trung\ (?:vao\ )?(?:viec\ )?
        (?=(?:duy\ tri|giu\ vung|on\ dinh|nang|giam|bao\ dam|dam\ bao)\b)
      |(?:moi\ )?thang\ 20\d\d
    )\b|(?:trong|ve|o|tai)\ (?:linh\ vuc|cong\ tac|hoat\ dong)\ [^,;:%\d()]{3,90}
      [(][^()\d]{2,12}[)](?=,\s*(?:co|phan\ dau)\b)
    |[:,;.(\-–"“]""",
    re.VERBOSE,
)

# Verbs that end the left side of a trailing shape.
_REACH = re.compile(
    r"""\b(?:dat\ (?:ty\ le|ti\ le|muc|duoc|tu|va\ vuot|ket\ qua)|dat|chiem\ (?:ty\ le|ti\ le)?|chiem|la|con
    |(?<!tro\ )len(?:\ (?:den|toi|muc))?|(?<!tro\ )xuong(?:\ (?:con|duoi|muc))*
    |bang|gap|o\ muc|muc|ty\ le|ti\ le|len\ den|tang|giam|nam|thuoc|duoc\ xep|(?<!sap\ )xep|dung|vuot|tu|tang\ them
    |phai\ dat|dat\ o\ muc|dat\ la)\s*$""",
    re.VERBOSE,
)
_TRAIL = re.compile(
    r"(?:\b(?:phai|se|can|duoc|deu|them|binh quan|muc|nam|o|tu|hang nam|moi nam|trung binh|phan dau"
    r"|nam trong|bao dam|dam bao|duy tri|giu vung|on dinh|hon|la)|[:,(\-–=\"“])\s*$"
)

_TRAIL_TIME = re.compile(r"\b(?:moi nam|hang nam|ca nam|nam nay|binh quan(?: hang nam| moi nam)?|trong nam)\s*$")

_ON_AVERAGE = re.compile(r"\b(?:thu nhap|nang suat|tien luong|g(?:r)?dp|chi tieu) binh quan$")

# Verbs that say what is done with an indicator and are no part of it.
_KEEP = re.compile(
    r"(?:(?:duy tri|giu vung|nang cao|nang|tang nhanh|tang manh|tang dan|tang|cai thien|giu|dua"
    r"|tang cuong|nang xep hang|nang thu hang|cai thien thu hang"
    r"|nang bac xep hang)\s+(?:va (?:nang cao|cai thien|duy tri)\s+)?(?=(?:ty le|ti le|ty trong"
    r"|muc do|chi so|thu hang|vi tri|ket qua|diem|so luong|toc do|tong|cong suat|dien tich|san luong|quy mo"
    r"|gia tri|thu nhap|nang suat|doanh thu|kim ngach)\b)"
    r"|(?:tiep tuc )?(?:duy tri|giu vung)(?: va nang cao)?(?: on dinh)?\s+(?=\S+\s+\S))"
)
_MOVE = re.compile(r"(?P<word>giam|cat giam|tang(?! truong\b| cuong\b)|rut ngan|cat giam, don gian hoa)\s+(?=\S+\s+\S)")

# A goal in the middle of a clause after which the measured thing begins.
_CUT = re.compile(
    r"(?:^|[,;:(]|\bva|\bde|\bnham|\bvoi|\btrong do|\btrong do,)\s*(?:phan dau|dam bao|bao dam|trong do"
    r"|muc tieu|chi tieu(?= la|:| dat)|nguyen tac|yeu cau)\b[:,]?\s*"
    r"|\btrong (?:so )?do\s+(?:co\s+)?(?:it nhat\s+|toi thieu\s+|tren\s+)?$"
    r"|\b(?:voi|gom) (?:mot so|cac|nhung) (?:muc tieu|chi tieu)(?: (?:chu yeu|cu the|chinh|co ban|sau|nhu|la))*\b"
    r"|\bnhu (?:muc tieu|chi tieu)\b|,\s*gop phan\s+(?:dua|dat|nang)\s+(?=\S+\s+\S)"
    # "nhằm góp phần kiểm soát lạm phát (bình quân khoảng 4,5%": the number says it of what stands before its bracket
    r"|\b(?:nham|gop phan)\s+(?:gop phan\s+)?(?:kiem soat\s+)?(?=[a-z ]+\((?:binh quan|khoang|duoi|muc|o|dat|\s)*$)"
)
# A subject that opens with one of these words begins an indicator of its own.
_HEAD = re.compile(
    r"[,;]\s*(?=(?:cat giam|giam|rut ngan)\s+(?:so luong|so|ty le|ti le|thoi gian|chi phi|bien che)\b)|"
    r"[,;]\s*(?=moi (?:co quan|don vi|so|xa|phuong|cong doan|truong|dia phuong|phong|ban|huyen|tinh|nganh|chi bo)\b)|"
    r"[,:;(]\s*(?:va\s+|trong do,?\s+|rieng\s+|nang\s+|giu\s+|gop phan (?:dat|dua|nang|tang)\s+|dong gop vao\s+"
    r"|(?:phan dau )?dat\s+)?"
    r"(?=(?:ty le|ti le|ty trong|ti trong|ty so"
    r"|ti so|tong ty suat|tong so|muc do|chi so|so luong|so ho so|diem so|toc do|tang truong)\b)"
    r"|\bva\s+(?=(?:ty le|ti le|ty trong|muc do|chi so|tong so)\b)"
)

_STRIVE = re.compile(
    r"""\bphan\ dau\b|\bphai\s+(?:bao\ dam|dam\ bao)\b
    |\b(?:bao\ dam|dam\ bao|nang(?:\ cao)?(?:\ (?:xep|thu)\ hang)?
      |cai\ thien(?:\ (?:xep|thu)\ hang)?|duy\ tri|giu\ vung|khong\ de)\s+(?=ty\ le|ti\ le|chi\ so|muc\ do)
    |\b(?:dat|hoan\ thanh|thuc\ hien|dat\ duoc|bao\ dam|dam\ bao|voi|nang)\s+(?:muc\ tieu|chi\ tieu)\b""",
    re.VERBOSE,
)
_UNIT_ACTS = re.compile(
    r"""(?:cac\ )?(?:so|ubnd|uy\ ban|van\ phong|cong\ an|phong|ban|trung\ tam|co\ quan|don\ vi|chu\ tich|giam\ doc
    |thu\ truong)\s[^;:.]{2,90}?\b(?<!duoc\ )
    (?P<act>hoan\ thanh|tap\ trung|to\ chuc|thuc\ hien|trien\ khai|bao\ dam|dam\ bao
    |ra\ soat|xay\ dung|nang|duy\ tri|cong\ khai|kiem\ tra|huong\ dan|tiep\ tuc|day\ manh|so\ hoa|cung\ cap|bo\ tri
    |phan\ dau|cat\ giam)\b(?!\ (?:so|cac|va)\b)""",
    re.VERBOSE,
)
_JOINT = re.compile(r"(?:ty le|ti le|ty trong|ti trong|muc do|chi so|diem so|do [a-z]+)\b")
_PART = re.compile(r"\b(?:được (?:nâng|cải|duy)|tăng|giảm|nâng|cải thiện|trong đó|riêng|đạt|là)\b|;")


def _parted(text: str, start: int, end: int) -> bool:
    """Whether a verb between two heads makes them indicators of their own; text without marks always."""
    piece = text[start:end].lower()
    return piece == strip_diacritics(piece) or _PART.search(piece) is not None


# Ends of what a number is a share of, behind the number.
_RIGHT_END = re.compile(
    r"""[,;.:()\[\]|]|\s[-–—]\s|\s(?:va|den|vao|trong\ nam|trong\ giai|trong\ do|so\ voi
    |giai\ doan|trong\ quy|trong\ thang|tro\ len|tro\ xuong|theo|nham|de|gop\ phan
    |dam\ bao|bao\ dam|phuc\ vu|nam\ 20\d\d|cuoi\ nam|hang\ nam|moi\ nam|phan\ dau|duy\ tri|thong\ qua
    |tren\ dia\ ban|truoc\ ngay)\b""",
    re.VERBOSE,
)
# Where or for whom: says no share of what.
_PLACE = re.compile(
    r"\s*(?:o|tai|doi voi|cua|cho)\s+(?:tung|moi|toan|cap|cac|so|nganh|tinh|xa|huyen|phuong|khoi|linh vuc|dia phuong)\b"
)
_LEADING_END = re.compile(r"[;]|\.\s|\.$")
_NEXT_MOVE = re.compile(r",\s+(?:va\s+)?(?:cat giam|giam|rut ngan|tang(?! cuong)|nang)\b")

_GROUP = re.compile(
    r"(?:(?:o|tai|doi voi|rieng)\s+)?(?:cap|tinh|xa|huyen|phuong|khoi|khu vuc|trung uong|linh vuc|thanh pho"
    r"|nong thon|thanh thi|do thi|mien|dong bang|vung|dia ban|nhom)\b"
)
_SHORT_SUBJECT = re.compile(
    r"(?:(?:o|tai|doi voi|cua|rieng)\s+)?(?:cap|cac|so|tinh|xa|huyen|phuong|co quan|don vi|khoi|uy ban"
    r"|ubnd|khu vuc|trung uong|nganh|linh vuc|dia phuong"
    r"|thanh pho|nong thon|thanh thi|do thi|mien nui|dong bang|vung)\b"
)


@dataclass(slots=True, frozen=True)
class Named:
    """An indicator and the span of text that it was read from."""

    name: str
    start: int
    end: int
    shape: str  # "leading" | "trailing" | "middle" | "inherited" | "about" | "group" (behind) | "listed" | "member"
    subject: str = ""  # of the middle shape: what precedes the number


_MARKS = re.compile(r"(?:^|(?<=: ))(?:\s*[-+*•–—▪➢·○●❖✓](?=\s|[^\W\d_]))+\s*")


def unbulleted(name: str) -> str:
    """A name without the bullets of the lines that it was put together from.

    >>> unbulleted("- Số lớp bồi dưỡng"), unbulleted("Đào tạo: –Số lớp"), unbulleted("Hà Nội - Hải Phòng")
    ('Số lớp bồi dưỡng', 'Đào tạo: Số lớp', 'Hà Nội - Hải Phòng')
    """
    return _MARKS.sub("", name).strip()


# "Bộ A chủ trì, phối hợp với ... xây dựng phương án ... với": who does what in front of a number names nothing.
_DUTY = re.compile(r"\b(?:chu tri|phoi hop (?:voi|cung)|can cu|tham muu|co trach nhiem)\b")


def is_half_sentence(named: Named, ranked: bool = False) -> bool:
    """Whether what stands in front of a number is a piece of a long sentence instead of a name; the name of what is
    `ranked` ends behind it.

    >>> is_half_sentence(Named("Tỷ lệ đơn vị phối hợp với nhau", 0, 0, "trailing"))
    False
    """
    if named.shape not in ("trailing", "middle"):
        return False
    if len(named.name.split()) > 25 and _DUTY.search(bare(named.name)):
        return True
    # What stands in front of a number is no name where it is so long, unless it says at once what is measured.
    before = named.subject or named.name
    return not ranked and len(before.split()) > 30 and not _INDICATOR_HEAD.match(bare(before))


_IS = re.compile(r"la(?=\s)")  # "mục tiêu đến năm 2030 là ..."


def clean_left(folded: str, start: int, end: int) -> tuple[int, int]:
    """The part of `[start, end)` that names something: without bullet, goal, horizon and final verb."""
    match = _BULLET.match(folded, start, end)
    if match:
        start = match.end()
    led = False
    while True:
        while start < end and folded[start] == " ":
            start += 1
        match = _LEAD.match(folded, start, end) or (_IS.match(folded, start, end) if led else None)
        if match is None or match.end() == start:
            break
        led = led or match.group()[0].isalpha()
        start = match.end()
    return start, max(start, end)


def subject_span(text: str, folded: str, start: int, end: int) -> tuple[int, int]:
    """`clean_left`, and further: behind a topic ("2.4. Số hóa: 100% ..."), a goal, the last subject."""
    folded = _without_asides(folded, start, end)
    left_start, left_end = clean_left(folded, start, end)
    colon = folded.rfind(":", left_start, left_end)
    if folded.startswith("://", colon):
        colon = -1
    if colon >= 0:
        after_start, after_end = clean_left(folded, colon + 1, end)
        if strip_verb(text, folded, after_start, after_end)[0] > after_start:
            left_start, left_end = after_start, after_end
        else:
            left_end = colon + 1  # "Tỷ lệ hồ sơ trực tuyến: năm 2024 đạt 50%"
    opened = max(folded.rfind("“", left_start, left_end), folded.rfind('"', left_start, left_end))
    if (
        opened >= 0
        and folded.find("”", opened, left_end) < 0
        and folded.count('"', left_start, left_end) % 2 == (folded[opened] == '"')
    ):
        left_start, left_end = clean_left(folded, opened + 1, end)  # a goal in quotation marks begins with them
    cuts = [m.end() for m in _CUT.finditer(folded, left_start, left_end)]
    if cuts:
        left_start, left_end = clean_left(folded, cuts[-1], end)
    # "Tỉnh phấn đấu thu hút ...", "đạt mục tiêu tăng trưởng ...": who strives is no part of it.
    unit = _UNIT_ACTS.match(folded, left_start, left_end)
    if unit and (text.isascii() or text[left_start : left_start + 2].lower() != "số"):
        left_start = unit.start("act")  # "Sở A và B hoàn thành số hóa ..."
    for match in _STRIVE.finditer(folded, left_start, left_end):
        goal_start = clean_left(folded, match.end(), end)[0]
        if match.group().startswith("phai") or strip_verb(text, folded, goal_start, left_end)[0] > goal_start:
            left_start = goal_start
    heads = [m.end() for m in _HEAD.finditer(folded, left_start, left_end)]
    # "Tỷ lệ A, tỷ lệ B và tỷ lệ C đạt 100%": one number for all, unless a verb parts them.
    if heads and not (_JOINT.match(folded, left_start, heads[-1]) and not _parted(text, left_start, heads[-1])):
        left_start = heads[-1]
    return left_start, left_end


_ASIDE = re.compile(r"[(][^()]*[:,;][^()]*[)]")


def _without_asides(folded: str, start: int, end: int) -> str:
    """`folded` with what stands in closed brackets in `[start, end)` blotted out, its length kept: nothing in there
    begins a name ("mức độ hoàn thành kế hoạch (gồm: kế hoạch A, B) đạt 100%")."""
    if folded.find("(", start, end) < 0:
        return folded
    blotted = _ASIDE.sub(lambda aside: f"({'~' * (len(aside.group()) - 2)})", folded[start:end])
    return folded[:start] + blotted + folded[end:]


# Final words that collide with others without their marks: "điện tử", "hội nam", "công đoàn".
_FINAL = {
    "tu": ("từ",), "nam": ("năm", "nằm"), "dat": ("đạt",), "con": ("còn",), "la": ("là",), "len": ("lên",),
    "bang": ("bằng",),
    "muc": ("mức",), "tang": ("tăng",), "giam": ("giảm",), "o": ("ở",), "can": ("cần",), "hon": ("hơn",),
    "dung": ("đứng",), "them": ("thêm",), "chiem": ("chiếm",), "se": ("sẽ",),
}  # fmt: skip


def _is_final(text: str, start: int, word: str) -> bool:
    allowed = _FINAL.get(word)
    written = text[start : start + len(word)]
    if word == "nam" and written[0] == "N":
        return False  # "Việt Nam"
    # "sinh đủ hai con": only a text without marks writes "còn" so
    return allowed is None or written.lower() in allowed or (written.lower() == word and text.isascii())


def strip_verb(text: str, folded: str, start: int, end: int) -> tuple[int, str | None]:
    """End of the subject in `[start, end)` and the verb of reaching that was taken off, if any."""
    verb: str | None = None
    while end > start:
        piece = folded[start:end]
        trimmed = len(piece.rstrip())
        if trimmed != len(piece):
            end = start + trimmed
            continue
        if _ON_AVERAGE.search(piece):
            break  # "thu nhập bình quân"
        match = _TRAIL_TIME.search(piece)
        if match and not (verb is not None and match.group().startswith("binh quan")):
            end = start + match.start()
            continue
        match = _REACH.search(piece)
        if match and _is_final(text, start + match.start(), match.group().split()[0]):
            verb = match.group().strip() if verb is None else verb
            end = start + match.start()
            continue
        match = _TRAIL.search(piece)
        if match and verb is not None and re.match(r"binh quan|trung binh", match.group()):
            break  # "thu nhập bình quân đạt"
        if match and _is_final(text, start + match.start(), match.group().split()[0]):
            if match.group().strip() == ":":
                verb = verb or ":"
            end = start + match.start()
            continue
        break
    return end, verb


_LEVEL = r"đại học|cao đẳng|trung cấp|thạc sĩ|phổ thông|phòng|cấp \w+|tuổi|\d|hạng \w+|khá|tốt|nhiệm vụ|sao|bậc|mức \w+"


def _words(text: str, start: int, end: int) -> str:
    words = " ".join(text[start:end].replace("*", " ").split()).strip(' …,;:.-–—"“”(').lstrip("/ ")
    words = re.sub(
        r"\s+so với\s(?!G(?:R)?DP\b).*$|,?\s+trong (?:số )?đó,?$|,?\s+và tiếp tục\s.*$|,?\s+(?:và )?không còn\s.*$",
        "",
        words,
    )
    words = re.sub(r"\s+(?:đến|vào|trong) (?:hết |cuối )?năm 20\d\d(?= bình quân$)", "", words)
    if words.count(")") > words.count("("):
        words = words[: words.rindex(")")] + words[words.rindex(")") + 1 :]
    if words.count("(") > words.count(")"):
        words = words[: words.rindex("(")].rstrip(" ,;:")
    words = re.sub(
        r"[\s:,]+(?:(?:qua )?các năm 20[\d, ]+(?:và (?:năm )?20\d\d)?)?(?:,?\s*(?:lần lượt|tương ứng)(?: là)?)?$",
        "",
        words,
    )
    words = re.sub(r"\s*:\s*(?:(?:đến|vào|trong)\s)?(?:hết\s|cuối\s)?năm\s20\d\d$", "", words, flags=re.IGNORECASE)
    words = re.sub(r",?\s+(?:phấn đấu|dự kiến|hướng tới|tiến tới)(?: sẽ)?$", "", words)
    words = re.sub(
        r"\s+(?:vào|trong|đến|trước)\s(?:cuối\s|hết\s)?(?:năm|quý [\dIVX]+/|(?:ngày )?[\d/]+/)\s?20\d\d$", "", words
    )
    words = re.sub(
        r"(?<![\d/])(?<!-\w\w)(?<!kế hoạch)(?<!dự toán)(?<!kế hoạch vốn)(?<!được giao) (?:trong )?năm 20\d\d$",
        "",
        words,
    )
    words = re.sub(r"(?:,\s*|\s+)(?:và )?(?:hoàn thành|xong)(?: trong)?$", "", words) if ", " in words else words
    words = re.sub(r"\s+(?:phấn đấu|dự kiến)$", "", words).rstrip(" ,;:")
    words = re.sub(r"\s+trong (?:thời hạn|thời gian|vòng)$", "", words)
    words = re.sub(r"\s+trở lên\s?/\s?năm$", "", words)
    words = re.sub(r",\s*đạt(?: điểm)?\s[\d,/]+(?:\s*điểm)?.*$", "", words)
    words = re.sub(r"^(?:(?:toàn|cả) \w+\s+)?đã (?:có|đạt)\s+", "", words)
    if words.isascii():  # typed without marks
        words = re.sub(r"\s+so voi (?:nam|giai doan|cung ky|thang|quy dinh)\b.*$", "", words)
        words = re.sub(r"\s+(?:vao|trong|den|truoc)\s(?:cuoi\s|het\s)?nam\s20\d\d$", "", words)
    # "đại học trở lên" is a level; "chi phí trở lên" belongs to the number.
    if re.search(rf"\b(?:{_LEVEL}) trở lên$", words, re.IGNORECASE):
        return words
    return re.sub(
        r"(?<!bên)(?<!văn bản)\s+(?:trở lên|trở xuống|và|đối với|với|vào|trong|đến|cho|của|để|về)$", "", words
    )


def phrase(text: str, start: int, end: int) -> str:
    """The words of `[start, end)` without the marks, horizons and connectives at their ends."""
    return _words(text, start, end)


def name_indicator(
    text: str,
    folded: str,
    quantity: Quantity,
    floor: int,
    ceiling: int,
    previous: Named | None,
    base: str | None = None,
) -> Named | None:
    """The indicator of `quantity`, with the group that a label in front of it names ("Vùng A: diện tích là 80 ha").

    See `_name` for the arguments.
    """
    named = _name(text, folded, quantity, floor, ceiling, previous, base)
    if named is None:
        return None
    if quantity.comparator == ">=" and " trở lên " in named.name[:60] and not _LEVEL_UP.search(named.name):
        named = replace(named, name=named.name.replace(" trở lên ", " ", 1))  # "từ 98% hồ sơ trở lên được giải quyết"
    whom = _WHOM.match(folded, max(folded.rfind(";", 0, quantity.start) + 1, 0), quantity.start)
    if whom and len(named.name.split()) <= 3 and named.shape == "leading":
        # "Đối với thủ tục trên 20 ngày, cắt giảm 30% thời gian"
        those = " ".join(text[whom.start("whom") : whom.end("whom")].split())
        named = replace(named, name=f"{those}: {named.name}")
    group = _GROUP_BEHIND.match(folded, quantity.end)
    if group and quantity.kind == "share" and not bare(named.name).endswith(group.group("group")):
        name = re.sub(r" [(]%[^)]*[)]$", "", named.name)
        name = _own_group(name) if previous is not None and name.startswith(previous.name) else name
        return Named(f"{name}: {text[group.start('group') : group.end('group')]}", named.start, group.end(), "group")
    if (
        previous is not None
        and previous.shape == "listed"
        and named.shape == "trailing"
        and len(named.name.split()) <= 5
        and re.search(r"(?:,|\bva|\bcon)\s*$", folded[floor : named.start] or ",")
        and not _INDICATOR_HEAD.match(bare(named.name))
        and ": " not in named.name
    ):
        head = previous.name.rpartition(": ")[0]
        return Named(f"{head}: {named.name}", named.start, named.end, "listed")
    if named.shape == "inherited":
        return named
    colon = folded.rfind(":", floor, min(named.start, quantity.start))
    if colon < 0:
        return named
    start, _ = clean_left(folded, max(folded.rfind(";", floor, colon) + 1, floor), colon)
    measured = _INDICATOR_HEAD.match(folded, start) is not None
    lead = measured and _SHORT_SUBJECT.match(bare(named.name)) is not None
    if (
        measured
        and named.shape == "trailing"
        and len(named.name.split()) <= 4
        and len(folded[start:colon].split()) > 2
        and not _INDICATOR_HEAD.match(bare(named.name))
        and not _PREDICATE.match(named.name.lower() + " ")
    ):  # "Tỷ lệ giáo viên đạt chuẩn: mầm non 98%, tiểu học 99%"
        return Named(f"{_words(text, start, colon)}: {named.name}", named.start, named.end, "listed")
    if lead and len(folded[start:colon].split()) <= 25:
        # "Tỷ lệ thanh toán trực tuyến: khu vực thành thị 100%"
        return Named(f"{_words(text, start, colon)}: {named.name}", named.start, named.end, named.shape)
    if (
        not _GROUP.match(folded, start, colon)
        or folded.startswith("doi voi", start)  # the caller's affair
        or len(folded[start:colon].split()) > 10
        or "," in folded[start:colon]
    ):
        return named
    return Named(f"{_words(text, start, colon)}: {named.name}", named.start, named.end, named.shape)


_LEVEL_UP = re.compile(rf"\b(?:{_LEVEL}|học|nghề) trở lên", re.IGNORECASE)
_WHOM = re.compile(r"(?:\W|\d+(?:\.\d+)*[.)]|[a-z]\))*(?:rieng )?doi voi (?P<whom>[^,;:%]{6,90}),")
# "đạt 65% (cấp tỉnh), 55% (cấp xã)"
_GROUP_BEHIND = re.compile(
    r"\s*[(]\s*(?:(?:o|tai|doi voi|rieng)\s+)?(?P<group>(?:cac\s+)?(?:cap|so|xa|huyen|phuong|khoi|khu vuc|linh vuc)\b"
    r"[^().;:%\d]{2,40})[)]"
)


def _own_group(name: str) -> str:
    """A name without the group that a sibling's bracket gave it."""
    head, colon, tail = name.rpartition(": ")
    return (
        head if colon and re.match(r"(?:cac )?(?:cap|so|xa|huyen|phuong|khoi|khu vuc|linh vuc)\b", bare(tail)) else name
    )


def _name(
    text: str,
    folded: str,
    quantity: Quantity,
    floor: int,
    ceiling: int,
    previous: Named | None,
    base: str | None = None,
) -> Named | None:
    """The indicator of `quantity` within `[floor, ceiling)` of a sentence.

    `previous` is that of the quantity before in the same sentence: a clause without a subject of
    its own ("..., năm 2030 đạt 90%") inherits it. `base` is the line that introduces a list
    ("Tỷ lệ thanh toán trực tuyến:"), put in front of a subject that is no indicator by itself.
    """
    left_start, left_end = subject_span(text, folded, floor, quantity.start)
    keep = _KEEP.match(folded, left_start, left_end)
    if keep:
        left_start = keep.end()
    growth = _GROWTH.fullmatch(folded, left_start, quantity.number) if quantity.kind == "share" else None
    if growth and (growth.group("pace") or growth.group("rate")) and _GROWTH_END.match(folded, quantity.end):
        return _grown(_words(text, left_start, growth.end("words")), left_start, quantity.end, previous, base)
    if quantity.change is not None and quantity.kind == "share" and (criteria := _CRITERIA.match(folded, quantity.end)):
        return _of_criteria(text, folded, quantity, criteria)
    subject_end, verb = strip_verb(text, folded, left_start, left_end)
    if (
        quantity.kind == "share"
        or quantity.base is not None
        or unit_head(quantity.unit or "") == "lan"
        or (quantity.unit or "").startswith("/")
    ):
        move = _MOVE.match(folded, left_start, subject_end)
        if (
            move
            and (quantity.change is None or quantity.base is not None or (quantity.unit or "").startswith("/"))
            and "so voi" not in folded[left_start:subject_end]
        ):
            left_start = move.end()
    subject = _words(text, left_start, subject_end)
    if folded[left_start:subject_end].strip(" ,:(-") in (
        "",
        "co",
        "dat",
        "hoan thanh",
        "thuc hien",
        "de",
        "duoc",
        "cung cap",
        "chi tieu",
        "yeu cau",
        "muc tieu",
        "duy tri",
        "giu vung",
        "nang",
        "cho",
        "vi tri",
        "giu vung vi tri",
        "thu hang",
    ) or bare(subject) in ("lo trinh", "tien do"):  # "bảo đảm lộ trình đến trước ngày 30/9 đạt 100% cơ sở ..."
        subject, lone = "", folded[left_start:subject_end].strip()
    else:
        lone = ""
    right_start = noun_start(folded, quantity.unit_start) if quantity.kind == "count" else quantity.end
    after = quantity.end
    if quantity.kind == "share" and previous is None and _TORN.search(folded, left_start, quantity.start):
        return None  # "các bộ, ngành và 100% đoàn thể": who else?
    if quantity.kind == "share" and (how_many := _HOW_MANY.match(folded, after, ceiling)):
        right_start = after = how_many.end()  # "100% (khoảng 2.700) thôn, tổ dân phố"
    stop = _LEADING_END.search(folded, after, ceiling)
    limit = stop.start() if stop else ceiling
    if quantity.change is not None and (move := _NEXT_MOVE.search(folded, quantity.end, limit)):
        limit = move.start()  # "Giảm 100% giấy tờ thừa, giảm một phần ba số cuộc họp"
    if quantity.kind == "rank":
        about = _ABOUT.match(folded, quantity.end, limit)
        if about and not subject and (previous is None or previous.shape == "about"):
            edge = _FIELD_END.search(folded, about.end(), limit)
            whole_field = len(folded[about.end() : limit].split()) <= 14 and not re.search(
                r"[\d(:]", folded[about.end() : limit]
            )
            near = limit if whole_field else edge.start() if edge else limit  # "về đổi mới sáng tạo, chuyển đổi số"
            return Named(_words(text, about.end(), near), about.end(), near, "about")
        ranked = Named(subject, left_start, subject_end, "trailing") if subject else _inherit(previous)
        if ranked is None:  # "nâng cao Chỉ số PAPI, phấn đấu nằm trong nhóm 10 tỉnh"
            ranked = _measured_before(text, folded, floor, quantity.start)
        if ranked is None or about is None:
            return ranked
        # "thuộc nhóm 3 nước dẫn đầu Đông Nam Á về năng lực cạnh tranh số"
        name = re.sub(r" về .*$", "", ranked.name)
        return Named(f"{name} {_words(text, about.start('about'), limit)}", ranked.start, limit, "trailing")
    single = unit_head(quantity.unit or "") in ("lan", "diem", "bac", "hang")
    if quantity.kind == "count" and single:
        if subject:
            return _with_base(Named(subject, left_start, subject_end, "trailing"), base, folded[left_start:subject_end])
        return _inherit(previous)
    right_limit = limit
    end = _RIGHT_END.search(folded, after, limit)
    near = end.start() if end else limit
    right_near = _words(text, right_start, near)
    place = _PLACE.match(folded, right_start, limit)
    if (
        re.fullmatch(r"(?:ty le|ti le|so|muc|chi so|con so) (?:nay|tren|do)", folded[left_start:subject_end].strip())
        and previous
    ):
        return _inherit(previous)
    beyond = _words(text, quantity.end, near) if quantity.kind == "count" else right_near
    topic = verb == ":" and subject and len(beyond.split()) >= 2 and place is None
    if quantity.kind == "count" and is_measure(quantity.unit or "") and _AMOUNT.match(folded, left_start):
        topic = False  # "Tổng công suất của các nhà máy: 105.000 tấn mía ngày"
    whole = right_near.lower().startswith(("tổng", "số "))  # "Hồ sơ trực tuyến: 80% tổng số hồ sơ"
    if topic and (not whole or len(subject.split()) > 12 or _ANNOUNCED.search(folded[left_start:subject_end])):
        if right_near.lower().startswith(("được ", "đều ", "duoc ", "deu ")):  # "Văn bản đi: 100% được ký số"
            return Named(f"{subject} {_words(text, right_start, right_limit)}", left_start, right_limit, "middle")
        # "Cải cách thể chế: 100% văn bản được rà soát"
        return Named(_words(text, right_start, right_limit), right_start, right_limit, "leading")
    if place is not None and subject and (verb or quantity.cued):
        # "đạt 100% ở cấp tỉnh, 80% ở cấp huyện"
        return Named(f"{subject}: {_placed(text, right_start, right_limit)}", left_start, near, "trailing")
    if place is not None and not subject and previous is not None:
        right = _placed(text, right_start, right_limit)
        return Named(_replace_tail(previous.name, right), right_start, right_limit, previous.shape)
    if not subject and lone in ("", "dat") and previous is None and "phan dau" in folded[floor : quantity.start]:
        # "nâng cao tỷ lệ phủ sóng 5G, phấn đấu đạt 50% số trạm hiện có"
        earlier = _measured_before(text, folded, floor, left_start)
        if earlier is not None:
            return replace(earlier, name=f"{earlier.name} (% {right_near})") if right_near else earlier
    if (
        not subject
        and previous is not None
        and quantity.kind == "share"
        and " (% " in previous.name
        and _AND_ONLY.fullmatch(folded, floor, quantity.start)
        and _SUM.match(right_near.lower())
        and len(right_near.split()) <= 8
    ):  # "đóng góp 15% GRDP, khoảng 5% tổng thu ngân sách"
        return Named(f"{_unshared(previous.name)} (% {right_near})", previous.start, previous.end, "inherited")
    if not subject and previous is None and quantity.kind == "share" and (place is not None or not right_near):
        striving = _STRIVING.search(folded, floor, left_start + 12) if lone in ("", "dat", "dat ty le") else None
        if striving is not None:  # "Cán bộ nữ tham gia cấp ủy, phấn đấu đạt tỷ lệ không dưới 30% ở từng cấp"
            opens, closes = clean_left(folded, floor, striving.start())
            if 2 <= len(folded[opens:closes].split()) <= 20 and not _BEGINS.match(folded, opens, closes):
                whom = f": {_placed(text, right_start, right_limit)}" if place is not None else ""
                return Named(f"{_words(text, opens, closes)}{whom}", opens, quantity.end, "trailing")
    if not subject and right_near and quantity.kind == "share" and _SHARE_VERB.search(folded, floor, quantity.start):
        # "đạt 55% GDP, chiếm 35% tổng thu": a share of something by what went before
        if previous is None:
            return None
        return Named(f"{_unshared(previous.name)} (% {right_near})", previous.start, previous.end, "inherited")
    if not subject:
        right = _words(text, right_start, right_limit)
        content = re.sub(
            r"\b(?:tro len|nam 20\d\d|vao|den|trong|nam|cuoi|het|va|20\d\d|so voi|hang|moi|/)\b",
            " ",
            folded[right_start:right_limit],
        )
        if (
            "dat" in (lone, verb)
            and previous is not None
            and right_near
            and " ".join(right_near.split()[:2]) in previous.name
        ):
            return _inherit(previous)  # "đạt 60% kế hoạch; cả năm đạt 100% kế hoạch vốn"
        if quantity.kind == "share" and not right_near:
            return _inherit(previous) or (Named(base, left_start, quantity.end, "inherited") if base else None)
        if quantity.kind == "count" and previous is not None:
            if lone == "cho" and len(right.split()) >= 2:  # "05 lớp cho 300 lượt công chức"
                return Named(right, right_start, right_limit, "leading")
            described = len(right.split()) >= 4
            if lone in ("hoan thanh", "thuc hien") and described and folded[:floor].rstrip().endswith(";"):
                return Named(right, right_start, right_limit, "leading")  # "...; hoàn thành ít nhất 120 cuộc kiểm tra"
            if right and len(right.split()) <= 3 and previous.shape in ("middle", "leading", "part"):
                all_of = previous.name.rpartition(": ")[0] if previous.shape == "part" else previous.name
                if _PART_OF.search(folded, floor, quantity.start) or (
                    previous.shape == "part" and _AND_ONLY.fullmatch(folded, floor, quantity.start)
                ):  # "70 giảng viên, trong đó có 20 tiến sĩ và 50 thạc sĩ"
                    return Named(f"{all_of}: {right}", right_start, right_limit, "part")
            # "có 10 bác sĩ và 30 giường bệnh/1 vạn dân" names itself; "đến năm 2045 đạt 280 tấn" what went before.
            if lone != "co" and folded[floor : quantity.start].strip(" ,;") not in ("", "va"):
                inside = re.search(r"\btrong (?:so )?do\b", folded[floor : quantity.start])
                if inside and len(right.split()) >= 3:
                    return Named(right, right_start, right_limit, "leading")
                return _inherit(previous)
            if right and _DOING.fullmatch(bare(previous.subject)) and previous.shape == "middle":
                # "Kiểm tra ít nhất 06 phòng và 10 trường": what is done with both
                return Named(f"{previous.subject} {right}", right_start, right_limit, "middle", previous.subject)
            return Named(right, right_start, right_limit, "leading") if right else None
        if len(content.split()) < 2 and previous is not None:
            if right_near and previous.subject:  # "phủ 80% hộ gia đình, 100% xã"
                return replace(previous, name=f"{previous.subject} {right_near}", start=right_start, end=right_limit)
            return _inherit(previous)
        things = _THINGS.match(previous.name) if previous is not None and previous.shape == "leading" else None
        if things and _PREDICATE.match(right.lower()) and _AND_ONLY.fullmatch(folded, floor, quantity.start):
            # "100% học sinh được học và 60% đạt chứng chỉ": of the same things
            return Named(f"{things.group('what')} {right}", right_start, right_limit, "leading")
        if previous is not None and _PREDICATE.match(right.lower()):
            # "..., trong đó 50% được tái sử dụng"
            return Named(
                f"{re.sub(r' [(]%[^)]*[)]$', '', previous.name)}: {re.sub(r'^(?:là|la) ', '', right)}",
                right_start,
                right_limit,
                "leading",
            )
        if right.lower().startswith("tổng số") and previous is not None and previous.shape != "leading":
            return Named(f"{previous.name} (% {right_near})", previous.start, previous.end, "inherited")
        if previous is not None and len(right.split()) <= 3 and _PART_OF.search(folded, floor, quantity.start):
            # "80% hồ sơ trực tuyến, trong đó 60% toàn trình"
            return Named(f"{_unshared(previous.name)}: {right}", right_start, right_limit, "leading")
        if lone in ("hoan thanh", "thuc hien", "cung cap"):
            right = _words(text, left_start, subject_end) + " " + right
        return Named(right, right_start, right_limit, "leading") if len(content.split()) >= 2 else None
    per = re.fullmatch(r"(?P<what>.+?)/(?:năm|quý|tháng|tuần|nam|quy|thang|tuan)", quantity.unit or "")
    if quantity.kind == "count" and per and verb is None and len(subject.split()) <= 3 and right_near != quantity.unit:
        # "Tổ chức ít nhất 02 cuộc đối thoại/năm với người dân"
        behind = _words(text, quantity.end, right_limit)
        return Named(f"{subject} {per.group('what')} {behind}".strip(), left_start, right_limit, "middle", subject)
    if quantity.kind == "count" and not quantity.cued and _SUM_OF.match(folded, left_start):
        noun = bare(" ".join((quantity.unit or "").split()[-2:]))
        if noun in folded[left_start:subject_end]:  # "tổng sản lượng hành khách khoảng 275 triệu hành khách"
            return _with_base(Named(subject, left_start, subject_end, "trailing"), base, folded[left_start:subject_end])
    if quantity.kind == "count":
        has = folded[left_start:left_end].rstrip().endswith(" co")
        # What is counted; "" behind a measure ("500 ha").
        noun = " ".join(text[right_start : max(right_start, quantity.unit_start + len(quantity.unit or ""))].split())
        if not has and (
            quantity.base is not None
            or verb in ("dat", "con", "la", "o muc", "len", "xuong", "xuong con", ":")
            or (quantity.cued and not (right_near and right_near.startswith(noun)))
            or (quantity.cued and quantity.comparator in ("<=", "<") and _number_of(text, folded, left_start))
            or (quantity.cued and unit_head(quantity.unit or "") in ("ngay", "gio", "phut", "thang"))
            or "/" in (quantity.unit or "")
        ):
            if _TOTAL.fullmatch(folded[left_start:subject_end].strip()):  # "nâng tổng số lên 37 cụm"
                return Named(f"tổng số {quantity.unit}", left_start, quantity.end, "middle")
            return _with_base(Named(subject, left_start, subject_end, "trailing"), base, folded[left_start:subject_end])
        right = _words(text, right_start, right_limit)
        last = _last_clause(folded, left_start, subject_end) if len(subject.split()) > 6 else None
        if last is not None and (own := _words(text, last, subject_end)):
            left_start, subject = last, own  # "Xác định ngành có lợi thế, lựa chọn 05 doanh nghiệp"
        if (
            quantity.kind == "count"
            and len(subject.split()) >= 3
            and (
                bare(right) in _PEOPLE
                or (_AMOUNT.match(folded, left_start) is not None and bare(quantity.unit or "").endswith(bare(right)))
            )
            and not _FOR_WHAT.search(text, left_start, subject_end)
        ):
            return Named(
                subject, left_start, subject_end, "trailing", subject
            )  # "Đào tạo nghề 1.200 người", "Sản lượng trứng 9 triệu quả"
        preposition = _FOR_WHAT.search(text, left_start, subject_end)
        if preposition and noun and not has and not subject.endswith(preposition.group("word")):
            subject = f"{subject} {preposition.group('word')}"
        if not noun and (not right or follows_measure(right)):
            return _with_base(
                Named(subject, left_start, subject_end, "trailing", subject), base, folded[left_start:subject_end]
            )
        measure = _WITH_MEASURE.search(folded, left_start, subject_end) if right == noun else None
        if measure:  # "các dự án với tổng công suất bổ sung 2.000 MW": the unit counts nothing
            return Named(subject, left_start, subject_end, "trailing", subject)
        return Named(f"{subject} {right}", left_start, right_limit, "middle", subject)
    if (
        previous is not None
        and len(subject.split()) <= 2
        and re.search(r"\btrong (?:so )?do\b", folded[floor:left_start])
    ):
        # "500 lượt người, trong đó nữ chiếm 40%"
        return Named(f"{re.sub(r' [(]%[^)]*[)]$', '', previous.name)}: {subject}", left_start, subject_end, "trailing")
    if (
        previous is not None
        and subject.lower() in ("đóng góp", "đóng góp vào")
        and (owner := _OWNER.search(previous.name))
    ):
        subject = (
            f"{owner.group('who')} {subject.lower()}"  # "Tăng trưởng của kinh tế tư nhân đạt 10%; đóng góp 55% GDP"
        )
    short = (
        _SHORT_SUBJECT.match(folded, left_start, subject_end) is not None
        and len(subject.split()) <= 8
        and not subject.lower().startswith("số")
    )
    part = re.search(r"\btrong (?:so )?do\b", folded[floor:left_start]) is not None and len(subject.split()) <= 6
    if previous is not None and _PREDICATE.match(subject.lower() + " ") and (verb or (part and not right_near)):
        # "đạt 75%, trong đó có bằng cấp, chứng chỉ đạt 35%"
        return Named(f"{re.sub(r' [(]%[^)]*[)]$', '', previous.name)}: {subject}", left_start, subject_end, "trailing")
    if (
        previous is not None
        and verb
        and not short
        and re.search(r": (?:ở |tại |đối với )?(?:lĩnh vực|khối|khu vực|nhóm|ngành|cấp)\b", previous.name)
        and re.search(r"(?:,|\bva)\s*$", folded[:left_start])
        and len(subject.split()) <= 8
        and not _INDICATOR_HEAD.match(folded, left_start)
        and not _PREDICATE.match(subject.lower() + " ")
    ):
        return Named(_replace_tail(previous.name, subject), left_start, subject_end, "trailing")
    pleased = _CONTENT.match(previous.name.lower()) if previous is not None else None
    if (
        pleased is not None
        and previous is not None
        and not right_near
        and len(subject.split()) <= 5
        and not _INDICATOR_HEAD.match(folded, left_start)
        and not _PREDICATE.match(subject.lower() + " ")
        and (quantity.cued or verb)
        and re.search(r"(?:[,;]|\bva)\s*$", folded[:left_start])
    ):  # "Mức độ hài lòng của người bệnh nội trú đạt ≥ 92%, ngoại trú ≥ 90%"
        return Named(f"{previous.name[: pleased.end()].rstrip()}: {subject}", left_start, subject_end, "trailing")
    if _TIMED.fullmatch(bare(subject)):
        before = _clause_before(text, folded, left_start)
        if before:  # "Thẩm tra quyết toán trong 45 ngày; đúng hạn đạt 97%"
            return Named(f"{before}: {subject}", left_start, subject_end, "trailing")
    paired = _PAIRED.fullmatch(subject.lower())
    if paired and previous is not None and (verb or quantity.cued):
        # "Tỷ lệ người bệnh nội trú hài lòng đạt 95%, ngoại trú 92%"
        other = re.search(rf"\b(?!{paired.group(1)}\b)\w+ {paired.group(2)}\b", previous.name)
        if other:
            name = f"{previous.name[: other.start()]}{subject.lower()}{previous.name[other.end() :]}"
            return Named(name, left_start, subject_end, "trailing")
    schooled = _SCHOOLED.search(previous.name) if previous is not None and _SCHOOLING.fullmatch(subject) else None
    if schooled and previous is not None and quantity.kind == "share":  # "trình độ đại học 40%, trung cấp 35%"
        return Named(f"{previous.name[: schooled.end('of')]} {subject}", left_start, subject_end, "trailing")
    if (
        previous is not None
        and not short
        and (sibling := _sibling(previous, subject, quantity, folded[floor:left_start]))
    ):
        return Named(sibling, left_start, subject_end, "trailing")
    if short and previous is not None and (verb or not right_near):
        return Named(_replace_tail(previous.name, subject), left_start, subject_end, "trailing")
    if (
        quantity.change is not None
        and verb is None
        and quantity.kind == "share"
        and len(right_near.split()) >= 2
        and _CHANGED.match(folded, quantity.start)
        and not _INDICATOR_HEAD.match(folded, left_start)
    ):  # "giảm giấy tờ, đồng thời cắt giảm 30% thời gian": the verb begins a clause of its own
        return Named(_words(text, right_start, right_limit), right_start, right_limit, "leading")
    if (
        verb is None
        and right_near
        and not folded[left_start:subject_end].startswith(("ty le", "ti le", "ty trong", "muc do"))
        and not (_WHOLE.match(right_near.lower()) and _number_of(text, folded, left_start))
    ):
        right = _words(text, right_start, right_limit if quantity.change is None else near)
        if (
            quantity.kind == "share"
            and quantity.change is None
            and len(subject.split()) > 4
            and len(right.split()) >= 4
            and not _EACH_UNIT.fullmatch(bare(subject))
            and not _PREDICATE.match(right.lower())
            and (_CLAUSE_BEGUN.search(folded, left_start, quantity.start) or _SAYS.search(right))
        ):
            # "Xử lý vấn đề về phân cấp bảo đảm 100% số vấn đề được xử lý": what is demanded has a subject of its own.
            if len(subject.split()) > 15 or not _AT_HEAD.fullmatch(folded, floor, left_start):
                return Named(right, right_start, right_limit, "leading")
            return Named(f"{subject}: {right}", left_start, right_limit, "middle", subject)
        last = _last_clause(folded, left_start, subject_end)
        if last is not None and len(subject.split()) > 6:  # the verb of this number is the last of a list
            left_start = last
            subject = _words(text, left_start, subject_end)
            if folded[left_start:subject_end].strip() in ("", "cung cap", "thuc hien", "dat", "co"):
                return Named(right, right_start, right_limit, "leading")
        if folded[left_start:subject_end].rstrip().endswith(" hoan thanh") and not bare(subject).endswith("hoan thanh"):
            subject = f"{subject} hoàn thành"
        if _OUTPUT.fullmatch(right):  # "Bội chi ngân sách dưới 4,8% GDP"
            return Named(f"{subject} (% {right})", left_start, right_limit, "trailing", subject)
        preposition = _FOR_WHAT.search(text, left_start, subject_end)
        if preposition and not subject.endswith(preposition.group("word")):
            subject = f"{subject} {preposition.group('word')}"  # "Cung cấp dịch vụ cho 100% hệ thống"
        # "Mỗi xã, phường tối thiểu 30% hộ kinh doanh được hỗ trợ"
        joint = ":" if _EACH_UNIT.fullmatch(bare(subject)) else ""
        return Named(f"{subject}{joint} {right}", left_start, right_limit, "middle", subject)
    if quantity.change is not None and right_near and verb is None:
        return Named(right_near, right_start, near, "leading")
    named = Named(subject, left_start, subject_end, "trailing")
    named = _with_base(named, base, folded[left_start:subject_end])
    if right_near:
        return Named(f"{named.name} (% {right_near})", named.start, near, named.shape)
    return named


# "phấn đấu kéo giảm 5% trên cả 3 tiêu chí": of what stands in the clause before, or behind.
_CRITERIA = re.compile(
    r"\s*(?:(?:tren|o|ve) )?(?:(?:ca|tat ca) )?(?P<which>(?:0?\d|hai|ba|bon) (?:tieu chi|mat|chi so)\b)"
    r"(?: (?:ve|cua) (?P<of>[a-z ]{6,60}))?"
)
_CURBED = re.compile(
    r"\b(?:kiem che|keo giam|giam(?: thieu)?|day lui|han che|phong ngua|kiem soat)\s+"
    r"(?P<what>[^,;:()\d%]{6,60})(?=[,;])"
)


def _of_criteria(text: str, folded: str, quantity: Quantity, criteria: re.Match[str]) -> Named | None:
    """What is to fall in all of its measures: "tai nạn giao thông: 3 tiêu chí"."""
    which = _words(text, criteria.start("which"), criteria.end("which"))
    if criteria.group("of"):
        what, start = _words(text, criteria.start("of"), criteria.end("of")), criteria.start("of")
    else:
        curbed = list(_CURBED.finditer(folded, 0, quantity.start))
        if not curbed:
            return None
        what, start = _words(text, curbed[-1].start("what"), curbed[-1].end("what")), curbed[-1].start("what")
    return Named(f"{what}: {which}", start, criteria.end(), "trailing")


_BEHIND_MEASURE = re.compile(
    r"""(?:vào|trong|đến|tới|trước|so|trên|của|tại|ở|cho|với|từ|trở|chiếm|tăng|giảm|gấp|và|mỗi|hằng|hàng|năm|theo|bằng|để|đạt
    |là|nhằm)\b""",
    re.VERBOSE,
)


def follows_measure(words: str) -> bool:
    """Whether the words behind a measure name nothing that is measured: "500 ha vào năm 2030", "2 tỷ USD chiếm ..."."""
    return _BEHIND_MEASURE.match(words.lower()) is not None


_CLAUSE_BEGUN = re.compile(r"(?:,|\b(?:bao dam|dam bao|phan dau))\s*$")
_STRIVING = re.compile(r",\s*(?=phan dau\b)")
_HOW_MANY = re.compile(
    r"\s*[(](?:khoang |tuong duong |tuc |gan |tren )*\d[\d.,]*(?:/\d[\d.,]*)?(?: [a-z ]{1,20})?[)]\s+(?=[a-z]{2})"
)
_TORN = re.compile(r"\bva\s+$")
_FOR_WHAT = re.compile(r"\s(?P<word>cho|tại|đến|về|đối với|với|trong|của|tới)\s*$")
_PEOPLE = ("nguoi", "luot nguoi", "luot")
_OUTPUT = re.compile(r"G(?:R)?DP(?: (?:cả nước|của tỉnh|toàn tỉnh))?")
# Words of two syllables of which the second says what they are of: "nội trú" and "ngoại trú", "cấp xã" and "phường xã".
_PAIRED = re.compile(r"(\w+) (trú|thị|tỉnh|huyện|xã|học|viện|lập)")
_DOING = re.compile(
    r"(?:to chuc|kiem tra|thanh tra|xay dung|thanh lap|hinh thanh|dao tao|boi duong|tap huan|thu hut|don|don va phuc vu"
    r"|ban hanh|mo|mo rong|bien soan|in|phat hanh|dang tai|trang bi|lap dat|san xuat|trong|ho tro"
    r"|moi [^,]{3,40} co)(?: moi| them)?"
)
_AND_ONLY = re.compile(r"\s*(?:,|\bva\b|,\s*va\b)?\s*")
_SUM = re.compile(
    r"(?:tổng (?:chi|thu|sản|giá|vốn|kim|mức|doanh)|gdp|grdp|doanh thu|kim ngạch|chi ngân sách|thu ngân sách)\b"
)
_SHARE_VERB = re.compile(r"\b(?:chiem|dong gop)\s+(?:(?:ty le|ti le)\s+)?$")
_SUM_OF = re.compile(r"(?:tong|san luong|so luong|so luot|so )")
_AMOUNT = re.compile(
    r"(?:tong|san luong|cong suat|dien tich|gia tri|kim ngach|doanh thu|khoi luong|nang suat|thu nhap|von"
    r"|quy mo|so |thoi gian)"
)
_AT_HEAD = re.compile(r"(?:\W|\d+(?:\.\d+)*[.)]|[a-z]\))*")
_SAYS = re.compile(r"\s(?:được|đều|phải) \S")


_WITH_MEASURE = re.compile(
    r"\b(?:voi|co) (?:tong )?(?:cong suat|dien tich|quy mo|chieu dai|san luong|dung tich"
    r"|khoi luong)\b(?: [a-z]+){0,4}$"
)


# "tốc độ tăng bình quân 5 - 6%/năm": a rate of growth that does not say of what.
_GROWTH = re.compile(
    r"""(?P<words>(?P<pace>(?:toc\ do|nhip\ do|muc)\ )?(?:tang|giam)(?:\ truong)?
      (?P<rate>(?:\ binh\ quan|\ trung\ binh)?(?:\ (?:hang|moi)\ nam)?))
    (?:\ (?:trong\ )?(?:ca\ )?(?:giai\ doan|thoi\ ky)\ (?:nay|20\d\d\s*[-–]\s*20\d\d))?
    (?:\ (?:dat|la|khoang|tren|tu|o\ muc|hon|duoi|it\ nhat|toi\ thieu))*\s*""",
    re.VERBOSE,
)


_GROWTH_END = re.compile(
    r"\s*(?:$|[;.,()]|(?:so voi|trong|giai doan|thoi ky|moi nam|hang nam|den nam|va|tro len|nam 20\d\d)\b)"
)


def _grown(words: str, start: int, end: int, previous: Named | None, base: str | None) -> Named:
    """The growth of what the clause before measures: "Tổng giá trị xuất khẩu: tốc độ tăng bình quân"."""
    above = re.sub(r" [(]%[^)]*[)]$", "", previous.name) if previous is not None else base or ""
    above = re.sub(r": (?:tốc độ|nhịp độ|mức)? ?(?:tăng|giảm)\b.*$", "", above)
    return Named(f"{above}: {words}" if above else words, start, end, "trailing")


_EACH_UNIT = re.compile(
    r"(?:moi|tung)(?:(?:,| va)? (?:xa|phuong|dac khu|thi tran|huyen|tinh|so|nganh|don vi|co quan|dia phuong|phong|thon"
    r"|to dan pho|truong))+"
)
# "... không quá 1% tổng số hồ sơ": what a number of things is compared with.
_WHOLE = re.compile(r"(?:tổng số|tổng|số)\s")


def _number_of(text: str, folded: str, start: int) -> bool:
    """Whether a subject counts things: "Số hồ sơ trễ hạn", not "số hóa"."""
    match = _COUNTED.match(folded, start)
    return match is not None and (text[start : start + 2].lower() in ("số", "so") or match.group() != "so ")


_TOTAL = re.compile(r"(?:dua |nang |tang )?tong so(?: luong)?")
_PART_OF = re.compile(r"\btrong (?:so )?do,?\s+(?:co\s+|it nhat\s+|toi thieu\s+|tren\s+)*$")


def _unshared(name: str) -> str:
    """A name without what it is a share of."""
    return re.sub(r" [(]%[^)]*[)]$", "", name)


_CONTENT = re.compile(r"(?:mức độ|tỷ lệ|tỉ lệ|chỉ số) hài lòng\b")
_TIMED = re.compile(r"(?:dung|truoc|tre|som)(?: va (?:dung|truoc))? (?:han|hen|tien do)")


def _clause_before(text: str, folded: str, position: int) -> str:
    """What the clause before `position` is about: its words up to a limit of time or a number."""
    end = max(folded.rfind(";", 0, position), folded.rfind(",", 0, position))
    if end < 0 or re.search(r"[a-z]{2}", folded[end:position]):
        return ""
    start, _ = clean_left(folded, max(folded.rfind(";", 0, end) + 1, folded.rfind(". ", 0, end) + 1), end)
    stop = re.search(r"\s(?:trong thoi (?:han|gian)|khong qua|toi da|trong vong|\d)", folded[start:end])
    words = _words(text, start, start + stop.start() if stop else end)
    return words if 2 <= len(words.split()) <= 14 and not re.search(r"\d\s?%", words) else ""


_COUNTED = re.compile(r"(?:so luong|so (?!hoa\b)|tong so|luong )")
_CHANGED = re.compile(r"(?:it nhat |toi thieu )?(?:cat giam|giam|rut ngan|tang)\b")
_ANNOUNCED = re.compile(
    r"\b(?:muc tieu|chi tieu|nhu sau|cu the|gom|sau day|sau)\s*(?:co ban|chinh|cu the)?\s*$|\bmuc tieu\b"
)
_MEASURE = re.compile(r"\b(?:ty le|ti le|chi so|muc do hai long|ty trong|thu hang)\b")
_FIELD_END = re.compile(r"[,;.:(]|\s(?:vao|den|trong|nam) (?:nam |cuoi |het )*20\d\d\b")
_ABOUT = re.compile(r"[^,;.:()]{0,40}?\s(?P<about>ve|trong (?:bang )?xep hang(?: ve)?)\s")


def _measured_before(text: str, folded: str, floor: int, end: int) -> Named | None:
    """The last indicator named in `[floor, end)`, in a clause that gives it no number."""
    earlier = list(_MEASURE.finditer(folded, floor, end))
    if not earlier:
        return None
    at, upto = earlier[-1].start(), folded.find(",", earlier[-1].start(), end)
    if upto < 0 or ";" in folded[at:end]:
        return None
    return Named(_words(text, at, upto), at, end, "trailing")


_PREDICATE = re.compile(
    r"(?:là|được|đủ|có|phát sinh|đạt|sử dụng|thực hiện|hoàn thành|đã|duoc|co|phat sinh|dat|su dung)\s"
)
_THINGS = re.compile(r"(?P<what>[^,:;()]{2,60}?)\s(?:được|đều|có|đạt|biết|sử dụng|tham gia|hoàn thành|thực hiện)\s")
_MEMBER = re.compile(r"[,;)]\s+(?:va\s+)?|\bva\s+|(?<!\bvan )\bde\s+(?!xuat\b|an\b|nghi\b|ra\b|cap\b|tai\b)|\bnham\s+")


def _last_clause(folded: str, start: int, end: int) -> int | None:
    """Where the last clause of a list of clauses begins; None in a list of verbs or nouns that share what follows
    ("sửa đổi, bổ sung, thay thế văn bản", "cán bộ, công chức")."""
    parts = list(_MEMBER.finditer(_without_asides(folded, start, end), start, end))
    if not parts:
        return None
    before = folded[parts[-2].end() if len(parts) > 1 else start : parts[-1].start()]
    shared = (
        len(before.split()) < 4
        and not re.search(r"\d", before)
        and not parts[-1].group().startswith((";", "de ", "nham "))
    )
    begins = parts[-1].group().startswith((";", "de ", "nham ")) or _BEGINS.match(folded, parts[-1].end(), end)
    return None if shared or not begins else parts[-1].end()


# What a clause begins with: what is to be done, or with how many.
_BEGINS = re.compile(
    r"""(?:phan\ dau|bao\ dam|dam\ bao|cat\ giam|giam|tang|nang|so\ hoa|xay\ dung|hoan\ thanh|hoan\ thien|ban\ hanh
    |to\ chuc|trien\ khai|thuc\ hien|cung\ cap|tiep\ nhan|giai\ quyet|xu\ ly|ket\ noi|tich\ hop|chia\ se|cap\ nhat
    |cong\ khai|cong\ bo|ra\ soat|don\ gian|kiem\ tra|thanh\ tra|bo\ tri|dao\ tao|boi\ duong|tap\ huan|tuyen\ truyen
    |ho\ tro|dau\ tu|thu\ hut|phat\ trien|mo\ rong|dua|duy\ tri|day\ manh|tap\ trung|rut\ ngan|chuyen\ doi|ap\ dung
    |su\ dung|dat|co|yeu\ cau|khong|tham\ muu|chi\ dao|huong\ dan|lap|thanh\ lap|hinh\ thanh|giai\ ngan|thanh\ toan
    |ky\ (?:ket|so|hop)|lua\ chon|gui|dang\ tai|in|phat\ hanh|danh\ gia|tat\ ca|toan\ bo|moi)\b""",
    re.VERBOSE,
)


def _placed(text: str, start: int, end: int) -> str:
    """Words of place without the horizon behind them."""
    return re.sub(r"\s(?:vào|trong|đến)\s(?:cuối\s|hết\s)?năm\s20\d\d.*$", "", _words(text, start, end))


def _sibling(previous: Named, subject: str, quantity: Quantity, between: str) -> str | None:
    """The name of a number that measures the like of the one before: "Tỷ lệ hộ nghèo 2%; hộ cận nghèo 3%"."""
    words = subject.split()
    if quantity.kind != "share" or previous.shape not in ("trailing", "sibling") or not 2 <= len(words) <= 5:
        return None
    if _RATE.match(previous.name.lower()) is None or _INDICATOR_HEAD.match(bare(subject)) or not _NEXT.search(between):
        return None
    if _PREDICATE.match(f"{subject.lower()} ") or ": " in previous.name:
        return None
    at = re.search(rf"\s(?={re.escape(words[0].lower())}\s)", previous.name.lower()[5:])
    return f"{previous.name[: at.start() + 5]} {subject}" if at else None


_SCHOOL = r"(?:trên |sau )?(?:đại học|cao đẳng|trung cấp|sơ cấp|thạc sĩ|tiến sĩ)(?: trở lên)?"
_SCHOOLING = re.compile(rf"{_SCHOOL}(?:(?:, | và ){_SCHOOL})*", re.IGNORECASE)
_SCHOOLED = re.compile(rf"(?P<of>\b(?:trình độ|bằng)) {_SCHOOL}(?:(?:, | và ){_SCHOOL})*$", re.IGNORECASE)
_RATE = re.compile(r"(?:tỷ|tỉ|ty|ti) (?:lệ|trọng|le|trong) ")
_NEXT = re.compile(r"^\s*$|[,;]\s*$|\bva\s*$")


def _inherit(previous: Named | None) -> Named | None:
    if previous is None:
        return None
    return Named(previous.name, previous.start, previous.end, "inherited")


_INDICATOR_HEAD = re.compile(r"(?:ty le|ti le|ty trong|ti trong|muc do|chi so|so luong|so |tong|diem|toc do)")


def _with_base(named: Named, base: str | None, folded_subject: str) -> Named:
    """Complete a subject such as "Cấp tỉnh" with the line that introduces its list."""
    if base and not _INDICATOR_HEAD.match(folded_subject.strip()) and len(named.name.split()) <= 10:
        return Named(f"{base}: {named.name}", named.start, named.end, named.shape)
    return named


_TAIL = re.compile(
    r",?\s+(?:của |ở |tại |đối với )?(?:cấp (?:tỉnh|xã|huyện|sở|bộ|trung ương)|các sở|sở, ngành|các cơ quan)[^()]*$",
    re.IGNORECASE,
)


_OWNER = re.compile(r"\scủa (?P<who>[^():,]{3,60})$")
_SETTLED = re.compile(
    r"\s(?P<where>(?:khu vực |vùng )?(?:nông thôn|thành thị|đô thị|miền núi|đồng bằng|thành phố))$", re.IGNORECASE
)
_KIND = re.compile(r"(?:khu vực|vùng|khối|tuyến|nhóm|lĩnh vực|ngành)\b")


def _replace_tail(name: str, subject: str) -> str:
    """ "... của cấp tỉnh" and "cấp xã" -> "... cấp xã"; a name without such a tail gets the subject appended."""
    name = re.sub(r"\s*\(%[^)]*\)$", "", name)
    if (place := _SETTLED.search(name)) and _SETTLED.fullmatch(f" {subject}"):
        return f"{name[: place.start('where')]}{subject}"  # "... tại nông thôn", then "thành thị"
    kind = _KIND.match(subject.lower())
    if kind and (own := re.search(rf"\s(?P<of>(?:của|ở|tại|đối với)\s)?{kind.group()}\s[^():]*$", name, re.IGNORECASE)):
        # "... của khu vực dịch vụ", then "khu vực công nghiệp"
        return f"{name[: own.start()]} {own.group('of') or ''}{subject}"
    bare_name = _TAIL.sub("", name)
    if not bare_name or bare_name == name:
        head, _, rest = name.rpartition(": ")
        bare_name = head or rest
    return f"{bare_name.strip(' :')}: {subject}"
