"""Who is told to do something anywhere in a sentence: behind a lead-in, an adverbial, in parentheses."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.extract.assign import COLLECTIVE, REQUESTS, follows_no_duty, read_assignment
from ingest.extract.assignment import Assignment, short_names
from ingest.extract.bare_form import bare_form
from ingest.extract.duty_phrase import ANYONE, FIRST_WITH
from ingest.extract.duty_word import begins_at_once
from ingest.extract.unit_head import starts_unit
from ingest.extract.unit_list import all_units, read_units
from ingest.extract.unit_scope import is_everybody
from ingest.extract.unit_split import split_units
from ingest.extract.unit_stop import starts_duty

_LIST_BEGINS = re.compile(r"\b(?:co\s+quan|don\s+vi|dia\s+phuong|doi\s+tuong|chuc\s+danh|gom|nhu)\s*:\s*$")


_LEAD_IN = re.compile(
    r"(?:[^:;.]{2,110}|(?:ve|doi\s+voi|lien\s+quan)\s(?:[^:;.]|\.(?=\d)|(?<=\d):(?=\d)){2,500}):\s*(?=\S)"
)


# "Căn cứ kế hoạch của tỉnh, các cơ quan, đơn vị xây dựng ...", "Quý I/2027, các sở đánh giá ..."
_ADVERBIAL = re.compile(
    r"(?:can\s+cu|tren\s+co\s+so|dinh\s+ky|quy\s+(?:[1-4]|i)|hang\s|truoc\s|khi\s|sau\s+(?:khi|toi\s+da|\d+\s+ngay)|truong\s+hop|nham\s"
    r"|trong\s(?!(?:thoi\s+gian|nhung\s+nam|cac\s+nam|nam|\w+\s+nam)\s+(?:vua\s+)?qua\b)"
    r"|doi\s+voi|theo\s(?!doi\b)|voi\s+(?:vai\s+tro|tu\s+cach|trach\s+nhiem)|cham\s+nhat|den\s|nam\s|thang\s|vao\s"
    r"|thuc\s+hien\s+(?:ke\s+hoach|chi\s+thi|nghi\s+quyet|cong\s+van|cong\s+dien|quyet\s+dinh|y\s+kien)\s)"
)


_COMMA = re.compile(r"[,;.]\s+")


_TIME = re.compile(r"(?:quy\s+(?:[1-4]|i{1,3}|iv)|nam|thang)\s")


def _comma_free(before: str, after: str) -> bool:
    """False where the comma stands inside a list of units: "gửi về Sở Nội vụ, Sở Tài chính rà soát"."""
    if re.match(r"(?:don vi|dia phuong|co quan|doan the|to chuc|ban|nganh|thu truong|tong cong ty)\b", after):
        return False
    if re.search(r"\b(?:bo|nganh|so|don\s+vi|dia\s+phuong|chinh\s+phu|phong)\s*$", before):
        return False
    if after.startswith("cac ") and re.search(r"\b(?:cho|cua|giua)\s+cac\s+[^,]{3,40}$", before):
        return False  # "bảo đảm an ninh cho các doanh nghiệp, các tổ chức khác, ..."
    return (
        before.startswith("voi vai tro")
        or re.search(r"\b(?:gui|qua|(?<!doi )voi|giua|gom)\s+[^,]{0,40}$", before) is None
    )


_INNER = re.compile(
    r"(?<=, )(?P<asks>de\s+nghi|yeu\s+cau)\s+"
    r"(?=(?:cac\s+(?:so|bo|dia|co\s+quan|don\s+vi)|ubnd|uy\s+ban\s+nhan\s+dan|so\s|bo\s(?!phan|sung)))"
    r"|(?<=[,;:)]\s)giao\s+|(?<=\w\s)giao\s+(?=s[oơ]|v[aă]n\s+ph|c[oô]ng\s+an|ubnd|thanh\s+tra)"
)


_RUN_IN_WORDS = 4


def _run_in(text: str, bare: str, start: int) -> Assignment | None:
    """ "2. Sở Tư pháp: Tăng cường kiểm tra văn bản ...": the unit is a heading in the line of its duty."""
    run = read_units(text, start)
    if run is None:
        return _post(text, start)
    if (colon := _COLON.match(bare, run.end)) is None:
        which = _WHICH_ONES.match(bare, run.end)
        units = all_units(text[run.start : which.end("which")]) if which else []
        if which is None or not units:
            return None
        run, colon = replace(run, units=tuple(units)), which  # "UBND các xã có làng nghề: Bố trí quỹ đất ..."
    rest = text[colon.end() :]
    if len(rest.split()) < _RUN_IN_WORDS or not (starts_duty(rest, 0) or begins_at_once(rest)):
        return None
    return Assignment(short_names(run.units), (), colon.end(), False, False)


# "Giáo viên chủ nhiệm: Vận động học sinh ...": people by their posts
_POSTS = re.compile(
    r"(?P<who>(?:(?:Các|Toàn thể)\s+)?(?:(?:[Nn]hân|[Gg]iáo|[Cc]huyên) viên|Viên chức|Tổng phụ trách|Kế toán|Văn thư"
    r"|Thủ quỹ|Bảo vệ|Thư ký|Cán bộ|Tổ trưởng|Nhóm trưởng|Lớp trưởng|Học sinh|Cha mẹ học sinh|Phụ huynh)"
    r"(?!\s+(?:phải|có|được|là|cần|sẽ)\b)[^:;.]{0,50}?)\s*:\s+(?=[^\W\d_])"
)
_POST_WORDS = 8


def _post(text: str, start: int) -> Assignment | None:
    """A post before what whoever holds it is to do."""
    named = _POSTS.match(text, start)
    if named is None or len(named["who"].split()) > _POST_WORDS or not begins_at_once(text[named.end() :]):
        return None
    return Assignment((named["who"],), (), named.end(), False, False)


def _in_parentheses(text: str, bare: str, start: int) -> Assignment | None:
    """ "Rà soát văn bản (Sở Tư pháp chủ trì; các sở phối hợp; quý II)": who does it stands behind."""
    for opening in _PARENTHESIS.finditer(bare, start):
        found = read_assignment(text, opening.end())
        if found is not None and found.ordered and not re.match(r"co\s+trach\s+nhiem", bare[found.end :]):
            return found
    return None


_WHICH_ONES = re.compile(r"(?P<which>\s*co\s(?!trach|nhiem)[^:;.,]{3,50}?)\s*:\s+")


_COLON = re.compile(r"\s*(?:tai\s+phu\s+luc\s+\w+\s*)?:\s+")


_PARENTHESIS = re.compile(r"\(\s*(?=[^()]{0,120}\bchu\s+tri\b|giao\s)")


# "Ông Trần Văn A - Phó Trưởng đoàn: Chủ trì kiểm tra ...": a name of two to five words, written large
_PERSON = re.compile(
    r"(?P<who>(?:Ông|Bà|Đồng chí|Đ/c)[.:]?\s+(?:[^\W\d_a-z]\w*\s+){1,4}[^\W\d_a-z]\w*)"
    r"(?:\s*[-–,]\s*[^:;.]{3,80}|\s*\([^()]{3,80}\))?\s*:\s+(?=\S)"
)


def _person(text: str, bare: str, start: int) -> Assignment | None:
    """A person named with a post before what the person is to do."""
    named = _PERSON.match(text, start)
    if named is None or not all(word[0].isupper() for word in named["who"].split()[1:]):
        return None
    if not (
        starts_duty(text, named.end()) or _IN_CHARGE.match(bare, named.end()) or begins_at_once(text[named.end() :])
    ):
        return None
    return Assignment((named["who"].replace(".", ""),), (), named.end(), False, True)


_IN_CHARGE = re.compile(r"(?:phu\s+trach|ky\s|dieu\s+hanh|trinh\s|lap\s)")


_CONDITION = re.compile(r"(?:neu|truong\s+hop|can\s+cu|khi|tuy)\s")


_HEADS_THEM = re.compile(r"(?:thu\s+truong|nguoi\s+dung\s+dau|lanh\s+dao)\s")


_CONCERNING = re.compile(r"doi\s+voi\s+")


def _concerning(text: str, bare: str, start: int) -> Assignment | None:
    """ "Đối với các cơ quan Trung ương, thủ trưởng đơn vị bám sát ...": the units are told in what follows."""
    opening = _CONCERNING.match(bare, start)
    run = read_units(text, opening.end()) if opening else None
    if (
        run is not None
        and len(run.units) > 1
        and _HEADS_THEM.match(bare_form(run.units[-1]))
        and starts_duty(text, run.end)
    ):
        return Assignment(short_names(run.units[:-1]), (), run.end, False, False)
    if run is None or (comma := re.compile(r"\s*[,:]\s+").match(bare, run.end)) is None:
        return None
    head = re.compile(r"(?:thu\s+truong|nguoi\s+dung\s+dau|lanh\s+dao)\s[^,;:.]{3,60}?(?:,\s*don\s+vi)?\s").match(
        bare, comma.end()
    )
    if _CONDITION.match(bare, comma.end()):
        return None
    if not starts_duty(text, head.end() if head else comma.end()) or follows_no_duty(text, bare, comma.end()):
        return None
    return Assignment(short_names(run.units), (), comma.end(), False, False)


_OF_THEIRS = re.compile(r"(?:nhiem\s+vu|trach\s+nhiem|quyen\s+han)\s")


def behind_adverbial(text: str, bare: str, start: int) -> Assignment | None:
    """ "Căn cứ kế hoạch của tỉnh, các cơ quan rà soát ...": who is told behind what says when or why."""
    if _ADVERBIAL.match(bare, start) is None:
        return None
    concerned = _CONCERNING.match(bare, start)
    named = read_units(text, concerned.end()) if concerned else None
    listed_to = named.end if named is not None else 0
    for comma in _COMMA.finditer(bare, start, start + 500):
        if comma.group()[0] in ".;":
            break
        if listed_to >= comma.end():
            continue  # "Đối với các cơ quan khối Đảng, các tổ chức chính trị đặt tên ...": a comma of the list
        if _OF_THEIRS.match(bare, comma.end()):
            continue  # "Căn cứ chức năng, nhiệm vụ của Ban Thường vụ, Văn phòng ...": not whose duty is told
        found = read_assignment(text, comma.end())
        if found is None and _TIME.match(bare, start):
            return None  # "Quý I năm 2021, trên cả nước diễn ra nhiều sự kiện, các lực lượng ...": a tale
        if found is not None and _comma_free(bare[start : comma.start()], bare[comma.end() : comma.end() + 16]):
            return found
    return None


def find_assignment(text: str, start: int = 0, owned: bool = False) -> Assignment | None:
    """Like `read_assignment`, also behind a lead-in ("Giải pháp: Giao ...") or inside ("khi có ..., giao Sở ...").

    `owned`: the item stands under a unit, so another one inside it counts only if it is given the duty in so
    many words.

    >>> find_assignment("Giải pháp khắc phục: Giao Sở Tài chính đôn đốc các đơn vị").lead
    ('Sở Tài chính',)
    >>> find_assignment("Khi có kết quả đánh giá, giao Sở Nội vụ chủ trì cùng với các đơn vị phân tích").coordinate
    ('các đơn vị',)
    """
    bare = bare_form(text)
    if owned and REQUESTS.match(bare, start):
        return None  # the unit above is to ask
    found = read_assignment(text, start) or _run_in(text, bare, start) or _person(text, bare, start)
    if found is not None:
        return found
    if not owned and (found := _concerning(text, bare, start)) is not None:
        return found
    lead_in = _LEAD_IN.match(bare, start)
    if lead_in and _LIST_BEGINS.search(bare, start, lead_in.end()):
        lead_in = None  # "... đối với cấp phó các cơ quan: Văn phòng Tỉnh ủy, ..."
    if lead_in and not (owned and REQUESTS.match(bare, lead_in.end())):
        remedy = re.search(r"giai phap|nhiem vu|de xuat|kien nghi", bare[start : lead_in.end()]) is not None
        found = read_assignment(text, lead_in.end()) or (None if owned else behind_adverbial(text, bare, lead_in.end()))
        if found is not None:
            return replace(found, ordered=found.ordered or remedy)
    if not owned and (found := behind_adverbial(text, bare, start)) is not None:
        return found
    for inner in _INNER.finditer(bare, start, start + 400):
        if inner["asks"] is not None and (owned or begins_at_once(text[start:]) or read_units(text, start) is not None):
            continue  # what the unit above is to ask of others, or whoever does what stands in front of it
        if not text[inner.end() : inner.end() + 1].isupper() and not bare.startswith("cac ", inner.end()):
            continue
        found = read_assignment(text, inner.start())
        if found is not None and not re.search(r"\bduoc\s*$", bare[: inner.start()]):
            return found
    if owned:
        return None
    return _in_parentheses(text, bare, start) or responsible_inside(text, bare, start)


RESPONSIBLE = re.compile(r"\s+(?:phai\s+)?co\s+trach\s+nhiem\s+(?!thi\s+hanh)")


IN_CASE = re.compile(
    r"(?:(?:trong\s+)?truong\s+hop|(?:sau\s+)?khi|neu|doi\s+voi|dinh\s+ky|hang\s+\w+|truoc\s|can\s+cu"
    r"|(?:trong|sau)\s+(?:thoi\s+(?:han|gian)|vong)|sau\s+ngay)\s"
)


# "Chủ đầu tư dự án có trách nhiệm ..."
_IN_CHARGE_OF_ONE = re.compile(
    r"(?:chu\s+(?:dau\s+tu|rung|co\s+so|doanh\s+nghiep|phuong\s+tien|tau|ho)|nha\s+thau|nha\s+truong|ban\s+quan\s+tri)(?:\s+[a-z]+){0,6}\s*"
)


_THEN = re.compile(r"\bthi\s+$")


_NOT_SUBJECT = re.compile(r"\b(?:cua|giua|voi|gui|den|toi|cho|thuoc|tai|va|do|boi|cung|de|ky\s+hop|dai\s+bieu)\s*$")


def responsible_inside(text: str, bare: str, start: int) -> Assignment | None:
    """ "Về dữ liệu: toàn bộ hồ sơ ... Sở Khoa học và Công nghệ có trách nhiệm ...": named in the middle."""
    said = RESPONSIBLE.search(bare, start, start + 600)
    if said is None:
        return None
    ends = (bare.rfind(". ", start, said.start()), bare.rfind("; ", start, said.start()))
    opening = max(start, *(end + 2 for end in ends if end >= 0)) if max(ends) >= 0 else start
    collective = COLLECTIVE.match(bare, opening) is not None
    if opening == start and (collective or ANYONE.match(bare, opening)) and said.start() - opening < 160:
        units = split_units(text[opening : said.start()])
        if (
            collective
            or any(starts_unit(unit) for unit in units)
            or _IN_CHARGE_OF_ONE.fullmatch(bare[opening : said.start()])
        ):
            return Assignment(short_names(units), (), said.end(), False, True)
    elif opening == start and collective:
        return None  # a subject so long is a list, of which the last name alone would be a part
    if FIRST_WITH.match(bare, opening):
        return None  # "Chủ trì, phối hợp với Sở A, Sở B có trách nhiệm ...": those are partners
    adverbial = (_ADVERBIAL.match(bare, opening) or IN_CASE.match(bare, opening)) is not None
    for word in re.finditer(r"(?<!\S)(?=\S)", bare[opening : said.start()]):
        at = opening + word.start()
        if not (text[at].isupper() or bare.startswith(("cac ", "co quan", "don vi"), at)):
            continue
        if at > opening and not text[at].isupper() and text[:at].rstrip()[-1:] not in ",;:)":
            continue  # "Tổ chức pháp chế các Tổng cục có trách nhiệm": part of a longer name
        if _NOT_SUBJECT.search(bare, max(start, at - 12), at):
            continue
        run = read_units(text, at)
        if run is not None and run.end >= said.start() and not text[said.start() : run.end].strip():
            if is_everybody(run.units[-1]) and _THEN.search(bare, max(start, at - 6), at):
                continue  # "... của nhiều cơ quan thì cơ quan, đơn vị có trách nhiệm ... là": which one follows
            if adverbial and "," in text[at : run.end] and "," not in text[opening:at]:
                continue  # "Sau kỳ họp Quốc hội, đại biểu Quốc hội ...": the first belongs to the words before
            return Assignment(short_names(run.units), (), said.end(), False, True)
    return None
