"""Citations: the documents that a document names, each with the evidence for it.

`find_mentions` gives every place where a document is cited, `find_citations` each cited document once.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise

from ingest.clean.fold import strip_diacritics
from ingest.extract.basis_place import BasisPlace
from ingest.extract.cited_company import company_before
from ingest.extract.cited_date import agrees, date_after, date_before
from ingest.extract.cited_issuer import (
    full_name,
    in_own_area,
    is_body_for,
    issuer_after,
    issuer_before,
    issuer_of_symbol,
    joint_issuer_after,
    place_after,
    province_of_line,
)
from ingest.extract.cited_number import CitedNumber, find_cited_numbers, repair
from ingest.extract.cited_title import QUALIFIED, says, title_after
from ingest.extract.competence import can_change
from ingest.extract.law_name import LawName, find_laws
from ingest.extract.models import Citation
from ingest.extract.relation import (
    CHANGES,
    STRENGTH,
    bare_prefix,
    changes_attached,
    ends_in_joiner,
    governing,
    introduced,
    is_joiner,
    is_subject,
    said_after,
)
from ingest.extract.segment import Segment, clauses_of, segments_of
from ingest.lexicons import rows
from ingest.models import BlockKind, Cell, Document, SectionKind
from ingest.parse.date import parse_date
from ingest.parse.document_type import type_code_of_name, type_name
from ingest.parse.issuer import organ_of_symbol
from ingest.parse.number import number_key, type_code_of
from ingest.parse.plain import squeeze
from ingest.parse.province import MERGED_ON, find_province, predecessors_of

_TYPES = "|".join(
    sorted(
        (
            strip_diacritics(name).lower().replace(" ", r"\s+")
            for _, name, family, _ in rows("document_types")
            if family != "annex"
        ),
        key=len,
        reverse=True,
    )
)
# "Kế hoạch số", "Chương trình hành động số", "Quyết định", "Công văn (số"; then the number.
_TYPE_BEFORE = re.compile(rf"(?<![^\W\d_])(?P<type>{_TYPES}){QUALIFIED}\s*\(?\s*(?:so)?\s*[:.]?\s*$")
_BARE_BEFORE = re.compile(r"(?<![^\W\d_])(?:van\s+ban\s+)?so\s*[:.]?\s*$")
_LAW_GAP = re.compile(r"^\s*[,(]?\s*(?:so\s*:?(?:\s+luat\s+so)?)?\s*$")
# "Hiến pháp năm 2013", "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam"; the bare word means it in general.
_CONSTITUTION = re.compile(
    r"(?<![^\W\d_])hien\s+phap(?:\s+sua\s+doi(?=\s+nam\s+\d))?(?:(?=\s+(?:nam\s+|ngay\s+)\d)|(?=\s+(?:19|20)\d\d\b)"
    r"|\s+nuoc\s+cong\s+hoa\s+xa\s+hoi\s+chu\s+nghia\s+viet\s+nam\b|\s+viet\s+nam(?=\s+nam\s+\d))"
)
# The document's own number line: "Số: 12/KH-SNV" at the beginning of a block or cell.
_OWN_LINE = re.compile(r"^\W*so\s*:?\s*$")
# A cell that holds nothing but a date.
_DATE_CELL = re.compile(
    r"^\s*(?:ngay\s*)?\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}\s*$|^\s*ngay\s+\d{1,2}\s+thang\s+\d{1,2}\s+nam\s+\d{4}\s*$"
)
_DEADLINE = re.compile(r"thoi gian|thoi han|hoan thanh|den ngay|hieu luc|het han|tiep nhan|tra ket qua")
# "Các Công điện: số 7, ..."; "khoản 2 Điều 5 Nghị định": words that belong to the citation itself.
_COLLECTIVE = re.compile(
    rf"^(?:(?:cac|nhung)\s+(?:{_TYPES})(?:\s+cua\s+[^;:,]{{3,40}})?\s*:\s*"
    rf"|(?:(?:,|va)?\s*(?:diem|khoan|dieu|muc|chuong|phu\s+luc)\s+(?:[\divx]+|[a-zđ])\b\s*)+(?:cua\s+)?(?:cac\s+)?)$"
)
# "khoản 2 Điều 5 (của)" in front of a document: only that part is cited.
PART_OF = re.compile(r"\b(?:diem|khoan|dieu|muc|chuong|phu\s+luc)\s+(?:[\divx]+|[a-zđ])[a-z]?\W*(?:(?:cua|tai)\s+)?$")
# "khoản 1 Điều 13 Quy chế tuyển sinh ban hành kèm theo": a part of what was attached to it.
_PART_ATTACHED = re.compile(
    r"\b(?:diem|khoan|dieu|muc|chuong|phu\s+luc)\s+(?:[\divx]+|[a-zđ])\b[^;:.]{0,110}\bkem\s+theo\s*$"
)
# "Công ty cổ phần A tại Văn bản số 5/CV-SCT": its symbol is not the department's.
_COMPANY = re.compile(
    r"\b(?:cong\s+ty|doanh\s+nghiep|hop\s+tac\s+xa|tap\s+doan|ho\s+kinh\s+doanh|chi\s+nhanh)\b(?:(?!\bquy\s+dinh|\btheo\b)[^;:]){2,140}\btai\s*$"
)
_AMENDED_IN = re.compile(r"\s*\(?,?\s*(?:(?:da|duoc)\s+)*sua\s+doi[^();.]{0,40}?nam\s+(?P<year>(?:19|20)\d\d)")
_ABOUT = re.compile(r"(?:về|ve)\s+(?!việc|viec)", re.IGNORECASE)
_OWN_PREFIX = re.compile(r"(?:(?:can cu|thuc hien|trien khai|theo|xet)(?: (?:cac|vao|noi dung|de nghi))* ?)?$")
#: Characters that such a prefix may take, labels and blanks included: a line may list documents by the thousand.
_OWN_REACH = 300
HEAD_REACH = 60
HEAD_APART = 130
GOVERNMENT_SINCE = "1992"  # before, the Government was the Council of Government, or of Ministers
# What may stand between a type's name and "số": whose it is, which session's, what it is about; no other document, no
# clause.
_APART = re.compile(
    r"\s+(?:(?P<of>cua\s|phien\s+hop\s|tai\s+phien\s+hop\s|ky\s+hop\s)|(?!(?:nay|tren|do|so|neu|va|ve|da|duoc|theo|tai|trong|khac|de|tu)\s))"
    r"(?:(?!\b(?:ve|theo|tai|nay|ban\s+hanh|kem|da|duoc|trinh|gui|de\s+nghi|quy\s+dinh|tren|co|do)\s)"
    r"(?:[^;,.:()/\n\d|]|\n(?!\s*[\n+-])|(?<=nam\s)(?:19|20)\d\d|(?<=giai\sdoan\s)20\d\d\s?[-–]\s?20\d\d|(?<=thang\s)\d{1,2}|(?<=thu\s)\d{1,2}))*"
)
MAX_ATTACHED = 900  # characters in front of a document to which what is changed was attached
# Organs whose symbols nobody else has.
_ONE_ISSUER = ("Chính phủ", "Thủ tướng Chính phủ", "Quốc hội", "Ủy ban Thường vụ Quốc hội")


# The next item of a list of documents begins behind a semicolon or comma.
_NEXT_ITEM = re.compile(r"^[^;.]{0,400}[;,]\s*(?:va\s+)?$")
# Somebody else acts before it: "...; Sở Nội vụ ban hành".
_SUBJECT = re.compile(r"\b(?:ban hanh|ky|tham muu|trinh|cua|do|ubnd|hdnd|uy ban|hoi dong|so|bo|tinh uy)\b")


@dataclass(slots=True)
class _Mention:
    head: int  # where the citation begins: its type's name
    at: int  # where number or name begin
    stop: int  # where number or name end
    tail: int  # where date and issuer end
    number: str | None
    key: str
    law_key: str | None
    type: str | None
    symbol: str
    year: int | None = None
    issued_on: str | None = None
    date_source: str = ""  # "after" | "shared" | "before" | "row"
    issuer: str | None = None
    title: str | None = None
    title_end: int = 0
    titled: bool = False  # named in the title of another one
    relation: str = "refers"
    inner: bool = False
    segment: int = 0
    named: bool = False  # the text names the issuer
    amended: int | None = None  # a law by name: the year in which it was amended, where the text says so
    shared_end: bool = False  # its end is said behind the last one of its list
    changing: bool = False  # named as what changed another one: "được sửa đổi, bổ sung bởi"
    between: tuple[int, int] | None = None  # words between its type's name and "số"
    about: bool = False  # those words say what it is about
    based: bool = False  # named as somebody's legal basis: the document's, or that of what it publishes


@dataclass(slots=True)
class _Context:
    document: Document
    text: str  # repaired; same offsets as the document's
    bare: str
    segments: list[Segment]
    starts: list[int]
    leads: dict[int, str | None] = field(default_factory=dict)
    rows: dict[int, list[list[Cell]]] = field(default_factory=dict)  # offset of a table's block -> cells by row
    direct: set[int] = field(default_factory=set)  # segments that begin with a citation
    basis_place: BasisPlace | None = None
    title: str = ""  # the document's own, bare


def find_citations(document: Document, mentions: list[Citation] | None = None) -> list[Citation]:
    """Cited documents in the order of their first mention, each once, under its strongest relation.

    Mentions of one number merge if their dates agree or one has none. The document's own number is
    no citation. Offsets are into `document.text`. `mentions`: a list to put `find_mentions` into, which costs
    nothing more here.
    """
    found = _mentions(document)
    if mentions is not None:
        mentions += (_citation(document, [mention]) for mention in found)
    return [_citation(document, group) for group in _merge(found, _own_year(document))]


def find_mentions(document: Document) -> list[Citation]:
    """Every mention, in text order, with what that mention itself says (for checks of spelling and date)."""
    return [_citation(document, [mention]) for mention in _mentions(document)]


def _mentions(document: Document) -> list[_Mention]:
    text = repair(document.text)
    bare = strip_diacritics(text).replace("\u0130", "I").lower()
    numbers = find_cited_numbers(text, bare)
    laws = find_laws(text, bare)
    constitutions = list(_CONSTITUTION.finditer(bare))
    if not numbers and not laws and not constitutions:
        return []
    segments = segments_of(document)
    context = _Context(document, text, bare, segments, [s.start for s in segments])
    context.basis_place = BasisPlace(document, segments, bare)
    context.title = squeeze(strip_diacritics(document.header.title or "").lower())
    mentions = [_named(match.start(), match.end()) for match in constitutions]
    used: set[int] = set()
    mentions += [m for number in numbers if (m := _numbered(context, number, laws, used))]
    mentions += [_by_name(law) for at, law in enumerate(laws) if at not in used]
    _number_of_amended(mentions, laws)
    mentions.sort(key=lambda m: (m.head, -m.stop))
    by_segment: dict[int, list[_Mention]] = {}
    for mention in mentions:
        mention.segment = bisect_right(context.starts, mention.head) - 1
        by_segment.setdefault(mention.segment, []).append(mention)
    kept: list[_Mention] = []
    for at in sorted(by_segment):
        group = by_segment[at]
        _give_dates(context, group)
        _give_types(group)
        group = [m for m in group if not _is_own(context, m)]
        _give_relations(context, at, group)
        kept += group
    return kept


def _number_of_amended(mentions: list[_Mention], laws: list[LawName]) -> None:
    """ "Luật sửa đổi ... của Luật A số 64/2025/QH15" where Luật A itself has that number: the amending law has none."""
    plain = {
        (m.key, m.law_key): m for m in mentions if m.number and m.law_key and not _AMENDING_TITLE.match(m.title or "")
    }
    for mention in mentions:
        if not (mention.number and mention.law_key and _AMENDING_TITLE.match(mention.title or "")):
            continue
        inner = [law for law in laws if law.inner and mention.head <= law.start < mention.at]
        if any((mention.key, law.key) in plain for law in inner):
            mention.number, mention.key, mention.symbol, mention.year = None, "", "", None
            mention.issuer, mention.title_end = "Quốc hội", mention.stop


_AMENDING_TITLE = re.compile(r"(?:Bộ luật|Luật|LUẬT|Pháp lệnh)\s+(?:sửa đổi|bổ sung|sua doi|bo sung)", re.IGNORECASE)


# --- what is mentioned -----------------------------------------------------------------------


def _numbered(context: _Context, number: CitedNumber, laws: list[LawName], used: set[int]) -> _Mention | None:
    at = bisect_right(context.starts, number.start) - 1
    if at < 0 or number.end > context.segments[at].end:
        return None
    begin = context.segments[at].start
    bare = context.bare
    window = max(begin, number.start - HEAD_REACH)
    front = bare[window : number.start]
    mention = _Mention(
        head=number.start,
        at=number.start,
        stop=number.end,
        tail=number.end,
        number=number.normalised,
        key=number_key(number.normalised),
        law_key=None,
        type=None,
        symbol=number.symbol,
        year=number.year,
    )
    if "QH" in number.symbol or "CTN" in number.symbol:
        # Laws begin in text order; the one that ends in front of the number is among the last before it.
        first = bisect_right(laws, number.start, key=lambda law: law.start)
        for index in range(max(0, first - 40), first):
            law = laws[index]
            if law.inner and law.start < number.start < law.end:  # a member of an amending law's list
                used.add(index)
                mention.head, mention.type, mention.title = law.start, law.kind, law.title
                mention.law_key, mention.inner, mention.issuer = law.key, True, "Quốc hội"
                return mention
            near = begin <= law.start and 0 <= number.start - law.end <= 12 and not law.inner
            if near and _LAW_GAP.match(bare[law.end : number.start]):
                used.add(index)
                mention.head, mention.type, mention.title = law.start, law.kind, law.title
                mention.law_key = law.key
                return mention
    if typed := _TYPE_BEFORE.search(front):
        mention.head = window + typed.start()
        code = type_code_of_name(" ".join(typed["type"].split()))
        of_symbol = type_code_of(number.symbol)
        if of_symbol and of_symbol != code:  # "Thông báo kết luận số 165-TB/TW"
            name = strip_diacritics(type_name(of_symbol) or "-").lower()
            base = max(begin, mention.head - 30)
            before = bare[base : mention.head].rstrip()
            if before.endswith(name):
                code, mention.head = of_symbol, base + len(before) - len(name)
        mention.type = type_name(code)
    elif said := _BARE_BEFORE.search(front):
        mention.head = window + said.start()
        _head_apart(bare, mention, begin)
    return mention


def _head_apart(bare: str, mention: _Mention, begin: int) -> None:
    """ "Nghị quyết phiên họp tháng 5 số 154/NQ-CP", "Quyết định của Thủ tướng số 468/QĐ-TTg": the type's name stands
    farther ahead."""
    named = type_name(type_code_of(mention.symbol))
    if not named:
        return
    kind = strip_diacritics(named).lower().replace(" ", r"\s+")
    begin = max(begin, mention.head - HEAD_APART)
    found = list(re.finditer(rf"(?<![^\W\d_]){kind}(?=\s)", bare[begin : mention.head]))
    if found and (apart := _APART.fullmatch(bare, begin + found[-1].end(), mention.head)):
        mention.between = (begin + found[-1].end(), mention.head)
        mention.about = not apart["of"]
        mention.head, mention.type = begin + found[-1].start(), named


def _by_name(law: LawName) -> _Mention:
    mention = _Mention(
        law.start, law.start, law.end, law.end, None, "", law.key, law.kind, "", title=law.title, inner=law.inner
    )
    mention.issuer = "Ủy ban Thường vụ Quốc hội" if law.kind == "Pháp lệnh" else "Quốc hội"
    mention.title_end = law.end
    return mention


def _named(start: int, end: int) -> _Mention:
    return _Mention(
        start, start, end, end, None, "", "hien phap", "Hiến pháp", "", title="Hiến pháp", issuer="Quốc hội"
    )


def _is_own(context: _Context, mention: _Mention) -> bool:
    if mention.number is None:
        return False
    header = context.document.header
    segment = context.segments[mention.segment]
    if mention.type is None and _OWN_LINE.match(context.bare[segment.start : mention.at]) and mention.at < 3000:
        return True
    own = header.issued_on
    # "78/2022/QĐ-TTg": the year beside the number, as catalogues write "78/QĐ-TTg".
    number = mention.number if own is None else mention.number.replace(f"/{own[:4]}/", "/", 1)
    if not header.number or number_key(header.number) not in (mention.key, number_key(number)):
        return False
    # Numbers begin anew each year: the same number of another year is another document.
    return not own or not mention.issued_on or own[:4] == mention.issued_on[:4]


# --- dates, issuers, titles ------------------------------------------------------------------


def _give_dates(context: _Context, group: list[_Mention]) -> None:
    text, bare = context.text, context.bare
    segment = context.segments[group[0].segment]
    headed = province_of_line(bare, segment.start, segment.end) if segment.cell is None else None
    for at, mention in enumerate(group):
        if mention.inner:
            continue
        following = at + 1
        while following < len(group) and group[following].head < mention.stop:
            following += 1
        limit = group[following].head if following < len(group) else segment.end
        found = date_after(text, bare, mention.stop, limit, law=mention.number is None)
        if found and (mention.number is None or agrees(found[0], mention.year) or "-" in found[0]):
            mention.issued_on, mention.tail = found
            mention.date_source = "after"
        if found and mention.number is None and _takes_effect(context, segment):
            mention.issued_on, mention.tail, mention.date_source = None, mention.stop, ""
        if mention.number is None:
            changed = _AMENDED_IN.match(bare, mention.tail, min(segment.end, mention.tail + 80))
            mention.amended = int(changed["year"]) if changed else None
            continue
        province = headed or _province(context.document, mention)
        # The issuer stands before or after the date; a list may name it behind the last number.
        joint = "TTLT" in mention.symbol or "NQLT" in mention.symbol
        organ = joint_issuer_after(text, bare, mention.tail, segment.end) if joint else None
        organ = organ or issuer_after(text, bare, mention.tail, segment.end, province)
        if organ is None and found:
            organ = issuer_after(text, bare, mention.stop, limit, province)
        organ = organ or place_after(text, mention.tail, segment.end, mention.symbol)
        fixed = None if joint else issuer_of_symbol(mention.symbol)  # a joint one has several
        if mention.symbol == "CP" and (mention.issued_on or "") < GOVERNMENT_SINCE:
            fixed = None  # "169-CP": then of the Council of Government
        # A decree is the Government's: what follows "do" behind it is another's act.
        if organ and not (fixed in _ONE_ISSUER and organ[0][:1].islower()):
            mention.issuer = organ[0] or fixed
            mention.named = bool(organ[0])
            mention.tail = max(mention.tail, organ[1])
        else:
            mention.issuer = (
                None if _COMPANY.search(bare, max(segment.start, mention.head - 160), mention.head) else fixed
            )
        if mention.issuer is None and (company := company_before(text, bare, segment.start, mention.head)):
            mention.issuer, mention.named = company, True
        if mention.issuer is None and mention.between:
            organ = issuer_after(text, bare, *mention.between, province)
            mention.issuer = organ[0] or None if organ else None
            mention.named = mention.issuer is not None
        if mention.issuer is None:
            mention.issuer = issuer_before(text, bare, segment.start, mention.head, mention.symbol, province)
            mention.named = mention.issuer is not None
        if headed and mention.issuer is None and (organ_name := _PEOPLES.get(organ_of_symbol(mention.symbol) or "")):
            of_province = find_province(headed)
            mention.issuer = f"{organ_name} {of_province.full_name}" if of_province else None
        if mention.issuer and _same_time(context.document, mention):
            header = context.document.header
            mention.issuer = in_own_area(mention.issuer, header.issuer, header.issuer_parent)
        if mention.title is None:
            front = bare[segment.start : mention.head] if mention.head - segment.start <= _OWN_REACH else None
            own_line = front is not None and _OWN_PREFIX.match(bare_prefix(front)) is not None
            named = title_after(text, bare, mention.tail, segment.end, _kind_of(mention), own_line, context.title)
            title, ends = named or (None, 0)
            of_part = PART_OF.search(bare, max(segment.start, mention.head - 40), mention.head) is not None
            of_part = (
                of_part or _PART_ATTACHED.search(bare, max(segment.start, mention.head - 160), mention.head) is not None
            )
            body = mention.issuer is not None and is_body_for(strip_diacritics(mention.issuer).lower())
            if (
                body
                and title
                and title.lower().startswith(("về ", "ve "))
                and title[3:7].lower() not in ("việc", "viec")
            ):
                title = None  # "Ban Chỉ đạo về ...": as much the organ's name
            elif body and title and (parts := _BODY_TO_CARRY_OUT.fullmatch(title)):
                mention.issuer, title = f"{mention.issuer} {parts['what']}", parts["title"]
            if title and not says(strip_diacritics(title).lower(), of_part, _bare_number(mention), _kind_of(mention)):
                mention.title, mention.title_end = _own_words(context, mention, title, segment.start), ends
            elif not title and mention.about and mention.between:
                words = squeeze(text[slice(*mention.between)])
                mention.title = words if _OF_A_YEAR.search(words) else None
    _share_dates(context, group)
    _complete_issuers(context, group)
    _share_issuers(context, group)
    _share_titles(context, group)
    if segment.cell is not None and len(group) == 1 and group[0].issued_on is None:
        _date_of_row(context, segment, group[0])


# "Ban Chỉ đạo thực hiện sắp xếp đơn vị hành chính về việc tháo gỡ vướng mắc": the first part is the organ's name.
_OF_A_YEAR = re.compile(r"^(?!.*\bcủa\b)(?:\S+\s+){4,}(?:năm|giai đoạn)\s20\d\d(?:\s?[-–]\s?20\d\d)?$")
_BODY_TO_CARRY_OUT = re.compile(r"(?P<what>(?:thực hiện|triển khai)\s.{10,150}?)\s(?P<title>về việc\s.+)")
# "Nghị quyết số 57-NQ/TW về ... trên địa bàn tỉnh X": the place is the citing plan's, the resolution is the country's.
_OF_COUNTRY = re.compile(r"NĐ-CP|(?:NQ|CT|KL|QĐ|TB)/TW|TT-B[A-ZĐ]+|NQ/CP|(?:UBTV)?QH\d+")
_PLACE = re.compile(
    r",?\s(?:trên địa bàn|tren dia ban)\s(?:tỉnh|tinh|thành phố|thanh pho|xã|xa|phường|phuong)"
    r"(?:\s(?=[^\W\da-zđ_]).*)?$"
)
# "Sửa đổi Nghị định số 97/2018/NĐ-CP về cho vay lại theo hướng ...": how it is to be changed.
_TO_CHANGE = re.compile(r"\b(?:sua\s+doi|bo\s+sung|dieu\s+chinh|thay\s+the|hoan\s+thien|ra\s+soat)\b[^;.:]{0,60}$")
_TOWARDS = re.compile(r",?\s+theo\s+hướng\s.*$")
# "Kéo dài thời gian thực hiện Nghị quyết số 33 về học phí đến hết ngày 31/12/2026": how long.
_PROLONGED = re.compile(r"\b(?:keo\s+dai|gia\s+han)\b[^;.:]{0,60}$")
_UNTIL = re.compile(r",?\s+(?:cho\s+)?(?:đến|den)\s+(?:(?:hết|het)\s+)?(?:ngày|tháng|năm|ngay|thang|nam)\s.*$")
# "Kết quả thực hiện Chỉ thị số 38/CT-TTg ngày 29/9/2020 về ... năm 2025": the year is the report's.
_LATER_YEAR = re.compile(
    r"(?<!đến)(?<!tới)(?<!nhìn)(?<!hướng)(?<!từ)(?<!trước)(?<!sau)(?<!và)(?<!,)(?<![–-])(?<!\d)(?<!học)\s+năm\s+(?P<year>20\d\d)$"
)


def _own_words(context: _Context, mention: _Mention, title: str, begin: int) -> str:
    """A title without what the citing sentence adds: the place where it carries it out, how it wants it changed."""
    if _TO_CHANGE.search(context.bare, max(begin, mention.head - 80), mention.head):
        title = _TOWARDS.sub("", title)
    if _PROLONGED.search(context.bare, max(begin, mention.head - 80), mention.head):
        title = _UNTIL.sub("", title)
    later = _LATER_YEAR.search(title)
    if later and mention.issued_on and int(later["year"]) - int(mention.issued_on[:4]) >= 2:
        title = title[: later.start()]
    return _PLACE.sub("", title) if _OF_COUNTRY.fullmatch(mention.symbol) else title


def _bare_number(mention: _Mention) -> bool:
    """Whether nothing but a year parts number and words: "Quyết định 482/QĐ-TTg năm 2024 về địa điểm"."""
    only_year = mention.issued_on is not None and len(mention.issued_on) == 4 and not mention.named
    return mention.tail == mention.stop or only_year


def _kind_of(mention: _Mention) -> str:
    return _bare_kind(mention.type, mention.symbol)


@lru_cache(maxsize=1024)
def _bare_kind(kind: str | None, symbol: str) -> str:
    return strip_diacritics(kind or type_name(type_code_of(symbol)) or "").lower()


def _province(document: Document, mention: _Mention) -> str | None:
    """Province of "UBND tỉnh": the citing document's, unless it may have been another one when the cited was issued."""
    own = document.header.issued_on
    province = document.header.province
    if own and own >= MERGED_ON[:7] and (mention.issued_on or "") < MERGED_ON:
        # Eleven provinces were not merged; and "UBND Thành phố" in a city merged with provinces is the city's.
        return province if province and _only_of_its_kind(province) else None
    return province


