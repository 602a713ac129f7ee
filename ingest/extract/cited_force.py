"""Whether a line that seems to change the force of documents does: they stay, end together, or cannot be changed."""

from __future__ import annotations

import re
from bisect import bisect_right

from ingest.clean.fold import strip_diacritics
from ingest.extract.cited_mention import TYPES, Context, Mention, stands_in_title
from ingest.extract.competence import WITHOUT_FORCE, can_change
from ingest.extract.relation import CHANGES, bare_prefix, is_joiner
from ingest.parse.document_type import type_code_of_name
from ingest.parse.number import type_code_of

# "...; các Quyết định số 5 và số 6 tiếp tục có hiệu lực": the verb of the clause, behind its last document.
_STAYS = re.compile(
    r"[\s,]*(?:thi\s+)?(?:van\s+|tiep\s+tuc\s+|con\s+)+(?:duoc\s+|giu\s+|co\s+)*(?:thuc\s+hien|hieu\s+luc|ap\s+dung|thi\s+hanh|nguyen)\b"
)


def stay_in_force(context: Context, at: int, outer: list[Mention], clauses: list[tuple[int, bool]]) -> None:
    """Documents of a later clause that says of them that they stay."""
    begins = [begin for begin, _ in clauses]
    members: dict[int, list[Mention]] = {}
    for mention in outer:
        members.setdefault(bisect_right(begins, mention.head) - 1, []).append(mention)
    for clause, inside in members.items():
        last = inside[-1]
        stop = context.segments[at].end
        if clause and _STAYS.match(context.bare, max(last.title_end, last.tail), stop):
            for mention in inside:
                mention.relation = "refers" if mention.relation in CHANGES else mention.relation


# "Quyết định A ...; Quyết định B ...; Quyết định C ... hết hiệu lực": subjects of one verb behind semicolons.
_ENDED = re.compile(r"\b(?:het hieu luc|duoc bai bo|bi bai bo)\b")
_HAS_VERB = re.compile(
    r"\b(?:het hieu luc|co hieu luc|tiep tuc (?:co|thuc|ap)|duoc (?:thuc|ap|trien)|chiu trach nhiem)\b"
)


def end_together(context: Context, at: int, outer: list[Mention], clauses: list[tuple[int, bool]]) -> None:
    """ "A ...; B ...; C ... hết hiệu lực": what is said of the last one is said of those before it."""
    begins = [begin for begin, _ in clauses]
    heads: dict[int, Mention] = {}  # clause -> its subject: nothing stands in front of it
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
            if not changes_it(context, at, before):
                before.relation = "refers"


# What the document calls itself where it speaks of its force: "Quyết định này thay thế ...".
_THIS = re.compile(rf"(?<![^\W\d_])(?P<type>{TYPES})\s+nay\b")
_ARTICLES = re.compile(r"^\W*dieu\s+\d", re.MULTILINE)
# "Kiến nghị thực thi", "Nội dung đề xuất": what stands below is proposed.
_PROPOSAL = re.compile(r"\b(?:kien nghi|de xuat|du kien|phuong an (?:don gian|cat giam)|noi dung don gian)\b")


def changes_it(context: Context, at: int, mention: Mention) -> bool:
    """Whether the document itself can change the cited one, and does more than propose it."""
    header = context.document.header
    segment = context.segments[at]
    code = type_code_of_name(strip_diacritics(mention.type).lower()) if mention.type else type_code_of(mention.symbol)
    own, symbol = header.type_code, header.symbol
    if said := _THIS.search(context.bare, segment.start, segment.end):
        own = type_code_of_name(" ".join(said["type"].split()))
        # "Luật này thay thế" in a letter is said of a law.
        if own != header.type_code and header.type_code in WITHOUT_FORCE and own not in WITHOUT_FORCE:
            return False
        symbol = symbol if own == header.type_code else None
    if not can_change(own, symbol, code, mention.symbol):
        return False
    # A task that is handed out: "b) Sửa đổi Nghị định số ... Đơn vị chủ trì: ... Thời gian hoàn thành: ..."
    article = _ARTICLES.match(context.bare[segment.start : segment.start + 40])
    if not said and not article and _HANDED_OUT.search(context.bare, mention.tail, mention.tail + 700):
        return False
    # A row of a table, or an action programme without articles, says what is to be changed some day.
    if not said and (segment.cell is not None or (own == "NQ" and not _ARTICLES.search(context.bare))):
        return stands_in_title(context, segment)
    previous = context.segments[at - 1] if at else None
    if previous is None or previous.cell is not None or previous.end - previous.start > 120:
        return True
    return not _PROPOSAL.search(context.bare, previous.start, previous.end)


_HANDED_OUT = re.compile(
    r"\b(?:don vi|co quan) (?:chu tri|phoi hop|thuc hien)\s*:|\bthoi (?:gian|han) (?:hoan thanh|thuc hien)\s*:"
)
