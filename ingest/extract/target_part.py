"""Parts of a whole: "sản lượng 1.200 tấn, trong đó nuôi trồng 1.000 tấn" counts the same of a part of it."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.extract.indicator_words import unshared
from ingest.extract.named import INDICATOR_HEAD, Named
from ingest.extract.quantity import Quantity, bare, unit_head

_IN_IT = re.compile(r"\btrong (?:so )?do\b,?\s*(?:co |gom |rieng )?")
_FEW_WORDS = re.compile(r"[^,;:.()%\d]{2,60}$")
_NEXT = re.compile(r"\s*(?:,|va|,\s*va)\s+")
# What begins a goal of its own instead of naming a part.
_OWN = re.compile(
    r"(?:phan dau|dat|tang|giam|cat giam|den|nam|moi|hang|to chuc|xay dung|thanh lap|hoan thanh|thuc hien|kiem tra"
    r"|co|duoc|dam bao|bao dam|toi thieu|it nhat|nang|duy tri|voi|gop phan|chiem)\b"
)
_MOST_WORDS = 8


def is_part(folded: str, floor: int, quantity: Quantity, whole: Quantity, named: Named) -> bool:
    """Whether a count behind the number that ends at `floor` says how many of those: "trong đó cấp xã 900 lượt", or
    the next member of such a list; in the same unit."""
    if not quantity.kind == whole.kind == "count" or unit_head(quantity.unit or "") != unit_head(whole.unit or ""):
        return False
    between = folded[floor : quantity.start]
    mark = _IN_IT.search(between)
    if mark is None and (named.shape != "part" or (mark := _NEXT.match(between)) is None):
        return False
    words = between[mark.end() :]
    return _FEW_WORDS.fullmatch(words) is not None and len(words.split()) <= _MOST_WORDS and not _OWN.match(words)


def as_part(folded: str, floor: int, quantity: Quantity, named: Named, whole: Quantity, previous: Named) -> Named:
    """`named` with what it is a part of, where its clause names the part alone."""
    if named.shape not in ("trailing", "inherited", "middle") or named.name.startswith(previous.name[:12]):
        return named
    if quantity.kind == "share":
        mark = _IN_IT.search(folded, floor, quantity.start)
        if whole.kind != "share" or mark is None or mark.end() < named.start - 1:
            return named
    elif not is_part(folded, floor, quantity, whole, previous):
        return named
    part = named.subject or named.name
    if not 1 <= len(part.split()) <= _MOST_WORDS or INDICATOR_HEAD.match(bare(part)) or _OWN.match(bare(part)):
        return named
    above = unshared(previous.name)
    above = above.rpartition(": ")[0] if previous.shape == "part" else above
    return replace(named, name=f"{above}: {part}", shape="part")
