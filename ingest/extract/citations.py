"""Citations: the documents that a document names, each with the evidence for it.

`find_mentions` gives every place where a document is cited, `find_citations` each cited document once.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from ingest.clean.fold import strip_diacritics
from ingest.extract.basis_place import BasisPlace
from ingest.extract.cited_fields import give_fields
from ingest.extract.cited_head import (
    CONSTITUTION,
    constitution_mention,
    law_mention,
    numbered_mention,
    take_number_of_amended,
)
from ingest.extract.cited_mention import Context, Mention
from ingest.extract.cited_merge import merge_mentions
from ingest.extract.cited_number import find_cited_numbers, repair
from ingest.extract.cited_relation import give_relations
from ingest.extract.law_name import find_laws
from ingest.extract.models import Citation
from ingest.extract.relation import STRENGTH
from ingest.extract.segment import segments_of
from ingest.models import Document
from ingest.parse.document_type import type_name
from ingest.parse.number import number_key, type_code_of
from ingest.parse.plain import squeeze

# The document's own number line: "Số: 12/KH-SNV" at the beginning of a block or cell.
_OWN_LINE = re.compile(r"^\W*so\s*:?\s*$")


def find_citations(document: Document, mentions: list[Citation] | None = None) -> list[Citation]:
    """Cited documents in the order of their first mention, each once, under its strongest relation.

    Mentions of one number merge if their dates agree or one has none. The document's own number is
    no citation. Offsets are into `document.text`. `mentions`: a list to put `find_mentions` into, which costs
    nothing more here.
    """
    found = _mentions(document)
    if mentions is not None:
        mentions += (_citation(document, [mention]) for mention in found)
    return [_citation(document, group) for group in merge_mentions(found, _own_year(document))]


def find_mentions(document: Document) -> list[Citation]:
    """Every mention, in text order, with what that mention itself says (for checks of spelling and date)."""
    return [_citation(document, [mention]) for mention in _mentions(document)]


def _mentions(document: Document) -> list[Mention]:
    text = repair(document.text)
    bare = strip_diacritics(text).replace("\u0130", "I").lower()
    numbers = find_cited_numbers(text, bare)
    laws = find_laws(text, bare)
    constitutions = list(CONSTITUTION.finditer(bare))
    if not numbers and not laws and not constitutions:
        return []
    segments = segments_of(document)
    context = Context(document, text, bare, segments, [s.start for s in segments])
    context.basis_place = BasisPlace(document, segments, bare)
    context.title = squeeze(strip_diacritics(document.header.title or "").lower())
    mentions = [constitution_mention(match.start(), match.end()) for match in constitutions]
    used: set[int] = set()
    mentions += [m for number in numbers if (m := numbered_mention(context, number, laws, used))]
    mentions += [law_mention(law) for at, law in enumerate(laws) if at not in used]
    take_number_of_amended(mentions, laws)
    mentions.sort(key=lambda m: (m.head, -m.stop))
    by_segment: dict[int, list[Mention]] = {}
    for mention in mentions:
        mention.segment = bisect_right(context.starts, mention.head) - 1
        by_segment.setdefault(mention.segment, []).append(mention)
    kept: list[Mention] = []
    for at in sorted(by_segment):
        group = by_segment[at]
        give_fields(context, group)
        _give_types(group)
        group = [m for m in group if not _is_own(context, m)]
        give_relations(context, at, group)
        kept += group
    return kept


def _is_own(context: Context, mention: Mention) -> bool:
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


# "Văn bản số 77/SL-KT": letters of a name, where no copy is spoken of.
_COPIES = ("SY", "SL", "TrS")


def _give_types(group: list[Mention]) -> None:
    before: Mention | None = None
    for mention in group:
        if mention.number is None:
            continue
        if mention.type is None and before and before.symbol == mention.symbol and "QH" in mention.symbol:
            mention.type = before.type
        if mention.type is None and (code := type_code_of(mention.symbol)) not in _COPIES:
            mention.type = type_name(code)
        before = mention


def _own_year(document: Document) -> int | None:
    own = document.header.issued_on
    return int(own[:4]) if own and own[:4].isdigit() else None


def _citation(document: Document, group: list[Mention]) -> Citation:
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
