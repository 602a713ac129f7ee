"""What stands in front of a number: without bullet, goal, horizon and the verb that reaches the number."""

from __future__ import annotations

import re

from ingest.clean.fold import strip_diacritics

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
      | dat(?=\ (?:tang\ truong|ty\ le|ti\ le|ty\ trong|ti\ trong|chi\ so|doanh\ thu|kim\ ngach|toc\ do))
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
      | (?:dinh\ ky\ )?(?:hang|moi)\ (?:quy|thang|tuan)\b
      | (?:trung\ binh\ )?(?:hang|moi)\ nam|binh\ quan\ (?:hang\ |moi\ )?nam|trong\ nam|ca\ nam|den\ (?:het|cuoi)\ nam
      | tiep\ tuc | (?:tien|huong)\ toi(?=\ (?:la|dat)\b|\s*$) | lo\ trinh(?=\ (?:la|dat)\b)
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
    |bang|gap|o\ muc|muc|ty\ le|ti\ le|len\ den|tang|giam|rut\ ngan|nam|thuoc|duoc\ xep|(?<!sap\ )xep|dung|vuot|tu
    |tang\ them
    |phai\ dat|dat\ o\ muc|dat\ la)\s*$""",
    re.VERBOSE,
)
_TRAIL = re.compile(
    r"(?:\b(?:phai|se|can|duoc|deu|them|binh quan|muc|nam|o|tu|hang nam|moi nam|trung binh|phan dau"
    r"|nam trong|bao dam|dam bao|duy tri|giu vung|on dinh|hon|la)|[:,(\-–=\"“])\s*$"
)
_TRAIL_TIME = re.compile(r"\b(?:moi nam|hang nam|ca nam|nam nay|binh quan(?: hang nam| moi nam)?|trong nam)\s*$")
_ON_AVERAGE = re.compile(r"\b(?:thu nhap|nang suat|tien luong|g(?:r)?dp|chi tieu) binh quan$")
# A goal in the middle of a clause after which the measured thing begins.
_CUT = re.compile(
    r"(?:^|[,;:(]|\bva|\bde|\bnham|\bvoi|\btrong do|\btrong do,)\s*(?:phan dau|dam bao|bao dam|trong do"
    r"|muc tieu|chi tieu(?= la|:| dat)|nguyen tac|yeu cau)\b[:,]?\s*"
    r"|\btrong (?:so )?do\s+(?:co\s+)?(?:it nhat\s+|toi thieu\s+|tren\s+)?$"
    r"|\b(?:voi|gom) (?:mot so|cac|nhung) (?:muc tieu|chi tieu)(?: (?:chu yeu|cu the|chinh|co ban|sau|nhu|la))*\b"
    r"|\b(?:dat ra|de ra|(?P<sets>dat)|xac dinh|dua ra) (?:cac |mot so |nhung )?(?:muc tieu|chi tieu)"
    r"(?: (?:la|phan dau|(?:den|trong) (?:het |cuoi )?nam 20\d\d))*[,:]?\s*$"
    r"|,\s*cu the\s*(?:la|:)\s*"
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
    folded = without_asides(folded, start, end)
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
    cuts = [
        m.end()
        for m in _CUT.finditer(folded, left_start, left_end)
        if not m.group("sets") or text[m.start("sets") : m.end("sets")].lower() != "đạt"
    ]
    if cuts:
        left_start, left_end = clean_left(folded, cuts[-1], end)
    if _TOWARDS.fullmatch(folded, left_start, left_end):
        return left_end, left_end
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


# "Huyện hướng đến 80% hộ gia đình": who heads for a number is no part of what it measures.
_TOWARDS = re.compile(
    r"(?:(?:ve|trong|voi) [^,;:%\d]{3,60},\s*)?(?:(?:toan |cac )?"
    r"(?:tinh|huyen|xa|phuong|thanh pho|nganh|so|bo|dia phuong|don vi|ke hoach|chuong trinh|de an)\b"
    r"[a-z ]{0,30}\s)?(?:huong den|huong toi|du kien)(?: co)?\s*"
)
_ASIDE = re.compile(r"[(][^()]*[:,;][^()]*[)]")


def without_asides(folded: str, start: int, end: int) -> str:
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
