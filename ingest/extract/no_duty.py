"""Sentences of regulations, plans and letters that name a unit and tell it to do nothing.

Closing formulas, steps of a procedure, definitions, awards, liability, what a sender says of itself.
"""

from __future__ import annotations

import re

from ingest.extract.bare_form import bare_form
from ingest.extract.duty_word import begins_work
from ingest.extract.unit_list import read_units

# All patterns are matched against text without marks, in small letters (same offsets).
_CLOSING = re.compile(
    r"(?:chiu\s+trach\s+nhiem|co\s+trach\s+nhiem|chiu)\s+(?:to\s+chuc\s*,?\s+)?(?:thi\s+hanh|thuc\s+hien"
    r"|trien\s+khai(?:\s*,?\s*(?:va\s+)?(?:to\s+chuc\s+)?(?:thuc\s+hien|thi\s+hanh))?)"
    r"(?:\s+nghiem(?:\s+tuc|\s+chinh)?)?\s+(?:quyet\s+dinh|nghi\s+quyet|quy\s+che"
    r"|thong\s+tu|nghi\s+dinh|chi\s+thi|ke\s+hoach|quy\s+dinh)\s+nay\s*\.?/?\.?\s*$"
    r"|^(?![^.;:]*\b(?:huong\s+dan|kiem\s+tra|don\s+doc|theo\s+doi|giam\s+sat)\b)[^.;:]{3,160}\bto\s+chuc\s+(?:thi\s+hanh|thuc\s+hien)\s+(?:nghi\s+dinh|luat|bo\s+luat|phap\s+lenh|thong\s+tu)\s+nay[\s./]*$"
    r"|(?:neu\s+co|truong\s+hop\s+(?:co|phat\s+sinh)|co)\s+(?:nhung\s+)?(?:van\s+de\s+)?"
    # never "thủ tục có phát sinh hồ sơ"
    r"(?:phat\s+sinh(?!\s+(?:ho\s+so|giao\s+dich|tthc|thu\s+tuc|nghia\s+vu|phi|le\s+phi|thue|nguon|yeu\s+cau|nhu\s+cau|chi\s+phi|khoan|chat))"
    r"|kho\s+khan|vuong\s+mac)|neu\s+phat\s+sinh"
    r"|(?:moi\s+)?kho\s+khan,\s+vuong\s+mac\s+(?:de\s+nghi\s+)?(?:phan\s+anh|bao\s+cao|lien\s+he)|^\s*tran\s+trong"
    r"|\btran\s+trong\s+(?:thong\s+bao|cam\s+on|kinh\s+trinh|bao\s+cao)\b[^.;]{0,30}[./\s]*$"
    r"|^\s*tren\s+day\s+la|^\s*noi\s+nhan|^\s*trong\s+qua\s+trinh\s+(?:to\s+chuc\s+)?(?:trien\s+khai|thuc\s+hien)"
    r"|chiu\s+trach\s+nhiem\s+thi\s+hanh|^[^.;]{0,40}\bnay\s+co\s+hieu\s+luc[^.;]*[./]*\s*$|^\s*buoc\s+\d"
    r"|thong\s+bao\s+(?:de|toi|den)\b.*\bbiet\b|thong\s+bao\s+(?:cho\s+)?(?:cac|quy)\s[^.;]{3,120}?\s(?:duoc\s+)?biet\s*(?:,|va)\s+(?:to\s+chuc\s+|trien\s+khai\s+)?thuc\s+hien[\s./]*(?:$|noi\s+nhan)|(?:tra\s+loi|y\s+kien|kinh\s+bao"
    r"|huong\s+dan)\s+de\s[^.;]{0,80}\bbiet(?:\s*,?\s*(?:va\s+)?(?:lien\s+he\s+)?(?:thuc\s+hien|trien\s+khai))*[\s./]*$"
    r"|chiu\s+trach\s+nhiem\s+(?:trong\s+viec\s+)?to\s+chuc\s*,?\s*(?:va\s+)?(?:trien\s+khai\s+)?thuc\s+hien\s+(?:quy\s+dinh|quy\s+che|quyet\s+dinh|thong\s+tu|chi\s+thi|nghi\s+quyet|nghi\s+dinh|ke\s+hoach)(?:\s+nay)?[\s./]*$"
    r"|can\s+cu\s+quyet\s+dinh(?:\s+nay)?\s+(?:chiu\s+trach\s+nhiem\s+)?thi\s+hanh"
)
# What a procedure lets happen in each case, after an application: "trong 05 ngày kể từ ngày nhận hồ sơ".
_PER_CASE = re.compile(
    r"(?:trong\s+(?:thoi\s+(?:han|gian)\s+|vong\s+)?(?:toi\s+da\s+|khong\s+qua\s+)?|cham\s+nhat(?:\s+la)?\s+)(?:\d+|mot|hai|ba|nam|bay"
    r"|muoi)\s+(?:\(\w+\)\s+)?(?:\(?ngay\)?|gio|thang)"
    r"[^.;]{0,40}?\s(?:tu|sau|truoc)\s+(?:ngay|khi|thoi\s+diem)\s+"
    r"(?![^.;,]{0,60}\b(?:ban\s+hanh\s+(?:ke|quy|quyet|chi)|hieu\s+luc|(?:quyet\s+dinh|ke\s+hoach|quy\s+che"
    r"|quy\s+dinh|chi\s+thi|thong\s+bao)\s+(?:nay|duoc)))"
)


