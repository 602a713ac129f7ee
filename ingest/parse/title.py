"""The title of a document (trích yếu): what it is about, joined over its lines."""

from __future__ import annotations

import re

from ingest.clean.fold import has_diacritics, strip_diacritics
from ingest.models import Reading
from ingest.parse.plain import MASK, Line, Plain, is_upper, squeeze

LONGEST = 1000

# A line that begins the body. Matched at the start of a line without diacritics in small letters.
BODY_START = re.compile(
    r"""
    [\s\x00("“_–-]*(?:
      can\s+cu\b|kinh\s+gui\b|dieu\s+1\b|xet\s+(?:de\s+nghi|to\s+trinh|don)|theo\s+de\s+nghi|chuong\s+i\b|phan\s+(?:i|thu\s+nhat)\b
      |(?:i|1|a)\s?[.)]\s|[ia]\s?[-–](?:\s|$)|noi\s+nhan\b|quyet\s+dinh\s*:|quyet\s+nghi\s*:|chi\s+thi\s*:
    )
    """,
    re.VERBOSE,
)
# Openings that are a title's or the body's: after the title's first paragraph they open the body.
_OPENING = re.compile(
    r"""
    [\s"“]*(?:thuc\s+hien|trien\s+khai|de\s|nham\s|tren\s+co\s+so|tiep\s+tuc|trong\s+(?:nam|thoi|nhung)|thoi\s+gian
    |ngay\s+\d|tu\s+ngay|sang\s+ngay|chieu\s+ngay|qua\s|sau\s+khi|hom\s+nay|hien\s+nay|theo\s|ubnd|uy\s+ban|so\s|bo\s
    |thuong\s+truc|ban\s|hoi\s+dong|tinh\s+uy|chu\s+tich|thu\s+tuong|chinh\s+phu|quoc\s+hoi|giam\s+doc|van\s+phong|cong\s+tac
    |nam\s+\d{4}[,\s])
    """,
    re.VERBOSE,
)
# The line between title and legal basis that names who decides.
AUTHORITY = re.compile(
    r"""
    [\s\x00]*(?:
      (?:pho\s+)?(?:bo\s+truong|chu\s+tich|giam\s+doc|thu\s+tuong|cuc\s+truong|chanh\s+van\s+phong|hieu\s+truong|truong\s+ban
         |tong\s+giam\s+doc|chu\s+nhiem|vien\s+truong|thong\s+doc|tong\s+kiem\s+toan|tong\s+thanh\s+tra|chanh\s+thanh\s+tra)\b
      |(?:ubnd|uy\s+ban\s+nhan\s+dan|hdnd|hoi\s+dong\s+nhan\s+dan)\s+(?:tinh|thanh\s+pho|tp|xa|phuong|huyen|quan|thi|dac)
      |uy\s+ban\s+thuong\s+vu\s+quoc\s+hoi|quoc\s+hoi\s*$|chinh\s+phu\s*$|thu\s+tuong\s+chinh\s+phu|ban\s+thuong\s+vu\s
      |ban\s+chap\s+hanh|bo\s+chinh\s+tri|ban\s+bi\s+thu
    )
    """,
    re.VERBOSE,
)
#: How a title begins where no type line stands above it.
SUBJECT_START = re.compile(
    r"[\s\x00]*(?:phan\s+cong|ban\s+hanh|ve\s+viec|trien\s+khai|thuc\s+hien|cong\s+bo|phe\s+duyet|thanh\s+lap|kien\s+toan"
    r"|tang\s+cuong|ket\s+qua|tong\s+hop|danh\s+sach|danh\s+muc|lich\s+(?:cong\s+tac|lam\s+viec|kiem\s+tra)|noi\s+quy|quy\s+trinh)"
    r"(?![^\W\d_])"
)
#: The organ named under the type line: "NGHỊ QUYẾT / CỦA BỘ CHÍNH TRỊ / về ...".
OF_ORGAN = re.compile(
    r"[\s\x00]*cua\s+(?P<organ>bo\s+chinh\s+tri(?:,\s+ban\s+bi\s+thu)?|ban\s+bi\s+thu|ban\s+chap\s+hanh\s+trung\s+uong|quoc\s+hoi|chinh\s+phu"
    r"|thu\s+tuong\s+chinh\s+phu|uy\s+ban\s+thuong\s+vu\s+quoc\s+hoi)[\s\x00*]*"
)
_ATTACHED = re.compile(
    r"[\s\x00]*\(\s*(?:ban\s+hanh\s+)?(?:dinh\s+)?kem\s+theo|[\s\x00]*\(\s*(?:ban\s+hanh|phu\s+luc)\b"
)
_KHOA = re.compile(
    r"[\s\x00]*(?:\(\s*du\s*thao|du\s*thao(?:\s*(?:lan|ngay|\d|[:.)\]]).{0,30})?\s*$|khoa\s+[ivx\d]+.{0,40}ky\s+hop|khoa\s+[ivx]+\s*,)"
)
_YEARS = re.compile(r"\b(?:19|20)\d\d\b")  # "2026 - 2030" alone on a line
# What stands below the title on a cover: "HÀ NỘI, 8/2025", "THÁNG 9 - 2025", "LƯU HÀNH NỘI BỘ", "MỤC LỤC". Not "THÁNG 9
# NĂM 2025", which may be a report's.
_COVER = re.compile(
    r"""
    [\s\x00]*(?:
        (?:muc\s+luc|mo\s+dau|loi\s+(?:noi|mo)\s+dau|luu\s+hanh\s+noi\s+bo)(?:[\s.…]+\d{1,3})?
      | thang\s+\d{1,2}\s*[-–]\s*\d{4}
      | (?:[^\W\d_]+\s+){0,4}[^\W\d_]+\s*,\s*(?:thang\s+)?\d{1,2}\s*[/-]\s*\d{4}
    )[\s\x00]*
    """,
    re.VERBOSE,
)
_RULE = re.compile(r"[-_=~.…–—\s*]+")
_ABOUT = re.compile(r"(?<![^\W\d_])(?:v\s?/\s?v|ve\s+viec)\b\s*[:.]?\s*", re.IGNORECASE)
_CLOSED = re.compile(r"[.;:]\s*$")
# What a type line may say of the kind before the subject follows: "BÁO CÁO THAM LUẬN", "KẾ HOẠCH HÀNH ĐỘNG".
_KIND = re.compile(
    r"\s*(?:tham luan|hanh dong|tong ket|so ket|giai trinh|tham tra|tham dinh|chuyen de|danh gia|nhanh|phoi hop"
    r"|cong tac|tong hop|kiem diem|ket qua|giam sat|dot xuat|dinh ky|lien tich|lien nganh)\s*$"
)


