"""What a query asks for besides its words moves candidates a little.

Factors on the fused score, chosen on our own questions; figures in evaluation/results/search.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from index.document_filter import fold_key
from index.intent import LEVELS, Intent, provinces_meant
from index.rank import Ranked
from index.records import KINDS, DocumentFacet
from ingest.clean.fold import strip_diacritics

# Share by which the score of a passage grows that has what an intent asks for.
WEIGHTS = {"type": 0.08, "year": 0.2, "unit": 0.16, "level": 0.3, "province": 0.4, "kind": 0.06}


def boosted(
    ranked: Sequence[Ranked],
    intents: Sequence[Intent],
    documents: Sequence[DocumentFacet],
    document: npt.NDArray[np.int32],
    kind: npt.NDArray[np.int8],
) -> list[Ranked]:
    """Candidates with the scores that the intents give them, best first; scores of 0..1 stay so.

    `document[row]` is a position in `documents`, `kind[row]` one in `KINDS`.
    """
    if not intents or not ranked:
        return list(ranked)
    most = 1 + sum(WEIGHTS[name] for name in {intent.name for intent in intents})
    kinds = {KINDS.index(name) for intent in intents for name in intent.kinds}
    of_document: dict[int, float] = {}
    moved: list[Ranked] = []
    for candidate in ranked:
        position = int(document[candidate.row])
        if position not in of_document:
            of_document[position] = document_gain(documents[position], intents)
        gain = of_document[position]
        if int(kind[candidate.row]) in kinds:
            gain += WEIGHTS["kind"]
        moved.append(replace(candidate, score=candidate.score * (1 + gain) / most))
    moved.sort(key=lambda candidate: -candidate.score)
    return moved


def document_gain(facet: DocumentFacet, intents: Sequence[Intent]) -> float:
    """How much more a document's passages count: the sum over the intents that it meets."""
    gain = 0.0
    provinces: dict[str, float] = {}
    units = 0.0
    for intent in intents:
        weight = WEIGHTS[intent.name]
        if intent.name == "type":
            gain += weight * (strip_diacritics(facet.type_code or "").upper() == strip_diacritics(intent.value).upper())
        elif intent.name == "year":
            gain += weight * (str(facet.year) == intent.value)
        elif intent.name == "unit":
            units = max(units, weight * ((fold_key(intent.value) or "") in (facet.issuer_key or "")))
        elif intent.name == "level":
            gain += weight * (facet.issuer_key or "").startswith(LEVELS[intent.value])
        elif intent.name == "province":
            provinces |= provinces_meant(intent.value)
    return gain + units + WEIGHTS["province"] * provinces.get(facet.province or "", 0.0)
