"""The province of "UBND tỉnh", which merged provinces make uncertain."""

from __future__ import annotations

from functools import cache

from ingest.extract.cited_mention import Mention
from ingest.models import Document
from ingest.parse.province import MERGED_ON, find_province, predecessors_of


def province_of(document: Document, mention: Mention) -> str | None:
    """Province of "UBND tỉnh": the citing document's, unless it may have been another one when the cited was issued."""
    own = document.header.issued_on
    province = document.header.province
    if own and own >= MERGED_ON[:7] and (mention.issued_on or "") < MERGED_ON:
        # Eleven provinces were not merged; and "UBND Thành phố" in a city merged with provinces is the city's.
        return province if province and _only_of_its_kind(province) else None
    return province


@cache
def _only_of_its_kind(province: str) -> bool:
    """Whether, of the provinces that became this one, only this one is of its kind (tỉnh, thành phố)."""
    own = find_province(province)
    before = [find_province(name) for name in predecessors_of(province)]
    return own is not None and [one.name for one in before if one and one.kind == own.kind] == [province]