_PEOPLES = {"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân"}


def _same_time(document: Document, mention: _Mention) -> bool:
    """Whether both documents are of the time before, or after, communes and provinces were merged."""
    own, cited = document.header.issued_on, mention.issued_on
    return own is not None and cited is not None and (own >= MERGED_ON[:7]) == (cited >= MERGED_ON[:7])


@cache
def _only_of_its_kind(province: str) -> bool:
    """Whether, of the provinces that became this one, only this one is of its kind (tỉnh, thành phố)."""
    own = find_province(province)
    before = [find_province(name) for name in predecessors_of(province)]
    return own is not None and [one.name for one in before if one and one.kind == own.kind] == [province]


def _share_dates(context: _Context, group: list[_Mention]) -> None:
    """ "số A và số B ngày 8/1/2025": one date for members of one issuer and kind."""
    for first, second in zip(reversed(group[:-1]), reversed(group[1:]), strict=True):
        if (
            first.issued_on is None
            and second.issued_on is not None
            and first.number is not None
            and first.symbol == second.symbol
            and first.tail <= second.head
            and agrees(second.issued_on, first.year)
            and is_joiner(between := context.bare[first.tail : second.head])
            and ";" not in between
        ):
            first.issued_on, first.date_source = second.issued_on, "shared"
            first.issuer = second.issuer
    start = context.segments[group[0].segment].start
    before: _Mention | None = None
    for mention in group:
        if mention.number is None or mention.inner:
            continue
        if mention.issued_on is None:
            date = date_before(context.text, context.bare, before.tail if before else start, mention.head)
            if date and agrees(date, mention.year):
                mention.issued_on, mention.date_source = date, "before"
            elif (
                before
                and before.date_source == "before"
                and before.symbol == mention.symbol
                and is_joiner(context.bare[before.tail : mention.head])
            ):
                mention.issued_on, mention.date_source = before.issued_on, "before"
        before = mention