def is_closing(text: str) -> bool:
    """True for a standing formula that closes a document and tells no one anything of its own.

    >>> is_closing("Chánh Văn phòng, Giám đốc các sở chịu trách nhiệm thi hành Quyết định này./.")
    True
    >>> is_closing("Sở Nội vụ theo dõi việc thực hiện Kế hoạch này")
    False
    """
    bare = bare_form(text)
    if _RECEIVED.match(bare) and _BY_WHEN.search(bare) is None:
        return True
    ends = ("/" in bare[-8:] or bare.startswith("can cu")) and _ENDS_TEXT.search(bare)
    difficult = any(word in bare for word in _DIFFICULT) and _DIFFICULTIES_CLAUSE.search(bare)
    if (ends or difficult) and only_exhorts(text):
        return True
    if "biet" in bare[-_NOTICE:] and "/" in bare[-8:] and _NOTIFIES.match(bare):
        return True
    may_close = "nay" in bare[-_ENDING:] or any(word in bare for word in _CLOSING_WORDS)
    said = _CLOSING.search(bare) if may_close else None
    if said is None:
        return ("de nghi" in bare or "yeu cau" in bare) and _EXHORTS.search(bare) is not None
    if _DIFFICULTIES.match(bare, said.start()):
        # a duty may have the formula as its last sentence
        before = max(bare.rfind(". ", 0, said.start()), bare.rfind("; ", 0, said.start()), 0)
        return (
            len(bare[:before].split()) < _DUTY_WORDS
            or _EXHORTS.search(bare[:before]) is not None
            or _ASKS_ALL.fullmatch(bare[:before]) is not None
        )
    first = bare.find(". ") + 1
    if 0 < first < said.start() and len(bare[:first].split()) >= _DUTY_WORDS and _tells_work(text[:first]):
        return False  # a line that a crawler or a full line has run together with the closing formula
    return not (bare.startswith("tren day la") and _REPORTS.search(bare, bare.find(". ") + 1 or len(bare)))


def _tells_work(sentence: str) -> bool:
    """True where units that a sentence names are told work of their own."""
    named = _units_named(sentence)
    rest = sentence[named[-1][1] :].lstrip(" ,") if named else ""
    if not rest or rest.startswith(("chịu trách nhiệm", "chiu trach nhiem")) or is_closing(sentence):
        return False
    return begins_work(rest) and not only_exhorts(sentence)


# How a text ends, or what it looks back to, before a formula that only says "do it".
_ENDS_TEXT = re.compile(
    r"[./]/\s*\.?\s*$|^can\s+cu\s+(?:cac\s+)?(?:y\s+kien|noi\s+dung|huong\s+dan|ket\s+luan|chi\s+dao)\b[^.;]{0,40}\b(?:tren|nay)\b"
)
# Syllables of exhortations, of the names of texts, and of those that are exhorted.
_EXHORTING_WORDS = """
    ban bao bien biet bo cac can cao cau chat che chi chiu chu chuc co cong cu cua dam dan dao day de dia dien
    dinh do don dong du dung duoc giao han hanh hien hieu hinh hoach hop huong ke khai khan kien kinh kip lien
    linh luat luong ly minh nang nay neu nganh nghi nghiem nhan nhat nhiem nhung noi pham phap pho phoi phuong
    qua quan quy quyen quyet so tai tam te tham than theo thi thoi thong thu thuc thuoc tien tinh to tot trach tren
    tran trien triet trinh trong truong tuc ubnd uy va van vi voi vu vuc xa y yeu dat
"""
_EXHORTING = frozenset(_EXHORTING_WORDS.split())
_CLAUSES = re.compile(r"(?<=[.;])\s+")
_OF_DIFFICULTIES = re.compile(
    r"(?:(?:trong\s+)?qua\s+trinh|neu|truong\s+hop|moi|co(?!\s+trach)|nhung)\b[^.;]*\b(?:kho\s+khan|vuong\s+mac|phat\s+sinh|khong\s+phu\s+hop)\b"
    r"|kip\s+thoi\s+(?:bao\s+cao|phan\s+anh)\b[^.;]*\b(?:kho\s+khan|vuong\s+mac|phat\s+sinh)\b"
)