def clean_title(text: str) -> str:
    """One line, without mark-up, quotes of the whole, rules and a closing full stop.

    >>> clean_title("** Tuyên truyền CCHC\\n năm 2026. **"), clean_title("-- Phát động thi đua “A” năm 2026")
    ('Tuyên truyền CCHC năm 2026', 'Phát động thi đua “A” năm 2026')
    >>> clean_title("DANH MỤC VĂN BẢN NĂM 2021(*)")
    'DANH MỤC VĂN BẢN NĂM 2021'
    """
    text = squeeze(re.sub(r"\(\s*[*]*\s*\)|[*#|_]+|[-–—]{2,}|\.{3,}", " ", text))
    text = re.sub(r"\s+([,;:.)”])", r"\1", text)
    return text.strip(" -–—.;:,/")


def read_title(view: Plain, start: int, reading: Reading) -> tuple[str, int, int, int] | None:
    """Title after the type line: (title, start, end in the view, offset where the body begins)."""
    index = view.line_at(start)
    spans: list[tuple[int, int]] = []
    upper: bool | None = None
    first_block: int | None = None
    size = 0
    stop = start
    kind: tuple[int, int] | None = None
    for line in view.lines[index:]:
        begin = max(line.start, start)
        if begin >= line.end:
            continue
        text = squeeze(view.text[begin : line.end])
        bare = view.bare[begin : line.end]
        if not spans and line.start < begin and _KIND.match(bare):
            kind = (begin, line.end)
            continue
        if not spans and is_upper(text) and (OF_ORGAN.fullmatch(bare) or _is_whose(view, line, bare)):
            continue  # whose it is, not what it is about
        if not any(c.isalpha() for c in text) and not (spans and _YEARS.search(text)):
            continue
        if BODY_START.match(bare) or _ATTACHED.match(bare) or (spans and _COVER.fullmatch(bare)):
            break
        if not spans and _KHOA.match(bare):
            continue
        if spans:
            joined = squeeze(view.text[spans[-1][0] : spans[-1][1]])
            if upper and not is_upper(text) and not text.startswith(("(", "“")) and any(c.islower() for c in text):
                break
            if is_upper(text) and AUTHORITY.match(bare) and not _needs_object(joined):
                break
            if not upper and is_upper(text) and len(text.split()) > 2 and not _open_ended(joined):
                break
            if line.block != first_block and not _goes_on(reading, view, joined, text, bare, line.block, first_block):
                break
            opens = line.block == first_block and not upper and _OPENING.match(bare) and text[0].isupper()
            if opens and size > 20 and len(text) > 60 and not (_open_ended(joined) and _needs_object(joined)):
                break
        else:
            first_block = line.block
            upper = is_upper(text)
            if AUTHORITY.match(bare) and upper and len(text) < 60:
                break
            if (
                text.endswith(":")
                and not upper
                and re.search(r"\b(?:giới thiệu|cấp cho|kính mời|như sau|gồm)\W*$", text)
            ):
                break  # what the body opens with, below a type that needs no title
            if len(text) > 600 or (re.search(r"như sau\s*:$", text) and len(text) > 150):
                break
        spans.append((begin, line.end))
        size += len(text)
        stop = line.end
        if size > LONGEST:
            break
    if kind:
        spans.insert(0, kind)
        stop = max(stop, kind[1])
    if not spans:
        return None
    title = clean_title(" ".join(view.text[a:b] for a, b in spans))
    following = next((line for line in view.lines if line.start >= stop), None)
    if upper and following and BODY_START.match(view.bare, following.start, following.end):
        title = without_authority(title)
    if not any(c.isalpha() for c in title):
        return None
    return title, spans[0][0], spans[-1][1], stop


