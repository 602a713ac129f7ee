"""A document number in a query -> the documents that carry it."""

from __future__ import annotations

from collections.abc import Sequence

from index.analyze import bare_form, syllables
from index.query import NumberMention
from index.records import DocumentFacet
from ingest.clean.fold import strip_diacritics


def mentioned_documents(
    documents: Sequence[DocumentFacet], numbers: dict[str, list[int]], mention: NumberMention, text: str
) -> list[int]:
    """Positions of the documents a mention means, the likeliest first; [] where none carries the number.

    Every part typed must agree. Where several documents do, those whose issuer or type shares most
    words with the rest of the query are meant.
    """
    candidates = [p for p in numbers.get(mention.number, ()) if _agrees(documents[p], mention)]
    if not candidates:
        return []
    typed = {bare_form(strip_diacritics(syllable)) for syllable in syllables(text)}

    def shared(position: int) -> int:
        facet = documents[position]
        known = {bare_form(part) for part in (facet.issuer_key or "").split()}
        known |= set((facet.number_key or "").split("/"))
        if facet.year is not None:
            known.add(str(facet.year))
        return len(typed & known)

    best = max(map(shared, candidates))
    chosen = [position for position in candidates if shared(position) == best]
    # Issued before draft, the leader of near duplicates before the others, newest first.
    chosen.sort(key=lambda p: documents[p].issued_on or "", reverse=True)
    chosen.sort(key=lambda p: (documents[p].draft, documents[p].leader not in (None, documents[p].id)))
    return chosen


def _agrees(facet: DocumentFacet, mention: NumberMention) -> bool:
    parts = (facet.number_key or "").split("/")[1:]
    code = strip_diacritics(facet.type_code or "").lower()
    if mention.complete is not None and len(mention.parts) >= 2:
        # Typed whole: "12/KH-UBND" doesn't mean 12/KH-SGDĐT, nor 12/KH-UBND-VX.
        return set(parts) | {code} == set(mention.parts) | {code} or set(parts) == set(mention.parts) - {code}
    return all(part in parts or part == code for part in mention.parts)