# "Các Nghị quyết của Hội đồng nhân dân Thành phố sau đây hết hiệu lực: số 5/NQ-HĐND ...; số 6/NQ-HĐND".
_LIST_OF = re.compile(
    rf"\W*(?:\w{{1,3}}[.)]\s*)?(?:bai\s+bo\s+)?(?:cac|nhung)\s+(?:{_TYPES})\s+(?:sau\s+(?:day\s+)?)?cua\s+"
    r"(?P<issuer>(?:ubnd|uy\s+ban\s+nhan\s+dan|hdnd|hoi\s+dong\s+nhan\s+dan)\s+(?:tinh|thanh\s+pho|huyen|xa|phuong)(?:\s+(?!sau\b|da\b|ve\b)"
    r"[^\W\d_]+){0,4}?)\s*(?::|sau\b|ve\b|da\b|het\b)"
)


def _complete_issuers(context: _Context, group: list[_Mention]) -> None:
    """Issuers whose province only the cited document's date allows to tell; those that the head of a list names."""
    segment = context.segments[group[0].segment]
    listed = _LIST_OF.match(context.bare, segment.start, min(segment.end, segment.start + 200))
    for mention in group:
        if mention.number is None or mention.inner:
            continue
        province = _province(context.document, mention)
        if mention.issuer is not None:
            mention.issuer = full_name(mention.issuer, province) or mention.issuer
        elif listed and listed.end() <= mention.head:
            name = full_name(context.text[slice(*listed.span("issuer"))], province)
            organ = strip_diacritics(_PEOPLES.get(organ_of_symbol(mention.symbol) or "") or "-")
            mention.issuer = name if name and strip_diacritics(name).startswith(organ) else None


