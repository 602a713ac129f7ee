"""Who is told to do what a sentence says that begins with the units.

"Giao Sở Nội vụ chủ trì, phối hợp với các đơn vị ...", "Sở A chủ trì; Sở B phối hợp; quý II".
"""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.clean.fold import has_diacritics
from ingest.extract.assignment import Assignment, short_names
from ingest.extract.bare_form import bare_form
from ingest.extract.coordination import partner_by_part
from ingest.extract.duty_phrase import COOPERATES, LEADS, NAMED_ORGAN, WITHIN
from ingest.extract.duty_word import begins_sure_verb
from ingest.extract.no_duty import states
from ingest.extract.unit_head import is_organ
from ingest.extract.unit_list import UnitRun, read_units
from ingest.extract.unit_scope import is_everybody, restricts
from ingest.extract.unit_stop import starts_duty
from ingest.extract.whole_name import is_whole, whole_names, with_clause

# All patterns are matched against text without marks, in small letters (same offsets).
_ADDRESS = re.compile(
    r"(?:de\s+nghi|giao(?:\s+(?:nhiem\s+vu|trach\s+nhiem))?(?:\s+cho)?|yeu\s+cau"
    r"|phan\s+cong(?:\s+nhiem\s+vu)?(?:\s+cho)?"
    r"|kien\s+nghi(?:\s+voi)?|trach\s+nhiem\s+cua|nhiem\s+vu\s+cua)\s*:?\s+"
)


# A request to those above is a proposal, no order.
_UPWARD = re.compile(
    r"(?:de|kien)\s+nghi(?:\s+voi)?\s+(?:chu\s+tich\s+)?(?:(?:ubnd|uy\s+ban\s+nhan\s+dan|hdnd"
    r"|hoi\s+dong\s+nhan\s+dan)"
    r"\s+(?:tinh|thanh\s+pho|cap\s+tinh)\b|chinh\s+phu|thu\s+tuong|quoc\s+hoi)"
)


_CENTRAL_CITIES = ("ha noi", "ho chi minh", "hai phong", "da nang", "can tho", "hue")


def _is_upward(text: str, bare: str, address: int) -> bool:
    """True for a request to those above; "đề nghị UBND thành phố Mỹ Tho chủ trì ..." orders a town of the province."""
    asked = _UPWARD.match(bare, address)
    if asked is None:
        return False
    named = text[asked.end() :].lstrip()
    town = asked.group().endswith(("thanh pho", "thanh  pho")) and named[:1].isupper()
    if not town or bare.startswith(_CENTRAL_CITIES, asked.end() + 1):
        return True
    return _LEADS_BEHIND.match(bare, asked.end()) is None


_LEADS_BEHIND = re.compile(r"(?:\s+\w+){1,4}?\s*,?\s+chu\s+tri\b")


_OTHER_HELPS = re.compile(r"\s*(?:cung\s+)?phoi\s+hop\s*(?=[;,.]|$)")


# What follows a unit that has been given no duty.
_NO_DUTY = re.compile(
    r"\s*(?:co\s+(?:van\s+ban|cong\s+van|to\s+trinh|thong\s+bao)\s+so|se\s+(?:quyet\s+dinh|xem\s+xet|bi|duoc)|da|dang|hien|chua|vua|duoc|la|bao\s+gom|co\s+(?!trach\s+nhiem|ke\s+hoach|van\s+ban|phuong\s+an"
    r"|giai\s+phap"
    r"|bien\s+phap|y\s+kien\s+(?:huong|gop|tham\s+gia|thong\s+nhat|chi\s+dao))|gom|thuoc|nham"
    r"|trong|tai|khi|theo(?!\s+doi)|cua|ve|vao|tu(?!\s+(?:choi|danh\s+gia|cham|kiem\s+tra|ra\s+soat|bo\s+tri|to\s+chuc|chiu|theo\s+doi|xay\s+dung|cong\s+bo|de\s+xuat|xac\s+dinh|cap\s+nhat))|den|bi|voi|nam|ngay"
    r"|so(?!\s+hoa)|thi|khong\s+thuoc)\b"
)