_DIFFICULT = ("kho khan", "vuong mac", "phat sinh", "khong phu hop")
_DIFFICULTIES_CLAUSE = re.compile(rf"[.;]\s+(?:{_OF_DIFFICULTIES.pattern})")


def only_exhorts(text: str) -> bool:
    """True where every clause only tells the units that it names to carry out what was said, or to report difficulties.

    >>> only_exhorts("Yêu cầu các sở, ngành triển khai thực hiện nghiêm túc Chỉ thị này./.")
    True
    >>> only_exhorts("Sở Nội vụ theo dõi, đôn đốc việc thực hiện Kế hoạch này./.")
    False
    """
    rest = text
    for start, end in reversed(_units_named(text)):
        rest = rest[:start] + " " + rest[end:]
    for clause in _CLAUSES.split(rest):
        bare = bare_form(clause)
        if _OF_DIFFICULTIES.match(bare) is None and not set(re.findall(r"[a-z]+|\d+", bare)) <= _EXHORTING:
            return False
    return True


_ADDRESSED = re.compile(r"(?:^|[,:]\s+|(?:yeu\s+cau|de\s+nghi)\s+)(?=\S)")


def _units_named(text: str) -> list[tuple[int, int]]:
    """Where the units stand who speak and whom they address."""
    named: list[tuple[int, int]] = []
    for begins in _ADDRESSED.finditer(bare_form(text), 0, 300):
        run = read_units(text, begins.end())
        if run is not None and (not named or run.start >= named[-1][1]):
            named.append((run.start, run.end))
    return named


# "Sở A thông báo cho Công ty B được biết và thực hiện./."
_NOTIFIES = re.compile(
    r"[^.;:]{3,80}?\bthong\s+bao\s[^.;:]{3,200}?\bbiet\b(?:[\s,]+(?:va|thuc\s+hien|trien\s+khai|phoi\s+hop|to\s+chuc|theo|chi\s+dao|y\s+kien"
    r"|quy\s+dinh|cua\s[^.;:,]{3,50}))*[\s./]*$"
)
_NOTICE = 120  # characters
# One of these stands in every closing formula, or "... này" at its end.
_CLOSING_WORDS = (
    "chiu trach", "kho khan", "vuong mac", "phat sinh", "tran trong", "tren day la", "noi nhan",
    "trong qua trinh", "hieu luc", "buoc ", "biet", "can cu quyet dinh",
)  # fmt: skip
_ENDING = 16  # characters
# "Nhận được Kế hoạch này, Sở Y tế đề nghị các đơn vị triển khai thực hiện."
_RECEIVED = re.compile(
    r"nhan\s+duoc\s+(?:chi\s+thi|cong\s+van|ke\s+hoach|thong\s+bao|quyet\s+dinh|huong\s+dan|van\s+ban)\s+nay\b"
)
_BY_WHEN = re.compile(r"\b(?:truoc|cham\s+nhat)\s[^.;]{0,20}\d|\bbao\s+cao\s+ket\s+qua\b")
_DUTY_WORDS = 10
_DIFFICULTIES = re.compile(r"(?:neu\s|truong\s+hop\s|co\s+(?!trach)|(?:moi\s+)?kho\s+khan)")
_REPORTS = re.compile(r"\bbao\s+cao\s+(?:ket\s+qua|tinh\s+hinh)")
# "Đề nghị Thủ trưởng các đơn vị nghiêm túc thực hiện./."
_EXHORTS = re.compile(
    r"^[^.;:]{0,60}(?:de\s+nghi|yeu\s+cau)\s[^.:]{3,260}?\b(?:nghiem\s+tuc|khan\s+truong|quan\s+tam|phoi\s+hop"
    r"|nghiem)\s+(?:to\s+chuc\s+)?"
    r"(?:trien\s+khai\s*,?\s*)?(?:thuc\s+hien"
    r"|trien\s+khai)(?:\s+nghiem(?:\s+tuc)?)?(?:\s+(?:(?:cac\s+)?noi\s+dung|chi\s+thi|cong\s+van"
    r"|ke\s+hoach)\s+(?:tren|nay))?[\s./]*$"
)


# "Sở Nội vụ đề nghị các cơ quan, đơn vị căn cứ hướng dẫn trên để triển khai thực hiện. Trường hợp có vướng mắc ..."
_ASKS_ALL = re.compile(
    r"[^.;:]{0,80}?(?:de\s+nghi|yeu\s+cau)\s+(?:thu\s+truong\s+|lanh\s+dao\s+)?(?:cac|nhung|quy)\s(?![^.:]*\b(?:truoc|cham\s+nhat|hoan\s+thanh|bao\s+cao)\b)"
    r"(?:[^.;:]|;\s+(?=(?:cac|ubnd|uy\s+ban|so|cong\s+an|thu\s+truong|chu\s+tich)\s)){3,260}?\b(?:thuc\s+hien|trien\s+khai|phoi\s+hop)"
    r"(?:[\s,]+(?:theo|dung|cac|nhung|noi\s+dung|nhiem\s+vu|quy\s+dinh|ke\s+hoach|huong\s+dan|cong\s+van|van\s+ban|neu|tren|nay"
    r"|nghiem\s+tuc|hieu\s+qua|kip\s+thoi|dong\s+bo|thong\s+nhat|va|thuc\s+hien|trien\s+khai|day\s+du|chi\s+dao|tham\s+quyen"
    r"|phap\s+luat))*[\s.;]*"
)