# "CHỈ THỊ / CỦA ĐOÀN CHỦ TỊCH TỔNG LIÊN ĐOÀN ... / về nâng cao chất lượng ...".
_WHOSE = re.compile(
    r"[\s\x00]*cua\s+(?:doan\s+chu\s+tich|ban|bo|so|uy\s+ban|ubnd|hdnd|hoi\s+dong|tinh\s+uy|thanh\s+uy|dang\s+uy|thuong\s+truc|chu\s+tich"
    r"|tong|lien|trung\s+uong|hoi|bi\s+thu|giam\s+doc|bo\s+truong|thu\s+tuong|chinh\s+phu|quoc\s+hoi)\b"
)


def _is_whose(view: Plain, line: Line, bare: str) -> bool:
    """Whether a line names the organ, because only the next one says what the document is about."""
    if not _WHOSE.match(bare):
        return False
    following = next((one for one in view.lines if one.start > line.start and view.line_text(one)), None)
    return (
        following is not None
        and re.match(r"[\s\x00]*(?:ve|v/v)\s", view.bare[following.start : following.end]) is not None
    )


_NEEDS_OBJECT = re.compile(
    r"(?:[,-]|\b(?:va|cua|ve|cho|voi|thuoc|giua|boi|do|doi voi|tai|den|theo"
    r"|pho|phong|truc|van|thu|luat|duoc|cac|mot|dai bieu))$"
)


# As written: without marks "thiên tai" ends in "tại", "Việt Nam" in "năm".
_NEEDS_OBJECT_WRITTEN = re.compile(
    r"(?:[,-]|\b(?:và|của|về|cho|với|thuộc|giữa|bởi|do|đối với|tại|đến|theo"
    r"|phó|phòng|trực|văn|thư|luật|được|các|một|đại biểu))$"
)