# The small words of that pattern with their marks: without them "nắm", "thí điểm", "đăng tải", "sơ kết" look the same.
_SMALL_WORDS = frozenset(re.findall(r"\w+", """
    đã đang hiện chưa vừa được là bao có gồm thuộc nhằm trong tại khi theo của về vào từ tự đến bị với năm ngày số thì
    không sẽ nhận đối đổi đội đồ độ do hoặc và cùng cũ mới này nơi nếu mà bởi ở vẫn còn một hai ba các những như nguyên
"""))  # fmt: skip
_WORD = re.compile(r"\s*([^\W\d_]+)")


def follows_no_duty(text: str, bare: str, at: int) -> bool:
    """True where the words at `at` (behind a unit's name) tell what the unit has, is or has done. `bare`: no marks.

    >>> [follows_no_duty(t, bare_form(t), 7) for t in ("Sở Y tế năm 2025", "Sở Y tế nắm tin", "Sở Y tế đã rà soát")]
    [True, False, True]
    """
    return _NO_DUTY.match(bare, at) is not None and _is_small_word(text, at)


def _is_small_word(text: str, at: int) -> bool:
    """True where the word at `at`, which looks like one of the small words without its marks, is one with them."""
    word = _WORD.match(text, at)
    return word is None or word[1].lower() in _SMALL_WORDS or not has_diacritics(text)


# "Các cơ quan, đơn vị quy định tại Điều 2 Quy chế này có trách nhiệm ...", "... trực tiếp quản lý tài sản phải ..."
_CLAUSE = re.compile(
    r"\s*(?P<clause>(?!da\s|dang\s|chua\s|la\s|khong\s"
    r"|neu\s)[^.;:]{3,160}?)\s*,?\s*(?=(?:phai\s+)?co\s+trach\s+nhiem\s)"
)


_LISTED_CLAUSE = re.compile(r",[^.;:]{3,120}?\s(?:phai\s+(?!lam\b)|co\s+trach\s+nhiem\s)")


_SECOND_UNIT = re.compile(
    r",\s+(?:cac\s+)?(?:co\s+quan|don\s+vi|uy\s+ban|ubnd|so|van\s+phong|cong\s+an)\s(?!khac\b|lien\s+quan)"
)


# "Các cơ quan, đơn vị nhận văn bản điện tử phải thực hiện ..."
_WHICH = re.compile(r"\s*(?P<clause>[^.;:,]{3,100}?)\s+(?=phai\s+(?!lam\b))")


_ALONE = re.compile(r"rieng\s+(?:doi\s+voi\s+)?(?=\S)")


_FOCAL = re.compile(r"\s*(?:la|lam)\s+(?:(?:co\s+quan|don\s+vi|bo\s+phan)\s+)?(?:dau\s+moi|thuong\s+truc)\b")


# "Cơ quan được giao nhiệm vụ ... thường xuyên kiểm tra": told in the next words
_GIVEN = re.compile(
    r"\s*(?P<clause>duoc\s+(?:giao|phan\s+cong)\b[^.;:]{3,160}?)\s*,?\s+(?=(?:thuong\s+xuyen|chu\s+dong"
    r"|chiu\s+trach|khan\s+truong"
    r"|nghiem\s+tuc|dinh\s+ky|can\s+cu|phai|tap\s+trung)\s)"
)


_PAST = re.compile(r"\b(?:da|dang)\s+(?:\w+\s+){1,3}")


_ONLY_DOING = re.compile(
    r"\s*,?\s*(?:(?:de\s+)?(?:tham\s+muu|to\s+chuc|trien\s+khai|thuc\s+hien|va|,|theo\s+quy\s+dinh"
    r"|noi\s+dung\s+nay|nhiem\s+vu\s+nay)\s*)*[./;]*\s*$"
)