def is_per_case(text: str) -> bool:
    """True for a step of a procedure that runs in each case anew.

    >>> is_per_case("Trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ, Sở Tài chính thẩm định")
    True
    >>> is_per_case("Ban hành quy định trong thời hạn 60 ngày kể từ ngày Quy chế này được ban hành")
    False
    """
    return _PER_CASE.search(bare_form(text)) is not None


# "Đề nghị Sở Nội vụ xem xét, tổng hợp./.": how a reply ends
_TAKE_NOTE = re.compile(
    r"""
    (?:kinh\s+)?de\s+nghi\s[^.;:,]{3,80}?\s
    (?:(?:xem\s+xet|nghien\s+cuu|tong\s+hop|quan\s+tam|giai\s+quyet|bao\s+cao|quyet\s+dinh)(?:\s*,\s*|\s+va\s+|\s*(?=[./]|$)))+
    [./\s]*$
    """,
    re.VERBOSE,
)
# "Các nghĩa vụ khác theo quy định của pháp luật"
_CATCH_ALL = re.compile(
    r"""
    (?:thuc\s+hien\s+|co\s+)?(?:(?:cac|nhung)\s+)?
    (?:quyen(?:\s+han)?|nghia\s+vu|trach\s+nhiem)
    (?:(?:\s*,\s*|\s+va\s+)(?:quyen(?:\s+han)?|nghia\s+vu|trach\s+nhiem))*
    \s+khac\b
    """,
    re.VERBOSE,
)
# "Chịu trách nhiệm trước pháp luật nếu để xảy ra vi phạm": what happens to whoever fails
_LIABLE = re.compile(
    r"(?:phai\s+)?chiu\s+trach\s+nhiem\s+truoc\s+[^.;]{0,80}?\s(?:khi|neu|ve\s+(?:cac\s+)?(?:hanh\s+vi|viec))\s+"
    r"[^.;]{0,40}?(?:vi\s+pham|sai\s+pham|khong\s+(?:thuc\s+hien|hoan\s+thanh)|cham\b)"
    r"|[^.;:]{0,120}?\bchiu\s+trach\s+nhiem\s+lien\s+doi\b"
    r"|chiu\s+trach\s+nhiem\s+theo\s+quy\s+dinh\s+ve\s+(?:noi\s+dung|so\s+lieu|ket\s+qua)\b"
    r"|chiu\s+trach\s+nhiem\s+ve\s+(?:noi\s+dung|so\s+lieu|tinh\s+chinh\s+xac)\b[^.;]*\b(?:to\s+trinh|cong\s+van|van\s+ban|bao\s+cao)\s+so\b"
    r"|[^.;]{0,120}?\bchiu\s+trach\s+nhiem\b[^.;]*\b(?:neu|khi)\s+(?:de\s+)?xay\s+ra\b[^.;]*[.;]?\s*$"
)
# "Sở Y tế và các bệnh viện có trách nhiệm.": what they are to do has been lost
_CUT_SHORT = re.compile(r"[^.;:]{3,200}?\b(?:co|chiu)\s+trach\s+nhiem[\s./]*$")
# "Sở Xây dựng là cơ quan chuyên môn giúp ...", "Chủ tịch Hội đồng là ...", "Hội đồng gồm 05 thành viên"
_IS = re.compile(
    r"""
    (?:so|bo|van\s+phong|uy\s+ban|ban|to|hoi\s+dong|trung\s+tam|chi\s+cuc|cuc|vu|vien|quy|doan|phong|bo\s+phan|co\s+quan
      |toa\s+an|vien\s+kiem\s+sat|doanh\s+nghiep|chu\s+the|chu\s+tich|pho\s|uy\s+vien|thanh\s+vien|thu\s+ky|truong\s|giam\s+doc|cac\s+(?:uy\s+vien|thanh\s+vien))
    (?=[\s,])(?:(?!\b(?:la|gom|bao\s+gom|phai|co\s+trach|chiu|chu\s+tri|thuc\s+hien|xac\s+dinh)\b)[^.;:,]){0,90}?\s
    (?:la\s+(?:cac\s+|nhung\s+|mot\s+)?(?P<what>\w+\s+\w+)|(?:bao\s+)?gom\s+(?:co\s+)?(?:cac\s+)?(?P<whom>\w+\s+\w+))
    """,
    re.VERBOSE,
)
_IS_WHAT = re.compile(
    r"(?:co\s+quan|don\s+vi|to\s+chuc|luc\s+luong|dai\s+dien|lanh\s+dao|nguoi\s+(?:dung|co|giup|duoc)|cong\s+chuc|vien\s+chuc|can\s+bo|thu\s+truong"
    r"|giam\s+doc|pho\s+\w+|truong\s+\w+|chu\s+tich|uy\s+vien|thanh\s+vien)"
)
_YET_TOLD = re.compile(r"\b(?:chu\s+tri|dau\s+moi|thuong\s+truc|trach\s+nhiem|phoi\s+hop|dinh\s+ky|tiep\s+nhan)\b")
_COUNTED = re.compile(r"[^.;]{0,120}\bthanh\s+vien\b")
# "Các tổ chức, cá nhân có thành tích xuất sắc trong ... được khen thưởng"
_MERIT = re.compile(
    r"""
    (?:(?:cac|nhung|moi)\s+)?(?:to\s+chuc|tap\s+the|ca\s+nhan|co\s+quan|don\s+vi|dia\s+phuong|thuong\s+nhan|ho\s+gia\s+dinh|nguoi|doanh\s+nghiep)
    [^.;:]{0,60}?\s(?:co\s+(?:nhieu\s+)?(?:thanh\s+tich|cong)\b|(?:chap\s+hanh|thuc\s+hien|hoan\s+thanh)\s+(?:tot|xuat\s+sac))
    .{0,400}?\b(?:khen\s+thuong|bieu\s+duong|ton\s+vinh|vinh\s+danh|tang\s+(?:bang|giay)\s+khen|xet\s+tang)\b
    """,
    re.VERBOSE | re.DOTALL,
)
# "Bộ Y tế là cơ quan thường trực của Hội đồng. Hội đồng có Tổ Thư ký ...": what it is, no more
_STANDING = re.compile(
    r"[^.;:,]{3,120}\sla\s+co\s+quan\s+thuong\s+truc(?:\s+(?:giup\s+viec\s+)?cua\s+(?:hoi\s+dong|ban|uy\s+ban|to)\b[^.;:,]{0,60})?[.;]"
    r"(?![^.]*\b(?:chu\s+tri|co\s+trach\s+nhiem|phoi\s+hop|tong\s+hop|don\s+doc)\b)"
)
# "Quyết định công nhận của Hội đồng được gửi trong hồ sơ": the paper, no work
_PAPER = re.compile(
    r"(?:quyet\s+dinh|ke\s+hoach|bao\s+cao|thong\s+bao)\s(?:\w+\s+){0,4}cua\s[^.,;:]{3,60}?\s(?:duoc|co\s+hieu\s+luc|la\s+(?:can\s+cu|co\s+so))\s"
)
_ASKED = re.compile(r"\b(?:co\s+trach\s+nhiem|chu\s+tri|de\s+nghi|gui|lap\s+ho\s+so)\b")