def _needs_object(text: str) -> bool:
    """Whether an organ's name must follow: the title's line ends in "của", "thuộc", a comma ...

    >>> _needs_object("hậu quả thiên tai"), _needs_object("kinh tế tại"), _needs_object("kinh te tai")
    (False, True, True)
    """
    text = text.lower().strip()
    return bool(_NEEDS_OBJECT_WRITTEN.search(text) if has_diacritics(text) else _NEEDS_OBJECT.search(text))


_TRAILING_AUTHORITY = re.compile(
    r"""
    (?P<before>\S+)\s+(?P<organ>
      (?:BO\ TRUONG\ BO|CHU\ TICH\ (?:UY\ BAN|UBND)|GIAM\ DOC\ (?:SO|TRUNG\ TAM|BAN)|TONG\ KIEM\ TOAN
        |(?:UY\ BAN|HOI\ DONG)\ NHAN\ DAN\ (?:TINH|THANH\ PHO|XA|PHUONG|DAC\ KHU)
        |(?:TONG\ )?CUC\ TRUONG\ (?:TONG\ )?CUC|HOI\ DONG\ THAM\ PHAN)\b[^.;]*
      |THU\ TUONG\ CHINH\ PHU|CHINH\ PHU|UY\ BAN\ THUONG\ VU\ QUOC\ HOI|QUOC\ HOI)$
    """,
    re.VERBOSE,
)
_GOES_ON = re.compile(r"\b(?:TẠI|VỀ|VỚI|TRONG|TRÊN|CHO|GIỮA|QUY ĐỊNH|BAN HÀNH|NĂM|NGÀY)\b")


def without_authority(title: str) -> str:
    """A title in capitals without the authority that a flattened page runs on to it.

    >>> without_authority("BÃI BỎ MỘT SỐ VĂN BẢN BỘ TRƯỞNG BỘ Y TẾ")
    'BÃI BỎ MỘT SỐ VĂN BẢN'
    >>> without_authority("BÃI BỎ MỘT SỐ VĂN BẢN CỦA BỘ TRƯỞNG BỘ Y TẾ")
    'BÃI BỎ MỘT SỐ VĂN BẢN CỦA BỘ TRƯỞNG BỘ Y TẾ'
    """
    found = _TRAILING_AUTHORITY.search(strip_diacritics(title))
    if (
        found
        and found.start() > 10
        and not _needs_object(title[: found.end("before")])
        and not _GOES_ON.search(title, found.start("organ"))
    ):
        return title[: found.end("before")].rstrip()
    return title


def _open_ended(text: str) -> bool:
    """Whether a line can't be the end of a title: it ends in a comma, a conjunction, an open quote."""
    if text.count("“") > text.count("”") or text.count("(") > text.count(")"):
        return True
    text = text.lower().strip()
    return bool((_OPEN_WRITTEN if has_diacritics(text) else _OPEN).search(text))


_OPEN = re.compile(
    r"(?:,|[-–]|\b(?:va|cua|ve|cho|voi|tren|tai|trong|theo|giua|cac|den|boi|do|o|thuoc|doi voi|ban hanh"
    r"|quy dinh|thuc hien|phuong|cai cach|hanh|uy ban|so|bo|tinh|nam|dia ban))$"
)
_OPEN_WRITTEN = re.compile(
    r"(?:,|[-–]|\b(?:và|của|về|cho|với|trên|tại|trong|theo|giữa|các|đến|bởi|do|ở|thuộc|đối với|ban hành"
    r"|quy định|thực hiện|phường|phương|cải cách|hành|ủy ban|uỷ ban|số|sở|bộ|tỉnh|năm|địa bàn))$"
)


_BRACKETED = re.compile(r"\([^()]{2,40}\)\s+[a-zđà-ỹ]")