def read_assignment(text: str, start: int = 0) -> Assignment | None:
    """Who is told to do what the sentence at `start` says; None where it begins with no unit.

    >>> found = read_assignment("Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính tham mưu UBND tỉnh")
    >>> found.lead, found.coordinate, found.ordered
    (('Sở Nội vụ',), ('Sở Tài chính',), True)
    >>> read_assignment("UBND tỉnh yêu cầu các sở, ban, ngành rà soát").lead
    ('các sở, ban, ngành',)
    >>> read_assignment("Sở Nội vụ đã tham mưu ban hành kế hoạch") is None
    True
    >>> found = read_assignment("Phòng A chủ trì; Phòng B phối hợp; xong trước ngày 30/6/2024")
    >>> found.lead, found.coordinate
    (('Phòng A',), ('Phòng B',))
    """
    bare = bare_form(text)
    at = start
    while at < len(text) and (text[at].isspace() or text[at] in "*_"):
        at += 1
    if alone := _ALONE.match(bare, at):
        at = alone.end()
    address = _ADDRESS.match(bare, at)
    ordered = address is not None
    if address is not None:
        at = address.end()
    run = read_units(text, at)
    if run is None or (address is not None and _is_upward(text, bare, address.start())):
        return None
    if address is not None and address.group().startswith("kien") and _COMPETENT.match(bare, run.start):
        return None  # "Kiến nghị các cơ quan có thẩm quyền thu hồi giấy phép": whoever asks them does the work
    if _WHERE.search(bare, run.start, run.end) and not _TOLD.match(bare, run.end):
        # "Ủy ban nhân dân xã nơi có đất thu hồi để làm đường chủ trì ...": the name is longer
        longer = _WHERE_GOES_ON.match(bare, run.end)
        if longer is None:
            return None
        whole_name = f"{run.units[-1].rstrip()} {text[run.end : longer.end('more')].strip()}"
        run = replace(run, units=(*run.units[:-1], whole_name), end=longer.end("more"))
    if (field := _FIELD.match(bare, run.end)) and (named := _within_field(text, bare, run, field.end())):
        run = named
    if address is None and (further := re.compile(r"\s*,?\s*").match(bare, run.end)):
        again = _ADDRESS.match(bare, further.end())
        if again and _UPWARD.match(bare, further.end()):
            return None  # "Sở Công Thương kiến nghị Ủy ban nhân dân tỉnh xem xét ...": a proposal
        if again and again.group().startswith("de") and is_everybody(run.units[-1]):
            return None  # "Các cơ quan, đơn vị đề nghị Sở Tài chính ...": whoever asks is no one's superior
        beside = again is not None and again.group().startswith("de") and further.group().strip() == ","
        if again and not bare.startswith(("phan cong", "trach", "nhiem"), further.end()):
            inner = read_units(text, again.end())
            if inner is not None:
                if beside and starts_duty(
                    text, inner.end
                ):  # "Các sở, ban, ngành tỉnh, đề nghị Mặt trận ... tuyên truyền"
                    inner = replace(inner, units=(*run.units, *inner.units))
                run, ordered = inner, True
    end = run.end
    coordinate: tuple[str, ...] = ()
    if within := WITHIN.match(bare, end):
        end, ordered = within.end(), True
    if address is None and restricts(text, run):
        which = _CLAUSE.match(bare, end) or _GIVEN.match(bare, end) or _WHICH.match(bare, end)
        named = with_clause(run, text, bare, which) if which else run
        if which is None or named is None or is_everybody(named.units[-1]):
            return None
        return Assignment(short_names(named.units), (), which.end(), False, True)
    if bare.startswith("cac ", run.start) and (which := _LEADING_ONES.match(bare, end)):
        run = replace(run, units=(*run.units[:-1], f"{run.units[-1]} {text[slice(*which.span('clause'))]}"))
        end, ordered = which.end(), True
    elif leads := LEADS.match(bare, end):
        end, ordered = leads.end(), True
        if leads["with"] is not None and (others := read_units(text, end, anyone=True)):
            end, coordinate = others.end, whole_names(text, others)
        elif leads["with"] is not None and (partner := partner_by_part(text, bare, end)):
            end, coordinate = end + len(partner), (partner,)
        elif leads["with"] is None and (more := re.compile(r"\s*[;,.]?\s*").match(bare, end)):
            others = read_units(text, more.end())
            if others is not None and (helps := _OTHER_HELPS.match(bare, others.end)):
                end, coordinate = helps.end(), others.units
    elif helps := COOPERATES.match(bare, end):
        others = read_units(text, helps.end(), anyone=bare[: helps.end()].endswith("voi "))
        if others is not None:
            end, coordinate = others.end, whole_names(text, others)
    elif focal := _FOCAL.match(bare, end):
        end, ordered = focal.end(), True
        leads = re.compile(r"\s*,?\s*").match(bare, end)
        leads = LEADS.match(bare, leads.end()) if leads is not None else None
        if leads is not None and leads["with"] is not None and (others := read_units(text, leads.end(), anyone=True)):
            end, coordinate = others.end, whole_names(text, others)
    elif clause := _CLAUSE.match(bare, end) or _GIVEN.match(bare, end):
        if _SECOND_UNIT.search(bare, *clause.span("clause")) and not NAMED_ORGAN.match(bare, run.start):
            return None  # "Các bên hợp tác ..., cơ quan quản lý dữ liệu có trách nhiệm ..."
        if not is_whole(text, bare, run):
            whole_run = with_clause(run, text, bare, clause)
            if whole_run is None:
                return None
            run = whole_run
        end, ordered = clause.end(), True
    elif _HEAD_OF_ONE.search(bare, run.start, end) and (which := _MANAGING.match(bare, end)):
        border = next((at for at in _words(bare, which.end()) if _MUST.match(bare, at) or starts_duty(text, at)), None)
        if border is None:
            return None  # what is managed can't be told apart from what is to be done
        whole_name = f"{run.units[-1]} {text[end:border].strip()}"
        run, end = replace(run, units=(*run.units[:-1], whole_name)), border
    elif follows_no_duty(text, bare, end):
        return None
    elif address is None:
        if states(text, end) or (REQUESTS.match(bare, end) and _MUST_LATER.search(bare, end, end + 300)):
            return None  # "Sở Y tế thống nhất với dự thảo", "Cơ quan đề nghị cung cấp hồ sơ phải nêu rõ lý do"
        if COLLECTIVE.match(bare, run.start) and _LISTED_CLAUSE.match(bare, end):
            return None  # "Các tổ chức, cá nhân thuê, lắp đặt thiết bị phải ...": the name is longer
        following = re.compile(r"\s*,?\s*([a-z]\w*)").match(bare, end)
        if following is None or not (
            starts_duty(text, following.start(1))
            or _must_do(text, run, following.start(1))
            or ("," not in following.group() and begins_sure_verb(text, following.start(1)))
        ):
            return None
        if (_PAST.match(bare, end) or re.match(r"\s+da\s", bare[end : end + 30])) and _is_small_word(text, end):
            return None
        ordered = bare.startswith(("co trach nhiem", "chiu trach nhiem"), following.start(1)) or ordered
    whole = _ONLY_DOING.match(bare, end) is not None
    return Assignment(short_names(run.units), short_names(coordinate), end, whole, ordered)