def tells_nothing(text: str) -> bool:
    """True for an item that names a unit, or stands under one, and gives it nothing to do.

    >>> tells_nothing("Các nghĩa vụ khác theo quy định của pháp luật"), tells_nothing("Đề nghị Sở Y tế tổng hợp./.")
    (True, True)
    >>> tells_nothing("Sở Xây dựng là cơ quan chuyên môn giúp Ủy ban nhân dân tỉnh quản lý nhà nước về xây dựng")
    True
    >>> tells_nothing("Sở Xây dựng là cơ quan đầu mối nhận báo cáo"), tells_nothing("Đề nghị Sở Y tế gửi số liệu")
    (False, False)
    """
    bare = bare_form(text).strip()
    if any(pattern.search(bare) for words, pattern in _EMPTY if any(word in bare for word in words)):
        return True
    if _WHO_SITS.match(bare) or _TAKE_NOTE.match(bare) or _CATCH_ALL.match(bare):
        return True
    if _STANDING.match(bare) or _PAPER.match(bare):
        return True
    if ("tap the" in bare or "ca nhan" in bare) and _QUOTA.search(bare):
        return True
    if _MERIT.match(bare):
        return _ASKED.search(bare, 0, 400) is None
    return _defines(bare)


# "Cơ quan Trung ương trên địa bàn: Xét tối đa 02 tập thể và 04 cá nhân."
_QUOTA = re.compile(
    r"(?:^|:\s+)(?:xet|chon|de\s+nghi|tang)\s+(?:\w+\s+){0,5}?(?:toi\s+da|khong\s+qua)\s+(?:\w+\s+)?\d+\s+(?:tap\s+the|ca\s+nhan)\b"
)
# "Đầu mối: đồng chí A, điện thoại: 09..."
_CONTACT = re.compile(
    r"(?:moi\s+)?(?:(?:thong\s+tin\s+)?(?:chi\s+tiet|lien\s+he|dau\s+moi|can\s+bo\s+dau\s+moi)|thong\s+tin\s+lien)\b[^.;]{0,300}?"
    r"(?:\b(?:dien\s+thoai|sdt|dt|hotline)\s*[:.]?\s*\(?0\d|\b(?:email|e-mail|thu\s+dien\s+tu)\s*:)"
)
# "Các địa phương đạt 3/6 tiêu chí: hệ số 3,0", "Đơn vị nộp đúng hạn được 2 điểm"
_SCORES = re.compile(
    r"[^;]{3,300}?(?:[:,]\s*(?:tinh\s+)?he\s+so\s+\d[\d,.]*|[:,]\s*\d[\d,.]*\s+diem|\bduoc\s+(?:tinh\s+|cham\s+|cong\s+)?\d[\d,.]*\s+diem)[\s.;]*$"
)
# "Bà Trần Thị A - Phó Bí thư Tỉnh đoàn;", "Thành phần mời dự: ...": who sits on a body or comes, with nothing to do
_WHO_SITS = re.compile(
    r"""
    thanh\s+phan(?:\s+(?:moi|tham)\s+(?:du|gia)|\s+du\s+hop|\s+gom)?(?:\s+gom)?\s*:
    |(?:ong|ba|dong\s+chi|d/c)[\s:]+(?:\w+\s+){1,6}?(?:\w+\s*,\s*|\w*\s*[-–]\s*)
     (?!(?:[^.]*\b(?:phu\s+trach|chiu\s+trach|chi\s+dao|chu\s+tri|theo\s+doi|thuc\s+hien|huong\s+dan|kiem\s+tra|bao\s+cao
        |tham\s+muu|tong\s+hop|nhiem\s+vu|trach\s+nhiem|dieu\s+hanh|thay\s+mat)\b))
     (?:pho|truong|chu\s+tich|giam\s+doc|uy\s+vien|chuyen\s+vien|hieu\s+truong|bi\s+thu|chanh|to\s+truong|thu\s+ky|thanh\s+vien|nhan\s+vien
       |can\s+bo|cong\s+chuc|ke\s+toan|giao\s+vien|tong\s+giam|dai\s+dien|nguyen|vien\s+truong|cuc\s+truong|vu\s+truong)\b
    """,
    re.VERBOSE,
)
# "Phát triển kinh tế số là nhiệm vụ quan trọng."
_IMPORTANT = re.compile(
    r"[^.;:]{10,200}?\sla\s+(?:mot\s+trong\s+(?:nhung|cac)\s+)?(?:nhiem\s+vu|noi\s+dung|cong\s+viec)\s+(?:(?:het\s+suc|rat|chinh\s+tri)\s+)?"
    r"(?:quan\s+trong|trong\s+tam|thuong\s+xuyen|cap\s+bach|then\s+chot)(?:[\s,]+(?:va\s+)?(?:quan\s+trong|trong\s+tam|thuong\s+xuyen|lau\s+dai|hang\s+dau))*[\s./]*$"
)
# "Bộ tiêu chí quốc gia ... cấp xã (Phụ lục I)": the title of what an appendix holds
_TITLE_ONLY = re.compile(
    r"(?:bo\s+(?:tieu\s+chi|chi\s+so)|danh\s+muc|bang|bieu\s+mau|mau|phu\s+luc|quy\s+trinh|tieu\s+chi)\s[^.;:()]{3,200}\((?:tai\s+|theo\s+)?phu\s+luc\s[^()]{1,60}\)[\s.;]*$"
)
# "Các đơn vị không thực hiện đúng kế hoạch sẽ không được thanh toán": what happens to whoever fails
_FAILS = re.compile(
    r"[^.;:]{3,80}?\bkhong\s+(?:thuc\s+hien|chap\s+hanh|hoan\s+thanh|bao\s+cao|gui)\b[^.;:]{0,160}?\b(?:se\s+)?(?:khong\s+duoc|bi)\s"
)
# Patterns, and words of which one stands in whatever they find.
_EMPTY: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = (
    (("dien thoai", "sdt", "dt", "hotline", "mail", "dien tu"), _CONTACT),
    (("he so", "diem"), re.compile(rf"\A(?:{_SCORES.pattern})")),
    (("nhiem vu", "noi dung", "cong viec"), re.compile(rf"\A(?:{_IMPORTANT.pattern})")),
    (("phu luc",), re.compile(rf"\A(?:{_TITLE_ONLY.pattern})")),
    (("trach nhiem",), re.compile(rf"\A(?:{_LIABLE.pattern})")),
    (("khong duoc", "bi "), re.compile(rf"\A(?:{_FAILS.pattern})")),
    (("trach nhiem",), re.compile(rf"\A(?:{_CUT_SHORT.pattern})")),
)
# "Thời gian kiểm tra tối đa là 05 ngày", "Việc thanh toán thực hiện theo quy định tại ...", "Điều 69 Luật ..."
_RULE = re.compile(
    r"""
    (?:thoi\s+(?:han|gian)|thu\s+tuc|trinh\s+tu|hinh\s+thuc|muc|viec|kinh\s+phi|ho\s+so|noi\s+dung|ket\s+qua|nhiem\s+ky|so\s+luong
      |tieu\s+chuan|dieu\s+kien|nguyen\s+tac|che\s+do)\s(?!:)(?:(?!\b(?:co\s+trach\s+nhiem|chu\s+tri|hoan\s+thanh)\b)[^.;:]){3,200}?[\s:]
    (?:(?:thuc\s+hien|ap\s+dung)\s+theo\s+(?:quy\s+dinh|huong\s+dan|khoan|dieu)|duoc\s+(?:xac\s+dinh|tinh|quy\s+dinh|thuc\s+hien\s+theo)
      |(?:toi\s+da\s+|la\s+|khong\s+(?:vuot\s+)?qua\s+|toi\s+thieu\s+|it\s+nhat\s+)+\d)
    |(?:dieu|khoan|diem)\s+\d+[^.;]{0,60}(?:luat|nghi\s+dinh|thong\s+tu)\b[^.;]{0,40}[.;]?$
    |(?:nghi\s+dinh|quyet\s+dinh|thong\s+tu|nghi\s+quyet|luat|quy\s+che|quy\s+dinh)\s+nay\s+(?:co\s+hieu\s+luc|thay\s+the|bai\s+bo|quy\s+dinh)
    |bai\s+bo\s+(?:nghi\s+dinh|quyet\s+dinh|thong\s+tu|nghi\s+quyet)\s+so\b
    """,
    re.VERBOSE,
)