def _share_issuers(context: _Context, group: list[_Mention]) -> None:
    """ "số A ngày ... và số B ngày ... của UBND tỉnh", "UBND tỉnh đã ban hành: A; B": one issuer of one list."""
    for first, second in zip(reversed(group[:-1]), reversed(group[1:]), strict=True):
        if first.issuer is None and second.named and first.symbol == second.symbol and first.tail <= second.head:
            between = context.bare[first.tail : second.head]
            if is_joiner(between) and ";" not in between:
                first.issuer = second.issuer
    for first, second in pairwise(group):
        of_one = organ_of_symbol(first.symbol) == organ_of_symbol(second.symbol)
        if second.issuer is None and first.issuer and of_one and first.tail <= second.head:
            between = context.bare[first.tail : second.head]
            # Joined by a semicolon behind the first one's title, or by nothing but a joiner.
            if (is_joiner(between) or _NEXT_ITEM.search(between)) and not _SUBJECT.search(between):
                second.issuer = first.issuer


_PLURAL = re.compile(
    rf"(?<![^\W\d_])(?:cac|hai|ba|bon|0?[2-9])\s+(?:{_TYPES})(?:\s+cua\s+[^;:,.]{{3,60}})?\s*:?\s*(?:so\s*:?\s*)?$"
)
# "Căn cứ các Nghị định của Chính phủ: số A ...; số B và số C sửa đổi": a clause of such a list.
_PLURAL_BEFORE = re.compile(
    rf"(?<![^\W\d_])(?:cac|hai|ba|bon|0?[2-9])\s+(?:{_TYPES})\b[^;]{{0,60}}:[^:]*;\s*(?:va\s+)?(?:so\s*:?\s*)?$"
)
_CHANGING_TITLE = re.compile(r"(?:ve\s+(?:viec\s+)?)?(?:sua\s+doi|bo\s+sung|thay\s+the|bai\s+bo)\b")


