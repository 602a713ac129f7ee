"""Text -> index terms. The one analysis that lexical index, embeddings, highlighting and
evaluation share."""

from __future__ import annotations

import re

from ingest.clean.fold import match_form

_SYLLABLE = re.compile(r"\w+")


def syllables(text: str) -> list[str]:
    """Lower-case syllables, numbers and letter codes in one tone-mark convention.

    >>> syllables("Uỷ ban 100% hồ sơ (DVCTT)")
    ['ủy', 'ban', '100', 'hồ', 'sơ', 'dvctt']
    """
    return _SYLLABLE.findall(match_form(text))