# "Hội đồng nhân dân tỉnh ban hành Nghị quyết quy định ...": who makes the text itself, in front of its first article
_ENACTS = re.compile(
    r"(?:(?:theo|xet|can\s+cu|sau\s+khi)\s[^.]{5,400}[,;]\s+)?"
    r"(?:hoi\s+dong\s+nhan\s+dan|hdnd|quoc\s+hoi|uy\s+ban\s+thuong\s+vu\s+quoc\s+hoi|chinh\s+phu|thu\s+tuong|bo\s+truong|uy\s+ban\s+nhan\s+dan|ubnd"
    r"|chu\s+tich|ban\s+thuong\s+vu|ban\s+chap\s+hanh|tinh\s+uy|thanh\s+uy)\b"
    r"(?:(?!\b(?:trach\s+nhiem|chu\s+tri|trinh|tham\s+muu|de\s+nghi)\b)[^.;:]){0,120}?\s"
    r"(?:ban\s+hanh|quyet\s+dinh\s+ban\s+hanh)\s+(?P<what>nghi\s+quyet|nghi\s+dinh|quyet\s+dinh|thong\s+tu|chi\s+thi|luat)\b"
)
_ENACTED = {
    "NQ": "nghi quyet", "NĐ": "nghi dinh", "QĐ": "quyet dinh", "TT": "thong tu", "CT": "chi thi", "L": "luat"
}  # fmt: skip