def _share_titles(context: _Context, group: list[_Mention]) -> None:
    """ "các Kế hoạch số 5/KH-UBND và số 6/KH-UBND về cải cách": one title of several, where no type is named again.

    What amends is said of all members only where they are two under a plural: "các Nghị định số 63 và số 92 sửa đổi".
    """
    bare = context.bare
    listed = [m for m in group if m.number is not None and not m.inner]
    for at in range(len(listed) - 1, 0, -1):
        last = listed[at]
        if not last.title or listed[at - 1].title:
            continue
        first = at
        while first and _one_of_list(bare, listed[first - 1], listed[first]):
            first -= 1
        members = listed[first:at]
        if not members or not re.search(r"\bva\s*(?:so\s*:?\s*)?$", bare[members[-1].tail : last.at]):
            continue
        begin = context.segments[last.segment].start
        front = bare[max(begin, members[0].at - 900) : members[0].at]
        plural = _PLURAL.search(front[-110:]) is not None or _PLURAL_BEFORE.search(front) is not None
        changing = _CHANGING_TITLE.match(strip_diacritics(last.title).lower()) is not None
        if (len(members) == 1 and (plural or not changing)) or (plural and not changing):
            for member in members:
                member.title, member.title_end = last.title, member.tail


def _one_of_list(bare: str, first: _Mention, second: _Mention) -> bool:
    """Whether two numbers stand in one list without a type's name between them."""
    if first.title or first.symbol != second.symbol or first.tail > second.head:
        return False
    between = bare[first.tail : second.at]
    return ";" not in between and "\n" not in between.strip() and is_joiner(re.sub(r"\bso\s*:?\s*$", "", between))


