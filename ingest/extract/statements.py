"""What a document says of the force of others: "Nghị định số 48 sửa đổi, bổ sung Nghị định số 63".

What it does itself (`amends`, `replaces`, `repeals` of `find_citations`) is not repeated, with one exception: where
it takes away or replaces only a part ("bãi bỏ Điều 5 của Quyết định ..."), the other document is amended, and that is
said here. Precision goes first: both documents must be named by number in one sentence whose verb joins them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.clean.fold import strip_diacritics
from ingest.extract.citations import find_mentions
from ingest.extract.models import Citation, Statement
from ingest.extract.relation import is_joiner
from ingest.models import Document
from ingest.parse.number import number_key

_CHANGE = r"(?:(?:sua\ doi|dieu\ chinh|bo\ sung|thay\ the|bai\ bo),?\ ?(?:va\ )?)*(?:sua\ doi|dieu\ chinh|bo\ sung)"
#: Group -> relation, for the verbs below.
_VERB = rf"""(?: (?P<amends>{_CHANGE}(?:,\ (?:thay\ the|bai\ bo))*)
  | (?P<replaces>thay\ the|thay\ cho) | (?P<repeals>bai\ bo|huy\ bo) )"""
_RELATIONS = ("amends", "replaces", "repeals")
# What of the other document is meant: "một số điều của", "khoản 2 Điều 1 của các".
_PART = r"""(?:\ (?:mot\ so|mot\ phan|dieu|khoan|diem|muc|chuong|phu\ luc|noi\ dung|quy\ dinh|cum\ tu|tai|cua|cac|va
  |so|,|\d{1,3}[a-zđ]?|[a-zđ]|[ivx]{1,5}))*"""
_TITLE = r"(?:\ (?:ve|quy\ dinh|huong\ dan|ban\ hanh|phe\ duyet)\b[^;.:()]{0,200}?)"
# "A ngày ... của Chính phủ sửa đổi, bổ sung một số điều của" B; "A ... (thay thế" B.
_ACTIVE = re.compile(
    rf"^(?:{_TITLE}\ (?:va|dong\ thoi))?(?:\ (?:ve|ve\ viec|da))?\ {_VERB}(?:\ cho)?(?P<part>{_PART})[\ :]*$",
    re.VERBOSE,
)
_NOTED = re.compile(rf"^{_TITLE}?\ ?\(\ ?(?:da\ )?{_VERB}(?:\ cho)?(?P<part>{_PART})[\ :]*$", re.VERBOSE)
# "A (được sửa đổi, bổ sung tại khoản 27 Điều 1" B; "A, đã được thay thế bởi" B.
_PASSIVE = re.compile(
    rf"""^(?: {_TITLE}?\ ?(?:,|\(|\ da(?=\ )|,\ da(?=\ ))\ ? | \ )
    (?:da\ )?(?P<by>duoc\ |bi\ )?{_VERB}(?P<some>\ mot\ (?:so\ (?:dieu|noi\ dung|khoan)|phan))?(?:\ cua\ luat\ nay)?
    \ (?:boi|bang|tai|theo|trong)(?P<part>{_PART})[\ :]*$""",
    re.VERBOSE,
)
# A list of procedures that were changed is no change of the decision that publishes it.
_PUBLISHED = re.compile(r"\b(?:cong bo|danh muc|thu tuc|tthc|quy trinh|ngach|bieu mau|chuc danh)\b")
# "A (đã hết hiệu lực)", "A đã bị bãi bỏ".
_OVER = re.compile(
    r"""^[\ ,]*(?:\(\ ?)?(?:nay\ |hien\ )?
    (?: da\ het\ hieu\ luc(?!\ (?:tu|ke)\ ngay\ \w+\ \w+\ nay) | (?<=\()het\ hieu\ luc
      | da\ (?:duoc|bi)\ (?:(?P<replaced>thay\ the)|bai\ bo) )
    (?P<some>\ mot\ phan)?(?![\w\ ]*\b(?:boi|bang|tai|theo)\b)""",
    re.VERBOSE,
)
_CONDITION = re.compile(r"\b(?:khi|neu|truong hop|chua|du kien|de nghi|kien nghi|de xuat|du thao)\b[^;.]*$")
# "khoản 2 Điều 5 của" in front of a citation: only that part is meant.
_PART_BEFORE = re.compile(
    r"\b(?:diem|khoan|dieu|muc|chuong|phu luc|phan|doan|tiet|cum tu|mot so|mot phan|noi dung)\b[^;.:()]{0,80}$"
)
# Between two documents that one verb governs lies the first one's title, too ("chi tiết một số điều của Luật A
# và"): a part of the second stands behind a joiner.
_PART_JOINED = re.compile(
    r"(?:^\W*|[,;]|\bva)\s*(?:cac |mot so |mot phan )?"
    r"(?:diem|khoan|dieu|muc|chuong|phu luc|phan|doan|tiet|cum tu|mot so|mot phan)\b[^;.:()]{0,80}$"
)
# "..., trừ quy định tại khoản 3 Điều 7", "hết hiệu lực một phần"; not "trừ trường hợp quy định tại Điều 9 Luật này".
_PARTS = r"(?:(?:diem|khoan|dieu|muc|chuong|phu luc) (?:[\divx]+|[a-zđ])\b,? ?(?:va )?)+"
_SPARED = re.compile(
    rf"^(?:[^;.]|\.(?=\d)){{0,400}}?(?:\bhet hieu luc mot phan\b"
    rf"|[,(] ?(?:ngoai )?tru (?:cac )?(?:(?:quy dinh|noi dung)(?: tai| cua)? )?{_PARTS}(?!(?:cua )?\w+ \w+ nay))"
)
_OWN_VERB = re.compile(r"\b(?:thay the|thay cho|bai bo|huy bo|cham dut hieu luc)\b")
_SOME = re.compile(r"\b(?:mot so|mot phan)\b")
# Columns and captions of lists of documents whose force has ended.
_REASON = re.compile(r"\b(?:ly do|thoi diem|ngay|thoi gian)\b.{0,12}\bhet hieu luc")
_EXTENT = re.compile(r"\b(?:toan bo|mot phan)\b")
_SENTENCE = re.compile(r"[;]|[.!?]\s")
_REACH = 260  # characters between two documents that one verb joins


@dataclass(slots=True)
class _Text:
    bare: str
    starts: list[int]  # of blocks and cells
    mentions: list[Citation]

    def segment(self, offset: int) -> int:
        return bisect_right(self.starts, offset) - 1

    def between(self, start: int, end: int) -> str:
        return re.sub(r"\s+", " ", self.bare[start:end])

    def is_spared(self, mention: Citation) -> bool:
        """Whether the sentence behind a mention leaves a part of it in force."""
        at = self.segment(mention.start) + 1
        end = self.starts[at] if at < len(self.starts) else len(self.bare)
        return _SPARED.match(self.between(mention.end, min(end, mention.end + 500))) is not None

    def before(self, mention: Citation) -> str:
        """The sentence in front of a mention, inside its block."""
        begin = max(self.starts[self.segment(mention.start)], mention.start - 300)
        front = self.between(begin, mention.start)
        cuts = [cut.end() for cut in _SENTENCE.finditer(front)]
        return front[cuts[-1] :] if cuts else front


def find_statements(document: Document, mentions: list[Citation] | None = None) -> list[Statement]:
    """Statements in the order of the text, each once. `subject` is None where it is not said who ended the other.

    Offsets are into `document.text`, from the first document named to the second. `mentions`: as `find_mentions`
    gives them, where they are at hand.

    Read by eye in 132 documents of many provinces and ministries: 103 statements, none wrong.
    """
    mentions = [m for m in (find_mentions(document) if mentions is None else mentions) if m.number]
    if not mentions:
        return []
    starts = sorted(
        {block.start for block in document.blocks}
        | {cell.start for block in document.blocks if block.table for cell in block.table.cells}
    )
    bare = strip_diacritics(document.text).replace("\u0130", "I").lower()
    text = _Text(bare, starts or [0], mentions)
    own = document.header.number
    found = [*_said_of_others(text), *_listed_as_over(document, text)]
    over = {number_key(said.object) for said in found if said.subject is None}
    if own:
        found += (said for said in _partly(text, own) if number_key(said.object) not in over)
    unique: dict[tuple[str, str, str], Statement] = {}
    for said in found:
        subject = number_key(said.subject) if said.subject else ""
        if subject != number_key(said.object):
            unique.setdefault((subject, number_key(said.object), said.relation), said)
    return sorted(unique.values(), key=lambda said: (said.start, said.end))


def _said_of_others(text: _Text) -> Iterator[Statement]:
    mentions = text.mentions
    for at, first in enumerate(mentions):
        second = mentions[at + 1] if at + 1 < len(mentions) else None
        joined = second is not None and _near(text, first, second)
        if joined and second is not None:
            yield from _pair(text, at)
            if _partner(text, first, second):
                continue
        segment_end = text.starts[text.segment(first.start) + 1 :][:1]
        limit = min(first.end + 80, segment_end[0] if segment_end else len(text.bare))
        over = _OVER.match(text.between(first.end, limit))
        if over and not _CONDITION.search(text.before(first)):
            relation = "replaces" if over["replaced"] else "repeals"
            if over["some"] or _PART_BEFORE.search(text.before(first)):
                relation = "amends"
            yield Statement(None, first.number or "", relation, first.page, first.start, first.end)


def _listed_as_over(document: Document, text: _Text) -> Iterator[Statement]:
    """Rows of the lists that every office publishes each year: documents whose force ended, with the reason."""
    for block in document.blocks:
        table = block.table
        if table is None or table.layout:
            continue
        rows = table.cells_by_row()
        heads = {c.column: text.between(c.start, c.end) for row in rows[: max(1, table.header_rows)] for c in row}
        reasons = [column for column, name in heads.items() if _REASON.search(name)]
        if not reasons:
            continue
        around = text.between(max(0, block.start - 400), block.start) + " ".join(heads.values())
        marks = list(_EXTENT.finditer(around))
        if not marks:  # wholly or in part is not said
            continue
        partly = marks[-1][0] == "mot phan"
        for cells in rows[max(1, table.header_rows) :]:
            named = [m for c in cells if c.column < min(reasons) for m in _inside(text, c.start, c.end)]
            said = [m for c in cells if c.column in reasons for m in _inside(text, c.start, c.end)]
            if not named:
                continue
            changed, subject = named[0], said[0] if len(said) == 1 else None
            words = " ".join(text.between(c.start, c.end) for c in cells if c.column in reasons)
            relation = "amends" if partly else "replaces" if "thay the" in words else "repeals"
            number = subject.number if subject else None
            yield Statement(number, changed.number or "", relation, changed.page, changed.start, changed.end)


def _inside(text: _Text, start: int, end: int) -> list[Citation]:
    return [m for m in text.mentions if start <= m.start < end]


def _near(text: _Text, first: Citation, second: Citation) -> bool:
    return first.end <= second.start <= first.end + _REACH and text.segment(first.start) == text.segment(second.start)


def _partner(text: _Text, first: Citation, second: Citation) -> bool:
    between = text.between(first.end, second.start)
    return any(pattern.match(between) for pattern in (_PASSIVE, _ACTIVE, _NOTED))


def _pair(text: _Text, at: int) -> Iterator[Statement]:
    """What one sentence says of two neighbours, and of those listed after the second."""
    first, second = text.mentions[at], text.mentions[at + 1]
    between = text.between(first.end, second.start)
    if found := _PASSIVE.match(between):
        relation = _relation(found)
        bare_verb = found["by"] is None and "(" not in between
        if bare_verb or _PUBLISHED.search(between) or _PUBLISHED.search(text.before(first)[-80:]):
            return
        if found["some"] or _PART_BEFORE.search(text.before(first)):
            relation = "amends"
        for subject in (second, *_listed(text, at + 1)):
            yield _statement(subject, first, relation, first.start, subject.end)
        return
    found = _ACTIVE.match(between) or _NOTED.match(between)
    # "Căn cứ Nghị định A sửa đổi Quyết định B": who changes must be of the same kind, or it may be a third one.
    if found is None or _kind(first) != _kind(second) or _CONDITION.search(between):
        return
    relation = _relation(found)
    if relation != "amends" and (_PART_BEFORE.search(found["part"]) or _PART_BEFORE.search(text.before(first)[-80:])):
        relation = "amends"
    yield _statement(first, second, relation, first.start, second.end)
    if re.search(r"\b(?:cac|cua\ cac)\s*:?\s*$", between) or re.search(r"\bcac\b", found["part"]):
        for further in _listed(text, at + 1):
            yield _statement(first, further, relation, first.start, further.end)


def _listed(text: _Text, at: int) -> Iterator[Citation]:
    """Mentions that continue a list begun by `mentions[at]`: same kind, joined by a comma or "và"."""
    for last, following in zip(text.mentions[at:], text.mentions[at + 1 :], strict=False):
        between = text.between(last.end, following.start)
        if not _near(text, last, following) or ";" in between or not is_joiner(between):
            return
        if _kind(last) != _kind(following):
            return
        yield following


def _partly(text: _Text, own: str) -> Iterator[Statement]:
    """Documents that this one repeals or replaces only in part."""
    before: tuple[Citation, bool] | None = None
    for mention in text.mentions:
        if mention.relation not in ("replaces", "repeals"):
            before = None
            continue
        front = text.before(mention)
        verbs = list(_OWN_VERB.finditer(front))
        middle = front[verbs[-1].end() :] if verbs else front
        if before and _near(text, before[0], mention):
            middle = text.between(before[0].end, mention.start)
            generic = before[1] and is_joiner(middle)
            verbs = list(_OWN_VERB.finditer(middle))
            if verbs:  # "bãi bỏ A; bãi bỏ một phần B"
                middle = middle[verbs[-1].end() :]
            partly = bool((_PART_BEFORE if verbs else _PART_JOINED).search(middle)) or generic
        else:
            generic = False
            partly = bool(_PART_BEFORE.search(middle))
        if "toan bo" in middle:
            partly = False
        partly = partly or text.is_spared(mention)
        if partly:
            yield Statement(own, mention.number or "", "amends", mention.page, mention.start, mention.end)
        before = (mention, partly and (generic or bool(_SOME.search(middle))))


def _relation(found: re.Match[str]) -> str:
    return next(name for name in _RELATIONS if found[name])


def _kind(mention: Citation) -> str:
    """Type of a document: what changes a decree is a decree."""
    return strip_diacritics(mention.type or "").lower().replace("bo luat", "luat")


def _statement(subject: Citation, changed: Citation, relation: str, start: int, end: int) -> Statement:
    page = min(subject.page, changed.page)
    return Statement(subject.number, changed.number or "", relation, page, min(start, end), max(start, end))
