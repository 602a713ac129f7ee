"""What the document does with each document that a line cites: the words in front of it, its list, the line above."""

from __future__ import annotations

import re
from bisect import bisect_right

from ingest.extract.cited_force import changes_it, end_together, stay_in_force
from ingest.extract.cited_mention import OWN_REACH, TYPES, Context, Mention, kind_of, stands_in_title
from ingest.extract.relation import (
    CHANGES,
    bare_prefix,
    changes_attached,
    ends_in_joiner,
    governing,
    introduced,
    is_joiner,
    is_subject,
    said_after,
)
from ingest.extract.segment import clauses_of
from ingest.models import BlockKind, Document, SectionKind

# "Các Công điện: số 7, ..."; "khoản 2 Điều 5 Nghị định": words that belong to the citation itself.
_COLLECTIVE = re.compile(
    rf"^(?:(?:cac|nhung)\s+(?:{TYPES})(?:\s+cua\s+[^;:,]{{3,40}})?\s*:\s*"
    rf"|(?:(?:,|va)?\s*(?:diem|khoan|dieu|muc|chuong|phu\s+luc)\s+(?:[\divx]+|[a-zđ])\b\s*)+(?:cua\s+)?(?:cac\s+)?)$"
)
MAX_ATTACHED = 900  # characters in front of a document to which what is changed was attached


def give_relations(context: Context, at: int, group: list[Mention]) -> None:
    """Gives the mentions of line `at` of the document, in text order, their relations."""
    segment = context.segments[at]
    bare = context.bare
    clauses = clauses_of(context.text, segment)
    begins = [begin for begin, _ in clauses]
    own_title = stands_in_title(context, segment)
    opening: dict[int, str] = {}  # clause -> relation of its first citation
    outer: list[Mention] = []
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
            if between.count(")") > between.count("(") and (before := _before_bracket(bare, outer, last, begin)):
                last, between = before, between[between.rindex(")") + 1 :]
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
                if (
                    relation == "implements" and mention.type == "Báo cáo"
                ):  # "đã thực hiện các báo cáo: số 5": made them
                    relation = "refers"
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
                mention.head - begin <= OWN_REACH and is_subject(bare_prefix(bare[begin : mention.head])),
            )
        ):
            mention.relation = said
        if (
            mention.relation == "refers"
            and mention.head - begin < MAX_ATTACHED
            and changes_attached(bare_prefix(bare[begin : mention.head]))
        ):
            mention.relation = "amends"
        if mention.relation in CHANGES and not changes_it(context, at, mention):
            mention.relation = "refers"
        if mention.relation == "attached_to" and _of_another(context, mention):
            mention.relation = "refers"
        mention.based = mention.relation == "basis"
        if mention.based and context.basis_place and not context.basis_place.holds(mention.head):
            mention.relation = "refers"
        outer.append(mention)
    end_together(context, at, outer, clauses)
    stay_in_force(context, at, outer, clauses)


def _before_bracket(bare: str, outer: list[Mention], last: Mention, begin: int) -> Mention | None:
    """ "Căn cứ A (được sửa đổi bởi B), C": the list that a bracket broke goes on from A."""
    inside = [m for m in outer if begin <= m.head <= last.head]
    for first, second in zip(reversed(inside[:-1]), reversed(inside[1:]), strict=True):
        if "(" in bare[first.tail : second.head]:
            return first
    return None


def _before_named(prefix: str, mention: Mention) -> str:
    """ "Thực hiện Kế hoạch cải cách hành chính (Kế hoạch số": what governs the name governs the number behind it."""
    kind = kind_of(mention)
    named = re.search(rf"(?<![^\W\d_]){kind}\s[^;:()/]{{5,160}}\($", prefix.rstrip()) if kind else None
    return prefix[: named.start()] if named else prefix


_CHANGED_BY = re.compile(r"\b(?:sua\s+doi|bo\s+sung|thay\s+the)\b[^;:.]{0,60}\bboi\s+(?:cac\s+)?$")


def _changes_too(mention: Mention, last: Mention, outer: list[Mention]) -> bool:
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
    rf"\s*(?:(?:cac|tiep\s+tuc\s+trien\s+khai)\s+)?(?:{TYPES}|chien\s+luoc|luat|bo\s+luat|phap\s+lenh)\s"
)
# "Căn cứ Điều lệ Đảng; Quy định số 294": what opens the list has no number.
_LED_CLAUSE = re.compile(
    r"[\W\d]*(?:(?P<basis>can\s+cu)|thuc\s+hien|trien\s+khai(?:\s+thuc\s+hien)?)\s[^:;.]{3,120};\s*$"
)


def _listed_before(context: Context, clauses: list[tuple[int, bool]], clause: int, opening: dict[int, str]) -> str:
    """Relation of the list that goes on behind a semicolon, over members without a number."""
    for before in range(clause - 1, max(clause - 5, -1), -1):
        if before in opening:
            return opening[before]
        if led := _LED_CLAUSE.match(context.bare, clauses[before][0], clauses[before + 1][0]):
            return "basis" if led["basis"] else "implements"
        if not clauses[before][1] or not _UNNUMBERED.match(context.bare, clauses[before][0]):
            break
    return "refers"


def _of_another(context: Context, mention: Mention) -> bool:
    """Whether a note "(Kèm theo Nghị định ...)" stands on a form that the document only shows."""
    own = context.document.header.symbol
    place = context.basis_place
    return own is not None and own != mention.symbol and place is not None and place.is_attached(mention.head)


def _same_symbol(outer: list[Mention], begin: int, mention: Mention) -> Mention | None:
    """The citation of the same clause and symbol whose title may name what stands in between."""
    return next(
        (m for m in reversed(outer) if m.head >= begin and m.number and m.symbol == mention.symbol and not m.titled),
        None,
    )


_PART_AT_END = re.compile(
    r"(?:(?:diem|khoan|dieu|muc|chuong|phu luc) (?:[\divx]+[a-z]?|[a-zđ])(?:,? va |,? ))+(?:cua )?(?:cac )?$"
)
_FOR = re.compile(r"[,.]\s(?:nham|de)\s(?P<verb>(?:thuc hien|trien khai)\s[^,;]{0,80})$")


def _beside(between: str, last: Mention, same: Mention | None = None) -> str:
    """Relation of a citation that follows `last` in the same clause.

    `same`: the last one of its own symbol: "thay thế Quyết định A quy định chi tiết Luật X và Quyết định B".
    """
    squeezed = re.sub(r"\s+", " ", re.sub(r"\([^()]*\)", "", between))
    if same is not None and same is not last and "(" not in squeezed and ends_in_joiner(squeezed):
        return same.relation
    if is_joiner(_PART_AT_END.sub("", squeezed)):  # "A và khoản 2 Điều 5 (của) B"
        return last.relation
    if ends_in_joiner(squeezed) and "(" not in squeezed:
        return last.relation
    if purpose := _FOR.search(squeezed):  # "A về việc rà soát, đơn giản hóa, nhằm thực hiện B"
        return governing(squeezed[purpose.start("verb") :]) or "refers"
    if joined := re.match(
        r"[^,;]{0,60}?(?:,|\bva\b|\bdong thoi\b) (?=(?:va )?(?:thuc hien|trien khai|thay the|bai bo|huy bo)\b)",
        squeezed,
    ):
        return governing(squeezed[joined.end() :]) or "refers"
    return "refers"


def _lead(context: Context, at: int) -> str | None:
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
