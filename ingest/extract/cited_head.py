"""Where a citation begins: the type's name in front of a number, a law's name beside its number, the constitution."""

from __future__ import annotations

import re
from bisect import bisect_right

from ingest.clean.fold import strip_diacritics
from ingest.extract.cited_mention import TYPES, Context, Mention
from ingest.extract.cited_number import CitedNumber
from ingest.extract.cited_title import QUALIFIED
from ingest.extract.law_name import LawName
from ingest.parse.document_type import type_code_of_name, type_name
from ingest.parse.number import number_key, type_code_of

# "Kế hoạch số", "Chương trình hành động số", "Quyết định", "Công văn (số"; then the number.
_TYPE_BEFORE = re.compile(rf"(?<![^\W\d_])(?P<type>{TYPES}){QUALIFIED}\s*\(?\s*(?:so)?\s*[:.]?\s*$")
_BARE_BEFORE = re.compile(r"(?<![^\W\d_])(?:van\s+ban\s+)?so\s*[:.]?\s*$")
_LAW_GAP = re.compile(r"^\s*[,(]?\s*(?:so\s*:?(?:\s+luat\s+so)?)?\s*$")
# "Hiến pháp năm 2013", "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam"; the bare word means it in general.
CONSTITUTION = re.compile(
    r"hien(?<![^\W\d_]hien)\s+phap(?:(?<=can\scu\shien\sphap)(?=\s*(?:;|,|va\s+(?:luat|bo\s+luat|nghi)\b))"
    r"|(?:\s+sua\s+doi(?=\s+nam\s+\d))?(?:(?=\s+(?:nam\s+|ngay\s+)\d)|(?=\s+(?:19|20)\d\d\b)"
    r"|\s+nuoc\s+cong\s+hoa\s+xa\s+hoi\s+chu\s+nghia\s+viet\s+nam\b|\s+viet\s+nam(?=\s+nam\s+\d)))"
)
HEAD_REACH = 60
HEAD_APART = 130
# What may stand between a type's name and "số": whose it is, which session's, what it is about; no other document, no
# clause.
_APART = re.compile(
    r"\s+(?:(?P<of>cua\s|phien\s+hop\s|tai\s+phien\s+hop\s|ky\s+hop\s)|(?!(?:nay|tren|do|so|neu|va|ve|da|duoc|theo|tai|trong|khac|de|tu)\s))"
    r"(?:(?!\b(?:ve|theo|tai|nay|ban\s+hanh|kem|da|duoc|trinh|gui|de\s+nghi|quy\s+dinh|tren|co|do)\s)"
    r"(?:[^;,.:()/\n\d|]|\n(?!\s*[\n+-])|(?<=nam\s)(?:19|20)\d\d|(?<=giai\sdoan\s)20\d\d\s?[-–]\s?20\d\d|(?<=thang\s)\d{1,2}|(?<=thu\s)\d{1,2}))*"
)


def take_number_of_amended(mentions: list[Mention], laws: list[LawName]) -> None:
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


def numbered_mention(context: Context, number: CitedNumber, laws: list[LawName], used: set[int]) -> Mention | None:
    """The citation around a number, from its type or law's name on; None for a number over two lines.

    `laws`: those of the whole text, in text order; `used`: takes up the positions of those that have this number.
    """
    at = bisect_right(context.starts, number.start) - 1
    if at < 0 or number.end > context.segments[at].end:
        return None
    begin = context.segments[at].start
    bare = context.bare
    window = max(begin, number.start - HEAD_REACH)
    front = bare[window : number.start]
    mention = Mention(
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


def _head_apart(bare: str, mention: Mention, begin: int) -> None:
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


def law_mention(law: LawName) -> Mention:
    """The citation of a law by its name alone."""
    mention = Mention(
        law.start, law.start, law.end, law.end, None, "", law.key, law.kind, "", title=law.title, inner=law.inner
    )
    mention.issuer = "Ủy ban Thường vụ Quốc hội" if law.kind == "Pháp lệnh" else "Quốc hội"
    mention.title_end = law.end
    return mention


def constitution_mention(start: int, end: int) -> Mention:
    """The citation of the constitution at these offsets."""
    return Mention(start, start, end, end, None, "", "hien phap", "Hiến pháp", "", title="Hiến pháp", issuer="Quốc hội")