# "các hội, hiệp hội trong lĩnh vực du lịch chỉ đạo ...": which of them
_FIELD = re.compile(
    r"\s*(?:hoat\s+dong\s+)?trong\s+(?:cac\s+)?(?:linh\s+vuc|nganh)\s+(?!duoc\s|cua\s|lien\s+quan)(?=[a-z])"
)


_FIELD_WORDS = 12


# Work, and the name of a field as well: "trong lĩnh vực tư vấn xây dựng ..."
_FIELD_OR_WORK = re.compile(
    r"(?:quan\s+ly|xay\s+dung|dao\s+tao|khai\s+thac|truyen\s+thong|thong\s+tin|to\s+chuc|kiem\s+(?:dinh|toan|tra|soat|nghiem)|giam\s+sat|dau\s+tu"
    r"|thong\s+ke|xuat\s+ban|san\s+xuat|cung\s+(?:cap|ung)|boi\s+duong|tu\s+van|bao\s+(?:ve|hiem|tri|ton)|thu|su\s+dung|ung\s+dung|lap|mo"
    r"|tham\s+dinh|danh\s+gia|phat\s+trien|xu\s+ly|so\s+hoa|cong\s+bo|phan\s+tich|ho\s+tro|van\s+hanh|gioi\s+thieu)\b"
)


