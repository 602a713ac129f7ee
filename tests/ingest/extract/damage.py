"""One text in the forms in which scans and typing spoil it."""

from __future__ import annotations

import re

from ingest.clean.fold import strip_diacritics


def broken(paragraph: str) -> str:
    """A line break for every third blank."""
    words = paragraph.split(" ")
    return "".join(w + ("\n" if n % 3 == 2 and n > 2 else " ") for n, w in enumerate(words)).strip()


def misread(text: str) -> str:
    """Đ as the Icelandic letter, a 1 read as l and a 0 as O beside another digit of a number."""
    text = text.replace("NĐ-", "NÐ-").replace("QĐ-", "QÐ-")
    text = re.sub(r"(?<=\d)1(?=/[A-ZĐÐ])", "l", text)
    return re.sub(r"(?<= )0(?=\d/\d{4}/)", "O", text)


DAMAGES = {"as typed": str, "without diacritics": strip_diacritics, "broken lines": broken, "misread": misread}