def _date_of_row(context: _Context, segment: Segment, mention: _Mention) -> None:
    """A table of documents: number in one cell, date in another one of the row."""
    table, cell = segment.block.table, segment.cell
    if table is None or cell is None:
        return
    rest = context.bare[cell.start : mention.head] + context.bare[mention.stop : cell.end]
    if len(rest.strip(" .,;:()-+")) > 12:
        return
    rows = context.rows.get(segment.block.start)
    if rows is None:
        rows = context.rows[segment.block.start] = table.cells_by_row()
    heads = {c.column: strip_diacritics(c.text).lower() for row in rows[: max(1, table.header_rows)] for c in row}
    dates = [
        (abs(other.column - cell.column), other)
        for other in rows[cell.row]
        if other is not cell and _DATE_CELL.match(context.bare[other.start : other.end])
    ]
    dates = [pair for pair in dates if not _DEADLINE.search(heads.get(pair[1].column, ""))]
    if len(dates) > 1:
        dates = [pair for pair in dates if re.search(r"ban hanh|ky", heads.get(pair[1].column, ""))] or [
            pair for pair in dates if pair[0] == 1
        ]
    if len(dates) != 1:
        return
    other = dates[0][1]
    iso = parse_date(context.text[other.start : other.end])
    if iso and agrees(iso, mention.year):
        mention.issued_on, mention.date_source = iso, "row"


def _takes_effect(context: _Context, segment: Segment) -> bool:
    """Whether the dates of a cell's column are those from which laws are in force."""
    table, cell = segment.block.table, segment.cell
    if table is None or cell is None:
        return False
    rows = context.rows.get(segment.block.start)
    if rows is None:
        rows = context.rows[segment.block.start] = table.cells_by_row()
    heads = [one.text for row in rows[: max(1, table.header_rows)] for one in row if one.column == cell.column]
    return any("hieu luc" in strip_diacritics(text).lower() for text in heads)


# "Văn bản số 77/SL-KT": letters of a name, where no copy is spoken of.
_COPIES = ("SY", "SL", "TrS")


def _give_types(group: list[_Mention]) -> None:
    before: _Mention | None = None
    for mention in group:
        if mention.number is None:
            continue
        if mention.type is None and before and before.symbol == mention.symbol and "QH" in mention.symbol:
            mention.type = before.type
        if mention.type is None and (code := type_code_of(mention.symbol)) not in _COPIES:
            mention.type = type_name(code)
        before = mention


# --- relations -------------------------------------------------------------------------------


def _give_relations(context: _Context, at: int, group: list[_Mention]) -> None:
    segment = context.segments[at]
    bare = context.bare
    clauses = clauses_of(context.text, segment)
    begins = [begin for begin, _ in clauses]
    own_title = _in_title(context, segment)
    opening: dict[int, str] = {}  # clause -> relation of its first citation
    outer: list[_Mention] = []
    covered = 0  # where the titles end that have begun
    for mention in group:
        clause = bisect_right(begins, mention.head) - 1
        begin, after_semicolon = clauses[clause]
        last = outer[-1] if outer else None
        # What a title in front names is no member of the list: "A sửa đổi B, C" lists A and C.
        if last and last.titled and mention.head >= covered:
            member = next((m for m in reversed(outer) if not m.titled), last)
            last = member if member.symbol == mention.symbol else last
        mention.titled = mention.head < covered
        covered = max(covered, mention.title_end)
        if mention.inner:
            mention.relation = "amends" if last and last.relation == "amends" else "refers"
            continue
        if last and last.head >= begin:
            between = bare[last.tail : mention.head]
            same = None if mention.titled else _same_symbol(outer, begin, mention)
            mention.relation = _beside(between, last, same)
            # "Căn cứ các Nghị định: số A về thủ tục: số B": a colon typed for a semicolon.
            if same is not None and last.relation == "basis" and between.rstrip().endswith(":"):
                numbered_only = bare[mention.head : mention.at].startswith("so")
                mention.relation = "basis" if numbered_only else mention.relation
            mention.changing = _CHANGED_BY.search(between) is not None or (last.changing and is_joiner(between))
            # "Căn cứ A sửa đổi B và thay thế C": it is A that does so.
            if mention.relation in CHANGES and opening.get(clause) in ("basis", "implements"):
                mention.relation = "refers"
        else:
            prefix = bare_prefix(bare[begin : mention.head])
            if not prefix.strip() or is_joiner(prefix) or _COLLECTIVE.match(prefix):
                if clause == 0:
                    context.direct.add(at)
                    mention.relation = _lead(context, at) or "refers"
                else:
                    mention.relation = (
                        _listed_before(context, clauses, clause, opening) if after_semicolon else "refers"
                    )
            else:
                relation = governing(_before_named(prefix, mention), own_title)
                if relation is None:
                    listed = last is not None and after_semicolon and ends_in_joiner(prefix)
                    relation = last.relation if last and listed else "refers"
                mention.relation = relation
            opening[clause] = mention.relation
            if after_semicolon and last and _changes_too(mention, last, outer):
                mention.relation, mention.changing = "refers", True
        if mention.relation == "attached_to" and clause != 0 and "(" not in bare[max(begin - 2, 0) : mention.head]:
            mention.relation = "refers"
        if mention.relation == "refers" and (
            said := said_after(
                bare[mention.tail : min(segment.end, mention.tail + 760)],
                mention.head - begin <= _OWN_REACH and is_subject(bare_prefix(bare[begin : mention.head])),
            )
        ):
            mention.relation = said
        if (
            mention.relation == "refers"
            and mention.head - begin < MAX_ATTACHED
            and changes_attached(bare_prefix(bare[begin : mention.head]))
        ):
            mention.relation = "amends"
        if mention.relation in CHANGES and not _changes(context, at, mention):
            mention.relation = "refers"
        if mention.relation == "attached_to" and _of_another(context, mention):
            mention.relation = "refers"
        mention.based = mention.relation == "basis"
        if mention.based and context.basis_place and not context.basis_place.holds(mention.head):
            mention.relation = "refers"
        outer.append(mention)
    _end_together(context, at, outer, clauses)
    _stay_in_force(context, at, outer, clauses)


# "...; các Quyết định số 5 và số 6 tiếp tục có hiệu lực": the verb of the clause, behind its last document.
_STAYS = re.compile(
    r"[\s,]*(?:thi\s+)?(?:van\s+|tiep\s+tuc\s+|con\s+)+(?:duoc\s+|giu\s+|co\s+)*(?:thuc\s+hien|hieu\s+luc|ap\s+dung|thi\s+hanh|nguyen)\b"
)


