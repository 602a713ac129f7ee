"""Mentions of one document put together."""

from __future__ import annotations

from ingest.extract.cited_mention import Mention


def _agree(first: Mention, second: Mention) -> bool:
    """Whether two mentions can be of one document by their dates; a law's number has its year inside."""
    one, other = (m.issued_on or (str(m.year) if m.year and m.law_key else "") for m in (first, second))
    return one.startswith(other) or other.startswith(one)


# A law's number older than this is often not the law that a name alone means: by then a younger one has come.
LAW_AGE = 8


def _still_meant(group: list[Mention], own_year: int) -> bool:
    """Whether "Luật X" without number or date can be the numbered law: a young one, or a legal basis.

    "Luật Di sản văn hóa số 28/2001/QH10" beside "Luật Di sản văn hóa" in a text of 2025: the second is another law.
    """
    years = [m.year for m in group if m.number and m.year]
    return not years or own_year - max(years) <= LAW_AGE or any(m.based for m in group)


def merge_mentions(mentions: list[Mention], own_year: int | None = None) -> list[list[Mention]]:
    """Groups of mentions of one document, in the order of their first mentions; `own_year`: the citing one's."""
    # A date beside the number outweighs one that a list shares; mentions without a date come last.
    rank = {"after": 0, "row": 1, "shared": 2, "before": 2, "": 3}
    groups: dict[str, list[list[Mention]]] = {}
    for mention in sorted(mentions, key=lambda m: (m.number is None, rank[m.date_source], m.head)):
        key = mention.key or mention.law_key or ""
        if mention.issued_on and key.endswith("/ub"):  # until about 2005 "QĐ-UB" was as good as "QĐ-UBND"
            key += "nd"
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
    unique: dict[int, list[Mention]] = {}
    for known in groups.values():
        for group in known:
            unique[id(group)] = group
    for group in unique.values():
        group.sort(key=lambda m: m.head)
    return sorted(unique.values(), key=lambda g: g[0].head)