def enacts(bare: str, type_code: str | None) -> bool:
    """True for the clause (without marks) with which a document of this type is made, no task of the one who makes it.

    >>> enacts("hoi dong nhan dan tinh a ban hanh nghi quyet ve muc thu phi", "NQ")
    True
    >>> enacts("hoi dong nhan dan tinh a ban hanh nghi quyet ve muc thu phi", "KH")
    False
    """
    found = _ENACTS.match(bare) if "ban hanh" in bare else None
    made = found is not None and " ".join(found["what"].split()) == _ENACTED.get(type_code or "")
    return made and _BY_WHEN.search(bare) is None


# "3. Trình tự, thủ tục cấp lại thẻ": what stands below are steps, which run in each case anew
_PROCEDURE = re.compile(
    r"(?:ve\s+)?(?:trinh\s+tu(?=\s*(?:,|va\b|/|:)?\s*(?:thu\s+tuc|cach\s+thuc|thuc\s+hien|giai\s+quyet|cap|tiep\s+nhan|tham\s+dinh|xet|xu\s+ly|cong\s+nhan|$))"
    r"|thu\s+tuc\s*(?:,|va)\s+trinh\s+tu)"
)


def heads_procedure(heading: str) -> bool:
    """True for a heading below which the steps of a procedure stand.

    >>> heads_procedure("Trình tự, thủ tục cấp lại thẻ:"), heads_procedure("Cải cách thủ tục hành chính")
    (True, False)
    """
    return _PROCEDURE.match(bare_form(heading[:80]).strip(" *_")) is not None