def _within_field(text: str, bare: str, run: UnitRun, start: int) -> UnitRun | None:
    """The units with the field that their last one works in; None where its name can't be told from the work.

    `start`: where the name of the field begins.
    """
    if not bare_form(run.units[-1]).startswith(("cac ", "nhung ")):
        return None
    closed = re.search(r"[.;:()]", bare[start : start + 160])
    words = [start + w.start() for w in re.finditer(r"\S+", bare[start : start + (closed.start() if closed else 160)])]
    for at in words[1:_FIELD_WORDS]:
        if not starts_duty(text, at) or bare[:at].rstrip().endswith((",", " va", "-")):
            continue
        if _FIELD_OR_WORK.match(bare, at) or follows_no_duty(text, bare, at):
            return None
        return replace(run, units=(*run.units[:-1], f"{run.units[-1]} {text[run.end : at].strip(' ,')}"), end=at)
    return None


# "Thủ trưởng đơn vị trực tiếp quản lý công chức xem xét ...": which head; "... trực tiếp quản lý, điều hành": work
_HEAD_OF_ONE = re.compile(
    r"(?:^|\W)(?:thu\s+truong|nguoi\s+dung\s+dau|lanh\s+dao)\s+(?:co\s+quan|don\s+vi|bo\s+phan)\s*$"
)


_MANAGING = re.compile(r"\s*truc\s+tiep\s+(?:quan\s+ly|su\s+dung|phu\s+trach)\s+(?=[a-z])")


_MANAGED_WORDS = 6


_MUST = re.compile(r"(?:phai|xem\s+xet)\s")


def _words(bare: str, start: int) -> list[int]:
    """Where the words of one clause behind its first begin, as far as a name may go on."""
    words = list(re.finditer(r"[^\s,.;:()]+", bare[start : start + 80]))
    closed = re.search(r"[,.;:()]", bare[start : start + 80])
    return [start + w.start() for w in words[1:_MANAGED_WORDS] if closed is None or w.start() < closed.start()]


_COMPETENT = re.compile(r"(?:(?:cac|nhung)\s+)?(?:co\s+quan|cap)\s+co\s+tham\s+quyen\b")


# "Các bộ, cơ quan chủ trì các đề án ... có trách nhiệm": which of them
_LEADING_ONES = re.compile(r"\s*(?P<clause>chu\s+tri\s(?!,)[^.;:,]{3,160}?)\s+(?=co\s+trach\s+nhiem\s)")


_WHERE = re.compile(r"\bnoi\s+(?:co|dang|bi|xay\s+ra|dat)\b[^,;()]*$")


_WHERE_GOES_ON = re.compile(r"(?P<more>[^,;.:()]{3,70}?)(?=\s+(?:(?:co|chiu)\s+trach\s+nhiem|chu\s+tri)\b)")


_TOLD = re.compile(r"\s*,?\s*(?:(?:co|chiu)\s+trach\s+nhiem|chu\s+tri|phoi\s+hop|can\s+cu|phai)\b")


def _must_do(text: str, run: UnitRun, at: int) -> bool:
    """ "Sở Tài chính phân khai ...": after a whole name a small word is a verb, listed or not."""
    follows = at == run.end + (text[run.end : run.end + 1] == " ") and text[at].islower()
    return (
        follows and is_organ(run.units[-1]) and not (_NO_VERB.match(bare_form(text), at) and _is_small_word(text, at))
    )


_NO_VERB = re.compile(
    r"(?:nhan|doi|do|hoac|va|cung|gom|bao\s+gom|voi|cua|co|nay|noi|neu|da|dang|thi|ma|boi|o|tai|thuoc|duoc|bi"
    r"|hien|van|chua|khong|con"
    r"|mot|hai|ba|cac|nhung|nhu|nguyen|cu|moi)\b"
)


_MUST_LATER = re.compile(r"[^.;]*\sphai\s")


REQUESTS = re.compile(r"\s*(?:phan\s+cong|de\s+nghi|kien\s+nghi|yeu\s+cau)\s")


COLLECTIVE = re.compile(
    r"(?:cac\s+)?(?:co\s+quan|don\s+vi|to\s+chuc|doanh\s+nghiep),\s+(?:co\s+quan|don\s+vi|to\s+chuc|ca\s+nhan)\b"
)