# A title's last line that says of what time: "6 tháng đầu năm, phương hướng 6 tháng cuối năm 2024", "Quý I năm 2025".
# The body says whose or who: "6 tháng đầu năm 2024, UBND huyện đã ...", "Năm 2025, thực hiện ...".
_WHEN = re.compile(
    r"""
    [\s\x00]*(?:\d{1,2}\s+thang(?:\s+(?:dau|cuoi)\s+nam)?|(?:nam\s+hoc|nam|quy|thang|giai\s+doan|tuan|dot|hoc\s+ky)\s+[\divx]{1,4})(?![^\W\d_])
    (?:\s*[/,–-]?\s*(?:nam\s+|den\s+nam\s+|quy\s+|thang\s+)?\d{4}\b)?
    (?:[\s.]*$
      |\s*(?:,|;|va)\s+(?:[^,.;]*\s)?(?:phuong\s+huong|nhiem\s+vu|ke\s+hoach|chuong\s+trinh|giai\s+phap|dinh\s+huong|tam\s+nhin|trong\s+tam)\b[^.;:]*$
      |\s+(?:tren\s+dia\s+ban|cua|tai|tinh|xa|phuong|dac\s+khu)\s[^,.;:]*$)
    """,
    re.VERBOSE,
)


def _goes_on(reading: Reading, view: Plain, before: str, text: str, bare: str, block: int, first: int | None) -> bool:
    """Whether the title goes on in the next paragraph."""
    if _CLOSED.search(text) or len(text) > 250:
        return False
    if not is_upper(before) and _BRACKETED.match(text):  # "... hiệu quả hoạt động" / "(OKR/KPI) đối với cơ quan"
        return True
    if text[0].islower() or _open_ended(before) or not any(c.isalpha() for c in text):
        return True
    if _WHEN.match(bare) and len(text.split()) <= 25:
        return True
    if _POSITION.search(strip_diacritics(before).lower()) and _OF_ORGAN.match(bare):
        return True
    if is_upper(before) and is_upper(text):
        return not AUTHORITY.match(bare)
    if _OPENING.match(bare) or first is None:
        return False
    one, two = reading.blocks[first], reading.blocks[block]
    alike = (one.bold is True and two.bold is True) or (one.centered is True and two.centered is True)
    return alike and len(text) < 200


# "Kết luận của đồng chí ..., Chủ tịch" / "Ủy ban nhân dân tỉnh tại cuộc họp ..."
_POSITION = re.compile(r"\b(?:chu tich|giam doc|bo truong|thu truong|cuc truong|chu nhiem|thuong truc|truong ban)\s*$")
_OF_ORGAN = re.compile(r"[\s\x00]*(?:uy ban|ubnd|hdnd|hoi dong nhan dan|so|bo|cuc|ban chi dao)\s")


def _is_scrap(text: str) -> bool:
    """Whether a line beside the motto or the date is what a stamp or a scan left there: no word in it.

    >>> [_is_scrap(text) for text in ("7", "ui (B uc", ")_", "hD in", "Y tế", "2026", "trên địa bàn")]
    [True, True, True, True, False, False, False]
    """
    if len(text) > 16 or _YEARS.search(text):
        return False
    words = re.findall(r"[^\W\d_]+", text)
    return not any(len(word) > 2 or strip_diacritics(word) != word for word in words)


def read_subject(view: Plain, start: int, limit: int) -> tuple[str, int, int] | None:
    """Subject of a letter: from "V/v" to the addressee, the date that may stand between masked."""
    found = _ABOUT.search(view.bare, start, limit)
    if not found:
        return None
    end = found.end()
    index = view.line_at(found.end())
    pieces: list[tuple[int, int]] = []
    for line in view.lines[index:]:
        begin = max(line.start, found.end())
        if begin >= limit:
            break
        if begin >= line.end:
            continue
        bare = view.bare[begin : line.end]
        text = squeeze(view.text[begin : line.end])
        if addressed := re.search(r"kinh\s+gui", bare):
            if addressed.start() > 2:
                pieces.append((begin, begin + addressed.start()))
                end = begin + addressed.start()
            break
        if not text or _RULE.fullmatch(text.replace(MASK, "")):
            continue
        if pieces and BODY_START.match(bare):
            break
        if pieces and MASK in view.text[pieces[-1][1] : line.end] and _is_scrap(text):
            continue
        if pieces and len(" ".join(view.text[a:b] for a, b in pieces)) + len(text) > 400:
            break
        pieces.append((begin, line.end))
        end = line.end
    title = clean_title(" ".join(view.text[a:b] for a, b in pieces))
    return (title, found.start(), end) if title else None