def _stay_in_force(context: _Context, at: int, outer: list[_Mention], clauses: list[tuple[int, bool]]) -> None:
    """Documents of a later clause that says of them that they stay."""
    begins = [begin for begin, _ in clauses]
    members: dict[int, list[_Mention]] = {}
    for mention in outer:
        members.setdefault(bisect_right(begins, mention.head) - 1, []).append(mention)
    for clause, inside in members.items():
        last = inside[-1]
        stop = context.segments[at].end
        if clause and _STAYS.match(context.bare, max(last.title_end, last.tail), stop):
            for mention in inside:
                mention.relation = "refers" if mention.relation in CHANGES else mention.relation


def _before_named(prefix: str, mention: _Mention) -> str:
    """ "Thực hiện Kế hoạch cải cách hành chính (Kế hoạch số": what governs the name governs the number behind it."""
    kind = _kind_of(mention)
    named = re.search(rf"(?<![^\W\d_]){kind}\s[^;:()/]{{5,160}}\($", prefix.rstrip()) if kind else None
    return prefix[: named.start()] if named else prefix


_CHANGED_BY = re.compile(r"\b(?:sua\s+doi|bo\s+sung|thay\s+the)\b[^;:.]{0,60}\bboi\s+(?:cac\s+)?$")


def _changes_too(mention: _Mention, last: _Mention, outer: list[_Mention]) -> bool:
    """Whether what stands behind a semicolon is one more that changed the same document.

    "Căn cứ Luật Đất đai số 31 được sửa đổi, bổ sung bởi Luật số 43, Luật số 47; Luật số 93": alike in having no
    name, where what they changed has one.
    """
    if not last.changing or mention.title or last.title or mention.type != last.type or not mention.number:
        return False
    changed = next((m for m in reversed(outer) if not m.changing and m.type == last.type), None)
    return changed is not None and changed.title is not None


# A member of a list of documents without a number: "...; Chiến lược phát triển gia đình đến năm 2020; Chỉ thị số 18".
_UNNUMBERED = re.compile(
    rf"\s*(?:(?:cac|tiep\s+tuc\s+trien\s+khai)\s+)?(?:{_TYPES}|chien\s+luoc|luat|bo\s+luat|phap\s+lenh)\s"
)


# "Căn cứ Điều lệ Đảng; Quy định số 294": what opens the list has no number.
_LED_CLAUSE = re.compile(
    r"[\W\d]*(?:(?P<basis>can\s+cu)|thuc\s+hien|trien\s+khai(?:\s+thuc\s+hien)?)\s[^:;.]{3,120};\s*$"
)


def _listed_before(context: _Context, clauses: list[tuple[int, bool]], clause: int, opening: dict[int, str]) -> str:
    """Relation of the list that goes on behind a semicolon, over members without a number."""
    for before in range(clause - 1, max(clause - 5, -1), -1):
        if before in opening:
            return opening[before]
        if led := _LED_CLAUSE.match(context.bare, clauses[before][0], clauses[before + 1][0]):
            return "basis" if led["basis"] else "implements"
        if not clauses[before][1] or not _UNNUMBERED.match(context.bare, clauses[before][0]):
            break
    return "refers"


def _of_another(context: _Context, mention: _Mention) -> bool:
    """Whether a note "(Kèm theo Nghị định ...)" stands on a form that the document only shows."""
    own = context.document.header.symbol
    place = context.basis_place
    return own is not None and own != mention.symbol and place is not None and place.is_attached(mention.head)


# "Quyết định A ...; Quyết định B ...; Quyết định C ... hết hiệu lực": subjects of one verb behind semicolons.
_ENDED = re.compile(r"\b(?:het hieu luc|duoc bai bo|bi bai bo)\b")
_HAS_VERB = re.compile(
    r"\b(?:het hieu luc|co hieu luc|tiep tuc (?:co|thuc|ap)|duoc (?:thuc|ap|trien)|chiu trach nhiem)\b"
)


def _end_together(context: _Context, at: int, outer: list[_Mention], clauses: list[tuple[int, bool]]) -> None:
    begins = [begin for begin, _ in clauses]
    heads: dict[int, _Mention] = {}  # clause -> its subject: nothing stands in front of it
    for mention in outer:
        clause = bisect_right(begins, mention.head) - 1
        front = bare_prefix(context.bare[begins[clause] : mention.head])
        if clause not in heads and mention.number and (not front.strip() or is_joiner(front)):
            heads[clause] = mention
    segment = context.segments[at]
    for clause in sorted(heads, reverse=True):
        before, last = heads.get(clause - 1), heads[clause]
        if before is None or not clauses[clause][1] or last.relation != "repeals" or before.relation != "refers":
            continue
        stop = begins[clause + 1] if clause + 1 < len(begins) else segment.end
        said = context.bare[last.tail : stop]
        between = context.bare[before.tail : last.head]
        if (last.shared_end or _ENDED.search(said)) and not _HAS_VERB.search(between) and before.type == last.type:
            before.relation, before.shared_end = "repeals", True
            if not _changes(context, at, before):
                before.relation = "refers"


# "Kiến nghị thực thi", "Nội dung đề xuất": what stands below is proposed.
# What the document calls itself where it speaks of its force: "Quyết định này thay thế ...".
_THIS = re.compile(rf"(?<![^\W\d_])(?P<type>{_TYPES})\s+nay\b")
_ARTICLES = re.compile(r"^\W*dieu\s+\d", re.MULTILINE)
_PROPOSAL = re.compile(r"\b(?:kien nghi|de xuat|du kien|phuong an (?:don gian|cat giam)|noi dung don gian)\b")


def _changes(context: _Context, at: int, mention: _Mention) -> bool:
    """Whether the document itself can change the cited one, and does more than propose it."""
    header = context.document.header
    segment = context.segments[at]
    code = type_code_of_name(strip_diacritics(mention.type).lower()) if mention.type else type_code_of(mention.symbol)
    own, symbol = header.type_code, header.symbol
    if said := _THIS.search(context.bare, segment.start, segment.end):
        own = type_code_of_name(" ".join(said["type"].split()))
        symbol = symbol if own == header.type_code else None
    if not can_change(own, symbol, code, mention.symbol):
        return False
    # A task that is handed out: "b) Sửa đổi Nghị định số ... Đơn vị chủ trì: ... Thời gian hoàn thành: ..."
    article = _ARTICLES.match(context.bare[segment.start : segment.start + 40])
    if not said and not article and _HANDED_OUT.search(context.bare, mention.tail, mention.tail + 700):
        return False
    # A row of a table, or an action programme without articles, says what is to be changed some day.
    if not said and (segment.cell is not None or (own == "NQ" and not _ARTICLES.search(context.bare))):
        return _in_title(context, segment)
    previous = context.segments[at - 1] if at else None
    if previous is None or previous.cell is not None or previous.end - previous.start > 120:
        return True
    return not _PROPOSAL.search(context.bare, previous.start, previous.end)