def states_rule(bare: str) -> bool:
    """True where an item (without marks) below a unit states a rule or how long something lasts, no work of the unit.

    >>> states_rule("viec thanh toan kinh phi thuc hien theo quy dinh hien hanh.")
    True
    >>> states_rule("thuc hien thanh toan theo quy dinh")
    False
    """
    return _RULE.match(bare) is not None


def _defines(bare: str) -> bool:
    """What an organ or a post is, or of whom it is made up; "là cơ quan đầu mối ..." gives it work."""
    found = _IS.match(bare)
    if found is None:
        return False
    end = min([at for at in (bare.find(". ", found.end()), len(bare)) if at >= 0])
    if found["whom"] is not None:
        return _COUNTED.match(bare, found.start("whom")) is not None
    return (
        _IS_WHAT.match(bare, found.start("what")) is not None
        and _YET_TOLD.search(bare, found.end("what") - 12, end) is None
    )


# Who writes a letter says what it thinks: "Sau khi nghiên cứu, Sở Y tế thống nhất với dự thảo ..."
_STATES = re.compile(
    r"""
    \s*,?\s*(?:co\s+ban\s+|hoan\s+toan\s+|da\s+)?
    (?:thong\s+nhat\s+(?:voi\s+)?(?:cac\s+)?(?:du\s+thao|noi\s+dung|de\s+xuat|de\s+nghi|y\s+kien|kien\s+nghi|chu\s+truong|viec)
      |nhat\s+tri\b|dong\s+y\b|ghi\s+nhan\b|nhan\s+(?:duoc|thay)\b|tra\s+loi\b|cam\s+on\b|hoan\s+nghenh\b|cho\s+rang\b
      |(?:tran\s+trong|kinh)\s+(?:de\s+nghi|trinh|bao\s+cao|gui|moi|thong\s+bao|mong)
      |keu\s+goi\s+(?:toan\s+the|moi|tat\s+ca|dong\s+bao|can\s+bo)\b
      |phai\s+(?:(?:bao|dam)\s+(?:dam|bao)\s+(?:la|tinh)\b|co\s+(?:tinh|kha\s+nang)\b|la\b)
      |co\s+y\s+kien\s+nhu\s+sau|khong\s+co\s+y\s+kien|xin\s+(?:y\s+kien|gui|bao\s+cao|cam\s+on))
    """,
    re.VERBOSE,
)


# "Bộ Chính trị yêu cầu tiếp tục thực hiện ...", "UBND tỉnh thống nhất triển khai các nội dung sau đây:": who speaks
# asks others; whom, it doesn't say here. "Sở Y tế thống nhất quản lý ..." is work.
_SPEAKS = re.compile(
    r"""
    \s*,?\s*(?:thong\s+nhat\s+)?
    (?:(?:yeu\s+cau|de\s+nghi|keu\s+goi)
       (?:\s*:?\s*$
         |\s*:?\s+(?:can\s+|phai\s+)?
          (?:tiep\s+tuc|tap\s+trung|khan\s+truong|nghiem\s+tuc|quan\s+tam|day\s+(?:manh|nhanh)|tang\s+cuong|chu\s+dong|tich\s+cuc
            |trien\s+khai|thuc\s+hien|to\s+chuc\s+(?:thuc\s+hien|trien\s+khai)|quyet\s+liet|quan\s+triet|thuong\s+xuyen|kien\s+quyet
            |lanh\s+dao|phoi\s+hop|phat\s+huy|nang\s+cao)\b)
      |quyet\s+nghi\b
      |(?:thong\s+nhat|yeu\s+cau|de\s+nghi|kien\s+nghi|keu\s+goi|ket\s+luan|quyet\s+dinh|nhan\s+manh|luu\s+y|co\s+y\s+kien)\b[^;]{0,500}?
       \b(?:nhu\s+sau|sau\s+day|duoi\s+day|sau)\s*:\s*$)
    """,
    re.VERBOSE,
)


_DEMANDS = re.compile(r"\s*,?\s*(?:thong\s+nhat\s+)?(?:yeu\s+cau|keu\s+goi)\s*:?\s+")


def states(text: str, at: int) -> bool:
    """True where the words at `at` (behind a unit's name) say what the unit thinks or asks of others, not what it does.

    >>> states("Bộ Chính trị yêu cầu tiếp tục thực hiện Nghị quyết", 12), states("Sở Y tế thống nhất quản lý thuốc", 7)
    (True, False)
    """
    bare = bare_form(text)
    if _STATES.match(bare, at) or _SPEAKS.match(bare, at):
        return True
    return (asks := _DEMANDS.match(bare, at)) is not None and begins_work(text, asks.end())
