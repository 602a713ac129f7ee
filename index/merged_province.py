"""Documents of provinces that were merged on 1 July 2025, found under the name of the province of today."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from index.intent import Intent, provinces_meant
from ingest import messages
from ingest.clean.fold import match_form, strip_diacritics
from ingest.parse.province import predecessors_of, province_at, successor_of


def merged_note(intents: Sequence[Intent], province: str | None) -> str | None:
    """What to say on a hit of another province than the one that was asked for; None where there is nothing.

    `province`: the name of the province of the hit's document, as it was when the document was issued.

    >>> asked = (Intent("province", "Lâm Đồng", 0, 8),)
    >>> "Đắk Nông" in (merged_note(asked, "Đắk Nông") or ""), merged_note(asked, "Lâm Đồng"), merged_note(asked, None)
    (True, None, None)
    """
    named = [intent.value for intent in intents if intent.name == "province"]
    if province is None or not named or province in named:
        return None
    for name in named:
        if province in provinces_meant(name):
            if successor_of(province) == name:
                return messages.HIT_OF_PREDECESSOR.format(old=province, new=name)
            return messages.HIT_OF_SUCCESSOR.format(old=name, new=province)
    return None


@lru_cache(maxsize=256)  # asked again for every document
def split_province(issuer: str) -> tuple[str, tuple[str, ...]]:
    """An issuer as typed -> the rest without the province's name, and the provinces that it stands for:
    itself and those that were merged into it. ("...", ()) where none is named.

    >>> split_province("so noi vu lam dong")
    ('so noi vu', ('Lâm Đồng', 'Đắk Nông', 'Bình Thuận'))
    >>> split_province("Sở Nội vụ"), split_province("Bình Thuận")
    (('so noi vu', ()), ('', ('Bình Thuận',)))
    """
    bare = strip_diacritics(match_form(issuer))
    for start in (match.start() for match in re.finditer(r"(?<![^\W_])[a-z]", bare)):
        found = province_at(bare, start)
        if found is not None:
            province, end = found
            names = dict.fromkeys([province.name, *predecessors_of(province.name)])
            rest = re.sub(r"\b(?:tinh|thanh pho|tp)\W*$", "", bare[:start].rstrip())
            return " ".join(f"{rest} {bare[end:]}".split()), tuple(names)
    return " ".join(bare.split()), ()