_HANDED_OUT = re.compile(
    r"\b(?:don vi|co quan) (?:chu tri|phoi hop|thuc hien)\s*:|\bthoi (?:gian|han) (?:hoan thanh|thuc hien)\s*:"
)


def _same_symbol(outer: list[_Mention], begin: int, mention: _Mention) -> _Mention | None:
    """The citation of the same clause and symbol whose title may name what stands in between."""
    return next(
        (m for m in reversed(outer) if m.head >= begin and m.number and m.symbol == mention.symbol and not m.titled),
        None,
    )


def _beside(between: str, last: _Mention, same: _Mention | None = None) -> str:
    """Relation of a citation that follows `last` in the same clause.

    `same`: the last one of its own symbol: "thay thế Quyết định A quy định chi tiết Luật X và Quyết định B".
    """
    squeezed = re.sub(r"\s+", " ", re.sub(r"\([^()]*\)", "", between))
    if same is not None and same is not last and "(" not in squeezed and ends_in_joiner(squeezed):
        return same.relation
    if is_joiner(squeezed):
        return last.relation
    if ends_in_joiner(squeezed) and "(" not in squeezed:
        return last.relation
    if joined := re.match(
        r"[^,;]{0,60}?(?:,|\bva\b|\bdong thoi\b) (?=(?:va )?(?:thuc hien|trien khai|thay the|bai bo|huy bo)\b)",
        squeezed,
    ):
        return governing(squeezed[joined.end() :]) or "refers"
    return "refers"


def _lead(context: _Context, at: int) -> str | None:
    """Relation that the line above a list gives to its items, or a section of legal basis."""
    if at in context.leads:
        return context.leads[at]
    segment = context.segments[at]
    lead: str | None = None
    if segment.kind != BlockKind.FOOTNOTE and segment.cell is None and at > 0:
        previous = context.segments[at - 1]
        if at - 1 in context.direct:
            lead = _lead(context, at - 1)
        elif previous.cell is None:
            lead = introduced(context.bare[previous.start : previous.end])
    if lead is None and _section_kind(context.document, segment.start) == SectionKind.LEGAL_BASIS:
        lead = "basis" if segment.kind != BlockKind.FOOTNOTE else None
    context.leads[at] = lead
    return lead


def _section_kind(document: Document, offset: int) -> SectionKind | None:
    kind: SectionKind | None = None
    sections = document.sections
    while True:
        inside = next((s for s in sections if s.start <= offset < s.end), None)
        if inside is None:
            return kind
        kind, sections = inside.kind, inside.children


def _in_title(context: _Context, segment: Segment) -> bool:
    span = context.document.header.evidence.get("title")
    return bool(span and segment.start < span[1] and span[0] < segment.end)


# --- one citation per document ---------------------------------------------------------------


def _agree(first: _Mention, second: _Mention) -> bool:
    """Whether two mentions can be of one document by their dates; a law's number has its year inside."""
    one, other = (m.issued_on or (str(m.year) if m.year and m.law_key else "") for m in (first, second))
    return one.startswith(other) or other.startswith(one)


# A law's number older than this is often not the law that a name alone means: by then a younger one has come.
LAW_AGE = 8


def _still_meant(group: list[_Mention], own_year: int) -> bool:
    """Whether "Luật X" without number or date can be the numbered law: a young one, or a legal basis.

    "Luật Di sản văn hóa số 28/2001/QH10" beside "Luật Di sản văn hóa" in a text of 2025: the second is another law.
    """
    years = [m.year for m in group if m.number and m.year]
    return not years or own_year - max(years) <= LAW_AGE or any(m.based for m in group)


def _merge(mentions: list[_Mention], own_year: int | None = None) -> list[list[_Mention]]:
    """Groups of mentions of one document, in the order of their first mentions; `own_year`: the citing one's."""
    # A date beside the number outweighs one that a list shares; mentions without a date come last.
    rank = {"after": 0, "row": 1, "shared": 2, "before": 2, "": 3}
    groups: dict[str, list[list[_Mention]]] = {}
    for mention in sorted(mentions, key=lambda m: (m.number is None, rank[m.date_source], m.head)):
        key = mention.key or mention.law_key or ""
        known = groups.setdefault(key, [])
        # A law's name alone is held to a mention that has name and number: "38/2019/QH14" alone tells no year.
        fits = [g for g in known if _agree(next((m for m in g if m.law_key), g[0]), mention)]
        if not fits and mention.date_source in {"shared", "before"}:
            fits = [g for g in known if g[0].date_source == "after"]
        if mention.number is None and not mention.issued_on:
            fits = [g for g in fits if not own_year or _still_meant(g, own_year)]
            if mention.amended:  # a law of a later year is another one
                fits = [g for g in fits if max((m.year or 0 for m in g), default=0) <= mention.amended]
        if fits:
            earlier = [g for g in fits if g[0].head <= mention.head]
            group = earlier[-1] if earlier else fits[0]
            group.append(mention)
        else:
            group = [mention]
            known.append(group)
        # By its name, too, whichever mention says it: the first one may be "Luật số 38/2019/QH14".
        if mention.number is not None and mention.law_key:
            named = groups.setdefault(mention.law_key, [])
            if not any(group is one for one in named):
                named.append(group)
    unique: dict[int, list[_Mention]] = {}
    for known in groups.values():
        for group in known:
            unique[id(group)] = group
    for group in unique.values():
        group.sort(key=lambda m: m.head)
    return sorted(unique.values(), key=lambda g: g[0].head)


def _own_year(document: Document) -> int | None:
    own = document.header.issued_on
    return int(own[:4]) if own and own[:4].isdigit() else None


def _citation(document: Document, group: list[_Mention]) -> Citation:
    sources = ("after", "row", "shared", "before", "")
    best = min(group, key=lambda m: (STRENGTH.index(m.relation), sources.index(m.date_source), m.head))
    dated = min(group, key=lambda m: (sources.index(m.date_source), -len(m.issued_on or ""), m.head))
    numbered = best if best.number else next((m for m in group if m.number), best)
    end = max(best.tail, best.stop)
    return Citation(
        number=numbered.number,
        type=best.type or next((m.type for m in group if m.type), None),
        issued_on=dated.issued_on,
        issuer=best.issuer or next((m.issuer for m in group if m.issuer), None),
        title=best.title or next((m.title for m in group if m.title), None),
        relation=best.relation,
        text=document.text[best.head : end],
        page=document.page_at(best.head),
        start=best.head,
        end=end,
    )
